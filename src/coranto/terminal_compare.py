"""Two reports beside one another in the terminal: the ``coranto compare`` command."""

from __future__ import annotations

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coranto.compare import Comparison
from coranto.side_by_side import (
    DIRECTION_UNKNOWN,
    Paragraph,
    counts,
    facts,
    name_of,
    rows,
    sources,
    verdict,
)
from coranto.terminal import dates
from coranto.types import Report

_STYLES = {"cut": "red strike", "added": "green", "moved": "blue", "changed": "yellow"}
# Signs too: a pipe has no colours.
_SIGNS = {"cut": "[-{}-]", "added": "{{+{}+}}", "moved": "[>{}<]", "changed": "[~{}~]"}


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Print what two reports share, whom they took it from, and both texts, aligned."""
    console.print(Rule(Text("Two reports")))
    for letter, report in zip("AB", (comparison.one, comparison.other), strict=True):
        console.print(Text(f"{letter}  {_about(report)}", style="dim"))
    console.print()
    console.print(Text(verdict(comparison), style="bold"))
    if comparison.kind in ("none", "shared quotation", "rewrite"):
        _print_passages(console, comparison)
        return
    for name, source, reasons in sources(comparison):
        console.print(Text(f"{name}: taken from {source}: {'; '.join(reasons)}."))
    if not sources(comparison):
        console.print(Text(DIRECTION_UNKNOWN))
    console.print(Text(f"B has of A: {counts(comparison)}."))
    for fact, before, after in facts(comparison):
        console.print(Text.assemble((f"  {fact}: ", "bold"), f"{before} → {after}"))
    console.print()
    console.print(_table(comparison, console.is_terminal))


def _about(report: Report) -> str:
    day = dates(report.published.dates)
    title = f"“{report.title}”, " if report.title else ""
    return f"{title}{name_of(report)}, published {day}, {report.source}"


def _print_passages(console: Console, comparison: Comparison) -> None:
    if not comparison.passages:
        return
    table = Table("A", "B", box=None, padding=(0, 2, 0, 0), expand=True)
    for move in comparison.passages:
        table.add_row(Text(" ".join(move.from_.text.split())), Text(" ".join(move.to.text.split())))
    console.print(table)


def _table(comparison: Comparison, coloured: bool) -> Table:
    table = Table(expand=True, show_lines=True)
    table.add_column("A", ratio=1)
    table.add_column("", width=7, style="dim")
    table.add_column("B", ratio=1)
    for row in rows(comparison):
        left, right = (_cell(side, coloured) for side in (row.left, row.right))
        table.add_row(left, "" if row.op == "kept" else row.op, right)
    return table


def _cell(paragraphs: tuple[Paragraph, ...], coloured: bool) -> Text:
    text = Text()
    for number, paragraph in enumerate(paragraphs):
        text.append("\n\n" if number else "")
        for part in paragraph:
            if part.op and coloured:
                text.append(part.text, _STYLES[part.op])
            else:
                text.append(_SIGNS[part.op].format(part.text) if part.op else part.text)
    return text

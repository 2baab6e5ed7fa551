"""A report in the terminal, with what was found in it: the ``coranto show`` command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coranto.types import (
    Actor,
    Annotation,
    DateRange,
    Event,
    Mention,
    Report,
    Statement,
    TimeExpression,
)

_NAME_STYLES = {
    "person": "bold cyan",
    "organisation": "bold green",
    "place": "bold yellow",
    "other": "bold",
}
_TIME_STYLE = "magenta"
_REMOVED_STYLE = "dim strike"


def print_annotated(console: Console, report: Report, annotation: Annotation) -> None:
    """Print a report's text with names and times marked, then what was found in it, as tables."""
    console.print(Rule(Text(report.title or report.source)))
    console.print(Text(_about(report), style="dim"))
    console.print()
    console.print(_marked(annotation))
    actors = {a.id: a for a in annotation.actors}
    _print_table(console, "Times", [_time_row(t) for t in annotation.times])
    _print_table(console, "Actors", [_actor_row(a) for a in annotation.actors])
    _print_table(console, "Statements", [_statement_row(s, actors) for s in annotation.statements])
    _print_table(console, "Events", [_event_row(e, actors) for e in annotation.events])
    for removed in report.removed:
        words = " ".join(removed.text.split())
        console.print(
            Text.assemble((f"removed ({removed.reason}) ", "dim"), (words, _REMOVED_STYLE))
        )


def _about(report: Report) -> str:
    parts = [
        report.outlet or "outlet unknown",
        f"published {dates(report.published.dates)} ({report.published.basis})",
        f"credits {', '.join(report.credits)}" if report.credits else "",
        report.source,
    ]
    return " · ".join(p for p in parts if p)


def _marked(annotation: Annotation) -> Text:
    text = Text(annotation.text)
    for name in annotation.names:
        text.stylize(_NAME_STYLES[name.kind], name.start, name.end)
    for time in annotation.times:
        text.stylize(_TIME_STYLE, time.start, time.end)
    return text


def _time_row(t: TimeExpression) -> tuple[str, str, str]:
    return dates(t.dates), t.text, f"{t.type} {t.value}"


def _actor_row(a: Actor) -> tuple[str, str, str]:
    titles = ", ".join(dict.fromkeys(r.title for r in a.roles))
    others = ", ".join(n for n in a.names if n != a.name)
    about = "; ".join(x for x in (titles, f"also {others}" if others else "") if x)
    return a.kind, a.name + (f" ({a.country})" if a.country else ""), about


def _statement_row(s: Statement, actors: Mapping[str, Actor]) -> tuple[str, str, str]:
    who = _name(s.speaker, actors)
    if s.chain:
        who += " via " + ", ".join(_name(m, actors) for m in s.chain)
    to = f" → {_name(s.addressee, actors)}" if s.addressee is not None else ""
    return dates(s.date), f"{who} ({s.act}{to})", " … ".join(_flat(c.text) for c in s.content)


def _event_row(e: Event, actors: Mapping[str, Actor]) -> tuple[str, str, str]:
    act = f"{e.type} {e.mode or ''}".strip() + ("" if e.status == "happened" else f", {e.status}")
    who = ", ".join(_name(m, actors) for m in e.sources)
    whom = ", ".join(_name(m, actors) for m in e.targets)
    where = f" in {e.place.name}" if e.place is not None else ""
    return dates(e.date), act, f"{who} → {whom}{where}: “{_flat(e.evidence[0].text)}”"


def _name(mention: Mention | None, actors: Mapping[str, Actor]) -> str:
    if mention is None:
        return "unknown"
    known = actors.get(mention.actor) if mention.actor is not None else None
    return mention.text if known is None else known.name


def _flat(text: str) -> str:
    return " ".join(text.split())


def dates(range_: DateRange) -> str:
    """A range of days for a reader: one day, "from – to", or "unknown"."""
    if range_.day is not None:
        return range_.day.isoformat()
    if range_.earliest is None and range_.latest is None:
        return "unknown"
    first = range_.earliest.isoformat() if range_.earliest is not None else "…"
    last = range_.latest.isoformat() if range_.latest is not None else "…"
    return f"{first} – {last}"


def _print_table(console: Console, title: str, rows: Sequence[tuple[str, str, str]]) -> None:
    if not rows:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="bold", max_width=36)
    table.add_column()
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print()
    console.print(Text(title, style="bold underline"))
    console.print(Padding(table, (0, 0, 0, 1)))

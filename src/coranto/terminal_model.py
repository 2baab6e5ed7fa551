"""What a language model is, in the terminal: the ``coranto model info`` command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from coranto.language.model import ModelInfo


def print_model(console: Console, info: ModelInfo) -> None:
    """Print name, folder, size, hash, heads and labels of a model, then its scores by its card."""
    facts = Table.grid(padding=(0, 2))
    for name, value in _facts(info):
        facts.add_row(Text(name, style="bold"), Text(value, overflow="fold"))
    console.print(facts)
    scores = Table("set", "scores on its card", box=None, pad_edge=False, title_justify="left")
    for name, value in info.scores.items():
        scores.add_row(Text(str(name)), Text(_score(value)))
    console.print()
    if info.scores:
        console.print(scores)
    else:
        console.print(Text("Its card gives no scores."))


def _facts(info: ModelInfo) -> Iterator[tuple[str, str]]:
    yield "name", info.name
    yield "folder", str(info.folder)
    yield "size", f"{info.size / 1e6:.1f} MB"
    yield "SHA-256", info.sha256
    yield "reads", ", ".join(info.heads)
    yield "labels", ", ".join(f"{name} {len(labels)}" for name, labels in info.labels.items())


def _score(value: object) -> str:
    """Scores of one set on one line; a card may nest them."""
    if isinstance(value, Mapping):
        return "  ".join(f"{name} {_score(inner)}" for name, inner in value.items())
    return f"{value:.1f}" if isinstance(value, float) else str(value)

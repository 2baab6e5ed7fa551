"""Chains of attributions in Wikinews reports: part of ``benchmarks.statements``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coranto.types import Mention, Statement

Places = tuple[tuple[int, int], ...]
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A gold attribution; ``chain`` are the sources of those around it, nearest first."""

    sources: Places
    cue: Places
    content: Places
    speech: bool
    chain: tuple[Places, ...]


def read_chains(path: Path) -> Iterator[tuple[str, list[Told]]]:
    """The reports with their attributions; captions (cue "image") are left out."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        kept = [s for s in row["statements"] if s["cue"] and s["content"] and s["sources"]]
        kept = [s for s in kept if text[slice(*s["cue"][0])].casefold() != "image"]
        yield text, [_told(s, kept) for s in kept]


def _told(row: dict[str, Any], others: Sequence[dict[str, Any]]) -> Told:
    around = [o for o in others if o is not row and _holds(o, row)]
    around.sort(key=lambda o: sum(e - s for s, e in o["content"]))
    return Told(
        _places(row["sources"]), _places(row["cue"]), _places(row["content"]), row["speech"],
        tuple(_places(o["sources"]) for o in around),
    )  # fmt: skip


def _places(spans: Sequence[Sequence[int]]) -> Places:
    return tuple((int(s), int(e)) for s, e in spans)


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether the whole of an attribution, its cue too, stands in the content of another."""
    at = [*inner["cue"], *inner["content"]]
    return all(any(s <= a and b <= e for s, e in outer["content"]) for a, b in at)


def chain_is_right(gold: Told, found: Sequence[Statement]) -> bool:
    """Whether a statement has the gold cue, half the content, its speaker and the whole chain.

    The gold contents are units of discourse, which cut a quotation at its clauses: half of
    the shorter one counts. A paper to which somebody spoke is in no gold chain.
    """
    for s in found:
        cue = any(a.start < e and b < a.end for a in s.cue for b, e in gold.cue)
        if not cue or _overlap(s, gold) < ENOUGH or s.speaker is None:
            continue
        chain = [m for m in s.chain if s.addressee is None or m.start != s.addressee.start]
        if _meets(s.speaker, gold.sources, found) and len(chain) == len(gold.chain):
            return all(_meets(m, g, found) for m, g in zip(chain, gold.chain, strict=True))
    return False


def _overlap(s: Statement, gold: Told) -> float:
    a = {i for c in s.content for i in range(c.start, c.end)}
    b = {i for start, end in gold.content for i in range(start, end)}
    return len(a & b) / max(1, min(len(a), len(b)))


def _meets(mention: Mention, places: Places, found: Sequence[Statement]) -> bool:
    """Whether the mention stands at the gold words, or one of the same actor does."""
    same = [mention]
    if mention.actor is not None:
        linked = [m for s in found for m in (s.speaker, *s.chain) if m is not None]
        same += [m for m in linked if m.actor == mention.actor]
    return any(m.start < e and s < m.end for m in same for s, e in places)

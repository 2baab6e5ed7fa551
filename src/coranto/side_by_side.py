"""A comparison laid out in two columns, for the terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from coranto.compare import Comparison
from coranto.copies.limits import COPY
from coranto.export.gate import paragraph_spans
from coranto.types import Grounds, Report, Span, TakenFrom

_VERDICTS = {
    "copy": "A copy: the same text, but for little",
    "cut copy": "A cut copy: one text, of which the other leaves out a part",
    "update": "Two takes of one text: both have words of their own",
    "rewrite": "A rewrite: the same in the same order, in other words",
    "shared quotation": "No copy: only a quotation is shared",
    "none": "No copy: each is written in its own words",
}

_PART = "One text is a part of the other, which tells more besides; both have words of their own"

DIRECTION_UNKNOWN = "Direction unknown: no credit and no date says who took it from whom."
"""What terminal and page say where nothing decides."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a paragraph: what became of them (``op``, empty for kept), and a changed fact."""

    text: str
    op: str = ""
    fact: str | None = None


Paragraph = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that belong together: ``op`` says what became of them."""

    op: str
    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    op: str
    fact: str | None = None


def verdict(comparison: Comparison) -> str:
    """What the two have to do with one another, in one sentence."""
    share = comparison.share
    if comparison.kind == "none" and share >= COPY:
        return f"No copy: {share:.0%} of the shorter one stands in the other, too little for one."
    if comparison.kind in ("none", "shared quotation"):
        return f"{_VERDICTS[comparison.kind]}."
    if comparison.kind == "update" and comparison.other_share < COPY:
        return f"{_PART}. {share:.0%} of the shorter one stands in the other."
    whole = "says what the other says" if comparison.kind == "rewrite" else "stands in the other"
    return f"{_VERDICTS[comparison.kind]}. {share:.0%} of the shorter one {whole}."


def sources(comparison: Comparison) -> list[tuple[str, str, list[str]]]:
    """For each report that was taken from somebody: its name, from whom, and the reasons."""
    pair = zip((comparison.one, comparison.other), comparison.taken_from, strict=True)
    return [(name_of(r), taken.name, reasons(taken)) for r, taken in pair if taken is not None]


def reasons(taken: TakenFrom) -> list[str]:
    """The reasons of a source, each as one phrase with the words behind it."""
    return [_reason(grounds) for grounds in taken.reasons]


def _reason(grounds: Grounds) -> str:
    quote = " ".join(grounds.quote.split())
    return f"{grounds.note} (“{quote}”)" if quote and quote not in grounds.note else grounds.note


def name_of(report: Report) -> str:
    """How a report is called: its outlet, else its file."""
    return report.outlet or PurePosixPath(report.source.replace("\\", "/")).name


def facts(comparison: Comparison) -> list[tuple[str, str, str]]:
    """The facts that differ: what kind, the words of the one, the words of the other."""
    return [(c.fact, c.from_.text, c.to.text) for c in comparison.edits.changed if c.fact]


def rows(comparison: Comparison) -> list[Row]:
    """The paragraphs of both, in the order of the other; those cut follow what they followed."""
    edits = comparison.edits
    left = [_Mark(span, "cut") for span in edits.cut]
    left += [_Mark(move.from_, "moved") for move in edits.moved]
    left += [_Mark(change.from_, "changed", change.fact) for change in edits.changed]
    right = [_Mark(span, "added") for span in edits.added]
    right += [_Mark(move.to, "moved") for move in edits.moved]
    right += [_Mark(change.to, "changed", change.fact) for change in edits.changed]
    one, other = comparison.one.text, comparison.other.text
    in_one, in_other = paragraph_spans(one), paragraph_spans(other)
    told = [edit for edit in edits.paragraphs if edit.to]
    for cut in (edit for edit in edits.paragraphs if not edit.to):
        after = [
            n for n, edit in enumerate(told) if max(edit.from_, default=-1) == cut.from_[0] - 1
        ]
        told.insert(after[-1] + 1 if after else 0 if cut.from_[0] == 0 else len(told), cut)
    return [
        Row(
            edit.op,
            tuple(_painted(one, in_one[n], left) for n in edit.from_),
            tuple(_painted(other, in_other[n], right) for n in edit.to),
        )
        for edit in told
    ]


def _painted(text: str, place: tuple[int, int], marks: Iterable[_Mark]) -> Paragraph:
    """A paragraph in parts; where marks overlap the earlier one ends first."""
    start, end = place
    parts: list[Part] = []
    at = start
    inside = [m for m in marks if m.span.start < end and m.span.end > start]
    for mark in sorted(inside, key=lambda m: (m.span.start, m.span.end)):
        begin, stop = max(mark.span.start, at), min(mark.span.end, end)
        if begin >= stop:
            continue
        if begin > at:
            parts.append(Part(text[at:begin]))
        parts.append(Part(text[begin:stop], mark.op, mark.fact))
        at = stop
    if at < end:
        parts.append(Part(text[at:end]))
    return tuple(parts)


def counts(comparison: Comparison) -> str:
    """How much was kept, cut, added, moved and changed, in words."""
    edits = comparison.edits
    many: Sequence[tuple[int, str]] = (
        (len(edits.cut), "cut"),
        (len(edits.added), "added"),
        (len(edits.moved), "moved"),
        (len(edits.changed), "changed"),
    )
    told = ", ".join(f"{number} {word}" for number, word in many if number)
    return f"{edits.kept:.0%} kept" + (f"; passages: {told}" if told else "")

"""Two reports beside one another: what they share, who took it from whom, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coranto.copies.limits import COPY, MEMBER, SHARED
from coranto.types import CopyKind, Edits, Move, Report, Span, TakenFrom

if TYPE_CHECKING:
    from coranto.copies.rewrites import Vectors

_QUOTATION = 10  # words of a quotation that both have: less is a phrase


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports have to do with one another.

    ``share`` is that of the shorter one's own word 5-grams in the other (of its
    words in sentences that say the same, for a rewrite).  ``edits`` make ``other``
    out of ``one``; ``passages`` are what both have, word for word or, in a rewrite,
    sentence for sentence.  ``taken_from`` says of each, ``one`` first, whom it took
    the text from; ``None`` is unknown.
    """

    one: Report
    other: Report
    kind: CopyKind
    share: float
    edits: Edits
    passages: tuple[Move, ...]
    taken_from: tuple[TakenFrom | None, TakenFrom | None]


def compare(one: Report, other: Report, *, vectors: Vectors | None = None) -> Comparison:
    """Compare two reports.

    ``vectors`` gives unit vectors of sentences (``LanguageModel.vectors``);
    without them no rewrite is found.
    """
    from coranto.copies.edits import align, edits_between, passages  # noqa: PLC0415 (slow import)
    from coranto.copies.groups import measure  # noqa: PLC0415
    from coranto.copies.words import read_words  # noqa: PLC0415

    _, shares = measure([one.text, other.text])
    mine, theirs = read_words(one.text), read_words(other.text)
    shared = shares.shared[0].get(1, 0)
    share = shares.containment(0, 1) if shared >= SHARED else 0.0
    edits = edits_between(one.id, other.id, mine, theirs)
    common = passages(mine, theirs, align(mine, theirs).base_of)
    taken: tuple[TakenFrom | None, TakenFrom | None] = (None, None)
    kind: CopyKind = "none"
    if share >= COPY:
        parts = sorted((shares.of(0, 1), shares.of(1, 0)))
        kind = "roundup" if parts[0] < COPY and parts[1] >= MEMBER else edits.kind
        taken = _taken_from(one, other, shares.own[0] >= shares.own[1])
    elif _quotes(common, mine.text, mine.starts.tolist(), mine.quoted.tolist()):
        kind = "shared quotation"
    if kind in ("none", "shared quotation") and vectors is not None:
        from coranto.copies.rewrites import rewriting  # noqa: PLC0415

        found = rewriting(mine, theirs, vectors)
        if found.enough:
            kind, share = "rewrite", found.share
            edits = edits_between(one.id, other.id, mine, theirs, found.pairs)
            common = tuple(
                Move(_span(mine.text, mine.sentences[a]), _span(theirs.text, theirs.sentences[b]))
                for a, b in found.pairs
            )
    edits = replace(edits, kind=kind, taken_from=taken[1])
    return Comparison(one, other, kind, round(share, 4), edits, common, taken)


def _span(text: str, place: tuple[int, int]) -> Span:
    return Span(*place, text[slice(*place)])


def _quotes(
    common: Sequence[Move], text: str, starts: Sequence[int], quoted: Sequence[bool]
) -> bool:
    """Whether some passage that both have is a quotation."""
    for move in common:
        inside = [
            mark
            for start, mark in zip(starts, quoted, strict=True)
            if move.from_.start <= start < move.from_.end
        ]
        if sum(inside) >= _QUOTATION:
            return True
    return False


def _taken_from(
    one: Report, other: Report, fuller: bool
) -> tuple[TakenFrom | None, TakenFrom | None]:
    """For each report whom it took the text from, the likelier original taken as the base."""
    from coranto.copies.agencies import agency_named  # noqa: PLC0415
    from coranto.copies.edits import edits_between  # noqa: PLC0415
    from coranto.copies.groups import credit_of  # noqa: PLC0415
    from coranto.copies.sources import Text, source_of  # noqa: PLC0415
    from coranto.copies.words import read_words  # noqa: PLC0415

    pair = (one, other)

    def likelihood(number: int) -> tuple[bool, int, bool]:
        latest = pair[number].published.latest
        day = -latest.toordinal() if latest and pair[1 - number].published.latest else 0
        return agency_named(pair[number].outlet) is not None, day, (number == 0) == fuller

    # Which of two is the base turns their edits round, and decides nothing else.
    base = max((0, 1), key=likelihood)
    copy = 1 - base
    text = Text(pair[base], pair, credit_of(base, (0, 1), pair))
    edits = edits_between(
        pair[base].id, pair[copy].id, read_words(pair[base].text), read_words(pair[copy].text)
    )
    origin = source_of(pair[base], text, None)
    derived = source_of(pair[copy], text, edits)
    return (origin, derived) if base == 0 else (derived, origin)

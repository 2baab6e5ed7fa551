"""Two reports beside one another: what they share, who took it from whom, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coranto.copies.limits import SHARED
from coranto.types import CopyGroup, CopyKind, Edits, Move, Report, Span, TakenFrom

if TYPE_CHECKING:
    from coranto.copies.rewrites import Vectors
    from coranto.copies.words import Words

_QUOTATION = 10  # words of a quotation that both have: less is a phrase


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports have to do with one another.

    ``kind`` is what a build of the two calls their group (``coranto.copies.find_copies``).
    ``share`` is that of the shorter one's own word 5-grams in the other (of its
    words in sentences that say the same, for a rewrite), ``other_share`` that of the
    longer one's in the shorter.  ``edits`` make ``other``
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
    other_share: float = 0.0


def compare(one: Report, other: Report, *, vectors: Vectors | None = None) -> Comparison:
    """Compare two reports.

    ``vectors`` gives unit vectors of sentences (``LanguageModel.vectors``);
    without them no rewrite is found.
    """
    from coranto.copies import find_copies  # noqa: PLC0415 (slow import)
    from coranto.copies.edits import align, edits_between, passages  # noqa: PLC0415
    from coranto.copies.groups import measure  # noqa: PLC0415
    from coranto.copies.words import read_words  # noqa: PLC0415

    _, shares = measure([one.text, other.text])
    mine, theirs = read_words(one.text), read_words(other.text)
    enough = shares.shared[0].get(1, 0) >= SHARED
    parts = sorted((shares.of(0, 1), shares.of(1, 0))) if enough else [0.0, 0.0]
    edits = edits_between(one.id, other.id, mine, theirs)
    common = passages(mine, theirs, align(mine, theirs).base_of)
    group = next(iter(find_copies([one, other], vectors=vectors)), None)
    kind = _kind(group, one.text == other.text)
    if kind == "rewrite" and vectors is not None:
        from coranto.copies.rewrites import rewriting  # noqa: PLC0415

        found = rewriting(mine, theirs, vectors)
        parts = [0.0, found.share]
        edits = edits_between(one.id, other.id, mine, theirs, found.pairs)
        common = tuple(
            Move(_span(mine.text, mine.sentences[a]), _span(theirs.text, theirs.sentences[b]))
            for a, b in found.pairs
        )
    elif kind == "none" and (
        _quotes([m.from_ for m in common], mine) or _quotes([m.to for m in common], theirs)
    ):
        kind = "shared quotation"
    taken = _taken_from(group, one, other)
    edits = replace(edits, kind=kind, taken_from=taken[1])
    least, most = (round(p, 4) for p in parts)
    return Comparison(one, other, kind, most, edits, common, taken, least)


def _kind(group: CopyGroup | None, same: bool) -> CopyKind:
    """What a build makes of the two; the same text twice is one report there."""
    if group is not None and group.edits:
        return group.edits[0].kind
    return "copy" if same else "none"


def _span(text: str, place: tuple[int, int]) -> Span:
    return Span(*place, text[slice(*place)])


def _quotes(passages: Sequence[Span], words: Words) -> bool:
    """Whether some passage of a text, which both have, is a quotation."""
    starts, quoted = words.starts.tolist(), words.quoted.tolist()
    return any(
        sum(q for s, q in zip(starts, quoted, strict=True) if p.start <= s < p.end) >= _QUOTATION
        for p in passages
    )


def _taken_from(
    group: CopyGroup | None, one: Report, other: Report
) -> tuple[TakenFrom | None, TakenFrom | None]:
    """For each report whom it took the text from."""
    if group is None:
        return None, None
    taken = {e.report: e.taken_from for e in group.edits} | {group.base: group.taken_from}
    return taken.get(one.id), taken.get(other.id)

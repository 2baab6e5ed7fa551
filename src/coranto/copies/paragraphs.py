"""What became of paragraphs and sentences: kept, changed, moved, merged, split, added or cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from coranto.copies.scan import Indices, Mask
from coranto.copies.words import Words
from coranto.types import ParagraphEdit, ParagraphOp, SentenceEdit, Span

_SHARE = 0.5  # of the shorter paragraph: below it, two paragraphs only have words in common
_SENTENCE = 5  # words of a sentence that can tell by itself where it comes from

Link = tuple[int, int]  # a paragraph of the base, a paragraph of the report
Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Units:
    """Paragraphs or sentences of two texts: which one each word stands in, and its fate."""

    base: Indices
    report: Indices
    base_of: Indices
    in_order: Mask
    sizes_from: list[int]
    sizes_to: list[int]

    @classmethod
    def of(cls, base: Indices, report: Indices, base_of: Indices, in_order: Mask) -> _Units:
        sizes = (np.bincount(numbers).tolist() for numbers in (base, report))
        return cls(base, report, base_of, in_order, *sizes)


def paragraph_edits(
    base: Words, report: Words, base_of: Indices, in_order: Mask, retold: Sequence[Link] = ()
) -> tuple[ParagraphEdit, ...]:
    """The fate of all paragraphs: in the report's order, then those cut in the base's order.

    ``base_of`` gives for each word of the report its counterpart in the base, or
    -1; ``in_order`` marks those that did not move; ``retold`` are sentences, by
    number, that say the same in other words.  A paragraph without a word (a row of
    stars) is left out.
    """
    units = _Units.of(base.paragraph, report.paragraph, base_of, in_order)
    links = _links(units, _whole_sentences(base, report, base_of))
    inside_base = dict(zip(base.sentence.tolist(), base.paragraph.tolist(), strict=True))
    inside = dict(zip(report.sentence.tolist(), report.paragraph.tolist(), strict=True))
    links += [(inside_base[a], inside[b]) for a, b in retold]
    return _told(units, _groups(list(dict.fromkeys(links))))


def sentence_edits(
    base: Words, report: Words, base_of: Indices, in_order: Mask, retold: Sequence[Link] = ()
) -> tuple[SentenceEdit, ...]:
    """The fate of the sentences that were not kept, in the same order as that of paragraphs."""
    units = _Units.of(base.sentence, report.sentence, base_of, in_order)
    links = dict.fromkeys([*_links(units, set()), *retold])
    return tuple(
        SentenceEdit(
            tuple(_span(base, base.sentences[number]) for number in edit.from_),
            tuple(_span(report, report.sentences[number]) for number in edit.to),
            edit.op,
        )
        for edit in _told(units, _groups(list(links)))
        if edit.op != "kept"
    )


def _span(words: Words, place: tuple[int, int]) -> Span:
    return Span(*place, words.text[slice(*place)])


def _told(units: _Units, groups: list[Group]) -> tuple[ParagraphEdit, ...]:
    edits = [ParagraphEdit(*group, _op(group, units)) for group in groups]
    told_from = {p for group in groups for p in group[0]}
    told_to = {q for group in groups for q in group[1]}
    for number, size in enumerate(units.sizes_to):
        if size and number not in told_to:
            edits.append(ParagraphEdit((), (number,), "added"))
    edits.sort(key=lambda edit: edit.to)
    for number, size in enumerate(units.sizes_from):
        if size and number not in told_from:
            edits.append(ParagraphEdit((number,), (), "cut"))
    return tuple(edits)


def _links(units: _Units, whole: set[Link]) -> list[Link]:
    """Units that belong together, the surest first.

    First those that share most of the shorter one's words, then those that share
    a whole sentence; within each, those with most words.
    """
    common = np.flatnonzero(units.base_of >= 0)
    if not len(common):
        return []
    # One number for each pair: numpy sorts rows slowly.
    width = len(units.sizes_to)
    packed = units.base[units.base_of[common]] * width + units.report[common]
    found, counts = np.unique(packed, return_counts=True)
    weighed: list[tuple[bool, int, int, int]] = []
    for pair, count in zip(found.tolist(), counts.tolist(), strict=True):
        p, q = divmod(pair, width)
        weak = count < _SHARE * min(units.sizes_from[p], units.sizes_to[q])
        if not weak or (p, q) in whole:
            weighed.append((weak, -count, p, q))
    return [(p, q) for _, _, p, q in sorted(weighed)]


def _whole_sentences(base: Words, report: Words, base_of: Indices) -> set[Link]:
    """Paragraphs of which one sentence stands, word for word, in the other text's paragraph."""
    edges = np.searchsorted(report.sentence, np.arange(len(report.sentences) + 1)).tolist()
    found: set[Link] = set()
    for begin, end in pairwise(edges):
        places = base_of[begin:end]
        if end - begin < _SENTENCE or places[0] < 0 or not bool((np.diff(places) == 1).all()):
            continue
        first, last = int(places[0]), int(places[-1])
        starts = first == 0 or base.sentence[first - 1] != base.sentence[first]
        ends = last == len(base) - 1 or base.sentence[last + 1] != base.sentence[last]
        if starts and ends:
            found.add((int(base.paragraph[first]), int(report.paragraph[begin])))
    return found


def _groups(links: list[Link]) -> list[Group]:
    """One to one, many to one (merged) or one to many (split), as the links allow.

    A paragraph that has no other place joins the group that it is linked to.
    """
    group_of: dict[tuple[str, int], list[Link]] = {}
    late: list[Link] = []
    for p, q in links:
        mine, theirs = group_of.get(("from", p)), group_of.get(("to", q))
        if mine is None and theirs is None:
            group_of["from", p] = group_of["to", q] = [(p, q)]
        elif mine is None and theirs is not None and len({link[1] for link in theirs}) == 1:
            theirs.append((p, q))
            group_of["from", p] = theirs
        elif theirs is None and mine is not None and len({link[0] for link in mine}) == 1:
            mine.append((p, q))
            group_of["to", q] = mine
        else:
            late.append((p, q))
    for p, q in late:
        mine, theirs = group_of.get(("from", p)), group_of.get(("to", q))
        joined = mine if theirs is None else theirs if mine is None else None
        if joined is not None:
            joined.append((p, q))
            group_of["from", p] = group_of["to", q] = joined
    groups = {
        (tuple(sorted({p for p, _ in group})), tuple(sorted({q for _, q in group})))
        for group in group_of.values()
    }
    return sorted(groups, key=lambda group: group[1])


def _op(group: Group, units: _Units) -> ParagraphOp:
    before, after = group
    if len(before) > 1 and len(before) >= len(after):
        return "merged"
    if len(after) > 1:
        return "split"
    here = slice(*np.searchsorted(units.report, (after[0], after[0] + 1)))
    low, high = np.searchsorted(units.base, (before[0], before[0] + 1))
    places = units.base_of[here]
    common = places >= 0
    if 2 * np.count_nonzero(units.in_order[here] & common) < np.count_nonzero(common):
        return "moved"
    same = len(places) == high - low and bool((places == np.arange(low, high)).all())
    return "kept" if same else "changed"

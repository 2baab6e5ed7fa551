"""What became of each paragraph: kept, changed, moved, merged, split, added or cut."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from coranto.copies.words import Indices, Mask, Words
from coranto.types import ParagraphEdit, ParagraphOp

_SHARE = 0.5  # of the shorter paragraph: below it, two paragraphs only have words in common
_SENTENCE = 5  # words of a sentence that can tell by itself where it comes from

Link = tuple[int, int]  # a paragraph of the base, a paragraph of the report
Group = tuple[tuple[int, ...], tuple[int, ...]]


def paragraph_edits(
    base: Words, report: Words, base_of: Indices, in_order: Mask
) -> tuple[ParagraphEdit, ...]:
    """The fate of all paragraphs: in the report's order, then those cut in the base's order.

    ``base_of`` gives for each word of the report its counterpart in the base, or
    -1; ``in_order`` marks those that did not move.  A paragraph without a word
    (a row of stars) is left out.
    """
    sizes_from = np.bincount(base.paragraph, minlength=len(base.paragraphs)).tolist()
    sizes_to = np.bincount(report.paragraph, minlength=len(report.paragraphs)).tolist()
    groups = _groups(_links(base, report, base_of, sizes_from, sizes_to))
    edits = [ParagraphEdit(*group, _op(group, base, report, base_of, in_order)) for group in groups]
    told_from = {p for group in groups for p in group[0]}
    told_to = {q for group in groups for q in group[1]}
    for number, size in enumerate(sizes_to):
        if size and number not in told_to:
            edits.append(ParagraphEdit((), (number,), "added"))
    edits.sort(key=lambda edit: edit.to)
    for number, size in enumerate(sizes_from):
        if size and number not in told_from:
            edits.append(ParagraphEdit((number,), (), "cut"))
    return tuple(edits)


def _links(
    base: Words, report: Words, base_of: Indices, sizes_from: list[int], sizes_to: list[int]
) -> list[Link]:
    """Paragraphs that belong together, the surest first.

    First those that share most of the shorter one's words, then those that share
    a whole sentence; within each, those with most words.
    """
    common = np.flatnonzero(base_of >= 0)
    if not len(common):
        return []
    pairs = np.column_stack((base.paragraph[base_of[common]], report.paragraph[common]))
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    sentences = _whole_sentences(base, report, base_of)
    weighed: list[tuple[bool, int, int, int]] = []
    for (p, q), count in zip(found.tolist(), counts.tolist(), strict=True):
        weak = count < _SHARE * min(sizes_from[p], sizes_to[q])
        if not weak or (p, q) in sentences:
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


def _op(group: Group, base: Words, report: Words, base_of: Indices, in_order: Mask) -> ParagraphOp:
    before, after = group
    if len(before) > 1 and len(before) >= len(after):
        return "merged"
    if len(after) > 1:
        return "split"
    here = np.flatnonzero(report.paragraph == after[0])
    there = np.flatnonzero(base.paragraph == before[0])
    common = here[base_of[here] >= 0]
    if 2 * int(in_order[common].sum()) < len(common):
        return "moved"
    same = len(here) == len(there) and bool((base_of[here] == there).all())
    return "kept" if same else "changed"

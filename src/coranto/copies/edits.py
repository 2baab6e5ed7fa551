"""What one report kept, cut, added, moved and changed of another: the edits of a copy.

Every word of the base is kept, moved, changed or cut; every word of the report
is kept, moved, changed or added.  A hedge put in or taken out counts as a
change of the word it stands beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coranto.copies.facts import Passage, fact_changed, is_hedge
from coranto.copies.paragraphs import paragraph_edits, sentence_edits
from coranto.copies.scan import Indices, Mask
from coranto.copies.tiling import match_words, moved_runs
from coranto.copies.words import Words
from coranto.types import Change, CopyKind, Edits, Move, Span

# Longer passages at one place are no rewording of one another but a cut and an addition:
# between two common words, and beside one.
_REWORDED = 10
_REWORDED_BESIDE = 5

# A copy of whose words more than a tenth are its own is another take; a dateline, a byline
# and what the page adds stay below.  A text with a tenth less has been cut.
_OWN = 0.1
_CUT = 0.1

Stretch = tuple[int, int]  # first word, last word (excluded)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts with their common words: ``base_of[b]`` is the base's word, or -1.

    ``in_order[b]`` marks the common words that did not move.
    """

    base: Words
    report: Words
    base_of: Indices
    in_order: Mask


def align(base: Words, report: Words) -> Alignment:
    """Match the words of two texts and tell those that moved from those that stayed."""
    base_of, in_order = match_words(base, report)
    return Alignment(base, report, base_of, in_order)


def edits_between(
    base_id: str,
    report_id: str,
    base: Words,
    report: Words,
    retold: Sequence[tuple[int, int]] = (),
) -> Edits:
    """The edits that make ``report`` out of ``base``; spans are the texts' exact words.

    ``retold`` are the sentences, by number, that a rewrite says in other words: each
    such is a change as a whole.
    """
    alignment = align(base, report)
    retold = [pair for pair in retold if not _mostly_kept(alignment, *pair)]
    pairs, cut, added = _differences(alignment, retold)
    changed = [_change(base, report, pair) for pair in pairs]
    hedges, cut, added = _hedges(alignment, cut, added)
    common = int((alignment.base_of >= 0).sum())
    words = (base, report, alignment.base_of, alignment.in_order)
    changed += [*hedges, *_rewordings(base, report, retold)]
    return Edits(
        base=base_id,
        report=report_id,
        kept=round(common / len(report), 4) if len(report) else 0.0,
        cut=tuple(spans_of(base, cut)),
        added=tuple(spans_of(report, added)),
        moved=_moves(alignment),
        changed=tuple(sorted(changed, key=lambda c: (c.to.start, c.from_.start))),
        paragraphs=paragraph_edits(*words, retold),
        sentences=sentence_edits(*words, retold),
        kind=_kind(alignment),
    )


def _mostly_kept(alignment: Alignment, old: int, new: int) -> bool:
    """Whether most words of a sentence of the report stand in that one of the base."""
    places = alignment.base_of[alignment.report.sentence == new]
    common = places[places >= 0]
    same = int((alignment.base.sentence[common] == old).sum())
    return 2 * same > len(places)


def _rewordings(base: Words, report: Words, retold: Sequence[tuple[int, int]]) -> list[Change]:
    return [Change(sentence_span(base, old), sentence_span(report, new)) for old, new in retold]


def _kind(alignment: Alignment) -> CopyKind:
    """What the report is of the base, if it is one of its copies, by the words of either alone."""
    base, report = alignment.base, alignment.report
    common = int((alignment.base_of >= 0).sum())
    if common < (1 - _OWN) * len(report):
        return "update"
    return "cut copy" if common < (1 - _CUT) * len(base) else "copy"


# --- what moved ----------------------------------------------------------------------------


def _moves(alignment: Alignment) -> tuple[Move, ...]:
    base, report, base_of = alignment.base, alignment.report, alignment.base_of
    moves: list[Move] = []
    for a, b, size in moved_runs(base_of, alignment.in_order).tolist():
        begin = 0
        for step in range(1, size + 1):
            whole = step == size
            if whole or (
                base.block[a + step] != base.block[a + step - 1]
                or report.block[b + step] != report.block[b + step - 1]
            ):
                moves.append(
                    Move(
                        span_of(base, (a + begin, a + step)),
                        span_of(report, (b + begin, b + step)),
                    )
                )
                begin = step
    return tuple(moves)


def passages(base: Words, report: Words, base_of: Indices, least: int = 8) -> tuple[Move, ...]:
    """The passages of at least so many words that stand in both texts, in the report's order."""
    runs = moved_runs(base_of, np.zeros(len(base_of), dtype=np.bool_)).tolist()
    return tuple(
        Move(span_of(base, (a, a + size)), span_of(report, (b, b + size)))
        for a, b, size in runs
        if size >= least
    )


# --- what differs ---------------------------------------------------------------------------

Pair = tuple[Stretch, Stretch]


def _differences(
    alignment: Alignment, retold: Sequence[tuple[int, int]]
) -> tuple[list[Pair], list[Stretch], list[Stretch]]:
    """Passages put otherwise (base's and report's), and what is only in the base or the report.

    Nothing of sentences that are ``retold``.
    """
    base, report = alignment.base, alignment.report
    base_of = alignment.base_of.tolist()
    report_of = [-1] * len(base)
    for b, a in enumerate(base_of):
        if a >= 0:
            report_of[a] = b
    only_base = _unmatched(report_of, base, {old for old, _ in retold})
    only_report = _unmatched(base_of, report, {new for _, new in retold})
    pairs = _paired(base_of, only_base, only_report, base, report)
    paired_base = {stretch for stretch, _ in pairs}
    paired_report = {stretch for _, stretch in pairs}
    return (
        pairs,
        _joined([s for s in only_base if s not in paired_base], base),
        _joined([s for s in only_report if s not in paired_report], report),
    )


def _unmatched(counterparts: list[int], words: Words, told: set[int]) -> list[Stretch]:
    """Stretches without a counterpart, none longer than a sentence, none in one that is told."""
    alone = np.flatnonzero(np.array(counterparts, dtype=np.int64) < 0)
    if not len(alone):
        return []
    parted = (np.diff(alone) != 1) | (np.diff(words.sentence[alone]) != 0)
    begins = alone[np.concatenate(([0], np.flatnonzero(parted) + 1))]
    ends = alone[np.append(np.flatnonzero(parted), len(alone) - 1)] + 1
    stretches = zip(begins.tolist(), ends.tolist(), strict=True)
    return [stretch for stretch in stretches if int(words.sentence[stretch[0]]) not in told]


def _paired(
    base_of: list[int],
    only_base: list[Stretch],
    only_report: list[Stretch],
    base: Words,
    report: Words,
) -> list[Pair]:
    """Stretches that stand at the same place: beside the same common word of one sentence."""
    by_left = {_left(base, stretch): stretch for stretch in only_base}
    by_right = {_right(base, stretch): stretch for stretch in only_base}
    heads = {stretch for stretch in only_base if _left(base, stretch) is None}
    tails = {stretch for stretch in only_base if _right(base, stretch) is None}
    pairs: list[Pair] = []
    taken: set[Stretch] = set()
    for stretch in only_report:
        left, right = _left(report, stretch), _right(report, stretch)
        before = by_left.get(base_of[left]) if left is not None else None
        after = by_right.get(base_of[right]) if right is not None else None
        # Where a sentence begins or ends, its border is as good as a common word.
        if left is None and after is not None:
            before = after if after in heads else None
        if right is None and before is not None:
            after = before if before in tails else None
        found = before if before is not None else after
        if found is None or found in taken:
            continue
        longest = max(found[1] - found[0], stretch[1] - stretch[0])
        if longest <= (_REWORDED if before == after else _REWORDED_BESIDE):
            pairs.append((found, stretch))
            taken.add(found)
    return pairs


def _left(words: Words, stretch: Stretch) -> int | None:
    """The word before the stretch in its sentence."""
    begin = stretch[0]
    inside = begin > 0 and words.sentence[begin - 1] == words.sentence[begin]
    return begin - 1 if inside else None


def _right(words: Words, stretch: Stretch) -> int | None:
    """The word after the stretch in its sentence."""
    end = stretch[1]
    inside = end < len(words) and words.sentence[end] == words.sentence[end - 1]
    return end if inside else None


def _joined(stretches: list[Stretch], words: Words) -> list[Stretch]:
    """Neighbouring stretches of one block as one."""
    joined: list[Stretch] = []
    for begin, end in stretches:
        if joined and joined[-1][1] == begin and words.block[begin] == words.block[begin - 1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _change(base: Words, report: Words, pair: Pair) -> Change:
    (a, a_end), (b, b_end) = pair
    return Change(
        span_of(base, (a, a_end)),
        span_of(report, (b, b_end)),
        fact_changed(Passage(base, a, a_end), Passage(report, b, b_end)),
    )


def _hedges(
    alignment: Alignment, cut: list[Stretch], added: list[Stretch]
) -> tuple[list[Change], list[Stretch], list[Stretch]]:
    """Hedges put in or taken out, as changes of the common word beside them."""
    base, report = alignment.base, alignment.report
    base_of = alignment.base_of.tolist()
    report_of = {a: b for b, a in enumerate(base_of) if a >= 0}
    changes: list[Change] = []
    left_cut: list[Stretch] = []
    for stretch in cut:
        beside = _anchored(base, stretch, report_of) if _is_hedge(base, stretch) else None
        if beside is None:
            left_cut.append(stretch)
        else:
            wider, other = beside
            changes.append(Change(span_of(base, wider), span_of(report, other), "hedge"))
    left_added: list[Stretch] = []
    to_base = {b: a for b, a in enumerate(base_of) if a >= 0}
    for stretch in added:
        beside = _anchored(report, stretch, to_base) if _is_hedge(report, stretch) else None
        if beside is None:
            left_added.append(stretch)
        else:
            wider, other = beside
            changes.append(Change(span_of(base, other), span_of(report, wider), "hedge"))
    return changes, left_cut, left_added


def _is_hedge(words: Words, stretch: Stretch) -> bool:
    return is_hedge([words.word(i) for i in range(*stretch)])


def _anchored(words: Words, stretch: Stretch, counterparts: dict[int, int]) -> Pair | None:
    """The stretch with the common word beside it, and that word in the other text."""
    right, left = _right(words, stretch), _left(words, stretch)
    if right is not None and right in counterparts:
        return (stretch[0], right + 1), (counterparts[right], counterparts[right] + 1)
    if left is not None and left in counterparts:
        return (left, stretch[1]), (counterparts[left], counterparts[left] + 1)
    return None


# --- spans ----------------------------------------------------------------------------------


def spans_of(words: Words, stretches: list[Stretch]) -> list[Span]:
    """The spans of several stretches."""
    return [span_of(words, stretch) for stretch in stretches]


def span_of(words: Words, stretch: Stretch) -> Span:
    """The exact characters of words ``stretch``: with its marks where a unit stands whole.

    Whole blocks and sentences keep their quotation marks and full stops; a part
    of a sentence runs from its first letter to its last.
    """
    first, last = stretch[0], stretch[1] - 1
    start, end = int(words.starts[first]), int(words.ends[last])
    for units, numbers in ((words.sentences, words.sentence), (words.blocks, words.block)):
        if first == 0 or numbers[first - 1] != numbers[first]:
            opens = units[int(numbers[first])][0]
        else:
            opens = start
        if last == len(words) - 1 or numbers[last + 1] != numbers[last]:
            closes = units[int(numbers[last])][1]
        else:
            closes = end
        whole = opens <= start and closes >= end and _begins_and_ends(words, numbers, stretch)
        if whole:
            start, end = min(start, opens), max(end, closes)
    return Span(start, end, words.text[start:end])


def _begins_and_ends(words: Words, numbers: Indices, stretch: Stretch) -> bool:
    first, last = stretch[0], stretch[1] - 1
    begins = first == 0 or bool(numbers[first - 1] != numbers[first])
    ends = last == len(words) - 1 or bool(numbers[last + 1] != numbers[last])
    return begins and ends


def sentence_span(words: Words, number: int) -> Span:
    """The characters of a sentence, by its number."""
    start, end = words.sentences[number]
    return Span(start, end, words.text[start:end])

"""Time expressions that something else proposes, where the grammar by itself finds none.

The language model's head sees "the latest period" or a "May" that no preposition
marks. A proposal is taken if nothing that the grammar found overlaps it and if its
words have a value: the grammar reads just these words (its doubts about their
context then give way), or they are words of reference ("previously").
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from coranto.times.interpret import key
from coranto.times.meaning import RawTime, Reference
from coranto.times.tables import PROPOSED_REFERENCES


def with_proposals(
    text: str,
    found: Sequence[RawTime],
    candidates: Iterable[RawTime],
    proposed: Sequence[tuple[int, int]],
) -> tuple[RawTime, ...]:
    """``found`` and those of ``proposed`` (start, end) that add to it, in order.

    ``candidates`` are all readings of the grammar, with those that the context
    ruled out. Proposals outside the text, empty or with a blank edge are ignored.
    """
    readings: dict[tuple[int, int], RawTime] = {}
    for raw in candidates:
        readings.setdefault((raw.start, raw.end), raw)
    kept = sorted(found, key=lambda raw: raw.start)
    for start, end in sorted(set(proposed), key=lambda span: (span[0], -span[1])):
        words = text[max(start, 0) : end]
        if not 0 <= start < end <= len(text) or words != words.strip() or _taken(kept, start, end):
            continue
        read = readings.get((start, end)) or _reference(words, start, end)
        if read is not None:
            insort(kept, read, key=lambda r: r.start)
    return tuple(kept)


def _taken(kept: Sequence[RawTime], start: int, end: int) -> bool:
    at = bisect_left(kept, end, key=lambda raw: raw.start)
    return at > 0 and kept[at - 1].end > start


def _reference(words: str, start: int, end: int) -> RawTime | None:
    value = PROPOSED_REFERENCES.get(key(words))
    return None if value is None else RawTime(words, start, end, "DATE", Reference(value))

"""Which words of two texts stand in both: greedy tiling that follows moved text.

Greedy string tiling (Wise, 1993) takes the longest common run of words first,
wherever it stands, and no word twice.  Runs are found from equal word 5-grams;
inside sentences that prove to be the same, shorter runs are then found by
Ratcliff and Obershelp's method (``difflib``).
"""

from __future__ import annotations

import heapq
from collections import Counter
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

import numpy as np

from coranto.copies.fingerprints import SIZE, grams
from coranto.copies.words import Indices, Keys, Words

Run = tuple[int, int, int]  # first word in the base, first word in the report, words

_REPEATS = 8  # places in the base tried for one gram: refrains ("he said on Monday that") repeat
_SAME_SENTENCE = 0.5  # share of common words from which two sentences are versions of one
_RIVALS = 4  # sentences of the base that are tried in full for one of the report
_TELLING = 60  # a word in more sentences of the base than this tells none from another
_LINK_WORDS = 3  # words of a tile that tie a sentence to its counterpart
_CROSSING = 4  # words by which a tile may lie across a sentence's border by chance


def match_words(base: Words, report: Words) -> Indices:
    """For each word of ``report`` the word of ``base`` that it repeats; -1 for none; each once."""
    matching = _Matching(base, report)
    matching.tile()
    matching.fill_linked()
    matching.link_rest()
    matching.absorb()
    return np.array(matching.base_of, dtype=np.int64)


class _Matching:
    """The state of one matching: who is matched to whom, in both directions."""

    def __init__(self, base: Words, report: Words) -> None:
        self.base_keys: list[int] = base.keys.tolist()
        self.report_keys: list[int] = report.keys.tolist()
        self.base_sentence: list[int] = base.sentence.tolist()
        self.report_sentence: list[int] = report.sentence.tolist()
        self.base_of = [-1] * len(report)
        self.report_of = [-1] * len(base)
        self.report = report
        self.runs = common_runs(base.keys, report.keys)
        self.base_bounds = _bounds(base)
        self.report_bounds = _bounds(report)

    def take(self, a: int, b: int, size: int) -> None:
        for step in range(size):
            self.base_of[b + step] = a + step
            self.report_of[a + step] = b + step

    def drop(self, b: int) -> None:
        self.report_of[self.base_of[b]] = -1
        self.base_of[b] = -1

    # --- tiles ---------------------------------------------------------------------------

    def tile(self) -> None:
        """Take common runs of at least five words, the longest first."""
        heap = [self._ranked(run) for run in self.runs]
        heapq.heapify(heap)
        while heap:
            run = heapq.heappop(heap)[-1]
            for a, b, size in self._free_parts(run):
                if size < SIZE:
                    continue
                if size == run[2]:
                    self._place((a, b, size))
                else:
                    heapq.heappush(heap, self._ranked((a, b, size)))

    def _ranked(self, run: Run) -> tuple[int, int, int, int, Run]:
        a, b, size = run
        return (-size, abs(a - b), b, a, run)

    def _free_parts(self, run: Run) -> list[Run]:
        a, b, size = run
        parts: list[Run] = []
        begin: int | None = None
        for step in range(size + 1):
            free = step < size and self.base_of[b + step] < 0 and self.report_of[a + step] < 0
            if free and begin is None:
                begin = step
            elif not free and begin is not None:
                parts.append((a + begin, b + begin, step - begin))
                begin = None
        return parts

    def _place(self, run: Run) -> None:
        a, b, size = self._trimmed(*run)
        if size >= SIZE:
            self.take(a, b, size)

    def _trimmed(self, a: int, b: int, size: int) -> Run:
        """The run without a few words that cross into another sentence in one text only.

        "... he said. The minister" may go on "The ministry" in the other text:
        the article belongs to what follows it.
        """
        head = self._crossing_head(a, b, size)
        a, b, size = a + head, b + head, size - head
        return a, b, size - self._crossing_tail(a, b, size)

    def _crossing_head(self, a: int, b: int, size: int) -> int:
        for step in range(1, min(_CROSSING, size - 1) + 1):
            new_a = self.base_sentence[a + step] != self.base_sentence[a + step - 1]
            new_b = self.report_sentence[b + step] != self.report_sentence[b + step - 1]
            if new_a or new_b:
                whole = self._begins_a(a) and self._begins_b(b)
                return 0 if whole and new_a and new_b else step
        return 0

    def _crossing_tail(self, a: int, b: int, size: int) -> int:
        for step in range(1, min(_CROSSING, size - 1) + 1):
            at = size - step
            new_a = self.base_sentence[a + at] != self.base_sentence[a + at - 1]
            new_b = self.report_sentence[b + at] != self.report_sentence[b + at - 1]
            if new_a or new_b:
                whole = self._begins_a(a + size) and self._begins_b(b + size)
                return 0 if whole and new_a and new_b else step
        return 0

    def _begins_a(self, a: int) -> bool:
        sentences = self.base_sentence
        return a in (0, len(sentences)) or sentences[a] != sentences[a - 1]

    def _begins_b(self, b: int) -> bool:
        sentences = self.report_sentence
        return b in (0, len(sentences)) or sentences[b] != sentences[b - 1]

    # --- sentences -----------------------------------------------------------------------

    def fill_linked(self) -> None:
        """Match what is left of sentences that a tile has tied together, between its words."""
        tied = Counter(
            (self.base_sentence[a], self.report_sentence[b])
            for b, a in enumerate(self.base_of)
            if a >= 0
        )
        for (sa, sb), count in sorted(tied.items(), key=lambda item: (-item[1], item[0])):
            low, high = self.base_bounds[sa]
            begin, end = self.report_bounds[sb]
            if _LINK_WORDS <= count < max(high - low, end - begin):
                self._fill((low, high), (begin, end))

    def _fill(self, in_base: tuple[int, int], in_report: tuple[int, int]) -> None:
        """Match free words of two sentences, each stretch between words already matched."""
        low, high = in_base
        anchor, begin = low - 1, in_report[0]
        for b in range(in_report[0], in_report[1] + 1):
            a = self.base_of[b] if b < in_report[1] else high
            if a < 0 or not low <= a <= high:
                continue
            if a > anchor:
                if a > anchor + 1 and b > begin:
                    self._fill_stretch((anchor + 1, a), (begin, b))
                anchor = a
            begin = b + 1

    def _fill_stretch(self, in_base: tuple[int, int], in_report: tuple[int, int]) -> None:
        free_a = [a for a in range(*in_base) if self.report_of[a] < 0]
        free_b = [b for b in range(*in_report) if self.base_of[b] < 0]
        if free_a and free_b:
            for a, b in self._common(free_a, free_b):
                self.take(a, b, 1)

    def _common(self, places_a: list[int], places_b: list[int]) -> list[tuple[int, int]]:
        keys_a = [self.base_keys[a] for a in places_a]
        keys_b = [self.report_keys[b] for b in places_b]
        blocks = SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_matching_blocks()
        return [
            (places_a[block.a + step], places_b[block.b + step])
            for block in blocks
            for step in range(block.size)
        ]

    def link_rest(self) -> None:
        """Match whole sentences that no tile has touched to free ones near by in the base."""
        following = self._following()
        before = -1
        for sb, (begin, end) in enumerate(self.report_bounds):
            places = [a for a in self.base_of[begin:end] if a >= 0]
            if not places and end > begin:
                found = self._best_sentence((begin, end), before, following[sb])
                if found is not None:
                    low, high = self.base_bounds[found]
                    for a, b in self._common(list(range(low, high)), list(range(begin, end))):
                        self.take(a, b, 1)
                    places = [high - 1]
            before = places[-1] if places else before

    def _following(self) -> list[int]:
        """For each sentence of the report, the base's word for the first matched word after it."""
        following: list[int] = []
        after = len(self.base_keys)
        for begin, end in reversed(self.report_bounds):
            following.append(after)
            after = next((a for a in self.base_of[begin:end] if a >= 0), after)
        return following[::-1]

    def _best_sentence(self, bounds: tuple[int, int], before: int, after: int) -> int | None:
        """The free sentence between two words of the base that is most like the report's.

        If those two have changed places, the search goes on to the end of the base.
        """
        begin, end = bounds
        best: tuple[float, int] | None = None
        for sa in self._rivals(bounds, before + 1, after if before < after else None):
            low, high = self.base_bounds[sa]
            found = self._common(list(range(low, high)), list(range(begin, end)))
            likeness = 2 * len(found) / (high - low + end - begin)
            if likeness >= _SAME_SENTENCE and (best is None or likeness > best[0]):
                best = (likeness, sa)
        return None if best is None else best[1]

    def _rivals(self, bounds: tuple[int, int], first: int, last: int | None) -> list[int]:
        """Free sentences among base words ``first`` to ``last`` with most of the report's words."""
        votes: Counter[int] = Counter()
        for key in dict.fromkeys(self.report_keys[slice(*bounds)]):
            places = self.sentences_with.get(key, ())
            if len(places) <= _TELLING:
                votes.update(places)
        last = len(self.base_keys) if last is None else last
        free = [
            sa
            for sa in votes
            if self.base_bounds[sa][0] >= first
            and self.base_bounds[sa][1] <= last
            and max(self.report_of[slice(*self.base_bounds[sa])]) < 0
        ]
        return sorted(free, key=lambda sa: (-votes[sa], sa))[:_RIVALS]

    @cached_property
    def sentences_with(self) -> dict[int, list[int]]:
        """For each word of the base the sentences that have it."""
        sentences: dict[int, dict[int, None]] = {}
        for key, sentence in zip(self.base_keys, self.base_sentence, strict=True):
            sentences.setdefault(key, {})[sentence] = None
        return {key: list(found) for key, found in sentences.items()}

    def absorb(self) -> None:
        """Give up single small words kept by chance inside a passage that was put otherwise.

        Between "the big dog of war" and "a small cat of peace" only "of" is
        common: the change reads better whole.
        """
        for b in _lonely(self.base_of):
            a = self.base_of[b]
            beside = self.report_of[max(a - 1, 0) : a] + self.report_of[a + 1 : a + 2]
            if len(beside) == 2 and max(beside) < 0 and _is_small(self.report.word(b)):
                self.drop(b)


def _lonely(counterparts: list[int]) -> list[int]:
    """Matched words between two that are not."""
    matched = np.array(counterparts, dtype=np.int64) >= 0
    return (np.flatnonzero(matched[1:-1] & ~matched[:-2] & ~matched[2:]) + 1).tolist()


def _is_small(word: str) -> bool:
    """An article, preposition or the like: short and without a capital."""
    return len(word) <= 4 and word.islower()


def _bounds(words: Words) -> list[tuple[int, int]]:
    """First and last word (end excluded) of each sentence."""
    numbers = np.arange(len(words.sentences) + 1)
    edges = np.searchsorted(words.sentence, numbers).tolist()
    return list(pairwise(edges))


def common_runs(base: Keys, report: Keys) -> list[Run]:
    """Maximal common runs of at least five words of two texts, overlapping where they repeat."""
    left, right = grams(base), grams(report)
    if not len(left) or not len(right):
        return []
    order = np.argsort(left, kind="stable")
    ranked = left[order]
    low = np.searchsorted(ranked, right, side="left")
    high = np.minimum(np.searchsorted(ranked, right, side="right"), low + _REPEATS)
    counts = high - low
    if not counts.any():
        return []
    b = np.repeat(np.arange(len(right)), counts)
    within = np.arange(len(b)) - np.repeat(np.cumsum(counts) - counts, counts)
    a = order[np.repeat(low, counts) + within]
    return _joined(a.astype(np.int64), b.astype(np.int64))


def _joined(a: Indices, b: Indices) -> list[Run]:
    """Equal grams at ``(a, b)`` joined along their diagonals into runs of words."""
    diagonal = a - b
    order = np.lexsort((b, diagonal))
    a, b, diagonal = a[order], b[order], diagonal[order]
    breaks = (diagonal[1:] != diagonal[:-1]) | (b[1:] != b[:-1] + 1)
    begins = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    sizes = np.diff(np.append(begins, len(a))) + SIZE - 1
    return list(zip(a[begins].tolist(), b[begins].tolist(), sizes.tolist(), strict=True))

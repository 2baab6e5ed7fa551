"""From the network's scores to well-formed trees and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]

_NEVER = np.float32(-1e9)


def best_trees(scores: Floats, sizes: Sequence[int]) -> list[list[int]]:
    """The best projective tree with one root word of each sentence of a batch, as heads.

    ``scores`` is (sentences, words, heads), as ``best_tree`` has them, and
    ``sizes`` the number of words of each sentence. Nine in ten are such trees by
    their best heads, which is seen for the whole batch at once: each word's head is
    replaced by its head's head until all have reached the root.
    """
    count, words = scores.shape[0], scores.shape[1]
    heads = scores.argmax(-1)
    inside = np.arange(words) < np.array(sizes)[:, None]
    heads[~inside] = 0
    above = np.zeros((count, words + 1), dtype=np.int64)
    above[:, 1:] = heads
    for _ in range(int(words).bit_length()):
        above = np.take_along_axis(above, above, axis=1)
    sound = ~above.any(1) & (((heads == 0) & inside).sum(1) == 1)
    sound[sound] = ~_crossing(np.where(inside, heads, -1)[sound])
    return [
        heads[i, :n].tolist() if sound[i] else best_tree(scores[i, :n, : n + 1])
        for i, n in enumerate(sizes)
    ]


def _crossing(heads: Integers) -> NDArray[np.bool_]:
    """Which of the sentences (sentences, words) have edges that cross; -1 is no word."""
    place = np.arange(1, heads.shape[1] + 1)
    there = heads >= 0
    low = np.where(there, np.minimum(heads, place), 0)
    high = np.where(there, np.maximum(heads, place), 0)
    within = (low[:, :, None] < low[:, None, :]) & (low[:, None, :] < high[:, :, None])
    over = within & (high[:, :, None] < high[:, None, :])
    return np.asarray(over.any((1, 2)))


def best_tree(scores: Floats) -> list[int]:
    """The heads of the best projective tree with one root word, after Eisner (1996).

    ``scores`` is (words, words + 1): of each word's head, column 0 the root. English
    has few edges that cross; of those that scores alone would give, half are wrong.
    """
    return _Spans(scores).heads() if len(scores) else []


class _Spans:
    """Eisner's table: the highest score of every span of words.

    A span is closed, with all that depends on the word at its left or right end, or open,
    with an edge from one end to the other and all that depends on either within. Tables are
    indexed by a span's steps and its first word, those named "by end" by its last word: so
    the halves of all spans of one length lie in slices.
    """

    def __init__(self, scores: Floats) -> None:
        self.size = size = len(scores)
        self.root = scores[:, 0].astype(np.float64)
        self.edge = scores[:, 1:].astype(np.float64)  # dependent, head
        self.left, self.right, self.open_right = (np.zeros((size, size)) for _ in range(3))
        self.left_by_end, self.right_by_end, self.open_left_by_end = (
            np.zeros((size, size)) for _ in range(3)
        )
        for steps in range(1, size):
            self._fill(steps)

    def _fill(self, steps: int) -> None:
        first, last = slice(self.size - steps), slice(steps, None)
        inner = self._halves(steps, first, last).max(0)
        self.open_right[steps, first] = inner + self.edge.diagonal(-steps)
        self.open_left_by_end[steps, last] = inner + self.edge.diagonal(steps)
        left = self._ends(steps, first, last).max(0)
        self.left[steps, first] = self.left_by_end[steps, last] = left
        right = self._starts(steps, first, last).max(0)
        self.right[steps, first] = self.right_by_end[steps, last] = right

    # What a span of ``steps`` is made of, one row for each place where it may be cut.

    def _halves(self, steps: int, first: slice | int, last: slice | int) -> Doubles:
        """An open span: what depends on its first word, and on its last."""
        return self.right[:steps, first] + self.left_by_end[steps - 1 :: -1, last]

    def _ends(self, steps: int, first: slice | int, last: slice | int) -> Doubles:
        """A span closed on its last word: a closed one and an open one."""
        return self.left[:steps, first] + self.open_left_by_end[steps:0:-1, last]

    def _starts(self, steps: int, first: slice | int, last: slice | int) -> Doubles:
        """A span closed on its first word: an open one and a closed one."""
        return self.open_right[1 : steps + 1, first] + self.right_by_end[steps - 1 :: -1, last]

    def heads(self) -> list[int]:
        """The heads of the best tree."""
        end = self.size - 1
        place = np.arange(self.size)
        root = int((self.left[place, 0] + self.right[end - place, place] + self.root).argmax())
        heads = [0] * self.size
        closed = [("left", 0, root), ("right", root, end)]
        while closed:
            side, first, last = closed.pop()
            if first == last:
                continue
            steps = last - first
            if side == "left":
                middle = first + int(self._ends(steps, first, last).argmax())
                closed.append(("left", first, middle))
                first = middle
                heads[first] = last + 1
            else:
                middle = first + 1 + int(self._starts(steps, first, last).argmax())
                closed.append(("right", middle, last))
                last = middle
                heads[last] = first + 1
            middle = first + int(self._halves(last - first, first, last).argmax())
            closed += [("right", first, middle), ("left", middle + 1, last)]
        return heads


def labels_under(trees: Sequence[list[int]], near: Integers, label: Integers) -> list[list[int]]:
    """The label of each word of each sentence of a batch, for its head in ``trees``.

    ``near`` and ``label`` are (sentences, words, some): the likeliest heads of each word,
    best first, and its label under each; under another head it keeps that under the best.
    """
    heads = np.full(near.shape[:2], -1, dtype=np.int64)
    for row, tree in zip(heads, trees, strict=True):
        row[: len(tree)] = tree
    under = (near == heads[:, :, None]).argmax(-1)
    chosen = np.take_along_axis(label, under[:, :, None], axis=-1)[:, :, 0]
    return [row[: len(tree)].tolist() for row, tree in zip(chosen, trees, strict=True)]


class NameDecoder:
    """Best sequences of BIO tags in which ``I-x`` follows only ``B-x`` or ``I-x``.

    ``costs`` are taken from the score of a sequence for each span of a kind, where
    a sequence has several: one long span is then preferred to torn pieces.
    """

    def __init__(self, tags: Sequence[str], costs: Mapping[str, float] | None = None) -> None:
        self.tags = list(tags)
        size = len(self.tags)
        self._cost = np.zeros(size, dtype=np.float32)
        for kind, cost in (costs or {}).items():
            self._cost[self.tags.index(f"B-{kind}")] = cost
        self._allowed = np.zeros((size, size), dtype=np.float32)
        for after, tag in enumerate(self.tags):
            if tag.startswith("I-"):
                for before, other in enumerate(self.tags):
                    if other[2:] != tag[2:]:
                        self._allowed[before, after] = _NEVER
        self._first = np.array([_NEVER if t.startswith("I-") else 0 for t in self.tags], "float32")

    def sequences(self, emissions: Floats) -> Integers:
        """The best tags, (batch, words), for log probabilities (batch, words, tags).

        All sequences of the batch have the same number of words. The best tag of each
        word stands where these follow one another well, which is nearly everywhere;
        other sequences, and those with several spans of a kind that has a cost, are found
        by Viterbi's algorithm (1967).
        """
        out: Integers = emissions.argmax(-1)
        bad = self._first[out[:, 0]] < 0
        bad |= (self._allowed[out[:, :-1], out[:, 1:]] < 0).any(1)
        if bad.any():
            out[bad] = self._viterbi(emissions[bad])
        for begin in np.flatnonzero(self._cost).tolist():
            torn = (out == begin).sum(1) > 1
            if torn.any():
                out[torn] = self._viterbi(emissions[torn] - self._cost)
        return out

    def _viterbi(self, emissions: Floats) -> Integers:
        batch, words, size = emissions.shape
        score = emissions[:, 0] + self._first
        back = np.zeros((batch, words, size), dtype=np.int64)
        for i in range(1, words):
            paths = score[:, :, None] + self._allowed
            back[:, i] = paths.argmax(1)
            score = paths.max(1) + emissions[:, i]
        out = np.zeros((batch, words), dtype=np.int64)
        out[:, -1] = score.argmax(-1)
        each = np.arange(batch)
        for i in range(words - 1, 0, -1):
            out[:, i - 1] = back[each, i, out[:, i]]
        return out

    def spans(self, tags: Sequence[int]) -> list[tuple[int, int, str]]:
        """Names as (first word, word after the last, kind)."""
        found: list[tuple[int, int, str]] = []
        start = -1
        for i, number in enumerate([*tags, 0]):
            tag = self.tags[number]
            if start >= 0 and not tag.startswith("I-"):
                found.append((start, i, self.tags[tags[start]][2:]))
                start = -1
            if tag.startswith("B-"):
                start = i
        return found

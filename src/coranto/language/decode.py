"""From the network's scores to well-formed trees and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]

_NEVER = np.float32(-1e9)


def is_tree(heads: Sequence[int]) -> bool:
    """Whether ``heads`` (0 the root, i the i-th word) hang all words from one word on the root."""
    if sum(h == 0 for h in heads) != 1:
        return False
    state = [0] * (len(heads) + 1)  # 1: on the path being followed, 2: known to reach the root
    state[0] = 2
    for start in range(1, len(heads) + 1):
        word, path = start, []
        while not state[word]:
            state[word] = 1
            path.append(word)
            word = heads[word - 1]
        if state[word] == 1:
            return False
        for seen in path:
            state[seen] = 2
    return True


def best_trees(scores: Floats, sizes: Sequence[int]) -> tuple[list[list[int]], list[int]]:
    """The best tree of each sentence of a batch, and which are not simply the best heads.

    ``scores`` is (sentences, words, heads), as ``best_tree`` has them, and
    ``sizes`` the number of words of each sentence. Nearly all are trees by their
    best heads, which is seen for the whole batch at once: each word's head is
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
    trees = ~above.any(1) & (((heads == 0) & inside).sum(1) == 1)
    found = [heads[i, :n].tolist() for i, n in enumerate(sizes)]
    changed = [i for i in np.flatnonzero(~trees).tolist() if sizes[i]]
    for i in changed:
        found[i] = best_tree(scores[i, : sizes[i], : sizes[i] + 1])
    return found, changed


def best_tree(scores: Floats) -> list[int]:
    """The heads of the best tree with one root word.

    ``scores`` is (words, words + 1): of each word's head, column 0 the root. The
    heads scored best stand if they form a tree; else it is the maximum spanning
    tree (Chu and Liu 1965, Edmonds 1967). If that has several roots, a price on the
    root's edges that no other gain can outweigh leaves one (Stanojevic and Cohen
    2021).
    """
    heads = [int(h) for h in scores.argmax(-1)]
    if is_tree(heads):
        return heads
    square = _square(scores)
    free = _spanning_tree(square)[1:]
    if free.count(0) == 1:
        return [int(h) for h in free]
    real = scores[scores > _NEVER / 1e6]
    spread = float(real.max() - real.min()) if real.size else 0.0
    square[0, 1:] -= 1 + spread * len(heads)
    return [int(h) for h in _spanning_tree(square)[1:]]


def _square(scores: Floats) -> Doubles:
    """Scores as (head, dependent) over the root and all words."""
    size = scores.shape[0] + 1
    square = np.full((size, size), _NEVER, dtype=np.float64)
    square[:, 1:] = scores.T
    np.fill_diagonal(square, _NEVER)
    return square


def _spanning_tree(scores: Doubles) -> list[int]:
    """Heads of the maximum spanning tree from node 0; entry 0 has no meaning."""
    size = scores.shape[0]
    heads = [0, *(int(h) for h in scores[:, 1:].argmax(0))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [i for i in range(size) if i not in inside]
    merged, enters, leaves = _contract(scores, heads, cycle, outside)
    found = _spanning_tree(merged)
    result = list(heads)
    last = len(outside)
    for place, node in enumerate(outside):
        if node:
            head = found[place]
            result[node] = leaves[place] if head == last else outside[head]
    entry = found[last]
    broken = enters[entry]
    result[broken] = outside[entry]
    return result


def _cycle(heads: Sequence[int]) -> list[int]:
    """The nodes of some cycle, or none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _contract(
    scores: Doubles, heads: Sequence[int], cycle: list[int], outside: list[int]
) -> tuple[Doubles, list[int], list[int]]:
    """The graph with ``cycle`` as one last node; where each edge enters and leaves the cycle."""
    last = len(outside)
    merged = np.full((last + 1, last + 1), _NEVER, dtype=np.float64)
    merged[:last, :last] = scores[np.ix_(outside, outside)]
    kept = np.array([scores[heads[node], node] for node in cycle])
    entering = scores[np.ix_(outside, cycle)] - kept
    leaving = scores[np.ix_(cycle, outside)]
    merged[:last, last] = entering.max(-1)
    merged[last, :last] = leaving.max(0)
    merged[:, 0] = _NEVER
    enters = [cycle[int(i)] for i in entering.argmax(-1)]
    leaves = [cycle[int(i)] for i in leaving.argmax(0)]
    return merged, enters, leaves


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

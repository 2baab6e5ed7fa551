"""Trees and names from scores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

import numpy as np
import pytest

from coranto.language.decode import NameDecoder, best_tree, best_trees, labels_under

TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


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


def is_projective(heads: Sequence[int]) -> bool:
    """Whether no two edges cross, when all are drawn above the words and the root before them."""
    edges = sorted((min(i, h), max(i, h)) for i, h in enumerate(heads, 1))
    return not any(a < c < b < d for (a, b), (c, d) in combinations(edges, 2))


def test_what_a_tree_is() -> None:
    assert is_tree([2, 0, 2])
    assert not is_tree([2, 1, 0])  # a cycle beside the root
    assert not is_tree([0, 0])  # two roots
    assert not is_tree([2, 3, 2])  # no root
    assert is_tree([0])


def test_what_a_projective_tree_is() -> None:
    assert is_projective([2, 0, 2])
    assert not is_projective([3, 4, 0, 3])  # the edges to the first two words cross
    assert not is_projective([3, 0, 2, 1])
    assert not is_projective([3, 0, 2])  # an edge over the root word


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_the_best_tree_is_the_best_of_all_projective_ones(size: int) -> None:
    rng = np.random.default_rng(size)
    every = product(range(size + 1), repeat=size)
    trees = [t for t in every if is_tree(t) and is_projective(t)]
    for _ in range(20):
        scores = rng.normal(size=(size, size + 1)).astype(np.float32)
        scores[:, 0] += np.where(np.arange(size) < 4, 0, -50)
        scores[np.arange(size), np.arange(size) + 1] = -1e4
        found = best_tree(scores)
        best = max(sum(float(scores[i, h]) for i, h in enumerate(tree)) for tree in trees)
        assert tuple(found) in trees
        assert sum(float(scores[i, h]) for i, h in enumerate(found)) == pytest.approx(
            best, abs=1e-3
        )


def test_a_batch_of_trees_is_each_tree_alone() -> None:
    rng = np.random.default_rng(7)
    sizes = [1, 9, 4, 7, 9, 2] * 5
    scores = np.full((len(sizes), 9, 10), -1e4, dtype=np.float32)
    for row, size in zip(scores, sizes, strict=True):
        row[:size, : size + 1] = rng.normal(size=(size, size + 1))
        row[np.arange(size), np.arange(size) + 1] = -1e4
    trees = best_trees(scores, sizes)
    plain = 0
    for i, (tree, size) in enumerate(zip(trees, sizes, strict=True)):
        alone = scores[i, :size, : size + 1]
        assert tree == best_tree(alone)
        plain += tree == alone.argmax(-1).tolist()
    assert 0 < plain < len(sizes)


def test_labels_are_those_under_the_heads_of_the_trees() -> None:
    near = np.array([[[2, 3], [0, 3], [2, 1]], [[0, 2], [1, 0], [0, 0]]])
    label = np.array([[[10, 11], [20, 21], [30, 31]], [[40, 41], [50, 51], [60, 61]]])
    # The first sentence's third word hangs on a head that is not among its likeliest.
    assert labels_under([[3, 0, 4], [0, 1]], near, label) == [[11, 20, 30], [40, 50]]


def test_names_by_best_tags_are_those_of_the_best_path() -> None:
    decoder = NameDecoder(TAGS)
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(60, 4, len(TAGS))).astype(np.float32)
    found = decoder.sequences(scores)
    for row, tags in zip(scores, found, strict=True):
        paths = (
            p
            for p in product(range(len(TAGS)), repeat=4)
            if all(
                not TAGS[b].startswith("I-") or (i and TAGS[p[i - 1]][2:] == TAGS[b][2:])
                for i, b in enumerate(p)
            )
        )
        best = max(paths, key=lambda p: sum(float(row[i, t]) for i, t in enumerate(p)))
        assert tuple(tags.tolist()) == best


def test_names_are_well_formed() -> None:
    decoder = NameDecoder(TAGS)
    rng = np.random.default_rng(0)
    for row in decoder.sequences(rng.normal(size=(50, 7, len(TAGS))).astype(np.float32)):
        before = "O"
        for number in row:
            tag = TAGS[number]
            assert not tag.startswith("I-") or before[2:] == tag[2:]
            before = tag


def test_spans_of_names() -> None:
    decoder = NameDecoder(TAGS)
    assert decoder.spans([1, 2, 3, 0, 1, 1]) == [
        (0, 2, "PER"), (2, 3, "LOC"), (4, 5, "PER"), (5, 6, "PER"),
    ]  # fmt: skip
    assert decoder.spans([]) == []


def emissions(*rows: tuple[int, float]) -> np.ndarray:
    """One sequence in which each word's given tag leads all others by the given log odds."""
    scores = np.zeros((1, len(rows), len(TAGS)), dtype=np.float32)
    for i, (tag, lead) in enumerate(rows):
        scores[0, i, tag] = lead
    return scores


def test_a_cost_joins_torn_pieces_where_the_gap_is_weak() -> None:
    torn = emissions((1, 5), (2, 5), (0, 0.5), (1, 5), (2, 5))
    assert NameDecoder(TAGS).sequences(torn).tolist() == [[1, 2, 0, 1, 2]]
    joined = NameDecoder(TAGS, {"PER": 6.0}).sequences(torn)
    assert joined.tolist() == [[1, 2, 2, 2, 2]]


def test_a_cost_leaves_what_is_sure_and_single() -> None:
    decoder = NameDecoder(TAGS, {"PER": 3.0})
    apart = emissions((1, 9), (0, 9), (0, 9), (1, 9))
    assert decoder.sequences(apart).tolist() == [[1, 0, 0, 1]]
    single = emissions((0, 9), (1, 0.1), (0, 9))
    assert decoder.sequences(single).tolist() == [[0, 1, 0]]
    others = emissions((3, 1), (0, 1), (3, 1))
    assert decoder.sequences(others).tolist() == [[3, 0, 3]]

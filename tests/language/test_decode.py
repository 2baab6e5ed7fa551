"""Trees and names from scores."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from coranto.language.decode import NameDecoder, best_tree, is_tree

TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def test_what_a_tree_is() -> None:
    assert is_tree([2, 0, 2])
    assert not is_tree([2, 1, 0])  # a cycle beside the root
    assert not is_tree([0, 0])  # two roots
    assert not is_tree([2, 3, 2])  # no root
    assert is_tree([0])


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_the_best_tree_is_the_best_of_all(size: int) -> None:
    rng = np.random.default_rng(size)
    for _ in range(20):
        scores = rng.normal(size=(size, size + 1)).astype(np.float32)
        scores[:, 0] += np.where(np.arange(size) < 4, 0, -50)
        scores[np.arange(size), np.arange(size) + 1] = -1e4
        found = best_tree(scores)
        trees = (t for t in product(range(size + 1), repeat=size) if is_tree(t))
        best = max(sum(float(scores[i, h]) for i, h in enumerate(tree)) for tree in trees)
        assert is_tree(found)
        assert sum(float(scores[i, h]) for i, h in enumerate(found)) == pytest.approx(
            best, abs=1e-3
        )


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

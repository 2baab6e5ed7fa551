"""The order of takes, by the texts alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.copies.fingerprints import Grams, single
from coranto.copies.versions import sequence


def takes(count: int, seed: int) -> list[Grams]:
    """Sets of hashes, each with forty new ones more and eight old ones less than the last."""
    generator = np.random.default_rng(seed)
    made = [generator.integers(0, 2**32, 200, dtype=np.uint32)]
    while len(made) < count:
        new = generator.integers(0, 2**32, 40, dtype=np.uint32)
        kept = np.delete(made[-1], generator.choice(len(made[-1]), 8, replace=False))
        made.append(np.concatenate((kept, new)))
    return [single(take) for take in made]


@pytest.mark.parametrize("count", [2, 3, 6, 9, 10, 25])
@pytest.mark.parametrize("seed", range(3))
def test_growing_takes_are_put_in_order(count: int, seed: int) -> None:
    given = takes(count, seed)
    mixed = np.random.default_rng(seed + 9).permutation(count).tolist()
    order = sequence([given[number] for number in mixed])
    assert [mixed[number] for number in order] == list(range(count))


def test_a_take_that_is_shorter_stands_where_it_differs_least() -> None:
    first, second, third, fourth = takes(4, 5)
    shorter = np.delete(third, slice(0, 30))
    order = sequence([fourth, shorter, first, third, second])
    assert [number for number in order if number != 1] == [2, 4, 3, 0]
    assert order.index(1) in (2, 3)


@given(st.lists(st.sets(st.integers(0, 30)), max_size=12))
def test_every_text_has_its_place_once(bodies: list[set[int]]) -> None:
    texts = [np.array(sorted(body), dtype=np.uint32) for body in bodies]
    order = sequence(texts)
    assert sorted(order) == list(range(len(texts)))
    same = [number for number in order if bodies[number] == bodies[order[0]]]
    assert same == sorted(same)

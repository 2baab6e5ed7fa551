"""In which order the takes of one text came, by the texts alone.

Takes that came one after the other differ least, so of all orders that one is
taken in which least is added and cut from each take to the next.  Cutting counts
for more than adding: texts grow more often than they shrink, and that tells the
beginning from the end.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coranto.copies.fingerprints import Grams

# Chosen on edited encyclopaedia texts; between 1.1 and 2 it makes no difference to speak of.
_CUT = 1.5
_EXACT = 9  # texts up to which every order is tried; for more it takes too long
_ROUNDS = 3

Costs = NDArray[np.float64]


def sequence(texts: Sequence[Grams]) -> list[int]:
    """Numbers of the texts, given as sorted single grams, from the first take to the last.

    Texts that are the same keep the order in which they were given.
    """
    if len(texts) < 2:
        return list(range(len(texts)))
    costs = _costs(texts)
    order = _best_order(costs) if len(texts) <= _EXACT else _good_order(costs, texts)
    return _like_given(order, texts)


def _costs(texts: Sequence[Grams]) -> Costs:
    """What it costs to make text ``j`` out of text ``i``, as a share of both."""
    count = len(texts)
    costs = np.zeros((count, count))
    for one in range(count):
        for other in range(one):
            left, right = len(texts[one]), len(texts[other])
            common = len(np.intersect1d(texts[one], texts[other], assume_unique=True))
            both = left + right + 1
            costs[one, other] = (right - common + _CUT * (left - common)) / both
            costs[other, one] = (left - common + _CUT * (right - common)) / both
    return costs


def _best_order(costs: Costs) -> list[int]:
    """The cheapest order (Held and Karp's dynamic programme over sets of texts)."""
    count = len(costs)
    cheapest = np.full((1 << count, count), np.inf)
    before = np.full((1 << count, count), -1, dtype=np.int64)
    for last in range(count):
        cheapest[1 << last, last] = 0.0
    for chosen in range(1, 1 << count):
        for following in range(count):
            if chosen >> following & 1:
                continue
            made = cheapest[chosen] + costs[:, following]
            last = int(made.argmin())
            larger = chosen | 1 << following
            if made[last] < cheapest[larger, following]:
                cheapest[larger, following] = made[last]
                before[larger, following] = last
    chosen, last = (1 << count) - 1, int(cheapest[-1].argmin())
    order: list[int] = []
    while last >= 0:
        order.append(last)
        chosen, last = chosen ^ 1 << last, int(before[chosen, last])
    return order[::-1]


def _good_order(costs: Costs, texts: Sequence[Grams]) -> list[int]:
    """A cheap order: each text in turn, the short ones first, where it costs least."""
    order: list[int] = []
    for text in sorted(range(len(texts)), key=lambda number: (len(texts[number]), number)):
        order = _inserted(order, text, costs)
    for _ in range(_ROUNDS):
        for text in tuple(order):
            order = _inserted([other for other in order if other != text], text, costs)
    return order


def _inserted(order: list[int], text: int, costs: Costs) -> list[int]:
    if not order:
        return [text]
    before, after = np.array(order[:-1], dtype=np.int64), np.array(order[1:], dtype=np.int64)
    between = costs[before, text] + costs[text, after] - costs[before, after]
    every = np.concatenate(([costs[text, order[0]]], between, [costs[order[-1], text]]))
    at = int(every.argmin())
    return [*order[:at], text, *order[at:]]


def _like_given(order: list[int], texts: Sequence[Grams]) -> list[int]:
    """The order, with texts that are the same in the order in which they were given."""
    places: dict[bytes, list[int]] = {}
    for at, number in enumerate(order):
        places.setdefault(texts[number].tobytes(), []).append(at)
    settled = list(order)
    for same in places.values():
        for at, number in zip(same, sorted(order[at] for at in same), strict=True):
            settled[at] = number
    return settled

"""Which reports may tell one text in other words: those that share its rare words.

Whoever rewrites or translates a text keeps its names and figures.  Words that few
reports of the pile have are looked up in a list of who has them; of each report
those few others are proposed that share most.  This decides nothing: the sentences
do (:mod:`coranto.copies.rewrites`), and they are read of proposed pairs only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coranto.copies.scan import Indices, Keys, codes_of, scan
from coranto.types import Report

PARTNERS = 3  # of each report
AT_MOST = 2000  # pairs, however large the pile: few enough to be read within minutes
DAYS = 3  # between the day of a text and that of a rewrite
_RARE = 32  # reports that a rare word may stand in

Proposed = list[tuple[int, int]]
Floats = NDArray[np.float64]


def likely_pairs(reports: Sequence[Report], homes: Sequence[int | None]) -> Proposed:
    """Pairs of homes ``(i, j)``, ``i < j``, of reports that are alike, the likeliest first.

    ``homes[i]`` is the report that stands for report ``i`` and its copies, or ``None``
    where it has no part in this.  The likeness is the cosine of rare words, each
    weighed by how few reports have it.  Reports known to have come out more than
    :data:`DAYS` days apart are no pair.
    """
    found: dict[tuple[int, int], float] = {}
    for one, others, alike in _neighbours(reports):
        home = homes[one]
        partners: set[int] = set()
        for at in np.lexsort((others, -alike)).tolist() if home is not None else ():
            other = homes[others[at]]
            if len(partners) == PARTNERS:
                break
            if other is None or other == home or not _near(reports[one], reports[others[at]]):
                continue
            partners.add(other)
            pair = (min(home, other), max(home, other))
            found[pair] = max(found.get(pair, 0.0), float(alike[at]))
    return sorted(found, key=lambda pair: (-found[pair], pair))[:AT_MOST]


def _neighbours(reports: Sequence[Report]) -> list[tuple[int, Indices, Floats]]:
    """For each report, those that share a rare word with it, and how alike they are."""
    count = len(reports)
    owners, words = _rare([np.unique(scan(codes_of(report.text))[2]) for report in reports], _RARE)
    frequency = np.bincount(words)
    weights = np.log((count + 1) / np.maximum(frequency, 1)) ** 2
    lengths = np.sqrt(np.bincount(owners, weights=weights[words], minlength=count))
    holders = owners[np.argsort(words, kind="stable")]
    begins = np.concatenate(([0], np.cumsum(frequency)))
    edges = np.searchsorted(owners, np.arange(count + 1))
    found: list[tuple[int, Indices, Floats]] = []
    for one in range(count):
        mine = words[edges[one] : edges[one + 1]]
        if len(mine):
            sizes = frequency[mine]
            steps = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            others = holders[np.repeat(begins[mine], sizes) + steps]
            shared = np.bincount(others, weights=np.repeat(weights[mine], sizes), minlength=count)
            shared[one] = 0.0
            near = np.flatnonzero(shared)
            found.append((one, near, shared[near] / (lengths[one] * lengths[near])))
    return found


def _rare(texts: Sequence[Keys], most: int) -> tuple[Indices, Indices]:
    """Who has which word, report by report: those that stand in two to ``most`` of the texts."""
    every = np.concatenate([np.empty(0, dtype=np.uint64), *texts])
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text) for text in texts])
    _, words, frequency = np.unique(every, return_inverse=True, return_counts=True)
    rare = (frequency >= 2) & (frequency <= most)
    numbers = np.cumsum(rare) - 1
    kept = rare[words]
    return owners[kept], numbers[words[kept]].astype(np.int64)


def _near(one: Report, other: Report) -> bool:
    """Whether two reports may have come out within :data:`DAYS` days."""
    here, there = one.published, other.published
    gaps = (
        (late - early).days
        for early, late in ((here.latest, there.earliest), (there.latest, here.earliest))
        if early is not None and late is not None
    )
    return all(gap <= DAYS for gap in gaps)

"""How alike reports are in words, word pairs and names, and groups by average likeness.

Of what a report says, its rarer words, the pairs in which they stand and the names
count, each weighed by how few reports have it (TF-IDF).  Words are hashed to
columns with a sign (Weinberger et al. 2009), so that the memory is bounded
whatever the vocabulary.  Groups are made by average linkage: what joins two
groups is the mean likeness of their reports, so that one report between two
stories does not make one of them.
"""

from __future__ import annotations

import heapq
import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise

import numpy as np
from numpy.typing import NDArray

from coranto.chronology.words import stems_in_order

_COLUMNS = 1 << 13
_BLOCK = 256  # reports compared with others at once: 25 MB
_FLOOR = 0.02  # likeness below it counts as none
_COMMON = 0.3  # a pair of words in more than this share of the reports is a set phrase
_MANY = 20  # reports from which on a phrase can be told from a story
# Words and word pairs weigh twice as much as names.
_WEIGHTS = (0.4, 0.2, 0.4)
# Title and lede say what the story is; what follows is often the background of many stories.
_LEAD = 60  # words
_SPACED = re.compile(r"\S+")
# A capital inside a sentence.
_NAME = re.compile(r"(?<![.!?\"'“”]\s)(?<!^)\b[A-Z][\w’'-]+")

Rows = tuple[NDArray[np.int64], NDArray[np.float32]]
Likeness = dict[tuple[int, int], float]


def likeness(texts: Sequence[str]) -> Likeness:
    """Pairs ``(i, j)``, ``i < j``, of texts with their likeness, 0 to 1; unlike pairs left out."""
    kinds = [list(kind) for kind in zip(*map(_features, texts), strict=True)]
    rows: list[list[Rows]] = [_weighed(kind, number) for number, kind in enumerate(kinds)]
    found: Likeness = {}
    for first in range(0, len(texts), _BLOCK):
        left = _dense(rows, first)
        for second in range(0, first + 1, _BLOCK):
            alike = left @ (_dense(rows, second) if second < first else left).T
            rows_of, columns_of = np.nonzero(alike >= _FLOOR)
            values = alike[rows_of, columns_of].tolist()
            ones, others = (columns_of + second).tolist(), (rows_of + first).tolist()
            for one, other, value in zip(ones, others, values, strict=True):
                if one < other:
                    found[one, other] = value
    return found


def _features(text: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Words, names and pairs of words of a text, stemmed, with how often they stand in it.

    Those of its beginning count twice.
    """
    words, names, pairs = _counts(text)
    for all_of, first in zip((words, names, pairs), _counts(_beginning(text)), strict=True):
        all_of.update(first)
    return words, names, pairs


def _counts(text: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    words = list(stems_in_order(text))
    names = stems_in_order(" ".join(_NAME.findall(text)))
    return Counter(words), Counter(names), Counter(f"{a} {b}" for a, b in pairwise(words))


def _beginning(text: str) -> str:
    words = islice(_SPACED.finditer(text), _LEAD)
    return text[: max((word.end() for word in words), default=0)]


def _weighed(kind: Sequence[Counter[str]], number: int) -> list[Rows]:
    """For each report its columns and weights, of length ``sqrt(_WEIGHTS[number])``."""
    count = len(kind)
    rarity = {
        f: math.log((count + 1) / n)
        for f, n in Counter(chain.from_iterable(kind)).items()
        if _tells(f, n, count)
    }
    hashed = {f: zlib.crc32(f.encode("utf-8", "replace")) for f in rarity}
    made: list[Rows] = []
    for features in kind:
        kept = [(f, n) for f, n in features.items() if f in rarity]
        weights = np.array([(1 + math.log(n)) * rarity[f] for f, n in kept], dtype=np.float32)
        places = np.array([hashed[f] for f, _ in kept], dtype=np.int64)
        signs = np.where(places & (1 << 31), -1.0, 1.0)
        length = float(np.linalg.norm(weights)) or 1.0
        scaled = weights * signs * math.sqrt(_WEIGHTS[number]) / length
        made.append((places % _COLUMNS + number * _COLUMNS, scaled.astype(np.float32)))
    return made


def _tells(feature: str, frequency: int, count: int) -> bool:
    """Whether a feature is counted: in a large pile, none that one report alone has.

    Such make long reports unlike all others; in a small pile they are most of the text.
    """
    if count < _MANY:
        return True
    return frequency > 1 and (" " not in feature or frequency <= _COMMON * count)


def _dense(rows: Sequence[Sequence[Rows]], first: int) -> NDArray[np.float32]:
    """The vectors of a block of reports."""
    size = min(_BLOCK, len(rows[0]) - first)
    block = np.zeros((size, len(_WEIGHTS) * _COLUMNS), dtype=np.float32)
    for row in range(size):
        for kind in rows:
            columns, weights = kind[first + row]
            np.add.at(block[row], columns, weights)
    return block


def groups_of(count: int, alike: Likeness, least: float) -> list[list[int]]:
    """Groups of the numbers below ``count`` by average linkage: the likest two are joined first,
    until no two have ``least`` likeness on average.  Pairs not in ``alike`` count as 0.
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), value in alike.items():
        near[one][other] = near[other][one] = value
    members: dict[int, list[int]] = {n: [n] for n in range(count)}
    heap = [(-value, one, other) for (one, other), value in alike.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        value, one, other = heapq.heappop(heap)
        if near[one].get(other) != -value:
            continue  # one of the two has been joined since
        for third, mean in _joined(near, members, one, other):
            if mean >= least:
                heapq.heappush(heap, (-mean, min(one, third), max(one, third)))
    return sorted(sorted(group) for group in members.values())


def _joined(
    near: list[dict[int, float]], members: dict[int, list[int]], one: int, other: int
) -> Iterable[tuple[int, float]]:
    """Join group ``other`` to ``one``; the means of the new group with its neighbours."""
    mine, theirs = len(members[one]), len(members[other])
    means: dict[int, float] = defaultdict(float)
    for third, value in near[one].items():
        means[third] += value * mine / (mine + theirs)
    for third, value in near[other].items():
        means[third] += value * theirs / (mine + theirs)
    for third in sorted(means.keys() - {one, other}):
        near[third].pop(other, None)
        near[third][one] = means[third]
    near[one] = {third: means[third] for third in sorted(means.keys() - {one, other})}
    near[other] = {}
    members[one] += members.pop(other)
    return tuple(near[one].items())

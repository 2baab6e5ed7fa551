"""Which reports may share a text: winnowed fingerprints, then exact counts.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) keeps the least hash of
every window: two texts that share ``window + size - 1`` words in a row share a
fingerprint for certain.  Fingerprints only propose pairs; what decides is the
exact count of shared word 5-grams.  Containment, not Jaccard's measure: a cut
copy and its source share little of their union and all of the shorter text.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coranto.copies.words import Indices, Keys

SIZE = 5  # words in a gram: long enough to be nobody's phrase, short enough to outlive edits
WINDOW = 8
CAP = 256  # reports that one fingerprint may stand in: above it, it is furniture
_HELD = 1 << 22  # proposals held before doubles are thrown out: 32 MB
_BASE = np.uint64(0x9E3779B97F4A7C15)

Pairs = NDArray[np.int64]


def grams(keys: Keys, size: int = SIZE) -> Keys:
    """Hashes of the word ``size``-grams of ``keys``, in order; empty for shorter texts."""
    count = len(keys) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    rolled = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        rolled = rolled * _BASE + keys[place : place + count]
    return _mix(rolled)


def _mix(values: Keys) -> Keys:
    """Spread every bit over the word (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def single(hashes: Keys) -> Keys:
    """The hashes sorted, each once (``numpy.unique`` takes ten times as long for these)."""
    ranked = np.sort(hashes)
    if len(ranked) < 2:
        return ranked
    return ranked[np.concatenate(([True], ranked[1:] != ranked[:-1]))]


def window_of(count: int) -> int:
    """The window for a text of ``count`` grams: short texts keep more of theirs."""
    if count >= 120:
        return WINDOW
    return 4 if count >= 40 else 1


def winnow(hashes: Keys) -> Keys:
    """The fingerprints of a text, sorted, each once: the least hash of every window."""
    window = min(window_of(len(hashes)), len(hashes))
    if window <= 1:
        return single(hashes)
    least = np.lib.stride_tricks.sliding_window_view(hashes, window).min(axis=1)
    return single(least)


def candidate_pairs(fingerprints: Sequence[Keys], cap: int = CAP) -> Pairs:
    """Pairs ``(i, j)``, ``i < j``, of texts that share a fingerprint, as an array of two columns.

    A fingerprint that stands in more than ``cap`` texts proposes nothing.
    """
    if not fingerprints:
        return np.empty((0, 2), dtype=np.int64)
    marks = np.concatenate(fingerprints)
    owners = np.repeat(np.arange(len(fingerprints)), [len(f) for f in fingerprints])
    order = np.lexsort((owners, marks))
    marks, owners = marks[order], owners[order]
    allowed = _rare(marks, cap)
    marks, owners = marks[allowed], owners[allowed]
    found: list[NDArray[np.uint64]] = []
    held = 0
    for step in range(1, cap):
        same = np.flatnonzero(marks[step:] == marks[:-step])
        if not len(same):
            break
        packed = (owners[same] << np.int64(32)) | owners[same + step]
        found.append(packed.astype(np.uint64))
        held += len(packed)
        if held > _HELD:
            found = [single(np.concatenate(found))]
            held = len(found[0])
    packed = single(np.concatenate(found)).astype(np.int64) if found else np.empty(0, np.int64)
    return np.column_stack((packed >> np.int64(32), packed & np.int64(0xFFFFFFFF)))


def _rare(marks: Keys, cap: int) -> NDArray[np.bool_]:
    """Which of the sorted ``marks`` stand in more than one place and in at most ``cap``."""
    if not len(marks):
        return np.empty(0, dtype=np.bool_)
    begins = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1])))
    counts = np.diff(np.append(begins, len(marks)))
    return np.repeat((counts > 1) & (counts <= cap), counts)


def shared_counts(pairs: Pairs, sets: Sequence[Keys]) -> Indices:
    """How many grams each pair shares; ``sets`` holds the sorted, single grams of each text."""
    shared = np.zeros(len(pairs), dtype=np.int64)
    if not len(pairs):
        return shared
    lengths = np.array([len(s) for s in sets], dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)))
    dense = np.unique(np.concatenate(sets), return_inverse=True)[1]
    flags = np.zeros(int(dense.max()) + 1 if len(dense) else 1, dtype=np.bool_)
    begins = np.flatnonzero(np.concatenate(([True], pairs[1:, 0] != pairs[:-1, 0])))
    for begin, end in zip(begins, np.append(begins[1:], len(pairs)), strict=True):
        first = int(pairs[begin, 0])
        mine = dense[starts[first] : starts[first + 1]]
        flags[mine] = True
        for row in range(int(begin), int(end)):
            second = int(pairs[row, 1])
            theirs = flags[dense[starts[second] : starts[second + 1]]]
            shared[row] = np.count_nonzero(theirs)
        flags[mine] = False
    return shared

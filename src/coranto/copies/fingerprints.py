"""Which reports may share a text: winnowed fingerprints, then exact counts.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) keeps the least hash of
every window: two texts that share ``window + size - 1`` words in a row share a
fingerprint for certain.  Fingerprints only propose pairs; what decides is the
exact count of shared word 5-grams.  Containment, not Jaccard's measure: a cut
copy and its source share little of their union and all of the shorter text.

Hashes have 32 bits: a fingerprint and the number of its text fit one word, and
sorting these words brings together the texts that share one.  Of two texts of a
thousand words one gram in four thousand million is taken for another.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coranto.copies.compiled import compiled, part
from coranto.copies.scan import Indices, Keys, Mask

SIZE = 5  # words in a gram: long enough to be nobody's phrase, short enough to outlive edits
WINDOW = 8
CAP = 256  # reports that one fingerprint may stand in: above it, it is furniture
_HELD = 1 << 16  # proposals held before doubles are thrown out: half a megabyte
_BASE = np.uint64(0x9E3779B97F4A7C15)
_LEAVING = np.uint64(pow(0x9E3779B97F4A7C15, SIZE, 1 << 64))
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_27, _30, _32 = np.uint64(27), np.uint64(30), np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_SPREAD = np.uint32(0x9E3779B1)

Grams = NDArray[np.uint32]
Packed = NDArray[np.uint64]
Pairs = NDArray[np.int64]


def grams(keys: Keys | Grams) -> Grams:
    """Hashes of the word 5-grams of ``keys``, in order; empty for shorter texts."""
    made = np.empty(max(len(keys) - SIZE + 1, 0), dtype=np.uint32)
    _roll(keys.astype(np.uint64), made)
    return made


def single(hashes: Grams) -> Grams:
    """The hashes sorted, each once."""
    ranked = np.sort(hashes)
    if len(ranked) < 2:
        return ranked
    return ranked[np.concatenate(([True], ranked[1:] != ranked[:-1]))]


def winnow(hashes: Grams) -> Grams:
    """The fingerprints of a text, sorted, each once: the least hash of every window.

    The window is smaller for short texts, which so keep more of theirs.
    """
    made = np.empty(len(hashes), dtype=np.uint32)
    return single(made[: _winnow(hashes, made)])


def fingerprint(keys: Keys, counts: Indices, first: int) -> tuple[Packed, Grams, Indices]:
    """Fingerprints and grams of texts in a row: ``counts[i]`` keys belong to text ``first + i``.

    Gives the fingerprints as ``fingerprint << 32 | text`` (in no order), the
    grams of text after text, sorted and each once, and how many each text has.
    """
    packed, marks = np.empty(len(keys), dtype=np.uint64), np.empty(len(keys), dtype=np.uint64)
    room = int(counts.max(initial=0)) + 1
    total, marked = _fingerprint(keys, counts, packed, marks, np.empty((2, room), np.uint32))
    ranked = np.sort(packed[:total])
    lengths = np.zeros(len(counts), dtype=np.int64)
    made = np.empty(total, dtype=np.uint32)
    kept = _part(ranked, made, lengths)
    return marks[:marked] + np.uint64(first), made[:kept].copy(), lengths


def candidate_pairs(fingerprints: Sequence[Grams], cap: int = CAP) -> Pairs:
    """Pairs ``(i, j)``, ``i < j``, of texts that share a fingerprint, as an array of two columns.

    A fingerprint that stands in more than ``cap`` texts proposes nothing.
    """
    if not fingerprints:
        return np.empty((0, 2), dtype=np.int64)
    marks = np.concatenate(fingerprints).astype(np.uint64) << _32
    owners = np.repeat(np.arange(len(fingerprints)), [len(f) for f in fingerprints])
    packed = np.sort(marks | owners.astype(np.uint64))
    return pairs_within(packed, cap)


def pairs_within(ranked: Packed, cap: int = CAP) -> Pairs:
    """Pairs of texts that share one of the sorted fingerprints (see :func:`fingerprint`)."""
    found = _Found(cap)
    at = 0
    while at < len(ranked):
        held, at = _propose(ranked, at, cap, found.buffer, _HELD)
        found.take(held)
    return unpacked(found.all())


def pairs_between(old: Packed, new: Packed, cap: int = CAP) -> Pairs:
    """Pairs of an old text and a new one that share a fingerprint; both are sorted."""
    found = _Found(cap)
    at = 0
    while at < len(new):
        held, at = _propose_between(old, new, at, cap, found.buffer, _HELD)
        found.take(held)
    return unpacked(found.all())


class _Found:
    """Packed pairs, each once; doubles are thrown out as they come in."""

    def __init__(self, cap: int) -> None:
        self.buffer: Packed = np.empty(_HELD + cap * cap, dtype=np.uint64)
        self._single: Packed = np.empty(0, dtype=np.uint64)
        self._more: list[Packed] = []

    def take(self, held: int) -> None:
        self._more.append(self.buffer[: _single_first(self.buffer[:held])].copy())
        # So a pair is sorted a few times at most, however many there are.
        if sum(map(len, self._more)) > len(self._single):
            self.all()

    def all(self) -> Packed:
        if self._more:
            joined = np.concatenate((self._single, *self._more))
            self._single, self._more = np.empty(0, dtype=np.uint64), []
            joined.resize(_single_first(joined), refcheck=False)  # a copy would double the memory
            self._single = joined
        return self._single


def _single_first(packed: Packed) -> int:
    """Sort the pairs and bring each one, without its doubles, to the front; how many there are."""
    packed.sort()
    return _keep_single(packed)


def unpacked(packed: Packed) -> Pairs:
    """Pairs packed as ``i << 32 | j`` as two columns."""
    pairs = np.empty((len(packed), 2), dtype=np.int64)
    np.right_shift(packed, _32, out=pairs[:, 0], casting="unsafe")
    np.bitwise_and(packed, _LOW, out=pairs[:, 1], casting="unsafe")
    return pairs


def shared_counts(pairs: Pairs, sets: Sequence[Grams]) -> Indices:
    """How many grams each pair shares; ``sets`` holds the sorted, single grams of each text."""
    lengths = np.array([len(s) for s in sets], dtype=np.int64)
    begins = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(lengths)))
    flat = np.concatenate(sets) if len(sets) else np.empty(0, dtype=np.uint32)
    return count_shared(pairs, flat, begins)


def count_shared(pairs: Pairs, flat: Grams, begins: Indices) -> Indices:
    """How many grams each pair shares; text ``i`` has ``flat[begins[i]:begins[i + 1]]``, single.

    Quickest where the pairs of one first text stand together.
    """
    shared = np.zeros(len(pairs), dtype=np.int64)
    if len(pairs):
        size = _table_size(int(np.diff(begins).max()))
        filled = np.zeros(size, dtype=np.bool_)
        _count_shared(pairs, flat, begins, filled, np.empty(size, dtype=np.uint32), shared)
    return shared


# --- compiled -------------------------------------------------------------------------------


@part
def _mixed(value: np.uint64) -> np.uint32:
    """Spread every bit over the word (the finaliser of SplitMix64, Steele et al. 2014)."""
    value = (value ^ (value >> _30)) * _MIX_1
    value = (value ^ (value >> _27)) * _MIX_2
    return np.uint32(value >> _32)


@compiled
def _roll(keys: Keys, made: Grams) -> None:
    """Hash every five keys in a row (Karp and Rabin's rolling hash, modulo 2**64)."""
    rolled = np.uint64(0)
    for place in range(len(keys)):
        rolled = rolled * _BASE + keys[place]
        if place >= SIZE:
            rolled -= keys[place - SIZE] * _LEAVING
        if place >= SIZE - 1:
            made[place - SIZE + 1] = _mixed(rolled)


@part
def _window(count: int) -> int:
    if count >= 120:
        return WINDOW
    return 4 if count >= 40 else 1


@compiled
def _winnow(hashes: Grams, made: Grams) -> int:
    """Write the least hash of each window, doubles in a row left out; give how many."""
    count = len(hashes)
    window = _window(count)
    written, least = 0, -1
    for end in range(window, count + 1):
        begin = end - window
        if least < begin:
            least = begin
            for place in range(begin + 1, end):
                if hashes[place] < hashes[least]:
                    least = place
            made[written] = hashes[least]
            written += 1
        elif hashes[end - 1] < hashes[least]:
            least = end - 1
            made[written] = hashes[least]
            written += 1
    return written


@compiled
def _fingerprint(
    keys: Keys, counts: Indices, packed: Packed, marks: Packed, room: Grams
) -> tuple[int, int]:
    at, total, marked = 0, 0, 0
    for number in range(len(counts)):
        count = max(counts[number] - SIZE + 1, 0)
        hashes = room[0, :count]
        _roll(keys[at : at + counts[number]], hashes)
        at += counts[number]
        for place in range(count):
            packed[total + place] = (np.uint64(number) << _32) | np.uint64(hashes[place])
        total += count
        chosen = room[1]
        for place in range(_winnow(hashes, chosen)):
            marks[marked] = (np.uint64(chosen[place]) << _32) | np.uint64(number)
            marked += 1
    return total, marked


@compiled
def _part(ranked: Packed, made: Grams, lengths: Indices) -> int:
    """Write the low halves of ``ranked``, doubles left out; count them by their high halves."""
    kept = 0
    for place in range(len(ranked)):
        if place == 0 or ranked[place] != ranked[place - 1]:
            made[kept] = np.uint32(ranked[place] & _LOW)
            lengths[ranked[place] >> _32] += 1
            kept += 1
    return kept


@compiled
def _keep_single(ranked: Packed) -> int:
    kept = 0
    for place in range(len(ranked)):
        if place == 0 or ranked[place] != ranked[place - 1]:
            ranked[kept] = ranked[place]
            kept += 1
    return kept


@part
def _run_end(ranked: Packed, at: int) -> int:
    """Where the fingerprint at ``at`` ends."""
    mark, end = ranked[at] >> _32, at + 1
    while end < len(ranked) and ranked[end] >> _32 == mark:
        end += 1
    return end


@compiled
def _propose(ranked: Packed, at: int, cap: int, buffer: Packed, full: int) -> tuple[int, int]:
    """Write packed pairs from fingerprint ``at`` on until ``full``; give how many, and where."""
    held = 0
    while at < len(ranked) and held < full:
        end = _run_end(ranked, at)
        if end - at <= cap:
            for one in range(at, end - 1):
                first = ranked[one] & _LOW
                for other in range(one + 1, end):
                    second = ranked[other] & _LOW
                    if second != first:
                        buffer[held] = (first << _32) | second
                        held += 1
        at = end
    return held, at


@compiled
def _propose_between(
    old: Packed, new: Packed, at: int, cap: int, buffer: Packed, full: int
) -> tuple[int, int]:
    held, begin = 0, 0
    while at < len(new) and held < full:
        end = _run_end(new, at)
        mark = new[at] >> _32
        begin = _gallop(old, mark << _32, begin)
        stop = begin
        while stop < len(old) and old[stop] >> _32 == mark and stop - begin <= cap:
            stop += 1
        if stop > begin and stop - begin + end - at <= cap:
            for one in range(begin, stop):
                for other in range(at, end):
                    buffer[held] = ((old[one] & _LOW) << _32) | (new[other] & _LOW)
                    held += 1
        at = end
    return held, at


@part
def _gallop(ranked: Packed, value: np.uint64, low: int) -> int:
    """The first place from ``low`` on whose value is not less: near steps first, then halves."""
    step, high = 1, low
    while high < len(ranked) and ranked[high] < value:
        low = high + 1
        high += step
        step *= 2
    high = min(high, len(ranked))
    while low < high:
        middle = (low + high) // 2
        if ranked[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def _table_size(count: int) -> int:
    """The least power of two that leaves seven eighths of a table empty."""
    size = 16
    while size < 8 * count:
        size *= 2
    return size


@compiled
def _count_shared(
    pairs: Pairs, flat: Grams, begins: Indices, filled: Mask, table: Grams, shared: Indices
) -> None:
    """Look the grams of each second text up in a table (linear probing) of the first one's."""
    low, high, mask = 0, 0, np.uint32(0)
    current = -1
    for row in range(len(pairs)):
        if pairs[row, 0] != current:
            current = pairs[row, 0]
            if high > low:
                filled[: mask + np.uint32(1)] = False
            low, high = begins[current], begins[current + 1]
            mask = np.uint32(_table_size(high - low) - 1)
            for place in range(low, high):
                slot = (flat[place] * _SPREAD) & mask
                while filled[slot]:
                    slot = (slot + np.uint32(1)) & mask
                filled[slot] = True
                table[slot] = flat[place]
        found = 0
        second = pairs[row, 1]
        for place in range(begins[second], begins[second + 1]):
            slot = (flat[place] * _SPREAD) & mask
            while filled[slot]:
                if table[slot] == flat[place]:
                    found += 1
                    break
                slot = (slot + np.uint32(1)) & mask
        shared[row] = found

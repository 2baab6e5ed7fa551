"""The fingerprints of all reports, kept: new reports are compared without reading the old ones.

Of each report the index keeps its word 5-grams and its fingerprints, hashed, and
no text.  About 4 bytes a word for the former and 2 for the latter.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coranto.copies.fingerprints import (
    CAP,
    Grams,
    Packed,
    Pairs,
    count_shared,
    fingerprint,
    pairs_between,
    pairs_within,
)
from coranto.copies.scan import Indices, codes_of, keys_of_texts
from coranto.errors import DataError

_FORMAT = "coranto-fingerprints/1"
_CHARACTERS = 1 << 17  # of text read at once: they and their words stay in the processor's cache

_PAIRS = 1 << 16  # of which the containment is counted at once


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Pairs of reports that share text, by their numbers in the index, the earlier one first.

    ``shared[k]`` word 5-grams stand in both reports of ``pairs[k]``; ``containment[k]``
    is their share of the shorter report's, from 0 to 1, both exact but for
    accidents of hashing.
    """

    pairs: Pairs
    shared: Indices
    containment: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.pairs)

    def least(self, containment: float) -> Matches:
        """The pairs with at least so much containment."""
        rows = self.containment >= containment
        return Matches(self.pairs[rows], self.shared[rows], self.containment[rows])


class FingerprintIndex:
    """Reports by what they share.

    Reports have the numbers 0, 1, 2 … in the order in which they were added;
    ``ids[number]`` is the id that was given with each.  A fingerprint that stands
    in more than ``cap`` reports proposes no pairs.
    """

    def __init__(self, cap: int = CAP) -> None:
        self.cap = cap
        self.ids: list[str] = []
        self._lengths: list[Indices] = []
        self._grams = bytearray()  # grows in place: the memory of hundreds of chunks joined is not
        self._segments: list[Packed] = []

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, ids: Iterable[str], texts: Iterable[str]) -> Matches:
        """Add reports, and give the pairs of each with those before it, old or new.

        ``texts`` are read once and let go; ``ids`` are as many (``ValueError``
        otherwise).
        """
        marks = bytearray()
        named, first = list(ids), len(self.ids)
        number = first
        for codes, ends in _chunks(texts):
            found, grams, lengths = fingerprint(*keys_of_texts(codes, ends), number)
            number += len(ends)
            marks += found.data
            self._grams += grams.data
            self._lengths.append(lengths)
        if number - first != len(named):
            raise ValueError(f"{len(named)} ids for {number - first} texts")
        self.ids += named
        new: Packed = np.frombuffer(marks, dtype=np.uint64)
        new.sort()
        pairs = [pairs_between(old, new, self.cap) for old in self._segments]
        pairs.append(pairs_within(new, self.cap))
        self._keep(new)
        return self._matches(_single(pairs))

    def grams(self, number: int) -> Grams:
        """The hashes of a report's word 5-grams, sorted, each once."""
        begins = self._begins()
        every = np.frombuffer(self._grams, dtype=np.uint32)
        return every[begins[number] : begins[number + 1]].copy()

    def save(self, path: Path) -> None:
        """Write the index to one file (``OSError`` where that cannot be)."""
        head = {"format": _FORMAT, "cap": self.cap, "ids": self.ids}
        marks = np.concatenate([np.empty(0, dtype=np.uint64), *self._segments])
        marks.sort()
        with path.open("wb") as file:
            np.savez(
                file,
                head=np.frombuffer(json.dumps(head).encode(), dtype=np.uint8),
                lengths=np.diff(self._begins()),
                grams=np.frombuffer(self._grams, dtype=np.uint32),
                marks=marks,
            )

    @classmethod
    def load(cls, path: Path) -> FingerprintIndex:
        """The index in a file that :meth:`save` wrote; ``DataError`` where it is none."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                head = json.loads(stored["head"].tobytes())
                if head["format"] != _FORMAT:
                    raise DataError(f"{path}: fingerprints of another version: {head['format']}")
                index = cls(head["cap"])
                index.ids = head["ids"]
                index._lengths = [stored["lengths"]]
                index._grams = bytearray(stored["grams"].data)
                index._segments = [stored["marks"]]
        except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
            raise DataError(f"{path}: no stored fingerprints: {error}") from error
        if len(index.ids) != len(index._lengths[0]):
            raise DataError(f"{path}: no stored fingerprints: ids and texts are not as many")
        return index

    # --- within -----------------------------------------------------------------------------

    def _begins(self) -> Indices:
        self._lengths = [np.concatenate([np.empty(0, dtype=np.int64), *self._lengths])]
        return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(self._lengths[0])))

    def _keep(self, new: Packed) -> None:
        """Keep sorted fingerprints; segments of like size become one, so that there are few."""
        self._segments.append(new)
        while len(self._segments) > 1 and len(self._segments[-2]) < 2 * len(self._segments[-1]):
            joined = np.concatenate((self._segments.pop(-2), self._segments.pop()))
            joined.sort(kind="stable")
            self._segments.append(joined)

    def _matches(self, pairs: Pairs) -> Matches:
        begins = self._begins()
        shared = count_shared(pairs, np.frombuffer(self._grams, dtype=np.uint32), begins)
        lengths = np.diff(begins)
        containment = np.empty(len(pairs), dtype=np.float64)
        # A part at a time: what is made on the way would take as much as the fingerprints.
        for at in range(0, len(pairs), _PAIRS):
            part = slice(at, at + _PAIRS)
            shorter = lengths[pairs[part]].min(axis=1)
            np.divide(shared[part], np.maximum(shorter, 1), out=containment[part])
        return Matches(pairs, shared, containment)


def _single(pairs: Sequence[Pairs]) -> Pairs:
    """Pairs of several sources, each once, in order."""
    if len(pairs) == 1:
        return pairs[0]
    every = np.concatenate(pairs)
    return every[np.lexsort((every[:, 1], every[:, 0]))]


def _chunks(texts: Iterable[str]) -> Iterator[tuple[NDArray[np.uint32], Indices]]:
    """The characters of many texts a few at a time, and where each text ends among them."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _CHARACTERS:
            yield _chunk(held)
            held, size = [], 0
    if held:
        yield _chunk(held)


def _chunk(texts: list[str]) -> tuple[NDArray[np.uint32], Indices]:
    return codes_of("".join(texts)), np.cumsum([len(text) for text in texts], dtype=np.int64)

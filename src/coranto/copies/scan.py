"""From characters to words: where each word stands, and its key.

A word is a run of letters and digits; "U.S." and "1,500" are one word each, "it's"
too.  The key is a hash of the word as it is compared: case folded, accents and
dots taken off, apostrophes made alike.  The classes of characters are those of
Python's ``str`` methods (the Unicode database), looked up once for each
character that occurs.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from coranto.copies.compiled import compiled, part

Keys = NDArray[np.uint64]
Indices = NDArray[np.int64]
Mask = NDArray[np.bool_]
Codes = NDArray[np.uint32]
Bytes = NDArray[np.uint8]
Folds = NDArray[np.int32]

_ALL = 0x110000
# Classes of characters, as bits.
_KNOWN, _LETTER, _DIGIT, _JOINER, _UPPER, _LOWER = 1, 2, 4, 8, 16, 32
_WORDLIKE = _LETTER | _DIGIT | _JOINER
_SMALL = 4  # letters of an article, preposition or the like
_FNV = np.uint64(0x100000001B3)  # Fowler, Noll and Vo's prime for 64 bits
_SEED = np.uint64(0xCBF29CE484222325)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_27, _30, _31 = np.uint64(27), np.uint64(30), np.uint64(31)
_APOSTROPHES = (0x27, 0x2019, 0x02BC)


class _Characters:
    """What is known of each character: its class, and what it is compared as.

    ``folds[c]`` is the one character that ``c`` becomes, or ``-1 - at`` where it
    becomes several: ``many[at]`` says how many, and they follow.
    """

    def __init__(self) -> None:
        self.classes = np.zeros(_ALL, dtype=np.uint8)
        self.folds = np.zeros(_ALL, dtype=np.int32)
        self._many: list[int] = [0]
        self.many = np.array(self._many, dtype=np.int32)
        self.learn(range(0x0590))  # Latin, Greek and Cyrillic

    def learn(self, codes: range | list[int]) -> None:
        """Look up characters that were not met before."""
        for code in codes:
            char = chr(code)
            folded = _folded(char)
            self.classes[code] = _class_of(char)
            if len(folded) == 1:
                self.folds[code] = folded[0]
            else:
                self.folds[code] = -1 - len(self._many)
                self._many += [len(folded), *folded]
        self.many = np.array(self._many, dtype=np.int32)


def _class_of(char: str) -> int:
    kind = _KNOWN
    if char.isdecimal():
        kind |= _DIGIT
    elif char.isalnum():
        kind |= _LETTER
    elif char == "_" or 0x0300 <= ord(char) < 0x0370:
        kind |= _JOINER
    if char.islower():
        kind |= _LOWER
    elif char.isupper() or char.istitle():
        kind |= _UPPER
    return kind


def _folded(char: str) -> list[int]:
    if ord(char) in _APOSTROPHES:
        return [0x27]
    if 0xD800 <= ord(char) < 0xE000:
        return [ord(char)]
    decomposed = unicodedata.normalize("NFKD", char.casefold())
    return [ord(c) for c in decomposed if not unicodedata.combining(c)]


@cache
def _characters() -> _Characters:
    return _Characters()


def codes_of(text: str) -> Codes:
    """The code points of ``text``."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def scan(codes: Codes) -> tuple[Indices, Indices, Keys, Mask]:
    """The words of a text: first and last place (end excluded), key, and whether it is small.

    Small is a word of at most four letters without a capital.
    """
    known = _characters()
    while True:
        room = len(codes) // 2 + 1
        starts, ends = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
        keys, small = np.empty(room, dtype=np.uint64), np.empty(room, dtype=np.bool_)
        count = _scan(codes, known.classes, known.folds, known.many, starts, ends, keys, small)
        if count >= 0:
            return starts[:count].copy(), ends[:count].copy(), keys[:count].copy(), small[:count]
        _learn_from(codes)


def keys_of_texts(codes: Codes, ends: Indices) -> tuple[Keys, Indices]:
    """The keys of the words of several texts in one row, and how many each text has.

    ``codes`` are the texts' characters, one text after another; ``ends`` says
    where each ends.
    """
    known = _characters()
    while True:
        keys = np.empty(len(codes) // 2 + len(ends), dtype=np.uint64)
        counts = np.empty(len(ends), dtype=np.int64)
        total = _scan_texts(codes, ends, known.classes, known.folds, known.many, keys, counts)
        if total >= 0:
            return keys[:total], counts
        _learn_from(codes)


def _learn_from(codes: Codes) -> None:
    known = _characters()
    unknown = np.unique(codes[known.classes[codes] == 0])
    known.learn([int(code) for code in unknown])


# --- compiled -------------------------------------------------------------------------------


@part
def _word_end(codes: Codes, at: int, end: int, classes: Bytes) -> tuple[int, int]:
    """Where the word that begins at ``at`` ends, and its form: 1 dotted, 2 figures, 3 other."""
    first = classes[codes[at]]
    if first & _LETTER:  # U.S., p.m.
        stop, pairs = at, 0
        while stop + 1 < end and classes[codes[stop]] & _LETTER and codes[stop + 1] == 46:
            stop += 2
            pairs += 1
        if pairs >= 2:
            return stop, 1
    if first & _DIGIT:  # 1,500 and 4.5
        stop = at
        while stop < end and classes[codes[stop]] & _DIGIT:
            stop += 1
        groups = 0
        while (
            stop + 1 < end
            and (codes[stop] == 44 or codes[stop] == 46)
            and classes[codes[stop + 1]] & _DIGIT
        ):
            stop += 1
            while stop < end and classes[codes[stop]] & _DIGIT:
                stop += 1
            groups += 1
        if groups:
            return stop, 2
    stop = at
    while True:
        while stop < end and classes[codes[stop]] & _WORDLIKE:
            stop += 1
        joins = stop + 1 < end and (
            codes[stop] == 0x27 or codes[stop] == 0x2019 or codes[stop] == 0x02BC
        )
        if joins and classes[codes[stop + 1]] & _WORDLIKE:
            stop += 1
        else:
            return stop, 3


@part
def _key(codes: Codes, at: int, end: int, form: int, folds: Folds, many: Folds) -> np.uint64:
    value = _SEED
    for place in range(at, end):
        code = codes[place]
        if (form == 1 and code == 46) or (form == 2 and code == 44):
            continue
        fold = folds[code]
        if fold >= 0:
            value = (value ^ np.uint64(fold)) * _FNV
        else:
            start = -1 - fold
            for step in range(start + 1, start + 1 + many[start]):
                value = (value ^ np.uint64(many[step])) * _FNV
    value = (value ^ (value >> _30)) * _MIX_1
    value = (value ^ (value >> _27)) * _MIX_2
    return value ^ (value >> _31)


@part
def _is_small(codes: Codes, at: int, end: int, classes: Bytes) -> bool:
    if end - at > _SMALL:
        return False
    lower = False
    for place in range(at, end):
        kind = classes[codes[place]]
        if kind & _UPPER:
            return False
        lower = lower or (kind & _LOWER) != 0
    return lower


@compiled
def _scan(
    codes: Codes,
    classes: Bytes,
    folds: Folds,
    many: Folds,
    starts: Indices,
    ends: Indices,
    keys: Keys,
    small: Mask,
) -> int:
    count, at, end = 0, 0, len(codes)
    for place in range(end):
        if classes[codes[place]] == 0:
            return -1
    while at < end:
        if classes[codes[at]] & _WORDLIKE:
            stop, form = _word_end(codes, at, end, classes)
            starts[count], ends[count] = at, stop
            keys[count] = _key(codes, at, stop, form, folds, many)
            small[count] = _is_small(codes, at, stop, classes)
            count += 1
            at = stop
        else:
            at += 1
    return count


@compiled
def _scan_texts(
    codes: Codes,
    text_ends: Indices,
    classes: Bytes,
    folds: Folds,
    many: Folds,
    keys: Keys,
    counts: Indices,
) -> int:
    total, at = 0, 0
    for place in range(len(codes)):
        if classes[codes[place]] == 0:
            return -1
    for number in range(len(text_ends)):
        before, end = total, text_ends[number]
        while at < end:
            if classes[codes[at]] & _WORDLIKE:
                stop, form = _word_end(codes, at, end, classes)
                keys[total] = _key(codes, at, stop, form, folds, many)
                total += 1
                at = stop
            else:
                at += 1
        counts[number] = total - before
    return total

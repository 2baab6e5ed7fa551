"""Where sentences end, as a small network sees it: a chance for each gap between words.

The network reads a window of chunks (what stands between spaces) about each gap:
each chunk is the sum of the vectors of its features, its word among them, and a
few numbers say how far the gap is from the line's ends and marks, and how the
text as a whole is written. It was trained on two treebanks and on news, see
``training/sentence_boundaries.py``; its weights lie in ``boundaries.npz``.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coranto.language.abbreviations import ABBREVIATIONS, BEFORE_FIGURES, MONTHS, TITLES

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

REACH = 6
"""Chunks that the network sees on each side of a gap."""
FEATURES = 9
"""At most so many features has a chunk."""
NUMBERS = 18
"""Numbers that describe a gap as such; see ``_line_numbers``."""
BLOCK = 32
"""Gaps computed together: so few that the linear algebra library starts no threads of its own."""
SUFFIXES = 211
REMEMBERED_CHUNKS = 1 << 15
FIRST_ROWS = 1 << 12

_PLAIN = str.maketrans("\u201c\u201d\u2018\u2019\u2013\u2014\u00ab\u00bb", '""\'\'--""')
_CORE = re.compile(r"[^\W_].*[^\W_]|[^\W_]")
_RUNS = re.compile(r"(.)\1+")
_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_STOP = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$")
_CLOCK = re.compile(r"\d{1,2}:\d\d")


def chunk_features(chunk: str) -> tuple[str, ...]:
    """What the network knows of a chunk, as strings: word, marks, shape, ending."""
    found = _CORE.search(chunk)
    if found is None:
        mark = _RUNS.sub(r"\1\1", chunk.translate(_PLAIN))[:4]
        return "marks", f"m:{mark}", f"t:{mark[-1:]}"
    core = found.group().translate(_PLAIN)
    before = chunk[: found.start()].translate(_PLAIN)
    after = _RUNS.sub(r"\1\1", chunk[found.end() :].translate(_PLAIN))
    word = _DIGIT.sub("0", core.lower())
    features = [f"w:{word}", f"s:{_shape(core)}", f"t:{after[:3]}"]
    if before:
        features.append(f"l:{before[-2:]}")
    if after:
        features += [f"z:{after[-1]}", f"wt:{word}{after[:1]}"]
    if core[0].isupper():
        features.append(f"c:{word}")
    elif word.isalpha() and len(word) > 3:
        features.append(f"e:{zlib.crc32(word[-3:].encode()) % SUFFIXES}")
    kind = _abbreviation(core) if after[:1] == "." else ""
    if kind:
        features.append(kind)
    elif _CLOCK.fullmatch(core):
        features.append("clock")
    return tuple(features[:FEATURES])


def _shape(core: str) -> str:
    """Case and make of a word with its length up to four."""
    if core.isalpha():
        if core.islower():
            form = "x"
        elif core.isupper():
            form = "X"
        else:
            form = "Xx" if core.istitle() else "xX"
    elif core.isdigit():
        form = "0"
    else:
        form = ("0" if core[0].isdigit() else "X" if core[0].isupper() else "x") + "-"
    return f"{form}{min(len(core), 4)}"


def _abbreviation(core: str) -> str:
    """The kind of abbreviation that a word before a full stop may be."""
    if _DOTTED.match(core):
        return "dotted"
    if len(core) == 1 and core.isalpha():
        return "initial"
    if core in TITLES:
        return "title"
    if core in MONTHS:
        return "month"
    if core in BEFORE_FIGURES:
        return "before"
    return "abbreviation" if core in ABBREVIATIONS else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as chunks, and after which of them the rules end a sentence."""

    chunks: list[str]
    ruled: list[bool]


class _Chunk(NamedTuple):
    """What is known of a chunk by itself; ``row`` is its place in the table of vectors."""

    row: int
    stop: bool
    quotes: int
    depth: int
    letter: bool  # ends in a letter
    comma: bool
    lower: bool  # begins in lower case
    upper: bool
    mark: bool  # ends in . ! or ?


class Gaps(NamedTuple):
    """The gaps where a sentence may end."""

    places: list[tuple[int, int]]
    """Line and chunk after which each gap stands."""
    windows: Integers
    """Rows of the table of vectors about each, (gaps, 2 * REACH)."""
    numbers: Floats
    """What describes the gap as such, (gaps, ``NUMBERS``)."""


def _text_numbers(lines: Sequence[Sequence[_Chunk]]) -> list[float]:
    """How the text is written: stops before lower case, lines that end in a stop, capitals."""
    lower = stops = ended = capitals = chunks = 0
    for line in lines:
        for chunk, following in pairwise(line):
            if chunk.mark:
                stops += 1
                lower += following.lower
            capitals += following.upper
        chunks += len(line) - 1
        ended += line[-1].stop
    return [
        lower / (stops + 2),
        min(stops, 8) / 8,
        ended / max(1, len(lines)),
        capitals / max(1, chunks),
    ]


def _line_numbers(line: Sequence[_Chunk], ruled: Sequence[bool]) -> list[tuple[int, list[float]]]:
    """The gaps of a line where a sentence may end, and what describes them.

    Gaps in running words, and after a comma in them, are left out: few end a sentence.
    """
    size = len(line)
    stops = [i for i, chunk in enumerate(line) if chunk.stop]
    ended = float(bool(stops) and stops[-1] == size - 1)
    capitals = sum(chunk.upper for chunk in line) / size
    rows: list[tuple[int, list[float]]] = []
    quotes = depth = passed = 0
    for i, (chunk, following) in enumerate(pairwise(line)):
        quotes += chunk.quotes
        depth = max(0, depth + chunk.depth)
        passed += chunk.stop
        if following.lower and (chunk.letter or chunk.comma):
            continue
        before = passed - chunk.stop
        last = stops[before - 1] if before else -1
        ahead = stops[passed] - i if passed < len(stops) else size - 1 - i
        numbers = [
            float(quotes % 2), float(depth > 0), _log(i + 1), _log(size - 1 - i),
            _log(i - last), _log(ahead), ended, capitals, float(passed < len(stops)),
            float(before > 0), float(size < 12), float(chunk.stop), float(ruled[i]),
            float(chunk.stop and not ruled[i]),
        ]  # fmt: skip
        rows.append((i, numbers))
    return rows


@cache
def _log(n: int) -> float:
    return math.log2(n + 1) / 4


class BoundaryNetwork:
    """The network with its weights. Threads may share one instance.

    ``vectors`` (features + 1, width), row 0 all zeros; ``window`` (2 * REACH *
    width, hidden); ``numbers`` (NUMBERS, hidden); ``bias`` (hidden,); ``out``
    (hidden + 1,), the last its constant.
    """

    def __init__(self, names: Sequence[str], weights: dict[str, Floats]) -> None:
        self.index = {name: i + 1 for i, name in enumerate(names)}
        self.weights = weights
        self.features: list[tuple[int, ...]] = [()]
        self._known: dict[str, _Chunk] = {}
        self._table = np.zeros((FIRST_ROWS, weights["vectors"].shape[1]), dtype=np.float32)
        self._lock = Lock()

    def gaps(self, lines: Sequence[Line]) -> Gaps:
        """The gaps of a text where a sentence may end."""
        read = [[self._chunk(chunk) for chunk in line.chunks] for line in lines]
        text = _text_numbers(read)
        pad = [0] * REACH
        rows = pad.copy()
        places: list[tuple[int, int]] = []
        numbers: list[list[float]] = []
        starts: list[int] = []
        for n, (line, raw) in enumerate(zip(read, lines, strict=True)):
            for i, own in _line_numbers(line, raw.ruled):
                places.append((n, i))
                numbers.append(own + text)
                # The window of the gap after chunk i begins REACH - 1 chunks before it.
                starts.append(len(rows) + i + 1 - REACH)
            rows += [chunk.row for chunk in line]
            rows += pad
        windows = np.array(rows, dtype=np.int32)[
            np.array(starts, dtype=np.int32)[:, None] + np.arange(2 * REACH)
        ]
        return Gaps(places, windows, np.array(numbers, dtype=np.float32).reshape(-1, NUMBERS))

    def chances(self, lines: Sequence[Line]) -> list[tuple[int, int, float]]:
        """Line, chunk and chance that a sentence ends after it, for each gap where one may."""
        with self._lock:
            if len(self.features) > REMEMBERED_CHUNKS:
                self._known.clear()
                del self.features[1:]
            gaps = self.gaps(lines)
            seen = self._table[gaps.windows].reshape(len(gaps.places), len(self.weights["window"]))
        w = self.weights
        out: list[tuple[int, int, float]] = []
        for at in range(0, len(seen), BLOCK):
            part = slice(at, at + BLOCK)
            hidden = seen[part] @ w["window"] + gaps.numbers[part] @ w["numbers"] + w["bias"]
            score = np.maximum(hidden, 0) @ w["out"][:-1] + w["out"][-1]
            chance = 1 / (1 + np.exp(-score))
            out += [(n, i, c) for (n, i), c in zip(gaps.places[part], chance.tolist(), strict=True)]
        return out

    def _chunk(self, chunk: str) -> _Chunk:
        known = self._known.get(chunk)
        if known is None:
            features = [self.index.get(name, 0) for name in chunk_features(chunk)]
            row = len(self.features)
            self.features.append((*features, *[0] * (FEATURES - len(features))))
            if row == len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._table[row] = self.weights["vectors"][features].sum(0)
            known = _Chunk(
                row,
                stop=_STOP.search(chunk) is not None,
                quotes=sum(map(chunk.count, '"\u201c')) - chunk.count("\u201d"),
                depth=chunk.count("(") - chunk.count(")"),
                letter=chunk[-1].isalpha(),
                comma=chunk[-1] == ",",
                lower=chunk[0].islower(),
                upper=chunk[0].isupper(),
                mark=chunk[-1] in ".!?",
            )
            self._known[chunk] = known
        return known

    @classmethod
    def read(cls, path: Path) -> BoundaryNetwork:
        """The network in an ``.npz`` file as ``write`` made it."""
        with np.load(path) as stored:
            names = bytes(stored["names"]).decode("utf-8").split("\n")
            weights = {
                k: stored[k].astype(np.float32) for k in ("window", "numbers", "bias", "out")
            }
            scale = stored["scale"].astype(np.float32)
            weights["vectors"] = stored["vectors"].astype(np.float32) * scale[:, None]
        return cls(names, weights)

    def write(self, path: Path) -> None:
        """Write the network: vectors in eight bits with a scale a row, the rest in sixteen."""
        vectors = self.weights["vectors"]
        scale = (np.maximum(np.abs(vectors).max(1), 1e-2) / 127).astype(np.float16)
        whole = np.round(vectors / scale.astype(np.float32)[:, None]).clip(-127, 127)
        rest: dict[str, Any] = {
            k: v.astype(np.float16) for k, v in self.weights.items() if k != "vectors"
        }
        names = np.frombuffer("\n".join(self.index).encode("utf-8"), dtype=np.uint8)
        np.savez_compressed(path, names=names, vectors=whole.astype(np.int8), scale=scale, **rest)


@cache
def shipped() -> BoundaryNetwork:
    """The network that comes with Coranto."""
    return BoundaryNetwork.read(Path(__file__).parent / "boundaries.npz")

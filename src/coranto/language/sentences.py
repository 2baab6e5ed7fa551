"""Sentences of news text, with exact places.

A line end always ends a sentence, as news is laid out in paragraphs, headlines
and bullets. Inside a line rules look at ``.``, ``?``, ``!`` and an ellipsis, with
the closing quotation marks and brackets that follow: a sentence ends there when
what comes next can begin one and the stop does not belong to an abbreviation. A
small network (`boundaries.py`) is told what the rules say, sees the words about
each gap, and decides. It splits what rules cannot: letters and posts without
capitals or stops, headings run into their text, captions with their credits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from coranto.language.abbreviations import (
    ABBREVIATIONS,
    BEFORE_FIGURES,
    MAY_END,
    MONTHS,
    TITLES,
)
from coranto.language.boundaries import Line, shipped

# How sure the network must be that a sentence ends: less where the rules say so and after a mark
# that ends sentences, more after one that seldom does, as an introduction must stay with the words
# that it introduces.
LIKELY_BY_RULE = 0.25
LIKELY_AT_STOP = 0.4
LIKELY = 0.7
LIKELY_AT_COLON = 0.8
LONGEST = 300
"""Chunks (what stands between spaces) of a sentence at most."""
REMEMBERED_TEXTS = 1024
"""Texts whose sentences are kept for the next who asks."""

_QUOTES = "\"'\u201d\u2019\u00bb"
_ANY_CLOSERS = _QUOTES + ")]}"
_ANY_OPENERS = "\"'\u201c\u2018([{\u00ab\u201e"
_CLOSERS = re.escape(_ANY_CLOSERS)
_OPENERS = re.escape(_ANY_OPENERS)

_AFTER_DASH = re.compile("[-\u2010-\u2015]")

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A mark with what closes after it, and the numbers of notes ("said.[3]"); white space follows,
# or, where a page lost it, a capitalised word right after a word in lower case ("ended.The").
_STOP = re.compile(
    rf"(?:[.!?]+|\u2026)(?:[{_CLOSERS}]|'')*(?:\s?\[\d{{1,3}}\])*(?=\s|$)"
    rf"|(?<=[a-z]{{3}})[.!?][{_CLOSERS}]*(?=[A-Z][a-z]+[\s,])"
)
_NEXT = re.compile(
    rf"\s*(?P<open>(?:[{_OPENERS}]|``|--?|[\u2013\u2014\u2022*])*)\s*(?P<word>[\w$#@]+)?"
)
# "PANMUNJOM, April 27 (Reuters) - ": a dateline is no part of the sentence that it stands before.
_DATELINE = re.compile(
    r"""[A-Z]{2}[A-Z.'\u2019-]+(?:[ /-][A-Z][A-Z.'\u2019-]+)*       # TURNBERRY/GLASGOW
    (?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?                        # , Scotland
    (?:,\s(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?(?:,?\s\d{4})?)?  # , April 27, 2018
    \s*(?:\([A-Z][^()]{1,40}\))?\s*(?:--|[-\u2013\u2014_])\s+(?=\S)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[{\"\u201c\u2018'\u2014]*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})$")

# Words that seldom begin anything but a sentence: they decide after "U.S." and "Inc.".
_STARTERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my there here "
    "in on at as but and or if when while after before although though however meanwhile for from "
    "with by earlier last next who what why how where so then not no some many most all both each "
    "asked also another officials since according".split()
)

_SOLID = re.compile(r"\S+")


class RawLine(NamedTuple):
    """A line of a text: places of its chunks, what the rules say of the gaps after them, and
    the chunks after which a sentence ends for certain."""

    places: list[tuple[int, int]]
    line: Line
    forced: list[int]


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Places ``(start, end)`` of the sentences of ``text``, in order, in code points.

    White space at either end is left out; every other character belongs to
    exactly one sentence. A dateline is one of its own. Texts split lately are remembered: the
    stages of a build each ask for the same reports.
    """
    return list(_split(text))


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _split(text: str) -> tuple[tuple[int, int], ...]:
    raw = raw_lines(text)
    ends = [set(each.forced) for each in raw]
    lines = [each.line for each in raw]
    for n, i, chance in shipped().chances(lines):
        unlikely = chance < LIKELY_BY_RULE and not lines[n].ruled[i]
        if not unlikely and chance > _bar(lines[n], i):
            ends[n].add(i)
    spans: list[tuple[int, int]] = []
    for each, own in zip(raw, ends, strict=True):
        start = each.places[0][0]
        for i in sorted(own | _too_long(each, own)):
            if i + 1 < len(each.places):
                spans.append((start, each.places[i][1]))
                start = each.places[i + 1][0]
        spans.append((start, each.places[-1][1]))
    return tuple(spans)


def _too_long(line: RawLine, ends: Collection[int]) -> set[int]:
    """Where sentences of more than ``LONGEST`` chunks are cut: after a comma or a semicolon.

    No writer ends a sentence so late; what reads it takes time that grows with its square.
    """
    cuts: set[int] = set()
    start, last = 0, len(line.places) - 1
    for end in (*sorted(ends), last):
        while end - start >= LONGEST:
            chunks = line.line.chunks[start : start + LONGEST]
            pauses = (k for k in range(LONGEST - 1, LONGEST // 2, -1) if chunks[k][-1] in ",;")
            cut = start + next(pauses, LONGEST - 1)
            cuts.add(cut)
            start = cut + 1
        start = end + 1
    return cuts


def _bar(line: Line, i: int) -> float:
    """The chance above which a sentence ends after chunk ``i``; 1 if none ends there."""
    chunk, following = line.chunks[i], line.chunks[i + 1]
    bare = chunk.rstrip(_ANY_CLOSERS)
    word = _AFTER_DASH.split(bare[:-1].lstrip(_ANY_OPENERS))[-1] if bare[-1:] == "." else ""
    short = word in ABBREVIATIONS or len(word) == 1 or bool(_DOTTED.match(word))
    if line.ruled[i]:
        return 0.0 if short else LIKELY_BY_RULE
    if i == 0 and not any(c.isalnum() for c in chunk):
        return 1.0  # the bullet of a list
    if following[0].islower() and (short or chunk[-1] in _QUOTES or chunk.endswith("...")):
        return LIKELY_AT_COLON if chunk.endswith("...") else 1.0
    if short or word in BEFORE_FIGURES:
        return (
            1.0 if word in TITLES or word in BEFORE_FIGURES or len(word) == 1 else LIKELY_AT_COLON
        )
    mark = bare[-1:]
    if mark in ":;," or not any(c.isalnum() for c in chunk):
        quoted = following[0] in _ANY_OPENERS
        return 1.0 if mark in ":," and quoted else LIKELY_AT_COLON
    return LIKELY_AT_STOP if mark in ".!?\u2026" else LIKELY


def raw_lines(text: str) -> list[RawLine]:
    """The lines of ``text`` that are not empty, as the network for sentence ends reads them."""
    out = []
    for line in _LINE.finditer(text):
        ruled, forced = _ruled(text, line.start(), line.end())
        places = [chunk.span() for chunk in _SOLID.finditer(text, line.start(), line.end())]
        if not places:
            continue
        if forced:
            places = list(_cut(places, forced))
        ends = [b for _, b in places]
        known = Line([text[a:b] for a, b in places], [e in ruled for e in ends])
        out.append(RawLine(places, known, [i for i, e in enumerate(ends) if e in forced]))
    return out


def _cut(places: Iterable[tuple[int, int]], at: Collection[int]) -> Iterator[tuple[int, int]]:
    """The places, with those that have an end inside cut there."""
    for start, end in places:
        begin = start
        for cut in sorted(e for e in at if start < e < end):
            yield begin, cut
            begin = cut
        yield begin, end


def _ruled(text: str, start: int, line_end: int) -> tuple[set[int], set[int]]:
    """Where sentences of a line end by the rules, and where they surely do."""
    ruled: set[int] = set()
    forced: set[int] = set()
    begin = start
    dateline = _DATELINE.match(text, start, line_end)
    if dateline is not None:
        begin = dateline.end()
        forced.add(start + len(dateline.group().rstrip()))
    for stop in _STOP.finditer(text, start, line_end):
        if stop.start() >= begin and _ends(text, begin, stop, line_end):
            begin = stop.end()
            lost = begin < line_end and not text[begin].isspace()
            (forced if lost else ruled).add(begin)
    return ruled, forced


def _ends(text: str, start: int, stop: re.Match[str], line_end: int) -> bool:
    """Whether the sentence from ``start`` ends with the mark that ``stop`` found."""
    following = _NEXT.match(text, stop.end(), line_end)
    if following is None or not text[stop.end() : line_end].strip():
        return True
    word = following["word"] or ""
    if not _can_begin(word, following["open"]):
        return False
    mark = stop.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return _after_exclamation(mark, word, following["open"])
    before = _LAST_WORD.search(text, start, stop.start())
    last = before.group() if before else ""
    if len(mark) > 1:
        return True
    return _stop_ends(last, word, text[start : stop.start()].strip())


def _can_begin(word: str, opening: str) -> bool:
    if not word:
        return bool(opening)
    return not word[0].islower()


def _after_exclamation(mark: str, word: str, opening: str) -> bool:
    """After ``!``, ``?`` and ``...``: a capital begins a sentence."""
    return bool(opening) or word[:1].isupper() or word[:1].isdigit() or word[:1] in "$#@"


def _stop_ends(last: str, word: str, sentence: str) -> bool:
    """Whether a full stop after the word ``last`` and before ``word`` ends a sentence."""
    if last == sentence and _LIST_NUMBER.match(last):
        return False
    if _DOTTED.match(last) and "." in last:
        return word.lower() in _STARTERS and last.lower() not in ("e.g", "i.e")
    if len(last) == 1 and last.isalpha():
        return last == "I" and word.lower() in _STARTERS
    if last in TITLES:
        return last in MAY_END and word.lower() in _STARTERS
    if last in MONTHS:
        return not word[:1].isdigit() and word.lower() in _STARTERS
    if last in BEFORE_FIGURES and last != "no":
        return not word[:1].isdigit()
    if last in MAY_END:
        return word.lower() in _STARTERS
    return last not in ABBREVIATIONS

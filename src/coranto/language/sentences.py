"""Sentences of news text, by rule, with exact places.

A line end always ends a sentence, as news is laid out in paragraphs, headlines
and bullets. Inside a line a sentence ends at ``.``, ``?``, ``!`` or an ellipsis,
with the closing quotation marks and brackets that follow, when what comes next
can begin a sentence and the stop does not belong to an abbreviation.
"""

from __future__ import annotations

import re

from coranto.language.abbreviations import (
    ABBREVIATIONS,
    BEFORE_FIGURES,
    MAY_END,
    MONTHS,
    TITLES,
)

_CLOSERS = "\"'\u201d\u2019)\\]}\u00bb"
_OPENERS = "\"'\u201c\u2018(\\[{\u00ab\u201e"

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A mark with what closes after it, and the numbers of notes ("said.[3]"); white space follows,
# or, where a page lost it, a capitalised word right after a word in lower case ("ended.The").
_STOP = re.compile(
    rf"(?:[.!?]+|\u2026)(?:[{_CLOSERS}]|'')*(?:\s?\[\d{{1,3}}\])*(?=\s)"
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


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Places ``(start, end)`` of the sentences of ``text``, in order, in code points.

    White space at either end is left out; every other character belongs to
    exactly one sentence. A dateline is one of its own.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start = line.start()
        dateline = _DATELINE.match(text, start, line.end())
        if dateline is not None:
            _add(text, start, dateline.end(), spans)
            start = dateline.end()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if stop.start() >= start and _ends(text, start, stop, line.end()):
                _add(text, start, stop.end(), spans)
                start = stop.end()
        _add(text, start, line.end(), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


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

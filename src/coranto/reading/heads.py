"""The lines that whoever saved a plain text wrote on top of it: address, date, outlet, title.

They stand above, below or around the headline, in any order, with or without
blank lines: bare ("2024-04-08", an address), or behind a label ("Date: 8 April
2024", "Source: The Baltic Courier"). They are no part of the report's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coranto.cleaning import line_reason
from coranto.cleaning.endings import is_prose
from coranto.cleaning.patterns import ADDRESS, BYLINE
from coranto.reading.agencies import CANONICAL
from coranto.reading.dates import written_dates
from coranto.reading.mastheads import is_masthead

HeadKind = Literal["title", "date", "outlet", "author", "other"]

# The labels that people and scrapers write before such a line (metadata names of Dublin Core,
# schema.org and news APIs, in their everyday forms).
_LABELS: tuple[tuple[HeadKind, str], ...] = (
    ("title", r"title|headline|heading"),
    (
        "date",
        r"(?:publication |publishing |article )?date(?: published| of publication)?|dated|"
        r"(?:published|posted|issued)(?: on| at)?|day",
    ),
    ("outlet", r"source|outlet|publisher|publication|newspaper|(?:web)?site|medium"),
    ("author", r"authors?|by(?:line)?"),
    (
        "other",
        r"(?:date )?(?:accessed|retrieved|downloaded|crawled)(?: on| at)?|access date|"
        r"lang(?:uage)?|section|category|country",
    ),
)
_LABELLED = tuple(
    (kind, re.compile(rf"\W{{0,3}}(?:{label})\W{{0,2}}:\W{{0,3}}\s(?P<value>\S.*)", re.IGNORECASE))
    for kind, label in _LABELS
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Beside the day: a weekday, a clock time and its zone.
_BESIDE_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\bat\b|"
    r"(?:\bT|\b)\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\b\.?|Z\b)?(?:[+-]\d\d:?\d\d)?|"
    r"\b(?:GMT|UTC|BST|CES?T|MSK|[ECMP][SD]?T|EES?T|IST|JST|KST|PKT|PHT)\b(?:[+-]\d{1,4})?",
    re.IGNORECASE,
)
# A name of an outlet or author: capitalised words, and small ones between them.
_NAMES = re.compile(r"(?:(?:[^\W\da-z_][\w.'’&/-]*|\d+|and|of|the|de|al|for|&)[ ,]*){1,8}")
_LINE = re.compile(r"[^\n]+")
_FIRST_LINES = 20
# A line of an outlet's name and a headline may stand between head lines; what follows is text.
_MOST_OTHERS = 2


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A head line's ``value`` at ``[start, end)`` of the file, and the stretch to be taken out.

    That is the whole line; of a title only the label, as the headline is part of the text.
    """

    kind: HeadKind
    value: str
    start: int
    end: int
    out: tuple[int, int]


def head_lines(text: str) -> tuple[HeadLine, ...]:
    """The head lines of ``text``, the decoded text of a plain file, in order.

    Addresses are not among them: cleaning finds those wherever they stand.
    """
    found: list[HeadLine] = []
    certain = False
    for line in _lines_above(text):
        head = _labelled(line) or _bare_day(line)
        if head is not None:
            found.append(head)
        certain = certain or head is None or _is_certain(head)
    # A bare day in words, or a language, may be the page's own: it needs company.
    return tuple(found) if certain else ()


def _is_certain(head: HeadLine) -> bool:
    labelled = head.out[0] < head.start
    return head.kind != "other" and (labelled or _ISO_DAY.match(head.value) is not None)


def _lines_above(text: str) -> Iterator[re.Match[str]]:
    """The lines above the running text that can be head lines, and those that are addresses."""
    others = 0
    previous = ""
    for line, _ in zip(_LINE.finditer(text), range(_FIRST_LINES), strict=False):
        words = line.group().strip()
        if not words:
            continue
        if _labelled(line) is not None or line_reason(words) == ADDRESS:
            yield line
        elif _bare_day(line) is not None:
            # Below an outlet's name it is the page's own header.
            if not is_masthead(previous):
                yield line
        elif is_prose(words):
            return
        elif line_reason(words) is None and not re.fullmatch(BYLINE, words):
            others += 1
            if others > _MOST_OTHERS:
                return
        previous = words


def _labelled(line: re.Match[str]) -> HeadLine | None:
    words = line.group().strip()
    start = line.start() + line.group().index(words) if words else 0
    for kind, pattern in _LABELLED:
        match = pattern.fullmatch(words)
        if match is None or not _fits(kind, match["value"]):
            continue
        at = start + match.start("value")
        end = at if kind == "title" else start + len(words)
        return HeadLine(kind, match["value"], at, at + len(match["value"]), (start, end))
    return None


def _fits(kind: HeadKind, value: str) -> bool:
    """Whether ``value`` is what the label promises."""
    if kind == "title":
        return len(value.split()) >= 2
    if kind == "date":
        return _is_day(value)
    if kind == "outlet":  # "Source: Reuters" is a credit, which stays where it is evidence
        return value.rstrip(".") not in CANONICAL and _NAMES.fullmatch(value) is not None
    if kind == "author":
        return _NAMES.fullmatch(value) is not None
    return len(value.split()) <= 4


def _bare_day(line: re.Match[str]) -> HeadLine | None:
    words = line.group().strip()
    if not _is_day(words):
        return None
    start = line.start() + line.group().index(words)
    return HeadLine("date", words, start, start + len(words), (start, start + len(words)))


def _is_day(value: str) -> bool:
    """Whether ``value`` is one full date, with weekday and clock time at most."""
    if len(value) > 60:
        return False
    days = list(written_dates(value))
    if len(days) != 1:
        return False
    beside = value[: days[0].start] + " " + value[days[0].end :]
    return re.search(r"[^\W_]", _BESIDE_DAY.sub(" ", beside)) is None

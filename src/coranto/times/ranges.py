"""Ranges of days, months and years: what one end says in full holds for the other.

"July 15-16, 2018", "6–15 October", "August-September 1950", "from 3 May to 5 July 2011",
"2006-07". Each end is a time expression of its own (TIMEX3 annotates both).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from coranto.times.meaning import Calendar, RawTime

_DAY: Final = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_SECOND_DAY: Final = re.compile(
    rf"(?:\s?[-–]\s?|\s(?:and|to|or)\s){_DAY}(?![\d%\w]|[.:]\d|,\d\d\d\b|\s[A-Z])"
    r"(?P<year>,?\s(?:19|20)\d\d(?![\d%]|[.,:]\d))?"
)
_FIRST_DAY: Final = re.compile(
    rf"(?:(?<![\w.,:/$-]){_DAY}\s?[-–]\s?"
    rf"|\b(?:[Bb]etween|[Ff]rom|[Oo]n)\s(?:the\s)?{_DAY}\s(?:and|to)\s(?:the\s)?)$"
)
_SECOND_YEAR: Final = re.compile(r"[-–/](\d\d)(?![\d%]|[.,:]\d|[-–]\d|st|nd|rd|th)")
_JOINED: Final = re.compile(
    r"\)?(?:\s?[-–/]\s?|,?\s(?:to|and|until|till|through|or)\s(?:the\s)?)\(?"
)


def with_ranges(text: str, raws: Sequence[RawTime]) -> Iterator[RawTime]:
    """``raws`` in order, with the ends that stand as a bare number, and the years they share."""
    out: list[RawTime] = []
    for raw in raws:
        first = _first_day(text, raw)
        if first is not None and (not out or out[-1].end <= first.start):
            out.append(first)
        second = _second_day(text, raw)
        if second is not None and isinstance(raw.meaning, Calendar):
            year = second.meaning.year if isinstance(second.meaning, Calendar) else None
            out += [replace(raw, meaning=replace(raw.meaning, year=year)), second]
            continue
        out.append(raw)
        later = _second_year(text, raw)
        if later is not None:
            out.append(later)
    yield from _shared_years(text, [r for i, r in enumerate(out) if not i or _apart(out[i - 1], r)])


def _apart(before: RawTime, after: RawTime) -> bool:
    return before.end <= after.start


def _second_day(text: str, raw: RawTime) -> RawTime | None:
    """The "16" of "July 15 and 16" or "July 15-16, 2018": a day of the month just named."""
    m = raw.meaning
    if not isinstance(m, Calendar) or m.day is None or m.month is None or m.year is not None:
        return None
    follows = _SECOND_DAY.match(text, raw.end)
    if not text[raw.end - 1].isdigit() or follows is None or int(follows[1]) <= m.day:
        return None
    if re.match(r"\s+[a-z]+s\b", text[follows.end() :]) and not follows["year"]:
        return None
    start, end = follows.start(1), follows.end()
    year = int(follows["year"][-4:]) if follows["year"] else None
    day = Calendar(year=year, month=m.month, day=int(follows[1]), year_shift=m.year_shift)
    return RawTime(text[start:end], start, end, "DATE", day)


def _first_day(text: str, raw: RawTime) -> RawTime | None:
    """The "6" of "6-15 October 1952" or "between 6 and 15 October"."""
    m = raw.meaning
    if not isinstance(m, Calendar) or m.day is None or m.month is None or m.weekday is not None:
        return None
    before = _FIRST_DAY.search(text, max(0, raw.start - 24), raw.start)
    if before is None or not re.match(r"\d", raw.text):
        return None
    group = 1 if before[1] else 2
    if int(before[group]) >= m.day:
        return None
    start, end = before.span(group)
    return RawTime(text[start:end], start, end, "DATE", replace(m, day=int(before[group])))


def _second_year(text: str, raw: RawTime) -> RawTime | None:
    """The "07" of "2006-07": the year after, within a century."""
    m = raw.meaning
    if not isinstance(m, Calendar) or m.year is None or m.bc or not raw.text.isdigit():
        return None
    follows = _SECOND_YEAR.match(text, raw.end)
    year = m.year - m.year % 100 + int(follows[1]) if follows is not None else 0
    if follows is None or year <= m.year or len(raw.text) != len("2006"):
        return None
    start, end = follows.span(1)
    return RawTime(text[start:end], start, end, "DATE", Calendar(year=year))


def _shared_years(text: str, raws: list[RawTime]) -> list[RawTime]:
    """The year of "August-September 1950" for both months, that of the first where it is later."""
    out = list(raws)
    for i, (a, b) in enumerate(pairwise(raws)):
        x, y = a.meaning, b.meaning
        if not isinstance(x, Calendar) or not isinstance(y, Calendar):
            continue
        if y.year is None or x.year is not None or x.which is not None or x.year_shift is not None:
            continue
        if not _JOINED.fullmatch(text, a.end, b.start):
            continue
        if x.month is not None and y.month is not None:
            later = (x.month, x.day or 0) > (y.month, y.day or 99)
            out[i] = replace(a, meaning=replace(x, year=y.year - later, bc=y.bc))
        elif x.season is not None and (y.season is not None or y.month is not None):
            out[i] = replace(a, meaning=replace(x, year=y.year, bc=y.bc))
    return out

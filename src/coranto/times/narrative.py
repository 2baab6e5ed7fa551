"""Texts that look back on another time: their "in March" is of the year told last, not of ours.

A report tells the day's news; a chronicle, a biography or a background piece tells a
time long past, names a year now and then, and lets its months and days run on from
there (Mazur and Dale 2010 on WikiWars; HeidelTime's "narrative" documents). Which of
the two a text is, it says by the dates that it writes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from coranto.times import calendar as cal
from coranto.times.meaning import Calendar, Meaning, RawTime, Reference, Shift
from coranto.types import DateRange

# A text looks back if it writes out this many dates of more than a year ago, ...
_OLD_DATES: Final = 5
# ... and this many of them for each that stands with its own day ("yesterday", "on Friday");
_OLD_FOR_EACH_NEW: Final = 3
# a long chronicle, with as many old dates as these, may run on into our day.
_CHRONICLE: Final = 20
# Years from the story: what lies farther off, and is left again, is an aside.
_FAR_OFF: Final = 3
# How many of the next years are asked whether the story is back.
_SOON: Final = 2
# What lies farther off than this is an aside even at the end of the story, if told alone.
_GENERATION: Final = 30


def looks_back(raws: Sequence[RawTime], publication: date | None) -> bool:
    """Whether the text of ``raws``, which came out on ``publication``, tells a time long past."""
    if publication is None:
        return False
    old = new = 0
    for raw in raws:
        m = raw.meaning
        if isinstance(m, Calendar) and m.bc:
            old += 1
        elif isinstance(m, Calendar) and m.year is not None:
            old += m.year < publication.year - 1
            new += m.year >= publication.year - 1
        elif isinstance(m, Calendar):
            new += m.weekday is not None and m.month is None
        elif isinstance(m, Shift):
            new += m.base == "publication" and not m.counted
        elif isinstance(m, Reference):
            new += m.value == "PRESENT_REF" and raw.text.lower() not in ("now", "current")
    if old >= _CHRONICLE and old > new:
        return True
    return old >= _OLD_DATES and old >= _OLD_FOR_EACH_NEW * new


def carries_the_story(meaning: Meaning) -> bool:
    """Whether a time of such a text moves its story on: one of the calendar, or counted from it."""
    if isinstance(meaning, Shift):
        return meaning.base == "narrative" or (not meaning.counted and meaning.unit != "D")
    return isinstance(meaning, Calendar)


def asides(raws: Sequence[RawTime]) -> frozenset[int]:
    """The years, by their index, that such a text names in passing, and leaves again.

    A year far off is an aside if the story is back near its own soon after; one
    nearby ("a campaign planned for 1976"), named with no month, if the story is
    back in the very year.
    """
    years = [
        (i, m)
        for i, raw in enumerate(raws)
        if isinstance(m := raw.meaning, Calendar) and m.year is not None and not m.bc
    ]
    out = set()
    told: int | None = None
    for n, (i, m) in enumerate(years):
        year = m.year or 0
        mere = m.month is None and m.season is None
        after = [other.year or 0 for _, other in years[n + 1 : n + 1 + _SOON]]
        if told is not None and year != told and _in_passing(year, told, after, mere):
            out.add(i)
        else:
            told = year
    return frozenset(out)


def _in_passing(year: int, told: int, after: Sequence[int], mere: bool) -> bool:
    """Whether the story, which is in ``told``, is not in ``year`` either: ``after`` come next."""
    far = abs(year - told)
    if mere and far > _GENERATION and (not after or abs(after[0] - year) > _FAR_OFF):
        return True
    if far > _FAR_OFF:
        return any(abs(y - told) <= _FAR_OFF for y in (after if mere else after[:1]))
    return mere and after[:1] == [told]


def placed(meaning: Calendar, told: DateRange) -> Calendar:
    """``meaning`` with the year that the story has come to; as it is, where that is not known.

    ``told`` are the days of the last time that the text named. A month or a day goes
    on from there; a weekday is the first such day from then on.
    """
    if meaning.year is not None or told.earliest is None or told.latest is None:
        return meaning
    if meaning.month is None and meaning.weekday is not None:
        ahead = (meaning.weekday - told.earliest.isoweekday()) % 7
        day = cal.add_days(told.earliest, ahead)
        return replace(meaning, year=day.year, month=day.month, day=day.day)
    if meaning.decade is not None or meaning.century is not None:
        return meaning
    if meaning.month is None or (
        told.earliest.month == 1 and (told.latest - told.earliest).days > 31
    ):
        return replace(meaning, year=told.earliest.year)
    return replace(meaning, year=_next_year(meaning.month, meaning.day, told.earliest))


def _next_year(month: int, day: int | None, told: date) -> int:
    """The year in which a month, or a day of it, lies nearest to ``told``."""

    def away(year: int) -> int:
        return abs((date(year, month, min(day or 15, 28)) - told).days)

    return min((y for y in (told.year, told.year + 1, told.year - 1) if 0 < y < 10_000), key=away)

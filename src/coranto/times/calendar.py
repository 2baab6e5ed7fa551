"""Arithmetic of the calendar: the days that a TIMEX3 value, or a part of a period, covers."""

from __future__ import annotations

import calendar as _calendar
import re
from datetime import date, timedelta

from coranto.times.tables import (
    EASTER_HOLIDAYS,
    FIXED_HOLIDAYS,
    FLOATING_HOLIDAYS,
    PART_OF_MONTH,
    PART_OF_YEAR,
    SEASON_MONTHS,
)
from coranto.types import DateRange

UNKNOWN = DateRange()


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none (30 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, _calendar.monthrange(year, month)[1])


def add_days(day: date, days: int) -> date:
    """``day`` moved by ``days``, held inside the years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def add_months(day: date, months: int) -> date:
    """``day`` moved by ``months``; the day of the month is cut to the month's last."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _calendar.monthrange(year, month + 1)[1]))


def month_range(year: int, month: int) -> DateRange:
    """All days of a month."""
    return DateRange(date(year, month, 1), last_day(year, month))


def year_range(first: int, last: int | None = None) -> DateRange:
    """All days of the years from ``first`` to ``last`` (both included)."""
    return DateRange(date(max(first, 1), 1, 1), date(min(last or first, 9999), 12, 31))


def week_range(day: date) -> DateRange:
    """Monday to Sunday of the ISO week that holds ``day``."""
    monday = add_days(day, -day.weekday())
    return DateRange(monday, add_days(monday, 6))


def week_value(day: date) -> str:
    """The ISO week of ``day`` as TIMEX3 ("2023-W12")."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday of the tables in ``year``."""
    if name in FIXED_HOLIDAYS:
        return day_of(year, *FIXED_HOLIDAYS[name])
    if name in EASTER_HOLIDAYS:
        return add_days(easter(year), EASTER_HOLIDAYS[name])
    if name in FLOATING_HOLIDAYS:
        month, weekday, nth = FLOATING_HOLIDAYS[name]
        if nth < 0:
            end = last_day(year, month)
            return end - timedelta(days=(end.isoweekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return None


_PERIODS = {"Q": 3, "H": 6}


def covered(value: str) -> DateRange:
    """The days that a TIMEX3 date covers; open for durations, references and ``X``.

    Method: TIMEX3's ISO 8601 values read from the left (a day, a week, a
    week-end, a month, a quarter, a half, a season, a year, a decade, a century).
    """
    bare = value.split("T", maxsplit=1)[0]
    if "X" in bare or not re.match(r"\d", bare):
        return UNKNOWN
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", bare):
        day = day_of(int(found[1]), int(found[2]), int(found[3]))
        return DateRange(day, day)
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE|-\d)?", bare):
        return _week_days(int(found[1]), int(found[2]), found[3])
    if found := re.fullmatch(r"(\d{4})-(\d\d)", bare):
        return month_range(int(found[1]), int(found[2])) if 1 <= int(found[2]) <= 12 else UNKNOWN
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", bare):
        size = _PERIODS[found[2]]
        first = date(int(found[1]), size * (int(found[3]) - 1) + 1, 1)
        last = add_months(first, size - 1)
        return DateRange(first, last_day(last.year, last.month))
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", bare):
        begin, end = SEASON_MONTHS[found[2]]
        first = date(int(found[1]), begin, 1)
        last = add_months(first, end - begin)
        return DateRange(first, last_day(last.year, last.month))
    size = 10 ** (4 - len(bare))
    if bare.isdigit() and len(bare) in (2, 3, 4):
        return year_range(int(bare) * size, int(bare) * size + size - 1)
    return UNKNOWN


def _week_days(year: int, week: int, tail: str | None) -> DateRange:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return UNKNOWN
    if tail == "-WE":
        return DateRange(add_days(monday, 5), add_days(monday, 6))
    if tail:
        day = add_days(monday, int(tail[1:]) - 1)
        return DateRange(day, day)
    return DateRange(monday, add_days(monday, 6))


def narrow(dates: DateRange, part: str, publication: date | None) -> DateRange:
    """The part of a period: its early, middle or late days, or those up to or after publication.

    ``part`` is one of "early", "mid", "late", "start", "end", "earlier", "later".
    """
    first, last = dates.earliest, dates.latest
    if first is None or last is None or first == last:
        return dates
    if part in ("earlier", "later"):
        if publication is None or not first <= publication <= last:
            return dates
        return DateRange(first, publication) if part == "earlier" else DateRange(publication, last)
    days = (last - first).days + 1
    if days <= 31 and first.day == 1:
        low, high = PART_OF_MONTH[part]
        return DateRange(first.replace(day=low), first.replace(day=min(high, last.day)))
    if days in (365, 366):
        low, high = PART_OF_YEAR[part]
        return DateRange(date(first.year, low, 1), last_day(first.year, high))
    # A week, season, quarter, decade: thirds, rounded outwards so as to stay honest.
    third = -(-days // 3)
    if part in ("early", "start"):
        return DateRange(first, add_days(first, third))
    if part in ("late", "end"):
        return DateRange(add_days(last, -third), last)
    return DateRange(add_days(first, third - 1), add_days(last, 1 - third))


def union(a: DateRange, b: DateRange) -> DateRange:
    """The smallest range over both; an open end of either stays open."""
    earliest = None if a.earliest is None or b.earliest is None else min(a.earliest, b.earliest)
    latest = None if a.latest is None or b.latest is None else max(a.latest, b.latest)
    return DateRange(earliest, latest)


def width(dates: DateRange) -> int:
    """The days between the ends of a range; very many where one is open."""
    if dates.earliest is None or dates.latest is None:
        return 10**6
    return (dates.latest - dates.earliest).days

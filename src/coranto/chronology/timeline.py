"""Where a range of days stands in a chronology: one rule for the page, the tables and the JSON.

Whole months, thirds of months and years stand where they begin, as an analyst would
enter them; so does a range of more than a month. A shorter range that no calendar
names comes from a publication ("between 3 and 10 March"): it stands where it ends,
beside the report that tells it. What is known to one side alone stands at that side,
but for what has happened on some day from one on: that a report tells of which nobody
knows when it came out, so it stands among the undated, at the end.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from coranto.types import DateRange, Entry

LONGEST_SHORT = timedelta(days=31)
"""Ranges up to this that no calendar unit names stand at their end."""
UNDATED = 9999
_THIRD_STARTS, _THIRD_ENDS = (1, 11, 21), (10, 20)


class Stand(NamedTuple):
    """The place of a range, as a sort key.

    ``month`` is 0 where the range names no month of its year ("2016", "by the end of
    2016"): such entries stand at the head of the year. ``rank`` is 0 for a day, 1 for a
    range, 2 for an open range, 3 for nothing known; the narrower ``width`` comes first.
    """

    year: int
    month: int
    day: int
    rank: int
    width: int


def in_time(entry: Entry) -> tuple[Stand, date, str, int, str, int, str]:
    """Sort key of entries: where their dates stand, events before statements, what most reports
    tell first; what one report tells of one time as it tells it."""
    at = stand(entry.date, ahead=may_lie_ahead(entry))
    report, start = next(((e.report, e.start) for e in entry.evidence), ("", 0))
    told = (-entry.reports, report, start)
    return (at, entry.date.earliest or date.min, entry.kind, *told, entry.id)


def may_lie_ahead(entry: Entry) -> bool:
    """Whether the act may be to come: its last day is then open though its report is dated."""
    return entry.status != "happened"


def stand(dates: DateRange, *, ahead: bool = True) -> Stand:
    """Return where ``dates`` stands; ranges without any end stand last of all.

    ``ahead``: whether what is dated may lie ahead of its report; a range without a last
    day that does not is one of the undated.
    """
    first, last = dates.earliest, dates.latest
    if first is not None and last is not None:
        width = (last - first).days
        at = first if is_named(dates) or last - first > LONGEST_SHORT else last
        month = 0 if _is_of_years(first, last) else at.month
        return Stand(at.year, month, at.day if month else 1, min(width, 1), width)
    known = first or last
    if known is None:
        return Stand(UNDATED, 99, 0, 3, 0)
    if last is None and not ahead:
        return Stand(UNDATED, 99, 0, 2, 0)
    if last is not None and _ends_year(last):
        return Stand(last.year, 0, 31, 2, 0)
    return Stand(known.year, known.month, known.day, 2, 0)


def is_named(dates: DateRange) -> bool:
    """Whether the range is one or more whole months or years, or a third of a month."""
    first, last = dates.earliest, dates.latest
    if first is None or last is None or first.day not in _THIRD_STARTS:
        return False
    if first.day == 1 and ends_month(last):
        return True
    third = ends_month(last) if first.day == 21 else last.day == first.day + 9
    return third and (first.year, first.month) == (last.year, last.month)


def ends_month(day: date) -> bool:
    """Whether ``day`` is the last one of its month."""
    return day == date.max or (day + timedelta(days=1)).day == 1


def _is_of_years(first: date, last: date) -> bool:
    """Whether nothing says in which month of the first year it may have begun."""
    return (first.month, first.day) == (1, 1) and (_ends_year(last) or last.year > first.year)


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)

"""Ranges of days in words: as exact as what is known, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from coranto.types import DateRange

MONTHS = (
    "January February March April May June July August September October November December"
).split(" ")  # fixed English names: a page does not depend on the machine's locale
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")

# TIMEX3 modifiers START, MID and END of a month, read as its thirds.
_THIRDS = {(1, 10): "early", (11, 20): "mid-"}

_LONGEST_SHARED_MONTHS = 62


@dataclass(frozen=True, slots=True)
class Period:
    """A heading of the chronology; ``order`` sorts the headings."""

    order: tuple[int, int]
    label: str
    short: str

    @property
    def anchor(self) -> str:
        """An id for the page."""
        return f"period-{self.order[0]}-{self.order[1]:02}"


def phrase(dates: DateRange) -> str:
    """Return ``dates`` in words: "11 May 2023", "between 10 and 31 March 2023", "early May 2023".

    An open end is "… or earlier", "… or later"; no end at all is "date unknown".
    """
    first, last = dates.earliest, dates.latest
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"{_full(last)} or earlier" if last else f"{_full(first)} or later"
    if first == last:
        return _full(first)
    return _named(first, last) or _between(first, last)


def span(dates: DateRange) -> str:
    """Return ``dates`` for a masthead: "6 March – 2 June 2023"."""
    first, last = dates.earliest, dates.latest
    if first is None or last is None or first == last:
        return phrase(dates)
    if first.year == last.year:
        start = str(first.day) if first.month == last.month else _day_month(first)
        return f"{start} – {_full(last)}"
    return f"{_full(first)} – {_full(last)}"


def period(dates: DateRange) -> Period:
    """Return the heading under which an entry of ``dates`` stands.

    That is its month; its year where the range is wider than two months in a
    year, after its months; "Date uncertain", last of all, where it is wider still or unknown.
    """
    first = dates.earliest or dates.latest
    last = dates.latest or dates.earliest
    if first is None or last is None:
        return Period((9999, 99), "Date uncertain", "Undated")
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month or (last - first).days <= _LONGEST_SHARED_MONTHS:
        month = MONTHS[first.month - 1]
        return Period((first.year, first.month), f"{month} {first.year}", f"{month[:3]}")
    if first.year == last.year:
        return Period((first.year, 13), f"{first.year}, month uncertain", str(first.year))
    return Period((9999, 99), "Date uncertain", "Undated")


def gutter(dates: DateRange) -> tuple[str, str]:
    """Return the two lines beside an entry: ("11", "Thursday"), ("1–10", "day uncertain")."""
    first, last = dates.earliest, dates.latest
    known = first or last
    if known is None:
        return "?", "no date"
    if first is None or last is None:
        return str(known.day), "or later" if first else "or earlier"
    if first == last:
        return str(first.day), WEEKDAYS[first.weekday()]
    if (first.year, first.month) != (last.year, last.month):
        wide = (last - first).days > _LONGEST_SHARED_MONTHS
        return "–", "month unknown" if wide else _short_range(first, last)
    if first.day == 1 and _ends_month(last):
        return "–", "day unknown"
    return f"{first.day}–{last.day}", "day uncertain"


def order(dates: DateRange) -> tuple[tuple[int, int], date, int]:
    """Return a key that sorts ranges by time, the more exact first."""
    first = dates.earliest or dates.latest or date.max
    last = dates.latest or dates.earliest or date.max
    return period(dates).order, first, (last - first).days


def _full(day: date | None) -> str:
    return "" if day is None else f"{_day_month(day)} {day.year}"


def _day_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _short_range(first: date, last: date) -> str:
    return " – ".join(f"{day.day} {MONTHS[day.month - 1][:3]}" for day in (first, last))


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _named(first: date, last: date) -> str | None:
    """A month, its third, a run of months or a year, where the range is exactly that."""
    whole = first.day == 1 and _ends_month(last)
    month = MONTHS[first.month - 1]
    if (first.year, first.month) == (last.year, last.month):
        if whole:
            return f"{month} {first.year}"
        third = "late" if first.day == 21 and _ends_month(last) else None
        third = third or _THIRDS.get((first.day, last.day))
        return f"{third}{'' if third == 'mid-' else ' '}{month} {first.year}" if third else None
    if not whole:
        return None
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start = month if first.year == last.year else f"{month} {first.year}"
    return f"between {start} and {MONTHS[last.month - 1]} {last.year}"


def _between(first: date, last: date) -> str:
    if first.year != last.year:
        start = _full(first)
    else:
        start = str(first.day) if first.month == last.month else _day_month(first)
    if (last - first).days == 1:
        return f"{start} or {_full(last)}"
    return f"between {start} and {_full(last)}"

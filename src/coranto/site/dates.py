"""Ranges of days in words: as exact as what is known, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coranto.chronology.timeline import (
    LONGEST_SHORT,
    UNDATED,
    Stand,
    ends_month,
    is_named,
    stand,
)
from coranto.types import DateRange

MONTHS = (
    "January February March April May June July August September October November December"
).split(" ")  # fixed English names: a page does not depend on the machine's locale
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")

# TIMEX3 modifiers START, MID and END of a month, read as its thirds.
_THIRDS = {(1, 10): "early", (11, 20): "mid-"}


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

    An open end is "by 11 May 2023", "by the end of 2016", "from 11 May 2023 on"; no end
    at all is "date unknown".
    """
    first, last = dates.earliest, dates.latest
    if first is None and last is None:
        return "date unknown"
    if first is None:
        return f"by {_end(last)}"
    if last is None:
        return f"from {_full(first)} on"
    if first == last:
        return _full(first)
    return _named(first, last) or _between(first, last)


def covered(ranges: Sequence[DateRange]) -> str:
    """Return what entries of ``ranges``, in order, cover: "6 March – 2 June 2023".

    It begins as the first of them is told, be that a day or a month ("March 2016 – 2
    May 2023"). Background that is told by its year alone counts where there is nothing
    else; ends that are not known, and those of wide ranges, are no bounds.
    """
    within = [r for r in ranges if stand(r).month and r != DateRange()] or list(ranges)
    begun = next((r for r in within if r.earliest is not None), None)
    if begun is None or begun.earliest is None:
        return next((phrase(r) for r in reversed(within) if r.latest is not None), "")
    ends = [r.latest if _is_narrow(r) else r.earliest for r in within]
    last = max((day for day in ends if day is not None), default=begun.earliest)
    if not is_named(begun) or begun.latest is None:
        return span(DateRange(begun.earliest, last))
    start = phrase(begun)
    return start if last <= begun.latest else f"{start} – {_full(last)}"


def _is_narrow(dates: DateRange) -> bool:
    first, last = dates.earliest, dates.latest
    return first is not None and last is not None and last - first <= LONGEST_SHORT


def span(dates: DateRange) -> str:
    """Return ``dates`` for a masthead: "6 March – 2 June 2023"."""
    first, last = dates.earliest, dates.latest
    if first is None or last is None or first == last:
        return phrase(dates)
    if first.year == last.year:
        start = str(first.day) if first.month == last.month else _day_month(first)
        return f"{start} – {_full(last)}"
    return f"{_full(first)} – {_full(last)}"


def period(dates: DateRange, *, ahead: bool = True) -> Period:
    """Return the heading under which an entry of ``dates`` stands.

    That is a month; the year, before its months, where no month is told; "Date
    unknown", last of all, where nothing is, or where only a first day is known of
    what does not lie ahead (``ahead``).
    """
    at = stand(dates, ahead=ahead)
    if at.year == UNDATED and at.month == 99:
        return Period((UNDATED, 99), "Date unknown", "Undated")
    if at.month == 0:
        return Period((at.year, 0), str(at.year), str(at.year))
    month = MONTHS[at.month - 1]
    return Period((at.year, at.month), f"{month} {at.year}", month[:3])


def gutter(dates: DateRange, *, ahead: bool = True) -> tuple[str, str]:
    """Return the two lines beside an entry: ("11", "Thursday"), ("1–10", "day not told").

    Under "Date unknown" (``ahead`` as for ``period``): ("?", "28 Aug 2014 or later").
    """
    first, last = dates.earliest, dates.latest
    if first is not None and last is None and not ahead:
        return "?", f"{first.day} {MONTHS[first.month - 1][:3]} {first.year} or later"
    if first is None or last is None:
        return _open_gutter(first, last)
    if first == last:
        return str(first.day), WEEKDAYS[first.weekday()]
    if stand(dates).month == 0:
        years = str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
        return "–", "month not told" if _ends_year(last) and years == str(first.year) else years
    if (first.year, first.month) != (last.year, last.month):
        return "–", _short_range(first, last)
    if first.day == 1 and ends_month(last):
        return "–", "day not told"
    return f"{first.day}–{last.day}", "day not told"


def _open_gutter(first: date | None, last: date | None) -> tuple[str, str]:
    if first is not None:
        return str(first.day), "or later"
    if last is None:
        return "?", "no date"
    return ("–", "by its end") if _ends_year(last) else (str(last.day), "or earlier")


def order(dates: DateRange) -> tuple[Stand, date]:
    """Return a key that sorts the days of reports as the chronology does its entries."""
    return stand(dates, ahead=False), dates.earliest or dates.latest or date.max


def _full(day: date | None) -> str:
    return "" if day is None else f"{_day_month(day)} {day.year}"


def _day_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _short_range(first: date, last: date) -> str:
    return " – ".join(f"{day.day} {MONTHS[day.month - 1][:3]}" for day in (first, last))


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _end(day: date | None) -> str:
    """A last day as it is told: "11 May 2023", "the end of May 2023", "the end of 2016"."""
    if day is None or not ends_month(day):
        return _full(day)
    if _ends_year(day):
        return f"the end of {day.year}"
    return f"the end of {MONTHS[day.month - 1]} {day.year}"


def _named(first: date, last: date) -> str | None:
    """A month, its third, a run of months or a year, where the range is exactly that."""
    whole = first.day == 1 and ends_month(last)
    month = MONTHS[first.month - 1]
    if (first.year, first.month) == (last.year, last.month):
        if whole:
            return f"{month} {first.year}"
        third = "late" if first.day == 21 and ends_month(last) else None
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
        start = str(first.year) if (first.month, first.day) == (1, 1) else _full(first)
    else:
        start = str(first.day) if first.month == last.month else _day_month(first)
    if (last - first).days == 1:
        return f"{start} or {_full(last)}"
    return f"between {start} and {_full(last)}"

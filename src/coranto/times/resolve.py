"""Time expressions on the calendar: TIMEX3 values, and the days that they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, cast

from coranto.language.document import Document
from coranto.times import calendar as cal
from coranto.times.anchors import (
    dateline_day,
    is_dateline,
    is_stamp,
    opening_line,
    post_day,
    quoted_on,
)
from coranto.times.clauses import tense_of
from coranto.times.headings import with_heading_years
from coranto.times.interpret import length_value
from coranto.times.meaning import (
    Calendar,
    Length,
    Meaning,
    Outbreak,
    RawTime,
    Reference,
    Repeat,
    Shift,
)
from coranto.times.narrative import asides, carries_the_story, looks_back, placed
from coranto.times.outbreaks import placed_outbreaks
from coranto.times.tables import SEASON_MONTHS
from coranto.times.tense import is_deadline, is_done, is_future, predicate_is_future
from coranto.types import DateRange, TimeExpression

# What a unit is written as when nothing places it on the calendar.
_UNPLACED: Final = {
    "S": "XXXX-XX-XX",
    "N": "XXXX-XX-XX",
    "H": "XXXX-XX-XX",
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "K": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}


@dataclass(slots=True)
class _Story:
    """What the text has said so far: the publication's day and the last time it named.

    ``news`` is the last day on which the main act of a sentence is told to have been.
    ``quarter`` is the one whose figures it reports; ``of_the_year`` is true where it has since
    gone on to those of a longer part of the year, as far as ``read_to``.
    """

    publication: date | None
    told: TimeExpression | None = None
    day: TimeExpression | None = None
    news: TimeExpression | None = None
    quarter: str | None = None
    of_the_year: bool = False
    read_to: int = 0
    looks_back: bool = False
    before_our_era: int | None = None


def resolve(
    doc: Document, raws: Sequence[RawTime], anchor: DateRange | None
) -> tuple[TimeExpression, ...]:
    """Place ``raws`` on the calendar, counted from the publication.

    ``anchor`` holds the days on which the text may have been published: one day,
    a wider range (then ``dates`` covers what either end gives, and what differs
    is ``X`` in the value), or ``None`` where nothing is known. One end alone places
    nothing: "April 6" of a report that came out in 2016 or later is of any year.
    """
    ahead = [_needs_tense(raw) and is_future(doc, raw.start, raw.end) for raw in raws]
    raws = [_of_plan(doc, _of_deadline(doc, raw)) for raw in with_heading_years(doc.text, raws)]
    if anchor is not None and anchor.latest is not None:
        raws = _of_last_year(doc, raws, ahead, anchor.latest)
    if anchor is not None and anchor.day is not None:
        return _resolved(doc, _of_tomorrow(doc.text, raws, ahead, anchor.day), ahead, anchor.day)
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return _resolved(doc, raws, ahead, None)
    first = _resolved(doc, raws, ahead, anchor.earliest)
    last = _resolved(doc, raws, ahead, anchor.latest)
    unplaced = _resolved(doc, raws, ahead, None)
    return tuple(
        _merged(low, high, none) for low, high, none in zip(first, last, unplaced, strict=True)
    )


_SOON: Final = 3  # days that a report's own date may lag behind its news (time zones, editions)


def _of_last_year(
    doc: Document, raws: Sequence[RawTime], ahead: Sequence[bool], publication: date
) -> Sequence[RawTime]:
    """``raws`` with days without a year that are told as done, though they lie ahead this year."""

    def lies_ahead(meaning: object) -> bool:
        if not isinstance(meaning, Calendar) or meaning.month is None or meaning.day is None:
            return False
        if (meaning.year, meaning.which, meaning.weekday, meaning.year_shift) != (None,) * 4:
            return False
        day = cal.day_of(publication.year, meaning.month, meaning.day)
        return day is not None and (day - publication).days > _SOON

    return [
        replace(raw, meaning=replace(raw.meaning, which="last"))
        if not future
        and isinstance(raw.meaning, Calendar)
        and lies_ahead(raw.meaning)
        and is_done(doc, raw.start, raw.end)
        else raw
        for raw, future in zip(raws, ahead, strict=True)
    ]


def _of_deadline(doc: Document, raw: RawTime) -> RawTime:
    """A length "within" which something is to be done, as one that lies ahead; else ``raw``."""
    m = raw.meaning
    if not isinstance(m, Length) or m.side is not None or not is_deadline(doc.text, raw.start):
        return raw
    return replace(raw, meaning=replace(m, side="future")) if _is_due(doc, raw) else raw


def _of_plan(doc: Document, raw: RawTime) -> RawTime:
    """ "The following week" of what is to come, counted from the publication; else ``raw``."""
    m = raw.meaning
    if not isinstance(m, Shift) or m.base != "narrative" or m.amount <= 0 or m.counted:
        return raw
    told = doc.text[max(0, raw.start - _PLAN_REACH) : raw.start].rpartition(". ")[2]
    if _PLANNED.search(told) is None or not is_future(doc, raw.start, raw.end):
        return raw
    return replace(raw, meaning=replace(m, base="publication"))


# "Is slated for the following week", "will meet the following day", with no past told before.
_PLAN_REACH: Final = 80
_PLANNED: Final = re.compile(
    r"\b(?:will|(?:is|are) (?:due|scheduled|slated|expected|planned|set))\b"
    r"(?!.*\b(?:on|in|by|until|from) [A-Z])(?!.*\bbefore\b)"
)


def _is_due(doc: Document, raw: RawTime) -> bool:
    """Whether the clause of a deadline speaks of what is to come, itself or by "agreed to"."""
    token = doc.head_of(raw.start, raw.end) if doc.tokens else None
    if token is None:
        return is_future(doc, raw.start, raw.end)
    return predicate_is_future(doc, token) is True


def _of_tomorrow(
    text: str, raws: Sequence[RawTime], ahead: Sequence[bool], publication: date
) -> Sequence[RawTime]:
    """``raws`` with the weekday of a report that comes from where it is tomorrow already."""
    start, end = opening_line(text)
    tomorrow = cal.add_days(publication, 1).isoweekday()
    named = [i for i, raw in enumerate(raws) if start <= raw.start < end and _is_weekday(raw)]
    if not named or ahead[named[0]]:
        return raws
    if cast("Calendar", raws[named[0]].meaning).weekday != tomorrow:
        return raws
    return [
        replace(raw, meaning=replace(raw.meaning, which="next"))
        if isinstance(raw.meaning, Calendar)
        and _is_weekday(raw)
        and raw.meaning.weekday == tomorrow
        else raw
        for raw in raws
    ]


def _is_weekday(raw: RawTime) -> bool:
    """Whether it is a weekday and no more: "Tuesday", "Tuesday morning"."""
    m = raw.meaning
    return (
        isinstance(m, Calendar)
        and m.weekday is not None
        and (m.month, m.which, m.week_shift) == (None, None, None)
    )


def _merged(low: TimeExpression, high: TimeExpression, unplaced: TimeExpression) -> TimeExpression:
    if low == high:
        return low
    dates = cal.union(low.dates, high.dates)
    if unplaced.dates.known:
        return unplaced
    if unplaced.value.startswith("XXXX-W") and low.value != high.value:
        return replace(unplaced, dates=dates)  # a weekday is more than a day of some month
    return replace(unplaced, value=_common(low.value, high.value, unplaced.value), dates=dates)


def _common(low: str, high: str, unplaced: str) -> str:
    """Field by field what both values say, ``X`` where they differ."""
    low, _, clock = low.partition("T") if low[:1].isdigit() else (low, "", "")
    high = high.partition("T")[0] if high[:1].isdigit() else high
    a, b = re.split(r"(-)", low), re.split(r"(-)", high)
    if len(a) != len(b):
        return unplaced
    out: list[str] = []
    for x, y in zip(a, b, strict=True):
        differs = bool(out) and "X" in "".join(out)
        if x == y and not (
            differs and re.fullmatch(r"W?\d\d", x) and len(a) > 3 and low[:4] != high[:4]
        ):
            out.append(x)
        else:
            out.append(re.sub(r"\d", "X", x))
    return "".join(out) + (f"T{clock}" if clock else "")


def _carries_on(time: TimeExpression, publication: date | None) -> bool:
    """Whether later times count from this one: "this year" sets no day for "9:30 a.m."."""
    first, last = time.dates.earliest, time.dates.latest
    if first is None or last is None or time.value.endswith("REF"):
        return False
    current = publication is not None and first.year == publication.year
    return (last - first).days <= 31 or not current


def _to_the_day(value: str) -> str:
    """A year or a month before a time of day: the day that it leaves open is X."""
    if re.fullmatch(r"[\dX]{2,3}", value):
        return "XXXX-XX-XX"  # a decade or century: no year to write the day with
    if re.fullmatch(r"[\dX]{4}", value):
        return f"{value}-XX-XX"
    return f"{value}-XX" if re.fullmatch(r"[\dX]{4}-[\dX]{2}", value) else value


def _needs_tense(raw: RawTime) -> bool:
    meaning = raw.meaning
    if isinstance(meaning, Shift):
        return meaning.unit == "K" or (meaning.unit, meaning.amount) == ("W", 0)
    return isinstance(meaning, Calendar) and meaning.year is None and meaning.which is None


def _resolved(
    doc: Document, raws: Sequence[RawTime], ahead: Sequence[bool], publication: date | None
) -> tuple[TimeExpression, ...]:
    story = _Story(publication, looks_back=looks_back(raws, publication))
    out: list[TimeExpression] = []
    aside = asides(raws) if story.looks_back else frozenset[int]()
    for i, (given, future) in enumerate(zip(raws, ahead, strict=True)):
        raw = _when(doc.text, out[-1], given) if i and publication is not None else given
        if story.quarter is not None and not story.of_the_year:
            longer = _LONGER.search(doc.text, story.read_to, raw.start)
            story.of_the_year, story.read_to = longer is not None, raw.start
        if _of_a_day_told(doc, raw, story):
            time = _one(raw, future, replace(story, told=story.day))
        elif _of_the_news(doc, raw, story):
            told = replace(raw, meaning=replace(cast("Shift", raw.meaning), base="narrative"))
            time = _one(told, future, replace(story, told=story.news))
        else:
            time = _one(raw, future, story)
        if publication is not None and is_stamp(doc.text, raws, i):
            story.publication = post_day(time, publication) or story.publication
        elif publication is not None and is_dateline(doc.text, raw):
            story.publication = dateline_day(time, publication) or story.publication
        on = not story.looks_back or (carries_the_story(raw.meaning) and i not in aside)
        if on and raw.type in ("DATE", "TIME") and _carries_on(time, publication):
            story.told = time
            story.day = time if time.dates.day is not None else story.day
            story.news = time if _tells_the_news(doc, raw, time) else story.news
        if _names_a_quarter(raw.meaning) and _reports(doc.text, time, story):
            story.quarter, story.of_the_year, story.read_to = time.value, False, raw.end
        out.append(time)
    if publication is not None:
        for i, day in quoted_on(doc, raws, out).items():
            out[i] = _one(raws[i], ahead[i], _Story(day))
    return placed_outbreaks(doc.text, raws, out, publication)


def _when(text: str, told: TimeExpression, raw: RawTime) -> RawTime:
    """A day or month of "last fall, when he left on November 20": in the period told before."""
    m = raw.meaning
    if (
        not isinstance(m, Calendar)
        or m.month is None
        or (m.year, m.which, m.bc) != (None, None, False)
    ):
        return raw
    first, last = told.dates.earliest, told.dates.latest
    if first is None or last is None or _WHEN.match(text, told.end, raw.start) is None:
        return raw
    for year in {first.year: 0, last.year: 0}:
        day = cal.day_of(year, m.month, m.day or 15)
        if day is not None and first <= day <= last:
            return replace(raw, meaning=replace(m, year=year))
    return raw


_WHEN: Final = re.compile(r",?\s+when\b[^.!?\n]*$")


def _of_a_day_told(doc: Document, raw: RawTime, story: _Story) -> bool:
    """Whether a bare time of day, or "the same day", goes with the last day told.

    Past a year or a month told since: "He was shot on Oct. 23 … Since 1994 … He was shot
    at 10 p.m." One of the same sentence leaves the day open instead.
    """
    if story.looks_back or story.told is None or story.day is None:
        return False
    meaning = raw.meaning
    of_days = isinstance(meaning, Shift) and (meaning.unit, meaning.base) == ("D", "narrative")
    if story.told.dates.day is not None or not (raw.clock or raw.daytime or of_days):
        return False
    between = doc.text[story.told.end : raw.start]
    return re.search(r"[.!?]['’”\"]*\s|\n", between) is not None


def _of_the_news(doc: Document, raw: RawTime, story: _Story) -> bool:
    """Whether "earlier in the day", "a day earlier" count from the day of the news told before.

    "Earlier in the day" is of the report's own day where the news told last is not of the days
    before it; "a day earlier" counts from what it stands behind, unless it begins a sentence.
    """
    m, news, published = raw.meaning, story.news, story.publication
    if not isinstance(m, Shift) or m.unit != "D" or news is None or published is None:
        return False
    day = news.dates.day
    if story.looks_back or day is None or not 0 <= (published - day).days <= _RECENT:
        return False
    if m.base == "publication":
        return raw.part in ("earlier", "later") and (m.amount, m.counted) == (0, False)
    begins = _BEGINS.search(doc.text, max(0, raw.start - 3), raw.start) is not None
    return m.counted and m.amount < 0 and begins


_RECENT: Final = 7
_BEGINS: Final = re.compile(r"(?:^|[.!?]\s|\n\s?)$")


def _tells_the_news(doc: Document, raw: RawTime, time: TimeExpression) -> bool:
    """Whether a day stands with the main verb of its sentence, in the past ("met on Tuesday")."""
    head = doc.head_of(raw.start, raw.end) if doc.tokens else None
    if time.dates.day is None or head is None:
        return False
    verb = doc.tokens[head].head
    return verb >= 0 and doc.tokens[verb].head < 0 and tense_of(doc, verb) == "past"


def _names_a_quarter(meaning: Meaning) -> bool:
    """Whether the report's quarter is named by it: not by "a year ago", which counts from it."""
    if isinstance(meaning, Calendar):
        return meaning.quarter != 0 and not meaning.year_shift
    return isinstance(meaning, Shift) and meaning.unit == "Q" and not meaning.counted


# "In the first nine months", "in the half year": what is compared from then on is the year.
_LONGER: Final = re.compile(r"\b(?:(?:six|nine) months|(?:first|half) (?:half|year))\b", re.I)


def _reports(text: str, time: TimeExpression, story: _Story) -> bool:
    """Whether the figures told from here on are those of the quarter ``time``.

    Not those of one that is not over, or that they only come after, where the text
    reports on another: "a charge in the fourth quarter", "after a flat second quarter".
    """
    if re.fullmatch(r"\d{4}-Q\d", time.value) is None:
        return False
    if story.quarter is None or time.value == story.quarter:
        return True
    last = time.dates.latest
    if last is not None and story.publication is not None and last >= story.publication:
        return False
    before = text[max(time.start - 40, 0) : time.start]
    return re.search(r"\b[Aa]fter (?:an? |the )?(?:[\w-]+ )?$", before) is None


def _one(raw: RawTime, future: bool, story: _Story) -> TimeExpression:
    meaning = raw.meaning
    if isinstance(meaning, Outbreak):
        return _made(raw, "XXXX-XX-XX", DateRange())  # placed last, by all that is known
    if isinstance(meaning, Reference | Repeat):
        return _made(raw, meaning.value, _reference_days(meaning.value, story.publication))
    if isinstance(meaning, Length):
        return _made(
            raw, length_value(meaning.amount, meaning.unit), _stretch(meaning, story.publication)
        )
    if story.looks_back:
        meaning = _in_the_story(meaning, story)
    elif isinstance(meaning, Calendar) and meaning.year_base == "narrative":
        meaning = _of_that_year(meaning, story)
    if isinstance(meaning, Calendar) and meaning.quarter == 0:
        known = story.quarter is not None and not story.of_the_year
        meaning = replace(meaning, quarter=int((story.quarter or "")[-1]) if known else None)
    coarse = _from_coarse(meaning, story.told) if isinstance(meaning, Shift) else None
    if coarse is not None:
        value, dates = coarse
    else:
        value = (
            _shifted(meaning, story, future)
            if isinstance(meaning, Shift)
            else _calendar_value(meaning, future, story.publication)
        )
        dates = _of_week_ending(meaning, cal.covered(value), future, story.publication)
        if isinstance(meaning, Shift) and story.publication is not None and _is_ago(meaning):
            dates = _rounded(meaning, story.publication) or dates
    if raw.text.lower() == "overnight" and dates.day is not None:
        dates = DateRange(cal.add_days(dates.day, -1), dates.day)
    if raw.part is not None:
        dates = cal.narrow(dates, raw.part, story.publication)
    if raw.clock or raw.daytime:
        value = f"{_to_the_day(value)}T{raw.clock or raw.daytime}"
    return _made(raw, value, dates)


def _of_week_ending(
    meaning: Meaning, dates: DateRange, future: bool, publication: date | None
) -> DateRange:
    """At the week-end "last week" may be the one just ending, and "this week" the one to come."""
    if not isinstance(meaning, Shift) or (meaning.unit, meaning.base) != ("W", "publication"):
        return dates
    if publication is None or meaning.counted or dates.latest is None:
        return dates
    if meaning.amount == -1 and publication.isoweekday() >= _SATURDAY:
        return DateRange(dates.earliest, cal.add_days(publication, -1))
    if meaning.amount == 0 and future and publication.isoweekday() == _SUNDAY:
        return DateRange(publication, cal.add_days(publication, 7))
    return dates


_SATURDAY: Final = 6
_SUNDAY: Final = 7


def _in_the_story(meaning: Calendar | Shift, story: _Story) -> Calendar | Shift:
    """In a text that looks back, what counts from the publication elsewhere goes on from there."""
    if isinstance(meaning, Shift):
        moved_on = meaning.unit != "D" or meaning.base == "narrative"
        return replace(meaning, base="narrative") if moved_on and not _is_ago(meaning) else meaning
    if meaning.bc:
        story.before_our_era = meaning.year
        return meaning
    if meaning.year_base == "narrative":
        return _of_that_year(meaning, story)
    if meaning.year is not None:
        story.before_our_era = None
    elif meaning.decade is not None or meaning.century is not None:
        return meaning
    elif story.before_our_era is not None:
        return replace(meaning, year=story.before_our_era, bc=True)
    return placed(meaning, story.told.dates) if story.told is not None else meaning


def _is_ago(meaning: Shift) -> bool:
    return meaning.counted and meaning.base == "publication"


# What is counted in these is rounded to the nearest: half a unit either way, in days.
_HALF: Final = {"W": 3, "M": 15}


def _rounded(meaning: Shift, publication: date) -> DateRange | None:
    """The days of "three weeks ago", which are those of no calendar week; ``None`` for the rest."""
    half = _HALF.get(meaning.unit)
    if half is None or meaning.amount >= 0:
        return None
    day = moved(publication, meaning.amount, meaning.unit)
    return DateRange(cal.add_days(day, -half), cal.add_days(day, half))


def _of_that_year(meaning: Calendar, story: _Story) -> Calendar:
    """ "March of that year", "the previous Friday": counted from what was told last."""
    told = story.told.dates.earliest if story.told is not None else story.publication
    if told is None or meaning.year is not None:
        return meaning
    if meaning.weekday is not None and meaning.month is None:
        back = (told.isoweekday() - meaning.weekday) % 7
        day = cal.add_days(told, -(back or 7) if meaning.which == "last" else 7 - back)
        return replace(meaning, year=day.year, month=day.month, day=day.day)
    year = min(max(told.year + (meaning.year_shift or 0), 1), 9999)
    return replace(meaning, year=year, year_shift=None)


def _made(raw: RawTime, value: str, dates: DateRange) -> TimeExpression:
    return TimeExpression(raw.text, raw.start, raw.end, raw.type, value, dates)


def _reference_days(value: str, publication: date | None) -> DateRange:
    if publication is None:
        return DateRange()
    if value == "PRESENT_REF":
        return DateRange(publication, publication)
    if value == "PAST_REF":
        return DateRange(None, publication)
    return DateRange(publication, None) if value == "FUTURE_REF" else DateRange()


def _stretch(meaning: Length, publication: date | None) -> DateRange:
    """The days of "the last two years" or "the next few weeks"; open for a mere length."""
    if meaning.side is None or publication is None:
        return DateRange()
    past = meaning.side == "past"
    if meaning.amount is None:
        return DateRange(None, publication) if past else DateRange(publication, None)
    other = moved(publication, -meaning.amount if past else meaning.amount, meaning.unit)
    return DateRange(other, publication) if past else DateRange(publication, other)


_DAYS: Final = {"S": 0.0, "N": 0.0, "H": 1 / 24, "D": 1.0, "W": 7.0, "K": 7.0}
_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def moved(day: date, amount: float, unit: str) -> date:
    """``day`` moved by ``amount`` of ``unit`` (a code of ``tables.UNITS``)."""
    if unit in _DAYS:
        return cal.add_days(day, round(amount * _DAYS[unit]))
    return cal.add_months(day, round(amount * _MONTHS[unit]))


# The longest that a period of each unit lasts, in days: what is told is as coarse as it is wide.
_COARSENESS: Final = (("D", 1), ("W", 7), ("M", 31), ("Q", 92), ("Y", 366))


def _from_coarse(meaning: Shift, told: TimeExpression | None) -> tuple[str, DateRange] | None:
    """Counted from a year or a month, a finer unit has no place: "in 2014 … at 11:59 a.m.".

    Its days are those of what was told, moved by as much; ``None`` where the
    story is told finely enough.
    """
    if meaning.base != "narrative" or told is None or meaning.unit in ("K", "Q"):
        return None
    first, last = told.dates.earliest, told.dates.latest
    if first is None or last is None:
        return None
    known = next((n for n, (_, d) in enumerate(_COARSENESS) if (last - first).days < d), 5)
    asked = next((n for n, (unit, _) in enumerate(_COARSENESS) if unit == meaning.unit), 0)
    if meaning.unit in ("E", "C") or asked >= known or known < _MONTH_WIDE:
        return None
    if meaning.amount == 0:
        return told.value.split("T", maxsplit=1)[0], told.dates
    first, last = (moved(day, meaning.amount, meaning.unit) for day in (first, last))
    year = f"{first.year:04d}" if first.year == last.year else "XXXX"
    return year + _UNPLACED[meaning.unit][4:], DateRange(first, last)


_MONTH_WIDE: Final = 2


def _shifted(meaning: Shift, story: _Story, future: bool) -> str:
    base = story.publication if story.before_our_era is None else None
    yearly = meaning.unit == "Y" and meaning.amount == -1 and meaning.counted
    if story.quarter is not None and (
        yearly or (meaning.unit == "Q" and meaning.base == "narrative")
    ):
        same = _same_quarter(story.quarter, meaning)
        return same[:4] if yearly and story.of_the_year else same
    if meaning.base == "narrative" and story.told is not None and base is not None:
        base = story.told.dates.earliest
    if base is None:
        return _UNPLACED[meaning.unit]
    if meaning.unit == "K" and meaning.base == "narrative":
        base = story.publication or base
        if not future and base.isoweekday() < 6:
            base = cal.add_days(base, -7)
    if meaning.unit == "Q" and meaning.base == "narrative":
        base = cal.add_months(story.publication or base, -3)
    return unit_value(moved(base, meaning.amount, meaning.unit), meaning.unit)


def _same_quarter(quarter: str, meaning: Shift) -> str:
    """In a report on quarterly figures "a year earlier" is the same quarter of that year."""
    year = int(quarter[:4]) + (meaning.amount if meaning.unit == "Y" else meaning.amount // 4)
    return f"{year:04d}{quarter[4:]}"


def unit_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the period of kind ``unit`` that holds ``day``."""
    if unit == "W":
        return cal.week_value(day)
    if unit == "K":
        return f"{cal.week_value(day)}-WE"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit in ("Y", "E", "C"):
        return f"{day.year:04d}"[: {"Y": 4, "E": 3, "C": 2}[unit]]
    return day.isoformat()


# --- places on the calendar -------------------------------------------------------------------


def _calendar_value(meaning: Calendar, future: bool, publication: date | None) -> str:
    if meaning.bc:
        return _before_our_era(meaning)
    if meaning.century is not None:
        return f"{meaning.century:02d}"
    if meaning.decade is not None:
        return f"{meaning.decade:03d}"
    year = meaning.year
    if year is None and meaning.year_shift is not None and publication is not None:
        year = publication.year + meaning.year_shift
    if meaning.holiday is not None:
        return _holiday_value(meaning, year, future, publication)
    if meaning.month is not None:
        return _month_value(meaning, year, future, publication)
    if meaning.weekday is not None:
        return _weekday_value(meaning, future, publication)
    if meaning.season is not None:
        return _season_value(meaning, year, future, publication)
    if meaning.quarter is not None or meaning.half is not None:
        return _quarter_value(meaning, year, future, publication)
    return f"{year:04d}" if year is not None else "XXXX"


def _before_our_era(meaning: Calendar) -> str:
    """ "June 479 BC" as TIMEX3 writes it; such days are on no calendar here."""
    head = f"BC{meaning.year or 0:04d}"
    if meaning.season is not None:
        return f"{head}-{meaning.season}"
    if meaning.month is None:
        return head
    return f"{head}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")


def _month_value(
    meaning: Calendar, year: int | None, future: bool, publication: date | None
) -> str:
    month, day = meaning.month or 1, meaning.day
    if year is None and publication is not None:
        year = _year_of_month(meaning, future, publication)
    head = "XXXX" if year is None else f"{year:04d}"
    if day is None:
        return f"{head}-{month:02d}"
    if year is not None and cal.day_of(year, month, day) is None:
        return f"{head}-{month:02d}"
    return f"{head}-{month:02d}-{day:02d}"


def _year_of_month(meaning: Calendar, future: bool, publication: date) -> int:
    """The year of a month or day named without one: the nearest that tense allows.

    Past tense: the latest not after publication; a date said in the past tense a
    few days ahead of it is taken as the coming one (a time zone, an early edition).
    """
    month, year = meaning.month or 1, publication.year
    if meaning.weekday is not None and meaning.day is not None:
        fitting = [
            y for y in _near_years(meaning, future, publication) if _weekday_fits(meaning, y)
        ]
        if fitting:
            return fitting[0]
    if meaning.which == "last":
        # The month just over is "last month": by name with "last" it is that of the year before.
        day = meaning.day
        today = (publication.month, publication.day)
        over = month < publication.month - 1 if day is None else (month, day) < today
        return year if over else year - 1
    if meaning.which == "next":
        return year if month > publication.month else year + 1
    if meaning.which == "this":
        return year
    return _near_years(meaning, future, publication)[0]


# A day named without its year is the nearest such day, unless it lies so far ahead of a past
# tense, or so far behind a future one, that the next nearest fits better (TimeBank, AQUAINT).
_FAR_AHEAD: Final = 90
_FAR_BEHIND: Final = 45


def _near_years(meaning: Calendar, future: bool, publication: date) -> list[int]:
    """Years for a month or day, the likeliest first."""
    year = publication.year
    if meaning.day is not None:
        return _near_years_of_day(meaning, future, publication)
    if future:
        ahead = (meaning.month or 1) >= publication.month
        return [year, year + 1, year - 1] if ahead else [year + 1, year, year - 1]
    passed = (meaning.month or 1) <= publication.month
    return [year, year - 1, year + 1] if passed else [year - 1, year, year + 1]


def _near_years_of_day(meaning: Calendar, future: bool, publication: date) -> list[int]:
    def distance(year: int) -> tuple[bool, int]:
        day = cal.day_of(year, meaning.month or 1, meaning.day or 1)
        if day is None:
            return True, 9999
        away = (day - publication).days
        return (away < -_FAR_BEHIND if future else away > _FAR_AHEAD), abs(away)

    years = [publication.year + n for n in (-1, 0, 1) if 0 < publication.year + n < 10000]
    return sorted(years, key=distance)


def _weekday_fits(meaning: Calendar, year: int) -> bool:
    day = cal.day_of(year, meaning.month or 1, meaning.day or 1)
    return day is not None and day.isoweekday() == meaning.weekday


def _weekday_value(meaning: Calendar, future: bool, publication: date | None) -> str:
    weekday = meaning.weekday or 1
    if publication is None:
        return f"XXXX-WXX-{weekday}"
    if meaning.week_shift is not None:
        monday = (
            cal.week_range(cal.add_days(publication, 7 * meaning.week_shift)).earliest
            or publication
        )
        return cal.add_days(monday, weekday - 1).isoformat()
    back = (publication.isoweekday() - weekday) % 7
    on = (weekday - publication.isoweekday()) % 7
    if meaning.which == "last":
        return cal.add_days(publication, -(back or 7)).isoformat()
    if meaning.which == "next":
        return cal.add_days(publication, on or 7).isoformat()
    if meaning.which == "this":
        return cal.add_days(publication, on if future or on < back else -back).isoformat()
    return cal.add_days(publication, on if future else -back).isoformat()


def _season_value(
    meaning: Calendar, year: int | None, future: bool, publication: date | None
) -> str:
    season = meaning.season or "SP"
    if year is None and publication is not None:
        year = publication.year
        first, last = SEASON_MONTHS[season]
        begun = publication.month >= first
        if meaning.which == "last":
            year -= 0 if publication.month > last else 1
        elif meaning.which == "next":
            year += 0 if not begun else 1
        elif meaning.which is None and not future and not begun:
            year -= 1
    return f"{year:04d}-{season}" if year is not None else f"XXXX-{season}"


def _quarter_value(
    meaning: Calendar, year: int | None, future: bool, publication: date | None
) -> str:
    code = f"Q{meaning.quarter}" if meaning.quarter is not None else f"H{meaning.half}"
    if year is None and publication is not None:
        year = publication.year
        months = 3 * (meaning.quarter or 0) or 6 * (meaning.half or 1)
        if not future and publication.month <= months - 3:
            year -= 1
    return f"{year:04d}-{code}" if year is not None else f"XXXX-{code}"


def _holiday_value(
    meaning: Calendar, year: int | None, future: bool, publication: date | None
) -> str:
    name = meaning.holiday or ""
    if year is None:
        if publication is None:
            day = cal.holiday(name, 2000)
            fixed = day is not None and day == cal.holiday(name, 2001)
            return f"XXXX-{day.month:02d}-{day.day:02d}" if fixed and day else "XXXX-XX-XX"
        year = _holiday_year(meaning, future, publication)
    day = cal.holiday(name, year)
    if day is not None and meaning.weekend:
        return f"{cal.week_value(cal.add_days(day, -3))}-WE"  # a Monday's is the one before it
    return day.isoformat() if day is not None else f"{year:04d}"


def _holiday_year(meaning: Calendar, future: bool, publication: date) -> int:
    this = cal.holiday(meaning.holiday or "", publication.year)
    if this is None or meaning.which == "this" or this == publication:
        return publication.year
    ahead = future or meaning.which == "next"
    if ahead:
        return publication.year + (1 if this < publication else 0)
    far = meaning.which == "last" or (this - publication).days > _FAR_AHEAD // 2
    return publication.year - (1 if this > publication and far else 0)

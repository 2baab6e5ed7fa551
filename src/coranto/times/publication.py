"""When a report came out, reasoned from what its text says about time.

For reports that carry no date of their own. Each clue bounds the publication; the
bounds are intersected, the firmest first, and a clue that contradicts firmer ones
is set aside with a note. An honest range beats a wrong day: where the year cannot
be known, the range stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from coranto.language.document import Document
from coranto.times import calendar as cal
from coranto.times.clauses import clause_of, tense_of
from coranto.times.landmarks import Age, ages
from coranto.times.meaning import Calendar, RawTime, Shift
from coranto.times.opening import Opening
from coranto.times.tense import is_future
from coranto.types import DateRange, Grounds, Published

# How long after its first day a report still speaks of a part of a month without a year, when
# nothing that it dates is later ("In late April, …"): the days within which 80 % of such uses came
# out, counted in 2,648 dated news reports (1999-2017) and 21,578 newswire reports of 1987 without
# their parse. Uses that lie more than 270 days back are left out of the count (17 in 100): so long
# a lag is taken to be a month to come, read as a past one. They were not checked by hand.
# Late: 52 uses; end: 78; mid: 50; early: 69; the start of a month (12 uses, 28 days) is given the
# bound of "early".
# A month alone stays in use for most of a year, so it bounds by its return.
FRESH_DAYS: Final = {"late": 51, "end": 69, "mid": 75, "early": 59, "start": 59}

# A day named with its weekday in a report's opening is its own day in 95 of 100 such reports of
# the same 2,648 (the rest follow within a fortnight); further down, the report came within a week.
_DAYS_AFTER_WEEKDAY: Final = 7
_DAYS_BEFORE_PLAN: Final = 31
# A weekday alone is one of the last seven days (AP and Reuters style).
_NEWS_WEEK: Final = 6
_THIS_WEEK: Final = Shift(0, "W")
# A year told by a weekday is the first that fits: likely, not certain.
BY_WEEKDAY: Final = "its weekday and date"
_SINCE_WEEKDAY: Final = "the weekday in its opening and a full date"
_A_YEAR: Final = 366
# Days after these words are those of plans, anniversaries and affairs: not the day's own.
_NOT_OF_THE_NEWS: Final = re.compile(
    r"\b(?:since|from|after|until|till|before|by|of|the|to|that|an?|this|last|next|for|their|its|his"
    r"|her)\s+$|['’]s?\s+$",
    re.IGNORECASE,
)
# "The accord dated February 17, 1966", "the resolution of 10 June 1999", "the anniversary of": the
# dates of texts and feasts are the report's own in no place; a pact's may be, outside the opening.
_THING_REACH: Final = 60
_THING_OF: Final = (
    r"s?\s+(?:[\d()/]+\s+)?(?:of|from|signed(?:\s+\w+)?(?:\s+on)?|adopted\s+on)\s+(?:the\s+)?$"
)
_LAWS: Final = (
    r"(?:act|armistice|award|charter|constitution|convention|decree|judge?ment|law|letter"
    r"|memorandum|protocol|resolution|ruling|verdict)"
)
_OF_A_THING: Final = re.compile(
    r"\bdated\s+(?:on\s+)?(?:the\s+)?$|\banniversary\s+of\s+(?:the\s+)?$"
    rf"|\b{_LAWS}{_THING_OF}",
    re.IGNORECASE,
)
_OF_A_PACT: Final = re.compile(
    rf"\b(?:accord|agreement|communiqu[eé]|contract|declaration|pact|treaty){_THING_OF}",
    re.IGNORECASE,
)
_THING_AFTER: Final = re.compile(rf"(?:['’]s)?,?\s+(?:{_LAWS}|anniversary)\b", re.IGNORECASE)
# "Wed Apr 13, 2011 10:37 pm BST": a day with a clock is a report's own stamp.
_STAMP: Final = re.compile(r"[\s,|–-]{0,4}(?:[01]?\d|2[0-3]):[0-5]\d\b")
# Years listed in a note where nothing bounds them; no answer rests on them.
_YEARS_TRIED: Final = (1990, 2049)

_YEAR_CUE: Final = re.compile(
    r"\b(?:in|since|between|and|from|during|of|until|to|after|before|through|early|late|mid|summer"
    r"|spring|autumn|fall|winter|the)[\s-]+$",
    re.IGNORECASE,
)
_PLAN_AFTER: Final = re.compile(r"\s+(?:[Aa]genda|[Vv]ision|[Gg]oals?|[Tt]argets?|[Pp]lan)\b")


@dataclass(frozen=True, slots=True)
class PublicationHints:
    """What the caller knows beside the text: bounds, and on what they rest."""

    not_before: date | None = None
    not_after: date | None = None
    notes: tuple[Grounds, ...] = ()


@dataclass(frozen=True, slots=True)
class BareMonth:
    """A month named without a year ("in February", "late April"), for matching with other reports.

    ``token`` is the head of its words in the document, ``None`` where there are no
    tokens; ``past`` is false where the clause speaks of what is to come.
    """

    raw: RawTime
    month: int
    part: str | None
    day: int | None
    past: bool
    token: int | None


@dataclass(slots=True)
class _Case:
    """The reasoning so far: the days still possible, and the grounds."""

    dates: DateRange
    bases: list[str] = field(default_factory=list)
    evidence: list[Grounds] = field(default_factory=list)

    def add(self, dates: DateRange, basis: str, grounds: Grounds) -> bool:
        """Narrow by a clue; false, with a note, where it contradicts what is known."""
        if not self.dates.overlaps(dates):
            note = f"{grounds.note}; set aside, as it contradicts {_spoken(self.dates)}"
            self.evidence.append(_with_note(grounds, note))
            return False
        narrowed = self.dates.intersect(dates)
        if narrowed != self.dates:
            self.dates = narrowed
            if basis not in self.bases:
                self.bases.append(basis)
            self.evidence.append(grounds)
        return True


def bare_months(doc: Document, raws: Sequence[RawTime]) -> tuple[BareMonth, ...]:
    """The months (and days of months) that the text names without a year, in order."""
    out = []
    for raw in raws:
        m = raw.meaning
        if not isinstance(m, Calendar) or m.month is None or m.year is not None:
            continue
        if m.year_shift is not None or m.which is not None or m.holiday is not None:
            continue
        token = doc.head_of(raw.start, raw.end) if doc.tokens else None
        past = not is_future(doc, raw.start, raw.end)
        out.append(BareMonth(raw, m.month, raw.part, m.day, past, token))
    return tuple(out)


def infer_publication(
    doc: Document, raws: Sequence[RawTime], known: Published, hints: PublicationHints
) -> Published:
    """When the report of ``doc`` came out, by its own words and ``hints``.

    ``known`` is what is known already: a day is returned as it is, a range is
    narrowed. ``raws`` are the time expressions of the text. The result's
    ``evidence`` quotes each clue used, or says why it was set aside.
    """
    if known.dates.day is not None:
        return known
    case = _Case(
        known.dates, [known.basis] if known.basis != "unknown" else [], list(known.evidence)
    )
    _from_hints(case, hints)
    _from_years(case, doc, raws)
    opening = Opening.of(doc)
    own = [raw for raw in raws if not _is_of_a_thing(doc.text, raw)]
    _from_date_and_weekday(case, doc, own, opening)
    own = [raw for raw in own if not _OF_A_PACT.search(_before(doc.text, raw))]
    _from_ages(case, doc)
    _from_lede_date(case, doc, own, opening)
    _from_lede_day(case, doc, own, opening)
    _from_weekday_dates(case, doc, own, opening)
    _from_months(case, doc, raws)
    _from_weekdays(case, doc, raws, opening)
    _from_days_told(case, doc, raws)
    return Published(case.dates, _listed(case.bases) or "unknown", tuple(case.evidence))


# --- the clues, the firmest first ----------------------------------------


def _from_hints(case: _Case, hints: PublicationHints) -> None:
    bounds = DateRange(hints.not_before, hints.not_after)
    if bounds == DateRange():
        return
    if not case.dates.overlaps(bounds):
        note = f"; set aside, as it contradicts {_spoken(case.dates)}"
        case.evidence.extend(_with_note(g, g.note + note) for g in hints.notes)
        return
    narrowed = case.dates.intersect(bounds)
    if narrowed != case.dates:
        case.dates = narrowed
        case.bases.append("what it shares with other reports")
    case.evidence.extend(hints.notes)


def _from_years(case: _Case, doc: Document, raws: Sequence[RawTime]) -> None:
    """Not before the latest year, month or day that the text names in the past tense."""
    latest: tuple[date, RawTime] | None = None
    for raw in raws:
        floor = _past_floor(doc, raw)
        if floor is not None and (latest is None or floor > latest[0]):
            latest = (floor, raw)
    if latest is not None:
        floor, raw = latest
        note = f"the latest past year that it names: not before {floor.isoformat()}"
        case.add(DateRange(floor, None), "the latest year it names", _grounds(raw, note))


def _past_floor(doc: Document, raw: RawTime) -> date | None:
    """The first day of an absolute past date, or ``None`` where it is none, or may lie ahead."""
    m = raw.meaning
    if not isinstance(m, Calendar) or m.year is None or m.year < 1900 or raw.type == "DURATION":
        return None
    before, after = doc.text[max(0, raw.start - 30) : raw.start], doc.text[raw.end : raw.end + 20]
    alone = m.month is None and m.season is None
    if alone and (_PLAN_AFTER.match(after) or not _YEAR_CUE.search(before)):
        return None
    if is_future(doc, raw.start, raw.end):
        return None
    if m.month is not None:
        return cal.day_of(m.year, m.month, m.day or 1)
    return cal.day_of(m.year, 1, 1)


def _from_ages(case: _Case, doc: Document) -> None:
    """The age of a war: "13-month invasion" gives about a month, "since the start" a bound."""
    by_place: dict[tuple[int, int], list[Age]] = {}
    for age in ages(doc.text):
        by_place.setdefault((age.start, age.end), []).append(age)
    for (start, end), readings in sorted(by_place.items()):
        fitting = [a for a in readings if case.dates.overlaps(a.dates)] or readings
        dates = fitting[0].dates
        for other in fitting[1:]:
            dates = cal.union(dates, other.dates)
        names = " or ".join(f"{a.landmark.name} ({a.landmark.start.isoformat()})" for a in fitting)
        note = f"counted from the start of {names}: {_spoken(dates)}"
        quote = doc.text[start:end]
        case.add(dates, "the age of a war it names", Grounds("text", quote, note, start, end))


def _from_date_and_weekday(
    case: _Case, doc: Document, raws: Sequence[RawTime], opening: Opening
) -> None:
    """A full date further on, or "this week", and what the opening calls just "Friday".

    News names a weekday alone for the last seven days: where the latest full
    date is that weekday, the report came out on it or within six days; on it,
    where the date stands in the opening too. With "this week" a date of the
    opening, or of its picture, is less than a week old.
    """
    dated = [
        (day, raw)
        for raw in raws
        if (day := _full_day(raw)) is not None
        and not is_future(doc, raw.start, raw.end)
        and not opening.is_stale(raw.start)
    ]
    if not dated:
        return
    day, raw = max(dated, key=lambda item: item[0])
    in_front = raw.start < opening.end
    weekday = next(
        (w for w, r in bare_weekdays(doc, raws, opening.end) if w == day.isoweekday()), 0
    )
    if weekday and in_front:
        note = "a full date in its opening, which names that weekday alone too: that day"
        case.add(DateRange(day, day), "the weekday and date in its opening", _grounds(raw, note))
    elif weekday:
        note = "the latest full date, on the weekday that the opening names: within six days"
        window = DateRange(day, cal.add_days(day, _NEWS_WEEK))
        case.add(window, _SINCE_WEEKDAY, _grounds(raw, note))
    elif in_front and any(r.meaning == _THIS_WEEK for r in raws):
        note = "a full date in its opening, and it speaks of this week: within six days"
        window = DateRange(day, cal.add_days(day, _NEWS_WEEK))
        case.add(window, "the date in its opening", _grounds(raw, note))


def _is_of_a_thing(text: str, raw: RawTime) -> bool:
    """Whether a date is that of a law or an anniversary: it bounds the report, and no more."""
    after = text[raw.end : raw.end + _THING_REACH]
    return bool(_OF_A_THING.search(_before(text, raw)) or _THING_AFTER.match(after))


def _before(text: str, raw: RawTime) -> str:
    """The words before a time."""
    return text[max(0, raw.start - _THING_REACH) : raw.start]


def _full_day(raw: RawTime) -> date | None:
    """The day of a date with its year; ``None`` for all else."""
    m = raw.meaning
    if not isinstance(m, Calendar) or m.year is None or m.month is None or m.day is None:
        return None
    return cal.day_of(m.year, m.month, m.day)


def bare_weekdays(doc: Document, raws: Sequence[RawTime], end: int) -> list[tuple[int, RawTime]]:
    """The past weekdays named before offset ``end`` with no date ("on Friday"), 1 to 7."""
    return [
        (m.weekday, raw)
        for raw in raws
        if raw.start < end
        and isinstance(m := raw.meaning, Calendar)
        and m.weekday is not None
        and m.month is None
        and m.which is None
        and m.week_shift is None
        and not is_future(doc, raw.start, raw.end)
    ]


def _from_lede_date(case: _Case, doc: Document, raws: Sequence[RawTime], opening: Opening) -> None:
    """A full date in the opening, of what has happened: the report is of that day or the next.

    Unless the opening's news is of another weekday, or a picture bears the date.
    """
    news = {weekday for weekday, _ in bare_weekdays(doc, raws, opening.end)}
    for raw in raws:
        if raw.start >= opening.end:
            return
        day = _full_day(raw)
        if day is None or is_future(doc, raw.start, raw.end) or opening.is_caption(raw.start):
            continue
        if news and not news & {day.isoweekday(), day.isoweekday() % 7 + 1}:
            continue
        if _from_later_day(case, doc, raws, day):
            return
        stamp = _is_stamp(doc, raw)
        window = DateRange(day, day if stamp else cal.add_days(day, 1))
        note = f"a full date in its opening{' with a clock' if stamp else ''}: that day"
        note += "" if stamp else " or the day after"
        case.add(window, "the date in its opening", _grounds(raw, note))
        return


def _from_later_day(case: _Case, doc: Document, raws: Sequence[RawTime], day: date) -> bool:
    """The latest day after ``day`` that the text tells of as past: then or within a week."""
    told = _later_day(doc, raws, day)
    if told is None:
        return False
    window = DateRange(told[0], cal.add_days(told[0], _DAYS_AFTER_WEEKDAY))
    note = "the latest day that it tells of as past: on it or within a week"
    return case.add(window, "the latest day it tells of", _grounds(told[1], note))


def _from_days_told(case: _Case, doc: Document, raws: Sequence[RawTime]) -> None:
    """Within a month, not before the latest day of it on which the text tells an act as past."""
    first, last = case.dates.earliest, case.dates.latest
    if first is None or last is None or not 0 < (last - first).days <= _DAYS_BEFORE_PLAN:
        return
    told = _later_day(doc, raws, first)
    if told is not None and told[0] <= last:
        note = f"the latest day that it tells of as past: not before {told[0].isoformat()}"
        case.add(DateRange(told[0], None), "the latest day it tells of", _grounds(told[1], note))


def _later_day(doc: Document, raws: Sequence[RawTime], day: date) -> tuple[date, RawTime] | None:
    """The latest day of a month after ``day``, and soon after it, on which the text tells an act.

    Told in the past tense ("Holm said on March 20"), it shows that ``day`` is not the report's.
    """
    found = []
    for bare in bare_months(doc, raws):
        if bare.day is None or bare.token is None or not bare.past:
            continue
        clause = clause_of(doc, bare.token)
        if clause is None or tense_of(doc, clause) not in ("past", "perfect"):
            continue
        then = cal.day_of(day.year, bare.month, bare.day)
        if then is not None and 1 < (then - day).days <= _DAYS_BEFORE_PLAN:
            found.append((then, bare.raw))
    return max(found, key=lambda item: item[0], default=None)


def _from_lede_day(case: _Case, doc: Document, raws: Sequence[RawTime], opening: Opening) -> None:
    """A day of a month in the opening, where no more than a year is possible: as a full date."""
    first, last = case.dates.earliest, case.dates.latest
    if first is None or last is None or not 1 < (last - first).days <= _A_YEAR:
        return
    news = {weekday for weekday, _ in bare_weekdays(doc, raws, opening.end)}
    for raw in raws:
        m = raw.meaning
        if raw.start >= opening.end:
            return
        if not isinstance(m, Calendar) or m.year is not None or m.month is None or m.day is None:
            continue
        if m.which is not None or m.year_shift is not None or opening.is_caption(raw.start):
            continue
        ahead = not _is_stamp(doc, raw) and is_future(doc, raw.start, raw.end)
        if ahead or not of_the_news(doc, raw):
            continue
        days = [cal.day_of(y, m.month, m.day) for y in range(first.year, last.year + 1)]
        windows = [DateRange(d, cal.add_days(d, 1)) for d in days if d is not None]
        fitting = [w for w in windows if case.dates.overlaps(w)]
        if len(fitting) != 1 or fitting[0].earliest is None:
            continue
        weekday = fitting[0].earliest.isoweekday()
        if news and not news & {weekday, weekday % 7 + 1}:
            continue
        if _from_later_day(case, doc, raws, fitting[0].earliest):
            return
        note = "a day in its opening, in the one year possible: that day or the day after"
        case.add(fitting[0], "the day in its opening", _grounds(raw, note))
        return


def of_the_news(doc: Document, raw: RawTime) -> bool:
    """Whether the words before a day let it be the report's own: no "since", "by", "the"."""
    before = doc.text[max(0, raw.start - 12) : raw.start]
    return _NOT_OF_THE_NEWS.search(before) is None


def _is_stamp(doc: Document, raw: RawTime) -> bool:
    return raw.clock is not None or _STAMP.match(doc.text, raw.end) is not None


def _from_weekday_dates(
    case: _Case, doc: Document, raws: Sequence[RawTime], opening: Opening
) -> None:
    """ "Friday, May 26": the years in which that day is a Friday, the first after what is known."""
    for raw in raws:
        m = raw.meaning
        if not isinstance(m, Calendar) or m.year is not None or None in (m.month, m.day, m.weekday):
            continue
        stamp = _is_stamp(doc, raw)
        ahead = not stamp and is_future(doc, raw.start, raw.end)
        lede = stamp or raw.start < opening.end
        windows = [_around(day, ahead, lede) for day in _days_with_weekday(case.dates, m)]
        fitting = [w for w in windows if case.dates.overlaps(w)]
        floor = case.dates.earliest
        if not fitting or floor is None:
            years = ", ".join(str(d.year) for d in _days_with_weekday(DateRange(), m))
            note = f"falls on that weekday in {years}; nothing else in the text tells the year"
            case.evidence.append(_grounds(raw, note))
            continue
        others = ""
        if len(fitting) > 1:
            next_year = fitting[1].earliest or fitting[1].latest
            others = f" (the next would be {next_year.year})" if next_year is not None else ""
        note = f"the first year from {floor.isoformat()} on with that weekday{others}"
        if case.add(fitting[0], BY_WEEKDAY, _grounds(raw, note)):
            return


def _days_with_weekday(dates: DateRange, m: Calendar) -> list[date]:
    """The days ``m`` names, with its weekday, from a year before ``dates`` to 12 years on."""
    first = dates.earliest.year - 1 if dates.earliest is not None else _YEARS_TRIED[0]
    last = first + 13 if dates.earliest is not None else _YEARS_TRIED[1]
    if dates.latest is not None:
        last = max(dates.latest.year + 1, first)
    days = [
        cal.day_of(y, m.month or 1, m.day or 1) for y in range(max(first, 1), min(last, 9998) + 1)
    ]
    return [d for d in days if d is not None and d.isoweekday() == m.weekday]


def _around(day: date, ahead: bool, lede: bool) -> DateRange:
    """The days on which a report that names ``day`` with its weekday can have come out."""
    if ahead:
        return DateRange(cal.add_days(day, -_DAYS_BEFORE_PLAN), day)
    return DateRange(day, day if lede else cal.add_days(day, _DAYS_AFTER_WEEKDAY))


def _from_months(case: _Case, doc: Document, raws: Sequence[RawTime]) -> None:
    """A past month without a year: after it began, before it returns; soon, if it is the latest.

    Needs both ends of a range, so that the year can be told at all.
    """
    past = [b for b in bare_months(doc, raws) if b.past and b.part not in ("earlier", "later")]
    for bare in past:
        days = FRESH_DAYS.get(bare.part or "")
        if days is None or bare.day is not None or any(_follows(o.month, bare.month) for o in past):
            continue
        starts = _beginnings(bare, case.dates)
        windows = [DateRange(first, cal.add_days(first, days)) for first in starts]
        fitting = [w for w in windows if case.dates.overlaps(w)]
        if len(fitting) == 1:
            note = f"the latest time it names, and a part of a month: {_spoken(fitting[0])}"
            case.add(fitting[0], "the months it names", _grounds(bare.raw, note))
    for bare in past:
        windows = [
            DateRange(first, cal.add_days(cal.add_months(first, 12), -1))
            for first in _beginnings(bare, case.dates)
        ]
        fitting = [w for w in windows if case.dates.overlaps(w)]
        if fitting:
            hull = DateRange(fitting[0].earliest, fitting[-1].latest)
            note = f"a past month without a year: {_spoken(hull)}"
            case.add(hull, "the months it names", _grounds(bare.raw, note))


def _follows(month: int, other: int) -> bool:
    """Whether ``month`` comes in the half year after ``other``."""
    return 0 < (month - other) % 12 <= 6


def _beginnings(bare: BareMonth, dates: DateRange) -> list[date]:
    """The first day of the month (or of its part, or the day) in each year within reach."""
    if dates.earliest is None or dates.latest is None:
        return []
    out = []
    for year in range(max(dates.earliest.year - 1, 1), min(dates.latest.year, 9997) + 1):
        first = cal.day_of(year, bare.month, bare.day or 1)
        if bare.day is None and bare.part is not None:
            first = cal.narrow(cal.month_range(year, bare.month), bare.part, None).earliest
        if first is not None:
            out.append(first)
    return out


def _from_weekdays(case: _Case, doc: Document, raws: Sequence[RawTime], opening: Opening) -> None:
    """Within a week, the opening's past weekday is the day itself or the day before."""
    first, last = case.dates.earliest, case.dates.latest
    if first is None or last is None or not 0 < (last - first).days <= _NEWS_WEEK:
        return
    if _SINCE_WEEKDAY in case.bases:
        return  # this weekday has told what it can: the range begins with it
    for weekday, raw in bare_weekdays(doc, raws, opening.end)[:1]:
        day = cal.add_days(first, (weekday - first.isoweekday()) % 7)
        note = "the weekday in its opening: that day or the day after"
        case.add(
            DateRange(day, cal.add_days(day, 1)), "the weekday in its opening", _grounds(raw, note)
        )


# --- grounds ----------------------------------------


def _grounds(raw: RawTime, note: str) -> Grounds:
    return Grounds("text", raw.text, note, raw.start, raw.end)


def _listed(bases: Sequence[str]) -> str:
    """The bases for a reader, the last and most decisive first: "a, b and c"."""
    *most, last = [*reversed(bases)] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _with_note(grounds: Grounds, note: str) -> Grounds:
    return Grounds(grounds.where, grounds.quote, note, grounds.start, grounds.end, grounds.report)


def _spoken(dates: DateRange) -> str:
    """A range for a reader."""
    if dates.day is not None:
        return dates.day.isoformat()
    if dates.earliest is not None and dates.latest is not None:
        return f"{dates.earliest.isoformat()} to {dates.latest.isoformat()}"
    if dates.earliest is not None:
        return f"{dates.earliest.isoformat()} or later"
    return f"up to {dates.latest.isoformat()}" if dates.latest is not None else "any day"

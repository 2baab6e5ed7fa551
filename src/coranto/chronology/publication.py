"""Dating reports from one another: what copies and shared events say of a report with no day.

A report's own words come first (``coranto.times.publication``). Then a copy
gives its day, and an act that a dated report tells too places the report that
tells it "in February", with no year, in time. Every step leaves its grounds.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from coranto.chronology.clues import Clues
from coranto.chronology.likeness import Likeness
from coranto.chronology.resemblance import DatedTexts
from coranto.chronology.words import overlap
from coranto.language.document import Document
from coranto.times import (
    BY_WEEKDAY,
    BareMonth,
    PublicationHints,
    RawTime,
    bare_months,
    bare_weekdays,
    infer_publication,
)
from coranto.times import calendar as cal
from coranto.times.meaning import Calendar
from coranto.times.opening import Opening
from coranto.types import (
    Actor,
    CopyGroup,
    DateRange,
    Event,
    Grounds,
    Published,
    Report,
)

SETTLED = timedelta(days=7)
"""A publication known within a week needs no help from other reports."""
A_YEAR = timedelta(days=366)
NEWS_WEEK = timedelta(days=6)
"""A report names a weekday without a date for acts of the last seven days."""
RECURRING = frozenset(("CONSULT encounter", "CONSULT call"))
"""Acts that the same two persons do again and again: only their place tells which is meant."""
PLANNED_AHEAD = timedelta(days=183)
"""A day is named without its year when it lies within about half a year."""
USEFUL = timedelta(days=31)
"""An event dated within a month can date a report that shares it."""


def is_settled(published: Published) -> bool:
    """Whether the publication is known well enough to leave it as it is."""
    d = published.dates
    return d.earliest is not None and d.latest is not None and d.latest - d.earliest <= SETTLED


def is_open(report: Report, published: Published) -> bool:
    """Whether a report can be dated better: not settled, or only by the first year that fits."""
    if is_settled(report.published):
        return False
    return not is_settled(published) or BY_WEEKDAY in published.basis


def from_copies(
    published: Mapping[str, Published],
    copies: Sequence[CopyGroup],
    datelines: Mapping[str, RawTime] | None = None,
) -> dict[str, Published]:
    """Give the best date of a copy group to the members that know less.

    That is the day of a dated member, else what all their ranges allow. A member
    whose own words exclude it keeps its own range. ``datelines`` are the days without a
    year of the reports that have one (:func:`coranto.times.dateline`): such a report is of
    that day, and the copy, which may have come out on another, tells its year.
    """
    datelines = datelines or {}
    out = dict(published)
    for group in copies:
        dated = [r for r in group.order if published[r].dates.day is not None]
        if not dated:
            out.update(_common(group, published))
            continue
        source = published[dated[0]]
        for r in group.reports:
            own = published[r]
            if own.dates.day is None and own.dates.overlaps(source.dates):
                grounds = Grounds("report", "", "dated copy of the same text", report=dated[0])
                copied = Published(source.dates, "its dated copy", (grounds, *own.evidence))
                out[r] = _by_dateline(copied, own, datelines.get(r))
    return out


def _by_dateline(copied: Published, own: Published, raw: RawTime | None) -> Published:
    """``copied``, the date of a copy, moved to the day of the report's own dateline nearby."""
    day = copied.dates.day
    if raw is None or day is None or not isinstance(m := raw.meaning, Calendar):
        return copied
    near = [cal.day_of(y, m.month or 1, m.day or 1) for y in (day.year - 1, day.year, day.year + 1)]
    best = min((d for d in near if d is not None), key=lambda d: abs(d - day), default=None)
    if best is None or abs(best - day) > SETTLED or not own.dates.overlaps(DateRange(best, best)):
        return copied
    if best == day:
        return copied
    told = Grounds("text", raw.text, "its dateline; a copy tells the year", raw.start, raw.end)
    return Published(DateRange(best, best), "its dateline", (told, *copied.evidence))


def _common(group: CopyGroup, published: Mapping[str, Published]) -> dict[str, Published]:
    """The members of a group without any exact day, all with the days that each allows."""
    ranges = [published[r].dates for r in group.order]
    common = DateRange()
    for dates in ranges:
        if not common.overlaps(dates):
            return {}
        common = common.intersect(dates)
    out = {}
    for r in group.reports:
        own = published[r]
        if own.dates != common:
            giver = next(x for x in group.order if x != r)
            grounds = Grounds("report", "", "a copy of the same text allows no more", report=giver)
            out[r] = narrowed(own, common, grounds, "its copies")
    return out


def shared_event_hints(
    report: Report,
    months: Sequence[BareMonth],
    own: Sequence[Event],
    dated: Iterable[Event],
    actors: Mapping[str, Actor],
) -> PublicationHints:
    """Bounds on a report's publication from acts that it shares with dated reports.

    ``months`` are its month expressions without a year; ``own`` its events;
    ``dated`` the events of reports whose publication is settled.
    """
    dated = list(dated)
    mine = [Likeness.of(e, actors) for e in own if e.status == "happened"]
    theirs: dict[str, list[Likeness]] = {}
    for e in dated:
        if e.status == "happened" and e.report != report.id and _within_a_month(e.date):
            like = Likeness.of(e, actors)
            theirs.setdefault(like.family, []).append(like)
    bounds: list[tuple[DateRange, Grounds]] = []
    for a in mine:
        month = _month_of(a.event, months)
        told = [b for b in theirs.get(a.family, ()) if _recognised(a, b)]
        bounds.extend(
            (found, _grounds(b.event)) for b in told if (found := _bound(a, b, month)) is not None
        )
        bounds.extend(_not_before(a, told))
    bounds.extend(_before_plans(report, months, own, dated, actors))
    bounds.extend(_since_plans(mine, dated, actors))
    return _combined(bounds)


def _before_plans(
    report: Report,
    months: Sequence[BareMonth],
    own: Sequence[Event],
    dated: Iterable[Event],
    actors: Mapping[str, Actor],
) -> Iterator[tuple[DateRange, Grounds]]:
    """A report that looks forward to "Aug. 18" came out in the half year before that day."""
    for e in own:
        day = _day_of(e, months) if e.status == "planned" else None
        if day is None:
            continue
        plan = Likeness.of(e, actors)
        for other in dated:
            then = other.date.day
            if then is None or (then.month, then.day) != day or other.report == report.id:
                continue
            if other.status in ("planned", "happened") and _recognised(
                plan, Likeness.of(other, actors)
            ):
                yield DateRange(then - PLANNED_AHEAD, then), _grounds(other)


def _since_plans(
    mine: Sequence[Likeness], dated: Iterable[Event], actors: Mapping[str, Actor]
) -> Iterator[tuple[DateRange, Grounds]]:
    """A report that tells as done what others announce for a day did not come out before it."""
    plans = [
        Likeness.of(e, actors)
        for e in dated
        if e.status == "planned" and e.date.day is not None and e.date_basis == "time expression"
    ]
    for done in mine:
        for plan in plans:
            if plan.family != done.family or plan.event.report == done.event.report:
                continue
            if done.family in RECURRING and not _one_place(done, plan):
                continue
            day = plan.event.date.day
            if day is not None and _may_be_of(done.event, day) and _recognised(done, plan):
                yield DateRange(day, None), replace(_grounds(plan.event), note=_ANNOUNCED)


_ANNOUNCED = "announces for a day what is told here as done"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")


def _may_be_of(event: Event, day: date) -> bool:
    """Whether an act may be of ``day``: by its own days, known within a month, or its weekday."""
    if _within_a_month(event.date):
        return event.date.overlaps(DateRange(day, day))
    named = set(_WEEKDAY.findall(event.evidence[0].text))
    return event.date == DateRange() and named == {_WEEKDAYS[day.weekday()]}


def _day_of(event: Event, months: Sequence[BareMonth]) -> tuple[int, int] | None:
    """The month and day, without a year, that lie ahead in the evidence of a planned act."""
    inside = [m for m in months if event.start <= m.raw.start < event.end and not m.past]
    if len(inside) != 1 or inside[0].day is None:
        return None
    return inside[0].month, inside[0].day


def _not_before(a: Likeness, told: Sequence[Likeness]) -> list[tuple[DateRange, Grounds]]:
    """A report that looks back on a meeting came out after it: after the first, of several."""
    if a.event.date.earliest is not None or a.family not in RECURRING:
        return []
    same = [b for b in told if _one_place(a, b) and b.event.date.earliest is not None]
    first = min(same, key=lambda b: (b.event.date.earliest or date.max, b.event.id), default=None)
    if first is None:
        return []
    return [(DateRange(first.event.date.earliest, None), _grounds(first.event))]


def _within_a_month(d: DateRange) -> bool:
    return d.earliest is not None and d.latest is not None and d.latest - d.earliest <= USEFUL


def _recognised(a: Likeness, b: Likeness) -> bool:
    """The same act known without its day: one plan, one pair of persons, one visitor and place."""
    if a.family == "REQUEST propose":
        same_doer = bool(a.sources & b.sources) or bool(a.countries & b.countries)
        return same_doer and overlap(a.object, b.object) >= 0.5 and len(a.object & b.object) >= 2
    x, y = a.event.place, b.event.place
    if a.family == "CONSULT visit":
        same_place = x is not None and y is not None and x.country == y.country is not None
        return bool(a.persons & b.persons & a.sources & b.sources) and same_place
    if a.family in ("CONSULT call", "CONSULT encounter", "AGREE sign"):
        return len(a.persons & b.persons) >= 2
    return False


def _month_of(event: Event, months: Sequence[BareMonth]) -> int | None:
    """The month, without its year, that dates the event: one in the evidence of its own words."""
    if event.date_basis != "time expression":
        return None
    inside = [m for m in months if event.start <= m.raw.start < event.end]
    return inside[0].month if len(inside) == 1 else None


def _bound(a: Likeness, b: Likeness, month: int | None) -> DateRange | None:
    """When the report that tells ``a`` came out, given that ``b`` is the same act with a date."""
    then = b.event.date
    if then.earliest is None or then.latest is None:
        return None
    if month is not None:
        if then.earliest.month != month or then.latest.month != month:
            return None
        return DateRange(then.earliest, _a_year_on(then.earliest) - timedelta(days=1))
    if a.event.date.earliest is None or (a.family in RECURRING and not _one_place(a, b)):
        return None
    if a.event.date_basis == "publication":
        return then  # told as today's news
    return DateRange(then.earliest, then.latest + NEWS_WEEK)


def _one_place(a: Likeness, b: Likeness) -> bool:
    x, y = a.event.place, b.event.place
    return x is not None and y is not None and x.name == y.name


def _a_year_on(d: date) -> date:
    last = calendar.monthrange(d.year + 1, d.month)[1]
    return date(d.year + 1, d.month, min(d.day, last))


def _grounds(event: Event) -> Grounds:
    span = event.evidence[0]
    return Grounds(
        "report",
        span.text,
        "tells the same act with its date",
        start=span.start,
        end=span.end,
        report=event.report,
    )


def _combined(bounds: Sequence[tuple[DateRange, Grounds]]) -> PublicationHints:
    """The days that all bounds allow; a bound that excludes the tighter ones before it is left."""
    hints = DateRange()
    notes: list[Grounds] = []
    ordered = sorted(
        bounds,
        key=lambda b: (
            (b[0].latest or date.max) - (b[0].earliest or date.min),
            b[1].report or "",
            b[1].start or 0,
        ),
    )
    for dates, grounds in ordered:
        if hints.overlaps(dates):
            narrower = hints.intersect(dates)
            if narrower != hints:
                hints = narrower
                notes.append(grounds)
    return PublicationHints(hints.earliest, hints.latest, tuple(notes))


def by_resemblance(
    report: Report,
    doc: Document,
    raws: Sequence[RawTime],
    own: Published,
    texts: DatedTexts,
    *,
    told: PublicationHints | None = None,
) -> Published:
    """Date a report by the dated reports that are most like it and the days that it names.

    ``doc`` and ``raws`` are its text and time expressions, ``own`` what is known of it
    so far, ``told`` what the acts say that it shares with dated reports: it did not come
    out before them. Within the days that the likeness gives, its own words may tell the day;
    what they or its offices tell against the likeliest day is left, for it is misread in one
    of five such reports. Where the likeness contradicts what is known within a month, or
    the acts, it is set aside. The likeliest day itself is kept as ``likely``.
    """
    told = told or PublicationHints()
    firm = DateRange(told.not_before, told.not_after)
    likely = texts.likely(report.text, Clues.of(doc, raws), own.dates, firm)
    if likely is None:
        return own
    day = DateRange(likely.day, likely.day)
    is_short = _within_a_month(own.dates) and own.dates.overlaps(likely.dates)
    if _within_a_month(own.dates) and not is_short and BY_WEEKDAY not in own.basis:
        return own
    if not firm.overlaps(day) or not report.published.dates.overlaps(day):
        return own
    dates = likely.dates.intersect(firm)
    grounds = tuple(
        Grounds("report", "", f"came out about {likely.day.isoformat()}, in like words", report=r)
        for r in likely.reports
    )
    hints = PublicationHints(dates.earliest, dates.latest, (*told.notes, *grounds))
    found = infer_publication(doc, raws, own if is_short else report.published, hints)
    if not found.dates.overlaps(day):
        if is_short:
            return found
        found = infer_publication(Document("", (), (), ()), (), report.published, hints)
    clues = _fitting(doc, raws, likely.day)
    evidence = tuple(dict.fromkeys((*_with_offices(found, own), *clues)))
    return replace(found, likely=likely.day, evidence=evidence)


def _fitting(doc: Document, raws: Sequence[RawTime], day: date) -> Iterator[Grounds]:
    """The words that speak for the likeliest day: it or the day before, or its weekday, named."""
    recent = {(d.month, d.day) for d in (day, day - timedelta(days=1))}
    named = [b.raw for b in bare_months(doc, raws) if (b.month, b.day) in recent]
    first = bare_weekdays(doc, raws, Opening.of(doc).end)[:1]
    named += [raw for weekday, raw in first if weekday == day.isoweekday()]
    for raw in sorted(named, key=lambda r: r.start):
        note = f"fits the likeliest day, {day.isoformat()}"
        yield Grounds("text", raw.text, note, raw.start, raw.end)


def _with_offices(found: Published, own: Published) -> tuple[Grounds, ...]:
    """The evidence for ``found``, and that of the offices, where they allow its days."""
    if not own.dates.overlaps(found.dates):
        return found.evidence
    offices = [g for g in own.evidence if g.where == "record"]
    return tuple(dict.fromkeys((*offices, *found.evidence)))


def with_offices(
    doc: Document,
    raws: Sequence[RawTime],
    known: Published,
    own: Published,
    offices: Sequence[tuple[DateRange, Grounds]],
) -> Published:
    """``own``, what the words of a report tell of its day, within the terms of those it names.

    ``offices`` are the bounds of :func:`coranto.actors.office_bounds`, ``known`` what was known
    before its words were read. Where the words put it more than a year before an office, they
    are those of another date, and are read again as those of a report that came out since.
    """
    ahead = [
        (b.earliest, g) for b, g in offices if b.earliest is not None and _is_long_before(own, b)
    ]
    if ahead:
        latest = max(first for first, _ in ahead)
        hints = PublicationHints(not_before=latest, notes=tuple(g for _, g in ahead))
        own = infer_publication(doc, raws, known, hints)
    for dates, grounds in offices:
        own = narrowed(own, dates, grounds, "the offices it names")
    return own


def _is_long_before(own: Published, office: DateRange) -> bool:
    """Whether a report's days end more than a year before an office was held."""
    last, first = own.dates.latest, office.earliest
    return last is not None and first is not None and first - last > A_YEAR


def within_story(
    published: Published, hints: PublicationHints, others: Mapping[str, Published]
) -> Published:
    """Cut a range of years to the time of the dated reports that tell the same acts.

    Reports of one pile are on one running story: what shares an act with dated
    reports came out when they did, give or take two months. Shorter ranges stay.
    """
    d = published.dates
    if d.earliest is not None and d.latest is not None and d.latest - d.earliest <= A_YEAR:
        return published
    related = [p for g in hints.notes if (p := others.get(g.report or "")) is not None]
    days = [x for p in related for x in (p.earliest, p.latest) if x is not None]
    if not days:
        return published
    span = DateRange(min(days) - 2 * USEFUL, max(days) + 2 * USEFUL)
    return narrowed(published, span, hints.notes[0], "the time of its story")


def narrowed(published: Published, dates: DateRange, grounds: Grounds, basis: str) -> Published:
    """``published`` cut to ``dates`` where the two overlap, with the reason added."""
    if not published.dates.overlaps(dates):
        return published
    cut = published.dates.intersect(dates)
    if cut == published.dates:
        return published
    joined = basis if published.basis == "unknown" else f"{published.basis}; {basis}"
    if basis in published.basis:
        joined = published.basis
    evidence = tuple(dict.fromkeys((*published.evidence, grounds)))
    return replace(published, dates=cut, basis=joined, evidence=evidence)

"""Whether a plan, its cancellation and an act are one, by the days of each; days told apart.

The same two meet often. A plan is met by an act of its own days or, where it names none, of the
weeks after it was told; a cancellation is of a plan of the very same days.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from coranto.types import DateRange, Event

PLANNED_WITHIN: Final = timedelta(days=45)
"""A plan without a date is met by an act of the same parties within this time."""
A_MONTH: Final = timedelta(days=31)
"""A plan told more loosely ("this year", or "on Friday" in a report that is not dated) says too
little of its days to be met by them alone."""
A_WEEK: Final = timedelta(days=7)
A_DAY: Final = timedelta(days=1)
"""By so much may two reports of one call differ: it is late on Tuesday here, Wednesday there."""
_AT: Final = re.compile(r"\b(?:in|at) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
"""A place as a sentence names it."""
_MONTHS: Final = frozenset(month_name)
_INFERRED: Final = frozenset(("publication", "unknown"))
"""Grounds of a date that no word of the report tells."""


def length(dates: DateRange) -> timedelta:
    """Length of a range; an open one counts as endless."""
    if dates.earliest is None or dates.latest is None:
        return timedelta.max
    return dates.latest - dates.earliest


def was_met(plan: Event, act: Event) -> bool:
    """Whether the days of a plan allow it to be the act that was done: days that overlap, and
    near ones, or else one place."""
    if plan.date.latest is None:
        return _was_met_in_time(plan.date, act.date)
    if not plan.date.overlaps(act.date):
        return False
    return (not is_loose(plan) and _is_soon(act.date, plan.date.latest)) or share_a_place(plan, act)


def is_loose(plan: Event) -> bool:
    """Whether a plan is told for days of more than a month, from the first to the last."""
    known = plan.status == "planned" and plan.date.known
    return known and length(plan.date) > A_MONTH


def _was_met_in_time(plan: DateRange, act: DateRange) -> bool:
    start, begun, done = plan.earliest, act.earliest, act.latest
    if start is None or begun is None or done is None:
        return False
    return start <= begun and done <= start + PLANNED_WITHIN


def _is_soon(act: DateRange, planned: date) -> bool:
    """Whether an act is told to be done within weeks of the last day of its plan."""
    return act.latest is not None and act.latest <= planned + A_MONTH


def is_called_off(plan: Event, cancelled: Event) -> bool:
    """Whether a plan (or an act) is the one that was called off: on days of one week that are told
    in words for both. The day of the news that it was is no day of the plan."""
    both = (plan, cancelled)
    told = all(e.date_basis not in _INFERRED and length(e.date) <= A_WEEK for e in both)
    return told and plan.date.overlaps(cancelled.date)


def share_a_place(a: Event, b: Event) -> bool:
    """Whether the place of one is the other's, or is named in its sentence, or both sentences
    name one place."""
    if a.place is not None and b.place is not None and a.place.name == b.place.name:
        return True
    named = {e.id: _places_named(e) for e in (a, b)}
    if named[a.id] & named[b.id]:
        return True
    return any(
        e.place is not None and e.place.name in named[other.id] for e, other in ((a, b), (b, a))
    )


def _places_named(event: Event) -> frozenset[str]:
    return frozenset(_AT.findall(event.evidence[0].text)) - _MONTHS


def are_neighbours(a: Event, b: Event) -> bool:
    """Whether both have a day in their own words, and one the day behind the other's."""
    x, y = a.date.day, b.date.day
    told = a.date_basis == b.date_basis == "time expression"
    return x is not None and y is not None and told and abs(x - y) == A_DAY


def days_of_call(events: Sequence[Event]) -> DateRange | None:
    """The two neighbouring days that a call is told to be of; both may be right."""
    days = {
        e.date.day
        for e in events
        if e.mode == "call" and e.date.day is not None and e.date_basis == "time expression"
    }
    first, last = min(days, default=None), max(days, default=None)
    if first is None or last is None or last - first != A_DAY:
        return None
    return DateRange(first, last)

"""When two events of two reports are one: same parties, same act, same place, same days.

Look-alikes are kept apart: a meeting is keyed on its parties together, so one
minister's two meetings at one conference stay two. Merging on code, one actor
and a day's tolerance, as event databases do, reaches a pairwise F1 of 36.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from coranto.chronology.words import content_stems
from coranto.types import Actor, DateRange, Event

ENCOUNTERS = frozenset(("meet", "talks", "host"))
SPOKEN_ACTS = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "AGREE"))
"""PLOVER types that are done in words: event and statement are then one line of the chronology."""
DATED_DIFFERENTLY = timedelta(days=2)
"""How far two explicit days of one act may lie apart and still be one act told with two dates."""
PLANNED_WITHIN = timedelta(days=45)
"""A plan without a date is met by an act of the same parties within this time."""
A_SENTENCE = 8
"""Words from which a sentence is not met twice by chance."""
A_WEEK = timedelta(days=7)
"""A denial is about the act of those days, not about any that the parties ever did."""
VAGUE = timedelta(days=92)
"""A range longer than this says too little to merge on parties alone."""
_GENERIC_THINGS = frozenset("agree agreement deal accord pact treaty each other both".split())
"""Stems of words for an agreement that say nothing of what it is on."""
_RELATIONS = frozenset(("tie", "ties", "relation", "relations", "rift", "embassy", "embass"))
"""Stems of words for the diplomatic relations of two states."""
_SEVERAL = re.compile(
    r"\b(?:twice|repeatedly|(?:two|three|four|five|six|several|many|multiple|numerous|\d+)"
    r" (?:times|meetings|occasions|calls))\b"
)
"""Words by which an act is told to have been done more than once."""
A_THIRD = 1 / 3
SAME_OBJECT = 0.5
"""Share of the shorter object's content words that must recur for one plan or document."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an event is compared by."""

    event: Event
    family: str
    sources: frozenset[str]
    targets: frozenset[str]
    persons: frozenset[str]
    countries: frozenset[str]
    object: frozenset[str]
    told_in: str
    """The words of its sentence alone."""

    @classmethod
    def of(cls, event: Event, actors: Mapping[str, Actor]) -> Likeness:
        """Compare ``event`` by its parties (resolved through ``actors``), place and object."""
        sources = frozenset(m.actor for m in event.sources if m.actor is not None)
        targets = frozenset(m.actor for m in event.targets if m.actor is not None)
        parties = sources | targets
        return cls(
            event,
            family_of(event),
            sources,
            targets,
            frozenset(a for a in parties if a in actors and actors[a].kind == "person"),
            frozenset(c for a in parties if a in actors and (c := actors[a].country) is not None),
            content_stems(event.object.text) if event.object is not None else frozenset(),
            " ".join(re.findall(r"[^\W_]+", event.evidence[0].text.casefold())),
        )

    def meeting_points(self) -> list[tuple[str, str]]:
        """What two events must have in common to be one: the family with a party or its country."""
        parties = sorted(self.sources | self.targets) or [""]
        return [(self.family, p) for p in (*parties, *sorted(self.countries))]


def family_of(event: Event) -> str:
    """Modes that reports use for one and the same act count as one family."""
    if event.type == "CONSULT" and event.mode in ENCOUNTERS:
        return "CONSULT encounter"
    if event.type == "AGREE" and event.mode in ("sign", "joint-statement"):
        return "AGREE sign"
    if event.mode in ("visit", "call", "mediate", "propose", "invite", "demand", "praise"):
        return f"{event.type} {event.mode}"
    return event.type


def are_one(a: Likeness, b: Likeness) -> bool:
    """Whether two events are one act told twice."""
    return (
        a.family == b.family
        and _of_several(a.event) == _of_several(b.event)
        and _same_parties(a, b)
        and _same_place(a.event, b.event)
        and _same_object(a, b)
        and _same_days(a, b)
    )


def _of_several(event: Event) -> bool:
    """ "Have met twice": no one meeting."""
    word, told = event.predicate, event.evidence[0]
    if word is None or not told.start <= word.start < told.end:
        return False
    around = told.text[max(0, word.start - told.start - 20) : word.end - told.start + 60]
    return _SEVERAL.search(around) is not None


def _same_parties(a: Likeness, b: Likeness) -> bool:
    if a.family in ("CONSULT encounter", "CONSULT call", "AGREE sign"):
        return _same_company(a, b)
    if a.family == "CONSULT visit":
        return bool(a.sources & b.sources)
    if a.family == "REQUEST propose":
        return bool(a.sources & b.sources) or bool(a.countries & b.countries)
    if a.family == "AGREE" and min(len(_company(a)), len(_company(b))) > 1:
        return _company(a) == _company(b)
    if not a.sources & b.sources:
        return not a.sources and not b.sources and bool(a.targets & b.targets)
    return bool(a.targets & b.targets) or (not a.targets and not b.targets)


def _company(like: Likeness) -> frozenset[str]:
    return like.sources | like.targets


def _same_company(a: Likeness, b: Likeness) -> bool:
    """All the persons of one in the other, two at least; states meet states."""
    few, many = sorted((a.persons, b.persons), key=len)
    if len(few) >= 2:
        return few <= many and _same_hosts(a, b)
    if a.persons or b.persons:
        return a.persons == b.persons and (a.sources | a.targets) == (b.sources | b.targets)
    return (a.sources | a.targets) == (b.sources | b.targets) != frozenset()


def _same_hosts(a: Likeness, b: Likeness) -> bool:
    """Whoever received two others is no party of the meeting that those two had."""
    for one, other in ((a, b), (b, a)):
        hosts = one.sources & one.persons if one.event.mode == "host" else frozenset()
        if not hosts <= other.persons:
            return False
    return True


def _same_place(a: Event, b: Event) -> bool:
    if a.place is None or b.place is None:
        return True
    if a.place.country is not None and b.place.country is not None:
        return a.place.country == b.place.country
    # A hall or a hotel may stand in the town that the other report names.
    return a.mode != "visit" or a.place.name == b.place.name


def _same_object(a: Likeness, b: Likeness) -> bool:
    if a.family == "REQUEST propose":
        return overlap(a.object, b.object) >= SAME_OBJECT
    if a.family in ("CONSULT encounter", "CONSULT call", "CONSULT visit", "AGREE sign"):
        return True
    if not a.object or not b.object:
        return True
    if a.family == "AGREE" and _is_one_agreement(a, b):
        return True
    return overlap(a.object, b.object) >= SAME_OBJECT


def _is_one_agreement(a: Likeness, b: Likeness) -> bool:
    """Two sides that are said to agree twice, both times on their relations or on much the same,
    agree once: "to restore relations", "to resume ties and reopen embassies"."""
    if len(_company(a)) < 2 or _company(a) != _company(b):
        return False
    one, other = (x - _GENERIC_THINGS for x in (a.object, b.object))
    if not one or not other:
        return True
    return bool(one & _RELATIONS and other & _RELATIONS) or overlap(one, other) >= A_THIRD


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other holds; 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _same_days(a: Likeness, b: Likeness) -> bool:
    x, y = a.event.date, b.event.date
    if _told_in_the_same_words(a, b):
        return True
    if "denied" in (a.event.status, b.event.status) and a.event.status != b.event.status:
        return x.overlaps(y) and length(x) <= A_WEEK and length(y) <= A_WEEK
    if {a.event.status, b.event.status} == {"planned", "happened"}:
        return _plan_was_met(a.event, b.event)
    if a.event.status == b.event.status == "planned" and _are_plans_of_one_time(x, y):
        return True
    if x.day is not None and y.day is not None and x.day != y.day:
        return _one_act_with_two_dates(a, b)
    if not x.overlaps(y):
        return False
    if x == y and x.known:
        return True  # "in 2016" here and there
    if length(x) <= VAGUE and length(y) <= VAGUE:
        return True
    return _recognisable(a, b) and _close(x, y)


def _told_in_the_same_words(a: Likeness, b: Likeness) -> bool:
    """Whether two reports tell the act in one sentence, as copies do, and on no two days."""
    days = {a.event.date.day, b.event.date.day} - {None}
    whole = a.told_in == b.told_in and len(a.told_in.split()) >= A_SENTENCE
    return whole and a.event.report != b.event.report and len(days) < 2


def _are_plans_of_one_time(x: DateRange, y: DateRange) -> bool:
    """Two previews, one at least without a day, that came out within the time of one plan."""
    if x.earliest is None or y.earliest is None or not x.overlaps(y):
        return False
    return None in (x.latest, y.latest) and abs(x.earliest - y.earliest) <= PLANNED_WITHIN


def _plan_was_met(a: Event, b: Event) -> bool:
    plan, act = (a, b) if a.status == "planned" else (b, a)
    if plan.date.latest is not None:
        return plan.date.overlaps(act.date)
    start, begun, done = plan.date.earliest, act.date.earliest, act.date.latest
    if start is None or begun is None or done is None:
        return False
    return start <= begun and done <= start + PLANNED_WITHIN


def _one_act_with_two_dates(a: Likeness, b: Likeness) -> bool:
    x, y = a.event.date.day, b.event.date.day
    return (
        x is not None
        and y is not None
        and a.event.report != b.event.report
        and a.event.date_basis == b.event.date_basis == "time expression"
        and len(a.persons & b.persons) >= 2
        and a.event.place is not None
        and b.event.place is not None
        and abs(x - y) <= DATED_DIFFERENTLY
    )


def _recognisable(a: Likeness, b: Likeness) -> bool:
    """Whether the act is known again without its day: by two persons, or by its object."""
    if a.family == "REQUEST propose":
        return len(a.object & b.object) >= 2
    if a.family == "AGREE" and _is_one_agreement(a, b):
        return True
    return len(a.persons & b.persons) >= 2 or len(a.object & b.object) >= 3


def _close(x: DateRange, y: DateRange) -> bool:
    """A vague act is only taken for one that a report of that time would tell as recent."""
    ends = [d for d in (x.latest, y.latest) if d is not None]
    return len(ends) == 2 and abs(ends[0] - ends[1]) <= 2 * VAGUE


def length(dates: DateRange) -> timedelta:
    """Length of a range; an open one counts as endless."""
    if dates.earliest is None or dates.latest is None:
        return timedelta.max
    return dates.latest - dates.earliest

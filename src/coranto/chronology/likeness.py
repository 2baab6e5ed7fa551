"""When two events of two reports are one: same parties, same act, same place, same days.

Look-alikes are kept apart: a meeting is keyed on its parties together, so one
minister's two meetings at one conference stay two. Merging on code, one actor
and a day's tolerance, as event databases do, reaches a pairwise F1 of 36.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coranto.chronology.agreements import (
    are_of_two_orders,
    is_guessed_day,
    is_on_relations,
    is_one_agreement,
    is_one_news,
    matter,
    same_sides,
    same_states,
    states_of,
)
from coranto.chronology.days import (
    A_WEEK,
    PLANNED_WITHIN,
    are_neighbours,
    is_called_off,
    length,
    was_met,
)
from coranto.chronology.words import content_stems, overlap
from coranto.types import Actor, DateRange, Event

ENCOUNTERS = frozenset(("meet", "talks", "host"))
SPOKEN_ACTS = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "AGREE"))
"""PLOVER types that are done in words: event and statement are then one line of the chronology."""
DATED_DIFFERENTLY = timedelta(days=2)
"""How far two explicit days of one act may lie apart and still be one act told with two dates."""
A_SENTENCE = 8
"""Words from which a sentence is not met twice by chance."""
VAGUE = timedelta(days=92)
"""A range longer than this says too little to merge on parties alone."""
A_MONTH = timedelta(days=31)
"""A visit told without its day, as news, was made within this time before the report."""
_THE_DEAL = re.compile(
    r"\b(?:the|their|its) (?:deal|agreement|accord|pact|treaty)\b", re.IGNORECASE
)
"""An agreement spoken of as known: the one that the parties have just made."""
_SEVERAL = re.compile(
    r"\b(?:twice|repeatedly|(?:two|three|four|five|six|several|many|multiple|numerous|\d+)"
    r" (?:times|meetings|occasions|calls))\b"
)
"""Words by which an act is told to have been done more than once."""
_ON_THE_DEAL = re.compile(
    r"\b(?:about|on|of|under|confirming|announcing) (?:the|their) (?:deal|agreement|accord|pact)\b"
)
"""A document told, in small letters, to be on an agreement that is known."""
_MISSION = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?"
    r"|diplomatic (?:missions?|posts?|compounds?|premises|buildings?|facilit(?:y|ies)))\b",
    re.IGNORECASE,
)
"""A state's mission abroad (Vienna Convention on Diplomatic Relations, art. 1): its attackers are
told in many words, it is known by its state."""
_OF_OLD = re.compile(
    r"\b(?:last|previous(?:ly)?|earlier|first|once|ago|since|ever|(?:has|have) (?:\w+ )?visited)\b",
    re.IGNORECASE,
)
"""Words by which a visit is told as background."""
_THE_TWO = re.compile(
    r"(?:the|both|these) (?:two |rival )?(?:sides|countries|nations|states|governments|parties"
    r"|delegations|powers)$|both$|they$|the two$",
    re.IGNORECASE,
)
"""Words that take up two states named before."""
_ANOTHER = re.compile(
    r"\b(?:another|again|second|third|further|follow-up|next (?:round|meeting|talks)|more)\b"
)
"""Words by which a plan is told to be of no act that was before."""
_MEETINGS = re.compile(r"(?:meetings|summits|calls|conversations|encounters)$", re.IGNORECASE)
"""More than one act."""
ABOVE = 200
"""Characters at the head of a report in which its headline stands."""
_STOPS = frozenset(".!?…\"”'’:;,")
ASKED = 120
"""Characters behind whoever was asked that tell what for."""
_CLAUSE_END = re.compile(r"[.;:\n]|, ")
SAME_DEMAND = 0.4
"""Share of the shorter demand's content words that must recur: demands are told in many words."""
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
    senders: frozenset[str]
    """Countries of the sources."""
    receivers: frozenset[str]
    """Countries of the targets."""
    object: frozenset[str]
    thing: frozenset[str]
    """The same where it is not but the target; else what was asked."""
    told_in: str
    """The words of its sentence alone."""
    names: Mapping[str, str]
    """Of those who agree, each one's name in small letters."""
    states: frozenset[str]
    """The states that agree, where they and their leaders do."""
    of_several: bool
    """Whether it tells of more than one act ("have met twice")."""

    @classmethod
    def of(cls, event: Event, actors: Mapping[str, Actor]) -> Likeness:
        """Compare ``event`` by its parties (resolved through ``actors``), place and object."""
        sources = frozenset(m.actor for m in event.sources if m.actor is not None)
        targets = frozenset(m.actor for m in event.targets if m.actor is not None)
        parties = sources | targets
        agrees = event.type == "AGREE"
        return cls(
            event,
            family_of(event),
            sources,
            targets,
            frozenset(a for a in parties if a in actors and actors[a].kind == "person"),
            _countries(sources, actors),
            _countries(targets, actors),
            content_stems(event.object.text) if event.object is not None else frozenset(),
            content_stems(_thing(event)),
            " ".join(re.findall(r"[^\W_]+", event.evidence[0].text.casefold())),
            {a: actors[a].name.casefold() for a in parties if agrees and a in actors},
            states_of(event, actors) if agrees else frozenset(),
            _SEVERAL.search(_words_around(event, 20, 60)) is not None,
        )

    @property
    def countries(self) -> frozenset[str]:
        """Countries of all who take part."""
        return self.senders | self.receivers

    @property
    def is_of_mission(self) -> bool:
        """Whether a mission abroad is what the act was done to."""
        thing = self.event.object
        return thing is not None and _MISSION.search(thing.text) is not None

    def meeting_points(self) -> list[tuple[str, str]]:
        """What two events must have in common to be one: the family with a party or its country."""
        parties = sorted(self.sources | self.targets) or [""]
        return [(self.family, p) for p in (*parties, *sorted(self.countries))]


def _thing(event: Event) -> str:
    """The words for what an act was done to beside its targets; else for what was asked of them."""
    thing, targets = event.object, event.targets
    if thing is not None and not any(
        m.start <= thing.start and thing.end <= m.end for m in targets
    ):
        return thing.text
    if event.type != "REQUEST" or event.mode != "demand":
        return ""
    told, word = event.evidence[0], event.predicate
    ends = [m.end for m in targets if told.start <= m.start and m.end <= told.end]
    start = max([*ends, word.end if word is not None else told.start])
    return _CLAUSE_END.split(told.text[max(0, start - told.start) :], maxsplit=1)[0][:ASKED]


def _countries(parties: frozenset[str], actors: Mapping[str, Actor]) -> frozenset[str]:
    return frozenset(c for a in parties if a in actors and (c := actors[a].country) is not None)


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
        and a.of_several == b.of_several
        and _same_parties(a, b)
        and _same_place(a.event, b.event)
        and _same_object(a, b)
        and _same_days(a, b)
    )


def are_one_call(a: Likeness, b: Likeness) -> bool:
    """Whether two calls of the same persons, told with neighbouring days, may be one call: it is
    late in the evening at one end of the line, and morning at the other."""
    return (
        a.family == b.family == "CONSULT call"
        and a.event.status == b.event.status == "happened"
        and not (a.of_several or b.of_several)
        and len(a.persons) > 1
        and _same_company(a, b)
        and _same_place(a.event, b.event)
        and are_neighbours(a.event, b.event)
        and not any(_ANOTHER.search(_words_around(e, 30, 20)) for e in (a.event, b.event))
    )


def _words_around(event: Event, before: int, behind: int) -> str:
    """The evidence so many characters before and behind the predicate; nothing where it is not in
    the first piece."""
    word, told = event.predicate, event.evidence[0]
    if word is None or not told.start <= word.start < told.end:
        return ""
    return told.text[max(0, word.start - told.start - before) : word.end - told.start + behind]


def _same_parties(a: Likeness, b: Likeness) -> bool:
    if a.family in ("CONSULT encounter", "CONSULT call", "AGREE sign"):
        return _same_company(a, b)
    if a.family == "CONSULT visit":
        return bool(a.sources & b.sources)
    if a.family == "REQUEST propose":
        return bool(a.sources & b.sources) or bool(a.countries & b.countries)
    if a.family == "CONSULT mediate":
        return _same_brokers(a, b)
    if a.family == "COOPERATE" and a.event.targets and _company(a) == _company(b):
        return True  # whoever is named first, both exchange prisoners
    if a.family == "ASSAULT" and a.is_of_mission and b.is_of_mission:
        return bool(a.receivers & b.receivers) and _same_attackers(a, b)
    if a.family == "AGREE" and max(len(_company(a)), len(_company(b))) > 1:
        return _same_agreers(a, b)
    if not a.sources & b.sources:
        return not a.sources and not b.sources and bool(a.targets & b.targets)
    return bool(a.targets & b.targets) or (not a.targets and not b.targets)


def _same_brokers(a: Likeness, b: Likeness) -> bool:
    """The same go-between, a state or one who acts for it, for the same parties: a state and its
    leader broker one deal."""
    if not a.sources & b.sources and not a.senders & b.senders:
        return False
    if not a.targets or not b.targets:
        return a.sources == b.sources and len(a.sources) > 1
    return _is_within(a.targets, b.targets) or _is_within(a.receivers, b.receivers)


def _is_within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one holds all of the other; not where one is empty."""
    return bool(one and other) and (one <= other or other <= one)


def _same_attackers(a: Likeness, b: Likeness) -> bool:
    """The same attackers, or those of one told with fewer words, or not at all."""
    if not a.sources or not b.sources or a.sources & b.sources or a.senders & b.senders:
        return True
    one, other = (content_stems(" ".join(m.text for m in e.event.sources)) for e in (a, b))
    return bool(one & other) and not (a.senders and b.senders)


def _same_agreers(a: Likeness, b: Likeness) -> bool:
    """The same who agree; the sentence of one may name a party that was not made out there, and
    who brokered "the deal" may be told among those who made it."""
    few, many = sorted((a, b), key=lambda like: len(_company(like)))
    missing = _company(many) - _company(few)
    if not missing:
        return _company(a) == _company(b) or same_states(a, b)
    if same_states(a, b) or same_sides(a, b):
        return True
    if len(_company(few)) > 1:
        return _company(few) < _company(many) and _is_known_deal(many)
    named = all(p in many.names and _is_named(many.names[p], few.told_in) for p in missing)
    return len(_company(few)) == 1 and _company(few) < _company(many) and named


def _is_known_deal(like: Likeness) -> bool:
    """Whether it is told as a deal that is known already, of which nothing more is said."""
    words = like.event.object.text if like.event.object is not None else ""
    return not matter(like) and _THE_DEAL.match(words) is not None


def _is_named(name: str, told_in: str) -> bool:
    """Whether the sentence names it as a party: not "Ostland's breakaway province"."""
    return re.search(rf"(?<!\S){re.escape(name)}(?! s\b(?! gov))(?!\S)", told_in) is not None


def _company(like: Likeness) -> frozenset[str]:
    return like.sources | like.targets


def _same_company(a: Likeness, b: Likeness) -> bool:
    """All the persons of one in the other, two at least; states meet states."""
    few, many = sorted((a.persons, b.persons), key=len)
    if len(few) >= 2:
        return few <= many and _same_hosts(a, b)
    if a.persons or b.persons:
        return a.persons == b.persons and (a.sources | a.targets) == (b.sources | b.targets)
    if a.family == "AGREE sign" and same_sides(a, b):
        return True
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
    if a.family == "AGREE" and max(len(_company(a)), len(_company(b))) > 1:
        return _is_one_agreement(a, b)
    if a.is_of_mission and b.is_of_mission:
        return True
    if a.family in ("CONSULT mediate", "AGREE"):
        if not a.object or not b.object:
            return True
        one, other = matter(a), matter(b)
        if a.family == "AGREE":
            return not are_of_two_orders(one, other) and overlap(one, other) >= SAME_OBJECT
        one, other = one - _named(b), other - _named(a)
        return not one or not other or overlap(one, other) >= SAME_OBJECT
    if _is_leaving(a) and _is_leaving(b):
        one, other = matter(a), matter(b)
        return not one or not other or overlap(one, other) >= SAME_OBJECT
    if not a.thing or not b.thing:
        return True
    least = SAME_DEMAND if a.family == "REQUEST demand" else SAME_OBJECT
    return overlap(a.thing, b.thing) >= least


def _is_leaving(like: Likeness) -> bool:
    """Whether an agreement is left: "the deal" is the one that is named elsewhere."""
    return like.event.type == "SANCTION" and like.event.mode == "withdraw"


def _is_one_agreement(a: Likeness, b: Likeness) -> bool:
    """Whether two sides, the same twice, that are said to agree on one thing agree once."""
    several = max(len(_company(a)), len(_company(b))) > 1
    return several and _same_agreers(a, b) and is_one_agreement(a, b)


def may_be_of_one_agreement(a: Likeness, b: Likeness) -> bool:
    """Whether two tellings gathered for one agreement contradict one another in neither place
    nor time; the day that one was guessed to have is no contradiction."""
    statuses = {a.event.status, b.event.status}
    if not _same_place(a.event, b.event):
        return False
    guessed = "narrative" in (a.event.date_basis, b.event.date_basis)
    return guessed or len(statuses) > 1 or _same_days(a, b) or a.event.date.overlaps(b.event.date)


def _named(like: Likeness) -> frozenset[str]:
    """Stems of the words for those who take part."""
    return content_stems(" ".join(m.text for m in (*like.event.sources, *like.event.targets)))


def is_signing_of(signing: Likeness, deal: Likeness) -> bool:
    """Whether an agreement and the document signed or issued on it are one act.

    The document is on it where its own words say so; where one sentence tells both and
    says nothing else of the document; or where it is on "the deal" that the same parties
    made that day.
    """
    if signing.family != "AGREE sign" or deal.family != "AGREE":
        return False
    parties, signers = _company(deal), _company(signing)
    signed = parties <= signers or same_states(deal, signing) or same_sides(deal, signing)
    if len(parties) < 2 or not signed or signing.event.status != deal.event.status:
        return False
    if not _same_place(signing.event, deal.event):
        return False
    document, agreed = matter(signing), matter(deal)
    one_sentence = signing.event.report == deal.event.report and signing.told_in == deal.told_in
    same_time = signing.event.date.overlaps(deal.event.date)
    if one_sentence and not document:
        return same_time
    if not (one_sentence and same_time) and not _is_signed_then(signing.event, deal.event):
        return False
    relations = is_on_relations(document) and is_on_relations(agreed)
    if relations or overlap(document, agreed) >= SAME_OBJECT:
        return True
    words = signing.event.object.text if signing.event.object is not None else ""
    known = _THE_DEAL.search(words) or (not document and _ON_THE_DEAL.search(signing.told_in))
    return parties == signers and bool(known)


def _is_signed_then(signing: Event, deal: Event) -> bool:
    """Whether both are of one week; news without its day is of the week before its report."""
    if max(length(signing.date), length(deal.date)) <= A_WEEK and signing.date.overlaps(deal.date):
        return True
    return any(
        news.date_basis == "publication"
        and news.date.latest is not None
        and dated.date.day is not None
        and timedelta(0) <= news.date.latest - dated.date.day <= A_WEEK
        for news, dated in ((signing, deal), (deal, signing))
    )


def is_meeting_of_the_two(states: Likeness, persons: Likeness) -> bool:
    """Whether "the two sides met", in a report that tells of a meeting of two persons, is it."""
    mentions = (*states.event.sources, *states.event.targets)
    word = states.event.predicate
    return (
        states.family == persons.family == "CONSULT encounter"
        and states.event.report == persons.event.report
        and states.event.status == persons.event.status
        and not states.persons
        and len(persons.persons) == len(persons.countries) == 2
        and states.countries == persons.countries
        and all(_THE_TWO.match(m.text) for m in mentions)
        and (word is None or _MEETINGS.match(word.text) is None)
        and not states.of_several
        and _same_place(states.event, persons.event)
        and states.event.date.overlaps(persons.event.date)
        and max(length(states.event.date), length(persons.event.date)) <= A_WEEK
    )


def _same_days(a: Likeness, b: Likeness) -> bool:
    x, y = a.event.date, b.event.date
    if _told_in_the_same_words(a, b):
        return True
    if _one_is_the_headline(a.event, b.event):
        return x.overlaps(y)
    statuses = {a.event.status, b.event.status}
    if "denied" in statuses and len(statuses) == 2:
        return x.overlaps(y) and length(x) <= A_WEEK and length(y) <= A_WEEK
    if statuses == {"planned", "happened"}:
        return was_met(*sorted((a.event, b.event), key=lambda e: e.status != "planned"))
    if "cancelled" in statuses and len(statuses) == 2:
        return is_called_off(a.event, b.event)
    if statuses == {"denied"}:
        return x.overlaps(y) and _end_together(x, y)
    if statuses == {"planned"} and _are_plans_of_one_time(x, y):
        return True
    return _dates_agree(a, b)


def are_two_of_one_sentence(a: Likeness, b: Likeness) -> bool:
    """Whether one sentence tells an act as done and another as planned ("met and agreed to hold
    another round")."""
    if a.told_in != b.told_in or {a.event.status, b.event.status} != {"planned", "happened"}:
        return False
    plan = a.event if a.event.status == "planned" else b.event
    return _ANOTHER.search(_words_around(plan, 20, 40)) is not None


def _end_together(x: DateRange, y: DateRange) -> bool:
    """Whether both ranges end, and within a week: what was not done is denied in those days."""
    return x.latest is not None and y.latest is not None and abs(x.latest - y.latest) <= A_WEEK


def _dates_agree(a: Likeness, b: Likeness) -> bool:
    """Whether two tellings of one status may be of one time."""
    x, y = a.event.date, b.event.date
    if x.day is not None and y.day is not None and x.day != y.day:
        of_one = a.family == "AGREE" and is_guessed_day(a, b)
        return of_one or _one_act_with_two_dates(a, b)
    if not x.overlaps(y):
        return False
    if x == y and (x.known or len(a.object & b.object) >= 2):
        return True  # "in 2016" here and there; of open ranges, done to the same thing
    if length(x) <= VAGUE and length(y) <= VAGUE:
        return True
    if a.family == "CONSULT visit":
        return _is_one_visit(a.event, b.event)
    return _recognisable(a, b) and _close(x, y)


def _told_in_the_same_words(a: Likeness, b: Likeness) -> bool:
    """Whether two reports tell the act in one sentence, as copies do, and on no two days."""
    days = {a.event.date.day, b.event.date.day} - {None}
    short, long = sorted((a.told_in, b.told_in), key=len)
    whole = long.endswith(short) and len(short.split()) >= A_SENTENCE
    return whole and a.event.report != b.event.report and len(days) < 2


def _one_is_the_headline(a: Event, b: Event) -> bool:
    """Whether one report tells both, one of them in its headline: that is news of the text."""
    if a.report != b.report or a.status != b.status:
        return False
    first = min((a, b), key=lambda e: e.start)
    told = first.evidence[0].text.rstrip()
    return first.start < ABOVE and bool(told) and told[-1] not in _STOPS and a.start != b.start


def _are_plans_of_one_time(x: DateRange, y: DateRange) -> bool:
    """Two previews, one at least without a day, that came out within the time of one plan."""
    if x.earliest is None or y.earliest is None or not x.overlaps(y):
        return False
    return None in (x.latest, y.latest) and abs(x.earliest - y.earliest) <= PLANNED_WITHIN


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


def _is_one_visit(a: Event, b: Event) -> bool:
    """A visit without its day, told as news, is the one made there in the weeks before."""
    if a.place is None or b.place is None or a.status != b.status:
        return False
    dated, vague = sorted((a, b), key=lambda e: (length(e.date), e.date.latest or date.max))
    first, last = dated.date.earliest or dated.date.latest, vague.date.latest
    if first is None or last is None or vague.date.earliest is not None:
        return False
    old = _is_of_old(vague) or (dated.date.earliest is None and _is_of_old(dated))
    return not old and first <= last <= first + A_MONTH


def _is_of_old(e: Event) -> bool:
    """Whether the words before the act, or soon after it, tell it as background."""
    return _OF_OLD.search(_words_around(e, 30, 30)) is not None


def _recognisable(a: Likeness, b: Likeness) -> bool:
    """Whether the act is known again without its day: by two persons, or by its object."""
    if a.family == "REQUEST propose":
        return len(a.object & b.object) >= 2
    if a.family == "CONSULT mediate":
        return len(a.targets & b.targets) >= 2 or len(a.receivers & b.receivers) >= 2
    if a.family == "ASSAULT" and a.is_of_mission and b.is_of_mission:
        return True
    if _is_leaving(a) and _is_leaving(b):
        return _end_together(a.event.date, b.event.date)
    if a.family == "AGREE" and _is_one_agreement(a, b):
        return True
    of_deal = a.event.type == "AGREE" and {a.event.mode, b.event.mode} <= {None, "sign"}
    if of_deal and is_one_news(a, b):
        return True
    if a.event.mode == b.event.mode == "joint-statement" and same_states(a, b):
        one, other = matter(a), matter(b)
        on_one = not one or not other or overlap(one, other) >= SAME_OBJECT
        return on_one and _end_together(a.event.date, b.event.date)
    return len(a.persons & b.persons) >= 2 or len(a.object & b.object) >= 3


def _close(x: DateRange, y: DateRange) -> bool:
    """A vague act is only taken for one that a report of that time would tell as recent."""
    ends = [d for d in (x.latest, y.latest) if d is not None]
    return len(ends) == 2 and abs(ends[0] - ends[1]) <= 2 * VAGUE

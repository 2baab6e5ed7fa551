"""Acts of one report in the light of its other acts: whose the plan was, whether the summit that is
taken for granted is over or to come, where and when a meeting was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from coranto.events.acts import Act, Actors, Phrases
from coranto.events.arguments import RELATIVE
from coranto.events.arrivals import with_goals
from coranto.events.signing import with_signatories
from coranto.times import Dating
from coranto.types import DateRange, Place, Span, Status

ABOUT_THINGS = frozenset(("REJECT", "SUPPORT", "ACCUSE"))
"""Acts done to a plan or document, and by it to those whose it is."""
_THINGS = frozenset(("plan", "agreement", "sanction", "invitation"))
_WHERE = ("in", "at", "on", "for", "near")
_ENCOUNTERS = frozenset(("meet", "talks", "host"))
NEWS = timedelta(days=8)
"""Acts told by date that lie further from the publication are history, not what a report on
"the summit" means by it."""


FIVE_DAYS = timedelta(days=5)
"""A bare weekday so far back is nearer to come."""
EVE = timedelta(days=3)
"""A report that still looks to a meeting may at most tell that it was in the last few days."""


# --- whose the thing was ---


def with_owners(phrases: Phrases, acts: Sequence[Act]) -> list[Act]:
    """Acts done to a plan get its owners as targets, where an act before tells who put it out.

    "China released a plan, which Ukraine rejected"; "… but the West rebuffed the proposals".
    """
    acts = with_goals(acts)
    told = [t for a in acts if (t := with_signatories(phrases, a, acts)) is not None]
    owned = [_owned(phrases, _with_other_side(phrases, a, acts), acts) for a in told]
    return [a for a in owned if not _is_idle(phrases, a)]


def _with_other_side(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Act:
    """An act told without its other side, where the act that it belongs to names it."""
    if act.targets or act.object is None:
        return act
    if act.mode == "mediate":
        parties = _reconciled(phrases, act, acts)
    elif act.mode == "sign":
        parties = _met_to_sign(phrases, act, acts)
    else:
        return act
    keys = {m.key for m in act.sources}
    return act._replace(targets=tuple(m for m in parties if m.key not in keys))


def _reconciled(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Actors:
    """Whom a mediator brings together: "agreed to … in a deal brokered by Oman", "the deal".

    Those of an agreement told by the clause around it; of the last one before, or of the first
    after, for "the deal"; else the only two states that the report has agree.
    """
    pacts = [a for a in acts if a.root == "AGREE" and len(a.participants) > 1]
    above = set(phrases.doc.ancestors(act.predicate))
    around = [a for a in pacts if a.predicate in above]
    if around:
        return around[0].participants
    if act.object is not None and _is_known_thing(phrases, act.object) and pacts:
        before = [a for a in pacts if a.predicate < act.predicate]
        return (before[-1] if before else pacts[0]).participants
    states = [a for a in pacts if all(m.kind == "country" for m in a.participants)]
    pairs = {frozenset(m.key for m in a.participants) for a in states}
    return states[0].participants if len(pairs) == 1 else ()


def _met_to_sign(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Actors:
    """ "Met Tan on Tuesday to sign trade deals": signed by those who meet for it."""
    doc = phrases.doc
    head = doc.tokens[act.predicate].head
    is_purpose = phrases.arguments.is_infinitive(act.predicate)
    meetings = [a for a in acts if a.predicate == head and a.root == "CONSULT" and is_purpose]
    return meetings[0].participants if meetings and meetings[0].mode in _ENCOUNTERS else ()


def _is_idle(phrases: Phrases, act: Act) -> bool:
    """Whether an act rejects something that is nobody's and nothing of diplomacy."""
    if (
        act.root != "REJECT"
        or act.mode not in (None, "decline")
        or act.targets
        or act.object is None
    ):
        return False
    is_noun = phrases.doc.tokens[act.object].pos not in ("VERB", "AUX")
    return is_noun and not phrases.classes(act.object)


def _owned(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Act:
    if act.root not in ABOUT_THINGS or act.object is None:
        return act
    nearer = _behind_which(phrases, act, acts)
    if act.targets and (nearer is None or not _is_mere_place(phrases, act.object)):
        return act
    thing = _antecedent(phrases, act.object)
    if nearer is not None:
        thing = nearer
        act = act._replace(object=thing)
    makers = [
        a
        for a in acts
        if a.object is not None and a.sources and a is not act and a.root not in ABOUT_THINGS
    ]
    owners: Actors = ()
    for maker in makers:
        if maker.object == thing:
            owners = maker.participants
    if not owners and _is_known_thing(phrases, thing):
        for maker in makers:
            if maker.predicate < act.predicate and _is_alike(phrases, thing, maker.object):
                owners = maker.participants
    keys = {m.key for m in act.sources}
    return act._replace(targets=tuple(m for m in owners if m.key not in keys))


def _behind_which(phrases: Phrases, act: Act, acts: Sequence[Act]) -> int | None:
    """The plan that ", which" goes back to, where the parse took a nearer noun that is none.

    "Proposed a plan calling for a pause in the fighting, which the West has rejected".
    """
    doc = phrases.doc
    if doc.tokens[act.predicate].dep != "acl:relcl" or act.object is None:
        return None
    if phrases.classes(act.object) & _THINGS:
        return None
    here = doc.sentence_of[act.predicate]
    things = [
        a.object
        for a in acts
        if a.object is not None
        and a.predicate < act.predicate
        and doc.sentence_of[a.predicate] == here
        and phrases.classes(a.object) & _THINGS
    ]
    return things[-1] if things else None


def _is_mere_place(phrases: Phrases, thing: int) -> bool:
    """Whether a noun says where another is: "a pause in Ukraine, which the West rejected"."""
    return phrases.arguments.case(thing) in _WHERE


def _antecedent(phrases: Phrases, thing: int) -> int:
    if phrases.doc.tokens[thing].lemma.lower() in RELATIVE:
        return phrases.arguments.antecedent(thing) or thing
    return thing


def _is_known_thing(phrases: Phrases, thing: int) -> bool:
    doc = phrases.doc
    words = {doc.lows[c] for c in doc.dependents(thing, "det")}
    return bool(words & {"the", "this", "that", "these", "those"})


def _is_alike(phrases: Phrases, thing: int, other: int | None) -> bool:
    if other is None:
        return False
    return bool(phrases.classes(thing) & phrases.classes(other) & _THINGS)


# --- acts with their dates ---


class Draft(NamedTuple):
    """An act with its date and place, and evidence outside the predicate's sentence.

    ``told`` marks days that the report gives for the act elsewhere.
    """

    act: Act
    dating: Dating
    place: Place | None
    elsewhere: tuple[Span, ...]
    told: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its parties."""
        return frozenset(m.key for m in self.act.participants if m.key is not None)


def of_one_family(one: Act, other: Act) -> bool:
    """Whether two acts are of a type and of modes that a report uses for one and the same act."""
    if one.root != other.root:
        return False
    return one.mode == other.mode or (one.mode in _ENCOUNTERS and other.mode in _ENCOUNTERS)


def settled(draft: Draft, drafts: Sequence[Draft], anchor: DateRange | None) -> Draft | None:
    """An act that the text takes for granted ("the summit"), as the report tells it elsewhere.

    ``None`` where nothing says whether it was or is to be.
    """
    act = draft.act
    if not act.granted or act.root != "CONSULT" or not (keys := draft.keys):
        return draft
    told = [d for d in drafts if _tells_of(d, draft, keys) and not _is_history(d, anchor)]
    if (to_come := _weekday_to_come(draft, drafts, anchor)) is not None:
        return to_come
    if act.ahead and draft.dating.time is not None and _is_later(draft.dating.time.text):
        return draft  # "ahead of the summit later on Monday"
    own_time = draft.dating.basis == "time expression" and not act.ahead
    when = _against(draft.dating.dates, anchor) if own_time else None
    if when is not None:
        return _with_status(draft, when)
    # What "ahead of the summit" looks to is no meeting of long ago: "they have met before".
    if act.ahead:
        told = [d for d in told if d.act.status != "happened" or _is_just_over(d, anchor)]
    statuses = {d.act.status for d in told}
    status: Status = act.status
    if "happened" in statuses:
        status = "happened"
    elif statuses == {"planned"}:
        status = "planned"
    elif statuses == {"cancelled"}:
        status = "cancelled"
    elif not told and not act.ahead:
        if any(_looks_ahead(d, draft) for d in drafts):
            status = "planned"
        elif not act.known and act.status != "planned":
            return None
    found = _with_status(draft, status)
    return found if found.dating.dates.day else _dated_as(found, told)


def _is_later(text: str) -> bool:
    return text.lower().startswith("later ")


def _weekday_to_come(
    draft: Draft, drafts: Sequence[Draft], anchor: DateRange | None
) -> Draft | None:
    """ "Monday's meeting", where the report tells that it is to be on the Monday to come."""
    time, day = draft.dating.time, draft.dating.dates.day
    if time is None or day is None or not time.text.lower().endswith("day"):
        return None
    keys = draft.keys
    for other in drafts:
        to_come = other.dating.dates
        if other.act.status != "planned" or to_come.day != day + timedelta(days=7):
            continue
        if of_one_family(other.act, draft.act) and keys <= other.keys:
            return _with_status(
                draft._replace(dating=replace(draft.dating, dates=to_come)), "planned"
            )
    return _on_nearer_weekday(draft, drafts, anchor)


def _on_nearer_weekday(
    draft: Draft, drafts: Sequence[Draft], anchor: DateRange | None
) -> Draft | None:
    """ "The meeting on Monday", told on a Sunday in a report that tells of none held: the next."""
    day = draft.dating.dates.day
    if anchor is None or anchor.earliest is None or day is None:
        return None
    if not FIVE_DAYS <= anchor.earliest - day < FIVE_DAYS + timedelta(days=2):
        return None
    others = (d for d in drafts if d is not draft and d.act.status == "happened")
    if any(draft.keys <= d.keys for d in others):
        return None
    week_on = day + timedelta(days=7)
    dating = replace(draft.dating, dates=DateRange(week_on, week_on))
    return _with_status(draft._replace(dating=dating), "planned")


def _with_status(draft: Draft, status: Status) -> Draft:
    return draft._replace(act=draft.act._replace(status=status))


def _tells_of(told: Draft, granted: Draft, keys: frozenset[str]) -> bool:
    """Whether one draft tells the act that the other, of parties with these keys, takes for
    granted."""
    if told.act.granted or not of_one_family(told.act, granted.act):
        return False
    if granted.act.mode == "visit" and not _is_same_country(told.place, granted.place):
        return False
    theirs = told.keys
    return keys <= theirs or (theirs <= keys and len(theirs) > 1)


def _is_same_country(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and a.country == b.country is not None


def _looks_ahead(other: Draft, draft: Draft) -> bool:
    """Whether the report puts the same act ahead of itself elsewhere."""
    # "Ahead of the summit he had said" further down looks back, not ahead.
    if not other.act.ahead or other.act.predicate > draft.act.predicate:
        return False
    return of_one_family(other.act, draft.act) and draft.keys <= other.keys


def _is_history(draft: Draft, anchor: DateRange | None) -> bool:
    latest = draft.dating.dates.latest
    if anchor is None or anchor.earliest is None or latest is None:
        return False
    return draft.dating.basis == "time expression" and anchor.earliest - latest > NEWS


def _is_just_over(draft: Draft, anchor: DateRange | None) -> bool:
    """Whether an act that happened may be the one that lay ahead on its eve."""
    dates = draft.dating.dates
    if dates.earliest is None or anchor is None or anchor.earliest is None or dates.latest is None:
        return dates.earliest is not None
    return anchor.earliest - dates.latest <= EVE


def _against(dates: DateRange, anchor: DateRange | None) -> Status | None:
    """What a date says by itself: before the publication or after it."""
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if dates.earliest is not None and dates.earliest > anchor.latest:
        return "planned"
    if dates.latest is not None and dates.latest < anchor.earliest:
        return "happened"
    return None


def _dated_as(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The day of the act told elsewhere, where the report gives it one day and no other."""
    same = [d.dating for d in told if d.act.status == draft.act.status]
    one = the_day(same)
    if one is None or not draft.dating.dates.overlaps(one.dates):
        return draft
    return dated_from(draft, one)


def the_day(datings: Sequence[Dating]) -> Dating | None:
    """The one day that datings by times of their sentence agree on, if they do."""
    days = {d.dates.day: d for d in datings if d.basis in ("time expression", "sentence")}
    days.pop(None, None)
    return next(iter(days.values())) if len(days) == 1 else None


def dated_from(draft: Draft, one: Dating) -> Draft:
    """An act with the day that the report gives it elsewhere; its words become evidence."""
    dating = Dating(one.dates, "narrative", one.time)
    spans = () if one.time is None else (Span(one.time.start, one.time.end, ""),)
    return draft._replace(dating=dating, elsewhere=(*draft.elsewhere, *spans), told=True)

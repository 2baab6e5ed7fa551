"""Journeys told without their goal ("Lund has also arrived") or with several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.events.acts import Act, Actors, Phrases, goes_abroad
from coranto.types import Status

_AFTER_THE_EVENT = frozenset(
    "when as after before since once until while where if that by on".split()
)
"""Words before an arrival that make it a time for something else ("when Lund arrived")."""
_AT_A_SCENE = frozenset("when where here home late early minutes hours".split())
_WHERE = frozenset(("in", "at", "to", "on", "into", "aboard", "near", "with", "under"))


def arrival(phrases: Phrases, verb: int, status: Status, sources: Actors) -> Act | None:
    """ "Lund has also arrived", "with Tan arriving shortly afterward": an arrival of named persons
    whose place the clause leaves out.

    ``None`` where the clause says where in words that name no place ("arrived at a decision").
    """
    arguments, doc = phrases.arguments, phrases.doc
    if status != "happened" or doc.tokens[verb].lemma.lower() != "arrive":
        return None
    is_named = all(m.kind == "person" and m.form in ("name", "title") for m in sources)
    above = doc.tokens[verb].head
    is_aside = bool(arguments.markers(verb) & _AFTER_THE_EVENT) or arguments.is_infinitive(verb)
    is_clause = doc.tokens[verb].dep in ("acl:relcl", "acl", "ccomp", "xcomp")
    if not sources or not is_named or is_aside or (is_clause and not _is_reported(phrases, above)):
        return None
    if any(arguments.obliques(verb, _WHERE)) or doc.child(verb, "obj", "xcomp") is not None:
        return None
    if _is_beside_scene(phrases, verb):
        return None
    return Act(verb, "CONSULT", "visit", status, sources, ())


def _is_beside_scene(phrases: Phrases, verb: int) -> bool:
    """ "Arrived late for a session", "arrives to hold a news conference", "arrived home": at a room
    or a hall, or at home; "arrived in …", where the parse loses the place."""
    doc = phrases.doc
    beside = {doc.lows[c] for c in doc.dependents(verb, "advmod", "obl", "advcl")}
    following = doc.lows[verb + 1] if verb + 1 < len(doc.lows) else ""
    is_for_deed = any(phrases.arguments.is_infinitive(c) for c in doc.dependents(verb, "advcl"))
    return is_for_deed or following in _WHERE or bool(beside & _AT_A_SCENE)


def _is_reported(phrases: Phrases, above: int) -> bool:
    """Whether the verb above tells of its clause: "Lund has arrived, the ministry said"."""
    return above >= 0 and phrases.doc.tokens[above].lemma.lower() in ("say", "report", "confirm")


def with_goals(acts: Sequence[Act]) -> list[Act]:
    """Arrivals without a place get that of the report's journeys, where all go to one country."""
    journeys = [a for a in acts if a.mode == "visit" and a.place is not None]
    lands = {a.place.country for a in journeys if a.place is not None}
    return [_with_goal(a, journeys[0]) for a in acts] if len(lands) == 1 else list(acts)


def _with_goal(act: Act, journey: Act) -> Act:
    if act.mode != "visit" or act.place is not None or act.targets or journey.place is None:
        return act
    if not goes_abroad(act.sources, journey.place):
        return act
    keys = {m.key for m in act.sources}
    hosts = tuple(m for m in journey.targets if m.key not in keys)
    return act._replace(place=journey.place, targets=hosts)


def by_goal(phrases: Phrases, act: Act) -> list[Act]:
    """ "Travelled to Oslo and Rome": the act, and the journeys to the places joined to its first.

    Each is paid to those of its own place.
    """
    further = list(_further_goals(phrases, act))
    return [_to_own_hosts(a) for a in (act, *further)] if further else [act]


def _to_own_hosts(act: Act) -> Act:
    land = None if act.place is None else act.place.country
    return act._replace(targets=tuple(m for m in act.targets if m.country == land))


def _further_goals(phrases: Phrases, act: Act) -> Iterator[Act]:
    if act.mode != "visit" or act.place is None or act.place.start is None:
        return
    doc = phrases.doc
    first = doc.head_of(act.place.start, act.place.end or act.place.start)
    if first is None or doc.tokens[act.predicate].pos != "VERB":
        return
    for goal in phrases.arguments.conjuncts(first)[1:]:
        place = phrases.places.reached(goal)
        if place is None or place.start is None or place.country is None:
            continue
        whole = doc.text[act.place.start : place.end]
        if place.name == act.place.name or phrases.places.country_of(whole) is not None:
            continue  # "Bosnia and Herzegovina" is one land
        if phrases.arguments.case(goal) in (None, "to", "in") and goes_abroad(act.sources, place):
            hosts = phrases.hosts(goal, place)
            yield act._replace(place=place, targets=hosts, goal=place.start)

"""What a party leaves: a pact, a plan, a body that it belonged to."""

from __future__ import annotations

from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act, Phrases, distinct, is_among
from coranto.events.lexicon import VerbReading
from coranto.types import Status

_PACTS = frozenset(("agreement", "plan"))
_OF_MEMBERS = frozenset(("in", "of", "from"))
_TAKING_PART = frozenset(("membership", "leaving"))


def leaving(phrases: Phrases, verb: int, reading: VerbReading, status: Status) -> Act | None:
    """ "Pulled out of the pact", "ended its participation in the treaty": what is left tells acts
    apart, and the other parties are mostly not named."""
    arguments = phrases.arguments
    sources = tuple(m for m in distinct(phrases.subject_actors(verb)) if _may_leave(m))
    thing = left(phrases, verb, reading.preps)
    if not sources or thing is None:
        return None
    beside = (
        *arguments.obliques(thing, {"with", "between"}),
        *arguments.obliques(verb, {"with"}),
    )
    found = [m for c in beside for m in arguments.actors(c)] or _body(phrases, thing)
    targets = tuple(m for m in distinct(tuple(found)) if not is_among(m, sources))
    return Act(verb, reading.root, reading.mode, status, sources, targets, thing)


def left(phrases: Phrases, verb: int, preps: frozenset[str]) -> int | None:
    """The noun of what is left: the pact behind "from" ("withdrew from the pact"), the object
    ("quit the pact"), or what one took part in ("ended its part in the pact").

    ``preps`` are those of the verb's reading; ``None`` where nothing of the kind is left, as
    where troops leave a town.
    """
    arguments = phrases.arguments
    obj = arguments.object(verb)
    if obj is None:
        behind = (c for c in arguments.obliques(verb, preps) if _is_left(phrases, c))
        return next(behind, None)
    if phrases.classes(obj) & _TAKING_PART:
        inside = (c for c in arguments.obliques(obj, _OF_MEMBERS) if _is_left(phrases, c))
        return next(inside, None)
    return obj if _is_left(phrases, obj) else None


def _is_left(phrases: Phrases, noun: int) -> bool:
    if phrases.classes(noun) & _PACTS:
        # "Withdrew from the plan": that a plan is given up by those who made it ends nothing.
        is_name = phrases.doc.tokens[noun].pos == "PROPN"
        return is_name or "agreement" in phrases.classes(noun)
    return bool(_body(phrases, noun))


def _body(phrases: Phrases, noun: int) -> list[ActorMention]:
    """The body that a noun names: "withdrew from the African Union"."""
    found = phrases.arguments.actors(noun)
    return [m for m in found if m.kind == "organisation" and m.form == "name" and not m.media]


def _may_leave(mention: ActorMention) -> bool:
    """States, their governments and parties leave pacts; forces retreat, persons resign."""
    return mention.kind in ("country", "government", "organisation", "group") or (
        mention.kind == "person" and mention.country is not None
    )

"""Whom a thing concerns: its owners, its makers, those behind "with", "against" or "on"."""

from __future__ import annotations

from itertools import pairwise

from coranto.events.acts import Actors, Phrases
from coranto.events.arguments import DAYS
from coranto.events.lexicon import readings_of

_CONCERNING = frozenset(("of", "by", "from", "with", "against", "to", "toward", "towards", "for"))
"""Prepositions whose phrase names whom a thing concerns; "on Ukraine" only names a topic."""

OF_PARTIES = frozenset(("with", "by", "from"))
"""Of these, those whose phrase names a party to what is agreed: not "sanctions against Norway"."""


def blamed(phrases: Phrases, verb: int, obj: int | None) -> Actors:
    """ "Blamed the rift on Norway's policy": whom a thing is laid to."""
    arguments = phrases.arguments
    for head in (verb, obj):
        if head is None or (obj is not None and arguments.actors(obj)):
            continue
        for c in arguments.obliques(head, {"on"}):
            if found := arguments.actors(c) or arguments.owners(c):
                return tuple(found)
    return ()


def claimants(phrases: Phrases, noun: int) -> Actors:
    """Whose claims are denied: "Poland's accusations", "the claims by Poland"."""
    if not phrases.classes(noun) & {"claim", "plan", "stance"}:
        return ()
    return tuple(phrases.arguments.owners(noun))


def concerned(phrases: Phrases, noun: int, preps: frozenset[str] = _CONCERNING) -> Actors:
    """The actors whom a thing concerns: its owners, else its makers, else those of the phrase
    below it with one of ``preps``."""
    arguments = phrases.arguments
    if phrases.classes(noun) & {"talks", "meeting", "call"}:
        for c in arguments.obliques(noun, {"with"}):
            if found := arguments.actors(c):
                return tuple(found)
    if owners := arguments.owners(noun):
        if phrases.classes(noun) & {"people", "agent"}:
            owners = [m for m in owners if m.kind != "organisation"]  # "the FBI agent"
        return tuple(owners)
    if makers := _makers(phrases, noun):
        return makers
    for c in arguments.obliques(noun, preps):
        found = arguments.actors(c) or arguments.owners(c)
        if found and not is_accompaniment(phrases, c):
            return tuple(found)
    return ()


def _makers(phrases: Phrases, noun: int) -> Actors:
    """ "The accord Norway and Oman reached", "the plan put forward by Norway": those who made what
    is welcomed or rejected."""
    arguments, doc = phrases.arguments, phrases.doc
    if not phrases.classes(noun) & {"agreement", "plan"}:
        return ()
    for c in doc.dependents(noun, "acl:relcl", "acl"):
        makes = any(r.frame == "puts-out" for r in readings_of(doc.tokens[c]))
        if makes and arguments.object(c) == noun:
            others = (m for o in arguments.obliques(c, {"with"}) for m in arguments.actors(o))
            return (*phrases.subject_actors(c), *others)
    return ()


def struck_behind(phrases: Phrases, verb: int, obj: int) -> Actors:
    """ "Launched an assault on the last stronghold", "carried out raids against a camp": the words
    for who or what is attacked, where no actor is named."""
    if "attack" not in phrases.classes(obj):
        return ()
    doc, arguments = phrases.doc, phrases.arguments
    for head in (verb, phrases.seen_through(obj)):
        for c in arguments.obliques(head, {"on", "against"}):
            is_name = doc.tokens[c].pos == "PROPN" and arguments.mention_at(c) is None
            is_name = is_name and doc.lows[c] not in DAYS
            if is_name or phrases.classes(c) & {"people", "site", "agent", "force"}:
                return (phrases.unnamed(c),)
    return ()


def is_accompaniment(phrases: Phrases, c: int) -> bool:
    """ "With great support from France": what goes with an act is not done to those it is of."""
    is_help = bool(phrases.classes(c) & {"backing", "aid", "stance"})
    return is_help and phrases.arguments.case(c) == "with"


def is_in_mind(phrases: Phrases, c: int) -> bool:
    """ "With Norway and Oman in mind": of whom one thinks, not with whom one acts."""
    doc = phrases.doc
    last = max((c, *doc.subtree(c)))
    # The parse may hang "in mind" on the name or on the verb.
    words = doc.lows[c : last + 3]
    return phrases.arguments.case(c) == "with" and ("in", "mind") in pairwise(words)

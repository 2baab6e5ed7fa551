"""Subjects and objects that the parse hangs elsewhere: found again by the words around a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coranto.events.arguments import Arguments


def subject_beside(arguments: Arguments, verb: int) -> int | None:
    """Who or what does what a verb says, by the words before it, where the tree gives it none."""
    return (
        actor_beside(arguments, verb)
        or behind_clause(arguments, verb)
        or fronted(arguments, verb)
        or behind_conjunction(arguments, verb)
    )


def behind_clause(arguments: Arguments, verb: int) -> int | None:
    """ "Berg, who took office in May, and Rashid spoke": who stands right before a verb that
    the parse joins to the first of two names."""
    token = arguments.doc.tokens[verb]
    actor = arguments.by_token.get(verb - 1)
    if token.dep != "conj" or actor is None or arguments.tokens_of(actor)[-1] != verb - 1:
        return None
    return actor.head if arguments.doc.tokens[token.head].pos == "PROPN" else None


def named_before(arguments: Arguments, verb: int) -> int | None:
    """ "Lund (left) and Tan met for a summit, the first meeting …": who is named right before a
    verb, where the parse finds its subject only behind it."""
    actor = arguments.by_token.get(verb - 1)
    if actor is None or arguments.doc.tokens[verb].dep != "root" or actor.kind != "person":
        return None
    inside = arguments.tokens_of(actor)
    return None if inside[-1] != verb - 1 else actor.head


def actor_beside(arguments: Arguments, verb: int) -> int | None:
    """ "Followed by Tan traveling to Rome", "with Iran signing": who stands right before a
    gerund, behind a preposition of the clause, does what it says."""
    doc = arguments.doc
    if verb < 2 or not doc.tokens[verb].text.endswith("ing") or doc.child(verb, "aux", "mark"):
        return None
    actor = arguments.by_token.get(verb - 1)
    if actor is None or doc.tokens[verb].dep not in ("advcl", "acl"):
        return None
    before = doc.tokens_in(actor.start, actor.end)[0] - 1
    is_apart = before > 0 and doc.lows[before] in ("by", "with")
    return actor.head if is_apart else None


def fronted(arguments: Arguments, verb: int) -> int | None:
    """ "Said Norway and Oman had agreed to it": an actor before a finite verb that has no
    subject is one, though the parse takes it for its object."""
    doc = arguments.doc
    aux = doc.child(verb, "aux")
    before = [c for c in doc.dependents(verb, "obj") if aux is not None and c < aux]
    if len(before) != 1 or doc.tokens[verb].dep not in ("ccomp", "root", "acl:relcl"):
        return None
    return before[0] if arguments.case(before[0]) is None and arguments.actors(before[0]) else None


_CONJUNCTIONS = frozenset(("after", "before", "since", "until"))


def behind_conjunction(arguments: Arguments, verb: int) -> int | None:
    """ "Came after earthquakes in Norway killed thousands": the subject of a clause of time, which
    the parse takes for a phrase of "after"."""
    doc = arguments.doc
    token = doc.tokens[verb]
    is_bare = doc.child(verb, "mark", "aux") is None and not doc.lows[verb].endswith("ing")
    if token.dep != "advcl" or not is_bare or token.head > verb:
        return None
    for i in (verb - 1, *doc.ancestors(verb - 1)):
        if arguments.case(i) in _CONJUNCTIONS:
            return i if doc.subtree(i)[-1] == verb - 1 else None
    return None


def torn_to_speech(arguments: Arguments, verb: int, speech: int) -> int | None:
    """ "Lund said Rao and Tan were set to meet": the subject of what is said, which the parse
    takes for a second subject of the saying."""
    doc = arguments.doc
    own = doc.dependents(speech, "nsubj")
    if len(own) < 2 or not own[0] < speech < own[-1] < verb:
        return None
    return own[-1] if arguments.actors(own[-1]) else None


def scheduled(arguments: Arguments, passive: int) -> int | None:
    """Who "is scheduled to meet", "Lund, scheduled to meet her": the subject of a passive, to whom
    its infinitive falls."""
    if arguments.is_reduced_passive(passive):
        return arguments.object(passive)
    own, token = arguments.doc.child(passive, "nsubj"), arguments.doc.tokens[passive]
    is_content = own is None and token.dep == "ccomp"
    return torn_to_speech(arguments, passive, token.head) if is_content else own


def subject_of_content(arguments: Arguments, verb: int) -> int | None:
    """Who does what a clause of content says, where it has no subject of its own."""
    found = torn_to_speech(arguments, verb, arguments.doc.tokens[verb].head)
    return arguments.fronted_subject(verb) if found is None else found


def is_speaker_behind(arguments: Arguments, verb: int, c: int) -> bool:
    """ "They have agreed to end it, the envoy Lund, a diplomat, said": who says it is no object of
    what is said."""
    doc = arguments.doc
    token = doc.tokens[verb]
    if token.dep != "ccomp" or not verb < c < token.head or doc.child(verb, "xcomp") is None:
        return False
    first = doc.subtree(c)[0]
    return "," in (doc.tokens[first].text, doc.tokens[first - 1].text)

"""Verbs of the tables that tell no act where they stand: states, purposes, figures of speech."""

from __future__ import annotations

from coranto.events.arguments import Arguments

_SPIES = frozenset(("agent", "spy", "hacker", "operative"))


def is_as_done(arguments: Arguments, verb: int) -> bool:
    """ "Accepted the text as negotiated under the accord": what was done before, by whom is not
    said."""
    bare = arguments.doc.child(verb, "nsubj", "aux", "obj") is None
    is_participle = arguments.doc.lows[verb].endswith("ed")
    return bare and is_participle and "as" in arguments.markers(verb)


def is_state(arguments: Arguments, verb: int) -> bool:
    """ "Poland opposes the plan", "land occupied by Russia": how things stand, not an act.

    A headline says in the present what has just happened.
    """
    doc = arguments.doc
    token = doc.tokens[verb]
    if doc.child(verb, "aux") is None and arguments.is_reduced_passive(verb):
        return True
    simple = token.text.lower() in (token.lemma.lower(), f"{token.lemma.lower()}s")
    is_headline = doc.sentence_span(verb).text[-1:] not in '.!?"”’'
    is_finite = doc.child(verb, "aux") is None and not arguments.is_infinitive(verb)
    return simple and is_finite and not is_headline


def is_by_spies(arguments: Arguments, verb: int) -> bool:
    subject, obj = arguments.subject(verb), arguments.object(verb)
    if subject is None or obj is None or arguments.doc.tokens[subject].lemma.lower() not in _SPIES:
        return False
    return any(m.kind == "country" for m in arguments.actors(obj))


def is_glance(arguments: Arguments, verb: int) -> bool:
    """ "Shot Lund a wink", however the parse hangs the wink."""
    obj = arguments.object(verb)
    mention = None if obj is None else arguments.mention_at(obj)
    if mention is None:
        return False
    after = arguments.doc.tokens_in(mention.end, mention.end + 3)
    return bool(after) and arguments.doc.lows[after[0]] in ("a", "an")


def is_in_force(arguments: Arguments, verb: int) -> bool:
    """ "Banks are barred from lending": how things stand, with nobody who made them so."""
    doc = arguments.doc
    words = {doc.lows[c] for c in doc.dependents(verb, "aux", "aux:pass")}
    stands = bool(words) and words <= {"is", "are", "'re", "’re"}
    return stands and arguments.is_passive(verb) and arguments.agent(verb) is None


def is_purpose(arguments: Arguments, verb: int) -> bool:
    """ "sends materials to support the industry": what an act is for is no act of its own."""
    token = arguments.doc.tokens[verb]
    if not arguments.is_infinitive(verb) or token.dep not in ("advcl", "xcomp"):
        return False
    # Of two infinitives below one verb the second says what for.
    joined = arguments.doc.dependents(token.head, "xcomp")
    return token.dep == "advcl" or any(c < verb for c in joined)

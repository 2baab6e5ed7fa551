"""Pieces of an attribution that a model gives to the wrong part: sources, matters, hearers."""

from __future__ import annotations

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import verb_cues, words

Places = list[tuple[int, int]]

_HEDGES = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
_TELLING = frozenset({"tell", "inform", "assure"})
_TO = frozenset({"to", "with"})


def hearsay(clauses: Clauses, c: int, content: Places) -> tuple[int | None, Places]:
    """The source and the content of "Orlin reportedly told Tolan to wait", whose words it tells.

    A model that reads the adverb as nobody's word gives the verb's subject to the content.
    """
    subject = clauses.subject(c) if clauses.low(c - 1) in _HEDGES else None
    known = clauses.tokens[c].pos == "VERB" and clauses.lemma(c) in verb_cues()
    if subject is None or not known or clauses.passive(c) or not clauses.could_speak(subject):
        return None, content
    behind = [(s, e) for s, e in content if s >= clauses.tokens[c].end]
    return (subject, behind) if behind and subject < c else (None, content)


def behind_hearer(clauses: Clauses, c: int, content: Places) -> Places:
    """The content of "reportedly told Tolan to wait" without whom it was told to."""
    hedged = clauses.low(c - 1) in _HEDGES and clauses.lemma(c) in _TELLING
    told = clauses.doc.child(c, "iobj", "obj") if hedged else None
    if told is None or not content or clauses.phrase(told)[0] != content[0][0]:
        return content
    first = clauses.trim(clauses.phrase(told)[1], content[0][1])
    return [first, *content[1:]] if clauses.tells(*first) else content


def matter_in_cue(clauses: Clauses, one: Attribution) -> None:
    """Give to the content what stands in the cue, where the content is only who heard it.

    "Airs concerns in a call with" (Tolan): the concerns are what was aired.
    """
    inside = clauses.doc.tokens_in(*one.cue[0]) if len(one.cue) == 1 else range(0)
    if len(inside) < 3 or clauses.low(inside[-1]) not in _TO:
        return
    verb = next((i for i in inside if clauses.tokens[i].pos == "VERB"), None)
    matter = None if verb is None else clauses.doc.child(verb, "obj")
    hearer = clauses.doc.head_of(*one.content[0])
    if verb is None or matter is None or hearer not in clauses.actor_heads:
        return
    spoken = clauses.lemma(matter) in words("occasion") | words("exchange") | words("gathering")
    if spoken or matter not in inside or not verb < matter < inside[-1]:
        return
    if any(clauses.tokens[i].pos in {"VERB", "AUX"} for i in range(verb + 1, inside[-1])):
        return
    start, end = clauses.tokens[verb + 1].start, clauses.tokens[matter].end
    one.cue = [clauses.trim(one.cue[0][0], start)]
    one.content, one.addressee = [(start, end)], hearer

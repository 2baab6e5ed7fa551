"""Deeds in the words of speech: guests welcomed, telephones, blows, papers signed, ballots.

They attribute nothing.

"Welcomed the offer" praises it, "welcomed the envoys" opens a door; "called the plan
a trap" judges it, "called the envoy and the pair agreed" is a telephone call; "attacked
the plan" is speech, "attacked the embassy" is not.  The object tells them apart.
"""

from __future__ import annotations

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import words

_RECEIVING = frozenset({"welcome", "greet"})
_CALLING = frozenset({"call", "phone", "telephone"})
_STRIKING = frozenset(
    {"attack", "hit", "strike", "fight", "target", "storm", "shell", "block", "raid"}
)
_SIGNING = frozenset({"sign", "initial", "ink", "ratify"})
_GUESTS = frozenset({"guest", "visitor", "delegation", "dignitary", "crowd", "baby", "child"})
# Verbs that put out a text, and those that repeat one: the text alone says nothing.
_ISSUING = frozenset({"publish", "release", "issue", "post", "share", "carry", "read"})
_REPEATING = frozenset({"echo", "repeat", "reiterate"})
# Taking a side, which is done by voting too.
_VOTING = frozenset(
    {"accept", "adopt", "approve", "back", "endorse", "oppose", "reject", "support"}
)
# Particles with which a verb of speech tells of no words.
_BY_PARTICLE = {"call": ("off", "up"), "identify": ("with",), "pose": ("for", "with")}
_NOBODY = frozenset({"one another", "each other", "itself", "themselves", "himself", "herself"})


def is_deed(clauses: Clauses, one: Attribution) -> bool:
    """Whether the attribution tells of a deed, or names nobody who could speak."""
    if one.source is not None and _is_nobody(clauses, one):
        return True
    if clauses.tokens[one.token].pos != "VERB":
        return False
    return _is_no_speech(clauses, one) or _is_done_to(clauses, one)


def _is_no_speech(clauses: Clauses, one: Attribution) -> bool:
    """Whether the verb tells of no words by what stands with it, its object apart."""
    lemma = clauses.lemma(one.token)
    if _is_called_on(clauses, one):
        return True
    if lemma == "refer":
        return _is_gloss(clauses, one)
    for start, end in one.cue:
        for i in clauses.doc.tokens_in(start, end):
            particles = _BY_PARTICLE.get(clauses.lemma(i))
            if particles is not None and clauses.low(i + 1) in particles:
                return True
    return (lemma in _VOTING and _is_vote(clauses, one.token)) or _is_purpose(clauses, one)


def _is_called_on(clauses: Clauses, one: Attribution) -> bool:
    """Whether the source is only addressed by name: "Minister, thank you for coming"."""
    verb = clauses.doc.tokens_in(*one.cue[0])[:1]
    named = one.source is not None and verb and clauses.low(verb[0] - 1) == ","
    return bool(named) and verb[0] - 2 == one.source and clauses.low(verb[0] + 1) == "you"


def _is_done_to(clauses: Clauses, one: Attribution) -> bool:
    """Whether the object is one for deeds: guests, papers, places."""
    lemma = clauses.lemma(one.token)
    if lemma not in _VERBS:
        return False
    target = _object(clauses, one)
    if target is None:
        return False
    if lemma in _SIGNING:
        return True
    if lemma in _ISSUING | _REPEATING:
        return _is_bare_text(clauses, one, target, lemma)
    person = target in clauses.actor_heads and target not in clauses.institutions
    noun = clauses.lemma(target)
    if lemma in _RECEIVING:
        return person or any(noun in some for some in (_GUESTS, words("source"), words("group")))
    if lemma in _CALLING and one.act == "call":
        return person and not _is_judged(clauses, one, target)
    if lemma not in _STRIKING:
        return False
    return _is_place(clauses, target)


_VERBS = _RECEIVING | _CALLING | _STRIKING | _SIGNING | _ISSUING | _REPEATING


def _is_purpose(clauses: Clauses, one: Attribution) -> bool:
    """Whether words are only what somebody came for: "attended to support the talks"."""
    token = clauses.tokens[one.token]
    goes = token.dep in {"advcl", "xcomp"} and clauses.infinitive(one.token)
    return goes and clauses.lemma(token.head) in words("presence")


def _is_vote(clauses: Clauses, c: int) -> bool:
    """Whether a side is taken by ballot and not by words: "rejected the treaty in a referendum"."""
    return any(
        clauses.lemma(k) in words("ballot") and clauses.case(k) in {"at", "by", "in"}
        for k in clauses.doc.dependents(c, "obl")
    )


def _is_bare_text(clauses: Clauses, one: Attribution, target: int, lemma: str) -> bool:
    """Whether a text or a person stands for what was said: "published the statement", "echoing Y".

    What the text says, or what it is about, is content.
    """
    if any(clauses.quotations_over(s, e) for s, e in one.content):
        return False
    texts = words("document") | words("occasion")
    said = [i for s, e in one.content for i in clauses.doc.tokens_in(s, e)]
    if lemma in _REPEATING:
        person = target in clauses.actor_heads
        return person or (clauses.lemma(target) in texts and target in said)
    bare = all(
        clauses.tokens[i].pos in {"DET", "ADJ", "PUNCT", "NUM"} or clauses.lemma(i) in texts
        for i in said
    )
    return clauses.lemma(target) in texts and bare


def _is_gloss(clauses: Clauses, one: Attribution) -> bool:
    """The reporter's own word on what a quotation is about: "… said, referring to the talks"."""
    token = clauses.tokens[one.token]
    quoted = any(clauses.quotations_over(s, e) for s, e in one.content)
    return token.dep == "advcl" and token.text.endswith("ing") and not quoted


def _is_nobody(clauses: Clauses, one: Attribution) -> bool:
    """Whether the source is "each other", or a time ("Thursday marked the end")."""
    assert one.source is not None
    start, end = one.span or clauses.source_phrase(one.source, one.token)
    said = clauses.doc.text[start:end].casefold()
    return said in _NOBODY or clauses.low(one.source) in words("time")


def _object(clauses: Clauses, one: Attribution) -> int | None:
    """The head of the verb's object, by the tree, else of the content that follows it."""
    below = clauses.doc.child(one.token, "obj")
    if below is not None:
        return below
    after = next((s for s in one.content if s[0] >= clauses.tokens[one.token].end), None)
    if after is None and clauses.passive(one.token):
        after = one.content[0]  # "a statement was published by the office"
    return clauses.doc.head_of(*after) if after is not None else None


def _is_judged(clauses: Clauses, one: Attribution, target: int) -> bool:
    """Whether the object has a predicate: "called him a liar", "called the man reckless"."""
    doc = clauses.doc
    if any(k > target for k in doc.dependents(one.token, "xcomp", "iobj", "obj")):
        return True
    quoted = (q for s, e in one.content for q in clauses.quotations_over(s, e))
    if any(0 <= q.start - clauses.tokens[target].end <= 1 for q in quoted):
        return True
    end = clauses.phrase(target, ("conj",))[1]
    following = doc.tokens_in(end, one.content[-1][1])
    first = next((i for i in following if clauses.tokens[i].pos != "PUNCT"), None)
    return first is not None and clauses.tokens[first].pos in {"DET", "ADJ", "NOUN", "ADV"}


def _is_place(clauses: Clauses, i: int) -> bool:
    """Whether what is struck is ground, a building, a craft or people in arms."""
    start, end = clauses.tokens[i].start, clauses.tokens[i].end
    named = any(n.kind == "place" and n.start <= start and end <= n.end for n in clauses.doc.names)
    return named or clauses.lemma(i) in words("struck")

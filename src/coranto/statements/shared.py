"""Subjects that two verbs share across the occasion of the second.

"Orlin urged Norland to wait and in a call to Tolan said that ...": Orlin speaks, and neither
Tolan nor any noun between, on which a parser hangs "said" as often as not.
"""

from __future__ import annotations

from coranto.statements.clauses import Clauses
from coranto.statements.cues import words
from coranto.statements.surface import phrase_before

_JOINING = frozenset({"and", "but"})
_AT = frozenset({"after", "at", "before", "during", "in", "on", "through", "via"})
_BOUND = frozenset({"to", "with", "from", "by", "on", "in", "at", "of", "for", "between", "and"})
_LONGEST = 20  # tokens from the conjunction to the second verb
_VERBAL = frozenset({"VERB", "AUX"})


def shared_subject(clauses: Clauses, c: int) -> tuple[int, int] | None:
    """The subject that the verb at ``c`` shares so, and the conjunction; ``None`` for none."""
    joint = _joint(clauses, c) if clauses.tokens[c].pos == "VERB" else None
    subject = None if joint is None else _subject(clauses, c, joint)
    return None if joint is None or subject is None else (subject, joint)


def _joint(clauses: Clauses, c: int) -> int | None:
    """The "and" before the occasion that stands before the verb at ``c``; else ``None``."""
    zone = clauses.zone
    if zone[c] >= 0 or clauses.low(c).endswith("ing") or clauses.infinitive(c):
        return None
    first = clauses.doc.sentences[clauses.doc.sentence_of[c]].first_token
    for i in range(c - 1, max(first, c - _LONGEST), -1):
        low = clauses.low(i)
        if zone[i] >= 0 or low in {",", ";", "who", "which", "that"}:
            return None
        if clauses.tokens[i].pos in _VERBAL and i < c - 1:
            return None
        if low in _JOINING and clauses.low(i + 1) in _AT:
            return i if _is_occasion(clauses, i + 2, c) and _is_bare(clauses, c, i) else None
    return None


def _is_occasion(clauses: Clauses, first: int, c: int) -> bool:
    """Whether the first noun, behind its modifiers, is a call, a text or a meeting."""
    nouns = [i for i in range(first, c) if clauses.tokens[i].pos == "NOUN"][:2]
    kinds = ("occasion", "gathering", "exchange")
    return any(clauses.lemma(i) in words(kind) for i in nouns for kind in kinds)


def _is_bare(clauses: Clauses, c: int, joint: int) -> bool:
    """Whether no subject of the verb's own stands right before it."""
    own = clauses.own_subject(c)
    if own is not None and joint < own < c:
        first = clauses.doc.token_at(clauses.phrase(own)[0])
        return first is not None and clauses.low(first - 1) in _BOUND
    beside = phrase_before(clauses, c)
    return beside is None or beside.first <= joint or beside.bound in _BOUND


def _subject(clauses: Clauses, c: int, joint: int) -> int | None:
    """Who does what the verb before the conjunction says: above in the tree, else the first."""
    doc = clauses.doc
    start = doc.sentences[doc.sentence_of[c]].first_token
    above = [v for v in doc.ancestors(c) if start <= v < joint]
    for v in [*above, *range(start, joint)]:
        if clauses.tokens[v].pos != "VERB" or clauses.zone[v] >= 0:
            continue
        own = clauses.own_subject(v)
        if own is not None and own < v and clauses.could_speak(clauses.referent(own)):
            return own
    return None

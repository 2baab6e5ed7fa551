"""The words of a source, as a model proposes them, cut to a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import words
from coranto.statements.shared import shared_subject
from coranto.types import Attributed

_DASHES = "–—―- "
_TIMED = frozenset({"this", "last", "next", "earlier", "on", "late", "early"})
_NAMED = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "PART", "PRON", "PROPN", "PUNCT"})
_VERBAL = frozenset({"VERB", "AUX"})
_FROM = frozenset({"by", "from"})
_CLOSING = frozenset('"”')


def proposed_source(
    clauses: Clauses, proposal: Attributed
) -> tuple[int | None, tuple[int, int] | None]:
    """Return the head token and the characters of a proposed source; ``None`` for none."""
    if not proposal.source:
        return None, None
    at = proposal.cue[0][0]
    before = [place for place in proposal.source if place[1] <= at]
    start, end = before[-1] if before else proposal.source[0]
    named = clauses.doc.text[start:end].lstrip(_DASHES)
    if not any(c.isalnum() for c in named):
        return None, None
    start = _behind_what(clauses, _behind_whose(clauses, end - len(named), end), end)
    start, end = _before_verb(clauses, _behind_from(clauses, start, end), end)
    while clauses.doc.text[end - 1] in _CLOSING and start < end - 1:
        opened = any(q.start >= start for q in clauses.quotations_over(start, end))
        if opened:
            break
        end -= 1
    end = _without_occasion(clauses, start, end)
    end = _without_time(clauses, start, _without_links(clauses, start, end))
    head = clauses.doc.head_of(start, end)
    if head is None or clauses.relays(clauses.tokens[head].head):
        return None, None
    inside = clauses.doc.tokens_in(start, end)
    if clauses.tokens[head].pos in {"PUNCT", "ADP", "ADV", "DET"}:
        nouns = [i for i in inside if clauses.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
        head = next((i for i in nouns if i in clauses.actor_heads), nouns[0] if nouns else head)
        if clauses.tokens[head].pos == "ADV":
            return None, None  # "internationally praised"
    return head, (start, end)


def _behind_whose(clauses: Clauses, start: int, end: int) -> int:
    """Where the speaker's words begin in "Norland, whose envoy, X, said": with his office."""
    inside = clauses.doc.tokens_in(start, end)
    for i in inside[:-1]:
        rest = inside[inside.index(i) + 1 :]
        if clauses.low(i) == "whose" and all(clauses.tokens[k].pos in _NAMED for k in rest):
            return clauses.tokens[rest[0]].start
    return start


def _behind_what(clauses: Clauses, start: int, end: int) -> int:
    """Where the words begin for who put it out, in "according to what was published by X"."""
    inside = clauses.doc.tokens_in(start, end)
    if not inside or clauses.low(inside[0]) != "what":
        return start
    by = next((i for i in inside[1:-1] if clauses.low(i) == "by"), None)
    if by is not None:
        return clauses.tokens[by + 1].start
    last = max((i for i in inside if clauses.tokens[i].pos in _VERBAL), default=inside[0])
    behind = range(last + 1, inside.stop)
    named = any(i in clauses.actor_heads or _is_medium(clauses, i) for i in behind)
    return clauses.tokens[last + 1].start if named and last > inside[0] else start


def _before_verb(clauses: Clauses, start: int, end: int) -> tuple[int, int]:
    """The words for who found it out, in "according to what the agency has learned"."""
    inside = clauses.doc.tokens_in(start, end)
    last = inside[-1] if inside else 0
    if len(inside) < 3 or clauses.low(inside[0]) != "what" or clauses.tokens[last].pos != "VERB":
        return start, end
    finder = clauses.own_subject(last)
    if finder is None or finder not in inside or not clauses.could_speak(finder):
        return start, end
    return clauses.phrase(finder)


def _behind_from(clauses: Clauses, start: int, end: int) -> int:
    """Where the words begin behind the "from" of "a statement from X said"."""
    inside = clauses.doc.tokens_in(start, end)
    led = len(inside) > 1 and clauses.low(inside[0]) in _FROM
    return clauses.tokens[inside[1]].start if led else start


def _is_medium(clauses: Clauses, i: int) -> bool:
    return clauses.lemma(i) in words("medium noun")


def _without_links(clauses: Clauses, start: int, end: int) -> int:
    """Where a source ends that breaks off behind a preposition ("a group of doctors in")."""
    cut = False
    for i in reversed(clauses.doc.tokens_in(start, end)):
        token = clauses.tokens[i]
        broken = token.pos == "ADP" and token.head > i
        if not broken and not (cut and token.pos == "VERB" and token.dep == "acl"):
            break
        cut, end = True, token.start
    return clauses.trim(start, end)[1] if cut else end


def _without_occasion(clauses: Clauses, start: int, end: int) -> int:
    """Where a source ends that says on what occasion he spoke ("said Tolan in a statement")."""
    inside = clauses.doc.tokens_in(start, end)
    for i in inside[1:]:
        if clauses.low(i) != "in" or clauses.tokens[i - 1].pos != "PROPN":
            continue
        noun = next((k for k in range(i + 1, inside.stop) if clauses.tokens[k].pos == "NOUN"), i)
        if clauses.lemma(noun) in words("occasion"):
            return clauses.trim(start, clauses.tokens[i].start)[1]
    return end


def _without_time(clauses: Clauses, start: int, end: int) -> int:
    """Where a source ends that a time follows ("the president this week")."""
    inside = clauses.doc.tokens_in(start, end)
    if len(inside) < 3 or not clauses.is_time(inside[-1]) or clauses.low(inside[-2]) not in _TIMED:
        return end
    if clauses.tokens[inside[-1]].head in inside:
        return end  # "a poll released last week"
    return clauses.trim(start, clauses.tokens[inside[-2]].start)[1]


def share_subjects(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """Give each verb the subject that it shares across its occasion (see ``shared``).

    What the first verb tells ends before the conjunction.
    """
    for one in found:
        shared = shared_subject(clauses, one.token)
        if shared is None:
            continue
        one.source, one.span = shared[0], None
        at = clauses.tokens[shared[1]].start
        for other in found:
            if other.source == shared[0] and other.cue[-1][1] <= at:
                other.content = [
                    clauses.trim(s, at) if s < at < e else (s, e) for s, e in other.content
                ]

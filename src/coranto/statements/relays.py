"""Tellings told on by another behind them: "The talks failed, the envoy said, radio reported"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import words
from coranto.types import Attributed

_FROM = frozenset({"by", "from"})


def teller_behind(clauses: Clauses, i: int) -> int:
    """The verb behind ``i`` that tells of the telling at ``i``; -1 without one."""
    token = clauses.tokens[i]
    return token.head if i >= 0 and token.dep == "ccomp" and token.head > i else -1


def inner_telling(clauses: Clauses, proposal: Attributed) -> Attributed:
    """A proposal without the verb that tells of its telling, and without whose that is.

    The model takes "..., the envoy said, radio reported" for one telling by both.
    """
    if len(proposal.cue) < 2:
        return proposal
    heads = [clauses.doc.head_of(*place) for place in proposal.cue]
    outer = {teller_behind(clauses, i) for i in heads if i is not None} & {*heads}
    if not outer:
        return proposal
    cue = tuple(p for p, i in zip(proposal.cue, heads, strict=True) if i not in outer)
    whose = ((p, clauses.doc.head_of(*p)) for p in proposal.source)
    source = tuple(p for p, i in whose if i is None or clauses.tokens[i].head not in outer)
    return replace(proposal, cue=cue, source=source)


def hold_tellings(clauses: Clauses, kept: Sequence[Attribution]) -> None:
    """Give to who tells of another's telling that telling whole, with its cue and its day."""
    by_token = {one.token: one for one in kept}
    for inner in kept:
        outer = by_token.get(teller_behind(clauses, inner.token))
        if outer is not None and outer.content:
            last = max(clauses.doc.subtree(inner.token))
            begin = min([*inner.content, *outer.content])[0]
            # A tree that has lost the clause gives less than was found by word order.
            bound = _told_before(clauses, outer)
            known = (min(e, bound) for _, e in outer.content if e <= outer.cue[0][0])
            end = max([min(clauses.tokens[last].end, bound), *known])
            outer.content = [clauses.trim(begin, end)]


def _told_before(clauses: Clauses, outer: Attribution) -> int:
    """Where the words for who tells begin behind what is told: at "a statement from X" (said)."""
    at = outer.cue[0][0]
    if outer.source is None or clauses.tokens[outer.source].start > at:
        return at
    start = outer.span[0] if outer.span is not None else clauses.tokens[outer.source].start
    first = clauses.doc.token_at(start)
    if first is None or clauses.low(first - 1) not in _FROM:
        return at
    noun = first - 2
    while clauses.tokens[noun - 1].pos in {"DET", "ADJ"}:
        noun -= 1
    return clauses.tokens[noun].start if clauses.lemma(first - 2) in words("document") else at

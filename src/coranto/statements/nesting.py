"""Statements within statements: which content holds which cue, as a strict order.

"Orlin said the road was open, the agency reported." has two attributions: the
agency's content holds Orlin's cue, and Orlin's content ends where the agency's
words of attribution begin.  A parser often lets the inner clause run on to the
full stop; read so, each would stand inside the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import MODAL_FORMS, Clauses, in_order
from coranto.statements.surface import phrase_before

_LONGEST = 12  # tokens from "with" to the head of those who tell something beside it
_OF_NOUNS = frozenset({"DET", "ADJ"})
_GAP = " ,\u00a0—–-\"”'’"


def cut_at_parentheses(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """Take every attribution's words out of the contents of those that its own content holds."""
    order = sorted(range(len(found)), key=lambda n: found[n].cue[0][0])
    starts = [found[n].cue[0][0] for n in order]
    for number, one in enumerate(found):
        held = [
            found[n]
            for n in _within(one.content, starts, order)
            if n != number and one.cue != found[n].cue
        ]
        region = _parenthesis(clauses, one) if held else None
        if region is None:
            continue
        one.content = _whole(clauses, one, region[0])
        for other in held:
            if _holds(other.content, region[0]) and not _holds([region], other.cue[0][0]):
                other.content = _without(clauses, other.content, region, one.content)
            if other.addressee is not None:
                at = clauses.tokens[other.addressee].start
                other.addressee = None if _holds([region], at) else other.addressee


def cut_at_participles(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """End what a noun tells before the participle of one who stands before the noun.

    "Orlin answered a claim by Tolan that the army had fled, calling it absurd": a parser
    hangs "calling" on "fled".
    """
    nouns = [one for one in found if clauses.tokens[one.token].pos == "NOUN"]
    for one in nouns:
        for other in found:
            at = other.cue[0][0]
            first = clauses.doc.token_at(at)
            if other is one or first is None or not _holds(one.content, at):
                continue
            behind = clauses.low(first).endswith("ing") and clauses.low(first - 1) == ","
            if behind and other.source is not None and other.source < one.token:
                one.content = [
                    clauses.trim(s, min(e, at)) for s, e in one.content if s < min(e, at)
                ]


def cut_at_deeds(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """End what was said before what its speaker did next: "said she would rest and left".

    Only behind a modal, which no past tense goes with: elsewhere the parse is seldom sure.
    """
    tokens, doc = clauses.tokens, clauses.doc
    for one in found:
        said = doc.child(one.token, "ccomp") if one.token >= 0 else None
        if said is None or all(
            clauses.low(k) not in MODAL_FORMS for k in doc.dependents(said, "aux")
        ):
            continue
        for verb in doc.dependents(one.token, "conj"):
            own = doc.child(verb, "nsubj", "mark", "expl", "aux") is not None
            if own or tokens[verb].pos != "VERB" or clauses.zone[verb] >= 0 or verb < one.token:
                continue
            at = tokens[min(doc.child(verb, "cc") or verb, verb)].start
            one.content = [
                clauses.trim(start, at) if start < at < end else (start, end)
                for start, end in one.content
            ]


def cut_at_absolutes(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """End what one says before ", with others telling the press that ...", told beside it."""
    for inner in found:
        if inner.source is None or not clauses.low(inner.token).endswith("ing"):
            continue
        if "with" not in clauses.lows[max(0, inner.source - _LONGEST) : inner.source]:
            continue
        start = clauses.source_phrase(inner.source, inner.token)[0]
        first = clauses.doc.tokens_in(start, start + 1).start
        if clauses.low(first - 1) != "with" or clauses.low(first - 2) != ",":
            continue
        if clauses.zone[first - 2] >= 0:
            continue  # a quotation is whole
        at = clauses.tokens[first - 2].start
        for one in found:
            behind = one is not inner and one.cue[-1][1] <= at and clauses.zone[one.token] < 0
            if behind and _holds(one.content, at):
                one.content = [clauses.trim(s, min(e, at)) for s, e in one.content if s < at]


def _within(
    spans: Sequence[tuple[int, int]], starts: Sequence[int], order: Sequence[int]
) -> list[int]:
    """The numbers, in order, of those whose cues begin inside the spans."""
    inside = {
        order[k]
        for start, end in spans
        for k in range(bisect_left(starts, start), bisect_left(starts, end))
    }
    return sorted(inside)


def _holds(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _parenthesis(clauses: Clauses, one: Attribution) -> tuple[int, int] | None:
    """Characters of "X said on Monday" where it follows its own content; else ``None``."""
    tokens, text = clauses.tokens, clauses.doc.text
    start, end = one.cue[0][0], one.cue[-1][1]
    if one.source is not None and clauses.tokens[one.source].dep != "root":
        beside = phrase_before(clauses, one.token)
        span = one.span or clauses.source_phrase(one.source, one.token)
        if beside is not None and beside.first <= one.source <= beside.last:
            start = min(start, tokens[beside.first].start)
        elif not _holds(one.content, span[0]):
            start = min(start, span[0])
        if not _holds(one.content, span[1] - 1):
            end = max(end, span[1])
    first = clauses.doc.token_at(start)
    if first is not None and tokens[first].pos == "NOUN":
        while first > 0 and tokens[first - 1].pos in _OF_NOUNS:
            first -= 1  # "a statement from X said", whose cue is "statement" and "said"
        start = tokens[first].start
    before = [e for _, e in one.content if e <= start]
    if not before or text[max(before) : start].strip(_GAP):
        return None
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[one.token]]
    if max(before) <= sentence.start:
        return None
    after = [s for s, _ in one.content if s >= end]
    return start, min([*after, max(end, sentence.end)])


def _whole(clauses: Clauses, one: Attribution, end: int) -> list[tuple[int, int]]:
    """The pieces of a sentence that another tells behind them, as one: nothing else parts them."""
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[one.token]]
    start, last = one.content[0][0], one.content[-1][1]
    if len(one.content) == 1 or start < sentence.start or last > end:
        return one.content
    return [(start, last)]


def _without(
    clauses: Clauses,
    content: Sequence[tuple[int, int]],
    region: tuple[int, int],
    outer: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """``content`` without the region, and after it only what the outer content has too."""
    pieces = []
    for start, end in content:
        if start >= region[1] or end <= region[0]:
            pieces.append((start, end))
            continue
        pieces.append(clauses.trim(start, min(end, region[0])))
        pieces += [
            (max(s, start), min(e, end))
            for s, e in outer
            if s >= region[1] and max(s, start) < min(e, end)
        ]
    return in_order(pieces)


def holders(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the number of the narrowest one whose content holds its cue.

    A strict order: of two that hold each other neither is inside, and no way
    outwards comes back to where it began.
    """
    out: list[int | None] = [None] * len(found)
    order = sorted(range(len(found)), key=lambda n: found[n].cue[0][0])
    starts = [found[n].cue[0][0] for n in order]
    around: list[list[tuple[int, int]]] = [[] for _ in found]
    for other, one in enumerate(found):
        size = sum(e - s for s, e in one.content)
        for number in _within(one.content, starts, order):
            if other != number and _is_inside(found[number], one):
                around[number].append((size, other))
    for number in range(len(found)):
        for _, other in sorted(around[number]):
            if number not in _way_out(out, other):
                out[number] = other
                break
    return out


def _is_inside(mine: Attribution, one: Attribution) -> bool:
    if mine.source is not None and one.source == mine.source:
        return False
    return _holds(one.content, mine.cue[0][0]) and not _holds(mine.content, one.cue[0][0])


def _way_out(outer: Sequence[int | None], number: int) -> list[int]:
    """``number``, the one that holds it, and so on outwards."""
    way = [number]
    while (following := outer[way[-1]]) is not None:
        way.append(following)
    return way

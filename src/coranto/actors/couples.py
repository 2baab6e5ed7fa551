"""Who is told of together: the two persons, or two countries, that "the pair" can mean.

Two are linked where one clause joins them ("A met B", "A and B", "A's talks with B") or a
noun before stood for the two; they are told together where one sentence names both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from coranto.actors.context import Context
from coranto.actors.drafts import Draft

# How far back those last told of together are looked for, in sentences.
REACH = 3
# What weighs how much: sentences that name both (no more than these count), and how a recent
# sentence has them. A link of the sentences before outweighs any number of those long past.
_MOST = 3
_RECENT, _LINKED = 2, 4
_PERSONS = frozenset({"person", "role"})
_JOINED = (["and"], [",", "and"], ["&"], ["-"], ["\u2013"], ["and", "the"])


class Party(NamedTuple):
    """Someone in a sentence: the key, the country, where, and whether the words asked fit."""

    key: str
    country: str | None
    first: int
    sure: bool


class _Told(NamedTuple):
    keys: tuple[str, str]
    score: int
    last: int
    sure: bool
    crowd: bool


def couple(
    context: Context,
    draft: Draft,
    party: Callable[[Draft], Sequence[Party]],
    main: bool = False,
) -> tuple[str, ...] | None:
    """The two of whom the sentences before ``draft`` tell together, in the order of the text.

    ``party`` gives for a draft those whom the words asked can mean. ``None`` where no
    sentence names two of them; ``()`` where no two stand out, or, with ``main``, where
    others have been told of together more often.
    """
    here = context.doc.sentence_of[draft.first]
    times: dict[tuple[str, str], int] = {}
    best: dict[tuple[str, str], _Told] = {}
    for sentence, drafts in _sentences(context, draft):
        if len(drafts) == 1 and len(drafts[0].keys) != 2:
            continue  # no two are told of
        acting = [(d, p) for d in drafts if (p := party(d))]
        found = _parties(acting)
        if len(found) < 2:
            continue
        recent = here - sentence <= REACH
        links = _links(context, acting) if recent else set()
        for one, other in combinations(found.values(), 2):
            alike = one.country is not None and one.country == other.country
            if alike or not (one.sure or other.sure):
                continue
            both = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            times[both] = times.get(both, 0) + 1
            crowd = sum(p.sure for p in found.values()) > 2
            score = recent * (_LINKED if both in links else _RECENT) - (crowd and both not in links)
            keys = (one.key, other.key) if one.first < other.first else (other.key, one.key)
            told = _Told(keys, score, sentence, one.sure and other.sure, crowd)
            best[both] = max(told, best.get(both, told), key=lambda t: (t.score, t.last))
    if not best:
        return None
    chosen = _outstanding(best, times)
    often = times[(min(chosen), max(chosen))] if chosen else 0
    return () if main and often < max(times.values()) else chosen


def _outstanding(
    best: dict[tuple[str, str], _Told], times: dict[tuple[str, str], int]
) -> tuple[str, ...]:
    def rank(both: tuple[str, str]) -> tuple[int, int]:
        told = best[both]
        return told.score + min(times[both], _MOST) - 2 * (not told.sure), told.last

    order = sorted(best, key=lambda both: (rank(both), both), reverse=True)
    if len(order) > 1 and rank(order[0]) == rank(order[1]):
        return ()
    if best[order[0]].crowd and times[order[0]] == 1:
        return ()  # three are told of together, this once
    return best[order[0]].keys


def _sentences(context: Context, draft: Draft) -> Iterator[tuple[int, list[Draft]]]:
    """The persons and pairs before ``draft`` by sentence, without the subject that acts on it."""
    doc = context.doc
    verb = doc.tokens[draft.head].head
    by_sentence: dict[int, list[Draft]] = {}
    for other in context.drafts:
        if other.first >= draft.first:
            break
        if other.sort not in _PERSONS and len(other.keys) != 2:
            continue
        if verb < 0 or doc.tokens[other.head].head != verb:
            by_sentence.setdefault(doc.sentence_of[other.first], []).append(other)
    yield from by_sentence.items()


def _parties(acting: Sequence[tuple[Draft, Sequence[Party]]]) -> dict[str, Party]:
    out: dict[str, Party] = {}
    for _, parties in acting:
        for one in parties:
            known = out.get(one.key)
            if known is None or (one.sure and not known.sure):
                out[one.key] = one
    return out


def _links(
    context: Context, acting: Sequence[tuple[Draft, Sequence[Party]]]
) -> set[tuple[str, str]]:
    """Pairs of keys that a clause, "and" or a noun for the two joins; not of longer lists."""
    out: set[tuple[str, str]] = set()
    for _, parties in acting:
        if len(parties) == 2:
            out.add((min(p.key for p in parties), max(p.key for p in parties)))
    single = [(d, p[0]) for d, p in acting if len(p) == 1]
    for (one, a), (other, b) in combinations(single, 2):
        if a.key != b.key and linked(context, one, other):
            out.add((min(a.key, b.key), max(a.key, b.key)))
    for three in zip(single, single[1:], single[2:], strict=False):
        if _listed(context, [d for d, _ in three]):
            for (_, a), (_, b) in combinations(three, 2):
                out.discard((min(a.key, b.key), max(a.key, b.key)))
    return out


def _listed(context: Context, drafts: Sequence[Draft]) -> bool:
    """Whether drafts stand as "A, B and C"."""
    gaps = [list(context.doc.lows[a.last : b.first]) for a, b in pairwise(drafts)]
    return gaps[-1] in _JOINED and all(g in ([","], *_JOINED) for g in gaps)


def linked(context: Context, one: Draft, other: Draft) -> bool:
    """Whether a clause or "and" joins two drafts of one sentence."""
    tokens = context.doc.tokens
    between = list(context.doc.lows[one.last : other.first])
    if between in _JOINED:
        return True
    head, above = tokens[one.head], tokens[one.head].head
    below = tokens[other.head]
    if below.head == one.head and below.dep.startswith(("conj", "nmod")):
        return True
    if above < 0 or below.head != above or not head.dep.startswith(("nsubj", "nmod")):
        return False
    return below.dep.startswith(("obj", "iobj", "obl", "nmod"))

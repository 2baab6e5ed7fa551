"""Who is told of together, of any number: "they", "the three leaders", "both sides", "the latter".

Those are together whom a list joins ("A, B and C"), whom one clause has as its parties
("A hosted B and C"), or whose talks with the others a noun tells ("his talks with B and
C"). Only the running text counts: what a quotation or a post names stands by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from coranto.actors import tables
from coranto.actors.context import Context
from coranto.actors.couples import REACH, linked
from coranto.actors.drafts import Draft
from coranto.actors.parties import PARTIES
from coranto.actors.tables import GroupNoun

_LIST = (("and",), (",", "and"), (",",), ("&",))
_ENDS = (("and",), (",", "and"), ("&",))
_TALKS = frozenset("talk meeting summit call conversation discussion dinner lunch".split())
# Whom a party acts with, by the preposition.
_BESIDE = frozenset({"with", "alongside"})
_MEDIATING = frozenset("mediate broker facilitate arbitrate sponsor host convene oversee".split())
_PERSONAL = ("person:", "role:")

# The person that the pronoun at a token stands for, by key.
Owner = Callable[[int], str | None]


def crowd(
    context: Context, draft: Draft, number: int, owner: Owner, reach: int | None = None
) -> tuple[str, ...]:
    """The last persons before ``draft`` told of together, where they are ``number`` or, for a
    negative one, as many or more than that.

    ``reach`` bounds the sentences looked back to. The answer is empty where the last sentence
    that tells of several has not so many.
    """
    doc = context.doc
    here = doc.sentence_of[draft.first]
    since = 0 if reach is None else max(here - reach, 0)
    for sentence in range(here, since - 1, -1):
        for keys in reversed(_crowds(context, sentence, draft, owner)):
            if len(keys) == number or (number < 0 and len(keys) >= -number):
                return keys
            if reach is not None and len(keys) > 1:
                return ()
    return ()


def listed_with(context: Context, draft: Draft) -> tuple[str, ...]:
    """The keys of the list of persons that a draft is part of: "A and the leaders of B and C"."""
    sentence = context.doc.sentence_of[draft.first]
    for chain in _chains(context, _persons(context, sentence, len(context.doc.tokens))):
        if any(d is draft for d in chain):
            return _keys(chain) if len(chain) > 1 and _closed(context, chain) else ()
    return ()


def _crowds(context: Context, sentence: int, draft: Draft, owner: Owner) -> list[tuple[str, ...]]:
    """Those whom a sentence tells of together, before a draft, in the order of the text."""
    persons = _persons(context, sentence, draft.first)
    chains = [c for c in _chains(context, persons) if _closed(context, c)]
    together: list[list[Draft]] = []
    for chain in chains:
        if together and _act_together(context, together[-1], chain):
            together[-1] = together[-1] + chain
        else:
            together.append(chain)
    out = []
    for chain in together:
        host = _host(context, chain, owner)
        out.append(tuple(dict.fromkeys(([host] if host else []) + list(_keys(chain)))))
    return [keys for keys in out if len(keys) > 1]


def _persons(context: Context, sentence: int, before: int) -> list[Draft]:
    bounds = context.doc.sentences[sentence]
    found = context.since(bounds.first_token, min(bounds.last_token, before))
    return [
        d
        for d in found
        if d.form != "pronoun" and d.first not in context.quoted and _key_of(d) is not None
        and not context.in_post(d)
    ]  # fmt: skip


def _key_of(draft: Draft) -> tuple[str, ...] | None:
    """The keys of the persons whom a draft stands for, ``None`` where it is no person."""
    keys = draft.keys or ((draft.key,) if draft.key else ())
    return keys if keys and all(k.startswith(_PERSONAL) for k in keys) else None


def _keys(chain: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for d in chain for k in _key_of(d) or ()))


def _chains(context: Context, persons: Sequence[Draft]) -> list[list[Draft]]:
    """Runs of persons that nothing but commas and "and" parts."""
    out: list[list[Draft]] = []
    for draft in persons:
        if out and tuple(context.doc.lows[out[-1][-1].last : draft.first]) in _LIST:
            out[-1].append(draft)
        else:
            out.append([draft])
    return out


def _closed(context: Context, chain: Sequence[Draft]) -> bool:
    """Whether "and" stands before the last of a list, which else may be an apposition."""
    if len(chain) == 1:
        return True
    return tuple(context.doc.lows[chain[-2].last : chain[-1].first]) in _ENDS


def _act_together(context: Context, before: Sequence[Draft], chain: Sequence[Draft]) -> bool:
    """Whether one clause has both lists for its parties: "A hosted B and C"."""
    tokens = context.doc.tokens
    one, other = before[0], chain[0]
    if not linked(context, one, other) or not tokens[one.head].dep.startswith("nsubj"):
        return False
    return tokens[other.head].dep in ("obj", "iobj") or _beside(context, other)


def _beside(context: Context, draft: Draft) -> bool:
    cases = {context.doc.lows[c] for c in context.doc.dependents(draft.head, "case")}
    return bool(cases & _BESIDE)


def _host(context: Context, chain: Sequence[Draft], owner: Owner) -> str | None:
    """Whose talks with those of a list a noun tells of: "his talks with B and C"."""
    doc = context.doc
    talks = doc.tokens[chain[0].head].head
    if talks < 0 or doc.tokens[talks].lemma.lower() not in _TALKS:
        return None
    if not _beside(context, chain[0]):
        return None
    for at in doc.dependents(talks, "nmod:poss"):
        if doc.lows[at] in ("his", "her"):
            return owner(at)
    return None


# --- parties ------------------------------------------------------------------------------


def sides(context: Context, draft: Draft, states: bool = False) -> tuple[str, ...]:
    """The two parties of whom one is no state: "Ostland and the rebels … both sides".

    Empty where the last sentence that joins two parties joins more of them, or two states;
    with ``states``, two that "and" joins count as well. Who mediates is no party.
    """
    here = context.doc.sentence_of[draft.first]
    for sentence in range(here, max(here - REACH, 0) - 1, -1):
        found = _parties(context, sentence, draft)
        pairs = [(one, other) for one, other in pairwise(found) if linked(context, one, other)]
        if not pairs:
            continue
        one, other = pairs[-1]
        two = (one.key or "", other.key or "")
        if len(pairs) > 1 or two[0] == two[1]:
            return ()
        if all(k.startswith("country:") for k in two):
            return two if states and _joined(context, one, other) else ()
        return two
    return ()


def _parties(context: Context, sentence: int, draft: Draft) -> list[Draft]:
    bounds = context.doc.sentences[sentence]
    found = context.since(bounds.first_token, min(bounds.last_token, draft.first))
    return [
        d
        for d in found
        if is_party(d) and d.first not in context.quoted and not _mediates(context, d)
    ]


def _mediates(context: Context, draft: Draft) -> bool:
    """Whether a draft is one who mediates between others: "brokered by Turkey and the UN"."""
    tokens = context.doc.tokens
    head = draft.head
    while tokens[head].dep == "conj" and tokens[head].head >= 0:
        head = tokens[head].head
    verb = tokens[head].head
    if verb < 0 or tokens[verb].lemma.lower() not in _MEDIATING:
        return False
    return tokens[head].dep.startswith(("nsubj", "obl")) and tokens[head].dep != "nsubj:pass"


def is_party(draft: Draft) -> bool:
    """Whether a draft is a state, a body or a group that acts for itself."""
    if not draft.key or draft.place_only or draft.form in ("pronoun", "demonym"):
        return False
    if draft.sort in ("country", "place", "organisation"):
        return not draft.media and draft.body not in _international()
    if draft.sort != "group":
        return False
    noun = draft.noun
    if draft.key.startswith("bloc:"):
        return False
    own = not isinstance(noun, GroupNoun) or noun.words in PARTIES or noun.sort == "state"
    return own or draft.of_province


@cache
def _international() -> frozenset[str]:
    """Organisations of no country, who are seldom a side: the UN, the African Union."""
    return frozenset(o.name for o in tables.organisations() if o.country is None)


def of_two(context: Context, draft: Draft, second: bool) -> Draft | None:
    """The first or the ``second`` of the two last named before a draft: "the latter"."""
    here = context.doc.sentence_of[draft.first]
    for sentence in (here, here - 1):
        if sentence < 0:
            break
        bounds = context.doc.sentences[sentence]
        found = [
            d
            for d in context.since(bounds.first_token, min(bounds.last_token, draft.first))
            if (d.sort == "person" or is_party(d)) and d.key
            and (d.first in context.quoted) == (draft.first in context.quoted)
        ]  # fmt: skip
        named = list({d.key: d for d in reversed(found)}.values())[::-1]
        between = context.doc.lows[found[-1].last : draft.first] if found else ()
        if "and" in between or "or" in between:
            return None  # of two things named since: "in 1992 and 1997 - the latter"
        if len(named) == 2:
            return named[second]
        pairs = [p for p in pairwise(found) if _joined(context, *p)]
        if named:
            return pairs[-1][second] if len(pairs) == 1 else None
    return None


def _joined(context: Context, one: Draft, other: Draft) -> bool:
    gap = tuple(w for w in context.doc.lows[one.last : other.first] if w != "the")
    return gap in _ENDS and one.key != other.key

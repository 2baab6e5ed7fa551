"""Parties that no table has: rebels, a junta, an opposition, the forces and leaders of a region.

They are groups that the report's own words name; the region, where a table has it,
gives the country.
"""

from __future__ import annotations

from collections.abc import Sequence

from coranto.actors.context import Context
from coranto.actors.drafts import Draft, is_state
from coranto.actors.lexicon import Entry, Lexicon
from coranto.actors.openers import LOOSE
from coranto.actors.tables import GroupNoun

# Who fights or stands against a government: "the rebels" are a party wherever they are named.
PARTIES = frozenset(
    "rebels separatists insurgents junta opposition paramilitaries militia militias".split()
) | frozenset(
    f"{who} {what}"
    for who in ("rebel", "separatist", "opposition", "insurgent", "armed", "militant")
    for what in ("forces", "group", "groups", "movement")
)
# What a part of a country is called that has broken away from it.
BREAKAWAYS = frozenset(
    f"{how} {what}"
    for how in ("breakaway", "separatist")
    for what in ("region", "republic", "state", "territory")
)
# Those of a region who act for it.
_OF_REGION = frozenset(
    "rebels separatists insurgents militants fighters leaders negotiators delegation delegations "
    "delegates representatives officials militia militias factions politicians lawmakers "
    "commanders envoys diplomats opposition paramilitaries rebel forces rebel group".split()
)
# Endings of the adjective of a region, and what its name may have for them.
_ADJECTIVES = (("ian", "ia"), ("an", "a"), ("an", ""), ("ese", ""), ("i", ""), ("ian", ""))
# What follows "opposition" where it is no party by itself: "opposition to the plan".
_NO_PARTY = frozenset(
    "to from between towards toward of against party parties figure figures bloc coalition camp "
    "alliance movement members supporters".split()
)
_COORDINATED = frozenset({("and",), (",", "and"), ("and", "the"), ("and", "its")})


def acts_for_region(noun: object) -> bool:
    """Whether a collective noun is one that a region's name may stand before: "Tigray forces"."""
    if not isinstance(noun, GroupNoun):
        return False
    return noun.sort in ("state", "forces") or noun.words in _OF_REGION | PARTIES


def region_of(adjective: str, names: Lexicon[Entry]) -> Entry | None:
    """The region of the tables whose adjective a capitalised word is: "Tigrayan" of Tigray."""
    for ending, instead in _ADJECTIVES:
        if adjective.endswith(ending) and len(adjective) > len(ending) + 3:
            entry = names.of_word(adjective.removesuffix(ending) + instead)
            if entry is not None and entry.sort == "place" and entry.country and not entry.weak:
                return entry
    return None


def is_people(qualifiers: str) -> bool:
    """Whether one capitalised word qualifies "forces": the name of a people ("Kurdish")."""
    return qualifiers.istitle() and qualifiers.isalpha() and qualifiers.lower() not in LOOSE


def party_key(context: Context, draft: Draft, noun: GroupNoun, qualifiers: str) -> str | None:
    """The key of "the rebels", "Ostland's junta": of its own words, or of those before.

    ``None`` where the words are no party, or no certain one.
    """
    doc = context.doc
    following = doc.lows[draft.last : draft.last + 1]
    if doc.tokens[draft.head].dep in ("compound", "amod") or following in (("-",), ("\u2013",)):
        return None
    if noun.words == "opposition":
        owned = draft.definite and draft.owner is None
        if not (owned or draft.country) or not _NO_PARTY.isdisjoint(following):
            return None
    if noun.words in BREAKAWAYS and not _acts(context, draft):
        return None
    if draft.of_province and draft.body:
        draft.name, draft.country = draft.body, draft.land
        return f"group:{draft.body}"  # "Ostland's breakaway region of Vestmark"
    if qualifiers:
        return f"group:{qualifiers} {noun.words}".lower()
    known = _so_called(context, draft, noun)
    if len(known) == 1 and draft.definite:
        return known[0]
    subject = doc.tokens[draft.head].dep.startswith("nsubj")
    sure = draft.definite and draft.owner is None and noun.words not in BREAKAWAYS
    return f"group:{noun.words}" if sure or (subject and not draft.number) else None


def _so_called(context: Context, draft: Draft, noun: GroupNoun) -> Sequence[str]:
    """The keys of the groups that the report has called so before, with more words."""
    return tuple(
        {
            d.key: d
            for d in context.since(0, draft.first)
            if d.key and d.sort == "group" and d.noun == noun and d.key != f"group:{noun.words}"
            and d.key.startswith("group:")
        }
    )  # fmt: skip


def _acts(context: Context, draft: Draft) -> bool:
    """Whether a draft is the subject of its clause, or whom another acts with."""
    token = context.doc.tokens[draft.head]
    if token.dep.startswith("nsubj"):
        return True
    case = {context.doc.lows[c] for c in context.doc.dependents(draft.head, "case")}
    return token.dep.startswith(("obl", "nmod")) and "with" in case


def government_beside(context: Context, draft: Draft) -> str | None:
    """The country of a bare "government": of the label before it, or the region's beside it.

    "Ostland: Government and rebels sign truce", "the government and Vestmark forces".
    """
    doc = context.doc
    before = context.since(0, draft.first)[-1:]
    labelled = before and doc.lows[before[0].last : draft.first] == (":",)
    if labelled and is_state(before[0]):
        return before[0].country
    after = [d for d in context.drafts if d.first >= draft.last][:1]
    if not after or doc.lows[draft.last : after[0].first] not in _COORDINATED:
        return None
    return after[0].land

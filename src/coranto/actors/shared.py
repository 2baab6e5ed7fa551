"""Titles in the plural, and countries that share one: "the Saudi and Iranian foreign ministers".

A coordination of demonyms, owners or names after "of" over one noun in the plural
stands for one office holder, government or group for each country.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from coranto.actors import tables
from coranto.actors.scan import Item
from coranto.actors.tables import GroupNoun, Title

# Offices that one person holds at a time: the role names its holder.
ONE_HOLDER = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister finance_minister monarch "
    "security_adviser leader supreme_leader crown_prince pope bloc_head chief "
    "interior_minister justice_minister trade_minister economy_minister energy_minister "
    "health_minister intelligence_minister unification_minister attorney_general military_chief "
    "central_bank_head intelligence_director prosecutor_special trade_representative "
    "spouse".split()
)


def one_holder(office: str) -> bool:
    """Whether one person at a time holds an office of this class in a country."""
    return office in ONE_HOLDER or office.startswith("minister:")


# Nouns that belong to the countries together, or to no country in particular.
_TOGETHER = frozenset(
    "countries nations states powers parties companies firms businesses banks capitals allies ally "
    "partners neighbours neighbors members people sources men women backers supporters investors "
    "inspectors observers".split()
)
# "The foreign ministers of the two countries".
STATES = frozenset("countries nations sides states governments neighbours neighbors powers".split())


# What stands for a state behind "of" or "from": "officials from Tehran and Riyadh".
_STATES = ("country", "capital")


class Chain(NamedTuple):
    """Countries (alpha-2, in the order of the text), the item after them, whether by "and"."""

    countries: tuple[str, ...]
    end: int
    joined: bool = True


@cache
def singular_title(words: str, top: bool = False) -> Title | None:
    """The title of which ``words`` is the plural; with ``top``, of "top" and the words.

    A country's "top diplomat" or "top envoy" is its foreign minister.
    """
    if top and words in ("diplomats", "envoys"):
        return _plurals().get("top diplomats")
    return _plurals().get(words)


def is_top(qualifiers: str) -> bool:
    """Whether "top" or "most senior" is among the words before a title."""
    words = qualifiers.lower().split()
    return "top" in words or ("most", "senior") in pairwise(words)


@cache
def _plurals() -> dict[str, Title]:
    out: dict[str, Title] = {}
    for title in tables.titles():
        head, of, rest = title.words.partition(" of ")
        out.setdefault(f"{_plural(head)}{of}{rest}", title)
    return out


def _plural(words: str) -> str:
    if words.endswith("man"):
        return f"{words[:-2]}en"
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}s"


def nations_before(items: Sequence[Item], starts: bool, top: bool) -> Chain | None:
    """The countries that share the noun in the plural after them, ``None`` if there is no such.

    ``items`` are what is left of a sentence; ``starts`` says that the chain may be a
    headline's ("Iran, Saudi foreign ministers meet"), as at a sentence's start;
    ``top`` that "top" stands before it.
    """
    codes: list[str] = []
    adjectives: list[bool] = []
    owners: list[bool] = []
    joined = False
    k = 0
    while k < len(items):
        item = items[k]
        code = _party(item)
        if code is None:
            return None
        codes.append(code)
        abbreviated = item.text.replace(".", "").isupper() and len(item.text) < 5
        entry = item.entry
        adjectives.append(abbreviated or (entry is not None and entry.sort == "adjective"))
        k += 1
        owners.append(k < len(items) and items[k].sort == "possessive")
        k += owners[-1]
        step, with_and = _separator(items, k)
        joined |= with_and
        if step == 0 or not (k + step < len(items) and _party(items[k + step])):
            break
        k += step
    noun, near_top = _head_after(items, k)
    if noun is None or len(set(codes)) < 2 or len(set(codes)) != len(codes):
        return None
    title = singular_title(noun.words, top or near_top)
    if _with_bodies(codes) and not (noun.sort == "group" and noun.words in _OF_BODIES):
        return None
    headline = starts and title is not None and title.office in ONE_HOLDER - {"chief"}
    if headline and title is not None and title.office == "leader":
        headline = all(adjectives)
    if not headline and not (joined and (all(adjectives) or owners[-1])):
        return None
    return Chain(tuple(codes), k, joined)


def nations_after(items: Sequence[Item], at: int) -> Chain | None:
    """The countries named from ``at`` as "Iran and the Republic of Iraq", two or more."""
    codes: list[str] = []
    joined = False
    k = at
    while k < len(items):
        k += items[k].lower == "the"
        entry = items[k].entry if k < len(items) else None
        if entry is None or entry.sort not in _STATES or entry.country is None:
            return None
        codes.append(entry.country)
        k += 1
        step, with_and = _separator(items, k)
        ahead = k + step + (k + step < len(items) and items[k + step].lower == "the")
        following = items[ahead].entry if ahead < len(items) else None
        if step == 0 or joined or following is None or following.sort not in _STATES:
            break
        joined |= with_and
        k += step
    if not joined or len(set(codes)) != len(codes):
        return None
    return Chain(tuple(codes), k)


def both_states(items: Sequence[Item], at: int) -> int:
    """The end of "the two countries", "both sides" from ``at``; ``at`` if that is not there."""
    k = at + (at < len(items) and items[at].lower == "the")
    if k + 1 >= len(items) or items[k].lower not in ("two", "both"):
        return at
    return k + 2 if items[k + 1].lower in STATES and items[k + 1].sort == "group" else at


def shareable(noun: object, together: bool = False) -> bool:
    """Whether several countries have one each of what ``noun`` names; or have it ``together``."""
    plural = isinstance(noun, GroupNoun) and noun.plural
    return plural and (together or getattr(noun, "words", "") not in _TOGETHER)


def _party(item: Item) -> str | None:
    """The country (alpha-2) of a demonym or name; of a body, ``organisation:`` and its letters."""
    entry = item.entry
    if item.sort != "name" or entry is None:
        return None
    if entry.sort in ("adjective", "country"):
        return entry.country
    if entry.sort == "organisation" and not entry.media and item.text.replace(".", "").isupper():
        return f"organisation:{item.text}"
    return None


def _with_bodies(codes: Sequence[str]) -> bool:
    return any(code.startswith("organisation:") for code in codes)


def _separator(items: Sequence[Item], k: int) -> tuple[int, bool]:
    """Number of items of ",", "and" or ", and" at ``k``, and whether "and" is among them."""
    comma = k < len(items) and items[k].lower == ","
    following = k + comma
    joined = following < len(items) and items[following].lower in ("and", "&")
    return comma + joined, joined


# What bodies have as states do: "Omani, Thai and UN delegations".
_OF_BODIES = frozenset(
    "delegation delegations delegates representatives officials negotiators envoys diplomats "
    "mediators observers experts teams".split()
)

# What may stand between the countries and the noun.
_BETWEEN = frozenset(
    "top senior new acting deputy chief visiting respective then two three state special current "
    "interim high-level ranking most".split()
)


def _head_after(items: Sequence[Item], at: int) -> tuple[GroupNoun | None, bool]:
    """The noun that can be shared, and whether "top" stands before it."""
    top = False
    before = ""
    for item in items[at : at + 4]:
        if isinstance(item.noun, GroupNoun):
            return (item.noun if shareable(item.noun) else None), top
        if item.lower not in _BETWEEN:
            break
        top |= item.lower == "top" or (before == "most" and item.lower == "senior")
        before = item.lower
    return None, False

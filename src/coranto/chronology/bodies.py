"""Who serves an international body: an official of the Union does not act for his own country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from coranto.types import Actor

# Bodies of several states (Yearbook of International Organizations, intergovernmental bodies of
# general and of security concern), as reports name them before an office.
_BODIES: Final = (
    r"(?-i:EU|E\.U\.|European (?:Union|Commission|Council|Parliament)|Union|bloc"
    r"|UN|U\.N\.|United Nations|NATO|OSCE|OPCW|IAEA|African Union|AU|Arab League|ASEAN|CARICOM"
    r"|CELAC|ECOWAS|Council of Europe|World Bank|International Monetary Fund|IMF|WHO|WTO"
    r"|Organi[sz]ation (?:of|for) [A-Z][\w-]+(?: [\w-]+){0,6}?"
    r"|International (?:Atomic Energy Agency|Criminal Court|Court of Justice|Committee of the"
    r" Red Cross))"
)
_OFFICE: Final = (
    r"(?:chief|representative|envoy|commissioner|secretary[- ]general|president|coordinator"
    r"|diplomat|mediator|negotiator|head|chair(?:man|woman|person)?|spokes(?:man|woman|person)"
    r"|director|rapporteur|official)"
)
_WORDS: Final = r"(?:(?!(?:and|or|member|state|nation)\b)[\w/-]+ ){0,4}"
_OF_WHAT: Final = r"(?: (?:for|of|on) [^.,;:\n]{3,80}?)?"
_OFFICE_OF_BODY: Final = rf"\b{_BODIES}(?:['’]s)? {_WORDS}{_OFFICE}(?:[- ]general)?{_OF_WHAT}"
_OFFICE_AT_BODY: Final = (
    rf"\b{_WORDS}{_OFFICE}(?:[- ]general)?{_OF_WHAT} (?:of|at|for) the {_BODIES}(?:{_OF_WHAT})"
)
_OF_BODIES_ALONE: Final = frozenset(
    ("high representative", "secretary-general", "foreign policy chief", "eu commissioner")
)
"""Offices that, in news of states, only bodies of several states have."""


def without_their_countries(actors: Mapping[str, Actor], texts: Iterable[str]) -> dict[str, Actor]:
    """The actors by id, officials of international bodies without the country they are of.

    ``texts`` are the reports: an office there ("EU envoy", "the Union's top diplomat, Mira
    Toll") or a title that only bodies have says for whom a person acts.
    """
    whole = "\n".join(texts)
    return {
        key: replace(actor, country=None) if _serves_body(actor, whole) else actor
        for key, actor in actors.items()
    }


def _serves_body(actor: Actor, text: str) -> bool:
    if actor.kind != "person" or actor.country is None:
        return False
    if any(role.title.casefold() in _OF_BODIES_ALONE for role in actor.roles):
        return True
    told = [where for n in actor.names if " " in n for where in _around(n, text)]
    titled = [w for w in told if _TITLED.search(w[0]) or _TITLED.match(w[1].lstrip(", "))]
    serving = [w for w in told if _is_at_body(*w)]
    return 2 * len(serving) > len(titled)


def _around(name: str, text: str) -> list[tuple[str, str]]:
    """The words of its line before and behind the first mentions of a name."""
    return [
        (
            text[max(0, at - _NEAR) : at].rpartition("\n")[2],
            text[at + len(name) : at + len(name) + _NEAR].partition("\n")[0],
        )
        for at in islice(_places(name, text), _MENTIONS)
    ]


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name stands, as a word of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(name, end)


def _is_at_body(before: str, behind: str) -> bool:
    """Whether a name is told with an office at a body, right before or behind it."""
    if _BODY.search(before) and _BEFORE.search(before):
        return True
    return _BODY.search(behind) is not None and _BEHIND.match(behind) is not None


_MENTIONS: Final = 30
_NEAR: Final = 160
"""Characters around a name in which its office stands."""
_BODY: Final = re.compile(_BODIES)
_TITLED: Final = re.compile(
    r"(?i:\b(?:president|premier|prime minister|minister|secretary|king|queen|chancellor|leader"
    rf"|{_OFFICE})\b),? ?(?:of [A-Z]\w+ )?$|(?i:(?:the |an? )?(?:[\w’'-]+ ){{0,3}}"
    rf"(?:president|prime minister|minister|chancellor|leader|{_OFFICE}))\b"
)
_BEFORE: Final = re.compile(rf"(?i:{_OFFICE_OF_BODY}|{_OFFICE_AT_BODY}),? (?:Mr\.? |Ms\.? )?$")
_BEHIND: Final = re.compile(rf", (?:the |an? )?(?i:{_OFFICE_OF_BODY}|{_OFFICE_AT_BODY})\b")

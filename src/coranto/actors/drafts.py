"""A mention that is being worked out: what the phrase says, and what resolution finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from coranto.actors.tables import Body, GroupNoun, Title

Form = Literal["name", "title", "role", "pronoun", "group", "seat", "demonym"]
Sort = Literal["person", "country", "place", "body", "organisation", "group", "role", "pronoun"]
# Nouns in the singular that present the state named beside them.
ALLIES = frozenset("ally neighbour neighbor partner rival foe adversary".split())

# The class of "his office" until it is known whose it is.
LEADERS_OFFICE = "office"


@dataclass(slots=True)
class Draft:
    """A mention being worked out; ``first``, ``last`` are token indices (end excluded).

    ``body`` is the class of a state body, or the name of an organisation; ``owner``
    the token of "his" or of a possessing person; ``refers`` another draft that is
    the same actor, ``ally`` the state that is "an ally"; ``nations`` the countries that
    share a noun, ``of_both`` that they are "the two countries"; ``of_province`` says that
    ``body`` is the name of a part of a country, ``land`` that country; ``inner`` the name within
    the words, which stays where the whole is no one in particular.
    """

    first: int
    last: int
    sort: Sort
    form: Form
    name: str
    country: str | None = None
    titles: list[Title] = field(default_factory=list)
    body: str | None = None
    noun: Title | Body | GroupNoun | None = None
    owner: int | None = None
    number: int | None = None
    nations: tuple[str, ...] = ()
    of_both: bool = False
    definite: bool = False
    vague: bool = False
    former: bool = False
    deputy: bool = False
    media: bool = False
    qualifiers: str = ""
    head: int = -1
    refers: Draft | None = None
    ally: Draft | None = None
    members: list[Draft] = field(default_factory=list)
    keys: tuple[str, ...] = ()
    key: str | None = None
    sex: str | None = None
    place_only: bool = False
    counterpart: bool = False
    inner: Draft | None = None
    within: bool = False
    of_province: bool = False
    land: str | None = None

    @property
    def known(self) -> bool:
        """Whether the words are a mention: of a known actor, or of one at least described."""
        if self.key or self.keys:
            return True
        described = self.definite or self.vague or self.country is not None
        return described and self.sort in ("role", "body") and self.body != LEADERS_OFFICE


def is_state(draft: Draft) -> bool:
    """Whether a draft is the name of a state."""
    return draft.sort == "country" and draft.form == "name"


def is_ally(draft: Draft, state: Draft) -> bool:
    """Whether a draft is "a US ally", in the singular, beside the name of a state."""
    noun = draft.noun
    return isinstance(noun, GroupNoun) and noun.words in ALLIES and is_state(state)


def is_specific(draft: Draft) -> bool:
    """Whether a role says whose it is: its nation, body or owner, or "the"."""
    return bool(draft.country or draft.definite or draft.body or draft.owner is not None)

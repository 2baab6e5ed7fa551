"""The actors of words that stand for several: "the two leaders", "the Iran-Saudi deal"."""

from __future__ import annotations

from collections.abc import Mapping

from coranto.actors.mentions import ActorMention
from coranto.language.document import Document
from coranto.types import ActorKind

_HYPHENS = ("-", "–")


def hyphened(
    doc: Document, by_token: Mapping[int, ActorMention], country: ActorMention
) -> list[ActorMention]:
    """A country with those that hyphens join it to: "the Iran-Saudi deal".

    ``by_token`` has the actors by the indices of their tokens.
    """
    out = [country]
    if country.start > 1 and doc.text[country.start - 1] in _HYPHENS:
        at = doc.token_at(country.start - 2)
        first = None if at is None else by_token.get(at)
        if first is not None and first.end == country.start - 1 and first.kind == "country":
            out.insert(0, first)
    if doc.text[country.end : country.end + 1] in _HYPHENS:
        at = doc.token_at(country.end + 1)
        second = None if at is None else by_token.get(at)
        if second is not None and second.start == country.end + 1 and second.kind == "country":
            out.append(second)
    return out


def in_words_of(pair: ActorMention, member: ActorMention) -> ActorMention:
    """A member of a pair, as the pair's words name it."""
    return ActorMention(
        start=pair.start,
        end=pair.end,
        text=pair.text,
        head=member.head,
        kind=member.kind,
        form=member.form,
        name=member.name,
        country=member.country,
        title=member.title,
        key=member.key,
    )


_KIND_OF_KEY: dict[str, ActorKind] = {
    "person": "person",
    "role": "person",
    "country": "country",
    "body": "government",
    "group": "group",
    "people": "group",
}


def only_keyed(pair: ActorMention, key: str) -> ActorMention:
    """A member of a pair whom no other words of the report name: "the two foreign ministers"."""
    kind, _, rest = key.partition(":")
    land = rest.partition(":")[0]
    return ActorMention(
        start=pair.start,
        end=pair.end,
        text=pair.text,
        head=pair.head,
        kind=_KIND_OF_KEY.get(kind, "organisation"),
        form=pair.form,
        name=pair.text,
        country=land if len(land) == 2 and kind in ("role", "country", "body") else None,
        key=key,
    )

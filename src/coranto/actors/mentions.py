"""Mentions of actors in one report: who is named, how, and which mentions are one actor.

What counts as whose act:

- **One actor per country**, kind ``country``: its name, its demonym as an adjective, its
  capital where that acts ("Beijing said"), "the Russian government", "the Ukrainian side".
- **A seat that speaks is its own actor**, kind ``government``: the Kremlin, the White House.
- **A ministry is its own actor**, kind ``government``: "the Russian Foreign Ministry",
  "Moscow's Foreign Ministry" and "the ministry" after them are one.
- **A leader's office that speaks** ("Orlov's office", "his office") is the presidency or the
  premier's office of the country, kind ``government``.
- **A news agency named beside its noun** ("the Iranian news agency X") is that agency.
- **Armed forces, a country's press, its people** are groups with that country.
- **Someone unnamed** ("a senior US official") is a group: no one can be told from another.
- Pairs ("both sides", "the two leaders", "they") are mentions with ``members``, and so are
  countries that share a noun ("the Omani and Thai foreign ministers": one holder for each).

A capital or seat that only says where something happens is no mention. The name of a
country that only says where is one, with ``acts_as`` "place".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from coranto.actors.coreference import Resolver
from coranto.actors.directory import Directory
from coranto.actors.drafts import Draft, Form
from coranto.actors.keys import meaning
from coranto.actors.metonymy import acts_as
from coranto.actors.phrases import Phrases
from coranto.actors.scan import Scanner
from coranto.language.document import Document
from coranto.types import ActorKind, ActsAs

__all__ = ["ActorMention", "Form", "acts_as", "find_mentions"]


class ActorMention(NamedTuple):
    """Words of a report that stand for an actor: ``doc.text[start:end] == text``.

    ``head`` is a token index. ``name`` is the usual form where one is known, else
    the words. ``title`` is the office the words give ("Foreign Minister", "former
    President"). ``key`` names the actor within the report (see
    :mod:`coranto.actors.keys`), ``None`` where it is not known; ``members`` are the
    keys of the members of a pair or list. ``acts_as`` is set for names of countries
    and seats; ``media`` for agencies, outlets and "Russian news agencies".
    """

    start: int
    end: int
    text: str
    head: int
    kind: ActorKind
    form: Form
    name: str
    country: str | None = None
    title: str | None = None
    key: str | None = None
    members: tuple[str, ...] = ()
    acts_as: ActsAs | None = None
    media: bool = False


def find_mentions(doc: Document, directory: Directory | None = None) -> tuple[ActorMention, ...]:
    """All mentions of actors in a parsed report, in order of the text.

    Spans do not overlap. Pronouns are given only where their antecedent is clear.
    ``directory`` says who is known by name (the tables of the package by default).
    """
    if not doc.tokens:
        return ()
    known = directory or Directory.packaged()
    drafts = Phrases(doc, Scanner(doc, known).items()).drafts()
    Resolver(doc, drafts, known).resolve()
    groups: dict[str | None, str] = {d.key: d.name for d in drafts if d.sort == "group" and d.key}
    kept = [d if d.known else d.inner for d in drafts]
    return tuple(_mention(doc, d, groups, known) for d in kept if d is not None and d.known)


def _mention(
    doc: Document, draft: Draft, groups: Mapping[str | None, str], directory: Directory
) -> ActorMention:
    start, end = doc.tokens[draft.first].start, doc.tokens[draft.last - 1].end
    kind: ActorKind = "person" if draft.sort == "role" else "group"
    name, country = draft.name, draft.country
    if draft.key:
        meant = meaning(draft.key, directory)
        kind, country = meant.kind, meant.country or country
        name = groups.get(draft.key, meant.name) if draft.key.startswith("group:") else meant.name
    elif draft.sort == "body":
        kind = "government"
    form: Form = draft.form
    if form == "name" and draft.sort == "person" and draft.noun is not None:
        form = "title"
    place = draft.sort in ("country", "place") or draft.form == "seat"
    return ActorMention(
        start, end, doc.text[start:end], draft.head, kind, form, name, country,
        _title(draft), draft.key, draft.keys,
        ("place" if draft.place_only else "government") if place else None,
        draft.media,
    )  # fmt: skip


def _title(draft: Draft) -> str | None:
    titles = [t for t in draft.titles if t.office not in ("honorific", "counterpart")]
    if not titles:
        return None
    title = titles[0].canonical
    if draft.deputy and not title.startswith(("Deputy", "Vice", "Assistant")):
        title = f"Deputy {title}"
    return f"former {title}" if draft.former else title

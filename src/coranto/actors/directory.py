"""Who is known by name: the tables of the package, and a user's own actors on top of them.

A directory answers the questions of resolution: what does this name stand for, who can
be meant by this short name in that country, who held this office.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from coranto.actors import tables
from coranto.actors.lexicon import Entry, Lexicon, names
from coranto.actors.own import OwnActor, read_actors
from coranto.actors.spelling import (
    fold,
    is_full,
    name_keys,
    parts_of,
    person_key,
    same_name,
    surname_of,
    turned,
)
from coranto.actors.tables import Holder
from coranto.types import ActorKind, DateRange

# Peoples that write the family name first: in English reports their names come in both orders.
SURNAME_FIRST = frozenset("CN TW HK JP KR KP VN KH SG HU".split())
Known = tuple[ActorKind, str | None]


class Meaning(NamedTuple):
    """What an in-document key says of its actor; ``country`` is alpha-2."""

    kind: ActorKind
    name: str
    country: str | None


class Directory:
    """Names and office holders; make it with :meth:`packaged` and :meth:`with_actors`."""

    def __init__(
        self, names: Lexicon[Entry], holders: Sequence[Holder], own: Mapping[str, Known]
    ) -> None:
        self.names = names
        self.holders = tuple(holders)
        self._own = dict(own)
        self.meanings: dict[str, Meaning] = {}  # what coranto.actors.keys has found out
        self._found: dict[str, list[Holder]] = {}  # the rows of the full names asked for so far

    @staticmethod
    @cache
    def packaged() -> Directory:
        """The tables that come with the package."""
        return Directory(names(), tables.holders(), {})

    def with_actors(self, actors: Iterable[OwnActor]) -> Directory:
        """This directory and ``actors``, whose names go over what it has for them."""
        lexicon, own, rows = self.names.copy(), dict(self._own), []
        for actor in actors:
            entry = _entry(actor)
            for name in (actor.name, *actor.aliases):
                lexicon.add(name, entry, over=True)
                if name.startswith("the "):
                    lexicon.add(f"The {name[4:]}", entry, over=True)
            if actor.kind == "person":
                rows += _rows(actor)
            else:
                own[entry.name] = (actor.kind, actor.country)
        mine = {fold(r.person) for r in rows}
        others = [h for h in self.holders if fold(h.person) not in mine]
        return Directory(lexicon, (*rows, *others), own)

    def known(self, name: str) -> Known | None:
        """Kind and country of a user's own actor with this name, if it is no person."""
        return self._own.get(name)

    # --- office holders -------------------------------------------------------------------

    def matching(
        self,
        name: str,
        country: str | None,
        offices: Collection[str] = (),
        dates: DateRange | None = None,
    ) -> list[Holder]:
        """Rows that ``name`` (full or short) can be.

        ``country`` alpha-2 or a body ("NATO"; ``None``: any), ``offices`` of the table
        (empty: any), ``dates`` days on which the office may have been held, wholly or in
        part. A short name means the holder of a minor office only where ``offices`` say so.
        """
        full = is_full(name) and len(parts_of(name)) > 1
        rows = self._like_or_turned(name) if full else self._short.get(fold(name), ())
        return [
            h
            for h in rows
            if (country is None or h.of == country)
            and (not offices or h.office in offices)
            and (full or offices or h.main)
            and (dates is None or h.held.overlaps(dates))
        ]

    def named(self, name: str, country: str | None) -> Holder | None:
        """The last row with this full name (variant spellings count), rows of news first."""
        if " " not in name:
            return None
        found = [
            h
            for h in self._like_or_turned(name)
            if country is None or h.of == country or h.of not in tables.countries()
        ]
        main = [h for h in found if h.main]
        if main or len({(h.person, h.of) for h in found}) == 1:
            return (main or found)[-1]
        return None

    def holders_of(self, country_or_body: str) -> Sequence[Holder]:
        """All rows for a country (alpha-2) or body ("NATO")."""
        return self._by_country.get(country_or_body, ())

    def in_office(self, where: str, offices: Collection[str], dates: DateRange) -> Holder | None:
        """The one person who surely held one of ``offices`` on all of ``dates``, or ``None``."""
        if not dates.known:
            return None
        rows = [h for h in self.holders_of(where) if h.office in offices]
        there = [h for h in rows if h.certain.known and h.certain.overlaps(dates)]
        persons = {h.person for h in there} | {
            h.person for h in rows if h.held.overlaps(dates) and h.main
        }
        return there[0] if there and len(persons) == 1 else None

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Short names of those whom reports call by the short name alone."""
        return frozenset(surname_of(h.person, h.of) for h in self.holders if h.main)

    def _like_or_turned(self, name: str) -> list[Holder]:
        """Rows with the name; else with its parts in the other order, as some peoples write."""
        rows = self._like(name)
        if rows or "." in name:
            return rows
        return [h for n in turned(name) for h in self._like(n) if h.of in SURNAME_FIRST]

    def _like(self, name: str) -> list[Holder]:
        """Rows with this full name in some spelling, in the order of the tables."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> list[Holder]:
        if not person_key(name)[1]:
            return []
        found = {i for key in name_keys(name) for i in self._by_key.get(key, ())}
        rows = [self.holders[i] for i in sorted(found)]
        return [
            h for h in rows if any(same_name(name, n, h.of or None) for n in h.names if " " in n)
        ]

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for at, holder in enumerate(self.holders):
            keys = {k for name in holder.names for k in name_keys(name, holder.of or None)}
            for key in keys:
                out.setdefault(key, []).append(at)
        return out

    @cached_property
    def _short(self) -> dict[str, list[Holder]]:
        out: dict[str, list[Holder]] = {}
        for holder in self.holders:
            short = {fold(surname_of(n, holder.of or None)) for n in holder.names}
            for key in short | {fold(n) for n in holder.names}:
                out.setdefault(key, []).append(holder)
        return out

    @cached_property
    def _by_country(self) -> dict[str, list[Holder]]:
        out: dict[str, list[Holder]] = {}
        for holder in self.holders:
            out.setdefault(holder.of, []).append(holder)
        return out


def directory_with(actors: str | Path | Directory | None) -> Directory:
    """The packaged directory, with the actors of the file ``actors`` where one is given.

    Raises ``DataError`` where the file does not have its form (:mod:`coranto.actors.own`).
    """
    if isinstance(actors, Directory):
        return actors
    packaged = Directory.packaged()
    return packaged if actors is None else packaged.with_actors(read_actors(actors))


def _entry(actor: OwnActor) -> Entry:
    """What the names of a user's own actor stand for."""
    country = tables.countries().get(actor.country or "")
    if actor.kind == "person":
        row = _rows(actor)[0]
        return Entry("holder", actor.name, actor.country, holder=row, given=True)
    if actor.kind == "country" and country is not None:
        return Entry("country", country.name, country.code, given=True)
    if actor.kind == "group":
        return Entry("bloc", actor.name, None, given=True)
    return Entry("organisation", actor.name, actor.country, given=True)


def _rows(actor: OwnActor) -> list[Holder]:
    """A row for each of a person's roles; one with no office where there are none."""
    of = actor.country or ""
    roles = actor.roles or (None,)
    return [
        Holder(
            of,
            r.office if r else "",
            actor.name,
            DateRange(r.start, r.end) if r else DateRange(),
            actor.aliases,
            actor.sex or "",
            DateRange(r.start or date.min, r.end or date.max) if r else DateRange(),
        )
        for r in roles
    ]

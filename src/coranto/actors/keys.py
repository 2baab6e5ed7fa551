"""Keys of actors within a report, and what each key says: kind, name and country.

====================================  ============  ===============================
key                                   kind          name
====================================  ============  ===============================
``person:Sergei Lavrov``              person        the name
``role:RU:foreign_minister``          person        Russian Foreign Minister
``country:RU``                        country       Russia
``body:RU:foreign_ministry``          government    Russian Foreign Ministry
``organisation:Kremlin``              government    Kremlin (a seat of government)
``organisation:NATO``                 organisation  NATO
``bloc:West``, ``group:…``            group         as written
``forces:RU``, ``media:RU``           group         Russian forces, Russian media
``people:RU``                         group         Russians
``unnamed:RU:Diplomat``               group         unnamed Russian diplomat
====================================  ============  ===============================
"""

from __future__ import annotations

from functools import cache

from coranto.actors import tables
from coranto.actors.directory import Directory, Meaning


def meaning(key: str, directory: Directory | None = None) -> Meaning:
    """Kind, name and country of the actor that ``key`` stands for."""
    known = directory or Directory.packaged()
    if key not in known.meanings:
        known.meanings[key] = _meaning(key, known)
    return known.meanings[key]


def _meaning(key: str, known: Directory) -> Meaning:
    sort, _, rest = key.partition(":")
    if sort == "person":
        return Meaning("person", rest, None)
    if sort == "country":
        country = tables.countries().get(rest)
        return Meaning("country", country.name if country else rest, rest)
    if sort == "organisation":
        return _organisation(rest, known)
    if sort in ("body", "role", "unnamed"):
        where, _, what = rest.partition(":")
        return _qualified(sort, where, what)
    return _group(sort, rest, known)


def _organisation(name: str, directory: Directory) -> Meaning:
    own = directory.known(name)
    if own is not None:
        return Meaning(own[0], name, own[1])
    country, seat = _organisations().get(name, (None, False))
    return Meaning("government" if seat else "organisation", name, country)


@cache
def _organisations() -> dict[str, tuple[str | None, bool]]:
    out: dict[str, tuple[str | None, bool]] = {
        o.name: (o.country, False) for o in tables.organisations()
    }
    out.update({s.actor: (s.country, True) for s in tables.seats() if s.office != "bloc"})
    return out


def _qualified(sort: str, where: str, what: str) -> Meaning:
    country = tables.countries().get(where)
    prefix = country.adjective if country else _bodies().get(where, where)
    code = country.code if country else None
    if sort == "body":
        return Meaning("government", body_name(where, what), code)
    if sort == "role":
        return Meaning("person", f"{prefix} {_titles().get(what, what)}".strip(), code)
    return Meaning("group", " ".join(f"unnamed {prefix} {what.lower()}".split()), code)


@cache
def _titles() -> dict[str, str]:
    out: dict[str, str] = {}
    for title in tables.titles():
        out.setdefault(title.office, title.canonical)
    return out


@cache
def _bodies() -> dict[str, str]:
    out: dict[str, str] = {}
    for body in tables.bodies():
        out.setdefault(body.office, body.canonical)
    return out


@cache
def _seat_bodies() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for seat in tables.seats():
        if seat.office:
            out.setdefault((seat.country, seat.office), seat.actor)
    return out


def body_name(country: str, office: str) -> str:
    """The usual name of a state body: "US State Department", "Russian Foreign Ministry"."""
    special = _seat_bodies().get((country, office))
    if special:
        return special
    known = tables.countries().get(country)
    prefix = known.adjective if known else country
    return f"{prefix} {_bodies().get(office, office)}".strip()


def _group(sort: str, rest: str, directory: Directory) -> Meaning:
    country = tables.countries().get(rest)
    code = country.code if country else None
    if sort == "people" and country:
        return Meaning("group", country.people[0] if country.people else country.adjective, code)
    if sort in ("forces", "media") and country:
        return Meaning("group", f"{country.adjective} {sort}", code)
    if sort == "group":
        return _named_group(rest, directory)
    own = directory.known(rest)
    return Meaning("group", rest, own[1] if own is not None else None)


def _named_group(words: str, directory: Directory) -> Meaning:
    """A group whose name may hold a demonym, a country or a capital, written as those are."""
    plain = words.split()
    parts = [p.capitalize() if p.islower() and len(p) > 3 else p.upper() for p in plain]
    for at in range(len(parts)):
        found = directory.names.match(parts, at)
        if found and found[1].country and found[1].sort in ("country", "adjective", "capital"):
            end = at + found[0]
            written = " ".join((*plain[:at], *parts[at:end], *plain[end:]))
            return Meaning("group", written, found[1].country)
    return Meaning("group", words, None)

"""A user's own actors: the file of ``--actors``, as CSV or JSON.

CSV: a line of column names, then a line for each actor. Columns, all but the first
optional: ``name``, ``aliases`` (separated by ``;``), ``kind`` (person, country,
government, organisation, group; person where it is empty), ``country`` (ISO 3166
alpha-2), ``roles`` ("Special Envoy 2019-05-13/2023-08-01; Foreign Minister 2023-08-02/"),
``sex`` (m, f). JSON: a list of objects with the same keys, ``aliases`` a list, ``roles`` a
list of objects with ``title``, ``from`` and ``to``. Days may be months or years; an end
that is missing is open.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from coranto.actors import tables
from coranto.actors.lexicon import common_nouns
from coranto.actors.tables import Title
from coranto.errors import DataError
from coranto.types import ActorKind

COLUMNS = ("name", "aliases", "kind", "country", "roles", "sex")
_DAY = r"\d{4}(?:-\d\d){0,2}"
_TERM = re.compile(rf"^(?P<title>.*?)(?:\s+(?P<start>{_DAY})?\s*/\s*(?P<end>{_DAY})?)?$")


@dataclass(frozen=True, slots=True)
class OwnRole:
    """An office as the user names it; ``office`` is its class, empty where no table has it."""

    title: str
    office: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One actor of a user's table; ``country`` is ISO 3166 alpha-2."""

    name: str
    kind: ActorKind = "person"
    aliases: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[OwnRole, ...] = ()
    sex: str | None = None


def read_actors(path: str | Path) -> tuple[OwnActor, ...]:
    """The actors of a CSV file or a JSON file (by its ending, ``.json``).

    Raises ``DataError`` naming the file, the line or item, and what is wrong there.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise DataError(f"{path}: {reason}") from error
    rows = _of_json(text, path) if path.suffix.lower() == ".json" else _of_csv(text, path)
    return tuple(_actor(row, where) for where, row in rows)


def _of_csv(text: str, path: Path) -> list[tuple[str, dict[str, Any]]]:
    lines = csv.DictReader(io.StringIO(text))
    header = [(h or "").strip().lower() for h in lines.fieldnames or ()]
    if "name" not in header:
        raise DataError(f"{path}: line 1: no column 'name'")
    _check_keys(header, f"{path}: line 1")
    lines.fieldnames = header
    out = []
    for row in lines:
        where = f"{path}: line {lines.line_num}"
        if None in row:
            raise DataError(f"{where}: more cells than columns")
        cells = {k: (v or "").strip() for k, v in row.items()}
        if any(cells.values()):
            roles = [r for r in cells.get("roles", "").split(";") if r.strip()]
            aliases = cells.get("aliases", "").split(";")
            out.append((where, {**cells, "aliases": aliases, "roles": roles}))
    return out


def _of_json(text: str, path: Path) -> list[tuple[str, dict[str, Any]]]:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(f"{path}: line {error.lineno}: is not JSON") from error
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise DataError(f"{path}: is not a list of objects")
    out = []
    for number, row in enumerate(rows, 1):
        _check_keys(row, f"{path}: item {number}")
        out.append((f"{path}: item {number}", row))
    return out


def _check_keys(keys: Sequence[str] | Mapping[str, Any], where: str) -> None:
    unknown = [k for k in keys if k not in COLUMNS]
    if unknown:
        raise DataError(f"{where}: no such column: {unknown[0]!r} (known: {', '.join(COLUMNS)})")


def _actor(row: Mapping[str, Any], where: str) -> OwnActor:
    name = _text(row, "name", where)
    if not name:
        raise DataError(f"{where}: no name")
    kind = _text(row, "kind", where).lower() or "person"
    if kind not in get_args(ActorKind):
        raise DataError(f"{where}: no such kind: {kind!r}")
    country = _text(row, "country", where).upper() or None
    if country is not None and country not in tables.countries():
        raise DataError(f"{where}: no such country: {country!r} (ISO 3166 alpha-2)")
    sex = _text(row, "sex", where).lower() or None
    if sex not in (None, "m", "f"):
        raise DataError(f"{where}: sex is 'm' or 'f', not {sex!r}")
    aliases = row.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(a, str) for a in aliases):
        raise DataError(f"{where}: aliases are not a list of names")
    roles = row.get("roles") or []
    if not isinstance(roles, list):
        raise DataError(f"{where}: roles are not a list")
    return OwnActor(
        name,
        kind,  # type: ignore[arg-type]  # checked above
        tuple(a for a in (" ".join(x.split()) for x in aliases) if a and a != name),
        country,
        tuple(_role(r, where) for r in roles),
        sex,
    )


def _text(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key) or ""
    if not isinstance(value, str):
        raise DataError(f"{where}: {key} is not a text")
    return " ".join(value.split())


def _role(role: object, where: str) -> OwnRole:
    if isinstance(role, dict):
        if any(not isinstance(v, str | None) for v in role.values()):
            raise DataError(f"{where}: a role's title, from and to are texts")
        title, start, end = (role.get(k) or "" for k in ("title", "from", "to"))
    elif isinstance(role, str):
        found = _TERM.match(" ".join(role.split()))
        title, start, end = (found[k] or "" if found else "" for k in ("title", "start", "end"))
    else:
        raise DataError(f"{where}: a role is a text or an object")
    if not title:
        raise DataError(f"{where}: a role without a title")
    try:
        first, last = tables.days(start, last=False), tables.days(end, last=True)
    except DataError as error:
        raise DataError(f"{where}: {error}") from error
    if first and last and last < first:
        raise DataError(f"{where}: the role {title!r} ends before it begins")
    return OwnRole(title, office_class(title), first, last)


def office_class(title: str) -> str:
    """The class of office of a title ("Deputy Foreign Minister"), empty where no table has it."""
    words = title.lower()
    for known in (words, re.sub(r"\s+(?:of|for|to|on)\s.*$", "", words)):
        noun = common_nouns().get(known)
        if isinstance(noun, Title):
            return noun.office
    return ""

"""The tables of the knowledge base: packaged, tab-separated, each with its source at its head.

A line that begins ``#`` is a remark; the last of them names the columns. Several
values in one cell are separated by ``;``. A word marked ``*`` has other uses and is
believed only where the language model found a name of that sort; a place marked
``~`` does not stand for a government.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources

from coranto.errors import DataError
from coranto.types import DateRange

# An office with no end in a table was held when the table was closed: offices.tsv and
# leaders.tsv; holders.tsv.
OFFICES_CLOSED = date(2024, 12, 31)
HOLDERS_CLOSED = date(2022, 9, 13)


@dataclass(frozen=True, slots=True)
class Word:
    """A spelling of something named in a table; ``weak`` and ``place_only`` are its marks."""

    text: str
    weak: bool = False
    place_only: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ``code`` is ISO 3166-1 alpha-2; ``adjectives`` and ``people`` are demonyms."""

    code: str
    name: str
    aliases: tuple[Word, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[Word, ...]

    @property
    def adjective(self) -> str:
        """The first adjective, or the name where the table has none."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True, slots=True)
class Seat:
    """A building or office that stands for a body of government, named ``actor``.

    ``office`` is the class of that body ("state": the government as a whole), or empty.
    """

    words: tuple[Word, ...]
    country: str
    actor: str
    office: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; ``media`` for news agencies and outlets."""

    name: str
    words: tuple[Word, ...]
    media: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class Title:
    """A title in lower case, its usual form, the class of office, and the sex it tells."""

    words: str
    canonical: str
    office: str
    sex: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """A state body by its common noun; bodies of one class in one country are one body."""

    words: str
    canonical: str
    office: str


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """The head noun of a collective actor: sort ``state``, ``forces``, ``media`` or ``group``."""

    words: str
    sort: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who held ``office`` of a country (alpha-2) or body ``of``.

    ``held`` are the days on which that may have been, ``certain`` those for which the
    table vouches: an office that was open when the table was closed may since have
    passed to another. ``main`` is set for the offices of news, whose holders reports
    call by the short name alone. ``item`` is the person's Wikidata item, where known.
    """

    of: str
    office: str
    person: str
    held: DateRange
    aliases: tuple[str, ...] = ()
    sex: str = ""
    certain: DateRange = field(default_factory=DateRange)
    main: bool = True
    item: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return (self.person, *self.aliases)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place beside the capitals; ``country`` is ``None`` for a region of several countries.

    ``party`` is set for what acts as a state of its own without being one (Somaliland).
    """

    name: str
    words: tuple[Word, ...]
    country: str | None
    territory: bool = False
    party: bool = False


def read_table(text: str, source: str, columns: int) -> list[list[str]]:
    """Rows of a tab-separated table, ``columns`` cells each (missing last cells are empty).

    Raises ``DataError`` naming ``source`` and the line for a row with too many cells.
    """
    rows: list[list[str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > columns or not cells[0]:
            raise DataError(
                f"{source}: line {number}: expected {columns} cells, a first one filled"
            )
        rows.append(cells + [""] * (columns - len(cells)))
    return rows


def _rows(name: str, columns: int) -> list[list[str]]:
    path = resources.files("coranto.actors").joinpath("data", name)
    return read_table(path.read_text(encoding="utf-8"), name, columns)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _word(text: str) -> Word:
    return Word(text.rstrip("*~"), weak=text.endswith("*"), place_only=text.endswith("~"))


def _words(*cells: str) -> tuple[Word, ...]:
    return tuple(_word(part) for cell in cells for part in _split(cell))


def days(text: str, last: bool) -> date | None:
    """The first day (or the ``last``) of a day, month or year in ISO form; ``None`` if empty.

    Raises ``DataError`` where the text is no such date.
    """
    if not text:
        return None
    try:
        parts = [int(p) for p in text.split("-")]
        if len(parts) == 3:
            return date(*parts)
        year, month = parts[0], parts[1] if len(parts) == 2 else (12 if last else 1)
        if not last:
            return date(year, month, 1)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except (ValueError, IndexError) as error:
        raise DataError(f"{text!r} is not a day, month or year") from error


@cache
def countries() -> dict[str, Country]:
    """Countries by code, in the order of the table."""
    out = {}
    for code, name, aliases, adjectives, people, capitals in _rows("countries.tsv", 6):
        plain = _word(name)
        out[code] = Country(
            code,
            plain.text,
            (plain, *_words(aliases)),
            tuple(w.text for w in _words(adjectives)),
            _split(people),
            _words(capitals),
        )
    return out


@cache
def seats() -> tuple[Seat, ...]:
    """Seats of government."""
    return tuple(
        Seat(_words(name, aliases), code, actor, office)
        for name, aliases, code, actor, office in _rows("seats.tsv", 5)
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Organisations, news agencies and outlets."""
    return tuple(
        Organisation(_word(n).text, _words(n, a), sort == "media", c or None)
        for n, a, sort, c in _rows("organisations.tsv", 4)
    )


@cache
def titles() -> tuple[Title, ...]:
    """Titles of office."""
    return tuple(Title(w, c, o, s or None) for w, c, o, s in _rows("titles.tsv", 4))


@cache
def bodies() -> tuple[Body, ...]:
    """Ministries and other state bodies."""
    return tuple(Body(*row) for row in _rows("bodies.tsv", 3))


@cache
def group_nouns() -> tuple[GroupNoun, ...]:
    """Head nouns of collective actors."""
    return tuple(GroupNoun(w, s, n == "p") for w, s, n in _rows("groups.tsv", 3))


@cache
def epithets() -> dict[str, tuple[str, ...]]:
    """Common nouns for states ("kingdom") and the states (alpha-2) of which each is said."""
    return {noun: tuple(codes.split()) for noun, codes in _rows("epithets.tsv", 2)}


@cache
def blocs() -> tuple[tuple[Word, str], ...]:
    """Phrases for groups with a settled name, and that name."""
    return tuple((_word(phrase), name) for phrase, name in _rows("blocs.tsv", 2))


@cache
def holders() -> tuple[Holder, ...]:
    """Holders of the offices of news, of other states', and of the table from Wikidata."""
    return (*_by_hand("offices.tsv", True), *_by_hand("leaders.tsv", False), *_more_holders())


def _by_hand(table: str, main: bool) -> Iterator[Holder]:
    """Rows of a table that the project keeps by hand."""
    for of, office, person, start, end, aliases, sex in _rows(table, 7):
        held = DateRange(days(start, False), days(end, True))
        certain = DateRange(held.earliest, held.latest or OFFICES_CLOSED)
        yield Holder(of, office, person, held, _split(aliases), sex, certain, main)


def _more_holders() -> Iterator[Holder]:
    """Rows of holders.tsv: a line for each person and country, an office and its days by cell."""
    for person, of, item, aliases, terms in _rows("holders.tsv", 5):
        for term in terms.split(";"):
            office, start, end = term.split(",")
            known = DateRange(days(start.lstrip("<"), False), days(end.lstrip(">"), True))
            may = DateRange(
                None if start[:1] == "<" else known.earliest,
                None if end[:1] in ("", ">") else known.latest,
            )
            certain = DateRange(known.earliest, known.latest or HOLDERS_CLOSED)
            yield Holder(of, office, person, may, _split(aliases), "", certain, False, item)


@cache
def surnames_first() -> dict[str, frozenset[str]]:
    """Surname to the countries (codes) in whose names it comes first."""
    out: dict[str, set[str]] = {}
    for code, names in _rows("surname_first.tsv", 2):
        for name in names.split():
            out.setdefault(name, set()).add(code)
    return {name: frozenset(codes) for name, codes in out.items()}


@cache
def given_name_classes() -> dict[str, str]:
    """Given name (lower case) to the first spelling of its class."""
    return {
        name: spellings.split()[0]
        for (spellings,) in _rows("given_names.tsv", 1)
        for name in spellings.split()
    }


@cache
def sexes() -> dict[str, str]:
    """Given name (lower case) to the sex that it tells, "m" or "f"."""
    return {name: sex for sex, names in _rows("first_names.tsv", 2) for name in names.split()}


@cache
def places() -> tuple[PlaceEntry, ...]:
    """Places beside the capitals."""
    out = []
    for name, aliases, code, flag in _rows("places.tsv", 4):
        words = tuple(Word(w, weak=flag == "*") for w in (name, *_split(aliases)))
        out.append(PlaceEntry(name, words, code or None, party=flag == "party"))
    return (*out, *_territories())


def _territories() -> Iterator[PlaceEntry]:
    """Provinces and territories; their names are believed where the model found a place."""
    for name, aliases, home, _ in _rows("territories.tsv", 4):
        words = tuple(Word(w, weak=True) for w in (name, *_split(aliases)))
        yield PlaceEntry(name, words, home, territory=True)

"""Look-up of the tables in running text: the longest match, one dictionary look-up a length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar

from coranto.actors import tables
from coranto.actors.tables import Body, GroupNoun, Holder, Organisation, Seat, Title, Word
from coranto.language.tokenise import tokenise

Sort = Literal[
    "country", "adjective", "people", "capital", "seat", "organisation", "place", "bloc", "holder"
]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a spelling stands for: ``name`` is the usual form, ``country`` an alpha-2 code."""

    sort: Sort
    name: str
    country: str | None = None
    weak: bool = False
    place_only: bool = False
    media: bool = False
    seat: Seat | None = None
    holder: Holder | None = None


class Lexicon(Generic[Value]):
    """Phrases to values; :meth:`match` finds the longest that begins at a word."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], Value] = {}
        self._longest: dict[str, int] = {}

    def add(self, phrase: str, value: Value) -> None:
        """Add ``phrase``; the first value given for a phrase stays."""
        words = tuple(plain(w.text) for w in tokenise(phrase))
        if words:
            self._values.setdefault(words, value)
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def match(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """Number of words and value of the longest phrase at ``words[at:]``, or ``None``."""
        longest = self._longest.get(words[at])
        if longest is None:
            return None
        for length in range(min(longest, len(words) - at), 0, -1):
            value = self._values.get(tuple(words[at : at + length]))
            if value is not None:
                return length, value
        return None

    def get(self, phrase: str) -> Value | None:
        """The value of exactly ``phrase``, or ``None``."""
        return self._values.get(tuple(plain(w.text) for w in tokenise(phrase)))


def plain(word: str) -> str:
    """A word with straight apostrophes."""
    return word.replace("\u2019", "'").replace("\u2018", "'") if not word.isascii() else word


def cased(words: Sequence[str]) -> list[str]:
    """Words as the lexicon of names has them: "BEIJING" as "Beijing", "NATO" as it is."""
    return [
        w.capitalize() if len(w) > 4 and w.isupper() and "." not in w else w
        for w in (plain(w) for w in words)
    ]


@cache
def names() -> Lexicon[Entry]:
    """Proper names: countries, demonyms, capitals, seats, organisations, places, office holders."""
    lexicon: Lexicon[Entry] = Lexicon()
    for word, name in tables.blocs():
        _add(lexicon, word, Entry("bloc", name, None))
    _add_countries(lexicon)
    for seat in tables.seats():
        for word in seat.words:
            _add(lexicon, word, Entry("seat", seat.actor, seat.country, seat=seat))
    for organisation in tables.organisations():
        _add_organisation(lexicon, organisation)
    for holder in tables.holders():
        for name in holder.names:
            if len(name.split()) > 1 and holder.of in tables.countries():
                lexicon.add(name, Entry("holder", holder.person, holder.of, holder=holder))
            elif len(name.split()) > 1:
                lexicon.add(name, Entry("holder", holder.person, None, holder=holder))
    for place in tables.places():
        for word in place.words:
            _add(lexicon, word, Entry("place", place.name, place.country))
    return lexicon


def _add(lexicon: Lexicon[Entry], word: Word, entry: Entry) -> None:
    lexicon.add(
        word.text,
        Entry(
            entry.sort,
            entry.name,
            entry.country,
            word.weak,
            word.place_only,
            entry.media,
            entry.seat,
        ),
    )


def _add_countries(lexicon: Lexicon[Entry]) -> None:
    for country in tables.countries().values():
        for word in country.aliases:
            _add(lexicon, word, Entry("country", country.name, country.code))
        for adjective in country.adjectives:
            lexicon.add(adjective, Entry("adjective", country.name, country.code))
        for people in country.people:
            lexicon.add(people, Entry("people", people, country.code))
        for word in country.capitals:
            _add(lexicon, word, Entry("capital", word.text, country.code))


def _add_organisation(lexicon: Lexicon[Entry], organisation: Organisation) -> None:
    for word in organisation.words:
        doubtful = Word(word.text, weak=word.weak or word.place_only)
        entry = Entry(
            "organisation", organisation.name, organisation.country, media=organisation.media
        )
        _add(lexicon, doubtful, entry)


@cache
def common_nouns() -> Lexicon[Title | Body | GroupNoun]:
    """Titles, state bodies and collective nouns, in lower case."""
    lexicon: Lexicon[Title | Body | GroupNoun] = Lexicon()
    for title in tables.titles():
        lexicon.add(title.words, title)
    for body in tables.bodies():
        lexicon.add(body.words, body)
    for noun in tables.group_nouns():
        lexicon.add(noun.words, noun)
    return lexicon


def country_of_place(name: str) -> str | None:
    """ISO 3166 alpha-2 code of the country that a place (or a country) of this name is in.

    ``None`` for places that the tables lack, and for regions of several countries.
    """
    entry = place_entry(name)
    return entry.country if entry else None


def place_entry(name: str) -> Entry | None:
    """The country, capital, city, region or seat called ``name``, or ``None``.

    A leading "the" does not matter; the entry's ``name`` is the usual form.
    """
    bare = name[4:] if name[:4].lower() == "the " else name
    entry = names().get(bare) or names().get(" ".join(cased(bare.split())))
    return entry if entry and entry.sort in ("country", "capital", "place", "seat") else None


def country_name(code: str) -> str:
    """The usual English name of the country with this alpha-2 code; the code if unknown."""
    country = tables.countries().get(code)
    return code if country is None else country.name


def capital_of(code: str) -> str | None:
    """The capital (its usual English spelling) of the country with this alpha-2 code."""
    country = tables.countries().get(code)
    if country is None or not country.capitals:
        return None
    return country.capitals[0].text

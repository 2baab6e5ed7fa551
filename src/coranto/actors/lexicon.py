"""Look-up of the tables in running text: the longest match, one dictionary look-up a length."""

from __future__ import annotations

from collections.abc import Collection, KeysView, Sequence
from dataclasses import dataclass, replace
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
    """What a spelling stands for: ``name`` is the usual form, ``country`` an alpha-2 code.

    ``given`` is set for what a user's own table says: it is believed as it stands;
    ``party`` for a place that acts as a state of its own.
    """

    sort: Sort
    name: str
    country: str | None = None
    weak: bool = False
    place_only: bool = False
    media: bool = False
    seat: Seat | None = None
    holder: Holder | None = None
    territory: bool = False
    given: bool = False
    party: bool = False


class Lexicon(Generic[Value]):
    """Phrases to values; :meth:`match` finds the longest that begins at a word."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], Value] = {}
        # The numbers of words of the phrases that begin with a word, the greatest first.
        self._lengths: dict[str, tuple[int, ...]] = {}

    @property
    def starts(self) -> KeysView[str]:
        """The words with which a phrase begins: no other word needs a :meth:`match`."""
        return self._lengths.keys()

    def add(self, phrase: str, value: Value, over: bool = False) -> None:
        """Add ``phrase``; the first value given for it stays unless the new goes ``over`` it."""
        words = (phrase,) if phrase.isalpha() else _words(phrase)
        if not words or (words in self._values and not over):
            return
        self._values[words] = value
        known = self._lengths.get(words[0], ())
        if len(words) not in known:
            self._lengths[words[0]] = tuple(sorted((*known, len(words)), reverse=True))

    def match(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """Number of words and value of the longest phrase at ``words[at:]``, or ``None``."""
        for length in self._lengths.get(words[at], ()):
            if length == 1:
                return 1, self._values[(words[at],)]
            value = self._values.get(tuple(words[at : at + length]))
            if value is not None and at + length <= len(words):
                return length, value
        return None

    def found_in(self, words: Sequence[str]) -> dict[int, tuple[int, Value]]:
        """What :meth:`match` finds, for all words at which it finds something."""
        starts = self.starts & set(words)  # the table is large: ask it for each word once
        single = {w: (1, self._values[(w,)]) for w in starts if self._lengths[w] == (1,)}
        out = {}
        for at in [at for at, word in enumerate(words) if word in starts]:
            found = single.get(words[at]) or self.match(words, at)
            if found is not None:
                out[at] = found
        return out

    def get(self, phrase: str) -> Value | None:
        """The value of exactly ``phrase``, or ``None``."""
        return self._values.get(_words(phrase))

    def of_word(self, word: str) -> Value | None:
        """The value of a phrase that is the one token ``word``, or ``None``."""
        return self._values.get((word,))

    def copy(self) -> Lexicon[Value]:
        """A lexicon of its own with the same phrases."""
        out: Lexicon[Value] = Lexicon()
        out._values, out._lengths = dict(self._values), dict(self._lengths)
        return out


def _words(phrase: str) -> tuple[str, ...]:
    words = phrase.split()
    if phrase.replace(" ", "").isalpha():
        return tuple(words)
    # An abbreviation keeps its stop whatever its case: "mr." as "Mr." in a text.
    if all((w[:-1] if w.endswith(".") else w).isalpha() for w in words):
        return tuple(words)
    return tuple(plain(w.text) for w in tokenise(phrase))


def plain(word: str) -> str:
    """A word with straight apostrophes."""
    return word.replace("\u2019", "'").replace("\u2018", "'") if not word.isascii() else word


def cased(words: Sequence[str], distinct: Collection[str] | None = None) -> list[str]:
    """Plain words as the lexicon of names has them: "BEIJING", "iran" as "Beijing", "Iran"; "NATO".

    ``distinct`` are the different ones of the words, where they are known.
    """
    different = set(words) if distinct is None else distinct
    other = {w for w in different if len(w) > 4 and w.isupper() and "." not in w}
    other.update(_nations_alone().intersection(different))
    return [w.capitalize() if w in other else w for w in words] if other else list(words)


# Names of nations that are other words too when they have no capital.
_OTHER_WORDS = frozenset(
    "china turkey jordan georgia chad guinea niger panama jersey togo polish poles danish swiss "
    "swede dutch french german english irish".split()
)


@cache
def _nations_alone() -> frozenset[str]:
    """Nations in lower case, as careless typing has them, where the word can be nothing else."""
    words: set[str] = set()
    for country in tables.countries().values():
        names = [w.text for w in country.aliases if not w.weak and not w.place_only]
        words.update(names, country.adjectives, country.people)
    single = {w.lower() for w in words if w.isalpha() and w.istitle() and len(w) > 3}
    return frozenset(single - _OTHER_WORDS)


@cache
def names() -> Lexicon[Entry]:
    """Proper names: countries, demonyms, capitals, seats, organisations, places, office holders."""
    lexicon: Lexicon[Entry] = Lexicon()
    for word, name in tables.blocs():
        _add(lexicon, word, Entry("bloc", name, None))
    _add_countries(lexicon)
    for seat in tables.seats():
        for word in seat.words:
            bloc = seat.office == "bloc"  # Brussels is first of all the European Union's seat
            _add(lexicon, word, Entry("seat", seat.actor, seat.country or None, seat=seat), bloc)
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
            entry = Entry(
                "place", place.name, place.country, territory=place.territory, party=place.party
            )
            _add(lexicon, word, entry)
    return lexicon


def _add(lexicon: Lexicon[Entry], word: Word, entry: Entry, over: bool = False) -> None:
    if word.weak or word.place_only:
        entry = replace(entry, weak=word.weak, place_only=word.place_only)
    lexicon.add(word.text, entry, over)


def _add_countries(lexicon: Lexicon[Entry]) -> None:
    for country in tables.countries().values():
        for word in country.aliases:
            for spelt in _spellings(word):
                _add(lexicon, spelt, Entry("country", country.name, country.code))
        for adjective in country.adjectives:
            lexicon.add(adjective, Entry("adjective", country.name, country.code))
        for people in country.people:
            lexicon.add(people, Entry("people", people, country.code))
        for word in country.capitals:
            for spelt in _spellings(word):
                _add(lexicon, spelt, Entry("capital", word.text, country.code))


def _spellings(word: Word) -> tuple[Word, ...]:
    """A name and, for one of several words, how it reads in capitals: "NEW DELHI" of a dateline."""
    shouted = " ".join(cased(word.text.upper().split())) if " " in word.text else word.text
    return (word,) if shouted == word.text else (word, replace(word, text=shouted))


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
    for epithet in tables.epithets():
        lexicon.add(epithet, GroupNoun(epithet, "state", False))
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
    entry = names().get(bare) or names().get(" ".join(cased(plain(bare).split())))
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

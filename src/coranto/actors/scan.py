"""The first pass over a report's words: names, titles, bodies and collective nouns, in order.

The language model finds names; the tables add what it missed and correct the kind of
what they know. Every word of the report belongs to exactly one item.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import count, repeat
from typing import Literal, NamedTuple

from coranto.actors.directory import Directory
from coranto.actors.lexicon import Entry, Lexicon, cased, common_nouns, plain
from coranto.actors.parties import acts_for_region, region_of
from coranto.actors.spelling import PARTICLES, fold, surname_of
from coranto.actors.tables import Body, GroupNoun, Title, sexes, surnames_first
from coranto.language.document import Document
from coranto.types import NameKind

ItemSort = Literal["word", "name", "person", "organisation", "title", "body", "group", "possessive"]

# Capitalised words that follow titles and are no names.
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december the a an and of in on at for to from "
    "with after before while but this that he she they it who his her their its i we as by".split()
)
# What stands inside a name between its parts ("Kim Jong-un").
_JOINTS = frozenset({"-", "\u2010", "\u2011", "\u2013", "'", "."})
# What closes a person's name: "Jane Doe, R-Ky.".
_NEVER_INSIDE = frozenset({",", "(", ")", "[", "]", ":", ";", "/", "\u201c", "\u201d"})
_NEVER_LAST = frozenset("of the and for in on to at by with".split())
# What joins the words of a name that the tables account for ("Oman-Qatar").
_GLUE = frozenset({"'s", "'", "the", "of", "-", "\u2013"})
_PROPER = ("PROPN", "X", "")
# Titles that are surnames too.
_TITLES_AND_NAMES = frozenset("king queen prince pope judge marshal cardinal price".split())


class Item(NamedTuple):
    """Words ``tokens[first:last]`` (end excluded) and what they are.

    ``entry`` for sort ``name`` and known persons, ``noun`` for titles, bodies and
    collective nouns. ``text`` is the words as written with straight apostrophes,
    ``lower`` the same in lower case.
    """

    sort: ItemSort
    first: int
    last: int
    text: str
    lower: str
    entry: Entry | None = None
    noun: Title | Body | GroupNoun | None = None


_ITEM = partial(tuple.__new__, Item)


class Scanner:
    """Cuts the words of one document into items."""

    def __init__(self, doc: Document, directory: Directory) -> None:
        self.doc = doc
        self.directory = directory
        self.names = directory.names
        self.nouns = common_nouns()
        curly = "\u2019" in doc.text or "\u2018" in doc.text
        self.words = [t.text for t in doc.tokens]
        self.lower = list(doc.lows)
        if curly:
            for i in [i for i, w in enumerate(self.words) if not w.isascii()]:
                self.words[i], self.lower[i] = plain(self.words[i]), plain(self.lower[i])
        self.distinct = frozenset(self.words)
        self.cased = cased(self.words, self.distinct)
        self.name_at = self.names.found_in(self.cased)
        self.noun_at = self.nouns.found_in(self.lower)
        self.model = self._model_names()
        self.ends = {
            s.last_token: True for s in doc.sentences
        }  # no phrase runs over a sentence's end
        self.known = self._short_names()
        self.alone = self._called_alone()

    def items(self) -> list[Item]:
        """All items of the document, in order."""
        out: list[Item] = []
        cells = (repeat("word"), count(), count(1), self.words, self.lower)
        rows = zip(*cells, repeat(None), repeat(None), strict=False)
        plain_words = list(map(_ITEM, rows))  # most words of a report: no call of Python for each
        begins, capitals = self._begins()
        surnames, short = self.directory.surnames, self.known.starts
        at, titled = 0, False
        for telling in sorted(begins | capitals):
            if telling < at:
                continue
            if telling > at:
                out += plain_words[at:telling]
                titled = False
            item = plain_words[telling]
            # A capital can begin a name that the model has not: after a title, or a known one.
            known = titled or item.text in surnames or item.text in short
            if telling in begins or known or telling + 1 in self.noun_at:
                item = self._item(telling, out)
            out.append(item)
            at, titled = item.last, item.sort == "title"
        out += plain_words[at:]
        return out

    def _begins(self) -> tuple[set[int], set[int]]:
        """Words with which a name, a title or a possessive begins, and those with a capital."""
        short = self.known.starts
        begin = {w for w in self.distinct if w[0] == "'" or w in short}
        telling = begin.union([w for w in self.distinct if w[0].isupper()])
        found = [(i, word) for i, word in enumerate(self.words) if word in telling]
        begins = {i for i, word in found if word in begin}
        begins.update(self.model, self.name_at, self.noun_at)
        return begins, {i for i, _ in found}

    def _model_names(self) -> dict[int, tuple[int, NameKind]]:
        out: dict[int, tuple[int, NameKind]] = {}
        for name in self.doc.names:
            inside = self.doc.tokens_in(name.start, name.end)
            first, last = inside.start, inside.stop
            if len(inside) > 1 and self.words[last - 1] == "'s":
                last -= 1
            while name.kind == "person" and last - first > 1 and self.words[first][0] == "@":
                first += 1
            if name.kind == "person":
                last = self._whole(first, self._proper_end(first, last))
            while name.kind == "organisation" and last - first > 1:
                if self.lower[last - 1] not in _NEVER_LAST:
                    break
                last -= 1  # "the Commission of the", where the name goes on
            if name.kind == "organisation" and last - first == 1 and len(self.words[first]) < 2:
                continue  # a letter
            if first < last and (name.kind != "person" or self._can_be(first, last)):
                out[first] = (last, name.kind)
        return out

    def _whole(self, first: int, last: int) -> int:
        """The end of a name, with what a hyphen joins and the model left out ("Kim Hak-song")."""
        tokens = self.doc.tokens
        if first < last < len(tokens) and self.words[last - 1] == "-" and last - first > 1:
            return last + (tokens[last].start == tokens[last - 1].end)
        return last

    def _can_be(self, first: int, last: int) -> bool:
        """Whether ``tokens[first:last]`` can be a name: no title, letter or verb by itself."""
        if not self._can_name(first):
            return False
        if last - first > 1:
            return True
        word, noun = self.words[first], self.nouns.of_word(self.lower[first])
        title = isinstance(noun, Title) and self.lower[first] not in _TITLES_AND_NAMES
        verb = word.endswith("ing") and self.doc.tokens[first].pos == "VERB"
        return len(word) > 1 and not title and not verb

    def _proper_end(self, first: int, last: int) -> int:
        """Where a person's name stops: before a small word ("Abdul karim said"), or nowhere.

        What a small word leaves of one part is no name: a byline run into the text.
        """
        for k in range(first + 1, last):
            word = self.words[k]
            if word in _NEVER_INSIDE:
                return k
            inside = (
                not word[0].islower()
                or fold(word) in PARTICLES
                or self.words[k - 1] in _JOINTS
                or (k + 1 < last and self.words[k + 1] in _JOINTS)
            )
            if not inside and self.doc.tokens[k].start != self.doc.tokens[k - 1].end:
                return k if k - first > 1 else first
        return last

    def _can_name(self, at: int) -> bool:
        """Whether a person's name can begin so: no handle, dash, small word or "R-Ky."."""
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        party = word in ("R", "D", "I") and following == "-"
        return (
            not party
            and len(word) > 1 - word.isalpha()
            and (word[0].isupper() or fold(word) in PARTICLES)
        )

    def _short_name(self, at: int) -> int:
        """Words at ``at`` that the model calls something else, but the report a person."""
        last, kind = self.model.get(at, (at, "person"))
        if kind == "person" or last <= at:
            return 0
        if self.name_at.get(at):
            return 0
        if last == at + 1 and self.words[at] in self.alone:
            return 1
        found = self.known.match(self.words, at)
        return found[0] if found is not None and at + found[0] == last else 0

    def _short_names(self) -> Lexicon[str]:
        """Short names of persons that the model or the tables name in full somewhere."""
        known: Lexicon[str] = Lexicon()
        for first, (last, kind) in list(self.model.items()):
            if kind == "person":
                start = self._person_start(first, last)
                full = self._text(start, last)
                if " " in full:
                    for short in _shorts(full):
                        known.add(short, full)
        for _, entry in self.name_at.values():
            if entry.sort == "holder":
                known.add(surname_of(entry.name, entry.country), entry.name)
        return known

    def _called_alone(self) -> frozenset[str]:
        """Single words that the model has for a person more often than for something else."""
        votes: dict[str, int] = {}
        for first, (last, kind) in self.model.items():
            if last == first + 1:
                word = self.words[first]
                votes[word] = votes.get(word, 0) + (1 if kind == "person" else -1)
        return frozenset([word for word, vote in votes.items() if vote > 0])

    def _text(self, first: int, last: int) -> str:
        text = self.doc.text[self.doc.tokens[first].start : self.doc.tokens[last - 1].end]
        return " ".join(plain(text).split())

    def _item(self, at: int, before: Sequence[Item]) -> Item:
        if self.words[at][0] == "'" and self._is_possessive(at):
            return self._make("possessive", at, at + 1)
        named = None
        if at in self.model:
            short = self._short_name(at)
            if short:
                return self._make("person", at, at + short)
            named = self._named(at)
        elif at in self.name_at:
            named = self._named(at)
        noun = self.noun_at.get(at)
        longer = noun and (named is None or noun[0] > named.last - at)
        if noun and longer and self._is_noun(at, noun[0], noun[1]):
            return self._noun(at, noun[0], noun[1])
        if named is not None:
            return named
        if self._after_title(at, before):
            last = self._run(at)
            if last > at:
                full = self._text(at, last)
                if " " in full:
                    self.known.add(surname_of(full), full)
                return self._make("person", at, last)
        short = self._known_surname(at)
        if short:
            return self._make("person", at, at + short)
        region = self._region(at)
        return self._make("name" if region else "word", at, at + 1, region)

    def _region(self, at: int) -> Entry | None:
        """The region, or the people, that presents the party behind it: "Tigrayan forces"."""
        noun = self.noun_at.get(at + 1)
        if noun is None or not self.words[at][0].isupper() or self._stops(at + 1):
            return None
        if not acts_for_region(noun[1]):
            return None
        known = region_of(self.words[at], self.names)
        if known is not None:
            return known
        other = self.model.get(at) == (at + 1, "other")
        return Entry("place", self.words[at]) if other else None

    def _is_possessive(self, at: int) -> bool:
        """Whether "'s" or "'" at ``at`` is that of the word before; a space may part them."""
        word = self.words[at]
        if not at or word not in ("'s", "'"):
            return False
        token = self.doc.tokens[at]
        apart = self.doc.tokens[at - 1].end != token.start
        return not apart or (word == "'s" and token.pos == "PART")

    def _make(
        self,
        sort: ItemSort,
        first: int,
        last: int,
        entry: Entry | None = None,
        noun: Title | Body | GroupNoun | None = None,
    ) -> Item:
        if last == first + 1:
            return _ITEM((sort, first, last, self.words[first], self.lower[first], entry, noun))
        text = self._text(first, last)
        return _ITEM((sort, first, last, text, text.lower(), entry, noun))

    def _noun(self, at: int, length: int, noun: Title | Body | GroupNoun) -> Item:
        sort: ItemSort = "group"
        if isinstance(noun, Title):
            sort = "title"
        elif isinstance(noun, Body):
            sort = "body"
        return self._make(sort, at, at + length, noun=noun)

    def _is_noun(self, at: int, length: int, noun: Title | Body | GroupNoun) -> bool:
        """One word may be a verb ("head", "states", "chair"): believe the tagger there."""
        if length > 1:
            return not any(self._stops(k) for k in range(at + 1, at + length))
        if isinstance(noun, Title) and noun.words in ("may", "mr", "rep", "sir", "fm"):
            return self.words[at][0].isupper()
        return self.doc.tokens[at].pos not in ("VERB", "AUX", "ADV", "ADP", "DET", "PRON", "ADJ")

    def _stops(self, at: int) -> bool:
        return at in self.ends

    # --- names ----------------------------------------------------------------------------

    def _named(self, at: int) -> Item | None:
        """The name that begins at ``at``: of the model or of the tables, whichever is longer."""
        found = self.name_at.get(at)
        if found is not None and found[0] > 1:
            found = self._before_title(at, found)
        entry, length = (found[1], found[0]) if found else (None, 0)
        if entry is not None and entry.given and self._apart(at, length):
            sort: ItemSort = "person" if entry.sort == "holder" else "name"
            return self._make(sort, at, at + length, entry)
        if length > 1 and any(self._stops(k) for k in range(at + 1, at + length)):
            entry, length = None, 0
        last, kind = self.model.get(at, (at, "other"))
        if kind == "person" and last > at:
            item = self._model_person(at, last, entry, length)
            if item:
                return item
        elif last - at > length and kind == "organisation" and not self._decomposes(at, last):
            return self._make("organisation", at, last)
        if entry is None or not self._believed(at, length, entry):
            return self._unlisted(at, last, kind)
        if entry.sort == "holder":
            return self._make("person", at, at + length, entry)
        return self._make("name", at, at + length, entry)

    def _apart(self, at: int, length: int) -> bool:
        """Whether a user's own name stands as written, and is no part of a longer name."""
        if self.words[at : at + length] != self.cased[at : at + length]:
            return False
        longer = self.model.get(at, (at, "other"))[0] > at + length
        return not longer and not self._part_of_person(at)

    def _before_title(self, at: int, found: tuple[int, Entry]) -> tuple[int, Entry] | None:
        """A shorter match where the last words open a title ("U.S. Treasury Secretary")."""
        for k in range(at + 1, at + found[0]):
            noun = self.noun_at.get(k)
            if noun and k + noun[0] > at + found[0] and isinstance(noun[1], Title):
                return self.names.match(self.cased[:k], at)
        return found

    def _unlisted(self, at: int, last: int, kind: str) -> Item | None:
        region = self._region(at) if last == at + 1 else None
        if region is not None:
            return self._make("name", at, last, region)
        if last <= at or self._decomposes(at, last):
            return None
        if kind == "organisation":
            return self._make("organisation", at, last)
        if kind == "place":
            return self._make("name", at, last, Entry("place", " ".join(self.words[at:last])))
        return None

    def _model_person(self, at: int, last: int, entry: Entry | None, length: int) -> Item | None:
        """A name that the model calls a person, without titles and nations at its head."""
        if entry and entry.sort == "holder" and length >= last - at:
            return self._make("person", at, at + length, entry)
        start = self._person_start(at, last)
        if start != at:
            return None  # items of its head come first; the rest is found when reached
        if entry and entry.sort != "holder" and length >= last - at and not entry.weak:
            return None
        return self._make("person", at, last, entry if entry and entry.sort == "holder" else None)

    def _person_start(self, at: int, last: int) -> int:
        """Where the name proper begins in a span such as "Russian President Putin"."""
        start = at
        while start < last - 1:
            noun = self.noun_at.get(start)
            found = self.name_at.get(start)
            if noun and start + noun[0] < last and not isinstance(noun[1], GroupNoun):
                start += noun[0]
            elif (
                found
                and start + found[0] < last
                and found[1].sort in ("adjective", "country", "capital", "organisation", "seat")
                and not found[1].weak
                and self._title_within(start + found[0], last)
            ):
                start += found[0]
            elif self.words[start] == "'s":
                start += 1
            else:
                break
        if start != at:
            self.model.setdefault(start, (last, "person"))
        return start

    def _title_within(self, at: int, last: int) -> bool:
        at += self.words[at] == "'s"
        if at >= last:
            return False
        found = self.noun_at.get(at)
        return found is not None and at + found[0] < last

    def _believed(self, at: int, length: int, entry: Entry) -> bool:
        last, kind = self.model.get(at, (0, "other"))
        if entry.weak:
            wanted = "organisation" if entry.sort == "organisation" else "place"
            return last == at + length and kind == wanted
        if length == 1 and entry.sort in ("place", "organisation", "capital", "country"):
            return not self._part_of_person(at)
        return True

    def _part_of_person(self, at: int) -> bool:
        """Whether the model has the word inside a longer name of a person."""
        for back in range(1, 4):
            last, kind = self.model.get(at - back, (0, "other"))
            if kind == "person" and last > at:
                return True
        return False

    def _decomposes(self, at: int, last: int) -> bool:
        """Whether the tables account for every word ("Russian Foreign Ministry").

        A body may run over the end: "Russian foreign" before "ministry" is half of one.
        """
        while at < last:
            found = self.name_at.get(at)
            noun = self.noun_at.get(at)
            step = max(
                found[0] if found and not found[1].weak else 0,
                noun[0] if noun else 0,
                1 if self.lower[at] in _GLUE else 0,
            )
            if at + step > last:
                return noun is not None and isinstance(noun[1], Body)
            if step == 0:
                return False
            at += step
        return True

    # --- persons the model missed ---------------------------------------------------------

    def _after_title(self, at: int, before: Sequence[Item]) -> bool:
        """Whether a title stands right before ``at``, so that capitals are a person's name."""
        if not before or before[-1].last != at or before[-1].sort != "title" or self._stops(at):
            return False
        title = before[-1].noun
        return isinstance(title, Title) and title.office not in ("other",)

    def _run(self, at: int) -> int:
        """End of the run of capitalised words that can be a name, ``at`` if there is none."""
        last, names = at, 0
        while last < len(self.words) and names < 4:
            if last > at and self._stops(last):
                break
            if last > at and self._named_apart(at, last):
                return at
            word = self.words[last]
            inner = word == "-" or fold(word) in PARTICLES
            if not self._name_word(last) and not (
                last > at and inner and self._name_word(last + 1)
            ):
                break
            names += not inner
            last += 1
        return last

    def _named_apart(self, at: int, later: int) -> bool:
        """Whether the model has a person's name begin at ``later``, and no given name at ``at``.

        "Leader Phones Orlov", in a headline, names no Phones Orlov.
        """
        kind = self.model.get(later, (0, "other"))[1]
        return kind == "person" and self.lower[at] not in sexes()

    def _name_word(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        word = self.words[at]
        return (
            word[0].isupper()
            and len(word) > 1
            and not word.isupper()
            and word.lower() not in NOT_NAMES
            and self.doc.tokens[at].pos in (*_PROPER, "NOUN", "ADJ")
            and self.name_at.get(at) is None
            and self.noun_at.get(at) is None
        )

    def _known_surname(self, at: int) -> int:
        """Number of words at ``at`` that are the short name of a person, 0 if none."""
        word = self.words[at]
        found = self.known.match(self.words, at)
        if found and self.doc.tokens[at].pos not in ("ADP", "DET", "AUX", "PRON", "CCONJ"):
            return found[0]
        if not word[0].isupper() or len(word) < 3 or word not in self.directory.surnames:
            return 0
        return int(self._speaks(at) if at not in self.model else self._mistagged(at))

    def _mistagged(self, at: int) -> bool:
        last, kind = self.model.get(at, (0, "other"))
        return last == at + 1 and kind in ("other", "place") and self._speaks(at)

    def _speaks(self, at: int) -> bool:
        """Subject or object of a verb, by its relation."""
        return self.doc.tokens[at].dep.split(":")[0] in ("nsubj", "obj", "iobj")


@lru_cache(maxsize=16384)
def _shorts(full: str) -> frozenset[str]:
    """What a person named in full may be called: the surname; both ends where either may be."""
    short = surname_of(full)
    out = {short, short[:1].upper() + short[1:]}
    first, last = full.split(maxsplit=1)[0], full.rsplit(maxsplit=1)[-1]
    countries = surnames_first().get(first, frozenset())
    if countries & {"VN"}:
        out.add(last)
    if countries & {"JP", "HU"}:
        out.add(first)
    return frozenset(out)

"""Where an act took place: the places that its clause names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from coranto.actors.mentions import ActorMention
from coranto.events.arguments import Arguments
from coranto.events.lexicon import readings_of
from coranto.types import Name, Place

LOCATING = frozenset(
    ("in", "at", "near", "outside", "inside", "on the sidelines of", "on", "aboard")
)
"""Prepositions whose phrase says where something happens."""
_ACTS = frozenset(
    "invasion attack offensive assault war annexation occupation withdrawal support opposition"
    " retaliation response criticism condemnation".split()
)
"""Nouns for what is done to a land: "of" and the land behind them say to whom, not where."""
_TOPICS = frozenset(
    "relation tie issue question matter topic status future normalisation normalization".split()
)
"""Nouns whose land is what is talked about: "an agreement on relations between two lands"."""
_RULERS = frozenset(("administration", "government", "regime"))
_BODIES = frozenset(("organisation", "government", "person"))
_FIGURES = frozenset("wake light face spite aftermath midst view case name favor favour".split())
"""Nouns of phrases that are no place: "in the wake of the Paris talks"."""
_PARTIES = frozenset(("between", "of", "with", "among"))
_SITES = frozenset("retreat resort residence palace hotel castle villa lodge estate venue".split())
_NOWHERE = _ACTS | _FIGURES | _TOPICS
_OF_PLACES = LOCATING | {"of", None}
_HELD = frozenset(("take", "hold", "begin", "occur", "come", "place"))
_ADDRESSING = frozenset(("speak", "talk", "appear", "address"))

CountryOf = Callable[[str], str | None]
CapitalOf = Callable[[str], str | None]


class PlaceFinder:
    """Reads places off the phrases of one document.

    ``country_of`` gives the ISO 3166 alpha-2 code of a named place, ``capital_of``
    the capital of a country: both come from the actors' tables.
    """

    def __init__(self, arguments: Arguments, country_of: CountryOf, capital_of: CapitalOf) -> None:
        self.arguments = arguments
        self.doc = arguments.doc
        self.country_of = country_of
        self.capital_of = capital_of

    @cached_property
    def _names(self) -> dict[int, Name]:
        out: dict[int, Name] = {}
        for name in self.doc.names:
            for i in self.doc.tokens_in(name.start, name.end):
                out[i] = name
        return out

    def named_by(self, i: int) -> Place | None:
        """The place that the phrase headed by token ``i`` names, if it names one."""
        name = self._names.get(i)
        body = self.arguments.mention_at(i)
        if body is not None and body.kind in _BODIES and body.form != "seat":
            return None
        if name is not None and name.kind != "person":
            country = self.country_of(name.text)
            if country is not None or name.kind == "place":
                words = name.text.rstrip(",.;: ")
                return Place(words, country, name.start, name.start + len(words))
        mention = self.arguments.mention_at(i)
        is_land = mention is not None and not _RULERS & set(mention.text.lower().split())
        if is_land and mention is not None and mention.head == i and mention.kind == "country":
            return Place(mention.text, mention.country, mention.start, mention.end)
        if self.doc.tokens[i].lemma.lower() == "capital":
            return self._capital(i)
        return None

    def _may_be_named(self, i: int) -> bool:
        """Whether a token is of a name, of an actor's words, or "capital": asked before more."""
        if i in self._names or self.arguments.mention_at(i) is not None:
            return True
        return self.doc.tokens[i].lemma.lower() == "capital"

    def reached(self, i: int) -> Place | None:
        """The place that a journey's goal names, itself or as where the goal lies: "the airport in
        Vantaa", "Helsinki's presidential palace"."""
        own = self.named_by(i)
        if own is not None:
            return own
        if self.doc.tokens[i].pos not in ("NOUN", "PROPN"):
            return None
        if self.arguments.mention_at(i) is not None:
            return None
        return next(self._in_phrase(i), None)

    def _capital(self, i: int) -> Place | None:
        """ "The Russian capital", "China's capital"; "Malaysia's administrative capital Putrajaya"
        is the town that is named."""
        for c in self.doc.dependents(i, "nmod", "appos", "flat"):
            town = self._names.get(c) if c > i else None
            is_its_name = town is not None and self.arguments.case(c) in (None, "of")
            if town is not None and is_its_name and town.kind == "place":
                return Place(town.text, self.country_of(town.text), town.start, town.end)
        for owner in self.arguments.owners(i):
            if owner.country is not None and (name := self.capital_of(owner.country)) is not None:
                span = self.doc.span_of(
                    [*self.doc.subtree(i, without=("acl", "nmod", "appos", "case")), i]
                )
                return Place(name, owner.country, span.start, span.end)
        return None

    def around(self, predicate: int) -> Place | None:
        """The place of an act: in its own phrases, else in those of the clause it belongs to."""
        for place in self._locations(predicate):
            return place
        if (spoken := self.of_speech(predicate)) is not None:
            return spoken
        token = self.doc.tokens[predicate]
        if token.dep == "conj" and self.doc.child(predicate, "nsubj") is None:
            return self.around(token.head)  # "will spend two days in Beijing and meet Wang"
        if token.pos == "NOUN" and token.head >= 0:
            above, inner = token.head, predicate
            if self.arguments.case(inner) == "of" and self.doc.tokens[above].pos == "NOUN":
                above, inner = self.doc.tokens[above].head, above  # "a round of talks took place"
            if above >= 0 and self.doc.tokens[above].lemma in _HELD:
                for place in self._locations(above):
                    return place
        return self._where_held(predicate)

    def of_speech(self, predicate: int) -> Place | None:
        """ "Speaking in Warsaw, he praised …"."""
        for clause in self.doc.dependents(predicate, "advcl"):
            if self.doc.tokens[clause].lemma.lower() in _ADDRESSING:
                return next(self._locations(clause), None)
        return None

    def _where_held(self, predicate: int) -> Place | None:
        """ "Cancelled talks that were to be held in Rome": the place of the relative clause."""
        doc = self.doc
        is_noun = doc.tokens[predicate].pos == "NOUN"
        for noun in (predicate,) if is_noun else doc.dependents(predicate, "obj"):
            for clause in doc.dependents(noun, "acl:relcl", "acl"):
                if doc.tokens[clause].lemma in _HELD:
                    return next(self._locations(clause), None)
        # "Talks between the ministers taking place in Rome", hung on the ministers
        for party in self.arguments.obliques(predicate, _PARTIES) if is_noun else ():
            for clause in doc.dependents(party, "acl"):
                if doc.tokens[clause].lemma in _HELD and doc.child(clause, "nsubj") is None:
                    return next(self._locations(clause), None)
        return None

    def anywhere(self, predicate: int) -> Place | None:
        """A place that stands somewhere in the act's clause behind "in" or "at"."""
        top = predicate
        while self.doc.tokens[top].pos == "NOUN" and self.doc.tokens[top].head >= 0:
            top = self.doc.tokens[top].head
        found = [
            place
            for i in self.arguments.clause(top)
            if self._may_be_named(i)
            and self.arguments.case(i) in ("in", "at")
            and (place := self.named_by(i)) is not None
        ]
        return min(found, key=self.is_country, default=None)

    def beside(self, parties: Iterable[ActorMention]) -> Place | None:
        """A place that the parse hangs on a party's words: "met the envoy in Moscow"."""
        for party in parties:
            for i in self.doc.tokens_in(party.start, party.end):
                for place in self._locations(i):
                    if place.start is None or place.start >= party.end:
                        return place
        return None

    def behind(self, predicate: int) -> Place | None:
        """A town behind "in" or "at" that the parse hangs on some phrase of the act's clause:
        "met for the second time this month in Cairo"."""
        for i in self.arguments.clause(predicate):
            if i <= predicate or not self._may_be_named(i):
                continue
            if self.arguments.case(i) not in ("in", "at"):
                continue
            place = self.named_by(i)
            is_here = self._hangs_loose(i) and not self._is_of_joined(predicate, i)
            if place is not None and not self.is_country(place) and is_here:
                return place
        return None

    def _is_of_joined(self, predicate: int, i: int) -> bool:
        """ "They had met before and arrived in Rome": where the second verb takes place."""
        tokens = self.doc.tokens
        for above in self.doc.ancestors(i):
            if above == predicate:
                return False
            if tokens[above].pos == "VERB" and tokens[above].dep == "conj":
                return any(r.frame == "goes-to" for r in readings_of(tokens[above]))
        return False

    def _hangs_loose(self, i: int) -> bool:
        """Whether no party's words lie between the place and the act's clause."""
        above = self.doc.tokens[i].head
        return above >= 0 and self.arguments.mention_at(above) is None

    def _locations(self, i: int) -> Iterator[Place]:
        """Most particular first: a town before a country, near phrases before far ones."""
        found: list[Place] = []
        torn = self._torn_from(i)
        for c in (*self.doc.dependents(i, "obl", "nmod"), *torn):
            is_own = c in torn or self.arguments.participle_over(i, c) is None
            if self.arguments.case(c) in LOCATING and is_own:
                found += self._in_phrase(c)
        yield from sorted(found, key=lambda p: (p.country is None, self.is_country(p)))

    def _torn_from(self, participle: int) -> list[int]:
        """Phrases of a participle ("the accord reached by Oman in Rome") that the parse hangs on
        the verb above."""
        if not self.arguments.is_reduced_passive(participle):
            return []
        above = self.doc.tokens[self.doc.tokens[participle].head].head
        if above < 0 or self.doc.tokens[above].pos != "VERB":
            return []
        below = (c for c in self.doc.dependents(above, "obl") if c > participle)
        return [c for c in below if self.arguments.participle_over(above, c) == participle]

    def _in_phrase(self, i: int) -> Iterator[Place]:
        own = self.named_by(i)
        if own is not None:
            yield own
            return
        if self.doc.tokens[i].lemma.lower() in _NOWHERE:
            return  # "in its invasion of Ukraine" is not where it happened
        if (site := self._site(i)) is not None:
            yield site
            return
        is_on = self.arguments.case(i) == "on"  # "talks on Russia's exit" are about it
        for c in self.doc.dependents(i, "nmod", "obl", "appos"):
            if is_on and self.doc.tokens[c].dep == "nmod:poss":
                continue
            if self.arguments.case(c) in _OF_PLACES:
                yield from self._in_phrase(c)

    def _site(self, i: int) -> Place | None:
        """ "The Camp David presidential retreat on the outskirts of Washington": a site by its
        name, not by the town that it lies near."""
        if self.doc.tokens[i].lemma.lower() not in _SITES:
            return None
        for c in self.doc.dependents(i, "compound", "nmod:desc"):
            name, place = self._names.get(c), self.named_by(c)
            is_short = name is not None and name.end <= self.doc.tokens[i].start
            if place is not None and is_short and not self.is_country(place):
                return place
        return None

    def is_country(self, place: Place) -> bool:
        """Whether the words name a country rather than a place in one."""
        mention = next(
            (m for m in self.arguments.mentions if m.start == place.start and m.kind == "country"),
            None,
        )
        return mention is not None and mention.form == "name"

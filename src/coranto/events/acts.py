"""Acts, and what nouns and the actors around them say of one: shared by verbs and nouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coranto.actors.mentions import ActorMention
from coranto.events.arguments import Arguments
from coranto.events.lexicon import ActNoun, act_nouns
from coranto.events.places import PlaceFinder
from coranto.types import Place, Status

Actors = tuple[ActorMention, ...]

MEASURES = frozenset(
    "series set number package range raft round pair slew host string batch day hour week"
    " one kind sort thousand hundred dozen score million group crowd".split()
)
"""Nouns that only count what their "of" phrase names ("a series of documents")."""
_FRONTING = frozenset(("before", "after", "as", "while", "until", "since"))
OF_FORCE = frozenset(("ASSAULT", "COERCE"))
OF_REASONS = frozenset(("SANCTION", "ACCUSE", "COERCE", "SUPPORT", "PROTEST", "REJECT"))
"""Acts that are done to somebody "for" or "over" something."""
_ASSEMBLIES = frozenset(
    "council assembly committee commission parliament cabinet knesset congress senate board league"
    " union nato".split()
)
"""Last words of the names of bodies whose members meet."""
_PARTISANS = frozenset(
    "adviser advisor aide ally critic supporter lawmaker senator republican democrat conservative"
    " leader expert analyst politician member colleague deputy congressman legislator".split()
)
"""Those who join a named actor in an act: "Democrats and at least one Republican"."""


class Act(NamedTuple):
    """An act as one predicate tells it; token indices for what the text shows of it.

    ``definite`` marks an act that the text treats as known ("the meeting"), ``granted``
    one that it takes for granted rather than tells, ``ahead`` one put after the telling; ``goal``
    is where the place of a journey stands that is not the first of its verb; one
    not ``known`` is only spoken of ("a meeting").
    """

    predicate: int
    root: str
    mode: str | None
    status: Status
    sources: Actors
    targets: Actors
    object: int | None = None
    place: Place | None = None
    definite: bool = False
    granted: bool = False
    ahead: bool = False
    known: bool = True
    goal: int | None = None

    @property
    def participants(self) -> Actors:
        return self.sources + self.targets


class Phrases:
    """What nouns are, by the tables, and who acts in a clause: shared by verbs and nouns."""

    def __init__(self, arguments: Arguments, places: PlaceFinder) -> None:
        self.arguments = arguments
        self.doc = arguments.doc
        self.places = places
        self._doers: dict[int, Actors] = {}
        self._entries: dict[int, ActNoun | None] = {}

    def noun_entry(self, noun: int) -> ActNoun | None:
        """The row of ``nouns.tsv`` for a noun, two-word rows ("phone call") first."""
        if noun not in self._entries:
            self._entries[noun] = self._entry_of(noun)
        return self._entries[noun]

    def _entry_of(self, noun: int) -> ActNoun | None:
        token = self.doc.tokens[noun]
        nouns = act_nouns()
        lemma = token.lemma.lower()
        if lemma in nouns or token.pos == "NOUN":
            for c in self.doc.dependents(noun, "compound", "amod"):
                first = self.doc.tokens[c].lemma.lower()
                if (entry := nouns.get(f"{first} {lemma}")) is not None:
                    return entry
        return nouns.get(lemma)

    def classes(self, noun: int) -> frozenset[str]:
        """The object classes of the noun, seen through measures ("a series of deals")."""
        entry = self.noun_entry(self.seen_through(noun))
        return entry.classes if entry is not None else frozenset()

    def seen_through(self, noun: int) -> int:
        """The noun that is counted, where ``noun`` only counts it ("two days of talks")."""
        token = self.doc.tokens[noun]
        if token.lemma.lower() in MEASURES or token.pos == "NUM":
            counted = next(self.arguments.obliques(noun, {"of"}), None)
            return self._beside(noun) if counted is None else counted
        return noun

    def _beside(self, noun: int) -> int:
        """ "Sign a series of deals", where the parse hangs the deals on the verb as well."""
        verb, of = self.doc.tokens[noun].head, noun + 1
        if verb < 0 or of >= len(self.doc.tokens) or self.doc.lows[of] != "of":
            return noun
        beside = self.doc.dependents(verb, "obj", "obl", "nsubj")
        return next((c for c in beside if c > of and self.arguments.case(c) == "of"), noun)

    def subject_actors(self, verb: int) -> Actors:
        """The actors that do what the verb says."""
        if verb not in self._doers:
            self._doers[verb] = self._subject_actors(verb)
        return self._doers[verb]

    def _subject_actors(self, verb: int) -> Actors:
        subject = self.arguments.subject(verb)
        if subject is None:
            return tuple(self._parties_of_passive(verb))
        named = tuple(self.arguments.actors(subject)) or tuple(
            self.arguments.actors(self.seen_through(subject))
        )
        named = (*named, *self._beside_subject(verb, subject, named))
        if len(named) != 1:
            return named
        return (self._named_after(named[0], subject), *self._joined_others(subject))

    def _beside_subject(self, verb: int, subject: int, named: Actors) -> Iterator[ActorMention]:
        """ "Norway, Oman and Arab countries urged": the last of a list, which the parse takes for a
        second subject; "by several states, above all by Norway": the "by" phrase that names one."""
        doc = self.doc
        if self.arguments.is_passive(verb):
            for c in () if named else self.arguments.obliques(verb, {"by"}):
                yield from self.arguments.actors(c)
            return
        for c in doc.dependents(verb, "nsubj"):
            if not named or not subject < c < verb:
                continue
            joined = any(doc.lows[w] == "and" for w in doc.dependents(c, "cc"))
            first = doc.subtree(c, without=("acl", "appos"))[0]
            joined = joined or (first > 0 and doc.lows[first - 1] == "and")
            if joined:
                yield from (m for m in self.arguments.actors(c) if not is_among(m, named))

    def _named_after(self, pronoun: ActorMention, subject: int) -> ActorMention:
        """ "Hours before he was due in Rome, Lund blamed Norway": he is whom the main clause names,
        where the sentence names nobody before."""
        doc = self.doc
        if pronoun.form != "pronoun" or pronoun.text.lower() not in ("he", "she"):
            return pronoun
        sentence = doc.sentences[doc.sentence_of[subject]]
        inside = [m for m in self.arguments.mentions if m.kind == "person" and m.form == "name"]
        first = next((m for m in inside if sentence.start <= m.start < sentence.end), None)
        if first is None or first.start < pronoun.start or first.key is None:
            return pronoun
        main = doc.tokens[first.head]
        is_fronted = any(
            doc.tokens[i].dep in ("advcl", "acl:relcl") and self.arguments.markers(i) & _FRONTING
            for i in (subject, *doc.ancestors(subject))
        )
        if not is_fronted or not main.dep.startswith("nsubj") or main.head < subject:
            return pronoun
        return first._replace(start=pronoun.start, end=pronoun.end, text=pronoun.text, head=subject)

    def _parties_of_passive(self, verb: int) -> Iterator[ActorMention]:
        """ "The accord, which was reached between Oman and Qatar", "a deal between the two was
        signed": those between whom it is have done it."""
        if not (self.arguments.is_passive(verb) or self.arguments.is_reduced_passive(verb)):
            return
        obj = self.arguments.object(verb)
        if obj is None or not self.classes(obj) & {"agreement", "talks", "meeting", "commission"}:
            return
        for head in (verb, obj):
            for c in self.arguments.obliques(head, {"between"}):
                yield from self.arguments.actors(c)

    def _joined_others(self, subject: int) -> Iterator[ActorMention]:
        """ "Democrats and some Republicans": those joined to an actor whom no table knows."""
        doc = self.doc
        for c in doc.dependents(subject, "conj"):
            token = doc.tokens[c]
            known = self.arguments.mention_at(c) is not None
            counted = any(doc.dependents(c, "det", "amod", "nummod", "nmod:poss"))
            is_plural = token.text.lower().endswith("s") or doc.child(c, "nummod") is not None
            is_human = token.lemma.lower() in _PARTISANS
            is_human = is_human or bool(self.classes(c) & {"people", "agent", "force"})
            if is_plural and counted and is_human and not known:
                yield self.unnamed(c)

    def unnamed(self, noun: int) -> ActorMention:
        """The words for somebody whom no actor stands for: "at least 75 displaced people"."""
        without = ("acl", "appos", "punct", "case", "cc", "conj", "dep", "parataxis", "advcl")
        tokens = self.doc.subtree(noun, without=without)
        tokens = [i for i in tokens if i <= noun or not self._is_said_of(noun, i)]
        if tokens[0] > 0 and self.doc.tokens[tokens[0]].text.lower() == "least":
            tokens = [tokens[0] - 1, *tokens]  # "at least one"
        span = self.doc.span_of(tokens)
        return ActorMention(
            start=span.start,
            end=span.end,
            text=span.text,
            head=noun,
            kind="group",
            form="group",
            name=span.text,
        )

    def _is_said_of(self, noun: int, i: int) -> bool:
        """ "The press as an enemy": what is said of a noun is none of its words."""
        below = (c for c in self.doc.dependents(noun, "obl", "nmod") if c > noun)
        said = [c for c in below if self.arguments.case(c) == "as"]
        return any(i in self.doc.subtree(c) for c in said)

    def parties_of(self, act: Act, verb: int | None = None) -> Act | None:
        """A mutual act needs two parties; where one side names both, they are told apart.

        ``verb`` is the light verb over an act noun ("held a meeting"), if there is one.
        """
        # A newspaper that "spoke with officials" has held no talks.
        sources = tuple(m for m in distinct(act.sources) if not self._is_of_press(m))
        targets = tuple(
            t
            for t in distinct(act.targets)
            if not self._is_of_press(t) and not is_among(t, sources)
        )
        if act.mode == "joint-statement":
            return jointly_stated(act._replace(sources=sources, targets=targets))
        if not targets and len(sources) > 1:
            sources, targets = sources[:1], sources[1:]
        if not sources or not targets:
            is_verb = self.doc.tokens[act.predicate].pos == "VERB"
            named = [m for m in sources + targets if m.form == "group" and m.country]
            if not named and not targets:
                is_verb = is_verb or verb is not None
                named = [m for m in sources if is_assembly(m)]
            if not is_verb or not named:
                return None  # "the Arab ministers met": one phrase that names several
        if act.mode == "call":
            return act._replace(sources=sources, targets=targets)  # a call has no one place
        place = act.place or self.places.around(act.predicate)
        place = place or self.places.beside(sources + targets)
        place = place or self.places.behind(act.predicate)
        return act._replace(sources=sources, targets=targets, place=place)

    def _is_of_press(self, mention: ActorMention) -> bool:
        """A newspaper, or its interviewer: "CNN's Jan Berg", "Jan Berg of CNN"."""
        if mention.media:
            return True
        if mention.kind != "person":
            return False
        of = self.arguments.obliques(mention.head, {"of", "from"})
        beside = self.doc.dependents(mention.head, "nmod:poss", "compound", "nmod:desc")
        found = (self.arguments.mention_at(c) for c in (*of, *beside))
        return any(m is not None and m.media for m in found)

    def hosts(self, goal: int, place: Place) -> Actors:
        """Whose land a visit goes to: the words for the place stand for its country."""
        named = tuple(m for m in self.arguments.actors(goal) if m.country is not None)
        if named or place.country is None or place.start is None or place.end is None:
            return named
        words = self.doc.text[place.start : place.end]
        return (
            ActorMention(
                start=place.start,
                end=place.end,
                text=words,
                head=goal,
                kind="country",
                form="name",
                name=words,
                country=place.country,
                key=f"country:{place.country}",
            ),
        )


def jointly_stated(act: Act) -> Act | None:
    """A joint statement is made by all of its parties alike, and by two at least."""
    both = distinct(act.participants)
    return act._replace(sources=both, targets=()) if len(both) > 1 else None


def is_assembly(mention: ActorMention) -> bool:
    """Whether an actor is a body whose members meet: "the Security Council held a meeting"."""
    words = mention.text.lower().removesuffix("'s").split()
    return mention.kind in ("organisation", "government") and words[-1] in _ASSEMBLIES


def is_among(mention: ActorMention, others: Actors) -> bool:
    """Whether a mention is of one of the actors."""
    return any(mention == o or (mention.key is not None and mention.key == o.key) for o in others)


def distinct(mentions: Actors) -> Actors:
    """Each actor once, by its first words."""
    kept: list[ActorMention] = []
    for m in mentions:
        if not is_among(m, tuple(kept)):
            kept.append(m)
    return tuple(kept)


def goes_abroad(actors: Actors, place: Place) -> bool:
    """A journey is a visit when someone goes to a land that is not their own."""
    travellers = [a for a in actors if a.kind in ("person", "group") or a.form == "pronoun"]
    at_home = [a for a in travellers if a.country is not None and a.country == place.country]
    return len(travellers) > len(at_home)

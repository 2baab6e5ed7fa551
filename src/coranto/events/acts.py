"""From verbs and nouns to acts: the readings of the tables applied to one parsed text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coranto.actors.mentions import ActorMention
from coranto.events.arguments import Arguments
from coranto.events.lexicon import ActNoun, VerbReading, act_nouns, verb_readings
from coranto.events.places import PlaceFinder
from coranto.events.status import status_of_noun, status_of_verb
from coranto.types import Place, Status

Actors = tuple[ActorMention, ...]

_MEASURES = frozenset(
    "series set number package range raft round pair slew host string batch day hour week"
    " one".split()
)
"""Nouns that only count what their "of" phrase names ("a series of documents")."""
_CONCERNING = frozenset(("of", "by", "from", "with", "against", "to", "toward", "towards", "for"))
"""Prepositions whose phrase names whom a thing concerns; "on Ukraine" only names a topic."""
_NEEDS_NO_SOURCE = frozenset(("SANCTION", "COERCE", "ASSAULT"))
_JOURNEYS_END = frozenset(("CONSULT", "AGREE"))
"""Acts for which people travel or meet: "arrived to sign the accord" tells of a signing."""
_NEEDS_NO_TARGET = frozenset(("REJECT", "AGREE", "RETREAT", "MOBILIZE"))


@dataclass(frozen=True, slots=True)
class Act:
    """An act as one predicate tells it; token indices for what the text shows of it."""

    predicate: int
    root: str
    mode: str | None
    status: Status
    sources: Actors
    targets: Actors
    object: int | None = None
    place: Place | None = None
    definite: bool = False

    @property
    def participants(self) -> Actors:
        return self.sources + self.targets


class ActFinder:
    """Finds the acts of one document by its verbs and act nouns."""

    def __init__(self, arguments: Arguments, places: PlaceFinder) -> None:
        self.arguments = arguments
        self.doc = arguments.doc
        self.places = places
        self._told: set[int] = set()

    def acts(self) -> list[Act]:
        """All acts in order of their predicates, each predicate once."""
        verbs = [a for i in range(len(self.doc.tokens)) for a in self._acts_of_verb(i)]
        nouns = [a for i in range(len(self.doc.tokens)) for a in self._acts_of_noun(i)]
        return sorted((*verbs, *nouns), key=lambda a: a.predicate)

    # --- verbs ---

    def _acts_of_verb(self, verb: int) -> Iterator[Act]:
        token = self.doc.tokens[verb]
        if token.pos != "VERB":
            return
        for reading in verb_readings().get(token.lemma.lower(), ()):
            if not self._fits(verb, reading):
                continue
            act = self._read(verb, reading)
            if act is not None:
                yield act
                return

    def _fits(self, verb: int, reading: VerbReading) -> bool:
        particles = {
            self.doc.tokens[c].text.lower()
            for c in self.doc.dependents(verb, "compound:prt", "advmod")
        }
        if reading.particle is not None and reading.particle not in particles:
            return False
        obj = self.arguments.object(verb)
        if not reading.objects:
            return True
        if reading.objects == {"0"}:
            return obj is None
        if obj is None:
            return False
        if "actor" in reading.objects:
            return bool(self.arguments.actors(obj))
        return bool(self.classes(obj) & reading.objects)

    def noun_entry(self, noun: int) -> ActNoun | None:
        """The row of ``nouns.tsv`` for a noun, two-word rows ("phone call") first."""
        token = self.doc.tokens[noun]
        before = [
            self.doc.tokens[c].lemma.lower() for c in self.doc.dependents(noun, "compound", "amod")
        ]
        nouns = act_nouns()
        lemma = token.lemma.lower()
        for first in before:
            if (entry := nouns.get(f"{first} {lemma}")) is not None:
                return entry
        return nouns.get(lemma)

    def classes(self, noun: int) -> frozenset[str]:
        """The object classes of the noun, seen through measures ("a series of deals")."""
        noun = self.seen_through(noun)
        entry = self.noun_entry(noun)
        classes = entry.classes if entry is not None else frozenset()
        modifiers = {self.doc.tokens[c].lemma.lower() for c in self.doc.dependents(noun, "amod")}
        return classes - {"joint"} if "joint" in classes and "joint" not in modifiers else classes

    def seen_through(self, noun: int) -> int:
        """The noun that is counted, where ``noun`` only counts it ("two days of talks")."""
        if self.doc.tokens[noun].lemma.lower() in _MEASURES:
            return next(self.arguments.obliques(noun, {"of"}), noun)
        return noun

    def _read(self, verb: int, reading: VerbReading) -> Act | None:
        status = status_of_verb(self.arguments, verb)
        if status is None or (reading.root not in _JOURNEYS_END and self._is_purpose(verb)):
            return None
        if reading.frame == "light":
            return self._light(verb, reading, status)
        if reading.frame == "mutual":
            return self._mutual(verb, reading, status)
        if reading.frame == "goes-to":
            return self._goes_to(verb, reading, status)
        return self._done_to(verb, reading, status)

    def _is_purpose(self, verb: int) -> bool:
        """ "sends materials to support the industry": what an act is for is no act of its own."""
        return self.doc.tokens[verb].dep == "advcl" and self.arguments.marker(verb) == "to"

    def subject_actors(self, verb: int) -> Actors:
        """The actors that do what the verb says."""
        subject = self.arguments.subject(verb)
        return () if subject is None else tuple(self.arguments.actors(subject))

    def _others(self, verb: int, reading: VerbReading) -> Actors:
        out: list[ActorMention] = []
        for c in self.arguments.obliques(verb, reading.preps):
            out += self.arguments.actors(c) or self.arguments.owners(c)
        obj = self.arguments.object(verb)
        if not out and obj is not None and reading.frame != "mutual":
            # "sanctions on Iran", "an agreement with Wang": the parse hangs it on the object.
            for c in self.arguments.obliques(obj, reading.preps):
                out += self.arguments.actors(c)
        return tuple(out)

    def _mutual(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        if reading.preps and reading.objects == {"0"}:
            fits = any(self.arguments.obliques(verb, reading.preps))
            if not fits and len(self.subject_actors(verb)) < 2:
                return None
        obj = self.arguments.object(verb)
        others = self._others(verb, reading)
        if obj is not None:
            others = (*self.arguments.actors(obj), *others)
            if not others:  # met the deadline
                return None
        if self.arguments.is_passive(verb) and obj is not None and not others:
            return None
        mode = "call" if self._by_phone(verb) else reading.mode
        return self._two_sided(
            Act(verb, reading.root, mode, status, self.subject_actors(verb), others)
        )

    def _by_phone(self, verb: int) -> bool:
        for c in self.doc.dependents(verb, "obl", "advmod"):
            if self.doc.tokens[c].lemma.lower() in ("phone", "telephone", "videolink", "video"):
                return True
        return False

    def _two_sided(self, act: Act) -> Act | None:
        """A mutual act needs two parties; where one side names both, they are told apart."""
        sources = _distinct(act.sources)
        targets = tuple(t for t in _distinct(act.targets) if not _same(t, sources))
        if not targets and len(sources) > 1:
            sources, targets = sources[:1], sources[1:]
        if not sources or not targets:
            one_names_several = [m for m in sources + targets if m.form == "group"]
            if not one_names_several:
                return None
        place = act.place or self.places.around(act.predicate)
        place = place or self.places.beside(sources + targets)
        return replace(act, sources=sources, targets=targets, place=place)

    def _goes_to(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        sources = self.subject_actors(verb)
        goals = list(self.arguments.obliques(verb, reading.preps))
        obj = self.arguments.object(verb)
        if not reading.preps:
            bare = [c for c in self.doc.dependents(verb, "obl") if not self.arguments.case(c)]
            goals = [obj, *bare] if obj is not None else bare
        for goal in goals:
            place = self.places.named_by(goal)
            if place is not None and _go_abroad(sources, place):
                hosts = self._hosts(goal, place)
                return Act(verb, reading.root, reading.mode, status, sources, hosts, None, place)
        return None

    def _hosts(self, goal: int, place: Place) -> Actors:
        """Whose land a visit goes to: the words for the place stand for its country."""
        named = tuple(m for m in self.arguments.actors(goal) if m.country is not None)
        if named or place.country is None or place.start is None or place.end is None:
            return named
        country = f"country:{place.country}"
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
                key=country,
            ),
        )

    def _done_to(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        sources = self.subject_actors(verb)
        obj = self.arguments.object(verb)
        if obj is None and reading.root == "AGREE":
            obj = self.doc.child(verb, "xcomp", "ccomp") or next(
                self.arguments.obliques(verb, {"on", "to"}), None
            )
        if obj is not None and self._is_bare_pronoun(obj):
            obj = None  # "what they had agreed" names nothing
        if obj is None and reading.root == "AGREE" and reading.mode is None:
            return None
        if reading.objects == {"0"} and not any(self.arguments.obliques(verb, reading.preps)):
            return None
        targets = self._targets(verb, reading, obj)
        targets = tuple(t for t in _distinct(targets) if not _same(t, sources))
        if not sources and not (self._has_no_doer(verb, reading) and targets):
            return None
        if reading.frame == "puts-out":
            if obj is None and not targets:
                return None
        elif not targets and (obj is None or reading.root not in _NEEDS_NO_TARGET):
            return None
        two_sided = reading.frame == "puts-out" or reading.root == "AGREE"
        if two_sided and not targets and len(sources) > 1:
            sources, targets = sources[:1], sources[1:]
        place = self.places.around(verb)
        if place is None and obj is not None and reading.frame == "puts-out":
            place = self.places.around(obj)
        return Act(verb, reading.root, reading.mode, status, sources, targets, obj, place)

    def _is_bare_pronoun(self, noun: int) -> bool:
        return self.doc.tokens[noun].pos == "PRON" and not self.arguments.actors(noun)

    def _has_no_doer(self, verb: int, reading: VerbReading) -> bool:
        """Whether the text leaves open who did it ("was arrested"), rather than we do."""
        return reading.root in _NEEDS_NO_SOURCE and self.arguments.subject(verb) is None

    def _targets(self, verb: int, reading: VerbReading, obj: int | None) -> Actors:
        out = self._others(verb, reading)
        if obj is None or reading.frame == "puts-out" or "backing" in reading.objects:
            return out
        direct = self.arguments.actors(obj)
        return (*out, *(direct or (() if out else self._concerned(obj))))

    def _concerned(self, noun: int) -> Actors:
        """The actors whom a thing concerns: its owners, else those of the phrase below it."""
        owners = self.arguments.owners(noun)
        if owners:
            return tuple(owners)
        for c in self.arguments.obliques(noun, _CONCERNING):
            found = self.arguments.actors(c) or self.arguments.owners(c)
            if found:
                return tuple(found)
        return ()

    # --- nouns ---

    def _light(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        obj = self.arguments.object(verb)
        if obj is None:
            return None
        noun = self.seen_through(obj)
        if reading.lemma in ("cancel", "call", "postpone", "scrap"):
            status = "cancelled" if status in ("happened", "planned") else status
        act = self._nominal(noun, status, self.subject_actors(verb), verb)
        if act is None:
            return None
        self._told.add(noun)
        place = act.place or self.places.around(verb)
        mode = reading.mode or act.mode
        return replace(act, predicate=verb, place=place, mode=mode)

    def _acts_of_noun(self, noun: int) -> Iterator[Act]:
        token = self.doc.tokens[noun]
        if token.pos != "NOUN" or noun in self._told:
            return
        status = status_of_noun(self.arguments, noun)
        if status is None:
            return
        act = self._nominal(noun, status, self._governing_actors(noun), None)
        if act is not None:
            yield act

    def _nominal(self, noun: int, status: Status, around: Actors, verb: int | None) -> Act | None:
        entry = self.noun_entry(noun)
        if entry is None or entry.root is None:
            return None
        if entry.frame == "goes-to":
            return self._nominal_visit(noun, entry, status, around)
        return self._nominal_mutual(noun, entry, status, around, verb)

    def _nominal_mutual(
        self, noun: int, entry: ActNoun, status: Status, around: Actors, verb: int | None
    ) -> Act | None:
        first = tuple(self._named_parties(noun, {"between", "of", "by", "among"}))
        owners = tuple(m for m in self.arguments.owners(noun) if not _same(m, first))
        second = [m for c in self._with(noun, verb) for m in self.arguments.actors(c)]
        sources = (*owners, *first)
        if (second or verb is not None) and not (owners and second):
            sources = tuple(m for m in around if not _same(m, tuple(second))) or sources
        act = Act(noun, str(entry.root), entry.mode, status, sources, tuple(second))
        definite = self._is_definite(noun)
        two_sided = self._two_sided(act)
        if two_sided is not None:
            return replace(two_sided, definite=definite)
        if definite and not sources and not second and entry.mode == "meet":
            place = self.places.around(noun) or self.places.anywhere(noun)
            return replace(act, place=place, definite=True)
        return None

    def _with(self, noun: int, verb: int | None) -> list[int]:
        """The "with" phrases of the noun, or of the verb that it is the object of."""
        preps = {"with"} if verb is None else {"with", "from"}
        found = list(self.arguments.obliques(noun, preps))
        if not found and verb is not None:
            found = list(self.arguments.obliques(verb, preps))
        return found

    def _named_parties(self, noun: int, preps: set[str]) -> Iterator[ActorMention]:
        for c in self.arguments.obliques(noun, preps):
            yield from self.arguments.actors(c)

    def _is_definite(self, noun: int) -> bool:
        return any(
            self.doc.tokens[c].text.lower() in ("the", "this", "that")
            for c in self.doc.dependents(noun, "det")
        )

    def _nominal_visit(
        self, noun: int, entry: ActNoun, status: Status, around: Actors
    ) -> Act | None:
        visitors = tuple(
            m for m in self.arguments.owners(noun) if m.kind in ("person", "group", "government")
        ) or tuple(m for m in self.arguments.owners(noun) if m.form == "pronoun")
        sources = visitors or tuple(m for m in around if m.kind == "person")
        goals = list(self.arguments.obliques(noun, {"to", "in"}))
        head = self.doc.tokens[noun].head
        if head >= 0:
            goals.append(head)
        for goal in goals:
            place = self.places.named_by(goal)
            if place is not None and _go_abroad(sources, place):
                hosts = tuple(m for m in self._hosts(goal, place) if not _same(m, sources))
                return Act(noun, str(entry.root), entry.mode, status, sources, hosts, None, place)
        return None

    def _governing_actors(self, noun: int) -> Actors:
        """The actors who do what the clause around a noun says: "During the meeting, Lavrov …"."""
        for above in self.doc.ancestors(noun):
            token = self.doc.tokens[above]
            if token.pos in ("VERB", "AUX") or self.doc.child(above, "cop") is not None:
                subject = self.arguments.subject(above)
                if subject is None or subject == noun or noun in self.doc.subtree(subject):
                    return ()
                return tuple(self.arguments.actors(subject))
        return ()


def _same(mention: ActorMention, others: Actors) -> bool:
    return any(mention == o or (mention.key is not None and mention.key == o.key) for o in others)


def _distinct(mentions: Actors) -> Actors:
    """Each actor once, by its first words."""
    kept: list[ActorMention] = []
    for m in mentions:
        if not _same(m, tuple(kept)):
            kept.append(m)
    return tuple(kept)


def _go_abroad(actors: Actors, place: Place) -> bool:
    """A journey is a visit when someone goes to a land that is not their own."""
    travellers = [a for a in actors if a.kind in ("person", "group") or a.form == "pronoun"]
    at_home = [a for a in travellers if a.country is not None and a.country == place.country]
    return len(travellers) > len(at_home)

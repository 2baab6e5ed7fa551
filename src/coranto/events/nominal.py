"""From nouns to acts: "talks with Xi", "the envoy's visit to Moscow", "their joint statement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.actors.mentions import ActorMention
from coranto.events.acts import (
    MEASURES,
    OF_FORCE,
    Act,
    Actors,
    Phrases,
    distinct,
    goes_abroad,
    is_among,
)
from coranto.events.arguments import Arguments
from coranto.events.lexicon import ActNoun, VerbReading, readings_of, telling_nouns
from coranto.events.noun_status import EVE, STAYS, status_of_noun
from coranto.events.places import PlaceFinder
from coranto.events.status import status_of_verb
from coranto.events.verb_acts import SPOKEN, VerbActs
from coranto.types import Place, Status

_SPOUSES = ("First Lady", "First Gentleman")
_PHASES = frozenset(
    "end close conclusion start beginning outset opening course sidelines sideline margin".split()
)
"""Parts of a meeting: "at the close of his talks with Tan" tells of the talks."""
_MEASURING = EVE | MEASURES | _PHASES
_TAKING_PLACE = frozenset(("take", "hold", "convene"))
_SPOKEN_TO = frozenset(
    "urge tell warn thank ask invite assure inform press congratulate discuss brief".split()
)
"""Verbs whose object is spoken to: "in a phone call, she urged Tavakoli to …" tells of a call
of the two."""


class ActFinder:
    """Finds the acts of one document by its verbs and act nouns."""

    def __init__(self, arguments: Arguments, places: PlaceFinder) -> None:
        self.phrases = Phrases(arguments, places)
        self.nouns = NounActs(self.phrases)
        self.verbs = VerbActs(self.phrases, self.nouns)
        self.doc = arguments.doc

    def acts(self) -> list[Act]:
        """All acts in order of their predicates, each predicate once."""
        verbs, nouns, places = self._candidates()
        found = [a for i in verbs for a in self.verbs.acts_of(i)]
        found += [a for i in nouns if i not in self.verbs.told for a in self.nouns.acts_of(i)]
        found = without_words_agreed_on(found)
        inner = {a.predicate for a in found}
        stays = [a for i in places if (a := self.nouns.stay(i)) is not None]
        found += [a for a in stays if a.predicate not in inner]
        inner |= {a.predicate for a in stays}
        # "agreed to meet", "pledged to send": the act agreed on is told by its own verb; a threat
        # is told by the threat.
        threatened = {a.object for a in found if a.root == "THREATEN"}
        kept = [
            a
            for a in found
            if not (a.root == "AGREE" and a.object in inner) and a.predicate not in threatened
        ]
        return sorted(kept, key=lambda a: a.predicate)

    def _candidates(self) -> tuple[list[int], list[int], list[int]]:
        """The verbs and nouns that the tables know, and the places somebody is said to be in."""
        telling = telling_nouns()
        verbs, nouns, places = [], [], []
        peopled, sentence_of = self.phrases.arguments.peopled, self.doc.sentence_of
        for i, token in enumerate(self.doc.tokens):
            pos = token.pos
            if pos == "VERB":
                readings = readings_of(token)
                if readings and (sentence_of[i] in peopled or _may_be_of_nobody(readings)):
                    verbs.append(i)
            elif pos == "NOUN":
                if token.lemma.lower() in telling:
                    nouns.append(i)
            elif token.dep == "cop" and self.doc.tokens[token.head].pos == "PROPN":
                places.append(token.head)
        return verbs, nouns, places


def _may_be_of_nobody(readings: Sequence[VerbReading]) -> bool:
    """Whether a verb may tell an act with no actor in its sentence: "gunmen killed five
    people", "nothing was signed"."""
    return any(
        r.root in OF_FORCE or (r.root, r.frame) == ("AGREE", "puts-out") or r.lemma == "agree"
        for r in readings
    )


def without_words_agreed_on(acts: list[Act]) -> list[Act]:
    """ "Agreed to reject any threat": what two agree to say is told by their agreeing."""
    told = [a for a in acts if a.root == "AGREE"]
    agreed = {a.object for a in told if len(distinct(a.participants)) > 1}
    promised = {a.object for a in told}  # "agreed to extend the deal"
    return [
        a
        for a in acts
        if not (a.root in SPOKEN and a.predicate in agreed)
        and not ((a.root, a.mode) == ("AGREE", None) and a.predicate in promised)
    ]


class NounActs:
    """Finds the acts that the nouns of one document tell."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.arguments = phrases.arguments
        self.doc = phrases.doc
        self.places = phrases.places

    def acts_of(self, noun: int) -> Iterator[Act]:
        """The act that a noun names with its parties, if it does."""
        entry = self.phrases.noun_entry(noun)
        if entry is None or entry.root is None or self._is_titled(noun):
            return
        status = status_of_noun(self.arguments, noun)
        if status is None:
            return
        act = self.nominal(noun, status.status, self._governing_actors(noun), None)
        if act is not None:
            place = act.place or self._journeys_end(noun) or self._named_for(noun)
            yield act._replace(
                granted=status.granted,
                ahead=status.ahead,
                known=status.known or bool(self.arguments.owners(noun)),
                place=place,
            )

    def _named_for(self, noun: int) -> Place | None:
        """ "The Helsinki summit"."""
        for c in self.doc.dependents(noun, "compound"):
            place = self.places.named_by(c)
            if place is not None and not self.places.is_country(place):
                return None if self.arguments.mention_at(c) else place
        return None

    def _is_titled(self, noun: int) -> bool:
        """Whether the noun closes a proper name: "the Economic Leaders' Meeting"."""
        before = self.doc.tokens[noun - 1] if noun > 0 else None
        is_capital = self.doc.tokens[noun].text[0].isupper()
        return is_capital and before is not None and before.text[0].isupper()

    def _journeys_end(self, noun: int) -> Place | None:
        """Where the journey goes that a meeting is the reason for: "arrived in Rome for talks"."""
        head = self.doc.tokens[noun].head
        if head < 0 or self.arguments.case(noun) != "for":
            return None
        if (here := self.places.named_by(head)) is not None:
            return here  # "was in Doha for talks"
        if not any(r.frame == "goes-to" for r in readings_of(self.doc.tokens[head])):
            return None
        ends = self.arguments.obliques(head, {"in", "to", "at", "into"})
        return next((p for c in ends if (p := self.places.named_by(c)) is not None), None)

    def nominal(self, noun: int, status: Status, around: Actors, verb: int | None) -> Act | None:
        """The act of a noun; ``around`` do what its clause says, ``verb`` is a light verb's."""
        entry = self.phrases.noun_entry(noun)
        if entry is None or entry.root is None:
            return None
        if entry.frame == "goes-to":
            return self._visit(noun, entry, status, around, verb)
        return self._mutual(noun, entry, status, around, verb)

    # --- meetings, talks, calls ---

    def _mutual(
        self, noun: int, entry: ActNoun, status: Status, around: Actors, verb: int | None
    ) -> Act | None:
        second = tuple(m for c in self._with(noun, verb) for m in self.arguments.actors(c))
        sources = self._first_side(noun, second, around, verb)
        if not second and verb is None and len(distinct(sources)) < 2:
            sources, second = self._occasion(noun, sources, around)
        act = Act(noun, str(entry.root), entry.mode, status, sources, second)
        definite = self._is_definite(noun)
        whole = self.phrases.parties_of(act, verb)
        if whole is not None:
            return whole._replace(definite=definite)
        if (session := self._session(act)) is not None:
            return session
        known = self._is_theirs(noun) or self._is_of_day(noun) or (definite and not sources)
        if known and not second and entry.mode == "meet":
            place = self.places.around(noun) or self.places.anywhere(noun)
            return act._replace(sources=(), place=place, definite=True)
        return None

    def _session(self, act: Act) -> Act | None:
        """ "The EU summit taking place in Rome on Monday": a meeting of a body, of which the text
        says that it takes place."""
        noun, doc = act.predicate, self.doc
        if act.mode != "meet" or act.targets:
            return None
        telling = [c for c in doc.dependents(noun, "acl") if doc.tokens[c].lemma in _TAKING_PLACE]
        head = doc.tokens[noun].head
        if doc.tokens[noun].dep.startswith("nsubj") and doc.tokens[head].lemma in _TAKING_PLACE:
            telling.append(head)
        if not telling:
            return None
        owners = [
            m for m in self.arguments.owners(noun) if m.kind == "organisation" and not m.media
        ]
        if len(owners) != 1 or owners[0].country is not None:
            return None
        place = next((p for c in telling if (p := self.places.around(c)) is not None), None)
        return act._replace(sources=tuple(owners), place=place or self.places.around(noun))

    def _is_theirs(self, noun: int) -> bool:
        owners = self.doc.dependents(noun, "nmod:poss")
        return any(self.doc.lows[c] == "their" for c in owners)

    def _is_of_day(self, noun: int) -> bool:
        """ "Monday's meeting"."""
        owners = self.doc.dependents(noun, "nmod:poss")
        return any(self.doc.lows[c].endswith("day") for c in owners)

    def _first_side(self, noun: int, second: Actors, around: Actors, verb: int | None) -> Actors:
        """Who meets: the parties that the noun names, else those around it."""
        preps = {"between", "of", "by", "among"}
        if self._is_plural(noun):
            preps.remove("of")  # "the meetings of NATO and the EU": each has its own
        first = tuple(self._named_parties(noun, preps))
        if len(distinct(first)) > 1:
            return first
        others = (*first, *second)
        owners = tuple(m for m in self._owners(noun) if not is_among(m, others))
        named = (*owners, *first)
        if (second or verb is not None) and not (owners and second):
            others = tuple(m for m in around if not is_among(m, second))
            return (self._one_of_summit(noun, others) if second else others) or named
        return named

    def _one_of_summit(self, noun: int, around: Actors) -> Actors:
        """ "Tan and the envoy Wu arrived ahead of a summit with Lund": a summit is of leaders, so
        of two of one country only the first is at it."""
        if not around:
            return around
        first = around[0]
        if self.doc.tokens[noun].lemma.lower() == "summit":
            return tuple(m for m in around if m is first or m.country != first.country)
        # "The president and the first lady arrived for a meeting with Tan."
        return tuple(m for m in around if m is first or m.title not in _SPOUSES)

    def _owners(self, noun: int) -> Actors:
        """Whose a meeting is; "the Helsinki summit" is no party's, and his media do not meet."""
        before = {*self.doc.dependents(noun, "compound", "amod")}
        owners = self.arguments.owners(noun)
        start = self.doc.tokens[noun].start
        after = {"of", "by", "from", "between", "among"}
        return tuple(
            m
            for m in owners
            if (m.kind == "person" or m.head not in before)
            and (m.end <= start or self.arguments.case(m.head) in after)
        )

    def _occasion(self, noun: int, sources: Actors, around: Actors) -> tuple[Actors, Actors]:
        """The parties of a meeting at which the clause's actors speak to each other."""
        outer = self._outermost(noun)
        head = self.doc.tokens[outer].head
        on_occasion = self.arguments.case(outer) in ("in", "at", "during", "after", "following")
        words = {self.doc.tokens[c].lemma.lower() for c in self.doc.dependents(noun, "amod")}
        of_all = words & {"international", "multilateral", "global", "regional"}
        if of_all or self._is_of_many(noun):
            return sources, ()  # there are others too
        if not on_occasion or head < 0 or self._is_definite(noun):
            return sources, ()
        if self.doc.tokens[head].lemma.lower() in _SPOKEN_TO and len(distinct(around)) == 1:
            obj = self.arguments.object(head)
            spoken_to = () if obj is None else tuple(self.arguments.actors(obj))
            return around, tuple(m for m in spoken_to if m.kind == around[0].kind)
        theirs = self.doc.child(noun, "nmod:poss") is not None or "joint" in words
        # "After talks in Oman", "during a meeting"; "at a summit" there are others too.
        of_two = self.doc.child(noun, "det") is None or self.doc.tokens[noun].lemma == "meeting"
        of_two = of_two or "call" in self.phrases.classes(noun) or self._is_by_phone(noun)
        if len(distinct(around)) > 1 and (theirs or of_two):
            return around, ()
        return sources, ()

    def _is_of_many(self, noun: int) -> bool:
        """ "A meeting of top diplomats": one of more than those who speak at it."""
        for c in self.arguments.obliques(noun, {"of", "among"}):
            token = self.doc.tokens[c]
            counted = self.doc.dependents(c, "nummod", "det")
            is_pair = any(self.doc.lows[d] in ("two", "both") for d in counted)
            if token.pos == "NOUN" and token.text.lower() != token.lemma.lower() and not is_pair:
                return True
        return False

    def _is_by_phone(self, noun: int) -> bool:
        entry = self.phrases.noun_entry(noun)
        return entry is not None and entry.mode == "call"

    def _outermost(self, noun: int) -> int:
        """The noun of the whole phrase: "during a photo opportunity at their summit"."""
        owned = self.doc.child(noun, "nmod:poss") is not None
        while owned and self.doc.tokens[noun].dep == "nmod" and self._is_nominal(noun):
            noun = self.doc.tokens[noun].head
        return noun

    def _is_nominal(self, i: int) -> bool:
        head = self.doc.tokens[i].head
        return head >= 0 and self.doc.tokens[head].pos == "NOUN"

    def _with(self, noun: int, verb: int | None) -> list[int]:
        """The "with" phrases of the noun, or of the verb that it is the object of."""
        preps = {"with"} if verb is None else {"with", "from"}
        # Not "for trade with China in a meeting with her"
        found = [c for c in self.arguments.obliques(noun, preps) if c > noun]
        if not found and verb is not None:
            found = list(self.arguments.obliques(verb, preps))
        head = self.doc.tokens[noun].head
        if not found and head >= 0 and self.doc.tokens[head].lemma.lower() in EVE:
            found = [c for c in self.arguments.obliques(head, preps) if c > noun]
        return found  # "the eve of his summit with Tan", hung on the eve

    def _named_parties(self, noun: int, preps: set[str]) -> Iterator[ActorMention]:
        for c in self.arguments.obliques(noun, preps):
            yield from self.arguments.actors(c)

    def _is_plural(self, noun: int) -> bool:
        token = self.doc.tokens[noun]
        return token.text.lower() == f"{token.lemma.lower()}s" and token.lemma != "talk"

    def _is_definite(self, noun: int) -> bool:
        return any(
            self.doc.lows[c] in ("the", "this", "that") for c in self.doc.dependents(noun, "det")
        )

    # --- visits ---

    def stay(self, place_word: int) -> Act | None:
        """ "Was in Doha on Tuesday": a visit told by the place alone."""
        doc = self.doc
        place = self.places.named_by(place_word)
        subject = self._who_is_at(place_word)
        if place is None or subject is None or self.arguments.case(place_word) != "in":
            return None
        purposes = list(self.arguments.obliques(place_word, {"for"}))
        visits = [c for c in purposes if doc.tokens[c].lemma.lower() in STAYS]
        visitors = tuple(m for m in self.arguments.actors(subject) if m.kind == "person")
        status = status_of_verb(self.arguments, place_word)
        talks = any(self.phrases.classes(c) & {"talks", "meeting"} for c in purposes)
        if not (talks or visits) or status is None:
            return None
        if not goes_abroad(visitors, place):
            return None
        hosts = self.phrases.hosts(place_word, place)
        predicate = visits[0] if visits else place_word
        return Act(predicate, "CONSULT", "visit", status, visitors, hosts, None, place)

    def _who_is_at(self, place_word: int) -> int | None:
        """The subject of "was in Doha", which the parse may hang on the purpose or a later verb."""
        doc = self.doc
        own, cop = doc.child(place_word, "nsubj"), doc.child(place_word, "cop")
        if own is not None or not cop:
            return own
        before = self.arguments.mention_at(cop - 1)
        is_subject = before is not None and doc.tokens[before.head].dep == "nsubj"
        return before.head if before is not None and is_subject else None

    def _visit(
        self, noun: int, entry: ActNoun, status: Status, around: Actors, verb: int | None
    ) -> Act | None:
        owners = (*self.arguments.owners(noun), *self._named_parties(noun, {"by", "of"}))
        kind: Actors = ()
        is_by_kind = verb is not None and all(m.form in ("role", "group") for m in owners)
        if is_by_kind and any(m.kind == "person" for m in around):
            owners, kind = (), owners  # "Lund is making the first visit by a Norwegian leader"
        visitors = tuple(m for m in owners if m.kind in ("person", "group", "government")) or tuple(
            m for m in owners if m.form == "pronoun"
        )
        sources = distinct(visitors) or tuple(m for m in around if m.kind == "person")
        heads = (noun, *(m.head for m in (*sources, *kind)))  # "a visit by Tan to Moscow"
        preps = {"to", "in"}
        if self.doc.tokens[noun].lemma.lower() == "arrival":
            preps.add("at")
        goals = [g for h in heads for g in self.arguments.obliques(h, preps)]
        head = self.doc.tokens[noun].head
        if head >= 0:
            goals.append(head)
        for goal in goals:
            place = self.places.named_by(goal)
            if place is None and self.arguments.case(goal) == "at":
                place = self.places.reached(goal)
            if place is not None and goes_abroad(sources, place):
                hosts = self.phrases.hosts(goal, place)
                hosts = tuple(m for m in hosts if not is_among(m, sources))
                return Act(noun, str(entry.root), entry.mode, status, sources, hosts, None, place)
        return None

    def _governing_actors(self, noun: int) -> Actors:
        """The actors who do what the clause around a noun says: "During the meeting, Lavrov …"."""
        inner = noun
        for above in self.doc.ancestors(noun):
            token = self.doc.tokens[above]
            if token.pos == "NOUN" and not self._passes_through(inner, above):
                return ()
            inner = above
            if token.pos in ("VERB", "AUX") or self.doc.child(above, "cop") is not None:
                found = self._actors_of_clause(noun, above)
                if token.dep == "ccomp" and self._is_parted(noun):
                    continue  # "said that she saw a foe, on the eve of talks": the speaker's
                his = tuple(m for m in found if self._may_be_his(noun, m))
                if self._is_his(noun):
                    his = his[:1]  # "Lund and Tan talk before his meeting with Rao"
                # "He said that Norway looked forward to it in his meeting with Tan": the speaker's
                if his or not found or token.dep != "ccomp":
                    return his
        return ()

    def _is_parted(self, noun: int) -> bool:
        """ ", on the eve of talks": whether a comma parts a phrase of time from the clause."""
        outer = self.doc.tokens[noun].head
        if outer < 0 or self.doc.tokens[outer].lemma.lower() not in EVE:
            return False
        first = self.doc.subtree(outer)[0]
        return first > 0 and self.doc.tokens[first - 1].text in (",", "”", '"')

    def _actors_of_clause(self, noun: int, verb: int) -> Actors:
        """Those who do what the verb says; a person to whom it is done: "Lund was told of it at a
        meeting with Tan"."""
        subject = self.arguments.subject(verb)
        told = subject is None and self.arguments.is_passive(verb)
        if told:
            subject = self.arguments.object(verb)
        if subject is None or subject == noun or noun in self.doc.subtree(subject):
            return ()
        found = [m for m in self.arguments.actors(subject) if not m.media]
        return tuple(m for m in found if m.kind == "person" or not told)

    def _is_his(self, noun: int) -> bool:
        owners = self.doc.dependents(noun, "nmod:poss")
        return any(self.doc.lows[c] in ("his", "her") for c in owners)

    def _passes_through(self, inner: int, above: int) -> bool:
        """ "After two days of talks", "on the eve of his meeting": the outer noun only measures or
        places the inner; "Trump's approach to a discussion" is a thing of its own."""
        doc = self.doc
        if doc.child(above, "cop") is not None or doc.tokens[inner].pos == "VERB":
            return True
        lemma = doc.tokens[above].lemma.lower()
        case = self.arguments.case(inner)
        if case in ("at", "in", "during") and doc.child(inner, "nmod:poss") is not None:
            return True  # "at a photo session at their summit"
        return lemma in _MEASURING or case in (None, "before", "for")

    def _may_be_his(self, noun: int, actor: ActorMention) -> bool:
        """Whether "his meeting" may be that of the actor around it."""
        words = {self.doc.lows[c] for c in self.doc.dependents(noun, "nmod:poss")}
        if not words & {"his", "her"}:
            return True
        of_other = {"she", "her"} if "his" in words else {"he", "him", "his"}
        return actor.kind == "person" and actor.text.lower() not in of_other

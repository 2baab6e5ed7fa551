"""From verbs to acts: the readings of ``verbs.tsv`` applied to one parsed text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from coranto.actors.mentions import ActorMention
from coranto.events import concerned as whom
from coranto.events.acts import (
    OF_FORCE,
    Act,
    Actors,
    Phrases,
    distinct,
    goes_abroad,
    is_among,
)
from coranto.events.arrivals import arrival, by_goal
from coranto.events.idle import (
    is_as_done,
    is_by_spies,
    is_glance,
    is_in_force,
    is_purpose,
    is_state,
)
from coranto.events.leaving import leaving, left
from coranto.events.lexicon import QUADS, VerbReading, readings_of
from coranto.events.scenes import place_of
from coranto.events.signing import is_joint_signature, signed_by_unnamed, unsigned
from coranto.events.status import FUTURE, is_past, is_present, status_of_verb
from coranto.types import Status

_NEEDS_NO_SOURCE = frozenset(("SANCTION", "COERCE", "ASSAULT"))
_DOERLESS = _NEEDS_NO_SOURCE | {"AID"}
_JOURNEYS_END = frozenset(("CONSULT", "AGREE"))
"""Acts for which people travel or meet: "arrived to sign the accord" tells of a signing."""
_NEEDS_NO_TARGET = frozenset(("REJECT", "AGREE", "RETREAT", "MOBILIZE", "PROTEST"))
_OWN_FORCES = frozenset(("RETREAT", "MOBILIZE"))
_RETALIATING = frozenset("retaliate punish avenge crush destroy annihilate".split())
"""Verbs whose promise is a threat, though the tables have no reading of them."""
_MEDIA = frozenset(("media", "press", "newspaper", "network", "broadcaster", "outlet"))
_REPORTERS = frozenset(("a reporter", "reporters", "journalists", "a journalist", "an interviewer"))
_SAYING = frozenset(
    "comment say discuss answer elaborate give identify name specify speak disclose reveal confirm"
    " respond be provide release address talk speculate rule believe accept".split()
)
"""What people decline to do to a reporter: no act between parties."""


_UNDOING = frozenset("postpone cancel suspend scrap delay freeze halt drop end".split())
_DENIED_GOODS = frozenset(
    "respect access entry visa right permission bail asylum chance opportunity funding service food"
    " medicine passage recognition credit vote voice justice".split()
)
"""What is not given when it is denied: no claim is rejected."""
_PUT_OUT = frozenset(("agreement", "plan", "joint"))
_CONVENING = frozenset(("hold", "convene", "begin", "start", "open", "cancel", "call", "postpone"))
"""Light verbs that say of a body that it met: "the Security Council held a meeting"."""
_OCCASIONS = frozenset(("talks", "meeting", "visit"))
_AS_OF_TALKS = frozenset(("minutes", "hour", "hours", "sidelines", "margins", "fringes"))
"""What two who "spoke for ten minutes on the sidelines" spoke for and at: with each other."""
SPOKEN = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "AGREE"))
"""Acts that are mostly done by saying something."""
_TALKED_OF = frozenset(
    "discuss talk congratulate thank apologise apologize assure express convey tell inform wish say"
    " offer ask urge brief review reassure explain complain protest confirm propose".split()
)
"""What people ring each other up for."""
_STATES = frozenset("back support oppose occupy recognise recognize trade cooperate".split())
"""Verbs that in the simple present tell a state."""
_STATES_ACTING = ("country", "government")
_PHONES = frozenset(
    "phone telephone videolink video videoconference teleconference call hotline".split()
)


class NominalReader(Protocol):
    """Reads the act that a noun names: what light verbs ("held talks") ask of the nouns' reader."""

    def nominal(self, noun: int, status: Status, around: Actors, verb: int | None) -> Act | None:
        """The act, given the actors around the noun and the light verb over it, if any."""


class VerbActs:
    """Finds the acts that the verbs of one document tell."""

    def __init__(self, phrases: Phrases, nominal: NominalReader) -> None:
        self.phrases = phrases
        self.arguments = phrases.arguments
        self.doc = phrases.doc
        self.places = phrases.places
        self.nominal = nominal
        self.told: set[int] = set()
        """Nouns whose act a verb has told: "held talks"."""

    def acts_of(self, verb: int) -> Iterator[Act]:
        """The act of a verb: that of the first reading that fits, if one does."""
        if (denied := unsigned(self.phrases, verb)) is not None:
            yield denied
            return
        for reading in readings_of(self.doc.tokens[verb]):
            if not self._fits(verb, reading):
                continue
            act = self._read(verb, reading)
            if act is not None:
                ahead = self._is_hours_before(verb) and act.mode != "visit"
                status = "planned" if ahead else act.status
                granted = ahead or self._is_aside(verb) or self._is_under_way(verb)
                granted = granted or (status == "happened" and self._is_as_present(verb))
                act = act._replace(granted=granted, ahead=ahead, status=status)
                yield from by_goal(self.phrases, act)
                return
        if (unnamed := signed_by_unnamed(self.phrases, verb)) is not None:
            yield unnamed

    def _is_under_way(self, verb: int) -> bool:
        """ "Is meeting Tan": now, or by a plan."""
        aux = {self.doc.lows[c] for c in self.doc.dependents(verb, "aux")}
        return self.doc.lows[verb].endswith("ing") and bool(aux) and aux <= {"is", "are"}

    def _is_as_present(self, verb: int) -> bool:
        """ "A question for Lund as he meets Tan": now, or to come."""
        marks = self.arguments.markers(verb)
        return is_present(self.arguments, verb) and bool(marks & {"as", "while"})

    def _is_hours_before(self, verb: int) -> bool:
        """ "Just hours before meeting Putin"; not "a day before he met Putin", which is over."""
        if is_past(self.arguments, verb):
            return False
        marks = [c for c in self.doc.dependents(verb, "mark", "case") if c > 0]
        return any(
            self.doc.lows[c] == "before"
            and self.doc.tokens[c - 1].lemma.lower() in ("hour", "minute", "day", "moment")
            for c in marks
        )

    def _is_aside(self, verb: int) -> bool:
        """ "By meeting Tan, he sends a message": taken for granted, whether over or to come."""
        doc = self.doc
        is_gerund = doc.lows[verb].endswith("ing")
        marks = self.arguments.markers(verb) | {self.arguments.case(verb)}
        plain = doc.child(verb, "nsubj", "aux") is None
        return is_gerund and plain and bool(marks & {"by", "for", "in", "while"})

    # --- whether a reading fits ---

    def _fits(self, verb: int, reading: VerbReading) -> bool:
        if reading.particle is not None and not self._has_particle(verb, reading.particle):
            return False
        if reading.particle is None:
            # "Called out" is no call; "called on Xi to …" is one on him.
            particle = self.doc.child(verb, "compound:prt")
            if particle is not None and self.doc.lows[particle] not in reading.preps:
                return False
        if reading.lemma == "go" and reading.mode == "strike" and not self._is_on(verb, "strike"):
            return False  # not "go to the polls on Sunday"
        if not reading.objects:
            return True
        obj = self.arguments.object(verb)
        if reading.frame == "leaves" and left(self.phrases, verb, reading.preps) is None:
            return False
        if obj is None or reading.objects == {"0"}:
            return obj is None and reading.objects == {"0"}
        if "person" in reading.objects:
            return any(m.kind == "person" for m in self.arguments.actors(obj))
        classes = self.phrases.classes(obj)
        if reading.objects == {"actor"} and reading.lemma == "host" and classes & _OCCASIONS:
            return False
        if "actor" in reading.objects and self.arguments.actors(obj):
            return True
        return bool(classes & reading.objects)

    def _is_on(self, verb: int, noun: str) -> bool:
        return any(self.doc.lows[c] == noun for c in self.arguments.obliques(verb, {"on"}))

    def _has_particle(self, verb: int, particle: str) -> bool:
        """Whether the verb has its particle, beside it or behind its object."""
        following = verb + 1 < len(self.doc.tokens)
        if following and self.doc.lows[verb + 1] == particle:
            return True
        behind = self.doc.children[verb]
        if self.doc.child(verb, "obj") is None:  # not "both sit far down on the list"
            behind = tuple(self.doc.dependents(verb, "compound:prt"))
        return any(self.doc.lows[c] == particle for c in behind)

    # --- readings ---

    def _read(self, verb: int, reading: VerbReading) -> Act | None:
        needs_doer = reading.frame not in ("light", "mutual") and reading.root not in _DOERLESS
        if needs_doer and not self.phrases.subject_actors(verb):
            return None  # asked first: most verbs fall here
        if self._is_no_deed(verb, reading):
            return None
        status = status_of_verb(self.arguments, verb)
        if status is None or (status == "denied" and self._is_idle(verb, reading)):
            return None
        if reading.root == "ASSAULT" and len(list(self.doc.dependents(verb, "obj", "iobj"))) > 1:
            return None  # "shot her a look"
        if reading.lemma == "shoot" and is_glance(self.arguments, verb):
            return None
        if reading.lemma == "attack" and is_by_spies(self.arguments, verb):
            return None  # on a land by its spies: with no weapon of war
        own_way = {
            "light": self._light,
            "mutual": self._mutual,
            "goes-to": self._goes_to,
            "alone": self._alone,
            "gets-from": self._gets_from,
            "rings": self._rings,
        }.get(reading.frame)
        if own_way is not None:
            return own_way(verb, reading, status)
        if reading.frame == "leaves":
            return leaving(self.phrases, verb, reading, status)
        return self._done_to(verb, reading, status) if self._fits_frame(verb, reading) else None

    def _is_no_deed(self, verb: int, reading: VerbReading) -> bool:
        if reading.lemma in ("extend", "renew") and "before" in self.arguments.markers(verb):
            return True  # "will ask for pledges before renewing the pact": if at all
        if is_as_done(self.arguments, verb):
            return True
        if reading.root not in _JOURNEYS_END and is_purpose(self.arguments, verb):
            return True
        if reading.lemma in _STATES and is_state(self.arguments, verb):
            return True
        lasts = reading.root in ("COERCE", "SANCTION") and reading.mode != "arrest"
        return lasts and is_in_force(self.arguments, verb)

    def _fits_frame(self, verb: int, reading: VerbReading) -> bool:
        if reading.frame == "promise":
            complement = self._complement(verb)
            if complement is None:
                return reading.lemma == "pledge"
            to_come = {self.doc.lows[c] for c in self.doc.children[complement]}
            return self.arguments.is_infinitive(complement) or bool(to_come & {"will", "would"})
        if reading.lemma == "agree" and self._complement(verb) is None:
            text = self.doc.lows[verb]
            return text not in ("agree", "agrees") or self.doc.child(verb, "aux") is not None
        if reading.lemma == "ask":
            return self._asks_for(verb)
        if reading.frame == "orders":
            below = self.doc.dependents(verb, "xcomp", "ccomp", "advcl")
            return any(self.arguments.is_infinitive(c) for c in below)
        if reading.frame == "words":
            persons = [m.kind == "person" for m in self.phrases.subject_actors(verb)]
            return (all(persons) and bool(persons)) or any(self._reasons(verb, reading))
        return True

    def _asks_for(self, verb: int) -> bool:
        """ "Asked Germany for tanks", "asked it to send tanks"; to ask whether is no request."""
        below = self.doc.dependents(verb, "xcomp", "ccomp", "advcl")
        wanted = any(self.arguments.is_infinitive(c) for c in below)
        wanted = wanted or any(self.arguments.obliques(verb, {"for"}))
        obj = self.arguments.object(verb)
        wanted = wanted or (obj is not None and any(self.arguments.obliques(obj, {"for"})))
        askers = self.phrases.subject_actors(verb)
        return wanted and not any(m.media or m.text in _REPORTERS for m in askers)

    def _is_said(self, verb: int) -> bool:
        """ "Called her to discuss the truce": what is said on the phone."""
        lemma = self.doc.tokens[verb].lemma.lower()
        return self.arguments.is_infinitive(verb) and lemma in _TALKED_OF

    def _reasons(self, verb: int, reading: VerbReading) -> Iterator[int]:
        yield from self.arguments.obliques(verb, reading.preps)
        for c in self.doc.dependents(verb, "advcl"):
            if self.arguments.markers(c) & reading.preps:
                yield c

    def _rings(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        """ "Called her on Friday"; "called her a friend", "called on her" are no calls."""
        complement = self._complement(verb)
        if complement is not None and not self._is_said(complement):
            return None
        if self.doc.child(verb, "compound:prt", "iobj") is not None:
            return None
        if self.arguments.is_passive(verb):
            return None
        named = list(self.doc.dependents(verb, "obj", "xcomp", "parataxis"))
        named = [c for c in named if c != complement]
        sources = self.phrases.subject_actors(verb)
        if len(named) != 1 or not sources or any(m.kind != "person" for m in sources):
            return None
        if self._is_named_something(named[0]):
            return None
        return self._mutual(verb, reading, status)

    def _is_named_something(self, obj: int) -> bool:
        """ "Called her “a friend”", however the parse hangs the name for her."""
        mention = self.arguments.mention_at(obj)
        after = "" if mention is None else self.doc.text[mention.end : mention.end + 4].lower()
        return after[1:2] in ("“", '"', "'", "‘") or after.startswith((" a ", " an "))

    def _is_idle(self, verb: int, reading: VerbReading) -> bool:
        """What was not said is no event, nor what "will never" be done, but for meetings."""
        aux = {self.doc.lows[c] for c in self.doc.dependents(verb, "aux")}
        return reading.root in SPOKEN or (reading.root != "CONSULT" and bool(aux & FUTURE))

    def _others(self, verb: int, reading: VerbReading) -> Actors:
        out: list[ActorMention] = []
        for c in self.arguments.obliques(verb, reading.preps):
            if whom.is_in_mind(self.phrases, c):
                continue
            found = self.arguments.actors(c)
            if not found and not whom.is_accompaniment(self.phrases, c):
                found = self.arguments.owners(c)
            out += found or self._included(c) or self._included(verb)
        obj = self.arguments.object(verb)
        if not out and obj is not None and reading.frame != "mutual":
            # "sanctions on Iran", "an agreement with Wang": the parse hangs it on the object.
            for noun in {obj: None, self.phrases.seen_through(obj): None}:
                for c in self.arguments.obliques(noun, reading.preps):
                    found = self.arguments.actors(c)
                    owned = self.arguments.owners(c) if reading.root == "ACCUSE" else []
                    out += found or owned  # "concern about Georgia's law"
        return tuple(out)

    def _included(self, noun: int) -> list[ActorMention]:
        """The actors that a phrase names as some of many: "leaders, including Tan"."""
        found = self.arguments.obliques(noun, {"including"})
        return [m for c in found for m in self.arguments.actors(c)]

    def _mutual(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        sources = self.phrases.subject_actors(verb)
        if reading.preps and reading.objects == {"0"}:
            fits = any(self.arguments.obliques(verb, reading.preps))
            if not fits and (len(sources) < 2 or self._is_about(verb)):
                return None
        obj = self.arguments.object(verb)
        others = tuple(m for m in self._others(verb, reading) if m.form != "demonym")
        if reading.lemma in ("speak", "talk"):
            others = tuple(m for m in others if m.kind != "organisation")
        if obj is not None and not self.phrases.classes(obj) & reading.objects:
            joint = reading.mode == "sign" and is_joint_signature(self.phrases, obj, sources)
            others = others if joint else (*self.arguments.actors(obj), *others)
            if not others and not joint:  # met the deadline
                return None
        elif obj is not None and not others:
            others = self._behind(obj, reading)
        is_treaty = all(m.kind == "organisation" for m in others)
        if self.arguments.is_passive(verb) and obj is not None and is_treaty:
            return None  # "a pact negotiated by Norway": with whom is not said
        if not any(self.arguments.obliques(verb, {"with"})):
            self._tell_occasions(verb)
        by_phone = reading.mode == "talks" and self._by_phone(verb)
        mode = "call" if by_phone else reading.mode
        act = self.phrases.parties_of(Act(verb, reading.root, mode, status, sources, others))
        is_thing = reading.mode == "sign" or "commission" in reading.objects
        return act and act._replace(object=obj if is_thing else None)

    def _tell_occasions(self, verb: int) -> None:
        """ "Met for a summit", "meet in two sessions": the noun tells no second meeting."""
        for c in self.arguments.obliques(verb, {"for", "in", "at", "during"}):
            entry = self.phrases.noun_entry(c)
            is_plain = not any(self.arguments.obliques(c, {"with", "between"}))
            if entry is not None and entry.frame == "mutual" and is_plain:
                self.told.add(c)

    def _behind(self, obj: int, reading: VerbReading) -> Actors:
        """The other side where the parse hangs it on the thing: "exercises with China"."""
        found = self.arguments.obliques(obj, reading.preps)
        return tuple(m for c in found for m in self.arguments.actors(c))

    def _is_about(self, verb: int) -> bool:
        """ "Both spoke about the need": each to the public, unless "with each other", by phone, or
        so long as only a talk is said to last."""
        if self.doc.tokens[verb].lemma.lower() not in ("speak", "talk", "chat"):
            return False
        words = {self.doc.lows[c] for c in self.doc.dependents(verb, "obl")}
        if words & _AS_OF_TALKS or self._by_phone(verb):
            return False
        if self.doc.lows[verb].endswith("ing") and not self.doc.child(verb, "aux"):
            return True
        return any(
            self.arguments.case(c) in ("about", "of", "at", "on", "to", "in", "before")
            for c in self.doc.dependents(verb, "obl", "advcl")
        )

    def _by_phone(self, verb: int) -> bool:
        for c in self.doc.dependents(verb, "obl", "advmod"):
            if self.doc.tokens[c].lemma.lower() in _PHONES:
                return True
            below = self.doc.dependents(c, "compound", "amod")
            if any(self.doc.tokens[d].lemma.lower() in _PHONES for d in below):
                return True
        return False

    def _goes_to(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        sources = self.phrases.subject_actors(verb)
        goals = list(self.arguments.obliques(verb, reading.preps))
        obj = self.arguments.object(verb)
        if not reading.preps:
            bare = [c for c in self.doc.dependents(verb, "obl") if not self.arguments.case(c)]
            goals = [obj, *bare] if obj is not None else bare
        for goal in goals:
            visited = tuple(m for m in self.arguments.actors(goal) if m.kind == "person")
            if visited and not reading.preps and not _are_reporters(sources):
                place = self.places.around(verb)
                whole = Act(verb, reading.root, reading.mode, status, sources, visited, None, place)
                return whole if sources else None  # "visited the king at his castle"
            place = self.places.reached(goal)
            if place is not None and goes_abroad(sources, place) and not _are_reporters(sources):
                hosts = self.phrases.hosts(goal, place)
                return Act(verb, reading.root, reading.mode, status, sources, hosts, None, place)
        return None if goals else arrival(self.phrases, verb, status, sources)

    def _alone(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        """An act that has no other side: "resigned", "declared a ceasefire"."""
        sources = distinct(self.phrases.subject_actors(verb))
        if not sources:
            return None
        obj = self.arguments.object(verb)
        return Act(verb, reading.root, reading.mode, status, sources, (), obj)

    def _gets_from(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        """ "Ukraine received missiles from Britain": the giver is the one who acts."""
        sources = distinct(self._others(verb, reading))
        targets = tuple(
            m for m in distinct(self.phrases.subject_actors(verb)) if not is_among(m, sources)
        )
        if not sources or not targets or not self._from_another(verb, reading):
            return None
        obj = self.arguments.object(verb)
        return Act(verb, reading.root, reading.mode, status, sources, targets, obj)

    def _from_another(self, verb: int, reading: VerbReading) -> bool:
        return reading.root != "AID" or not self.arguments.is_passive(verb)

    def _light(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        obj = self.arguments.object(verb)
        if obj is None:
            return None
        noun = self.phrases.seen_through(obj)
        if reading.lemma in ("cancel", "call", "postpone", "scrap"):
            told: dict[Status, Status] = {"happened": "cancelled", "denied": "planned"}
            status = "cancelled" if status == "planned" else told.get(status, status)
        if reading.lemma == "announce" and status == "happened":
            status = "planned"
        doers = self.phrases.subject_actors(verb)
        if reading.lemma == "attend" and (
            self._is_of_a_body(noun)
            or (self.arguments.is_passive(verb) and not self._is_of_those_at(noun, doers))
            or self.arguments.is_reduced_passive(verb)
        ):
            # "Both attended the annual NATO summit", "the meeting, attended by his aides": that
            # those met one another is not said.
            return None
        if reading.lemma == "host" and self.arguments.is_reduced_passive(verb):
            return None  # "met for talks hosted by Oman": those who met tell of them
        act = self.nominal.nominal(noun, status, doers, verb)
        is_alone = act is not None and act.mode == "meet" and not act.targets and act.sources
        if act is None or (is_alone and reading.lemma not in _CONVENING):
            return None
        self.told.add(noun)
        place = act.place or self.places.around(verb)
        takes_part = any(is_among(m, act.participants) for m in doers)
        mode = (reading.mode if takes_part else None) or act.mode
        if mode == "talks" and self._by_phone(verb):
            return act._replace(predicate=verb, place=None, mode="call")
        return act._replace(predicate=verb, place=place, mode=mode)

    def _is_of_those_at(self, noun: int, doers: Actors) -> bool:
        """ "The talks were attended by Lund and Tan": persons of two lands, and no others named."""
        lands = {m.country for m in doers if m.kind == "person" and m.form != "group"} - {None}
        others = self.arguments.obliques(noun, {"between", "with", "of", "among"})
        is_anybodys = any(others) or bool(self.arguments.owners(noun))
        return len(lands) > 1 and not is_anybodys

    def _is_of_a_body(self, noun: int) -> bool:
        """Whether a meeting is an organisation's, or bears a name of its own."""
        before = self.doc.dependents(noun, "compound", "amod", "nmod:poss")
        found = (self.arguments.mention_at(c) for c in before)
        is_annual = any(self.doc.lows[c] == "annual" for c in before)
        return is_annual or any(m is not None and m.kind == "organisation" for m in found)

    # --- one does it to another ---

    def _done_to(self, verb: int, reading: VerbReading, status: Status) -> Act | None:
        sources = self.phrases.subject_actors(verb)
        obj = self._thing(verb, reading)
        if obj is None and reading.root == "AGREE" and reading.mode is None:
            return None
        needs_phrase = reading.objects == {"0"} and reading.preps and reading.frame != "promise"
        if needs_phrase and not any(self.arguments.obliques(verb, reading.preps)):
            return None
        if not sources and obj is not None and self._is_owners_deed(verb, reading, obj):
            sources = tuple(self.arguments.owners(obj))
        complement = self._complement(verb)
        if complement is not None and not self._complement_fits(verb, reading, complement):
            return None
        targets = self._targets(verb, reading, obj, complement)
        targets = tuple(
            t for t in distinct(targets) if not is_among(t, sources) and not self._is_set_apart(t)
        )
        if reading.root in OF_FORCE and self.arguments.marker(verb) != "that":
            sources, targets = self._with_unnamed(verb, sources, targets, obj)
        if reading.root in _OWN_FORCES or reading.mode == "withdraw":
            targets = tuple(t for t in targets if not _is_own(t, sources))
        both = distinct(sources)
        is_mutual = not targets and len(both) > 1
        if is_mutual and (reading.root, reading.lemma) == ("SANCTION", "cut"):
            sources, targets = both[:1], both[1:]  # "they cut ties in 2016": with each other
        if not self._is_whole(verb, reading, sources, targets, obj):
            return None
        root = self._root(verb, reading, sources, complement)
        if reading.mode == "joint-statement" and len(distinct((*sources, *targets))) > 1:
            sources, targets = distinct((*sources, *targets)), ()
        elif is_mutual and root == "AGREE":
            sources, targets = both[:1], both[1:]
        if obj is not None and reading.frame == "puts-out":
            self.told.add(self.phrases.seen_through(obj))
        mode = reading.mode
        if reading.lemma == "protest" and all(m.kind in _STATES_ACTING for m in sources):
            root, mode = "ACCUSE", "disapprove"  # a government does not march
        if reading.lemma == "invade" and obj is not None and "site" in self.phrases.classes(obj):
            mode = None  # an embassy is invaded by a crowd, without arms of war
        place = place_of(self.phrases, verb, obj, reading, targets)
        return Act(verb, root, mode, status, sources, targets, obj, place)

    def _is_set_apart(self, mention: ActorMention) -> bool:
        """ "Blamed Norway, not Oman": by the words, however the parse hangs them together."""
        before = self.doc.tokens_in(mention.start, mention.end)[0] - 1
        return before >= 0 and self.doc.lows[before] == "not"

    def _with_unnamed(
        self, verb: int, sources: Actors, targets: Actors, obj: int | None
    ) -> tuple[Actors, Actors]:
        """Gunmen and civilians: those who do and suffer violence are mostly nobody by name."""
        subject = self.arguments.subject(verb)
        if not sources and subject is not None and "agent" in self.phrases.classes(subject):
            sources = (self.phrases.unnamed(subject),)
        if obj is None:
            return sources, targets
        if not targets and self.phrases.classes(obj) & {"people", "site"}:
            targets = (self.phrases.unnamed(obj),)
        elif not targets and sources:
            targets = whom.struck_behind(self.phrases, verb, obj)
        elif targets and self.arguments.mention_at(obj) is not None:
            targets = (*targets, *self._unnamed_beside(obj, targets))
        return sources, targets

    def _unnamed_beside(self, obj: int, targets: Actors) -> Iterator[ActorMention]:
        """ "Hacked the ministry and Lund's campaign": those joined to a named one."""
        for c in self.doc.dependents(obj, "conj"):
            known = self.arguments.mention_at(c)
            is_one = bool(self.phrases.classes(c) & {"people", "agent", "body"})
            told = any(is_among(m, targets) for m in self.arguments.owners(c))
            if is_one and not told and (known is None or known.head != c):
                yield self.phrases.unnamed(c)

    def _is_owners_deed(self, verb: int, reading: VerbReading, obj: int) -> bool:
        """ "U.S. sanctions imposed over Crimea": sanctions are imposed by those whose they are."""
        return reading.root in ("SANCTION", "ASSAULT", "AID") and bool(
            self.phrases.classes(obj) & {"sanction", "attack", "aid", "arms"}
        )

    def _complement(self, verb: int) -> int | None:
        """The verb of what is agreed to, threatened or refused ("threatened on Tuesday to …")."""
        own = self.doc.child(verb, "xcomp", "ccomp")
        if own is not None:
            return own if self.doc.tokens[own].pos != "PROPN" else None
        below = self.doc.dependents(verb, "advcl")
        return next((c for c in below if self.arguments.is_infinitive(c)), None)

    def _thing(self, verb: int, reading: VerbReading) -> int | None:
        """What is put out, agreed on or otherwise acted on."""
        obj = self.arguments.object(verb)
        if obj is None and (reading.root == "AGREE" or reading.frame == "puts-out"):
            obj = self._complement(verb) or next(
                self.arguments.obliques(verb, {"on", "to", "for"}), None
            )
        if obj is not None and self._is_bare_pronoun(obj):
            return None  # "what they had agreed" names nothing
        is_put = reading.frame == "puts-out" or reading.root == "AGREE"
        return self._put_out(verb, obj) if is_put and obj is not None else obj

    def _put_out(self, verb: int, obj: int) -> int:
        """ "An accord on relations proposed by Norway", "a copy of the pact signed": the accord is
        proposed, the pact signed, whatever noun the parse hangs the participle on."""
        if not self.arguments.is_reduced_passive(verb) or self.phrases.classes(obj) & _PUT_OUT:
            return obj
        doc = self.doc
        below = [c for c in self.arguments.obliques(obj, {"of"}) if c < verb]
        above = []
        for i in doc.ancestors(obj):
            if doc.tokens[i].pos != "NOUN" or doc.tokens[i].dep not in (
                "nmod",
                "obj",
                "obl",
                "nsubj",
            ):
                break
            above.append(i)
        return next((i for i in (*below, *above) if self.phrases.classes(i) & _PUT_OUT), obj)

    def _is_bare_pronoun(self, noun: int) -> bool:
        return self.doc.tokens[noun].pos == "PRON" and not self.arguments.actors(noun)

    def _complement_fits(self, verb: int, reading: VerbReading, complement: int) -> bool:
        """Whether what is agreed to, refused or threatened is an act between parties."""
        lemma = self.doc.tokens[complement].lemma.lower()
        if reading.root == "AGREE":
            # "Analysts agree that it is so" is an opinion; "agreed to …", "that … would" is not.
            is_deed = self.arguments.is_infinitive(complement) or reading.lemma != "agree"
            words = {self.doc.lows[c] for c in self.doc.children[complement]}
            return is_deed or bool(words & {"would", "will", "should", "must"})
        if reading.root == "REJECT" and reading.mode == "decline":
            return lemma not in _SAYING
        if reading.lemma == "insist":
            # "insisted that Iran stop", not "insisted that Iran has stopped"
            bare = self.doc.lows[complement] == lemma
            return bare and self.doc.child(complement, "aux", "cop") is None
        return True

    def _root(
        self, verb: int, reading: VerbReading, sources: Actors, complement: int | None
    ) -> str:
        """The PLOVER type, where the reading's own depends on what is promised."""
        if reading.root != "AGREE" or complement is None:
            return reading.root
        if self._is_hostile(complement):
            return "AGREE" if self._is_ruled_out(verb, complement) else "THREATEN"
        if reading.frame == "promise" and self._is_ruled_out(verb, complement):
            return "REJECT"  # "vowed that he would never recognise Norway"
        return reading.root

    def _is_ruled_out(self, verb: int, complement: int) -> bool:
        """ "Vowed never to recognise it", "pledged not to", "vowed that he would never"."""
        children = (
            *self.doc.dependents(verb, "advmod"),
            *self.doc.dependents(complement, "advmod"),
        )
        return any(self.doc.lows[c] in ("never", "not") and c > verb for c in children)

    def _is_hostile(self, verb: int) -> bool:
        token = self.doc.tokens[verb]
        if token.lemma.lower() in _RETALIATING:
            return True
        fitting = [r for r in readings_of(token) if self._fits(verb, r)]
        return any(QUADS[r.root] == "M-CONF" for r in fitting)

    def _is_whole(
        self, verb: int, reading: VerbReading, sources: Actors, targets: Actors, obj: int | None
    ) -> bool:
        """Whether the clause names enough of an act to code it."""
        if not sources and not (self._has_no_doer(verb, reading) and targets):
            return False
        if reading.frame == "puts-out":
            return (obj is not None and self._names_thing(obj)) or bool(targets)
        if reading.frame == "promise" and not targets:
            return False
        if reading.mode == "decline" and obj is not None and self._is_for_comment(obj):
            return False
        if reading.root == "REJECT" and not targets and not self._is_rejected(verb, reading, obj):
            return False
        if targets:
            return True
        if reading.mode == "seize" and obj is not None:
            return self.doc.tokens[obj].pos == "PROPN"  # "annexed Crimea"
        if reading.mode == "mediate" and obj is not None:
            return bool(self.phrases.classes(obj) & {"agreement", "talks", "meeting"})
        told = obj is not None or self._complement(verb) is not None
        return reading.root in _NEEDS_NO_TARGET and told

    def _is_for_comment(self, obj: int) -> bool:
        """ "Declined a request for comment": no act between parties."""
        wanted = self.arguments.obliques(obj, {"for"})
        return any(self.doc.tokens[c].lemma.lower() in ("comment", "interview") for c in wanted)

    def _names_thing(self, obj: int) -> bool:
        """ "Announced a peace plan"; "announced plans to visit Rome" puts out nothing."""
        is_own = self.doc.lows[obj] == "plans" and self.doc.child(obj, "amod", "compound") is None
        return self.doc.tokens[obj].pos in ("NOUN", "PROPN", "VERB") and not is_own

    def _is_rejected(self, verb: int, reading: VerbReading, obj: int | None) -> bool:
        """Whether the thing rejected is one of diplomacy, where nobody is named whose it is."""
        denied = None if obj is None else self.doc.tokens[obj].lemma.lower()
        if reading.mode == "deny":
            if denied in _DENIED_GOODS:
                return False
            return not self.arguments.is_passive(verb) or self.doc.child(verb, "obj") is None
        complement = self._complement(verb)
        if complement is not None:
            return reading.mode == "decline" and self._is_deed(complement)
        if obj is None:
            return False
        # What "which" stands for is settled with the report's other acts in sight.
        is_relative = self.doc.tokens[verb].dep == "acl:relcl"
        return is_relative or bool(self.phrases.classes(obj))

    def _is_deed(self, verb: int) -> bool:
        return any(self._fits(verb, r) for r in readings_of(self.doc.tokens[verb]))

    def _has_no_doer(self, verb: int, reading: VerbReading) -> bool:
        """Whether the text leaves open who did it ("was arrested"), rather than we do."""
        passive = self.arguments.is_passive(verb) or self.arguments.is_reduced_passive(verb)
        no_subject = self.arguments.subject(verb) is None
        return reading.root in _NEEDS_NO_SOURCE and passive and no_subject

    # --- to whom ---

    def _targets(
        self, verb: int, reading: VerbReading, obj: int | None, complement: int | None
    ) -> Actors:
        out = self._others(verb, reading)
        if reading.lemma == "blame" and not out:
            out = whom.blamed(self.phrases, verb, obj)
        if reading.lemma == "call" and reading.frame == "puts-out":
            # "Called for Iran to leave Syria", not "for a U.S. buildup"
            called = self.arguments.obliques(verb, reading.preps)
            out = tuple(m for c in called for m in self.arguments.actors(c))
        recipient = self.arguments.recipient(verb)
        if recipient is not None and recipient != obj and reading.root != "ASSAULT":
            given = self.arguments.actors(recipient)
            out = (*out, *(m for m in given if not self._is_set_apart(m)))
        if not out and complement is not None and (obj is None or obj == complement):
            agreed = (
                reading.root == "AGREE" and len(distinct(self.phrases.subject_actors(verb))) > 1
            )
            if reading.mode == "deny" or (agreed and not self._is_hostile(complement)):
                return ()
            return self._targets_of_complement(reading, complement)
        if obj is None or reading.frame == "puts-out" or "backing" in reading.objects:
            return out
        if reading.root == "SANCTION" and reading.mode == "withdraw" and out:
            return out
        if reading.mode == "deny":
            return out or whom.claimants(self.phrases, obj)
        if reading.mode == "release":
            freed = tuple(self.arguments.actors(obj))
            is_people = "people" in self.phrases.classes(obj)
            return out or freed or ((self.phrases.unnamed(obj),) if is_people else ())
        if self.doc.tokens[obj].lemma.lower() in _MEDIA and not self.arguments.actors(obj):
            return out or (self.phrases.unnamed(obj),)  # a country's press is not the country
        return self._targets_in_object(verb, reading, obj, out)

    def _targets_in_object(self, verb: int, reading: VerbReading, obj: int, out: Actors) -> Actors:
        """Whom the object names or concerns, besides those already found."""
        direct = self.arguments.actors(obj)
        if reading.mode == "cyber" and direct:  # "hacked the ministry and Lund's emails"
            things = [*self.arguments.conjuncts(obj), *self.doc.dependents(verb, "obj")]
            joined = [m for c in things for m in self.arguments.owners(c)]
            direct = [*direct, *(m for m in joined if m not in direct)]
        if not direct and reading.root in ("ASSAULT", "COERCE"):
            # To kill a man's father is done to him no more than to raid his brother's house.
            others = tuple(m for m in whom.concerned(self.phrases, obj) if m.kind != "person")
            return out or others
        if direct or out:
            return (*out, *direct)
        if reading.root == "AGREE":
            return whom.concerned(self.phrases, obj, whom.OF_PARTIES)
        return whom.concerned(self.phrases, obj)

    def _targets_of_complement(self, reading: VerbReading, verb: int) -> Actors:
        """Whom a demand, threat, promise or refusal of an act concerns: the act's other side."""
        if reading.root == "REQUEST":
            subject = self.doc.child(verb, "nsubj")
            return () if subject is None else tuple(self.arguments.actors(subject))
        fitting = [r for r in readings_of(self.doc.tokens[verb]) if self._fits(verb, r)]
        refusable = ("CONSULT", "SUPPORT", "AID")
        if reading.root == "REJECT" and not (fitting and fitting[0].root in refusable):
            return ()
        obj = self.arguments.object(verb)
        preps = fitting[0].preps if fitting else frozenset(("against", "on", "with", "to"))
        if reading.root == "AGREE" and self.doc.tokens[verb].lemma.lower() in _UNDOING:
            return ()  # "promised to suspend the drills with Norway": to another
        found = [m for c in self.arguments.obliques(verb, preps) for m in self.arguments.actors(c)]
        if not found and obj is not None:
            below = self.arguments.obliques(obj, preps)
            found = self.arguments.actors(obj) or [
                m for c in below for m in self.arguments.actors(c)
            ]
        return tuple(found)


def _are_reporters(actors: Actors) -> bool:
    return all(m.media or m.text.lower().endswith(("reporters", "journalists")) for m in actors)


def _is_own(target: ActorMention, sources: Actors) -> bool:
    """Whether the "target" is the source's own: "withdrew its troops"."""
    if target.country is None or target.kind not in ("group", "government"):
        return False
    return any(s.country == target.country for s in sources)

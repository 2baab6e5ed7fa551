"""Who speaks: the actor behind a source, and the chain through which the words came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import CARRYING, PARTITIVE, Clauses
from coranto.statements.cues import words
from coranto.statements.surface import phrase_after, phrase_before
from coranto.types import Mention

_ISSUERS = ("from", "by", "of")
_ISSUED = frozenset(
    {
        "issue",
        "release",
        "publish",
        "propose",
        "sign",
        "make",
        "post",
        "present",
        "put",
        "send",
        "share",
        "circulate",
        "tweet",
    }
)
# Texts that are issued and then named again by any of these ("a statement ... the document").
_PAPERS = frozenset(
    {"statement", "communique", "communiqué", "declaration", "readout", "release", "announcement",
     "document", "text", "message", "note", "record", "transcript", "summary"}
)  # fmt: skip
_NEARBY = 3  # sentences back to where a text may have been named with its issuer
# Keys (coranto.actors.keys) of those that issue texts in a name that is no person's.
_INSTITUTIONS = ("body:", "country:", "organisation:", "bloc:", "forces:", "media:")
_OF_TALKS = frozenset({"with", "to", "by"})
_TALKS = frozenset({"interview", "conversation", "comment", "remark", "remarks", "comments"})
# Plural nouns that may stand for those named just before ("the leaders"), by their keys.
_PLURALS = frozenset(
    f"group:{noun}"
    for noun in (
        "leaders",
        "ministers",
        "diplomats",
        "presidents",
        "envoys",
        "negotiators",
        "foreign ministers",
        "officials",
        "men",
        "women",
    )
)
_PERSONS = ("person:", "role:", "unnamed:")
_LIST = re.compile(r"(?:, |,? (?:and|as well as) )(?:the )?")
_OTHERS = re.compile(r",? and (?:the|a|an|[a-z]+ (?:officials?|sources?|diplomats?)) ?(?!other)")
_STOPS = (".", "?", "!", "”", '"')
_TELLING = frozenset({"speak", "talk", "tell", "interview"})


class ActorMention(Protocol):
    """Words that stand for an actor within one document; ``key`` after coreference."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def head(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def key(self) -> str | None: ...
    @property
    def members(self) -> tuple[str, ...]: ...
    @property
    def media(self) -> bool: ...


class Speakers:
    """Turns head tokens of sources into mentions, with the mentions of the document at hand."""

    def __init__(
        self,
        clauses: Clauses,
        mentions: Sequence[ActorMention],
        found: Sequence[Attribution] = (),
    ) -> None:
        self.clauses = clauses
        self.mentions = mentions
        self._via: dict[int, list[Mention]] = {}  # by the id of the attribution
        self._found = found
        self._source_of = {one.token: one.source for one in found}
        self._by_head: dict[int, ActorMention] = {}
        for m in sorted(mentions, key=lambda m: m.end - m.start):
            self._by_head[m.head] = m
        self._ends = {m.end: m for m in mentions}
        self._by_name = {m.text: m for m in reversed(mentions) if m.key is not None}

    def mention_at(self, i: int) -> ActorMention | None:
        """The mention whose head is token ``i``, else the longest that covers it."""
        if i in self._by_head:
            return self._by_head[i]
        return self._covering.get(i)

    @cached_property
    def _covering(self) -> dict[int, ActorMention]:
        """For each token in the words of a mention the longest such (the first of equal ones)."""
        out: dict[int, ActorMention] = {}
        for m in self.mentions:
            head = self.clauses.tokens[m.head]
            if head.start <= m.start and m.end <= head.end:
                continue  # a word, which is its own head
            length = m.end - m.start
            for i in self.clauses.doc.tokens_in(m.start, m.end):
                if i not in out or length > out[i].end - out[i].start:
                    out[i] = m
        return out

    def resolve(
        self, i: int, last: Mention | None = None, medium: Mention | None = None
    ) -> Mention | None:
        """The mention for the source at token ``i``.

        A relative pronoun stands for its noun, a document for whoever issued
        it, here or where it was last named; else for the ``last`` speaker, if
        that is an institution. A document nobody is known to have issued
        stays itself, without an actor. An "it" for which no institution acts
        is the ``medium`` through which the last words came, if one did.
        """
        seen: set[int] = (
            set()
        )  # two texts may stand for each other: "the report said in the report"
        while True:
            relative = self.clauses.referent(i) != i
            i = self._behind(self.clauses.referent(i))
            if i in seen or not self.is_document(i):
                return self._named(i, medium)
            seen.add(i)
            issuer = self._issuer(i)
            definite = self.clauses.child_low(i, "det") in {"the", "that", "this"}
            if issuer is None and definite and not relative:
                earlier = self._named_before(i)
                issuer = None if earlier is None else self._issuer(earlier)
                if earlier is None and last and _is_institution(last):
                    return last
            if issuer is None:
                return self._named(i, medium)
            i, last, medium = issuer, None, None

    def _named(self, i: int, medium: Mention | None) -> Mention | None:
        """The mention for the words that token ``i`` heads; see ``resolve``."""
        i = self._first_conjunct(i)
        both = self._coordination(i)
        mention = self.mention_at(i)
        if both is not None:
            return both
        if mention is None or mention.key is None:
            mention = self._apposed(i) or mention
        if mention is None or mention.key is None or mention.key in _PLURALS:
            meant = self._last_medium(i) or self._last_pair(i)
            if meant is not None:
                return meant
        if self.clauses.low(i) == "it" and (mention is None or mention.key is None):
            acting = self._institution_before(i) or medium
            return acting or self._mention(None, *self.clauses.phrase(i))
        if mention is not None:
            return self._mention(mention.key, mention.start, mention.end, mention.members)
        left_out = ["acl", "appos", "parataxis", "punct"]
        if self.clauses.lemma(i) in words("press"):
            left_out += ["nmod", "obl"]
        start, end = self.clauses.phrase(i, left_out)
        named = self._by_name.get(self.clauses.doc.text[start:end])  # "...: Riyadh", a headline
        if named is not None:
            return self._mention(named.key, start, end, named.members)
        return self._mention(None, start, end) if end > start else None

    def _apposed(self, i: int) -> ActorMention | None:
        """The person whose name stands beside his office: "whose envoy, Mira Tolan, said".

        A parser may hang it on what the office is for: "envoy for the East, Mira Tolan".
        So does a medium's beside what it is: "state broadcaster NTV", "NTV television".
        """
        doc, tokens = self.clauses.doc, self.clauses.tokens
        if self.clauses.lemma(i) in words("medium noun"):
            near = [k for k in doc.dependents(i, "appos", "compound") if abs(k - i) == 1]
            for beside in (self._by_head.get(k) for k in near):
                if beside is not None and beside.media:
                    return beside
        for owner in (i, *(k for k in doc.dependents(i, "nmod") if tokens[k].pos == "PROPN")):
            for k in doc.dependents(owner, "appos"):
                named, other = self._by_head.get(k), self._by_head.get(owner)
                of_two = other is not None and other.kind == "person" and owner != i
                single = doc.child(k, "conj") is None and not of_two
                if named is not None and single and (named.key or "").startswith("person:"):
                    return named
        return None

    def _last_medium(self, i: int) -> Mention | None:
        """The paper or station that "the network" stands for: the one named last.

        One that was brought in without a name ("a local broadcaster") stays itself.
        """
        definite = self.clauses.child_low(i, "det") == "the"
        if not definite or self.clauses.lemma(i) not in words("medium again"):
            return None
        at = self.clauses.tokens[i].start
        named = (m for m in self.mentions if m.media and m.end <= at and m.key is not None)
        last = max(
            (m for m in named if self.clauses.doc.text[m.start].isupper()),
            key=lambda m: m.start,
            default=None,
        )
        if last is None or self._is_brought_in(i, last.end):
            return None
        return self._mention(last.key, *self.clauses.phrase(i, ("acl", "appos", "nmod")))

    def _is_brought_in(self, i: int, start: int) -> bool:
        """Whether the noun at token ``i`` stands before it with "a", at ``start`` or later."""
        first = self.clauses.doc.tokens_in(start, self.clauses.tokens[i].start)
        return any(
            self.clauses.lemma(k) == self.clauses.lemma(i)
            and self.clauses.child_low(k, "det") in {"a", "an"}
            for k in first
        )

    def _last_pair(self, i: int) -> Mention | None:
        """Those whom "the leaders" stands for: the persons named together last."""
        mention = self._by_head.get(i)
        if mention is None or mention.key not in _PLURALS or not _is_bare(mention.text):
            return None
        doc = self.clauses.doc
        first = doc.sentences[max(0, doc.sentence_of[i] - _NEARBY)].first_token
        for k in range(i - 1, first - 1, -1):
            other = self._by_head.get(k)
            if other is None or not self.clauses.tokens[k].dep.startswith("nsubj"):
                continue
            pair = self._coordination(k)
            members = other.members or (pair.members if pair is not None else ())
            if len(members) > 1 and all(m.startswith(_PERSONS) for m in members):
                return self._mention(None, mention.start, mention.end, members)
        return None

    def other_person(self, i: int, cue: int, speaker: Mention | None) -> Mention | None:
        """Whom "him" at token ``i`` stands for: the one person but the speaker named just before.

        In the sentence of the cue, else in the one before it; ``None`` where several are.
        """
        doc, known = self.clauses.doc, speaker.actor if speaker is not None else None
        number = doc.sentence_of[cue]
        at = self.clauses.tokens[i].start
        for sentence in (doc.sentences[k] for k in (number, number - 1) if k >= 0 and known):
            persons = {
                m.key: m
                for m in self.mentions
                if sentence.start <= m.start < min(sentence.end, at) and m.key != known
                if m.key is not None and m.key.startswith(_PERSONS[:2])
            }
            if persons:
                one = next(iter(persons.values()))
                alone = len(persons) == 1
                return self._mention(one.key, one.start, one.end) if alone else None
        return None

    def with_others(self, wide: Mention, one: Mention) -> Mention:
        """The words ``wide`` of a source whose first actor is ``one``, with all whom they name.

        "Iran, Saudi Arabia agree", "A, which ..., and B, an ally, said". Where somebody is
        named whom nobody knows ("an official and a newspaper"), they are no one actor.
        """
        if one.members or one.actor is None or one.start != wide.start or one.end == wide.end:
            return wide
        text = self.clauses.doc.text
        inside = [m for m in self.mentions if one.end < m.start and m.end <= wide.end]
        named = [m for m in inside if _is_listed(m, text[one.end : m.start])]
        if not named:
            named = [m for m in inside if m.kind == "country" and _joins(text[one.end : m.start])]
        if named and named[0].key is not None and named[0].key != one.actor:
            first = next(m for m in self.mentions if m.start >= wide.start and m.end <= one.end)
            return replace(wide, actor=None, members=together([first, named[0]]))
        rest = text[one.end : wide.end]
        return replace(wide, actor=None) if _OTHERS.match(rest) else wide

    def _institution_before(self, i: int) -> Mention | None:
        """What "it" stands for: the institution that acts in its sentence or the one before."""
        doc, tokens = self.clauses.doc, self.clauses.tokens
        first = doc.sentences[max(0, doc.sentence_of[i] - 1)].first_token
        for k in range(i - 1, first - 1, -1):
            mention = self._by_head.get(k)
            acts = tokens[k].dep.startswith("nsubj") or tokens[k].dep == "root"
            if mention is not None and acts and (mention.key or "").startswith(_INSTITUTIONS):
                return self._mention(mention.key, tokens[i].start, tokens[i].end)
        return None

    def _behind(self, i: int) -> int:
        """The noun that is meant by "a series of documents", "one of the officials"."""
        if self.clauses.lemma(i) in PARTITIVE:
            for k in self.clauses.doc.dependents(i, "nmod"):
                if self.clauses.case(k) == "of" and self.mention_at(i) is None:
                    return k
        return i

    def _first_conjunct(self, i: int) -> int:
        """The first of coordinated nouns that token ``i`` belongs to."""
        tokens = self.clauses.tokens
        while tokens[i].dep == "conj" and tokens[tokens[i].head].pos in {"NOUN", "PROPN"}:
            i = tokens[i].head
        return i

    def _mention(
        self, key: str | None, start: int, end: int, members: tuple[str, ...] = ()
    ) -> Mention:
        return Mention(key, self.clauses.doc.text[start:end], start, end, members)

    def words_of(self, start: int, end: int) -> Mention:
        """The words of somebody whom nobody knows."""
        return self._mention(None, start, end)

    def in_capitals(self, start: int, end: int) -> Mention | None:
        """The person of a label in capitals ("MINISTER TOLAN"), whom the text names elsewhere."""
        label = self.clauses.doc.text[start:end]
        if not label.isupper():
            return None
        named = self._by_surname.get(label.split()[-1].casefold())
        return None if named is None else self._mention(named.key, start, end)

    @cached_property
    def _by_surname(self) -> dict[str, ActorMention]:
        """The first mention of each person, by the last of its words in lower case."""
        persons = (m for m in reversed(self.mentions) if (m.key or "").startswith("person:"))
        return {m.text.split()[-1].casefold(): m for m in persons}

    def _coordination(self, i: int) -> Mention | None:
        """The words of "X and Y", their mentions whole, with each as a member."""
        others = list(self.clauses.doc.dependents(i, "conj"))
        others += [k for o in others for k in self.clauses.doc.dependents(o, "conj")]
        ends = [m for m in (self.mention_at(k) for k in (i, *others)) if m is not None]
        if len(ends) < 2:
            return None
        start, end = min(m.start for m in ends), max(m.end for m in ends)
        if end - start >= 160:
            return None
        keys = {m.key for m in ends}
        pair = next((m for m in ends if m.members and (m.start, m.end) == (start, end)), None)
        if pair is not None:
            return self._mention(pair.key, start, end, pair.members)
        if len(keys) == 1:
            return self._mention(keys.pop(), start, end)
        return self._mention(None, start, end, together(sorted(ends, key=lambda m: m.start)))

    def side_by_side(self, source: int, cue: int) -> Mention | None:
        """ "X's A and Y's B" right before the verb at ``cue``, by word order; else ``None``."""
        clauses = self.clauses
        beside = phrase_before(clauses, cue)
        if beside is None:
            return None
        ends = self._ends
        second = ends.get(clauses.tokens[beside.last].end)
        listed = self._listed_before(second) if second is not None else None
        if listed is not None and listed.start <= clauses.tokens[source].start < listed.end:
            return listed
        if not beside.first <= source <= beside.last:
            return None
        for k in range(beside.first + 1, beside.last):
            first = ends.get(clauses.tokens[k - 1].end) if clauses.low(k) == "and" else None
            if first is None or second is None or second.start < clauses.tokens[k].end:
                continue
            opening = clauses.doc.token_at(first.start)
            of = opening is not None and clauses.tokens[opening - 1].pos == "ADP" and opening > 0
            if not of and first.key != second.key:
                return self._mention(None, first.start, second.end, together([first, second]))
        return None

    def _listed_before(self, last: ActorMention) -> Mention | None:
        """Two countries of a headline, "Norway, Sweden welcome talks", of which ``last`` ends."""
        number = self.clauses.doc.sentence_of[last.head]
        sentence = self.clauses.doc.sentences[number]
        text = self.clauses.doc.text
        first = self._ends.get(last.start - 2)
        if first is None or text[last.start - 2 : last.start] != ", ":
            return None
        if first.start != sentence.start or text[: sentence.end].rstrip()[-1:] in _STOPS:
            return None
        both = first.kind == last.kind == "country" and first.key != last.key
        return self._mention(None, first.start, last.end, together([first, last])) if both else None

    def name_behind(self, source: int, cue: int) -> Mention | None:
        """The person in "a member of the board, head of the office, Mira Tolan, said".

        The name stands right before the verb, behind the office; else ``None``.
        """
        clauses, last = self.clauses, cue - 2
        office = clauses.doc.child(source, "appos")
        if clauses.low(cue - 1) != "," or office is None or not source < office < last:
            return None
        known = self._by_head.get(source)
        named = self._ends.get(clauses.tokens[last].end)
        if (known is not None and known.key is not None) or named is None or named.head <= office:
            return None
        first = clauses.doc.tokens_in(named.start, named.start + 1)
        if not (named.key or "").startswith("person:") or not first:
            return None
        if clauses.low(first[0] - 1) != ",":
            return None
        return self._mention(named.key, clauses.phrase(source)[0], named.end)

    def within(self, i: int, start: int, end: int) -> Mention | None:
        """The mention that token ``i`` heads, if it stands in the characters ``[start, end)``."""
        m = self._by_head.get(i)
        inside = m is not None and m.key is not None and start <= m.start and m.end <= end
        return self._mention(m.key, m.start, m.end, m.members) if m is not None and inside else None

    def _named_before(self, i: int) -> int | None:
        """Where the text at token ``i`` was last named, a few sentences back at most."""
        doc = self.clauses.doc
        lemma = self.clauses.lemma(i)
        same = _PAPERS if lemma in _PAPERS else {lemma}
        sentence = max(0, doc.sentence_of[i] - _NEARBY)
        for k in range(i - 1, doc.sentences[sentence].first_token - 1, -1):
            noun = self.clauses.tokens[k].pos == "NOUN" and self.clauses.lemma(k) in same
            again = self.clauses.child_low(k, "det") in {"the", "that", "this"}
            if noun and self.is_document(k) and (self._issuer(k) is not None or not again):
                return k
        return None

    def is_document(self, i: int) -> bool:
        """Whether token ``i`` heads the words for a text and not for an actor."""
        mention = self._by_head.get(i)
        named = mention is not None and mention.key is not None
        return not named and self.clauses.lemma(i) in words("document")

    def _issuer(self, i: int) -> int | None:
        """Whose text it is: its possessor, "from X", "X published", or who issued it."""
        clauses, doc = self.clauses, self.clauses.doc
        if i > 1 and clauses.low(i - 1) in {"'s", "’s", "'", "’"}:
            return i - 2  # "the ministry's statement", whatever the tree says
        own = doc.child(i, "nmod:poss")
        if own is not None:
            return own
        for k in doc.dependents(i, "nmod", "obl"):
            if clauses.case(k) in _ISSUERS and clauses.actor_like(k) and not self.is_document(k):
                return k
        behind = phrase_after(clauses, i + 1) if clauses.low(i + 1) in {"from", "by"} else None
        if behind is not None and behind.head in self._by_head:
            return behind.head  # "a statement from the ministry said", whatever the tree says
        for k in doc.dependents(i, "acl"):
            by = clauses.agent(k) if clauses.lemma(k) in _ISSUED else None
            who = by if by is not None else doc.child(k, "nsubj")
            if clauses.lemma(k) in _ISSUED and who is not None and clauses.could_speak(who):
                return None if clauses.low(who) in {"which", "that"} else who
        for k in doc.dependents(i, "compound", "nmod", "amod"):
            mention = self.mention_at(k) if k < i else None
            if mention is not None and mention.end <= clauses.tokens[i].start:
                return k
        said = self._said_in(i)
        if said is not None:
            return clauses.referent(said)
        signed = self._signed_by(i)
        if signed is not None:
            return signed
        verb = clauses.tokens[i].head
        is_object = clauses.tokens[i].dep in {"obj", "obl"} and verb >= 0
        told_in = clauses.tokens[i].dep == "obl" and clauses.case(i) == "in"
        told_in = told_in and verb in self._source_of  # "in a statement, X praised the deal"
        if is_object and (told_in or clauses.lemma(verb) in _ISSUED | {"say"}):
            subject = self._source_of.get(verb, clauses.subject(verb))
            return None if subject is None or subject == i else clauses.referent(subject)
        return None

    def _signed_by(self, i: int) -> int | None:
        """Who stands with a verb of issuing right behind the text ("documents A and B signed")."""
        clauses = self.clauses
        end = clauses.doc.sentences[clauses.doc.sentence_of[i]].last_token
        for k in range(i + 2, min(end, i + 9)):
            if clauses.tokens[k].pos == "VERB":
                who = clauses.doc.child(k, "nsubj")
                near = who is not None and i < who < k and clauses.could_speak(who)
                return who if near and clauses.lemma(k) in _ISSUED else None
            if clauses.tokens[k].pos == "PUNCT":
                return None
        return None

    def _said_in(self, i: int) -> int | None:
        """The source of the cue in "X said in a statement", with the text at token ``i``."""
        for k in range(i - 1, max(0, i - 5), -1):
            if self.clauses.low(k) == "in":
                return self._source_of.get(k - 1)
            if self.clauses.tokens[k].pos not in {"DET", "ADJ", "PRON", "NOUN", "NUM"}:
                return None
        return None

    # --- chains ------------------------------------------------------------------------

    def via(self, one: Attribution) -> list[Mention]:
        """Those the attribution itself names between its source and the report."""
        if id(one) not in self._via:  # asked of it and of each that stands inside it
            self._via[id(one)] = self._named_between(one)
        return self._via[id(one)]

    def _named_between(self, one: Attribution) -> list[Mention]:
        tokens = list(one.via)
        if one.source is not None:
            tokens += self._heard_by(self.clauses.referent(one.source))
        if one.addressee is not None:
            tokens += self._employer(one.addressee)
        tokens += self._interview(one.token)
        tokens += self._carriers.get(id(one), [])
        # Who is told hears the words ("told the media"): no link of its own.
        found = [self.resolve(i) for i in dict.fromkeys(tokens) if i != one.addressee]
        return [m for m in found if m is not None]

    @cached_property
    def _carriers(self) -> dict[int, list[int]]:
        """The medium in "X said, as quoted by the agency", by the id of the attribution."""
        clauses, out = self.clauses, dict[int, list[int]]()
        lows = clauses.lows
        if CARRYING.isdisjoint(lows):
            return out
        for k in (k for k in range(len(lows) - 2) if lows[k] in CARRYING and lows[k + 1] == "by"):
            if lows[k] == "reported" and not clauses.relays(k):
                continue
            after = phrase_after(clauses, k + 1) if clauses.zone[k] < 0 else None
            if after is not None and self.is_medium(after.head):
                for one in self._carried_at(k):
                    out.setdefault(id(one), []).append(after.head)
        return out

    def _carried_at(self, k: int) -> list[Attribution]:
        """The words that "quoted by" at token ``k`` is about: round it, else before it.

        Both of one speaker: "X said, as quoted by the agency, adding ...".
        """
        doc, at = self.clauses.doc, self.clauses.tokens[k].start
        near = [o for o in self._found if doc.sentence_of[o.token] == doc.sentence_of[k]]
        if any(start <= at < end for o in near for start, end in o.cue):
            return []  # "was quoted by the agency as saying"
        free = [o for o in near if not any(start <= at < end for start, end in o.content)]
        round_ = [o for o in free if o.source is not None and o.source < k < o.token]
        before = [o for o in free if o.token < k]
        same = [o for o in before[-1:] if round_ and o.source == round_[-1].source]
        return [*same, *round_[-1:]] or before[-1:]

    def _employer(self, i: int) -> list[int]:
        """The medium in "told CNN's Jo Doe"."""
        mention = self._by_head.get(i)
        first = None if mention is None else self.clauses.doc.token_at(mention.start)
        if first is None or first < 2 or self.clauses.low(first - 1) not in {"'s", "’s"}:
            return []
        return [first - 2] if self.is_medium(first - 2) else []

    def _heard_by(self, i: int) -> list[int]:
        """The medium in "officials who spoke to the paper", "a source told the agency"."""
        out = []
        for verb in self.clauses.doc.dependents(i, "acl"):
            if self.clauses.lemma(verb) in _TELLING or self.clauses.lemma(verb) in {
                "cite",
                "quote",
            }:
                below = self.clauses.doc.dependents(verb, "obl", "obj", "iobj", "nmod")
                out += [k for k in below if self.is_medium(k)]
        return out

    def _interview(self, verb: int) -> list[int]:
        """The medium in "said in an interview with the paper", "quoted by the agency"."""
        clauses, doc = self.clauses, self.clauses.doc
        spoken = doc.dependents(verb, "obl")
        out = [k for k in spoken if clauses.case(k) == "to" and self.is_medium(k)]
        return out + self._interviewer(verb)

    def _interviewer(self, verb: int) -> list[int]:
        """The medium in "said in an interview with the paper", by word order."""
        clauses = self.clauses
        sentence = clauses.doc.sentences[clauses.doc.sentence_of[verb]]
        for k in range(verb + 1, min(sentence.last_token - 2, verb + 6)):
            if clauses.low(k + 1) in _OF_TALKS and clauses.lemma(k) in _TALKS:
                mention = self._beginning(clauses.tokens[k + 2].start)
                if mention is not None and self.is_medium(mention.head):
                    return [mention.head]
        return []

    def _beginning(self, start: int) -> ActorMention | None:
        """The mention that begins at the character, or one word (an article) later."""
        return next((m for m in self.mentions if start <= m.start <= start + 4), None)

    def medium_of(self, one: Attribution) -> Mention | None:
        """The medium that has the words of the attribution: the last link, else who was told."""
        through = self.via(one)
        if through or one.addressee is None or not self.is_medium(one.addressee):
            return through[-1] if through else None
        return self.resolve(one.addressee)

    def is_medium(self, i: int) -> bool:
        """Whether token ``i`` heads the words for an agency, a paper or a station."""
        if self.clauses.lemma(i) in words("medium noun"):
            return True
        mention = self.mention_at(i)
        if mention is not None and mention.media:
            return True
        start, end = (mention.start, mention.end) if mention else self.clauses.phrase(i, ("acl",))
        name = self.clauses.doc.text[start:end].casefold().removeprefix("the ")
        named = mention is not None and mention.kind == "organisation"
        if named and name.rsplit(maxsplit=1)[-1] in words("medium tail"):
            return True
        return name in words("medium") or self.clauses.low(i) in words("medium")


def together(mentions: Sequence[ActorMention]) -> tuple[str, ...]:
    """The keys of all that the mentions stand for; empty where one of them is not known."""
    keys: list[str] = []
    for m in mentions:
        if m.key is None and not m.members:
            return ()
        keys += [m.key] if m.key is not None else m.members
    return tuple(dict.fromkeys(keys))


def _is_bare(text: str) -> bool:
    """Whether the words are an article and a noun, with nothing that tells them apart."""
    return len(text.split()) == 2 and text.casefold().startswith("the ")


def _is_listed(mention: ActorMention, gap: str) -> bool:
    """Whether a mention stands beside another in a list; a comma alone lists countries only."""
    return _LIST.fullmatch(gap) is not None and (gap != ", " or mention.kind == "country")


def _joins(gap: str) -> bool:
    """Whether a clause on the first of two and an "and" stand between them."""
    return gap.startswith(",") and gap.rstrip().endswith((", and", ", and the"))


def _is_institution(mention: Mention) -> bool:
    return mention.actor is not None and mention.actor.startswith(_INSTITUTIONS)

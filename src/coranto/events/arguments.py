"""Who stands where in a clause: subjects, objects and owners, read off the UD tree.

Relations are Universal Dependencies v2. Control, coordination, relative and
participial clauses are followed, so that "Li, who has been visiting capitals,
came to Moscow to meet Lavrov" gives Li to all three verbs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from coranto.actors.mentions import ActorMention
from coranto.events import torn
from coranto.events.lexicon import act_nouns
from coranto.events.members import hyphened, in_words_of, only_keyed
from coranto.language.document import Document
from coranto.types import Status

OBJECT_CONTROL = frozenset(
    "advise invite urge ask tell allow force press order persuade want help call press pressure"
    " encourage send permit enable compel expect appeal require request warn".split()
)
"""Verbs whose object, not subject, does what their infinitive says."""

SUSPECTED = frozenset(
    "accuse suspect charge indict blame condemn criticise criticize slam blast fault denounce"
    " rebuke chide scold berate lambaste attack praise thank applaud commend laud hail".split()
)
"""Verbs whose object, behind "of" or "for", has done something or is said to have."""

_OF_OBJECT = OBJECT_CONTROL | SUSPECTED
_IN_A_ROW = frozenset(("first", "second", "third", "fourth", "fifth", "last", "late", "final"))
_PUT_OUT = frozenset(("plan", "agreement", "joint", "aid", "arms", "sanction", "invitation"))
"""Classes of things that are made or given, not held to be so as a claim is."""
_PENALTIES = frozenset("sanction charge indictment case penalty fine complaint lawsuit".split())
_ANY = frozenset(("every", "each", "any", "no"))
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday"
    " tonight".split()
)
_SENT = frozenset("representative delegate delegation negotiator official diplomat envoy".split())
"""Those who act for several whom an "of" names: "representatives of Norway and the rebels"."""
_OF_AGENTS = (None, "with", "together with")
"""Prepositions of what the parse takes for an agent, besides "by"; not "according to her"."""
_NAMED = ("name", "title")
_CLAUSE_OPENING = frozenset(("after", "before", "since", "until"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_CLAUSAL = ("acl", "acl:relcl", "advcl", "ccomp", "parataxis", "csubj")


class Arguments:
    """The actors of a document by the tokens that stand for them; the way from verb to actor."""

    def __init__(self, doc: Document, mentions: Sequence[ActorMention]) -> None:
        self.doc = doc
        self.mentions = tuple(mentions)
        self._subjects: dict[int, int | None] = {}
        self._markers: dict[int, frozenset[str]] = {}
        self.statuses: dict[tuple[int, bool], Status | None] = {}
        """What :mod:`coranto.events.status` has found for a verb, alone or under another."""
        # A verb is asked for the same things by every reading of the tables.
        self._cases: dict[int, str | None] = {}
        self._objects: dict[int, int | None] = {}
        self._passives: dict[int, bool] = {}
        self._actors: dict[int, list[ActorMention]] = {}
        self._ranges: dict[int, range] = {}
        self._phrases: dict[int, list[tuple[int, str | None]]] = {}

    @cached_property
    def _by_head(self) -> dict[int, ActorMention]:
        out: dict[int, ActorMention] = {}
        for m in self.mentions:
            old = out.get(m.head)
            if old is None or (m.end - m.start) > (old.end - old.start):
                out[m.head] = m
        return out

    @cached_property
    def peopled(self) -> frozenset[int]:
        """The sentences that mention an actor."""
        return frozenset(self.doc.sentence_of[m.head] for m in self.mentions)

    @cached_property
    def by_token(self) -> dict[int, ActorMention]:
        out: dict[int, ActorMention] = {}
        for m in sorted(self.mentions, key=lambda m: m.start - m.end):
            for i in self.tokens_of(m):
                out[i] = m
        return out

    def tokens_of(self, mention: ActorMention) -> range:
        if mention.start not in self._ranges:
            self._ranges[mention.start] = self.doc.tokens_in(mention.start, mention.end)
        return self._ranges[mention.start]

    def mention_at(self, i: int) -> ActorMention | None:
        """The mention headed by token ``i``, else the shortest one that covers it."""
        return self._by_head.get(i) or self.by_token.get(i)

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and the tokens coordinated with it, but not those set against it ("not Russia",
        "rather than Russia")."""
        out = [i]
        for head in out:
            joined = self.doc.dependents(head, "conj")
            out += [c for c in joined if not self._is_set_against(c) and c not in out]
        return out

    def _is_set_against(self, i: int) -> bool:
        words = {
            self.doc.lows[w]
            for c in self.doc.dependents(i, "cc", "advmod", "case")
            for w in (c, *self.doc.dependents(c, "fixed"))
        }
        return bool(words & {"not", "rather", "instead", "except", "unlike"})

    def actors(self, i: int) -> list[ActorMention]:
        """The actors that the noun phrase headed by ``i`` stands for, coordination included."""
        if i not in self._actors:
            self._actors[i] = self._actors_of(i)
        return list(self._actors[i])

    def _actors_of(self, i: int) -> list[ActorMention]:
        found: list[ActorMention] = []
        for head in self.conjuncts(i):
            if head != i and self._is_possessive(head):
                continue  # "Lund and Norway's Rao"
            for m in self._stands_for(head):
                if m not in found:
                    found.append(m)
        if len(found) > 1:
            found[1:1] = self._listed_between(i, found)
        if len(found) == 1:
            joined = (
                self._joined_to(found[0], i) or self._beyond_clause(found[0], i),
                self._joined_before(found[0], i),
            )
            found += [m for m in joined if m is not None]
        return found

    def _listed_between(self, i: int, found: list[ActorMention]) -> list[ActorMention]:
        """ "The minister Lund, the envoy Rao, and the minister Tan met": the persons between the
        first and the last of a list, which the parse takes for other words for the first."""
        first, last = found[0], found[-1]
        if first.kind != "person" or last.kind != "person" or first.form not in _NAMED:
            return []
        keys = {m.key for m in found} | {None}
        out: list[ActorMention] = []
        for a in self.doc.dependents(i, "appos"):
            m = self.mention_at(a)
            is_other = m is not None and m.kind == "person" and m.form in _NAMED
            if m is None or not is_other or not first.end < m.start < last.start or m.key in keys:
                continue
            keys.add(m.key)
            out.append(m)
        return out

    def _joined_to(self, first: ActorMention, i: int) -> ActorMention | None:
        """The actor of the same kind that "and" joins to one, where the parse missed it.

        One that is the subject of another verb is not joined: "met Xi and Lavrov met Wang".
        """
        after = self.doc.tokens_in(first.end, first.end + 24)
        at = after[0] if after else 0
        if after and self.doc.tokens[at].text == "(":  # "Lund (left) and Tavakoli"
            at = next((c + 1 for c in after if self.doc.tokens[c].text == ")"), at)
        if not after or at + 1 >= len(self.doc.tokens):
            return None
        if self.doc.tokens[at].text == ",":
            return self._listed_in_headline(first, at, i)
        if self.doc.lows[at] != "and":
            return None
        return self._if_parallel(first, self.by_token.get(at + 1), i)

    def _beyond_clause(self, first: ActorMention, i: int) -> ActorMention | None:
        """ "Norway, which backs Ukraine, and Oman agreed": the second of two subjects, which the
        parse takes into the clause (or the apposition) that parts them."""
        doc = self.doc
        verb, comma = doc.tokens[i].head, self.tokens_of(first)[-1] + 1
        if not doc.tokens[i].dep.startswith("nsubj") or verb <= comma + 1:
            return None
        if doc.tokens[comma].text != ",":
            return None
        for at in range(comma + 2, verb - 1):
            if doc.lows[at] == "and" and doc.tokens[at - 1].text == ",":
                second = self.by_token.get(at + 1)
                if second is not None and self._closes_subject(second, verb):
                    return self._if_parallel(first, second, i)
        return None

    def _closes_subject(self, second: ActorMention, verb: int) -> bool:
        """Whether a mention stands right before the verb, but for an apposition of its own, and
        ends no list: "which borders Sweden, Finland, and Russia, agreed"."""
        doc = self.doc
        following = self.tokens_of(second)[-1] + 1
        link = doc.tokens[doc.head_of(second.start, second.end) or second.head]
        if link.dep == "conj" and len(doc.dependents(link.head, "conj")) > 1:
            return False
        if doc.tokens[following].text == ",":
            is_verbal = doc.tokens[following + 1].pos in ("VERB", "AUX", "ADV")
            return not is_verbal and doc.tokens[verb - 1].text == "," and following < verb - 1
        return all(t.pos in ("AUX", "ADV", "PART") for t in doc.tokens[following:verb])

    def _listed_in_headline(self, first: ActorMention, comma: int, i: int) -> ActorMention | None:
        """ "Iran, Saudi Arabia agree to restore ties": headlines have a comma for "and"."""
        doc = self.doc
        second = self.by_token.get(comma + 1)
        sentence = doc.sentences[doc.sentence_of[comma]]
        opens = doc.tokens[sentence.first_token].start == first.start
        if second is None or not opens or doc.text[sentence.end - 1] in '.!?"”’':
            return None
        following = self.tokens_of(second)[-1] + 1
        is_theirs = following < sentence.last_token and (
            following == doc.tokens[i].head or doc.tokens[following].pos in ("AUX", "VERB")
        )
        return self._if_parallel(first, second, i) if is_theirs else None

    def _joined_before(self, second: ActorMention, i: int) -> ActorMention | None:
        """The actor that stands before "and" and this one: "the United States and the West"."""
        inside = self.doc.tokens_in(second.start, second.end)
        last = inside[0] - 1
        if last < 1 or self.doc.lows[last] != "and":
            return None
        if self.doc.tokens[last - 1].text == ",":
            return self._parted_by_clause(second, last - 1, i)
        before = last - 1
        if self.doc.tokens[before].text == ")":  # "Lund (left) and Tavakoli"
            before = next((c - 1 for c in range(before, 0, -1) if self._opens(c)), before)
        return self._if_parallel(second, self.by_token.get(before), i)

    def _opens(self, i: int) -> bool:
        return self.doc.tokens[i].text == "("

    def _parted_by_clause(self, second: ActorMention, comma: int, i: int) -> ActorMention | None:
        """ "After Iran, which backs Russia, and Oman agreed": the first of two subjects, which the
        parse takes for a phrase of "after" because a clause parts them."""
        doc = self.doc
        start = doc.sentences[doc.sentence_of[comma]].first_token
        for clause in range(comma - 1, start, -1):
            head = doc.tokens[clause].head
            opens = self.case(head) in _CLAUSE_OPENING or doc.tokens[head].dep == "root"
            if doc.tokens[clause].dep not in ("acl:relcl", "acl", "appos") or not opens:
                continue
            first = self._by_head.get(head)
            is_parted = max(doc.subtree(clause)) == comma - 1
            if is_parted and first is not None and first.kind == second.kind:
                return self._if_parallel(second, first, i)
        return None

    def _if_parallel(
        self, one: ActorMention, other: ActorMention | None, i: int
    ) -> ActorMention | None:
        if other is None or other.key in (None, one.key):
            return None
        if (one.kind == "person") != (other.kind == "person"):
            return None
        link = self.doc.tokens[self.doc.head_of(other.start, other.end) or other.head]
        other_verb = link.dep.startswith("nsubj") and link.head != self.doc.tokens[i].head
        return None if other_verb else other

    def _stands_for(self, i: int) -> list[ActorMention]:
        doc = self.doc
        if any(doc.lows[c] in _ANY for c in doc.dependents(i, "det")):
            return []  # "every president"
        if doc.tokens[i].lemma.lower() in RELATIVE:
            antecedent = self.antecedent(i)
            if antecedent is not None and antecedent != i:
                return self._stands_for(antecedent)
        mention = self.mention_at(i)
        if mention is None or mention.form in ("role", "group") or mention.key is None:
            apposed = [
                m
                for a in doc.dependents(i, "appos")
                if not self._is_set_against(a)
                for m in self.actors(a)
                if self._is_name_of(m, mention)
            ]
            if apposed:
                return apposed
        if mention is None or not self._heads(i, mention):
            return []
        if doc.tokens[i].lemma.lower() in _SENT and not mention.members:
            senders = [m for c in self.obliques(i, {"of", "from"}) for m in self.actors(c)]
            if mention.country is not None and all(m.country != mention.country for m in senders):
                senders.insert(0, mention)  # "the delegations of Norway", Oman and Qatar
            if len(senders) > 1:
                return senders
        return self._members(mention)

    def _is_name_of(self, apposed: ActorMention, noun: ActorMention | None) -> bool:
        """Whether an apposition names whom a noun describes: "the envoy, Tan", "the main opposition
        party, Unity"."""
        if apposed.form not in _NAMED:
            return False
        return apposed.kind == "person" or (noun is None and apposed.kind == "organisation")

    def _heads(self, i: int, mention: ActorMention) -> bool:
        """Whether token ``i`` ties the mention to the rest of its clause: its title may do so."""
        if i == mention.head:
            return True
        inside = self.tokens_of(mention)
        return i in inside and self.doc.tokens[i].head not in inside

    def _members(self, mention: ActorMention) -> list[ActorMention]:
        """The actors of a pair or list ("the two leaders"), each with the pair's words."""
        if not mention.members:
            return [mention]
        known = [self._named.get(key) for key in mention.members]
        return [
            only_keyed(mention, key) if m is None else in_words_of(mention, m)
            for key, m in zip(mention.members, known, strict=True)
        ]

    @cached_property
    def _named(self) -> dict[str | None, ActorMention]:
        """For each key, the last mention of that one actor."""
        return {m.key: m for m in self.mentions if not m.members}

    def antecedent(self, i: int) -> int | None:
        """The noun that a relative pronoun refers to: the head of its relative clause."""
        for above in (i, *self.doc.ancestors(i)):
            if self.doc.tokens[above].dep == "acl:relcl":
                return self.doc.tokens[above].head
        return None

    # --- from a predicate to its arguments ---

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is passive: its subject is acted on.

        A passive subject without any form of "be" or "get" is one that the parse misnamed.
        """
        if verb not in self._passives:
            self._passives[verb] = self._is_passive(verb)
        return self._passives[verb]

    def _is_passive(self, verb: int) -> bool:
        doc = self.doc
        deps = {doc.tokens[c].dep for c in doc.children[verb]}
        if "aux:pass" in deps:
            # "He's expelled ten diplomats": has, where somebody is acted on besides.
            words = {doc.lows[c] for c in doc.dependents(verb, "aux:pass")}
            return not (words <= {"'s", "’s"} and doc.child(verb, "obj") is not None)
        if not deps & {"nsubj:pass", "csubj:pass"}:
            return False
        token = doc.tokens[verb]
        shares_auxiliary = token.dep == "conj" and token.head >= 0 and self.is_passive(token.head)
        lemmas = {doc.tokens[c].lemma.lower() for c in doc.children[verb]}
        # "Agreement reached between Norway and Oman": headlines leave the auxiliary out.
        following = doc.lows[verb + 1] if verb + 1 < len(doc.lows) else ""
        thing = any(doc.tokens[c].pos == "NOUN" for c in doc.dependents(verb, "nsubj:pass"))
        is_headline = token.dep == "root" and thing and following in ("between", "by")
        return shares_auxiliary or is_headline or bool(lemmas & {"be", "get"})

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """The token that does what ``verb`` says (the agent of a passive), if the tree shows it."""
        if depth > 8:
            return None
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(verb, depth)
        return self._subjects[verb]

    def _subject(self, verb: int, depth: int) -> int | None:
        if self.is_passive(verb) or self.is_reduced_passive(verb):
            return self.agent(verb)
        own = [c for c in self.doc.dependents(verb, "nsubj") if self.case(c) is None]
        # "Heading to Helsinki, Finland": the land after the town is nobody who heads there.
        own = [c for c in own if c < verb or self.doc.tokens[c - 1].text != ","]
        if len(own) > 1 and self._is_in_dateline(own[0], own[1]):
            own = own[1:]
        if own and (own[0] < verb or (named := torn.named_before(self, verb)) is None):
            return own[0]
        if own:
            return named
        beside = torn.subject_beside(self, verb)
        return self._inherited_subject(verb, depth) if beside is None else beside

    def _is_in_dateline(self, first: int, second: int) -> bool:
        """ "(UPI) -- The ministers met", "Shillong, September 19: India expelled him"."""
        tokens = self.doc.tokens
        return tokens[first - 1].text == "(" or any(t.text == ":" for t in tokens[first:second])

    def is_reduced_passive(self, verb: int) -> bool:
        """A participle behind a noun: "attacks carried out by rebels", "the pact signed Friday"."""
        token = self.doc.tokens[verb]
        return (
            token.dep == "acl"
            and self.doc.child(verb, "nsubj") is None
            and not self._is_clause_of_name(verb)
            and token.pos == "VERB"
            and not token.text.lower().endswith("ing")
            and not self.is_infinitive(verb)
        )

    def _is_clause_of_name(self, verb: int) -> bool:
        """ "Emre Aksoy mediated": a sentence that the parse takes for a name with a participle."""
        head = self.doc.tokens[self.doc.tokens[verb].head]
        beside = verb > 0 and self.doc.tokens[verb - 1].pos == "PROPN"
        return head.dep == "root" and head.pos == "PROPN" and beside and self.agent(verb) is None

    def agent(self, verb: int) -> int | None:
        """The "by" phrase of a passive."""
        for c in self.doc.dependents(verb, "obl"):
            case = self.case(c)
            is_agent = self.doc.tokens[c].dep == "obl:agent" and case in _OF_AGENTS
            if case == "by" or is_agent:
                return c
        # "Was rejected by Ukraine": by the words alone, where the parse hangs it elsewhere.
        beside = verb + 1
        if beside < len(self.doc.tokens) and self.doc.tokens[beside].text == "by":
            head = self.doc.tokens[beside].head
            return head if self.doc.tokens[beside].dep == "case" else None
        return None

    def _inherited_subject(self, verb: int, depth: int) -> int | None:
        token = self.doc.tokens[verb]
        head, relation = token.head, token.dep.split(":")[0]
        if head < 0:
            return None
        if relation == "xcomp" and self.doc.tokens[head].lemma in OBJECT_CONTROL:
            controller = self.object(head)
            if controller is None and self.doc.tokens[head].lemma == "call":
                controller = next(self.obliques(head, {"on"}), None)
            if controller is not None:
                return controller
        called_on = next(self.obliques(head, {"on"}), None)
        if self.doc.tokens[head].lemma == "call" and self.is_infinitive(verb) and called_on:
            return called_on
        is_suspicion = self._is_suspicion(verb, head)
        if is_suspicion or self._charged(verb, head) is not None:
            return self.object(head) if is_suspicion else self._charged(verb, head)
        if relation == "acl":
            return self._main_subject(verb, depth) if self.is_trailing(verb) else head
        if relation == "xcomp" and (self.is_passive(head) or self.is_reduced_passive(head)):
            return torn.scheduled(self, head)
        if relation == "conj" and (partner := self.gerund_before(verb)) is not None:
            return self.subject(partner, depth + 1)
        if relation == "advcl" and (outer := self.outer_of_trailing(verb)) is not None:
            return self.subject(outer, depth + 1)
        if relation in ("xcomp", "advcl", "conj", "parataxis"):
            return self.subject(head, depth + 1)
        return torn.subject_of_content(self, verb) if relation == "ccomp" else None

    def gerund_before(self, verb: int) -> int | None:
        """ "By predicting that they will agree, and congratulating her": the gerund that another
        one goes on from, where the parse joins it to a finite verb between."""
        doc = self.doc
        head = doc.tokens[verb].head
        if not self._is_bare_gerund(verb) or self._is_bare_gerund(head):
            return None
        return next((i for i in doc.ancestors(head) if self._is_bare_gerund(i)), None)

    def _is_bare_gerund(self, i: int) -> bool:
        token = self.doc.tokens[i]
        is_ing = token.pos == "VERB" and token.text.lower().endswith("ing")
        return is_ing and self.doc.child(i, "aux", "nsubj") is None

    def fronted_subject(self, verb: int) -> int | None:
        """ "Lund and Tavakoli have agreed to meet, the ministry said": of two subjects that the
        parse gives to "said", the one before the clause is the clause's."""
        head = self.doc.tokens[verb].head
        both = list(self.doc.dependents(head, "nsubj"))
        is_torn = len(both) == 2 and both[0] < verb < both[1] < head
        return both[0] if is_torn else None

    def _is_suspicion(self, verb: int, head: int) -> bool:
        """ "Accuses Iran of supplying drones": the accused is the one who is to have done it."""
        marks = self.markers(verb) | {self.case(verb)}
        return self.doc.tokens[head].lemma in SUSPECTED and bool(marks & {"of", "for", "with"})

    def is_trailing(self, verb: int) -> bool:
        """A participle behind a comma, ", blaming Ukraine": it goes on about the main subject."""
        before = verb - 1
        while before >= 0 and self.doc.tokens[before].pos == "ADV":
            before -= 1
        parted = self.doc.tokens[before].text in (",", "–", "—", "--", "-")
        return self.doc.tokens[verb].text.endswith("ing") and parted

    def _charged(self, verb: int, head: int) -> int | None:
        """ "Sanctions against Iran for supplying drones": who did what a penalty is for."""
        if "for" not in self.markers(verb) or not self.doc.tokens[verb].text.endswith("ing"):
            return None
        things = (head, *self.doc.dependents(head, "obj", "nsubj:pass"))
        named = (i for i in things if self.doc.tokens[i].lemma.lower() in _PENALTIES)
        found = (c for i in named for c in self.obliques(i, {"against", "on", "of"}))
        return next(found, next(self.obliques(head, {"against"}), None))

    def is_charged(self, verb: int) -> bool:
        """Whether a gerund tells what a penalty is for: what was done before it."""
        head = self.doc.tokens[verb].head
        return head >= 0 and self._charged(verb, head) is not None

    def outer_of_trailing(self, verb: int) -> int | None:
        """ "The court acted days before Lund is to meet Tan, charging three": what trails goes on
        from the main verb, though the parse hangs it on a clause of time."""
        if not self.is_trailing(verb):
            return None
        at = self.doc.tokens[verb].head
        while at >= 0 and self.doc.tokens[at].dep == "xcomp":
            at = self.doc.tokens[at].head
        if at < 0 or self.doc.tokens[at].dep not in ("advcl", "acl:relcl"):
            return None
        if not self.markers(at) & {"before", "after", "since", "until"}:
            return None
        return next((i for i in self.doc.ancestors(at) if self.doc.tokens[i].pos == "VERB"), None)

    def _main_subject(self, verb: int, depth: int) -> int | None:
        for above in self.doc.ancestors(verb):
            if self.doc.tokens[above].pos == "VERB" and self.doc.tokens[above].dep != "acl":
                top = self.doc.tokens[above]
                outer = top.head if top.dep == "ccomp" and top.head >= 0 else above
                return self.subject(outer, depth + 1)
        return None

    def object(self, verb: int) -> int | None:
        """What is acted on: the object, a passive's subject, or the noun of a relative clause."""
        if verb not in self._objects:
            self._objects[verb] = self._object(verb)
        return self._objects[verb]

    def _object(self, verb: int) -> int | None:
        token = self.doc.tokens[verb]
        if self.is_passive(verb):
            own = self.doc.child(verb, "nsubj:pass")
            if own is None:
                return self._inherited_patient(verb)
            is_relative = self.doc.tokens[own].lemma.lower() in RELATIVE
            return self.antecedent(own) if is_relative else own
        if self.is_reduced_passive(verb):
            return token.head
        own = self._own_object(verb)
        if own is not None and self.doc.tokens[own].lemma.lower() in RELATIVE:
            return self.antecedent(own)
        if own is not None:
            return own
        if token.lemma in _OF_OBJECT and (urged := self._urged(verb)) is not None:
            return urged
        if self.is_relative(verb) and self.doc.child(verb, "nsubj") is not None:
            subject = self.doc.child(verb, "nsubj")
            if self._is_setting(verb):
                return None
            if subject is not None and self.doc.tokens[subject].lemma.lower() not in RELATIVE:
                return token.head
        return None

    def _is_setting(self, verb: int) -> bool:
        """ "The call when they agreed", "talks in which they agreed": said of a place or time."""
        words = {self.doc.lows[c] for c in self.doc.dependents(verb, "advmod")}
        inside = self.obliques(verb, {"in", "at", "during", "under"})
        return bool(words & {"where", "when", "why"}) or any(
            self.doc.lows[c] == "which" for c in inside
        )

    def is_relative(self, verb: int) -> bool:
        """Whether a clause is said of a thing: "a plan that Norway rejected", where the parse may
        take it for what the plan is, as in "the claim that Norway rejected it"."""
        token = self.doc.tokens[verb]
        if token.dep == "acl" and "that" in self.markers(verb):
            entry = act_nouns().get(self.doc.tokens[token.head].lemma.lower())
            is_thing = entry is not None and bool(entry.classes & _PUT_OUT)
            return is_thing and self.doc.child(verb, "obj", "xcomp", "ccomp", "aux:pass") is None
        return token.dep == "acl:relcl"

    def _own_object(self, verb: int) -> int | None:
        """The direct object, else the indirect one; a phrase with a preposition is neither."""
        found = [
            c
            for c in self.doc.dependents(verb, "obj", "iobj")
            if self.case(c) is None
            and not self._is_of_clause(c)
            and not self._is_aside(c)
            and not torn.is_speaker_behind(self, verb, c)
            and (c > verb or c != torn.fronted(self, verb))
        ]
        if len(found) > 1 and self.doc.tokens[found[0] + 1].text in ("-", "–"):
            found = found[1:]  # "welcomes Iran-Saudi Deal": the parse may take half of a name
        if not found:
            # "called Tavakoli on Friday": the parse may take a bare name for a predicate.
            found = [c for c in self.doc.dependents(verb, "xcomp") if self._is_bare_name(c)]
        if not found:
            # "Lund met the minister, Tavakoli": the parse may take the title to go before Lund.
            subject = self.doc.child(verb, "nsubj")
            titles = () if subject is None else self.doc.dependents(subject, "nmod:desc")
            found = [c for c in titles if c > verb]
        return min(found, key=lambda c: self.doc.tokens[c].dep == "iobj", default=None)

    def _is_aside(self, noun: int) -> bool:
        """ "Will meet Thursday", "meet face-to-face": no object, whatever the parse has."""
        word = self.doc.lows[noun]
        is_face = word == "face" and self.doc.text[self.doc.tokens[noun].end :][:4] == "-to-"
        return word in DAYS or is_face

    def _is_of_clause(self, noun: int) -> bool:
        """ "The two met on Monday, their first contact in months": said of the whole clause."""
        words = {self.doc.tokens[c].lemma.lower() for c in self.doc.dependents(noun, "amod")}
        if not words & _IN_A_ROW:
            return False
        first = self.doc.subtree(noun)[0]
        return "," in (self.doc.tokens[first].text, self.doc.tokens[max(0, first - 1)].text)

    def _is_bare_name(self, i: int) -> bool:
        mention = self._by_head.get(i)
        is_person = mention is not None and mention.kind == "person"
        return is_person and self.doc.tokens[i].pos == "PROPN" and self.case(i) is None

    def recipient(self, verb: int) -> int | None:
        """The indirect object: "gave Ukraine a loan"."""
        return self.doc.child(verb, "iobj")

    def _urged(self, verb: int) -> int | None:
        """The one who is to act, where the parse takes it into the infinitive's clause."""
        clauses = ("ccomp", "xcomp", "advcl")
        for c in self.doc.dependents(verb, *clauses):
            to = self.is_infinitive(c) and self.doc.tokens[c].dep != "advcl"
            behind = to or self.markers(c) & {"of", "for"}
            if not behind:
                continue
            doers = [*self.doc.dependents(c, "nsubj"), *self.doc.dependents(c, "obj")]
            if (doer := next((d for d in doers if d < c), None)) is not None:
                return doer
        return None

    def _inherited_patient(self, verb: int) -> int | None:
        token = self.doc.tokens[verb]
        if token.head >= 0 and token.dep.split(":")[0] in ("conj", "xcomp"):
            return self.doc.child(token.head, "nsubj")
        return None

    # --- prepositions, markers, owners ---

    def case(self, i: int) -> str | None:
        """The preposition of a phrase, lower case ("ahead of" in full)."""
        found = self._cases.get(i, "")
        if found == "":
            found = self._cases[i] = self._case(i)
        return found

    def _case(self, i: int) -> str | None:
        doc = self.doc
        marks, first = self._prepositions(i)
        if not marks and self._aheads and self._is_ahead_of(i):
            return "ahead of"
        if not marks:
            is_loose = doc.tokens[i].dep.startswith("obl")
            return self._particle_before(i, first) if is_loose else None
        word = doc.lows[marks[0]]
        if word == "of" and doc.lows[marks[0] - 1] == "ahead":
            return "ahead of"
        fixed = doc.dependents(marks[0], "fixed")
        return " ".join((word, *(doc.lows[c] for c in fixed))) if fixed else word

    def _prepositions(self, i: int) -> tuple[list[int], int]:
        """The prepositions of a phrase, without "'s", and its first token: a title may carry the
        preposition of the name that it stands before."""
        tokens, dependents = self.doc.tokens, self.doc.dependents
        mention = self.by_token.get(i)
        if mention is None or not self._heads(i, mention):
            found = dependents(i, "case")
            return [c for c in found if tokens[c].text[0] not in "'’"], i
        phrase = self.tokens_of(mention)
        marks = [
            c
            for head in phrase
            for c in dependents(head, "case")
            if (c < phrase[0] or head == i) and tokens[c].text[0] not in "'’"
        ]
        return marks, phrase[0]

    def _particle_before(self, i: int, first: int) -> str | None:
        """ "Called on Xi", where the parse takes the preposition for a particle of the verb."""
        doc = self.doc
        before = doc.tokens[first - 1] if first else None
        if before is None or before.dep != "compound:prt":
            return None
        return doc.lows[first - 1] if before.head == doc.tokens[i].head else None

    @cached_property
    def _aheads(self) -> frozenset[int]:
        return frozenset(i for i, low in enumerate(self.doc.lows) if low == "ahead")

    @cached_property
    def _sentences_with_ahead(self) -> frozenset[int]:
        return frozenset(self.doc.sentence_of[i] for i in self._aheads)

    def _is_ahead_of(self, i: int) -> bool:
        """ "Ahead of his meeting", however the parse hangs the words together."""
        if self.doc.sentence_of[i] not in self._sentences_with_ahead:
            return False
        first = min(self.doc.subtree(i, without=("acl", "appos")))
        return self.doc.tokens[i].head in self._aheads or first - 2 in self._aheads

    def marker(self, verb: int) -> str | None:
        """The word that introduces a clause: "to", "if", "that", "after"."""
        first = self.doc.child(verb, "mark")
        return None if first is None else self.doc.lows[first]

    def markers(self, verb: int) -> frozenset[str]:
        """All words that introduce a clause: "about whether", "for … to"."""
        if verb not in self._markers:
            # "Urged her to stop": a "to" behind the verb is that of the infinitive.
            marks = (c for c in self.doc.dependents(verb, "mark") if c < verb)
            self._markers[verb] = frozenset(self.doc.lows[c] for c in marks)
        return self._markers[verb]

    def is_infinitive(self, verb: int) -> bool:
        """Whether "to" introduces the verb, alone or behind "for" and its subject."""
        return "to" in self.markers(verb)

    def obliques(self, i: int, preps: set[str] | frozenset[str]) -> Iterator[int]:
        """Oblique and nominal modifiers of ``i`` with one of the prepositions."""
        for c, case in self._phrases_of(i):
            if case in preps:
                yield c

    def _phrases_of(self, i: int) -> list[tuple[int, str | None]]:
        """The modifiers of ``i``, each with its preposition."""
        if i not in self._phrases:
            # A subject or object with a preposition of its own is a phrase that the parse misnamed.
            below = self.doc.dependents(i, "obl", "nmod", "nsubj", "obj")
            self._phrases[i] = [(c, self.case(c)) for c in below]
        return self._phrases[i]

    def participle_over(self, verb: int, c: int) -> int | None:
        """The participle that a phrase of the verb follows without a comma: in "welcomed the accord
        reached by Oman and Qatar on Monday in Rome" the day and the place are the accord's, though
        the parse may hang them on "welcomed"."""
        doc = self.doc
        obj = self._own_object(verb)
        if obj is None or not verb < obj < c:
            return None
        below = [
            p for p in doc.dependents(obj, "acl") if obj < p < c and self.is_reduced_passive(p)
        ]
        if not below or any(doc.tokens[i].text in ",;:–—" for i in range(below[-1], c)):
            return None
        joined = any(doc.tokens[i].pos == "VERB" for i in range(below[-1] + 1, c))
        return None if joined else below[-1]

    def owners(self, i: int) -> list[ActorMention]:
        """The actors that a thing belongs to or comes from: "Beijing's position", "the claims of
        Western officials", "Russian forces"."""
        doc = self.doc
        for c in doc.dependents(i, "nmod:poss", "nsubj"):
            # "The envoy's visit", where the parse takes the envoy for a subject.
            is_owner = doc.tokens[c].dep == "nmod:poss" or self._is_possessive(c)
            if is_owner and (found := self.actors(c)):
                return found
        for c in doc.dependents(i, "nmod"):
            if self.case(c) in ("of", "by", "from") and (found := self.actors(c)):
                return found
        for c in doc.dependents(i, "amod", "compound"):
            m = self._by_head.get(c)
            # "The Paris accords" are no more of France than "the Minsk agreements" of Belarus.
            if m is not None and not (m.form == "seat" and m.kind == "country"):
                return hyphened(self.doc, self.by_token, m)
        return self._possessor_before(i)

    def _is_possessive(self, i: int) -> bool:
        cases = self.doc.dependents(i, "case")
        return any(self.doc.tokens[c].text in ("'s", "’s") for c in cases)

    def _possessor_before(self, i: int) -> list[ActorMention]:
        """An actor with "'s" right before the phrase, as before a quotation: Beijing's "stance"."""
        at = min(self.doc.subtree(i, without=("acl", "nmod"))) - 1
        while at > 0 and self.doc.tokens[at].pos == "PUNCT":
            at -= 1
        if at > 0 and self.doc.tokens[at].text in ("'s", "’s"):
            m = self.by_token.get(at - 1) or self.by_token.get(at)
            return [] if m is None else [m]
        return []

    def clause(self, verb: int) -> list[int]:
        """The tokens of the verb's own clause, without the clauses inside it."""
        return self.doc.subtree(verb, without=_CLAUSAL)

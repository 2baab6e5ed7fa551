"""Whom a pronoun stands for: the person, pair, group or state named before it."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.actors.context import Context
from coranto.actors.drafts import Draft
from coranto.actors.pairs import Pairs
from coranto.actors.persons import Person
from coranto.actors.tables import GroupNoun

# How far back a pronoun looks, in sentences that are not a quotation's alone; and one that
# only says who speaks ("…," he said), which means the speaker of the quotations before it.
REACH = 3
_SPEAKERS_REACH = 10
_SPEECH = frozenset(
    "say tell add note write warn argue explain claim state continue recall insist stress reply "
    "respond ask conclude acknowledge admit declare tweet post comment reiterate".split()
)
# What two do to one another; and what those do who are told of together.
_MEETING = frozenset("meet shake converse huddle embrace".split())
_TOGETHER = _MEETING | frozenset(
    "discuss review exchange agree talk speak hold sign pledge vow confer walk share pose".split()
)


class Antecedents:
    """Finds the antecedents of the pronouns of one document."""

    def __init__(self, context: Context, pairs: Pairs) -> None:
        self.ctx = context
        self.doc = context.doc
        self.drafts = context.drafts
        self.of_draft = context.of_draft
        self.pairs = pairs

    def resolve(self, draft: Draft) -> None:
        """Set the keys of a draft that is a pronoun, where its antecedent is clear."""
        word = draft.name
        if word == "who":
            self._relative(draft)
        elif word in ("he", "she"):
            person = self.antecedent(draft.first, "m" if word == "he" else "f")
            if person:
                draft.key, draft.country = person.key, person.country
        elif word == "they":
            self._plural(draft)
        elif draft.first not in self.ctx.quoted:  # else it is the quoted speaker's own context
            self._it(draft)

    def _relative(self, draft: Draft) -> None:
        """ "who" is the noun right before it, or the head of its relative clause."""
        for other in reversed(self.ctx.near(draft, 0)):
            if other.form == "pronoun":
                continue
            gap = self.doc.tokens[other.last : draft.first]
            close = all(t.text in (",", "and", "those") for t in gap)
            if close or other.first <= self._clause_head(draft) < other.last:
                draft.key, draft.keys, draft.country = other.key, other.keys, other.country
                return

    def _clause_head(self, draft: Draft) -> int:
        for above in self.doc.ancestors(draft.first):
            if self.doc.tokens[above].dep.startswith("acl"):
                return self.doc.tokens[above].head
        return -1

    def antecedent(self, at: int, sex: str | None) -> Person | None:
        """The person a pronoun at token ``at`` stands for, or ``None`` if no one is fit.

        Subjects go before others, the sentence itself before those before it; a
        person whom the pronoun's own sentence names by another role may be meant.
        What a quotation says is its speaker's: words outside it do not point into it,
        and words inside it only to others inside.
        """
        sentence = self.doc.sentence_of[at]
        reach = self._reach(sentence)
        options = self._options(at, sex, min(reach, sentence - _SPEAKERS_REACH))
        number = self.doc.sentence_of
        last = number[options[-1].first] if options else -1  # the nearest sentence that names one
        if last >= reach:
            here = [d for d in options if number[d.first] == last]
            best = max(here, key=lambda d: self.salience(d, at, sentence - last))
            return self.ctx.person_of(best)
        return self._last_speaker(options, at)

    def _options(self, at: int, sex: str | None, sentence: int) -> list[Draft]:
        """Persons from ``sentence`` to ``at`` whom a pronoun of that sex there can mean."""
        inside = at in self.ctx.quoted
        since = self.doc.sentences[max(sentence, 0)].first_token
        if inside:
            since = max(since, self._quotation(at))
        told_of = {id(p) for d in self._told_of(at) if (p := self.ctx.person_of(d))}
        return [
            d
            for d in self.ctx.since(since, at)
            if (d.first in self.ctx.quoted) == inside
            and self._fits_sex(p := self.ctx.person_of(d), sex)
            and id(p) not in told_of
        ]

    def _told_of(self, at: int) -> list[Draft]:
        """Those whom a clause that the verb of the pronoun ``at`` governs, or that it closes, names
        in full: "he said Lund had left" is not said by Lund (Chomsky 1981, principle C).

        A quotation may name its own speaker.
        """
        token = self.doc.tokens[at]
        if not token.dep.startswith("nsubj") or token.head < 0:
            return []
        verb = token.head
        clauses = list(self.doc.dependents(verb, "ccomp"))
        if self.doc.tokens[verb].dep == "parataxis":
            clauses.append(self.doc.tokens[verb].head)
        if not clauses:
            return []
        sentence, above = self.doc.sentences[self.doc.sentence_of[at]], set(clauses)
        return [
            d
            for d in self.ctx.since(sentence.first_token, sentence.last_token)
            if d.form != "pronoun" and d.first != at and d.first not in self.ctx.quoted
            and not (above.isdisjoint(self.doc.ancestors(d.first)) and d.first not in above)
        ]  # fmt: skip

    def _quotation(self, at: int) -> int:
        """The first token of the quotation that ``at`` stands in."""
        while at - 1 in self.ctx.quoted:
            at -= 1
        return at

    def _reach(self, sentence: int) -> int:
        """The first of the sentences that a pronoun in ``sentence`` looks back to."""
        left = REACH
        while sentence > 0 and left:
            sentence -= 1
            here = self.doc.sentences[sentence]
            left -= not {here.first_token, here.last_token - 2} <= self.ctx.quoted
        return sentence

    def _last_speaker(self, options: Sequence[Draft], at: int) -> Person | None:
        """ "…," she said, far from any name: the last who is told to speak."""
        if not self._speaks(at):
            return None
        first = self.doc.sentence_of[at] - _SPEAKERS_REACH
        for draft in reversed(options):
            if self.doc.sentence_of[draft.first] < first:
                return None
            if self._speaks(draft.head):
                return self.ctx.person_of(draft)
        return None

    def _speaks(self, at: int) -> bool:
        """Whether token ``at`` is the subject of a verb of speech."""
        token = self.doc.tokens[at]
        verb = self.doc.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        return token.dep.startswith("nsubj") and verb in _SPEECH

    def _fits_sex(self, person: Person | None, sex: str | None) -> bool:
        return person is not None and (sex is None or person.sex in (None, sex))

    def salience(self, draft: Draft, at: int, back: int) -> tuple[int, int]:
        token = self.doc.tokens[draft.head]
        subject = self.is_subject(draft.head)
        speaks = subject and token.head >= 0 and self.doc.tokens[token.head].head < 0
        known = bool((p := self.ctx.person_of(draft)) and p.sex)
        if back == 0:
            governs = self.governs(draft.head, at)
            return (2 * governs + subject + known, draft.first)
        return (2 * speaks + subject + known, draft.first if not speaks else -draft.first)

    def is_subject(self, at: int) -> bool:
        """Whether ``at`` is a subject, and the first one that its verb is given."""
        token = self.doc.tokens[at]
        if not token.dep.startswith("nsubj"):
            return False
        return token.head < 0 or self.doc.child(token.head, "nsubj") == at

    def governs(self, head: int, at: int) -> bool:
        """Whether ``head`` is a subject whose verb stands above ``at``, or right before it."""
        if not self.is_subject(head):
            return False
        verb = self.doc.tokens[head].head
        before = at - 1 - (self.doc.lows[at - 1] == "that")
        return verb in (before, *self.doc.ancestors(at))

    def _clause_below(self, verb: int, at: int) -> bool:
        """Whether ``at`` is in a clause under ``verb`` and in no relative clause between."""
        for above in self.doc.ancestors(at):
            if above == verb:
                return True
            if self.doc.tokens[above].dep.startswith("acl"):
                return False
        return False

    def _plural(self, draft: Draft) -> None:
        """ "they": who met, the group or the persons before, unless things stand between them."""
        inside = draft.first in self.ctx.quoted
        if not inside and self._meets(draft.first) and self._take(draft, self._couple(draft)):
            return
        passive = self.doc.tokens[draft.first].dep == "nsubj:pass"
        since = self._quotation(draft.first) if inside else 0
        told_of = {k for d in self._told_of(draft.first) for k in (d.key, d.keys) if k}
        near = list(reversed(self.ctx.near(draft, 1)))
        if not inside and self._opens(draft):
            near.sort(key=lambda d: not self._is_subject_of_sentence(d))
        for other in near:
            if other.first < since or not self._within_reach(other, inside):
                continue
            if other.key in told_of or other.keys in told_of:
                continue
            if passive and self._things_between(other, draft):
                return  # "ties … after they were severed"
            if self._is_group(other):
                draft.key, draft.keys, draft.country = other.key, other.keys, other.country
                return
            if other.sort == "person" and self._take(draft, self._coordinated(other)):
                return
        if not inside and self._opens(draft) and self._verb(draft.first) in _TOGETHER:
            self._take(draft, self._couple(draft))

    def _is_subject_of_sentence(self, draft: Draft) -> bool:
        """Whether a draft is the subject of its whole sentence, or the last of several that are.

        "They", at the head of the next, takes that up before what stands nearer.
        """
        at = draft.head
        if self.doc.tokens[at].dep == "conj":
            at = self.doc.tokens[at].head
        above = self.doc.tokens[at].head
        subject = self.doc.tokens[at].dep.startswith("nsubj")
        return subject and above >= 0 and self.doc.tokens[above].head < 0

    def _within_reach(self, other: Draft, inside: bool) -> bool:
        """Whether both stand in a quotation or neither; a quotation's own subject may be meant."""
        if (other.first in self.ctx.quoted) == inside:
            return True
        return not inside and self.is_subject(other.head) and bool(other.keys)

    def _take(self, draft: Draft, keys: tuple[str, ...]) -> bool:
        draft.keys = keys
        return bool(keys)

    def _couple(self, draft: Draft) -> tuple[str, ...]:
        """The two of whom the last sentences tell together."""
        return self.pairs.near_two(draft)

    def _meets(self, at: int) -> bool:
        """Whether those of a pronoun meet one another: "when they meet", not "they met Orlov"."""
        verb = self.doc.tokens[at].head
        if not self.doc.tokens[at].dep.startswith("nsubj") or verb < 0:
            return False
        if self.doc.tokens[verb].lemma.lower() not in _MEETING:
            verb = self.doc.child(verb, "xcomp") or verb
        if self.doc.tokens[verb].lemma.lower() not in _MEETING:
            return False
        met = self.doc.child(verb, "obj")
        with_whom = any(
            self.doc.lows[c] == "with"
            for o in self.doc.dependents(verb, "obl")
            for c in self.doc.dependents(o, "case")
        )
        alone = met is None or self.doc.lows[met] in ("each", "one", "other", "another", "hands")
        return alone and not with_whom

    def _verb(self, at: int) -> str:
        head = self.doc.tokens[at].head
        subject = self.doc.tokens[at].dep == "nsubj"
        return self.doc.tokens[head].lemma.lower() if subject and head >= 0 else ""

    def _opens(self, draft: Draft) -> bool:
        """Whether a pronoun is the first word of its sentence."""
        return draft.first == self.doc.sentences[self.doc.sentence_of[draft.first]].first_token

    def _is_group(self, draft: Draft) -> bool:
        """Whether a draft is of many: a group, a people, a pair."""
        if draft.sort != "group" or not (draft.key or draft.keys):
            return False
        if draft.form == "demonym":
            return self.doc.tokens[draft.head].dep.startswith(("nsubj", "obj", "conj"))
        noun = draft.noun
        return draft.form != "pronoun" and not (isinstance(noun, GroupNoun) and not noun.plural)

    def _things_between(self, one: Draft, other: Draft) -> bool:
        """Whether a noun in the plural that is in no mention stands between two drafts."""
        mentioned = {i for d in self.drafts for i in range(d.first, d.last)}
        return any(
            t.pos == "NOUN" and t.text.endswith("s") and t.lemma != t.text.lower()
            for i, t in enumerate(self.doc.tokens[one.last : other.first], one.last)
            if i not in mentioned
        )

    def _coordinated(self, draft: Draft) -> tuple[str, ...]:
        """The persons of the list "A, B and C" that ends with this one; none for one alone."""
        chain, joined = [draft], False
        for other in reversed(self.ctx.near(draft, 0)):
            gap = [t.text.lower() for t in self.doc.tokens[other.last : chain[0].first]]
            if other.sort != "person" or gap not in (["and"], [",", "and"], [","]):
                break
            if gap == [","] and not joined:
                break
            joined = True
            chain.insert(0, other)
        keys = tuple(dict.fromkeys(self.of_draft[id(d)].key for d in chain))
        return keys if joined and len(keys) > 1 else ()

    def _it(self, draft: Draft) -> None:
        """ "it": the state or body that is the subject above it, or that spoke just before."""
        token = self.doc.tokens[draft.first]
        if not token.dep.startswith("nsubj") or token.head < 0:
            return
        for other in reversed(self.ctx.near(draft, 1)):
            acting = other.sort in ("country", "place", "body", "organisation")
            if not acting or other.form == "demonym" or not other.key:
                continue
            head = self.doc.tokens[other.head]
            if not head.dep.startswith("nsubj"):
                continue
            here = self.doc.sentence_of[other.first] == self.doc.sentence_of[draft.first]
            above = self._clause_below(head.head, draft.first)
            speaks = self.doc.tokens[token.head].lemma in ("say", "add", "state", "note", "warn")
            if (here and above) or (not here and speaks and self.doc.tokens[head.head].head < 0):
                draft.key, draft.country = other.key, other.country
                return

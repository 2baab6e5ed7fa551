"""Whom a pronoun stands for: the person, pair, group or state named before it."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.actors.context import Context
from coranto.actors.crowds import crowd, listed_with, of_two
from coranto.actors.drafts import Draft
from coranto.actors.openers import OF_TWO
from coranto.actors.pairs import Pairs
from coranto.actors.persons import Person, offices_of
from coranto.actors.tables import GroupNoun

# How far back a pronoun looks, in sentences that are not a quotation's alone; and one that
# only says who speaks ("…," he said), which means the speaker of the quotations before it.
REACH = 3
JOINT_REACH = 6
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
_POSSESSIVES = frozenset({"'s", "\u2019s", "'", "\u2019"})
# What is done to someone for what he has done.
_JUDGES = frozenset(
    "thank praise congratulate commend laud applaud hail credit blame criticise criticize accuse "
    "condemn fault denounce reproach rebuke forgive".split()
)
# Who can be in a list of those who act; verbs that only several have for their subject.
_LISTED = ("person", "country", "body", "organisation")
_OF_SEVERAL = frozenset({"are", "were", "have"})
# What says something itself.
_DOCUMENTS = frozenset(
    "agreement deal accord treaty pact statement declaration document text communique plan report "
    "letter proposal resolution memorandum".split()
)
# Relations of words within another phrase; and what encloses a word put in.
_WITHIN = ("nmod", "obl", "compound", "amod", "acl", "list")
_OPENING, _CLOSING = (("(",), ("[",)), ((")",), ("]",))


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
            sex = "m" if word == "he" else "f"
            person = self._in_brackets(draft, sex) or self.antecedent(draft.first, sex)
            if person:
                draft.key, draft.country = person.key, person.country
                person.sex = person.sex or self._told_sex(person, draft.first, sex)
        elif word == "they":
            if not self._jointly(draft):
                self._plural(draft)
        elif word in OF_TWO:
            self._of_two(draft)
        elif draft.first not in self.ctx.quoted:  # else it is the quoted speaker's own context
            self._it(draft)

    def _of_two(self, draft: Draft) -> None:
        """ "The latter", "the former": of the two just named."""
        named = of_two(self.ctx, draft, draft.name == "latter")
        if named is not None:
            person = self.ctx.person_of(named)
            draft.key, draft.country = person.key if person else named.key, named.country

    def owner(self, at: int) -> str | None:
        """The key of the person whom "his" or "her" at a token stands for."""
        person = self.antecedent(at, "m" if self.doc.lows[at] == "his" else "f")
        return person.key if person is not None else None

    def _jointly(self, draft: Draft) -> bool:
        """Whether "they" say or do something jointly: those of whom the report last told together.

        "…," they said in a joint statement.
        """
        verb = self.doc.tokens[draft.first].head
        inside = draft.first in self.ctx.quoted
        if inside or verb < 0 or not self.doc.tokens[draft.first].dep.startswith("nsubj"):
            return False
        said = [i for i in self.doc.subtree(verb) if i > draft.first]
        if not any(self.doc.lows[i] in ("joint", "jointly") for i in said):
            return False
        many = crowd(self.ctx, draft, -3, self.owner, JOINT_REACH)
        return self._take(draft, many)

    def _relative(self, draft: Draft) -> None:
        """ "who" is the noun right before it, or the head of its relative clause."""
        for other in reversed(self.ctx.near(draft, 0)):
            if other.form == "pronoun":
                continue
            gap = self.doc.tokens[other.last : draft.first]
            close = all(t.text in (",", "and", "those") for t in gap)
            if close or other.first <= self._clause_head(draft) < other.last:
                if not (self._are_several(draft, other) and self._take_all(draft, other)):
                    draft.key, draft.keys, draft.country = other.key, other.keys, other.country
                return

    def _are_several(self, draft: Draft, last: Draft) -> bool:
        """Whether "who" after "A and B" is both: by its verb, or by the noun that presents them."""
        verb = self.doc.tokens[draft.first].head
        words = {verb, *self.doc.dependents(verb, "aux", "cop")} if verb >= 0 else set()
        if any(self.doc.lows[i] in _OF_SEVERAL for i in words):
            return True
        if self.doc.lows[draft.last : draft.last + 1] in (("both",), ("all",)):
            return True
        return any(last is m for d in self.ctx.near(draft, 0) for m in d.members)

    def _take_all(self, draft: Draft, last: Draft) -> bool:
        return last.sort == "person" and self._take(draft, self._coordinated(last))

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
        options = self._options(at, sex, reach)
        if not options:
            return self._last_speaker(at, sex)
        number = self.doc.sentence_of
        last = number[options[-1].first]  # the nearest sentence that names one
        here = [d for d in options if number[d.first] == last]
        acts = self.doc.lows[at] in ("he", "she")
        if acts and all(self._in_passing(d, at) for d in here):
            before = [d for d in options if number[d.first] < last]
            here = self._topics(before, here) or here
        back = sentence - number[here[0].first]
        best = max(here, key=lambda d: self.salience(d, at, back))
        return self.ctx.person_of(best) if self._may_be(best, at) else None

    def _may_be(self, best: Draft, at: int) -> bool:
        """Whether no official whom the report does not name is the subject above ``at``, or of
        the sentence before.

        "Lund's ambassador says he hopes so", "Lund's spokesman spoke. He …": he is not Lund.
        """
        number, sentences = self.doc.sentence_of, self.doc.sentences
        here = sentences[number[at]].first_token
        unknown = [d for d in self._unnamed(here, at) if self.governs(d.head, at)]
        if number[best.first] < number[at] and not self.is_subject(best.head):
            before = sentences[number[best.first]]
            told = self._unnamed(before.first_token, before.last_token)
            unknown += [d for d in told if self._is_subject_of_sentence(d)]
        person = self.ctx.person_of(best)
        offices = person.offices if person is not None else set()
        return all(offices & offices_of(d) or self._presented(best, d) for d in unknown)

    def _unnamed(self, first: int, last: int) -> list[Draft]:
        """Officials between two tokens of whom the report tells no more than the office."""
        return [d for d in self.ctx.since(first, last) if d.sort == "role" and not d.key]

    def _presented(self, named: Draft, role: Draft) -> bool:
        """Whether a name stands beside a role as the same person, by the tree."""
        token = self.doc.tokens[named.head]
        return token.head == role.head and token.dep in ("appos", "flat", "nmod:desc")

    def _topics(self, before: Sequence[Draft], passing: Sequence[Draft]) -> list[Draft]:
        """The subjects of the nearest sentence that has some: of whom the report is telling.

        What names someone in passing does not end that: "Lund arrived. In Oslo, after
        talks with Berg, he …" (the centre goes on: Grosz, Joshi and Weinstein 1995). But
        one whose sex is known is not passed over for one whose sex is not.
        """
        known = any(p.sex for d in passing if (p := self.ctx.person_of(d)))
        out: list[Draft] = []
        for draft in reversed(before):
            if out and self.doc.sentence_of[draft.first] != self.doc.sentence_of[out[0].first]:
                break
            person = self.ctx.person_of(draft)
            acts = self.is_subject(draft.head) or self._heads_speech(draft)
            if acts and person is not None and (person.sex or not known):
                out.append(draft)
        return out[::-1]

    def _in_passing(self, draft: Draft, at: int) -> bool:
        """Whether a draft is named within another phrase alone, and is no party of a clause.

        Whose statement or office acts is a party: "Lund's office said that he …".
        """
        tokens = self.doc.tokens
        head = draft.head
        while tokens[head].head >= 0 and tokens[head].dep.startswith(("conj", "appos", "flat")):
            head = tokens[head].head
        token = tokens[head]
        if token.head < 0 or token.dep == "obl:agent":
            return False
        here = self.doc.sentence_of[head] == self.doc.sentence_of[at]
        if token.dep == "nmod:poss" or (self._is_owner(head) and self._participial(token.head)):
            return here and not self._owns_subject(head, at)
        if token.dep == "obl" and here and token.head < head:
            return False  # a party of the clause: "called on Lund to leave unless he …"
        if token.dep == "obl" and not here and self._is_theme(head):
            return False
        return token.dep.startswith(_WITHIN)

    def _is_theme(self, head: int) -> bool:
        """Whether a sentence sets out with whom it is about: "For Lund the worst is over"."""
        case, verb = self.doc.child(head, "case"), self.doc.tokens[head].head
        return case is not None and head < verb and self.doc.lows[case] in ("for", "to", "like")

    def _participial(self, at: int) -> bool:
        """Whether a token heads a clause without a subject: "acknowledging Lund's aims"."""
        participle = self.doc.tokens[at]
        own = any(True for _ in self.doc.dependents(at, "nsubj"))
        return participle.dep == "advcl" and participle.pos == "VERB" and not own

    def _owns_subject(self, head: int, at: int) -> bool:
        """Whether ``head`` owns the subject of a clause above ``at``, or of a whole sentence."""
        token = self.doc.tokens[head]
        if not self.is_subject(token.head):
            return False
        verb = self.doc.tokens[token.head].head
        return verb < 0 or self.doc.tokens[verb].head < 0 or self.governs(token.head, at)

    def _told_sex(self, person: Person, at: int, sex: str) -> str | None:
        """The sex that a pronoun gives the only one whom it can mean: the subject above it."""
        here = self.doc.sentences[self.doc.sentence_of[at]].first_token
        named = [d for d in self.ctx.since(here, at) if self.ctx.person_of(d) is not None]
        sure = all(self.ctx.person_of(d) is person for d in named)
        return sex if sure and any(self.governs(d.head, at) for d in named) else None

    def _in_brackets(self, draft: Draft, sex: str) -> Person | None:
        """The one named in brackets behind a pronoun: "he (Lund) said"."""
        named = self.ctx.since(draft.last, draft.last + 8)
        if self.doc.lows[draft.last : draft.last + 1] not in _OPENING or not named:
            return None
        person = self.ctx.person_of(named[0])
        closed = self.doc.lows[named[0].last : named[0].last + 1] in _CLOSING
        beside = named[0].first == draft.last + 1 and closed
        return person if beside and self._fits_sex(person, sex) else None

    def _options(self, at: int, sex: str | None, sentence: int) -> list[Draft]:
        """Persons from ``sentence`` to ``at`` whom a pronoun of that sex there can mean."""
        inside = at in self.ctx.quoted
        since = self.doc.sentences[max(sentence, 0)].first_token
        if inside:
            since = max(since, self._quotation(at))
        told_of = {id(p) for d in self._told_of(at) if (p := self.ctx.person_of(d))}
        quoted, person_of = self.ctx.quoted, self.ctx.person_of
        out: list[Draft] = []
        for named in self.ctx.since(since, at):
            draft = _owner_of_office(named) if named.sort == "body" else named
            if (draft.first in quoted) != inside:
                continue
            person = person_of(draft)
            if self._fits_sex(person, sex) and id(person) not in told_of:
                out.append(draft)
        return out

    def _told_of(self, at: int) -> list[Draft]:
        """Those whom a clause that the verb of the pronoun ``at`` governs, or that it closes, names
        in full: "he said Lund had left" is not said by Lund (Chomsky 1981, principle C).

        A quotation may name its own speaker. Nor does one acknowledge, as a subject, what is
        his by his own name: "acknowledging Lund's efforts, he said".
        """
        token = self.doc.tokens[at]
        if not token.dep.startswith("nsubj") or token.head < 0:
            return []
        verb = token.head
        clauses = list(self.doc.dependents(verb, "ccomp"))
        if self.doc.tokens[verb].dep == "parataxis" and self.doc.lows[at - 1] != ";":
            clauses.append(self.doc.tokens[verb].head)
        clauses += [
            c for c in self.doc.dependents(verb, "advcl") if c < at and self._participial(c)
        ]
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

    def _last_speaker(self, at: int, sex: str | None) -> Person | None:
        """ "…," she said, far from any name: the last who is told to speak."""
        if not self._speaks(at):
            return None
        first = self.doc.sentence_of[at] - _SPEAKERS_REACH
        for draft in reversed(self._options(at, sex, first)):
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
        headed = self._heads_speech(draft)
        subject = headed or self.is_subject(draft.head)
        speaks = headed or (subject and token.head >= 0 and self.doc.tokens[token.head].head < 0)
        known = bool((p := self.ctx.person_of(draft)) and p.sex)
        if back == 0:
            governs = self.governs(draft.head, at) or self._owner_speaks(draft.head, at)
            above = governs + 2 * self._judged(draft.head, at)
            return (2 * above + subject + known, draft.first)
        return (2 * speaks + subject + known, draft.first if not speaks else -draft.first)

    def _heads_speech(self, draft: Draft) -> bool:
        """Whether a draft gives the speaker of its sentence: "Lund: Talks have failed"."""
        sentence = self.doc.sentences[self.doc.sentence_of[draft.first]]
        colon = self.doc.lows[draft.last : draft.last + 1] == (":",)
        return colon and draft.first == sentence.first_token

    def _judged(self, head: int, at: int) -> bool:
        """Whether ``at`` tells what ``head`` is thanked for: "thanked Lund for what he …"."""
        token = self.doc.tokens[head]
        if token.dep != "obj" or self.doc.tokens[token.head].lemma.lower() not in _JUDGES:
            return False
        return any(
            self.doc.tokens[above].dep in ("obl", "advcl")
            and self.doc.tokens[above].head == token.head
            for above in self.doc.ancestors(at)
            if above > head
        )

    def _owner_speaks(self, head: int, at: int) -> bool:
        """Whether that of ``head`` is what governs ``at``: "Lund's office said that he …"."""
        token = self.doc.tokens[head]
        return token.dep == "nmod:poss" and self.governs(token.head, at)

    def is_subject(self, at: int) -> bool:
        """Whether ``at`` is a subject, and the first one that its verb is given."""
        token = self.doc.tokens[at]
        if not token.dep.startswith("nsubj") or self._is_owner(at):
            return False
        if token.head < 0:
            return True
        subjects = self.doc.dependents(token.head, "nsubj")
        return next((s for s in subjects if not self._is_owner(s)), -1) == at

    def _is_owner(self, at: int) -> bool:
        """Whether "'s" marks a word that the tree has for a subject: "Lund's spokesman said"."""
        return any(self.doc.lows[c] in _POSSESSIVES for c in self.doc.dependents(at, "case"))

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
        near = list(reversed(self.ctx.near(draft, 1)))
        if not inside and self._opens(draft):
            near.sort(key=lambda d: not self._is_subject_of_sentence(d))
        told = bool(near) and self._opens(draft) and self._is_several_subject(near[0])
        meet = not inside and not told and self._meets(draft.first)
        if meet and self._take(draft, self._couple(draft)):
            return
        passive = self.doc.tokens[draft.first].dep == "nsubj:pass"
        since = self._quotation(draft.first) if inside else 0
        told_of = {k for d in self._told_of(draft.first) for k in (d.key, d.keys) if k}
        for other in near:
            if other.first < since or not self._within_reach(other, inside):
                continue
            if other.key in told_of or other.keys in told_of or self._in_other_post(other, draft):
                continue
            if passive and self._things_between(other, draft):
                return  # "ties … after they were severed"
            if len(other.keys) > 1 and self._take(draft, listed_with(self.ctx, other)):
                return
            if self._is_group(other):
                draft.key, draft.keys, draft.country = other.key, other.keys, other.country
                return
            if self._is_party(other) and self._take(draft, self._coordinated(other)):
                return
        if not inside and self._opens(draft) and self._verb(draft.first) in _TOGETHER:
            self._take(draft, self._couple(draft))

    def _in_other_post(self, other: Draft, draft: Draft) -> bool:
        """Whether another stands in a post of which a draft is no part."""
        number, paragraphs = self.doc.sentence_of, self.doc.paragraph_of
        apart = paragraphs[number[other.first]] != paragraphs[number[draft.first]]
        return apart and self.ctx.in_post(other)

    def _is_several_subject(self, draft: Draft) -> bool:
        """Whether a draft is several of a kind, and the subject of its sentence."""
        several = draft.form == "group" and len(draft.keys) > 1
        return several and self._is_subject_of_sentence(draft)

    def _is_party(self, draft: Draft) -> bool:
        """Whether a draft may end a list that "they" stands for: persons; bodies that act."""
        if draft.sort in ("body", "organisation"):
            token = self.doc.tokens[draft.head]
            above = self.doc.tokens[token.head].dep if token.head >= 0 else ""
            return bool(draft.key) and token.dep == "conj" and above.startswith("nsubj")
        return draft.sort == "person"

    def together_before(self, draft: Draft) -> tuple[str, ...]:
        """Those whom "their" means: a pair, or a list of persons or states, named before."""
        for other in reversed(self.ctx.near(draft, 1)):
            if other.form == "group" and len(other.keys) > 1:
                return other.keys
            if other.sort in ("person", "country") and (keys := self._coordinated(other)):
                return keys
        return ()

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
        """Those of the list "A, B and C" that ends with this one; none for one alone."""
        chain, joined = [draft], False
        for other in reversed(self.ctx.near(draft, 0)):
            gap = [t.text.lower() for t in self.doc.tokens[other.last : chain[0].first]]
            alike = (other.sort == "person") == (draft.sort == "person") and other.sort in _LISTED
            if not alike or gap not in (["and"], [",", "and"], [","]):
                break
            if gap == [","] and not joined:
                break
            joined = True
            chain.insert(0, other)
        found = [p.key if (p := self.of_draft.get(id(d))) else d.key for d in chain]
        keys = tuple(dict.fromkeys(k for k in found if k))
        return keys if joined and len(keys) > 1 else ()

    def _it(self, draft: Draft) -> None:
        """ "it": the state or body that is the subject above it, or that spoke just before."""
        token = self.doc.tokens[draft.first]
        if not token.dep.startswith("nsubj") or token.head < 0:
            return
        for other in reversed(self.ctx.near(draft, 1)):
            acting = other.sort in ("country", "place", "body", "organisation")
            acting = acting or (other.key or "").startswith("country:")  # "the Omani government"
            if not acting or other.form == "demonym" or not other.key:
                continue
            head = self.doc.tokens[other.head]
            if not head.dep.startswith("nsubj"):
                continue
            if self._is_one_of_two(other) or self._is_of_document(other, draft):
                return
            here = self.doc.sentence_of[other.first] == self.doc.sentence_of[draft.first]
            above = self._clause_below(head.head, draft.first)
            speaks = self.doc.tokens[token.head].lemma in ("say", "add", "state", "note", "warn")
            if (here and above) or (not here and speaks and self.doc.tokens[head.head].head < 0):
                draft.key, draft.country = other.key, other.country
                return

    def _is_one_of_two(self, draft: Draft) -> bool:
        """Whether a subject has another beside it: "it" is neither of "Oman and Qatar"."""
        return bool(self.doc.dependents(draft.head, "conj"))

    def _is_of_document(self, state: Draft, draft: Draft) -> bool:
        """Whether "it says" what a document named in the sentence before says.

        "Oman signed the deal. It says that …": reports tell what someone says as past.
        """
        verb = self.doc.tokens[self.doc.tokens[draft.first].head]
        apart = self.doc.sentence_of[state.first] != self.doc.sentence_of[draft.first]
        told = self.doc.lows[state.last : draft.first]
        return apart and verb.text.lower().endswith("s") and not _DOCUMENTS.isdisjoint(told)


def _owner_of_office(draft: Draft) -> Draft:
    """ "Lund" of "Lund's office", who is meant by "he" rather than the office."""
    inner = draft.inner
    return inner if inner is not None and inner.sort == "person" else draft

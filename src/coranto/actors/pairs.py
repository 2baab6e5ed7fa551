"""Whom a noun in the plural means: "the two leaders", "both sides", "the Omani and Thai envoys"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from coranto.actors import tables
from coranto.actors.context import Context
from coranto.actors.couples import REACH, Party, couple, linked
from coranto.actors.crowds import sides
from coranto.actors.drafts import Draft, is_state
from coranto.actors.persons import NO_OFFICE, PARLIAMENTARY, Person, fits, offices_of
from coranto.actors.shared import ONE_HOLDER, is_top, one_holder, singular_title
from coranto.actors.tables import GroupNoun, Title

PAIRS = frozenset(
    "men women sides countries nations governments parties capitals powers side neighbours "
    "neighbors allies statesmen rivals foes adversaries pair duo two".split()
)
OF_STATES = frozenset(
    "sides side countries nations governments parties capitals powers neighbours neighbors "
    "allies states rivals foes adversaries".split()
)
# What opens a list of those whom a noun stands for.
_OPENING = frozenset({"—", "–", "-", "--", ":"})
# Nouns that stand for a country as it acts.
_AS_STATE = frozenset("governments sides authorities administrations regimes".split())
_MINISTRIES = {
    "foreign ministries": "foreign_ministry", "defence ministries": "defence_ministry",
    "defense ministries": "defence_ministry",
}  # fmt: skip
# What two countries have between them.
_MUTUAL = frozenset("ties relations relationship interests friendship border cooperation".split())
# What goes on between two states; where one goes; what has sides that are no party's.
_SHARED = _MUTUAL | frozenset(
    "talk mediate mediation negotiate negotiation meeting summit deal agreement accord treaty pact "
    "truce ceasefire peace war conflict clash dispute tension row rift rivalry hostility crisis "
    "trade alliance partnership reconcile reconciliation rapprochement broker arbitrate".split()
)
_HAVE_SIDES = frozenset(
    "aisle atlantic border frontier issue debate story river road street line divide spectrum "
    "strait channel argument question coin".split()
)
_GOING = frozenset("visit travel tour trip journey fly go".split())


class _Candidate(NamedTuple):
    key: str
    country: str | None
    offices: frozenset[str]
    first: int


class Pairs:
    """Finds the members of plural nouns in one document, from its drafts and persons."""

    def __init__(self, context: Context) -> None:
        self.ctx = context
        self.doc = context.doc
        self.drafts = context.drafts
        self.persons = context.persons
        self.of_draft = context.of_draft
        self.candidates: dict[int, _Candidate | None] = {}  # by the id of a draft before

    # --- a noun that several countries share ----------------------------------------------

    def shared(self, draft: Draft, noun: GroupNoun, office: Title | None = None) -> tuple[str, ...]:
        """A key for each country of "the Saudi and Iranian foreign ministers", in that order.

        ``office`` is that of which the noun is the plural where the noun does not say so.
        """
        if not draft.nations and (told := sides(self.ctx, draft)):
            return told  # "delegates from both sides", one of them rebels: they act for them
        codes = draft.nations or tuple(
            key.removeprefix("country:") for key in self._two_countries(draft)
        )
        return tuple(self._share(code, draft, noun, office) for code in codes)

    def _share(self, code: str, draft: Draft, noun: GroupNoun, office: Title | None) -> str:
        body = code.removeprefix("organisation:")
        if body != code:
            return f"group:{body} {noun.words}".lower()
        if noun.words in _AS_STATE:
            return f"country:{code}"
        if noun.words in _MINISTRIES:
            return f"body:{code}:{_MINISTRIES[noun.words]}"
        if noun.sort in ("forces", "media"):
            return f"{noun.sort}:{code}"
        title = office or title_asked(draft, noun)
        if title is not None and not draft.former and not draft.vague:
            certain = one_holder(title.office) and title.office not in ("leader", "chief")
            if certain or draft.definite or draft.number:
                key = self._holder(code, title)
                if key is not None:
                    return key
        former = "former " if draft.former else ""
        return f"group:{former}{_demonym(code, draft)} {noun.words}"

    def _holder(self, code: str, title: Title) -> str | None:
        """The person whom the report names with the office, else the office, else someone."""
        office = title.office
        named = [p for p in self.persons if p.country == code and fits(office, _offices(p))]
        exact = [p for p in named if office in _offices(p)] or named
        if office == "leader" and len(exact) > 1:
            head = "head_of_government" if code in PARLIAMENTARY else "head_of_state"
            exact = [p for p in exact if head in _offices(p)]
        if len(exact) == 1 or (exact and one_holder(office)):
            return min(exact, key=lambda p: p.first).key
        if one_holder(office):
            return f"role:{code}:{office}"
        return None if office in ("minister", "official") else f"unnamed:{code}:{title.canonical}"

    # --- the two of the sentences before --------------------------------------------------

    def pair(self, draft: Draft, noun: GroupNoun) -> tuple[str, ...]:
        """The two that "both sides", "the two ministers" means, in the order of the text.

        Empty where the sentences before name fewer than two who can be meant, or more.
        """
        if noun.words in OF_STATES:
            if noun.words == "parties" and self._of_a_country(draft):
                return ()
            if noun.words == "sides" and self._of_a_thing(draft):
                return ()
            listed = self._listed_after(draft)
            two = draft.number in (2, None)
            return listed or (self._two_countries(draft) if two else self._all(draft))
        if noun.words == "two":
            told = self._couple(draft)
            return self._two_countries(draft) if told is None else told
        title = title_asked(draft, noun)
        together = couple(self.ctx, draft, lambda d: self._parties(d, title, noun))
        return self._nearest(draft, noun, title) if together is None else together

    def near_two(self, draft: Draft, main: bool = False) -> tuple[str, ...]:
        """The two of whom the report tells together, if the last sentences name both.

        ``main`` asks for the two of whom it has told together most often.
        """
        keys = self._couple(draft, main) or ()
        near = {k for d in self.ctx.near(draft, REACH + 1) for k in (d.key, *d.keys)}
        return keys if near.issuperset(keys) else ()

    def _couple(self, draft: Draft, main: bool = False) -> tuple[str, ...] | None:
        noun = GroupNoun("pair", "group", True)
        return couple(self.ctx, draft, lambda d: self._parties(d, None, noun), main)

    def several(self, draft: Draft) -> tuple[str, ...]:
        """The three or four of "the three men": a list of so many, before or after."""
        chains: list[list[Draft]] = [[]]
        for person in (d for d in self.drafts if d.sort == "person"):
            last = chains[-1]
            gap = [t.text for t in self.doc.tokens[last[-1].last : person.first]] if last else []
            if last and gap in ([","], ["and"], [",", "and"]):
                last.append(person)
            else:
                chains.append([person])
        fitting = [
            c for c in chains
            if len(c) == draft.number
            and self.doc.tokens[c[-1].first - 1].text.lower() == "and"
        ]  # fmt: skip
        before = [c for c in fitting if c[0].first < draft.first]
        chosen = before[-1] if before else (fitting[0] if fitting else [])
        keys = tuple(dict.fromkeys(self.of_draft[id(d)].key for d in chosen))
        return keys if len(keys) == draft.number else ()

    def _of_a_thing(self, draft: Draft) -> bool:
        """ "Both sides of the aisle", "of the border": no two parties."""
        after = self.doc.lows[draft.last : draft.last + 6]
        if after[:1] != ("of",):
            return False
        return any(word in _HAVE_SIDES for word in after[1:])

    def _of_a_country(self, draft: Draft) -> bool:
        """ "Lawmakers from both parties": those of one parliament, not of an agreement."""
        before = self.doc.lows[draft.first - 1] if draft.first else ""
        return before in ("from", "in", "across", "within")

    def _listed_after(self, draft: Draft) -> tuple[str, ...]:
        """The countries of "the three countries — A, B and C"."""
        wanted = draft.number or 2
        at = next((k for k, d in enumerate(self.drafts) if d is draft), 0)
        out: list[str] = []
        last = draft
        for other in self.drafts[at + 1 : at + 1 + wanted]:
            gap = {t.text for t in self.doc.tokens[last.last : other.first]}
            opened = not out and gap and gap <= _OPENING
            if other.sort != "country" or not (opened or (out and gap <= {",", "and"})):
                return ()
            out.append(f"country:{other.country}")
            last = other
        return tuple(out) if len(set(out)) == wanted else ()

    def _parties(self, draft: Draft, title: Title | None, noun: GroupNoun) -> list[Party]:
        """Those of a draft whom a noun in the plural can mean."""
        if draft.form == "group" and len(draft.keys) == 2:
            if not self._alike(draft, title):
                return []
            known = self.ctx.by_key
            return [
                Party(k, p.country if (p := known.get(k)) else None, draft.first + at, True)
                for at, k in enumerate(draft.keys)
            ]
        candidate = self._candidate(draft)
        fit = candidate and self._fit(candidate, title, noun, draft)
        if candidate is None or fit is False:
            return []
        return [Party(candidate.key, candidate.country, candidate.first, bool(fit))]

    def _nearest(self, draft: Draft, noun: GroupNoun, title: Title | None) -> tuple[str, ...]:
        """Two of different sentences, where the last few name no more who can be meant."""
        sentence = self.doc.sentence_of[draft.first]
        found: dict[str, _Candidate] = {}
        unsure: dict[str, _Candidate] = {}
        for back in range(REACH + 1):
            here = self._sentence(sentence - back, draft)
            for other in here:
                candidate = self._candidate(other)
                if candidate is None or candidate.key in found:
                    continue
                fit = self._fit(candidate, title, noun, other)
                if fit:
                    found[candidate.key] = candidate
                elif fit is None:
                    unsure.setdefault(candidate.key, candidate)
            together = self._together(list(found.values()), list(unsure.values()))
            if together is not None:
                return together
        return ()

    def again(self, draft: Draft, noun: GroupNoun) -> tuple[str, ...]:
        """Whom "the ministers" means: the last pair so called, else two of the office nearby.

        Empty where the words before of that office are of more persons, or of no one known.
        """
        title = title_asked(draft, noun)
        if (
            title is None
            or not draft.definite
            or draft.qualifiers.lower() not in ("", "top", "most senior")
        ):
            return ()
        sentence = self.doc.sentence_of[draft.first] - REACH
        for other in reversed(self.drafts):
            if other.first >= draft.first or not isinstance(other.noun, GroupNoun):
                continue
            if self.doc.sentence_of[other.first] < sentence:
                break
            before = title_asked(other, other.noun)
            if before is not None and (other.keys or before.office in ONE_HOLDER):
                return other.keys if len(other.keys) == 2 and self._alike(other, title) else ()
        if title.office == "leader":  # a word for ministers too
            following = self.doc.lows[draft.last : draft.last + 1]
            if following == ("of",):
                return ()
            called, told = self.pair(draft, noun), self.near_two(draft, main=True)
            return told if not called or set(called) == set(told) else ()
        return self.pair(draft, noun) if title.office in ONE_HOLDER else ()

    def _sentence(self, sentence: int, draft: Draft) -> list[Draft]:
        """Drafts of a sentence before ``draft``, without the subject that acts on it."""
        verb = self.doc.tokens[draft.head].head
        return [
            d
            for d in self.drafts
            if d.first < draft.first
            and self.doc.sentence_of[d.first] == sentence
            and not (verb >= 0 and self.doc.tokens[d.head].head == verb)
        ]

    def _candidate(self, draft: Draft) -> _Candidate | None:
        """Whom a draft that is resolved stands for, if it is one person."""
        if id(draft) not in self.candidates:
            self.candidates[id(draft)] = self._find_candidate(draft)
        return self.candidates[id(draft)]

    def _find_candidate(self, draft: Draft) -> _Candidate | None:
        person = self.of_draft.get(id(draft))
        if draft.sort == "role" and draft.key and draft.key.startswith("person:"):
            person = next((p for p in self.persons if p.key == draft.key), None)
        if person is not None:
            known = frozenset(_offices(person))
            return _Candidate(person.key, person.country, known, draft.first)
        if draft.key and draft.key.startswith("role:"):
            return _Candidate(draft.key, draft.country, frozenset(offices_of(draft)), draft.first)
        return None

    def _fit(
        self, candidate: _Candidate, title: Title | None, noun: GroupNoun, draft: Draft
    ) -> bool | None:
        """Whether the candidate is so called; ``None`` where the report does not say."""
        if title is None:
            person = self.of_draft.get(id(draft))
            wanted = {"men": "m", "women": "f"}.get(noun.words)
            if person is None and candidate.key.startswith("role:"):
                return True
            return person is not None and (wanted is None or person.sex in (None, wanted))
        if not candidate.offices - NO_OFFICE:
            return None
        return fits(title.office, candidate.offices)

    def _together(
        self, found: list[_Candidate], unsure: list[_Candidate]
    ) -> tuple[str, ...] | None:
        """The two, where two are found; ``()`` where more are, ``None`` where it is too early.

        One whose office nobody tells is believed beside one of the office in the sentence.
        """
        if len(found) == 1 and len(unsure) == 1:
            one, other = found[0], unsure[0]
            same = self.doc.sentence_of[one.first] == self.doc.sentence_of[other.first]
            found = [one, other] if same else found
        if len(found) < 2:
            return None
        two = sorted(found, key=lambda c: c.first)
        if len(two) > 2 or (two[0].country and two[0].country == two[1].country):
            return ()
        return tuple(c.key for c in two)

    def _alike(self, group: Draft, title: Title | None) -> bool:
        """Whether a pair before was called by the same office, or by a nearer one."""
        if not isinstance(group.noun, GroupNoun) or not all(
            k.startswith(("person:", "role:")) for k in group.keys
        ):
            return False
        before = title_asked(group, group.noun)
        if title is None or before is None:
            return title is None
        return fits(title.office, {before.office}) or fits(before.office, {title.office})

    def _two_countries(self, draft: Draft) -> tuple[str, ...]:
        sentence = self.doc.sentence_of[draft.first]
        here = [
            d
            for d in self.drafts
            if d.form == "demonym" and d.sort == "country" and d.country
            and self.doc.sentence_of[d.first] == sentence
        ]  # fmt: skip
        for one, other in pairwise(here):
            if one.country != other.country and self._mutual(one, other):
                return f"country:{one.country}", f"country:{other.country}"
        before = self._pair_before(draft)
        regional = bool(draft.qualifiers) and bool(before)
        giver = self._giver(draft)
        for back in range(0 if regional else REACH + 1):
            if joined := self._linked_countries(sentence - back, draft):
                return joined
            found = self._countries_of(sentence - back, draft.first)
            found = [f for f in found if f[1] != giver]
            if len(found) == 2 and all(rank == 0 for rank, _ in found):
                return f"country:{found[0][1]}", f"country:{found[1][1]}"
        for back in range(0 if regional else REACH + 1):
            if joined := self._named_together(sentence - back, draft):
                return joined
            found = self._countries_of(sentence - back, draft.first)
            found = [f for f in found if f[1] != giver]
            if len(found) >= 2:
                return before or tuple(f"country:{code}" for _, code in found[:2])
        return before or self._told_of(draft)

    def _linked_countries(self, sentence: int, draft: Draft) -> tuple[str, ...]:
        """The last two countries of a sentence before ``draft`` that a clause or "and" joins."""
        owner = self._giver(draft)
        here = [d for d in self._sentence(sentence, draft) if self._for_country(d)]
        here = [d for d in here if owner is None or self._for_country(d) != owner]
        pairs = [d.keys for d in here if len(d.keys) == 2 and d.keys[0].startswith("country:")]
        for one, other in pairwise(here):
            a, b = self._for_country(one), self._for_country(other)
            if "-" not in (a, b) and a != b and linked(self.ctx, one, other):
                pairs.append((f"country:{a}", f"country:{b}"))
        listed = any(x[1] == y[0] for x, y in pairwise(pairs))
        return pairs[-1] if pairs and not listed else ()

    def _named_together(self, sentence: int, draft: Draft) -> tuple[str, ...]:
        """Two states that "and" joins: between which something is, or to which someone goes."""
        named = [d for d in self._sentence(sentence, draft) if is_state(d)]
        alone = len({d.country for d in named}) == 2
        for one, other in pairwise(named):
            joined = self.doc.lows[one.last : other.first] == ("and",)
            if not joined or one.country == other.country:
                continue
            cases = {self.doc.lows[c] for c in self.doc.dependents(one.head, "case")}
            above = self.doc.tokens[one.head].head
            lemma = self.doc.tokens[above].lemma.lower() if above >= 0 else ""
            if ("between" in cases and lemma in _SHARED) or (alone and lemma in _GOING):
                return f"country:{one.country}", f"country:{other.country}"
        return ()

    def _giver(self, draft: Draft) -> str | None:
        """The country whose support is "for both countries", or that talks "with both": a third."""
        above = self.doc.tokens[draft.head]
        if "with" in (self.doc.lows[c] for c in self.doc.dependents(draft.head, "case")):
            return self._who_deals(draft.head)
        if not above.dep.startswith("nmod") or above.head < 0:
            return None
        owners = self.doc.dependents(above.head, "nmod:poss")
        given = [d for d in self.drafts if d.head in owners and is_state(d)]
        return given[0].country if given else None

    def _who_deals(self, at: int) -> str | None:
        """The country of the one subject of the nearest clause above ``at``."""
        for above in self.doc.ancestors(at):
            subject = self.doc.child(above, "nsubj")
            if subject is None:
                continue
            acting = [d for d in self.drafts if d.first <= subject < d.last]
            alone = not self.doc.dependents(subject, "conj")
            return self._for_country(acting[0]) if acting and alone else None
        return None

    def _for_country(self, draft: Draft) -> str | None:
        """The country that a draft of a sentence acts for, "-" for a pair of countries."""
        if len(draft.keys) == 2 and draft.keys[0].startswith("country:"):
            return "-"
        person = self.of_draft.get(id(draft))
        if person is not None:
            return person.country
        acting = draft.sort in ("country", "place", "body") and not draft.place_only
        return draft.country if acting and draft.form != "demonym" else None

    def _told_of(self, draft: Draft) -> tuple[str, ...]:
        """The countries of the two persons of whom the report tells together."""
        two = couple(self.ctx, draft, self._persons_with_country) or ()
        codes = [p.country for k in two if (p := self.ctx.by_key.get(k)) and p.country]
        return tuple(f"country:{code}" for code in codes) if len(codes) == 2 else ()

    def _persons_with_country(self, draft: Draft) -> list[Party]:
        person = self.of_draft.get(id(draft))
        if person is None or person.country is None:
            return []
        return [Party(person.key, person.country, draft.first, True)]

    def _all(self, draft: Draft) -> tuple[str, ...]:
        """The three of "the three allies": where a sentence before names just so many."""
        sentence = self.doc.sentence_of[draft.first]
        for back in range(REACH + 1):
            found = self._countries_of(sentence - back, draft.first)
            if len(found) == draft.number:
                return tuple(f"country:{code}" for _, code in found)
        return ()

    def _mutual(self, one: Draft, other: Draft) -> bool:
        """Whether two demonyms are of what is between them: "Omani-Thai", "Omani and Thai ties"."""
        between = list(self.doc.lows[one.last : other.first])
        if not between or between in (["-"], ["\u2013"], ["\u2014"]):
            return True
        following = self.doc.tokens[other.last : other.last + 2]
        return between == ["and"] and any(t.text.lower() in _MUTUAL for t in following)

    def _pair_before(self, draft: Draft) -> tuple[str, ...]:
        """The two countries of the last pair before, wherever in the report it stands."""
        pairs = [
            d.keys
            for d in self.drafts
            if d.first < draft.first and d.form == "group" and len(d.keys) == 2
            and all(k.startswith("country:") for k in d.keys)
        ]  # fmt: skip
        return pairs[-1] if pairs else ()

    def _countries_of(self, sentence: int, before: int) -> list[tuple[int, str]]:
        """Countries of a sentence's persons and governments, those of its subjects (0) first."""
        found: list[tuple[int, int, str]] = []
        for d in self.drafts:
            if d.first >= before or self.doc.sentence_of[d.first] != sentence:
                continue
            found += [(0, d.first, code) for code in d.nations if len(code) == 2]
            if not d.country:
                continue
            person = self.of_draft.get(id(d))
            acting = d.sort in ("country", "place", "body") and not d.place_only
            if not (person or (acting and d.form != "demonym")):
                continue
            subject = self.doc.tokens[d.head].dep.startswith("nsubj")
            found.append((0 if person or subject else 1, d.first, d.country))
        found.sort(key=lambda f: f[:2])
        first = {code: rank for rank, _, code in reversed(found)}
        return [(first[code], code) for code in dict.fromkeys(code for _, _, code in found)]


def title_asked(draft: Draft, noun: GroupNoun) -> Title | None:
    """The title of which a draft's noun is the plural, "top" before it counted."""
    return singular_title(noun.words, is_top(draft.qualifiers))


def _demonym(code: str, draft: Draft) -> str:
    """The country's adjective in lower case, or its abbreviation where the words have that."""
    country = tables.countries()[code]
    words = {w.replace(".", "") for w in draft.qualifiers.split()}
    short = [a.text for a in country.aliases if a.text.isupper() and a.text in words]
    return (short[0] if short else country.adjective).lower()


def _offices(person: Person) -> set[str]:
    """What the report says of a person's office; else what the table of offices does."""
    return person.offices if person.offices - NO_OFFICE else person.known_offices

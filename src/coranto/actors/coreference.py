"""Which mentions of one report are one actor: short names, roles, ministries, pairs, pronouns.

Rules in order of their precision, after the sieves of Raghunathan et al. (2010):
full names, short names, appositions (made by :mod:`coranto.actors.phrases`), roles by
country and office, ministries, then pairs ("both sides") and pronouns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from coranto.actors import tables
from coranto.actors.antecedents import REACH, Antecedents
from coranto.actors.belongings import is_agency
from coranto.actors.context import Context
from coranto.actors.crowds import crowd, sides
from coranto.actors.directory import Directory
from coranto.actors.drafts import ALLIES, LEADERS_OFFICE, Draft, is_state
from coranto.actors.keys import body_name
from coranto.actors.metonymy import reading
from coranto.actors.naming import Naming
from coranto.actors.openers import LOOSE, OWNERS
from coranto.actors.pairs import OF_STATES, PAIRS, Pairs, title_asked
from coranto.actors.parties import BREAKAWAYS, PARTIES, government_beside, is_people, party_key
from coranto.actors.persons import (
    FOREIGN,
    NO_OFFICE,
    RANKS,
    Person,
    fits,
    office_of,
    offices_of,
)
from coranto.actors.shared import one_holder
from coranto.actors.tables import GroupNoun, Title
from coranto.language.document import Document
from coranto.types import ActsAs

# Collective nouns that mean someone only with a name before them.
_OPEN = frozenset(
    "countries nations states powers parties companies firms businesses banks members people "
    "sides capitals governments media citizens nationals men women supporters backers investors "
    "neighbours neighbors partners allies ally delegations rivals foes adversaries "
    "mentors patrons partner rival foe adversary neighbour neighbor pair duo".split()
)
# Drafts that stand for a state; and the nouns for the government of one named before.
_STATES = ("country", "place")
# What two states are to each other, with no number: "the neighbours".
_OF_EACH_OTHER = frozenset("neighbours neighbors rivals foes adversaries".split())
_GOVERNMENTS = frozenset("government administration regime authorities leadership".split())
# Bodies and the offices of those who lead them; the office of one who has both is the first.
_LEADERS = {
    "foreign_ministry": "foreign_minister", "defence_ministry": "defence_minister",
    "presidency": "head_of_state", "pm_office": "head_of_government",
}  # fmt: skip
_BODIES_LED = (("head_of_state", "presidency"), ("head_of_government", "pm_office"))
# Names of foreign ministries, in lower case, that few countries have, and those countries.
_OWN_NAMES = {
    "foreign office": ("GB",),
    "department of foreign affairs": ("IE", "PH"),
    "dfa": ("IE", "PH"),
}
# Those who act for another.
_STAFF = frozenset("aide spokesperson chief_of_staff envoy security_adviser deputy".split())
_NO_OFFICE = NO_OFFICE | RANKS
# How many sentences back the president of the outlet's own country must have been named.
_HOME_REACH = 6


class Resolver:
    """Gives each draft of one document its key."""

    def __init__(self, doc: Document, drafts: list[Draft], directory: Directory) -> None:
        self.ctx = Context(doc, drafts, directory)
        self.doc = doc
        self.drafts = drafts
        self.of_draft = self.ctx.of_draft
        self.naming = Naming(self.ctx)
        self.pairs = Pairs(self.ctx)
        self.antecedents = Antecedents(self.ctx, self.pairs)

    def resolve(self) -> None:
        """Set ``key``, ``country``, ``titles`` and ``members`` of the drafts, where known."""
        self._places()
        self.naming.resolve()
        self._counterparts()
        self.naming.countries_of_lists()
        for draft in self.drafts:
            self._one(draft)
            if not draft.known and draft.inner is not None:
                self._one(draft.inner)

    # --- places and countries -------------------------------------------------------------

    def _places(self) -> None:
        """Capitals and seats that only say where are no actors here."""
        kept = []
        found = {n.start: n.acts_as for n in self.doc.names}
        for draft in self.drafts:
            party = draft.sort == "group" and draft.form == "name"
            named = draft.form == "seat" or party
            named = named or (draft.sort == "country" and draft.form == "name")
            if named:
                default: ActsAs = "government" if draft.form == "seat" else "place"
                first = self._bare(draft)
                model = found.get(self.doc.tokens[first].start)
                only = reading(self.doc, first, draft.last, default, model) == "place"
                draft.place_only = draft.place_only or only
            if (draft.form == "seat" or party) and draft.place_only:
                continue
            kept.append(draft)
        self.ctx.keep(kept)

    def _bare(self, draft: Draft) -> int:
        the = self.doc.lows[draft.first] == "the" and draft.last - draft.first > 1
        return draft.first + the

    # --- one draft after the other --------------------------------------------------------

    def _one(self, draft: Draft) -> None:
        if draft.sort == "person":
            person = self.of_draft[id(draft)]
            draft.key, draft.country = person.key, person.country or draft.country
        elif draft.sort in ("country", "place"):
            draft.key = f"country:{draft.country}"
        elif draft.sort == "body":
            self._body(draft)
        elif draft.sort == "organisation":
            draft.key = f"organisation:{draft.body}"
        elif draft.sort == "group":
            self._group(draft)
        elif draft.sort == "role":
            self._role(draft)
        elif draft.sort == "pronoun":
            self.antecedents.resolve(draft)

    def _body(self, draft: Draft) -> None:
        """A ministry: its country from the phrase, its owner, or the ministries around it."""
        office = draft.body or "ministry"
        if office == LEADERS_OFFICE:
            self._leaders_office(draft)
            return
        draft.country = draft.country or self._owner_country(draft)
        if draft.country is None or office == "ministry":
            like = self._ministry_like(draft, office)
            if like is not None and draft.country in (None, like.country):
                draft.country, draft.body = like.country, like.body
            elif office == "ministry" and (owner := self._owner(draft)) is not None:
                draft.body = _ministry_of(owner) or draft.body
        if draft.country is None:
            draft.country = self._country_around(draft, office) or self._of_own_name(draft)
        if draft.country:
            draft.key = f"body:{draft.country}:{draft.body}"

    def _leaders_office(self, draft: Draft) -> None:
        """ "Orlov's office", "his office": that of the country's president or premier."""
        if draft.inner is not None and draft.inner.sort == "role":
            self._one(draft.inner)
            owner = self.ctx.person_of(draft.inner)
        else:
            owner = self._owner(draft)
        if owner is None or owner.former:
            return
        offices, country = owner.known_offices, _country_of(owner)
        body = next((b for o, b in _BODIES_LED if o in offices), None)
        if body is not None and country is not None:
            draft.country, draft.body = country, body
            draft.key = f"body:{country}:{body}"

    def _ministry_like(self, draft: Draft, office: str) -> Draft | None:
        """The nearest ministry of the class with a country: before, else after, the draft."""
        bodies = [
            d
            for d in self.drafts
            if d.sort == "body"
            and d is not draft
            and d.country
            and (d.body == office or (office == "ministry" and "ministry" in (d.body or "")))
            and d.body != "ministry"
            and self._own_name(d) == self._own_name(draft)
        ]
        before = [d for d in bodies if d.first < draft.first]
        if before:
            return before[-1]
        after = {d.country for d in bodies}
        return bodies[0] if len(after) == 1 and self._plausible(draft, bodies[0]) else None

    def _plausible(self, draft: Draft, later: Draft) -> bool:
        """A later ministry is meant unless the sentence before is about others alone."""
        around = {d.country for d in self.ctx.near(draft) if d.country}
        return not around or later.country in around

    def _country_around(self, draft: Draft, office: str) -> str | None:
        """The country of the person nearby who leads such a body, or of the dateline.

        Between two such persons the dateline decides: "ISLAMABAD – ... told his Iranian
        counterpart ..., said the Foreign Ministry".
        """
        wanted, home = _LEADERS.get(office), self.ctx.filed_from
        led: list[str] = []
        beside = [d for d in reversed(self.ctx.near(draft)) if not self._is_counterpart(d)]
        for near_by in beside or reversed(self.ctx.near(draft)):
            person = self.of_draft.get(id(near_by))
            if person and wanted in person.known_offices:
                led += [c for c in (_country_of(person) or home,) if c]
            elif near_by.sort == "role" and near_by.country and wanted in offices_of(near_by):
                led.append(near_by.country)
        around = set(led) or {d.country for d in self.ctx.near(draft) if d.country}
        return home if home in around else next(iter(led), None)

    def _is_counterpart(self, draft: Draft) -> bool:
        return "counterpart" in self.doc.lows[draft.first : draft.last]

    def _of_own_name(self, draft: Draft) -> str | None:
        """The one country of a report whose foreign ministry is called so: "Foreign Office"."""
        codes = _OWN_NAMES.get(self._own_name(draft), ())
        named = {d.country for d in self.drafts} & {*codes}
        return named.pop() if len(named) == 1 else None

    def _own_name(self, draft: Draft) -> str:
        """What sets a foreign ministry's name apart from "foreign ministry", "" for others."""
        words = " ".join(self.doc.lows[draft.first : draft.last])
        return next((name for name in _OWN_NAMES if name in words), "")

    def _owner(self, draft: Draft) -> Person | None:
        """Whom "his" before a title or body means, or the person whose possession it is."""
        if draft.owner is None:
            return None
        if draft.inner is not None and draft.inner.sort == "person":
            return self.of_draft.get(id(draft.inner))
        for other in self.drafts:
            inside = other.first <= draft.owner < other.last
            if inside and other is not draft and other.sort == "person":
                return self.of_draft.get(id(other))
        word = self.doc.lows[draft.owner]
        if word in ("its", "their", "our", "my"):
            return None
        if word not in OWNERS:
            owner_name = self.doc.tokens[draft.owner].text
            return self.naming.short(
                Draft(draft.owner, draft.owner + 1, "person", "name", owner_name)
            )
        sex = {"his": "m", "her": "f"}.get(word)
        owner = self.antecedents.antecedent(draft.owner, sex)
        beside = self._beside(draft)
        return owner if beside is None or beside is owner else None

    def _beside(self, draft: Draft) -> Person | None:
        """Lund of "…, Lund, his spokesman said", which may be said for another as well."""
        before = self.ctx.since(0, draft.first - 1)[-1:]
        if not before or self.doc.lows[draft.first - 1] != "," or before[0].last != draft.first - 1:
            return None
        speaks = self.doc.tokens[draft.head].dep.startswith("nsubj")
        return self.ctx.person_of(before[0]) if speaks else None

    def _owner_country(self, draft: Draft) -> str | None:
        """The country of "his" or of "its": for "its", the state that is named before it."""
        if draft.owner is None:
            return None
        if self.doc.lows[draft.owner] != "its":
            owner = self._owner(draft)
            return owner.country if owner else None
        states = [
            d
            for d in self.ctx.near(draft, 1)
            if d.sort in ("country", "place") and d.form != "demonym" and d.country
        ]
        subjects = [d for d in states if self.doc.tokens[d.head].dep.startswith("nsubj")]
        return (subjects or states)[-1].country if states else None

    # --- roles ----------------------------------------------------------------------------

    def _counterparts(self) -> None:
        """Give "his Chinese counterpart Wang Yi" the office of him whose counterpart he is."""
        titled = [d for d in self.drafts if d.titles]
        for draft in titled:
            if any(t.office == "counterpart" for t in draft.titles):
                draft.counterpart = True
                if draft.sort == "role" and not draft.refers:
                    continue  # once the roles before it are resolved
                draft.titles = self._counterpart_titles(draft)
                person = self.of_draft.get(id(draft))
                if person:
                    person.offices |= offices_of(draft)
        for draft in [d for d in self.drafts if d.owner is not None]:
            person = self.of_draft.get(id(draft))
            if person and draft.deputy:
                self._deputy(draft, person)
            self._of_staff(draft)

    def _of_staff(self, draft: Draft) -> None:
        """ "Orlov's adviser, Jo Lind": of the country for which Orlov acts."""
        person = self.of_draft.get(id(draft.refers or draft))
        if person is None or person.country or draft.former:
            return
        if not offices_of(draft) & _STAFF or draft.counterpart:
            return
        owner = self._owner(draft)
        if owner is not None and owner is not person and owner.country:
            person.country = owner.country
            self.naming.families.clear()

    def _deputy(self, draft: Draft, person: Person) -> None:
        """A deputy of a minister holds the minister's office, as deputy, in the same country."""
        owner = self._owner(draft)
        if owner is None:
            return
        person.country = person.country or owner.country
        self.naming.families.clear()
        if "foreign_minister" in owner.offices:
            person.offices.add("deputy_foreign")
            title = next(t for t in tables.titles() if t.words == "deputy foreign minister")
            draft.titles = [title]

    def _counterpart_titles(self, draft: Draft) -> list[Title]:
        owner = self._owner(draft)
        if owner is None:
            for other in reversed(self.ctx.near(draft, 1)):
                candidate = self.ctx.person_of(other)
                if candidate and candidate.offices and other is not draft:
                    owner = candidate
                    break
        if owner is None:
            return []
        titles = [t for d in owner.drafts for t in d.titles if t.office not in _NO_OFFICE]
        office = next((_usual(t) for t in titles), None)
        if office is None:
            known = owner.known_offices if owner.role or owner.holder else set()
            office = next((t for t in tables.titles() if t.office in known), None)
        return [office] if office else []

    def _other_of_office(self, draft: Draft, office: str) -> None:
        """ "His counterpart": the one other person of the report who has his office."""
        owner = self._owner(draft)
        others = [
            p
            for p in self.ctx.by_key.values()
            if p is not owner and office in p.known_offices
            and not (p.country and owner and p.country == owner.country)
        ]  # fmt: skip
        if owner is not None and len(others) == 1:
            draft.key, draft.country = others[0].key, others[0].country

    def _role(self, draft: Draft) -> None:
        if draft.refers is not None:
            person = self.of_draft.get(id(draft.refers))
            if person:
                draft.key, draft.country = person.key, draft.country or person.country
            return
        if any(t.office == "counterpart" for t in draft.titles):
            draft.titles = self._counterpart_titles(draft)
        offices = [office_of(draft, t) for t in draft.titles]
        if not offices:
            return
        if offices[0] == "pope":
            draft.country = "VA"
        if offices[0] == "spouse" and draft.country is None and draft.definite:
            draft.country = self._country_of_leader(draft)
        if draft.counterpart and not draft.country:
            self._other_of_office(draft, offices[0])
            return
        draft.country = draft.country or self._owner_country(draft)
        if draft.vague or (not draft.definite and not draft.country and not draft.body):
            draft.key = self._unnamed(draft)
            self._remember(draft, offices[0])
            return
        person = None if draft.former else self._holder_in_text(draft, offices[0])
        if person:
            draft.key, draft.country = person.key, draft.country or person.country
        elif not draft.former and (official := self._official_named(draft)):
            draft.key = official.key
        elif not one_holder(offices[0]) or draft.former:
            draft.key = self._unnamed(draft) or self._unnamed_before(draft, offices[0])
        elif draft.country or draft.body:
            draft.key = f"role:{draft.country or draft.body}:{offices[0]}"
        self._remember(draft, offices[0])

    def _country_of_leader(self, draft: Draft) -> str | None:
        """The country of the head of state named last: "the president and the first lady"."""
        for other in reversed(self.ctx.near(draft, 2 * REACH)):
            person = self.ctx.person_of(other)
            if person and person.country and "head_of_state" in person.known_offices:
                return person.country
        return None

    def _remember(self, draft: Draft, office: str) -> None:
        """Someone known by office alone can be meant by "he" and by a role after it."""
        if draft.key and draft.key not in self.ctx.by_key:
            self.ctx.by_key[draft.key] = Person(
                draft.name, draft.country, {office}, sex=draft.sex, role=draft.key, drafts=[draft],
                first=draft.first,
            )  # fmt: skip

    def _unnamed(self, draft: Draft) -> str | None:
        """A key for someone whom the report does not name ("a senior US official")."""
        where = draft.country or draft.body
        if where is None:
            return None
        if draft.country and draft.body:
            where = body_name(draft.country, draft.body) if "_" in draft.body else draft.body
        former = "former " if draft.former else ""
        return f"unnamed:{where}:{former}{draft.titles[0].canonical}"

    def _official_named(self, draft: Draft) -> Person | None:
        """ "The U.S. official", of the only one of that country whom the sentences before name.

        No one who leads the country is so called, and no one where an unnamed one was quoted.
        """
        plain = [t for t in draft.titles if t.words == "official"]
        if not plain or not draft.definite or draft.body or draft.owner is not None:
            return None
        if self.doc.lows[draft.last : draft.last + 1] == ("who",):
            return None
        if draft.country is None:  # "the official", of whom it spoke as "the U.S. official"
            before = [d for d in self.ctx.near(draft, 2 * REACH) if d.sort == "role" and d.key]
            same = [d for d in before if "official" in offices_of(d)]
            return self.ctx.person_of(same[-1]) if same else None
        unnamed = f"unnamed:{draft.country}:"
        if any((d.key or "").startswith(unnamed) for d in self.ctx.since(0, draft.first)):
            return None
        near = [self.ctx.person_of(d) for d in self.ctx.near(draft, REACH)]
        named = {id(p): p for p in near if p is not None and p.country == draft.country}
        if len(named) != 1:
            return None
        person = next(iter(named.values()))
        offices = person.known_offices - NO_OFFICE
        return person if offices and not fits("leader", offices) else None

    def _unnamed_before(self, draft: Draft, office: str) -> str | None:
        """ "The official" of whom the sentences before spoke as "a senior US official"."""
        for other in reversed(self.ctx.near(draft, 2 * REACH)):
            unnamed = (other.key or "").startswith("unnamed:")
            if other.sort == "role" and unnamed and office in offices_of(other):
                draft.country = draft.country or other.country
                return other.key
        return None

    def _holder_in_text(self, draft: Draft, office: str) -> Person | None:
        """The person of the report whom a role means: same country, a fitting office."""
        candidates = [
            p
            for p in self.ctx.by_key.values()
            if (draft.country is None or p.country == draft.country)
            and not p.hidden
            and fits(office, p.known_offices)
            and (draft.body is None or p.body in (None, draft.body) or draft.country)
            and not (draft.sex and p.sex and draft.sex != p.sex)
            and not _of_a_state(p, draft, office)
            and not _called_otherwise(p, draft)
        ]
        before = [p for p in candidates if p.first < draft.first]
        if len(before) > 1:
            before = self._so_called(draft, before)
        if len(before) > 1:
            return self._most_salient(draft, before)
        if before:
            return before[0]
        return candidates[0] if draft.country and len(candidates) == 1 else None

    def _so_called(self, draft: Draft, candidates: list[Person]) -> list[Person]:
        """Those whom the report does not call otherwise: "the secretary" is no foreign minister."""
        wanted = draft.titles[0].canonical.split()[-1]
        if wanted == "Leader":
            return candidates
        own = [
            [
                t.canonical
                for d in p.drafts
                for t in d.titles
                if fits(draft.titles[0].office, {t.office})
            ]
            for p in candidates
        ]
        called = [any(wanted in title.split() for title in titles) for titles in own]
        kept = [
            p for p, titles, so in zip(candidates, own, called, strict=True) if so or not titles
        ]
        return kept if any(called) else candidates

    def _most_salient(self, draft: Draft, candidates: Sequence[Person]) -> Person:
        """Of several presidents "the president": him of whom the sentences before speak.

        Not one whom the same verb has for its other party ("the president thanked Orlov").
        """
        sentence = self.doc.sentences[self.doc.sentence_of[draft.first]]
        here = self.ctx.since(sentence.first_token, sentence.last_token)
        beside = {id(self.ctx.person_of(d)) for d in here if self._acts_on(d, draft)}
        fitting = [p for p in candidates if id(p) not in beside] or list(candidates)
        nearest, last = self._last_told({id(p) for p in fitting}, draft.first)
        back = self.doc.sentence_of[draft.first] - last
        rank = self.antecedents.salience
        best = max(nearest, key=lambda d: rank(d, draft.first, back), default=None)
        home = self._at_home(draft, fitting)
        if home and not (best is not None and self.antecedents.is_subject(best.head)):
            return home[0]
        return (self.ctx.person_of(best) if best is not None else None) or fitting[0]

    def _last_told(self, wanted: Collection[int], before: int) -> tuple[list[Draft], int]:
        """The drafts, before a token, of the last sentence that tells of one of the persons (by
        their ids), in order; and that sentence."""
        out: list[Draft] = []
        number, last = self.doc.sentence_of, 0
        for draft in reversed(self.ctx.since(0, before)):
            if out and number[draft.first] != last:
                break
            if id(self.ctx.person_of(draft)) in wanted:
                out.append(draft)
                last = number[draft.first]
        return out[::-1], last

    def _acts_on(self, other: Draft, draft: Draft) -> bool:
        """Whether another is the subject or a party of the clause in which ``draft`` stands."""
        tokens = self.doc.tokens
        verb, of_other = tokens[draft.head].head, tokens[other.head].head
        if verb < 0 or other is draft:
            return False
        if of_other == verb:
            return True
        if self.antecedents.is_subject(draft.head) or not self.antecedents.is_subject(other.head):
            return False
        while of_other != verb and tokens[verb].dep == "conj":
            verb = tokens[verb].head  # "Orlov came and thanked the president"
        return of_other == verb

    def _at_home(self, draft: Draft, candidates: Sequence[Person]) -> list[Person]:
        """The one whose nation the report takes as known: "President Orlov", "the president".

        Outlets give the nation of other countries' presidents. He must have been named not
        long before, so that a report of the other alone is not turned into one of him.
        """
        if draft.country or draft.body or draft.owner is not None:
            return []
        offices = {office_of(draft, t) for t in draft.titles}
        home = [p for p in candidates if offices & p.bare and not offices & p.with_nation]
        others = [p for p in candidates if offices & p.with_nation]
        if len(home) != 1 or not others:
            return []
        near = self.ctx.near(draft, _HOME_REACH)
        return home if any(self.ctx.person_of(d) is home[0] for d in near) else []

    # --- groups ---------------------------------------------------------------------------

    def _group(self, draft: Draft) -> None:
        if self._is_settled(draft):
            return
        noun = draft.noun
        if not isinstance(noun, GroupNoun):
            of_itself = draft.form == "name"  # "Somaliland"
            draft.key = f"group:{draft.name}" if of_itself else f"bloc:{draft.body}"
            return
        if not draft.nations:
            draft.nations = self._nations_of_their(draft, noun)
        if draft.nations or draft.of_both:
            office = None
            if noun.words == "counterparts":
                office = next(iter(self._counterpart_titles(draft)), None)
            draft.keys = self.pairs.shared(draft, noun, office)
            return
        if noun.words in ("pair", "duo", "two"):
            draft.keys = self.pairs.pair(draft, noun) if draft.definite else ()
            return
        if draft.number in (3, 4) and not draft.country and noun.words not in OF_STATES:
            draft.keys = self._several(draft, draft.number) if draft.definite else ()
            return
        if self._are_sides(draft, noun):
            bare = draft.number is None and noun.words == "parties"
            draft.keys = sides(self.ctx, draft, states=bare)
            if draft.keys:
                return
        pair = (draft.number == 2 and not draft.vague) or (noun.words == "sides" and draft.definite)
        pair = pair or (draft.number in (3, 4) and draft.definite and noun.words in OF_STATES)
        paired = noun.words in PAIRS or title_asked(draft, noun) is not None
        if pair and paired and not draft.country:
            draft.keys = self.pairs.pair(draft, noun)
            return
        the = draft.definite and draft.owner is None and self.doc.lows[draft.first] == "the"
        if noun.words in _OF_EACH_OTHER and the and not draft.country:
            draft.keys = self.pairs.pair(draft, noun)
            if draft.keys:
                return
        draft.keys = () if draft.country or draft.number else self._again(draft, noun)
        if draft.keys:
            return
        draft.key = self._group_key(draft, noun)

    def _several(self, draft: Draft, number: int) -> tuple[str, ...]:
        """ "The three leaders": the last so many told of together, else a list of so many."""
        told = crowd(self.ctx, draft, number, self.antecedents.owner)
        return told or self.pairs.several(draft)

    def _are_sides(self, draft: Draft, noun: GroupNoun) -> bool:
        """Whether words are "both sides", "the two parties" or "the parties"."""
        if noun.words not in ("sides", "parties") or draft.country or draft.qualifiers:
            return False
        before = self.doc.lows[draft.first - 1] if draft.first else ""
        if noun.words == "parties" and before in ("from", "in", "across", "within"):
            return False  # those of a parliament
        return not draft.vague and draft.owner is None and (draft.definite or draft.number == 2)

    def _again(self, draft: Draft, noun: GroupNoun) -> tuple[str, ...]:
        """Whom "the leaders" means: three or more told of together last, else as for a pair."""
        title = title_asked(draft, noun)
        bare = draft.definite and not draft.qualifiers and draft.owner is None
        following = self.doc.lows[draft.last : draft.last + 1]
        if title is not None and bare and following not in (("of",), ("from",)):
            many = crowd(self.ctx, draft, -3, self.antecedents.owner, REACH)
            persons = [self.ctx.by_key.get(key) for key in many]
            if many and all(p is None or self._is_so(p, title) for p in persons):
                return many
        return self.pairs.again(draft, noun)

    def _is_so(self, person: Person, title: Title) -> bool:
        known = person.known_offices - NO_OFFICE
        return not known or fits(title.office, known)

    def _nations_of_their(self, draft: Draft, noun: GroupNoun) -> tuple[str, ...]:
        """The countries of "their foreign ministers": of those who are named together before."""
        if draft.owner is None or self.doc.lows[draft.owner] != "their":
            return ()
        title = title_asked(draft, noun)
        if title is None or not one_holder(title.office):
            return ()
        codes = [
            key.removeprefix("country:") if key.startswith("country:") else p.country if p else None
            for key in self.antecedents.together_before(draft)
            for p in (self.ctx.by_key.get(key),)
        ]
        known = tuple(dict.fromkeys(c for c in codes if c))
        return known if len(known) == len(codes) else ()

    def _is_settled(self, draft: Draft) -> bool:
        """Give a group the key of what stands beside it, where that says who it is."""
        other = draft.refers
        if draft.form == "demonym":
            draft.key = f"people:{draft.country}"
        elif other is not None and other.sort == "organisation":
            draft.key, draft.country = f"organisation:{other.body}", other.country
        elif draft.members:
            draft.keys = tuple(self.of_draft[id(m)].key for m in draft.members)
        elif draft.ally is not None:
            draft.key, draft.country = f"country:{draft.ally.country}", draft.ally.country
        else:
            return isinstance(draft.noun, GroupNoun) and draft.noun.words in ALLIES
        return True

    def _state_meant(self, draft: Draft, noun: GroupNoun) -> str | None:
        """The state of "the kingdom", "the regime": one so called, or the one that acts nearby."""
        called = tables.epithets().get(noun.words)
        if called is not None:
            acting = [p.country for d in self.ctx.near(draft, 0) if (p := self.ctx.person_of(d))]
            own = [c for c in acting if c in called]
            if own:
                return own[-1]  # "Rahim spoke of the kingdom's plans"
            named = [d for d in self.drafts if d.country in called and d.sort in _STATES]
            before = [d for d in named if d.first < draft.first]
            return (before[-1] if before else named[0]).country if named else None
        following = self.doc.tokens[draft.last].text if draft.last < len(self.doc.tokens) else ""
        if noun.words not in _GOVERNMENTS or draft.qualifiers or following == "of":
            return None
        if noun.words == "administration" and "US" in self.ctx.present:
            return "US"  # elsewhere it is called a government
        for other in reversed(self.ctx.near(draft, 1)):
            if isinstance(other.noun, GroupNoun) and other.noun.words == noun.words:
                return other.country  # "the Omani government … the government"
            state = other.sort in _STATES and other.form != "demonym" and not other.place_only
            if state and self.antecedents.is_subject(other.head):
                return other.country
        return None

    def _in_named_country(self, draft: Draft, noun: GroupNoun) -> str | None:
        """ "Authorities in Norway": of the country named right behind "in"."""
        if noun.words != "authorities" or self.doc.lows[draft.last : draft.last + 1] != ("in",):
            return None
        named = self.ctx.since(draft.last + 1, draft.last + 4)
        first = named[0] if named and named[0].first <= draft.last + 2 else None
        return first.country if first is not None and is_state(first) else None

    def _forces(self, draft: Draft, noun: GroupNoun) -> str | None:
        """Forces of a country; of an alliance ("NATO troops"), as a group of its own."""
        if draft.of_province:
            draft.country = draft.land
            return f"group:{draft.body} {noun.words}".lower()
        if draft.country:
            return f"forces:{draft.country}"
        if draft.body is None and is_people(draft.qualifiers):
            return f"group:{draft.qualifiers} {noun.words}".lower()
        if draft.body is not None and draft.body == draft.qualifiers:
            return f"group:{draft.body} {noun.words}".lower()
        return None

    def _group_key(self, draft: Draft, noun: GroupNoun) -> str | None:
        if noun.sort in ("state", "forces") and not draft.of_province:
            draft.country = draft.country or self._owner_country(draft)
            draft.country = draft.country or self._in_named_country(draft, noun)
        if noun.sort == "state":
            if draft.of_province:
                own = noun.words not in ("state", "side")
                draft.country = draft.land if own else None
                return f"group:{draft.body} {noun.words}".lower() if own else None
            if draft.country is None and draft.definite and draft.owner is None:
                draft.country = self._state_meant(draft, noun)
            if draft.country is None and noun.words in _GOVERNMENTS and not draft.qualifiers:
                draft.country = government_beside(self.ctx, draft)
            return f"country:{draft.country}" if draft.country and not draft.former else None
        if noun.sort == "forces":
            return self._forces(draft, noun)
        if is_agency(draft) and draft.body is not None:
            return f"organisation:{draft.body}"  # "Reuters news agency"
        if noun.sort == "media":
            return f"media:{draft.country}" if draft.country else None
        qualifiers = " ".join(w for w in draft.qualifiers.split() if w.lower() != "own")
        qualified = f"{qualifiers} {noun.words}".strip().lower()
        if noun.words in PARTIES or noun.words in BREAKAWAYS:
            return party_key(self.ctx, draft, noun, qualifiers)
        if _open_group(draft, noun) or (not qualifiers and _are_certain(draft, noun)):
            return None
        if qualifiers:
            return f"group:{qualified}"
        token = self.doc.tokens[draft.head]
        if (
            token.dep == "conj" and not draft.vague
        ):  # "the Republicans and Democrats of the committee"
            token = self.doc.tokens[token.head]
        subject = token.dep.startswith("nsubj")
        return f"group:{noun.words}" if subject and not draft.number else None


def _of_a_state(person: Person, draft: Draft, office: str) -> bool:
    """Whether the report has a person hold for a nation what a role is of an organisation.

    "The president of the European Council" is not the president of Oman.
    """
    organisation = draft.body is not None and draft.country is None and "_" not in draft.body
    return organisation and person.body is None and office in person.with_nation


def _called_otherwise(person: Person, draft: Draft) -> bool:
    """Whether a role is none that the person's state has: no minister is "the secretary".

    Nor is a US secretary a minister. British secretaries are called either.
    """
    word = draft.titles[0].canonical.split()[-1]
    if word == "Minister":
        return person.country == "US"
    plain = draft.titles[0].canonical == "Secretary"
    return plain and person.country not in (None, "US", "GB") and bool(person.offices & FOREIGN)


def _usual(title: Title) -> Title:
    """The title that most states have for an office: a Secretary of State's counterpart is a
    foreign minister."""
    if not one_holder(title.office):
        return title
    return next((t for t in tables.titles() if t.office == title.office), title)


def _country_of(person: Person) -> str | None:
    """The country of a person by the report, else by the table of offices."""
    if person.country is not None or person.holder is None:
        return person.country
    return person.holder.of if person.holder.of in tables.countries() else None


def _are_certain(draft: Draft, noun: GroupNoun) -> bool:
    """ "The leaders", "the ministers": some whom the report has told of, not leaders at large."""
    title = title_asked(draft, noun) if draft.definite else None
    return title is not None and one_holder(title.office)


def _open_group(draft: Draft, noun: GroupNoun) -> bool:
    """ "relevant countries", "other parties": no one in particular."""
    named = any(w[:1].isupper() and w.lower() not in LOOSE for w in draft.qualifiers.split())
    return noun.words in _OPEN and not (named or draft.country or draft.owner)


def _ministry_of(person: Person) -> str | None:
    if person.offices & (FOREIGN | {"deputy_foreign"}):
        return "foreign_ministry"
    if "defence_minister" in person.offices:
        return "defence_ministry"
    return None

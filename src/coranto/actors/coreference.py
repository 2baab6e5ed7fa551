"""Which mentions of one report are one actor: short names, roles, ministries, pairs, pronouns.

Rules in order of their precision, after the sieves of Raghunathan et al. (2010):
full names, short names, appositions (made by :mod:`coranto.actors.phrases`), roles by
country and office, ministries, then pairs ("both sides") and pronouns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cached_property

from coranto.actors import tables
from coranto.actors.directory import Directory
from coranto.actors.keys import body_name
from coranto.actors.metonymy import reading
from coranto.actors.pairs import OF_STATES, PAIRS, Pairs, title_asked
from coranto.actors.persons import (
    FOREIGN,
    NO_OFFICE,
    RANKS,
    Person,
    fits,
    office_of,
    offices_of,
    presented_as_kin,
)
from coranto.actors.phrases import LOOSE, OWNERS, Draft
from coranto.actors.shared import one_holder
from coranto.actors.spelling import (
    fold,
    is_end_of,
    is_full,
    same_first,
    same_name,
    surname_countries,
    surname_of,
)
from coranto.actors.tables import GroupNoun, Title
from coranto.language.document import Document
from coranto.types import ActsAs

# Collective nouns that mean someone only with a name before them.
_OPEN = frozenset(
    "countries nations states powers parties companies firms businesses banks members people "
    "sides capitals governments media citizens nationals men women supporters backers investors "
    "neighbours neighbors partners allies ally delegations".split()
)
# Quotation marks, and whether they open; a straight one closes what is open.
_MARKS = {'"': True, "\u201c": True, "\u201d": False, "\u00ab": True, "\u00bb": False}
# How far back a pronoun looks, in sentences that are not a quotation's alone; and one that
# only says who speaks ("…," he said), which means the speaker of the quotations before it.
_REACH = 3
_SPEAKERS_REACH = 10
_SPEECH = frozenset(
    "say tell add note write warn argue explain claim state continue recall insist stress reply "
    "respond ask conclude acknowledge admit declare tweet post comment reiterate".split()
)
# Offices that say who is meant by a short name.
_STRONG = frozenset("head_of_state head_of_government foreign_minister defence_minister".split())


class Resolver:
    """Gives each draft of one document its key."""

    def __init__(self, doc: Document, drafts: list[Draft], directory: Directory) -> None:
        self.doc = doc
        self.directory = directory
        self.drafts = drafts
        self.persons: list[Person] = []
        self.of_draft: dict[int, Person] = {}
        self.by_key: dict[str, Person] = {}
        self.firsts: list[int] = []
        self.pairs = Pairs(doc, drafts, self.persons, self.of_draft)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotation marks; a paragraph's end closes a quotation."""
        doc = self.doc
        ends = {p: s.last_token for p, s in zip(doc.paragraph_of, doc.sentences, strict=True)}
        out: set[int] = set()
        paragraph, opened = -1, -1
        for i in [i for i, t in enumerate(doc.tokens) if t.text in _MARKS]:
            here = doc.paragraph_of[doc.sentence_of[i]]
            if opened >= 0:
                out.update(range(opened, min(i, ends[paragraph])))
            if here != paragraph:
                paragraph, opened = here, -1
            mark = doc.tokens[i].text
            opens = opened < 0 if mark == '"' else _MARKS[mark]
            opened = i + 1 if opens else -1
        if opened >= 0:
            out.update(range(opened, ends[paragraph]))
        return frozenset(out)

    @cached_property
    def present(self) -> frozenset[str]:
        """Countries (alpha-2) that the report speaks of."""
        return frozenset(d.country for d in self.drafts if d.country)

    def resolve(self) -> None:
        """Set ``key``, ``country``, ``titles`` and ``members`` of the drafts, where known."""
        self._places()
        self._persons()
        self._counterparts()
        self._countries_of_lists()
        for draft in self.drafts:
            self._one(draft)

    # --- persons --------------------------------------------------------------------------

    def _persons(self) -> None:
        named = [d for d in self.drafts if d.sort == "person"]
        full = {d.name for d in named if is_full(d.name)}
        whole = {n for n in full if not any(n != o and is_end_of(n, o) for o in full)}
        # Short names with a title first: they tell who else of the surname the report is about.
        for draft in sorted(
            named, key=lambda d: (d.name not in whole, d.name not in full, not offices_of(d))
        ):
            person = self._known(draft) if draft.name in full else None
            if person is None and draft.name not in whole:
                person = self._short(draft)
            if person is None:
                person = Person(draft.name)
                self.persons.append(person)
                self._from_record(person, draft.country)
                if person.sex is None and person.full:
                    person.sex = tables.sexes().get(fold(person.name.split()[0]))
            self._add(person, draft)
        for person in self.persons:
            self._settle(person)
        self.by_key = {p.key: p for p in self.persons}

    def _known(self, draft: Draft) -> Person | None:
        """The person already named in full by a spelling of the same name."""
        for person in self.persons:
            country = draft.country or person.country
            if person.full and same_name(draft.name, person.name, country):
                return person
        return None

    def _short(self, draft: Draft) -> Person | None:
        """The full name that a short one stands for: surname first, then any part of a name.

        Of several, one whose office or country fits; then one in office before a relative
        or a former official of the name; then the one whom the report named first: writers
        give the short name to their main person and name others in full. A relative alone
        is not meant by a short name that stands before the relative is presented.
        "Prince" and "King" stand before given names.
        """
        families = self._by_given_name(draft) if offices_of(draft) & RANKS else []
        families = families or self._by_surname(draft.name)
        fitting = [p for p in families if self._agrees(p, draft)]
        if len(fitting) > 1:
            titled = [p for p in fitting if offices_of(draft) & p.offices]
            fitting = titled or fitting
        kin = {id(p) for p in fitting if not draft.sex and self._is_relative(p)}
        if len(fitting) == len(kin) == 1 and draft.first < fitting[0].first:
            return None
        return min(
            fitting,
            key=lambda p: (
                bool(draft.sex) and p.sex != draft.sex,
                id(p) in kin,
                p.former and not p.offices & _STRONG,
                not p.offices & _STRONG,
                p.first,
            ),
            default=None,
        )

    def _is_relative(self, person: Person) -> bool:
        """Whether the report knows a full name as another's relative ("his wife Ana Orlova").

        Also one of no office who shares the surname with a leader of the other sex.
        """
        if not person.full or person.offices & _STRONG or person.holder is not None:
            return False
        if "spouse" in person.offices or any(presented_as_kin(self.doc, d) for d in person.drafts):
            return True
        return not person.offices - NO_OFFICE and self._other_of_name(person, _STRONG)

    def _other_of_name(self, person: Person, offices: Collection[str]) -> bool:
        """Whether the table has someone of the other sex with the surname in ``offices``."""
        if person.sex is None:
            return False
        return any(
            h.main and h.sex and h.sex != person.sex
            for h in self.directory.matching(person.surname, person.country, offices)
        )

    def _by_surname(self, name: str) -> list[Person]:
        key = fold(name)
        found = [p for p in self.persons if fold(p.surname) == key]
        return found or [
            p
            for p in self.persons
            if key == fold(surname_of(p.name))
            or (p.full and (key in fold(p.name).split()[1:] or is_end_of(name, p.name)))
        ]

    def _by_given_name(self, draft: Draft) -> list[Person]:
        """Persons of rank with the given name: Prince Karim bin Nasser for "Prince Karim"."""
        return [
            p
            for p in self.persons
            if p.full and p.known_offices & RANKS and same_first(draft.name, p.name)
        ]

    def _agrees(self, person: Person, draft: Draft) -> bool:
        if draft.country and person.country and draft.country != person.country:
            return False
        if draft.sex and person.sex and draft.sex != person.sex:
            return False
        if not person.full:
            return True
        offices = offices_of(draft) & _STRONG
        if offices and not person.offices & _STRONG and not draft.sex:
            known = person.holder is not None
            if "spouse" in person.offices or (not known and self._other_of_name(person, offices)):
                return False  # "President Orlov" beside "first lady Ana Orlov"
        return not offices or not (person.offices & _STRONG) or bool(offices & person.offices)

    def _add(self, person: Person, draft: Draft) -> None:
        person.drafts.append(draft)
        self.of_draft[id(draft)] = person
        if draft.country and not draft.former:
            person.country = person.country or draft.country
        for title in draft.titles:
            if title.office not in ("honorific", "counterpart") and not draft.former:
                person.offices.add(office_of(draft, title))
        person.former |= draft.former
        person.sex = person.sex or draft.sex
        person.body = person.body or draft.body

    def _from_record(self, person: Person, country: str | None) -> None:
        """Country and sex of a person whom the table of offices knows by the full name."""
        holder = self.directory.named(person.name, country)
        if holder and (holder.main or country or holder.of in self.present):
            person.holder, person.sex = holder, holder.sex or person.sex
            person.country = country or (holder.of if holder.of in tables.countries() else None)

    def _settle(self, person: Person) -> None:
        if person.country is None:
            codes = surname_countries(person.name)
            found = sorted(codes & self.present)
            person.country = found[0] if len(found) == 1 else None

    def _countries_of_lists(self) -> None:
        """ "The envoys of A and B, X and Y": the countries in the order of the names."""
        for group in self.drafts:
            if not group.nations or len(group.members) != len(group.nations):
                continue
            persons = [self.of_draft[id(m)] for m in group.members]
            known = [self.directory.named(p.name, None) for p in persons]
            if any(h is not None and h.of != c for h, c in zip(known, group.nations, strict=True)):
                continue
            for person, code in zip(persons, group.nations, strict=True):
                person.country = person.country or code

    # --- places and countries -------------------------------------------------------------

    def _places(self) -> None:
        """Capitals and seats that only say where are no actors here."""
        kept = []
        found = {n.start: n.acts_as for n in self.doc.names}
        for draft in self.drafts:
            named = draft.form == "seat" or (draft.sort == "country" and draft.form == "name")
            if named:
                default: ActsAs = "place" if draft.sort == "country" else "government"
                first = self._bare(draft)
                model = found.get(self.doc.tokens[first].start)
                only = reading(self.doc, first, draft.last, default, model) == "place"
                draft.place_only = draft.place_only or only
            if draft.form == "seat" and draft.place_only:
                continue
            kept.append(draft)
        self.drafts[:] = kept
        self.firsts = [d.first for d in kept]

    def _bare(self, draft: Draft) -> int:
        the = self.doc.tokens[draft.first].text.lower() == "the" and draft.last - draft.first > 1
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
            self._pronoun(draft)

    def _body(self, draft: Draft) -> None:
        """A ministry: its country from the phrase, its owner, or the ministries around it."""
        office = draft.body or "ministry"
        draft.country = draft.country or self._owner_country(draft)
        if draft.country is None or office == "ministry":
            like = self._ministry_like(draft, office)
            if like is not None and draft.country in (None, like.country):
                draft.country, draft.body = like.country, like.body
            elif office == "ministry" and (owner := self._owner(draft)) is not None:
                draft.body = _ministry_of(owner) or draft.body
        if draft.country is None:
            draft.country = self._country_around(draft, office)
        if draft.country:
            draft.key = f"body:{draft.country}:{draft.body}"

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
        ]
        before = [d for d in bodies if d.first < draft.first]
        if before:
            return before[-1]
        after = {d.country for d in bodies}
        return bodies[0] if len(after) == 1 and self._plausible(draft, bodies[0]) else None

    def _plausible(self, draft: Draft, later: Draft) -> bool:
        """A later ministry is meant unless the sentence before is about others alone."""
        around = {d.country for d in self._near(draft) if d.country}
        return not around or later.country in around

    def _near(self, draft: Draft, reach: int = 2) -> list[Draft]:
        """Drafts before this one, at most ``reach`` sentences back, the nearest last."""
        sentence = max(self.doc.sentence_of[draft.first] - reach, 0)
        start = bisect_left(self.firsts, self.doc.sentences[sentence].first_token)
        return self.drafts[start : bisect_left(self.firsts, draft.first)]

    def _country_around(self, draft: Draft, office: str) -> str | None:
        """The country of the person nearby who leads such a body, or of the dateline."""
        leaders = {"foreign_ministry": "foreign_minister", "defence_ministry": "defence_minister"}
        wanted = leaders.get(office)
        for near_by in reversed(self._near(draft)):
            person = self.of_draft.get(id(near_by))
            if person and person.country and wanted in person.offices:
                return person.country
            if near_by.sort == "role" and near_by.country and wanted in offices_of(near_by):
                return near_by.country
        return None

    def _owner(self, draft: Draft) -> Person | None:
        """Whom "his" before a title or body means, or the person whose possession it is."""
        if draft.owner is None:
            return None
        for other in self.drafts:
            inside = other.first <= draft.owner < other.last
            if inside and other is not draft and other.sort == "person":
                return self.of_draft.get(id(other))
        word = self.doc.tokens[draft.owner].text.lower()
        if word in ("its", "their", "our", "my"):
            return None
        if word not in OWNERS:
            owner_name = self.doc.tokens[draft.owner].text
            return self._short(Draft(draft.owner, draft.owner + 1, "person", "name", owner_name))
        sex = {"his": "m", "her": "f"}.get(word)
        return self._antecedent(draft.owner, sex)

    def _owner_country(self, draft: Draft) -> str | None:
        """The country of "his" or of "its": for "its", the state that is named before it."""
        if draft.owner is None:
            return None
        if self.doc.tokens[draft.owner].text.lower() != "its":
            owner = self._owner(draft)
            return owner.country if owner else None
        states = [
            d
            for d in self._near(draft, 1)
            if d.sort in ("country", "place") and d.form != "demonym" and d.country
        ]
        subjects = [d for d in states if self.doc.tokens[d.head].dep.startswith("nsubj")]
        return (subjects or states)[-1].country if states else None

    # --- roles ----------------------------------------------------------------------------

    def _counterparts(self) -> None:
        """Give "his Chinese counterpart Wang Yi" the office of him whose counterpart he is."""
        for draft in self.drafts:
            if any(t.office == "counterpart" for t in draft.titles):
                draft.counterpart = True
                if draft.sort == "role" and not draft.refers:
                    continue  # once the roles before it are resolved
                draft.titles = self._counterpart_titles(draft)
                person = self.of_draft.get(id(draft))
                if person:
                    person.offices |= offices_of(draft)
        for draft in self.drafts:
            person = self.of_draft.get(id(draft))
            if person and draft.deputy and draft.owner is not None:
                self._deputy(draft, person)

    def _deputy(self, draft: Draft, person: Person) -> None:
        """A deputy of a minister holds the minister's office, as deputy, in the same country."""
        owner = self._owner(draft)
        if owner is None:
            return
        person.country = person.country or owner.country
        if "foreign_minister" in owner.offices:
            person.offices.add("deputy_foreign")
            title = next(t for t in tables.titles() if t.words == "deputy foreign minister")
            draft.titles = [title]

    def _counterpart_titles(self, draft: Draft) -> list[Title]:
        owner = self._owner(draft)
        if owner is None:
            for other in reversed(self._near(draft, 1)):
                candidate = self._person_of(other)
                if candidate and candidate.offices and other is not draft:
                    owner = candidate
                    break
        if owner is None:
            return []
        titles = [t for d in owner.drafts for t in d.titles if t.office not in NO_OFFICE | RANKS]
        office = next((t for t in titles), None)
        if office is None:
            known = owner.known_offices if owner.role or owner.holder else set()
            office = next((t for t in tables.titles() if t.office in known), None)
        return [office] if office else []

    def _other_of_office(self, draft: Draft, office: str) -> None:
        """ "His counterpart": the one other person of the report who has his office."""
        owner = self._owner(draft)
        others = [
            p
            for p in self.by_key.values()
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
        elif not one_holder(offices[0]) or draft.former:
            draft.key = self._unnamed(draft) or self._unnamed_before(draft, offices[0])
        elif draft.country or draft.body:
            draft.key = f"role:{draft.country or draft.body}:{offices[0]}"
        self._remember(draft, offices[0])

    def _remember(self, draft: Draft, office: str) -> None:
        """Someone known by office alone can be meant by "he" and by a role after it."""
        if draft.key and draft.key not in self.by_key:
            self.by_key[draft.key] = Person(
                draft.name, draft.country, {office}, sex=draft.sex, role=draft.key, drafts=[draft]
            )

    def _unnamed(self, draft: Draft) -> str | None:
        """A key for someone whom the report does not name ("a senior US official")."""
        where = draft.country or draft.body
        if where is None:
            return None
        if draft.country and draft.body:
            where = body_name(draft.country, draft.body) if "_" in draft.body else draft.body
        former = "former " if draft.former else ""
        return f"unnamed:{where}:{former}{draft.titles[0].canonical}"

    def _unnamed_before(self, draft: Draft, office: str) -> str | None:
        """ "The official" of whom the sentences before spoke as "a senior US official"."""
        for other in reversed(self._near(draft, 2 * _REACH)):
            unnamed = (other.key or "").startswith("unnamed:")
            if other.sort == "role" and unnamed and office in offices_of(other):
                draft.country = draft.country or other.country
                return other.key
        return None

    def _holder_in_text(self, draft: Draft, office: str) -> Person | None:
        """The person of the report whom a role means: same country, a fitting office."""
        candidates = [
            p
            for p in self.by_key.values()
            if (draft.country is None or p.country == draft.country)
            and fits(office, p.known_offices)
            and (draft.body is None or p.body in (None, draft.body) or draft.country)
            and not (draft.sex and p.sex and draft.sex != p.sex)
        ]
        before = [p for p in candidates if p.first < draft.first]
        if len(before) > 1:
            return self._most_salient(draft, before)
        if before:
            return before[0]
        return candidates[0] if draft.country and len(candidates) == 1 else None

    def _most_salient(self, draft: Draft, candidates: Sequence[Person]) -> Person:
        """Of several presidents "the president": him of whom the sentences before speak.

        Not one whom the same verb has for its other party ("the president thanked Orlov").
        """
        verb = self.doc.tokens[draft.head].head
        beside = {
            id(self._person_of(d))
            for d in self.drafts
            if d is not draft and verb >= 0 and self.doc.tokens[d.head].head == verb
        }
        fitting = [p for p in candidates if id(p) not in beside] or list(candidates)
        wanted = {id(p) for p in fitting}
        told = [d for d in self._from(0, draft.first) if id(self._person_of(d)) in wanted]
        last = max((self.doc.sentence_of[d.first] for d in told), default=0)
        here = [d for d in told if self.doc.sentence_of[d.first] == last]
        back = self.doc.sentence_of[draft.first] - last
        best = max(here, key=lambda d: self._salience(d, draft.first, back), default=None)
        return (self._person_of(best) if best is not None else None) or fitting[0]

    # --- groups ---------------------------------------------------------------------------

    def _group(self, draft: Draft) -> None:
        if draft.form == "demonym":
            draft.key = f"people:{draft.country}"
            return
        if draft.members:
            draft.keys = tuple(self.of_draft[id(m)].key for m in draft.members)
            return
        noun = draft.noun
        if not isinstance(noun, GroupNoun):
            draft.key = f"bloc:{draft.body}"
            return
        if draft.nations or draft.of_both:
            office = None
            if noun.words == "counterparts":
                office = next(iter(self._counterpart_titles(draft)), None)
            draft.keys = self.pairs.shared(draft, noun, office)
            return
        pair = draft.number == 2 or (noun.words == "sides" and draft.definite)
        pair = pair or (draft.number in (3, 4) and draft.definite and noun.words in OF_STATES)
        paired = noun.words in PAIRS or title_asked(draft, noun) is not None
        if pair and paired and not draft.country:
            draft.keys = self.pairs.pair(draft, noun)
            return
        draft.keys = () if draft.country or draft.number else self.pairs.again(draft, noun)
        if draft.keys:
            return
        draft.key = self._group_key(draft, noun)

    def _group_key(self, draft: Draft, noun: GroupNoun) -> str | None:
        if noun.sort in ("state", "forces"):
            draft.country = draft.country or self._owner_country(draft)
        if noun.sort == "state":
            return f"country:{draft.country}" if draft.country and not draft.former else None
        if noun.sort == "forces":
            return f"forces:{draft.country}" if draft.country else None
        if noun.sort == "media":
            return f"media:{draft.country}" if draft.country else None
        qualified = f"{draft.qualifiers} {noun.words}".strip().lower()
        if _open_group(draft, noun):
            return None
        if draft.qualifiers:
            return f"group:{qualified}"
        subject = self.doc.tokens[draft.head].dep.startswith("nsubj")
        return f"group:{noun.words}" if subject and not draft.number else None

    # --- pronouns -------------------------------------------------------------------------

    def _pronoun(self, draft: Draft) -> None:
        word = draft.name
        if word == "who":
            self._relative(draft)
        elif word in ("he", "she"):
            person = self._antecedent(draft.first, "m" if word == "he" else "f")
            if person:
                draft.key, draft.country = person.key, person.country
        elif draft.first in self.quoted:
            return  # the quoted speaker's own context, which the report does not give
        elif word == "they":
            self._plural(draft)
        else:
            self._it(draft)

    def _relative(self, draft: Draft) -> None:
        """ "who" is the noun right before it, or the head of its relative clause."""
        for other in reversed(self._near(draft, 0)):
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

    def _antecedent(self, at: int, sex: str | None) -> Person | None:
        """The person a pronoun at token ``at`` stands for, or ``None`` if no one is fit.

        Subjects go before others, the sentence itself before those before it; a
        person whom the pronoun's own sentence names by another role may be meant.
        What a quotation says is its speaker's: words outside it do not point into it,
        and words inside it only to others inside.
        """
        sentence = self.doc.sentence_of[at]
        reach = self._reach(sentence)
        options = self._options(at, sex, min(reach, sentence - _SPEAKERS_REACH))
        for back in range(sentence - reach + 1):
            here = [d for d in options if self.doc.sentence_of[d.first] == sentence - back]
            if here:
                best = max(here, key=lambda d: self._salience(d, at, back))
                return self._person_of(best)
        return self._last_speaker(options, at)

    def _options(self, at: int, sex: str | None, sentence: int) -> list[Draft]:
        """Persons from ``sentence`` to ``at`` whom a pronoun of that sex there can mean."""
        inside = at in self.quoted
        since = self.doc.sentences[max(sentence, 0)].first_token
        if inside:
            since = max(since, self._quotation(at))
        return [
            d
            for d in self._from(since, at)
            if (d.first in self.quoted) == inside and self._fits_sex(self._person_of(d), sex)
        ]

    def _from(self, since: int, before: int) -> list[Draft]:
        """Drafts that begin at the token ``since`` or later and end at ``before`` or earlier."""
        start, end = bisect_left(self.firsts, since), bisect_left(self.firsts, before)
        return [d for d in self.drafts[start:end] if d.last <= before]

    def _quotation(self, at: int) -> int:
        """The first token of the quotation that ``at`` stands in."""
        while at - 1 in self.quoted:
            at -= 1
        return at

    def _reach(self, sentence: int) -> int:
        """The first of the sentences that a pronoun in ``sentence`` looks back to."""
        left = _REACH
        while sentence > 0 and left:
            sentence -= 1
            here = self.doc.sentences[sentence]
            left -= not {here.first_token, here.last_token - 2} <= self.quoted
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
                return self._person_of(draft)
        return None

    def _speaks(self, at: int) -> bool:
        """Whether token ``at`` is the subject of a verb of speech."""
        token = self.doc.tokens[at]
        verb = self.doc.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        return token.dep.startswith("nsubj") and verb in _SPEECH

    def _person_of(self, draft: Draft) -> Person | None:
        if draft.sort == "person":
            return self.of_draft.get(id(draft))
        return self.by_key.get(draft.key) if draft.key else None

    def _fits_sex(self, person: Person | None, sex: str | None) -> bool:
        return person is not None and (sex is None or person.sex in (None, sex))

    def _salience(self, draft: Draft, at: int, back: int) -> tuple[int, int]:
        token = self.doc.tokens[draft.head]
        subject = self._is_subject(draft.head)
        speaks = subject and token.head >= 0 and self.doc.tokens[token.head].head < 0
        known = bool((p := self._person_of(draft)) and p.sex)
        if back == 0:
            governs = subject and self._same_clause_above(draft.head, at)
            return (2 * governs + subject + known, draft.first)
        return (2 * speaks + subject + known, draft.first if not speaks else -draft.first)

    def _is_subject(self, at: int) -> bool:
        """Whether ``at`` is a subject, and the first one that its verb is given."""
        token = self.doc.tokens[at]
        if not token.dep.startswith("nsubj"):
            return False
        return token.head < 0 or self.doc.child(token.head, "nsubj") == at

    def _same_clause_above(self, head: int, at: int) -> bool:
        """Whether the subject's verb stands above the pronoun, in the tree or right before it."""
        verb = self.doc.tokens[head].head
        before = at - 1 - (self.doc.tokens[at - 1].text.lower() == "that")
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
        """ "they": the group or the two persons before, unless things stand between them."""
        passive = self.doc.tokens[draft.first].dep == "nsubj:pass"
        for other in reversed(self._near(draft, 1)):
            if passive and self._things_between(other, draft):
                return  # "ties … after they were severed"
            if other.sort == "group" and other.form != "demonym" and (other.key or other.keys):
                noun = other.noun
                if isinstance(noun, GroupNoun) and not noun.plural:
                    continue
                draft.key, draft.keys, draft.country = other.key, other.keys, other.country
                return
            if other.sort == "person":
                partner = self._coordinated(other)
                if partner:
                    draft.keys = tuple(self.of_draft[id(d)].key for d in (partner, other))
                    return

    def _things_between(self, one: Draft, other: Draft) -> bool:
        """Whether a noun in the plural that is in no mention stands between two drafts."""
        mentioned = {i for d in self.drafts for i in range(d.first, d.last)}
        return any(
            t.pos == "NOUN" and t.text.endswith("s") and t.lemma != t.text.lower()
            for i, t in enumerate(self.doc.tokens[one.last : other.first], one.last)
            if i not in mentioned
        )

    def _coordinated(self, draft: Draft) -> Draft | None:
        """The person joined to this one by "and"."""
        for other in reversed(self._near(draft, 0)):
            if other.sort == "person" and draft.first - other.last == 1:
                joined = self.doc.tokens[other.last].text.lower() == "and"
                return other if joined else None
        return None

    def _it(self, draft: Draft) -> None:
        """ "it": the state or body that is the subject above it, or that spoke just before."""
        token = self.doc.tokens[draft.first]
        if not token.dep.startswith("nsubj") or token.head < 0:
            return
        for other in reversed(self._near(draft, 1)):
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

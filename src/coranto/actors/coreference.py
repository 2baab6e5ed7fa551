"""Which mentions of one report are one actor: short names, roles, ministries, pairs, pronouns.

Rules in order of their precision, after the sieves of Raghunathan et al. (2010):
full names, short names, appositions (made by :mod:`coranto.actors.phrases`), roles by
country and office, ministries, then pairs ("both sides") and pronouns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise

from coranto.actors import tables
from coranto.actors.keys import body_name
from coranto.actors.metonymy import reading
from coranto.actors.phrases import LOOSE, OWNERS, Draft
from coranto.actors.spelling import (
    fold,
    person_key,
    same_given,
    surname_countries,
    surname_of,
)
from coranto.actors.tables import GroupNoun, Holder, Title
from coranto.language.document import Document
from coranto.types import ActsAs

# Countries that are led by the head of government; elsewhere "the leader" is the head of state.
PARLIAMENTARY = frozenset(
    "AL AM AT AU BB BD BE BG CA CZ DE DK EE ES ET FJ GB GE GR HR HU IE IL IN IQ IS IT JM JP KH LA "
    "LB LT LV LU LY MD ME MK MT MY NL NO NP NZ PK PT RS SE SG SI SK TH TT VN XK".split()
)
_LEADERS = frozenset(
    "head_of_state head_of_government leader monarch supreme_leader crown_prince party_head".split()
)
_FOREIGN = frozenset("foreign_minister foreign_policy_chief".split())
# A class of office in a role, and the classes that a person so called may have been given.
_FITS: dict[str, frozenset[str]] = {
    "leader": _LEADERS,
    "envoy": frozenset("envoy representative negotiator ambassador".split()),
    "representative": frozenset("envoy representative".split()),
    "diplomat": frozenset(
        "foreign_minister envoy representative ambassador deputy_foreign diplomat".split()
    ),
    "minister": frozenset("minister foreign_minister defence_minister finance_minister".split()),
    "secretary": frozenset("secretary foreign_minister finance_minister defence_minister".split()),
    "foreign_minister": _FOREIGN,
    "chief": frozenset("chief bloc_head chair".split()),
    "bloc_head": frozenset("bloc_head chief".split()),
    "official": frozenset("official deputy_foreign minister chief aide envoy".split()),
    "politician": _LEADERS | {"minister", "legislator", "politician", "opposition"},
    "monarch": frozenset({"monarch", "head_of_state"}),
    "pope": frozenset({"pope", "head_of_state"}),
    "deputy_foreign": frozenset({"deputy_foreign"}),
}
_PAIRS = frozenset(
    "leaders men women presidents ministers sides countries nations diplomats officials "
    "governments parties envoys capitals powers side neighbours neighbors allies statesmen".split()
)
# Collective nouns that mean someone only with a name before them.
_OPEN = frozenset(
    "countries nations states powers parties companies firms businesses banks members people "
    "sides capitals governments media citizens nationals men women supporters backers investors "
    "neighbours neighbors partners allies ally delegations".split()
)
_OF_STATES = frozenset(
    "sides side countries nations governments parties capitals powers neighbours neighbors "
    "allies states".split()
)
# Offices that one person holds at a time: the role names its holder.
_ONE_HOLDER = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister finance_minister monarch "
    "security_adviser leader supreme_leader crown_prince pope bloc_head chief".split()
)
# Quotation marks, and whether they open; a straight one closes what is open.
_MARKS = {'"': True, "\u201c": True, "\u201d": False, "\u00ab": True, "\u00bb": False}
# How far back a pronoun looks, in sentences.
_REACH = 3


@dataclass(slots=True)
class Person:
    """One person of a report, over all mentions of the name."""

    name: str
    country: str | None = None
    offices: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    body: str | None = None
    sex: str | None = None
    holder: Holder | None = None
    drafts: list[Draft] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"person:{self.name}"

    @property
    def full(self) -> bool:
        """Whether the report gives more than a short name."""
        return " " in self.name


def office_of(draft: Draft, title: Title) -> str:
    """The class of office of a draft's title, "Deputy" before it counted."""
    if draft.deputy and title.office == "foreign_minister":
        return "deputy_foreign"
    if draft.deputy and title.office in ("head_of_government", "head_of_state"):
        return "deputy_head"
    return title.office


def fits(wanted: str, offices: Collection[str]) -> bool:
    """Whether a role of class ``wanted`` can be someone of these ``offices``."""
    return bool(_FITS.get(wanted, frozenset({wanted})) & set(offices)) or wanted in offices


class Resolver:
    """Gives each draft of one document its key."""

    def __init__(self, doc: Document, drafts: list[Draft]) -> None:
        self.doc = doc
        self.drafts = drafts
        self.persons: list[Person] = []
        self.of_draft: dict[int, Person] = {}

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotation marks; a paragraph's end closes a quotation."""
        out: list[int] = []
        paragraph, inside = -1, False
        for i, token in enumerate(self.doc.tokens):
            here = self.doc.paragraph_of[self.doc.sentence_of[i]]
            if here != paragraph:
                paragraph, inside = here, False
            if token.text in _MARKS:
                inside = _MARKS[token.text] if token.text != '"' else not inside
            elif inside:
                out.append(i)
        return frozenset(out)

    def resolve(self) -> None:
        """Set ``key``, ``country``, ``titles`` and ``members`` of the drafts, where known."""
        self._places()
        self._persons()
        self._counterparts()
        for draft in self.drafts:
            self._one(draft)

    # --- persons --------------------------------------------------------------------------

    def _persons(self) -> None:
        named = [d for d in self.drafts if d.sort == "person"]
        for draft in sorted(named, key=lambda d: " " not in d.name):
            person = self._known(draft) if " " in draft.name else self._short(draft)
            if person is None:
                person = Person(draft.name)
                self.persons.append(person)
                self._from_record(person, draft.country)
            self._add(person, draft)
        for person in self.persons:
            self._settle(person)

    def _known(self, draft: Draft) -> Person | None:
        """The person already named in full by a spelling of the same name."""
        for person in self.persons:
            country = draft.country or person.country
            family, given = person_key(draft.name, country)
            other_family, other_given = person_key(person.name, country)
            if family == other_family and same_given(given, other_given):
                return person
        return None

    def _short(self, draft: Draft) -> Person | None:
        """The full name that a short one stands for: surname first, then any part of a name.

        Of several, one whose office or country fits; then the one whom the report named
        first: writers give the short name to their main person and name others in full.
        """
        key = fold(draft.name)
        families = [p for p in self.persons if fold(surname_of(p.name, p.country)) == key]
        if not families:
            families = [
                p
                for p in self.persons
                if key == fold(surname_of(p.name)) or (p.full and key in fold(p.name).split()[1:])
            ]
        fitting = [p for p in families if self._agrees(p, draft)]
        if len(fitting) > 1:
            titled = [p for p in fitting if _offices(draft) & p.offices]
            fitting = titled or fitting
        before = [p for p in fitting if any(d.first < draft.first for d in p.drafts)]
        return min(before or fitting, key=lambda p: min(d.first for d in p.drafts), default=None)

    def _agrees(self, person: Person, draft: Draft) -> bool:
        if draft.country and person.country and draft.country != person.country:
            return False
        if draft.sex and person.sex and draft.sex != person.sex:
            return False
        if not person.full:
            return True
        strong = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister"}
        offices = _offices(draft) & strong
        return not offices or not (person.offices & strong) or bool(offices & person.offices)

    def _last_before(self, person: Person, draft: Draft) -> tuple[bool, int]:
        before = [d.first for d in person.drafts if d.first < draft.first]
        if before:
            return True, max(before)
        return False, -min((d.first for d in person.drafts), default=0)

    def _add(self, person: Person, draft: Draft) -> None:
        person.drafts.append(draft)
        self.of_draft[id(draft)] = person
        if draft.country and not draft.former:
            person.country = person.country or draft.country
        for title in draft.titles:
            if title.office not in ("honorific", "counterpart") and not draft.former:
                person.offices.add(office_of(draft, title))
        person.sex = person.sex or draft.sex
        person.body = person.body or draft.body

    def _from_record(self, person: Person, country: str | None) -> None:
        """Country and sex of a person whom the table of offices knows by the full name."""
        holder = holder_named(person.name, country)
        if holder:
            person.holder, person.sex = holder, holder.sex
            person.country = country or (holder.of if holder.of in tables.countries() else None)

    def _settle(self, person: Person) -> None:
        if person.country is None:
            codes = surname_countries(person.name)
            present = {d.country for d in self.drafts if d.country}
            found = sorted(codes & present)
            person.country = found[0] if len(found) == 1 else None

    # --- places and countries -------------------------------------------------------------

    def _places(self) -> None:
        """Capitals and seats that only say where are no actors here."""
        kept = []
        for draft in self.drafts:
            named = draft.form == "seat" or (draft.sort == "country" and draft.form == "name")
            if named:
                default: ActsAs = "place" if draft.sort == "country" else "government"
                only = reading(self.doc, self._bare(draft), draft.last, default) == "place"
                draft.place_only = draft.place_only or only
            if draft.form == "seat" and draft.place_only:
                continue
            kept.append(draft)
        self.drafts[:] = kept

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
        sentence = self.doc.sentence_of[draft.first]
        return [
            d
            for d in self.drafts
            if d.first < draft.first and self.doc.sentence_of[d.first] >= sentence - reach
        ]

    def _country_around(self, draft: Draft, office: str) -> str | None:
        """The country of the person nearby who leads such a body, or of the dateline."""
        leaders = {"foreign_ministry": "foreign_minister", "defence_ministry": "defence_minister"}
        wanted = leaders.get(office)
        for near_by in reversed(self._near(draft)):
            person = self.of_draft.get(id(near_by))
            if person and person.country and wanted in person.offices:
                return person.country
            if near_by.sort == "role" and near_by.country and wanted in _offices(near_by):
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
                draft.titles = self._counterpart_titles(draft)
                person = self.of_draft.get(id(draft))
                if person:
                    person.offices |= _offices(draft)
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
                candidate = self.of_draft.get(id(other))
                if candidate and candidate.offices and id(other) != id(draft):
                    owner = candidate
                    break
        if owner is None:
            return []
        titles = [t for d in owner.drafts for t in d.titles if t.office != "counterpart"]
        office = next((t for t in titles), None)
        if office is None and owner.holder:
            office = next((t for t in tables.titles() if t.office == owner.holder.office), None)
        return [office] if office else []

    def _role(self, draft: Draft) -> None:
        if draft.refers is not None:
            person = self.of_draft.get(id(draft.refers))
            if person:
                draft.key, draft.country = person.key, draft.country or person.country
            return
        offices = [office_of(draft, t) for t in draft.titles]
        if not offices:
            return
        draft.country = draft.country or self._owner_country(draft)
        if draft.vague or (not draft.definite and not draft.country and not draft.body):
            draft.key = self._unnamed(draft)
            return
        person = None if draft.former else self._holder_in_text(draft, offices[0])
        if person:
            draft.key, draft.country = person.key, draft.country or person.country
        elif offices[0] not in _ONE_HOLDER or draft.former:
            draft.key = self._unnamed(draft)
        elif draft.country or draft.body:
            draft.key = f"role:{draft.country or draft.body}:{offices[0]}"

    def _unnamed(self, draft: Draft) -> str | None:
        """A key for someone whom the report does not name ("a senior US official")."""
        where = draft.country or draft.body
        if where is None:
            return None
        if draft.country and draft.body:
            where = body_name(draft.country, draft.body) if "_" in draft.body else draft.body
        former = "former " if draft.former else ""
        return f"unnamed:{where}:{former}{draft.titles[0].canonical}"

    def _holder_in_text(self, draft: Draft, office: str) -> Person | None:
        """The person of the report whom a role means: same country, a fitting office."""
        candidates = [
            p
            for p in self.persons
            if (draft.country is None or p.country == draft.country)
            and fits(office, p.offices | ({p.holder.office} if p.holder else set()))
            and (draft.body is None or p.body in (None, draft.body) or draft.country)
            and not (draft.sex and p.sex and draft.sex != p.sex)
        ]
        before = [p for p in candidates if any(d.first < draft.first for d in p.drafts)]
        chosen = before or (candidates if draft.country and len(candidates) == 1 else [])
        return max(chosen, key=lambda p: self._last_before(p, draft), default=None)

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
        pair = draft.number == 2 or (noun.words == "sides" and draft.definite)
        if pair and noun.words in _PAIRS and not draft.country:
            draft.keys = self._pair(draft, noun.words)
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

    def _pair(self, draft: Draft, noun: str) -> tuple[str, ...]:
        """The two that "both sides", "the two leaders" means, in the order of the text."""
        if noun in _OF_STATES:
            return self._two_countries(draft)
        wanted = {"leaders": "leader", "presidents": "head_of_state", "diplomats": "diplomat"}
        office = wanted.get(noun)
        found: list[Person] = []
        for other in reversed(self._near(draft, _REACH)):
            person = self.of_draft.get(id(other))
            if person is None or person in found:
                continue
            offices = person.offices | ({person.holder.office} if person.holder else set())
            if office is None or not offices or fits(office, offices):
                found.insert(0, person)
            if len(found) == 2:
                return tuple(p.key for p in found)
        return ()

    def _two_countries(self, draft: Draft) -> tuple[str, ...]:
        sentence = self.doc.sentence_of[draft.first]
        here = [
            d
            for d in self.drafts
            if d.form == "demonym" and d.sort == "country" and d.country
            and self.doc.sentence_of[d.first] == sentence
        ]  # fmt: skip
        for one, other in pairwise(here):
            if one.country != other.country and other.first - one.last <= 1:
                return f"country:{one.country}", f"country:{other.country}"
        for back in range(_REACH + 1):
            found = self._countries_of(sentence - back, draft.first)
            if len(found) >= 2:
                return tuple(f"country:{c}" for c in found[:2])
        return ()

    def _countries_of(self, sentence: int, before: int) -> list[str]:
        """Countries of a sentence's persons and governments, those of its subjects first."""
        found: list[tuple[int, int, str]] = []
        for d in self.drafts:
            if d.first >= before or self.doc.sentence_of[d.first] != sentence or not d.country:
                continue
            person = self.of_draft.get(id(d))
            acting = d.sort in ("country", "place", "body") and not d.place_only
            if not (person or (acting and d.form != "demonym")):
                continue
            subject = self.doc.tokens[d.head].dep.startswith("nsubj")
            found.append((0 if person or subject else 1, d.first, d.country))
        out: list[str] = []
        for _, _, country in sorted(found):
            if country not in out:
                out.append(country)
        return out

    # --- pronouns -------------------------------------------------------------------------

    def _pronoun(self, draft: Draft) -> None:
        word = draft.name
        if word == "who":
            self._relative(draft)
        elif draft.first in self.quoted:
            return  # the quoted speaker's own context, which the report does not give
        elif word in ("he", "she"):
            person = self._antecedent(draft.first, "m" if word == "he" else "f")
            if person:
                draft.key, draft.country = person.key, person.country
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
        """
        sentence = self.doc.sentence_of[at]
        for back in range(_REACH + 1):
            options = [
                d
                for d in self.drafts
                if d.last <= at
                and self.doc.sentence_of[d.first] == sentence - back
                and self._person_of(d) is not None
                and self._fits_sex(self._person_of(d), sex)
            ]
            if options:
                best = max(options, key=lambda d: self._salience(d, at, back))
                return self._person_of(best)
        return None

    def _person_of(self, draft: Draft) -> Person | None:
        if draft.sort == "person":
            return self.of_draft.get(id(draft))
        if draft.key and draft.key.startswith("person:"):
            return next((p for p in self.persons if p.key == draft.key), None)
        return None

    def _fits_sex(self, person: Person | None, sex: str | None) -> bool:
        return person is not None and (sex is None or person.sex in (None, sex))

    def _salience(self, draft: Draft, at: int, back: int) -> tuple[int, int]:
        token = self.doc.tokens[draft.head]
        subject = token.dep.startswith("nsubj")
        speaks = subject and token.head >= 0 and self.doc.tokens[token.head].head < 0
        known = bool((p := self._person_of(draft)) and p.sex)
        if back == 0:
            governs = subject and self._same_clause_above(draft.head, at)
            return (2 * governs + subject + known, draft.first)
        return (2 * speaks + subject + known, draft.first if not speaks else -draft.first)

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
        for other in reversed(self._near(draft, 1)):
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


def _offices(draft: Draft) -> set[str]:
    return {office_of(draft, t) for t in draft.titles} - {"honorific", "counterpart"}


def _ministry_of(person: Person) -> str | None:
    if person.offices & (_FOREIGN | {"deputy_foreign"}):
        return "foreign_ministry"
    if "defence_minister" in person.offices:
        return "defence_ministry"
    return None


def holder_named(name: str, country: str | None) -> Holder | None:
    """The last row of the table of offices with this full name (variant spellings count)."""
    if " " not in name:
        return None
    family, given = person_key(name, country)
    found = [
        h
        for h in holders_by_surname(family)
        if given and same_given(given, person_key(h.person, h.of)[1])
        and (country is None or h.of == country or h.of not in tables.countries())
    ]  # fmt: skip
    return found[-1] if found else None


def holders_by_surname(family: str) -> Sequence[Holder]:
    """Rows of the table of offices by the key of the surname."""
    return _by_surname().get(family, ())


@cache
def _by_surname() -> dict[str, list[Holder]]:
    out: dict[str, list[Holder]] = {}
    for holder in tables.holders():
        for name in holder.names:
            rows = out.setdefault(person_key(name, holder.of)[0], [])
            if holder not in rows:
                rows.append(holder)
    return out

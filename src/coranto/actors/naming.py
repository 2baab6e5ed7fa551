"""Who is named in one report: full names, the short names after them, and whose office is whose.

Rules in order of their precision, after the sieves of Raghunathan et al. (2010).
"""

from __future__ import annotations

from collections.abc import Collection

from coranto.actors import tables
from coranto.actors.context import Context
from coranto.actors.drafts import Draft
from coranto.actors.persons import (
    NO_OFFICE,
    RANKS,
    Person,
    office_of,
    offices_of,
    presented_as_kin,
)
from coranto.actors.spelling import (
    fold,
    is_end_of,
    is_full,
    same_first,
    same_name,
    surname_countries,
    surname_of,
)

# Offices that say who is meant by a short name.
_STRONG = frozenset("head_of_state head_of_government foreign_minister defence_minister".split())
# Whose persons are called by the first name, the other being the father's.
_BY_GIVEN_NAME = frozenset("MY BN ET ER IS".split())
_LONG_ENOUGH = 6
"""Letters of a surname that no other surname is made of."""
_HIGH = _STRONG | {"leader", "supreme_leader"}


class Naming:
    """Gives each draft of a person's name its person."""

    def __init__(self, context: Context) -> None:
        self.ctx = context
        self.doc = context.doc
        self.directory = context.directory
        self.drafts = context.drafts
        self.persons = context.persons
        self.of_draft = context.of_draft
        self.by_name: dict[str, Person] = {}  # as first written
        self.families: dict[str, list[Person]] = {}  # by a short name, while they stay the same

    def resolve(self) -> None:
        """Find the persons of the document and the drafts of each."""
        named = [d for d in self.drafts if d.sort == "person"]
        named += [d.inner for d in self.drafts if d.inner and d.inner.sort == "person"]
        full = {d.name for d in named if is_full(d.name)}
        whole = {n for n in full if not any(n != o and is_end_of(n, o) for o in full)}
        # Short names with a title first: they tell who else of the surname the report is about.
        for draft in sorted(
            named, key=lambda d: (d.name not in whole, d.name not in full, not offices_of(d))
        ):
            person = self._known(draft) if draft.name in full else None
            if person is None and draft.name not in whole:
                person = self.short(draft)
            if person is None:
                person = Person(draft.name)
                self.persons.append(person)
                self.families.clear()
                self.by_name[draft.name] = person
                if person.full:
                    self._from_record(person, draft.country)
                elif offices_of(draft) <= {"opposition"} and not draft.sex:
                    self._by_surname_alone(person)
                if person.sex is None and person.full:
                    person.sex = tables.sexes().get(fold(person.name.split()[0]))
            self._add(person, draft)
        for person in self.persons:
            self._settle(person)
        self.ctx.by_key.update({p.key: p for p in self.persons})

    def _known(self, draft: Draft) -> Person | None:
        """The person already named in full by a spelling of the same name."""
        if draft.name in self.by_name:
            return self.by_name[draft.name]
        for person in self.persons:
            country = draft.country or person.country
            if person.full and same_name(draft.name, person.name, country):
                return person
        return None

    def short(self, draft: Draft) -> Person | None:
        """The full name that a short one stands for: surname first, then any part of a name.

        Of several, one whose office or country fits; then one in office before a relative
        or a former official of the name; then the one whom the report named first, before
        the short name if any: writers give it to their main person and name others in
        full. A relative alone is not meant by a short name that stands before the relative
        is presented.
        "Prince" and "King" stand before given names.
        """
        families = self._by_given_name(draft) if offices_of(draft) & RANKS else []
        families = families or self._called(draft.name) or self._by_first_name(draft)
        fitting = [p for p in families if self._agrees(p, draft)]
        if len(fitting) > 1:
            titled = [p for p in fitting if offices_of(draft) & p.offices]
            fitting = titled or fitting
        kin = {id(p) for p in fitting if not draft.sex and self._is_relative(p)}
        if len(fitting) == len(kin) == 1 and draft.first < fitting[0].first:
            return None
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return min(
            fitting,
            key=lambda p: (
                bool(draft.sex) and p.sex != draft.sex,
                id(p) in kin,
                p.former and not p.offices & _STRONG,
                not p.known_offices & _HIGH,
                p.first > draft.first,
                p.first,
            ),
        )

    def _called(self, name: str) -> list[Person]:
        """Those whom a short name can mean, by the name alone."""
        if name not in self.families:
            self.families[name] = self._by_surname(name) or self._by_letters(name)
        return self.families[name]

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

    def _by_letters(self, name: str) -> list[Person]:
        """Those whose surname has the same letters in another order: "Ergodan" for "Erdogan"."""
        key = fold(name)
        if len(key) < _LONG_ENOUGH or self.directory.matching(name, None):
            return []
        return [
            p
            for p in self.persons
            if p.full and key[0] == fold(p.surname)[:1] and sorted(key) == sorted(fold(p.surname))
        ]

    def _by_first_name(self, draft: Draft) -> list[Person]:
        """ "Ingrid" after "Ingrid Solheim": the one of that first name, where no leader of the
        table has it for a surname."""
        key = fold(draft.name)
        if " " in key or draft.titles:
            return []
        found = [
            p
            for p in self.persons
            if p.full and fold(p.name.split()[0]) == key
            and (p.first < draft.first or p.country in _BY_GIVEN_NAME)
        ]  # fmt: skip
        if len(found) != 1:
            return []
        others = {h.person for h in self.directory.matching(draft.name, None)}
        known = found[0].holder
        return [] if others - {known.person if known else None} else found

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
        person.add(draft)
        self.of_draft[id(draft)] = person
        if draft.country and not draft.former and not person.country:
            person.country = draft.country
            self.families.clear()  # the surname's place may hang on the country
        for title in draft.titles:
            if title.office not in ("honorific", "counterpart") and not draft.former:
                office = office_of(draft, title)
                person.offices.add(office)
                (person.with_nation if draft.country else person.bare).add(office)
        person.former |= draft.former
        person.sex = person.sex or draft.sex
        person.body = person.body or draft.body

    def _from_record(self, person: Person, country: str | None) -> None:
        """Country and sex of a person whom the table of offices knows by the full name."""
        holder = self.directory.named(person.name, country)
        if holder and (holder.main or country or holder.of in self.ctx.present):
            person.holder, person.sex = holder, holder.sex or person.sex
            person.country = country or (holder.of if holder.of in tables.countries() else None)

    def _by_surname_alone(self, person: Person) -> None:
        """Office and sex of one whom the report only calls by a surname that one leader has."""
        known = [h for h in self.directory.matching(person.name, None) if h.main]
        high = [h for h in known if h.office in _HIGH]
        if len({h.person for h in known}) == 1 and high:
            person.holder = max(high, key=lambda h: (h.office == "head_of_state", h.office))
            person.sex = person.holder.sex or person.sex
            if person.holder.of in self.ctx.present:
                person.country = person.holder.of

    def _settle(self, person: Person) -> None:
        if person.country is None:
            self.families.clear()
            codes = surname_countries(person.name)
            found = sorted(codes & self.ctx.present)
            person.country = found[0] if len(found) == 1 else None

    def countries_of_lists(self) -> None:
        """ "The envoys of A and B, X and Y": the countries in the order of the names."""
        for group in self.drafts:
            if not group.nations or len(group.members) != len(group.nations):
                continue
            persons = [self.of_draft[id(m)] for m in group.members]
            known = [self.directory.named(p.name, None) for p in persons]
            if any(h is not None and h.of != c for h, c in zip(known, group.nations, strict=True)):
                continue
            for person, code in zip(persons, group.nations, strict=True):
                person.country = person.country or (code if len(code) == 2 else None)
            self.families.clear()

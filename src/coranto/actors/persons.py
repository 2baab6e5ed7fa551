"""The persons of one report, and which offices a role can mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from coranto.actors.drafts import Draft
from coranto.actors.openers import OWNERS
from coranto.actors.spelling import is_full, surname_of
from coranto.actors.tables import Holder, Title
from coranto.language.document import Document

# Countries that are led by the head of government; elsewhere "the leader" is the head of state.
PARLIAMENTARY = frozenset(
    "AL AM AT AU BB BD BE BG CA CZ DE DK EE ES ET FJ GB GE GR HR HU IE IL IN IQ IS IT JM JP KH LA "
    "LB LT LV LU LY MD ME MK MT MY NL NO NP NZ PK PT RS SE SG SI SK TH TT VN XK".split()
)
# Ranks that come with birth or church, and are no office to share with a counterpart.
RANKS = frozenset("royal monarch crown_prince religious pope".split())
# Classes of title that say nothing of the office.
NO_OFFICE = frozenset("honorific counterpart royal religious spouse military other expert".split())
_LEADERS = frozenset(
    "head_of_state head_of_government leader monarch supreme_leader crown_prince party_head".split()
)
FOREIGN = frozenset("foreign_minister foreign_policy_chief".split())
# Words that present someone as the relative of another, who may have the same surname.
_KIN = frozenset(
    "wife husband spouse son daughter brother sister father mother widow widower nephew niece "
    "uncle aunt cousin grandson granddaughter grandfather stepson stepdaughter".split()
)
# A class of office in a role, and the classes that a person so called may have been given.
_FITS: dict[str, frozenset[str]] = {
    "leader": _LEADERS,
    "envoy": frozenset("envoy representative negotiator ambassador".split()),
    "representative": frozenset("envoy representative".split()),
    "diplomat": frozenset(
        "foreign_minister envoy representative ambassador deputy_foreign diplomat".split()
    ),
    "minister": frozenset(
        "minister foreign_minister defence_minister finance_minister interior_minister "
        "justice_minister trade_minister economy_minister energy_minister health_minister "
        "intelligence_minister unification_minister".split()
    ),
    "secretary": frozenset(
        "secretary minister foreign_minister finance_minister defence_minister trade_minister "
        "interior_minister energy_minister health_minister".split()
    ),
    "foreign_minister": FOREIGN,
    "chief": frozenset("chief bloc_head chair intelligence_chief police_chief".split()),
    "bloc_head": frozenset("bloc_head chief".split()),
    "official": frozenset(
        "official deputy_foreign deputy minister chief aide envoy intelligence_chief".split()
    ),
    "politician": _LEADERS | {"minister", "legislator", "politician", "opposition", "speaker"},
    "legislator": frozenset({"legislator", "speaker"}),
    "commander_in_chief": frozenset("commander_in_chief head_of_state military".split()),
    "monarch": frozenset({"monarch", "head_of_state"}),
    "pope": frozenset({"pope", "head_of_state"}),
    "deputy_foreign": frozenset({"deputy_foreign"}),
}


@dataclass(slots=True)
class Person:
    """One person of a report, over all mentions of the name.

    ``role`` is the key of someone known by office alone; ``former`` is set where the
    report gives an office that the person no longer has. ``with_nation`` and ``bare`` are
    the offices that it gives with the nation's name ("Russian President") and without;
    ``first`` is the token at which the report first names the person.
    """

    name: str
    country: str | None = None
    offices: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    body: str | None = None
    sex: str | None = None
    holder: Holder | None = None
    drafts: list[Draft] = field(default_factory=list)
    role: str | None = None
    former: bool = False
    with_nation: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    first: int = 0

    def add(self, draft: Draft) -> None:
        """Take a draft for one that names the person."""
        self.first = min(self.first, draft.first) if self.drafts else draft.first
        self.drafts.append(draft)

    @property
    def hidden(self) -> bool:
        """Whether the report names the person within other words alone ("the Orlov government")."""
        return bool(self.drafts) and all(d.within for d in self.drafts)

    @property
    def key(self) -> str:
        """The key within the report: of the name, or of the role of someone not named."""
        return self.role or f"person:{self.name}"

    @property
    def surname(self) -> str:
        """The short name, in the order of the person's language."""
        if self.holder is not None:
            short = surname_of(self.holder.person, self.holder.of)
            if short in self.name.split():
                return short
        return surname_of(self.name, self.country)

    @property
    def full(self) -> bool:
        """Whether the report gives more than a short name."""
        return is_full(self.name)

    @property
    def known_offices(self) -> set[str]:
        """Classes of office by the report, and by the table of offices."""
        known = self.holder and not self.former
        return self.offices | ({self.holder.office} if self.holder and known else set())


def office_of(draft: Draft, title: Title) -> str:
    """The class of office of a draft's title, "Deputy" before it counted."""
    if draft.deputy and title.office == "foreign_minister":
        return "deputy_foreign"
    if draft.deputy and title.office in ("head_of_government", "head_of_state"):
        return "deputy_head"
    return title.office


def offices_of(draft: Draft) -> set[str]:
    """Classes of office of a draft's titles, "Mr" and "counterpart" left out."""
    return {office_of(draft, t) for t in draft.titles} - {"honorific", "counterpart"}


def fits(wanted: str, offices: Collection[str]) -> bool:
    """Whether a role of class ``wanted`` can be someone of these ``offices``."""
    if wanted in ("minister", "secretary") and any(o.startswith("minister:") for o in offices):
        return True
    return bool(_FITS.get(wanted, frozenset({wanted})) & set(offices)) or wanted in offices


def presented_as_kin(doc: Document, draft: Draft) -> bool:
    """ "His brother, Ivan Orlov" or "Ivan Orlov, his brother": named as another's relative."""
    words = [t.text.lower() for t in doc.tokens[max(draft.first - 2, 0) : draft.first]]
    if words and (words[-1] in _KIN or (words[-1] == "," and words[0] in _KIN)):
        return True
    after = [t.text.lower() for t in doc.tokens[draft.last : draft.last + 3]]
    return len(after) == 3 and after[0] == "," and after[1] in OWNERS and after[2] in _KIN

"""How many independent places a fact comes from, after copies and chains are collapsed.

Forty copies of one wire have one origin, and so have forty reports of one
ministry's statement. A fact comes from

- the last link of its chain (who had it from whom), else its speaker;
- where the report tells it in its own words alone: the agency of its copy group or
  the one whose report it is, else the outlet, else the report itself.

A copy group counts as a whole. Where one member names the source of what the text
tells, the others rest on it too: a copy that was cut before "the ministry said" is no
second voice. Only what a member added itself is its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from coranto.chronology.likeness import SPOKEN_ACTS
from coranto.reading.agencies import CANONICAL, UNNAMED
from coranto.reading.outlets import named_sites
from coranto.types import Actor, CopyGroup, DateRange, Edits, Event, Origin, Report, Statement

_LENT = re.compile(
    r"\b(?:material|contribut\w+|with|inputs?|additional|information|also)\b", re.IGNORECASE
)
_TO_OR_ON = re.compile(r"\bagree\w* (?:to|on)\b", re.IGNORECASE)
UNNAMED_OUTLET = "unnamed outlet"
OWN = 0.5
"""Share of a passage that a copy must have added for the passage to be the copy's own."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What origins are read from: the reports, their copy groups, actors and statements, by id."""

    reports: Mapping[str, Report]
    groups: Mapping[str, CopyGroup]
    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]
    sites: Mapping[str, str] = field(default_factory=dict)
    edits: Mapping[str, Edits] = field(default_factory=dict)
    """Against the base of its copy group, by report."""
    published: Mapping[str, DateRange] = field(default_factory=dict)
    """The days on which each report came out."""

    @classmethod
    def of(
        cls,
        reports: Iterable[Report],
        copies: Iterable[CopyGroup],
        actors: Mapping[str, Actor],
        statements: Iterable[Statement],
    ) -> Sources:
        """What origins are read from, each by its id; a bare host by the outlet's name."""
        by_id = {r.id: r for r in reports}
        names = [n for r in by_id.values() for n in (r.outlet, *r.credits) if n is not None]
        groups = {r: g for g in copies for r in g.reports}
        said = {s.id: s for s in statements}
        edits = {e.report: e for g in groups.values() for e in g.edits}
        published = {r.id: r.published.dates for r in by_id.values()}
        return cls(by_id, groups, actors, said, named_sites(names), edits, published)

    def _teller(self, report: Report) -> str:
        name = teller(report)
        return self.sites.get(name, name)

    def narrator(self, told: Event | Statement) -> str:
        """Who tells what a report tells in its own words there."""
        report = self.reports[told.report]
        group = self.groups.get(told.report)
        if group is None or self._is_own(told, report, group):
            return self._teller(report)
        if group.credit is not None:
            return group.credit
        # No member names an agency: the base's outlet, or the first that is known.
        tellers = [self._teller(self.reports[r]) for r in (group.base, *group.order)]
        return next((t for t in tellers if not t.startswith(UNNAMED_OUTLET)), tellers[0])

    def text_of(self, told: Event | Statement) -> str:
        """Whose text it stands in: the copy group's id, or the report's where it is its own."""
        group = self.groups.get(told.report)
        if group is None or self._is_own(told, self.reports[told.report], group):
            return told.report
        return group.id

    def _is_own(self, told: Event | Statement, report: Report, group: CopyGroup) -> bool:
        """Whether the copy added the passage itself, and credits no agency with all of its text."""
        if _agency(report) is not None:
            return False
        edits = self.edits.get(report.id)
        added = edits.added if edits is not None and edits.kind != "rewrite" else ()
        new = sum(max(0, min(told.end, a.end) - max(told.start, a.start)) for a in added)
        return new > OWN * (told.end - told.start)

    def of_statement(self, s: Statement) -> str:
        """Where an utterance comes from; that somebody agreed to a thing is told by the report."""
        for mention in (*reversed(s.chain), None if _agrees_to(s) else s.speaker):
            if mention is None:
                continue
            actor = self.actors.get(mention.actor) if mention.actor is not None else None
            if actor is not None and actor.kind != "group":
                return CANONICAL.get(actor.name, actor.name)  # an agency as its credits name it
        return self.narrator(s)

    def of_event(self, e: Event) -> str:
        """Where a telling of an event comes from: the statement that tells it, else the report.

        That an actor agreed or put a plan out is told by the report, though "agreed" and
        "proposed" are cues too.
        """
        for teller in e.told_by:
            s = self.statements.get(teller)
            if s is None:
                continue
            in_words = e.type in SPOKEN_ACTS and e.mode != "propose"
            if not _is_cue_of(s, e) or (in_words and not _is_agreement(s, e)):
                return self.of_statement(s)
        return self.narrator(e)


def _agrees_to(s: Statement) -> bool:
    """Whether it tells a decision ("agreed to meet"), not a view ("agreed that", "agreed with")."""
    words = f"{s.cue[-1].text} {s.content[0].text}" if s.cue and s.content else ""
    return s.act == "agree" and s.form != "direct" and _TO_OR_ON.search(words) is not None


def _is_cue_of(s: Statement, e: Event) -> bool:
    return e.report == s.report and any(e.predicate_in(c) for c in s.cue)


def _is_agreement(s: Statement, e: Event) -> bool:
    """Whether the words tell that somebody agreed to something: who promises it says so."""
    return e.type == "AGREE" and s.act != "promise" and not s.chain


def teller(report: Report) -> str:
    """Who a report is by: the agency that it gives as its own, else its outlet.

    Where it names neither, that is said, with its file, which tells it from the others.
    """
    named = _agency(report) or report.outlet
    if named is not None:
        return named
    file = PurePosixPath(report.source.replace("\\", "/")).name
    return f"{UNNAMED_OUTLET} ({file or report.id})"


def _agency(report: Report) -> str | None:
    """The agency whose report it is, by its dateline: not one that only lent some material."""
    for fact in report.facts:
        if (
            fact.about == "credit"
            and fact.value != UNNAMED
            and not _LENT.search(fact.grounds.quote)
        ):
            return fact.value
    return None


def origins(
    sources: Sources, events: Iterable[Event], statements: Iterable[Statement]
) -> tuple[Origin, ...]:
    """The independent origins of an entry's members, each with the reports that rest on it."""
    events, statements = list(events), list(statements)
    told = [_Telling.of(e, sources.of_event(e), sources) for e in events]
    for s in statements:
        agreed = any(_is_cue_of(s, e) and _is_agreement(s, e) for e in events)
        name = sources.narrator(s) if agreed else sources.of_statement(s)
        told.append(_Telling.of(s, name, sources))
    if len(told) == 1:
        return (Origin(told[0].name, (told[0].report,)),)
    named = _named_sources(told)
    is_utterance = not events and not any(map(_agrees_to, statements))
    voice = _voice(told, statements) if is_utterance else None
    found: dict[str, set[str]] = {}
    for t in told:
        # A text that names its source rests on it, also where it goes on in its own words.
        source = named.get(t.report) or named.get(t.text) or voice or t.name
        found.setdefault(source if t.own_words else t.name, set()).add(t.report)
    in_words = is_utterance or {e.type for e in events} <= SPOKEN_ACTS - {"AGREE"}
    for state, body in _spoken_for(sources, found, by_persons=in_words):
        found[body] |= found.pop(state, set())
    return tuple(Origin(name, tuple(sorted(found[name]))) for name in sorted(found))


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of a fact: where it comes from, and in whose text and report it stands."""

    name: str
    report: str
    text: str
    own_words: bool

    @classmethod
    def of(cls, told: Event | Statement, name: str, sources: Sources) -> _Telling:
        return cls(name, told.report, sources.text_of(told), name == sources.narrator(told))


def _voice(told: Sequence[_Telling], statements: Sequence[Statement]) -> str | None:
    """The speaker of an utterance whom most tellings name: who another report calls "a spokesman"
    is no second voice."""
    named = (t.name for t in told if not t.own_words)
    chained = {t.name for t, s in zip(told, statements, strict=True) if s.chain}
    return _commonest(name for name in named if name not in chained)


def _named_sources(told: Sequence[_Telling]) -> dict[str, str]:
    """For each report and each text that names its source, the source it names most often."""
    counts: dict[str, Counter[str]] = {}
    for t in told:
        if not t.own_words:
            for place in {t.report, t.text}:
                counts.setdefault(place, Counter())[t.name] += 1
    return {at: name for at, names in counts.items() if (name := _commonest(names.elements()))}


def _commonest(names: Iterable[str]) -> str | None:
    counts = Counter(names)
    return min(counts, key=lambda n: (-counts[n], n), default=None)


def _spoken_for(
    sources: Sources, names: Mapping[str, Collection[str]], *, by_persons: bool
) -> list[tuple[str, str]]:
    """Countries whose own ministry is an origin too: "Moscow said" is no second voice. Nor, for
    one utterance, is a country or ministry beside a person of it who speaks (``by_persons``)."""
    wanted = set(names)
    if len(wanted) < 2:
        return []
    here = sorted((a for a in sources.actors.values() if a.name in wanted), key=lambda a: a.name)
    bodies = {a.country: a.name for a in here if a.kind == "government"}
    persons = [a for a in here if a.kind == "person" and a.country is not None]
    out = {a.name: bodies[a.country] for a in here if a.kind == "country" and a.country in bodies}
    for a in here if by_persons else ():
        own = [p.name for p in persons if p.country == a.country]
        if a.kind in ("country", "government") and own:
            out[a.name] = min(own, key=lambda n: (-len(names[n]), n))
    return list(out.items())

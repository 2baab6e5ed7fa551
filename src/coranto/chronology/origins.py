"""How many independent places a fact comes from, after copies and chains are collapsed.

Forty copies of one wire have one origin, and so have forty reports of one
ministry's statement. A fact comes from

- the last link of its chain (who had it from whom), else its speaker;
- where the report tells it in its own words alone: the agency of its copy group,
  else the outlet, else the report itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coranto.chronology.likeness import SPOKEN_ACTS
from coranto.types import Actor, CopyGroup, Event, Origin, Report, Statement

_LENT = re.compile(r"\b(?:material|contribut\w+|with|inputs?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """What origins are read from: the reports, their copy groups, actors and statements, by id."""

    reports: Mapping[str, Report]
    groups: Mapping[str, CopyGroup]
    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]

    def narrator(self, report_id: str) -> str:
        """Who tells what a report tells in its own words."""
        report = self.reports[report_id]
        group = self.groups.get(report_id)
        if group is not None:
            base = self.reports[group.base]
            return group.credit or base.outlet or _agency(base) or base.title or base.source
        return report.outlet or _agency(report) or report.title or report.source

    def of_statement(self, s: Statement) -> str:
        """Where an utterance comes from."""
        for mention in (*reversed(s.chain), s.speaker):
            if mention is None:
                continue
            actor = self.actors.get(mention.actor) if mention.actor is not None else None
            if actor is not None and actor.kind != "group":
                return actor.name
        return self.narrator(s.report)

    def of_event(self, e: Event) -> str:
        """Where a telling of an event comes from: the statement that tells it, else the report.

        That an actor put a plan out is told by the report, though "proposed" is a cue too.
        """
        for teller in e.told_by:
            s = self.statements.get(teller)
            if s is None:
                continue
            is_cue = any(e.predicate_in(c) for c in s.cue)
            if not is_cue or (e.type in SPOKEN_ACTS and e.mode not in ("propose", "sign")):
                return self.of_statement(s)
        return self.narrator(e.report)


def _agency(report: Report) -> str | None:
    """The agency whose report it is, by its dateline: not one that only lent some material."""
    for fact in report.facts:
        if fact.about == "credit" and _LENT.search(fact.grounds.quote) is None:
            return fact.value
    return None


def origins(
    sources: Sources, events: Iterable[Event], statements: Iterable[Statement]
) -> tuple[Origin, ...]:
    """The independent origins of an entry's members, each with the reports that rest on it."""
    told = [(sources.of_event(e), e.report) for e in events]
    told += [(sources.of_statement(s), s.report) for s in statements]
    named = {report for name, report in told if name != sources.narrator(report)}
    found: dict[str, set[str]] = {}
    for name, report in told:
        # A report that names its source rests on it, also where it goes on in its own words.
        if report not in named or name != sources.narrator(report):
            found.setdefault(name, set()).add(report)
    for country, body in _spoken_for(sources, found):
        found[body] |= found.pop(country, set())
    return tuple(Origin(name, tuple(sorted(found[name]))) for name in sorted(found))


def _spoken_for(sources: Sources, names: Iterable[str]) -> list[tuple[str, str]]:
    """Countries whose own ministry is an origin too: "Moscow said" is no second voice."""
    wanted = set(names)
    if len(wanted) < 2:
        return []
    here = sorted((a for a in sources.actors.values() if a.name in wanted), key=lambda a: a.name)
    bodies = {a.country: a.name for a in here if a.kind == "government"}
    return [
        (a.name, bodies[a.country]) for a in here if a.kind == "country" and a.country in bodies
    ]

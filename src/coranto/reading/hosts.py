"""The outlet of a report that gives only its host, by another report of the same pile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coranto.reading.outlets import host_of
from coranto.types import Fact, Grounds, Report

_NO_LETTER = re.compile(r"[\W_]+")


def with_outlets_of_hosts(reports: Sequence[Report]) -> list[Report]:
    """``reports`` in their order; a bare host as outlet becomes the name that makes that host.

    "baltic-courier.example" is "The Baltic Courier" where another report has
    that outlet. Ids stay those of the file alone.
    """
    names = _named(reports)
    return [_named_report(report, names) for report in reports]


def _named(reports: Iterable[Report]) -> dict[str, Report]:
    """A report for each outlet's name, by the name's letters; without "the" as well."""
    named: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: (r.outlet or "", r.id)):
        if report.outlet is not None and host_of(report.outlet) is None:
            letters = _letters(report.outlet)
            named.setdefault(letters, report)
            named.setdefault(letters.removeprefix("the"), report)
    return named


def _letters(words: str) -> str:
    return _NO_LETTER.sub("", words.casefold())


def _named_report(report: Report, names: Mapping[str, Report]) -> Report:
    host = host_of(report.outlet) if report.outlet is not None else None
    if host is None or host != report.outlet:
        return report
    # The last part is the top-level domain: no name of an outlet.
    parts = (names.get(_letters(part)) for part in host.split(".")[:-1])
    other = next((r for r in parts if r is not None), None)
    if other is None or other.outlet is None:
        return report
    return replace(
        report,
        outlet=other.outlet,
        facts=tuple(_renamed(f, other) if f.about == "outlet" else f for f in report.facts),
    )


def _renamed(fact: Fact, other: Report) -> Fact:
    grounds = fact.grounds
    note = f"its host is the name of an outlet: {other.outlet}, as in {other.source}"
    renamed = Grounds(grounds.where, grounds.quote, note, grounds.start, grounds.end, other.id)
    return Fact("outlet", other.outlet or fact.value, renamed)

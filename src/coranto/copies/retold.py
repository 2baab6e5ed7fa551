"""Reports that tell the text of a copy group, or of one report alone, in other words.

Only likely pairs are read closely (:mod:`coranto.copies.likely`), and only of those
are vectors of sentences asked.  A rewrite belongs to one text: it is measured
against the text's base, as every member of a group is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from coranto.copies.agencies import agency_named
from coranto.copies.groups import Shares
from coranto.copies.likely import likely_pairs
from coranto.copies.limits import COPY, SHARED
from coranto.copies.rewrites import Rewriting, Told, Vectors, paired, told_in
from coranto.copies.words import read_words
from coranto.types import Report

_AT_ONCE = 64  # reports whose sentences are handed to the model together

Pair = tuple[int, int]
Copies = list[tuple[int, list[int]]]  # the base and the members of each group


@dataclass(slots=True)
class Retold:
    """Who rewrites whom: ``of[base][report]``; ``linked`` are bases of groups that do so."""

    of: dict[int, dict[int, Rewriting]] = field(default_factory=dict)
    linked: list[tuple[int, int, Rewriting]] = field(default_factory=list)


def find_retold(
    reports: Sequence[Report], copies: Copies, shares: Shares, outside: set[int], vectors: Vectors
) -> Retold:
    """The rewrites among ``reports``; those ``outside`` (roundups) are none and have none.

    ``copies`` are the groups found by words; ``vectors`` gives unit vectors of
    sentences.
    """
    homes: list[int | None] = [None if r in outside else r for r in range(len(reports))]
    for base, members in copies:
        for member in members:
            homes[member] = base
    likely = [
        pair
        for pair in likely_pairs(reports, homes)
        if shares.shared[pair[0]].get(pair[1], 0) < SHARED or shares.containment(*pair) < COPY
    ]
    told = _told(reports, sorted({report for pair in likely for report in pair}), vectors)
    found = {pair: paired(told[pair[0]], told[pair[1]]) for pair in likely}
    enough = {pair: rewriting for pair, rewriting in found.items() if rewriting.enough}
    return _settled(enough, reports, {base for base, _ in copies})


def _told(reports: Sequence[Report], chosen: list[int], vectors: Vectors) -> dict[int, Told]:
    told: dict[int, Told] = {}
    left = iter(chosen)
    while batch := list(islice(left, _AT_ONCE)):
        texts = [read_words(reports[report].text) for report in batch]
        told.update(zip(batch, told_in(texts, vectors), strict=True))
    return told


def _settled(found: Mapping[Pair, Rewriting], reports: Sequence[Report], bases: set[int]) -> Retold:
    """Each rewrite to one text, the surest pairs first; no rewrite has rewrites of its own."""
    retold = Retold()
    taken: set[int] = set()
    for one, other in sorted(found, key=lambda pair: (-found[pair].share, pair)):
        rewriting = found[one, other]
        if one in bases and other in bases:
            retold.linked.append((one, other, rewriting))
            continue
        if taken & {one, other}:
            continue
        base = _original(one, other, reports, bases | retold.of.keys())
        report = other if base == one else one
        if report in retold.of:
            continue  # both are texts with rewrites already
        retold.of.setdefault(base, {})[report] = rewriting if base == one else _turned(rewriting)
        taken.add(report)
    return retold


def _original(one: int, other: int, reports: Sequence[Report], bases: set[int]) -> int:
    """Which of two is the text: one that has copies, an agency's, the earlier or fuller one."""

    def likelihood(number: int) -> tuple[bool, bool, bool, bool, int, int]:
        report, rival = reports[number], reports[other if number == one else one]
        mine, theirs = report.published, rival.published
        known = mine.latest is not None and theirs.earliest is not None
        return (
            number in bases,
            agency_named(report.outlet) is not None,
            report.outlet is not None and report.outlet in rival.credits,
            known and mine.latest < theirs.earliest,  # type: ignore[operator]
            len(report.text),
            -number,
        )

    return max((one, other), key=likelihood)


def _turned(rewriting: Rewriting) -> Rewriting:
    return Rewriting(tuple((b, a) for a, b in rewriting.pairs), rewriting.share)

"""Copy groups made: measured, put together, ordered, and their edits told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coranto.copies.edits import edits_between, passages
from coranto.copies.groups import (
    Shares,
    credit_of,
    group_reports,
    measure,
    order_of,
    roundups,
    stands_in,
)
from coranto.copies.sources import Text, source_of
from coranto.copies.tiling import match_words
from coranto.copies.words import Words, read_words
from coranto.ids import content_id
from coranto.types import CopyGroup, Edits, Relation, Report


def make_groups(reports: Sequence[Report], threshold: float) -> tuple[CopyGroup, ...]:
    """The copy groups of ``reports``; see :func:`coranto.copies.find_copies`."""
    once = {report.id: report for report in reports}
    ranked = [once[key] for key in sorted(once)]
    _, shares = measure([report.text for report in ranked])
    mixed = roundups(shares)
    groups: list[CopyGroup] = []
    for base, members in group_reports(ranked, shares, threshold, mixed):
        texts = {member: read_words(ranked[member].text) for member in members}
        order = order_of(base, members, ranked, shares, texts)
        text = Text(
            ranked[base],
            [ranked[member] for member in order],
            credit_of(base, members, ranked),
        )
        ids = tuple(ranked[member].id for member in members)
        groups.append(
            CopyGroup(
                id=content_id("c", ids),
                credit=text.credit,
                reports=ids,
                order=tuple(ranked[member].id for member in order),
                edits=_edits(base, order, ranked, text, texts),
                taken_from=source_of(ranked[base], text, None),
                related=_in_roundups(base, mixed, ranked, shares, texts[base]),
            )
        )
    return tuple(sorted(groups, key=lambda group: group.id))


def _edits(
    base: int,
    order: Sequence[int],
    reports: Sequence[Report],
    text: Text,
    texts: Mapping[int, Words],
) -> tuple[Edits, ...]:
    made: list[Edits] = []
    for member in order:
        if member != base:
            report = reports[member]
            edits = edits_between(reports[base].id, report.id, texts[base], texts[member])
            made.append(replace(edits, taken_from=source_of(report, text, edits)))
    return tuple(made)


def _in_roundups(
    base: int, mixed: set[int], reports: Sequence[Report], shares: Shares, words: Words
) -> tuple[Relation, ...]:
    """The roundups in which the text is one of the stories."""
    return tuple(
        related(reports[base].id, reports[roundup].id, words, read_words(reports[roundup].text))
        for roundup in sorted(mixed)
        if stands_in(base, roundup, shares)
    )


def related(base_id: str, report_id: str, base: Words, report: Words) -> Relation:
    """What a roundup has of a text: the share of the text, and the passages."""
    base_of, _ = match_words(base, report)
    share = int((base_of >= 0).sum()) / max(len(base), 1)
    return Relation(base_id, report_id, "roundup", round(share, 4), passages(base, report, base_of))

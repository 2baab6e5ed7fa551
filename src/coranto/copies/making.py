"""Copy groups made: measured, put together, ordered, and their edits told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coranto.copies.edits import edits_between, passages, sentence_span
from coranto.copies.groups import (
    Shares,
    credit_of,
    group_reports,
    measure,
    order_of,
    roundups,
    stands_in,
)
from coranto.copies.retold import Retold, find_retold
from coranto.copies.rewrites import Rewriting, Vectors
from coranto.copies.sources import Text, source_of
from coranto.copies.tiling import match_words
from coranto.copies.words import Words, read_words
from coranto.ids import content_id
from coranto.types import CopyGroup, Edits, Move, Relation, Report


def make_groups(
    reports: Sequence[Report], threshold: float, vectors: Vectors | None
) -> tuple[CopyGroup, ...]:
    """The copy groups of ``reports``; see :func:`coranto.copies.find_copies`."""
    once = {report.id: report for report in reports}
    ranked = [once[key] for key in sorted(once)]
    _, shares = measure([report.text for report in ranked])
    mixed = roundups(shares)
    found = group_reports(ranked, shares, threshold, mixed)
    retold = find_retold(ranked, found, shares, mixed, vectors) if vectors else Retold()
    grouped = {base for base, _ in found}
    found += [(base, [base]) for base in sorted(retold.of.keys() - grouped)]
    pile = _Pile(ranked, shares, mixed, retold)
    groups = [_group(pile, base, members) for base, members in found]
    return tuple(sorted(groups, key=lambda group: group.id))


@dataclass(frozen=True, slots=True)
class _Pile:
    """Reports in the order of their ids, what they share, and what is known of them by number."""

    reports: Sequence[Report]
    shares: Shares
    roundups: set[int]
    retold: Retold


def _group(pile: _Pile, base: int, copies: Sequence[int]) -> CopyGroup:
    """The group of ``base`` with its copies (it is among them) and its rewrites."""
    ranked, rewrites = pile.reports, pile.retold.of.get(base, {})
    members = sorted({*copies, *rewrites})
    texts = {member: read_words(ranked[member].text) for member in members}
    order = order_of(base, members, ranked, pile.shares, texts)
    credit = credit_of(base, copies if len(copies) > 1 else members, ranked)
    text = Text(ranked[base], [ranked[member] for member in order], credit)
    ids = tuple(ranked[member].id for member in members)
    return CopyGroup(
        id=content_id("c", ids),
        credit=credit,
        reports=ids,
        order=tuple(ranked[member].id for member in order),
        edits=_edits(base, order, rewrites, text, texts),
        taken_from=source_of(ranked[base], text, None),
        related=(*_in_roundups(base, pile, texts[base]), *_in_other_words(base, pile)),
    )


def _edits(
    base: int,
    order: Sequence[int],
    rewrites: Mapping[int, Rewriting],
    text: Text,
    texts: Mapping[int, Words],
) -> tuple[Edits, ...]:
    """The edits of all members but the base; ``text.members`` are in ``order``."""
    made: list[Edits] = []
    for member, report in zip(order, text.members, strict=True):
        if member == base:
            continue
        pairs = rewrites[member].pairs if member in rewrites else ()
        edits = edits_between(text.base.id, report.id, texts[base], texts[member], pairs)
        if member in rewrites:
            edits = replace(edits, kind="rewrite")
        made.append(replace(edits, taken_from=source_of(report, text, edits)))
    return tuple(made)


def _in_other_words(base: int, pile: _Pile) -> tuple[Relation, ...]:
    """The bases of other groups that say the same in other words."""
    told: list[Relation] = []
    for one, other, rewriting in pile.retold.linked:
        if base in (one, other):
            rival = other if base == one else one
            pairs = rewriting.pairs if base == one else [(b, a) for a, b in rewriting.pairs]
            mine, theirs = (read_words(pile.reports[n].text) for n in (base, rival))
            told.append(
                Relation(
                    pile.reports[base].id,
                    pile.reports[rival].id,
                    "rewrite",
                    round(rewriting.share, 4),
                    tuple(Move(sentence_span(mine, a), sentence_span(theirs, b)) for a, b in pairs),
                )
            )
    return tuple(sorted(told, key=lambda relation: relation.report))


def _in_roundups(base: int, pile: _Pile, words: Words) -> tuple[Relation, ...]:
    """The roundups in which the text is one of the stories."""
    reports = pile.reports
    return tuple(
        related(reports[base].id, reports[roundup].id, words, read_words(reports[roundup].text))
        for roundup in sorted(pile.roundups)
        if stands_in(base, roundup, pile.shares)
    )


def related(base_id: str, report_id: str, base: Words, report: Words) -> Relation:
    """What a roundup has of a text: the share of the text, and the passages."""
    base_of, _ = match_words(base, report)
    share = int((base_of >= 0).sum()) / max(len(base), 1)
    return Relation(base_id, report_id, "roundup", round(share, 4), passages(base, report, base_of))

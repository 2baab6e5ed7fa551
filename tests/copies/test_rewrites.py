"""Rewrites: a text in other words, sentence by sentence, is told from another report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from coranto.copies import find_copies
from coranto.copies.likely import PARTNERS, likely_pairs
from coranto.copies.rewrites import rewriting
from coranto.copies.words import read_words
from coranto.types import CopyGroup, Report

from .conftest import VOTE, MakeReport

# Sentences by what they say: the first of each pair and the second say the same.
FACTS = (
    ("Envoys of Ostland and Marvela agreed at night to open the Tarn bridge for lorries.",
     "Trucks may use the Tarn crossing again, Ostlandic and Marvelan diplomats decided."),
    ("The crossing has been shut since the customs union fell apart three years ago.",
     "For three years, after their tariff alliance broke up, nobody could pass there."),
    ("Farmers on the eastern bank have had to send their fruit over the mountains.",
     "Growers east of the river were forced to take the harvest along alpine roads."),
    ("Officers of both countries are to check the cargo together in a new hall.",
     "Freight will be examined jointly, in a building not yet put up, by the two services."),
    ("The lake states had offered to mediate but took no part in the talks.",
     "Without the lake states, whose good offices had been on offer, it was negotiated."),
    ("Parliament in Marvela must approve the agreement before the end of June.",
     "By the close of June the deal needs a vote of the deputies in the Marvelan capital."),
)  # fmt: skip


def by_fact(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of meaning: one direction for each fact, one for everything else each."""
    known = {text: number for number, pair in enumerate(FACTS) for text in pair}
    rows = np.zeros((len(sentences), 64), dtype=np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        row[known.get(sentence, 32 + len(sentence) % 32)] = 1.0
    return rows


def telling(numbers: Sequence[int], words: int) -> list[str]:
    return [FACTS[number][words] for number in numbers]


def one_group(groups: tuple[CopyGroup, ...]) -> CopyGroup:
    assert len(groups) == 1
    return groups[0]


def test_a_rewrite_of_one_report_makes_a_group(make: MakeReport) -> None:
    wire = make("a", telling(range(6), 0), outlet="Reuters")
    rewrite = make("b", telling((0, 1, 2, 3, 5), 1))
    group = one_group(find_copies([rewrite, wire, make("c", VOTE)], vectors=by_fact))
    (edits,) = group.edits
    assert (group.reports, edits.base, edits.report, edits.kind) == (
        ("a", "b"), "a", "b", "rewrite",
    )  # fmt: skip
    assert [(c.from_.text, c.to.text) for c in edits.changed] == [FACTS[n] for n in (0, 1, 2, 3, 5)]
    assert [span.text for span in edits.cut] == [FACTS[4][0]]
    assert edits.added == ()
    assert [(p.from_, p.to, p.op) for p in edits.paragraphs] == [
        ((0,), (0,), "changed"), ((1,), (1,), "changed"), ((2,), (2,), "changed"),
        ((3,), (3,), "changed"), ((5,), (4,), "changed"), ((4,), (), "cut"),
    ]  # fmt: skip


def test_without_vectors_no_rewrite_is_found(make: MakeReport) -> None:
    assert find_copies([make("a", telling(range(6), 0)), make("b", telling(range(6), 1))]) == ()


def test_a_rewrite_joins_the_group_of_its_text(make: MakeReport) -> None:
    wire = make("a", telling(range(6), 0), outlet="Reuters")
    copy = make("b", [*telling(range(6), 0), "The office gave no further details on Friday."])
    group = one_group(find_copies([make("c", telling(range(5), 1)), copy, wire], vectors=by_fact))
    assert {e.report: e.kind for e in group.edits} == {"b": "copy", "c": "rewrite"}
    assert {e.base for e in group.edits} == {"a"}


def test_copied_rewrites_are_told_beside_the_text(make: MakeReport) -> None:
    """Two groups of copies, of which one is the other in other words, stay two and say so."""
    reports = [make(name, telling(range(6), name > "b")) for name in "abcd"]
    groups = find_copies(reports, vectors=by_fact)
    assert sorted(group.reports for group in groups) == [("a", "b"), ("c", "d")]
    for group, other in zip(groups, reversed(groups), strict=True):
        (related,) = group.related
        assert (related.base, related.report, related.kind) == (group.base, other.base, "rewrite")
        texts = {report.id: report.text for report in reports}
        for move in related.passages:
            assert texts[related.base][move.from_.start : move.from_.end] == move.from_.text
            assert texts[related.report][move.to.start : move.to.end] == move.to.text


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1, 0), (0, 4, 1), (3, 0, 5, 2, 4, 1)])
def test_another_order_or_too_little_is_no_rewrite(make: MakeReport, order: Sequence[int]) -> None:
    reports = [make("a", telling(range(6), 0)), make("b", telling(order, 1))]
    assert find_copies(reports, vectors=by_fact) == ()


def test_reports_days_apart_are_no_rewrite(make: MakeReport) -> None:
    wire = make("a", telling(range(6), 0), day=date(2023, 5, 4))
    assert find_copies(
        [wire, make("b", telling(range(6), 1), day=date(2023, 5, 6))], vectors=by_fact
    )
    assert not find_copies(
        [wire, make("b", telling(range(6), 1), day=date(2023, 5, 9))], vectors=by_fact
    )


def test_the_report_that_came_first_is_the_text(make: MakeReport) -> None:
    late, early = (
        make("a", telling(range(6), 0), day=date(2023, 5, 5)),
        make("b", telling(range(5), 1), day=date(2023, 5, 4)),
    )
    assert one_group(find_copies([late, early], vectors=by_fact)).base == "b"


def test_an_outlet_that_the_other_credits_is_the_text(make: MakeReport) -> None:
    named = make("a", telling(range(5), 0), outlet="The Ostland Herald")
    other = make("b", telling(range(6), 1), credits=("The Ostland Herald",))
    assert one_group(find_copies([other, named], vectors=by_fact)).base == "a"


def test_sentences_near_to_everything_prove_nothing() -> None:
    """A brief that is as near to each sentence of a report as to any other is no rewrite."""
    brief = read_words("\n\n".join(telling(range(6), 1)))
    long = read_words("\n\n".join(telling(range(6), 0)))

    def alike(sentences: Sequence[str]) -> NDArray[np.float32]:
        rows = by_fact(sentences) * np.float32(0.2**0.5)
        rows[:, 63] = 0.8**0.5
        return rows

    assert rewriting(long, brief, by_fact).enough
    assert not rewriting(long, brief, alike).enough


@given(st.lists(st.integers(0, 5), max_size=9), st.lists(st.integers(0, 5), max_size=9))
def test_pairs_ascend_in_both_texts_and_turn_round(one: list[int], other: list[int]) -> None:
    left = read_words("\n\n".join(telling(one, 0)))
    right = read_words("\n\n".join(telling(other, 1)))
    found, turned = rewriting(left, right, by_fact), rewriting(right, left, by_fact)
    assert 0.0 <= found.share <= 1.0 + 1e-9
    for (a, b), (c, d) in pairwise(found.pairs):
        assert a < c
        assert b < d
    if len(left) != len(right):
        assert turned.share == pytest.approx(found.share)


def test_likely_pairs_do_not_depend_on_the_number_of_copies(make: MakeReport) -> None:
    """Copies of one text are one partner, so that they crowd no other out."""
    text = telling(range(6), 0)
    copies = [make(f"a{n}", text) for n in range(2 * PARTNERS)]
    named = re.sub("Tarn crossing", "Tarn bridge", " ".join(telling(range(6), 1)))
    reports: list[Report] = [*copies, make("b", [named])]
    homes = [0] * len(copies) + [len(copies)]
    assert likely_pairs(reports, homes) == [(0, len(copies))]
    assert likely_pairs(reports, [None, *homes[1:]]) == [(0, len(copies))]
    assert likely_pairs(reports, [*homes[:-1], None]) == []

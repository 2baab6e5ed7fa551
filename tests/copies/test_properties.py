"""What must hold of any two texts."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.copies import find_copies, same_words
from coranto.copies.edits import align, edits_between
from coranto.copies.words import Words, mark, read_words
from coranto.types import Report

SENTENCES = (
    "The ministers met at the bridge.",
    '"We shall see," the minister said in a statement on Friday.',
    "It was reportedly the second meeting of the week, after one on Monday.",
    "Farmers waited at the bridge with twelve lorries of fruit from the eastern valley.",
    "They booed.",
    "The Foreign Ministry of Ostland said the talks would go on until June 4.",
    "Nobody knew what the lake states thought of the plan for the river.",
    "“No end in sight” was the headline",
    "...",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
edited = st.lists(paragraphs, max_size=7).map("\n\n".join)
texts = edited | st.text(alphabet="ab “”\"'.\n12U", max_size=80)


def words(text: str) -> Words:
    return read_words(text)


@settings(max_examples=50, deadline=None)
@given(texts, texts)
def test_spans_are_exact_and_cover_every_word(one: str, other: str) -> None:
    base, report = words(one), words(other)
    edits = edits_between("b", "r", base, report)
    alignment = align(base, report)
    in_base = [*edits.cut, *(c.from_ for c in edits.changed), *(m.from_ for m in edits.moved)]
    in_report = [*edits.added, *(c.to for c in edits.changed), *(m.to for m in edits.moved)]
    assert all(one[span.start : span.end] == span.text != "" for span in in_base)
    assert all(other[span.start : span.end] == span.text != "" for span in in_report)
    common = alignment.base_of >= 0
    told = mark(report.starts, [(span.start, span.end) for span in in_report])
    assert bool((common | told).all())
    kept = np.zeros(len(base), dtype=np.bool_)
    kept[alignment.base_of[common]] = True
    told = mark(base.starts, [(span.start, span.end) for span in in_base])
    assert bool((kept | told).all())
    assert 0.0 <= edits.kept <= 1.0


@settings(max_examples=50, deadline=None)
@given(texts, texts)
def test_added_and_kept_words_are_apart(one: str, other: str) -> None:
    base, report = words(one), words(other)
    edits, alignment = edits_between("b", "r", base, report), align(base, report)
    common = alignment.base_of >= 0
    added = mark(report.starts, [(span.start, span.end) for span in edits.added])
    assert not bool((added & common).any())
    matched = alignment.base_of[common]
    assert len(set(matched.tolist())) == len(matched)
    assert bool((base.keys[matched] == report.keys[common]).all())


@settings(max_examples=50, deadline=None)
@given(texts, texts)
def test_every_paragraph_is_told_once(one: str, other: str) -> None:
    base, report = words(one), words(other)
    edits = edits_between("b", "r", base, report)
    for unit, numbers in (
        (base.paragraph, [n for edit in edits.paragraphs for n in edit.from_]),
        (report.paragraph, [n for edit in edits.paragraphs for n in edit.to]),
    ):
        assert sorted(numbers) == sorted(set(unit.tolist()))


@settings(max_examples=30, deadline=None)
@given(texts)
def test_a_text_against_itself_has_no_edits(text: str) -> None:
    edits = edits_between("b", "r", words(text), words(text))
    assert (edits.cut, edits.added, edits.moved, edits.changed) == ((), (), (), ())
    assert {edit.op for edit in edits.paragraphs} <= {"kept"}


@settings(max_examples=30, deadline=None)
@given(st.lists(edited, min_size=2, max_size=6), st.randoms())
def test_groups_are_stable_and_apart(bodies: list[str], random: object) -> None:
    reports = [Report(id=str(n), source=str(n), text=text) for n, text in enumerate(bodies)]
    groups = find_copies(reports)
    random.shuffle(reports)  # type: ignore[attr-defined]
    assert find_copies(reports) == groups
    members = [key for group in groups for key in group.reports]
    assert len(members) == len(set(members))
    for group in groups:
        assert set(group.order) == set(group.reports) and len(group.reports) > 1
        assert {edit.report for edit in group.edits} == set(group.reports) - {group.base}
        assert {edit.base for edit in group.edits} == {group.base}


@given(texts, texts)
def test_same_words_is_symmetric_and_a_share(one: str, other: str) -> None:
    assert same_words(one, other) == same_words(other, one)
    assert 0.0 <= same_words(one, other) <= 1.0

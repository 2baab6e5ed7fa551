"""What a report kept, cut, added, moved and changed of the base."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coranto.copies.edits import edits_between
from coranto.copies.words import read_words
from coranto.types import Edits, ParagraphEdit


def compare(base: Sequence[str], report: Sequence[str]) -> Edits:
    one, other = "\n\n".join(base), "\n\n".join(report)
    edits = edits_between("b", "r", read_words(one), read_words(other))
    for span in (*edits.cut, *(m.from_ for m in edits.moved), *(c.from_ for c in edits.changed)):
        assert one[span.start : span.end] == span.text
    for span in (*edits.added, *(m.to for m in edits.moved), *(c.to for c in edits.changed)):
        assert other[span.start : span.end] == span.text
    return edits


def ops(edits: Edits) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(edit.from_, edit.to, edit.op) for edit in edits.paragraphs]


def changed_to(wire: list[str], number: int, old: str, new: str) -> list[str]:
    assert old in wire[number]
    return [*wire[:number], wire[number].replace(old, new), *wire[number + 1 :]]


def test_the_same_text_has_no_edits(wire: list[str]) -> None:
    edits = compare(wire, wire)
    assert edits.kept == 1.0
    assert (edits.cut, edits.added, edits.moved, edits.changed) == ((), (), (), ())
    assert ops(edits) == [((n,), (n,), "kept") for n in range(len(wire))]


def test_cut_and_added_paragraphs_are_one_span_each(wire: list[str]) -> None:
    added = [
        '"Nobody asked us," said a mayor on the lake, Rolf Amann, in a letter to his citizens.',
        "The town of Tarn will vote on a new quay in September.",
    ]
    edits = compare(wire, [*wire[:3], *added, *wire[3:5], *wire[7:]])
    assert [span.text for span in edits.cut] == wire[5:7]
    assert [span.text for span in edits.added] == added
    assert not edits.changed and not edits.moved
    assert ParagraphEdit((), (3,), "added") in edits.paragraphs
    assert ParagraphEdit((6,), (), "cut") in edits.paragraphs
    assert ParagraphEdit((7,), (7,), "kept") in edits.paragraphs


def test_an_added_paragraph_that_begins_like_the_next_one_is_whole(wire: list[str]) -> None:
    new = "The two ministers are old acquaintances from their student years in the lake states."
    edits = compare(wire, [*wire[:8], new, wire[8]])
    assert [span.text for span in edits.added] == [new]
    assert not edits.cut and not edits.changed


def test_a_moved_paragraph(wire: list[str]) -> None:
    edits = compare(wire, [wire[0], wire[4], *wire[1:4], *wire[5:]])
    assert [(move.from_.text, move.to.text) for move in edits.moved] == [(wire[4], wire[4])]
    assert [edit for edit in ops(edits) if edit[2] != "kept"] == [((4,), (1,), "moved")]
    assert edits.kept == 1.0
    assert edits.cut == edits.added == ()


def test_merged_and_split_paragraphs(wire: list[str]) -> None:
    merged = [wire[0], f"{wire[1]} {wire[2]}", *wire[3:]]
    edits = compare(wire, merged)
    assert ((1, 2), (1,), "merged") in ops(edits)
    assert not (edits.cut or edits.added or edits.changed or edits.moved)
    assert ((1,), (1, 2), "split") in ops(compare(merged, wire))


def test_part_of_a_paragraph_merged_into_the_next(wire: list[str]) -> None:
    two = f"{wire[2]} Nobody spoke to the press there, and the doors stayed shut until midnight."
    edits = compare([*wire[:2], two, *wire[3:]], [*wire[:2], f"{wire[2]} {wire[3]}", *wire[4:]])
    assert ((2, 3), (2,), "merged") in ops(edits)
    assert [span.text for span in edits.cut] == [
        "Nobody spoke to the press there, and the doors stayed shut until midnight."
    ]


def test_words_cut_and_changed_are_words_not_paragraphs(wire: list[str]) -> None:
    base = changed_to(wire, 1, "told reporters at the airport", "said in a statement")
    report = changed_to(wire, 1, "told reporters at the airport", "said")
    edits = compare(base, report)
    assert [span.text for span in edits.cut] == ["in a statement"]
    assert ((1,), (1,), "changed") in ops(edits)


def test_punctuation_and_case_do_not_count() -> None:
    base = ['Brandt said there was "no shortcut to an agreement." The Foreign Ministry agreed.']
    report = ["Brandt said there was “no shortcut to an agreement”. The foreign ministry agreed."]
    edits = compare(base, report)
    assert (edits.kept, edits.cut, edits.added, edits.changed) == (1.0, (), (), ())
    assert ops(edits) == [((0,), (0,), "kept")]


@pytest.mark.parametrize(
    ("number", "old", "new", "fact"),
    [
        (3, "120 lorries", "150 lorries", "number"),
        (3, "120 lorries", "several lorries", "number"),
        (8, "Friday afternoon", "Saturday afternoon", "date"),
        (4, "in 2019", "in 2020", "date"),
        (3, "first of June", "first of July", "date"),
        (2, "Ilse Brandt", "Klara Stein", "name"),
        (6, "Petra Kolb", "Anton Weiss", "speaker"),
        (1, "listen first", "speak first", "quotation"),
        (5, "has doubled", "may have doubled", "hedge"),
        (8, "Friday afternoon", "last autumn", "date"),
        (8, "Friday afternoon", "the terrace", None),
        (5, "bringing fruit", "taking fruit", None),
        (4, "closed the crossing", "shut the crossing", None),
    ],
)
def test_the_fact_that_a_change_touches(
    wire: list[str], number: int, old: str, new: str, fact: str | None
) -> None:
    edits = compare(wire, changed_to(wire, number, old, new))
    assert [change.fact for change in edits.changed] == [fact]
    assert edits.cut == edits.added == ()
    kept = [edit for edit in ops(edits) if edit[2] == "kept"]
    assert len(kept) == len(wire) - 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tomas Varga", "Thomas Varga"),
        ("120 lorries", "one hundred and twenty lorries"),
        ("of Ostland", "of the Ostlandian state"),
        ("Ostland arrived", "Ostland landed"),
    ],
)
def test_other_spellings_and_words_change_no_fact(wire: list[str], old: str, new: str) -> None:
    report = [paragraph.replace(old, new) for paragraph in wire]
    assert {change.fact for change in compare(wire, report).changed} <= {None}


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("Austria", "Australia", "name"),
        ("Iran", "Iraq", "name"),
        ("Kiev", "Kyiv", None),
        ("Zelensky", "Zelenskyy", None),
        ("China", "Chinese", None),
        ("the European Union", "the EU", None),
    ],
)
def test_names_and_their_spellings(old: str, new: str, fact: str | None) -> None:
    text = "On the second day the delegation from {} asked for more time to study the map."
    edits = compare([text.format(old)], [text.format(new)])
    assert [change.fact for change in edits.changed] == [fact]


def test_a_hedge_put_in_is_a_changed_fact(wire: list[str]) -> None:
    report = changed_to(wire, 4, "closed the crossing", "reportedly closed the crossing")
    edits = compare(wire, report)
    assert [(c.from_.text, c.to.text, c.fact) for c in edits.changed] == [
        ("closed", "reportedly closed", "hedge")
    ]
    assert edits.added == ()
    back = compare(report, wire)
    assert [(c.from_.text, c.to.text, c.fact) for c in back.changed] == [
        ("reportedly closed", "closed", "hedge")
    ]


def test_may_in_a_date_is_no_hedge(wire: list[str]) -> None:
    report = changed_to(wire, 0, "on Thursday for", "on Thursday, May 4, for")
    edits = compare(wire, report)
    assert edits.changed == ()
    assert [span.text for span in edits.added] == ["May 4"]


def test_a_sentence_dropped_from_a_paragraph() -> None:
    first = "The council met behind closed doors for most of the morning."
    second = "It will meet again when the harbour master has given his report."
    edits = compare([f"{first} {second}"], [second])
    assert [span.text for span in edits.cut] == [first]
    assert ops(edits) == [((0,), (0,), "changed")]


def test_lines_without_blank_lines_between_give_spans_of_their_own(wire: list[str]) -> None:
    base, report = "\n".join(wire), "\n".join([*wire[:5], *wire[7:]])
    edits = compare([base], [report])
    assert [span.text for span in edits.cut] == wire[5:7]


def test_texts_without_words() -> None:
    edits = compare(["..."], [])
    assert (edits.kept, edits.cut, edits.added, edits.paragraphs) == (0.0, (), (), ())
    edits = compare([], ["Only this report says anything at all."])
    assert [span.text for span in edits.added] == ["Only this report says anything at all."]

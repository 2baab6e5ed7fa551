"""Where words end and the report's own on them begins; words that point back, or go on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.statements.test_proposals import Read, Words, content, found

from coranto.statements.clauses import Clauses
from coranto.statements.endings import without_comment


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        (
            "Orlin said that the road was open but he did not elaborate.",
            ("Orlin", "said", "that the road was open but he did not elaborate"),
            "that the road was open",
        ),
        (
            "Orlin said that others had paid for it, without naming them.",
            ("Orlin", "said", "that others had paid for it, without naming them"),
            "that others had paid for it",
        ),
        (
            "Orlin said that Tolan did not explain the plan.",
            ("Orlin", "said", "that Tolan did not explain the plan"),
            "that Tolan did not explain the plan",
        ),
    ],
)
def test_what_was_left_unsaid_is_the_reports_word(
    read_text: Read, text: str, words: Words, said: str
) -> None:
    assert [content(s) for s in found(read_text, text, words)] == [[said]]


@given(
    st.text(alphabet="abct no,.“”'", max_size=40),
    st.sampled_from(["", ", but did not elaborate", " and declined to comment", "without giving"]),
)
def test_a_content_is_never_lost_or_widened(read_text: Read, said: str, tail: str) -> None:
    text = f"Orlin said {said}{tail} end."
    clauses = Clauses(read_text(text).doc)
    (span,) = without_comment(clauses, [(6, 10)], [(11, len(text))])
    assert 11 <= span[0] < span[1] <= len(text)


def test_this_was_reported_points_at_the_sentence_before(read_text: Read) -> None:
    text = "The envoys will meet on Friday. This was reported by Mira Tolan."
    (one,) = found(read_text, text, ("Mira Tolan", "was reported", "This"))
    assert content(one) == ["The envoys will meet on Friday"]
    assert one.speaker is not None
    assert one.speaker.actor == "person:Mira Tolan"


def test_this_points_at_no_sentence_that_another_tells(read_text: Read) -> None:
    text = "The road is open, Pavel Orlin said. This was reported by Mira Tolan."
    made = found(
        read_text,
        text,
        ("Pavel Orlin", "said", "The road is open"),
        ("Mira Tolan", "was reported", "This"),
    )
    assert [s.speaker.text for s in made if s.speaker is not None] == ["Pavel Orlin"]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_quotation_bears_out_what_was_told_before_it(read_text: Read, gap: str) -> None:
    text = f"Mira Tolan said the road was safe.{gap}“We tried every part of it.”\n\nIt is new."
    (one,) = found(read_text, text, ("Mira Tolan", "said", "the road was safe"))
    assert content(one) == ["the road was safe", "“We tried every part of it.”"]
    assert one.form == "mixed"


def test_a_quotation_under_a_headline_is_not_the_headlines(read_text: Read) -> None:
    text = "Tolan says the road is safe\n\n“We tried every part of it.”\n\nThe road is new."
    (one,) = found(read_text, text, ("Tolan", "says", "the road is safe"))
    assert content(one) == ["the road is safe"]


def test_an_agencys_letters_may_end_the_last_quotation(read_text: Read) -> None:
    text = "“The road is safe,” Mira Tolan said.\n\n“We tried every part of it.” AFP"
    (one,) = found(read_text, text, ("Mira Tolan", "said", "“The road is safe,”"))
    assert content(one) == ["“The road is safe,”", "“We tried every part of it.”"]


def test_who_has_the_words_is_a_link_and_no_content(read_text: Read) -> None:
    text = "Mira Tolan stated that the road was open, as reported by Tass."
    made = found(
        read_text,
        text,
        ("Tass", "reported by", "Mira Tolan stated that the road was open"),
    )
    assert [content(s) for s in made] == [["that the road was open"]]
    assert [[m.text for m in s.chain] for s in made] == [["Tass"]]


def test_what_others_tell_beside_it_is_not_its_content(read_text: Read) -> None:
    text = (
        "The ministry voiced concern over the road, with some envoys telling reporters that it "
        "was shut."
    )
    made = found(
        read_text,
        text,
        ("The ministry", "voiced", "concern over the road, with some envoys telling reporters "
         "that it was shut"),
        ("some envoys", "telling", "that it was shut"),
    )  # fmt: skip
    assert [content(s) for s in made] == [["concern over the road"], ["that it was shut"]]
    assert [s.chain for s in made] == [(), ()]

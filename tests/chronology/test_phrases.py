"""Names and verbs as a sentence has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.phrases import in_sentence, past_of, quotation_ended, small_start


@pytest.mark.parametrize(
    ("participle", "past"),
    [
        ("threatening", "threatened"),
        ("describing", "described"),
        ("denying", "denied"),
        ("conveying", "conveyed"),
        ("agreeing", "agreed"),
        ("saying", "said"),
        ("bring", "bring"),
        ("urges", "urges"),
    ],
)
def test_a_participle_has_its_past(participle: str, past: str) -> None:
    assert past_of(participle) == past


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["United States", "Norway"], "the United States and Norway"),
        (["Norwegian Foreign Ministry"], "the Norwegian Foreign Ministry"),
        (["unnamed American official"], "an unnamed American official"),
        (["Polish Foreign Minister"], "the Polish Foreign Minister"),
        (["Mira Toll", "Lakes Union", "NATO"], "Mira Toll, the Lakes Union and NATO"),
        (["The two leaders"], "the two leaders"),
        (["The Hague"], "The Hague"),
        (["Oslo's embassy"], "Oslo's embassy"),
        (["American officials"], "American officials"),
    ],
)
def test_names_stand_in_a_sentence_with_their_article(names: list[str], told: str) -> None:
    assert in_sentence(names) == told


def test_a_quotation_is_closed_and_has_no_comma_at_its_end() -> None:
    assert quotation_ended("He called it “open,”") == "He called it “open”"
    assert quotation_ended("They agreed to “respect") == "They agreed to “respect”"
    assert quotation_ended("They said “we hope …") == "They said “we hope …”"
    assert quotation_ended('They said "we hope …') == 'They said "we hope …"'
    assert quotation_ended("We hope so”") == "“We hope so”"


@given(st.text(max_size=40))
def test_any_words_can_be_put_into_a_sentence(text: str) -> None:
    assert small_start(text).casefold() == text.casefold() or len(text) > 0
    assert isinstance(in_sentence([text]), str)
    assert isinstance(past_of(text), str)

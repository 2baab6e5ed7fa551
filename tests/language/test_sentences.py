"""Sentences of news: where they end, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.language.sentences import split_sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["The ministers met on Friday.", "They will meet again in June."],
        ["Gen. Mark A. Milley spoke first.", "Lt. Col. Smith followed."],
        ["The U.S. Secretary of State left the U.S. on Monday.", "He was in Goa by night."],
        ["Talks began in the U.S.", "The envoy was late."],
        ['"We want peace," he said.', '"We always did."', "Nobody asked more."],
        ["\u201cWill they come?\u201d she asked.", "\u201cYes.\u201d"],
        ["He said: \u201cWe met. We talked.", "We left.\u201d"],
        ["It cost $1.5 million.", "Nobody paid."],
        ["They met at 10 a.m. on Friday.", "The talks ended at 6 p.m.", "They dined."],
        ["Mr. Qin and Mrs. Li left (they had a plane to catch.)", "The rest stayed."],
        ["He arrived on Jan. 5 and left.", "On Feb. 6 he came back."],
        ["Is it over?", "No!", "Not yet..."],
        ["Resolution No. 1701 passed.", "12 states voted."],
        ["She works for Acme Inc. in Geneva.", "It makes pumps."],
        ["The J. F. Kennedy papers were opened.", "Nobody came."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    joined = {"He said: \u201cWe met. We talked.": ["He said: \u201cWe met.", "We talked."]}
    wanted = [part for sentence in expected for part in joined.get(sentence, [sentence])]
    text = " ".join(expected)
    assert [text[a:b] for a, b in split_sentences(text)] == wanted


def test_a_line_end_ends_a_sentence() -> None:
    text = "Talks end in Goa\n\nPANAJI, May 5 (AFP) - The talks\nended. \u2022 A bullet\r\nThe end"
    found = [text[a:b] for a, b in split_sentences(text)]
    assert found[:3] == ["Talks end in Goa", "PANAJI, May 5 (AFP) -", "The talks"]
    assert found[-1] == "The end"


@pytest.mark.parametrize(
    "dateline",
    ["MINSK (AP) —", "BRUSSELS, 26 May 2023 (Reuters) -", "OSLO —", "SEOUL, South Korea --"],
)
def test_a_dateline_is_no_part_of_its_sentence(dateline: str) -> None:
    text = f"{dateline} The envoys met. They parted."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        dateline,
        "The envoys met.",
        "They parted.",
    ]


def test_capitals_and_a_dash_are_no_dateline() -> None:
    text = "NATO said no - and left."
    assert [text[a:b] for a, b in split_sentences(text)] == [text]


def test_a_lost_space_and_the_numbers_of_notes() -> None:
    text = "The talks ended.The envoys left.[3] Nobody spoke. [4][5] Read more at news.example.org."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "The talks ended.",
        "The envoys left.[3]",
        "Nobody spoke. [4][5]",
        "Read more at news.example.org.",
    ]


def test_nothing() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n ") == []


@given(st.text(alphabet="abAB1.?!,'\"\u201d) \n\u2026-", max_size=60) | st.text())
def test_sentences_partition_the_text(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()

"""Sentences of news: where they end, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.language.sentences import LONGEST, split_sentences


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
        ["Sen. Ann Okafor, D-Conn., met Jon M. Reed Jr. at 12:48 p.m. CT.", "They ate."],
        ["The envoy tweeted: \u201cWe are near.", "We are not there.\u201d"],
        ['The ministry replied: "What you did was wrong."'],
        ["\u201cWill you come?\u201d he asked.", "\u201cNo!\u201d she said."],
        [
            "The Russia-U.S. ties that U.S. investigators studied broke down on July 4.",
            "They left.",
        ],
        ["The vote \u2014 held in Goa, St. Gallen and Washington, D.C. \u2014 was fair."],
        [
            "\u201c(And) we will say so,\u201d Holm told the U.N. General Assembly (in New York).",
            "Fine.",
        ],
        ["Associated Press writers Kari Holm and Daniel Otieno contributed to this report."],
        ["The mission cost \u20ac3.4 billion in 2019.", 'Lt. Gen. A. B. Reed called it "cheap."'],
        ["\u2022 Talks on grain open in Geneva on May 5, 2023"],
        ["1. The parties agree to a truce.", "2. They open two roads."],
        ["Engr. Ali Noor and Smt. Nila Rao met Usec. Ana Reyes.", "Mohd. Amin left."],
        ["The aide of Dra. Ines Vega spoke in Sta. Cruz.", "Cdr. Paul Holm listened."],
        ["The note went to Lena Ma.", "Beijing had no comment."],
        ["The No. 1 aim is peace, said Prof. Tan of the St. Petersburg Dept. of History."],
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


@pytest.mark.parametrize(
    "expected",
    [
        ["my cat does not eat.", "she drinks a lot of water though.", "what should i do?"],
        ["the food was great!", "they also have a nice garden.", "we will be back."],
        ["Please call me when you get this.", "Thanks.", "Kari"],
    ],
)
def test_posts_and_letters_without_capitals_or_stops(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[a:b] for a, b in split_sentences(text)] == expected


def test_the_text_around_decides_nothing_in_well_edited_news() -> None:
    sentences = [
        "The foreign ministers of Norway and Kenya met in Geneva on Tuesday.",
        "They spoke for an hour about the U.S. plan, which Ms. Holm called \u201ca start.\u201d",
        "\u201cWe do not want a quarrel,\u201d said Gen. D. Otieno.",
        "The talks go on at 10 a.m. on Friday.",
    ]
    for many in range(1, 5):
        text = " ".join(sentences[:many])
        assert [text[a:b] for a, b in split_sentences(text)] == sentences[:many]


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


def test_a_line_that_never_stops_is_cut_after_a_comma() -> None:
    text = ("the envoys went on and on, the talks went on " * 80).strip()
    spans = split_sentences(text)
    assert len(spans) > 2
    assert all(len(text[a:b].split()) <= LONGEST for a, b in spans)
    assert all(text[a:b].endswith("on,") for a, b in spans[:-1])
    assert " ".join(text[a:b] for a, b in spans) == text

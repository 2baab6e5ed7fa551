"""Speakers across the words between: subjects, texts that tell behind, sources of sources."""

from __future__ import annotations

import pytest
from tests.statements.test_company import Read, found

CALL = (
    "Norwegian Foreign Minister Mira Tolan has urged Chad to stop meddling in Norway's internal "
    "affairs and in a phone call to Chadian Foreign Minister Pavel Orlin said the border should "
    "reopen, reported Xinhua."
)
BEHIND = (
    "Foreign Minister Mira Tolan said in a phone call with Chadian Foreign Minister Pavel Orlin "
    "on Wednesday that Chad should stop meddling in the country's affairs, a statement from "
    "Norway's Ministry of Foreign Affairs said."
)


def test_the_subject_goes_on_over_the_call_in_which_the_second_verb_stands(
    read_text: Read,
) -> None:
    (one,) = [s for s in found(read_text, CALL) if [c.text for c in s.cue] == ["said"]]
    assert one.speaker is not None
    assert one.speaker.text == "Norwegian Foreign Minister Mira Tolan"
    assert [m.text for m in one.chain] == ["Xinhua"]
    (first,) = [s for s in found(read_text, CALL) if s.act == "demand"]
    assert first.content[-1].text.endswith("internal affairs")


@pytest.mark.parametrize(
    "text",
    [
        "Mira Tolan met the envoys in Oslo and in a joint statement the ministers said the road "
        "was open.",
        "Tolan backed the plan and in a speech on Monday the ministers warned that the talks "
        "would fail.",
    ],
)
def test_a_verb_with_its_own_subject_shares_none(read_text: Read, text: str) -> None:
    last = found(read_text, text)[-1]
    assert last.speaker is not None
    assert last.speaker.text == "the ministers"


def test_a_statement_told_behind_holds_what_was_said_and_is_its_chain(read_text: Read) -> None:
    inner, outer = sorted(found(read_text, BEHIND), key=lambda s: len(s.content[0].text))
    assert inner.speaker is not None
    assert inner.speaker.text == "Foreign Minister Mira Tolan"
    assert [c.text for c in inner.content] == [
        "that Chad should stop meddling in the country's affairs"
    ]
    assert [m.actor for m in inner.chain] == ["body:NO:foreign_ministry"]
    assert outer.speaker is not None
    assert outer.speaker.actor == "body:NO:foreign_ministry"
    assert [c.text for c in outer.content] == [BEHIND[: BEHIND.index(", a statement")]]


def test_the_statement_of_a_ministry_named_before_the_noun_is_the_ministrys(
    read_text: Read,
) -> None:
    (one,) = found(read_text, "A Norwegian Defence Ministry statement said the border was open.")
    assert one.speaker is not None
    assert one.speaker.actor == "body:NO:defence_ministry"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Talks will go on in Cairo, according to what Reuters has learned.", "Reuters"),
        (
            "The envoys have held a meeting in Cairo, according to what has been collected the "
            "'Sahel Standard' newspaper.",
            "the 'Sahel Standard' newspaper",
        ),
    ],
)
def test_who_found_it_out_is_the_source(read_text: Read, text: str, source: str) -> None:
    (one,) = found(read_text, text)
    assert one.speaker is not None
    assert one.speaker.text == source

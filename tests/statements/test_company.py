"""Acts told by what stands with a cue; circumstances, labels and datelines that tell no words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.types import Attributed, Statement

Read = Callable[[str], Reading]
BODY = "\n\nThe envoys met on the bridge before noon, and the guards went home for the night."


def found(read_text: Read, text: str) -> list[Statement]:
    reading = read_text(text)
    return list(
        find_statements(
            reading.doc, reading.mentions, (), None, report="r",
            proposals=reading.doc.attributions,
        )
    )  # fmt: skip


def told(statements: list[Statement]) -> list[tuple[str, str, list[str]]]:
    """Speaker, act and content of each statement."""
    return [
        (s.speaker.text if s.speaker else "-", s.act, [c.text for c in s.content])
        for s in statements
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway and Chad struck an agreement to let the grain ships leave the port.", "agree"),
        ('The Norwegian government has referred to the closure as "blackmail."', "call"),
        ("Pavel Orlin attributed the delay to bad weather and the strike.", "claim"),
    ],
)
def test_the_company_of_a_cue_tells_its_act(read_text: Read, text: str, act: str) -> None:
    assert [s.act for s in found(read_text, text)] == [act]


def test_a_day_behind_the_verb_is_no_part_of_what_was_agreed(read_text: Read) -> None:
    (one,) = found(read_text, "Norway and Chad agreed on Monday to reopen the border.")
    assert [c.text for c in one.cue] == ["agreed"]
    assert [c.text for c in one.content] == ["to reopen the border"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has sought to maintain a degree of neutrality between the parties.",
        "Orlin reportedly planning to travel to Chad this week.",
        'The warring parties have agreed on a "permanent ceasefire".',
    ],
)
def test_efforts_hearsay_and_unknown_parties_tell_no_words(read_text: Read, text: str) -> None:
    assert found(read_text, text) == []


def test_the_matter_of_a_participle_is_no_statement_beside_the_verb(read_text: Read) -> None:
    text = "Orlin, commenting on the situation with the treaty, expressed hope that it would last."
    assert told(found(read_text, text)) == [("Orlin", "express", ["hope that it would last"])]


@pytest.mark.parametrize(
    "headline",
    [
        "Mali: Army and rebels sign truce after two years of war",
        "Chad: Pavel Orlin to visit flooded towns",
        "Darfur: Two aid convoys leave Port Sudan",
    ],
)
def test_a_country_before_a_headline_with_its_own_subject_says_nothing(
    read_text: Read, headline: str
) -> None:
    assert found(read_text, headline + BODY) == []


@pytest.mark.parametrize(
    "headline",
    [
        "Mali: no talks under pressure",
        "Norway: border must reopen in May",
        "Norway: we reject the rebels' terms",
        "Moscow: Norway rejects peace plan",
    ],
)
def test_a_country_that_says_we_or_what_must_be_and_a_capital_speak(
    read_text: Read, headline: str
) -> None:
    name, _, words = headline.partition(": ")
    assert (name, "say", [words]) in told(found(read_text, headline + BODY))


def test_the_mood_of_another_is_no_second_statement_of_a_credited_headline(
    read_text: Read,
) -> None:
    text = "Orlin Looking Forward to Summit with Norwegian Leaders: Tolan\n\nOrlin met Mira Tolan."
    assert told(found(read_text, text)) == [
        ("Tolan", "say", ["Orlin Looking Forward to Summit with Norwegian Leaders"])
    ]


@pytest.mark.parametrize("line", ["Ankara (ABC/XYZ) – ", "Addis Ababa– "])
def test_a_dateline_is_no_part_of_words_or_speaker(read_text: Read, line: str) -> None:
    text = line + "Multiple officials told a newspaper that the road was closed for a week."
    assert told(found(read_text, text)) == [
        ("Multiple officials", "tell", ["that the road was closed for a week"])
    ]


def test_what_was_aired_is_the_content_and_whom_it_was_aired_to_the_addressee(
    read_text: Read,
) -> None:
    text = "China’s foreign minister airs concerns in phone call with Tolan ahead of visit" + BODY
    (one,) = found(read_text, text)
    assert [c.text for c in one.content] == ["concerns"]
    assert one.addressee is not None
    assert one.addressee.text == "Tolan"


def test_hearsay_keeps_speaker_and_addressee(read_text: Read) -> None:
    text = "Orlin reportedly told Tolan to respect the core concerns of Norway, such as the road."
    (one,) = found(read_text, text)
    assert one.speaker is not None
    assert one.addressee is not None
    assert (one.speaker.text, one.addressee.text) == ("Orlin", "Tolan")
    assert one.content[0].text.startswith("to respect")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Orlin urged Chad to stop meddling in its affairs in a phone call with his "
            "counterpart on Monday, ahead of a visit to Norway.",
            "Chad to stop meddling in its affairs",
        ),
        (
            "Orlin urged Tolan to use a call with the envoys to open the border.",
            "Tolan to use a call with the envoys to open the border",
        ),
    ],
)
def test_a_demand_ends_before_the_call_in_which_it_was_made(
    read_text: Read, text: str, content: str
) -> None:
    assert [one[2] for one in told(found(read_text, text))] == [[content]]


def test_what_words_alone_can_do_was_sought_in_words(read_text: Read) -> None:
    assert told(found(read_text, "Pavel Orlin sought to stay neutral in the dispute.")) == []
    sought = told(found(read_text, "Pavel Orlin sought to blame both sides for the fire."))
    assert [(speaker, content) for speaker, _, content in sought] == [
        ("Pavel Orlin", ["both sides for the fire"])
    ]


@pytest.mark.parametrize(
    "text", ["Pavel Orlin sought to", "Pavel Orlin sought", "Orlin sought to\n"]
)
def test_a_text_may_end_anywhere(read_text: Read, text: str) -> None:
    reading = read_text(text)
    proposals = [Attributed(((12, 18),), ((0, 11),), ((0, 5),), 0.99)]
    find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=proposals)


def test_a_place_without_a_government_is_a_label(read_text: Read) -> None:
    text = "Kentucky: “We will not stand for this.”\n\nMoscow: “We are ready for talks.”"
    assert [speaker for speaker, *_ in told(found(read_text, text))] == ["Moscow"]

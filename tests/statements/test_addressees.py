"""Whom words went to, by the verb, by the occasion, and by the form of a headline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.types import Statement

Read = Callable[[str], Reading]


def first(read_text: Read, text: str, cue: str) -> Statement:
    """The statement whose cue has the words."""
    reading = read_text(text)
    found = find_statements(reading.doc, reading.mentions, (), None, report="r")
    return next(s for s in found if cue in " ".join(c.text for c in s.cue))


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        (
            "In a letter to President Marek Dolan, Foreign Minister Pavel Orlin said that his "
            "country would not recognise the vote.",
            "said",
            "Marek Dolan",
        ),
        (
            "In a phone call with President Marek Dolan, Orlin said the border must be opened.",
            "said",
            "Marek Dolan",
        ),
        (
            "Orlin, in a telephone conversation with Mira Tolan, voiced his satisfaction with the "
            "truce and stressed the need for a larger force.",
            "stressed",
            "Mira Tolan",
        ),
        (
            "During a meeting with Mira Tolan, Orlin praised the plan of her government.",
            "praised",
            "Mira Tolan",
        ),
        ("Orlin was asked by reporters whether he would go.", "asked", "Orlin"),
        ("Orlin warned investors that the road would be closed.", "warned", "investors"),
        ("Orlin warned investors not to ignore the list.", "warned", "investors"),
        ("Orlin told the gathering that the road was open.", "told", "gathering"),
        ("Orlin told CNN's Mira Tolan that the offer stood.", "told", "Mira Tolan"),
        (
            "Orlin briefed the ambassadors on the efforts of his government to reach a truce.",
            "briefed",
            "ambassadors",
        ),
        ("The minister expressed thanks to Japan for its help.", "expressed", "Japan"),
    ],
)
def test_the_hearer(read_text: Read, text: str, cue: str, words: str) -> None:
    one = first(read_text, text, cue)
    assert one.addressee is not None
    assert words in one.addressee.text
    assert text[one.addressee.start : one.addressee.end] == one.addressee.text


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Mira Tolan, Orlin said the border must be opened.",
        "In a statement on Mira Tolan, Orlin said the border must be opened.",
        "The minister expressed commitment to Japan and its people.",
    ],
)
def test_nobody_hears_who_is_only_named(read_text: Read, text: str) -> None:
    reading = read_text(text)
    found = find_statements(reading.doc, reading.mentions, (), None, report="r")
    assert found
    assert all(s.addressee is None for s in found)


def test_an_interviewer_speaks_for_a_medium(read_text: Read) -> None:
    one = first(read_text, "Orlin told CNN's Mira Tolan that the offer stood.", "told")
    assert [m.text for m in one.chain] == ["CNN"]


def test_a_headline_names_both(read_text: Read) -> None:
    text = (
        "Macron to Putin: the grain must flow\n\n"
        "French President Emmanuel Macron called Russian President Vladimir Putin on Tuesday."
    )
    one = first(read_text, text, ":")
    assert one.speaker is not None
    assert one.addressee is not None
    assert (one.speaker.text, one.addressee.text) == ("Macron", "Putin")
    assert [c.text for c in one.content] == ["the grain must flow"]


def test_the_occasion_of_a_headline_is_no_content(read_text: Read) -> None:
    text = "Orlin says bloc is ready to talk in letter to Mira Tolan\n\nPavel Orlin wrote to her."
    one = first(read_text, text, "says")
    assert [c.text for c in one.content] == ["bloc is ready to talk"]
    assert one.occasion is not None
    assert one.occasion.text == "in letter to Mira Tolan"


def test_a_headline_that_ends_with_its_speaker_has_one(read_text: Read) -> None:
    text = "Iran: no talks under pressure, envoy tells mediators\n\nThe envoy met the mediators."
    reading = read_text(text)
    proposals = reading.doc.attributions
    found = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=proposals
    )
    assert [(s.cue[0].text, s.content[0].text) for s in found] == [
        ("tells", "no talks under pressure")
    ]


def test_a_salutation_is_nobodys_word(read_text: Read) -> None:
    reading = read_text("To the editor: The ferry should run again, and the port should open.")
    found = find_statements(reading.doc, reading.mentions, (), None, report="r")
    assert not any(s.cue[0].text == ":" for s in found)

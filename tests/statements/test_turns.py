"""Transcripts: a speaker's label and all the paragraphs of the turn below it."""

from __future__ import annotations

import pytest

import coranto

OPENING = "Minister Mira Tolan With Ana Reyes of the Evening News\n\n"


def turns(text: str) -> list[tuple[str, list[str]]]:
    """Who speaks and what, of the statements that a label introduces."""
    made = coranto.annotate(text, published="2023-05-26").statements
    return [
        (s.speaker.text, [c.text for c in s.content])
        for s in made
        if s.speaker is not None and text[s.speaker.end :].lstrip(" (0123456789)")[:1] == ":"
    ]


def test_the_paragraphs_of_a_turn_are_its_speakers() -> None:
    text = OPENING + (
        "QUESTION: Minister, thank you for joining us.\n\n"
        "MIRA TOLAN: The road is open again. It took a year.\n\n"
        "We opened the second road on Monday.\n\n(Laughter.)\n\n"
        "QUESTION: And the bridge?\n\n"
        "MIRA TOLAN: The bridge is next.\n\n###\n\nContact: the press office\n"
    )
    assert turns(text) == [
        ("MIRA TOLAN", ["The road is open again. It took a year.",
                        "We opened the second road on Monday"]),
        ("MIRA TOLAN", ["The bridge is next"]),
    ]  # fmt: skip


def test_who_is_only_called_on_by_name_says_nothing() -> None:
    text = "QUESTION: Minister Tolan, thank you for joining us.\n\nMIRA TOLAN: The road is open."
    made = coranto.annotate(text, published="2023-05-26").statements
    assert all(s.act != "praise" for s in made)


def test_a_label_with_the_minute_of_the_recording_introduces_a_turn() -> None:
    text = (
        "Briefing\n\nMira Tolan (00:08):\n\nThe road is open again.\n\nIt took a whole year.\n\n"
        "Pavel Orlin (02:10):\n\nThe bridge is next on the list.\n\n"
        "Mira Tolan (02:20):\n\nSo it is, with the help of all."
    )
    assert [(who, len(said)) for who, said in turns(text)] == [
        ("Mira Tolan", 2),
        ("Pavel Orlin", 1),
        ("Mira Tolan", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Headings of sections.
        "THE ROADS: “Why the road is shut,” by Mira Tolan.\n\nThe road was shut in May.\n\n"
        "THE BRIDGES: The bridge was shut in June.\n\nNobody knows why it was.",
        # One label is none of a transcript.
        "MIRA TOLAN: the road is open again.\n\nThe road had been shut for a year.",
    ],
)
def test_other_paragraphs_stay_the_reports(text: str) -> None:
    later = ("The road was shut in May", "Nobody knows why it was", "The road had been shut")
    assert all(not c.startswith(later) for _, said in turns(text) for c in said)

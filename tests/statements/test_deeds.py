"""Verbs of speech that tell of deeds: votes, purposes, calls to arms; laws, which think nothing."""

from __future__ import annotations

import pytest
from tests.statements.test_proposals import Read, Words, content, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister called off the visit.", ("The minister", "called off", "the visit")),
        ("The army called up reservists.", ("The army", "called up", "reservists")),
        (
            "The voters rejected the treaty in a referendum.",
            ("The voters", "rejected", "the treaty"),
        ),
        (
            "The islanders approved in a referendum the union with Norway.",
            ("The islanders", "approved in a referendum", "the union with Norway"),
        ),
        (
            "Two ministers also attended to support these talks.",
            ("Two ministers", "also attended to support", "these talks"),
        ),
        (
            "Most islanders continue to identify with Norway.",
            ("Most islanders", "continue to identify with", "Norway"),
        ),
        (
            "Norway's constitution considers the island a province.",
            ("Norway's constitution", "considers", "the island a province"),
        ),
        (
            "Orlin reacted to the remarks of the day.",
            ("Orlin", "reacted to", "the remarks of the day"),
        ),
    ],
)
def test_a_deed_is_no_statement(read_text: Read, text: str, words: Words) -> None:
    assert found(read_text, text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orlin called the visit a trap.", ("Orlin", "called", "the visit a trap")),
        ("Orlin rejected the treaty as unfair.", ("Orlin", "rejected", "the treaty as unfair")),
        (
            "Orlin came to believe that the war was lost.",
            ("Orlin", "came to believe", "that the war was lost"),
        ),
        (
            "The constitution says that the island is a province.",
            ("The constitution", "says", "that the island is a province"),
        ),
        (
            "Orlin responded to a guest by saying that the road was open.",
            ("Orlin", "responded to a guest by saying", "that the road was open"),
        ),
        (
            "Orlin responded to the offer: “We are not for sale.”",
            ("Orlin", "responded to the offer:", "“We are not for sale.”"),
        ),
        (
            "Orlin replied to the envoys that the road was open.",
            ("Orlin", "replied", "that the road was open"),
        ),
    ],
)
def test_what_is_said_stays(read_text: Read, text: str, words: Words) -> None:
    (one,) = found(read_text, text, words)
    assert content(one) == [words[2]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Orlin responded to claims by Mira Tolan that the army had fled, calling them absurd.",
            ("Orlin", "responded to claims", "that the army had fled"),
        ),
        (
            "Orlin reacted to recent remarks by Mira Tolan that “the army had fled”.",
            ("Orlin", "reacted to", "recent remarks by Mira Tolan that “the army had fled”"),
        ),
    ],
)
def test_what_one_reacts_to_is_anothers(read_text: Read, text: str, words: Words) -> None:
    further = [("Orlin", "calling", "them absurd")] if "calling" in text else []
    made = found(read_text, text, words, *further)
    (one,) = (s for s in made if s.cue[0].text != "calling")
    assert one.speaker is not None
    assert one.speaker.actor == "person:Mira Tolan"
    assert "the army had fled" in content(one)[0]
    assert "calling" not in content(one)[0]
    assert all(s.chain == () for s in made)

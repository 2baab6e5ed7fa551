"""What has the form of an attribution and tells no words; what a content stands for."""

from __future__ import annotations

import pytest
from tests.statements.test_proposals import Read, Words, content, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orlin said that.", ("Orlin", "said", "that")),
        ("Orlin never said it.", ("Orlin", "said", "it")),
        ("The papers know what they say about him.", ("they", "say about", "what // him")),
        ("They asked what Orlin said about the road.", ("Orlin", "said about", "what // the road")),
        ("Orlin repeated that claim.", ("Orlin", "repeated", "that claim")),
        ("Orlin made the announcement on Monday.", ("Orlin", "made", "the announcement")),
        ("Orlin made his frank remarks in Oslo.", ("Orlin", "made", "his frank remarks")),
        (
            "Pavel Orlin spoke briefly to the envoys in Oslo.",
            ("Pavel Orlin", "spoke briefly to", "the envoys in Oslo"),
        ),
        (
            "Pavel Orlin sparred with reporters over the plan.",
            ("Pavel Orlin", "sparred with", "reporters over the plan"),
        ),
        (
            "Orlin has addressed the envoy Mira Tolan.",
            ("Orlin", "has addressed", "the envoy Mira Tolan"),
        ),
        ("Orlin and Tolan urged each other.", ("Orlin and Tolan", "urged", "each other")),
        ("Pavel Orlin poses for a picture.", ("Pavel Orlin", "poses for", "a picture")),
        ("Widely praised for its road, Norland is open.", ("Widely", "praised for", "its road")),
        ("Turkey brokered a grain deal.", ("Turkey", "brokered", "a grain deal")),
        ("Orlin watched the talks begin on television.", ("Orlin", "watched", "the talks")),
        ("Orlin shot the envoy a wink.", ("Orlin", "shot", "the envoy a wink")),
        (
            "The meeting promised to be a long one.",
            ("The meeting", "promised", "to be a long one"),
        ),
    ],
)
def test_an_attribution_that_tells_nothing_is_none(
    read_text: Read, text: str, words: Words
) -> None:
    assert found(read_text, text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("The guards fired first. Orlin denies it.", ("Orlin", "denies", "it"), "deny"),
        ("Orlin said no.", ("Orlin", "said", "no"), "say"),
        ("Orlin is eager to see the road open.", ("Orlin", "is eager", "to see the road open"),
         "want"),
        ("Orlin rates the plan among the worst.",
         ("Orlin", "rates", "the plan among the worst"), "call"),
        ("The result shows that the road is safe.",
         ("The result", "shows", "that the road is safe"), "perceive"),
    ],
)  # fmt: skip
def test_a_stand_tells_something_whatever_it_is_on(
    read_text: Read, text: str, words: Words, act: str
) -> None:
    assert [s.act for s in found(read_text, text, words)] == [act]


def test_officers_accused_of_spying_accuse_nobody(read_text: Read) -> None:
    text = "The court freed officers accused of spying for Norway."
    assert found(read_text, text, ("officers", "accused of", "spying for Norway")) == []


def test_what_the_speaker_himself_says_of_it_is_told_once(read_text: Read) -> None:
    text = "Mira Tolan praised what she said was Norway's neutral position on the war."
    (one,) = found(
        read_text,
        text,
        ("Mira Tolan", "praised", "what she said was Norway's neutral position on the war"),
        ("she", "said", "what // was Norway's neutral position on the war"),
    )
    assert one.act == "praise"


def test_what_another_says_it_was_is_told_without_what_and_was(read_text: Read) -> None:
    text = "The army destroyed what the ministry said was an arms depot near Oslo."
    words = ("the ministry", "said", "what // was an arms depot near Oslo")
    (one,) = found(read_text, text, words)
    assert content(one) == ["an arms depot near Oslo"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            'Orlin called it "pointless" to discuss meddling in the Norwegian vote, which Moscow '
            "denies.",
            "meddling in the Norwegian vote",
        ),
        (
            "Norway accused Russia of breaking the treaty by building a new missile, which Moscow "
            "denies.",
            "building a new missile",
        ),
    ],
)
def test_which_stands_for_what_is_denied(read_text: Read, text: str, denied: str) -> None:
    made = found(read_text, text, ("Moscow", "denies", "which"))
    (one,) = (s for s in made if s.act == "deny")
    assert content(one)[0].endswith(denied)


def test_a_text_that_stresses_something_speaks_for_its_issuer(read_text: Read) -> None:
    text = "In March, Norway released a document, which underscores respect for all borders."
    (one,) = (s for s in found(read_text, text) if s.act == "stress")
    assert one.speaker is not None
    assert one.speaker.actor == "country:NO"
    assert content(one) == ["respect for all borders"]


def test_who_is_not_known_is_no_link_of_a_chain(read_text: Read) -> None:
    text = 'The paper had a letter. "They say the road is closed," it wrote.'
    made = found(
        read_text,
        text,
        ("it", "wrote", '"They say the road is closed,"'),
        ("They", "say", "the road is closed"),
    )
    assert all(m.text != "it" for s in made for m in s.chain)

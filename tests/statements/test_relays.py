"""Media through which words came, and marks and labels that introduce nobody."""

from __future__ import annotations

import pytest
from tests.statements.test_proposals import Read, Words, content, found, proposal

from coranto.statements import find_statements
from coranto.types import Attributed


@pytest.mark.parametrize(
    "text",
    [
        "The road is open, Mira Tolan said, as quoted by Tass.",
        "Mira Tolan, as quoted by Tass, said the road is open.",
        "The road is open, Mira Tolan said in a statement carried by Tass.",
        "Mira Tolan was quoted by Tass as saying the road is open.",
        "Tass quoted Mira Tolan as saying the road is open.",
    ],
)
def test_who_quotes_is_in_the_chain_and_never_in_the_content(read_text: Read, text: str) -> None:
    said = "The road is open" if text.startswith("The road") else "the road is open"
    (one,) = found(read_text, text, ("Mira Tolan", "said" if "said" in text else "quoted", said))
    assert one.speaker is not None
    assert one.speaker.actor == "person:Mira Tolan"
    assert [m.text for m in one.chain] == ["Tass"]
    assert content(one) == [said]


def test_who_is_quoted_inside_the_words_carries_nobody_elses(read_text: Read) -> None:
    text = "Pavel Orlin said that a report quoted by Tass was wrong."
    words = ("Pavel Orlin", "said", "that a report quoted by Tass was wrong")
    assert [s.chain for s in found(read_text, text, words)] == [()]


def test_a_medium_that_only_relays_makes_no_statement(read_text: Read) -> None:
    text = '"The road is open," Mira Tolan said on Monday, according to Reuters.'
    made = found(
        read_text,
        text,
        ("Mira Tolan", "said", '"The road is open,"'),
        ("Reuters", "according to", '"The road is open," Mira Tolan said on Monday'),
    )
    assert [s.speaker.text for s in made if s.speaker is not None] == ["Mira Tolan"]
    assert [m.text for m in made[0].chain] == ["Reuters"]


def test_a_quotation_before_the_sentence_is_not_what_a_report_tells(read_text: Read) -> None:
    text = "Orlin told a rally: “We are fine.” According to a report, the envoys leave on Monday."
    made = found(read_text, text, ("a report", "According to", "the envoys leave on Monday"))
    (one,) = (s for s in made if s.cue[0].text == "According to")
    assert content(one) == ["the envoys leave on Monday"]


@pytest.mark.parametrize(
    "headline",
    [
        "Norway-Sweden: new talks on a border road",
        "Opinion: the talks were a failure",
        "US News: the president meets his guest in Oslo",
        "From Nevada: “We all share the road, and we had better learn how.”",
    ],
)
def test_a_label_before_a_colon_says_nothing(read_text: Read, headline: str) -> None:
    assert found(read_text, f"{headline}\n\nThe envoys met.") == []


def test_a_picture_has_a_maker_and_no_speaker(read_text: Read) -> None:
    caption = "Mira Tolan boards a plane with the envoys in Oslo. Photographer: Ana Ruiz/Agency"
    assert found(read_text, f"The envoys met.\n\n{caption}\n\nThey left.") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A group of doctors in a letter called for his dismissal.",
            ("A group of doctors in", "called for", "his dismissal"),
            "A group of doctors",
        ),
        (
            "The president this week blamed Norway for the delay.",
            ("The president this week", "blamed", "Norway for the delay"),
            "The president",
        ),
    ],
)
def test_a_source_ends_where_its_phrase_does(
    read_text: Read, text: str, words: Words, speaker: str
) -> None:
    (one,) = found(read_text, text, words)
    assert one.speaker is not None
    assert one.speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        (
            "Many believe that the visit has offered new strength to Moscow.",
            ("Many", "believe", "that the visit has offered"),
            "that the visit has offered new strength to Moscow",
        ),
        (
            "Orlin named the bloc that includes many friends of Norway.",
            ("Orlin", "named", "the bloc"),
            "the bloc that includes many friends of Norway",
        ),
        (
            'Orlin called Tolan a "fraud," a "liar" and a "thief."',
            ("Orlin", "called", 'Tolan a "fraud," a "liar" and a "thief."'),
            'Tolan a "fraud," a "liar" and a "thief."',
        ),
        (
            "Orlin is calling the envoy “a very honest man.”",
            ("Orlin", "is calling", "the envoy “a very honest man.”"),
            "the envoy “a very honest man.”",
        ),
    ],
)
def test_a_content_that_breaks_off_is_finished(
    read_text: Read, text: str, words: Words, whole: str
) -> None:
    (one,) = found(read_text, text, words)
    assert content(one) == [whole]


def test_the_claim_of_a_named_owner_needs_no_proposal(read_text: Read) -> None:
    text = "The paper looked into Pavel Orlin's claim that the road is closed."
    (one,) = found(read_text, text)
    assert (one.act, one.speaker and one.speaker.actor) == ("claim", "person:Pavel Orlin")
    assert content(one) == ["that the road is closed"]


@pytest.mark.parametrize(
    ("text", "words", "believed"),
    [
        ("Pavel Orlin denied the report.", ("Pavel Orlin", "denied", "the report"), True),
        (
            "Pavel Orlin views the road as open.",
            ("Pavel Orlin", "views", "the road as open"),
            False,
        ),
    ],
)
def test_a_cue_that_often_tells_of_other_things_must_be_surer(
    read_text: Read, text: str, words: Words, believed: bool
) -> None:
    reading = read_text(text)
    sure = proposal(text, *words)
    unsure = Attributed(sure.cue, sure.source, sure.content, score=0.6)
    made = find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=[unsure])
    assert bool(made) == believed


def test_a_mark_before_a_comma_opens_no_quotation(read_text: Read) -> None:
    text = (
        'Orlin asked " where is the paper ", which nobody has seen.\n\n"I go in May," Orlin said.'
    )
    made = found(read_text, text, ("Orlin", "said", '"I go in May,"'))
    assert [content(s) for s in made if s.act == "say"] == [['"I go in May,"']]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Mira Tolan told the media that the road is open.", "the media"),
        ("Mira Tolan told Tass that the road is open.", "Tass"),
        ("Mira Tolan told the Oslo-based NRT station that the road is open.", "NRT station"),
        ("Mira Tolan said to Reuters that the road is open.", "Reuters"),
    ],
)
def test_who_is_told_is_no_link_of_the_chain(read_text: Read, text: str, hearer: str) -> None:
    cue = "said" if " said " in text else "told"
    (one,) = found(read_text, text, ("Mira Tolan", cue, "that the road is open"))
    assert one.addressee is not None
    assert one.addressee.text.endswith(hearer)
    assert one.chain == ()


@pytest.mark.parametrize(
    ("told", "speaker", "outer"),
    [
        ("The road is open, Mira Tolan said on Monday", "Mira Tolan", "Tass reported"),
        ("The road is open, the mayor told journalists on Friday", "the mayor", "Tass reported"),
        ("Norway rejected the offer, an official said", "an official", "Tass reported"),
    ],
)
def test_who_reports_a_telling_is_its_chain_and_holds_it_whole(
    read_text: Read, told: str, speaker: str, outer: str
) -> None:
    teller, cue = outer.rsplit(" ", 1)
    words, verb = told.partition(", ")[0], "told" if " told " in told else "said"
    text = f"{told}, {outer}."
    places = [(text.index(x), text.index(x) + len(x)) for x in (speaker, teller, words)]
    cues = [(text.index(x), text.index(x) + len(x)) for x in (verb, cue)]
    as_one = Attributed(tuple(cues), tuple(places[:2]), tuple(places[2:]), 0.99)
    reading = read_text(text)
    inner, whole = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=[as_one]
    )[:2]
    assert inner.speaker is not None and whole.speaker is not None
    assert (inner.speaker.text, content(inner)) == (speaker, [words])
    assert [m.text for m in inner.chain] == [teller]
    assert (whole.speaker.text, content(whole)) == (teller, [told])


@pytest.mark.parametrize(
    "text",
    [
        "Istanbul: Envoy Mira Tolan said on Friday that the whole of the road was open again.",
        "UPDATE: Mira Tolan to open the road on Friday\n\nThe road is new.",
    ],
)
def test_a_city_or_a_label_before_a_colon_says_nothing(read_text: Read, text: str) -> None:
    said = "that the whole of the road was open again"
    words = [("Mira Tolan", "said", said)] if said in text else []
    made = found(read_text, text, *words)
    assert all(s.cue[0].text != ":" for s in made)
    assert all(s.chain == () for s in made)


def test_a_headlines_speaker_is_behind_its_colon_alone(read_text: Read) -> None:
    text = "A truce will favour France and Japan: Tolan\n\nMira Tolan was in Oslo."
    (one,) = found(read_text, text)
    assert one.speaker is not None
    assert one.speaker.text == "Tolan"
    assert one.speaker.actor == "person:Mira Tolan"

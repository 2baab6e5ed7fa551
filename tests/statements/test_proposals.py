"""What a model proposes, merged with the rules: proposals made by hand, by their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.types import Attributed, Statement

Read = Callable[[str], Reading]
Words = tuple[str, str, str]


def proposal(text: str, source: str, cue: str, content: str) -> Attributed:
    """A proposal by its words; pieces stand apart by " // "; each is looked for after the last."""

    def places(words: str) -> tuple[tuple[int, int], ...]:
        out, at = [], 0
        for piece in words.split(" // ") if words else ():
            at = text.index(piece, at)
            out.append((at, at + len(piece)))
        return tuple(out)

    return Attributed(places(cue), places(source), places(content))


def found(read_text: Read, text: str, *words: Words) -> list[Statement]:
    reading = read_text(text)
    proposals = [proposal(text, *w) for w in words]
    return list(
        find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=proposals)
    )


def content(s: Statement) -> list[str]:
    return [c.text for c in s.content]


def test_a_proposal_gives_its_words_and_the_lexicon_the_act(read_text: Read) -> None:
    text = "Pavel Orlin is said to want a truce before the winter."
    (one,) = found(read_text, text, ("Pavel Orlin", "want", "a truce before the winter"))
    assert one.speaker is not None
    assert one.speaker.actor == "person:Pavel Orlin"
    assert (one.act, one.kind) == ("want", "thought")
    assert content(one) == ["a truce before the winter"]


def test_without_a_proposal_nothing_indirect_is_said(read_text: Read) -> None:
    assert found(read_text, "Orlin said that the road was open.") == []


def test_an_exact_quotation_needs_no_proposal(read_text: Read) -> None:
    (one,) = found(read_text, '"The road is open," Orlin said.')
    assert content(one) == ['"The road is open,"']


def test_no_model_is_not_a_model_that_finds_nothing(read_text: Read) -> None:
    reading = read_text("Orlin said that the road was open.")
    alone = find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=None)
    assert [content(s) for s in alone] == [["that the road was open"]]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (  # a quotation of several sentences, of which the model sees the last
            '"We came. We saw the port. We left," Orlin said.',
            ("Orlin", "said", 'We left,"'),
            ['"We came. We saw the port. We left,"'],
        ),
        (  # a quotation that goes on over paragraphs
            "Orlin said: “We came.\n\n“We left.”",
            ("Orlin", "said:", "“We came."),
            ["“We came.", "“We left.”"],
        ),
        (  # after the cue's sentence
            '"We came," Orlin said. "We left."',
            ("Orlin", "said", '"We came,"'),
            ['"We came,"', '"We left."'],
        ),
        (  # the paragraph that a colon announces
            "Orlin added:\n\nWe came late. We left early.",
            ("Orlin", "added:", ""),
            ["We came late. We left early."],
        ),
        (  # a quotation on the next line
            'Orlin added:\n\n"We came late. We left early."',
            ("Orlin", "added:", ""),
            ['"We came late. We left early."'],
        ),
        (  # a transcript
            "ORLIN: We came late. We left early.",
            ("ORLIN", ":", "We came late"),
            ["We came late. We left early."],
        ),
        (  # a headline in single marks after the quotation is no part of it
            "\"We came,\" Orlin said.\n\n'A Long Night'",
            ("Orlin", "said", '"We came,"'),
            ['"We came,"'],
        ),
    ],
)
def test_rules_complete_what_leaves_the_sentence(
    read_text: Read, text: str, words: Words, expected: list[str]
) -> None:
    (one,) = found(read_text, text, words)
    assert content(one) == expected


def test_who_cites_whom_stays_with_the_rules(read_text: Read) -> None:
    text = "Reuters, citing two diplomats, reported that the port was shut."
    (one,) = found(read_text, text, ("Reuters", "reported", "that the port was shut"))
    assert one.speaker is not None
    assert one.speaker.text == "two diplomats"
    assert [m.text for m in one.chain] == ["Reuters"]


def test_nested_proposals_make_a_chain(read_text: Read) -> None:
    text = "Orlin said Tolan hoped that France would vote yes."
    outer, inner = found(
        read_text,
        text,
        ("Orlin", "said", "Tolan hoped that France would vote yes"),
        ("Tolan", "hoped", "that France would vote yes"),
    )
    assert outer.chain == ()
    assert [m.text for m in inner.chain] == ["Orlin"]
    assert inner.kind == "thought"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orlin would not say that the road was open.", ("Orlin", "say", "that the road was open")),
        ("Orlin may tell them that it is late.", ("Orlin", "may tell", "that it is late")),
        ("If Orlin says that it is late, they leave.", ("Orlin", "says", "that it is late")),
    ],
)
def test_what_is_not_said_is_marked(read_text: Read, text: str, words: Words) -> None:
    (one,) = found(read_text, text, words)
    assert one.kind == "unsaid"


def test_a_cue_that_nobody_knows_is_speech(read_text: Read) -> None:
    text = "Orlin, in a hoarse croak, that the road was open."
    (one,) = found(read_text, text, ("Orlin", "in a hoarse croak", "that the road was open"))
    assert (one.act, one.kind) == ("say", "speech")


def test_a_cue_that_nobody_knows_takes_a_stand_where_nothing_shows_speech(read_text: Read) -> None:
    text = "Orlin shrugs at what the road will cost."
    (one,) = found(read_text, text, ("Orlin", "shrugs at", "what the road will cost"))
    assert (one.act, one.kind) == ("hold", "thought")


def test_an_unsure_cue_that_nobody_knows_is_none(read_text: Read) -> None:
    text = "Orlin shrugs at what the road will cost."
    sure = proposal(text, "Orlin", "shrugs at", "what the road will cost")
    reading = read_text(text)
    unsure = [Attributed(sure.cue, sure.source, sure.content, score=0.7)]
    made = find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=unsure)
    assert made == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orlin welcomed the envoys.", ("Orlin", "welcomed", "the envoys")),
        ("Rebels attacked the embassy.", ("Rebels", "attacked", "the embassy")),
        ("Orlin called Mira Tolan on Friday.", ("Orlin", "called", "Mira Tolan on Friday")),
        ("They backed one another's plan.", ("one another", "backed", "plan")),
    ],
)
def test_a_deed_in_the_words_of_speech_attributes_nothing(
    read_text: Read, text: str, words: Words
) -> None:
    assert found(read_text, text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (  # a piece that breaks off inside a phrase is taken to its head
            "Orlin praised the work of the 13-month mission.",
            ("Orlin", "praised", "the work of the 13-month"),
            ["the work of the 13-month mission"],
        ),
        (
            "Orlin expressed doubts that Ostia would keep its word.",
            ("Orlin", "expressed", "that Ostia would keep its word"),
            ["doubts that Ostia would keep its word"],
        ),
        (  # the object of one verb is no part of the next one's content
            "The envoys rebuffed the offer while warning against a long war.",
            ("The envoys", "warning against", "the offer // a long war"),
            ["a long war"],
        ),
    ],
)
def test_broken_pieces_are_mended(
    read_text: Read, text: str, words: Words, expected: list[str]
) -> None:
    source, cue, pieces = words
    one = proposal(text, source, cue, pieces)
    reading = read_text(text)
    made = find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=[one])
    assert [content(s) for s in made if s.cue[0].text == cue] == [expected]


TEXT = (
    '"The road is open," Pavel Orlin said. He told Mira Tolan, who had asked, that France would '
    "wait.\n\nORLIN: No more. According to France, it was late.\n\n“Never"
)
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda p: (p[0], min(len(TEXT), p[0] + p[1]))
)
places = st.lists(spans, max_size=2).map(lambda s: tuple(sorted(s)))


@settings(max_examples=80, deadline=None)
@given(proposals=st.lists(st.builds(Attributed, places, places, places), max_size=5))
def test_no_proposal_is_too_strange(reading_of_text: Reading, proposals: list[Attributed]) -> None:
    reading = reading_of_text
    made = find_statements(reading.doc, reading.mentions, (), None, report="r", proposals=proposals)
    for s in made:
        mentions = [m for m in (s.speaker, s.addressee) if m is not None]
        for start, end, words in (
            (x.start, x.end, x.text) for group in (s.cue, s.content, mentions) for x in group
        ):
            assert TEXT[start:end] == words


@pytest.fixture(scope="module")
def reading_of_text(read_text: Read) -> Reading:
    return read_text(TEXT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The minister made no mention of the hostages.",
            ("The minister", "made no mention of", "the hostages"),
        ),
        (
            "Why did the envoys not know that the road was closed?",
            ("the envoys", "know", "that the road was closed"),
        ),
        (
            "The minister neither confirmed nor denied the report.",
            ("The minister", "denied", "the report"),
        ),
        (
            "The ministry would not confirm or deny that talks took place.",
            ("The ministry", "would not confirm or deny", "that talks took place"),
        ),
    ],
)
def test_what_nobody_says_is_unsaid(read_text: Read, text: str, words: Words) -> None:
    (one,) = found(read_text, text, words)
    assert one.kind == "unsaid"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (  # the model's piece breaks off inside a clause
            "Demonstrators called on Pavel Orlin to stand up for their rights while the president "
            "and his guest have agreed to meet for talks.",
            ("Demonstrators", "called on", "Pavel Orlin to stand up for their rights while the"),
            ["Pavel Orlin to stand up for their rights"],
        ),
        (  # the rules lack the subject of the clause
            'Orlin said Tolan, who had sent texts to the press, was "a disgrace to us all."',
            ("Orlin", "said", 'Tolan // was "a disgrace to us all."'),
            ["Tolan", 'was "a disgrace to us all."'],
        ),
        (  # behind a relative clause the verb goes on
            "The minister accused the agency, which has 40 inspectors in the country, of hiding "
            "its findings.",
            ("The minister", "accused", "the agency"),
            ["the agency", "of hiding its findings"],
        ),
        (  # a cue in the middle of a quotation, with words about it
            "“Every time you say that,” Tolan said, referring to the list, “you help those who "
            "want to break up the bloc.”",
            ("Tolan", "said", "“Every time you say that,”"),
            ["“Every time you say that,”", "“you help those who want to break up the bloc.”"],
        ),
        (  # "what" belongs to the clause that it opens
            "The gap between what Orlin says his plan would do and its costs is wide.",
            ("Orlin", "says", "his plan would do"),
            ["what", "his plan would do"],
        ),
        (
            "The ministers have agreed to meet “soon” to carry out the deal, the ministry said.",
            ("The ministers", "have agreed", "to meet “soon”"),
            ["to meet “soon” to carry out the deal"],
        ),
    ],
)
def test_contents_are_whole(read_text: Read, text: str, words: Words, expected: list[str]) -> None:
    one = next(s for s in found(read_text, text, words) if s.cue[0].text == words[1])
    assert content(one) == expected


def test_what_has_no_source_is_no_statement(read_text: Read) -> None:
    text = "Moscow is said to have asked Beijing for help."
    assert found(read_text, text, ("", "is said", "to have asked Beijing for help")) == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (  # a piece torn off the clause that it hangs on
            "The envoys have reached a deal on how to share the river, Orlin announced Saturday.",
            ("Orlin", "announced", "how to share the river"),
            "The envoys have reached a deal on how to share the river",
        ),
        (  # a part of a sentence that stands for itself
            "The plan was thin, and the meeting ended early, Orlin said.",
            ("Orlin", "said", "the meeting ended early"),
            "the meeting ended early",
        ),
        (  # what joins the clause to the rest is the report's
            "Prices have risen since the port lost 40 percent of its ships, according to a survey.",
            ("a survey", "according to", "since the port lost 40 percent of its ships"),
            "the port lost 40 percent of its ships",
        ),
    ],
)
def test_a_content_begins_where_a_clause_does(
    read_text: Read, text: str, words: Words, expected: str
) -> None:
    (one,) = found(read_text, text, words)
    assert content(one) == [expected]


def test_a_quoted_verb_is_joined_to_none_outside(read_text: Read) -> None:
    text = "Orlin said that he “will not sign” at the meeting and earlier pledged never to yield."
    said = "that he “will not sign” at the meeting and earlier pledged never to yield"
    one, other = found(read_text, text, ("Orlin", "said", said))
    assert content(one) == ["that he “will not sign” at the meeting"]
    assert (other.act, content(other)) == ("promise", ["never to yield"])
    assert other.speaker is not None
    assert other.speaker.text == "Orlin"


def test_who_is_named_does_what_a_quoted_verb_is_joined_to(read_text: Read) -> None:
    text = "Orlin said that Mira Tolan “walked to the port” and told the guards, “I am done.”"
    made = found(read_text, text, ("Orlin", "said", text[11:-1]), ("Tolan", "told", "“I am done.”"))
    speakers = {s.cue[0].text: s.speaker.actor for s in made if s.speaker is not None}
    assert speakers["told"] == "person:Mira Tolan"

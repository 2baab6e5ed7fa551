"""The line that sums up an utterance is one sentence of the report's own words, or quotes them."""

from __future__ import annotations

import pytest

from coranto.chronology.sayings import summarise_spoken_act, summarise_statement
from coranto.types import Actor, Mention, Span, Statement

ACTORS = {
    a.id: a
    for a in (
        Actor("toll", "Mira Toll", "person", country="NO"),
        Actor("reves", "Anton Reves", "person", country="PL"),
        Actor("norway", "Norway", "country", country="NO"),
        Actor("us", "United States", "country", country="US"),
        Actor("ministry", "Norwegian Foreign Ministry", "government", country="NO"),
        Actor("spokesman", "unnamed Norwegian Foreign Ministry spokesman", "group", country="NO"),
        Actor("both", "Norway and United States", "group"),
        Actor("west", "West", "group"),
    )
}


def statement(
    text: str,
    speaker: tuple[str | None, str],
    cue: str,
    *content: str,
    form: str = "indirect",
    to: tuple[str | None, str] | None = None,
    members: tuple[str, ...] = (),
) -> Statement:
    """A statement by the words of its parts, each where it first stands in ``text``."""

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    def mention(actor: str | None, words: str) -> Mention:
        at = span(words)
        return Mention(actor, words, at.start, at.end, members)

    return Statement(
        "s",
        "r",
        mention(*speaker),
        "say",
        (span(cue),),
        tuple(map(span, content)),
        form,  # type: ignore[arg-type]
        addressee=mention(*to) if to is not None else None,
    )


@pytest.mark.parametrize(
    ("text", "parts", "to", "line"),
    [
        (
            "Toll told reporters that the border was open.",
            (("toll", "Toll"), "told", "that the border was open"), (None, "reporters"),
            "Mira Toll told reporters that the border was open",
        ),
        (
            "Toll told him that the border was open.",
            (("toll", "Toll"), "told", "that the border was open"), ("reves", "him"),
            "Mira Toll told Anton Reves that the border was open",
        ),
        (
            "She said on Thursday that the border was open.",
            (("toll", "She"), "said", "that the border was open"), None,
            "Mira Toll said on Thursday that the border was open",
        ),
        (
            "Oslo closed the road, threatening to close the border.",
            (("norway", "Oslo"), "threatening", "to close the border"), None,
            "Norway threatened to close the border",
        ),
        (
            "The note was issued by Norway, announcing a series of talks.",
            (("norway", "Norway"), "announcing", "a series of talks"), None,
            "Norway announced a series of talks",
        ),
        (
            "The ministry welcomed the accord.",
            (("ministry", "The ministry"), "welcomed", "the accord"), None,
            "The Norwegian Foreign Ministry welcomed the accord",
        ),
        (
            "A spokesman said the road was shut.",
            (("spokesman", "A spokesman"), "said", "the road was shut"), None,
            "An unnamed Norwegian Foreign Ministry spokesman said the road was shut",
        ),
        (
            "Western nations urge Oslo to open the border.",
            (("west", "Western nations"), "urge", "Oslo to open the border"), None,
            "Western nations urge Oslo to open the border",
        ),
    ],
)  # fmt: skip
def test_the_clause_of_a_cue_names_its_speaker(
    text: str,
    parts: tuple[tuple[str, str], str, str],
    to: tuple[str | None, str] | None,
    line: str,
) -> None:
    said = statement(text, *parts, to=to)
    assert summarise_statement(said, ACTORS, text) == line
    assert summarise_spoken_act(said, ACTORS, text) == line


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "line"),
    [
        (
            "He noted her long visit, which he said helped the talks.",
            ("reves", "He"), "said", ("her long visit", "helped the talks"),
            "Anton Reves noted her long visit, which he said helped the talks",
        ),
        (
            "Poland laid out its terms for agreeing to a longer truce.",
            ("reves", "Poland"), "agreeing", ("to a longer truce",),
            "Poland laid out its terms for agreeing to a longer truce",
        ),
        (
            "The Wire, citing Norwegian officials, reported that the road was shut.",
            (None, "Norwegian officials"), "reported", ("that the road was shut",),
            "The Wire, citing Norwegian officials, reported that the road was shut",
        ),
        (
            "Norway’s decision to shut the road drew protests.",
            ("norway", "Norway"), "decision", ("to shut the road",),
            "Norway’s decision to shut the road drew protests",
        ),
    ],
)  # fmt: skip
def test_what_no_clause_tells_the_whole_sentence_does(
    text: str, speaker: tuple[str | None, str], cue: str, content: tuple[str, ...], line: str
) -> None:
    assert summarise_statement(statement(text, speaker, cue, *content), ACTORS, text) == line


def test_a_sentence_that_was_said_follows_the_name() -> None:
    text = "The border will be open by May, Toll said."
    said = statement(text, ("toll", "Toll"), "said", "The border will be open by May")
    assert summarise_statement(said, ACTORS, text) == "Mira Toll: The border will be open by May"


def test_a_quotation_ends_without_the_comma_of_its_report() -> None:
    text = "“The border is open,” Toll said."
    said = statement(text, ("toll", "Toll"), "said", "“The border is open,”", form="direct")
    assert summarise_statement(said, ACTORS, text) == "Mira Toll: “The border is open”"


def test_words_in_the_first_person_are_quoted() -> None:
    text = "“The two sides agreed to keep what I proposed,” she said."
    said = statement(text, (None, "The two sides"), "agreed", "to keep what I proposed")
    line = summarise_statement(said, ACTORS, text)
    assert line == "The two sides agreed “to keep what I proposed”"


def test_members_of_a_group_are_named_one_by_one() -> None:
    text = "Both sides described the talks as frank."
    said = statement(
        text, ("both", "Both sides"), "described", "the talks as frank", members=("us", "norway")
    )
    line = summarise_statement(said, ACTORS, text)
    assert line == "Norway and the United States described the talks as frank"


def _doer(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention("norway", words, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "speaker", "doer", "line"),
    [
        (
            "Norway’s government and the fishers agreed to end the row.",
            (None, "fishers"),
            "Norway’s government",
            "Norway’s government and the fishers agreed to end the row",
        ),
        (
            "Norway and northern fishers agreed to end the row.",
            ("norway", "Norway"),
            "Norway",
            "Norway and northern fishers agreed to end the row",
        ),
        (  # the mention holds a party that is not known
            "Norway and northern fishers agreed to end the row.",
            ("norway", "Norway and northern fishers"),
            "Norway",
            "Norway and northern fishers agreed to end the row",
        ),
        (
            "In spite of the cold and northern fishers agreed to end the row.",
            (None, "and northern fishers"),
            "the row",
            "Northern fishers agreed to end the row",
        ),
        (
            "Minister of Trade and Ports Toll agreed to end the row.",
            ("toll", "Minister of Trade and Ports Toll"),
            "the row",
            "Mira Toll agreed to end the row",
        ),
        (
            "Toll, head of bank and board, agreed to end the row.",
            ("toll", "Toll, head of bank and board"),
            "the row",
            "Mira Toll agreed to end the row",
        ),
    ],
)
def test_whoever_agrees_with_the_speaker_is_told(
    text: str, speaker: tuple[str | None, str], doer: str, line: str
) -> None:
    told = statement(text, speaker, "agreed", "to end the row")
    assert summarise_spoken_act(told, ACTORS, text, (_doer(text, doer),)) == line


def test_a_headline_in_capitals_is_told_in_small_letters() -> None:
    text = "Toll Looking Forward to Talks With Reves"
    told = statement(text, ("toll", "Toll"), "Looking Forward to", "Talks With Reves")
    line = "Mira Toll looked forward to Talks With Reves"
    assert summarise_spoken_act(told, ACTORS, text) == line

"""Words: conventions on real phrases, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.language.tokenise import tokenise


def words(text: str) -> list[str]:
    return [word.text for word in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's envoy", "China|'s|envoy"),
        ("China\u2019s envoy", "China|\u2019s|envoy"),
        ("the ministers' talks", "the|ministers|'|talks"),
        ("They don't agree.", "They|do|n't|agree|."),
        ("Lund 's envoy said he 'd go .", "Lund|'s|envoy|said|he|'d|go|."),
        ("'D-Day', 'S. Korea'", "'|D|-|Day|'|,|'|S.|Korea|'"),
        ("It won\u2019t last", "It|wo|n\u2019t|last"),
        ("We cannot wait", "We|can|not|wait"),
        ("I'm sure they'll say we've met", "I|'m|sure|they|'ll|say|we|'ve|met"),
        ("a 12-point plan", "a|12|-|point|plan"),
        ("an anti-war, long-term line", "an|anti-war|,|long|-|term|line"),
        ("the U.S. and the U.N.", "the|U.S.|and|the|U.N."),
        ("at 10 a.m. on Friday", "at|10|a.m.|on|Friday"),
        ("Gen. Mark A. Milley said", "Gen.|Mark|A.|Milley|said"),
        ("$1.5bn, or 30%", "$|1.5|bn|,|or|30|%"),
        ("He said: \u201c(And) we left.\u201d", "He|said|:|\u201c|(|And|)|we|left|.|\u201d"),
        ("See https://example.org/a-b, she said", "See|https://example.org/a-b|,|she|said"),
        ("write to desk@example.org.", "write|to|desk@example.org|."),
        ("Well... no", "Well|...|no"),
        ("Moscow--Beijing", "Moscow|--|Beijing"),
        ("O'Brien met Lavrov", "O'Brien|met|Lavrov"),
        ("the 1990s and the 5th round", "the|1990s|and|the|5th|round"),
        ("and/or", "and|/|or"),
        ("since 9/11", "since|9/11"),
        ("No. 10 said no.", "No.|10|said|no|."),
        ("AT&T spoke", "AT&T|spoke"),
        ("E.U.-China talks", "E.U.|-|China|talks"),
        ("at 6:30pm", "at|6:30|pm"),
        ("'We will talk,' he said", "'|We|will|talk|,|'|he|said"),
        ("Its not over, but its army left.", "It|s|not|over|,|but|its|army|left|."),
        ("Your going? Your envoy is.", "You|r|going|?|Your|envoy|is|."),
        ("I dont know; thats all", "I|do|nt|know|;|that|s|all"),
        ("as is his wont, Im Sung left", "as|is|his|wont|,|Im|Sung|left"),
        ("a 5G mast, 30mm guns and 20km", "a|5G|mast|,|30|mm|guns|and|20|km"),
        ("call 1-800-555-0199 or 202/555-0199", "call|1-800-555-0199|or|202/555-0199"),
        ("on 12-20-2000, not in 1999-2000", "on|12-20-2000|,|not|in|1999|-|2000"),
        ("hindsight is 20/20 on 5/18", "hindsight|is|20|/|20|on|5/18"),
        ("(draft.doc) and notes_2.PDF.", "(|draft.doc|)|and|notes_2.PDF|."),
        ("on alt.animals.cat w/o Holm@NATO", "on|alt.animals.cat|w/o|Holm@NATO"),
        ("Really?! He won.!", "Really|?!|He|won|.!"),
        ("good :) or =( or ^_^", "good|:)|or|=(|or|^_^"),
        ("back in the 60's", "back|in|the|60's"),
        ("an over-rated, step-wise plan", "an|over-rated|,|step-wise|plan"),
        ("art. 5 of the pact, p. 3.", "art.|5|of|the|pact|,|p.|3|."),
    ],
)
def test_conventions(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


def test_places() -> None:
    assert [(w.start, w.end) for w in tokenise("  Li's \n aide")] == [(2, 4), (4, 6), (9, 13)]


def test_nothing() -> None:
    assert tokenise("") == []
    assert tokenise(" \n\t ") == []


@given(st.text())
def test_words_cover_the_text(text: str) -> None:
    at = 0
    for word in tokenise(text):
        assert text[word.start : word.end] == word.text
        assert word.start < word.end
        assert not text[at : word.start].strip()
        at = word.end
    assert not text[at:].strip()


def test_words_do_not_depend_on_what_was_read_before() -> None:
    assert words("It is No. 5") == ["It", "is", "No.", "5"]
    assert words("It is No. I") == ["It", "is", "No", ".", "I"]
    assert words("Plan A.") == ["Plan", "A", "."]
    assert words("Plan A. Reed") == ["Plan", "A.", "Reed"]


@given(st.text(alphabet="aA1.,'\u2019\"-/&$n%t:()! \n", max_size=40))
def test_words_cover_marks_and_clitics(text: str) -> None:
    test_words_cover_the_text.hypothesis.inner_test(text)  # type: ignore[attr-defined]

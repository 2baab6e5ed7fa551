"""Numbers of one thing that reports give differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.quantities import numbers_in_dispute, quantities
from coranto.chronology.words import content_stems
from coranto.language.sentences import split_sentences

ANCHOR = "Orlova and Tan met in Vienna on Friday."
PARTIES = content_stems("Vera Orlova Tan Wei")


def values(*told: str) -> list[list[str]]:
    texts = {f"r{n}": f"{ANCHOR} {words}" for n, words in enumerate(told, 1)}
    passages = {r: split_sentences(t) for r, t in texts.items()}
    found = numbers_in_dispute(passages, texts, PARTIES)
    for version in (v for d in found for v in d.values):
        assert version.reports == tuple(e.report for e in version.evidence)
        for words in version.evidence:
            assert texts[words.report][words.start : words.end] == words.quote
            assert version.value in words.quote
    return [[v.value for v in d.values] for d in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "They walked in the rose garden for about 30 minutes.",
            "The two sat on a bench of the rose garden for about 40 minutes.",
            ["about 30 minutes", "about 40 minutes"],
        ),
        (
            "The embassies will open their doors within two months under the deal.",
            "Under the deal both embassies are to open within a two-year period.",
            ["two months", "two-year"],
        ),
        (
            "Tan gave her a list of 12 prisoners held in the north.",
            "The list that Tan gave her had the names of 15 prisoners held in the north.",
            ["12 prisoners", "15 prisoners"],
        ),
        (
            "The loan for the bridge comes to $20 million and runs for long.",
            "The loan for the bridge comes to $25 million.",
            ["$20 million", "$25 million"],
        ),
    ],
)
def test_two_values_of_one_thing(one: str, other: str, told: list[str]) -> None:
    assert values(one, other) == [told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same
        ("They walked in the rose garden for an hour or 60 minutes.", "No walk."),
        (
            "They walked in the rose garden for two hours.",
            "They walked in the rose garden for 120 minutes.",
        ),
        # rounded
        (
            "They walked in the rose garden for 38 minutes.",
            "They walked in the rose garden for about 40 minutes.",
        ),
        # of two things
        (
            "They walked in the rose garden for 30 minutes.",
            "A lunch with their ministers lasted 90 minutes.",
        ),
        (
            "The talks on fishing limits lasted two days.",
            "The quarrel over fishing limits has lasted two years; the talks on fish two days.",
        ),
        # dates, clocks and ages
        (
            "In the rose garden on June 12 at 9:30 a.m. they planted a tree.",
            "In the rose garden on June 14 at 8:15 a.m. they planted a tree.",
        ),
        (
            "A 33-year-old gardener of the palace spoke.",
            "A 44-year-old gardener of the palace spoke.",
        ),
    ],
)
def test_no_dispute(one: str, other: str) -> None:
    assert values(one, other) == []


def test_three_reports_one_of_them_rounding() -> None:
    garden = "They spoke for {} in the rose garden with only interpreters present."
    told = [garden.format(x) for x in ("38 minutes", "48 minutes", "about 40 minutes")]
    assert values(*told) == [["38 minutes", "48 minutes", "about 40 minutes"]]


def test_a_report_that_gives_two_numbers_contradicts_nobody_by_itself() -> None:
    assert values("They sat in the rose garden for 10 minutes, and for 30 in the garden.") == []


def test_a_dispute_says_what_is_counted() -> None:
    texts = {
        "r1": f"{ANCHOR} They planted a tree and talked on the footbridge for 30 minutes.",
        "r2": f"{ANCHOR} They planted a tree and sat on a blue footbridge for 50 minutes.",
    }
    passages = {r: split_sentences(t) for r, t in texts.items()}
    (dispute,) = numbers_in_dispute(passages, texts, PARTIES)
    assert dispute.on == "planted tree footbridge"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("about 10", "10", True),
        ("about 10", "nearly 10", True),
        ("about 10", "less than 10", False),
        ("10", "less than 10", False),
        ("9", "less than 10", True),
        ("nearly 10", "less than 10", True),
        ("more than 10", "less than 10", False),
        ("more than 10", "10", True),
        ("more than 10", "about 10", True),
        ("more than 10", "14", True),
        ("more than 10", "8", False),
        ("more than 10", "30", False),
        ("almost 20", "over 10", False),
        ("up to 20", "15", True),
        ("half an hour", "30", True),
        ("about half an hour", "45", False),
    ],
)
def test_hedged_numbers_agree_where_their_ranges_meet(one: str, other: str, agree: bool) -> None:
    def minutes(told: str) -> str:
        return told if "hour" in told else f"{told} minutes"

    garden = "They walked in the rose garden for {}."
    found = values(*(garden.format(minutes(x)) for x in (one, other)))
    assert (found == []) is agree
    assert values(*(garden.format(minutes(x)) for x in (other, one))) == found


def lengths(*told: str) -> list[tuple[str, list[str]]]:
    """The disputes of reports of one sentence each, in which "met" or "spoke" tells the act."""
    texts = {f"r{n}": words for n, words in enumerate(told, 1)}
    passages = {r: [(0, len(t))] for r, t in texts.items()}
    acts = {
        r: [t.index(w) + len(w) for w in ("met", "spoke", "talks", "arrived") if w in t]
        for r, t in texts.items()
    }
    found = numbers_in_dispute(passages, texts, PARTIES, acts)
    return [(d.on, [v.value for v in d.values]) for d in found]


def test_the_length_of_one_act_needs_no_other_words_in_common() -> None:
    assert lengths(
        "Orlova and Tan spoke for less than 20 minutes at the opera.",
        "Both ministers met for about 20 minutes, aides said.",
        "After half an hour of talks the pair parted.",
    ) == [("how long", ["about 20 minutes", "half an hour", "less than 20 minutes"])]
    assert lengths("Tan arrived 35 minutes late.", "Tan arrived an hour behind schedule.") == [
        ("how late", ["35 minutes", "an hour"])
    ]
    assert lengths("Tan arrived at 90 miles an hour.", "Tan arrived 35 minutes late.") == []


@pytest.mark.parametrize(
    "other",
    [
        # so long was another thing: its part, its distance, a plan, what came next, his delay
        "They met one-on-one for 50 minutes.",
        "They met 50 minutes after the concert.",
        "They met for what was to be 50 minutes.",
        "They spoke for another 50 minutes.",
        "They met when he arrived 50 minutes late.",
        "They met and the band played for two nights and some 50 minutes.",
    ],
)
def test_other_lengths_in_the_sentence_of_an_act(other: str) -> None:
    assert lengths("Orlova and Tan spoke for 20 minutes.", other) == []


@given(st.text(alphabet="a 1twominutes,.-$%\n“”", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    places = split_sentences(text)
    assert all(0 <= a < b <= len(text) for a, b in places)
    for q in quantities("r", text, places, frozenset()):
        assert q.value >= 0 and q.told

"""What stands beside the grammar: proposals, ranges, texts that look back, anchors of their own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.times import recognise, resolve
from coranto.times.grammar import FAMILIES, rules, windows
from coranto.times.tables import REFERENCES, SETS
from coranto.types import DateRange, TimeExpression

from .trees import plain

FRIDAY = date(2023, 5, 26)
NEAR_MISSES = (
    "someday",
    "holidays",
    "beforehand.",
    "thereafter",
    "fromage",
    "teach",
    "reach",
    "IQ4",
)


def values(text: str, day: date = FRIDAY) -> list[tuple[str, str]]:
    doc = plain(text)
    return [(t.text, t.value) for t in resolve(doc, recognise(doc), DateRange(day, day))]


def proposing(text: str, *words: str) -> list[TimeExpression]:
    doc = plain(text)
    spans = [(text.index(w), text.index(w) + len(w)) for w in words]
    raws = recognise(doc, spans)
    return list(resolve(doc, raws, DateRange(FRIDAY, FRIDAY)))


# --- proposals ---------------------------------------------------------------------


def test_a_proposal_gives_what_the_grammar_doubted() -> None:
    text = "The envoy said May had gone well."
    assert recognise(plain(text)) == ()
    (time,) = proposing(text, "May")
    assert (time.text, time.value) == ("May", "2023-05")


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("A recent visit went well.", "recent", "PAST_REF"),
        ("The two had previously met.", "previously", "PAST_REF"),
        ("They fear future raids.", "future", "FUTURE_REF"),
        ("They have already met.", "already", "PRESENT_REF"),
    ],
)
def test_words_of_reference_count_where_they_are_proposed(text: str, word: str, value: str) -> None:
    assert recognise(plain(text)) == ()
    assert [(t.text, t.value) for t in proposing(text, word)] == [(word, value)]


def test_proposals_change_nothing_that_the_grammar_found() -> None:
    text = "They met on Friday, May 26, in Oslo."
    plainly = recognise(plain(text))
    assert recognise(plain(text), [(12, 18), (20, 26), (12, 34)]) == plainly
    assert [r.text for r in plainly] == ["Friday, May 26"]


def test_proposals_without_a_value_are_left() -> None:
    text = "The green room was full; the talks took some time."
    assert proposing(text, "green room", "some time") == []


@pytest.mark.parametrize("span", [(-3, 5), (5, 5), (9, 4), (0, 900), (3, 4)])
def test_proposals_that_are_no_extents_are_left(span: tuple[int, int]) -> None:
    assert recognise(plain("A recent visit."), [span]) == ()


@settings(deadline=None, max_examples=60)
@given(
    st.text(alphabet="MayFridrecnt soon 12.,", max_size=50),
    st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=6),
)
def test_proposals_only_add(text: str, spans: list[tuple[int, int]]) -> None:
    doc = plain(text)
    found, more = recognise(doc), recognise(doc, spans)
    assert set(found) <= set(more)
    for raw in more:
        assert text[raw.start : raw.end] == raw.text
    ends = [0]
    for raw in more:
        assert raw.start >= ends[-1]
        ends.append(raw.end)


# --- ranges ----------------------------------------------------------------------------


def test_both_ends_of_a_range_have_their_year() -> None:
    assert values("The siege (17 August – 2 September 1914) failed.") == [
        ("17 August", "1914-08-17"),
        ("2 September 1914", "1914-09-02"),
    ]


def test_an_and_between_other_things_shares_no_year() -> None:
    found = values("They met in March and the pact of May 2011 was read.")
    assert found == [("March", "2023-03"), ("May 2011", "2011-05")]


# --- texts that look back ------------------------------------------------------------------

CHRONICLE = (
    "The war began on 3 May 1954. In June the capital fell. In January 1955 talks opened and in "
    "March they failed. By late 1955 the front was still. On 4 July 1956 a truce was signed. "
    "In 1957 the envoys returned. The following year the border opened. In December the king left."
)


def test_a_chronicle_goes_on_from_the_year_it_told_last() -> None:
    found = dict(values(CHRONICLE))
    assert found["June"] == "1954-06"
    assert found["March"] == "1955-03"
    assert found["The following year"] == "1958"
    assert found["December"] == "1958-12"


def test_a_report_with_some_history_does_not_look_back() -> None:
    text = (
        "The ministers met on Monday. In March they will meet again. Their countries fought in "
        "1954, 1955 and 1961. On Tuesday the envoy spoke of 1961 and of 1972. Last week he came."
    )
    found = dict(values(text))
    assert (found["Monday"], found["March"]) == ("2023-05-22", "2024-03")


# --- anchors -----------------------------------------------------------------------------


def test_a_live_blog_counts_from_the_day_of_each_post() -> None:
    text = (
        "Updated Thursday 25 May 2023, 18:00 BST\n\nThe envoy met the king yesterday.\n\n"
        "Tuesday 23 May 2023, 09:15 BST\n\nThe envoy arrived yesterday. He is expected to leave "
        "tomorrow."
    )
    found = [v for w, v in values(text) if w in ("yesterday", "tomorrow")]
    assert found == ["2023-05-24", "2023-05-22", "2023-05-24"]


def test_a_date_within_a_sentence_is_no_stamp() -> None:
    found = values("They signed on 3 May 2023.\n\nThe king came today.")
    assert found[-1] == ("today", "2023-05-26")


def test_quoted_words_count_from_their_saying() -> None:
    text = "On Tuesday the envoy, Ada Lind, said: “The talks ended yesterday.” He leaves today."
    found = dict(values(text))
    assert found["yesterday"] == "2023-05-22"
    assert found["today"] == "2023-05-26"


def test_quoted_words_of_no_known_day_count_from_the_report() -> None:
    assert values("“We leave tomorrow,” the envoy said.") == [("tomorrow", "2023-05-27")]


# --- where rules look ------------------------------------------------------------------


@pytest.mark.parametrize("words", [*REFERENCES, *SETS])
def test_every_word_of_the_tables_is_near_a_core(words: str) -> None:
    text = f"On it {words} they agree."
    families = {"references": REFERENCES, "sets": SETS}
    for name, rule in zip(FAMILIES, rules(), strict=True):
        if words in families.get(name, ()):
            (window,) = windows(text, rule, text.lower())
            assert window[0] <= 6 < 6 + len(words) <= window[1]
            assert any(p.search(text, *window) for p in rule.patterns)


@given(st.lists(st.sampled_from(NEAR_MISSES), max_size=12))
def test_words_that_hold_a_core_hide_no_time(words: list[str]) -> None:
    alone = "They met three weeks ago."
    text = " ".join([*words, alone])
    assert values(text)[-1:] == values(alone)

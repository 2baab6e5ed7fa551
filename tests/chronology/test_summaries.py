"""The line that sums up an event: what was rejected is named, and whose it was."""

from __future__ import annotations

import pytest

from coranto.annotation import find_facts, read_texts
from coranto.chronology.summaries import summarise_event, summarise_statement
from coranto.language.model import LanguageModel
from coranto.types import DateRange


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "In March, Norway released a peace plan, but Poland rejected the plan.",
            "Poland rejected the plan (Norway)",
        ),
        ("Poland rejected Norway's proposal on Monday.", "Poland rejected Norway's proposal"),
    ],
)
def test_a_rejection_names_the_thing_rejected(
    text: str, summary: str, model: LanguageModel
) -> None:
    reading = read_texts([text], model)[0]
    events = find_facts(reading, DateRange(), "r").events
    (event,) = (e for e in events if e.type == "REJECT")
    assert summarise_event(event, event.status, {}) == summary


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Turkey brokered the grain deal in July.", "Turkey brokered the grain deal"),
        (
            "Qatar brokered a truce between Poland and Norway.",
            "Qatar brokered a truce between Poland and Norway",
        ),
        ("Qatar mediated between Poland and Norway.", "Qatar mediated between Poland and Norway"),
    ],
)
def test_a_mediation_names_what_came_of_it(text: str, summary: str, model: LanguageModel) -> None:
    reading = read_texts([text], model)[0]
    (event,) = find_facts(reading, DateRange(), "r").events
    assert summarise_event(event, event.status, {}) == summary


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Norway and Poland agreed in Vienna on Monday to reopen their embassies.",
            "Norway and Poland agreed in Vienna to reopen their embassies",
        ),
        (
            "Norway and Poland signed a fishing agreement in Oslo on Monday.",
            "Norway and Poland signed a fishing agreement in Oslo",
        ),
        (
            "Norway and Poland reached a deal on Monday.",
            "Norway and Poland reached a deal",
        ),
    ],
)
def test_those_who_agree_do_so_together(text: str, summary: str, model: LanguageModel) -> None:
    reading = read_texts([text], model)[0]
    (event,) = find_facts(reading, DateRange(), "r").events
    assert summarise_event(event, event.status, {}) == summary


def test_a_request_says_what_was_asked(model: LanguageModel) -> None:
    text = "Norway asked Poland to reopen the border, and the two spoke of fish."
    reading = read_texts([text], model)[0]
    events = find_facts(reading, DateRange(), "r").events
    (event,) = (e for e in events if e.type == "REQUEST")
    assert summarise_event(event, event.status, {}) == "Norway asked Poland to reopen the border"


def test_a_colon_alone_is_no_verb(model: LanguageModel) -> None:
    text = "Oslo: No deal with Poland\n\nNorway said that there was no deal."
    reading = read_texts([text], model)[0]
    told = [summarise_statement(s, {}) for s in find_facts(reading, DateRange(), "r").statements]
    assert told == ["Oslo: No deal with Poland", "Norway said that there was no deal"]


def test_a_place_is_named_once(model: LanguageModel) -> None:
    text = "Protesters stormed the Polish embassy in Norway on Monday."
    reading = read_texts([text], model)[0]
    (event,) = find_facts(reading, DateRange(), "r").events
    assert summarise_event(event, event.status, {}).count("in Norway") == 1


def test_a_summary_begins_with_a_capital_and_says_with_whom_ties_were_cut(
    model: LanguageModel,
) -> None:
    text = "Poland cut diplomatic ties with Norway in March after protesters stormed its embassy."
    reading = read_texts([text], model)[0]
    events = find_facts(reading, DateRange(), "r").events
    told = [summarise_event(e, e.status, {}) for e in events]
    assert any(line.startswith("Protesters stormed") for line in told)
    assert any(line.endswith("ties with Norway") for line in told)

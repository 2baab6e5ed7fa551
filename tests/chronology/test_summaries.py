"""The line that sums up an event: what was rejected is named, and whose it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coranto.annotation import find_facts, read_texts
from coranto.chronology.entries import make_entries
from coranto.chronology.sayings import summarise_statement
from coranto.chronology.summaries import is_untold, summarise_event
from coranto.language.model import LanguageModel
from coranto.types import Actor, DateRange, Event, Place, Report, Span


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
    found = find_facts(reading, DateRange(), "r").statements
    told = [summarise_statement(s, {}, text) for s in found]
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


@pytest.mark.parametrize(
    ("text", "kind", "summary"),
    [
        (
            "The meeting was proposed by Norway on Monday.",
            "REQUEST",
            "Norway proposed the meeting",
        ),
        (
            "Norway will provide military aid to Poland.",
            "AID",
            "Norway to provide military aid to Poland",
        ),
        (
            "The United States urged Poland not to close the border.",
            "REQUEST",
            "The United States called on Poland not to close the border",
        ),
    ],
)
def test_a_line_is_a_sentence(text: str, kind: str, summary: str, model: LanguageModel) -> None:
    reading = read_texts([text], model)[0]
    events = find_facts(reading, DateRange(), "r").events
    (event,) = (e for e in events if e.type == kind)
    assert summarise_event(event, event.status, {}) == summary


def test_talks_that_go_on_are_mediated_not_brokered(model: LanguageModel) -> None:
    text = "Qatar is mediating talks between Poland and Norway."
    reading = read_texts([text], model)[0]
    (event,) = (e for e in find_facts(reading, DateRange(), "r").events if e.mode == "mediate")
    line = summarise_event(event, event.status, {})
    assert line == "Qatar mediated talks between Poland and Norway"


def test_a_meeting_is_held_at_a_building(make_event: Callable[..., Event]) -> None:
    event = make_event("r", "2023-05-26", place=Place("Presidential Palace", "NO"))
    assert summarise_event(event, "happened", {}) == "Orlova met tan at the Presidential Palace"


def test_what_both_sides_do_they_do_together(make_event: Callable[..., Event]) -> None:
    words = "Both sides will begin exchanging prisoners of war, Vera Orlova said."
    event = make_event(
        "r",
        type="COOPERATE",
        mode=None,
        status="planned",
        place=None,
        evidence=(Span(0, len(words), words),),
        predicate=Span(22, 32, "exchanging"),
    )
    line = summarise_event(event, "planned", {})
    assert line == "Orlova and tan to exchange prisoners of war"


def test_a_statement_that_is_not_described_is_a_joint_statement(
    make_event: Callable[..., Event],
) -> None:
    event = make_event("r", type="AGREE", mode="joint-statement", place=None)
    assert summarise_event(event, "happened", {}) == "Orlova and tan issued a joint statement"


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Norway signed a fishing agreement with Poland and Sweden on Monday.",
            "Norway signed a fishing agreement with Poland and Sweden",
        ),
        (
            "Anna Lund stepped down as president in 2007.",
            "Anna Lund resigned as president",
        ),
    ],
)
def test_a_line_says_nothing_twice_and_leaves_nothing_open(
    text: str, summary: str, model: LanguageModel
) -> None:
    reading = read_texts([text], model)[0]
    (event,) = find_facts(reading, DateRange(), "r").events
    assert summarise_event(event, event.status, {}) == summary


def _act(make_event: Callable[..., Event], words: str, verb: str, thing: str, **given: Any) -> str:
    at, start = words.index(verb), words.index(thing)
    event = make_event(
        "r1",
        evidence=(Span(0, len(words), words),),
        predicate=Span(at, at + len(verb), verb),
        object=Span(start, start + len(thing), thing),
        place=None,
        **given,
    )
    return summarise_event(event, event.status, {})


def test_a_line_is_not_left_open(make_event: Callable[..., Event]) -> None:
    told = {"type": "AGREE", "mode": None, "sources": ("Toll",), "targets": ()}
    words = "Toll announced the accords, including what they call a pact."
    line = _act(make_event, words, "announced", "the accords, including what", **told)
    assert line == "Toll announced the accords"
    line = _act(make_event, "Toll extended the accord.", "extended", "the accord", **told)
    assert line == "Toll extended the accord"


def test_a_particle_goes_with_its_verb(make_event: Callable[..., Event]) -> None:
    told = {"type": "COOPERATE", "mode": None, "sources": ("Toll",), "targets": ()}
    line = _act(make_event, "Toll set up a fund.", "set", "a fund", **told)
    assert line == "Toll set up a fund"


def test_a_camp_is_a_place_to_meet_at(make_event: Callable[..., Event]) -> None:
    event = make_event("r1", place=Place("Camp Lune", None))
    assert summarise_event(event, event.status, {}).endswith(" at Camp Lune")


def test_to_leave_an_agreement_is_to_withdraw_from_it(make_event: Callable[..., Event]) -> None:
    told = {"type": "SANCTION", "mode": "withdraw", "sources": ("Toll",), "targets": ()}
    line = _act(make_event, "Toll pulls out of Ferry Pact", "pulls", "Ferry Pact", **told)
    assert line == "Toll withdrew from the Ferry Pact"
    ended = "Toll ended participation in the pact."
    line = _act(make_event, ended, "ended", "participation in the pact", **told)
    assert line == "Toll ended participation in the pact"


def test_a_line_names_the_deal_where_some_report_does(make_event: Callable[..., Event]) -> None:
    def left(report: str, words: str, thing: str) -> Event:
        start = words.index(thing)
        return make_event(
            report,
            "2023-05-12",
            type="SANCTION",
            mode="withdraw",
            targets=(),
            evidence=(Span(0, len(words), words),),
            predicate=Span(4, 8, "left"),
            object=Span(start, start + len(thing), thing),
            place=None,
        )

    told = [
        left("r1", "She left the deal.", "the deal"),
        left("r2", "She left the ferry deal.", "the ferry deal"),
    ]
    assert [is_untold(e) for e in told] == [True, False]
    reports = [Report(e.report, f"{e.report}.txt", e.evidence[0].text) for e in told]
    orlova = Actor("orlova", "Vera Orlova", "person")
    (entry,) = make_entries(reports, [], [orlova], told, [])
    assert entry.summary == "Vera Orlova withdrew from the ferry deal"

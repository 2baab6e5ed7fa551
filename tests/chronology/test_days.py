"""Plans, cancellations and acts by their days; a call that is told with two days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from coranto.chronology.clusters import cluster_events
from coranto.chronology.days import days_of_call, is_called_off, share_a_place, was_met
from coranto.chronology.entries import make_entries
from coranto.types import Actor, DateRange, Event, Place, Report, Span

MakeEvent = Callable[..., Event]
OPEN_PLAN = DateRange(date(2023, 5, 1), None)


def days(text: str) -> DateRange:
    first, _, last = text.partition("/")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


def sentence(words: str, **given: Any) -> dict[str, Any]:
    return {"evidence": (Span(0, len(words), words),), "place": None} | given


def number(actors: Mapping[str, Actor], *events: Event) -> int:
    """How many acts they are; the same in every order."""
    found = {len(cluster_events(list(order), actors)) for order in permutations(events)}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("plan", "act", "met"),
    [
        (days("2023-05-11"), days("2023-05-11"), True),
        (days("2023-05-08/2023-05-14"), DateRange(None, date(2023, 5, 12)), True),
        (days("2023-05-08/2023-05-14"), days("2023-05-15"), False),
        (days("2023-05-01/2023-05-31"), DateRange(None, date(2023, 9, 1)), False),
        (days("2022-05-01/2024-05-01"), days("2023-05-11"), False),  # "on Friday", of no year
        (OPEN_PLAN, days("2023-05-20"), True),
        (OPEN_PLAN, days("2023-04-30"), False),  # told after the act
        (OPEN_PLAN, days("2023-08-20"), False),
        (OPEN_PLAN, DateRange(None, date(2023, 5, 20)), False),
    ],
)
def test_a_plan_is_met_by_an_act_of_its_days(
    plan: DateRange, act: DateRange, met: bool, make_event: MakeEvent
) -> None:
    planned = make_event("r1", status="planned", **sentence("They will meet."))
    done = make_event("r2", **sentence("They met."))
    assert was_met(_on(planned, plan), _on(done, act)) is met


def _on(event: Event, dates: DateRange) -> Event:
    return replace(event, date=dates)


def test_a_loose_plan_is_met_at_its_place(actors: dict[str, Actor], make_event: MakeEvent) -> None:
    told = "Orlova will receive Tan on Friday at the Karelia Lodge."
    plan = _on(
        make_event("r1", "2022-05-06", status="planned", **sentence(told)),
        days("2022-05-06/2024-05-03"),
    )
    there = make_event("r2", "2023-05-12", **sentence("They met at Karelia Lodge on Friday."))
    elsewhere = make_event(
        "r3", "2022-11-03", **sentence("They met in Samarkand.", place=Place("Samarkand", "UZ"))
    )
    assert share_a_place(plan, there)
    assert not share_a_place(plan, elsewhere)
    assert number(actors, plan, there) == 1
    assert number(actors, plan, elsewhere) == 2
    unplaced = make_event("r0", "2023-05-12", **sentence("They met on Friday."))
    assert number(actors, unplaced, plan) == 2
    assert number(actors, unplaced, plan, there) == 1


def test_months_are_no_places(make_event: MakeEvent) -> None:
    one = make_event("r1", **sentence("They will meet in May."))
    other = make_event("r2", **sentence("They met in May in Samarkand."))
    assert not share_a_place(one, other)


def test_a_cancellation_is_of_the_plan_of_its_days(
    actors: dict[str, Actor], make_event: MakeEvent
) -> None:
    visit = {"mode": "visit", "targets": (), "place": Place("Oslo", "NO")}
    plan = make_event("r1", "2023-06-16", status="planned", **visit)
    that = make_event("r2", "2023-06-16", status="cancelled", **visit)
    news = make_event(
        "r3", "2023-06-16", status="cancelled", date_basis="publication", **visit, n=1
    )
    assert is_called_off(plan, that)
    assert not is_called_off(plan, news)
    assert number(actors, plan, that) == 1
    assert number(actors, plan, news) == 2
    month = _on(that, days("2023-02-01/2023-02-28"))
    assert number(actors, plan, month) == 2


def call(make_event: MakeEvent, report: str, when: str, words: str, **given: Any) -> Event:
    at = words.index("spoke")
    values = sentence(words, predicate=Span(at, at + 5, "spoke"), mode="call")
    return make_event(report, when, **(values | given))


def test_a_call_of_two_neighbouring_days_is_one(
    actors: dict[str, Actor], make_event: MakeEvent
) -> None:
    late = call(make_event, "r1", "2023-06-13", "Orlova and Tan spoke late on Tuesday.")
    early = call(make_event, "r2", "2023-06-14", "Tan and Orlova spoke on Wednesday.")
    assert number(actors, late, early) == 1
    assert days_of_call([late, early]) == days("2023-06-13/2023-06-14")
    reports = [Report(e.report, f"{e.report}.txt", "They spoke.") for e in (late, early)]
    (entry,) = make_entries(reports, [], list(actors.values()), [late, early], [])
    assert entry.date == days("2023-06-13/2023-06-14")
    (differing,) = entry.disagreements
    assert differing.about == "date"
    assert [v.value for v in differing.values] == ["2023-06-13", "2023-06-14"]


@pytest.mark.parametrize(
    ("told", "given"),
    [
        (("r1", "2023-06-14", "They spoke on Wednesday."), {}),  # one report tells both
        (("r2", "2023-06-15", "They spoke on Thursday."), {}),
        (("r2", "2023-06-14", "They spoke again on Wednesday."), {}),
        (("r2", "2023-06-14", "They spoke on Wednesday."), {"targets": ("rao",)}),
        (("r2", "2023-06-14", "They spoke on Wednesday."), {"mode": "meet"}),
        (("r2", "2023-06-14", "They spoke."), {"date_basis": "narrative"}),
    ],
)
def test_two_calls_stay_two(
    told: tuple[str, str, str],
    given: dict[str, Any],
    actors: dict[str, Actor],
    make_event: MakeEvent,
) -> None:
    first = call(make_event, "r1", "2023-06-13", "Orlova and Tan spoke on Tuesday.")
    assert number(actors, first, call(make_event, *told, **given)) == 2


def test_of_three_days_in_a_row_none_is_one_of_the_others(
    actors: dict[str, Actor], make_event: MakeEvent
) -> None:
    told = [call(make_event, f"r{n}", f"2023-06-1{n}", "Orlova and Tan spoke.") for n in (3, 4, 5)]
    assert number(actors, *told) == 3

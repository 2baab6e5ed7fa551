"""One act told by many reports is one cluster; look-alikes are two."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from coranto.chronology.clusters import (
    Cluster,
    cluster_events,
    cluster_statements,
    join_spoken_acts,
)
from coranto.types import Actor, DateRange, Event, Place, Span, Statement


def ids(clusters: list[Cluster]) -> list[list[str]]:
    return sorted(sorted(e.id for e in c.events) for c in clusters)


def test_one_meeting_told_by_two_reports_is_one(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    a = make_event("r1", "2023-05-26")
    b = make_event("r2", "2023-05-26", sources=("tan",), targets=("orlova",), mode="talks")
    assert ids(cluster_events([a, b], actors)) == [[a.id, b.id]]


def test_two_meetings_of_one_minister_at_one_place_on_one_day_stay_two(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    place = Place("Goa", "IN")
    a = make_event("r1", "2023-05-04", targets=("tan",), place=place)
    b = make_event("r2", "2023-05-04", targets=("rao",), place=place, n=1)
    assert len(cluster_events([a, b], actors)) == 2


def test_the_same_two_persons_on_two_far_days_stay_two(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    a = make_event("r1", "2023-05-04")
    b = make_event("r2", "2023-05-26")
    assert len(cluster_events([a, b], actors)) == 2


def test_a_preview_and_the_report_of_the_meeting_are_one(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    planned = make_event("r1", "2023-05-26", status="planned")
    held = make_event("r2", "2023-05-26")
    assert len(cluster_events([planned, held], actors)) == 1


def test_previews_without_a_day_are_one(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    a = make_event("r1", None, status="planned", date=_from("2023-05-20"))
    b = make_event("r2", None, status="planned", date=_from("2023-05-22"))
    assert len(cluster_events([a, b], actors)) == 1


def test_whoever_receives_two_is_no_party_of_their_meeting(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    met = make_event("r1", "2023-05-26", sources=("orlova",), targets=("tan",))
    received = make_event("r1", "2023-05-26", sources=("rao",), targets=("orlova", "tan"))
    assert len(cluster_events([met, replace(received, id="e2", mode="host")], actors)) == 2


def test_two_meetings_told_together_are_not_the_one_of_the_day(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    one = make_event("r1", "2023-05-26")
    told = "Orlova and Tan have met twice this year."
    both = make_event("r2", "2023-05-01/2023-05-26", evidence=(Span(0, len(told), told),))
    both = replace(both, predicate=Span(20, 23, "met"))
    assert len(cluster_events([one, both], actors)) == 2


def test_one_agreement_in_other_words_and_another_order_is_one(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    def agreed(report: str, words: str, first: str, second: str) -> Event:
        event = make_event(report, "2023-05-26", sources=(first,), targets=(second,))
        thing = Span(0, len(words), words)
        return replace(event, type="AGREE", mode=None, object=thing)

    restored = agreed("r1", "to restore relations after seven years", "orlova", "tan")
    resumed = agreed("r2", "to resume ties and reopen embassies", "tan", "orlova")
    apart = agreed("r3", "to share the water of the river", "orlova", "tan")
    found = ids(cluster_events([restored, resumed, apart], actors))
    assert sorted(found) == sorted([sorted([restored.id, resumed.id]), [apart.id]])


def test_a_plan_without_a_date_is_met_within_weeks_but_not_after_months(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    planned = make_event("r1", None, status="planned", date=_from("2023-05-20"))
    soon, late = make_event("r2", "2023-05-26"), make_event("r3", "2023-09-26")
    assert len(cluster_events([planned, soon], actors)) == 1
    assert len(cluster_events([planned, late], actors)) == 2


def test_one_day_in_two_reports_and_the_next_in_a_third_is_one_act_with_two_dates(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    made = [make_event("r1", "2023-05-26"), make_event("r2", "2023-05-27")]
    assert len(cluster_events(made, actors)) == 1


def test_one_report_that_tells_two_days_tells_two_acts(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    made = [make_event("r1", "2023-05-26"), make_event("r1", "2023-05-27")]
    assert len(cluster_events(made, actors)) == 2


def test_two_plans_are_told_apart_by_their_words(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    def plan(report: str, words: str, when: str) -> Event:
        return make_event(
            report,
            when,
            type="REQUEST",
            mode="propose",
            sources=("china",),
            targets=(),
            place=None,
            object=Span(0, len(words), words),
        )

    a = plan("r1", "a 12-point plan to end the war", "2023-02-01/2023-02-28")
    b = plan("r2", "a 12-point document on ending the war", "2023-02-01/2023-02-28")
    c = plan("r3", "a draft treaty on fishing rights", "2023-02-01/2023-02-28")
    assert ids(cluster_events([a, b, c], actors)) == sorted([sorted([a.id, b.id]), [c.id]])


def test_order_of_events_does_not_matter(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    made = [
        make_event(f"r{i}", f"2023-05-{20 + i % 5:02d}", targets=(("tan", "rao")[i % 2],), n=i)
        for i in range(20)
    ]
    expected = ids(cluster_events(made, actors))
    for seed in range(5):
        shuffled = random.Random(seed).sample(made, len(made))
        assert ids(cluster_events(shuffled, actors)) == expected


def test_one_utterance_cut_by_another_report_is_one(
    make_statement: Callable[..., Statement],
) -> None:
    whole = make_statement(
        "r1", "“We will study every line of the new proposal and answer it in writing by June.”"
    )
    cut = make_statement("r2", "“study every line of the new proposal and answer it in writing”")
    other = make_statement("r3", "“The harbour will stay closed until the ice is gone.”")
    texts = {s.report: s.content[0].text for s in (whole, cut, other)}
    clusters = cluster_statements([whole, cut, other], texts)
    assert sorted(len(c.statements) for c in clusters) == [1, 2]


def test_the_same_words_of_two_speakers_are_two_utterances(
    make_statement: Callable[..., Statement],
) -> None:
    words = "“We will study every line of the new proposal and answer it in writing.”"
    a, b = make_statement("r1", words), make_statement("r2", words, speaker="tan")
    assert len(cluster_statements([a, b], {"r1": words, "r2": words})) == 2


def test_an_act_done_in_words_is_one_line_with_its_statement(
    make_event: Callable[..., Event],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    words = "she accused the bank of delay"
    s = make_statement("r1", words, cue=(Span(4, 11, "accused"),))
    e = make_event(
        "r1", None, type="ACCUSE", mode=None, told_by=(s.id,), predicate=Span(4, 11, "accused")
    )
    joined = join_spoken_acts(cluster_events([e], actors), cluster_statements([s], {"r1": words}))
    assert len(joined) == 1
    assert joined[0].events == [e]
    assert joined[0].statements == [s]


def _from(first: str) -> DateRange:
    return DateRange(date.fromisoformat(first), None)

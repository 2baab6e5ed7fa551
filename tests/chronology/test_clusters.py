"""One act told by many reports is one cluster; look-alikes are two."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from coranto.chronology.clusters import (
    Cluster,
    cluster_events,
    cluster_statements,
    join_spoken_acts,
)
from coranto.types import Actor, DateRange, Event, Mention, Place, Span, Statement


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


# --- one agreement, told as words, deed and paper -------------------------------------------------


def agreement(
    make_event: Callable[..., Event],
    report: str,
    when: str,
    words: str,
    thing: str,
    **given: object,
) -> Event:
    start = words.index(thing)
    return make_event(
        report,
        when,
        **{
            "type": "AGREE",
            "mode": None,
            "sources": ("russia",),
            "targets": ("china",),
            "place": None,
            "evidence": (Span(0, len(words), words),),
            "object": Span(start, start + len(thing), thing),
            **given,
        },
    )


STATES = {
    "russia": Actor("russia", "Russia", "country", country="RU"),
    "china": Actor("china", "China", "country", country="CN"),
    "oman": Actor("oman", "Oman", "country", country="OM"),
}


def test_a_statement_issued_on_an_agreement_is_the_agreement(
    make_event: Callable[..., Event],
) -> None:
    deal = agreement(
        make_event,
        "r1",
        "2023-03-10",
        "Russia and China agreed on Friday to reopen their consulates.",
        "to reopen their consulates",
    )
    told = (
        "Russia, China and Oman issued a joint statement that the two agreed to reopen consulates."
    )
    issued = agreement(
        make_event,
        "r2",
        "2023-03-10",
        told,
        "a joint statement",
        mode="joint-statement",
        targets=("china", "oman"),
        n=1,
    )
    in_it = agreement(make_event, "r2", "2023-03-10", told, "to reopen consulates", n=2)
    of_it = agreement(
        make_event,
        "r3",
        "2023-03-10",
        "The two countries signed a paper on the deal that Oman had brokered.",
        "a paper on the deal that Oman had brokered",
        mode="sign",
        n=3,
    )
    events = [deal, issued, in_it, of_it]
    for order in (events, events[::-1]):
        assert ids(cluster_events(order, STATES)) == [sorted(e.id for e in events)]


def test_two_papers_of_one_day_stay_two(make_event: Callable[..., Event]) -> None:
    told = "Russia and China signed a gas contract and agreed to hold talks on their border."
    contract = agreement(make_event, "r1", "2023-03-10", told, "a gas contract", mode="sign", n=1)
    talks = agreement(make_event, "r1", "2023-03-10", told, "to hold talks on their border", n=2)
    assert len(cluster_events([contract, talks], STATES)) == 2
    # another day, or other parties, and the paper is another one
    deal = agreement(make_event, "r2", "2023-03-10", "They agreed to meet.", "to meet", n=3)
    words = "They signed a paper on the deal."
    later = agreement(
        make_event, "r3", "2023-03-20", words, "a paper on the deal", mode="sign", n=4
    )
    others = agreement(
        make_event,
        "r4",
        "2023-03-10",
        words,
        "a paper on the deal",
        mode="sign",
        targets=("oman",),
        n=5,
    )
    assert len(cluster_events([deal, later, others], STATES)) == 3


def test_a_party_that_only_the_sentence_names(make_event: Callable[..., Event]) -> None:
    deal = agreement(
        make_event,
        "r1",
        "2023-03-10",
        "Russia and China agreed to reopen their consulates.",
        "to reopen their consulates",
    )
    half = agreement(
        make_event,
        "r2",
        "2023-03-10",
        "China, russia agree to reopen consulates",
        "to reopen consulates",
        sources=("china",),
        targets=(),
        n=1,
    )
    alone = agreement(
        make_event,
        "r3",
        "2023-03-10",
        "China agreed to reopen consulates in the north.",
        "to reopen consulates in the north",
        sources=("china",),
        targets=(),
        n=2,
    )
    assert ids(cluster_events([deal, half, alone], STATES)) == sorted(
        [sorted([deal.id, half.id]), [alone.id]]
    )


def test_a_deal_told_with_its_broker_is_the_deal(make_event: Callable[..., Event]) -> None:
    words = "Russia and China agreed to reopen their consulates."
    deal = agreement(make_event, "r1", "2023-03-10", words, "to reopen their consulates")
    told = "The agreement, reached between Oman, Russia and China, is the first in years."
    three = {"sources": ("oman",), "targets": ("russia", "china")}
    known = agreement(
        make_event, "r2", "2023-03-06/2023-03-10", told, "The agreement", n=1, **three
    )
    told = "Oman, Russia and China reached an agreement on gas."
    other = agreement(
        make_event, "r3", "2023-03-06/2023-03-10", told, "an agreement on gas", n=2, **three
    )
    joined = ids(cluster_events([deal, known], STATES))
    assert joined == [sorted([deal.id, known.id])]
    # of two that it may be, it is neither
    assert len(cluster_events([deal, known, other], STATES)) == 3


def test_two_agreements_of_one_report_on_two_matters_stay_two(
    make_event: Callable[..., Event],
) -> None:
    meet = "Orlova and Tan had agreed to meet in spring when they last spoke."
    also = "They also agreed to meet each other in the coming days."
    a = agreement(make_event, "r1", "2023-03-10", meet, "to meet in spring when they last spoke")
    b = agreement(
        make_event, "r1", "2023-03-10", also, "to meet each other in the coming days", n=1
    )
    assert len(cluster_events([a, b], STATES)) == 2


# --- headlines, and words that say nothing by themselves ------------------------------------------


def test_the_headline_of_a_report_tells_what_its_text_tells(
    make_event: Callable[..., Event],
) -> None:
    headline, lede = "Russia accuses China after visit", "Russia accused China of haste on Sunday."
    accuses = {"type": "ACCUSE", "mode": None, "sources": ("russia",), "targets": ("china",)}
    until = DateRange(None, date(2023, 7, 8))
    above = make_event(
        "r1", None, date=until, evidence=(Span(0, len(headline), headline),), **accuses
    )
    below = make_event(
        "r1", "2023-07-08", evidence=(Span(40, 40 + len(lede), lede),), n=1, **accuses
    )
    assert len(cluster_events([above, below], STATES)) == 1
    # a sentence of the text on a day that is not known is no headline
    other = "Russia accused China of haste."
    told = make_event(
        "r1", None, date=until, evidence=(Span(0, len(other), other),), n=2, **accuses
    )
    assert len(cluster_events([told, below], STATES)) == 2


def test_welcomed_it_in_two_copies_is_one_utterance(
    make_statement: Callable[..., Statement],
) -> None:
    text = "The two met. Orlova welcomed it."
    of_copies = [
        make_statement(r, "it", cue=(Span(20, 28, "welcomed"),), content=(Span(29, 31, "it"),))
        for r in ("r1", "r2")
    ]
    elsewhere = make_statement(
        "r3", "it", cue=(Span(14, 22, "welcomed"),), content=(Span(23, 25, "it"),)
    )
    texts = {"r1": text, "r2": text, "r3": "At noon Orlova welcomed it."}
    found = cluster_statements([*of_copies, elsewhere], texts)
    assert sorted(len(c.statements) for c in found) == [1, 2]


def test_an_act_of_the_background_is_known_by_the_thing_done_to(
    make_event: Callable[..., Event],
) -> None:
    until = DateRange(None, date(2016, 12, 31))
    told = {"type": "ASSAULT", "mode": None, "place": None, "date": until, "targets": ("china",)}

    def stormed(report: str, words: str, n: int) -> Event:
        return make_event(report, None, object=Span(0, len(words), words), n=n, **told)

    a = stormed("r1", "the Chinese embassy and consulate", 1)
    b = stormed("r2", "the Chinese embassy in the north", 2)
    c = stormed("r3", "a lighthouse", 3)
    assert ids(cluster_events([a, b, c], STATES)) == sorted([sorted([a.id, b.id]), [c.id]])


# --- one act told of several doers, without its day, or of "the two sides" ---

POWERS = STATES | {
    "xi": Actor("xi", "Lin Dao", "person", country="CN"),
    "un": Actor("un", "United Nations", "organisation"),
    "ostland": Actor("ostland", "Ostland", "country", country="OS"),
    "marvela": Actor("marvela", "Marvela", "country", country="MA"),
    "embassy": Actor("embassy", "Ostland Embassy", "government", country="OS"),
    "crowd": Actor("crowd", "protesters", "group"),
    "marvelans": Actor("marvelans", "Marvelan protesters", "group", country="MA"),
    "toll": Actor("toll", "Mira Toll", "person", country="OS"),
    "reves": Actor("reves", "Anton Reves", "person", country="MA"),
    "brand": Actor("brand", "Otto Brand", "person", country="MA"),
}
TWO = ("ostland", "marvela")


def acted(
    make_event: Callable[..., Event],
    told: tuple[str, DateRange, str],
    act: tuple[str, str | None, str],
    **given: Any,
) -> Event:
    """An act of some type, mode and object, as a report tells it of some days in some words."""
    report, when, words = told
    type_, mode, thing = act
    given = {"place": None, "date_basis": "publication", **given}
    event = make_event(report, None, date=when, evidence=(Span(0, len(words), words),), **given)
    made = Span(words.index(thing), words.index(thing) + len(thing), thing) if thing else None
    sides = [
        tuple(replace(m, text=POWERS[m.actor or ""].name) for m in side)
        for side in (event.sources, event.targets)
    ]
    return replace(
        event,
        id=f"e-{report}-{words}",
        type=type_,
        mode=mode,
        object=made,
        sources=sides[0],
        targets=sides[1],
    )


MARCH = DateRange(date(2023, 3, 1), date(2023, 3, 31))


def test_a_state_and_its_leader_broker_one_deal(make_event: Callable[..., Event]) -> None:
    def brokered(
        report: str, when: DateRange, who: tuple[str, ...], parties: tuple[str, ...]
    ) -> Event:
        words = f"{' and '.join(who)} brokered a deal for {' and '.join(parties)}."
        given = {"sources": who, "targets": parties}
        act = ("CONSULT", "mediate", "a deal")
        return acted(make_event, (report, when, words), act, **given)

    state = brokered("r1", MARCH, ("china",), TWO)
    leader = brokered("r2", MARCH, ("xi",), TWO)
    undated = brokered("r3", DateRange(None, date(2023, 4, 6)), ("china",), TWO)
    another = brokered("r4", MARCH, ("oman",), TWO)
    others = brokered("r5", MARCH, ("china",), ("russia", "oman"))
    of_old = brokered("r6", DateRange(None, date(2025, 4, 6)), ("china",), TWO)
    together = brokered("r7", MARCH, ("un", "russia"), ("ostland",))
    unsaid = brokered("r8", MARCH, ("un", "russia"), ())
    ahead = brokered("r9", DateRange(date(2023, 4, 6), date(2023, 4, 6)), ("china",), TWO[::-1])
    ahead = replace(ahead, status="planned")
    events = [state, leader, undated, another, others, of_old, together, unsaid]
    found = ids(cluster_events(events, POWERS))
    one = sorted([state.id, leader.id, undated.id])
    two = sorted([together.id, unsaid.id])
    assert found == sorted([one, [another.id], [others.id], [of_old.id], two])
    found = ids(cluster_events([ahead, undated, state], POWERS))
    assert found == sorted([sorted([state.id, undated.id]), [ahead.id]])


def test_an_attack_on_a_mission_is_one_however_its_attackers_are_told(
    make_event: Callable[..., Event],
) -> None:
    def stormed(report: str, when: DateRange, who: tuple[str, ...], whom: str, thing: str) -> Event:
        words = f"{' '.join(who)} stormed {thing} in {report}."
        given = {"sources": who, "targets": (whom,)}
        return acted(make_event, (report, when, words), ("ASSAULT", None, thing), **given)

    year = DateRange(date(2016, 1, 1), date(2016, 12, 31))
    by_then = DateRange(None, date(2016, 12, 31))
    marvelans = stormed("r1", year, ("marvelans",), "ostland", "Ostland's diplomatic missions")
    crowd = stormed("r2", by_then, ("crowd",), "embassy", "the Ostland embassy")
    nobody = stormed("r3", by_then, (), "embassy", "its embassy")
    army = stormed("r4", year, ("russia",), "embassy", "the Ostland consulate")
    another = stormed("r5", year, ("crowd",), "china", "the Chinese embassy")
    house = stormed("r6", year, ("crowd",), "ostland", "an Ostland bank")
    found = ids(cluster_events([marvelans, crowd, nobody, army, another, house], POWERS))
    one = sorted([marvelans.id, crowd.id, nobody.id])
    assert found == sorted([one, [army.id], [another.id], [house.id]])


def test_the_two_sides_take_up_the_one_meeting_of_their_report(
    make_event: Callable[..., Event],
) -> None:
    day = DateRange(date(2023, 5, 11), date(2023, 5, 11))

    def meeting(report: str, words: str, *who: str, told: str = "") -> Event:
        given = {"sources": who[:1], "targets": who[1:]}
        event = acted(make_event, (report, day, words), ("CONSULT", "meet", ""), **given)
        sides = [Mention(m.actor, told or m.text, 0, 4) for m in (*event.sources, *event.targets)]
        word = "meetings" if "meetings" in words else "met" if "met" in words else words
        at = words.index(word)
        return replace(
            event,
            sources=(sides[0],),
            targets=tuple(sides[1:]),
            predicate=Span(at, at + len(word), word),
        )

    persons = meeting("r1", "Toll met Reves in Vienna.", "toll", "reves")
    sides = meeting("r1", "The two sides met for an hour.", *TWO, told="The two sides")
    named = meeting("r1", "Ostland met Marvela on Thursday.", *TWO)
    several = meeting("r1", "After meetings of the two sides.", *TWO, told="the two sides")
    elsewhere = meeting("r2", "The two sides met in haste.", *TWO, told="The two sides")
    events = [persons, sides, named, several, elsewhere]
    found = ids(cluster_events(events, POWERS))
    assert sorted(i for c in found for i in c) == sorted(e.id for e in events)
    assert sorted([persons.id, sides.id]) in found
    assert not any(persons.id in c and {named.id, several.id, elsewhere.id} & set(c) for c in found)
    # two meetings of persons of the two states: nobody knows which is meant
    second = meeting("r1", "Toll met Brand too.", "toll", "brand")
    found = ids(cluster_events([persons, second, sides], POWERS))
    assert [sides.id] in found


def test_a_visit_told_without_its_day_is_that_of_the_weeks_before(
    make_event: Callable[..., Event],
) -> None:
    def visit(report: str, words: str, first: date | None, last: date, **given: Any) -> Event:
        given = {"sources": ("toll",), "targets": (), "place": Place("Vienna", "AT"), **given}
        days = DateRange(first, last)
        made = acted(make_event, (report, days, words), ("CONSULT", "visit", ""), **given)
        at = words.index("visit")
        return replace(made, predicate=Span(at, at + 5, "visit"))

    dated = visit("r1", "Toll is on a visit to Vienna.", date(2023, 5, 11), date(2023, 5, 11))
    after = visit("r2", "Her visit is watched.", None, date(2023, 5, 14))
    later = visit("r3", "Her visit was watched.", None, date(2023, 8, 14))
    old = visit("r4", "Her last visit was cold.", None, date(2023, 5, 14))
    away = visit("r5", "Her visit was long.", None, date(2023, 5, 14), place=Place("Riga", "LV"))
    found = ids(cluster_events([dated, after, later, old, away], POWERS))
    assert found == sorted([sorted([dated.id, after.id]), [later.id], [old.id], [away.id]])


def test_a_communique_about_the_deal_is_the_deal(make_event: Callable[..., Event]) -> None:
    deal = agreement(
        make_event,
        "r1",
        "2023-03-10",
        "Russia and China agreed on Friday to reopen their consulates.",
        "to reopen their consulates",
    )
    told = "The two released a joint communique on Friday about the deal."
    given = {"mode": "joint-statement", "n": 1}
    paper = agreement(make_event, "r2", "2023-03-10", told, "a joint communique", **given)
    other = agreement(
        make_event, "r3", "2023-03-10", "They agreed to share fish.", "to share fish", n=2
    )
    found = ids(cluster_events([deal, paper, other], STATES))
    assert found == sorted([sorted([deal.id, paper.id]), [other.id]])


def _told(words: str, word: str, **given: Any) -> dict[str, Any]:
    start = words.index(word)
    return {
        "evidence": (Span(0, len(words), words),),
        "predicate": Span(start, start + len(word), word),
        **given,
    }


def test_another_round_that_they_agreed_to_hold_is_no_part_of_their_meeting(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    words = "Orlova and Tan met in Moscow in May and agreed to hold another round of talks."
    met = make_event("r1", "2023-05-01/2023-05-31", **_told(words, "met"))
    plan = make_event(
        "r1", "2023-05-01/2023-05-31", **_told(words, "hold", mode="talks", status="planned")
    )
    copy = make_event("r2", "2023-05-01/2023-05-31", **_told(words, "met"))
    assert ids(cluster_events([met, plan, copy], actors)) == sorted(
        [sorted([met.id, copy.id]), [plan.id]]
    )


def test_an_invitation_is_one_whatever_its_guest_is_called(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    made = []
    for report, guest in (("r1", "Tan"), ("r2", "his Chinese counterpart")):
        words = f"Orlova invited {guest} to Moscow."
        at = words.index(guest)
        event = make_event(
            report, "2023-05-26", type="REQUEST", mode="invite", **_told(words, "invited")
        )
        mention = Mention("tan", guest, at, at + len(guest))
        made.append(replace(event, targets=(mention,), object=Span(at, at + len(guest), guest)))
    assert len(cluster_events(made, actors)) == 1


def test_two_demands_of_one_day_are_two(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    def urged(report: str, what: str) -> Event:
        words = f"Orlova urged Tan {what}."
        event = make_event(
            report, "2023-05-26", type="REQUEST", mode="demand", **_told(words, "urged")
        )
        return replace(event, targets=(Mention("tan", "Tan", 13, 16),))

    a = urged("r1", "to reverse the downward spiral of relations")
    b = urged("r2", "not to assume that Moscow seeks dominance")
    c = urged("r3", "to work on reversing the spiral of relations")
    assert ids(cluster_events([a, b, c], actors)) == sorted([sorted([a.id, c.id]), [b.id]])


def test_who_says_that_he_invited_somebody_tells_of_the_invitation(
    make_event: Callable[..., Event],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    words = "Orlova said that she had invited Tan to Moscow in May."

    def told(cue: str, content: str, **given: Any) -> Statement:
        at, start = words.index(cue), words.index(content)
        spans = {
            "cue": (Span(at, at + len(cue), cue),),
            "content": (Span(start, start + len(content), content),),
        }
        return make_statement("r1", content, **spans, **given)

    outer = told("said", "that she had invited Tan to Moscow in May", id="outer")
    inner = told("had invited", "Tan to Moscow in May", id="inner")
    other = told("said", "that she had invited Tan", id="other", speaker="rao")
    given = _told(words, "invited", type="REQUEST", mode="invite", told_by=("outer", "inner"))
    event = make_event("r1", "2023-05-26", **given)
    joined = join_spoken_acts(
        cluster_events([event], actors), [Cluster(statements=[s]) for s in (outer, inner, other)]
    )
    found = sorted(sorted(s.id for s in c.statements) for c in joined)
    assert found == [["inner", "outer"], ["other"]]


def test_an_exchange_is_one_whoever_is_named_first(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    a = make_event("r1", "2023-05-26", type="COOPERATE", mode="exchange")
    b = make_event(
        "r2", "2023-05-26", type="COOPERATE", mode="exchange", sources=("tan",), targets=("orlova",)
    )
    assert len(cluster_events([a, b], actors)) == 1

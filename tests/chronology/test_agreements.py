"""One agreement is one entry, told of states, leaders and sides; a point beside it is another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from coranto.chronology.clusters import Cluster, cluster_events, join_spoken_acts
from coranto.chronology.entries import make_entries
from coranto.types import Actor, DateRange, Event, Place, Report, Span, Statement

ACTORS = {
    a.id: a
    for a in (
        Actor("ostland", "Ostland", "country", country="OS"),
        Actor("marvela", "Marvela", "country", country="MA"),
        Actor("toll", "Mira Toll", "person", country="OS"),
        Actor("brandt", "Ivo Brandt", "person", country="OS"),
        Actor("reves", "Anton Reves", "person", country="MA"),
        Actor("leaders-o", "Ostland leaders", "group", country="OS"),
        Actor("leaders-m", "Marvelan leaders", "group", country="MA"),
        Actor("officials-o", "Ostland officials", "group", country="OS"),
        Actor("officials-m", "Marvelan officials", "group", country="MA"),
        Actor("union", "Lakes Union", "organisation"),
        Actor("front", "Lune Liberation Front", "organisation"),
        Actor("front-too", "Front for the Liberation of Lune", "organisation"),
        Actor("rebels", "rebels", "group"),
        Actor("lune", "Lune forces", "group", country="OS"),
        Actor("delta", "Delta forces", "group", country="OS"),
    )
}
Agreed = Callable[..., Event]


@pytest.fixture
def agreed(make_event: Callable[..., Event]) -> Agreed:
    count = iter(range(1000))

    def make(report: str, when: str, words: str, thing: str, **given: object) -> Event:
        start = words.index(thing)
        values: dict[str, object] = {
            "type": "AGREE",
            "mode": None,
            "sources": ("ostland",),
            "targets": ("marvela",),
            "place": None,
            "evidence": (Span(0, len(words), words),),
            "object": Span(start, start + len(thing), thing),
            "id": f"e-{next(count)}",
        }
        return make_event(report, when, **(values | given))

    return make


def groups(*events: Event) -> list[list[str]]:
    """The ids of those that are one; the same in every order of the events."""
    found = {
        str(sorted(sorted(e.id for e in c.events) for c in cluster_events(order, ACTORS)))
        for order in (list(p) for p in permutations(events))
    }
    assert len(found) == 1
    return sorted(sorted(e.id for e in c.events) for c in cluster_events(events, ACTORS))


def annex(agreed: Agreed) -> list[Event]:
    words = "Ostland and Marvela agreed on Saturday on the implementation of the ferry accord."
    first = agreed("r1", "2023-03-18", words, "the implementation of the ferry accord")
    words = "Ostland leaders and Marvelan leaders reached a framework agreement on how to implement"
    second = agreed(
        "r2",
        "2023-03-12/2023-03-19",
        words,
        "a framework agreement on how to implement",
        sources=("leaders-o",),
        targets=("leaders-m",),
        date_basis="publication",
    )
    words = "Toll and Reves agreed in Karsa on how to implement a Union-backed ferry plan."
    third = agreed(
        "r3",
        "2023-03-17/2023-03-20",
        words,
        "on how to implement a Union-backed ferry plan",
        sources=("toll",),
        targets=("reves",),
        place=Place("Karsa", "LE"),
    )
    return [first, second, third]


def test_states_leaders_and_sides_agree_once(agreed: Agreed) -> None:
    told = annex(agreed)
    words = "The accord Ostland and Marvela reached on Saturday is a step."
    told.append(agreed("r4", "2023-03-18/2023-03-24", words, "The accord"))
    assert groups(*told) == [sorted(e.id for e in told)]


def test_the_entry_has_the_best_day_and_the_place_of_whoever_tells_it(
    agreed: Agreed, make_report: Callable[..., Report]
) -> None:
    told = annex(agreed)
    reports = [make_report(f"r{n}", "2023-03-19") for n in (1, 2, 3)]
    (entry,) = make_entries(reports, [], list(ACTORS.values()), told, [])
    assert (str(entry.date.day), entry.place) == ("2023-03-18", Place("Karsa", "LE"))
    assert entry.reports == 3


def test_the_accord_is_no_point_that_was_agreed_beside_it(agreed: Agreed) -> None:
    words = "Ostland and Marvela both agreed to support the charter on lost sailors."
    point = agreed("r1", "2023-03-12/2023-03-19", words, "to support the charter on lost sailors")
    words = "Toll praised the Union-brokered accord that Ostland and Marvela reached on Saturday."
    accord = agreed("r2", "2023-03-18", words, "the Union-brokered accord")
    assert len(groups(point, accord)) == 2
    # nor where its words are told of a deal that they agreed on besides
    words = "They also agreed on a deal on herring."
    besides = agreed("r3", "2023-03-18", words, "a deal on herring")
    assert len(groups(besides, accord)) == 2
    words = "Ostland and Marvela agreed on a deal on herring."
    main = agreed("r3", "2023-03-18", words, "a deal on herring")
    assert len(groups(main, accord)) == 1


def test_two_deals_of_one_day_stay_two_and_the_deal_is_neither(agreed: Agreed) -> None:
    gas = agreed("r1", "2023-03-18", "They agreed on a deal on gas.", "a deal on gas")
    fish = agreed("r2", "2023-03-18", "They agreed on a deal on herring.", "a deal on herring")
    which = agreed("r3", "2023-03-18", "The two reached an agreement.", "an agreement")
    assert len(groups(gas, fish)) == 2
    assert len(groups(gas, fish, which)) == 3


def test_what_becomes_of_a_deal_is_another_deal(agreed: Agreed) -> None:
    deal = agreed("r1", "2023-03-01/2023-03-31", "They agreed on a ferry accord.", "a ferry accord")
    words = "They agreed to extend the ferry accord."
    longer = agreed("r2", "2023-03-18", words, "to extend the ferry accord")
    again = agreed(
        "r3",
        "2023-03-18",
        "Toll and Reves agreed to extend the accord on Saturday.",
        "to extend the accord on Saturday",
        sources=("toll",),
        targets=("reves",),
    )
    assert groups(deal, longer, again) == sorted([[deal.id], sorted([longer.id, again.id])])
    # on the same days, two of which one is on implementing the ferry deal, one the gas deal
    ferry = agreed("r1", "2023-03-18", "to implement the ferry deal", "to implement the ferry deal")
    gas = agreed("r2", "2023-03-18", "to implement the gas deal", "to implement the gas deal")
    assert len(groups(ferry, gas)) == 2


def test_other_persons_or_mere_officials_agree_by_themselves(agreed: Agreed) -> None:
    words = "They reached a deal on ferries."
    parties = [("ostland", "marvela"), ("toll", "reves"), ("brandt", "reves")]
    states, heads, others = (
        agreed(f"r{n}", "2023-03-18", words, "a deal on ferries", sources=(a,), targets=(b,))
        for n, (a, b) in enumerate(parties)
    )
    assert len(cluster_events([heads, others], ACTORS)) == 2
    assert len(cluster_events([states, heads], ACTORS)) == 1
    officials = agreed(
        "r9",
        "2023-03-18",
        words,
        "a deal on ferries",
        sources=("officials-o",),
        targets=("officials-m",),
    )
    assert len(cluster_events([states, officials], ACTORS)) == 2


def test_a_point_of_ministers_is_not_what_their_states_agreed_on_before(agreed: Agreed) -> None:
    words = "Ostland and Marvela agreed to resume relations and open embassies."
    before = agreed(
        "r1", "2023-03-01/2023-04-06", words, "to resume relations and open embassies",
        date_basis="publication",
    )  # fmt: skip
    words = "Toll and Reves agreed that a consulate will open in the capital."
    now = agreed(
        "r1", "2023-04-05/2023-04-06", words, "that a consulate will open in the capital",
        sources=("toll",), targets=("reves",),
    )  # fmt: skip
    assert len(groups(before, now)) == 2


def test_a_body_beside_the_two_states_is_whose_deal_it_is(agreed: Agreed) -> None:
    words = "Ostland and Marvela agreed on the Union deal on ferries."
    plain = agreed("r1", "2023-03-18", words, "the Union deal on ferries")
    brokered = agreed(
        "r2", "2023-03-18", words, "the Union deal on ferries", targets=("marvela", "union")
    )
    assert len(groups(plain, brokered)) == 1


def test_news_of_a_deal_is_not_of_one_made_weeks_ago(agreed: Agreed) -> None:
    old = agreed(
        "r1",
        "2023-02-27",
        "They reached an agreement on relations.",
        "an agreement on relations",
        place=Place("Vienna", "AT"),
    )
    words = "Ostland and Marvela have reached a deal."
    news = agreed("r2", "2023-02-20/2023-03-20", words, "a deal", date_basis="publication")
    assert len(groups(old, news)) == 2
    known = agreed(
        "r3", "2023-02-20/2023-03-20", "The deal holds.", "The deal", date_basis="publication"
    )
    assert len(groups(old, known)) == 1


def test_two_places_are_two_agreements_whoever_joins_them(agreed: Agreed) -> None:
    words = "They reached an agreement on relations."
    thing = "an agreement on relations"
    one = agreed("r1", "2023-03-01/2023-03-31", words, thing, place=Place("Vienna", "AT"))
    other = agreed("r2", "2023-03-02/2023-03-31", words, thing, place=Place("Karsa", "LE"))
    plain = agreed("r3", "2023-03-01/2023-03-30", words, thing)
    found = [
        sorted(str(e.place) for e in c.events) for c in cluster_events([one, other, plain], ACTORS)
    ]
    assert len(found) == 2


def test_a_day_that_the_sentence_before_tells_is_a_guess(agreed: Agreed) -> None:
    words = "The two agreed on the annex to the ferry accord on Saturday."
    firm = agreed("r1", "2023-03-18", words, "the annex to the ferry accord")
    words = "Toll and Reves agreed on the annex to the ferry accord."
    guess = {"sources": ("toll",), "targets": ("reves",), "date_basis": "narrative"}
    thing = "the annex to the ferry accord"
    assert len(groups(firm, agreed("r2", "2023-03-23", words, thing, **guess))) == 1
    assert len(groups(firm, agreed("r2", "2023-04-23", words, thing, **guess))) == 2
    assert len(groups(firm, agreed("r2", "2023-03-16", words, thing, **guess))) == 2


def test_a_welcome_is_the_act_that_its_cue_is_not_the_deal_that_it_names(
    agreed: Agreed, make_statement: Callable[..., Statement]
) -> None:
    words = "Toll welcomed the ferry accord that Ostland and Marvela reached."
    cue, content = Span(5, 13, "welcomed"), Span(14, len(words) - 1, words[14:-1])
    said = make_statement("r1", "x", speaker="toll", cue=(cue,), content=(content,), act="praise")
    deal = agreed("r1", "2023-03-18", words, "the ferry accord", told_by=(said.id,))
    welcome = agreed(
        "r1", "2023-03-18", words, "the ferry accord", type="SUPPORT", predicate=cue,
        sources=("toll",), told_by=(said.id,),
    )  # fmt: skip
    clusters = [Cluster(events=[e]) for e in (deal, welcome)]
    for order in (clusters, clusters[::-1]):
        made = join_spoken_acts(
            [Cluster(events=list(c.events)) for c in order], [Cluster(statements=[said])]
        )
        assert len(made) == 2
        assert [c.events[0].type for c in made if c.statements] == ["SUPPORT"]


def test_the_day_that_most_reports_give_is_the_entrys(
    make_event: Callable[..., Event], make_report: Callable[..., Report]
) -> None:
    days = ["2023-03-18", "2023-03-19", "2023-03-19"]
    parties = {"sources": ("toll",), "targets": ("reves",)}
    met = [make_event(f"r{n}", d, **parties) for n, d in enumerate(days)]
    inferred = make_event("r3", "2023-03-18", date_basis="narrative", **parties)
    reports = [make_report(f"r{n}") for n in range(4)]
    (entry,) = make_entries(reports, [], list(ACTORS.values()), [*met, inferred], [])
    assert str(entry.date.day) == "2023-03-19"
    # of as many, the first
    (entry,) = make_entries(reports, [], list(ACTORS.values()), met[:2], [])
    assert str(entry.date.day) == "2023-03-18"


def test_to_settle_a_dispute_is_one_deal_in_many_words(agreed: Agreed) -> None:
    a = agreed(
        "r1",
        "2023-06-11",
        "Ostland and Marvela agreed to end their bitter port feud.",
        "to end their bitter port feud",
    )
    b = agreed(
        "r2",
        "2023-06-11",
        "Ostland and Marvela agreed to put aside their differences.",
        "to put aside their differences",
    )
    c = agreed(
        "r3",
        "2023-06-11",
        "Ostland and Marvela agreed to settle any future disputes in court.",
        "to settle any future disputes in court",
    )
    assert groups(a, b, c) == [sorted([a.id, b.id]), [c.id]]


def test_a_plan_is_on_what_the_words_behind_it_tell(agreed: Agreed) -> None:
    a = agreed(
        "r1",
        "2023-06-01/2023-06-30",
        "Ostland and Marvela agreed to the wording of an 11-point plan to normalise relations.",
        "the wording of an 11-point plan",
    )
    b = agreed(
        "r2",
        "2023-06-11",
        "Ostland and Marvela agreed on a deal to normalise relations.",
        "a deal to normalise relations",
    )
    c = agreed(
        "r3",
        "2023-06-11",
        "Ostland and Marvela agreed on a Western proposal with great support from Norway.",
        "a Western proposal with great support from Norway",
    )
    assert groups(a, b, c) == [sorted([a.id, b.id, c.id])]


def test_whose_province_has_a_deal_is_no_party_of_it(agreed: Agreed) -> None:
    a = agreed(
        "r1",
        "2023-06-11",
        "Ostland and Marvela agreed to end their dispute over the breakaway Sandbank region.",
        "to end their dispute over the breakaway Sandbank region",
    )
    b = agreed(
        "r2",
        "2023-06-11",
        "Ostland struck a deal with Marvela's breakaway region of Sandbank.",
        "a deal with Marvela's breakaway region of Sandbank",
        targets=(),
    )
    assert groups(a, b) == sorted([[a.id], [b.id]])


def test_what_was_not_signed_is_denied_once_in_those_days(agreed: Agreed) -> None:
    def unsigned(report: str, when: str) -> Event:
        words = "Toll did not sign the paper."
        given = {"mode": "sign", "status": "denied", "sources": ("toll",), "targets": ()}
        return agreed(report, when, words, "the paper", **given)

    a, b = unsigned("r1", "2023-06-11"), unsigned("r2", "2023-06-04/2023-06-12")
    later = unsigned("r3", "2023-08-11")
    assert groups(a, b, later) == sorted([sorted([a.id, b.id]), [later.id]])


def test_a_joint_statement_without_its_day_is_the_one_of_that_week(agreed: Agreed) -> None:
    def issued(report: str, when: str) -> Event:
        words = "Ostland and Marvela issued a joint statement."
        return agreed(report, when, words, "a joint statement", mode="joint-statement")

    a, b = issued("r1", "2023-12-07"), issued("r2", "2023-12-09")
    told = replace(b, date=DateRange(None, b.date.latest))
    later = replace(b, id="e-later", report="r3", date=DateRange(None, date(2024, 3, 9)))
    assert groups(a, told, later) == sorted([sorted([a.id, told.id]), [later.id]])


def since(day: date) -> dict[str, object]:
    """Told as news, without its day, by ``day``."""
    return {"date": DateRange(None, day), "date_basis": "publication"}


def test_one_report_agrees_to_extend_it_once(agreed: Agreed) -> None:
    one = {"sources": ("toll",), "targets": ()}
    news = one | since(date(2023, 7, 16))
    words = "to extend the ferry deal"
    full = agreed("r1", "2023-07-14", words, words, **one)
    short = agreed("r1", "", "and Toll agreed to extend it", "to extend it", **news)
    market = agreed("r1", "", "Toll agreed to open a market", "to open a market", **news)
    reves = agreed("r2", "", "to extend it", "to extend it", **news | {"sources": ("reves",)})
    assert groups(full, short, market, reves) == [[full.id, short.id], [market.id], [reves.id]]


def test_to_end_the_fighting_is_a_ceasefire(agreed: Agreed) -> None:
    one = {"targets": ()}
    news = one | since(date(2023, 5, 14))
    told = [
        agreed("r1", "2023-05-12", "to cease hostilities", "to cease hostilities", **one),
        agreed("r2", "", "to end two-year war", "to end two-year war", **news),
        agreed("r3", "", "cessation of all hostilities", "cessation of all hostilities", **news),
    ]
    tax = agreed("r4", "", "to end a tax for the war", "to end a tax for the war", **news)
    assert groups(*told, tax) == [[e.id for e in told], [tax.id]]


def test_an_agreement_signed_is_one_where_its_day_is_not_told(agreed: Agreed) -> None:
    signed = {"mode": "sign"}
    news = signed | since(date(2023, 5, 14))
    words = "an accord on the Lune ferry"
    dated = agreed("r1", "2023-05-12", words, words, **signed)
    known = agreed("r2", "", "the ferry accord", "the ferry accord", **news)
    milk = agreed("r3", "", "an accord on milk", "an accord on milk", **news)
    assert groups(dated, known, milk) == [[dated.id, known.id], [milk.id]]


def test_a_body_that_brokered_a_deal_need_not_sign_it(agreed: Agreed) -> None:
    words = "a deal to open a ferry route"
    deal = agreed("r1", "2023-05-12", words, words, targets=("marvela", "union"))
    words = "a Union-brokered accord to open the ferry route"
    signed = agreed("r2", "2023-05-12", words, words, mode="sign")
    assert groups(deal, signed) == [[deal.id, signed.id]]


def test_a_state_and_its_rebels_sign_once_whatever_they_are_called(agreed: Agreed) -> None:
    deal = agreed("r1", "2023-05-12", "to end fighting", "to end fighting", targets=("lune",))
    told = [
        agreed("r2", "", "a truce", "a truce", mode="sign", targets=(who,), **since(day))
        for who, day in (
            ("front", date(2023, 5, 12)),
            ("rebels", date(2023, 5, 14)),
            ("front-too", date(2023, 5, 13)),
        )
    ]
    delta = agreed("r3", "2023-05-12", "a truce", "a truce", mode="sign", targets=("delta",))
    abroad = agreed("r4", "2023-05-12", "a truce", "a truce", mode="sign")
    of_all = [deal, *told]
    assert groups(*of_all) == [[e.id for e in of_all]]
    assert groups(deal, delta) == [[deal.id], [delta.id]]
    assert groups(deal, abroad) == [[deal.id], [abroad.id]]


def test_news_of_a_signing_is_of_the_week_before(agreed: Agreed) -> None:
    deal = agreed("r1", "2023-05-12", "to restore ties", "to restore ties")
    signed = agreed("r2", "2023-05-14", "an accord on ties", "an accord on ties", mode="sign")
    news = replace(signed, id="e-news", date_basis="publication")
    late = replace(news, id="e-late", date=DateRange(date(2023, 6, 14), date(2023, 6, 14)))
    assert groups(deal, signed) == [[deal.id], [signed.id]]
    assert groups(deal, news) == [[deal.id, news.id]]
    assert groups(deal, late) == [[deal.id], [late.id]]


def test_the_government_of_a_state_is_named_in_the_sentence(agreed: Agreed) -> None:
    words = "Marvela's govt and Ostland agree to end war"
    one = agreed("r1", "2023-05-12", words, "to end war", targets=())
    both = agreed("r2", "2023-05-12", "to end the fighting", "to end the fighting")
    assert groups(one, both) == [[one.id, both.id]]


def test_to_leave_the_deal_is_to_leave_the_one_that_is_named(agreed: Agreed) -> None:
    left = {"type": "SANCTION", "mode": "withdraw", "targets": ()}
    named = agreed("r1", "2023-05-12", "the Lune Ferry Pact", "the Lune Ferry Pact", **left)
    news = left | since(date(2023, 5, 13))
    the_deal = agreed("r2", "", "the Union-brokered deal", "the Union-brokered deal", **news)
    other = agreed("r3", "2023-05-12", "the Milk Treaty", "the Milk Treaty", **left)
    assert groups(named, the_deal) == [[named.id, the_deal.id]]
    assert groups(named, other) == [[named.id], [other.id]]


def test_a_deal_that_was_extended_is_not_the_deal(agreed: Agreed) -> None:
    words = "the accord"
    made = agreed("r1", "2023-05-12", "a ferry accord", "a ferry accord")
    word = "extended the accord"
    extended = agreed("r2", "2023-05-12", word, words, predicate=Span(0, 8, "extended"))
    again = agreed("r3", "2023-05-12", "to prolong the accord", "to prolong the accord")
    assert groups(made, extended, again) == [[made.id], [extended.id, again.id]]

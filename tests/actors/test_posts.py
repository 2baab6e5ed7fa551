"""Names with long posts, of provinces, of staff, in headlines and in capitals, on real parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.actors import ActorMention, resolve_actors
from coranto.actors.belongings import is_short_for
from coranto.actors.spelling import person_name
from coranto.types import DateRange

Read = Callable[[str], tuple[ActorMention, ...]]


POSTS = [
    ("EU High Representative for Foreign Affairs and Security Policy", "Erik Lund"),
    ("EU special representative for the Belgrade-Pristina dialogue", "Erik Lund"),
    ("UN Special Adviser on Libya", "Ana Reyes"),
    ("Under-Secretary-General for Political Affairs", "Ana Reyes"),
    ("Assistant Secretary of State for European and Eurasian Affairs", "Ana Reyes"),
]


@pytest.mark.parametrize(("post", "name"), POSTS, ids=[p[0] for p in POSTS])
def test_a_post_of_many_words_and_its_holder_are_one(read: Read, post: str, name: str) -> None:
    found = read(f"{post} {name} said so on Monday.")
    assert [(m.text, m.key) for m in found if m.kind == "person"] == [
        (f"{post} {name}", f"person:{name}")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Washington sent an envoy for talks with Erik Lund.",
        "Ana Reyes, a top adviser to Oman's President Erik Lund, left.",
    ],
)
def test_whom_an_official_serves_or_sees_is_another(read: Read, text: str) -> None:
    named = [m for m in read(text) if m.key == "person:Erik Lund"]
    assert named and all(m.title in (None, "President") for m in named)


def test_a_provinces_leaders_are_not_the_countrys(read: Read) -> None:
    found = read("Chechnya's leader Erik Lund left. Karabakh's leadership voiced concern.")
    assert {m.country for m in found if m.key == "person:Erik Lund"} == {None}
    assert [m.key for m in found if m.text == "Karabakh's leadership"] == [
        "group:nagorno-karabakh leadership"
    ]


def test_staff_are_of_the_country_of_those_they_serve(read: Read) -> None:
    found = read("Omani President Ali Rahim spoke. Ana Reyes, Rahim's adviser, left.")
    assert {m.country for m in found if m.key == "person:Ana Reyes"} == {"OM"}


def test_a_headlines_verb_is_no_given_name(read: Read) -> None:
    found = read("EU Leader Phones Rahim, Lund Ahead of Talks\n\nErik Lund met Ali Rahim.")
    assert {m.name for m in found if m.kind == "person" and m.form == "name"} == {
        "Erik Lund",
        "Ali Rahim",
    }


def test_capitals_in_capitals(read: Read) -> None:
    found = read("PHNOM PENH has agreed to the plan.")
    assert [m.key for m in found] == ["country:KH"]


def test_a_name_all_in_capitals(read: Read) -> None:
    found = read("GUY LANDEN, secretary general of the chamber, said so.")
    assert "person:Guy Landen" in [m.key for m in found]


def test_president_of_a_chamber_is_no_head_of_state(read: Read) -> None:
    found = read("Senate President Ali Rahim spoke.")
    assert [m.title for m in found if m.key == "person:Ali Rahim"] == ["Senate President"]


def test_initials_stand_for_the_name_before_them(read: Read) -> None:
    one = read("The Green River Liberation Front (GRLF) agreed. The GRLF said so on Monday.")
    name = "Green River Liberation Front"
    assert {m.key for m in one if m.text == "GRLF"} == {f"organisation:{name}"}
    other = read("The GRLF rejected the plan, officials said.")
    found = resolve_actors([("a", one, DateRange()), ("b", other, DateRange())])
    (front,) = [a for a in found.actors if a.kind == "organisation"]
    assert front.name == name and "GRLF" in front.names


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("TPLF", "Tigray People's Liberation Front", True),
        ("FAO", "Food and Agriculture Organization", True),
        ("ICC", "Food and Agriculture Organization", False),
        ("Fao", "Food and Agriculture Organization", False),
        ("UN", "United Nations", False),  # two letters stand for too much
    ],
)
def test_is_short_for(short: str, name: str, expected: bool) -> None:
    assert is_short_for(short, name) is expected


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("SERGEI IVANOV", "Sergei Ivanov"),
        ("ANA LIND", "Ana Lind"),
        ("George H.W. Lund", "George H.W. Lund"),
        ("GEORGE H.W. LUND", "George H.W. Lund"),
        ("Kim Tae Il", "Kim Tae Il"),
        ("EDT", "EDT"),
    ],
)
def test_how_a_name_in_capitals_is_written(written: str, name: str) -> None:
    assert person_name(written) == name


@pytest.mark.parametrize(
    ("text", "words", "name", "title"),
    [
        (
            "“We are trying,” Deputy Spokesman for the Secretary-General Ali Rahim told reporters.",
            "Deputy Spokesman for the Secretary-General Ali Rahim",
            "Ali Rahim",
            "Deputy Spokesman",
        ),
        (
            "US Iran envoy Erik Lund left on Monday.",
            "US Iran envoy Erik Lund",
            "Erik Lund",
            "Envoy",
        ),
    ],
)
def test_whose_and_where_staff_is(read: Read, text: str, words: str, name: str, title: str) -> None:
    assert [(m.text, m.name, m.title) for m in read(text) if m.kind == "person"] == [
        (words, name, title)
    ]


def test_an_envoy_to_a_state_is_not_its_own(read: Read) -> None:
    assert {m.country for m in read("US Iran envoy Erik Lund left.") if m.kind == "person"} == {
        "US"
    }


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        (
            "ISLAMABAD (AA) \u2013 Pakistan's foreign minister called his Iranian counterpart.\n\n"
            "The attack was a serious breach, said the Foreign Ministry in a statement.",
            "the Foreign Ministry",
            "body:PK:foreign_ministry",
        ),
        (
            "ISLAMABAD: Foreign Minister Omar Tarin called his Iranian counterpart on Monday. The "
            "Foreign Office said that the envoy would return.",
            "The Foreign Office",
            "body:PK:foreign_ministry",
        ),
        (
            "LONDON \u2014 The Foreign Office said on Monday that Britain would recall its envoy.",
            "The Foreign Office",
            "body:GB:foreign_ministry",
        ),
        (
            "The Department of Foreign Affairs called out China's Foreign Ministry on Monday. Both "
            "sides had agreed, the Philippines said.",
            "The Department of Foreign Affairs",
            "body:PH:foreign_ministry",
        ),
    ],
)
def test_a_ministry_without_its_country_is_that_of_the_dateline(
    read: Read, text: str, words: str, key: str
) -> None:
    assert [m.key for m in read(text) if m.text == words] == [key]


def test_islamic_republics_are_told_apart(read: Read) -> None:
    text = "The Islamic Republic of Pakistan and the Islamic Republic of Iran signed a treaty."
    assert [m.key for m in read(text)] == ["country:PK", "country:IR"]

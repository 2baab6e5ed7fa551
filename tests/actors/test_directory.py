"""Who can be meant by a name, in which country and on which days."""

from __future__ import annotations

from datetime import date

import pytest

from coranto.actors import tables
from coranto.actors.directory import Directory
from coranto.types import DateRange

KNOWN = Directory.packaged()


def day(text: str) -> DateRange:
    at = date.fromisoformat(text)
    return DateRange(at, at)


@pytest.mark.parametrize(
    ("where", "office", "when", "person"),
    [
        ("RU", "foreign_minister", "2023-05-26", "Sergei Lavrov"),
        ("CN", "foreign_minister", "2023-05-26", "Qin Gang"),
        ("CN", "foreign_minister", "2023-08-26", "Wang Yi"),
        ("US", "foreign_minister", "2006-05-01", "Condoleezza Rice"),
        ("GB", "foreign_minister", "2004-05-01", "Jack Straw"),
        ("GB", "interior_minister", "2018-02-01", "Amber Rudd"),
        ("KE", "foreign_minister", "2023-01-15", "Alfred Mutua"),
        # the table says nothing of that time
        ("KE", "foreign_minister", "2023-05-26", None),
        ("RU", "foreign_minister", "2031-01-01", None),
        ("RU", "foreign_minister", "1950-01-01", None),
    ],
)
def test_in_office(where: str, office: str, when: str, person: str | None) -> None:
    found = KNOWN.in_office(where, {office}, day(when))
    assert (found.person if found else None) == person


def test_no_day_no_holder() -> None:
    assert KNOWN.in_office("RU", {"foreign_minister"}, DateRange()) is None


def test_two_holders_in_the_range_are_none() -> None:
    both = DateRange(date(2023, 7, 1), date(2023, 8, 31))
    assert KNOWN.in_office("CN", {"foreign_minister"}, both) is None


@pytest.mark.parametrize(
    ("name", "country", "person"),
    [
        ("Sergey Lavrov", None, "Sergei Lavrov"),
        ("Lavrov Sergei", "RU", None),  # Russian names are not turned
        ("Kishida Fumio", None, "Fumio Kishida"),
        ("Szijjarto Peter", "HU", "Peter Szijjarto"),
        ("Gang Qin", "CN", "Qin Gang"),
        ("Volodymyr Zelenskiy", "UA", "Volodymyr Zelensky"),
        ("Volodymyr Zelensky", "FR", None),
        ("Nobody Atall", None, None),
        ("Lavrov", None, None),
    ],
)
def test_named(name: str, country: str | None, person: str | None) -> None:
    found = KNOWN.named(name, country)
    assert (found.person if found else None) == person


def test_a_minor_office_is_not_meant_by_a_short_name_alone() -> None:
    assert not [h for h in KNOWN.matching("Rudd", "GB") if not h.main]
    assert KNOWN.matching("Rudd", "GB", {"interior_minister"})


def test_tables_together_are_small() -> None:
    from importlib import resources

    folder = resources.files("coranto.actors").joinpath("data")
    assert sum(len(t.read_bytes()) for t in folder.iterdir()) < 1_000_000


def test_seats_have_a_country_and_an_actor() -> None:
    assert len(tables.seats()) > 200
    for seat in tables.seats():
        assert seat.country in tables.countries() and seat.actor, seat


def test_every_country_but_city_states_has_a_capital() -> None:
    without = {c.code for c in tables.countries().values() if not c.capitals}
    assert without <= {"SG", "MC", "SM", "VA", "HK", "NR", "DJ", "LU"}


def test_territories_are_in_countries() -> None:
    places = [p for p in tables.places() if p.territory]
    assert len(places) > 300
    by_name = {p.name: p.country for p in places}
    assert (by_name["Thuringia"], by_name["Manitoba"]) == ("DE", "CA")


def test_holders_of_wikidata_have_their_items() -> None:
    rows = [h for h in tables.holders() if not h.main][-7000:]
    assert len(rows) > 5000
    assert sum(h.item.startswith("Q") for h in rows) > 0.99 * len(rows)

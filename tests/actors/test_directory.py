"""Who can be meant by a name, in which country and on which days."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib import resources
from itertools import pairwise

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


def terms_of(table: str, columns: int) -> list[list[str]]:
    folder = resources.files("coranto.actors").joinpath("data")
    return tables.read_table(folder.joinpath(table).read_text("utf-8"), table, columns)


def test_holders_of_wikidata_have_their_items() -> None:
    rows = terms_of("holders.tsv", 5)
    assert len(rows) > 5000
    # the list of the foreign ministers of one month has some whom Wikidata did not know
    assert all(re.fullmatch(r"(?:Q\d+)?", item) for _, _, item, _, _ in rows)
    without = [terms for _, _, item, _, terms in rows if not item]
    assert set(without) <= {"foreign_minister,<2023-01,>2023-01"} and len(without) <= 20
    # and they come with every term, beside the tables kept by hand, which have none
    held = Counter((h.item, h.of) for h in tables.holders() if h.item)
    said: Counter[tuple[str, str]] = Counter()
    for _, of, item, _, terms in rows:
        said[item, of] += len(terms.split(";")) if item else 0
    assert held == +said


@pytest.mark.parametrize(
    ("where", "office", "when", "person"),
    [
        ("PG", "head_of_government", "2011-11-10", "Peter O'Neill"),
        ("SD", "head_of_government", "2021-11-10", None),  # put out, and back on the 21st
        ("SD", "head_of_government", "2021-12-10", "Abdalla Hamdok"),
        ("MG", "head_of_state", "2023-10-10", None),  # a candidate has to leave the office
        ("BH", "monarch", "2001-01-10", "Hamad bin Isa Al Khalifa"),
        ("BF", "head_of_state", "2022-01-28", "Paul-Henri Sandaogo Damiba"),
        ("MU", "head_of_government", "2024-11-12", "Pravind Jugnauth"),
    ],
)
def test_leaders_of_smaller_states(where: str, office: str, when: str, person: str | None) -> None:
    found = KNOWN.in_office(where, {office}, day(when))
    assert (found.person if found else None) == person


def test_leaders_follow_one_another() -> None:
    offices: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for of, office, person, start, end, _, sex in terms_of("leaders.tsv", 7):
        first, last = tables.days(start, last=False), tables.days(end or "2024-12-31", last=True)
        assert first and last and first < last and sex in ("m", "f"), (of, person)
        offices.setdefault((of, office), []).append((first, last, person))
    by_hand = {(of, office) for of, office, *_ in terms_of("offices.tsv", 7)}
    assert not by_hand & offices.keys()
    for where, terms in offices.items():
        terms.sort()
        for one, other in pairwise(terms):
            assert one[1] <= other[0], (where, one, other)  # one day may be of both

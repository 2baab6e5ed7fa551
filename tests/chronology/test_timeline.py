"""Where a range of days stands: one order for the page, the tables and the JSON."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.timeline import is_named, stand
from coranto.types import DateRange


def days(first: str | None, last: str | None) -> DateRange:
    return DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


def test_the_order_an_analyst_would_write_down() -> None:
    in_order = [
        ("2016-01-01", "2016-12-31"),  # "in 2016"
        ("2016-01-01", "2023-04-05"),  # after something of 2016
        (None, "2016-12-31"),  # by the end of 2016
        ("2016-01-02", "2016-01-02"),
        ("2023-03-01", "2023-03-31"),  # "in March"
        ("2023-03-06", "2023-03-06"),
        ("2023-03-06", None),
        ("2023-03-10", "2023-03-10"),
        ("2023-03-09", "2023-03-10"),  # "on Thursday or Friday"
        ("2023-03-03", "2023-03-10"),  # in the week before its report
        (None, "2023-03-10"),
        ("2023-03-21", "2023-03-31"),  # "late March"
        ("2023-03-22", "2023-03-22"),
        ("2023-03-23", "2023-06-11"),  # of a report that is hardly dated
        (None, None),
    ]
    ranges = [days(*ends) for ends in in_order]
    shuffled = [*ranges[1::2], *ranges[::2]]
    assert sorted(shuffled, key=stand) == ranges


def test_whole_months_thirds_and_years_are_named() -> None:
    assert is_named(days("2023-02-01", "2023-02-28"))
    assert is_named(days("2023-03-01", "2023-05-31"))
    assert is_named(days("2023-03-11", "2023-03-20"))
    assert is_named(days("2024-02-21", "2024-02-29"))
    assert not is_named(days("2023-03-03", "2023-03-10"))
    assert not is_named(days("2023-03-21", "2023-04-30"))
    assert not is_named(days("2023-03-01", None))


some = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(some, st.integers(0, 31))
def test_a_short_range_stands_within_itself(first: date, length: int) -> None:
    dates = DateRange(first, first + timedelta(days=length))
    at = stand(dates)
    assert at.month and first <= date(at.year, at.month, at.day) <= first + timedelta(days=length)


@given(st.none() | some, st.none() | some)
def test_nothing_stands_after_what_is_not_dated_at_all(
    one: date | None, other: date | None
) -> None:
    if one and other and one > other:
        one, other = other, one
    assert stand(DateRange(one, other)) <= stand(DateRange())

"""Where a range of days stands: one order for the page, the tables and the JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.timeline import in_time, is_named, stand
from coranto.types import DateRange, Entry, Evidence, Status


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


def test_what_happened_from_some_day_on_is_undated() -> None:
    """A first day alone is a bound, not a date, unless the act may lie ahead of its report."""
    dated = [days("2014-08-28", "2014-08-28"), days("2023-03-23", "2023-06-11")]
    open_ended = [days("2014-08-28", None), days("2023-03-06", None)]
    undated = days(None, None)
    in_order = sorted([undated, *open_ended, *dated], key=lambda d: stand(d, ahead=False))
    assert in_order[:2] == dated
    assert in_order[-1] == undated
    planned = sorted([undated, *open_ended, *dated], key=stand)
    assert planned == [dated[0], open_ended[0], open_ended[1], dated[1], undated]


def entry_on(dates: DateRange, status: Status) -> Entry:
    return Entry(
        f"n-{status}-{dates.earliest}", "event", "CONSULT", "meet", status, dates, None, (),
        "They meet.", (), (), 1, (),
    )  # fmt: skip


def test_entries_of_undated_reports_stand_last_the_earliest_bound_first() -> None:
    late = entry_on(days("2020-01-01", None), "happened")
    early = entry_on(days("2014-08-28", None), "happened")
    planned = entry_on(days("2014-08-28", None), "planned")
    dated = entry_on(days("2023-03-06", "2023-03-06"), "happened")
    unknown = entry_on(days(None, None), "happened")
    made = sorted([unknown, late, early, dated, planned], key=in_time)
    assert made == [planned, dated, early, late, unknown]


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


def test_entries_of_one_time_stand_by_their_reports_and_as_these_tell_them() -> None:
    day = days("2023-03-06", "2023-03-06")
    made = [
        replace(
            entry_on(day, "happened"),
            id=f"n{n}",
            reports=reports,
            evidence=(Evidence("r1", start, start + 1, "x"),),
        )
        for n, (reports, start) in enumerate([(1, 90), (1, 10), (3, 50)])
    ]
    assert [e.id for e in sorted(made, key=in_time)] == ["n2", "n1", "n0"]

"""Ranges of days in words: honest, and in order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.site.dates import covered, gutter, order, period, phrase, span
from coranto.types import DateRange


def days(first: str | None, last: str | None) -> DateRange:
    return DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "date unknown"),
        ("2023-05-11", "2023-05-11", "11 May 2023"),
        (None, "2023-05-11", "by 11 May 2023"),
        ("2023-05-11", None, "from 11 May 2023 on"),
        (None, "2023-01-31", "by the end of January 2023"),
        (None, "2016-12-31", "by the end of 2016"),
        ("2016-01-01", "2023-04-05", "between 2016 and 5 April 2023"),
        ("2023-03-10", "2023-03-31", "between 10 and 31 March 2023"),
        ("2023-03-10", "2023-04-05", "between 10 March and 5 April 2023"),
        ("2022-12-30", "2023-01-02", "between 30 December 2022 and 2 January 2023"),
        ("2023-05-30", "2023-05-31", "30 or 31 May 2023"),
        ("2022-12-31", "2023-01-01", "31 December 2022 or 1 January 2023"),
        ("2023-04-01", "2023-04-30", "April 2023"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-27", "between 1 and 27 February 2023"),
        ("2023-04-01", "2023-04-10", "early April 2023"),
        ("2023-04-11", "2023-04-20", "mid-April 2023"),
        ("2023-04-21", "2023-04-30", "late April 2023"),
        ("2023-04-21", "2023-04-29", "between 21 and 29 April 2023"),
        ("2023-03-01", "2023-05-31", "between March and May 2023"),
        ("2022-12-01", "2023-02-28", "between December 2022 and February 2023"),
        ("1998-01-01", "1998-12-31", "1998"),
        ("1998-01-01", "1999-12-31", "1998–1999"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_a_range_in_words(first: str | None, last: str | None, words: str) -> None:
    assert phrase(days(first, last)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-03-06", "2023-06-02", "6 March – 2 June 2023"),
        ("2023-03-06", "2023-03-09", "6 – 9 March 2023"),
        ("2022-03-06", "2023-06-02", "6 March 2022 – 2 June 2023"),
        ("2023-03-06", "2023-03-06", "6 March 2023"),
    ],
)
def test_a_masthead_range(first: str, last: str, words: str) -> None:
    assert span(days(first, last)) == words


@pytest.mark.parametrize(
    ("first", "last", "lines"),
    [
        ("2023-05-11", "2023-05-11", ("11", "Thursday")),
        ("2023-03-01", "2023-03-10", ("1–10", "day not told")),
        ("2023-04-01", "2023-04-30", ("–", "day not told")),
        ("2023-03-30", "2023-04-02", ("–", "30 Mar – 2 Apr")),
        ("2023-03-07", "2023-04-09", ("–", "7 Mar – 9 Apr")),
        ("1998-01-01", "1998-12-31", ("–", "month not told")),
        ("2016-01-01", "2023-04-05", ("–", "2016 – 2023")),
        (None, "2016-12-31", ("–", "by its end")),
        (None, "2023-05-05", ("5", "or earlier")),
        ("2023-05-05", None, ("5", "or later")),
        (None, None, ("?", "no date")),
    ],
)
def test_the_margin(first: str | None, last: str | None, lines: tuple[str, str]) -> None:
    assert gutter(days(first, last)) == lines


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2023-05-11", "2023-05-11", "May 2023"),
        ("2023-04-28", "2023-05-02", "May 2023"),  # from a publication: where it ends
        ("2023-04-01", "2023-05-31", "April 2023"),  # as it is told: where it begins
        ("2023-04-21", "2023-06-11", "April 2023"),
        (None, "2023-05-05", "May 2023"),
        ("2023-05-05", None, "May 2023"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2021-01-01", "2023-12-31", "2021"),
        ("2016-01-01", "2023-04-05", "2016"),
        (None, "2016-12-31", "2016"),
        (None, None, "Date unknown"),
    ],
)
def test_a_heading(first: str | None, last: str | None, label: str) -> None:
    assert period(days(first, last)).label == label


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        ([("2016-01-01", "2016-12-31"), ("2023-04-06", "2023-04-06")], "6 April 2023"),
        (
            [("2016-01-01", "2016-01-31"), ("2023-04-06", "2023-04-06")],
            "January 2016 – 6 April 2023",
        ),
        # no start and no end is invented
        (
            [(None, "2016-12-31"), ("2023-03-06", "2023-03-06"), ("2023-04-06", None)],
            "6 March – 6 April 2023",
        ),
        ([("2023-04-06", "2023-04-06"), ("2023-04-21", "2023-06-11")], "6 – 21 April 2023"),
        ([("2023-04-06", "2023-04-06")], "6 April 2023"),
        ([("2016-01-01", "2016-12-31")], "2016"),
        ([(None, "2023-04-06")], "by 6 April 2023"),
        ([(None, None)], ""),
        ([], ""),
    ],
)
def test_the_span_of_a_chronology(ranges: list[tuple[str | None, str | None]], words: str) -> None:
    assert covered([days(*ends) for ends in ranges]) == words


some_days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(some_days, some_days)
def test_known_days_sort_as_the_calendar_does(one: date, other: date) -> None:
    if one < other:
        assert order(DateRange(one, one)) < order(DateRange(other, other))


@given(st.none() | some_days, st.none() | some_days)
def test_every_range_has_words_and_a_place(one: date | None, other: date | None) -> None:
    if one and other and one > other:
        one, other = other, one
    dates = DateRange(one, other)
    words = phrase(dates)
    assert words
    for end in (one, other):
        assert end is None or str(end.year) in words
    assert order(dates) <= order(DateRange())
    assert all(gutter(dates))


def test_what_happened_from_some_day_on_stands_under_date_unknown() -> None:
    dates = days("2014-08-28", None)
    assert period(dates, ahead=False).label == "Date unknown"
    assert gutter(dates, ahead=False) == ("?", "28 Aug 2014 or later")
    assert period(dates).label == "August 2014"
    assert gutter(dates) == ("28", "or later")


def test_undated_reports_follow_dated_ones() -> None:
    ranges = [days(None, None), days("2014-08-28", None), days("2023-05-11", "2023-05-11")]
    assert sorted(ranges, key=order) == ranges[::-1]

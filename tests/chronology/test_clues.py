"""What the days, months and weekdays that a report names say of the day it came out."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.clues import Clues, NamedDay
from coranto.language.document import Document
from coranto.times import recognise

YEAR = np.arange(date(2021, 1, 1).toordinal(), date(2022, 1, 1).toordinal())


def likeliest(clues: Clues) -> date:
    return date.fromordinal(int(YEAR[np.argmax(clues.log_odds(YEAR))]))


def clues_of(text: str) -> Clues:
    doc = Document(text, (), (), ())
    return Clues.of(doc, recognise(doc))


def test_a_day_of_the_news_in_the_opening_is_likely_its_own() -> None:
    clues = clues_of("TURKU, June 11. Dock workers walked out. The ferries stood still.")
    assert clues.days == (NamedDay(6, 11, None, "news"),)
    assert likeliest(clues) == date(2021, 6, 11)


def test_a_day_of_another_affair_counts_for_less() -> None:
    own = clues_of("On June 11 dock workers walked out. The ferries stood still.")
    other = clues_of("Dock workers spoke of the fire of June 11. The ferries stood still.")
    at = date(2021, 6, 11).toordinal() - YEAR[0]
    assert other.days[0].told == "opening"
    assert 0 < other.log_odds(YEAR)[at] < own.log_odds(YEAR)[at]


def test_the_weekday_of_its_opening_tells_that_day_or_the_next() -> None:
    clues = clues_of("Dock workers walked out on Wednesday. The ferries stood still.")
    assert clues.first_weekday == 3
    odds = dict(zip((int(d) % 7 for d in YEAR), clues.log_odds(YEAR), strict=True))
    assert max(odds, key=lambda w: odds[w]) == 3
    assert odds[4] > odds[5] > odds[2] - 1


def test_a_named_weekday_tells_the_year() -> None:
    clues = Clues((NamedDay(6, 11, 5, "past"),))  # 11 June is a Friday in 2021
    day = np.array([date(y, 6, 11).toordinal() for y in (2019, 2020, 2021, 2022)])
    odds = clues.log_odds(day)
    assert odds[2] == max(odds) > sorted(odds)[-2]


def test_a_past_month_lies_some_months_back() -> None:
    clues = Clues(months=((2, True),))
    assert likeliest(clues).month == 4
    assert clues.log_odds(YEAR)[0] < 0 < clues.log_odds(YEAR)[100]


def test_a_text_without_times_says_nothing() -> None:
    assert not clues_of("Dock workers walked out.").log_odds(YEAR).any()


@given(
    st.dates(date(1950, 1, 1), date(2040, 12, 31)),
    st.sampled_from(["news", "opening", "past", "ahead"]),
)
def test_no_day_is_made_impossible(day: date, told: str) -> None:
    clues = Clues((NamedDay(day.month, day.day, None, told),))  # type: ignore[arg-type]
    odds = clues.log_odds(np.arange(day.toordinal() - 500, day.toordinal() + 500))
    assert np.isfinite(odds).all()
    assert abs(odds).max() < 12

"""What holds for every text: exact extents, well-formed values, no overlap, no hidden clock."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.times import calendar as cal
from coranto.times import recognise, resolve
from coranto.times.tables import MONTHS, WEEKDAYS
from coranto.types import DateRange, TimeExpression

from .trees import plain

VALUE = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF"
    r"|P(?:\d+|X)[YMWD](?:\d+[MD])?(?:T\d+H)?"
    r"|PT(?:\d+|X)[HMS](?:\d+[MS])?"
    r"|(?:\d|X){2,4}"
    r"|(?:\d|X){4}-(?:(?:\d|X){2}|W(?:\d|X){2}|[QH][\dX]|SP|SU|FA|WI)(?:-(?:(?:\d|X){1,2}|WE))?"
    r"(?:T(?:MO|MI|AF|EV|NI|\d\d:\d\d))?"
)

PIECES = [
    *(m.title() for m in MONTHS),
    *(w.title() for w in WEEKDAYS),
    *"early late mid- last next this the in on of since until between and".split(),
    *"15 3rd 2014 2023 1,914".split(),
    *"week month year years days hours quarter decade century morning night spring summer".split(),
    *"two several a few ago earlier later today yesterday now recently soon daily every".split(),
    *"'s , . \n \n\n Christmas Day 10:35 p.m. noon 26 May may will met said 1990s Q3 first".split(
        " "
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@settings(deadline=None, max_examples=60)
@given(TEXTS, DAYS)
def test_extents_and_values(text: str, day: date) -> None:
    doc = plain(text)
    times = resolve(doc, recognise(doc), DateRange(day, day))
    for time in times:
        assert text[time.start : time.end] == time.text
        assert time.text == time.text.strip()
        assert VALUE.fullmatch(time.value), time
        first, last = time.dates.earliest, time.dates.latest
        assert first is None or last is None or first <= last
    for a, b in pairwise(times):
        assert a.end <= b.start


@settings(deadline=None, max_examples=60)
@given(TEXTS, DAYS, st.integers(0, 400))
def test_a_wide_publication_holds_what_its_ends_give(text: str, day: date, width: int) -> None:
    doc = plain(text)
    raws = recognise(doc)
    last = cal.add_days(day, width)
    wide = resolve(doc, raws, DateRange(day, last))
    for end in (day, last):
        for broad, exact in zip(wide, resolve(doc, raws, DateRange(end, end)), strict=True):
            assert VALUE.fullmatch(broad.value), broad
            assert broad.dates.overlaps(exact.dates)


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_paragraphs_are_recognised_apart(first: str, second: str) -> None:
    """The order of paragraphs does not change what is found in each."""

    def words(text: str) -> list[str]:
        return sorted(raw.text for raw in recognise(plain(text)))

    first, second = first.replace("May", "June"), second.replace("May", "June")
    joined = f"{first} xx.\n\nxx {second}"
    swapped = f"{second} xx.\n\nxx {first}"
    assert words(joined) == sorted([*words(f"{first} xx."), *words(f"xx {second}")])
    assert len(words(swapped)) == len(words(f"{second} xx.")) + len(words(f"xx {first}"))


@settings(deadline=None, max_examples=60)
@given(DAYS)
def test_weekdays_past_and_to_come(day: date) -> None:
    for name in ("Monday", "Sunday"):
        (past,) = _one(f"They met on {name}.", day)
        (ahead,) = _one(f"They will meet on {name}.", day)
        assert past.dates.day is not None
        assert ahead.dates.day is not None
        assert 0 <= (day - past.dates.day).days <= 6
        assert 0 <= (ahead.dates.day - day).days <= 6
        assert past.dates.day.strftime("%A") == name


def _one(text: str, day: date) -> tuple[TimeExpression, ...]:
    doc = plain(text)
    return resolve(doc, recognise(doc), DateRange(day, day))


def test_easter_by_the_almanac() -> None:
    assert [cal.easter(y) for y in (1961, 2000, 2023, 2024, 2038)] == [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2023, 4, 9),
        date(2024, 3, 31),
        date(2038, 4, 25),
    ]


def test_holidays_that_move() -> None:
    assert cal.holiday("thanksgiving", 2023) == date(2023, 11, 23)
    assert cal.holiday("memorial day", 2023) == date(2023, 5, 29)
    assert cal.holiday("no such day", 2023) is None


def test_nothing_depends_on_earlier_calls() -> None:
    text = "They met on Friday and in late April; a day earlier they had spoken."
    once = recognise(plain(text))
    recognise(plain("On Monday, 3 March 2011, all was well."))
    assert recognise(plain(text)) == once

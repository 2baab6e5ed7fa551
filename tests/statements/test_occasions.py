"""Where something was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.times import resolve
from coranto.types import DateRange

Read = Callable[[str], Reading]

CASES = [
    ("Orlin said in a statement that the road was open.", "in a statement"),
    ("In a statement on Monday, Orlin said the road was open.", "In a statement on Monday"),
    ("The road was open, Orlin said in televised remarks.", "in televised remarks"),
    ("Orlin said at a briefing in Paris that the road was open.", "at a briefing in Paris"),
    ("Orlin told reporters in Paris last week that it was late.", "in Paris last week"),
    ('"The road is open," Orlin said at a news conference.', "at a news conference"),
    ("Orlin wrote on Telegram that the road was open.", "on Telegram"),
    ("Orlin said in a post on X that the road was open.", "in a post on X"),
    (
        "The ministry announced the road had been opened in a post on X, formerly Twitter.",
        "in a post on X",
    ),
    ("During the meeting with Tolan, Orlin praised the road.", "During the meeting with Tolan"),
    ("Orlin said in an interview with Reuters that it was late.", "in an interview with Reuters"),
    (
        "The ministry rejected the plan in a statement issued a month ago.",
        "in a statement issued a month ago",
    ),
    ('"We agree," Orlin said in a statement he released on Monday.', "in a statement"),
    ("The agency cited an unnamed source in Paris as saying the road was open.", None),
    ("Orlin said that the road in Paris was open.", None),
    ("Orlin said the statement was late.", None),
    ("Orlin said on Monday that the road was open.", None),
    ("The road was opened in Paris, Orlin said.", None),
]


@pytest.mark.parametrize(("text", "occasion"), CASES)
def test_the_occasion(read_text: Read, text: str, occasion: str | None) -> None:
    reading = read_text(text)
    times = resolve(reading.doc, reading.raw_times, None)
    (one,) = find_statements(reading.doc, reading.mentions, times, None, report="r")
    found = None if one.occasion is None else one.occasion.text
    assert found == occasion
    if one.occasion is not None:
        assert text[one.occasion.start : one.occasion.end] == one.occasion.text


def test_where_a_statement_was_put_belongs_to_it(read_text: Read) -> None:
    reading = read_text("Orlin said in a statement posted on Telegram that the road was open.")
    proposals = reading.doc.attributions
    (one,) = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=proposals
    )
    assert one.occasion is not None
    assert one.occasion.text == "in a statement posted on Telegram"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Orlin rejected last week's ruling by the court as unfair.", "publication"),
        ("Orlin rejected the ruling by the court on Monday.", "time expression"),
    ],
)
def test_a_time_that_is_told_of_does_not_date(read_text: Read, text: str, basis: str) -> None:
    reading = read_text(text)
    day = DateRange(date(2024, 3, 15), date(2024, 3, 15))
    times = resolve(reading.doc, reading.raw_times, day)
    (one,) = find_statements(reading.doc, reading.mentions, times, day, report="r")
    assert one.date_basis == basis


@pytest.mark.parametrize(
    ("text", "occasion", "day"),
    [
        ("Oslo, 17 March (NRT) — After talks in Bergen on Saturday, Orlin said the road was open.",
         "After talks in Bergen on Saturday", 16),
        ("A day before their meeting on Monday, Orlin said the road was open.",
         "A day before their meeting on Monday", 17),
        ("Two weeks after the meeting on 2 March, Orlin said the road was open.",
         "Two weeks after the meeting on 2 March", 16),
        ("After talks on Friday, Orlin said on Saturday that the road was open.",
         "After talks on Friday", 16),
        ("On Saturday, after talks on Friday, Orlin said the road was open.",
         "after talks on Friday", 16),
    ],
)  # fmt: skip
def test_an_occasion_dates_what_is_said(
    read_text: Read, text: str, occasion: str, day: int
) -> None:
    reading = read_text(text)
    sunday = DateRange(date(2024, 3, 17), date(2024, 3, 17))
    times = resolve(reading.doc, reading.raw_times, sunday)
    (one,) = find_statements(reading.doc, reading.mentions, times, sunday, report="r")
    assert one.occasion is not None
    assert one.occasion.text == occasion
    assert one.date == DateRange(date(2024, 3, day), date(2024, 3, day))


def test_nothing_is_dated_after_its_report(read_text: Read) -> None:
    reading = read_text("A day before their meeting on 25 March, Orlin said the road was open.")
    sunday = DateRange(date(2024, 3, 17), date(2024, 3, 17))
    times = resolve(reading.doc, reading.raw_times, sunday)
    (one,) = find_statements(reading.doc, reading.mentions, times, sunday, report="r")
    assert one.date.latest is not None
    assert one.date.latest <= date(2024, 3, 17)

"""What reports say about time, and what it means: our own sentences in the style of dispatches."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coranto.times import recognise, resolve
from coranto.types import DateRange, Name, TimeExpression

from .trees import plain

FRIDAY = "2023-05-26"
MONDAY = "2024-04-08"
TUESDAY = "2018-07-17"


def found(sentence: str, published: str | None) -> tuple[TimeExpression, ...]:
    doc = plain(sentence)
    day = date.fromisoformat(published) if published else None
    return resolve(doc, recognise(doc), DateRange(day, day) if day else None)


# Published (or "-"), sentence, expression = value [; expression = value …].
SENTENCES = Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()

NOTHING = (
    "The ministers may meet again.",
    "Mrs May told parliament that the deal was dead.",
    "Theresa May rejected the offer.",
    "Protesters march on the embassy.",
    "The Sun reported the claim.",
    "It was the second round of talks.",
    "The ministry released a 12-point plan.",
    "Some 4,500 troops crossed the border.",
    "There were 2,018 objections to the draft.",
    "The army lost 1914 people in the battle.",
    "The price rose to $2015 a tonne.",
    "Two thirds of the members voted.",
    "About a quarter of the budget is spent on arms.",
    "The fall of the city was expected.",
    "The 52-year-old envoy has no office.",
    "The delegation has 30 members.",
    "He spoke of the day of reckoning.",
    "The start of the war was told by many.",
)


def rows() -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    out = []
    for line in SENTENCES:
        if line.startswith("#"):
            continue
        published, sentence, expected = (part.strip() for part in line.split("\t"))
        pairs = [tuple(item.strip().split(" = ")) for item in expected.split(";")]
        out.append((sentence, None if published == "-" else published, pairs))
    return out  # type: ignore[return-value]


@pytest.mark.parametrize(("sentence", "published", "expected"), rows(), ids=lambda v: str(v)[:60])
def test_expressions_and_values(
    sentence: str, published: str | None, expected: list[tuple[str, str]]
) -> None:
    assert [(t.text, t.value) for t in found(sentence, published)] == expected


def test_the_table_is_broad() -> None:
    assert len(rows()) >= 150


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_looks_like_a_time(sentence: str) -> None:
    assert found(sentence, FRIDAY) == ()


DAYS = [
    ("They agreed in late April 2023.", FRIDAY, "2023-04-21", "2023-04-30"),
    ("They agreed in early 2022.", FRIDAY, "2022-01-01", "2022-04-30"),
    ("They met earlier this month.", FRIDAY, "2023-05-01", "2023-05-26"),
    ("They will meet later this year.", FRIDAY, "2023-05-26", "2023-12-31"),
    ("They met in February 2024.", MONDAY, "2024-02-01", "2024-02-29"),
    ("They met last week.", FRIDAY, "2023-05-15", "2023-05-21"),
    ("They met in 2014.", FRIDAY, "2014-01-01", "2014-12-31"),
    ("They met in the 1990s.", FRIDAY, "1990-01-01", "1999-12-31"),
    ("Trade doubled in the last two years.", MONDAY, "2022-04-08", "2024-04-08"),
    ("Trade will double in the next two years.", MONDAY, "2024-04-08", "2026-04-08"),
    ("They met over the weekend.", "2023-05-22", "2023-05-20", "2023-05-21"),
    ("They met in the winter of 2021.", FRIDAY, "2021-12-01", "2022-02-28"),
    ("The ministry recently proposed it.", FRIDAY, None, "2023-05-26"),
    ("They signed in the third quarter of 2022.", FRIDAY, "2022-07-01", "2022-09-30"),
]


@pytest.mark.parametrize(("sentence", "published", "first", "last"), DAYS)
def test_days_covered(sentence: str, published: str, first: str | None, last: str) -> None:
    (time,) = found(sentence, published)
    assert time.dates == DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last)
    )


@pytest.mark.parametrize(
    "sentence", ["They met on Friday.", "They met last week.", "A two-day visit."]
)
def test_without_a_publication_nothing_is_placed(sentence: str) -> None:
    (time,) = found(sentence, None)
    assert time.dates == DateRange()


def anchored(sentence: str, first: str | None, last: str | None) -> TimeExpression:
    doc = plain(sentence)
    anchor = DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )
    (time,) = resolve(doc, recognise(doc), anchor)
    return time


def test_a_wide_publication_gives_a_wide_date() -> None:
    time = anchored("They signed it on Tuesday.", "2023-03-08", "2023-03-31")
    assert time.value == "XXXX-WXX-2"
    assert time.dates == DateRange(date(2023, 3, 7), date(2023, 3, 28))


def test_a_wide_publication_keeps_what_both_ends_agree_on() -> None:
    time = anchored("They signed it in February.", "2023-04-21", "2023-06-11")
    assert time.value == "2023-02"
    assert time.dates == DateRange(date(2023, 2, 1), date(2023, 2, 28))


def test_a_month_may_differ_within_a_year() -> None:
    time = anchored("They met earlier this month.", "2023-05-08", "2023-06-09")
    assert time.value == "2023-XX"
    assert time.dates == DateRange(date(2023, 5, 1), date(2023, 6, 9))


@pytest.mark.parametrize(("first", "last"), [("2016-01-01", None), (None, "2023-03-31")])
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They will meet on Apr. 6 in Riga.", "XXXX-04-06"),
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met last month.", "XXXX-XX"),
        ("They met yesterday.", "XXXX-XX-XX"),
    ],
)
def test_one_end_of_the_publication_places_nothing(
    sentence: str, value: str, first: str | None, last: str | None
) -> None:
    time = anchored(sentence, first, last)
    assert (time.value, time.dates) == (value, DateRange())


def test_one_end_of_the_publication_leaves_full_dates() -> None:
    time = anchored("They met on 6 April 2014.", "2016-01-01", None)
    assert time.dates.day == date(2014, 4, 6)


@pytest.mark.parametrize(
    ("sentence", "value", "first", "last"),
    [
        ("Founded in 2014. Updated 11:59 am", "2014-XX-XXT11:59", "2014-01-01", "2014-12-31"),
        ("They met in March 2014 at 9:30 a.m.", "2014-03-XXT09:30", "2014-03-01", "2014-03-31"),
        ("War began in 2014. Ten days later", "XXXX-XX-XX", "2014-01-11", "2015-01-10"),
        ("War began in 2014. Two months later", "XXXX-XX", "2014-03-01", "2015-02-28"),
    ],
)
def test_nothing_finer_is_counted_from_a_year_or_a_month(
    sentence: str, value: str, first: str, last: str
) -> None:
    time = found(sentence, FRIDAY)[-1]
    assert time.dates == DateRange(date.fromisoformat(first), date.fromisoformat(last))
    assert time.value == value


def test_the_same_day_is_the_last_day_told_not_the_month_told_since() -> None:
    text = "Kos met Lund on 4 May 2023. He had asked her in April. On the same day Strand left."
    assert [t.value for t in found(text, FRIDAY)][-1] == "2023-05-04"


@pytest.mark.parametrize("written", ["05 April,2023", "April 5,2023", "5 April, 2023"])
def test_a_date_without_its_space(written: str) -> None:
    assert [(t.text, t.value) for t in found(f"Updated {written} again.", None)] == [
        (written, "2023-04-05")
    ]


def test_a_person_called_april_is_no_month() -> None:
    text = "The spokeswoman said April had called."
    doc = plain(text, (Name("April", 21, 26, "person"),))
    assert recognise(doc) == ()


def test_may_the_month_beside_may_the_person() -> None:
    text = "Theresa May met her ministers in May. She may resign, and May said so."
    doc = plain(text)
    assert [(r.text, r.start) for r in recognise(doc)] == [("May", text.index("in May") + 3)]


def test_lines_broken_by_a_printer_hold_together() -> None:
    (time,) = found("The ministers met on Friday,\nMay 26, in Oslo.", FRIDAY)
    assert time.value == "2023-05-26"


def test_paragraphs_do_not_run_together() -> None:
    assert [
        t.text for t in found("The talks took place in May\n\n15 people attended.", FRIDAY)
    ] == ["May"]


@pytest.mark.parametrize("words", ["The following day", "The next day", "A day later", "Next day"])
def test_the_day_after_is_counted_from_the_story(words: str) -> None:
    assert found(f"They met on March 3. {words} the envoy left.", FRIDAY)[1].value == "2023-03-04"


def test_years_are_counted_from_the_story() -> None:
    times = found(
        "They met in 2014. The following year they met again; later that year it ended.", FRIDAY
    )
    assert [t.value for t in times] == ["2014", "2015", "2015"]

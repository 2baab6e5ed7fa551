"""What reports say about time, and what it means: our own sentences in the style of dispatches."""

from __future__ import annotations

from datetime import date

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


# sentence | published | expression = value [; expression = value …]   ("-": none at all)
TABLE = """
The two ministers met on Friday in Tallinn. | 2023-05-26 | Friday = 2023-05-26
The two ministers met on Monday in Tallinn. | 2023-05-26 | Monday = 2023-05-22
The envoy said on Saturday that he was ready. | 2023-05-26 | Saturday = 2023-05-20
The envoy will travel to Riga on Monday. | 2023-05-26 | Monday = 2023-05-29
The delegation is due to arrive on Sunday. | 2023-05-26 | Sunday = 2023-05-28
The talks are to resume on Wednesday. | 2023-05-26 | Wednesday = 2023-05-31
Negotiators have until Thursday to reply. | 2023-05-26 | Thursday = 2023-06-01
The minister landed on Monday morning. | 2024-04-08 | Monday morning = 2024-04-08TMO
The premier spoke on Thursday evening. | 2023-05-26 | Thursday evening = 2023-05-25TEV
Shelling resumed on Tuesday night. | 2023-05-26 | Tuesday night = 2023-05-23TNI
The two sides spoke last Friday. | 2023-05-26 | last Friday = 2023-05-19
The ministers meet next Tuesday. | 2023-05-26 | next Tuesday = 2023-05-30
He spoke on Friday, May 26, of talks. | 2023-05-26 | Friday, May 26 = 2023-05-26
A ceasefire was agreed on July 15. | 2018-07-17 | July 15 = 2018-07-15
A ceasefire was agreed on 15 July 2018. | 2023-05-26 | 15 July 2018 = 2018-07-15
The treaty was signed on July 15, 2018. | 2023-05-26 | July 15, 2018 = 2018-07-15
The treaty was signed on the 15th of July. | 2018-07-17 | the 15th of July = 2018-07-15
The pact of Feb. 4, 2022, was short. | 2023-05-26 | Feb. 4, 2022 = 2022-02-04
The summit runs July 15-16 in Helsinki. | 2018-07-17 | July 15 = 2018-07-15; 16 = 2018-07-16
The offer expires on Dec. 7. | 2023-10-30 | Dec. 7 = 2023-12-07
Record 2023-03-21 was filed. | 2023-05-26 | 2023-03-21 = 2023-03-21
The note dated 21.03.2023 was short. | 2023-05-26 | 21.03.2023 = 2023-03-21
In February, the ministry released a plan. | 2023-05-26 | February = 2023-02
The president visited the capital in March. | 2023-05-26 | March = 2023-03
The envoy last came in October for a forum. | 2024-04-08 | October = 2023-10
The president will visit in October. | 2023-05-26 | October = 2023-10
The premier will visit in March. | 2023-05-26 | March = 2024-03
The talks began in late April. | 2023-05-26 | late April = 2023-04
The talks began in mid-November. | 2023-12-20 | mid-November = 2023-11
They agreed at the end of October. | 2023-12-20 | the end of October = 2023-10
They agreed in early 2022. | 2023-05-26 | early 2022 = 2022
They met in March 2014. | 2023-05-26 | March 2014 = 2014-03
They met in March of this year. | 2023-05-26 | March of this year = 2023-03
Relations froze last October. | 2023-05-26 | last October = 2022-10
The deal lapsed in May. | 2023-07-01 | May = 2023-05
The envoy met the president earlier this month. | 2023-05-26 | earlier this month = 2023-05
The leader may travel later this year. | 2023-05-26 | later this year = 2023
The envoy was ambassador between 2009 and 2019. | 2023-05-26 | 2009 = 2009; 2019 = 2019
The annexation of 2014 was condemned. | 2023-05-26 | 2014 = 2014
The 2015 nuclear accord is dead. | 2023-05-26 | 2015 = 2015
Ties cooled in the 1990s. | 2023-05-26 | the 1990s = 199
Ties cooled in the early 1990s. | 2023-05-26 | the early 1990s = 199
The border dates from the 19th century. | 2023-05-26 | the 19th century = 18
They met last week in Bern. | 2023-05-26 | last week = 2023-W20
They meet next week in Bern. | 2023-05-26 | next week = 2023-W22
A meeting this week failed. | 2023-05-26 | this week = 2023-W21
A meeting is planned next month. | 2023-05-26 | next month = 2023-06
Trade rose last year. | 2023-05-26 | last year = 2022
Trade rises this year. | 2023-05-26 | this year = 2023
The sides met yesterday. | 2023-05-26 | yesterday = 2023-05-25
The sides meet tomorrow. | 2023-05-26 | tomorrow = 2023-05-27
The embassy reopened today. | 2023-05-26 | today = 2023-05-26
The premier spoke last night. | 2023-05-26 | last night = 2023-05-25TNI
The premier spoke this morning. | 2023-05-26 | this morning = 2023-05-26TMO
The call came two days ago. | 2023-05-26 | two days ago = 2023-05-24
The call came three weeks ago. | 2023-05-26 | three weeks ago = 2023-W18
The accord fell five years ago. | 2023-05-26 | five years ago = 2018
The accord fell four months ago. | 2023-05-26 | four months ago = 2023-01
Tuesday failed; a day earlier he ate. | 2023-05-26 | Tuesday = 2023-05-23;a day earlier = 2023-05-22
It was March 3. Next day he ate. | 2023-03-30 | March 3 = 2023-03-03;Next day = 2023-03-04
It was May 3. Two days later he ate. | 2023-05-26 | May 3 = 2023-05-03;Two days later = 2023-05-05
After two days of talks the sides signed. | 2023-05-26 | two days = P2D
The three-day visit ends in Bern. | 2023-05-26 | three-day = P3D
The sides seek an end to the 15-month conflict. | 2023-05-26 | 15-month = P15M
Land was seized during the 13-month invasion. | 2023-03-21 | 13-month = P13M
They talked for nearly four hours. | 2023-05-26 | nearly four hours = PT4H
They talked for four-and-a-half hours. | 2023-05-26 | four-and-a-half hours = PT4H30M
Trade doubled in the last two years. | 2024-04-08 | the last two years = P2Y
Growth has been rapid in recent decades. | 2023-05-26 | recent decades = PXY
Relations warmed over the past decade. | 2023-05-26 | the past decade = P10Y
Talks dragged on for several months. | 2023-05-26 | several months = PXM
The truce held for more than six weeks. | 2023-05-26 | more than six weeks = P6W
The ministry recently proposed a truce. | 2023-05-26 | recently = PAST_REF
The region is now calm. | 2023-05-26 | now = PRESENT_REF
The envoy hopes to return soon. | 2023-05-26 | soon = FUTURE_REF
The ministers meet every year. | 2023-05-26 | every year = P1Y
The two meet every Monday. | 2023-05-26 | every Monday = XXXX-WXX-1
The ministry briefs reporters daily. | 2023-05-26 | daily = P1D
The session opened at 10:35 a.m. on Monday. | 2024-04-08 | 10:35 a.m. on Monday = 2024-04-08T10:35
The curfew began at noon Saturday. | 2023-05-29 | noon Saturday = 2023-05-27T12:00
The talks took place in the summer of 2021. | 2023-05-26 | the summer of 2021 = 2021-SU
Elections are due this autumn. | 2023-05-26 | this autumn = 2023-FA
Talks failed last winter. | 2023-05-26 | last winter = 2022-WI
Exports fell in the third quarter of 2022. | 2023-05-26 | the third quarter of 2022 = 2022-Q3
Exports fell in the first half of 2022. | 2023-05-26 | the first half of 2022 = 2022-H1
The truce began on Christmas Eve. | 2023-05-26 | Christmas Eve = 2022-12-24
The truce of Easter Sunday held. | 2023-05-26 | Easter Sunday = 2023-04-09
The forum ran from Sunday to Tuesday. | 2023-05-26 | Sunday = 2023-05-21; Tuesday = 2023-05-23
The envoys met over the weekend. | 2023-05-22 | the weekend = 2023-W20-WE
She said on Tuesday of last week that it was over. | 2023-05-26 | Tuesday of last week = 2023-05-16
“We met in January,” the minister said. | 2023-05-26 | January = 2023-01
The two sides met on Friday. | - | Friday = XXXX-WXX-5
They met on Friday, May 26, in Oslo. | - | Friday, May 26 = XXXX-05-26
In February the plan was released. | - | February = XXXX-02
They met last week. | - | last week = XXXX-WXX
They met yesterday. | - | yesterday = XXXX-XX-XX
They met on Monday morning. | - | Monday morning = XXXX-WXX-1TMO
Trade rose this year. | - | this year = XXXX
They met in 2014. | - | 2014 = 2014
"""

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
)


def rows() -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    out = []
    for line in TABLE.strip().splitlines():
        sentence, published, expected = (part.strip() for part in line.split(" | "))
        pairs = [tuple(item.strip().split(" = ")) for item in expected.split(";")]
        out.append((sentence, None if published == "-" else published, pairs))
    return out  # type: ignore[return-value]


@pytest.mark.parametrize(("sentence", "published", "expected"), rows(), ids=lambda v: str(v)[:60])
def test_expressions_and_values(
    sentence: str, published: str | None, expected: list[tuple[str, str]]
) -> None:
    assert [(t.text, t.value) for t in found(sentence, published)] == expected


def test_the_table_is_broad() -> None:
    assert len(rows()) >= 80


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

"""When a report came out, from its own words."""

from __future__ import annotations

from datetime import date

import pytest

from coranto.errors import DataError
from coranto.times import PublicationHints, bare_months, infer_publication, recognise
from coranto.times.landmarks import _landmark, ages, landmarks
from coranto.types import DateRange, Grounds, Published

from .trees import plain, tree


def inferred(
    text: str, known: Published | None = None, hints: PublicationHints | None = None
) -> Published:
    doc = plain(text)
    found = infer_publication(
        doc, recognise(doc), known or Published(), hints or PublicationHints()
    )
    for grounds in found.evidence:
        if grounds.where == "text":
            assert text[grounds.start : grounds.end] == grounds.quote
    return found


def on(text: str) -> DateRange:
    day = date.fromisoformat(text)
    return DateRange(day, day)


def between(first: str | None, last: str | None) -> DateRange:
    return DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


AMBASSADOR = "The guest, who was ambassador in Riga between 2009 and 2019, praised his hosts."


def test_a_weekday_and_the_latest_year_give_the_day() -> None:
    found = inferred(
        f"The ministers met in Riga on Friday, May 26, to sign a pact.\n\n{AMBASSADOR}"
    )
    assert found.dates == on("2023-05-26")
    assert found.basis == "its weekday and date and the latest year it names"
    assert {g.quote for g in found.evidence} == {"2019", "Friday, May 26"}
    assert "2028" in found.evidence[-1].note


def test_hints_choose_among_the_years() -> None:
    text = "The ministers met in Riga on Friday, May 26, to sign a pact. It was their first."
    note = Grounds("record", "foreign minister from 2027", "in office")
    hints = PublicationHints(date(2027, 2, 1), None, (note,))
    found = inferred(text, hints=hints)
    assert found.dates == on("2028-05-26")
    assert note in found.evidence


def test_without_any_year_the_day_stays_open_and_says_so() -> None:
    found = inferred("The ministers met in Riga on Friday, May 26. It was their first meeting.")
    assert (found.dates, found.basis) == (DateRange(), "unknown")
    assert "2017, 2023" in found.evidence[0].note


def test_a_full_date_in_the_opening() -> None:
    found = inferred("The pact was signed on 15 July 2018 in Helsinki. Both sides praised it.")
    assert found.dates == between("2018-07-15", "2018-07-16")


def test_a_past_full_date_further_down_is_a_bound() -> None:
    found = inferred(
        "The ministers met. They talked. They ate. Relations broke off on 3 June 2021 over gas."
    )
    assert found.dates == between("2021-06-03", None)


def test_a_year_to_come_is_no_bound() -> None:
    found = inferred(
        "They met. They ate. They will end the use of coal by 2035. Ties froze in 2014."
    )
    assert found.dates == between("2014-01-01", None)


def test_a_programme_named_by_a_year_is_no_bound() -> None:
    assert inferred("The ministers praised the 2030 Agenda of the world body.").dates == DateRange()


def test_the_age_of_a_war_gives_about_a_month() -> None:
    found = inferred("Land in eastern Ukraine seized during the 13-month invasion was not named.")
    assert found.dates.earliest is not None
    assert found.dates.latest is not None
    assert found.dates.overlaps(on("2023-03-21"))
    assert 28 <= (found.dates.latest - found.dates.earliest).days <= 33
    assert "2022-02-24" in found.evidence[0].note


def test_two_wars_of_one_name_stay_apart_by_the_year_named() -> None:
    text = "It wants an end to the 15-month conflict in Ukraine. {}"
    later = inferred(text.format("The two agreed in early 2022 to work together."))
    open_ = inferred(text.format("The two want peace."))
    assert later.dates.overlaps(on("2023-05-24"))
    assert later.dates.earliest is not None
    assert later.dates.earliest > date(2023, 5, 1)
    assert open_.dates.overlaps(on("2015-07-06"))
    assert open_.dates.overlaps(on("2023-05-24"))


def test_since_the_start_of_a_war_is_a_bound() -> None:
    found = inferred("Since the start of the war in Gaza, the two have met three times.")
    assert found.dates == between("2023-10-07", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Six months after the start of the war in Sudan, both sides met.", "2023-10-15"),
        ("After 18 months of fighting in Sudan, both sides met.", "2024-10-15"),
        ("The three-year war in Syria has cost many lives.", "2014-03-15"),
    ],
)
def test_ages_in_other_words(text: str, day: str) -> None:
    assert inferred(text).dates.overlaps(on(day))
    assert inferred(text).dates.known


def test_an_age_past_the_end_of_a_war_is_none() -> None:
    assert list(ages("The 30-month campaign of NATO over Kosovo")) == []


def test_an_age_without_its_war_is_none() -> None:
    assert (
        inferred("The 13-month dispute over fish goes on. Its war of words is old.").dates
        == DateRange()
    )


def test_bare_months_need_a_year_from_elsewhere() -> None:
    text = (
        "In February, the ministry released a plan. In late April, the leaders spoke by telephone."
    )
    assert inferred(text).dates == DateRange()
    hints = PublicationHints(date(2023, 3, 1), date(2024, 2, 29))
    found = inferred(text, hints=hints)
    assert found.dates.earliest == date(2023, 4, 21)
    assert found.dates.overlaps(on("2023-05-05"))
    assert found.dates.latest is not None
    assert found.dates.latest < date(2023, 6, 21)
    assert "late April" in [g.quote for g in found.evidence]


def test_a_part_of_a_month_is_old_where_a_later_month_is_named() -> None:
    text = "In late April the leaders spoke. In July the envoy came."
    found = inferred(text, hints=PublicationHints(date(2023, 1, 1), date(2023, 12, 31)))
    assert found.dates == between("2023-01-01", "2023-12-31")


def test_a_month_to_come_is_no_bound() -> None:
    text = "The leaders will meet in late April."
    hints = PublicationHints(date(2023, 3, 1), date(2024, 2, 29))
    assert inferred(text, hints=hints).dates == between("2023-03-01", "2024-02-29")


def test_a_weekday_narrows_a_week() -> None:
    text = "The ministers met on Tuesday in Riga. They signed a pact."
    week = Published(between("2023-03-20", "2023-03-26"), "its copy")
    month = Published(between("2023-03-01", "2023-03-31"), "its copy")
    assert inferred(text, week).dates == between("2023-03-21", "2023-03-22")
    assert inferred(text, month).dates == month.dates


def test_a_known_day_is_left_alone() -> None:
    known = Published(on("2024-04-08"), "its address")
    assert inferred("They met on Friday, May 26, and again in 2025.", known) is known


def test_a_contradiction_is_noted_and_the_firmer_kept() -> None:
    known = Published(between("2021-01-01", "2021-12-31"), "its copy")
    found = inferred("Land in Ukraine seized during the 13-month invasion was not named.", known)
    assert found.dates == known.dates
    assert any("contradicts" in g.note for g in found.evidence)


def test_contradicting_hints_are_noted() -> None:
    known = Published(between("2021-01-01", "2021-12-31"), "its copy")
    note = Grounds("report", "met in May", "shared event", report="r-1")
    hints = PublicationHints(date(2023, 1, 1), None, (note,))
    found = inferred("They met.", known, hints)
    assert found.dates == known.dates
    assert "contradicts" in found.evidence[0].note


def test_bare_months_for_matching() -> None:
    doc = tree(
        "In/ADP/2/case February/PROPN/4/obl Riga/PROPN/4/nsubj released/VERB/0/root a/DET/6/det "
        "plan/NOUN/4/obj ./PUNCT/4/punct",
        "Novak/PROPN/3/nsubj will/AUX/3/aux come/VERB/0/root in/ADP/6/case late/ADJ/6/amod "
        "June/PROPN/3/obl ./PUNCT/3/punct",
    )
    first, second = bare_months(doc, recognise(doc))
    assert (first.month, first.part, first.past, first.raw.text) == (2, None, True, "February")
    assert first.token is not None
    assert doc.tokens[first.token].text == "February"
    assert (second.month, second.part, second.past) == (6, "late", False)


def test_months_with_a_year_are_not_bare() -> None:
    doc = plain("They met in March 2014, in June last year and last October.")
    assert bare_months(doc, recognise(doc)) == ()


def test_the_table_of_landmarks_reads() -> None:
    table = landmarks()
    assert len(table) >= 15
    assert len({(m.start, m.name) for m in table}) == len(table)
    assert all(m.end is None or m.start < m.end for m in table)
    assert all(m.words and m.context for m in table)


@pytest.mark.parametrize("line", ["2022-02-24\t\tname\twar", "2022-02-31\t\tname\twar\tUkraine"])
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(DataError, match="line 7"):
        _landmark(7, line)


# --- a weekday and a full date ----------------------------------------------------------------

LEDE = "Riga and Tallinn have agreed to reopen their embassies after years of tensions. {}"
PICTURE = (
    "In this photo Jana Novak shakes hands with Otto Lind as Riga and Tallinn agree to reopen "
    "embassies after years of tensions, in Oslo, Friday, March 10, 2023. (Baltic Desk via BNA)"
)
SPORT = "Fans wave flags in Riga after a match, Friday, Nov. 25, 2022. (BNA Photo/Jana Novak)"


def test_the_date_of_a_picture_of_the_news_and_its_weekday_give_the_day() -> None:
    text = f"WORLD\n\n{PICTURE}\n\n" + LEDE.format("They told of it on Friday.")
    found = inferred(text)
    assert found.dates == on("2023-03-10")
    assert found.basis.startswith("the weekday and date in its opening")


def test_the_date_of_a_picture_of_something_else_says_little() -> None:
    text = f"WORLD\n\n{SPORT}\n\n" + LEDE.format("They told of it on Friday.")
    assert inferred(text).dates == between("2022-11-25", None)


def test_a_picture_of_the_news_and_this_week_give_a_week() -> None:
    text = f"{PICTURE}\n\n" + LEDE.format("It is a feat. The deal comes amid talks this week.")
    assert inferred(text).dates == between("2023-03-10", "2023-03-16")


def test_the_weekday_of_the_latest_full_date_gives_a_week() -> None:
    text = LEDE.format(
        "They told of it on Friday. {}\n\nThe pact of March 10, 2023, ends a rift begun in 2016."
    )
    assert inferred(text.format("It is new.")).dates == between("2023-03-10", "2023-03-16")
    other = text.replace("Friday", "Sunday").format("It is new.")
    assert inferred(other).dates == between("2023-03-10", None)


def test_a_weekday_to_come_gives_nothing() -> None:
    text = LEDE.format("They will meet on Friday. The pact of March 10, 2023, ends a rift.")
    assert inferred(text).dates == between("2023-03-10", None)


def test_an_old_date_in_the_opening_beside_the_weekday_of_the_news() -> None:
    text = "The pact signed on 15 July 2018 in Riga was renewed on Thursday. Both sides praised it."
    assert inferred(text).dates == between("2018-07-15", None)


def test_headings_are_no_sentences_of_the_opening() -> None:
    text = (
        "BALTIC NEWS\n\nEnvoys agree on a pact\n\nBy Jana Novak\n\n"
        "The envoys agreed on a pact in Riga on July 15, 2018. Both sides praised it."
    )
    assert inferred(text).dates == between("2018-07-15", "2018-07-16")


@pytest.mark.parametrize(
    "words",
    [
        "The protocol dated July 15, 1966, still binds both.",
        "Resolution 912 of July 15, 1966, still binds both.",
        "Today is the anniversary of July 15, 1966.",
        "The July 15, 1966, convention still binds both.",
    ],
)
def test_the_date_of_a_law_is_not_the_reports(words: str) -> None:
    text = LEDE.format("They told of it on Friday.") + f"\n\n{words}"
    assert inferred(text).dates == between("1966-07-15", None)


def test_the_date_of_a_pact_in_the_opening_is_not_the_reports() -> None:
    text = "The pact of July 15, 2018, was praised in Riga. Both sides praised it."
    assert inferred(text).dates == between("2018-07-15", None)


def test_a_full_date_with_a_clock_in_the_opening_is_the_day() -> None:
    text = "Source: Baltika Friday, March 17, 2023 | 22:42\n\n" + LEDE.format("It is new.")
    assert inferred(text).dates == on("2023-03-17")


def test_a_later_day_told_as_past_beats_the_date_of_the_opening() -> None:
    opening = (
        "The/DET/2/det envoys/NOUN/3/nsubj met/VERB/0/root on/ADP/5/case March/PROPN/3/obl "
        "18/NUM/5/nummod ,/PUNCT/5/punct 2023/NUM/5/nummod ./PUNCT/3/punct"
    )
    agreed = "Both/PRON/2/nsubj agreed/VERB/0/root ./PUNCT/2/punct"
    spoke = (
        "Holm/PROPN/2/nsubj spoke/VERB/0/root on/ADP/4/case March/PROPN/2/obl 20/NUM/4/nummod "
        "./PUNCT/2/punct"
    )
    speaks = (
        "Holm/PROPN/3/nsubj will/AUX/3/aux speak/VERB/0/root on/ADP/5/case March/PROPN/3/obl "
        "20/NUM/5/nummod ./PUNCT/3/punct"
    )
    for lines, expected in (
        ((opening, agreed), between("2023-03-18", "2023-03-19")),
        ((opening, agreed, spoke), between("2023-03-20", "2023-03-27")),
        ((opening, agreed, speaks), between("2023-03-18", "2023-03-19")),
    ):
        doc = tree(*lines)
        found = infer_publication(doc, recognise(doc), Published(), PublicationHints())
        assert found.dates == expected


def test_within_a_month_it_is_not_before_the_latest_day_told() -> None:
    doc = tree(
        "Both/PRON/2/nsubj agreed/VERB/0/root ./PUNCT/2/punct",
        "Both/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
        "Holm/PROPN/2/nsubj spoke/VERB/0/root on/ADP/4/case March/PROPN/2/obl 20/NUM/4/nummod "
        "./PUNCT/2/punct",
    )
    known = Published(between("2023-03-12", "2023-03-25"), "its likeness")
    found = infer_publication(doc, recognise(doc), known, PublicationHints())
    assert found.dates == between("2023-03-20", "2023-03-25")

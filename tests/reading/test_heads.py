"""Plain texts with lines on top that whoever saved them wrote: address, date, outlet, title."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.cleaning import clean
from coranto.reading import read
from coranto.reading.heads import head_lines
from coranto.types import Grounds, Report

HEADLINE = "Ministers Meet in Vienna"
BODY = (
    "The foreign ministers of Austria and Hungary met in Vienna on Tuesday, officials said.\n"
    "The working meeting lasted three hours, longer than planned, and ended without a deal."
)
CLEAN_BODY = BODY.replace("\n", "\n\n")
ADDRESS = "https://www.courier.example.org/world/40284386"
DAY = "2024-04-08"


def report_of(tmp_path: Path, text: str) -> Report:
    path = tmp_path / "report.txt"
    path.write_text(text)
    (report,) = read(path)
    grounds = [fact.grounds for fact in report.facts] + list(report.published.evidence)
    for each in grounds:
        check(report, text, each)
    for part in report.removed:
        assert text[part.start : part.end] == part.text
    return report


def check(report: Report, original: str, grounds: Grounds) -> None:
    if grounds.start is not None:
        text = report.text if grounds.where == "text" else original
        assert text[grounds.start : grounds.end] == grounds.quote


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("head", list(permutations([HEADLINE, ADDRESS, DAY])))
def test_headline_address_and_day_in_any_order(
    tmp_path: Path, head: tuple[str, ...], between: str
) -> None:
    report = report_of(tmp_path, between.join((*head, BODY)))
    assert (report.title, report.url) == (HEADLINE, ADDRESS)
    assert str(report.published.dates.day) == DAY
    assert report.published.basis == "its date line"
    assert report.text == f"{HEADLINE}\n\n{CLEAN_BODY}"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_labelled_head_lines(tmp_path: Path, between: str) -> None:
    head = (
        f"Title: {HEADLINE}",
        "Source: The Baltic Lantern",
        f"URL: {ADDRESS}",
        "Date: Monday, 8 April 2024, 10:54 am",
        "By: Anna Example, Harbour Wire",
        "Language: en",
    )
    report = report_of(tmp_path, between.join((*head, BODY)))
    assert (report.title, report.outlet) == (HEADLINE, "The Baltic Lantern")
    assert (report.url, str(report.published.dates.day)) == (ADDRESS, DAY)
    assert report.credits == ("Harbour Wire",)
    assert report.text == f"{HEADLINE}\n\n{CLEAN_BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "2024-04-08T10:54:00+02:00",
        "2024-04-08 10:54 UTC",
        "Published: April 8, 2024",
        "Date published: 8 April 2024 at 10.54",
        "**Date:** 8 April 2024",
    ],
)
def test_head_lines_that_give_the_day(tmp_path: Path, line: str) -> None:
    report = report_of(tmp_path, f"{line}\n{HEADLINE}\n{BODY}")
    assert str(report.published.dates.day) == DAY
    assert report.title == HEADLINE
    assert report.text == f"{HEADLINE}\n\n{CLEAN_BODY}"


def test_a_day_in_words_goes_with_an_address_only(tmp_path: Path) -> None:
    line = "April 8, 2024"
    assert head_lines(f"{HEADLINE}\n{line}\n{BODY}") == ()
    report = report_of(tmp_path, f"{ADDRESS}\n{line}\n{HEADLINE}\n{BODY}")
    assert (report.title, report.text) == (HEADLINE, f"{HEADLINE}\n\n{CLEAN_BODY}")


def test_two_copies_do_not_differ_by_their_head_lines(tmp_path: Path) -> None:
    bare = report_of(tmp_path, f"{HEADLINE}\n\n{BODY}").text
    assert report_of(tmp_path, f"{ADDRESS}\n{DAY}\n{HEADLINE}\n{BODY}").text == bare


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{HEADLINE}\n{BODY}",
        f"{HEADLINE}\n\nVienna: the talks that ended in nothing\n\n{BODY}",
        f"Source: officials say talks failed\n{BODY}",
        f"Source: Reuters\n{BODY}",
        f"Date: no day has been set\n{BODY}",
        f"Section: World\n{BODY}",
        f"{BODY}\n{DAY}",
        f"{BODY}\nDate: {DAY}",
        f"The Baltic Courier\n{DAY}\n{HEADLINE}\n{BODY}",
    ],
)
def test_other_lines_are_no_head_lines(text: str) -> None:
    assert head_lines(text) == ()


def test_an_outlets_name_above_its_day_is_still_the_header(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"The Baltic Courier\n{DAY}\n{HEADLINE}\n\n{BODY}")
    assert (report.outlet, report.title) == ("The Baltic Courier", HEADLINE)


def test_below_an_address_the_first_line_need_not_be_a_headline(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"{ADDRESS}\n{DAY}\n\n{BODY}")
    assert (report.title, report.text) == (None, CLEAN_BODY)


def test_a_line_that_goes_on_below_is_no_headline(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"{ADDRESS}\nMinisters from two states\nof the north met.\n{BODY}")
    assert report.title is None


@pytest.mark.parametrize(
    "opening", ["VIENNA (Harbour Wire) – ", "VIENNA: ", "VIENNA, Austria — ", "GENEVA/VIENNA - "]
)
def test_a_dateline_shows_the_headline_above_it(tmp_path: Path, opening: str) -> None:
    assert report_of(tmp_path, f"{HEADLINE}\n{opening}{BODY}").title == HEADLINE


def test_hard_wrapped_lines_below_head_lines_are_joined(tmp_path: Path) -> None:
    wrapped = (
        "The foreign ministers of Austria and Hungary met in Vienna on Tuesday, and the\n"
        "working meeting lasted three hours, longer than planned, before it came to an\n"
        "end without a deal.\n"
    )
    report = report_of(tmp_path, f"{ADDRESS}\n{DAY}\n{wrapped}")
    assert report.text == wrapped.strip().replace("\n", " ")


_LINES = st.sampled_from(
    [HEADLINE, ADDRESS, DAY, "Date: 8 April 2024", f"Title: {HEADLINE}", "Source: The Lantern", ""]
)


@given(st.lists(_LINES, max_size=8))
def test_head_lines_stand_where_they_say_and_the_text_below_stays(lines: list[str]) -> None:
    text = "\n".join([*lines, BODY])
    heads = head_lines(text)
    for head in heads:
        assert text[head.start : head.end] == head.value
        assert head.out[0] <= head.start and head.out[1] <= text.index(BODY)
    assert clean(text, head=[head.out for head in heads]).text.endswith(CLEAN_BODY)

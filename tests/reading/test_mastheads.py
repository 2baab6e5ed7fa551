"""Agencies and outlets that no table names: credits, header lines, hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coranto.errors import ReadError
from coranto.reading import read, read_many
from coranto.reading.mastheads import header, is_publication, publications
from coranto.types import Report

BODY = (
    "The foreign ministers of Austria and Hungary met in Vienna on Tuesday, officials said.\n\n"
    "The working meeting lasted three hours, longer than planned, and ended without a deal."
)


def unexpected(error: ReadError) -> None:
    raise error


def report_of(tmp_path: Path, text: str) -> Report:
    path = tmp_path / "report.txt"
    path.write_text(text)
    (report,) = read(path)
    for fact in report.facts:
        grounds = fact.grounds
        if grounds.start is not None:
            whole = report.text if grounds.where == "text" else text
            assert whole[grounds.start : grounds.end] == grounds.quote
    return report


@pytest.mark.parametrize(
    "name",
    [
        *("Alpine Wire", "The Danube Courier", "Tatra News Service", "Northern News", "The Times"),
        *("Carpathia Press Agency", "Sava Telegraph", "Harbour Times of Split", "Radio Danube"),
    ],
)
def test_names_of_publications(name: str) -> None:
    assert is_publication(name)


@pytest.mark.parametrize(
    "name",
    [
        *("John Smith", "Emily Post", "Bill Press", "Breaking News", "World News", "News Desk"),
        *("Kremlin Press Service", "Federal Security Service", "Ministers Meet Press", "News"),
        *("Press Conference", "Vienna", "Danube Courier Staff", "Trump Calls Talks Good News"),
    ],
)
def test_other_names(name: str) -> None:
    assert not is_publication(name)


def test_a_reporter_of_an_agency_stands_for_it() -> None:
    assert list(publications("Anna Example of Alpine Wire helped.")) == [(16, "Alpine Wire")]


# --- credits --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Alpine Wire contributed reporting.", ("Alpine Wire",)),
        ("Alpine Wire contributed to this report.", ("Alpine Wire",)),
        ("Some material in this report came from Alpine Wire.", ("Alpine Wire",)),
        ("Alpine Wire and AFP contributed to this report.", ("Alpine Wire", "AFP")),
        ("John Smith of Alpine Wire contributed to this report.", ("Alpine Wire",)),
        ("With files from Tatra News Service", ("Tatra News Service",)),
        ("This article uses material from Xinhua News Agency.", ("Xinhua",)),
        ("Source: Alpine Wire", ("Alpine Wire",)),
        ("(Alpine Wire)", ("Alpine Wire",)),
        ("John Smith contributed to this report.", ()),
        ("Emily Post and Otto Muster contributed to this report.", ()),
        ("The Kremlin Press Service contributed to this report.", ()),
        ("The Danube Courier took this report to court, the envoy said.", ()),
        ("The information in this report is false, the Danube Courier said.", ()),
    ],
)
def test_credits_at_the_end(tmp_path: Path, line: str, credits: tuple[str, ...]) -> None:
    assert report_of(tmp_path, f"{BODY}\n\n{line}").credits == credits


@pytest.mark.parametrize(
    ("head", "credits"),
    [
        ("PANMUNJOM, April 27 (Alpine Wire) - The ministers met.", ("Alpine Wire",)),
        ("VIENNA (Tatra News Service) — The ministers met.", ("Tatra News Service",)),
        ("VIENNA, April 8. /Alpine Wire/. The ministers met.", ("Alpine Wire",)),
        ("By Alpine Wire", ("Alpine Wire",)),
        ("By Emily Post", ()),
        ("By Anna Example Washington Post", ("Washington Post",)),
        ("VIENNA (City Hall) - The ministers met.", ()),
        ("Austria (see The Danube Courier) was host to the ministers.", ()),
    ],
)
def test_credits_at_the_head(tmp_path: Path, head: str, credits: tuple[str, ...]) -> None:
    assert report_of(tmp_path, f"{head}\n\n{BODY}").credits == credits


def test_an_outlet_does_not_credit_itself(tmp_path: Path) -> None:
    line = "The Danube Courier, with material from Alpine Wire"
    report = report_of(tmp_path, f"{BODY}\n\n{line}")
    assert (report.outlet, report.credits) == ("The Danube Courier", ("Alpine Wire",))
    record = {"text": BODY, "outlet": "Danube Courier", "author": "The Danube Courier"}
    assert report_of(tmp_path, json.dumps(record)).credits == ()


# --- header lines ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ("The Danube Review\n24 May 2018", "The Danube Review"),
        ("Alpine Dispatch | World | 24 May 2018", "Alpine Dispatch"),
        ("Thursday, May 24, 2018 | Sava Herald", "Sava Herald"),
        ("The Jerusalem Post\n\nMay 24, 2018 10:30 GMT", "The Jerusalem Post"),
    ],
)
def test_a_header_gives_outlet_day_and_title(tmp_path: Path, lines: str, outlet: str) -> None:
    report = report_of(tmp_path, f"{lines}\nMinisters Meet in Vienna\n\n{BODY}")
    assert report.outlet == outlet
    assert str(report.published.dates.day) == "2018-05-24"
    assert report.published.basis == "its date line"
    assert report.title == "Ministers Meet in Vienna"


@pytest.mark.parametrize(
    "lines",
    [
        "The Danube Review",
        "The Danube Review\nMinisters Meet in Vienna",
        "Ministers Meet Press\n24 May 2018",
        "Anna Example\n24 May 2018",
        "Emily Post\n24 May 2018",
        "Breaking News\n24 May 2018",
        "the danube review\n24 May 2018",
        "Anna Example | World | 24 May 2018",
        "The Danube Review | World",
        "The Danube Review\nThe talks of 24 May 2018 were the third",
    ],
)
def test_other_first_lines_are_no_header(tmp_path: Path, lines: str) -> None:
    assert header(f"{lines}\n{BODY}".replace("\n", "\n\n")) is None
    assert report_of(tmp_path, f"{lines}\n{BODY}").outlet is None


def test_who_takes_corrections_is_the_outlet(tmp_path: Path) -> None:
    line = "To suggest a correction, write to the Alpine Dispatch news desk"
    report = report_of(tmp_path, f"{BODY}\n\n{line}")
    assert report.outlet == "Alpine Dispatch"
    assert [r.reason for r in report.removed] == ["correction form"]


# --- captions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "caption",
    [
        "The two ministers on the terrace on Tuesday. Pool / Alpine Wire",
        "The two ministers on the terrace on Tuesday | Alpine Wire",
        "The two ministers on the terrace. Photo: A. Example",
        "The two ministers on the terrace / Telegram",
        "The two ministers on the terrace (AFP)",
    ],
)
def test_a_caption_is_no_title(tmp_path: Path, caption: str) -> None:
    assert report_of(tmp_path, f"{caption}\n\n{BODY}").title is None


def test_a_credit_behind_a_caption_is_taken_out(tmp_path: Path) -> None:
    caption = "The two ministers on the terrace on Tuesday."
    report = report_of(tmp_path, f"{caption} Pool / Alpine Wire\n\n{BODY}")
    assert report.text.startswith(caption + "\n\n")
    assert [(r.reason, r.text) for r in report.removed] == [("photo credit", "Pool / Alpine Wire")]


# --- hosts ----------------------------------------------------------------------------------------

ADDRESS = "https://danube-courier.example/2018/05/24/ministers-meet-in-vienna"


def test_a_host_gets_the_name_that_another_report_gives(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{BODY}\n\nOriginal url:\n{ADDRESS}\n")
    (alone,) = read(tmp_path / "a.txt")
    assert alone.outlet == "danube-courier.example"
    other = {"text": "The envoy left on Wednesday.", "outlet": "The Danube Courier"}
    (tmp_path / "b.json").write_text(json.dumps(other))
    reports = read_many([tmp_path], unexpected)
    (named,) = (r for r in reports if r.source == "a.txt")
    (giver,) = (r for r in reports if r.source == "b.json")
    assert (named.id, named.outlet) == (alone.id, "The Danube Courier")
    (fact,) = named.facts
    assert (fact.value, fact.grounds.where, fact.grounds.quote) == (
        named.outlet,
        "address",
        ADDRESS,
    )
    assert fact.grounds.report == giver.id
    assert "The Danube Courier" in fact.grounds.note


def test_a_host_of_another_name_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{BODY}\n\nOriginal url:\n{ADDRESS}\n")
    other = {"text": "The envoy left on Wednesday.", "outlet": "The Sava Courier"}
    (tmp_path / "b.json").write_text(json.dumps(other))
    outlets = {r.outlet for r in read_many([tmp_path], unexpected)}
    assert outlets == {"danube-courier.example", "The Sava Courier"}


def test_a_text_of_too_many_lines_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a\n" * 500_000)
    reasons: list[str] = []
    assert read_many([tmp_path], lambda error: reasons.append(error.reason)) == []
    assert reasons == ["too many lines for one report: 500,000 (limit 100,000)"]

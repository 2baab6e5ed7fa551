"""Title, outlet, credits and date of publication: each with evidence that stands where it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coranto.reading import read
from coranto.reading.dates import address_dates, file_name_date, record_date, written_dates
from coranto.reading.outlets import known_outlet, outlet_of_address
from coranto.types import Grounds, Report

BODY = (
    "The foreign ministers of Austria and Hungary met in Vienna on Tuesday, officials said.\n\n"
    "The working meeting lasted three hours, longer than planned, and ended without a deal."
)


def report_of(tmp_path: Path, text: str, name: str = "report.txt") -> Report:
    path = tmp_path / name
    path.write_text(text)
    (report,) = read(path)
    for fact in report.facts:
        check(report, text, fact.grounds)
    for grounds in report.published.evidence:
        check(report, text, grounds)
    return report


def check(report: Report, original: str, grounds: Grounds) -> None:
    if grounds.start is not None:
        text = report.text if grounds.where == "text" else original
        assert text[grounds.start : grounds.end] == grounds.quote


# --- title ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headline", ["Ministers Meet in Vienna", "Can Vienna bring the two sides together?"]
)
def test_a_first_line_that_is_clearly_a_headline_is_the_title(
    tmp_path: Path, headline: str
) -> None:
    report = report_of(tmp_path, f"{headline}\n\n{BODY}")
    assert report.title == headline
    assert report.facts[0].grounds.where == "text"
    assert report.text.startswith(headline + "\n\n")


@pytest.mark.parametrize(
    "first",
    [
        "A minister spoke in Vienna.",
        "By Anna Example and Otto Muster",
        "April 8, 2024 Vienna edition",
        "Vienna",
        "(Vienna, Austria) first page",
    ],
)
def test_another_first_line_is_no_title(tmp_path: Path, first: str) -> None:
    assert report_of(tmp_path, f"{first}\n\n{BODY}").title is None


@pytest.mark.parametrize(
    "above",
    ["Breaking News\n\n", "WORLD\n", "5X News\n", "April 8, 2024\n", "trending:\n\nWorld\n\n"],
)
def test_the_title_is_found_below_what_stands_above_it(tmp_path: Path, above: str) -> None:
    report = report_of(tmp_path, f"{above}Ministers Meet in Vienna\n\n{BODY}")
    assert report.title == "Ministers Meet in Vienna"


@pytest.mark.parametrize(
    "below", ["By Anna Example", "Updated: 8 April,2024 11:59 am", "Ministers Meet in Vienna"]
)
def test_what_only_stands_below_a_headline_shows_it(tmp_path: Path, below: str) -> None:
    report = report_of(tmp_path, f"Ministers Meet in Vienna\n{below}\n{BODY}")
    assert report.title == "Ministers Meet in Vienna"


def test_a_first_line_without_a_blank_line_is_no_title(tmp_path: Path) -> None:
    assert report_of(tmp_path, f"Ministers Meet in Vienna\n{BODY}").title is None


# --- outlet ---------------------------------------------------------------------------------------


def test_an_appeal_names_the_outlet(tmp_path: Path) -> None:
    appeal = (
        "A Message from The Example Courier:\n\nDear readers,\n\nWe need your help. Please donate."
    )
    report = report_of(tmp_path, f"{BODY}\n\n{appeal}\n\nYour support matters to us.")
    assert report.outlet == "The Example Courier"
    (fact,) = report.facts
    assert (fact.about, fact.grounds.where) == ("outlet", "removed")


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.bbc.co.uk/news/ministers-meet-in-vienna-austria", "BBC News"),
        ("https://edition.cnn.com/ministers-meet-in-vienna-austria", "CNN"),
        ("https://www.courier.example.org/ministers-meet-in-vienna-austria", "courier.example.org"),
    ],
)
def test_the_address_names_the_outlet(tmp_path: Path, address: str, outlet: str) -> None:
    report = report_of(tmp_path, f"{BODY}\n\nOriginal url:\n{address}\n")
    assert (report.outlet, report.url) == (outlet, address)


def test_a_picture_on_a_known_host_names_the_outlet(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"{BODY}\n\nhttps://www.bbc.com/assets/images/author.png\n")
    assert (report.outlet, report.url) == ("BBC News", None)


def test_hosts() -> None:
    assert known_outlet("news.bbc.co.uk") == "BBC News"
    assert known_outlet("co.uk") is None
    assert outlet_of_address("no address at all") is None
    assert outlet_of_address("http://[broken/x") is None


# --- credits --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("AFP contributed reporting.", ("AFP",)),
        ("AFP contributed to this report.", ("AFP",)),
        ("Reuters and The Associated Press contributed to this report.", ("Reuters", "AP")),
        ("Some material in this report came from Reuters.", ("Reuters",)),
        ("This report includes information from TASS and Xinhua.", ("TASS", "Xinhua")),
        ("With inputs from PTI", ("PTI",)),
        ("(With inputs from agencies)", ("agencies",)),
        ("(Inputs from ANI)", ("ANI",)),
        ("(Inputs from agencies)", ("agencies",)),
        ("Agency inputs", ("agencies",)),
        ("(AA)", ("Anadolu",)),
        ("This article is based in part on wire service reports.", ("agencies",)),
        ("© AFP", ("AFP",)),
        ("Source: Xinhua", ("Xinhua",)),
        ("(Reuters)", ("Reuters",)),
        ("— dpa", ("dpa",)),
        ("Copyright 2018 The Associated Press. All rights reserved.", ("AP",)),
    ],
)
def test_credits_at_the_end(tmp_path: Path, line: str, credits: tuple[str, ...]) -> None:
    assert report_of(tmp_path, f"{BODY}\n\n{line}").credits == credits


@pytest.mark.parametrize(
    ("head", "credits"),
    [
        ("VIENNA (Reuters) - The ministers met.", ("Reuters",)),
        ("VIENNA, April 8 (Xinhua) -- The ministers met.", ("Xinhua",)),
        ("VIENNA (AP) — The ministers met.", ("AP",)),
        ("(CNN) The ministers met.", ("CNN",)),
        ("VIENNA, April 8. /TASS/. The ministers met.", ("TASS",)),
        ("By The Associated Press", ("AP",)),
        ("By Reuters", ("Reuters",)),
        ("By Anna Example, Associated Press", ("AP",)),
        ("Anna Example and Otto Muster, Associated Press", ("AP",)),
        ("The Associated Press", ("AP",)),
        ("Posted 6:08 am, April 8, 2024, by Associated Press", ("AP",)),
        ("Source: Tanjug Monday, April 8, 2024 | 22:42", ("Tanjug",)),
        ("OHRID, 8 April 2024 (MIA) — The ministers met.", ("MIA",)),
    ],
)
def test_credits_at_the_head(tmp_path: Path, head: str, credits: tuple[str, ...]) -> None:
    assert report_of(tmp_path, f"{head}\n\n{BODY}").credits == credits


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister told Reuters that the talks would go on.",
        "Russian agency TASS reported that the plane had landed.",
        "Two officials who spoke to the AP (and asked not to be named) denied it.",
        "China contributed to the fund, according to Xinhua, but other states did not follow suit.",
        "Photo: Anna Example, AP",
        "The app is free.",
        "An AP reporter was among those detained near the square, the ministry said.",
    ],
)
def test_agencies_that_are_quoted_are_not_credited(tmp_path: Path, sentence: str) -> None:
    assert report_of(tmp_path, f"{BODY}\n\n{sentence}\n\n{BODY}").credits == ()


def test_an_agency_described_as_the_author_is_credited(tmp_path: Path) -> None:
    about = (
        "About the author\n\nAgence France-Presse (AFP) is a news agency based in Paris, France."
    )
    report = report_of(tmp_path, f"{BODY}\n\n{about}")
    assert report.credits == ("AFP",)
    assert report.text == BODY


def test_a_credit_stays_in_the_text_as_evidence(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"{BODY}\n\nAFP contributed reporting.")
    assert report.text.endswith("AFP contributed reporting.")
    assert report.removed == ()


# --- publication ----------------------------------------------------------------------------------


def day_of(report: Report) -> str | None:
    day = report.published.dates.day
    return day.isoformat() if day is not None else None


@pytest.mark.parametrize(
    "line",
    [
        "April 8, 2024",
        "Monday, April 8, 2024",
        "8 April 2024",
        "Posted: 4:29 AM, April 8, 2024",
        "Published 4:57 a.m. CT April 8, 2024 | Updated 12:48 p.m. CT April 9, 2024",
        "By Anna Example, The Courier, April 8, 2024",
        "2024-04-08 10:30 GMT",
        "Published: 08.04.2024",
        "Text as issued: Monday, April 8, 2024",
        "BEIJING, April 8, 2024 (Xinhua) -- The ministers met.",
        "08 April,2024 11:59 am",
        "Reuters Published 08 Apr, 2024 10:54am",
        "by Anna Example - 04/08/24 9:55 AM ET",
        "9:55 p.m. EDT 04/08/2024",
        "Riyadh, 8 April 2024 (EXW): The ministers met.",
        "Vienna, Austria, 8 April 2024 – The ministers met.",
    ],
)
def test_a_date_line_dates_the_report(tmp_path: Path, line: str) -> None:
    report = report_of(tmp_path, f"Ministers Meet in Vienna\n\n{line}\n\n{BODY}")
    assert day_of(report) == "2024-04-08"
    assert report.published.basis in ("its date line", "its dateline")


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty was signed on April 8, 2010, in Prague, and has been extended once since then.",
        "VIENNA, May 26 (Reuters) - The ministers met.",
        "— A Minister (@minister) April 8, 2024",
        "Copyright 2011-2024 The Example Courier. All rights reserved.",
        "“April 8, 2024 will be remembered”",
        "The ministry said so on Friday, May 26, after the talks.",
        "Vienna, 8 April 2024 was a cold day.",
        "On Monday, 8 April 2024 – The Day, as it was called later – they met.",
        "by Anna Example - 04/08/24 9:55",
        "A post shared by Anna Example (@anna) on\n\nApr 8, 2024 at 11:08am PDT",
    ],
)
def test_other_dates_in_the_text_do_not(tmp_path: Path, sentence: str) -> None:
    report = report_of(tmp_path, f"{BODY}\n\n{sentence}\n\n{BODY}")
    assert (report.published.basis, day_of(report)) == ("unknown", None)


def test_a_date_in_figures_that_can_be_read_two_ways_claims_no_day(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"Ministers Meet\n\nBy Anna Example, 04/08/24\n\n{BODY}")
    (grounds,) = report.published.evidence
    assert (report.published.basis, grounds.quote) == ("unknown", "04/08/24")
    assert grounds.note == "either 2024-04-08 or 2024-08-04: not counted"


def test_a_wrong_weekday_is_noted(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"Sunday, April 8, 2024\n\n{BODY}")
    assert report.published.evidence[0].note == "that day was no Sunday"


OWN = "https://www.example.org/2024/04/08/ministers-meet-in-vienna"
OTHER = "https://www.example.org/2026/06/15/as-fishing-talks-fail-capitals-trade-blame"


def test_the_first_address_under_its_label_is_the_reports_own(tmp_path: Path) -> None:
    text = (
        f"{BODY}\n\nRelated article: As Fishing Talks Fail, Capitals Trade Blame\n\n{BODY}\n\n"
        f"Original url:\n{OWN}\n\n{OTHER}\n{OTHER}\n"
    )
    report = report_of(tmp_path, text)
    assert (day_of(report), report.url) == ("2024-04-08", OWN)
    assert report.published.basis == "its address"
    assert [e.note for e in report.published.evidence if e.quote == OTHER] == [
        "another story's address: not counted"
    ]


def test_another_storys_address_alone_dates_nothing(tmp_path: Path) -> None:
    text = f"{BODY}\n\nRead more: As Fishing Talks Fail, Capitals Trade Blame\n\n{OTHER}\n"
    report = report_of(tmp_path, text)
    assert (report.url, day_of(report)) == (None, None)


def test_a_lone_address_that_fits_the_text_is_its_own(tmp_path: Path) -> None:
    report = report_of(tmp_path, f"{OWN}\n\n{BODY}")
    assert (report.url, day_of(report)) == (OWN, "2024-04-08")


def test_the_only_address_on_a_line_above_the_body_is_its_own(tmp_path: Path) -> None:
    url = "https://mia.example.org/en/story/orsted"
    head = f"Ministers meet in Vienna\n\n{url}\n\n"
    assert report_of(tmp_path, f"{head}{BODY}").url == url
    two = f"{head}https://mia.example.org/en/story/marin\n\n{BODY}"
    assert report_of(tmp_path, two).url is None
    below = f"Ministers meet in Vienna\n\n{' '.join([BODY] * 9)}\n\n{url}\n"
    assert report_of(tmp_path, below).url is None


def test_an_address_may_tell_no_more_than_the_month(tmp_path: Path) -> None:
    url = "https://www.example.org/story/2017/03/ministers-meet-in-vienna-214935"
    report = report_of(tmp_path, f"{BODY}\n\nURL: {url}")
    assert str(report.published.earliest) == "2017-03-01"
    assert str(report.published.latest) == "2017-03-31"


def test_the_order_of_trust_and_the_conflicts(tmp_path: Path) -> None:
    record = {"text": f"April 7, 2024\n\n{BODY}", "date": "2024-04-09", "url": OWN}
    report = report_of(tmp_path, json.dumps(record), "20240410.json")
    assert (day_of(report), report.published.basis) == ("2024-04-07", "its date line")
    assert [e.note for e in report.published.evidence[1:]] == [
        "says 2024-04-09, not 2024-04-07: not followed",
        "says 2024-04-08, not 2024-04-07: not followed",
        "says 2024-04-10, not 2024-04-07: not followed",
    ]
    del record["date"]
    record["text"] = BODY
    report = report_of(tmp_path, json.dumps(record), "20240410.json")
    assert (day_of(report), report.published.basis) == ("2024-04-08", "its address")


def test_the_file_name_is_asked_last_and_its_age_never(tmp_path: Path) -> None:
    assert day_of(report_of(tmp_path, BODY, "20240408_vienna.txt")) == "2024-04-08"
    assert day_of(report_of(tmp_path, BODY, "vienna-2024-04-08.txt")) == "2024-04-08"
    report = report_of(tmp_path, BODY, "002_5712f6ada5190886.txt")
    assert report.published.dates.known is False
    assert report.published.evidence == ()


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://a.org/2024/04/08/x", ("2024-04-08", "2024-04-08")),
        ("https://a.org/news/2018/may/10/x", ("2018-05-10", "2018-05-10")),
        ("https://a.org/x-2024-04-08", ("2024-04-08", "2024-04-08")),
        ("https://a.org/english/2018-07/16/c_137.htm", ("2018-07-16", "2018-07-16")),
        ("https://a.org/20240408/x.html", ("2024-04-08", "2024-04-08")),
        ("https://a.org/harbour-deal202404081201300006", ("2024-04-08", "2024-04-08")),
        ("https://a.org/202404080400", ("2024-04-08", "2024-04-08")),
        ("https://a.org/harbour-deal202404082501", None),
        ("https://a.org/2018/may/trump", ("2018-05-01", "2018-05-31")),
        ("https://a.org/story/787257002/", None),
        ("https://a.org/2024/13/45/x", None),
        ("https://a.org/a84761", None),
    ],
)
def test_dates_in_addresses(url: str, days: tuple[str, str] | None) -> None:
    found = address_dates(url)
    got = (str(found.dates.earliest), str(found.dates.latest)) if found else None
    assert got == days


def test_dates_in_words_and_figures() -> None:
    text = "On 1st of May 2020, Sept. 3, 2021 and 31/12/2022; not 01/02/2023 or 31 June 2020."
    assert [str(f.dates.earliest) for f in written_dates(text)] == [
        "2020-05-01",
        "2021-09-03",
        "2022-12-31",
    ]
    assert file_name_date("report_20240408T0930.txt") is not None
    assert file_name_date("12024040812.txt") is None
    assert record_date(-1) is None
    assert record_date(float("nan")) is None
    assert record_date(1e300) is None

"""What stands above a report's first sentence and behind its last one."""

from __future__ import annotations

import pytest

from coranto.cleaning import clean

HEADLINE = "Norway And Denmark Agree On Fishing Limits"
NEWS = [
    "Norway and Denmark have agreed on limits for fishing in the strait, officials said on Monday.",
    "The agreement ends a dispute that had kept the two fleets in port for most of the winter.",
    "Both governments are to publish the text before the end of the month, a spokeswoman said.",
]
BODY = "\n\n".join(NEWS)


def reasons(text: str) -> dict[str, str]:
    return {part.text: part.reason for part in clean(text).removed}


# --- labels at the head -----------------------------------------------------------------------


@pytest.mark.parametrize("label", ["Breaking News", "Top Stories", "Latest news", "trending:"])
def test_the_headline_under_a_sections_name_is_the_reports_own(label: str) -> None:
    text = f"{label}\n\n{HEADLINE}\n\n{BODY}"
    assert clean(text).text == f"{HEADLINE}\n\n{BODY}"
    assert reasons(text) == {label: "section name"}


def test_of_several_headlines_above_the_last_is_kept_if_the_text_is_about_it() -> None:
    others = "Choir Wins Prize In Lisbon\n\nStorm Closes Ports In Iceland"
    assert clean(f"Top Stories\n\n{others}\n\n{HEADLINE}\n\n{BODY}").text == f"{HEADLINE}\n\n{BODY}"
    assert clean(f"Top Stories\n\n{others}\n\n{BODY}").text == BODY


def test_under_another_headline_a_label_names_another_story() -> None:
    text = f"{HEADLINE}\n\nTrending\n\nChoir Wins Prize In Lisbon\n\n{BODY}"
    assert clean(text).text == f"{HEADLINE}\n\n{BODY}"


def test_amid_the_text_a_label_names_another_story() -> None:
    text = f"{NEWS[0]}\n\nLatest news\n\nChoir Wins Prize In Lisbon\n\n{NEWS[1]}"
    assert clean(text).text == f"{NEWS[0]}\n\n{NEWS[1]}"


@pytest.mark.parametrize("line", ["WORLD", "International", "News World", "World | Politics"])
def test_the_names_of_sections_go(line: str) -> None:
    assert reasons(f"{line}\n\n{HEADLINE}\n\n{BODY}") == {line: "section name"}


def test_a_word_that_could_be_a_section_ends_a_wrapped_sentence() -> None:
    text = (
        "A petition with the names of sixty thousand people was handed over on Monday by Amnesty\n"
        "International\n\n"
        "The ministry said it would read every page of it and would then send an answer to those\n"
        "who had signed.\n"
    )
    assert "by Amnesty International" in clean(text).text


@pytest.mark.parametrize(
    "motto",
    [
        "Fairness, Courage, Wit.",
        "Fearless. Independent. Yours.",
        "Your trusted source for news of the northern seas.",
    ],
)
def test_a_motto_above_the_headline_goes(motto: str) -> None:
    assert reasons(f"{motto}\n\n{HEADLINE}\n\n{BODY}") == {motto: "about the outlet"}


@pytest.mark.parametrize("line", ["Rep. Anna Example.", "Norway, Denmark.", "It is over."])
def test_other_short_sentences_above_the_headline_stay(line: str) -> None:
    assert clean(f"{line}\n\n{HEADLINE}\n\n{BODY}").removed == ()


def test_a_motto_amid_the_text_is_a_sentence() -> None:
    text = f"{NEWS[0]}\n\nFairness, Courage, Wit.\n\n{HEADLINE}\n\n{NEWS[1]}"
    assert clean(text).removed == ()


def test_the_pieces_of_a_date_line_without_its_date_go() -> None:
    text = f"{HEADLINE}\n\nPublished\n\non\n\nBy Anna Example\n\n{BODY}"
    assert clean(text).text == f"{HEADLINE}\n\n{BODY}"


# --- bylines and date lines -------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["By Anna Example", "by Anna Example - 03/10/23 9:55 AM ET", "Updated: 5 April,2023 11:59 am"],
)
def test_a_byline_is_joined_to_nothing(line: str) -> None:
    text = f"{HEADLINE}\n{line}\nnorway and Denmark agreed on limits.\n\n{BODY}"
    cleaned = clean(text)
    assert line in [*cleaned.text.split("\n\n"), *(r.text for r in cleaned.removed)]


def test_a_byline_above_wrapped_lines_is_joined_to_nothing() -> None:
    byline = "By Anna Example and Otto Muster in Bergen and Copenhagen, The Example Courier"
    wrapped = (
        f"{byline}\n"
        "Norway and Denmark have agreed on limits for fishing in the strait, and will publish\n"
        "the text before the end of the month, a spokeswoman for the older of the two states\n"
        "said.\n"
    )
    first, second = clean(wrapped).text.split("\n\n")
    assert (first, second.endswith("two states said.")) == (byline, True)


def test_a_day_at_the_end_of_a_wrapped_sentence_stays_in_it() -> None:
    text = (
        "The older of the two treaties, which most lawyers hold to be still in force, was signed\n"
        "10 March 2013\n"
        "and has been extended twice since then, most recently in the spring of the year before\n"
        "last.\n"
    )
    assert "was signed 10 March 2013" in clean(text).text


def test_one_small_letter_among_long_lines_does_not_make_a_text_wrapped() -> None:
    text = f"Harbour News\n{HEADLINE}\nfor the winter season\n\n{BODY}"
    assert clean(text).text.split("\n\n")[:2] == ["Harbour News", HEADLINE]


# --- endings -----------------------------------------------------------------------------------

ABOUT = (
    "The Harbour Wire is an independent news agency based in Bergen. It has been owned by its "
    "readers since it was founded."
)


@pytest.mark.parametrize(
    "line",
    [
        ABOUT,
        "Harbour Wire, the shipping arm of Courier Group, is the largest news provider on the sea.",
        "HW/RD journalists report the news in nine languages. We provide what others cannot.",
        "The Example Courier (TEC) publishes news from all around the northern seas each day.",
    ],
)
def test_an_outlet_described_at_the_end_goes(line: str) -> None:
    assert clean(f"{BODY}\n\n{line}").text == BODY
    assert reasons(f"{BODY}\n\n{line}") == {line: "about the outlet"}


def test_an_outlet_goes_on_about_itself_to_the_end() -> None:
    more = (
        "The Harbour Wire has been banned from two ports.\n\nIf you are in one, do not write to us."
    )
    text = f"{BODY}\n\nThe Harbour Wire\n\n{ABOUT}\n\n{more}"
    assert clean(text).text == BODY
    assert set(reasons(text).values()) == {"about the outlet"}


def test_the_author_is_described_under_a_heading() -> None:
    text = f"{BODY}\n\nAbout the author\n\nAnna Example has covered fishing for twenty years."
    assert clean(text).text == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Wire is a news agency that two governments called on Monday to close.",
        "Otto Muster is a journalist who has been held in the port since the winter.",
        "The newspaper reports on the talks from both of the capitals of the region.",
        "The talks are the first since the winter, and the hosts offer no end to them.",
    ],
)
def test_news_at_the_end_stays(line: str) -> None:
    assert clean(f"{BODY}\n\n{line}").text == f"{BODY}\n\n{line}"


def test_an_outlet_described_amid_the_news_stays() -> None:
    text = f"{NEWS[0]}\n\n{ABOUT}\n\n{NEWS[1]}"
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The views expressed in this article are the author's own.", "disclaimer"),
        ("Disclaimer: the agency's text was not edited.", "disclaimer"),
        ("(Reporting by Anna Example; Editing by Otto Muster)", "names of reporters and editors"),
        ("Reporting by Anna Example in Bergen.", "names of reporters and editors"),
        ("((anna.example@example.org))", "address block"),
        ("E-mail: anna@example.org, otto@example.org", "address block"),
        ("Accessibility links", "page controls"),
        ("• 16x9 Image", "page controls"),
        ("annaexampleBy 8 views", "page controls"),
        ("Sign up for Harbour Notes to get the latest news and tips.", "newsletter"),
    ],
)
def test_lines_at_the_end_go_with_their_reason(line: str, reason: str) -> None:
    assert reasons(f"{BODY}\n\n{line}") == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Anna Example, AFP; Editing by Otto Muster)",
        "(Reporting by the Harbour Wire; Editing by Otto Muster)",
        "Reporting by state media has been sparse since the talks began.",
        "Views expressed on the quay were mixed.",
    ],
)
def test_what_may_credit_or_tell_stays(line: str) -> None:
    assert clean(f"{BODY}\n\n{line}").text.endswith(line)


def test_editors_behind_the_last_sentence_leave_it() -> None:
    tail = "(Reporting by Anna Example; Editing by Otto Muster)"
    cleaned = clean(f"{BODY} {tail}")
    assert cleaned.text == BODY
    assert [(r.text, r.reason) for r in cleaned.removed] == [
        (tail, "names of reporters and editors")
    ]


@pytest.mark.parametrize("above", [True, False])
def test_headlines_with_clocks_at_the_end_are_other_stories(above: bool) -> None:
    pairs = [
        ("4 hours ago", "Choir Wins Prize In Lisbon"),
        ("5 hours ago", "Storm Closes Ports Again"),
    ]
    lines = [
        line for clock, title in pairs for line in ((clock, title) if above else (title, clock))
    ]
    text = "\n\n".join([BODY, *lines])
    assert clean(text).text == BODY
    assert reasons(text)["Choir Wins Prize In Lisbon"] == "teaser of another story"


def test_one_clock_under_the_headline_takes_nothing_along() -> None:
    assert clean(f"{HEADLINE}\n\n4 hours ago\n\n{BODY}").text == f"{HEADLINE}\n\n{BODY}"


# --- lists of other stories -----------------------------------------------------------------------

CUT_SHORT = [
    "The tallest tower of Lisbon turned off its lights on Saturday night for one hour to…",
    "Thousands of dancers filled the streets of the capital to demand an end to the…",
    "A spokesman for the choir of Riga says that it has consistently...",
]
HEADLINES = [
    "Choir From Riga Wins Prize In Lisbon",
    "Storm Closes Every Airport In Iceland",
    "Chess Champion Loses To Schoolgirl, 12",
]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("stories", [CUT_SHORT, HEADLINES, [*HEADLINES, CUT_SHORT[0]]])
def test_a_list_of_other_stories_at_the_end_goes(stories: list[str], between: str) -> None:
    cleaned = clean(between.join([HEADLINE, "", *NEWS, *stories]))
    assert cleaned.text == f"{HEADLINE}\n\n{BODY}"
    assert {part.reason for part in cleaned.removed} == {"teaser of another story"}


@pytest.mark.parametrize(
    "ending",
    [
        CUT_SHORT[:2],
        HEADLINES[:2],
        ["“We waited for the boats, and then…", "“We waited once more…", "“And then…"],
        # points of the report itself
        [
            "Limits for fishing in the strait from Monday",
            "No fleets in port for most of winter",
            "Text of the agreement before the end of the month",
        ],
    ],
)
def test_what_may_be_the_reports_own_ending_stays(ending: list[str]) -> None:
    text = "\n\n".join([*NEWS, *ending])
    assert clean(text).text == text


def test_a_writer_who_breaks_off_often_keeps_the_last_words() -> None:
    text = "\n\n".join(
        [*NEWS, "So the strait lay there, and the winter went on…", NEWS[0], *CUT_SHORT]
    )
    assert clean(text).text == text

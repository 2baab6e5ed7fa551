"""Captions that tell another day's news, lines shown twice, headlines of other stories."""

from __future__ import annotations

import pytest

from coranto.cleaning import Cleaned, clean

NEWS = [
    "Norway and Denmark agreed on limits for fishing in the strait on Friday, officials said.",
    "The agreement follows two years of talks that had been broken off in the spring.",
    "Both governments will publish the text, a spokeswoman in Oslo told reporters.",
    "Fishermen in the northern harbours had asked for longer seasons and smaller quotas.",
    "Iceland, which took part in the early rounds, said that it would study the outcome.",
]


def around(line: str, at: int = 2) -> Cleaned:
    return clean("\n\n".join([*NEWS[:at], line, *NEWS[at:]]))


def what_went(cleaned: Cleaned) -> list[tuple[str, str]]:
    return [(r.reason, r.text) for r in cleaned.removed]


# --- captions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - In this Nov. 3, 2019 file photo, a choir sings below the tower of the old mill.",
        "FILE PHOTO: A choir sings below the tower of the old mill in Bergen.",
        "In this photo released by the Example Choir, singers stand below the old mill.",
        "Two singers wave from the tower of the old mill. (AP Photo/Anna Example)",
        "Two singers wave from the tower of the old mill. (Anna Example/The Harbour Courier)",
        "Two singers wave from the tower. (Example Choir via AP)",
        "Singers wave from the tower in Bergen, Friday, Nov. 25, 2022. The choir has cast its"
        " lot with those who say that the mill should stay. (AP Photo/Anna Example)",
        "Singers gather below the tower of the mill (Reuters)",
        "A choir sings at the mill, and its members blame the owner. (July 13) AP",
    ],
)
def test_a_caption_of_another_picture_is_no_text_of_the_report(caption: str) -> None:
    cleaned = around(caption, 0)
    assert cleaned.text == "\n\n".join(NEWS)
    assert what_went(cleaned) == [("photo caption", caption)]


@pytest.mark.parametrize(
    "kept",
    [
        # of the news itself: it may be the only one to give the date
        "In this photo released by the ministry, officials of Norway and Denmark sign limits for"
        " fishing in the strait, Friday, March 10, 2023. (Example Ministry via AP)",
        # an agency's signature, not a picture's credit
        "Sweden will not take part in the talks, its minister for fishing said. (Reuters)",
        "Sweden will not take part in the talks, its minister for fishing said. (Reuters/APP)",
        # a paragraph of several sentences that a credit ran into
        "Sweden stays out. The minister said so on Monday. (AP Photo/Anna Example)",
        "In this picture the minister saw a warning for all of the north.",
        "File this under hope, the minister said.",
    ],
)
def test_what_may_be_the_report_s_own_stays(kept: str) -> None:
    first = kept.partition(" (AP Photo")[0]
    assert first in around(kept, 0).text


def test_a_line_shown_twice_is_kept_once() -> None:
    headline = "Norway And Denmark Agree On Fishing Limits"
    cleaned = clean("\n\n".join([headline, headline, *NEWS]))
    assert cleaned.text == "\n\n".join([headline, *NEWS])
    assert what_went(cleaned) == [("line repeated", headline)]


# --- headlines without a label -----------------------------------------------------------------


@pytest.mark.parametrize(
    "headline",
    [
        "Lighthouse keeper 'refuses' offer from royal museum: curator",
        "Choir wins prize at summer contest in Lisbon",
        # about the same matter, in the grammar of headlines
        "Fishermen in northern harbours ask governments for longer seasons",
    ],
)
def test_a_lone_headline_amid_the_text_is_another_story(headline: str) -> None:
    cleaned = around(headline)
    assert cleaned.text == "\n\n".join(NEWS)
    assert what_went(cleaned) == [("teaser of another story", headline)]


@pytest.mark.parametrize(
    "line",
    [
        "The minister of Iceland added that the quotas were fair",  # its full stop forgotten
        "Iceland has asked for a seat in the next round of talks",
        "What the governments want",  # a subheading
        "Fishing seasons and quotas",
        "Updated: 10:32 am, March 10, 2023",
        "Anna Example, Otto Muster and Ivan Vzorec, Associated Press",
    ],
)
def test_sentences_subheadings_and_dates_amid_the_text_stay(line: str) -> None:
    assert line in around(line).text.split("\n\n")


def test_the_points_of_a_list_stay() -> None:
    points = [
        "The two governments agreed on the following points:",
        "Equal quotas for both fleets in winter",
        "Joint patrols of coast guards from spring onwards",
        "They will meet again in a year.",
    ]
    text = "\n\n".join([*NEWS, *points, NEWS[1] + " So it ended."])
    assert clean(text).text == text


def test_a_second_headline_above_the_text_goes_and_a_standfirst_stays() -> None:
    title = "Norway and Denmark agree on fishing limits"
    standfirst = "Governments will publish text of agreement after two years of talks"
    other = "Choir 'could buy' old mill within weeks: treasurer"
    cleaned = clean("\n\n".join([title, other, standfirst, *NEWS]))
    assert cleaned.text == "\n\n".join([title, standfirst, *NEWS])
    assert what_went(cleaned) == [("teaser of another story", other)]


# --- lines of the page around the text ----------------------------------------------------------


def test_bylines_and_empty_labels_above_the_text_go_with_their_reasons() -> None:
    title = "Norway and Denmark agree on fishing limits"
    text = "\n\n".join(["Strait News", title, title, "Published on", "By Anna Example", *NEWS])
    cleaned = clean(text)
    assert cleaned.text == "\n\n".join([title, *NEWS])
    assert [reason for reason, _ in what_went(cleaned)] == [
        "section name",
        "line repeated",
        "page clock",
        "names of reporters and editors",
    ]


@pytest.mark.parametrize("line", ["By Harbour Wire", "By Anna Example, Associated Press"])
def test_a_byline_that_may_name_an_agency_stays(line: str) -> None:
    assert clean("\n\n".join([line, *NEWS])).text.startswith(line)


def test_a_label_with_its_date_stays() -> None:
    text = "\n\n".join(["Updated", "10 March 2023", *NEWS])
    assert clean(text).text == text


def test_an_outlets_name_alone_on_top_stays() -> None:
    text = "\n\n".join(["Strait News", "Norway and Denmark agree on fishing limits", *NEWS])
    assert clean(text).text == text

"""Who serves an international body stands for no country, and who presides over a state does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from coranto.chronology.bodies import without_their_countries
from coranto.chronology.stories import find_stories
from coranto.types import Actor, DateRange, Entry, Event, Evidence, Report, Role

TOLL = Actor("toll", "Mira Toll", "person", names=("Mira Toll", "Toll"), country="ES")


@pytest.mark.parametrize(
    "told",
    [
        "EU envoy Mira Toll arrived on Monday.",
        "The European Union's foreign policy chief, Mira Toll, was there.",
        "EU High Representative for Foreign Affairs and Security Policy Mira Toll spoke.",
        "Mira Toll, the UN special representative for the lakes, spoke to both.",
        "Mira Toll, the bloc's top diplomat, welcomed it.",
        "The high representative for foreign policy of the European Union, Mira Toll, spoke.",
        "Talks went on. United Nations Secretary-General Mira Toll called for calm.",
    ],
)
def test_an_office_at_a_body_is_told_beside_the_name(told: str) -> None:
    assert without_their_countries({"toll": TOLL}, [told])["toll"].country is None


@pytest.mark.parametrize(
    "told",
    [
        "Spanish Foreign Minister Mira Toll met the EU envoy.",
        "The head of the EU mission and Mira Toll spoke.",
        "Mira Toll, the president of EU member Spain, spoke.",
        "Who is the chief Mira Toll?",
        "The EU sanctioned Mira Toll.",
        "President Mira Toll spoke. Later President Mira Toll, the rotating EU president, left."
        " President Mira Toll returned.",
        "The envoy of the EU. Mira Toll left.",
    ],
)
def test_other_words_beside_a_name_say_nothing(told: str) -> None:
    assert without_their_countries({"toll": TOLL}, [told])["toll"].country == "ES"


def test_a_title_that_only_bodies_have() -> None:
    chief = replace(TOLL, roles=(Role("High Representative"),))
    assert without_their_countries({"toll": chief}, ["Toll spoke."])["toll"].country is None
    minister = replace(TOLL, roles=(Role("Foreign Minister"),))
    assert without_their_countries({"toll": minister}, ["Toll spoke."]) == {"toll": minister}


def test_a_title_of_a_story_has_no_country_of_an_official(
    make_event: Callable[..., Event],
) -> None:
    text = "EU envoy Mira Toll hosted Russia and China. They met."
    report = Report("r1", "r1.txt", text)
    actors = {
        "toll": TOLL,
        "russia": Actor("russia", "Russia", "country", country="RU"),
        "china": Actor("china", "China", "country", country="CN"),
    }
    entry = Entry(
        id="n-1",
        kind="event",
        type="CONSULT",
        mode="meet",
        status="happened",
        date=DateRange(),
        place=None,
        actors=("toll", "russia", "china"),
        summary="",
        members=(),
        evidence=(Evidence("r1", 0, 8, "EU envoy"),),
        reports=1,
        origins=(),
    )
    (story,) = find_stories([report], [entry], actors)
    assert story.title == "China and Russia"

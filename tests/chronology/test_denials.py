"""A denial of an act that the same report tells as done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from coranto.chronology.denials import find_denials
from coranto.chronology.disagreements import disagreements
from coranto.chronology.entries import make_entries
from coranto.types import Actor, Event, Report, Span

MET = "Orlova and Tan met in Vienna on Friday."


def meeting(make_event: Callable[..., Event], words: str, **given: object) -> Event:
    event = make_event("r1", "2023-05-26", evidence=(Span(0, len(words), words),), **given)
    at = words.index("met")
    return replace(event, predicate=Span(at, at + 3, "met"))


@pytest.mark.parametrize(
    "denial",
    [
        "There were no talks or a full-fledged meeting, her spokesman said.",
        "An aide said there was no meeting between the two envoys, only a handshake.",
        "His office said no formal meeting took place.",
        "It was not a meeting, the ministry said, but a few words in passing.",
        "Tan did not meet Orlova, his aide said.",
        "He did not meet Foreign Minister Vera Orlova in Vienna.",
        "Her office denied that the two had met.",
        "She denied any meeting with Tan.",
        "The ministers have not held talks, he said.",
    ],
)
def test_a_denial_of_the_meeting(
    make_event: Callable[..., Event], actors: dict[str, Actor], denial: str
) -> None:
    text = f"{MET} {denial}"
    event = meeting(make_event, MET)
    (words,) = find_denials([event], {"r1": text}, actors)[event.id]
    assert words.quote == text[words.start : words.end] == denial


@pytest.mark.parametrize(
    "other",
    [
        # of something else, of another time, of somebody else, or no denial
        "There were no talks on fishing.",
        "There were no serious talks.",
        "There has been no meeting of the two since 2019.",
        "There was no meeting with Anil Rao.",
        "Tan did not meet Rao.",
        "Orlova did not meet Tan Bo.",
        "Rao did not meet him.",
        "Orlova did not meet the demands of the farmers.",
        "There was no doubt about the meeting.",
        "No meeting was scheduled for Saturday.",
        "She asked whether there was no meeting.",
        "Was there no meeting?",
        "It was not a meeting of friends.",
        "We did not meet in anger, he said.",
        "He denied him entry to the meeting.",
        "There was no visit.",
    ],
)
def test_no_denial_of_the_meeting(
    make_event: Callable[..., Event], actors: dict[str, Actor], other: str
) -> None:
    assert find_denials([meeting(make_event, MET)], {"r1": f"{MET} {other}"}, actors) == {}


def test_a_denial_is_of_the_act_told_last_or_of_the_first_behind_a_headline(
    make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    first = meeting(make_event, MET)
    second = "Rao met Tan."
    text = f"{MET} {second} There was no meeting, Rao said."
    other = make_event("r1", "2023-05-26", targets=("rao",), n=1)
    at = text.index(second) + 4
    other = replace(other, predicate=Span(at, at + 3, "met"))
    assert list(find_denials([first, other], {"r1": text}, actors)) == [other.id]
    headline = "Not a meeting, but a chat\n\n"
    moved = replace(first, predicate=Span(len(headline) + 15, len(headline) + 18, "met"))
    (words,) = find_denials([moved], {"r1": headline + MET}, actors)[moved.id]
    assert words.quote == headline.strip()


def test_both_stand_in_the_entry_with_their_words(
    make_event: Callable[..., Event], make_report: Callable[..., Report], actors: dict[str, Actor]
) -> None:
    text = f"{MET} There was no meeting, her spokesman said."
    event = meeting(make_event, MET)
    told = replace(event, id="e2", report="r2")
    reports = [replace(make_report("r1"), text=text), replace(make_report("r2"), text=MET)]
    (entry,) = make_entries(reports, [], list(actors.values()), [event, told], [])
    (differs,) = entry.disagreements
    assert differs.about == "status"
    assert {v.value: v.reports for v in differs.values} == {
        "denied": ("r1",),
        "happened": ("r1", "r2"),
    }
    (words,) = next(v for v in differs.values if v.value == "denied").evidence
    assert words.quote == "There was no meeting, her spokesman said."
    assert words in entry.evidence
    assert disagreements([event, told], [], {}) == ()

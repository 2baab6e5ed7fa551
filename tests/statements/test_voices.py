"""Whose names are no link of a chain."""

from __future__ import annotations

from coranto.statements.voices import voices_of, without_voices
from coranto.types import Mention, Report, Span, Statement


def mention(actor: str | None, text: str) -> Mention:
    return Mention(actor, text, 0, len(text))


def chain_of(*links: Mention) -> list[str]:
    said = Statement(
        id="s", report="r", speaker=mention("p1", "Karel Voss"), act="say",
        cue=(Span(0, 1, "x"),), content=(Span(2, 3, "y"),), form="indirect", chain=links,
    )  # fmt: skip
    report = Report(id="r", source="a", text="x y", outlet="The Northern Post", credits=("NNA",))
    names = {"o1": "Nordic News Agency", "p1": "Karel Voss"}
    voices = voices_of(report, "Nordic News Agency")
    return [m.text for m in without_voices(said, voices, names).chain]


def test_the_outlet_and_its_agencies_are_no_links() -> None:
    links = mention(None, "the Northern Post"), mention(None, "NNA"), mention("o1", "the agency")
    assert chain_of(*links) == []


def test_others_stay_in_their_order() -> None:
    links = mention("g1", "the ministry"), mention(None, "NNA"), mention(None, "a daily")
    assert chain_of(*links) == ["the ministry", "a daily"]


def test_nobody_is_quoted_by_himself() -> None:
    assert chain_of(mention("p1", "Voss"), mention("g1", "his office")) == ["his office"]

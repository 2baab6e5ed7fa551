"""The data gate: each kind of broken item is refused by name."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coranto.chronology.result import Chronology
from coranto.errors import DataError
from coranto.export import check
from coranto.export.gate import paragraph_spans
from coranto.types import (
    DateRange,
    Disagreement,
    Evidence,
    Grounds,
    Mention,
    Origin,
    ParagraphEdit,
    Place,
    Published,
    Removed,
    Span,
    Version,
)

SAMPLE: Callable[[], Chronology] = runpy.run_path(
    str(Path(__file__).parents[1] / "site" / "sample.py")
)["sample"]


def broken(layer: str, item: str, **changes: Any) -> Chronology:
    """The sample with one item changed."""
    made = SAMPLE()
    items = getattr(made, layer)
    assert any(each.id == item for each in items)
    changed = tuple(replace(each, **changes) if each.id == item else each for each in items)
    return replace(made, **{layer: changed})


def broken_edits(**changes: Any) -> Chronology:
    group = SAMPLE().copies[0]
    return broken("copies", group.id, edits=(replace(group.edits[0], **changes),))


BACKWARDS = DateRange(date(2023, 5, 2), date(2023, 5, 1))
DIFFERS = Disagreement(
    "number", (Version("a", ("report-later",), (Evidence("report-later", 0, 6, "signed"),)),)
)
CASES: dict[str, tuple[Chronology, str]] = {
    "moved quote": (
        broken("entries", "entry-accord", evidence=(Evidence("report-later", 0, 6, "signed"),)),
        "entry entry-accord.*reads 'Lethen', not 'signed'",
    ),
    "quote past the end": (
        broken("entries", "entry-accord", evidence=(Evidence("report-later", 9, 9999, "x"),)),
        "outside report report-later",
    ),
    "empty span": (
        broken("events", "event-accord", evidence=(Span(3, 3, ""),)),
        "event event-accord",
    ),
    "no evidence": (broken("events", "event-accord", evidence=()), "no words stand behind"),
    "entry without evidence": (
        broken("entries", "entry-accord", evidence=()),
        "entry entry-accord: no words",
    ),
    "statement without words": (
        broken("statements", "statement-tap", cue=(), content=()),
        "statement statement-tap: no words",
    ),
    "content of other words": (
        broken("statements", "statement-tap", content=(Span(0, 4, "Ilsa"),)),
        "statement statement-tap",
    ),
    "unknown speaker": (
        broken("statements", "statement-tap", speaker=Mention("actor-x", "Ilse", 0, 4)),
        "no actor actor-x",
    ),
    "chain of other words": (
        broken("statements", "statement-tap", chain=(Mention(None, "Else", 0, 4),)),
        "statement statement-tap",
    ),
    "statement of no report": (
        broken("statements", "statement-tap", report="report-x"),
        "no report report-x",
    ),
    "unknown entry": (broken("events", "event-plan", entry="entry-x"), "no entry entry-x"),
    "unknown teller": (broken("events", "event-plan", told_by=("statement-x",)), "no statement"),
    "unknown object": (broken("events", "event-plan", object=Span(0, 3, "xxx")), "event-plan"),
    "unknown predicate": (broken("events", "event-plan", predicate=Span(0, 3, "xxx")), "reads"),
    "place past the end": (
        broken("events", "event-plan", place=Place("Vienna", "AT", 5000, 5006)),
        "event event-plan: 5000",
    ),
    "unknown actor": (broken("entries", "entry-plan", actors=("actor-x",)), "no actor actor-x"),
    "unknown member": (broken("entries", "entry-plan", members=("event-x",)), "event-x"),
    "wrong count": (broken("entries", "entry-plan", reports=7), "entry-plan: 7 reports"),
    "unknown origin": (
        broken("entries", "entry-plan", origins=(Origin("A", ("report-x",)),)),
        "no report report-x",
    ),
    "unknown dissenter": (
        broken(
            "entries",
            "entry-plan",
            disagreements=(Disagreement("date", (Version("a", ("report-x",)),)),),
        ),
        "no report report-x",
    ),
    "words of a dissenter that it does not have": (
        broken("entries", "entry-plan", disagreements=(DIFFERS,)),
        "entry entry-plan",
    ),
    "backward date": (broken("entries", "entry-plan", date=BACKWARDS), "runs from 2023-05-02"),
    "backward event": (broken("events", "event-plan", date=BACKWARDS), "runs from"),
    "backward publication": (
        broken("reports", "report-later", published=Published(BACKWARDS)),
        "report report-later",
    ),
    "grounds of other words": (
        broken(
            "reports",
            "report-later",
            published=Published(evidence=(Grounds("text", "May", "", 0, 3),)),
        ),
        "report report-later",
    ),
    "grounds in no report": (
        broken(
            "reports",
            "report-later",
            published=Published(evidence=(Grounds("report", "May", "", 0, 3, "report-x"),)),
        ),
        "no report report-x",
    ),
    "removed backwards": (
        broken("reports", "report-later", removed=(Removed(5, 2, "why", "x"),)),
        "removed part 5",
    ),
    "unknown report in a story": (
        broken("stories", "story-karsa", reports=("report-x",)),
        "story story-karsa: no report",
    ),
    "unknown member of a group": (
        broken("copies", "copies-vienna", reports=("report-x",)),
        "copy group copies-vienna",
    ),
    "a take that is no member": (
        broken("copies", "copies-vienna", order=("report-later",)),
        "no member",
    ),
    "cut words that the base lacks": (
        broken_edits(cut=(Span(0, 4, "Xxxx"),)),
        "copy group copies-vienna, report report-herald",
    ),
    "added words that the report lacks": (broken_edits(added=(Span(0, 4, "Xxxx"),)), "copies-v"),
    "a paragraph that does not exist": (
        broken_edits(paragraphs=(ParagraphEdit((99,), (0,), "kept"),)),
        "do not exist",
    ),
}


def test_the_sample_passes() -> None:
    check(SAMPLE())


@pytest.mark.parametrize("name", CASES)
def test_a_broken_item_is_named(name: str) -> None:
    chronology, message = CASES[name]
    with pytest.raises(DataError, match=message):
        check(chronology)


def test_two_items_of_one_id_are_refused() -> None:
    made = SAMPLE()
    with pytest.raises(DataError, match="report report-wire: 2 items"):
        check(replace(made, reports=(*made.reports, made.reports[0])))


def test_the_message_is_one_line_and_counts_the_rest() -> None:
    with pytest.raises(DataError, match=r"\(and \d+ more\)$") as raised:
        check(replace(SAMPLE(), actors=()))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", []),
        (" \n\n ", []),
        ("one", [(0, 3)]),
        ("one\ntwo", [(0, 7)]),
        ("one\n\ntwo", [(0, 3), (5, 8)]),
        ("\none\n \t\n\n two\n", [(1, 4), (10, 13)]),
    ],
)
def test_paragraphs_stand_apart_by_blank_lines(text: str, spans: list[tuple[int, int]]) -> None:
    assert paragraph_spans(text) == spans

"""Each sentence of ``sentences.txt`` tells just the events written below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from coranto.actors import resolve_actors
from coranto.annotation import Findings, find_facts, read_texts, with_actors
from coranto.language.model import LanguageModel
from coranto.types import DateRange, Event, Mention

PATH = Path(__file__).with_name("sentences.txt")
_LINE = re.compile(
    r"(?P<status>[a-z]+) (?P<code>[A-Z]+(?: [a-z-]+)?): (?P<parties>.+?)"
    r"(?: @ (?P<place>.+?))?(?: on (?P<days>[\d.-]+))?$"
)


@dataclass(frozen=True)
class Told:
    """One event: ``sides`` are both sides' names, one set of both where the act is mutual."""

    status: str
    code: str
    sides: tuple[frozenset[str], ...]
    place: str | None = None
    days: DateRange | None = None


@dataclass(frozen=True)
class Row:
    """A sentence with its events, under its heading in the table."""

    heading: str
    sentence: str
    events: tuple[Told, ...]


def rows() -> list[Row]:
    """All rows of the table. Raises ValueError for a line that is no row."""
    out: list[Row] = []
    heading, sentence, events = "", "", []
    for line in (*PATH.read_text("utf-8").splitlines(), "== end"):
        if line.startswith("  "):
            events += [] if line.strip() == "-" else [_told(line.strip())]
        elif line and not line.startswith("#"):
            if sentence:
                out.append(Row(heading, sentence, tuple(events)))
            is_heading = line.startswith("== ")
            heading = line[3:] if is_heading else heading
            sentence, events = ("" if is_heading else line), []
    return out


def _told(line: str) -> Told:
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"no event: {line}")
    parties = found["parties"]
    if "&" in parties:
        sides: tuple[frozenset[str], ...] = (_names(parties, "&"),)
    else:
        sides = tuple(_names(side, "+") for side in parties.split(">"))
    days = None
    if found["days"]:
        first, _, last = found["days"].partition("..")
        days = DateRange(date.fromisoformat(first), date.fromisoformat(last or first))
    return Told(found["status"], found["code"], sides, found["place"], days)


def _names(words: str, separator: str) -> frozenset[str]:
    return frozenset(w.strip() for w in words.split(separator)) - {"-"}


PUBLISHED = DateRange(date(2023, 5, 26), date(2023, 5, 26))
ROWS = rows()
# Sentences of which the present model misreads a name or the tree: others will be hit by the next.
MISREAD = 4
"""Sentences that a retrained reader may misread before the coder is looked at again; none is
misread by the reader that the table was written with."""

Found = tuple[Findings, dict[str, str]]


@pytest.fixture(scope="module")
def findings(model: LanguageModel) -> dict[str, Found]:
    """What is found in each sentence, and the names of its actors by their ids."""
    out: dict[str, Found] = {}
    for number, reading in enumerate(read_texts([r.sentence for r in ROWS], model)):
        report = f"r{number}"
        found = find_facts(reading, PUBLISHED, report)
        resolution = resolve_actors([(report, reading.mentions, PUBLISHED)])
        names = {a.id: a.name for a in resolution.actors}
        out[reading.doc.text] = with_actors(found, resolution.keys.get(report, {})), names
    return out


def as_told(event: Event, names: dict[str, str]) -> Told:
    """The event in the table's form, its sides apart."""

    def name(m: Mention) -> str:
        return names.get(m.actor or "", m.text)

    return Told(
        event.status,
        f"{event.type} {event.mode}" if event.mode else event.type,
        (frozenset(map(name, event.sources)), frozenset(map(name, event.targets))),
        event.place.name if event.place else None,
        event.date,
    )


def agrees(told: Told, found: Told) -> bool:
    """Whether an event found is the one told, in all that the table's line says of it."""
    sides = found.sides
    if len(told.sides) == 1:
        sides = (sides[0] | sides[1],)
    if told.code == "CONSULT visit":
        sides = (sides[0], told.sides[1])
    return (
        replace(
            found,
            sides=sides,
            place=found.place if told.place else None,
            days=found.days if told.days else None,
        )
        == told
    )


def faults_of(row: Row, found: Findings, names: dict[str, str]) -> str:
    """What is missing from a sentence's events and what is too much; empty where all is right."""
    events = [as_told(e, names) for e in found.events]
    missing = [t for t in row.events if not any(agrees(t, e) for e in events)]
    extra = [e for e in events if not any(agrees(t, e) for t in row.events)]
    if not missing and not extra and len(events) == len(row.events):
        return ""
    return f"{row.heading}: {row.sentence}\n  missing {missing}\n  too much {extra}"


def test_sentences_tell_their_events_and_no_others(findings: dict[str, Found]) -> None:
    faults = [f for row in ROWS if (f := faults_of(row, *findings[row.sentence]))]
    assert len(faults) <= MISREAD, "\n".join(faults)


def test_the_table_is_broad() -> None:
    assert len({r.sentence for r in ROWS}) == len(ROWS) >= 250
    statuses = {e.status for r in ROWS for e in r.events}
    assert statuses == {"happened", "planned", "cancelled", "denied", "alleged"}
    assert sum(not r.events for r in ROWS) >= 40

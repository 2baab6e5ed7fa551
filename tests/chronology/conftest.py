"""Events, statements, actors and reports made by hand for the tests of merging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coranto.types import (
    Actor,
    DateRange,
    Event,
    Mention,
    Place,
    Published,
    Report,
    Span,
    Statement,
)

MakeEvent = Callable[..., Event]
MakeStatement = Callable[..., Statement]


def day(text: str) -> DateRange:
    """One day, or "first/last"."""
    first, _, last = text.partition("/")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.fixture
def actors() -> dict[str, Actor]:
    made = [
        Actor("orlova", "Vera Orlova", "person", country="RU"),
        Actor("tan", "Tan Wei", "person", country="CN"),
        Actor("rao", "Anil Rao", "person", country="IN"),
        Actor("ministry", "Russian Foreign Ministry", "government", country="RU"),
        Actor("paper", "The Lantern", "organisation"),
        Actor("officials", "Western officials", "group"),
        Actor("china", "China", "country", country="CN"),
    ]
    return {a.id: a for a in made}


@pytest.fixture
def make_event() -> MakeEvent:
    def make(report: str, when: str | None = None, **given: Any) -> Event:
        values: dict[str, Any] = {
            "id": f"e-{report}-{when}-{given.get('mode', 'meet')}-{given.get('n', 0)}",
            "report": report,
            "type": "CONSULT",
            "mode": "meet",
            "status": "happened",
            "sources": ("orlova",),
            "targets": ("tan",),
            "evidence": (Span(0, 4, "They"),),
            "place": Place("Moscow", "RU"),
            "date": day(when) if when else DateRange(),
            "date_basis": "time expression" if when else "unknown",
        }
        given.pop("n", None)
        values.update(given)
        for side in ("sources", "targets"):
            values[side] = tuple(Mention(a, a, 0, 4) for a in values[side])
        return Event(**values)

    return make


@pytest.fixture
def make_statement() -> MakeStatement:
    def make(report: str, words: str, speaker: str = "orlova", **given: Any) -> Statement:
        values: dict[str, Any] = {
            "id": f"s-{report}-{words[:12]}-{speaker}",
            "report": report,
            "speaker": Mention(speaker, speaker, 0, len(speaker)),
            "act": "say",
            "cue": (Span(len(words) + 1, len(words) + 5, "said"),),
            "content": (Span(0, len(words), words),),
            "form": "direct" if words.startswith(("“", '"')) else "indirect",
        }
        return replace(Statement(**values), **given)

    return make


@pytest.fixture
def make_report() -> Callable[..., Report]:
    def make(id_: str, when: str | None = None, **given: Any) -> Report:
        published = Published(day(when), "its text") if when else Published()
        return Report(id=id_, source=f"{id_}.txt", text="They met.", published=published, **given)

    return make

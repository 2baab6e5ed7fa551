"""The benchmark of dating hides what it says it hides, and counts what it says it counts."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from coranto.types import DateRange, Published

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dating(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT))
    return import_module("benchmarks.dating")


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Signed on March 3 , 2011 .", "Signed on March 3 ."),
        ("Signed on 3 March 2011 in Riga", "Signed on 3 March in Riga"),
        ("In 2011 they met.", "In this year they met."),
        ("In 2012 they met 20110 times.", "In 2012 they met 20110 times."),
    ],
)
def test_the_year_is_hidden(dating: Any, text: str, hidden: str) -> None:
    assert dating.hide_year(text, 2011) == hidden


def rows(topic: str, count: int) -> list[dict[str, str]]:
    return [
        {"id": f"{topic}{n}", "topic": topic, "date": f"2011-03-{n + 1:02d}", "text": "In 2011."}
        for n in range(count)
    ]


def test_the_same_reports_are_drawn_again(dating: Any) -> None:
    topics = {"a": rows("a", 9), "b": rows("b", 3)}
    hidden, dated = dating.split(topics, 4, seed=1)
    assert dating.split(topics, 4, seed=1) == (hidden, dated)
    assert len([h for h in hidden if h.topic == "a"]) == 4
    assert len([h for h in hidden if h.topic == "b"]) == 1
    assert len(hidden) + len(dated) == 12
    assert all(h.report.published == Published() for h in hidden)
    assert all("2011" not in h.report.text for h in hidden)
    assert all(r.published.dates.day is not None for r in dated)


def test_a_report_counts_by_the_middle_of_its_range(dating: Any) -> None:
    score = dating.Score()
    score.add(date(2011, 3, 2), Published(DateRange(date(2011, 3, 1), date(2011, 3, 5))))
    score.add(date(2011, 3, 2), Published(DateRange(date(2011, 3, 1), date(2011, 12, 5))))
    score.add(date(2011, 3, 2), Published(DateRange(date(2011, 3, 1), None)))
    assert (score.reports, score.given, score.held) == (3, 2, 2)
    assert (score.year, score.month, score.near) == (2, 1, 1)

"""The main job on the example reports: what an analyst would check by hand."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from coranto.chronology.building import build, build_from_reports
from coranto.chronology.result import Chronology
from coranto.export import schema, to_json
from coranto.reading import read_many
from coranto.types import Entry, Report

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    return build([EXAMPLES])


@pytest.fixture(scope="module")
def document(chronology: Chronology) -> dict[str, Any]:
    return to_json(chronology)


def by_file(chronology: Chronology, start: str) -> Report:
    (found,) = [r for r in chronology.reports if Path(r.source).name.startswith(start)]
    return found


def meetings(chronology: Chronology, *names: str) -> list[Entry]:
    """Entries on meetings of just these persons."""
    name = {a.id: a.name for a in chronology.actors}
    return [
        e
        for e in chronology.entries
        if e.kind == "event"
        and e.mode in ("meet", "talks", "host")
        and {name[a] for a in e.actors} >= set(names)
    ]


def test_the_document_has_the_form_of_its_schema(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(json.dumps(document)))


def test_every_quote_stands_in_its_report_as_given(document: dict[str, Any]) -> None:
    texts = {r["id"]: r["text"] for r in document["reports"]}
    for e in document["entries"]:
        assert e["evidence"]
        for v in e["evidence"]:
            assert texts[v["report"]][v["start"] : v["end"]] == v["quote"]
    for s in document["statements"]:
        for span in (*s["cue"], *s["content"]):
            assert texts[s["report"]][span["start"] : span["end"]] == span["text"]
    for e in document["events"]:
        for span in (*e["evidence"], *e["sources"], *e["targets"]):
            assert texts[e["report"]][span["start"] : span["end"]] == span["text"]


def test_every_event_and_statement_is_in_one_entry(chronology: Chronology) -> None:
    members = [m for e in chronology.entries for m in e.members]
    assert len(members) == len(set(members))
    assert set(members) == {x.id for x in chronology.events} | {x.id for x in chronology.statements}


def test_the_result_does_not_depend_on_the_order_of_the_files(
    chronology: Chronology, tmp_path: Path
) -> None:
    reports = list(chronology.reports)
    plain = read_many([EXAMPLES], on_error=_refuse)
    shuffled = random.Random(7).sample(plain, len(plain))
    again = build_from_reports(shuffled)
    assert {r.id for r in again.reports} == {r.id for r in reports}
    assert [e.id for e in again.entries] == [e.id for e in chronology.entries]
    assert {a.id for a in again.actors} == {a.id for a in chronology.actors}
    assert {c.id for c in again.copies} == {c.id for c in chronology.copies}


def test_the_wire_copies_are_two_groups_and_nothing_else_is_a_copy(chronology: Chronology) -> None:
    groups = {
        frozenset(Path(r.source).name[:2] for r in chronology.reports if r.id in g.reports)
        for g in chronology.copies
    }
    assert groups == {frozenset(("02", "03", "04")), frozenset(("13", "14"))}


def test_copies_of_one_wire_are_one_origin(chronology: Chronology) -> None:
    group = next(g for g in chronology.copies if len(g.reports) == 3)
    inside = set(group.reports)
    told_by_copies = [
        e
        for e in chronology.entries
        if e.kind == "event"
        and {v.report for v in e.evidence} <= inside
        and len({v.report for v in e.evidence}) == 3
    ]
    assert told_by_copies
    assert all(len(e.origins) == 1 for e in told_by_copies)


def test_a_report_without_a_year_is_dated_by_its_weekday(chronology: Chronology) -> None:
    report = by_file(chronology, "04-")
    assert str(report.published.dates.day) == "2018-04-27"
    assert report.published.evidence


def test_the_print_is_dated_by_its_own_address(chronology: Chronology) -> None:
    assert str(by_file(chronology, "12-").published.dates.day) == "2018-06-12"


def test_the_summit_is_one_meeting_on_its_day(chronology: Chronology) -> None:
    found = [
        e
        for e in meetings(chronology, "Donald Trump", "Kim Jong Un")
        if e.status == "happened" and str(e.date.day) == "2018-06-12"
    ]
    assert len(found) == 1
    assert found[0].reports >= 3


def test_a_meeting_announced_for_its_day_is_no_second_meeting(chronology: Chronology) -> None:
    on_the_day = [
        e
        for e in meetings(chronology, "Kim Jong Un", "Moon Jae-in")
        if str(e.date.day) == "2018-04-27"
    ]
    assert len(on_the_day) == 1
    assert on_the_day[0].status == "happened"


def test_nothing_comes_out_of_what_cleaning_removed(chronology: Chronology) -> None:
    reasons = {x.reason for r in chronology.reports for x in r.removed}
    assert {"appeal for money", "advertisement"} <= reasons
    for r in chronology.reports:
        for x in r.removed:
            if len(x.text) > 40:
                assert x.text not in r.text


def test_the_same_report_twice_is_one_report_seen_twice(tmp_path: Path) -> None:
    name = "13-meridian-singapore.txt"
    shutil.copy(EXAMPLES / name, tmp_path / "a.txt")
    shutil.copy(EXAMPLES / name, tmp_path / "b.txt")
    result = build([tmp_path])
    assert len(result.reports) == 1
    assert len(result.reports[0].seen) == 1


def _refuse(error: Exception) -> None:
    raise error

"""``chronology.json``: its keys, its schema, and that every span stands on its words."""

from __future__ import annotations

import dataclasses
import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from coranto.chronology.result import Chronology
from coranto.export import dumps, schema, to_json, to_text
from coranto.types import Report

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "site" / "sample.py"))["sample"]

CONTRACT = {
    "reports": "id source outlet title credits published text removed copy_group story",
    "stories": "id title reports",
    "copies": "id credit reports order edits",
    "actors": "id name names kind country roles",
    "statements": "id report speaker addressee act cue content form chain date verified entry",
    "events": "id report type mode status sources targets place date evidence told_by entry",
    "entries": "id kind type mode status date place actors summary members evidence reports "
    "origins disagreements",
}


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    made = SAMPLE()
    assert isinstance(made, Chronology)
    return made


@pytest.fixture(scope="module")
def document(chronology: Chronology) -> dict[str, Any]:
    return json.loads(to_text(chronology))  # type: ignore[no-any-return]


def spans_in(value: object, report: str | None = None) -> Iterator[tuple[str, int, int, str]]:
    """Every offset with its words, and the report that it counts."""
    if isinstance(value, list):
        for item in value:
            yield from spans_in(item, report)
    elif isinstance(value, dict):
        own = value.get("report", report)
        words = value.get("quote", value.get("text"))
        if {"start", "end"} <= value.keys() and words is not None and own is not None:
            yield own, value["start"], value["end"], words
        for key, item in value.items():
            # Removed parts count the file, and a copy's base has its own text.
            if key not in ("removed", "edits", "original"):
                yield from spans_in(item, own)


def test_the_sample_fits_the_schema(document: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        document
    )


@pytest.mark.parametrize("layer", CONTRACT)
def test_every_key_of_the_contract_is_required(layer: str) -> None:
    made = schema()
    name = made["properties"][layer]["items"]["$ref"].removeprefix("#/$defs/")
    assert set(CONTRACT[layer].split()) <= set(made["$defs"][name]["required"])
    assert layer in made["required"]


@pytest.mark.parametrize("layer", CONTRACT)
def test_an_item_without_a_key_of_the_contract_does_not_fit(
    document: dict[str, Any], layer: str
) -> None:
    for key in CONTRACT[layer].split():
        broken = json.loads(json.dumps(document))
        del broken[layer][0][key]
        with pytest.raises(ValidationError, match=key):
            Draft202012Validator(schema()).validate(broken)


def test_keys_may_be_added(document: dict[str, Any]) -> None:
    document["entries"][0]["note"] = "by hand"
    Draft202012Validator(schema()).validate(document)


def test_every_span_stands_on_its_words(document: dict[str, Any]) -> None:
    texts = {report["id"]: report["text"] for report in document["reports"]}
    checked = 0
    for layer in ("statements", "events", "entries"):
        for report, start, end, words in spans_in(document[layer]):
            assert texts[report][start:end] == words
            checked += 1
    assert checked > 80


def test_edits_count_the_base_and_the_report(document: dict[str, Any]) -> None:
    texts = {report["id"]: report["text"] for report in document["reports"]}
    edits = document["copies"][0]["edits"][0]
    base, report = texts[edits["base"]], texts[edits["report"]]
    pairs = edits["moved"] + edits["changed"]
    for text, spans in (
        (base, edits["cut"] + [pair["from"] for pair in pairs]),
        (report, edits["added"] + [pair["to"] for pair in pairs]),
    ):
        assert spans
        for span in spans:
            assert text[span["start"] : span["end"]] == span["text"]
    assert edits["changed"][0]["fact"] == "number"
    assert {"from": [1], "to": [], "op": "cut"} in edits["paragraphs"]


def test_grounds_outside_the_text_keep_their_offsets_apart(document: dict[str, Any]) -> None:
    herald = next(r for r in document["reports"] if r["id"] == "report-herald")
    address, copy = herald["published"]["evidence"]
    assert "start" not in address
    assert copy["report"] == "report-wire"
    assert "start" not in copy
    wire = next(r for r in document["reports"] if r["id"] == "report-wire")
    offsets = copy["original"]
    assert wire["text"][offsets["start"] : offsets["end"]] == copy["quote"]
    own = wire["published"]["evidence"][0]
    assert wire["text"][own["start"] : own["end"]] == own["quote"]


def test_a_report_names_its_group_and_story(document: dict[str, Any]) -> None:
    groups = {report["id"]: report["copy_group"] for report in document["reports"]}
    assert groups["report-wire"] == groups["report-herald"] == "copies-vienna"
    assert groups["report-courier"] is None
    assert {report["story"] for report in document["reports"]} == {"story-karsa"}


def test_unknown_things_are_null_or_empty(document: dict[str, Any]) -> None:
    later = next(r for r in document["reports"] if r["id"] == "report-later")
    assert later["outlet"] is None
    assert later["published"] == {
        "earliest": None,
        "latest": None,
        "basis": "unknown",
        "evidence": [],
    }
    tap = next(e for e in document["entries"] if e["id"] == "entry-tap")
    assert tap["date"] == {"earliest": "2023-03-04", "latest": None}


def test_each_item_has_a_line_of_its_own(chronology: Chronology) -> None:
    lines = to_text(chronology).splitlines()
    items = sum(len(value) for value in to_json(chronology).values() if isinstance(value, list))
    assert len(lines) == items + 2 * len(CONTRACT) + 3
    assert lines[1] == '"format": "coranto/1",'


def test_two_runs_write_the_same(chronology: Chronology) -> None:
    again = SAMPLE()
    assert to_text(chronology) == to_text(again)


def test_letters_are_not_escaped(chronology: Chronology) -> None:
    assert "🌊 The river" in to_text(chronology)
    assert re.search(r"\\u[0-9a-f]{4}", to_text(chronology)) is None


@given(st.text(st.characters(), max_size=40))
def test_any_text_survives_the_file(text: str) -> None:
    made = Chronology((Report("report-1", "a.txt", text),))
    written = to_text(made).encode("utf-8")
    assert json.loads(written)["reports"][0]["text"] == text


def test_every_field_of_the_types_is_written(
    chronology: Chronology, document: dict[str, Any]
) -> None:
    renamed = {"dates": "date", "date_basis": "date", "from_": "from", "start": "from", "end": "to"}
    for layer in ("reports", "stories", "copies", "actors", "statements", "events", "entries"):
        item = getattr(chronology, layer)[0]
        for field in dataclasses.fields(item):
            name = renamed.get(field.name, field.name)
            assert name in document[layer][0], f"{layer}: {field.name}"


def test_an_empty_chronology_is_a_whole_document() -> None:
    document = json.loads(dumps(to_json(Chronology())))
    Draft202012Validator(schema()).validate(document)
    assert document["entries"] == []

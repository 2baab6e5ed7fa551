"""The tables: one row an item, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import runpy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.result import Chronology
from coranto.export import to_json, to_tables
from coranto.export.tables import safe_cell
from coranto.site.view import View

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "site" / "sample.py"))["sample"]


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table, newline="")))


def test_each_item_is_a_row() -> None:
    made = SAMPLE()
    tables = to_tables(made)
    assert {name: len(rows(table)) for name, table in tables.items()} == {
        "entries.csv": len(made.entries),
        "events.csv": len(made.events),
        "statements.csv": len(made.statements),
    }


def test_an_entry_reads_in_a_row() -> None:
    row = next(r for r in rows(to_tables(SAMPLE())["entries.csv"]) if r["id"] == "entry-vienna")
    assert row["type"] == "CONSULT"
    assert (row["earliest"], row["latest"]) == ("2023-05-11", "2023-05-11")
    assert (row["place"], row["country"]) == ("Vienna", "AT")
    assert row["actors"] == "Anton Reves; Ilse Marck"
    assert (row["reports"], row["origins"]) == ("4", "3")
    assert row["origin_names"] == "Northwire; Ostravian Courier; Ostravian Foreign Ministry"


def test_disagreements_keep_every_value() -> None:
    row = next(r for r in rows(to_tables(SAMPLE())["entries.csv"]) if r["id"] == "entry-sluices")
    told = "date: 4 March 2023 (The Evening Lantern) / 6 March 2023 (Continental Post)"
    assert told in row["disagreements"]


def test_the_rows_in_dispute_are_those_that_the_page_counts() -> None:
    made = SAMPLE()
    first, *rest = made.entries
    ahead = replace(first, disagreements=(), told_ahead=(made.reports[0].id,))
    made = replace(made, entries=(ahead, *rest))
    found = rows(to_tables(made)["entries.csv"])
    counted = {noun: number for number, noun in View(made).counts}
    in_dispute = [r for r in found if r["disagreements"]]
    assert counted["entries with disagreements"] == str(len(in_dispute))
    in_json = [e for e in to_json(made)["entries"] if e["disagreements"]]
    assert len(in_json) == len(in_dispute)
    row = next(r for r in found if r["id"] == first.id)
    assert (row["told_ahead"], row["disagreements"]) == (made.reports[0].outlet, "")


def test_an_entry_names_outlet_and_file_of_each_report() -> None:
    made = SAMPLE()
    reports = {r.id: r for r in made.reports}
    for row in rows(to_tables(made)["entries.csv"]):
        ids = row["sources"].split("; ")
        assert row["outlets"].split("; ") == [
            reports[i].outlet or Path(reports[i].source).name for i in ids
        ]
        assert row["files"].split("; ") == [reports[i].source for i in ids]


def test_a_statement_names_speaker_chain_and_words() -> None:
    table = rows(to_tables(SAMPLE())["statements.csv"])
    row = next(r for r in table if r["id"] == "statement-guarantees-analysis")
    assert row["speaker"] == "Ostravian officials"
    assert row["chain"] == "The Evening Lantern"
    assert row["content"] == "that Ostravia wanted guarantees over a flood wall"
    assert row["outlet"] == "Continental Post"
    assert next(r for r in table if r["id"] == "statement-water-courier")["verified"] == "no"


def test_an_event_without_a_resolved_actor_keeps_its_words() -> None:
    table = rows(to_tables(SAMPLE())["events.csv"])
    row = next(r for r in table if r["id"] == "event-accord")
    assert (row["sources"], row["source_ids"]) == ("The two countries", "")


def test_an_empty_chronology_has_headings_only() -> None:
    for table in to_tables(Chronology()).values():
        assert table.startswith("id,")
        assert rows(table) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    made = SAMPLE()
    summary = f'{start}HYPERLINK("https://trap.example")'
    entries = (replace(made.entries[0], summary=summary), *made.entries[1:])
    table = to_tables(replace(made, entries=entries))["entries.csv"]
    assert rows(table)[0]["summary"] == "'" + summary


@given(st.text())
def test_a_safe_cell_adds_one_apostrophe_or_nothing(value: str) -> None:
    safe = safe_cell(value)
    assert safe in (value, "'" + value)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))

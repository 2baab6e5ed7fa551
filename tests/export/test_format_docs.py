"""``docs/format.md`` explains every key of the schema, and its examples fit it."""

from __future__ import annotations

import json
import re
import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coranto.export import dumps, schema, to_json
from coranto.types import Disagreement, Place, Span, Version

DOCS = Path(__file__).parents[2] / "docs" / "format.md"
TEXT = DOCS.read_text("utf-8")
EXAMPLES = re.findall(r"^## `(\w+)`\n+```json\n(.*?)```", TEXT, re.DOTALL | re.MULTILINE)


def test_every_layer_has_an_example() -> None:
    layers = [key for key, value in schema()["properties"].items() if value.get("type") == "array"]
    assert [layer for layer, _ in EXAMPLES] == layers


@pytest.mark.parametrize(("layer", "example"), EXAMPLES, ids=[layer for layer, _ in EXAMPLES])
def test_an_example_fits_the_schema(layer: str, example: str) -> None:
    made = schema()
    item = {"$ref": made["properties"][layer]["items"]["$ref"], "$defs": made["$defs"]}
    Draft202012Validator(item, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        json.loads(example)
    )


def keys(value: Any) -> set[str]:
    """Every name of a property anywhere in a schema."""
    if isinstance(value, list):
        return set().union(*map(keys, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    own = set(value["properties"]) if isinstance(value.get("properties"), dict) else set()
    return own.union(*map(keys, value.values()))


def test_every_key_is_explained() -> None:
    for key in keys(schema()):
        assert f"`{key}`" in TEXT or f'"{key}"' in TEXT, key


def test_every_type_of_event_is_listed() -> None:
    for root in schema()["$defs"]["root"]["enum"]:
        assert re.search(rf"\b{root}\b", TEXT), root


# --- the shapes of words, as the table of the page gives them -------------------------------------

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "site" / "sample.py"))["sample"]


def full_sample() -> Any:
    """The sample with what it leaves open: every path of the table has something at its end."""
    made = SAMPLE()
    event, *events = made.events
    words = event.evidence[0]
    event = replace(
        event,
        predicate=Span(words.start, words.start + 1, words.text[:1]),
        place=Place("Vienna", "AT", words.start, words.start + 1),
    )
    said, *statements = made.statements
    said = replace(said, occasion=said.content[0], entry=event.entry)
    version = Version("x", (event.report,), made.entries[0].evidence[:1])
    kept = [replace(e, members=tuple(m for m in e.members if m != said.id)) for e in made.entries]
    entries = [
        replace(e, members=(*e.members, said.id), disagreements=(Disagreement("date", (version,)),))
        if e.id == event.entry
        else e
        for e in kept
        if e.members
    ]
    return replace(
        made,
        events=(event, *events),
        statements=(said, *statements),
        entries=tuple(entries),
    )


def document() -> Any:
    return json.loads(dumps(to_json(full_sample())))


SHAPES = [
    (path, re.findall(r"`(\w+)`", keys_))
    for paths, keys_ in re.findall(r"^\| (`[a-z]+\[\][^|]*) \| ([^|]*) \|$", TEXT, re.MULTILINE)
    for path in re.findall(r"`([^`]+)`", paths)
]


def at(value: Any, path: str) -> list[Any]:
    """What stands at a path of the table ("events[].evidence[]"), without what is not known."""
    found = [value]
    for part in path.split("."):
        name = part.removesuffix("[]")
        found = [item[name] for item in found if item.get(name) is not None]
        if part.endswith("[]"):
            found = [one for item in found for one in item]
    return found


def test_the_table_of_shapes_is_read() -> None:
    paths = [path for path, _ in SHAPES]
    assert {"events[].evidence[]", "entries[].evidence[]", "statements[].chain[]"} <= set(paths)


@pytest.mark.parametrize(("path", "shape"), SHAPES, ids=[path for path, _ in SHAPES])
def test_words_have_the_shape_that_the_page_gives(path: str, shape: list[str]) -> None:
    made = document()
    found = at(made, path)
    assert found, path
    for item in found:
        assert set(item) - {"members"} == set(shape) - {"members"}
        assert "members" in shape or "members" not in item


def test_members_are_of_the_kinds_that_the_page_gives() -> None:
    made = document()
    kinds = {x["id"]: kind for kind in ("events", "statements") for x in made[kind]}
    mixed = 0
    for entry in made["entries"]:
        told = {kinds[m] for m in entry["members"]}
        assert ("events" in told) == (entry["kind"] == "event")
        mixed += len(told) == 2
    assert mixed

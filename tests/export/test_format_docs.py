"""``docs/format.md`` explains every key of the schema, and its examples fit it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coranto.export import schema

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

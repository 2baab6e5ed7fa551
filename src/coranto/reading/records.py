"""JSON and JSONL: one record, one report."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import IO

from coranto.cleaning import clean
from coranto.reading.decode import NotTextError, decode
from coranto.reading.material import Given, Material
from coranto.reading.pages import clean_fragment, is_fragment

# Names of fields, in the order in which they are asked; case, "-" and "_" do not count.
TEXT_KEYS = ("text", "body", "content", "fulltext", "articlebody", "maintext", "article", "story")
PARAGRAPH_KEYS = ("paragraphs", "paras")
OUTLET_KEYS = (
    *("outlet", "source", "site", "publisher", "publication", "newspaper", "sitename"),
    *("sourcename", "medium", "domain"),
)
URL_KEYS = ("url", "link", "canonicalurl", "sourceurl", "articleurl", "address", "uri", "href")
DATE_KEYS = (
    *("date", "published", "publishedat", "publicationdate", "datepublished", "publisheddate"),
    *("publishdate", "pubdate", "time", "datetime", "timestamp", "created", "createdat"),
)
TITLE_KEYS = ("title", "headline", "heading")
AUTHOR_KEYS = ("author", "byline", "creator", "agency", "credit")
LIST_KEYS = ("reports", "articles", "items", "results", "docs", "documents", "data", "records")
"""Keys under which a single object holds a list of records."""

# A row or a text beyond this is no report, and would take the reader's memory.
MAX_ROW_BYTES = 10_000_000

# A live blog of the longest kind has some thousand lines.
MAX_LINES = 100_000

_SURROGATES = re.compile(r"[\ud800-\udfff]")


class RecordError(Exception):
    """A record that is no report; the message says why."""


def check_lines(text: str) -> None:
    """Raise RecordError for a text of more lines than any report has."""
    lines = sum(text.count(end) for end in "\n\r\x0b\x0c\u2028\u2029") - text.count("\r\n")
    if lines > MAX_LINES:
        raise RecordError(f"too many lines for one report: {lines:,} (limit {MAX_LINES:,})")


def parse(text: str) -> object:
    """Parse JSON; raises RecordError with the place and the reason."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise RecordError(f"not valid JSON: {error.msg} ({where})") from None
    except RecursionError:
        raise RecordError("JSON nested too deeply") from None
    except ValueError as error:
        raise RecordError(f"not valid JSON: {error}") from None


def records_of(value: object) -> list[object]:
    """The records in a JSON document: an array of them, one, or a list under a usual key."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        fields = _fields(value)
        if not any(key in fields for key in (*TEXT_KEYS, *PARAGRAPH_KEYS)):
            for key in LIST_KEYS:
                inner = fields.get(key)
                if isinstance(inner, list) and any(isinstance(i, Mapping) for i in inner):
                    return inner
    return [value]


def rows(file: IO[bytes]) -> Iterator[object | RecordError]:
    """The rows of a JSONL file, one at a time; a bad row as the error that it makes."""
    first = True
    while line := file.readline(MAX_ROW_BYTES + 1):
        if len(line) > MAX_ROW_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_ROW_BYTES)
            yield RecordError(f"longer than {MAX_ROW_BYTES // 1_000_000} MB")
            continue
        if first:
            line = line.removeprefix(b"\xef\xbb\xbf")
            first = False
        if line.strip():
            yield _row(line)


def _row(line: bytes) -> object | RecordError:
    try:
        return parse(decode(line.strip()))
    except NotTextError as error:
        return RecordError(str(error))
    except RecordError as error:
        # A row is one line: only the column helps.
        return RecordError(str(error).replace("line 1, ", ""))


def record_material(source: str, file_name: str, record: object) -> Material:
    """What a record gives about its report. Raises RecordError if it holds no text."""
    if not isinstance(record, Mapping):
        raise RecordError(f"not an object but {_kind(record)}")
    fields = _fields(record)
    text = _text(fields)
    check_lines(text)
    cleaned = clean_fragment(text) if is_fragment(text) else clean(text)
    date_key, date_value = _first(fields, DATE_KEYS)
    return Material(
        source=source,
        file_name=file_name,
        original=text,
        cleaned=cleaned,
        title=_given(fields, TITLE_KEYS),
        outlet=_given(fields, OUTLET_KEYS),
        url=_given(fields, URL_KEYS),
        author=_given(fields, AUTHOR_KEYS),
        date=Given(_words(date_value), f"key {date_key}") if date_key else None,
        date_value=date_value,
    )


def _fields(record: Mapping[object, object]) -> dict[str, object]:
    """The record by plain keys; of two that become one, the first stays."""
    fields: dict[str, object] = {}
    for key, value in record.items():
        plain = re.sub(r"[-_\s]", "", str(key)).casefold()
        fields.setdefault(plain, value)
    return fields


def _text(fields: Mapping[str, object]) -> str:
    for key in (*TEXT_KEYS, *PARAGRAPH_KEYS):
        value = fields.get(key)
        if isinstance(value, list):
            value = "\n\n".join(_paragraph(item, key) for item in value)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise RecordError(f"its {key} is {_kind(value)}, not text")
        if len(value) > MAX_ROW_BYTES:
            raise RecordError(f"its {key} is longer than {MAX_ROW_BYTES // 1_000_000} MB")
        return _SURROGATES.sub("\ufffd", value)
    raise RecordError("no text (looked for text, body, content or paragraphs)")


def _paragraph(item: object, key: str) -> str:
    if isinstance(item, Mapping):
        item = _fields(item).get("text")
    if item is None:
        return ""
    if not isinstance(item, str):
        raise RecordError(f"its {key} hold {_kind(item)}, not text")
    return item


def _given(fields: Mapping[str, object], keys: tuple[str, ...]) -> Given | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, Mapping):  # {"source": {"id": …, "name": …}}, as news services give it
            value = _fields(value).get("name")
        if isinstance(value, str) and value.strip():
            return Given(_SURROGATES.sub("\ufffd", value.strip()), f"key {key}")
    return None


def _first(fields: Mapping[str, object], keys: tuple[str, ...]) -> tuple[str | None, object]:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            return key, value
    return None, None


def _words(value: object) -> str:
    return _SURROGATES.sub("\ufffd", str(value))


def _kind(value: object) -> str:
    names = {bool: "true or false", list: "a list", dict: "an object", str: "a string"}
    if value is None:
        return "nothing"
    return names.get(type(value), "a number")

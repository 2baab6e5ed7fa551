"""Rendering: templates, styles and script put into one file that asks for nothing outside."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from coranto.export.gate import paragraph_spans
from coranto.site.labels import type_label
from coranto.site.view import View
from coranto.types import CopyGroup, Edits, Entry
from coranto.version import __version__

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology

# HTML has no form for these: a parser drops or replaces them, and offsets would shift.
_UNFIT = re.compile("[\x00\ud800-\udfff]")

# Inside a script element only "<" can end or open markup; the separators ended lines in
# JavaScript before ECMAScript 2019.  JSON reads the escapes as the characters themselves.
_JSON_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def render(chronology: Chronology) -> str:
    """Return the page of ``chronology``: HTML that holds its styles, script and data.

    A content security policy names the hashes of the one style sheet and the one
    script, and forbids everything else: no text of a report can run or load.
    """
    style, script = asset("page.css"), asset("page.js")
    view = View(chronology)
    page = environment().get_template("index.html.j2")
    return page.render(
        view=view,
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own file
        style_hash=style_hash(style),
        script_hash=style_hash(script),
        data=embedded(page_data(view)),
        version=__version__,
    )


def page_data(view: View) -> dict[str, Any]:
    """Return what the script needs besides the words on the page: ids, offsets, filters.

    Reports and actors stand by their place in a list, spans as ``[start, end]``,
    to keep a page of hundreds of reports small.
    """
    return {
        "reports": [{"id": report.id, "name": view.names[report.id]} for report in view.reports],
        "entries": [_entry(view, entry) for entry in view.entries],
        "copies": [_group(view, group) for group in view.chronology.copies],
        "paragraphs": {
            str(view.index[report]): paragraph_spans(view.report_of[report].text)
            for group in view.chronology.copies
            for report in group.reports
        },
        "stories": [
            {"id": story.id, "title": story.title, "r": [view.index[r] for r in story.reports]}
            for story in view.chronology.stories
        ],
    }


def _entry(view: View, entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "k": entry.kind,
        "t": type_label(entry),
        "s": entry.status,
        "a": list(entry.actors),
        "e": [[view.index[item.report], item.start, item.end] for item in entry.evidence],
    }


def _group(view: View, group: CopyGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "order": [view.index[report] for report in group.order],
        "edits": [_edits(view, edits) for edits in group.edits],
    }


def _edits(view: View, edits: Edits) -> dict[str, Any]:
    return {
        "b": view.index[edits.base],
        "r": view.index[edits.report],
        "cut": [[span.start, span.end] for span in edits.cut],
        "added": [[span.start, span.end] for span in edits.added],
        "moved": [[m.from_.start, m.from_.end, m.to.start, m.to.end] for m in edits.moved],
        "changed": [
            [c.from_.start, c.from_.end, c.to.start, c.to.end, c.fact] for c in edits.changed
        ],
        "p": [[list(p.from_), list(p.to), p.op] for p in edits.paragraphs],
    }


def embedded(data: object) -> Markup:
    """Return ``data`` as JSON that cannot leave the script element it is put into."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(_UNFIT.sub("\ufffd", text).translate(_JSON_ESCAPES))  # noqa: S704  "<" is escaped


def exact(text: str) -> Markup:
    """Return ``text`` as HTML whose text content has the same characters at the same offsets.

    A parser reads a bare carriage return as a line feed, but keeps one that is
    written as a reference.
    """
    return Markup(str(escape(_UNFIT.sub("\ufffd", text))).replace("\r", "&#13;"))  # noqa: S704


@cache
def environment() -> Environment:
    """The templates, with escaping on."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["exact"] = exact
    return environment


def _template(name: str) -> str:
    """The template without its indentation, which a page of thousands of entries would repeat."""
    return re.sub(r"(?m)^[ \t]+", "", asset(name))


@cache
def asset(name: str) -> str:
    """One of the files that the pages are made of."""
    return resources.files("coranto.site").joinpath("templates", name).read_text("utf-8")


def style_hash(text: str) -> str:
    """The source expression of Content Security Policy level 3 for an inline element."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

"""Words of a report that nobody in it says: datelines before a paragraph, bylines with the hour."""

from __future__ import annotations

import re

from coranto.actors import place_entry
from coranto.statements.clauses import Clauses

Spans = list[tuple[int, int]]

_LINE = re.compile(r"[^\n]+")
# "RIYADH: ", "NEW DELHI (Agency) — ", "PARIS, March 10 (Agency) - ", as agencies open a report
# (Associated Press Stylebook, "datelines").
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3})"
    r"(?:,\s*(?P<more>[A-Z][\w.]*(?:\s+\d{1,2})?(?:,\s*\d{4})?))?"
    r"\s*(?P<agency>\([^()\n]{2,40}\))?\s*(?:--|[-–—―:])\s+"
)
# "Istanbul: The envoy said ...", "Oslo (Agency) — The envoy said ...", in a paragraph of its own.
_CITY = re.compile(
    r"\s*(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\s?"
    r"(?:(?P<agency>\([^()\n]{2,40}\))\s*(?:--|[-–—:])|:|--|[–—])\s+"
)
_SHORTEST = 12  # words of a paragraph that is no headline
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b|GMT|UTC|E[SD]?T\b|[A-Z]ST\b)", re.IGNORECASE
)
_BY = re.compile(r"\s*(?:by|updated|published|posted|last updated)\b", re.IGNORECASE)
_LONGEST = 14  # words of a byline


def find_furniture(clauses: Clauses) -> Spans:
    """Return the characters of datelines and of byline lines, in order."""
    out = []
    for line in _LINE.finditer(clauses.doc.text):
        if _is_byline(clauses, *line.span()):
            out.append(line.span())
            continue
        opening = _DATELINE.match(clauses.doc.text, *line.span())
        if opening is not None and _is_dateline(clauses, opening):
            out.append(opening.span())
            continue
        opening = _CITY.match(clauses.doc.text, *line.span())
        if opening is not None and _is_paragraph(line.group()) and _is_city(clauses, opening):
            out.append(opening.span())
    return out


def without_furniture(clauses: Clauses, content: Spans, furniture: Spans) -> Spans:
    """``content`` with no datelines or bylines in it; empty where nothing else is."""
    first = min((s for s, _ in content), default=0)
    last = max((e for _, e in content), default=0)
    for start, end in furniture:
        if end > first and start < last and any(s < end and start < e for s, e in content):
            pieces = [p for s, e in content for p in ((s, min(e, start)), (max(s, end), e))]
            content = [clauses.trim(s, e) for s, e in pieces if s < e]
    return [(s, e) for s, e in content if s < e]


def _is_dateline(clauses: Clauses, opening: re.Match[str]) -> bool:
    """Whether the capitals name a city, or an agency or a day stands after them."""
    entry = place_entry(opening["place"].title()) or place_entry(opening["place"])
    if entry is not None:
        return entry.sort != "country" or bool(opening["agency"] or opening["more"])
    start, end = opening.span("place")
    named = any(n.kind == "place" and n.start <= start and n.end >= end for n in clauses.doc.names)
    return named or bool(opening["agency"])


def _is_paragraph(line: str) -> bool:
    """Whether the line is a sentence, long and closed by its stop, and no headline."""
    return line.rstrip()[-2:].strip("\"”’'").endswith(".") and len(line.split()) >= _SHORTEST


def _is_city(clauses: Clauses, opening: re.Match[str]) -> bool:
    """Whether the words name a city: one of the tables, or a place in another spelling."""
    entry = place_entry(opening["place"])
    if entry is not None:
        return entry.sort != "country" or bool(opening["agency"])
    start, end = opening.span("place")
    return any(n.kind == "place" and (n.start, n.end) == (start, end) for n in clauses.doc.names)


def _is_byline(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the line only names who wrote it, or when, and tells nothing."""
    text = clauses.doc.text[start:end]
    if len(text.split(None, _LONGEST)) > _LONGEST or not (_CLOCK.search(text) or _BY.match(text)):
        return False
    tokens = clauses.doc.tokens_in(start, end)
    return not any(clauses.tokens[i].pos in {"VERB", "AUX"} for i in tokens[1:])

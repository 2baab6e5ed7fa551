"""Releases that one speaker is answerable for: "The following is attributable to X:" and all below.

Foreign ministries, the United Nations and presidents' offices put out their readouts so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses

# "The below is attributable to Spokesperson Ana Duarte:", "The following statement was issued
# today by the Spokesperson for …:"
_ATTRIBUTED = re.compile(
    r"^[ \t]*(?:the|this|below|following)\b[^\n.:;]{0,60}?\s"
    r"(?P<cue>(?:is|are|was|were|can be|may be|should be)\s+"
    r"(?:attribut(?:able|ed) to|(?:issued|released|made)(?: [\w,]+){0,4}? by))\s+"
    r"(?P<who>[^\n:]{3,160}?)\s*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ANNOUNCING = re.compile(r":[ \t]*(?:\n|$)")  # a line that ends with a colon
# Where a release ends: agencies' marks, and the office that stands below.
RELEASE_END = re.compile(
    r"[ \t]*(?:#{2,}|\*{3,}|_{3,}|-{3,}|\(?ends?\)?|media contact.*)[ \t]*", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def by_release(clauses: Clauses, furniture: Sequence[tuple[int, int]] = ()) -> list[Attribution]:
    """Return the attribution of a release to the one it is attributable to, if it says so.

    The content is every line below up to the end of the release, each a piece of it;
    ``furniture`` are characters of lines that nobody says.
    """
    text = clauses.doc.text
    opening = _ATTRIBUTED.search(text) if _ANNOUNCING.search(text) else None
    if opening is None:
        return []
    named = clauses.trim(*opening.span("who"))
    head = clauses.doc.head_of(*named)
    content = _lines_below(clauses, opening.end(), furniture)
    if head is None or not content:
        return []
    cue = opening.span("cue")
    token = clauses.doc.tokens_in(*cue)[-1]
    return [Attribution(token, "say", [cue], head, content, frozenset({"quote"}), None, named)]


def _lines_below(
    clauses: Clauses, start: int, furniture: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    text = clauses.doc.text
    out = []
    for line in _LINE.finditer(text, start):
        if RELEASE_END.fullmatch(line.group()):
            break
        span = clauses.trim(*line.span())
        if not any(s < span[1] and span[0] < e for s, e in furniture):
            out.append(span)
    return out

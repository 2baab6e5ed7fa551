"""Numbered items of a declaration: "Norland and Sudland declare: 1. Agreed that …; 2. Noted …".

An item that opens with a verb of speech has no subject of its own: its subject is that of the
line which announces the list.  A parser takes the number for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import verb_cue_of, verb_cues

_ITEM = re.compile(
    r"^[ \t]*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|[•*–-])[ \t]*"
    r"(?P<verb>[A-Z][a-z]+)\b[ \t]+(?P<said>[^\n]+)",
    re.MULTILINE,
)
_HEADING = re.compile(r"^(?P<line>[^\n]{3,300}):[ \t]*$", re.MULTILINE)


def with_items(clauses: Clauses, found: Sequence[Attribution]) -> list[Attribution]:
    """Return ``found`` with the items of declarations as words of those who declare.

    What else was found with an item's verb for its cue goes, and so does the heading's
    own attribution where items are all of its content.
    """
    text = clauses.doc.text
    items = [item for item in _ITEM.finditer(text) if _is_of_speech(item["verb"])]
    if not items:
        return list(found)
    spoken = [one for one in (_of_item(clauses, item) for item in items) if one is not None]
    cues = {item.start("verb") for item in items}
    told = [item.span() for item in items if any(o.cue[0][0] == item.start("verb") for o in spoken)]
    return [one for one in found if not _is_of_items(one, cues, told)] + spoken


def _is_of_speech(verb: str) -> bool:
    return verb.endswith("ed") and verb_cue_of(verb) is not None


def _is_of_items(one: Attribution, cues: set[int], told: Sequence[tuple[int, int]]) -> bool:
    """Whether an attribution has an item's verb for its cue, or items alone for its content."""
    if any(start <= at < end for at in cues for start, end in one.cue):
        return True
    return all(any(low <= s and e <= high for low, high in told) for s, e in one.content) and (
        not any(low <= one.cue[0][0] < high for low, high in told)
    )


def _of_item(clauses: Clauses, item: re.Match[str]) -> Attribution | None:
    """The item as words of those who announce the list; ``None`` where nobody is known to."""
    cue, heading = verb_cue_of(item["verb"]), _heading_above(clauses, item.start())
    source = None if heading is None else _declarant(clauses, heading)
    i = clauses.doc.token_at(item.start("verb"))
    content = clauses.trim(*item.span("said"))
    if cue is None or source is None or i is None or content[0] >= content[1]:
        return None
    if clauses.tokens[i].dep in {"amod", "compound"}:
        return None  # "Proposed amendments"
    return Attribution(i, cue.act, [item.span("verb")], source, [content], cue.frames)


def _heading_above(clauses: Clauses, at: int) -> tuple[int, int] | None:
    """The nearest line above that ends with a colon."""
    above = list(_HEADING.finditer(clauses.doc.text, 0, at))
    return above[-1].span("line") if above else None


def _declarant(clauses: Clauses, heading: tuple[int, int]) -> int | None:
    """Who announces a list: the subject of the last verb of speech, else the line's own head."""
    inside = clauses.doc.tokens_in(*heading)
    for i in reversed(inside):
        if clauses.tokens[i].pos == "VERB" and clauses.lemma(i) in verb_cues():
            source = clauses.subject(i)
            return source if source is not None and clauses.could_speak(source) else None
    if any(clauses.tokens[i].pos in {"VERB", "AUX"} for i in inside):
        return None
    head = clauses.doc.head_of(*heading)
    return head if head is not None and clauses.could_speak(head) else None

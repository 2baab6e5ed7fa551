"""Where what somebody said ends and the report's own word on it begins.

"Tan said the road was open, but did not elaborate": what the speaker left unsaid is told by
the report, as is how he spoke ("..., without naming a source").
"""

from __future__ import annotations

import re

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import CARRYING, Clauses

# What reports say that somebody did not say (Associated Press style: "did not elaborate").
_SILENT = (
    r"(?:elaborat|identif|specif|detail|disclos|comment|nam(?=e|ing)|giv|provid|offer|explain|say(?!s)|"
    r"go(?:ing)? into)"
)
# Whose words they come through, which is the chain's.
_CARRIED = re.compile(rf",\s+as\s+(?:{'|'.join(sorted(CARRYING))})\s+by\s+[^,;:\"“”]{{2,60}}$")
_ASKED = frozenset({"ask", "demand", "tell", "warn"})
_CALL = re.compile(
    r",?\s(?:in|during|on)\s(?:an?|the|his|her|their)\s(?:\w+\s){0,2}(?:call|conversation)\s(?:with|to)\b"
)
_LEFT_UNSAID = re.compile(
    r",?\s+(?:but|and|although|though)\s+(?:he|she|they|it)?\s*"
    r"(?:(?:did|does|do|has|have|would|could)(?:\s+not|n['’]t)|declined\s+to|refused\s+to)\s+"
    rf"{_SILENT}\w*\b"
    rf"|,\s+without\s+{_SILENT}\w*\b"
)


def without_comment(
    clauses: Clauses, cue: list[tuple[int, int]], content: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return ``content`` ended before the report's word on what was left unsaid, or who has it.

    It stands outside quotation marks, in the sentence of the ``cue`` and behind it.
    """
    out = []
    text = clauses.doc.text
    for start, end in content:
        after = max(start, cue[-1][1])
        told = text[after:end]
        asked = "not " in told or "n’t " in told or "n't " in told or " to " in told
        asked = asked or "without " in told
        found = _LEFT_UNSAID.search(text, after, end) if asked else None
        if found is None and ", as " in told:
            found = _CARRIED.search(text, after, end)
        if found is not None and clauses.quotation_at(found.start()) is None:
            cut = clauses.trim(start, found.start())
            out.append(cut if cut[0] < cut[1] else (start, end))
        else:
            out.append((start, end))
    return out


def without_call(
    clauses: Clauses, one: Attribution, content: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """``content`` ended before the call in which it was asked: "to wait in a call with Tolan".

    A demand that an infinitive tells; behind the call no other infinitive goes on with it.
    """
    if one.act not in _ASKED or not content or content[-1][0] < one.cue[-1][1]:
        return content
    start, end = content[-1]
    found = _CALL.search(clauses.doc.text, start, end)
    if found is None or clauses.quotations_over(found.start(), end):
        return content
    before = clauses.doc.tokens_in(start, found.start())
    behind = clauses.doc.tokens_in(found.start(), end)
    asks = any(clauses.infinitive(i) for i in before)
    if not asks or any(clauses.infinitive(i) for i in behind):
        return content
    return [*content[:-1], clauses.trim(start, found.start())]

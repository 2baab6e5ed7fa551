"""Words that only point at the sentence before them: "The envoys will meet. This was said by X"."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import BELIEFS

_NEWS = frozenset({"conclusion", "information", "news", "fact", "detail"})
_STOPS = (".", '."', ".”", ".’")


def point_back(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """Give to "This was reported by X" the sentence before it for its content.

    Only where nobody else tells that sentence, and "this", or "this news", is all that it has.
    """
    doc = clauses.doc
    for one in found:
        inside = doc.tokens_in(*one.content[0]) if len(one.content) == 1 else range(0)
        if not 0 < len(inside) <= 2 or clauses.low(inside[0]) != "this" or one.act in BELIEFS:
            continue
        if len(inside) > 1 and clauses.lemma(inside[1]) not in _NEWS:
            continue
        number = doc.sentence_of[one.token]
        if number == 0 or clauses.zone[one.token] >= 0:
            continue
        before = doc.sentences[number - 1]
        told = any(before.start <= o.cue[0][0] < before.end for o in found)
        told = told or any(s < before.end and before.start < e for o in found for s, e in o.content)
        if not told and doc.text[before.start : before.end].rstrip().endswith(_STOPS):
            one.content = [clauses.trim(before.start, before.end)]

"""Acts with no time of their own that a clause or a paper beside them dates.

"Strained in January, when Oman agreed …": the act of the clause is of that January.
"Praised both as he hosted talks on Monday": praise and talks are of one day. "Rejected
it in a statement issued on Monday": what was said is of the day of its statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from coranto.language.document import Document
from coranto.times.clauses import tense_of
from coranto.types import TimeExpression

# How words come out, and in what: a statement issued, an interview published, a letter sent.
_ISSUED: Final = frozenset(
    "issue release publish post broadcast air carry give send date make deliver print".split()
)
_WORDS: Final = frozenset(
    "statement interview letter message speech address video post tweet communique communiqué "
    "article report memo note readout broadcast commentary editorial remark comment".split()
)
_WHILE: Final = frozenset(("as", "while", "when"))
_WHEN: Final = re.compile(r",?\s+when\s+$")


def paper_of(doc: Document, clause: int) -> int | None:
    """The participle of the paper that an act was told in ("in a statement issued Monday")."""
    for noun in doc.dependents(clause, "obl"):
        case = doc.child(noun, "case")
        if case is None or doc.lows[case] != "in" or doc.tokens[noun].lemma.lower() not in _WORDS:
            continue
        for act in doc.dependents(noun, "acl"):
            if doc.tokens[act].lemma.lower() in _ISSUED:
                return act
    return None


def while_of(doc: Document, clause: int) -> int | None:
    """The act of a clause "as he hosted talks", at the same time as the past act of ``clause``."""
    if tense_of(doc, clause) != "past":
        return None
    for act in doc.dependents(clause, "advcl"):
        marks = {doc.lows[c] for c in doc.dependents(act, "mark", "advmod")}
        told = marks & _WHILE and doc.child(act, "nsubj") is not None
        if told and doc.tokens[act].lemma.lower() != "do" and tense_of(doc, act) == "past":
            return act
    return None


def time_before_when(doc: Document, clause: int, times: Sequence[TimeExpression]) -> int | None:
    """The time, by its index, just before the "when" of a past clause ("in May, when he left")."""
    if doc.tokens[clause].dep.partition(":")[0] not in ("advcl", "acl"):
        return None
    when = next(
        (c for c in doc.dependents(clause, "advmod", "mark") if doc.lows[c] == "when"), None
    )
    if when is None or tense_of(doc, clause) not in ("past", "perfect"):
        return None
    at = doc.tokens[when]
    for i, time in enumerate(times):
        near = 0 <= at.start - time.end <= _NEAR
        if near and time.dates.known and _WHEN.match(doc.text, time.end, at.end + 1):
            return i
    return None


_NEAR: Final = 3

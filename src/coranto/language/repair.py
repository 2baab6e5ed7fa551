"""Trees that English does not allow, put right where only one reading is left.

Each rule is exact: it states what cannot be, and moves one word to the one
place where it can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coranto.types import Token


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a text with impossible attachments moved; trees stay trees.

    - A subject cannot stand before the "that" or "to" of its own clause: "told the
      envoy that there were obstacles" has the envoy as the object of "told".
    - ", blaming the West" behind a clause whose subject is an empty "there" or "it"
      goes on about the one who said it.
    """
    out = list(tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for i, t in enumerate(tokens):
        if t.head >= 0:
            children[t.head].append(i)
    for i, t in enumerate(tokens):
        if t.dep.startswith("nsubj") and _before_its_mark(i, tokens, children):
            out[i] = replace(t, head=tokens[t.head].head, dep="obj")
        elif t.dep == "advcl" and _trails_empty_subject(i, tokens, children):
            out[i] = replace(t, head=tokens[t.head].head)
    return tuple(out)


def _before_its_mark(i: int, tokens: Sequence[Token], children: Sequence[list[int]]) -> bool:
    verb = tokens[i].head
    above = tokens[verb].head
    if tokens[verb].dep not in ("ccomp", "xcomp") or not 0 <= above < i:
        return False
    marks = [c for c in children[verb] if tokens[c].dep == "mark"]
    return any(i < m < verb and tokens[m].text.lower() in ("that", "to") for m in marks)


def _trails_empty_subject(i: int, tokens: Sequence[Token], children: Sequence[list[int]]) -> bool:
    verb = tokens[i].head
    if verb < 0 or tokens[verb].dep != "ccomp" or tokens[verb].head < 0 or i < verb:
        return False
    is_participle = tokens[i].text.endswith("ing") and i > 0 and tokens[i - 1].text == ","
    return is_participle and any(tokens[c].dep == "expl" for c in children[verb])

"""What a content stands for: a bare "which" for its noun, "what he said was X" for X."""

from __future__ import annotations

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import RELATIVE, Clauses, in_order

_NAMING = ("NOUN", "PROPN")


def meant(clauses: Clauses, one: Attribution) -> list[tuple[int, int]]:
    """Return the characters of the content, with what a bare "which" stands for in its place."""
    out = []
    for start, end in one.content:
        i = clauses.doc.token_at(start)
        bare = i is not None and clauses.tokens[i].end >= end and clauses.low(i) in RELATIVE
        noun = _antecedent(clauses, i) if bare and i is not None else None
        beside = _words_before(clauses, i) if bare and i is not None and noun is None else None
        if beside is not None:
            out.append(beside)
        elif noun is None:
            if not (one.act == "call" and clauses.doc.text[start:end].casefold() == "what"):
                out.append((start, end))
        else:
            first, last = clauses.phrase(noun)
            if one.act == "deny":  # a doing is denied, not the thing that it is done to
                first = _with_gerund(clauses, noun, first)
            if i and clauses.tokens[i - 1].pos == "ADP":  # "the man of whom he said"
                last = min(last, clauses.tokens[i - 1].start)
            out.append(clauses.trim(first, max(clauses.tokens[noun].end, min(last, start))))
    return _without_fronted(clauses, one, in_order(out))


def _antecedent(clauses: Clauses, relative: int) -> int | None:
    """The noun that the relative pronoun stands for, the outermost of those that may be meant.

    "A plan calling for a truce, which the West has rejected": a tree says little
    about which of the two was rejected, so all the words stand for it.
    """
    tokens = clauses.tokens
    noun = clauses.referent(relative)
    if noun == relative:
        return None
    while tokens[noun].head >= 0:
        above = tokens[noun].head
        if tokens[above].dep == "acl" and tokens[above].head >= 0:
            noun = tokens[above].head
        elif tokens[noun].dep == "nmod" and clauses.case(noun) == "of":
            break  # "a critic of the law, which he says ..."
        elif tokens[noun].dep in {"nmod", "conj"} and tokens[above].pos == "NOUN":
            noun = above
        else:
            break
    return noun


def _words_before(clauses: Clauses, relative: int) -> tuple[int, int] | None:
    """The noun phrase before ", which", for a tree that hangs the clause elsewhere.

    With the phrase that it hangs on: "meddling in the vote, which they deny".
    """
    last = relative - 2
    same = last >= 0 and clauses.doc.sentence_of[last] == clauses.doc.sentence_of[relative]
    if not same or clauses.low(relative) != "which" or clauses.low(relative - 1) != ",":
        return None
    if clauses.tokens[last].pos not in _NAMING:
        return None
    start = _noun_start(clauses, last)
    return _with_gerund(clauses, last, start), clauses.tokens[last].end


def _noun_start(clauses: Clauses, noun: int) -> int:
    """Where the noun phrase begins that ends with ``noun``, with what it hangs on."""
    while True:
        start = clauses.phrase(noun)[0]
        first = clauses.doc.tokens_in(start, start + 1).start
        if first < 2 or clauses.tokens[first - 1].pos != "ADP":
            return start
        if clauses.tokens[first - 2].pos not in _NAMING:
            return start
        noun = first - 2


def _with_gerund(clauses: Clauses, noun: int, start: int) -> int:
    """``start``, or where the gerund begins whose object it is ("breaking it by building one")."""
    head = clauses.tokens[noun].head
    while head >= 0 and clauses.low(head).endswith("ing") and clauses.tokens[head].pos == "VERB":
        start = min(start, clauses.tokens[head].start)
        head = clauses.tokens[head].head
    return start


def _without_fronted(
    clauses: Clauses, one: Attribution, content: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The content without "what ... was": "praised what he said was a balanced position"."""
    if len(content) < 2 or clauses.doc.text[slice(*content[0])].casefold() != "what":
        return content
    inside = clauses.doc.tokens_in(*content[1])
    if content[1][0] < one.cue[-1][1] or len(inside) < 2:
        return content
    if clauses.lemma(inside[0]) != "be":
        return content
    return [(clauses.tokens[inside[1]].start, content[1][1]), *content[2:]]

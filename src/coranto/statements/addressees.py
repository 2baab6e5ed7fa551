"""Whom words went to: "told X that", "to X", "asked by X", "in a letter to X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.statements.clauses import Clauses
from coranto.statements.cues import Cue, words
from coranto.statements.surface import phrase_after
from coranto.types import Span

# Acts whose object hears them, and verbs that say so themselves.
_ASKING = frozenset({"ask", "demand", "invite", "warn", "promise", "tell"})
_THANKING = frozenset({"thank", "congratulate", "greet", "reassure", "brief"})
_TELLING = frozenset({"tell", "inform", "notify", "assure"})  # nobody but a hearer is told
_OCCASIONS = frozenset("conference briefing rally summit forum session hearing event".split())
_HEARERS = frozenset({"him", "her", "them", "me", "us"})
_HUMAN = ("NOUN", "PROPN")
_WITH = frozenset({"speak", "talk", "discuss", "consult", "confer", "meet"})
_LONGEST_TITLE = 6  # words of a title before its holder's name
_GENITIVES = frozenset({"'s", "’s"})
_ABSTRACT_ENDINGS = ("tion", "sion", "ness", "ity", "ance", "ence", "ism", "ing", "ment")
_LINKS = frozenset({"with", "to"})
_APART = frozenset({"after", "before", "following", "ahead"})


def addressee_of(
    clauses: Clauses, c: int, cue: Cue, content: Sequence[tuple[int, int]]
) -> int | None:
    """Return the head of the words for whom the cue at token ``c`` addresses, if it says so.

    ``content`` are the characters of what was said.
    """
    asked = clauses.passive(c)
    found = _asked(clauses, c, cue) if asked else _object(clauses, c, cue, content)
    if found is None:
        found = next(_oblique(clauses, c), None)
    if found is None and cue.act == "express":
        found = _thanked(clauses, c)
    return None if found is None else _possessed(clauses, found)


def _asked(clauses: Clauses, c: int, cue: Cue) -> int | None:
    """The subject of "was asked by reporters whether"."""
    if "adr" not in cue.frames and cue.act not in _ASKING:
        return None
    subject = clauses.doc.child(c, "nsubj")
    someone = subject is not None and subject < c and _is_someone(clauses, subject)
    return subject if someone else None


def _object(clauses: Clauses, c: int, cue: Cue, content: Sequence[tuple[int, int]]) -> int | None:
    """The object of a verb of telling or asking."""
    doc, tokens = clauses.doc, clauses.tokens
    first = min(content)[0]
    if "adr" in cue.frames:
        for k in doc.dependents(c, "iobj", "obj", "nsubj"):
            if k < c or clauses.lemma(k) in _OCCASIONS:
                continue
            inside = any(s <= tokens[k].start < e for s, e in content)
            open_to = not inside or "whole" in cue.frames or first < tokens[c].start
            hears = clauses.lemma(c) in _TELLING or _could_hear(clauses, k)
            told = hears and (not inside or doc.child(c, "xcomp", "ccomp") is not None)
            if open_to and (told or _is_someone(clauses, k)):
                return k
    if "whole" in cue.frames and (cue.act in _ASKING or cue.words[0] in _THANKING):
        for k in doc.dependents(c, "obj", "iobj", "obl"):
            right = k > c and (not clauses.case(k) or clauses.case(k) in cue.words)
            if right and _is_someone(clauses, k):
                return k
        # "called on Minsk to free", which the parse may hang on what Minsk is to do
        joined = any(clauses.low(k) in cue.words[1:] for k in range(c + 1, len(tokens))[:1])
        behind = phrase_after(clauses, c + 1) if joined else None
        if behind is not None and _is_someone(clauses, behind.head):
            return behind.head
    if "adr" in cue.frames:
        after = phrase_after(clauses, c)
        outside = after is not None and (tokens[after.head].end <= first or first < tokens[c].start)
        if after is not None and outside and _is_someone(clauses, after.head):
            return after.head
    return None


def _oblique(clauses: Clauses, c: int) -> Iterator[int]:
    """Those in "said to X", "spoke with X"."""
    prepositions = _LINKS if clauses.lemma(c) in _WITH else {"to"}
    for k in clauses.doc.dependents(c, "obl"):
        if k > c and clauses.case(k) in prepositions and _is_someone(clauses, k):
            yield k


def _thanked(clauses: Clauses, c: int) -> int | None:
    """X in "expressed gratitude to X", whose object it hangs on."""
    doc = clauses.doc
    for noun in (k for o in doc.dependents(c, "obj") for k in (o, *doc.dependents(o, "conj"))):
        if clauses.lemma(noun) not in words("courtesy"):
            continue
        for k in doc.dependents(noun, "nmod", "obl"):
            if clauses.case(k) == "to" and _is_someone(clauses, k):
                return k
    return None


def _possessed(clauses: Clauses, i: int) -> int:
    """The person in "told CNN's Jo Doe", where a parser takes the owner for the hearer."""
    if i + 2 >= len(clauses.tokens) or clauses.low(i + 1) not in _GENITIVES:
        return i
    following = range(i + 2, min(i + 6, len(clauses.tokens)))
    for k in following:
        if clauses.tokens[k].pos != "PROPN":
            break
        if k in clauses.actor_heads:
            return k
    return i


def hearer_at(clauses: Clauses, occasion: Span) -> int | None:
    """X in the words of an occasion: "in a letter to X", "in a call with X"; else ``None``."""
    inside = clauses.doc.tokens_in(occasion.start, occasion.end)
    talks = False
    if clauses.low(inside[0]) in _APART:
        return None
    for k in inside:
        talks = talks or clauses.lemma(k) in words("exchange")
        if not talks or clauses.low(k) not in _LINKS:
            continue
        beside = phrase_after(clauses, k)
        named = (i for i in inside if k < i <= k + _LONGEST_TITLE and i in clauses.actor_heads)
        head = beside.head if beside is not None else next(named, None)
        if head is None or not _is_someone(clauses, head):
            return None
        return _possessed(clauses, head)
    return None


def _could_hear(clauses: Clauses, i: int) -> bool:
    """Whether a noun beside a verb of telling is a person's: "warned investors not to"."""
    token, lemma = clauses.tokens[i], clauses.lemma(i)
    if token.pos not in _HUMAN or clauses.is_time(i):
        return False
    other = lemma in words("abstract") or lemma in words("document")
    return not other and not lemma.endswith(_ABSTRACT_ENDINGS)


def _is_someone(clauses: Clauses, i: int) -> bool:
    pronoun = clauses.tokens[i].pos == "PRON" and clauses.low(i) in _HEARERS
    if pronoun or clauses.lemma(i) in words("press"):
        return True
    return clauses.could_speak(i) and (
        i in clauses.actor_heads or clauses.lemma(i) not in words("document")
    )

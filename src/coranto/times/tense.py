"""Whether the act about a time expression lies ahead: from the parse, or from cue words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from coranto.language.document import Document
from coranto.times.tables import FUTURE_CUES, PAST_CUES

# Heads of an infinitive that points ahead ("plans to visit Kyiv in May").
AHEAD: Final = frozenset(
    "plan expect schedule due set intend hope agree want prepare slate likely propose promise "
    "pledge vow aim seek await ready invite go".split()
)
# States that point ahead by themselves ("the talks are due on Friday").
DUE: Final = frozenset("due scheduled slated expected planned upcoming".split())
# All their forms, with the spellings that a doubled or dropped letter gives.
_AHEAD_FORMS: Final = frozenset(
    form
    for verb in AHEAD
    for form in (
        *(verb + ending for ending in ("", "s", "es", "d", "ed", "ing", verb[-1] + "ed")),
        *(verb.removesuffix("e") + "ing", verb + verb[-1] + "ing", verb.removesuffix("y") + "ies"),
    )
)
_MODALS: Final = frozenset("will would shall 'll ’ll wo may might should must".split())
_WORD: Final = re.compile(r"[A-Za-z]+(?:['’]t)?|['’]ll\b")
_AHEAD_BEFORE: Final = re.compile(
    r"\b(?:until|till|by|through|effective|ahead of|as (?:soon|early) as|no later than"
    r"|deadline of)\s+$"
)
_SINCE: Final = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
# "Wednesday's ruling" has been given, but not "before Sunday's vote".
_OWNED: Final = re.compile(r"['’]s\s+[a-z]")
_OWNED_AHEAD: Final = re.compile(r"\b(?:before|for|in|until|of|at)\s+$", re.IGNORECASE)
_HAD: Final = re.compile(r"\b(?:had|was|were)\b")
_BOUNDARY: Final = re.compile(r"[.!?][\"”’']*\s+(?=[A-Z\"“])|\n\s*\n")


def is_future(doc: Document, start: int, end: int) -> bool:
    """Whether the clause around the characters ``[start, end)`` speaks of what is to come.

    The word just before decides ("said on Friday", "until Friday"); else either
    the parse or the words of the sentence must point ahead: each alone misses
    plans that the other finds (TimeBank, AQUAINT).
    """
    low, high = _sentence_of(doc, start, end)
    before = doc.text[max(low, start - 40) : start]
    if _AHEAD_BEFORE.search(before[-20:]) is not None:
        return not _HAD.search(doc.text[max(low, start - 80) : min(high, end + 40)])
    if _SINCE.search(before[-14:]) is not None:
        return False
    if _OWNED.match(doc.text, end) and not _OWNED_AHEAD.search(before[-12:]):
        return False
    word = _JUST_BEFORE.search(before)
    if word is not None and word[1].lower() != "be" and _cue(word[2]) is False:
        return False
    token = doc.head_of(start, end) if doc.tokens else None
    return bool(token is not None and predicate_is_future(doc, token)) or _lexical(
        doc.text[low:high], start - low, end - low
    )


def _sentence_of(doc: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence around ``[start, end)``; without a parse the whole text."""
    i = bisect_right(doc.sentences, start, key=lambda s: s.start) - 1
    if i < 0 or doc.sentences[i].end < end:
        return 0, len(doc.text)
    return doc.sentences[i].start, doc.sentences[i].end


_JUST_BEFORE: Final = re.compile(r"(\w*)\s*\b([a-z]+)\s+(?:(?:on|in|at)\s+)?(?:early\s+|late\s+)?$")


def predicate_is_future(doc: Document, token: int) -> bool | None:
    """The same for the predicate at or above ``token``; ``None`` where the parse tells nothing."""
    node = _predicate(doc, token)
    for _ in range(6):
        if node is None:
            return None
        word = doc.tokens[node]
        if any(doc.tokens[c].text.lower() in _MODALS for c in doc.dependents(node, "aux")):
            return True
        if word.text.lower() in DUE and word.dep != "amod" and doc.child(node, "obj") is None:
            return True
        above = word.head if word.head >= 0 else None
        if above is None:
            return False
        if any(doc.tokens[c].text.lower() == "to" for c in doc.dependents(node, "mark")):
            head = doc.tokens[above]
            if head.text.lower() in _AHEAD_FORMS | DUE:
                return True
            # "is to resume"; else the infinitive has the time of what it hangs on.
            if head.lemma.lower() == "be" and word.dep == "xcomp":
                return True
            node = _predicate(doc, above)
        elif word.dep == "conj" and _bare(doc, node):
            node = above  # "will stay and meet": the modal stands with the first verb
        else:
            return False
    return None


def _predicate(doc: Document, token: int) -> int | None:
    """The nearest verb, or nominal predicate, at or above ``token``."""
    for node in (token, *doc.ancestors(token)):
        if doc.tokens[node].pos in ("VERB", "AUX") or doc.child(node, "cop") is not None:
            return node
        if doc.tokens[node].text.lower() in DUE and doc.tokens[node].dep != "amod":
            return node
    return None


def _bare(doc: Document, node: int) -> bool:
    """Whether a verb has neither subject, auxiliary nor ending of its own."""
    token = doc.tokens[node]
    return (
        token.text.lower() == token.lemma.lower() and doc.child(node, "nsubj", "aux", "cop") is None
    )


def _lexical(text: str, start: int, end: int) -> bool:
    """The nearest cue of tense before the expression in its sentence, else after it."""
    left_edge = max(0, start - 200)
    breaks = [m.end() for m in _BOUNDARY.finditer(text, left_edge, start)]
    before = _WORD.findall(text, breaks[-1] if breaks else left_edge, start)
    for i in range(len(before) - 1, -1, -1):
        if before[i].lower() in _TO_BE_AHEAD and [w.lower() for w in before[i + 1 : i + 2]] == [
            "to"
        ]:
            return True
        tense = _cue(before[i])
        if tense and _is_noun(before, i):
            continue
        if tense is False and i and before[i - 1].lower() == "be":
            continue  # "will be signed", "to be signed": the word before decides
        if tense is not None:
            return tense
    stop = _BOUNDARY.search(text, end, min(len(text), end + 200))
    for word in _WORD.findall(text, end, stop.start() if stop else min(len(text), end + 200)):
        if word.lower() in _MODALS:
            return True
        if _cue(word) is False:
            return False
    return False


_TO_BE_AHEAD: Final = frozenset(("is", "are", "be"))
_BEFORE_A_NOUN: Final = frozenset("the a an this that his her its their our".split())
_NOUNS_TOO: Final = frozenset("plan plans hope hopes will might".split())


def _is_noun(words: list[str], i: int) -> bool:
    """Whether a cue is none here: "the plan", "its hopes", "set on May 3"."""
    word = words[i].lower()
    if word == "set":
        return [w.lower() for w in words[i + 1 : i + 2]] not in (["to"], ["for"], [])
    return word in _NOUNS_TOO and i > 0 and words[i - 1].lower() in _BEFORE_A_NOUN


def _cue(word: str) -> bool | None:
    lower = word.lower()
    if lower in FUTURE_CUES:
        return True
    if lower in PAST_CUES or (len(word) > 4 and word.endswith("ed") and word.islower()):
        return False
    return None

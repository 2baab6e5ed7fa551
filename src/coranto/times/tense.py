"""Whether the act about a time expression lies ahead: from the parse, or from cue words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from coranto.language.document import Document
from coranto.times.tables import DEEDS, FUTURE_CUES, PAST_CUES

# Heads of an infinitive that points ahead ("plans to visit Kyiv in May").
AHEAD: Final = frozenset(
    "plan expect schedule due set intend hope agree want prepare slate likely propose promise "
    "pledge vow aim seek await ready invite go decide".split()
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
# Nouns whose infinitive lies ahead ("an agreement to acquire the bank in January").
_AHEAD_NOUNS: Final = frozenset(
    "agreement decision plan deal pledge promise proposal offer intention commitment invitation "
    "schedule readiness".split()
)
# What a thing planned is called before its noun ("his slated visit in September").
_PLANNED: Final = frozenset("slated scheduled upcoming planned forthcoming proposed".split())
# Conjunctions that put a present tense into the future ("when the case is heard in May").
_WHEN: Final = frozenset("when if once until till unless before after".split())
_PLANS: Final = frozenset("plan plans expect expects intend intends hope hopes want wants".split())
# Verbs that tell a timetable in the present tense ("the summit ends on Saturday"); captions of
# pictures, which tell the past in it, show people who meet, arrive or speak.
_TIMETABLE: Final = frozenset(
    "begins begin starts start ends end expires expire resumes resume convenes convene closes "
    "concludes conclude opens kicks".split()
)
_MODALS: Final = frozenset("will would shall 'll ’ll wo may might should must".split())
# "may have been hit on Friday" guesses at what is past.
_GUESSED: Final = frozenset("may might must should would".split())
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
# The nearest of these before "until Friday" tells whether it lies ahead.
_TO_COME: Final = frozenset(("will", "shall"))
_WILL_OR_HAD: Final = re.compile(r"\b(?:will|shall|had|was|were)\b", re.IGNORECASE)
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
        told = _WILL_OR_HAD.findall(doc.text, max(low, start - 80), start)
        if told and told[-1].lower() in _TO_COME:
            return True
        return not told and not _HAD.search(doc.text, end, min(high, end + 40))
    if _SINCE.search(before[-14:]) is not None:
        return False
    if _OWNED.match(doc.text, end) and not _OWNED_AHEAD.search(before[-12:]):
        return False
    word = _JUST_BEFORE.search(before)
    if word is not None and word[1].lower() not in ("be", "is", "are") and _cue(word[2]) is False:
        return False
    token = doc.head_of(start, end) if doc.tokens else None
    if token is not None and _of_a_plan(doc, token):
        return True
    return bool(token is not None and predicate_is_future(doc, token)) or _lexical(
        doc.text[low:high], start - low, end - low
    )


def is_done(doc: Document, start: int, end: int) -> bool:
    """Whether what happened at the time ``[start, end)`` is told as done ("signed on July 22").

    Only a deed that its time hangs on says so: "announced a vote on July 22" may be of either.
    """
    token = doc.head_of(start, end) if doc.tokens else None
    if token is None or doc.tokens[token].head < 0:
        return False
    verb = doc.tokens[token].head
    word = doc.tokens[verb]
    if word.pos != "VERB" or word.lemma.lower() not in DEEDS or doc.tokens[token].dep[:3] != "obl":
        return False
    if doc.child(token, "case") is not None and doc.lows[doc.child(token, "case") or 0] != "on":
        return False
    low, helpers = word.text.lower(), {doc.lows[c] for c in doc.dependents(verb, "aux")}
    if helpers - {"was", "were", "had", "been"} or doc.child(verb, "mark") is not None:
        return False
    return not low.endswith("ing") and low not in (word.lemma.lower(), word.lemma.lower() + "s")


_WITHIN: Final = re.compile(r"\bwithin\s+(?:about\s+|the\s+)?$", re.IGNORECASE)


def is_deadline(text: str, start: int) -> bool:
    """Whether "within" stands before the length at ``start`` ("within three months")."""
    return _WITHIN.search(text, max(0, start - 14), start) is not None


def _of_a_plan(doc: Document, token: int) -> bool:
    """Whether the time hangs on a noun that is called planned ("the slated visit in May")."""
    node = doc.tokens[token].head
    while node >= 0 and doc.tokens[node].pos == "PROPN" and doc.tokens[node].dep == "nmod":
        node = doc.tokens[node].head
    return node >= 0 and any(
        doc.tokens[c].text.lower() in _PLANNED for c in doc.dependents(node, "amod")
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
        aux = [doc.tokens[c].text.lower() for c in doc.dependents(node, "aux")]
        if any(a in _MODALS and not (a in _GUESSED and "have" in aux) for a in aux):
            return True
        if _is_due(doc, node):
            return not _had(doc, node)
        if node != token and (_awaited(doc, node) or _plans(doc, node)):
            return True
        above = word.head if word.head >= 0 else None
        if above is None:
            return False
        if any(doc.tokens[c].text.lower() == "to" for c in doc.dependents(node, "mark")):
            head = doc.tokens[above]
            if head.text.lower() in DUE and _had(doc, above):
                return False  # "had been scheduled to expire on Friday"
            if head.text.lower() in _AHEAD_FORMS | DUE | _AHEAD_NOUNS:
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


def _is_due(doc: Document, node: int) -> bool:
    """Whether the word says that something is due ("are due on Friday", not "as planned")."""
    word = doc.tokens[node]
    if word.text.lower() not in DUE or word.dep == "amod" or doc.child(node, "obj") is not None:
        return False
    return not any(doc.tokens[c].text.lower() == "as" for c in doc.dependents(node, "mark"))


def _had(doc: Document, node: int) -> bool:
    return any(
        doc.tokens[c].text.lower() in ("had", "'d", "’d") for c in doc.dependents(node, "aux")
    )


def _plans(doc: Document, node: int) -> bool:
    """Whether a present tense tells a plan ("on Friday they plan to meet") or a timetable."""
    if doc.tokens[node].text.lower() in _TIMETABLE:
        told = doc.child(node, "nsubj") is not None
        return told and doc.child(node, "aux", "mark") is None
    return (
        doc.tokens[node].text.lower() in _PLANS
        and doc.child(node, "aux") is None
        and doc.child(node, "xcomp") is not None
    )


def _awaited(doc: Document, node: int) -> bool:
    """Whether a clause in the present tense depends on what is to come ("when it is heard")."""
    word = doc.tokens[node]
    if word.dep != "advcl" or not any(
        doc.tokens[c].text.lower() in _WHEN for c in doc.dependents(node, "mark", "advmod")
    ):
        return False
    aux = [doc.tokens[c].text.lower() for c in doc.dependents(node, "aux", "cop")]
    if aux:
        return aux[0] in ("is", "are")
    text = word.text.lower()
    return word.pos == "VERB" and text in (word.lemma.lower(), word.lemma.lower() + "s")


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
        if tense and (_is_noun(before, i) or _as_planned(before, i)):
            continue
        if tense and [w.lower() for w in before[max(i - 2, 0) : i]] == ["had", "been"]:
            return False
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


def _as_planned(words: list[str], i: int) -> bool:
    """Whether a cue says that things went as they should ("as previously planned")."""
    return "as" in (w.lower() for w in words[max(i - 2, 0) : i]) and words[i].lower() in DUE


def _cue(word: str) -> bool | None:
    lower = word.lower()
    if lower in FUTURE_CUES:
        return True
    if lower in PAST_CUES or (len(word) > 4 and word.endswith("ed") and word.islower()):
        return False
    return None

"""Whether a time in an act's clause is that of another: of a clause below, of a thing, or a mere
bound ("since the invasion in March")."""

from __future__ import annotations

import re

from coranto.events.acts import OF_REASONS, Act
from coranto.events.context import Context
from coranto.events.lexicon import act_nouns
from coranto.events.verb_acts import SPOKEN
from coranto.times import Dating
from coranto.types import DateRange, TimeExpression

DURING = frozenset(("during", "in", "at", "amid", "throughout", "within"))
"""Prepositions whose act is of the same time as the clause that it belongs to."""
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night", "noon", "day"))
BOUNDS = frozenset(("since", "before", "until", "after", "following"))
_TAKING_EFFECT = re.compile(r"\b(?:as of|effective|starting|beginning)(?: on| from)? $")
"""Words before the day from which what is agreed on is to hold."""
_REASONS = frozenset(("for", "over", "about", "against"))


def belongs_to_another(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "Rejected last week's indictment", "over Friday's charges": the day of the charges."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    bound = bound_of(context, act, time)
    if is_in_lower_clause(context, act, time) or (bound is not None and not bound[1]):
        return True
    if head is None or doc.tokens[act.predicate].pos != "VERB":
        return False
    if _is_of_words_around(context, act, head, time) or is_of_purpose(context, act, time):
        return True
    token = doc.tokens[head]
    if doc.text[time.end : time.end + 2] in ("'s", "’s") or token.dep == "nmod:poss":
        return True
    if token.dep not in ("nummod", "amod", "compound") or token.head < 0:
        return False
    noun = doc.tokens[token.head]
    if noun.lemma.lower() in _PARTS_OF_DAY or noun.start < time.end:
        return False
    entry = act_nouns().get(noun.lemma.lower())
    on_occasion = entry is not None and context.arguments.case(token.head) in DURING
    return not on_occasion  # "in the 2016 election"; not "in a February phone call"


def time_of_participle(context: Context, verb: int, head: int) -> int | None:
    """ "Welcomed the accord reached by Oman and Qatar on Monday": the participle of that day."""
    for i in (head, *context.doc.ancestors(head)):
        if context.doc.tokens[i].head == verb:
            return context.arguments.participle_over(verb, i)
    return None


def is_in_lower_clause(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "Sat down with Tan after sparring for the past week", "a summit that might be overshadowed
    by claims that they meddled in 2016": the time of the clause below."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    if head is None or act.predicate not in doc.ancestors(head):
        return False
    for c in doc.dependents(act.predicate, "advcl"):
        # The words tell it where the parse hangs the time on the verb above.
        between = doc.text[doc.tokens[c].end : time.start]
        apart = context.arguments.markers(c) & {"after", "before"}
        if act.predicate < c < head and apart and "," not in between:
            return True
    for i in (head, *doc.ancestors(head)):
        if i == act.predicate:
            return False
        dep, marks = doc.tokens[i].dep, context.arguments.markers(i)
        if context.arguments.case(i) in ("than", "unlike"):
            return True  # "louder than the protests of last week"
        if dep == "acl:relcl" or (dep in ("acl", "ccomp") and "that" in marks):
            return True
        if dep in ("advcl", "acl") and marks & {"after", "before", "since", "until"}:
            return True
    return False


def bound_of(context: Context, act: Act, time: TimeExpression) -> tuple[str, bool] | None:
    """ "Their first meeting since the invasion in March": the word that makes a time a mere bound
    of the act's, and whether the time stands alone behind it."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    if head is None or act.predicate not in doc.ancestors(head):
        return None
    if (word := _bound_before(context, act, head)) is not None:
        return word, False
    for i in (head, *doc.ancestors(head)):
        if i == act.predicate:
            return None
        case = context.arguments.case(i)
        if case in BOUNDS:
            return case, i == head
    return None


def by_bound(context: Context, act: Act, time: TimeExpression) -> Dating | None:
    """ "Visited Oslo before the invasion in March": some day up to that time, if it is past."""
    bound = bound_of(context, act, time)
    if bound is None or bound[0] not in ("before", "until"):
        return None
    if not was_before(time.dates, context.anchor):
        return None
    return Dating(DateRange(None, time.dates.latest), "time expression", time)


def _bound_before(context: Context, act: Act, time: int) -> str | None:
    """ "Since the attack in March": a noun behind the bound and nothing but its phrase up to the
    time, which the parse may hang on the act."""
    doc = context.doc
    for i in range(time - 1, act.predicate, -1):
        token = doc.tokens[i]
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return None
        if token.text.lower() in BOUNDS:
            named = any(doc.tokens[j].pos in ("NOUN", "PROPN") for j in range(i + 1, time))
            return token.text.lower() if named else None
    return None


def _is_of_words_around(context: Context, act: Act, head: int, time: TimeExpression) -> bool:
    """Whether a time is that of a participle, a party, a reason or a thing beside the act, or the
    day on which what is agreed on takes effect."""
    takes_effect = _TAKING_EFFECT.search(context.doc.text[max(0, time.start - 24) : time.start])
    return (
        (act.root == "AGREE" and takes_effect is not None)
        or time_of_participle(context, act.predicate, head) is not None
        or _is_since_of_other(context, act, head)
        or _is_of_what_lies_ahead(context, act, head, time)
        or _is_behind_reason(context, act, head)
        or _is_of_noun_before(context, act, head, time)
        or (act.root in SPOKEN and _is_of_reason(context, act, head))
    )


def _is_since_of_other(context: Context, act: Act, head: int) -> bool:
    """ "Norway and rebels, at war since 2020, agreed", "an accord to end the war that has raged
    since 2020": since when, is said of a party, or of the clause right before."""
    doc = context.doc
    if context.arguments.case(head) != "since" or act.predicate not in doc.ancestors(head):
        return False
    chain = [head, *doc.ancestors(head)]
    below = chain[: chain.index(act.predicate)]
    if any(doc.tokens[i].dep.startswith("nsubj") for i in below):
        return True
    inside = range(act.predicate + 1, head)
    clauses = [i for i in inside if doc.tokens[i].dep == "acl:relcl"]
    return bool(clauses) and all(doc.tokens[i].text != "," for i in range(clauses[-1], head))


def _is_of_what_lies_ahead(context: Context, act: Act, head: int, time: TimeExpression) -> bool:
    """ "Urged it to stop, ahead of his visit to Rome this week": the week of the visit."""
    doc = context.doc
    if time.text.lower().startswith("later"):
        return False  # "met ahead of their summit later on Monday": on that Monday too
    for i in doc.ancestors(head):
        if i == act.predicate:
            return False
        if context.arguments.case(i) in ("ahead", "ahead of") and doc.tokens[i].pos == "NOUN":
            return "," not in doc.text[doc.tokens[i].end : time.start]
    return False


def _is_behind_reason(context: Context, act: Act, head: int) -> bool:
    """ "Has expelled her for the killing in June": a day behind the reason is not that of an act
    told in the perfect."""
    doc = context.doc
    aux = {doc.lows[c] for c in doc.dependents(act.predicate, "aux")}
    if act.root not in OF_REASONS or not aux & {"has", "have"}:
        return False
    inside = range(act.predicate + 1, head)
    return any(
        doc.lows[i] in ("for", "over") and doc.tokens[doc.tokens[i].head].pos == "NOUN"
        for i in inside
    )


def _is_of_noun_before(context: Context, act: Act, head: int, time: TimeExpression) -> bool:
    """ "Thanked Lund for his support at a summit last week": the week of the summit."""
    doc = context.doc
    before = doc.tokens_in(time.start, time.end)[0] - 1
    entry = act_nouns().get(doc.tokens[before].lemma.lower()) if before > act.predicate else None
    if entry is None or entry.root is None or doc.tokens[head].head == before:
        return False
    return doc.tokens[before].head != act.predicate


def _is_of_reason(context: Context, act: Act, head: int) -> bool:
    """ "Thanked Lund for his support at a summit last week": the week of the support."""
    doc = context.doc
    chain = [head, *doc.ancestors(head)]
    if act.predicate not in chain:
        return False
    above = chain[1 : chain.index(act.predicate)]
    return any(doc.tokens[i].pos == "NOUN" and context.arguments.case(i) in _REASONS for i in above)


def is_of_purpose(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "Heads to Rome for a meeting with Tan Monday": the day of the meeting."""
    doc = context.doc
    text, lemma = doc.lows[act.predicate], doc.tokens[act.predicate].lemma.lower()
    if act.mode != "visit" or text not in (lemma, f"{lemma}s"):
        return False
    for c in context.arguments.obliques(act.predicate, {"for"}):
        entry = act_nouns().get(doc.tokens[c].lemma.lower())
        last = doc.tokens[doc.subtree(c)[-1]].end
        if entry is not None and entry.root is not None and doc.text[last : time.start] == " ":
            return True
    return False


def was_before(dates: DateRange, anchor: DateRange | None) -> bool:
    if anchor is None or anchor.earliest is None or dates.latest is None:
        return False
    return dates.latest < anchor.earliest

"""Days that the parse hangs on a phrase of an act's clause, or on the clause that it explains."""

from __future__ import annotations

import re
from datetime import timedelta

from coranto.events.acts import Act
from coranto.events.bounds import BOUNDS, DURING, bound_of, is_of_purpose
from coranto.events.context import Context
from coranto.events.lexicon import act_nouns
from coranto.events.verb_acts import SPOKEN
from coranto.times import Dating
from coranto.types import DateRange, TimeExpression

_CLAUSE_WORDS = frozenset(("VERB", "AUX", "CCONJ", "SCONJ", "PRON"))
_APART = frozenset(("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"))
"""Words between a verb and a day that is then no longer the verb's."""
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)


def is_of_day(time: TimeExpression) -> bool:
    """Whether a time names a day or longer: "Monday", "Monday morning", not "at 2:15 p.m."."""
    return time.type == "DATE" or (time.type == "TIME" and WEEKDAY.match(time.text) is not None)


def years_on(dates: DateRange, years: int) -> DateRange:
    """The same days of another year."""
    if dates.earliest is None or dates.latest is None:
        return dates
    leap_safe = [
        d.replace(day=28) if (d.month, d.day) == (2, 29) else d
        for d in (dates.earliest, dates.latest)
    ]
    first, last = (d.replace(year=d.year + years) for d in leap_safe)
    return DateRange(first, last)


def _planned_for(context: Context, act: Act) -> Dating | None:
    """ "Will raise it when they meet on Monday": the day behind the verb, wherever it hangs."""
    doc, anchor = context.doc, context.anchor
    sentence = doc.sentence_span(act.predicate)
    after = doc.tokens[act.predicate].end
    if (above := time_above(context, act)) is not None and is_of_day(above):
        return Dating(above.dates, "time expression", above)
    for time in context.times_in(after, sentence.end):
        is_term = time.type == "DURATION" and time.dates.known  # "within the next three months"
        if not (is_term or is_of_day(time)) or is_of_purpose(context, act, time):
            continue
        between = range(act.predicate + 1, doc.tokens_in(time.start, time.end)[0])
        first = time.dates.earliest if is_term else time.dates.day
        if first is None or anchor is None or anchor.earliest is None or first < anchor.earliest:
            return None
        is_apart = any(doc.tokens[i].pos in _APART or doc.lows[i] in BOUNDS for i in between)
        return None if is_apart else Dating(time.dates, "time expression", time)
    return None


def _dates_letter(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "In a letter sent last Monday, they urged him to go": what is said is of the day of the
    letter."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    sent = -1 if head is None else doc.tokens[head].head
    if act.root not in SPOKEN or sent < 0 or doc.tokens[sent].dep != "acl":
        return False
    letter = doc.tokens[sent].head
    if doc.tokens[letter].dep == "nmod":  # "a letter from the ministers sent on Monday"
        letter = doc.tokens[letter].head
    is_medium = doc.tokens[letter].dep == "obl" and context.arguments.case(letter) in DURING
    return is_medium and doc.tokens[letter].head == act.predicate


def brought_back(time: TimeExpression, anchor: DateRange | None) -> DateRange:
    """A bare weekday or month that was taken for one to come, as that of an act of the past."""
    dates = time.dates
    if not is_after(dates, anchor) or dates.earliest is None or dates.latest is None:
        return dates
    if WEEKDAY.fullmatch(time.text):
        return DateRange(dates.earliest - timedelta(days=7), dates.latest - timedelta(days=7))
    return dates if re.search(r"\d", time.text) else years_on(dates, -1)


HALF_A_YEAR = timedelta(days=183)


def nearer_year(time: TimeExpression, dates: DateRange, anchor: DateRange | None) -> DateRange:
    """ "Was slated for February, but it was postponed", told in June: the February before, which is
    nearer than the one to come. A month with its year stays."""
    back, latest = brought_back(time, anchor), None if anchor is None else anchor.latest
    if latest is None or dates.earliest is None or dates != time.dates or back == dates:
        return dates
    return back if dates.earliest - latest > HALF_A_YEAR else dates


def weekday_before(dating: Dating, anchor: DateRange | None) -> DateRange:
    is_weekday = dating.time is not None and WEEKDAY.fullmatch(dating.time.text) is not None
    if dating.time is None or not is_weekday or not is_after(dating.dates, anchor):
        return dating.dates
    return brought_back(dating.time, anchor)


def is_after(dates: DateRange, anchor: DateRange | None) -> bool:
    latest = None if anchor is None else anchor.latest
    return latest is not None and dates.earliest is not None and dates.earliest > latest


def _closes_clause(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a bare day stands last in the act's sentence or before a comma, with no finite verb
    between."""
    doc = context.doc
    before = doc.text[: time.start].split()[-1:]
    after = doc.text[time.end : time.end + 1]
    if doc.tokens[act.predicate].end > time.start or after not in (".", ",", "", "\n"):
        return False
    is_back = time.text.lower().startswith(("last ", "this ", "earlier "))
    if not is_back and (before != ["on"] or time.dates.day is None):
        return False
    between = range(act.predicate + 1, doc.tokens_in(time.start, time.end)[0])
    return all(
        doc.tokens[i].pos != "VERB" or context.arguments.is_infinitive(i) for i in between
    ) and not any(doc.tokens[i].pos == "PUNCT" for i in between)


def _follows_gerund(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "After arriving at the base on July 10 in Rome": the day behind a gerund is its own."""
    doc = context.doc
    marks = context.arguments.markers(act.predicate)
    if not doc.lows[act.predicate].endswith("ing") or not marks & {"after", "before", "upon"}:
        return False
    between = range(act.predicate + 1, doc.tokens_in(time.start, time.end)[0])
    # "In Rome, Italy, Sunday": commas part the words for a place.
    words = [i for i in between if doc.tokens[i].text != ","]
    return bool(words) and not any(doc.tokens[i].pos in _APART for i in words)


def in_caption(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a sentence in the present tense, as captions are, names this one day."""
    doc = context.doc
    text, lemma = doc.lows[act.predicate], doc.tokens[act.predicate].lemma.lower()
    aux = {doc.lows[c] for c in doc.dependents(act.predicate, "aux", "mark")} - {"as", "while"}
    is_simple = text in (lemma, f"{lemma}s") and not aux
    if not is_simple and not (text.endswith("ing") and aux and aux <= {"is", "are"}):
        return False
    inside = context.times_of_sentence(act.predicate)
    return time.dates.day is not None and sum(is_of_day(t) for t in inside) == 1


def _dates_the_thing(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a time stands right behind the thing that the act puts out or signs."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    if act.object is None or head is None or act.mode not in ("propose", "sign"):
        return False
    return doc.tokens[head].head == act.object and head > act.object


def _on_dated_occasion(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "Rejected an offer to extend the pact in a February phone call", "urged it to stop in a call
    on Monday": the time of the call, which the parse may hang on an infinitive between."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    if head is None:
        return False
    noun = doc.tokens[head].head
    if doc.tokens[head].dep == "nmod" and context.arguments.case(head) == "on":
        noun = next((i for i in doc.ancestors(head) if _is_occasion(context, i)), -1)
    elif doc.tokens[head].dep not in ("compound", "nummod"):
        return False
    if noun <= act.predicate:
        return False
    entry = act_nouns().get(doc.tokens[noun].lemma.lower())
    if entry is None or entry.root is None or context.arguments.case(noun) not in DURING:
        return False
    inner = doc.tokens[noun].head
    while inner > act.predicate and _is_complement(context, inner):
        inner = doc.tokens[inner].head
        while inner > act.predicate and doc.tokens[inner].pos == "NOUN":
            inner = doc.tokens[inner].head
    return inner == act.predicate


def _is_complement(context: Context, verb: int) -> bool:
    """ "To extend", or "meddling" of "to stop meddling"."""
    is_xcomp = context.doc.tokens[verb].dep == "xcomp"
    return is_xcomp or context.arguments.is_infinitive(verb)


def _is_occasion(context: Context, noun: int) -> bool:
    """Whether a noun is that of a call or meeting, behind "in" or "during"."""
    entry = act_nouns().get(context.doc.tokens[noun].lemma.lower())
    return entry is not None and entry.root == "CONSULT" and context.arguments.case(noun) in DURING


def by_loose_time(context: Context, act: Act) -> Dating | None:
    """The day that the parse hangs on a phrase of the act's clause.

    "Announced a plan to rebuild Ukraine on Tuesday": a bare day that closes a clause is
    that of its main verb. "Released a plan in February": a thing put out is of the time
    that it was put out.
    """
    doc = context.doc
    if doc.tokens[act.predicate].pos == "VERB" and act.status == "planned":
        return _planned_for(context, act)
    if doc.tokens[act.predicate].pos != "VERB" or act.status not in ("happened", "alleged"):
        return None
    for time in context.times_of_sentence(act.predicate):
        dates = brought_back(time, context.anchor)
        if not is_of_day(time) or not dates.known or is_after(dates, context.anchor):
            continue
        bound = bound_of(context, act, time)
        if bound is not None and bound[0] not in ("after", "following"):
            continue
        if is_of_purpose(context, act, time):
            continue
        if (
            _closes_clause(context, act, time)
            or _dates_the_thing(context, act, time)
            or in_caption(context, act, time)
            or _follows_gerund(context, act, time)
            or _on_dated_occasion(context, act, time)
            or _dates_letter(context, act, time)
        ):
            return Dating(dates, "time expression", time)
    return None


def time_above(context: Context, act: Act) -> TimeExpression | None:
    """The time that a "when" clause explains: "in 2009, when he first met Tan"."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    words = ("when", "where") if _is_of_occasion(context, token.head) else ("when",)
    when = next((c for c in doc.children[act.predicate] if doc.lows[c] in words), None)
    above = doc.tokens[token.head].start if token.dep.startswith("acl") else -1
    if when is None and above < 0:
        return None
    for time in context.times_of_sentence(act.predicate):
        if not time.dates.known:
            continue
        if time.start <= above < time.end:
            return time
        if when is not None and time.end <= doc.tokens[when].start:
            # "In 2009, when he met Tan", "at last month's summit, when he met Tan"
            between = doc.tokens_in(time.end, doc.tokens[when].start)
            if all(doc.tokens[i].pos not in _CLAUSE_WORDS for i in between) and len(between) < 8:
                return time
    return None


def _is_of_occasion(context: Context, noun: int) -> bool:
    """ "Last week's summit, where they agreed"."""
    entry = act_nouns().get(context.doc.tokens[noun].lemma.lower()) if noun >= 0 else None
    return entry is not None and entry.root == "CONSULT"

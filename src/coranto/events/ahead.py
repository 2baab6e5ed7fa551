"""When an act is that the words put ahead of another: on the eve of it, hours or days before it, or
in a past that is told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from coranto.events.acts import Act
from coranto.events.context import Context
from coranto.events.days import LEAD, LONG_PAST, time_of_history
from coranto.events.lexicon import base_form, readings_of
from coranto.events.status import status_of_verb
from coranto.times import Dating
from coranto.types import DateRange, TimeExpression

DAYS_LATER = timedelta(days=3)
"""So long after a journey, the talks that it was made for have been held."""
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNT = re.compile(
    r"\b(?:(?P<eve>on the eve of)|(?P<hours>hours? (?:before|ahead of))"
    r"|(?P<n>an?|one|two|three|four|five|six|\d) (?P<unit>days?|weeks?) (?:before|ahead of))"
    r" [^,.;:–—]*$",
    re.IGNORECASE,
)
"""What says how long before an act the telling is, up to the words for the act."""


def counted_ahead(context: Context, act: Act) -> Dating | None:
    """ "Arrived on Sunday on the eve of the summit", "two days before the summit": the day of an
    act, counted from that of the verb around it."""
    doc = context.doc
    sentence = doc.sentence_span(act.predicate)
    found = _COUNT.search(doc.text[sentence.start : doc.tokens[act.predicate].start])
    if found is None:
        return None
    verb = _verb_around(context, act, sentence.start + found.start())
    if verb is None:
        return None
    base = _day_of_verb(context, verb)
    if base is None:
        return _from_news(context, verb, _days_in(found))
    day, time = base
    day += _days_in(found)
    return Dating(DateRange(day, day), "narrative", time)


def _from_news(context: Context, verb: int, later: timedelta) -> Dating | None:
    """ "On the eve of the summit Lund said", at the head of a report that names no day for it."""
    anchor = context.anchor
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if context.doc.sentence_of[verb] >= LEAD:
        return None
    first = max(anchor.earliest, anchor.earliest - timedelta(days=1) + later)
    return Dating(DateRange(first, anchor.latest + later), "narrative")


def _days_in(found: re.Match[str]) -> timedelta:
    if found["eve"] or found["hours"]:
        return timedelta(days=1 if found["eve"] else 0)
    number = found["n"].lower()
    count = 1 if number == "an" else _NUMBERS.get(number) or int(number)
    return timedelta(days=count * (7 if found["unit"].lower().startswith("week") else 1))


def _verb_around(context: Context, act: Act, count: int) -> int | None:
    """The finite verb that tells what was done before the act: none behind the words that count,
    which begin at ``count``."""
    doc = context.doc
    for i in doc.ancestors(act.predicate):
        if count < doc.tokens[i].start < doc.tokens[act.predicate].start:
            continue
        if doc.tokens[i].pos == "VERB" and context.arguments.subject(i) is not None:
            return i
    return None


def _day_of_verb(context: Context, verb: int) -> tuple[date, TimeExpression | None] | None:
    """The one day of a verb, or that of the report for what its head tells as going on."""
    doc, anchor = context.doc, context.anchor
    found = context.dating_of(verb)
    if found.basis in ("time expression", "sentence") and found.dates.day is not None:
        return found.dates.day, found.time
    aux = {doc.lows[c] for c in doc.dependents(verb, "aux")}
    is_now = bool(aux) and aux <= {"is", "are"} and doc.sentence_of[verb] < LEAD
    today = None if anchor is None else anchor.day
    return (today, None) if is_now and today is not None else None


# --- a past that is told ---


def by_now_held(context: Context, act: Act) -> Dating | None:
    """ "Flew to Rome on March 3 for talks with Tan", told days later; "in 2014 he was late for a
    meeting": what lay ahead then is over."""
    doc, anchor = context.doc, context.anchor
    head = doc.tokens[act.predicate].head
    if head < 0 or not act.ahead or anchor is None or anchor.earliest is None:
        return None
    went = context.dating_of(head)
    latest = went.dates.latest
    if latest is None or went.basis != "time expression":
        return None
    past = anchor.earliest - latest
    if context.arguments.case(act.predicate) == "for" and _is_past_journey(context, head):
        day = went.dates.day
        is_over = day is not None and past >= DAYS_LATER
        return Dating(DateRange(day, anchor.latest), "narrative", went.time) if is_over else None
    is_state = doc.child(head, "cop") is not None and status_of_verb(context.arguments, head)
    is_over = is_state == "happened" and past > LONG_PAST
    return Dating(went.dates, "narrative", went.time) if is_over else None


def _is_past_journey(context: Context, verb: int) -> bool:
    token = context.doc.tokens[verb]
    text, base = context.doc.lows[verb], base_form(token)
    is_journey = any(r.frame == "goes-to" for r in readings_of(token))
    if not is_journey or text in (base, f"{base}s", f"{base}es"):
        return False  # "heads to Rome on Sunday": that may be the Sunday to come
    return status_of_verb(context.arguments, verb) == "happened"


def planned_in_history(context: Context, act: Act) -> Dating | None:
    """ "November 2017: Lund and Tan were expected to hold talks": planned for then, not from now
    on."""
    doc = context.doc
    above = doc.tokens[act.predicate].head
    if above < 0 or doc.tokens[act.predicate].pos != "VERB":
        return None
    words = {doc.lows[c] for c in doc.dependents(above, "aux", "aux:pass", "cop")}
    text, lemma = doc.lows[above], doc.tokens[above].lemma.lower()
    is_infinitive = context.arguments.is_infinitive(act.predicate)
    is_purpose = is_infinitive and doc.tokens[act.predicate].dep == "advcl" and not words
    is_past = is_purpose and text != lemma and not text.endswith(("s", "ing"))
    if not words & {"was", "were"} and not is_past:
        return None
    time = time_of_history(context, act.predicate)
    return None if time is None else Dating(time.dates, "narrative", time)

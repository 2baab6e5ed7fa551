"""On which days an act was: the time of its clause or phrase, or of what is told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from coranto.events.acts import Act
from coranto.events.bounds import (
    BOUNDS,
    DURING,
    belongs_to_another,
    bound_of,
    by_bound,
    is_in_lower_clause,
    is_of_purpose,
    time_of_participle,
    was_before,
)
from coranto.events.context import Context
from coranto.events.lexicon import QUADS, act_nouns
from coranto.events.verb_acts import SPOKEN
from coranto.times import Dating, date_of
from coranto.types import DateRange, Sentence, Span, TimeExpression

_TO_COME = frozenset(("will", "would", "'ll", "’ll", "shall"))
_CLAUSE_WORDS = frozenset(("VERB", "AUX", "CCONJ", "SCONJ", "PRON"))
_BEFORE = frozenset(("earlier", "ago", "previously", "once", "formerly", "originally", "already"))
_APART = frozenset(("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"))
"""Words between a verb and a day that is then no longer the verb's."""
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
LONG_PAST = timedelta(days=60)
"""Contacts that lie further back are not what "the meeting" of a report goes back to."""


def dated(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]]:
    torn = _torn_from_participle(context, act)
    dating = torn or date_of(context.doc, act.predicate, context.times, context.anchor)
    if dating.time is not None and dating.time.value == "PRESENT_REF":
        dating = Dating(DateRange(None, dating.dates.latest), "publication")  # "has now been …"
    elif dating.time is not None and belongs_to_another(context, act, dating.time):
        bound = by_bound(context, act, dating.time) if act.status != "planned" else None
        dating = bound or _by_publication(context, act)
    if dating.time is not None:
        dating = _by_own_words(context, act, dating, dating.time)
    if dating.basis == "narrative" and _is_on_journey(context, act):
        dating = _by_publication(context, act)
    elif dating.basis == "narrative" and _is_under_perfect(context, act):
        latest = None if context.anchor is None else context.anchor.latest
        dating = Dating(DateRange(None, latest), "publication")
    if dating.basis in ("publication", "sentence", "narrative"):
        dating = _by_loose_time(context, act) or _at_large(context, act, dating)
        dating = _of_deed_agreed_on(context, act) or dating
    if own_time := _noun_time(context, act):
        dating = Dating(own_time.dates, "time expression", own_time)
    elif (spoken := _of_speech(context, act)) is not None:
        dating = spoken
    if not _coincides(context, act, dating):
        latest = None if context.anchor is None else context.anchor.latest
        dating = Dating(DateRange(None, latest), "unknown" if latest is None else "publication")
    if dating.basis == "publication" and _under_way(context, act):
        dating = replace(dating, dates=today(context.anchor))
    if not act.definite and dating.basis in ("time expression", "sentence"):
        return dating, ()
    if act.definite and dating.basis != "time expression":
        earlier = _date_of_contact(context, act)
        if earlier is not None:
            return earlier
    return dating, ()


def _torn_from_participle(context: Context, act: Act) -> Dating | None:
    """ "Welcomed the accord reached by Oman and Qatar on Monday": the day that the parse hangs on
    the verb above."""
    doc, at = context.doc, act.predicate
    if not context.arguments.is_reduced_passive(at):
        return None
    above = doc.tokens[doc.tokens[at].head].head
    for time in context.times if above >= 0 else ():
        head = doc.head_of(time.start, time.end)
        if head is None or doc.sentence_of[head] != doc.sentence_of[at] or head < at:
            continue
        is_day = time.type == "DATE" and time.dates.known and above in doc.ancestors(head)
        if is_day and time_of_participle(context, above, head) == at:
            return Dating(time.dates, "time expression", time)
    return None


def _by_own_words(context: Context, act: Act, dating: Dating, time: TimeExpression) -> Dating:
    """What "after", "last week" and "twice" make of the days of a time."""
    if context.arguments.markers(act.predicate) & {"after", "since"}:
        # "After meeting Tan on Monday" is no Monday to come.
        dating = replace(dating, dates=_weekday_before(dating, context.anchor))
    span = _span_up_to_now(context, time) or _span_of_several(context, act, time)
    return dating if span is None else replace(dating, dates=span)


def _span_of_several(context: Context, act: Act, time: TimeExpression) -> DateRange | None:
    """ "Met twice, first in July 2017 and then in November": from the first time to the last."""
    doc = context.doc
    below = doc.dependents(act.predicate, "advmod", "obl")
    if not any(doc.lows[c] in ("twice", "times") for c in below):
        return None
    sentence, after = doc.sentence_span(act.predicate), doc.tokens[act.predicate].end
    told = [
        t.dates for t in context.times_in(after, sentence.end) if t.dates.known and is_of_day(t)
    ]
    first = min((d.earliest for d in told if d.earliest is not None), default=None)
    last = max((d.latest for d in told if d.latest is not None), default=None)
    return DateRange(first, last) if time.dates in told and len(told) > 1 else None


def _is_on_journey(context: Context, act: Act) -> bool:
    """ "In an uproarious trip to Europe, he scolded Norway": of some day of the journey, not of the
    day told before."""
    doc, at = context.doc, act.predicate
    sentence = doc.sentence_of[at]
    first = doc.sentences[max(0, sentence - 1)].first_token
    if doc.paragraph_of[max(0, sentence - 1)] != doc.paragraph_of[sentence]:
        first = doc.sentences[sentence].first_token
    # "In an uproarious trip … . He scolded Norway": the sentence before may tell of the journey.
    return any(
        doc.tokens[i].lemma.lower() in ("trip", "tour", "journey")
        and doc.tokens[i].dep.startswith("obl")
        and context.arguments.case(i) in DURING | {"on"}
        for i in range(first, at)
    )


def _is_under_perfect(context: Context, act: Act) -> bool:
    """ "Has led others in scolding Norway": of no one day, so not of the day told before."""
    doc, token = context.doc, context.doc.tokens[act.predicate]
    if token.dep not in ("advcl", "xcomp") or not token.text.lower().endswith("ing"):
        return False
    return any(
        doc.lows[c] in ("has", "have", "'ve", "’ve") for c in doc.dependents(token.head, "aux")
    )


def is_progressive(context: Context, act: Act) -> bool:
    """ "Is meeting Tan": under way, or planned."""
    doc = context.doc
    aux = {doc.lows[c] for c in doc.dependents(act.predicate, "aux")}
    return doc.lows[act.predicate].endswith("ing") and bool(
        aux & {"is", "are", "'s", "’s", "'re", "’re"}
    )


def foretold(context: Context, act: Act) -> Dating | None:
    """ "Said last week that he is glad that she is meeting Tan": to come, since that week."""
    found = date_of(context.doc, act.predicate, context.times, context.anchor)
    if found.time is None or not was_before(found.dates, context.anchor):
        return None
    head = context.doc.head_of(found.time.start, found.time.end)
    if head is not None and act.predicate in context.doc.ancestors(head):
        return _weekday_ahead(found)
    return Dating(DateRange(found.time.dates.earliest, None), "time expression", found.time)


def _weekday_ahead(found: Dating) -> Dating | None:
    """ "Is meeting Tan on Monday", told on a Saturday: the Monday to come."""
    day, time = found.dates.day, found.time
    if day is None or time is None or WEEKDAY.fullmatch(time.text) is None:
        return None
    day += timedelta(days=7)
    return Dating(DateRange(day, day), "time expression", time)


def is_of_day(time: TimeExpression) -> bool:
    """Whether a time names a day or longer: "Monday", "Monday morning", not "at 2:15 p.m."."""
    return time.type == "DATE" or (time.type == "TIME" and WEEKDAY.match(time.text) is not None)


SUNDAY = 6
_UNITS = {"year": timedelta(days=366), "month": timedelta(days=31), "week": timedelta(days=7)}
_LAST_UNIT = re.compile(r"the (?:past|last) (year|month|week)", re.IGNORECASE)


def _span_up_to_now(context: Context, time: TimeExpression) -> DateRange | None:
    """ "The past year": the twelve months up to the publication, not the calendar's year before."""
    unit = _LAST_UNIT.fullmatch(time.text)
    latest = None if context.anchor is None else context.anchor.latest
    if latest is not None and latest.weekday() == SUNDAY and time.text.lower() == "last week":
        # In the Sunday paper, the week that ends with it or the one before.
        return DateRange(latest - timedelta(days=13), latest - timedelta(days=1))
    if unit is None or latest is None:
        return None
    return DateRange(latest - _UNITS[unit[1].lower()], latest)


LEAD = 6
"""Sentences at the head of a report whose acts, if they name no day, are the news of its day."""
NEWS_WEEK = timedelta(days=7)
"""Further down, what is told in the simple past with no day of its own is the news of the week."""


def _by_publication(context: Context, act: Act) -> Dating:
    """An act in the simple past at the head of a report is the news of its day; one further down of
    its week; one in the perfect of some day before it."""
    doc, anchor = context.doc, context.anchor
    aux = {doc.lows[c] for c in doc.dependents(act.predicate, "aux")}
    token = doc.tokens[act.predicate]
    if token.dep == "conj" and not aux and doc.child(act.predicate, "nsubj") is None:
        # "Has offered talks, but rejected the plan"
        aux = {doc.lows[c] for c in doc.dependents(token.head, "aux")}
    if anchor is None or anchor.earliest is None or aux & {"has", "have", "had"}:
        return Dating(DateRange(None, None if anchor is None else anchor.latest), "publication")
    if (told := _time_of_first(context, act)) is not None:
        return Dating(told.dates, "time expression", told)
    is_before = _is_background(context, act) or _is_first_of_some(context, act)
    if is_before or _is_told_as_before(context, act):
        return Dating(DateRange(None, anchor.latest), "publication")
    if doc.sentence_of[act.predicate] < LEAD and not _is_on_journey(context, act):
        return Dating(today(anchor), "publication")
    if QUADS[act.root] == "M-CONF" or _has_other_time(
        context, act
    ):  # "Russia invaded Ukraine": more often history than news
        return Dating(DateRange(None, anchor.latest), "publication")
    is_old = time_of_history(context, act.predicate) is not None
    first = None if is_old else anchor.earliest - NEWS_WEEK
    return Dating(DateRange(first, anchor.latest), "publication")


SENTENCES_BACK = 4
"""How far back the time of a passage of history may stand, in sentences."""


def time_of_history(context: Context, predicate: int) -> TimeExpression | None:
    """The last time told before a predicate, in the sentences around, if it is long past."""
    doc, anchor = context.doc, context.anchor
    first = doc.sentences[max(0, doc.sentence_of[predicate] - SENTENCES_BACK)].start
    if anchor is None or anchor.earliest is None:
        return None
    for time in reversed(context.times_in(first, doc.tokens[predicate].start)):
        if is_of_day(time) and time.dates.known and not _only_names(context, time):
            latest = time.dates.latest
            is_past = latest is not None and anchor.earliest - latest > LONG_PAST
            return time if is_past else None
    return None


def _only_names(context: Context, time: TimeExpression) -> bool:
    """ "The 1987 treaty", "meddling in 2016", "Sunday's final": the time of a thing, not of what is
    told; a heading has no verb to tell it."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    if head is None:
        return True
    above = doc.tokens[head].head
    if above < 0 or doc.tokens[head].dep == "nmod:poss":
        return above >= 0
    sentence = doc.sentences[doc.sentence_of[head]]
    inside = doc.tokens[sentence.first_token : sentence.last_token]
    if not any(t.pos in ("VERB", "AUX") for t in inside):
        return False
    is_main = doc.tokens[above].dep in ("root", "conj", "parataxis")
    return not is_main or not doc.tokens[head].dep.startswith(("obl", "advmod", "nsubj"))


_OF_COMPLEMENT = frozenset(("xcomp", "conj", "obl", "advmod"))


def _of_deed_agreed_on(context: Context, act: Act) -> Dating | None:
    """ "Agreed to end the rift in a deal brokered by Tan last month": what was still to be done
    cannot have been done last month; it is when they agreed."""
    doc = context.doc
    if act.root != "AGREE" or act.status != "happened" or doc.tokens[act.predicate].pos != "VERB":
        return None
    for time in context.times_of_sentence(act.predicate):
        known = is_of_day(time) and time.dates.known
        if not known or not was_before(time.dates, context.anchor):
            continue
        at = doc.head_of(time.start, time.end)
        if at is not None and _is_below_complement(context, at, act.predicate):
            return Dating(time.dates, "time expression", time)
    return None


def _is_below_complement(context: Context, at: int, predicate: int) -> bool:
    """Whether a time belongs to the infinitives below a verb, or to "in a deal brokered …"."""
    doc = context.doc
    while at != predicate:
        token = doc.tokens[at]
        relation, head = token.dep.partition(":")[0], token.head
        if head < 0 or (relation == "conj" and token.pos != "VERB"):
            return False
        in_a_deal = relation == "acl" and context.arguments.case(head) == "in"
        if relation not in _OF_COMPLEMENT and not (in_a_deal and doc.tokens[head].dep == "obl"):
            return False
        at = head
    return True


def _has_other_time(context: Context, act: Act) -> bool:
    """Whether a participle below the act has a time that may be the act's as well: "agreed to end
    the rift in a deal brokered by Tan last month"."""
    doc, anchor = context.doc, context.anchor
    for time in context.times_of_sentence(act.predicate):
        if not was_before(time.dates, anchor):
            continue
        head = doc.head_of(time.start, time.end)
        above = -1 if head is None else doc.tokens[head].head
        if above >= 0 and act.predicate in doc.ancestors(above):
            return context.arguments.is_reduced_passive(above)
    return False


def _is_background(context: Context, act: Act) -> bool:
    """Whether an act is told in an aside ("after he ordered a strike and met Kim"), or, below the
    head of a report, as what somebody holds: it may be of any day before."""
    doc = context.doc
    aside = {"after", "since", "because", "although", "though", "unlike", "if"}
    at = act.predicate
    for i in (at, *doc.ancestors(at)):
        token = doc.tokens[i]
        if token.dep == "advcl" and context.arguments.markers(i) & aside:
            return True
        if token.dep == "ccomp" and doc.sentence_of[at] >= LEAD:
            return _is_held_now(context, i)
    return False


def _time_of_first(context: Context, act: Act) -> TimeExpression | None:
    """ "Opened his first meeting with Tan — it went on for hours last July — by …"."""
    obj = context.arguments.object(act.predicate)
    if obj is None or not _is_first_of_some(context, act):
        return None
    inside = context.doc.subtree(obj)
    first, last = context.doc.tokens[inside[0]].start, context.doc.tokens[inside[-1]].end
    told = [t for t in context.times_in(first, last) if is_of_day(t) and t.dates.known]
    return told[0] if len(told) == 1 and was_before(told[0].dates, context.anchor) else None


def _is_first_of_some(context: Context, act: Act) -> bool:
    """ "Opened his first meeting with Tan": told to be apart from the one of the news."""
    obj = context.arguments.object(act.predicate)
    if obj is None:
        return False
    doc = context.doc
    own = doc.child(obj, "nmod:poss") is not None
    words = {doc.lows[c] for c in doc.dependents(obj, "amod")}
    return own and bool(words & {"first", "last", "previous", "earlier", "second"})


def _is_told_as_before(context: Context, act: Act) -> bool:
    """ "Just days earlier in Rome, he scolded Norway": of some day before the news."""
    doc = context.doc
    below = doc.dependents(act.predicate, "advmod", "obl", "obl:unmarked")
    return any(doc.lows[c] in _BEFORE for c in below)


def _is_held_now(context: Context, clause: int) -> bool:
    """ "They joke that she went to Rome": the content of a verb in the present."""
    above = context.doc.tokens[clause].head
    token = context.doc.tokens[above]
    text, lemma = token.text.lower(), token.lemma.lower()
    return above < clause and text in (lemma, f"{lemma}s")


def _at_large(context: Context, act: Act, dating: Dating) -> Dating:
    """An act told in passing, in a relative clause or a gerund, is of no day that it does not name.

    The time that a relative clause hangs on is its own: "in March, when he met Tan".
    """
    doc = context.doc
    token = doc.tokens[act.predicate]
    if token.pos != "VERB" or act.status not in ("happened", "alleged"):
        return dating
    if (main := _of_main_clause(context, act, dating)) is not None:
        return main
    if (time := _time_above(context, act)) is not None:
        return Dating(time.dates, "time expression", time)
    latest = None if context.anchor is None else context.anchor.latest
    is_gerund = token.text.lower().endswith("ing") and doc.child(act.predicate, "aux") is None
    clause = token
    while clause.dep == "conj" and clause.head >= 0 and doc.tokens[clause.head].pos == "VERB":
        clause = doc.tokens[clause.head]  # "a summit in which he harangued them and accused Norway"
    in_passing = clause.dep.startswith("acl") or (is_gerund and dating.basis != "narrative")
    if dating.basis != "publication":
        return dating
    if in_passing or dating.dates.earliest is None:
        return Dating(DateRange(None, latest), "publication")
    return _by_publication(context, act)


def _noun_time(context: Context, act: Act) -> TimeExpression | None:
    """The one time within or right behind the words of an act told by a noun."""
    if context.doc.tokens[act.predicate].pos != "NOUN":
        return None
    own = [
        t
        for t in context.times_of_sentence(act.predicate)
        if is_of_day(t) and t.dates.known and _is_in_own_phrase(context, act, t)
    ]
    return own[0] if len(own) == 1 else _caption_time(context, act)


def _caption_time(context: Context, act: Act) -> TimeExpression | None:
    """ "Crowds protest the arrival of Lund at the palace, Rome, July 12, 2018": the one day of a
    caption is that of all that it shows."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    verb = token.head
    if act.status != "happened" or token.dep != "obj" or doc.tokens[verb].pos != "VERB":
        return None
    inside = [t for t in context.times_of_sentence(act.predicate) if is_of_day(t)]
    is_dated = len(inside) == 1 and re.search(r"\d{4}", inside[0].text) is not None
    shown = is_dated and _in_caption(context, act._replace(predicate=verb), inside[0])
    return inside[0] if shown else None


def _of_speech(context: Context, act: Act) -> Dating | None:
    """ "On Sunday he said that Norway was ready, in his meeting with Tan": of the day of saying."""
    doc = context.doc
    if (
        doc.tokens[act.predicate].pos != "NOUN"
        or context.arguments.case(act.predicate) not in DURING
    ):
        return None
    if act.status == "planned":
        return None
    doers = {m.head for m in act.sources}
    for above in doc.ancestors(act.predicate):
        if doc.tokens[above].pos == "VERB" and context.arguments.subject(above) in doers:
            found = date_of(doc, above, context.times, context.anchor)
            return found if found.basis == "time expression" and found.dates.known else None
        if doc.tokens[above].pos == "VERB" and doc.tokens[above].dep != "ccomp":
            return None
    return None


def _is_in_own_phrase(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a noun's own words hold the time ("Monday's summit"), or it follows right on them."""
    doc = context.doc
    tokens = doc.subtree(act.predicate)
    first, last = doc.tokens[tokens[0]].start, doc.tokens[tokens[-1]].end
    above = doc.tokens[act.predicate].head
    if above >= 0 and time.start <= doc.tokens[above].start < time.end:
        return (
            context.arguments.case(act.predicate) == "for"
        )  # "in Rome over the weekend for talks"
    cases = doc.dependents(act.predicate, "case")
    if any(time.end <= doc.tokens[c].start for c in cases):
        return False  # "said Friday ahead of the meeting"
    if first <= time.start < last:
        return bound_of(context, act, time) is None and not is_in_lower_clause(context, act, time)
    return re.fullmatch(r"(?: (?:in|on))? ", doc.text[last : time.start]) is not None


def _of_main_clause(context: Context, act: Act, dating: Dating) -> Dating | None:
    """ "She waved on Sunday as they arrived", "wrote on Sunday, blaming Norway": of the day of the
    main clause."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    if token.dep not in ("advcl", "acl") or dating.basis != "publication":
        return None
    at_once = token.dep == "advcl" and context.arguments.markers(act.predicate) & {"as", "while"}
    is_trailing = not at_once and context.arguments.is_trailing(act.predicate)
    if not at_once and not is_trailing:
        return None
    verbs = (i for i in doc.ancestors(act.predicate) if doc.tokens[i].pos == "VERB")
    outer = context.arguments.outer_of_trailing(act.predicate)
    main = next(verbs, token.head) if outer is None else outer
    above = date_of(doc, main, context.times, context.anchor)
    if above.basis == "time expression" and above.dates.known:
        return above
    if at_once and context.arguments.markers(main) & {"before", "after"}:
        # "Spoke on Monday before leaving as she arrived"
        outer_day = date_of(doc, doc.tokens[main].head, context.times, context.anchor)
        if outer_day.basis == "time expression" and outer_day.dates.day is not None:
            return outer_day
    is_told = (at_once or act.root in SPOKEN) and context.arguments.subject(main) is not None
    return _by_publication(context, act._replace(predicate=main)) if is_told else None


def _is_of_occasion(context: Context, noun: int) -> bool:
    """ "Last week's summit, where they agreed"."""
    entry = act_nouns().get(context.doc.tokens[noun].lemma.lower()) if noun >= 0 else None
    return entry is not None and entry.root == "CONSULT"


def _time_above(context: Context, act: Act) -> TimeExpression | None:
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


def _on_dated_occasion(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "Rejected an offer to extend the pact in a February phone call": the time of the call, which
    the parse may hang on an infinitive between."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    noun = -1 if head is None else doc.tokens[head].head
    if noun <= act.predicate or head is None or doc.tokens[head].dep not in ("compound", "nummod"):
        return False
    entry = act_nouns().get(doc.tokens[noun].lemma.lower())
    if entry is None or entry.root is None or context.arguments.case(noun) not in DURING:
        return False
    inner = doc.tokens[noun].head
    while inner > act.predicate and context.arguments.is_infinitive(inner):
        inner = doc.tokens[inner].head
        while inner > act.predicate and doc.tokens[inner].pos == "NOUN":
            inner = doc.tokens[inner].head
    return inner == act.predicate


def _by_loose_time(context: Context, act: Act) -> Dating | None:
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
        dates = _brought_back(time, context.anchor)
        if not is_of_day(time) or not dates.known or _is_after(dates, context.anchor):
            continue
        bound = bound_of(context, act, time)
        if bound is not None and bound[0] not in ("after", "following"):
            continue
        if is_of_purpose(context, act, time):
            continue
        if (
            _closes_clause(context, act, time)
            or _dates_the_thing(context, act, time)
            or _in_caption(context, act, time)
            or _follows_gerund(context, act, time)
            or _on_dated_occasion(context, act, time)
            or _dates_letter(context, act, time)
        ):
            return Dating(dates, "time expression", time)
    return None


def _planned_for(context: Context, act: Act) -> Dating | None:
    """ "Will raise it when they meet on Monday": the day behind the verb, wherever it hangs."""
    doc, anchor = context.doc, context.anchor
    sentence = doc.sentence_span(act.predicate)
    after = doc.tokens[act.predicate].end
    if (above := _time_above(context, act)) is not None and is_of_day(above):
        return Dating(above.dates, "time expression", above)
    for time in context.times_in(after, sentence.end):
        if not is_of_day(time):
            continue
        if is_of_purpose(context, act, time):
            continue
        between = range(act.predicate + 1, doc.tokens_in(time.start, time.end)[0])
        day = time.dates.day
        if day is None or anchor is None or anchor.earliest is None or day < anchor.earliest:
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


def _brought_back(time: TimeExpression, anchor: DateRange | None) -> DateRange:
    """A bare weekday or month that was taken for one to come, as that of an act of the past."""
    dates = time.dates
    if not _is_after(dates, anchor) or dates.earliest is None or dates.latest is None:
        return dates
    if WEEKDAY.fullmatch(time.text):
        return DateRange(dates.earliest - timedelta(days=7), dates.latest - timedelta(days=7))
    return dates if re.search(r"\d", time.text) else years_on(dates, -1)


def _weekday_before(dating: Dating, anchor: DateRange | None) -> DateRange:
    is_weekday = dating.time is not None and WEEKDAY.fullmatch(dating.time.text) is not None
    if dating.time is None or not is_weekday or not _is_after(dating.dates, anchor):
        return dating.dates
    return _brought_back(dating.time, anchor)


def _is_after(dates: DateRange, anchor: DateRange | None) -> bool:
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


def _in_caption(context: Context, act: Act, time: TimeExpression) -> bool:
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


def _coincides(context: Context, act: Act, dating: Dating) -> bool:
    """Whether an act told by a noun is of the time that dates the words around it.

    It is where the time stands in its own phrase ("talks on Monday"), and where it
    is what the clause is about or the time of it ("the summit ended on Monday",
    "at a meeting on Monday, he said"); not in "arrived on Sunday for a summit".
    """
    doc = context.doc
    token = doc.tokens[act.predicate]
    if token.pos != "NOUN" or dating.time is None:
        return True
    if _is_in_own_phrase(context, act, dating.time):
        return True
    if dating.basis in ("narrative", "sentence") and not act.definite:
        return False
    if token.dep.startswith("nsubj") or _marks_day(context, act):
        return True
    outer = act.predicate
    while doc.tokens[outer].dep == "nmod" and doc.tokens[outer].head >= 0:
        outer = doc.tokens[outer].head  # "after two days of talks"
    case = context.arguments.case(outer)
    if case in DURING and act.status == "planned" and not _is_of_clause(context, act, dating.time):
        return False  # "said on Friday that he would raise it during his meeting"
    return case in DURING or (outer != act.predicate and case == "after")


def _is_of_clause(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a time stands in the clause of a noun's act, not in one above it."""
    doc = context.doc
    verb = next((i for i in doc.ancestors(act.predicate) if doc.tokens[i].pos == "VERB"), None)
    head = doc.head_of(time.start, time.end)
    if verb is None or not {doc.lows[c] for c in doc.dependents(verb, "aux")} & _TO_COME:
        return True
    return head is not None and verb in doc.ancestors(head)


def _marks_day(context: Context, act: Act) -> bool:
    """ "Thursday marked the first talks between the two": the day of the talks."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    if token.dep != "obj" or doc.tokens[token.head].lemma not in ("mark", "see", "bring"):
        return False
    first = doc.child(token.head, "nsubj", "obl")
    return first is not None and WEEKDAY.fullmatch(doc.tokens[first].text) is not None


def _under_way(context: Context, act: Act) -> bool:
    """ "The three-day visit gives both a show of partnership": a noun that does something now."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    if act.status != "happened" or not token.dep.startswith("nsubj") or token.head < 0:
        return False
    words = [token.head, *doc.dependents(token.head, "aux", "cop")]
    return any(doc.lows[i] in ("is", "are", "has", "have") for i in words[1:]) or (
        doc.tokens[token.head].pos == "VERB"
        and len(words) == 1
        and doc.lows[token.head].endswith("s")
    )


def today(anchor: DateRange | None) -> DateRange:
    """The day of publication or the day before it, the news day of a report with no day."""
    if anchor is None or anchor.earliest is None:
        return anchor or DateRange()
    return DateRange(anchor.earliest - timedelta(days=1), anchor.latest)


def _date_of_contact(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]] | None:
    """ "During the meeting with Li": the meeting is the contact told before with a date,
    "Lavrov told Li on Friday". Its sentence becomes evidence too."""
    doc = context.doc
    keys = {m.key for m in act.participants if m.key is not None}
    if len(keys) < 2:
        return None
    here = doc.sentence_of[act.predicate]
    for number in range(here - 1, -1, -1):
        sentence = doc.sentences[number]
        if not keys <= context.keys_of_sentence(number):
            continue
        for i in range(sentence.first_token, sentence.last_token):
            if doc.tokens[i].pos != "VERB" or doc.tokens[i].dep not in ("root", "conj"):
                continue
            found = _by_only_time(context, sentence, date_of(doc, i, context.times, context.anchor))
            if found.basis != "time expression" or _is_long_ago(found.dates, context.anchor):
                continue
            if act.status != "planned" or _is_after(found.dates, context.anchor):
                return found, (doc.span(sentence.start, sentence.end),)
    return None


def _by_only_time(context: Context, sentence: Sentence, found: Dating) -> Dating:
    """The one time of the sentence that tells the contact, where the parse hangs it lower; not that
    of a thing in it, "Sunday's final"."""
    inside = [t for t in context.times_in(sentence.start, sentence.end) if is_of_day(t)]
    if found.basis == "time expression" or len(inside) != 1:
        return found
    if context.doc.text[inside[0].end : inside[0].end + 2] in ("'s", "’s"):
        return found
    return Dating(inside[0].dates, "time expression", inside[0])


def _is_long_ago(dates: DateRange, anchor: DateRange | None) -> bool:
    if anchor is None or anchor.earliest is None or dates.latest is None:
        return False
    return anchor.earliest - dates.latest > LONG_PAST


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

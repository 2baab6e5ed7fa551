"""On which days an act was: the time of its clause or phrase, or of what is told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from coranto.events.acts import Act
from coranto.events.bounds import (
    DURING,
    belongs_to_another,
    bound_of,
    by_bound,
    is_in_lower_clause,
    time_of_participle,
    was_before,
)
from coranto.events.context import Context
from coranto.events.lexicon import QUADS
from coranto.events.loose_times import (
    WEEKDAY,
    brought_back,
    by_loose_time,
    in_caption,
    is_after,
    is_of_day,
    time_above,
    weekday_before,
)
from coranto.events.noun_status import HAPPENING
from coranto.events.verb_acts import SPOKEN
from coranto.times import Dating
from coranto.types import DateRange, Sentence, Span, TimeExpression

_TO_COME = frozenset(("will", "would", "'ll", "’ll", "shall"))
_BEFORE = frozenset(("earlier", "ago", "previously", "once", "formerly", "originally", "already"))
_HELD = HAPPENING | {"hold"}
LONG_PAST = timedelta(days=60)
"""Contacts that lie further back are not what "the meeting" of a report goes back to."""


def dated(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]]:
    torn = _torn_from_participle(context, act)
    dating = torn or context.dating_of(act.predicate)
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
        dating = by_loose_time(context, act) or _at_large(context, act, dating)
        dating = _of_deed_agreed_on(context, act) or dating
    if own_time := _noun_time(context, act):
        dating = Dating(_of_own_time(context, act, own_time), "time expression", own_time)
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


def _apposed(context: Context, time: TimeExpression) -> TimeExpression | None:
    """ "On the same day, July 11, he spoke with her": the day that is named for one pointed to."""
    if any(c.isdigit() for c in time.text):
        return None
    for other in context.times_in(time.end, time.end + 3):
        parted = context.doc.text[time.end : other.start] == ", "
        named = other.dates.day is not None and any(c.isdigit() for c in other.text)
        if parted and named and other.type == "DATE":
            return other
    return None


def _by_own_words(context: Context, act: Act, dating: Dating, time: TimeExpression) -> Dating:
    """What "after", "last week", "twice" and a day named beside it make of the days of a time."""
    if (apposed := _apposed(context, time)) is not None:
        time, dating = apposed, Dating(apposed.dates, "time expression", apposed)
    if context.arguments.markers(act.predicate) & {"after", "since"}:
        # "After meeting Tan on Monday" is no Monday to come.
        dating = replace(dating, dates=weekday_before(dating, context.anchor))
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
    found = context.dating_of(act.predicate)
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


def _is_occasion_of_gerund(context: Context, act: Act) -> bool:
    """ "Disclosed raising it during discussions with Tan": of some day before the telling."""
    doc = context.doc
    verb = doc.tokens[act.predicate].head
    if doc.tokens[act.predicate].pos != "NOUN" or verb < 0:
        return False
    is_gerund = doc.lows[verb].endswith("ing") and doc.tokens[verb].dep in ("xcomp", "ccomp")
    bare = is_gerund and doc.child(verb, "aux", "nsubj") is None
    return bare and context.arguments.case(act.predicate) in DURING


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


_OF_DEEDS = frozenset(("AGREE", "THREATEN"))
"""Acts whose infinitive tells a deed that was still to be done."""


def _of_deed_agreed_on(context: Context, act: Act) -> Dating | None:
    """ "Agreed to end the rift in a deal brokered by Tan last month": what was still to be done
    cannot have been done last month; it is when they agreed."""
    doc = context.doc
    is_deed = act.root in _OF_DEEDS and act.status == "happened"
    if not is_deed or doc.tokens[act.predicate].pos != "VERB":
        return None
    for time in context.times_of_sentence(act.predicate):
        dates = _lately(time, context.anchor)
        if not is_of_day(time) or not dates.known or not was_before(dates, context.anchor):
            continue
        if bound_of(context, act, time) is not None:
            continue
        at = doc.head_of(time.start, time.end)
        if at is not None and _is_below_complement(context, at, act.predicate):
            return Dating(dates, "time expression", time)
    return None


def _lately(time: TimeExpression, anchor: DateRange | None) -> DateRange:
    """A month that was taken for one to come, as that of the last weeks: "agreed to sit down with
    them in early October", told on 2 November."""
    back = brought_back(time, anchor)
    latest = None if anchor is None else anchor.latest
    if latest is None or back.latest is None or not is_after(time.dates, anchor):
        return time.dates
    return back if timedelta(0) < latest - back.latest < LONG_PAST else time.dates


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
    if dating.basis == "publication" and _is_occasion_of_gerund(context, act):
        return replace(dating, dates=DateRange(None, dating.dates.latest))
    if token.pos != "VERB" or act.status not in ("happened", "alleged"):
        return dating
    if (main := _of_main_clause(context, act, dating)) is not None:
        return main
    if (time := time_above(context, act)) is not None:
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
        return _time_of_cancelled(context, act)
    own = [
        t
        for t in context.times_of_sentence(act.predicate)
        if is_of_day(t) and t.dates.known and _is_in_own_phrase(context, act, t)
    ]
    return own[0] if len(own) == 1 else _caption_time(context, act)


def _time_of_cancelled(context: Context, act: Act) -> TimeExpression | None:
    """ "Cancelled a trip to Rome in February": the time that stands in the words for the trip."""
    obj = context.arguments.object(act.predicate)
    if act.root != "CONSULT" or act.status != "cancelled" or obj is None:
        return None
    trip = act._replace(predicate=obj)
    own = [
        t
        for t in context.times_of_sentence(act.predicate)
        if is_of_day(t) and t.dates.known and _is_in_own_phrase(context, trip, t)
    ]
    return own[0] if len(own) == 1 else None


def _of_own_time(context: Context, act: Act, time: TimeExpression) -> DateRange:
    """The days of a noun's own time: "after a call in June", told in May, is no June to come."""
    is_over = act.status == "happened" and not act.definite
    is_over = is_over and context.arguments.case(act.predicate) in ("after", "following", "since")
    return brought_back(time, context.anchor) if is_over else time.dates


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
    shown = is_dated and in_caption(context, act._replace(predicate=verb), inside[0])
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
            found = context.dating_of(above)
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
    above = context.dating_of(main)
    if above.basis == "time expression" and above.dates.known:
        return above
    if at_once and context.arguments.markers(main) & {"before", "after"}:
        # "Spoke on Monday before leaving as she arrived"
        outer_day = context.dating_of(doc.tokens[main].head)
        if outer_day.basis == "time expression" and outer_day.dates.day is not None:
            return outer_day
    is_told = (at_once or act.root in SPOKEN) and context.arguments.subject(main) is not None
    return _by_publication(context, act._replace(predicate=main)) if is_told else None


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
    if doc.tokens[outer].dep.startswith("nsubj") and _tells_that_it_is(context, outer):
        return True  # "a round of talks will take place on Monday"
    case = context.arguments.case(outer)
    if case in DURING and act.status == "planned" and not _is_of_clause(context, act, dating.time):
        return False  # "said on Friday that he would raise it during his meeting"
    return case in DURING or (outer != act.predicate and case == "after")


def _tells_that_it_is(context: Context, subject: int) -> bool:
    """Whether the verb over a subject says of it that it took or takes place."""
    verb = context.doc.tokens[subject].head
    return verb >= 0 and context.doc.tokens[verb].lemma.lower() in _HELD


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
            if not _is_between(context, i, keys):
                continue
            found = _by_only_time(context, sentence, context.dating_of(i))
            if found.basis != "time expression" or _is_long_ago(found.dates, context.anchor):
                continue
            if act.status != "planned" or is_after(found.dates, context.anchor):
                return found, (doc.span(sentence.start, sentence.end),)
    return None


def _is_between(context: Context, verb: int, keys: set[str]) -> bool:
    """Whether one of the parties does what a verb says: "Moon told reporters of Kim's talks with
    Tan" is no contact of Kim and Tan."""
    subject = context.arguments.subject(verb)
    if subject is None:
        return True
    doers = {m.key for m in context.arguments.actors(subject)}
    return not doers or bool(doers & keys)


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

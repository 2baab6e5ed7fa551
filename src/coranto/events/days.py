"""On which days an act was: the time of its clause or phrase, or of what is told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from coranto.events.acts import Act
from coranto.events.context import Context
from coranto.events.lexicon import QUADS, act_nouns
from coranto.times import Dating, date_of
from coranto.types import DateRange, Sentence, Span, TimeExpression

DURING = frozenset(("during", "in", "at", "amid", "throughout", "within"))
"""Prepositions whose act is of the same time as the clause that it belongs to."""
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night", "noon", "day"))
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
LONG_PAST = timedelta(days=60)
"""Contacts that lie further back are not what "the meeting" of a report goes back to."""


def dated(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]]:
    dating = date_of(context.doc, act.predicate, context.times, context.anchor)
    if dating.time is not None and dating.time.value == "PRESENT_REF":
        dating = Dating(DateRange(None, dating.dates.latest), "publication")  # "has now been …"
    elif dating.time is not None and _belongs_to_another(context, act, dating.time):
        dating = _by_bound(context, act, dating.time) or _by_publication(context, act)
    if dating.time is not None and context.arguments.markers(act.predicate) & {"after", "since"}:
        # "After meeting Tan on Monday" is no Monday to come.
        dating = replace(dating, dates=_weekday_before(dating, context.anchor))
    if dating.time is not None and (span := _span_up_to_now(context, dating.time)) is not None:
        dating = replace(dating, dates=span)
    if dating.basis == "narrative" and _is_on_journey(context, act):
        dating = _by_publication(context, act)
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


def _is_on_journey(context: Context, act: Act) -> bool:
    """ "In an uproarious trip to Europe, he scolded Norway": of some day of the journey, not of the
    day told before."""
    doc, at = context.doc, act.predicate
    while True:
        for c in context.arguments.obliques(at, DURING | {"on"}):
            if doc.tokens[c].lemma.lower() in ("trip", "tour", "journey"):
                return True
        if doc.tokens[at].dep not in ("conj", "advcl"):
            return False
        at = doc.tokens[at].head


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
    if found.time is None or not _was_before(found.dates, context.anchor):
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


def _was_before(dates: DateRange, anchor: DateRange | None) -> bool:
    if anchor is None or anchor.earliest is None or dates.latest is None:
        return False
    return dates.latest < anchor.earliest


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
    if _is_background(context, act) or _is_first_of_some(context, act):
        return Dating(DateRange(None, anchor.latest), "publication")
    if doc.sentence_of[act.predicate] < LEAD:
        return Dating(today(anchor), "publication")
    if QUADS[act.root] == "M-CONF" or _has_other_time(
        context, act
    ):  # "Russia invaded Ukraine": more often history than news
        return Dating(DateRange(None, anchor.latest), "publication")
    return Dating(DateRange(anchor.earliest - NEWS_WEEK, anchor.latest), "publication")


_OF_COMPLEMENT = frozenset(("xcomp", "conj", "obl", "advmod"))


def _of_deed_agreed_on(context: Context, act: Act) -> Dating | None:
    """ "Agreed to end the rift in a deal brokered by Tan last month": what was still to be done
    cannot have been done last month; it is when they agreed."""
    doc = context.doc
    if act.root != "AGREE" or act.status != "happened" or doc.tokens[act.predicate].pos != "VERB":
        return None
    sentence = doc.sentence_span(act.predicate)
    for time in context.times:
        inside = sentence.start <= time.start < sentence.end and time.type == "DATE"
        if not inside or not time.dates.known or not _was_before(time.dates, context.anchor):
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
    sentence = doc.sentence_span(act.predicate)
    for time in context.times:
        if not sentence.start <= time.start < sentence.end or not _was_before(time.dates, anchor):
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


def _is_first_of_some(context: Context, act: Act) -> bool:
    """ "Opened his first meeting with Tan": told to be apart from the one of the news."""
    obj = context.arguments.object(act.predicate)
    if obj is None:
        return False
    doc = context.doc
    own = doc.child(obj, "nmod:poss") is not None
    words = {doc.lows[c] for c in doc.dependents(obj, "amod")}
    return own and bool(words & {"first", "last", "previous", "earlier", "second"})


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
    in_passing = token.dep.startswith("acl") or (is_gerund and dating.basis != "narrative")
    if dating.basis != "publication":
        return dating
    if in_passing or dating.dates.earliest is None:
        return Dating(DateRange(None, latest), "publication")
    return _by_publication(context, act)


def _noun_time(context: Context, act: Act) -> TimeExpression | None:
    """The one time within or right behind the words of an act told by a noun."""
    if context.doc.tokens[act.predicate].pos != "NOUN":
        return None
    sentence = context.doc.sentence_span(act.predicate)
    own = [
        t
        for t in context.times
        if t.type == "DATE"
        and t.dates.known
        and sentence.start <= t.start < sentence.end
        and _is_in_own_phrase(context, act, t)
    ]
    return own[0] if len(own) == 1 else None


def _of_speech(context: Context, act: Act) -> Dating | None:
    """ "On Sunday he said that Norway was ready, in his meeting with Tan": of the day of saying."""
    doc = context.doc
    if (
        doc.tokens[act.predicate].pos != "NOUN"
        or context.arguments.case(act.predicate) not in DURING
    ):
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
    if first <= time.start < last:
        return _bound(context, act, time) is None and not _is_in_lower_clause(context, act, time)
    return re.fullmatch(r"(?: (?:in|on))? ", doc.text[last : time.start]) is not None


def _of_main_clause(context: Context, act: Act, dating: Dating) -> Dating | None:
    """ "She waved on Sunday as they arrived": of the day of the main clause."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    if token.dep != "advcl" or dating.basis != "publication":
        return None
    if not context.arguments.markers(act.predicate) & {"as", "while"}:
        return None
    above = date_of(doc, token.head, context.times, context.anchor)
    return above if above.basis == "time expression" and above.dates.known else None


def _time_above(context: Context, act: Act) -> TimeExpression | None:
    """The time that a "when" clause explains: "in 2009, when he first met Tan"."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    when = next((c for c in doc.children[act.predicate] if doc.lows[c] == "when"), None)
    above = doc.tokens[token.head].start if token.dep.startswith("acl") else -1
    for time in context.times:
        if not time.dates.known:
            continue
        if time.start <= above < time.end:
            return time
        if when is not None and time.end <= doc.tokens[when].start:
            between = doc.text[time.end : doc.tokens[when].start]
            if between.strip(" ,") == "":
                return time
    return None


def _belongs_to_another(context: Context, act: Act, time: TimeExpression) -> bool:
    """ "Rejected last week's indictment", "over Friday's charges": the day of the charges."""
    doc = context.doc
    head = doc.head_of(time.start, time.end)
    bound = _bound(context, act, time)
    if _is_in_lower_clause(context, act, time) or (bound is not None and not bound[1]):
        return True
    if head is None or doc.tokens[act.predicate].pos != "VERB":
        return False
    token = doc.tokens[head]
    if _is_of_noun_before(context, act, head, time):
        return True
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


def _is_in_lower_clause(context: Context, act: Act, time: TimeExpression) -> bool:
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
        if dep == "acl:relcl" or (dep in ("acl", "ccomp") and "that" in marks):
            return True
        if dep in ("advcl", "acl") and marks & {"after", "before", "since", "until"}:
            return True
    return False


_BOUNDS = frozenset(("since", "before", "until", "after", "following"))


def _bound(context: Context, act: Act, time: TimeExpression) -> tuple[str, bool] | None:
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
        if case in _BOUNDS:
            return case, i == head
    return None


def _by_bound(context: Context, act: Act, time: TimeExpression) -> Dating | None:
    """ "Visited Oslo before the invasion in March": some day up to that time, if it is past."""
    bound = _bound(context, act, time)
    if bound is None or bound[0] not in ("before", "until"):
        return None
    if not _was_before(time.dates, context.anchor):
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
        if token.text.lower() in _BOUNDS:
            named = any(doc.tokens[j].pos in ("NOUN", "PROPN") for j in range(i + 1, time))
            return token.text.lower() if named else None
    return None


def _is_of_noun_before(context: Context, act: Act, head: int, time: TimeExpression) -> bool:
    """ "Thanked Lund for his support at a summit last week": the week of the summit."""
    doc = context.doc
    before = doc.tokens_in(time.start, time.end)[0] - 1
    entry = act_nouns().get(doc.tokens[before].lemma.lower()) if before > act.predicate else None
    if entry is None or entry.root is None or doc.tokens[head].head == before:
        return False
    return doc.tokens[before].head != act.predicate


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
    if doc.tokens[act.predicate].pos != "VERB" or act.status not in ("happened", "alleged"):
        return None
    sentence = doc.sentences[doc.sentence_of[act.predicate]]
    for time in context.times:
        if not sentence.start <= time.start < sentence.end:
            continue
        dates = _brought_back(time, context.anchor)
        if time.type != "DATE" or not dates.known or _is_after(dates, context.anchor):
            continue
        bound = _bound(context, act, time)
        if bound is not None and bound[0] not in ("after", "following"):
            continue
        if (
            _closes_clause(context, act, time)
            or _dates_the_thing(context, act, time)
            or _in_caption(context, act, time)
            or _on_dated_occasion(context, act, time)
        ):
            return Dating(dates, "time expression", time)
    return None


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


def _in_caption(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a sentence in the present tense, as captions are, names this one day."""
    doc = context.doc
    text, lemma = doc.lows[act.predicate], doc.tokens[act.predicate].lemma.lower()
    aux = {doc.lows[c] for c in doc.dependents(act.predicate, "aux", "mark")}
    is_simple = text in (lemma, f"{lemma}s") and not aux
    if not is_simple and not (text.endswith("ing") and aux and aux <= {"is", "are"}):
        return False
    sentence = doc.sentence_span(act.predicate)
    inside = [t for t in context.times if sentence.start <= t.start < sentence.end]
    return time.dates.day is not None and sum(t.type == "DATE" for t in inside) == 1


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
    return case in DURING or (outer != act.predicate and case == "after")


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
        inside = [m for m in context.mentions if sentence.start <= m.start < sentence.end]
        if not keys <= {m.key for m in inside}:
            continue
        for i in range(sentence.first_token, sentence.last_token):
            if doc.tokens[i].pos != "VERB" or doc.tokens[i].dep not in ("root", "conj"):
                continue
            found = _by_only_time(context, sentence, date_of(doc, i, context.times, context.anchor))
            if found.basis == "time expression" and not _is_long_ago(found.dates, context.anchor):
                return found, (doc.span(sentence.start, sentence.end),)
    return None


def _by_only_time(context: Context, sentence: Sentence, found: Dating) -> Dating:
    """The one time of the sentence that tells the contact, where the parse hangs it lower."""
    inside = [
        t for t in context.times if t.type == "DATE" and sentence.start <= t.start < sentence.end
    ]
    if found.basis == "time expression" or len(inside) != 1:
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

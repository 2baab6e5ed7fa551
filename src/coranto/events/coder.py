"""Events of one report: acts with their date, place, evidence and those who tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from coranto.actors import capital_of, country_of_place
from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act
from coranto.events.arguments import Arguments
from coranto.events.lexicon import act_nouns
from coranto.events.nominal import ActFinder
from coranto.events.places import PlaceFinder
from coranto.events.settle import Draft, settled, with_owners
from coranto.ids import content_id
from coranto.language.document import Document
from coranto.times import Dating, date_of
from coranto.types import (
    DateRange,
    Event,
    Mention,
    Sentence,
    Span,
    Statement,
    Status,
    TimeExpression,
)

MATERIAL_OR_HOSTILE = frozenset(
    "ACCUSE THREATEN AID COERCE ASSAULT SANCTION MOBILIZE PROTEST RETREAT COOPERATE".split()
)
"""Acts that one party claims of another: told by an outsider to them, they are alleged."""

SPOKEN = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"))
"""Acts that are mostly done by saying something."""
DURING = frozenset(("during", "in", "at", "amid", "throughout", "within"))
"""Prepositions whose act is of the same time as the clause that it belongs to."""
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night", "noon", "day"))
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
LONG_PAST, A_YEAR = timedelta(days=60), timedelta(days=366)
"""A planned act whose bare month lies so far back is planned for that month of the next year."""
NEIGHBOURING_PARAGRAPHS = 2
"""How far a meeting told without its parties may look for them, in paragraphs."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the coder knows of one report besides its acts."""

    doc: Document
    arguments: Arguments
    mentions: tuple[ActorMention, ...]
    times: tuple[TimeExpression, ...]
    anchor: DateRange | None
    statements: tuple[Statement, ...]
    report: str


def find_events(
    doc: Document,
    mentions: Sequence[ActorMention],
    times: Sequence[TimeExpression],
    anchor: DateRange | None,
    statements: Sequence[Statement],
    *,
    report: str,
) -> tuple[Event, ...]:
    """Code the events of one report.

    ``anchor`` is the publication as a range of days (``None``: unknown);
    mentions in the result carry the in-document key of their actor. Types and
    modes are PLOVER's and those of ``docs/format.md``.
    """
    mentions = [m for m in mentions if not _in_dateline(doc, m)]
    arguments = Arguments(doc, mentions)
    context = Context(
        doc, arguments, tuple(mentions), tuple(times), anchor, tuple(statements), report
    )
    finder = ActFinder(arguments, PlaceFinder(arguments, country_of_place, capital_of))
    acts = [_spoken(context, _with_parties(context, a)) for a in finder.acts()]
    acts = with_owners(finder.phrases, acts)
    all_drafts = [_draft(context, a) for a in acts if a.participants]
    drafts = [s for d in all_drafts if (s := settled(d, all_drafts, anchor)) is not None]
    drafts = [_placed(d, drafts) for d in drafts]
    drafts = [_dated_by_meeting(d, drafts) for d in drafts]
    events = {e.id: e for e in (_event(context, d) for d in drafts)}
    return tuple(sorted(events.values(), key=lambda e: (e.start, e.id)))


_DATELINE = re.compile(
    r"(?:[A-Z][\w.]+ \d\d?--)?[A-Z][A-Z/ .,]+[A-Z](?:, [\w .]+)?(?: \([\w/ ]+\))? ?(?:--|—|–|-)"
)


def _in_dateline(doc: Document, mention: ActorMention) -> bool:
    """Whether a mention is the place that a report is filed from: "WASHINGTON -- Senior …"."""
    line = doc.text.rfind("\n", 0, mention.start) + 1
    if mention.start - line > 20 or not mention.text.isupper():
        return False
    found = _DATELINE.match(doc.text, line)
    return found is not None and mention.end <= found.end()


# --- meetings whose parties stand elsewhere ---


def _with_parties(context: Context, act: Act) -> Act:
    """Find the parties of a meeting told without them at the head of a report.

    "The ministerial meeting took place in India", where the lede is lost: its
    parties are the two persons of different countries whom the next paragraphs
    name, if there are just two. Further down, "the meeting" is one told before.
    """
    doc = context.doc
    sentence = doc.sentence_of[act.predicate]
    here = doc.paragraph_of[sentence]
    is_subject = doc.tokens[act.predicate].dep.startswith("nsubj")
    if act.participants or not act.definite or here > 0 or not is_subject:
        return act
    if _meets_elsewhere(context, act):
        return act
    persons: dict[str, ActorMention] = {}
    for m in context.mentions:
        paragraph = doc.paragraph_of[doc.sentence_of[m.head]]
        near = paragraph <= here + NEIGHBOURING_PARAGRAPHS
        if near and m.kind == "person" and m.key is not None:
            persons.setdefault(m.key, m)
    if len(persons) != 2:
        return act
    first, second = persons.values()
    if first.country is not None and first.country == second.country:
        return act
    return replace(act, sources=(first,), targets=(second,))


def _meets_elsewhere(context: Context, act: Act) -> bool:
    """Whether the sentence tells another meeting: "the meeting came after Orlova met Tan"."""
    doc = context.doc
    sentence = doc.sentences[doc.sentence_of[act.predicate]]
    return any(
        doc.tokens[i].pos == "VERB" and doc.tokens[i].lemma.lower() == "meet"
        for i in range(sentence.first_token, sentence.last_token)
        if i != act.predicate
    )


def _spoken(context: Context, act: Act) -> Act:
    """An act done in words is its speaker's: the statement knows better than the tree whose."""
    if act.root not in SPOKEN or any(m.kind == "person" for m in act.sources):
        return act
    if context.arguments.is_passive(act.predicate):
        return act
    predicate = context.doc.tokens[act.predicate]
    for s in context.statements:
        if s.speaker is None or not any(c.start <= predicate.start < c.end for c in s.cue):
            continue
        found = [m for m in context.mentions if m.start == s.speaker.start and m.key is not None]
        known = {m.key for m in act.sources}
        if found and not any(m.key in known for m in found):
            targets = tuple(m for m in act.targets if m.key != found[0].key)
            return replace(act, sources=(found[0],), targets=targets)
    return act


# --- an act with its date ---


def _draft(context: Context, act: Act) -> Draft:
    dating, elsewhere = _dated(context, act)
    if act.status == "happened" and _is_timetable(context, act, dating):
        week_on = _days_on(dating.dates, timedelta(days=7))
        return Draft(replace(act, status="planned"), replace(dating, dates=week_on), act.place, ())
    return Draft(act, dating, act.place, elsewhere)


def _days_on(dates: DateRange, by: timedelta) -> DateRange:
    first, last = dates.earliest, dates.latest
    return DateRange(first and first + by, last and last + by)


def _dated(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]]:
    dating = date_of(context.doc, act.predicate, context.times, context.anchor)
    if dating.time is not None and dating.time.value == "PRESENT_REF":
        dating = Dating(DateRange(None, dating.dates.latest), "publication")  # "has now been …"
    elif dating.time is not None and _belongs_to_another(context, act, dating.time):
        dating = _by_publication(context, act)
    if dating.basis in ("publication", "sentence", "narrative"):
        dating = _by_loose_time(context, act) or _at_large(context, act, dating)
    if own_time := _noun_time(context, act):
        dating = Dating(own_time.dates, "time expression", own_time)
    if not _coincides(context, act, dating):
        latest = None if context.anchor is None else context.anchor.latest
        dating = Dating(DateRange(None, latest), "unknown" if latest is None else "publication")
    if dating.basis == "publication" and _under_way(context, act):
        dating = replace(dating, dates=_today(context.anchor))
    if not act.definite and dating.basis in ("time expression", "sentence"):
        return dating, ()
    if act.definite and dating.basis != "time expression":
        earlier = _date_of_contact(context, act)
        if earlier is not None:
            return earlier
    return dating, ()


LEAD = 6
"""Sentences at the head of a report whose acts, if they name no day, are the news of its day."""
NEWS_WEEK = timedelta(days=7)
"""Further down, what is told in the simple past with no day of its own is the news of the week."""


def _by_publication(context: Context, act: Act) -> Dating:
    """An act in the simple past at the head of a report is the news of its day; one further down of
    its week; one in the perfect of some day before it."""
    doc, anchor = context.doc, context.anchor
    aux = {doc.tokens[c].text.lower() for c in doc.dependents(act.predicate, "aux")}
    if anchor is None or anchor.earliest is None or aux & {"has", "have", "had"}:
        return Dating(DateRange(None, None if anchor is None else anchor.latest), "publication")
    if doc.sentence_of[act.predicate] < LEAD:
        return Dating(_today(anchor), "publication")
    return Dating(DateRange(anchor.earliest - NEWS_WEEK, anchor.latest), "publication")


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


def _is_in_own_phrase(context: Context, act: Act, time: TimeExpression) -> bool:
    """Whether a noun's own words hold the time ("Monday's summit"), or it follows right on them."""
    doc = context.doc
    tokens = doc.subtree(act.predicate)
    first, last = doc.tokens[tokens[0]].start, doc.tokens[tokens[-1]].end
    if first <= time.start < last:
        return True
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
    when = next(
        (c for c in doc.children[act.predicate] if doc.tokens[c].text.lower() == "when"), None
    )
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
    if head is None or doc.tokens[act.predicate].pos != "VERB":
        return False
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
        if (
            _closes_clause(context, act, time)
            or _dates_the_thing(context, act, time)
            or _in_caption(context, act, time)
        ):
            return Dating(dates, "time expression", time)
    return None


def _brought_back(time: TimeExpression, anchor: DateRange | None) -> DateRange:
    """A bare weekday or month that was taken for one to come, as that of an act of the past."""
    dates = time.dates
    if not _is_after(dates, anchor) or dates.earliest is None or dates.latest is None:
        return dates
    if _WEEKDAY.fullmatch(time.text):
        return DateRange(dates.earliest - timedelta(days=7), dates.latest - timedelta(days=7))
    return dates if re.search(r"\d", time.text) else _years_on(dates, -1)


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
    text, lemma = doc.tokens[act.predicate].text.lower(), doc.tokens[act.predicate].lemma.lower()
    aux = {doc.tokens[c].text.lower() for c in doc.dependents(act.predicate, "aux", "mark")}
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
    if token.dep.startswith("nsubj"):
        return True
    outer = act.predicate
    while doc.tokens[outer].dep == "nmod" and doc.tokens[outer].head >= 0:
        outer = doc.tokens[outer].head  # "after two days of talks"
    case = context.arguments.case(outer)
    return case in DURING or (outer != act.predicate and case == "after")


def _under_way(context: Context, act: Act) -> bool:
    """ "The three-day visit gives both a show of partnership": a noun that does something now."""
    doc = context.doc
    token = doc.tokens[act.predicate]
    if act.status != "happened" or not token.dep.startswith("nsubj") or token.head < 0:
        return False
    words = [token.head, *doc.dependents(token.head, "aux", "cop")]
    return any(doc.tokens[i].text.lower() in ("is", "are", "has", "have") for i in words[1:]) or (
        doc.tokens[token.head].pos == "VERB"
        and len(words) == 1
        and doc.tokens[token.head].text.lower().endswith("s")
    )


def _today(anchor: DateRange | None) -> DateRange:
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


def _placed(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A meeting told without its place took place where one of its parties was visiting then,
    as the same report tells it; the sentence on the visit becomes evidence."""
    if draft.place is not None or draft.act.root != "CONSULT" or draft.act.mode == "call":
        return draft
    keys = {m.key for m in draft.act.participants if m.key is not None}
    visits = [
        d
        for d in drafts
        if d.act.mode == "visit"
        and d.act.status in (draft.act.status, "happened")
        and d.place is not None
        and keys & {m.key for m in d.act.sources}
        and _may_coincide(d, draft)
    ]
    if len({d.place.country for d in visits if d.place is not None}) != 1:
        return draft
    visit = visits[0]
    hosts = {m.country for m in draft.act.participants if m.country is not None}
    if visit.place is None or visit.place.country not in hosts:
        return draft
    return replace(draft, place=visit.place, elsewhere=(*draft.elsewhere, *_tells(visit)))


def _dated_by_meeting(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A visit told without its time was under way when its visitor met a host there."""
    act = draft.act
    if act.mode != "visit" or act.status != "happened" or draft.dating.dates.earliest is not None:
        return draft
    keys = {m.key for m in act.sources if m.key is not None}
    for other in drafts:
        met = other.act
        if (
            met.root == "CONSULT"
            and met.mode in ("meet", "talks")
            and met.status == "happened"
            and other.dating.dates.known
            and other.place is not None
            and draft.place is not None
            and other.place.country == draft.place.country
            and keys & {m.key for m in met.participants}
            and draft.dating.dates.overlaps(other.dating.dates)
        ):
            dating = Dating(other.dating.dates, "narrative", other.dating.time)
            spans = (*draft.elsewhere, Span(*_word(other), ""))
            return replace(draft, dating=dating, elsewhere=spans)
    return draft


def _word(draft: Draft) -> tuple[int, int]:
    """Where a party of the act is named: a place in the sentence that tells it."""
    party = draft.act.participants[0]
    return party.start, party.end


def _tells(draft: Draft) -> tuple[Span, ...]:
    place = draft.place
    if place is None or place.start is None or place.end is None:
        return ()
    return (Span(place.start, place.end, ""),)


def _may_coincide(visit: Draft, meeting: Draft) -> bool:
    return visit.dating.dates.overlaps(meeting.dating.dates) and (
        visit.dating.basis != "time expression" or visit.dating.dates.known
    )


# --- the event ---


def _event(context: Context, draft: Draft) -> Event:
    doc, act = context.doc, draft.act
    tellers = _tellers(context, act)
    spans = [doc.sentence_span(act.predicate)]
    for span in (*draft.elsewhere, *_party_sentences(context, act)):
        token = doc.token_at(span.start)
        whole = span if span.text or token is None else doc.sentence_span(token)
        if whole not in spans:
            spans.append(whole)
    status = _final_status(context, draft, tellers)
    obj = _object_span(context, act)
    predicate = doc.tokens[act.predicate]
    return Event(
        id=content_id("e", context.report, act.root, act.mode, predicate.start, predicate.end),
        report=context.report,
        type=act.root,
        mode=act.mode,
        status=status,
        sources=tuple(_mention(m) for m in act.sources),
        targets=tuple(_mention(m) for m in act.targets),
        evidence=tuple(spans),
        place=draft.place,
        date=_span_of_event(context, draft, status),
        date_basis=draft.dating.basis,
        object=obj,
        told_by=tuple(s.id for s in tellers),
        predicate=doc.span(predicate.start, predicate.end),
    )


def _mention(m: ActorMention) -> Mention:
    return Mention(m.key, m.text, m.start, m.end)


def _party_sentences(context: Context, act: Act) -> list[Span]:
    return [
        context.doc.sentence_span(m.head)
        for m in act.participants
        if context.doc.sentence_of[m.head] != context.doc.sentence_of[act.predicate]
    ]


def _object_span(context: Context, act: Act) -> Span | None:
    if act.object is None:
        return None
    tokens = context.doc.subtree(
        act.object, without=("acl", "parataxis", "appos", "punct", "advcl", "ccomp")
    )
    while len(tokens) > 1 and context.doc.tokens[tokens[0]].dep in ("case", "cc", "punct"):
        tokens = tokens[1:]
    return context.doc.span_of(tokens)


def _tellers(context: Context, act: Act) -> list[Statement]:
    """The statements whose words tell the act, or whose cue is the act itself."""
    token = context.doc.tokens[act.predicate]
    return [
        s
        for s in context.statements
        if any(c.start <= token.start and token.end <= c.end for c in (*s.content, *s.cue))
    ]


def _final_status(context: Context, draft: Draft, tellers: Sequence[Statement]) -> Status:
    status = draft.act.status
    if status != "happened":
        return status
    dates, anchor = draft.dating.dates, context.anchor
    if (
        anchor is not None
        and anchor.latest is not None
        and dates.earliest is not None
        and dates.earliest > anchor.latest
    ):
        return "planned"
    if draft.act.root in MATERIAL_OR_HOSTILE and _claimed(context, draft.act, tellers):
        return "alleged"
    return status


def _is_timetable(context: Context, act: Act, dating: Dating) -> bool:
    """ "Heads to Tokyo on Sunday", told on a Friday: the simple present with a day to come."""
    token = context.doc.tokens[act.predicate]
    time, anchor = dating.time, context.anchor
    if act.root != "CONSULT" or time is None or not _WEEKDAY.fullmatch(time.text):
        return False
    text = token.text.lower()
    simple = token.pos == "VERB" and text in (token.lemma, f"{token.lemma}s")
    simple = simple and not text.endswith("ing")  # a gerund may be given as its own lemma
    day = dating.dates.day
    if not simple or day is None or anchor is None or anchor.earliest is None:
        return False
    return anchor.earliest - day > timedelta(days=1)


def _claimed(context: Context, act: Act, tellers: Sequence[Statement]) -> bool:
    """Whether the act is told only in the words of one who is no party to doing it."""
    token = context.doc.tokens[act.predicate]
    doers = {m.key for m in act.sources} | {m.country for m in act.sources if m.country}
    for s in tellers:
        is_own_act = any(c.start <= token.start < c.end for c in s.cue)
        is_aside = token.dep in ("acl", "acl:relcl") and s.form == "indirect"
        if is_own_act or is_aside or s.speaker is None:
            continue
        speaker = next((m for m in context.mentions if m.start == s.speaker.start), None)
        country = None if speaker is None else speaker.country
        if s.speaker.actor not in doers and (country is None or country not in doers):
            return True
    return False


def _span_of_event(context: Context, draft: Draft, status: Status) -> DateRange:
    """A planned act with no time of its own lies after the report, not before it."""
    dates, anchor = draft.dating.dates, context.anchor
    predicate = draft.act.predicate
    is_purpose = context.doc.tokens[predicate].dep == "advcl" and context.arguments.is_infinitive(
        predicate
    )
    if status == "planned" and is_purpose and draft.dating.basis != "publication":
        return dates  # "met on Tuesday to sign": of the day of the meeting
    time = draft.dating.time
    names_year = time is not None and re.search(r"\d{4}", time.text) is not None
    weekday = time is not None and _WEEKDAY.match(time.text) is not None
    if status == "planned" and weekday and _in_the_week_before(dates, anchor) and dates.day:
        week_on = dates.day + timedelta(days=7)  # told on Thursday, "to meet on Friday"
        return DateRange(week_on, week_on)
    if status == "planned" and not names_year and _lies_before(dates, anchor):
        dates = _years_on(dates, 1)  # "in May", told in June: the May to come
    if status == "planned" and draft.dating.basis != "time expression":
        return DateRange(None if anchor is None else anchor.earliest, None)
    return dates


def _in_the_week_before(dates: DateRange, anchor: DateRange | None) -> bool:
    return (
        dates.day is not None
        and anchor is not None
        and anchor.earliest is not None
        and timedelta(0) < anchor.earliest - dates.day < timedelta(days=8)
    )


def _lies_before(dates: DateRange, anchor: DateRange | None) -> bool:
    return (
        anchor is not None
        and anchor.earliest is not None
        and dates.latest is not None
        and dates.earliest is not None
        and LONG_PAST < anchor.earliest - dates.latest < A_YEAR
    )


def _years_on(dates: DateRange, years: int) -> DateRange:
    """The same days of another year."""
    if dates.earliest is None or dates.latest is None:
        return dates
    leap_safe = [
        d.replace(day=28) if (d.month, d.day) == (2, 29) else d
        for d in (dates.earliest, dates.latest)
    ]
    first, last = (d.replace(year=d.year + years) for d in leap_safe)
    return DateRange(first, last)

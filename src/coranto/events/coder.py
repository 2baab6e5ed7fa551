"""Events of one report: acts with their date, place, evidence and those who tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from coranto.actors import capital_of, country_of_place
from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act, ActFinder
from coranto.events.arguments import Arguments
from coranto.events.places import PlaceFinder
from coranto.ids import content_id
from coranto.language.document import Document
from coranto.times import Dating, date_of
from coranto.types import (
    DateRange,
    Event,
    Mention,
    Place,
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
    arguments = Arguments(doc, mentions)
    context = Context(
        doc, arguments, tuple(mentions), tuple(times), anchor, tuple(statements), report
    )
    finder = ActFinder(arguments, PlaceFinder(arguments, country_of_place, capital_of))
    acts = [_spoken(context, _with_parties(context, a)) for a in finder.acts()]
    drafts = [_Draft.of(context, a) for a in acts if a.participants]
    drafts = [_placed(d, drafts) for d in drafts]
    drafts = [_dated_by_meeting(d, drafts) for d in drafts]
    events = {e.id: e for e in (_event(context, d) for d in drafts)}
    return tuple(sorted(events.values(), key=lambda e: (e.start, e.id)))


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


def _spoken(context: Context, act: Act) -> Act:
    """An act done in words is its speaker's: the statement knows better than the tree whose."""
    if act.root not in SPOKEN:
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


@dataclass(frozen=True, slots=True)
class _Draft:
    act: Act
    dating: Dating
    place: Place | None
    elsewhere: tuple[Span, ...]
    """Evidence outside the predicate's sentence."""

    @classmethod
    def of(cls, context: Context, act: Act) -> _Draft:
        dating, elsewhere = _dated(context, act)
        return cls(act, dating, act.place, elsewhere)


def _dated(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]]:
    dating = date_of(context.doc, act.predicate, context.times, context.anchor)
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
    phrase = context.doc.span_of(doc.subtree(act.predicate))
    if phrase.start <= dating.time.start < phrase.end or token.dep.startswith("nsubj"):
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
            found = date_of(doc, i, context.times, context.anchor)
            if found.basis == "time expression":
                return found, (doc.span(sentence.start, sentence.end),)
    return None


def _placed(draft: _Draft, drafts: Sequence[_Draft]) -> _Draft:
    """A meeting told without its place took place where one of its parties was visiting then,
    as the same report tells it; the sentence on the visit becomes evidence."""
    if draft.place is not None or draft.act.root != "CONSULT" or draft.act.mode == "call":
        return draft
    keys = {m.key for m in draft.act.participants if m.key is not None}
    visits = [
        d
        for d in drafts
        if d.act.mode == "visit"
        and d.act.status == draft.act.status
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


def _dated_by_meeting(draft: _Draft, drafts: Sequence[_Draft]) -> _Draft:
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


def _word(draft: _Draft) -> tuple[int, int]:
    """Where a party of the act is named: a place in the sentence that tells it."""
    party = draft.act.participants[0]
    return party.start, party.end


def _tells(draft: _Draft) -> tuple[Span, ...]:
    place = draft.place
    if place is None or place.start is None or place.end is None:
        return ()
    return (Span(place.start, place.end, ""),)


def _may_coincide(visit: _Draft, meeting: _Draft) -> bool:
    return visit.dating.dates.overlaps(meeting.dating.dates) and (
        visit.dating.basis != "time expression" or visit.dating.dates.known
    )


# --- the event ---


def _event(context: Context, draft: _Draft) -> Event:
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


def _final_status(context: Context, draft: _Draft, tellers: Sequence[Statement]) -> Status:
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


def _claimed(context: Context, act: Act, tellers: Sequence[Statement]) -> bool:
    """Whether the act is told only in the words of one who is no party to doing it."""
    token = context.doc.tokens[act.predicate]
    doers = {m.key for m in act.sources} | {m.country for m in act.sources if m.country}
    for s in tellers:
        is_own_act = any(c.start <= token.start < c.end for c in s.cue)
        if is_own_act or s.speaker is None:
            continue
        speaker = next((m for m in context.mentions if m.start == s.speaker.start), None)
        country = None if speaker is None else speaker.country
        if s.speaker.actor not in doers and (country is None or country not in doers):
            return True
    return False


def _span_of_event(context: Context, draft: _Draft, status: Status) -> DateRange:
    """A planned act with no time of its own lies after the report, not before it."""
    dates, anchor = draft.dating.dates, context.anchor
    predicate = draft.act.predicate
    is_purpose = (
        context.doc.tokens[predicate].dep == "advcl" and context.arguments.marker(predicate) == "to"
    )
    if status == "planned" and is_purpose:
        return dates  # "met on Tuesday to sign": of the day of the meeting
    time = draft.dating.time
    names_year = time is not None and re.search(r"\d{4}", time.text) is not None
    weekday = time is not None and _WEEKDAY.match(time.text) is not None
    if status == "planned" and weekday and _in_the_week_before(dates, anchor) and dates.day:
        week_on = dates.day + timedelta(days=7)  # told on Thursday, "to meet on Friday"
        return DateRange(week_on, week_on)
    if status == "planned" and not names_year and _lies_before(dates, anchor):
        dates = _next_year(dates)
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


def _next_year(dates: DateRange) -> DateRange:
    """What is planned "in May" by a report of June is planned for the May to come."""
    if dates.earliest is None or dates.latest is None:
        return dates
    leap_safe = [
        d.replace(day=28) if (d.month, d.day) == (2, 29) else d
        for d in (dates.earliest, dates.latest)
    ]
    first, last = (d.replace(year=d.year + 1) for d in leap_safe)
    return DateRange(first, last)

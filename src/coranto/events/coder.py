"""Events of one report: acts with their date, place, evidence and those who tell them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from coranto.actors import capital_of, country_of_place
from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act
from coranto.events.ahead import by_now_held, counted_ahead, planned_in_history
from coranto.events.arguments import Arguments
from coranto.events.circumstances import circumstanced
from coranto.events.context import Context
from coranto.events.days import dated, foretold, is_progressive, today
from coranto.events.lexicon import base_form
from coranto.events.loose_times import WEEKDAY, nearer_year, years_on
from coranto.events.nominal import ActFinder
from coranto.events.places import PlaceFinder
from coranto.events.settle import Draft, settled, with_owners
from coranto.ids import content_id
from coranto.language.document import Document
from coranto.times import Dating
from coranto.types import (
    DateRange,
    Event,
    Mention,
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
A_WEEK, LONG_PAST, A_YEAR = timedelta(days=7), timedelta(days=60), timedelta(days=366)
"""A planned act whose bare month lies so far back is planned for that month of the next year."""
_LATER_TODAY = ("today", "tonight", "this afternoon", "this evening")
NEIGHBOURING_PARAGRAPHS = 2
"""How far a meeting told without its parties may look for them, in paragraphs."""


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
    mentions = [m for m in mentions if not (m.text.isupper() and _in_dateline(doc, m))]
    arguments = Arguments(doc, mentions)
    times = tuple(times)  # the same tuple where it is one: its index is kept from stage to stage
    if any(one.start > next_one.start for one, next_one in pairwise(times)):
        times = tuple(sorted(times, key=lambda t: t.start))
    context = Context(
        doc, arguments, tuple(mentions), times, anchor, tuple(statements), report,
        tuple((c.start, c.end, s) for s in statements for c in (*s.content, *s.cue)),
        tuple(t.start for t in times), _keys_by_sentence(doc, mentions),
    )  # fmt: skip
    finder = ActFinder(arguments, PlaceFinder(arguments, country_of_place, capital_of))
    acts = [_spoken(context, _with_parties(context, a)) for a in finder.acts()]
    acts = with_owners(finder.phrases, _whose_meetings(context, acts))
    all_drafts = [_draft(context, a) for a in acts if a.participants]
    drafts = [s for d in all_drafts if (s := settled(d, all_drafts, anchor)) is not None]
    scenes = [a for a in acts if not a.participants]
    drafts = circumstanced(context, drafts, scenes)
    events = {e.id: e for e in (_event(context, d) for d in drafts)}
    return tuple(sorted(events.values(), key=lambda e: (e.start, e.id)))


def _keys_by_sentence(
    doc: Document, mentions: Sequence[ActorMention]
) -> dict[int, frozenset[str | None]]:
    """The keys of the actors by the number of the sentence that mentions them."""
    out: dict[int, set[str | None]] = {}
    for m in mentions:
        out.setdefault(doc.sentence_of[m.head], set()).add(m.key)
    return {number: frozenset(keys) for number, keys in out.items()}


_DATELINE = re.compile(
    r"(?:[A-Z][\w.]+ \d\d?--)?[A-Z][A-Z/ .,]+[A-Z](?:, [\w .]+)?(?: \([\w/ ]+\))? ?(?:--|—|–|-)"
)


def _in_dateline(doc: Document, mention: ActorMention) -> bool:
    """Whether a mention is the place that a report is filed from: "WASHINGTON -- Senior …"."""
    line = doc.text.rfind("\n", 0, mention.start) + 1
    if mention.start - line > 20:
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
    if act.status == "planned":
        return act  # "the summit will send a message", Lund said of one of many
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
    return act._replace(sources=(first,), targets=(second,))


def _meets_elsewhere(context: Context, act: Act) -> bool:
    """Whether the sentence tells another meeting: "the meeting came after Orlova met Tan"."""
    doc = context.doc
    sentence = doc.sentences[doc.sentence_of[act.predicate]]
    return any(
        doc.tokens[i].pos == "VERB" and doc.tokens[i].lemma.lower() == "meet"
        for i in range(sentence.first_token, sentence.last_token)
        if i != act.predicate
    )


def _whose_meetings(context: Context, acts: Sequence[Act]) -> list[Act]:
    """ "Rao wrote of Lund's letter ahead of his meeting with Tan": of him who meets Tan elsewhere,
    where it tells of no other meeting of the two whom the clause gives."""
    pairs = Counter(
        (s.key, t.key)
        for a in acts
        if a.root == "CONSULT" and a.mode != "host"
        for s in a.sources
        for t in a.targets
    )
    return [_of_nearer(context, a, pairs) for a in acts]


def _of_nearer(context: Context, act: Act, pairs: Counter[tuple[str | None, str | None]]) -> Act:
    doc = context.doc
    is_noun = doc.tokens[act.predicate].pos == "NOUN"
    if is_noun and act.root == "CONSULT" and act.mode != "visit" and len(act.sources) > 1:
        return _of_those_who_meet(act, pairs)
    his = doc.child(act.predicate, "nmod:poss")
    is_pair = len(act.sources) == len(act.targets) == 1
    if his is None or doc.lows[his] not in ("his", "her") or not is_pair:
        return act
    source, target = act.sources[0], act.targets[0]
    if pairs[source.key, target.key] != 1 or pairs[target.key, source.key]:
        return act
    start = doc.sentence_span(act.predicate).start
    between = [
        m
        for m in context.mentions
        if m.kind == "person" and start <= m.start and source.end <= m.start < doc.tokens[his].start
        and m.key not in (None, source.key, target.key)
        and doc.tokens[m.head].dep not in ("obj", "iobj")  # "told Rao about his meeting"
    ]  # fmt: skip
    if between and pairs[between[-1].key, target.key] + pairs[target.key, between[-1].key]:
        return act._replace(sources=(between[-1],))
    return act


def _of_those_who_meet(act: Act, pairs: Counter[tuple[str | None, str | None]]) -> Act:
    """ "Lund and Rao talk ahead of the summit with Tan": of the two, the one whom the report has
    meet Tan in other words too, where it does not have the other."""
    others = (
        {
            s.key: max(pairs[s.key, t.key] - 1 + pairs[t.key, s.key] for t in act.targets)
            for s in act.sources
        }
        if act.targets
        else {}
    )
    met = [s for s in act.sources if others.get(s.key, 0) > 0]
    return act._replace(sources=tuple(met)) if len(met) == 1 else act


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
            return act._replace(sources=(found[0],), targets=targets)
    return act


# --- an act with its date ---


def _dated(context: Context, act: Act) -> tuple[Dating, tuple[Span, ...]]:
    dating, elsewhere = dated(context, act)
    if act.status == "cancelled" and dating.time is not None:
        dates = nearer_year(dating.time, dating.dates, context.anchor)
        return replace(dating, dates=dates), elsewhere
    return dating, elsewhere


def _draft(context: Context, act: Act) -> Draft:
    doc = context.doc
    dating, elsewhere = _dated(context, act)
    if act.status == "happened" and is_progressive(context, act):
        if act.root == "CONSULT" and dating.dates.earliest is None:
            dating = replace(dating, dates=today(context.anchor))  # "are meeting": now
        sets_out = act.mode == "visit" and dating.basis == "publication" and _sets_out(doc, act)
        planned = _is_to_come(context, dating) and act.mode != "visit" and act.root not in SPOKEN
        if sets_out or planned:
            return Draft(act._replace(status="planned"), dating, act.place, elsewhere)
        told = foretold(context, act)
        if told is not None and act.mode == "visit" and _is_by_now(context, told):
            act = act._replace(granted=False)  # "are arriving on Sunday"
            return Draft(act, told, act.place, elsewhere)
        if told is not None:
            return Draft(act._replace(status="planned"), told, act.place, elsewhere)
    if act.status == "planned" and dating.basis != "time expression":
        if (held := by_now_held(context, act)) is not None:
            over = act._replace(status="happened", ahead=False)
            return Draft(over, held, act.place, elsewhere, told=True)
        told = counted_ahead(context, act)
        if told is None and not act.ahead:
            told = planned_in_history(context, act)
        if told is not None:
            return Draft(act, told, act.place, elsewhere, told=True)
    if act.status == "happened" and _is_setting_out(context, act, dating):
        return Draft(act._replace(status="planned"), _from_now_on(context), act.place, elsewhere)
    if act.status == "happened" and _is_of_this_week(context, act, dating):
        return Draft(act._replace(status="planned"), _from_now_on(context), act.place, elsewhere)
    if act.status == "happened" and _is_of_today(context, act, dating):
        return Draft(act._replace(status="planned"), dating, act.place, elsewhere)
    if act.status == "happened" and _is_timetable(context, act, dating):
        week_on = _days_on(dating.dates, timedelta(days=7))
        return Draft(act._replace(status="planned"), replace(dating, dates=week_on), act.place, ())
    return Draft(act, dating, act.place, elsewhere)


def _is_by_now(context: Context, dating: Dating) -> bool:
    latest = None if context.anchor is None else context.anchor.latest
    return latest is not None and dating.dates.day is not None and dating.dates.day <= latest


def _sets_out(doc: Document, act: Act) -> bool:
    """ "Is going to Rome", "is headed for Rome": he is not there yet."""
    return base_form(doc.tokens[act.predicate]) in ("go", "head", "travel", "fly", "come")


def _is_setting_out(context: Context, act: Act, dating: Dating) -> bool:
    """ "He goes to Rome after visiting Oslo": on the way, told in the simple present."""
    is_present = act.mode == "visit" and _is_simple_present(context, act)
    lemma = base_form(context.doc.tokens[act.predicate])
    return is_present and dating.basis == "publication" and lemma in ("go", "head", "travel")


def _is_to_come(context: Context, dating: Dating) -> bool:
    """ "Is meeting Tan on Monday", told on the Monday or before."""
    day, anchor = dating.dates.day, context.anchor
    if day is None or anchor is None or anchor.earliest is None:
        return False
    return dating.basis == "time expression" and day >= anchor.earliest


def _days_on(dates: DateRange, by: timedelta) -> DateRange:
    first, last = dates.earliest, dates.latest
    return DateRange(first and first + by, last and last + by)


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
    at = (predicate.start, predicate.end, *(() if act.goal is None else (act.goal,)))
    return Event(
        id=content_id("e", context.report, act.root, act.mode, *at),
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
    at = act.predicate
    if act.object < at and context.doc.tokens[at].dep == "acl":
        tokens = [i for i in tokens if i < at]  # "the accord (reached by Oman)"
    while len(tokens) > 1 and context.doc.tokens[tokens[0]].dep in ("case", "cc", "punct"):
        tokens = tokens[1:]
    of = tokens[-1] + 1
    if of < len(context.doc.tokens) and context.doc.lows[of] == "of":
        counted = context.doc.tokens[of].head  # "a series of deals", which the parse parts
        if context.doc.tokens[counted].head == context.doc.tokens[act.object].head:
            tokens = [*tokens, *context.doc.subtree(counted, without=("acl", "advcl"))]
    if act.root == "AGREE":  # "an agreement to resume ties": what it is about
        for c in context.doc.dependents(act.object, "acl"):
            if c > act.object and context.arguments.is_infinitive(c):
                tokens = [*tokens, *context.doc.subtree(c, without=("acl", "advcl", "parataxis"))]
    return context.doc.span_of(tokens)


def _tellers(context: Context, act: Act) -> list[Statement]:
    """The statements whose words tell the act, or whose cue is the act itself."""
    token = context.doc.tokens[act.predicate]
    first, last = token.start, token.end
    found = {s.id: s for start, end, s in context.spoken if start <= first and last <= end}
    return list(found.values())


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


def _is_of_this_week(context: Context, act: Act, dating: Dating) -> bool:
    """ "This week Lund meets Tan": the simple present of what the week is to bring."""
    time = dating.time
    is_week = time is not None and time.text.lower() in ("this week", "this weekend", "this month")
    return is_week and act.root == "CONSULT" and _is_simple_present(context, act)


def _is_of_today(context: Context, act: Act, dating: Dating) -> bool:
    """ "Today Lund meets Tan", "they first meet in the hall": what the day is to bring."""
    text = "" if dating.time is None else dating.time.text.lower()
    is_today = text in _LATER_TODAY or text.startswith("later ")
    is_main = not context.arguments.markers(act.predicate)  # not "as they meet today"
    adverbs = {context.doc.lows[c] for c in context.doc.dependents(act.predicate, "advmod")}
    is_today = is_today or bool(adverbs & {"first", "then", "next", "later"})
    return is_today and is_main and act.root == "CONSULT" and _is_simple_present(context, act)


def _from_now_on(context: Context) -> Dating:
    earliest = None if context.anchor is None else context.anchor.earliest
    return Dating(DateRange(earliest, None), "publication")


def _is_simple_present(context: Context, act: Act) -> bool:
    token = context.doc.tokens[act.predicate]
    text = token.text.lower()
    simple = token.pos == "VERB" and text in (token.lemma, f"{token.lemma}s", f"{token.lemma}es")
    return simple and not text.endswith("ing")  # a gerund may be given as its own lemma


def _is_timetable(context: Context, act: Act, dating: Dating) -> bool:
    """ "Heads to Tokyo on Sunday", told on a Friday: the simple present with a day to come."""
    time, anchor = dating.time, context.anchor
    if act.root != "CONSULT" or time is None or not WEEKDAY.fullmatch(time.text):
        return False
    day = dating.dates.day
    if (
        not _is_simple_present(context, act)
        or day is None
        or anchor is None
        or anchor.earliest is None
    ):
        return False
    return anchor.earliest - day > timedelta(days=1)


_OFFICIAL = frozenset(("announce", "confirm"))
"""What an office says of what has been done, where it does not say by whom."""


def _claimed(context: Context, act: Act, tellers: Sequence[Statement]) -> bool:
    """Whether the act is told only in the words of one who is no party to doing it."""
    token = context.doc.tokens[act.predicate]
    doers = {m.key for m in act.sources} | {m.country for m in act.sources if m.country}
    for s in tellers:
        is_own_act = any(c.start <= token.start < c.end for c in s.cue)
        is_aside = token.dep in ("acl", "acl:relcl") and not _is_quoted(context, act, s)
        if is_own_act or is_aside or s.speaker is None:
            continue
        speaker = next((m for m in context.mentions if m.start == s.speaker.start), None)
        if speaker is not None and speaker.media:
            continue  # "as reported by Al Jazeera": a report is no party's claim
        if not doers and s.act in _OFFICIAL:
            continue  # "the minister announced that he had been expelled"
        country = None if speaker is None else speaker.country
        if s.speaker.actor not in doers and (country is None or country not in doers):
            return True
    return False


def _is_quoted(context: Context, act: Act, s: Statement) -> bool:
    """Whether the act stands between a statement's quotation marks."""
    if s.form != "mixed":
        return s.form == "direct"
    at = context.doc.tokens[act.predicate].start
    return any(
        len(re.findall('["“”]|‘‘|’’', context.doc.text[c.start : at])) % 2 == 1
        for c in s.content
        if c.start <= at < c.end
    )


def _span_of_event(context: Context, draft: Draft, status: Status) -> DateRange:
    """A planned act with no time of its own lies after the report, not before it."""
    dates, anchor = draft.dating.dates, context.anchor
    predicate = draft.act.predicate
    gerund = context.doc.lows[predicate].endswith("ing")  # "looked forward to receiving Tan"
    is_purpose = (
        context.doc.tokens[predicate].dep == "advcl"
        and context.arguments.is_infinitive(predicate)
        and not gerund
    )
    if status == "planned" and is_purpose and draft.dating.basis != "publication":
        return dates  # "met on Tuesday to sign": of the day of the meeting
    time = draft.dating.time
    names_year = time is not None and re.search(r"\d{4}", time.text) is not None
    weekday = time is not None and WEEKDAY.match(time.text) is not None
    if status == "planned" and weekday and _in_the_week_before(dates, anchor) and dates.day:
        week_on = dates.day + timedelta(days=7)  # told on Thursday, "to meet on Friday"
        return DateRange(week_on, week_on)
    if status == "planned" and not names_year and _lies_before(dates, anchor):
        dates = years_on(dates, 1)  # "in May", told in June: the May to come
    if status == "planned" and draft.told:
        return dates
    if status == "planned" and draft.dating.basis != "time expression":
        return _since_departure(context, draft.act) or DateRange(
            None if anchor is None else anchor.earliest, None
        )
    return _up_to_now(dates, anchor) if status == "happened" else dates


def _up_to_now(dates: DateRange, anchor: DateRange | None) -> DateRange:
    """What happened did so by the time of publication."""
    if anchor is None or anchor.latest is None:
        return dates
    latest = anchor.latest if dates.latest is None else min(dates.latest, anchor.latest)
    is_after = dates.earliest is not None and dates.earliest > latest
    return DateRange(None if is_after else dates.earliest, latest)


def _since_departure(context: Context, act: Act) -> DateRange | None:
    """ "Went to Rome in March for talks with Tan", told in May: talks to be held from March on."""
    doc, anchor = context.doc, context.anchor
    head = doc.tokens[act.predicate].head
    if head < 0 or context.arguments.case(act.predicate) != "for":
        return None
    went = context.dating_of(head).dates
    if anchor is None or anchor.earliest is None or went.earliest is None or went.latest is None:
        return None
    return DateRange(went.earliest, None) if anchor.earliest - went.latest > A_WEEK else None


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

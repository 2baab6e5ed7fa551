"""Where and when an act was, as other acts of its report tell it: the visit that a meeting was part
of, the summit that a report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act
from coranto.events.context import Context
from coranto.events.days import LEAD, dated
from coranto.events.loose_times import WEEKDAY
from coranto.events.settle import Draft, dated_from, of_one_family, the_day
from coranto.times import Dating
from coranto.types import DateRange, Place, Span

NEWS = timedelta(days=8)
"""Stays that lie further from the publication are history, not the journey that is reported on."""
A_MONTH = timedelta(days=31)
"""A meeting of a longer time than this ("twice last year") is not of one stay."""
_ENCOUNTERS = frozenset(("meet", "talks", "host"))
_OTHER_TIMES = frozenset("previous earlier last past prior former future next".split())
"""Words for a meeting that was not on the journey that a report is about."""
_FORMERLY = frozenset(("before", "previously", "earlier", "twice", "times"))
_ANOTHER = frozenset("again another second third twice previously has have had".split())


def circumstanced(context: Context, drafts: Sequence[Draft], scenes: Sequence[Act]) -> list[Draft]:
    """The drafts of a report, each with the place and days that the others give it.

    ``scenes`` are acts of no parties: "the summit in Geneva", "Monday's meeting".
    """
    main = _main_company(drafts)
    drafts = [_dated_by_same(context, d, drafts) for d in drafts]
    drafts = _dated_by_scenes(context, drafts, scenes, main)
    stage = _stage(context, scenes, main)
    anchor = context.anchor
    found = [_by_phone(context, d, drafts) for d in drafts]
    found = [_dated_by_stay(context, d, found) for d in found]
    drafts = found
    stays = [(d, travellers) for d in found if d.place and (travellers := _travellers(d))]
    found = [_placed(d, stays, anchor) for d in found]
    found = [_told_with_place(d, found, anchor) for d in found]
    if stage is not None:
        day = _day_at(context, stage)
        found = [_staged(d, main, stage, anchor) if _fits(d, day) else d for d in found]
    # "They have met twice before" was neither here nor on this journey.
    found = [
        then if _is_of_former_time(context, then) else now
        for then, now in zip(drafts, found, strict=True)
    ]
    found = [_dated_by_pact(_dated_by_meeting(context, d, found), found) for d in found]
    return [_dated_by_company(context, d, found) for d in found]


def _is_encounter(draft: Draft) -> bool:
    return draft.act.root == "CONSULT" and draft.act.mode in _ENCOUNTERS


def _by_phone(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "Lund spoke with Tan" is the call of the two that the report tells elsewhere."""
    act = draft.act
    lemma = context.doc.tokens[act.predicate].lemma.lower()
    if act.mode != "talks" or draft.place is not None or lemma not in ("speak", "talk"):
        return draft
    is_call = any(
        d.act.mode == "call"
        and d.keys == draft.keys
        and d.act.status == act.status
        and d.dating.dates.overlaps(draft.dating.dates)
        for d in drafts
    )
    return draft._replace(act=act._replace(mode="call")) if is_call else draft


# --- the day that the report gives elsewhere ---


def _dated_by_same(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A meeting or journey told without its day has the one day that the report gives it."""
    if not _may_lack_day(context, draft):
        return draft
    keys = draft.keys
    same = [
        d.dating
        for d in drafts
        if d is not draft
        and d.act.status == draft.act.status
        and of_one_family(d.act, draft.act)
        and keys <= d.keys
        and (draft.act.mode != "visit" or _is_one_land(d.place, draft.place))
    ]
    one = the_day(same)
    if one is None or not _may_be_of(context, draft, one) or _is_told_as_history(context, draft):
        return draft
    return dated_from(draft, one)


def _dated_by_scenes(
    context: Context, drafts: Sequence[Draft], scenes: Sequence[Act], main: frozenset[str]
) -> list[Draft]:
    """The meeting that a report is about is of the day of "Monday's summit"."""
    timed = [a for a in scenes if context.times_of_sentence(a.predicate)]
    of_main = [d for d in drafts if _is_encounter(d) and main <= d.keys] if len(main) > 1 else []
    is_main = len(of_main) > 1 or any(
        context.doc.sentence_of[d.act.predicate] < LEAD for d in of_main
    )
    if not timed or not is_main:
        return list(drafts)
    lacking = {id(d) for d in of_main if _lacks_day(context, d)}
    told = [dated(context, a)[0] for a in timed if lacking and not _is_of_other_words(context, a)]
    to_come = the_day([_weekday_to_come(context, d) for d in told])
    past = the_day(told)
    out = []
    for d in drafts:
        one = to_come if d.act.status == "planned" else past
        fits = id(d) in lacking and one is not None and _may_be_of(context, d, one)
        out.append(dated_from(d, one) if fits and one is not None else d)
    return out


def _weekday_to_come(context: Context, told: Dating) -> Dating:
    """ "Monday's summit" of one still to come, read as the Monday before."""
    day, first = told.dates.day, None if context.anchor is None else context.anchor.earliest
    if day is None or first is None or told.time is None or not WEEKDAY.fullmatch(told.time.text):
        return told
    if not timedelta(0) < first - day < timedelta(days=7):
        return told
    day += timedelta(days=7)
    return replace(told, dates=DateRange(day, day))


def _lacks_day(context: Context, draft: Draft) -> bool:
    """Whether an encounter or journey of the news, or of days to come, has no day of its own."""
    return _may_lack_day(context, draft) and not _is_told_as_history(context, draft)


def _is_told_as_history(context: Context, draft: Draft) -> bool:
    """Whether the sentence of an act is on a time long past."""
    own = context.dating_of(draft.act.predicate)
    return own.basis == "time expression" and not _is_news(own.dates, context.anchor)


def _may_lack_day(context: Context, draft: Draft) -> bool:
    act, dating = draft.act, draft.dating
    if act.root != "CONSULT" or act.mode not in (*_ENCOUNTERS, "visit") or not draft.keys:
        return False
    is_told = draft.told and dating.dates.day is not None
    if dating.basis == "time expression" or is_told or _is_of_other_words(context, act):
        return False
    if act.status == "planned":
        return True
    is_news = act.status == "happened" and _is_news(dating.dates, context.anchor)
    return is_news and dating.dates.day is None


def _may_be_of(context: Context, draft: Draft, one: Dating) -> bool:
    anchor = context.anchor
    if draft.act.status != "planned":
        return draft.dating.dates.overlaps(one.dates)
    first = None if anchor is None else anchor.earliest
    return first is not None and one.dates.day is not None and one.dates.day >= first


def _is_of_other_words(context: Context, act: Act) -> bool:
    """ "Their next summit", "will meet again": another than the one of the news."""
    doc, at = context.doc, act.predicate
    words = {doc.lows[c] for c in doc.dependents(at, "amod", "det", "advmod", "aux")}
    return bool(words & (_OTHER_TIMES | _ANOTHER))


def _is_of_former_time(context: Context, draft: Draft) -> bool:
    doc, at = context.doc, draft.act.predicate
    return any(doc.lows[c] in _FORMERLY for c in doc.dependents(at, "advmod", "obl"))


def _is_one_land(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and a.country == b.country is not None


# --- the summit that a report is about ---


def _stage(context: Context, scenes: Sequence[Act], main: frozenset[str]) -> Place | None:
    """The one place of the meetings that are named without their parties: "their summit in
    Geneva", "the Geneva summit"."""
    places = [
        a.place
        for a in scenes
        if a.place is not None
        and _is_the_one(context, a, a.place)
        and not _is_of_others(context, a, main)
    ]
    if len({p.country for p in places}) != 1 or places[0].country is None:
        return None  # none, or several, or no place on the map: "a summit on the Peninsula"
    names = Counter(p.name for p in places)
    return min(places, key=lambda p: (-names[p.name], p.start or 0))


def _day_at(context: Context, stage: Place) -> DateRange | None:
    """The day that the sentence of a stage names: "the summit planned for June 12 in Rome"."""
    if stage.start is None or (at := context.doc.token_at(stage.start)) is None:
        return None
    days = {t.dates for t in context.times_of_sentence(at) if t.dates.day is not None}
    return days.pop() if len(days) == 1 else None


def _fits(draft: Draft, day: DateRange | None) -> bool:
    """Whether an act may have been on the day of the stage."""
    has_own = draft.dating.basis == "time expression"
    return day is None or not has_own or draft.dating.dates.overlaps(day)


def _is_the_one(context: Context, act: Act, place: Place) -> bool:
    """Whether a meeting named without its parties has no other name than its place: not "the NATO
    summit in Brussels", "last year's summit", "in Moscow they say that the summit"."""
    doc = context.doc
    noun = act.predicate
    if doc.tokens[noun].pos == "VERB":
        noun = context.arguments.object(noun) or noun  # "attended the summit"
    if not _is_phrase_of(context, place, noun) or _is_long_over(context, noun):
        return False
    for c in doc.dependents(noun, "compound", "nmod:poss", "nmod:desc", "amod"):
        token = doc.tokens[c]
        is_place = place.start is not None and place.start <= token.start < (place.end or 0)
        named = token.pos == "PROPN" or token.text[0].isupper() or any(map(str.isdigit, token.text))
        if (named or token.dep == "nmod:poss") and not is_place and token.text.lower() != "their":
            return False
    return not _OTHER_TIMES & _words_before(context, noun)


def _is_of_others(context: Context, act: Act, main: frozenset[str]) -> bool:
    """ "Lund said of Tan after their summit in Rome": whose it is, the sentence tells."""
    noun = act.predicate
    if context.doc.tokens[noun].pos == "VERB":
        noun = context.arguments.object(noun) or noun
    if context.doc.child(noun, "nmod:poss") is None:
        return False
    sentence = context.doc.sentence_span(noun)
    named = {
        m.key
        for m in context.mentions
        if m.kind == "person" and m.key is not None and sentence.start <= m.start < sentence.end
    }
    return not named <= main


def _is_phrase_of(context: Context, place: Place, noun: int) -> bool:
    """Whether a place stands in the noun's own phrase."""
    doc = context.doc
    head = None if place.start is None else doc.token_at(place.start)
    for i in () if head is None else (head, *doc.ancestors(head)):
        if i == noun:
            return True
        if doc.tokens[i].pos not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def _is_long_over(context: Context, noun: int) -> bool:
    dates = context.dating_of(noun)
    latest, anchor = dates.dates.latest, context.anchor
    if anchor is None or anchor.earliest is None or latest is None:
        return False
    return anchor.earliest - latest > NEWS


def _words_before(context: Context, noun: int) -> set[str]:
    doc = context.doc
    return {doc.lows[c] for c in doc.dependents(noun, "amod", "det")}


def _main_company(drafts: Sequence[Draft]) -> frozenset[str]:
    """The parties that most of a report's meetings are of."""
    count = Counter(d.keys for d in drafts if _is_encounter(d) and len(d.keys) > 1)
    return min(count, key=lambda keys: (-count[keys], sorted(keys))) if count else frozenset()


def _staged(draft: Draft, main: frozenset[str], stage: Place, anchor: DateRange | None) -> Draft:
    """The meeting that the report is about, at the place of "the summit"."""
    if draft.place is not None or not _is_encounter(draft) or not main <= draft.keys:
        return draft
    is_open = draft.act.status == "planned" and not draft.told
    if not is_open and not _is_news(draft.dating.dates, anchor):
        return draft
    return draft._replace(place=stage, elsewhere=(*draft.elsewhere, *_at(stage)))


def _is_news(dates: DateRange, anchor: DateRange | None) -> bool:
    if anchor is None or anchor.earliest is None:
        return False
    first, last = dates.earliest, dates.latest
    return first is not None and last is not None and anchor.earliest - first <= NEWS


# --- the journey that a meeting was part of ---


def _dated_by_stay(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A meeting told without its day was during the stay on which its visitor met other hosts."""
    dates = draft.dating.dates
    if not _is_encounter(draft) or draft.act.status != "happened" or _is_short(dates):
        return draft
    if draft.dating.basis == "time expression" or _is_of_other_time(context, draft):
        return draft
    for host in draft.act.participants:
        for guest in draft.act.participants:
            is_guest = guest.kind == "person" and guest.country not in (None, host.country)
            if host.country is None or guest.key is None or not is_guest:
                continue
            told = _stay(guest.key, host.country, draft, drafts, context.anchor)
            if told is not None and told.dating.dates.overlaps(dates):
                return _within(draft, told, context.anchor)
    return draft


def _is_short(dates: DateRange) -> bool:
    first, last = dates.earliest, dates.latest
    return first is not None and last is not None and last - first < timedelta(days=1)


def _is_of_other_time(context: Context, draft: Draft) -> bool:
    """ "Had met", "his previous meeting", or told in a sentence on history."""
    doc, at = context.doc, draft.act.predicate
    aux = {doc.lows[c] for c in doc.dependents(at, "aux", "advmod")}
    if aux & {"has", "have", "had", "previously", "earlier", "last", "first"}:
        return True
    return bool(_OTHER_TIMES & _words_before(context, at))


def _stay(
    guest: str, land: str, draft: Draft, drafts: Sequence[Draft], anchor: DateRange | None
) -> Draft | None:
    """The earliest act that tells of the guest's being in the land, in the news; ``None`` where
    the report also tells of a stay there long before."""
    there = [d for d in drafts if d is not draft and _is_there(d, guest, land)]
    long_ago = [d for d in there if not _is_news(d.dating.dates, anchor)]
    if any(d.dating.dates.known for d in long_ago):
        return None
    news = [d for d in there if _is_news(d.dating.dates, anchor) and _is_short(d.dating.dates)]
    return min(news, key=lambda d: (str(d.dating.dates.earliest), d.act.predicate), default=None)


def _is_there(draft: Draft, guest: str, land: str) -> bool:
    """Whether an act tells by date that the guest visited the land, or met those of it there."""
    act = draft.act
    if act.status != "happened" or draft.dating.basis not in ("time expression", "narrative"):
        return False
    if act.mode == "visit":
        place = draft.place
        return place is not None and place.country == land and _has(act.sources, guest)
    if not _is_encounter(draft) or not _has(act.participants, guest):
        return False
    hosts = any(m.country == land for m in act.participants if m.key != guest)
    return hosts and (draft.place is None or draft.place.country == land)


def _has(mentions: Sequence[ActorMention], key: str) -> bool:
    return any(m.key == key for m in mentions)


def _within(draft: Draft, told: Draft, anchor: DateRange | None) -> Draft:
    """From the first day that is told of the stay to the publication."""
    last = None if anchor is None else anchor.latest
    stay = DateRange(told.dating.dates.earliest, last)
    dates = draft.dating.dates.intersect(stay) if draft.dating.dates.overlaps(stay) else stay
    dating = Dating(dates, "narrative", told.dating.time)
    spans = (*draft.elsewhere, Span(*_word(told), ""))
    return draft._replace(dating=dating, elsewhere=spans)


def _placed(
    draft: Draft, stays: Sequence[tuple[Draft, frozenset[str]]], anchor: DateRange | None
) -> Draft:
    """A meeting told without its place took place where one of its parties was visiting then,
    as the same report tells it; the sentence on the visit becomes evidence.

    ``stays`` are the acts that name a place, each with the keys of those who travelled there.
    """
    if draft.place is not None or draft.act.root != "CONSULT" or draft.act.mode == "call":
        return draft
    keys = {m.key for m in draft.act.participants if m.key is not None}
    visits = [
        (d, travellers)
        for d, travellers in stays
        if d.act.status in (draft.act.status, "happened")
        and keys & travellers
        and _may_coincide(d, draft)
        and (_is_news(d.dating.dates, anchor) or not _is_history(d, draft))
    ]
    if len({d.place.country for d, _ in visits if d.place is not None}) != 1:
        return draft
    visit = visits[0][0]
    hosts = {m.country for m in draft.act.participants if m.country is not None}
    here = {k for _, travellers in visits for k in keys & travellers}
    if visit.place is None or (visit.place.country not in hosts and len(here) < 2):
        return draft  # neither at one's home nor where both travelled
    return draft._replace(place=visit.place, elsewhere=(*draft.elsewhere, *_at(visit.place)))


def _told_with_place(draft: Draft, drafts: Sequence[Draft], anchor: DateRange | None) -> Draft:
    """A meeting of the news takes the place of the same parties' meeting told with one."""
    if draft.place is not None or not _is_encounter(draft):
        return draft
    if len(keys := draft.keys) < 2:
        return draft
    status, dates = draft.act.status, draft.dating.dates
    if status != "planned" and not (status == "happened" and _is_news(dates, anchor)):
        return draft
    same = [
        d.place
        for d in drafts
        if d.place is not None
        and d.act.status == status
        and _is_encounter(d)
        and d.keys == keys
        and ((status == "planned" and not draft.told) or d.dating.dates.overlaps(dates))
    ]
    same = [p for p in same if p.country is not None] or same
    if len({p.country for p in same}) != 1:
        return draft
    return draft._replace(place=same[0], elsewhere=(*draft.elsewhere, *_at(same[0])))


def _travellers(draft: Draft) -> frozenset[str]:
    """Those whom an act tells to have been at its place, which is not their home."""
    if draft.act.mode != "visit" and not (_is_encounter(draft) and _is_short(draft.dating.dates)):
        return frozenset()
    came = draft.act.sources if draft.act.mode == "visit" else draft.act.participants
    home = None if draft.place is None else draft.place.country
    return frozenset(m.key for m in came if m.key is not None and m.country != home)


def _dated_by_meeting(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
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
            dates = other.dating.dates
            if _is_arrival(context, act):
                dates = _on_the_eve(dates)
            dating = Dating(dates, "narrative", other.dating.time)
            spans = (*draft.elsewhere, Span(*_word(other), ""))
            return draft._replace(dating=dating, elsewhere=spans)
    return draft


def _on_the_eve(dates: DateRange) -> DateRange:
    """People arrive on the day of a meeting or on its eve."""
    first = dates.earliest
    return DateRange(None if first is None else first - timedelta(days=1), dates.latest)


def _is_arrival(context: Context, act: Act) -> bool:
    lemma = context.doc.tokens[act.predicate].lemma.lower()
    return lemma in ("arrive", "land", "touch", "fly", "arrival")


def _dated_by_pact(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A mediation of no day of its own is of the time of the agreement that came of it."""
    act = draft.act
    if act.mode != "mediate" or act.status != "happened" or draft.dating.basis != "publication":
        return draft
    keys = frozenset(m.key for m in act.targets if m.key is not None)
    pacts = [
        d
        for d in drafts
        if keys and d.act.root == "AGREE" and d.keys == keys and d.act.status == "happened"
        and d.dating.basis == "time expression" and d.dating.dates.known
        and d.dating.dates.overlaps(draft.dating.dates)
    ]  # fmt: skip
    if len({d.dating.dates for d in pacts}) != 1:
        return draft
    dating = Dating(pacts[0].dating.dates, "narrative", pacts[0].dating.time)
    return draft._replace(dating=dating, elsewhere=(*draft.elsewhere, Span(*_word(pacts[0]), "")))


def _dated_by_company(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """ "… agreed on Wednesday to end the war. Delegates from both sides signed an accord", "the
    leaders also agreed": what those named together with an act of one day agree on in the news is
    of that day, where no other is told."""
    act = draft.act
    if act.root != "AGREE" or act.status != "happened" or draft.dating.basis != "publication":
        return draft
    if context.arguments.is_passive(act.predicate):
        return draft  # "the deal was extended": the day of the deal is another
    heads = {m.head for m in act.participants}
    told = [d for d in drafts if d is not draft and {m.head for m in d.act.participants} == heads]
    if all(context.doc.sentence_of[i] == context.doc.sentence_of[act.predicate] for i in heads):
        told = []
    if not told and _are_named_together(context, act):
        told = [d for d in drafts if d.keys == draft.keys and d.act.predicate < act.predicate]
    one = the_day([d.dating for d in told if d.act.status == "happened"])
    is_news = one is not None and _is_news(one.dates, context.anchor)
    return dated_from(draft, one) if one is not None and is_news else draft


def _are_named_together(context: Context, act: Act) -> bool:
    """Whether one mention ("the leaders") names all parties of what is not told in the perfect."""
    doc = context.doc
    aux = {doc.lows[c] for c in doc.dependents(act.predicate, "aux")}
    words = {(m.start, m.end) for m in act.participants}
    is_all = len(words) == 1 and len({m.key for m in act.participants} - {None}) > 1
    return is_all and not aux & {"has", "have", "had"}


def _word(draft: Draft) -> tuple[int, int]:
    """Where a party of the act is named: a place in the sentence that tells it."""
    party = draft.act.participants[0]
    return party.start, party.end


def _at(place: Place) -> tuple[Span, ...]:
    """Where the report names a place: its sentence becomes evidence."""
    if place.start is None or place.end is None:
        return ()
    return (Span(place.start, place.end, ""),)


def _is_history(visit: Draft, meeting: Draft) -> bool:
    """Whether a dated stay is too far from the news to be that of a meeting of no known day."""
    first, last = meeting.dating.dates.earliest, meeting.dating.dates.latest
    is_dated = first is not None and last is not None and last - first <= A_MONTH
    return visit.dating.dates.known and not is_dated


def _may_coincide(visit: Draft, meeting: Draft) -> bool:
    return visit.dating.dates.overlaps(meeting.dating.dates) and (
        visit.dating.basis != "time expression" or visit.dating.dates.known
    )

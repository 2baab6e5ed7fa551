"""Entries: the lines of the chronology, one for each act or utterance, over all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from coranto.chronology.bodies import without_their_countries
from coranto.chronology.clusters import (
    Cluster,
    cluster_events,
    cluster_statements,
    join_spoken_acts,
)
from coranto.chronology.days import days_of_call, length
from coranto.chronology.denials import find_denials
from coranto.chronology.disagreements import (
    disagreements,
    quantities_in_dispute,
    told_ahead,
    without_repetitions,
)
from coranto.chronology.echoes import join_echoes
from coranto.chronology.origins import Sources, origins
from coranto.chronology.sayings import summarise_spoken_act, summarise_statement
from coranto.chronology.summaries import is_untold, summarise_event
from coranto.chronology.timeline import in_time
from coranto.chronology.variants import Vectors, join_paraphrases
from coranto.ids import content_id
from coranto.types import (
    Actor,
    CopyGroup,
    DateRange,
    Entry,
    Event,
    Evidence,
    Place,
    Report,
    Span,
    Statement,
    Status,
)

_BESIDE = frozenset(("number", "status"))
"""Disagreements whose words may stand in no member of the entry."""
_STRONGEST_FIRST: tuple[Status, ...] = ("happened", "cancelled", "planned", "alleged", "denied")


def make_entries(
    reports: Sequence[Report],
    copies: Sequence[CopyGroup],
    actors: Sequence[Actor],
    events: Sequence[Event],
    statements: Sequence[Statement],
    *,
    vectors: Vectors | None = None,
    acting: Mapping[str, Actor] | None = None,
) -> tuple[Entry, ...]:
    """Merge events and statements over reports into entries, in order of time.

    Every event and statement is a member of exactly one entry. ``vectors`` gives
    the sentence vectors by which paraphrases of one utterance are known, ``acting`` the
    actors by id with the countries that they act for (``acting_for``), where they are known.
    """
    by_actor = {a.id: a for a in actors}
    sources = Sources.of(reports, copies, by_actor, statements)
    texts = {r.id: r.text for r in reports}
    utterances = cluster_statements(statements, texts)
    if vectors is not None:
        utterances = join_paraphrases(utterances, vectors)
    acting = acting_for(actors, reports) if acting is None else acting
    utterances = join_echoes(utterances, acting, texts)
    clusters = join_spoken_acts(cluster_events(events, acting), utterances)
    denied = find_denials(events, texts, by_actor)
    made = sorted((_entry(c, sources, texts, denied) for c in clusters), key=in_time)
    told = without_repetitions([entry.disagreements for entry in made])
    return tuple(
        _in_dispute(replace(entry, disagreements=d)) for entry, d in zip(made, told, strict=True)
    )


def acting_for(actors: Sequence[Actor], reports: Sequence[Report]) -> dict[str, Actor]:
    """The actors by id, officials of international bodies without the country they are of."""
    texts = (r.text for r in sorted(reports, key=lambda r: r.id))
    return without_their_countries({a.id: a for a in actors}, texts)


def _in_dispute(entry: Entry) -> Entry:
    """The entry with the sentences on which its reports differ."""
    spans = {(v.report, v.start, v.end): v for v in entry.evidence}
    versions = [v for d in entry.disagreements if d.about in _BESIDE for v in d.values]
    for words in (e for v in versions for e in v.evidence):
        start, end = words.start, words.end
        if not any(r == words.report and a <= start and end <= b for r, a, b in spans):
            spans[words.report, start, end] = words
    return replace(entry, evidence=tuple(spans[k] for k in sorted(spans)))


def _entry(
    cluster: Cluster,
    sources: Sources,
    texts: Mapping[str, str],
    denied: Mapping[str, Sequence[Evidence]],
) -> Entry:
    company = Counter(_parties(e) for e in cluster.events)
    events = sorted(cluster.events, key=lambda e: (-company[_parties(e)], *_best_first(e)))
    statements = sorted(cluster.statements, key=lambda s: (-_words(s), s.id))
    ids = sorted([*(e.id for e in events), *(s.id for s in statements)])
    reports = {*(e.report for e in events), *(s.report for s in statements)}
    status = _status(events)
    if events:
        kind, type_, mode = "event", events[0].type, _mode(events)
        summary = _told_act(events, statements, status, sources, texts)
    else:
        kind, type_, mode = "statement", statements[0].act, statements[0].form
        first = statements[0]
        summary = summarise_statement(first, sources.actors, texts[first.report])
    counted = quantities_in_dispute(events, statements, texts, sources.actors)
    denials = [words for e in events for words in denied.get(e.id, ())]
    return Entry(
        id=content_id("n", ids),
        kind="event" if kind == "event" else "statement",
        type=type_,
        mode=mode,
        status=status,
        date=_date(events, statements, status),
        place=_place(events),
        actors=_actors(events, statements),
        summary=summary,
        members=tuple(ids),
        evidence=_evidence(events, statements, texts),
        reports=len(reports),
        origins=origins(sources, events, statements),
        disagreements=disagreements(
            events, statements, sources.groups, counted, denials, published=sources.published
        ),
        told_ahead=told_ahead(events),
    )


def _told_act(
    events: Sequence[Event],
    statements: Sequence[Statement],
    status: Status,
    sources: Sources,
    texts: Mapping[str, str],
) -> str:
    """One line for an act: from its coding or, where it is done in words, in these."""
    told = [e for e in events if e.status == status] or events
    said = told[0].mode not in ("propose", "sign")  # a plan is named, not quoted
    if statements and status == "happened" and said:
        spoken = _in_own_words(statements, events)
        doers = [m for e in events if e.report == spoken.report for m in e.sources]
        line = summarise_spoken_act(spoken, sources.actors, texts[spoken.report], doers)
        if line:
            return line
    same = (e for e in told if _parties(e) == _parties(told[0]) and not is_untold(e))
    shown = next(same, told[0])
    return summarise_event(replace(shown, place=_place(events)), status, sources.actors)


def _in_own_words(statements: Sequence[Statement], events: Sequence[Event]) -> Statement:
    """The fullest statement that is the act itself, before one that tells of it."""
    own = (s for s in statements if any(e.predicate_in(c) for e in events for c in s.cue))
    return next(own, statements[0])


def _parties(e: Event) -> frozenset[str]:
    return frozenset(m.actor for m in (*e.sources, *e.targets) if m.actor is not None)


def _best_first(e: Event) -> tuple[int, object, int, int, str]:
    parties = len(_parties(e))
    rank = _STRONGEST_FIRST.index(e.status)
    return (rank, length(e.date), -parties, 0 if e.object is not None else 1, e.id)


def _words(s: Statement) -> int:
    return sum(c.end - c.start for c in s.content)


def _status(events: Sequence[Event]) -> Status:
    if not events:
        return "happened"
    return min((e.status for e in events), key=_STRONGEST_FIRST.index)


def _mode(events: Sequence[Event]) -> str | None:
    """A meeting told as "talks" here and as "met" there is a meeting; an agreement told with
    its signing is one with its own mode, where that is told as often."""
    modes = Counter(e.mode for e in events if e.mode is not None)
    if "meet" in modes:
        return "meet"
    if events and events[0].type == "AGREE" and 2 * modes.total() < len(events):
        return None
    return min(modes, key=lambda m: (-modes[m], m)) if modes else None


def _date(events: Sequence[Event], statements: Sequence[Statement], status: Status) -> DateRange:
    """The best supported day, of a call the days that it is told to be of; where none is known,
    the shortest range, narrowed by every other that agrees with it."""
    told = [e for e in events if e.status == status]
    call = days_of_call(told)
    if call is not None:
        return call
    members: list[Event | Statement] = [*told] or [*statements]
    day = _best_day(members)
    if day is not None:
        return DateRange(day, day)
    dates = sorted(
        (m.date for m in members),
        key=lambda d: (length(d), d.earliest or date.max, d.latest or date.max),
    )
    narrowed = dates[0]
    for other in dates[1:]:
        if narrowed.overlaps(other):
            narrowed = narrowed.intersect(other)
    return narrowed


def _best_day(members: Sequence[Event | Statement]) -> date | None:
    """The day that most reports give in words for it, before any that is inferred."""
    told: dict[date, dict[str, bool]] = {}
    for m in members:
        if m.date.day is not None:
            reports = told.setdefault(m.date.day, {})
            in_words = m.date_basis == "time expression"
            reports[m.report] = reports.get(m.report, False) or in_words
    return min(told, key=lambda d: (-sum(told[d].values()), -len(told[d]), d), default=None)


def _place(events: Sequence[Event]) -> Place | None:
    """The place most often told; a town before a country, which names itself."""
    places = [e.place for e in events if e.place is not None]
    if not places:
        return None
    count = Counter((p.name, p.country) for p in places)
    countries = Counter(p.country for p in places)

    def rank(p: Place) -> tuple[int, int, str]:
        return (-countries[p.country], -count[(p.name, p.country)], p.name)

    best = min(places, key=rank)
    return Place(best.name, best.country)


def _actors(events: Sequence[Event], statements: Sequence[Statement]) -> tuple[str, ...]:
    found: list[str] = []
    for e in events:
        found += [m.actor for m in (*e.sources, *e.targets) if m.actor is not None]
    for s in statements:
        for m in (s.speaker, s.addressee, *s.chain):
            if m is not None:
                found += m.members or ([m.actor] if m.actor is not None else [])
    return tuple(dict.fromkeys(found))


def _evidence(
    events: Sequence[Event], statements: Sequence[Statement], texts: Mapping[str, str]
) -> tuple[Evidence, ...]:
    spans: dict[tuple[str, int, int], Evidence] = {}
    for e in events:
        for span in e.evidence:
            spans.setdefault((e.report, span.start, span.end), _quote(e.report, span))
    for s in statements:
        span = _whole(s, texts[s.report])
        if not any(r == s.report and a <= span.start and span.end <= b for r, a, b in spans):
            spans.setdefault((s.report, span.start, span.end), _quote(s.report, span))
    return tuple(spans[k] for k in sorted(spans))


def _quote(report: str, span: Span) -> Evidence:
    return Evidence(report, span.start, span.end, span.text)


def _whole(s: Statement, text: str) -> Span:
    """From the first to the last of a statement's words: speaker, cue and content."""
    parts = [*s.cue, *s.content]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    if s.speaker is not None and abs(s.speaker.start - start) < 400:
        start, end = min(start, s.speaker.start), max(end, s.speaker.end)
    return Span(start, end, text[start:end])

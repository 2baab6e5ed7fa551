"""From one text to its annotation: one pass of the model, then the rooms that read its trees."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coranto.actors import Directory, acts_as, directory_with, find_mentions, resolve_actors
from coranto.actors.mentions import ActorMention
from coranto.events import find_events
from coranto.language.document import Document
from coranto.language.model import LanguageModel, Parsed
from coranto.language.repair import repaired
from coranto.statements import find_statements, is_told, with_groups
from coranto.statements.voices import voices_of, without_voices
from coranto.times import RawTime, recognise, resolve
from coranto.types import (
    Annotation,
    DateRange,
    Event,
    Mention,
    Name,
    Report,
    Statement,
    TimeExpression,
)

PARSED_AT_ONCE = 64
"""Reports handed to the model together: enough to fill its batches, few enough to show progress."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says before it is placed in time: its trees, time expressions and actors."""

    doc: Document
    raw_times: tuple[RawTime, ...]
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a text says once its publication is known, or known to be unknown.

    Mentions carry the in-document key of their actor until ``with_actors``.
    """

    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]


def read_texts(
    texts: Sequence[str],
    model: LanguageModel,
    on_progress: Callable[[int], None] | None = None,
    directory: Directory | None = None,
) -> list[Reading]:
    """Parse the texts and find their time expressions and actors.

    ``on_progress`` is called with the number of texts done since its last call;
    ``directory`` says who is known by name (the tables of the package by default).
    """
    chunks = [texts[i : i + PARSED_AT_ONCE] for i in range(0, len(texts), PARSED_AT_ONCE)]
    out: list[Reading] = []
    # The model reads the next texts while the rules read the trees of these.
    with ThreadPoolExecutor(max_workers=1) as ahead:
        parsing = [ahead.submit(model.parse, chunk) for chunk in chunks[:1]]
        for number, chunk in enumerate(chunks):
            parsed = parsing.pop().result()
            parsing += [ahead.submit(model.parse, c) for c in chunks[number + 1 : number + 2]]
            out += [_read_trees(t, one, directory) for t, one in zip(chunk, parsed, strict=True)]
            if on_progress is not None:
                on_progress(len(chunk))
    return out


def _read_trees(text: str, parsed: Parsed, directory: Directory | None) -> Reading:
    tokens = repaired(parsed.tokens, parsed.names)
    doc = Document(
        text,
        parsed.sentences,
        tokens,
        parsed.names,
        times=parsed.times,
        attributions=parsed.attributions,
    )
    proposed = [(t.start, t.end) for t in doc.times]
    return Reading(doc, recognise(doc, proposed), find_mentions(doc, directory))


def find_facts(reading: Reading, anchor: DateRange | None, report: str) -> Findings:
    """Times, statements and events of a text that came out on ``anchor`` (``None``: unknown)."""
    times = resolve(reading.doc, reading.raw_times, anchor)
    proposals = reading.doc.attributions
    statements = find_statements(
        reading.doc, reading.mentions, times, anchor, report=report, proposals=proposals
    )
    told = [s for s in statements if is_told(s)]
    events = find_events(reading.doc, reading.mentions, times, anchor, told, report=report)
    return Findings(times, statements, events)


def with_actors(findings: Findings, ids: Mapping[str, str]) -> Findings:
    """``findings`` with every in-document actor key replaced by the actor's id."""

    def one(m: Mention | None) -> Mention | None:
        if m is None:
            return None
        members = [ids.get(key) for key in m.members]
        known = tuple(i for i in members if i is not None)
        return replace(
            m,
            actor=ids.get(m.actor) if m.actor is not None else None,
            members=known if len(known) == len(members) else (),
        )

    def several(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        return tuple(x for m in mentions if (x := one(m)) is not None)

    return Findings(
        findings.times,
        tuple(
            replace(s, speaker=one(s.speaker), addressee=one(s.addressee), chain=several(s.chain))
            for s in findings.statements
        ),
        tuple(
            replace(e, sources=several(e.sources), targets=several(e.targets))
            for e in findings.events
        ),
    )


def annotate(
    text_or_report: str | Report,
    published: str | date | DateRange | None = None,
    *,
    model: LanguageModel | None = None,
    actors: str | Path | Directory | None = None,
) -> Annotation:
    """Annotate one text as it is: sentences, tokens, names, times, actors, statements, events.

    ``text_or_report`` is a text, which is not cleaned (offsets count its
    characters), or a report that ``read`` has cleaned. ``published`` is the
    day it came out ("2023-05-26", a date or a range); for a report it
    defaults to the report's own publication, for a text to unknown. ``model``
    is a loaded language model (the packaged one by default), ``actors`` a file
    of your own actors, as for ``build``.
    """
    directory = directory_with(actors)
    report = text_or_report if isinstance(text_or_report, Report) else None
    text = report.text if report is not None else str(text_or_report)
    anchor = _anchor(published)
    if anchor is None and report is not None and report.published.dates != DateRange():
        anchor = report.published.dates
    reading = read_texts([text], model or LanguageModel.load(), directory=directory)[0]
    name = report.id if report is not None else "text"
    findings = find_facts(reading, anchor, name)
    resolution = resolve_actors([(name, reading.mentions, anchor or DateRange())], directory)
    found = with_actors(findings, resolution.keys.get(name, {}))
    statements, known = with_groups(found.statements, resolution.actors)
    voices = voices_of(report) if report is not None else frozenset()
    names = {a.id: a.name for a in known}
    return Annotation(
        text=text,
        sentences=reading.doc.sentences,
        tokens=reading.doc.tokens,
        names=names_acting(reading.doc),
        times=found.times,
        actors=known,
        statements=tuple(without_voices(s, voices, names) for s in statements),
        events=found.events,
    )


def names_acting(doc: Document) -> tuple[Name, ...]:
    """The names of a text, places marked as acting as a government or as a place."""
    return tuple(replace(n, acts_as=acts_as(doc, n)) if n.kind == "place" else n for n in doc.names)


def _anchor(published: str | date | DateRange | None) -> DateRange | None:
    if published is None or isinstance(published, DateRange):
        return published
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return DateRange(day, day)

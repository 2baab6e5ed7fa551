"""The main job: from files to a chronology, one stage after another."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

from coranto.actors import (
    Directory,
    Resolution,
    directory_with,
    office_bounds,
    resolve_actors,
)
from coranto.annotation import (
    Findings,
    Reading,
    find_facts,
    read_texts,
    with_actors,
)
from coranto.chronology.entries import acting_for, make_entries
from coranto.chronology.publication import (
    by_resemblance,
    from_copies,
    is_open,
    is_settled,
    shared_event_hints,
    with_offices,
    within_story,
)
from coranto.chronology.resemblance import DatedTexts, texts_of
from coranto.chronology.result import Chronology
from coranto.chronology.stories import find_stories
from coranto.chronology.variants import by_entry, unverified
from coranto.copies import find_copies
from coranto.errors import ReadError
from coranto.language.model import LanguageModel
from coranto.reading import read_many
from coranto.statements import is_told, with_groups, with_lent_speakers
from coranto.statements.voices import voices_of, without_voices
from coranto.times import PublicationHints, RawTime, bare_months, dateline, infer_publication
from coranto.types import (
    Actor,
    CopyGroup,
    Event,
    Published,
    Report,
    Statement,
)

DATING_ROUNDS = 2
"""A report dated from its neighbours may date another; further rounds bring nothing new."""

# Young objects, and younger generations, before the collector looks for cycles. A parsed pile
# is millions of small objects without any: at the usual 700 a tenth of the time goes on them.
_COLLECTING = (20_000, 20, 20)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTING)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class Progress:
    """What the main job tells of its progress; override to show it. Keeps seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def stage(self, name: str, total: int) -> _Stage:
        """Begin a stage of ``total`` steps; leave the ``with`` block to end it."""
        self.begin(name, total)
        return _Stage(self, name)

    def begin(self, name: str, total: int) -> None:
        """A stage begins."""

    def advance(self, name: str, steps: int) -> None:
        """``steps`` of the stage are done."""

    def end(self, name: str) -> None:
        """The stage is done."""


@dataclass(slots=True)
class _Stage:
    progress: Progress
    name: str
    began: float = field(default_factory=perf_counter)

    def __enter__(self) -> Self:
        return self

    def advance(self, steps: int = 1) -> None:
        self.progress.advance(self.name, steps)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        seconds = self.progress.seconds
        seconds[self.name] = seconds.get(self.name, 0.0) + perf_counter() - self.began
        self.progress.end(self.name)


def build(
    paths: Sequence[str | Path],
    *,
    model: LanguageModel | None = None,
    actors: str | Path | None = None,
    on_error: Callable[[ReadError], None] | None = None,
    progress: Progress | None = None,
) -> Chronology:
    """Read files and folders of reports and merge them into one chronology.

    ``actors`` is a CSV or JSON file of your own actors, who are then known by their
    names, aliases and roles like those of the packaged tables (``docs/actors.md``).
    A file that cannot be read is given to ``on_error`` with its reason (by
    default as a warning) and the rest is built. The result does not depend on
    the order of the files.
    """
    progress = progress or Progress()
    directory = directory_with(actors)
    with progress.stage("reading", 1) as stage:
        reports = read_many([Path(p) for p in paths], on_error=on_error or _warn)
        stage.advance()
    return build_from_reports(reports, model=model, progress=progress, directory=directory)


def _warn(error: ReadError) -> None:
    warnings.warn(str(error), stacklevel=3)


@_collecting_rarely()
def build_from_reports(
    reports: Sequence[Report],
    *,
    model: LanguageModel | None = None,
    progress: Progress | None = None,
    directory: Directory | None = None,
) -> Chronology:
    """Merge reports that were read (``coranto.read``) into one chronology."""
    progress = progress or Progress()
    model = model or LanguageModel.load()
    directory = directory or Directory.packaged()
    with progress.stage("language", len(reports)) as stage:
        found = read_texts([r.text for r in reports], model, stage.advance, directory)
        readings = {r.id: x for r, x in zip(reports, found, strict=True)}
    with progress.stage("copies", 1) as stage:
        copies = find_copies(reports, vectors=model.vectors)
        stage.advance()
    with progress.stage("facts", len(reports)) as stage:
        published = _dated_alone(reports, readings, copies, directory)
        facts = {}
        for r in reports:
            facts[r.id] = find_facts(readings[r.id], published[r.id].dates, r.id)
            stage.advance()
        published, facts = _dated_together(
            reports, readings, copies, published, facts, directory=directory
        )
    with progress.stage("merging", 1) as stage:
        result = _merged(
            reports, readings, copies, published, facts, directory=directory, model=model
        )
        stage.advance()
    return result


# --- when the reports came out ---


def _dated_alone(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    copies: Sequence[CopyGroup],
    directory: Directory,
) -> dict[str, Published]:
    """Publication from each report's own words and the offices it names, then from its copies."""
    published = {r.id: own_publication(r, readings[r.id], directory) for r in reports}
    return from_copies(published, copies, _datelines(readings))


def _datelines(readings: Mapping[str, Reading]) -> dict[str, RawTime]:
    """The days, without their year, of the reports' own datelines."""
    found = ((r, dateline(x.doc.text, x.raw_times)) for r, x in readings.items())
    return {r: raw for r, raw in found if raw is not None}


def own_publication(report: Report, reading: Reading, directory: Directory) -> Published:
    """Publication of one report from its own words and the offices that it names."""
    if is_settled(report.published):
        return report.published
    known = infer_publication(reading.doc, reading.raw_times, report.published, PublicationHints())
    offices = office_bounds(reading.mentions, reading.doc, directory)
    return with_offices(reading.doc, reading.raw_times, report.published, known, offices)


def _dated_together(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    copies: Sequence[CopyGroup],
    published: dict[str, Published],
    facts: dict[str, Findings],
    *,
    directory: Directory,
) -> tuple[dict[str, Published], dict[str, Findings]]:
    """Date the reports that are still open from acts that they share with dated ones."""
    told: dict[str, PublicationHints] = {}
    for _ in range(DATING_ROUNDS):
        open_reports = [r for r in reports if not is_settled(published[r.id])]
        if not open_reports:
            break
        resolution = _resolve(reports, readings, published, directory)
        events = _resolved(facts, resolution)
        actors = {a.id: a for a in resolution.actors}
        dated = [
            e
            for r, f in events.items()
            for e in f.events
            if is_settled(published[r]) or e.status == "planned"
        ]
        before = dict(published)
        for r in open_reports:
            reading = readings[r.id]
            months = bare_months(reading.doc, reading.raw_times)
            own = events[r.id].events
            hints = shared_event_hints(r, months, own, dated, actors)
            told[r.id] = hints
            if hints != PublicationHints():
                known = infer_publication(reading.doc, reading.raw_times, published[r.id], hints)
                published[r.id] = within_story(known, hints, before)
        published = from_copies(published, copies, _datelines(readings))
        changed = [r for r in open_reports if published[r.id] != before[r.id]]
        for r in changed:
            facts[r.id] = find_facts(readings[r.id], published[r.id].dates, r.id)
        if not changed:
            break
    return _dated_by_resemblance(reports, readings, copies, published, facts, told=told)


def _dated_by_resemblance(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    copies: Sequence[CopyGroup],
    published: dict[str, Published],
    facts: dict[str, Findings],
    *,
    told: Mapping[str, PublicationHints],
) -> tuple[dict[str, Published], dict[str, Findings]]:
    """Date the reports that are open still from the dated reports that they are like."""
    open_reports = [r for r in reports if is_open(r, published[r.id])]
    if not open_reports:
        return published, facts
    settled = {r.id: r.text for r in reports if not is_open(r, published[r.id])}
    texts = DatedTexts(texts_of(settled, {r: published[r].dates for r in settled}))
    before = dict(published)
    for r in open_reports:
        doc, raws = readings[r.id].doc, readings[r.id].raw_times
        published[r.id] = by_resemblance(r, doc, raws, published[r.id], texts, told=told.get(r.id))
    published = from_copies(published, copies, _datelines(readings))
    for r in open_reports:
        if published[r.id] != before[r.id]:
            facts[r.id] = find_facts(readings[r.id], published[r.id].dates, r.id)
    return published, facts


# --- actors, entries ---


def _resolve(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    published: Mapping[str, Published],
    directory: Directory,
) -> Resolution:
    return resolve_actors(
        [(r.id, readings[r.id].mentions, published[r.id].dates) for r in reports], directory
    )


def _resolved(facts: Mapping[str, Findings], resolution: Resolution) -> dict[str, Findings]:
    return {r: with_actors(f, resolution.keys.get(r, {})) for r, f in facts.items()}


def _merged(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    copies: Sequence[CopyGroup],
    published: Mapping[str, Published],
    facts: Mapping[str, Findings],
    *,
    directory: Directory,
    model: LanguageModel,
) -> Chronology:
    dated = [replace(r, published=published[r.id]) for r in reports]
    resolution = _resolve(reports, readings, published, directory)
    found = _resolved(facts, resolution)
    told = (s for r in dated for s in found[r.id].statements if is_told(s))
    said, known = with_groups(told, resolution.actors)
    said = with_lent_speakers(said)
    names = {a.id: a.name for a in known}
    credit = {r: g.credit for g in copies for r in g.reports}
    voices = {r.id: voices_of(r, credit.get(r.id)) for r in dated}
    events = [e for r in dated for e in found[r.id].events]
    statements = [without_voices(s, voices[s.report], names) for s in said]
    acting = acting_for(known, dated)
    entries = make_entries(
        dated, copies, known, events, statements, vectors=model.vectors, acting=acting
    )
    actors = _used(known, events, statements)
    home = {m: e.id for e in entries for m in e.members}
    doubted = unverified(by_entry(entries, statements), {r.id: r for r in dated}, copies)
    return Chronology(
        reports=tuple(dated),
        stories=find_stories(dated, entries, {a.id: a for a in actors}, acting=acting),
        copies=tuple(copies),
        actors=actors,
        statements=tuple(
            replace(s, entry=home[s.id], verified=s.id not in doubted) for s in statements
        ),
        events=tuple(replace(e, entry=home[e.id]) for e in events),
        entries=entries,
    )


def _used(
    actors: Sequence[Actor], events: Sequence[Event], statements: Sequence[Statement]
) -> tuple[Actor, ...]:
    """The actors that some event or statement is about: the others were only passed by."""
    used = {m.actor for e in events for m in (*e.sources, *e.targets)}
    used |= {
        actor
        for s in statements
        for m in (s.speaker, s.addressee, *s.chain)
        if m
        for actor in (m.actor, *m.members)
    }
    return tuple(a for a in actors if a.id in used)

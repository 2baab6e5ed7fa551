"""The data gate: what must hold of a chronology before anything of it is written.

Every span is checked against the text it counts, every id against the items
that exist.  A chronology that fails here is a fault of ours, never of the
reports, so nothing is repaired or left out in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from coranto.errors import DataError
from coranto.types import (
    Change,
    CopyGroup,
    DateRange,
    Edits,
    Entry,
    Event,
    Grounds,
    Mention,
    Move,
    Report,
    Span,
    Statement,
    TakenFrom,
)

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SHOWN = 60


def check(chronology: Chronology) -> None:
    """Raise ``DataError`` that names the first item whose evidence or reference does not hold."""
    first_few = list(islice(_Gate(chronology).problems(), 100))
    if first_few:
        more = len(first_few) - 1
        others = f" (and {more}{'+' if more >= 99 else ''} more)" if more else ""
        raise DataError(first_few[0] + others)


class _Gate:
    """The known ids and texts, and every problem found against them, as one line each."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.texts = {report.id: report.text for report in chronology.reports}
        self.actors = {actor.id for actor in chronology.actors}
        self.statements = {statement.id for statement in chronology.statements}
        members: list[Statement | Event] = [*chronology.statements, *chronology.events]
        self.member_ids = [item.id for item in members]
        self.report_of = {item.id: item.report for item in members}
        self.entries = {entry.id for entry in chronology.entries}

    def problems(self) -> Iterator[str]:
        made = self.chronology
        yield from self._unique()
        yield from chain.from_iterable(map(self._report, made.reports))
        for story in made.stories:
            yield from self._reports(f"story {story.id}", story.reports)
        yield from chain.from_iterable(map(self._copy_group, made.copies))
        yield from chain.from_iterable(map(self._statement, made.statements))
        yield from chain.from_iterable(map(self._event, made.events))
        yield from chain.from_iterable(map(self._entry, made.entries))

    def _unique(self) -> Iterator[str]:
        made = self.chronology
        # Statements and events share one space of ids: an entry's members may be either.
        ids = {
            "report": [report.id for report in made.reports],
            "story": [story.id for story in made.stories],
            "copy group": [group.id for group in made.copies],
            "actor": [actor.id for actor in made.actors],
            "statement or event": self.member_ids,
            "entry": [entry.id for entry in made.entries],
        }
        for kind, given in ids.items():
            for name, count in Counter(given).items():
                if count > 1:
                    yield f"{kind} {name}: {count} items have this id"

    # --- what every item may hold ---------------------------------------------------------

    def _words(self, item: str, report: str, start: int, end: int, words: str) -> Iterator[str]:
        text = self.texts.get(report)
        if text is None:
            yield f"{item}: no report {report}"
        elif not 0 <= start < end <= len(text):
            yield f"{item}: {start}–{end} lies outside report {report} of {len(text)} characters"
        elif text[start:end] != words:
            yield (
                f"{item}: {start}–{end} of report {report} reads {_short(text[start:end])}, "
                f"not {_short(words)}"
            )

    def _spans(self, item: str, report: str, spans: Iterable[Span]) -> Iterator[str]:
        for span in spans:
            yield from self._words(item, report, span.start, span.end, span.text)

    def _mentions(
        self, item: str, report: str, mentions: Iterable[Mention | None]
    ) -> Iterator[str]:
        for mention in mentions:
            if mention is None:
                continue
            yield from self._words(item, report, mention.start, mention.end, mention.text)
            if mention.actor is not None and mention.actor not in self.actors:
                yield f"{item}: no actor {mention.actor}"

    def _reports(self, item: str, reports: Iterable[str]) -> Iterator[str]:
        for report in reports:
            if report not in self.texts:
                yield f"{item}: no report {report}"

    @staticmethod
    def _dates(item: str, dates: DateRange) -> Iterator[str]:
        if dates.earliest and dates.latest and dates.earliest > dates.latest:
            yield f"{item}: its date runs from {dates.earliest} back to {dates.latest}"

    def _in_entry(self, item: str, entry: str | None) -> Iterator[str]:
        if entry is not None and entry not in self.entries:
            yield f"{item}: no entry {entry}"

    # --- the items ------------------------------------------------------------------------

    def _report(self, report: Report) -> Iterator[str]:
        item = f"report {report.id}"
        yield from self._dates(item, report.published.dates)
        for removed in report.removed:
            if not 0 <= removed.start <= removed.end:
                yield f"{item}: removed part {removed.start}–{removed.end}"
        for grounds in (*report.published.evidence, *(fact.grounds for fact in report.facts)):
            yield from self._grounds(item, report.id, grounds)

    def _grounds(self, item: str, own: str, grounds: Grounds) -> Iterator[str]:
        if grounds.report is not None:
            yield from self._reports(item, (grounds.report,))
        # Offsets into the file as it was given cannot be checked here: it is no longer at hand.
        if grounds.where in ("text", "report") and grounds.start is not None:
            report = own if grounds.where == "text" else (grounds.report or own)
            end = grounds.start if grounds.end is None else grounds.end
            yield from self._words(item, report, grounds.start, end, grounds.quote)

    def _copy_group(self, group: CopyGroup) -> Iterator[str]:
        item = f"copy group {group.id}"
        yield from self._reports(item, group.reports)
        for report in group.order:
            if report not in group.reports:
                yield f"{item}: {report} has a place in its order but is no member"
        for edits in group.edits:
            yield from self._edits(f"{item}, report {edits.report}", edits)
        if group.taken_from is not None and group.edits:
            yield from self._taken_from(item, group.base, group.taken_from)
        for relation in group.related:
            related = f"{item}, related {relation.report}"
            yield from self._reports(related, (relation.base, relation.report))
            yield from self._spans(related, relation.base, (m.from_ for m in relation.passages))
            yield from self._spans(related, relation.report, (m.to for m in relation.passages))

    def _taken_from(self, item: str, own: str, taken: TakenFrom) -> Iterator[str]:
        if taken.report is not None:
            yield from self._reports(item, (taken.report,))
        if not taken.reasons:
            yield f"{item}: taken from {taken.name} for no reason"
        for grounds in taken.reasons:
            yield from self._grounds(item, own, grounds)

    def _edits(self, item: str, edits: Edits) -> Iterator[str]:
        pairs: list[Move | Change] = [*edits.moved, *edits.changed]
        in_base = (*edits.cut, *(pair.from_ for pair in pairs))
        in_report = (*edits.added, *(pair.to for pair in pairs))
        for sentence in edits.sentences:
            in_base, in_report = (*in_base, *sentence.from_), (*in_report, *sentence.to)
        if edits.taken_from is not None:
            yield from self._taken_from(item, edits.report, edits.taken_from)
        yield from self._spans(item, edits.base, in_base)
        yield from self._spans(item, edits.report, in_report)
        yield from self._reports(item, (edits.base, edits.report))
        base, report = (
            len(paragraph_spans(self.texts.get(name, ""))) for name in (edits.base, edits.report)
        )
        for paragraph in edits.paragraphs:
            if not all(0 <= n < base for n in paragraph.from_) or not all(
                0 <= n < report for n in paragraph.to
            ):
                yield f"{item}: paragraphs {paragraph.from_} to {paragraph.to} do not exist"

    def _statement(self, statement: Statement) -> Iterator[str]:
        item = f"statement {statement.id}"
        spans = (*statement.cue, *statement.content)
        mentions = (statement.speaker, statement.addressee, *statement.chain)
        yield from self._spans(item, statement.report, spans)
        yield from self._mentions(item, statement.report, mentions)
        yield from self._dates(item, statement.date)
        yield from self._in_entry(item, statement.entry)
        if not spans:
            yield f"{item}: no words stand behind it"

    def _event(self, event: Event) -> Iterator[str]:
        item = f"event {event.id}"
        named = [span for span in (event.object, event.predicate) if span is not None]
        yield from self._spans(item, event.report, [*event.evidence, *named])
        yield from self._mentions(item, event.report, (*event.sources, *event.targets))
        yield from self._dates(item, event.date)
        yield from self._in_entry(item, event.entry)
        place = event.place
        if place is not None and place.start is not None and place.end is not None:
            words = self.texts.get(event.report, "")[place.start : place.end]
            yield from self._words(item, event.report, place.start, place.end, words)
        if not event.evidence:
            yield f"{item}: no words stand behind it"
        for statement in event.told_by:
            if statement not in self.statements:
                yield f"{item}: no statement {statement}"

    def _entry(self, entry: Entry) -> Iterator[str]:
        item = f"entry {entry.id}"
        yield from self._dates(item, entry.date)
        for evidence in entry.evidence:
            yield from self._words(
                item, evidence.report, evidence.start, evidence.end, evidence.quote
            )
        for actor in entry.actors:
            if actor not in self.actors:
                yield f"{item}: no actor {actor}"
        for origin in entry.origins:
            yield from self._reports(item, origin.reports)
        yield from self._reports(item, entry.told_ahead)
        for version in (v for d in entry.disagreements for v in d.values):
            yield from self._reports(item, version.reports)
            for words in version.evidence:
                yield from self._words(item, words.report, words.start, words.end, words.quote)
                if words.report not in version.reports:
                    yield f"{item}: words of {words.report}, which does not give their value"
        yield from self._members(item, entry)

    def _members(self, item: str, entry: Entry) -> Iterator[str]:
        missing = [member for member in entry.members if member not in self.report_of]
        for member in missing:
            yield f"{item}: no event or statement {member}"
        reports = {self.report_of[m] for m in entry.members if m in self.report_of}
        if not missing and len(reports) != entry.reports:
            yield f"{item}: {entry.reports} reports, but its members stand in {len(reports)}"
        if not entry.evidence:
            yield f"{item}: no words stand behind it"


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Return ``[start, end)`` of the blank-line-separated paragraphs of ``text``, none empty."""
    spans = []
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for gap in _BLANK_LINE.finditer(text, start, end):
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, end)] if start < end else spans


def _short(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")

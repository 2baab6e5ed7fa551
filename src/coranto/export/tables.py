"""Tables for a spreadsheet or a statistics program: one CSV file a layer (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from coranto.types import DateRange, Disagreement, Mention, Place, Span

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology

# A spreadsheet runs a cell that begins with one of these as a formula, the full-width forms
# included (OWASP, "CSV Injection"); a leading apostrophe makes it text.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

_BETWEEN = "; "
_GAP = " … "

_ENTRIES = [
    "id",
    "kind",
    "type",
    "mode",
    "status",
    "earliest",
    "latest",
    "place",
    "country",
    "actors",
    "summary",
    "reports",
    "origins",
    "origin_names",
    "disagreements",
    "sources",
    "evidence",
    "outlets",
    "files",
    "told_ahead",
]
_EVENTS = [
    "id",
    "report",
    "outlet",
    "published_earliest",
    "published_latest",
    "type",
    "mode",
    "status",
    "sources",
    "source_ids",
    "targets",
    "target_ids",
    "place",
    "country",
    "earliest",
    "latest",
    "date_basis",
    "object",
    "evidence",
    "start",
    "end",
    "entry",
]
_STATEMENTS = [
    "id",
    "report",
    "outlet",
    "published_earliest",
    "published_latest",
    "speaker",
    "speaker_id",
    "act",
    "addressee",
    "addressee_id",
    "content",
    "form",
    "chain",
    "earliest",
    "latest",
    "date_basis",
    "verified",
    "start",
    "end",
    "entry",
]


def to_tables(chronology: Chronology) -> dict[str, str]:
    """Return file name to CSV text for entries, events and statements.

    Values in one cell stand apart by "; "; parts of one quotation by " … ".
    """
    rows = _Rows(chronology)
    return {
        "entries.csv": _csv(_ENTRIES, rows.entries()),
        "events.csv": _csv(_EVENTS, rows.events()),
        "statements.csv": _csv(_STATEMENTS, rows.statements()),
    }


def safe_cell(value: str) -> str:
    """Return ``value`` so that no spreadsheet takes it for a formula."""
    return "'" + value if value.startswith(_FORMULA_STARTS) else value


class _Rows:
    """The rows of each table, in the order of the chronology."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.names = {actor.id: actor.name for actor in chronology.actors}
        self.outlets = {
            report.id: (report.outlet or "", *_days(report.published.dates))
            for report in chronology.reports
        }
        self.reports = {report.id: report for report in chronology.reports}

    def entries(self) -> Iterator[Sequence[object]]:
        for entry in self.chronology.entries:
            sources = dict.fromkeys(evidence.report for evidence in entry.evidence)
            yield (
                entry.id,
                entry.kind,
                entry.type,
                entry.mode,
                entry.status,
                *_days(entry.date),
                *_place(entry.place),
                _BETWEEN.join(self.names.get(actor, actor) for actor in entry.actors),
                entry.summary,
                entry.reports,
                len(entry.origins),
                _BETWEEN.join(origin.name for origin in entry.origins),
                _BETWEEN.join(map(self._disagreement, entry.disagreements)),
                _BETWEEN.join(sources),
                _GAP.join(evidence.quote for evidence in entry.evidence),
                *self._told_in(sources),
                _BETWEEN.join(dict.fromkeys(map(self._name, entry.told_ahead))),
            )

    def _told_in(self, ids: Iterable[str]) -> tuple[str, str]:
        """Outlets and files of reports, in their order, one value for each."""
        found = [self.reports[i] for i in ids if i in self.reports]
        return (
            _BETWEEN.join(self._name(r.id) for r in found),
            _BETWEEN.join(r.source for r in found),
        )

    def _name(self, report: str) -> str:
        """The outlet of a report, or its file where that is not known."""
        found = self.reports.get(report)
        return report if found is None else found.outlet or PurePosixPath(found.source).name

    def _disagreement(self, disagreement: Disagreement) -> str:
        """What is differed on, and each value with those who give it."""
        values = " / ".join(
            f"{v.value} ({', '.join(dict.fromkeys(map(self._name, v.reports)))})"
            for v in disagreement.values
        )
        on = f" ({disagreement.on})" if disagreement.on else ""
        return f"{disagreement.about}{on}: {values}"

    def events(self) -> Iterator[Sequence[object]]:
        for event in self.chronology.events:
            yield (
                event.id,
                event.report,
                *self._outlet(event.report),
                event.type,
                event.mode,
                event.status,
                *self._mentions(event.sources),
                *self._mentions(event.targets),
                *_place(event.place),
                *_days(event.date),
                event.date_basis,
                event.object.text if event.object else "",
                _words(event.evidence),
                event.start,
                event.end,
                event.entry,
            )

    def statements(self) -> Iterator[Sequence[object]]:
        for statement in self.chronology.statements:
            yield (
                statement.id,
                statement.report,
                *self._outlet(statement.report),
                *self._mentions([statement.speaker] if statement.speaker else []),
                statement.act,
                *self._mentions([statement.addressee] if statement.addressee else []),
                _words(statement.content),
                statement.form,
                self._mentions(statement.chain)[0],
                *_days(statement.date),
                statement.date_basis,
                "yes" if statement.verified else "no",
                statement.start,
                statement.end,
                statement.entry,
            )

    def _outlet(self, report: str) -> tuple[str, str, str]:
        return self.outlets.get(report, ("", "", ""))

    def _mentions(self, mentions: Iterable[Mention]) -> tuple[str, str]:
        found = list(mentions)
        names = [self.names.get(m.actor or "", m.text.rstrip(" ,")) for m in found]
        return _BETWEEN.join(names), _BETWEEN.join(m.actor or "" for m in found)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for row in rows:
        writer.writerow(["" if cell is None else safe_cell(str(cell)) for cell in row])
    return out.getvalue()


def _days(dates: DateRange) -> tuple[str, str]:
    return (
        dates.earliest.isoformat() if dates.earliest else "",
        dates.latest.isoformat() if dates.latest else "",
    )


def _place(place: Place | None) -> tuple[str, str]:
    return ("", "") if place is None else (place.name, place.country or "")


def _words(spans: Iterable[Span]) -> str:
    return _GAP.join(span.text for span in spans)

"""What the page shows, worked out of a chronology: words, order and counts, no markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from coranto.chronology.timeline import in_time, may_lie_ahead
from coranto.reading.outlets import named_sites
from coranto.side_by_side import DIRECTION_UNKNOWN, reasons
from coranto.site.dates import Period, covered, gutter, order, period, phrase
from coranto.site.labels import about_label, basis_label, count, kind_label, type_label
from coranto.types import (
    Actor,
    CopyGroup,
    Disagreement,
    Edits,
    Entry,
    Event,
    Evidence,
    Mention,
    Report,
    Role,
    Span,
    Statement,
    TakenFrom,
    Version,
)

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology

_NOT_WORDS = re.compile(r"\W+")
_FIRST_WORDS = 90
_REMOVED_SHOWN = 600
_VIA = re.compile(r" \(via [^()]*\)$")
_HEAD = 24
_BEHIND_A_VALUE = frozenset(("status", "number", "place", "date"))
_QUOTE_SHOWN = 220
_SPOKEN_SHOWN = 2
_SAID_SHOWN = 700
_BESIDE = 4
_NAMES_SHOWN = 6

# Below this a browser lays the whole page out at once, which is better for print and pictures.
_LARGE = 600
_OPENING = "\"'“‘«„"
_CLOSING = "\"'”’»"


@dataclass(frozen=True, slots=True)
class ReportName:
    """How a report is called in running text, and its id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """Words behind an entry, and the reports that have exactly these."""

    reports: tuple[tuple[ReportName, str], ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The attribution that a statement entry shows: its first member's."""

    speaker: str
    actor: str
    act: str
    addressee: str
    chain: tuple[str, ...]
    words: str
    whole: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Differs:
    """A disagreement: on what, who gives which value, and for each some words of theirs."""

    about: str
    values: tuple[tuple[str, str], ...]
    words: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView:
    id: str
    kind: str
    label: str
    status: str
    when: str
    exact: bool
    basis: str
    summary: str
    said: Said | None
    actors: tuple[Actor, ...]
    place: str
    counts: str
    origins: tuple[tuple[str, str], ...]
    ahead: str
    differs: tuple[Differs, ...]
    quotes: tuple[Quotes, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """Entries of one range of days."""

    number: str
    name: str
    when: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    period: Period
    days: tuple[DayView, ...]
    size: int
    height: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report: its text, or what was removed there and why."""

    text: str
    reason: str = ""
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ReportView:
    id: str
    name: str
    title: str
    published: str
    basis: str
    grounds: tuple[tuple[str, str, str], ...]
    credits: str
    source: str
    link: str
    also: tuple[str, ...]
    pieces: tuple[Piece, ...]
    removed: int
    group: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A changed fact, with a few words of the copy on either side."""

    fact: str
    before: str
    after: str
    lead: str
    tail: str


@dataclass(frozen=True, slots=True)
class MemberView:
    report: ReportName
    published: str
    role: str
    kept: str
    counts: str
    facts: tuple[FactView, ...]
    edits: int | None
    kind: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class GroupView:
    id: str
    title: str
    members: tuple[MemberView, ...]
    source: str = ""
    related: tuple[tuple[str, ReportName, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ActorView:
    id: str
    name: str
    names: str
    country: str
    roles: str
    entries: int


class View:
    """A chronology in the order and the words of the page."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.reports = sorted(chronology.reports, key=_report_order)
        self.names = _report_names(self.reports)
        self.report_of = {report.id: report for report in self.reports}
        self.index = {report.id: n for n, report in enumerate(self.reports)}
        self.actors = {actor.id: actor for actor in chronology.actors}
        members: list[Event | Statement] = [*chronology.events, *chronology.statements]
        self.members = {member.id: member for member in members}
        self.in_entries = Counter(actor for entry in chronology.entries for actor in entry.actors)
        self.entries = sorted(chronology.entries, key=in_time)

    # --- the head -------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The title of the story that most reports tell."""
        largest = max(self.chronology.stories, key=lambda s: len(s.reports), default=None)
        return largest.title if largest and largest.title else "Chronology"

    @property
    def others(self) -> str:
        """How many more stories there are, in words."""
        more = len(self.chronology.stories) - 1
        return f"and {count(more, 'other story', 'other stories')}" if more > 0 else ""

    @property
    def large(self) -> bool:
        """Whether a browser should lay out only what is in sight."""
        return len(self.entries) + len(self.reports) > _LARGE

    @property
    def range(self) -> str:
        """What the entries cover, from the first as it is told to the last day."""
        return covered([entry.date for entry in self.entries])

    @property
    def counts(self) -> tuple[tuple[str, str], ...]:
        """Numbers of the masthead, each with its noun."""
        several = sum(len(entry.origins) > 1 for entry in self.entries)
        made = [
            count(len(self.reports), "report"),
            count(len(self.entries), "entry", "entries"),
            count(several, "of them with several origins", "of them with several origins"),
            count(len(self.chronology.copies), "group of copies", "groups of copies"),
        ]
        differing = sum(bool(entry.disagreements) for entry in self.entries)
        if differing:
            made.append(count(differing, "entry with disagreements", "entries with disagreements"))
        return tuple((number, noun) for number, _, noun in (m.partition(" ") for m in made))

    # --- the chronology -------------------------------------------------------------------

    def periods(self) -> list[PeriodView]:
        """The chronology under its headings, oldest first."""
        made = []
        groups = [list(g) for _, g in groupby(self.entries, key=lambda e: _period(e).order)]
        largest = max(map(len, groups), default=1)
        for group in groups:
            days = []
            for (dates, ahead), entries in groupby(group, key=lambda e: (e.date, may_lie_ahead(e))):
                number, name = gutter(dates, ahead=ahead)
                views = tuple(map(self._entry, entries))
                days.append(DayView(number, name, phrase(dates), views))
            height = max(1, round(24 * len(group) / largest))
            made.append(PeriodView(_period(group[0]), tuple(days), len(group), height))
        return made

    def _entry(self, entry: Entry) -> EntryView:
        members = [self.members[member] for member in entry.members if member in self.members]
        said = self._said(entry, members)
        speaker = said.actor if said else ""
        return EntryView(
            id=entry.id,
            label=type_label(entry),
            status="" if entry.status == "happened" else entry.status,
            when=phrase(entry.date),
            exact=entry.date.day is not None,
            basis=basis_label(member.date_basis for member in members),
            kind=entry.kind,
            summary=said.whole if said else entry.summary,
            said=said,
            actors=tuple(self.actors[actor] for actor in entry.actors if actor != speaker),
            place=_place(entry),
            counts=f"{count(entry.reports, 'report')} · {count(len(entry.origins), 'origin')}",
            origins=tuple((o.name, self._named(o.reports)) for o in entry.origins),
            ahead=self._named(entry.told_ahead),
            differs=tuple(map(self._differs, entry.disagreements)),
            quotes=self._quotes(entry.evidence),
        )

    def _differs(self, d: Disagreement) -> Differs:
        # The values of the other kinds are words of the reports already.
        spoken = d.about in _BEHIND_A_VALUE and all(v.evidence for v in d.values)
        return Differs(
            about_label(d.about, d.on),
            tuple((v.value, self._named(v.reports)) for v in d.values),
            tuple(self._spoken(v) for v in d.values) if spoken else (),
        )

    def _spoken(self, version: Version) -> tuple[tuple[str, str], ...]:
        """Who says it and in what words, of some that are not the same."""
        by_words: dict[str, str] = {}
        for e in sorted(version.evidence, key=lambda e: self.index.get(e.report, 0)):
            by_words.setdefault(_shortened(e.quote), self.names.get(e.report, e.report))
        return tuple((name, words) for words, name in by_words.items())[:_SPOKEN_SHOWN]

    def _said(self, entry: Entry, members: Sequence[Event | Statement]) -> Said | None:
        said = [member for member in members if isinstance(member, Statement)]
        if not said or entry.kind != "statement":
            return None
        # The telling that the summary gives; of those that it breaks off, the longest.
        line = _bare(_VIA.sub("", entry.summary))
        first = max(said, key=lambda s: _shared_end(line, _bare(self._words(s))))
        words = self._words(first)
        whole = _completed(entry.summary, words) if len(words) <= _SAID_SHOWN else entry.summary
        # A summary that already holds the words says them once; those of a whole readout are
        # among the exact words.
        held = all(_bare(c.text) in _bare(whole) for c in first.content)
        words = "" if held or len(words) > _SAID_SHOWN else words
        return Said(
            speaker=self._who(first.speaker),
            actor=self._linked(first.speaker),
            act=" … ".join(c.text for c in first.cue if _bare(c.text)) or first.act,
            addressee=self._who(first.addressee),
            chain=tuple(self._who(mention) for mention in first.chain),
            words=words,
            whole=whole,
            verified=all(m.verified for m in members if isinstance(m, Statement)),
        )

    def _words(self, statement: Statement) -> str:
        """The content with the quotation marks that stand around it in the report."""
        text = self.report_of[statement.report].text
        parts = []
        for content in statement.content:
            start, end = content.start, content.end
            if start and text[start - 1] in _OPENING and text[start] not in _OPENING:
                start -= 1
            if end < len(text) and text[end] in _CLOSING and text[end - 1] not in _CLOSING:
                end += 1
            parts.append(text[start:end])
        return " … ".join(parts)

    def _who(self, mention: Mention | None) -> str:
        if mention is None:
            return ""
        actor = self.actors.get(mention.actor or "")
        return actor.name if actor else mention.text.rstrip(" ,")

    def _linked(self, mention: Mention | None) -> str:
        """The id of an actor whose row is on the page: one that some entry names."""
        actor = (mention.actor if mention else None) or ""
        return actor if actor in self.in_entries else ""

    def _quotes(self, evidence: Iterable[Evidence]) -> tuple[Quotes, ...]:
        quotes: dict[str, list[str]] = {}
        for item in evidence:
            quotes.setdefault(item.report, []).append(item.quote)
        # Fifty copies of one sentence are shown once, with their fifty names.
        alike: dict[tuple[str, ...], list[str]] = {}
        for report in sorted(quotes, key=self.index.__getitem__):
            alike.setdefault(_unique(quotes[report]), []).append(report)
        return tuple(
            Quotes(tuple(map(self._name_and_day, reports)), words)
            for words, reports in alike.items()
        )

    def _name_and_day(self, report: str) -> tuple[ReportName, str]:
        name = self.names[report]
        published = phrase(self.report_of[report].published.dates)
        return ReportName(report, name), "" if published in name else published

    def _named(self, reports: Iterable[str]) -> str:
        names = [self.names.get(report, report) for report in reports]
        shown = ", ".join(names[:_NAMES_SHOWN])
        more = len(names) - _NAMES_SHOWN
        return f"{shown} and {more} more" if more > 0 else shown

    # --- the reports ----------------------------------------------------------------------

    def report_views(self) -> list[ReportView]:
        """The reports, oldest first."""
        groups = {report: group.id for group in self.chronology.copies for report in group.reports}
        return [self._report(report, groups.get(report.id, "")) for report in self.reports]

    def _report(self, report: Report, group: str) -> ReportView:
        published = report.published
        # Only an address that a browser follows to a page becomes a link.
        link = report.url or ""
        if urlsplit_scheme(link) not in ("http", "https"):
            link = ""
        return ReportView(
            id=report.id,
            name=self.names[report.id],
            title=report.title or _first_words(report.text),
            published=phrase(published.dates),
            basis=published.basis,
            grounds=tuple(
                (_grounds_name(g.where, self.names.get(g.report or "", "")), g.quote, g.note)
                for g in published.evidence
            ),
            credits=", ".join(report.credits),
            source=report.source,
            link=link,
            also=report.seen,
            pieces=tuple(pieces(report)),
            removed=len(report.removed),
            group=group,
        )

    # --- copies and actors ----------------------------------------------------------------

    def groups(self) -> list[GroupView]:
        """The copy groups, largest first."""
        copies = sorted(self.chronology.copies, key=lambda group: -len(group.reports))
        return [self._group(group) for group in copies]

    def _group(self, group: CopyGroup) -> GroupView:
        edits = {
            item.report: (n, item) for n, item in enumerate(group.edits) if item.report != item.base
        }
        rest = [report for report in group.reports if report not in group.order]
        members = tuple(
            self._member(group, report, *edits.get(report, (None, None)))
            for report in (*group.order, *rest)
        )
        named = f"{group.credit} copy" if group.credit else "Copies of one text"
        related = tuple(
            (r.kind, ReportName(r.report, self.names[r.report]), f"{r.share:.0%}")
            for r in group.related
            if r.report in self.names
        )
        title = f"{named}, in {count(len(members), 'report')}"
        return GroupView(group.id, title, members, self._source(group.taken_from), related)

    def _source(self, taken: TakenFrom | None) -> str:
        """Whom a text was taken from and why, in words."""
        if taken is None:
            return ""
        name = self.names.get(taken.report or "", taken.name)
        return f"Taken from {name}: {'; '.join(reasons(taken))}"

    def _member(
        self, group: CopyGroup, report: str, n: int | None, edits: Edits | None
    ) -> MemberView:
        name, published = self._name_and_day(report)
        if edits is None:
            role = "fullest text" if group.edits and group.base == report else ""
            return MemberView(name, published, role, "", "", (), None)
        counts = {
            "cut": len(edits.cut),
            "added": len(edits.added),
            "moved": len(edits.moved),
            "changed": len(edits.changed),
        }
        text = self.report_of[report].text
        facts = tuple(
            FactView(c.fact, c.from_.text, c.to.text, *_beside(text, c.to))
            for c in edits.changed
            if c.fact
        )
        return MemberView(
            name,
            published,
            "",
            f"{edits.kept:.0%}",
            ", ".join(f"{number} {what}" for what, number in counts.items() if number),
            facts,
            n,
            edits.kind,
            self._source(edits.taken_from) or DIRECTION_UNKNOWN,
        )

    def actor_kinds(self) -> list[tuple[str, list[ActorView]]]:
        """The actors that an entry names, by kind, those with most entries first."""
        in_entries = self.in_entries
        kinds = []
        for kind in ("person", "government", "country", "organisation", "group"):
            actors = [a for a in self.chronology.actors if a.kind == kind and in_entries[a.id]]
            actors.sort(key=lambda actor: (-in_entries[actor.id], actor.name, actor.id))
            if actors:
                views = [_actor(actor, in_entries[actor.id]) for actor in actors]
                kinds.append((kind_label(kind), views))
        return kinds


def _beside(text: str, span: Span) -> tuple[str, str]:
    """A few words of its line before a span, and a few behind it."""
    before = text[: span.start].rpartition("\n")[2].split()[-_BESIDE:]
    after = text[span.end :].partition("\n")[0].split()[:_BESIDE]
    return " ".join(before), " ".join(after)


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _QUOTE_SHOWN else line[:_QUOTE_SHOWN].rsplit(" ", 1)[0] + " …"


def pieces(report: Report) -> list[Piece]:
    """Return the text of ``report`` with what was removed put back where it stood.

    The pieces without a reason, joined, are exactly the text.
    """
    made: list[Piece] = []
    done = 0
    for at, removed in sorted(
        ((_place_of(report, removed.start), removed) for removed in report.removed),
        key=lambda placed: (placed[0], placed[1].start),
    ):
        if at > done:
            made.append(Piece(report.text[done:at]))
            done = at
        words = removed.text.strip()
        left_out = max(0, len(words) - _REMOVED_SHOWN)
        made.append(Piece(words[:_REMOVED_SHOWN], removed.reason, left_out))
    if done < len(report.text):
        made.append(Piece(report.text[done:]))
    return made


def _place_of(report: Report, original: int) -> int:
    """Where in the cleaned text an offset of the file falls; at the end where no map is kept."""
    if not report.pieces:
        return len(report.text)
    n = bisect_right(report.pieces, original, key=lambda piece: piece.original) - 1
    if n < 0:
        return 0
    piece = report.pieces[n]
    return min(piece.start + min(original - piece.original, piece.length), len(report.text))


def _period(entry: Entry) -> Period:
    return period(entry.date, ahead=may_lie_ahead(entry))


def _report_order(report: Report) -> tuple[object, ...]:
    dates = report.published.dates
    return (*order(dates), report.outlet or "", report.title or "", report.id)


def _report_names(reports: Iterable[Report]) -> dict[str, str]:
    """The outlet where it tells a report apart, else with its day, else with a number too."""
    reports = list(reports)
    sites = named_sites(n for r in reports for n in (r.outlet, *r.credits) if n is not None)
    plain = {report.id: _outlet(report, sites) for report in reports}
    dated = {
        report.id: f"{plain[report.id]} of {phrase(report.published.dates)}"
        if report.published.dates.day
        else plain[report.id]
        for report in reports
    }
    uses, dated_uses = Counter(plain.values()), Counter(dated.values())
    seen: Counter[str] = Counter()
    names = {}
    for report, outlet in plain.items():
        name = outlet if uses[outlet] == 1 else dated[report]
        seen[name] += 1
        repeated = name == dated[report] and dated_uses[name] > 1
        names[report] = f"{name} ({seen[name]})" if repeated else name
    return names


def _outlet(report: Report, sites: Mapping[str, str]) -> str:
    """The outlet by its name; else the file, with the agency whose text it gives."""
    if report.outlet:
        return sites.get(report.outlet, report.outlet)
    file = PurePosixPath(report.source.replace("\\", "/")).name or report.source or report.id
    return f"{file} ({report.credits[0]})" if report.credits else file


def urlsplit_scheme(address: str) -> str:
    """Return the scheme of ``address``, empty where it has none or is broken."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def _first_words(text: str) -> str:
    line = next(iter(text.strip().splitlines()), "")
    if len(line) <= _FIRST_WORDS:
        return line or "(no words)"
    return line[:_FIRST_WORDS].rsplit(" ", 1)[0] + "\u00a0…"


def _grounds_name(where: str, report: str) -> str:
    return {
        "text": "its text",
        "removed": "a part removed in cleaning",
        "address": "its address",
        "metadata": "page metadata",
        "file name": "its file name",
        "report": f"another report ({report})",
        "record": "the public record",
    }.get(where, where)


def _place(entry: Entry) -> str:
    return entry.place.name if entry.place else ""


def _actor(actor: Actor, entries: int) -> ActorView:
    others = [name for name in actor.names if name != actor.name]
    roles = "; ".join(map(_role, actor.roles))
    return ActorView(actor.id, actor.name, ", ".join(others), actor.country or "", roles, entries)


def _role(role: Role) -> str:
    if role.start is None and role.end is None:
        return role.title
    return f"{role.title} ({phrase_years(role)})"


def phrase_years(role: Role) -> str:
    """Return the years of an office: "from 2019", "2013–2021", "until 2020"."""
    if role.start and role.end:
        return f"{role.start.year}–{role.end.year}"
    return f"from {role.start.year}" if role.start else f"until {role.end.year}" if role.end else ""


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _completed(summary: str, words: str) -> str:
    """A summary that breaks off in the middle of ``words``, with all of them."""
    through = _VIA.search(summary)
    via = through.group() if through is not None else ""
    shown = summary.removesuffix(via).rstrip(_CLOSING)
    if not shown.endswith("…"):
        return summary
    shown = shown.removesuffix("…").rstrip()
    for start in range(len(shown)):
        if words.startswith(shown[start:]):
            return shown[:start] + words + via
    return summary


def _shared_end(line: str, words: str) -> int:
    """How many characters of ``words``, from their first, end the ``line``."""
    start = line.rfind(words[:_HEAD]) if words else -1
    return len(words) if start >= 0 and words.startswith(line[start:]) else 0


def _bare(words: str) -> str:
    return _NOT_WORDS.sub("", words.casefold())

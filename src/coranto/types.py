"""The domain types: what every room may import and what imports none of ours.

Offsets count Unicode code points of a report's cleaned text, ``[start, end)``;
for every item with ``start``, ``end`` and its words, ``text[start:end]`` is
those words.  Names follow ``docs/format.md`` and, behind it, the field's
standards: TIMEX3 (TimeML), PLOVER (event types), Universal Dependencies.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ActorKind = Literal["person", "country", "government", "organisation", "group"]
NameKind = Literal["person", "organisation", "place", "other"]
ActsAs = Literal["place", "government"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementForm = Literal["direct", "indirect", "mixed"]
StatementKind = Literal["speech", "thought", "unsaid"]
Status = Literal["happened", "planned", "cancelled", "denied", "alleged"]
Quad = Literal["V-COOP", "M-COOP", "V-CONF", "M-CONF"]
EntryKind = Literal["event", "statement"]
ParagraphOp = Literal["kept", "changed", "moved", "merged", "split", "added", "cut"]
CopyKind = Literal["copy", "cut copy", "update", "roundup", "rewrite", "shared quotation", "none"]
Where = Literal["text", "removed", "address", "metadata", "file name", "report", "record"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one report: ``text[start:end] == text`` of the span."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a named report (W3C Web Annotation: a source, a position, the exact quote)."""

    report: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """Calendar days, both included; ``None`` is an open end. One day: both equal."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def day(self) -> date | None:
        """The day, when it is known exactly."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def overlaps(self, other: DateRange) -> bool:
        """Whether some day lies in both (an open end is no bound)."""
        starts = [d for d in (self.earliest, other.earliest) if d is not None]
        ends = [d for d in (self.latest, other.latest) if d is not None]
        return not starts or not ends or max(starts) <= min(ends)

    def intersect(self, other: DateRange) -> DateRange:
        """The days in both; call it only where the two overlap."""
        starts = [d for d in (self.earliest, other.earliest) if d is not None]
        ends = [d for d in (self.latest, other.latest) if d is not None]
        return DateRange(max(starts, default=None), min(ends, default=None))


# --- a report, as it was read ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Removed:
    """Furniture that cleaning took out; offsets count the decoded text of the file."""

    start: int
    end: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a fact *about* a report rests on: its title, outlet, credit or date.

    ``where`` says what was read: the report's cleaned ``text`` (then ``start``
    and ``end`` count it), a ``removed`` part (then ``start`` and ``end`` count
    the decoded text of the file), the ``address``, page ``metadata``, the
    ``file name``, another ``report`` (named in ``report``; offsets count its
    text) or the public ``record`` (a table shipped with the package).
    """

    where: Where
    quote: str
    note: str = ""
    start: int | None = None
    end: int | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One value about a report (``about``: ``title``, ``outlet`` or ``credit``) and its grounds."""

    about: Literal["title", "outlet", "credit"]
    value: str
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out, as a range, with the reasoning that gave it.

    ``basis`` is one short phrase for a reader ("its address", "its weekday and
    the latest year it names", "its copy …", "unknown"). ``likely`` is the best guess
    within a range that was told from other reports; ``None`` elsewhere.
    """

    dates: DateRange = field(default_factory=DateRange)
    basis: str = "unknown"
    evidence: tuple[Grounds, ...] = ()
    likely: date | None = None

    @property
    def earliest(self) -> date | None:
        return self.dates.earliest

    @property
    def latest(self) -> date | None:
        return self.dates.latest


@dataclass(frozen=True, slots=True)
class Piece:
    """``length`` characters of cleaned text from ``start`` stand at ``original`` in the file."""

    start: int
    length: int
    original: int


@dataclass(frozen=True, slots=True)
class Report:
    """One news text from one outlet, cleaned when it was read.

    ``pieces`` maps the cleaned text to the decoded text of the file: characters
    of the text in no piece were put in by cleaning (a space where lines were
    joined, a repaired character).  ``seen`` lists further sources of the very
    same report.
    """

    id: str
    source: str
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    published: Published = field(default_factory=Published)
    removed: tuple[Removed, ...] = ()
    facts: tuple[Fact, ...] = ()
    pieces: tuple[Piece, ...] = ()
    seen: tuple[str, ...] = ()


# --- one pass of the language model -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A Universal Dependencies word; ``head`` indexes the document's tokens, -1 for a root."""

    text: str
    start: int
    end: int
    pos: str
    head: int
    dep: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; its tokens are ``tokens[first_token:last_token]`` (end excluded)."""

    start: int
    end: int
    first_token: int
    last_token: int


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity; ``acts_as`` is set for places: a place, or the government seated there."""

    text: str
    start: int
    end: int
    kind: NameKind
    acts_as: ActsAs | None = None


@dataclass(frozen=True, slots=True)
class TimeExtent:
    """Words that the language model takes for a time expression, without a value."""

    start: int
    end: int
    type: TimeType


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution as the language model reads it in one sentence: ``[start, end)`` places.

    ``source`` is empty where the sentence names none; ``score`` is the
    probability that the cue is one.
    """

    cue: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: extent, type, normalised value, and the days that the value covers.

    ``value`` holds ``X`` for what is not known ("XXXX-05-26", "XXXX-WXX-5");
    ``dates`` is open where the value cannot be placed on the calendar.
    """

    text: str
    start: int
    end: int
    type: TimeType
    value: str
    dates: DateRange = field(default_factory=DateRange)


# --- who, what was said, what happened ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Role:
    """An office or title as reports give it; ISO days where known."""

    title: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, government, organisation or group, resolved across reports."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor; ``actor`` is an id, or ``None`` where it is not known.

    ``members`` are the actors of words that stand for several ("both sides").
    """

    actor: str | None
    text: str
    start: int
    end: int
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: speaker, cue, content (PolNeAR's source, cue, content) and its chain.

    ``kind`` tells ``speech`` from a ``thought`` reported (a belief, a wish, an
    intention) and from what is ``unsaid`` (words denied, possible or still to
    come).  ``occasion`` has the words for where it was said.
    """

    id: str
    report: str
    speaker: Mention | None
    act: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: StatementForm
    addressee: Mention | None = None
    chain: tuple[Mention, ...] = ()
    date: DateRange = field(default_factory=DateRange)
    date_basis: str = "unknown"
    verified: bool = True
    entry: str | None = None
    kind: StatementKind = "speech"
    occasion: Span | None = None

    @property
    def start(self) -> int:
        return min(s.start for s in (*self.cue, *self.content))

    @property
    def end(self) -> int:
        return max(s.end for s in (*self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened; ``country`` is ISO 3166 alpha-2. Offsets where a span names it."""

    name: str
    country: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An act coded in PLOVER: who did what to whom, where, when, and whether it happened.

    ``object`` holds the words for the thing acted on (the plan released, the
    document signed) where there is one: it tells two proposals apart;
    ``predicate`` the word that tells the act.
    """

    id: str
    report: str
    type: str
    mode: str | None
    status: Status
    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    evidence: tuple[Span, ...]
    place: Place | None = None
    date: DateRange = field(default_factory=DateRange)
    date_basis: str = "unknown"
    object: Span | None = None
    told_by: tuple[str, ...] = ()
    entry: str | None = None
    predicate: Span | None = None

    def predicate_in(self, span: Span) -> bool:
        """Whether the word that tells the act lies in ``span`` of the same report."""
        word = self.predicate
        return word is not None and span.start <= word.start and word.end <= span.end

    @property
    def start(self) -> int:
        return self.evidence[0].start

    @property
    def end(self) -> int:
        return self.evidence[0].end


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything found in one text, offsets counting that text."""

    text: str
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


# --- copies -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Move:
    """The same words at another place: ``from_`` in the base, ``to`` in the report."""

    from_: Span
    to: Span


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the base put otherwise; ``fact`` names a changed fact, or is ``None``."""

    from_: Span
    to: Span
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphEdit:
    """What became of paragraphs, numbered from 0 (``from_`` in the base, ``to`` in the report)."""

    from_: tuple[int, ...]
    to: tuple[int, ...]
    op: ParagraphOp


@dataclass(frozen=True, slots=True)
class SentenceEdit:
    """What became of sentences: those of the base, those of the report."""

    from_: tuple[Span, ...]
    to: tuple[Span, ...]
    op: ParagraphOp


@dataclass(frozen=True, slots=True)
class TakenFrom:
    """Whom a text was taken from: an agency or outlet, its report where it is there, and why.

    Each reason's ``note`` is a phrase for a reader, its ``quote`` the words behind it.
    """

    name: str
    report: str | None
    reasons: tuple[Grounds, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """A report against the base of its copy group; ``kept``: share of its words in the base.

    ``sentences`` holds those that were not kept.  ``taken_from`` says whom the
    report took the text from; ``None`` is unknown.
    """

    base: str
    report: str
    kept: float
    cut: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    moved: tuple[Move, ...] = ()
    changed: tuple[Change, ...] = ()
    paragraphs: tuple[ParagraphEdit, ...] = ()
    sentences: tuple[SentenceEdit, ...] = ()
    kind: CopyKind = "copy"
    taken_from: TakenFrom | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What a report that is no member shares with the base of a copy group.

    ``kind`` is ``roundup`` (the text is one of its stories), ``rewrite`` (the same
    in other words) or ``shared quotation``; ``share`` is that of the shorter text,
    ``passages`` say where.
    """

    base: str
    report: str
    kind: CopyKind
    share: float
    passages: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports that share one wire text. ``order`` runs from the first take to the last.

    ``taken_from`` says whom the base took it from, ``related`` which reports share
    something with it and are no members.
    """

    id: str
    credit: str | None
    reports: tuple[str, ...]
    order: tuple[str, ...]
    edits: tuple[Edits, ...]
    taken_from: TakenFrom | None = None
    related: tuple[Relation, ...] = ()

    @property
    def base(self) -> str:
        return self.edits[0].base


# --- the chronology -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """The independent place a fact comes from, and the reports that carry it from there."""

    name: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values on which reports differ, the reports that give it, and their words."""

    value: str
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where reports of one entry differ (date, place, who, status, number, wording).

    ``on`` are words, common to the reports, for what a number counts.
    """

    about: str
    values: tuple[Version, ...]
    on: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the chronology: an event or utterance merged over all reports that tell it.

    ``told_ahead`` are the reports that tell as planned what others tell as done: no dispute.
    """

    id: str
    kind: EntryKind
    type: str
    mode: str | None
    status: Status
    date: DateRange
    place: Place | None
    actors: tuple[str, ...]
    summary: str
    members: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    reports: int
    origins: tuple[Origin, ...]
    disagreements: tuple[Disagreement, ...] = ()
    told_ahead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one running story."""

    id: str
    title: str
    reports: tuple[str, ...]

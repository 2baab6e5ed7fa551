"""Statements of one report: attributions with their speakers, addressees, chains and dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coranto.ids import content_id
from coranto.language.document import Document
from coranto.statements.attribution import Attribution, find_attributions
from coranto.statements.clauses import Clauses, in_order
from coranto.statements.cues import BELIEFS
from coranto.statements.headings import by_layout
from coranto.statements.speakers import ActorMention, Speakers
from coranto.types import DateRange, Mention, Span, Statement, StatementForm, TimeExpression

Dater = Callable[[int], tuple[DateRange, str]]
# What is denied or refused is not told.
_UNTOLD = frozenset({"deny", "reject", "refuse"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})


def find_statements(
    doc: Document,
    mentions: Sequence[ActorMention],
    times: Sequence[TimeExpression],
    anchor: DateRange | None,
    *,
    report: str,
) -> tuple[Statement, ...]:
    """Return the statements of the report ``report`` (its id), in order of their start.

    ``mentions`` are the actors' mentions of the document: a statement's
    speaker, addressee and chain carry their in-document ``key`` in ``actor``.
    ``times`` and ``anchor`` (the days of publication) date the cues.  A medium
    of the chain may be the report's own outlet or agency: this room knows
    neither, so the caller takes them out.
    """
    clauses = Clauses(doc, [m.head for m in mentions])
    found = attributions(clauses)
    speakers = Speakers(clauses, mentions)
    return _Assembly(clauses, found, speakers, _dater(doc, times, anchor), report).statements()


def attributions(clauses: Clauses) -> list[Attribution]:
    """Every attribution of the document, in order, by its verbs, nouns, marks and layout."""
    found = find_attributions(clauses)
    found += by_layout(clauses, found)
    text = clauses.doc.text
    for one in found:
        one.content = [(s, e) for s, e in in_order(one.content) if _has_words(text[s:e])]
        one.cue = in_order(one.cue)
    found = [one for one in found if one.content and one.cue]
    return sorted(found, key=lambda a: (min(*a.cue, *a.content), a.cue, a.content))


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _dater(doc: Document, times: Sequence[TimeExpression], anchor: DateRange | None) -> Dater:
    from coranto.times import date_of  # noqa: PLC0415

    def dates(token: int) -> tuple[DateRange, str]:
        dating = date_of(doc, token, times, anchor)
        return dating.dates, dating.basis

    return dates


class _Assembly:
    """The attributions of one report on their way to statements."""

    def __init__(
        self,
        clauses: Clauses,
        found: Sequence[Attribution],
        speakers: Speakers,
        dater: Dater,
        report: str,
    ) -> None:
        self.clauses = clauses
        self.found = found
        self.speakers = speakers
        self.dater = dater
        self.report = report
        self.said_by = self._speakers_of()
        self.outer = [self._outer(number) for number in range(len(found))]

    def statements(self) -> tuple[Statement, ...]:
        """The statements in order; the speaker's own "we believe" inside a quotation is none."""
        out: dict[str, Statement] = {}
        for number, one in enumerate(self.found):
            if self.outer[number] is None or self._is_told(number, one):
                statement = self._statement(number)
                out.setdefault(statement.id, statement)
        return tuple(sorted(out.values(), key=lambda s: (s.start, s.end, s.id)))

    def _speakers_of(self) -> list[Mention | None]:
        """The speaker of each; a bare "the statement said" takes the one before it."""
        out: list[Mention | None] = []
        last: Mention | None = None
        for one in self.found:
            speaker = self.speakers.resolve(one.source, last) if one.source is not None else None
            out.append(speaker)
            if speaker and self.clauses.zone[one.token] < 0 and one.act not in BELIEFS:
                last = speaker
        return out

    def _is_told(self, number: int, one: Attribution) -> bool:
        """Whether a statement within another is one: not the speaker's own voice, not denied."""
        own = one.source is not None and self.clauses.low(one.source) in _FIRST_PERSON
        outer = self.outer[number]
        return not own and (outer is None or self.found[outer].act not in _UNTOLD)

    def _outer(self, number: int) -> int | None:
        """The narrowest attribution whose content holds this one's cue, or ``None``."""
        mine = self.found[number]
        best: tuple[int, int] | None = None
        for other, one in enumerate(self.found):
            if other == number or not any(s <= mine.cue[0][0] < e for s, e in one.content):
                continue
            if mine.source is not None and one.source == mine.source:
                continue
            size = sum(e - s for s, e in one.content)
            if best is None or size < best[0]:
                best = size, other
        return best[1] if best else None

    def _chain(self, number: int) -> tuple[Mention, ...]:
        """From the speaker outwards: who relayed it, in whose statement that stands, and so on."""
        links: list[Mention] = list(self.speakers.via(self.found[number]))
        seen = {number}
        outer = self.outer[number]
        while outer is not None and outer not in seen:
            seen.add(outer)
            teller = self.said_by[outer]
            if teller is not None and self.found[outer].act not in BELIEFS:
                links.append(teller)
            links.extend(self.speakers.via(self.found[outer]))
            outer = self.outer[outer]
        speaker = self.said_by[number]
        taken = {_identity(speaker)} if speaker else set()
        out = []
        for link in links:
            if _identity(link) not in taken:
                taken.add(_identity(link))
                out.append(link)
        return tuple(out)

    def _statement(self, number: int) -> Statement:
        one = self.found[number]
        doc = self.clauses.doc
        cue = tuple(doc.span(s, e) for s, e in one.cue)
        content = tuple(doc.span(s, e) for s, e in one.content)
        dates, basis = self.dater(one.token)
        addressee = None if one.addressee is None else self.speakers.resolve(one.addressee)
        return Statement(
            id=content_id("s", self.report, _places(cue), _places(content)),
            report=self.report,
            speaker=self.said_by[number],
            act=one.act,
            cue=cue,
            content=content,
            form=_form(self.clauses, content),
            addressee=addressee,
            chain=self._chain(number),
            date=dates,
            date_basis=basis,
        )


def _identity(mention: Mention) -> str:
    return mention.actor or mention.text.casefold().removeprefix("the ")


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _form(clauses: Clauses, content: Sequence[Span]) -> StatementForm:
    """Direct when quotations make up the content, mixed when it has some, else indirect."""
    quoted = 0
    some = False
    for span in content:
        for q in clauses.quotations:
            for start, end in q.parts:
                low, high = max(start, span.start), min(end, span.end)
                if high > low and start >= span.start and end <= span.end:
                    quoted += high - low
                    some = True
    words = sum(s.end - s.start for s in content)
    if some and quoted >= words - 2:
        return "direct"
    return "mixed" if some else "indirect"

"""Whom a report took its text from, with the reasons; unknown where nothing tells.

Asked in this order: the agency or outlet that the report itself credits; the agency
whose own report the text is; the agency that the other members credit; the member
that came out days earlier. That one text is a part of the other decides nothing: it
may have been cut, and the other may have been written on. It is told only beside a
reason that does. The page and ``coranto compare`` ask the same function.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from coranto.copies.agencies import agency_named, credit_name
from coranto.language.sentences import split_sentences
from coranto.reading.agencies import UNNAMED
from coranto.types import Edits, Grounds, Report, Span, TakenFrom

_QUOTED = 90  # characters of a sentence that are shown as a reason
_MOSTLY = 0.5  # so much of a report stands in the agency's text that it is the agency's


@dataclass(frozen=True, slots=True)
class Text:
    """A copy group: its base, all its members, and the agency that most of them credit."""

    base: Report
    members: Sequence[Report]
    credit: str | None


def source_of(report: Report, text: Text, edits: Edits | None) -> TakenFrom | None:
    """Whom ``report`` took ``text`` from; ``edits`` are its own against the base (which has none).

    An agency's own report is taken from nobody.
    """
    own = agency_named(report.outlet)
    if own is not None and own == (text.credit or own):
        return None
    taken = _credited(report, text)
    base = text.base
    if taken is None and edits is not None and agency_named(base.outlet):
        note = "the text is the agency's own report"
        taken = TakenFrom(_name(base), base.id, (_told(base, base.outlet or "", note),))
    if taken is None and text.credit is not None and (edits is None or edits.kept >= _MOSTLY):
        taken = _credited_by_others(report, text)
    if taken is None:
        return _from_earlier(report, text, edits)
    return _with_more(taken, report, base, edits)


# --- credits --------------------------------------------------------------------------------


def _credited(report: Report, text: Text) -> TakenFrom | None:
    """The agency or outlet that the report credits: the group's first, then known agencies."""
    own = credit_name(report.outlet or "")
    names = dict.fromkeys(credit_name(credit) for credit in report.credits)
    others = [name for name in names if name != UNNAMED and not (own and _same(name, own))]
    if not others:
        return None
    name = min(others, key=lambda n: (n != text.credit, agency_named(n) is None, n))
    spelled = _spelled_by(name, report, text)
    reason = _credit_grounds(report, name, f"it credits {spelled}")
    return TakenFrom(spelled, _report_of(name, report, text), (reason,))


def _spelled_by(name: str, report: Report, text: Text) -> str:
    """A credited outlet as it names itself, where it is a member."""
    outlets = (other.outlet for other in text.members if other.id != report.id and other.outlet)
    if agency_named(name) is not None:
        return name
    return next((outlet for outlet in outlets if _same(outlet, name)), name)


def _credited_by_others(report: Report, text: Text) -> TakenFrom | None:
    """The agency that other members credit for the same text."""
    name = text.credit
    others = [other for other in text.members if other.id != report.id]
    crediting = [other for other in others if _credits(other, name)]
    if name is None or not crediting:
        return None
    first = min(crediting, key=lambda other: (agency_named(other.outlet) is None, other.id))
    if len(others) == 1:
        many = f"the other one credits {name}"
    else:
        many = f"{len(crediting)} of the {len(others)} others credit {name}"
    if agency_named(first.outlet) == name:
        grounds = _told(first, first.outlet or name, f"the text is {name}'s own report")
    else:
        grounds = _elsewhere(_credit_grounds(first, name, ""), first, many)
    return TakenFrom(name, _report_of(name, report, text), (grounds,))


def _credits(report: Report, agency: str | None) -> bool:
    named = (report.outlet, *report.credits)
    return agency is not None and any(name and credit_name(name) == agency for name in named)


def _credit_grounds(report: Report, name: str, note: str) -> Grounds:
    """Where the report credits ``name``."""
    for fact in report.facts:
        if fact.about == "credit" and credit_name(fact.value) == name:
            return replace(fact.grounds, note=note)
    words = next((c for c in report.credits if credit_name(c) == name), name)
    return Grounds("metadata", words, note)


def _elsewhere(grounds: Grounds, report: Report, note: str) -> Grounds:
    """Grounds found in ``report`` as they are told of another one."""
    if grounds.where == "text":
        return replace(grounds, where="report", report=report.id, note=note)
    return Grounds("report", grounds.quote, note, report=report.id)


def _report_of(agency: str, report: Report, text: Text) -> str | None:
    """The agency's or outlet's own report, where it is a member."""
    others = [m for m in text.members if m.id != report.id and m.outlet]
    return next((m.id for m in others if _same(credit_name(m.outlet or ""), agency)), None)


def _same(one: str, other: str) -> bool:
    return one.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")


# --- days and words -------------------------------------------------------------------------


def _with_more(taken: TakenFrom, report: Report, base: Report, edits: Edits | None) -> TakenFrom:
    """What days and words of report and base add to what is known by a credit."""
    if edits is None or taken.report not in (None, base.id):
        return taken
    earlier = _days_after(report, base)
    reasons = [*taken.reasons, *_earlier(base, earlier), *_part(report, base, edits, earlier)]
    return replace(taken, reasons=tuple(reasons))


def _from_earlier(report: Report, text: Text, edits: Edits | None) -> TakenFrom | None:
    """The base, else the first of the members, that another outlet brought days before."""
    others = sorted(
        (m for m in text.members if m.id != report.id),
        key=lambda m: (m.id != text.base.id, -(_days_after(report, m) or 0), m.id),
    )
    for other in others:
        days = _days_after(report, other)
        own = report.outlet is not None and report.outlet == other.outlet
        if days is not None and days > 0 and not own:
            reasons = _earlier(other, days)
            if edits is not None and other.id == text.base.id:
                reasons += _part(report, other, edits, days)
            return TakenFrom(_name(other), other.id, tuple(reasons))
    return None


def _earlier(other: Report, days: int | None) -> list[Grounds]:
    if days is None or days <= 0:
        return []
    quote = next((g.quote for g in other.published.evidence), str(other.published.latest))
    note = f"{_name(other)} had it {days} day{'s' if days > 1 else ''} earlier"
    return [_told(other, quote, note)]


def _part(report: Report, base: Report, edits: Edits, days: int | None) -> list[Grounds]:
    """That the report is nothing but a part of the base, which did not come out later."""
    part = _kept_sentence(report, edits) if edits.kind == "cut copy" else None
    if part is None or (days is not None and days < 0):
        return []
    whole = f"all but {1 - edits.kept:.0%}" if edits.kept < 1 else "all"
    note = f"{whole} of it stands in the text of {_name(base)}, which has more"
    words = part.text[:_QUOTED]
    return [Grounds("text", words, note, part.start, part.start + len(words))]


def _days_after(report: Report, base: Report) -> int | None:
    """How many days after the base the report came out, at least; 0 where they may be one day."""
    mine, theirs = report.published, base.published
    if mine.earliest and theirs.latest and mine.earliest > theirs.latest:
        return (mine.earliest - theirs.latest).days
    if mine.latest and theirs.earliest and mine.latest < theirs.earliest:
        return (mine.latest - theirs.earliest).days
    return 0 if mine.earliest and theirs.earliest else None


def _kept_sentence(report: Report, edits: Edits) -> Span | None:
    """The first sentence of the report that stands in the base as it is."""
    touched = {(s.start, s.end) for edit in edits.sentences for s in edit.to}
    for start, end in split_sentences(report.text):
        if (start, end) not in touched and report.text[start:end].count(" ") >= 4:
            return Span(start, end, report.text[start:end])
    return None


def _told(report: Report, quote: str, note: str) -> Grounds:
    return Grounds("report", quote, note, report=report.id)


def _name(report: Report) -> str:
    """What the report's publisher is called: agency, outlet, or the name of its file."""
    named = agency_named(report.outlet) or report.outlet
    return named or PurePosixPath(report.source.replace("\\", "/")).name or report.id

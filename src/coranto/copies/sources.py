"""Whom a report took its text from, with the reasons; unknown where nothing tells.

Asked in this order: the agency that the report itself credits, or another outlet
that it credits; the agency whose own report the text is; the agency that the
other members credit; the member that came out earlier; the text of which the
report is nothing but a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from coranto.copies.agencies import agency_named, credit_name
from coranto.language.sentences import split_sentences
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
    if edits is None:
        return taken
    return _from_base(report, base, edits, taken)


# --- credits --------------------------------------------------------------------------------


def _credited(report: Report, text: Text) -> TakenFrom | None:
    """The agency that the report credits, the group's first, else another member's outlet."""
    agencies = [name for credit in report.credits if (name := agency_named(credit))]
    own = agency_named(report.outlet)
    agencies = sorted({name for name in agencies if name != own})
    if agencies:
        name = text.credit if text.credit in agencies else agencies[0]
        reason = _credit_grounds(report, name, f"it credits {name}")
        return TakenFrom(name, _report_of(name, report, text), (reason,))
    for credit in report.credits:
        for other in text.members:
            if other.id != report.id and other.outlet and _same(other.outlet, credit):
                reason = _credit_grounds(report, credit_name(credit), f"it credits {other.outlet}")
                return TakenFrom(other.outlet, other.id, (reason,))
    return None


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
    return agency is not None and any(agency_named(name) == agency for name in named)


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
    """The agency's own report, where it is a member."""
    own = (m.id for m in text.members if m.id != report.id and agency_named(m.outlet) == agency)
    return next(own, None)


def _same(one: str, other: str) -> bool:
    return one.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")


# --- the base -------------------------------------------------------------------------------


def _from_base(
    report: Report, base: Report, edits: Edits, taken: TakenFrom | None
) -> TakenFrom | None:
    """What days and words tell of report and base: grounds by themselves, or more of them."""
    reasons: list[Grounds] = []
    later = _days_after(report, base)
    if later is not None and later > 0:
        days = f"{later} day{'s' if later > 1 else ''}"
        quote = next((g.quote for g in base.published.evidence), str(base.published.latest))
        reasons.append(_told(base, quote, f"{_name(base)} had it {days} earlier"))
    part = _kept_sentence(report, edits) if edits.kind == "cut copy" else None
    if part is not None and not (later is not None and later < 0):
        whole = f"all but {1 - edits.kept:.0%}" if edits.kept < 1 else "all"
        note = f"{whole} of it stands in the text of {_name(base)}, which has more"
        words = part.text[:_QUOTED]
        reasons.append(Grounds("text", words, note, part.start, part.start + len(words)))
    if taken is not None:
        beside = taken.report in (None, base.id)
        return replace(taken, reasons=(*taken.reasons, *reasons)) if beside else taken
    if not reasons or (report.outlet is not None and report.outlet == base.outlet):
        return None
    return TakenFrom(_name(base), base.id, tuple(reasons))


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

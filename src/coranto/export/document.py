"""``chronology.json``: the domain types as the JSON that ``docs/format.md`` describes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from coranto.types import (
    Actor,
    Change,
    CopyGroup,
    DateRange,
    Disagreement,
    Edits,
    Entry,
    Event,
    Evidence,
    Grounds,
    Mention,
    Move,
    Origin,
    ParagraphEdit,
    Place,
    Relation,
    Removed,
    Report,
    Role,
    SentenceEdit,
    Span,
    Statement,
    Story,
    TakenFrom,
)

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology

FORMAT = "coranto/1"

Json = dict[str, Any]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def schema() -> Json:
    """Return the JSON Schema (2020-12) of ``chronology.json``."""
    text = resources.files("coranto.export").joinpath("schema.json").read_text("utf-8")
    return cast(Json, json.loads(text))


def to_json(chronology: Chronology) -> Json:
    """Return ``chronology`` as plain dictionaries and lists, keys as in ``docs/format.md``."""
    story_of = {report: story.id for story in chronology.stories for report in story.reports}
    group_of = {report: group.id for group in chronology.copies for report in group.reports}
    text_of = {report.id: report.text for report in chronology.reports}
    return {
        "format": FORMAT,
        "reports": [
            _report(report, group_of.get(report.id), story_of.get(report.id))
            for report in chronology.reports
        ],
        "stories": [_story(story) for story in chronology.stories],
        "copies": [_copy_group(group) for group in chronology.copies],
        "actors": [_actor(actor) for actor in chronology.actors],
        "statements": [_statement(statement) for statement in chronology.statements],
        "events": [_event(event, text_of) for event in chronology.events],
        "entries": [_entry(entry) for entry in chronology.entries],
    }


def to_text(chronology: Chronology) -> str:
    """Return the text of ``chronology.json``: one item a line, so that two runs can be compared."""
    return dumps(to_json(chronology))


def dumps(document: Mapping[str, Any]) -> str:
    """Return ``document`` as JSON text with each item of its lists on a line of its own.

    Compact lines instead of an indent: hundreds of reports hold a hundred
    thousand spans, and white space would be a third of the file.
    """
    parts = []
    for key, value in document.items():
        head = f"{json.dumps(key)}: "
        if isinstance(value, list) and value:
            parts.append(head + "[\n" + ",\n".join(_line(item) for item in value) + "\n]")
        else:
            parts.append(head + _line(value))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


# --- the parts ----------------------------------------------------------------------------


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _optional(span: Span | None) -> Json | None:
    return None if span is None else _span(span)


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _mention(mention: Mention) -> Json:
    return {
        "actor": mention.actor,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "members": list(mention.members),
    }


def _mentions(mentions: Iterable[Mention]) -> list[Json]:
    return [_mention(mention) for mention in mentions]


def _evidence(evidence: Evidence) -> Json:
    return {
        "report": evidence.report,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }


def _dates(dates: DateRange, basis: str | None = None) -> Json:
    made: Json = {
        "earliest": dates.earliest.isoformat() if dates.earliest else None,
        "latest": dates.latest.isoformat() if dates.latest else None,
    }
    return made if basis is None else {**made, "basis": basis}


def _place(place: Place | None, text: str | None = None) -> Json | None:
    if place is None:
        return None
    made: Json = {"name": place.name, "country": place.country}
    if text is not None and place.start is not None and place.end is not None:
        words = text[place.start : place.end]
        made["span"] = {"start": place.start, "end": place.end, "text": words}
    return made


def _grounds(grounds: Grounds, report: str) -> Json:
    """Offsets stand at the top only where they count the text of the report in hand."""
    made: Json = {
        "where": grounds.where,
        "report": grounds.report or report,
        "quote": grounds.quote,
        "note": grounds.note,
    }
    if grounds.start is not None and grounds.end is not None:
        offsets = {"start": grounds.start, "end": grounds.end}
        made |= offsets if grounds.where == "text" else {"original": offsets}
    return made


def _removed(removed: Removed) -> Json:
    return {
        "start": removed.start,
        "end": removed.end,
        "reason": removed.reason,
        "text": removed.text,
    }


def _report(report: Report, copy_group: str | None, story: str | None) -> Json:
    published = report.published
    return {
        "id": report.id,
        "source": report.source,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "credits": list(report.credits),
        "published": {
            **_dates(published.dates, published.basis),
            "evidence": [_grounds(grounds, report.id) for grounds in published.evidence],
        },
        "text": report.text,
        "removed": [_removed(removed) for removed in report.removed],
        "copy_group": copy_group,
        "story": story,
        "facts": [
            {
                "about": fact.about,
                "value": fact.value,
                "grounds": _grounds(fact.grounds, report.id),
            }
            for fact in report.facts
        ],
        "pieces": [[piece.start, piece.length, piece.original] for piece in report.pieces],
        "seen": list(report.seen),
    }


def _story(story: Story) -> Json:
    return {"id": story.id, "title": story.title, "reports": list(story.reports)}


def _role(role: Role) -> Json:
    return {
        "title": role.title,
        "from": role.start.isoformat() if role.start else None,
        "to": role.end.isoformat() if role.end else None,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "names": list(actor.names),
        "kind": actor.kind,
        "country": actor.country,
        "roles": [_role(role) for role in actor.roles],
    }


def _move(move: Move) -> Json:
    return {"from": _span(move.from_), "to": _span(move.to)}


def _change(change: Change) -> Json:
    return {"from": _span(change.from_), "to": _span(change.to), "fact": change.fact}


def _paragraph(edit: ParagraphEdit) -> Json:
    return {"from": list(edit.from_), "to": list(edit.to), "op": edit.op}


def _sentence(edit: SentenceEdit) -> Json:
    """Offsets alone: the words stand in the edits above, or in the reports."""
    return {
        "from": [[span.start, span.end] for span in edit.from_],
        "to": [[span.start, span.end] for span in edit.to],
        "op": edit.op,
    }


def _taken_from(taken: TakenFrom | None, report: str) -> Json | None:
    if taken is None:
        return None
    reasons = [_grounds(grounds, report) for grounds in taken.reasons]
    return {"name": taken.name, "report": taken.report, "reasons": reasons}


def _edits(edits: Edits) -> Json:
    return {
        "base": edits.base,
        "report": edits.report,
        "kind": edits.kind,
        "taken_from": _taken_from(edits.taken_from, edits.report),
        "kept": round(edits.kept, 6),
        "cut": _spans(edits.cut),
        "added": _spans(edits.added),
        "moved": [_move(move) for move in edits.moved],
        "changed": [_change(change) for change in edits.changed],
        "paragraphs": [_paragraph(edit) for edit in edits.paragraphs],
        "sentences": [_sentence(edit) for edit in edits.sentences],
    }


def _relation(relation: Relation) -> Json:
    return {
        "base": relation.base,
        "report": relation.report,
        "kind": relation.kind,
        "share": round(relation.share, 6),
        "passages": [
            {"from": [move.from_.start, move.from_.end], "to": [move.to.start, move.to.end]}
            for move in relation.passages
        ],
    }


def _copy_group(group: CopyGroup) -> Json:
    base = group.base if group.edits else group.reports[0]
    return {
        "id": group.id,
        "credit": group.credit,
        "reports": list(group.reports),
        "order": list(group.order),
        "taken_from": _taken_from(group.taken_from, base),
        "edits": [_edits(edits) for edits in group.edits],
        "related": [_relation(relation) for relation in group.related],
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "report": statement.report,
        "speaker": None if statement.speaker is None else _mention(statement.speaker),
        "addressee": None if statement.addressee is None else _mention(statement.addressee),
        "act": statement.act,
        "kind": statement.kind,
        "cue": _spans(statement.cue),
        "content": _spans(statement.content),
        "form": statement.form,
        "chain": _mentions(statement.chain),
        "occasion": _optional(statement.occasion),
        "date": _dates(statement.date, statement.date_basis),
        "verified": statement.verified,
        "entry": statement.entry,
    }


def _event(event: Event, text_of: Mapping[str, str]) -> Json:
    return {
        "id": event.id,
        "report": event.report,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "sources": _mentions(event.sources),
        "targets": _mentions(event.targets),
        "place": _place(event.place, text_of.get(event.report)),
        "date": _dates(event.date, event.date_basis),
        "evidence": _spans(event.evidence),
        "object": _optional(event.object),
        "predicate": _optional(event.predicate),
        "told_by": list(event.told_by),
        "entry": event.entry,
    }


def _origin(origin: Origin) -> Json:
    return {"name": origin.name, "reports": list(origin.reports)}


def _disagreement(disagreement: Disagreement) -> Json:
    return {
        "about": disagreement.about,
        "on": disagreement.on,
        "values": [
            {
                "value": version.value,
                "reports": list(version.reports),
                "evidence": [_evidence(evidence) for evidence in version.evidence],
            }
            for version in disagreement.values
        ],
    }


def _entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "type": entry.type,
        "mode": entry.mode,
        "status": entry.status,
        "date": _dates(entry.date),
        "place": _place(entry.place),
        "actors": list(entry.actors),
        "summary": entry.summary,
        "members": list(entry.members),
        "evidence": [_evidence(evidence) for evidence in entry.evidence],
        "reports": entry.reports,
        "origins": [_origin(origin) for origin in entry.origins],
        "disagreements": [_disagreement(item) for item in entry.disagreements],
        "told_ahead": list(entry.told_ahead),
    }

"""What the table of offices says: who held an office, and when a report that names one came out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.actors import tables
from coranto.actors.directory import Directory
from coranto.actors.mentions import ActorMention
from coranto.actors.tables import Holder
from coranto.language.document import Document
from coranto.types import DateRange, Grounds

# Offices with one holder at a time: the day of a report can be read off their holder.
DATING = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister finance_minister "
    "security_adviser chief".split()
)
# Classes of title, and the offices in the table that they may mean.
_SAME: dict[str, frozenset[str]] = {
    "bloc_head": frozenset({"chief", "commission_head", "council_head"}),
    "chief": frozenset({"chief", "commission_head", "council_head"}),
    "leader": frozenset({"head_of_state", "head_of_government", "supreme_leader"}),
    "monarch": frozenset({"head_of_state"}),
    "pope": frozenset({"head_of_state"}),
    "spokesperson": frozenset(
        {"foreign_spokesperson", "leader_spokesperson", "security_council_spokesperson"}
    ),
    "head_of_state": frozenset({"head_of_state", "commission_head", "council_head"}),
    "ambassador": frozenset({"un_ambassador", "ambassador:US"}),
    "representative": frozenset({"envoy", "trade_representative"}),
    "minister": frozenset(
        "minister foreign_minister defence_minister finance_minister interior_minister "
        "justice_minister trade_minister economy_minister energy_minister health_minister "
        "trade_representative".split()
    ),
    "aide": frozenset({"aide", "chief_of_staff"}),
    "military": frozenset({"military", "military_chief"}),
    "official": frozenset({"official", "intelligence_chief"}),
    "trade_minister": frozenset({"trade_minister", "trade_representative"}),
    "security_adviser": frozenset({"security_adviser"}),
}
_QUOTING = frozenset("quote cite".split())
_REACH = 40  # characters around a mention that say whether the office is held
_BESIDE = re.compile(r"\s*,?\s*(?:the\s+)?")
_OVER_WORDS = (
    r"(?:former|then|late|longtime|ousted|ouster of|deposed|toppled|overthrown|outgoing|incoming"
    r"|departing|fallen|exiled|ex|interim|acting)"
)
_OVER = re.compile(rf"\b{_OVER_WORDS}[\s-]+(?:[\w'’]+\s+)?$", re.IGNORECASE)
_OVER_INSIDE = re.compile(rf"\b{_OVER_WORDS}\b|\belect\b", re.IGNORECASE)
_ELECT = re.compile(r"[\s-]{1,3}elect\b", re.IGNORECASE)


def offices_meant(title_office: str) -> frozenset[str]:
    """The offices of the table that a title of this class may mean."""
    return _SAME.get(title_office, frozenset({title_office}))


@cache
def office_of_title() -> dict[str, str]:
    """The class of office of each title in its usual form ("Foreign Minister")."""
    out: dict[str, str] = {}
    for title in tables.titles():
        out.setdefault(title.canonical, title.office)
    return out


def office_bounds(
    mentions: Sequence[ActorMention], doc: Document, directory: Directory | None = None
) -> list[tuple[DateRange, Grounds]]:
    """Bounds on a report's publication from the offices in which it names people.

    A pair for each person: the days from the first to the last of the holder's
    terms, and the ground (``where`` "record"; the span is the words). Left out:
    officials that the text calls former, ousted or elect, and sentences that name a
    year or say "ago", for their offices are those of another time; and offices that
    stand without a name ("the president"), for who is meant by them was itself
    reasoned from the days of the report. A ministry that quotes someone by a short
    name alone is taken to quote its minister of that name.
    """
    out: list[tuple[DateRange, Grounds]] = []
    seen: set[tuple[str, str]] = set()
    known = directory or Directory.packaged()
    for mention, rows in (*_titled(mentions, doc, known), *_quoted(mentions, doc, known)):
        holders = [h for h in rows if h.main]
        persons = {h.person for h in holders}
        if len(persons) != 1 or (key := (holders[0].person, holders[0].office)) in seen:
            continue
        seen.add(key)
        dates = _hull([h for h in rows if h.person == holders[0].person])
        out.append((dates, _grounds(mention, holders[0], dates)))
    return out


def _titled(
    mentions: Sequence[ActorMention], doc: Document, directory: Directory
) -> Iterator[tuple[ActorMention, list[Holder]]]:
    names = {m.key: m.name for m in mentions if m.key and m.kind == "person"}
    for m in mentions:
        if m.kind != "person" or not m.title or m.form not in ("title", "name", "role"):
            continue
        if m.title.startswith(("former", "Deputy", "Vice")) or _past(m, doc):
            continue
        if _not_in_office(m, doc) or (m.form == "role" and not _is_named(m, mentions, doc)):
            continue
        office = office_of_title().get(m.title, "")
        offices = offices_meant(office) & DATING
        name = names.get(m.key or "", m.name)
        if offices and m.country:
            yield m, directory.matching(name, m.country, offices)


def _quoted(
    mentions: Sequence[ActorMention], doc: Document, directory: Directory
) -> Iterator[tuple[ActorMention, list[Holder]]]:
    """ "The Chinese Foreign Ministry quoted Qin": the ministry's minister, by the short name."""
    bodies = [
        m
        for m in mentions
        if m.kind == "government" and m.key and m.key.endswith(":foreign_ministry")
    ]
    for m in mentions:
        if m.kind != "person" or m.title or " " in m.name or _past(m, doc):
            continue
        body = _quoting(m, doc, bodies)
        if body and body.country:
            yield m, directory.matching(m.name, body.country, {"foreign_minister"})


def _quoting(
    mention: ActorMention, doc: Document, bodies: Sequence[ActorMention]
) -> ActorMention | None:
    """The ministry that stands right before "quoted" or "cited" and the mention."""
    first = doc.tokens_in(mention.start, mention.end).start
    if first < 2 or doc.tokens[first - 1].lemma.lower() not in _QUOTING:
        return None
    at = first - 2
    if doc.tokens[at].pos in ("AUX", "ADV"):
        at -= 1
    return next((b for b in bodies if b.end == doc.tokens[at].end), None)


def _is_named(role: ActorMention, mentions: Sequence[ActorMention], doc: Document) -> bool:
    """Whether the name stands by the role: "the minister, Jo Lind", "Jo Lind, the minister"."""
    return any(
        m.form == "name" and m.key == role.key and _BESIDE.fullmatch(doc.text[first:last])
        for m in mentions
        for first, last in ((role.end, m.start), (m.end, role.start))
        if 0 <= last - first <= _REACH
    )


def _not_in_office(mention: ActorMention, doc: Document) -> bool:
    """Whether the words say that the office is over, or not yet held ("ousted", "-elect")."""
    before = doc.text[max(0, mention.start - _REACH) : mention.start]
    after = doc.text[mention.end : mention.end + _REACH]
    inside = doc.text[mention.start : mention.end]
    return bool(_OVER.search(before) or _OVER_INSIDE.search(inside) or _ELECT.match(after))


def _past(mention: ActorMention, doc: Document) -> bool:
    """Whether the sentence is about another time: it names a year or says "ago", "when he was"."""
    sentence = doc.sentences[doc.sentence_of[mention.head]]
    words = [t.text.lower() for t in doc.tokens[sentence.first_token : sentence.last_token]]
    year = any(len(w) == 4 and w.isdigit() and w[:2] in ("19", "20") for w in words)
    return year or "ago" in words


def _hull(holders: Sequence[Holder]) -> DateRange:
    starts = [h.held.earliest for h in holders]
    ends = [h.held.latest for h in holders]
    known_starts = [d for d in starts if d is not None]
    known_ends = [d for d in ends if d is not None]
    return DateRange(
        min(known_starts) if len(known_starts) == len(starts) else None,
        max(known_ends) if len(known_ends) == len(ends) else None,
    )


def _grounds(mention: ActorMention, holder: Holder, dates: DateRange) -> Grounds:
    until = f"to {dates.latest.isoformat()}" if dates.latest else "on"
    since = dates.earliest.isoformat() if dates.earliest else "an unknown day"
    office = holder.office.replace("_", " ")
    note = f"{holder.person} was {office} ({holder.of}) from {since} {until}"
    return Grounds("record", mention.text, note, mention.start, mention.end)

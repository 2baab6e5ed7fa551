"""Plain English for the codes on the page.

Types and modes: PLOVER 2.0 codebook (Halterman, Bagozzi, Beger, Schrodt and
Scarborough, 2023), and the modes for diplomacy of ``docs/format.md``.
"""

from __future__ import annotations

from collections.abc import Iterable

from coranto.types import Entry

_ROOTS = {
    "AGREE": "Agreement",
    "CONSULT": "Consultation",
    "SUPPORT": "Support",
    "CONCEDE": "Concession",
    "COOPERATE": "Cooperation",
    "AID": "Aid",
    "RETREAT": "Retreat",
    "REQUEST": "Request",
    "ACCUSE": "Accusation",
    "REJECT": "Rejection",
    "THREATEN": "Threat",
    "PROTEST": "Protest",
    "SANCTION": "Sanction",
    "MOBILIZE": "Mobilisation",
    "COERCE": "Coercion",
    "ASSAULT": "Assault",
}

_MODES = {
    "meet": "Meeting",
    "visit": "Visit",
    "host": "Reception",
    "call": "Telephone call",
    "talks": "Talks",
    "mediate": "Mediation",
    "sign": "Signing",
    "joint-statement": "Joint statement",
    "propose": "Proposal",
    "demand": "Demand",
    "invite": "Invitation",
    "praise": "Praise",
    "endorse": "Endorsement",
    "deny": "Denial",
    "decline": "Refusal",
}

_BASES = {
    "time expression": "the time its own words name",
    "sentence": "the time its sentence names",
    "narrative": "the time told just before it",
    "publication": "the publication of its report",
}

_ABOUT = {
    "date": "the date",
    "place": "the place",
    "who": "who was there",
    "status": "whether it happened",
    "number": "a number",
    "wording": "the wording",
}

_MEASURES = {"how long": "how long it lasted", "how late": "how late it was"}

_KINDS = {
    "person": "Persons",
    "government": "Governments",
    "country": "Countries",
    "organisation": "Organisations",
    "group": "Groups",
}


def type_label(entry: Entry) -> str:
    """Return what an entry is: "Meeting", "Accusation", "Assault: heavy weapons", "Statement"."""
    if entry.kind == "statement":
        return "Statement"
    root = _ROOTS.get(entry.type, _words(entry.type))
    if entry.mode is None:
        return root
    return _MODES.get(entry.mode) or f"{root}: {_words(entry.mode).lower()}"


def about_label(about: str, on: str = "") -> str:
    """Return on what reports differ, to stand after "Reports differ on"."""
    if about == "number" and on in _MEASURES:
        return _MEASURES[on]
    return _ABOUT.get(about, about) + (f" ({on})" if on else "")


def kind_label(kind: str) -> str:
    """Return the heading for a kind of actor."""
    return _KINDS.get(kind, _words(kind))


def count(number: int, one: str, many: str | None = None) -> str:
    """Return ``number`` with its noun: "1 report", "2,400 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _words(code: str) -> str:
    return code.replace("-", " ").replace("_", " ").lower().capitalize()


def basis_label(bases: Iterable[str]) -> str:
    """Return what dates an entry, for "Dated by …": the surest of its members' bases, or ""."""
    found = set(bases)
    return next((label for basis, label in _BASES.items() if basis in found), "")

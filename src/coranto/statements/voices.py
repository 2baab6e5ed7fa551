"""A report's own voices: its outlet and the agencies it credits are no link of a chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coranto.types import Mention, Report, Statement


def voices_of(report: Report, credit: str | None = None) -> frozenset[str]:
    """The names of the report's outlet and agencies, and of ``credit``, its copy group's agency."""
    names = (report.outlet, credit, *report.credits)
    return frozenset(_bare(name) for name in names if name is not None)


def without_voices(
    statement: Statement, voices: frozenset[str], names: Mapping[str, str]
) -> Statement:
    """The statement with a chain of others alone: neither the report's voices nor its speaker.

    ``names`` are those of the actors by their ids.
    """
    speaker = statement.speaker.actor if statement.speaker is not None else None
    chain = tuple(
        m
        for m in statement.chain
        if not _is_voice(m, voices, names) and (m.actor is None or m.actor != speaker)
    )
    return replace(statement, chain=chain) if chain != statement.chain else statement


def _is_voice(mention: Mention, voices: frozenset[str], names: Mapping[str, str]) -> bool:
    known = names.get(mention.actor, "") if mention.actor is not None else ""
    return _bare(mention.text) in voices or _bare(known) in voices


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()

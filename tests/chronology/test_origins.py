"""Copies are not confirmation, and neither are two reports of one statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coranto.chronology.origins import Sources, origins
from coranto.types import Actor, CopyGroup, Edits, Event, Mention, Report, Statement


def sources(
    reports: list[Report],
    actors: dict[str, Actor],
    groups: Sequence[CopyGroup] = (),
    statements: Sequence[Statement] = (),
) -> Sources:
    return Sources(
        {r.id: r for r in reports},
        {m: g for g in groups for m in g.reports},
        actors,
        {s.id: s for s in statements},
    )


def test_copies_of_one_wire_have_one_origin(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    reports = [make_report("r1", outlet="Courier"), make_report("r2", outlet="Dispatch")]
    group = CopyGroup("c", "AFP", ("r1", "r2"), ("r1", "r2"), (Edits("r1", "r2", 1.0),))
    found = origins(sources(reports, actors, [group]), [make_event("r1"), make_event("r2")], [])
    assert [(o.name, o.reports) for o in found] == [("AFP", ("r1", "r2"))]


def test_two_reports_of_one_ministrys_statement_have_one_origin(
    make_report: Callable[..., Report],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    reports = [make_report("r1", outlet="Courier"), make_report("r2", outlet="Dispatch")]
    told = [make_statement(r, "The talks were useful", speaker="ministry") for r in ("r1", "r2")]
    found = origins(sources(reports, actors, statements=told), [], told)
    assert [o.name for o in found] == ["Russian Foreign Ministry"]


def test_unnamed_officials_come_from_the_paper_they_spoke_to(
    make_report: Callable[..., Report],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    s = make_statement(
        "r1", "A deal is near", speaker="officials", chain=(Mention("paper", "The Lantern", 0, 4),)
    )
    found = origins(sources([make_report("r1", outlet="Courier")], actors), [], [s])
    assert [o.name for o in found] == ["The Lantern"]


def test_what_two_outlets_tell_in_their_own_words_has_two_origins(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    reports = [make_report("r1", outlet="Courier"), make_report("r2", outlet="Dispatch")]
    found = origins(sources(reports, actors), [make_event("r1"), make_event("r2")], [])
    assert [o.name for o in found] == ["Courier", "Dispatch"]


def test_an_event_told_by_a_statement_comes_from_its_speaker(
    make_report: Callable[..., Report],
    make_event: Callable[..., Event],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    s = make_statement("r1", "They met", speaker="ministry")
    e = make_event("r1", told_by=(s.id,))
    found = origins(sources([make_report("r1", outlet="Courier")], actors, statements=[s]), [e], [])
    assert [o.name for o in found] == ["Russian Foreign Ministry"]

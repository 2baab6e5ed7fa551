"""Copies are not confirmation, and neither are two reports of one statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from coranto.chronology.origins import Sources, origins
from coranto.types import (
    Actor,
    CopyGroup,
    Edits,
    Event,
    Fact,
    Grounds,
    Mention,
    Report,
    Span,
    Statement,
)


def sources(
    reports: list[Report],
    actors: dict[str, Actor],
    groups: Sequence[CopyGroup] = (),
    statements: Sequence[Statement] = (),
) -> Sources:
    return Sources.of(reports, groups, actors, statements)


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


# --- copy groups ----------------------------------------------------------------------------------


def group_of(*members: str, credit: str | None = "AFP", added: Sequence[Span] = ()) -> CopyGroup:
    base, *rest = members
    edits = tuple(Edits(base, r, 0.8, added=tuple(added) if r == rest[-1] else ()) for r in rest)
    return CopyGroup("c", credit, members, members, edits)


def test_a_copy_that_was_cut_before_the_source_is_no_second_voice(
    make_report: Callable[..., Report],
    make_event: Callable[..., Event],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    reports = [make_report(f"r{n}", outlet=f"Paper {n}") for n in range(40)]
    group = group_of(*(r.id for r in reports))
    said = make_statement("r0", "They met", speaker="ministry")
    told = [make_event(r.id, told_by=(said.id,) if r.id == "r0" else ()) for r in reports]
    found = origins(sources(reports, actors, [group], [said]), told, [])
    assert [(o.name, len(o.reports)) for o in found] == [("Russian Foreign Ministry", 40)]


def test_a_report_outside_the_group_stays_a_voice_of_its_own(
    make_report: Callable[..., Report],
    make_event: Callable[..., Event],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    reports = [make_report(r, outlet=f"Paper {r}") for r in ("r1", "r2", "r3")]
    said = make_statement("r1", "They met", speaker="ministry")
    told = [make_event("r1", told_by=(said.id,)), make_event("r2"), make_event("r3")]
    found = origins(sources(reports, actors, [group_of("r1", "r2")], [said]), told, [])
    assert [(o.name, o.reports) for o in found] == [
        ("Paper r3", ("r3",)),
        ("Russian Foreign Ministry", ("r1", "r2")),
    ]


def test_what_a_copy_added_is_its_own(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    reports = [make_report("r1", outlet="AFP"), make_report("r2", outlet="Dispatch")]
    group = group_of("r1", "r2", added=[Span(100, 200, "x" * 100)])
    inside = make_event("r2", evidence=(Span(110, 190, "x" * 80),))
    shared = make_event("r2", evidence=(Span(10, 60, "y" * 50),))
    known = sources(reports, actors, [group])
    assert [o.name for o in origins(known, [inside], [])] == ["Dispatch"]
    assert [o.name for o in origins(known, [shared], [])] == ["AFP"]


# --- names ------------------------------------------------------------------------------------


def credited(report: Report, agency: str, words: str) -> Report:
    fact = Fact("credit", agency, Grounds("text", words))
    return replace(report, credits=(agency,), facts=(fact,))


def test_a_report_that_is_an_agencys_is_told_by_the_agency(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    whole = credited(make_report("r1", outlet="Courier"), "Reuters", "OSLO (Reuters)")
    lent = credited(make_report("r2", outlet="Dispatch"), "Reuters", "With inputs from Reuters")
    told = [make_event("r1"), make_event("r2")]
    found = origins(sources([whole, lent], actors), told, [])
    assert [(o.name, o.reports) for o in found] == [("Dispatch", ("r2",)), ("Reuters", ("r1",))]


def test_a_report_without_outlet_is_named_as_such_and_never_by_its_headline(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    report = make_report("r1", title="Ministers meet")
    found = origins(sources([report], actors), [make_event("r1")], [])
    assert [o.name for o in found] == ["unnamed outlet (r1.txt)"]


def test_a_bare_host_is_the_outlet_that_another_report_spells_out(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    reports = [
        make_report("r1", outlet="The Harbour Courier"),
        make_report("r2", outlet="harbour-courier.example"),
    ]
    known = Sources.of(reports, (), actors, ())
    found = origins(known, [make_event("r1"), make_event("r2")], [])
    assert [o.name for o in found] == ["The Harbour Courier"]


def test_a_group_is_told_by_the_first_member_whose_outlet_is_known(
    make_report: Callable[..., Report], make_event: Callable[..., Event], actors: dict[str, Actor]
) -> None:
    reports = [make_report("r1"), make_report("r2", outlet="Dispatch")]
    told = [make_event("r1"), make_event("r2")]
    found = origins(sources(reports, actors, [group_of("r1", "r2", credit=None)]), told, [])
    assert [(o.name, o.reports) for o in found] == [("Dispatch", ("r1", "r2"))]


def test_that_somebody_agreed_is_told_by_the_report(
    make_report: Callable[..., Report],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    reports = [make_report("r1", outlet="Dispatch")]
    cue = (Span(30, 36, "agreed"),)
    agreed = make_statement("r1", "to lease the port", "china", act="agree", cue=cue)
    view = make_statement("r1", "that the port is open", "china", act="agree", cue=cue)
    known = sources(reports, actors, statements=[agreed, view])
    assert [o.name for o in origins(known, [], [agreed])] == ["Dispatch"]
    assert [o.name for o in origins(known, [], [view])] == ["China"]


def test_an_utterance_has_the_origin_that_one_report_names(
    make_report: Callable[..., Report],
    make_statement: Callable[..., Statement],
    actors: dict[str, Actor],
) -> None:
    reports = [make_report(r, outlet=f"Dispatch {r}") for r in ("r1", "r2", "r3")]
    named = make_statement("r1", "“The port is open”", "tan")
    unnamed = make_statement("r2", "“The port is open”", "officials")
    country = make_statement("r3", "“The port is open”", "china")
    told = [named, unnamed, country]
    known = sources(reports, actors, statements=told)
    assert [(o.name, o.reports) for o in origins(known, [], told)] == [
        ("Tan Wei", ("r1", "r2", "r3"))
    ]

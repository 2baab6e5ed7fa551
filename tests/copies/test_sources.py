"""Whom a report took its text from, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coranto.compare import compare
from coranto.copies import find_copies
from coranto.types import CopyGroup, Report, TakenFrom

MakeReport = Callable[..., Report]


def group_of(*reports: Report) -> CopyGroup:
    (group,) = find_copies(reports)
    return group


def taken(group: CopyGroup, report: str) -> TakenFrom | None:
    if report == group.base:
        return group.taken_from
    return next(edits.taken_from for edits in group.edits if edits.report == report)


def notes(source: TakenFrom | None) -> list[str]:
    assert source is not None
    assert source.reasons
    return [grounds.note for grounds in source.reasons]


def test_what_a_report_credits_it_was_taken_from(wire: list[str], make: MakeReport) -> None:
    base = make("a", wire, outlet="The Courier", credits=("Agence France-Presse",))
    cut = make("b", wire[:6], outlet="The Herald")
    group = group_of(base, cut)
    credited, silent = taken(group, "a"), taken(group, "b")
    assert credited is not None and silent is not None
    assert (credited.name, credited.report) == (silent.name, silent.report) == ("AFP", None)
    assert notes(credited) == ["it credits AFP"]
    assert notes(silent)[0] == "the other one credits AFP"
    assert silent.reasons[0].report == "a"


def test_an_agency_s_own_report_is_the_source(wire: list[str], make: MakeReport) -> None:
    own = make("a", wire, outlet="Reuters")
    group = group_of(own, make("b", wire[:5], outlet="The Herald"))
    assert taken(group, "a") is None
    source = taken(group, "b")
    assert source is not None
    assert (source.name, source.report) == ("Reuters", "a")
    assert notes(source)[0] == "the text is the agency's own report"
    part = source.reasons[-1]
    assert part.note == "all of it stands in the text of Reuters, which has more"
    assert part.start is not None and "\n\n".join(wire[:5])[part.start : part.end] == part.quote


def test_another_outlet_that_is_credited(wire: list[str], make: MakeReport) -> None:
    later = [*wire[:6], "The ministers did not take questions after the ceremony at the bridge."]
    first = make("a", wire, outlet="The Marvela Courier")
    second = make("b", later, outlet="The Herald", credits=("Marvela Courier",))
    source = taken(group_of(first, second), "b")
    assert source is not None
    assert (source.name, source.report) == ("The Marvela Courier", "a")


def test_the_earlier_one(wire: list[str], make: MakeReport) -> None:
    first = make("a", wire[:7], outlet="The Courier", day=date(2023, 5, 4))
    more = ["Nobody at the airport knew of it.", *wire[:7], wire[8]]
    second = make("b", more, outlet="The Herald", day=date(2023, 5, 6))
    source = taken(group_of(first, second), "b")
    assert source is not None and source.report == "a"
    assert notes(source) == ["The Courier had it 2 days earlier"]
    assert source.reasons[0].quote == "2023-05-04"


def test_a_part_of_the_whole_may_have_been_cut_or_written_on(
    wire: list[str], make: MakeReport
) -> None:
    group = group_of(make("a", wire, outlet="Courier"), make("b", wire[:5], outlet="Herald"))
    assert group.edits[0].kind == "cut copy"
    assert taken(group, "a") is None and taken(group, "b") is None


def test_an_earlier_member_is_the_source_of_the_base_too(wire: list[str], make: MakeReport) -> None:
    first = make("b", wire[:5], outlet="Herald", day=date(2023, 5, 4))
    group = group_of(make("a", wire, outlet="Courier", day=date(2023, 5, 6)), first)
    source = taken(group, "a")
    assert source is not None and source.report == "b"
    assert notes(source) == ["Herald had it 2 days earlier"]


def test_an_agency_that_no_table_lists(wire: list[str], make: MakeReport) -> None:
    one = make("a", wire, credits=("Harbour Wire",))
    group = group_of(one, make("b", wire[:6], outlet="Herald", credits=("Harbour Wire",)))
    for report in ("a", "b"):
        source = taken(group, report)
        assert source is not None and source.name == "Harbour Wire"
        assert notes(source)[0] == "it credits Harbour Wire"


def test_two_reports_compared_and_the_group_give_one_answer(
    wire: list[str], make: MakeReport
) -> None:
    pairs = [
        (make("a", wire, outlet="Courier"), make("b", wire[:5], outlet="Herald")),
        (make("a", wire, outlet="AFP"), make("b", wire[:5], outlet="Herald")),
        (make("a", wire, credits=("Harbour Wire",)), make("b", wire[:6], outlet="Herald")),
        (
            make("a", wire, outlet="Courier", day=date(2023, 5, 6)),
            make("b", wire[:6], outlet="Herald", day=date(2023, 5, 4)),
        ),
    ]
    for one, other in pairs:
        group = group_of(one, other)
        for left, right in ((one, other), (other, one)):
            told = compare(left, right)
            of_left, of_right = told.taken_from
            assert (of_left, of_right) == (taken(group, left.id), taken(group, right.id))


def test_unknown_where_nothing_tells(wire: list[str], make: MakeReport) -> None:
    one = [*wire[:6], "The ministers did not take questions after the ceremony at the bridge."]
    other = [*wire[1:7], "Fishermen on the western bank had hung black flags from their huts."]
    group = group_of(make("a", one, outlet="Courier"), make("b", other, outlet="Herald"))
    assert taken(group, "a") is None and taken(group, "b") is None
    assert group.edits[0].kind == "update"


@pytest.mark.parametrize(
    ("cut", "added", "kind"), [(0, 0, "copy"), (3, 0, "cut copy"), (0, 2, "update")]
)
def test_kinds_of_copies(
    cut: int, added: int, kind: str, wire: list[str], make: MakeReport
) -> None:
    more = ["The mayor of Tarn was seen at the airport with a bunch of yellow roses."] * added
    body = [*wire[: len(wire) - cut], *more]
    (group,) = find_copies([make("a", wire, outlet="AFP"), make("b", body, outlet="Herald")])
    assert [edits.kind for edits in group.edits] == [kind]


def test_a_roundup_is_told_of(
    wire: list[str], floods: list[str], vote: list[str], make: MakeReport
) -> None:
    reports = [
        make("a", wire),
        make("b", wire[:7]),
        make("c", [*floods[:3], *vote[:3], *wire[2:6]]),
        make("d", floods),
        make("e", vote),
    ]
    (group,) = [g for g in find_copies(reports) if "a" in g.reports]
    (relation,) = group.related
    assert (relation.report, relation.kind) == ("c", "roundup")
    assert 0.3 < relation.share < 0.7
    texts = {report.id: report.text for report in reports}
    for move in relation.passages:
        for name, span in ((group.base, move.from_), ("c", move.to)):
            assert texts[name][span.start : span.end] == span.text
    assert [m.to.text for m in relation.passages] == ["\n\n".join(wire[2:6])]

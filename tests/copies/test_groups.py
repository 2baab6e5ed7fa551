"""Which reports are copies of one text, and what stands for them."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import pytest

from coranto.copies import copied_share, find_copies
from coranto.copies.agencies import agency_named, credit_name
from coranto.ids import content_id
from coranto.types import Report

MakeReport = Callable[..., Report]

OWN_ONE = (
    "Ostland's top diplomat flew to Marvela on Thursday hoping to end a quarrel that has kept "
    "lorries off the Tarn bridge for years.",
    "Tomas Varga met Ilse Brandt over lunch in the former exchange, with aides from both sides "
    "still haggling over who would check the cargo.",
    '"We have come to listen first and to sign later," he said as he left his plane.',
    "People who know the text say up to a hundred and twenty heavy vehicles might be waved "
    "through daily once summer starts.",
    "Growers east of the river complain of ruinous journeys over the passes.",
)
OWN_TWO = (
    "Marvela and Ostland opened talks on Thursday about their shared frontier, shut to trade "
    "since 2019 in a row about contraband petrol.",
    '"We have come to listen first and to sign later," the visiting minister, Tomas Varga, told '
    "journalists.",
    "His hosts hope that a deal will bring down food prices before the vote next spring; several "
    "of them fear a quarrel at home if inspectors in foreign uniforms stand on their bank.",
    "Neither government has published the plan, and the lake states, once keen to help, were not "
    "invited.",
)


def test_a_cut_copy_and_its_wire_are_one_group(wire: list[str], make: MakeReport) -> None:
    groups = find_copies([make("a", wire), make("b", wire[:5])])
    assert [group.reports for group in groups] == [("a", "b")]
    assert groups[0].id == content_id("c", ("a", "b"))
    assert groups[0].base == "a"
    assert [edit.report for edit in groups[0].edits] == ["b"]
    assert groups[0].edits[0].kept == 1.0


def test_a_shared_quotation_makes_no_copy(make: MakeReport) -> None:
    speech = (
        '"The river was never a wall to our grandparents, and it will not be one to our '
        "grandchildren; we shall open the bridge, we shall count every lorry together, and we "
        'shall publish every figure, because trust between neighbours grows out of arithmetic," '
        "{tail}"
    )
    one = [*OWN_ONE[:2], speech.format(tail="Varga said."), OWN_ONE[3]]
    other = [OWN_TWO[0], speech.format(tail="the minister told parliament."), *OWN_TWO[2:]]
    assert find_copies([make("a", one), make("b", other)]) == ()
    assert copied_share("\n\n".join(one), "\n\n".join(other)) == 0.0


def test_own_words_on_one_event_are_no_copies(wire: list[str], make: MakeReport) -> None:
    reports = [make("a", wire), make("b", OWN_ONE), make("c", OWN_TWO)]
    assert find_copies(reports) == ()


def test_a_speech_without_marks_counts_as_quoted_where_others_quote_it(make: MakeReport) -> None:
    speech = (
        "Our countries have a common river and a common duty towards those who live along it. "
        "The first lorries will cross in June. The second thing to cross will be our trust, and "
        "nobody can inspect that at a barrier. I thank my colleague for her patience in these "
        "long nights and I invite her to come to our side of the bridge in the autumn."
    )
    plain = ["Here is what minister Tomas Varga said on Friday in Marvela.", speech]
    other = [*OWN_ONE[:1], "He then spoke.", speech, OWN_ONE[3]]
    quoting = [
        make(f"q{n}", [OWN_TWO[n], f'He said: "{speech}"', f"It was day {n} of the talks."])
        for n in range(3)
    ]
    assert len(find_copies([make("a", plain), make("b", other)])) == 1
    assert find_copies([make("a", plain), make("b", other), *quoting]) == ()


def test_a_shared_caption_makes_no_copy(make: MakeReport) -> None:
    caption = (
        "Foreign ministers Tomas Varga, right, and Ilse Brandt, centre, stand beside the old "
        "customs post on the Tarn bridge during a visit by officers of both countries, near "
        "Marvela, Thursday, May 4, 2023. (Photo by Jan Orel/Pool)"
    )
    one, other = [caption, *OWN_ONE], [*OWN_TWO, caption]
    assert find_copies([make("a", one), make("b", other)]) == ()


def test_a_roundup_is_no_member_and_links_nothing(
    wire: list[str], floods: list[str], vote: list[str], make: MakeReport
) -> None:
    roundup = [*wire[2:5], *floods[:3], *vote[:3]]
    reports = [
        make("wire", wire),
        make("wire-copy", wire[:6]),
        make("floods", floods),
        make("floods-copy", [*floods[:3], "The road to the coast was still closed at night."]),
        make("vote", vote),
        make("roundup", roundup),
    ]
    groups = {group.reports for group in find_copies(reports)}
    assert groups == {("wire", "wire-copy"), ("floods", "floods-copy")}


def test_takes_of_a_running_story_are_no_roundups(wire: list[str], make: MakeReport) -> None:
    takes = [(0, 4), (1, 6), (3, 8), (5, 9)]
    reports = [make(f"{begin}", wire[begin:end]) for begin, end in takes]
    members = {key for group in find_copies(reports) for key in group.reports}
    assert members >= {"1", "3"}


def test_an_excerpt_shared_by_two_stories_does_not_link_them(
    wire: list[str], floods: list[str], vote: list[str], make: MakeReport
) -> None:
    background = wire[4]
    reports = [
        make("a", wire),
        make("b", [*floods, background]),
        make("c", [background, "The rest of this page is for subscribers."]),
    ]
    together = {key for group in find_copies(reports) for key in group.reports}
    assert "b" not in together


def test_three_versions_are_one_group_in_order_of_publication(
    wire: list[str], make: MakeReport
) -> None:
    later = [*wire[:4], "The deal was signed late on Friday.", *wire[4:]]
    reports = [
        make("first", wire[:6], day=date(2023, 5, 4)),
        make("third", later, day=date(2023, 5, 6)),
        make("second", wire, day=date(2023, 5, 5)),
    ]
    (group,) = find_copies(reports)
    assert group.order == ("first", "second", "third")
    assert group.base == "first"
    assert [edit.report for edit in group.edits] == ["second", "third"]


def test_without_dates_the_fullest_text_of_several_outlets_comes_first(
    wire: list[str], make: MakeReport
) -> None:
    bodies = {"a": wire[:4], "b": wire, "c": wire[:6]}
    (group,) = find_copies([make(key, body, outlet=key) for key, body in bodies.items()])
    assert group.base == "b"
    assert group.order == ("b", "c", "a")


def test_takes_of_one_outlet_follow_one_another_as_their_texts_do(
    wire: list[str], floods: list[str], make: MakeReport
) -> None:
    first = wire[:4]
    second = [*first, *wire[4:6], floods[0]]
    third = [*second[:-1], *wire[6:8]]
    fourth = [third[0].replace("Thursday", "Friday"), *third[1:], wire[8]]
    takes = {"d": first, "a": second, "c": third, "b": fourth}
    for outlet in (None, "The Courier"):
        (group,) = find_copies([make(key, body, outlet=outlet) for key, body in takes.items()])
        assert group.order == ("d", "a", "c", "b")
    (mixed,) = find_copies(
        [
            *(make(key, body, outlet="The Courier") for key, body in takes.items()),
            make("e", wire[:7], outlet="The Herald"),
        ]
    )
    assert [key for key in mixed.order if key != "e"] == ["d", "a", "c", "b"]


def test_the_agency_s_own_report_is_the_base(wire: list[str], make: MakeReport) -> None:
    longer = [*wire, "The bridge was built in 1931 and repaired twice after floods in the valley."]
    (group,) = find_copies([make("a", longer), make("b", wire, outlet="Reuters")])
    assert group.base == "b"
    assert group.credit == "Reuters"


def test_one_member_s_credit_is_the_group_s(wire: list[str], make: MakeReport) -> None:
    silent = make("b", wire[:6])
    (group,) = find_copies([make("a", wire, credits=("Agence France-Presse",)), silent])
    assert group.credit == "AFP"
    (unknown,) = find_copies([make("a", wire), silent])
    assert unknown.credit is None


def test_the_credit_of_most_members_wins(wire: list[str], make: MakeReport) -> None:
    reports = [
        make("a", wire, credits=("Reuters",)),
        make("b", wire[:7], credits=("AP", "Reuters")),
        make("c", wire[:6], credits=("The Associated Press",)),
        make("d", wire[:5], credits=("Associated Press",)),
    ]
    assert find_copies(reports)[0].credit == "AP"


def test_names_of_agencies() -> None:
    assert agency_named("www.apnews.com") == "AP"
    assert agency_named("The Marvela Courier") is None
    assert credit_name(" Itar-Tass ") == "TASS"
    assert credit_name("Marvela News Service") == "Marvela News Service"


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_the_reports_does_not_matter(
    seed: int, wire: list[str], floods: list[str], vote: list[str], make: MakeReport
) -> None:
    reports = [
        make("a", wire),
        make("b", wire[:5]),
        make("c", [wire[1], wire[0], *wire[3:]]),
        make("d", floods),
        make("e", floods[:3]),
        make("f", [*vote, *wire[3:6]]),
        make("g", OWN_ONE),
    ]
    expected = find_copies(reports)
    random.Random(seed).shuffle(reports)
    assert find_copies(reports) == expected


def test_nothing_to_compare(wire: list[str], make: MakeReport) -> None:
    assert find_copies([]) == ()
    assert find_copies([make("a", wire)]) == ()
    assert find_copies([make("a", []), make("b", ["..."]), make("c", [])]) == ()


def test_a_report_given_twice_is_one(wire: list[str], make: MakeReport) -> None:
    report = make("a", wire)
    assert find_copies([report, report]) == ()


def test_the_threshold_decides_who_is_a_member(wire: list[str], make: MakeReport) -> None:
    reports = [make("a", wire), make("b", [*wire[2:4], *OWN_TWO])]
    assert find_copies(reports, threshold=0.9) == ()
    assert len(find_copies(reports, threshold=0.1)) == 1


def test_copied_share_is_the_share_of_the_shorter_text(wire: list[str]) -> None:
    whole, part = "\n\n".join(wire), "\n\n".join(wire[3:6])
    assert copied_share(whole, part) == copied_share(part, whole) == 1.0
    assert copied_share(whole, "\n\n".join(OWN_ONE)) == 0.0

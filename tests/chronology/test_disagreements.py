"""Where reports of one entry differ, both values stand with those who give them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coranto.chronology.disagreements import (
    disagreements,
    quantities_in_dispute,
    told_ahead,
    without_repetitions,
)
from coranto.types import (
    Change,
    CopyGroup,
    DateRange,
    Disagreement,
    Edits,
    Event,
    Place,
    Span,
    Statement,
    Version,
)


def about(found: tuple[Disagreement, ...]) -> dict[str, dict[str, tuple[str, ...]]]:
    return {d.about: {v.value: v.reports for v in d.values} for d in found}


def test_two_days(make_event: Callable[..., Event]) -> None:
    found = disagreements([make_event("r1", "2023-05-26"), make_event("r2", "2023-05-27")], [], {})
    assert about(found) == {"date": {"2023-05-26": ("r1",), "2023-05-27": ("r2",)}}


def test_a_town_does_not_contradict_its_country_but_another_country_does(
    make_event: Callable[..., Event],
) -> None:
    a = make_event("r1", "2023-05-26", place=Place("Moscow", "RU"))
    b = make_event("r2", "2023-05-26", place=Place("Russia", "RU"))
    c = make_event("r3", "2023-05-26", place=Place("Minsk", "BY"))
    assert disagreements([a, b], [], {}) == ()
    assert set(about(disagreements([a, c], [], {}))["place"]) == {"Moscow", "Minsk"}


def test_happened_against_denied_and_against_another_reports_preview(
    make_event: Callable[..., Event],
) -> None:
    held, denied = make_event("r1"), make_event("r2", status="denied")
    planned = make_event("r3", status="planned")
    assert set(about(disagreements([held, denied], [], {}))["status"]) == {"happened", "denied"}
    assert disagreements([held, planned], [], {}) == ()  # a preview is no dispute
    assert told_ahead([held, planned]) == ("r3",)
    assert told_ahead([held, make_event("r1", status="planned")]) == ()
    assert told_ahead([planned]) == ()


def test_numbers_of_one_object(make_event: Callable[..., Event]) -> None:
    def plan(report: str, words: str) -> Event:
        return make_event(report, object=Span(0, len(words), words))

    found = disagreements([plan("r1", "a 12-point plan"), plan("r2", "a 15-point plan")], [], {})
    assert set(about(found)["number"]) == {"12", "15"}


def test_two_wordings_of_one_quotation_but_not_a_shorter_one(
    make_statement: Callable[..., Statement],
) -> None:
    a = make_statement("r1", "“there is no panacea for resolving this crisis”")
    b = make_statement("r2", "“there is no magic remedy for this crisis”")
    cut = make_statement("r3", "“no panacea for resolving this crisis”")
    assert len(about(disagreements([], [a, b], {}))["wording"]) == 2
    assert disagreements([], [a, cut], {}) == ()
    whole = make_statement(
        "r4", "“We know that there is no panacea for resolving this crisis soon”"
    )
    broken = make_statement("r5", "“[w]e know ... no panacea for resolving this crisis”")
    turned = make_statement("r6", "“there is a panacea for resolving this crisis ... We know”")
    assert disagreements([], [whole, broken], {}) == ()
    assert len(about(disagreements([], [whole, turned], {}))["wording"]) == 2


def test_a_number_that_a_copy_changed_within_the_entrys_words(
    make_event: Callable[..., Event],
) -> None:
    change = Change(Span(10, 12, "30"), Span(2, 4, "13"), "number")
    group = CopyGroup(
        "c", None, ("r1", "r2"), ("r1", "r2"), (Edits("r1", "r2", 0.9, changed=(change,)),)
    )
    events = [make_event("r1"), make_event("r2")]
    found = disagreements(events, [], {"r1": group, "r2": group})
    assert about(found) == {"number": {"30": ("r1",), "13": ("r2",)}}


def test_one_time_in_two_wordings_is_no_dispute(make_event: Callable[..., Event]) -> None:
    events = [make_event("r1"), make_event("r2")]
    published = {r: DateRange(date(2024, 7, 23), date(2024, 7, 23)) for r in ("r1", "r2")}

    def told(one: str, other: str) -> object:
        change = Change(Span(10, 12, one), Span(2, 4, other), "date")
        edits = (Edits("r1", "r2", 0.9, changed=(change,)),)
        group = CopyGroup("c", None, ("r1", "r2"), ("r1", "r2"), edits)
        groups = {"r1": group, "r2": group}
        return about(disagreements(events, [], groups, published=published))

    assert told("July 19 that", "Friday") == {}
    assert told("in July", "this month") == {}
    assert told("July 18 that", "Friday") == {"date": {"July 18 that": ("r1",), "Friday": ("r2",)}}
    assert told("in June", "this month") == {"date": {"in June": ("r1",), "this month": ("r2",)}}


def test_a_number_in_the_news_of_two_reports_is_found_beside_the_words_of_the_act(
    make_event: Callable[..., Event],
) -> None:
    lede = "Orlova and Tan met in Vienna on Friday."
    texts = {
        "r1": f"{lede} They walked in the rose garden for 30 minutes.",
        "r2": f"{lede} They walked in the rose garden for 50 minutes.",
    }
    events = [make_event(r, "2023-05-26", evidence=(Span(0, len(lede), lede),)) for r in texts]
    (dispute,) = quantities_in_dispute(events, [], texts, {})
    found = disagreements(events, [], {}, [dispute])
    assert about(found) == {"number": {"30 minutes": ("r1",), "50 minutes": ("r2",)}}
    # of an act that is background there, only its own words are read
    far = "x" * 600 + "\n\n"
    texts = {r: far + t for r, t in texts.items()}
    span = Span(602, 602 + len(lede), lede)
    events = [make_event(r, "2023-05-26", evidence=(span,)) for r in texts]
    assert quantities_in_dispute(events, [], texts, {}) == []


def test_a_changed_number_is_told_once(make_event: Callable[..., Event]) -> None:
    lede = "Orlova and Tan walked in the rose garden for 30 minutes."
    texts = {"r1": lede, "r2": lede.replace("30", "50")}
    at = lede.index("30")
    change = Change(Span(at, at + 2, "30"), Span(at, at + 2, "50"), "number")
    group = CopyGroup(
        "c", None, ("r1", "r2"), ("r1", "r2"), (Edits("r1", "r2", 0.9, changed=(change,)),)
    )
    events = [make_event(r, evidence=(Span(0, len(t), t),)) for r, t in texts.items()]
    counted = quantities_in_dispute(events, [], texts, {})
    found = disagreements(events, [], {"r1": group, "r2": group}, counted)
    assert about(found) == {"number": {"30 minutes": ("r1",), "50 minutes": ("r2",)}}


def test_hyphens_and_plurals_are_no_other_wording(make_statement: Callable[..., Statement]) -> None:
    a = make_statement("r1", "“to re-open their missions within two months”")
    b = make_statement("r2", "“to reopen their missions within two month,”")
    assert disagreements([], [a, b], {}) == ()


def test_a_difference_in_the_words_of_two_entries_is_told_once() -> None:
    wording = Disagreement("wording", (Version("no panacea", ("r1",)), Version("no cure", ("r2",))))
    more = Disagreement(
        "wording", (Version("no panacea", ("r1", "r3")), Version("no cure", ("r2",)))
    )
    date = Disagreement("date", (Version("2023-05-26", ("r1",)), Version("2023-05-27", ("r2",))))
    assert without_repetitions([(wording, date), (wording, date)]) == [(wording, date), (date,)]
    assert without_repetitions([(wording,), (more,)]) == [(), (more,)]
    assert without_repetitions([(more,), (wording,)]) == [(more,), ()]
    values = (Version("30 minutes", ("r1",)), Version("50 minutes", ("r2",)))
    paper, meeting = (Disagreement("number", values, on) for on in ("guests cake", "how long"))
    for order in ([paper, meeting], [meeting, paper]):
        found = without_repetitions([(d,) for d in order])
        assert found == [(d,) if d is meeting else () for d in order]


def test_a_quotation_by_pieces_is_no_other_wording(
    make_statement: Callable[..., Statement],
) -> None:
    whole = make_statement("r1", "“The minister stressed the use of open lines to reduce the risk”")
    parts = make_statement(
        "r2", "It was “useful”, with “the use of open lines” to “reduce the risk”"
    )
    other = make_statement("r3", "“The minister noted the use of free lines to cut the risk”")
    assert "wording" not in about(disagreements([], [whole, parts], {}))
    assert "wording" in about(disagreements([], [whole, other], {}))

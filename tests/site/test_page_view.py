"""What the page says: names of reports, order, origins, what was removed where."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.result import Chronology
from coranto.site.labels import about_label, count, kind_label, type_label
from coranto.site.view import EntryView, View, pieces
from coranto.types import (
    DateRange,
    Disagreement,
    Evidence,
    Piece,
    Published,
    Removed,
    Report,
    Role,
    Span,
    Story,
    Version,
)

SAMPLE: Callable[[], Chronology] = runpy.run_path(str(Path(__file__).parent / "sample.py"))[
    "sample"
]


def entry(name: str, chronology: Chronology | None = None) -> EntryView:
    view = View(chronology or SAMPLE())
    return next(e for p in view.periods() for day in p.days for e in day.entries if e.id == name)


def test_the_head_counts_what_is_there() -> None:
    view = View(SAMPLE())
    assert view.title == "The Karsa dam talks"
    assert view.range == "early March 2023 – 2 June 2023"
    assert {noun: number for number, noun in view.counts} == {
        "reports": "8",
        "entries": "15",
        "of them with several origins": "3",
        "group of copies": "1",
        "entries with disagreements": "2",
    }


def test_a_head_without_stories_or_dates() -> None:
    view = View(Chronology())
    assert (view.title, view.range) == ("Chronology", "")
    two = (Story("a", "One", ("r",)), Story("b", "Two", ()))
    assert View(Chronology(stories=two)).title == "One"
    assert View(Chronology(stories=two)).others == "and 1 other story"
    assert View(SAMPLE()).others == ""


def test_periods_run_from_the_oldest_to_the_undated() -> None:
    labels = [p.period.label for p in View(SAMPLE()).periods()]
    assert labels == [
        "1998",
        "March 2023",
        "April 2023",
        "May 2023",
        "June 2023",
        "Date unknown",
    ]


def test_entries_stand_in_order_of_time_whatever_order_they_come_in() -> None:
    made = SAMPLE()
    turned = replace(made, entries=made.entries[::-1])
    days = [e.date for e in View(made).entries]
    assert days == [e.date for e in View(turned).entries]
    exact = [each.day for each in days if each.day]
    assert exact == sorted(exact)
    assert days != [e.date for e in turned.entries]


def test_a_planned_event_says_so_and_a_past_one_does_not() -> None:
    assert entry("entry-vienna-planned").status == "planned"
    assert entry("entry-vienna").status == ""


def test_reports_of_one_outlet_are_told_apart_by_their_day() -> None:
    names = View(SAMPLE()).names
    assert names["report-wire"] == "Northwire of 11 May 2023"
    assert names["report-trieste"] == "Northwire of 31 May 2023"
    assert names["report-herald"] == "The Lethen Herald"
    assert names["report-later"] == "undated.txt"


def test_reports_of_one_outlet_and_day_are_numbered() -> None:
    day = Published(DateRange(date(2023, 5, 1), date(2023, 5, 1)))
    reports = tuple(
        Report(f"report-{n}", f"{n}.txt", "x", "Northwire", published=day) for n in range(3)
    )
    assert sorted(View(Chronology(reports)).names.values()) == [
        f"Northwire of 1 May 2023 ({n})" for n in (1, 2, 3)
    ]


def test_origins_name_the_reports_that_have_it_from_there() -> None:
    assert entry("entry-vienna").counts == "4 reports · 3 origins"
    assert entry("entry-vienna").origins[0] == (
        "Northwire",
        "Northwire of 11 May 2023, The Lethen Herald",
    )


def test_a_disagreement_names_who_says_what() -> None:
    differs = entry("entry-sluices").differs[0]
    assert differs.about == "the date"
    assert differs.values == (
        ("4 March 2023", "The Evening Lantern"),
        ("6 March 2023", "Continental Post"),
    )


def test_copies_of_a_quotation_stand_together() -> None:
    first, second = entry("entry-water").quotes
    assert {report.name for report, _ in first.reports} | {
        report.name for report, _ in second.reports
    } == {"Northwire of 11 May 2023", "The Lethen Herald", "Ostravian Courier"}
    assert sorted(len(each.reports) for each in (first, second)) == [1, 2]


def test_a_statement_shows_speaker_chain_and_words() -> None:
    said = entry("entry-guarantees").said
    assert said is not None
    assert (said.speaker, said.act) == ("Ostravian officials", "told")
    assert said.addressee == "The Evening Lantern"
    water = entry("entry-water").said
    assert water is not None
    assert not water.verified
    assert water.words == '"We have agreed on the water. We have not agreed on the wall,"'


def test_words_that_the_summary_holds_are_not_repeated() -> None:
    said = entry("entry-reaffirm").said
    assert said is not None
    assert said.words == ""


def test_a_summary_cut_short_is_completed_on_the_page() -> None:
    made = SAMPLE()
    short = 'Ilse Marck: "We have agreed on the …'
    entries = tuple(replace(e, summary=short) if e.id == "entry-water" else e for e in made.entries)
    shown = entry("entry-water", replace(made, entries=entries))
    words = '"We have agreed on the water. We have not agreed on the wall,"'
    assert shown.summary == f"Ilse Marck: {words}"
    assert shown.said is not None
    assert shown.said.words == ""
    other = tuple(replace(e, summary="Other words …") for e in made.entries)
    assert entry("entry-water", replace(made, entries=other)).summary == "Other words …"


def test_a_quotation_that_was_cut_and_closed_is_completed_too() -> None:
    made = SAMPLE()
    short = 'Ilse Marck: "We have agreed on the …"'
    entries = tuple(replace(e, summary=short) if e.id == "entry-water" else e for e in made.entries)
    words = '"We have agreed on the water. We have not agreed on the wall,"'
    assert entry("entry-water", replace(made, entries=entries)).summary == f"Ilse Marck: {words}"


def test_a_whole_readout_stays_cut_and_a_mark_is_no_cue() -> None:
    made = SAMPLE()
    (told,) = (e for e in made.entries if e.id == "entry-water")
    first = next(s for s in made.statements if s.id in told.members)
    text = next(r.text for r in made.reports if r.id == first.report)
    words = Span(first.content[0].start, len(text), text[first.content[0].start :])
    at = text.index(".")
    long = replace(first, content=(words,) * 8, cue=(Span(at, at + 1, "."),))
    statements = tuple(long if s.id == first.id else s for s in made.statements)
    short = replace(told, summary="Ilse Marck: We have agreed …", members=(first.id,))
    entries = tuple(short if e.id == told.id else e for e in made.entries)
    said = entry("entry-water", replace(made, statements=statements, entries=entries)).said
    assert said is not None
    assert (said.whole, said.words, said.act) == ("Ilse Marck: We have agreed …", "", first.act)


def test_a_chain_is_named() -> None:
    made = SAMPLE()
    statements = tuple(s for s in made.statements if s.id != "statement-guarantees-preview")
    entries = tuple(
        replace(e, members=("statement-guarantees-analysis",), reports=1)
        if e.id == "entry-guarantees"
        else e
        for e in made.entries
    )
    said = entry("entry-guarantees", replace(made, statements=statements, entries=entries)).said
    assert said is not None
    assert said.chain == ("The Evening Lantern",)


def test_the_speaker_is_not_named_twice() -> None:
    assert [actor.id for actor in entry("entry-water").actors] == []
    assert [actor.id for actor in entry("entry-vienna").actors] == ["actor-reves", "actor-marck"]


def test_a_group_shows_its_takes_in_order() -> None:
    [group] = View(SAMPLE()).groups()
    assert group.title == "Northwire copy, in 2 reports"
    first, second = group.members
    assert (first.role, first.edits) == ("fullest text", None)
    assert (second.kept, second.counts) == ("87%", "3 cut, 1 added, 1 moved, 1 changed")
    (fact,) = second.facts
    assert (fact.fact, fact.before, fact.after) == ("number", "third", "quarter")
    text = next(r.text for r in SAMPLE().reports if r.id == second.report.id)
    assert f"{fact.lead}{fact.after}{fact.tail}".replace(" ", "") in "".join(text.split())


def test_actors_stand_by_kind_with_most_entries_first() -> None:
    kinds = dict(View(SAMPLE()).actor_kinds())
    assert list(kinds) == ["Persons", "Governments", "Countries", "Organisations", "Groups"]
    assert [actor.entries for actor in kinds["Persons"]] == [5, 5, 3, 1]
    assert kinds["Persons"][0].roles == "Foreign Minister of Ostravia (from 2019)"


def test_years_of_an_office() -> None:
    made = SAMPLE()
    roles = (
        Role("A", date(2013, 3, 1), date(2021, 1, 1)),
        Role("B", None, date(2020, 1, 1)),
        Role("C"),
    )
    actors = tuple(replace(a, roles=roles) if a.id == "actor-reves" else a for a in made.actors)
    person = next(
        actor
        for _, found in View(replace(made, actors=actors)).actor_kinds()
        for actor in found
        if actor.id == "actor-reves"
    )
    assert person.roles == "A (2013–2021); B (until 2020); C"


def test_labels_for_codes_that_no_table_has() -> None:
    made = SAMPLE().entries[0]
    assert type_label(replace(made, mode="joint-patrol")) == "Agreement: joint patrol"
    assert type_label(replace(made, mode=None, type="NEW_ROOT")) == "New root"
    assert about_label("colour") == "colour"
    assert kind_label("fleet") == "Fleet"
    assert (count(1, "entry", "entries"), count(2400, "report")) == ("1 entry", "2,400 reports")


def test_a_span_without_its_marks_is_shown_with_them() -> None:
    made = SAMPLE()
    courier = next(r for r in made.reports if r.id == "report-courier")
    at = courier.text.index("is a basis and not a verdict")
    bare = Span(at, at + 28, "is a basis and not a verdict")
    statements = tuple(
        replace(s, content=(bare,)) if s.id == "statement-basis" else s for s in made.statements
    )
    said = entry("entry-basis", replace(made, statements=statements)).said
    assert said is not None
    assert said.words == '"is a basis and not a verdict"'


def test_removed_parts_stand_where_they_stood() -> None:
    herald = next(r for r in SAMPLE().reports if r.id == "report-herald")
    shown = pieces(herald)
    assert shown[0].reason == "advertisement"
    assert shown[-1].reason == "appeal for money"
    assert "".join(piece.text for piece in shown if not piece.reason) == herald.text


def test_a_long_removed_part_is_cut_short_and_says_so() -> None:
    report = Report("r", "s", "text", removed=(Removed(9, 2009, "comments", "x" * 2000),))
    [text, removed] = pieces(report)
    assert text.text == "text"
    assert (len(removed.text), removed.left_out) == (600, 1400)


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5),
    st.lists(st.integers(0, 60), max_size=5),
)
def test_putting_back_what_was_removed_never_changes_the_text(
    text: str, map_: list[tuple[int, int]], removed: list[int]
) -> None:
    starts = sorted({start for start, _ in map_ if start < len(text)})
    mapped = tuple(Piece(start, 1, start * 2) for start in starts)
    parts = tuple(Removed(at, at + 1, "why", "x") for at in removed)
    shown = pieces(Report("r", "s", text, removed=parts, pieces=mapped))
    assert "".join(piece.text for piece in shown if not piece.reason) == text
    assert sum(1 for piece in shown if piece.reason) == len(parts)


def test_a_preview_is_told_ahead_and_is_no_dispute() -> None:
    made = SAMPLE()
    first, *rest = made.entries
    reports = [r.id for r in made.reports[:2]]
    number = Disagreement(
        "number",
        (Version("30 minutes", (reports[0],)), Version("50 minutes", (reports[1],))),
        "walk",
    )
    before = View(replace(made, entries=(replace(first, disagreements=()), *rest)))
    ahead = replace(first, disagreements=(), told_ahead=(reports[1],))
    view = View(replace(made, entries=(ahead, *rest)))
    shown = next(e for p in view.periods() for d in p.days for e in d.entries if e.id == first.id)
    assert shown.differs == ()
    assert shown.ahead == view.names[reports[1]]
    assert view.counts == before.counts
    view = View(replace(made, entries=(replace(first, disagreements=(number,)), *rest)))
    shown = next(e for p in view.periods() for d in p.days for e in d.entries if e.id == first.id)
    assert [d.about for d in shown.differs] == ["a number (walk)"]
    assert [d.words for d in shown.differs] == [()]


def test_a_disagreement_on_an_act_shows_the_words_of_each_side() -> None:
    made = SAMPLE()
    first, *rest = made.entries
    one, other = made.reports[:2]
    values = tuple(
        Version(value, (r.id,), (Evidence(r.id, 0, 40, r.text[:40]),))
        for value, r in (("about 30 minutes", one), ("less than 30 minutes", other))
    )
    long = Disagreement("number", values, "how long")
    view = View(replace(made, entries=(replace(first, disagreements=(long,)), *rest)))
    shown = next(e for p in view.periods() for d in p.days for e in d.entries if e.id == first.id)
    (differs,) = shown.differs
    assert differs.about == "how long it lasted"
    assert differs.words == tuple(
        ((view.names[r.id], " ".join(r.text[:40].split())),) for r in (one, other)
    )

"""Dating reports from one another: by the dated reports that they are like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.publication import (
    by_resemblance,
    from_copies,
    is_open,
    is_settled,
    shared_event_hints,
    with_offices,
)
from coranto.chronology.resemblance import DatedTexts, texts_of
from coranto.language.document import Document
from coranto.times import PublicationHints, RawTime, bare_months, dateline, recognise
from coranto.types import (
    Actor,
    CopyGroup,
    DateRange,
    Event,
    Grounds,
    Mention,
    Place,
    Published,
    Report,
    Span,
    Status,
)

SUMMIT = (
    "The envoy Ada Lind and minister Bo Berg opened the harbour talks in Riga. They discussed the "
    "grain corridor, the lighthouse levy and the fate of nine trawlers held since the storm."
)
STRIKE = (
    "Dock workers in Turku walked out over the lighthouse levy. The union of Eva Holm wants the "
    "wage board of the ferry company to sit again and the pension clause to be withdrawn."
)
QUAKE = (
    "A strong earthquake shook the valley of Norn. Rescue teams from four countries dug through "
    "the school at Upper Mill while the dam above the town was emptied as a precaution."
)


def days_from(first: date, texts: list[str]) -> list[tuple[str, str, date]]:
    return [(f"r{i}-{first}", t, first + timedelta(days=i)) for i, t in enumerate(texts)]


def pile() -> DatedTexts:
    summit = [f"{SUMMIT} Delegates spoke of point {n}." for n in ("one", "two", "three")]
    strike = [f"{STRIKE} Picket line {n} held." for n in ("north", "south", "west")]
    quake = [f"{QUAKE} Aftershock {n} was felt." for n in ("alpha", "beta", "gamma")]
    return DatedTexts(
        days_from(date(2019, 3, 4), summit)
        + days_from(date(2021, 6, 10), strike)
        + days_from(date(2022, 11, 20), quake)
    )


def dated(text: str, own: Published | None = None, record: Published | None = None) -> Published:
    report = Report("x", "x", text, published=record or Published())
    doc = Document(text, (), (), ())
    return by_resemblance(report, doc, recognise(doc), own or Published(), pile())


def test_a_report_is_dated_by_those_it_is_like() -> None:
    found = dated(f"{STRIKE} The ferries stood still.")
    assert found.dates.overlaps(DateRange(date(2021, 6, 10), date(2021, 6, 12)))
    assert found.dates.known
    assert found.basis == "what it shares with other reports"
    assert {g.report for g in found.evidence} <= {f"r{i}-2021-06-10" for i in range(3)}
    assert all("in like words" in g.note for g in found.evidence)


def test_within_the_range_its_own_words_tell_the_day() -> None:
    found = dated(f"TURKU, June 11. {STRIKE}")
    assert found.dates == DateRange(date(2021, 6, 11), date(2021, 6, 12))
    assert found.likely in (date(2021, 6, 11), date(2021, 6, 12))
    assert any(g.quote == "June 11" and "fits" in g.note for g in found.evidence)


def test_a_day_of_another_affair_is_not_its_own() -> None:
    text = f"Dock workers spoke of the fire of June 2. {STRIKE}"
    assert "the day in its opening" not in dated(text).basis


def test_what_is_like_nothing_stays_open() -> None:
    text = "Zebras xylophone quartz: vivid jumping foxes."
    assert dated(text) == Published()


def test_it_did_not_come_out_before_an_act_that_it_tells_as_happened() -> None:
    act = Grounds("report", "Holm met Berg", "tells the same act with its date", 0, 13, "r9")
    told = PublicationHints(date(2021, 6, 12), None, (act,))
    report = Report("x", "x", STRIKE)
    doc = Document(STRIKE, (), (), ())
    found = by_resemblance(report, doc, (), Published(), pile(), told=told)
    assert found.earliest == date(2021, 6, 12)
    assert act in found.evidence
    assert found.likely is not None
    assert found.likely >= date(2021, 6, 12)


def test_a_bound_of_its_words_gives_way_to_many_like_reports() -> None:
    own = Published(DateRange(date(2013, 6, 5), date(2017, 7, 28)), "the offices it names")
    found = dated(STRIKE, own)
    assert found.likely is not None
    assert found.likely.year == 2021


def test_in_a_sparse_pile_a_likeness_is_less_sure() -> None:
    texts = [f"{STRIKE} Part {n}." for n in range(3)] + [QUAKE, SUMMIT, f"{QUAKE} Again."]
    near = [(f"r{n}", t, date(2021, 6, 10) + timedelta(days=n)) for n, t in enumerate(texts)]
    far = [(i, t, date(2021, 6, 10) + timedelta(days=90 * n)) for n, (i, t, _) in enumerate(near)]
    close, wide = (DatedTexts(rows).likely(STRIKE) for rows in (near, far))
    assert close is not None
    assert wide is not None
    assert width(wide.dates) > 3 * width(close.dates)


def test_a_weak_likeness_is_less_sure() -> None:
    rows = [
        (f"r{n}", text, date(2021, 6, 10) + timedelta(days=n))
        for n, text in enumerate([STRIKE, QUAKE, SUMMIT, f"{QUAKE} A.", f"{SUMMIT} B.", "Rain."])
    ]
    strong = DatedTexts(rows).likely(STRIKE)
    unlike = " ".join(f"{a}{b}rn" for a in "bcdfgklmp" for b in "aeiou")
    weak = DatedTexts(rows).likely(f"{STRIKE.split(maxsplit=1)[0]} {unlike}")
    assert strong is not None
    assert weak is not None
    assert width(weak.dates) > width(strong.dates)


def width(dates: DateRange) -> int:
    assert dates.earliest is not None
    assert dates.latest is not None
    return (dates.latest - dates.earliest).days


def test_a_day_told_in_mid_text_does_not_beat_the_weekday_of_the_opening() -> None:
    """What was done on a day before the news is no day of the report (28 May 2021: a Friday)."""
    told = (
        f"{STRIKE} The ferries left on Wednesday. The ships lay idle. Eva Holm took her office "
        "on May 28."
    )
    found = dated(told)
    assert found.likely not in (date(2021, 5, 28), date(2021, 5, 29))


@given(st.integers(0, 60), st.integers(1, 5))
def test_the_range_holds_its_likeliest_day(shift: int, step: int) -> None:
    texts = [SUMMIT, STRIKE, QUAKE, f"{STRIKE} A.", f"{SUMMIT} B.", f"{QUAKE} C."]
    rows = [
        (f"r{n}", t, date(2021, 1, 1) + timedelta(days=shift + n * n * step))
        for n, t in enumerate(texts)
    ]
    likely = DatedTexts(rows).likely(STRIKE)
    assert likely is not None
    assert likely.dates.overlaps(DateRange(likely.day, likely.day))


def test_a_firm_month_of_its_own_is_kept() -> None:
    own = Published(DateRange(date(2016, 1, 1), date(2016, 1, 20)), "the date in its opening")
    assert dated(STRIKE, own) == own


def test_a_year_guessed_from_a_weekday_gives_way() -> None:
    day = date(1977, 6, 11)
    own = Published(DateRange(day, day), "its weekday and date and the latest year it names")
    report = Report("x", "x", STRIKE)
    assert is_settled(own)
    assert is_open(report, own)
    found = dated(STRIKE, own)
    assert found.dates.earliest is not None
    assert found.dates.earliest.year == 2021


def test_a_report_with_a_date_of_its_own_is_not_open() -> None:
    day = DateRange(date(2021, 6, 11), date(2021, 6, 11))
    known = Published(day, "its weekday and date", (Grounds("metadata", "2021-06-11"),))
    assert not is_open(Report("x", "x", STRIKE, published=known), known)


def test_too_few_dated_reports_tell_nothing() -> None:
    few = DatedTexts(days_from(date(2021, 6, 10), [STRIKE, STRIKE + " More.", QUAKE]))
    assert few.likely(STRIKE) is None


def test_the_order_of_the_reports_does_not_matter() -> None:
    rows = days_from(date(2021, 6, 10), [STRIKE, STRIKE + " A.", STRIKE + " B.", QUAKE, SUMMIT])
    assert DatedTexts(rows).likely(STRIKE) == DatedTexts(rows[::-1]).likely(STRIKE)


def test_the_middle_of_a_short_range_is_a_reports_day() -> None:
    days = {
        "a": DateRange(date(2021, 6, 10), date(2021, 6, 12)),
        "b": DateRange(date(2021, 6, 10), None),
    }
    assert texts_of({"a": "x", "b": "y"}, days) == [("a", "x", date(2021, 6, 11))]


SWORN = "Holm was sworn in one day before Lind met Tan in Riga."


def meeting(report: str, status: Status, dates: DateRange) -> Event:
    lind, tan = Mention("a1", "Lind", 33, 37), Mention("a2", "Tan", 42, 45)
    return Event(
        f"e-{report}", report, "CONSULT", "meet", status, (lind,), (tan,),
        (Span(0, len(SWORN), SWORN),), Place("Riga", "LV"), dates, "publication",
        predicate=Span(38, 41, "met"),
    )  # fmt: skip


def test_a_report_came_out_after_an_act_that_it_tells_as_over() -> None:
    actors = {
        "a1": Actor("a1", "Ada Lind", "person", ("Lind",), "FI"),
        "a2": Actor("a2", "Bo Tan", "person", ("Tan",), "LV"),
    }
    day = date(2021, 6, 12)
    theirs = [meeting("r1", "happened", DateRange(day, day))]
    over, ahead = meeting("x", "happened", DateRange()), meeting("x", "planned", DateRange())
    report = Report("x", "x", SWORN)
    assert shared_event_hints(report, (), [over], theirs, actors).not_before == day
    assert shared_event_hints(report, (), [ahead], theirs, actors) == PublicationHints()


def test_a_report_came_out_before_the_day_that_it_looks_forward_to() -> None:
    actors = {
        "a1": Actor("a1", "Ada Lind", "person", ("Lind",), "FI"),
        "a2": Actor("a2", "Bo Tan", "person", ("Tan",), "LV"),
    }
    text = "Lind will meet Tan in Riga on June 12."
    raws = recognise(Document(text, (), (), ()))
    months = bare_months(Document(text, (), (), ()), raws)
    day = date(2021, 6, 12)
    ahead = replace(meeting("x", "planned", DateRange()), evidence=(Span(0, len(text), text),))
    theirs = [meeting("r1", "happened", DateRange(day, day))]
    hints = shared_event_hints(Report("x", "x", text), months, [ahead], theirs, actors)
    assert hints.not_after == day
    assert hints.not_before is not None and hints.not_before > date(2020, 6, 12)
    other = [meeting("r1", "happened", DateRange(date(2021, 6, 13), date(2021, 6, 13)))]
    assert (
        shared_event_hints(Report("x", "x", text), months, [ahead], other, actors)
        == PublicationHints()
    )


def test_a_report_did_not_come_out_years_before_the_offices_it_names() -> None:
    text = "Minister Jo Lind spoke of it.\n\nThe envoys met in Riga on February 17, 1966."
    doc = Document(text, (), (), ())
    wrong = Published(DateRange(date(1966, 2, 17), date(1966, 2, 23)), "a date of another time")
    note = Grounds("record", "Minister Jo Lind", "Jo Lind was minister from 2020", 0, 16)
    office = (DateRange(date(2020, 8, 2), date(2025, 1, 1)), note)
    found = with_offices(doc, (), Published(), wrong, [office])
    assert found.dates == DateRange(date(2020, 8, 2), date(2025, 1, 1))
    assert note in found.evidence
    near = Published(DateRange(date(2020, 6, 1), date(2020, 6, 8)), "its words")
    assert with_offices(doc, (), Published(), near, [office]) == near


def dateline_of(text: str) -> RawTime | None:
    return dateline(text, recognise(Document(text, (), (), ())))


def test_the_day_of_its_own_dateline_comes_before_that_of_a_copy() -> None:
    raw = dateline_of("Riga [Latvia], July 23: The ferries sail again, said Ada Lind.")
    assert raw is not None
    known = DateRange(date(2024, 7, 22), date(2024, 7, 22))
    published = {"a": Published(known, "its date line"), "b": Published()}
    copies = [CopyGroup("c", None, ("a", "b"), ("a", "b"), ())]
    found = from_copies(published, copies, {"b": raw})["b"]
    assert found.dates.day == date(2024, 7, 23)
    assert [g.quote for g in found.evidence if g.where == "text"] == ["July 23"]
    assert from_copies(published, copies)["b"].dates == known
    turn = {"a": Published(DateRange(date(2024, 1, 2), date(2024, 1, 2)))}
    of_old = dateline_of("Riga, Dec. 31 -- The ferries sail again.")
    assert of_old is not None
    assert from_copies(published | turn, copies, {"b": of_old})["b"].dates.day == date(2023, 12, 31)
    # far from the copy's day it is no day of this text
    assert from_copies(published | turn, copies, {"b": raw})["b"].dates.day == date(2024, 1, 2)


def test_several_datelines_are_no_reports_own() -> None:
    assert dateline_of("Riga, July 23: It began.\nOslo, July 24: It ended.") is None
    assert dateline_of("Riga, July 23, 2024: It began.") is None
    assert dateline_of("Ada Lind said that on July 23: it began.") is None


def test_a_report_that_tells_as_done_what_others_announce_is_not_before_that_day() -> None:
    actors = {
        "a1": Actor("a1", "Ada Lind", "person", ("Lind",), "FI"),
        "a2": Actor("a2", "Bo Tan", "person", ("Tan",), "LV"),
    }
    day = date(2021, 6, 14)  # a Monday
    plan = replace(meeting("r1", "planned", DateRange(day, day)), date_basis="time expression")

    def bound(dates: DateRange, text: str = SWORN) -> date | None:
        done = replace(
            meeting("x", "happened", dates), evidence=(Span(0, len(text), text),),
            date_basis="time expression",
        )  # fmt: skip
        return shared_event_hints(Report("x", "x", text), (), [done], [plan], actors).not_before

    assert bound(DateRange(date(2021, 6, 1), date(2021, 6, 20))) == day
    assert bound(DateRange(date(2021, 5, 1), date(2021, 5, 20))) is None
    assert bound(DateRange(), "On Monday Lind met Tan in Riga.") == day
    assert bound(DateRange(), "On Friday Lind met Tan in Riga.") is None
    assert bound(DateRange()) is None

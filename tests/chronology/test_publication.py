"""Dating reports from one another: by the dated reports that they are like."""

from __future__ import annotations

from datetime import date, timedelta

from coranto.chronology.publication import by_resemblance, is_open, is_settled
from coranto.chronology.resemblance import DatedTexts, texts_of
from coranto.language.document import Document
from coranto.times import recognise
from coranto.types import DateRange, Grounds, Published, Report

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
    assert "the day in its opening" in found.basis
    assert any(g.quote == "June 11" for g in found.evidence)


def test_a_day_of_another_affair_is_not_its_own() -> None:
    text = f"Dock workers spoke of the fire of June 2. {STRIKE}"
    assert "the day in its opening" not in dated(text).basis


def test_what_is_like_nothing_stays_open() -> None:
    text = "Zebras xylophone quartz: vivid jumping foxes."
    assert dated(text) == Published()


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

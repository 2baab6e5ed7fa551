"""The tables: their form, and facts that anyone can check."""

from __future__ import annotations

from datetime import date
from importlib import resources

import pytest

from coranto.actors import capital_of, country_of_place, place_entry, tables
from coranto.actors.spelling import near, person_key, same_given, surname_of
from coranto.errors import DataError

TABLES = list(resources.files("coranto.actors").joinpath("data").iterdir())


@pytest.mark.parametrize("table", TABLES, ids=[t.name for t in TABLES])
def test_each_table_states_source_and_licence(table: resources.abc.Traversable) -> None:
    head = [line for line in table.read_text("utf-8").splitlines() if line.startswith("#")]
    assert "source:" in head[1] and "licence:" in head[1]


def test_countries_are_all_there() -> None:
    codes = tables.countries()
    assert {"TW", "XK", "PS", "VA", "EH"} <= codes.keys()
    # 193 members of the United Nations, five more, and Hong Kong
    assert len(codes) == 199
    assert all(len(c) == 2 and c.isupper() for c in codes)


BY_HAND = [h for h in tables.holders() if h.main]


def test_terms_of_one_office_do_not_overlap() -> None:
    for one in BY_HAND:
        for other in BY_HAND:
            same = (one.of, one.office) == (other.of, other.office) and one.person < other.person
            single = one.office in ("head_of_state", "head_of_government", "foreign_minister")
            if same and single and one.held.overlaps(other.held):
                shared = one.held.intersect(other.held)
                assert shared.earliest and shared.latest
                # some terms are known by the month only
                assert (shared.latest - shared.earliest).days <= 31, (one, other)


def test_terms_end_after_they_begin() -> None:
    for h in BY_HAND:
        assert h.held.earliest and (h.held.latest is None or h.held.earliest <= h.held.latest), h
    for h in tables.holders():
        assert h.certain.known, h
        # the source has terms of acting ministers that end as the next one's begin
        assert h.certain.overlaps(h.held), h


def test_months_and_years_are_taken_whole() -> None:
    assert tables.days("2024-02", last=True) == date(2024, 2, 29)
    assert tables.days("2023-12", last=True) == date(2023, 12, 31)
    assert tables.days("2023", last=False) == date(2023, 1, 1)
    assert tables.days("2023", last=True) == date(2023, 12, 31)
    assert tables.days("", last=True) is None
    with pytest.raises(DataError):
        tables.days("spring", last=False)


def test_a_row_with_too_many_cells_is_an_error() -> None:
    with pytest.raises(DataError, match=r"mine\.tsv: line 2"):
        tables.read_table("# head\na\tb\tc\n", "mine.tsv", 2)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kyiv", "UA"), ("Kiev", "UA"), ("Geneva", "CH"), ("Goa", "IN"), ("Jeddah", "SA"),
        ("Singapore", "SG"), ("the Kremlin", "RU"), ("the United States", "US"), ("U.S.", "US"),
        ("BEIJING", "CN"), ("Davos", "CH"), ("Crimea", "UA"), ("the Middle East", None),
        ("Atlantis", None), ("Reuters", None),
    ],
)  # fmt: skip
def test_country_of_place(name: str, code: str | None) -> None:
    assert country_of_place(name) == code


def test_capitals() -> None:
    assert (capital_of("UA"), capital_of("US"), capital_of("ZZ")) == ("Kyiv", "Washington", None)
    entry = place_entry("Kiev")
    assert entry is not None and entry.sort == "capital"


@pytest.mark.parametrize(
    ("name", "country", "surname"),
    [
        ("Li Hui", "CN", "Li"), ("Sergei Lavrov", "RU", "Lavrov"), ("Kim Jong Un", "KP", "Kim"),
        ("Ursula von der Leyen", None, "von der Leyen"), ("Viktor Orban", "HU", "Orban"),
        ("Nguyen Phu Trong", "VN", "Trong"), ("Ma Ying-jeou", None, "Ma"),
        ("Mohammed bin Salman", "SA", "bin Salman"), ("Kim Darroch", "GB", "Darroch"),
        ("Ferdinand Marcos Jr.", "PH", "Marcos"), ("Lula", "BR", "Lula"),
    ],
)  # fmt: skip
def test_surname(name: str, country: str | None, surname: str) -> None:
    assert surname_of(name, country) == surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"), ("Kim Jong-un", "Kim Jong Un"),
        ("Peter Szijjarto", "P\u00e9ter Szijj\u00e1rt\u00f3"),
        ("Viktor Yanukovych", "Viktor Yanukovich"), ("Josep Borrell", "J. Borrell"),
        ("Volodymyr Zelensky", "Vladimir Zelensky"), ("Dmitry Peskov", "Dmitri Peskov"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    (family, given), (family2, given2) = person_key(one), person_key(other)
    assert family == family2 and same_given(given, given2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mikhail Gorin", "Michael Gorin"), ("Kim Jong Un", "Kim Yo Jong"),
        ("Kim Jong Un", "Kim Jong Il"), ("Li Qiang", "Li Keqiang"), ("Anna Weber", "Ada Weber"),
        ("Liqiang Li", "Li Qiang"),
    ],
)  # fmt: skip
def test_names_of_two(one: str, other: str) -> None:
    (family, given), (family2, given2) = person_key(one), person_key(other)
    assert family != family2 or not same_given(given, given2)


def test_one_letter_off() -> None:
    assert near("zelenski", "zelenksi") and near("mishustin", "mishutin")
    assert not near("wang", "wong") and not near("stoltenberg", "steinberg")

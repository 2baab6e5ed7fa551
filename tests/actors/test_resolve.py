"""Actors over a pile of reports: variants joined, namesakes apart, ids stable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.actors import ActorMention, Resolution, find_mentions, office_bounds, resolve_actors
from coranto.language.document import Document
from coranto.types import Actor, DateRange

MakeDocument = Callable[..., Document]


Report = tuple[str, Sequence[ActorMention], DateRange]
OPEN = DateRange()
MAY_2023 = DateRange(date(2023, 5, 1), date(2023, 5, 31))


MakeReport = Callable[..., Report]


@pytest.fixture(scope="session")
def report(make_document: MakeDocument) -> MakeReport:
    """Makes a report from a number, a text, the persons the model finds, and its dates."""

    def make(number: int, text: str, *persons: str, dates: DateRange = OPEN) -> Report:
        doc = make_document(text, names=[(p, "person") for p in persons])
        return f"r{number}", find_mentions(doc), dates

    return make


def persons(resolution: Resolution) -> list[str]:
    return [a.name for a in resolution.actors if a.kind == "person"]


def one(resolution: Resolution, name: str) -> Actor:
    (actor,) = [a for a in resolution.actors if a.name == name]
    return actor


def test_spellings_over_reports_are_one_person(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "Foreign Minister Sergei Markovsky spoke."),
            report(2, "Foreign Minister Sergey Markovskiy spoke."),
            report(3, "Foreign Minister Sergei Markovsky spoke."),
        ]
    )
    assert persons(found) == ["Sergei Markovsky"]
    assert one(found, "Sergei Markovsky").names == ("Sergei Markovsky", "Sergey Markovskiy")


def test_the_name_of_record_is_the_actors_name(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "Ukrainian President Volodymyr Zelenskyy spoke."),
            report(2, "Ukrainian President Vladimir Zelensky spoke."),
            report(3, "President Volodymyr Zelenskiy spoke."),
        ]
    )
    assert persons(found) == ["Volodymyr Zelensky"]
    assert one(found, "Volodymyr Zelensky").country == "UA"


def test_namesakes_of_two_countries_are_two(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "Austrian Foreign Minister Anna Weber spoke."),
            report(2, "Swiss Foreign Minister Anna Weber spoke."),
        ]
    )
    assert persons(found) == ["Anna Weber", "Anna Weber"]
    assert len({a.id for a in found.actors}) == len(found.actors)


@pytest.mark.parametrize(
    ("one_name", "other"),
    [("Mikhail Gorin", "Michael Gorin"), ("Choe Min Ho", "Choe Yu Na"), ("Li Qiu", "Li Qiong")],
)
def test_other_names_are_other_persons(report: MakeReport, one_name: str, other: str) -> None:
    found = resolve_actors(
        [report(1, f"{one_name} spoke.", one_name), report(2, f"{other} spoke.", other)]
    )
    assert len(persons(found)) == 2


def test_a_misspelling_is_attached_and_kept(report: MakeReport) -> None:
    reports = [
        report(n, "Foreign Minister Pavel Stolarenko spoke.", "Pavel Stolarenko") for n in range(3)
    ]
    spun = report(9, "Foreign Minister Pavel Stolaremko spoke.", "Pavel Stolaremko")
    found = resolve_actors([*reports, spun])
    assert persons(found) == ["Pavel Stolarenko"]
    assert "Pavel Stolaremko" in one(found, "Pavel Stolarenko").names


def test_a_short_name_goes_to_the_full_name_of_another_report(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "Russian Foreign Minister Oleg Varin spoke."),
            report(2, "Russian Foreign Minister Varin spoke."),
        ]
    )
    assert persons(found) == ["Oleg Varin"]


@pytest.mark.parametrize(
    ("dates", "name"),
    [
        (MAY_2023, "Qin Gang"),
        (DateRange(date(2024, 4, 8), date(2024, 4, 8)), "Qin"),
    ],
)
def test_a_short_name_is_the_holder_of_its_office_at_the_time(
    report: MakeReport, dates: DateRange, name: str
) -> None:
    found = resolve_actors([report(1, "Chinese Foreign Minister Qin spoke.", dates=dates)])
    assert persons(found) == [name]


@pytest.mark.parametrize(
    ("dates", "name"),
    [
        (MAY_2023, "Qin Gang"),
        (DateRange(date(2024, 4, 8), date(2024, 4, 8)), "Wang Yi"),
        (OPEN, "Chinese Foreign Minister"),
    ],
)
def test_a_role_is_its_holder_at_the_time(report: MakeReport, dates: DateRange, name: str) -> None:
    found = resolve_actors([report(1, "The Chinese foreign minister spoke.", dates=dates)])
    assert persons(found) == [name]


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("The German leader", "Olaf Scholz"),
        ("The Chinese leader", "Xi Jinping"),
        ("The U.S. secretary of state", "Antony Blinken"),
        ("The NATO chief", "Jens Stoltenberg"),
        ("The Russian president", "Vladimir Putin"),
    ],
)
def test_leaders_by_the_constitution_of_their_country(
    report: MakeReport, role: str, name: str
) -> None:
    assert persons(resolve_actors([report(1, f"{role} spoke.", dates=MAY_2023)])) == [name]


def test_roles_carry_the_days_of_the_term(report: MakeReport) -> None:
    found = resolve_actors([report(1, "Chinese Foreign Minister Qin Gang spoke.", dates=MAY_2023)])
    (role,) = one(found, "Qin Gang").roles
    assert (role.title, role.start, role.end) == (
        "Foreign Minister",
        date(2022, 12, 30),
        date(2023, 7, 25),
    )


def test_country_capital_and_government_are_one_actor_and_the_ministry_another(
    report: MakeReport,
) -> None:
    found = resolve_actors(
        [
            report(1, "The Russian government met Russia. The Russian Foreign Ministry spoke."),
            report(2, "Moscow's Foreign Ministry spoke. The Ukrainian side left."),
        ]
    )
    assert [(a.kind, a.name) for a in found.actors] == [
        ("country", "Russia"),
        ("country", "Ukraine"),
        ("government", "Russian Foreign Ministry"),
    ]


def test_members_of_pairs_have_ids(report: MakeReport) -> None:
    mentioned = report(1, "Russian President Oleg Varin met Chinese President Wang Tao. "
                          "Both sides agreed.")  # fmt: skip
    found = resolve_actors([mentioned])
    pair = mentioned[1][-1]
    assert pair.members == ("country:RU", "country:CN")
    assert {found.keys["r1"][k] for k in pair.members} <= {a.id for a in found.actors}


def test_no_reports() -> None:
    assert resolve_actors([]).actors == ()


@pytest.fixture(scope="session")
def pool(report: MakeReport) -> list[Report]:
    return [
        report(
            1, "Russian Foreign Minister Sergei Markovsky met the Chinese leader.", dates=MAY_2023
        ),
        report(
            2, "Sergey Markovskiy spoke. Chinese Foreign Minister Qin left.", "Sergey Markovskiy"
        ),
        report(3, "Foreign Minister Pavel Stolarenko met Western officials.", "Pavel Stolarenko"),
        report(4, "Swiss Foreign Minister Anna Weber met NATO.", "Anna Weber"),
        report(5, "Austrian Foreign Minister Anna Weber met Markovsky.", "Anna Weber"),
        report(6, "The Kremlin said Pavel Stolaremko left.", "Pavel Stolaremko"),
        report(7, "Foreign Minister Pavel Stolarenko met Kyiv.", "Pavel Stolarenko"),
    ]


@settings(deadline=None, max_examples=40)
@given(order=st.permutations(range(7)))
def test_ids_do_not_depend_on_the_order_of_the_reports(
    pool: list[Report], order: list[int]
) -> None:
    base, other = resolve_actors(pool), resolve_actors([pool[i] for i in order])
    assert base.actors == other.actors
    assert dict(base.mentions) == dict(other.mentions)


@settings(deadline=None, max_examples=40)
@given(chosen=st.sets(st.integers(0, 6)))
def test_every_known_mention_has_an_actor_of_the_list(pool: list[Report], chosen: set[int]) -> None:
    some = [pool[i] for i in sorted(chosen)]
    found = resolve_actors(some)
    ids = {a.id for a in found.actors}
    assert len(ids) == len(found.actors)
    for name, mentions, _ in some:
        assert set(found.mentions[name].values()) <= ids
        assert set(found.mentions[name]) == {i for i, m in enumerate(mentions) if m.key}


BOUNDS = [
    ("Chinese Foreign Minister Qin Gang spoke.", ("2022-12-30", "2023-07-25")),
    ("Chinese Foreign Minister Qin spoke.", ("2022-12-30", "2023-07-25")),
    ("The Chinese Foreign Ministry quoted Qin as saying so.", ("2022-12-30", "2023-07-25")),
    ("U.S. Treasury Secretary Janet Yellen spoke.", ("2021-01-26", "2025-01-20")),
    ("Former Chinese foreign minister Qin Gang spoke.", None),
    ("In 2019 Chinese President Xi Jinping spoke.", None),
    ("Chinese Foreign Minister Wu Hong spoke.", None),
    ("The Chinese Foreign Ministry quoted Lavrov as saying so.", None),
    ("The American President spoke.", None),
    ("The ousted Chinese Foreign Minister Qin Gang spoke.", None),
    ("Pakistani Prime Minister Nawaz Sharif spoke.", ("1990-11-06", "2017-07-28")),
    ("Afghan President Hamid Karzai spoke.", ("2001-12-22", "2014-09-29")),
    ("Russian President Vladimir Putin spoke.", ("1999-12-31", "None")),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS, ids=[b[0] for b in BOUNDS])
def test_office_bounds(
    make_document: MakeDocument, text: str, expected: tuple[str, str] | None
) -> None:
    names = [(n, "person") for n in ("Qin", "Lavrov", "Wu Hong") if n in text]
    doc = make_document(text, names=names)
    found = office_bounds(find_mentions(doc), doc)
    if expected is None:
        assert found == []
        return
    ((dates, grounds),) = found
    assert (str(dates.earliest), str(dates.latest)) == expected
    assert grounds.where == "record"
    assert text[grounds.start : grounds.end] == grounds.quote


def test_a_role_takes_the_name_that_another_report_gives(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "The Kenyan foreign minister left."),
            report(2, "Kenyan Foreign Minister Ann Korir left.", "Ann Korir"),
        ]
    )
    assert persons(found) == ["Ann Korir"]


def test_a_name_in_the_other_order_is_the_same_person(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "Japanese Prime Minister Fumio Kishida left.", "Fumio Kishida"),
            report(2, "Kishida Fumio left.", "Kishida Fumio"),
        ]
    )
    assert persons(found) == ["Fumio Kishida"]
    assert one(found, "Fumio Kishida").names == ("Fumio Kishida", "Kishida Fumio")


def test_a_misspelt_name_stays_among_the_names(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(1, "Russian Prime Minister Mikhail Mishustin left.", "Mikhail Mishustin"),
            report(2, "Russian Prime Minister Mikhail Mishutin left.", "Mikhail Mishutin"),
        ]
    )
    assert persons(found) == ["Mikhail Mishustin"]
    assert "Mikhail Mishutin" in one(found, "Mikhail Mishustin").names


def test_namesakes_of_one_country_with_two_offices_in_one_report(report: MakeReport) -> None:
    found = resolve_actors(
        [
            report(
                1,
                "Austrian President Paul Weber met Austrian Foreign Minister Anna Weber.",
                "Paul Weber",
                "Anna Weber",
            )
        ]
    )
    assert sorted(persons(found)) == ["Anna Weber", "Paul Weber"]


def test_a_short_name_without_its_country_is_the_one_in_office(report: MakeReport) -> None:
    assert persons(resolve_actors([report(1, "Lavrov left.", "Lavrov", dates=MAY_2023)])) == [
        "Sergei Lavrov"
    ]
    assert persons(resolve_actors([report(1, "Lavrov left.", "Lavrov")])) == ["Lavrov"]


def test_an_office_that_no_record_knows_is_one_actor_over_reports(report: MakeReport) -> None:
    text = "The Omani trade minister spoke."
    found = resolve_actors([report(1, text), report(2, text), report(3, text)])
    assert persons(found) == ["Omani Trade Minister"]

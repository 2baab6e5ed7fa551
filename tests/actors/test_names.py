"""Names of one person: hyphens, particles, ranks; what is no name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.actors import ActorMention, find_mentions, resolve_actors
from coranto.actors.spelling import ends_of, is_end_of, is_full, letters, same_name, surname_of
from coranto.language.document import Document
from coranto.types import DateRange

MakeDocument = Callable[..., Document]


def persons(mentions: Sequence[ActorMention]) -> dict[str, str | None]:
    return {m.text: m.key for m in mentions if m.kind == "person"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Amir-Rad", "Hassan Amir Rad"),
        ("Hassan Amir-Rad", "Hassan Amirrad"),
        ("Karim bin Nasser", "Karim bin Nasser Al Sabbah"),
        ("Karim ibn Nasser", "Karim Bin Nasser"),
        ("Adel al-Harbi", "Adel Al Harbi"),
        ("Adel al-Harbi", "Adel Harbi"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Amir-Rad", "Hossam Amir-Rad"),
        ("Karim bin Nasser", "Karim bin Faris"),
        ("Karim bin Nasser", "Tariq bin Nasser"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.lists(st.text("abcdefgh", min_size=2, max_size=6), min_size=2, max_size=4))
def test_hyphens_and_spaces_do_not_count(parts: list[str]) -> None:
    words = [p.capitalize() for p in parts]
    assert letters(" ".join(words)) == letters("-".join(words))
    assert same_name(" ".join(words), f"{words[0]} {'-'.join(words[1:])}")
    if letters(words[-1]):
        assert letters(words[-1]) in ends_of(" ".join(words))


@pytest.mark.parametrize(
    ("name", "full"),
    [("Karim bin Nasser", True), ("bin Nasser", False), ("Bin Nasser", False),
     ("von Hagen", False), ("Ben Holt", True), ("Harbi", False), ("Al Vance", True)],
)  # fmt: skip
def test_names_without_a_given_name(name: str, full: bool) -> None:
    assert is_full(name) is full


def test_surname_of_a_sons_name() -> None:
    assert surname_of("Karim bin Nasser Al Sabbah") == "bin Nasser"
    assert is_end_of("Al Sabbah", "Karim bin Nasser Al Sabbah")
    assert is_end_of("Sabbah", "Karim bin Nasser Al Sabbah")
    assert not is_end_of("Karim", "Karim bin Nasser Al Sabbah")
    assert not is_end_of("Al Vance", "Joan Vance")


def test_spellings_of_one_report_are_one_person(make_document: MakeDocument) -> None:
    names = ["Hassan Amir-Rad", "Amir Rad", "Hassan Amir Rad", "Karim bin Nasser"]
    doc = make_document(
        "Prince Karim bin Nasser met Hassan Amir-Rad. Amir Rad thanked Prince Karim. "
        "Mr Hassan Amir Rad left and bin Nasser stayed.",
        names=[*[(n, "person") for n in names], ("bin Nasser stayed", "person")],
    )
    assert set(persons(find_mentions(doc)).values()) == {
        "person:Hassan Amir-Rad",
        "person:Karim bin Nasser",
    }


def test_spellings_over_reports_are_one_person(make_document: MakeDocument) -> None:
    texts = [
        ("Iranian Foreign Minister Hassan Amir-Rad met Prince Karim bin Nasser of Oman.", []),
        ("Iran's Hassan Amir Rad thanked Omani Prince Karim.", ["Hassan Amir Rad"]),
        ("Iranian minister Amir-Rad met Omani Prince Karim bin Nasser Al Sabbah.", []),
        ("Iranian minister Hassan Amirrad left.", []),
    ]
    reports = [
        (
            f"r{i}",
            find_mentions(make_document(t, names=[(n, "person") for n in names])),
            DateRange(),
        )
        for i, (t, names) in enumerate(texts)
    ]
    found = resolve_actors(reports)
    assert {a.name: set(a.names) for a in found.actors if a.kind == "person"} == {
        "Hassan Amir Rad": {"Hassan Amir Rad", "Hassan Amir-Rad", "Hassan Amirrad", "Amir-Rad"},
        "Karim bin Nasser": {"Karim bin Nasser", "Karim", "Karim bin Nasser Al Sabbah"},
    }


def test_rank_stands_before_the_given_name(make_document: MakeDocument) -> None:
    doc = make_document(
        "Crown Prince Karim bin Nasser met Finance Minister Karim Harbi. Crown Prince Karim left.",
    )
    assert persons(find_mentions(doc))["Crown Prince Karim"] == "person:Karim bin Nasser"


def test_rank_is_not_shared_with_a_counterpart(make_document: MakeDocument) -> None:
    doc = make_document(
        "Prince Karim bin Nasser met his Thai counterpart, Anan Srisai. "
        "Karim bin Nasser, the Omani foreign minister, left.",
        {"Nasser": ("nsubj", "met")},
        [("Anan Srisai", "person"), ("Karim bin Nasser", "person")],
    )
    titles = {m.title for m in find_mentions(doc) if m.name == "Anan Srisai"}
    assert titles == {"Foreign Minister"}


def test_counterpart_of_a_prince_without_office(make_document: MakeDocument) -> None:
    doc = make_document(
        "Prince Karim bin Nasser met his Thai counterpart, Anan Srisai.",
        names=[("Anan Srisai", "person")],
    )
    assert {m.title for m in find_mentions(doc) if m.name == "Anan Srisai"} == {None}


@pytest.mark.parametrize(
    ("text", "span", "left"),
    [
        ("By Adrian oman said so.", "Adrian oman", []),
        ("Adrian Holt said so.", "Adrian Holt said", ["Adrian Holt"]),
        ("Ursula von der Hagen spoke.", "Ursula von der Hagen", ["Ursula von der Hagen"]),
        ("Kang Jae-min spoke.", "Kang Jae-min", ["Kang Jae-min"]),
    ],
)
def test_small_word_is_no_part_of_a_name(
    make_document: MakeDocument, text: str, span: str, left: list[str]
) -> None:
    found = find_mentions(make_document(text, names=[(span, "person")]))
    assert [m.text for m in found if m.kind == "person"] == left


def test_bare_surname_is_the_person_named_first(make_document: MakeDocument) -> None:
    doc = make_document(
        "President Oleg Varin met Anna Varin and Petr Varin. Varin left.",
        names=[("Anna Varin", "person"), ("Petr Varin", "person")],
    )
    assert persons(find_mentions(doc))["Varin"] == "person:Oleg Varin"


def test_office_goes_before_the_order_of_names(make_document: MakeDocument) -> None:
    doc = make_document(
        "President Oleg Varin met Foreign Minister Anna Varin. Foreign Minister Varin left.",
    )
    assert persons(find_mentions(doc))["Foreign Minister Varin"] == "person:Anna Varin"

"""Nouns in the plural: offices that countries share, pairs that are found or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from coranto.actors import ActorMention, find_mentions, resolve_actors
from coranto.language.document import Document
from coranto.types import DateRange

MakeDocument = Callable[..., Document]
MAY_2023 = DateRange(date(2023, 5, 1), date(2023, 5, 31))


def members(mentions: Sequence[ActorMention], words: str) -> tuple[str, ...]:
    (found,) = [m for m in mentions if m.text == words]
    return found.members


BOTH = ("role:OM:foreign_minister", "role:TH:foreign_minister")
SHARED = [
    ("The Omani and Thai foreign ministers", BOTH),
    ("Oman's and Thailand's foreign ministers", BOTH),
    ("Oman and Thailand's top envoys", BOTH),
    ("Oman and Thailand's top diplomats", BOTH),
    ("Oman, Thai foreign ministers", BOTH),
    ("The foreign ministers of Oman and Thailand", BOTH),
    ("The top envoys for Oman and Thailand", BOTH),
    ("The Omani, Thai and Kenyan foreign ministers", (*BOTH, "role:KE:foreign_minister")),
    ("The leaders of Oman, Thailand, and Kenya",
     ("role:OM:leader", "role:TH:leader", "role:KE:leader")),
    ("The Omani and Thai presidents", ("role:OM:head_of_state", "role:TH:head_of_state")),
    ("The Omani and Thai governments", ("country:OM", "country:TH")),
    ("Omani and Thai troops", ("forces:OM", "forces:TH")),
    ("The Omani and Thai foreign ministries",
     ("body:OM:foreign_ministry", "body:TH:foreign_ministry")),
    ("Omani and Thai officials", ("group:omani officials", "group:thai officials")),
    ("US and Thai officials", ("group:us officials", "group:thai officials")),
    ("The ambassadors of Oman and Thailand", ("unnamed:OM:Ambassador", "unnamed:TH:Ambassador")),
    ("The former foreign ministers of Oman and Thailand",
     ("group:former omani foreign ministers", "group:former thai foreign ministers")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "keys"), SHARED, ids=[s[0] for s in SHARED])
def test_countries_share_a_noun(
    make_document: MakeDocument, words: str, keys: tuple[str, ...]
) -> None:
    assert members(find_mentions(make_document(f"{words} met on Monday.")), words) == keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Oman, Thai officials spoke.", "Thai officials"),
        ("They met Oman and Thai officials.", "Thai officials"),
        ("Omani and Thai companies agreed.", "Thai companies"),
        ("Oman and Thailand's allies agreed.", "Thailand's allies"),
    ],
)
def test_no_noun_is_shared(make_document: MakeDocument, text: str, words: str) -> None:
    found = find_mentions(make_document(text))
    assert [m.members for m in found if m.text == words] == [()]


def test_holders_named_anywhere_in_the_report(make_document: MakeDocument) -> None:
    doc = make_document(
        "The Omani and Thai foreign ministers met. Thai Foreign Minister Anan Srisai left. "
        "Omani Foreign Minister Badr Harith stayed."
    )
    pair = members(find_mentions(doc), "The Omani and Thai foreign ministers")
    assert pair == ("person:Badr Harith", "person:Anan Srisai")


def test_holders_named_in_apposition(make_document: MakeDocument) -> None:
    doc = make_document(
        "The foreign ministers of Oman and Thailand, Badr Harith and Anan Srisai, met.",
        names=[("Badr Harith", "person"), ("Anan Srisai", "person")],
    )
    found = find_mentions(doc)
    pair = members(found, "The foreign ministers of Oman and Thailand")
    assert pair == ("person:Badr Harith", "person:Anan Srisai")
    countries = {m.name: (m.country, m.title) for m in found if m.kind == "person"}
    assert countries == {
        "Badr Harith": ("OM", "Foreign Minister"),
        "Anan Srisai": ("TH", "Foreign Minister"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Foreign ministers Badr Harith of Oman and Anan Srisai of Thailand",
        "The foreign ministers, Badr Harith of Oman and Anan Srisai of Thailand,",
    ],
)
def test_holders_each_with_a_country(make_document: MakeDocument, words: str) -> None:
    names = [("Badr Harith", "person"), ("Anan Srisai", "person")]
    found = find_mentions(make_document(f"{words} met. The two ministers left.", names=names))
    assert members(found, "The two ministers") == ("person:Badr Harith", "person:Anan Srisai")
    assert {m.name: (m.country, m.title) for m in found if m.kind == "person"} == {
        "Badr Harith": ("OM", "Foreign Minister"),
        "Anan Srisai": ("TH", "Foreign Minister"),
    }


def test_country_of_a_titled_person(make_document: MakeDocument) -> None:
    found = find_mentions(make_document("President Paul Arnaud of France spoke."))
    assert [(m.name, m.country) for m in found if m.kind == "person"] == [("Paul Arnaud", "FR")]


def test_top_diplomats_in_a_headline(make_document: MakeDocument) -> None:
    found = find_mentions(make_document("Top Omani, Thai diplomats met."))
    assert members(found, "Top Omani, Thai diplomats") == BOTH


def test_they_are_the_things_between(make_document: MakeDocument) -> None:
    text = "Omani officials spoke years after ties were cut and they were restored."
    document = make_document(text, {"they": ("nsubj:pass", "restored")})
    tokens = [replace(t, lemma="tie") if t.text == "ties" else t for t in document.tokens]
    doc = Document(text, document.sentences, tokens, document.names)
    assert [m.text for m in find_mentions(doc)] == ["Omani officials"]


def test_offices_of_the_two_countries(make_document: MakeDocument) -> None:
    doc = make_document(
        "Oman and Thailand agreed. The foreign ministers of the two countries met.",
        {"Oman": ("nsubj", "agreed"), "Thailand": ("nsubj", "agreed")},
    )
    assert members(find_mentions(doc), "The foreign ministers of the two countries") == BOTH


def test_shared_office_is_its_holder_at_the_reports_time(make_document: MakeDocument) -> None:
    mentions = find_mentions(make_document("The Russian and Omani foreign ministers met."))
    dated = resolve_actors([("r", mentions, MAY_2023)])
    assert "Sergei Lavrov" in {a.name for a in dated.actors}
    undated = resolve_actors([("r", mentions, DateRange())])
    assert {a.name for a in undated.actors} == {
        "Russian Foreign Minister",
        "Omani Foreign Minister",
    }
    assert set(dated.keys["r"]) == {"role:RU:foreign_minister", "role:OM:foreign_minister"}


def test_members_of_a_group_are_named_as_written(make_document: MakeDocument) -> None:
    mentions = find_mentions(make_document("Omani and Thai officials met."))
    found = resolve_actors([("r", mentions, DateRange())])
    assert {(a.name, a.country) for a in found.actors} == {
        ("Omani officials", "OM"),
        ("Thai officials", "TH"),
    }


HARITH = "Omani Foreign Minister Badr Harith"
SRISAI = "Thai Foreign Minister Anan Srisai"
OTIENO = "Kenyan President Daniel Otieno"
TWO = ("person:Badr Harith", "person:Anan Srisai")
NEAR = [
    (f"{HARITH} met {SRISAI}. {OTIENO} spoke.", "The two ministers", TWO),
    (f"{HARITH} met {SRISAI}.", "The two foreign ministers", TWO),
    (f"{HARITH} met {SRISAI}.", "The two diplomats", TWO),
    (f"{HARITH} met {SRISAI}.", "The two presidents", ()),
    (f"{HARITH} met {SRISAI}.", "The two spokesmen", ()),
    (f"{HARITH} met {OTIENO}.", "The two ministers", ()),
    (f"{OTIENO} spoke. {HARITH} left.", "Both leaders", ()),
    (f"{HARITH} met Anan Srisai. {OTIENO} spoke.", "The two ministers", TWO),
    (f"{HARITH} met {SRISAI} and Chilean Foreign Minister Luz Vidal.", "The two ministers", ()),
    (f"The Omani and Thai foreign ministers met. {OTIENO} spoke.", "The two ministers", BOTH),
    (f"The Omani and Thai foreign ministers met. {OTIENO} spoke.", "The ministers", BOTH),
    ("The Omani foreign minister met the Thai foreign minister.", "The two ministers", BOTH),
]  # fmt: skip


@pytest.mark.parametrize(("before", "words", "keys"), NEAR, ids=[f"{n[0]} {n[1]}" for n in NEAR])
def test_pair_by_the_office_asked_for(
    make_document: MakeDocument, before: str, words: str, keys: tuple[str, ...]
) -> None:
    names = [("Anan Srisai", "person")] if "Srisai" in before else []
    doc = make_document(f"{before} {words} agreed.", names=names)
    found = [m for m in find_mentions(doc) if m.text == words]
    assert [m.members for m in found] == ([keys] if keys else [])


def test_subject_is_not_among_those_it_acts_on(make_document: MakeDocument) -> None:
    doc = make_document(
        f"{HARITH} met {SRISAI}. Chilean Foreign Minister Luz Vidal welcomed the two ministers.",
        {
            "Vidal": ("nsubj", "welcomed"),
            "Chilean": ("amod", "Vidal"),
            "welcomed": ("root", "-"),
            "ministers": ("obj", "welcomed"),
            "the": ("det", "ministers"),
            "two": ("nummod", "ministers"),
            "Luz": ("flat", "Vidal"),
            "Foreign#3": ("compound", "Vidal"),
            "Minister#3": ("compound", "Vidal"),
        },
    )
    assert members(find_mentions(doc), "the two ministers") == TWO


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Middle Eastern nations", "Middle Eastern nations"),
        ("Southeast Asian nations", "Southeast Asian nations"),
        ("Central Asian states", "Central Asian states"),
        ("Latin American leaders", "Latin American leaders"),
        ("North African governments", "North African governments"),
        ("Eastern European capitals", "Eastern European capitals"),
        ("Sub-Saharan African states", "Sub-Saharan African states"),
        ("Middle East powers", "Middle East powers"),
        ("Gulf states", "Gulf states"),
    ],
)
def test_demonyms_of_regions(make_document: MakeDocument, words: str, name: str) -> None:
    found = find_mentions(make_document(f"The {words} met."))
    assert [(m.text, m.name) for m in found] == [(f"The {words}", name)]


def test_two_nations_of_a_region_are_the_pair_before(make_document: MakeDocument) -> None:
    doc = make_document(
        "Oman and Qatar agreed. The two countries spoke. Rain fell in Yemen and Syria. "
        "The two Middle Eastern powers, in Yemeni and Syrian wars, left.",
        {"Oman": ("nsubj", "agreed"), "Qatar": ("nsubj", "agreed")},
    )
    pair = members(find_mentions(doc), "The two Middle Eastern powers")
    assert pair == ("country:OM", "country:QA")

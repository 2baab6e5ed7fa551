"""Offices that speak for leaders, agencies named beside their noun, and careless typing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.actors import find_mentions
from coranto.language.document import Document
from coranto.language.model import LanguageModel

MakeDocument = Callable[..., Document]
LEADER = "Norwegian Prime Minister Ingrid Solheim met Omani President Karim Rashid in Rome. "


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


def keys(model: LanguageModel, text: str) -> dict[str, str | None]:
    parsed = model.parse([text])[0]
    found = find_mentions(Document(text, parsed.sentences, parsed.tokens, parsed.names))
    assert all(text[m.start : m.end] == m.text for m in found)
    return {m.text: m.key for m in found}


@pytest.mark.parametrize(
    ("sentence", "words", "key"),
    [
        ("Solheim's office denied it.", "Solheim's office", "body:NO:pm_office"),
        ("Ms Solheim's office denied it.", "Ms Solheim's office", "body:NO:pm_office"),
        (
            "The prime minister's office said so.",
            "The prime minister's office",
            "body:NO:pm_office",
        ),
        ("Rashid left on Friday, his office said.", "his office", "body:OM:presidency"),
        ("A statement from his office denied it.", "his office", "body:OM:presidency"),
    ],
)
def test_office_of_a_leader_speaks(
    model: LanguageModel, sentence: str, words: str, key: str
) -> None:
    assert keys(model, LEADER + sentence).get(words) == key


@pytest.mark.parametrize("sentence", ["She was in her office.", "Solheim left office in May."])
def test_room_and_term_are_no_actor(model: LanguageModel, sentence: str) -> None:
    assert not any("office" in words for words in keys(model, LEADER + sentence))


def test_office_of_someone_else_is_told_by_the_person(model: LanguageModel) -> None:
    assert keys(model, "Mayor Bill Rao's office said so.") == {"Mayor Bill Rao": "person:Bill Rao"}


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Iranian news agency IRNA said so.", "Iranian news agency IRNA", "organisation:IRNA"),
        ("IRNA, the Iranian news agency, said so.", "the Iranian news agency", "organisation:IRNA"),
        ("Russian news agency Tas said so.", "Russian news agency Tas", "organisation:TASS"),
        ("Reuters news agency said so.", "Reuters news agency", "organisation:Reuters"),
        ("A Russian news agency said so.", "A Russian news agency", "media:RU"),
    ],
)
def test_named_agency_is_itself(model: LanguageModel, text: str, words: str, key: str) -> None:
    assert keys(model, text).get(words) == key


def test_nations_in_lower_case(model: LanguageModel) -> None:
    found = keys(model, "iran said the talks with russia failed, and the iranian president left.")
    assert found["iran"] == "country:IR"
    assert found["russia"] == "country:RU"
    assert found["the iranian president"] == "role:IR:head_of_state"


def test_words_that_are_nations_only_with_a_capital(make_document: MakeDocument) -> None:
    doc = make_document("they ate turkey from china plates and a polish sausage .")
    assert not [m for m in find_mentions(doc) if m.kind == "country"]


def test_possessive_after_a_space(model: LanguageModel) -> None:
    found = keys(model, "Norway 's foreign minister met Omani envoys .")
    assert found["Norway 's foreign minister"] == "role:NO:foreign_minister"


def test_half_of_a_body_is_no_organisation(make_document: MakeDocument) -> None:
    doc = make_document(
        "The Omani foreign ministry said so.", names=[("Omani foreign", "organisation")]
    )
    assert [m.key for m in find_mentions(doc)] == ["body:OM:foreign_ministry"]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("NATO troops left on Friday.", "NATO troops", "group:nato troops"),
        ("Authorities in Norway arrested ten men.", "Authorities", "country:NO"),
    ],
)
def test_forces_of_an_alliance_and_authorities_in_a_country(
    model: LanguageModel, text: str, words: str, key: str
) -> None:
    assert keys(model, text).get(words) == key


def test_whom_an_agency_tells_of_is_not_the_agency(model: LanguageModel) -> None:
    found = keys(model, "According to the Iranian news agency, Hezbollah left the talks.")
    assert found["the Iranian news agency"] == "media:IR"
    assert found["Hezbollah"] == "organisation:Hezbollah"


def test_titles_as_headlines_shorten_them(model: LanguageModel) -> None:
    text = "PM Solheim arrives in Rome for talks with Pres Rashid\n\n" + LEADER
    found = keys(model, text)
    assert found["PM Solheim"] == "person:Ingrid Solheim"
    assert found["Pres Rashid"] == "person:Karim Rashid"
    assert keys(model, "The talks began at 3 PM on Friday.").get("PM") is None


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Ana Kos and Jan Lund discussed a meeting of Olav Strand and Mirko Tadin. "
            "They agreed to stay in contact.",
            ("person:Ana Kos", "person:Jan Lund"),
        ),
        (
            "Jan Lund praised the talks of Olav Strand and Mirko Tadin. They had met in Oslo.",
            ("person:Olav Strand", "person:Mirko Tadin"),
        ),
    ],
)
def test_they_are_the_several_subjects_before(
    model: LanguageModel, text: str, members: tuple[str, ...]
) -> None:
    parsed = model.parse([text])[0]
    found = find_mentions(Document(text, parsed.sentences, parsed.tokens, parsed.names))
    assert [m.members for m in found if m.text == "They"] == [members]

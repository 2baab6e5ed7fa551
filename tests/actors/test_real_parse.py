"""The room on real parses of the packaged model: a report written for this test."""

from __future__ import annotations

import pytest

from coranto.actors import ActorMention, acts_as, find_mentions, resolve_actors
from coranto.language.document import Document
from coranto.language.model import LanguageModel
from coranto.types import DateRange

TEXT = """Norwegian Foreign Minister Ingrid Solheim met her Brazilian counterpart Paulo Teles in \
Geneva on Friday, the Norwegian Foreign Ministry said.

Solheim praised Brazil's peace plan, which Western officials have rejected. She said Oslo was \
ready to host talks.

Teles flew to Oslo on Saturday. The Brazilian minister told reporters that both sides had agreed.

Beijing accused Washington of delay, Xinhua reported.
"""


@pytest.fixture(scope="module")
def doc() -> Document:
    parsed = LanguageModel.load().parse([TEXT])[0]
    return Document(TEXT, parsed.sentences, parsed.tokens, parsed.names)


@pytest.fixture(scope="module")
def mentions(doc: Document) -> tuple[ActorMention, ...]:
    return find_mentions(doc)


def test_spans(mentions: tuple[ActorMention, ...]) -> None:
    assert mentions and all(TEXT[m.start : m.end] == m.text for m in mentions)


def test_persons(mentions: tuple[ActorMention, ...]) -> None:
    found = resolve_actors([("r", mentions, DateRange())])
    persons = {a.name: (a.country, a.roles[0].title) for a in found.actors if a.kind == "person"}
    assert persons == {
        "Ingrid Solheim": ("NO", "Foreign Minister"),
        "Paulo Teles": ("BR", "Foreign Minister"),
    }


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Norwegian Foreign Minister Ingrid Solheim", "person:Ingrid Solheim"),
        ("her Brazilian counterpart Paulo Teles", "person:Paulo Teles"),
        ("the Norwegian Foreign Ministry", "body:NO:foreign_ministry"),
        ("Solheim", "person:Ingrid Solheim"),
        ("She", "person:Ingrid Solheim"),
        ("The Brazilian minister", "person:Paulo Teles"),
        ("Western officials", "group:western officials"),
        ("Oslo", "country:NO"),
        ("Beijing", "country:CN"),
        ("Washington", "country:US"),
        ("Xinhua", "organisation:Xinhua"),
    ],
)
def test_keys(mentions: tuple[ActorMention, ...], words: str, key: str) -> None:
    assert key in [m.key for m in mentions if m.text == words]


def test_both_sides(mentions: tuple[ActorMention, ...]) -> None:
    (pair,) = [m for m in mentions if m.text == "both sides"]
    assert set(pair.members) == {"country:NO", "country:BR"}


def test_capital_as_place_and_as_government(doc: Document) -> None:
    read = [(n.text, acts_as(doc, n)) for n in doc.names if n.text in ("Oslo", "Beijing", "Geneva")]
    assert read == [
        ("Geneva", "place"),
        ("Oslo", "government"),
        ("Oslo", "place"),
        ("Beijing", "government"),
    ]


SPOKEN_OF = [
    # Somebody whom the content names is not the one who says it.
    (
        "A senior Brazilian official praised Ingrid Solheim. He said Solheim had listened.",
        "He",
        "unnamed:BR:Official",
    ),
    (
        "Minister Erik Lund met Prime Minister Jonas Berg. Lund would go to Rome, he said.",
        "he",
        "person:Jonas Berg",
    ),
    (
        "Minister Erik Lund met Prime Minister Jonas Berg on Monday. He said that he would go.",
        "He",
        "person:Erik Lund",
    ),
    (
        "A senior official of the Brazilian foreign ministry spoke. He said Solheim had listened.",
        "He",
        "unnamed:Brazilian Foreign Ministry:Official",
    ),
    # A quotation may name its own speaker.
    (
        'President Erik Lund smiled on Monday. "President Lund never sleeps," he said.',
        "he",
        "person:Erik Lund",
    ),
]


@pytest.mark.parametrize(("text", "word", "key"), SPOKEN_OF)
def test_nobody_speaks_of_himself_by_name(text: str, word: str, key: str) -> None:
    parsed = LanguageModel.load().parse([text])[0]
    read = find_mentions(Document(text, parsed.sentences, parsed.tokens, parsed.names))
    assert next(m.key for m in read if m.text == word) == key


def test_a_surname_with_its_letters_in_another_order() -> None:
    text = "President Erik Lundqvist met Jonas Berg. Berg thanked Lunqdvist."
    parsed = LanguageModel.load().parse([text])[0]
    read = find_mentions(Document(text, parsed.sentences, parsed.tokens, parsed.names))
    assert next(m.key for m in read if m.text == "Lunqdvist") == "person:Erik Lundqvist"


def test_a_first_name_alone_is_the_one_of_that_name() -> None:
    text = (
        "Ingrid Solheim met Paulo Teles in Rome. Ingrid smiled. "
        "Paulo Reis left with Ms Solheim, and Paulo laughed."
    )
    parsed = LanguageModel.load().parse([text])[0]
    found = find_mentions(Document(text, parsed.sentences, parsed.tokens, parsed.names))
    keys = {m.text: m.key for m in found}
    assert keys["Ingrid"] == "person:Ingrid Solheim"
    assert keys["Paulo"] == "person:Paulo"  # there are two

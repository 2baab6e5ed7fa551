"""Whom pronouns and short descriptions mean, on real parses: who is told of, and who in passing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.actors import ActorMention

Read = Callable[[str], tuple[ActorMention, ...]]


def keys_of(found: tuple[ActorMention, ...], words: str) -> list[object]:
    return [m.key or m.members for m in found if m.text == words]


HE = [
    # Who is named in passing does not end what the report tells of another.
    (
        "Erik Lund expressed hope for a deal. In Skopje, after a meeting with President Berg, "
        "he thanked the country for its support.",
        "person:Erik Lund",
    ),
    (
        "Erik Lund arrived on Monday. The plan was drawn up with the help of Jonas Berg. Two days "
        "later he left.",
        "person:Erik Lund",
    ),
    # Whom a sentence before sets out with is no one in passing.
    (
        "The envoy praised the deal: the king's spokesman, Jonas Berg, called it good news.\n\n"
        "For Erik Lund the hard part lies ahead. He will visit Riga in May.",
        "person:Erik Lund",
    ),
    # A party of the clause is not in passing.
    (
        "Lawmakers met Jonas Berg on Monday. They called on Erik Lund to resign unless he agrees.",
        "person:Erik Lund",
    ),
    # The office, the statement of someone speaks for him.
    (
        "Prime Minister Jonas Berg and President Erik Lund met in Rome. Lund's office said that he "
        "had discussed the border.",
        "person:Erik Lund",
    ),
    # What someone is thanked for, he has done.
    (
        "Jonas Berg met reporters. Berg congratulated Erik Lund for the support he provided.",
        "person:Erik Lund",
    ),
    # A headline's speaker.
    (
        "Jonas Berg: Hope that Lund brings no new claims\n\nHe will arrive in Rome on Monday.",
        "person:Jonas Berg",
    ),
    # Another's official is not the other.
    ("Erik Lund spoke in Rome. President Erik Lund's ambassador says he hopes for a deal.", None),
    ("Prime Minister Erik Lund's spokesman told reporters so. He refused to give details.", None),
]


@pytest.mark.parametrize(("text", "key"), HE, ids=[str(n) for n in range(len(HE))])
def test_he(read: Read, text: str, key: str | None) -> None:
    found = [m.key for m in read(text) if m.text in ("he", "He")]
    assert found == ([key] if key else [])


def test_he_in_brackets(read: Read) -> None:
    found = read('"He (Lund) said he would come," Jonas Berg told reporters.')
    assert {m.key for m in found if m.form == "pronoun"} == {"person:Lund"}


def test_a_pronoun_tells_the_sex_of_its_subject(read: Read) -> None:
    found = read(
        "Elia Zengh met Ana Reyes in Rome on Monday. Zengh said he was glad. "
        "Reyes listened. He added that she had been kind."
    )
    assert keys_of(found, "she") == ["person:Ana Reyes"]


MEMBERS = [
    (
        "The Omani and Thai foreign ministers, Ali Rahim and Kasem Somchai, who met, spoke.",
        "who",
        ("person:Ali Rahim", "person:Kasem Somchai"),
    ),
    (
        "The president welcomed Erik Lund and Jonas Berg, who both agreed to talks.",
        "who",
        ("person:Erik Lund", "person:Jonas Berg"),
    ),
    (
        "The Kremlin and the Russian Foreign Ministry welcomed the deal. They questioned its aims.",
        "They",
        ("organisation:Kremlin", "body:RU:foreign_ministry"),
    ),
    (
        "Omani Foreign Minister Ali Rahim called Thai Foreign Minister Kasem Somchai. Thai and "
        "Omani officials agreed on a task force. They will meet again in January.",
        "They",
        ("group:thai officials", "group:omani officials"),
    ),
    (
        "Omani Prime Minister Ali Rahim and Thai Prime Minister Kasem Somchai will meet after "
        "talks held by their foreign ministers.",
        "their foreign ministers",
        ("role:OM:foreign_minister", "role:TH:foreign_minister"),
    ),
    # Who gives to both is none of them.
    (
        "Talks between Oman and Qatar were held in Rome. Erik Lund praised Norway's support for "
        "both nations.",
        "both nations",
        ("country:OM", "country:QA"),
    ),
    (
        "Erik Lund announced plans to visit Oman and Qatar after a deal between the two nations.",
        "the two nations",
        ("country:OM", "country:QA"),
    ),
    (
        "Norway is mediating between Oman and Qatar. Talks between the neighbours failed.",
        "the neighbours",
        ("country:OM", "country:QA"),
    ),
]


@pytest.mark.parametrize(("text", "words", "members"), MEMBERS, ids=[m[1] for m in MEMBERS])
def test_several(read: Read, text: str, words: str, members: tuple[str, ...]) -> None:
    assert keys_of(read(text), words) == [members]


def test_any_two_countries_are_none_in_particular(read: Read) -> None:
    found = read("Oman and Qatar signed a deal. It is the closest tie between any two countries.")
    assert not [m for m in found if "two countries" in m.text]


def test_it_is_a_government_that_speaks(read: Read) -> None:
    found = read(
        "Oman rejected the deal, while the Qatari government defended the agreement, saying it "
        "would help all."
    )
    assert keys_of(found, "it") == ["country:QA"]


ROLES = [
    # "The Secretary" is no foreign minister, nor the president of a body a nation's.
    (
        'US Secretary of State Erik Lund met Chinese Foreign Minister Wang Tao. "The Secretary '
        'emphasized the importance of talks," the State Department said.',
        "The Secretary",
        "person:Erik Lund",
    ),
    (
        "President Ali Rahim of Oman spoke. The European Council President has mediated twice.",
        "The European Council President",
        "role:European Council:head_of_state",
    ),
    # A spokesman who says that two met is none of them.
    (
        "Erik Lund met Chinese Foreign Minister Wang Tao, a State Department spokesman said.",
        "a State Department spokesman",
        "unnamed:US State Department:Spokesman",
    ),
    # The kingdom of him who speaks.
    (
        "Cambodian Prime Minister Sok Dara met Thai officials in Thailand. Sok Dara explained the "
        "Kingdom's position.",
        "the Kingdom",
        "country:KH",
    ),
]


@pytest.mark.parametrize(("text", "words", "key"), ROLES, ids=[r[1] for r in ROLES])
def test_roles(read: Read, text: str, words: str, key: str) -> None:
    assert keys_of(read(text), words) == [key]


def test_his_spokesman_is_not_himself(read: Read) -> None:
    found = read("Erik Lund spoke at the invitation of Jonas Berg, his spokesperson said Monday.")
    assert "person:Jonas Berg" not in keys_of(found, "his spokesperson")


def test_a_counterpart_has_the_title_of_his_own_state(read: Read) -> None:
    found = read("US Secretary of State Erik Lund met his Chinese counterpart Wang Tao.")
    assert {m.title for m in found if m.key == "person:Wang Tao"} == {"Foreign Minister"}


def test_who_is_excepted_does_not_hold_the_office(read: Read) -> None:
    found = read("If any other Omani except Ali Rahim was prime minister, there would be a war.")
    assert {m.title for m in found if m.key == "person:Ali Rahim"} == {None}

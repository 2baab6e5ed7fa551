"""Parties without a table, and those told of together, on real parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.actors import ActorMention
from coranto.actors.lexicon import names
from coranto.actors.parties import is_people, region_of

Read = Callable[[str], tuple[ActorMention, ...]]


def _keys(found: tuple[ActorMention, ...]) -> dict[str, str | tuple[str, ...] | None]:
    return {m.text: m.members or m.key for m in found}


PARTIES = [
    ("The Ethiopian government and regional forces from Tigray agreed to end the war.",
     "regional forces from Tigray", "group:tigray forces", "ET"),
    ("Government and Tigray forces signed a truce.", "Government", "country:ET", "ET"),
    ("Government and Tigray forces signed a truce.", "Tigray forces", "group:tigray forces", "ET"),
    ("Tigrayan authorities have agreed to take part.",
     "Tigrayan authorities", "group:tigray authorities", "ET"),
    ("Rebel forces said on Monday they had agreed to a truce.",
     "Rebel forces", "group:rebel forces", None),
    ("Sudan's junta met the rebels in Juba.", "Sudan's junta", "group:sudan junta", "SD"),
    ("Sudan's junta met the rebels in Juba.", "the rebels", "group:rebels", None),
    ("The opposition rejected the offer.", "The opposition", "group:opposition", None),
    ("Kurdish forces agreed with Damascus on a truce.",
     "Kurdish forces", "group:kurdish forces", None),
    ("Somaliland signed a deal with Ethiopia on Monday.", "Somaliland", "group:Somaliland", "SO"),
    ("Moldova's breakaway region of Transnistria asked Russia for help.",
     "Moldova's breakaway region of Transnistria", "group:Transnistria", "MD"),
    ("Georgia's breakaway region signed an agreement with Russia.",
     "Georgia's breakaway region", "group:georgia breakaway region", "GE"),
    ("The Office of the Prime Minister of Ethiopia said the talks had begun.",
     "The Office of the Prime Minister of Ethiopia", "body:ET:pm_office", "ET"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "key", "country"), PARTIES)
def test_a_party_without_a_table_has_its_own_words(
    read: Read, text: str, words: str, key: str, country: str | None
) -> None:
    found = {m.text: m for m in read(text)}
    assert (found[words].key, found[words].country) == (key, country)


def test_bodies_stand_in_a_list_of_delegations(read: Read) -> None:
    found = read("Russian, Turkish and UN delegations met in Istanbul on Friday.")
    assert [m.members for m in found] == [
        ("group:russian delegations", "group:turkish delegations", "group:un delegations")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Opposition to the plan grew.",
        "Russia voiced its opposition to the plan.",
        "The army withdrew forces from Kherson.",
        "The talks were held in Moldova's breakaway region of Transnistria.",
        "President Lund flew to Somaliland on Monday.",
    ],
)
def test_what_is_no_party_is_none(read: Read, text: str) -> None:
    assert [m.key for m in read(text) if (m.key or "").startswith(("group:", "forces:"))] == []


def test_a_short_name_is_of_the_one_group_so_called(read: Read) -> None:
    found = _keys(read("Sudan's junta met the rebels. The junta said the talks went on."))
    assert found["The junta"] == "group:sudan junta"


TWO = ("country:NO", "group:rebels")
THREE = ("person:Jon Lund", "person:Ana Reyes", "person:Erik Berg")
TOLD = [
    ("Norway and the rebels held talks in Oslo. Both sides agreed to a truce.", "Both sides", TWO),
    ("Norway and the rebels held talks in Oslo. The parties agreed to a truce.",
     "The parties", TWO),
    ("Norway and the rebels held talks. Delegates from both sides signed an agreement.",
     "Delegates from both sides", TWO),
    ("Jon Lund hosted Ana Reyes and Erik Berg in Oslo. The leaders agreed on a plan.",
     "The leaders", THREE),
    ("Jon Lund hosted Ana Reyes and Erik Berg in Oslo. The three leaders agreed on a plan.",
     "The three leaders", THREE),
    ("Jon Lund hosted Ana Reyes and Erik Berg in Oslo.\n\nWelcome to Oslo, Ana Reyes and Erik "
     "Berg. pic.twitter.com/x1 - Jon Lund (@jonlund)\n\n\u201cWe want peace,\u201d they said in a "
     "joint statement.", "they", THREE),
    ("President Lund met President Berg in Oslo. The latter said that the talks were good.",
     "The latter", "person:Berg"),
    ("Ethiopia and the TPLF signed a deal. The latter said it would disarm.",
     "The latter", "organisation:TPLF"),
    ("President Jon Lund and the leaders of Japan and South Korea met in Oslo on Monday. "
     "They agreed on a plan.",
     "They", ("person:Jon Lund", "role:JP:leader", "role:KR:leader")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "keys"), TOLD)
def test_those_told_of_together(
    read: Read, text: str, words: str, keys: str | tuple[str, ...]
) -> None:
    assert _keys(read(text))[words] == keys


def test_who_mediates_is_no_side(read: Read) -> None:
    found = _keys(
        read("Russia and Ukraine signed. Turkey and the UN brokered the talks. Both sides left.")
    )
    assert found.get("Both sides") in (None, ("country:RU", "country:UA"))


def test_he_is_not_whose_efforts_he_acknowledges(read: Read) -> None:
    found = read(
        "Orbanov said on Friday that peace was near. Acknowledging President Berg's efforts to "
        "end the war, he urged both armies to stop."
    )
    assert [m.key for m in found if m.form == "pronoun"] == ["person:Orbanov"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine welcomed the deal. It says that ships may pass.",
        "Oman and Qatar welcomed the deal. It said that ships may pass.",
    ],
)
def test_it_is_no_state_where_a_document_or_one_of_two_may_be_meant(read: Read, text: str) -> None:
    assert [m for m in read(text) if m.form == "pronoun"] == []


def test_an_official_already_named_by_office(read: Read) -> None:
    named = read(
        "US Secretary of State Erik Lund met Chinese Foreign Minister Li Wei on Monday. "
        "The U.S. official said the talks were candid. The official left on Tuesday."
    )
    other = read(
        "A senior US official said Secretary of State Erik Lund would go. The US official left."
    )
    keys = _keys(named)
    assert keys["The U.S. official"] == keys["The official"] == "person:Erik Lund"
    assert _keys(other)["The US official"] == "unnamed:US:Official"


def test_the_adjective_of_a_region_leads_to_it() -> None:
    found = region_of("Tigrayan", names())
    assert found is not None and (found.name, found.country) == ("Tigray", "ET")
    assert region_of("Roman", names()) is None
    assert is_people("Kurdish") and not is_people("Local") and not is_people("large Kurdish")


@pytest.mark.parametrize(
    "text",
    [
        "The West and Russia met twice, in 1992 and 1997, and the latter was the better meeting.",
        "The UN and the US told of a truce agreed between the parties.",
        "The main opposition party, Unity, left the talks.",
    ],
)
def test_what_is_no_side_or_party_stays_unknown(read: Read, text: str) -> None:
    unsure = ("the latter", "the parties", "The main opposition")
    assert [m.text for m in read(text) if m.text in unsure] == []


def test_a_pronoun_in_a_post_may_mean_whom_the_post_names(read: Read) -> None:
    text = "Jon Lund and Ana Reyes left. They were late. pic.twitter.com/x1 - Pool (@pool)"
    assert _keys(read(text))["They"] == ("person:Jon Lund", "person:Ana Reyes")

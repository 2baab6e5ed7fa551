"""Items of a declaration: whose words they are, and what is no such item."""

from __future__ import annotations

import pytest

import coranto
from coranto.types import Statement

DECLARED = """Norland and Sudland declare as follows:

1.Agreed that neither will use force at the ford;

2. Agreed that any disputes will be settled in court;

3. Noted Norland's assertion that the bridge is its own.

The two delegations then left."""


def told(text: str) -> list[tuple[str | None, str, str, str]]:
    made: tuple[Statement, ...] = coranto.annotate(text, published="2024-03-15").statements
    return [
        (s.speaker.text if s.speaker else None, s.act, s.cue[0].text, s.content[0].text)
        for s in made
    ]


def test_an_item_is_of_those_who_declare() -> None:
    both = "Norland and Sudland"
    assert told(DECLARED) == [
        (both, "agree", "Agreed", "that neither will use force at the ford"),
        (both, "agree", "Agreed", "that any disputes will be settled in court"),
        (both, "say", "Noted", "Norland's assertion that the bridge is its own"),
        ("Norland", "claim", "assertion", "that the bridge is its own"),
    ]


def test_what_an_item_tells_comes_through_those_who_declare() -> None:
    claim = coranto.annotate(DECLARED, published="2024-03-15").statements[-1]
    assert [m.text for m in claim.chain] == ["Norland and Sudland"]


@pytest.mark.parametrize("mark", ["2.", "2)", "(b)", "•", "-"])
def test_the_mark_of_an_item_never_speaks(mark: str) -> None:
    text = f"{mark} Agreed that any disputes will be settled in court;"
    assert all(who is not None and who[0].isalpha() for who, *_ in told(text))
    under = f"The ministers declared:\n\n{text}"
    assert told(under) == [
        ("The ministers", "agree", "Agreed", "that any disputes will be settled in court")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The agenda of the day:\n\n1. Agreed texts of the two ministries",
        "The ministers discussed:\n\n1. Proposed amendments to the port law",
        "Reading list:\n\n1. Denied entry, a novel",
    ],
)
def test_a_title_in_a_list_is_no_statement(text: str) -> None:
    assert [s for s in told(text) if s[2] in {"Agreed", "Proposed", "Denied"}] == []

"""Statements within statements, on whole readings: contents end where another's words begin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.find import attributions
from coranto.statements.nesting import holders
from coranto.types import Statement

Read = Callable[[str], Reading]


def found(read_text: Read, text: str) -> list[Statement]:
    reading = read_text(text)
    return list(find_statements(reading.doc, reading.mentions, (), None, report="r"))


def by_cue(statements: list[Statement], cue: str) -> Statement:
    """The one statement whose cue has the word."""
    (one,) = [s for s in statements if cue in " ".join(c.text for c in s.cue)]
    return one


RELAYED = [
    (
        "President Pavel Orlin said that Varland was ready for talks, Xinhua reported.",
        ("said", "that Varland was ready for talks"),
        ("reported", "President Pavel Orlin said that Varland was ready for talks"),
        "Xinhua",
    ),
    (
        "Orlin said the road was open again, the state news agency reported on Monday.",
        ("said", "the road was open again"),
        ("reported", "Orlin said the road was open again"),
        "the state news agency",
    ),
    (
        "Orlin promised to visit Japan next year, Mira Tolan said.",
        ("promised", "to visit Japan next year"),
        ("said", "Orlin promised to visit Japan next year"),
        "Mira Tolan",
    ),
    (
        "Orlin told Mira Tolan that the border would reopen in May, "
        "the French foreign ministry said in a statement.",
        ("told", "that the border would reopen in May"),
        ("said", "Orlin told Mira Tolan that the border would reopen in May"),
        "the French foreign ministry",
    ),
    (
        "Pavel Orlin and Mira Tolan agreed that France will open an embassy within two years, "
        "France's Ministry of Foreign Affairs said.",
        ("agreed", "that France will open an embassy within two years"),
        (
            "said",
            "Pavel Orlin and Mira Tolan agreed that France will open an embassy within two years",
        ),
        "France's Ministry of Foreign Affairs",
    ),
]


@pytest.mark.parametrize(("text", "inner", "outer", "relayer"), RELAYED)
def test_a_content_ends_where_another_attribution_begins(
    read_text: Read, text: str, inner: tuple[str, str], outer: tuple[str, str], relayer: str
) -> None:
    statements = found(read_text, text)
    said, relayed = by_cue(statements, inner[0]), by_cue(statements, outer[0])
    assert [c.text for c in said.content] == [inner[1]]
    assert [c.text for c in relayed.content] == [outer[1]]
    assert [m.text for m in said.chain] == [relayer]
    assert relayed.chain == ()
    assert relayed.speaker is not None
    assert relayed.speaker.text == relayer


def test_the_relayer_of_a_promise_is_not_whom_it_was_made_to(read_text: Read) -> None:
    promised = by_cue(
        found(read_text, "Orlin promised to visit Japan next year, Mira Tolan said."), "promised"
    )
    assert promised.addressee is None


def test_a_participle_goes_on_with_the_subject_before_that(read_text: Read) -> None:
    text = (
        "Foreign Minister Pavel Orlin told Varland's special envoy Mira Tolan on Friday that there "
        'were "grave obstacles" to new talks, blaming France and its neighbours.'
    )
    blaming = by_cue(found(read_text, text), "blaming")
    assert blaming.speaker is not None
    assert "Orlin" in blaming.speaker.text
    assert blaming.chain == ()


@pytest.mark.parametrize("text", [row[0] for row in RELAYED])
def test_no_member_of_a_chain_stands_in_the_content(read_text: Read, text: str) -> None:
    reading = read_text(text)
    holding = holders(attributions(Clauses(reading.doc, [m.head for m in reading.mentions])))
    assert any(h is not None for h in holding)
    for s in found(read_text, text):
        for m in s.chain:
            assert not any(c.start <= m.start < c.end for c in s.content)


@st.composite
def nests(draw: st.DrawFn) -> list[Attribution]:
    """Attributions with cues and contents anywhere, as a wrong tree may give them."""
    out = []
    for number in range(draw(st.integers(2, 7))):
        cue = draw(st.integers(0, 60))
        start = draw(st.integers(0, 60))
        end = start + draw(st.integers(1, 40))
        source = draw(st.one_of(st.none(), st.integers(0, 5)))
        out.append(Attribution(number, "say", [(cue, cue + 4)], source, [(start, end)]))
    return out


@given(nests())
def test_containment_is_a_strict_order(found: list[Attribution]) -> None:
    outer = holders(found)
    for number, one in enumerate(found):
        holder, steps = outer[number], 0
        if holder is not None:
            assert any(s <= one.cue[0][0] < e for s, e in found[holder].content)
            assert not any(s <= found[holder].cue[0][0] < e for s, e in one.content)
        while holder is not None:
            assert holder != number
            steps += 1
            assert steps < len(found)
            holder = outer[holder]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Orlin said that he would sign nothing and left for Norway.",
            "that he would sign nothing",
        ),
        (
            "Orlin said that he would sign nothing and leave for Norway.",
            "that he would sign nothing and leave for Norway",
        ),
    ],
)
def test_what_a_speaker_did_next_is_not_what_he_said(read_text: Read, text: str, said: str) -> None:
    assert [c.text for c in by_cue(found(read_text, text), "said").content] == [said]

"""Several speakers at once are one group with members."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import coranto
from coranto.annotation import Reading
from coranto.language.model import LanguageModel
from coranto.statements import find_statements, with_groups, with_lent_speakers
from coranto.types import Actor, Mention, Span, Statement

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("France and Japan said the road was open.", ("country:FR", "country:JP")),
        (
            "Pavel Orlin and Mira Tolan called for a truce.",
            ("person:Pavel Orlin", "person:Mira Tolan"),
        ),
        (
            "France, Japan and Canada said the road was open.",
            ("country:FR", "country:JP", "country:CA"),
        ),
        (
            "France and Japan met in Rome. The two sides said the road was open.",
            ("country:FR", "country:JP"),
        ),
    ],
)
def test_speakers_together_have_members(
    read_text: Read, text: str, members: tuple[str, ...]
) -> None:
    reading = read_text(text)
    said = find_statements(reading.doc, reading.mentions, (), None, report="r")[-1]
    assert said.speaker is not None
    assert said.speaker.actor is None
    assert set(said.speaker.members) == set(members)


ACTORS = (Actor("a1", "France", "country"), Actor("a2", "Japan", "country"))


def said_by(text: str, members: tuple[str, ...], number: int = 0) -> Statement:
    span = (Span(0, 4, "said"),)
    mention = Mention(None, text, 0, len(text), members)
    return Statement(f"s{number}", "r", mention, "say", span, span, "indirect")


def test_one_group_for_the_same_members() -> None:
    statements = [said_by("Both sides", ("a1", "a2")), said_by("Tokyo and Paris", ("a2", "a1"), 1)]
    made, actors = with_groups(statements, ACTORS)
    (group,) = [a for a in actors if a not in ACTORS]
    assert (group.name, group.kind) == ("France and Japan", "group")
    assert group.names == ("Both sides", "France and Japan", "Tokyo and Paris")
    assert {s.speaker.actor for s in made if s.speaker} == {group.id}


@pytest.mark.parametrize("members", [(), ("a1",), ("a1", "a1"), ("a1", "unknown")])
def test_no_group_of_those_who_are_not_known(members: tuple[str, ...]) -> None:
    (made,), actors = with_groups([said_by("Both sides", members)], ACTORS)
    assert made.speaker is not None
    assert made.speaker.actor is None
    assert actors == ACTORS


def test_an_annotation_knows_its_groups(model: LanguageModel) -> None:
    text = "France and Japan said on Monday that the road was open."
    annotation = coranto.annotate(text, "2023-05-26", model=model)
    (one,) = annotation.statements
    assert one.speaker is not None
    actors = {a.id: a for a in annotation.actors}
    assert one.speaker.actor is not None
    assert actors[one.speaker.actor].name == "France and Japan"
    assert [actors[m].name for m in one.speaker.members] == ["France", "Japan"]


WORDS = "The road to the border will be opened on Monday"


def told(report: str, speaker: str, actor: str | None, words: str = WORDS) -> Statement:
    mention = Mention(actor, speaker, 0, len(speaker))
    span = (Span(0, len(words), words),)
    return Statement(f"s-{report}", report, mention, "say", span, span, "indirect")


def lent(*statements: Statement) -> list[str | None]:
    return [s.speaker.actor for s in with_lent_speakers(statements) if s.speaker]


def test_a_report_without_its_opening_learns_who_speaks() -> None:
    assert lent(told("r1", "he", None), told("r2", "Pavel Orlin", "a1")) == ["a1", "a1"]
    assert lent(told("r1", "the minister", None), told("r2", "Orlin", "a1")) == ["a1", "a1"]


@pytest.mark.parametrize(
    ("unknown", "others"),
    [
        (told("r1", "he", None), [told("r2", "Orlin", "a1"), told("r3", "Tolan", "a2")]),
        (told("r1", "Voss", None), [told("r2", "Orlin", "a1")]),
        (told("r1", "he", None, "It is late"), [told("r2", "Orlin", "a1", "It is late")]),
        (told("r1", "he", None, WORDS + " morning"), [told("r2", "Orlin", "a1")]),
    ],
)
def test_nobody_is_lent_where_it_is_not_sure(unknown: Statement, others: list[Statement]) -> None:
    assert lent(unknown, *others)[0] is None

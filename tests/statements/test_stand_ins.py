"""Words that stand for a speaker or hearer: pronouns, texts, kinds of media, nobody."""

from __future__ import annotations

import pytest
from tests.statements.test_proposals import Read, Words, found

from coranto.statements import is_told


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Neither side has confirmed the meeting.",
         ("Neither side", "has confirmed", "the meeting"), "unsaid"),
        ("No one at the ministry said that the road was open.",
         ("No one at the ministry", "said", "that the road was open"), "unsaid"),
        ("None of the envoys said that the road was open.",
         ("None of the envoys", "said", "that the road was open"), "unsaid"),
        ("Both envoys said that the road was open.",
         ("Both envoys", "said", "that the road was open"), "speech"),
    ],
)  # fmt: skip
def test_what_nobody_said_is_unsaid(read_text: Read, text: str, words: Words, kind: str) -> None:
    assert [s.kind for s in found(read_text, text, words)] == [kind]


@pytest.mark.parametrize(
    ("text", "words", "hearer"),
    [
        ("Mira Tolan met Pavel Orlin in Oslo. Tolan told him that the road was open.",
         ("Tolan", "told", "that the road was open"), "person:Pavel Orlin"),
        ("Mira Tolan met Pavel Orlin and Ivan Petrov. Tolan told him that the road was open.",
         ("Tolan", "told", "that the road was open"), None),
        ('"The road is open," Mr Tolan told Mr Orlin in Oslo.',
         ("Mr Tolan", "told", '"The road is open,"'), "person:Orlin"),
    ],
)  # fmt: skip
def test_him_is_the_one_person_named_before(
    read_text: Read, text: str, words: Words, hearer: str | None
) -> None:
    (one,) = found(read_text, text, words)
    assert (one.addressee.actor if one.addressee is not None else None) == hearer


def test_me_is_who_speaks(read_text: Read) -> None:
    text = "“Mira Tolan asked me to open the road,” Pavel Orlin said."
    said = "“Mira Tolan asked me to open the road,”"
    asking = ("Mira Tolan", "asked", "me to open the road")
    made = found(read_text, text, ("Pavel Orlin", "said", said), asking)
    asked = next(s for s in made if s.act == "ask")
    assert asked.addressee is not None
    assert asked.addressee.actor == "person:Pavel Orlin"
    assert [m.actor for m in asked.chain] == ["person:Pavel Orlin"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("State broadcaster NTV said the road was open.",
         ("State broadcaster NTV", "said", "the road was open"), "organisation:NTV"),
        ("Anadolu agency said the road was open.",
         ("Anadolu agency", "said", "the road was open"), "organisation:Anadolu Agency"),
        ("Pavel Orlin shut the road. His statement was long. The statement said it was old.",
         ("The statement", "said", "it was old"), None),
        ("Pavel Orlin said the road was shut. His statement was long. The statement said more "
         "would follow.", ("The statement", "said", "more would follow"), "person:Pavel Orlin"),
        ("Pavel Orlin said the road was shut. According to him, it was old.",
         ("him", "According to", "it was old"), "person:Pavel Orlin"),
        ("In a statement, Norway praised the plan. The statement also called the road old.",
         ("The statement", "also called", "the road old"), "country:NO"),
    ],
)  # fmt: skip
def test_a_text_and_a_medium_speak_for_whom_the_report_names(
    read_text: Read, text: str, words: Words, actor: str | None
) -> None:
    others = (
        [("Pavel Orlin", "said", "the road was shut")] if "said the road was shut" in text else []
    )
    others += [("Norway", "praised", "the plan")] if "Norland praised" in text else []
    made = found(read_text, text, *others, words)
    (one,) = [s for s in made if s.cue[0].text == words[1]]
    assert (one.speaker.actor if one.speaker is not None else None) == actor


def test_a_medium_without_a_name_stays_itself(read_text: Read) -> None:
    text = (
        "Oslo (Reuters) - The road is open, a local broadcaster reported.\n\n"
        "The road is new, the broadcaster said."
    )
    made = found(
        read_text,
        text,
        ("a local broadcaster", "reported", "The road is open"),
        ("the broadcaster", "said", "The road is new"),
    )
    assert [s.speaker.actor for s in made if s.speaker is not None] == [None, None]


def test_a_name_behind_the_office_is_the_speaker(read_text: Read) -> None:
    text = "A member of the Norwegian delegation, chairman of the roads board, Mira Tolan, said no."
    (one,) = found(read_text, text, ("A member of the Norwegian delegation", "said", "no"))
    assert one.speaker is not None
    assert one.speaker.actor == "person:Mira Tolan"


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("US urges Norway to open the road\n\nThe road is shut.",
         ("US", "urges", "Norway to open the road"), ("country:US",)),
        ("Norway, US welcome talks on the road\n\nThe road is shut.",
         ("Norway", "welcome", "talks on the road"), ("country:NO", "country:US")),
        ("The road is open, the US said.", ("the US", "said", "The road is open"),
         ("country:US",)),
    ],
)  # fmt: skip
def test_the_us_is_no_pronoun(
    read_text: Read, text: str, words: Words, actors: tuple[str, ...]
) -> None:
    (one,) = found(read_text, text, words)
    assert one.speaker is not None
    assert (one.speaker.members or (one.speaker.actor,)) == actors
    assert is_told(one)


def test_a_dateline_is_no_part_of_a_speaker(read_text: Read) -> None:
    text = "Oslo — The envoys of the ministry say the road will be open again by the end of May."
    said = "the road will be open again by the end of May"
    (one,) = found(read_text, text, ("Oslo — The envoys of the ministry", "say", said))
    assert one.speaker is not None
    assert one.speaker.text == "The envoys of the ministry"


def test_who_put_it_out_speaks_in_what_was_published(read_text: Read) -> None:
    text = "According to what was published by Tass, the road is open."
    (one,) = found(
        read_text, text, ("what was published by Tass", "According to", "the road is open")
    )
    assert one.speaker is not None
    assert one.speaker.text == "Tass"

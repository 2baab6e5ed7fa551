"""Who may speak and who does: issuers of texts, several speakers at once, and what never speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.types import Attributed, Mention, Statement

Read = Callable[[str], Reading]


def found(read_text: Read, text: str) -> list[Statement]:
    reading = read_text(text)
    return list(find_statements(reading.doc, reading.mentions, (), None, report="r"))


def speaker_of(read_text: Read, text: str, words: str) -> Mention | None:
    """Who speaks the words, outermost statement first."""
    one = next(s for s in found(read_text, text) if words in s.content[0].text)
    return one.speaker


QUOTED = '"Both sides will meet again in May," '


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        (
            "Pavel Orlin met Mira Tolan in Paris. France's Foreign Ministry published a statement "
            f"after the talks. Orlin said he was pleased. {QUOTED}the statement read.",
            "France's Foreign Ministry",
            "body:FR:foreign_ministry",
        ),
        (
            "Orlin called Tolan on Monday, the French foreign ministry said in a statement posted "
            f"on a website. {QUOTED}said the statement.",
            "the French foreign ministry",
            "body:FR:foreign_ministry",
        ),
        (
            f"France's foreign ministry said on Friday that Orlin met Tolan. {QUOTED}"
            "the statement said.",
            "France's foreign ministry",
            "body:FR:foreign_ministry",
        ),
        (
            "France and Japan issued a joint statement. Orlin praised Japan. "
            f"{QUOTED}the statement said.",
            "France and Japan",
            None,
        ),
    ],
)
def test_a_text_speaks_for_who_issued_it(
    read_text: Read, text: str, name: str, actor: str | None
) -> None:
    speaker = speaker_of(read_text, text, "Both sides")
    assert speaker is not None
    assert (speaker.text, speaker.actor) == (name, actor)


@pytest.mark.parametrize(
    "text",
    [
        f"Orlin said he was pleased. {QUOTED}the joint statement read.",
        f"Pavel Orlin said on Friday he would travel to Rome. {QUOTED}the statement said.",
        f"Orlin praised Mira Tolan. {QUOTED}the statement said.",
    ],
)
def test_a_text_is_not_the_last_speakers_without_a_sign(read_text: Read, text: str) -> None:
    speaker = speaker_of(read_text, text, "Both sides")
    assert speaker is not None
    assert speaker.actor is None
    assert "statement" in speaker.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("France and Japan agreed to reopen their embassies.", "France and Japan"),
        ("Pavel Orlin and Mira Tolan called for a ceasefire.", "Pavel Orlin and Mira Tolan"),
        (
            "Foreign Minister Pavel Orlin and his French counterpart Mira Tolan have agreed to "
            "meet soon.",
            "Foreign Minister Pavel Orlin and his French counterpart Mira Tolan",
        ),
        (
            "France, Japan and Canada said the road must be reopened.",
            "France, Japan and Canada",
        ),
    ],
)
def test_several_speakers_are_no_single_actor(read_text: Read, text: str, words: str) -> None:
    (one,) = found(read_text, text)
    assert one.speaker is not None
    assert one.speaker.text == words
    assert one.speaker.actor is None


def test_one_speaker_keeps_its_actor(read_text: Read) -> None:
    (one,) = found(read_text, "France agreed to reopen its embassy.")
    assert one.speaker is not None
    assert one.speaker.actor == "country:FR"


@pytest.mark.parametrize(
    "text",
    [
        "The move signalled that France wanted peace.",
        "The rapprochement announced that ties would be restored.",
        "The surprise, announced on Monday, was intended to end the war.",
        "The normalisation said that nothing would change.",
        # a telephone call, a call for somebody
        "Orlin called Tolan on Monday.",
        "Orlin called Tolan on Monday and the two “exchanged greetings on the holiday”.",
        "Orlin called Tolan to congratulate her on the election.",
        "Orlin called his French counterpart on Monday and discussed the “new steps” in the talks.",
        # an hour, an address
        "Mira Tolan 9:55 AM ET the news of today",
        "By Mira Tolan - 03/10/23 9:55 AM ET",
        "Orlin https://example.org/news-of-the-day in full",
        # one and the same
        "Anton Reyes told Anton Reyes that the talks had failed.",
        "Anton Reyes and Pavel Orlin signed a declaration on trade in Riga.",
        "Pavel Orlin initialled the draft that Anton Reyes had brought.",
    ],
)
def test_none_of_these_says_anything(read_text: Read, text: str) -> None:
    assert [(s.speaker, s.content) for s in found(read_text, text)] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Orlin called the plan a mistake.", "the plan a mistake"),
        ("Orlin called the talks “open and friendly.”", "the talks “open and friendly.”"),
        ("Orlin: the border at 9:55 was open to all", "the border at 9:55 was open to all"),
        ("The coalition said the road was open.", "the road was open"),
        ("The commission warned that prices would rise.", "that prices would rise"),
    ],
)
def test_what_only_looks_like_those_is_said(read_text: Read, text: str, content: str) -> None:
    (one,) = found(read_text, text)
    assert [c.text for c in one.content] == [content]


@pytest.mark.parametrize(
    "opening",
    [
        "RIYADH: ",
        "PARIS (Reuters) - ",
        "NEW DELHI — ",
        "PARIS, March 10 (Reuters) -- ",
        "By Mira Tolan - 03/10/23 9:55 AM ET\n",
        "Published 10 March 2023 9:55 GMT\n\n",
    ],
)
def test_datelines_and_bylines_are_no_content(read_text: Read, opening: str) -> None:
    text = f"{opening}The two ministers spoke by phone on Monday, the French foreign ministry said."
    (one,) = found(read_text, text)
    assert [c.text for c in one.content] == ["The two ministers spoke by phone on Monday"]


def test_a_country_before_a_colon_speaks(read_text: Read) -> None:
    (one,) = found(read_text, "France: the talks will go on in May")
    assert one.speaker is not None
    assert one.speaker.actor == "country:FR"


def test_it_is_the_medium_through_which_the_last_words_came(read_text: Read) -> None:
    text = (
        "The road is open, a Danish newspaper cited an unidentified source as saying. "
        "The bridge would follow, it added."
    )
    added = next(s for s in found(read_text, text) if s.act == "add")
    assert added.speaker is not None
    assert "newspaper" in added.speaker.text


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Iran, Saudi Arabia agree to restore relations, reopen embassies",
            ("country:IR", "country:SA"),
        ),
        (
            "Lithuania, which has backed Kyiv since 2014, and Poland, a NATO ally, said the border "
            "would stay closed.",
            ("country:LT", "country:PL"),
        ),
    ],
)
def test_all_in_a_list_speak(read_text: Read, text: str, members: tuple[str, ...]) -> None:
    reading = read_text(text)
    proposals = reading.doc.attributions
    found = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=proposals
    )
    assert found[0].speaker is not None
    assert found[0].speaker.members == members


def test_who_speaks_beside_somebody_unknown_is_no_one_actor(read_text: Read) -> None:
    text = "An Iranian official and a Saudi-owned newspaper said the deal was close."
    reading = read_text(text)
    proposals = reading.doc.attributions
    (one,) = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=proposals
    )
    assert one.speaker is not None
    assert one.speaker.text == "An Iranian official and a Saudi-owned newspaper"
    assert one.speaker.actor is None


def test_the_network_is_the_one_named_last(read_text: Read) -> None:
    text = (
        "Al Jazeera reported that the talks had failed. "
        '"The delegations left on Monday," the network said.'
    )
    speaker = speaker_of(read_text, text, "left on Monday")
    assert speaker is not None
    assert (speaker.text, speaker.actor) == ("the network", "organisation:Al Jazeera")


def test_the_leaders_are_those_named_together(read_text: Read) -> None:
    text = (
        "Prime Minister Pavel Orlin and President Mira Tolan met in Munich on Saturday. "
        "The leaders agreed to continue work on a peace treaty."
    )
    speaker = speaker_of(read_text, text, "to continue work")
    assert speaker is not None
    assert speaker.members == ("person:Pavel Orlin", "person:Mira Tolan")


@pytest.mark.parametrize(
    "text",
    [
        "Saudi state media began publishing the same statement.",
        "Orlin said the plan was dead, echoing Tolan, who had called it unworkable.",
        "Orlin said the plan was dead, echoing remarks by Prime Minister Mira Tolan.",
        '"Nobody asked us!" The messages echoed comments made by the president.',
    ],
)
def test_a_text_or_a_person_alone_is_not_what_was_said(read_text: Read, text: str) -> None:
    reading = read_text(text)
    proposals = reading.doc.attributions
    found = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=proposals
    )
    assert not {"echoing", "echoed", "began publishing"} & {s.cue[0].text for s in found}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Help came from Norway, whose envoy for the East, Mira Tolan, said “the road is open”.",
         "the road is open", "person:Mira Tolan"),
        ("A lawyer for the ministry, Mira Tolan, said the road was open.",
         "the road was open", "person:Mira Tolan"),
        ("Norway, whose army crossed the river, said the road was open.",
         "the road was open", "country:NO"),
    ],
)  # fmt: skip
def test_who_is_named_beside_his_office_speaks(
    read_text: Read, text: str, words: str, name: str
) -> None:
    reading = read_text(text)
    made = find_statements(
        reading.doc, reading.mentions, (), None, report="r", proposals=reading.doc.attributions
    )
    (one,) = (s for s in made if words in s.content[0].text)
    assert one.speaker is not None
    assert one.speaker.actor == name
    assert "whose envoy" not in one.speaker.text


def test_a_text_that_seems_to_issue_itself_stays_itself(read_text: Read) -> None:
    text = "One of the suspects is named in media reports as Pavel Orlin."
    reading = read_text(text)
    places = [((text.index(w), text.index(w) + len(w)),) for w in ("named", "media reports")]
    last = ((text.index("as Pavel"), len(text) - 1),)
    (one,) = find_statements(
        reading.doc, reading.mentions, (), None, report="r",
        proposals=[Attributed(places[0], places[1], last)],
    )  # fmt: skip
    assert one.speaker is not None
    assert one.speaker.text.endswith("reports")

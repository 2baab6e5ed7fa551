"""Layout: what is joined, what is not, and which hyphens stay."""

from __future__ import annotations

import textwrap

import pytest

from coranto.cleaning import clean

PARAGRAPHS = [
    "The foreign minister arrived in the capital on Monday for two days of talks that diplomats "
    "on both sides had been preparing since the autumn, when the last round broke off.",
    "She is to meet her counterpart on Tuesday morning and will then be received by the prime "
    "minister, according to a schedule that her office made public before she left.",
    "Neither side expects an agreement, but both have said that they would like to go on talking "
    "about grain, about prisoners and about the safety of the power plant on the river.",
]


@pytest.mark.parametrize("width", [50, 66, 72, 80, 95, 110])
def test_wrapped_paragraphs_between_blank_lines_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)
    assert clean(wrapped).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_counts(ending: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, 72) for p in PARAGRAPHS).replace("\n", ending)
    assert clean(wrapped).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("width", [50, 66, 72, 80])
def test_wrapped_paragraphs_without_blank_lines_part_at_short_lines(width: int) -> None:
    wrapped = "\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)
    assert clean(wrapped).text == "\n\n".join(PARAGRAPHS)


def test_wrapped_paragraphs_part_at_indented_lines() -> None:
    wrapped = "\n".join(textwrap.fill(p, 74, initial_indent="    ") for p in PARAGRAPHS)
    assert clean(wrapped).text == "\n\n".join(PARAGRAPHS)


def test_one_paragraph_a_line_is_not_joined() -> None:
    assert clean("\n".join(PARAGRAPHS)).text == "\n\n".join(PARAGRAPHS)


def test_headlines_one_a_line_are_not_joined() -> None:
    lines = ["Ministers meet in Vienna", "Grain talks resume after winter", "Prisoners exchanged"]
    assert clean("\n".join(lines)).text == "\n\n".join(lines)


def test_a_headline_above_wrapped_text_stays_apart() -> None:
    wrapped = "Minister in Capital\n" + "\n\n".join(textwrap.fill(p, 72) for p in PARAGRAPHS)
    assert clean(wrapped).text == "\n\n".join(["Minister in Capital", *PARAGRAPHS])


def test_an_address_or_advertisement_is_joined_to_nothing() -> None:
    lines = textwrap.wrap(PARAGRAPHS[0], 72)
    text = "\n".join([*lines[:2], "Advertisement", *lines[2:]])
    cleaned = clean(text + "\n\n" + textwrap.fill(PARAGRAPHS[1], 72))
    assert "Advertisement" not in cleaned.text
    assert [r.text for r in cleaned.removed] == ["Advertisement"]


def test_a_word_that_could_be_a_button_ends_a_wrapped_sentence() -> None:
    text = (
        "The minister made the announcement late on Monday night in a short post that she put on\n"
        "Telegram\n\n"
        "Her office then sent the same words to reporters in both capitals, who had been waiting\n"
        "for them since noon.\n"
    )
    cleaned = clean(text)
    assert cleaned.text.startswith("The minister made the announcement late on Monday night")
    assert "she put on Telegram" in cleaned.text
    assert cleaned.removed == ()


def _split(before: str, after: str, rest: str = "") -> str:
    """Wrapped text whose first line is split at ``before``/``after``; ``rest`` follows below."""
    return (
        f"Officials of both countries spoke for some hours in the old palace about the {before}\n"
        f"{after} and about many other things that had been left open at the last meeting in the\n"
        f"autumn of last year. {rest}\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "rest", "joined"),
    [
        ("Asia-", "Pacific region", "", "Asia-Pacific region"),
        ("diplo-", "matic channel", "", "diplomatic channel"),
        ("diplo\u00ad", "matic channel", "", "diplomatic channel"),
        ("anti-", "missile shield", "", "anti-missile shield"),
        ("12-", "point plan", "", "12-point plan"),
        ("two-", "day visit", "", "two-day visit"),
        ("cease-", "fire", "The ceasefire holds.", "ceasefire"),
        ("spill-", "over", "A spill-over is feared.", "spill-over"),
        ("grain-", "export deal", "The grain and the export.", "grain-export deal"),
        ("long-term-", "minded view", "", "long-term-minded view"),
        ("joint state-", "ment by the hosts", "The state paid.", "joint statement by the hosts"),
        ("old states-", "manship", "", "old statesmanship"),
        ("many state-", "ments", "", "many statements"),
        ("state-", "run firm", "", "state-run firm"),
        ("far-", "reaching plan", "", "far-reaching plan"),
        ("war-", "ning shots", "", "warning shots"),
        ("war-", "ring sides", "", "warring sides"),
        ("war-", "torn south", "", "war-torn south"),
        ("counter-", "part", "", "counterpart"),
        ("counter-", "terrorism pact", "", "counter-terrorism pact"),
        ("de-", "cision", "", "decision"),
        ("de-", "escalation", "", "de-escalation"),
        ("inter-", "national law", "The national law.", "international law"),
        ("so-", "lution", "", "solution"),
        ("so-", "called deal", "", "so-called deal"),
        ("south-", "ern coast", "", "southern coast"),
        ("inter-", "Korean talks", "", "inter-Korean talks"),
        ("near-", "ly full hall", "", "nearly full hall"),
        ("state-", "able view", "The state was able.", "state-able view"),
        ("talks-", "2018 plan", "", "talks-2018 plan"),
    ],
)
def test_words_split_at_line_ends(before: str, after: str, rest: str, joined: str) -> None:
    assert f"about the {joined} and about" in clean(_split(before, after, rest)).text


def test_a_split_word_after_an_indent_loses_the_indent_too() -> None:
    text = _split("Asia-", " Pacific region")
    assert "the Asia-Pacific region" in clean(text).text

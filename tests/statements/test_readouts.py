"""Releases that are one speaker's from a line at their head on."""

from __future__ import annotations

import pytest

import coranto
from coranto.types import Annotation

HEAD = "Secretary Duarte's Meeting with Foreign Minister Petrov\n\n"
BODY = """

Secretary of State Ana Duarte met Foreign Minister Ivan Petrov in Vienna on Monday.

The Secretary underscored the importance of open ports.

###

Media contact: press@example.org
"""


def read(line: str) -> Annotation:
    return coranto.annotate(HEAD + line + BODY, published="2023-05-26")


@pytest.mark.parametrize(
    "line",
    [
        "The below is attributable to Spokesperson Oleh Koval:",
        "The following is attributable to Spokesperson Oleh Koval:",
        "The following statement was issued today by Spokesperson Oleh Koval:",
        "This statement should be attributed to Spokesperson Oleh Koval:",
    ],
)
def test_all_below_is_the_speakers(line: str) -> None:
    text = HEAD + line + BODY
    found = read(line)
    release = next(s for s in found.statements if s.speaker and "Koval" in s.speaker.text)
    assert [text[c.start : c.end] for c in release.content] == [
        "Secretary of State Ana Duarte met Foreign Minister Ivan Petrov in Vienna on Monday",
        "The Secretary underscored the importance of open ports",
    ]
    inner = next(s for s in found.statements if s.cue[0].text == "underscored")
    assert [link.text for link in inner.chain] == ["Spokesperson Oleh Koval"]
    met = next(e for e in found.events if e.predicate and e.predicate.text == "met")
    assert release.id in met.told_by


@pytest.mark.parametrize(
    "line",
    [
        "The delay is attributable to bad weather.",
        "Below is an account of the talks:",
        "The following countries were represented:",
    ],
)
def test_other_lines_introduce_nobody(line: str) -> None:
    found = read(line)
    assert not any(
        "\n" in c.text or "met Foreign" in c.text for s in found.statements for c in s.content
    )

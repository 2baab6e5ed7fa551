"""Posts that a page embeds: a paragraph, and under it a dash, a name and a handle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coranto.annotation import Reading
from coranto.statements import find_statements
from coranto.times import resolve
from coranto.types import Statement

Read = Callable[[str], Reading]
POST = "Talks are going very well. The papers tell it otherwise!"
SIGNED = "— Joan Example (@joexample) March 12, 2024"


def posts(read_text: Read, text: str) -> list[Statement]:
    reading = read_text(text)
    times = resolve(reading.doc, reading.raw_times, None)
    found = find_statements(reading.doc, reading.mentions, times, None, report="r")
    return [s for s in found if s.cue[0].text.strip("—-–") == ""]


@pytest.mark.parametrize("mark", ["—", "--", "–"])
def test_the_writer_says_the_paragraph_above(read_text: Read, mark: str) -> None:
    text = f"The senator wrote again.\n\n{POST}\n\n{SIGNED.replace('—', mark)}\n\nShe left."
    (one,) = posts(read_text, text)
    assert [c.text for c in one.content] == [POST.rstrip("!") + "!"]
    assert one.speaker is not None
    assert one.speaker.text == "Joan Example"
    assert one.act == "write"
    assert one.date.day == date(2024, 3, 12)


@pytest.mark.parametrize(
    "above",
    [
        "Senator Example sent this to the papers on Tuesday.",  # it names its own writer
        "This is what she wrote:",  # a post that the page has lost
        "Read on.",
    ],
)
def test_the_reports_own_words_are_no_post(read_text: Read, above: str) -> None:
    assert posts(read_text, f"The senator wrote again.\n\n{above}\n\n{SIGNED}\n\nShe left.") == []


def test_what_a_post_tells_came_through_its_writer(read_text: Read) -> None:
    told = "Pavel Orlin said the road was open, and nobody believes it now."
    text = f"The senator wrote again.\n\n{told}\n\n{SIGNED}\n\nShe left."
    reading = read_text(text)
    found = find_statements(reading.doc, reading.mentions, (), None, report="r")
    inner = next(s for s in found if s.cue[0].text == "said")
    assert [m.text for m in inner.chain] == ["Joan Example"]

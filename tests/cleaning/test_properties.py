"""What holds for every text: exact maps, exact removals, and nothing left to do twice."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.cleaning import clean

_LINES = st.sampled_from(
    [
        "",
        "Advertisement",
        "Comments (0)",
        "Comments (3)",
        "Other Topics of Interest",
        "Related Stories",
        "Ministers fail to agree on fishing quotas",
        "A Message from The Example Courier:",
        "Dear readers,",
        "Your support, no matter how small, keeps our journalism going.",
        "Original url:",
        "https://www.example.org/2024/04/08/ministers-meet",
        "The ministryâ€™s statement &amp; its annex were public,",
        "and the minister said so in the Asia-",
        "Pacific region.",
        "“No comment,” the envoy’s office said.",
        "Ministers in Vienna on Monday. Example Ministry / Telegram",
        "  indented words that go on until the end of the line and then",
        "Telegram",
        "Read more: Ministers fail to agree",
        "___",
        "AFP contributed reporting.",
        "Fish &amp;amp; chips &lt;b&gt;",
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(_LINES, max_size=14).map("\n".join),
    st.lists(st.one_of(_LINES, st.text(max_size=40)), max_size=12).map("\r\n".join),
    st.text(alphabet="aÃ©â€™œ&amp;#x; -\n\u00ad.A", max_size=120),
)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_pieces_map_back_and_removals_are_exact(text: str) -> None:
    cleaned = clean(text)
    reached = 0
    for piece in cleaned.pieces:
        assert piece.start >= reached and piece.length > 0
        reached = piece.start + piece.length
        original = text[piece.original : piece.original + piece.length]
        assert original == cleaned.text[piece.start : reached]
    assert reached <= len(cleaned.text)
    last = 0
    for removed in cleaned.removed:
        assert last <= removed.start < removed.end
        assert text[removed.start : removed.end] == removed.text
        last = removed.end


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    twice = clean(once.text)
    assert twice.text == once.text
    assert twice.removed == ()


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_paragraphs_are_parted_by_one_blank_line(text: str) -> None:
    cleaned = clean(text).text
    for paragraph in cleaned.split("\n\n") if cleaned else []:
        assert paragraph == paragraph.strip() != ""
        assert "\n" not in paragraph and "  " not in paragraph


def test_hard_texts_take_no_time() -> None:
    hard = [
        "copy link " * 3000,
        "www." * 4000,
        "a/" * 5000 + "AFP",
        "((((" * 5000,
        "&amp;" * 5000,
        "â€™" * 3000,
        "- " * 8000,
        "Comments (1)\n" * 2000,
        "contributed this report " * 2000,
        "X " * 4000 + "\n" + "y " * 4000,
        "more post like share " * 18,
        "Photo / " * 50,
        "â€™Ã¶" * 60_000,
        "a\n" * 50_000,
    ]
    begun = time.process_time()
    for text in hard:
        clean(text)
    assert time.process_time() - begun < 20

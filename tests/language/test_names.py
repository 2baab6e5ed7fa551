"""Names as a reader would mark them."""

from __future__ import annotations

import pytest

from coranto.language.names import tidied
from coranto.language.tokenise import tokenise


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Dayton Ohio", "LOC", ["Dayton", "Ohio"]),
        ("San Rafael Calif.", "LOC", ["San Rafael", "Calif."]),
        ("Northern Virginia", "LOC", ["Northern Virginia"]),
        ("Baja California", "LOC", ["Baja California"]),
        ("Ohio", "LOC", ["Ohio"]),
        ("University of Texas", "LOC", ["University of Texas"]),
        ("Dayton Ohio", "ORG", ["Dayton Ohio"]),
        ("Geneva ,", "LOC", ["Geneva"]),
        ('" Pravda "', "ORG", ["Pravda"]),
        ("-", "ORG", ["-"]),
    ],
)
def test_names_have_no_marks_at_their_ends(text: str, kind: str, names: list[str]) -> None:
    words = tokenise(text)
    found = tidied(words, [(0, len(words), kind)])
    assert [text[words[a].start : words[b - 1].end] for a, b, _ in found] == names
    assert {k for *_, k in tidied(words, [(0, len(words), kind)])} == {kind}

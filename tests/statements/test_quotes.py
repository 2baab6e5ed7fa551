"""Quotation marks of every kind, exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.statements.quotes import find_quotations

CASES = [
    ('He said "we will go" and left.', [['"we will go"']]),
    ("He said “we will go” and left.", [["“we will go”"]]),
    ("„Wir gehen“, sagte er.", [["„Wir gehen“"]]),
    ("«On y va», dit-il.", [["«On y va»"]]),
    ("''We will go,'' she said.", [["''We will go,''"]]),
    ("``We will go,'' she said.", [["``We will go,''"]]),
    ('"We will go,” he said.', [['"We will go,”']]),
    ('“We will go," he said.', [['“We will go,"']]),
    ("She spoke of ‘burning subjects’ today.", [["‘burning subjects’"]]),
    ("She spoke of 'burning subjects' today.", [["'burning subjects'"]]),
    (
        "\"A list of 'burning subjects'\" was read out.",
        [["\"A list of 'burning subjects'\""], ["'burning subjects'"]],
    ),
    (
        "\"A list of 'burning subjects',\" it said.",
        [["\"A list of 'burning subjects',\""], ["'burning subjects'"]],
    ),
    (
        '“They call it "the plan" and like it,” he said.',
        [['“They call it "the plan" and like it,”'], ['"the plan"']],
    ),
    ('"One," he said. "Two."', [['"One,"'], ['"Two."']]),
    # apostrophes are no quotation marks
    ("The ministers' meeting and the leaders' talks went on.", []),
    ("It's the workers’ party, isn’t it?", []),
    ("Talks since the '90s didn't help the '90s men.", []),
    ("He said: 'We met the workers' leaders,' and left.", [["'We met the workers' leaders,'"]]),
    ("'Nobody's plan,' she called it.", [["'Nobody's plan,'"]]),
    # inches
    ('The 5\'10" envoy said "hello there" to all.', [['"hello there"']]),
    # a quotation over paragraphs repeats its opening mark
    ('"One went.\n\n"Two came," he said.', [['"One went.', '"Two came,"']]),
    ("“One.\n\n“Two.\n\n“Three,” he said.", [["“One.", "“Two.", "“Three,”"]]),
    # a line broken in mid-sentence goes on
    ('They spoke of "a broad\nrange of issues" there.', [['"a broad\nrange of issues"']]),
    # never closed: to the end of its paragraph
    ("He said: “We will go.\n\nThe talks ended.", [["“We will go."]]),
    ('The text read: "We will go.', [['"We will go.']]),
    # an opening mark typed for the closing one
    (
        "“We are ready to sign. Our guest was not. “Marin stated.\n\n“We will see,” said Orta.",
        [["“We are ready to sign. Our guest was not. “"], ["“We will see,”"]],
    ),
    (
        "“We agree, he said. “We will go there tomorrow and sit with them until the matter of the "
        "two border posts is settled.\n\n“And then home.”",
        [
            [
                "“We will go there tomorrow and sit with them until the matter of the two border "
                "posts is settled.",
                "“And then home.”",
            ]
        ],
    ),
    # a closing mark alone, or marks around nothing, quote nothing
    ("We will go,” he said.", []),
    ('There was "" in the file.', []),
    # brackets and dashes before an opening mark
    ('The plan ("a start") and more.', [['"a start"']]),
    ("His word—“never”—stood.", [["“never”"]]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text: str, expected: list[list[str]]) -> None:
    found = [[text[s:e] for s, e in q.parts] for q in find_quotations(text)]
    assert found == expected


def test_depth_and_closing() -> None:
    text = "“A ‘nested’ word,” she said. “Never closed"
    outer, inner, last = find_quotations(text)
    assert (outer.depth, inner.depth, last.depth) == (0, 1, 0)
    assert outer.closed
    assert not last.closed
    assert inner.start > outer.start
    assert inner.end < outer.end


def test_covers_knows_the_gap_between_paragraphs() -> None:
    text = '"One went.\n\n"Two came," he said.'
    (q,) = find_quotations(text)
    assert q.covers(0)
    assert not q.covers(text.index("\n"))
    assert q.covers(text.index("Two"))
    assert not q.covers(text.index("he said"))


MARKS = st.text(alphabet=list("ab. ,\n\"“”'‘’„«»`s"), max_size=80)


@given(st.one_of(MARKS, st.text(max_size=60)))
def test_any_text_gives_ordered_spans_that_do_not_cross(text: str) -> None:
    found = find_quotations(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    parts = [p for q in found if q.depth == 0 for p in q.parts]
    for start, end in parts:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
    for (_, before), (after, _) in zip(sorted(parts), sorted(parts)[1:], strict=False):
        assert before <= after

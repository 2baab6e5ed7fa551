"""From scores of the heads to extents: exact places, padding that says nothing, nesting kept."""

from __future__ import annotations

import numpy as np

from coranto.language.heads import ROLES, AttributionDecoder, TimeDecoder
from coranto.language.pieces import Shape, in_roles
from coranto.language.tokenise import tokenise
from coranto.types import TimeExtent

TAGS = ["O", "B-DATE", "I-DATE", "B-TIME", "I-TIME"]


def certain(rows: list[list[int]], labels: int, width: int) -> np.ndarray:
    """Log scores that give each word of each row one label; padding is wild on purpose."""
    out = np.full((len(rows), width, labels), -10, dtype=np.float32)
    for i, row in enumerate(rows):
        for j in range(width):
            out[i, j, row[j] if j < len(row) else labels - 1] = 0
    return out


def test_extents_of_times_are_those_of_their_words() -> None:
    text = "They met on 5 May in Oslo"
    windows = [tokenise(text), tokenise("No time here")]
    rows = [[0, 0, 0, 1, 2, 0, 0], [0, 0, 0]]
    found = TimeDecoder(TAGS).extents(windows, certain(rows, len(TAGS), 9))
    assert found == [(TimeExtent(12, 17, "DATE"),), ()]
    assert text[12:17] == "5 May"


def test_a_tag_inside_needs_a_beginning() -> None:
    windows = [tokenise("on 5 May")]
    scores = certain([[0, 2, 2]], len(TAGS), 3)
    scores[0, 1, 1] = -1
    assert TimeDecoder(TAGS).extents(windows, scores) == [(TimeExtent(3, 8, "DATE"),)]


def roles(words: int, cue: list[int], source: list[int], content: list[int]) -> list[int]:
    out = [0] * words
    for indices, begin in ((source, ROLES.index("B-SOURCE")), (content, ROLES.index("B-CONTENT"))):
        for n, i in enumerate(indices):
            out[i] = begin + int(n > 0 and indices[n - 1] == i - 1)
    for i in cue:
        out[i] = ROLES.index("CUE")
    return out


def test_attributions_may_nest_and_split() -> None:
    text = "Peace , Ms Hald said , is near , her aide told reporters"
    words = tokenise(text)
    inner = roles(13, [4], [2, 3], [0, 6, 7])
    outer = roles(13, [11], [9, 10], list(range(8)))
    odds = np.full((1, 13), -5, dtype=np.float32)
    odds[0, [4, 11]] = 3
    cues = np.array([[11, 4, 0]])
    scores = np.stack([certain([outer, inner, inner], len(ROLES), 13)])
    found = AttributionDecoder().attributions([words], odds, cues, scores)[0]
    assert [[text[a:b] for a, b in f.cue] for f in found] == [["said"], ["told"]]
    assert [[text[a:b] for a, b in f.content] for f in found] == [
        ["Peace", "is near"],
        ["Peace , Ms Hald said , is near"],
    ]
    assert [text[a:b] for a, b in found[0].source] == ["Ms Hald"]
    assert [text[a:b] for a, b in found[1].source] == ["her aide"]
    assert 0.9 < found[0].score < 1


def test_unlikely_cues_and_padding_give_nothing() -> None:
    words = tokenise("It rained")
    odds = np.full((1, 4), -1, dtype=np.float32)
    odds[0, 3] = 9  # a place beyond the sentence
    cues = np.array([[3, 0]])
    scores = np.zeros((1, 2, 4, len(ROLES)), dtype=np.float32)
    assert AttributionDecoder().attributions([words], odds, cues, scores) == [()]


def test_roles_change_the_shapes_of_their_words_alone() -> None:
    shapes, first = [0, 2, 2, 1, 2, 0], [1, 3, 4]
    assert in_roles(shapes, first, [1, 0, 2]) == [
        0, 2 + len(Shape), 2 + len(Shape), 1, 2 + 2 * len(Shape), 0,
    ]  # fmt: skip

"""Words, quotation marks, fingerprints and same_words."""

from __future__ import annotations

import numpy as np
import pytest

from coranto.copies import same_words
from coranto.copies.fingerprints import candidate_pairs, grams, shared_counts, single, winnow
from coranto.copies.folding import WORD, fold, fold_words
from coranto.copies.words import Words, paragraph_places, read_words


def read(text: str) -> Words:
    return read_words(text)


def quoted(text: str) -> list[str]:
    words = read(text)
    return [words.word(int(i)) for i in np.flatnonzero(words.quoted)]


def others(text: str) -> list[str]:
    words = read(text)
    return [words.word(int(i)) for i in np.flatnonzero(words.others)]


def test_words_as_they_are_compared() -> None:
    assert fold_words("The U.S. paid €1,500 on Zoë’s half-built bridge.") == [
        "the", "us", "paid", "1500", "on", "zoe's", "half", "built", "bridge",
    ]  # fmt: skip
    assert fold_words("Zoe\u0308's") == ["zoe's"]


def test_keys_are_the_same_everywhere_and_always() -> None:
    assert read("Bridge bridge BRIDGE").keys.tolist() == [0x3DD8A3BD8C04313D] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. paid €1,500.50 at 4.30 p.m. on a half-built bridge.",
        "Zoe\u0308's can’t rock'n'roll 'tis ministers' x_y 12th",
        "İstanbul straße ŽIŽEK ﬁne Ⅳ ²³ 中国 أخبار 𝟜 😀",
        "",
    ],
)
def test_words_and_keys_are_those_of_the_pattern_and_the_folded_words(text: str) -> None:
    words = read(text)
    assert [words.word(n) for n in range(len(words))] == WORD.findall(text)
    folded = [fold(word) for word in WORD.findall(text)]
    keys = words.keys.tolist()
    for one in range(len(words)):
        for other in range(one):
            assert (keys[one] == keys[other]) == (folded[one] == folded[other])


def test_small_words() -> None:
    words = read("The man of Nice in 2019 was uneasy")
    assert [words.word(int(n)) for n in np.flatnonzero(words.small)] == ["man", "of", "in", "was"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no more" and left.', ["no", "more"]),
        ("He said “no more” and left.", ["no", "more"]),
        ("He said «no more» and left.", ["no", "more"]),
        ("He said ``no more'' and left.", ["no", "more"]),
        ('He said, "no more.” And left.', ["no", "more"]),
        ("He said ‘it’s no more’ and left.", ["it’s", "no", "more"]),
        ("The ministers' bridge isn't 'open'.", ["open"]),
        ('"No end\n\nNew block here.', ["No", "end"]),
        ('"First part.\n\n"Second part," he said.', ["First", "part", "Second", "part"]),
        ("The farmers’ own bridge.", []),
    ],
)
def test_words_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MARVELA, May 4 (AFP) - Ministers met.", ["MARVELA", "May", "4", "AFP"]),
        ("MARVELA — Ministers met.", ["MARVELA"]),
        ("Ministers met - and parted.", []),
        ("They met. (Photo by A. Orel)\n\nAll left.", "They met Photo by A Orel".split()),
        ("They met.\n\n— A. Orel (@orel) May 4, 2023", "They met A Orel orel May 4 2023".split()),
        ("Now.\n\nVARGA: Yes.\n\nBRANDT: No.\n\nVARGA: Well.\n\nEnd.",
         "VARGA Yes BRANDT No VARGA Well".split()),
        ("The full text of it:\n\nWe met.\n\nWe parted.", "We met We parted".split()),
        ("They met.\n\nCopyright 2023 The Courier.", "Copyright 2023 The Courier".split()),
    ],
)  # fmt: skip
def test_words_that_are_not_the_reporter_s(text: str, expected: list[str]) -> None:
    assert others(text) == expected


def test_paragraphs_are_parted_by_blank_lines() -> None:
    text = "\n\n One.\nStill one. \n \t\n\nTwo.\n\n"
    assert [text[start:end] for start, end in paragraph_places(text)] == [
        "One.\nStill one.",
        "Two.",
    ]


def test_winnowing_keeps_a_fingerprint_of_every_long_common_run() -> None:
    generator = np.random.default_rng(7)
    for _ in range(50):
        common = generator.integers(0, 2**63, 12).astype(np.uint64)
        texts = [
            np.concatenate((generator.integers(0, 2**63, size).astype(np.uint64), common, tail))
            for size, tail in ((300, common[:2]), (210, common[:0]))
        ]
        pairs = candidate_pairs([winnow(grams(keys)) for keys in texts])
        assert pairs.tolist() == [[0, 1]]


def test_a_fingerprint_in_too_many_reports_proposes_nothing() -> None:
    marks = [np.array([1, 10 + n // 2], dtype=np.uint32) for n in range(6)]
    assert candidate_pairs(marks, cap=4).tolist() == [[0, 1], [2, 3], [4, 5]]
    assert len(candidate_pairs(marks, cap=6)) == 15


def test_counts_of_shared_grams() -> None:
    sets = [np.array(s, dtype=np.uint32) for s in ([1, 2, 3], [2, 3, 4], [9], [])]
    pairs = np.array([[0, 1], [0, 2], [0, 3], [1, 2]], dtype=np.int64)
    assert shared_counts(pairs, sets).tolist() == [2, 0, 0, 0]
    assert single(np.array([3, 1, 3], dtype=np.uint32)).tolist() == [1, 3]
    assert candidate_pairs([]).tolist() == []


def test_same_words() -> None:
    said = "We have come to listen first and to sign later, and nobody should expect more of us"
    assert same_words(said, said.upper() + "!") == 1.0
    assert same_words(said, "we have come to listen first") == 1.0
    assert same_words(said, said.replace("sign", "talk")) > 0.9
    assert same_words(said, "Nobody throws away a third of the harvest for a bridge") == 0.0
    assert same_words("no panacea", "There is no panacea to resolve the crisis") == 1.0
    assert same_words("no panacea", "no magical remedy") == 0.0
    assert same_words("", "anything") == same_words("...", "") == 0.0
    shuffled = " ".join(reversed(said.split()))
    assert same_words(said, shuffled) < 0.3
    assert same_words(said, shuffled) == same_words(shuffled, said)

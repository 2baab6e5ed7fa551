"""Variants of training sentences keep every layer in step with the words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.augment import WORD_LAYERS, augment, mistyped, respelt, transliterated
from training.data import Sentence

WORDS = "Andriy Belov said the organisation honored its offers of aid .".split()
ALWAYS = {
    "upper": 0.0, "lower": 0.0, "title": 0.0, "quotes": 1.0, "stop": 1.0, "spelling": 1.0,
    "names": 1.0, "typos": 1.0,
}  # fmt: skip


def sentence() -> Sentence:
    """Eleven words with heads, names and one attribution whose content holds the full stop."""
    count = len(WORDS)
    return Sentence(
        text=" ".join(WORDS),
        words=list(WORDS),
        heads=[3, 1, 0, 5, 6, 3, 8, 6, 10, 8, 4],
        names=["B-PER", "I-PER", *["O"] * (count - 2)],
        attributions=[[[2], [0, 1], list(range(3, count))]],
    )


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("organize", "organise"), ("organisation", "organization"), ("Labor", "Labour"),
        ("favourable", "favorable"), ("defense", "defence"), ("Centre", "Center"),
        ("programmes", "programs"), ("traveled", "travelled"), ("cancelling", "canceling"),
    ],
)  # fmt: skip
def test_spelling_crosses_the_atlantic(word: str, other: str) -> None:
    assert respelt(word) == other


@pytest.mark.parametrize("word", ["advise", "surprise", "size", "prize", "seized", "analysis", "x"])
def test_words_spelt_alike_on_both_sides_stay(word: str) -> None:
    assert respelt(word) == word


@pytest.mark.parametrize(
    ("word", "variants"),
    [
        ("Sergei", {"Sergei", "Sergey"}),
        ("Kyiv", {"Kyiv", "Kiev"}),
        ("Belsky", {"Belskiy", "Belskyy", "Belsky", "Belski", "Belskii"}),
        ("Smith", {"Smith"}),
    ],
)
def test_names_take_the_endings_of_other_transliterations(word: str, variants: set[str]) -> None:
    assert {transliterated(word, random.Random(n)) for n in range(60)} == variants


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=8), st.integers())
def test_a_slip_changes_at_most_one_word_by_one_letter(words: list[str], seed: int) -> None:
    slipped = mistyped(words, random.Random(seed))
    changed = [(a, b) for a, b in zip(words, slipped, strict=True) if a != b]
    assert len(changed) <= 1
    assert all(abs(len(a) - len(b)) <= 1 for a, b in changed)


@given(st.integers(min_value=0, max_value=10_000))
def test_every_layer_stays_as_long_as_the_words(seed: int) -> None:
    given_sentence = sentence()
    changed = augment(given_sentence, random.Random(seed), ALWAYS)
    for name in WORD_LAYERS:
        layer = getattr(changed, name)
        assert not layer or len(layer) == len(changed.words), name
    assert all(i < len(changed.words) for part in changed.attributions[0] for i in part)
    assert given_sentence == sentence()


def test_only_persons_are_transliterated() -> None:
    rates = dict.fromkeys(ALWAYS, 0.0) | {"names": 1.0}
    seen = {tuple(augment(sentence(), random.Random(n), rates).words) for n in range(40)}
    assert {words[2:] for words in seen} == {tuple(WORDS[2:])}
    assert {words[:2] for words in seen} > {("Andriy", "Belov")}

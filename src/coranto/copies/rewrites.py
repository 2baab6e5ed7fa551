"""Rewrites: the same facts in the same order, in other words.

Two newsrooms at one event tell the same facts, each in an order of its own; who
rewrites or translates a text follows it sentence by sentence.  So sentences are
paired by the vectors of their meaning along one line through both texts (Needleman
and Wunsch's alignment), and only much of the shorter text on that line makes a
rewrite.

All sentences on one subject are somewhat alike.  What counts is how much more two
sentences are alike than either is to the other text's sentences in general
(compare the local scaling of Conneau et al. 2018, "Word translation without
parallel data"): a brief on the same event is near to every part of a long report,
a rewritten sentence to its own alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coranto.copies.words import Words

Floats = NDArray[np.float32]
Vectors = Callable[[Sequence[str]], Floats]
Line = list[tuple[int, int]]

REWRITE = 0.55  # share of the shorter text's words in sentences that say the same, in order
LEAST = 4  # such sentences
# Likeness above the usual one from which two sentences have something to do with one
# another, and from which they say the same.
_RELATED, _SAME = 0.3, 0.6
_USUAL = 0.8  # of the median likeness to the other text's sentences
_WORDS = 6  # words of a sentence that says something


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a text that its reporter wrote, by number, with their words and vectors."""

    numbers: tuple[int, ...]
    words: NDArray[np.int64]
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Sentences that say the same in the same order, by number, and their share of the text.

    ``share`` is of the words of the shorter text, from 0 to 1; a sentence that says
    the same in part counts in part.
    """

    pairs: tuple[tuple[int, int], ...]
    share: float

    @property
    def enough(self) -> bool:
        """Whether this makes one text a rewrite of the other."""
        return len(self.pairs) >= LEAST and self.share >= REWRITE


def rewriting(one: Words, other: Words, vectors: Vectors) -> Rewriting:
    """What of two texts says the same in the same order; ``vectors`` gives unit vectors."""
    left, right = told_in([one, other], vectors)
    return paired(left, right)


def told_in(texts: Sequence[Words], vectors: Vectors) -> list[Told]:
    """The reporters' own sentences of ``texts``; ``vectors`` is asked once for all of them."""
    chosen = [_sentences(text) for text in texts]
    found = vectors(
        [
            text.text[slice(*text.sentences[number])]
            for text, sentences in zip(texts, chosen, strict=True)
            for number, _ in sentences
        ]
    )
    told: list[Told] = []
    at = 0
    for sentences in chosen:
        numbers = tuple(number for number, _ in sentences)
        words = np.array([count for _, count in sentences], dtype=np.int64)
        told.append(Told(numbers, words, found[at : at + len(sentences)]))
        at += len(sentences)
    return told


def paired(one: Told, other: Told) -> Rewriting:
    """What of two texts says the same in the same order."""
    if not one.numbers or not other.numbers:
        return Rewriting((), 0.0)
    same = _sameness(one.vectors @ other.vectors.T)
    shorter = int(one.words.sum() > other.words.sum())
    words = (one.words, other.words)[shorter]
    gain = same * np.expand_dims(words, 1 - shorter)
    line = _line(gain)
    share = sum(float(gain[pair]) for pair in line) / int(words.sum())
    pairs = tuple((one.numbers[a], other.numbers[b]) for a, b in line if same[a, b] >= 0.5)
    return Rewriting(pairs, share)


def _sameness(alike: Floats) -> NDArray[np.float64]:
    """How far two sentences say the same, 0 to 1, from the cosines of all."""
    usual = np.median(alike, axis=1, keepdims=True) + np.median(alike, axis=0, keepdims=True)
    own = alike - _USUAL * usual / 2
    return np.clip((own.astype(np.float64) - _RELATED) / (_SAME - _RELATED), 0.0, 1.0)


def _sentences(text: Words) -> list[tuple[int, int]]:
    """Numbers of the reporter's own sentences, and how many words each has."""
    own = text.sentence[~(text.quoted | text.others)]
    counts = np.bincount(own, minlength=len(text.sentences))
    return [(n, int(count)) for n, count in enumerate(counts.tolist()) if count >= _WORDS]


def _line(gain: NDArray[np.float64]) -> Line:
    """The pairs, ascending in both texts, that gain most in sum."""
    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for a in range(rows):
        paired = np.maximum(best[a, 1:], best[a, :-1] + gain[a])
        best[a + 1, 1:] = np.maximum.accumulate(paired)
    line: Line = []
    a, b = rows, columns
    while a and b:
        if best[a, b] == best[a - 1, b]:
            a -= 1
        elif best[a, b] == best[a, b - 1]:
            b -= 1
        else:
            a, b = a - 1, b - 1
            line.append((a, b))
    return line[::-1]

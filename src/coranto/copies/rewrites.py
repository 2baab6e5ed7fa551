"""Rewrites: the same facts in the same order, in other words.

Two newsrooms at one event tell the same facts, each in an order of its own; who
rewrites a text follows it sentence by sentence.  So sentences are paired by the
vectors of their meaning along one line through both texts (Needleman and Wunsch's
alignment), and only much of the shorter text on that line makes a rewrite.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coranto.copies.words import Words

Floats = NDArray[np.float32]
Vectors = Callable[[Sequence[str]], Floats]

ALIKE = 0.75  # cosine from which two sentences say the same (paraphrases of one sentence)
REWRITE = 0.5  # share of the shorter text's words in such sentences, in order
LEAST = 4  # such sentences
_WORDS = 6  # words of a sentence that says something


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Sentences that say the same in the same order, by number, and their share of the text.

    ``share`` is of the words of the shorter text, from 0 to 1.
    """

    pairs: tuple[tuple[int, int], ...]
    share: float

    @property
    def enough(self) -> bool:
        """Whether this makes one text a rewrite of the other."""
        return len(self.pairs) >= LEAST and self.share >= REWRITE


def rewriting(one: Words, other: Words, vectors: Vectors) -> Rewriting:
    """What of two texts says the same in the same order; ``vectors`` gives unit vectors."""
    left, right = _sentences(one), _sentences(other)
    if not left or not right:
        return Rewriting((), 0.0)
    texts = [one.text[slice(*one.sentences[n])] for n, _ in left]
    texts += [other.text[slice(*other.sentences[n])] for n, _ in right]
    found = vectors(texts)
    alike = found[: len(left)] @ found[len(left) :].T
    line = _line(alike)
    total = min(sum(words for _, words in left), sum(words for _, words in right))
    told = (
        sum(left[a][1] for a, _ in line)
        if sum(words for _, words in left) == total
        else sum(right[b][1] for _, b in line)
    )
    return Rewriting(tuple((left[a][0], right[b][0]) for a, b in line), told / total)


def _sentences(text: Words) -> list[tuple[int, int]]:
    """Numbers of the reporter's own sentences, and how many words each has."""
    own = text.sentence[~(text.quoted | text.others)]
    counts = np.bincount(own, minlength=len(text.sentences))
    return [(n, int(count)) for n, count in enumerate(counts.tolist()) if count >= _WORDS]


def _line(alike: Floats) -> list[tuple[int, int]]:
    """The pairs of like sentences, ascending in both texts, that are most alike in sum."""
    rows, columns = alike.shape
    gain = np.where(alike >= ALIKE, alike, 0.0)
    best = np.zeros((rows + 1, columns + 1))
    for a in range(rows):
        for b in range(columns):
            paired = best[a, b] + gain[a, b]
            best[a + 1, b + 1] = max(best[a, b + 1], best[a + 1, b], paired)
    line: list[tuple[int, int]] = []
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

"""Words as the encoder reads them: word pieces and the shape of each word.

The vocabulary is uncased, so each word also carries its shape. Typographic
variants of one mark are read alike: a curly quotation mark as a straight one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES_PER_WORD = 8
LETTERS_READ = 200  # of a longer word, which is no word: at most eight pieces are used anyway
CLS, SEP, UNK, PAD = 101, 102, 100, 0

# Read alike: quotation marks, apostrophes, dashes and the ellipsis in their typographic forms.
_ALIKE = str.maketrans(
    {
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u02bc": "'", "`": "'", "\u00b4": "'",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "\u2014",
        "\u2015": "\u2014", "\u2026": "...",
    }
)  # fmt: skip
_WHOLE = {"``": '"', "''": '"', "--": "\u2014", "---": "\u2014"}


class Shape(IntEnum):
    """How a word is written; what an uncased vocabulary cannot tell."""

    SPECIAL = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    LETTER = 4
    DIGITS = 5
    ALPHANUMERIC = 6
    PUNCTUATION = 7
    MIXED = 8


def shape(word: str) -> Shape:
    """The shape of ``word``."""
    if any(c.isdigit() for c in word):
        return Shape.ALPHANUMERIC if any(c.isalpha() for c in word) else Shape.DIGITS
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return Shape.PUNCTUATION
    upper = sum(c.isupper() for c in letters)
    if not upper:
        return Shape.LOWER
    if upper == len(letters):
        return Shape.UPPER if upper > 1 else Shape.LETTER
    return Shape.TITLE if upper == 1 and letters[0].isupper() else Shape.MIXED


class PieceEncoder:
    """Turns words into word-piece ids, remembering the words it has met.

    ``remember`` bounds the words kept; a report's words repeat so much that the
    vocabulary is looked up for few of them.
    """

    def __init__(self, tokenizer: Path, remember: int = 200_000) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self._remember = remember

    def word(self, word: str) -> tuple[int, ...]:
        """The ids of the pieces of ``word``: at least one, at most eight."""
        return self._look_up(word)[0]

    def _look_up(self, word: str) -> tuple[tuple[int, ...], int]:
        """The pieces of a word and its shape."""
        known = self._known.get(word)
        if known is None:
            plain = _WHOLE.get(word) or word[:LETTERS_READ].translate(_ALIKE)
            found = self._tokenizer.encode(plain, add_special_tokens=False).ids
            known = tuple(found[:MAX_PIECES_PER_WORD]) or (UNK,), int(shape(word))
            if len(self._known) >= self._remember:
                self._known.clear()
            self._known[word] = known
        return known

    def sentence(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Ids and shapes of all pieces, with the two special ones, and where each word begins."""
        ids, shapes, first = [CLS], [int(Shape.SPECIAL)], []
        for word in words:
            pieces, form = self._look_up(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([form] * len(pieces))
        ids.append(SEP)
        shapes.append(int(Shape.SPECIAL))
        return ids, shapes, first


def in_roles(shapes: Sequence[int], first: Sequence[int], roles: Sequence[int]) -> list[int]:
    """Shapes of pieces that also tell the role of their word: 1 a source, 2 a target, 0 neither.

    ``first`` has the first piece of each word, as ``PieceEncoder.sentence`` gives it.
    """
    out = list(shapes)
    for role, start, end in zip(roles, first, [*first[1:], len(out) - 1], strict=True):
        out[start:end] = [shape + role * len(Shape) for shape in out[start:end]]
    return out

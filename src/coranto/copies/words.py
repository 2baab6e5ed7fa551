"""A report as words with exact places: the form in which texts are compared.

A word is a run of letters and digits; "U.S." and "1,500" are one word each.  Its
key is a hash of the word as it is compared: case folded, accents and dots taken
off, apostrophes made alike (:mod:`coranto.copies.scan`).  Punctuation is no word,
so ``crisis."`` and ``crisis".`` (American and British practice) are the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from coranto.copies.others import others_words
from coranto.copies.quotes import quoted_places
from coranto.copies.scan import Indices, Keys, Mask, codes_of, scan
from coranto.language.sentences import split_sentences

Places = list[tuple[int, int]]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_SENTENCE_END = frozenset(".!?:…\"”’')]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: ``text[starts[i]:ends[i]]`` is word ``i``, ``keys[i]`` its hash.

    ``small`` marks short words without a capital (articles, prepositions).
    ``sentence``, ``block`` and ``paragraph`` number the unit that each word
    stands in; paragraphs are parted by blank lines, blocks also by a line end
    after a sentence.  ``quoted`` marks words inside quotation marks, ``others``
    words that are not the reporter's for another reason (captions, datelines,
    posts, texts given in full).
    """

    text: str
    keys: Keys
    starts: Indices
    ends: Indices
    small: Mask
    quoted: Mask
    others: Mask
    sentence: Indices
    block: Indices
    paragraph: Indices
    sentences: Places
    blocks: Places
    paragraphs: Places

    def __len__(self) -> int:
        return len(self.keys)

    def word(self, index: int) -> str:
        """The word as it stands in the text."""
        return self.text[int(self.starts[index]) : int(self.ends[index])]


def read_words(text: str) -> Words:
    """The words of ``text``, their keys, and the units they stand in."""
    first, ends, keys, small = scan(codes_of(text))
    paragraphs, blocks = paragraph_places(text), _blocks(text)
    sentences = split_sentences(text)
    return Words(
        text=text,
        keys=keys,
        starts=first,
        ends=ends,
        small=small,
        quoted=mark(first, quoted_places(text, blocks)),
        others=mark(first, others_words(text, blocks)),
        sentence=_unit(first, sentences),
        block=_unit(first, blocks),
        paragraph=_unit(first, paragraphs),
        sentences=sentences,
        blocks=blocks,
        paragraphs=paragraphs,
    )


def read_own(text: str) -> tuple[Keys, Mask, Mask]:
    """The keys of the words of ``text``, which are quoted, and which are others' otherwise.

    As in :func:`read_words`, at a tenth of the cost: sentences are not parted.
    """
    first, _, keys, _ = scan(codes_of(text))
    blocks = _blocks(text)
    return keys, mark(first, quoted_places(text, blocks)), mark(first, others_words(text, blocks))


def paragraph_places(text: str) -> Places:
    """Places of the paragraphs of ``text``: what blank lines part, white space left out."""
    return _between(text, [match.span() for match in _BLANK_LINE.finditer(text)])


def _blocks(text: str) -> Places:
    """Paragraphs, parted again where a line ends with a sentence (texts without blank lines)."""
    borders = [
        match.span()
        for match in _LINE_END.finditer(text)
        if match.group().count("\n") > 1
        or text[max(0, match.start() - 80) : match.start()].rstrip()[-1:] in _SENTENCE_END
    ]
    return _between(text, borders)


def mark(starts: Indices, places: Places) -> Mask:
    """Which of the words that start at ``starts`` lie in one of ``places``."""
    marked = np.zeros(len(starts), dtype=np.bool_)
    for start, end in places:
        low, high = np.searchsorted(starts, (start, end))
        marked[low:high] = True
    return marked


def _unit(starts: Indices, places: Places) -> Indices:
    begins = np.array([start for start, _ in places], dtype=np.int64)
    return np.searchsorted(begins, starts, side="right").astype(np.int64) - 1


def _between(text: str, borders: Places) -> Places:
    """The non-empty stretches of ``text`` between ``borders``, white space left out."""
    places: Places = []
    start = 0
    for begin, end in (*borders, (len(text), len(text))):
        part = text[start:begin]
        stripped = part.strip()
        if stripped:
            start += len(part) - len(part.lstrip())
            places.append((start, start + len(stripped)))
        start = end
    return places

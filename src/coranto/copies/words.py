"""A report as words with exact places: the form in which texts are compared.

A word is a run of letters and digits; "U.S." and "1,500" are one word each.  Its
key is a hash of the word as it is compared: case folded, accents and dots taken
off, apostrophes made alike.  Punctuation is no word, so ``crisis."`` and
``crisis".`` (American and British practice) are the same words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coranto.copies.others import others_words
from coranto.copies.quotes import quoted_places
from coranto.language.sentences import split_sentences

Keys = NDArray[np.uint64]
Indices = NDArray[np.int64]
Mask = NDArray[np.bool_]
Places = list[tuple[int, int]]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|\d+(?:[.,]\d+)+"  # 1,500 and 4.5
    r"|[\w\u0300-\u036f]+(?:['’ʼ][\w\u0300-\u036f]+)*"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_SENTENCE_END = frozenset(".!?:…\"”’')]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: ``text[starts[i]:ends[i]]`` is word ``i``, ``keys[i]`` its hash.

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


def fold(word: str) -> str:
    """The word as it is compared: case, accents, dots and kinds of apostrophe made alike."""
    folded = word.casefold()
    if not folded.isascii():
        folded = folded.replace("’", "'").replace("ʼ", "'")
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    if "." in folded and not folded[0].isdigit():
        return folded.replace(".", "")
    return folded.replace(",", "") if "," in folded else folded


def fold_words(text: str) -> list[str]:
    """The folded words of ``text``, in order."""
    return [fold(word) for word in _WORD.findall(text)]


class Vocabulary:
    """Hashes of words, the same on every machine and in every run; each is computed once."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}

    def key(self, word: str) -> int:
        """The 64-bit key of a word as it stands in a text."""
        found = self._keys.get(word)
        if found is None:
            digest = hashlib.blake2b(fold(word).encode("utf-8", "surrogatepass"), digest_size=8)
            found = self._keys[word] = int.from_bytes(digest.digest(), "little")
        return found


def read_words(text: str, vocabulary: Vocabulary) -> Words:
    """The words of ``text``, their keys from ``vocabulary``, and the units they stand in."""
    found = [match.span() for match in _WORD.finditer(text)]
    keys = [vocabulary.key(text[start:end]) for start, end in found]
    places = np.array(found, dtype=np.int64).reshape(len(found), 2)
    first, ends = places[:, 0].copy(), places[:, 1].copy()
    paragraphs, blocks = paragraph_places(text), _blocks(text)
    sentences = split_sentences(text)
    return Words(
        text=text,
        keys=np.array(keys, dtype=np.uint64),
        starts=first,
        ends=ends,
        quoted=mark(first, quoted_places(text, blocks)),
        others=mark(first, others_words(text, blocks)),
        sentence=_unit(first, sentences),
        block=_unit(first, blocks),
        paragraph=_unit(first, paragraphs),
        sentences=sentences,
        blocks=blocks,
        paragraphs=paragraphs,
    )


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

"""Words of English text, in the conventions of the Universal Dependencies English treebanks.

The conventions are those of the English Web Treebank and GUM: clitics and
negations stand alone (``China 's``, ``do n't``), hyphens and slashes inside a
compound are words of their own (``long - term``) unless a prefix holds the
compound together (``anti-war``), currency and percent signs are separate, and
runs of one punctuation mark stay together.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from coranto.language.abbreviations import (
    ABBREVIATIONS,
    BEFORE_FIGURES,
    BOUND_PREFIXES,
    BOUND_SUFFIXES,
)


class Word(NamedTuple):
    """A word and its place: ``text`` is the source's ``[start, end)`` in code points."""

    text: str
    start: int
    end: int


APOSTROPHE = "['\u2019\u02bc]"
_HYPHENS = "-\u2010\u2011"

_URL = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"\u201c\u201d]*[^\s<>\"\u201c\u201d.,;:!?)\]}'\u2019]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
    r"|(?<![\w@.])(?:[A-Za-z0-9][\w-]*\.)+(?:com|org|net|gov|edu|info|co\.uk|eu|int)"
    r"(?![\w])(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]}'])?"
    r"|(?<![\w@#])[@#][A-Za-z_]\w+"
)

_PIECE = re.compile(
    r"""
    (?P<dotted>Ph\.D\.|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?)     # U.S., a.m., U.S.S.R
  | (?P<phone>(?<![\w-])\d{3}-(?:\d{3}-)?\d{4}(?![\w-]))
  | (?P<date>(?<![\w/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\w/]))
  | (?P<number>(?:\.(?=\d)\d+|\d+(?:[.,:]\d+)*)(?:(?:st|nd|rd|th|s)\b)?)
  | (?P<face>[:;]-?[()DP](?!\w)|:-?/(?=\s|$))
  | (?P<word>[^\W\d_]+(?:\d+[^\W_]*)*(?:_\w+)*)
  | (?P<run>\.{2,}|-{2,}|[!?]{2,}|={2,}|\*{2,}|_+|~{2,}|\#{2,}|`{2}|'{2}|\u2019{2}
          |<{2,}|>{2,})
  | (?P<mark>[^\w\s])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)

_CLITIC = re.compile(rf"(?:{APOSTROPHE}(?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL))(?![\w])")
_NEGATION = re.compile(rf"n{APOSTROPHE}t(?![\w])", re.IGNORECASE)
_ELISION = re.compile(
    rf"(?:{APOSTROPHE}(?:em|til|cause|tis|twas|n|bout)|{APOSTROPHE}\d0s)(?![\w])", re.IGNORECASE
)
_AND = re.compile(r"&[A-Z]{1,2}(?!\w)")
_FIGURE = re.compile(r"\s*\d")
_LETTERS = re.compile(r"[^\W_]+")
_INNER = re.compile(rf"{APOSTROPHE}[^\W\d_]")

# Written together, two words in the treebanks; the number is where the second begins.
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "dont": 2}

_SPACE = re.compile(r"\S+")


def tokenise(text: str) -> list[Word]:
    """Split ``text`` into words.

    Every character that is not white space belongs to exactly one word, and
    ``text[word.start:word.end] == word.text`` holds for each.
    """
    words: list[Word] = []
    for chunk in _SPACE.finditer(text):
        _split_chunk(text, chunk.start(), chunk.end(), words)
    return words


def _split_chunk(text: str, start: int, end: int, words: list[Word]) -> None:
    """Add the words of ``text[start:end]``, which holds no white space, to ``words``."""
    at = start
    for address in _URL.finditer(text, start, end):
        _scan(text, at, address.start(), words)
        words.append(Word(address.group(), address.start(), address.end()))
        at = address.end()
    _scan(text, at, end, words)


def _scan(text: str, start: int, end: int, words: list[Word]) -> None:
    at = start
    while at < end:
        stop = _next_end(text, at, end, start, words)
        piece = text[at:stop]
        cut = _FUSED.get(piece.lower(), 0)
        if cut:
            words.append(Word(piece[:cut], at, at + cut))
            at += cut
        words.append(Word(text[at:stop], at, stop))
        at = stop


def _next_end(text: str, at: int, end: int, start: int, words: list[Word]) -> int:
    """Where the word that begins at ``at`` ends, within ``text[start:end]``."""
    for pattern in (_CLITIC, _NEGATION, _ELISION):
        special = pattern.match(text, at, end)
        if special and (pattern is not _CLITIC or at > start):
            return special.end()
    piece = _PIECE.match(text, at, end)
    if piece is None:
        return at + 1
    if piece.lastgroup == "word":
        return _word_end(text, at, piece.end(), end)
    return piece.end()


def _word_end(text: str, at: int, stop: int, end: int) -> int:
    """The end of a word of letters that began at ``at`` and runs to ``stop`` at least."""
    stop = _before_negation(text, at, stop, end)
    while stop < end:
        word = text[at:stop]
        if text[stop] == "." and _takes_stop(text, word, stop):
            return stop + 1
        if text[stop] in _HYPHENS and _binds(text, word, stop, end):
            following = _PIECE.match(text, stop + 1, end)
            assert following is not None
            stop = _before_negation(text, stop + 1, following.end(), end)
            continue
        if text[stop] == "&" and len(word) <= 2 and word.isupper():
            following = _AND.match(text, stop, end)
            if following:
                stop = following.end()
                continue
        inner = _INNER.match(text, stop, end)
        if (
            inner
            and not _CLITIC.match(text, stop, end)
            and not _NEGATION.match(text, stop - 1, end)
        ):
            following = _PIECE.match(text, stop + 1, end)
            assert following is not None
            stop = following.end()
            continue
        break
    return stop


def _before_negation(text: str, at: int, stop: int, end: int) -> int:
    """Leave the ``n`` of a following ``n't`` to the negation ("don't" is "do n't")."""
    if stop - at > 1 and _NEGATION.match(text, stop - 1, end):
        return stop - 1
    return stop


def _takes_stop(text: str, word: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to ``word``: it abbreviates."""
    last = stop + 1 >= len(text) or not text[stop + 1 :].strip("\"'\u201d\u2019)] \n")
    if len(word) == 1:
        return word.isupper() and not last
    if word in BEFORE_FIGURES:
        return _FIGURE.match(text, stop + 1) is not None
    if word == "etc":
        return not last
    return word in ABBREVIATIONS


def _binds(text: str, word: str, stop: int, end: int) -> bool:
    """Whether the hyphen at ``stop`` holds a prefix or suffix to its word."""
    following = _LETTERS.match(text, stop + 1, end)
    if following is None:
        return False
    return word.lower() in BOUND_PREFIXES or following.group().lower() in BOUND_SUFFIXES

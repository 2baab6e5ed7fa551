"""Words of English text, in the conventions of the Universal Dependencies English treebanks.

The conventions are those of the English Web Treebank and GUM: clitics and
negations stand alone (``China 's``, ``do n't``), hyphens and slashes inside a
compound are words of their own (``long - term``) unless a prefix holds the
compound together (``anti-war``), currency and percent signs are separate, and
runs of one punctuation mark stay together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from coranto.language.abbreviations import (
    ABBREVIATIONS,
    BEFORE_FIGURES,
    BOUND_PREFIXES,
    BOUND_SUFFIXES,
    UNITS,
)
from coranto.language.fused import DOUBTFUL, FUSED, parts


class Word(NamedTuple):
    """A word and its place: ``text`` is the source's ``[start, end)`` in code points."""

    text: str
    start: int
    end: int


APOSTROPHE = "['\u2019\u02bc]"
_HYPHENS = "-\u2010\u2011"

# What is one word whatever marks it holds: addresses, names of files and of newsgroups, handles.
_FILES = (
    "docx?|xlsx?|pptx?|pdf|html?|txt|url|rtf|wpd|csv|xml|zip|exe|jpe?g|gif|png|bmp|tiff?|mp3|mp4"
)
_URL = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"\u201c\u201d]*[^\s<>\"\u201c\u201d.,;:!?)\]}'\u2019]"
    r"|(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
    r"|[A-Za-z][\w.]*@[A-Za-z][\w-]*"
    rf"|(?:[\w][\w.#%!~+-]*)?(?i:\.(?:{_FILES}))(?![\w@]|\.\w)"
    r"|(?<![\w@.])(?:[A-Za-z0-9][\w-]*\.)+(?:com|org|net|gov|edu|info|co\.uk|eu|int)"
    r"(?![\w])(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]}'])?"
    r"|(?<![\w@.])(?:alt|ba|comp|misc|rec|sci|soc|talk)(?:\.[a-z][\w-]*)+"
    r"|(?<![\w@#])[@#][A-Za-z_]\w+"
    r"|(?<![\w/])(?i:w/o?|b/c|c/o|n/a|[li]/c)(?![\w/])"
)

_FACE = (
    r"[:;=]['-]?[()DPOop](?!\w)|\(:|[:;]-?/(?=\s|$)|:'\(|\^_+\^|-_-|<3(?!\d)"
    r"|(?<!\w)[DxX]:(?=\s|$)|[-=]+>|<[-=]+"
)
_PIECE = re.compile(
    rf"""
    (?P<dotted>Ph\.D\.|(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w]))?)     # U.S., a.m., U.S.S.R
  | (?P<phone>(?<![\w-])(?:\d-)?\d{{3}}[-/](?:\d{{3}}-)?\d{{4}}(?![\w-]))
  | (?P<date>(?<![\w/])(?:0?[1-9]|1[0-2])/\d{{1,2}}(?:/\d{{2,4}})?(?![\w/])
          |(?<![\w/])\d{{1,2}}/(?:0?[1-9]|1[0-2])(?:/\d{{2,4}})?(?![\w/])
          |(?<![\w-])\d{{1,2}}-\d{{1,2}}-\d{{4}}(?![\w-]))
  | (?P<zip>(?<![\w-])\d{{5}}-\d{{4}}(?![\w-]))
  | (?P<decade>(?<!\w)\d0{APOSTROPHE}s(?!\w))                         # the 60's
  | (?P<number>(?:\.(?=\d)\d+|\d+(?:[.,:]\d+)*)(?:(?:st|nd|rd|th|s)\b)?)
  | (?P<face>{_FACE})
  | (?P<word>[^\W\d_]+(?:\d+[^\W_]*)*(?:_\w+)*)
  | (?P<run>\.?[!?]{{2,}}|\.[!?]|\.{{2,}}|\u2026\.|-{{2,}}|={{2,}}|\*{{2,}}|_+|~{{2,}}
          |\#{{2,}}|\+{{2,}}|\${{2,}}|`{{2}}|'{{2}}|\u2019{{2}}|\u2018\u2019|<{{2,}}|>{{2,}})
  | (?P<mark>[^\w\s])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
# Letters after a figure that are no unit make one word with it: "5G", "4A".
_CODE = re.compile(r"(?<![\w.,])\d{1,6}[A-Za-z]\w*(?!\w)")

_CLITIC = re.compile(rf"(?:{APOSTROPHE}(?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL))(?![\w])")
_NEGATION = re.compile(rf"n{APOSTROPHE}t(?![\w])", re.IGNORECASE)
_ELISION = re.compile(
    rf"(?:{APOSTROPHE}(?:em|til|cause|tis|twas|n|bout)|{APOSTROPHE}\d0s)(?![\w])", re.IGNORECASE
)
_AND = re.compile(r"&[A-Z]{1,2}(?!\w)")
_LETTERS = re.compile(r"[^\W_]+")
_INNER = re.compile(rf"{APOSTROPHE}[^\W\d_]")

_SPACE = re.compile(r"\S+")
_FIGURE = re.compile(r"\s*\d")
_CLOSING = "\"'\u201d\u2019)] \n"
REMEMBERED_CHUNKS = 1 << 15

_Cuts = tuple[tuple[int, int], ...]


def tokenise(text: str) -> list[Word]:
    """Split ``text``, one sentence, into words.

    Every character that is not white space belongs to exactly one word, and
    ``text[word.start:word.end] == word.text`` holds for each.
    """
    words: list[Word] = []
    doubtful = False
    end = len(text.rstrip(_CLOSING))
    for chunk in _SPACE.finditer(text):
        whole, (at, stop) = chunk.group(), chunk.span()
        plain = whole.lower()
        if whole.isalpha() and plain not in FUSED:
            words.append(Word(whole, at, stop))
        else:
            figure = whole[-1] == "." and _FIGURE.match(text, stop) is not None
            for a, b in _cuts(whole, stop >= end, figure):
                words.append(Word(whole[a:b], at + a, at + b))
            plain = words[-1].text.lower()
        doubtful = doubtful or plain in DOUBTFUL
    return _parted(words) if doubtful else words


def _parted(words: list[Word]) -> list[Word]:
    """The words, with "its" for "it's" and the like cut in two where their neighbours say so."""
    out: list[Word] = []
    for i, word in enumerate(words):
        cut = 0
        if word.text.lower() in DOUBTFUL:
            before = words[i - 1].text if i else ""
            cut = parts(word.text, before, words[i + 1].text if i + 1 < len(words) else "")
        if cut:
            out.append(Word(word.text[:cut], word.start, word.start + cut))
            word = Word(word.text[cut:], word.start + cut, word.end)  # noqa: PLW2901
        out.append(word)
    return out


@lru_cache(maxsize=REMEMBERED_CHUNKS)
def _cuts(chunk: str, last: bool, figure: bool) -> _Cuts:
    """Places of the words of ``chunk``, which holds no white space.

    ``last``: nothing but closing marks follows it. ``figure``: a figure follows.
    """
    return tuple(_Chunk(chunk, last, figure).cuts())


class _Chunk:
    """What stands between two spaces, being cut into words."""

    def __init__(self, text: str, last: bool, figure: bool) -> None:
        self.text = text
        self.last = last
        self.figure = figure

    def cuts(self) -> list[tuple[int, int]]:
        """Places of the words."""
        found: list[tuple[int, int]] = []
        at = 0
        for address in _URL.finditer(self.text):
            self._scan(at, address.start(), found)
            found.append(address.span())
            at = address.end()
        self._scan(at, len(self.text), found)
        return found

    def _scan(self, start: int, end: int, found: list[tuple[int, int]]) -> None:
        at = start
        while at < end:
            stop = self._next_end(at, end, start)
            cut = FUSED.get(self.text[at:stop].lower(), 0)
            if cut:
                found.append((at, at + cut))
                at += cut
            found.append((at, stop))
            at = stop

    def _next_end(self, at: int, end: int, start: int) -> int:
        """Where the word that begins at ``at`` ends, within ``[start, end)``."""
        text = self.text
        for pattern in (_CLITIC, _NEGATION, _ELISION):
            special = pattern.match(text, at, end)
            if special and (at > start or pattern is not _CLITIC or self._stands_apart(special)):
                return special.end()
        code = _CODE.match(text, at, end)
        if code and not _is_measure(code.group()):
            return code.end()
        piece = _PIECE.match(text, at, end)
        if piece is None:
            return at + 1
        if piece.lastgroup == "word":
            return self._word_end(at, piece.end(), end)
        return piece.end()

    def _stands_apart(self, clitic: re.Match[str]) -> bool:
        """Whether a space stands before a clitic ("Lund 's offer"), as where words come apart."""
        after = self.text[clitic.end() : clitic.end() + 1]
        return clitic.start() == 0 and clitic.group().islower() and after in ("", *".,;:!?)")

    def _word_end(self, at: int, stop: int, end: int) -> int:
        """The end of a word of letters that began at ``at`` and runs to ``stop`` at least."""
        text = self.text
        stop = self._before_negation(at, stop, end)
        while stop < end:
            word = text[at:stop]
            if text[stop] == "." and self._takes_stop(word, stop):
                return stop + 1
            longer = self._bound(word, at, stop, end)
            if longer == stop:
                break
            stop = longer
        return stop

    def _bound(self, word: str, at: int, stop: int, end: int) -> int:
        """Where ``word`` ends with the part that a mark at ``stop`` binds to it, if one does."""
        text = self.text
        if text[stop] in _HYPHENS and self._binds(word, stop, end):
            following = _PIECE.match(text, stop + 1, end)
            assert following is not None
            return self._before_negation(stop + 1, following.end(), end)
        if text[stop] == "&" and len(word) <= 2 and word.isupper():
            following = _AND.match(text, stop, end)
            return following.end() if following else stop
        inner = _INNER.match(text, stop, end)
        if (
            inner
            and not _CLITIC.match(text, stop, end)
            and not _NEGATION.match(text, stop - 1, end)
        ):
            following = _PIECE.match(text, stop + 1, end)
            assert following is not None
            return following.end()
        return stop

    def _before_negation(self, at: int, stop: int, end: int) -> int:
        """Leave the ``n`` of a following ``n't`` to the negation ("don't" is "do n't")."""
        if stop - at > 1 and _NEGATION.match(self.text, stop - 1, end):
            return stop - 1
        return stop

    def _takes_stop(self, word: str, stop: int) -> bool:
        """Whether the full stop at ``stop`` belongs to ``word``: it abbreviates."""
        text = self.text
        last = self.last and not text[stop + 1 :].strip(_CLOSING)
        if len(word) == 1 and word not in BEFORE_FIGURES:
            return word.isupper() and not last
        if word in BEFORE_FIGURES:
            return text[stop + 1 : stop + 2].isdigit() or (self.figure and stop + 1 == len(text))
        if word == "etc":
            return not last
        return word in ABBREVIATIONS

    def _binds(self, word: str, stop: int, end: int) -> bool:
        """Whether the hyphen at ``stop`` holds a prefix or suffix to its word."""
        following = _LETTERS.match(self.text, stop + 1, end)
        if following is None:
            return False
        return word.lower() in BOUND_PREFIXES or following.group().lower() in BOUND_SUFFIXES


def _is_measure(code: str) -> bool:
    """Whether figures with letters after them are a measure, "30mm", and no code, "5G"."""
    letters = code.lstrip("0123456789")
    return letters in UNITS or (letters.lower() in UNITS and not letters.isupper())

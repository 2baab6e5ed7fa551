"""The opening of a report: its first sentences, past headings, bylines and pictures' captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from coranto.language.document import Document

_SENTENCES: Final = 2
_STOP: Final = re.compile(r"[.!?][\"”’']*(?=\s|$)")
_LINE: Final = re.compile(r"[^\n]+")
# A caption ends with its picture's credit, or begins as agencies begin captions.
_CREDIT: Final = re.compile(
    r"\((?:[^()]*\b(?:Photo|Image|Pool|File)\b[^()]*|[^()]* via [A-Z][^()]*)\)\s*$", re.IGNORECASE
)
_ARCHIVE: Final = re.compile(r"(?:FILE\b|File (?:photo|picture|image)\b)")
_PICTURE: Final = re.compile(r"In this (?:\w+ )?(?:photo|image|picture|frame)", re.IGNORECASE)
# A caption with fewer of the words of the first sentence shows something else: a file picture.
_OF_THE_NEWS: Final = 0.4
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the opening ends, and the captions of the text as (start, end, of the news)."""

    end: int
    captions: tuple[tuple[int, int, bool], ...]

    @classmethod
    def of(cls, doc: Document) -> Opening:
        """The opening: two sentences that end as sentences do, outside captions."""
        lines = [m.span() for m in _LINE.finditer(doc.text)]
        pictures = [(a, b) for a, b in lines if _is_caption(doc.text[a:b])]
        body = [
            (a, b) for a, b in _sentences(doc) if not any(low <= a < high for low, high in pictures)
        ]
        first = doc.text[body[0][0] : body[0][1]] if body else ""
        captions = tuple((a, b, _shows(doc.text[a:b], first)) for a, b in pictures)
        end = body[_SENTENCES - 1][1] if len(body) >= _SENTENCES else len(doc.text)
        return cls(end, captions)

    def is_caption(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands in a caption."""
        return any(a <= offset < b for a, b, _ in self.captions)

    def is_stale(self, offset: int) -> bool:
        """Whether it stands in the caption of a picture that shows something else."""
        return any(a <= offset < b and not news for a, b, news in self.captions)


def _sentences(doc: Document) -> Iterator[tuple[int, int]]:
    """The sentences that end with a stop: by the parse, or between stops where there is none."""
    if doc.sentences:
        for sentence in doc.sentences:
            if _STOP.search(doc.text, max(sentence.end - 3, sentence.start), sentence.end):
                yield sentence.start, sentence.end
        return
    for line in _LINE.finditer(doc.text):
        begin = line.start()
        for stop in _STOP.finditer(doc.text, *line.span()):
            yield begin, stop.end()
            begin = stop.end()


def _is_caption(line: str) -> bool:
    return any(p.match(line) for p in (_ARCHIVE, _PICTURE)) or _CREDIT.search(line) is not None


def _shows(caption: str, first: str) -> bool:
    """Whether a caption tells what the report's first sentence tells."""
    told = {w.lower() for w in _WORD.findall(first)}
    shown = {w.lower() for w in _WORD.findall(caption)}
    return _ARCHIVE.match(caption) is None and len(told & shown) >= _OF_THE_NEWS * len(told) > 0

"""Captions of pictures, and lines that a page shows twice.

A caption tells what a picture shows, and often that is another day's news ("FILE - …").
One that tells the news of the report itself stays: it may be the only one to name its day.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from coranto.cleaning import patterns as p
from coranto.cleaning.endings import is_prose

_HEAD = re.compile(p.CAPTION_HEAD)
_ARCHIVE = re.compile(p.CAPTION_OF_ARCHIVE)
_CREDIT = re.compile(p.CAPTION_CREDIT)
# Any of these stands in every caption that the patterns know, and in few other paragraphs.
_HINT = re.compile(
    r"^(?:FILE|File|In this|Image|This|A )|[)\]](?: less| more)?$|[)—] [A-Z][\w ]+$|"
    r"Photograph|Credit"
)
_DATED = re.compile(p.CAPTION_DATE)
_STOP_WITHIN = re.compile(r"[a-z\d)\]][.!?][\"”’]? [A-Z\"“]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 130
"""Words: two pictures' captions run together; no lede is as long."""
_OF_THE_NEWS = 0.4
"""Share of the words of the report's first sentence that a caption of its own news repeats."""


def captions(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """The captions among the paragraphs that tell no news of the report."""
    shown = [i for i, text in enumerate(texts) if i not in found and is_caption(text)]
    pictures = frozenset(shown)
    lede = next(
        (t for i, t in enumerate(texts) if i not in found and i not in pictures and is_prose(t)),
        None,
    )
    for index in shown:
        if lede is not None and not tells_news(texts[index], lede):
            yield index, p.CAPTION


def is_caption(text: str) -> bool:
    """Whether a paragraph says of itself that it stands under a picture.

    It begins as agencies begin captions, or ends with the picture's credit. Several
    sentences with a credit must also bear a full date, as captions do and running text
    does not: a credit may have run together with the paragraph before it.
    """
    if _HINT.search(text) is None or len(text.split()) > _LONGEST:
        return False
    if _HEAD.match(text) is not None:
        return True
    credit = _CREDIT.search(text)
    if credit is None:
        return False
    words = text[: credit.start() + 1]
    return _STOP_WITHIN.search(words) is None or _DATED.search(words) is not None


def tells_news(caption: str, lede: str) -> bool:
    """Whether a caption tells what the report's first sentence tells (of no archive's picture)."""
    if _ARCHIVE.search(caption) is not None:
        return False
    stop = _STOP_WITHIN.search(lede)
    told = _words(lede if stop is None else lede[: stop.start() + 2])
    return len(told & _words(caption)) >= _OF_THE_NEWS * len(told) > 0


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def repeated(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """Paragraphs that say again, word for word, what stands right above them.

    Pages give a headline twice, and a picture's caption once for those who cannot see it.
    """
    last: str | None = None
    for index, text in enumerate(texts):
        if index in found:
            continue
        if text == last and len(text.split()) >= 4:
            yield index, p.REPEATED
        last = text

"""What stands behind a report's last sentence: the outlet on itself, lists of other stories, names
of those who wrote and edited."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from coranto.cleaning import patterns as p

_ABOUT_START = re.compile(p.ABOUT_START, re.IGNORECASE)
_ABOUT = re.compile(p.ABOUT_SUBJECT + p.ABOUT_VERB)
_TRADE = re.compile(p.ABOUT_TRADE, re.IGNORECASE)
_TO_READERS = re.compile(r"\b(?:we|us|our|you|your)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
# A sentence in which somebody speaks, or a day is named, tells news.
_NEWS = re.compile(
    r"\b(?:said|told|says|according to|announced|yesterday|"
    r"(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_EDITED_BY = re.compile(p.EDITED_BY, re.IGNORECASE)
_MAY_CREDIT = re.compile(p.MAY_CREDIT)
_BYLINE = re.compile(p.BYLINE)
_DATE_LABEL = re.compile(
    r"\W*(?:(?:last )?(?:published|posted|updated|modified))(?: on| at)?\s*:?", re.I
)
_SMALL_WORD = re.compile(r"(?<![\w'’-])[^\W\d_A-Z][^\W\d_]+")
_SMALL_IN_NAMES = frozenset(
    """
additional al and bin by compiled da de del den der di du edited editing el for from graphics ibn in
la le of reported reporting the translated van von with writing written
""".split()
)
_MOTTO = re.compile(p.MOTTO)
_SITE_PART = re.compile(p.SITE_PART)
_MOST_ABOVE = 8
_LONGEST_ABOUT, _MOST_ABOUT = 900, 12


def is_prose(text: str) -> bool:
    """Whether a paragraph is a report's running text: eight words or more, and a full stop."""
    # Only the end is looked at: a long paragraph has many stops.
    return _STOP.search(text[-8:]) is not None and len(text.split()) >= 8


def names_editors(text: str) -> bool:
    """Whether a paragraph names no more than who wrote and edited ("(Reporting by …)").

    One that may name an agency is none: it is the evidence of a credit.
    """
    if len(text) > 400 or _EDITED_BY.fullmatch(text) is None or _MAY_CREDIT.search(text):
        return False
    if text.startswith("(") and text.rstrip(".").endswith(")"):
        return True
    small = {word.casefold() for word in _SMALL_WORD.findall(text)}
    return small <= _SMALL_IN_NAMES


def bylines(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """Lines above or below the report that name who wrote it, and no agency.

    With them goes a label ("Published on") whose date is not there.
    """
    prose = [i for i, text in enumerate(texts) if i not in found and is_prose(text)]
    if not prose:
        return
    for index, text in enumerate(texts):
        if index in found or prose[0] <= index <= prose[-1]:
            continue
        if _BYLINE.fullmatch(text) and not _MAY_CREDIT.search(text):
            yield index, p.EDITORS
        elif _DATE_LABEL.fullmatch(text) and not any(
            map(str.isdigit, "".join(texts[index + 1 :][:1]))
        ):
            yield index, p.CLOCK


def labels_above(texts: Sequence[str], found: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """A part of the site named right above the headline ("Grain News"): below other furniture,
    or where the headline is given twice.

    Elsewhere such a line at the top may be the outlet's own name, and stays.
    """
    for index, text in enumerate(texts[:_MOST_ABOVE]):
        if is_prose(text):
            return
        if index in found or index + 1 in found or not _SITE_PART.fullmatch(text):
            continue
        is_headline = len("".join(texts[index + 1 : index + 2]).split()) >= 4
        if is_headline and (index - 1 in found or found.get(index + 2) == p.REPEATED):
            yield index, p.SECTION


def mottos_above(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """An outlet's motto above the headline: words with a full stop, which no headline has."""
    for index, text in enumerate(texts[:_MOST_ABOVE]):
        if index in found:
            continue
        if not _MOTTO.fullmatch(text):
            if is_prose(text):
                return
            continue
        below = (t for i, t in enumerate(texts) if i > index and i not in found)
        following = next(below, "")
        if len(following.split()) >= 4 and not _STOP.search(following):
            yield index, p.ABOUT


def editors_tail(text: str) -> int | None:
    """Where such names in brackets begin behind a paragraph's last sentence, or None."""
    start = text.rfind("(")
    if start < 2 or text[start - 1] != " " or _STOP.search(text[: start - 1]) is None:
        return None
    return start if names_editors(text[start:]) else None


# --- the outlet about itself ------------------------------------------------------------------


def about_outlet(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """The paragraphs at the end in which an outlet, or its author, is described."""
    start = _about_start(texts, found)
    if start is None:
        return
    name = _described(texts, start)
    for index in range(start, len(texts)):
        if index not in found and (index == start or _STOP.search(texts[index])):
            yield index, p.ABOUT
    before = start - 1
    while before >= 0 and before in found:
        before -= 1
    # The outlet's bare name as a heading; of a known agency it may be the only credit.
    if name and before > 0 and texts[before].strip(" •·") == name and not _credits(texts[before]):
        yield before, p.ABOUT


def _credits(line: str) -> bool:
    return re.fullmatch(p.PHOTO_SOURCES, line, re.IGNORECASE) is not None


def _about_start(texts: Sequence[str], found: Container[int]) -> int | None:
    """The first paragraph from which on an outlet speaks of itself to the end of the text."""
    first_prose = next((i for i, t in enumerate(texts) if is_prose(t)), len(texts))
    for index in range(max(first_prose + 1, len(texts) - _MOST_ABOUT), len(texts)):
        if _ABOUT_START.fullmatch(texts[index]):
            if len(texts) - index <= 4 and not any(map(_tells_news, texts[index + 1 :])):
                return index
        elif _is_description(texts[index]) and _only_endings(texts, found, index):
            return index
    return None


def _only_endings(texts: Sequence[str], found: Container[int], start: int) -> bool:
    name = _described(texts, start) or ""
    return all(
        index in found
        or _is_description(texts[index])
        or (texts[index].startswith(name) and not _tells_news(texts[index]))
        or not is_prose(texts[index])
        or _speaks_to_readers(texts[index])
        for index in range(start + 1, len(texts))
    )


def _is_description(text: str) -> bool:
    return (
        len(text) <= _LONGEST_ABOUT
        and is_prose(text)
        and _ABOUT.match(text) is not None
        and _TRADE.search(text) is not None
        and not _tells_news(text)
    )


def _described(texts: Sequence[str], start: int) -> str | None:
    match = _ABOUT.match(texts[start])
    return match["name"] if match is not None else None


def _tells_news(text: str) -> bool:
    return _NEWS.search(text) is not None


def _speaks_to_readers(text: str) -> bool:
    own = _QUOTED.sub(" ", text)
    return _TO_READERS.search(own) is not None and not _tells_news(own) and text[0] not in '"“'


# --- headlines with clocks ----------------------------------------------------------------------


def clocked_headlines(
    texts: Sequence[str], found: Mapping[int, str], headlines: Sequence[bool]
) -> Iterable[tuple[int, str]]:
    """Headlines that stand each beside a page clock at the end of a text: other stories.

    ``headlines``: which paragraphs may be headlines. One such pair alone may be the report's own.
    """
    start = len(texts)
    while start > 0 and (start - 1 in found or headlines[start - 1]):
        start -= 1
    clocks = [i for i in range(start, len(texts)) if found.get(i) == p.CLOCK]
    if len(clocks) < 2 or not any(is_prose(text) for text in texts[:start]):
        return
    listed = [i for i in range(start, len(texts)) if i not in found]
    # Clocks stand above their headlines or below them.
    beside = [i for i in listed if found.get(i - 1) == p.CLOCK or found.get(i + 1) == p.CLOCK]
    if len(beside) >= 2:
        yield from ((i, p.TEASER) for i in beside)

"""Lone headlines amid or above a report's paragraphs: links to other stories that bear no label.

Three things tell them from the report: they end without a stop; amid the text they
stand alone between two paragraphs that end with one; and they are either about
something else or in the grammar of headlines, without articles (Mårdh 1980,
"Headlinese"). A sentence whose full stop was forgotten is about the same thing as
the report, and has its articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from coranto.cleaning import patterns as p
from coranto.cleaning.endings import is_prose

_STEM = 5
"""Letters by which two words count as one ("agree", "agreement")."""
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_FEWEST, _MOST = 6, 22
"""Words: a shorter line may be a subheading, a longer one is no headline."""
_FOREIGN = 0.5
"""Share of a headline's words up to which, known to the report, it is about another story."""
_FOREIGN_ABOVE = 0.4
"""The same above the text, where the report's own headings stand."""
_FEWEST_LISTED = 3
"""Other stories that make a list at the end of a text."""
_LEAST_ABOVE_LIST = 3
"""Paragraphs of running text above such a list."""
_CUT_SHORT = re.compile(r"(?:\w,?|\s)(?:…|\.\.\.|\[(?:…|\.\.\.)\])$")
_LONGEST_CUT_SHORT = 60
_OPENS_BARE = re.compile(r"[A-Z\d‘'](?:[^\"“”]|[\"“][^\"“”]*[\"”])*$")
"""No quotation mark opens it, or is left open: that would be somebody's words."""
_LEAST_PROSE = 4
"""Paragraphs that it takes to say what a report is about."""
_BROKEN_OFF = re.compile(r"[.!?…:;,—–-][\"'”’)\]]*$|[a-z\d)][.!?…][\"'”’)\]]* |https?:|@\w|#\w")
_OPENS = re.compile(r"[\"'“‘]?[A-Z\d]")
_ARTICLE = re.compile(
    r"\b(?:the|an?|this|that|these|those|his|her|its|their|our|my|your)\b", re.IGNORECASE
)
_PREDICATE = re.compile(
    r"\b(?:said|told|added|noted|wrote|was|were|been|had|has|have|is|are)\b", re.IGNORECASE
)
# Lines that give an author, a time or a list's entry, or a credit.
_NO_HEADLINE = re.compile(
    r"(?:by|from|with|image|photo|updated|posted|published)\b|[—–•*-]|\d{4}:|"
    rf".*(?:\b\d{{1,2}}[:.]\d\d(?!\d)|\b(?:published|updated|posted)\b|\b(?:19|20)\d\d\b.{{0,5}}$|{p.PHOTO_SOURCES}\W*$)",
    re.IGNORECASE,
)


def lone_headlines(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """Headlines of other stories without a label, amid the report's paragraphs or above them."""
    shown = [i for i in range(len(texts)) if i not in found]
    prose = [i for i in shown if is_prose(texts[i])]
    if len(prose) < _LEAST_PROSE:
        return
    candidates = [i for i in shown if i < prose[-1] and _may_be_headline(texts[i])]
    about = {stem for i in prose for stem in _stems(texts[i])} if candidates else set()
    title = next((i for i in shown if len(texts[i].split()) >= 4), 0)
    for index in candidates:
        known = _known(texts[index], about)
        if index < prose[0]:
            other = index != title and known <= _FOREIGN_ABOVE < _known(texts[title], about)
        else:
            other = _is_alone(texts, shown, index) and (
                known <= _FOREIGN or _ARTICLE.search(texts[index]) is None
            )
        if other:
            yield index, p.TEASER


def listed_stories(texts: Sequence[str], found: Container[int]) -> Iterator[tuple[int, str]]:
    """A list of other stories behind the report's last paragraph: headlines, or beginnings of
    sentences that the page cut short ("The minister has announced that the…").

    Three of them make a list, where most are about something else or all were cut.
    """
    shown = [i for i in range(len(texts)) if i not in found]
    start = len(shown)
    while start > 0 and (
        _is_cut_short(texts[shown[start - 1]]) or _is_listed(texts[shown[start - 1]])
    ):
        start -= 1
    body, listed = shown[:start], shown[start:]
    whole = [i for i in body if is_prose(texts[i])]
    if len(listed) < _FEWEST_LISTED or len(whole) < _LEAST_ABOVE_LIST:
        return
    if any(_is_cut_short(texts[i]) for i in body):  # the writer's manner, or a digest
        return
    cut = sum(_is_cut_short(texts[i]) for i in listed)
    about = {stem for i in whole for stem in _stems(texts[i])}
    foreign = sum(_known(texts[i], about) <= _FOREIGN for i in listed)
    if cut >= _FEWEST_LISTED or 3 * foreign >= 2 * len(listed):
        yield from ((i, p.TEASER) for i in listed)


def _is_cut_short(text: str) -> bool:
    return (
        _CUT_SHORT.search(text[-12:]) is not None
        and len(text.split()) <= _LONGEST_CUT_SHORT
        and _OPENS_BARE.match(text) is not None
    )


def _is_listed(text: str) -> bool:
    return _may_be_headline(text) and _OPENS_BARE.match(text) is not None


def _may_be_headline(text: str) -> bool:
    return (
        _FEWEST <= len(text.split()) <= _MOST
        and _OPENS.match(text) is not None
        and _BROKEN_OFF.search(text) is None
        and _NO_HEADLINE.match(text) is None
        and _PREDICATE.search(text) is None
    )


def _is_alone(texts: Sequence[str], shown: Sequence[int], index: int) -> bool:
    """Whether the paragraphs on both sides are running text that neither breaks off nor goes on."""
    place = bisect_left(shown, index)
    above, below = texts[shown[place - 1]], texts[shown[place + 1]]
    return is_prose(above) and is_prose(below) and _OPENS.match(below) is not None


def _known(headline: str, about: set[str]) -> float:
    """The share of a headline's content words that the report's paragraphs have too."""
    stems = set(_stems(headline))
    return sum(stem in about for stem in stems) / len(stems) if stems else 1.0


def _stems(text: str) -> list[str]:
    return [word.casefold()[:_STEM] for word in _CONTENT_WORD.findall(text)]

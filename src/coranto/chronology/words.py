"""Content words, lightly stemmed, for telling whether two wordings are about one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "ful", "ly", "s")
_FUNCTION_WORDS = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her his i if"
    " in into is it its may might must new no not of on or our shall she should so some such that"
    " the their them then there these they this those to upon was we were what when which while who"
    " will with would you your also more most many much any all".split()
)


def content_stems(text: str) -> frozenset[str]:
    """Stems of the content words of ``text``, case folded, hyphenated words in their parts too."""
    return frozenset(stems_in_order(text))


def stems_in_order(text: str) -> Iterator[str]:
    """The same stems as they stand in ``text``, with repetitions."""
    return (stem for word in _WORD.findall(text) for stem in _stems(word.casefold()))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other holds; 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[str, ...]:
    parts = [p for p in re.split(r"[-’']", word) if p]
    kept = [p for p in parts if p not in _FUNCTION_WORDS and (len(p) > 1 or p.isdigit())]
    return tuple(_stem(p) for p in kept)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word

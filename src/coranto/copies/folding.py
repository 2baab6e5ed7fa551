"""A word as it is compared, for a few words at a time.

:mod:`coranto.copies.scan` does the same for whole piles of texts.
"""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|\d+(?:[.,]\d+)+"  # 1,500 and 4.5
    r"|[\w\u0300-\u036f]+(?:['’ʼ][\w\u0300-\u036f]+)*"
)


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
    return [fold(word) for word in WORD.findall(text)]

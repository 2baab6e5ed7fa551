"""Which words stand inside quotation marks, exact marks or not.

Marks are read by their shape (curly, angled, doubled) or, when straight, by what
stands beside them.  An open quotation ends with its block: a speech that runs
over paragraphs opens each of them again, and a mark lost on the way spoils one
block at most.
"""

from __future__ import annotations

import re

_DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
_OPENING = frozenset(("“", "„", "‟", "«", "``"))
_CLOSING = frozenset(("”", "»", "''"))
# Single marks: only pairs whose closing mark cannot be an apostrophe inside a word.
_CURLY_SINGLE = re.compile(r"(?<!\w)‘(?=\S)[^‘“”\"\n]{1,600}?(?<=[\w.,!?…])’(?!\w)")
_STRAIGHT_SINGLE = re.compile(r"(?<![\w'])'(?=[^\W\d_])[^'\"\n]{2,600}?(?<=[\w.,!?…])'(?![\w'])")


def quoted_places(text: str, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places ``(start, end)`` inside quotation marks, block by block, in code points."""
    places: list[tuple[int, int]] = []
    for start, end in blocks:
        places.extend(_double(text, start, end))
    for pattern, sign in ((_CURLY_SINGLE, "‘"), (_STRAIGHT_SINGLE, "'")):
        if sign in text:
            places.extend(match.span() for match in pattern.finditer(text))
    return places


def _double(text: str, start: int, end: int) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if _opens(text, match, start, end):
                opened = match.end()
        elif not _only_opens(text, match, start, end):
            places.append((opened, match.start()))
            opened = None
    if opened is not None:
        places.append((opened, end))
    return places


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark found outside a quotation opens one."""
    if match.group() in _OPENING:
        return True
    if match.group() in _CLOSING:
        # A closing shape at the head of a word is a typing error for an opening one.
        return _before_word(text, match, start, end)
    return match.end() < end and not text[match.end()].isspace()


def _only_opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark found inside a quotation can only open a nested one."""
    return match.group() in _OPENING and _before_word(text, match, start, end)


def _before_word(text: str, match: re.Match[str], start: int, end: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return (before.isspace() or before in "([—–-") and (after.isalnum() or after == "(")

"""Repair of characters: mojibake, HTML entities, control characters, odd white space.

ftfy (Speer 2019, "ftfy: fixes text for you") undoes wrong decodings; curly
quotes stay curly and the width of East Asian characters stays as it is, since
both are what the outlet printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache

from coranto.cleaning.tracked import Tracked, join, words_with_space

# A paragraph beyond this is no paragraph of a report: its white space is made single, no more.
_LONGEST_REPAIRED = 100_000
# Long paragraphs are repaired in stretches: aligning old and new is quadratic at worst.
_STRETCH = 1000
# Letters are compared one by one up to this product of two lengths: two words, not two pages.
_MOST_LETTERS = 20_000
# Repair is repeated until nothing changes (an entity may hide another); bounded against loops.
_MOST_ROUNDS = 12

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]+")
_SPACES = re.compile(r"\s+")
# Nothing to repair: printable ASCII without "&", and the marks and letters that English news
# uses beyond it, none of which begins a wrongly decoded character; single spaces.
_SOUND = re.compile(r"(?:[!-%'-~“”‘’–—…•éèñüöáíó]++| (?! ))*+")


def repair(text: Tracked) -> Tracked:
    """Return ``text`` with its characters repaired and its white space single.

    What changed is mapped to the file as far as the two can be aligned;
    a repaired character is in no piece.
    """
    if len(text.text) > _LONGEST_REPAIRED:
        text = _single_spaces(text)
    for _ in range(_MOST_ROUNDS):
        if len(text.text) > _LONGEST_REPAIRED or _SOUND.fullmatch(text.text):
            return text.strip()
        repaired = join(_repair_stretch(part) for part in _stretches(text)).strip()
        if repaired.text == text.text:
            return repaired
        text = repaired
    return text


def repair_string(text: str) -> str:
    """``repair`` for a string that need not be mapped (a title, a name of an outlet)."""
    return repair(Tracked(text)).text


def _stretches(text: Tracked) -> Iterator[Tracked]:
    if len(text.text) <= _STRETCH:
        yield text
        return
    start = 0
    while start < len(text.text):
        end = start + _STRETCH
        space = text.text.find(" ", end)
        end = len(text.text) if space < 0 or space > end + _STRETCH else space
        # A run without any space is cut where it must be: it is no language that we can repair.
        end = min(end, start + 2 * _STRETCH)
        yield text.cut(start, end)
        start = end


def _single_spaces(text: Tracked) -> Tracked:
    parts: list[Tracked | str] = []
    done = 0
    for match in _SPACES.finditer(text.text):
        if match.group() != " ":
            parts += (text.cut(done, match.start()), " ")
            done = match.end()
    return join([*parts, text.cut(done, len(text.text))]).strip()


def _repair_stretch(part: Tracked) -> Tracked:
    if _SOUND.fullmatch(part.text):
        return part
    fixed = _fix(part.text)
    if fixed == part.text:
        return part
    pieces: list[Tracked | str] = []
    done = 0
    for old, new, length in _alignment(part.text, fixed):
        pieces.append(fixed[done:new])
        pieces.append(part.cut(old, old + length))
        done = new + length
    pieces.append(fixed[done:])
    return join(pieces)


def _fix(text: str) -> str:
    if "&" in text or not text.isascii() or not text.isprintable():
        text = _INVISIBLE.sub("", _fixer()(text))
    return _SPACES.sub(" ", text)


@cache
def _fixer() -> Callable[[str], str]:
    """ftfy with our settings; imported at the first need, since most texts have none."""
    import ftfy  # noqa: PLC0415 (see above)

    config = ftfy.TextFixerConfig(
        unescape_html=True,
        uncurl_quotes=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization="NFC",
        explain=False,
    )
    return lambda text: str(ftfy.fix_text(text, config))


def _alignment(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start in old, start in new, length) of what is the same: words first, then letters."""
    old_words, new_words = words_with_space(old), words_with_space(new)
    old_at, new_at = _offsets(old_words), _offsets(new_words)
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            yield old_at[i1], new_at[j1], old_at[i2] - old_at[i1]
        elif op == "replace":
            a, b = old[old_at[i1] : old_at[i2]], new[new_at[j1] : new_at[j2]]
            for i, j, length in _letters(a, b):
                yield old_at[i1] + i, new_at[j1] + j, length


def _letters(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """As ``_alignment``, by letters; of long runs without a space only the two ends."""
    if len(old) * len(new) <= _MOST_LETTERS:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        yield from ((b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size)
        return
    start = _same_start(old, new)
    if start:
        yield 0, 0, start
    end = _same_start(old[start:][::-1], new[start:][::-1])
    if end:
        yield len(old) - end, len(new) - end, end


def _same_start(old: str, new: str) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(old), len(new)))


def _offsets(words: list[str]) -> list[int]:
    at = [0]
    for word in words:
        at.append(at[-1] + len(word))
    return at

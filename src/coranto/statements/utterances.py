"""One utterance or two: do two reports' statements of one speaker tell the same words?

Lexical evidence only, and strict: merging two utterances hides one of them,
while leaving one in two entries shows both.  A quotation is compared by its
shared run of content words; a paraphrase or another translation by how many of
the shorter statement's content stems the longer one holds (containment, Broder
1997), with aliases of names and a few families of words folded together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from coranto.statements.cues import rows, words
from coranto.statements.quotes import find_quotations
from coranto.types import Statement

QUOTED_WORDS = 4  # content words that two quotations must share
CONTENT_WORDS = 5  # content words that two contents must share
CONTAINMENT = 0.6
PLAIN_WORDS = 3  # of the shared words, those that are no names
PLAIN_CONTAINMENT = 0.5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SUFFIXES = (
    "ization", "isation", "ations", "ation", "fully", "ments", "ment", "ingly", "edly", "ness",
    "ings", "ing", "ful", "ies", "ied", "ed", "es", "ly", "s", "e",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a content is compared by: its stems, those not of names, and its quotations' stems."""

    stems: frozenset[str]
    plain: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]


def same_utterance(
    a: Statement, b: Statement, text_a: str, text_b: str, same_speaker: bool
) -> bool:
    """Whether ``a`` (in the report with ``text_a``) and ``b`` (``text_b``) are one utterance.

    ``same_speaker`` is the caller's word that both speakers are one actor.
    Dates that exclude each other say no; an open date excludes nothing.
    """
    if not same_speaker or not a.date.overlaps(b.date):
        return False
    x, y = _profile(_contents(a, text_a)), _profile(_contents(b, text_b))
    shared = x.stems & y.stems
    if len(shared) < QUOTED_WORDS - 1:
        return False
    if _shares_quotation(x, y):
        return True
    shorter = min(len(x.stems), len(y.stems))
    plain = min(len(x.plain), len(y.plain))
    # Names are no evidence by themselves: every statement on a summit names who met there.
    return (
        shorter >= CONTENT_WORDS
        and len(shared) >= max(CONTENT_WORDS, CONTAINMENT * shorter)
        and len(x.plain & y.plain) >= max(PLAIN_WORDS, PLAIN_CONTAINMENT * plain)
    )


def _contents(statement: Statement, text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in statement.content)


@lru_cache(maxsize=16384)
def _profile(pieces: tuple[str, ...]) -> _Profile:
    words_ = [w for piece in pieces for w in _content_words(piece)]
    quoted = tuple(
        tuple(stem(w.casefold()) for w in _content_words(piece[q.start : q.end]))
        for piece in pieces
        for q in find_quotations(piece)
        if q.depth == 0
    )
    return _Profile(
        frozenset(stem(w.casefold()) for w in words_),
        frozenset(stem(w) for w in words_ if w[0].islower()),
        quoted,
    )


def _content_words(text: str) -> list[str]:
    """The words of ``text``, in order, that are not too common to tell utterances apart."""
    small = words("small")
    return [w for w in _WORD.findall(text.replace("’", "'")) if w.casefold() not in small]


def _shares_quotation(x: _Profile, y: _Profile) -> bool:
    """Whether quoted words of one stand, in the same order, among the quoted words of the other."""
    for one in x.quoted:
        for other in y.quoted:
            shorter = min(len(one), len(other))
            if shorter < QUOTED_WORDS or len(set(one) & set(other)) < QUOTED_WORDS:
                continue
            if _common_run(one, other) >= max(QUOTED_WORDS, shorter // 2):
                return True
    return False


def _common_run(x: tuple[str, ...], y: tuple[str, ...]) -> int:
    """Length of the longest run of words that stands in both."""
    best = 0
    previous = [0] * (len(y) + 1)
    for word in x:
        current = [0] * (len(y) + 1)
        for j, other in enumerate(y):
            if word == other:
                current[j + 1] = previous[j] + 1
                best = max(best, current[j + 1])
        previous = current
    return best


@cache
def _folded() -> dict[str, str]:
    """Variants of names and families of words, to the stem that stands for all of them."""
    return {word: _bare(variant) for word, variant in rows("variants.tsv")}


def _bare(word: str) -> str:
    """``word`` without its first ending that leaves four letters."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A light stem: the possessive and common endings gone, variants folded together.

    ``word`` is in lower case. After Lovins (1968), with few endings: two words
    with one stem should mean the same in two reports of one utterance.
    """
    word = word.removesuffix("'s").removesuffix("'")
    folded = _folded()
    bare = _bare(word)
    return folded.get(word) or folded.get(bare) or bare

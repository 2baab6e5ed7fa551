"""Quotations by their marks: exact rules, every kind of mark, over paragraphs, nested, unbalanced.

A quotation that runs over several paragraphs repeats its opening mark at the
head of each and closes once, at the end (Chicago Manual of Style, 13.30); each
paragraph of it is one part.  Marks of two kinds may face each other (a straight
opening and a curly closing one): pages that were edited by several hands do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_OPEN = frozenset("“„«‟")
_CLOSE = frozenset("”»")
_MARK = re.compile(r"[\"“”„‟«»]|''|``|’’|‘‘")
_SINGLE = re.compile(r"(?<![\w'’‘])['‘‚‹](?=[\w(\[])(?!\d0s\b)(?!(?:em|tis|twas|til|cause)\b)")
_SINGLE_END = re.compile(r"(?<=[^\s'‘])['’›](?![\w'’])")
_SINGLE_MARKS = re.compile("['‘‚‹]")
_FEET = re.compile(r"\d['’]\d{1,2}$")
_LONGEST_SINGLE = 400  # characters: a longer stretch between apostrophes is no quotation
_STOPS = ",;:?!"  # behind a mark that a blank parts from its words (`said " no ", and`)
_BRACKETS = "([{-–—/"
# A turn of a transcript whose paragraphs stand in quotation marks: `"NAME: ...`.
_TURN = re.compile(r"[\"“”„«]\s?(?:[A-Z][A-Z.'’-]+\s?){1,4}:\s")
# What follows a quotation to the end of its paragraph: "Tan stated.", "said the minister in Oslo."
_TAG = re.compile(r"\s?\w[^.!?\n]{3,60}[.!?]?\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: ``parts`` are ``[start, end)`` with their marks, one for each paragraph.

    ``depth`` is 0 for a quotation and 1 for one inside another; ``closed`` is
    false where the closing mark is missing and the paragraph's end stands in.
    """

    parts: tuple[tuple[int, int], ...]
    depth: int = 0
    closed: bool = True

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    def is_transcript(self, text: str) -> bool:
        """Whether its paragraphs are turns of speakers whom capitals and a colon name."""
        return any(_TURN.match(text, start, end) for start, end in self.parts)

    def covers(self, offset: int) -> bool:
        """Whether the character at ``offset`` lies in the quotation (its marks included)."""
        if len(self.parts) == 1:  # nearly always
            return self.parts[0][0] <= offset < self.parts[0][1]
        return any(start <= offset < end for start, end in self.parts)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of ``text`` in order of their start, nested ones after their outer."""
    doubles = _doubles(text)
    single = [(s, e) for s, e in _lines(text) if _SINGLE_MARKS.search(text, s, e)]
    singles = [q for start, end in single for q in _singles(text, start, end, doubles)]
    outer = [q for q in singles if q.depth == 0]
    found = [*singles, *(_nested(q, outer) for q in doubles)]
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _nested(double: Quotation, singles: list[Quotation]) -> Quotation:
    """The quotation in double marks, one step deeper where single ones stand around it."""
    inside = any(q.start < double.start and double.end < q.end for q in singles)
    return replace(double, depth=1) if inside else double


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: stretches between line breaks, blank ones left out."""
    for match in re.finditer(r"[^\n]+", text):
        if not match.group().isspace():
            yield match.span()


def _doubles(text: str) -> list[Quotation]:
    """Quotations in double marks."""
    found: list[Quotation] = []
    parts: list[tuple[int, int]] = []  # paragraphs of an open quotation that ended unclosed
    for start, end in _lines(text):
        opened: int | None = None
        inner: int | None = None
        first = start
        if parts:
            how = _resumes(text, start, end, parts[-1][1])
            if how == "broken line":
                opened = parts.pop()[0]
            elif how == "unmarked paragraph":
                opened = start + _indent(text, start, end)
            elif how == "new paragraph":
                opened = first = start + _indent(text, start, end)
                first += 1
            else:
                found.append(Quotation(tuple(parts), closed=False))
                parts = []
        for at, stop in _marks(text, first, end):
            if opened is not None and (
                _shuts(text, at, stop, start, end) or _closes_turned(text, opened, at, end)
            ):
                if inner is not None and text[at] == '"':
                    found.append(Quotation(((inner, stop),), depth=1))
                    inner = None
                    continue
                found.append(Quotation((*parts, (opened, stop))))
                parts, opened, inner = [], None, None
            elif _opens(text, at, stop, start, end):
                if opened is not None and _nests(text, opened, at, end):
                    inner = at
                    continue
                # A second opening mark: the one before it was never closed and says nothing sure.
                parts, opened, inner = [], at, None
        if opened is not None:
            parts.append((opened, _trimmed(text, opened, end)))
    if parts:
        found.append(Quotation(tuple(parts), closed=False))
    return [q for q in found if _has_words(text, q)]


def _nests(text: str, opened: int, at: int, end: int) -> bool:
    """Whether a straight mark opens a quotation inside a curly one that is closed later."""
    return text[opened] == "“" and text[at] == '"' and "”" in text[at:end]


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of double marks; a mark of inches (5'10") is none."""
    for match in _MARK.finditer(text, start, end):
        if not (
            match.group() == '"'
            and _FEET.search(text[max(start, match.start() - 5) : match.start()])
        ):
            yield match.span()


def _opens(text: str, at: int, stop: int, start: int, end: int) -> bool:
    """Whether the mark can open a quotation, by its shape or by what stands around it."""
    mark = text[at:stop]
    if mark[0] in _OPEN or mark in {"``", "‘‘"}:
        return True
    if mark[0] in _CLOSE or mark == "’’":  # turned the wrong way at the head of a paragraph
        leads = not text[start:at].strip() and text[stop : stop + 1].isalnum()
        return leads and "”" in text[stop:end]
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    led = before.isspace() or before in _BRACKETS or before in "'‘:,"
    return led and not after.isspace() and not (before.isspace() and after in _STOPS)


def _shuts(text: str, at: int, stop: int, start: int, end: int) -> bool:
    """Whether the mark can close the open quotation."""
    mark = text[at:stop]
    if mark[0] in _CLOSE or mark == "’’":
        return True
    if mark[0] in "„«‟" or mark in {"``", "‘‘"}:
        return False
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if mark == "“":  # closes only in the German manner, which a word before it shows
        return not before.isspace() and not after.isalnum()
    return not before.isspace() or after.isspace()


def _closes_turned(text: str, opened: int, at: int, end: int) -> bool:
    """Whether an opening mark at ``at`` was typed for the closing one: “We agreed “Tan stated.

    It has no partner but the one at ``opened``: the paragraph ``[..., end)`` has no other mark
    after that, and goes on with no more than who said so.
    """
    alone = text[at] == "“" == text[opened] and len(_MARK.findall(text, opened, end)) == 2
    return alone and _TAG.fullmatch(text, at + 1, end) is not None


def _resumes(text: str, start: int, end: int, stopped: int) -> str | None:
    """Whether an open quotation goes on in the paragraph ``[start, end)``, and how.

    It goes on at a repeated opening mark ("new paragraph"); or, if a closing mark
    comes before any opening one, where a line was broken in the middle of a
    sentence ("broken line") or a paragraph lacks its mark ("unmarked paragraph").
    """
    first = _MARK.search(text, start, end)
    if first is None:
        return None
    opening = _opens(text, *first.span(), start, end)
    if opening and first.start() == start + _indent(text, start, end):
        return "new paragraph"
    soft = "\n\n" not in text[stopped:start] and text[stopped - 1] not in ".!?…"
    if opening:
        return None
    return "broken line" if soft else "unmarked paragraph"


def _indent(text: str, start: int, end: int) -> int:
    return end - start - len(text[start:end].lstrip())


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _has_words(text: str, quotation: Quotation) -> bool:
    return any(c.isalnum() for start, end in quotation.parts for c in text[start:end])


def _singles(text: str, start: int, end: int, doubles: list[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks within one paragraph, apostrophes told apart."""
    at = start
    while match := _SINGLE.search(text, at, end):
        at = match.end()
        outer = next((q for q in doubles if q.covers(match.start())), None)
        limit = min(end, match.start() + _LONGEST_SINGLE)
        if outer is not None:
            limit = min(limit, next(e for s, e in outer.parts if s <= match.start() < e))
        stop = _single_end(text, match.end(), limit)
        if stop is None:
            continue
        crosses = any(
            (match.start() < q.start < stop) != (match.start() < q.end < stop)
            for q in doubles
            if q is not outer
        )
        if not crosses:
            yield Quotation(((match.start(), stop),), depth=int(outer is not None))
            at = stop


def _single_end(text: str, start: int, limit: int) -> int | None:
    """The end of the closing single mark: not the apostrophe of a plural's possessive."""
    possessive = None
    for match in _SINGLE_END.finditer(text, start, limit):
        before, after = text[match.start() - 1], text[match.end() : match.end() + 2]
        if before == "s" and after[:1] == " " and after[1:].islower() and match.group() != "›":
            possessive = possessive or match.end()
            continue
        return match.end()
    return possessive

"""Cleaning of one text: lines to paragraphs, characters repaired, furniture out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coranto.cleaning import furniture
from coranto.cleaning.lines import Paragraph, paragraphs
from coranto.cleaning.markdown import without_marks
from coranto.cleaning.patterns import HEAD_LINE
from coranto.cleaning.repair import repair
from coranto.cleaning.tracked import Tracked, join
from coranto.types import Piece, Removed

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, what was taken out of it, and its map to the text given.

    Paragraphs of ``text`` are parted by one blank line. ``removed`` is in order
    and its offsets count the text given, as ``pieces`` do on their far side.
    """

    text: str
    removed: tuple[Removed, ...] = ()
    pieces: tuple[Piece, ...] = ()


def clean(text: str, *, markdown: bool = False, head: Sequence[tuple[int, int]] = ()) -> Cleaned:
    """Clean ``text``, the decoded text of a file or a text as a record gives it.

    Hard-wrapped lines and words split at line ends are joined, mojibake and
    entities repaired, white space made single, furniture taken out. Nothing
    else is changed: quotation marks stay as they are. Cleaning a cleaned text
    changes nothing. ``markdown`` takes out the marks of Markdown as well.
    ``head``: stretches of ``text`` known to be the file's head lines, taken out.
    """
    given = paragraphs(_blanked(text, head), furniture.stands_alone)
    if markdown:
        given = [without_marks(g) for g in given]
    return clean_paragraphs(text, given, [(start, end, HEAD_LINE) for start, end in head])


def _blanked(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """``text`` with line ends for every character in ``stretches``, so that all offsets hold."""
    for start, end in stretches:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def clean_paragraphs(
    original: str, given: Sequence[Paragraph], out: Sequence[tuple[int, int, str]] = ()
) -> Cleaned:
    """Clean paragraphs cut from ``original`` by the caller (the blocks of a page).

    ``out``: start, end and reason of what the caller left out as furniture.
    """
    kept = [replace(g, text=repair(g.text)) for g in given]
    kept = [k for k in kept if k.text.text]
    out = list(out)
    # Once furniture is out, what stood around it may be seen for what it is: again, until stable.
    while kept:
        found = furniture.find([k.text.text for k in kept])
        out += [(kept[i].start, kept[i].end, reason) for i, reason in found.items()]
        rest = [k for i, k in enumerate(kept) if i not in found]
        kept, tails = _without_tails(rest)
        out += tails
        if not found and not tails:
            break
    whole = join(_parted(kept))
    return Cleaned(whole.text, _removed(original, out), whole.pieces)


def _parted(kept: Sequence[Paragraph]) -> list[Tracked | str]:
    parts: list[Tracked | str] = []
    for paragraph in kept:
        if parts:
            parts.append(_BETWEEN)
        parts.append(paragraph.text)
    return parts


def _without_tails(
    kept: Sequence[Paragraph],
) -> tuple[list[Paragraph], list[tuple[int, int, str]]]:
    rest, out = [], []
    for paragraph in kept:
        tail = furniture.tail(paragraph.text.text)
        at, reason = tail if tail is not None else (len(paragraph.text.text), "")
        span = paragraph.text.cut(at, len(paragraph.text.text)).original_span()
        if span is None:
            rest.append(paragraph)
            continue
        rest.append(replace(paragraph, text=paragraph.text.cut(0, at).strip(), end=span[0]))
        out.append((*span, reason))
    return rest, out


def _removed(original: str, out: list[tuple[int, int, str]]) -> tuple[Removed, ...]:
    """``out`` in order; neighbours with one reason and only white space between become one."""
    merged: list[tuple[int, int, str]] = []
    for start, end, reason in sorted(out):
        if merged:
            first, last, before = merged[-1]
            if before == reason and not original[last:start].strip():
                merged[-1] = (first, max(last, end), reason)
                continue
        merged.append((start, end, reason))
    return tuple(Removed(s, e, reason, original[s:e]) for s, e, reason in merged)

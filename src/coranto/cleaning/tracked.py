"""Text that remembers where each of its characters stood in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from coranto.types import Piece


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text and the pieces of it that stand, character for character, in the file.

    ``pieces`` are in order of ``start`` and do not overlap; characters in no
    piece were put in.
    """

    text: str
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def at(cls, text: str, original: int) -> Tracked:
        """``text`` as it stands in the file from offset ``original`` on."""
        return cls(text, (Piece(0, len(text), original),) if text else ())

    def cut(self, start: int, end: int) -> Tracked:
        """The characters ``[start, end)``, still mapped to the file."""
        if start <= 0 and end >= len(self.text):
            return self
        pieces = []
        begin = max(0, bisect_right(self.pieces, start, key=_start) - 1)
        for index in range(begin, len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                break
            first, last = max(piece.start, start), min(piece.start + piece.length, end)
            if first < last:
                original = piece.original + first - piece.start
                pieces.append(Piece(first - start, last - first, original))
        return Tracked(self.text[start:end], tuple(pieces))

    def strip(self) -> Tracked:
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def original_span(self) -> tuple[int, int] | None:
        """The stretch of the file from the first to past the last mapped character."""
        if not self.pieces:
            return None
        return (
            min(p.original for p in self.pieces),
            max(p.original + p.length for p in self.pieces),
        )


def _start(piece: Piece) -> int:
    return piece.start


def join(parts: Iterable[Tracked | str]) -> Tracked:
    """One text of ``parts`` in order; a plain string counts as put in."""
    parts = list(parts)
    if len(parts) == 1 and isinstance(parts[0], Tracked):
        return parts[0]
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            length += len(part)
            continue
        for piece in part.pieces:
            moved = Piece(piece.start + length, piece.length, piece.original) if length else piece
            _append(pieces, moved)
        texts.append(part.text)
        length += len(part.text)
    return Tracked("".join(texts), tuple(pieces))


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add ``piece``, merged with the last one where the two are one run in text and file."""
    if pieces:
        last = pieces[-1]
        if (
            last.start + last.length == piece.start
            and last.original + last.length == piece.original
        ):
            pieces[-1] = Piece(last.start, last.length + piece.length, last.original)
            return
    pieces.append(piece)


def original_offset(pieces: tuple[Piece, ...], offset: int) -> int | None:
    """The place in the file of the character at ``offset`` of the text; None if it was put in."""
    index = bisect_right(pieces, offset, key=_start) - 1
    if index < 0 or offset >= pieces[index].start + pieces[index].length:
        return None
    return pieces[index].original + offset - pieces[index].start


_WORD_WITH_SPACE_BEFORE = re.compile(r"\s*\S+|\s+")


def words_with_space(text: str) -> list[str]:
    """``text`` cut before the white space of each word; joined they are ``text`` again."""
    return _WORD_WITH_SPACE_BEFORE.findall(text)

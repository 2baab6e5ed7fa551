"""Chronicles: lines that begin with a time, which dates what the lines under it tell.

"1994: Oman agrees to …", or a date alone on its line. One such line makes no chronicle: a
report's own date line looks the same, and so do the stamps of pictures and of teasers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from coranto.times.meaning import Calendar, RawTime

# Headings of a chronicle are of different times: two that begin lines, three on lines of their own.
_FEWEST: Final = 2
_FEWEST_ALONE: Final = 3
# A heading names a year or a month: no clock, no "4 hours ago".
_NAMED: Final = re.compile(
    r"\b(?:1\d|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
_BEFORE: Final = re.compile(r"[ \t]*(?:[-•*–—][ \t]*)?(?:[Ii]n )?")
_INLINE: Final = re.compile(r"[ \t]*(?:[:–—]|-)[ \t]+(?=[\"“‘]?[A-Z])")
_ALONE: Final = re.compile(r"[ \t]*:?[ \t]*\n\s*(?=\S)")
_LINE: Final = re.compile(r"\n")
_REACH: Final = 8


class Placed(Protocol):
    """What stands at a place of a text, with its words."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Heading:
    """The time of a heading, by its index, and the characters ``[start, end)`` under it."""

    index: int
    start: int
    end: int


def headings(text: str, times: Sequence[Placed]) -> tuple[Heading, ...]:
    """The headings among ``times``, in order; none where the text is no chronicle."""
    found: list[tuple[int, int, bool]] = []
    for i, time in enumerate(times):
        if time.type != "DATE" or _NAMED.search(time.text) is None:
            continue
        begin = text.rfind("\n", 0, time.start) + 1
        if time.start - begin > _REACH or not _BEFORE.fullmatch(text, begin, time.start):
            continue
        inline = _INLINE.match(text, time.end)
        below = inline or _ALONE.match(text, time.end)
        if below is not None:
            found.append((i, below.end(), inline is not None))
    if len({times[i].text for i, _, in_line in found if not in_line}) < _FEWEST_ALONE:
        found = [heading for heading in found if heading[2]]
    if len({times[i].text for i, _, _ in found}) < _FEWEST:
        return ()
    nexts = [times[i].start for i, _, _ in found[1:]]
    out = []
    for n, (i, start, in_line) in enumerate(found):
        line = _LINE.search(text, start)
        end = line.start() if line is not None else len(text)
        if not in_line and n < len(nexts):
            end = nexts[n]
        out.append(Heading(i, start, end))
    return tuple(out)


def with_heading_years(text: str, raws: Sequence[RawTime]) -> list[RawTime]:
    """``raws``, those of months and days without a year in that of the heading above them."""
    out = list(raws)
    for heading in headings(text, raws):
        above = raws[heading.index].meaning
        if not isinstance(above, Calendar) or above.year is None or above.bc:
            continue
        for i, raw in enumerate(raws):
            m = raw.meaning
            if not heading.start <= raw.start < heading.end or not isinstance(m, Calendar):
                continue
            if m.month is not None and (m.year, m.which, m.year_shift) == (None, None, None):
                out[i] = replace(raw, meaning=replace(m, year=above.year))
    return out

"""The age of a war, as reports state it: a clock that needs no year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from coranto.errors import DataError
from coranto.times import calendar as cal
from coranto.times.grammar import FRAGMENTS
from coranto.times.interpret import number
from coranto.types import DateRange

_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Landmark:
    """A war or long-running affair: its days, what reports call it, what they must name."""

    start: date
    end: date | None
    name: str
    words: tuple[str, ...]
    context: tuple[tuple[str, ...], ...]

    def named_in(self, text: str) -> bool:
        """Whether ``text`` names something of each group of the context."""
        return all(
            any(re.search(rf"\b{re.escape(word)}", text) for word in group)
            for group in self.context
        )

    def lasts_until(self, day: date | None) -> bool:
        """Whether it was, or may have been, still going on on ``day``."""
        return self.end is None or day is None or self.end >= day


@dataclass(frozen=True, slots=True)
class Age:
    """Words that state how old a landmark is, and when a text with them was written."""

    landmark: Landmark
    start: int
    end: int
    dates: DateRange


@cache
def landmarks() -> tuple[Landmark, ...]:
    """The table shipped with the package. Raises ``DataError`` where a line has not its form."""
    table = resources.files("coranto.times").joinpath("landmarks.tsv").read_text(encoding="utf-8")
    return tuple(
        _landmark(number, line)
        for number, line in enumerate(table.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    )


def _landmark(number: int, line: str) -> Landmark:
    fields = line.split("\t")
    if len(fields) != _FIELDS:
        raise DataError(f"landmarks.tsv, line {number}: {len(fields)} fields, not {_FIELDS}")
    start, end, name, words, context = fields
    try:
        days = date.fromisoformat(start), date.fromisoformat(end) if end else None
    except ValueError as error:
        raise DataError(f"landmarks.tsv, line {number}: {error}") from error
    groups = tuple(tuple(g.strip() for g in part.split("|")) for part in context.split("&"))
    return Landmark(days[0], days[1], name, tuple(words.split("|")), groups)


# "13-month invasion", "15 months of war", "six months after the start of the war".
_NUMBER: Final = FRAGMENTS["num"].replace("(?P<num>", "(?P<count>").replace(" ", r"\s+")
_BEGUN: Final = r"(?:start|beginning|outbreak|launch|onset|first\s+days)\s+of"
_OWNER: Final = r"(?:(?:the|a|its|his|their|this|that|[A-Z][\w.]*(?:['’]s)?|full-scale)\s+){0,4}"


@cache
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    noun = "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")\b"
    unit = r"(?P<unit>month|year|week|day)"
    return (
        re.compile(rf"(?<![\w,.]){_NUMBER}[-\s]{unit}(?:-(?:old|long))?\s+(?:[\w-]+\s+)?{noun}"),
        re.compile(
            rf"(?<![\w,.]){_NUMBER}\s+{unit}s?\s+(?:of|into|after|since)\s+(?:(?:the\s+)?{_BEGUN}\s+)?{_OWNER}{noun}"
        ),
        re.compile(rf"\b[Ss]ince\s+(?:the\s+)?(?:{_BEGUN}\s+){_OWNER}{noun}"),
    )


def begun(text: str, start: int, end: int, noun: str, publication: date | None) -> date | None:
    """The first day of the affair that ``text[start:end]`` calls ``noun`` ("war").

    It is the one of the table that the sentence names, else the paragraph, else (where it
    was still under way at ``publication``) the report; of two of one country the later.
    ``None`` where none is named, or several are.
    """
    named = [
        landmark
        for landmark in _named(text)
        if noun in landmark.words and (publication is None or landmark.start <= publication)
    ]
    under_way = [one for one in named if one.lasts_until(publication)]
    for low, high in _scopes(text, start, end):
        here = [one for one in under_way or named if one.named_in(text[low:high])]
        if here:
            return _start_of(here)
    return _start_of(under_way)


def _start_of(candidates: Sequence[Landmark]) -> date | None:
    """The later start of affairs of one country; ``None`` where they are of several."""
    if not candidates or not set.intersection(*(set(one.context[0]) for one in candidates)):
        return None
    return max(one.start for one in candidates)


@lru_cache(maxsize=4)
def _named(text: str) -> tuple[Landmark, ...]:
    """The affairs that a report names."""
    return tuple(landmark for landmark in landmarks() if landmark.named_in(text))


# The longest paragraph, to either side, that is read for what it names.
_PARAGRAPH: Final = 2000


def _scopes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence and the paragraph around ``[start, end)``."""
    for stops in ((". ", "\n"), ("\n",)):
        first, last = max(start - _PARAGRAPH, 0), min(end + _PARAGRAPH, len(text))
        low = max(first, *(text.rfind(stop, first, start) + 1 for stop in stops))
        ends = [at for stop in stops if (at := text.find(stop, end, last)) >= 0]
        yield low, min(ends, default=last)


def ages(text: str) -> Iterator[Age]:
    """Where ``text`` states the age of a landmark that it names, or says "since its start".

    ``dates`` of an age of N months is half a month to either side of start + N
    months, as reports round; of "since the start" from the start on.
    """
    named = _named(text)
    for landmark in named:
        first, second, since = _patterns(landmark.words)
        for pattern in (first, second):
            for found in pattern.finditer(text):
                dates = _window(landmark, number(found["count"]), found["unit"])
                if dates is not None and _near(text, found, landmark, named):
                    yield Age(landmark, found.start(), found.end(), dates)
        for found in since.finditer(text):
            if _near(text, found, landmark, named):
                yield Age(landmark, *found.span(), DateRange(landmark.start, None))


def _near(text: str, found: re.Match[str], landmark: Landmark, named: Sequence[Landmark]) -> bool:
    """Whether the report speaks of this landmark about here and of no other affair nearer.

    The words alone ("war") fit any landmark; the names of its context must stand
    in the same paragraph or be the only ones of the table that the text names.
    """
    low = text.rfind("\n", 0, found.start()) + 1
    high = text.find("\n", found.end())
    paragraph = text[low : high if high >= 0 else len(text)]
    if landmark.named_in(paragraph):
        return True
    return all(landmark.context[0][0] in other.context[0] for other in named)


def _window(landmark: Landmark, count: float | None, unit: str) -> DateRange | None:
    if count is None or count <= 0:
        return None
    if unit in ("day", "week"):
        days = round(count * (7 if unit == "week" else 1))
        middle, slack = cal.add_days(landmark.start, days), 1 if unit == "day" else 4
        window = DateRange(cal.add_days(middle, -slack), cal.add_days(middle, slack))
    elif unit == "month":
        middle = cal.add_months(landmark.start, round(count))
        window = DateRange(cal.add_days(middle, -16), cal.add_days(middle, 16))
    else:
        middle = cal.add_months(landmark.start, round(count * 12))
        window = DateRange(cal.add_months(middle, -6), cal.add_months(middle, 6))
    if landmark.end is not None and window.earliest is not None and window.earliest > landmark.end:
        return None
    return window

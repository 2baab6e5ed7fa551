"""Acts told in order: "eight days after his meeting", "after protesters stormed the embassy".

One act is told by another's time. Where the words count the days between, either
dates the other; where they do not, the one told after, or since, bounds the one told before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from coranto.language.document import Document
from coranto.times import calendar as cal
from coranto.types import DateRange, TimeExpression

_MARKERS: Final[dict[str, Literal["after", "before"]]] = {
    "after": "after",
    "following": "after",
    "since": "after",
    "before": "before",
}
_COUNTED: Final = re.compile(r"P(\d+)([DW])")
# "about two weeks after" counts nothing exactly.
_LOOSE: Final = re.compile(
    r"(?:about|nearly|almost|around|roughly|some|more|less|fewer|over|under|up|than|at|least|most"
    r"|to|within)\b",
    re.IGNORECASE,
)
# A count of weeks is rounded to the nearest.
_HALF_A_WEEK: Final = 3
_LENGTHS: Final = frozenset("days weeks months years decades shortly long".split())
_DEFINITE: Final = frozenset(("the", "that", "this", "those", "these"))


@dataclass(frozen=True, slots=True)
class Order:
    """The act at token ``inner`` is told to come before, or after, that at ``outer``.

    ``marker`` is the token "after", "since" or "before"; ``days`` counts from the inner act
    to the outer, as (fewest, most), ``None`` where no count is said (then
    ``count`` is ``None`` too).
    """

    outer: int
    inner: int
    marker: int
    relation: Literal["after", "before"]
    days: tuple[int, int] | None = None
    count: TimeExpression | None = None

    def inner_days(self, outer: DateRange) -> DateRange:
        """The days of the inner act, given those of the outer."""
        if self.days is not None:
            return _moved(outer, -self.days[1], -self.days[0])
        if self.relation == "after":
            return DateRange(None, outer.latest)
        return DateRange(outer.earliest, None)

    def outer_days(self, inner: DateRange) -> DateRange | None:
        """The days of the outer act, given those of the inner; ``None`` without a count."""
        return None if self.days is None else _moved(inner, *self.days)


def _moved(dates: DateRange, low: int, high: int) -> DateRange:
    first, last = dates.earliest, dates.latest
    return DateRange(
        None if first is None else cal.add_days(first, low),
        None if last is None else cal.add_days(last, high),
    )


def orders(doc: Document, times: Sequence[TimeExpression]) -> tuple[Order, ...]:
    """The acts of ``doc`` that an "after" or "before" orders, in order of the text."""
    lengths = {t.end: t for t in times if t.type == "DURATION"}
    out = []
    for i, low in enumerate(doc.lows):
        if low not in _MARKERS:
            continue
        relation, token = _MARKERS[low], doc.tokens[i]
        inner = token.head
        if inner < i or token.dep.split(":")[0] not in ("mark", "case"):
            continue
        outer = _outer(doc, inner)
        if outer is None or _is_time(doc, inner, times):
            continue
        count = lengths.get(doc.tokens[i - 1].end) if i else None
        days = None if count is None else _days(doc, count, relation)
        out.append(Order(outer, inner, i, relation, days, count if days else None))
    return tuple(out)


def _outer(doc: Document, inner: int) -> int | None:
    """The act that the phrase or clause of ``inner`` hangs on, past a date hung between."""
    dep = doc.tokens[inner].dep.split(":")[0]
    above = doc.tokens[inner].head
    if above < 0 or dep not in ("advcl", "obl", "nmod", "acl"):
        return None
    # "signed it on March 10, two weeks after …": parsers may hang the clause on the day.
    while doc.tokens[above].pos in ("NUM", "PROPN") and doc.tokens[above].dep.startswith("obl"):
        above = doc.tokens[above].head
    return above


def _is_time(doc: Document, inner: int, times: Sequence[TimeExpression]) -> bool:
    """Whether "after" stands before a time ("after March 10"), not before an act."""
    start = doc.tokens[inner].start
    at = bisect_right(times, start, key=lambda t: t.start) - 1
    return at >= 0 and start < times[at].end


def _days(
    doc: Document, count: TimeExpression, relation: Literal["after", "before"]
) -> tuple[int, int] | None:
    found = _COUNTED.fullmatch(count.value)
    before = doc.text[max(0, count.start - 8) : count.start].split()
    if found is None or _LOOSE.match(count.text) or (before and _LOOSE.fullmatch(before[-1])):
        return None
    slack = _HALF_A_WEEK if found[2] == "W" else 0
    number = int(found[1]) * (7 if found[2] == "W" else 1)
    if number > date.max.toordinal():
        return None
    low, high = number - slack, number + slack
    return (low, high) if relation == "after" else (-high, -low)


def belongs_to_inner(doc: Document, order: Order, time: TimeExpression) -> bool:
    """Whether a time after the marker is said of the inner act ("two days after talks on Monday").

    With a count it would say nothing new of the outer act. A comma ends the phrase.
    """
    if order.days is None or time.start < doc.tokens[order.marker].end:
        return False
    if order.marker < order.outer and time.start > doc.tokens[order.outer].start:
        return False
    if doc.sentence_of[order.marker] != doc.sentence_of[doc.tokens_in(time.start, time.end)[0]]:
        return False
    between = doc.text[doc.tokens[order.marker].end : time.start]
    return "," not in between and ";" not in between


def is_loosely_counted(doc: Document, order: Order) -> bool:
    """Whether a vague length stands before the marker ("weeks before the invasion")."""
    before = doc.tokens[order.marker - 1].text.lower() if order.marker else ""
    return before in _LENGTHS


def is_anaphoric(doc: Document, order: Order) -> bool:
    """Whether the inner act is a bare noun told before ("two days after the meeting")."""
    inner = order.inner
    if doc.tokens[inner].pos != "NOUN":
        return False
    if any(c > inner for c in doc.dependents(inner, "nmod", "acl")):
        return False
    return any(doc.tokens[c].text.lower() in _DEFINITE for c in doc.dependents(inner, "det"))

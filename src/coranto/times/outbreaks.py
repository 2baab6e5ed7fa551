"""When a war began that bounds something: "since the start of the war".

TimeML leaves such words to the events that they name; a reader of chronicles wants their
day. It is that of the table of wars (:mod:`coranto.times.landmarks`), else one that the
report itself gives ("the war, which began on 3 March 2021"); else it is unknown, and what
came since is dated by the open past, never by the day of the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from coranto.language.document import Document
from coranto.times import calendar as cal
from coranto.times.landmarks import begun
from coranto.times.meaning import Outbreak, RawTime
from coranto.times.tables import AFFAIRS
from coranto.types import DateRange, TimeExpression

_SINCE: Final = re.compile(r"\bsince\s+$", re.IGNORECASE)
_TO_THE_MONTH: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_BEGAN: Final = r"(?:began|begun|started|erupted|broke out|was launched)"
_BEGINNING: Final = r"(?:start|beginning|outbreak|onset|launch|eruption)"
# How far before its date the words stand that tell of the beginning.
_REACH: Final = 90


def placed_outbreaks(
    text: str, raws: Sequence[RawTime], times: Sequence[TimeExpression], publication: date | None
) -> tuple[TimeExpression, ...]:
    """``times`` with those of ``raws`` placed whose meaning is an ``Outbreak``.

    The value is the day, or the month, on which the war began; ``PAST_REF`` where it is
    not known and the word before is "since"; else "XXXX-XX-XX".
    """
    out = list(times)
    told: dict[str, tuple[str, DateRange]] = {}
    for i, raw in enumerate(raws):
        if not isinstance(raw.meaning, Outbreak):
            continue
        noun = raw.meaning.noun
        day = begun(text, raw.start, raw.end, noun, publication)
        if day is None and noun not in told:
            told[noun] = _told(text, noun, times, publication)
        value, dates = told[noun] if day is None else (day.isoformat(), DateRange(day, day))
        if not value and _SINCE.search(text, max(raw.start - 12, 0), raw.start):
            value, dates = "PAST_REF", DateRange(None, publication)
        out[i] = replace(times[i], value=value or "XXXX-XX-XX", dates=dates)
    return tuple(out)


def _told(
    text: str, noun: str, times: Sequence[TimeExpression], publication: date | None
) -> tuple[str, DateRange]:
    """The value and the days that the text itself gives for the beginning; "" if none."""
    word = re.escape(noun)
    told = re.compile(
        rf"(?:\b{word}\b[^.;\n]{{0,40}}\b{_BEGAN}|\b{_BEGINNING} of [^.;\n]{{0,40}}\b{word})\b"
        r"[^.;\n]{0,30}\b(?:on|in)\s$",
        re.IGNORECASE,
    )
    for time in times:
        first = time.dates.earliest
        if time.type != "DATE" or first is None or not _TO_THE_MONTH.fullmatch(time.value):
            continue
        if publication is not None and first > publication:
            continue
        if told.search(text, max(time.start - _REACH, 0), time.start):
            return time.value, cal.covered(time.value)
    return "", DateRange()


_STARTS: Final = frozenset("begin began begun start started erupt erupted break broke".split())
_INVADES: Final = frozenset("invade invaded invades".split())
_AT_ONCE: Final = _INVADES | {"invasion"}


def war_begun(doc: Document, token: int, publication: date | None, *, after: bool) -> date | None:
    """The first day of the war at ``token``, by the table: "the invasion", "the war began".

    ``after`` is true where "after" stands before it: what came after a war is past its
    end, so that only what begins at once ("the invasion", "the war began") counts.
    """
    noun = _affair(doc, token)
    if noun is None or (after and noun == token and doc.lows[token] not in _AT_ONCE):
        return None
    name = "invasion" if doc.lows[noun] in _INVADES else doc.lows[noun]
    word = doc.tokens[noun]
    return begun(doc.text, word.start, word.end, name, publication)


def is_affair(doc: Document, token: int) -> bool:
    """Whether the words at ``token`` tell a war or its beginning."""
    return _affair(doc, token) is not None


def _affair(doc: Document, token: int) -> int | None:
    """The token that names the war: of "the war", "the war began", "Russia invaded"."""
    noun: int | None = token
    if doc.lows[token] in _STARTS:
        noun = doc.child(token, "nsubj")
    if noun is None:
        return None
    return noun if doc.lows[noun] in AFFAIRS | _INVADES else None

"""What a time expression means before it is placed on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coranto.types import TimeType

Unit = Literal["S", "N", "H", "D", "W", "K", "M", "Q", "Y", "E", "C"]
Part = Literal["early", "mid", "late", "start", "end", "earlier", "later"]
Which = Literal["last", "this", "next"]
Base = Literal["publication", "narrative"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place on the calendar; what is ``None`` was not said.

    ``weekday`` is 1 for Monday to 7; ``year_shift`` counts years from that of
    the publication ("January this year" is 0); ``week_shift`` weeks likewise
    ("Tuesday of last week" is -1); ``which`` is the word before the name ("last
    October"); ``decade`` is 199 for the 1990s; ``century`` 19 for the 20th;
    ``weekend`` is that of the holiday ("the Easter weekend");
    ``quarter`` 0 for that of the report ("the 1988 period"); ``bc``
    counts the year before our era; ``year_base`` is what the year, or the weekday,
    counts from ("May of that year", "the previous Friday").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    weekend: bool = False
    which: Which | None = None
    year_shift: int | None = None
    week_shift: int | None = None
    bc: bool = False
    year_base: Base = "publication"


@dataclass(frozen=True, slots=True)
class Shift:
    """``amount`` units from the publication's or the narrative's time ("last week": -1, W).

    ``counted`` is true of "a year ago" and "two days later", not of "last year".
    """

    amount: int
    unit: Unit
    base: Base = "publication"
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time; ``amount`` is ``None`` where the words are vague ("several years").

    ``side`` tells whether it ends ("past") or begins ("future") at the publication.
    """

    amount: float | None
    unit: Unit
    side: Literal["past", "future"] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """``PRESENT_REF``, ``PAST_REF`` or ``FUTURE_REF``."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times, by its TIMEX3 value ("P1D", "XXXX-WXX-1")."""

    value: str


@dataclass(frozen=True, slots=True)
class Outbreak:
    """The start of a war, called ``noun`` ("the outbreak of the civil war": "civil war")."""

    noun: str


Meaning = Calendar | Shift | Length | Reference | Repeat | Outbreak


@dataclass(frozen=True, slots=True)
class RawTime:
    """A time expression as found, not yet placed: extent, TIMEX3 type, symbolic meaning.

    ``part`` narrows the period ("early", "late", "earlier" …); ``daytime`` is a
    TIMEX3 code ("MO", "NI"); ``clock`` a time of day ("10:35").
    """

    text: str
    start: int
    end: int
    type: TimeType
    meaning: Meaning
    part: Part | None = None
    daytime: str | None = None
    clock: str | None = None

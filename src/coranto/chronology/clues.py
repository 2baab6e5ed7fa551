"""What the days, months and weekdays that a report names without a year say of its own day.

Each is a clue, not a proof: a report names the day of its news, but those of plans and
of the past too. How often each lag occurs was counted in 1,000 dated news reports
(2000-2017, the samples of seeds 4 to 8 of ``benchmarks.dating``): 1,221 days of a month,
750 months alone, 249 first weekdays of an opening and 2,476 weekdays in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from coranto.language.document import Document
from coranto.times import BareMonth, RawTime, bare_months, bare_weekdays, of_the_news
from coranto.times.opening import Opening

Floats = npt.NDArray[np.float64]
Days = npt.NDArray[np.int64]
Told = Literal["news", "opening", "past", "ahead"]

_EPOCH: Final = 719163
"""1 January 1970 as a proleptic ordinal: where ``numpy.datetime64`` counts from."""
_HALF_YEAR: Final = 183

# How many days after the day that it names a report came out (first, last, share): days that the
# opening names, those that the rest names as past, and those that it speaks of as to come.
_LAGS: Final[dict[str, tuple[tuple[int, int, float], ...]]] = {
    "opening": (
        (-183, -31, 0.02), (-30, -15, 0.01), (-14, -1, 0.03), (0, 1, 0.68), (2, 7, 0.06),
        (8, 14, 0.03), (15, 30, 0.08), (31, 61, 0.05), (62, 182, 0.05),
    ),
    "past": (
        (-183, -31, 0.07), (-30, -15, 0.04), (-14, -8, 0.06), (-7, -1, 0.20), (0, 1, 0.24),
        (2, 7, 0.07), (8, 14, 0.07), (15, 30, 0.10), (31, 61, 0.06), (62, 182, 0.09),
    ),
    "ahead": (
        (-183, -31, 0.25), (-30, -15, 0.13), (-14, -8, 0.09), (-7, -1, 0.20), (0, 1, 0.22),
        (2, 7, 0.02), (8, 14, 0.01), (15, 30, 0.03), (31, 61, 0.02), (62, 182, 0.09),
    ),
}  # fmt: skip
# By how many months (0 to 11) the report is later than a month that it names alone.
_MONTHS_PAST: Final = (0.05, 0.12, 0.20, 0.15, 0.10, 0.10, 0.07, 0.03, 0.04, 0.04, 0.05, 0.05)
_MONTHS_AHEAD: Final = (0.18, 0.05, 0.03, 0.05, 0.05, 0.14, 0.04, 0.05, 0.05, 0.05, 0.12, 0.19)
# By how many days (0 to 6) it is later than the first past weekday of its opening; than any other.
_FIRST_WEEKDAY: Final = (0.62, 0.20, 0.06, 0.03, 0.03, 0.02, 0.04)
_ANY_WEEKDAY: Final = (0.41, 0.28, 0.12, 0.06, 0.03, 0.03, 0.07)
# What a clue counts for beside the votes of other reports, whose words are no independent
# evidence of it; and what more a day of the news in the opening counts for. Chosen with the same
# 1,000 reports in sight.
_DAYS_COUNT: Final = 0.56
_WEEKDAYS_COUNT: Final = 0.7
_NEWS_COUNTS: Final = 2.0
# A day named with its weekday is in a year in which it falls on it.
_ON_ITS_WEEKDAY: Final = 0.8


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of a month without its year, its weekday where that stands by it, and how it is told.

    ``news`` is a past day of the opening that can be the report's own ("On May 4, …").
    """

    month: int
    day: int
    weekday: int | None
    told: Told


@dataclass(frozen=True, slots=True)
class Clues:
    """The days, the months alone (with whether they are past) and the weekdays of a report."""

    days: tuple[NamedDay, ...] = ()
    months: tuple[tuple[int, bool], ...] = ()
    first_weekday: int | None = None
    weekdays: tuple[int, ...] = ()

    @classmethod
    def of(cls, doc: Document, raws: Sequence[RawTime]) -> Clues:
        """The clues of a text: of a day that it names again, the likest to be its own counts."""
        opening = Opening.of(doc)
        named = bare_months(doc, raws)
        days: dict[tuple[int, int], NamedDay] = {}
        for one in (_named_day(b, doc, opening) for b in named if b.day is not None):
            before = days.get((one.month, one.day))
            if before is None or one.told == "news":
                days[one.month, one.day] = one
        months = {(b.month, b.past) for b in named if b.day is None}
        first = [w for w, _ in bare_weekdays(doc, raws, opening.end)]
        others = () if first else tuple(w for w, _ in bare_weekdays(doc, raws, len(doc.text)))
        return cls(tuple(days.values()), tuple(sorted(months)), first[0] if first else None, others)

    def log_odds(self, days: Days) -> Floats:
        """How much likelier each of ``days`` (ordinals) is made by the clues; 0 is not at all."""
        stamps = (days - _EPOCH).astype("datetime64[D]")
        months = stamps.astype("datetime64[M]").astype(np.int64) % 12
        out = np.zeros(len(days))
        for named in self.days:
            out += self._log_odds_of_day(named, days, stamps)
        for month, past in self.months:
            table = np.log(12 * np.array(_MONTHS_PAST if past else _MONTHS_AHEAD))
            out += table[(months - (month - 1)) % 12] / len(self.months) ** 0.5
        if self.first_weekday is not None:
            out += _WEEKDAYS_COUNT * _on_weekday(days, self.first_weekday, _FIRST_WEEKDAY)
        for weekday in self.weekdays:
            share = _WEEKDAYS_COUNT / len(self.weekdays)
            out += share * _on_weekday(days, weekday, _ANY_WEEKDAY)
        return out

    def _log_odds_of_day(
        self, named: NamedDay, days: Days, stamps: npt.NDArray[np.datetime64]
    ) -> Floats:
        lag = _lags(named, days, stamps)
        table = _lag_table("opening" if named.told == "news" else named.told)
        out: Floats = table[np.clip(lag, -_HALF_YEAR, _HALF_YEAR - 1) + _HALF_YEAR]
        out = out * (_DAYS_COUNT / len(self.days) ** 0.5)
        if named.told == "news":
            out = out + np.where((lag >= 0) & (lag <= 1), _NEWS_COUNTS, 0.0)
        if named.weekday is not None:
            fits = (days - lag - 1) % 7 + 1 == named.weekday
            out = out + np.where(fits, _ON_ITS_WEEKDAY, -_ON_ITS_WEEKDAY)
        return out


def _named_day(bare: BareMonth, doc: Document, opening: Opening) -> NamedDay:
    raw = bare.raw
    told: Told = "past" if bare.past else "ahead"
    if bare.past and raw.start < opening.end:
        told = "news" if of_the_news(doc, raw) else "opening"
    weekday = getattr(raw.meaning, "weekday", None)
    return NamedDay(bare.month, bare.day or 1, weekday, told)


def _lags(named: NamedDay, days: Days, stamps: npt.NDArray[np.datetime64]) -> Days:
    """By how many days each of ``days`` is later than the nearest return of the named day."""
    years = stamps.astype("datetime64[Y]")
    lags = []
    for shift in (-1, 0, 1):
        month = (years + shift).astype("datetime64[M]") + (named.month - 1)
        return_ = month.astype("datetime64[D]") + (named.day - 1)
        lags.append(days - _EPOCH - return_.astype(np.int64))
    all_lags = np.stack(lags)
    nearest = np.argmin(np.abs(all_lags), axis=0)
    chosen: Days = all_lags[nearest, np.arange(len(days))]
    return chosen


@cache
def _lag_table(told: str) -> Floats:
    """The log odds of each lag, from half a year before to half a year after, to no clue at all."""
    out = np.zeros(2 * _HALF_YEAR)
    for first, last, share in _LAGS[told]:
        per_day = share / (last - first + 1)
        out[first + _HALF_YEAR : last + _HALF_YEAR + 1] = np.log(per_day * 2 * _HALF_YEAR)
    return out


def _on_weekday(days: Days, weekday: int, shares: Sequence[float]) -> Floats:
    out: Floats = np.log(7 * np.array(shares))[(days - weekday) % 7]
    return out

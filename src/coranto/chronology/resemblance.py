"""When a report came out, by the dated reports whose words it shares.

Reports of one day's news share its names, numbers and turns of phrase. The dated
reports of the pile vote for their own day, each with the likeness of its text
(TF-IDF cosine over words and pairs of words, the nearest neighbours of Salton and
Buckley 1988), and the votes are spread over the days around (a kernel estimate; so
dates documents Kumar, Lease and Baldridge 2011). What is given back is a range that
holds four fifths of the votes, not a day that no word supports.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from coranto.times import calendar as cal
from coranto.types import DateRange

_WORD: Final = re.compile(r"[^\W_][\w’']*")
_SHORTEST: Final = 3
# The first characters of a report tell its news: their words count for more.
_LEDE: Final = 700
_LEDE_COUNTS: Final = 1.5
# Words of more reports than these tell no day.
_COMMON: Final = 1000
# Reports that vote, and how steeply a likeness counts: the twentieth is heard, not obeyed.
_VOTERS: Final = 60
_STEEPNESS: Final = 4
# A vote holds for the days around (the news of a day is told for some three), and more faintly for
# the two months around (an affair runs on).
_NEWS: Final = 3.0
_AFFAIR: Final = 60.0
_AFFAIR_WEIGHT: Final = 0.3
# Fewer dated reports, or less likeness, vote for nothing.
_FEWEST: Final = 5
_LEAST_LIKE: Final = 0.015
# A candidate outside what the report's own words allow counts for a third, for they are at times
# misread; a day that its opening names, for twenty times as much.
_AGAINST_ITS_WORDS: Final = -1.0
_NAMED: Final = 3.0
# Half-widths of the range that is given back, in days, and the share of the votes that it holds:
# chosen with 600 hidden reports in sight so that about four in five of the ranges hold the day.
_WIDTHS: Final = (2, 3, 7, 15, 31, 92, 183, 366, 1096)
_SHARE: Final = 0.8
_SHARPENED: Final = 2.0
_SHOWN: Final = 3

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likely:
    """The likeliest day of a report, the days that hold most of the votes, and who voted so.

    ``reports`` are the most alike of those that came out near that day, the first first.
    """

    day: date
    dates: DateRange
    reports: tuple[str, ...]


class DatedTexts:
    """The texts of dated reports, to be asked which of them another report is like."""

    def __init__(self, texts: Sequence[tuple[str, str, date]]) -> None:
        """``texts``: id, text and day of each dated report, in any order."""
        ordered = sorted(texts)
        self.ids = [i for i, _, _ in ordered]
        self.days = np.array([d.toordinal() for _, _, d in ordered], dtype=np.int64)
        postings: dict[str, list[tuple[int, float]]] = {}
        for n, (_, text, _) in enumerate(ordered):
            for word, share in _features(text).items():
                postings.setdefault(word, []).append((n, share))
        most = min(_COMMON, max(len(ordered) // 2, 2))
        self._postings = {
            w: (np.array([n for n, _ in p], dtype=np.int64), np.array([s for _, s in p]))
            for w, p in postings.items()
            if len(p) <= most
        }
        lengths = np.zeros(len(ordered))
        for reports, shares in self._postings.values():
            lengths[reports] += self._weight(len(reports)) * shares**2
        self._lengths: Floats = np.sqrt(np.maximum(lengths, 1e-9))

    def _weight(self, reports: int) -> float:
        """The squared inverse document frequency of a word that so many reports have."""
        return math.log((len(self.ids) + 1) / reports) ** 2

    def likeness(self, text: str) -> Floats:
        """The likeness of ``text`` to each dated report, from 0 to 1."""
        found = np.zeros(len(self.ids))
        own = 0.0
        for word, share in sorted(_features(text).items()):
            where = self._postings.get(word)
            if where is None:
                own += self._weight(1) * share**2
                continue
            weight = self._weight(len(where[0])) * share
            own += weight * share
            found[where[0]] += weight * where[1]
        result: Floats = found / self._lengths / math.sqrt(max(own, 1e-9))
        return result

    def likely(
        self,
        text: str,
        allowed: DateRange | None = None,
        named: Sequence[tuple[int, int]] = (),
    ) -> Likely | None:
        """When a report with ``text`` came out; ``None`` where too little is like it.

        ``allowed`` are the days that its own words allow, ``named`` the days of a
        month (month, day) that its opening names without their year.
        """
        if len(self.ids) < _FEWEST:
            return None
        like = self.likeness(text)
        top = np.lexsort((np.arange(len(like)), -like))[:_VOTERS]
        if like[top[0]] < _LEAST_LIKE:
            return None
        votes = (like[top] / like[top[0]]) ** _STEEPNESS
        days = self.days[top]
        candidates = self._candidates(days, named)
        score = _log_votes(candidates, days, votes)
        score += _own_words(candidates, allowed or DateRange(), named)
        best = int(np.argmax(score))
        day = date.fromordinal(int(candidates[best]))
        near = [self.ids[i] for i in top if abs(int(self.days[i]) - int(candidates[best])) <= _NEWS]
        width = _half_width(candidates, score, best)
        dates = DateRange(cal.add_days(day, -width), cal.add_days(day, width))
        return Likely(day, dates, tuple(near[:_SHOWN]) or (self.ids[int(top[0])],))

    def _candidates(
        self, days: npt.NDArray[np.int64], named: Sequence[tuple[int, int]]
    ) -> npt.NDArray[np.int64]:
        """The days voted for and those next to them, and those named, in the years voted for."""
        more = {int(d) + n for d in days for n in (-1, 0, 1)}
        years = {date.fromordinal(int(d)).year + n for d in days[:_FEWEST] for n in (-1, 0, 1)}
        for month, day in named:
            found = (cal.day_of(year, month, day) for year in years)
            more |= {d.toordinal() + n for d in found if d is not None for n in (0, 1)}
        return np.array(sorted(d for d in more if 0 < d <= date.max.toordinal()), dtype=np.int64)


def _features(text: str) -> dict[str, float]:
    """The words of a text and its pairs of words, in lower case; those of its lede count more."""
    lede = len(text[:_LEDE].rpartition(" ")[0]) if len(text) > _LEDE else len(text)
    out: dict[str, float] = {}
    for part, share in ((text[lede:], 1.0), (text[:lede], _LEDE_COUNTS)):
        words = [w.lower() for w in _WORD.findall(part)]
        out.update((w, share) for w in words if len(w) >= _SHORTEST or w.isdigit())
        for a, b in pairwise(words):
            if len(a) >= _SHORTEST and len(b) >= _SHORTEST:
                out[f"{a} {b}"] = share
    return out


def _log_votes(
    candidates: npt.NDArray[np.int64], days: npt.NDArray[np.int64], votes: Floats
) -> Floats:
    away = np.abs(candidates[:, None] - days[None, :]).astype(np.float64)
    spread = np.exp(-away / _NEWS) + _AFFAIR_WEIGHT * np.exp(-away / _AFFAIR)
    result: Floats = np.log((votes * spread).sum(axis=1) + 1e-9)
    return result


def _own_words(
    candidates: npt.NDArray[np.int64], allowed: DateRange, named: Sequence[tuple[int, int]]
) -> Floats:
    out = np.zeros(len(candidates))
    for n, ordinal in enumerate(candidates):
        day = date.fromordinal(int(ordinal))
        if not allowed.overlaps(DateRange(day, day)):
            out[n] += _AGAINST_ITS_WORDS
        if any(_on_or_after(day, pair) for pair in named):
            out[n] += _NAMED
    return out


def _on_or_after(day: date, named: tuple[int, int]) -> bool:
    """Whether ``day`` is the named day of a month, or the day after."""
    first = cal.day_of(day.year, *named)
    return first is not None and 0 <= (day - first).days <= 1


def _half_width(candidates: npt.NDArray[np.int64], score: Floats, best: int) -> int:
    """The narrowest range around the best day that holds most of the votes."""
    mass = np.exp(_SHARPENED * (score - score[best]))
    away = np.abs(candidates - candidates[best])
    total = float(mass.sum())
    for width in _WIDTHS:
        if float(mass[away <= width].sum()) >= _SHARE * total:
            return width
    return _WIDTHS[-1]


def texts_of(
    texts: Mapping[str, str], days: Mapping[str, DateRange]
) -> list[tuple[str, str, date]]:
    """The dated reports for :class:`DatedTexts`: those whose range has a day in its middle."""
    out = []
    for report, text in texts.items():
        dates = days[report]
        if dates.earliest is not None and dates.latest is not None:
            middle = cal.add_days(dates.earliest, (dates.latest - dates.earliest).days // 2)
            out.append((report, text, middle))
    return out

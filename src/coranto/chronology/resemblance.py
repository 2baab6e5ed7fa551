"""When a report came out, by the dated reports whose words it shares.

Reports of one day's news share its names, numbers and turns of phrase. The dated
reports of the pile vote for their own day, each with the likeness of its text
(TF-IDF cosine over words and pairs of words, the nearest neighbours of Salton and
Buckley 1988), and the votes are spread over the days around (a kernel estimate; so
dates documents Kumar, Lease and Baldridge 2011). The days, months and weekdays that the
report names raise or lower each day (``clues``). What is given back is a range that holds
the true day in nine reports of ten, not a day that no word supports.
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

from coranto.chronology.clues import Clues
from coranto.times import calendar as cal
from coranto.types import DateRange

_WORD: Final = re.compile(r"[^\W_][\w’']*")
_SHORTEST: Final = 3
# The first characters of a report tell its news: their words count for more.
_LEDE: Final = 700
_LEDE_COUNTS: Final = 1.5
# Words of more reports than these tell no day.
_COMMON: Final = 1000
# Reports that vote, and how steeply a likeness counts: a report half as like as the likest has
# hardly a voice. How long a vote holds, in days: for the news of a day, for an affair, for an age.
# Chosen with the 1,000 reports of seeds 4 to 8 of ``benchmarks.dating`` in sight, by the likelihood
# of their true days.
_VOTERS: Final = 100
_STEEPNESS: Final = 6
_WIDTHS: Final = (1.5, 60.0, 640.0)
# The share of the chances that the votes have for each, and that of days that no vote supports,
# where the likest report has the usual likeness; with the power of its likeness, as a multiple of
# the usual, by which the share grows or falls: of the likest reports with a likeness under 0.03,
# 7 in 100 are of the same two days, of those over 0.12, 85 (fitted on the same 1,000).
_SHARES: Final = (0.73, 0.24, 0.03, 0.0005)
_BY_LIKENESS: Final = (0.5, -0.25, -0.8, -2.3)
_USUAL_LIKENESS: Final = 0.085
# In a sparse pile the likest report is seldom of the same news. Where half of the reports have no
# other within a day, the news loses of its share (half of it at three days), most to the age.
# Chosen on draws of 12 to 150 reports of one topic of those seeds.
_DENSE: Final = 1.0
_HALVED: Final = 2.0
_TO_AFFAIR: Final = 0.3
_AGE_OF_GAPS: Final = 6.0
# Of few dated reports none may be of the same news, which loses this part of one in n + this. So
# 90 of 100 ranges hold the day where five or nine reports of three weeks around it are dated.
_FEW: Final = 1.0
# The days asked about reach so far beyond the dated reports, and no further back than a century.
_MARGIN: Final = 183
_CENTURY: Final = 36525
# Fewer dated reports, or less likeness, vote for nothing.
_FEWEST: Final = 5
_LEAST_LIKE: Final = 0.015
# How much less likely a day is, as log odds, that the report's own words seem to exclude (they are
# misread in one of five), and one before an act that it tells as happened.
_AGAINST_ITS_WORDS: Final = 1.0
_BEFORE_ITS_NEWS: Final = 4.0
# The range that is given back holds this share of the chances, sharpened: all days but those far
# less likely than the best. So the true day lies in about 90 of 100 (counted on the same 1,000, and
# on draws of 12 to 150 reports), with shorter ranges than milder sharpenings give for that.
_SHARE: Final = 0.996
_SHARPENED: Final = 2.2
_NEAR: Final = 3
_EPOCH: Final = 719163
_SHOWN: Final = 3

Floats = npt.NDArray[np.float64]
Days = npt.NDArray[np.int64]
Spreads = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """The likeliest day of a report, the days that hold nearly all chances, and who voted so.

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

    def _spreads(self, likest: float) -> Spreads:
        """How long a vote holds, in days, with its share: longer the further the reports lie apart.

        Where a pile has a report a month, the likest one is seldom of the same news;
        nor is it where its likeness, ``likest``, is small. The last is the share of all days alike.
        """
        gaps = np.diff(np.sort(self.days))
        nearest = np.minimum(np.append(gaps, gaps[-1]), np.insert(gaps, 0, gaps[0]))
        beyond = max(float(np.median(nearest)) - _DENSE, 0.0)
        news, affair, age, unsupported = _shares(likest)
        lost = news * beyond / (beyond + _HALVED)
        lost += (news - lost) * _FEW / (len(self.ids) + _FEW)
        return (
            (_WIDTHS[0], news - lost),
            (max(_WIDTHS[1], 2 * beyond), affair + lost * _TO_AFFAIR),
            (max(_WIDTHS[2], _AGE_OF_GAPS * beyond), age + lost * (1 - _TO_AFFAIR)),
            (math.inf, unsupported),
        )

    def likely(
        self,
        text: str,
        clues: Clues | None = None,
        allowed: DateRange | None = None,
        firm: DateRange | None = None,
    ) -> Likely | None:
        """When a report with ``text`` came out; ``None`` where too little is like it.

        ``clues`` are the days that it names, ``allowed`` those that its own words and
        offices allow, ``firm`` those that acts allow which it shares with dated reports.
        """
        if len(self.ids) < _FEWEST:
            return None
        like = self.likeness(text)
        top = np.lexsort((np.arange(len(like)), -like))[:_VOTERS]
        if like[top[0]] < _LEAST_LIKE:
            return None
        first, last = int(self.days.min()) - _MARGIN, int(self.days.max()) + _MARGIN
        first = max(first, last - _CENTURY, 1)
        days = np.arange(first, min(last, date.max.toordinal()) + 1)
        votes = (like[top] / like[top[0]]) ** _STEEPNESS
        score = np.log(_support(days, self.days[top], votes, self._spreads(float(like[top[0]]))))
        score += (clues or Clues()).log_odds(days)
        score -= _AGAINST_ITS_WORDS * _outside(days, allowed or DateRange())
        score -= _BEFORE_ITS_NEWS * _outside(days, firm or DateRange())
        chances = np.exp(score - score.max())
        best = _best(days, chances)
        low, high = _shortest(chances**_SHARPENED, best)
        dates = DateRange(date.fromordinal(int(days[low])), date.fromordinal(int(days[high])))
        near = [self.ids[i] for i in top if abs(int(self.days[i]) - int(days[best])) <= _NEAR]
        day = date.fromordinal(int(days[best]))
        return Likely(day, dates, tuple(near[:_SHOWN]) or (self.ids[int(top[0])],))


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


def _shares(likest: float) -> list[float]:
    """The shares of the news, the affair, the age and all days, for the likeness of the likest."""
    beside = likest / _USUAL_LIKENESS
    shares = [s * beside**power for s, power in zip(_SHARES, _BY_LIKENESS, strict=True)]
    return [s / sum(shares) for s in shares]


def _support(days: Days, voted: Days, votes: Floats, spreads: Spreads) -> Floats:
    """The share of the votes that each day has; each vote holds for the days around too."""
    away = np.abs(days[:, None] - voted[None, :]).astype(np.float64)
    *held, (_, unsupported) = spreads
    out = np.full(len(days), unsupported / len(days))
    for width, share in held:
        out += share / (2 * width) * (np.exp(-away / width) @ votes) / votes.sum()
    return out


def _outside(days: Days, dates: DateRange) -> Floats:
    """1 for the days outside ``dates``, 0 for the others."""
    first = dates.earliest.toordinal() if dates.earliest is not None else 0
    last = dates.latest.toordinal() if dates.latest is not None else date.max.toordinal()
    out: Floats = ((days < first) | (days > last)).astype(np.float64)
    return out


def _best(days: Days, chances: Floats) -> int:
    """The day to name if one must be named: likely itself, with the days around, its month, its
    year. A month that many reports speak for beats one loud day elsewhere."""
    sums = np.concatenate((np.zeros(_NEAR + 1), np.cumsum(chances)))
    sums = np.concatenate((sums, np.full(_NEAR, sums[-1])))
    utility = sums[2 * _NEAR + 1 :] - sums[: -2 * _NEAR - 1]
    stamps = (days - _EPOCH).astype("datetime64[D]")
    for unit in ("M", "Y"):
        _, where = np.unique(stamps.astype(f"datetime64[{unit}]"), return_inverse=True)
        utility = utility + np.bincount(where, weights=chances)[where]
    return int(np.argmax(utility))


def _shortest(chances: Floats, best: int) -> tuple[int, int]:
    """The shortest run of days around ``best`` that holds most of the chances: first, last."""
    sums = np.concatenate(([0.0], np.cumsum(chances)))
    need = _SHARE * sums[-1]
    firsts = np.arange(best + 1)
    lasts = np.maximum(np.searchsorted(sums, sums[firsts] + need - 1e-12) - 1, best)
    fits = lasts < len(chances)
    at = int(np.argmin(np.where(fits, lasts - firsts, len(chances))))
    return at, int(lasts[at])


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

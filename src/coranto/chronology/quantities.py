"""Quantities that reports of one entry give differently: "about 30 minutes", "40 minutes".

Two quantities are of one thing where their kind is the same and the words around them
agree on what is counted: at least two of their content words, neither a party's name
nor a word that is all over the reports. Rounded numbers do not contradict exact ones
near them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from coranto.chronology.words import content_stems
from coranto.types import Disagreement, Version

Place = tuple[int, int]

AROUND = 10
"""Words on either side that tell what a quantity is of."""
SHARED = 2
"""Content words that two quantities of one thing have in common around them."""
ALL_OVER = 0.25
"""A word in more than this share of the sentences says nothing about which thing it is."""
FEW = 8
"""Sentences up to which no word is all over them."""
ROUNDED = 0.1
"""How far, as a share of the larger, a number that is called rough may lie from another."""

FARTHEST = 20
"""How many times as large one of two numbers of one thing may be: more is of something else."""

_WORDS = {
    **{w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{w: n for n, w in enumerate("eleven twelve thirteen fourteen fifteen sixteen".split(), 11)},
    **{w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty".split(), 2)},
}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_ROUGH = (
    r"about|around|some|nearly|almost|roughly|approximately|an estimated|over|more than|at least|"
    r"up to|under|less than|fewer than|close to"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,:/-])(?P<told>(?:(?P<rough>{_ROUGH}) )?(?P<money>[$€£¥])?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_WORDS)})"
    rf"(?:[ -](?P<scale>{'|'.join(_SCALE)}))?"
    r"(?P<unit>(?:[ -](?:full|consecutive|straight|more|other|new))?(?:[ -]?%|[ -][a-z]{3,}))?)"
    r"(?![\w/:]|-old)",
    re.IGNORECASE,
)
# Kinds of quantities; the numbers turn a duration into minutes.
_DURATIONS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43830, "year": 525960}
_LONG = frozenset(("day", "week", "month", "year"))
# Words behind a number that are no unit: of dates, times, parties and grammar.
_NO_UNIT = re.compile(
    r"(?:am|pm|gmt|utc|and|or|of|the|in|on|at|to|for|from|with|after|before|was|were|had|has|have|"
    r"who|that|which|but|as|by|is|are|men|women|sides?|leaders?|countries|nations|ministers?|"
    r"presidents?|governments?|parties|koreas|jan\w*|feb\w*|march|april|may|june|july|aug\w*|"
    r"sept?\w*|oct\w*|nov\w*|dec\w*|year-old|local|time)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in a report, and the content words around it."""

    report: str
    told: str
    kind: str
    value: float
    rough: bool
    around: frozenset[str]
    words: tuple[str, ...]
    place: Place

    def is_like(self, other: Quantity) -> bool:
        """Whether the two may be of one thing, by their kind, size and the words around them."""
        small, large = sorted((self.value, other.value))
        near = large <= FARTHEST * small
        return self.kind == other.kind and near and len(self.around & other.around) >= SHARED

    def agrees(self, other: Quantity) -> bool:
        """Whether the two numbers may be one, a rough one being rounded."""
        if self.value == other.value:
            return True
        apart = abs(self.value - other.value)
        rough = self.rough or other.rough
        return rough and apart <= ROUNDED * max(self.value, other.value)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement on a number, and the sentences that hold its values, by report."""

    disagreement: Disagreement
    places: tuple[tuple[str, Place], ...]


def numbers_in_dispute(
    passages: Mapping[str, Sequence[Place]], texts: Mapping[str, str], parties: frozenset[str]
) -> list[Dispute]:
    """The quantities of one thing that reports give differently.

    ``passages`` are the sentences of each report (by id) that tell the entry,
    ``texts`` the reports' texts, ``parties`` stems of the names of those who take part.
    """
    found = [q for r in sorted(passages) for q in quantities(r, texts[r], passages[r], parties)]
    if len({q.report for q in found}) < 2:
        return []
    common = _all_over(passages, texts)
    found = [replace(q, around=q.around - common) for q in found]
    elsewhere: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for q in found:
        elsewhere[q.report, q.kind].append(q)
    groups = (_certain(group, elsewhere) for group in _of_one_thing(found))
    return [d for group in groups if (d := _dispute(group)) is not None]


def _all_over(passages: Mapping[str, Sequence[Place]], texts: Mapping[str, str]) -> frozenset[str]:
    told = [_stems(texts[r][a:b]) for r, places in passages.items() for a, b in places]
    if len(told) <= FEW:
        return frozenset()
    counts = Counter(stem for stems in told for stem in stems)
    return frozenset(w for w, n in counts.items() if n > ALL_OVER * len(told))


@lru_cache(maxsize=32768)
def _stems(sentence: str) -> frozenset[str]:
    """Content stems of a sentence: it may tell several entries."""
    return content_stems(sentence)


def quantities(
    report: str, text: str, places: Iterable[Place], common: frozenset[str]
) -> list[Quantity]:
    """The quantities of some sentences of a report; ``common`` stems tell nothing of a thing."""
    found = []
    for start, end in sorted(set(places)):
        for m in _QUANTITY.finditer(text, start, end):
            kind, factor = _kind(m)
            if not kind:
                continue
            beside = _around(text, start, end, m)
            around = content_stems(beside) - common
            words = tuple(_LETTERS.findall(beside))
            value = _number(m["number"]) * _SCALE.get((m["scale"] or "").lower(), 1.0) * factor
            told = " ".join((m["told"] if kind != "money" else _amount(m)).split())
            found.append(
                Quantity(report, told, kind, value, bool(m["rough"]), around, words, (start, end))
            )
    return found


def _kind(m: re.Match[str]) -> tuple[str, float]:
    """What kind of thing is counted, and the factor of its unit; an empty kind is none."""
    if m["money"]:
        return "money", 1.0
    words = (m["unit"] or "").lower().replace("-", " ").split()
    if not words or _NO_UNIT.match(words[-1]):
        return "", 0.0
    unit = words[-1].removesuffix("s") if not words[-1].endswith("ss") else words[-1]
    if unit in _DURATIONS:
        return ("days" if unit in _LONG else "minutes"), float(_DURATIONS[unit])
    return unit, 1.0


def _amount(m: re.Match[str]) -> str:
    """A sum of money, without the word that follows it."""
    return m["told"].removesuffix(m["unit"] or "")


def _number(words: str) -> float:
    low = words.lower()
    return float(_WORDS[low]) if low in _WORDS else float(words.replace(",", ""))


def _around(text: str, start: int, end: int, m: re.Match[str]) -> str:
    before = [w.group() for w in _WORD.finditer(text, start, m.start())][-AROUND:]
    after = [w.group() for w in _WORD.finditer(text, m.end(), end)][:AROUND]
    return " ".join([*before, *after])


def _of_one_thing(found: Sequence[Quantity]) -> list[list[Quantity]]:
    """Quantities grouped by what they are of: all like the first; of each report one."""
    groups: list[list[Quantity]] = []
    reports: list[set[str]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for q in found:
        shared = Counter(n for stem in sorted(q.around) for n in index[q.kind, stem])
        fitting = [n for n in shared if q.is_like(groups[n][0]) and q.report not in reports[n]]
        if fitting:
            home = min(fitting, key=lambda n: (-shared[n], n))
            groups[home].append(q)
            reports[home].add(q.report)
            continue
        for stem in q.around:
            index[q.kind, stem].append(len(groups))
        groups.append([q])
        reports.append({q.report})
    return groups


def _certain(
    group: Sequence[Quantity], elsewhere: Mapping[tuple[str, str], Sequence[Quantity]]
) -> list[Quantity]:
    """The group without the reports that give another's number for the same thing elsewhere."""

    def is_beside(q: Quantity) -> bool:
        return any(
            rival is not q and other.report != q.report and rival.agrees(other)
            for rival in elsewhere[q.report, q.kind]
            for other in group
            if rival.is_like(other)
        )

    return [q for q in group if not is_beside(q)]


def _dispute(group: Sequence[Quantity]) -> Dispute | None:
    """The values of a group, unless they may all be one."""
    if all(a.agrees(b) for n, a in enumerate(group) for b in group[n + 1 :]):
        return None
    values: dict[str, set[str]] = {}
    for q in group:
        values.setdefault(q.told, set()).add(q.report)
    versions = tuple(Version(v, tuple(sorted(values[v]))) for v in sorted(values))
    places = tuple(sorted((q.report, q.place) for q in group))
    return Dispute(Disagreement("number", versions, _counted(group)), places)


def _counted(group: Sequence[Quantity]) -> str:
    """Words for what is counted: the last that most of the quantities have around them."""
    counts = Counter(stem for q in group for stem in q.around)
    most = max(counts.values(), default=0)
    common = {stem for stem, n in counts.items() if n == most}
    words = [w for w in group[0].words if content_stems(w) & common]
    return " ".join(dict.fromkeys(words[-_SHOWN:])) if most > 1 else ""

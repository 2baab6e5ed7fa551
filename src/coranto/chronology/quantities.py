"""Quantities that reports of one entry give differently: "about 30 minutes", "40 minutes".

Two quantities are of one thing where their kind is the same and the words around them
agree on what is counted: at least two of their content words, neither a party's name
nor a word that is all over the reports. Rounded numbers do not contradict exact ones
near them. How long an act lasted, or how late somebody came to it, is of one thing
whatever stands around: it is known by the word that tells the act.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from coranto.chronology.words import content_stems
from coranto.types import Disagreement, Evidence, Version

Place = tuple[int, int]

AROUND = 10
"""Words on either side that tell what a quantity is of."""
SHARED = 2
"""Content words that two quantities of one thing have in common around them."""
ALL_OVER = 0.25
"""A word in more than this share of the sentences says nothing about which thing it is."""
FEW = 8
"""Sentences up to which no word is all over them."""
FARTHEST = 20
"""How many times as large one of two numbers of one thing may be: more is of something else."""

_WORDS = {
    **{w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{w: n for n, w in enumerate("eleven twelve thirteen fourteen fifteen sixteen".split(), 11)},
    **{w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty".split(), 2)},
}
_PART_WORDS = {"half an": 0.5, "a half": 0.5, "half": 0.5, "an": 1.0}
_LENGTH = re.compile(r"\b(?:for|by|lasted|lasting|after|than) $", re.IGNORECASE)
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_HEDGES: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately"), (0.9, 1.1)),
    **dict.fromkeys(("an estimated", "an average of"), (0.9, 1.1)),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "not quite"), (0.85, 1.0)),
    **dict.fromkeys(("over", "more than", "just over", "at least", "upwards of"), (1.0, 1.5)),
    **dict.fromkeys(("under", "less than", "fewer than", "up to"), (0.5, 1.0)),
}
"""Words before a number, and the range that they give it, as shares of the number."""
_BELOW = frozenset(("under", "less than", "fewer than"))
"""Words that shut the number itself out, to make little of it: "less than ten" is no "about ten"
and no "ten". "More than ten" is: numbers are commonly rounded down."""
BELOW = 0.89
"""Where, for another hedged number, the range of such a word ends."""
_ROUGH = "|".join(sorted(_HEDGES, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w.,:/-])(?P<told>(?:(?P<rough>{_ROUGH}) )?(?P<money>[$€£¥])?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_WORDS)}"
    r"|half an|a half|half|an(?= hour\b))"
    r"(?P<half>(?:[ -]hours?)?[ -]and[ -]a[ -]half)?"
    rf"(?:[ -](?P<scale>{'|'.join(_SCALE)}))?"
    r"(?P<unit>(?:[ -](?:full|consecutive|straight|more|other|new))?(?:[ -]?%|[ -][a-z]{3,}))?)"
    r"(?![\w/:]|-old)",
    re.IGNORECASE,
)
# Kinds of quantities; the numbers turn a duration into minutes.
_DURATIONS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43830, "year": 525960}
_LONG = frozenset(("day", "week", "month", "year"))
# How long an act lasted: words before the number ("met for", "lasted") and behind it ("-minute
# talks", " of talks"); and how late somebody came.
_ACT = (
    r"meetings?|talks|conversation|call|summit|discussions?|session|encounter|chat|negotiations"
    r"|visit|trip|stay|stop"
)
_LASTED = re.compile(r"\b(?:lasted|lasting|went on for)(?: for)? $")
_FOR = re.compile(r"\bfor(?: a total of)? $")
_OF_THE_ACT = re.compile(
    rf"(?:-long| long)? (?:of )?(?:[\w-]+ ){{0,2}}?(?:{_ACT})\b", re.IGNORECASE
)
_LATE = re.compile(r" (?:late|later|behind schedule|behind time)\b", re.IGNORECASE)
_APART = re.compile(r" (?:after|before|ago|earlier|since|from now|away)\b", re.IGNORECASE)
_SPELL = re.compile(
    r"\b(?:another|further|next|last|first|past|previous|coming|recent) $", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:(?:was|were|is|are) (?:to|due|scheduled|expected|supposed|set|planned)|scheduled|will"
    r"|would)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
"""Words by which the length of an act is one that was planned, no length that it had."""
_NEAR_THE_ACT = 60
"""Characters from the word that tells the act to the number of its length."""
_PARTS = re.compile(
    r"\b(?:one-on-one|alone|private(?:ly)?|closed(?:-| )doors?|lunch|luncheon|dinner|expanded"
    r"|delegations?|plenary|t[eê]te-[aà]-t[eê]te)\b",
    re.IGNORECASE,
)
"""Words for a part of a meeting: its length is not that of the whole."""
HOW_LONG, HOW_LATE = "how long", "how late"
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
    hedge: str
    around: frozenset[str]
    words: tuple[str, ...]
    evidence: Evidence
    role: str = ""
    of_act: bool = False
    parts: frozenset[str] = frozenset()

    @property
    def range(self) -> tuple[float, float]:
        """The numbers that it may stand for."""
        low, high = _HEDGES.get(self.hedge, (1.0, 1.0))
        return low * self.value, high * self.value

    def is_like(self, other: Quantity) -> bool:
        """Whether the two may be of one thing, by their kind, size and the words around them."""
        small, large = sorted((self.value, other.value))
        if self.kind != other.kind or large > FARTHEST * small:
            return False
        if self.role and other.role and self.role != other.role:
            return False
        if self.of_act and other.of_act:
            return self.parts == other.parts
        if self.role == other.role == HOW_LONG and self.of_act != other.of_act:
            return False  # the one is the length of some other act
        return len(self.around & other.around) >= SHARED

    def agrees(self, other: Quantity) -> bool:
        """Whether the two numbers may be one: the ranges for which they stand meet."""
        below = [q for q in (self, other) if q.hedge in _BELOW]
        if len(below) == 1:
            (limit,) = below
            number = other if limit is self else self
            if not number.hedge:
                return limit.range[0] <= number.value < limit.value
            return limit.range[0] <= number.range[1] and number.range[0] < BELOW * limit.value
        (a, b), (c, d) = self.range, other.range
        return max(a, c) <= min(b, d)


def numbers_in_dispute(
    passages: Mapping[str, Sequence[Place]],
    texts: Mapping[str, str],
    parties: frozenset[str],
    acts: Mapping[str, Sequence[int]] | None = None,
) -> list[Disagreement]:
    """The quantities of one thing that reports give differently.

    ``passages`` are the sentences of each report (by id) that tell the entry,
    ``texts`` the reports' texts, ``parties`` stems of the names of those who take part,
    ``acts`` the ends of the words in each report that tell the act as done.
    """
    acts = acts or {}
    found = [
        q
        for r in sorted(passages)
        for q in quantities(r, texts[r], passages[r], parties, acts.get(r, ()))
    ]
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
    report: str,
    text: str,
    places: Iterable[Place],
    common: frozenset[str],
    acts: Sequence[int] = (),
) -> list[Quantity]:
    """The quantities of some sentences of a report.

    ``common`` stems tell nothing of a thing; ``acts`` are the ends of the words that
    tell the act.
    """
    found = []
    for start, end in sorted(set(places)):
        words = Evidence(report, start, end, text[start:end])
        told = [a for a in acts if start < a <= end]
        for m in _QUANTITY.finditer(text, start, end):
            quantity = _quantity(m, words, common, told)
            if quantity is not None:
                found.append(quantity)
    return found


def _quantity(
    m: re.Match[str], sentence: Evidence, common: frozenset[str], acts: Sequence[int]
) -> Quantity | None:
    """The quantity of a match; ``None`` where it is of no thing that can be told apart."""
    kind, factor = _kind(m)
    start, end = sentence.start, sentence.end
    if not kind:
        return None
    role, of_act = "", False
    if kind in ("minutes", "days"):
        before, after = m.string[start : m.start()], m.string[m.end() : end]
        role, of_act = _role(before, after, m, acts)
        planned = (role or kind == "minutes") and _AHEAD.search(before)
        if planned or _is_distance(m, start, end):
            return None
    beside = _around(m.string, start, end, m)
    parts = _PARTS.findall(sentence.quote) if role else []
    return Quantity(
        sentence.report,
        " ".join((m["told"] if kind != "money" else _amount(m)).split()),
        kind,
        _value(m) * factor,
        " ".join((m["rough"] or "").lower().split()),
        content_stems(beside) - common,
        tuple(_LETTERS.findall(beside)),
        sentence,
        role,
        of_act,
        frozenset(p.lower() for p in parts),
    )


def _is_distance(m: re.Match[str], start: int, end: int) -> bool:
    """Whether a length of time only lies between two moments ("ten minutes after", "the last
    ten years")."""
    behind = _APART.match(m.string, m.end(), end)
    return behind is not None or _SPELL.search(m.string[start : m.start()]) is not None


def _role(before: str, after: str, m: re.Match[str], acts: Sequence[int]) -> tuple[str, bool]:
    """What a length of time is of some act, if anything, and whether of the one told here.

    ``acts`` are the ends of the words of its sentence that tell the act.
    """
    if _LATE.match(after):
        return HOW_LATE, any(a <= m.start() for a in acts)
    told = any(0 <= m.start() - a <= _NEAR_THE_ACT for a in acts)
    if (_FOR.search(before) and told) or _LASTED.search(before):
        return HOW_LONG, bool(acts)
    of_it = _OF_THE_ACT.match(after)
    if of_it is None:
        return "", False
    return HOW_LONG, any(0 <= a - m.end() <= of_it.end() for a in acts)


def _value(m: re.Match[str]) -> float:
    number = _number(m["number"]) + (0.5 if m["half"] else 0.0)
    return number * _SCALE.get((m["scale"] or "").lower(), 1.0)


def _kind(m: re.Match[str]) -> tuple[str, float]:
    """What kind of thing is counted, and the factor of its unit; an empty kind is none."""
    if m["money"]:
        return "money", 1.0
    words = (m["unit"] or "").lower().replace("-", " ").split()
    if m["half"] and "hour" in m["half"].lower():
        words = ["hours"]
    if not words or _NO_UNIT.match(words[-1]):
        return "", 0.0
    unit = words[-1].removesuffix("s") if not words[-1].endswith("ss") else words[-1]
    if m["number"].lower() in _PART_WORDS and (unit != "hour" or not _is_measured(m)):
        return "", 0.0
    if unit in _DURATIONS:
        return ("days" if unit in _LONG else "minutes"), float(_DURATIONS[unit])
    return unit, 1.0


def _is_measured(m: re.Match[str]) -> bool:
    """Whether "an hour" is a length of time, and not "an hour" in "60 miles an hour"."""
    if m["number"].lower() != "an" or m["rough"] or m["half"] or _LATE.match(m.string, m.end()):
        return True
    return _LENGTH.search(m.string[max(0, m.start() - 12) : m.start()]) is not None


def _amount(m: re.Match[str]) -> str:
    """A sum of money, without the word that follows it."""
    return m["told"].removesuffix(m["unit"] or "")


def _number(words: str) -> float:
    low = words.lower()
    if low in _PART_WORDS:
        return _PART_WORDS[low]
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
        keys = sorted(q.around) + ([f"({q.role})"] if q.of_act else [])
        shared = Counter(n for key in keys for n in index[q.kind, key])
        fitting = [n for n in shared if q.is_like(groups[n][0]) and q.report not in reports[n]]
        if fitting:
            home = min(fitting, key=lambda n: (-shared[n], n))
            groups[home].append(q)
            reports[home].add(q.report)
            continue
        for key in keys:
            index[q.kind, key].append(len(groups))
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


def _dispute(group: Sequence[Quantity]) -> Disagreement | None:
    """The values of a group, unless they may all be one."""
    if all(a.agrees(b) for n, a in enumerate(group) for b in group[n + 1 :]):
        return None
    values: dict[str, list[Evidence]] = {}
    for q in sorted(group, key=lambda q: q.report):
        values.setdefault(q.told, []).append(q.evidence)
    versions = tuple(
        Version(v, tuple(e.report for e in values[v]), tuple(values[v])) for v in sorted(values)
    )
    return Disagreement("number", versions, _counted(group))


def _counted(group: Sequence[Quantity]) -> str:
    """Words for what is counted: the last that most of the quantities have around them."""
    roles = {q.role for q in group} - {""}
    if roles == {HOW_LATE} or (len(roles) == 1 and all(q.of_act for q in group)):
        return roles.pop()
    counts = Counter(stem for q in group for stem in q.around)
    most = max(counts.values(), default=0)
    common = {stem for stem, n in counts.items() if n == most}
    words = [w for w in group[0].words if content_stems(w) & common]
    return " ".join(dict.fromkeys(words[-_SHOWN:])) if most > 1 else ""

"""From a match of the grammar to the symbolic meaning of a time expression."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from coranto.times.meaning import (
    Base,
    Calendar,
    Length,
    Meaning,
    Outbreak,
    Part,
    Reference,
    Repeat,
    Shift,
    Unit,
    Which,
)
from coranto.times.tables import (
    DAYTIMES,
    DECADE_WORDS,
    LENGTH_CODES,
    MONTHS,
    NUMERALS,
    ORDINALS,
    PARTS,
    REFERENCES,
    SEASONS,
    SETS,
    UNITS,
    WEEKDAYS,
)
from coranto.types import TimeType

Groups = Mapping[str, str | None]


class Sense(NamedTuple):
    """What the words of one match mean, before their context is asked."""

    type: TimeType
    meaning: Meaning
    part: Part | None = None
    daytime: str | None = None
    clock: str | None = None


_WHICH: dict[str, Which] = {"last": "last", "this": "this", "next": "next"}
_SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "ongoing": 0,
    "latest": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "new": 1,
    "year-ago": -1,
    "year-earlier": -1,
}
_BACK = frozenset(("ago", "earlier", "before", "previously", "beforehand"))
# "earlier" and "later" count from the story's own time, "ago" and "from now" from publication.
_FROM_NARRATIVE = frozenset(("earlier", "before", "previously", "beforehand", "later", "after"))


def key(word: str | None) -> str:
    """Lower case, one space, no full stop: the form in which tables hold a word."""
    if not word:
        return ""
    return " ".join(word.split()).lower().replace("’", "'").strip(" .")


def number(word: str | None) -> float | None:
    """A numeral in figures or words; ``None`` where it is vague ("several")."""
    text = key(word)
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    if text.startswith("half a "):
        return NUMERALS[text[7:]] / 2
    if text == "a couple of":
        return 2.0
    total = 0
    for piece in re.split(r"[- ]", text):
        if piece not in NUMERALS:
            return None
        value = NUMERALS[piece]
        total = total * value if value >= 100 and total else total + value
    return float(total)


def ordinal(word: str | None) -> int:
    """An ordinal in figures or words; 0 where it is none."""
    text = key(word)
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else ORDINALS.get(text, 0)


def interpret(kind: str, groups: Groups) -> Sense | None:
    """The meaning of a match: ``groups`` are the named groups that its pattern filled."""
    readers = {
        "calendar": _calendar,
        "shift": _shift,
        "length": _length,
        "reference": _reference,
        "repeat": _repeat,
        "outbreak": _outbreak,
    }
    sense = readers[kind](groups)
    if sense is None or not isinstance(sense.meaning, (Calendar, Shift)):
        return sense
    daytime = DAYTIMES.get(key(groups.get("daytime"))) or sense.daytime
    clock = clock_time(groups.get("clock"))
    if daytime or clock:
        return sense._replace(type="TIME", daytime=daytime, clock=clock)
    return sense


def clock_time(words: str | None) -> str | None:
    """A time of day as "HH:MM", from "10:35 a.m.", "14.30", "0900", "noon"."""
    text = key(words)
    if not text:
        return None
    if text in ("noon", "midday", "midnight"):
        return "24:00" if text == "midnight" else "12:00"
    spoken = re.sub(
        r"(?: o'clock)? in the (?:(m)orning|\w+)$", lambda m: "a" if m[1] else "p", text
    )
    found = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?\s*([ap])?", spoken)
    if found is None:
        return None
    hour, minute = int(found[1]), found[2] or "00"
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02d}:{minute}"


def _part(groups: Groups) -> Part | None:
    words = f"{key(groups.get('part'))} {key(groups.get('part2'))}".split()
    found = next((PARTS[w] for w in words if w in PARTS), None)
    return cast("Part | None", found)


def _year(groups: Groups) -> int | None:
    if groups.get("bcyear"):
        return int(cast("str", groups["bcyear"]))
    if groups.get("year"):
        return int(cast("str", groups["year"]))
    if groups.get("shortyear"):
        short = int(cast("str", groups["shortyear"]))
        return short + (2000 if short < 50 else 1900)
    words = key(groups.get("yearwords")).replace("-", " ")
    if not words:
        return None
    first, second, *rest = words.split()
    if second == "thousand":
        return 2000 + int(number(rest[-1]) or 0 if rest else 0)
    tail = 0 if second == "hundred" else int(number(" ".join((second, *rest))) or 0)
    return int(number(first) or 0) * 100 + tail


def _calendar(groups: Groups) -> Sense | None:
    numeric = _numeric_date(groups)
    if numeric is not None:
        return Sense("DATE", numeric)
    which = key(groups.get("which"))
    words = which.split()
    meaning = Calendar(
        year=_year(groups),
        month=MONTHS.get(key(groups.get("month"))),
        day=int(groups["day"] or 0) if groups.get("day") else ordinal(groups.get("dayth")) or None,
        weekday=WEEKDAYS.get(key(groups.get("weekday"))),
        season=SEASONS.get(key(groups.get("season"))),
        quarter=_quarter(groups),
        half={"first": 1, "second": 2, "last": 2}.get(key(groups.get("half"))),
        decade=_decade(groups),
        century=ordinal(groups.get("century")) - 1 if groups.get("century") else None,
        holiday=key(groups.get("holiday")) or None,
        weekend=groups.get("around") is not None,
        which=_direction(words),
        year_shift=_SHIFTS.get(key(groups.get("yshift")).split()[-1], 0)
        if groups.get("yshift")
        else None,
        week_shift=_SHIFTS[key(groups.get("wshift"))] if groups.get("wshift") else None,
        bc=bool(groups.get("bc")),
        year_base="narrative" if _counts_from_the_story(groups) else "publication",
    )
    if meaning.day is not None and meaning.day > 31:
        return None
    return Sense("DATE", meaning, _part(groups))


def _counts_from_the_story(groups: Groups) -> bool:
    """ "May of that year", "the following Friday"."""
    if groups.get("yshift"):
        return _THAT_YEAR.match(groups["yshift"] or "") is not None
    return bool(groups.get("weekday")) and key(groups.get("which")) in (
        "the previous",
        "the following",
    )


_THAT_YEAR = re.compile(r"(?:that|the\s+same|the\s+following)\b", re.IGNORECASE)


def _direction(words: list[str]) -> Which | None:
    if not words:
        return None
    if words[-1] in ("coming", "following"):
        return "next"
    if words[-1] in ("past", "previous"):
        return "last"
    return _WHICH.get(words[-1])


def _quarter(groups: Groups) -> int | None:
    if groups.get("storyquarter"):
        return 0
    if groups.get("q"):
        return int(cast("str", groups["q"]))
    word = key(groups.get("quarter"))
    return 4 if word == "final" else ordinal(word) or None


def _decade(groups: Groups) -> int | None:
    if groups.get("decadeword"):
        return 190 + DECADE_WORDS[key(groups["decadeword"])]
    digits = re.sub(r"\D", "", groups.get("decade") or "")
    if not digits:
        return None
    return int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0])


def _numeric_date(groups: Groups) -> Calendar | None:
    for prefix in ("iso", "us", "eur"):
        year = groups.get(f"{prefix}year")
        if year:
            full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)
            month, day = groups[f"{prefix}month"], groups[f"{prefix}day"]
            return Calendar(year=full, month=int(month or 0), day=int(day or 0))
    return None


def _unit(groups: Groups) -> Unit:
    return cast("Unit", UNITS[key(groups.get("unit")).removesuffix("s") or "day"])


def _shift(groups: Groups) -> Sense | None:
    word = key(groups.get("word"))
    if word:
        return _day_word(word, groups)
    part = _part(groups)
    if groups.get("dir"):
        return _counted_shift(groups, part)
    if groups.get("rel"):
        rel = key(groups["rel"]).split()
        unit = _unit(groups)
        if unit in ("E", "C") and rel[0] == "the" and rel[-1] in ("past", "last"):
            return Sense("DURATION", Length(1.0, unit, "past"))
        amount = _SHIFTS.get(rel[-1], 0)
        base: Base = (
            "narrative" if rel[0] == "that" or rel[-1] in ("same", "following") else "publication"
        )
        if unit in ("Q", "K") and rel[-1] in ("the", "latest"):
            return Sense("DATE", Shift(0, unit, "narrative"), part)
        if (
            rel in (["next"], ["the", "next"], ["the", "previous"], ["the", "preceding"])
            and unit == "D"
        ):
            base = "narrative"
        return Sense("DATE", Shift(amount, unit, base), part)
    if groups.get("which") and groups.get("daytime"):
        words = key(groups["which"]).split()
        amount = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(words[-1], 0)
        base = "publication" if words[0] in ("this", "last") else "narrative"
        return Sense("TIME", Shift(amount, "D", base), part)
    if groups.get("unit"):
        return Sense("DATE", Shift(0, _unit(groups)), part)
    return Sense("TIME", Shift(0, "D", "narrative"), part)


def _day_word(word: str, groups: Groups) -> Sense:
    amount = {"yesterday": -1, "tomorrow": 1}.get(word.rsplit(maxsplit=1)[-1], 0)
    if word.startswith("the day"):
        amount += -1 if " before " in word else 1
    daytime = "NI" if word in ("tonight", "overnight") else None
    kind: TimeType = "TIME" if daytime else "DATE"
    return Sense(kind, Shift(amount, "D"), _part(groups), daytime)


def _counted_shift(groups: Groups, part: Part | None) -> Sense:
    direction = key(groups.get("dir"))
    sign = -1 if direction in _BACK else 1
    base: Base = "narrative" if direction in _FROM_NARRATIVE else "publication"
    if groups.get("plural"):
        return Sense("DATE", Reference("PAST_REF" if sign < 0 else "FUTURE_REF"), part)
    unit = _unit(groups)
    if key(groups.get("base")) == "period" and unit == "Y":
        return Sense("DATE", Shift(sign, "Y", counted=True), part)  # of a quarter, or of the year
    if groups.get("base"):
        return Sense("DATE", Shift(sign * 4, "Q", "narrative", counted=True), part)
    amount = number(groups.get("num")) if groups.get("num") else 1.0
    if (
        groups.get("num")
        and key(groups["num"]) in ("a", "an")
        and re.search("couple|few", direction)
    ):
        amount = None
    if amount is None:
        return Sense("DATE", Reference("PAST_REF" if sign < 0 else "FUTURE_REF"), part)
    if groups.get("fraction") and unit in ("Y", "E"):
        return Sense("DATE", Shift(sign * int(amount * 12 + 6), "M", base, counted=True), part)
    return Sense("DATE", Shift(sign * int(amount), unit, base, counted=True), part)


_FACING: dict[str, Literal["past", "future"]] = {
    "last": "past",
    "past": "past",
    "previous": "past",
    "preceding": "past",
    "recent": "past",
    "next": "future",
    "coming": "future",
}


def _length(groups: Groups) -> Sense:
    side = key(groups.get("side"))
    where = _FACING.get(side)
    plural = key(groups.get("plural")).removesuffix("s")
    unit = cast("Unit", UNITS[plural]) if plural else _unit(groups)
    if groups.get("halfof"):
        amount: float | None = 0.5
    elif groups.get("num"):
        amount = number(groups["num"])
    else:
        amount = None if plural or side else 1.0
    if amount is not None and (groups.get("fraction") or groups.get("half")):
        amount += 0.5
    return Sense("DURATION", Length(amount, unit, where))


def _reference(groups: Groups) -> Sense:
    return Sense("DATE", Reference(REFERENCES[key(groups.get("ref"))]))


def _outbreak(groups: Groups) -> Sense:
    return Sense("DATE", Outbreak(key(groups.get("affair"))))


def _repeat(groups: Groups) -> Sense:
    if groups.get("set"):
        return Sense("SET", Repeat(SETS[key(groups["set"])]))
    if groups.get("weekday"):
        value = f"XXXX-WXX-{WEEKDAYS[key(groups['weekday'])]}"
        return Sense("SET", Repeat(value + _daytime_suffix(groups)))
    if groups.get("month"):
        return Sense("SET", Repeat(f"XXXX-{MONTHS[key(groups['month'])]:02d}"))
    if groups.get("season"):
        return Sense("SET", Repeat(f"XXXX-{SEASONS[key(groups['season'])]}"))
    if groups.get("daytime"):
        return Sense("SET", Repeat("XXXX-XX-XX" + _daytime_suffix(groups)))
    amount = number(groups.get("num")) or 1.0
    return Sense("SET", Repeat(length_value(amount, _unit(groups))))


def _daytime_suffix(groups: Groups) -> str:
    code = DAYTIMES.get(key(groups.get("daytime")))
    return f"T{code}" if code else ""


def length_value(amount: float | None, unit: Unit) -> str:
    """A TIMEX3 duration: ("P2Y", "PXM", "PT4H30M", "P2Y6M")."""
    prefix, code, times = LENGTH_CODES[unit]
    if amount is None:
        return f"{prefix}X{'Y' if unit in ('E', 'C') else code}"
    whole, rest = divmod(amount * times, 1)
    smaller = {
        "Y": ("M", 12),
        "D": ("TH", 24),
        "H": ("M", 60),
        "M": ("S" if prefix == "PT" else "D", 60 if prefix == "PT" else 30),
    }
    if not rest:
        return f"{prefix}{int(whole)}{code}"
    small, per = smaller.get(code, ("D", 7))
    head = f"{int(whole)}{code}" if whole else ""
    tail = f"{round(rest * per)}"
    if small.startswith("T"):
        return f"{prefix}{head}T{tail}{small[1:]}"
    return f"{prefix}{head}{tail}{small}"

"""The rule grammar of time expressions: one small table of patterns for each family.

A pattern is a regular expression in which a space stands for white space and
``{name}`` for a fragment below; most fragments are named groups, and what a rule
means follows from the groups that it filled (:mod:`coranto.times.interpret`).
Extents follow the TIMEX3 guidelines (no preposition; article and quantifier
inside): "the last two years", "nearly three years", "Friday, May 26".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final, Literal, NamedTuple

from coranto.times.tables import (
    AFFAIRS,
    DAYTIMES,
    DECADE_WORDS,
    EASTER_HOLIDAYS,
    FIXED_HOLIDAYS,
    FLOATING_HOLIDAYS,
    MONTHS,
    NUMERALS,
    ORDINALS,
    REFERENCES,
    SEASONS,
    SETS,
    WEEKDAYS,
)

Kind = Literal["calendar", "shift", "length", "reference", "repeat", "outbreak"]


def _any(words: Iterable[str]) -> str:
    """An alternation of ``words``, longest first."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace("\\ ", " ").replace("'", "['’]") for w in ordered)


def _names(words: Collection[str]) -> str:
    """An alternation of proper names, as "Monday" and "MONDAY"."""
    full = [w for w in words if len(w) > 4 or w in ("may", "june", "july")]
    short = [w for w in words if w not in full]
    written = _any([*(w.title() for w in full), *(w.upper() for w in full)])
    return rf"(?:{written})\b|(?:{_any(w.title() for w in short)})\b\.?"


_WORD_NUMBER = (
    rf"(?:(?:{_any(k for k, v in NUMERALS.items() if 20 <= v < 100)})"
    rf"(?:[- ](?:{_any(k for k, v in NUMERALS.items() if v < 10 and len(k) > 2)}))?"
    rf"|(?:a|one|two|three|four|five|half a) (?:hundred|dozen|thousand)"
    rf"|{_any(k for k, v in NUMERALS.items() if v < 20 and len(k) > 2 and k != 'couple')})"
)
_YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|/\d)"
_ZONES = r"(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|MST|MDT|BST|CET|CEST|MSK|IST|ET)\b(?:[+-]\d+)?"
_ZONE = (
    rf"(?:,? ?{_ZONES}| ?\({_ZONES}\)"
    r"|(?i: (?:(?:local|Moscow|Kyiv|Kiev|Beijing|London|Eastern) time)))?"
)

FRAGMENTS: Final[dict[str, str]] = {
    "weekday": rf"(?P<weekday>{_names(WEEKDAYS)})",
    "month": rf"(?P<month>{_names(MONTHS)})",
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    r"(?![\d%\w]|[.:]\d|,(?!(?:19|20)\d\d(?!\d))\d)",
    "dayth": rf"(?P<dayth>(?i:{_any(ORDINALS)})|(?:[12]?\d|3[01])(?:st|nd|rd|th))\b",
    "year": rf"(?P<year>{_YEAR})",
    "bcyear": r"(?P<bcyear>[1-9]\d{0,3}) (?P<bc>B\.C\.(?:E\.)?|BCE?)(?!\w)",
    "shortyear": r"['’](?P<shortyear>\d\d)\b(?!s)",
    "yearwords": r"(?P<yearwords>(?i:(?:nineteen|eighteen) (?:hundred|(?:twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"|two thousand(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten))?))",
    "part": r"(?P<part>(?i:early|late|mid|earlier|later)(?:(?i: in| on))?(?=[- ])|"
    r"(?i:(?:the )?(?:very )?(?:beginning|start|middle|end|close|turn) of))",
    "part2": r"(?P<part2>(?i:early|late|mid))",
    "which": r"(?P<which>(?i:last|this|next|this past|this coming|the previous|the coming"
    r"|the following"
    r"|the next|the last|the past|past))",
    "daytime": rf"(?P<daytime>(?i:{_any(DAYTIMES)}))\b",
    "season": rf"(?P<season>(?i:{_any(SEASONS)}))\b",
    "quarter": r"(?P<quarter>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))[- ](?i:quarter)",
    "half": r"(?P<half>(?i:first|second|last)) (?i:half)",
    "decade": r"(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]?\d0s(?<=0s))\b",
    "decadeword": rf"(?P<decadeword>(?i:{_any(DECADE_WORDS)}))\b",
    "holiday": "(?P<holiday>"
    + _any(
        h.title().replace("'S", "'s")
        for h in (*FIXED_HOLIDAYS, *FLOATING_HOLIDAYS, *EASTER_HOLIDAYS)
    )
    + r")\b",
    "yshift": r"(?P<yshift>(?i:last|this|next|the following|that|the same)) (?i:year)\b",
    "wshift": r"(?P<wshift>(?i:last|this|next)) (?i:week)\b",
    "clock": r"(?P<clock>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?: ?(?:[aApP]\.?[mM]\b\.?))|"
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])|[0-2]\d[0-5]\d(?= ?(?:GMT|UTC|hours))|"
    r"(?i:noon|midnight|midday)\b)" + _ZONE,
    "approx": r"(?i:about|nearly|almost|around|roughly|some|more than|less than|fewer than"
    r"|no more than|no less than|at least|at most|up to|as many as)",
    "num": rf"(?P<num>\d{{1,3}}(?:\.\d)?|(?i:{_WORD_NUMBER}|an? couple of|a few|few|several"
    r"|many|some))",
    "num1": r"(?P<num>(?i:an?|one))",
    "fraction": r"(?P<fraction>(?i:[- ]and[- ]a[- ]half|½|[- ]1/2| and a quarter))",
    "unit": r"(?P<unit>(?i:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year"
    r"|decade|centur(?=ie)ie|century))",
    "longunit": r"(?P<unit>(?i:day|week|weekend|month|quarter|year|decade|century))",
    "side": r"(?P<side>(?i:last|past|previous|preceding|next|coming|following|first|final|initial"
    r"|latest|recent))",
    "dir": r"(?P<dir>(?i:ago|earlier|before(?= (?:that|then)\b)|later|previously|beforehand"
    r"|from now"
    r"|hence|ahead|after(?=[.,;]|$)))\b",
    "ref": rf"(?P<ref>(?i:{_any(k for k in REFERENCES if k not in ('now',))})|[Nn]ow)\b",
    "set": rf"(?P<set>(?i:{_any(SETS)}))\b",
    "affair": rf"(?P<affair>{_any(AFFAIRS)})\b",
    "owner": r"(?:(?:the|its|his|their|this|that|[A-Z][\w.]*(?:['’]s)?|full-scale) ){0,4}",
    "every": r"(?P<every>(?i:every|each)(?i: other)?)",
}

# --- the families --------------------------------------------------------------------------------


class Family(NamedTuple):
    """Rules that share a core: none of them can match where the core does not stand near.

    A core that begins with a plain letter or a set of them is found fastest. ``where``, for a
    core of plain words, must match at the word, in lower case, for it to count. ``words`` are
    plain words, in lower case, near which the rules can match too; ``reach`` says how many
    characters before and behind its core a rule can match.
    """

    kind: Kind
    core: str
    patterns: tuple[str, ...]
    where: str = ""
    words: tuple[str, ...] = ()
    reach: tuple[int, int] = (60, 60)


_DATE = r"(?:(?:{part}|{which})[- ])?(?:{weekday},? (?:the )?)?"
_DAYTIME_OF = r"(?i:the )?(?i:early )?{daytime}(?i: hours)? (?i:of|on) "
_BIG = r"(?i:day|week|weekend|month|quarter|year|decade|century)"

FAMILIES: Final[dict[str, Family]] = {
    "numeric dates": Family(
        "calendar",
        r"\d[-./]\d",
        (
            r"(?P<isoyear>\d{4})-(?P<isomonth>0[1-9]|1[0-2])-(?P<isoday>0[1-9]|[12]\d|3[01])(?!\d)",
            r"(?P<usmonth>0?[1-9]|1[0-2])/(?P<usday>0?[1-9]|[12]\d|3[01])/(?P<usyear>\d{4}|\d\d)"
            r"(?![\d/])",
            r"(?P<eurday>1[3-9]|2\d|3[01])/(?P<eurmonth>0?[1-9]|1[0-2])/(?P<euryear>\d{4}|\d\d)"
            r"(?![\d/])",
            r"(?P<eurday>0?[1-9]|[12]\d|3[01])\.(?P<eurmonth>0?[1-9]|1[0-2])"
            r"\.(?P<euryear>(?:19|20)\d\d)(?!\d)",
        ),
    ),
    "months and their days": Family(
        "calendar",
        "Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
        "|JAN|FEB|MAR|APR|MAY|JU[NL]|AUG|SEP|OCT|NOV|DEC",
        (
            r"(?:{clock},?(?: on)? )?" + _DATE + r"{month}(?: |, ?(?=\d\d?,? ?\d{4}\b)){day}"
            r"(?:(?:,? |,| of )(?:{year}|{yshift}))?(?:,? {daytime})?",
            r"(?:{clock},?(?: on)? )?"
            + _DATE
            + r"{day}(?: of)? {month}(?:(?:,? |,)(?:{year}|{yshift}))?",
            _DATE + r"{month} {dayth}(?:,? {year})?",
            r"(?:{weekday},? )?(?:the )?{dayth} (?:of )?{month}(?:,? {year})?",
            _DAYTIME_OF + r"(?:{weekday},? )?{month} {day}(?:,? {year})?",
            _DAYTIME_OF + r"(?:{weekday},? )?{day}(?: of)? {month}(?:,? {year})?",
            r"(?:{part}[- ])?{month}(?:,| of| in)? (?:{year}|{yearwords})",
            r"(?:{part}[- ])?{month}(?:,| of)? {yshift}",
            r"(?:{part}[- ])?{month} {shortyear}",
            r"(?:{part2}[- ])?(?:{part}[- ]|{which} )?{month}",
        ),
    ),
    "weekdays": Family(
        "calendar",
        "Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN",
        (
            r"{clock},?(?: on)? (?:{part}[- ])?{weekday}",
            r"(?:(?:{part}|{which})[- ])?{weekday}(?: {daytime})?(?:(?: of)? {wshift})?",
            _DAYTIME_OF + r"{weekday}",
            r"{weekday},? (?i:at )?{clock}",
        ),
    ),
    "quarters and halves": Family(
        "calendar",
        r"Quarter|quarter|Q(?<!\wQ)[1-4]|h(?<!\wh)alf|Period|period",
        (
            r"(?:{year} |(?i:fiscal)[- ])?{quarter}(?:(?:,| of(?: fiscal)?)? (?:{year}|{yshift}))?",
            r"(?i:the )(?:{year} |(?i:fiscal)[- ])?{quarter}(?![^\s]*-)"
            r"(?:(?:,| of(?: fiscal)?)? (?:{year}|{yshift}))?",
            r"{yshift}['’]s {quarter}",
            r"(?i:the )?(?i:comparable )?(?P<yshift>(?i:year-(?:ago|earlier))) {quarter}",
            r"(?i:the ){year} (?P<storyquarter>(?i:period|quarter))\b",
            r"(?P<yshift>(?i:last)) (?i:year)['’]s (?P<storyquarter>(?i:period|quarter))\b",
            r"(?i:the )(?i:comparable |corresponding |same )?(?P<storyquarter>(?i:period|quarter))"
            r" (?P<yshift>(?i:last)) (?i:year)\b",
            r"(?i:the )(?P<storyquarter>(?i:latest period))\b",
            r"(?i:the ){half} of (?:{year}|{yshift}|(?i:the ){decade}|{month})",
            r"Q(?P<q>[1-4])(?: (?:of )?{year})?\b",
        ),
    ),
    "seasons": Family(
        "calendar",
        "Spring|spring|Summer|summer|Autumn|autumn|Fall|fall|Winter|winter",
        (
            r"(?:(?i:the )|{which} )?(?:{part2}[- ])?{season}(?:,| of| in)?"
            r" (?:{year}|{yearwords}|{yshift})",
            r"(?:{which}|(?i:the)) (?:{part2}[- ])?{season}",
            r"{part}[- ](?i:the |this |last |next )?{season}",
        ),
    ),
    "years": Family(
        "calendar",
        r"\d\d\d\d",
        (
            r"(?:{part}[- ])?(?i:the year |fiscal(?: year)? )?{year}",
            r"(?:{part}[- ])?(?i:the year )?{yearwords}",
        ),
        words=("nineteen", "eighteen", "two thousand"),
        reach=(30, 50),
    ),
    "years before our era": Family(
        "calendar",
        r"\d\s{1,3}B\.?C",
        (
            r"(?:{part}[- ])?(?:{month} )?{bcyear}",
            r"(?:(?:{which}|(?i:the)) )?(?:{part2}[- ])?{season}(?:,| of| in)? {bcyear}",
        ),
    ),
    "decades": Family(
        "calendar",
        r"0['’]?s\b|ties\b",
        (
            r"(?:{part}[- ])?(?i:the )?(?:{part2}[- ])?{decade}",
            r"(?i:the )(?:{part2}[- ])?{decadeword}",
        ),
    ),
    "centuries": Family(
        "calendar",
        "[Cc]entury",
        (
            r"(?i:the )?(?:{part2}[- ])?(?P<century>(?i:" + _any(ORDINALS) + r")"
            r"|\d\d?(?:st|nd|rd|th))[- ](?i:century)",
        ),
    ),
    "holidays": Family(
        "calendar",
        r"Day\b|Eve\b|Christmas|Year['’]s|Easter|Thanksgiving|Good Fri|Hallow|Palm|Ash",
        (
            r"(?:{which} )?{holiday}(?:,? {year})?",
            r"(?:{which} )?{holiday}(?:,? {year})? (?P<around>(?i:weekend))",
        ),
    ),
    "clock times": Family(
        "shift",
        r"\d(?: ?[aApP]\.?[mM]\b|:\d\d| in the)",
        (
            r"(?:(?i:about|around|shortly before|shortly after|just before|just after) )?{clock}",
            r"(?P<clock>(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?(?: o['’]clock)? in the"
            r" (?:morning|afternoon|evening))\b",
        ),
        words=("noon", "midnight", "midday", "gmt", "utc", "o'clock in", "o’clock in"),
    ),
    "day words": Family(
        "shift",
        "(?i:today|yesterday|tomorrow|tonight|overnight)",
        (
            r"(?P<word>(?i:(?:the day (?:before|after) )?(?:today|yesterday|tomorrow)|tonight"
            r"|overnight))\b(?: {daytime})?",
            r"(?:{part}|(?P<clock>(?i:noon|midnight))|(?i:mid)[- ]{daytime}) "
            r"(?P<word>(?i:today|yesterday|tomorrow|tonight))\b",
            r"{clock} (?P<word>(?i:today|yesterday|tomorrow))\b",
        ),
    ),
    "parts of the day": Family(
        "shift",
        "(?i:morning|afternoon|evening|night)",
        (
            r"(?:{part} )?(?P<which>(?i:this|last|the (?:next|following|previous|same)|that))"
            r" {daytime}",
            r"(?i:mid)[- ]{daytime}",
            r"(?<=in\s)(?P<which>(?i:the)) (?P<daytime>(?i:morning|afternoon|evening))\b",
        ),
    ),
    "periods near": Family(
        "shift",
        _BIG,
        (
            r"(?:{part} )?(?P<rel>(?i:last|this|next|this past|this coming|the (?:past|last|next"
            r"|previous|following|coming|preceding|current|same|very same|present|latest|new)"
            r"|that(?: same)?|that very)) (?i:(?:fiscal|calendar|school|whole|entire|full) )?"
            r"{longunit}",
            r"{part} (?P<rel>(?i:the|that)) {longunit}",
            r"(?P<rel>(?i:the)) (?:{part2} )?(?P<unit>(?i:quarter|weekend))",
            r"(?P<rel>(?i:the)) (?i:(?:full|whole|fiscal) )?(?P<unit>(?i:year|week))"
            r"(?! (?i:ended|ending)\b)",
            r"(?P<unit>(?i:year))(?:['’]s |[- ])(?P<part>(?i:end))\b",
        ),
        r"(?<!\w)",
        reach=(50, 20),
    ),
    "periods counted": Family(
        "shift",
        r"(?i:ago|earlier|later|before|after|previously|beforehand|hence|ahead|from)",
        (
            r"(?:{approx} )?{num}{fraction}? {unit}s?(?i: and a half)? {dir}",
            r"(?:{approx} )?{num1} {unit} {dir}",
            r"(?P<plural>(?i:hours|days|weeks|months|years|decades|centuries))"
            r" (?P<dir>(?i:ago|earlier|later))\b",
            r"(?i:the )?(?i:comparable |corresponding )?(?P<unit>(?i:year|week|month))-(?P<dir>(?i:"
            r"earlier|ago)) (?P<base>(?i:quarter|period))\b",
            r"(?i:the )(?i:comparable |corresponding |same )?(?P<base>(?i:quarter|period))"
            r" (?i:a (?P<unit>year) (?P<dir>ago|earlier))\b",
            r"(?P<unit>(?i:year|week|month|day))-(?P<dir>(?i:earlier|ago))",
            r"(?i:the) (?P<unit>(?i:week|month|day|year)) (?P<dir>(?i:before|after))(?=[.,;])",
        ),
        r"(?<!\w)(?!before(?!\s{1,3}(?:that|then)\b|[.,;])|after(?![.,;]|$)|from(?!\s{1,3}now))",
    ),
    "lengths": Family(
        "length",
        r"(?i:second|minute|hour|day|night|week|month|quarter|year|decade|centur|fortnight)",
        (
            r"(?:{approx} )?{num}{fraction}?[- ](?i:more |full |straight |consecutive |additional"
            r" |trading |working |long |whole )?{unit}s?\b(?:[- ]?(?i:long|old)\b)?"
            r"(?:(?i: and a (?P<half>half))| (?i:or so|or more)\b)?",
            r"(?:(?i:at least|almost|nearly|about) )?(?i:(?:the|these|those) )(?:{side} )?"
            r"{num}{fraction}? (?i:more |full |straight |consecutive |trading )?{unit}s?\b"
            r"(?: (?i:or so)\b)?",
            r"{side} {num} {unit}s?\b",
            r"(?:{approx} |(?i:over )(?=an? ))?{num1} (?i:full |whole |additional |single )?"
            r"{unit}\b(?:(?i: and a (?P<half>half))| (?i:or (?:so|two|more))\b)?",
            r"(?:{approx} )?(?P<halfof>(?i:half an?|half)) {unit}\b",
            r"(?i:the )?{side} (?i:(?:an? )?(?:few |several |couple of |many ))?{unit}s\b",
            r"(?i:the )?(?P<side>(?i:past|last)) (?P<unit>(?i:decade|century))\b",
            r"(?P<plural>(?i:seconds|minutes|hours|days|weeks|months|years|decades|centuries))"
            r"(?:[- ](?i:long|old)\b)?",
            r"(?P<unit>(?i:day|week|month|year|decade|hour))-?(?i:long)\b",
            r"(?:(?i:the ){side} |{approx} )?"
            r"(?P<digits>\d{1,3}|(?i:two|three|four|five|six|seven|eight|ten|twelve))"
            r"(?: to |-| or |–){num} {unit}s\b",
            r"(?i:the (?:fiscal |full )?)(?P<unit>(?i:year))(?= (?i:ended|ending)\b)",
        ),
        r"(?<!\w)",
        reach=(60, 25),
    ),
    "outbreaks": Family(
        "outbreak",
        "(?i:start|beginning|outbreak|onset|launch|eruption)",
        (
            r"(?i:the (?:very )?(?:start|beginning|outbreak|onset|launch|eruption) of)"
            r" {owner}{affair}",
        ),
    ),
    "references": Family(
        "reference",
        "(?i:now|current|present|these|moment|recent|lately|past|time|soon|future|term|date)",
        (r"{ref}",),
        r"(?<!\w)(?:nowadays|(?:current|present|recent)(?:ly)?|[a-z]{3,6})\b",
        reach=(30, 30),
    ),
    "sets": Family(
        "repeat",
        "(?i:daily|nightly|weekly|biweekly|fortnightly|monthly|yearly|annually|hourly|every|each|once"
        "|twice|times a|days)",
        (
            r"{set}",
            r"{every} (?:{num} )?{unit}s?\b",
            r"{every} {weekday} {daytime}",
            r"{every} (?:{weekday}|{month}|{season}|{daytime})",
            r"{weekday}(?P<plurals>s)(?: {daytime}s?)?",
            r"(?i:once|twice|three times|\d+ times) (?P<num>(?i:an?)) {unit}",
        ),
        r"(?<!\w)(?!days)|(?<=\w)days\b",
    ),
}


class Rule(NamedTuple):
    """A family made ready: its kind, its core (``None`` where it is plain words), its patterns."""

    kind: Kind
    core: re.Pattern[str] | None
    words: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    where: re.Pattern[str]
    reach: tuple[int, int]


@cache
def rules() -> tuple[Rule, ...]:
    """All families, compiled, in the order of the table."""
    return tuple(_ready(family) for family in FAMILIES.values())


def _ready(family: Family) -> Rule:
    plain = _plain_words(family.core)
    return Rule(
        family.kind,
        None if plain else re.compile(family.core),
        plain or family.words,
        tuple(_compile(pattern) for pattern in family.patterns),
        re.compile(family.where),
        family.reach,
    )


def _plain_words(core: str) -> tuple[str, ...]:
    """The words of a core "(?i:one|two)", which plain search finds five times as fast."""
    plain = re.fullmatch(r"\(\?i:([a-z |]+)\)", core)
    return tuple(plain[1].split("|")) if plain else ()


def windows(text: str, rule: Rule, lower: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` near a core of ``rule``, merged, ending between words.

    ``lower`` is the text in lower case, of the same length.
    """
    cores = [] if rule.core is None else [match.span() for match in rule.core.finditer(text)]
    if rule.words:
        cores = sorted(cores + _places(lower, rule))
    before, behind = rule.reach
    out: list[tuple[int, int]] = []
    for start, end in cores:
        low, high = max(0, start - before), end + behind
        while high < len(text) and not text[high].isspace():
            high += 1
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], min(high, len(text))))
        else:
            out.append((low, min(high, len(text))))
    return out


def _places(lower: str, rule: Rule) -> list[tuple[int, int]]:
    """Where the plain words of a rule stand, that its ``where`` lets count."""
    out = []
    for word in rule.words:
        at = lower.find(word)
        while at >= 0:
            if rule.where.match(lower, at):
                out.append((at, at + len(word)))
            at = lower.find(word, at + len(word))
    return out


def _compile(pattern: str) -> re.Pattern[str]:
    filled = re.sub(r"\{([a-z]+\d?)\}", lambda m: FRAGMENTS[m[1]], pattern)
    spaced = filled.replace("[- ]", r"[-\s]").replace(" ?", r"\s?").replace(" ", r"\s{1,3}")
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        """A group may stand in several branches; Python wants each name once."""
        seen[match[1]] = seen.get(match[1], 0) + 1
        again = f"__{seen[match[1]]}" if seen[match[1]] > 1 else ""
        return f"(?P<{match[1]}{again}>"

    named = re.sub(r"\(\?P<(\w+)>", numbered, spaced)
    return re.compile(r"(?<![\w$€£#@&])(?<!\d[.,:])" + named)


def groups(match: re.Match[str]) -> dict[str, str | None]:
    """The words of each named group, whichever branch of the pattern filled it."""
    out: dict[str, str | None] = {}
    for name, words in match.groupdict().items():
        if words is not None:
            out[name.split("__")[0]] = words
    return out

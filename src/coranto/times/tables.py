"""The words of time: small tables that the grammar and the resolver read.

Sources: the TIMEX3 guidelines of TimeML 1.2.1 (Saurí et al. 2006) for codes of
seasons, parts of the day and references; AP and Reuters style for abbreviations
of months and weekdays; the rules for holidays are public calendars.
"""

from __future__ import annotations

from typing import Final

# --- months and weekdays ------------------------------------------------------------------

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}

# Names of months that are also first names, surnames, verbs or nouns: alone, they need a cue.
AMBIGUOUS_MONTHS: Final = frozenset({"may", "march", "august", "april", "june"})
# Titles before a person called May, April or August.
PERSON_TITLES: Final = frozenset(
    "mr mrs ms miss dr lady lord sir dame minister president secretary theresa brian elaine "
    "ambassador senator chancellor".split()
)

# --- seasons, parts of the day, parts of a period ------------------------------------------

SEASONS: Final[dict[str, str]] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
# First and last month (northern, meteorological); winter runs into the following year.
SEASON_MONTHS: Final[dict[str, tuple[int, int]]] = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 14),
}

DAYTIMES: Final[dict[str, str]] = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "lunchtime": "MI",
    "midday": "MI",
}

PARTS: Final[dict[str, str]] = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "earlier": "earlier",
    "later": "later",
    "beginning": "start",
    "start": "start",
    "middle": "mid",
    "end": "end",
    "close": "end",
    "turn": "start",
}

# Days of a month, months of a year, years of a decade that a part covers (both included).
# "early 2022" and "late April" follow Reuters' and AP's loose thirds.
PART_OF_MONTH: Final[dict[str, tuple[int, int]]] = {
    "early": (1, 10),
    "start": (1, 5),
    "mid": (10, 20),
    "late": (21, 31),
    "end": (25, 31),
}
PART_OF_YEAR: Final[dict[str, tuple[int, int]]] = {
    "early": (1, 4),
    "start": (1, 2),
    "mid": (5, 8),
    "late": (9, 12),
    "end": (11, 12),
}

# --- numbers -------------------------------------------------------------------------------

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMERALS: Final[dict[str, int]] = {
    **{word: n for n, word in enumerate(_ONES) if n},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    "a": 1,
    "an": 1,
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
    "couple": 2,
}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS: Final[dict[str, int]] = {
    **{word: n for n, word in enumerate(_ORDINALS, start=1)},
    "thirtieth": 30,
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_ORDINALS[:9], start=1)},
    "thirty-first": 31,
}

DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# --- units ---------------------------------------------------------------------------------

# Words of a unit, and its code here: S second, N minute, H hour, D day, W week, K weekend,
# M month, Q quarter, Y year, E decade, C century.
UNITS: Final[dict[str, str]] = {
    "second": "S",
    "minute": "N",
    "min": "N",
    "hour": "H",
    "hr": "H",
    "day": "D",
    "night": "D",
    "weekday": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "K",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
    "centurie": "C",
}

# A length in TIMEX3: how the unit is written, and how many of it one of ours makes.
LENGTH_CODES: Final[dict[str, tuple[str, str, int]]] = {
    "S": ("PT", "S", 1),
    "N": ("PT", "M", 1),
    "H": ("PT", "H", 1),
    "D": ("P", "D", 1),
    "W": ("P", "W", 1),
    "K": ("P", "D", 2),
    "M": ("P", "M", 1),
    "Q": ("P", "M", 3),
    "Y": ("P", "Y", 1),
    "E": ("P", "Y", 10),
    "C": ("P", "Y", 100),
}

# --- words that refer, and words that repeat --------------------------------------------------

REFERENCES: Final[dict[str, str]] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "this moment": "PRESENT_REF",
    "current": "PRESENT_REF",
    "recently": "PAST_REF",
    "more recently": "PAST_REF",
    "most recently": "PAST_REF",
    "lately": "PAST_REF",
    "the recent past": "PAST_REF",
    "the past": "PAST_REF",
    "the time": "PAST_REF",
    "soon": "FUTURE_REF",
    "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF",
    "the immediate future": "FUTURE_REF",
    "the near term": "FUTURE_REF",
    "the short term": "FUTURE_REF",
    "the long term": "FUTURE_REF",
    "a later date": "FUTURE_REF",
    "as soon as possible": "FUTURE_REF",
}

# Words that refer to a time in some sentences and in most do not: taken where they are proposed.
PROPOSED_REFERENCES: Final[dict[str, str]] = {
    **REFERENCES,
    "recent": "PAST_REF",
    "previously": "PAST_REF",
    "previous": "PAST_REF",
    "former": "PAST_REF",
    "formerly": "PAST_REF",
    "once": "PAST_REF",
    "earlier": "PAST_REF",
    "that time": "PAST_REF",
    "at the time": "PAST_REF",
    "already": "PRESENT_REF",
    "yet": "PRESENT_REF",
    "this moment": "PRESENT_REF",
    "the time being": "PRESENT_REF",
    "this time": "PRESENT_REF",
    "future": "FUTURE_REF",
    "later": "FUTURE_REF",
    "shortly": "FUTURE_REF",
    "upcoming": "FUTURE_REF",
    "one day": "FUTURE_REF",
    "some day": "FUTURE_REF",
    "someday": "FUTURE_REF",
    "eventually": "FUTURE_REF",
}

SETS: Final[dict[str, str]] = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}

# --- holidays: fixed (month, day), n-th weekday (month, weekday, n), or days from Easter --------

FIXED_HOLIDAYS: Final[dict[str, tuple[int, int]]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "may day": (5, 1),
    "europe day": (5, 9),
    "victory day": (5, 9),
    "bastille day": (7, 14),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "remembrance day": (11, 11),
}
FLOATING_HOLIDAYS: Final[dict[str, tuple[int, int, int]]] = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "columbus day": (10, 1, 2),
}
EASTER_HOLIDAYS: Final[dict[str, int]] = {
    "easter": 0,
    "easter sunday": 0,
    "good friday": -2,
    "easter monday": 1,
    "ash wednesday": -46,
    "palm sunday": -7,
}

# --- words that tell the tense (used where there is no parse) ------------------------------------

FUTURE_CUES: Final = frozenset(
    "will would shall 'll ’ll won't won’t due set scheduled expected expects expect plans plan "
    "planned planning slated likely going to-be upcoming tomorrow hopes hope may might should "
    "intends intend wants".split()
)
PAST_CUES: Final = frozenset(
    "was were had did has have been said told met held came went took made gave began became rose "
    "fell grew led won lost found left sent paid broke brought bought built caught chose cut drew "
    "drove felt fought got heard hit kept knew laid lay meant put ran read sat saw sold set-up "
    "shot spoke spent stood struck swore thought threw understood withdrew wrote shook "
    "shut sank".split()
)

# What begins with a first day: affairs whose start dates what came since or before.
AFFAIRS: Final = frozenset(
    "war|civil war|trade war|invasion|full-scale invasion|conflict|hostilities|fighting|offensive"
    "|uprising|revolution|revolt|rebellion|insurgency|occupation|intervention|siege|blockade"
    "|bombardment|crisis".split("|")
)

# Nouns that a bare four-digit number counts: "1914 people" is no year.
COUNTED: Final = frozenset(
    "people troops soldiers civilians men women children miles kilometers kilometres km feet "
    "meters metres tons tonnes barrels dollars euros pounds percent cases deaths votes delegates "
    "members workers employees prisoners refugees migrants vehicles tanks drones missiles rockets "
    "aircraft ships points shares units homes houses students others hours days weeks months years "
    "acres hectares".split()
)

# Deeds whose day is that on which they are done, not one that they are about.
DEEDS: Final = frozenset(
    "adopt approve arrest arrive assassinate attack attend begin bomb break capture celebrate "
    "cease close collapse come conclude convene cross depart die end enter execute expel explode "
    "fall fire fly free gather happen hit hold host inaugurate invade join kill land launch leave "
    "lose meet murder open pass publish ratify reach receive recall release resign resume "
    "return seize send shell shoot sign sink speak start step strike suspend swear take talk test "
    "travel visit vote welcome win withdraw".split()
)

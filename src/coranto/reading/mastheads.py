"""Names of agencies and outlets that no table holds, told by their form; header lines of a text.

A publication's name is in title case and holds a word of the trade ("Harbour
Wire", "The Baltic Courier"). Persons may bear such words as surnames, and
offices of state have press services: neither is an agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coranto.reading.dates import Found, written_dates
from coranto.reading.outlets import OUTLETS

# Words that newspapers and agencies carry in their names (mastheads in English).
_TRADE = frozenset(
    """
Wire Wires Newswire Newswires News Agency Press Service Services Bureau Telegraph Telegram
Media Network Radio Television Broadcasting Dispatch Courier Times Post Herald Journal Tribune
Observer Gazette Review Chronicle Standard Mail Examiner Inquirer Monitor Mercury Sentinel
Bulletin Register Record Reporter Star Globe Mirror Echo Argus Independent Daily Weekly Today
Guardian Ledger Advocate Correspondent Spectator Economist
""".split()
)
# These alone make no outlet: offices of state and firms have them too.
_WEAK = frozenset("Agency Service Services Bureau Record Register Standard Star Today".split())
_OFFICIAL = re.compile(
    r"\b(?:Ministry|Minister|Government|State|Presidential|President|Parliament|Security|Secret|"
    r"Intelligence|Border|Police|Army|Navy|Military|Defen[cs]e|Federal|Space|Energy|Court|Kremlin|"
    r"House|Customs|Weather|Health|Migration|Investigation|Council|Department|Embassy|Party|Bank)\b"
)
# What a page calls its parts, and what bylines call those who write: no names.
_GENERIC = frozenset(
    """
World Breaking Latest Top Local International National Business Sports Political Foreign More
Other Our This Good Bad Fake Morning Evening Press News Wire Wires Agency Agencies Service
Services Media Bureau The A Conference Release Releases Staff Desk Newsroom Team Editor Editors
Editorial Reporter Reporters Correspondent Correspondents Writer Writers Post Times Daily Weekly
Today Radio Television Network Social State Mass Free Review Journal Record Independent
""".split()
)
_NO_OUTLET = frozenset("Staff Desk Newsroom Team Editor Editors Release Conference".split())
# With the article these may stand alone: "The Times".
_ALONE = frozenset(
    """
Times Guardian Telegraph Herald Observer Independent Economist Tribune Gazette Chronicle Courier
""".split()
)
# A sentence may begin with these, and a name after them.
_LEADING = frozenset(
    """
Additional Also And At By Contributions Editing For From In Includes Including Of On Reporting
Some Source Sources To Via With Written
""".split()
)
# Headlines in title case: their verbs (present and past, of headline English).
_VERBS = frozenset(
    """
accuse agree arrive ask ban blame call cancel cut deny end face fail get give go hail hit hold join
leave make meet move order pay plan praise raise reject return rule say see seek send slam stop
support take talk tell urge visit vow want warn welcome win
accuses accused agrees agreed arrives arrived asks asked backs backed bans blames breaks calls
called cancels cuts denies denied ends ended faces faced fails gets gives goes hails has have
hits holds held is are was were will joins leaves left makes meets met moves opens orders pays
plans praises raises rejects rejected releases returns rules said says seeks sees sends signs
signed slams stops supports takes talks tells told urges urged visits visited vows wants warns
warned welcomes wins won
""".split()
)
# Given names, by which "Emily Post" is a person (US Social Security Administration, names of the
# twentieth century, the most frequent).
_GIVEN = frozenset(
    """
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew
Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy
Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin
Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Peter Adam Henry Nathan Martin
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret Betty
Sandra Ashley Dorothy Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca
Laura Sharon Cynthia Kathleen Amy Shirley Angela Helen Anna Brenda Pamela Nicole Emma Samantha
Katherine Christine Rachel Maria Heather Diane Julie Joyce Victoria Olivia Joan Kelly Lauren
Christina Judith Megan Andrea Jane Ann Anne Alice Bill Bob Tom Jim Joe Steve Mike Dan Ben Sam Kate
Otto Ivan Sergei Vladimir Olga Elena
""".split()
)

_OUTLET_NAMES = frozenset(OUTLETS.values())
_WELL_KNOWN = frozenset(n.removeprefix("The ") for n in _OUTLET_NAMES if " " in n)

_WORD = r"[A-Z][\w'’&-]*"
_NAME = re.compile(rf"(?<![\w'’-]){_WORD}(?: {_WORD}){{0,5}}(?: of {_WORD}(?: {_WORD})?)?")
_LONGEST_NAME = 6


def is_publication(name: str) -> bool:
    """Whether ``name`` has the form of an agency's or outlet's name, and is neither a person's
    nor an office's nor what pages call their parts ("Breaking News")."""
    words = name.removeprefix("The ").split()
    if not 1 <= len(words) <= _LONGEST_NAME or _OFFICIAL.search(name):
        return False
    trade = [word for word in words if word in _TRADE]
    if len(words) == 1:
        return name.startswith("The ") and words[0] in _ALONE
    if not trade or all(word in _GENERIC for word in words) or _NO_OUTLET & set(words):
        return False
    if words[0] in _GIVEN or any(word.casefold() in _VERBS for word in words):
        return False
    return len(words) > 2 or any(word not in _WEAK for word in trade) or words[-1] == "Agency"


def publications(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of every publication's name in ``text``, in order."""
    for match in _NAME.finditer(text):
        name, start = match.group(), match.start()
        while name.partition(" ")[0] in _LEADING:
            start += len(name) - len(name := name.partition(" ")[2])
        known = _known_ending(name)
        if known:
            yield start + len(name) - len(known), known
            continue
        head, _, tail = name.partition(" of ")
        # "Anna Example of Harbour Wire": the outlet is behind the "of".
        for part, at in ((name, start), (head, start), (tail, start + len(head) + 4)):
            if part and is_publication(part) and (part != name or not tail or is_publication(head)):
                yield at, part
                break


def _known_ending(name: str) -> str:
    """A well-known outlet behind other names: "Anna Example Washington Post"."""
    words = name.split()
    endings = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    return next((e for e in endings if e.removeprefix("The ") in _WELL_KNOWN), "")


# --- header lines -----------------------------------------------------------------------------

_FIELDS = re.compile(r"\s+[|•·—–]\s+")
_BESIDE_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d{2}|\b(?:gmt|utc|[ap]\.?m)\b",
    re.IGNORECASE,
)
_LONGEST_HEADER, _MOST_FIELDS = 100, 5


@dataclass(frozen=True, slots=True)
class Header:
    """The lines above a report: its outlet at ``[start, end)``, its day, and where they end."""

    outlet: str
    start: int
    end: int
    date: Found
    length: int


def header(text: str) -> Header | None:
    """The header of a cleaned text: a publication's name with a date below or beside it.

    "The Baltic Courier" above "24 May 2018", or "Baltic Courier | World | 24
    May 2018". Without the date a first line may be anything, and is none.
    """
    first, _, rest = text.partition("\n\n")
    if len(first) > _LONGEST_HEADER:
        return None
    fields = _FIELDS.split(first)
    if len(fields) == 1:
        second = rest.partition("\n\n")[0]
        day = _lone_day(second)
        if day is None or not is_masthead(first):
            return None
        offset = len(first) + 2
        found = Found(offset + day.start, offset + day.end, day.dates)
        return Header(first, 0, len(first), found, offset + len(second))
    names = [f for f in fields if is_masthead(f)]
    days = [f for f in fields if _lone_day(f) is not None]
    if len(names) != 1 or not days or len(fields) > _MOST_FIELDS:
        return None
    start = first.index(names[0])
    day = next(written_dates(first))
    return Header(names[0], start, start + len(names[0]), day, len(first))


def is_masthead(line: str) -> bool:
    """Whether a line is the name of an outlet and no more."""
    if line in _OUTLET_NAMES:
        return True
    return (
        len(line.split()) <= _LONGEST_NAME - 1
        and bool(_NAME.fullmatch(line))
        and (is_publication(line))
    )


def _lone_day(line: str) -> Found | None:
    """The day of a line that holds nothing else."""
    if len(line) > _LONGEST_HEADER:
        return None
    day = next(written_dates(line), None)
    if day is None:
        return None
    beside = _BESIDE_DAY.sub(" ", line[: day.start] + " " + line[day.end :])
    return None if re.search(r"\w", beside) else day

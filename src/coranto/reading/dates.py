"""Calendar days as records, addresses, file names and date lines write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from coranto.types import DateRange

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_ORDINAL = r"(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"\b(?P<month>{_MONTH})[ .]\s*(?P<day>\d{{1,2}}){_ORDINAL}(?:,\s*|\s+|\.)(?P<year>\d{{4}})\b"
    rf"|\b(?P<day2>\d{{1,2}}){_ORDINAL}[ -](?:of )?(?P<month2>{_MONTH})"
    r"\.?(?:,\s*|[ -])(?P<year2>\d{4})\b"
    r"|\b(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})(?!\d)"
    r"|(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)"
    r"(?P<year4>\d{4}|(?<=/)\d{2})(?![\d/]|\.\d)",
    re.IGNORECASE,
)
# Clock times of the United States, before or behind a date: there the month comes first.
_US_ZONE = r"(?:(?i:[ap]\.?m\.?)\s?)?\(?[ECMP][SD]?T\b"
_US_TIME_BEHIND = re.compile(rf"[\s,|·•—–-]*(?:at )?\d{{1,2}}(?::\d{{2}})?\s?{_US_ZONE}")
_US_TIME_BEFORE = re.compile(rf"\d{{1,2}}(?::\d{{2}})?\s?{_US_ZONE}\)?[\s,|·•—–-]*(?:on )?$")
# Years of two figures are of the century that computers write them for (POSIX strptime, %y).
_CENTURY_TURNS = 69
_IN_ADDRESS = re.compile(
    rf"(?<=[/_.=-])(?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>\d{{2}}|\d(?=[/_-])|{_MONTH})[/_-]?"
    r"(?P<day>\d{2}|(?<=[/_-])\d)(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# "deal-reached-on-ferries202407231201300006", "/202412160400": a day and a clock without marks, in
# figures behind other words too; the clock shows that it is no other number.
_STAMP_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,4})?(?!\d)"
)
_MONTH_IN_ADDRESS = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{{1,2}}|{_MONTH})(?=/)", re.IGNORECASE
)
_IN_FILE_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?![0-9A-SU-Za-z])"
)
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


@dataclass(frozen=True, slots=True)
class Found:
    """Days named in a text at ``[start, end)``."""

    start: int
    end: int
    dates: DateRange


def written_dates(text: str) -> Iterator[Found]:
    """Full dates in words or figures: "April 8, 2024", "8 April 2024", "2024-04-08", "8.4.2024".

    "04/08/2024" and "04/08/24" are read only where one of the two numbers can
    be no month, or a clock time of the United States beside them tells that
    the month comes first.
    """
    for match in _WRITTEN.finditer(text):
        day = _written_day(match)
        if day is not None:
            yield Found(match.start(), match.end(), DateRange(day, day))


@dataclass(frozen=True, slots=True)
class TwoDays:
    """A date in figures at ``[start, end)`` that names one of two days, by the writer's country."""

    start: int
    end: int
    month_first: date
    day_first: date


def two_days(text: str) -> Iterator[TwoDays]:
    """Dates in figures that ``written_dates`` leaves alone because they can be read two ways."""
    for match in _WRITTEN.finditer(text):
        if match["mark"] != "/" or _written_day(match) is not None:
            continue
        year = _year(match["year4"])
        month_first = _day(year, match["a"], match["b"])
        day_first = _day(year, match["b"], match["a"])
        if month_first is not None and day_first is not None:
            yield TwoDays(match.start(), match.end(), month_first, day_first)


def _year(figures: str) -> str:
    if len(figures) == 4:
        return figures
    return ("20" if int(figures) < _CENTURY_TURNS else "19") + figures


def _written_day(match: re.Match[str]) -> date | None:
    if match["month"]:
        return _day(match["year"], match["month"], match["day"])
    if match["month2"]:
        return _day(match["year2"], match["month2"], match["day2"])
    if match["year3"]:
        return _day(match["year3"], match["month3"], match["day3"])
    first, second = int(match["a"]), int(match["b"])
    year = _year(match["year4"])
    if match["mark"] == "." or first > 12:
        return _day(year, second, first)
    if second > 12 or first == second or _american(match):
        return _day(year, first, second)
    return None


def _american(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    behind = _US_TIME_BEHIND.match(text, match.end())
    return bool(behind or _US_TIME_BEFORE.search(text[max(0, start - 30) : start]))


def address_dates(url: str) -> Found | None:
    """The day that an address names ("/2024/04/08/", "2024-04-08"), or at least the month."""
    for pattern in (_IN_ADDRESS, _STAMP_IN_ADDRESS):
        for match in pattern.finditer(url):
            day = _day(match["year"], match["month"], match["day"])
            if day is not None:
                return Found(match.start(), match.end(), DateRange(day, day))
    match_month = _MONTH_IN_ADDRESS.search(url)
    if match_month is None:
        return None
    first = _day(match_month["year"], match_month["month"], 1)
    if first is None:
        return None
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return Found(match_month.start() + 1, match_month.end(), DateRange(first, last))


def file_name_date(name: str) -> Found | None:
    """The day that a file name holds ("20240408_lavrov.txt", "lavrov-2024-04-08.html")."""
    for match in _IN_FILE_NAME.finditer(name):
        day = _day(match["year"], match["month"], match["day"])
        if day is not None:
            return Found(match.start(), match.end(), DateRange(day, day))
    return None


def record_date(value: object) -> DateRange | None:
    """The day that a record's date field gives, in the time zone that it gives; None if unclear.

    ISO 8601, RFC 5322 ("Mon, 08 Apr 2024 …"), dates in words, seconds or
    milliseconds since 1970 (UTC).
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _since_1970(float(value))
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = value.strip()
    for parse in (_iso, _rfc5322):
        day = parse(text)
        if day is not None:
            return DateRange(day, day) if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _since_1970(float(text))
    for found in written_dates(text):
        return found.dates
    found_name = file_name_date(text)
    return found_name.dates if found_name is not None else None


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _rfc5322(text: str) -> date | None:
    if "," not in text[:5]:
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _since_1970(number: float) -> DateRange | None:
    seconds = number / 1000 if abs(number) >= 1e11 else number
    # A bare year or a small number is no count of seconds.
    if not 1e8 <= seconds < 4.1e9:
        return None
    day = datetime.fromtimestamp(seconds, UTC).date()
    return DateRange(day, day)


def _day(year: str, month: str | int, day: str | int) -> date | None:
    number = _MONTHS.get(str(month).casefold())
    try:
        result = date(int(year), number if number is not None else int(month), int(day))
    except ValueError:
        return None
    return result if _FIRST_YEAR <= result.year <= _LAST_YEAR else None

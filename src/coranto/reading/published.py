"""When a report came out, as far as its own file tells without reading its sentences.

Trusted in this order: a full date in the text's own date line or dateline; the
record's date; its address; its page's metadata; the file's name. The first
that is there gives the date; every other is kept in the evidence, with a note
where it says otherwise. When the file was last changed is never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coranto.reading.addresses import Address, names_other_story
from coranto.reading.agencies import AGENCY
from coranto.reading.dates import (
    Found,
    TwoDays,
    address_dates,
    file_name_date,
    record_date,
    two_days,
    written_dates,
)
from coranto.reading.mastheads import header
from coranto.reading.material import Material
from coranto.types import DateRange, Grounds, Published

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?P<updated>(?:last )?(?:updated|modified|edited|revised)|update)\b"
    r"|\b(?:text )?as (?:issued|delivered|released|prepared)\b"
    r"|\b(?:first )?(?:posted|published|issued|created|released|date|publication date)\b",
    re.IGNORECASE,
)
# What may stand beside the date in a date line: clock times, zones, weekdays, labels.
_BESIDE = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?(?:a\.?m\.?|p\.?m\.?|h\b)|\b[ap]\.?m\.?(?!\w)|"
    r"\b(?:GMT|UTC|BST|CET|CEST|MSK|[ECMP][SD]?T|EEST|EET|IST|JST|KST)\b(?:\s?[+-]\d{1,4})?|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"\b(?:at|on|the|of|local time|hrs?)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(rf"^(?:by|from)\b|\bby [A-Z]|\|(?! )|{AGENCY}", re.IGNORECASE)
_DATELINE = re.compile(r"^(?:[A-Z][A-Z'’.-]+(?:[ ,/]+|$)){1,5}\W{0,3}$")
# "Vienna, 8 April 2024 (Harbour Wire): The ministers …": a place in small letters needs the rest.
_PLACE_BEFORE = re.compile(
    r"^(?!(?:On|In|By|Since|Until|From|Before|After|At|As|The|This|That)\b)"
    r"(?:[A-Z][\w'’.-]+(?: (?:de|la|al|of))?[ ,/]+){1,5}$"
)
_SOURCE_BEHIND = re.compile(r"\s*(?:\([^()]{2,40}\)|/[^/]{2,40}/)\s*(?::|-{1,2}|—|–)?\s*[A-Z\"“‘']")
_MARK_BEHIND = re.compile(r"\s*(?::|-{1,2}|—|–)\s*[A-Z\"“‘']")

# Above the date of a post that the page shows: "A post shared by Anna Example (@anna) on".
_EMBEDDED = re.compile(r"\bpost shared by\b|\(@\w+\)(?: on)?$", re.IGNORECASE)

_FIRST, _LAST, _LONGEST = 10, 3, 140


@dataclass(frozen=True, slots=True)
class Candidate:
    """Days on which the report may have come out, what says so, and how that is put."""

    dates: DateRange
    basis: str
    grounds: Grounds


def published(material: Material, own: Address | None, others: list[Address]) -> Published:
    """The date of publication by the most trusted candidate, with all the others as evidence."""
    candidates = list(_candidates(material, own))
    evidence = [c.grounds for c in candidates]
    if candidates:
        chosen = candidates[0]
        evidence[1:] = [_against(chosen, c) for c in candidates[1:]]
    evidence += _ambiguous(material)
    evidence += [_not_counted(a, material) for a in others if address_dates(a.url) is not None]
    if not candidates:
        return Published(evidence=tuple(evidence))
    return Published(chosen.dates, chosen.basis, tuple(evidence))


def _candidates(material: Material, own: Address | None) -> Iterator[Candidate]:
    for given in material.head_days:
        day = next(written_dates(given.value)).dates
        yield Candidate(day, _DATE_LINE, given.grounds)
    of_text = list(_text_dates(material.cleaned.text))
    above = header(material.cleaned.text)
    if above is not None and not any(c.basis == _DATE_LINE for c in of_text):
        yield _text_candidate(material.cleaned.text, above.date, _DATE_LINE, 0)
    yield from (c for c in of_text if c.basis == _DATE_LINE)
    yield from (c for c in of_text if c.basis == _DATELINE_BASIS)
    if material.date is not None:
        days = record_date(material.date_value)
        if days is not None:
            grounds = Grounds("metadata", material.date.value, material.date.note)
            yield Candidate(days, "its record's date", grounds)
    url, start, end = _address(material, own)
    found = address_dates(url) if url else None
    if url and found is not None:
        grounds = Grounds("address", url, url[found.start : found.end], start, end)
        yield Candidate(found.dates, "its address", grounds)
    if material.page_day is not None:
        days = record_date(material.page_day.value)
        if days is not None:
            grounds = Grounds("metadata", material.page_day.value, material.page_day.note)
            yield Candidate(days, "its page's metadata", grounds)
    # A report is out before it is updated, so that this is the least that a page tells.
    yield from (c for c in of_text if c.basis == _UPDATE_LINE)
    named = file_name_date(material.file_name)
    if named is not None:
        yield Candidate(named.dates, "its file name", Grounds("file name", material.file_name))


def _address(material: Material, own: Address | None) -> tuple[str, int | None, int | None]:
    if material.url is not None:
        return material.url.value, None, None
    return (own.url, own.start, own.end) if own is not None else ("", None, None)


def _against(chosen: Candidate, other: Candidate) -> Grounds:
    """The grounds of ``other``, with a note where it speaks against the date chosen."""
    grounds = other.grounds
    if chosen.dates.overlaps(other.dates):
        note = grounds.note or "agrees"
    else:
        note = f"says {_days(other.dates)}, not {_days(chosen.dates)}: not followed"
    return Grounds(grounds.where, grounds.quote, note, grounds.start, grounds.end)


def _days(dates: DateRange) -> str:
    if dates.day is not None:
        return dates.day.isoformat()
    return f"{dates.earliest} to {dates.latest}"


def _not_counted(address: Address, material: Material) -> Grounds:
    other = names_other_story(address, material.cleaned.removed)
    what = "another story's address" if other else "not known to be its own address"
    return Grounds("removed", address.url, f"{what}: not counted", address.start, address.end)


# --- dates that the text itself gives ---------------------------------------------------------

_DATE_LINE = "its date line"
_UPDATE_LINE = "the date of its last update"
_DATELINE_BASIS = "its dateline"


def _text_dates(text: str) -> Iterator[Candidate]:
    paragraphs = text.split("\n\n")
    offset = 0
    before = ""
    for index, paragraph in enumerate(paragraphs):
        if index < _FIRST or len(paragraphs) - index <= _LAST:
            for found, basis in _own_dates(paragraph, before, index):
                yield _text_candidate(paragraph, found, basis, offset)
        before = paragraph
        offset += len(paragraph) + 2


def _own_dates(paragraph: str, before: str, index: int) -> Iterator[tuple[Found, str]]:
    found = list(written_dates(paragraph[:_LONGEST]))
    if not found:
        return
    if _is_date_line(paragraph, found) and _EMBEDDED.search(before) is None:
        for date in found:
            labels = list(_LABEL.finditer(paragraph[: date.start])) or list(_LABEL.finditer(before))
            lone = len(before) > 20 and not _LABEL.search(paragraph[: date.start])
            updated = bool(labels) and not lone and labels[-1]["updated"] is not None
            yield date, _UPDATE_LINE if updated else _DATE_LINE
    elif (index < 3 and _DATELINE.match(paragraph[: found[0].start].rstrip("( "))) or (
        _PLACE_BEFORE.match(paragraph[: found[0].start])
        and (
            _SOURCE_BEHIND.match(paragraph, found[0].end)
            or _MARK_BEHIND.match(paragraph, found[0].end)
        )
    ):
        yield found[0], _DATELINE_BASIS


def is_date_line(paragraph: str) -> bool:
    """Whether a paragraph is there to give a date ("By Anna Example, April 8, 2024")."""
    found = list(written_dates(paragraph[:_LONGEST]))
    found += [Found(t.start, t.end, DateRange()) for t in two_days(paragraph[:_LONGEST])]
    return bool(found) and _is_date_line(paragraph, sorted(found, key=lambda f: f.start))


def _ambiguous(material: Material) -> Iterator[Grounds]:
    """Date lines such as "03/10/2023" without a time zone: both readings, and no day claimed."""
    if material.date is not None and record_date(material.date_value) is None:
        for found in two_days(material.date.value):
            yield Grounds("metadata", material.date.value, _either(found))
    offset = 0
    for paragraph in material.cleaned.text.split("\n\n")[:_FIRST]:
        for found in two_days(paragraph) if is_date_line(paragraph) else ():
            start, end = offset + found.start, offset + found.end
            quote = paragraph[found.start : found.end]
            yield Grounds("text", quote, _either(found), start, end)
        offset += len(paragraph) + 2


def _either(found: TwoDays) -> str:
    return f"either {found.month_first} or {found.day_first}: not counted"


def _is_date_line(paragraph: str, found: list[Found]) -> bool:
    """Whether the paragraph is there to give its date: no sentence, no tweet's signature."""
    if len(paragraph) > _LONGEST or "@" in paragraph or paragraph.startswith(("—", "–", '"', "“")):
        return False
    rest, last = [], 0
    for date in found:
        rest.append(paragraph[last : date.start])
        last = date.end
    rest.append(paragraph[last:])
    words = " ".join(rest)
    beside = _LABEL.sub(" ", _BESIDE.sub(" ", words))
    if not re.search(r"[^\W\d_]{2,}", beside):
        return True
    # A byline: names only, so that hardly a word is in small letters.
    small = re.findall(r"\b[a-z]{2,}\b", beside)
    return (
        _BYLINE.search(words) is not None
        and len(beside.split()) <= 12
        and set(small) <= {"by", "and", "for", "from", "in", "de", "van", "der", "von"}
    )


def _text_candidate(paragraph: str, found: Found, basis: str, offset: int) -> Candidate:
    start, end = offset + found.start, offset + found.end
    note = ""
    weekday = _WEEKDAY.search(paragraph[max(0, found.start - 15) : found.end + 15])
    day = found.dates.day
    if weekday and day and _WEEKDAYS[day.weekday()] != weekday.group().casefold():
        note = f"that day was no {weekday.group()}"
    grounds = Grounds("text", paragraph[found.start : found.end], note, start, end)
    return Candidate(found.dates, basis, grounds)

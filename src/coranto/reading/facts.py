"""Title, outlet and credits of a report, each with what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coranto.cleaning import original_offset, repair_string
from coranto.cleaning.patterns import (
    ABOUT,
    ABOUT_SUBJECT,
    ABOUT_VERB,
    ADDRESS,
    APPEAL,
    APPEAL_STARTS,
    BYLINE,
    COPYRIGHT,
    CORRECTIONS,
    DISCLAIMER,
    EDITORS,
    HEAD_LINE,
    PHOTO_AGENCY,
    PHOTO_SOURCES,
    REPEATED,
)
from coranto.reading.addresses import Address, site_of_assets
from coranto.reading.agencies import AGENCY, CANONICAL, UNNAMED
from coranto.reading.dates import written_dates
from coranto.reading.mastheads import header, is_publication, publications
from coranto.reading.material import Material
from coranto.reading.outlets import (
    OUTLETS,
    known_outlet,
    outlet_name,
    outlet_of_address,
    outlet_of_file_name,
)
from coranto.reading.published import is_date_line
from coranto.types import Fact, Grounds, Removed

# --- title --------------------------------------------------------------------------------

_LONGEST_TITLE = 160
_NO_TITLE = re.compile(
    r"^(?:by\b|from\b|\(|—|–|-|@|(?:updated|posted|published)\b)|[.:;,…!]$|"
    r"\.[\"'”’)]$",
    re.IGNORECASE,
)
# A caption, by the credit that it ends with: "… in Vienna. Photo: A. Example", "… Pool / X".
_BYLINE = re.compile(BYLINE)
# "VIENNA (Harbour Wire) — The", "VIENNA, Austria: The"
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?:[ ,/]+[A-Z][\w'’.-]*){0,5},?(?: ?[(/\[][^()\n]{2,60}[)/\]])? ?"
    r"(?::|-{1,2}|—|–) ?[A-Z\"“‘']"
)
_CAPTION = re.compile(
    rf"\b(?:photo|image|picture|credit)s?(?: credit| by)?\s?[:/©]|"
    rf"[/|]\s?(?:{PHOTO_SOURCES}|{PHOTO_AGENCY})\)?$|\((?:{PHOTO_SOURCES})(?: photo)?\)$",
    re.IGNORECASE,
)


def title_fact(material: Material) -> Fact | None:
    """The title: as record or page give it, else a first line that is clearly a headline."""
    if material.title is not None:
        value = repair_string(material.title.value)
        grounds = _kept_title(material, value) or material.title.grounds
        return Fact("title", value, grounds) if value else None
    text = material.cleaned.text
    above = header(text)
    start = above.length + 2 if above is not None else _after_label(text)
    first, _, rest = text[start:].partition("\n\n")
    end = start + len(first)
    if not _is_headline(first) or len(rest) <= len(first):
        return None
    if not (
        _blank_line_at(material, end)
        or _announced(rest, first)
        or _stood_above(material, end)
        or _in_head(material, end)
    ):
        return None
    note = "the line below its header" if start else "its first line"
    return Fact("title", first, Grounds("text", first, note, start, end))


def _after_label(text: str) -> int:
    """Where the headline may begin: below a lone date, or a label too short for a headline."""
    first, _, rest = text.partition("\n\n")
    second = rest.partition("\n\n")[0]
    label = len(first.split()) < 3 and first[:1].isalnum() and _NO_TITLE.search(first) is None
    return len(first) + 2 if (label or is_date_line(first)) and _is_headline(second) else 0


def _kept_title(material: Material, value: str) -> Grounds | None:
    """Where the title that a head line gives stands in the text, of which it is a part."""
    if material.title is None or material.title.start is None:
        return None
    before, found, _ = f"\n\n{material.cleaned.text}\n\n".partition(f"\n\n{value}\n\n")
    start = len(before)
    note = material.title.note
    return Grounds("text", value, note, start, start + len(value)) if found else None


def _announced(rest: str, headline: str) -> bool:
    """Whether a byline, a date line, a dateline or the headline once more follows, as only below
    a headline."""
    second = rest.partition("\n\n")[0]
    return (
        second == headline
        or is_date_line(second)
        or _BYLINE.fullmatch(second) is not None
        or _DATELINE.match(second) is not None
    )


def _in_head(material: Material, end: int) -> bool:
    """Whether the first line, which ends at ``end``, stands among an address and other lines of a
    file's head, and the next one begins a sentence."""
    text = material.cleaned.text
    following = original_offset(material.cleaned.pieces, end + 2)
    if following is None or text[end + 2].islower():
        return False
    return any(
        part.reason in (ADDRESS, HEAD_LINE) and part.start < following
        for part in material.cleaned.removed
    )


def _stood_above(material: Material, end: int) -> bool:
    """Whether cleaning took the headline once more, or a byline, from right below ``end``."""
    last = original_offset(material.cleaned.pieces, end - 1)
    return last is not None and any(
        part.reason in (REPEATED, EDITORS) and not material.original[last + 1 : part.start].strip()
        for part in material.cleaned.removed
        if part.start > last
    )


def _is_headline(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and 3 <= len(text.split()) <= 25
        and _NO_TITLE.search(text) is None
        and _CAPTION.search(text) is None
        and next(written_dates(text), None) is None
    )


def _blank_line_at(material: Material, end: int) -> bool:
    """Whether a blank line parts the paragraph that ends at ``end`` from the next in the file."""
    pieces = material.cleaned.pieces
    last = original_offset(pieces, end - 1)
    following = original_offset(pieces, end + 2)
    if last is None or following is None:
        return False
    between = material.original[last + 1 : following]
    return re.match(r"[^\S\n]*\r?\n[^\S\n]*\r?\n", between) is not None


# --- outlet -------------------------------------------------------------------------------

_KNOWN = frozenset(OUTLETS.values())
_WITH = (
    r"with (?:additional |some )?(?:material|information|reporting|files|inputs?|reports?) "
    r"(?:from|by)"
)
_SIGN_OFF = re.compile(rf"(?P<outlet>[A-Z][^,.;]{{2,50}}), {_WITH}\b")
_VIEWS_OF = re.compile(
    r"\bnot (?:necessarily )?(?:reflect|represent|state)\b[^.]{0,60}?\bof (?:the )?"
    r"(?P<name>(?:The )?(?!Author|Writer|Editor|Member|Government)[A-Z][\w&'’/-]*"
    r"(?: (?:of )?[A-Z][\w&'’/-]*){0,4})"
)
_ABOUT_AUTHOR = re.compile(r"about the (?:author|writer|reporter)", re.IGNORECASE)
_DESCRIBED = re.compile(
    rf"{ABOUT_SUBJECT}{ABOUT_VERB}"
    r"(?! (?:\w+ ){0,4}(?:journalist|reporter|correspondent|editor|writer|author|columnist)\b)"
)
_BY_STAFF = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4}) "
    r"(?:[Rr]eport|[Ss]taff|[Dd]esk|[Bb]ureau|[Cc]orrespondent|[Mm]onitoring)s?"
)
_APPEALS_FROM = re.compile(APPEAL_STARTS[0], re.IGNORECASE)


def outlet_fact(material: Material, own: Address | None) -> Fact | None:
    """The outlet: as stated, by its header, by a known address, by who appeals for money, by
    whose pictures, by whose sign-off; and else the bare host of its address."""
    if material.outlet is not None:
        value = outlet_name(repair_string(material.outlet.value))
        return Fact("outlet", value, material.outlet.grounds) if value else None
    of_address = _outlet_of_address(material, own)
    if of_address is not None and of_address.value in _KNOWN:
        return of_address
    return (
        _outlet_of_header(material)
        or _appealing_outlet(material)
        or _outlet_of_pictures(material)
        or _outlet_of_sign_off(material)
        or _corrected_outlet(material)
        or _disclaiming_outlet(material)
        or _described_outlet(material)
        or _reporting_outlet(material)
        or of_address
        or _outlet_of_file(material)
    )


def _outlet_of_address(material: Material, own: Address | None) -> Fact | None:
    if material.url is not None:
        name = outlet_of_address(material.url.value)
        if name is not None:
            return Fact("outlet", name, Grounds("address", material.url.value, material.url.note))
    name = outlet_of_address(own.url) if own is not None else None
    if own is None or name is None:
        return None
    note = "the host of its address"
    return Fact("outlet", name, Grounds("address", own.url, note, own.start, own.end))


def _outlet_of_header(material: Material) -> Fact | None:
    above = header(material.cleaned.text)
    if above is None:
        return None
    note = "its header, with the date"
    grounds = Grounds("text", above.outlet, note, above.start, above.end)
    return Fact("outlet", above.outlet, grounds)


def _outlet_of_sign_off(material: Material) -> Fact | None:
    """ "The Baltic Courier, with material from Harbour Wire", as a report's last line."""
    text = material.cleaned.text
    start = text.rfind("\n\n") + 2
    match = _SIGN_OFF.match(text[start:]) if start > 1 else None
    if match is None or not is_publication(match["outlet"]):
        return None
    name = match["outlet"]
    grounds = Grounds("text", name, "its sign-off", start, start + len(name))
    return Fact("outlet", name, grounds)


def _appealing_outlet(material: Material) -> Fact | None:
    for part in material.cleaned.removed:
        line = part.text.partition("\n")[0].strip()
        match = _APPEALS_FROM.fullmatch(line) if part.reason == APPEAL else None
        if match is not None:
            start = part.start + part.text.index(line)
            grounds = Grounds("removed", line, "it appeals for money", start, start + len(line))
            name = re.sub(
                r"^(?:the )?(?:editors?|staff|newsroom|team) (?:of|at) ", "", match["outlet"]
            )
            return Fact("outlet", name.strip(), grounds)
    return None


def _corrected_outlet(material: Material) -> Fact | None:
    """Who takes corrections: "… write to the Baltic Courier news desk"."""
    for part in material.cleaned.removed:
        if part.reason == CORRECTIONS:
            for at, name in publications(part.text):
                start = part.start + at
                note = "it takes corrections"
                grounds = Grounds("removed", name, note, start, start + len(name))
                return Fact("outlet", name, grounds)
    return None


def _disclaiming_outlet(material: Material) -> Fact | None:
    """Whose views an author's need not be: "… and do not reflect those of The Baltic Courier."."""
    for part in material.cleaned.removed:
        match = _VIEWS_OF.search(part.text) if part.reason == DISCLAIMER else None
        if match is not None:
            return _removed_outlet(part, match, "its authors' views are not its own")
    return None


def _described_outlet(material: Material) -> Fact | None:
    """What an outlet says of itself at the end of its pages; an agency there is the author."""
    for part in material.cleaned.removed:
        if part.reason != ABOUT or _ABOUT_AUTHOR.match(part.text):
            continue
        for line in re.finditer(r"[^\n]+", part.text):
            match = _DESCRIBED.match(part.text, line.start() + _indent(line.group()), line.end())
            if match is not None and match["name"] not in CANONICAL:
                return _removed_outlet(part, match, "it describes itself")
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _removed_outlet(part: Removed, match: re.Match[str], note: str) -> Fact:
    start = part.start + match.start("name")
    name = match["name"]
    return Fact("outlet", name, Grounds("removed", name, note, start, start + len(name)))


def _reporting_outlet(material: Material) -> Fact | None:
    """ "Baltic Courier report", on a line above the text."""
    offset = 0
    for paragraph in material.cleaned.text.split("\n\n")[:_FIRST]:
        match = _BY_STAFF.fullmatch(paragraph)
        if match is not None and is_publication(match["name"]):
            name = match["name"]
            grounds = Grounds("text", name, "its byline", offset, offset + len(name))
            return Fact("outlet", name, grounds)
        offset += len(paragraph) + 2
    return None


def _outlet_of_file(material: Material) -> Fact | None:
    name = None if "#" in material.source else outlet_of_file_name(material.file_name)
    note = "the site that its file is named after"
    return Fact("outlet", name, Grounds("file name", material.file_name, note)) if name else None


def _outlet_of_pictures(material: Material) -> Fact | None:
    picture = site_of_assets(material.cleaned.removed)
    name = outlet_of_address(picture.url) if picture is not None else None
    if picture is None or name is None or known_outlet(picture.url.split("/")[2]) is None:
        return None
    note = "the host of a picture on its page"
    return Fact("outlet", name, Grounds("removed", picture.url, note, picture.start, picture.end))


# --- credits ------------------------------------------------------------------------------

_A = rf"(?<!\w){AGENCY}"
_PLACE = r"(?:[A-Z\d][\w'’.]*(?:/[A-Z][\w'’.]*)?[,.]?\s*(?:(?:and|of|de|la)\s+)?){0,7}"
_THIS = r"this (?:report|story|article|piece|dispatch)"

# Where a credit stands: in these first or last paragraphs, or in any short one.
_FIRST, _LAST, _SHORT = 8, 4, 250

_HEAD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_PLACE}\({_A}(?:[ /-][^)\n]{{0,20}})?\)",
        rf"^{_PLACE}/{_A}/",
        rf"^(?i:by) (?:(?i:the) )?{_A}.{{0,60}}$",
        rf"^(?i:by|from) .{{2,100}}?[\s,|/–—•-](?:(?i:the) )?{_A}.{{0,30}}$",
        rf"^.{{0,80}}\b(?i:by) (?:(?i:the) )?{_A}$",
        rf"^(?:(?i:the) )?{_A}(?:\s*[|,•—–-]\s*.{{0,80}}|\W+.{{0,40}}\d{{4}}.{{0,20}})?$",
        rf"^[A-Z].{{2,80}} (?:and|&) [A-Z].{{2,40}}?[\s,|]+(?:(?i:the) )?{_A}\W{{0,3}}$",
        rf"^(?i:source|agency)\s*:\s*{_A}.{{0,60}}$",
    )
)
_TAIL = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\({_A}\)|[—–-]\s?{_A}|/{_A}/?)\W{{0,2}}$",
        rf"^(?:(?i:the) )?{_A}(?:/[A-Z]{{2,4}})?\W{{0,2}}$",
        rf"^(?i:sources?|agency|via)\s*:\s*{_A}.{{0,80}}$",
    )
)
# The same for agencies that no table names, in the forms that leave no doubt; ``name`` is tested.
_N = r"(?P<name>(?:The )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4})"
_UNLISTED_HEAD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_PLACE}\({_N}\)\s*(?:-{{1,2}}|—|–)",
        rf"^{_PLACE}/{_N}/",
        rf"^(?i:by) {_N}$",
    )
)
_UNLISTED_TAIL = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|[.!?][\"”’)]? )\({_N}\)\W{{0,2}}$",
        rf"^(?i:sources?|agency|via)\s*:\s*{_N}\W{{0,2}}$",
    )
)
# Cues without the words around them: the sentence is found from the cue, in linear time.
_CONTRIBUTION = re.compile(
    rf"\bcontributed\b(?: to (?:{_THIS}|the report)| reporting| from \w+|\W*$)"
    rf"|\b(?:material|information|reporting|content|details|files)\b[^.;]{{0,60}}\b{_THIS}"
    rf"|\b{_THIS}\b[^.;]{{0,40}}\b(?:includes?|contains?|uses?|incorporates|(?:is|was) "
    r"(?:based|written|prepared|compiled|produced))\b"
    rf"|^[^.;]{{3,50}}, {_WITH}\b"
    r"|^\W*(?:agency |wire )?(?:inputs?|reporting|reports?) from\b|^\W*agency (?:inputs?|reports)\b"
    r"|^\W*(?:with|includes|including) (?:additional |some )?(?:inputs?|reporting|files|assistance|"
    r"material|information|reports?|agenc(?:y|ies))\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.;!?](?=\s|$)")
# A sentence in which somebody speaks tells news, even of "this report".
_PARTY = re.compile(r"\b(?:said|says|told|denied|denies|called|according to|reported)\b")
# The agency itself as the author: "About the author", and below it what the agency is.
_AUTHOR = re.compile(rf"^(?i:about the author)\W+{_A}")
_COPYRIGHT = re.compile(rf"(?i:©|\(c\)|copyright)[^\n]{{0,40}}?{_A}")
_ANY = re.compile(_A)
_UNNAMED = re.compile(
    r"\b(?:with|from|by) (?:inputs? from )?(?:news |wire |the )?agenc(?:y|ies)\b|"
    r"\b(?:news|wire) (?:agencies|services?)\b|\bagency (?:inputs?|reports)\b",
    re.IGNORECASE,
)


def credit_facts(material: Material, outlet: str | None = None) -> list[Fact]:
    """The agencies that the report credits, each once, in the order of the text.

    Those of the table by their usual name; others, by the form of their name,
    as the text has it. ``outlet`` is the report's own: naming itself in a
    sentence or byline, it credits nobody.
    """
    found: dict[str, Fact] = {}
    if material.author is not None:
        for name in _credited(material.author.value, outlet):
            found.setdefault(name, Fact("credit", name, material.author.grounds))
    for start, words in _credit_lines(material.cleaned.text):
        named = _credited(words, outlet) if _PARTY.search(words) is None else _named(words)
        for name in named or _unnamed(words):
            grounds = Grounds("text", words, "", start, start + len(words))
            found.setdefault(name, Fact("credit", name, grounds))
    for part in material.cleaned.removed:
        pattern = {COPYRIGHT: _COPYRIGHT, ABOUT: _AUTHOR}.get(part.reason)
        match = pattern.search(part.text) if pattern is not None else None
        if match is not None:
            start = part.start + match.start()
            grounds = Grounds("removed", match.group(), "", start, part.start + match.end())
            for name in _named(match.group()):
                found.setdefault(name, Fact("credit", name, grounds))
    return list(found.values())


def _named(words: str) -> list[str]:
    return list(dict.fromkeys(CANONICAL[m.group()] for m in _ANY.finditer(words)))


def _credited(words: str, outlet: str | None) -> list[str]:
    """Agencies of the table, and others by their form, in the order of ``words``."""
    listed = [(m.start(), m.end(), CANONICAL[m.group()]) for m in _ANY.finditer(words)]
    found = [(start, name) for start, _, name in listed]
    for start, name in publications(words):
        end = start + len(name)
        bare = _bare(name)
        if all(end <= s or e <= start for s, e, _ in listed) and bare != _bare(outlet or ""):
            found.append((start, name))
    return list(dict.fromkeys(name for _, name in sorted(found)))


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").casefold()


def _unnamed(words: str) -> list[str]:
    return [UNNAMED] if _UNNAMED.search(words) else []


def _credit_lines(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of every stretch of the text that credits someone."""
    paragraphs = text.split("\n\n")
    offset = 0
    for index, paragraph in enumerate(paragraphs):
        from_end = len(paragraphs) - 1 - index
        patterns: list[re.Pattern[str]] = []
        if index < _FIRST:
            patterns += (*_HEAD, *_UNLISTED_HEAD)
        if from_end < _LAST:
            patterns += (*_TAIL, *_UNLISTED_TAIL)
        if len(paragraph) <= _SHORT or from_end < _LAST:
            patterns.append(_COPYRIGHT)
            for start, words in _contributions(paragraph):
                yield offset + start, words
        for pattern in patterns:
            match = pattern.search(paragraph)
            if match is not None and _is_agency(match):
                words = match.group().strip()
                yield offset + paragraph.index(words, match.start()), words
        offset += len(paragraph) + 2


def _is_agency(match: re.Match[str]) -> bool:
    name = match.groupdict().get("name")
    return name is None or next(publications(name), None) is not None


def _contributions(paragraph: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph that say who contributed to the report."""
    ends = [0, *(m.end() for m in _SENTENCE_ENDS.finditer(paragraph)), len(paragraph)]
    for cue in _CONTRIBUTION.finditer(paragraph):
        start = max(end for end in ends if end <= cue.start())
        end = min((end for end in ends if end >= cue.end()), default=len(paragraph))
        words = paragraph[start:end]
        yield start + len(words) - len(words.lstrip()), words.strip()

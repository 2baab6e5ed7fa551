"""Time expressions in a text: where they stand, their type, and what they mean.

Candidates come from the grammar; of those that overlap the longest stands, the
earlier rule first. The context then rules out what only looks like a time ("Theresa
May", "march", "1914 people", "the second").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from coranto.language.document import Document
from coranto.times.grammar import Kind, groups, rules, windows
from coranto.times.interpret import Sense, interpret, key
from coranto.times.meaning import Calendar, Length, Outbreak, RawTime, Reference, Shift
from coranto.times.proposals import with_proposals
from coranto.times.ranges import with_ranges
from coranto.times.tables import AMBIGUOUS_MONTHS, COUNTED, MONTHS, PAST_CUES, PERSON_TITLES

_PREPOSITION: Final = re.compile(
    r"\b(?:in|on|since|until|till|by|of|from|to|through|during|before|after|between|and|for|or|until"
    r"|early|late|mid|last|next|this|into|throughout|that|every|around|about|,)[\s-]+$",
    re.IGNORECASE,
)
_SURE_PREPOSITION: Final = re.compile(
    r"\b(?:in|since|until|till|during|throughout|early|late|last|next|this)[\s-]+$", re.IGNORECASE
)
_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|between|and|late|early"
    r"|mid|the|for|circa|or|that|a|his|her|its|their|into|around|about|summer|spring|autumn|winter"
    r"|fiscal|year|with|pre|post|as|both)|[’']s|[,(\-–/])[\s-]*$",
    re.IGNORECASE,
)
_BARE_LENGTH_CUE: Final = re.compile(
    r"\b(?:in|for|within|over|after|take|takes|took|taken|last|lasted|lasting|spent|spend|than|the|of"
    r"|about|nearly|almost|around|every|just|only|until|another|more|some|by|two|wait|waited)\s+$",
    re.IGNORECASE,
)
_AFTER_LENGTH: Final = re.compile(
    r"\s+(?:of|before|after|later|ago|earlier|away|now)\b", re.IGNORECASE
)
_RATE_BEFORE: Final = re.compile(
    r"(?:\d|\b(?:million|billion|thousand|hundred|percent|times|once|twice|dollars|people|barrels"
    r"|tons|tonnes|cents|hours?|days|share|each)),?\s+$",
    re.IGNORECASE,
)
_WINDOW: Final = 40


def recognise(doc: Document, proposed: Sequence[tuple[int, int]] = ()) -> tuple[RawTime, ...]:
    """The time expressions of ``doc`` in order, none overlapping another.

    Only the text is needed; names (persons called May) and parts of speech are
    used where the document has them. ``proposed`` are extents (start, end) that
    another reader takes for times: they count where the grammar finds nothing and
    can still give a value. Values are not placed yet: see
    :func:`coranto.times.resolve.resolve`.
    """
    candidates = list(_candidates(doc.text))
    if _DAY_FIRST.search(doc.text):
        candidates = [_day_first(raw) for raw in candidates]
    found = [raw for raw in candidates if _stands(doc, raw)]
    found.sort(key=lambda item: (item.start, -item.end))
    ranged = _of_a_period(doc.text, tuple(with_ranges(doc.text, _longest(found))))
    kept = tuple(_without_article(doc, raw) for raw in ranged)
    return with_proposals(doc.text, kept, candidates, proposed) if proposed else kept


def _of_a_period(text: str, raws: Sequence[RawTime]) -> Iterator[RawTime]:
    """A length "of" a period named after it counts from there: "the last week of August"."""
    for raw, after in zip(raws, [*raws, None][1:], strict=True):
        m = raw.meaning
        if after is None or text[raw.end : after.start] != " of ":
            yield raw
        elif isinstance(m, Length) and m.side is not None:
            yield replace(raw, meaning=replace(m, side=None))
        elif isinstance(m, Shift) and m.unit in "DWM" and re.match(r"the last\b", raw.text, re.I):
            yield replace(raw, type="DURATION", meaning=Length(1.0, m.unit))
        else:
            yield raw


# Relations by which a time stands before the noun that it tells of.
_BEFORE_A_NOUN: Final = frozenset(("compound", "amod", "nummod", "nmod", "nmod:unmarked"))
_ARTICLE: Final = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def _without_article(doc: Document, raw: RawTime) -> RawTime:
    """Leave the article to the noun in "the third-quarter loss", "a two day rally"."""
    article = _ARTICLE.match(raw.text)
    if article is None or not doc.tokens or " of " in raw.text:
        return raw
    head = doc.head_of(raw.start + article.end(), raw.end)
    if head is None or doc.tokens[head].dep not in _BEFORE_A_NOUN:
        return raw
    above = doc.tokens[head].head
    before = raw.end <= doc.tokens[above].start and doc.tokens[above].pos in ("NOUN", "PROPN")
    between = doc.text[raw.end : doc.tokens[above].start]
    if not before or re.search(r"[^\w\s.-]", between):
        return raw
    return replace(raw, start=raw.start + article.end(), text=raw.text[article.end() :])


# "25/05/2023": a text that writes the day first once does so throughout.
_DAY_FIRST: Final = re.compile(
    r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d\d)\b"
)
_SLASHED: Final = re.compile(r"(\d\d?)/(\d\d?)/\d+")


def _day_first(raw: RawTime) -> RawTime:
    m, written = raw.meaning, _SLASHED.fullmatch(raw.text)
    if written is None or not isinstance(m, Calendar) or int(written[2]) > _MONTHS:
        return raw
    return replace(raw, meaning=replace(m, day=int(written[1]), month=int(written[2])))


_MONTHS: Final = 12


def _candidates(text: str) -> Iterator[RawTime]:
    lower = text.lower()
    if len(lower) != len(text):  # as for rare letters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for rule in rules():
        for low, high in windows(text, rule, lower):
            for pattern in rule.patterns:
                for match in pattern.finditer(text, low, high):
                    raw = _read(text, rule.kind, match)
                    if raw is not None:
                        yield raw


def _read(text: str, kind: Kind, match: re.Match[str]) -> RawTime | None:
    start, end = match.start(), _trim(text, match.start(), match.end())
    if end <= start or "\n\n" in match.group():
        return None
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return None
    joined = text[start - 1 : start] == "-"
    if joined and _COMPOUND.search(text, max(0, start - 12), start) is not None:
        return None
    sense = interpret(kind, groups(match))
    return None if sense is None else _raw(text, start, end, sense)


# A hyphen before a time makes it part of a word ("post-1959"), unless it joins two times
# ("1861-1863", "September-October").
_COMPOUND: Final = re.compile(
    r"(?<![A-Za-z\d])(?!(?:"
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|B\.?C|winter|spring|summer|autumn)\.?-$)"
    r"[A-Za-z][A-Za-z.]*-$",
    re.IGNORECASE,
)


def _raw(text: str, start: int, end: int, sense: Sense) -> RawTime:
    return RawTime(
        text[start:end],
        start,
        end,
        sense.type,
        sense.meaning,
        sense.part,
        sense.daytime,
        sense.clock,
    )


def _trim(text: str, start: int, end: int) -> int:
    """Leave out a full stop that ends the sentence, and white space at the end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end - 1 if text[end - 1] == "." and _stop_is_last(text, start, end) else end


def _stop_is_last(text: str, start: int, end: int) -> bool:
    """Whether the stop ends a sentence and not an abbreviation ("Feb.", "p.m.")."""
    if re.search(r"[ap]\.m\.$", text[start:end], re.IGNORECASE):
        return False
    word = re.search(r"[A-Za-z]+\.$", text[start:end])
    return word is None or len(word.group()) > 5


def _longest(found: list[RawTime]) -> list[RawTime]:
    """Of candidates that overlap, the longest (the first rule's, where equal)."""
    kept: list[RawTime] = []
    starts: list[int] = []
    for raw in sorted(found, key=lambda r: (r.start - r.end, r.start)):
        at = bisect_left(starts, raw.start)
        if at and kept[at - 1].end > raw.start:
            continue
        if at < len(starts) and starts[at] < raw.end:
            continue
        starts.insert(at, raw.start)
        kept.insert(at, raw)
    return kept


# --- what only looks like a time ---------------------------------------------------------------


def _stands(doc: Document, raw: RawTime) -> bool:
    before = doc.text[max(0, raw.start - _WINDOW) : raw.start]
    after = doc.text[raw.end : raw.end + _WINDOW]
    meaning = raw.meaning
    if isinstance(meaning, Calendar):
        return _calendar_stands(doc, raw, meaning, before, after)
    if isinstance(meaning, Length):
        return _length_stands(raw, meaning, before, after)
    if isinstance(meaning, Reference):
        return _reference_stands(raw, before, after)
    if isinstance(meaning, Shift):
        return _shift_stands(raw, before, after)
    if isinstance(meaning, Outbreak):
        return _BOUND_BEFORE.search(before) is not None
    return not (key(raw.text) == "daily" and re.match(r"\s+[A-Z]", after) and raw.text[0].isupper())


# The start of a war is a time where it bounds something, not where it is told of.
_BOUND_BEFORE: Final = re.compile(
    r"\b(?:since|before|after|until|till|following|prior to)\s+$", re.IGNORECASE
)


def _calendar_stands(
    doc: Document, raw: RawTime, meaning: Calendar, before: str, after: str
) -> bool:
    word = key(raw.text)
    if meaning.decade is not None and len(re.sub(r"\D", "", word)) == 2:
        return not re.search(r"\b(?:his|her|their|my|your|our)\s(?:\w+\s)?$", before)
    if word.isdigit():
        return _year_stands(word, before, after)
    if word in AMBIGUOUS_MONTHS:
        return _month_stands(doc, raw, before, after)
    if "." not in raw.text and word in _SHORT_NAMES:
        return bool(re.match(r"[.,]?\s+\d", after))
    if meaning.season and raw.part is None and meaning.year is None and word == "the fall":
        return not re.match(r"\s+(?:of|in|from|to|by)\b", after)
    return not (word in ("second quarter", "first half") and not before)


_SHORT_NAMES: Final = frozenset(
    (
        "jan feb mar apr jun jul aug sep sept oct nov dec "
        "mon tue tues wed thu thur thurs fri sat sun"
    ).split()
)


def _year_stands(word: str, before: str, after: str) -> bool:
    """Whether four digits are a year, not a count, a sum or a number of something."""
    if re.search(
        r"(?:[$€£#№]|\bNo\.?|\bnumber|\bBoeing|\bflight|\bpage)\s*$", before, re.IGNORECASE
    ):
        return False
    if re.match(r"\s*(?:[%°]|-(?:km|mile|foot|strong|page|seat)|(?:GMT|UTC|hours)\b)", after):
        return False
    follows = re.match(r"[\s-]+(?:more |new |other |additional )?([a-z]+)", after)
    counted = bool(follows and follows[1] in COUNTED)
    cue = _YEAR_CUE.search(before)
    if counted or not 1000 <= int(word) <= 2100:
        return False
    if int(word) < 1500:
        return bool(re.search(r"\b(?:in|since|year|until)\s+$", before, re.IGNORECASE))
    if cue or not before.strip():
        return True
    plural = follows is not None and follows[1].endswith("s") and follows[1] not in _SMALL_S
    return not plural and not re.search(r"\d[\s,]*$", before)


_SMALL_S: Final = frozenset("is was has as its his this does us plus".split())


def _month_stands(doc: Document, raw: RawTime, before: str, after: str) -> bool:
    """Whether a bare "May", "March", "April" … is the month."""
    if any(n.start <= raw.start < n.end and n.kind == "person" for n in doc.names):
        return False
    previous = re.search(r"([A-Za-z]+)\.?\s+$", before)
    if previous and (previous[1].lower() in PERSON_TITLES or _capital_inside(previous[1], before)):
        return False
    if re.match(r"\s+(?:on|to)\s+[A-Z]", after) and re.search(r"(?:\bthe|['’]s)\s+$", before):
        return False  # "the March on Rome"
    person = _named_person(doc.text, raw.text)
    if key(raw.text) in ("april", "june", "august") and not person:
        return True
    if (
        re.match(r"(?:['’]s)?\s+(?:said|told|says|has|had|will|and (?:her|his))\b", after)
        and person
    ):
        return False
    if (_SURE_PREPOSITION if person else _PREPOSITION).search(before):
        return True
    listed = re.match(r"(?:,|\s+(?:and|or|to|through|until))\s+(?:[A-Z][a-z]+|\d)", after)
    return not person and bool(listed or re.search(r"['’]s\s+$|\bthe\s+$|\ba\s+$", before))


def _capital_inside(word: str, before: str) -> bool:
    """Whether ``word``, just before a month's name, is a capitalised word in mid-sentence."""
    stop = re.search(r"(?:^|[.!?:\n“\"]\s*)" + re.escape(word) + r"\s+$", before)
    return word[0].isupper() and stop is None and word.lower() not in ("in", "on", "since", "by")


@lru_cache(maxsize=8)
def _named_person(text: str, month: str) -> bool:
    """Whether the text has a person of this name ("Theresa May", "Mrs. May")."""
    titled = "|".join(sorted(t.title() for t in PERSON_TITLES))
    return re.search(rf"\b(?:{titled})\.?\s+{re.escape(month)}\b", text) is not None


def _shift_stands(raw: RawTime, before: str, after: str) -> bool:
    """Whether "the year", "this week" … name a time: not a title, nor the head of an "of"."""
    word = key(raw.text)
    if raw.clock is not None and re.search(r"\bhigh\s+$", before, re.IGNORECASE):
        return False
    if re.match(r"the (?:full |whole |fiscal )?(?:year|week)$", word):
        clause = re.match(r"\s+(?:of|that|when|before|after|in which|he|she|they|it)\b", after)
        return clause is None and bool(_IN_PERIOD.search(before))
    if re.match(r"-to-|\s+[IVX]+\b", after) or (
        raw.text.istitle() and re.search(r"[a-z\w][\"”“]?\s*[\"“]$", before)
    ):
        return False
    return not re.match(r"\s+(?:Show|Programme|Program|Newspaper|With)\b", after)


_IN_PERIOD: Final = re.compile(r"\b(?:for|in|during|of|through|throughout|over)\s+$", re.IGNORECASE)


# "soon became a flood", "soon retaliated": in a story told, no time ahead of ours.
_SOON_PAST: Final = re.compile(
    r",?\s+(?:(?!will\b|would\b|could\b|may\b|might\b|can\b|is\b|are\b|to\b)[\w'’-]+\s+){0,4}?"
    r"(?:[a-z]{2,}ed|afterwards?|[a-z]{3,}ing|" + "|".join(sorted(PAST_CUES)) + r")\b"
)


def _reference_stands(raw: RawTime, before: str, after: str) -> bool:
    word = key(raw.text)
    if word == "soon":
        if re.search(r"\b(?:will|would|may|might|could|can|to|must)\s+$", before):
            return True
        if _SOON_PAST.match(after.partition(".")[0]) or re.search(
            r"\b(?:was|were|had)\s+$", before
        ):
            return False
        return not re.match(r"\s+(?:as|after|enough)\b", after) and not re.search(
            r"\b(?:as|how|too|so)\s+$", before
        )
    if word == "the past":
        return not re.match(
            r"\s+(?:[a-z]+\s+)?(?:\d|year|month|week|day|decade|summer|winter|centur)", after
        )
    if word == "the time":
        return bool(re.search(r"\bat\s+$", before, re.IGNORECASE)) and not re.match(
            r"\s+(?:of|to|when)", after
        )
    if word == "now":
        return not re.match(r"\s+that\b|-", after)
    return True


# A length is none by its own words, by those before it, and by those after it.
_NO_LENGTH: Final = re.compile(
    r"(?<!month-)(?<!years-)(?<!decades-)(?<!centuries-)old$|^one night$"
    r"|^(?:some|many|a few|few) nights$"
)
_NO_LENGTH_BEFORE: Final = re.compile(r"\b(?:matter of\s+|last-)$")
_NO_LENGTH_AFTER: Final = re.compile(r"\s+apart\b|\s+an?\s+(?:day|week)\b|-?(?:minute|second)\b")
# "The small hours of Friday" last no hours.
_SMALL_HOURS: Final = re.compile(r"\b(?:early|small|wee|morning)\s+$")
# These need words that say that they are a length: "for days", "in a week".
_BARE_LENGTH: Final = re.compile(
    r"(?:second|minute|hour|day|week|month|year|decade|centurie)s"
    r"|an? (?:day|week|month|year|hour|minute|night|quarter)"
)


def _length_stands(raw: RawTime, meaning: Length, before: str, after: str) -> bool:
    """Whether words of length are one, and no age, rate, name ("20 Minuten") or part."""
    word = key(raw.text)
    if _NO_LENGTH.search(word) or re.match(r"\d+ [A-Z][a-z]", raw.text):
        return False
    if _NO_LENGTH_BEFORE.search(before) or _NO_LENGTH_AFTER.match(after):
        return False
    if meaning.unit == "H" and _SMALL_HOURS.search(before):
        return False
    if meaning.unit == "Q" and not _quarters_stand(word, meaning, after):
        return False
    if meaning.unit == "S" and not re.match(r"(?:\d|[a-z]+[- ]seconds|[a-z]+-second)", word):
        return False
    if not _BARE_LENGTH.fullmatch(word):
        return True
    if not word.endswith("s") and _RATE_BEFORE.search(before):
        return False
    return bool(_BARE_LENGTH_CUE.search(before) or _AFTER_LENGTH.match(after))


def _quarters_stand(word: str, meaning: Length, after: str) -> bool:
    """Whether quarters are those of a year, and no fourths ("three quarters of the seats")."""
    if re.match(r"\s+of\b", after) or ("three" in word and meaning.side is None):
        return False
    return re.search(r"(?:^|\s)(?:a quarter|(?:some|all|many) quarters)$", word) is None

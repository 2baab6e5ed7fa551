"""Where something was said: in a statement, at a briefing, in a post on X, in Brussels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from coranto.actors import place_entry
from coranto.statements.attribution import Attribution
from coranto.statements.clauses import RELATIVE, Clauses
from coranto.statements.cues import words
from coranto.types import DateRange, Span, TimeExpression

_IN = frozenset({"in", "at", "during", "on", "via", "through", "before", "after", "following"})
_CARRYING = frozenset({"on", "via", "through", "in"})
_ARTICLES = frozenset({"a", "an", "last", "two", "three", "several", "earlier", "late"})
_AT = frozenset({"in", "at"})
_ONLY_TALKS = frozenset({"during", "before", "after", "following"})
# "On a call", "on a visit"; what one speaks on otherwise is the matter ("briefed X on the talks").
_ON = frozenset(
    {"call", "phone", "telephone", "visit", "trip", "tour", "stop", "stopover", "panel"}
)
_PUBLISHED = frozenset({"post", "publish", "release", "issue", "carry", "share", "distribute"})
_LINKS = frozenset(
    {"of", "for", "with", "on", "in", "at", "to", "by", "and", "’s", "'s", "-", "before", "after"}
)
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X", "PART", "ADV"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "you"})  # "in a statement he released"
_LONGEST = 14  # tokens of an occasion
_COUNTING = frozenset({"before", "after", "following"})
_WEEKDAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_COUNTED = re.compile(r"P(?P<n>\d{1,3})(?P<unit>[DW])")  # a TIMEX3 duration of days or weeks


def occasion_of(clauses: Clauses, one: Attribution, times: Sequence[TimeExpression]) -> Span | None:
    """The words for the occasion of the attribution, its preposition first; else ``None``.

    They stand in the cue's sentence outside the content: after the cue or at the
    head of the sentence. A day that follows the place belongs to them.
    """
    number = clauses.doc.sentence_of[one.token]
    sentence = clauses.doc.sentences[number]
    found = [
        (rank, abs(i - one.token), i, last)
        for i, last, rank in _phrases(clauses, number)
        if clauses.zone[i] == clauses.zone[one.token]
        and _belongs(clauses, one, i, sentence.first_token)
    ]
    if not found:
        return None
    _, _, first, last = min(found)
    last = _with_carrier(clauses, last, sentence.last_token)
    last = _with_time(clauses, last, sentence.last_token, times)
    distance = _distance(clauses, first, times)
    first = first if distance is None else _with_article(clauses, distance)
    return clauses.doc.span(*_outside(clauses, one, first, last))


def days_of(
    clauses: Clauses, occasion: Span, times: Sequence[TimeExpression], latest: date | None
) -> tuple[DateRange, TimeExpression] | None:
    """The days that the words of an occasion name, and the time that does: "after talks on Monday".

    In "two days before the meeting on Monday" they are counted from it, from the last Monday
    for which they are not after ``latest``, the day of the report. ``None`` where the words
    name no day, one after ``latest``, or one before which something was said who knows when.
    """
    inside = clauses.doc.tokens_in(occasion.start, occasion.end)
    day = next(
        (t for t in times if occasion.start <= t.start < occasion.end and t.dates.known), None
    )
    if day is None:
        return None
    at = next((i for i in inside if clauses.low(i) in _IN), inside[0])
    distance = _distance(clauses, at, times)
    if distance is None:
        late = latest is not None and day.dates.earliest is not None and day.dates.earliest > latest
        return None if late or clauses.low(at) == "before" else (day.dates, day)
    counted = _COUNTED.fullmatch(distance.value)
    if counted is None or day.dates.earliest != day.dates.latest or day.dates.earliest is None:
        return None
    by = timedelta(days=int(counted["n"]) * (7 if counted["unit"] == "W" else 1))
    one = day.dates.earliest - by if clauses.low(at) == "before" else day.dates.earliest + by
    if latest is not None and _WEEKDAY.fullmatch(day.text):
        one += timedelta(weeks=(latest - one).days // 7)
    return None if latest is not None and one > latest else (DateRange(one, one), day)


def _distance(
    clauses: Clauses, preposition: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The duration right before "before" or "after": "a day before their meeting"."""
    if clauses.low(preposition) not in _COUNTING:
        return None
    at = clauses.tokens[preposition].start
    text = clauses.doc.text
    near = (t for t in times if t.type == "DURATION" and t.end <= at)
    return next((t for t in near if not text[t.end : at].strip()), None)


def _with_article(clauses: Clauses, time: TimeExpression) -> int:
    """The first token of a duration, with the article or number before it."""
    first = clauses.doc.tokens_in(time.start, time.end)[0]
    article = first > 0 and clauses.tokens[first - 1].pos in {"DET", "NUM"}
    same = article and clauses.doc.sentence_of[first - 1] == clauses.doc.sentence_of[first]
    return first - 1 if same else first


def _phrases(clauses: Clauses, number: int) -> list[tuple[int, int, int]]:
    """The phrases of a sentence that may be an occasion: preposition, last token and rank."""
    known = clauses.occasions.get(number)
    if known is None:
        sentence = clauses.doc.sentences[number]
        first, end = sentence.first_token, sentence.last_token
        lows = clauses.lows
        places = [i for i in range(first, end) if lows[i] in _IN]
        found = ((i, *_phrase(clauses, i, end)) for i in places)
        known = clauses.occasions[number] = [one for one in found if one[2]]
    return known


def _phrase(clauses: Clauses, i: int, end: int) -> tuple[int, int]:
    """The last token of the phrase after the preposition ``i``, and how it ranks (0: none).

    1 for words said ("a statement"), 2 for a meeting or a medium, 3 for a place.
    """
    tokens = clauses.tokens
    last, rank = i, 0
    for k in range(i + 1, min(end, i + _LONGEST)):
        link = clauses.low(k) in _LINKS and last > i
        part = tokens[k].pos in _PHRASE or tokens[k].dep == "amod"
        part = part and clauses.low(k) not in RELATIVE and clauses.low(k) not in _SUBJECTS
        if not link and (not part or clauses.is_time(k)):
            break
        if link:
            if not rank:
                break
            continue
        last = k
        rank = rank or _rank(clauses, k, clauses.low(i))
        if rank == 3 and k + 1 < end and tokens[k + 1].pos != "PROPN":
            break
    return last, rank


def _rank(clauses: Clauses, k: int, preposition: str) -> int:
    lemma = clauses.lemma(k)
    if lemma in words("occasion") and preposition not in _ONLY_TALKS:
        return 1
    if lemma in words("gathering") and (preposition != "on" or lemma in _ON):
        return 2
    if preposition in _CARRYING and clauses.low(k) in words("platform"):
        return 2
    if preposition in _AT and clauses.tokens[k].pos == "PROPN":
        place = k in clauses.placed or place_entry(clauses.tokens[k].text) is not None
        return 3 if place else 0
    return 0


def _belongs(clauses: Clauses, one: Attribution, i: int, opening: int) -> bool:
    """Whether the preposition ``i`` goes with the cue: in it, right after it, or at the head."""
    at = clauses.tokens[i].start
    if any(s <= at < e for s, e in one.content):
        return False
    if any(s <= at < e for s, e in one.cue):
        return True
    if one.source is not None and i in clauses.doc.subtree(one.source):
        return False  # "a source in Riyadh"
    head = clauses.tokens[i].head
    verbs = _joined_verbs(clauses, one.token)
    if i > one.token:
        between = (k for k in range(one.token + 1, i) if not _in_content(clauses, one, k))
        return not any(clauses.tokens[k].pos in {"VERB", "AUX", "SCONJ"} for k in between)
    first = next((k for k in range(opening, i + 1) if clauses.tokens[k].pos != "PUNCT"), i)
    fronted = i <= first + 1 and not any(
        clauses.tokens[k].pos in {"VERB", "AUX"} and clauses.zone[k] < 0
        for k in range(i, one.token)
    )
    return fronted or (head >= 0 and clauses.tokens[head].head in verbs)


def _joined_verbs(clauses: Clauses, c: int) -> list[int]:
    """The verb at ``c`` and those it is joined to ("in a call with Y, voiced ... and said")."""
    out = [c]
    zone = clauses.zone[c]
    while clauses.tokens[c].dep == "conj" and clauses.zone[clauses.tokens[c].head] == zone:
        c = clauses.tokens[c].head
        out.append(c)
    return out


def _in_content(clauses: Clauses, one: Attribution, k: int) -> bool:
    at = clauses.tokens[k].start
    return any(s <= at < e for s, e in one.content)


def _with_carrier(clauses: Clauses, last: int, end: int) -> int:
    """``last``, moved past "posted on Telegram", "published by the agency"."""
    k = last + 1
    if k + 2 >= end or clauses.lemma(k) not in _PUBLISHED or clauses.low(k) == clauses.lemma(k):
        return last
    if clauses.is_time(k + 1) or clauses.low(k + 1) in _ARTICLES:  # "issued a month ago"
        return k
    k += 1
    if clauses.low(k) not in {"on", "by", "via", "in", "to"}:
        return last
    while k + 1 < end and clauses.tokens[k + 1].pos in _PHRASE and not clauses.is_time(k + 1):
        k += 1
    return k if clauses.tokens[k].pos in {"NOUN", "PROPN"} else last


def _with_time(clauses: Clauses, last: int, end: int, times: Sequence[TimeExpression]) -> int:
    """``last``, moved past a time that follows at once ("last week", "on Monday")."""
    following = last + 1
    if following < end and clauses.low(following) in {"on", "in"}:
        following += 1
    if following >= end:
        return last
    at = clauses.tokens[following].start
    for time in times:
        if time.start <= at < time.end:
            inside = clauses.doc.tokens_in(time.start, time.end)
            return max(last, inside[-1]) if inside else last
    return last


def _outside(clauses: Clauses, one: Attribution, first: int, last: int) -> tuple[int, int]:
    """Characters of the tokens, up to where the content, the source or the cue begins."""
    start, end = clauses.tokens[first].start, clauses.tokens[last].end
    source = [] if one.source is None else [clauses.source_phrase(one.source, one.token)]
    for s, _ in (*one.content, *source):
        if start < s < end:
            end = s
    return clauses.trim(start, end)

"""Find the furniture among the paragraphs of a text, with the reason for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from coranto.cleaning import patterns as p
from coranto.cleaning.endings import (
    about_outlet,
    bylines,
    clocked_headlines,
    editors_tail,
    is_prose,
    labels_above,
    mottos_above,
    names_editors,
)
from coranto.cleaning.headlines import listed_stories, lone_headlines
from coranto.cleaning.pictures import captions, repeated

_LINES = p.table(p.LINES)
_LABELS = tuple(
    (reason, re.compile(rf"(?:{label})\s*[:»>|]\s*(?P<story>\S.*)", re.IGNORECASE))
    for reason, label in p.LABELS
)
_HEADINGS = tuple(
    (
        re.compile(
            rf"[►▶»•·*\s]*(?:{'|'.join(h.pattern for h in p.HEADINGS if h.blurb is blurb)})"
            r"\s*[:»>|]?",
            re.IGNORECASE,
        ),
        blurb,
    )
    for blurb in (True, False)
)
_LABEL_MARK = re.compile(r"[:»>|]")
_APPEAL_START = re.compile("|".join(f"(?:{s})" for s in p.APPEAL_STARTS), re.IGNORECASE)
_APPEAL_VOICE = re.compile(p.APPEAL_VOICE, re.IGNORECASE)
_APPEAL_PLEA = re.compile(p.APPEAL_PLEA, re.IGNORECASE)
_APPEAL_MONEY = re.compile(p.APPEAL_MONEY, re.IGNORECASE)
_COMMENTS_START = re.compile(p.COMMENTS_START, re.IGNORECASE)
_CREDIT_TAIL = re.compile(p.CREDIT_TAIL + r"$", re.IGNORECASE)
_NAMED_CREDIT_TAIL = re.compile(p.NAMED_CREDIT_TAIL + r"$", re.IGNORECASE)
_SECTION_LABEL = re.compile(rf"(?:{p.SECTION_LABEL})\s*:?", re.IGNORECASE)
_BYLINE = re.compile(p.BYLINE)
_DATE_LINE = re.compile(p.DATE_LINE, re.IGNORECASE)
_CODE = re.compile(p.PROGRAM_CODE)
_TO_THE_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_CAPITALISED = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][^\W\d_]{2,}")

# One-word buttons and the like may as well be the last line of a wrapped paragraph.
_MAY_END_A_SENTENCE = (
    *(p.SHARING, p.CONTROLS, p.CLOCK, p.TAGS, p.PHOTO_CREDIT, p.SEPARATOR),
    *(p.SUBSCRIPTION, p.COMMENTS, p.SECTION, p.EDITORS, p.DISCLAIMER),
)
# Longer paragraphs are never a button, a label or a notice.
_LONGEST_LINE = 400
_LONGEST_TEASER = 160
_MOST_TEASERS = 12
# So many paragraphs on either side tell what the report around a teaser is about.
_AROUND = 40
# So many paragraphs of an appeal may read like news ("… has designated …") between two that appeal.
_APPEAL_GAP = 2


def line_reason(text: str) -> str | None:
    """Why a paragraph is furniture by its own words alone; None where they do not tell."""
    if len(text) > _LONGEST_LINE:
        return p.CODE if len(_CODE.findall(text)) >= 4 else None
    return _short_line_reason(text)


@lru_cache(maxsize=4096)
def _short_line_reason(text: str) -> str | None:
    for reason, pattern in _LINES:
        if pattern.fullmatch(text):
            return reason
    if len(_CODE.findall(text)) >= 2:
        return p.CODE
    if names_editors(text):
        return p.EDITORS
    return _label_reason(text)


def stands_alone(line: str, in_sentence: bool) -> bool:
    """Whether a line of the file is no part of a hard-wrapped paragraph.

    ``in_sentence``: the line before it broke off in mid-sentence. Then a single
    word ("Telegram") is the rest of that sentence rather than a button.
    """
    return len(line) <= _LONGEST_LINE and _short_stands_alone(line, in_sentence)


# Every line is asked about twice: with the line before it and with the line after it.
@lru_cache(maxsize=4096)
def _short_stands_alone(line: str, in_sentence: bool) -> bool:
    if _gives_author_or_date(line, in_sentence):
        return True
    if _heading(line) is not None or _starts_appeal(line) or _label_reason(line):
        return True
    reason = line_reason(line)
    return reason is not None and not (in_sentence and reason in _MAY_END_A_SENTENCE)


def _gives_author_or_date(line: str, in_sentence: bool) -> bool:
    """Whether a line is a byline or a date line; in mid-sentence only one that can be no other."""
    match = _DATE_LINE.fullmatch(line)
    if match is not None and (not in_sentence or match["label"] or match["clock"] or match["by"]):
        return True
    return _BYLINE.fullmatch(line) is not None


def tail(text: str) -> tuple[int, str] | None:
    """Where furniture begins behind a paragraph's last sentence, and its reason; or None."""
    at = credit_tail(text)
    if at is not None:
        return at, p.PHOTO_CREDIT
    at = editors_tail(text)
    return (at, p.EDITORS) if at is not None else None


def credit_tail(text: str) -> int | None:
    """Where a photo credit begins that stands behind a caption's last sentence, or None.

    Only names and a stroke before a known photo source count ("… on Monday.
    Foreign Ministry / Telegram"), and what calls itself a photo credit. All
    else is left in the caption.
    """
    if len(text) > _LONGEST_LINE:
        return None
    named = _NAMED_CREDIT_TAIL.search(text)
    if named is not None:
        return named.start("credit")
    if not ("/" in text or "|" in text):
        return None
    match = _CREDIT_TAIL.search(text)
    if match is None or not _is_credit(match["credit"]):
        return None
    return match.start("credit")


def _is_credit(words: str) -> bool:
    """Whether ``words`` are names, not a clause: every longer word capitalised."""
    return all(w[0].isupper() for w in re.findall(r"[^\W\d_]{4,}", words))


def find(texts: Sequence[str]) -> dict[int, str]:
    """Return index and reason of every paragraph of ``texts`` that is furniture."""
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        reason = line_reason(text)
        if reason is not None:
            found[index] = reason
    for rule in _RULES:
        found.update(dict(rule(texts, found)))
    # What stands alone amid the text is seen once the rest of the furniture is known.
    found.update(dict(lone_headlines(texts, found)))
    found.update(dict(listed_stories(texts, found)))
    return found


def _label_reason(text: str) -> str | None:
    if _LABEL_MARK.search(text) is None:
        return None
    for reason, pattern in _LABELS:
        match = pattern.fullmatch(text)
        if match and _is_headline(match["story"]):
            return reason
    return None


def _is_headline(text: str) -> bool:
    """Short, and not ended like a sentence of a report, nor inside quotation marks."""
    return (
        len(text) <= _LONGEST_TEASER
        and not re.search(r"\.[\"'”’)\]]*$", text)
        and not re.match(r"[\"“]", text)
    )


def _heading(text: str) -> bool | None:
    """Whether a blurb follows the teasers under this heading; None: it is no heading."""
    if len(text) <= 60:
        for pattern, blurb in _HEADINGS:
            if pattern.fullmatch(text):
                return blurb
    return None


# --- appeals --------------------------------------------------------------------------------


def _starts_appeal(text: str) -> bool:
    return _APPEAL_START.fullmatch(text) is not None


def _appeals(texts: Sequence[str], found: dict[int, str]) -> Iterable[tuple[int, str]]:
    index = 0
    while index < len(texts):
        if not _opens_appeal(texts, index):
            index += 1
            continue
        end = _appeal_end(texts, index)
        yield from ((i, p.APPEAL) for i in range(index, end))
        index = end


def _opens_appeal(texts: Sequence[str], index: int) -> bool:
    """An opening counts only when what it opens, or itself, speaks of money to the reader."""
    if _asks_for_money(texts[index]):
        return True
    if not _starts_appeal(texts[index]):
        return False
    following = texts[index : index + 12]
    return sum(_appeals_to_reader(t) for t in following) >= 2 and any(
        _APPEAL_MONEY.search(_unquoted(t)) for t in following
    )


def _appeal_end(texts: Sequence[str], start: int) -> int:
    end = index = start + 1
    while index < len(texts) and index - end <= _APPEAL_GAP:
        if _appeals_to_reader(texts[index]) or _starts_appeal(texts[index]):
            end = index + 1
        index += 1
    return end


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text)


def _appeals_to_reader(text: str) -> bool:
    """Whether the paragraph, outside quotation marks, speaks as the outlet to its readers."""
    return _APPEAL_VOICE.search(_unquoted(text)) is not None and not text.startswith(('"', "“"))


def _asks_for_money(text: str) -> bool:
    own = _unquoted(text)
    us = re.search(r"\b(?:we|us|our)\b", own, re.IGNORECASE)
    if us is not None and _APPEAL_PLEA.search(own) is not None:
        return True
    if us is None or _TO_THE_READER.search(text) is None:
        return False
    asks = {m.group().casefold() for m in _APPEAL_MONEY.finditer(own)}
    speaks = _TO_THE_READER.search(own)
    return len(asks) >= 2 and speaks is not None and "said" not in own


# --- teasers ---------------------------------------------------------------------------------


def _teasers(texts: Sequence[str], found: dict[int, str]) -> Iterable[tuple[int, str]]:
    first_prose = next((i for i, text in enumerate(texts) if is_prose(text)), None)
    for index, text in enumerate(texts):
        blurb = _heading(text)
        if blurb is None:
            continue
        stories = _stories_under(texts, index, blurb)
        own = _own_headline(texts, index, stories, first_prose)
        if own is not None:
            yield index, p.SECTION
            yield from ((i, p.TEASER) for i in stories if i < own)
            continue
        yield index, p.TEASER
        yield from ((i, p.TEASER) for i in stories)
        if index and stories and texts[index - 1] == texts[index + 1]:
            yield index - 1, p.TEASER


def _stories_under(texts: Sequence[str], heading: int, blurb: bool) -> list[int]:
    """The paragraphs under a heading that are headlines of other stories, and the blurb."""
    stories: list[int] = []
    limit = 1 if blurb else _MOST_TEASERS
    for index in range(heading + 1, min(len(texts), heading + 1 + limit)):
        text = texts[index]
        if not _is_teaser_line(text) or _heading(text) is not None:
            break
        stories.append(index)
    if blurb and stories:
        after = stories[-1] + 1
        if after < len(texts) and _is_blurb(texts, heading, stories[-1], after):
            stories.append(after)
    return stories


def _own_headline(
    texts: Sequence[str], label: int, stories: Sequence[int], first_prose: int | None
) -> int | None:
    """The report's own headline under a section's name above the report ("Breaking News").

    That is the one headline there, or the last that the text below is about;
    where another headline stands above the label, it must be shown by the text too.
    """
    if not stories or first_prose is None or first_prose < stories[-1]:
        return None
    if _SECTION_LABEL.fullmatch(texts[label]) is None:
        return None
    alone = len(stories) == 1 and not any(_is_teaser_line(t) for t in texts[:label])
    shared = _content_words(texts[stories[-1]]) & _content_words(texts[first_prose])
    return stories[-1] if alone or len(shared) >= 2 else None


def _clocked(texts: Sequence[str], found: dict[int, str]) -> Iterable[tuple[int, str]]:
    return clocked_headlines(texts, found, [_is_teaser_line(text) for text in texts])


def _is_teaser_line(text: str) -> bool:
    """A headline of another story: short, no full stop, more than a subheading's few words."""
    return (
        _is_headline(text)
        and not _SENTENCE_END.search(text)
        and len(text.split()) >= 4
        and not re.match(r"by\b", text, re.IGNORECASE)
    )


def _is_blurb(texts: Sequence[str], heading: int, headline: int, index: int) -> bool:
    """Whether paragraph ``index`` goes with the headline above it and not with the report.

    It must share words with that headline, and no fewer than it shares names
    with the rest of the report that the headline lacks.
    """
    story = _content_words(texts[headline])
    blurb = _content_words(texts[index])
    first = max(0, heading - 1)
    around = [*texts[max(0, first - _AROUND) : first], *texts[index + 1 : index + 1 + _AROUND]]
    report_names = {n.casefold() for t in around for n in _CAPITALISED.findall(t)} - story
    blurb_names = {n.casefold() for n in _CAPITALISED.findall(texts[index])}
    return len(story & blurb) >= max(1, len(blurb_names & report_names))


def _content_words(text: str) -> set[str]:
    return {w.casefold() for w in _CONTENT_WORD.findall(text)}


# --- comments ----------------------------------------------------------------------------------


def _comments(texts: Sequence[str], found: dict[int, str]) -> Iterable[tuple[int, str]]:
    """The comments widget: its heading and, at the end of a text, all that is under it."""
    # Characters of the report up to each paragraph, furniture left out.
    upto = list(accumulate(0 if i in found else len(t) for i, t in enumerate(texts)))
    end = 0
    for index, text in enumerate(texts):
        match = _COMMENTS_START.fullmatch(text) if index >= end else None
        if match is None:
            continue
        after, total = upto[-1] - upto[index], upto[-1]
        readers_wrote = match["count"] not in ("", "0")
        if after and not (readers_wrote and after <= 0.5 * total):
            # The report may go on below: only what is furniture in itself belongs to the widget.
            end = index + 1
            while end < len(texts) and end in found:
                end += 1
        else:
            end = len(texts)
        yield from ((i, p.COMMENTS) for i in range(index, end))


# Each is given what was found before it.
_RULES = (
    *(_appeals, _teasers, _comments, _clocked),
    *(about_outlet, captions, repeated, bylines, labels_above, mottos_above),
)

"""Words of a report that are not its reporter's, apart from quotations in marks.

Two newsrooms that show one agency photograph carry one caption; two that print
one speech carry one text.  Neither took the story from the other, so these
words have no part in the measure that decides on copies.  The shapes below were
read off pages of about a hundred outlets on one summit: captions of agencies
(Associated Press style dates a photograph with weekday, day and year, which
running text never does), datelines, posts embedded with their signature line,
and transcripts.
"""

from __future__ import annotations

import re

Place = tuple[int, int]

_AGENCY = r"(?:AP|AFP|REUTERS|Reuters|EPA|EPA-EFE|Getty(?: Images)?|Lehtikuva|TASS|Sputnik|Xinhua)"
_CAPTION = re.compile(
    rf"\bFILE\s*(?:PHOTO\b|[-–—])|\bfile photo\b|\(\s*(?:AP |Pool )?(?:Photo|Image|Picture)\b"
    rf"|\b(?:Photo|Picture|Image)s?(?: credit)?\s*(?:by\b|:)|\b{_AGENCY} (?:Photo|Images)\b"
    rf"|/\s*{_AGENCY}\b|\b{_AGENCY}/[A-Z]|\bvia (?:AP|AFP|REUTERS|Getty Images)\b"
)
_CAPTION_HINTS = ("hoto", "mage", "icture", "FILE", "via ", "/")
_MONTH = (
    r"(?:Jan(?:\.|uary)|Feb(?:\.|ruary)|March|April|May|June|July|Aug(?:\.|ust)"
    r"|Sept?(?:\.|ember)|Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember))"
)
_CAPTION_DATE = re.compile(
    rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_MONTH} \d{{1,2}}, (?:19|20)\d\d\b"
)
_CAPTION_WORDS = 130  # two photographs' captions run together; no lede is as long
_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3})(?:, [A-Z][\w. ]{1,25}){0,2}"
    r"|[A-Z]\w+(?:, [A-Z][\w. ]{1,25})?(?=[^.\n]{0,25}\())"
    r"(?:,? \d{1,2} \w+| ?\w+\.? \d{1,2})?(?: ?\([^()\n]{2,30}\))?\s*(?:--?|[—–])\s+"
)
_SIGNATURE = re.compile(r"[—–-]{1,2}\s*[^()\n]{2,60}\(@\w{1,20}\)")
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4}|Q|A)(?: \([^()\n]{1,40}\))?[:.] ")
_IN_FULL = re.compile(
    r"\b(?:full|complete|official) (?:text|transcript)\b|\b(?:text|transcript) (?:of|follows)\b"
    r"|\b(?:in full|as follows|statement reads?)\b",
    re.IGNORECASE,
)
_RIGHTS = ("all rights reserved", "may not be published", "may not be reproduced", "copyright", "©")
_LABELS_OF_A_TRANSCRIPT = 3


def others_words(text: str, blocks: list[Place]) -> list[Place]:
    """Places of captions, datelines, posts, transcripts, texts in full and notes of rights."""
    places = [place for place in blocks if _is_caption(text[slice(*place)])]
    places += [place for place in blocks if _is_rights(text[slice(*place)])]
    places += _datelines(text, blocks)
    places += _posts(text, blocks)
    places += _transcript(text, blocks)
    places += _in_full(text, blocks)
    return places


def _is_caption(block: str) -> bool:
    if block.count(" ") >= _CAPTION_WORDS:
        return False
    # Plain searches first: they are many times cheaper than the patterns.
    if "day, " in block and _CAPTION_DATE.search(block):
        return True
    return any(hint in block for hint in _CAPTION_HINTS) and bool(_CAPTION.search(block))


def _is_rights(block: str) -> bool:
    small = block.lower()
    return any(words in small for words in _RIGHTS)


def _datelines(text: str, blocks: list[Place]) -> list[Place]:
    found = (_DATELINE.match(text, start, end) for start, end in blocks[:8])
    return [match.span() for match in found if match]


def _posts(text: str, blocks: list[Place]) -> list[Place]:
    """Posts with the signature that embedding adds: in the same block, or in the next one."""
    places: list[Place] = []
    if "(@" not in text:
        return places
    for number, (start, end) in enumerate(blocks):
        match = _SIGNATURE.search(text, start, end)
        if match is None:
            continue
        places.append((start, end))
        if match.start() - start < 3 and number:
            places.append(blocks[number - 1])
    return places


def _transcript(text: str, blocks: list[Place]) -> list[Place]:
    labelled = [n for n, (start, end) in enumerate(blocks) if _LABEL.match(text, start, end)]
    if len(labelled) < _LABELS_OF_A_TRANSCRIPT:
        return []
    return [(blocks[labelled[0]][0], blocks[labelled[-1]][1])]


def _in_full(text: str, blocks: list[Place]) -> list[Place]:
    """What follows a block such as "The full text of the statement:"."""
    for number, (start, end) in enumerate(blocks[:-1]):
        if text[end - 1] == ":" and _IN_FULL.search(text, start, end):
            return [(blocks[number + 1][0], blocks[-1][1])]
    return []

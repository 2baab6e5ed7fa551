"""HTML pages: which blocks are the report, and what the page says about itself.

trafilatura (Barbaresi 2021) tells the article from what is around it, htmldate
(Barbaresi 2020) finds the date in a page's metadata. The text itself is taken
from the source block by block, so that every character has its place in it,
and what was left outside the article is kept with its place too.

Both libraries take long to import and only pages need them, so that they are
imported where they are used.
"""

from __future__ import annotations

import html
import logging
import re
import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from coranto.cleaning import Cleaned, clean_paragraphs
from coranto.cleaning.patterns import OUTSIDE
from coranto.reading.blocks import Block, blocks
from coranto.reading.dates import record_date, written_dates
from coranto.reading.material import Given, Material
from coranto.reading.outlets import host_of
from coranto.types import Removed

# Both log what they cannot parse as errors; a page's reader gets our own error instead.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_HTML_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|div|p|article|h1|table|br|span|script)\b[^<>]*>", re.I
)
_LETTERS = re.compile(r"[^\W_]")
_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"(?:\w+\W+){6,}.*[.!?][\"'”’]?\s*$", re.S)
# A caption that tells something: a full sentence, with or without a credit behind it.
_CAPTION_STOP = re.compile(r"[a-z\d%)][.!?][\"'”’)]*(?=$|\s+[A-Z(©])")
_TAG = re.compile(r"<(/?)(figcaption|article|aside|nav|footer)\b", re.IGNORECASE)
_LONGEST_CAPTION = 1000
CUT_OFF = "looks cut off: the page ends within a sentence of its text; what there is was read"
_CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_SECTION = re.compile(r"</?(?:article|main|section|aside|footer|nav|div|ul)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:*)\]—–-][\"'”’»]*$|[\"'”’»]$")
_MID_SENTENCE = re.compile(r"\w\W+(?:[a-z][\w’'-]*,?|\w+,)$")
_RUNNING = 80
# Shorter blocks are kept only if the extraction has them as a line: "World" is everywhere.
_LONG = 30


def is_page(text: str) -> bool:
    """Whether ``text`` is an HTML page or a part of one, whatever its file is called."""
    sample = text[:20_000]
    if _HTML_START.match(sample):
        return True
    tags = _HTML_TAG.findall(sample)
    return len(tags) >= 4 and any(tag.startswith("</") for tag in tags)


def is_fragment(text: str) -> bool:
    """Whether a text from a record holds HTML tags (a feed's content)."""
    return len(_HTML_TAG.findall(text[:20_000])) >= 2


def _cleaned(source: str, all_blocks: list[Block], kept: list[Block]) -> Cleaned:
    cleaned = clean_paragraphs(source, [b.paragraph for b in kept])
    kept_starts = {b.paragraph.start for b in kept}
    outside = tuple(
        Removed(p.start, p.end, OUTSIDE, source[p.start : p.end])
        for p in (b.paragraph for b in all_blocks)
        if p.start not in kept_starts and _LETTERS.search(p.text.text)
    )
    return replace(cleaned, removed=tuple(sorted((*cleaned.removed, *outside), key=_place)))


def clean_fragment(source: str) -> Cleaned:
    """All visible text of a piece of HTML, cleaned."""
    return clean_paragraphs(source, [b.paragraph for b in blocks(source)])


def _place(removed: Removed) -> tuple[int, int]:
    return removed.start, removed.end


# --- a page that ends too soon ---------------------------------------------------------------


def is_cut_off(source: str, all_blocks: list[Block], kept: list[Block]) -> bool:
    """Whether a page stops within a sentence of its article: nothing is closed behind it.

    What was cut behind the article, in its scripts or its footer, is not missed.
    """
    if not kept or _CLOSED.search(source) is not None:
        return False
    last = all_blocks[-1]
    begun, done = last.paragraph.start, kept[-1].paragraph.end
    follows = len(all_blocks) > 1 and last.tag == "p" and kept[-1] is all_blocks[-2]
    follows = follows and _SECTION.search(source[done:begun]) is None
    if kept[-1] is not last and not follows:
        return False
    if any(_within(begun, _stretches(source, tag)) for tag in ("aside", "nav", "footer")):
        return False
    words = last.paragraph.text.text.rstrip()
    if "</" in source[last.paragraph.end :] or _SENTENCE_END.search(words) is not None:
        return False
    # A credit or a name may end a page that closes nothing; running text does not.
    closes = f"</{last.tag}" in source
    return closes or len(words) >= _RUNNING or _MID_SENTENCE.search(words) is not None


# --- which blocks are the article -----------------------------------------------------------


def _article(source: str, all_blocks: list[Block]) -> list[Block]:
    extracted = _extract(source)
    if extracted:
        kept = _blocks_of(extracted, all_blocks)
        if kept:
            return _with_captions(source, kept, all_blocks)
    paragraphs = [b for b in all_blocks if _SENTENCE.match(b.paragraph.text.text)]
    marked = [b for b in paragraphs if b.tag == "p"]
    return marked or paragraphs


def _extract(source: str) -> str | None:
    import trafilatura  # noqa: PLC0415 (see above)

    try:
        return trafilatura.extract(
            source,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            deduplicate=False,
        )
    except Exception:  # a third party's parser may raise anything on a hostile page
        return None


def _blocks_of(extracted: str, all_blocks: list[Block]) -> list[Block]:
    """The blocks whose words the extraction has: as a line, within one, or the better part."""
    lines = Counter(_bare(line) for line in extracted.splitlines())
    whole = "".join(_bare(line) for line in extracted.splitlines())
    kept = []
    for block in all_blocks:
        words = _bare(block.paragraph.text.text)
        if lines[words] > 0:
            lines[words] -= 1
            kept.append(block)
        elif len(words) >= _LONG and (
            words in whole or words[:_LONG] in whole or words[-_LONG:] in whole
        ):
            kept.append(block)
    return kept


def _with_captions(source: str, kept: list[Block], all_blocks: list[Block]) -> list[Block]:
    """``kept`` and the captions of the article's own figures that are full sentences.

    Those stand between the article's blocks or in its element, outside lists of
    other stories; what a caption repeats is not kept twice.
    """
    inside = {id(block) for block in kept}
    said = {_bare(block.paragraph.text.text) for block in kept}
    first, last = kept[0].paragraph.start, kept[-1].paragraph.end
    captions = _stretches(source, "figcaption")
    articles = [(s, e) for s, e in _stretches(source, "article") if s <= first and last <= e]
    elsewhere = [_stretches(source, tag) for tag in ("aside", "nav", "footer")]
    for block in all_blocks:
        place, words = block.paragraph.start, block.paragraph.text.text
        own = first < place < last or _within(place, articles)
        if not own or not _within(place, captions):
            continue
        if any(_within(place, parts) for parts in elsewhere):
            continue
        if _bare(words) not in said and _tells_something(words):
            inside.add(id(block))
            said.add(_bare(words))
    return [block for block in all_blocks if id(block) in inside]


def _tells_something(caption: str) -> bool:
    words = html.unescape(caption)
    if len(words) > _LONGEST_CAPTION:
        return False
    return any(len(words[: m.end()].split()) >= 7 for m in _CAPTION_STOP.finditer(words))


def _stretches(source: str, element: str) -> list[tuple[int, int]]:
    """Where the outermost elements of one name stand; one left open goes to the end."""
    result: list[tuple[int, int]] = []
    depth, start = 0, 0
    for match in _TAG.finditer(source):
        if match[2].casefold() != element:
            continue
        if not match[1]:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth > 0:
            depth -= 1
            if depth == 0:
                result.append((start, match.end()))
    return [*result, (start, len(source))] if depth > 0 else result


def _within(place: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether ``place`` is in one of ``stretches``, which are in order and do not overlap."""
    index = bisect_right(stretches, (place, sys.maxsize)) - 1
    return index >= 0 and place < stretches[index][1]


def _bare(text: str) -> str:
    """A text without white space, entities and the marks that the extraction puts before items."""
    text = html.unescape(text).strip()
    return _SPACE.sub("", re.sub(r"^(?:[-*•|] )+|(?: \|)+$", "", text)).replace("\xad", "")


# --- what a page says about itself ------------------------------------------------------------


def page_material(source_name: str, file_name: str, page: str) -> Material:
    """Everything that a page gives about its report."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 (see above)

    title = outlet = url = author = None
    try:
        metadata = extract_metadata(page, date_config=_DATE_CONFIG)
    except Exception:  # as above
        metadata = None
    if metadata is not None:
        title = _given(metadata.title, "page's title")
        outlet = _given(metadata.sitename, "page's site name")
        url = _given(metadata.url, "page's canonical address")
        author = _given(metadata.author, "page's author")
    if outlet is not None and outlet.value.startswith("@"):
        outlet = None
    if url is not None and host_of(url.value) is None:
        url = None
    all_blocks = blocks(page)
    kept = _article(page, all_blocks)
    return Material(
        source=source_name,
        file_name=file_name,
        original=page,
        cleaned=_cleaned(page, all_blocks, kept),
        complaint=CUT_OFF if is_cut_off(page, all_blocks, kept) else "",
        title=title,
        outlet=outlet,
        url=url,
        author=author,
        page_day=_page_day(page),
    )


def _given(value: object, note: str) -> Given | None:
    return Given(value.strip(), note) if isinstance(value, str) and value.strip() else None


# Only what the page marks up as its date: no guess from its text, no bound at today.
_FIRST_DAY, _LAST_DAY = "1900-01-01", "2100-12-31"
_DATE_CONFIG = {
    "original_date": True,
    "extensive_search": False,
    "min_date": _FIRST_DAY,
    "max_date": _LAST_DAY,
}


def _page_day(page: str) -> Given | None:
    from htmldate import find_date  # noqa: PLC0415 (see above)

    try:
        day = find_date(
            page,
            original_date=True,
            extensive_search=False,
            min_date=_FIRST_DAY,
            max_date=_LAST_DAY,
        )
    except Exception:  # as above
        return None
    if not isinstance(day, str) or record_date(day) is None:
        return None
    return Given(_as_written(page, day), "page's metadata")


def _as_written(page: str, day: str) -> str:
    """The day in the words of the page, if it writes it out; else as found (ISO)."""
    for found in written_dates(page[:200_000]):
        if found.dates.day is not None and found.dates.day.isoformat() == day:
            return page[found.start : found.end]
    return day

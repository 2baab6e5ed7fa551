"""The visible text of an HTML page, block by block, each at its place in the source.

A scanner, not a parser: it must survive any page, never recurse, and read each
character once. Entities are left as they stand; repairing them is cleaning's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coranto.cleaning import Paragraph, Tracked
from coranto.cleaning.tracked import join

# Elements whose content is no text of the page (HTML Living Standard, 4.12, 13.2.5).
_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "title",
        "textarea",
    )
)
# Elements within a line of text (HTML Living Standard, 4.5); every other tag ends a block.
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
        ),
        *(
            "i",
            "ins",
            "kbd",
            "mark",
            "q",
            "ruby",
            "rt",
            "rp",
            "s",
            "samp",
            "small",
            "span",
            "strike",
        ),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "img", "amp-img"),
    )
)
_LONE = re.compile(r"<(?:[^<a-zA-Z/!?][^<]*+|<(?![a-zA-Z/!?]))*+")
_TAG_NAME = re.compile(r"/?\s*([a-zA-Z][a-zA-Z0-9:-]*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two tags that part blocks; ``tag`` is the one before it."""

    paragraph: Paragraph
    tag: str


def blocks(source: str) -> list[Block]:
    """The blocks of ``source`` that hold anything but white space, in order."""
    result: list[Block] = []
    parts: list[Tracked | str] = []
    tag = ""
    for start, end, name in _stretches(source):
        if name is None:
            parts.append(Tracked.at(source[start:end], start))
        elif name.lstrip("/") not in _INLINE:
            _close(parts, tag, result)
            parts, tag = [], name
    _close(parts, tag, result)
    return result


def _close(parts: list[Tracked | str], tag: str, result: list[Block]) -> None:
    text = join(parts).strip()
    span = text.original_span()
    if span is not None:
        result.append(Block(Paragraph(text, *span), tag))


def _stretches(source: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield (start, end, tag name in small letters, or None for text) over the whole source."""
    at, length = 0, len(source)
    while at < length:
        opening = source.find("<", at)
        if opening < 0:
            yield at, length, None
            return
        if opening > at:
            yield at, opening, None
        if source.startswith("<!--", opening):
            at = _after(source, "-->", opening + 4)
            continue
        name_match = _TAG_NAME.match(source, opening + 1)
        if name_match is None:
            at = _after_odd(source, opening)
            if source[opening + 1 : opening + 2] not in ("!", "?"):
                yield opening, at, None
            continue
        at = _after(source, ">", opening)
        name = name_match.group().replace(" ", "").casefold()
        yield opening, at, name
        if name in _UNSEEN and source[at - 2 : at] != "/>":
            at = _after_element(source, name, at)


def _after(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _after_odd(source: str, opening: int) -> int:
    """Past a declaration ("<!doctype …>", "<?xml …?>"); a lone "<" is a character of the text."""
    if source[opening + 1 : opening + 2] in ("!", "?"):
        return _after(source, ">", opening)
    match = _LONE.match(source, opening)
    return match.end() if match is not None else opening + 1


def _after_element(source: str, name: str, start: int) -> int:
    """To the closing tag of an element without visible text; to the end where there is none."""
    closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, start)
    return len(source) if closing is None else closing.start()

"""Marks of Markdown (CommonMark) taken out of a paragraph; its words stay where they are."""

from __future__ import annotations

import re
from dataclasses import replace

from coranto.cleaning.lines import Paragraph
from coranto.cleaning.tracked import Tracked, join

_MARKS = re.compile(
    r"^(?:#{1,6}\s+|>\s?|[-*+]\s+(?=\S))"
    r"|\s+#+$|\*\*|__(?=\w)|(?<=\w)__"
    r"|!?\[(?=[^\]\n]{1,300}\]\([^)\s]{1,1000}\))"
    r"|(?<=\S)\]\([^)\s]{1,1000}\)"
)


def without_marks(paragraph: Paragraph) -> Paragraph:
    """The paragraph without heading, list, quotation, emphasis and link marks."""
    text = paragraph.text
    parts: list[Tracked | str] = []
    done = 0
    for match in _MARKS.finditer(text.text):
        parts.append(text.cut(done, match.start()))
        done = match.end()
    if not parts:
        return paragraph
    parts.append(text.cut(done, len(text.text)))
    return replace(paragraph, text=join(parts).strip())

"""Cleaning: furniture out (kept, with the reason), lines joined, characters repaired."""

from coranto.cleaning.clean import Cleaned, clean, clean_paragraphs
from coranto.cleaning.furniture import line_reason
from coranto.cleaning.lines import Paragraph
from coranto.cleaning.patterns import REASONS
from coranto.cleaning.repair import repair_string
from coranto.cleaning.tracked import Tracked, original_offset

__all__ = [
    "REASONS",
    "Cleaned",
    "Paragraph",
    "Tracked",
    "clean",
    "clean_paragraphs",
    "line_reason",
    "original_offset",
    "repair_string",
]

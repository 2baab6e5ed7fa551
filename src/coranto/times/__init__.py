"""Time expressions: found by a rule grammar, placed on the calendar, tied to acts and reports."""

from coranto.times.dating import Dating, date_of
from coranto.times.meaning import RawTime
from coranto.times.publication import (
    BareMonth,
    PublicationHints,
    bare_months,
    infer_publication,
)
from coranto.times.recognise import recognise
from coranto.times.resolve import resolve

__all__ = [
    "BareMonth",
    "Dating",
    "PublicationHints",
    "RawTime",
    "bare_months",
    "date_of",
    "infer_publication",
    "recognise",
    "resolve",
]

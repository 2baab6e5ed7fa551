"""Time expressions: found by a rule grammar, placed on the calendar, tied to acts and reports."""

from coranto.times.anchors import dateline
from coranto.times.dating import Dating, date_of
from coranto.times.meaning import RawTime
from coranto.times.publication import (
    BY_WEEKDAY,
    BareMonth,
    PublicationHints,
    bare_months,
    bare_weekdays,
    infer_publication,
    of_the_news,
)
from coranto.times.recognise import recognise
from coranto.times.resolve import resolve
from coranto.times.spans import days_of_words

__all__ = [
    "BY_WEEKDAY",
    "BareMonth",
    "Dating",
    "PublicationHints",
    "RawTime",
    "bare_months",
    "bare_weekdays",
    "date_of",
    "dateline",
    "days_of_words",
    "infer_publication",
    "of_the_news",
    "recognise",
    "resolve",
]

"""The days that a few words name, without the sentence around them."""

from __future__ import annotations

from coranto.language.document import Document
from coranto.times.recognise import recognise
from coranto.times.resolve import resolve
from coranto.types import DateRange


def days_of_words(words: str, anchor: DateRange | None) -> DateRange | None:
    """The days of the one time that ``words`` name, counted from the days ``anchor`` on which
    their report came out; ``None`` where they name none or several, or its days are open."""
    doc = Document(words, (), (), ())
    raws = recognise(doc)
    times = [t for t in resolve(doc, raws, anchor) if t.type in ("DATE", "TIME")]
    if len(times) != 1 or len(raws) != 1:
        return None
    days = times[0].dates
    return None if days.earliest is None or days.latest is None else days

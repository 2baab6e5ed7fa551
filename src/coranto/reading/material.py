"""What a file gives about one report, before anything is concluded from it."""

from __future__ import annotations

from dataclasses import dataclass

from coranto.cleaning import Cleaned
from coranto.types import Grounds, Where


@dataclass(frozen=True, slots=True)
class Given:
    """A value as a record, page or head line states it, and where ("key date", "og:title").

    ``start`` and ``end`` count the decoded text of the file, where it stands there in a head line.
    """

    value: str
    note: str
    start: int | None = None
    end: int | None = None

    @property
    def grounds(self) -> Grounds:
        """The value as what a fact rests on."""
        where: Where = "metadata" if self.start is None else "removed"
        return Grounds(where, self.value, self.note, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Material:
    """One report as its file gives it.

    ``cleaned`` maps to ``original``, the decoded text of the file (of a record:
    the text that the record gives, its paragraphs parted by blank lines).
    ``date`` is a record's date, in any of the forms that records use;
    ``page_day`` the day (ISO) found in a page's metadata, ``head_days`` those of
    head lines. ``complaint`` says what is amiss with a file that was read all the same.
    """

    source: str
    file_name: str
    original: str
    cleaned: Cleaned
    title: Given | None = None
    outlet: Given | None = None
    url: Given | None = None
    author: Given | None = None
    date: Given | None = None
    date_value: object = None
    page_day: Given | None = None
    head_days: tuple[Given, ...] = ()
    complaint: str = ""

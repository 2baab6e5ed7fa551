"""What a file gives about one report, before anything is concluded from it."""

from __future__ import annotations

from dataclasses import dataclass

from coranto.cleaning import Cleaned


@dataclass(frozen=True, slots=True)
class Given:
    """A value as a record or page states it, and where ("key date", "og:title")."""

    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Material:
    """One report as its file gives it.

    ``cleaned`` maps to ``original``, the decoded text of the file (of a record:
    the text that the record gives, its paragraphs parted by blank lines).
    ``date`` is a record's date, in any of the forms that records use;
    ``page_day`` the day (ISO) found in a page's metadata. ``complaint`` says what
    is amiss with a file that was read all the same.
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
    complaint: str = ""

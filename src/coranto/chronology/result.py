"""The result of a build: every layer of one chronology, and how it is put on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coranto.types import Actor, CopyGroup, Entry, Event, Report, Statement, Story


@dataclass(frozen=True)
class Chronology:
    """Reports and everything found in them; items name each other by id."""

    reports: tuple[Report, ...] = ()
    stories: tuple[Story, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    entries: tuple[Entry, ...] = ()

    def write(self, out: str | Path) -> Path:
        """Write ``index.html``, ``chronology.json`` and the tables into folder ``out``.

        The folder is made where it is missing.  Everything is checked and
        rendered before the first file is touched, and each file is replaced in
        one step, so that a failure leaves what stood there before.  Returns the
        path of the page.  Raises ``DataError`` when an item does not stand on
        the words it names, ``OutputError`` when the folder cannot be written.
        """
        # Lazily: annotating a text needs neither templates nor tables.
        from coranto.export import check, to_tables, to_text, write_files  # noqa: PLC0415
        from coranto.site import render  # noqa: PLC0415

        check(self)
        files = {"chronology.json": to_text(self), **to_tables(self), "index.html": render(self)}
        folder = Path(out)
        write_files(folder, files)
        return folder / "index.html"

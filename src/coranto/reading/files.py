"""Files and folders to reports: what each file is, what is wrong with it, and what it holds."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from coranto.cleaning import clean
from coranto.errors import ReadError, ReadWarning
from coranto.ids import content_id
from coranto.reading.addresses import own_address
from coranto.reading.decode import NotTextError, decode
from coranto.reading.facts import credit_facts, outlet_fact, title_fact
from coranto.reading.heads import HeadKind, HeadLine, head_lines
from coranto.reading.hosts import with_outlets_of_hosts
from coranto.reading.material import Given, Material
from coranto.reading.pages import is_page, page_material
from coranto.reading.published import published
from coranto.reading.records import (
    MAX_ROW_BYTES,
    RecordError,
    check_lines,
    parse,
    record_material,
    records_of,
    rows,
)
from coranto.types import Grounds, Published, Report

ROW_SUFFIXES = (".jsonl", ".ndjson")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
MARKDOWN_SUFFIXES = (".md", ".markdown")

# The longest live blogs are under a megabyte; pages carry pictures and scripts besides.
MAX_FILE_BYTES = 10_000_000
MAX_TEXT_CHARACTERS = 2_000_000
# One JSON document is parsed as a whole; larger collections belong in JSONL.
MAX_JSON_BYTES = 100_000_000

OnError = Callable[[ReadError], None]
OnProgress = Callable[[int, int], None]


def read(path: str | Path, *, source: str | None = None) -> list[Report]:
    """Read one file: the reports it holds, cleaned, in the order of the file.

    Plain text, HTML, JSON and JSONL are told by content first, by name second.
    ``source`` is what the reports give as their source (default: the path); of
    several in one file the n-th gets ``#n``. The same report twice is one.

    Raises ReadError, with the file and the reason, if the file or a record in
    it cannot be read. ``read_many`` goes on instead. A page that looks cut off is
    read, with a ReadWarning.
    """
    errors: list[ReadError] = []
    found = list(
        _file_reports(Path(path), _printable(source or Path(path).as_posix()), errors.append)
    )
    for error in errors:
        if not isinstance(error, ReadWarning):
            raise error
        warnings.warn(error, stacklevel=2)
    return _merged(found)


def read_many(
    paths: Sequence[str | Path],
    on_error: OnError,
    on_progress: OnProgress | None = None,
) -> list[Report]:
    """Read files and folders: every report once, in order of id, whatever the order of files.

    ``on_error`` gets one ReadError for every file and record that cannot be
    read, and a ReadWarning for one that looks cut off; the rest is read.
    ``on_progress`` gets (files done, files in all). In folders, files whose names
    begin with a dot are passed over.
    """
    files = _files(paths, on_error)
    reports: list[Report] = []
    for done, file in enumerate(files, start=1):
        reports += _file_reports(file.path, file.source, on_error)
        if on_progress is not None:
            on_progress(done, len(files))
    return sorted(with_outlets_of_hosts(_merged(reports)), key=lambda report: report.id)


# --- files ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    source: str


def _files(paths: Sequence[str | Path], on_error: OnError) -> list[_File]:
    """Every file once, in order of source, under a name that a user would know it by."""
    found: dict[str, list[tuple[str, str, Path]]] = {}
    for given in paths:
        argument = Path(given)
        try:
            for path in _walk(argument, on_error):
                inside = path != argument
                short = path.relative_to(argument).as_posix() if inside else argument.as_posix()
                long = (Path(argument.resolve().name) / short).as_posix() if inside else short
                found.setdefault(os.path.realpath(path), []).append((short, long, path))
        except OSError as error:
            on_error(ReadError(_printable(argument.as_posix()), _reason(error)))
    # A file reached twice is read once, under the shortest of its names.
    names = [min(ways, key=lambda way: (len(way[0]), way[0])) for ways in found.values()]
    taken: dict[str, int] = {}
    for short, _, _ in names:
        taken[short] = taken.get(short, 0) + 1
    files = [
        _File(path, _printable(short if taken[short] == 1 else long)) for short, long, path in names
    ]
    return sorted(files, key=lambda file: (file.source, str(file.path)))


def _walk(argument: Path, on_error: OnError) -> Iterator[Path]:
    if not argument.is_dir():
        yield argument
        return

    def unreadable(error: OSError) -> None:
        on_error(ReadError(_printable(str(error.filename)), _reason(error)))

    for folder, folders, names in os.walk(argument, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder) / name


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or type(error).__name__).lower()


def _printable(name: str) -> str:
    """A file name that any output can carry: bytes that are no UTF-8 are shown as such."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


# --- one file -------------------------------------------------------------------------------


def _file_reports(path: Path, source: str, on_error: OnError) -> Iterator[Report]:
    """The reports of one file; every error, foreseen or a third party's, goes to ``on_error``."""
    try:
        _check(path)
        if _holds_rows(path):
            with path.open("rb") as file:
                yield from _numbered(rows(file), path.name, source, on_error)
            return
        text = _content(path)
        if _may_be_json(path, text):
            records = _json_records(path, text)
            if records is not None:
                yield from _numbered(iter(records), path.name, source, on_error)
                return
        material = _single(path, text, source)
        yield _report(material)
        if material.complaint:
            on_error(ReadWarning(source, material.complaint))
    except OSError as error:
        on_error(ReadError(source, _reason(error)))
    except (NotTextError, RecordError) as error:
        on_error(ReadError(source, str(error)))
    except ReadError as error:
        on_error(error)
    except (RecursionError, MemoryError):
        on_error(ReadError(source, "too large or too deeply nested to be read"))


def _check(path: Path) -> None:
    if path.is_symlink() and not path.exists():
        raise RecordError("a link to a file that does not exist")
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise RecordError("a folder, not a file")
    if not stat.S_ISREG(mode):
        raise RecordError("not a regular file")
    if path.stat().st_size == 0:
        raise RecordError("empty")


def _holds_rows(path: Path) -> bool:
    """Whether the file is JSONL: by its name, or because its first line alone is an object."""
    if path.suffix.casefold() in ROW_SUFFIXES:
        return True
    with path.open("rb") as file:
        first = file.readline(MAX_ROW_BYTES)
        second = file.readline(MAX_ROW_BYTES)
    first = first.removeprefix(b"\xef\xbb\xbf").strip()
    if not (first.startswith(b"{") and first.endswith(b"}") and second.strip().startswith(b"{")):
        return False
    try:
        return isinstance(parse(decode(first)), dict)
    except (RecordError, NotTextError):
        return False


def _content(path: Path) -> str:
    size = path.stat().st_size
    json_file = path.suffix.casefold() == ".json"
    limit = MAX_JSON_BYTES if json_file else MAX_FILE_BYTES
    if size > limit:
        with path.open("rb") as file:
            decode(file.read(64_000))  # what is no text is named as that, not as too large
        what = "a JSON file" if json_file else "one report"
        raise RecordError(f"too large for {what}: {size / 1e6:.0f} MB (limit {limit / 1e6:.0f} MB)")
    data = path.read_bytes()
    page = path.suffix.casefold() in PAGE_SUFFIXES or b"<html" in data[:4096].lower()
    text = decode(data, page=page)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise RecordError("empty: only white space")
    return text


def _may_be_json(path: Path, text: str) -> bool:
    return path.suffix.casefold() == ".json" or text.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def _json_records(path: Path, text: str) -> list[object] | None:
    """The records of a JSON document; None for a text that only begins like one."""
    try:
        records = records_of(parse(text.lstrip("\ufeff")))
    except RecordError:
        if path.suffix.casefold() == ".json":
            raise
        return None
    if path.suffix.casefold() == ".json" or any(isinstance(r, dict) for r in records):
        if not records:
            raise RecordError("empty: a list of no records")
        return records
    return None


def _numbered(
    records: Iterator[object], file_name: str, source: str, on_error: OnError
) -> Iterator[Report]:
    """The report of each record; ``#n`` counts all records of the file, bad ones too."""
    head = [r for _, r in zip(range(2), records, strict=False)]
    if not head:
        raise RecordError("empty: no records")
    several = len(head) > 1
    for number, record in enumerate(chain(head, records), start=1):
        name = f"{source}#{number}" if several else source
        try:
            if isinstance(record, RecordError):
                raise record
            yield _report(record_material(name, file_name, record))
        except (RecordError, RecursionError) as error:
            reason = str(error) if isinstance(error, RecordError) else "nested too deeply"
            on_error(ReadError(name, f"row {number}: {reason}" if several else reason))


def _single(path: Path, text: str, source: str) -> Material:
    check_lines(text)
    if is_page(text):
        return page_material(source, path.name, text)
    markdown = path.suffix.casefold() in MARKDOWN_SUFFIXES
    heads = head_lines(text)
    given: dict[HeadKind, Given] = {}
    for head in heads:
        given.setdefault(head.kind, _of_head(head))
    return Material(
        source,
        path.name,
        text,
        clean(text, markdown=markdown, head=[head.out for head in heads]),
        title=given.get("title"),
        outlet=given.get("outlet"),
        author=given.get("author"),
        head_days=tuple(_of_head(head) for head in heads if head.kind == "date"),
    )


def _of_head(head: HeadLine) -> Given:
    return Given(head.value, "its head line", head.start, head.end)


# --- one report -----------------------------------------------------------------------------


def _report(material: Material) -> Report:
    text = material.cleaned.text
    if not any(c.isalnum() for c in text):
        raise RecordError("no text left after cleaning")
    if len(text) > MAX_TEXT_CHARACTERS:
        size, limit = len(text) / 1e6, MAX_TEXT_CHARACTERS / 1e6
        raise RecordError(
            f"too long for one report: {size:.1f} million characters (limit {limit:g})"
        )
    own, others = own_address(material.cleaned.removed, text)
    url = material.url.value if material.url is not None else own.url if own is not None else None
    title = title_fact(material)
    outlet = outlet_fact(material, own)
    outlet_name = outlet.value if outlet is not None else None
    credits = credit_facts(material, outlet_name)
    return Report(
        id=content_id("r", outlet_name, url, text),
        source=material.source,
        text=text,
        outlet=outlet_name,
        title=title.value if title is not None else None,
        url=url,
        credits=tuple(fact.value for fact in credits),
        published=published(material, own, others),
        removed=material.cleaned.removed,
        facts=tuple(fact for fact in (title, outlet, *credits) if fact is not None),
        pieces=material.cleaned.pieces,
    )


def _merged(reports: Iterable[Report]) -> list[Report]:
    """Each report once, at its first place; the source first in order speaks for the others."""
    same: dict[str, list[Report]] = {}
    for report in reports:
        same.setdefault(report.id, []).append(report)
    return [_one(copies) for copies in same.values()]


def _one(copies: list[Report]) -> Report:
    first, *others = sorted(copies, key=lambda report: report.source)
    if not others:
        return first
    dated = next(
        (c.published for c in (first, *others) if c.published.dates.known), first.published
    )
    conflicts = tuple(
        Grounds("metadata", f"{c.published.earliest} to {c.published.latest}", f"so in {c.source}")
        for c in (first, *others)
        if c.published.dates.known and not c.published.dates.overlaps(dated.dates)
    )
    return replace(
        first,
        published=Published(dated.dates, dated.basis, dated.evidence + conflicts),
        seen=tuple(other.source for other in others),
    )

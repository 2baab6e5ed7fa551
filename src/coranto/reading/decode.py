"""From bytes to text: what is text at all, and in which encoding.

In order: a byte order mark; UTF-16 by its zero bytes; UTF-8 strictly (bytes of
another encoding hardly ever pass); the encoding a page declares; Windows-1252
where bytes beyond ASCII stand singly, as quotation marks and accents do in
English; Cyrillic by its frequent letters; and else charset-normalizer's guess.
"""

from __future__ import annotations

import codecs
import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"(\xb5/\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"PAR1", "a Parquet table"),
)
"""How files that are no text begin (file(1)'s tables), and what they are."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_CYRILLIC = ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")
# The letters that make up three quarters of running Russian and Ukrainian text (Lyashevskaya and
# Sharov 2009, frequency dictionary of Russian).
_FREQUENT_CYRILLIC = frozenset("оеаинтсрвлкмдпуі")

# Bytes enough to tell an encoding by.
_SAMPLE = 64_000
# A text may hold a stray control character; more than one in a hundred is no text.
_MOST_CONTROLS = 0.01


class NotTextError(Exception):
    """The bytes are no text; the message says what they look like."""


def decode(data: bytes, *, page: bool = False) -> str:
    """Decode the bytes of a file; ``page`` honours the encoding that an HTML page declares.

    Raises NotTextError for bytes that are no text.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotTextError(f"not text: looks like {what}")
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise NotTextError("not text: looks like a picture, a recording or a film")
    text = _decode(data, page)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise NotTextError("not text: holds many control characters")
    return text


def _decode(data: bytes, page: bool) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    wide = _utf16_without_bom(data)
    if wide is not None:
        return wide
    if b"\x00" in data:
        raise NotTextError("not text: holds NUL bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error):
            return data.decode("utf-8", "replace")
    declared = _declared(data) if page else None
    return declared if declared is not None else _guess(data)


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 of mainly Latin text has a zero in every second byte, all on one side."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and not even:
        return data.decode("utf-16-le", "replace")
    if even > 0.7 * half and not odd:
        return data.decode("utf-16-be", "replace")
    return None


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the data is UTF-8 with a stray broken character: many good ones, hardly a bad one."""
    if error.start == 0:
        return False
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    return good >= 20 * bad


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace")
    # What could be read to say so is not UTF-16 (WHATWG HTML Standard, 13.2.3.2).
    if name.casefold().startswith(("utf-16", "utf16", "utf-32", "utf32", "ucs-")):
        return None
    # Pages that say ISO 8859-1 mean Windows-1252 (WHATWG Encoding Standard, 4.2).
    if name.casefold().replace("_", "-") in (
        "iso-8859-1",
        "latin-1",
        "latin1",
        "ascii",
        "us-ascii",
    ):
        name = "cp1252"
    try:
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(data: bytes) -> str:
    runs = _HIGH_RUN.findall(data[:_SAMPLE])
    if not runs:
        return _latin(data)
    cyrillic = _cyrillic(b" ".join(runs))
    if cyrillic is not None:
        return data.decode(cyrillic, "replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow to import, seldom needed)

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise NotTextError("not text: in no known encoding")
    return data.decode(best.encoding, "replace")


def _latin(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _cyrillic(words: bytes) -> str | None:
    """The encoding in which ``words`` read as Cyrillic, by letters and case; None: in none."""
    best, best_score = None, 0.6
    for encoding in _CYRILLIC:
        text = words.decode(encoding, "replace")
        letters = [c for c in text if c != " "]
        frequent = sum(c in _FREQUENT_CYRILLIC for c in text)
        # In a word only the first letter is a capital: in a wrong encoding the case is scrambled.
        scrambled = len(re.findall(r"(?<=[а-яіїє])[А-ЯІЇЄ]", text))
        strange = sum(not ("\u0400" <= c <= "\u04ff") for c in letters)
        score = (frequent - scrambled - 2 * strange) / len(letters)
        if score > best_score:
            best, best_score = encoding, score
    return best

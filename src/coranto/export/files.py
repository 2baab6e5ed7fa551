"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from coranto.errors import OutputError


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write ``files`` (name to text) into ``folder``, in UTF-8, each replaced in one step.

    All are written beside their places first, then moved in: a full disk leaves
    the files of an earlier run as they were.  Raises ``OutputError``.
    """
    parts = {name: folder / f".{name}.{os.getpid()}.part" for name in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            # A lone surrogate has no UTF-8 form; JSON escapes it before it comes here.
            parts[name].write_bytes(text.encode("utf-8", "replace"))
        for name, part in parts.items():
            part.replace(folder / name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{folder}: {reason}") from error
    finally:
        for part in parts.values():
            _remove(part)


def _remove(part: Path) -> None:
    """Take away what a failed run left; nothing to do after a good one."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # The folder itself is out of reach (a file stands in its place, or no right to it):
        # then no part was written either, and the first error is the one to report.
        return

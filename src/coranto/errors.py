"""One root of errors with named kinds. Messages name the file and the reason, in one line."""

from __future__ import annotations


class CorantoError(Exception):
    """Root of every error that Coranto raises on purpose."""

    code = "coranto"


class ReadError(CorantoError):
    """A file or a part of it cannot be read; ``source`` names it, ``reason`` says why."""

    code = "read"

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class ReadWarning(ReadError, UserWarning):  # noqa: N818 (an error of reading that reads on)
    """A file was read, and something is amiss with it: it looks cut off, say."""

    code = "read-warning"


class ModelError(CorantoError):
    """The language model is missing, damaged, or not of the form that the package needs."""

    code = "model"


class OutputError(CorantoError):
    """A result cannot be written where it was asked for."""

    code = "output"


class DataError(CorantoError):
    """A table shipped with the package, or given by the user, does not have its form."""

    code = "data"

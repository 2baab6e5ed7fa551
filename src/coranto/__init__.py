"""Coranto reads a pile of news reports on one story and writes one sourced chronology.

    >>> import coranto
    >>> reports = coranto.read("page.html")
    >>> annotation = coranto.annotate("Lavrov met Li in Moscow on Friday.", "2023-05-26")
    >>> chronology = coranto.build(["reports/"])
    >>> chronology.write("chronology/")

The names below are the public ones; ``docs/format.md`` says what they hold.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from coranto.errors import CorantoError, DataError, ModelError, OutputError, ReadError
from coranto.types import Annotation, Report
from coranto.version import __version__

if TYPE_CHECKING:
    from coranto.annotation import annotate
    from coranto.chronology.building import build
    from coranto.chronology.result import Chronology
    from coranto.reading import read
    from coranto.relation import code_relation

__all__ = [
    "Annotation",
    "Chronology",
    "CorantoError",
    "DataError",
    "ModelError",
    "OutputError",
    "ReadError",
    "Report",
    "__version__",
    "annotate",
    "build",
    "code_relation",
    "read",
]

# What takes its time to import is imported when it is first asked for (PEP 562).
_LATER = {
    "Chronology": "coranto.chronology.result",
    "annotate": "coranto.annotation",
    "build": "coranto.chronology.building",
    "code_relation": "coranto.relation",
    "read": "coranto.reading",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_LATER[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""Coranto reads a pile of news reports on one story and writes one sourced chronology.

    >>> import coranto
    >>> reports = coranto.read("page.html")
    >>> annotation = coranto.annotate("Lavrov met Li in Moscow on Friday.", "2023-05-26")
    >>> chronology = coranto.build(["reports/"])
    >>> chronology.write("chronology/")

The names below are the public ones; ``docs/format.md`` says what they hold.
"""

from coranto.annotation import annotate
from coranto.chronology.building import build
from coranto.chronology.result import Chronology
from coranto.errors import CorantoError, DataError, ModelError, OutputError, ReadError
from coranto.reading import read
from coranto.relation import code_relation
from coranto.types import Annotation, Report
from coranto.version import __version__

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

"""Reading: files to reports, each with what is known about it and on what grounds."""

from coranto.reading.files import read, read_many

__all__ = ["read", "read_many"]

"""What other programs read: ``chronology.json`` with its JSON Schema, and tables."""

from coranto.export.document import dumps, schema, to_json, to_text
from coranto.export.files import write_files
from coranto.export.gate import check
from coranto.export.tables import to_tables

__all__ = ["check", "dumps", "schema", "to_json", "to_tables", "to_text", "write_files"]

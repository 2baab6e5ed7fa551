"""The public names are listed in one place, and the rooms keep the direction of the data."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import coranto

PACKAGE = Path(coranto.__file__).parent


def test_public_names() -> None:
    assert coranto.__all__ == [
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
    assert all(hasattr(coranto, name) for name in coranto.__all__)


def test_public_names_are_imported_when_they_are_asked_for() -> None:
    code = (
        "import sys, coranto; assert 'onnxruntime' not in sys.modules; "
        "coranto.read; assert 'coranto.reading' in sys.modules; "
        "from coranto import *; assert callable(build) and callable(annotate)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert set(coranto.__all__) <= set(dir(coranto))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        assert coranto.nothing


def test_the_domain_types_import_nothing_of_ours() -> None:
    assert _imports(PACKAGE / "types.py") == set()


def test_no_room_of_the_language_side_knows_a_later_one() -> None:
    later = {"chronology", "export", "site", "terminal", "cli", "annotation"}
    for room in ("cleaning", "reading", "language", "times", "actors", "statements", "events"):
        for path in (PACKAGE / room).rglob("*.py"):
            assert not _imports(path) & later, path


def _imports(path: Path) -> set[str]:
    """The rooms of ours that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("coranto.") and "." in n}
    return found

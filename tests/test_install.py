"""The installed package is whole: without the development dependencies, from the wheel alone."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coranto.version import __version__

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "coranto"
DEVELOPMENT_ONLY = ("pytest", "hypothesis", "mypy", "jsonschema", "torch", "hatchling")
# As variables, so that the pip that builds the package in its own environment has them too.
PIP_SETTINGS = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PIP_RETRIES": "1",
    "PIP_TIMEOUT": "20",
}

# What pip prints when it reaches no index. Any other failure of an install is a failure here.
_OFFLINE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ConnectionRefusedError"
    r"|ProxyError|Failed to establish a new connection|Failed to connect|Retrying \(Retry"
    r"|Temporary failure in name resolution|Network is unreachable"
)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a user's shell would: nothing of this test run leaks into it."""
    private = ("PYTHONPATH", "PYTHONHOME", "PYTHONWARNINGS", "VIRTUAL_ENV")
    environment = {k: v for k, v in os.environ.items() if k not in private}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | PIP_SETTINGS,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )


def pip(python: str | Path, *arguments: str | Path, cwd: Path) -> None:
    """Run pip with the project's exact versions; skip the test where it reaches no index."""
    done = run(python, "-m", "pip", *arguments, "--quiet", cwd=cwd)
    if done.returncode and _OFFLINE.search(done.stderr + done.stdout):
        pytest.skip("pip reaches no package index from here")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing of the working folder gets in by chance."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "coranto"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(SOURCE, copy / "src" / "coranto", ignore=shutil.ignore_patterns("__pycache__"))
    # With the backend at hand (`make` installs it), the build needs no environment of its own.
    backend = importlib.util.find_spec("hatchling") and importlib.util.find_spec("editables")
    isolation = ["--no-build-isolation"] if backend else []
    options: list[str | Path] = ["--no-deps", *isolation, "-w", folder / "dist"]
    pip(sys.executable, "wheel", copy, *options, cwd=folder)
    (built,) = (folder / "dist").glob("coranto-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Iterator[Path]:
    """The folder of programs of a fresh environment that holds Coranto and what it needs.

    It goes again after the tests: it is large, and pytest would keep three of them.
    """
    with tempfile.TemporaryDirectory(prefix="coranto-install-") as name:
        folder = Path(name)
        try:
            venv.create(folder / "venv", with_pip=True)
        except subprocess.CalledProcessError:
            pytest.skip("this Python came without ensurepip: no fresh environment can be made")
        programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        # Most modules are never imported here, so compiling them all would be for nothing.
        options: list[str | Path] = ["--no-compile", "-c", ROOT / "constraints.txt"]
        pip(programs / "python", "install", *options, wheel, cwd=folder)
        yield programs


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        sizes = {info.filename: info.file_size for info in archive.infolist()}
    files = [p for p in SOURCE.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    expected = {f"coranto/{p.relative_to(SOURCE).as_posix()}" for p in files}
    assert expected <= names, "left out of the wheel"
    kinds = {Path(name).suffix for name in expected}
    assert {".onnx", ".json", ".tsv", ".py"} <= kinds, "model, schema and tables belong to it"
    assert any("/templates/" in name for name in expected), "and so do the templates of the page"
    assert any(size > 5_000_000 for name, size in sizes.items() if name.endswith(".onnx"))
    assert not [n for n in names if n.startswith(("tests/", "training/", "benchmarks/"))]
    assert [n for n in names if n.endswith("licenses/LICENSE")]


def test_the_program_runs_without_development_dependencies(installed: Path, tmp_path: Path) -> None:
    found = run(
        installed / "python",
        "-c",
        "import importlib.util, sys; "
        "print([m for m in sys.argv[1:] if importlib.util.find_spec(m)])",
        *DEVELOPMENT_ONLY,
        cwd=tmp_path,
    )
    assert found.stdout.strip() == "[]", f"not a bare environment: {found.stdout}"
    version = run(installed / "coranto", "--version", cwd=tmp_path)
    assert version.returncode == 0, version.stderr
    assert __version__ in version.stdout
    quiet = run(installed / "python", "-W", "error", "-c", "import coranto", cwd=tmp_path)
    assert quiet.returncode == 0, quiet.stderr


def test_two_examples_build_from_the_installed_package(installed: Path, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("02-meridian-panmunjom.txt", "05-lantern-panmunjom.html"):
        shutil.copy(ROOT / "examples" / "reports" / name, reports)
    done = run(installed / "coranto", "build", reports, "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    document = json.loads((tmp_path / "out" / "chronology.json").read_text(encoding="utf-8"))
    assert len(document["reports"]) == 2
    assert document["entries"]
    texts = {report["id"]: report["text"] for report in document["reports"]}
    for entry in document["entries"]:
        for evidence in entry["evidence"]:
            words = texts[evidence["report"]][evidence["start"] : evidence["end"]]
            assert words == evidence["quote"]
    assert "<html" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8").lower()

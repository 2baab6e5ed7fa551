"""Files on disk: whole or not at all, and never a trace of a failed run."""

from __future__ import annotations

import os
import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coranto.chronology.result import Chronology
from coranto.errors import DataError, OutputError
from coranto.export import write_files

SAMPLE: Callable[[], Chronology] = runpy.run_path(
    str(Path(__file__).parents[1] / "site" / "sample.py")
)["sample"]
FILES = ["chronology.json", "entries.csv", "events.csv", "index.html", "statements.csv"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_chronology_writes_site_json_and_tables(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    page = SAMPLE().write(str(folder))
    assert page == folder / "index.html"
    assert names(folder) == FILES


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for run in ("one", "two"):
        SAMPLE().write(tmp_path / run)
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_broken_chronology_leaves_the_earlier_files(tmp_path: Path) -> None:
    made = SAMPLE()
    made.write(tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    with pytest.raises(DataError):
        replace(made, actors=()).write(tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before


def test_a_file_in_the_folder_s_place_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(OutputError, match="taken"):
        SAMPLE().write(tmp_path / "taken")
    with pytest.raises(OutputError, match="taken"):
        SAMPLE().write(tmp_path / "taken" / "below")
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_folder_in_a_file_s_place_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "b.txt" / "inside").mkdir(parents=True)
    with pytest.raises(OutputError):
        write_files(tmp_path, {"b.txt": "new"})
    assert names(tmp_path) == ["b.txt"]


def test_a_full_disk_keeps_the_earlier_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"a.txt": "old", "b.txt": "old"})
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "b.txt" in path.name:
            real(path, data[:1])
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_files(tmp_path, {"a.txt": "new", "b.txt": "new"})
    monkeypatch.undo()
    assert names(tmp_path) == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_an_output_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="ermission"):
            write_files(tmp_path, {"a.txt": "x"})
    finally:
        tmp_path.chmod(0o700)

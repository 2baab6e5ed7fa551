"""The command line: what goes to which stream, and the exit status."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coranto import __version__
from coranto.cli import app
from coranto.errors import ModelError, OutputError
from coranto.language import LanguageModel

REPORT = (
    "MOSCOW, May 26, 2023 - Russian Foreign Minister Vera Orlova met Chinese envoy Tan Wei in "
    "Moscow on Friday.\n\n“We agreed on little,” Orlova told reporters after the talks.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports with everything among them that a folder of saved files may hold."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text(REPORT, "utf-8")
    (reports / "empty.txt").write_bytes(b"")
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (reports / "huge.txt").write_text("The minister said nothing new on Friday. " * 300_000)
    russian = "Министр встретился с посланником в пятницу в Москве. " * 8
    (reports / "russian.txt").write_bytes(russian.encode("cp1251"))
    (reports / "broken.html").write_text(
        "<html><body><p>Vera Orlova met <b>Tan Wei <i>in Moscow on Friday.<p>They talked about "
        "trade for two hours<script>alert(1)</script><table><tr><td>and parted in the evening."
    )
    return reports


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def test_version() -> None:
    assert run("--version") == (0, f"coranto {__version__}\n", "")


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["coranto", "--version"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("coranto", run_name="__main__")
    assert end.value.code == 0
    assert capsys.readouterr().out == f"coranto {__version__}\n"


def test_help_says_how_to_begin() -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert "coranto build my-reports/ -o chronology/" in out


def test_bad_files_are_named_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    status, out, err = run("build", folder, "-o", tmp_path / "out")
    assert status == 1
    assert out == ""
    for name in ("empty.txt", "picture.txt", "huge.txt"):
        assert sum(name in line for line in err.splitlines()) == 1
    assert "Traceback" not in err
    result = json.loads((tmp_path / "out" / "chronology.json").read_text("utf-8"))
    sources = {r["source"] for r in result["reports"]}
    assert {"good.txt", "russian.txt", "broken.html"} == sources
    russian = next(r for r in result["reports"] if r["source"] == "russian.txt")
    assert "Министр встретился" in russian["text"]
    assert "alert(1)" not in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_good_files_alone_give_status_0(folder: Path, tmp_path: Path) -> None:
    status, _, err = run("build", folder / "good.txt", "-o", tmp_path / "out")
    assert status == 0
    assert "1 report, 0 copy groups" in err
    assert (tmp_path / "out" / "index.html").is_file()


def test_quiet_says_nothing_but_problems(folder: Path, tmp_path: Path) -> None:
    assert run("build", folder / "good.txt", "-q", "-o", tmp_path / "out") == (0, "", "")


def test_a_folder_without_reports_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    status, _, err = run("build", tmp_path / "none", "-o", tmp_path / "out")
    assert status == 1
    assert "no report could be read" in err
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_said_before_any_work(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    result = CliRunner().invoke(app, ["build", str(folder), "-o", str(tmp_path / "out")])
    assert isinstance(result.exception, OutputError)
    assert "is a file, not a folder" in str(result.exception)
    assert (tmp_path / "out").read_text() == "mine"


def test_show_prints_the_report_with_what_was_found(folder: Path) -> None:
    status, out, _ = run("show", folder / "good.txt")
    assert status == 0
    assert "Vera Orlova met Chinese envoy Tan Wei" in " ".join(out.split())
    assert "CONSULT" in out
    assert "2023-05-26" in out


def test_show_refuses_a_date_that_is_none(folder: Path) -> None:
    status, _, err = run("show", folder / "good.txt", "--published", "yesterday")
    assert status == 2
    assert "yesterday" in err


def test_model_info_says_what_the_model_is() -> None:
    status, out, err = run("model", "info")
    assert (status, err) == (0, "")
    info = LanguageModel.load().info()
    plain = " ".join(out.split())
    assert info.name in plain
    assert info.sha256 in plain
    assert f"{info.size / 1e6:.1f} MB" in plain
    assert "parts of speech, dependency trees, names" in plain
    assert "UPOS" in plain


def test_model_info_of_a_folder_without_a_model(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["model", "info", "--model", str(tmp_path)])
    assert isinstance(result.exception, ModelError)
    assert "no language model there" in str(result.exception)


def test_model_alone_says_what_it_can() -> None:
    status, out, err = run("model")
    assert status == 2
    assert "info" in out + err

"""Reading many files: folders, bad files among good ones, the same report twice, any order."""

from __future__ import annotations

import json
import random
from pathlib import Path

from coranto.errors import ReadError
from coranto.reading import read_many
from coranto.types import Report

TEXTS = [
    "The ministers met in Vienna on Tuesday, their offices said.",
    "The envoy left for Geneva before noon, a spokeswoman said.",
    "No date was set for the next round, according to the hosts.",
]


def fill(folder: Path) -> None:
    (folder / "b").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "one.txt").write_text(TEXTS[0])
    (folder / "b" / "two.txt").write_text(TEXTS[1])
    (folder / "b" / "rows.jsonl").write_text(
        "\n".join([json.dumps({"text": TEXTS[2]}), "{oops", json.dumps({"text": TEXTS[0]})])
    )
    (folder / "empty.txt").write_text("")
    (folder / "picture.txt").write_bytes(b"GIF89a\x00\x01")
    (folder / ".hidden" / "no.txt").write_text("Not to be read at all, being hidden.")
    (folder / ".no.txt").write_text("Not to be read at all, being hidden.")


def read_all(*paths: Path) -> tuple[list[Report], list[ReadError]]:
    errors: list[ReadError] = []
    return read_many(list(paths), errors.append), errors


def test_a_folder_is_read_and_bad_files_are_named(tmp_path: Path) -> None:
    fill(tmp_path)
    reports, errors = read_all(tmp_path)
    assert sorted(r.text for r in reports) == sorted(TEXTS)
    assert {(e.source, e.reason) for e in errors} == {
        ("empty.txt", "empty"),
        ("picture.txt", "not text: looks like a GIF image"),
        (
            "b/rows.jsonl#2",
            "row 2: not valid JSON: Expecting property name enclosed in double quotes (column 2)",
        ),
    }
    assert [r.id for r in reports] == sorted(r.id for r in reports)


def test_the_same_report_twice_is_one_seen_twice(tmp_path: Path) -> None:
    fill(tmp_path)
    reports, _ = read_all(tmp_path)
    (twice,) = (r for r in reports if r.text == TEXTS[0])
    assert (twice.source, twice.seen) == ("b/rows.jsonl#3", ("one.txt",))


def test_one_text_from_two_outlets_is_two_reports(tmp_path: Path) -> None:
    for name in ("courier", "herald"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"text": TEXTS[0], "outlet": name}))
    reports, _ = read_all(tmp_path)
    assert {r.outlet for r in reports} == {"courier", "herald"}


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path)
    paths = [
        tmp_path / "one.txt",
        tmp_path / "b",
        tmp_path / "b" / "two.txt",
        tmp_path / "none.txt",
    ]
    expected, expected_errors = read_all(*paths)
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        reports, errors = read_all(*paths)
        assert reports == expected
        assert {str(e) for e in errors} == {str(e) for e in expected_errors}


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    fill(tmp_path)
    reports, errors = read_all(tmp_path, tmp_path / "b", tmp_path / "empty.txt")
    assert all(r.seen == () for r in reports if r.text == TEXTS[1])
    assert [e.reason for e in errors].count("empty") == 1


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for n, folder in enumerate(("first", "second")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(TEXTS[n])
    reports, _ = read_all(tmp_path / "first", tmp_path / "second")
    assert {r.source for r in reports} == {"first/report.txt", "second/report.txt"}


def test_a_date_that_only_one_copy_has_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXTS[0]}))
    (tmp_path / "b.json").write_text(json.dumps({"text": TEXTS[0], "date": "2024-04-08"}))
    (report,), _ = read_all(tmp_path)
    assert str(report.published.earliest) == "2024-04-08"
    assert report.seen == ("b.json",)


def test_progress_counts_files(tmp_path: Path) -> None:
    fill(tmp_path)
    seen: list[tuple[int, int]] = []
    read_many([tmp_path], lambda _: None, lambda done, total: seen.append((done, total)))
    assert seen == [(n, 5) for n in range(1, 6)]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    reports, errors = read_all(tmp_path / "nowhere")
    assert reports == []
    assert [e.reason for e in errors] == ["no such file or folder"]

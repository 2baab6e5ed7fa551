"""The documentation tells the truth: commands, options, links, files, dependencies, examples."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
import typer

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "examples" / "reports"
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "training/**/*.md")
    for path in ROOT.glob(pattern)
)
PROSE = [*PAGES, ROOT / "NOTICE", ROOT / "Makefile", ROOT / "constraints.txt"]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.M)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_DAY = re.compile(
    r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:"
    r"(?P<month>[A-Z][a-z]+) (?P<day>\d\d?)(?:, (?P<year>\d{4}))?"
    r"|(?P<day2>\d\d?) (?P<month2>[A-Z][a-z]+)(?: (?P<year2>\d{4}))?)\b"
)
# A folder of somebody's machine: what a reader of the documentation does not have.
_MACHINE = re.compile(r"(?<![\w./-])/(?:work|tmp|home|root|Users|opt|mnt)/")


def names(pages: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in pages]


def commands() -> Iterator[tuple[str, list[str]]]:
    """Each command with its options; the options of the program itself come under ""."""
    from coranto.cli import app

    top = typer.main.get_command(app)
    yield "", [o for parameter in top.params for o in parameter.opts]
    for name, command in getattr(top, "commands", {}).items():
        inner = {f"{name} {n}": c for n, c in getattr(command, "commands", {}).items()}
        for full, one in (inner or {name: command}).items():
            options = [o for p in one.params if p.param_type_name == "option" for o in p.opts]
            yield full, options


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    sections = {
        m[1]: m[2] for m in re.finditer(r"^## `coranto (.+?)`\n(.*?)(?=^## |\Z)", page, re.M | re.S)
    }
    found = dict(commands())
    assert {"build", "show"} <= set(found)
    for name, options in found.items():
        assert not name or name in sections, f"docs/cli.md has no section on `coranto {name}`"
        text = sections[name] if name else page
        missing = [o for o in options if not re.search(rf"`[^`\n]*(?<![\w-]){o}\b[^`\n]*`", text)]
        assert not missing, f"coranto {name}: {missing} not in docs/cli.md"


def test_every_documented_option_exists() -> None:
    known = {option for _, options in commands() for option in options} | {"--help"}
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert set(_OPTION.findall(page)) <= known


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), f"{target} is not there"
        if anchor:
            headings = _HEADING.findall(file.read_text(encoding="utf-8"))
            assert anchor in [slug(heading) for heading in headings], f"{target}: no such heading"


def slug(heading: str) -> str:
    """The anchor that a Markdown heading gets on the usual code hosts."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PROSE, ids=names(PROSE))
def test_no_paths_of_one_machine(page: Path) -> None:
    found = [
        line for line in page.read_text(encoding="utf-8").splitlines() if _MACHINE.search(line)
    ]
    assert not [line for line in found if "/path/to/" not in line]


def test_every_dependency_has_its_reason_and_exact_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([a-z0-9-]+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.M
    )
    for name in map(requirement_name, [*project["dependencies"], *extras["dev"]]):
        assert name in pinned, f"{name} has no exact version in constraints.txt"
    for name in map(requirement_name, [*project["dependencies"], *chain(*extras.values())]):
        row = re.search(rf"^\| [^|]*\b{re.escape(name)}\b[^|]*\|[^|]+\|[^|]+\|", decisions, re.M)
        assert row, f"docs/decisions.md gives no reason for {name}"


def requirement_name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match
    return match[0].lower().replace("_", "-")


def test_every_room_is_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [p.parent.name for p in (ROOT / "src" / "coranto").glob("*/__init__.py")]
    assert len(rooms) > 5
    assert [room for room in rooms if f"**`{room}/`**" not in text] == []


# --- the examples ------------------------------------------------------------------------


def test_examples_are_listed_with_their_shape() -> None:
    listed = re.findall(
        r"^\| `([^`]+)` \| \S", (ROOT / "examples" / "README.md").read_text(encoding="utf-8"), re.M
    )
    files = sorted(path.name for path in REPORTS.iterdir())
    assert listed == files
    assert len(files) >= 14


def example_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(REPORTS.iterdir()):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in text.splitlines()]
        elif path.suffix == ".json":
            rows = json.loads(text)
        else:
            yield path.name, text
            continue
        for row in rows:
            yield (
                path.name,
                "\n".join([row["title"], row.get("text", ""), *row.get("paragraphs", [])]),
            )


def test_weekdays_in_the_examples_are_right() -> None:
    seen = 0
    for name, text in example_texts():
        for match in _DAY.finditer(text):
            month, day = match["month"] or match["month2"], match["day"] or match["day2"]
            year = match["year"] or match["year2"] or "2018"
            try:
                date = datetime.datetime.strptime(f"{day} {month} {year}", "%d %B %Y")
            except ValueError:  # "Friday in 12 ..." is no date
                continue
            assert WEEKDAYS[date.weekday()] == match[1], f"{name}: {match[0]}"
            seen += 1
    assert seen >= 5


def test_examples_use_reserved_addresses_and_are_short() -> None:
    for name, text in example_texts():
        hosts = set(re.findall(r"https?://([^/\s\"'<>]+)", text))
        assert all(host.endswith(".example") for host in hosts), f"{name}: {hosts}"
        assert 120 <= len(text.split()) <= 350, f"{name}: {len(text.split())} words"


# --- documented code runs ----------------------------------------------------------------


def blocks(page: Path, language: str) -> list[str]:
    return [m[2] for m in _FENCE.finditer(page.read_text(encoding="utf-8")) if m[1] == language]


def test_the_readme_snippet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(REPORTS / "05-lantern-panmunjom.html", "page.html")
    Path("my-reports").mkdir()
    for name in ("02-meridian-panmunjom.txt", "03-harbour-panmunjom.txt"):
        shutil.copy(REPORTS / name, "my-reports")
    snippets = blocks(ROOT / "README.md", "python")
    assert len(snippets) == 1
    space: dict[str, object] = {}
    exec(compile(snippets[0], "README.md", "exec"), space)
    assert len(space["reports"]) == 1  # type: ignore[arg-type]
    assert space["annotation"].names  # type: ignore[attr-defined]
    document = json.loads(Path("chronology/chronology.json").read_text(encoding="utf-8"))
    assert document["format"] == "coranto/1"
    assert len(document["reports"]) == 2
    assert document["entries"]
    assert "<html" in Path("chronology/index.html").read_text(encoding="utf-8").lower()

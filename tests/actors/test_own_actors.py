"""A user's own actors: the file, its errors, and their part in resolution."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coranto import annotate, build
from coranto.actors import Directory, directory_with, find_mentions, resolve_actors
from coranto.actors.own import OwnActor, OwnRole, read_actors
from coranto.cli import app
from coranto.errors import DataError
from coranto.language.document import Document
from coranto.types import Actor, DateRange

MakeDocument = Callable[..., Document]

CSV = """name,aliases,kind,country,roles,sex
Ilse Brandner,I. Brandner;Brandnerova,person,AT,Special Envoy 2023-03-01/2024-06-30,f
Tom Aldane,,,NZ,Foreign Minister 2022-11/; Trade Minister 2019/2022-10,m
Contact Group on Arvania,Arvania Contact Group;the Contact Group,organisation,,,
Republic of Arvania,Arvania,country,,,
Palm Court,,government,NZ,,
Aldane Circle,the Circle,group,NZ,,
Aotearoa,,country,NZ,,
"""

JSON = """[{"name": "Ilse Brandner", "aliases": ["I. Brandner", "Brandnerova"], "country": "at",
 "roles": [{"title": "Special Envoy", "from": "2023-03-01", "to": "2024-06-30"}], "sex": "f"}]"""

BRANDNER = OwnActor(
    "Ilse Brandner",
    "person",
    ("I. Brandner", "Brandnerova"),
    "AT",
    (OwnRole("Special Envoy", "envoy", date(2023, 3, 1), date(2024, 6, 30)),),
    "f",
)


def written(tmp_path: Path, text: str, name: str = "mine.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_csv(tmp_path: Path) -> None:
    actors = read_actors(written(tmp_path, CSV))
    assert actors[0] == BRANDNER
    assert actors[1].roles == (
        OwnRole("Foreign Minister", "foreign_minister", date(2022, 11, 1), None),
        OwnRole("Trade Minister", "trade_minister", date(2019, 1, 1), date(2022, 10, 31)),
    )
    assert [a.kind for a in actors] == [
        "person", "person", "organisation", "country", "government", "group", "country",
    ]  # fmt: skip


def test_json_is_the_same(tmp_path: Path) -> None:
    assert read_actors(written(tmp_path, JSON, "mine.json")) == (BRANDNER,)


def test_byte_order_mark_and_empty_lines(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeffname,country\nTom Aldane,NZ\n,\n")
    assert [a.name for a in read_actors(path)] == ["Tom Aldane"]


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("title\nTom\n", "a.csv", r"a\.csv: line 1: no column 'name'"),
        ("name,tel\nTom,1\n", "a.csv", r"line 1: no such column: 'tel'"),
        ("name,kind\nTom,planet\n", "a.csv", r"line 2: no such kind: 'planet'"),
        ("name,country\nTom,ZZ\n", "a.csv", r"line 2: no such country: 'ZZ'"),
        ("name,country\n,NZ\n", "a.csv", r"line 2: no name"),
        ("name,sex\nTom,x\n", "a.csv", r"line 2: sex is 'm' or 'f'"),
        ("name\nTom,1,2\n", "a.csv", r"line 2: more cells"),
        ("name,roles\nTom,Envoy 2023/2022\n", "a.csv", r"ends before it begins"),
        ("name,roles\nTom,Envoy 2023-13/\n", "a.csv", r"line 2: '2023-13' is not a day"),
        ("{", "a.json", r"a\.json: line 1: is not JSON"),
        ('{"name": "Tom"}', "a.json", "is not a list of objects"),
        ('[{"name": 1}]', "a.json", "item 1: name is not a text"),
        ('[{"name": "T", "aliases": "T"}]', "a.json", "aliases are not a list"),
        ('[{"name": "T", "roles": [1]}]', "a.json", "a role is a text or an object"),
        ('[{"name": "T", "roles": [{"from": "2023"}]}]', "a.json", "a role without a title"),
    ],
)
def test_errors_name_the_place(tmp_path: Path, text: str, name: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        read_actors(written(tmp_path, text, name))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.csv: No such file"):
        read_actors(tmp_path / "none.csv")


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return directory_with(written(tmp_path_factory.mktemp("own"), CSV))


def actors_of(doc: Document, directory: Directory, day: date = date(2023, 5, 26)) -> list[Actor]:
    found = find_mentions(doc, directory)
    return list(resolve_actors([("r", found, DateRange(day, day))], directory).actors)


KNOWN = [
    ("Ilse Brandner left.", "Ilse Brandner", "person", "AT"),
    ("I. Brandner left.", "Ilse Brandner", "person", "AT"),
    ("Brandnerova left.", "Ilse Brandner", "person", "AT"),
    ("The New Zealand foreign minister left.", "Tom Aldane", "person", "NZ"),
    ("New Zealand's Foreign Minister Aldane left.", "Tom Aldane", "person", "NZ"),
    ("The Contact Group left.", "Contact Group on Arvania", "organisation", None),
    ("Arvania Contact Group left.", "Contact Group on Arvania", "organisation", None),
    ("Arvania left.", "Republic of Arvania", "country", None),
    ("Palm Court said so.", "Palm Court", "government", "NZ"),
    ("The Circle left.", "Aldane Circle", "group", "NZ"),
    ("Aotearoa said so.", "New Zealand", "country", "NZ"),
]


@pytest.mark.parametrize("case", KNOWN, ids=[k[0] for k in KNOWN])
def test_own_actors_are_known(
    make_document: MakeDocument, directory: Directory, case: tuple[str, str, str, str | None]
) -> None:
    text, *expected = case
    (actor,) = actors_of(make_document(text), directory)
    assert [actor.name, actor.kind, actor.country] == expected


def test_own_roles_count_on_their_days(make_document: MakeDocument, directory: Directory) -> None:
    doc = make_document("The New Zealand trade minister left.")
    (actor,) = actors_of(doc, directory, date(2021, 5, 1))
    assert actor.name == "Tom Aldane"
    (actor,) = actors_of(doc, directory, date(2023, 5, 1))
    assert actor.name == "New Zealand Trade Minister"


def test_own_sex_guides_pronouns(make_document: MakeDocument, directory: Directory) -> None:
    doc = make_document("Brandnerova met Tom Aldane. She left.")
    (she,) = [m for m in find_mentions(doc, directory) if m.text == "She"]
    assert she.key == "person:Ilse Brandner"


def test_own_rows_go_over_the_tables(tmp_path: Path, make_document: MakeDocument) -> None:
    mine = directory_with(written(tmp_path, "name,country,roles\nSergei Lavrov,NZ,Mayor 2020/\n"))
    (actor,) = actors_of(make_document("Sergei Lavrov left."), mine)
    assert (actor.name, actor.country) == ("Sergei Lavrov", "NZ")


def test_the_packaged_directory_is_left_as_it_is(directory: Directory) -> None:
    assert Directory.packaged().names.get("Brandnerova") is None
    assert directory.names.get("Kremlin") is not None
    assert directory_with(None) is Directory.packaged()
    assert directory_with(directory) is directory


def test_annotate_and_show_take_the_file(tmp_path: Path) -> None:
    mine = written(tmp_path, CSV)
    text = "New Zealand's foreign minister met Ilse Brandner in Vienna on Friday.\n"
    found = annotate(text, "2023-05-26", actors=mine)
    assert {"Tom Aldane", "Ilse Brandner"} <= {a.name for a in found.actors}
    report = written(tmp_path, text, "report.txt")
    shown = CliRunner().invoke(app, ["show", str(report), "--actors", str(mine)])
    assert shown.exit_code == 0
    assert "Ilse Brandner" in shown.output


def test_a_bad_file_stops_a_build_before_any_work(tmp_path: Path) -> None:
    report = written(tmp_path, "Lavrov left.\n", "report.txt")
    with pytest.raises(DataError, match="no column 'name'"):
        build([report], actors=written(tmp_path, "title\nTom\n"))

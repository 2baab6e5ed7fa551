"""The script that rebuilds the tables of holders and territories, on rows of our own."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from coranto.actors import tables

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "actor_tables.py"

HOLDERS = [
    ("us-cabinet", "Secretary of State", "Jane Roe", "Q1", "1950-01-01", "1952-05-01"),
    ("us-cabinet", "Secretary of State", "Jane Roe", "Q1", "1952-05-02", "1954-05-01"),
    ("us-cabinet", "Secretary of State", "John Doe", "Q2", "2022-01-01", None),  # by hand: another
    ("us-cabinet", "ambassador to France", "Jim Poe", "Q3", "1950", "1951"),
    ("us-cabinet", "Chief of Obscure Things", "Ann Low", "Q4", "1950", "1951"),
    ("russia-cabinet", "Minister of Justice", "Oleg Varin", "Q5", "1990-01-01", None),
    ("russia-cabinet", "Minister of Justice", "Igor Petrin", "Q6", "1992-03-01", "1993-01-01"),
    ("france-cabinet", "Minister of Justice", "Luc Arnaud", "Q7", "1990-05-01", "1989-01-01"),
]
MINISTERS = [("Kenya", "Dr. Amos Otieno", "Q8", "2023-01")]
TERRITORIES = [
    {"code": "us-zz", "name": "Westmark (USA)", "full_name": "State of Westmark",
     "names_strong": ["Westmarca"], "parent": "us"},
    {"code": "fr", "name": "France", "full_name": "French Republic", "names_strong": []},
    {"code": "cshh", "name": "Old Land", "full_name": "Old Land", "names_strong": [],
     "is_historical": True},
]  # fmt: skip


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("actor_tables", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["actor_tables"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def out(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("out")
    keys = ("repo", "position", "person", "qid", "start", "end")
    rows = [dict(zip(keys, r, strict=True)) for r in HOLDERS]
    ministers = [
        dict(zip(("country", "person", "qid", "as_of"), r, strict=True)) for r in MINISTERS
    ]
    (data / "actors").mkdir()
    for name, content in (
        ("office_holders_2001_2023", rows),
        ("foreign_ministers_2023-01", ministers),
        ("territories", TERRITORIES),
    ):
        text = "".join(json.dumps(r) + "\n" for r in content)
        (data / "actors" / f"{name}.jsonl").write_text(text, encoding="utf-8")
    script.main(["--data", str(data), "--out", str(out)])
    return out


def lines(path: Path) -> list[str]:
    return [x for x in path.read_text("utf-8").splitlines() if not x.startswith("#")]


def test_holders(out: Path) -> None:
    assert lines(out / "holders.tsv") == [
        "Amos Otieno\tKE\tQ8\t\tforeign_minister,<2023-01,>2023-01",
        "Igor Petrin\tRU\tQ6\t\tjustice_minister,1992-03-01,1993-01-01",
        "Oleg Varin\tRU\tQ5\t\tjustice_minister,1990-01-01,1992-03-01",
        "Jane Roe\tUS\tQ1\t\tforeign_minister,1950-01-01,1954-05-01",
        "Jim Poe\tUS\tQ3\t\tambassador:FR,1950,1951",
    ]


def test_territories(out: Path) -> None:
    assert lines(out / "territories.tsv") == ["Westmark\tState of Westmark;Westmarca\tUS\tUS-ZZ"]


@pytest.mark.parametrize("name", ["holders.tsv", "territories.tsv"])
def test_heads_name_source_and_licence(out: Path, name: str) -> None:
    head = (out / name).read_text("utf-8").splitlines()[:2]
    assert "source:" in head[1] and "licence:" in head[1]


@pytest.mark.parametrize(
    ("country", "position", "office"),
    [
        ("US", "Secretary of the Treasury", "finance_minister"),
        ("US", "Deputy Secretary of State", "deputy_foreign"),
        ("GB", "Secretary of State for the Home Department", "interior_minister"),
        ("IN", "Minister of Foreign Affairs", "deputy_foreign"),
        ("IN", "Minister of External Affairs", "foreign_minister"),
        ("FR", "Minister of Foreign Affairs", "foreign_minister"),
        ("RU", "Deputy Minister of Foreign Affairs", "deputy_foreign"),
        ("UA", "Secretary of the National Security and Defense Council", "security_adviser"),
        ("CN", "Premier of the State Council", "head_of_government"),
        ("TR", "Governor of the Central Bank", "central_bank_head"),
        ("RU", "Governor of Belgorod Oblast", "governor"),
        ("CN", "ambassador to the United States of America", "ambassador:US"),
        ("CN", "ambassador to Atlantis", None),
        ("US", "Justice of the Supreme Court", None),
    ],
)
def test_office_class(script: ModuleType, country: str, position: str, office: str | None) -> None:
    assert script.office_class(country, position) == office


def test_the_shipped_table_reads_back() -> None:
    rows = [h for h in tables.holders() if not h.main]
    assert {h.office for h in rows} >= {"foreign_minister", "interior_minister", "ambassador:US"}

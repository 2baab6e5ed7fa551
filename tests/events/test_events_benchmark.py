"""The events benchmark: gold spans from tags, judgements that are well formed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from coranto.events import QUADS
from coranto.types import Event, Mention

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "events.py"


def _load() -> ModuleType:
    """The benchmark, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("events_benchmark", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


BENCHMARK = _load()


def test_gold_spans_follow_the_tags() -> None:
    text = "Iron troops met the old guard ."
    row = {
        "text": text,
        "tokens": text.split(),
        "tags": ["B-S", "I-S", "O", "B-T", "I-T", "I-T", "O"],
    }
    assert {text[a:b] for a, b in BENCHMARK.gold_spans(row, "S")} == {"Iron troops"}
    assert {text[a:b] for a, b in BENCHMARK.gold_spans(row, "T")} == {"the old guard"}


def test_tokens_are_joined_as_print_has_them() -> None:
    words = (
        "Oman \u2019 s envoy ( left ) spent $ 1 , 200 on a long - term lease -- on 2 May , 2023 ."
    )
    text, places = BENCHMARK.printed(words.split())
    assert text == "Oman\u2019s envoy (left) spent $1,200 on a long-term lease -- on 2 May, 2023."
    assert [text[a:b] for a, b in places] == words.split()


def test_parties_on_both_sides_are_scored_as_one_set() -> None:
    tokens = "Lund met Rao and Tan .".split()
    row = {"tokens": tokens, "tags": ["B-R", "O", "B-R", "O", "B-R", "O"]}
    mention = {
        name: Mention(None, name, start, start + len(name))
        for name, start in (("Lund", 0), ("Rao", 9))
    }
    met = Event("e", "r", "CONSULT", "meet", "happened", (mention["Lund"],), (mention["Rao"],), ())
    found = BENCHMARK.sides(row, [met])
    assert found["both sides"] == ({(0, 4), (9, 12), (17, 20)}, {(0, 4), (9, 12)})
    assert found["source"] == (set(), set())


def test_judgements_are_whole_rounds_of_a_hundred() -> None:
    found = BENCHMARK.verdicts()
    rounds = {v.round for v in found}
    assert all(sum(v.round == r for v in found) == 100 for r in rounds)
    assert len({(v.round, v.row, v.offset, v.type) for v in found}) == len(found)
    assert {v.type for v in found} <= set(QUADS)
    assert all(v.right == (v.reason == "-") for v in found)


def test_a_verdict_is_found_again_where_the_text_has_moved() -> None:
    key = BENCHMARK.words_key("Lund met  Rao on\nMonday.", "met")
    assert key == BENCHMARK.words_key("Lund met Rao, on Monday", "met")
    assert key != BENCHMARK.words_key("Lund met Rao on Monday.", "Monday")
    assert key != BENCHMARK.words_key("Lund met Tan on Monday.", "met")
    kept = [v.words for v in BENCHMARK.verdicts() if v.words != "-"]
    assert len(kept) >= 500
    assert all(len(k) == 8 and int(k, 16) >= 0 for k in kept)


def test_scores_count_classes_alike() -> None:
    assert BENCHMARK.macro_f1(["A", "A", "B"], ["A", "A", "B"]) == 100
    assert BENCHMARK.macro_f1(["A", "A", "B"], ["A", "A", "A"]) == 40
    rows = [{"binary": "COOPERATION"}, {"binary": "CONFLICT"}]
    found = BENCHMARK.binary_of(["V-COOP", "M-CONF"], rows)
    assert found == ["COOPERATION", "CONFLICT"]

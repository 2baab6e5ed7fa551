"""What the heads beyond trees and names find by themselves, against their development sets.

python -m training.heads --checkpoint RUN/last.pt --base BASE --data DATA
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

from coranto.language.model import LanguageModel
from training.data import TIME_SETS, held_out, read_rows
from training.export import export

Scores = dict[str, dict[str, float]]
AT_ONCE = 8  # documents handed to the model together


def f1(right: int, found: int, gold: int) -> float:
    """In per cent."""
    return 200 * right / max(1, found + gold)


def attribution_scores(model: LanguageModel, data: Path, limit: int | None = None) -> Scores:
    """Exact spans of PolNeAR's development part; those over several sentences count as missed."""
    rows = list(islice(read_rows(data / "statements" / "polnear_dev.jsonl"), limit))
    counts: Counter[tuple[str, str]] = Counter()
    for at in range(0, len(rows), AT_ONCE):
        some = rows[at : at + AT_ONCE]
        for row, parsed in zip(some, model.parse([r["text"] for r in some]), strict=True):
            for part in ("source", "cue", "content"):
                gold = {span for s in row["statements"] for span in gold_spans(s[part])}
                found = {span for a in parsed.attributions for span in getattr(a, part)}
                counts[part, "gold"] += len(gold)
                counts[part, "found"] += len(found)
                counts[part, "right"] += len(gold & found)
    return {
        "PolNeAR dev, the head alone": {
            part: f1(counts[part, "right"], counts[part, "found"], counts[part, "gold"])
            for part in ("source", "cue", "content")
        }
    }


def gold_spans(given: list[int] | list[list[int]] | None) -> list[tuple[int, ...]]:
    """A part of an annotated attribution as spans: a source is one, the others are lists."""
    if not given:
        return []
    if isinstance(given[0], int):
        return [tuple(given)]  # type: ignore[arg-type]
    return [tuple(span) for span in given]  # type: ignore[arg-type]


def time_scores(model: LanguageModel, data: Path, limit: int | None = None) -> Scores:
    """Exact extents of TIMEX3 in the documents that training leaves out, without values."""
    scores: Scores = {}
    for name in TIME_SETS:
        rows = [r for r in read_rows(data / "times" / f"{name}.jsonl") if held_out(r["id"])][:limit]
        right = found = gold = 0
        for row, parsed in zip(rows, model.parse([r["text"] for r in rows]), strict=True):
            there = {(t["start"], t["end"]) for t in row["timexes"] if t.get("start") is not None}
            mine = {(t.start, t.end) for t in parsed.times}
            right += len(there & mine)
            found += len(mine)
            gold += len(there)
        scores[f"{name}, documents held out"] = {"time extents": f1(right, found, gold)}
    return scores


def main() -> None:
    """Read the command line, export to a folder of its own, and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--averaged", action="store_true", help="take the averaged weights")
    parser.add_argument("--float", action="store_true", help="in floats, not in int8")
    parser.add_argument("--limit", type=int, help="documents of each set")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        quantised = not arguments.float
        export(arguments.checkpoint, arguments.base, to, arguments.averaged, quantised)
        (to / "model_card.md").write_text("# A checkpoint\n", "utf-8")
        model = LanguageModel.load(to)
        print(attribution_scores(model, arguments.data, arguments.limit))
        print(time_scores(model, arguments.data, arguments.limit))


if __name__ == "__main__":
    main()

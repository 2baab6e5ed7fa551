"""Relation coding on annotated sentences: macro-F1 of binary class, quad class and root type.

    python -m benchmarks.events --data DIR [--limit N]

Reads ``events/plv_train.jsonl`` (development sentences with a source, a target and their PLOVER
codes) below DIR; where it is missing the benchmark says so and ends. The rules were not trained
on the set; its types CONCEDE and RETREAT are one (YIELD), and are scored so.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from coranto.relation import code_relation

SET = "events/plv_train.jsonl"
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean of the F1 of each class that the gold labels hold, in percent."""
    hits = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    n_gold, n_found = Counter(gold), Counter(found)
    return 100 * sum(2 * hits[c] / (n_gold[c] + n_found[c]) for c in n_gold) / len(n_gold)


def main() -> int:
    """Score the sentences and print the table. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--limit", type=int, help="only the first N sentences")
    options = parser.parse_args()
    path = options.data / SET
    if not path.exists():
        print(f"skipped: {SET} is not below the data folder")
        return 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][: options.limit]
    began = perf_counter()
    coded = [code_relation(r["text"], r["source"], r["target"]) for r in rows]
    seconds = perf_counter() - began
    roots = [_YIELD.get(root, root) for root, _ in coded]
    quads = [str(quad) for _, quad in coded]
    conflict = ["COOPERATION" if q.endswith("COOP") else "CONFLICT" for q in quads]
    gold = [r["binary"] for r in rows]
    if "COOPERATION" not in gold:
        conflict = [next(b for b in gold if b.startswith(c[:5])) for c in conflict]
    print(f"{len(rows)} sentences, {seconds:.1f} s")
    print(f"binary macro-F1 {macro_f1(gold, conflict):6.1f}")
    print(f"quad   macro-F1 {macro_f1([r['quad'] for r in rows], quads):6.1f}")
    print(f"root   macro-F1 {macro_f1([r['root'] for r in rows], roots):6.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

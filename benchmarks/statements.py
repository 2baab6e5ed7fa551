"""Statements against PolNeAR (speech cues), and the statements of the seed reports.

``python -m benchmarks.statements --data DIR [--split dev] [--seeds] [--misses N] [--limit N]``
where ``DIR`` holds ``statements/polnear_dev.jsonl`` and ``seeds/``. Scores:

source, cue, content
    exact-span F1: a span counts when both its ends are those of a gold span.
found
    a statement counts when its content and a gold content share at least 0.8 of the
    characters of both together, and its source is the gold source (edges of
    punctuation aside); a statement without a source matches only one without.

The 84 documents of ``dev`` take a minute or two on two free cores; what is done
and how long it took goes to standard error.

Gold statements whose cue is not speech (beliefs, intentions) are neither asked
for nor held against the system: a prediction that overlaps one is left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from coranto.actors import find_mentions
from coranto.language.document import Document
from coranto.language.model import LanguageModel
from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import BELIEFS
from coranto.statements.find import attributions, find_statements

Spans = tuple[tuple[int, int], ...]
ENOUGH = 0.8
AT_ONCE = 8  # documents handed to the model together: few enough to show progress


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement, gold or found: character spans of its parts."""

    source: tuple[int, int] | None
    cue: Spans
    content: Spans
    speech: bool = True
    act: str = ""

    def characters(self) -> set[int]:
        return {i for s, e in self.content for i in range(s, e)}


@dataclass(slots=True)
class Score:
    """True positives, found and gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        return 2 * self.right * 100 / max(1, self.found + self.gold)


@dataclass(slots=True)
class Table:
    """Scores by measure, and what was missed."""

    scores: dict[str, Score] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)
    seconds: float = 0.0
    parse_seconds: float = 0.0
    documents: int = 0

    def add(self, name: str, found: Iterable[object], gold: Iterable[object]) -> None:
        a, b = Counter(found), Counter(gold)
        score = self.scores.setdefault(name, Score())
        score.right += sum((a & b).values())
        score.found += sum(a.values())
        score.gold += sum(b.values())


def read_gold(path: Path) -> Iterator[tuple[str, list[Quote]]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], [_gold(s) for s in row["statements"] if s["content"] and s["cue"]]


def _gold(row: dict[str, Any]) -> Quote:
    def spans(key: str) -> Spans:
        return tuple((int(s), int(e)) for s, e in row[key] or ())

    source = row["source"]
    return Quote(
        source=(source[0], source[1]) if source else None,
        cue=spans("cue"),
        content=spans("content"),
        speech=bool(row["speech"]),
    )


def read_found(doc: Document, heads: Sequence[int]) -> list[Quote]:
    """The attributions of the document as spans; ``heads`` are its actor mentions' heads."""
    clauses = Clauses(doc, heads)
    out = []
    for one in attributions(clauses):
        source = None if one.source is None else _source(clauses, one)
        out.append(
            Quote(source, tuple(one.cue), tuple(one.content), one.act not in BELIEFS, one.act)
        )
    return out


def _source(clauses: Clauses, one: Attribution) -> tuple[int, int]:
    """The words for the source; by PolNeAR's habit with the comma that closes an apposition."""
    assert one.source is not None
    start, end = one.span or clauses.source_phrase(one.source, one.token)
    text = clauses.doc.text
    if "," in text[start:end] and text[end : end + 1] == ",":
        end += 1
    return start, end


def compare(table: Table, text: str, found: list[Quote], gold: list[Quote]) -> None:
    asked = [g for g in gold if g.speech]
    other = [g for g in gold if not g.speech]
    kept = [f for f in found if f.speech and not (_on_cue(f, other) and not _on_cue(f, asked))]
    table.add("cue", [s for f in kept for s in f.cue], [s for g in asked for s in g.cue])
    table.add(
        "content", [s for f in kept for s in f.content], [s for g in asked for s in g.content]
    )
    table.add(
        "source",
        {f.source for f in kept if f.source},
        {g.source for g in asked if g.source},
    )
    for name, same in (("found", _same), ("found, any source", _same_content)):
        pairs = _pair(text, kept, asked, same)
        score = table.scores.setdefault(name, Score())
        score.right += len(pairs)
        score.found += len(kept)
        score.gold += len(asked)
        if name == "found":
            taken_f, taken_g = {f for f, _ in pairs}, {g for _, g in pairs}
            table.missed += [_line(text, g) for n, g in enumerate(asked) if n not in taken_g]
            table.spurious += [_line(text, f) for n, f in enumerate(kept) if n not in taken_f]


def _on_cue(one: Quote, others: list[Quote]) -> bool:
    return any(s < e2 and s2 < e for s, e in one.cue for o in others for s2, e2 in o.cue)


def _pair(text: str, found: list[Quote], gold: list[Quote], same: Any) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    for i, f in enumerate(found):
        for j, g in enumerate(gold):
            if j not in taken and same(text, f, g):
                taken.add(j)
                pairs.append((i, j))
                break
    return pairs


def _same_content(text: str, f: Quote, g: Quote) -> bool:
    a, b = f.characters(), g.characters()
    return len(a & b) >= ENOUGH * len(a | b)


def _same(text: str, f: Quote, g: Quote) -> bool:
    return _bare(text, f.source) == _bare(text, g.source) and _same_content(text, f, g)


def _bare(text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    if span is None:
        return None
    start, end = span
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _line(text: str, q: Quote) -> str:
    def words(spans: Spans) -> str:
        return " / ".join(text[s:e] for s, e in spans).replace("\n", "¶")

    source = text[slice(*q.source)] if q.source else "-"
    low = max(0, min(q.cue[0][0], q.content[0][0]) - 60)
    around = text[low : q.cue[-1][1] + 120].replace("\n", "¶")
    return f"[{source}] <{words(q.cue)}> {{{words(q.content)[:150]}}} || {around}"


def run(data: Path, split: str, limit: int | None = None) -> Table:
    """Score the rules on one split; reading time is not counted."""
    rows = list(read_gold(data / "statements" / f"polnear_{split}.jsonl"))[:limit]
    model = LanguageModel.load()
    table = Table()
    for first in range(0, len(rows), AT_ONCE):
        chunk = rows[first : first + AT_ONCE]
        began = perf_counter()
        parsed = model.parse([text for text, _ in chunk])
        table.parse_seconds += perf_counter() - began
        for (text, gold), p in zip(chunk, parsed, strict=True):
            doc = Document(text, p.sentences, p.tokens, p.names)
            heads = [m.head for m in find_mentions(doc)]
            began = perf_counter()
            found = read_found(doc, heads)
            table.seconds += perf_counter() - began
            table.documents += 1
            compare(table, text, found, gold)
        _report_progress(table, len(rows))
    return table


def _report_progress(table: Table, total: int) -> None:
    spent = table.parse_seconds + table.seconds
    left = spent / max(1, table.documents) * (total - table.documents)
    print(
        f"{table.documents}/{total} documents, {spent:.0f} s, about {left:.0f} s to go",
        file=sys.stderr,
        flush=True,
    )


def show_seeds(data: Path) -> None:
    """Print every statement of the seed reports, to be read against their texts."""
    model = LanguageModel.load()
    for path in sorted((data / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        p = model.parse([text])[0]
        doc = Document(text, p.sentences, p.tokens, p.names)
        print(f"\n{path.name}")
        for s in find_statements(doc, find_mentions(doc), (), None, report=path.stem):
            speaker = f"{s.speaker.text} <{s.speaker.actor}>" if s.speaker else "-"
            print(f"  {speaker} | {s.act} | {' / '.join(c.text for c in s.cue)} | {s.form}")
            print("      " + " // ".join(" ".join(c.text.split()) for c in s.content))
            if s.addressee:
                print(f"      to {s.addressee.text} <{s.addressee.actor}>")
            if s.chain:
                print("      through " + " <- ".join(f"{m.text} <{m.actor}>" for m in s.chain))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the folder of development data")
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--seeds", action="store_true", help="also list the seeds' statements")
    parser.add_argument("--misses", type=int, default=0, help="print this many of each kind")
    parser.add_argument("--limit", type=int, help="score only the first documents")
    args = parser.parse_args()
    table = run(args.data, args.split, args.limit)
    print(f"PolNeAR {args.split}, speech cues, {table.documents} documents")
    for name, score in table.scores.items():
        print(f"  {name:18} P {score.precision:5.1f}  R {score.recall:5.1f}  F1 {score.f1:5.1f}")
    print(f"  {1000 * table.seconds / max(1, table.documents):.1f} ms a document after the parse")
    print(f"  {table.parse_seconds:.0f} s for the parse of all")
    step = max(1, len(table.missed) // max(1, args.misses))
    for title, lines in (("missed", table.missed), ("spurious", table.spurious)):
        for line in lines[:: max(1, step)][: args.misses]:
            print(f"  {title}: {line}")
    if args.seeds:
        show_seeds(args.data)


if __name__ == "__main__":
    main()

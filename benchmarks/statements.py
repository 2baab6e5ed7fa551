"""Statements against PolNeAR and Wikinews, and the statements of the seed reports.

``python -m benchmarks.statements --data DIR [--split dev] [--seeds] [--misses N] [--limit N]``
where ``DIR`` holds ``statements/`` and ``seeds/``. Scores on PolNeAR:

all: source, cue, content
    exact-span F1 over all attributions, those of beliefs and intentions too: a span
    counts when both its ends are those of a gold span.
all: found
    a statement counts when its content and a gold content share at least 0.8 of the
    characters of both together, and its source is the gold source (edges of
    punctuation aside); a statement without a source matches only one without.
source, cue, content, found
    the same for cues of speech: gold statements whose cue is not speech are neither
    asked for nor held against the system (a prediction on one is left out).

``--rules`` leaves the model's proposals out; ``--oracle`` proposes the gold words of
each cue's sentence instead, which shows what the merging loses. On Wikinews: the
share of attributions whose whole chain is right. Beside them textacy's direct
quotations, fed with the same parse, if ``CORANTO_TEXTACY`` names a Python with it.

The 84 documents of ``dev`` take a minute or two on two free cores; what is done
and how long it took goes to standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Literal

from benchmarks.statement_chains import chain_is_right, read_chains
from benchmarks.statement_peers import textacy_quotations
from coranto.actors import ActorMention
from coranto.annotation import Reading, read_texts
from coranto.chronology.building import build
from coranto.language.document import Document
from coranto.language.model import LanguageModel
from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import BELIEFS
from coranto.statements.find import attributions, clauses_of, find_statements
from coranto.times import resolve
from coranto.types import Attributed, Mention, Statement

Mode = Literal["model", "rules", "oracle"]
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
    missed_any: list[str] = field(default_factory=list)
    spurious_any: list[str] = field(default_factory=list)
    seconds: float = 0.0
    parse_seconds: float = 0.0
    documents: int = 0
    named: int = 0
    resolved: int = 0
    docs: list[tuple[Document, list[Quote], list[Quote]]] = field(default_factory=list)

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


def read_found(
    doc: Document, mentions: Sequence[ActorMention], proposals: Sequence[Attributed] | None = None
) -> list[Quote]:
    """The attributions of the document as spans."""
    clauses = clauses_of(doc, mentions)
    out = []
    for one in attributions(clauses, proposals):
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
    if not one.proposed and "," in text[start:end] and text[end : end + 1] == ",":
        end += 1
    return start, end


def oracle(doc: Document, gold: Sequence[Quote]) -> list[Attributed]:
    """What a head without fault would propose: the gold words within each cue's sentence."""
    out = []
    for one in gold:
        at = doc.token_at(one.cue[0][0])
        if at is None:
            continue
        sentence = doc.sentences[doc.sentence_of[at]]
        low, high = sentence.start, sentence.end

        def inside(spans: Spans, low: int = low, high: int = high) -> Spans:
            return tuple((max(s, low), min(e, high)) for s, e in spans if s < high and e > low)

        source = (one.source,) if one.source is not None else ()
        out.append(Attributed(inside(one.cue), inside(source), inside(one.content)))
    return out


def compare_all(table: Table, text: str, found: list[Quote], gold: list[Quote]) -> None:
    """Exact spans over all attributions, those of beliefs and intentions too."""
    for name, spans in (
        ("source", lambda q: [q.source] if q.source else []),
        ("cue", lambda q: q.cue),
        ("content", lambda q: q.content),
    ):
        table.add(
            f"all: {name}",
            {s for f in found for s in spans(f)},
            {s for g in gold for s in spans(g)},
        )
    pairs = _pair(text, found, gold, _same)
    score = table.scores.setdefault("all: found", Score())
    score.right += len(pairs)
    score.found += len(found)
    score.gold += len(gold)
    taken_f, taken_g = {f for f, _ in pairs}, {g for _, g in pairs}
    table.missed_any += [_line(text, g) for n, g in enumerate(gold) if n not in taken_g]
    table.spurious_any += [_line(text, f) for n, f in enumerate(found) if n not in taken_f]


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


def run(data: Path, split: str, limit: int | None = None, mode: Mode = "model") -> Table:
    """Score one split of PolNeAR; reading time is not counted."""
    rows = list(read_gold(data / "statements" / f"polnear_{split}.jsonl"))[:limit]
    model = LanguageModel.load()
    table = Table()
    for first in range(0, len(rows), AT_ONCE):
        chunk = rows[first : first + AT_ONCE]
        began = perf_counter()
        readings = read_texts([text for text, _ in chunk], model)
        table.parse_seconds += perf_counter() - began
        for (text, gold), reading in zip(chunk, readings, strict=True):
            proposals = _proposals(reading, gold, mode)
            found = read_found(reading.doc, reading.mentions, proposals)
            _time(table, reading, proposals)
            table.documents += 1
            table.docs.append((reading.doc, found, gold))
            compare_all(table, text, found, gold)
            compare(table, text, found, gold)
        _report_progress(table, len(rows))
    return table


def _proposals(reading: Reading, gold: Sequence[Quote], mode: Mode) -> Sequence[Attributed] | None:
    if mode == "rules":
        return None
    return oracle(reading.doc, gold) if mode == "oracle" else reading.doc.attributions


def _time(table: Table, reading: Reading, proposals: Sequence[Attributed] | None) -> None:
    """Seconds of processor time for the whole stage, from trees to statements."""
    times = resolve(reading.doc, reading.raw_times, None)
    began = process_time()
    made = find_statements(
        reading.doc, reading.mentions, times, None, report="r", proposals=proposals
    )
    table.seconds += process_time() - began
    for s in made:
        if s.speaker is not None and _can_be_known(reading.doc, s.speaker):
            table.named += 1
            table.resolved += s.speaker.actor is not None or bool(s.speaker.members)


def _can_be_known(doc: Document, speaker: Mention) -> bool:
    """Whether the words are headed by a name, or are "he" or "she"."""
    head = doc.head_of(speaker.start, speaker.end)
    pronoun = speaker.text.casefold() in {"he", "she"}
    return pronoun or (head is not None and doc.tokens[head].pos == "PROPN")


def _report_progress(table: Table, total: int) -> None:
    spent = table.parse_seconds + table.seconds
    left = spent / max(1, table.documents) * (total - table.documents)
    print(
        f"{table.documents}/{total} documents, {spent:.0f} s, about {left:.0f} s to go",
        file=sys.stderr,
        flush=True,
    )


# --- Wikinews, textacy, the seeds ----------------------------------------------------------


def chains(data: Path, mode: Mode) -> dict[bool, Score]:
    """Attributions of Wikinews with the whole chain right; ``True`` for cues of speech."""
    model = LanguageModel.load()
    rows = list(read_chains(data / "statements" / "gum_news.jsonl"))
    scores = {True: Score(), False: Score()}
    for (_, gold), r in zip(rows, read_texts([t for t, _ in rows], model), strict=True):
        proposals = None if mode == "rules" else r.doc.attributions
        found = find_statements(r.doc, r.mentions, (), None, report="r", proposals=proposals)
        for told in gold:
            scores[told.speech].gold += 1
            scores[told.speech].right += chain_is_right(told, found)
    return scores


def direct(table: Table) -> dict[str, Score] | str:
    """Direct quotations of PolNeAR by Coranto and by textacy: content, and a word of the speaker.

    Gold are the direct and mixed statements whose content begins with a mark.
    """
    theirs = textacy_quotations([doc for doc, _, _ in table.docs])
    if isinstance(theirs, str):
        return theirs
    scores = {"Coranto": Score(), "textacy": Score()}
    for (doc, found, gold), other in zip(table.docs, theirs, strict=True):
        asked = [g for g in gold if _opens_with_mark(doc.text, g.content)]
        mine = [
            Quote(f.source, f.cue, f.content)
            for f in found
            if _opens_with_mark(doc.text, f.content)
        ]
        peer = [Quote(who[0] if who else None, ((0, 0),), (content,)) for who, content in other]
        for name, quotes in (("Coranto", mine), ("textacy", peer)):
            scores[name].right += len(_pair(doc.text, quotes, asked, _same_speaker))
            scores[name].found += len(quotes)
            scores[name].gold += len(asked)
    return scores


def _opens_with_mark(text: str, content: Spans) -> bool:
    return text[content[0][0]] in "\"“”'‘"


def _same_speaker(text: str, f: Quote, g: Quote) -> bool:
    if f.source is None or g.source is None:
        return f.source is g.source and _same_content(text, f, g)
    meets = f.source[0] < g.source[1] and g.source[0] < f.source[1]
    return meets and _same_content(text, f, g)


def show_seeds(data: Path) -> None:
    """Print every statement of the seed reports, to be read against their texts."""
    made = build([data / "seeds"])
    names = {a.id: a.name for a in made.actors}

    def told(mention: Mention) -> str:
        return f"{mention.text} <{names.get(mention.actor or '', '-')}>"

    for report in sorted(made.reports, key=lambda r: r.source):
        print(f"\n{report.source}")
        for s in sorted((s for s in made.statements if s.report == report.id), key=_place):
            cue = " / ".join(c.text for c in s.cue)
            print(f"  {told(s.speaker) if s.speaker else '-'} | {s.act} ({s.kind}) | {cue}")
            print("      " + " // ".join(" ".join(c.text.split()) for c in s.content))
            if s.addressee:
                print(f"      to {told(s.addressee)}")
            if s.chain:
                print("      through " + " <- ".join(map(told, s.chain)))
            if s.occasion:
                print(f"      {s.occasion.text}")
            if not s.verified:
                print("      unverified words")


def _place(s: Statement) -> tuple[int, int, str]:
    return s.start, s.end, s.id


# --- the command line ----------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the folder of development data")
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--seeds", action="store_true", help="also list the seeds' statements")
    parser.add_argument("--misses", type=int, default=0, help="print this many of each kind")
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--oracle", dest="mode", action="store_const", const="oracle",
                       help="propose gold words to the rules")  # fmt: skip
    modes.add_argument("--rules", dest="mode", action="store_const", const="rules",
                       help="leave the model's proposals out")  # fmt: skip
    parser.add_argument("--limit", type=int, help="score only the first documents")
    args = parser.parse_args()
    mode: Mode = args.mode or "model"
    table = run(args.data, args.split, args.limit, mode)
    _print_scores(table, args.split, mode)
    _print_misses(table, args.misses)
    if mode != "oracle":
        scores = chains(args.data, mode)
        right = sum(s.right for s in scores.values())
        total = sum(s.gold for s in scores.values())
        speech = scores[True]
        print(f"Wikinews, chains right: {right} of {total} ({100 * right / total:.1f} %),")
        print(f"  with a cue of speech: {speech.right} of {speech.gold} ({speech.recall:.1f} %)")
    if args.seeds:
        show_seeds(args.data)


def _print_scores(table: Table, split: str, mode: Mode) -> None:
    print(f"PolNeAR {split}, {table.documents} documents ({mode})")
    for name, score in table.scores.items():
        print(f"  {name:18} P {score.precision:5.1f}  R {score.recall:5.1f}  F1 {score.f1:5.1f}")
    share = 100 * table.resolved / max(1, table.named)
    print(f"  speakers with a name, or he or she, resolved to an actor: {share:.1f} %")
    each = table.seconds / max(1, table.documents)
    words = sum(len(doc.tokens) for doc, _, _ in table.docs) / max(1, table.documents)
    print(f"  {1000 * each:.1f} ms of a core for a document of {words:.0f} words after the parse,")
    print(f"  {2 / each:.0f} documents a second on two cores")
    scores = direct(table)
    if isinstance(scores, str):
        print(f"  textacy skipped: {scores}")
        return
    for name, s in scores.items():
        print(
            f"  direct quotations, {name:8} P {s.precision:5.1f}  R {s.recall:5.1f}  F1 {s.f1:5.1f}"
        )


def _print_misses(table: Table, count: int) -> None:
    for title, lines in (
        ("missed", table.missed),
        ("spurious", table.spurious),
        ("missed of all", table.missed_any),
        ("spurious of all", table.spurious_any),
    ):
        step = max(1, len(lines) // max(1, count))
        for line in lines[::step][:count]:
            print(f"  {title}: {line}")


if __name__ == "__main__":
    main()

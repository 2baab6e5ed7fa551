"""Rewrites: how many are found, and how many own-words reports are taken for one.

Part of ``benchmarks.copies``, which runs it.  Three measures: eight invented wire
reports (``judgements/rewrites.jsonl``) each reworded, translated word by word and
told by another newsroom; reports of the summit garbled by program, put among all
the others; and outlets that told one event in their own words.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

from coranto.copies import copied_share, find_copies
from coranto.copies.limits import COPY
from coranto.copies.rewrites import Floats, Vectors, paired, told_in
from coranto.copies.words import read_words
from coranto.language.sentences import split_sentences
from coranto.types import Report

_INVENTED = Path(__file__).with_name("judgements") / "rewrites.jsonl"
_GARBLED = 60  # reports of the summit that are garbled
_EVERY = 4  # words: so few five words in a row stay


def invented() -> list[Report]:
    """The invented reports, their id ``story/kind``."""
    with _INVENTED.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Report(f"{r['story']}/{r['kind']}", r["kind"], r["text"]) for r in rows]


def measure_rewrites(
    summit: Sequence[Report], triples: Sequence[tuple[str, str]], vectors: Vectors
) -> None:
    """Print every measure; ``triples`` are (event, text), ``vectors`` the model's."""
    vectors = remembered(vectors)
    _pairs(vectors)
    _own_words(triples, vectors)
    _in_pile("invented, in one pile", invented(), _wire_of, vectors)
    garbled = [g for report in _chosen(summit) if (g := _garbled(report)) is not None]
    _in_pile("garbled, among the summit", [*summit, *garbled], _source_of, vectors)
    begin = time.process_time()
    find_copies(summit)
    plain = time.process_time() - begin
    groups = find_copies(summit, vectors=vectors)
    spent = time.process_time() - begin - 2 * plain
    found = sum(edits.kind == "rewrite" for group in groups for edits in group.edits)
    label = f"rewrites among {len(summit)} real reports of the summit"
    print(f"{label:<52} {found} found, {spent:.1f} s CPU above the {plain:.1f} without")


def remembered(vectors: Vectors) -> Vectors:
    """``vectors`` asked once for each sentence, as in a build, which has read them all."""
    known: dict[str, Floats] = {}

    def look_up(sentences: Sequence[str]) -> Floats:
        fresh = list(dict.fromkeys(s for s in sentences if s not in known))
        if fresh:
            known.update(zip(fresh, vectors(fresh), strict=True))
        return np.array([known[sentence] for sentence in sentences], dtype=np.float32)

    return look_up


def _pairs(vectors: Vectors) -> None:
    """The invented pairs of wire and other text, each kind by itself."""
    texts = {report.id: read_words(report.text) for report in invented()}
    told = dict(zip(texts, told_in(list(texts.values()), vectors), strict=True))
    for kind in ("reworded", "translated", "own words"):
        pairs = [(key, key.replace("/wire", f"/{kind}")) for key in texts if key.endswith("/wire")]
        found = [paired(told[one], told[other]) for one, other in pairs]
        words = [copied_share(texts[one].text, texts[other].text) for one, other in pairs]
        taken = sum(rewriting.enough for rewriting in found)
        shares = sorted(rewriting.share for rewriting in found)
        label = f"invented wires, {kind}: taken for rewrites"
        print(
            f"{label:<52} {taken} of {len(pairs)}, shares {shares[0]:.2f} to {shares[-1]:.2f}, "
            f"copies by words {sum(share >= COPY for share in words)}"
        )


def _own_words(triples: Sequence[tuple[str, str]], vectors: Vectors) -> None:
    by_event: dict[str, list[str]] = defaultdict(list)
    for event, text in triples:
        by_event[event].append(text)
    wrong = total = 0
    for texts in by_event.values():
        told = told_in([read_words(text) for text in texts], vectors)
        pairs = list(combinations(told, 2))
        total += len(pairs)
        wrong += sum(paired(*pair).enough for pair in pairs)
    print(f"{'own-words pairs taken for rewrites':<52} {wrong} of {total} ({wrong / total:.2%})")


def _in_pile(
    name: str,
    reports: Sequence[Report],
    source_of: Callable[[Report], str | None],
    vectors: Vectors,
) -> None:
    """Rewrites that came into one group with their source, or into one that is told to rewrite it.

    (Of a text with copies, several garbled versions are copies of one another.)
    """
    groups = find_copies(reports, vectors=vectors)
    home = {member: group.id for group in groups for member in group.reports}
    sources = {r.id: source for r in reports if (source := source_of(r)) is not None}
    linked = {(home[r.base], home[r.report]) for g in groups for r in g.related if r.report in home}
    right = sum(
        home.get(r) == home.get(s, "") or (home.get(r, ""), home.get(s, "")) in linked
        for r, s in sources.items()
    )
    others = [
        edits.report
        for group in groups
        for edits in group.edits
        if edits.kind == "rewrite" and not {edits.report, edits.base} & (sources.keys())
    ]
    print(
        f"{f'rewrites {name}':<52} {right} of {len(sources)} with their source; "
        f"{len(others)} others taken for rewrites"
    )


def _wire_of(report: Report) -> str | None:
    story, kind = report.id.split("/")
    return f"{story}/wire" if kind in ("reworded", "translated") else None


def _source_of(report: Report) -> str | None:
    return report.id.removesuffix("/garbled") if report.id.endswith("/garbled") else None


def _chosen(summit: Sequence[Report]) -> list[Report]:
    long = [report for report in summit if 200 <= report.text.count(" ") <= 1200]
    return long[:: max(1, len(long) // _GARBLED)][:_GARBLED]


def _garbled(report: Report) -> Report | None:
    """The report with every fourth word left out or after the next one; ``None`` if still a copy.

    Such is what remains of the words after translation forth and back by rule.
    """
    sentences = [report.text[start:end].split() for start, end in split_sentences(report.text)]
    for words in sentences:
        for place in range(len(words) - len(words) % _EVERY, 0, -_EVERY):
            if len(words[place - 1]) <= 4:
                del words[place - 1]
            elif place < len(words):
                words[place - 1], words[place] = words[place], words[place - 1]
    text = "\n\n".join(" ".join(words) for words in sentences)
    if copied_share(report.text, text) >= COPY:
        return None
    return replace(report, id=f"{report.id}/garbled", text=text, title=None)

"""Which reports of a pile tell one running story: by the words and names that they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from coranto.actors import country_name
from coranto.chronology.words import content_stems
from coranto.ids import content_id
from coranto.types import Actor, Entry, Report, Story

ALIKE = 0.1
"""Cosine of TF-IDF vectors from which two reports are on one story whoever they are about."""
SOMEWHAT_ALIKE = 0.04
"""Cosine from which two reports are on one story if they also share two of their main actors:
the words that all reports of a story have in common weigh next to nothing in TF-IDF."""
MAIN_ACTORS = 4
FEW = 3
"""Up to so many reports every shared stem counts."""
VOCABULARY = 8192
"""Stems compared at most, those of most reports first: it bounds the memory."""
BLOCK = 512
"""Reports compared with all others at once."""
COMMON_SHARE = 0.5
"""A stem in more than this share of the reports says nothing about the story (if they are many)."""


def find_stories(
    reports: Sequence[Report], entries: Sequence[Entry], actors: Mapping[str, Actor]
) -> tuple[Story, ...]:
    """Group reports into stories: alike in words, or telling the same event.

    A story's title names the countries, else the actors, that most of its entries are about.
    """
    order = sorted(reports, key=lambda r: r.id)
    parent = {r.id: r.id for r in order}

    def root(x: str) -> str:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    main = _main_actors(entries, actors)
    pairs = [
        (a, b)
        for a, b, cosine in _somewhat_alike(order)
        if cosine >= ALIKE or len(main.get(a, set()) & main.get(b, set())) >= 2
    ]
    for a, b in (*pairs, *_shared(entries)):
        parent[max(root(a), root(b))] = min(root(a), root(b))
    members: dict[str, list[str]] = defaultdict(list)
    for r in order:
        members[root(r.id)].append(r.id)
    return tuple(
        Story(content_id("t", ids), _title(ids, entries, actors, order), tuple(ids))
        for _, ids in sorted(members.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    )


def _shared(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    pairs = []
    for e in entries:
        told_in = sorted({v.report for v in e.evidence})
        if e.kind == "event":
            pairs += [(told_in[0], other) for other in told_in[1:]]
    return pairs


def _main_actors(entries: Sequence[Entry], actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """For each report the four actors that most of its entries are about."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for e in entries:
        named = [a for a in e.actors if a in actors and actors[a].kind != "group"]
        for report in {v.report for v in e.evidence}:
            count[report].update(named)
    return {r: set(sorted(c, key=lambda a: (-c[a], a))[:MAIN_ACTORS]) for r, c in count.items()}


def _somewhat_alike(reports: Sequence[Report]) -> list[tuple[str, str, float]]:
    """Pairs of reports with their cosine, by TF-IDF over the stems that several reports share."""
    stems = [content_stems(r.text) for r in reports]
    n = len(reports)
    frequency = Counter(s for found in stems for s in found)
    most = n if n <= FEW else COMMON_SHARE * n
    shared = sorted(
        (s for s, f in frequency.items() if 1 < f <= most), key=lambda s: (-frequency[s], s)
    )
    column = {s: k for k, s in enumerate(shared[:VOCABULARY])}
    weight = {s: math.log((n + 1) / f) for s, f in frequency.items()}
    vectors = np.zeros((n, len(column)), dtype=np.float32)
    for row, found in zip(vectors, stems, strict=True):
        norm = math.sqrt(sum(weight[s] ** 2 for s in found)) or 1.0
        for s in found & column.keys():
            row[column[s]] = weight[s] / norm
    pairs = []
    for first in range(0, n, BLOCK):
        alike = vectors[first : first + BLOCK] @ vectors.T
        for i, j in zip(*np.nonzero(alike >= SOMEWHAT_ALIKE), strict=True):
            if j < first + i:
                cosine = float(alike[i, j])
                pairs.append((reports[int(j)].id, reports[first + int(i)].id, cosine))
    return pairs


def _title(
    ids: Sequence[str],
    entries: Sequence[Entry],
    actors: Mapping[str, Actor],
    reports: Sequence[Report],
) -> str:
    inside = set(ids)
    countries: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for e in entries:
        if any(v.report in inside for v in e.evidence):
            found = [actors[a] for a in e.actors if a in actors]
            countries.update({a.country for a in found if a.country is not None})
            others.update({a.name for a in found if a.kind != "group"})
    names = {a.country: a.name for a in actors.values() if a.kind == "country"}
    top = [names.get(c, country_name(c)) for c in _most(countries)]
    if len(top) < 2:
        top = _most(others)
    if top:
        return f"{', '.join(top[:-1])} and {top[-1]}" if len(top) > 1 else top[0]
    return next((r.title or r.source for r in reports if r.id in inside), "Untitled")


def _most(count: Counter[str]) -> list[str]:
    """The three most frequent, those under a fifth of the first left out."""
    top = sorted(count, key=lambda k: (-count[k], k))[:3]
    return [k for k in top if count[k] * 5 >= count[top[0]]]

"""Which reports of a pile tell one running story: by the words and names that they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from coranto.actors import country_name
from coranto.chronology.words import content_stems
from coranto.ids import content_id
from coranto.types import Actor, Entry, Report, Story

ALIKE = 0.1
"""Cosine of TF-IDF vectors from which two reports are on one story. On the development groups
(reports by story) pairs of one story lie above it and pairs of two below it in most cases."""
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

    for a, b in (*_alike(order), *_shared(entries)):
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


def _alike(reports: Sequence[Report]) -> list[tuple[str, str]]:
    """Pairs above the threshold, by an inverted index over the heavier stems."""
    stems = [Counter(dict.fromkeys(content_stems(r.text), 1)) for r in reports]
    frequency = Counter(s for c in stems for s in c)
    n = len(reports)
    usable = {s for s, f in frequency.items() if 1 < f <= max(2, COMMON_SHARE * n)}
    if n <= 3:
        usable = {s for s, f in frequency.items() if f > 1}
    weights = {s: math.log((n + 1) / frequency[s]) for s in frequency}
    norms = [math.sqrt(sum(weights[s] ** 2 for s in c)) or 1.0 for c in stems]
    postings: dict[str, list[int]] = defaultdict(list)
    for i, c in enumerate(stems):
        for s in sorted(c):
            if s in usable:
                postings[s].append(i)
    pairs = []
    for i, c in enumerate(stems):
        scores: Counter[int] = Counter()
        for s in c:
            if s in usable:
                for j in postings[s]:
                    if j < i:
                        scores[j] += weights[s] ** 2  # type: ignore[assignment]
        pairs += [
            (reports[j].id, reports[i].id)
            for j, dot in scores.items()
            if dot / (norms[i] * norms[j]) >= ALIKE
        ]
    return sorted(pairs)


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

"""Which reports of a pile tell one running story: by the words and names that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from coranto.actors import country_name
from coranto.chronology.entries import acting_for
from coranto.chronology.kinship import Likeness, groups_of, likeness
from coranto.ids import content_id
from coranto.types import Actor, Entry, Report, Story

ALIKE = 0.18
"""Mean likeness from which groups of reports are one story; chosen on news by event and claim."""
SAME_EVENT = 0.05
"""Likeness from which two reports that tell one event are on one story, whatever else they tell."""
SMALL = 60
"""In a pile of fewer reports, words that all have in common weigh next to nothing: there two
reports are on one story that share two of their main actors too, and so much likeness:"""
SOMEWHAT_ALIKE = 0.02
MAIN_ACTORS = 4


def find_stories(
    reports: Sequence[Report],
    entries: Sequence[Entry],
    actors: Mapping[str, Actor],
    *,
    acting: Mapping[str, Actor] | None = None,
) -> tuple[Story, ...]:
    """Group reports into stories: alike in words and names, or telling the same event.

    A story's title names the countries, else the actors, that most of its entries are about;
    an official of an international body stands for no country (``acting``: the actors by id
    with the countries that they act for, where they are known).
    """
    order = sorted(reports, key=lambda r: r.id)
    place = {r.id: n for n, r in enumerate(order)}
    alike = likeness([f"{r.title or ''}\n{r.text}" for r in order])
    parent = list(range(len(order)))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    pairs = [(group[0], other) for group in groups_of(len(order), alike, ALIKE) for other in group]
    told = [(place[a], place[b]) for a, b in _shared(entries)]
    pairs += [p for p in told if alike.get((min(p), max(p)), 0.0) >= SAME_EVENT]
    if len(order) < SMALL:
        pairs += _about_the_same(order, entries, actors, alike)
    for a, b in pairs:
        parent[max(root(a), root(b))] = min(root(a), root(b))
    members: dict[int, list[str]] = defaultdict(list)
    for n, r in enumerate(order):
        members[root(n)].append(r.id)
    if acting is None:
        acting = acting_for(list(actors.values()), order)
    acting = {key: acting[key] for key in actors}
    about: dict[str, dict[str, Entry]] = defaultdict(dict)
    for e in entries:
        for v in e.evidence:
            about[v.report][e.id] = e
    titles = {r.id: r.title or r.source for r in order}
    return tuple(
        Story(content_id("t", ids), _title(ids, about, acting) or titles[ids[0]], tuple(ids))
        for _, ids in sorted(members.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    )


def _about_the_same(
    order: Sequence[Report],
    entries: Sequence[Entry],
    actors: Mapping[str, Actor],
    alike: Likeness,
) -> list[tuple[int, int]]:
    """Pairs of reports that are somewhat alike and share two of their main actors."""
    found = _main_actors(entries, actors)
    main = [found.get(r.id, set()) for r in order]
    return [
        (a, b)
        for (a, b), value in alike.items()
        if value >= SOMEWHAT_ALIKE and len(main[a] & main[b]) >= 2
    ]


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


def _title(
    ids: Sequence[str], about: Mapping[str, Mapping[str, Entry]], actors: Mapping[str, Actor]
) -> str:
    """The countries, else the actors, that most entries of these reports are about, if any."""
    countries: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for e in {n: e for r in ids for n, e in about.get(r, {}).items()}.values():
        found = [actors[a] for a in e.actors if a in actors]
        countries.update({a.country for a in found if a.country is not None})
        others.update({a.name for a in found if a.kind != "group"})
    names = {a.country: a.name for a in actors.values() if a.kind == "country"}
    top = [names.get(c, country_name(c)) for c in _most(countries)]
    if len(top) < 2:
        top = _most(others)
    return f"{', '.join(top[:-1])} and {top[-1]}" if len(top) > 1 else "".join(top)


def _most(count: Counter[str]) -> list[str]:
    """The three most frequent, those under a fifth of the first left out."""
    top = sorted(count, key=lambda k: (-count[k], k))[:3]
    return [k for k in top if count[k] * 5 >= count[top[0]]]

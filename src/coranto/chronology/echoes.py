"""One utterance told twice without a sentence or a speaker's name in common: short quotations, a
deal welcomed, what an official says in the name of the own state, the words of "a spokesman".

"Toll said that Ostland welcomes the accord" tells what Toll said and what Ostland welcomed:
one utterance, and so is her own "we welcome the accord" elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain, combinations
from typing import Final

from coranto.chronology.agreements import BROKERED, DEAL_NOUN
from coranto.chronology.clusters import Cluster
from coranto.chronology.days import length
from coranto.chronology.words import content_stems, overlap
from coranto.types import Actor, Statement

_STATE: Final = ("country", "government")
_SHORT: Final = 3
"""Words that a quotation has at least which is known again by itself, from one day."""
_NEWS: Final = timedelta(days=14)
"""The longest range of days in which one deal is welcomed by one speaker once."""
_ALIKE: Final = 1 / 3
_MANY: Final = 10
"""Words that are not said twice by chance."""
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTED: Final = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")
_WELCOMED: Final = re.compile(
    r"[\"“”'‘]*(?:that )?(?:(?:the |both )?[\w.]+ ?(?:[\w.]+ ){0,3})?"
    r"\b(?:welcom|hail|applaud|prais|commend)(?:e|es|ed|s|ing)?"
    rf" (?P<which>(?:[\w()’'-]+ ){{0,6}}?{DEAL_NOUN}\b)(?P<rest>[^.;:\"“”\n]*)",
    re.IGNORECASE,
)
"""A welcome that opens what was said."""
_ON: Final = re.compile(r"^(?: \w+)?,? (?P<on>(?:on|to|about|over|for)\b.*)", re.IGNORECASE)
_GENERIC: Final = content_stems(
    "deal agreement accord pact treaty the this that reached new historic landmark important"
)
_ALSO: Final = re.compile(r"\b(?:also|another|second|separate(?:ly)?)\b", re.IGNORECASE)


def join_echoes(
    clusters: Sequence[Cluster], actors: Mapping[str, Actor], texts: Mapping[str, str]
) -> list[Cluster]:
    """Join clusters of statements that are one utterance by one of the ways above.

    ``actors`` and ``texts`` (of the reports) are by id. The result does not depend on the
    order of the clusters.
    """
    found = sorted(clusters, key=lambda c: min(s.id for s in c.statements))
    home = list(range(len(found)))

    def root(n: int) -> int:
        while home[n] != n:
            n = home[n]
        return n

    pairs = chain(
        _own_states(found, actors),
        _short_quotations(found),
        _same_words(found, actors),
        _welcomes(found, texts),
    )
    for a, b in pairs:
        home[max(root(a), root(b))] = min(root(a), root(b))
    out: dict[int, Cluster] = {}
    for n, cluster in enumerate(found):
        out.setdefault(root(n), Cluster()).statements.extend(cluster.statements)
    return list(out.values())


# --- what an official says in the name of the own state ---


def _own_states(
    clusters: Sequence[Cluster], actors: Mapping[str, Actor]
) -> Iterator[tuple[int, int]]:
    """A state's act of words, told in the words of one who speaks for it."""
    said: dict[tuple[str, str], list[tuple[int, Statement]]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for s in cluster.statements:
            if s.speaker is not None and s.speaker.actor is not None:
                said[s.report, s.speaker.actor].append((n, s))
    for n, cluster in enumerate(clusters):
        for s in cluster.statements:
            voice = s.chain[0].actor if s.chain else None
            if voice is None or not _is_for(voice, s, actors):
                continue
            outer = [m for m, o in said[s.report, voice] if _is_within(s, o)]
            if outer:
                yield n, outer[0]


def _is_for(voice: str, s: Statement, actors: Mapping[str, Actor]) -> bool:
    """Whether ``voice`` is a person or office of the state that speaks."""
    state = actors.get(s.speaker.actor or "") if s.speaker is not None else None
    official = actors.get(voice)
    if state is None or official is None or state.kind not in _STATE:
        return False
    return state.country is not None and state.country == official.country


def _is_within(s: Statement, outer: Statement) -> bool:
    first, last = outer.content[0].start, outer.content[-1].end
    return s.id != outer.id and first <= s.start and s.end <= last


# --- short quotations ---


def _short_quotations(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """The same few words in quotation marks, by one speaker on one day, in two reports."""
    told: dict[tuple[str, object, tuple[str, ...]], list[tuple[int, str]]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for s in cluster.statements:
            if s.speaker is None or s.speaker.actor is None or s.date.day is None:
                continue
            for quoted in _quotations(s):
                told[s.speaker.actor, s.date.day, quoted].append((n, s.report))
    for places in told.values():
        for (a, one), (b, other) in combinations(places, 2):
            if a != b and one != other:
                yield a, b


def _quotations(s: Statement) -> Iterator[tuple[str, ...]]:
    for content in s.content:
        for quoted in _QUOTED.findall(content.text):
            words = tuple(_WORD.findall(quoted.casefold().replace("’", "'")))
            if len(words) >= _SHORT:
                yield words


# --- the same words from a speaker who is named in one way here, in another there ---


def _same_words(
    clusters: Sequence[Cluster], actors: Mapping[str, Actor]
) -> Iterator[tuple[int, int]]:
    """The same many words in two reports, by "a ministry spokesman" here and by name there: not
    by two persons."""
    told: dict[tuple[str, ...], dict[int, list[Statement]]] = defaultdict(dict)
    for n, cluster in enumerate(clusters):
        for s in cluster.statements:
            for content in s.content:
                words = tuple(_WORD.findall(content.text.casefold().replace("’", "'")))
                if len(words) >= _MANY:
                    told[words].setdefault(n, []).append(s)
    for places in told.values():
        for a, b in combinations(places, 2):
            if any(_may_be_one(s, t, actors) for s in places[a] for t in places[b]):
                yield a, b


def _may_be_one(s: Statement, t: Statement, actors: Mapping[str, Actor]) -> bool:
    """Whether two reports tell the words of one time, and of speakers who may be one: one at
    least is no known person, and of no other state."""
    if s.report == t.report or not s.date.overlaps(t.date):
        return False
    known = [actors.get(x.speaker.actor or "") if x.speaker is not None else None for x in (s, t)]
    persons = [a for a in known if a is not None and a.kind == "person"]
    states = {a.country for a in known if a is not None and a.country is not None}
    return len(persons) < 2 and len(states) < 2


# --- a deal welcomed ---


def _welcomes(clusters: Sequence[Cluster], texts: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Two welcomes of a deal by one speaker in the days of its news, on no two matters."""
    told: dict[str, list[tuple[int, Statement, frozenset[str]]]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for s in cluster.statements:
            actor = s.speaker.actor if s.speaker is not None else None
            matter = _welcomed(s, texts[s.report])
            if actor is not None and matter is not None:
                told[actor].append((n, s, matter))
    for places in told.values():
        for (a, s, x), (b, t, y) in combinations(places, 2):
            on_one = not x or not y or overlap(x, y) >= _ALIKE
            if a != b and on_one and _of_one_time(s, t):
                yield a, b


def _welcomed(s: Statement, text: str) -> frozenset[str] | None:
    """Stems of what the deal that is welcomed is on; ``None`` where none is."""
    start = s.content[0].start if s.act != "praise" else min(s.start, s.content[0].start)
    found = _WELCOMED.match(text, start, s.end)
    if found is None or _ALSO.search(text, max(0, start - 20), found.end("which")):
        return None
    on = _ON.match(found["rest"])
    words = f"{found['which']} {on['on'] if on is not None else ''}"
    return content_stems(BROKERED.sub(" ", words)) - _GENERIC


def _of_one_time(a: Statement, b: Statement) -> bool:
    if not a.date.overlaps(b.date):
        return False
    return a.report == b.report or max(length(a.date), length(b.date)) <= _NEWS

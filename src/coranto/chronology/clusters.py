"""Events and statements of many reports, gathered into those that tell one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, permutations

from coranto.chronology.agreements import is_of_its_days, is_vague
from coranto.chronology.days import is_loose, length
from coranto.chronology.likeness import (
    SPOKEN_ACTS,
    Likeness,
    are_one,
    are_one_call,
    are_two_of_one_sentence,
    is_meeting_of_the_two,
    is_signing_of,
    may_be_of_one_agreement,
)
from coranto.chronology.words import content_stems
from coranto.statements import same_utterance
from coranto.types import Actor, Event, Statement

RARE_STEMS = 8
"""How many of a statement's rarest stems are looked up for statements that may be the same."""
ITS_SUBJECT = 30
"""Characters of a clause up to which its verb begins ("that he has also ")."""
A_MARK = 3
"""Characters by which two contents that end together may differ: marks."""
COMMON = 400
"""A stem in more statements than this says nothing about which utterance it is."""


@dataclass(slots=True)
class Cluster:
    """Members of one entry to be."""

    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def cluster_events(events: Sequence[Event], actors: Mapping[str, Actor]) -> list[Cluster]:
    """Gather the events that are one act; the best known are gathered first.

    Every member is like the one that founded the cluster, its best dated, so that
    vague members cannot chain two acts together. The result does not depend on
    the order of ``events``.
    """
    clusters: list[list[Likeness]] = []
    by_party: dict[tuple[str, str], list[int]] = defaultdict(list)
    for like in sorted((Likeness.of(e, actors) for e in events), key=_precision):
        near = sorted({n for key in like.meeting_points() for n in by_party[key]})
        home = _nearest([clusters[n] for n in near], like)
        if home is not None:
            home.append(like)
            continue
        for key in like.meeting_points():
            by_party[key].append(len(clusters))
        clusters.append([like])
    joined = _with_neighbours(_with_the_two(_with_signings(clusters)))
    return [Cluster(events=[m.event for m in c]) for c in joined]


def _nearest(clusters: Sequence[list[Likeness]], like: Likeness) -> list[Likeness] | None:
    """The cluster of the act that ``like`` tells; of two deals that are as near, neither."""
    vague = is_vague(like)
    ranked = sorted(
        ((_is_of_others(c, like), _distance(c[0], like)), n)
        for n, c in enumerate(clusters)
        if (_tells_deal(c, like) if vague else _tells_act(c, like)) and _fits_all(c, like)
    )
    if not ranked:
        return None
    rivals = [c for c in ranked if vague and c[0][1][:2] == ranked[0][0][1][:2]]
    if len(rivals) > 1 and any(not is_vague(clusters[n][0]) for _, n in rivals):
        rivals = [c for c in rivals if is_vague(clusters[c[1]][0])]
        return clusters[rivals[0][1]] if rivals else None
    return clusters[ranked[0][1]]


def _tells_act(cluster: Sequence[Likeness], like: Likeness) -> bool:
    """Whether the best dated telling is of the act; for a loose plan, which is known by its place,
    any telling."""
    told = cluster if is_loose(like.event) else cluster[:1]
    return any(are_one(member, like) for member in told)


def _tells_deal(cluster: Sequence[Likeness], like: Likeness) -> bool:
    """Whether some telling of an agreement is of "the deal" that is told without its matter; of
    "a deal", where the best dated one is of those days."""
    return is_of_its_days(like, cluster[0]) and any(are_one(member, like) for member in cluster)


def _with_signings(clusters: Sequence[list[Likeness]]) -> list[list[Likeness]]:
    """The clusters, those of a document signed or issued joined to the agreement that it is on."""
    deals = [c for c in clusters if c[0].family == "AGREE"]
    out: list[list[Likeness]] = []
    for cluster in clusters:
        home = next((c for c in deals if _is_signed_in(c, cluster)), None)
        if cluster[0].family != "AGREE sign" or home is None:
            out.append(cluster)
        else:
            home.extend(cluster)
    return out


def _is_signed_in(deal: Sequence[Likeness], signing: Sequence[Likeness]) -> bool:
    """Whether some telling of a signing is of some telling of the agreement, on no other day."""
    firm = (m.event for m in (deal[0], signing[0]) if m.event.date_basis != "publication")
    days = {e.date.day for e in firm} - {None}
    return len(days) < 2 and any(is_signing_of(s, d) for s in signing for d in deal)


def _with_neighbours(clusters: Sequence[list[Likeness]]) -> list[list[Likeness]]:
    """The clusters, a call joined to the one call that others tell a day before or behind it.

    Whoever tells both takes them for two, and of three days in a row none is known to be one's.
    """
    near: dict[int, list[int]] = defaultdict(list)
    calls = [n for n, c in enumerate(clusters) if c[0].family == "CONSULT call"]
    for a, b in combinations(calls, 2):
        if are_one_call(clusters[a][0], clusters[b][0]):
            near[a].append(b)
            near[b].append(a)
    out = list(clusters)
    for a, (b, *others) in sorted(near.items()):
        alone = a < b and not others and len(near[b]) == 1
        reports = [{m.event.report for m in clusters[n]} for n in (a, b)]
        if alone and not reports[0] & reports[1]:
            out[a] = [*clusters[a], *clusters[b]]
            out[b] = []
    return [cluster for cluster in out if cluster]


def _with_the_two(clusters: Sequence[list[Likeness]]) -> list[list[Likeness]]:
    """The clusters, "the two sides met" joined to the one meeting of persons that it takes up."""
    meetings: dict[str, list[list[Likeness]]] = defaultdict(list)
    for cluster in clusters:
        if cluster[0].family == "CONSULT encounter" and cluster[0].persons:
            for report in {m.event.report for m in cluster}:
                meetings[report].append(cluster)
    moves = [
        (like, cluster, home)
        for cluster in clusters
        for like in cluster
        if like.family == "CONSULT encounter" and not like.persons
        if (home := _home_of_the_two(like, meetings[like.event.report])) is not None
    ]
    for like, cluster, home in moves:
        cluster.remove(like)
        home.append(like)
    return [cluster for cluster in clusters if cluster]


def _home_of_the_two(like: Likeness, meetings: Sequence[list[Likeness]]) -> list[Likeness] | None:
    """The only meeting of persons that "the two sides met" may take up."""
    homes = [c for c in meetings if any(is_meeting_of_the_two(like, p) for p in c)]
    return homes[0] if len(homes) == 1 else None


def _precision(like: Likeness) -> tuple[bool, timedelta, int, int, str]:
    event = like.event
    own_words = 0 if event.date_basis == "time expression" else 1
    return (is_vague(like), length(event.date), own_words, -len(like.persons), event.id)


def _fits_all(cluster: Sequence[Likeness], like: Likeness) -> bool:
    """No member on another explicit day than one that its own report also tells; no two of an
    agreement that contradict one another; no plan with an act that its sentence tells too."""
    if like.family == "AGREE" and not all(may_be_of_one_agreement(m, like) for m in cluster):
        return False
    if any(are_two_of_one_sentence(m, like) for m in cluster):
        return False
    days = {_told_day(m) for m in cluster if m.event.report == like.event.report}
    days.discard(None)
    own = _told_day(like)
    return own is None or not days or own in days


def _told_day(like: Likeness) -> date | None:
    """The day of an act; of an agreement, none that was guessed from the sentences before."""
    guessed = like.family == "AGREE" and like.event.date_basis == "narrative"
    return None if guessed else like.event.date.day


def _is_of_others(cluster: Sequence[Likeness], like: Likeness) -> bool:
    """Whether there is a likelier act: a visit of one is not that of two who came, nor is a deal
    that was brokered one that is to be; what ministers agree on is theirs before their states'."""
    if like.family == "CONSULT visit":
        return not any(m.sources == like.sources for m in cluster)
    if like.family == "AGREE" and not is_vague(like):
        parties = like.sources | like.targets
        return not any(m.sources | m.targets == parties for m in cluster)
    return like.family == "CONSULT mediate" and cluster[0].event.status != like.event.status


def _distance(a: Likeness, b: Likeness) -> tuple[int, timedelta, str]:
    same_report = 0 if a.event.report == b.event.report else 1
    ends = (a.event.date.latest, b.event.date.latest)
    apart = abs((ends[0] or date.max) - (ends[1] or date.max))
    return (same_report, apart, a.event.id)


# --- statements ---


def cluster_statements(statements: Sequence[Statement], texts: Mapping[str, str]) -> list[Cluster]:
    """Gather the statements of one speaker that are one utterance, over reports.

    ``texts`` maps a report's id to its text. Candidates share rare content
    words; ``same_utterance`` decides.
    """
    ordered = sorted(statements, key=lambda s: (-sum(c.end - c.start for c in s.content), s.id))
    stems = {s.id: _stems(s, texts[s.report]) for s in ordered}
    words = {s.id: _words(s) for s in ordered}
    frequency = Counter(stem for found in stems.values() for stem in found)
    founders: dict[str, Statement] = {}
    groups: dict[str, list[Statement]] = {}
    index: dict[tuple[str, str], list[str]] = defaultdict(list)
    for s in ordered:
        speaker = _speaker_key(s)
        rare = sorted(stems[s.id], key=lambda w: (frequency[w], w))[:RARE_STEMS]
        postings = [index[(speaker, w)] for w in rare if frequency[w] <= COMMON]
        home = _home(s, postings, founders, words, texts)
        if home is None:
            home = s.id
            founders[s.id] = s
            groups[s.id] = []
            for w in stems[s.id]:
                index[(speaker, w)].append(s.id)
        groups[home].append(s)
    return [Cluster(statements=g) for g in groups.values()]


def _stems(s: Statement, text: str) -> frozenset[str]:
    """The content words of a statement; of one that has none ("welcomed it"), its sentence."""
    stems = content_stems(" ".join(c.text for c in s.content))
    if stems:
        return stems
    start = max(text.rfind("\n", 0, s.start), text.rfind(". ", 0, s.start)) + 1
    return frozenset((" ".join(re.findall(r"[^\W_]+", text[start : s.end].casefold())),))


def _speaker_key(s: Statement) -> str:
    if s.speaker is None:
        return ""
    return s.speaker.actor or s.speaker.text.casefold()


def _home(
    s: Statement,
    postings: Iterable[Sequence[str]],
    founders: Mapping[str, Statement],
    words: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
) -> str | None:
    shared = Counter(f for p in postings for f in p)
    candidates = [f for f, n in shared.items() if n >= min(2, len(shared))]
    for f in sorted(candidates, key=lambda f: (-shared[f], f)):
        founder = founders[f]
        if words[s.id] == words[f] and s.date.overlaps(founder.date):
            return f
        if same_utterance(s, founder, texts[s.report], texts[founder.report], same_speaker=True):
            return f
    return None


def _words(s: Statement) -> list[str]:
    """The content's words alone: a quotation's full stop stands inside its marks or outside."""
    return [w for c in s.content for w in re.findall(r"[^\W_]+", c.text.casefold())]


def join_spoken_acts(events: Sequence[Cluster], statements: Sequence[Cluster]) -> list[Cluster]:
    """Put a statement whose cue *is* a coded act ("accused", "urged") into that act's cluster."""
    said = {s.id: s for cluster in statements for s in cluster.statements}
    home: dict[str, Cluster] = {}
    for cluster in events:
        for e in cluster.events:
            for teller in e.told_by if e.type in SPOKEN_ACTS else ():
                # A welcome tells of the deal too: its own act is the one that its cue is.
                if teller in said and _is_cue_of(said[teller], e):
                    home.setdefault(teller, cluster)
    for outer, inner in _own_acts([s for c in statements for s in c.statements]):
        if inner in home:
            home.setdefault(outer, home[inner])
    out = list(events)
    for cluster in statements:
        apart = []
        for s in cluster.statements:
            if s.id in home:
                home[s.id].statements.append(s)
            else:
                apart.append(s)
        if apart:
            out.append(Cluster(statements=apart))
    return out


def _own_acts(statements: Sequence[Statement]) -> list[tuple[str, str]]:
    """Ids of statements that tell but what their speaker did in words, each with that act's own
    statement ("said he had warned Tan", "warned Tan")."""
    said: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        if s.speaker is not None and s.speaker.actor is not None and s.cue and s.content:
            said[s.report, s.speaker.actor].append(s)
    return [
        (outer.id, inner.id)
        for told in said.values()
        for outer, inner in permutations(told, 2)
        if 0 <= inner.cue[0].start - outer.content[0].start <= ITS_SUBJECT
        and abs(inner.content[-1].end - outer.content[-1].end) <= A_MARK
    ]


def _is_cue_of(s: Statement, e: Event) -> bool:
    return e.report == s.report and any(e.predicate_in(c) for c in s.cue)

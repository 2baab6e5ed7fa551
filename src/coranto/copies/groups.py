"""Copy groups: which reports derive from one text, and which of them stands for it.

A group is a star, not a chain: each member is measured against the base itself.
What derives is decided on the reporters' own words; see
:mod:`coranto.copies.quotes` and :mod:`coranto.copies.others`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coranto.copies.agencies import agency_named, credit_name
from coranto.copies.fingerprints import SIZE, Grams, Pairs, grams, shared_counts, single
from coranto.copies.index import FingerprintIndex
from coranto.copies.limits import COPY, SHARED
from coranto.copies.scan import Indices, Mask
from coranto.copies.versions import sequence
from coranto.copies.words import Words, read_own
from coranto.types import Report

_PART = 24  # own grams of a story in a roundup: a sentence or two, more than a teaser's line
_UNRELATED = 0.1  # two sources of a roundup tell different stories
_CONTAINED = 0.5  # so much of a story stands in a roundup that it is there as a story
_WHOLE = 0.7  # a report with so much of one text is a version of that text, and no roundup
_BACKED = 0.6  # of a base's words that others carry too, in groups of three and more


@dataclass(frozen=True, slots=True)
class Shares:
    """Own grams of reports: ``own[i]`` how many ``i`` has, ``shared[i][j]`` how many both have."""

    own: list[int]
    shared: list[dict[int, int]]

    def of(self, report: int, other: int) -> float:
        """The share of ``report``'s own grams that stand in ``other``."""
        found = self.shared[report].get(other, 0)
        return found / self.own[report] if found else 0.0

    def containment(self, one: int, other: int) -> float:
        """The share of the shorter report's own grams that stand in the other."""
        return max(self.of(one, other), self.of(other, one))


def measure(texts: Sequence[str]) -> tuple[Pairs, Shares]:
    """Candidate pairs of ``texts``, and what of their reporters' own words they share.

    Only texts that share enough with another one are read closely.
    """
    matches = FingerprintIndex().add(map(str, range(len(texts))), texts)
    pairs = matches.pairs[matches.shared >= SHARED]
    close = np.unique(pairs)
    wording = own_words([texts[number] for number in close.tolist()])
    counts = shared_counts(np.searchsorted(close, pairs), wording)
    own = [0] * len(texts)
    for number, hashes in zip(close.tolist(), wording, strict=True):
        own[number] = len(hashes)
    shared: list[dict[int, int]] = [{} for _ in texts]
    for (one, other), count in zip(pairs.tolist(), counts.tolist(), strict=True):
        if count:
            shared[one][other] = shared[other][one] = count
    return pairs, Shares(own, shared)


def own_words(texts: Iterable[str]) -> list[Grams]:
    """For each text the word 5-grams that are its reporter's own, sorted, each once.

    Left out are words in quotation marks, captions and the like, and words that
    most of the reports with them have in quotation marks: a speech or statement
    given without marks is still no reporter's text.
    """
    read = [_Wording.of(text) for text in texts]
    spoken = _mostly_quoted(read)
    return [wording.own_grams(spoken) for wording in read]


@dataclass(frozen=True, slots=True)
class _Wording:
    """What is kept of a text while all are compared: 5 bytes a word."""

    keys: Grams
    own: Mask
    spoken: Grams

    @classmethod
    def of(cls, text: str) -> _Wording:
        words, quoted, others = read_own(text)
        keys = (words >> np.uint64(32)).astype(np.uint32)
        return cls(keys, ~(quoted | others), single(grams(keys)[_all_quoted(quoted)]))

    def own_grams(self, spoken: Grams) -> Grams:
        own = self.own.copy()
        hits = np.flatnonzero(_among(grams(self.keys), spoken))
        for step in range(SIZE):
            own[hits + step] = False
        return single(grams(self.keys[own]))


def _all_quoted(quoted: Mask) -> Mask:
    """For each gram, whether all of its words stand in quotation marks."""
    if len(quoted) < SIZE:
        return np.empty(0, dtype=np.bool_)
    windows = np.lib.stride_tricks.sliding_window_view(quoted, SIZE)
    return np.asarray(windows.all(axis=1), dtype=np.bool_)


def _mostly_quoted(texts: list[_Wording]) -> Grams:
    """Grams that stand in quotation marks in more than half of the reports that have them."""
    quoted = [text.spoken for text in texts]
    if not any(len(q) for q in quoted):
        return np.empty(0, dtype=np.uint32)
    values, times = np.unique(np.concatenate(quoted), return_counts=True)
    present = np.zeros(len(values), dtype=np.int64)
    for text in texts:
        present[_positions(values, single(grams(text.keys)))] += 1
    return values[2 * times > present]


def _positions(values: Grams, found: Grams) -> Indices:
    places = np.searchsorted(values, found)
    places = np.minimum(places, len(values) - 1)
    hits: Indices = places[values[places] == found]
    return hits


def _among(hashes: Grams, values: Grams) -> Mask:
    if not len(values) or not len(hashes):
        return np.zeros(len(hashes), dtype=np.bool_)
    places = np.minimum(np.searchsorted(values, hashes), len(values) - 1)
    found: Mask = values[places] == hashes
    return found


# --- roundups -------------------------------------------------------------------------------


def roundups(shares: Shares) -> set[int]:
    """Reports put together from two or more stories that have nothing to do with one another.

    Cut copies of one text share its beginning; stories in a roundup share nothing.
    A version of a text that is no roundup is none either (its page may show
    other stories).
    """
    mixed = {report for report in range(len(shares.own)) if _is_mixed(report, shares)}
    return {
        report
        for report in mixed
        if not any(
            other not in mixed and shares.of(report, other) >= _WHOLE
            for other in shares.shared[report]
        )
    }


def _is_mixed(report: int, shares: Shares) -> bool:
    """Whether the report's parts fall into stories that nothing links but the report itself.

    Takes of one running story may share nothing at its two ends and yet hang
    together through those between.
    """
    parts = {other for other in shares.shared[report] if _is_part(other, report, shares)}
    if len(parts) < 2:
        return False
    reached, border = set(), [min(parts)]
    while border:
        one = border.pop()
        reached.add(one)
        border.extend(
            other
            for other in (parts & shares.shared[one].keys()) - reached
            if shares.containment(one, other) >= _UNRELATED
        )
    return len(reached) < len(parts)


def stands_in(story: int, roundup: int, shares: Shares) -> bool:
    """Whether ``story`` is told in ``roundup`` in its own words."""
    return roundup in shares.shared[story] and _is_part(story, roundup, shares)


def _is_part(story: int, report: int, shares: Shares) -> bool:
    """Whether a good part of ``story`` is a part of ``report``, or a part of it a good part."""
    share = shares.of(report, story)
    if shares.shared[report][story] < _PART or share >= _WHOLE:
        return False
    shorter = shares.own[story] < shares.own[report]
    return share >= COPY or (shorter and shares.of(story, report) >= _CONTAINED)


# --- groups ---------------------------------------------------------------------------------


def group_reports(
    reports: Sequence[Report], shares: Shares, threshold: float, outside: set[int]
) -> list[tuple[int, list[int]]]:
    """Groups as ``(base, members)``, indices of ``reports``; the base is among its members.

    Reports ``outside`` (roundups) are in no group.  ``reports`` are in the order of
    their ids, so that ties fall alike each time.
    """
    derived = _derived(shares, threshold, outside)
    hubs = _hubs(derived, shares)
    groups = _assign(hubs, derived, shares)
    return [
        (choose_base(members, reports, shares, derived), sorted(members))
        for members in groups
        if len(members) > 1
    ]


def _derived(shares: Shares, threshold: float, outside: set[int]) -> list[set[int]]:
    """For each report, those that derive from it."""
    derived: list[set[int]] = [set() for _ in shares.own]
    for report, others in enumerate(shares.shared):
        if report in outside:
            continue
        for other, count in others.items():
            if other not in outside and count >= SHARED and shares.of(report, other) >= threshold:
                derived[other].add(report)
    return derived


def _hubs(derived: list[set[int]], shares: Shares) -> list[int]:
    """Texts that others derive from, each the fullest of what was left when it was taken."""
    free = {report for report, members in enumerate(derived) if members}
    hubs: list[int] = []
    left = set(range(len(derived)))
    while free:
        hub = max(free, key=lambda r: (_weight(r, derived[r] & left, shares), -r))
        if not derived[hub] & left:
            break
        hubs.append(hub)
        left -= derived[hub] | {hub}
        free &= left
    return hubs


def _weight(report: int, members: set[int], shares: Shares) -> tuple[float, int]:
    """How much of the members' texts the report holds, and how long it is."""
    return sum(shares.shared[report][member] for member in members), shares.own[report]


def _assign(hubs: list[int], derived: list[set[int]], shares: Shares) -> list[set[int]]:
    """Each report to the hub that holds most of it."""
    groups = {hub: {hub} for hub in hubs}
    members = sorted(set().union(*(derived[hub] for hub in hubs)) - set(hubs)) if hubs else []
    for report in members:
        holding = [hub for hub in hubs if report in derived[hub]]
        groups[max(holding, key=lambda hub: shares.of(report, hub))].add(report)
    for hub in hubs:
        if len(groups[hub]) == 1:
            others = [o for o in hubs if hub in derived[o] and len(groups[o]) > 1]
            if others:
                groups[max(others, key=lambda o: shares.of(hub, o))].add(hub)
    return list(groups.values())


def choose_base(
    members: set[int], reports: Sequence[Report], shares: Shares, derived: list[set[int]]
) -> int:
    """The text from which all members derive: the agency's own, else the fullest early one."""
    able = [m for m in sorted(members) if members - {m} <= derived[m]]
    agencies = [m for m in able if agency_named(reports[m].outlet)]
    early = _early(agencies or able, reports)
    backed = [m for m in early if len(members) == 2 or _backed(m, members, shares) >= _BACKED]

    def fullness(member: int) -> tuple[float, int, int, int]:
        held = sum(shares.of(other, member) for other in members if other != member)
        return round(held, 6), shares.own[member], len(reports[member].text), -member

    return max(backed or early, key=fullness)


def _early(members: list[int], reports: Sequence[Report]) -> list[int]:
    """Those not known to have come out after another one."""
    days = [reports[m].published.latest for m in members]
    known = [day for day in days if day is not None]
    if not known:
        return members
    first = min(known)
    return [
        m
        for m in members
        if (earliest := reports[m].published.earliest) is None or earliest <= first
    ]


def _backed(member: int, members: set[int], shares: Shares) -> float:
    """The largest share of the report's own words that one other member carries too."""
    return max(shares.of(member, other) for other in members if other != member)


def credit_of(base: int, members: Sequence[int], reports: Sequence[Report]) -> str | None:
    """The agency that most members credit or are; the base's own choice among equals."""
    counts: Counter[str] = Counter()
    for member in members:
        counts.update(_credits(reports[member]))
    if not counts:
        return None
    preferred = _credits(reports[base])
    return min(counts, key=lambda name: (-counts[name], name not in preferred, name))


def _credits(report: Report) -> set[str]:
    """Agencies that a report credits, itself if it is one; other credits only without any."""
    named = {credit_name(credit) for credit in report.credits if credit.strip()}
    own = agency_named(report.outlet)
    if own:
        named.add(own)
    agencies = {name for name in named if agency_named(name)}
    return agencies or named


def order_of(
    base: int,
    members: Sequence[int],
    reports: Sequence[Report],
    shares: Shares,
    texts: Mapping[int, Words],
) -> list[int]:
    """Takes from first to last: by day of publication, then by what the texts tell.

    A report without a date stands beside the base.  Takes of one outlet on one
    day follow one another as their texts do (:mod:`coranto.copies.versions`), and
    so do reports of no known outlet.  Between outlets the base comes first, then
    an agency's own text, then what holds more of the base: a newspaper cuts.
    """
    origin = _day(reports[base])
    known = [day for m in members if (day := _day(reports[m])) is not None]
    fallback = origin if origin is not None else min(known, default=0)

    def day_of(member: int) -> int:
        day = _day(reports[member])
        return fallback if day is None else day

    def place(member: int) -> tuple[int, bool, bool, int, str]:
        return (
            day_of(member),
            member != base,
            agency_named(reports[member].outlet) is None,
            -shares.shared[base].get(member, 0),
            reports[member].id,
        )

    order = sorted(members, key=place)
    hands: dict[tuple[int, str | None], list[int]] = {}
    for at, member in enumerate(order):
        hands.setdefault((day_of(member), reports[member].outlet), []).append(at)
    for places in hands.values():
        takes = sorted((order[at] for at in places), key=lambda m: reports[m].id)
        follow = sequence([single(grams(texts[take].keys)) for take in takes])
        for at, number in zip(places, follow, strict=True):
            order[at] = takes[number]
    return order


def _day(report: Report) -> int | None:
    day = report.published.earliest or report.published.latest
    return None if day is None else day.toordinal()

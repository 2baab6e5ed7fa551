"""Actors over a pile of reports: one for each person, country, body and group, whoever spells it.

Everything but a person is settled by its key. Persons are joined when their names
agree part by part over spellings (Sergei, Sergey) and no country contradicts; a short
name goes to the one full name of the pile it fits, else to the one holder of an
office whom it fits at the time. The order of the reports does not matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coranto.actors import tables
from coranto.actors.belongings import is_short_for
from coranto.actors.directory import Directory
from coranto.actors.keys import meaning
from coranto.actors.mentions import ActorMention
from coranto.actors.offices import office_of_title, offices_meant
from coranto.actors.persons import PARLIAMENTARY, RANKS, fits
from coranto.actors.spelling import (
    ends_of,
    fold,
    is_end_of,
    is_full,
    letters,
    name_keys,
    near,
    parts_of,
    person_key,
    same_first,
    same_given,
    surname_of,
)
from coranto.actors.tables import Holder
from coranto.ids import content_id
from coranto.types import Actor, ActorKind, DateRange, Role

# Bodies as their names stand in the tables of offices; and the heads of bodies within one.
_BODIES = {
    "European Commission": "EU", "European Council": "EU", "European Union": "EU",
    "United Nations": "UN", "International Atomic Energy Agency": "IAEA",
    "International Monetary Fund": "IMF", "World Health Organization": "WHO",
    "World Trade Organization": "WTO", "Shanghai Cooperation Organization": "SCO",
}  # fmt: skip
_BODY_HEADS = {
    (body, office): frozenset({held})
    for body, held in (
        ("European Commission", "commission_head"),
        ("European Council", "council_head"),
    )
    for office in ("head_of_state", "bloc_head", "chief", "leader")
}
# Letters of a name in which one may be wrong.
_LONG_ENOUGH = 8
# Offices whose holders a short name alone means in any report.
_HIGHEST = frozenset("head_of_state head_of_government foreign_minister chief".split())
# Titles that say little beside an exact one ("the Chinese leader").
_LOOSE_OFFICES = frozenset("leader minister diplomat official secretary chief politician".split())


@dataclass(frozen=True, slots=True)
class Resolution:
    """Actors of a pile of reports.

    ``mentions[report][index]`` is the id of the actor of that report's mention
    (mentions whose actor is not known are left out); ``keys[report][key]`` the id
    for each in-document key, members of pairs included.
    """

    actors: tuple[Actor, ...]
    mentions: Mapping[str, Mapping[int, str]]
    keys: Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class _Local:
    """An actor as one report has it."""

    report: str
    key: str
    dates: DateRange
    name: str
    kind: ActorKind
    country: str | None = None
    names: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    around: frozenset[str] = frozenset()

    @property
    def full(self) -> bool:
        return is_full(self.name)

    @property
    def offices(self) -> set[str]:
        return {office_of_title().get(t, "") for t in self.titles} - {""}


@dataclass(slots=True)
class _Cluster:
    """Local actors that are one."""

    locals: list[_Local] = field(default_factory=list)
    holder: Holder | None = None
    # The spellings at a number of locals: they are asked for far more often than they change.
    _spelt: tuple[tuple[int, Holder | None], tuple[frozenset[str], frozenset[str]]] | None = None
    _where: tuple[tuple[int, Holder | None], str | None] | None = None
    _called: tuple[tuple[int, Holder | None], str] | None = None

    @property
    def country(self) -> str | None:
        now = (len(self.locals), self.holder)
        if self._where is None or self._where[0] != now:
            self._where = (now, self._find_country())
        return self._where[1]

    def _find_country(self) -> str | None:
        found = Counter(x.country for x in self.locals if x.country)
        if found:
            return max(sorted(found), key=lambda c: found[c])
        return self.holder.of if self.holder and self.holder.of in tables.countries() else None

    @property
    def name(self) -> str:
        """The name that the offices of news have, else the commonest full one of the reports."""
        now = (len(self.locals), self.holder)
        if self._called is None or self._called[0] != now:
            self._called = (now, self._find_name())
        return self._called[1]

    def _find_name(self) -> str:
        if self.holder and self.holder.main:
            return self.holder.person
        counts = Counter(x.name for x in self.locals if x.full and x.key.startswith("person:"))
        if not counts and self.holder:
            return self.holder.person
        counts = counts or Counter(x.name for x in self.locals)
        return max(sorted(counts), key=lambda n: counts[n])

    @property
    def spellings(self) -> frozenset[str]:
        return self._read()[0]

    @property
    def words(self) -> frozenset[str]:
        """The words of its names, folded."""
        return self._read()[1]

    def _read(self) -> tuple[frozenset[str], frozenset[str]]:
        now = (len(self.locals), self.holder)
        if self._spelt is None or self._spelt[0] != now:
            own = {self.holder.person} if self.holder else set()
            names = frozenset({x.name for x in self.locals} | own)
            words = frozenset(w for n in names for w in _words(n))
            self._spelt = (now, (names, words))
        return self._spelt[1]

    @property
    def offices(self) -> set[str]:
        found = {o for x in self.locals for o in x.offices}
        return found | ({self.holder.office} if self.holder else set())


def resolve_actors(
    docs: Sequence[tuple[str, Sequence[ActorMention], DateRange]],
    directory: Directory | None = None,
) -> Resolution:
    """Actors of the reports and, for each report, which mention is which actor.

    ``docs`` gives for each report its id, its mentions and the range of its
    publication (open where unknown); ``directory`` says who is known by name. Ids are
    hashes over kind and name, and over the country where two actors share both.
    """
    known = directory or Directory.packaged()
    found = sorted(
        (local for doc in docs for local in _locals(*doc, known)),
        key=lambda x: (x.name, x.report, x.key),
    )
    clusters = _persons([x for x in found if x.kind == "person"], known)
    clusters += _others([x for x in found if x.kind != "person"])
    ids = _ids(clusters)
    actors = tuple(
        sorted(
            (_actor(c, ids[id(c)], known) for c in clusters), key=lambda a: (a.kind, a.name, a.id)
        )
    )
    keys: dict[str, dict[str, str]] = {report: {} for report, _, _ in docs}
    for cluster in clusters:
        for local in cluster.locals:
            keys[local.report][local.key] = ids[id(cluster)]
    mentions = {
        report: {i: keys[report][m.key] for i, m in enumerate(ms) if m.key in keys[report]}
        for report, ms, _ in docs
    }
    return Resolution(actors, mentions, keys)


# --- within one report --------------------------------------------------------------------


def _locals(
    report: str, mentions: Sequence[ActorMention], dates: DateRange, directory: Directory
) -> Iterable[_Local]:
    """The actors of one report, by key, members of pairs included."""
    out: dict[str, _Local] = {}
    around = frozenset(m.country for m in mentions if m.country)
    for mention in mentions:
        for key in (mention.key, *mention.members):
            if key is not None and key not in out:
                kind, name, country = meaning(key, directory)
                out[key] = _Local(report, key, dates, name, kind, country, around=around)
        if mention.key is not None:
            _take(out[mention.key], mention)
    return out.values()


def _take(local: _Local, mention: ActorMention) -> None:
    if local.key.startswith("group:") and mention.form == "group":
        local.name = min(mention.name, local.name, key=str.islower)
    if mention.country and not (mention.title or "").startswith("former"):
        local.country = local.country or mention.country
    if mention.title and not mention.title.startswith("former"):
        local.titles.add(mention.title)
    if mention.form in ("name", "seat"):
        local.names.add(_unarticled(mention.text))
    elif mention.form == "title":
        local.names.add(local.name)


def _unarticled(text: str) -> str:
    words = " ".join(text.split())
    return words[4:] if words[:4].lower() == "the " else words


# --- everything but persons ---------------------------------------------------------------


def _others(found: Sequence[_Local]) -> list[_Cluster]:
    by_key: dict[tuple[str, str], _Cluster] = {}
    for local in found:
        by_key.setdefault((local.kind, fold(local.name)), _Cluster()).locals.append(local)
    _join_initials(by_key)
    return list(by_key.values())


def _join_initials(by_key: dict[tuple[str, str], _Cluster]) -> None:
    """Take "ABC" of one report for the one organisation that others present by these initials."""
    homes: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key, cluster in by_key.items():
        if key[0] != "organisation":
            continue
        names = {n for x in cluster.locals for n in x.names if is_short_for(n, x.name)}
        for name in {fold(n) for n in names} - {key[1]}:
            homes.setdefault((key[0], name), []).append(key)
    for short, full in sorted(homes.items()):
        if len(full) == 1 and short in by_key and full[0] in by_key:
            home = by_key[full[0]]
            for local in by_key.pop(short).locals:
                local.name = home.locals[0].name
                home.locals.append(local)


# --- persons ------------------------------------------------------------------------------


def _persons(found: Sequence[_Local], directory: Directory) -> list[_Cluster]:
    named = [x for x in found if x.key.startswith("person:")]
    clusters = _full_names([x for x in named if x.full], directory)
    clusters = _with_misspelt(clusters)
    clusters = _joined_by_record(clusters)
    pile = _Pile(clusters)
    for local in named:
        if not local.full:
            pile.place(local, _of_short_name(local, pile.called(local.name), directory))
    for local in found:
        if local.key.startswith("role:"):
            pile.place(local, _of_role(local, pile.clusters, directory))
    return pile.clusters


def _full_names(found: Sequence[_Local], directory: Directory) -> list[_Cluster]:
    """Clusters of full names; those with a country first, so that they gather the others."""
    out: list[_Cluster] = []
    by_key: dict[str, list[_Cluster]] = {}
    for local in sorted(found, key=lambda x: (x.country is None, x.name, x.report)):
        keys = name_keys(local.name, local.country)
        near_by = {id(c): c for key in keys for c in by_key.get(key, ())}
        fitting = [c for c in near_by.values() if _same_person(local, c)]
        if fitting:
            best = max(fitting, key=lambda c: (len(c.locals), c.name))
        else:
            best = _Cluster()
            out.append(best)
        for key in keys:
            if best not in by_key.setdefault(key, []):
                by_key[key].append(best)
        best.locals.append(local)
    out = _without_ends(out)
    for cluster in out:
        cluster.holder = _record(cluster, directory)
        cluster.holder = cluster.holder or _misspelt_in_record(cluster, directory)
    return out


def _without_ends(clusters: list[_Cluster]) -> list[_Cluster]:
    """Join the end of a longer name ("Amir-Rad") to the one person who is so called in full."""
    longer: dict[str, list[_Cluster]] = {}
    for cluster in clusters:
        for end in sorted({e for n in cluster.spellings for e in ends_of(n)}):
            longer.setdefault(end, []).append(cluster)
    kept: list[_Cluster] = []
    for cluster in clusters:
        names = {letters(n) for n in cluster.spellings}
        homes = {
            id(c): c
            for n in names
            for c in longer.get(n, ())
            if c is not cluster and (c.country == cluster.country or cluster.country is None)
        }
        if len(homes) == 1:
            next(iter(homes.values())).locals += cluster.locals
        else:
            kept.append(cluster)
    return kept


def _same_person(local: _Local, cluster: _Cluster) -> bool:
    country = cluster.country
    if local.country and country and local.country != country:
        return False
    given = person_key(local.name, local.country or country)[1]
    for name in cluster.spellings:
        family, other = person_key(name, country)
        if letters(local.name) == letters(name):
            return True
        if family != person_key(local.name, local.country or country)[0]:
            continue
        if given == other:
            return True
        sure = given.split()[:1] == other.split()[:1] or (local.country and country)
        if sure and same_given(given, other):
            return True
    return False


def _record(cluster: _Cluster, directory: Directory) -> Holder | None:
    rows = [
        h for name in sorted(cluster.spellings) if " " in name
        for h in directory.matching(name, cluster.country)
    ]  # fmt: skip
    if not rows and cluster.country is not None:
        rows = [
            h
            for name in sorted(cluster.spellings)
            for h in directory.matching(name, None)
            if h.of not in tables.countries()
        ]
    return rows[0] if len({h.person for h in rows}) == 1 else None


def _misspelt_in_record(cluster: _Cluster, directory: Directory) -> Holder | None:
    """The one in office whose name is a letter off a full name with its country."""
    if cluster.holder is not None or cluster.country is None or not cluster.locals[0].full:
        return None
    family, given = person_key(cluster.name, cluster.country)
    if len(family) + len(given) < _LONG_ENOUGH:
        return None
    dates = cluster.locals[0].dates
    found = {}
    for holder in directory.holders_of(cluster.country):
        if holder.main and holder.held.overlaps(dates):
            known = person_key(holder.person, holder.of)
            if (known[0] == family and given and near(given, known[1])) or (
                known[1] == given and near(family, known[0])
            ):
                found[holder.person] = holder
    return next(iter(found.values())) if len(found) == 1 else None


def _with_misspelt(clusters: list[_Cluster]) -> list[_Cluster]:
    """Attach a name that is one letter off one better attested; the misspelling stays a name."""
    ranked = sorted(clusters, key=lambda c: (c.holder is None, -len(c.locals), c.name))
    kept: list[_Cluster] = []
    by_part: dict[tuple[str, str], list[_Cluster]] = {}
    for cluster in ranked:
        family, given = person_key(cluster.name, cluster.country)
        home: list[_Cluster] = []
        if cluster.holder is None and given:
            home += [c for c in by_part.get(("given", given), ()) if _off_by_one(cluster, c)]
            home += [c for c in by_part.get(("family", family), ()) if _off_by_one(cluster, c)]
        if len({id(c) for c in home}) == 1:
            home[0].locals += cluster.locals
            continue
        kept.append(cluster)
        by_part.setdefault(("given", given), []).append(cluster)
        by_part.setdefault(("family", family), []).append(cluster)
    return kept


def _off_by_one(cluster: _Cluster, other: _Cluster) -> bool:
    """Whether the family name or the given name of the rarer one is a letter off."""
    if cluster.country != other.country and cluster.country and other.country:
        return False
    if other.holder is None and len(other.locals) < 2 * len(cluster.locals):
        return False
    family, given = person_key(cluster.name, cluster.country)
    wanted_family, wanted_given = person_key(other.name, other.country)
    if not given or not wanted_given:
        return False
    if given == wanted_given:
        return near(family, wanted_family)
    return family == wanted_family and near(given, wanted_given)


def _joined_by_record(clusters: list[_Cluster]) -> list[_Cluster]:
    out: dict[object, _Cluster] = {}
    for cluster in clusters:
        key = cluster.holder.person if cluster.holder else id(cluster)
        if key in out:
            out[key].locals += cluster.locals
        else:
            out[key] = cluster
    return list(out.values())


class _Pile:
    """The persons of all reports, by the words of their names, by record and by a lone short name.

    A pile has thousands of persons and more short names: none is asked for one by one.
    """

    def __init__(self, clusters: list[_Cluster]) -> None:
        self.clusters = clusters
        self.by_word: dict[str, dict[int, _Cluster]] = {}
        self.by_person: dict[str, _Cluster] = {}
        self.alone: dict[str, list[_Cluster]] = {}
        for cluster in clusters:
            self._note(cluster, cluster.words)

    def _note(self, cluster: _Cluster, words: Iterable[str]) -> None:
        for word in words:
            self.by_word.setdefault(word, {})[id(cluster)] = cluster
        if cluster.holder is not None:
            self.by_person.setdefault(cluster.holder.person, cluster)

    def called(self, name: str) -> list[_Cluster]:
        """The persons who share a word with a short name."""
        found: dict[int, _Cluster] = {}
        for word in sorted(_words(name)):
            found.update(self.by_word.get(word, {}))
        return list(found.values())

    def place(self, local: _Local, chosen: _Cluster | Holder | None) -> None:
        """Put a short name or role where it belongs: a cluster, a person of the record, its own."""
        home = chosen if isinstance(chosen, _Cluster) else None
        if isinstance(chosen, Holder):
            home = self.by_person.get(chosen.person)
        if home is None and chosen is None:
            like = self.alone.get(local.key, ())
            home = next((c for c in like if c.country == local.country), None)
        if home is None:
            home = _Cluster([], chosen if isinstance(chosen, Holder) else None)
            self.clusters.append(home)
            if chosen is None:
                self.alone.setdefault(local.key, []).append(home)
        home.locals.append(local)
        self._note(home, _words(local.name))


def _of_short_name(
    local: _Local, clusters: Sequence[_Cluster], directory: Directory
) -> _Cluster | Holder | None:
    """The one full name of the pile that a short name fits, else the one holder of an office."""
    named = [
        c
        for c in clusters
        if any(x.full for x in c.locals)
        # the report that has both names kept them apart: they are two of one surname
        and not any(x.full and x.report == local.report for x in c.locals)
        and _is_called(c, local)
        and (local.country is None or c.country in (None, local.country))
    ]
    near_by = [c for c in named if c.country is None or c.country in local.around]
    fitting = named if local.country is not None else near_by or named
    if len(fitting) > 1 and local.offices:
        fitting = [c for c in fitting if local.offices & c.offices] or fitting
    if len(fitting) > 1:
        high = [c for c in fitting if c.holder and c.holder.main and c.holder.office in _HIGHEST]
        fitting = high if len(high) == 1 else fitting
    by_record = _holder_of_short(local, directory)
    if len(fitting) == 1:
        contradicted = by_record and fitting[0].holder and fitting[0].holder != by_record
        titled = local.offices and contradicted and by_record
        return by_record if titled and by_record else fitting[0]
    return by_record


def _words(name: str) -> frozenset[str]:
    """The words of a name and the parts of hyphenated ones, folded, and all letters together."""
    folded = fold(name)
    return frozenset((*re.split(r"[\s-]+", folded), *folded.split(), letters(name)))


def _is_called(cluster: _Cluster, local: _Local) -> bool:
    """Whether a short name is one for the cluster's person: a surname, or a prince's name."""
    short, royal = fold(local.name), local.offices & RANKS
    for name in cluster.spellings:
        if not is_full(name):
            continue
        if fold(surname_of(name, cluster.country)) == short:
            return True
        if len(parts_of(local.name)) > 1 and is_end_of(local.name, name):
            return True
        if royal and cluster.offices & RANKS and same_first(local.name, name):
            return True
    return False


def _holder_of_short(local: _Local, directory: Directory) -> Holder | None:
    offices = {o for title in local.offices for o in offices_meant(title)}
    wanted = [local.country] if local.country else sorted(local.around)
    rows = [
        h
        for code in wanted
        for h in directory.matching(local.name, code, offices, local.dates)
    ]  # fmt: skip
    persons = {h.person for h in rows}
    if not persons and local.country is None and local.dates.known:
        # "Lavrov" where Russia is not named: the one in the world who is so called today
        known = directory.matching(local.name, None, offices, local.dates)
        high = [h for h in known if h.office in _HIGHEST and h.main]
        return high[0] if len({h.person for h in known if h.main}) == 1 and high else None
    return rows[0] if len(persons) == 1 else None


def _of_role(
    local: _Local, clusters: Sequence[_Cluster], directory: Directory
) -> _Cluster | Holder | None:
    """Who held the office at the time, or the one person of the pile who is given it."""
    _, where, office = local.key.split(":", 2)
    offices = _BODY_HEADS.get((where, office)) or offices_meant(office)
    where = _BODIES.get(where, where)
    if office == "leader":
        head = "head_of_government" if where in PARLIAMENTARY else "head_of_state"
        offices = frozenset({head})
    holder = directory.in_office(where, offices, local.dates)
    if holder is not None:
        return holder
    named = [c for c in clusters if c.country == where and fits(office, c.offices)]
    return named[0] if len(named) == 1 and any(x.full for x in named[0].locals) else None


# --- actors -------------------------------------------------------------------------------


def _ids(clusters: Sequence[_Cluster]) -> dict[int, str]:
    shared = Counter((c.locals[0].kind, fold(c.name)) for c in clusters)
    out: dict[int, str] = {}
    used: Counter[str] = Counter()
    order = sorted(
        clusters, key=lambda c: (c.locals[0].kind, c.name, c.country or "", _first_report(c))
    )
    for cluster in order:
        kind, name = cluster.locals[0].kind, fold(cluster.name)
        parts = [kind, name]
        if shared[kind, name] > 1:
            parts.append(cluster.country or "")
        made = content_id("actor", *parts)
        used[made] += 1
        if used[made] > 1:
            made = content_id("actor", *parts, used[made])
        out[id(cluster)] = made
    return out


def _first_report(cluster: _Cluster) -> str:
    return min(x.report for x in cluster.locals)


def _actor(cluster: _Cluster, made: str, directory: Directory) -> Actor:
    names = {n for x in cluster.locals for n in x.names} - {cluster.name}
    return Actor(
        made,
        cluster.name,
        cluster.locals[0].kind,
        (cluster.name, *sorted(names)),
        cluster.country,
        _roles(cluster, directory),
    )


def _roles(cluster: _Cluster, directory: Directory) -> tuple[Role, ...]:
    """Titles that reports give, with the days of the term in which they give them."""
    out: set[Role] = set()
    for local in cluster.locals:
        for title in local.titles:
            office = office_of_title().get(title, "")
            rows = []
            if cluster.holder:
                rows = [
                    h
                    for h in directory.matching(
                        cluster.holder.person, cluster.holder.of, dates=local.dates
                    )
                    if h.office in offices_meant(office)
                ]
            if len(rows) == 1:
                out.add(Role(title, rows[0].held.earliest, rows[0].held.latest))
            else:
                out.add(Role(title))
    exact = {r for r in out if office_of_title().get(r.title) not in _LOOSE_OFFICES} or out
    exact = {r for r in exact if not any(o.title.endswith(f" {r.title}") for o in exact)}
    dated = {r.title for r in exact if r.start or r.end}
    kept = [r for r in exact if r.start or r.end or r.title not in dated]
    return tuple(sorted(kept, key=lambda r: (r.title, r.start is None, r.start or r.end)))

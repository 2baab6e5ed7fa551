"""Where the reports of one entry differ: the day, the place, the outcome, a number, the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from coranto.chronology.quantities import Dispute, numbers_in_dispute
from coranto.chronology.words import content_stems
from coranto.language.sentences import split_sentences
from coranto.statements.utterances import stem
from coranto.types import Actor, CopyGroup, Disagreement, Event, Statement, Status, Version

_QUOTED = re.compile(r"[\"“”]([^\"“”]{12,})[\"“”]")
_CONTRADICTING = (
    frozenset(("happened", "denied")),
    frozenset(("happened", "cancelled")),
    frozenset(("alleged", "denied")),
)
_OF_WORDS = frozenset(("number", "name", "wording"))
OPENING = 500
"""Characters at the beginning of a report that tell what its news is."""
A_FACT = 4
"""Words up to which a change in a copy is a changed fact and no rewritten passage."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def disagreements(
    events: Sequence[Event],
    statements: Sequence[Statement],
    groups: Mapping[str, CopyGroup],
    counted: Sequence[Dispute] = (),
) -> tuple[Disagreement, ...]:
    """All that the members of one entry do not agree on; ``groups`` by report id.

    ``counted`` are the quantities that ``quantities_in_dispute`` found.
    """
    numbers = [d for d in [_about("number", _numbers(events))] if d is not None]
    numbers += [c.disagreement for c in counted]
    changed = _changed_facts(events, statements, groups)
    found = [
        _about("date", ((str(e.date.day), e.report) for e in _dated(events))),
        _about("place", _places(events)),
        _status(events),
        *numbers,
        _wording(statements),
        *(d for d in changed if not any(_tells(other, d) for other in numbers)),
    ]
    return tuple(d for d in found if d is not None)


def _tells(whole: Disagreement, part: Disagreement) -> bool:
    """Whether all that ``part`` says of reports and values is said by ``whole`` too."""
    return whole.about == part.about and all(
        any(v.value in w.value and set(v.reports) <= set(w.reports) for w in whole.values)
        for v in part.values
    )


def without_repetitions(
    found: Sequence[tuple[Disagreement, ...]],
) -> list[tuple[Disagreement, ...]]:
    """The disagreements of several entries, given in order, each told once.

    A number or wording that differs may stand in the words of an act and of what was
    said of it. It is kept where the values of most reports are beside one another, and
    in the first such entry. Days, places and outcomes belong to their own act.
    """
    best: dict[Disagreement, int] = {}
    for n, told in enumerate(found):
        for d in told:
            if d.about in _OF_WORDS and not any(_tells(other, d) for other in best):
                for other in [o for o in best if _tells(d, o)]:
                    del best[other]
                best[d] = n
    return [
        tuple(d for d in told if d.about not in _OF_WORDS or best.get(d) == n)
        for n, told in enumerate(found)
    ]


def quantities_in_dispute(
    events: Sequence[Event],
    statements: Sequence[Statement],
    texts: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> list[Dispute]:
    """Quantities that differ in the words of the members and, of a report whose news the act is,
    in the rest of it. ``texts`` and ``actors`` are by id."""
    if len({*(e.report for e in events), *(s.report for s in statements)}) < 2:
        return []
    passages: dict[str, set[tuple[int, int]]] = {}
    for e in (e for e in events if e.status == "happened"):
        text = texts[e.report]
        is_news = e.start < OPENING
        spans = [(0, len(text))] if is_news else [(s.start, s.end) for s in e.evidence]
        passages.setdefault(e.report, set()).update(
            (max(first, start), min(last, end))
            for start, end in spans
            for first, last in _sentences(text)
            if first < end and start < last
        )
    for s in statements:
        passages.setdefault(s.report, set()).update((c.start, c.end) for c in s.content)
    parties = {m.actor for e in events for m in (*e.sources, *e.targets) if m.actor is not None}
    names = [n for a in parties if a in actors for n in (actors[a].name, *actors[a].names)]
    ordered = {r: sorted(places) for r, places in passages.items()}
    return numbers_in_dispute(ordered, texts, content_stems(" ".join(names)))


_sentences = lru_cache(maxsize=1024)(split_sentences)  # a report is asked for by many entries


def _about(about: str, pairs: Iterable[tuple[str, str]]) -> Disagreement | None:
    values: dict[str, set[str]] = {}
    for value, report in pairs:
        values.setdefault(value, set()).add(report)
    if len(values) < 2:
        return None
    return Disagreement(about, tuple(Version(v, tuple(sorted(values[v]))) for v in sorted(values)))


def _dated(events: Sequence[Event]) -> list[Event]:
    return [
        e
        for e in events
        if e.date.day is not None and e.date_basis == "time expression" and e.status != "planned"
    ]


def _places(events: Sequence[Event]) -> list[tuple[str, str]]:
    """Places in two countries, each by its commonest name: a town agrees with its country."""
    told = [(e.place, e.report) for e in events if e.place is not None and e.place.country]
    names: dict[str | None, Counter[str]] = {}
    for place, _ in told:
        names.setdefault(place.country, Counter())[place.name] += 1
    if len(names) < 2:
        return []
    best = {c: min(n, key=lambda name: (-n[name], name)) for c, n in names.items()}
    return [(best[place.country], report) for place, report in told]


def _status(events: Sequence[Event]) -> Disagreement | None:
    statuses = {e.status for e in events}
    for pair in _CONTRADICTING:
        if pair <= statuses:
            return _about("status", ((e.status, e.report) for e in events if e.status in pair))
    # A preview and the report of the act differ too; one report that tells both does not.
    over = {e.report for e in events if e.status == "happened"}
    ahead = {e.report for e in events if e.status == "planned"} - over
    if not over or not ahead:
        return None
    told: tuple[tuple[Status, set[str]], ...] = (("happened", over), ("planned", ahead))
    return _about("status", ((s, r) for s, reports in told for r in reports))


def _numbers(events: Sequence[Event]) -> list[tuple[str, str]]:
    """Numbers in the words for one object: a plan of 12 points here, of 15 there."""
    return [
        (found.group(), e.report)
        for e in events
        if e.object is not None and (found := _NUMBER.search(e.object.text))
    ]


def _wording(statements: Sequence[Statement]) -> Disagreement | None:
    """Quotations of one utterance in different words (a shorter quotation is no difference)."""
    variants: dict[str, tuple[str, set[str]]] = {}
    for s in statements:
        words = " ".join(m for c in s.content for m in _QUOTED.findall(c.text))
        key = _worded(words)
        if not key:
            continue
        longer = next((k for k in variants if key in k), None)
        shorter = next((k for k in variants if k in key), None)
        if longer is not None:
            variants[longer][1].add(s.report)
        elif shorter is not None:
            _, reports = variants.pop(shorter)
            variants[key] = (words, reports | {s.report})
        else:
            variants[key] = (words, {s.report})
    if len(variants) < 2 or not _share_words(list(variants)):
        return None
    return _about("wording", ((w, r) for w, rs in variants.values() for r in rs))


def _worded(words: str) -> str:
    """Words by which two quotations are one: hyphens, plurals and endings are no other wording."""
    joined = re.sub(r"(?<=\w)-(?=\w)", "", words.casefold().replace("’", "'"))
    return " ".join(stem(w) for w in re.findall(r"[^\W_]+(?:'[^\W_]+)*", joined))


def _share_words(keys: Sequence[str]) -> bool:
    """Whether two of the quotations are versions of one another, not parts of one speech."""
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            x, y = set(a.split()), set(b.split())
            if len(x & y) >= 0.5 * min(len(x), len(y)):
                return True
    return False


def _changed_facts(
    events: Sequence[Event], statements: Sequence[Statement], groups: Mapping[str, CopyGroup]
) -> list[Disagreement]:
    """Facts that one copy of a wire changed within the words of this entry."""
    spans = [(e.report, e.start, e.end) for e in events]
    spans += [(s.report, s.start, s.end) for s in statements]
    out = []
    seen = set()
    for report, start, end in spans:
        group = groups.get(report)
        for edit in () if group is None else group.edits:
            if edit.report != report:
                continue
            for change in edit.changed:
                inside = start <= change.to.start and change.to.end <= end
                key = (edit.report, change.to.start)
                short = max(len(s.text.split()) for s in (change.from_, change.to)) <= A_FACT
                fact = change.fact if change.fact in ("number", "name", "date") else None
                if inside and short and fact is not None and key not in seen:
                    seen.add(key)
                    pairs = [(change.from_.text, edit.base), (change.to.text, edit.report)]
                    found = _about(fact, pairs)
                    if found is not None:
                        out.append(found)
    return out

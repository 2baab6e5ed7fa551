"""Where the reports of one entry differ: the day, the place, the outcome, a number, the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from coranto.chronology.quantities import HOW_LATE, HOW_LONG, numbers_in_dispute
from coranto.chronology.words import content_stems
from coranto.language.sentences import split_sentences
from coranto.statements.utterances import stem
from coranto.times import days_of_words
from coranto.types import (
    Actor,
    CopyGroup,
    DateRange,
    Disagreement,
    Event,
    Evidence,
    Span,
    Statement,
    Version,
)

Told = tuple[str, Evidence]
"""A value, and the words of a report that give it."""

_QUOTED = re.compile(r"[\"“”]([^\"“”]{12,})[\"“”]")
_BREAK = " … "
_LEFT_OUT = re.compile(r"[(\[]?(?:\.\s?\.\s?\.|…)[)\]]?")
"""Where a quotation says that words are left out, or goes on behind others."""
_CONTRADICTING = (
    frozenset(("happened", "denied")),
    frozenset(("happened", "cancelled")),
    frozenset(("alleged", "denied")),
)
_OWN = frozenset((HOW_LONG, HOW_LATE))
_OF_WORDS = frozenset(("number", "name", "wording"))
OPENING = 500
"""Characters at the beginning of a report that tell what its news is."""
A_FEW = 3
"""Words from which a piece of a quotation can be another's in other words."""
A_FACT = 4
"""Words up to which a change in a copy is a changed fact and no rewritten passage."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def disagreements(
    events: Sequence[Event],
    statements: Sequence[Statement],
    groups: Mapping[str, CopyGroup],
    counted: Sequence[Disagreement] = (),
    denied: Sequence[Evidence] = (),
    *,
    published: Mapping[str, DateRange] | None = None,
) -> tuple[Disagreement, ...]:
    """All that the members of one entry do not agree on; ``groups`` and the days on which the
    reports were ``published`` by report id.

    ``counted`` are the quantities that ``quantities_in_dispute`` found, ``denied`` the
    sentences that ``find_denials`` found to deny one of ``events``.
    """
    numbers = [d for d in [_about("number", _numbers(events))] if d is not None]
    numbers += counted
    changed = _changed_facts(events, statements, groups, published or {})
    found = [
        _about("date", ((str(e.date.day), _words_of(e)) for e in _dated(events))),
        _about("place", _places(events)),
        _status(events, denied),
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
    said of it. It is kept where the values of most reports are beside one another, at the
    act whose own length it is, and in the first such entry. Days, places and outcomes
    belong to their own act.
    """
    best: dict[Disagreement, int] = {}
    for n, told in enumerate(found):
        for d in told:
            if d.about in _OF_WORDS and not any(
                _tells(other, d) and (other.on in _OWN or d.on not in _OWN) for other in best
            ):
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
) -> list[Disagreement]:
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
            for first, last in split_sentences(text)
            if first < end and start < last
        )
    for s in statements:
        passages.setdefault(s.report, set()).update((c.start, c.end) for c in s.content)
    parties = {m.actor for e in events for m in (*e.sources, *e.targets) if m.actor is not None}
    names = [n for a in parties if a in actors for n in (actors[a].name, *actors[a].names)]
    ordered = {r: sorted(places) for r, places in passages.items()}
    acts: dict[str, list[int]] = {}
    for e in (e for e in events if e.status == "happened" and e.predicate is not None):
        if e.predicate is not None:
            acts.setdefault(e.report, []).append(e.predicate.end)
    return numbers_in_dispute(ordered, texts, content_stems(" ".join(names)), acts)


def _about(about: str, told: Iterable[Told]) -> Disagreement | None:
    """The values with the reports that give each and, of each report, its first words for it."""
    values: dict[str, dict[str, Evidence]] = {}
    for value, words in told:
        best = values.setdefault(value, {}).setdefault(words.report, words)
        if (words.start, words.end) < (best.start, best.end):
            values[value][words.report] = words
    if len(values) < 2:
        return None
    return Disagreement(
        about,
        tuple(
            Version(v, tuple(sorted(values[v])), tuple(values[v][r] for r in sorted(values[v])))
            for v in sorted(values)
        ),
    )


def _evidence(report: str, span: Span) -> Evidence:
    return Evidence(report, span.start, span.end, span.text)


def _words_of(e: Event) -> Evidence:
    """The sentence that tells an event."""
    return _evidence(e.report, e.evidence[0])


def _dated(events: Sequence[Event]) -> list[Event]:
    return [
        e
        for e in events
        if e.date.day is not None and e.date_basis == "time expression" and e.status != "planned"
    ]


def _places(events: Sequence[Event]) -> list[Told]:
    """Places in two countries, each by its commonest name: a town agrees with its country."""
    told = [(e.place, _words_of(e)) for e in events if e.place is not None and e.place.country]
    names: dict[str | None, Counter[str]] = {}
    for place, _ in told:
        names.setdefault(place.country, Counter())[place.name] += 1
    if len(names) < 2:
        return []
    best = {c: min(n, key=lambda name: (-n[name], name)) for c, n in names.items()}
    return [(best[place.country], words) for place, words in told]


def _status(events: Sequence[Event], denied: Sequence[Evidence]) -> Disagreement | None:
    told: list[Told] = [(e.status, _words_of(e)) for e in events]
    told += [("denied", words) for words in denied]
    statuses = {status for status, _ in told}
    for pair in _CONTRADICTING:
        if pair <= statuses:
            return _about("status", (t for t in told if t[0] in pair))
    return None


def told_ahead(events: Sequence[Event]) -> tuple[str, ...]:
    """The reports that tell as planned what others tell as done: previews, no dispute."""
    done = {e.report for e in events if e.status == "happened"}
    ahead = {e.report for e in events if e.status == "planned"}
    return tuple(sorted(ahead - done)) if done else ()


def _numbers(events: Sequence[Event]) -> list[Told]:
    """Numbers in the words for one object: a plan of 12 points here, of 15 there."""
    return [
        (found.group(), _evidence(e.report, e.object))
        for e in events
        if e.object is not None and (found := _NUMBER.search(e.object.text))
    ]


def _wording(statements: Sequence[Statement]) -> Disagreement | None:
    """Quotations of one utterance in different words (to leave words out is no difference)."""
    if len(statements) < 2:
        return None
    variants: dict[str, tuple[str, tuple[str, ...], list[Evidence]]] = {}
    for s in statements:
        quoted = [c for c in s.content if _QUOTED.search(c.text)]
        words = _BREAK.join(m for c in quoted for m in _QUOTED.findall(c.text))
        pieces = tuple(w for p in _LEFT_OUT.split(words) if (w := _worded(p)))
        key = " ".join(pieces)
        if not key:
            continue
        told = [_evidence(s.report, quoted[0])]
        longer = next((k for k in variants if _is_cut(pieces, k)), None)
        shorter = next((k for k, v in variants.items() if _is_cut(v[1], key)), None)
        if longer is not None:
            variants[longer][2].extend(told)
        elif shorter is not None:
            _, _, others = variants.pop(shorter)
            variants[key] = (words, pieces, others + told)
        else:
            variants[key] = (words, pieces, told)
    if not any(_are_versions(a, b) for a, b in combinations(variants.items(), 2)):
        return None
    return _about("wording", ((w, e) for w, _, told in variants.values() for e in told))


def _is_cut(pieces: Sequence[str], whole: str) -> bool:
    """Whether the pieces of one quotation stand in another, each whole and in their order."""
    at, text = 0, f" {whole} "
    for piece in pieces:
        found = text.find(f" {piece} ", at)
        if found < 0:
            return False
        at = found + len(piece) + 1
    return True


def _worded(words: str) -> str:
    """Words by which two quotations are one: hyphens, plurals and endings are no other wording."""
    bare = re.sub(r"\[(\w)\]", r"\1", words.casefold().replace("’", "'"))  # "[w]e"
    joined = re.sub(r"(?<=\w)-(?=\w)", "", bare)
    return " ".join(stem(w) for w in re.findall(r"[^\W_]+(?:'[^\W_]+)*", joined))


_Variant = tuple[str, tuple[str, tuple[str, ...], list[Evidence]]]


def _are_versions(a: _Variant, b: _Variant) -> bool:
    """Whether two quotations are versions of one another: not parts of one speech, nor one
    quotation whole and the other in the same words by pieces."""
    (one, (_, mine, _)), (other, (_, theirs, _)) = a, b
    x, y = set(one.split()), set(other.split())
    if len(x & y) < 0.5 * min(len(x), len(y)):
        return False
    return _differs(mine, other) and _differs(theirs, one)


def _differs(pieces: Sequence[str], whole: str) -> bool:
    """Whether some piece of a few words tells in others what the whole tells."""
    words = set(whole.split())
    for piece in pieces:
        own = set(piece.split())
        like = 2 * len(own & words) >= min(len(own), len(words))
        if like and len(own) >= A_FEW and not _is_cut((piece,), whole):
            return True
    return False


def _changed_facts(
    events: Sequence[Event],
    statements: Sequence[Statement],
    groups: Mapping[str, CopyGroup],
    published: Mapping[str, DateRange],
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
                    ends = ((edit.base, change.from_), (edit.report, change.to))
                    if fact == "date" and _is_one_time(ends, published):
                        continue
                    found = _about(fact, ((x.text, _evidence(r, x)) for r, x in ends))
                    if found is not None:
                        out.append(found)
    return out


def _is_one_time(ends: Sequence[tuple[str, Span]], published: Mapping[str, DateRange]) -> bool:
    """Whether two wordings are of the same days, each by its own report ("Friday", "July 19")."""
    a, b = (days_of_words(words.text, published.get(report)) for report, words in ends)
    if a is None or b is None or not a.overlaps(b):
        return False
    return a.intersect(b) in (a, b)

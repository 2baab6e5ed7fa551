"""Wordings of one utterance: paraphrases brought together, words that only a rewrite quotes marked.

A quotation is told whole, cut, in other words or in another translation.  Two
agencies' translations are variants and both stand.  But a report that rewrites a
wire, or a readout, has no source of its own for other words inside quotation
marks: they are marked unverified.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from coranto.chronology.clusters import Cluster
from coranto.chronology.days import length
from coranto.copies.agencies import agency_named
from coranto.statements.cues import words
from coranto.statements.quotes import find_quotations
from coranto.statements.utterances import stem
from coranto.types import CopyGroup, Edits, Entry, Report, Statement

Vectors = Callable[[Sequence[str]], npt.NDArray[np.float32]]

ALIKE = 0.68
"""Cosine of two contents from which they can be one utterance: with a word in common, no name
in one alone, and one polarity. Paraphrases of invented statements reach 0.62 to 0.78, other
statements of one speaker on one subject 0.39 to 0.72."""
AT_MOST = 40
"""A stem in more statements of one speaker than this makes no pair by itself."""
DAYS = timedelta(days=7)
"""Paraphrases are looked for among statements dated at least as closely as this."""
ALIGNED = 3
"""Words in a row that a rewritten quotation must keep beside those that it changes."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT = frozenset({"not", "no", "never", "n't", "cannot", "none", "nor", "without", "neither"})
_HAS_TALKED = re.compile(
    r"(?:that )?(?:he|she|they|we|I|both|the two)(?: \w+ly)?(?: (?:had|has|have))?"
    r" (?:spoke|spoken|talked|discussed|met|conferred)\b",
    re.IGNORECASE,
)
"""Words that tell that somebody talked, not what was said ("he had spoken with Tan")."""
_OF_TALKS = re.compile(
    r"\b(?:spoke|spoken|speak(?:s|ing)?|talk(?:ed|s|ing)?|discuss(?:ed|es|ions?|ing)?|met"
    r"|meet(?:s|ings?)?|calls?|conversations?|conferred|negotiat\w*|consult\w*|dialogue)\b",
    re.IGNORECASE,
)
_PRIMARY = re.compile(
    r"\b(?:ministry|government|kremlin|foreign affairs|state department|department of state|"
    r"white house|embassy|presidency|chancellery|council of the|mfa|commission)\b",
    re.IGNORECASE,
)


# --- paraphrases and translations ---------------------------------------------------------


def join_paraphrases(clusters: Sequence[Cluster], vectors: Vectors) -> list[Cluster]:
    """Join clusters of one speaker's statements that other reports tell in other words.

    ``vectors`` gives a unit vector for each text. No report is in both of two
    clusters that are joined: who tells both takes them for two. The result does
    not depend on the order of the clusters.
    """
    founders = [_longest(c) for c in clusters]
    order = sorted(range(len(clusters)), key=lambda n: (-_size(founders[n]), founders[n].id))
    told = [{s.report for s in clusters[n].statements} for n in order]
    pairs = _pairs([founders[n] for n in order])
    apart = [(a, b) for a, b in pairs if not told[a] & told[b]]
    near = _near([founders[n] for n in order], apart, vectors)
    home = list(range(len(order)))
    for a, b in near:
        if home[b] == b and home[a] == a and not told[a] & told[b]:
            home[b] = a
            told[a] |= told[b]
    out: dict[int, Cluster] = {}
    for place, n in enumerate(order):
        into = out.setdefault(home[place], Cluster())
        into.statements.extend(clusters[n].statements)
    return list(out.values())


def _longest(cluster: Cluster) -> Statement:
    return min(cluster.statements, key=lambda s: (-_size(s), s.id))


def _size(s: Statement) -> int:
    return sum(c.end - c.start for c in s.content)


def _said(s: Statement) -> str:
    return " ".join(" ".join(c.text.split()) for c in s.content)


def _pairs(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pairs that may be paraphrases: speaker, days, polarity and names agree, some word is shared.

    Pairs are in order, the fuller statement first.
    """
    plain: dict[int, frozenset[str]] = {}
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, s in enumerate(statements):
        speaker = s.speaker.actor if s.speaker is not None else None
        if speaker is not None and length(s.date) <= DAYS:
            plain[n] = _plain(_said(s))
            for word in plain[n]:
                index[speaker, word].append(n)
    pairs = {p for ns in index.values() if len(ns) <= AT_MOST for p in combinations(ns, 2)}
    asked = sorted({n for pair in pairs for n in pair})
    names = {n: _names(_said(statements[n])) for n in asked}
    negative = {n: _negative(_said(statements[n])) for n in asked}
    talks = {n: _talks(_said(statements[n])) for n in asked}
    return sorted(
        (a, b)
        for a, b in pairs
        if statements[a].report != statements[b].report
        and statements[a].date.overlaps(statements[b].date)
        and (names[a] <= names[b] or names[b] <= names[a])
        and negative[a] == negative[b]
        and talks[a] | talks[b] != _ONE_ALONE
        and 3 * len(plain[a] & plain[b]) >= min(len(plain[a]), len(plain[b]))
        and not _two_of_one_speech(statements[a], statements[b], plain[a], plain[b])
    )


_ONE_ALONE = frozenset(("talked", "nothing of talks"))
"""Of two, one tells that somebody talked, the other of something else ("he had agreed")."""


def _talks(text: str) -> frozenset[str]:
    """What a content tells of talks: that they were held, nothing, or something about them."""
    if _HAS_TALKED.match(text):
        return frozenset(("talked",))
    return frozenset() if _OF_TALKS.search(text) else frozenset(("nothing of talks",))


def _two_of_one_speech(a: Statement, b: Statement, x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two direct quotations are of such unlike length that neither translates the other."""
    direct = a.form == b.form == "direct"
    return direct and 2 * min(len(x), len(y)) < max(len(x), len(y))


def _plain(text: str) -> frozenset[str]:
    small = words("small")
    found = (w for w in _WORD.findall(text) if w[0].islower() and w not in small)
    return frozenset(stem(w.replace("’", "'")) for w in found)


def _names(text: str) -> frozenset[str]:
    """Stems of capitalised words and figures that do not open the text."""
    found = [m for m in _WORD.finditer(text) if m.start() > 1 and not m.group()[0].islower()]
    small = words("small")
    return frozenset(stem(m.group().casefold()) for m in found) - small


def _negative(text: str) -> bool:
    return len([w for w in _WORD.findall(text.casefold()) if w in _NOT or w.endswith("n't")]) > 0


def _near(
    statements: Sequence[Statement], pairs: Sequence[tuple[int, int]], vectors: Vectors
) -> list[tuple[int, int]]:
    """The pairs whose contents mean alike, the likest first."""
    asked = sorted({n for pair in pairs for n in pair})
    if not asked:
        return []
    place = {n: row for row, n in enumerate(asked)}
    rows = vectors([_said(statements[n]) for n in asked])
    likeness = {(a, b): float(rows[place[a]] @ rows[place[b]]) for a, b in pairs}
    near = [p for p in pairs if likeness[p] >= ALIKE]
    return sorted(near, key=lambda p: (-round(likeness[p], 4), p))


# --- words that only a rewrite has --------------------------------------------------------


def unverified(
    utterances: Iterable[Sequence[Statement]],
    reports: Mapping[str, Report],
    copies: Sequence[CopyGroup],
) -> frozenset[str]:
    """Ids of statements with words in quotation marks that the wire or readout has otherwise.

    ``utterances`` are the statements of each entry. A report is believed to
    rewrite the base of its copy group, the agency that it credits, and readouts
    of those who speak in them; an agency's own report rewrites nobody.
    """
    bases = {e.report: e for g in copies for e in g.edits if e.report != g.base}
    out: set[str] = set()
    for told in utterances:
        for s in told:
            if not _is_own_source(reports[s.report], bases.get(s.report)):
                changed = _rewritten(s, told, reports, bases.get(s.report))
                if changed or _edited_inside(s, bases.get(s.report), reports):
                    out.add(s.id)
    return frozenset(out)


def by_entry(
    entries: Iterable[Entry], statements: Iterable[Statement]
) -> list[tuple[Statement, ...]]:
    """The statements of each entry that has some."""
    by_id = {s.id: s for s in statements}
    found = (tuple(by_id[m] for m in e.members if m in by_id) for e in entries)
    return [told for told in found if told]


def _is_own_source(report: Report, edits: Edits | None) -> bool:
    """Whether the report is an agency's or an office's own, and no copy of another's."""
    return edits is None and (agency_named(report.outlet) is not None or _is_primary(report))


def _is_primary(report: Report) -> bool:
    return bool(_PRIMARY.search(report.outlet or ""))


def _rewritten(
    s: Statement,
    told: Sequence[Statement],
    reports: Mapping[str, Report],
    edits: Edits | None,
) -> bool:
    """Whether its quotation differs from every wire or readout that tells the same words."""
    own = _quoted(s)
    if not own:
        return False
    models = [
        m
        for m in told
        if m.report != s.report
        and (
            (edits is not None and m.report == edits.base)
            or _is_primary(reports[m.report])
            or _credits(reports[s.report], reports[m.report])
        )
    ]
    verdicts = [
        _differs(own, quotation, cut=_is_cut(m)) for m in models if (quotation := _quoted(m))
    ]
    return bool(verdicts) and all(verdicts)


def _credits(report: Report, other: Report) -> bool:
    """Whether the report credits the agency whose own the other is."""
    agency = agency_named(other.outlet)
    return agency is not None and agency in {agency_named(c) for c in report.credits}


def _quoted(s: Statement) -> list[str]:
    """The words inside the marks of its quotations, in order."""
    out: list[str] = []
    for content in s.content:
        for q in find_quotations(content.text):
            if q.depth == 0:
                out += _WORD.findall(content.text[q.start : q.end].replace("’", "'"))
    return out


def _is_cut(s: Statement) -> bool:
    """Whether words may be left out inside its quotations."""
    pieces = sum(len(find_quotations(c.text)) for c in s.content)
    return pieces > 1 or any("..." in c.text or "…" in c.text for c in s.content)


def _differs(own: Sequence[str], model: Sequence[str], *, cut: bool) -> bool:
    """Whether ``own`` changes words amid those that it shares with ``model``.

    A quotation may be the longer one; what counts stands between words that both
    have (unless the model is ``cut``), or in place of a few words of the model.
    """
    mine, theirs = [stem(w.casefold()) for w in own], [stem(w.casefold()) for w in model]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks or max(b.size for b in blocks) < ALIGNED:
        return False
    first, last = blocks[0], blocks[-1]
    small = words("small")
    for tag, a, b, c, d in matcher.get_opcodes():
        inside = first.a <= a and b <= last.a + last.size
        swapped = tag == "replace" and (inside or max(b - a, d - c) <= ALIGNED)
        new = {w for w in mine[a:b] if w not in small} - set(theirs)
        if new and (swapped or (inside and tag == "delete" and not cut)):
            return True
    return False


@lru_cache(maxsize=256)
def _quoted_parts(text: str) -> tuple[tuple[int, int], ...]:
    """The places of a report's quotations, by paragraph."""
    return tuple(p for q in find_quotations(text) for p in q.parts)


def _edited_inside(s: Statement, edits: Edits | None, reports: Mapping[str, Report]) -> bool:
    """Whether the copy changed words of its base inside the quotation marks of both."""
    if edits is None or s.form == "indirect":
        return False
    told = [
        change
        for change in edits.changed
        if any(c.start <= change.to.start and change.to.end <= c.end for c in s.content)
    ]
    if not told:
        return False
    small = words("small")
    base = _quoted_parts(reports[edits.base].text)
    mine = _quoted_parts(reports[s.report].text)
    for change in told:
        if not _within(change.to.start, change.to.end, mine):
            continue
        if not _within(change.from_.start, change.from_.end, base):
            continue
        new, old = (
            {stem(w.casefold()) for w in _WORD.findall(t.text)} for t in (change.to, change.from_)
        )
        if (new - old - small) and (old - new - small):
            return True
    return False


def _within(start: int, end: int, parts: Sequence[tuple[int, int]]) -> bool:
    return any(s <= start and end <= e for s, e in parts)

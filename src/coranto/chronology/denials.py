"""Acts told as done by some words of a report, and as not done by others.

"They had a contact, but there were no talks": a denial has no event of its own, for what
it tells is that there was none. It is of the act of its kind that the report told last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from coranto.chronology.likeness import family_of
from coranto.language.sentences import split_sentences
from coranto.types import Actor, Event, Evidence

# Nouns and verbs of the acts whose denial is told, by family. "Met" wants a party, a place or the
# end of a clause behind it: "did not meet the deadline" is of no meeting.
_NOUNS = {
    "CONSULT encounter": (
        r"meetings?|talks|negotiations?|encounters?|summit|discussions|consultations"
    ),
    "CONSULT call": r"(?:(?:phone|telephone) )?(?:calls?|conversations?)",
    "CONSULT visit": r"visits?|trip",
}
_VERBS = {
    "CONSULT encounter": (
        r"(?:meet|met)(?=[.,;]| (?-i:[A-Z])"
        r"| (?:with|him|her|them|each other|in person|face|on|in|at|during"
        r"|(?:the|his|its|their)(?: \w+){1,2} (?:minister|president|leader|envoy|counterpart))\b)"
        r"|(?:hold|held|have|had) (?:any )?(?:formal |official |bilateral )?"
        r"(?:meetings?|talks|negotiations)\b"
    ),
    "CONSULT call": r"(?:call|called|phone|phoned)(?=[.,;]| (?-i:[A-Z]))",
    "CONSULT visit": r"(?:visit|visited|travel(?:l?ed)? to)(?= (?-i:[A-Z]))",
}
# What may stand before the noun of a denial of the whole: where there were no serious talks,
# there may have been talks.
_WHOLE = (
    r"(?:(?:full-fledged|fully[- ]fledged|full|formal|official|proper|real|actual|bilateral"
    r"|separate|private|such|direct|face-to-face|one-on-one|secret) ){0,2}"
)
_FORMS = (
    r"\bthere (?:was|were|has been|have been) no @W(?:@N)\b",
    r"\bno @W(?:@N) (?:(?:has|have) taken place|took place|(?:was|were) held|happened|occurred)\b",
    r"(?:\b(?:it|this|that) (?:was not|wasn['’]t)|\bnot) an? @W(?!summit)(?:@N)\b(?=,| but\b)",
    r"(?<!\bI )(?<!\bwe )(?<!\byou )\b(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t"
    r"|never) (?:@V)",
    r"\bden(?:y|ies|ied) (?:that )?(?:there (?:was|were|had been) )?(?:an?|any) @W(?:@N)\b",
    r"\bden(?:y|ies|ied) (?:that )?(?:they|the (?:two|pair|ministers|leaders|sides)) (?:had )?"
    r"(?:ever )?(?:@V)",
)
_PATTERNS = {
    family: re.compile(
        "|".join(_FORMS).replace("@W", _WHOLE).replace("@N", noun).replace("@V", _VERBS[family]),
        re.IGNORECASE,
    )
    for family, noun in _NOUNS.items()
}
# A word that each of the forms has.
_NEGATION = re.compile(r"\b(?:no|not|never|den(?:y|ies|ied))\b|n['’]t\b", re.IGNORECASE)
# Before it: a condition or a question denies nothing. Behind it: of another time, of what lay
# ahead, or of a matter ("no talks on fishing").
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|would|could|should|might|may|why|had there)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\s*(?:on|about|regarding|over|concerning|of|for|set)\b"
    r"|[^.;]{0,40}\b(?:since|yet|until|before|planned|scheduled|agenda|in \d{4}"
    r"|last (?:month|week)|years?)\b",
    re.IGNORECASE,
)
_PARTIES_BEHIND = re.compile(r"\s*(?:with|between)?\s*(?P<names>[^.,;]{0,60})", re.IGNORECASE)
# A name; at the head of a sentence these are none.
_NAME = re.compile(
    r"\b(?!(?:The|They|Their|He|She|His|Her|It|Its|Both|But|And|So|Yet|However|Still|In|On|At|As|An)\b)"
    r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*"
)
_FAR = 500
"""Characters behind a denial in which the act may stand that it is of: headlines deny first."""


def find_denials(
    events: Sequence[Event], texts: Mapping[str, str], actors: Mapping[str, Actor]
) -> dict[str, list[Evidence]]:
    """The sentences that deny an act which the same report tells as done, by the event's id.

    ``texts`` and ``actors`` are by id.
    """
    told: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for e in events:
        if e.status == "happened" and family_of(e) in _PATTERNS:
            told[e.report, family_of(e)].append(e)
    found: dict[str, list[Evidence]] = defaultdict(list)
    for (report, family), acts in sorted(told.items()):
        for sentence, m in _denying(texts[report], _PATTERNS[family]):
            act = _denied(acts, m)
            if act is not None and _is_of_its_parties(act, sentence, m, actors):
                found[act.id].append(Evidence(report, *sentence, texts[report][slice(*sentence)]))
    return found


def _denying(
    text: str, pattern: re.Pattern[str]
) -> Iterator[tuple[tuple[int, int], re.Match[str]]]:
    """The sentences that deny something, each with its first denial."""
    if _NEGATION.search(text) is None:
        return
    for start, end in split_sentences(text):
        m = pattern.search(text, start, end) if _NEGATION.search(text, start, end) else None
        if m is None or text[start:end].rstrip("\"”’' ").endswith("?"):
            continue
        if not _UNSURE.search(text[start : m.start()]) and not _OF_ELSE.match(text[m.end() : end]):
            yield (start, end), m


def _denied(acts: Sequence[Event], m: re.Match[str]) -> Event | None:
    """The act that was told last before the denial; of a headline's, the first behind it."""
    words = [(e.predicate.start if e.predicate is not None else e.start, e.id, e) for e in acts]
    apart = [w for w in words if not m.start() <= w[0] < m.end()]
    before = [w for w in apart if w[0] < m.start()]
    behind = [w for w in apart if m.end() <= w[0] <= m.end() + _FAR]
    if before:
        return max(before)[2]
    return min(behind)[2] if behind else None


def _is_of_its_parties(
    act: Event, sentence: tuple[int, int], m: re.Match[str], actors: Mapping[str, Actor]
) -> bool:
    """Whether the denial names nobody but the parties of the act: "did not meet Tan"."""
    ids = {p.actor for p in (*act.sources, *act.targets) if p.actor is not None}
    names = {
        word.casefold()
        for i in ids
        if i in actors
        for name in (actors[i].name, *actors[i].names)
        for word in name.split()
    }
    behind = _PARTIES_BEHIND.match(m.string, m.end(), sentence[1])
    named = _last_names(behind["names"] if behind is not None else "")
    doers = _last_names(m.string[max(sentence[0], m.start() - 30) : m.start()])
    is_of_doer = re.match(r"did|has|have|never", m.group(), re.IGNORECASE) is not None
    return (not named or named[0] in names) and (
        not is_of_doer or not doers or any(n in names for n in doers)
    )


def _last_names(words: str) -> list[str]:
    """The last word of each name: "Kim Jong Un" is not "Kim Yong Chol", "President Tan" is Tan."""
    return [name.rstrip(".'’").casefold().split()[-1] for name in _NAME.findall(words)]

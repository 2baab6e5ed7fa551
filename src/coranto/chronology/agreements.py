"""When two tellings of an agreement are of one: its parties, its matter, and "the deal".

States that agree are told as countries, as their leaders and as "the two sides". What they
agree on tells two agreements of one day apart. Words that say nothing of it ("the accord")
are of the deal itself: never of one point that the parties agreed on beside it, or else all
who spoke of the deal would vouch for the point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from coranto.chronology.words import content_stems, overlap
from coranto.types import Actor, Event, Span

if TYPE_CHECKING:
    from coranto.chronology.likeness import Likeness

A_WEEK: Final = timedelta(days=7)
SAME: Final = 0.5
"""Share of the shorter matter's content words that must recur in one report's two tellings."""
A_THIRD: Final = 1 / 3
"""The same, of two reports: one that tells two agreements takes them for two."""

_GENERIC: Final = content_stems(
    "agreement deal accord pact treaty each other both two joint trilateral bilateral statement"
    " communique declaration document text paper press landmark new between how final some kind"
    " plan proposal framework tentative historic eu european union un united nations western"
    " wording point points pointed continue continues continued"
)
"""Stems of words for an agreement or its document that say nothing of what it is on; nor does
the body whose agreement it is."""
_SAME_WORD: Final = {
    **dict.fromkeys(content_stems("implement implements implemented implementation"), "implement"),
    **dict.fromkeys(content_stems("extend extends extension prolong prolongation"), "extend"),
    **dict.fromkeys(content_stems("renew renews renewal"), "extend"),
    **dict.fromkeys(content_stems("amend amends amendment amendments"), "amend"),
    **dict.fromkeys(content_stems("annex annexes protocol"), "implement"),
}
_ON_ANOTHER: Final = frozenset(_SAME_WORD.values())
"""An agreement on what becomes of another (its implementation, extension) is not that other."""
_BECOMES: Final = re.compile(r"(?:extend|renew|prolong|implement|amend)", re.IGNORECASE)
"""Verbs that tell what becomes of an agreement ("the accord was extended")."""
_RELATIONS: Final = content_stems(
    "tie ties relation relations rift embassy embassies consulate consulates ceasefire truce peace"
)
"""Stems of words for what is never a point of another deal: the relations of two states, peace."""
BROKERED: Final = re.compile(
    r"[\w.()]+-(?:facilitated|brokered|mediated|sponsored|backed|proposed|led|drafted)\b",
    re.IGNORECASE,
)
"""Words for who brought a deal about ("EU-facilitated"), which say nothing of what it is on."""
_SETTLED: Final = re.compile(
    r"\b(?P<verb>end|ending|resolve|resolving|settle|settling|overcome|forgo|bury"
    r"|(?:put|set|leave|putting|setting|leaving) (?:aside|behind))"
    r"(?P<between> (?!any\b|future\b|all\b|further\b)(?:[\w’'-]+ ){0,5}?)"
    r"(?:disputes?|feud|row|quarrel|differences|tensions?|stand-?off|disputed issues)\b",
    re.IGNORECASE,
)
"""To settle what the parties differ on: an agreement on their relations, in other words."""
_CEASED: Final = re.compile(
    r"\b(?:cessation of|ceas(?:e|es|ed|ing)|end(?:s|ed|ing)?|(?:an )?end to|halt(?:s|ed|ing)?"
    r"|stop(?:s|ped|ping)?)(?: (?!for\b|of\b|to\b|in\b|on\b|with\b|by\b|against\b)[\w’'-]+){0,3}?"
    r" (?:hostilities|fighting|wars?|bloodshed)\b",
    re.IGNORECASE,
)
"""To fight no more: a ceasefire, in other words."""
_GOES_ON: Final = re.compile(r" (?:to|on|for|aimed at) [^,.;:\n]{2,80}")
"""What a document is on, told behind the words that name it ("a plan to restore ties")."""
_DOCUMENT: Final = re.compile(r"\b(?:plan|proposal|deal|agreement|accord|pact|text)$", re.I)
_TAIL: Final = re.compile(
    r"\s*\b(?:(?:reached|made|struck|concluded|signed|brokered|mediated) (?:by|between|in|on|at)"
    r"|with (?:\w+ ){0,2}(?:support|backing|help|mediation|blessing)"
    r"|(?:after|following) (?:\w+ ){0,3}(?:hours|days|weeks|months|years|talks)"
    r"|on (?:\d{1,2} )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April"
    r"|May|June|July|August|September|October|November|December))\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Words behind the agreement that tell its parties, brokers or time, not what it is on."""
DEAL_NOUN: Final = r"(?:deal|agreement|accord|pact|treaty|truce|ceasefire)"
"""A pattern for the nouns of an agreement."""
_IS_DEAL: Final = re.compile(rf"\b{DEAL_NOUN}\b", re.IGNORECASE)
_KNOWN_DEAL: Final = re.compile(
    rf"\b(?:the|their|its|this) (?:[\w-]+ ){{0,2}}{DEAL_NOUN}\b", re.IGNORECASE
)
_ONE_OF_SEVERAL: Final = re.compile(
    r"\b(?:also|additionally|further(?:more)?|as well|in addition|separately)\b", re.IGNORECASE
)
_FORCES: Final = re.compile(
    r"\b(?:rebels?|forces|fighters|separatists|guerrillas?|insurgents?|militants?|insurgency"
    r"|authorities)$"
)
"""Words, in small letters, by which the other side of a war within a state is told."""
_ONE_NAME: Final = 0.7
"""Share of the shorter name's words that must recur for one body whose name is translated."""
_HEADS: Final = re.compile(
    r"\b(?:leaders?|presidents?|sides?|governments?|heads of|rivals|neighbou?rs|states"
    r"|countries)\b",
    re.IGNORECASE,
)
"""Groups that stand for their state: not its soldiers, officials or companies."""


def states_of(event: Event, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The states (ISO 3166 alpha-2) that agree; empty where others than they and theirs do.

    A body without a country ("the EU") may be told among the parties whose deal it brokered.
    """
    found: set[str] = set()
    for mention in (*event.sources, *event.targets):
        actor = actors.get(mention.actor) if mention.actor is not None else None
        if actor is None or actor.country is None:
            if actor is None or actor.kind != "organisation":
                return frozenset()
        elif actor.kind in ("country", "person") or (
            actor.kind == "group" and _HEADS.search(actor.name)
        ):
            found.add(actor.country)
        else:
            return frozenset()
    return frozenset(found)


def same_states(a: Likeness, b: Likeness) -> bool:
    """Whether the same two states or more agree, told as countries here and as leaders there."""
    few, many = sorted((a.persons, b.persons), key=len)
    return len(a.states) > 1 and a.states == b.states and few <= many


def same_sides(a: Likeness, b: Likeness) -> bool:
    """Whether the same state agrees with its rebels: told as such here, by their name there."""
    one, other = _parties(a) - _parties(b), _parties(b) - _parties(a)
    if len(one) != 1 or len(other) != 1 or not _parties(a) & _parties(b):
        return False
    if len(a.countries) != 1 or a.countries != b.countries:
        return False
    x, y = (like.names.get(p, "") for like, (p,) in ((a, one), (b, other)))
    words = [content_stems(_FORCES.sub("", name)) for name in (x, y)]
    if _FORCES.search(x) or _FORCES.search(y):
        return not all(words) or bool(words[0] & words[1])
    return overlap(*words) >= _ONE_NAME


def matter(like: Likeness) -> frozenset[str]:
    """What an agreement is on: stems of the words for it that name neither a document, nor its
    place, its parties or who brokered it."""
    event = like.event
    if event.object is None:
        return frozenset()
    around = [m.text for m in (*event.sources, *event.targets)]
    if event.place is not None:
        around.append(event.place.name)
    words = _words_for(event, event.object)
    if event.predicate is not None and _BECOMES.match(event.predicate.text):
        words = f"{event.predicate.text} {words}"
    return _matter(words, " ".join(around))


def _words_for(event: Event, thing: Span) -> str:
    """The words for what is agreed on, with those behind a document's name that tell its matter."""
    told = event.evidence[0]
    if _DOCUMENT.search(thing.text) is None or not told.start <= thing.end <= told.end:
        return thing.text
    more = _GOES_ON.match(told.text, thing.end - told.start)
    return thing.text if more is None else thing.text + more.group()


@lru_cache(maxsize=16384)
def _matter(words: str, around: str) -> frozenset[str]:
    told = _SETTLED.sub(r"\g<verb>\g<between>rift", BROKERED.sub(" ", words))
    told = _CEASED.sub("ceasefire", told)
    kept = content_stems(_TAIL.sub("", told, count=1))
    return frozenset(_SAME_WORD.get(w, w) for w in kept - _GENERIC - content_stems(around))


def is_vague(like: Likeness) -> bool:
    """Whether nothing says what is agreed on ("an accord")."""
    return like.family == "AGREE" and not matter(like)


def is_one_agreement(a: Likeness, b: Likeness) -> bool:
    """Whether what the same parties agree on here is what they agree on there.

    Twice on their relations, or on much the same: "to restore relations", "to resume ties and
    reopen embassies". Words that say nothing of it are of the deal alone.
    """
    one, other = matter(a), matter(b)
    if not one and not other:
        return True
    if not one or not other:
        vague, told = (a, b) if not one else (b, a)
        return _is_of(vague, told)
    if are_of_two_orders(one, other):
        return False
    rests = one - _ON_ANOTHER, other - _ON_ANOTHER
    if not all(rests):
        return True  # both on its implementation, and one says not of what
    one_report = a.event.report == b.event.report
    on_relations = bool(one & _RELATIONS and other & _RELATIONS)
    # What states agreed on and what their ministers did then are two for one report.
    if on_relations and not (one_report and _parties(a) != _parties(b)):
        return True
    return overlap(*rests) >= (SAME if one_report else A_THIRD)


def is_one_news(a: Likeness, b: Likeness) -> bool:
    """Whether two tellings of which one at least gives no day are news of one agreement.

    The same parties, or the one that is named, agree in the same words: in one report; on a
    ceasefire or on their relations in one week; or sign a document that is told in those words.
    """
    one, other = matter(a), matter(b)
    if not _parties(a) or (_parties(a) != _parties(b) and not same_sides(a, b)):
        return False
    if is_on_relations(one) and is_on_relations(other):
        return _end_within_a_week(a.event, b.event)
    if overlap(one, other) < SAME or are_of_two_orders(one, other):
        return False
    return a.family != "AGREE" or a.event.report == b.event.report


def _parties(like: Likeness) -> frozenset[str]:
    return like.sources | like.targets


def are_of_two_orders(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one matter is an agreement, the other what becomes of an agreement."""
    return bool(one & _ON_ANOTHER) != bool(other & _ON_ANOTHER)


def is_on_relations(words: frozenset[str]) -> bool:
    """Whether the matter is the relations of states, or peace."""
    return bool(words & _RELATIONS)


def _is_of(vague: Likeness, told: Likeness) -> bool:
    """Whether "the deal" is this one: the main agreement of those days, or the one that the same
    report told before. News of "a deal" is of the days of its report."""
    known = _is_known(vague)
    if not known and not _end_within_a_week(vague.event, told.event):
        return False
    before = vague.event.report == told.event.report and told.event.start <= vague.event.start
    return (known and before and not _is_beside(told)) or is_the_deal(told)


def _is_known(vague: Likeness) -> bool:
    """Whether it is told as "the deal"."""
    words = vague.event.object.text if vague.event.object is not None else ""
    return _KNOWN_DEAL.search(words) is not None


def is_of_its_days(vague: Likeness, told: Likeness) -> bool:
    """Whether "a deal" that is told as news may be the one told, by the days of both."""
    return _is_known(vague) or _end_within_a_week(vague.event, told.event)


def _end_within_a_week(a: Event, b: Event) -> bool:
    x, y = a.date.latest, b.date.latest
    return x is None or y is None or abs(x - y) <= A_WEEK


def is_the_deal(like: Likeness) -> bool:
    """Whether it is told as a deal, or is on relations, peace or another deal: no mere point."""
    words = like.event.object.text if like.event.object is not None else ""
    own = _IS_DEAL.search(BROKERED.sub(" ", words)) is not None
    return (own or is_on_relations(matter(like))) and not _is_beside(like)


def _is_beside(like: Likeness) -> bool:
    """Whether it is told as one more thing that was agreed ("they also agreed")."""
    word, told = like.event.predicate, like.event.evidence[0]
    before = told.text if word is None else told.text[: max(0, word.start - told.start)]
    return _ONE_OF_SEVERAL.search(before) is not None


def is_guessed_day(a: Likeness, b: Likeness) -> bool:
    """Whether the day of one, told from the sentences before it alone, is a guess for the other's.

    The report then tells of an agreement of the days before ("Tan said on Thursday … They
    agreed on the annex in Oslo").
    """
    guesses = [x for x in (a, b) if x.event.date_basis == "narrative"]
    firm = [x for x in (a, b) if x.event.date_basis == "time expression"]
    if len(guesses) != 1 or len(firm) != 1 or a.event.report == b.event.report:
        return False
    late, day = guesses[0].event.date.day, firm[0].event.date.day
    if late is None or day is None or not timedelta(0) <= late - day <= A_WEEK:
        return False
    return bool(matter(a) and matter(b)) and is_one_agreement(a, b)

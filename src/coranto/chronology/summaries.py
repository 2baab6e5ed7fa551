"""One line for an act: who did what to whom, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coranto.chronology.phrases import (
    capitalised,
    in_sentence,
    named,
    past_of,
    quotation_ended,
    small_start,
)
from coranto.language.lemma import lemma
from coranto.types import Actor, Event, Status

_VERBS: dict[str, tuple[str, str]] = {
    # type and mode: (told as happened, told as planned)
    "CONSULT meet": ("met", "to meet"),
    "CONSULT talks": ("held talks with", "to hold talks with"),
    "CONSULT host": ("received", "to receive"),
    "CONSULT call": ("spoke by telephone with", "to telephone"),
    "CONSULT visit": ("visited", "to visit"),
    "CONSULT mediate": ("mediated between", "to mediate between"),
    "AGREE sign": ("signed", "to sign"),
    "AGREE joint-statement": ("issued", "to issue"),
    "AGREE": ("agreed on", "to agree on"),
    "REQUEST propose": ("proposed", "to propose"),
    "REQUEST invite": ("invited", "to invite"),
    "REQUEST demand": ("called on", "to call on"),
    "REQUEST": ("asked", "to ask"),
    "SUPPORT praise": ("praised", "to praise"),
    "SUPPORT endorse": ("backed", "to back"),
    "SUPPORT": ("backed", "to back"),
    "RETREAT withdraw": ("withdrew from", "to withdraw from"),
    "RETREAT release": ("released", "to release"),
    "ACCUSE": ("accused", "to accuse"),
    "ACCUSE disapprove": ("criticised", "to criticise"),
    "ACCUSE investigate": ("investigated", "to investigate"),
    "REJECT": ("rejected", "to reject"),
    "REJECT deny": ("denied", "to deny"),
    "REJECT decline": ("declined", "to decline"),
    "THREATEN": ("warned", "to warn"),
    "PROTEST": ("protested against", "to protest against"),
    "RETREAT resign": ("resigned", "to resign"),
    "SANCTION expel": ("expelled", "to expel"),
    "COERCE arrest": ("detained", "to detain"),
}
_PACT = re.compile(
    r"[A-Z].*\b(?:Initiative|Agreement|Accords?|Pact|Treaty|Deal|Convention|Protocol)$", re.DOTALL
)
"""Names of agreements, as a headline has them without "the"."""
_UNTOLD = re.compile(
    r"(?:(?:the|this|that|its|their|an?|to \w+ (?:the|this)) "
    r"(?:deal|agreement|accord|pact|treaty|truce|initiative)|(?:to \w+ )?(?:it|them))$",
    re.IGNORECASE,
)
"""Words for an agreement that do not say which it is."""
_LEAVING = re.compile(r"(?:pull|withdr|quit|exit|left$|leav|walk|drop|back)\w*")
"""Verbs by which somebody leaves an agreement."""
_BROKERED = ("brokered", "to broker")
_FRAMES: dict[Status, str] = {
    "happened": "{who} {happened} {whom}{where}",
    "planned": "{who} {planned} {whom}{where}",
    "cancelled": "Cancelled: {who} {planned} {whom}{where}",
    "denied": "Denied: that {who} {happened} {whom}{where}",
    "alleged": "Alleged: that {who} {happened} {whom}{where}",
}
_PARTICLE = re.compile(r" (?:down|up|out|off|back|away|aside|over|apart)\b")
"""Words that belong to the verb before them ("stepped down")."""
_AS_WHAT = re.compile(
    r"(?: (?:down|aside|back))? (?P<office>as [^,.;:\n]{2,60}?)"
    r"(?= in | on | after | and (?:\w+ed|has|have|had|is|was|will)\b|[,.;:\n]|$)"
)
"""The office that somebody leaves."""
_LEFT_OPEN = re.compile(r",? (?:including|such as) (?:what|which|that|those|whom?)$|,$")
"""The end of an object whose last words go on behind it."""
_OF_ANOTHER = re.compile(r"(?:announc|unveil|hail|extend|renew|prolong)\w*", re.IGNORECASE)
"""Verbs that tell of an agreement, or what becomes of it: not that it was agreed on."""
_DANGLING = re.compile(r" (?:with|on|to|between|against|from)(?= (?:in|at) |$)")
_TO_DO = re.compile(r"\s+(?P<deed>(?:not )?to [a-z][^,.;:\"“”\n]{2,160}?)(?=[,.;:\"“”\n]| and |$)")
_DONE = re.compile(r" [^,.;:\n]{2,80}?(?=[,.;:\n]| and | while |$)")
_RELATIONS = re.compile(r"\b(?:ties|relations|links|contacts?)$", re.IGNORECASE)
_BUILDING = re.compile(
    r"\b(?:Palace|Hall|Hall of the People|Hotel|House|Airport|Guest ?[Hh]ouse|Embassy|Cent(?:re|er)"
    r"|Complex|Castle|Base)$"
)
"""Places that an act is done at, and whose names take "the"."""
_TO_COME = re.compile(r"\b(?:to|will|would|shall|should|can|could|may|might|must) (?:\w+ly )?$")
"""Words behind which a verb stands in its base form."""
_UNCHANGED = frozenset(("set", "cut", "put", "hit", "let", "shut"))
"""Verbs whose past is their base form."""
_NOUN = re.compile(r"(?:ions?|ments?|s)$")
_WITH_WHOM = {"AID": "to", "COOPERATE": "with"}
"""Prepositions for whom an act with a thing was done to, by root type."""
_OWN_AGREEMENT = re.compile(r"(?:accept|pledg|vow|undert|consent|promis)\w*", re.IGNORECASE)
"""Verbs by which one party agrees, with their objects."""


def is_untold(event: Event) -> bool:
    """Whether the words for what was agreed on, or left, do not say what it is ("the deal")."""
    return event.object is not None and _UNTOLD.match(event.object.text) is not None


def summarise_event(event: Event, status: Status, actors: Mapping[str, Actor]) -> str:
    """A sentence on an event, from its coding alone ("Sergei Lavrov met Li Hui in Moscow")."""
    code = f"{event.type} {event.mode}" if event.mode else event.type
    happened, planned = _VERBS.get(code) or _in_its_own_words(event)
    if code == "SANCTION withdraw" and _LEAVING.match(happened):
        happened, planned = _VERBS["RETREAT withdraw"]
    who, whom = (in_sentence(named(side, actors)) for side in (event.sources, event.targets))
    if whom == who:
        whom = ""  # one mention names both sides
    where = _where(event)
    thing = _thing(event, code)
    if code not in _VERBS and thing and _is_of_both(event):
        who, whom = in_sentence(named((*event.sources, *event.targets), actors)), ""
    if event.mode == "visit" and event.place is not None:
        whom, where = in_sentence([event.place.name]), ""
    elif event.type == "AGREE":
        who, happened, planned, whom, where = _agreement(
            event, actors, (who, happened, planned, whom, where), thing
        )
    else:
        happened, planned, whom = _act(event, code, (happened, planned, whom), thing)
    if event.place is not None and f" {whom}".endswith(f" {event.place.name}"):
        where = ""  # "stormed the embassy in Oslo", "attacked ships in the Red Sea"
    text = _FRAMES[status].format(
        who=who or "unnamed",
        happened=happened,
        planned=planned,
        whom=whom,
        where=where,
    )
    return capitalised(quotation_ended(_DANGLING.sub("", " ".join(text.split()))))


def _thing(event: Event, code: str) -> str:
    """The words for what was acted on; for an act in its own words, those behind it."""
    if event.object is not None:
        words = small_start(_LEFT_OPEN.sub("", event.object.text))
        return f"the {words}" if _PACT.match(words) else words
    if event.mode == "joint-statement":
        return "a joint statement"
    told, word = event.evidence[0], event.predicate
    if code in _VERBS or word is None or not event.predicate_in(told) or not _is_of_both(event):
        return ""
    behind = _DONE.match(told.text, word.end - told.start)
    return "" if behind is None else behind.group().strip()


def _is_of_both(event: Event) -> bool:
    """Whether one mention names both sides: what they did, they did together."""
    places = {(m.start, m.end) for m in event.sources}
    return bool(event.targets) and {(m.start, m.end) for m in event.targets} <= places


def _where(event: Event) -> str:
    if event.place is None:
        return ""
    name = event.place.name
    if name.startswith(("Camp ", "Fort ")):
        return f" at {name}"
    if _BUILDING.search(name):
        return f" at {name}" if name.startswith("the ") else f" at the {name}"
    return f" in {in_sentence([name])}"


def _agreement(
    event: Event, actors: Mapping[str, Actor], told: tuple[str, str, str, str, str], thing: str
) -> tuple[str, str, str, str, str]:
    """Who agreed, the verbs, on what, and where."""
    who, happened, planned, whom, where = told
    happened, planned = _of_agreement(event, thing, happened, planned)
    if where in f" {thing}":
        where = ""
    if happened == "agreed":
        happened, planned, where = f"agreed{where}", f"to agree{where}", ""
    apart = [t for t in event.targets if t.text not in thing]
    told_apart = len(apart) == len(event.targets)
    alone = _OWN_AGREEMENT.match(happened) is not None
    if whom and not alone and (told_apart if thing else event.mode == "sign"):
        who, whom = in_sentence(named((*event.sources, *event.targets), actors)), ""
    if (alone and thing) or not apart:
        whom = ""  # "signed an accord with Ostland"
    elif not told_apart:
        whom = in_sentence(named(apart, actors))
    whom = f"{thing} with {whom}" if thing and whom and whom not in thing else thing or whom
    return who, happened, planned, whom, where


def _act(event: Event, code: str, told: tuple[str, str, str], thing: str) -> tuple[str, str, str]:
    """The verbs of another act, and to whom or what it was done."""
    happened, planned, whom = told
    if code == "REQUEST propose":
        whom = f"{thing} with {whom}" if thing and whom else thing or whom
    elif event.mode == "mediate" and thing:
        word = "" if event.predicate is None else event.predicate.text.lower()
        happened, planned = ("mediated", "to mediate") if "mediat" in word else _BROKERED
        whom = thing  # with its parties, if named
    elif event.mode == "resign" and (office := _behind(event, _AS_WHAT)):
        whom = office["office"]
    elif event.type == "REQUEST" and whom and (asked := _what_was_asked(event)):
        whom = f"{whom} {asked}"
    elif not whom:
        whom = thing
    elif thing and (code not in _VERBS or event.type == "REJECT"):
        whom = _thing_of(event, thing, whom)
    return happened, planned, whom


def _behind(event: Event, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The words directly behind the one that tells the act."""
    told, word = event.evidence[0], event.predicate
    if word is None or not event.predicate_in(told):
        return None
    return pattern.match(told.text, word.end - told.start)


def _thing_of(event: Event, thing: str, whom: str) -> str:
    """A thing and whose it is: "rejected the plan (Iran)", "cut ties with Iran"."""
    if any(t.text in thing or thing in t.text for t in event.targets):
        return thing
    preposition = "with" if _RELATIONS.search(thing) else _WITH_WHOM.get(event.type)
    return f"{thing} {preposition} {whom}" if preposition else f"{thing} ({whom})"


def _what_was_asked(event: Event) -> str:
    """The words behind whoever was asked: "to step onto the northern side"."""
    told = event.evidence[0]
    for mention in event.targets:
        if told.start <= mention.end <= told.end:
            match = _TO_DO.match(told.text, mention.end - told.start)
            if match is not None:
                return match["deed"]
    return ""


def _of_agreement(event: Event, thing: str, happened: str, planned: str) -> tuple[str, str]:
    """ "Agreed to …" and "reached a deal", not "agreed on to …", "agreed on a deal"."""
    word = "" if event.predicate is None else event.predicate.text.lower()
    if event.mode is not None:
        return happened, planned
    if (_OWN_AGREEMENT.match(word) or _OF_ANOTHER.match(word)) and thing:
        return _in_its_own_words(event)
    if thing.startswith(("to ", "that ")):
        return "agreed", "to agree"
    if word in ("reached", "struck", "concluded", "reach", "strike"):
        return "reached", "to reach"
    return happened, planned


def _in_its_own_words(event: Event) -> tuple[str, str]:
    """The report's own word for an act that the table has no words for: "severed"."""
    if event.predicate is None:
        return event.type.lower(), f"– planned: {event.type.lower()}"
    word = " ".join(event.predicate.text.lower().split())
    told = event.evidence[0]
    before = told.text[: max(0, event.predicate.start - told.start)]
    if event.predicate_in(told) and _TO_COME.search(before):
        return word, f"to {word}"
    first, _, rest = word.partition(" ")
    particle = _behind(event, _PARTICLE)
    if particle is not None and not rest:
        rest = particle.group().strip()
    base = lemma(first, "VERB")
    is_verb = first in _UNCHANGED or (base != first and not _NOUN.search(first))
    planned = f"to {base} {rest}" if is_verb else f"– planned: {word}"
    return f"{past_of(first)} {rest}".strip(), planned.strip()

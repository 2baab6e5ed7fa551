"""One line for a reader: who did what to whom, or who said what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coranto.types import Actor, Event, Mention, Statement, Status

LONGEST_CONTENT = 220
"""Characters of a statement's words that its summary shows."""

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
    "SANCTION expel": ("expelled", "to expel"),
    "COERCE arrest": ("detained", "to detain"),
}
_FRAMES: dict[Status, str] = {
    "happened": "{who} {happened} {whom}{where}",
    "planned": "{who} {planned} {whom}{where}",
    "cancelled": "Cancelled: {who} {planned} {whom}{where}",
    "denied": "Denied: that {who} {happened} {whom}{where}",
    "alleged": "Alleged: that {who} {happened} {whom}{where}",
}
_LEADING = re.compile(r"^(?:also|later|then|again|meanwhile|recently)\s+")
_DANGLING = re.compile(r" (?:with|on|to|between|against|from)(?= in |$)")
_TO_DO = re.compile(r"\s+(?P<deed>to [a-z][^,.;:\"“”\n]{2,100}?)(?=[,.;:\"“”\n]| and |$)")
_RELATIONS = re.compile(r"\b(?:ties|relations|links|contacts?)$", re.IGNORECASE)
_THINGS = frozenset(("REQUEST propose",))


def summarise_event(event: Event, status: Status, actors: Mapping[str, Actor]) -> str:
    """A sentence on an event, from its coding alone ("Sergei Lavrov met Li Hui in Moscow")."""
    code = f"{event.type} {event.mode}" if event.mode else event.type
    happened, planned = _VERBS.get(code) or _in_its_own_words(event)
    whom = _names(event.targets, actors)
    who = _names(event.sources, actors)
    if whom == who:
        whom = ""  # one mention names both sides
    where = "" if event.place is None else f" in {event.place.name}"
    thing = "" if event.object is None else event.object.text
    if event.mode == "visit" and event.place is not None:
        whom, where = event.place.name, ""
    elif event.type == "AGREE":
        happened, planned = _of_agreement(event, thing, happened, planned)
        if where in f" {thing}":
            where = ""
        if happened == "agreed":
            happened, planned, where = f"agreed{where}", f"to agree{where}", ""
        told_apart = not any(t.text in thing for t in event.targets)
        if whom and (told_apart if thing else event.mode == "sign"):
            who, whom = _names((*event.sources, *event.targets), actors), ""
        whom = f"{thing} with {whom}" if thing and whom and whom not in thing else thing or whom
    elif code in _THINGS:
        whom = f"{thing} with {whom}" if thing and whom else thing or whom
    elif event.mode == "mediate" and thing:
        happened, planned, whom = "brokered", "to broker", thing  # with its parties, if named
    elif event.type == "REQUEST" and whom and (asked := _what_was_asked(event)):
        whom = f"{whom} {asked}"
    elif not whom:
        whom = thing
    elif thing and (code not in _VERBS or event.type == "REJECT"):
        whom = _thing_of(event, thing, whom)
    if where and f" {whom} ".endswith(f"{where} "):
        where = ""  # "stormed the embassy in Oslo"
    text = _FRAMES[status].format(
        who=who or "unnamed",
        happened=happened,
        planned=planned,
        whom=whom,
        where=where,
    )
    return capitalised(_DANGLING.sub("", " ".join(text.split())))


def capitalised(text: str) -> str:
    """The line with a capital at its head: "Protesters stormed the embassy"."""
    return text[:1].upper() + text[1:]


def _thing_of(event: Event, thing: str, whom: str) -> str:
    """A thing and whose it is: "rejected the plan (Iran)", "cut ties with Iran"."""
    if any(t.text in thing for t in event.targets):
        return thing
    return f"{thing} with {whom}" if _RELATIONS.search(thing) else f"{thing} ({whom})"


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
    if event.mode is None and thing.startswith(("to ", "that ")):
        return "agreed", "to agree"
    if event.mode is None and word in ("reached", "struck", "concluded", "reach", "strike"):
        return "reached", "to reach"
    return happened, planned


def summarise_statement(statement: Statement, actors: Mapping[str, Actor]) -> str:
    """Who said what, to whom, through whom, in the statement's own words."""
    if statement.form != "direct" and (told := summarise_spoken_act(statement, actors)):
        via = _names(statement.chain, actors)
        return f"{told} (via {via})" if via else told
    who = _names((statement.speaker,), actors) or "Unnamed source"
    content = summarise_content(statement)
    to = f" to {name}" if (name := _names((statement.addressee,), actors)) else ""
    via = _names(statement.chain, actors)
    through = f" (via {via})" if via else ""
    return capitalised(f"{who}{to}{through}: {content}")


def _in_its_own_words(event: Event) -> tuple[str, str]:
    """The report's own word for an act that the table has no words for: "severed"."""
    word = event.type.lower() if event.predicate is None else event.predicate.text.lower()
    return word, f"– planned: {word}"


def summarise_spoken_act(statement: Statement, actors: Mapping[str, Actor]) -> str | None:
    """An act done in words, in those words ("Lavrov praised Beijing's “balanced” position").

    ``None`` where the cue does not stand right before its content.
    """
    if len(statement.cue) != 1 or not statement.content or statement.speaker is None:
        return None
    cue, content = statement.cue[0], statement.content[0]
    is_participle = cue.text.split()[0].endswith("ing")
    has_words = any(c.isalnum() for c in cue.text)  # "Lund: a deal is near" has a mark alone
    if is_participle or not has_words or not 0 <= content.start - cue.end <= 3:
        return None
    verb = _LEADING.sub("", " ".join(cue.text.split()))
    who = _names((statement.speaker,), actors)
    return capitalised(f"{who} {verb} {summarise_content(statement)}")


def summarise_content(statement: Statement) -> str:
    """The words of a statement on one line, cut where they are long."""
    return _shortened(" … ".join(" ".join(c.text.split()) for c in statement.content))


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_CONTENT:
        return text
    return text[:LONGEST_CONTENT].rsplit(" ", 1)[0] + " …"


def _names(mentions: Sequence[Mention | None], actors: Mapping[str, Actor]) -> str:
    names: list[str] = []
    for m in mentions:
        if m is None:
            continue
        known = actors.get(m.actor) if m.actor is not None else None
        name = m.text.rstrip(" ,") if known is None else known.name
        if name not in names:
            names.append(name)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"

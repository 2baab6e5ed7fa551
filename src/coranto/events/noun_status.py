"""Whether an act that a noun names happened, is to come, was called off or is denied, or is only
taken for granted: "the summit" may be told elsewhere to be over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coranto.events.arguments import Arguments
from coranto.events.status import (
    CONDITIONAL,
    DOING,
    HYPOTHETICAL,
    PLANNING,
    REFUSING,
    WISHING,
    cancels,
    is_open,
    is_question,
    is_wished,
    status_of_verb,
    was_put_off,
)
from coranto.language.document import Document
from coranto.types import Status

UNREALISED = frozenset(
    "resumption restart prospect possibility readiness call need hope push proposal obstacle lack"
    " absence idea plan offer request demand appeal willingness chance opportunity fear risk"
    " concern worry question talk speculation likelihood invitation refusal failure".split()
)
"""Nouns whose talks or visit are only spoken of ("the resumption of talks between …")."""
EVE = frozenset(
    "eve verge brink runup run-up lead-up leadup threshold preparation expectation anticipation"
    " way agenda plan stage run goal hope framework format groundwork".split()
)
"""Nouns whose act lies right ahead: "on the eve of his meeting"."""
_TOWARDS = frozenset(
    "prepare gather leave depart brace wait head set sit plan hope look push press arrive travel"
    " fly go come land be have ready meet return convene journey visit touch lower keep".split()
)
"""Verbs whose "for" names an act that they lead up to."""
HAPPENING = frozenset(
    "take begin start open end conclude come follow last go produce yield focus cover mark occur"
    " finish wrap continue resume touch centre center result lead break fail collapse run".split()
)
"""Verbs that say of a meeting or visit, their subject, that there was one."""
_GOING_AHEAD = frozenset(
    "go move proceed happen occur take hold cancel postpone call scrap delay".split()
)
"""Verbs whose "should" or "could" says of a meeting that it has not been yet."""
BEFORE_WORDS = frozenset(("ahead of", "before", "pending", "prior to", "ahead"))
AFTER_WORDS = frozenset(
    ("after", "since", "during", "following", "upon", "in", "at", "amid", "through", "via")
)
_ON_OCCASION = ("in", "at", "amid", "upon", "during", "through", "via")
_SETTLING = CONDITIONAL | BEFORE_WORDS | AFTER_WORDS | {"for", "into"}
"""Prepositions that by themselves may say whether an act was."""
_TELLING_OF_TALKS = HAPPENING | {"hold", "cancel", "postpone"}
_PLANS = PLANNING - DOING
_WISHES = WISHING | REFUSING
TO_COME = frozenset(
    "planned upcoming scheduled forthcoming next future coming long-awaited expected"
    " anticipated awaited looming impending eventual prospective".split()
)
POSSIBLE = frozenset(("possible", "potential", "proposed", "hypothetical", "any", "more"))


@dataclass(frozen=True, slots=True)
class NounStatus:
    """Status of an act that a noun names, and whether the text tells the act or takes it for
    granted: "the summit" may be told elsewhere to be over, or still to come.

    ``ahead`` is set where the words put the act after the time of the telling; not ``known``
    is "a meeting", which by itself says nothing of there having been one.
    """

    status: Status
    granted: bool = False
    ahead: bool = False
    known: bool = True


_AHEAD = NounStatus("planned", granted=True, ahead=True)


def status_of_noun(arguments: Arguments, noun: int, depth: int = 0) -> NounStatus | None:
    """Status of the act that a noun tells ("talks with Xi", "a planned visit to Moscow")."""
    doc = arguments.doc
    modifiers = _modifiers(arguments, noun)
    if depth > 8 or _is_unreal(arguments, noun, modifiers):
        return None
    if "no" in modifiers:
        return NounStatus("denied")
    if _is_topic(arguments, noun):
        return NounStatus("happened", granted=True, known=_is_known(arguments, noun))
    case = arguments.case(noun)
    head = doc.tokens[noun].head
    if head >= 0 and doc.tokens[noun].dep == "obj" and cancels(arguments, head):
        return _of_cancelling(arguments, head)
    if modifiers & TO_COME and not _has_begun(arguments, noun):
        return _AHEAD
    if case == "of" and _is_on_eve(arguments, noun):
        return _AHEAD
    if case is not None and case in _SETTLING:
        found = _of_phrase(arguments, noun, case)
        if found != _UNSETTLED:
            return found
    if case == "from" and _is_back(arguments, noun):
        return NounStatus("happened")
    if doc.child(noun, "cop") is not None:
        is_now = doc.lows[doc.child(noun, "cop") or noun] in ("is", "are", "'s", "’s")
        return _told(status_of_verb(arguments, noun), granted=is_now)  # "it is the first meeting"
    granted = NounStatus("happened", granted=True)
    return granted if head < 0 else _from_governor(arguments, noun, head, depth)


_TOPICAL = frozenset(("on", "about", "regarding", "concerning", "of", "as to"))
_REPORTING = frozenset("report brief inform tell testify write speak talk comment debrief".split())
"""Verbs whose topic is not to come because they are ("will report on the meeting")."""


def _is_topic(arguments: Arguments, noun: int) -> bool:
    """ "Will report on the meeting": an act is not to come because it is to be spoken about."""
    head = arguments.doc.tokens[noun].head
    is_told = head >= 0 and arguments.doc.tokens[head].lemma.lower() in _REPORTING
    return is_told and arguments.case(noun) in _TOPICAL


def _is_standing(arguments: Arguments, noun: int) -> bool:
    """ "The dialogue between Norway and Oman was discussed", "as negotiated under the EU-led
    dialogue": a process that goes on for years, of which the clause tells no round."""
    doc = arguments.doc
    head = doc.tokens[noun].head
    if doc.tokens[noun].lemma.lower() != "dialogue":
        return False
    if arguments.case(noun) in ("under", "on", "about", "of", "for", "to", "from", "within"):
        return True
    if head < 0 or not doc.tokens[noun].dep.startswith("nsubj"):
        return False
    return doc.tokens[head].lemma.lower() not in _TELLING_OF_TALKS


def _has_begun(arguments: Arguments, noun: int) -> bool:
    """ "The long-awaited meeting began on Monday"."""
    doc = arguments.doc
    token = doc.tokens[noun]
    if not token.dep.startswith("nsubj") or token.head < 0:
        return False
    begins = doc.tokens[token.head].lemma.lower() in HAPPENING
    return begins and status_of_verb(arguments, token.head) == "happened"


def _is_on_eve(arguments: Arguments, noun: int) -> bool:
    """ "On the eve of his summit", by the words, however the parse hangs them together."""
    doc = arguments.doc
    cases = doc.dependents(noun, "case")
    return any(c and doc.lows[c] == "of" and doc.lows[c - 1] in ("eve", "verge") for c in cases)


def _is_unreal(arguments: Arguments, noun: int, modifiers: set[str]) -> bool:
    """Whether a noun tells no one act: "a possible visit", "past meetings", a question."""
    several = bool(modifiers & {"past", "previous", "earlier"}) and _is_plural(arguments, noun)
    if _is_standing(arguments, noun) or several:
        return True
    if modifiers & POSSIBLE or is_question(arguments, noun):
        return True
    return arguments.case(noun) == "of" and _is_of_unrealised(arguments, noun)


_UNSETTLED = NounStatus("alleged")
"""No status that a preposition gives: the word above decides."""


def _modifiers(arguments: Arguments, noun: int) -> set[str]:
    """The words before a noun, and those before them ("highly anticipated")."""
    doc = arguments.doc
    own = {doc.lows[c] for c in doc.dependents(noun, "amod", "det")}
    inner = {
        doc.lows[d]
        for c in doc.dependents(noun, "amod")
        for d in doc.dependents(c, "compound", "advmod")
    }
    return own | inner


def _of_phrase(arguments: Arguments, noun: int, case: str) -> NounStatus | None:
    """What its preposition makes of an act."""
    if case in BEFORE_WORDS or (case == "into" and _is_heading(arguments, noun)):
        return _AHEAD
    if case in CONDITIONAL:
        return None
    if case in AFTER_WORDS:
        return _of_occasion(arguments, noun, case)
    head = arguments.doc.tokens[noun].head
    if case == "for" and head >= 0 and arguments.doc.lows[head] == "late":
        return _told(status_of_verb(arguments, head), granted=True)  # and held in the end
    if case == "for" and arguments.doc.tokens[noun].lemma in STAYS and _is_place(arguments, head):
        return _told(status_of_verb(arguments, head))
    return _AHEAD if case == "for" and _is_goal(arguments, noun) else _UNSETTLED


def _is_place(arguments: Arguments, word: int) -> bool:
    """ "Was in Beijing for a visit": the visit is under way where its visitor is."""
    doc = arguments.doc
    is_there = word >= 0 and doc.child(word, "cop") is not None
    return is_there and arguments.case(word) in ("in", "at")


STAYS = frozenset(("visit", "trip", "tour"))
"""Journeys that one is in a place for."""


def _told(status: Status | None, *, granted: bool = False) -> NounStatus | None:
    return None if status is None else NounStatus(status, granted)


def _of_occasion(arguments: Arguments, noun: int, case: str) -> NounStatus | None:
    """ "After the talks", "at a meeting": of the time of the clause, or before it."""
    doc = arguments.doc
    head = doc.tokens[noun].head
    if case in _ON_OCCASION and head >= 0:
        if doc.tokens[head].pos in ("VERB", "AUX") or doc.child(head, "cop") is not None:
            status = status_of_verb(arguments, head)
            if status == "planned" and _is_of_agreeing(arguments, head):
                known = _is_known(arguments, noun)
                return NounStatus("happened", granted=True, known=known)
            # "Have shown it in their first meetings": what has been done there is done.
            is_past = _is_past(arguments, head) or _is_plural(arguments, noun)
            is_over = status == "happened" and is_past
            status = status if status in ("planned", None) else "happened"
            return _told(status, granted=not is_over)
        return NounStatus("happened", granted=True)
    verbs = (i for i in doc.ancestors(noun) if doc.tokens[i].pos == "VERB")
    above = status_of_verb(arguments, next(verbs, head)) if head >= 0 else "happened"
    if above == "planned" and case in ("after", "following") and not _is_of_decision(doc, head):
        return _AHEAD
    # "Was returning home after Monday's meeting": it may be still to come.
    aux = {doc.lows[c] for c in doc.dependents(head, "aux")} if head >= 0 else set()
    return NounStatus("happened", granted=bool(aux & {"was", "were"}))


_AT_MEETINGS = frozenset(
    "meet talk discuss sign raise hold attend join continue resume participate speak address sit"
    " gather convene announce unveil present launch".split()
)


def _is_of_agreeing(arguments: Arguments, verb: int) -> bool:
    """ "Agree to expand ties at a summit": where they agreed, unless what they agreed to is itself
    done at meetings."""
    doc = arguments.doc
    above = doc.tokens[verb].head
    if above < 0 or doc.tokens[verb].dep != "xcomp" or doc.tokens[above].lemma.lower() != "agree":
        return False
    is_done_there = doc.tokens[verb].lemma.lower() in _AT_MEETINGS
    return not is_done_there and status_of_verb(arguments, above) == "happened"


def _is_of_decision(doc: Document, verb: int) -> bool:
    """ "Decided to restore ties after a call": what led to the decision is over."""
    above = doc.tokens[verb].head
    if above < 0 or doc.tokens[verb].dep != "xcomp":
        return False
    decides = doc.tokens[above].lemma.lower() in ("decide", "agree", "vow", "pledge", "promise")
    return decides and doc.lows[above].endswith("ed")


def _is_past(arguments: Arguments, verb: int) -> bool:
    """Whether a verb or copular clause stands in the simple past."""
    doc = arguments.doc
    words = [doc.lows[c] for c in doc.dependents(verb, "aux", "cop")]
    if words:
        return words[0] in ("was", "were", "did")
    text, lemma = doc.lows[verb], doc.tokens[verb].lemma.lower()
    return text != lemma and not text.endswith(("s", "ing"))


def _is_goal(arguments: Arguments, noun: int) -> bool:
    """ "Flew to Rome for talks", "hopes for a visit": what people travel, hope or prepare for is
    still to come; "thanked her for the meeting", "the looks for the meeting" tell nothing of it."""
    head = arguments.doc.tokens[noun].head
    token = arguments.doc.tokens[head]
    lemma = token.lemma.lower() if head >= 0 else ""
    if head >= 0 and token.pos == "ADJ" and lemma not in ("many", "most", "more", "few", "several"):
        return True  # "late for the meeting", "low expectations for …", "ready for …"
    if head >= 0 and token.pos == "NOUN" and arguments.doc.child(head, "cop") is None:
        return lemma in EVE
    return lemma in _TOWARDS or lemma in EVE or arguments.doc.child(head, "cop") is not None


def _is_heading(arguments: Arguments, noun: int) -> bool:
    """ "Heading into Monday's meeting": it is still to come."""
    head = arguments.doc.tokens[noun].head
    lemma = arguments.doc.tokens[head].lemma.lower() if head >= 0 else ""
    return lemma in ("head", "go", "come", "walk", "lead")


def _is_back(arguments: Arguments, noun: int) -> bool:
    """ "Returned from a visit": it is over."""
    head = arguments.doc.tokens[noun].head
    lemma = arguments.doc.tokens[head].lemma.lower() if head >= 0 else ""
    return lemma in ("return", "come", "fly", "emerge", "travel")


def _is_of_unrealised(arguments: Arguments, noun: int) -> bool:
    """ "The resumption of peace talks", by the words alone: the parse may hang it elsewhere."""
    doc = arguments.doc
    return any(
        c > 0 and doc.tokens[c - 1].lemma.lower() in UNREALISED
        for c in doc.dependents(noun, "case")
        if doc.lows[c] == "of"
    )


def _from_governor(arguments: Arguments, noun: int, head: int, depth: int) -> NounStatus | None:
    """What the word above makes of an act: called off, denied, planned, or taken for granted."""
    doc = arguments.doc
    governor, dep = doc.tokens[head], doc.tokens[noun].dep.split(":")[0]
    lemma = governor.lemma.lower()
    if cancels(arguments, head) and dep in ("obj", "nsubj"):
        return _of_cancelling(arguments, head)
    if lemma == "deny" and dep == "obj":
        return NounStatus("denied")
    if governor.pos == "NOUN" or (dep == "nmod" and governor.pos in ("ADJ", "PRON", "NUM", "DET")):
        return _under_noun(arguments, head, lemma, depth)
    known = _is_known(arguments, noun)
    if doc.child(head, "cop") is not None and dep == "nsubj":
        return _as_granted(status_of_verb(arguments, head), known=known)
    if governor.pos not in ("VERB", "AUX", "ADJ"):
        return NounStatus("happened", granted=True)
    is_plan = lemma in _PLANS
    if is_plan and dep == "obj" and not known and _is_plural(arguments, noun):
        return None  # "spent years preparing meetings"
    if is_plan and (dep == "nsubj" or (dep == "obj" and lemma != "confirm")):
        is_off = dep == "nsubj" and was_put_off(arguments, head)
        return NounStatus("cancelled") if is_off else _told(_planned_if_told(arguments, head))
    if lemma in WISHING and dep == "obj" and _is_to_be(arguments, noun, head):
        return _AHEAD
    if lemma in _WISHES and dep in ("obj", "obl") and not arguments.is_passive(head):
        return NounStatus("happened", granted=True) if known else None
    return _under_verb(arguments, noun, head, known=known)


def _is_to_be(arguments: Arguments, noun: int, wish: int) -> bool:
    """Whether a wish is that the noun's act be: "they wanted the meeting to go ahead"."""
    clauses = arguments.doc.dependents(wish, "xcomp", "ccomp")
    return any(c > noun and arguments.is_infinitive(c) for c in clauses)


def _under_verb(arguments: Arguments, noun: int, head: int, *, known: bool) -> NounStatus | None:
    doc = arguments.doc
    governor, dep = doc.tokens[head], doc.tokens[noun].dep.split(":")[0]
    if is_open(arguments, head):
        return None  # "whenever they have a meeting"
    status = status_of_verb(arguments, head)
    if dep == "nsubj" and _is_to_go_ahead(arguments, head):
        return _AHEAD
    if dep == "obj" and known and is_wished(arguments, head):
        return _AHEAD  # "his will to hold the meeting"
    if status == "planned" and arguments.is_infinitive(head) and governor.dep == "advcl":
        status = "happened"  # "to protest against the visit"
    if status == "denied" and doc.child(head, "expl") is not None:
        return NounStatus("denied")  # "there has never been such a meeting"
    if dep == "nsubj" and governor.lemma.lower() in HAPPENING:
        return _told(status)
    found = _as_granted(status, known=known)
    if found is None or dep != "nsubj" or status != "planned":
        return found
    return replace(found, ahead=True)  # "the meeting will help": not the one of last year


def _is_to_go_ahead(arguments: Arguments, verb: int) -> bool:
    """ "The meeting should not go ahead", "could be called off": it is still to come."""
    doc = arguments.doc
    words = {doc.lows[c] for c in doc.dependents(verb, "aux")}
    is_open = bool(words & HYPOTHETICAL) and not words & {"have", "has", "had"}
    return is_open and doc.tokens[verb].lemma.lower() in _GOING_AHEAD


def _is_plural(arguments: Arguments, noun: int) -> bool:
    token = arguments.doc.tokens[noun]
    return token.text.lower() != token.lemma.lower() and token.lemma.lower() != "talk"


def _is_known(arguments: Arguments, noun: int) -> bool:
    """Whether the words take it for granted that the noun's act is known ("the talks")."""
    doc = arguments.doc
    words = {doc.lows[c] for c in doc.dependents(noun, "det", "nmod:poss")}
    return bool(words - {"a", "an", "some", "any", "no", "another", "more"})


def _of_cancelling(arguments: Arguments, verb: int) -> NounStatus:
    status = status_of_verb(arguments, verb)
    if status == "happened":
        return NounStatus("cancelled")
    return NounStatus("planned")  # "told her to cancel the meeting"


def _planned_if_told(arguments: Arguments, verb: int) -> Status | None:
    status = status_of_verb(arguments, verb)
    return "planned" if status in ("happened", "planned", "alleged") else status


def _under_noun(arguments: Arguments, head: int, lemma: str, depth: int) -> NounStatus | None:
    """A noun below another: "the eve of his meeting", "an end to the talks"."""
    if lemma in EVE:
        return _AHEAD
    if lemma in UNREALISED:
        return None
    above = status_of_noun(arguments, head, depth + 1)
    return None if above is None else NounStatus(above.status, True, above.ahead)


def _as_granted(status: Status | None, *, known: bool) -> NounStatus | None:
    """What the clause around a noun says holds for the clause; of the act we know it is known."""
    if status is None and not known:
        return None
    if status == "planned":
        return NounStatus("planned", granted=True, known=known)
    return NounStatus("happened", granted=True, known=known)

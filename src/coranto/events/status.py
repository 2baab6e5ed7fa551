"""Whether an act happened, is planned, was cancelled, is denied or alleged — or is not told at all.

Read off the verb group, its negation, the words that govern it and those that
introduce its clause. Hypotheses, wishes and questions give ``None``: no event.
"""

from __future__ import annotations

from coranto.events.arguments import Arguments
from coranto.events.lexicon import verb_readings
from coranto.types import Status, Token

FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "would", "going"))
HYPOTHETICAL = frozenset(("may", "might", "could", "can", "should", "must", "ought"))
NEGATION = frozenset(("not", "n't", "n’t", "never", "no", "neither", "nor"))

PLANNING = frozenset(
    "plan expect schedule due set agree promise pledge intend prepare vow arrange slate announce"
    " confirm continue ready likely commit aim".split()
)
"""Words whose infinitive is still to come."""
WISHING = frozenset(
    "want hope urge ask call demand wish try seek consider threaten fail refuse decline push invite"
    " press encourage propose offer suggest appeal need require help allow warn request order tell"
    " able willing unwilling reluctant readiness attempt possibility effort plan proposal".split()
)
"""Words whose infinitive tells no act of its own: the act is the word itself."""
DOING = frozenset("continue begin start go come proceed manage end travel arrive keep".split())
"""Words whose infinitive happened if they did."""
DOUBTING = frozenset(
    "claim allege accuse suggest believe think fear suspect speculate assume".split()
)
PREPARING = frozenset("prepare gather leave depart set brace wait ready".split())
UNREALISED = frozenset(
    "resumption restart prospect possibility readiness call need hope push proposal obstacle lack"
    " absence idea plan offer request demand appeal willingness".split()
)
"""Nouns whose talks or visit are only spoken of ("the resumption of talks between …")."""
CONDITIONAL = frozenset(("if", "unless", "whether", "lest", "without", "until", "till"))
BEFORE_WORDS = frozenset(("ahead of", "before", "pending", "prior to"))
AFTER_WORDS = frozenset(("after", "since", "during", "following", "upon"))
CANCELLING = frozenset(("cancel", "postpone", "scrap", "abandon", "suspend"))
REPORTED = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))
TO_COME = frozenset(("planned", "upcoming", "scheduled", "forthcoming", "next", "future"))
POSSIBLE = frozenset(("possible", "potential", "proposed", "hypothetical", "any"))


def status_of_verb(arguments: Arguments, verb: int, depth: int = 0) -> Status | None:
    """Status of the act that a verb tells, or ``None`` where it tells none."""
    doc = arguments.doc
    if _is_question(arguments, verb):
        return None
    words = _group_words(arguments, verb)
    if words & NEGATION:
        return None if words & (HYPOTHETICAL | {"would"}) else "denied"
    if words & HYPOTHETICAL or arguments.marker(verb) in CONDITIONAL:
        return None
    governed = _governed(arguments, verb, depth)
    if governed != "happened":
        return governed
    above = _status_of_clause_above(arguments, verb, doc.tokens[verb].dep, depth)
    if above in ("happened", "alleged") and (words & FUTURE or _about_to(arguments, verb)):
        return "planned"
    return "alleged" if words & REPORTED and above == "happened" else above


def _group_words(arguments: Arguments, verb: int) -> set[str]:
    """The auxiliaries, adverbs and negated determiners of a verb, coordination followed up."""
    doc = arguments.doc
    words = {
        doc.tokens[c].text.lower() for c in doc.dependents(verb, "aux", "advmod", "cc:preconj")
    }
    obj = doc.child(verb, "obj")
    if obj is not None:
        words |= {
            d for c in doc.dependents(obj, "det") if (d := doc.tokens[c].text.lower()) == "no"
        }
    token = doc.tokens[verb]
    shares_subject = doc.child(verb, "nsubj") is None
    if token.dep == "conj" and shares_subject and token.head >= 0:
        words |= {
            doc.tokens[c].text.lower()
            for c in doc.dependents(token.head, "aux", "advmod")
            if doc.tokens[c].text.lower() in FUTURE | HYPOTHETICAL
        }
    return words


def _is_question(arguments: Arguments, verb: int) -> bool:
    sentence = arguments.doc.sentence_span(verb).text.rstrip("\"'”’ ")
    return sentence.endswith("?")


def _about_to(arguments: Arguments, verb: int) -> bool:
    """An infinitive that is no verb's complement: "is to visit", the headline "X to meet Y"."""
    doc = arguments.doc
    token = doc.tokens[verb]
    if arguments.marker(verb) != "to":
        return False
    under_be = token.head >= 0 and doc.tokens[token.head].lemma == "be"
    return token.dep in ("root", "parataxis") or (token.dep in ("xcomp", "ccomp") and under_be)


def _governed(arguments: Arguments, verb: int, depth: int) -> Status | None:
    """What the word above a verb without a clause of its own makes of it."""
    doc = arguments.doc
    token = doc.tokens[verb]
    relation = token.dep.split(":")[0]
    if token.head < 0 or depth > 8:
        return "happened"
    head = doc.tokens[token.head]
    infinitive = arguments.marker(verb) == "to"
    if infinitive and (found := _told_of_infinitive(head, relation)) is not None:
        return found[0]
    if relation == "xcomp" or (relation == "ccomp" and infinitive):
        if head.lemma in PLANNING and head.lemma not in DOING:
            return "planned"
        if head.lemma in WISHING:
            return None
        return status_of_verb(arguments, token.head, depth + 1)
    if relation == "acl" and head.lemma in WISHING:
        return None
    if infinitive and relation == "advcl":
        above = status_of_verb(arguments, token.head, depth + 1)
        return "planned" if above in ("happened", "planned") else above
    return "happened"


def _told_of_infinitive(head: Token, relation: str) -> tuple[Status | None] | None:
    """The status of an infinitive where its head alone settles it, in a tuple of one."""
    if head.lemma == "go" and head.text.lower() == "going":
        return ("planned",)
    if head.pos == "ADJ" and head.lemma not in PLANNING:
        return (None,)  # "it would be wrong to hold the meeting"
    if relation in ("acl", "csubj"):
        return (None,)  # "a plan to meet"; "to resume talks is hard"
    if relation == "advcl" and head.lemma in WISHING:
        return (None,)  # an infinitive that belongs to "invited" or "urged"
    return None


def _status_of_clause_above(arguments: Arguments, verb: int, dep: str, depth: int) -> Status | None:
    doc = arguments.doc
    head = doc.tokens[verb].head
    if head < 0 or depth > 8:
        return "happened"
    if dep == "conj":
        above = status_of_verb(arguments, head, depth + 1)
        has_own_subject = doc.child(verb, "nsubj") is not None
        return "happened" if has_own_subject or above == "denied" else above
    if dep == "ccomp":
        lemma = doc.tokens[head].lemma
        if lemma == "deny":
            return "denied"
        if lemma in DOUBTING:
            return "alleged"
        if lemma == "expect":
            return "planned"
        if lemma in ("hope", "wish", "want", "propose", "suggest", "demand", "insist", "urge"):
            return None
    if dep == "advcl" and arguments.marker(verb) in CONDITIONAL:
        return None
    if dep == "advcl" and _temporal(arguments, verb):
        above = status_of_verb(arguments, head, depth + 1)
        return "planned" if above == "planned" else "happened"
    return "happened"


def _temporal(arguments: Arguments, verb: int) -> bool:
    """Whether a clause says when: "would raise it when he met Kim"."""
    doc = arguments.doc
    words = {doc.tokens[c].text.lower() for c in doc.dependents(verb, "mark", "advmod")}
    return bool(words & {"when", "once", "until", "before"})


def status_of_noun(arguments: Arguments, noun: int) -> Status | None:
    """Status of the act that a noun tells ("talks with Xi", "a planned visit to Moscow")."""
    doc = arguments.doc
    modifiers = {doc.tokens[c].text.lower() for c in doc.dependents(noun, "amod", "det")}
    if modifiers & POSSIBLE:
        return None
    if "no" in modifiers:
        return "denied"
    if modifiers & TO_COME:
        return "planned"
    case = arguments.case(noun)
    if case == "of" and _is_of_unrealised(arguments, noun):
        return None
    if case in AFTER_WORDS:
        return "happened"
    if case in ("ahead of", "pending", "prior to") or _is_goal(arguments, noun, case):
        return "planned"
    if doc.child(noun, "cop") is not None:
        return status_of_verb(arguments, noun)
    token = doc.tokens[noun]
    if token.head < 0:
        return "happened"
    return _status_from_governor(arguments, noun, token.head)


def _is_goal(arguments: Arguments, noun: int, case: str | None) -> bool:
    """ "Arrived in Helsinki for a summit": what a journey is for is still to come."""
    head = arguments.doc.tokens[noun].head
    if case != "for" or head < 0:
        return False
    readings = verb_readings().get(arguments.doc.tokens[head].lemma, ())
    return any(r.frame == "goes-to" for r in readings) or (
        arguments.doc.tokens[head].lemma in PREPARING
    )


def _is_of_unrealised(arguments: Arguments, noun: int) -> bool:
    """ "The resumption of peace talks", by the words alone: the parse may hang it elsewhere."""
    doc = arguments.doc
    return any(
        c > 0 and doc.tokens[c - 1].lemma.lower() in UNREALISED
        for c in doc.dependents(noun, "case")
        if doc.tokens[c].text.lower() == "of"
    )


def _cancels(arguments: Arguments, verb: int) -> bool:
    """Whether a verb calls something off."""
    doc = arguments.doc
    if doc.tokens[verb].lemma != "call":
        return doc.tokens[verb].lemma in CANCELLING
    return any(doc.tokens[c].text.lower() == "off" for c in doc.children[verb])


def _status_from_governor(arguments: Arguments, noun: int, head: int) -> Status | None:
    doc = arguments.doc
    governor, dep = doc.tokens[head], doc.tokens[noun].dep.split(":")[0]
    if _cancels(arguments, head) and dep in ("obj", "nsubj"):
        return "cancelled"
    if governor.lemma == "deny" and dep == "obj":
        return "denied"
    if governor.pos == "NOUN" and governor.lemma in UNREALISED:
        return None
    if doc.child(head, "cop") is not None and dep == "nsubj":
        return status_of_verb(arguments, head)
    if governor.pos not in ("VERB", "AUX", "ADJ"):
        return "happened" if governor.pos != "NOUN" else status_of_noun(arguments, head)
    if dep == "obj" and governor.lemma in (PLANNING - DOING - {"confirm"}):
        return "planned"
    if governor.lemma in WISHING and dep in ("obj", "obl"):
        return None
    return status_of_verb(arguments, head)

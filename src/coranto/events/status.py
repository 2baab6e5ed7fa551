"""Whether an act happened, is planned, was cancelled, is denied or alleged — or is not told at all.

Read off the verb group, its negation, the words that govern it and those that
introduce its clause. Hypotheses, wishes and questions give ``None``: no event.
"""

from __future__ import annotations

import re

from coranto.events.arguments import SUSPECTED, Arguments
from coranto.events.lexicon import base_form, base_form_among
from coranto.language.document import Document, remembered
from coranto.types import Status, Token

FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "would", "going"))
HYPOTHETICAL = frozenset(("may", "might", "could", "can", "ca", "should", "must", "ought"))
NEGATION = frozenset(("not", "n't", "n’t", "never", "no", "neither", "nor"))

PLANNING = frozenset(
    "plan expect schedule due set agree promise pledge intend prepare vow arrange slate announce"
    " confirm continue likely commit aim poise bind head suppose".split()
)
"""Words whose infinitive is still to come."""
WISHING = frozenset(
    "want hope urge ask call demand wish try seek consider threaten fail refuse decline push invite"
    " press encourage propose offer suggest appeal need require help allow warn request order tell"
    " able willing unwilling reluctant readiness attempt possibility effort plan proposal ready"
    " advise unlikely afraid eager keen forbid prohibit bar dare love like prefer hesitate"
    " opportunity chance eagerness desire ability".split()
)
"""Words whose infinitive tells no act of its own: the act is the word itself."""
DOING = frozenset("continue begin start go come proceed manage end travel arrive keep".split())
"""Words whose infinitive happened if they did."""
DOUBTING = frozenset(
    "claim allege accuse suggest believe think fear suspect speculate assume charge".split()
)
"""Words whose clause somebody holds to be so."""
UNDECIDED = frozenset(
    "hope wish want propose suggest demand insist urge doubt wonder unclear imagine require"
    " recommend prefer fear worry pray request ask speculation hint dream prospect chance risk"
    " show mean prove imply"
    " possibility question fantasy likelihood".split()
)
"""Words whose clause tells nothing that is so or is to come."""
REFUSING = frozenset(
    "rule reject refuse oppose decline dismiss want seek consider demand propose suggest urge"
    " request offer need avoid favour favor support discuss forbid ban welcome predict forecast"
    " contemplate mull weigh push".split()
)
"""Verbs whose object, a meeting or visit, is only spoken of."""
CONDITIONAL = frozenset(("if", "unless", "whether", "lest", "without", "until", "till", "should"))
_PERHAPS = frozenset(("potentially", "possibly", "perhaps", "maybe", "theoretically"))
REPORTED = frozenset(("reportedly", "allegedly", "supposedly", "purportedly", "apparently"))
HABITUAL = frozenset(
    "often frequently routinely regularly usually always sometimes generally typically constantly"
    " rarely occasionally periodically".split()
)
_DUE = frozenset(("due", "set", "scheduled", "slated", "expected", "poised"))
_UNLIKELY = frozenset(("unlikely", "impossible", "inconceivable"))
_TERMS = frozenset("deal plan scenario proposal arrangement world scheme formula".split())
"""Nouns in whose "in which" clause things are only imagined."""
_CONDITIONS = frozenset("condition precondition term requirement price deadline".split())
_CHARGES = frozenset("indictment charge accusation allegation suspicion lawsuit".split())
_NOT_PROVEN = frozenset(("accuse", "suspect", "charge", "indict"))
"""Of the verbs that lay something to another's charge, those that leave open whether it is so."""
_NOT_TOLD = HYPOTHETICAL | {"would"}
_UNSURE = HYPOTHETICAL | _PERHAPS
_OF_HABIT = HABITUAL | {"how", "why"}
_MODALS = FUTURE | HYPOTHETICAL
_ONLY_SPOKEN_OF = REFUSING | WISHING | {"rule", "suggest"}
_OVER_INFINITIVES = PLANNING | WISHING | DOING | DOUBTING
_OF_INFINITIVES = (PLANNING | WISHING) - DOING
_FREE = frozenset(("whatever", "whenever", "however", "wherever", "whoever"))


def status_of_verb(arguments: Arguments, verb: int, depth: int = 0) -> Status | None:
    """Status of the act that a verb tells, or ``None`` where it tells none."""
    # Every reading of a verb, and every verb below it, asks for the same status.
    key = (verb, depth == 0)
    if key not in arguments.statuses:
        arguments.statuses[key] = _status_of_verb(arguments, verb, depth)
    return arguments.statuses[key]


def _status_of_verb(arguments: Arguments, verb: int, depth: int) -> Status | None:
    doc = arguments.doc
    if depth == 0 and (is_question(arguments, verb) or _is_habit(arguments, verb)):
        return None
    words = _group_words(arguments, verb) | _modals_before(arguments, verb)
    if depth == 0 and "if" in arguments.markers(verb):
        return None  # "better if he were not meeting her"
    if words & NEGATION:
        # "Urged him not to meet her" tells as little as "urged him to".
        is_idle = arguments.is_infinitive(verb) and _governed(arguments, verb, depth) is None
        is_idle = is_idle or _is_not_yet(arguments, verb, words)
        is_idle = is_idle or _is_forsworn(arguments, verb, depth)
        return None if is_idle or words & _NOT_TOLD else "denied"
    if {"would", "rather"} <= words:
        return None
    if words & _UNSURE or arguments.markers(verb) & CONDITIONAL:
        return None
    if is_open(arguments, verb) or _is_inverted(arguments, verb):
        return None
    governed = _governed(arguments, verb, depth)
    if governed != "happened":
        return governed
    above = _status_of_clause_above(arguments, verb, doc.tokens[verb].dep, depth)
    if above in ("happened", "alleged") and (words & FUTURE or _about_to(arguments, verb)):
        return "planned"
    return "alleged" if _is_reported(arguments, verb) and above == "happened" else above


def _is_reported(arguments: Arguments, verb: int) -> bool:
    """ "Reportedly met"; not "indicted for allegedly hacking", where the parse errs."""
    doc = arguments.doc
    adverbs = [c for c in doc.dependents(verb, "advmod") if c < verb]
    return any(doc.lows[c] in REPORTED for c in adverbs)


def _modals_before(arguments: Arguments, verb: int) -> set[str]:
    """Modals between subject and verb that the parse hangs elsewhere: "can, some say, seize"."""
    doc = arguments.doc
    subject = doc.child(verb, "nsubj")
    if subject is None or subject > verb:
        return set()
    between = range(subject + 1, verb)
    hung = [i for i in between if doc.tokens[i].pos == "AUX" and doc.tokens[i].head == verb - 1]
    after_subject = [i for i in between[:1] if doc.tokens[i].pos == "AUX"]
    return {doc.lows[i] for i in (*hung, *after_subject)} & HYPOTHETICAL


def _is_habit(arguments: Arguments, verb: int) -> bool:
    """ "Western nations regularly urge China": a habit told in the present is no one act."""
    doc = arguments.doc
    token = doc.tokens[verb]
    adverbs = {doc.lows[c] for c in doc.dependents(verb, "advmod")}
    if token.dep == "conj" and doc.child(verb, "nsubj") is None:  # "often speak and meet"
        adverbs |= {doc.lows[c] for c in doc.dependents(token.head, "advmod") if c < token.head}
    if not adverbs & _OF_HABIT or doc.child(verb, "aux") is not None:
        return False
    if arguments.is_reduced_passive(verb):
        return True  # "the foes often blamed by Norway"
    text = token.text.lower()
    return text == token.lemma.lower() or text.endswith("s")


def is_open(arguments: Arguments, verb: int) -> bool:
    """ "Whatever he agrees with Tan", "no matter what he agrees to": nothing is told to be so."""
    doc = arguments.doc
    head = doc.tokens[verb].head
    if not _FREE.isdisjoint(_words_of_sentence(doc, doc.sentence_of[verb])):
        words = {doc.lows[c] for c in doc.children[verb]}
        subject = doc.child(verb, "nsubj")
        if subject is not None and (first := doc.subtree(subject)[0]) > 0:
            words.add(doc.lows[first - 1])
        if words & _FREE:
            return True
    before = doc.lows[max(0, verb - 8) : verb]
    is_matter = "matter" in before and "no" in before
    return is_matter and head >= 0


@remembered
def _words_of_sentence(doc: Document, number: int) -> frozenset[str]:
    sentence = doc.sentences[number]
    return frozenset(doc.lows[max(0, sentence.first_token - 1) : sentence.last_token])


def _is_inverted(arguments: Arguments, verb: int) -> bool:
    """ "Had she met him, …", "Should Russia attack, …": a condition without "if"."""
    doc = arguments.doc
    opening = doc.sentences[doc.sentence_of[verb]].first_token
    token = doc.tokens[opening]
    if token.text not in ("Had", "Should", "Were") or token.pos not in ("AUX", "SCONJ"):
        return False
    subject = doc.child(verb, "nsubj")
    return subject is not None and doc.subtree(subject, without=("acl",))[0] == opening + 1


def _group_words(arguments: Arguments, verb: int) -> set[str]:
    """The auxiliaries, adverbs and negated determiners of a verb, coordination followed up."""
    doc = arguments.doc
    own = doc.dependents(verb, "aux", "advmod", "cc:preconj")
    words = {doc.lows[c] for c in own if not _is_not_only(doc, c) and not _is_before_to(doc, c)}
    to = doc.child(verb, "mark")
    if to is not None and to > 0 and doc.lows[to] == "to" and _is_before_to(doc, to - 1):
        words.add(doc.lows[to - 1])  # "pledged never to recognise it"
    for noun in doc.dependents(verb, "obj", "nsubj"):
        words |= {doc.lows[c] for c in doc.dependents(noun, "det", "cc:preconj")} & _NONE
        words |= {"no"} if doc.lows[noun] in _NONE else set()
    token = doc.tokens[verb]
    shares_subject = doc.child(verb, "nsubj") is None and arguments.gerund_before(verb) is None
    # "Won't sign anything and earlier pledged …": of another time than the verb it is joined to.
    shares_subject = shares_subject and not _is_past_beside_base(doc, verb)
    if token.dep == "conj" and shares_subject and token.head >= 0:
        words |= {
            doc.lows[c]
            for c in doc.dependents(token.head, "aux", "advmod")
            if doc.lows[c] in _MODALS
        }
    return words


_NONE = frozenset(("no", "neither", "nothing", "nobody", "none"))


def _is_past_beside_base(doc: Document, verb: int) -> bool:
    """Whether a verb in "-ed" is joined to one in its base form, as behind "will"."""
    token = doc.tokens[verb]
    if token.head < 0 or not doc.lows[verb].endswith("ed"):
        return False
    is_base = doc.lows[token.head] == doc.tokens[token.head].lemma.lower()
    return is_base and doc.lows[verb] != token.lemma.lower()


def _is_not_only(doc: Document, word: int) -> bool:
    """ "Not only signed the accord but …", "not just met": it was done."""
    following = doc.lows[word + 1] if word + 1 < len(doc.lows) else ""
    return doc.lows[word] == "not" and following in ("only", "just", "merely", "simply")


def _is_forsworn(arguments: Arguments, verb: int, depth: int) -> bool:
    """ "Promised not to attack", "agreed never to meet": the promise is the act, and nothing is
    denied."""
    own = {arguments.doc.lows[c] for c in arguments.doc.dependents(verb, "advmod")}
    to = arguments.doc.child(verb, "mark")
    before = arguments.doc.lows[to - 1] if to else ""
    is_negated = bool(own & {"not", "never"}) or before in ("not", "never")
    is_promise = arguments.is_infinitive(verb) and is_negated
    return is_promise and _governed(arguments, verb, depth) == "planned"


def _is_before_to(doc: Document, word: int) -> bool:
    """ "Pledged never to do it": the word belongs to the infinitive, not to the pledge."""
    is_negation = doc.lows[word] in ("never", "not")
    return is_negation and word + 1 < len(doc.lows) and doc.lows[word + 1] == "to"


def _is_not_yet(arguments: Arguments, verb: int, words: set[str]) -> bool:
    """ "Has not yet signed", "did not meet until May": still to come, or done in the end."""
    doc = arguments.doc
    late = any(arguments.case(c) in ("until", "till") for c in doc.dependents(verb, "obl"))
    return "yet" in words or late or bool(arguments.markers(verb) & {"until", "till"})


def is_question(arguments: Arguments, verb: int) -> bool:
    doc = arguments.doc
    return _asks(doc, doc.sentence_of[verb]) or _is_quoted_question(doc, verb)


_QUOTED_QUESTION = re.compile(r"[^“”\"‘]*\?[”\"’]")


def _is_quoted_question(doc: Document, verb: int) -> bool:
    """ "The headline “Will Lund Meet Tan?” said it": a question within a sentence."""
    sentence = doc.sentence_span(verb)
    if "?" not in sentence.text:
        return False
    end = doc.tokens[verb].end
    return _QUOTED_QUESTION.match(doc.text, end, sentence.end) is not None


@remembered
def _asks(doc: Document, number: int) -> bool:
    """Whether the sentence of this number is a question."""
    sentence = doc.sentences[number]
    return doc.text[sentence.start : sentence.end].rstrip("\"'”’ ").endswith("?")


def _about_to(arguments: Arguments, verb: int) -> bool:
    """An infinitive that is no verb's complement: "is to visit", the headline "X to meet Y"."""
    doc = arguments.doc
    token = doc.tokens[verb]
    if not arguments.is_infinitive(verb):
        return False
    under_be = token.head >= 0 and doc.tokens[token.head].lemma == "be"
    return token.dep in ("root", "parataxis") or (token.dep in ("xcomp", "ccomp") and under_be)


def _governed(arguments: Arguments, verb: int, depth: int) -> Status | None:
    """What the word above a verb without a clause of its own makes of it."""
    doc = arguments.doc
    token = doc.tokens[verb]
    relation = token.dep.split(":")[0]
    if _is_due(arguments, verb):
        is_off = token.head >= 0 and was_put_off(arguments, token.head)
        return "cancelled" if is_off else "planned"
    if is_wished(arguments, verb):
        return None
    if token.head < 0 or depth > 8:
        return "happened"
    head = doc.tokens[token.head]
    infinitive = arguments.is_infinitive(verb)
    found = (
        _told_of_infinitive(arguments, verb, head, relation)
        if infinitive
        else _told_of_gerund(arguments, verb, head)
    )
    if found is not None:
        return found[0]
    if relation == "xcomp" or (relation == "ccomp" and infinitive):
        return _of_complement(arguments, token.head, depth)
    if token.dep == "acl" and head.lemma in WISHING and not arguments.is_relative(verb):
        return None
    if infinitive and relation == "advcl":
        above = status_of_verb(arguments, token.head, depth + 1)
        return "planned" if above in ("happened", "planned") else above
    return "happened"


_NOBODY = frozenset(("nobody", "none", "neither"))


def _of_complement(arguments: Arguments, head: int, depth: int) -> Status | None:
    """What the verb above makes of its complement: planned, only wished for, or as it is."""
    token = arguments.doc.tokens[head]
    lemma = base_form_among(base_form(token), token.text.lower(), _OVER_INFINITIVES)
    is_plan = lemma in PLANNING and lemma not in DOING
    subject = arguments.doc.child(head, "nsubj")
    by_none = subject is not None and arguments.doc.lows[subject] in _NOBODY
    # "Helped broker the deal" is told to have been done; "helped her to …" is her doing.
    helps = arguments.doc.lows[head] == "helped" and not arguments.doc.dependents(head, "obj")
    if by_none or (lemma in WISHING and not is_plan and not helps):
        return None
    above = status_of_verb(arguments, head, depth + 1)
    if not is_plan or above not in ("happened", "planned", "alleged"):
        return above
    return "cancelled" if was_put_off(arguments, head) else "planned"


CANCELLING = frozenset(("cancel", "postpone", "scrap", "abandon", "suspend"))
_PUT_OFF = frozenset("it this which visit trip meeting summit talks tour".split())


def cancels(arguments: Arguments, verb: int) -> bool:
    """Whether a verb calls something off."""
    doc = arguments.doc
    if doc.tokens[verb].lemma not in ("call", "put"):
        return doc.tokens[verb].lemma in CANCELLING
    return any(doc.lows[c] == "off" for c in doc.children[verb])


def was_put_off(arguments: Arguments, plan: int) -> bool:
    """ "Was slated for June, but it was postponed", of the verb that tells of the plan."""
    doc = arguments.doc
    for c in doc.dependents(plan, "conj"):
        subject = doc.child(c, "nsubj")
        is_same = subject is None or doc.lows[subject] in _PUT_OFF
        if is_same and arguments.is_passive(c) and cancels(arguments, c):
            return status_of_verb(arguments, c) == "happened"
    return False


def _is_due(arguments: Arguments, verb: int) -> bool:
    """ "Was due to sit down", by the words alone: the parse may hang the infinitive elsewhere."""
    doc = arguments.doc
    if doc.lows[verb - 1] != "to" and not arguments.is_infinitive(verb):
        return False
    marks = [c for c in doc.dependents(verb, "mark") if doc.lows[c] == "to"]
    to = marks[0] if marks else verb - 1
    is_to = to > 0 and doc.lows[to] == "to"
    return is_to and doc.lows[to - 1] in _DUE


_DESIRES = frozenset("will wish desire intention willingness readiness determination".split())


def is_wished(arguments: Arguments, verb: int) -> bool:
    """ "Expressed his will to meet her", by the words alone: the parse may hang it on the verb."""
    doc = arguments.doc
    if not arguments.is_infinitive(verb):
        return False
    to = next((c for c in doc.dependents(verb, "mark") if doc.lows[c] == "to"), 0)
    return to > 0 and doc.tokens[to - 1].pos == "NOUN" and doc.lows[to - 1] in _DESIRES


def _is_for_to(arguments: Arguments, verb: int) -> bool:
    """ "For Germany to abandon Ukraine would be a mistake"."""
    doc = arguments.doc
    subject = doc.child(verb, "nsubj")
    if subject is None:
        return False
    first = min(doc.subtree(subject))
    return first > 0 and doc.lows[first - 1] == "for"


def _told_of_infinitive(
    arguments: Arguments, verb: int, head: Token, relation: str
) -> tuple[Status | None] | None:
    """The status of an infinitive where its head alone settles it, in a tuple of one."""
    if _is_for_to(arguments, verb):
        return (None,)
    if head.lemma == "go" and head.text.lower() == "going":
        going = arguments.doc.tokens[verb].head
        return (None,) if _is_negated(arguments, going) else ("planned",)
    if head.pos in ("ADJ", "ADV") and head.lemma not in PLANNING:
        return (None,)  # "it would be wrong to hold the meeting"
    if relation in ("acl", "csubj"):
        return (None,)  # "a plan to meet"; "to resume talks is hard"
    if relation == "advcl" and head.lemma in WISHING:
        return (None,)  # an infinitive that belongs to "invited" or "urged"
    if head.lemma == "have" and relation == "xcomp":
        return (None,)  # "has to withdraw first"
    return None


def _told_of_gerund(arguments: Arguments, verb: int, head: Token) -> tuple[Status | None] | None:
    """The status of "doing" behind a verb or noun where that settles it, in a tuple of one."""
    token = arguments.doc.tokens[verb]
    relation = token.dep.split(":")[0]
    is_gerund = token.text.lower().endswith("ing") and relation in (
        "xcomp", "ccomp", "advcl", "acl", "obl", "nmod", "obj",
    )  # fmt: skip
    if not is_gerund or arguments.doc.child(verb, "aux") is not None:
        return None
    lemma = head.lemma.lower()
    if lemma == "deny":
        return ("denied",)
    if arguments.is_charged(verb):
        return ("alleged",) if lemma in _CHARGES else ("happened",)
    marks = arguments.markers(verb) | {arguments.case(verb) or ""}
    before = verb - 1
    while before > 0 and arguments.doc.tokens[before].pos == "PUNCT":
        before -= 1
    marks |= {arguments.doc.lows[before]} & {"of", "about"}
    above = arguments.doc.tokens[token.head].head
    charged = {lemma} | ({arguments.doc.tokens[above].lemma.lower()} if above >= 0 else set())
    if "for" in marks and charged & _CHARGES:
        return ("alleged",)  # "indictments of officers for hacking", hung on either
    if marks & {"of", "for", "with"} and lemma in SUSPECTED:
        return ("alleged",) if lemma in _NOT_PROVEN else ("happened",)
    if marks & {"of", "about", "against", "from", "without"}:
        return (None,)  # "had not thought of asking"
    if relation in ("xcomp", "ccomp", "obj") and lemma in _ONLY_SPOKEN_OF:
        return (None,)
    return None


def _status_of_clause_above(arguments: Arguments, verb: int, dep: str, depth: int) -> Status | None:
    """What the clause above makes of a clause of its own."""
    doc = arguments.doc
    head = doc.tokens[verb].head
    if head < 0 or depth > 8:
        return "happened"
    if dep == "conj" and (gerund := arguments.gerund_before(verb)) is not None:
        return status_of_verb(arguments, gerund, depth + 1)
    if dep == "conj":
        return _of_conjunct(arguments, verb, head, depth)
    is_content = "that" in arguments.markers(verb) and not arguments.is_relative(verb)
    if dep == "ccomp" or (dep == "acl" and is_content):
        return _status_of_content(arguments, verb, head, doc.tokens[head].lemma.lower())
    if dep.startswith("csubj"):
        # What is done "when they meet" is unlikely, not that they meet.
        unlikely = depth == 0 and doc.tokens[head].lemma.lower() in _UNLIKELY
        bare = doc.child(verb, "aux") is None or unlikely
        return None if bare or _is_negated(arguments, head) else "happened"
    if dep == "acl:relcl" and doc.tokens[head].lemma.lower() == "time":
        return "planned" if status_of_verb(arguments, head) == "planned" else "happened"
    if dep == "acl:relcl":
        return None if _is_imagined(arguments, verb, head) else "happened"
    if dep in ("advcl", "acl"):
        outer = arguments.outer_of_trailing(verb)
        return _of_adverbial(arguments, verb, head if outer is None else outer, depth)
    return "happened"


def _of_conjunct(arguments: Arguments, verb: int, head: int, depth: int) -> Status | None:
    above = status_of_verb(arguments, head, depth + 1)
    if _shares_to(arguments.doc, verb, head):
        is_plan = base_form(arguments.doc.tokens[head]) in PLANNING and above is not None
        return "planned" if is_plan else None
    if arguments.markers(verb) & {"before", "until"} and is_present(arguments, verb):
        return "planned"  # "amid the row, and just before he meets her"
    has_own_subject = arguments.doc.child(verb, "nsubj") is not None
    if above == "denied" and _joined_by_or(arguments, verb):
        return "denied"
    return "happened" if has_own_subject or above == "denied" else above


_UNCHANGED = frozenset("put set cut hit let shut quit beat spread".split())
"""Verbs whose past is their base form."""


def _shares_to(doc: Document, verb: int, head: int) -> bool:
    """ "Agreed to a truce and start talks": a base form joined to a past shares the "to" of what
    was agreed to, and is still to come."""
    low, lemma = doc.lows[head], doc.tokens[head].lemma.lower()
    if low == lemma or low.endswith(("ing", "s")) or lemma not in _OF_INFINITIVES:
        return False
    is_base = doc.lows[verb] == doc.tokens[verb].lemma.lower() and doc.lows[verb] not in _UNCHANGED
    bare = doc.child(verb, "nsubj", "aux", "mark") is None
    return is_base and bare and "to" in doc.lows[head + 1 : verb]


def _of_adverbial(arguments: Arguments, verb: int, head: int, depth: int) -> Status | None:
    """A clause of condition, of time ("when he meets Kim") or a gerund ("meeting Kim")."""
    if arguments.is_charged(verb):
        return "happened"
    when = _temporal(arguments, verb)
    gerund = _is_gerund(arguments, verb) and _is_verbal(arguments, head)
    if arguments.markers(verb) & CONDITIONAL or _is_on_terms(arguments, verb, head):
        return None
    if not when and not gerund:
        return "happened"
    above = status_of_verb(arguments, head, depth + 1)
    if not when:
        return above if above in ("planned", None) else "happened"
    if above == "planned":
        return "happened" if _is_reason(arguments, verb, head, when) else "planned"
    if not is_present(arguments, verb):
        return "happened"
    if when & {"before", "until"}:
        return "planned"
    return None if "when" in when else "happened"


def _is_reason(arguments: Arguments, verb: int, head: int, when: set[str]) -> bool:
    """ "Agreed to meet in Rome as the deal was brokered by Italy": why, not when; but "would raise
    it as they met"."""
    is_past = not is_present(arguments, verb) and not arguments.doc.lows[verb].endswith("ing")
    auxiliaries = _group_words(arguments, head)
    return when <= {"as", "while"} and is_past and not auxiliaries & _MODALS


def _is_on_terms(arguments: Arguments, verb: int, head: int) -> bool:
    """ "Set conditions for joining the talks": done only if they are met."""
    doc = arguments.doc
    if "for" not in arguments.markers(verb):
        return False
    asked = (head, *doc.dependents(head, "obj"))
    return any(doc.tokens[i].lemma.lower() in _CONDITIONS for i in asked)


def _joined_by_or(arguments: Arguments, verb: int) -> bool:
    doc = arguments.doc
    return any(doc.lows[c] in ("or", "nor") for c in doc.dependents(verb, "cc"))


def _is_gerund(arguments: Arguments, verb: int) -> bool:
    doc = arguments.doc
    is_ing = doc.lows[verb].endswith("ing")
    return is_ing and doc.child(verb, "nsubj", "aux") is None


def _is_verbal(arguments: Arguments, word: int) -> bool:
    doc = arguments.doc
    return doc.tokens[word].pos in ("VERB", "AUX") or doc.child(word, "cop") is not None


# What is done to a report or a claim by who says that it is false.
_REFUTING = frozenset("deny dismiss dispute rebut refute reject".split())


def _status_of_content(arguments: Arguments, verb: int, head: int, lemma: str) -> Status | None:
    if lemma == "deny" or _is_refuted(arguments, head):
        return "denied"
    if lemma in UNDECIDED or _is_negated(arguments, head):
        return None  # "did not say that …", "no sign that …"
    if lemma in DOUBTING:
        return "alleged"
    if lemma == "expect":
        return "planned"
    nobody = arguments.doc.child(head, "nsubj")
    if nobody is not None and arguments.doc.lows[nobody] in (
        "nobody",
        "none",
        "few",
    ):
        return None
    return "happened"


def _is_refuted(arguments: Arguments, noun: int) -> bool:
    """Whether a report of something is called false: "denied a report that …"."""
    token = arguments.doc.tokens[noun]
    if token.pos != "NOUN" or token.dep != "obj" or token.head < 0:
        return False
    above = token.head
    refuted = arguments.doc.tokens[above].lemma.lower() in _REFUTING
    return refuted and not _is_negated(arguments, above)


def _is_negated(arguments: Arguments, head: int) -> bool:
    doc = arguments.doc
    words = _group_words(arguments, head)
    words |= {doc.lows[c] for c in doc.dependents(head, "det")}
    return bool(words & NEGATION)


def _is_imagined(arguments: Arguments, verb: int, head: int) -> bool:
    """ "A deal in which Russia withdrew"."""
    doc = arguments.doc
    by_which = any(doc.lows[c] in ("which", "where") for c in doc.dependents(verb, "obl", "advmod"))
    return by_which and doc.tokens[head].lemma.lower() in _TERMS


def is_present(arguments: Arguments, verb: int) -> bool:
    """Whether a verb stands in the simple present."""
    doc = arguments.doc
    text, lemma = doc.lows[verb], doc.tokens[verb].lemma.lower()
    if doc.child(verb, "aux") is not None or text.endswith("ing"):
        return False
    return text == lemma or (text.endswith("s") and text != lemma)


def is_past(arguments: Arguments, verb: int) -> bool:
    """Whether a verb stands in the simple past."""
    doc = arguments.doc
    is_bare = doc.child(verb, "aux", "aux:pass") is None and not doc.lows[verb].endswith("ing")
    return doc.tokens[verb].pos == "VERB" and is_bare and not is_present(arguments, verb)


def _temporal(arguments: Arguments, verb: int) -> set[str]:
    """The words by which a clause says when: "would raise it when he met Kim"."""
    doc = arguments.doc
    words = {doc.lows[c] for c in doc.dependents(verb, "advmod")} & {"when", "once"}
    return words | (arguments.markers(verb) & {"when", "once", "until", "before", "as", "while"})

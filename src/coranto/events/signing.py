"""Agreements that were not signed ("nothing was signed"), and such as name no party ("the deal was
signed", "both sides agreed"): whose they are, other sentences of the report tell."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.events.acts import Act, Actors, Phrases, distinct, is_among
from coranto.events.lexicon import base_form
from coranto.events.status import FUTURE, status_of_verb
from coranto.types import Place

_SIGNING = frozenset(("sign", "ink"))
_REACHING = frozenset(("reach", "strike", "conclude", "seal"))
_CLOSING = _SIGNING | _REACHING
_PROLONGING = frozenset(("extend", "renew", "prolong"))
_DELEGATES = frozenset("delegate delegation representative negotiator envoy leader".split())
_PLAIN = frozenset("same new historic landmark key crucial recent controversial first".split())
"""Words before "deal" that do not say which."""
_SIDES = frozenset(("sides", "parties", "leaders"))
_AT_ODDS = frozenset(("warring", "opposing", "rival"))
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4}
SENTENCES_BACK = 3
"""How far before "both sides" those may be told of, in sentences."""
_PLANNING = frozenset(("expect", "plan", "intend", "mean", "hope", "want", "wish"))
_ANYTHING = frozenset(("nothing", "anything", "it", "them"))
_TEXTS = frozenset(("agreement", "joint", "plan"))
"""Classes of what is signed between parties; a bill or a letter is not."""
_DEALINGS = frozenset(("meet", "talks", "host"))


def unsigned(phrases: Phrases, verb: int) -> Act | None:
    """The signing or agreement that a negated verb denies, or ``None`` where it denies none.

    Its sources are empty where the clause names nobody ("nothing was signed"): see
    :func:`with_signatories`.
    """
    doc, arguments = phrases.doc, phrases.arguments
    lemma = base_form(doc.tokens[verb])
    if lemma not in _CLOSING or status_of_verb(arguments, verb) != "denied":
        return None
    obj = arguments.object(verb)
    if obj is None or FUTURE & {doc.lows[c] for c in doc.dependents(verb, "aux")}:
        return None
    above = doc.tokens[verb].head
    if arguments.is_infinitive(verb) and above >= 0 and base_form(doc.tokens[above]) in _PLANNING:
        return None  # "did not expect to sign" tells of no signing that failed
    is_any = lemma in _SIGNING and doc.lows[obj] in _ANYTHING
    texts = _TEXTS if lemma in _SIGNING else frozenset(("agreement",))
    if not is_any and not phrases.classes(obj) & texts:
        return None
    sources = distinct(phrases.subject_actors(verb))
    if not sources and not arguments.is_passive(verb):
        return None
    others = [*arguments.obliques(verb, {"with"}), *arguments.obliques(obj, {"with", "between"})]
    named = distinct(tuple(m for c in others for m in arguments.actors(c)))
    targets = tuple(m for m in named if not is_among(m, sources))
    both = (*sources, *targets)
    if is_any:
        sources, targets = both, ()
    elif not sources or not targets:
        sources, targets = both[:1], both[1:]
    mode = "sign" if lemma in _SIGNING else None
    place = phrases.places.around(verb)
    return Act(verb, "AGREE", mode, "denied", sources, targets, None if is_any else obj, place)


def with_signatories(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Act | None:
    """A denied signing that names nobody is denied of those whose agreement or meeting the report
    tells last before it, else first behind it; for one that was, see :func:`with_parties`.
    ``None`` where the report tells of none.
    """
    if act.root != "AGREE" or act.participants:
        return act
    if act.status != "denied":
        return with_parties(phrases, act, acts)
    dealings = [a for a in acts if a.status == "happened" and _is_dealing(a)]
    before = [a for a in dealings if a.predicate < act.predicate]
    nearest = before[-1] if before else next(iter(dealings), None)
    if nearest is None:
        return None
    parties: Actors = distinct(nearest.participants)
    if act.object is None:
        return act._replace(sources=parties)  # "nothing was signed"
    return act._replace(sources=parties[:1], targets=parties[1:])


# --- agreements of parties whom other sentences name ---


def signed_by_unnamed(phrases: Phrases, verb: int) -> Act | None:
    """ "The deal was signed on Monday", "delegates from both sides signed an accord": an agreement
    whose sentence names no party. ``None`` where the verb tells of none.
    """
    doc, arguments = phrases.doc, phrases.arguments
    lemma = base_form(doc.tokens[verb])
    if lemma not in _CLOSING | _PROLONGING | {"agree"}:
        return None
    if phrases.subject_actors(verb) or status_of_verb(arguments, verb) != "happened":
        return None
    obj = arguments.object(verb)
    if arguments.is_passive(verb):
        is_told = obj is not None and doc.child(verb, "nsubj") is not None and _is_the(phrases, obj)
        if not is_told or arguments.agent(verb) is not None or lemma == "agree":
            return None
    elif not _are_sides(phrases, doc.child(verb, "nsubj")):
        return None
    elif lemma == "agree":
        obj = doc.child(verb, "xcomp") or next(arguments.obliques(verb, {"on", "to"}), None)
    if obj is None or (lemma != "agree" and "agreement" not in phrases.classes(obj)):
        return None
    mode = "sign" if lemma in _SIGNING else None
    place = phrases.places.around(verb) or (ceremony(phrases, verb) if mode else None)
    return Act(verb, "AGREE", mode, "happened", (), (), obj, place)


def _is_the(phrases: Phrases, noun: int) -> bool:
    return any(phrases.doc.lows[c] in ("the", "this") for c in phrases.doc.dependents(noun, "det"))


def _are_sides(phrases: Phrases, subject: int | None) -> bool:
    """ "The two sides", "both parties", "delegates from both sides"."""
    if subject is None or phrases.arguments.mention_at(subject) is not None:
        return False
    doc = phrases.doc
    if doc.tokens[subject].lemma.lower() in _DELEGATES:
        below = list(phrases.arguments.obliques(subject, {"of", "from"}))
        if below or doc.lows[subject] not in _SIDES:
            return any(_are_sides(phrases, c) for c in below)
    cases = {phrases.arguments.case(c) for c in doc.dependents(subject, "nmod")}
    words = {doc.lows[c] for c in doc.dependents(subject, "amod", "compound", "acl")}
    if doc.lows[subject] not in _SIDES or cases - {"in", "to"} or words - _AT_ODDS:
        return False
    return bool({doc.lows[c] for c in doc.dependents(subject, "det", "nummod")} & {"the", *_COUNTS})


def ceremony(phrases: Phrases, verb: int) -> Place | None:
    """ "… signed it on Monday. The ceremony took place in Rome": where the next sentence says that
    the signing was."""
    doc = phrases.doc
    number = doc.sentence_of[verb] + 1
    if number >= len(doc.sentences):
        return None
    following = doc.sentences[number]
    for i in range(following.first_token, following.last_token):
        if doc.tokens[i].lemma.lower() == "ceremony" and doc.tokens[i].dep.startswith("nsubj"):
            held = doc.tokens[i].head
            is_held = held >= 0 and doc.tokens[held].lemma.lower() in ("take", "hold")
            return phrases.places.around(held) if is_held else None
    return None


def with_parties(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Act | None:
    """An agreement with the parties that other sentences name: both sides are those of the last
    act of two told just before it; "the deal" is that of the one agreement that the report tells.
    ``None`` where it tells of none, or of several.
    """
    if phrases.arguments.is_passive(act.predicate):
        parties = _of_one_deal(phrases, act, acts)
    else:
        parties = _of_last_company(phrases, act, acts)
    if len(parties) < 2:
        return None
    return act._replace(sources=parties[:1], targets=parties[1:])


def _of_one_deal(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Actors:
    told = [
        distinct(a.participants)
        for a in acts
        if a.root == "AGREE"
        and a.status == "happened"
        and a.object is not None
        and len(distinct(a.participants)) > 1
        and _may_be_one(phrases, a.object, act.object)
    ]
    keys = {frozenset(m.key or m.text for m in parties) for parties in told}
    return told[0] if len(keys) == 1 else ()


def _may_be_one(phrases: Phrases, told: int, deal: int | None) -> bool:
    """Whether two nouns may name one deal: "a grain deal" and "the deal", not "the peace deal"."""
    if deal is None or "agreement" not in phrases.classes(told):
        return False
    doc = phrases.doc
    first, second = (
        {doc.lows[c] for c in doc.dependents(i, "compound", "amod") if doc.lows[c] not in _PLAIN}
        for i in (told, deal)
    )
    return not first or not second or bool(first & second)


def _of_last_company(phrases: Phrases, act: Act, acts: Sequence[Act]) -> Actors:
    """Those of the last agreement or meeting before "the sides" (two, unless a number is given) or
    "the leaders" (persons)."""
    doc = phrases.doc
    here, subject = doc.sentence_of[act.predicate], doc.child(act.predicate, "nsubj") or 0
    below = [subject, *phrases.arguments.obliques(subject, {"of", "from"})]
    words = [doc.lows[c] for i in below for c in doc.dependents(i, "det", "nummod")]
    are_leaders = any(doc.lows[i] == "leaders" for i in below)
    number = next((_COUNTS[w] for w in words if w in _COUNTS), None if are_leaders else 2)
    for a in reversed([a for a in acts if a.predicate < act.predicate and a.participants]):
        parties = distinct(a.participants)
        if here - phrases.doc.sentence_of[a.predicate] > SENTENCES_BACK:
            return ()
        if len(parties) > 1 and a.root in ("AGREE", "CONSULT") and a.mode != "mediate":
            are_persons = all(m.kind == "person" for m in parties)
            fits = number in (None, len(parties)) and (are_persons or not are_leaders)
            return parties if fits else ()
    return ()


def _is_dealing(act: Act) -> bool:
    is_talk = act.root == "CONSULT" and act.mode in _DEALINGS
    return (act.root == "AGREE" or is_talk) and len(distinct(act.participants)) > 1


def is_joint_signature(phrases: Phrases, obj: int, sources: Actors) -> bool:
    """ "Norway, Oman sign Oslo decree": what parties of two lands sign together binds them.

    Not so a letter or petition to others.
    """
    lands = {m.country for m in sources if m.kind in ("country", "person", "government")}
    is_appeal = phrases.doc.tokens[obj].lemma.lower() in _APPEALS
    return len(lands - {None}) > 1 and phrases.doc.tokens[obj].pos != "PRON" and not is_appeal


_APPEALS = frozenset("letter petition appeal statement book card autograph bill law".split())

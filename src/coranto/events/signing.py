"""Agreements that were not signed or reached: "the annex was not signed", "nothing is signed"."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.events.acts import Act, Actors, Phrases, distinct, is_among
from coranto.events.lexicon import base_form
from coranto.events.status import FUTURE, status_of_verb

_SIGNING = frozenset(("sign", "ink"))
_REACHING = frozenset(("reach", "strike", "conclude", "seal"))
_CLOSING = _SIGNING | _REACHING
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


def with_signatories(act: Act, acts: Sequence[Act]) -> Act | None:
    """A denied signing that names nobody is denied of those whose agreement or meeting the report
    tells last before it, else first behind it. ``None`` where it tells of none.
    """
    if act.root != "AGREE" or act.status != "denied" or act.participants:
        return act
    dealings = [a for a in acts if a.status == "happened" and _is_dealing(a)]
    before = [a for a in dealings if a.predicate < act.predicate]
    nearest = before[-1] if before else next(iter(dealings), None)
    if nearest is None:
        return None
    parties: Actors = distinct(nearest.participants)
    if act.object is None:
        return act._replace(sources=parties)  # "nothing was signed"
    return act._replace(sources=parties[:1], targets=parties[1:])


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

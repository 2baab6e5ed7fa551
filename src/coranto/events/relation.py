"""What one given party does to another in one sentence: PLOVER root type and quad class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coranto.actors import capital_of, country_of_place
from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act
from coranto.events.arguments import Arguments
from coranto.events.lexicon import QUADS, act_nouns, readings_of
from coranto.events.nominal import ActFinder
from coranto.events.places import PlaceFinder
from coranto.language.document import Document
from coranto.types import Quad

SOURCE, TARGET = "source", "target"
_TO_COME = frozenset(("will", "would", "willing", "ready", "agree", "pledge", "promise", "vow"))
_REFUSED = frozenset(("not", "n't", "refuse", "fail", "decline", "never", "reject"))
_DEMANDED = frozenset(("must", "should", "need"))


def relation_between(
    doc: Document, mentions: Sequence[ActorMention], source: str, target: str
) -> tuple[str, Quad]:
    """PLOVER root type and quad class of what ``source`` does to ``target``.

    Both are words of the document; one that does not stand there as given is
    looked for by its longest word, and left out where that fails too. The act
    that has the two as its parties is taken; else, in this order, an act of the
    source, an act done to the target, and the verb or act noun nearest to the
    two in the tree. Where the sentence tells nothing that the tables know, the
    relation is that of parties who deal with each other: CONSULT.
    """
    found = (_party(doc, source, SOURCE), _party(doc, target, TARGET))
    parties = [p for p in found if p is not None]
    others = [m for m in mentions if not any(m.start < p.end and p.start < m.end for p in parties)]
    arguments = Arguments(doc, [*others, *parties])
    finder = ActFinder(arguments, PlaceFinder(arguments, country_of_place, capital_of))
    act = _best(finder.acts())
    if act is not None:
        root = _as_annotated(act)
        predicate = act.predicate
    else:
        root, predicate = _nearest(doc, parties)
    root = _shifted(arguments, predicate, root)
    return root, QUADS[root]


def _as_annotated(act: Act) -> str:
    """The root as the annotated sets give it: to sign an accord is to SUPPORT, not to AGREE."""
    return "SUPPORT" if act.mode in ("sign", "joint-statement") else act.root


def _shifted(arguments: Arguments, predicate: int, root: str) -> str:
    """PLOVER codes a promise, a refusal and a demand by themselves, whatever they are about.

    What is to come is AGREE or, where hostile, THREATEN; what is refused REJECT;
    what another must do REQUEST.
    """
    doc = arguments.doc
    words: set[str] = set()
    for i in (predicate, *doc.ancestors(predicate)):
        words |= {doc.tokens[c].lemma.lower() for c in doc.dependents(i, "aux", "advmod")}
        if i != predicate:
            words.add(doc.tokens[i].lemma.lower())
        if doc.tokens[i].dep in ("ccomp", "acl:relcl", "advcl", "conj", "parataxis"):
            break
    if root in ("REJECT", "ACCUSE", "REQUEST", "THREATEN"):
        return root
    if words & _REFUSED:
        return "REJECT"
    if words & _DEMANDED:
        return "REQUEST"
    if words & _TO_COME:
        return "AGREE" if QUADS[root].endswith("COOP") else "THREATEN"
    return root


def _party(doc: Document, words: str, key: str) -> ActorMention | None:
    longest = max(words.split(), key=len, default="")
    for wanted in (words, longest):
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", doc.text, re.IGNORECASE)
        if wanted and match is not None:
            start, end = match.span()
            break
    else:
        return None
    head = doc.head_of(start, end)
    if head is None:
        head = doc.token_at(start) or 0
    return ActorMention(
        start=start,
        end=end,
        text=doc.text[start:end],
        head=head,
        kind="organisation",
        form="name",
        name=doc.text[start:end],
        country=None,
        title=None,
        key=key,
    )


def _best(acts: Sequence[Act]) -> Act | None:
    def rank(act: Act) -> int:
        sources = {m.key for m in act.sources}
        targets = {m.key for m in act.targets}
        if SOURCE in sources and TARGET in targets:
            return 0
        if SOURCE in sources | targets and TARGET in sources | targets:
            return 1
        if SOURCE in sources:
            return 2
        return 3 if TARGET in targets else 4

    ranked = sorted(acts, key=lambda a: (rank(a), a.predicate))
    return ranked[0] if ranked and rank(ranked[0]) < 4 else None


def _nearest(doc: Document, parties: Sequence[ActorMention]) -> tuple[str, int]:
    """Root and token of the verb or act noun nearest to the parties in the tree."""
    for i in _outward(doc, parties):
        lemma = doc.tokens[i].lemma.lower()
        readings = readings_of(doc.tokens[i])
        if readings and doc.tokens[i].pos in ("VERB", "NOUN"):
            return readings[0].root, i
        noun = act_nouns().get(lemma)
        if noun is not None and noun.root is not None:
            return noun.root, i
    return "CONSULT", parties[0].head if parties else 0


def _outward(doc: Document, parties: Sequence[ActorMention]) -> Iterator[int]:
    """Words on the way up from the parties, then all words of the text."""
    for party in parties:
        yield from doc.ancestors(party.head)
    yield from range(len(doc.tokens))

"""What one given party does to another in one sentence: PLOVER root type and quad class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.actors import capital_of, country_of_place
from coranto.actors.mentions import ActorMention
from coranto.events.acts import Act, ActFinder
from coranto.events.arguments import Arguments
from coranto.events.lexicon import QUADS, act_nouns, verb_readings
from coranto.events.places import PlaceFinder
from coranto.language.document import Document
from coranto.types import Quad

SOURCE, TARGET = "source", "target"


def relation_between(
    doc: Document, mentions: Sequence[ActorMention], source: str, target: str
) -> tuple[str, Quad]:
    """PLOVER root type and quad class of what ``source`` does to ``target``.

    Both are words of the document. The act that has the two as its parties is
    taken; else, in this order, an act of the source, an act done to the target,
    and the verb or act noun nearest to the two in the tree. Where the sentence
    tells nothing that the tables know, the relation is that of parties who deal
    with each other: CONSULT. Raises ValueError where a party is not in the text.
    """
    parties = [_party(doc, source, SOURCE), _party(doc, target, TARGET)]
    others = [m for m in mentions if not any(m.start < p.end and p.start < m.end for p in parties)]
    arguments = Arguments(doc, [*others, *parties])
    finder = ActFinder(arguments, PlaceFinder(arguments, country_of_place, capital_of))
    act = _best(finder.acts())
    root = act.root if act is not None else _nearest_root(doc, parties)
    return root, QUADS[root]


def _party(doc: Document, words: str, key: str) -> ActorMention:
    start = doc.text.find(words)
    if start < 0:
        start = doc.text.casefold().find(words.casefold())
    if start < 0 or not words:
        raise ValueError(f"{words!r} is not in the text")
    end = start + len(words)
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


def _nearest_root(doc: Document, parties: Sequence[ActorMention]) -> str:
    for i in _outward(doc, parties):
        lemma = doc.tokens[i].lemma.lower()
        readings = verb_readings().get(lemma)
        if readings and doc.tokens[i].pos in ("VERB", "NOUN"):
            return readings[0].root
        noun = act_nouns().get(lemma)
        if noun is not None and noun.root is not None:
            return noun.root
    return "CONSULT"


def _outward(doc: Document, parties: Sequence[ActorMention]) -> Iterator[int]:
    """Words on the way up from the parties, then all words of the text."""
    for party in parties:
        yield from doc.ancestors(party.head)
    yield from range(len(doc.tokens))

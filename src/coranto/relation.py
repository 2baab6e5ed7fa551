"""The PLOVER type of what one named party does to another in a sentence."""

from __future__ import annotations

import re

from coranto.annotation import read_texts
from coranto.events.lexicon import QUADS
from coranto.events.relation import relation_between
from coranto.language.model import LanguageModel
from coranto.types import Quad

Place = tuple[int, int]

# The model's data know one relation YIELD for the two roots.
_YIELD = ("CONCEDE", "RETREAT")


def code_relation(
    sentence: str, source: str, target: str, *, model: LanguageModel | None = None
) -> tuple[str, Quad]:
    """Code what ``source`` does to ``target`` in ``sentence``.

    ``source`` and ``target`` are words of the sentence as they stand there.
    Returns the PLOVER root type and its quad class (CONCEDE and RETREAT count
    as M-COOP, SANCTION as M-CONF). The model's relation head decides; the rules
    that code events decide where one of the parties does not stand in the
    sentence, and between the two roots that the head does not tell apart.
    """
    model = model or LanguageModel.load()
    places = party_places(sentence, source, target)
    scores = model.relation(sentence, *places) if places is not None else {}
    best = max(scores, key=lambda root: scores[root], default="YIELD")
    if best != "YIELD":
        return best, QUADS[best]
    reading = read_texts([sentence], model)[0]
    root, quad = relation_between(reading.doc, reading.mentions, source, target)
    if not scores or root in _YIELD:
        return root, quad
    return _YIELD[0], QUADS[_YIELD[0]]


def party_places(sentence: str, source: str, target: str) -> tuple[Place, Place] | None:
    """Where source and target stand in the sentence, or ``None`` if one of them does not.

    The longer of the two is looked for first, and a name that stands several
    times is taken at its first place that the other leaves free: "China" is not
    the one in "China's parliament" where that is the other party.
    """
    first, second = (source, target) if len(source) >= len(target) else (target, source)
    one = _place(sentence, first, None)
    other = _place(sentence, second, one)
    if one is None or other is None:
        return None
    return (one, other) if first is source else (other, one)


def _place(sentence: str, words: str, taken: Place | None) -> Place | None:
    """The first place of ``words`` as whole words, or of its longest word, outside ``taken``."""
    longest = max(words.split(), key=len, default="")
    for wanted in filter(None, (words.strip(), longest)):
        for pattern in (rf"(?<!\w){re.escape(wanted)}(?!\w)", re.escape(wanted)):
            for match in re.finditer(pattern, sentence, re.IGNORECASE):
                start, end = match.span()
                if taken is None or end <= taken[0] or start >= taken[1]:
                    return start, end
    return None

"""The PLOVER type of what one named party does to another in a sentence."""

from __future__ import annotations

from coranto.annotation import read_texts
from coranto.events.relation import relation_between
from coranto.language.model import LanguageModel
from coranto.types import Quad


def code_relation(
    sentence: str, source: str, target: str, *, model: LanguageModel | None = None
) -> tuple[str, Quad]:
    """Code what ``source`` does to ``target`` in ``sentence``.

    ``source`` and ``target`` are words of the sentence as they stand there.
    Returns the PLOVER root type and its quad class (CONCEDE and RETREAT count
    as M-COOP, SANCTION as M-CONF).
    """
    reading = read_texts([sentence], model or LanguageModel.load())[0]
    return relation_between(reading.doc, reading.mentions, source, target)

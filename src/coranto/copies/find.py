"""The way in: copy groups of reports, and how alike two texts or quotations are.

What compares piles of texts is compiled; it is loaded when it is first needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coranto.copies.folding import fold_words
from coranto.copies.limits import MEMBER, SHARED
from coranto.types import CopyGroup, Report

if TYPE_CHECKING:
    from coranto.copies.rewrites import Vectors

_RUN = 3  # words in a row that count as the same wording


def find_copies(
    reports: Sequence[Report], *, threshold: float = MEMBER, vectors: Vectors | None = None
) -> tuple[CopyGroup, ...]:
    """Group the reports that share one text, and tell what each made of it.

    Each member of a group has at least the share ``threshold`` (0 to 1) of its
    reporter's own word 5-grams in the group's base; words in quotation marks,
    captions, datelines and texts given in full have no part in this.  A roundup
    of several stories is in no group.  The base is an agency's own report where
    there is one, else the fullest early member; ``edits`` hold one item for each
    other member, in the order of ``order``.

    ``vectors`` gives unit vectors of sentences (``LanguageModel.vectors``).  With it,
    reports that tell the text in other words, sentence by sentence, are members too:
    their edits are of the kind ``rewrite``.  Without it none is found.

    Groups come in the order of their ids, and nothing depends on the order of
    ``reports``; a report given twice counts once.  Publication dates are used
    where they are known.
    """
    from coranto.copies.making import make_groups  # noqa: PLC0415 (slow import)

    return make_groups(reports, threshold, vectors)


def copied_share(one: str, other: str) -> float:
    """How much of the shorter text's own wording stands in the other, from 0 to 1.

    The share of its word 5-grams, without words in quotation marks, captions,
    datelines and texts given in full; 0 where less than a sentence is shared.
    From :data:`coranto.copies.limits.COPY` on, one text is a copy of the other.
    """
    from coranto.copies.groups import measure  # noqa: PLC0415 (slow import)

    _, shares = measure([one, other])
    if shares.shared[0].get(1, 0) < SHARED:
        return 0.0
    return shares.containment(0, 1)


def same_words(a: str, b: str) -> float:
    """How much of the shorter of two passages the longer one repeats, from 0 to 1.

    The share of the shorter one's words that stand in a run of three words which
    the longer one has too (of all its words in a row, where it has fewer than
    three).  1.0: it is contained, or the same; one word changed in the middle of
    twenty gives 0.95; the same words in another order give little.  Case,
    accents and punctuation do not count.  ``same_words(a, b) == same_words(b, a)``;
    two quotations are one utterance from about 0.6.  A passage without words
    gives 0.
    """
    one, other = fold_words(a), fold_words(b)
    if len(one) == len(other):
        return max(_covered(one, other), _covered(other, one))
    return _covered(one, other) if len(one) < len(other) else _covered(other, one)


def _covered(shorter: list[str], longer: list[str]) -> float:
    if not shorter:
        return 0.0
    size = min(_RUN, len(shorter))
    runs = {tuple(longer[at : at + size]) for at in range(len(longer) - size + 1)}
    covered: set[int] = set()
    for at in range(len(shorter) - size + 1):
        if tuple(shorter[at : at + size]) in runs:
            covered.update(range(at, at + size))
    return len(covered) / len(shorter)

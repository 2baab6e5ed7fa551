"""From the scores of the heads above words to extents: time expressions and attributions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coranto.language.decode import NameDecoder
from coranto.language.tokenise import Word
from coranto.types import Attributed, TimeExtent, TimeType

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

# The roles of words in an attribution, in the order of the network's outputs.
ROLES = ("O", "CUE", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")
CUE_ODDS = 0.0  # log odds above which a word is taken to begin a cue
# What a piece of a source or content costs, in log probability, where there are several of them
# (PolNeAR dev: flat from 2 to 4).
PIECE_COSTS = {"SOURCE": 3.0, "CONTENT": 3.0}
_TYPES: dict[str, TimeType] = {t: t for t in ("DATE", "TIME", "DURATION", "SET")}

Places = tuple[tuple[int, int], ...]


class TimeDecoder:
    """Extents of time expressions from log probabilities of BIO tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._decoder = NameDecoder(tags)

    def extents(
        self, windows: Sequence[Sequence[Word]], scores: Floats
    ) -> list[tuple[TimeExtent, ...]]:
        """For each window of words its extents; ``scores`` is (windows, words, tags)."""
        found: list[tuple[TimeExtent, ...]] = [()] * len(windows)
        some = [i for i, words in enumerate(windows) if scores[i, : len(words)].argmax(-1).any()]
        if not some:
            return found
        chosen = scores[some]
        for row, i in enumerate(some):
            close_padding(chosen[row], len(windows[i]))
        for i, tags in zip(some, self._decoder.sequences(chosen), strict=True):
            words = windows[i]
            found[i] = tuple(
                TimeExtent(words[a].start, words[b - 1].end, _TYPES[kind])
                for a, b, kind in self._decoder.spans(tags[: len(words)].tolist())
            )
        return found


class AttributionDecoder:
    """Attributions from the odds of cues and the roles of words for each."""

    def __init__(self) -> None:
        self._decoder = NameDecoder(ROLES, PIECE_COSTS)

    def attributions(
        self, windows: Sequence[Sequence[Word]], odds: Floats, cues: Integers, roles: Floats
    ) -> list[tuple[Attributed, ...]]:
        """For each window its attributions, in the order of their cues.

        ``odds`` (windows, words) are log odds that a word begins a cue, ``cues``
        (windows, cue) the likeliest words, ``roles`` (windows, cue, words, roles)
        log probabilities of each word's role for each of these.
        """
        chosen = [
            (i, k, int(cue))
            for i, words in enumerate(windows)
            for k, cue in enumerate(cues[i].tolist())
            if cue < len(words) and odds[i, cue] > CUE_ODDS
        ]
        found: list[list[Attributed]] = [[] for _ in windows]
        if not chosen:
            return [tuple(f) for f in found]
        scores = np.stack([roles[i, k] for i, k, _ in chosen])
        for row, (i, _, _) in enumerate(chosen):
            close_padding(scores[row], len(windows[i]))
        for (i, _, cue), tags in zip(chosen, self._decoder.sequences(scores), strict=True):
            score = 1 / (1 + float(np.exp(-odds[i, cue])))
            found[i].append(self._attributed(windows[i], cue, tags, score))
        return [tuple(sorted(f, key=lambda a: a.cue)) for f in found]

    def _attributed(
        self, words: Sequence[Word], cue: int, tags: Integers, score: float
    ) -> Attributed:
        count = len(words)
        spans = self._decoder.spans(tags[:count].tolist())
        inside = sorted({cue, *(i for i in range(count) if tags[i] == ROLES.index("CUE"))})
        return Attributed(
            cue=_runs(words, inside),
            source=tuple((words[a].start, words[b - 1].end) for a, b, k in spans if k == "SOURCE"),
            content=tuple(
                (words[a].start, words[b - 1].end) for a, b, k in spans if k == "CONTENT"
            ),
            score=round(score, 4),
        )


def close_padding(scores: Floats, count: int) -> None:
    """Leave no choice but the first label where a row of ``scores`` has no word."""
    scores[count:] = -1e9
    scores[count:, 0] = 0


def _runs(words: Sequence[Word], indices: Sequence[int]) -> Places:
    """The places of words, those side by side as one."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and i == runs[-1][1] + 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return tuple((words[a].start, words[b].end) for a, b in runs)

"""Batches of sentences of like length, the same for the same seed and epoch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from coranto.language.pieces import PieceEncoder
from training.augment import augment
from training.data import IGNORE, OPEN, Inventory, Sentence

MASK_PIECE = 103


@dataclass
class Batch:
    """Tensors of one batch; targets are ``IGNORE`` where nothing is annotated."""

    ids: Tensor
    shapes: Tensor
    first: Tensor
    mask: Tensor
    pos: Tensor
    tags: Tensor
    heads: Tensor
    labels: Tensor
    names: Tensor
    which: list[int]
    has_trees: bool
    pieces: int


class Batcher:
    """Draws batches from the sentences of a run."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        pieces: PieceEncoder,
        labels: Inventory,
        config: dict[str, dict[str, float]],
        seed: int,
    ) -> None:
        self.sentences = sentences
        self.pieces = pieces
        self.labels = labels
        self.data = config["data"]
        self.rates = config["augment"]
        self.seed = seed
        self.lengths = [sum(len(pieces.word(w)) for w in s.words) + 2 for s in sentences]
        self.index = {
            name: {x: i for i, x in enumerate(getattr(labels, name))} for name in ("pos", "tags")
        }
        self.label_index = {
            x: labels.label_index(x) for x in {x for s in sentences for x in s.labels}
        }
        self.name_index = {x: i for i, x in enumerate(labels.names)} | {"?": OPEN}

    def epoch(self, number: int) -> list[list[int]]:
        """The batches of an epoch, as numbers of sentences."""
        rng = random.Random(f"{self.seed}-{number}")
        usable = [i for i, n in enumerate(self.lengths) if n <= self.data["longest"]]
        trees = [i for i in usable if self.sentences[i].heads]
        names = [i for i in usable if not self.sentences[i].heads]
        found: list[list[int]] = []
        for group, times in ((trees, "repeat_trees"), (names, "repeat_names")):
            for _ in range(int(self.data[times])):
                found.extend(self._cut(group, rng))
        rng.shuffle(found)
        return found

    def _cut(self, group: list[int], rng: random.Random) -> list[list[int]]:
        order = rng.sample(group, len(group))
        out: list[list[int]] = []
        pool = int(self.data["pool"])
        for at in range(0, len(order), pool):
            current: list[int] = []
            for i in sorted(order[at : at + pool], key=lambda i: self.lengths[i]):
                if current and self.lengths[i] * (len(current) + 1) > self.data["batch_pieces"]:
                    out.append(current)
                    current = []
                current.append(i)
            if current:
                out.append(current)
        return out

    def batch(self, which: list[int], rng: random.Random | None) -> Batch:
        """The tensors of the sentences ``which``, augmented if there is ``rng``."""
        sentences = [self.sentences[i] for i in which]
        if rng is not None:
            sentences = [augment(s, rng, self.rates) for s in sentences]
        encoded = [self.pieces.sentence(s.words) for s in sentences]
        if rng is not None:
            for ids, _, first in encoded:
                self._hide(ids, first, rng)
        return self._tensors(sentences, encoded, which)

    def _hide(self, ids: list[int], first: list[int], rng: random.Random) -> None:
        ends = [*first[1:], len(ids) - 1]
        for start, end in zip(first, ends, strict=True):
            if rng.random() < self.rates["hide"]:
                ids[start:end] = [MASK_PIECE] * (end - start)

    def _tensors(
        self,
        sentences: Sequence[Sentence],
        encoded: Sequence[tuple[list[int], list[int], list[int]]],
        which: list[int],
    ) -> Batch:
        pieces = max(len(ids) for ids, _, _ in encoded)
        words = max(len(first) for _, _, first in encoded)

        def padded(rows: list[list[int]], width: int, fill: int) -> Tensor:
            return torch.tensor([row + [fill] * (width - len(row)) for row in rows])

        def targets(name: str, index: dict[str, int]) -> Tensor:
            rows = [[index.get(x, IGNORE) for x in getattr(s, name)] for s in sentences]
            return padded(rows, words, IGNORE)

        return Batch(
            ids=padded([ids for ids, _, _ in encoded], pieces, 0),
            shapes=padded([shapes for _, shapes, _ in encoded], pieces, 0),
            first=padded([first for _, _, first in encoded], words, 0),
            mask=padded([[1] * len(first) for _, _, first in encoded], words, 0).bool(),
            pos=targets("pos", self.index["pos"]),
            tags=targets("tags", self.index["tags"]),
            heads=padded([s.heads for s in sentences], words, IGNORE),
            labels=targets("labels", self.label_index),
            names=targets("names", self.name_index),
            which=which,
            has_trees=bool(sentences[0].heads),
            pieces=sum(len(ids) for ids, _, _ in encoded),
        )

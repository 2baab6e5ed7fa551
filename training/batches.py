"""Batches of sentences of like length, the same for the same seed and epoch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from coranto.language.pieces import PieceEncoder, in_roles
from training.augment import augment
from training.data import IGNORE, OPEN, Inventory, Sentence

MASK_PIECE = 103
KINDS = ("trees", "names", "attribution", "times", "government", "relation")
MOST_CUES = 8  # cues of a sentence whose attributions are scored in one step


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
    times: Tensor
    government: Tensor
    cues: Tensor
    role_cues: Tensor
    roles: Tensor
    piece_roles: Tensor
    relations: Tensor
    which: list[int]
    kind: str
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
            name: {x: i for i, x in enumerate(getattr(labels, name))}
            for name in ("pos", "tags", "times", "relations")
        }
        self.label_index = {
            x: labels.label_index(x) for x in {x for s in sentences for x in s.labels}
        }
        self.name_index = {x: i for i, x in enumerate(labels.names)} | {"?": OPEN}

    def epoch(self, number: int) -> list[list[int]]:
        """The batches of an epoch, as numbers of sentences."""
        rng = random.Random(f"{self.seed}-{number}")
        usable = [i for i, n in enumerate(self.lengths) if n <= self.data["longest"]]
        found: list[list[int]] = []
        for kind in KINDS:
            group = [i for i in usable if self.sentences[i].kind == kind]
            if kind == "attribution":
                # Most sentences without an attribution say nothing new.
                keep = self.data["keep_without_cue"]
                group = [i for i in group if self.sentences[i].attributions or rng.random() < keep]
            for _ in range(int(self.data.get(f"repeat_{kind}", 0))):
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
            for sentence, (ids, _, first) in zip(sentences, encoded, strict=True):
                if not sentence.relation:
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

        marks, roles = self._attribution_targets(sentences, words)
        piece_roles = [
            piece_roles_of(s.roles, len(ids), first)
            for s, (ids, _, first) in zip(sentences, encoded, strict=True)
        ]
        role_shapes = [
            in_roles(shapes, first, s.roles) if s.roles else shapes
            for s, (_, shapes, first) in zip(sentences, encoded, strict=True)
        ]
        return Batch(
            ids=padded([ids for ids, _, _ in encoded], pieces, 0),
            shapes=padded(role_shapes, pieces, 0),
            first=padded([first for _, _, first in encoded], words, 0),
            mask=padded([[1] * len(first) for _, _, first in encoded], words, 0).bool(),
            pos=targets("pos", self.index["pos"]),
            tags=targets("tags", self.index["tags"]),
            heads=padded([s.heads for s in sentences], words, IGNORE),
            labels=targets("labels", self.label_index),
            names=targets("names", self.name_index),
            times=targets("times", self.index["times"]),
            government=padded(
                [[x if x >= 0 else IGNORE for x in s.government] for s in sentences],
                words,
                IGNORE,
            ),
            cues=padded([marks_of(s) for s in sentences], words, IGNORE),
            role_cues=marks,
            roles=roles,
            piece_roles=padded(piece_roles, pieces, -1),
            relations=torch.tensor(
                [self.index["relations"].get(s.relation, IGNORE) for s in sentences]
            ),
            which=which,
            kind=sentences[0].kind,
            pieces=sum(len(ids) for ids, _, _ in encoded),
        )

    def _attribution_targets(
        self, sentences: Sequence[Sentence], words: int
    ) -> tuple[Tensor, Tensor]:
        """The first words of the cues (batch, cue) and each word's role for each (…, word)."""
        count = max(1, min(MOST_CUES, max(len(s.attributions) for s in sentences)))
        cues = torch.zeros(len(sentences), count, dtype=torch.long)
        roles = torch.full((len(sentences), count, words), IGNORE)
        for row, sentence in enumerate(sentences):
            parts = [p for p in sentence.attributions if p[0]]
            for column, (cue, source, content) in enumerate(parts[:count]):
                cues[row, column] = cue[0]
                line = roles[row, column]
                line[: len(sentence.words)] = 0
                for indices, begin in ((content, 4), (source, 2)):
                    for n, i in enumerate(indices):
                        line[i] = begin + int(n > 0 and indices[n - 1] == i - 1)
                line[torch.tensor(cue)] = 1
        return cues, roles


def marks_of(sentence: Sentence) -> list[int]:
    """1 for the words that begin a cue, 0 for others; nothing where cues are not annotated."""
    if sentence.kind != "attribution":
        return [IGNORE] * len(sentence.words)
    marks = [0] * len(sentence.words)
    for cue, _, _ in sentence.attributions:
        if cue:
            marks[cue[0]] = 1
    return marks


def piece_roles_of(roles: list[int], pieces: int, first: list[int]) -> list[int]:
    """Each word's role for each of its pieces; the special pieces have none."""
    out = [0] * pieces
    for role, start, end in zip(roles, first, [*first[1:], pieces - 1], strict=False):
        out[start:end] = [role] * (end - start)
    return out

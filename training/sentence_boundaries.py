"""Train the network that finds where sentences end: ``python -m training.sentence_boundaries``.

    python -m training.sentence_boundaries --data DIR [--out FILE] [--hold-out]

``DIR`` holds ``language/``. Reads the raw text of the treebanks' documents, as
``benchmarks.reader`` puts it together, and paragraphs of news, for which the
rules' own answer is taken where there is little doubt: they keep the network
to the rules on well-edited text. Written to the package by default. Takes
minutes on one core; the same data give the same file. ``--hold-out`` leaves a
tenth of the documents out and prints how they are read, to choose settings by.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.reader import Gold, documents, treebank
from numpy.typing import NDArray

import coranto.language
from coranto.language.boundaries import (
    FEATURES,
    NUMBERS,
    REACH,
    BoundaryNetwork,
    chunk_features,
)
from coranto.language.sentences import RawLine, raw_lines

Floats = NDArray[np.float32]

SEED = 20261121
TREEBANKS = ("ud_ewt_train.conllu", "ud_gum_train.conllu")
NEWS = "names_newswire_train.jsonl"
NEWS_PARAGRAPHS = 12000
NEWS_TEXT = 12  # paragraphs of news put together as one text
SEEN = 40  # a feature seen less often is not kept
WIDTH, HIDDEN = 16, 40
EPOCHS, RATE, BLOCK = 10, 3e-3, 1024
DROPOUT = 0.3  # of features, so that none is leant on alone
DECAY = 3e-5
NEWS_WEIGHT = 1.0


@dataclass
class Text:
    """The lines of a document; for each gap whether a sentence ends there, and what it weighs."""

    lines: list[RawLine]
    ends: list[list[bool]]
    weights: list[list[float]]


def treebank_text(text: str, sentences: Sequence[Gold]) -> Text:
    """A document of a treebank: gaps at line ends and those the rules force weigh nothing."""
    solid = [0]
    for character in text:
        solid.append(solid[-1] + (not character.isspace()))
    gold, at = set(), 0
    for sentence in sentences:
        at += sum(len("".join(w.split())) for w in sentence.words)
        gold.add(at)
    lines = raw_lines(text)
    ends = [[solid[b] in gold for _, b in line.places] for line in lines]
    weights = [[float(i not in line.forced) for i in range(len(line.places))] for line in lines]
    return Text(lines, ends, weights)


def news_text(text: str) -> Text:
    """News: no end where no mark is, an end where the rules see one after a plain word."""
    lines = raw_lines(text)
    ends, weights = [], []
    for line in lines:
        chunks = line.line.chunks
        row = []
        for chunk, following, ruled in zip(chunks, chunks[1:], line.line.ruled, strict=False):
            mark = any(c in ".!?\u2026;:" for c in chunk[-3:])
            word = chunk.rstrip(".!?\"\u201d'\u2019)")
            sure = ruled and len(word) > 3 and word.islower() and following[:1].isupper()
            row.append(NEWS_WEIGHT if sure or not mark else 0.0)
        ends.append(list(line.line.ruled))
        weights.append([*row, 0.0])
    return Text(lines, ends, weights)


def read(data: Path) -> tuple[list[tuple[Text, str]], list[Text]]:
    """The treebanks' documents, each with its raw text, and news."""
    gold = [
        (treebank_text(text, group), text)
        for name in TREEBANKS
        for text, group in documents(treebank(data / name))
    ]
    rows = [json.loads(row)["text"] for row in (data / NEWS).read_text("utf-8").splitlines()]
    rows = [" ".join(row.split()) for row in rows]
    random.Random(SEED).shuffle(rows)
    rows = rows[:NEWS_PARAGRAPHS]
    news = ["\n\n".join(rows[i : i + NEWS_TEXT]) for i in range(0, len(rows), NEWS_TEXT)]
    return gold, [news_text(text) for text in news]


def vocabulary(texts: Iterable[Text]) -> list[str]:
    """The features seen often enough, in a fixed order."""
    count: Counter[str] = Counter()
    for text in texts:
        for line in text.lines:
            for chunk in line.line.chunks:
                count.update(set(chunk_features(chunk)))
    return sorted(name for name, n in count.items() if n >= SEEN)


class Trainer:
    """Gradient descent (Adam, Kingma and Ba 2015) on the gaps of many texts."""

    def __init__(self, texts: Sequence[Text], names: Sequence[str]) -> None:
        self.random = np.random.default_rng(SEED)
        normal = self.random.standard_normal
        seen = 2 * REACH * WIDTH
        vectors = normal((len(names) + 1, WIDTH)) * 0.1
        vectors[0] = 0
        weights = {
            "vectors": vectors,
            "window": normal((seen, HIDDEN)) * (2 / seen) ** 0.5,
            "numbers": normal((NUMBERS, HIDDEN)) * 0.1,
            "bias": np.zeros(HIDDEN),
            "out": normal(HIDDEN + 1) * 0.1,
        }
        self.network = BoundaryNetwork(names, {k: v.astype(np.float32) for k, v in weights.items()})
        self.moments = {k: (np.zeros_like(v), np.zeros_like(v)) for k, v in self.weights.items()}
        self.average = {k: v.copy() for k, v in self.weights.items()}
        self.step = 0
        self.data = [self._rows(text) for text in texts]
        self.features = np.array([(0,) * FEATURES, *self.network.features[1:]], dtype=np.int32)

    @property
    def weights(self) -> dict[str, Floats]:
        return self.network.weights

    def _rows(self, text: Text) -> tuple[NDArray[np.int32], Floats, Floats, Floats]:
        """Features of the windows about the gaps, (gaps, 2 * REACH, FEATURES), what describes
        the gaps, answers and weights."""
        gaps = self.network.gaps([line.line for line in text.lines])
        answers = [text.ends[n][i] for n, i in gaps.places]
        weights = [text.weights[n][i] for n, i in gaps.places]
        return (
            gaps.windows,
            gaps.numbers,
            np.array(answers, dtype=np.float32),
            np.array(weights, dtype=np.float32),
        )

    def run(self) -> None:
        """All epochs; the weights become their average over the second half."""
        for epoch in range(EPOCHS):
            order = self.random.permutation(len(self.data))
            total, blocks = 0.0, list(self._blocks(order))
            for number, block in enumerate(blocks):
                rate = RATE * (1 - (epoch + number / len(blocks)) / EPOCHS) + 1e-5
                total += self._learn([self.data[i] for i in block], rate)
            print(f"epoch {epoch + 1}: loss {total / len(blocks):.4f}", flush=True)
        self.network = BoundaryNetwork(list(self.network.index), self.average)

    def _blocks(self, order: NDArray[np.int64]) -> Iterable[list[int]]:
        block: list[int] = []
        for i in order.tolist():
            block.append(i)
            if sum(len(self.data[j][0]) for j in block) >= BLOCK:
                yield block
                block = []
        if block:
            yield block

    def _learn(
        self, block: Sequence[tuple[NDArray[np.int32], Floats, Floats, Floats]], rate: float
    ) -> float:
        windows, numbers, answers, weights = (np.concatenate(x) for x in zip(*block, strict=True))
        ids = self.features[windows]
        ids = np.where(self.random.random(ids.shape) < DROPOUT, 0, ids)
        w = self.weights
        rows = w["vectors"][ids].sum(2).reshape(len(ids), -1)
        hidden = np.maximum(rows @ w["window"] + numbers @ w["numbers"] + w["bias"], 0)
        score = hidden @ w["out"][:-1] + w["out"][-1]
        chance = 1 / (1 + np.exp(-score))
        loss = -(weights * np.log(np.where(answers > 0, chance, 1 - chance) + 1e-7)).sum()
        slope = weights * (chance - answers) / max(1.0, float(weights.sum()))
        inner = np.outer(slope, w["out"][:-1]) * (hidden > 0)
        back = (inner @ w["window"].T).reshape(len(ids), 2 * REACH, WIDTH)
        vectors = np.zeros_like(w["vectors"])
        for column in range(FEATURES):
            np.add.at(vectors, ids[:, :, column], back)
        vectors[0] = 0
        self._descend(
            {
                "vectors": vectors,
                "window": rows.T @ inner,
                "numbers": numbers.T @ inner,
                "bias": inner.sum(0),
                "out": np.append(hidden.T @ slope, slope.sum()),
            },
            rate,
        )
        return float(loss) / max(1.0, float(weights.sum()))

    def _descend(self, slopes: dict[str, Floats], rate: float) -> None:
        self.step += 1
        for name, slope in slopes.items():
            first, second = self.moments[name]
            full = slope.astype(np.float32) + DECAY * self.weights[name]
            first += 0.1 * (full - first)
            second += 0.005 * (full * full - second)
            scale = np.sqrt(second / (1 - 0.995**self.step)) + 1e-8
            self.weights[name] -= rate * first / (1 - 0.9**self.step) / scale
            self.average[name] += 0.003 * (self.weights[name] - self.average[name])


def score(network: BoundaryNetwork, texts: Sequence[Text], likely: float) -> str:
    """Sentences found, wanted and right, exact in both ends."""
    right = found = wanted = 0
    for text in texts:
        likelies = network.chances([line.line for line in text.lines])
        seen = {(n, i) for n, i, chance in likelies if chance > likely}
        for n, (line, ends) in enumerate(zip(text.lines, text.ends, strict=True)):
            own, gold, start = set(), set(), [0, 0]
            last = len(ends) - 1
            for i, end in enumerate(ends):
                if (n, i) in seen or i in line.forced or i == last:
                    own.add((start[0], i))
                    start[0] = i + 1
                if end or i == last:
                    gold.add((start[1], i))
                    start[1] = i + 1
            right, found, wanted = right + len(own & gold), found + len(own), wanted + len(gold)
    precision, recall, f1 = right / found, right / wanted, 2 * right / (found + wanted)
    return f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.2f}"


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    shipped = Path(coranto.language.__file__).parent / "boundaries.npz"
    parser.add_argument("--out", type=Path, default=shipped)
    parser.add_argument("--hold-out", action="store_true")
    arguments = parser.parse_args()
    gold, news = read(arguments.data / "language")
    texts = [text for text, _ in gold]
    held = [t for i, t in enumerate(texts) if arguments.hold_out and i % 10 == 0]
    texts = [t for i, t in enumerate(texts) if not (arguments.hold_out and i % 10 == 0)]
    names = vocabulary(texts + news)
    trainer = Trainer(texts + news, names)
    trainer.run()
    for likely in (0.3, 0.4, 0.5, 0.6):
        if held:
            print(likely, score(trainer.network, held, likely))
    trainer.network.write(arguments.out)
    print(f"{arguments.out}: {len(names)} features, {arguments.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

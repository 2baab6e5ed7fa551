"""The relation and the government head by five-fold cross-validation on their training sets.

python -m training.folds --checkpoint FIRST/decay.pt --base BASE --data DATA

The sets are too small to keep a part out of the shipped model, so a small
training for each fold, from a checkpoint that has seen neither set, tells what
the heads can do on sentences that they have not read.
"""

from __future__ import annotations

import argparse
import os
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from coranto.language.pieces import PieceEncoder
from training.batches import Batcher
from training.data import (
    NAME_TAGS,
    TIME_TAGS,
    Inventory,
    Sentence,
    government_sentences,
    read_rows,
    relation_sentences,
)
from training.network import Reader, Sizes
from training.train import losses, parameter_groups

FOLDS = 5


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean over gold classes of their F1, in per cent, from (gold, found) pairs."""
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    right = Counter(g for g, f in pairs if g == f)
    return 100 * sum(2 * right[c] / (gold[c] + found[c]) for c in gold) / len(gold)


def train_fold(
    batcher: Batcher, model: Reader, config: dict[str, dict[str, float]], train: set[int]
) -> None:
    """Some passes over the sentences numbered in ``train``, rates falling to zero."""
    settings = config["folds"]
    frozen = [model.encoder.words, model.encoder.places]
    frozen += [model.encoder.layers[i] for i in range(int(settings["frozen_layers"]))]
    for module in frozen:
        module.requires_grad_(False)
    optimiser = torch.optim.AdamW(parameter_groups(model, config), fused=True)
    plan = []
    for epoch in range(int(settings["passes"])):
        batches = [[i for i in b if i in train] for b in batcher.epoch(epoch)]
        plan += [(epoch, b) for b in batches if b]
    teacher = torch.zeros(len(batcher.sentences), 384)
    model.train()
    for step, (epoch, which) in enumerate(plan):
        batch = batcher.batch(which, random.Random(f"{epoch}-{step}"))
        found = losses(model, batch, teacher[which])
        optimiser.zero_grad(set_to_none=True)
        sum(v for k, v in found.items() if k != "vector").backward()  # type: ignore[union-attr]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        factor = min(1.0, (step + 1) / 20) * (1 - step / len(plan))
        for group in optimiser.param_groups:
            group["lr"] = group["base_rate"] * factor
        optimiser.step()
    model.eval()


@torch.inference_mode()
def read_fold(batcher: Batcher, model: Reader, test: Sequence[int]) -> dict[int, str]:
    """What the model says of each sentence: a relation, or "1" for a government and "0" else."""
    said: dict[int, str] = {}
    for i in test:
        batch = batcher.batch([i], None)
        states = model.states(batch.ids, batch.shapes)
        if batch.kind == "relation":
            best = int(model.relation_scores(states, batch.piece_roles).argmax())
            said[i] = batcher.labels.relations[best]
        else:
            marked = batch.government[0] >= 0
            scores = model.government(model.word_states(states, batch.first))[0, marked].mean(0)
            said[i] = str(int(scores[1] > scores[0]))
    return said


def folds_of(sentences: Sequence[Sentence], seed: int) -> list[list[int]]:
    """The numbers of the sentences in each fold, each class spread evenly."""
    rng = random.Random(seed)
    groups: dict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(sentences):
        groups[s.relation or f"government {max(s.government)}"].append(i)
    folds: list[list[int]] = [[] for _ in range(FOLDS)]
    for name in sorted(groups):
        for n, i in enumerate(rng.sample(groups[name], len(groups[name]))):
            folds[n % FOLDS].append(i)
    return folds


def main() -> None:
    """Read the command line, train and read each fold, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--config", type=Path, default=here / "heads.toml")
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the five to run")
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    torch.set_num_threads(config["threads"])
    plv = arguments.data / "events" / "plv_train.jsonl"
    sentences = list(relation_sentences(plv))
    sentences += government_sentences(arguments.data / "events" / "metonymy_train.jsonl")
    classes = {r["root"]: (r["quad"], r["binary"]) for r in read_rows(plv)}
    state = torch.load(arguments.checkpoint, weights_only=False)
    old = state["labels"]
    labels = Inventory(
        old["pos"], old["tags"], old["labels"], NAME_TAGS, TIME_TAGS, sorted(classes)
    )
    config["data"] |= {"repeat_relation": 1, "repeat_government": 1}
    pieces = PieceEncoder(arguments.base / "tokenizer.json")
    batcher = Batcher(sentences, pieces, labels, config, config["seed"])
    said: dict[int, str] = {}
    for number, test in enumerate(folds_of(sentences, config["seed"])[: arguments.folds]):
        torch.manual_seed(config["seed"] + number)
        sizes = Sizes(**config["network"])
        model = Reader(sizes, labels.counts())
        model.load_reader(state["model"])
        train_fold(batcher, model, config, set(range(len(sentences))) - set(test))
        said |= read_fold(batcher, model, test)
        report(number + 1, sentences, said, classes)


def report(
    folds: int,
    sentences: Sequence[Sentence],
    said: dict[int, str],
    classes: dict[str, tuple[str, str]],
) -> None:
    """Print the scores over all folds read so far."""
    pairs = [(sentences[i].relation, x) for i, x in said.items() if sentences[i].relation]
    quads = [(classes[g][0], classes[f][0]) for g, f in pairs]
    sides = [(classes[g][1], classes[f][1]) for g, f in pairs]
    places = [
        str(max(sentences[i].government)) == x for i, x in said.items() if sentences[i].government
    ]
    print(
        f"after {folds} folds: PLV binary {macro_f1(sides):.1f}, quad {macro_f1(quads):.1f}, "
        f"root {macro_f1(pairs):.1f}; government or place {100 * sum(places) / len(places):.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()

"""Train the reader: warm-up, a stable phase at constant rates, then a linear decay to zero.

    python -m training.train --data DATA --base BASE --run RUN
    python -m training.train … --decay-from RUN/last.pt --decay-steps N

A run that was stopped goes on where its last checkpoint stood. A decay from a checkpoint that
was decayed already begins anew at full rates: a warm restart (Loshchilov and Hutter 2017). See
README.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import random
import signal
import time
import tomllib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from coranto.language.pieces import PieceEncoder
from training.batches import Batch, Batcher
from training.data import IGNORE, Sentence, inventory, training_sentences
from training.network import Encoder, Reader, Sizes, mean_vector

Config = dict[str, Any]


def name_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross entropy of BIO tags; a word that may be MISC or none is summed over both."""
    logs = scores.log_softmax(-1).flatten(0, 1)
    targets = targets.flatten()
    either = logs[:, [0, 7, 8]].logsumexp(-1, keepdim=True)
    logs = torch.cat([logs, either], -1)
    return functional.nll_loss(logs, targets, ignore_index=IGNORE)


def losses(model: Reader, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    """The loss of each head on one batch."""
    states = model.states(batch.ids, batch.shapes)
    words = model.word_states(states, batch.first)
    vectors = model.sentence_vector(states, batch.ids)
    known = teacher.abs().sum(-1) > 0
    out = {"vector": ((1 - (vectors * teacher).sum(-1)) * known).sum() / len(known)}
    if (batch.names != IGNORE).any():
        out["name"] = name_loss(model.name(words), batch.names)
    if batch.kind == "trees":
        out["pos"] = cross_entropy(model.pos(words), batch.pos)
        out["tag"] = cross_entropy(model.tag(words), batch.tags)
        arcs = model.arc_scores(words)
        seen = torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask], 1)
        arcs = arcs.masked_fill(~seen.unsqueeze(1), -1e4)
        out["arc"] = cross_entropy(arcs, batch.heads)
        heads = batch.heads.clamp(min=0)
        out["label"] = cross_entropy(model.label_scores(words, heads), batch.labels)
    if batch.kind == "attribution":
        out["cue"] = cross_entropy(model.cue(words), batch.cues)
        if (batch.roles != IGNORE).any():
            scores = model.role_scores(words, batch.role_cues)
            out["role"] = cross_entropy(scores.flatten(0, 1), batch.roles.flatten(0, 1))
    if batch.kind == "times":
        out["time"] = cross_entropy(model.time(words), batch.times)
    if batch.kind == "government":
        out["government"] = cross_entropy(model.government(words), batch.government)
    if batch.kind == "relation":
        scores = model.relation_scores(states, batch.piece_roles)
        out["relation"] = functional.cross_entropy(scores, batch.relations, label_smoothing=0.1)
    return out


def cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORE)


def parameter_groups(model: Reader, config: Config) -> list[dict[str, Any]]:
    """Rates fall from the heads through the layers down to the embeddings."""
    settings = config["optimiser"]
    layers = len(model.encoder.layers)
    groups: dict[tuple[float, bool], list[nn.Parameter]] = {}
    for name, value in model.named_parameters():
        rate = settings["head_rate"]
        if name.startswith("encoder.layers."):
            depth = layers - 1 - int(name.split(".")[2])
            rate = settings["encoder_rate"] * settings["layer_decay"] ** depth
        elif name.startswith("encoder.") and "shapes" not in name:
            rate = settings["encoder_rate"] * settings["layer_decay"] ** layers
        decays = value.dim() > 1 and "encoder.words" not in name
        groups.setdefault((rate, decays), []).append(value)
    return [
        {"params": values, "lr": rate, "base_rate": rate,
         "weight_decay": settings["weight_decay"] if decays else 0.0}
        for (rate, decays), values in groups.items()
    ]  # fmt: skip


@torch.inference_mode()
def teacher_vectors(base: Path, batcher: Batcher, cache: Path) -> Tensor:
    """What the base, as it came, says of a sample of the sentences: unit vectors, or zeros."""
    if cache.exists():
        return torch.load(cache)
    encoder = Encoder(Sizes(dropout=0.0)).eval()
    encoder.load_base(base / "model.safetensors")
    out = torch.zeros(len(batcher.sentences), 384, dtype=torch.float16)
    short = [i for i, n in enumerate(batcher.lengths) if n <= batcher.data["teacher_longest"]]
    sample = random.sample(short, min(len(short), int(batcher.data["teacher_sentences"])))
    order = sorted(sample, key=lambda i: batcher.lengths[i])
    for at in range(0, len(order), 48):
        which = order[at : at + 48]
        ids = batcher.batch(which, None).ids
        vectors = mean_vector(encoder(ids, torch.zeros_like(ids)), ids)
        out[which] = functional.normalize(vectors, dim=-1).half()
    torch.save(out, cache)
    return out


def weights_of(checkpoint: Path) -> dict[str, Tensor]:
    """The weights of a checkpoint that another run goes on from."""
    state = torch.load(checkpoint, weights_only=False)
    return dict(state["model"])


class Run:
    """One training run with its state, its folder and its clock."""

    def __init__(self, arguments: argparse.Namespace, config: Config) -> None:
        self.config = config
        self.folder: Path = arguments.run
        self.folder.mkdir(parents=True, exist_ok=True)
        self.decay_steps: int = arguments.decay_steps if arguments.decay_from else 0
        random.seed(config["seed"])
        torch.manual_seed(config["seed"])
        sentences = self._sentences(arguments.data)
        self.labels = inventory(sentences, config["data"]["label_floor"])
        pieces = PieceEncoder(arguments.base / "tokenizer.json")
        self.batcher = Batcher(sentences, pieces, self.labels, config, config["seed"])
        self.teacher = teacher_vectors(arguments.base, self.batcher, self.folder / "teacher.pt")
        sizes = Sizes(**config["network"])
        self.model = Reader(sizes, self.labels.counts())
        self.optimiser = torch.optim.AdamW(parameter_groups(self.model, config), fused=True)
        self.step, self.epoch, self.position, self.decay_start = 0, 0, 0, -1
        self._restore(arguments)
        self.stop = False

    def _sentences(self, data: Path) -> list[Sentence]:
        """The sentences of the run; cut once, so that a later tokeniser does not change them."""
        cache = self.folder / "sentences.json"
        if cache.exists():
            return [Sentence(**row) for row in json.loads(cache.read_text("utf-8"))]
        sentences = training_sentences(data)
        cache.write_text(json.dumps([dataclasses.asdict(s) for s in sentences]), "utf-8")
        return sentences

    def _restore(self, arguments: argparse.Namespace) -> None:
        last = self.folder / ("decay.pt" if self.decay_steps else "last.pt")
        source = last if last.exists() else arguments.decay_from
        if source is None:
            self.model.encoder.load_base(arguments.base / "model.safetensors")
            if arguments.start_from:
                self.model.load_reader(weights_of(arguments.start_from))
            self.average = [p.detach().clone() for p in self.model.parameters()]
            return
        state = torch.load(source, weights_only=False)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average = state["average"]
        self.step, self.epoch, self.position = state["step"], state["epoch"], state["position"]
        self.decay_start = state["decay_start"]
        if state["config"]["data"] != self.config["data"]:
            self.epoch, self.position = self.epoch + 1, 0  # its batches are others now
        torch.set_rng_state(state["random"])
        if self.step > self.config["optimiser"]["freeze_words_after"]:
            self.freeze_words()
        if source != last and self.decay_steps:
            self.decay_start = self.step  # also from a decayed checkpoint: a warm restart

    def save(self) -> None:
        """Write a checkpoint beside the last one, then put it in its place."""
        last = self.folder / ("decay.pt" if self.decay_steps else "last.pt")
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "average_names": [n for n, _ in self.model.named_parameters()],
            "step": self.step, "epoch": self.epoch, "position": self.position,
            "decay_start": self.decay_start, "random": torch.get_rng_state(),
            "labels": dataclasses.asdict(self.labels), "config": self.config,
        }  # fmt: skip
        fresh = last.with_suffix(".new")
        torch.save(state, fresh)
        fresh.replace(last)

    def rate_factor(self) -> float:
        """The share of each group's rate at this step."""
        if self.decay_steps:
            return max(0.0, 1 - (self.step - self.decay_start) / self.decay_steps)
        return min(1.0, (self.step + 1) / self.config["optimiser"]["warmup_steps"])

    def update(self, which: list[int]) -> tuple[dict[str, float], int]:
        """One step on one batch; the losses and the number of word pieces."""
        rng = random.Random(f"{self.config['seed']}-{self.epoch}-{self.position}")
        if self.step == self.config["optimiser"]["freeze_words_after"]:
            self.freeze_words()
        batch = self.batcher.batch(which, rng)
        found = losses(self.model, batch, self.teacher[which].float())
        weights = self.config["loss"]
        total = sum((weights[k] * v for k, v in found.items()), torch.zeros(()))
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), self.config["optimiser"]["clip"])
        for group in self.optimiser.param_groups:
            group["lr"] = group["base_rate"] * self.rate_factor()
        self.optimiser.step()
        self.step += 1
        if self.decay_steps and self.rate_factor() <= self.config["decay"]["round_from"]:
            self.model.round_weights(self.config["decay"]["weight_limit"])
        if self.step % self.config["optimiser"]["average_every"] == 0:
            self._average()
        return {k: v.item() for k, v in found.items()}, batch.pieces

    def freeze_words(self) -> None:
        """Let the word embeddings be: they have settled, and updating them is dear."""
        self.model.encoder.words.weight.requires_grad_(False)

    @torch.no_grad()
    def _average(self) -> None:
        keep = self.config["optimiser"]["average_decay"]
        keep = min(keep, (1 + self.step) / (10 + self.step))
        torch._foreach_lerp_(self.average, list(self.model.parameters()), 1 - keep)

    def go(self) -> None:
        """Train until told to stop, or until the decay has come to its end."""
        began = saved = time.monotonic()
        seen, mean = 0, dict.fromkeys(self.config["loss"], 0.0)
        self.model.train()
        while not self.finished():
            batches = self.batcher.epoch(self.epoch)
            while self.position < len(batches) and not self.finished():
                found, pieces = self.update(batches[self.position])
                self.position += 1
                seen += pieces
                for k, v in found.items():
                    mean[k] += 0.03 * (v - mean[k])
                now = time.monotonic()
                if self.step % 10 == 0:
                    self.adapt_threads()
                if self.step % 50 == 0:
                    done = f"step {self.step} epoch {self.epoch} {self.position}/{len(batches)}"
                    shown = " ".join(f"{k} {v:.3f}" for k, v in mean.items())
                    speed = f"{seen / (now - began):.0f} pieces/s {now - began:.0f} s"
                    print(done, shown, speed, flush=True)
                if now - saved > 60 * self.config["checkpoints"]["every_minutes"]:
                    self.save()
                    saved = now
            if self.position >= len(batches):
                self.epoch, self.position = self.epoch + 1, 0
        self.save()

    def adapt_threads(self) -> None:
        """One thread on a busy machine, where two would wait for each other most of the time."""
        busy = os.getloadavg()[0] > self.config["busy_load"]
        torch.set_num_threads(1 if busy else self.config["threads"])

    def finished(self) -> bool:
        decayed = self.decay_steps and self.step - self.decay_start >= self.decay_steps
        return self.stop or bool(decayed)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--run", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--config", type=Path, default=here / "config.toml")
    parser.add_argument("--start-from", type=Path, help="checkpoint of another run to go on from")
    parser.add_argument("--decay-from", type=Path, help="checkpoint to start the decay from")
    parser.add_argument("--decay-steps", type=int, default=1000)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    torch.set_num_threads(config["threads"])
    torch.set_flush_denormal(True)
    run = Run(arguments, config)
    signal.signal(signal.SIGTERM, lambda *_: setattr(run, "stop", True))
    run.go()


if __name__ == "__main__":
    main()

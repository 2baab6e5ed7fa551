"""The reader: a six-layer encoder with a head for each layer of annotation.

The encoder has the form of BERT (Devlin et al. 2019) in the size of MiniLM
(Wang et al. 2020) and starts from the weights of all-MiniLM-L6-v2; trees are
scored with biaffine attention (Dozat and Manning 2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from coranto.language.heads import ROLES


@dataclass(frozen=True)
class Sizes:
    """Widths of the network; the defaults are those of the base."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    shapes: int = 27  # nine shapes of words in no role, of a source, of a target
    arc: int = 256
    label: int = 128
    role: int = 128
    relation: int = 256
    dropout: float = 0.1
    head_dropout: float = 0.3


class Dropout(nn.Module):
    """Dropout with one mask for all words of a sentence (Gal and Ghahramani 2016).

    Besides regularising better, it draws so few random numbers that it costs
    nothing on a processor, where drawing one for every value takes a tenth of a step.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """``x`` is (batch, words, width)."""
        if not self.training or not self.rate:
            return x
        mask = torch.empty(x.size(0), 1, x.size(2)).bernoulli_(1 - self.rate)
        return x * (mask / (1 - self.rate))


def rounded(weight: Tensor, limit: int) -> Tensor:
    """``weight`` as integers up to ``limit`` would hold it, with one scale for each output.

    Its gradient passes as if nothing were rounded (Bengio et al. 2013).
    """
    plain = weight.detach()
    step = plain.abs().amax(1, keepdim=True).clamp_(min=1e-9).div_(limit)
    return weight + plain.div(step).round_().mul_(step).sub_(plain)


class Linear(nn.Linear):
    """A product whose weights may be rounded while they are trained, as the export rounds them.

    ``weight_limit`` is the largest integer of a weight, 0 while weights are floats.
    Activations stay floats: their rounding, with a scale a row, costs little.
    """

    weight_limit = 0

    def forward(self, x: Tensor) -> Tensor:
        if not self.weight_limit:
            return super().forward(x)
        return functional.linear(x, rounded(self.weight, self.weight_limit), self.bias)


class Layer(nn.Module):
    """One encoder layer: self-attention and a feed-forward block, each with a residual."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = Linear(sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = Linear(sizes.hidden, sizes.inner)
        self.down = Linear(sizes.inner, sizes.hidden)
        self.norm2 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.dropout = Dropout(sizes.dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` is (batch, pieces, hidden); ``mask`` (batch, 1, 1, pieces), true where text is."""
        batch, length, hidden = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.norm1(x + self.dropout(seen))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and shapes to vectors."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.words = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.places = nn.Embedding(sizes.positions, sizes.hidden)
        self.shapes = nn.Embedding(sizes.shapes, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.dropout = Dropout(sizes.dropout)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """``ids`` and ``shapes`` are (batch, pieces), 0 where there is no piece."""
        places = torch.arange(ids.size(1), device=ids.device)
        x = self.words(ids) + self.places(places) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (ids != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_base(self, path: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2 from a safetensors file."""
        base = load_file(str(path))
        base = {name.removeprefix("bert."): value for name, value in base.items()}
        own = self.state_dict()
        own["words.weight"] = base["embeddings.word_embeddings.weight"]
        # The base adds one token-type vector to every piece: part of the places here.
        kind = base["embeddings.token_type_embeddings.weight"][0]
        own["places.weight"] = base["embeddings.position_embeddings.weight"] + kind
        for part in ("weight", "bias"):
            own[f"norm.{part}"] = base[f"embeddings.LayerNorm.{part}"]
            for i in range(len(self.layers)):
                there, here = f"encoder.layer.{i}", f"layers.{i}"
                own[f"{here}.qkv.{part}"] = torch.cat(
                    [base[f"{there}.attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                )
                for ours, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    own[f"{here}.{ours}.{part}"] = base[f"{there}.{theirs}.{part}"]
        self.load_state_dict(own)


def mean_vector(states: Tensor, ids: Tensor) -> Tensor:
    """The mean of the states of a sentence's pieces, as the base was made for: (batch, hidden)."""
    mask = (ids != 0).unsqueeze(-1).to(states.dtype)
    return (states * mask).sum(1) / mask.sum(1)


FARTHEST = 12  # words between a word and a cue, beyond which distances are one


class Reader(nn.Module):
    """The encoder with all its heads; ``counts`` are the numbers of their labels."""

    def __init__(self, sizes: Sizes, counts: Mapping[str, int]) -> None:
        super().__init__()
        hidden = sizes.hidden
        self.encoder = Encoder(sizes)
        self.root = nn.Parameter(torch.zeros(hidden))
        self.dropout = Dropout(sizes.head_dropout)
        self.pos = Linear(hidden, counts["pos"])
        self.tag = Linear(hidden, counts["tags"])
        self.name = Linear(hidden, counts["names"])
        self.vector = Linear(hidden, hidden)
        self.arc_dep = Linear(hidden, sizes.arc)
        self.arc_head = Linear(hidden, sizes.arc)
        self.arc = nn.Parameter(torch.randn(sizes.arc + 1, sizes.arc) * 0.02)
        self.label_dep = Linear(hidden, sizes.label)
        self.label_head = Linear(hidden, sizes.label)
        self.label = nn.Parameter(
            torch.randn(counts["labels"], sizes.label + 1, sizes.label + 1) * 0.02
        )
        self.time = Linear(hidden, counts["times"])
        self.government = Linear(hidden, 2)
        self.cue = Linear(hidden, 2)
        self.role_word = Linear(hidden, sizes.role)
        self.role_cue = Linear(hidden, sizes.role)
        self.role = nn.Parameter(torch.randn(len(ROLES), sizes.role + 1, sizes.role + 1) * 0.02)
        self.role_distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1, len(ROLES)))
        self.relation_in = Linear(3 * hidden, sizes.relation)
        self.relation = Linear(sizes.relation, counts["relations"])
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)

    def round_weights(self, limit: int) -> None:
        """From now on round all weights as integers of at most ``limit`` would hold them."""
        for module in self.modules():
            if isinstance(module, Linear):
                module.weight_limit = limit

    def states(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Encoder states, (batch, pieces, hidden)."""
        out: Tensor = self.encoder(ids, shapes)
        return out

    def sentence_vector(self, states: Tensor, ids: Tensor) -> Tensor:
        """A unit vector of the sentence's meaning, (batch, hidden)."""
        return functional.normalize(self.vector(mean_vector(states, ids)), dim=-1)

    def word_states(self, states: Tensor, first: Tensor) -> Tensor:
        """The state of each word's first piece, (batch, words, hidden)."""
        return self.dropout(states.gather(1, first.unsqueeze(-1).expand(-1, -1, states.size(-1))))

    def with_root(self, words: Tensor) -> Tensor:
        """Words with the root before them: head 0 is the root, head i + 1 the i-th word."""
        return torch.cat([self.root.expand(words.size(0), 1, -1), words], 1)

    def arc_scores(self, words: Tensor) -> Tensor:
        """Scores (batch, word, head); padding is not masked here."""
        head = self.dropout(functional.gelu(self.arc_head(self.with_root(words))))
        dep = self.dropout(functional.gelu(self.arc_dep(words)))
        return functional.linear(dep, self.arc[:-1].T) @ head.transpose(1, 2) + (
            head @ self.arc[-1]
        ).unsqueeze(1)

    def label_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores (batch, word, label) of the label between each word and its head."""
        head = self.dropout(functional.gelu(self.label_head(self.with_root(words))))
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.size(-1)))
        dep = self.dropout(functional.gelu(self.label_dep(words)))
        one = torch.ones_like(dep[..., :1])
        dep, head = torch.cat([dep, one], -1), torch.cat([head, one], -1)
        batch, length, width = dep.shape
        # (tokens, width) x (width, labels * width), then a sum over the head's width.
        half = dep.reshape(-1, width) @ self.label.permute(1, 0, 2).reshape(width, -1)
        half = half.view(batch, length, -1, width)
        return (half * head.unsqueeze(2)).sum(-1)

    def role_scores(self, words: Tensor, cues: Tensor) -> Tensor:
        """Scores (batch, cue, word, role) of each word's part in the attribution of each cue.

        ``cues`` (batch, cue) are the indices of the words that begin a cue. The pairs are
        scored as the labels of arcs are, with a bias for the distance between word and cue.
        """
        word = self.dropout(functional.gelu(self.role_word(words)))
        cue = self.dropout(functional.gelu(self.role_cue(words)))
        cue = cue.gather(1, cues.unsqueeze(-1).expand(-1, -1, cue.size(-1)))
        one = torch.ones_like(cue[..., :1])
        cue = torch.cat([cue, one], -1)
        word = torch.cat([word, torch.ones_like(word[..., :1])], -1)
        batch, count, width = cue.shape
        # role[r, word, cue]: (cues, width) x (width, roles * width), then a product with the words.
        half = cue.reshape(-1, width) @ self.role.permute(2, 0, 1).reshape(width, -1)
        half = half.view(batch, count * len(ROLES), width)
        pairs = (half @ word.transpose(1, 2)).view(batch, count, len(ROLES), -1).transpose(2, 3)
        place = torch.arange(words.size(1))
        distance = (place - cues.unsqueeze(-1)).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return pairs + self.role_distance[distance]

    def relation_scores(self, states: Tensor, roles: Tensor) -> Tensor:
        """Scores (batch, relation) from the means of the source's, the target's and all pieces.

        ``roles`` (batch, pieces) is 1 for pieces of the source, 2 for those of the target,
        0 for others, -1 for padding.
        """
        parts = []
        for mask in (roles == 1, roles == 2, roles >= 0):
            share = mask.to(states.dtype) / mask.sum(-1, keepdim=True).clamp(min=1)
            parts.append((share.unsqueeze(1) @ states).squeeze(1))
        both = torch.cat(parts, -1).unsqueeze(1)
        inner = functional.gelu(self.relation_in(self.dropout(both)))
        out: Tensor = self.relation(self.dropout(inner)).squeeze(1)
        return out

    def load_reader(self, state: dict[str, Tensor]) -> None:
        """Take over what another reader has: heads that it lacks stay new.

        Its shapes serve words in no role and, at first, words in a role as well.
        """
        own = self.state_dict()
        for name, value in state.items():
            if name == "encoder.shapes.weight" and value.size(0) < own[name].size(0):
                times = own[name].size(0) // value.size(0)
                own[name] = value.repeat(times, 1) + 0.05 * torch.randn(own[name].shape)
                own[name][: value.size(0)] = value
            elif own[name].shape == value.shape:
                own[name] = value
        self.load_state_dict(own)

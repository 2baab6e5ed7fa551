"""The reader: a six-layer encoder with heads for parts of speech, trees and names.

The encoder has the form of BERT (Devlin et al. 2019) in the size of MiniLM
(Wang et al. 2020) and starts from the weights of all-MiniLM-L6-v2; trees are
scored with biaffine attention (Dozat and Manning 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Sizes:
    """Widths of the network; the defaults are those of the base."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    shapes: int = 9
    arc: int = 256
    label: int = 128
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


class Layer(nn.Module):
    """One encoder layer: self-attention and a feed-forward block, each with a residual."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = nn.Linear(sizes.hidden, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.hidden)
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


class Reader(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, sizes: Sizes, pos: int, tags: int, labels: int, names: int) -> None:
        super().__init__()
        hidden = sizes.hidden
        self.encoder = Encoder(sizes)
        self.root = nn.Parameter(torch.zeros(hidden))
        self.dropout = Dropout(sizes.head_dropout)
        self.pos = nn.Linear(hidden, pos)
        self.tag = nn.Linear(hidden, tags)
        self.name = nn.Linear(hidden, names)
        self.vector = nn.Linear(hidden, hidden)
        self.arc_dep = nn.Linear(hidden, sizes.arc)
        self.arc_head = nn.Linear(hidden, sizes.arc)
        self.arc = nn.Parameter(torch.randn(sizes.arc + 1, sizes.arc) * 0.02)
        self.label_dep = nn.Linear(hidden, sizes.label)
        self.label_head = nn.Linear(hidden, sizes.label)
        self.label = nn.Parameter(torch.randn(labels, sizes.label + 1, sizes.label + 1) * 0.02)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)

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

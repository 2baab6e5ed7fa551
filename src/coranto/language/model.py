"""The language model: raw text to sentences, words, trees and names in one read.

**Why results do not depend on the batch.** The usual int8 inference takes one
scale for the activations of a whole batch, so that a sentence is read otherwise
in other company. Here the graph takes a scale for each word piece
(`training/graph.py`), and a sentence is padded to the next multiple of four
pieces and shares a batch only with others of that length. Every float of it
then comes from the same operations in the same order, whatever stands beside
it. Measured for the encoder alone, on one thread of a machine with AVX2 and no
VNNI that had other work to do, in word pieces a second: floats 3,000, int8 with
one scale a batch 4,200, int8 with a scale a piece 3,600. So independence costs
a seventh and still beats floats.

**Why threads over batches.** One onnxruntime call uses one thread, and batches
run side by side: the matrices are too small to be worth splitting.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from sys import intern
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from coranto.errors import ModelError
from coranto.language.decode import NameDecoder, best_trees, labels_under
from coranto.language.heads import AttributionDecoder, TimeDecoder, close_padding
from coranto.language.lemma import lemma
from coranto.language.names import tidied
from coranto.language.pieces import PieceEncoder, in_roles
from coranto.language.sentences import split_sentences
from coranto.language.tokenise import Word, tokenise
from coranto.types import ActsAs, Attributed, Name, NameKind, Sentence, TimeExtent, Token

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

FILES = ("model.onnx", "tokenizer.json", "labels.json", "model_card.md")
WINDOW_PIECES = 250
BATCH_PIECES = 256  # the widest layer of so many pieces stays near the processor's own cache
PADDING = 4
MOST_THREADS = 8
REMEMBERED_SENTENCES = 20_000
REMEMBERED_LEMMAS = 1 << 15

_KINDS: dict[str, NameKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "MISC": "other",
}


# What a model reads, for people.
_HEADS = (
    "parts of speech", "dependency trees", "names", "time expressions", "places as governments",
    "attributions", "relations of two parties", "sentence vectors",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parsed:
    """One text as read: offsets are code points of the text, heads index its tokens."""

    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    times: tuple[TimeExtent, ...]
    attributions: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What a model is: its name, folder, the SHA-256 and size in bytes of its graph, what it
    reads, its labels, and its scores by its card."""

    name: str
    sha256: str
    labels: dict[str, list[str]]
    scores: dict[str, Any]
    folder: Path = Path()
    size: int = 0
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence as read; places count from its start, heads from 1, 0 the root.

    Many are remembered, so words are shared strings, and ``places`` has the start and
    the end of each in turn.
    """

    words: tuple[str, ...]
    places: array[int]
    pos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    names: tuple[tuple[int, int, NameKind, ActsAs | None], ...]
    times: tuple[TimeExtent, ...]
    attributions: tuple[Attributed, ...]
    vector: Floats


@dataclass(frozen=True, slots=True)
class _Window:
    """What the network sees in one row: a sentence, or a part of a long one."""

    words: list[Word]
    ids: list[int]
    shapes: list[int]
    first: list[int]


class _Outputs(NamedTuple):
    """What the graph gives for a batch; see ``training/graph.py``."""

    pos: Integers
    tag: Integers
    near: Integers
    label: Integers
    arcs: Floats
    names: Floats
    vector: Floats
    times: Floats
    government: Floats
    cue: Floats
    cues: Integers
    roles: Floats


class LanguageModel:
    """Reads English text with the network in a model folder.

    Threads may share one instance.
    """

    def __init__(self, folder: Path) -> None:
        for name in FILES:
            if not (folder / name).is_file():
                raise ModelError(f"{folder}: no language model there ({name} is missing)")
        self._folder = folder
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            self._labels: dict[str, list[str]] = json.loads(
                (folder / "labels.json").read_text("utf-8")
            )
            self._pieces = PieceEncoder(folder / "tokenizer.json")
        except Exception as error:  # onnxruntime and tokenizers raise kinds of their own
            raise ModelError(f"{folder}: the language model cannot be read: {error}") from error
        given = {output.name: output.shape for output in self._session.get_outputs()}
        lacking = [name for name in (*_Outputs._fields, "relation") if name not in given]
        if lacking:
            raise ModelError(f"{folder}: the language model has no {', '.join(lacking)}")
        self._width = int(given["vector"][-1])
        self._names = NameDecoder(self._labels["names"])
        self._times = TimeDecoder(self._labels["times"])
        self._attributions = AttributionDecoder()
        self._cache: OrderedDict[str, _Reading] = OrderedDict()
        self._lock = Lock()
        self._threads = min(_processors(), MOST_THREADS)

    @classmethod
    def load(cls, path: Path | None = None) -> LanguageModel:
        """The model in the folder ``path``, by default the one shipped; each is loaded once."""
        return _load((path or Path(__file__).parent / "model").resolve())

    @property
    def folder(self) -> Path:
        """Where the model lies."""
        return self._folder

    def count_pieces(self, words: Sequence[str]) -> int:
        """How many word pieces the network reads for ``words``."""
        return sum(len(self._pieces.word(word)) for word in words)

    def info(self) -> ModelInfo:
        """The model's name, hash, labels, and the scores on its card."""
        card = (self._folder / "model_card.md").read_text("utf-8")
        block = re.search(r"```json\n(.*?)```", card, re.DOTALL)
        facts = json.loads(block.group(1)) if block else {}
        graph = (self._folder / "model.onnx").read_bytes()
        return ModelInfo(
            name=str(facts.get("name", self._folder.name)),
            sha256=hashlib.sha256(graph).hexdigest(),
            labels=self._labels,
            scores=facts.get("scores", {}),
            folder=self._folder,
            size=len(graph),
            heads=_HEADS,
        )

    def parse(self, texts: Sequence[str]) -> list[Parsed]:
        """Sentences, tokens and names of each text, of whatever length.

        Offsets are exact: ``text[token.start:token.end] == token.text``. Each
        sentence has one root, its heads form a tree, and labels are those of
        Universal Dependencies. A sentence's reading depends on its own
        characters alone.
        """
        places = [split_sentences(text) for text in texts]
        wanted = (text[a:b] for text, spans in zip(texts, places, strict=True) for a, b in spans)
        readings = self._read(wanted)
        return [_assemble(text, spans, readings) for text, spans in zip(texts, places, strict=True)]

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[list[Token]]:
        """Trees of sentences that come as words, as treebanks do; offsets count a space each."""
        out = []
        for words in sentences:
            placed, at = [], 0
            for word in words:
                placed.append(Word(word, at, at + len(word)))
                at += len(word) + 1
            out.append(placed)
        return [_tokens(r, 0, 0) for r in self._read_words(out)]

    def vectors(self, sentences: Sequence[str]) -> Floats:
        """A unit vector for each sentence, (sentences, 384): near for sentences that mean alike.

        White space at the ends and line ends inside make no difference; a sentence
        without words has a vector of zeros.
        """
        plain = [" ".join(sentence.split()) for sentence in sentences]
        readings = self._read(plain)
        found = np.zeros((len(plain), self._width), dtype=np.float32)
        for row, sentence in zip(found, plain, strict=True):
            vector = readings[sentence].vector
            row[: len(vector)] = vector
        return found

    def relation(
        self, text: str, source: tuple[int, int], target: tuple[int, int]
    ) -> dict[str, float]:
        """The probability of each relation between two parties named in one sentence.

        ``source`` and ``target`` are places ``[start, end)`` of ``text``. Words of a
        text too long for one window are left out at its end.
        """
        words = tokenise(text)
        window = next(self._windows(words), None)
        if window is None:
            return {}
        roles = [
            1 if source[0] < w.end and w.start < source[1]
            else 2 if target[0] < w.end and w.start < target[1] else 0
            for w in window.words
        ]  # fmt: skip
        marked = replace(window, shapes=in_roles(window.shapes, window.first, roles))
        feed = {
            **_pieces_of([marked]),
            "first": np.array([window.first], dtype=np.int64),
        }
        scores = np.exp(self._session.run(["relation"], feed)[0][0])
        return dict(zip(self._labels["relations"], scores.tolist(), strict=True))

    # --- reading sentences ---------------------------------------------------------------

    def _read(self, sentences: Iterable[str]) -> dict[str, _Reading]:
        """The reading of each different sentence; those met lately are remembered."""
        found: dict[str, _Reading] = {}
        fresh: list[str] = []
        with self._lock:
            for sentence in dict.fromkeys(sentences):
                known = self._cache.get(sentence)
                if known is None:
                    fresh.append(sentence)
                else:
                    self._cache.move_to_end(sentence)
                    found[sentence] = known
        read = self._read_words([tokenise(sentence) for sentence in fresh])
        found.update(zip(fresh, read, strict=True))
        with self._lock:
            self._cache.update(zip(fresh, read, strict=True))
            while len(self._cache) > REMEMBERED_SENTENCES:
                self._cache.popitem(last=False)
        return found

    def _read_words(self, sentences: Sequence[list[Word]]) -> list[_Reading]:
        windows: list[_Window] = []
        parts: list[range] = []
        for words in sentences:
            start = len(windows)
            windows.extend(self._windows(words))
            parts.append(range(start, len(windows)))
        batches = list(_batches(windows))
        done: list[_Reading | None] = [None] * len(windows)
        with ThreadPoolExecutor(self._threads) as pool:
            jobs = pool.map(lambda batch: self._run([windows[i] for i in batch]), batches)
            for batch, readings in zip(batches, jobs, strict=True):
                for i, reading in zip(batch, readings, strict=True):
                    done[i] = reading
        return [_join([done[i] for i in part]) for part in parts]  # type: ignore[misc]

    def _windows(self, words: list[Word]) -> Iterator[_Window]:
        """The sentence as one window, or cut where a clause ends if it is too long."""
        start = 0
        while start < len(words):
            stop = self._window_end(words, start)
            window = words[start:stop]
            ids, shapes, first = self._pieces.sentence([w.text for w in window])
            yield _Window(window, ids, shapes, first)
            start = stop

    def _window_end(self, words: list[Word], start: int) -> int:
        room, stop = WINDOW_PIECES - 2, start
        while stop < len(words) and room >= 0:
            room -= len(self._pieces.word(words[stop].text))
            stop += 1
        if room >= 0:
            return len(words)
        stop -= 1
        for marks in (".;:\u2014", ',)\u201d"'):
            for end in range(stop, start + (stop - start) // 2, -1):
                if words[end - 1].text in marks:
                    return end
        return max(stop, start + 1)

    def _run(self, batch: list[_Window]) -> list[_Reading]:
        """Read windows of one padded length."""
        words = max(len(w.first) for w in batch)
        first = _padded([w.first for w in batch], words, 0)
        feed = {**_pieces_of(batch), "first": first}
        out = _Outputs(*self._session.run(list(_Outputs._fields), feed))
        sizes = [len(w.first) for w in batch]
        trees = best_trees(out.arcs, sizes)
        labels = labels_under(trees, out.near, out.label)
        for scores, count in zip(out.names, sizes, strict=True):
            close_padding(scores, count)
        tags = self._names.sequences(out.names)
        placed = [w.words for w in batch]
        times = self._times.extents(placed, out.times)
        said = self._attributions.attributions(placed, out.cue, out.cues, out.roles)
        return [
            self._reading(
                w, out, i, names=tags[i], heads=trees[i], labels=labels[i], times=times[i],
                attributions=said[i],
            )
            for i, w in enumerate(batch)
        ]  # fmt: skip

    def _reading(
        self,
        window: _Window,
        out: _Outputs,
        row: int,
        *,
        names: Integers,
        heads: list[int],
        labels: list[int],
        times: tuple[TimeExtent, ...],
        attributions: tuple[Attributed, ...],
    ) -> _Reading:
        words, count = window.words, len(window.words)
        pos_names, tag_names = self._labels["pos"], self._labels["tags"]
        upos = tuple(pos_names[i] for i in out.pos[row, :count].tolist())
        tags = [tag_names[i] for i in out.tag[row, :count].tolist()]
        names_of = self._labels["labels"]
        relations = [_fitting(names_of[x], head) for x, head in zip(labels, heads, strict=True)]
        odds = out.government[row]
        return _Reading(
            words=tuple(intern(w.text) for w in words),
            places=array("I", chain.from_iterable((w.start, w.end) for w in words)),
            pos=upos,
            lemmas=tuple(
                intern(_lemma(w.text, p, t)) for w, p, t in zip(words, upos, tags, strict=True)
            ),
            heads=tuple(heads),
            labels=tuple(relations),
            names=tuple(
                (words[a].start, words[b - 1].end, _KINDS[kind], _acts_as(kind, odds, a, b))
                for a, b, kind in tidied(words, self._names.spans(names[:count].tolist()))
            ),
            times=times,
            attributions=attributions,
            vector=out.vector[row],
        )


_lemma = lru_cache(maxsize=REMEMBERED_LEMMAS)(lemma)


@lru_cache(maxsize=4)
def _load(folder: Path) -> LanguageModel:
    return LanguageModel(folder)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _acts_as(kind: str, odds: Floats, first: int, last: int) -> ActsAs | None:
    """What a place stands for, by the mean of its words' log odds; nothing for other kinds."""
    if kind != "LOC":
        return None
    return "government" if float(odds[first:last].mean()) > 0 else "place"


def _fitting(label: str, head: int) -> str:
    """``root`` for the root alone."""
    if head == 0:
        return "root"
    return "parataxis" if label == "root" else label


def _padded(rows: list[list[int]], width: int, fill: int) -> Integers:
    return np.array([row + [fill] * (width - len(row)) for row in rows], dtype=np.int64)


def _padded_length(window: _Window) -> int:
    return -(-len(window.ids) // PADDING) * PADDING


def _pieces_of(batch: Sequence[_Window]) -> dict[str, Integers]:
    """The pieces of windows of one padded length; zeros are no pieces."""
    length = _padded_length(batch[0])
    return {
        "ids": _padded([w.ids for w in batch], length, 0),
        "shapes": _padded([w.shapes for w in batch], length, 0),
    }


def _batches(windows: Sequence[_Window]) -> Iterator[list[int]]:
    """Windows of the same padded length, longest first so that no thread ends late."""
    by_length: dict[int, list[int]] = {}
    for i, window in enumerate(windows):
        by_length.setdefault(_padded_length(window), []).append(i)
    for length in sorted(by_length, reverse=True):
        group, size = by_length[length], max(1, BATCH_PIECES // length)
        for at in range(0, len(group), size):
            yield group[at : at + size]


def _join(parts: list[_Reading]) -> _Reading:
    """The windows of one sentence as one: the roots of later ones hang on that of the first."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        empty = np.zeros(0, dtype=np.float32)
        return _Reading((), array("I"), (), (), (), (), (), (), (), empty)
    root = parts[0].heads.index(0) + 1
    heads, labels = list(parts[0].heads), list(parts[0].labels)
    for part in parts[1:]:
        offset = len(heads)
        heads.extend(h + offset if h else root for h in part.heads)
        labels.extend(x if h else "parataxis" for x, h in zip(part.labels, part.heads, strict=True))
    mean = np.mean([part.vector for part in parts], axis=0)
    return _Reading(
        words=tuple(w for p in parts for w in p.words),
        places=array("I", chain.from_iterable(p.places for p in parts)),
        pos=tuple(x for p in parts for x in p.pos),
        lemmas=tuple(x for p in parts for x in p.lemmas),
        heads=tuple(heads),
        labels=tuple(labels),
        names=tuple(n for p in parts for n in p.names),
        times=tuple(t for p in parts for t in p.times),
        attributions=tuple(a for p in parts for a in p.attributions),
        vector=(mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32),
    )


def _tokens(reading: _Reading, offset: int, before: int) -> list[Token]:
    """The tokens of a sentence at ``offset`` of its text, with ``before`` tokens before it."""
    starts, ends = reading.places[::2], reading.places[1::2]
    columns = (reading.words, starts, ends, reading.pos, reading.heads, reading.labels)
    return [
        Token(
            text=word,
            start=start + offset,
            end=end + offset,
            pos=pos,
            head=head - 1 + before if head else -1,
            dep=label,
            lemma=base,
        )
        for word, start, end, pos, head, label, base in zip(*columns, reading.lemmas, strict=True)
    ]


def _assemble(
    text: str, places: Sequence[tuple[int, int]], readings: dict[str, _Reading]
) -> Parsed:
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    names: list[Name] = []
    times: list[TimeExtent] = []
    attributions: list[Attributed] = []
    for start, end in places:
        reading = readings[text[start:end]]
        before = len(tokens)
        tokens.extend(_tokens(reading, start, before))
        sentences.append(Sentence(start, end, before, len(tokens)))
        names.extend(
            Name(text[start + a : start + b], start + a, start + b, kind, acts)
            for a, b, kind, acts in reading.names
        )
        times.extend(TimeExtent(start + t.start, start + t.end, t.type) for t in reading.times)
        attributions.extend(_moved(a, start) for a in reading.attributions)
    return Parsed(tuple(sentences), tuple(tokens), tuple(names), tuple(times), tuple(attributions))


def _moved(found: Attributed, by: int) -> Attributed:
    """An attribution whose places count from elsewhere."""

    def places(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((a + by, b + by) for a, b in spans)

    return Attributed(places(found.cue), places(found.source), places(found.content), found.score)

"""A spaCy CNN pipeline trained on the reader's data, to be scored beside it.

    PYTHON -m benchmarks.spacy_baseline --data DIR --train FOLDER [--minutes 20]
    python -m benchmarks.reader --data DIR --spacy FOLDER --spacy-python PYTHON

PYTHON is that of a virtual environment of its own with ``spacy`` in it; Coranto
needs none of it. The pipeline has one shared ``HashEmbedCNN`` (spaCy's default for
processors without a GPU) under a morphologizer for parts of speech, a parser and a
name recogniser. Training stops after ``--minutes`` of processor time, so that other
work on the machine makes it no worse; the weights are the averages. ``--read``
reads requests of the reader's benchmark and answers them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

try:
    spacy: Any = import_module("spacy")
    Doc: Any = import_module("spacy.tokens").Doc
    Example: Any = import_module("spacy.training").Example
    minibatch_by_words: Any = import_module("spacy.training.batchers").minibatch_by_words
except ImportError:
    spacy = None

SEED = 20261121
TREEBANKS = ("ewt", "gum")
NAMES = ("newswire", "politics", "wikigold")
KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "MISC": "MISC", "NORP": "MISC"}
BATCH_WORDS = 1500
CONFIG: dict[str, Any] = {
    "nlp": {"lang": "en", "pipeline": ["tok2vec", "morphologizer", "parser", "ner"]},
    "components": {
        "tok2vec": {
            "factory": "tok2vec",
            "model": {
                "@architectures": "spacy.HashEmbedCNN.v2",
                "pretrained_vectors": None,
                "width": 96,
                "depth": 4,
                "embed_size": 2000,
                "window_size": 1,
                "maxout_pieces": 3,
                "subword_features": True,
            },
        },
    },
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
HEADS: dict[str, dict[str, Any]] = {
    "morphologizer": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": LISTENER},
    "parser": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 128,
        "maxout_pieces": 3,
        "use_upper": True,
        "nO": None,
        "tok2vec": LISTENER,
    },
    "ner": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": LISTENER,
    },
}


def pipeline() -> Any:
    """The pipeline, untrained."""
    config = json.loads(json.dumps(CONFIG))
    for name, model in HEADS.items():
        config["components"][name] = {"factory": name, "model": dict(model)}
    return spacy.blank("en").from_config(config)


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(row) for row in path.read_text("utf-8").splitlines()]


def trees(path: Path) -> Iterator[dict[str, list[str]]]:
    """The sentences of a CoNLL-U file as columns."""
    columns: dict[str, list[str]] = {"words": [], "pos": [], "heads": [], "deps": [], "misc": []}
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if cells[0].isdigit():
            for name, cell in zip(columns, (1, 3, 6, 7, 9), strict=True):
                columns[name].append(cells[cell])
        elif not line and columns["words"]:
            yield columns
            columns = {name: [] for name in columns}


def tree_doc(vocab: Any, tree: Mapping[str, list[str]], named: Mapping[str, Any]) -> Any:
    """A sentence of a treebank; names are known where the names set has the same text."""
    heads = [int(h) - 1 if int(h) else i for i, h in enumerate(tree["heads"])]
    deps = [d.split(":")[0] for d in tree["deps"]]
    deps = ["ROOT" if h == i else d for i, (h, d) in enumerate(zip(heads, deps, strict=True))]
    spaces = ["SpaceAfter=No" not in m for m in tree["misc"]]
    doc = Doc(vocab, tree["words"], spaces, pos=tree["pos"], heads=heads, deps=deps)
    known = named.get("".join(doc.text.split()))
    if known is None:
        doc.set_ents([], default="missing")
    else:
        set_names(doc, known["text"], known["names"])
    return doc


def set_names(doc: Any, text: str, names: Iterable[Mapping[str, Any]]) -> None:
    """Mark the names of ``text`` in ``doc``, which may space its words otherwise."""
    place = {}
    at = 0
    for i, character in enumerate(text):
        place[i] = at
        at += not character.isspace()
    place[len(text)] = at
    solid = [i for i, character in enumerate(doc.text) if not character.isspace()]
    found: list[Any] = []
    for name in names:
        kind = KINDS.get(name["kind"])
        if kind is None or place[name["start"]] >= place[name["end"]]:
            continue
        first, last = solid[place[name["start"]]], solid[place[name["end"]] - 1]
        span = doc.char_span(first, last + 1, label=kind, alignment_mode="expand")
        if span is not None and not any(span.start < f.end and f.start < span.end for f in found):
            found.append(span)
    doc.set_ents(found, default="outside")


def training_docs(nlp: Any, data: Path, some: int | None = None) -> list[Any]:
    """All training data as documents, one for each sentence; ``some`` of each set for a trial."""
    docs = []
    for bank in TREEBANKS:
        named = {"".join(r["text"].split()): r for r in rows(data / f"names_{bank}_train.jsonl")}
        found = list(trees(data / f"ud_{bank}_train.conllu"))[:some]
        docs += [tree_doc(nlp.vocab, tree, named) for tree in found]
    for name in NAMES:
        for row in rows(data / f"names_{name}_train.jsonl")[:some]:
            doc = nlp.make_doc(row["text"])
            set_names(doc, row["text"], row["names"])
            docs.append(doc)
    return [doc for doc in docs if len(doc)]


def example(doc: Any) -> Any:
    """What the pipeline is to learn from ``doc``: its words are given."""
    bare = Doc(doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc])
    return Example(bare, doc)


def train(data: Path, folder: Path, minutes: float, some: int | None = None) -> None:
    """Train for some minutes and write the pipeline to ``folder``."""
    spacy.util.fix_random_seed(SEED)
    nlp = pipeline()
    examples = [example(doc) for doc in training_docs(nlp, data, some)]
    optimizer = nlp.initialize(lambda: examples)
    order = random.Random(SEED)
    began, epoch = time.process_time(), 0
    while time.process_time() - began < 60 * minutes:
        epoch += 1
        order.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch_by_words(examples, BATCH_WORDS):
            nlp.update(batch, sgd=optimizer, losses=losses, drop=0.1)
            if time.process_time() - began > 60 * minutes:
                break
        told = ", ".join(f"{name} {loss:.0f}" for name, loss in sorted(losses.items()))
        seconds = time.process_time() - began
        print(f"epoch {epoch}, {seconds:.0f} s: {told}", file=sys.stderr, flush=True)
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(folder)
    note = {"minutes": minutes, "epochs": epoch, "spacy": spacy.__version__}
    (folder / "training.json").write_text(json.dumps(note) + "\n", "utf-8")


def of_words(nlp: Any, words: list[str]) -> Any:
    """A document of one sentence whose words are given."""
    doc = Doc(nlp.vocab, words)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def answer(doc: Any) -> dict[str, Any]:
    """Tokens, sentences and names of a document; white space is no token."""
    kept = {t.i: n for n, t in enumerate(t for t in doc if not t.is_space)}
    tokens = []
    for i in kept:
        t = doc[i]
        head = -1 if t.head.i == t.i else kept.get(t.head.i, -1)
        label = "root" if head < 0 else t.dep_
        tokens.append([t.text, t.idx, t.idx + len(t), t.pos_, head, label])
    sentences = []
    for sentence in doc.sents:
        inside = [t for t in sentence if not t.is_space]
        if inside:
            sentences.append([inside[0].idx, inside[-1].idx + len(inside[-1])])
    names = [[e.start_char, e.end_char, e.label_] for e in doc.ents]
    return {"tokens": tokens, "sentences": sentences, "names": names}


def read(folder: Path) -> None:
    """Answer requests for ``texts`` or ``words``, one JSON object a line, each with ``seconds``."""
    nlp = spacy.load(folder)
    for line in sys.stdin:
        request = json.loads(line)
        texts = request.get("texts")
        docs = texts if texts is not None else [of_words(nlp, w) for w in request["words"]]
        began = time.perf_counter()
        parsed = list(nlp.pipe(docs, batch_size=64, n_process=request.get("processes", 1)))
        seconds = time.perf_counter() - began
        found = {"seconds": seconds, "docs": [answer(doc) for doc in parsed]}
        print(json.dumps(found), flush=True)


def main() -> None:
    """Read the command line; train or answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--train", type=Path, metavar="FOLDER")
    parser.add_argument("--read", type=Path, metavar="FOLDER")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--some", type=int, help="sentences of each set, for a trial")
    arguments = parser.parse_args()
    if arguments.train is None and arguments.read is None:
        print("skipped: say with --train FOLDER where the trained pipeline is to go")
    elif spacy is None:
        print("skipped: spaCy is not installed here")
        raise SystemExit(3)
    elif arguments.read is not None:
        read(arguments.read)
    else:
        train(arguments.data / "language", arguments.train, arguments.minutes, arguments.some)


if __name__ == "__main__":
    main()

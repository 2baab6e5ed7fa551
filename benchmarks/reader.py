"""The language model on development sets: ``python -m benchmarks.reader --data DIR``.

``DIR`` holds ``language/`` with the treebanks and names sets. Prints parts of
speech and trees on gold words, words, sentences and trees from raw text, exact
names, lemmas, and word pieces a second of the whole way from text to tokens.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coranto.language import LanguageModel, Parsed
from coranto.types import Token

SETS = ("ud_ewt_dev.conllu", "ud_gum_dev.conllu", "names_newswire_dev.jsonl", "names_ewt_dev.jsonl")
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "FAC": "place",
         "MISC": "other", "NORP": "other"}  # fmt: skip


@dataclass
class Gold:
    """A sentence of a treebank; heads count from 1, 0 is the root."""

    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    text: str = ""
    new_paragraph: bool = False
    new_document: bool = False


def treebank(path: Path) -> Iterator[Gold]:
    """The sentences of a CoNLL-U file, without empty nodes and ranges."""
    sentence = Gold()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc"):
                sentence.new_document = True
            elif line.startswith("# newpar"):
                sentence.new_paragraph = True
            elif line.startswith("# text = "):
                sentence.text = line[9:].rstrip("\n")
            elif columns[0].isdigit():
                sentence.words.append(columns[1])
                sentence.lemmas.append(columns[2])
                sentence.pos.append(columns[3])
                sentence.heads.append(int(columns[6]))
                sentence.labels.append(columns[7])
            elif line == "\n" and sentence.words:
                yield sentence
                sentence = Gold()


def f1(right: int, found: int, wanted: int) -> float:
    """F1 in per cent."""
    return 200 * right / (found + wanted) if found + wanted else 0.0


def universal(label: str) -> str:
    return label.split(":", maxsplit=1)[0]


def gold_words(model: LanguageModel, sentences: Sequence[Gold]) -> dict[str, float]:
    """Accuracy of parts of speech, heads, labelled heads and lemmas on gold words."""
    count: Counter[str] = Counter()
    read = model.parse_words([s.words for s in sentences])
    for sentence, tokens in zip(sentences, read, strict=True):
        for i, token in enumerate(tokens):
            right_head = token.head + 1 == sentence.heads[i]
            count["words"] += 1
            count["UPOS"] += token.pos == sentence.pos[i]
            count["UAS"] += right_head
            count["LAS"] += right_head and universal(token.dep) == universal(sentence.labels[i])
            count["lemma"] += token.lemma == sentence.lemmas[i]
    return {k: 100 * count[k] / count["words"] for k in ("UPOS", "UAS", "LAS", "lemma")}


def documents(sentences: Iterable[Gold]) -> Iterator[tuple[str, list[Gold]]]:
    """Raw texts of documents: paragraphs parted by blank lines, sentences by spaces."""
    text = ""
    group: list[Gold] = []
    for sentence in sentences:
        if sentence.new_document and group:
            yield text, group
            text, group = "", []
        if group:
            text += "\n\n" if sentence.new_paragraph else " "
        text += sentence.text
        group.append(sentence)
    if group:
        yield text, group


def raw_text(model: LanguageModel, sentences: Iterable[Gold]) -> dict[str, float]:
    """F1 of words, sentences, parts of speech and labelled heads from raw text.

    As in the CoNLL 2018 shared task, places are counted in characters that are
    not white space, and a labelled head is right if both words' places are.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    pairs = list(documents(sentences))
    parsed = model.parse([text for text, _ in pairs])
    for (text, group), read in zip(pairs, parsed, strict=True):
        own, gold = read_items(text, read), gold_items(group)
        for layer, items in gold.items():
            right[layer] += len(items & own[layer])
            found[layer] += len(own[layer])
            wanted[layer] += len(items)
    return {layer: f1(right[layer], found[layer], wanted[layer]) for layer in wanted}


Items = dict[str, set[tuple[object, ...]]]


def gold_items(group: Sequence[Gold]) -> Items:
    items: Items = {"words": set(), "sentences": set(), "UPOS": set(), "LAS": set()}
    at = 0
    for sentence in group:
        places, start = [], at
        for word in sentence.words:
            size = len("".join(word.split()))
            places.append((at, at + size))
            at += size
        items["sentences"].add((start, at))
        for i, place in enumerate(places):
            head = sentence.heads[i]
            items["words"].add(place)
            items["UPOS"].add((place, sentence.pos[i]))
            above = places[head - 1] if head else None
            items["LAS"].add((place, above, universal(sentence.labels[i])))
    return items


def read_items(text: str, read: Parsed) -> Items:
    solid = [0]
    for character in text:
        solid.append(solid[-1] + (not character.isspace()))

    def place(token: Token) -> tuple[int, int]:
        return solid[token.start], solid[token.end]

    items: Items = {"words": set(), "sentences": set(), "UPOS": set(), "LAS": set()}
    items["sentences"] = {(solid[s.start], solid[s.end]) for s in read.sentences}
    for token in read.tokens:
        items["words"].add(place(token))
        items["UPOS"].add((place(token), token.pos))
        above = place(read.tokens[token.head]) if token.head >= 0 else None
        items["LAS"].add((place(token), above, universal(token.dep)))
    return items


def names(model: LanguageModel, path: Path, kinds: frozenset[str]) -> dict[str, float]:
    """F1 of names, exact in place and kind, over all of ``kinds`` and for each."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    parsed = model.parse([row["text"] for row in rows])
    for row, read in zip(rows, parsed, strict=True):
        gold = {(n["start"], n["end"], KINDS.get(n["kind"], "")) for n in row["names"]}
        gold = {n for n in gold if n[2] in kinds}
        own = {(n.start, n.end, n.kind) for n in read.names if n.kind in kinds}
        right.update(n[2] for n in gold & own)
        found.update(n[2] for n in own)
        wanted.update(n[2] for n in gold)
    scores = {"all": f1(right.total(), found.total(), wanted.total())}
    return scores | {k: f1(right[k], found[k], wanted[k]) for k in sorted(kinds)}


def speed(folder: Path | None, texts: Sequence[str]) -> dict[str, float]:
    """Word pieces a second from raw text to tokens, nothing remembered, on all cores."""
    shared = LanguageModel.load(folder)
    model = LanguageModel(shared.folder)
    model.parse(texts[:20])
    began = time.perf_counter()
    parsed = model.parse(texts)
    seconds = time.perf_counter() - began
    pieces = sum(model.count_pieces([t.text for t in read.tokens]) for read in parsed)
    return {"pieces": pieces, "seconds": seconds, "pieces a second": pieces / seconds}


def measure(folder: Path | None, data: Path) -> dict[str, dict[str, float]]:
    """All tables for the model in ``folder``, by default the one shipped."""
    model, language = LanguageModel.load(folder), data / "language"
    ewt = list(treebank(language / SETS[0]))
    gum = list(treebank(language / SETS[1]))
    three = frozenset({"person", "organisation", "place"})
    return {
        "EWT dev, gold words": gold_words(model, ewt),
        "GUM dev, gold words": gold_words(model, gum),
        "EWT dev, raw text": raw_text(model, ewt),
        "GUM dev, raw text": raw_text(model, gum),
        "Newswire dev, names": names(model, language / SETS[2], three | {"other"}),
        "EWT dev, names": names(model, language / SETS[3], three),
    }


def show(table: dict[str, dict[str, float]]) -> None:
    """Print one line for each set."""
    for name, scores in table.items():
        line = "  ".join(f"{k} {v:.1f}" for k, v in scores.items())
        print(f"{name:<24} {line}")


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--model", type=Path, help="a model folder; default: the one shipped")
    arguments = parser.parse_args()
    missing = [
        n for n in SETS if not (arguments.data and (arguments.data / "language" / n).exists())
    ]
    if missing:
        print(f"skipped: no {', '.join(missing)} (say where the data are with --data)")
        return
    show(measure(arguments.model, arguments.data))
    newswire = arguments.data / "language" / SETS[2]
    texts = [json.loads(line)["text"] for line in newswire.read_text("utf-8").splitlines()]
    show({"Newswire dev, speed": speed(arguments.model, texts)})


if __name__ == "__main__":
    main()

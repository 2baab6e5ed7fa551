"""The language model on development sets: ``python -m benchmarks.reader --data DIR``.

``DIR`` holds ``language/`` with the treebanks and names sets. Prints parts of
speech and trees on gold words, words, sentences and trees from raw text, exact
names, lemmas, and word pieces and words a second of the whole way from text to
tokens.

``--spacy FOLDER`` scores a spaCy pipeline beside it, on the same sets and in the
same run: one trained on the same data by ``benchmarks.spacy_baseline``, run by
``--spacy-python``, the Python of an environment with spaCy. ``--write FILE`` puts
the table into a page between its two markers.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from coranto.language import LanguageModel, Parsed
from coranto.types import Name, NameKind, Sentence, Token

SETS = ("ud_ewt_dev.conllu", "ud_gum_dev.conllu", "names_newswire_dev.jsonl", "names_ewt_dev.jsonl")
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "FAC": "place",
         "MISC": "other", "NORP": "other"}  # fmt: skip


BEGIN, END = "<!-- reader: begin -->", "<!-- reader: end -->"
# What the table in the documentation shows of each set.
SHOWN = {
    "EWT dev, gold words": ("UPOS", "UAS", "LAS", "lemma"),
    "GUM dev, gold words": ("UPOS", "UAS", "LAS", "lemma"),
    "EWT dev, raw text": ("words", "sentences", "UPOS", "LAS"),
    "GUM dev, raw text": ("words", "sentences", "UPOS", "LAS"),
    "Newswire dev, names": ("all", "person", "organisation", "place", "other"),
    "EWT dev, names": ("all", "person", "organisation", "place"),
    "Newswire dev, speed": ("words a second",),
}
Table = dict[str, dict[str, float]]


class Reader(Protocol):
    """What is measured: Coranto's model, or another pipeline behind the same two methods."""

    def parse(self, texts: Sequence[str]) -> list[Parsed]:
        """Sentences, tokens and names of texts."""

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[list[Token]]:
        """Trees of sentences whose words are given."""


class SpacyReader:
    """A spaCy pipeline in a process of its own; see ``benchmarks.spacy_baseline``.

    ``seconds`` is how long the last request took there, without the transfer.
    """

    def __init__(self, python: str, folder: Path) -> None:
        self.seconds = 0.0
        command = [python, "-m", "benchmarks.spacy_baseline", "--read", str(folder)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> SpacyReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def _ask(self, **request: Any) -> list[dict[str, Any]]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line.startswith("{"):
            raise RuntimeError(f"the spaCy pipeline cannot be run: {line.strip() or 'no answer'}")
        answer = json.loads(line)
        self.seconds = answer["seconds"]
        docs: list[dict[str, Any]] = answer["docs"]
        return docs

    def parse(self, texts: Sequence[str], processes: int = 1) -> list[Parsed]:
        """As ``LanguageModel.parse``; tokens have no lemma."""
        docs = self._ask(texts=list(texts), processes=processes)
        return [_parsed(text, doc) for text, doc in zip(texts, docs, strict=True)]

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[list[Token]]:
        """As ``LanguageModel.parse_words``; tokens have no lemma."""
        return [list(_tokens(doc)) for doc in self._ask(words=[list(s) for s in sentences])]


def _tokens(doc: dict[str, Any]) -> tuple[Token, ...]:
    names = ("text", "start", "end", "pos", "head", "dep")
    return tuple(Token(**dict(zip(names, t, strict=True)), lemma="") for t in doc["tokens"])


def _parsed(text: str, doc: dict[str, Any]) -> Parsed:
    tokens = _tokens(doc)
    spans = [
        (a, b, [i for i, t in enumerate(tokens) if a <= t.start < b]) for a, b in doc["sentences"]
    ]
    sentences = tuple(Sentence(a, b, own[0], own[-1] + 1) for a, b, own in spans)
    kinds: dict[str, NameKind] = {
        "PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"
    }  # fmt: skip
    names = tuple(Name(text[a:b], a, b, kinds[kind], None) for a, b, kind in doc["names"])
    return Parsed(sentences, tokens, names, times=(), attributions=())


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


def gold_words(model: Reader, sentences: Sequence[Gold]) -> dict[str, float]:
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


def raw_text(model: Reader, sentences: Iterable[Gold]) -> dict[str, float]:
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


def names(model: Reader, path: Path, kinds: frozenset[str]) -> dict[str, float]:
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
    """Word pieces and words a second from raw text to tokens, nothing remembered, on all cores."""
    shared = LanguageModel.load(folder)
    model = LanguageModel(shared.folder)
    model.parse(texts[:20])
    began, used = time.perf_counter(), time.process_time()
    parsed = model.parse(texts)
    seconds, used = time.perf_counter() - began, time.process_time() - used
    pieces = sum(model.count_pieces([t.text for t in read.tokens]) for read in parsed)
    words = sum(len(read.tokens) for read in parsed)
    return {
        "pieces": pieces,
        "seconds": seconds,
        "pieces a second": pieces / seconds,
        "words a second": words / seconds,
        "pieces a second of processor time": pieces / used,
    }


def spacy_speed(reader: SpacyReader, texts: Sequence[str]) -> dict[str, float]:
    """Words a second of the spaCy pipeline, the better of one process and of two."""
    reader.parse(texts[:20])
    best = 0.0
    for processes in (1, 2):
        words = sum(len(read.tokens) for read in reader.parse(texts, processes))
        best = max(best, words / reader.seconds)
    return {"words a second": best}


def measure(folder: Path | None, data: Path) -> Table:
    """The scores on all sets of the model in ``folder``, by default the one shipped."""
    return scores_of(LanguageModel.load(folder), data)


def scores_of(model: Reader, data: Path) -> Table:
    """The scores of a reader on all sets."""
    language = data / "language"
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


def show(table: Table) -> None:
    """Print one line for each set."""
    for name, scores in table.items():
        line = "  ".join(f"{k} {v:,.1f}" for k, v in scores.items())
        print(f"{name:<24} {line}", flush=True)


def markdown(own: Table, peer: Table) -> str:
    """The table for the documentation, with a column for spaCy if it was measured."""
    lines = ["| set | measure | Coranto |" + (" spaCy CNN, same data |" if peer else "")]
    lines.append("|---" * (4 if peer else 3) + "|")
    for name, measures in SHOWN.items():
        if name not in own:
            continue
        cells = [name, " / ".join(measures), _cell(own[name], measures)]
        if peer:
            cells.append(_cell(peer.get(name, {}), measures))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(scores: dict[str, float], measures: Sequence[str]) -> str:
    def one(measure: str) -> str:
        value = scores.get(measure)
        if value is None:
            return "\u2013"
        return f"{value:,.0f}" if "second" in measure else f"{value:.1f}"

    return " / ".join(one(m) for m in measures)


def write(page: Path, table: str) -> None:
    """Put ``table`` into ``page`` between the markers, which must be there."""
    text = page.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{page}: no {BEGIN} and {END} in it")
    page.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8")


def missing_peer(python: str, folder: Path) -> str:
    """Why the spaCy pipeline cannot be measured, "" if it can."""
    if not (folder / "config.cfg").is_file():
        return f"no spaCy pipeline in {folder}"
    try:
        found = subprocess.run([python, "-c", "import spacy"], capture_output=True, check=False)
    except OSError as error:
        return f"{python}: {error.strerror}"
    return "" if found.returncode == 0 else f"no spaCy in the environment of {python}"


def main() -> None:
    """Read the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--model", type=Path, help="a model folder; default: the one shipped")
    parser.add_argument("--spacy", type=Path, metavar="FOLDER", help="score this pipeline too")
    parser.add_argument("--spacy-python", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table into this page")
    arguments = parser.parse_args()
    missing = [
        n for n in SETS if not (arguments.data and (arguments.data / "language" / n).exists())
    ]
    if missing:
        print(f"skipped: no {', '.join(missing)} (say where the data are with --data)")
        return
    newswire = arguments.data / "language" / SETS[2]
    texts = [json.loads(line)["text"] for line in newswire.read_text("utf-8").splitlines()]
    own = measure(arguments.model, arguments.data)
    own["Newswire dev, speed"] = speed(arguments.model, texts)
    show(own)
    peer: Table = {}
    if arguments.spacy is not None:
        reason = missing_peer(arguments.spacy_python, arguments.spacy)
        if reason:
            print(f"spaCy skipped: {reason}")
        else:
            with SpacyReader(arguments.spacy_python, arguments.spacy) as reader:
                peer = scores_of(reader, arguments.data)
                for scores in peer.values():
                    scores.pop("lemma", None)  # the pipeline has no lemmatiser
                peer["Newswire dev, speed"] = spacy_speed(reader, texts)
            print("spaCy")
            show(peer)
    if arguments.write is not None:
        write(arguments.write, markdown(own, peer))


if __name__ == "__main__":
    main()

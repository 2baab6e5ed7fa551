"""Training and development sentences, read from the treebanks and the names sets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coranto.language.sentences import split_sentences
from coranto.language.tokenise import tokenise

IGNORE = -100

# How each set's kinds of name are read. A set without MISC leaves open what its
# unmarked words are: they may be MISC.
KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "MISC": "MISC", "NORP": "MISC"}
NAME_TAGS = ["O"] + [f"{b}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for b in "BI"]
OPEN = len(NAME_TAGS)  # "O, or some part of a MISC name"


@dataclass
class Sentence:
    """One sentence with gold words; a layer that is not annotated is empty.

    ``heads`` count from 1, 0 is the root. ``space_after`` tells how the words
    stand in ``text``.
    """

    text: str
    words: list[str]
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    document: str = ""
    new_paragraph: bool = False


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; empty nodes and ranges are left out."""
    rows: list[list[str]] = []
    text, document, paragraph = "", "", False
    with path.open(encoding="utf-8") as lines:
        for line in (raw.rstrip("\n") for raw in lines):
            if line.startswith("# newdoc id = "):
                document, paragraph = line[14:], True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# text = "):
                text = line[9:]
            elif line and line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif not line and rows:
                yield Sentence(
                    text=text,
                    words=[r[1] for r in rows],
                    pos=[r[3] for r in rows],
                    tags=[r[4] for r in rows],
                    heads=[int(r[6]) for r in rows],
                    labels=[r[7] for r in rows],
                    document=document,
                    new_paragraph=paragraph,
                )
                rows, paragraph = [], False


def word_places(sentence: Sentence) -> list[tuple[int, int]]:
    """Where each word stands in the sentence's text."""
    places, at = [], 0
    for word in sentence.words:
        start = sentence.text.find(word, at)
        start = at if start < 0 else start
        places.append((start, start + len(word)))
        at = start + len(word)
    return places


def read_names(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each text of a names set, with its names as (start, end, kind)."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["text"], [(n["start"], n["end"], n["kind"]) for n in row["names"]]


def name_tags(
    places: list[tuple[int, int]], names: Iterable[tuple[int, int, str]], has_misc: bool
) -> list[str]:
    """BIO tags of the words at ``places``; ``?`` where the set leaves MISC open."""
    tags = ["O" if has_misc else "?"] * len(places)
    for start, end, given in names:
        kind = KINDS.get(given, "")
        inside = [i for i, (a, b) in enumerate(places) if a < end and b > start]
        if kind and all(tags[i] in "O?" for i in inside):
            for i in inside:
                tags[i] = ("B-" if i == inside[0] else "I-") + kind
    return tags


def join_names(sentences: list[Sentence], path: Path) -> None:
    """Give the names of a set without MISC to the sentences of the same text."""
    known = {text.strip(): names for text, names in read_names(path)}
    for sentence in sentences:
        names = known.get(sentence.text.strip())
        if names is not None:
            sentence.names = name_tags(word_places(sentence), names, has_misc=False)


def names_sentences(path: Path, has_misc: bool, max_words: int = 150) -> Iterator[Sentence]:
    """A names set cut into sentences and words as the reader will do it."""
    for text, names in read_names(path):
        for start, end in split_sentences(text):
            if any(a < start < b or a < end < b for a, b, _ in names):
                continue  # the cut would part a name
            words = tokenise(text[start:end])
            places = [(start + w.start, start + w.end) for w in words]
            if 0 < len(words) <= max_words:
                yield Sentence(
                    text=text[start:end],
                    words=[w.text for w in words],
                    names=name_tags(places, names, has_misc),
                )


def training_sentences(data: Path) -> list[Sentence]:
    """All training sentences, treebanks first."""
    folder = data / "language"
    ewt = list(read_conllu(folder / "ud_ewt_train.conllu"))
    join_names(ewt, folder / "names_ewt_train.jsonl")
    gum = list(read_conllu(folder / "ud_gum_train.conllu"))
    join_names(gum, folder / "names_gum_train.jsonl")
    found = [s for s in ewt + gum if len(s.words) <= 150]
    for name, has_misc in (("newswire", True), ("politics", False), ("wikigold", False)):
        found.extend(names_sentences(folder / f"names_{name}_train.jsonl", has_misc))
    return found


@dataclass(frozen=True)
class Inventory:
    """The labels of each head, in the order of the network's outputs."""

    pos: list[str]
    tags: list[str]
    labels: list[str]
    names: list[str]

    def label_index(self, label: str) -> int:
        """Rare subtypes fall back on the universal part of their label."""
        if label in self.labels:
            return self.labels.index(label)
        universal = label.partition(":")[0]
        return self.labels.index(universal) if universal in self.labels else IGNORE


def inventory(sentences: list[Sentence], label_floor: int) -> Inventory:
    """Labels that the trees use, dependency subtypes only if seen ``label_floor`` times."""
    labels = Counter(x for s in sentences for x in s.labels)
    tags = Counter(x for s in sentences for x in s.tags)
    kept = {x for x, n in labels.items() if n >= label_floor or (":" not in x and n >= 5)}
    return Inventory(
        pos=sorted({x for s in sentences for x in s.pos if x != "_"}),
        tags=sorted(x for x, n in tags.items() if n >= 5 and x != "_"),
        labels=sorted(kept - {"_"}),
        names=NAME_TAGS,
    )

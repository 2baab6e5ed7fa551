"""Training and development sentences with the layers that each set annotates."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from coranto.language.sentences import split_sentences
from coranto.language.tokenise import tokenise
from coranto.relation import party_places

IGNORE = -100

# How each set's kinds of name are read. A set without MISC leaves open what its
# unmarked words are: they may be MISC.
KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "LOC", "MISC": "MISC", "NORP": "MISC"}
TIME_SETS = ("timebank", "aquaint", "wikiwars")
NAME_TAGS = ["O"] + [f"{b}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for b in "BI"]
OPEN = len(NAME_TAGS)  # "O, or some part of a MISC name"
TIME_TAGS = ["O"] + [f"{b}-{kind}" for kind in ("DATE", "TIME", "DURATION", "SET") for b in "BI"]


@dataclass
class Sentence:
    """One sentence with gold words; a layer that is not annotated is empty.

    ``heads`` count from 1, 0 is the root. ``kind`` says which layer the sentence
    was taken for (``trees names attribution times government relation``); it may
    carry others too. ``attributions`` are the cues with their words: for each the
    indices of its cue, source and content. ``government`` is 1 for the words of a
    place that stands for its government or team, 0 for those of one that is a
    place, -1 elsewhere. ``roles`` is 1 for words of the source of a relation, 2 for
    those of its target, and ``relation`` the PLOVER root between the two.
    """

    text: str
    words: list[str]
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    attributions: list[list[list[int]]] = field(default_factory=list)
    government: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    relation: str = ""
    kind: str = "trees"
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
                    kind="names",
                )


def placed_sentences(
    text: str, max_words: int = 150
) -> Iterator[tuple[str, list[str], list[tuple[int, int]]]]:
    """The sentences of ``text`` as the reader cuts it: text, words, places of the words in it."""
    for start, end in split_sentences(text):
        words = tokenise(text[start:end])
        if 0 < len(words) <= max_words:
            places = [(start + w.start, start + w.end) for w in words]
            yield text[start:end], [w.text for w in words], places


def words_in(places: list[tuple[int, int]], start: int, end: int) -> list[int]:
    """The indices of the words that share a character with ``[start, end)``."""
    return [i for i, (a, b) in enumerate(places) if a < end and b > start]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def attribution_sentences(path: Path) -> Iterator[Sentence]:
    """PolNeAR (Newell et al. 2018): each sentence with the cues that begin in it.

    What a cue has in other sentences is left out here: rules follow quotations on.
    """
    for row in read_rows(path):
        found = [
            [
                [tuple(span) for span in x["cue"] or []],
                [tuple(x["source"])] if x["source"] else [],
                [tuple(span) for span in x["content"] or []],
            ]
            for x in row["statements"]
        ]
        for text, words, places in placed_sentences(row["text"]):
            sentence = Sentence(text, words, kind="attribution", document=row["id"])
            for parts in found:
                inside = [[i for a, b in p for i in words_in(places, a, b)] for p in parts]
                if inside[0] and (inside[1] or inside[2]):
                    sentence.attributions.append(inside)
            yield sentence


def held_out(document: str) -> bool:
    """Whether a document with time expressions is kept for measuring: one in five."""
    return zlib.crc32(document.encode("utf-8")) % 5 == 0


def time_sentences(path: Path, held: bool = False) -> Iterator[Sentence]:
    """TIMEX3 extents and types as BIO tags, of the documents held out or of the rest."""
    for row in read_rows(path):
        if held_out(row["id"]) != held:
            continue
        for text, words, places in placed_sentences(row["text"]):
            tags = ["O"] * len(words)
            for time in row["timexes"]:
                if time.get("start") is None or f"B-{time['type']}" not in TIME_TAGS:
                    continue
                for n, i in enumerate(words_in(places, time["start"], time["end"])):
                    tags[i] = ("I-" if n else "B-") + time["type"]
            yield Sentence(text, words, times=tags, kind="times", document=row["id"])


def government_sentences(path: Path) -> Iterator[Sentence]:
    """ReLocaR (Gritta et al. 2017): a place read literally, or as its government or team."""
    for row in read_rows(path):
        for text, words, places in placed_sentences(row["text"]):
            marks = [-1] * len(words)
            for i in words_in(places, row["start"], row["end"]):
                marks[i] = int(row["reading"] != "literal")
            if max(marks) >= 0:
                yield Sentence(text, words, government=marks, kind="government", document=row["id"])


def relation_sentences(path: Path) -> Iterator[Sentence]:
    """PLV (Hu et al. 2024): the PLOVER root between a source and a target in one text."""
    for row in read_rows(path):
        placed = tokenise(row["text"])
        places = [(w.start, w.end) for w in placed]
        parties = party_places(row["text"], row["source"], row["target"])
        if parties is None or len(placed) > 150:
            continue
        source, target = (words_in(places, *party) for party in parties)
        roles = [1 if i in source else 2 if i in target else 0 for i in range(len(placed))]
        if 1 in roles and 2 in roles:
            words = [w.text for w in placed]
            yield Sentence(
                row["text"], words, roles=roles, relation=row["root"],
                kind="relation", document=row["id"],
            )  # fmt: skip


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
    found.extend(attribution_sentences(data / "statements" / "polnear_train.jsonl"))
    for name in TIME_SETS:
        found.extend(time_sentences(data / "times" / f"{name}.jsonl"))
    found.extend(government_sentences(data / "events" / "metonymy_train.jsonl"))
    found.extend(relation_sentences(data / "events" / "plv_train.jsonl"))
    return found


@dataclass(frozen=True)
class Inventory:
    """The labels of each head, in the order of the network's outputs."""

    pos: list[str]
    tags: list[str]
    labels: list[str]
    names: list[str]
    times: list[str]
    relations: list[str]

    def counts(self) -> dict[str, int]:
        """The number of labels of each head."""
        return {name: len(labels) for name, labels in asdict(self).items()}

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
        times=TIME_TAGS,
        relations=sorted({s.relation for s in sentences} - {""}),
    )

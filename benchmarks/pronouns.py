"""Pronouns against GUM's coreference: how often "he" and "she" lead to the right person.

    python -m benchmarks.pronouns --data DIR

Reads the documents of ``language/ud_gum_{train,dev}.conllu`` in prose genres, builds their
text, finds mentions and looks whether the actor of each "he" and "she" is, by the treebank's
entities, the same as the pronoun. Precision is over the pronouns that were given an actor,
recall over those whose entity the room has a name for before them. The trees of the model's
own parse are used, not the treebank's (on which the model was trained).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coranto.annotation import read_texts
from coranto.language.model import LanguageModel

GENRES = frozenset("news bio interview speech textbook academic voyage court".split())
PRONOUNS = ("he", "she")
_ENTITY = re.compile(r"\(([^()]*)\)|\(([^()]*)|([^()]+)\)")


class Entity(NamedTuple):
    """Characters ``[start, end)`` that stand for the treebank's entity ``group``."""

    group: str
    start: int
    end: int


class Counts(NamedTuple):
    """Pronouns given an actor, of them right, and those whose entity is named before them."""

    given: int = 0
    right: int = 0
    named: int = 0


def documents(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Genre and lines of each document of a treebank in CoNLL-U."""
    genre = ""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            if lines:
                yield genre, lines
            genre, lines = line.split(" = ")[1].split("_")[1], []
        lines.append(line)
    yield genre, lines


def text_of(lines: list[str]) -> tuple[str, list[Entity]]:
    """The text of a document and its entities."""
    text, inside = "", 0
    entities: list[Entity] = []
    opened: list[tuple[str, int]] = []
    for line in lines:
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        misc = dict(m.split("=", 1) for m in cells[9].split("|") if "=" in m)
        start = len(text)
        if "." in cells[0]:
            continue
        if "-" in cells[0]:  # a word of several tokens: "don't"
            inside = int(cells[0].split("-")[1])
            text += cells[1] + " " * (misc.get("SpaceAfter") != "No")
            continue
        if int(cells[0]) > inside:
            text += cells[1]
            end = len(text)
            text += " " * (misc.get("SpaceAfter") != "No")
        else:
            start, end = start - 1, start
        inside = 0 if int(cells[0]) >= inside else inside
        _take(misc.get("Entity", ""), start, end, opened, entities)
    return text, entities


def _take(
    marks: str, start: int, end: int, opened: list[tuple[str, int]], entities: list[Entity]
) -> None:
    for whole, opens, closes in _ENTITY.findall(marks):
        if whole:
            entities.append(Entity(whole.split("-")[0], start, end))
        elif opens:
            opened.append((opens.split("-")[0], start))
        else:
            at = max((k for k, (group, _) in enumerate(opened) if group == closes), default=None)
            if at is not None:
                entities.append(Entity(closes, opened.pop(at)[1], end))


def group_at(entities: list[Entity], start: int, end: int) -> str | None:
    """The entity whose words overlap most with ``[start, end)``, if by more than a third."""
    best, share = None, 1 / 3
    for entity in entities:
        both = min(end, entity.end) - max(start, entity.start)
        here = both / (max(end, entity.end) - min(start, entity.start))
        if both > 0 and here > share:
            best, share = entity.group, here
    return best


def judge(model: LanguageModel, text: str, entities: list[Entity]) -> dict[str, Counts]:
    """The counts of one document for each pronoun."""
    reading = read_texts([text], model)[0]
    groups: dict[str, set[str | None]] = {}
    first: dict[str, int] = {}
    for m in reading.mentions:
        if m.form != "pronoun" and m.key:
            group = group_at(entities, m.start, m.end)
            groups.setdefault(m.key, set()).add(group)
            if group is not None:
                first.setdefault(group, m.start)
    keys = {m.start: m.key for m in reading.mentions if m.form == "pronoun"}
    out = dict.fromkeys(PRONOUNS, Counts())
    for token in reading.doc.tokens:
        word = token.text.lower()
        if word not in out:
            continue
        true = next((e.group for e in entities if (e.start, e.end) == (token.start, token.end)), "")
        key, old = keys.get(token.start), out[word]
        named = first.get(true, token.start) < token.start
        right = key is not None and true in groups.get(key, ())
        out[word] = Counts(old.given + bool(key), old.right + right, old.named + named)
    return out


def main() -> None:
    """Print precision and recall of each pronoun."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / "language"
    model = LanguageModel.load()
    total = dict.fromkeys(PRONOUNS, Counts())
    for part in ("train", "dev"):
        for genre, lines in documents(folder / f"ud_gum_{part}.conllu"):
            if genre not in GENRES:
                continue
            for word, found in judge(model, *text_of(lines)).items():
                total[word] = Counts(*(a + b for a, b in zip(total[word], found, strict=True)))
    for word, (given, right, named) in total.items():
        print(
            f"{word:4} {given} given an actor, {right} right: precision {100 * right / given:.1f}, "
            f"recall {100 * right / named:.1f} of {named}"
        )


if __name__ == "__main__":
    main()

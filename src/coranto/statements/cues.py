"""The cue lexicon: words that attribute a statement, with their acts and frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coranto.errors import DataError

FRAMES = frozenset({"that", "quote", "to", "obj", "adr", "whole", "prep", "call", "cite", "inf"})
# Acts of the mind: reported, but nobody need have spoken.
BELIEFS = frozenset(
    {"believe", "hope", "fear", "want", "intend", "expect", "know", "perceive", "feel", "favour",
     "oppose", "hold"}
)  # fmt: skip
# Of a cue that no table knows ("paints", "chalks up"): a view or stand that somebody takes.
UNKNOWN = "hold"


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon; ``words`` are its lemma and, where it has them, its particles."""

    words: tuple[str, ...]
    act: str
    frames: frozenset[str]


def rows(name: str) -> list[list[str]]:
    """The rows of a table of this room, its comments and header left out."""
    text = files("coranto.statements").joinpath(name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return rows[1:]


@cache
def verb_cues() -> dict[str, tuple[Cue, ...]]:
    """Cues by the lemma of their verb, those with most particles first. Raises DataError."""
    out: dict[str, list[Cue]] = {}
    for lemma, pos, act, frames in rows("cues.tsv"):
        unknown = set(frames.split()) - FRAMES
        if unknown:
            raise DataError(f"cues.tsv: {lemma}: unknown frames {sorted(unknown)}")
        if pos == "verb":
            words = tuple(lemma.split())
            out.setdefault(words[0], []).append(Cue(words, act, frozenset(frames.split())))
    return {k: tuple(sorted(v, key=lambda c: -len(c.words))) for k, v in out.items()}


def base_forms(form: str) -> Iterator[str]:
    """What a regular verb form could be a form of, likelier bases first."""
    for ending in ("ing", "ed", "es", "s"):
        if form.endswith(ending):
            base = form[: -len(ending)]
            yield base
            yield base + "e"
            if base.endswith("i"):
                yield base[:-1] + "y"
            if len(base) > 2 and base[-1] == base[-2]:
                yield base[:-1]


def verb_cue_of(form: str) -> Cue | None:
    """The row of the lexicon for a verb's regular form ("Agreed"), without particles."""
    lemma = next((base for base in base_forms(form.lower()) if base in verb_cues()), None)
    return None if lemma is None else verb_cues()[lemma][-1]


@cache
def noun_cues() -> dict[str, str]:
    """Acts of the nouns that take a clause ("the claim that ..."), by lemma."""
    return {lemma: act for lemma, pos, act, _ in rows("cues.tsv") if pos == "noun"}


@cache
def acts() -> dict[str, str]:
    """Acts of words that are cues only where a model says so ("wants", "appears"), by lemma."""
    return {row[0]: row[1] for row in rows("acts.tsv")}


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind (medium, document, source …) from ``words.tsv``, in lower case."""
    return frozenset(word.casefold() for word, k in rows("words.tsv") if k == kind)

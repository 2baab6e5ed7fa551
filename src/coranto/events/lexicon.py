"""The tables of acts: which verb, with which object and preposition, codes which PLOVER act."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from coranto.errors import DataError
from coranto.types import Quad, Token

Frame = Literal[
    "mutual", "done-to", "goes-to", "puts-out", "light", "alone", "gets-from", "promise", "orders",
    "rings", "words", "leaves",
]  # fmt: skip

QUADS: dict[str, Quad] = {
    "AGREE": "V-COOP",
    "CONSULT": "V-COOP",
    "SUPPORT": "V-COOP",
    "CONCEDE": "M-COOP",
    "COOPERATE": "M-COOP",
    "AID": "M-COOP",
    "RETREAT": "M-COOP",
    "REQUEST": "V-CONF",
    "ACCUSE": "V-CONF",
    "REJECT": "V-CONF",
    "THREATEN": "V-CONF",
    "PROTEST": "M-CONF",
    "SANCTION": "M-CONF",
    "MOBILIZE": "M-CONF",
    "COERCE": "M-CONF",
    "ASSAULT": "M-CONF",
}
"""Quad class of each PLOVER root type, as the annotated sets count it (CONCEDE and SANCTION
as material), which is where they leave PLOVER's own table."""


@dataclass(frozen=True, slots=True)
class VerbReading:
    """One row of ``verbs.tsv``: what a verb codes, given its object and prepositions."""

    lemma: str
    particle: str | None
    objects: frozenset[str]
    preps: frozenset[str]
    root: str
    mode: str | None
    frame: Frame


@dataclass(frozen=True, slots=True)
class ActNoun:
    """One row of ``nouns.tsv``: the classes a noun belongs to and the act it names, if any."""

    noun: str
    classes: frozenset[str]
    root: str | None
    mode: str | None
    frame: Frame | None


def _rows(name: str, columns: int) -> list[list[str]]:
    text = files("coranto.events").joinpath(name).read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise DataError(f"{name}, line {number}: {len(cells)} columns, not {columns}")
        rows.append(cells)
    return rows


def _set(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split(","))


def _or_none(cell: str) -> str | None:
    return None if cell == "-" else cell


@lru_cache(maxsize=1)
def verb_readings() -> dict[str, tuple[VerbReading, ...]]:
    """Rows of ``verbs.tsv`` by the verb's lemma, in the order in which they are tried.

    Raises DataError where the table does not have its form.
    """
    out: dict[str, list[VerbReading]] = {}
    for lemma, objects, preps, root, mode, frame in _rows("verbs.tsv", 6):
        verb, _, particle = lemma.partition(" ")
        reading = VerbReading(
            lemma=verb,
            particle=particle or None,
            objects=_set(objects),
            preps=_set(preps),
            root=root,
            mode=_or_none(mode),
            frame=frame,  # type: ignore[arg-type]
        )
        out.setdefault(verb, []).append(reading)
    # A verb with its particle is the more particular reading: it is tried before the bare verb.
    return {v: tuple(sorted(rs, key=lambda r: r.particle is None)) for v, rs in out.items()}


@lru_cache(maxsize=1)
def telling_nouns() -> frozenset[str]:
    """Lemmas of the nouns that may name an act: the last words of the rows that have a type."""
    return frozenset(n.rsplit(" ", 1)[-1] for n, e in act_nouns().items() if e.root is not None)


def readings_of(token: Token) -> tuple[VerbReading, ...]:
    """The readings of a verb in the text, in the order in which they are tried."""
    return _readings(token.lemma, token.text)


@lru_cache(maxsize=16384)
def _readings(lemma: str, text: str) -> tuple[VerbReading, ...]:
    return verb_readings().get(_base_form(lemma, text), ())


def base_form(token: Token) -> str:
    """The lemma of a verb, cut from a regular form where the lemmatiser gives none."""
    return _base_form(token.lemma, token.text)


@lru_cache(maxsize=8192)
def _base_form(given: str, word: str) -> str:
    return base_form_among(given.lower(), word.lower(), verb_readings())


def base_form_among(lemma: str, text: str, known: Container[str]) -> str:
    """The lemma of a verb, where it is no known verb cut from the regular form that stands in the
    text: "planned" of "plan". All in lower case."""
    if lemma in known:
        return lemma
    for ending in ("ing", "ed", "d", "s"):
        stem = text[: -len(ending)]
        if text.endswith(ending) and stem in known:
            return stem
        doubled = len(stem) > 3 and stem[-1:] == stem[-2:-1] and ending in ("ing", "ed")
        if text.endswith(ending) and doubled and stem[:-1] in known:
            return stem[:-1]
    return lemma


@lru_cache(maxsize=1)
def act_nouns() -> dict[str, ActNoun]:
    """Rows of ``nouns.tsv`` by noun. Raises DataError where the table does not have its form."""
    return {
        noun: ActNoun(
            noun=noun,
            classes=_set(classes),
            root=_or_none(root),
            mode=_or_none(mode),
            frame=None if frame == "-" else frame,  # type: ignore[arg-type]
        )
        for noun, classes, root, mode, frame in _rows("nouns.tsv", 5)
    }

"""Impossible attachments are moved, possible ones stay."""

from __future__ import annotations

from coranto.language.repair import repaired
from coranto.types import Token


def sentence(*words: tuple[str, int, str]) -> list[Token]:
    """Tokens from (word, head, relation)."""
    return [Token(w, 4 * i, 4 * i + len(w), "X", h, d, w) for i, (w, h, d) in enumerate(words)]


def test_a_subject_before_its_that_is_the_object_of_the_verb_above() -> None:
    tokens = sentence(
        ("Orlova", 1, "nsubj"),
        ("told", -1, "root"),
        ("Tan", 5, "nsubj"),
        ("that", 5, "mark"),
        ("there", 5, "expl"),
        ("were", 1, "ccomp"),
        ("obstacles", 5, "nsubj"),
        (",", 8, "punct"),
        ("blaming", 5, "advcl"),
        ("Ukraine", 8, "obj"),
    )
    found = repaired(tokens)
    assert (found[2].head, found[2].dep) == (1, "obj")
    assert (found[6].head, found[6].dep) == (5, "nsubj")
    assert (found[8].head, found[8].dep) == (1, "advcl")


def test_a_subject_behind_its_that_stays() -> None:
    tokens = sentence(
        ("Orlova", 1, "nsubj"),
        ("said", -1, "root"),
        ("that", 4, "mark"),
        ("Tan", 4, "nsubj"),
        ("left", 1, "ccomp"),
        (",", 6, "punct"),
        ("smiling", 4, "advcl"),
    )
    assert repaired(tokens) == tuple(tokens)

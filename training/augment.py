"""Variants of a sentence that keep its annotation: case, quotation marks, a lost full stop."""

from __future__ import annotations

import random
from dataclasses import replace

from training.data import Sentence

WORD_LAYERS = (
    "words", "pos", "tags", "heads", "labels", "names", "times", "government", "roles",
)  # fmt: skip


def augment(sentence: Sentence, rng: random.Random, rates: dict[str, float]) -> Sentence:
    """``sentence`` or, at the given rates, a variant; the original is left as it is."""
    words = sentence.words
    draw = rng.random()
    if draw < rates["upper"]:
        words = [w.upper() for w in words]
    elif draw < rates["upper"] + rates["lower"]:
        words = [w.lower() for w in words]
    elif draw < rates["upper"] + rates["lower"] + rates["title"]:
        words = [w[:1].upper() + w[1:] for w in words]
    if rng.random() < rates["quotes"]:
        swap = {'"': "'", "\u201c": "'", "\u201d": "'", "``": "'", "''": "'"}
        words = [swap.get(w, w) for w in words]
    changed = replace(sentence, words=words)
    if rng.random() < rates["stop"]:
        changed = without_stop(changed)
    return changed


def without_stop(sentence: Sentence) -> Sentence:
    """The sentence without the full stop at its end, if it has one and nothing hangs on it."""
    last = len(sentence.words)
    if last < 3 or sentence.words[-1] != "." or last in sentence.heads:
        return sentence
    layers = {name: getattr(sentence, name)[:-1] for name in WORD_LAYERS}
    attributions = [
        [[i for i in part if i < last - 1] for part in parts] for parts in sentence.attributions
    ]
    return replace(sentence, attributions=attributions, **layers)

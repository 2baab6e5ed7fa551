"""Variants of a sentence that keep its annotation: case, marks, spelling, slips of the keyboard."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from training.data import Sentence

WORD_LAYERS = (
    "words", "pos", "tags", "heads", "labels", "names", "times", "government", "roles",
)  # fmt: skip

# American and British endings, each with what it becomes on the other side.
SPELLINGS = [
    (re.compile(pattern), other)
    for pattern, other in (
        (r"(?<=[a-z]{3})iz(?=(e|es|ed|ing|ation|ations)$)", "is"),
        (
            r"(?i:(organ|recogn|critic|real|emphas|author))is(?=(e|es|ed|ing|ation|ations)$)",
            r"\1iz",
        ),
        (r"^(?i:(fav|lab|harb|neighb|hon|rum|endeav|behavi))or(?=$|[a-z])", r"\1our"),
        (r"^(?i:(fav|lab|harb|neighb|hon|rum|endeav|behavi))our(?=$|[a-z])", r"\1or"),
        (r"^((?i:def|off|lic))ense$", r"\1ence"),
        (r"^((?i:def|off|lic))ence$", r"\1ense"),
        (r"^((?i:c))enter(s?)$", r"\1entre\2"),
        (r"^((?i:c))entre(s?)$", r"\1enter\2"),
        (r"^((?i:p))rogram(s?)$", r"\1rogramme\2"),
        (r"^((?i:p))rogramme(s?)$", r"\1rogram\2"),
        (r"^((?i:travel|cancel|label|counsel|model|signal))(ed|ing|er)$", r"\1l\2"),
        (r"^((?i:travel|cancel|label|counsel|model|signal))l(ed|ing|er)$", r"\1\2"),
    )
]

# Ways in which one name comes out of another script; only the end of a name is changed.
TRANSLITERATIONS = [
    (re.compile(pattern), others)
    for pattern, others in (
        (r"(?<=[a-z]{2})(ei|ey)$", ("ei", "ey")),
        (r"(?<=[a-z]{2})(skiy|skyy|sky|ski|skii)$", ("skiy", "skyy", "sky", "ski", "skii")),
        (r"(?<=[a-z]{3})(iy|yi|ii|y)$", ("iy", "y", "ii")),
        (r"(?<=[a-z]{3})(ov|off|ow)$", ("ov", "off")),
        (r"(?<=[a-z]{3})(ev|eff|yev)$", ("ev", "yev", "eff")),
        (r"^(Kyiv|Kiev)$", ("Kyiv", "Kiev")),
        (
            r"^(Mohammed|Muhammad|Mohamed|Mohammad)$",
            ("Mohammed", "Muhammad", "Mohamed", "Mohammad"),
        ),
        (r"^(Al|El)(?=-)", ("al", "el", "Al", "El")),
    )
]


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
    if rng.random() < rates.get("spelling", 0.0):
        words = [respelt(w) for w in words]
    if rng.random() < rates.get("names", 0.0):
        named = sentence.names or ["?"] * len(words)
        words = [
            transliterated(w, rng) if tag[-3:] == "PER" else w
            for w, tag in zip(words, named, strict=True)
        ]
    if rng.random() < rates.get("typos", 0.0):
        words = mistyped(words, rng)
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


def respelt(word: str) -> str:
    """``word`` as the other side of the Atlantic spells it, or as it is."""
    for pattern, other in SPELLINGS:
        changed, count = pattern.subn(other, word)
        if count:
            return changed
    return word


def transliterated(word: str, rng: random.Random) -> str:
    """A name's word in another transliteration, or as it is."""
    for pattern, others in TRANSLITERATIONS:
        if pattern.search(word):
            return pattern.sub(rng.choice(others), word, count=1)
    return word


def mistyped(words: list[str], rng: random.Random) -> list[str]:
    """The words with a slip in one of them: two letters change places, one is lost or doubled."""
    long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
    if not long:
        return words
    chosen = rng.choice(long)
    word = words[chosen]
    at = rng.randrange(1, len(word) - 2)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[: at + 1] + word[at:],
    )
    return [*words[:chosen], rng.choice(slips), *words[chosen + 1 :]]

"""Which kind of fact a change of words touches: number, date, name, hedge, speaker, quotation.

The lists are closed classes of English; verbs and nouns of attribution follow
the cues and sources that are most common in annotated news (PolNeAR).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from coranto.copies.folding import fold
from coranto.copies.words import Words

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NUMBERS: dict[str, float] = {word: value for value, word in enumerate(_UNITS)}
_NUMBERS |= {word: 20 + 10 * place for place, word in enumerate(_TENS)}
_NUMBERS |= {word: 1 + place for place, word in enumerate(_ORDINALS)}
_NUMBERS |= {"dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "half": 0.5}
_NUMBERS |= {"thousand": 10**3, "thousands": 10**3, "million": 10**6, "millions": 10**6}
_NUMBERS |= {"billion": 10**9, "billions": 10**9, "trillion": 10**12, "mln": 10**6, "bln": 10**9}
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion", "mln", "bln"))
_THOUSAND = 1000
# Words that count only sometimes: they are numbers where the other text has a number too.
_SELDOM = frozenset(("one", "first", "second", "third", "half", "zero"))
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(?:st|nd|rd|th|m|bn|k)?$")

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# What else tells a time, where the other side has a date.
_VAGUE_TIMES = frozenset(
    "noon midnight dawn spring summer autumn fall winter earlier later recently now then ago last "
    "next past coming previous".split()
)
_RELATIVE = frozenset(
    "today yesterday tomorrow tonight overnight morning afternoon evening night weekend "
    "week month year weeks months years day days hours".split()
)

HEDGES = frozenset(
    "reportedly allegedly apparently purportedly supposedly seemingly ostensibly presumably "
    "probably possibly perhaps maybe likely unlikely alleged purported supposed suspected "
    "claimed so-called believed unconfirmed rumored rumoured may might could appears appeared "
    "seems seemed suggests suggested potentially confirmed definitely certainly".split()
)

_SAYING = frozenset(
    "said says say saying told tells added adds noted notes stated states announced announces "
    "claimed claims reported reports according quoted cited warned warns stressed explained "
    "argued insisted declared wrote tweeted acknowledged confirmed denied remarked replied".split()
)
_SOURCES = frozenset(
    "ministry minister spokesman spokeswoman spokesperson official officials "
    "source sources government president diplomat diplomats kremlin envoy ambassador agency "
    "statement secretary adviser aide aides leader".split()
)
_AFTER_VERB = frozenset("in on at to that by during after before as when the a an".split()) - {
    "the", "a", "an",
}  # fmt: skip
# Pairs of names for one country or city that spelling does not show.
_EXONYMS = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "kiev/kyiv us/american us/america uk/britain uk/british britain/british eu/european "
        "un/nations odessa/odesa kharkov/kharkiv lvov/lviv us/states"
    ).split()
)
# Pairs that look like spellings of one name and are two.
_LOOKALIKES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "austria/australia austrian/australian niger/nigeria zambia/gambia slovakia/slovenia "
        "slovak/slovene"
    ).split()
)
_FUNCTION = frozenset(
    "the a an this that these those in on at of for to by with from and or but as it he she they "
    "we you i his her its their our my if when while after before since until there here not no "
    "some many most all both each so then also however meanwhile although though because".split()
)
_NEAR = 2  # words between a verb of saying and the words that name its speaker
_SPELLING = 0.8  # likeness from which two names are spellings of one (Zelensky, Zelenskiy)
_SPELLING_LETTERS = 5  # below this length one letter makes another name (Iran, Iraq)
_PEOPLE = re.compile(r"(?:ians?|eans?|ese|ish|ans?|ia|y|any|a|e)$")  # of a country or people
_BRIEF = 3  # words within which a detail that is gone altogether still counts as changed
_TITLES = frozenset(
    "president premier minister prime foreign secretary chancellor king queen prince general "
    "senator sen rep gov mr mrs ms dr sir lord ambassador envoy spokesman spokeswoman "
    "spokesperson chief chairman ministry government state leader counterpart".split()
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words ``begin`` to ``end`` (end excluded) of one text."""

    words: Words
    begin: int
    end: int

    def texts(self) -> list[str]:
        """The words as they stand in the text."""
        return [self.words.word(i) for i in range(self.begin, self.end)]

    def near(self, reach: int) -> list[str]:
        """Folded words of the same sentence beside the passage, within ``reach`` words."""
        sentence = self.words.sentence
        at = int(sentence[self.begin])
        low, high = max(0, self.begin - reach), min(len(self.words), self.end + reach)
        places = (*range(low, self.begin), *range(self.end, high))
        return [fold(self.words.word(i)) for i in places if int(sentence[i]) == at]

    def quoted(self) -> bool:
        """Whether all of the words stand inside quotation marks."""
        return bool(self.words.quoted[self.begin : self.end].all())


def fact_changed(before: Passage, after: Passage) -> str | None:
    """The fact that differs between two passages that stand for one another, or ``None``.

    A detail that only one of two longer passages has is an addition, not a change.
    """
    old, new = before.texts(), after.texts()
    brief = len(old) <= _BRIEF and len(new) <= _BRIEF
    dates_old, dates_new = _dates(old), _dates(new)
    if dates_old != dates_new and (
        (dates_old and dates_new) or (brief and _times(old) and _times(new))
    ):
        return "date"
    numbers_old, numbers_new = _numbers(old, new), _numbers(new, old)
    if numbers_old != numbers_new and (brief or (numbers_old and numbers_new)):
        return "date" if _dated(before, after) else "number"
    if _speaker(before, after):
        return "speaker"
    if _names_differ(before, after):
        return "name"
    if brief and bool(_hedges(old)) != bool(_hedges(new)):
        return "hedge"
    return "quotation" if before.quoted() and after.quoted() else None


def is_hedge(words: list[str]) -> bool:
    """Whether the words are a hedge and little else ("reportedly", "was said to have")."""
    return bool(_hedges(words)) and len(words) <= 3


def _hedges(words: list[str]) -> set[str]:
    return {fold(word) for word in words if word != "May"} & HEDGES


def _dates(words: list[str]) -> set[str]:
    folded = [fold(word) for word in words]
    named = {w for w in folded if w in _DAYS or w in _RELATIVE}
    named |= {w[:3] for w in folded if w in _MONTHS}
    named |= {"may" for word in words if word == "May"}
    return named | {w for w in folded if re.fullmatch(r"(?:19|20)\d\d", w)}


def _times(words: list[str]) -> bool:
    """Whether the words tell a time at all, if only "the weekend" or "last fall"."""
    return bool(_dates(words)) or any(fold(word) in _VAGUE_TIMES for word in words)


def _numbers(words: list[str], others: list[str]) -> list[float]:
    """Values of the numbers among ``words``, sorted; doubtful words only beside a number."""
    other_counts = any(_value(fold(word)) is not None for word in others)
    values: list[float] = []
    run: list[str] = []
    for word in (*map(fold, words), ""):
        counts = _value(word) is not None and (word not in _SELDOM or bool(run) or other_counts)
        if counts or (run and word == "and"):
            run.append(word)
        else:
            values.extend(_values(run))
            run = []
    return sorted(values)


def _values(run: list[str]) -> list[float]:
    """The values of number words in a row: "one hundred and twenty", "4.5 million"."""
    values: list[float] = []
    total = current = 0.0
    fresh = True
    for word in run:
        value = _value(word)
        if value is None:
            continue
        if word in _SCALES and not fresh:
            current *= value
            if value >= _THOUSAND:
                total, current = total + current, 0.0
        else:
            if not fresh and _DIGITS.match(word):
                values.append(total + current)
                total = current = 0.0
            current += value
        fresh = False
    return values if fresh else [*values, total + current]


def _value(folded: str) -> float | None:
    match = _DIGITS.match(folded)
    return float(match[1]) if match else _NUMBERS.get(folded)


def _dated(before: Passage, after: Passage) -> bool:
    """Whether a number stands beside the name of a month in both texts."""
    sides = ([*p.near(1), *(fold(w) for w in p.texts())] for p in (before, after))
    return all(any(w in _MONTHS or w == "may" for w in side) for side in sides)


def _speaker(before: Passage, after: Passage) -> bool:
    """Whether both passages name who said something, and name another one."""
    if not (_names_speaker(before) and _names_speaker(after)):
        return False
    return not _one_name(_names(before), _names(after))


def _names_speaker(passage: Passage) -> bool:
    texts = passage.texts()
    folded = [fold(word) for word in texts]
    if folded[0] in _AFTER_VERB:
        return False
    saying = set(passage.near(_NEAR)) | set(folded)
    if not saying & _SAYING:
        return False
    return bool(_SOURCES & set(folded)) or bool(_names(passage))


def _names_differ(before: Passage, after: Passage) -> bool:
    """Whether a name stands where another one stood ("the president" is no name)."""
    old, new = _names(before), _names(after)
    return bool(old) and bool(new) and not _one_name(old, new)


def _names(passage: Passage) -> list[str]:
    """Folded words with a capital that only a name explains, titles left out."""
    words, names = passage.words, []
    for index in range(passage.begin, passage.end):
        word = words.word(index)
        folded = fold(word).removesuffix("'s")
        if not word[0].isupper() or folded in _FUNCTION or folded in _TITLES or word == "May":
            continue
        if folded in _DAYS or folded in _MONTHS or _value(folded) is not None:
            continue
        first = index == 0 or words.sentence[index] != words.sentence[index - 1]
        if first and _is_plain(word, words.text):
            continue
        names.append(folded)
    return names


def _is_plain(word: str, text: str) -> bool:
    """Whether a word at the head of a sentence is an ordinary one: the text has it small too."""
    small = word.lower()
    return small.endswith(("ing", "ly", "ed")) or bool(re.search(rf"\b{re.escape(small)}\b", text))


def _one_name(old: list[str], new: list[str]) -> bool:
    """Whether the names are the same ones, spelt otherwise, shortened or cut to initials."""
    if not old or not new:
        return False
    if set(old) <= set(new) or set(new) <= set(old):
        return True
    if "".join(w[0] for w in old) in new or "".join(w[0] for w in new) in old:
        return True
    return any(_one_spelling(one, other) for one in old for other in new)


def _one_spelling(one: str, other: str) -> bool:
    pair = frozenset((one, other))
    if one == other or pair in _EXONYMS:
        return True
    if pair in _LOOKALIKES:
        return False
    if _PEOPLE.sub("", one) == _PEOPLE.sub("", other) != "":
        return True
    if min(len(one), len(other)) < _SPELLING_LETTERS:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SPELLING

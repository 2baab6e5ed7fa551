"""The days of an act that no time dates: those of the report's news, where it is told as news."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from coranto.language.document import Document, remembered
from coranto.times import calendar as cal
from coranto.times.clauses import clause_of, link_of, tense_of
from coranto.types import DateRange

# A report's first sentences tell its news, whatever their tense, but not with these words.
_NEWS_WEEK: Final = 6
_OPENING_SENTENCES: Final = 2
_STANDING: Final = re.compile(
    r"\b(?:since|ever|never|long|always|often|repeatedly|already|previously|once"
    r"|for (?:[\w-]+ ){0,3}(?:years|decades|months|weeks))\b",
    re.IGNORECASE,
)
# A sentence that begins so tells what came before all that was told: "Earlier, he vowed …".
BEFORE_THAT: Final = re.compile(r"\W*(?:Earlier|Previously|Before that),")
_GONE_ON: Final = frozenset("later subsequently afterwards previously earlier".split())
SAYINGS: Final = frozenset("say tell add write tweet announce declare warn state report".split())


def days_of_news(doc: Document, token: int, anchor: DateRange) -> DateRange:
    """The days of an act with no time: in the simple past, that of the report or the day before.

    News leaves out the day of what has just happened. A headline, and a perfect that
    opens the report ("have agreed"), tell the news of the week; else what stands in the
    perfect, the present or a background clause may lie long before: its range is open.
    """
    token = _carried_by(doc, token)
    tense = tense_of(doc, token)
    if tense == "future":
        return DateRange(anchor.earliest, None)
    clause = clause_of(doc, token)
    background = clause is not None and link_of(doc, clause) == "background"
    main = tense == "past" and not (background and doc.tokens[clause or 0].head >= 0)
    if main and _is_told_of_another_day(doc, token):
        return DateRange(None, anchor.latest)
    if main and anchor.earliest is not None:
        return DateRange(cal.add_days(anchor.earliest, -1), anchor.latest)
    if anchor.earliest is not None and not background and _is_hot_news(doc, token, tense):
        first = cal.add_days(anchor.earliest, -_NEWS_WEEK)
        return DateRange(first, anchor.latest)
    return DateRange(None, anchor.latest)


def _is_told_of_another_day(doc: Document, token: int) -> bool:
    """Whether a past act goes on from another ("later ordered"), or comes before ("Earlier, …")."""
    sentence = doc.sentences[doc.sentence_of[token]]
    if BEFORE_THAT.match(doc.text, sentence.start):
        return True
    words = [c for c in doc.dependents(token, "advmod") if c + 1 == token]
    goes_on = doc.tokens[token].lemma.lower() not in SAYINGS
    return (goes_on and any(doc.lows[c] in _GONE_ON for c in words)) or recalls(doc, token)


def recalls(doc: Document, token: int) -> bool:
    """Whether it recalls a duty laid on someone before ("Holm was ordered by a court to leave").

    As news of the day that is told in the opening.
    """
    if not doc.dependents(token, "aux:pass") or not doc.dependents(token, "xcomp"):
        return False
    by = [c for c in doc.dependents(token, "obl", "obl:agent") if _has_case(doc, c, "by")]
    number = doc.sentence_of[token]
    return bool(by) and sum(_ends(doc, i) for i in range(number + 1)) > 1


def _has_case(doc: Document, token: int, word: str) -> bool:
    return any(doc.lows[c] == word for c in doc.dependents(token, "case"))


@remembered
def _carried_by(doc: Document, token: int) -> int:
    """The verb whose tense a participle shares ("responded by saying"), else ``token`` itself."""
    node = token
    for _ in range(3):
        clause = clause_of(doc, node)
        if clause is None or tense_of(doc, clause) != "participle" or doc.tokens[clause].head < 0:
            break
        if link_of(doc, clause) != "same":
            break
        node = doc.tokens[clause].head
    return node if tense_of(doc, node) == "past" else token


def _is_hot_news(doc: Document, token: int, tense: str) -> bool:
    """Whether an act stands in the headline, or in the perfect in the report's first sentences."""
    number = doc.sentence_of[token]
    sentence = doc.sentences[number]
    if tense not in ("present", "perfect"):
        return False
    if _STANDING.search(doc.text[sentence.start : sentence.end]) is not None:
        return False
    if not _ends(doc, number):
        is_first = tense == "present" and number < _OPENING_SENTENCES
        return is_first and not any(_ends(doc, i) for i in range(number))
    if tense != "perfect":
        return False
    ended = (i for i in range(number + 1) if _ends(doc, i))
    return len(list(islice(ended, _OPENING_SENTENCES + 1))) <= _OPENING_SENTENCES


@remembered
def _ends(doc: Document, number: int) -> bool:
    """Whether a sentence ends with a stop, as those of the running text do."""
    sentence = doc.sentences[number]
    words = doc.text[sentence.start : sentence.end].rstrip()
    return words.rstrip("\"”’')]").endswith((".", "!", "?"))


def first_sentences(doc: Document, count: int) -> list[int]:
    """The numbers of the first ``count`` sentences of the running text, headings left out."""
    return list(islice((i for i in range(len(doc.sentences)) if _ends(doc, i)), count))

"""Words for the lines of the chronology: names with their article, verbs in their tense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coranto.language.irregular import PASTS
from coranto.language.lemma import lemma
from coranto.types import Actor, Mention

_WITH_ARTICLE = re.compile(
    r"(?:^(?:Holy See|Kremlin|Pentagon|Vatican|Netherlands|Philippines|Bahamas|Maldives|Gambia"
    r"|Seychelles|Comoros|West|Taliban)|\b(?:States|Kingdom|Emirates|Republic|Islands|Union|Nations"
    r"|Ministry|Ministries|Department|Council|Committee|Commission|Organi[sz]ation|Office|House"
    r"|Agency|Bank|Fund|Court|League|Assembly|Secretariat|Army|Guards?|Conference|Congress"
    r"|Parliament|Senate|Government|Embassy|Presidency|Foundation|Alliance|Bloc|Press|Directorate"
    r"|Times|Post|Journal|Guardian"
    r"|(?:Republic|Ministry|Department|Council|Bank|Organi[sz]ation|House|Court) (?:of|for|on)"
    r" [\w ]+))$"
)
"""Names that take "the" in a sentence (Quirk et al. 1985, 5.60–5.72: plurals, political bodies,
names that end in a common noun)."""
_OFFICE = re.compile(
    r"(?i:\b(?:minister|president|ambassador|secretary|spokesman|spokeswoman|spokesperson|envoy"
    r"|official|adviser|advisor|chairperson|chairman|leader|counterpart|chief|source))$"
)
_UNNAMED = re.compile(r"^unnamed (?P<next>\w)")
_DETERMINER = re.compile(
    r"^(?:The(?! Hague)|An?|This|These|That|Those|His|Her|Their|Its|Our|My|Some|Any|All|Both|Each"
    r"|Several|Many|Most|No|Such|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
    r"|(?:Peace|Talks|Negotiations|Meetings|Sanctions|Relations|Ties|Trade|Plans|Military|Nuclear"
    r"|Diplomatic|Economic|Political|Direct|Indirect|Formal|High-level)(?= [a-z]))\b"
)
_VOWEL = re.compile(r"[aeiouy]")


def past_of(verb: str) -> str:
    """The past tense for a participle ("threatening": "threatened"); else the verb as it is."""
    low = verb.lower()
    stem = low.removesuffix("ing")
    if stem == low or _VOWEL.search(stem) is None:
        return verb  # "bring" is no participle
    if (base := lemma(low, "VERB")) in PASTS:
        return PASTS[base]
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("ee") else "ed")


_LAST_COMMA = re.compile(r",(?=[\"”’']*$)")


def quotation_ended(text: str) -> str:
    """A quotation without the comma behind which the report went on ("“in a week,”"), and with
    both its marks, where it runs over paragraphs of the report."""
    kept = _LAST_COMMA.sub("", text)
    opened, closed = kept.count("“"), kept.count("”")
    if '"' in kept or "‘‘" in kept:
        is_cut = kept.endswith("…") and opened == closed and kept.count('"') % 2 == 1
        return f'{kept}"' if is_cut else kept
    if opened < closed:
        return f"“{kept}"
    return f"{kept}”" if opened > closed else kept


def small_start(text: str) -> str:
    """Words from the head of a sentence as they stand within one: "the annex", "The Hague"."""
    return text[:1].lower() + text[1:] if _DETERMINER.match(text) else text


def capitalised(text: str) -> str:
    """The line with a capital at its head: "Protesters stormed the embassy"."""
    return text[:1].upper() + text[1:]


def named(mentions: Sequence[Mention | None], actors: Mapping[str, Actor]) -> list[str]:
    """The actors' names, each once, those of a group's members for the group; the report's own
    words for one that is not known."""
    return list(dict.fromkeys(n for m in mentions if m is not None for n in _names(m, actors)))


def _names(mention: Mention, actors: Mapping[str, Actor]) -> list[str]:
    known = actors.get(mention.actor) if mention.actor is not None else None
    if known is None:
        return [mention.text.rstrip(" ,")]
    members = sorted(actors[m].name for m in mention.members if m in actors)
    return members if listed(members) == known.name else [known.name]


def listed(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def in_sentence(names: Sequence[str]) -> str:
    """The names as a sentence has them: "the United States and an unnamed official"."""
    return listed([_with_article(small_start(name)) for name in names])


def _with_article(name: str) -> str:
    unnamed = _UNNAMED.match(name)
    if unnamed is not None and _OFFICE.search(name):
        return f"an {name}"
    first = name.split(" ", 1)[0]
    if first in ("the", "a", "an") or _DETERMINER.match(capitalised(name)) or first.endswith("’s"):
        return name
    takes = _WITH_ARTICLE.search(name) or (" " in name and _OFFICE.search(name))
    return f"the {name}" if takes and "'s " not in name and "’s " not in name else name

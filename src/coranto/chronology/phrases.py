"""Words for the lines of the chronology: names with their article, verbs in their tense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
_IRREGULAR = {
    "saying": "said", "telling": "told", "writing": "wrote", "seeing": "saw", "making": "made",
    "giving": "gave", "holding": "held", "thinking": "thought", "feeling": "felt",
    "finding": "found", "speaking": "spoke", "putting": "put", "setting": "set",
    "knowing": "knew", "understanding": "understood", "taking": "took", "leaving": "left",
    "meeting": "met", "sending": "sent", "bringing": "brought", "seeking": "sought",
    "bidding": "bade", "casting": "cast", "drawing": "drew", "keeping": "kept",
    "laying": "laid", "leading": "led", "paying": "paid", "reading": "read", "showing": "showed",
    "swearing": "swore", "withdrawing": "withdrew", "forbidding": "forbade", "doing": "did",
    "having": "had", "going": "went", "coming": "came", "striking": "struck", "winning": "won",
    "buying": "bought", "selling": "sold", "cutting": "cut", "hitting": "hit", "shooting": "shot",
    "fighting": "fought", "building": "built", "beginning": "began", "becoming": "became",
    "spending": "spent", "sitting": "sat", "rising": "rose", "driving": "drove", "flying": "flew",
    "throwing": "threw", "growing": "grew", "choosing": "chose", "wearing": "wore",
    "breaking": "broke", "falling": "fell", "feeding": "fed", "dealing": "dealt",
    "hearing": "heard", "catching": "caught", "teaching": "taught", "hiding": "hid",
    "riding": "rode", "freezing": "froze", "stealing": "stole", "binding": "bound",
    "getting": "got", "letting": "let", "losing": "lost", "running": "ran", "standing": "stood",
}  # fmt: skip
"""Participles of irregular verbs (Quirk et al. 1985, 3.15–3.20), with the past tense."""
_VOWEL = re.compile(r"[aeiouy]")


def past_of(verb: str) -> str:
    """The past tense for a participle ("threatening": "threatened"); else the verb as it is."""
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    stem = low.removesuffix("ing")
    if stem == low or _VOWEL.search(stem) is None:
        return verb  # "bring" is no participle
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

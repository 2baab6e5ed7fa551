"""Dictionary forms of English words, by rule.

Regular endings are undone as in the rules of Minnen, Carroll and Pearce (2001);
what they would get wrong is in the tables.
"""

from __future__ import annotations

from functools import lru_cache

from coranto.language.irregular import (
    ADJECTIVES,
    NOUNS,
    OTHER,
    PLURAL_ONLY,
    SILENT_E,
    SINGULAR_IN_S,
    VERBS,
)

_VOWELS = "aeiou"


@lru_cache(maxsize=100_000)
def lemma(word: str, pos: str, tag: str = "") -> str:
    """The lemma of ``word`` with the universal part of speech ``pos``.

    ``tag``, a Penn Treebank tag, helps where it is given ("VBN": a participle).
    Proper names keep their form and case.
    """
    if pos in ("PROPN", "X", "SYM", "PUNCT") or tag == "NNP":
        plural = tag == "NNPS" and word.endswith("s") and len(word) > 3
        return _without_s(word) if plural else word
    low = word.lower().replace("\u2019", "'")
    if pos == "NUM":
        return low.replace(",", "")
    if tag == "POS":
        return "'s"
    if (low, pos) in OTHER:
        return OTHER[low, pos]
    if pos in ("VERB", "AUX"):
        return _verb(low, tag)
    if pos == "NOUN":
        return word if word.isupper() and len(word) > 1 else _noun(low, tag)
    if pos in ("ADJ", "ADV"):
        keeps = word[:1].isupper() and low.endswith(_NATIONAL)
        return word if keeps else _graded(low, tag)
    return low


# Adjectives of peoples keep their capital: "Chinese", "Russian", "British".
_NATIONAL = (
    "ian", "ean", "ese", "ican", "german", "french", "british", "turkish", "polish", "spanish",
    "swedish", "danish", "finnish", "irish", "jewish", "kurdish", "scottish", "welsh", "dutch",
    "swiss", "greek", "czech", "thai", "iraqi", "israeli", "pakistani", "saudi", "yemeni", "qatari",
    "emirati", "kuwaiti", "bahraini", "omani", "azerbaijani", "bangladeshi", "nepali", "arab",
    "islamic", "afghan", "muslim", "american",
)  # fmt: skip


def _verb(low: str, tag: str) -> str:
    if not tag.startswith(("VB", "MD")):
        tag = ""  # the tag of another part of speech tells no form of a verb
    known = VERBS.get(low)
    if known and not (tag in ("VB", "VBP") and low in _BASE_TOO):
        return known
    if tag in ("VB", "VBP") and low.endswith("s") and not low.endswith(_BASES_IN_S):
        return _without_s(low)  # "plans", tagged as a plural's form
    if tag in ("VB", "VBP", "MD"):
        return low
    if low.endswith("ing") and len(low) > 4 and tag in ("", "VBG"):
        return _stem(low[:-3])
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("eed"):
        return low[:-1] if low[:-1] in ("agree", "free", "guarantee", "decree", "oversee") else low
    if low.endswith("ed") and len(low) > 3:
        return _stem(low[:-2])
    if tag in ("", "VBZ"):
        return _without_s(low)
    return low


_BASES_IN_S = ("ss", "us", "as")  # "discuss", "focus", "bias", "canvas"

# Forms that are also a base of their own: "found a party", "saw wood", "bore a hole".
_BASE_TOO = frozenset("found saw bore lay left wound felt fell rose wove ground bound lit".split())


# Stems with these endings come from verbs in a silent "e" ("provid-ed", "combin-ed") ...
_E_ENDINGS = tuple(
    "id ad ud od in am im om um ak ik ok ar ib ir at ut iz us ys ur v u c z bl pl tl dl gl cl fl "
    "kl zl cr dg lg rg".split()
)
# ... but not from these, nor from those in two vowels and a consonant ("avoid-ed", "join-ed").
_NO_E = frozenset(
    "accustom fathom blossom debut murmur sulfur format combat repeat pivot program victim bottom "
    "quiz ransom phantom random custom add err ebb hang overhang".split()
)
_PREFIXES = ("re", "re-", "pre", "over", "under", "out", "mis", "un", "co-", "dis", "counter")

_DOUBLES_L = frozenset(
    "travel cancel control signal compel expel propel repel rebel fuel label model level total "
    "counsel quarrel marshal channel funnel tunnel dial equal rival shovel patrol enrol fulfil "
    "instil excel dispel pedal initial unravel grovel panel".split()
)


def _stem(stem: str) -> str:
    """The verb whose ``-ed`` or ``-ing`` form begins with ``stem``."""
    if _silent_e(stem):
        return stem + "e"
    if stem in _NO_E or stem in _BARE_S:
        return stem
    if stem.endswith("ll"):
        return stem[:-1] if stem[:-1] in _DOUBLES_L else stem
    if stem[-1] == stem[-2:-1] and stem[-1] not in "lsfzeo":
        return stem[:-1]
    return stem + ("e" if _ends_in_e(stem) else "")


def _silent_e(stem: str) -> bool:
    """Whether the table has the stem, perhaps behind a prefix."""
    return stem in SILENT_E or any(
        stem.startswith(p) and stem[len(p) :] in SILENT_E for p in _PREFIXES
    )


def _ends_in_e(stem: str) -> bool:
    """Whether the stem's letters let expect a silent "e" after it."""
    if stem.endswith("s"):
        return stem[-2:-1] != "s"
    if stem.endswith("g"):
        return stem[-2:-1] in "adelr" or stem.endswith(("rang", "hang", "eng"))
    if stem.endswith(("iat", "uat", "uir", "creat", "eav")):
        return True
    if stem.endswith(("et", "it", "ot", "ip", "op", "ap", "or", "il", "ul", "on", "ol")):
        return _one_syllable(stem) and not _pair(stem)
    return stem.endswith(_E_ENDINGS) and (stem[-1] in "vucz" or not _pair(stem))


_BARE_S = frozenset("focus bias canvas caucus chorus".split())


def _pair(stem: str) -> bool:
    """Two vowels before the last letter ("join"); the "u" of "squar-" and "guid-" is none."""
    two = len(stem) > 2 and stem[-2] in _VOWELS and stem[-3] in _VOWELS
    return two and not stem[:-2].endswith(("qu", "gu"))


def _one_syllable(stem: str) -> bool:
    groups, inside = 0, False
    for c in stem:
        vowel = c in "aeiouy"
        groups += vowel and not inside
        inside = vowel
    return groups == 1


def _without_s(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 2:
        return low[:-1]
    return low


def _noun(low: str, tag: str) -> str:
    if low in NOUNS:
        return NOUNS[low]
    if tag == "NN" or low in SINGULAR_IN_S or low in PLURAL_ONLY:
        return low
    if "-" in low:
        before, _, last = low.rpartition("-")
        return f"{before}-{_noun(last, tag)}"
    if low.endswith("men") and len(low) > 3:
        return low[:-3] + "man"
    if low.endswith("'s") and len(low) <= 4:
        return low[:-2]
    return _without_s(low)


def _graded(low: str, tag: str) -> str:
    if low in ADJECTIVES:
        return ADJECTIVES[low]
    ending = {"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}.get(tag)
    if ending and low.endswith(ending):
        stem = low[: -len(ending)]
        if stem.endswith("i"):
            return stem[:-1] + "y"
        if stem[-1:] == stem[-2:-1] and stem[-1:] not in "lse":
            return stem[:-1]
        return stem + "e" if stem in _GRADED_E else stem
    return low


_GRADED_E = frozenset(
    "larg clos lat saf strang wid wis nic brav fin pur simpl gentl humbl abl rar sever sparse "
    "loos tens harsh dens intens fierc huge tru polit remot complet sincer secur mor".split()
)

"""Words written together that the treebanks read as two, and when.

Sources: the training parts of the English Web Treebank and GUM, which part
"cannot" and "gonna", and negations and short verbs whose apostrophe is lost
("dont", "im"). Where the same letters are a word of their own too ("its",
"your", "lets", "Im"), the words beside them decide.
"""

from __future__ import annotations

# The number is where the second word begins.
FUSED = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "outta": 3,
    "dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4,
    "havent": 4, "hasnt": 3, "hadnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "aint": 2,
    "thats": 4, "whats": 4, "theres": 5, "youre": 3, "theyre": 4, "youve": 3, "theyve": 4,
    "weve": 2, "youll": 3, "theyll": 4, "itll": 2, "elses": 4, "alot": 1,
}  # fmt: skip

# Two words or one, as their neighbours say: see ``parts``.
DOUBTFUL = {"its": 2, "your": 3, "im": 1, "ive": 1, "lets": 3, "wont": 2, "cant": 2, "hes": 2,
            "shes": 3}  # fmt: skip

# After "its" and "your" these begin no noun phrase, so that "it is" and "you are" are meant.
_AFTER_ITS = frozenset(
    "not a an the really simply very in now definitely for also between from only nothing anyone "
    "all getting been like just still prolly probably because always already never about at on to "
    "quite pretty going easy hard great good bad nice important necessary cheap true called when "
    "what that ok okay funny better amazing worth up as if he she they you we i it this".split()
)
_AFTER_YOUR = frozenset("gonna going not the a an in on at welcome getting looking gunna".split())
_POSSESSIVES = frozenset("his her their its my our your the".split())


def parts(word: str, before: str, after: str) -> int:
    """Where the second word of a doubtful ``word`` begins, 0 if it is one word.

    ``before`` and ``after`` are its neighbours, "" at either end of the sentence.
    """
    plain = word.lower()
    cut = DOUBTFUL[plain]
    if plain == "its":
        return cut if after.lower() in _AFTER_ITS and not after.istitle() else 0
    if plain == "your":
        return cut if after.lower() in _AFTER_YOUR else 0
    if plain == "lets":
        return cut if not before and word[0] == "L" and after.islower() else 0
    if plain in ("wont", "cant"):
        return cut if before.lower() not in _POSSESSIVES else 0
    return cut if after.islower() and not word.isupper() else 0

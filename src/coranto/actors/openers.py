"""The words that stand before the head of a phrase for an actor, and in the posts behind it.

Small closed classes of English: determiners, numbers, and what qualifies a title or a noun.
"""

from __future__ import annotations

ARTICLES = frozenset({"the", "this", "that", "these", "those"})
POINTING = frozenset({"that", "this", "these", "those"})
VAGUE = frozenset({"a", "an", "some", "many", "several", "other", "another", "most", "any", "one"})
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "2": 2, "3": 3, "all": 0}
OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})
FORMER = frozenset({"former", "ex", "then", "late", "ousted", "deposed", "erstwhile", "ex-"})
REGIONS = frozenset(
    "western eastern european african arab asian nordic baltic gulf latin american scandinavian "
    "balkan caucasian muslim islamic southeast central northern southern pacific "
    "pro-russian pro-kremlin kurdish".split()
)
# Words that make one demonym with the word for a region after them: "Middle Eastern".
COMPASS = frozenset(
    "middle near far north south east west mid sub-saharan southeast south-east southern northern "
    "eastern western central".split()
)
REGION_NOUNS = frozenset({"east", "america", "africa", "asia", "europe"})
# Adjectives and nouns that stand before a title or a collective noun.
LOOSE = frozenset(
    "new newly top senior special chief acting interim outgoing incoming visiting current high "
    "ranking high-ranking high-level longtime veteran long-serving influential powerful ruling "
    "deputy vice first second permanent close unnamed anonymous key major allied friendly "
    "neighboring neighbouring public private local regional national federal presidential "
    "parliamentary diplomatic ministerial government state military security intelligence defence "
    "defense trade nuclear police army party opposition independent relevant countries' foreign "
    "democratic authoritarian communist islamist military-led staunch main lead elected appointed "
    "peace climate global leading world developing non-western most own official state-run "
    "state-owned state-controlled reclusive embattled young republican democratic".split()
)
PREFIXES = frozenset({"deputy", "vice", "assistant", "first deputy", "senior", "top", "chief"})
# What a person's name stands before without "'s": "Orlov aides", "the Orlov administration".
OF_A_PERSON = frozenset(
    "deputies deputy aides aide allies administration government regime cabinet".split()
)
# What a state news agency is called, in words that a hyphen cuts.
STATE_RUN = frozenset("run owned controlled backed linked affiliated funded".split())


# Those whose post is a place or an affair; the words of a post, and how many it may have.
SENT = frozenset("envoy ambassador representative negotiator".split())
STAFF = frozenset("spokesperson aide deputy envoy representative".split())
IN_POST = frozenset("and of for the on to in with & -".split())
NOT_BEFORE_NAME = IN_POST | {"by", "between", "from", "a", "against", "than", "like"}
LONGEST_POST = 14


# Words that can open a phrase with a title or a collective noun at its head.
OPENERS = ARTICLES | VAGUE | OWNERS | FORMER | REGIONS | COMPASS | LOOSE | NUMBERS.keys()
OPENERS_OR_HYPHEN = OPENERS | {"-"}
LOOSE_OR_FORMER = LOOSE | FORMER
# Nouns that may only qualify another: "state media outlets", "government officials".
QUALIFYING = LOOSE | {"state media", "government", "administration", "delegation"}
PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
# "The former", "the latter", by themselves.
OF_TWO = frozenset({"former", "latter"})
SINGLE_WORDS = PRONOUNS | OF_TWO | {"north", "south"}
BETWEEN_NATIONS = frozenset({",", "and", "&"})
# What can be the head of a phrase.
HEADS = frozenset({"title", "body", "group"})
KOREAS = {"North": ("North Korea", "KP"), "South": ("South Korea", "KR")}
OPENERS_AND_PRONOUNS = OPENERS | PRONOUNS | OF_TWO

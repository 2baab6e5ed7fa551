"""Abbreviations that end in a full stop, and the affixes that a hyphen does not part.

Sources: the abbreviations and hyphenated words of the training parts of the
English Web Treebank and GUM, and the titles and months of agency style.
"""

from __future__ import annotations

TITLES = frozenset(
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Brig Rev Fr Sen Rep Gov Pres "
    "Hon Amb Sec Supt Insp Det St Ste Mt Ft Messrs Mme Mlle Msgr Sr Jr Atty".split()
)

MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())

# Abbreviations that end sentences too; the word after them decides.
MAY_END = frozenset("Inc Corp Ltd Co Bros Jr Sr etc Esq Ave Blvd Rd dept est al".split())

OTHERS = frozenset(
    "vs v eds cf ca approx Eq ext tel Tel Ala Ariz Ark Calif Colo Conn Fla Ga Kan Ky Md Mich Minn "
    "Mont Neb Nev Okla Tenn Tex Va Vt Wis Wyo Dist Assn Dept Univ Intl Tue Tues Thu Thur Thurs "
    "Wed Ph".split()
)

# Words too, so that a stop after them is as often a sentence's end: abbreviations only before a
# figure ("No. 10", "Art. 5", "p. 3").
BEFORE_FIGURES = frozenset("no No nos Nos art Art fig Fig figs p pp vol Vol sec Sec ed".split())

ABBREVIATIONS = TITLES | MONTHS | MAY_END | OTHERS

BOUND_PREFIXES = frozenset(
    "non e mid anti re co pre pro cross post semi multi ex sub counter mini inter intra neo socio "
    "ultra quasi extra trans bi tri de dis mis pan".split()
)

BOUND_SUFFIXES = frozenset("esque ish".split())

"""Abbreviations that end in a full stop, and the affixes that a hyphen does not part.

Sources: the abbreviations and hyphenated words of the training parts of the
English Web Treebank and GUM, and the titles and months of agency style.
"""

from __future__ import annotations

TITLES = frozenset(
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Brig Rev Fr Sen Rep Gov Pres "
    "Hon Amb Sec Supt Insp Det St Ste Mt Ft Messrs Mme Mlle Msgr Sr Jr Atty "
    # South and South-East Asian and Spanish usage, and ranks at sea ("Ma." is a surname too)
    "Engr Dra Drs Mohd Smt Usec Asec Sra Srta Sta Sto Cdr Radm Vadm Pfc".split()
)

MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())

# Abbreviations that end sentences too; the word after them decides.
MAY_END = frozenset("Inc Corp Ltd Co Bros Jr Sr etc Esq Ave Blvd Rd dept est al".split())

OTHERS = frozenset(
    "vs v eds cf ca approx Eq ext tel Tel Ala Ariz Ark Calif Colo Conn Fla Ga Kan Ky Md Mich Minn "
    "Mont Neb Nev Okla Tenn Tex Va Vt Wis Wyo Dist Assn Dept Univ Intl Tue Tues Thu Thur Thurs "
    "Wed Fri Ph Attn Spec Conf Que La lb lbs oz yrs esp Esp eg ie".split()
)

# Words too, so that a stop after them is as often a sentence's end: abbreviations only before a
# figure ("No. 10", "Art. 5", "p. 3").
BEFORE_FIGURES = frozenset("no No nos Nos art Art fig Fig figs p pp vol Vol sec Sec ed".split())

ABBREVIATIONS = TITLES | MONTHS | MAY_END | OTHERS

BOUND_PREFIXES = frozenset(
    "non e mid anti re co pre pro cross post semi multi ex sub counter mini inter intra neo socio "
    "ultra quasi extra trans bi tri de dis mis pan over psycho micro arch".split()
)

BOUND_SUFFIXES = frozenset("esque ish wise".split())

# Units and amounts that stand apart from the figure they are written on to: "30mm", "$5bn".
UNITS = frozenset(
    "am pm st nd rd th s k K m M mm MM cm km kg kgs g gm lb lbs oz ft in hh hz Hz khz mhz MHz ghz "
    "GHz kb mb gb tb KB MB GB TB b B bn BN mn tn trn t x X p f F c C h hr hrs min mins sec secs yr "
    "yrs mph MPH kph kw kW mw MW gw GW kwh kWh mwh MWh v V w W watt watts volt volts percent sq "
    "sqft ml l ton tons tonne tonnes minute minutes hour hours day days week weeks month months "
    "year years persons people miles meters metres feet inches cents dollars euros AM PM pts bps "
    "million billion trillion".split()
)

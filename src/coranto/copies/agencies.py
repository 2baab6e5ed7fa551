"""Which news agency a credit or an outlet stands for.

The names are those of :mod:`coranto.reading.agencies`; the sites, under which an
agency publishes its own reports, are the agencies' own.
"""

from __future__ import annotations

import re

from coranto.reading.agencies import AGENCIES

_SITES = {
    "AFP": ("afp.com",),
    "AP": ("apnews.com", "ap.org", "AP News"),
    "Reuters": ("reuters.com",),
    "TASS": ("tass.com", "tass.ru"),
    "RIA Novosti": ("ria.ru",),
    "Interfax": ("interfax.com", "interfax.ru"),
    "Sputnik": ("sputniknews.com", "sputnikglobe.com"),
    "Xinhua": ("xinhuanet.com", "english.news.cn", "news.cn"),
    "dpa": ("dpa.com", "dpa-international.com"),
    "Kyodo": ("english.kyodonews.net", "kyodonews.net"),
    "Yonhap": ("en.yna.co.kr", "yna.co.kr"),
    "KCNA": ("kcna.kp",),
    "ANSA": ("ansa.it",),
    "EFE": ("efe.com",),
    "Anadolu": ("aa.com.tr",),
    "PTI": ("ptinews.com",),
    "ANI": ("aninews.in",),
    "UPI": ("upi.com",),
    "Ukrinform": ("ukrinform.net", "ukrinform.ua"),
    "Unian": ("unian.info", "unian.net"),
    "BelTA": ("eng.belta.by", "belta.by"),
    "PAP": ("pap.pl",),
    "IRNA": ("en.irna.ir", "irna.ir"),
    "Bernama": ("bernama.com",),
}
_BY_NAME = {
    name.casefold(): agency
    for agency, names in AGENCIES
    for name in (agency, *names, *_SITES.get(agency, ()))
}
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|/+$")


def agency_named(name: str | None) -> str | None:
    """The agency that ``name`` (a credit, an outlet or its site) stands for, or ``None``."""
    if not name:
        return None
    folded = re.sub(r"\s+", " ", name.strip(" \t\n.,;:()[]")).casefold()
    folded = _ADDRESS.sub("", folded).removeprefix("the ")
    return _BY_NAME.get(folded)


def credit_name(name: str) -> str:
    """A credit as it is shown: the agency's usual name, or the words given."""
    return agency_named(name) or name.strip()

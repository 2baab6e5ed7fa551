"""Which of the addresses in and around a text is the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coranto.cleaning.patterns import ADDRESS, RELATED, TEASER, URL
from coranto.reading.outlets import host_of, known_outlet
from coranto.types import Removed

_URL = re.compile(URL, re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:original|source|canonical|article|full|permanent)?[ -]?(?:url|link|address)\s*:|"
    r"\b(?:source|retrieved from|available at|read (?:it )?(?:online )?at)\s*:?\s*$",
    re.IGNORECASE,
)
_ASSET = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|ico|js|css|mp[34]|woff2?)(?:[?#]|$)|/(?:assets|static|images?)/",
    re.IGNORECASE,
)
_TRAILING = ".,;:)]}>'\"’”•|"
_HEAD = 300  # characters kept above the body at most: a headline, a line of date, a teaser
_SLUG_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that stands at ``[start, end)`` of the decoded text."""

    url: str
    start: int
    end: int
    labelled: bool = False

    @property
    def is_asset(self) -> bool:
        """Whether it is a picture, a script or the like, not a page."""
        return _ASSET.search(self.url) is not None

    @property
    def slug_words(self) -> frozenset[str]:
        """The words of its last parts that carry a headline ("top-russia-diplomat-in-china")."""
        path = self.url.split("//", 1)[-1].partition("/")[2].split("?")[0]
        return frozenset(_SLUG_WORD.findall(path.casefold()))


def addresses(removed: Iterable[Removed], reason: str | None = ADDRESS) -> Iterator[Address]:
    """The addresses in what was removed for ``reason`` (None: for any), in order."""
    for part in removed:
        if reason is not None and part.reason != reason:
            continue
        previous = 0
        for match in _URL.finditer(part.text):
            url = match.group().rstrip(_TRAILING)
            labelled = _LABEL.search(part.text[previous : match.start()]) is not None
            start = part.start + match.start()
            yield Address(url, start, start + len(url), labelled)
            previous = match.end()


def own_address(removed: tuple[Removed, ...], text: str) -> tuple[Address | None, list[Address]]:
    """The report's own address, if one can be told, and the other pages' addresses.

    It is the first under a label ("Original url:"); else the only one whose
    words are those of the text and not those of another story's headline; else
    the only one on a line of its own above the body.
    """
    found = [a for a in addresses(removed) if not a.is_asset and host_of(a.url)]
    own = (
        next((a for a in found if a.labelled), None)
        or _by_words(found, removed, text)
        or _above_body(removed)
    )
    others: dict[str, Address] = {}
    for address in found:
        if own is None or address.url != own.url:
            others.setdefault(address.url, address)
    return own, list(others.values())


def _by_words(found: list[Address], removed: tuple[Removed, ...], text: str) -> Address | None:
    words = frozenset(_SLUG_WORD.findall(text.casefold()))
    fitting = {
        a.url: a
        for a in reversed(found)
        if a.slug_words
        and len(a.slug_words & words) >= max(2, 0.5 * len(a.slug_words))
        and not names_other_story(a, removed)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _above_body(removed: tuple[Removed, ...]) -> Address | None:
    """The only address that stands on a line of its own before more than a headline was kept."""
    alone: dict[str, Address] = {}
    gone = 0
    for part in sorted(removed, key=lambda r: r.start):
        if part.start - gone > _HEAD:
            break
        lines = {line.strip() for line in part.text.splitlines()}
        for address in addresses((part,)):
            page = not address.is_asset and host_of(address.url) is not None
            if page and address.url in lines and not names_other_story(address, removed):
                alone.setdefault(address.url, address)
        gone += len(part.text)
    return next(iter(alone.values())) if len(alone) == 1 else None


def names_other_story(address: Address, removed: tuple[Removed, ...]) -> bool:
    """Whether the address's words are those of a headline that was removed as a teaser."""
    for part in removed:
        if part.reason in (RELATED, TEASER):
            words = frozenset(_SLUG_WORD.findall(part.text.casefold()))
            slug = address.slug_words
            if slug and len(slug & words) >= 0.6 * len(slug):
                return True
    return False


def site_of_assets(removed: tuple[Removed, ...]) -> Address | None:
    """A picture's address on the host of a known outlet, which shows whose page this was."""
    for address in addresses(removed, reason=None):
        host = host_of(address.url)
        if address.is_asset and host is not None and known_outlet(host) is not None:
            return address
    return None

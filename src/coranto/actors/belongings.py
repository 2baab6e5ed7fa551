"""What speaks in an actor's name, told from the words around it: "Orlov's office", "the agency X".

The office of a leader is the presidency or the premier's office of the country. A room
("in his office") and a term ("left office") are none: the word must act or speak. A news
agency that is presented and named is the agency, not its country's press.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from coranto.actors import tables
from coranto.actors.drafts import LEADERS_OFFICE, Draft
from coranto.actors.spelling import fold, near
from coranto.actors.tables import GroupNoun, Organisation
from coranto.language.document import Document

_HIS = frozenset({"his", "her"})
_POSSESSIVES = frozenset({"'s", "\u2019s", "'", "\u2019"})
# What comes from an office that speaks.
_WORDS_OF = frozenset(
    "statement comment response announcement readout message spokesman spokeswoman spokesperson "
    "official word confirmation denial communique letter".split()
)
_SPEAKS_THROUGH = frozenset({"by", "according"})


def with_offices(doc: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, those of leaders made drafts of their offices where these act."""
    if LEADERS_OFFICE not in doc.lows:
        return list(drafts)
    at = [i for i, low in enumerate(doc.lows) if low == LEADERS_OFFICE and i and _acts(doc, i)]
    ending = {d.last: d for d in drafts if d.sort in ("person", "role") and not d.vague}
    out = {d.first: d for d in drafts}
    for i in at:
        owner = ending.get(i - 1) if doc.tokens[i - 1].text in _POSSESSIVES else None
        if owner is not None:
            out[owner.first] = _office(owner.first, i, owner)
        elif doc.lows[i - 1] in _HIS:
            out[i - 1] = _office(i - 1, i, None)
    return [out[first] for first in sorted(out)]


def _office(first: int, last: int, inner: Draft | None) -> Draft:
    return Draft(
        first, last + 1, "body", "role", LEADERS_OFFICE,
        body=LEADERS_OFFICE, owner=first, definite=True, inner=inner,
    )  # fmt: skip


def _acts(doc: Document, i: int) -> bool:
    """Whether the office at token ``i`` does or says something, or is whose words are given."""
    token = doc.tokens[i]
    if token.head < 0:
        return False
    above = doc.tokens[token.head]
    if token.dep == "nsubj":
        return above.pos == "VERB"
    cases = {doc.lows[c] for c in doc.dependents(i, "case")}
    if cases & _SPEAKS_THROUGH:
        return True
    return bool(cases & {"from", "for", "of"}) and above.lemma.lower() in _WORDS_OF


# --- short forms --------------------------------------------------------------------------


def join_initials(doc: Document, drafts: Sequence[Draft]) -> None:
    """Let "ABC" stand for the "Alliance of Big Cities (ABC)" wherever the report has it."""
    short: dict[str, Draft] = {}
    for one, other in pairwise(drafts):
        if one.sort != "organisation" or other.sort not in ("organisation", "person"):
            continue
        between = [t.text for t in doc.tokens[one.last : other.first]]
        closed = doc.lows[other.last : other.last + 1] == (")",)
        if between != ["("] or not closed or not is_short_for(other.name, one.name):
            continue
        if other.media or other.country:  # a known one, whose usual name is the short one
            one.name, one.body, one.country, one.media = (
                other.name, other.body, other.country, other.media
            )  # fmt: skip
        else:
            short.setdefault(other.name, one)
    for draft in drafts if short else ():
        full = short.get(draft.name)
        if full is not None and draft.sort in ("organisation", "person") and not draft.titles:
            draft.sort, draft.body, draft.name = "organisation", full.body, full.name
            draft.country, draft.media = full.country, full.media


def is_short_for(short: str, name: str) -> bool:
    """Whether capitals are the initials of a name, its small words counted or not."""
    letters = short.replace(".", "")
    if not (letters.isupper() and 2 < len(letters) < 8):
        return False
    words = [w for w in name.replace("-", " ").split() if w[0].isalpha()]
    great = [w for w in words if w[0].isupper()]
    return letters in ("".join(w[0] for w in great), "".join(w[0].upper() for w in words))


# --- news agencies ------------------------------------------------------------------------


def name_agencies(doc: Document, drafts: list[Draft]) -> None:
    """Join "the Iranian news agency" and the name beside it; its misspelt names are its own."""
    if not any(_presents(d) for d in drafts if d.media):
        return
    slips: dict[str, Organisation] = {}
    joined: set[int] = set()
    for one, other in pairwise(drafts):
        agency, named = (other, one) if one.sort == "organisation" else (one, other)
        if not _presents(agency) or named.sort != "organisation":
            continue
        between = [t.text for t in doc.tokens[one.last : other.first]]
        called = named.body or ""
        meant = _agency(called, agency.country)
        if between == [] and named is other:
            _widen(doc, named, agency.first)
            joined.add(id(agency))
        elif between == [","] and is_agency(agency) and (named.media or meant is not None):
            agency.refers = named  # "the state news agency, Hamas said" is no apposition
        else:
            continue
        if meant is not None:
            slips[called] = meant
        named.media, named.country = True, named.country or agency.country
    for draft in drafts:
        called = draft.name if draft.sort == "person" and not draft.titles else draft.body or ""
        if called in slips and draft.sort in ("organisation", "person"):
            draft.sort, draft.media = "organisation", True
            draft.name = draft.body = slips[called].name
    drafts[:] = [d for d in drafts if id(d) not in joined]


def _widen(doc: Document, named: Draft, first: int) -> None:
    """Take the words from ``first`` on into a name, as a title."""
    named.first, named.form = first, "title"
    inside = range(first, named.last)
    heads = (i for i in inside if doc.tokens[i].head not in inside)
    named.head = next(heads, named.last - 1)


def _presents(draft: Draft) -> bool:
    """Whether the name right behind the words is that of an agency: "state media KCNA" too."""
    noun = draft.noun
    return is_agency(draft) or (isinstance(noun, GroupNoun) and noun.words == "state media")


def is_agency(draft: Draft) -> bool:
    """Whether the words present one news agency or outlet ("the state news agency")."""
    noun = draft.noun
    return isinstance(noun, GroupNoun) and noun.sort == "media" and not noun.plural


def _agency(name: str, country: str | None) -> Organisation | None:
    """The agency of the table of which ``name`` is a slip ("Xinuha"): ``None`` if it has it."""
    key = fold(name)
    if len(key) < 3 or key in _agencies():
        return None
    single = _single(key)
    found = {
        o.name: o
        for known, o in _agencies().items()
        if country in (None, o.country) and (single == _singles()[known] or near(key, known))
    }
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _agencies() -> dict[str, Organisation]:
    media = [o for o in tables.organisations() if o.media]
    return {fold(n): o for o in media for n in (o.name, *(w.text for w in o.words))}


@cache
def _singles() -> dict[str, str]:
    return {known: _single(known) for known in _agencies()}


def _single(word: str) -> str:
    """A word with its doubled letters single: "tass" and "tas"."""
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])

"""One document as resolution reads it: its drafts, its persons, and the way about them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property

from coranto.actors import tables
from coranto.actors.directory import Directory
from coranto.actors.drafts import Draft
from coranto.actors.persons import Person
from coranto.language.document import Document

# Quotation marks, and whether they open; a straight one closes what is open.
_MARKS = {'"': True, "\u201c": True, "\u201d": False, "\u00ab": True, "\u00bb": False}


# "ISLAMABAD (AA) – ", "ANKARA: ", "NEW DELHI/PARIS, " at the head of a paragraph.
_FILED_FROM = re.compile(r"([A-Z][A-Z.' ]{2,25}?)\s*(?:[,/:\u2013\u2014-]|\([^()\n]{2,25}\))")
# How the words of a post from a social network are marked in a report.
_POST = re.compile(r"\(@\w+\)|\bpic\.(?:twitter|x)\.com\b|\bt\.co/")
_OPENING = 4  # paragraphs among which a dateline stands


class Context:
    """The state that the rules of one document share.

    ``persons`` are those named, ``of_draft`` leads from the id of a draft to its
    person, ``by_key`` also to those who are known by office alone.
    """

    def __init__(self, doc: Document, drafts: list[Draft], directory: Directory) -> None:
        self.doc = doc
        self.drafts = drafts
        self.directory = directory
        self.persons: list[Person] = []
        self.of_draft: dict[int, Person] = {}
        self.by_key: dict[str, Person] = {}
        self.firsts: list[int] = []

    def keep(self, drafts: list[Draft]) -> None:
        """Go on with these drafts alone, in order of the text."""
        self.drafts[:] = drafts
        self.firsts = [d.first for d in drafts]

    @cached_property
    def filed_from(self) -> str | None:
        """The code of the country whose capital the dateline names, if one does."""
        doc, paragraph = self.doc, -1
        for sentence, number in zip(doc.sentences, doc.paragraph_of, strict=True):
            if number == paragraph:
                continue
            paragraph = number
            found = _FILED_FROM.match(doc.text, sentence.start)
            if found is not None and (code := _capitals().get(found[1].strip())):
                return code
            if number >= _OPENING:
                break
        return None

    def in_post(self, draft: Draft) -> bool:
        """Whether a draft stands in a post quoted from a social network."""
        doc = self.doc
        return doc.paragraph_of[doc.sentence_of[draft.first]] in self._posts

    @cached_property
    def _posts(self) -> frozenset[int]:
        """The paragraphs that have the marks of such a post."""
        doc = self.doc
        begins = [s.start for s in doc.sentences]
        at = (bisect_right(begins, m.start()) - 1 for m in _POST.finditer(doc.text))
        return frozenset(doc.paragraph_of[i] for i in at if i >= 0)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotation marks; a paragraph's end closes a quotation."""
        doc = self.doc
        ends = {p: s.last_token for p, s in zip(doc.paragraph_of, doc.sentences, strict=True)}
        out: set[int] = set()
        paragraph, opened = -1, -1
        for i in [i for i, low in enumerate(doc.lows) if low in _MARKS]:
            here = doc.paragraph_of[doc.sentence_of[i]]
            if opened >= 0:
                out.update(range(opened, min(i, ends[paragraph])))
            if here != paragraph:
                paragraph, opened = here, -1
            mark = doc.tokens[i].text
            opens = opened < 0 if mark == '"' else _MARKS[mark]
            if opens and opened >= 0 and doc.tokens[i - 1].end == doc.tokens[i].start:
                opens = False  # an opening mark behind a word closes, as some outlets have it
            opened = i + 1 if opens else -1
        if opened >= 0:
            out.update(range(opened, ends[paragraph]))
        return frozenset(out)

    @cached_property
    def present(self) -> frozenset[str]:
        """Countries (alpha-2) that the report speaks of."""
        return frozenset(d.country for d in self.drafts if d.country)

    def near(self, draft: Draft, reach: int = 2) -> list[Draft]:
        """Drafts before this one, at most ``reach`` sentences back, the nearest last."""
        sentence = max(self.doc.sentence_of[draft.first] - reach, 0)
        start = bisect_left(self.firsts, self.doc.sentences[sentence].first_token)
        return self.drafts[start : bisect_left(self.firsts, draft.first)]

    def since(self, since: int, before: int) -> list[Draft]:
        """Drafts that begin at the token ``since`` or later and end at ``before`` or earlier."""
        start, end = bisect_left(self.firsts, since), bisect_left(self.firsts, before)
        return [d for d in self.drafts[start:end] if d.last <= before]

    def person_of(self, draft: Draft) -> Person | None:
        if draft.sort == "person":
            return self.of_draft.get(id(draft))
        return self.by_key.get(draft.key) if draft.key else None


@cache
def _capitals() -> dict[str, str]:
    """Capitals in upper case, and the codes of their countries."""
    return {
        word.text.upper(): code for code, c in tables.countries().items() for word in c.capitals
    }

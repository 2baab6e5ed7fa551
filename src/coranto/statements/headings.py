"""Attribution by layout: "Name: words", "Words: name", a quotation and behind it "– Name"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from coranto.actors import place_entry
from coranto.statements.attribution import Attribution
from coranto.statements.clauses import MODAL_FORMS, Clauses
from coranto.statements.contents import spoken_line
from coranto.statements.cues import BELIEFS, words
from coranto.statements.quotes import Quotation

_LINE = re.compile(r"[^\n]+")
_DASH = re.compile(r"\s*([–—―]|--|-)\s*")
# No hour ("9:55"), score or address has a colon that introduces a speaker.
_COLON = re.compile(r"(?<!\d):(?!//)|:(?![\d/])")
# "— Jo Doe (@jodoe) March 3, 2018", under a post.
_HANDLE = re.compile(
    r"\s*(?P<dash>[—–―-]{1,3})\s*(?P<name>[^\n()@]{2,60}?)\s*\(@\w{1,15}\)"
    r"(?:\s*[A-Z][a-z]+ \d{1,2}, \d{4})?\s*"
)
_SHORTEST_POST = 4  # words
_OWN = frozenset({"I", "We", "we", "Our", "our", "My", "my"})
_OPENING = frozenset('"“”„«')
_CLOSING = frozenset('"”»')
_LONGEST_SIGNATURE = 8  # words behind the dash, title and all
_LONGEST_HEADLINE = 25  # words of a line that is taken for a headline
_LONGEST_CREDIT = 5  # words behind its colon
_JOINTS = frozenset("-–/")
_LONGEST_NAME = 60  # characters before the colon


def by_layout(
    clauses: Clauses, found: list[Attribution], furniture: Sequence[tuple[int, int]] = ()
) -> list[Attribution]:
    """Return the attributions that lines of the text make without a verb.

    ``furniture`` are the characters of datelines and bylines in order; they introduce nobody.
    """
    out = []
    ends = [end for _, end in furniture]
    lines = [m.span() for m in _LINE.finditer(clauses.doc.text) if not m.group().isspace()]
    for number, (start, end) in enumerate(lines):
        near = bisect_right(ends, start)
        led = near < len(ends) and furniture[near][0] < end
        introduces = not led and ":" in clauses.doc.text[start:end]
        one = _colon(clauses, start, end, found) if introduces else None
        if one is None and introduces:
            one = _credited(clauses, start, end, found)
        if one is None and number:
            one = _posted(clauses, lines[number - 1], (start, end), found)
        if one is None and number:
            one = _signature(clauses, lines[number - 1], (start, end), found)
        if one is None and not led:
            one = _signed(clauses, start, end, found)
        if one is not None:
            out.append(one)
    return out


def _colon(clauses: Clauses, start: int, end: int, found: list[Attribution]) -> Attribution | None:
    """ "Lavrov: talks will go on": a line that opens with an actor's name and a colon."""
    text = clauses.doc.text
    mark = _COLON.search(text, start, min(end, start + _LONGEST_NAME))
    at = mark.start() if mark is not None else -1
    if text[start] in _OPENING:  # the turn of a speaker in a quoted transcript
        start += 1
    if at < 0 or any(s <= at < e for a in found for s, e in [*a.cue, *a.content]):
        return None
    head = clauses.doc.head_of(start, at)
    if head is None or not _names_speaker(clauses, head, start, at):
        return None
    content = spoken_line(clauses, at + 1, end)
    if text[start - 1 : start] in _OPENING and text[content[1] - 1] in _CLOSING:
        content = clauses.trim(content[0], content[1] - 1)
    if content[0] >= content[1]:
        return _announced(clauses, start, at, head, found)
    content = clauses.whole_quotations(*content, start)
    if any(_speaks_after(one, content) for one in found):
        return None  # "Iran: no talks under pressure, envoy says"
    if len(text[content[0] : content[1]].split()) < 3:
        return None
    frames = frozenset({"quote"})
    span, hearer = _to_whom(clauses, start, at)
    if span[0] >= span[1]:
        return None  # "To the editor: …"
    return Attribution(head, "say", [(at, at + 1)], head, [content], frames, hearer, span)


def _speaks_after(one: Attribution, line: tuple[int, int]) -> bool:
    """Whether the line is another's words and then their attribution."""
    start, end = line
    return one.content[0][0] == start and one.content[-1][1] < one.cue[0][0] < end


def _to_whom(clauses: Clauses, start: int, at: int) -> tuple[tuple[int, int], int | None]:
    """The speaker's words in "X to Y:", and the head of those for Y."""
    inside = clauses.doc.tokens_in(start, at)
    to = next((i for i in inside if clauses.low(i) == "to"), None)
    hearer = next(
        (i for i in inside if to is not None and i > to and i in clauses.actor_heads), None
    )
    if to is None or hearer is None:
        return clauses.trim(start, at), None
    return clauses.trim(start, clauses.tokens[to].start), hearer


def _credited(
    clauses: Clauses, start: int, end: int, found: list[Attribution]
) -> Attribution | None:
    """ "Ministers to meet soon: Riyadh": a headline that ends with a colon and who says so."""
    text = clauses.doc.text
    end = start + len(text[start:end].rstrip())
    marks = list(_COLON.finditer(text, start, end))
    if not marks or text[end - 1] in ".?!…,;" or len(text[start:end].split()) > _LONGEST_HEADLINE:
        return None
    at = marks[-1].start()
    span = clauses.trim(at + 1, end)
    head = (
        clauses.doc.head_of(*span) if len(text[at + 1 : end].split()) <= _LONGEST_CREDIT else None
    )
    told = clauses.doc.tokens_in(start, at)
    if told and clauses.lemma(told[-1]) in words("picture"):
        return None  # "... in Riyadh. Photographer: A Name"
    verbal = len(told) > 3 and any(clauses.tokens[i].pos in {"VERB", "AUX"} for i in told)
    if head is None or not verbal or not _names_voice(clauses, head, *span):
        return None
    found[:] = [one for one in found if not _is_mood(clauses, one, start, at)]
    for one in found:
        one.content = [(s, min(e, at)) if s < at < e <= end else (s, e) for s, e in one.content]
        if one.addressee == head:
            one.addressee = None
    frames = frozenset({"quote"})
    content = clauses.trim(start, at)
    return Attribution(head, "say", [(at, at + 1)], head, [content], frames, span=span)


def _is_mood(clauses: Clauses, one: Attribution, start: int, at: int) -> bool:
    """Whether a bare participle tells how somebody feels: "Tan Looking Forward to Talks: Envoy"."""
    inside = one.act in BELIEFS and start <= one.cue[0][0] < at
    return inside and clauses.low(one.token).endswith("ing")


def _names_voice(clauses: Clauses, head: int, start: int, end: int) -> bool:
    """Whether the words are no more than an actor's, or those of one left unnamed ("official")."""
    noun = clauses.lemma(head)
    unnamed = noun in words("source") or noun in words("group") or noun in words("medium noun")
    known = unnamed or head in clauses.actor_heads or clauses.tokens[head].pos == "PROPN"
    return known and clauses.covers_line(head, start, end)


def _announced(
    clauses: Clauses, start: int, at: int, head: int, found: list[Attribution]
) -> Attribution | None:
    """A name and a colon on a line of their own, and the quotation on the next."""
    text = clauses.doc.text
    following = len(text) - len(text[at + 1 :].lstrip())
    quotation = clauses.quotation_at(following)
    if quotation is None or quotation.start != following:
        return None
    if any(s <= following < e for a in found for s, e in a.content):
        return None
    parts, frames = list(quotation.parts), frozenset({"quote"})
    span = clauses.trim(start, at)
    return Attribution(head, "say", [(at, at + 1)], head, parts, frames, span=span)


def _names_speaker(clauses: Clauses, head: int, start: int, at: int) -> bool:
    """Whether an actor stands before the colon; in the first line, the headline, any name."""
    if is_label(clauses, start, at):
        return False
    if head in clauses.actor_heads:
        return clauses.covers_line(head, start, at)
    before = clauses.doc.tokens_in(start, at)
    capitals = clauses.doc.text[start:at]
    if capitals.isupper() and len(capitals) > 2:
        named = any(clauses.tokens[i].pos == "PROPN" for i in before)  # no "UPDATE: ..."
        return named and all(clauses.tokens[i].pos in {"PROPN", "NOUN", "PUNCT"} for i in before)
    headline = not clauses.doc.text[:start].strip()
    return headline and len(before) <= 3 and all(clauses.tokens[i].pos == "PROPN" for i in before)


def is_label(clauses: Clauses, start: int, at: int) -> bool:
    """Whether the words name a subject or a section: "Chad-Mali", "Opinion", "From Oslo"."""
    inside = clauses.doc.tokens_in(start, at)
    if clauses.tokens[inside[0]].pos == "ADP" or clauses.lemma(inside[-1]) in words("section"):
        return True
    if clauses.low(inside[-1]) == "news" and len(inside) > 1:
        where = clauses.doc.text[start : clauses.tokens[inside[-1]].start].strip()
        return where.casefold() in {"world", "europe"} or place_entry(where) is not None
    if _is_place_label(clauses, start, at) or _is_mere_place(clauses, start, at):
        return True
    joined = (i for i in inside[1:-1] if clauses.low(i) in _JOINTS)
    return any(i - 1 in clauses.actor_heads and i + 1 in clauses.actor_heads for i in joined)


def _is_place_label(clauses: Clauses, start: int, at: int) -> bool:
    """Whether a country or a region only says where a headline's news is from.

    "Mali: Army and rebels sign truce": the headline has a subject of its own. A capital, which
    stands for its government, speaks, as does whoever is quoted, says "we", or says what will
    or must be.
    """
    text = clauses.doc.text
    entry = place_entry(text[start:at].strip())
    if entry is None or entry.sort == "capital":
        return False
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    said = clauses.doc.tokens_in(at + 1, end)
    if not said or clauses.quotations_over(at, end) or text[end - 1] == ".":
        return False
    if clauses.low(said[0]) == "no":
        return False  # "Mali: no talks under fire"
    if any(clauses.tokens[i].text in _OWN or clauses.low(i) in MODAL_FORMS for i in said):
        return False
    return any(_is_subject(clauses, i) and clauses.tokens[i].head in said for i in said) or any(
        clauses.infinitive(i) and said.start <= clauses.tokens[i].head < i - 1 for i in said[2:]
    )


def _is_mere_place(clauses: Clauses, start: int, at: int) -> bool:
    """Whether the words name a place that no government sits in ("Kentucky: ...")."""
    span = clauses.trim(start, at)
    entry = place_entry(clauses.doc.text[slice(*span)])
    if entry is None or entry.sort in ("capital", "country") or entry.party:
        return False
    return clauses.actor_heads.isdisjoint(clauses.doc.tokens_in(*span))


def _is_subject(clauses: Clauses, i: int) -> bool:
    return clauses.tokens[i].dep.startswith("nsubj")


def _signature(
    clauses: Clauses, above: tuple[int, int], line: tuple[int, int], found: list[Attribution]
) -> Attribution | None:
    """A line that is one quotation, and under it a dash and a name."""
    text = clauses.doc.text
    dash = _DASH.match(text, *line)
    if dash is None:
        return None
    quotation = next(iter(clauses.quotations_over(*above)), None)
    if quotation is None or text[above[0] : quotation.start].strip():
        return None
    if text[quotation.end : above[1]].strip(" ."):
        return None
    return _by_name(clauses, quotation, dash.span(1), line[1], found)


def _posted(
    clauses: Clauses, above: tuple[int, int], line: tuple[int, int], found: list[Attribution]
) -> Attribution | None:
    """A post in its paragraph, and under it a dash, the name and the handle of who wrote it.

    As pages embed them. A paragraph that names its own writer, or announces something,
    is the report's, whose page has lost the post.
    """
    text = clauses.doc.text
    handle = _HANDLE.fullmatch(text, *line)
    if handle is None or text[above[0] : above[1]].rstrip()[-1:] in {"", ":"}:
        return None
    name = handle["name"].split()
    said = text[slice(*above)].casefold()
    if not name or name[-1].casefold() in said:
        return None
    head = clauses.doc.head_of(*handle.span("name"))
    content = clauses.trim(*above)
    within = any(s <= above[0] and above[1] <= e for one in found for s, e in one.content)
    if head is None or within or len(said.split()) < _SHORTEST_POST:
        return None
    span, cue = handle.span("name"), handle.span("dash")
    return Attribution(head, "write", [cue], head, [content], frozenset({"quote"}), span=span)


def _signed(clauses: Clauses, start: int, end: int, found: list[Attribution]) -> Attribution | None:
    """A quotation that opens its line, and behind it a dash and no more than a name."""
    quotation = clauses.quotation_at(start)
    if quotation is None or quotation.start != start or quotation.end >= end:
        return None
    dash = _DASH.match(clauses.doc.text, quotation.end, end)
    if dash is None:
        return None
    name = clauses.doc.text[dash.end() : end].split()
    if not 0 < len(name) <= _LONGEST_SIGNATURE:
        return None
    return _by_name(clauses, quotation, dash.span(1), end, found)


def _by_name(
    clauses: Clauses,
    quotation: Quotation,
    cue: tuple[int, int],
    end: int,
    found: list[Attribution],
) -> Attribution | None:
    """The quotation as said by the actor who is named between the dash and ``end``."""
    if any(s <= quotation.start < e for a in found for s, e in a.content):
        return None
    inside = clauses.doc.tokens_in(cue[1], end)
    head = next((i for i in inside if i in clauses.actor_heads), None)
    if head is None:
        return None
    return Attribution(head, "say", [cue], head, list(quotation.parts), frozenset({"quote"}))

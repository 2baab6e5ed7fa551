"""Turns of a transcript: "MINISTER TOLAN: ..." and the paragraphs below it, up to the next turn.

Ministries and agencies print interviews and briefings so, each speaker's name in capitals, or
with the minute of the recording behind it ("Mira Tolan (00:08):").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.contents import spoken_line
from coranto.statements.readouts import RELEASE_END

_LABEL = re.compile(
    r"^[ \t]*(?:(?P<asks>Q(?:UESTION|UESTIONER)?|REPORTER|JOURNALIST|MODERATOR|HOST|INTERVIEWER)"
    r"(?:[ \t]*\([^()\n]{1,40}\))?(?:[ \t]*(?P<asked>:)|[ \t]{2,}(?=\S))"
    r"|(?P<name>[A-Z][A-Z.'’-]+(?:[ \t]+[A-Z][A-Z.'’-]*){0,5})[ \t]*(?:\([^()\n]{1,40}\)[ \t]*)?"
    r"(?P<colon>:)"
    r"|(?P<timed>[A-Z][\w.'’-]+(?:[ \t]+[\w.'’-]+){0,4})[ \t]*\(\d{1,2}:\d{2}(?::\d{2})?\)[ \t]*"
    r"(?P<mark>:))",
    re.MULTILINE,
)
_LONGEST_LABEL = 110  # characters, with the colon
_FEWEST = 2  # speakers' turns of a text that is a transcript; those who ask count for one
_TITLES = frozenset(
    "ambassador chancellor chairman commissioner director dr general governor king minister mr "
    "mrs ms premier president prime queen representative secretary senator under deputy".split()
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ASIDE = re.compile(r"[ \t]*[(\[][^()\[\]]*[)\]][ \t.]*")  # "(Laughter.)"


def with_turns(
    clauses: Clauses, found: Sequence[Attribution], furniture: Sequence[tuple[int, int]] = ()
) -> list[Attribution]:
    """Return ``found`` with whole turns: the paragraphs below a speaker's label are his too.

    ``furniture`` are characters of lines that nobody says.
    """
    text = clauses.doc.text
    labels = [label for at in _openings(text) if (label := _LABEL.match(text, at)) is not None]
    out = list(found)
    persons = _speakers(clauses, labels) if len(labels) > 1 else []
    asked = any(label["asks"] for label in labels)
    if sum(persons) + asked < _FEWEST:
        return out
    by_mark = {one.cue[0]: one for one in found}
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end, person in zip(labels, ends, persons, strict=True):
        if not person:
            continue
        which = "name" if label["name"] else "timed"
        mark = label.span("colon" if which == "name" else "mark")
        one = by_mark.get(mark)
        line = text.find("\n", mark[1], end)
        first = mark[1] if one is None else (line if line >= 0 else end)
        said = [
            line
            for line in _paragraphs(clauses, first, end)
            if not any(s < line[1] and line[0] < e for s, e in furniture)
        ]
        if one is not None:
            one.content = [*one.content, *said]
        elif said:
            out += _new(clauses, label.span(which), mark, said)
    return out


def _openings(text: str) -> Iterator[int]:
    """Where lines begin that may open with a label: in capitals, with a colon soon behind."""
    at = 0
    while at >= 0:
        if ":" in text[at : at + _LONGEST_LABEL] or text.startswith("Q", at):
            yield at
        following = text.find("\n", at)
        at = following + 1 if following >= 0 else -1


def _speakers(clauses: Clauses, labels: Sequence[re.Match[str]]) -> list[bool]:
    """For each label whether it names a person, by his title or by a person's surname."""
    persons = (n.text.split() for n in clauses.doc.names if n.kind == "person")
    surnames = {words[-1].casefold() for words in persons if words}
    out = []
    for label in labels:
        name = (label["name"] or label["timed"] or "").split()
        titled = len(name) > 1 and name[0].rstrip(".").casefold() in _TITLES
        out.append(bool(name) and (titled or name[-1].casefold() in surnames))
    return out


def _new(
    clauses: Clauses, named: tuple[int, int], mark: tuple[int, int], said: list[tuple[int, int]]
) -> list[Attribution]:
    head = clauses.doc.head_of(*named)
    if head is None:
        return []
    return [Attribution(head, "say", [mark], head, said, frozenset({"quote"}), span=named)]


def _paragraphs(clauses: Clauses, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a turn, without asides, up to where the release ends."""
    text = clauses.doc.text
    for line in _LINE.finditer(text, start, end):
        if RELEASE_END.fullmatch(line.group()):
            return
        if not _ASIDE.fullmatch(line.group()):
            yield spoken_line(clauses, *line.span())

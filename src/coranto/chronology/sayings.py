"""One line for an utterance: one sentence of the report's own words, or the words quoted.

Where the cue stands before the content, the line is the report's clause with the speaker by
name ("Lavrov told reporters that …"); where it does not and the content is a sentence, that
follows the name. Else nothing but the report's whole sentence tells it in good English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import combining, normalize

from coranto.chronology.phrases import (
    capitalised,
    in_sentence,
    listed,
    named,
    past_of,
    quotation_ended,
    small_start,
)
from coranto.language.sentences import split_sentences
from coranto.types import Actor, Mention, Span, Statement

LONGEST_CONTENT = 220
"""Characters of a statement's words that its summary shows."""
LONGEST_SENTENCE = 400
"""A sentence of more characters is no line for a reader."""
BETWEEN = 60
"""Characters from the cue to the content: an addressee, a time or a place ("told reporters")."""

_LEADING = re.compile(r"^(?:also|later|then|again|meanwhile|recently|further)\s+", re.IGNORECASE)
_GAP = re.compile(r"[\w\s'’()-]*")
_PARTICLES = frozenset(
    "forward up down out off on over back away for to about against with into upon of at by".split()
)
"""Words behind a verb that a headline in capitals has with a capital ("Looking Forward to")."""
_MARKS = "\"'“”‘’«»,: "
_SECOND_VERB = re.compile(r"\b(?:and|but|or|he|she|they|it|who|which)\b")
_PRONOUN = re.compile(r"(?:him|her|them|it|us|me|you)$", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:he|she)$", re.IGNORECASE)
_BEFORE_A_NOUN = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|our|my|your|this|that|these|those|any|no|some)"
    r"|['’]s?)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"^(?P<adverb>(?:\w+ly )?)(?P<verb>[^\W\d_]+ing)\b")
_POSSESSIVE = re.compile(r"(?:.*['’]s?|his|her|its|their|our|my|your)$", re.IGNORECASE | re.DOTALL)
_BY_OTHERS = re.compile(r"\b(?:citing|quoting|to|by|from) (?:an? |the )?$", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:(?:has|have|had|will|would|is|are|was|were|be|been) )+$", re.IGNORECASE
)
_NOT_DONE = re.compile(
    r"\b(?:without|instead of|rather than|before|from|of|not|never|for|about|against|on|in|to|at"
    r"|with|avoid\w*|stop\w*|consider\w*|risk\w*|could|may|might) $",
    re.IGNORECASE,
)
_ITS_OFFICE = re.compile(r"\s+(?:of|for|from|at|in)\s")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[•·*-])\s+")
_APPOSED = re.compile(r"(?:the|an?) ")
_NOUN = re.compile(r"\w(?:ion|ment|ance|ence)s?$")
_AND = re.compile(r",? and (?:the )?")
_AND_MORE = re.compile(r",? and (?:(?!and\b|who\b|which\b)[\w’'-]+ ){1,6}")
"""What stands between two parts of one subject; the second part, up to the verb."""
_ONE = re.compile(r"(?:is|was|has|does)$")
_MANY = re.compile(r"(?:are|were|have|do)$")
_PLURAL = re.compile(r"(?<!\S)[a-z]+[^s\W]s$")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|ours|mine|us|me)\b")
_WHOLE = re.compile(r"[\"“«'‘]?\s*[A-Z0-9#@“\"]")
_SMALL_QUOTATION = re.compile(r"[\"“«‘']\s*[a-z]")
_ENDS = re.compile(r"[.!?…][\"”’')\]]*\s|\n")
_MARKED = re.compile(r"[\"“‘]|(?<!\w)'")
_FULL_STOP = re.compile(r"\.(?=[\"”’']*$)")


def summarise_statement(statement: Statement, actors: Mapping[str, Actor], text: str) -> str:
    """Who said what, to whom, through whom, in the words of the report, whose text is given."""
    via = listed(named(statement.chain, actors))
    through = f" (via {via})" if via else ""
    fragment = _SMALL_QUOTATION.match(_content(statement)) is not None
    if statement.form != "direct" or fragment:
        clause = summarise_spoken_act(statement, actors, text)
        if clause is not None:
            return clause + through
        if not fragment and not _stands_alone(statement, text):
            told = _sentence(statement, actors, text) or _beginning(statement, actors, text)
            if told is not None:
                return told
    who = listed(named((statement.speaker,), actors)) or "Unnamed source"
    to = listed(named((statement.addressee,), actors))
    to = "" if not to or _PRONOUN.match(to) else f" to {small_start(to)}"
    return capitalised(f"{who}{to}{through}: {summarise_content(statement)}")


def summarise_spoken_act(
    statement: Statement,
    actors: Mapping[str, Actor],
    text: str,
    doers: Sequence[Mention] = (),
) -> str | None:
    """An act done in words, in those words ("Lavrov praised Beijing's “balanced” position").

    ``doers`` are whoever the report, whose text is given, tells to do the act: one of them may
    stand before the speaker ("Ostland and the rebels agreed"). ``None`` where the cue is no verb
    that stands before its content, or where words that are no part of the content stand between
    its pieces.
    """
    if _pieces_apart(statement, text):
        return None
    whole = _with_all_speakers(statement, text, doers)
    return _clause(whole, actors, text, summarise_content(whole))


def _with_all_speakers(statement: Statement, text: str, doers: Sequence[Mention]) -> Statement:
    """The statement with whoever stands beside its speaker in one subject ("Ostland and the
    rebels agreed", where one of them alone is known)."""
    speaker = statement.speaker
    if speaker is None or len(statement.cue) != 1:
        return statement
    start = speaker.start + (4 if speaker.text.startswith("and ") else 0)
    end = speaker.end
    before = [m.start for m in doers if _AND.fullmatch(text, m.end, start)]
    if _AND_MORE.fullmatch(text, end, statement.cue[0].start):
        end = len(text[: statement.cue[0].start].rstrip())
    first = min(before, default=start)
    if (first, end) == (speaker.start, speaker.end):
        return statement
    if not before and end == speaker.end:
        return replace(statement, speaker=replace(speaker, text=text[start:end], start=start))
    return replace(statement, speaker=Mention(None, text[first:end], first, end))


def _beginning(statement: Statement, actors: Mapping[str, Actor], text: str) -> str | None:
    """The clause with the first piece of its content."""
    if len(statement.content) < 2:
        return None
    first = _shortened(" ".join(statement.content[0].text.split()))
    return _clause(statement, actors, text, f"{first.removesuffix(' …')} …")


def _clause(statement: Statement, actors: Mapping[str, Actor], text: str, said: str) -> str | None:
    """Speaker, cue and what was ``said``; ``None`` where the cue is no verb before it."""
    speaker = statement.speaker
    if len(statement.cue) != 1 or not statement.content or speaker is None:
        return None
    between = _between(statement, actors, text)
    verb = _verb(statement.cue[0], speaker, text)
    if between is None or verb is None:
        return None
    who = _subject(speaker, verb, actors)
    if _FIRST_PERSON.search(said) and not any(mark in said for mark in '"“'):
        said = f"that “{said[5:]}”" if said.startswith("that ") else f"“{said}”"
    return capitalised(" ".join(f"{who} {verb} {between} {said}".split()).replace(" ,", ","))


def summarise_content(statement: Statement) -> str:
    """The words of a statement on one line, cut where they are long."""
    return quotation_ended(_shortened(_content(statement)))


def _content(statement: Statement) -> str:
    return " … ".join(" ".join(c.text.split()) for c in statement.content)


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_CONTENT:
        return text
    return text[:LONGEST_CONTENT].rsplit(" ", 1)[0] + " …"


# --- the clause of the cue ----------------------------------------------------------------


def _verb(cue: Span, speaker: Mention, text: str) -> str | None:
    """The cue as the verb of a sentence; ``None`` for a mark alone and for a noun."""
    words = _LEADING.sub("", " ".join(cue.text.split())).split()
    if not words or not any(c.isalnum() for c in cue.text) or words[0].lower() == "according":
        return None  # "Lund: a deal is near" has a mark alone
    is_before = speaker.start < cue.start
    subject = past_of(words[0]) != words[0] and is_before  # "issued by Ostland, announcing"
    if not subject and _BY_OTHERS.search(text[max(0, speaker.start - 30) : speaker.start]):
        return None  # "the Times, citing officials, reported"
    before = text[max(0, cue.start - 30, speaker.end if is_before else 0) : cue.start]
    if is_before and _ITS_OFFICE.match(before):
        before = ""  # "the chairperson of the Commission welcomed"
    whose = is_before and _POSSESSIVE.match(speaker.text) and not before.strip()
    if whose or _BEFORE_A_NOUN.search(before) or _NOUN.search(words[0]):
        return None  # "his warning that", "talks on"
    return _finite(words, text[max(0, cue.start - 30) : cue.start])


def _finite(words: Sequence[str], before: str) -> str | None:
    """The cue's words as a finite verb; ``None`` for a participle that tells of nothing done
    ("without agreeing to")."""
    behind = [w.lower() if w.lower() in _PARTICLES else w for w in words[1:]]
    told = " ".join([words[0][:1].lower() + words[0][1:], *behind])
    past = _PARTICIPLE.sub(lambda m: m["adverb"] + past_of(m["verb"]), told)
    if past == told:
        return told
    with_auxiliary = _AUXILIARY.search(before)
    if with_auxiliary is not None:
        return f"{with_auxiliary.group().strip()} {told}"
    return None if _NOT_DONE.search(before) else past


def _between(statement: Statement, actors: Mapping[str, Actor], text: str) -> str | None:
    """The words from the cue to the content, whoever is addressed by name; ``None`` where
    others than such stand there, or the content before the cue."""
    start, end = statement.cue[0].end, statement.content[0].start
    gap = text[start:end]
    if end < start or len(gap) > BETWEEN:
        return None
    words = gap.strip(_MARKS)
    if not words:
        beside = gap.startswith(",") and " " in statement.cue[0].text and _APPOSED.match(text, end)
        return "," if beside else ""  # "issued a warning on Taiwan, the island"
    if _GAP.fullmatch(gap.rstrip(_MARKS)) is None or "\n" in gap:
        return None
    to = statement.addressee
    if to is not None and start <= to.start and to.end <= end:
        name = to.text if not _PRONOUN.match(to.text) else in_sentence(named((to,), actors))
        return f"{text[start : to.start]}{name}{text[to.end : end].rstrip(_MARKS)}".strip()
    return None if _SECOND_VERB.search(words) else words


def _pieces_apart(statement: Statement, text: str) -> bool:
    """Whether words that are left out of the content part its pieces within one sentence."""
    return any(
        _ENDS.search(text, a.end, b.start) is None and bool(_rest(statement, text, a, b))
        for a, b in pairwise(statement.content)
    )


def _rest(statement: Statement, text: str, a: Span, b: Span) -> str:
    """What stands between two pieces beside who said it, to whom, and that it was said."""
    known: list[Span | Mention | None] = [
        *statement.cue,
        statement.speaker,
        statement.addressee,
    ]
    gap = list(text[a.end : b.start])
    for span in known:
        if span is not None:
            for n in range(max(span.start, a.end), min(span.end, b.start)):
                gap[n - a.end] = " "
    return "".join(gap).strip(_MARKS + "–—-()")


def _subject(speaker: Mention, verb: str, actors: Mapping[str, Actor]) -> str:
    """The speaker by name; in the words of the report where the verb agrees with these alone."""
    names = named((speaker,), actors)
    own, first = speaker.text.rstrip(" ,"), verb.partition(" ")[0]
    if len(names) > 1:
        agrees = _ONE.match(first) is None
    else:
        titled = own.endswith(names[0].rsplit(maxsplit=1)[-1])  # "minister of war and peace Tan"
        several = " and " in own and " and " not in names[0] and not titled
        apposed = "," in own.partition(" and ")[0]  # "Tan, head of bank and board, says"
        plural = _PLURAL.search(own) is not None and names[0][-1] != "s"
        fits = (_MANY.match(first) is None) if apposed else (_ONE.match(first) is not None)
        agrees = not plural and (fits or not several)
    return in_sentence(names) if agrees else small_start(own)


# --- the content, or the whole sentence ---------------------------------------------------


def _stands_alone(statement: Statement, text: str) -> bool:
    """Whether the content is a sentence by itself: a quotation, or from the head of one."""
    content = _content(statement)
    if _WHOLE.match(content) is None or _pieces_apart(statement, text):
        return False
    before = text[: statement.content[0].start].rstrip(" \"'“‘«(")
    return content[0] in '"“«' or not before or before[-1] in ".!?:;…\n–—-)”’"


def _sentence(statement: Statement, actors: Mapping[str, Actor], text: str) -> str | None:
    """The sentence of the cue, with its "he" by name; ``None`` where it is long, or does not hold
    the content."""
    at = statement.cue[0].start if statement.cue else statement.start
    found = next(((a, b) for a, b in split_sentences(text) if a <= at < b), None)
    if found is None or found[1] - found[0] > LONGEST_SENTENCE:
        return None
    start, end = found
    if not all(start <= c.start and c.end <= end for c in statement.content):
        return None
    line = text[start:end]
    speaker = statement.speaker
    if speaker is not None and _SUBJECT.match(speaker.text) and start <= speaker.start:
        names = named((speaker,), actors)
        if len(names) == 1 and speaker.end <= end and not _is_named(names[0], line):
            line = text[start : speaker.start] + names[0] + text[speaker.end : end]
    line = _FULL_STOP.sub("", _NUMBERED.sub("", " ".join(line.split())).replace(" ,", ","))
    if _is_cut_quotation(line):
        return None
    return capitalised(line)


def _is_named(name: str, line: str) -> bool:
    """Whether the line has the last word of a name, with its accents or without."""
    last = name.rsplit(maxsplit=1)[-1]
    return last in line or last in "".join(c for c in normalize("NFD", line) if not combining(c))


def _is_cut_quotation(line: str) -> bool:
    """Whether a quotation runs beyond the line, or the line is somebody's words without marks."""
    open_ = line.count("“") != line.count("”") or line.count('"') % 2 == 1
    return open_ or (_FIRST_PERSON.search(line) is not None and not _MARKED.search(line))

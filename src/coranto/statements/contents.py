"""What was said: the content of a cue, by quotation marks where exact, else by the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from coranto.statements.clauses import Clauses, in_order
from coranto.statements.cues import Cue, verb_cues, words
from coranto.statements.quotes import Quotation
from coranto.statements.surface import (
    clause_end,
    closes_clause,
    extended,
    phrase_after,
    phrase_before,
    that_after,
)
from coranto.types import Sentence

_ENDING = ",?!—–-…"
_KEPT = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl", "advcl", "advmod", "nmod", "acl"})
_JOINED = frozenset({"of", "for", "as", "to", "with", "over", "about", "against", "from", "into"})
# Where a statement was made, at the end of what it says ("X had landed in a post on ...").
_OCCASION = re.compile(
    r"\s+in an? (?:\w+ )?(?:post|statement|tweet|message|interview)\b[^.;]{0,80}\.?$"
    # Headlines drop the article: "X ready to talk in letter to Y".
    r"|\s+in (?:(?!an?\b|the\b|his\b|her\b|its\b|their\b)[\w-]+ ){0,2}"
    r"(?:post|statement|tweet|message|interview|letter|speech|phone call|call) ?"
    r"(?:(?:to|with|on|by|from) [^.;\n]{0,80})?$"
)
# A new sentence behind a closing mark: "...!" The envoys met.
_SENTENCE = re.compile(r"\s+(?:The|This|That|These|Those|A|An|He|She|They|It|His|Her|Their)\b")
# What stands behind the last quotation of a report: nothing, or the agency's letters.
_AGENCY = re.compile(r"[ .,–—/(-]*(?:[A-Z]{2,8}[ .)]*)?")
_LONGEST_ADVERB = 6  # tokens of ", with immediate effect,"
_MARGIN = 12  # blanks from a sentence to the quotation behind it
_LONGEST_WORD = 100  # characters
_LONGEST_NAME = 6  # words of the name of a broadcast
# What the object of an act is followed by.
_AFTER_OBJECT = {"accuse": ("for", "of"), "criticise": ("for", "as"), "praise": ("for", "as")}
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i", "it", "there"})
_SUBORDINATING = frozenset({"while", "although", "though", "as", "if", "when", "after", "because"})
# Verbs of ", X said." after a sentence that has a speaker of its own.
_REPORTING = frozenset({"say", "report", "tell", "announce", "state", "write"})
_RELATIVES = frozenset({"which", "who", "whose", "where"})
_OWN = frozenset({"advmod", "aux", "obl", "cc", "nsubj", "punct", "expl", "mark"})


@dataclass(frozen=True, slots=True)
class Found:
    """Spans of content; ``spoken`` when a clause or quotation, not a mere object, makes it up."""

    spans: list[tuple[int, int]]
    spoken: bool = True


class HasContent(Protocol):
    """What ``extend_quotations`` asks of an attribution."""

    token: int
    content: list[tuple[int, int]]
    frames: frozenset[str]


def content_of(
    clauses: Clauses, c: int, cue: Cue, source: int | None, *, left_only: bool = False
) -> Found | None:
    """Return the content of the cue at token ``c``, or ``None`` where it has none."""
    frames = cue.frames
    speech = bool(frames & {"that", "quote"})
    left = _left_quotation(clauses, c, source) if "quote" in frames else None
    if left is not None and is_open_ended(clauses.doc.text, left):
        return Found(_left_direct(clauses, c, left))
    definite = _left_definite(clauses, c) if speech else []
    if definite:
        return Found(definite)
    found = None
    if not left_only:
        found = _right(clauses, c, cue, source)
    if found is None and left is not None:
        return Found(_left_direct(clauses, c, left))
    if found is None and speech:
        spans = _left_clause(clauses, c, source)
        found = Found(spans) if spans else None
    return found


# --- to the right --------------------------------------------------------------------------


def _right(clauses: Clauses, c: int, cue: Cue, source: int | None) -> Found | None:
    frames = cue.frames
    if "that" in frames:
        clause = _clause_to_right(clauses, c, source, frames)
        if clause is not None:
            return Found([_clip(clauses, c, clause, source)])
    if "quote" in frames:
        quotation = _right_quotation(clauses, c, source)
        if quotation is not None and _is_announced(clauses, c, frames, quotation):
            return Found(list(quotation.parts))
    if "to" in frames:
        for k in clauses.doc.dependents(c, "xcomp"):
            if k > c and clauses.infinitive(k):
                infinitive = _with_purpose(clauses, c, _tree_span(clauses, k))
                infinitive = infinitive[0], _behind_adverb(clauses, k, infinitive[1])
                return Found([_clip(clauses, c, infinitive, source)])
    if frames & {"obj", "whole", "prep", "call"}:
        span = _object_span(clauses, c, cue)
        if span is not None:
            end = _before_aside(clauses, c, *span)
            pieces = [(span[0], end), *_behind_aside(clauses, c, cue, end)]
            return Found([_clip(clauses, c, piece, source) for piece in pieces], spoken=False)
    return None


def _with_purpose(clauses: Clauses, c: int, span: tuple[int, int]) -> tuple[int, int]:
    """An infinitive with the one that follows at once: "agreed to meet soon to end the war"."""
    start, end = span
    for k in clauses.doc.dependents(c, "xcomp", "advcl"):
        first, last = _tree_span(clauses, k)
        if clauses.infinitive(k) and end < first and not clauses.doc.text[end:first].strip('”"’ '):
            end = last
    return start, end


def _behind_adverb(clauses: Clauses, k: int, end: int) -> int:
    """Where the infinitive ``k`` ends if a mere ", at once," parts it from its object."""
    inside = clauses.doc.tokens_in(clauses.tokens[k].end, end + 2)
    if not 2 <= len(inside) <= _LONGEST_ADVERB or clauses.low(inside[0]) != ",":
        return end
    last, sentence = inside[-1], clauses.doc.sentences[clauses.doc.sentence_of[k]]
    plain = all(clauses.tokens[i].pos in {"ADV", "ADP", "NOUN", "ADJ"} for i in inside[1:-1])
    if clauses.low(last) != "," or not plain or last + 1 >= sentence.last_token:
        return end
    nominal = clauses.tokens[last + 1].pos in {"NOUN", "PROPN", "DET", "ADJ", "NUM"}
    return extended(clauses, k, clauses.tokens[last + 1].end, clause=True) if nominal else end


def _before_aside(clauses: Clauses, c: int, start: int, end: int) -> int:
    """Where an object ends before ", which ..." and the like: the report's own words on it."""
    for i in clauses.doc.tokens_in(start, end):
        aside = clauses.low(i) == "," and clauses.low(i + 1) in _RELATIVES
        if aside and clauses.zone[i] == clauses.zone[c]:
            return clauses.tokens[i].start
    return end


def _behind_aside(clauses: Clauses, c: int, cue: Cue, end: int) -> list[tuple[int, int]]:
    """What the verb goes on with behind such a clause: ", which ..., for being late"."""
    links = _AFTER_OBJECT.get(cue.act)
    last = clauses.doc.sentences[clauses.doc.sentence_of[c]].last_token
    following = range(last) if links is None else clauses.doc.tokens_in(end, len(clauses.doc.text))
    if links is None or not following or clauses.low(following[0]) != ",":
        return []
    for i in range(following[0] + 2, last - 1):
        closed = "," in (clauses.low(i - 1), clauses.low(i - 2)) and clauses.low(i) in links
        if closed and clauses.zone[i] == clauses.zone[c] and i - 2 > following[0]:
            return [clauses.trim(clauses.tokens[i].start, clause_end(clauses, c, i))]
    return []


def _is_announced(clauses: Clauses, c: int, frames: frozenset[str], quotation: Quotation) -> bool:
    """Whether the quotation is what was said and not a part of the object of the verb."""
    if not frames & {"whole", "call", "obj"}:
        return True
    gap = clauses.doc.text[clauses.tokens[c].end : quotation.start].rstrip()
    return gap[-1:] in {":", ","}


def _tree_span(clauses: Clauses, k: int) -> tuple[int, int]:
    tree = clauses.run(clauses.doc.subtree(k), k)
    return clauses.tokens[tree[0]].start, clauses.tokens[tree[-1]].end


def _clause_to_right(
    clauses: Clauses, c: int, source: int | None, frames: frozenset[str]
) -> tuple[int, int] | None:
    """The clause that the cue governs; by its "that" alone where the tree has lost it."""
    tokens = clauses.tokens
    that = that_after(clauses, c)
    for k in clauses.doc.dependents(c, "ccomp", "csubj"):
        if k < c or (that is not None and k < that):
            continue
        first, end = _tree_span(clauses, k)
        if first < tokens[c].end:
            first = tokens[c + 1].start
        if that is not None or clauses.low(c + 1) in _NOMINATIVE:
            first = tokens[c + 1 if that is None else that].start
        first = min([first, *_infinitives_before(clauses, c, first)])
        end = _with_relative(clauses, c, extended(clauses, c, end, clause=True))
        if tokens[c].dep == "root":  # its clause ends the sentence
            end = max(end, clause_end(clauses, c, c + 1))
        return first, end
    if that is not None:
        return tokens[that].start, clause_end(clauses, c, that)
    if "obj" not in frames and "adr" not in frames and _opens_clause(clauses, c, source):
        return tokens[c + 1].start, clause_end(clauses, c, c + 1)
    return None


def _infinitives_before(clauses: Clauses, c: int, first: int) -> list[int]:
    """Where infinitives of the cue begin before what a tree takes for its clause.

    "Agreed to open, at once, talks on ...": with "talks" as a clause of "agreed".
    """
    infinitives = [k for k in clauses.doc.dependents(c, "xcomp") if clauses.infinitive(k)]
    starts = [_tree_span(clauses, k)[0] for k in infinitives]
    return [at for at in starts if clauses.tokens[c].end <= at < first]


def _with_relative(clauses: Clauses, c: int, end: int) -> int:
    """``end``, moved past a relative clause that follows (", where ...")."""
    following = clauses.doc.tokens_in(end, end + 12)
    if len(following) > 1 and clauses.low(following[0]) == ",":
        same = clauses.doc.sentence_of[following[1]] == clauses.doc.sentence_of[c]
        more = clauses.low(following[1]) in {"where", "which", "who", "whose", "when"}
        more = more or (
            clauses.low(following[1]) == "and" and clauses.low(following[1] + 1) == "that"
        )
        if same and more:
            return clause_end(clauses, c, following[1])
    return end


def _opens_clause(clauses: Clauses, c: int, source: int | None) -> bool:
    """Whether a clause without "that" follows the cue: a subject, then a verb."""
    tokens = clauses.tokens
    end = clauses.doc.sentences[clauses.doc.sentence_of[c]].last_token
    if source is None or source > c or c + 1 >= end or clauses.zone[c + 1] != clauses.zone[c]:
        return False
    if tokens[c + 1].pos not in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"}:
        return False
    for i in range(c + 2, min(end, c + 14)):
        if tokens[i].pos in {"VERB", "AUX"}:
            return True
        if tokens[i].pos in {"PUNCT", "SCONJ"} and clauses.low(i) not in {"-", "“", '"'}:
            return False
    return False


def _clip(clauses: Clauses, c: int, span: tuple[int, int], source: int | None) -> tuple[int, int]:
    """The span trimmed, without a later cue of the same source, and with whole quotations."""
    start, end = span
    tokens = clauses.tokens
    at = tokens[c].start
    zone = clauses.zone[c]
    opens = source is not None and clauses.zone[source] < 0 and clauses.opens_quotation(c)
    if zone >= 0 and not opens:
        # Inside a quotation nothing reaches beyond its marks, but where its first word is the verb.
        inside = next((p for p in clauses.quotations[zone].parts if p[0] <= at < p[1]), None)
        if inside is not None:
            return clauses.trim(max(start, inside[0] + 1), min(end, inside[1] - 1))
    end = _before_next_cue(clauses, c, start, end, source)
    end = _before_main_clause(clauses, c, start, end)
    occasion = _OCCASION.search(clauses.doc.text, start, end)
    if occasion is not None and clauses.quotation_at(occasion.start()) is None:
        end = occasion.start()
    start, end = clauses.whole_quotations(*clauses.trim(start, end), at)
    return start, end


def _before_next_cue(clauses: Clauses, c: int, start: int, end: int, source: int | None) -> int:
    """Where the content ends if a participle cue of the same source follows (", adding that")."""
    tokens = clauses.tokens
    for i in clauses.participles_in(start, end):
        if clauses.lemma(i) not in verb_cues() or clauses.zone[i] != clauses.zone[c]:
            continue
        if source is None or clauses.subject(i) in {source, None}:
            return tokens[i - 1].start
    return end


def _before_main_clause(clauses: Clauses, c: int, start: int, end: int) -> int:
    """Where the content of a cue in "While X says ..., ..." ends: at the comma before the rest."""
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    if clauses.low(sentence.first_token) not in _SUBORDINATING:
        return end
    before = range(sentence.first_token, c)
    if any(clauses.low(i) == "," for i in before):
        return end
    for i in clauses.doc.tokens_in(start, end):
        if clauses.low(i) == "," and clauses.zone[i] == clauses.zone[c]:
            return clauses.tokens[i].start
    return end


def _object_span(clauses: Clauses, c: int, cue: Cue) -> tuple[int, int] | None:
    """From the object (or what follows the preposition) to the end of the verb's complements."""
    tokens = clauses.tokens
    after = c + len(cue.words) - 1
    kept = [k for k in clauses.doc.children[c] if k > after and _is_complement(clauses, k)]
    if "inf" in cue.frames and not any(clauses.infinitive(k) for k in kept):
        return None
    if "prep" in cue.frames and len(cue.words) > 1:
        start = tokens[after].end
    else:
        objects = [k for k in kept if tokens[k].dep in {"obj", "iobj"}]
        first = clauses.doc.token_at(_tree_span(clauses, objects[0])[0]) if objects else None
        if first is None or all(_joins(clauses, i) for i in range(after + 1, first)):
            first = after + 1
        if not _begins_object(clauses, first, c):
            return None
        start = tokens[first].start
    end = max([_tree_span(clauses, k)[1] for k in kept], default=start)
    end = max(end, start)
    plain = all(tokens[k].dep.split(":")[0] in {"obj", "iobj", "nmod"} for k in kept)
    end = _past_time(clauses, c, end) if plain else extended(clauses, c, end)
    for q in clauses.quotations_over(start, end):  # `called it "...," a word that ...`
        if start <= q.start and is_open_ended(clauses.doc.text, q):
            end = q.end
            break
    if "call" in cue.frames and not _has_predicate(clauses, c, kept, start, end):
        return None
    return (start, end) if end > start and clauses.tells(start, end) else None


def _joins(clauses: Clauses, i: int) -> bool:
    """Whether a word can stand between a verb and the head of its object."""
    mark = clauses.tokens[i].pos == "PUNCT" and clauses.low(i) not in {",", ".", ";", ":"}
    return mark or clauses.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "PART"}


def _begins_object(clauses: Clauses, i: int, c: int) -> bool:
    """Whether token ``i`` can open an object."""
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    if i >= sentence.last_token or clauses.is_time(i):
        return False
    token = clauses.tokens[i]
    opening = clauses.zone[i] >= 0 and clauses.zone[i] != clauses.zone[c]
    return (
        opening
        or token.pos in {"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM"}
        or (token.pos == "VERB" and clauses.low(i).endswith("ing"))
    )


def _past_time(clauses: Clauses, c: int, end: int) -> int:
    """``end``, extended over the rest of its phrase unless a phrase of time comes next."""
    for i in clauses.doc.tokens_in(end, end + 12)[:2]:
        if clauses.low(i) in words("time"):
            return end
    return extended(clauses, c, end)


def _is_complement(clauses: Clauses, k: int) -> bool:
    token = clauses.tokens[k]
    dep = token.dep.split(":")[0]
    if dep not in _KEPT or clauses.is_time(k):
        return False
    if dep == "obl":
        return clauses.case(k) in _JOINED
    if dep == "advcl":
        marks = {clauses.low(m) for m in clauses.doc.dependents(k, "mark", "case")}
        return bool(marks & (_JOINED | {"by"}))
    return dep != "advmod"


def _has_predicate(clauses: Clauses, c: int, kept: Sequence[int], start: int, end: int) -> bool:
    """Whether "called" names its object something, rather than telephoning or convening it."""
    tokens = clauses.tokens
    inside = clauses.doc.tokens_in(start, end)
    if all(tokens[i].pos in {"PROPN", "ADP"} for i in inside):
        return False
    if any(tokens[k].dep in {"xcomp", "ccomp"} and _is_name_for(clauses, c, k) for k in kept):
        return True
    objects = [k for k in kept if tokens[k].dep in {"obj", "iobj"}]
    if len(objects) > 1 and tokens[objects[-1]].pos != "PROPN":
        return True
    named = {i for k in objects for i in clauses.doc.subtree(k)}
    for q in clauses.quotations:
        if start <= q.start < end + 3:
            between = clauses.doc.tokens_in(start, q.start)
            joined = any(clauses.low(i) == "and" and i + 1 in between for i in between)
            acts = [i for i in between if tokens[i].pos in {"VERB", "AUX"} and i not in named]
            return not acts and not (joined and _opens_with_verb(clauses, q))
    return False


def _is_name_for(clauses: Clauses, c: int, k: int) -> bool:
    """Whether the complement at ``k`` says what its object is, not what the call was for."""
    finite = any(clauses.tokens[a].dep.startswith("aux") for a in clauses.doc.children[k])
    joined = clauses.tokens[k].pos == "VERB" and clauses.doc.child(k, "cc") is not None
    if finite or joined or clauses.infinitive(k) or clauses.is_time(k):
        return False
    return clauses.run(clauses.doc.subtree(k), k)[0] > c + 1  # the object itself comes first


def _opens_with_verb(clauses: Clauses, q: Quotation) -> bool:
    inside = [i for i in clauses.doc.tokens_in(q.start, q.end) if clauses.tokens[i].pos != "PUNCT"]
    return bool(inside) and clauses.tokens[inside[0]].pos in {"VERB", "AUX"}


def _right_quotation(clauses: Clauses, c: int, source: int | None) -> Quotation | None:
    """The quotation that the cue opens: `said: "..."`, `said in Goa, "..."`."""
    doc, tokens, text = clauses.doc, clauses.tokens, clauses.doc.text
    after = tokens[c].end
    quotation = clauses.quotation_from(after)
    if quotation is None or clauses.zone[c] >= 0:
        return None
    gap = text[after : quotation.start]
    if len(gap) > 200:
        return None
    stripped = gap.rstrip()
    same = quotation.start < doc.sentences[doc.sentence_of[c]].end
    if not same and not stripped.endswith(":"):
        return None
    between = doc.tokens_in(after, quotation.start)
    theirs = set(doc.subtree(source)) if source is not None else set()
    for i in between:
        verbal = tokens[i].pos in {"VERB", "AUX"} and i not in theirs
        if verbal or clauses.low(i) == "that":
            return None
    below = set(doc.subtree(c))
    if not stripped or stripped[-1] in ",:—–" or all(i in below for i in between):
        return quotation
    return None


# --- to the left ---------------------------------------------------------------------------


def clause_start(clauses: Clauses, c: int, source: int | None) -> int:
    """First token of the cue's own clause: its source and modifiers, not what it reports."""
    doc, tokens = clauses.doc, clauses.tokens
    own = {c}
    for k in doc.children[c]:
        if k < c and tokens[k].dep.split(":")[0] in _OWN:
            own.update(doc.subtree(k))
    if source is not None and source < c:
        own.update(doc.subtree(source))
    first = c
    while first - 1 in own and not _bars(clauses, first - 1, c):
        first -= 1
    while tokens[first].pos == "PUNCT" and first < c:
        first += 1
    beside = phrase_before(clauses, c)
    return first if beside is None else min(first, beside.first)


def _bars(clauses: Clauses, i: int, c: int) -> bool:
    """Whether token ``i`` stands in a quotation of its own, not in a quoted part of a name."""
    zone = clauses.zone[i]
    if zone in {-1, clauses.zone[c]}:
        return False
    return is_open_ended(clauses.doc.text, clauses.quotations[zone])


def _left_quotation(clauses: Clauses, c: int, source: int | None) -> Quotation | None:
    """The quotation that ends right before the cue's clause: `"...," X said`."""
    if clauses.zone[c] >= 0:
        return None
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    if not clauses.quotations_over(max(0, sentence.start - 9), clauses.tokens[c].start):
        return None  # a clause begins in its own sentence
    at = clauses.tokens[clause_start(clauses, c, source)].start
    text = clauses.doc.text
    for q in clauses.quotations_over(max(0, at - 9), at):
        if at - 8 < q.end <= at and text[q.end : at].strip(" ,\u00a0—–-") == "":
            told = _has_speaker(clauses, c, q.end, source) and not _is_title(clauses, q)
            told = told and not _SENTENCE.match(text, q.end)
            return q if told else None
    return None


def _is_title(clauses: Clauses, q: Quotation) -> bool:
    """Whether the quotation only ends an adjunct (`On “The Morning Show,” X said ...`)."""
    i = clauses.doc.token_at(q.start)
    if i is None:
        return False
    first = clauses.doc.sentences[clauses.doc.sentence_of[i]].first_token
    before = range(first, i)
    if not before or not _is_adjunct(clauses, first):
        return False
    inside = clauses.doc.tokens_in(q.start, q.end)
    return not any(_is_finite(clauses, k) for k in (*before, *inside))


def _has_speaker(clauses: Clauses, c: int, end: int, source: int | None) -> bool:
    """Whether the speaker stands between the quotation and its cue, or right after the cue."""
    tokens = clauses.tokens
    before = phrase_before(clauses, c)
    for head in (before.head if before is not None else None, source):
        if head is not None and end <= tokens[head].start < tokens[c].start:
            return clauses.could_speak(head) or clauses.low(head) == "it"
    after = phrase_after(clauses, c)
    direct = tokens[c].start - end <= 3 and not clauses.low(c).endswith("ing")
    return direct and after is not None and clauses.could_speak(after.head)


def spoken_line(clauses: Clauses, start: int, end: int) -> tuple[int, int]:
    """The words of ``[start, end)`` as one said them: several sentences keep their last stop."""
    text = clauses.doc.text
    whole = start, start + len(text[start:end].rstrip())
    span = clauses.trim(start, end)
    first = clauses.doc.token_at(span[0])
    last = clauses.doc.token_at(max(span[0], span[1] - 1))
    if first is None or last is None:
        return span
    several = clauses.doc.sentence_of[first] != clauses.doc.sentence_of[last]
    return (span[0], whole[1]) if several else span


def is_open_ended(text: str, q: Quotation) -> bool:
    """Whether the quotation's own end says that the sentence goes on after it."""
    inner = text[q.start : q.end].rstrip("\"”'’»“ ")
    return inner[-1:] in set(_ENDING) or text[q.end : q.end + 1] == ","


def _left_direct(clauses: Clauses, c: int, q: Quotation) -> list[tuple[int, int]]:
    """The quotation; or from the start of its sentence, where the quotation is only its end."""
    doc = clauses.doc
    i = doc.token_at(q.start)
    if i is None:
        return list(q.parts)
    start = doc.sentences[doc.sentence_of[i]].start
    lead = doc.text[start : q.start].strip()
    outside = [k for k in doc.tokens_in(start, q.start) if clauses.tokens[k].pos != "PUNCT"]
    if not lead or not outside or start > q.start:
        return list(q.parts)
    verbs = (k for k in outside if clauses.tokens[k].pos in {"VERB", "AUX"})
    if any(clauses.lemma(k) in verb_cues() and clauses.zone[k] < 0 for k in verbs):
        return list(q.parts)
    return [(start, q.end)]


def _left_definite(clauses: Clauses, c: int) -> list[tuple[int, int]]:
    """What stands before "..., NP said.": and after "..., NP said, ..." if no verb is before."""
    tokens = clauses.tokens
    beside = phrase_before(clauses, c)
    if beside is None or beside.bound not in {",", "—", "–"} or not closes_clause(clauses, c):
        return []
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    at = tokens[c].start
    before = range(sentence.first_token, beside.first - 1)
    spans = [(sentence.start, tokens[beside.first].start)]
    led = clauses.low(sentence.first_token) in _SUBORDINATING
    verbal = not led and any(_is_finite(clauses, i) for i in before)
    if not verbal and _is_adjunct(clauses, sentence.first_token):
        return []  # "In a statement, X said ...": where it was said
    if not verbal:
        rest = [i for i in range(c + 1, sentence.last_token) if clauses.low(i) == ","][:1]
        verbs = [
            i
            for k in rest
            for i in range(k, sentence.last_token)
            if tokens[i].pos in {"VERB", "AUX"}
        ]
        if not verbs:
            return []
        spans.append((tokens[rest[0]].end, sentence.end))
    elif not _only_reports(clauses, c) and any(
        clauses.lemma(i) in verb_cues() and tokens[i].dep == "root" for i in before
    ):
        return []
    return _pieces(clauses, spans, at) if before else []


def _is_adjunct(clauses: Clauses, first: int) -> bool:
    """Whether what opens the sentence at ``first`` is no subject of what is reported."""
    token = clauses.tokens[first]
    participle = token.pos == "VERB" and clauses.low(first).endswith(("ing", "ed"))
    return token.pos in {"ADP", "ADV", "SCONJ"} or participle


def _only_reports(clauses: Clauses, c: int) -> bool:
    """Whether the verb is one that tells what another said, at the end of its sentence."""
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    rest = clauses.doc.text[clauses.tokens[c].end : sentence.end]
    return clauses.lemma(c) in _REPORTING and "," not in rest and ";" not in rest


def _is_finite(clauses: Clauses, i: int) -> bool:
    """Whether the token can be the verb of a clause, no infinitive or participle."""
    token = clauses.tokens[i]
    if token.pos not in {"VERB", "AUX"} or clauses.low(i).endswith("ing"):
        return False
    return clauses.low(i - 1) != "to"


def before_citing(clauses: Clauses, c: int, last: int) -> list[tuple[int, int]]:
    """What stands before "..., X cited Y.": ``last`` is the last token of Y."""
    beside = phrase_before(clauses, c)
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    if beside is None or beside.bound != "," or not closes_clause(clauses, last):
        return []
    span = (sentence.start, clauses.tokens[beside.first].start)
    return _pieces(clauses, [span], clauses.tokens[c].start)


def _left_clause(clauses: Clauses, c: int, source: int | None) -> list[tuple[int, int]]:
    """What stands before (and, round a medial cue, after) the clause of the cue."""
    doc, tokens = clauses.doc, clauses.tokens
    first = clause_start(clauses, c, source)
    sentence = doc.sentences[doc.sentence_of[c]]
    at = tokens[c].start
    token = tokens[c]
    reported = [k for k in doc.dependents(c, "ccomp", "parataxis", "dep") if k < first]
    if reported and source is not None and source in doc.subtree(reported[0]):
        return []
    if reported:
        start = min(_tree_span(clauses, reported[0])[0], tokens[first].start)
        if token.head < 0 or token.dep == "root":
            start = sentence.start
        return _pieces(clauses, [(start, tokens[first].start)], at)
    if token.dep.split(":")[0] not in {"parataxis", "discourse", "dep"} or token.head < 0:
        return []
    if clauses.low(first - 1) not in {",", "—", "–", "-", "("} and first > sentence.first_token:
        return []
    mine = doc.subtree(c)
    rest = [i for i in doc.subtree(token.head) if i not in set(mine)]
    before = [i for i in rest if i < first]
    after = [i for i in rest if i > max(mine)]
    spans = []
    for side in (before, after):
        words_ = [i for i in side if tokens[i].pos != "PUNCT"]
        if words_:
            spans.append((tokens[words_[0]].start, tokens[words_[-1]].end))
    if not before:
        return []
    return _pieces(clauses, spans, at)


def _pieces(clauses: Clauses, spans: Sequence[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    trimmed = [clauses.whole_quotations(*clauses.trim(a, b), at) for a, b in spans]
    return in_order(s for s in trimmed if s[1] - s[0] > 1)


# --- quotations that go on -----------------------------------------------------------------


def extend_quotations(clauses: Clauses, found: Sequence[HasContent]) -> None:
    """Give quotations without a cue of their own to the speaker of the words right before them."""
    if not clauses.quotations:
        return
    claimed = {
        q.start
        for a in found
        for s, e in a.content
        for q in clauses.quotations_over(s, e)
        if s <= q.start < e
    }
    if len(claimed) == len(clauses.quotations):
        return
    for one in found:
        if "quote" not in one.frames or clauses.zone[one.token] >= 0:
            continue
        opening = _after_indirect(clauses, one, found, claimed)
        if opening is not None:
            claimed.add(opening.start)
            one.content = in_order([*one.content, *opening.parts])
        while True:
            following = _continuation(clauses, one, claimed)
            if following is None:
                break
            claimed.add(following.start)
            one.content = in_order([*one.content, *following.parts])


def _after_indirect(
    clauses: Clauses, one: HasContent, found: Sequence[HasContent], claimed: set[int]
) -> Quotation | None:
    """The quotation that bears out what is told without one: 'X said he would go. "I am ready."'

    It is all of the next sentences of the paragraph, or all of the next paragraph.
    """
    doc, text = clauses.doc, clauses.doc.text
    number = doc.sentence_of[one.token]
    sentence = doc.sentences[number]
    nearest = clauses.quotation_from(sentence.end)
    if nearest is None or nearest.start in claimed or nearest.start - sentence.end > _MARGIN:
        return None
    before = text[sentence.start : nearest.start].rstrip()
    if (
        len(before) > sentence.end - sentence.start
        or before[-1:] != "."
        or clauses.quotations_over(*_extent(sentence))
    ):
        return None  # a headline; or words that have their quotation
    alone = all(other is one or doc.sentence_of[other.token] != number for other in found)
    if not alone or min(start for start, _ in one.content) < sentence.start:
        return None
    line = text.find("\n", nearest.end)
    rest = text[nearest.end : line if line >= 0 else len(text)]
    whole = text[nearest.start : nearest.end].rstrip("\"”'’ ")[-1:] in set(".?!…")
    return nearest if whole and _AGENCY.fullmatch(rest) else None


def _extent(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _continuation(clauses: Clauses, one: HasContent, claimed: set[int]) -> Quotation | None:
    doc, text = clauses.doc, clauses.doc.text
    mine = [
        q
        for s, e in one.content
        for q in clauses.quotations_over(s, e)
        if q.start >= s and q.end <= e
    ]
    if not mine:
        return None
    reach = max(*(e for _, e in one.content), clauses.tokens[one.token].end)
    nearest = clauses.quotation_from(reach)
    if nearest is not None and _is_name(clauses, reach, nearest):  # "... on “The Hour.” “We"
        reach = nearest.end
        nearest = clauses.quotation_from(reach)
    if nearest is None or nearest.start in claimed or not _same_marks(text, mine[-1], nearest):
        return None
    gap = text[reach : nearest.start]
    i = doc.token_at(max(reach - 1, 0))
    end = doc.sentences[doc.sentence_of[i]].end if i is not None else reach
    if nearest.start < end:
        if _resumes(clauses, mine[-1], nearest, reach):
            return nearest
        medial = clauses.tokens[one.token].end == reach or gap.strip(" ,") == ""
        plain = len(gap) < 120 and not any(
            clauses.tokens[k].pos in {"VERB", "AUX"} for k in doc.tokens_in(reach, nearest.start)
        )
        return nearest if medial and plain and gap.rstrip()[-1:] in {",", ":", "—", ";"} else None
    if text[end : nearest.start].strip():
        return None
    if "\n" in text[end : nearest.start]:
        line_end = text.find("\n", nearest.end)
        rest = text[nearest.end : line_end if line_end >= 0 else len(text)]
        if not _AGENCY.fullmatch(rest):
            return None
    return nearest


def _is_name(clauses: Clauses, reach: int, q: Quotation) -> bool:
    """Whether the quotation is the name of a broadcast or paper after a preposition."""
    inside = [i for i in clauses.doc.tokens_in(q.start, q.end) if clauses.tokens[i].pos != "PUNCT"]
    before = clauses.doc.text[max(reach, q.start - _LONGEST_WORD) : q.start].split()
    named = 0 < len(inside) <= _LONGEST_NAME and all(
        clauses.tokens[i].text[0].isupper() or clauses.tokens[i].pos in {"ADP", "DET", "CCONJ"}
        for i in inside
    )
    return named and bool(before) and before[-1][-1] not in ",:;"


def _resumes(clauses: Clauses, first: Quotation, then: Quotation, reach: int) -> bool:
    """Whether a quotation goes on behind words about its cue.

    "“If so,” X said, referring to the vote, “we lose.”": the first part ends with a comma,
    the second begins in the middle of a sentence, and between them no other speaks.
    """
    text = clauses.doc.text
    between = clauses.doc.tokens_in(reach, then.start)
    opening = text[then.start : then.end].lstrip("\"“'‘` ")[:1]
    if not opening.islower() or text[reach : then.start].rstrip()[-1:] != ",":
        return False
    verbs = (i for i in between if clauses.tokens[i].pos == "VERB")
    told = (i for i in verbs if clauses.lemma(i) in verb_cues())
    return is_open_ended(text, first) and all(clauses.low(i).endswith("ing") for i in told)


def _same_marks(text: str, one: Quotation, other: Quotation) -> bool:
    """Whether both stand in double marks or both in single ones: a headline is no speech."""
    double = ("''", '"', "“", "”", "„", "«", "``")
    return text[one.start :].startswith(double) == text[other.start :].startswith(double)

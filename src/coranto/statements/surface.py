"""What word order alone shows, where a parser goes wrong: a subject beside its cue, a "that".

Reported speech has few shapes in English ("..., NP said.", "NP said that ...", '"...," said NP').
These rules take over only where the shape is unmistakable or the tree has no answer.
"""

from __future__ import annotations

from coranto.statements.clauses import NEGATION, Beside, Clauses
from coranto.statements.cues import verb_cues

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "PART", "X", "SYM"})
_LINKS = frozenset({"of", "for", "in", "at", "on", "to", "&", "-", "–", "and"})
_NOT_SUBJECTS = frozenset(
    {"which", "what", "that", "there", "him", "them", "me", "us", "to", "who"}
)
_BEFORE_VERB = frozenset({"he", "she", "they", "it", "we", "i", "there", ":", ";"})
_SUBORDINATORS = frozenset({"while", "although", "though", "after", "before", "because"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
_LONGEST = 14  # tokens of a subject beside its cue


def phrase_before(clauses: Clauses, c: int) -> Beside | None:
    """The noun phrase that ends right before the verb at ``c`` and its auxiliaries."""
    if c not in clauses.before:
        clauses.before[c] = _phrase_before(clauses, c)
    return clauses.before[c]


def _phrase_before(clauses: Clauses, c: int) -> Beside | None:
    tokens = clauses.tokens
    low = clauses.doc.sentences[clauses.doc.sentence_of[c]].first_token
    last = c - 1
    while last >= low and tokens[last].pos in {"AUX", "ADV"}:
        last -= 1
    end = last
    if clauses.low(last) == ")":  # "the Shanghai Cooperation Organisation (SCO) said"
        opening = next(
            (i for i in range(last, max(low, last - 6), -1) if clauses.low(i) == "("), low
        )
        last = opening - 1
    first = last + 1
    while first > low and last - first < _LONGEST and _nominal(clauses, first - 1, c):
        first -= 1
    while first <= last and clauses.low(first) in _LINKS:
        first += 1
    if first > last or _is_no_subject(clauses, last) or _is_no_subject(clauses, first):
        return None
    head = _head_between(clauses, first, last)
    if head is None:
        return None
    bound = "start" if first == low else clauses.low(first - 1)
    return Beside(first, end, head, bound)


def phrase_after(clauses: Clauses, c: int) -> Beside | None:
    """The noun phrase that follows the verb at ``c`` (`"...," said NP`)."""
    last = c
    end = clauses.doc.sentences[clauses.doc.sentence_of[c]].last_token - 1
    while last < end and last - c < _LONGEST and _nominal(clauses, last + 1, c):
        if clauses.is_time(last + 1) and last > c:
            break
        last += 1
    while last > c and clauses.low(last) in _LINKS:
        last -= 1
    if last == c or _is_no_subject(clauses, c + 1):
        return None
    head = _head_between(clauses, c + 1, last)
    return None if head is None else Beside(c + 1, last, head, "")


def _is_no_subject(clauses: Clauses, i: int) -> bool:
    """Whether the word can be no subject ("him", "to"); "US" is a country's name."""
    return clauses.low(i) in _NOT_SUBJECTS and clauses.tokens[i].text != "US"


def with_apposition(clauses: Clauses, c: int, end: int) -> int:
    """``end`` of a name, moved past the apposition after it (", a spokesman for X")."""
    doc, tokens = clauses.doc, clauses.tokens
    sentence = doc.sentences[doc.sentence_of[c]]
    rest = [i for i in doc.tokens_in(end, sentence.end) if i < sentence.last_token]
    if len(rest) < 3 or clauses.low(rest[0]) != "," or tokens[rest[1]].pos not in _NOMINAL:
        return end
    for i in rest[1:]:
        if tokens[i].pos == "PUNCT" and clauses.low(i) != "-":
            return tokens[i - 1].end
        if not _nominal(clauses, i, c) and tokens[i].pos != "ADP":
            return end
    return tokens[rest[-1]].end


def _nominal(clauses: Clauses, i: int, c: int) -> bool:
    token = clauses.tokens[i]
    if clauses.zone[i] != clauses.zone[c] or clauses.low(i) in NEGATION:
        return False
    return token.pos in _NOMINAL or clauses.low(i) in _LINKS or clauses.low(i) in _TITLES


def _head_between(clauses: Clauses, first: int, last: int) -> int | None:
    """The noun that heads ``[first, last]``: an actor's head, else one that hangs on no other."""
    doc, tokens = clauses.doc, clauses.tokens
    nouns = [
        i
        for i in range(first, last + 1)
        if tokens[i].pos in {"NOUN", "PROPN", "PRON"} and not clauses.is_time(i)
    ]
    free = [
        i
        for i in nouns
        if not first <= tokens[i].head <= last
        and not any(first <= k <= last for k in doc.dependents(i, "case"))
    ]
    subjects = [i for i in free if tokens[i].dep.startswith("nsubj")]
    actors = [i for i in free if i in clauses.actor_heads]
    for some in (actors, subjects, free):
        if some:
            return some[-1]
    return None


def closes_clause(clauses: Clauses, c: int, width: int = 8) -> bool:
    """Whether only adjuncts follow the cue, up to a stop or comma ("..., X said on Monday.").

    A participle may go on with a noun among them ("said in a statement posted on its site").
    """
    tokens = clauses.tokens
    end = clauses.doc.sentences[clauses.doc.sentence_of[c]].last_token
    limit = min(end, c + width + 1)
    i = c + 1
    while i < limit:
        token = tokens[i]
        if token.pos == "PUNCT":
            return clauses.low(i) in {",", ".", ";", "—", "–", "-", ")"}
        if token.dep == "acl" and token.pos == "VERB" and c < token.head < i:
            limit = min(end, i + width)
        elif token.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} or clauses.low(i) == "that":
            return False
        if i == c + 1 and token.pos not in {"ADP", "ADV"} and not clauses.is_time(i):
            return False
        i += 1
    return limit == end


def that_after(clauses: Clauses, c: int) -> int | None:
    """The "that" which opens the clause of the cue, with no verb or quotation before it."""
    tokens = clauses.tokens
    end = clauses.doc.sentences[clauses.doc.sentence_of[c]].last_token
    for i in range(c + 1, min(end, c + 16)):
        if clauses.zone[i] != clauses.zone[c]:
            return None
        if clauses.low(i) == "that" and (tokens[i].pos == "SCONJ" or tokens[i].dep == "mark"):
            return i
        if tokens[i].pos in {"VERB", "AUX", "SCONJ"} or clauses.low(i) in _BEFORE_VERB:
            return None
    return None


def clause_end(clauses: Clauses, c: int, first: int) -> int:
    """Characters to which a clause from token ``first`` runs: its sentence, or the next cue."""
    tokens = clauses.tokens
    end = clauses.doc.sentences[clauses.doc.sentence_of[c]].last_token
    parts = {_first_word(clauses, k) for k in clauses.doc.dependents(c, "conj") if k > c}
    for i in range(first + 1, end - 1):
        if i in parts and clauses.zone[i] == clauses.zone[c]:
            return tokens[i].start  # "said it was ready but made no demand"
        if clauses.low(i) != "," or clauses.zone[i] != clauses.zone[c]:
            continue
        if i + 1 in parts or opens_new_cue(clauses, i + 1, end):
            return tokens[i].start
    return tokens[end - 1].end


def opens_new_cue(clauses: Clauses, i: int, end: int) -> bool:
    """Whether a part of the sentence with a cue of its own begins at ``i``."""
    if clauses.low(i) in {"but", "and"} and i + 2 < end:
        verb = i + 2 if clauses.tokens[i + 1].pos == "ADV" else i + 1
        if clauses.tokens[verb].pos == "VERB" and clauses.low(verb).endswith(
            ("ed", "made", "left")
        ):
            return True  # ", but rejected ...": the cue's subject goes on
    if clauses.low(i) in {"but", "and", "while"}:
        return any(
            clauses.tokens[k].pos == "VERB" and clauses.lemma(k) in verb_cues()
            for k in range(i + 1, min(i + 4, end))
        )
    participle = clauses.low(i).endswith("ing") and clauses.tokens[i].pos == "VERB"
    return participle and clauses.lemma(i) in verb_cues()


def extended(clauses: Clauses, c: int, end: int, *, clause: bool = False) -> int:
    """``end`` moved to where a phrase can end: a mark, a conjunction, the sentence's end.

    In a ``clause`` subordinate clauses go on; after an object they do not.
    """
    doc, tokens = clauses.doc, clauses.tokens
    last = doc.sentences[doc.sentence_of[c]].last_token
    following = doc.tokens_in(end, doc.sentences[doc.sentence_of[c]].end)
    for i in following:
        if i >= last:
            break
        stops = (
            (tokens[i].pos == "CCONJ" and not joins_nouns(clauses, i, last))
            or (not clause and clauses.low(i) in _SUBORDINATORS)
            or (tokens[i].pos == "PUNCT" and clauses.low(i) not in {"-", "‑", "'", "’"})
        )
        if stops and clauses.zone[i] == clauses.zone[c]:
            return end
        end = tokens[i].end
    return end


def joins_nouns(clauses: Clauses, i: int, end: int) -> bool:
    """Whether the conjunction at ``i`` joins noun phrases: no verb comes soon after it.

    A gerund is a noun: "the importance of dialogue and keeping channels open".
    """
    tokens = clauses.tokens
    if i + 1 < end and tokens[i + 1].pos == "VERB" and clauses.low(i + 1).endswith("ing"):
        return tokens[i - 1].pos in {"NOUN", "PROPN"}
    if i + 1 >= end or tokens[i + 1].pos not in _NOMINAL:
        return False
    for k in range(i + 1, min(end, i + 7)):
        if tokens[k].pos in {"VERB", "AUX"}:
            return False
        if tokens[k].pos in {"PUNCT", "ADP", "CCONJ"}:
            return True
    return True


def before_relative(clauses: Clauses, c: int) -> int | None:
    """The subject in "NP, who ..., said": the phrase that opens the sentence."""
    if clauses.low(c - 1) != ",":
        return None
    first = clauses.doc.sentences[clauses.doc.sentence_of[c]].first_token
    for i in range(first, c - 2):
        if clauses.tokens[i].pos == "PUNCT" or clauses.tokens[i].pos == "VERB":
            relative = clauses.low(i) == "," and clauses.low(i + 1) in {"who", "which", "whose"}
            return _head_between(clauses, first, i - 1) if relative and i > first else None
    return None


def _first_word(clauses: Clauses, k: int) -> int:
    """The first token, no mark, of the part of the sentence that ``k`` heads."""
    conjunction = clauses.doc.child(k, "cc")
    if conjunction is not None and conjunction < k:
        return conjunction
    run = clauses.run(clauses.doc.subtree(k), k)
    return next((i for i in run if clauses.tokens[i].pos != "PUNCT"), k)

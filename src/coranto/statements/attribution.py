"""Attributions in one text: each cue with its source, content and addressee, from the parse.

Terms after PolNeAR (Newell, Margolin and Ruths 2018): a *source* says a
*content*, a *cue* says that it does.  Its conventions of extent hold: a content
has its quotation marks and its "that", a source its title and appositions, a
cue its auxiliaries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from coranto.statements.addressees import addressee_of
from coranto.statements.clauses import RELATIVE, Clauses, in_order
from coranto.statements.contents import (
    Found,
    before_citing,
    content_of,
    extend_quotations,
    is_open_ended,
)
from coranto.statements.cues import Cue, noun_cues, verb_cues, words
from coranto.statements.shared import shared_subject
from coranto.statements.surface import (
    before_relative,
    clause_end,
    extended,
    phrase_after,
    phrase_before,
    with_apposition,
)

_OCCASIONS = frozenset({"statement", "interview"})
# "X said ..., according to Y": Y relays X; with other acts Y tells what X did.
_RELAYED = frozenset({"say", "tell", "add", "announce", "write", "claim", "insist", "warn"})
_CITING = frozenset({"cite", "quote"})
_VERBAL = ("VERB", "AUX")
_OF_CUES = frozenset({*_VERBAL, "NOUN", "PROPN"})
_CITING_NOW = frozenset({"citing", "quoting"})
# Verbs that put out a text; the one who does it speaks in it ("issued a statement saying").
_ISSUING = frozenset(
    {"make", "issue", "release", "publish", "post", "give", "repeat", "send", "share", "sign"}
)


@dataclass(slots=True)
class Attribution:
    """A cue (its head token and spans), the head tokens of those it links, and the content.

    ``via`` are head tokens of those through whom the words came, nearest the
    source first.  ``source`` is ``None`` where nobody is named; ``span`` its
    characters where they are not those of its tree.  ``proposed`` tells that a
    model found the cue.
    """

    token: int
    act: str
    cue: list[tuple[int, int]]
    source: int | None
    content: list[tuple[int, int]]
    frames: frozenset[str] = frozenset()
    addressee: int | None = None
    span: tuple[int, int] | None = None
    via: list[int] = field(default_factory=list)
    proposed: bool = False


def find_attributions(
    clauses: Clauses, wanted: Callable[[int], bool] | None = None
) -> list[Attribution]:
    """Return the attributions of the document, in order of their cues.

    ``wanted`` says of which tokens they are asked for as cues (of all by default).
    """
    found: list[Attribution] = []
    verbs, nouns, lemma = verb_cues(), noun_cues(), clauses.lemma
    for i, token in enumerate(clauses.tokens):
        if token.pos not in _OF_CUES:
            continue
        verbal = token.pos in _VERBAL
        known = lemma(i) in verbs if verbal else token.lemma.lower() in nouns
        if not known or (wanted is not None and not wanted(i)):
            continue
        one = _of_verb(clauses, i) if verbal else _of_noun(clauses, i)
        if one is not None:
            found.append(one)
    found.extend(_by_according(clauses, found))
    found.sort(key=lambda a: (a.cue[0], a.token))
    _by_citing(clauses, found)
    extend_quotations(clauses, found)
    return found


# --- verbs ---------------------------------------------------------------------------------


def match_cue(clauses: Clauses, i: int) -> Cue | None:
    """The row of the lexicon for the verb at ``i``, the one with most particles."""
    for cue in verb_cues().get(clauses.lemma(i), ()):
        last = i + len(cue.words)
        if cue.words[-1] == "to" and _opens_infinitive(clauses, last):
            continue  # "agreed to leave", not "agreed to a truce"
        if cue.words[-1] == "on" and clauses.low(last) in words("time"):
            continue  # "agreed on Monday to leave"
        if all(clauses.low(i + n) == word for n, word in enumerate(cue.words[1:], 1)):
            return cue
    return None


def _opens_infinitive(clauses: Clauses, i: int) -> bool:
    """Whether a verb stands at ``i``, or an adverb and then a verb."""
    following = clauses.tokens[i : i + 2]
    if following and following[0].pos == "ADV":
        following = following[1:]
    return bool(following) and following[0].pos in {"VERB", "AUX"}


def _of_verb(clauses: Clauses, c: int) -> Attribution | None:
    cue = match_cue(clauses, c)
    if cue is None or clauses.tokens[c].dep in {"amod", "compound", "case", "fixed"}:
        return None
    if "cite" in cue.frames:
        return _of_citing(clauses, c, cue)
    if not clauses.realised(c) or _is_as_saying(clauses, c):
        return None
    source, span = _source(clauses, c)
    if source is None or _asks(clauses, source) or clauses.is_predicate(source):
        return None
    found = content_of(clauses, c, cue, source)
    if found is None:
        return None
    meant = clauses.referent(source)
    own = source == c - 1 or source == clauses.own_subject(c)
    text = own and clauses.lemma(meant) in words("document")  # "a paper which stresses ..."
    if not found.spoken and meant != source and not (text or clauses.is_actor(source)):
        return None
    if not found.spoken and not clauses.could_speak(meant):
        return None
    cues = _cue_spans(clauses, c, len(cue.words), found)
    addressee = addressee_of(clauses, c, cue, found.spans)
    return Attribution(c, cue.act, cues, source, found.spans, cue.frames, addressee, span)


def _after_quotation(clauses: Clauses, at: int) -> bool:
    """Whether a quotation whose own end calls for a speaker ends right before ``at``."""
    text = clauses.doc.text
    return any(
        at - 8 < q.end <= at and not text[q.end : at].strip(" ,") and is_open_ended(text, q)
        for q in clauses.quotations_over(max(0, at - 8), at)
    )


def _asks(clauses: Clauses, i: int) -> bool:
    """Whether the token is a question word ("Who said that?")."""
    return clauses.low(i) in {"who", "what", "which"} and clauses.referent(i) == i


def _source(clauses: Clauses, c: int) -> tuple[int | None, tuple[int, int] | None]:
    """The head of the cue's source, with its characters where word order alone shows them.

    Between a comma, a quotation or the sentence's start and the verb, a noun
    phrase is the subject whatever the tree says; after `"...,"` and the verb,
    where the tree has none, so is the phrase that follows.
    """
    tokens = clauses.tokens
    source = clauses.subject(c)
    lemma_before = clauses.lemma(c - 1) if c else ""
    if clauses.low(c) in {"saying", "stating"} and lemma_before in words("document"):
        return c - 1, None
    if clauses.low(c - 1) in RELATIVE and clauses.zone[c - 1] == clauses.zone[c]:
        return (c - 1 if clauses.referent(c - 1) != c - 1 else None), None
    if clauses.low(c).endswith("ing") and clauses.low(c - 1) == ",":
        told = tokens[c - 2].pos == "VERB" and clauses.lemma(c - 2) in verb_cues()
        beside = phrase_before(clauses, c - 2) if told else None
        return (beside.head if beside is not None else source), None
    if clauses.passive(c) or clauses.low(c).endswith("ing"):
        return source, None
    shared = shared_subject(clauses, c)
    if shared is not None:
        return shared[0], None
    before = phrase_before(clauses, c)
    own = clauses.own_subject(c)
    sure = before is not None and (
        source is None
        or before.bound in {"start", ",", "—"}
        or _after_quotation(clauses, tokens[before.first].start)
    )
    if source is None and before is None:
        source = before_relative(clauses, c)
    if before is not None and sure:
        if own is not None and own < before.first and tokens[before.first - 1].text == ",":
            inside = clauses.source_phrase(own, c)
            if inside[1] >= tokens[before.last].end:  # an apposition of the subject
                return own, None
        span = tokens[before.first].start, tokens[before.last].end
        return (
            own if own is not None and before.first <= own <= before.last else before.head
        ), span
    if source is None or (own is not None and own > c):
        after = phrase_after(clauses, c)
        if after is not None and clauses.low(c - 1) in {'"', "”", "''", ",", "’"}:
            end = max(tokens[after.last].end, clauses.source_phrase(after.head, c)[1])
            return after.head, (tokens[after.first].start, with_apposition(clauses, c, end))
    return source, None


def _cue_spans(clauses: Clauses, c: int, length: int, found: Found) -> list[tuple[int, int]]:
    tokens, text = clauses.tokens, clauses.doc.text
    first = c
    while first > 0 and tokens[first - 1].head == c and _leads(clauses, first - 1):
        first -= 1
    end = tokens[c + length - 1].end
    if length == 1 and clauses.low(c + 1) == "in" and clauses.low(c + 3) in _OCCASIONS:
        end = tokens[c + 3].end
    if text[end : end + 1] == ":" and any(start > end for start, _ in found.spans):
        end += 1
    return [(tokens[first].start, end)]


def _leads(clauses: Clauses, i: int) -> bool:
    """Whether a word before the verb is part of the cue ("has also said")."""
    dep = clauses.tokens[i].dep.split(":")[0]
    return dep == "aux" or (dep == "advmod" and clauses.low(i) not in {"when", "where", "as"})


# --- quoting and citing --------------------------------------------------------------------


def _is_as_saying(clauses: Clauses, c: int) -> bool:
    """Whether the verb is the "saying" of "quoted X as saying", which belongs to "quoted"."""
    if clauses.low(c - 1) != "as" or not clauses.low(c).endswith("ing"):
        return False
    return any(clauses.lemma(i) in _CITING for i in range(max(0, c - 25), c))


def _of_citing(clauses: Clauses, c: int, cue: Cue) -> Attribution | None:
    """ "X quoted Y as saying ...", "Y was quoted as saying", "..., X cited Y.", "citing Z"."""
    doc = clauses.doc
    saying = _as_saying(clauses, c)
    after = phrase_after(clauses, c)
    passive = clauses.passive(c) or (saying == c + 2)
    if passive:
        speaker, relayer = doc.child(c, "nsubj:pass", "nsubj"), clauses.agent(c)
    else:
        relayer = _source(clauses, c)[0]
        speaker = doc.child(c, "obj")
        if after is not None and (speaker is None or saying is not None):
            speaker = after.head
    if speaker is None:
        return None if saying is not None or passive else _object_cited(clauses, c, cue, relayer)
    tokens = clauses.tokens
    frames = frozenset({"that", "quote"})
    found = content_of(
        clauses, c, Cue(("cite",), "say", frozenset({"quote"})), relayer, left_only=True
    )
    if saying is not None and found is None:
        as_cue = match_cue(clauses, saying) or Cue(("say",), "say", frames)
        found = content_of(clauses, saying, Cue(as_cue.words, as_cue.act, frames), None)
    if found is None and after is not None and not clauses.low(c).endswith("ing"):
        spans = before_citing(clauses, c, after.last)
        found = Found(spans) if spans else None
    if found is not None and clauses.could_speak(clauses.referent(speaker)):
        cues = _cue_spans(clauses, c, 1, found)
        if saying is not None:
            cues = in_order([*cues, (tokens[saying - 1].start, tokens[saying].end)])
        told = match_cue(clauses, saying) if saying is not None else None
        act = told.act if told is not None else "say"
        via = [relayer] if relayer is not None else []
        if saying is not None and passive:
            by = clauses.agent(saying)
            via += [by] if by is not None else []
        return Attribution(c, act, cues, speaker, found.spans, frames, via=via)
    named = clauses.actor_like(speaker) and clauses.lemma(speaker) not in words("document")
    return None if passive or named else _object_cited(clauses, c, cue, relayer)


def _object_cited(clauses: Clauses, c: int, cue: Cue, source: int | None) -> Attribution | None:
    """ "X said, citing the crisis": what is cited is no one's words but the content."""
    if source is None or not clauses.realised(c):
        return None
    found = content_of(clauses, c, Cue(cue.words, cue.act, frozenset({"obj"})), source)
    if found is None or not clauses.could_speak(clauses.referent(source)):
        return None
    return Attribution(
        c, cue.act, _cue_spans(clauses, c, 1, found), source, found.spans, cue.frames
    )


def _as_saying(clauses: Clauses, c: int) -> int | None:
    """The "saying" after a verb of quoting, within its sentence."""
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    for i in range(c + 1, min(sentence.last_token, c + 25)):
        if _is_as_saying(clauses, i) and clauses.zone[i] == clauses.zone[c]:
            return i
    return None


def _by_citing(clauses: Clauses, found: list[Attribution]) -> None:
    """ "X, citing Y, reported that ...": Y speaks, through X."""
    if _CITING_NOW.isdisjoint(clauses.lows):
        return
    by_token = {a.token: a for a in found}
    for i, low in enumerate(clauses.lows):
        if low not in _CITING_NOW:
            continue
        after = phrase_after(clauses, i)
        if after is None or not clauses.actor_like(after.head) or clauses.zone[i] >= 0:
            continue
        verb = _reporting_verb(clauses, i, after.last, found, by_token)
        if verb is not None and verb.source is not None and verb.token != i:
            verb.via.insert(0, verb.source)
            verb.source, verb.span = after.head, None


def _reporting_verb(
    clauses: Clauses,
    i: int,
    last: int,
    found: list[Attribution],
    by_token: dict[int, Attribution],
) -> Attribution | None:
    """The attribution that "citing Y" modifies: "X, citing Y, reported", "X said, citing Y"."""
    doc = clauses.doc
    if clauses.low(last + 1) == "," and last + 2 < len(clauses.tokens):
        start = clauses.tokens[last + 2].start
        following = next((a for a in found if a.cue[0][0] == start), None)
        if following is not None:
            return following
    for node in doc.ancestors(i):
        if node in by_token:
            return by_token[node]
    before = [
        a
        for a in found
        if a.token < i
        and doc.sentence_of[a.token] == doc.sentence_of[i]
        and "quote" in a.frames
        and not any(s <= clauses.tokens[a.token].start < e for b in found for s, e in b.content)
    ]
    return before[-1] if before else None


# --- according to --------------------------------------------------------------------------


def _by_according(clauses: Clauses, found: list[Attribution]) -> list[Attribution]:
    """ "..., according to X": the clause it stands in is the content, or X relayed a speaker."""
    by_token = {a.token: a for a in found}
    out: list[Attribution] = []
    if "according" not in clauses.lows:
        return out
    for i, low in enumerate(clauses.lows[:-2]):
        if low != "according" or clauses.low(i + 1) != "to":
            continue
        source = _source_of_according(clauses, i)
        if source is None:
            continue
        governor = clauses.tokens[source].head
        if governor == i:
            governor = clauses.tokens[i].head
        above = by_token.get(governor) or _ended_by(clauses, i, found)
        if above is not None and above.source is not None and above.act in _RELAYED:
            above.via.append(source)
            above.content = _cut_before(clauses, above.content, i)
            continue
        content = _around_according(clauses, i, source)
        if content:
            span = (clauses.tokens[i].start, clauses.tokens[i + 1].end)
            frames = frozenset({"that", "quote"})
            out.append(Attribution(i, "say", [span], source, content, frames))
    return out


def _ended_by(clauses: Clauses, i: int, found: list[Attribution]) -> Attribution | None:
    """The attribution at whose content's end ", according to" stands: a relay of it."""
    if clauses.low(i - 1) != ",":
        return None
    at = clauses.tokens[i].start
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[i]]
    for one in found:
        after = clauses.tokens[one.token].end <= one.content[-1][0] < at < one.content[-1][1]
        if after and clauses.doc.text[one.content[-1][1] : sentence.end].strip(" .") == "":
            return one
    return None


def _cut_before(clauses: Clauses, content: list[tuple[int, int]], i: int) -> list[tuple[int, int]]:
    at = clauses.tokens[i].start
    cut = [clauses.trim(s, min(e, at)) if s < at < e else (s, e) for s, e in content]
    return cut if all(s < e for s, e in cut) else content


def _source_of_according(clauses: Clauses, i: int) -> int | None:
    """The head of the words after "according to"."""
    beside = phrase_after(clauses, i + 1)
    if beside is not None:
        return beside.head
    head = clauses.tokens[i].head
    if head > i and clauses.tokens[i].dep in {"case", "mark"}:
        return head
    below = clauses.doc.child(i, "obl", "nmod", "obj")
    if below is not None:
        return below
    to_head = clauses.tokens[i + 1].head
    return to_head if to_head > i + 1 else None


def _around_according(clauses: Clauses, i: int, source: int) -> list[tuple[int, int]]:
    doc, tokens = clauses.doc, clauses.tokens
    sentence = doc.sentences[doc.sentence_of[i]]
    last = max(clauses.phrase(source)[1], tokens[source].end)
    last = max([last, *(n.end for n in doc.names if n.start <= tokens[source].start < n.end)])
    start, end = tokens[i].start, last
    low, high = sentence.start, sentence.end
    quoted = next((q for q in clauses.quotations if _just_before(doc.text, q.end, start)), None)
    if quoted is not None and quoted.start < low and i > sentence.first_token:
        low = quoted.start
    clause = _clause_of(clauses, i, source)
    if clause is not None:
        low, high = clause
    pieces = [clauses.trim(low, start), clauses.trim(end, high)]
    kept = [clauses.whole_quotations(a, b, start) for a, b in pieces if clauses.tells(a, b)]
    return in_order(kept)


def _just_before(text: str, end: int, start: int) -> bool:
    return end <= start and text[end:start].strip(" ,") == ""


def _clause_of(clauses: Clauses, i: int, source: int) -> tuple[int, int] | None:
    """Characters of the clause that "according to" modifies; ``None`` for the main clause."""
    tokens = clauses.tokens
    for node in clauses.doc.ancestors(source):
        if node == i:
            continue
        dep = tokens[node].dep
        if dep == "root" or tokens[node].head < 0:
            return None
        subject = clauses.doc.child(node, "nsubj")
        own = dep in {"advcl", "conj"} and subject is not None
        if own or dep in {"ccomp", "acl:relcl", "parataxis"}:
            tree = clauses.doc.subtree(node, ("cc",))
            return tokens[tree[0]].start, tokens[tree[-1]].end
    return None


# --- nouns ---------------------------------------------------------------------------------


def _of_noun(clauses: Clauses, n: int) -> Attribution | None:
    """ "X's claim that ...", "X repeated the claim that ..."."""
    doc, tokens = clauses.doc, clauses.tokens
    act = noun_cues().get(tokens[n].lemma.lower())
    if act is None or any(clauses.low(k) in {"no", "any"} for k in doc.dependents(n, "det")):
        return None
    clause = next(
        (
            k
            for k in doc.dependents(n, "acl", "ccomp")
            if k > n and any(clauses.low(m) == "that" for m in doc.dependents(k, "mark"))
        ),
        None,
    )
    if clause is None:
        return _of_noun_by(clauses, n, act)
    source = _claimant(clauses, n)
    if source is None or not clauses.could_speak(source):
        return None
    span = clauses.phrase_of_clause(clause)
    if span is None:
        return None
    end = extended(clauses, n, span[1], clause=True)
    span = clauses.whole_quotations(*clauses.trim(span[0], end), tokens[n].start)
    cue, frames = (tokens[n].start, tokens[n].end), frozenset({"that"})
    named = _with_genitive(clauses, n, source)
    return Attribution(n, act, [cue], source, [span], frames, span=named)


def _of_noun_by(clauses: Clauses, n: int, act: str) -> Attribution | None:
    """ "Remarks by X that ...", by word order, where a tree hangs the clause elsewhere."""
    after = phrase_after(clauses, n + 1) if clauses.low(n + 1) in {"by", "from"} else None
    if after is None or not clauses.could_speak(after.head):
        return None
    that, sentence = after.last + 1, clauses.doc.sentences[clauses.doc.sentence_of[n]]
    if clauses.low(that) != "that" or that + 2 >= sentence.last_token:
        return None
    end = clause_end(clauses, n, that)
    span = clauses.whole_quotations(
        *clauses.trim(clauses.tokens[that].start, end), clauses.tokens[n].start
    )
    cue = (clauses.tokens[n].start, clauses.tokens[n].end)
    return Attribution(n, act, [cue], after.head, [span], frozenset({"that"}))


def _claimant(clauses: Clauses, n: int) -> int | None:
    """Whose claim the noun at ``n`` tells: its owner's, or his who puts it out."""
    doc = clauses.doc
    owner = doc.child(n, "nmod:poss")
    if owner is not None:
        return owner
    for k in doc.dependents(n, "nmod"):
        if clauses.case(k) in {"by", "from", "of"}:
            return k
    verb = clauses.tokens[n].head
    issued = verb >= 0 and clauses.lemma(verb) in _ISSUING and clauses.realised(verb)
    return clauses.subject(verb) if issued else None


def _with_genitive(clauses: Clauses, n: int, source: int) -> tuple[int, int] | None:
    """The characters of a possessor with its ending, as PolNeAR has it; ``None`` of others."""
    owned = clauses.tokens[source].dep == "nmod:poss"
    ending = clauses.doc.child(source, "case") if owned else None
    if ending is None or ending < source:
        return None
    return clauses.source_phrase(source, n)[0], clauses.tokens[ending].end

"""What a model proposes, and how it meets the rules.

The attribution head reads one sentence at a time: it proposes cues with their
source and content, of any length and in several pieces.  It finds what no rule
knows (beliefs, intentions, indirect forms) and says which of the rules' finds
are none.  Rules stay where they are exact: where a quotation begins and ends, on
over sentences and paragraphs; who relays whom ("citing", "quoted as saying");
layouts with no verb; the words of a cue.  Which of the two is believed on extents
was counted on PolNeAR's development part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from coranto.statements.addressees import addressee_of
from coranto.statements.attribution import Attribution, match_cue
from coranto.statements.clauses import Clauses, in_order
from coranto.statements.contents import extend_quotations, is_open_ended, spoken_line
from coranto.statements.cues import BELIEFS, UNKNOWN, Cue, acts, noun_cues, verb_cues, words
from coranto.statements.given import behind_hearer, hearsay, matter_in_cue
from coranto.statements.quotes import Quotation
from coranto.statements.relays import hold_tellings, inner_telling, teller_behind
from coranto.statements.sources import proposed_source
from coranto.types import Attributed

SURE = 0.55
"""Score from which a cue that no rule knows is believed, where an actor performs an act by it."""
SURE_OF_COMMON = 0.7
"""The same for acts whose verbs often tell of something else (PolNeAR dev: 0.65 to 0.75 alike)."""
SURE_OF_UNKNOWN = 0.8
"""The same for a cue whose verb or noun no table has, and for one that names no source.

The first is seldom speech; the second ("is said to") tells of nobody's words.
"""
_TOUCHING = 2  # words between two pieces of a content that are taken as one
# Acts that their verbs hardly tell of anything else, so that the rules may be believed alone.
_PERFORMED = frozenset(
    {"accuse", "agree", "apologise", "criticise", "demand", "deny", "express", "invite", "praise",
     "promise", "propose", "refuse", "reject", "stress", "tell", "threaten", "warn"}
)  # fmt: skip
_RELAYING = ("according", "citing", "quoting")
_ACCORDING = "according"
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_OF_MAKERS = frozenset({"by", "from"})
_MARKS = tuple(",;(—–―")
_JOINING = frozenset({"and", "but", "or", "while"})
_OF_REASON = frozenset({"for", "against", "about", "from", "of", "in"})
# What opens an adjunct, which is the report's own as often as not.
_ADJUNCTS = frozenset({"after", "although", "as", "during", "on", "though", "when"})
_LEFT_OF_HEAD = frozenset({"det", "case", "amod", "compound", "nummod", "nmod", "advmod"})
_PARTING = frozenset({"VERB", "NOUN", "PROPN", "SCONJ"})
_BROKEN = 6  # words at most from the end of a piece to the head of the phrase that it breaks
_LONGEST_INFINITIVE = 4  # words
_INFINITIVE = frozenset({"PART", "ADV", "VERB", "AUX", "ADP"})
_SEEMING = frozenset({"appear", "seem"})
_OBJECTS = ("obj", "iobj", "ccomp", "xcomp")
_DEPENDENT = frozenset({"acl", "ccomp", "nmod", "nsubj", "obj", "obl", "xcomp"})
_OF_CAUSE = frozenset({"although", "because", "since", "though", "whereas", "while"})
_QUOTING = frozenset({"quote", "cite"})  # who is quoted speaks
_FRONTED = frozenset({"what", "how", "which", "whom"})
_CLOSING = frozenset('"”')
_REACH = 300  # characters from the first to the last piece of a cue
Places = tuple[tuple[int, int], ...]
_FUNCTION = frozenset({"DET", "PUNCT", "ADP", "PART", "CCONJ", "SCONJ"})
_CONTENT_POS = ("VERB", "NOUN", "PROPN", "ADJ", "ADV", "AUX")


def worth_asking(clauses: Clauses, proposals: Sequence[Attributed]) -> Callable[[int], bool]:
    """Whether the rules need to look at a token at all, where a model has proposed.

    They do where it found a cue, or a cue before this verb ("..., the envoy said, radio
    reported"), or what an institution says, around quotations and "according
    to" in a sentence, and at words that are believed by themselves (see ``merged``).
    """
    tokens_in = clauses.doc.tokens_in
    inside = {i for p in proposals for s, e in p.cue for i in tokens_in(s, e)}
    inside |= {above for i in inside if (above := teller_behind(clauses, i)) >= 0}
    for p in proposals:  # what an institution says may tell what others said
        if any(i in clauses.institutions for s, e in p.source for i in tokens_in(s, e)):
            inside.update(i for s, e in p.content for i in tokens_in(s, e))
    marks = [at for q in clauses.quotations for part in q.parts for at in part]
    lows = clauses.lows
    if _ACCORDING in lows:
        marks += [t.start for t, low in zip(clauses.tokens, lows, strict=True) if low == _ACCORDING]
    marks.sort()
    for sentence in clauses.doc.sentences:
        first = bisect_left(marks, sentence.start)
        if first < len(marks) and marks[first] <= sentence.end:
            whole = range(sentence.first_token, sentence.last_token)
            inside.update(i for i in whole if clauses.zone[i] < 0)
    alone = _believed()
    return lambda i: i in inside or clauses.lemma(i) in alone or _is_owned(clauses, i)


def _is_owned(clauses: Clauses, i: int) -> bool:
    """Whether "the ministry's", "their earlier" or "remarks by" shows whose words a noun is."""
    if clauses.low(i + 1) in _OF_MAKERS or (i and clauses.low(i - 1) in _GENITIVES):
        return True
    return i > 1 and clauses.low(i - 2) in _GENITIVES and clauses.tokens[i - 1].pos == "ADJ"


@cache
def _believed() -> frozenset[str]:
    """Verbs and nouns of acts that the rules may be believed on, and verbs of citing."""
    verbs = (
        lemma
        for lemma, found in verb_cues().items()
        if any(c.act in _PERFORMED or "cite" in c.frames for c in found)
    )
    return frozenset(verbs) | {noun for noun, act in noun_cues().items() if act in _PERFORMED}


def merged(
    clauses: Clauses, found: Sequence[Attribution], proposals: Sequence[Attributed]
) -> list[Attribution]:
    """The attributions that rules and proposals give together, in order of their cues.

    ``found`` are those of the rules. Where both know a cue, the rules give its words
    but for a source, and the extents where the model knows better; a rule that no
    proposal confirms is kept where it may be believed alone.
    """
    proposals = [inner_telling(clauses, p) for p in proposals]
    told_on = [p for p in proposals if _tells_on(clauses, p)]
    proposals = [p for p in proposals if p not in told_on]
    kept: list[Attribution] = []
    unknown: list[Attribution] = []
    left = sorted(found, key=lambda a: a.cue[0])
    starts = [one.cue[0][0] for one in left]
    taken: set[int] = set()
    for proposal in _distinct(proposals):
        first = bisect_left(starts, proposal.cue[0][0] - _REACH)
        last = bisect_left(starts, proposal.cue[-1][1])
        near = [n for n in range(first, last) if n not in taken]
        number = _of_same_cue(clauses, proposal, left, near)
        if number is not None:
            taken.add(number)
            kept.append(_confirmed(clauses, left[number], proposal))
        elif proposal.score >= SURE:
            one = _attribution(clauses, proposal)
            if one is not None and proposal.score >= _enough(clauses, one):
                unknown.append(one)
    kept += [one for one in unknown if not _is_no_news(clauses, one, left)]
    around = _Around(clauses, kept)
    around.told_on = [place for p in told_on for place in p.content]
    alone = [one for n, one in enumerate(left) if n not in taken]
    kept += [one for one in alone if _stands_alone(clauses, one, around)]
    kept.sort(key=lambda a: (a.cue[0], a.token))
    _cut_at_next(clauses, kept)
    hold_tellings(clauses, kept)
    for one in kept:
        _begin_with_infinitive(clauses, one)
        _begin_with_clause(clauses, one)
        _join_relative(clauses, one)
    extend_quotations(clauses, kept)
    return kept


def _tells_on(clauses: Clauses, proposal: Attributed) -> bool:
    """Whether a proposal only says who has the words: "..., as reported by X"."""
    if not any(clauses.doc.text.startswith("by", end - 2) for _, end in proposal.cue):
        return False  # as nearly everywhere
    return any(clauses.relays(i) for s, e in proposal.cue for i in clauses.doc.tokens_in(s, e))


def _enough(clauses: Clauses, one: Attribution) -> float:
    """The score from which a cue that only the model has is believed."""
    if one.act == UNKNOWN or one.source is None:
        return SURE_OF_UNKNOWN
    actor = one.source in clauses.actor_heads
    clausal = one.content[0][0] > one.cue[0][0] and _opens_with_that(clauses, one.content[0][0])
    return SURE if actor and (clausal or one.act in _PERFORMED) else SURE_OF_COMMON


def _of_same_cue(
    clauses: Clauses, proposal: Attributed, found: Sequence[Attribution], near: Sequence[int]
) -> int | None:
    """Which of the rules' attributions has the same cue.

    Of several one with the same source, then the one that shares most. In "reacted to remarks"
    (by another) the noun is another's cue.
    """
    best, most = None, (False, 0)
    for number in near:
        one = found[number]
        shared = _shared(proposal.cue, one.cue)
        if not shared:
            continue
        theirs = one.source is not None and _shared(proposal.source, [_place(clauses, one.source)])
        behind = proposal.cue[0][0] < one.cue[0][0] and clauses.tokens[one.token].pos == "NOUN"
        if behind and proposal.source and not theirs:
            continue
        if (bool(theirs), shared) > most:
            best, most = number, (bool(theirs), shared)
    return best


def _shared(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> int:
    return sum(max(0, min(e, f) - max(s, b)) for s, e in some for b, f in others)


def _distinct(proposals: Sequence[Attributed]) -> list[Attributed]:
    """The proposals in order of their cues, the surest of those that share words of a cue."""
    kept: list[Attributed] = []
    taken: set[int] = set()
    for one in sorted(proposals, key=lambda p: (-p.score, p.cue, p.content)):
        characters = {i for start, end in one.cue for i in range(start, end)}
        if characters and not characters & taken:
            taken |= characters
            kept.append(one)
    return sorted(kept, key=lambda p: (p.cue, p.content))


def _confirmed(clauses: Clauses, rule: Attribution, proposal: Attributed) -> Attribution:
    """What the rules found, with the words that the model knows better."""
    one = replace(rule, proposed=True)
    content = _completed(clauses, proposal)
    torn = len(proposal.cue) > 1 and _shared(proposal.cue, rule.content) > 0
    if not rule.via and not torn and _knows_better(clauses, content, rule):
        at = clauses.tokens[rule.addressee].start if rule.addressee is not None else -1
        taken = [*rule.cue, *([(at, at + 1)] if at >= 0 else [])]
        if not _shared(content, taken):
            one.content = content
    start, end = rule.cue[0][0], rule.cue[-1][1]
    led = len(proposal.cue) == 1 and proposal.cue[0][0] < start and proposal.cue[0][1] == end
    lead = clauses.doc.tokens_in(proposal.cue[0][0], start) if led else ()
    others = (clauses.doc.child(i, "nsubj") for i in lead)
    if led and all(k is None or rule.source is None or k <= rule.source for k in others):
        one.cue = list(proposal.cue)  # "continues to insist", not "(documents they) signed say"
    source, span = proposed_source(clauses, proposal)
    whole = span is not None and len(proposal.source) == 1 and _ends_well(clauses, span)
    if span is not None and (whole or rule.source is None):
        one.source = rule.source if rule.via else source
        one.span = span
    return one


def _attribution(clauses: Clauses, proposal: Attributed) -> Attribution | None:
    """A proposal that no rule knows as an attribution."""
    head = cue_head(clauses, proposal.cue)
    content = _completed(clauses, proposal)
    if head is None or not content:
        return None
    source, span = proposed_source(clauses, proposal)
    if source is not None and (
        _is_acted_on(clauses, head, source) or (span is not None and _is_torn(clauses, span))
    ):
        source, span = None, None
    if source is None:
        source, content = hearsay(clauses, head, content)
    content = behind_hearer(clauses, head, content)
    cue = _lexical(clauses, head, content)
    addressee = addressee_of(clauses, head, cue, content)
    frames = cue.frames | {"quote"}
    one = Attribution(
        head, cue.act, in_order(proposal.cue), source, content, frames, addressee, span,
        proposed=True,
    )  # fmt: skip
    matter_in_cue(clauses, one)
    return one


def _ends_well(clauses: Clauses, span: tuple[int, int]) -> bool:
    """Whether a phrase can end so: not with "who spoke to" or "the"."""
    last = clauses.doc.tokens_in(*span)[-1:]
    return bool(last) and clauses.tokens[last[0]].pos not in _FUNCTION - {"PUNCT", "PART"}


def _is_torn(clauses: Clauses, span: tuple[int, int]) -> bool:
    """Whether a source breaks off: "a new peak in the inquiry and" (fears that ...)."""
    last = clauses.doc.tokens_in(*span)[-1:]
    return bool(last) and (clauses.tokens[last[0]].pos == "CCONJ" or clauses.low(last[0]) == "(")


def _is_no_news(clauses: Clauses, one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether the rules know better than that the proposal attributes anything.

    It names who relays words that are attributed already ("..., according to X",
    "citing X"), or a telephone call, or has only its addressee for content.
    """
    said = clauses.doc.text[slice(*one.cue[0])].casefold()
    relays = said.startswith(_RELAYING) and any(
        one.source in k.via or _shared(one.content, [_place(clauses, k.source)])
        for k in ruled
        if k.via and k.source is not None
    )
    calls = clauses.lemma(one.token) in {"call", "phone", "telephone"}
    plain = not any(clauses.quotations_over(s, e) for s, e in one.content)
    named = all(_is_mention(clauses, s, e) for s, e in one.content)
    return relays or (plain and named and (calls or one.addressee is not None))


def _place(clauses: Clauses, i: int) -> tuple[int, int]:
    return clauses.tokens[i].start, clauses.tokens[i].end


def _is_mention(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the characters are no more than a name or a noun with its article."""
    inside = clauses.doc.tokens_in(start, end)
    return all(clauses.tokens[i].pos in {"PROPN", "DET", "PRON", "ADP"} for i in inside)


def _is_acted_on(clauses: Clauses, head: int, source: int) -> bool:
    """Whether the verb of saying is passive and the source its subject: "it was criticised".

    So is a participle behind its noun ("officers accused of spying").
    """
    if clauses.lemma(head) not in verb_cues() or clauses.lemma(head) in _QUOTING:
        return False
    if clauses.low(head) == "accused" and clauses.low(head + 1) == "of":
        return source < head
    token = clauses.tokens[head]
    behind = token.dep == "acl" and token.head == source < head
    felt = verb_cues()[clauses.lemma(head)][0].act in BELIEFS  # "those worried about prices"
    if behind and not felt and not clauses.low(head).endswith("ing"):
        return True
    return clauses.passive(head) and source in clauses.doc.dependents(head, "nsubj")


def _knows_better(
    clauses: Clauses,
    proposed: Sequence[tuple[int, int]],
    rule: Attribution,
) -> bool:
    """Whether the model's extents of a content are to be believed where the rules give others.

    Where it begins elsewhere, or ends at a mark or conjunction (", which ...", "and
    warned ..."): the rules end a clause there by its tree alone, which runs on. What
    stands in quotation marks is the rules' business, and so are several pieces,
    but for those on both sides of a cue that the rules see on one ("Too often, he
    said, the two ...").
    """
    ruled = rule.content
    if len(proposed) > len(ruled) == 1 and (
        _interrupted(clauses, proposed, rule) or _resumed(clauses, proposed, rule)
    ):
        return True
    if len(proposed) != 1 or (len(ruled) != 1 and _is_quoted(clauses, ruled)):
        return False
    if len(ruled) > 1 and proposed[0] == ruled[0]:
        return False  # the model gives up at ", which ...", behind which the rules go on
    (start, end), (first, last) = proposed[0], (ruled[0][0], ruled[-1][1])
    if start >= last or end <= first or len(ruled) != 1:
        return True
    if first < start and end <= rule.cue[0][0] and _hangs_before(clauses, proposed[0], first):
        return False
    over = clauses.quotations_over(first, last)
    if any(q.start == first for q in over):
        ended = any(_is_closed(clauses, q) and (q.start, q.end) == (start, end) for q in over)
        return ended or (start < first and end >= last)
    if start == first and any(q.end == last for q in over) and rule.act == "call":
        return end > last and clauses.doc.text[last : last + 3] in {" a ", " an"}  # one by one
    if start > first and rule.act == "express":
        return False  # "expressed doubts that ...": the noun says what it is that follows
    return start != first or _ends_better(clauses, end, last)


def _hangs_before(clauses: Clauses, span: tuple[int, int], first: int) -> bool:
    """Whether a piece is torn off its clause: "how to end the war" of "agreed on how to ..."."""
    head = clauses.doc.head_of(*span)
    if head is None or clauses.tokens[head].dep.split(":")[0] not in _DEPENDENT:
        return False
    above = clauses.tokens[head].head
    return above >= 0 and first <= clauses.tokens[above].start < span[0]


def _is_closed(clauses: Clauses, q: Quotation) -> bool:
    """Whether a comma inside its marks says that the words of the quotation end there."""
    return len(q.parts) == 1 and clauses.doc.text[q.start : q.end].rstrip("\"”'’ ")[-1:] == ","


def _is_quoted(clauses: Clauses, spans: Sequence[tuple[int, int]]) -> bool:
    return any(clauses.quotations_over(start, end) for start, end in spans)


def _ends_better(clauses: Clauses, end: int, last: int) -> bool:
    """Whether a model's end of a content is to be believed where the rules have ``last``."""
    text = clauses.doc.text
    between = text[min(end, last) : max(end, last)].replace(",", " , ").split()
    if not between or between[:2] == [",", "where"]:
        return False
    before = clauses.doc.token_at(end - 1)
    timed = before is None or clauses.lemma(before) in words("time")  # "seven years after ..."
    adjunct = end < last and between[0] in _ADJUNCTS and not timed
    return between[0].startswith(_MARKS) or between[0] in _JOINING or adjunct


def _interrupted(clauses: Clauses, proposed: Sequence[tuple[int, int]], rule: Attribution) -> bool:
    """Whether a content stands on both sides of its cue, one of them as the rules have it.

    Nothing but the source parts the piece before the cue from it.
    """
    ruled, cue = rule.content[0], rule.cue[0]
    before = [end for _, end in proposed if end <= cue[0]]
    behind = any(start >= cue[1] for start, _ in proposed)
    if not before or not behind:
        return False
    source = [] if rule.source is None else [rule.source]
    between = clauses.doc.tokens_in(max(before), cue[0])
    own = {i for k in source for i in clauses.doc.subtree(k)}
    parted = any(i not in own and clauses.tokens[i].pos in _PARTING for i in between)
    return not parted and any(a < ruled[1] and ruled[0] < b for a, b in proposed)


def _resumed(clauses: Clauses, proposed: Sequence[tuple[int, int]], rule: Attribution) -> bool:
    """Whether the rules lack the subject of a clause: "said X, who had come late, was unwell"."""
    (start, end), (first, last) = proposed[0], rule.content[0]
    following = clauses.doc.tokens_in(rule.cue[-1][1], start + 1)
    beside = len(following) == 1 and rule.cue[-1][1] <= start
    relative = clauses.doc.token_at(end)
    aside = relative is not None and clauses.low(relative) == "," and end < first
    return beside and aside and any(a < last and first < b for a, b in proposed[1:])


def _cut_at_next(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """End a content before the next cue of the same source ("said X ... and warned of Y")."""
    by_source: dict[int, list[Attribution]] = {}
    for one in found:
        if one.source is not None:
            by_source.setdefault(one.source, []).append(one)
    for same in by_source.values():
        for one in same if len(same) > 1 else ():
            following = [o.cue[0][0] for o in same if o is not one and o.cue[0] > one.cue[0]]
            one.content = [_before(clauses, one, span, following) for span in one.content]


def _before(
    clauses: Clauses, one: Attribution, span: tuple[int, int], following: Sequence[int]
) -> tuple[int, int]:
    """A piece of content after its cue, up to the first of the cues that follow inside it."""
    start, end = span
    inside = [at for at in following if start < at < end]
    if not inside or one.cue[0][0] > start:
        return span
    cut = clauses.doc.text[start : min(inside)].rstrip(" ,;")
    for word in _JOINING:
        cut = cut.removesuffix(f" {word}").rstrip(" ,;")
    return (start, start + len(cut)) if cut else span


def _begin_with_infinitive(clauses: Clauses, one: Attribution) -> None:
    """Let a content begin with the infinitive between it and its cue: "refuses to discuss it"."""
    start, end = one.content[0] if one.content else (0, 0)
    last = max((e for _, e in one.cue if e <= start), default=start)
    between = clauses.doc.tokens_in(last, start)
    if not 1 < len(between) <= _LONGEST_INFINITIVE or clauses.low(between[0]) != "to":
        return
    if all(clauses.tokens[i].pos in _INFINITIVE for i in between):
        one.content = [(clauses.tokens[between[0]].start, end), *one.content[1:]]


def _begin_with_clause(clauses: Clauses, one: Attribution) -> None:
    """Let what figures or texts tell begin behind the "since" that joins it to the sentence."""
    start, end = one.content[0] if one.content else (0, 0)
    i = clauses.doc.token_at(start)
    if i is None or end > one.cue[0][0] or clauses.low(i) not in _OF_CAUSE:
        return
    joins = (
        clauses.tokens[i].dep == "mark"
        and clauses.doc.sentences[clauses.doc.sentence_of[i]].first_token != i
    )
    if joins and clauses.low(one.token) == _ACCORDING:
        one.content = [clauses.trim(clauses.tokens[i].end, end), *one.content[1:]]


def _join_relative(clauses: Clauses, one: Attribution) -> None:
    """Add to a content the "what" or "which" that opens its clause: "what he called a trap"."""
    if one.source is None or not one.content or one.content[0][0] < one.cue[0][0]:
        return
    start, _ = one.span or clauses.source_phrase(one.source, one.token)
    i = clauses.doc.token_at(start)
    if i is None or start > one.cue[0][0] or clauses.low(i - 1) not in _FRONTED:
        return
    fronted = clauses.tokens[i - 1]
    free = clauses.low(i - 1) in {"what", "how"} or clauses.tokens[i - 2].pos != "ADP"
    if i and free and fronted.end <= start and clauses.zone[i - 1] == clauses.zone[i]:
        one.content = [(fronted.start, fronted.end), *one.content]


def cue_head(clauses: Clauses, cue: Places) -> int | None:
    """The token that says what the cue does: its last verb or noun of the lexicon, else its head.

    "in a televised interview appeared to blame": "blame".
    """
    inside = [i for start, end in cue for i in clauses.doc.tokens_in(start, end)]
    if not inside:
        return None
    known = [i for i in inside if _row(clauses, i) is not None]
    known = [i for i in known if clauses.lemma(i) not in _SEEMING] or known
    verbs = [i for i in known if clauses.tokens[i].pos == "VERB"]
    if known:
        heads = [i for i in known if clauses.tokens[i].head not in inside]
        return (heads or verbs or known)[0]
    outward = [i for i in inside if clauses.tokens[i].head not in inside]
    content = [i for i in outward if clauses.tokens[i].pos in _CONTENT_POS]
    return (content or outward or inside)[0]


def _row(clauses: Clauses, i: int) -> Cue | None:
    """The lexicon's row for the token, as a verb or as a noun."""
    if clauses.tokens[i].pos in {"VERB", "AUX"}:
        return match_cue(clauses, i) or _bare_row(clauses.lemma(i))
    lemma = clauses.lemma(i)
    if lemma in noun_cues():
        return Cue((lemma,), noun_cues()[lemma], frozenset({"that"}))
    return _bare_row(lemma)


def _bare_row(lemma: str) -> Cue | None:
    act = acts().get(lemma)
    return Cue((lemma,), act, frozenset()) if act is not None else None


def _lexical(clauses: Clauses, head: int, content: Sequence[tuple[int, int]]) -> Cue:
    """The row of the cue; one that no table has is speech where a mark or clause shows it."""
    row = _row(clauses, head)
    if row is None and clauses.lemma(head) in verb_cues():
        row = verb_cues()[clauses.lemma(head)][-1]
    first = content[0][0]
    spoken = (
        not any(c.isalnum() for c in clauses.tokens[head].text)
        or _opens_with_that(clauses, first)
        or any(q.start == first for q in clauses.quotations_over(first, first + 1))
    )
    return row or Cue((clauses.lemma(head),), "say" if spoken else UNKNOWN, frozenset())


def _opens_with_that(clauses: Clauses, first: int) -> bool:
    i = clauses.doc.token_at(first)
    return i is not None and clauses.low(i) == "that" and clauses.tokens[i].pos == "SCONJ"


def _completed(clauses: Clauses, proposal: Attributed) -> list[tuple[int, int]]:
    """The proposed content with whole quotations, beyond its sentence too, and after a colon."""
    out = _pieces_joined(clauses, proposal)
    at = proposal.cue[0][0]
    near = [q for s, e in proposal.content for q in clauses.quotations_over(s, e)]
    for q in dict.fromkeys(near):
        touched = any(a < e and s < b - 1 for s, e in proposal.content for a, b in q.parts)
        if touched and not q.covers(at):
            out += q.parts
    barriers = (*proposal.cue, *proposal.source)
    out = [_mended(clauses, span, barriers) for span in out]
    out += _after_colon(clauses, proposal)
    return [span for span in in_order(out) if not _is_empty(clauses, span)]


def _mended(clauses: Clauses, span: tuple[int, int], barriers: Places) -> tuple[int, int]:
    """A piece of content that begins and ends where words can."""
    if clauses.quotations:
        span = _before_mark(clauses, _behind_mark(clauses, span))
    span = _without_fragment(clauses, _rounded(clauses, span, barriers))
    return _with_object(clauses, span, barriers)


def _behind_mark(clauses: Clauses, span: tuple[int, int]) -> tuple[int, int]:
    """A piece that begins with the mark which closes a quotation, without it."""
    start, end = span
    over = clauses.quotations_over(start, start + 1)
    closed = bool(over) and any(q.end == start + 1 for q in over)
    return clauses.trim(start + 1, end) if closed and end > start + 1 else span


def _before_mark(clauses: Clauses, span: tuple[int, int]) -> tuple[int, int]:
    """A piece that ends with the mark which closes a quotation that began before it, without it."""
    start, end = span
    if clauses.doc.text[end - 1] not in _CLOSING:
        return span
    over = clauses.quotations_over(end - 1, end)
    opened = any(q.start < start and q.end == end for q in over)
    return clauses.trim(start, end - 1) if opened and start < end - 1 else span


def _without_fragment(clauses: Clauses, span: tuple[int, int]) -> tuple[int, int]:
    """A piece that breaks off inside a clause before its verb, ended before the clause begins.

    "To stand up for their rights as the president" (met his guest).
    """
    inside = clauses.doc.tokens_in(*span)
    tokens = clauses.tokens
    for i in inside[1:]:
        token = tokens[i]
        if token.dep != "mark" or token.pos != "SCONJ":
            continue
        if token.head > inside[-1] and clauses.zone[i] < 0:
            cut = clauses.trim(span[0], token.start)
            return cut if cut[0] < cut[1] else span
    return span


def _rounded(clauses: Clauses, span: tuple[int, int], barriers: Places) -> tuple[int, int]:
    """A piece that breaks off inside a phrase, taken to its head ("a ruling in the" court).

    Words of ``barriers``, the cue and the source, are never in it.
    """
    start, end = span
    tokens = clauses.tokens
    if _is_empty(clauses, span):
        return span
    for _ in range(_BROKEN):
        inside = clauses.doc.tokens_in(start, end)
        if not inside or tokens[inside[-1]].end != end:
            return span
        last = inside[-1]
        head, dep = tokens[last].head, tokens[last].dep.split(":")[0]
        if tokens[last].pos in {"CCONJ", "SCONJ"} or clauses.low(last) == ",":
            return clauses.trim(start, tokens[last].start) if last > inside[0] else (start, end)
        if dep not in _LEFT_OF_HEAD or not last < head <= last + _BROKEN or head in inside:
            return start, end
        if _shared([(end, tokens[head].end)], barriers):
            return start, end
        if clauses.low(last - 1) in _JOINING:
            return clauses.trim(start, tokens[last].start)
        end = tokens[head].end
    return start, end


def _with_object(clauses: Clauses, span: tuple[int, int], barriers: Places) -> tuple[int, int]:
    """A piece that breaks off before its verb's object or its noun's "that", with it.

    "They believe that it has offered" (new terms); words of ``barriers`` are never in it.
    """
    inside = clauses.doc.tokens_in(*span)
    last = inside[-1] if inside else -1
    if last + 1 >= len(clauses.tokens) or clauses.tokens[last].end != span[1]:
        return span
    verbal = clauses.tokens[last].pos in {"VERB", "AUX"}
    if not verbal and clauses.low(last + 1) not in {"that", "who", "whose"}:
        return span
    for k in clauses.doc.dependents(last, *(_OBJECTS if verbal else ("acl",))):
        tree = clauses.doc.subtree(k) if k > last else []
        if last + 1 not in tree:
            continue
        joined = _joined_at(clauses, last) if verbal else None
        if joined is not None and joined > inside[0]:  # "a trap and has shown" (restraint)
            return clauses.trim(span[0], clauses.tokens[joined].start)
        end = clauses.tokens[clauses.run(tree, last + 1)[-1]].end
        return span if _shared([(span[1], end)], barriers) else clauses.trim(span[0], end)
    return span


def _joined_at(clauses: Clauses, verb: int) -> int | None:
    """The conjunction right before a verb and its auxiliaries."""
    while clauses.tokens[verb - 1].pos in {"AUX", "ADV", "PART"}:
        verb -= 1
    return verb - 1 if clauses.tokens[verb - 1].pos == "CCONJ" else None


def _is_empty(clauses: Clauses, span: tuple[int, int]) -> bool:
    """Whether the piece has no word that could say anything ("a", "to the")."""
    tokens = clauses.tokens
    return all(tokens[i].pos in _FUNCTION for i in clauses.doc.tokens_in(*span))


def _pieces_joined(clauses: Clauses, proposal: Attributed) -> list[tuple[int, int]]:
    """The pieces of the content, those made one that nothing but a word or two parts."""
    text = clauses.doc.text
    barriers = (*proposal.cue, *proposal.source)
    out: list[tuple[int, int]] = []
    for start, end in sorted(proposal.content):
        gap = slice(out[-1][1], start) if out else None
        if gap is not None and not any(s < gap.stop and gap.start < e for s, e in barriers):
            between = text[gap]
            if "\n" not in between and len(between.split()) <= _TOUCHING:
                out[-1] = (out[-1][0], end)
                continue
        out.append((start, end))
    return out


def _after_colon(clauses: Clauses, proposal: Attributed) -> list[tuple[int, int]]:
    """The rest of the paragraph after "NAME:", or the paragraph that "X added:" announces."""
    text = clauses.doc.text
    end = proposal.cue[-1][1]
    if text[end - 1 : end + 1].strip()[-1:] != ":":
        return []
    at = text.index(":", end - 1) + 1
    line = _line_end(text, at)
    if text[at:line].strip():
        start = max(text.rfind("\n", 0, at) + 1, 0)
        bare = text[slice(*proposal.cue[0])] == ":" and _opens_line(proposal, text, start)
        first = min((s for s, _ in proposal.content), default=at)
        return [spoken_line(clauses, first, line)] if bare and first >= at else []
    if proposal.content:
        return []
    start = len(text) - len(text[line:].lstrip())
    quoted = clauses.quotation_at(start)
    if quoted is not None and quoted.start == start:
        return list(quoted.parts)
    return [spoken_line(clauses, start, _line_end(text, start))] if start < len(text) else []


def _opens_line(proposal: Attributed, text: str, start: int) -> bool:
    """Whether the source stands at the head of its line, as speakers do in a transcript."""
    first = proposal.source[0][0] if proposal.source else -1
    return first >= start and not any(c.isalnum() for c in text[start:first])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


class _Around:
    """The attributions whose content holds a token."""

    def __init__(self, clauses: Clauses, kept: Sequence[Attribution]) -> None:
        self._tokens = clauses.tokens
        self._contents = [(start, end, one) for one in kept for start, end in one.content]
        self.relays = {teller_behind(clauses, one.token) for one in kept} - {-1}
        self.told_on: list[tuple[int, int]] = []

    def is_told_on(self, i: int) -> bool:
        """Whether token ``i`` stands in words of which another is only said to have them."""
        at = self._tokens[i].start
        return any(start <= at < end for start, end in self.told_on)

    def at(self, i: int) -> list[Attribution]:
        """Those of the token at ``i``."""
        at = self._tokens[i].start
        return [one for start, end, one in self._contents if start <= at < end]


def _stands_alone(clauses: Clauses, one: Attribution, kept: _Around) -> bool:
    """Whether the rules are believed without the model.

    It seldom marks an attribution inside another, nor acts that are common in
    diplomatic reports alone: those of a known actor stay, and what stands inside the
    words of an institution, which tells what others said. Who cites whom is exact.
    Inside a quotation only a name speaks ("we blame nobody" is its speaker's own
    voice), and "for refusing to go" reasons with an act rather than telling it.
    """
    quoted = clauses.zone[one.token] >= 0
    if quoted and _is_pronoun(clauses, one):
        return False
    if _is_reason(clauses, one.token):
        return False
    around = [k for k in kept.at(one.token) if k.source != one.source]
    relayed = any(k.source in clauses.institutions for k in around)
    known = one.source in clauses.actor_heads or _is_told_by_text(clauses, one.source)
    performed = one.act in _PERFORMED and (known or bool(around))
    relayed = relayed or (known and (one.token in kept.relays or kept.is_told_on(one.token)))
    if bool(one.via) or relayed or performed or _is_claim(clauses, one):
        return True
    return _is_exact(clauses, one, kept)


def _is_pronoun(clauses: Clauses, one: Attribution) -> bool:
    return one.source is not None and clauses.tokens[one.source].pos == "PRON"


def _is_claim(clauses: Clauses, one: Attribution) -> bool:
    """Whether a noun of saying stands with its owner's name: "the ministry's claim that".

    So does "remarks by the minister that".
    """
    if clauses.tokens[one.token].pos != "NOUN" or one.source is None or one.act in BELIEFS:
        return False
    owned = clauses.tokens[one.source].dep == "nmod:poss"
    owned = owned or (clauses.low(one.token + 1) in _OF_MAKERS and one.source > one.token)
    return owned and clauses.zone[one.token] < 0 and one.source in clauses.actor_heads


def _is_told_by_text(clauses: Clauses, source: int | None) -> bool:
    """Whether the source is the "which" of a text: "a paper which stresses the need"."""
    noun = source if source is None else clauses.referent(source)
    return noun is not None and noun != source and clauses.lemma(noun) in words("document")


def _is_reason(clauses: Clauses, c: int) -> bool:
    """Whether a participle hangs on a preposition: "for accusing him", "against asking"."""
    return clauses.low(c).endswith("ing") and clauses.low(c - 1) in _OF_REASON


def _is_exact(clauses: Clauses, one: Attribution, kept: _Around) -> bool:
    """Whether the rules alone are sure of an attribution: a quotation with its speaker."""
    text = clauses.doc.text
    announced = ":" in text[slice(*one.cue[-1])]
    exact = any(
        q.start == s and q.end == e and (announced or is_open_ended(text, q))
        for s, e in one.content
        for q in clauses.quotations_over(s, e)
    )
    inside = (i for start, end in one.content for i in clauses.doc.tokens_in(start, end))
    return exact and not any(kept.at(i) for i in inside)

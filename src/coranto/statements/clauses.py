"""What the rules ask of a tree: whose verb it is, what it governs, what is in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from coranto.language.document import Document
from coranto.statements.cues import base_forms, verb_cues, words
from coranto.statements.quotes import Quotation, find_quotations

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NEGATION = frozenset({"not", "n't", "n’t", "never", "hardly", "neither", "nor"})
# What may be said is not said: a cue under these is no statement ("would say", "may propose").
MODALS = frozenset({"would", "could", "may", "might", "should", "can", "must", "will", "shall"})
MODAL_FORMS = MODALS | {"'d", "’d", "'ll", "’ll", "ca", "wo"}
CARRYING = frozenset(
    {"quoted", "cited", "carried", "published", "distributed", "relayed", "reported"}
)
# Verbs that leave an infinitive realised: "went on to say", "began to criticise".
REALISING = frozenset(
    {"go", "begin", "start", "continue", "proceed", "return", "dare", "help", "appear", "seem"}
)
_CONDITIONS = frozenset({"if", "unless", "until", "lest"})
_OPENING = 6  # characters from a mark to the verb that opens its quotation ("“have agreed”)
_OPENING_MARKS = frozenset({"“", "„", "«", "``"})
_OF_PASSIVES = ("aux:pass", "obl:agent")
_HELPERS = ("aux", "cop")
_MARGIN = 64  # how far outside the document a token is asked for
# "A series of documents", "a copy of the statement": what follows "of" is meant.
PARTITIVE = frozenset({"series", "number", "set", "one", "group", "part", "copy", "version"})
_EDGE = " \t\n\r\u00a0,;:.–—―-"


@dataclass(frozen=True, slots=True)
class Beside:
    """A noun phrase beside a cue: its tokens ``[first, last]``, head, and what bounds it."""

    first: int
    last: int
    head: int
    bound: str  # "start", the mark before it, or a word


class _Lemmas(dict[int, str]):
    """Lemmas by token, each worked out when it is first asked for."""

    def __init__(self, doc: Document) -> None:
        super().__init__()
        self._tokens, self._lows = doc.tokens, doc.lows

    def __missing__(self, i: int) -> str:
        token = self._tokens[i]
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma == self._lows[i] and lemma not in verb_cues():
            lemma = next((base for base in base_forms(lemma) if base in verb_cues()), lemma)
        self[i] = lemma
        return lemma


class Clauses:
    """A document with its quotations, and the questions that cue rules put to it."""

    def __init__(
        self, doc: Document, heads: Collection[int] = (), institutions: Collection[int] = ()
    ) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.quotations: tuple[Quotation, ...] = tuple(
            q for q in find_quotations(doc.text) if q.depth == 0 and not q.is_transcript(doc.text)
        )
        self.actor_heads = frozenset(heads)
        self.institutions = frozenset(institutions)
        self.before: dict[int, Beside | None] = {}  # what surface.phrase_before has found
        self.occasions: dict[int, list[tuple[int, int, int]]] = {}  # by sentence, as found
        self.lows = doc.lows
        self._passive: dict[int, bool] = {}
        self._realised: dict[int, bool] = {}
        # The token in lower case; "" outside the document. Asked for most often of all.
        self.low: Callable[[int], str] = [*doc.lows, *[""] * _MARGIN].__getitem__
        # The token's lemma; for a verb left inflected, the lemma of the cue that it is.
        self.lemma: Callable[[int], str] = _Lemmas(doc).__getitem__

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Where quotations begin and where they end; they do not cross, so both are in order."""
        return [q.start for q in self.quotations], [q.end for q in self.quotations]

    def quotations_over(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations that have a character in ``[start, end)``, in order."""
        if not self.quotations:
            return ()
        starts, ends = self._bounds
        return self.quotations[bisect_right(ends, start) : bisect_left(starts, end)]

    def quotation_from(self, start: int) -> Quotation | None:
        """The first quotation that begins at ``start`` or after it."""
        at = bisect_left(self._bounds[0], start)
        return self.quotations[at] if at < len(self.quotations) else None

    @cached_property
    def zone(self) -> tuple[int, ...]:
        """For each token, the number of the quotation that holds it, or -1."""
        out = [-1] * len(self.tokens)
        for number, quotation in enumerate(self.quotations):
            for start, end in quotation.parts:
                for i in self.doc.tokens_in(start, end):
                    out[i] = number
        return tuple(out)

    @cached_property
    def placed(self) -> frozenset[int]:
        """The tokens of the names of places."""
        names = (n for n in self.doc.names if n.kind == "place")
        return frozenset(i for n in names for i in self.doc.tokens_in(n.start, n.end))

    def participles_in(self, start: int, end: int) -> list[int]:
        """The tokens in ``[start, end)`` that end in "ing" and follow a comma, in order."""
        inside = self.doc.tokens_in(start, end)
        some = self._participles
        return some[bisect_left(some, inside.start) : bisect_left(some, inside.stop)]

    @cached_property
    def _participles(self) -> list[int]:
        lows = self.lows
        return [i + 1 for i in range(len(lows) - 1) if lows[i] == "," and lows[i + 1][-3:] == "ing"]

    def is_time(self, i: int) -> bool:
        """Whether the token heads a phrase of time ("on Friday", "last week")."""
        return self.low(i) in words("time") or self.tokens[i].dep in {"obl:tmod", "obl:unmarked"}

    def case(self, i: int) -> str:
        """The preposition of the phrase that token ``i`` heads, in lower case."""
        marker = self.doc.child(i, "case", "mark")
        return self.low(marker) if marker is not None else ""

    def child_low(self, i: int, dep: str) -> str:
        """The first dependent of ``i`` with the relation, in lower case; "" without one."""
        k = self.doc.child(i, dep)
        return self.low(k) if k is not None else ""

    # --- realised or not ---------------------------------------------------------------

    def realised(self, c: int) -> bool:
        """Whether the verb tells of words that were said: no negation, modal or mere intention."""
        known = self._realised.get(c)
        if known is None:
            known = self._realised[c] = self._is_realised(c)
        return known

    def _is_realised(self, c: int) -> bool:
        doc = self.doc
        for child in doc.children[c]:
            low, dep = self.low(child), self.tokens[child].dep
            if child > c or self.zone[child] != self.zone[c]:
                continue
            if low in NEGATION and dep in {"advmod", "cc:preconj", "cc"}:
                return False
            if dep == "aux" and low in MODAL_FORMS:
                return False
        if self.child_low(c, "cc") == "or" and doc.child(c, "nsubj", "aux") is None:
            return self.realised(self.tokens[c].head)  # "would not confirm or deny"
        if self.infinitive(c):
            token = self.tokens[c]
            goes_on = token.dep in {"xcomp", "advcl"} and token.head >= 0
            return goes_on and self.lemma(token.head) in REALISING
        return not any(self.low(k) in _CONDITIONS for k in doc.dependents(c, "mark"))

    def infinitive(self, c: int) -> bool:
        """Whether the verb stands with "to", its own or that of the verb it is joined to."""
        while not self._has_to(c):
            token = self.tokens[c]
            joined = token.dep == "conj" and self.tokens[token.head].pos == "VERB"
            if not joined or token.head > c or self.doc.child(c, "nsubj", "aux") is not None:
                return False
            c = token.head
        return True

    def _has_to(self, c: int) -> bool:
        marks = self.doc.dependents(c, "mark")
        return bool(marks) and any(self.low(k) == "to" and k < c for k in marks)

    def passive(self, c: int) -> bool:
        """Whether the verb is passive, with its auxiliary or its agent beside it."""
        known = self._passive.get(c)
        if known is None:
            known = self._passive[c] = self._is_passive(c)
        return known

    def _is_passive(self, c: int) -> bool:
        for k in self.doc.children[c]:
            dep = self.tokens[k].dep
            if dep in _OF_PASSIVES:
                return True
            if dep in _HELPERS and self._is_past(c) and self.lemma(k) == "be":
                return True
        return False

    def _is_past(self, c: int) -> bool:
        return not self.low(c).endswith("ing")

    # --- subjects ----------------------------------------------------------------------

    def own_subject(self, c: int) -> int | None:
        """The verb's own subject, the nearest where a tree gives it several; a passive's agent."""
        if self.passive(c):
            return self.agent(c)
        own = [k for k in self.doc.dependents(c, "nsubj") if self._shares_zone(k, c)]
        thats = [k for k in self.doc.dependents(c, "mark") if k < c and self.low(k) == "that"]
        if thats:  # what stands before "that" is no part of its clause
            own = [k for k in own if k > thats[0]]
        return min(own, key=lambda k: abs(k - c), default=None)

    def _shares_zone(self, k: int, c: int) -> bool:
        """Whether a subject stands in the verb's quotation, or before one that the verb opens."""
        outside = k < c and self.zone[k] < 0
        return self.zone[k] == self.zone[c] or (outside and self.opens_quotation(c))

    def opens_quotation(self, c: int) -> bool:
        """Whether the verb, with its auxiliary, is the first of a quotation's words."""
        zone = self.zone[c]
        return zone >= 0 and self.tokens[c].start - self.quotations[zone].start <= _OPENING

    def agent(self, c: int) -> int | None:
        """Who does what a passive says."""
        for k in self.doc.dependents(c, "obl"):
            case = self.case(k)
            if case == "by" or (self.tokens[k].dep == "obl:agent" and not case):
                return None if self.is_time(k) else k
        return None

    def subject(self, c: int) -> int | None:
        """Who does what the verb says, by its own subject or the subject it shares."""
        seen: set[int] = set()
        while c >= 0 and c not in seen:
            seen.add(c)
            own = self.own_subject(c)
            if own is not None or self.passive(c):
                return own
            token = self.tokens[c]
            relation = token.dep.split(":")[0]
            head = token.head
            goes_on = relation == "advcl" and head >= 0 and self.lemma(head) in REALISING
            if goes_on and self.infinitive(c):  # "went on to say"
                c = head
                continue
            if relation in {"acl", "advcl"} and not self.low(c).endswith("ing"):
                return None  # "a plan called X", "asked about Y": a passive without its auxiliary
            if head < 0 or self._leaves_quotation(c, head):
                return None
            if relation == "conj" and self.zone[c] < 0 <= self.zone[head] and self._is_his(head):
                outer = self._verb_of_quotation(head)  # "said he “won’t go” and vowed to stay"
                teller = self.subject(outer) if outer >= 0 else None
                if teller is not None:
                    return teller
            after_comma = self.low(c).endswith("ing") and self.low(c - 1) == ","
            if relation == "advcl" or (after_comma and relation in {"conj", "acl"}):
                return self._above(c)
            if relation in {"conj", "xcomp"}:
                controller = self.doc.child(head, "obj", "iobj") if relation == "xcomp" else None
                if controller is not None and not self._keeps_subject(head):
                    return controller
                c = head
            elif relation == "acl":
                return head
            elif relation in {"parataxis", "ccomp"} and self.low(c).endswith("ing"):
                return self._above(c)
            else:
                return None
        return None

    def _leaves_quotation(self, c: int, head: int) -> bool:
        """Whether the way from ``c`` to ``head`` leads out of a quotation."""
        return self.zone[c] >= 0 and self.zone[head] != self.zone[c]

    def _is_his(self, verb: int) -> bool:
        """Whether the subject of a quoted verb may be the speaker: a pronoun, or none.

        A quoted adjective ("said X was “mad” and vowed to go") is joined to no verb.
        """
        subject = self.doc.child(verb, "nsubj", "nsubj:pass")
        pronoun = subject is None or self.tokens[subject].pos == "PRON"
        return pronoun or self.tokens[verb].pos != "VERB"

    def _verb_of_quotation(self, i: int) -> int:
        """The verb outside that governs quoted token ``i``; -1 where there is none."""
        while i >= 0 and (self.zone[i] >= 0 or self.tokens[i].pos not in {"VERB", "AUX"}):
            i = self.tokens[i].head
        return i

    def _keeps_subject(self, c: int) -> bool:
        return self.lemma(c) in {"promise", "vow", "threaten", "use"}

    def _above(self, c: int) -> int | None:
        """The subject that a participle clause shares: of the nearest verb above with an actor.

        "X told Y that there were obstacles, blaming Z": a parser may hang the
        clause on "were"; its subject is X all the same.
        """
        first = None
        for verb in self.doc.ancestors(c):
            if self._leaves_quotation(c, verb):
                break
            if self.zone[verb] != self.zone[c]:
                continue  # a quoted fragment on the way up
            if self.relays(verb):
                continue
            subject = self.own_subject(verb)
            if subject is None and self.tokens[verb].dep.split(":")[0] in {"conj", "xcomp"}:
                continue
            if subject is None:
                passive = self.doc.child(verb, "nsubj:pass")
                subject = passive
            if subject is None:
                continue
            if first is None:
                first = subject
            if self.could_speak(subject):
                return subject
        return first

    def relays(self, verb: int) -> bool:
        """Whether the verb only says who has the words: "as quoted by the agency"."""
        said = self.low(verb) in CARRYING and self.low(verb + 1) == "by"
        return said and self.low(verb - 1) == "as"

    def could_speak(self, i: int) -> bool:
        """Whether the token heads the words for a person, an institution or a document."""
        token = self.tokens[i]
        if i in self.actor_heads or token.pos == "PROPN":
            return True
        if token.pos == "PRON":
            return self.low(i) in {"he", "she", "they", "i", "we", "you", "who"}
        if self.lemma(i) in PARTITIVE:
            inner = (k for k in self.doc.dependents(i, "nmod") if self.case(k) == "of")
            return any(self.lemma(k) in words("document") or self._is_someone(k) for k in inner)
        return self.lemma(i) in words("document") or self._is_someone(i)

    def _is_someone(self, i: int) -> bool:
        """Whether the noun is one for persons left unnamed, bodies, office holders or media."""
        lemma = self.lemma(i)
        return any(lemma in words(kind) for kind in ("source", "group", "medium noun"))

    def is_actor(self, i: int) -> bool:
        """Whether what token ``i`` stands for is a known actor or a proper name."""
        i = self.referent(i)
        return i in self.actor_heads or self.tokens[i].pos == "PROPN"

    def actor_like(self, i: int) -> bool:
        """Whether the token heads a name, an actor or a person left unnamed, not a text."""
        known = i in self.actor_heads or self.tokens[i].pos == "PROPN"
        return known or self._is_someone(i) or self.lemma(i) in words("document")

    def referent(self, i: int) -> int:
        """What a relative pronoun stands for: the noun that its clause modifies."""
        if self.low(i) not in RELATIVE:
            return i
        for verb in self.doc.ancestors(i):
            if self.tokens[verb].dep.startswith("acl"):
                return self.tokens[verb].head
        return i

    def is_predicate(self, i: int) -> bool:
        """Whether the token is no one's name but a predicate ("it is a neutral party")."""
        return self.doc.child(i, "cop") is not None or self.tokens[i].pos == "VERB"

    def covers_line(self, head: int, start: int, at: int) -> bool:
        """Whether the words of ``[start, at)`` are one phrase, headed by ``head``."""
        below = set(self.doc.subtree(head))
        inside = self.doc.tokens_in(start, at)
        return len(inside) <= 8 and all(
            i in below or self.tokens[i].pos in {"PROPN", "PUNCT"} for i in inside
        )

    # --- spans -------------------------------------------------------------------------

    def phrase(self, i: int, without: Collection[str] = ()) -> tuple[int, int]:
        """Characters of the phrase that token ``i`` heads, contiguous around it."""
        skipped = {*without, "case", "cc", "mark"}
        below = [i]
        for k in self.doc.children[i]:
            dep = self.tokens[k].dep
            if dep not in skipped and dep.split(":")[0] not in skipped:
                below += self.doc.subtree(k)
        inside = self.run(below, i)
        if len(inside) > 1 and inside[-1] != i and self.low(inside[-1]) in _OPENING_MARKS:
            inside = inside[:-1]  # of a quotation that begins behind the phrase
        return self.trim(self.tokens[inside[0]].start, self.tokens[inside[-1]].end)

    def source_phrase(self, source: int, cue: int) -> tuple[int, int]:
        """Characters of a source's words, without its cue's clause ("officials saying")."""
        start, end = self.phrase(source)
        tree = self.doc.subtree(cue)
        if source not in tree and start <= self.tokens[cue].start < end:
            first = min((i for i in tree if i > source), default=cue)
            start, end = self.trim(start, self.tokens[first].start)
        return (start, end) if start < end else (self.tokens[source].start, self.tokens[source].end)

    def phrase_of_clause(self, k: int) -> tuple[int, int] | None:
        """Characters of the clause that token ``k`` heads, with whole quotations."""
        tree = self.run(self.doc.subtree(k), k)
        start, end = self.trim(self.tokens[tree[0]].start, self.tokens[tree[-1]].end)
        if end - start < 3:
            return None
        return self.whole_quotations(start, end, self.tokens[self.tokens[k].head].start)

    def run(self, indices: Sequence[int], i: int) -> list[int]:
        """The stretch of neighbouring tokens among ``indices`` that holds ``i``."""
        inside = set(indices)
        first = last = i
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return list(range(first, last + 1))

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that covers the character at ``offset``."""
        near = self.quotations_over(offset, offset + 1)
        return next((q for q in near if q.covers(offset)), None)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without blanks and stops at its edges; those inside quotation marks stay."""
        text = self.doc.text
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE and not self._abbreviates(end):
            end -= 1
        return start, end

    def _abbreviates(self, end: int) -> bool:
        """Whether the stop before ``end`` belongs to its word ("the U.S.")."""
        i = self.doc.token_at(end - 1)
        return (
            i is not None
            and len(self.tokens[i].text) > 1
            and self.tokens[i].end == end
            and (self.tokens[i].text[0].isalnum())
        )

    def tells(self, start: int, end: int) -> bool:
        """Whether the span has a word of its own, not just "that", "and" or "which"."""
        return end > start and any(
            self.tokens[i].pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"} or self.zone[i] >= 0
            for i in self.doc.tokens_in(start, end)
        )

    def whole_quotations(self, start: int, end: int, cue: int) -> tuple[int, int]:
        """The span, widened to the ends of quotations that it cuts, unless the cue is in them."""
        for q in self.quotations_over(start, end):
            if q.covers(cue):
                continue
            if q.start < start < q.end:
                start = q.start
            if q.end > end > q.start:
                end = q.end
        return start, end


def in_order(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order of the text, overlapping ones made one."""
    some = [s for s in spans if s[0] < s[1]]
    if len(some) < 2:
        return some
    out: list[tuple[int, int]] = []
    for start, end in sorted(some):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out

"""Who speaks: the actor behind a source, and the chain through which the words came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import words
from coranto.types import Mention

_ISSUERS = ("from", "by", "of")
_ISSUED = frozenset(
    {"issue", "release", "publish", "propose", "sign", "make", "post", "present", "put", "send"}
)
_TELLING = frozenset({"speak", "talk", "tell", "interview"})


class ActorMention(Protocol):
    """Words that stand for an actor within one document; ``key`` after coreference."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def head(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def key(self) -> str | None: ...


class Speakers:
    """Turns head tokens of sources into mentions, with the mentions of the document at hand."""

    def __init__(self, clauses: Clauses, mentions: Sequence[ActorMention]) -> None:
        self.clauses = clauses
        self.mentions = mentions
        self._by_head: dict[int, ActorMention] = {}
        for m in sorted(mentions, key=lambda m: m.end - m.start):
            self._by_head[m.head] = m

    def mention_at(self, i: int) -> ActorMention | None:
        """The mention whose head is token ``i``, else the longest that covers it."""
        if i in self._by_head:
            return self._by_head[i]
        at = self.clauses.tokens[i].start
        covering = [m for m in self.mentions if m.start <= at < m.end]
        return max(covering, key=lambda m: m.end - m.start, default=None)

    def resolve(self, i: int, last: Mention | None = None) -> Mention | None:
        """The mention for the source at token ``i``.

        A relative pronoun stands for its noun, a document for whoever issued
        it, or, when nothing says who did, for the ``last`` speaker.
        """
        relative = self.clauses.referent(i) != i
        i = self._behind(self.clauses.referent(i))
        if self.is_document(i):
            issuer = self._issuer(i)
            if issuer is not None:
                return self.resolve(issuer)
            if (
                last
                and not relative
                and self.clauses.child_low(i, "det") in {"the", "that", "this"}
            ):
                return last
        i = self._first_conjunct(i)
        both = self._coordination(i)
        mention = self.mention_at(i)
        if both is not None:
            return self._mention(mention.key if mention else None, *both)
        if mention is not None:
            return self._mention(mention.key, mention.start, mention.end)
        left_out = ["acl", "appos", "parataxis", "punct"]
        if self.clauses.lemma(i) in words("press"):
            left_out += ["nmod", "obl"]
        start, end = self.clauses.phrase(i, left_out)
        return self._mention(None, start, end) if end > start else None

    def _behind(self, i: int) -> int:
        """The noun that is meant by "a series of documents", "one of the officials"."""
        if self.clauses.lemma(i) in {"series", "number", "set", "one", "group", "part"}:
            for k in self.clauses.doc.dependents(i, "nmod"):
                if self.clauses.case(k) == "of" and self.mention_at(i) is None:
                    return k
        return i

    def _first_conjunct(self, i: int) -> int:
        """The first of coordinated nouns that token ``i`` belongs to."""
        tokens = self.clauses.tokens
        while tokens[i].dep == "conj" and tokens[tokens[i].head].pos in {"NOUN", "PROPN"}:
            i = tokens[i].head
        return i

    def _mention(self, key: str | None, start: int, end: int) -> Mention:
        return Mention(key, self.clauses.doc.text[start:end], start, end)

    def _coordination(self, i: int) -> tuple[int, int] | None:
        """Characters of "X and Y", with the mentions at its ends whole."""
        others = list(self.clauses.doc.dependents(i, "conj"))
        ends = [m for m in (self.mention_at(k) for k in (i, *others)) if m is not None]
        if len(ends) < 2:
            return None
        start, end = min(m.start for m in ends), max(m.end for m in ends)
        return (start, end) if end - start < 160 else None

    def is_document(self, i: int) -> bool:
        """Whether token ``i`` heads the words for a text and not for an actor."""
        mention = self._by_head.get(i)
        named = mention is not None and mention.key is not None
        return not named and self.clauses.lemma(i) in words("document")

    def _issuer(self, i: int) -> int | None:
        """Whose text it is: its possessor, "from X", "X published", or who issued it."""
        clauses, doc = self.clauses, self.clauses.doc
        if i > 1 and clauses.low(i - 1) in {"'s", "’s", "'", "’"}:
            return i - 2  # "the ministry's statement", whatever the tree says
        own = doc.child(i, "nmod:poss")
        if own is not None:
            return own
        for k in doc.dependents(i, "nmod", "obl"):
            if clauses.case(k) in _ISSUERS and clauses.actor_like(k) and not self.is_document(k):
                return k
        for k in doc.dependents(i, "acl"):
            by = clauses.agent(k) if clauses.lemma(k) in _ISSUED else None
            who = by if by is not None else doc.child(k, "nsubj")
            if clauses.lemma(k) in _ISSUED and who is not None and clauses.could_speak(who):
                return None if clauses.low(who) in {"which", "that"} else who
        for k in doc.dependents(i, "compound", "nmod", "amod"):
            if k in self._by_head and k < i:
                return k
        verb = clauses.tokens[i].head
        is_object = clauses.tokens[i].dep in {"obj", "obl"} and verb >= 0
        if is_object and clauses.lemma(verb) in _ISSUED | {"say"}:
            subject = clauses.subject(verb)
            return None if subject is None or subject == i else clauses.referent(subject)
        return None

    # --- chains ------------------------------------------------------------------------

    def via(self, one: Attribution) -> list[Mention]:
        """Those the attribution itself names between its source and the report."""
        tokens = list(one.via)
        if one.source is not None:
            tokens += self._heard_by(self.clauses.referent(one.source))
        if one.addressee is not None and self.is_medium(one.addressee):
            tokens.append(one.addressee)
        tokens += self._interview(one.token)
        found = [self.resolve(i) for i in dict.fromkeys(tokens)]
        return [m for m in found if m is not None]

    def _heard_by(self, i: int) -> list[int]:
        """The medium in "officials who spoke to the paper", "a source told the agency"."""
        out = []
        for verb in self.clauses.doc.dependents(i, "acl"):
            if self.clauses.lemma(verb) in _TELLING or self.clauses.lemma(verb) in {
                "cite",
                "quote",
            }:
                below = self.clauses.doc.dependents(verb, "obl", "obj", "iobj", "nmod")
                out += [k for k in below if self.is_medium(k)]
        return out

    def _interview(self, verb: int) -> list[int]:
        """The medium in "said in an interview with the paper", "quoted by the agency"."""
        clauses, doc = self.clauses, self.clauses.doc
        out = []
        for k in doc.dependents(verb, "obl"):
            if clauses.case(k) == "to" and self.is_medium(k):
                out.append(k)
            if clauses.lemma(k) == "interview":
                out += [m for m in doc.dependents(k, "nmod", "obl") if self.is_medium(m)]
        return out

    def is_medium(self, i: int) -> bool:
        """Whether token ``i`` heads the words for an agency, a paper or a station."""
        if self.clauses.lemma(i) in words("medium noun"):
            return True
        mention = self.mention_at(i)
        start, end = (mention.start, mention.end) if mention else self.clauses.phrase(i, ("acl",))
        name = self.clauses.doc.text[start:end].casefold().removeprefix("the ")
        return name in words("medium") or self.clauses.low(i) in words("medium")

"""A parsed text and the way about its trees: what the rooms above the model read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, wraps
from typing import Any, TypeVar

from coranto.types import Attributed, Name, Sentence, Span, TimeExtent, Token

Answer = TypeVar("Answer")
_NOTHING: dict[int, tuple[int, ...]] = {}


class Document:
    """A text with its sentences, tokens (one forest of UD trees) and names.

    Tokens are addressed by their index in ``tokens``; a head of -1 is a root.
    ``times`` are the time expressions and ``attributions`` the attributions that
    the language model proposes (``None``: it has no head for them).
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        tokens: Sequence[Token],
        names: Sequence[Name],
        *,
        times: Sequence[TimeExtent] = (),
        attributions: Sequence[Attributed] | None = None,
    ) -> None:
        self.text = text
        self.sentences = tuple(sentences)
        self.tokens = tuple(tokens)
        self.names = tuple(names)
        self.times = tuple(times)
        self.attributions = None if attributions is None else tuple(attributions)
        self._answers: dict[Callable[..., Any], dict[int, Any]] = {}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, its dependents in order of the text."""
        out: list[tuple[int, ...]] = [()] * len(self.tokens)
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                out[token.head] += (i,)
        return tuple(out)

    @cached_property
    def _by_relation(self) -> dict[str, dict[int, tuple[int, ...]]]:
        """Relation to head to dependents in order; those of "nsubj:pass" under "nsubj" too."""
        out: dict[str, dict[int, tuple[int, ...]]] = {}
        for i, token in enumerate(self.tokens):
            if token.head < 0:
                continue
            below = out.setdefault(token.dep, {})
            if token.head in below:
                below[token.head] += (i,)
            else:
                below[token.head] = (i,)
        for dep in [dep for dep in out if ":" in dep]:
            whole = out.setdefault(dep.partition(":")[0], {})
            for head, dependents in out[dep].items():
                whole[head] = tuple(sorted((*whole.get(head, ()), *dependents)))
        return out

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """For each token, its words in lower case."""
        return tuple([t.text.lower() for t in self.tokens])

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token, the index of its sentence."""
        out = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            first, last = sentence.first_token, sentence.last_token
            out[first:last] = [number] * (last - first)
        return tuple(out)

    @cached_property
    def paragraph_of(self) -> tuple[int, ...]:
        """For each sentence, the number of its paragraph (paragraphs end at a line break)."""
        out: list[int] = []
        number = 0
        for i, sentence in enumerate(self.sentences):
            if i and "\n" in self.text[self.sentences[i - 1].end : sentence.start]:
                number += 1
            out.append(number)
        return tuple(out)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers the character at ``offset``, if one does."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and self.tokens[i].end > offset else None

    def tokens_in(self, start: int, end: int) -> range:
        """Indices of the tokens that begin in ``[start, end)``."""
        i = bisect_left(self._starts, start)
        return range(i, max(i, bisect_left(self._starts, end, lo=i)))

    def head_of(self, start: int, end: int) -> int | None:
        """The token of ``[start, end)`` whose head lies outside it (the first, if several)."""
        inside = self.tokens_in(start, end)
        for i in inside:
            if self.tokens[i].head not in inside:
                return i
        return None

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of ``i`` with one of the relations (``nsubj`` covers subtypes)."""
        found = (
            self._by_relation.get(deps[0], _NOTHING).get(i)
            if len(deps) == 1
            else self.dependents(i, *deps)
        )
        return found[0] if found else None

    def dependents(self, i: int, *deps: str) -> Sequence[int]:
        """Dependents of ``i`` with one of the relations; "nsubj" covers "nsubj:pass"."""
        if len(deps) == 1:  # as it is asked most of the time
            return self._by_relation.get(deps[0], _NOTHING).get(i, ())
        found: Sequence[int] = ()
        for dep in deps:
            some = self._by_relation.get(dep, _NOTHING).get(i)
            if some:
                found = sorted({*found, *some}) if found else some
        return found

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above ``i``, nearest first."""
        seen = {i}
        while (i := self.tokens[i].head) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def subtree(self, i: int, without: Collection[str] = ()) -> list[int]:
        """``i`` and all below it in text order, skipping branches whose relation is excluded.

        ``without`` names relations; "acl" also covers its subtypes.
        """
        out, stack = {i}, [i]
        children, tokens = self.children, self.tokens
        while stack:
            for c in children[stack.pop()]:
                if c in out:
                    continue
                dep = tokens[c].dep
                if without and (dep in without or dep.partition(":")[0] in without):
                    continue
                out.add(c)
                stack.append(c)
        return sorted(out)

    def span(self, start: int, end: int) -> Span:
        """The span of characters ``[start, end)`` with its words."""
        return Span(start, end, self.text[start:end])

    def span_of(self, indices: Collection[int]) -> Span:
        """The span from the first to the last of the tokens."""
        return self.span(self.tokens[min(indices)].start, self.tokens[max(indices)].end)

    def sentence_span(self, i: int) -> Span:
        """The span of the sentence that holds token ``i``."""
        sentence = self.sentences[self.sentence_of[i]]
        return self.span(sentence.start, sentence.end)


def remembered(question: Callable[[Document, int], Answer]) -> Callable[[Document, int], Answer]:
    """A function of a document and an index (of a token, a sentence), worked out once for each.

    For what is asked again and again of the same predicates: a document keeps the answers.
    """

    @wraps(question)
    def answer(doc: Document, index: int) -> Answer:
        known: dict[int, Answer] | None = doc._answers.get(question)
        if known is None:
            known = doc._answers[question] = {}
        if index not in known:
            known[index] = question(doc, index)
        return known[index]

    return answer

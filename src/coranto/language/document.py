"""A parsed text and the way about its trees: what the rooms above the model read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from coranto.types import Attributed, Name, Sentence, Span, TimeExtent, Token


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

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, its dependents in order of the text."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                below[token.head].append(i)
        return tuple(tuple(b) for b in below)

    @cached_property
    def _universal(self) -> tuple[str, ...]:
        """For each token, its relation without the subtype: "nsubj" for "nsubj:pass"."""
        return tuple(t.dep.partition(":")[0] for t in self.tokens)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token, the index of its sentence."""
        out = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for i in range(sentence.first_token, sentence.last_token):
                out[i] = number
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
        i = bisect_right(self._starts, start - 1)
        return range(i, bisect_right(self._starts, end - 1))

    def head_of(self, start: int, end: int) -> int | None:
        """The token of ``[start, end)`` whose head lies outside it (the first, if several)."""
        inside = self.tokens_in(start, end)
        for i in inside:
            if self.tokens[i].head not in inside:
                return i
        return None

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of ``i`` with one of the relations (``nsubj`` covers subtypes)."""
        return next(self.dependents(i, *deps), None)

    def dependents(self, i: int, *deps: str) -> Iterator[int]:
        """Dependents of ``i`` with one of the relations; "nsubj" covers "nsubj:pass"."""
        for c in self.children[i]:
            if self._universal[c] in deps or self.tokens[c].dep in deps:
                yield c

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
        while stack:
            for c in self.children[stack.pop()]:
                excluded = self._universal[c] in without or self.tokens[c].dep in without
                if c not in out and not excluded:
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

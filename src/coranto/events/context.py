"""What the coder knows of one report besides its acts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coranto.actors.mentions import ActorMention
from coranto.events.arguments import Arguments
from coranto.language.document import Document
from coranto.times import Dating, date_of
from coranto.types import DateRange, Statement, TimeExpression

_NOBODY: frozenset[str | None] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What the coder knows of one report besides its acts.

    ``times`` stand in text order, and ``starts`` has where each begins; ``keyed`` has the keys of
    the actors by the sentences that mention them. ``spoken`` has the spans
    of the statements' content and cues, each with its statement, ``datings`` what was found of
    the days of verbs and nouns.
    """

    doc: Document
    arguments: Arguments
    mentions: tuple[ActorMention, ...]
    times: tuple[TimeExpression, ...]
    anchor: DateRange | None
    statements: tuple[Statement, ...]
    report: str
    spoken: tuple[tuple[int, int, Statement], ...] = ()
    starts: tuple[int, ...] = ()
    keyed: Mapping[int, frozenset[str | None]] = field(default_factory=dict)
    datings: dict[int, Dating] = field(default_factory=dict)

    def dating_of(self, token: int) -> Dating:
        """The days of what a verb or noun tells, worked out once for each."""
        if token not in self.datings:
            self.datings[token] = date_of(self.doc, token, self.times, self.anchor)
        return self.datings[token]

    def times_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The times that begin in ``[start, end)``, in text order."""
        return self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def keys_of_sentence(self, number: int) -> frozenset[str | None]:
        """The keys of the actors that the sentence of this number mentions."""
        return self.keyed.get(number, _NOBODY)

    def times_of_sentence(self, token: int) -> Sequence[TimeExpression]:
        """The times of the sentence that a token stands in."""
        sentence = self.doc.sentences[self.doc.sentence_of[token]]
        return self.times_in(sentence.start, sentence.end)

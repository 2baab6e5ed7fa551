"""What the coder knows of one report besides its acts."""

from __future__ import annotations

from dataclasses import dataclass

from coranto.actors.mentions import ActorMention
from coranto.events.arguments import Arguments
from coranto.language.document import Document
from coranto.types import DateRange, Statement, TimeExpression


@dataclass(frozen=True, slots=True)
class Context:
    """What the coder knows of one report besides its acts.

    ``spoken`` has the spans of the statements' content and cues, each with its statement.
    """

    doc: Document
    arguments: Arguments
    mentions: tuple[ActorMention, ...]
    times: tuple[TimeExpression, ...]
    anchor: DateRange | None
    statements: tuple[Statement, ...]
    report: str
    spoken: tuple[tuple[int, int, Statement], ...] = ()

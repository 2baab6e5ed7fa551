"""Statements: who said what, to whom, on whose word."""

from coranto.statements.find import find_statements, is_told
from coranto.statements.together import with_groups, with_lent_speakers
from coranto.statements.utterances import same_utterance

__all__ = ["find_statements", "is_told", "same_utterance", "with_groups", "with_lent_speakers"]

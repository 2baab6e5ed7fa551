"""Statements: who said what, to whom, on whose word."""

from coranto.statements.find import find_statements
from coranto.statements.utterances import same_utterance

__all__ = ["find_statements", "same_utterance"]

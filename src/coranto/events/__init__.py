"""Events: who did what to whom, where and when, coded in PLOVER, with status and evidence."""

from coranto.events.coder import find_events
from coranto.events.lexicon import QUADS
from coranto.events.relation import relation_between

__all__ = ["QUADS", "find_events", "relation_between"]

"""Where a verb's act was: the place of its clause, unless that is whom or what it is about."""

from __future__ import annotations

from coranto.events.acts import OF_FORCE, OF_REASONS, Actors, Phrases
from coranto.events.lexicon import VerbReading
from coranto.events.signing import ceremony
from coranto.types import Place


def place_of(
    phrases: Phrases, verb: int, obj: int | None, reading: VerbReading, targets: Actors
) -> Place | None:
    """The place of an act that a verb tells by one of its readings.

    ``obj`` is the token of what is acted on, ``targets`` are those to whom it is done.
    """
    place = _of_clause(phrases, verb, reading, targets)
    if place is None and reading.mode == "host":
        return phrases.places.beside(targets)  # "received Tan in Oslo", hung on Tan
    of_object = reading.frame == "puts-out" or reading.root in OF_FORCE
    if place is None and obj is not None and of_object:
        place = phrases.places.around(obj)  # "stormed the embassy in Tehran"
    if place is None and reading.mode == "sign":
        place = ceremony(phrases, verb)
    if place is None and (reading.root == "AGREE" or reading.frame == "puts-out"):
        # Not of rebels in a region, who are somewhere else than they sign
        doers = phrases.subject_actors(verb)
        place = phrases.places.beside(m for m in doers if m.kind != "group")
    return place


def _of_clause(phrases: Phrases, verb: int, reading: VerbReading, targets: Actors) -> Place | None:
    place = phrases.places.around(verb)
    if place is None or place.start is None:
        return place
    if reading.root in OF_REASONS:
        is_target = any(m.start == place.start for m in targets)  # "imposed on Moscow"
        return None if is_target or _is_of_reason(phrases, verb, place.start) else place
    if "on" in reading.preps:
        # "Called on Russia": whom, not where
        called_on = phrases.arguments.obliques(verb, {"on"})
        heads = [m for c in called_on for m in phrases.arguments.actors(c)]
        if any(m.start <= place.start < m.end for m in heads):
            return phrases.places.of_speech(verb)
    return place


def _is_of_reason(phrases: Phrases, verb: int, start: int) -> bool:
    """ "Expelled her for the killing in Rome": where the killing was."""
    behind = phrases.arguments.obliques(verb, {"for", "over"})
    return any(phrases.doc.tokens[c].start < start for c in behind)

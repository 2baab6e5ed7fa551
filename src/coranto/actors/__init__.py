"""Who acts and speaks: mentions of actors in a report, and the actors over a pile of reports."""

from coranto.actors.directory import Directory, directory_with
from coranto.actors.lexicon import capital_of, country_name, country_of_place, place_entry
from coranto.actors.mentions import ActorMention, acts_as, find_mentions
from coranto.actors.offices import office_bounds
from coranto.actors.resolve import Resolution, resolve_actors

__all__ = [
    "ActorMention",
    "Directory",
    "Resolution",
    "acts_as",
    "capital_of",
    "country_name",
    "country_of_place",
    "directory_with",
    "find_mentions",
    "office_bounds",
    "place_entry",
    "resolve_actors",
]

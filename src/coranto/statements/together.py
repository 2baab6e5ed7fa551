"""Speakers beyond their own words: several at once, and those whom another report names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coranto.ids import content_id
from coranto.types import Actor, Mention, Statement

_SAME_WORDS = 6
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_WORD = re.compile(r"[^\W_]+")


def with_groups(
    statements: Iterable[Statement], actors: Sequence[Actor]
) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """The statements, their plural speakers and addressees made groups, and all actors with these.

    A mention whose ``members`` are all known is the group of them: one group for
    the same members, whatever the words and the order, named after its members.
    """
    known = {a.id: a for a in actors}
    groups: dict[str, Actor] = {}
    words: dict[str, set[str]] = {}

    def one(mention: Mention | None) -> Mention | None:
        if mention is None or mention.actor is not None or not _all_known(mention, known):
            return mention
        group = _group([known[m] for m in mention.members])
        groups[group.id] = group
        words.setdefault(group.id, set()).add(mention.text)
        return replace(mention, actor=group.id)

    out = tuple(
        replace(
            s,
            speaker=one(s.speaker),
            addressee=one(s.addressee),
            chain=tuple(x for m in s.chain if (x := one(m)) is not None),
        )
        for s in statements
    )
    named = (replace(g, names=tuple(sorted({g.name, *words[g.id]}))) for g in groups.values())
    return out, (*actors, *sorted(named, key=lambda g: (g.name, g.id)))


def with_lent_speakers(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; an unknown "he" or "the ministry" is who says the same words elsewhere.

    A report may have lost the paragraph that names its speaker. Another that tells
    the very words, six at least, lends its own, if all that do agree on one actor.
    """
    known: dict[tuple[str, ...], set[tuple[str, tuple[str, ...]]]] = {}
    for s in statements:
        if s.speaker is not None and s.speaker.actor is not None:
            known.setdefault(_words(s), set()).add((s.speaker.actor, s.speaker.members))
    out = []
    for s in statements:
        lenders = known.get(_words(s), set()) if _is_open(s.speaker) else set()
        if s.speaker is not None and len(lenders) == 1 and len(_words(s)) >= _SAME_WORDS:
            actor, members = next(iter(lenders))
            out.append(replace(s, speaker=replace(s.speaker, actor=actor, members=members)))
        else:
            out.append(s)
    return tuple(out)


def _is_open(speaker: Mention | None) -> bool:
    """Whether the words point to someone named elsewhere: a pronoun, "the minister"."""
    if speaker is None or speaker.actor is not None or speaker.members:
        return False
    words = speaker.text.casefold().split()
    return words[:1] == ["the"] or (len(words) == 1 and words[0] in _PRONOUNS)


def _words(s: Statement) -> tuple[str, ...]:
    text = " ".join(c.text for c in s.content).casefold()
    return tuple(_WORD.findall(text))


def _all_known(mention: Mention, known: dict[str, Actor]) -> bool:
    members = mention.members
    return len(set(members)) > 1 and all(m in known for m in members)


def _group(members: Sequence[Actor]) -> Actor:
    ordered = sorted(members, key=lambda a: (a.name, a.id))
    names = [a.name for a in ordered]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    return Actor(content_id("actor", "group", sorted(a.id for a in ordered)), name, "group")

"""Trees that English does not allow, put right where only one reading is left.

Each rule is exact: it states what cannot be, and moves one word to the one
place where it can.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from coranto.types import Name, Token

# The relations that one of the rules moves.
_SUSPECT = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "advcl", "conj", "amod", "compound"))
_MODALS = frozenset("will would can could may might shall should must 'll ’ll".split())
_TELLING = frozenset(
    "acknowledge add announce argue claim confirm declare explain insist maintain note post report "
    "reveal say state stress tell tweet warn write".split()
)
_WITHIN_A_NAME = frozenset(("appos", "conj", "flat", "nmod"))
_SETTING_OFF = frozenset((",", '"', "”", "'", "’"))
# What makes a clause of its own of a verb joined to another.
_OWN = frozenset(("aux", "nsubj", "mark", "expl"))


def repaired(tokens: Sequence[Token], names: Sequence[Name] = ()) -> tuple[Token, ...]:
    """The tokens of a text with impossible attachments moved; trees stay trees.

    ``names`` are the names that were read in the text, in its order.

    - A subject cannot stand before the "that" or "to" of its own clause: "told the
      envoy that there were obstacles" has the envoy as the object of "told".
    - ", blaming the West" behind a clause whose subject is an empty "there" or "it"
      goes on about the one who said it.
    - "would" goes with no past tense: in "said that they would meet and left for home"
      it is the one who spoke that left.
    - A verb has one clause for its object: in "The talks failed, the envoy said, radio
      reported" the first is told by the envoy, and his telling by the radio.
    - In "the UN-brokered deal" the UN goes with the participle behind its hyphen, not with
      the deal.
    - No person is another: in "Minister Ana Orlova, President Bo Tan and Cy Moss met"
      the second is one more of the three, and no apposition of the first.
    - "Which" is no person: in "a letter to Bo Tan, which the palace released" it is the
      letter.
    """
    out = list(tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for i, t in enumerate(tokens):
        if t.head >= 0:
            children[t.head].append(i)
    for i, t in enumerate(tokens):
        if t.dep not in _SUSPECT:
            continue
        if t.dep.startswith("nsubj") and _before_its_mark(i, tokens, children):
            out[i] = replace(t, head=tokens[t.head].head, dep="obj")
        elif _trails_empty_subject(i, tokens, children) or _is_beyond_modal(i, tokens, children):
            out[i] = replace(t, head=tokens[t.head].head)
        elif (participle := _behind_hyphen(i, tokens, children)) >= 0:
            out[i] = replace(t, head=participle, dep="compound")
    _order_tellings(out, children)
    if names:
        persons = _persons(tokens, names)
        _list_persons(out, children, persons)
        _refer_to_things(out, children, persons)
    return tuple(out)


def _is_beyond_modal(i: int, tokens: Sequence[Token], children: Sequence[list[int]]) -> bool:
    """Whether the verb is finite by its form, and joined to one that a modal governs."""
    if tokens[i].dep != "conj":
        return False
    verb, form = tokens[tokens[i].head], tokens[i].text.lower()
    if verb.dep not in ("ccomp", "parataxis") or tokens[i].pos != "VERB" or verb.head < 0:
        return False
    if form == tokens[i].lemma.lower() or form.endswith("ing") or tokens[verb.head].pos != "VERB":
        return False
    if any(tokens[c].dep.partition(":")[0] in _OWN for c in children[i]):
        return False
    helpers = {tokens[c].text.lower() for c in children[tokens[i].head] if tokens[c].dep == "aux"}
    is_bare = verb.text.lower() == verb.lemma.lower()
    return is_bare and "have" not in helpers and not helpers.isdisjoint(_MODALS)


def _behind_hyphen(i: int, tokens: Sequence[Token], children: Sequence[list[int]]) -> int:
    """The participle that a name is joined to by a hyphen and hangs beside; -1 without one."""
    if tokens[i].dep not in ("amod", "compound") or not tokens[i].text[:1].isupper():
        return -1
    last = max((c for c in children[i] if tokens[c].dep == "conj"), default=i)
    at = last + 2
    if at >= len(tokens) or tokens[last + 1].text not in ("-", "\u2013", "\u2010"):
        return -1
    after = tokens[at]
    beside = after.head == tokens[i].head > at and after.dep in ("amod", "acl")
    return at if beside and after.text.endswith(("ed", "led", "run", "held")) else -1


def _order_tellings(tokens: list[Token], children: Sequence[list[int]]) -> None:
    """Hang what is told on the verb that follows it, where that is itself told by another."""
    outers = {t.head for i, t in enumerate(tokens) if t.dep == "ccomp" and t.head > i}
    for outer in sorted(outers):
        told = [c for c in children[outer] if c < outer and tokens[c].dep == "ccomp"]
        inner = told[-1]
        if len(told) > 1 and _tells_before_it(inner, told[-2], tokens, children):
            tokens[told[-2]] = replace(tokens[told[-2]], head=inner)
            continue
        for verb in reversed(children[inner]):
            below = tokens[verb].dep in ("advcl", "parataxis") and verb > inner
            if below and _tells_before_it(verb, inner, tokens, children):
                tokens[verb] = replace(tokens[verb], head=outer, dep="ccomp")
                tokens[inner] = replace(tokens[inner], head=verb)
                break


def _tells_before_it(
    verb: int, clause: int, tokens: Sequence[Token], children: Sequence[list[int]]
) -> bool:
    """Whether the verb is one of telling in a clause of its own, set off behind ``clause``."""
    lemma = tokens[verb].lemma.lower()
    if lemma not in _TELLING or tokens[verb].text.lower() == lemma:
        return False
    below = {tokens[c].dep.partition(":")[0]: c for c in reversed(children[verb])}
    if "nsubj" not in below or not below.keys().isdisjoint(("ccomp", "mark")):
        return False
    first = below["nsubj"]
    while any(c < first for c in children[first]):
        first = min(children[first])
    return clause < first < verb and tokens[first - 1].text in _SETTING_OFF


def _persons(tokens: Sequence[Token], names: Sequence[Name]) -> dict[int, int]:
    """Each token of a person's name, and where that name begins."""
    starts = [t.start for t in tokens]
    found: dict[int, int] = {}
    for name in names:
        if name.kind == "person" and name.end - name.start > 1:  # not the "R" of "R-S.C."
            inside = range(bisect_left(starts, name.start), bisect_left(starts, name.end))
            found.update(dict.fromkeys(inside, name.start))
    return found


def _list_persons(
    tokens: list[Token], children: Sequence[list[int]], persons: dict[int, int]
) -> None:
    """Join persons read as appositions of another person, where "and" another follows."""
    for i, t in enumerate(tokens):
        first = t.head
        if t.dep != "appos" or persons.get(i, -1) == persons.get(first, -1):
            continue
        if i not in persons or first not in persons:
            continue
        beside = [c for c in children[i] if tokens[c].dep == "conj" and c in persons]
        if beside or any(c > i and tokens[c].dep == "conj" for c in children[first]):
            for k in (i, *beside):
                tokens[k] = replace(tokens[k], head=first, dep="conj")


def _before_its_mark(i: int, tokens: Sequence[Token], children: Sequence[list[int]]) -> bool:
    verb = tokens[i].head
    above = tokens[verb].head
    if tokens[verb].dep not in ("ccomp", "xcomp") or not 0 <= above < i:
        return False
    marks = [c for c in children[verb] if tokens[c].dep == "mark"]
    return any(i < m < verb and tokens[m].text.lower() in ("that", "to") for m in marks)


def _trails_empty_subject(i: int, tokens: Sequence[Token], children: Sequence[list[int]]) -> bool:
    verb = tokens[i].head
    if tokens[i].dep != "advcl" or tokens[verb].dep != "ccomp":
        return False
    if tokens[verb].head < 0 or i < verb:
        return False
    is_participle = tokens[i].text.endswith("ing") and i > 0 and tokens[i - 1].text == ","
    return is_participle and any(tokens[c].dep == "expl" for c in children[verb])


def _refer_to_things(
    tokens: list[Token], children: Sequence[list[int]], persons: dict[int, int]
) -> None:
    """Hang a clause with "which" on the noun that a person's name belongs to."""
    for i, t in enumerate(tokens):
        if t.dep != "acl:relcl" or t.head not in persons:
            continue
        if all(tokens[c].text.lower() != "which" for c in children[i] if c < i):
            continue
        noun = t.head
        while noun in persons and tokens[noun].dep.partition(":")[0] in _WITHIN_A_NAME:
            noun = tokens[noun].head
        if noun not in persons and noun >= 0 and tokens[noun].pos == "NOUN":
            tokens[i] = replace(t, head=noun)

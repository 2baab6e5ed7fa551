"""Attributions that tell nobody's words, though they have the form of one.

A content of pronouns alone ("he said that", "what they say about it") or of a mere noun of
speech ("made the announcement") points to words that are told elsewhere; talk with
somebody ("spoke briefly to reporters") has no words; and a verb that no table of cues knows,
beside a mere thing ("shot him a wink", "brokered a deal"), is a deed, however sure a model is.
"""

from __future__ import annotations

from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import BELIEFS, UNKNOWN, acts, noun_cues, verb_cues, words
from coranto.statements.headings import is_label
from coranto.statements.surface import phrase_after

_ANAPHORS = frozenset(
    {"it", "that", "this", "so", "these", "those", "which", "what", "who", "whom", "how", "why",
     "he", "she", "they", "him", "her", "them", "we", "us", "you", "me", "much", "too", "same"}
)  # fmt: skip
_RECIPROCAL = (["each", "other"], ["one", "another"])
_FINDINGS = frozenset({"result", "finding", "test", "experiment"})
_EMPTY = frozenset({"PUNCT", "PART", "ADP", "DET", "SCONJ", "CCONJ"})
_POINTING = frozenset({"the", "that", "this", "these", "those", "such", "his", "her", "their"})
# Acts that take a stand whatever it is on ("Moscow denies it"); the others tell nothing then.
_STANDS = frozenset(
    {"deny", "reject", "refuse", "agree", "disagree", "praise", "criticise", "oppose", "favour",
     "cast doubt", "dispute", "accuse"}
)  # fmt: skip
_SAYING = frozenset({"say", "tell", "add", "write", "discuss", UNKNOWN})
_REACTING = frozenset({"react", "reply", "respond"})
_TALKING = frozenset({"speak", "talk", "chat", "converse", "meet"})
_SENSING = frozenset({"watch", "see", "hear", "observe", "witness"})
_HEARING = frozenset({"to", "with", "like"})
_ABOUT = frozenset({"about", "of", "on"})
_OPENING = frozenset({"what", "how", "why", "whether", "that", "who", "when", "where", "which"})
_OF_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "PRON", "NUM", "PUNCT"})


def is_hollow(clauses: Clauses, one: Attribution, content: Sequence[tuple[int, int]]) -> bool:
    """Whether the attribution, of which ``content`` is meant, tells no words and no stand."""
    if _is_labelled(clauses, one) or _is_reaction(clauses, one, content):
        return True
    if one.source is not None and _is_law_that_thinks(clauses, one):
        return True
    if any(clauses.quotations_over(start, end) for start, end in content):
        return False
    if one.source is not None and _is_no_speaker(clauses, one, clauses.referent(one.source)):
        return True
    said = [i for start, end in content for i in clauses.doc.tokens_in(start, end)]
    if not said:
        return False
    if _is_pointing(clauses, said):
        return one.act not in _STANDS
    return _is_about_speech(clauses, one, content, said) or _is_unknown_deed(clauses, one, said)


def _is_about_speech(
    clauses: Clauses,
    one: Attribution,
    content: Sequence[tuple[int, int]],
    said: Sequence[int],
) -> bool:
    """Whether that somebody spoke, about something or to somebody, is all that is told."""
    if one.act in _SAYING and _is_noun_of_speech(clauses, said):
        return True
    if one.act == "say" and _is_person(clauses, one, content):
        return True  # "addressed the envoy"
    last = clauses.doc.tokens_in(*one.cue[-1])[-1:]
    ending = clauses.low(last[0]) if last else ""
    if ending in _ABOUT and clauses.low(said[0]) == "what" and len(content) > 1:
        return True  # "what he said about the plan"
    return ending in _HEARING and clauses.lemma(one.token) in _TALKING


def _is_labelled(clauses: Clauses, one: Attribution) -> bool:
    """Whether a section's label and a colon are all that attributes ("World News: ...")."""
    start, end = one.cue[0]
    if clauses.doc.text[start:end] != ":" or one.span is None or one.span[1] > start:
        return False
    return is_label(clauses, one.span[0], start)


def _is_reaction(clauses: Clauses, one: Attribution, content: Sequence[tuple[int, int]]) -> bool:
    """Whether the content is what another said, to which one reacts without words.

    "Reacted to remarks by X that ..."; in "responded to the remarks: ..." a mark tells the words.
    """
    cue = clauses.doc.tokens_in(*one.cue[0])
    c = next((i for i in cue if clauses.lemma(i) in _REACTING), None)
    if c is None or any(i > c and clauses.tokens[i].pos == "VERB" for i in cue):
        return False  # "responded to a guest by saying ..."
    to = next((k for k in (c + 1, c + 2) if clauses.low(k) == "to"), None)
    after = None if to is None else phrase_after(clauses, to)
    if to is None or after is None or content[0][0] < clauses.tokens[to].end:
        return False
    lemma = clauses.lemma(after.head)
    said = lemma in noun_cues() or lemma in words("document") or lemma in words("occasion")
    thing = clauses.tokens[after.head].pos == "NOUN" and after.head not in clauses.actor_heads
    thing = thing and (said or not clauses.could_speak(after.head))
    between = clauses.doc.text[clauses.tokens[to].end : content[0][0]]
    return thing and not any(mark in between for mark in ",:;")


def _is_law_that_thinks(clauses: Clauses, one: Attribution) -> bool:
    """Whether a thought is ascribed to a law ("the constitution considers the island a part")."""
    assert one.source is not None
    return one.act in BELIEFS and clauses.lemma(clauses.referent(one.source)) in words("law")


def _is_no_speaker(clauses: Clauses, one: Attribution, source: int) -> bool:
    """Whether an act is the source, which shows but says nothing ("the meeting promised to")."""
    if clauses.lemma(source) in _FINDINGS:
        return False
    named = source in clauses.actor_heads or clauses.tokens[source].text[0].isupper()
    return not named and one.act != "perceive" and clauses.lemma(source) in words("abstract")


def _is_pointing(clauses: Clauses, said: Sequence[int]) -> bool:
    if [clauses.low(i) for i in said] in _RECIPROCAL:
        return True
    if any(clauses.tokens[i].text == "US" for i in said):
        return False  # no pronoun
    return all(clauses.low(i) in _ANAPHORS or clauses.tokens[i].pos in _EMPTY for i in said)


def _is_noun_of_speech(clauses: Clauses, said: Sequence[int]) -> bool:
    """Whether the words only name what was said: "the announcement", "that comment"."""
    if clauses.low(said[0]) not in _POINTING or clauses.tokens[said[-1]].pos != "NOUN":
        return False
    noun = clauses.lemma(said[-1])
    spoken = noun in words("occasion") or noun in words("document") or noun in noun_cues()
    return spoken and all(clauses.tokens[i].pos in _BEFORE_NOUNS for i in said[:-1])


def _is_person(clauses: Clauses, one: Attribution, content: Sequence[tuple[int, int]]) -> bool:
    """Whether a person's name, title and all, is the whole of what a verb has."""
    head = clauses.doc.head_of(*content[0]) if len(content) == 1 else None
    if (
        head is None
        or clauses.tokens[one.token].pos != "VERB"
        or head not in clauses.actor_heads
        or head in clauses.institutions
    ):
        return False
    inside = clauses.doc.tokens_in(*content[0])
    named = all(clauses.tokens[i].pos in _OF_NAMES for i in inside)
    return named and any(clauses.tokens[i].pos == "PROPN" for i in inside)


def _is_unknown_deed(clauses: Clauses, one: Attribution, said: Sequence[int]) -> bool:
    """Whether a verb of no table stands beside a thing and no clause, or one of the senses."""
    lemma = clauses.lemma(one.token)
    sensed = lemma in _SENSING and clauses.low(said[0]) not in _OPENING
    sensed = sensed and all(clauses.low(i) != "as" for i in said)  # "sees the treaty as a threat"
    if (one.act != UNKNOWN and not sensed) or clauses.tokens[one.token].pos != "VERB":
        return False
    known = lemma in acts() or lemma in verb_cues() or clauses.low(said[0]) in _OPENING
    if known and not sensed:
        return False
    clausal = any(
        clauses.tokens[i].pos in {"VERB", "AUX"} and clauses.tokens[i].head not in said
        for i in said
    )
    return not clausal and not clauses.infinitive(said[0])

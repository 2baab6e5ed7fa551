"""The clauses of a parse, and their tense: which words tell one act, and when it lies."""

from __future__ import annotations

from typing import Final

from coranto.language.document import Document, remembered
from coranto.times.tables import PAST_CUES
from coranto.times.tense import predicate_is_future

# Relations by which a word belongs to the clause above it, not to a clause of its own.
_PHRASAL: Final = frozenset(
    "obl nmod advmod appos dep compound flat nummod amod obj iobj nsubj det case list goeswith "
    "dislocated fixed vocative orphan reparandum expl".split()
)
_BACKGROUND: Final = frozenset(("acl", "advcl"))
# A nominal under one of these is another act than the clause it stands in.
APART: Final = frozenset("after since following until till despite about over amid besides".split())


@remembered
def is_phrasal(doc: Document, node: int) -> bool:
    """Whether ``node`` hangs on its head as a phrase, not as a clause."""
    token = doc.tokens[node]
    dep = token.dep.split(":")[0]
    if _has_subject(doc, node):
        return False
    if dep == "conj":
        return token.pos not in ("VERB", "AUX")
    return dep in _PHRASAL


def is_parted(doc: Document, node: int) -> bool:
    """Whether a relative clause, still open, parts a word from the one that it hangs on.

    Parsers err here: in "the meeting with Li, who was envoy until 2019, …" the
    year belongs to the clause of "who", whatever the tree says.
    """
    above = doc.tokens[node].head
    for i in range(node - 1, max(above, -1), -1):
        if doc.tokens[i].text == ",":
            return False
        if doc.tokens[i].pos == "PRON" and doc.tokens[i].text.lower() in ("who", "which"):
            return True
    return False


def _has_subject(doc: Document, node: int) -> bool:
    return doc.child(node, "nsubj", "csubj", "cop") is not None


def is_clause(doc: Document, token: int) -> bool:
    return not is_phrasal(doc, token)


@remembered
def clause_of(doc: Document, token: int) -> int | None:
    """The head of the clause that ``token`` stands in: itself, where it is a predicate."""
    node, seen = token, 0
    while is_phrasal(doc, node):
        parent = doc.tokens[node].head
        if parent < 0 or seen > len(doc.tokens):
            return node if parent < 0 else None
        node, seen = parent, seen + 1
    return node


@remembered
def link_of(doc: Document, clause: int) -> str:
    """How a clause hangs on the one above: "same" act, its "content", or its "background"."""
    token = doc.tokens[clause]
    dep = token.dep.split(":")[0]
    if dep in ("ccomp", "parataxis"):
        return "content"
    if dep in ("xcomp", "csubj"):
        return "same"
    if dep == "conj":
        return "background" if _has_subject(doc, clause) else "same"
    if dep in _BACKGROUND and _during_which(doc, clause):
        return "same"
    if dep == "advcl" and not _has_subject(doc, clause):
        marks = {doc.tokens[c].text.lower() for c in doc.dependents(clause, "mark", "case")}
        return "background" if marks & (APART | {"before", "when", "while", "if", "as"}) else "same"
    return "background" if dep in _BACKGROUND else "content"


def _during_which(doc: Document, clause: int) -> bool:
    """Whether a relative clause tells a part of the act above ("met, during which he hailed")."""
    return any(
        doc.tokens[c].text.lower() == "which"
        and any(doc.tokens[m].text.lower() in ("during", "at") for m in doc.dependents(c, "case"))
        for c in doc.dependents(clause, "obl")
    )


@remembered
def tense_of(doc: Document, token: int) -> str:
    """The tense of a predicate, in one word.

    "past", "perfect", "present", "future", "participle", "infinitive" or "noun".
    """
    word = doc.tokens[token]
    if word.pos not in ("VERB", "AUX", "ADJ") and not _has_subject(doc, token):
        return "noun"
    if predicate_is_future(doc, token):
        return "future"
    aux = [doc.tokens[c].text.lower() for c in doc.dependents(token, "aux", "cop")]
    if any(a in ("has", "have", "had", "'ve", "’ve") for a in aux):
        return "perfect"
    if any(a in ("was", "were", "did") for a in aux):
        return "past"
    if any(a in ("is", "are", "am", "'s", "’s", "do", "does") for a in aux):
        return "present"
    text = word.text.lower()
    if any(doc.tokens[c].text.lower() == "to" for c in doc.dependents(token, "mark")):
        return "infinitive"
    if text.endswith("ing"):
        return "participle"
    return (
        "past"
        if text in PAST_CUES or (text != word.lemma.lower() and not text.endswith("s"))
        else "present"
    )

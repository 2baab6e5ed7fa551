"""What a cue means by the words that stand with it, where its verb alone would mislead.

"Struck an agreement" agrees, though "struck" by itself strikes out at somebody; "referred to
the move as a trap" calls it one; of "reportedly" nobody is the source, and whoever "sought to
stay neutral" did something.
"""

from __future__ import annotations

from collections.abc import Sequence

from coranto.statements.attribution import Attribution
from coranto.statements.clauses import Clauses
from coranto.statements.cues import verb_cues

_BARGAINS = frozenset(
    {"accord", "agreement", "bargain", "ceasefire", "compromise", "deal", "pact", "truce",
     "understanding"}
)  # fmt: skip
_MAKING = frozenset({"clinch", "conclude", "cut", "ink", "make", "reach", "seal", "strike"})
_AS_WELL = frozenset({"well", "soon", "long", "far", "of"})
# "Commenting on the talks, she said ...": on what one speaks; the words are the other cue's.
_SPEAKING = frozenset({"comment", "remark", "speak", "talk"})
_ON = frozenset({"on", "about", "upon"})
# Acts that nothing but words performs.
_BY_WORDS = frozenset(
    {"accuse", "assure", "clarify", "criticise", "deny", "explain", "praise", "warn"}
)


def settle_acts(clauses: Clauses, found: Sequence[Attribution]) -> None:
    """Give each attribution whose verb means another act in its company that act."""
    for one in found:
        lemma = clauses.lemma(one.token)
        if lemma == "refer" and one.act == "cite":
            one.act = "call" if _has_predicate(clauses, one) else one.act
        elif lemma in _MAKING or lemma in _BARGAINS:
            lemmas = {clauses.lemma(i) for s, e in one.cue for i in clauses.doc.tokens_in(s, e)}
            if lemmas & _MAKING and lemmas & _BARGAINS:
                one.act = "agree"


def is_circumstance(clauses: Clauses, one: Attribution) -> bool:
    """Whether the cue tells no words: hearsay, an effort, or the matter of other words."""
    token = clauses.tokens[one.token]
    if token.pos == "ADV":
        return clauses.low(one.token).endswith("edly") and _is_single(clauses, one)
    if token.pos != "VERB":
        return False
    return _is_effort(clauses, one.token) or _is_matter(clauses, one)


def _is_single(clauses: Clauses, one: Attribution) -> bool:
    return len(one.cue) == 1 and len(clauses.doc.tokens_in(*one.cue[0])) == 1


def _has_predicate(clauses: Clauses, one: Attribution) -> bool:
    """Whether "as" gives the content a predicate: the move "as a trap"."""
    inside = [i for s, e in one.content for i in clauses.doc.tokens_in(s, e)]
    return any(
        clauses.low(i) == "as" and k > 0 and clauses.low(i + 1) not in _AS_WELL
        for k, i in enumerate(inside[:-1])
    )


def _is_effort(clauses: Clauses, c: int) -> bool:
    """Whether somebody tried to do something, in the past: "has sought to stay neutral".

    What words alone can do was said: "sought to blame both sides", "to clarify that ...".
    """
    sought = clauses.low(c) == "sought" and clauses.low(c + 1) == "to"
    if not sought or c + 2 >= len(clauses.tokens) or not clauses.infinitive(c + 2):
        return False
    acts = {cue.act for cue in verb_cues().get(clauses.lemma(c + 2), ())}
    return acts.isdisjoint(_BY_WORDS) and clauses.doc.child(c + 2, "ccomp") is None


def _is_matter(clauses: Clauses, one: Attribution) -> bool:
    """Whether a participle beside a verb tells on what one spoke ("commenting on it, ...")."""
    token, c = clauses.tokens[one.token], one.token
    if clauses.lemma(c) not in _SPEAKING or not clauses.low(c).endswith("ing"):
        return False
    beside = token.dep == "advcl" and clauses.doc.child(c, "aux", "nsubj") is None
    if not beside or clauses.low(c + 1) not in _ON:
        return False
    return not any(clauses.quotations_over(s, e) for s, e in one.content)

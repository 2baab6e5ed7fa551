"""The way about the trees of a document, against what the relations say word for word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coranto.language.document import Document, remembered
from coranto.types import Sentence, Token

RELATIONS = ("nsubj", "nsubj:pass", "obl", "obl:agent", "acl", "acl:relcl", "conj")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text of one sentence whose words hang on words before them, or on none."""
    count = draw(st.integers(1, 12))
    heads = [draw(st.integers(-1, i - 1)) for i in range(count)]
    deps = [draw(st.sampled_from(RELATIONS)) for _ in range(count)]
    rows = zip(heads, deps, strict=True)
    tokens = [Token("A", 2 * i, 2 * i + 1, "X", h, d, "a") for i, (h, d) in enumerate(rows)]
    return Document("A " * count, [Sentence(0, 2 * count, 0, count)], tokens, [])


def _has(relation: str, wanted: tuple[str, ...]) -> bool:
    return relation in wanted or relation.partition(":")[0] in wanted


@given(documents(), st.lists(st.sampled_from(RELATIONS), max_size=3).map(tuple))
def test_dependents_are_the_words_that_hang_on_a_word_by_a_relation(
    doc: Document, wanted: tuple[str, ...]
) -> None:
    for i in range(len(doc.tokens)):
        below = [c for c, t in enumerate(doc.tokens) if t.head == i]
        fitting = [c for c in below if _has(doc.tokens[c].dep, wanted)]
        assert list(doc.children[i]) == below
        assert list(doc.dependents(i, *wanted)) == fitting
        assert doc.child(i, *wanted) == (fitting[0] if fitting else None)


@given(documents(), st.lists(st.sampled_from(RELATIONS), max_size=2).map(tuple))
def test_a_subtree_leaves_out_the_branches_of_the_relations_named(
    doc: Document, without: tuple[str, ...]
) -> None:
    for i in range(len(doc.tokens)):
        way = {c: (c, *doc.ancestors(c)) for c in range(len(doc.tokens))}
        below = [c for c, up in way.items() if i in up]
        kept = [
            c
            for c in below
            if not any(_has(doc.tokens[a].dep, without) for a in way[c][: way[c].index(i)])
        ]
        assert doc.subtree(i, without) == kept


def test_what_is_remembered_is_worked_out_once_for_each_token_of_each_document() -> None:
    asked: list[int] = []

    @remembered
    def head(doc: Document, token: int) -> int:
        """The head of a token."""
        asked.append(token)
        return doc.tokens[token].head

    tokens = [Token("A", 0, 1, "X", 1, "det", "a"), Token("B", 2, 3, "X", -1, "root", "b")]
    one, other = (Document("A B", [Sentence(0, 3, 0, 2)], tokens, []) for _ in range(2))
    assert [head(one, 0), head(one, 0), head(one, 1), head(other, 0)] == [1, 1, -1, 1]
    assert asked == [0, 1, 0]


def test_words_in_lower_case_stand_token_by_token() -> None:
    tokens = [
        Token("Oslo", 0, 4, "PROPN", 1, "nsubj", "Oslo"),
        Token("SAID", 5, 9, "X", -1, "", ""),
    ]
    doc = Document("Oslo SAID", [Sentence(0, 9, 0, 2)], tokens, [])
    assert doc.lows == ("oslo", "said")

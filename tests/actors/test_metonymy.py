"""Names of places: the place, or the government seated there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.actors import acts_as, find_mentions
from coranto.language.document import Document
from coranto.types import ActsAs, Name

MakeDocument = Callable[..., Document]


Tree = dict[str, tuple[str, str]]
P, G = "place", "government"

CASES: list[tuple[str, str, Tree, str]] = [
    ("Beijing said so.", "Beijing", {"Beijing": ("nsubj", "said")}, G),
    ("Moscow's commitment held.", "Moscow", {"Moscow": ("nmod:poss", "commitment")}, G),
    ("Moscow's airport closed.", "Moscow", {"Moscow": ("nmod:poss", "airport")}, P),
    ("They met in Kyiv.", "Kyiv", {"Kyiv": ("obl", "met"), "in": ("case", "Kyiv")}, P),
    ("He visited Kyiv.", "Kyiv", {"Kyiv": ("obj", "visited")}, P),
    ("He accused Kyiv.", "Kyiv", {"Kyiv": ("obj", "accused")}, G),
    ("Troops shelled Kyiv.", "Kyiv", {"Kyiv": ("obj", "shelled")}, P),
    ("He flew to Tehran.", "Tehran", {"Tehran": ("obl", "flew"), "to": ("case", "Tehran")}, P),
    ("He sees ties with Tehran.", "Tehran",
     {"Tehran": ("nmod", "ties"), "with": ("case", "Tehran")}, G),
    ("Talks between Moscow and Kiev ended.", "Kiev",
     {"Kiev": ("conj", "Moscow"), "and": ("cc", "Kiev"), "Moscow": ("nmod", "Talks"),
      "between": ("case", "Moscow")}, G),
    ("They warned against ties by Paris.", "Paris",
     {"Paris": ("nmod", "ties"), "by": ("case", "Paris")}, G),
    ("A visit to Paris ended.", "Paris", {"Paris": ("nmod", "visit"), "to": ("case", "Paris")}, P),
    ("Aid to Kyiv ended.", "Kyiv", {"Kyiv": ("nmod", "Aid"), "to": ("case", "Kyiv")}, G),
    ("The outskirts of Kyiv burned.", "Kyiv",
     {"Kyiv": ("nmod", "outskirts"), "of": ("case", "Kyiv")}, P),
    ("MOSCOW, May 2: rain fell.", "MOSCOW", {}, P),
    ("India expects them.", "India", {"India": ("nsubj", "expects")}, G),
    ("They met in Geneva.", "Geneva", {"Geneva": ("obl", "met"), "in": ("case", "Geneva")}, P),
    ("Geneva welcomed them.", "Geneva", {"Geneva": ("nsubj", "welcomed")}, P),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "tree", "expected"), CASES, ids=[c[0] for c in CASES])
def test_place_or_government(
    make_document: MakeDocument, text: str, name: str, tree: Tree, expected: str
) -> None:
    doc = make_document(text, tree, [(name, "place")])
    assert acts_as(doc, doc.names[0]) == expected


def test_names_of_persons_have_no_such_reading(make_document: MakeDocument) -> None:
    doc = make_document("Anna Weber spoke.", names=[("Anna Weber", "person")])
    assert acts_as(doc, doc.names[0]) is None


def test_a_name_outside_the_text_has_none(make_document: MakeDocument) -> None:
    doc = make_document("Rain fell.")
    assert acts_as(doc, Name("Rome", 90, 94, "place")) is None


MODEL = [
    # (text, tree, what the model says, what holds)
    ("Beijing said so.", {"Beijing": ("nsubj", "said")}, P, P),
    ("They met in Kyiv.", {"Kyiv": ("obl", "met"), "in": ("case", "Kyiv")}, G, G),
    ("KYIV (Agency) - They met.", {}, G, P),  # a dateline is a place whatever the model says
    ("They met in Odesa.", {"Odesa": ("obl", "met"), "in": ("case", "Odesa")}, G, P),  # no capital
]


@pytest.mark.parametrize(("text", "tree", "said", "held"), MODEL, ids=[m[0] for m in MODEL])
def test_what_the_model_says_is_believed(
    make_document: MakeDocument, text: str, tree: Tree, said: ActsAs, held: ActsAs
) -> None:
    name = next(n for n in ("Beijing", "Kyiv", "KYIV", "Odesa") if n in text)
    plain = make_document(text, tree)
    at = text.index(name)
    found = Name(name, at, at + len(name), "place", said)
    doc = Document(text, plain.sentences, plain.tokens, [found])
    assert acts_as(doc, found) == held
    keys = {m.key for m in find_mentions(doc)} & {"country:CN", "country:UA"}
    assert bool(keys) == (held == G)

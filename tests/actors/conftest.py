"""Documents made by hand: words tagged by a word list, trees given where a test needs one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from coranto.actors import ActorMention
from coranto.annotation import read_texts
from coranto.language.document import Document
from coranto.language.model import LanguageModel
from coranto.language.sentences import split_sentences
from coranto.language.tokenise import tokenise
from coranto.types import Name, NameKind, Sentence, Token

MakeDocument = Callable[..., Document]
Read = Callable[[str], tuple[ActorMention, ...]]

_TAGS = {
    "DET": "the a an this these those some any no all both",
    "ADP": "of in on at by for with from to near after between against during over into as",
    "AUX": "is was are were be been has have had will would may can could",
    "PRON": "he she it they who him her them his their its which that",
    "CCONJ": "and or but",
    "SCONJ": "while because since when",
    "ADJ": "senior new former special top european western serious american",
    "ADV": "also then later not twice",
    "NUM": "two three four",
    "VERB": (
        "said told met visited urged praised accused warned quoted cited left arrived flew called "
        "welcomed rejected wants want announced travelled spoke hosted signed reported agreed "
        "expects backs backed received sees shelled thanked added described blamed asked invited"
    ),
}
_TAG_OF = {word: tag for tag, words in _TAGS.items() for word in words.split()}
_LEMMAS = {
    "said": "say", "told": "tell", "met": "meet", "visited": "visit", "urged": "urge",
    "left": "leave", "quoted": "quote", "cited": "cite", "flew": "fly", "added": "add",
    "travelled": "travel", "arrived": "arrive", "shelled": "shell", "hosted": "host",
    "warned": "warn", "accused": "accuse", "visits": "visit", "flights": "flight",
}  # fmt: skip


def _tag(word: str) -> str:
    if word.lower() in _TAG_OF:
        return _TAG_OF[word.lower()]
    if not word[0].isalnum():
        return "PART" if word in ("'s", "\u2019s") else "PUNCT"
    if word[0].isdigit():
        return "NUM"
    return "PROPN" if word[0].isupper() else "NOUN"


def make_document(
    text: str,
    tree: Mapping[str, tuple[str, str]] | None = None,
    names: Sequence[tuple[str, NameKind]] = (),
) -> Document:
    """A document of ``text``.

    ``tree`` maps a word (its first occurrence, or "word#2" for the second) to its
    relation and its head, written likewise. ``names`` are what the model found.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for start, end in split_sentences(text):
        first = len(tokens)
        for w in tokenise(text[start:end]):
            lemma = _LEMMAS.get(w.text.lower(), w.text.lower())
            head, dep = (first, "dep") if len(tokens) > first else (-1, "root")
            tokens.append(
                Token(w.text, start + w.start, start + w.end, _tag(w.text), head, dep, lemma)
            )
        sentences.append(Sentence(start, end, first, len(tokens)))
    for word, (dep, above) in (tree or {}).items():
        i, head = _index(tokens, word), -1 if above == "-" else _index(tokens, above)
        t = tokens[i]
        tokens[i] = Token(t.text, t.start, t.end, t.pos, head, dep, t.lemma)
    found = []
    for name, kind in names:
        at = text.index(name)
        found.append(Name(name, at, at + len(name), kind))
    return Document(text, sentences, tokens, sorted(found, key=lambda n: n.start))


def _index(tokens: Sequence[Token], word: str) -> int:
    wanted, _, number = word.partition("#")
    places = [i for i, t in enumerate(tokens) if t.text == wanted]
    return places[int(number or 1) - 1]


@pytest.fixture(name="make_document", scope="session")
def _make_document() -> MakeDocument:
    return make_document


@pytest.fixture(name="read", scope="session")
def _read() -> Read:
    """The mentions of a text, as the main job reads it."""
    model = LanguageModel.load()
    return lambda text: read_texts([text], model)[0].mentions

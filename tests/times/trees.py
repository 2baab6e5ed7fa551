"""Hand-made documents for the tests: a sentence a line, ``form/POS/head/relation`` a word."""

from __future__ import annotations

from coranto.language.document import Document
from coranto.types import Name, Sentence, Token

LEMMAS = {
    "said": "say",
    "met": "meet",
    "told": "tell",
    "held": "hold",
    "came": "come",
    "was": "be",
    "is": "be",
    "were": "be",
    "has": "have",
    "had": "have",
    "began": "begin",
    "spoke": "speak",
    "left": "leave",
    "urging": "urge",
    "visiting": "visit",
    "plans": "plan",
}


def plain(text: str, names: tuple[Name, ...] = ()) -> Document:
    """A document with no tokens: what recognition needs."""
    return Document(text, (), (), names)


def tree(*lines: str) -> Document:
    """A document whose sentences are ``lines``; a line "|" alone begins a paragraph."""
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for line in lines:
        if line == "|":
            text = text.rstrip() + "\n\n"
            continue
        first, begin = len(tokens), len(text)
        for item in line.split():
            form, pos, head, dep = item.rsplit("/", 3)
            if text and not text[-1].isspace() and pos != "PUNCT" and form not in ("'s", "n't"):
                text += " "
            start = len(text)
            text += form
            lemma = LEMMAS.get(form, form.lower().removesuffix("ed") if pos == "VERB" else form)
            above = int(head) - 1 + first if int(head) else -1
            tokens.append(Token(form, start, len(text), pos, above, dep, lemma))
        if text[begin : begin + 1] == " ":
            begin += 1
        sentences.append(Sentence(begin, len(text), first, len(tokens)))
    return Document(text, sentences, tokens, ())


def word(doc: Document, form: str, nth: int = 0) -> int:
    """Index of the ``nth`` token that reads ``form``."""
    return [i for i, t in enumerate(doc.tokens) if t.text == form][nth]

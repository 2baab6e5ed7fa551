"""Whole statements through the real model: exact spans, speakers, addressees and chains."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coranto.annotation import Reading
from coranto.language.document import Document
from coranto.statements import find_statements, is_told
from coranto.statements.find import attributions, clauses_of
from coranto.types import Mention, Sentence, Span, Statement, Token


def _cases() -> ModuleType:
    path = Path(__file__).with_name("cases.py")
    spec = importlib.util.spec_from_file_location("statement_cases", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sentences() -> list[tuple[str, list[tuple[object, ...]]]]:
    """The cases of ``sentences.txt``: its head says how they are written."""
    out: list[tuple[str, list[tuple[object, ...]]]] = []
    lines = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        if not line.startswith("  "):
            out.append((line.replace("¶", "\n"), []))
        elif line.strip() != "-":
            out[-1][1].append(_expected(line))
    return out


def _expected(line: str) -> tuple[object, ...]:
    source, act, cue, content, *more = (part.strip() for part in line.split(" | "))
    named = dict(part.split("=", 1) for part in more)
    chain = tuple(named["via"].split(" // ")) if "via" in named else ()
    pieces = (tuple(part.split(" // ")) for part in (cue, content))
    return source, act, *pieces, named.get("to"), chain


CASES = [(text, [tuple(said) for said in expected]) for text, expected in _cases().CASES]
CASES += _sentences()

# Each case is one reading by a small model, so a few may go wrong as it is retrained;
# the floor is raised when the score rises.
FLOOR = 0.97

Read = Callable[[str], Reading]


def found_in(reading: Reading) -> list[tuple[object, ...]]:
    """The statements in the form of the cases."""
    doc = reading.doc
    statements = find_statements(
        doc, reading.mentions, (), None, report="r", proposals=doc.attributions
    )
    clauses = clauses_of(doc, reading.mentions)
    sources = {}
    for a in attributions(clauses, doc.attributions):
        words = ""
        if a.source is not None:
            beside = a.span if a.span is not None and not a.via else None
            place = clauses.trim(*(beside or clauses.source_phrase(a.source, a.token)))
            words = doc.text[slice(*place)]
        sources[tuple(a.cue)] = words
    out: list[tuple[object, ...]] = []
    for s in filter(is_told, statements):
        key = tuple((c.start, c.end) for c in s.cue)
        out.append(
            (
                sources[key],
                s.act,
                tuple(c.text for c in s.cue),
                tuple(c.text for c in s.content),
                s.addressee.text if s.addressee else None,
                tuple(m.text for m in s.chain),
            )
        )
    return out


def agrees(found: tuple[object, ...], said: tuple[object, ...]) -> bool:
    """Source, act, cue and content exactly; addressee and chain by the words that name them."""
    if found[:4] != said[:4]:
        return False
    if (found[4] is None) != (said[4] is None) or str(said[4] or "") not in str(found[4] or ""):
        return False
    chain, expected = found[5], said[5]
    assert isinstance(chain, tuple)
    assert isinstance(expected, tuple)
    return len(chain) == len(expected) and all(e in c for e, c in zip(expected, chain, strict=True))


def is_right(found: list[tuple[object, ...]], expected: list[tuple[object, ...]]) -> bool:
    """Whether the statements are those expected, no more and no fewer."""
    left = list(expected)
    for f in found:
        match = next((e for e in left if agrees(f, e)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def test_statements_of_diplomatic_reports(read_text: Read) -> None:
    wrong = []
    for text, expected in CASES:
        found = found_in(read_text(text))
        if not is_right(found, expected):
            wrong.append(f"{text!r}\n   expected {expected}\n   found    {found}")
    assert len(CASES) >= 200
    assert len(wrong) <= (1 - FLOOR) * len(CASES), "\n".join(wrong)


def test_every_span_gives_its_words(read_text: Read) -> None:
    for text, _ in CASES:
        reading = read_text(text)
        for s in find_statements(reading.doc, reading.mentions, (), None, report="r"):
            check_spans(text, s)


def check_spans(text: str, s: Statement) -> None:
    """Every span and mention of the statement stands in the text as it says."""
    mentions = [m for m in (s.speaker, s.addressee, *s.chain) if m is not None]
    parts: list[Span | Mention] = [*s.cue, *s.content, *mentions]
    for part in parts:
        assert text[part.start : part.end] == part.text
        assert part.text.strip()
    for spans in (s.cue, s.content):
        assert spans
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_ids_do_not_depend_on_the_run_but_on_the_report(read_text: Read) -> None:
    text = '"We came to listen," Orlin said. Dolan denied that he had been asked.'
    reading = read_text(text)

    def ids(report: str) -> list[str]:
        found = find_statements(reading.doc, reading.mentions, (), None, report=report)
        return [s.id for s in found]

    assert ids("a") == ids("a")
    assert len(set(ids("a"))) == 2
    assert not set(ids("a")) & set(ids("b"))


WORDS = (
    'said told Orlin that , “ ” " : according to citing as saying quoted the ministry peace . '
    "\n not by claim"
).split(" ")
POS = ("VERB", "NOUN", "PROPN", "PUNCT", "PRON", "AUX", "ADP", "SCONJ")
DEPS = (
    "root nsubj obj iobj ccomp xcomp advcl acl acl:relcl obl parataxis punct conj mark case "
    "nsubj:pass nmod:poss nmod"
).split()
LEMMAS = {"said": "say", "told": "tell", "citing": "cite", "saying": "say", "quoted": "quote"}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random words with random trees: any shape, any relation, any part of speech."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    tokens, at, text = [], 0, ""
    for word in words:
        text += word + " "
        if word != "\n":
            tokens.append((word, at))
        at += len(word) + 1
    count = len(tokens)
    order = draw(st.permutations(range(count)))
    out = []
    for i, (word, start) in enumerate(tokens):
        rank = order.index(i)
        head = order[draw(st.integers(0, rank - 1))] if rank else -1
        dep = "root" if head < 0 else draw(st.sampled_from(DEPS))
        pos = draw(st.sampled_from(POS))
        lemma = LEMMAS.get(word, word)
        out.append(Token(word, start, start + len(word), pos, head, dep, lemma))
    sentences = [Sentence(out[0].start, out[-1].end, 0, count)] if out else []
    return Document(text, sentences, out, [])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_no_tree_is_too_strange(doc: Document) -> None:
    found = find_statements(doc, (), (), None, report="r")
    assert [(s.start, s.end) for s in found] == sorted((s.start, s.end) for s in found)
    assert len({s.id for s in found}) == len(found)
    for s in found:
        check_spans(doc.text, s)

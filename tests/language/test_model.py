"""The shipped model: what holds of any text, and what it makes of plain sentences."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coranto.errors import ModelError
from coranto.language import LanguageModel, Parsed

REPORT = (
    "GENEVA, March 3 - Norway's foreign minister Kari Holm met her Kenyan counterpart, "
    "Daniel Otieno, in Geneva on Tuesday.\n\n"
    "\u201cWe don\u2019t want a new quarrel,\u201d Holm said. \u201c(And) we will say so.\u201d\n\n"
    "The United Nations welcomed the talks, which were held at 10 a.m. in the Palais Wilson."
)


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


def check(text: str, parsed: Parsed) -> None:
    """Offsets, order and trees, as the contract has them."""
    at = 0
    for token in parsed.tokens:
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()
    before = 0
    for sentence in parsed.sentences:
        assert sentence.first_token == before < sentence.last_token
        before = sentence.last_token
        own = range(sentence.first_token, sentence.last_token)
        assert sentence.start == parsed.tokens[own[0]].start
        assert sentence.end == parsed.tokens[own[-1]].end
        assert sum(parsed.tokens[i].head == -1 for i in own) == 1
        for i in own:
            above, seen = i, set()
            while above != -1:
                assert above in own
                assert above not in seen
                seen.add(above)
                above = parsed.tokens[above].head
    assert before == len(parsed.tokens)
    for name in parsed.names:
        assert text[name.start : name.end] == name.text
        assert (name.acts_as is not None) == (name.kind == "place")


def test_a_report(model: LanguageModel) -> None:
    (parsed,) = model.parse([REPORT])
    check(REPORT, parsed)
    assert len(parsed.sentences) == 5
    names = {(n.text, n.kind) for n in parsed.names}
    assert {("Kari Holm", "person"), ("Daniel Otieno", "person"), ("Geneva", "place")} <= names
    assert ("United Nations", "organisation") in names
    by_text = {t.text: t for t in parsed.tokens}
    met = by_text["met"]
    assert (met.pos, met.lemma, met.head) == ("VERB", "meet", -1)
    assert by_text["counterpart"].dep == "obj"
    assert parsed.tokens[by_text["counterpart"].head] is met
    assert by_text["talks"].dep == "obj"
    assert by_text["n\u2019t"].lemma == "not"


def test_curly_and_straight_marks_read_alike(model: LanguageModel) -> None:
    straight = REPORT.translate({0x201C: '"', 0x201D: '"', 0x2019: "'"})
    curly, plain = model.parse([REPORT, straight])
    assert [(t.pos, t.head, t.dep) for t in curly.tokens] == [
        (t.pos, t.head, t.dep) for t in plain.tokens
    ]


def test_empty_texts(model: LanguageModel) -> None:
    assert model.parse([]) == []
    assert model.parse(["", " \n\n "]) == [Parsed((), (), (), (), ())] * 2
    assert model.vectors([]).shape == (0, 384)
    assert not model.vectors([" "]).any()


def test_very_long_sentences_and_words(model: LanguageModel) -> None:
    long = "and the minister said, " * 70 + "that " + "a" * 5000 + " was it."
    (parsed,) = model.parse([long])
    check(long, parsed)
    assert len(parsed.sentences) == 1  # in several windows
    (parsed,) = model.parse([long[:-1] + ", " + long])
    check(long[:-1] + ", " + long, parsed)
    assert len(parsed.sentences) > 1  # no sentence goes on for ever


def test_a_sentence_reads_the_same_in_any_company() -> None:
    sentences = [s for s in REPORT.split("\n\n") for _ in range(3)]
    fresh = LanguageModel(LanguageModel.load().folder)
    alone = [LanguageModel(fresh.folder).parse([s])[0] for s in sentences[::3]]
    together = fresh.parse([f"{s} {i} days." for i, s in enumerate(sentences)] + sentences)
    assert together[len(sentences) :: 3] == alone


def test_vectors(model: LanguageModel) -> None:
    vectors = model.vectors(
        [
            "There is no panacea for this crisis.",
            "No magical remedy exists for the crisis.",
            "The plane landed in Lima at noon.",
        ]
    )
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_info(model: LanguageModel) -> None:
    info = model.info()
    assert len(info.sha256) == 64
    assert {"pos", "tags", "labels", "names"} <= set(info.labels)
    assert "nsubj:pass" in info.labels["labels"]


def test_no_model_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.onnx is missing"):
        LanguageModel.load(tmp_path)


def test_a_damaged_model(tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json", "labels.json", "model_card.md"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelError, match="cannot be read"):
        LanguageModel.load(tmp_path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=80) | st.text(alphabet="Aab.'\u2019 \n,n\u201ct-", max_size=80)))
def test_any_text(texts: list[str]) -> None:
    for text, parsed in zip(texts, LanguageModel.load().parse(texts), strict=True):
        check(text, parsed)

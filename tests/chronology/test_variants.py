"""Wordings of one utterance: joined where they mean the same, doubted in a rewrite alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pytest

from coranto.chronology.clusters import cluster_statements
from coranto.chronology.variants import join_paraphrases, unverified
from coranto.types import CopyGroup, DateRange, Edits, Report, Statement

MakeStatement = Callable[..., Statement]
MAY = DateRange(date(2023, 5, 5), date(2023, 5, 5))
JUNE = DateRange(date(2023, 6, 5), date(2023, 6, 5))


def alike(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """All texts mean the same."""
    return np.ones((len(texts), 1), dtype=np.float32)


def unlike(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """No two texts mean the same."""
    return np.eye(len(texts), dtype=np.float32)


def joined(
    statements: Sequence[Statement],
    vectors: Callable[[Sequence[str]], npt.NDArray[np.float32]] = alike,
) -> int:
    """How many utterances they are."""
    texts = {s.report: "".join(c.text for c in s.content) for s in statements}
    return len(join_paraphrases(cluster_statements(statements, texts), vectors))


ONE = "that no cure for the crisis exists"
OTHER = "there was no magic remedy against this crisis"


def test_a_translation_is_one_utterance(make_statement: MakeStatement) -> None:
    pair = [make_statement("r1", ONE, date=MAY), make_statement("r2", OTHER, date=MAY)]
    assert joined(pair) == 1
    assert joined(pair, unlike) == 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"report": "r1"}, OTHER),  # one report tells both: they are two
        ({"date": JUNE}, OTHER),
        ({"date": DateRange()}, OTHER),  # paraphrases need their days
        ({"speaker": "tan"}, OTHER),
        ({}, "that a cure for the crisis exists"),  # the other way round
        ({}, "there was no magic remedy for Kenya in this crisis"),
    ],
)
def test_these_are_two(make_statement: MakeStatement, given: dict[str, object], words: str) -> None:
    values = {"report": "r2", "date": MAY, "speaker": "orlova"} | given
    report, speaker, when = values["report"], values["speaker"], values["date"]
    first = make_statement("r1", "that no cure against the crisis in Chile exists", date=MAY)
    assert joined([first, make_statement(report, words, speaker, date=when)]) == 2


def test_a_short_quotation_is_no_translation_of_a_long_one(make_statement: MakeStatement) -> None:
    long = '"Any head of state looks after his people, his harvest, his roads and his schools,"'
    pair = [
        make_statement("r1", long, date=MAY),
        make_statement("r2", '"Our people are patient,"', date=MAY),
    ]
    assert joined(pair) == 2


def test_the_order_makes_no_difference(make_statement: MakeStatement) -> None:
    three = [
        make_statement("r1", ONE, date=MAY),
        make_statement("r2", OTHER, date=MAY),
        make_statement("r3", "no remedy would end this crisis", date=MAY),
    ]
    assert joined(three) == joined(three[::-1]) == 1


# --- words that only a rewrite has ---

WIRE = '"The road stays shut until the last mine is found and cleared,"'
SPUN = '"The road stays shut until the final explosive is found and cleared,"'


def copies(*reports: Report) -> list[CopyGroup]:
    ids = tuple(r.id for r in reports)
    edits = tuple(Edits(ids[0], r, 0.9) for r in ids)
    return [CopyGroup("c", None, ids, ids, edits)]


def doubted(
    make_report: Callable[..., Report], told: Sequence[Statement], **given: dict[str, object]
) -> set[str]:
    reports = [make_report(s.report, **given.get(s.report, {})) for s in told]
    groups = copies(*reports) if "copied" in given else []
    found = unverified([told], {r.id: r for r in reports}, groups)
    return {s.report for s in told if s.id in found}


def test_a_copy_that_changes_quoted_words_is_doubted(
    make_report: Callable[..., Report], make_statement: MakeStatement
) -> None:
    told = [make_statement("wire", WIRE), make_statement("spun", SPUN)]
    assert doubted(make_report, told, copied={}) == {"spun"}


@pytest.mark.parametrize(
    "model", [{"outlet": "Reuters"}, {"outlet": "Ministry of Foreign Affairs"}]
)
def test_a_report_that_has_other_words_than_its_wire_or_the_readout(
    make_report: Callable[..., Report], make_statement: MakeStatement, model: dict[str, object]
) -> None:
    told = [make_statement("model", WIRE), make_statement("spun", SPUN)]
    own: dict[str, object] = {"credits": ("Reuters",), "outlet": "The Lantern"}
    assert doubted(make_report, told, model=model, spun=own) == {"spun"}


@pytest.mark.parametrize(
    "words",
    [
        WIRE,
        '"The road stays shut until the last mine is found,"',  # cut
        'that the road "stays shut" until then',  # cut shorter
        '"The road stays shut until the last mine is found and cleared. That is all."',  # longer
        "“The road stays shut until the last mine is found, and cleared,”",  # other marks
        "that the road would be closed until the final explosive was found",  # no quotation
    ],
)
def test_no_other_words_no_doubt(
    make_report: Callable[..., Report], make_statement: MakeStatement, words: str
) -> None:
    told = [make_statement("wire", WIRE), make_statement("copy", words)]
    assert doubted(make_report, told, copied={}) == set()


def test_two_agencies_translations_are_variants(
    make_report: Callable[..., Report], make_statement: MakeStatement
) -> None:
    told = [make_statement("one", WIRE), make_statement("other", SPUN)]
    agencies: dict[str, dict[str, object]] = {
        "one": {"outlet": "TASS"}, "other": {"outlet": "AFP", "credits": ("TASS",)}
    }  # fmt: skip
    assert doubted(make_report, told, **agencies) == set()


def test_reports_that_rest_on_nobody_doubt_nobody(
    make_report: Callable[..., Report], make_statement: MakeStatement
) -> None:
    told = [make_statement("one", WIRE), make_statement("other", SPUN)]
    papers: dict[str, dict[str, object]] = {"one": {"outlet": "A"}, "other": {"outlet": "B"}}
    assert doubted(make_report, told, **papers) == set()


def test_to_have_spoken_is_not_to_have_agreed(make_statement: MakeStatement) -> None:
    spoke = make_statement("r1", "he had spoken with Tan about the ferry deal", date=MAY)
    agreed = make_statement("r2", "he had struck with Tan the ferry deal", date=MAY)
    discussed = make_statement("r3", "he discussed with Tan the ferry deal", date=MAY)
    assert joined([spoke, agreed]) == 2
    assert joined([spoke, discussed]) == 1

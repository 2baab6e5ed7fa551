"""One utterance or two."""

from __future__ import annotations

from datetime import date

import pytest

from coranto.statements.quotes import find_quotations
from coranto.statements.utterances import same_utterance, stem
from coranto.types import DateRange, Span, Statement, StatementForm

MAY = DateRange(date(2023, 5, 5), date(2023, 5, 5))
JUNE = DateRange(date(2023, 6, 5), date(2023, 6, 5))


def said(text: str, when: DateRange | None = None) -> Statement:
    """A statement whose content is the whole of ``text``."""
    spans = (Span(0, len(text), text),)
    form: StatementForm = "mixed" if find_quotations(text) else "indirect"
    return Statement(
        "s-1",
        "r",
        None,
        "say",
        spans,
        spans,
        form,
        date=when or DateRange(),
    )


def same(a: str, b: str, when_a: DateRange | None = None, when_b: DateRange | None = None) -> bool:
    return same_utterance(said(a, when_a), said(b, when_b), a, b, True)


SAME = [
    (
        '"Our ports stay open to grain ships of every flag, whatever the weather,"',
        'that ports would "stay open to grain ships of every flag"',
    ),
    (
        "“We see no sign that the other side is ready to sit down,”",
        "“We see no sign that the other side is ready to sit down. That is a pity.”",
    ),
    (
        "that several points of the roadmap could become the basis of a peaceful settlement "
        "once Kyiv and the West are prepared for it",
        'some points of the roadmap might be a basis for a peace settlement "if the West and '
        'Kiev are ready for it."',
    ),
    (
        "that Beijing would send a delegation to the border regions to negotiate a ceasefire",
        "China was sending a delegation to border regions to negotiate a cease-fire",
    ),
]

DIFFERENT = [
    (
        "that Russia attaches great importance to the partnership with China",
        "that Russia will build a pipeline to China next year",
    ),
    ('there were "serious obstacles"', 'the "serious obstacles" remain in trade policy'),
    ("ties were good", "ties were good"),
    (
        "that the talks with the delegation would resume on Friday in Geneva",
        "that the delegation would inspect the damaged reactor before winter",
    ),
    (
        "“We will work for peace in the region and the world,”",
        "“We will work for growth in the region and jobs for the young,”",
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_utterance_in_other_words(a: str, b: str) -> None:
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_other_utterance(a: str, b: str) -> None:
    assert not same(a, b)
    assert not same(b, a)


def test_dates_that_exclude_each_other_part_utterances() -> None:
    a, b = SAME[1]
    assert same(a, b, MAY, MAY)
    assert same(a, b, MAY, None)
    assert not same(a, b, MAY, JUNE)


def test_other_speakers_never_share_an_utterance() -> None:
    a, b = SAME[1]
    assert not same_utterance(said(a), said(b), a, b, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kiev", "kyiv"),
        ("peaceful", "peace"),
        ("negotiations", "talks"),
        ("provisions", "provision"),
        ("russia's", "russia"),
        ("ready", "readiness"),
        ("developed", "develops"),
    ],
)
def test_stems_fold_variants(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("unity", "united"), ("general", "generation")])
def test_stems_keep_words_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)

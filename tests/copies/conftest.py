"""Texts for the tests of copies: written for them, about people who do not exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from coranto.types import DateRange, Published, Report

WIRE = (
    "MARVELA, May 4 (AFP) - The foreign minister of Ostland arrived in the capital of Marvela "
    "on Thursday for two days of talks on reopening the river border, which has been closed to "
    "freight since the collapse of the customs union.",
    '"We have come to listen first and to sign later," minister Tomas Varga told reporters at '
    "the airport.",
    "Varga was met by his counterpart Ilse Brandt, and the two drove directly to the old "
    "exchange building where delegations from both countries had been working since Monday.",
    "A draft agreement seen by this agency would let 120 lorries a day cross at the Tarn bridge "
    "from the first of June, under joint inspection by officers of both countries.",
    "Marvela closed the crossing in 2019 after accusing its neighbour of turning a blind eye to "
    "fuel smuggling, an accusation that Ostland has always rejected.",
    "Farmers on the eastern bank say that the detour through the mountains has doubled the cost "
    "of bringing fruit to market.",
    '"Every autumn we throw away a third of the harvest," said Petra Kolb, who grows plums near '
    "the bridge.",
    "Diplomats from the lake states, who offered to mediate last year, have taken no part in the "
    "talks and learned of them from the newspapers.",
    "The two ministers are to hold a joint news conference on Friday afternoon before Varga "
    "travels on to the conference of river nations.",
)

FLOODS = (
    "Rescue teams searched for survivors on Thursday after a dam above the mining town of Kelso "
    "gave way and sent a wall of mud through three villages.",
    "The provincial governor said that forty families had been moved to schools and sports halls "
    "and that army engineers were building a temporary crossing.",
    "Inspectors had warned the owner of the dam about seepage in two successive years, according "
    "to records kept by the provincial office of mines.",
    "The company that runs the mine declined to answer questions but promised to pay for the "
    "cost of clearing the main road to the coast.",
)

VOTE = (
    "Parliament in the island republic of Sarn rejected a budget for the second time this year, "
    "opening the way to an early election before the summer recess.",
    "Seven members of the governing party crossed the floor over plans to tax the fishing fleet, "
    "whose owners had blockaded the harbour for most of the week.",
    "The prime minister has until Monday evening to ask the head of state to dissolve the "
    "chamber or to try to form another government.",
    "Polls published at the weekend gave the opposition a narrow lead, with one voter in five "
    "still undecided between the two large parties.",
)

MakeReport = Callable[..., Report]


@pytest.fixture
def wire() -> list[str]:
    """The paragraphs of a wire report on talks."""
    return list(WIRE)


@pytest.fixture
def floods() -> list[str]:
    """The paragraphs of another story."""
    return list(FLOODS)


@pytest.fixture
def vote() -> list[str]:
    """The paragraphs of a third story."""
    return list(VOTE)


@pytest.fixture
def make() -> MakeReport:
    """A report made of paragraphs, its day of publication and credits optional."""

    def build(
        key: str,
        paragraphs: Sequence[str],
        *,
        day: date | None = None,
        credits: tuple[str, ...] = (),
        outlet: str | None = None,
    ) -> Report:
        published = Published(DateRange(day, day)) if day else Published()
        text = "\n\n".join(paragraphs)
        return Report(
            id=key, source=key, text=text, published=published, credits=credits, outlet=outlet
        )

    return build

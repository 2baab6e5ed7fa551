"""The network that finds where sentences end: features, chances, its file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.language.boundaries import (
    FEATURES,
    NUMBERS,
    REACH,
    BoundaryNetwork,
    Line,
    chunk_features,
    shipped,
)


@pytest.mark.parametrize(
    ("chunk", "features"),
    [
        ("Gen.", {"w:gen", "s:Xx3", "t:.", "title", "c:gen"}),
        ("\u201c(And)", {"w:and", 'l:"(', "t:)"}),
        ("U.S.", {"w:u.s", "dotted"}),
        ("A.", {"w:a", "initial"}),
        ("10:30", {"w:00:00", "clock"}),
        ("\u2014", {"marks", "m:-"}),
    ],
)
def test_features_of_a_chunk(chunk: str, features: set[str]) -> None:
    assert features <= set(chunk_features(chunk))


@given(st.text(alphabet='aB1.,-\u2019"()', min_size=1, max_size=12) | st.text(min_size=1))
def test_a_chunk_has_few_features(chunk: str) -> None:
    found = chunk_features(chunk)
    assert 1 <= len(found) <= FEATURES


def line(text: str) -> Line:
    chunks = text.split()
    return Line(chunks, [c.endswith(".") for c in chunks])


def test_gaps_in_running_words_are_left_out() -> None:
    lines = [line("the envoy, who came late. He left"), line("at Noon")]
    gaps = shipped().gaps(lines)
    assert gaps.places == [(0, 4), (1, 0)]
    assert gaps.windows.shape == (2, 2 * REACH)
    assert gaps.numbers.shape == (2, NUMBERS)
    assert (gaps.windows[0, :REACH] > 0).sum() == 5  # as many chunks stand before this gap


def test_chances_depend_on_the_text_alone() -> None:
    one, other = line("They met. he left at 5 p.m. and slept."), line("Who knows? not me :) ok")
    fresh = BoundaryNetwork(list(shipped().index), shipped().weights)
    assert fresh.chances([one]) == shipped().chances([one])
    fresh.chances([other, one])
    assert fresh.chances([one]) == shipped().chances([one])
    assert fresh.chances([]) == []


def test_written_and_read_again(tmp_path: Path) -> None:
    shipped().write(tmp_path / "same.npz")
    same = BoundaryNetwork.read(tmp_path / "same.npz")
    assert list(same.index) == list(shipped().index)
    for name, weight in shipped().weights.items():
        assert np.allclose(same.weights[name], weight, atol=2e-3 + abs(weight).max() / 100)
    text = [line("They met. he left")]
    for (n, i, a), (m, j, b) in zip(same.chances(text), shipped().chances(text), strict=True):
        assert (n, i) == (m, j)
        assert a == pytest.approx(b, abs=0.05)

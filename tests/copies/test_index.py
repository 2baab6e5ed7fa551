"""Fingerprints that are kept: new reports joined to stored ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coranto.copies.fingerprints import grams, single
from coranto.copies.index import FingerprintIndex, Matches
from coranto.copies.words import read_words
from coranto.errors import DataError


def texts_of(wire: list[str], floods: list[str], vote: list[str]) -> list[str]:
    bodies = [wire, floods, wire[:5], vote, floods[1:], [*vote, *wire[3:6]], wire[6:], ["..."]]
    return ["\n\n".join(body) for body in bodies]


def found(matches: Matches) -> set[tuple[int, int, int]]:
    pairs = zip(matches.pairs.tolist(), matches.shared.tolist(), strict=True)
    return {(one, other, shared) for (one, other), shared in pairs}


def expected(texts: list[str]) -> set[tuple[int, int, int]]:
    """All pairs that share a gram, by the plain definition."""
    sets = [set(grams(read_words(text).keys).tolist()) for text in texts]
    return {
        (one, other, len(sets[one] & sets[other]))
        for other in range(len(sets))
        for one in range(other)
        if sets[one] & sets[other]
    }


def test_matches_are_exact(wire: list[str], floods: list[str], vote: list[str]) -> None:
    texts = texts_of(wire, floods, vote)
    matches = FingerprintIndex().add("abcdefgh", texts)
    assert found(matches) == expected(texts)
    whole = dict(zip(map(tuple, matches.pairs.tolist()), matches.containment, strict=True))
    assert whole[0, 2] == whole[1, 4] == 1.0
    assert 0.0 < whole[0, 5] < 1.0
    assert matches.least(1.0).pairs.tolist() == [[0, 2], [0, 6], [1, 4], [3, 5]]


@pytest.mark.parametrize("cuts", [(1,), (3,), (2, 5), tuple(range(1, 8))])
def test_reports_that_come_later_are_joined_to_the_stored_ones(
    cuts: tuple[int, ...], wire: list[str], floods: list[str], vote: list[str]
) -> None:
    texts = texts_of(wire, floods, vote)
    index, streamed = FingerprintIndex(), set()
    for begin, end in zip((0, *cuts), (*cuts, len(texts)), strict=True):
        streamed |= found(index.add(map(str, range(begin, end)), iter(texts[begin:end])))
    assert streamed == expected(texts)
    assert index.ids == [str(number) for number in range(len(texts))]


def test_a_stored_index_goes_on_as_if_it_had_not_been_stored(
    tmp_path: Path, wire: list[str], floods: list[str], vote: list[str]
) -> None:
    texts = texts_of(wire, floods, vote)
    index = FingerprintIndex(cap=99)
    index.add("ab", texts[:2])
    index.add("c", texts[2:3])
    index.save(tmp_path / "index")
    stored = FingerprintIndex.load(tmp_path / "index")
    assert (len(stored), stored.ids, stored.cap) == (3, ["a", "b", "c"], 99)
    assert found(stored.add("defgh", texts[3:])) == found(index.add("defgh", texts[3:]))
    for number, text in enumerate(texts):
        assert stored.grams(number).tolist() == single(grams(read_words(text).keys)).tolist()


def test_an_empty_index(tmp_path: Path) -> None:
    index = FingerprintIndex()
    assert len(index.add([], [])) == 0
    index.save(tmp_path / "index")
    assert len(FingerprintIndex.load(tmp_path / "index")) == 0
    assert len(index.add(["a"], [""])) == 0


def test_a_fingerprint_in_too_many_stored_reports_proposes_nothing(wire: list[str]) -> None:
    text = "\n\n".join(wire)
    index = FingerprintIndex(cap=3)
    assert len(index.add("abc", [text] * 3)) == 3
    assert len(index.add("d", [text])) == 0


def test_files_that_hold_no_index(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with pytest.raises(DataError, match="no stored fingerprints"):
        FingerprintIndex.load(path)
    path.write_text("not an index")
    with pytest.raises(DataError, match="no stored fingerprints"):
        FingerprintIndex.load(path)
    with path.open("wb") as file:
        np.savez(file, head=np.frombuffer(b'{"format": "other/9"}', dtype=np.uint8))
    with pytest.raises(DataError, match="another version: other/9"):
        FingerprintIndex.load(path)


def test_as_many_ids_as_texts() -> None:
    with pytest.raises(ValueError, match="1 ids for 2 texts"):
        FingerprintIndex().add(["a"], ["b", "c"])

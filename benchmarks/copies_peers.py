"""What others offer for finding copies, on the same texts: run by a Python that has them.

``python copies_peers.py TEXTS`` reads a JSON list of texts and prints one JSON
object a line: name, seconds of processor time, pairs proposed.  Each peer gets
the word 5-grams of lower-cased words and the usual threshold of one half.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Pair = tuple[int, int]
THRESHOLD = 0.5
PERMUTATIONS = 128
_WORD = re.compile(r"\w+")


def shingles(text: str) -> list[str]:
    """The word 5-grams of a text, each once."""
    words = _WORD.findall(text.lower())
    return list({" ".join(words[at : at + 5]) for at in range(len(words) - 4)})


def datasketch(texts: list[str]) -> Iterable[Pair]:
    """MinHash and its LSH as datasketch has them."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index: Any = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for number, text in enumerate(texts):
        signature: Any = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([shingle.encode() for shingle in shingles(text)])
        for other in index.query(signature):
            yield other, number
        index.insert(number, signature)


def rensa(texts: list[str]) -> Iterable[Pair]:
    """RMinHash and its LSH as rensa has them."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    for number, text in enumerate(texts):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=42)
        signature.update(shingles(text))
        for other in index.query(signature):
            yield other, number
        index.insert(number, signature)


def gaoya(texts: list[str]) -> Iterable[Pair]:
    """The MinHash index of gaoya, which cuts the shingles itself."""
    from gaoya.minhash import MinHashStringIndex  # noqa: PLC0415

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=32,
        band_size=4,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
    )
    for number, text in enumerate(texts):
        for other in index.query(text):
            yield other, number
        index.insert_document(number, text)


PEERS: dict[str, Callable[[list[str]], Iterable[Pair]]] = {
    "datasketch": datasketch,
    "rensa": rensa,
    "gaoya": gaoya,
}


def run(texts: list[str]) -> None:
    """Run each peer that is installed, and say so where one is not."""
    for name, call in PEERS.items():
        begin = time.process_time()
        try:
            pairs = sorted({pair for pair in call(texts) if pair[0] != pair[1]})
        except ImportError as error:
            print(json.dumps({"name": name, "missing": str(error)}), flush=True)
            continue
        spent = time.process_time() - begin
        print(json.dumps({"name": name, "seconds": spent, "pairs": pairs}), flush=True)


if __name__ == "__main__" and len(sys.argv) == 2:
    run(json.loads(Path(sys.argv[1]).read_text("utf-8")))

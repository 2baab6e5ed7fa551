"""Direct quotations by textacy, fed with this project's own parse, for ``benchmarks.statements``.

textacy and its spaCy live in an environment of their own. The variable
``CORANTO_TEXTACY`` names the Python in it; without it the comparison is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from typing import Any

from coranto.language.document import Document

# Runs in the other environment: documents as lists of words on stdin, quotations on stdout.
_SCRIPT = """
import json, sys
from spacy.tokens import Doc
import spacy
from textacy.extract import direct_quotations
vocab = spacy.blank("en").vocab
# The rules ask for labels of the older English scheme.
old = {"obj": "dobj", "nsubj:pass": "nsubjpass", "root": "ROOT", "obl": "pobj"}
out = []
for d in json.load(sys.stdin):
    found = []
    if d["words"]:
        doc = Doc(vocab, words=d["words"], spaces=d["spaces"], lemmas=d["lemmas"], pos=d["pos"],
                  tags=d["pos"], heads=d["heads"], deps=[old.get(x, x) for x in d["deps"]],
                  sent_starts=d["starts"])
        try:
            for q in direct_quotations(doc):
                found.append([[t.i for t in q.speaker], q.content.start, q.content.end])
        except ValueError as error:
            sys.stderr.write(f"{error}\\n")
    out.append(found)
json.dump(out, sys.stdout)
"""


def textacy_quotations(
    docs: Sequence[Document],
) -> list[list[tuple[list[tuple[int, int]], tuple[int, int]]]] | str:
    """For each document its quotations (speaker's words, content) in characters; or why not."""
    python = os.environ.get("CORANTO_TEXTACY")
    if not python:
        return "CORANTO_TEXTACY does not name a Python with textacy"
    done = subprocess.run(
        [python, "-c", _SCRIPT],
        input=json.dumps([_as_words(d) for d in docs]),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        return f"textacy ended with {done.stderr.strip().splitlines()[-1:]}"
    made = []
    for doc, quotations in zip(docs, json.loads(done.stdout), strict=True):
        at = doc.tokens
        made.append(
            [
                ([(at[i].start, at[i].end) for i in who], (at[a].start, at[b - 1].end))
                for who, a, b in quotations
            ]
        )
    return made


def _as_words(doc: Document) -> dict[str, list[Any]]:
    tokens = doc.tokens
    starts = {s.first_token for s in doc.sentences}
    return {
        "words": [t.text for t in tokens],
        "spaces": [
            i + 1 < len(tokens) and tokens[i + 1].start > t.end for i, t in enumerate(tokens)
        ],
        "lemmas": [t.lemma for t in tokens],
        "pos": [t.pos for t in tokens],
        "heads": [t.head if t.head >= 0 else i for i, t in enumerate(tokens)],
        "deps": [t.dep for t in tokens],
        "starts": [i in starts for i in range(len(tokens))],
    }

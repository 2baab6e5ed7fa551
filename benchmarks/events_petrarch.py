"""UniversalPetrarch fed with this project's parse: what it codes in annotated sentences.

    python -m benchmarks.events_petrarch --data DIR --petrarch CHECKOUT [--python INTERPRETER]

CHECKOUT is a checkout of openeventdata/UniversalPetrarch, INTERPRETER a Python that has networkx
2, python-dateutil, requests and Unidecode: none is part of this project, and without them the
benchmark says so and ends.
Trees are given in the labels of Universal Dependencies 1, which its patterns are written in. Its
CAMEO codes are mapped to PLOVER by their first two digits, as PLOVER's manual does; of several
events in a sentence the first counts, and a sentence that it codes no event in counts as CONSULT,
as it does for this project's own rules.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.events import RELATIONS, binary_of, macro_f1, yielded
from coranto.events import QUADS
from coranto.language.document import Document
from coranto.language.model import LanguageModel

CAMEO = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "RETREAT", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT", "01": "CONSULT", "02": "REQUEST",
}  # fmt: skip
"""CAMEO's roots and the PLOVER types that took their place (PLOVER manual, CC BY-SA 4.0)."""
UD_1 = {
    "obj": "dobj", "obl": "nmod", "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass",
    "aux:pass": "auxpass", "flat": "compound", "fixed": "mwe", "obl:agent": "nmod",
    "obl:unmarked": "nmod:tmod", "nmod:desc": "compound", "clf": "dep",
}  # fmt: skip
"""Relations of Universal Dependencies 2 by their names in version 1."""
_RUN = """
import json, sys
sys.path.insert(0, sys.argv[1])
import networkx
networkx.Graph.node = property(lambda graph: graph.nodes)  # its name before networkx 2.4
import petrarch_ud, PETRreader, utilities
utilities.init_logger('PETRARCH.log', 'INFO')
PETRreader.parse_Config(utilities._get_data('data/config/', 'PETR_config.ini'))
petrarch_ud.read_dictionaries()
out, failed = {}, 0
for story, value in PETRreader.read_xml_input([sys.argv[2]], True).items():
    try:
        coded = petrarch_ud.do_coding({story: value})[story]
    except Exception:  # one sentence that it cannot code is one without an event
        failed += 1
        continue
    for sentence in (coded['sents'] or {}).values():
        events = sentence.get('events') or {}
        out[story] = [str(e[2]) for e in events.values()]
json.dump(out, open(sys.argv[3], 'w'))
"""


def conll(doc: Document) -> str:
    """The trees of a text as CoNLL rows in Universal Dependencies 1; one tree, roots joined."""
    roots = [i for i, t in enumerate(doc.tokens) if t.head < 0]
    rows = []
    for i, t in enumerate(doc.tokens):
        head = t.head + 1 if t.head >= 0 else (0 if i == roots[0] else roots[0] + 1)
        dep = UD_1.get(t.dep, UD_1.get(t.dep.split(":")[0], t.dep))
        dep = "parataxis" if t.head < 0 and head else dep
        pos = "CONJ" if t.pos == "CCONJ" else t.pos
        rows.append("\t".join((str(i + 1), t.text, t.lemma, pos, pos, "_", str(head), dep)))
    return "\n".join(rows)


def story(number: int, doc: Document) -> str:
    """One sentence in the XML that UniversalPetrarch reads."""
    return (
        f'<Sentence date="20180101" id="S{number:05d}_1" sentence="True" source="X">\n<Text>\n'
        f"{escape(doc.text)}\n</Text>\n<Parse>{escape(conll(doc))}\n</Parse></Sentence>\n"
    )


def coded_by_petrarch(docs: Sequence[Document], petrarch: Path, python: str) -> list[str | None]:
    """The CAMEO code of each sentence's first event, ``None`` where it codes none.

    Raises CalledProcessError where UniversalPetrarch fails.
    """
    with tempfile.TemporaryDirectory() as scratch:
        source, result = Path(scratch) / "in.xml", Path(scratch) / "out.json"
        body = "".join(story(i, d) for i, d in enumerate(docs))
        head = "<?xml version='1.0' encoding='utf-8'?>\n<Sentences>\n"
        source.write_text(f"{head}{body}</Sentences>\n", "utf-8")
        code = petrarch / "UniversalPetrarch"
        subprocess.run(
            [python, "-c", _RUN, str(code), str(source), str(result)],
            cwd=code,
            check=True,
            capture_output=True,
        )
        found = json.loads(result.read_text("utf-8"))
    return [next(iter(found.get(f"S{i:05d}", [])), None) for i in range(len(docs))]


def main() -> int:
    """Code the sentences and print the table. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--petrarch", type=Path, help="checkout of openeventdata/UniversalPetrarch")
    parser.add_argument("--python", default=sys.executable, help="a Python with its requirements")
    options = parser.parse_args()
    path = options.data / RELATIONS
    if not path.exists():
        print(f"skipped: {RELATIONS} is not below the data folder")
        return 0
    if options.petrarch is None or not (options.petrarch / "UniversalPetrarch").is_dir():
        print("skipped: no checkout of UniversalPetrarch was named with --petrarch")
        return 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    model = LanguageModel.load()
    texts = [r["text"] for r in rows]
    parsed = model.parse(texts)
    docs = [Document(t, p.sentences, p.tokens, p.names) for t, p in zip(texts, parsed, strict=True)]
    try:
        codes = coded_by_petrarch(docs, options.petrarch, options.python)
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        print(f"skipped: UniversalPetrarch does not run here: {' '.join(reason)}")
        return 0
    roots = [CAMEO.get((c or "04")[:2], "CONSULT") for c in codes]
    quads = [str(QUADS[r]) for r in roots]
    print(f"{len(rows)} sentences, {sum(c is not None for c in codes)} with an event")
    print(f"binary macro-F1 {macro_f1([r['binary'] for r in rows], binary_of(quads, rows)):6.1f}")
    print(f"quad   macro-F1 {macro_f1([r['quad'] for r in rows], quads):6.1f}")
    print(f"root   macro-F1 {macro_f1([r['root'] for r in rows], yielded(roots)):6.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Write the model card: what the model is, what made it, and its scores.

python -m training.card --model MODEL --checkpoint RUN/decay.pt --base BASE --data DATA
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch
from benchmarks.reader import measure

from coranto.language.model import LanguageModel
from training.heads import attribution_scores, time_scores

Scores = dict[str, dict[str, float]]

DATA = """\
| set | used for | sentences or texts | licence |
|---|---|---|---|
| Universal Dependencies English EWT, train | trees, parts of speech | 12,544 | CC BY-SA 4.0 |
| Universal NER on English EWT, train | names: PER ORG LOC | 12,543 | CC BY-SA 4.0 |
| Universal Dependencies English GUM, train, without its non-commercial genres and Reddit \
| trees, parts of speech | 7,266 | CC BY 4.0, CC BY-SA by document |
| GUM's named entities, the same documents | names: PER ORG LOC | 7,266 | CC BY 4.0 |
| English Worldwide Newswire, train (Shan et al. 2023) | names: PER ORG LOC MISC | 13,170 \
| none stated |
| CrossNER politics | names: PER ORG LOC | 1,392 | MIT |
| WikiGold | names: PER ORG LOC | 1,696 | CC BY 4.0 |
| PolNeAR, train (Newell et al. 2018) | attributions: cue, source, content | 840 documents \
| none stated, research |
| TimeBank, AQUAINT TimeML (four documents in five) | extents and types of time expressions \
| 206 documents | none stated, LDC-derived |
| WikiWars (four documents in five) | the same | 18 documents | CC BY-SA 3.0 |
| ReLocaR, train (Gritta et al. 2017) | places that stand for governments or teams | 1,026 \
| none stated |
| PLV, train (Hu et al. 2024) | PLOVER relations between a source and a target | 1,025 \
| none stated |
| all-MiniLM-L6-v2 | the base, and the teacher of sentence vectors | – | Apache-2.0 |
"""

TEXT = """\
# Model card: {name}

Reads English news: parts of speech, dependency trees, names, places that stand for governments,
time expressions, attributions (cue, source, content), and a vector of each sentence's meaning, in
one pass of a six-layer encoder (22.7 million parameters in the base); in a pass of its own, the
relation between two parties of a sentence. Trained on {date}, {steps} steps after those of the
first stage. Apache-2.0.

## Made from

{data}
The small network for the ends of sentences (`boundaries.npz`) was trained on EWT, GUM and English
Worldwide Newswire as above, by `training/sentence_boundaries.py`.

Nothing of these sets is in the package. The development sets were used to measure, no test set was
read.

## How

`training/README.md` says it in full; `training/config.toml` and `training/heads.toml` have the
numbers of the two stages.

```sh
python -m training.train --data DATA --base BASE --run FIRST
python -m training.train --data DATA --base BASE --run FIRST \\
    --decay-from FIRST/last.pt --decay-steps 1600
python -m training.train --data DATA --base BASE --run RUN \\
    --config training/heads.toml --start-from FIRST/decay.pt
python -m training.train --data DATA --base BASE --run RUN \\
    --config training/heads.toml --decay-from RUN/last.pt --decay-steps 6000
python -m training.train --data DATA --base BASE --run AGAIN \\
    --config training/heads.toml --decay-from RUN/decay.pt --decay-steps {decay_steps}
python -m training.export --checkpoint AGAIN/decay.pt --base BASE --to MODEL --averaged
```

{note}## Scores

In per cent, of the shipped int8 model, with the same weights in floats behind it in brackets. Words
and trees as in the CoNLL 2018 shared task, dependency labels by their universal part, names exact
in place and kind.

{table}
## Limits

English only, edited prose above all. Names of other kinds (peoples, events, laws, works) are one
kind. Attributions are read sentence by sentence: what a speaker goes on to say in the next one is
for rules to follow. The relation and the government head were trained on all of two small sets;
what they can do on unread sentences is measured by `training/folds.py`, on folds.
Sentence vectors come from {vectors}.

## Facts

```json
{facts}
```
"""


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table(scores: Scores, floats: Scores) -> str:
    """A line for each set and layer."""
    lines = ["| set | layer | score |", "|---|---|---|"]
    for name, layers in scores.items():
        for layer, value in layers.items():
            exact = floats.get(name, {}).get(layer)
            behind = f" ({exact:.1f})" if exact is not None else ""
            lines.append(f"| {name} | {layer} | {value:.1f}{behind} |")
    return "\n".join(lines) + "\n"


def card(arguments: argparse.Namespace, scores: Scores, floats: Scores) -> str:
    """The text of the card."""
    state: dict[str, Any] = torch.load(arguments.checkpoint, weights_only=False)
    decay = state["step"] - state["decay_start"] if state["decay_start"] >= 0 else 0
    facts = {
        "name": arguments.name,
        "date": datetime.now(tz=UTC).date().isoformat(),
        "sha256": sha256(arguments.model / "model.onnx"),
        "base": "all-MiniLM-L6-v2",
        "base_sha256": sha256(arguments.base / "model.safetensors"),
        "steps": state["step"],
        "decay_steps": decay,
        "config": state["config"],
        "scores": {n: {k: round(v, 2) for k, v in s.items()} for n, s in scores.items()},
    }
    return TEXT.format(
        name=facts["name"],
        date=facts["date"],
        steps=f"{state['step']:,}",
        decay_steps=decay,
        data=DATA,
        note=f"{arguments.note}\n\n" if arguments.note else "",
        table=table(scores, floats),
        vectors="a head that imitates the base; they lie close to its vectors, not on them",
        facts=json.dumps(facts, indent=1),
    )


def main() -> None:
    """Read the command line, measure, and write the card into the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--scores", type=Path, help="scores as JSON; measured if left out")
    parser.add_argument("--floats", type=Path, help="scores of the float model, as JSON")
    parser.add_argument("--note", default="", help="what was particular about the run")
    parser.add_argument("--name", default="coranto-reader-4")
    arguments = parser.parse_args()
    target = arguments.model / "model_card.md"
    if not target.exists():
        target.write_text("# Model card\n", "utf-8")
    floats = json.loads(arguments.floats.read_text("utf-8")) if arguments.floats else {}
    if arguments.scores:
        scores = json.loads(arguments.scores.read_text("utf-8"))
    else:
        scores = measure(arguments.model, arguments.data)
        model = LanguageModel.load(arguments.model)
        scores |= attribution_scores(model, arguments.data)
        scores |= time_scores(model, arguments.data)
    target.write_text(card(arguments, scores, floats), "utf-8")


if __name__ == "__main__":
    main()

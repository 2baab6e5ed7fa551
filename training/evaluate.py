"""Scores of a checkpoint on the development sets, in floats and in int8, and what int8 costs.

Ends with status 1 where int8 loses more than ``MOST_LOST`` points on some layer.

python -m training.evaluate --checkpoint RUN/decay.pt --base BASE --data DATA
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.reader import measure, show

from training.export import export

MOST_LOST = 0.3  # points


def main() -> None:
    """Read the command line, export to a folder of its own, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=os.environ.get("CORANTO_DATA"))
    parser.add_argument("--averaged", action="store_true", help="take the averaged weights")
    parser.add_argument("--only", choices=("float", "int8"), help="measure one form")
    parser.add_argument("--json", type=Path, help="write PATH.float.json and PATH.int8.json too")
    arguments = parser.parse_args()
    measured: dict[str, dict[str, dict[str, float]]] = {}
    for form in ("float", "int8"):
        if arguments.only in (None, form):
            with tempfile.TemporaryDirectory() as folder:
                to = Path(folder)
                export(arguments.checkpoint, arguments.base, to, arguments.averaged, form == "int8")
                (to / "model_card.md").write_text("# A checkpoint\n", "utf-8")
                print(f"--- {form}{', averaged' if arguments.averaged else ''}")
                scores = measured[form] = measure(to, arguments.data)
                show(scores)
                if arguments.json:
                    arguments.json.with_suffix(f".{form}.json").write_text(json.dumps(scores))
    if len(measured) == 2:
        sys.exit(int(costs_too_much(measured["float"], measured["int8"])))


def costs_too_much(exact: dict[str, dict[str, float]], small: dict[str, dict[str, float]]) -> bool:
    """Print the layers on which int8 loses more than it may; whether there are any."""
    found = False
    for name, layers in exact.items():
        for layer, value in layers.items():
            lost = value - small[name][layer]
            if lost > MOST_LOST and "speed" not in name:
                print(f"int8 loses {lost:.1f} points: {name}, {layer}")
                found = True
    return found


if __name__ == "__main__":
    main()

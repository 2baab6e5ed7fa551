"""Scores of a checkpoint on the development sets, in floats and in int8.

python -m training.evaluate --checkpoint RUN/decay.pt --base BASE --data DATA
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from benchmarks.reader import measure, show

from training.export import export


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
    for form in ("float", "int8"):
        if arguments.only in (None, form):
            with tempfile.TemporaryDirectory() as folder:
                to = Path(folder)
                export(arguments.checkpoint, arguments.base, to, arguments.averaged, form == "int8")
                (to / "model_card.md").write_text("# A checkpoint\n", "utf-8")
                print(f"--- {form}{', averaged' if arguments.averaged else ''}")
                scores = measure(to, arguments.data)
                show(scores)
                if arguments.json:
                    arguments.json.with_suffix(f".{form}.json").write_text(json.dumps(scores))


if __name__ == "__main__":
    main()

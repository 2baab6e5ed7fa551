"""The benchmark finds its sets wherever the data folder is given."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = {
    "text": "The envoys met on 3 June 2021.",
    "dct": "2021-06-04",
    "timexes": [{"start": 18, "end": 29, "value": "2021-06-03"}],
}


def test_the_sets_lie_in_the_folder_or_in_its_times(tmp_path: Path) -> None:
    inside = tmp_path / "times"
    inside.mkdir()
    (inside / "timebank.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    for folder in (tmp_path, inside):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.times", "--data", str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "timebank: strict 100.0  relaxed 100.0  value 100.0" in done.stdout
        assert "aquaint: not in" in done.stdout

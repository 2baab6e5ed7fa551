"""The main job on a pile of real reports: seconds by stage and peak memory.

    python -m benchmarks.main_job --data DIR [--reports copies/helsinki_summit.jsonl] [--out DIR]

DIR holds the development data; where the set is missing the benchmark says so and ends.
"""

from __future__ import annotations

import argparse
import platform
import resource
import tempfile
from pathlib import Path
from time import perf_counter

from coranto.chronology.building import Progress, build

DEFAULT_SET = "copies/helsinki_summit.jsonl"


def main() -> int:
    """Build the chronology of one set and print where the time went. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--reports", default=DEFAULT_SET, help="file or folder below DIR")
    parser.add_argument("--out", type=Path, help="keep the results here")
    options = parser.parse_args()
    reports = options.data / options.reports
    if not reports.exists():
        print(f"skipped: {options.reports} is not below the data folder")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        progress = Progress()
        began = perf_counter()
        chronology = build([reports], progress=progress)
        with progress.stage("writing", 1):
            chronology.write(out)
        total = perf_counter() - began
        size = sum(f.stat().st_size for f in out.rglob("*") if f.is_file())
    words = sum(len(r.text.split()) for r in chronology.reports)
    print(f"{len(chronology.reports)} reports, {words:,} words, Python {platform.python_version()}")
    for stage, seconds in progress.seconds.items():
        print(f"{stage:<10} {seconds:8.1f} s  {100 * seconds / total:5.1f} %")
    print(f"{'all':<10} {total:8.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB; results {size / 1e6:,.1f} MB")
    print(
        f"{len(chronology.copies)} copy groups, {len(chronology.events)} events, "
        f"{len(chronology.statements)} statements, {len(chronology.entries)} entries"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

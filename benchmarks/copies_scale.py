"""Speed and memory of finding copies, and how both grow with the number of reports.

Part of ``benchmarks.copies``, which runs it.  Memory is measured in processes of
their own.
"""

from __future__ import annotations

import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coranto.copies.index import FingerprintIndex

_BATCH = 20_000
_SHARES = (0.3, 0.5)


def warm() -> None:
    """Have everything compiled before a clock runs."""
    words = [f"word{n} and" for n in range(60)]
    index = FingerprintIndex()
    index.add(["a", "b"], [" ".join(words), " ".join(words[9:])])
    index.add(["c"], [" ".join(words[3:])])


# --- speed, beside the peers ----------------------------------------------------------------


def speed(texts: Sequence[str], python: str | None) -> None:
    """Reports for each second of processor time, from texts to pairs with exact containment."""
    warm()
    best = math.inf
    for _ in range(3):
        begin = time.process_time()
        matches = FingerprintIndex().add(map(str, range(len(texts))), texts)
        best = min(best, time.process_time() - begin)
    wanted = [
        {(int(a), int(b)) for a, b in matches.least(share).pairs.tolist()} for share in _SHARES
    ]
    print(
        f"{'reports a CPU-second, texts to exact containment':<52} "
        f"{len(texts) / best:,.0f}  ({len(texts):,} reports)"
    )
    if python is None:
        print("   peers skipped: name a Python that has them with --peers")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(list(texts)), encoding="utf-8")
        script = Path(__file__).with_name("copies_peers.py")
        told = subprocess.run(
            [python, str(script), str(path)], capture_output=True, text=True, check=True
        )
    for line in told.stdout.splitlines():
        peer = json.loads(line)
        if "missing" in peer:
            print(f"   {peer['name']} skipped: {peer['missing']}")
            continue
        pairs = {(a, b) for a, b in peer["pairs"]}
        recall = [len(pairs & want) / max(len(want), 1) for want in wanted]
        print(
            f"   {peer['name']:<49} {len(texts) / peer['seconds']:,.0f}  recall of containment "
            + ", ".join(f">= {s}: {r:.2f}" for s, r in zip(_SHARES, recall, strict=True))
        )


# --- growth ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """One run: reports, seconds of processor time, megabytes above the texts, copies found."""

    reports: int
    seconds: float
    megabytes: float
    pairs: int


def made_reports(texts: Sequence[str], count: int, seed: int = 7) -> Iterator[str]:
    """Reports made by resampling and editing, as many new ones as copies of late ones.

    A new one takes sentences of ten reports and changes every fourth word; a copy
    cuts its end, leaves out a sentence and changes some words.
    """
    generator = random.Random(seed)
    sentences = [[s for s in text.split(". ") if s] for text in texts if text.count(". ") > 3]
    words = [word for text in texts[:2000] for word in text.split()]
    late: list[list[str]] = []
    for number in range(count):
        if number % 2 and late:
            body = list(generator.choice(late))
            del body[generator.randrange(len(body))]
            body = body[: generator.randrange(4, len(body) + 1)]
            every = 40
        else:
            sources = generator.choices(sentences, k=10)
            body = [generator.choice(source) for source in sources]
            every = 4
        body = [_changed(sentence, words, every, generator) for sentence in body]
        if every == 4:
            late = [*late[-49:], body]
        yield ". ".join(body)


def _changed(sentence: str, words: Sequence[str], every: int, generator: random.Random) -> str:
    parts = sentence.split()
    for place in range(generator.randrange(every), len(parts), every):
        parts[place] = generator.choice(words)
    return " ".join(parts)


def growth(folder: Path, largest: int) -> list[Point]:
    """Measure 1,000, 10,000 … reports up to ``largest``, each in a process of its own."""
    points: list[Point] = []
    count = 1000
    while count <= largest:
        points.append(_apart(folder, count, False))
        show(points[-1])
        count *= 10
    return points


def memory(folder: Path, count: int) -> None:
    """Memory above the texts, which are held, for ``count`` reports of a summit's length."""
    point = _apart(folder, count, True)
    print(
        f"{f'memory above the texts, {count:,} reports of 660 words':<52} "
        f"{point.megabytes:.0f} MB, {point.seconds:.1f} s CPU"
    )


def show(point: Point) -> None:
    """One line for a point."""
    print(
        f"{f'   {point.reports:,} reports':<52} {point.seconds:.2f} s CPU, "
        f"{point.reports / max(point.seconds, 1e-9):,.0f} a second, {point.megabytes:.0f} MB, "
        f"{point.pairs:,} pairs",
        flush=True,
    )


def _apart(folder: Path, count: int, held: bool) -> Point:
    command = [sys.executable, "-m", "benchmarks.copies_scale", str(folder), str(count)]
    told = subprocess.run(
        [*command, *(["held"] if held else [])], capture_output=True, text=True, check=True
    )
    return Point(**json.loads(told.stdout))


def _peak() -> float:
    """Megabytes that the process has taken at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _texts(folder: Path) -> list[str]:
    with (folder / "copies" / "reuters_1987.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _measure(folder: Path, count: int, held: bool) -> Point:
    """Add made reports to an index, all at once where they are held, else batch by batch."""
    warm()
    source = _texts(folder)
    made = made_reports(source, count)
    if held:
        short = list(made)
        # The short ones stay: memory given back would be taken again and hide what is measured.
        longer = [_of_length(short, n) for n in range(count)]
        before, index, begin = _peak(), FingerprintIndex(), time.process_time()
        found = len(index.add(map(str, range(count)), longer).least(0.3))
        return Point(count, time.process_time() - begin, _peak() - before, found)
    before, index, spent, found = 0.0, FingerprintIndex(), 0.0, 0
    for start in range(0, count, _BATCH):
        batch = [next(made) for _ in range(min(_BATCH, count - start))]
        before = before or _peak()
        begin = time.process_time()
        ids = map(str, range(start, start + len(batch)))
        found += len(index.add(ids, batch).least(0.3))
        spent += time.process_time() - begin
    return Point(count, spent, _peak() - before, found)


def _of_length(texts: Sequence[str], number: int, words: int = 660) -> str:
    """Texts one after another from ``number`` on, up to so many words."""
    held: list[str] = []
    at = number
    while len(held) < words:
        held += texts[at % len(texts)].split()
        at += 7919  # a prime: neighbours do not share what follows
    return " ".join(held[:words])


# --- the picture ----------------------------------------------------------------------------


def draw(points: Sequence[Point], path: Path) -> None:
    """Draw seconds and megabytes against reports, all on logarithmic scales, as SVG."""
    panels = (
        ("seconds of one core", [p.seconds for p in points]),
        ("MB above one batch of texts", [p.megabytes for p in points]),
    )
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" font-family="sans-serif" '
        'font-size="12" role="img" aria-label="Time and memory against the number of reports">',
        '<rect width="720" height="300" fill="#fbf8f1"/>',
    ]
    for number, (name, values) in enumerate(panels):
        parts += _panel(60 + 360 * number, name, [p.reports for p in points], values)
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _panel(left: int, name: str, across: Sequence[int], up: Sequence[float]) -> list[str]:
    width, height, top = 270, 210, 40
    low, high = math.log10(min(across)), math.log10(max(across))
    least = math.floor(math.log10(max(min(up), 0.01)))
    most = max(math.ceil(math.log10(max(*up, 0.1))), least + 1)

    def place(x: float, y: float) -> tuple[float, float]:
        share = (math.log10(x) - low) / max(high - low, 1)
        rise = (math.log10(max(y, 0.01)) - least) / (most - least)
        return left + width * share, top + height * (1 - rise)

    parts = [f'<text x="{left}" y="22" font-weight="bold">{name}</text>']
    for power in range(least, most + 1):
        _, y = place(10**low, 10.0**power)
        parts.append(f'<path d="M{left} {y:.1f}h{width}" stroke="#d9d0bf"/>')
        parts.append(
            f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
        )
    spots = [place(x, y) for x, y in zip(across, up, strict=True)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#8a2a17" stroke-width="2"/>')
    for (x, y), count, value in zip(spots, across, up, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#8a2a17"/>')
        parts.append(f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{value:.3g}</text>')
        parts.append(
            f'<text x="{x:.1f}" y="{top + height + 18}" text-anchor="middle">{count:,}</text>'
        )
    return parts


if __name__ == "__main__" and len(sys.argv) > 2 and sys.argv[2].isdigit():
    from dataclasses import asdict

    print(json.dumps(asdict(_measure(Path(sys.argv[1]), int(sys.argv[2]), len(sys.argv) > 3))))

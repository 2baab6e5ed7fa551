"""Actors and events against an official record: who met whom, where, on which days.

    python -m benchmarks.actors --data DIR

Builds one chronology of the reports on trips of US secretaries of state
(``chronology/us_secretary_trips_articles.jsonl``) and looks in it for each meeting of the
Office of the Historian's record (``…_gold.jsonl``). A meeting counts as told where some
report of the trip has both persons' names in one sentence; it is found where an entry that
happened has both persons, the place (or its country) and no day outside the trip. Prints
also how many mentions of persons and offices have an actor, and processor time a report.

    python -m benchmarks.actors --data DIR --draw SEED

prints 150 mentions of ``copies/helsinki_summit.jsonl`` drawn at random, each with its actor;
``judgements/actors.tsv`` holds a developer's verdicts on such draws.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time

from coranto.actors import Directory, country_of_place, find_mentions, resolve_actors
from coranto.actors.spelling import fold, surname_of
from coranto.annotation import read_texts
from coranto.chronology.building import build_from_reports
from coranto.chronology.result import Chronology
from coranto.language.document import Document
from coranto.language.model import LanguageModel
from coranto.reading import read
from coranto.types import Actor, DateRange, Entry, Report

MEETING_MODES = frozenset({"meet", "talks", "visit", "host", "mediate", "call"})
_PERSON = re.compile(r"(?:[A-Z][a-z]+(?:-[a-z]+)?)(?: [A-Z][a-z]+(?:-[a-z]+)?)+")
_OFFICES = {
    "President": "head_of_state",
    "Premier": "head_of_government",
    "Foreign Minister": "foreign_minister",
}


@dataclass(frozen=True)
class Meeting:
    """Two persons at a place on some days, as the record has them."""

    episode: int
    persons: tuple[str, str]
    place: str
    days: DateRange


def meetings_of_record(row: dict[str, object], directory: Directory) -> Iterator[Meeting]:
    """The meetings that one row of the record names, in the order of its remarks."""
    first, last = (date.fromisoformat(str(row[k])) for k in ("start", "end"))
    days = DateRange(first, last)
    secretary = directory.in_office("US", {"foreign_minister"}, DateRange(last, last))
    president = directory.in_office("US", {"head_of_state"}, DateRange(last, last))
    assert secretary is not None and president is not None
    place, episode = str(row["place"]), int(str(row["episode"]))
    code = country_of_place(place)
    remarks = str(row["remarks"])
    accompanied = re.match(r"Accompanied President \w+ to his meeting with ([^.]*)\.", remarks)
    if accompanied:
        found = _named(accompanied[1], None, directory, days)
        for other in found:
            yield Meeting(episode, (president.person, other), place, days)
        remarks = remarks[accompanied.end() :]
    for other in _named(remarks, code, directory, days):
        yield Meeting(episode, (secretary.person, other), place, days)


def _named(words: str, country: str | None, directory: Directory, days: DateRange) -> Iterator[str]:
    """Persons of a remark; a title that contradicts the name's record is believed instead."""
    for match in _PERSON.finditer(words):
        text = match[0]
        title = next((t for t in _OFFICES if text.startswith(f"{t} ")), None)
        name = text.removeprefix(f"{title} ") if title else text
        name = re.sub(
            r"^(?:Russian|Finnish|Chairman|State|Counselor|Counselors|Foreign|Minister|"
            r"President|Premier|Met|Also|North|Korean|Government|Chinese)\b ?",
            "",
            name,
        )
        while name != (
            cut := re.sub(r"^(?:Foreign|Minister|President|Counselor|Korean|State) ", "", name)
        ):
            name = cut  # fmt: skip
        if " " not in name or name.split()[0] in ("North", "Government", "Korean"):
            continue
        known = directory.named(name, country) or directory.named(name, None)
        if known is None and title and country:
            known = directory.in_office(country, {_OFFICES[title]}, days)
        yield known.person if known else name


def is_told(meeting: Meeting, reports: Sequence[Report]) -> bool:
    """Whether a report has both surnames in one sentence."""
    names = [surname_of(p, None) for p in meeting.persons]
    names = [n if n != "Jong" else "Kim" for n in names]
    for report in reports:
        for sentence in re.split(r"(?<=[.!?])\s+|\n", report.text):
            if all(re.search(rf"\b{re.escape(n)}\b", sentence) for n in names):
                return True
    return False


def best_entry(meeting: Meeting, chronology: Chronology) -> tuple[str, Entry | None]:
    """The verdict on the entry that comes nearest: "found", or what it lacks."""
    actors = {a.id: a for a in chronology.actors}
    best: tuple[int, str, Entry | None] = (0, "no entry with both", None)
    for entry in chronology.entries:
        if entry.kind != "event" or entry.type != "CONSULT" or entry.mode not in MEETING_MODES:
            continue
        if not all(_takes_part(p, entry, actors) for p in meeting.persons):
            continue
        place, days, happened = _right(meeting, entry)
        lacks = [w for w, ok in (("place", place), ("days", days), ("status", happened)) if not ok]
        rank = 4 - len(lacks)
        if rank > best[0]:
            best = (rank, "found" if not lacks else f"wrong or no {', '.join(lacks)}", entry)
    return best[1], best[2]


def _takes_part(person: str, entry: Entry, actors: dict[str, Actor]) -> bool:
    wanted = fold(person).replace("-", " ")
    return any(
        actors[a].kind == "person"
        and wanted in {fold(n).replace("-", " ") for n in (actors[a].name, *actors[a].names)}
        for a in entry.actors
        if a in actors
    )


def _right(meeting: Meeting, entry: Entry) -> tuple[bool, bool, bool]:
    place = entry.place is not None and (
        fold(meeting.place) in fold(entry.place.name)
        or entry.place.name == country_of_place(meeting.place)
        or (
            entry.place.country is not None
            and entry.place.country == country_of_place(meeting.place)
        )
    )
    first, last = entry.date.earliest, entry.date.latest
    start, end = meeting.days.earliest, meeting.days.latest
    days = bool(first and last and start and end and start <= first and last <= end)
    return place, days, entry.status == "happened"


def resolved_share(docs: Sequence[tuple[Report, Document]]) -> tuple[Counter[str], float]:
    """Mentions of persons, roles and pronouns with and without an actor; seconds a report."""
    for _, doc in docs:
        _ = doc.children, doc.sentence_of, doc.paragraph_of
    seconds = float("inf")
    for _ in range(3):  # the first pass also loads the tables
        began = process_time()
        found = [(r.id, find_mentions(doc), r.published.dates) for r, doc in docs]
        resolution = resolve_actors(found)
        seconds = min(seconds, (process_time() - began) / len(docs))
    counts: Counter[str] = Counter()
    for report, mentions, _ in found:
        for i, mention in enumerate(mentions):
            known = i in resolution.mentions[report] or bool(mention.members)
            counts[f"{mention.form} {'with' if known else 'without'}"] += 1
    return counts, seconds


def draw(path: Path, seed: int, number: int, model: LanguageModel) -> Iterator[str]:
    """Lines to judge: ``number`` mentions or a few more, of whole sentences drawn from a file.

    At most four sentences of one report; a line has the report, the offset of the mention,
    its words and its actor or actors. The same seed draws the same sentences.
    """
    rng = random.Random(seed)
    reports = sorted(read(path), key=lambda r: r.id)
    reports = rng.sample(reports, min(number // 4, len(reports)))
    readings = read_texts([r.text for r in reports], model)
    resolution = resolve_actors(
        [(r.id, x.mentions, r.published.dates) for r, x in zip(reports, readings, strict=True)]
    )
    names = {a.id: a.name for a in resolution.actors}
    drawn = 0
    for report, reading in zip(reports, readings, strict=True):
        sentences = reading.doc.sentences
        for sentence in rng.sample(sentences, min(4, len(sentences))):
            for at, mention in enumerate(reading.mentions):
                if sentence.start <= mention.start < sentence.end and drawn < number:
                    drawn += 1
                    keys = resolution.keys[report.id]
                    actor = resolution.mentions[report.id].get(at)
                    known = [actor] if actor else [keys[k] for k in mention.members if k in keys]
                    meant = " + ".join(names[k] for k in known) or "-"
                    words = " ".join(mention.text.split())
                    yield f"{report.source.rpartition('/')[2]}\t{mention.start}\t{words}\t{meant}"


def main() -> int:
    """Print the meetings found and the shares. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--draw", type=int, metavar="SEED", help="print mentions to judge instead")
    options = parser.parse_args()
    if options.draw is not None:
        path = options.data / "copies" / "helsinki_summit.jsonl"
        for line in draw(path, options.draw, 150, LanguageModel.load()):
            print(line)
        return 0
    articles = options.data / "chronology" / "us_secretary_trips_articles.jsonl"
    if not articles.exists():
        print(f"skipped: {articles.name} is not below the data folder")
        return 0
    reports = read(articles)
    gold = (options.data / "chronology" / "us_secretary_trips_gold.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in gold.splitlines()]
    model = LanguageModel.load()
    chronology = build_from_reports(reports, model=model)
    told = found = 0
    for row in rows:
        wanted = set(row["articles"])
        theirs = [r for r in reports if any(i in r.source or i == r.id for i in wanted)] or reports
        for meeting in meetings_of_record(row, Directory.packaged()):
            verdict, entry = best_entry(meeting, chronology)
            tells = is_told(meeting, theirs)
            told += tells
            found += tells and verdict == "found"
            shown = f"{entry.date.earliest}..{entry.date.latest}: {entry.summary}" if entry else ""
            mark = "told" if tells else "not told"
            names = " - ".join(meeting.persons)
            print(f"{names}, {meeting.place} ({mark}): {verdict} {shown}")
    print(f"meetings told: {told}, found {found} ({100 * found / max(told, 1):.0f} %)")
    docs = [
        (r, x.doc)
        for r, x in zip(reports, read_texts([r.text for r in reports], model), strict=True)
    ]
    counts, seconds = resolved_share(docs)
    for form in ("name", "title", "role", "pronoun", "group", "seat"):
        known, unknown = counts[f"{form} with"], counts[f"{form} without"]
        share = 100 * known / max(known + unknown, 1)
        print(f"{form:<8} {known + unknown:5} mentions, {share:5.1f} % with an actor")
    print(f"{1000 * seconds:.2f} ms of processor time a report of {_words(reports):.0f} words")
    return 0


def _words(reports: Sequence[Report]) -> float:
    return sum(len(r.text.split()) for r in reports) / len(reports)


if __name__ == "__main__":
    raise SystemExit(main())

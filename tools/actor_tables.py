"""Rebuild the tables of office holders and territories: python -m tools.actor_tables --data DIR

Reads from ``DIR/actors``:

- ``office_holders_2001_2023.jsonl``: ``repo`` (a country's cabinet), ``position``,
  ``person``, ``qid``, ``start``, ``end``; an extract of Wikidata (CC0) made on
  13 September 2022, the last day in it;
- ``foreign_ministers_2023-01.jsonl``: ``country``, ``person``, ``qid``, ``as_of``; of
  Wikidata too (CC0): who held the office in that month, not since when or until when;
- ``territories.jsonl``: the territories of the rigour library (OpenSanctions, MIT).

Writes ``holders.tsv`` and ``territories.tsv`` beside the tables that the project keeps by
hand, which have precedence: a term that contradicts offices.tsv is left out, and a person
who is there is called as there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from coranto.actors import tables
from coranto.actors.lexicon import names, place_entry
from coranto.actors.spelling import fold, same_name
from coranto.types import DateRange

OUT = Path(__file__).parent.parent / "src" / "coranto" / "actors" / "data"
COUNTRIES = {
    "belarus-ministers": "BY", "brazil-ministers": "BR", "china-ministers": "CN",
    "france-cabinet": "FR", "india-ministers": "IN", "iran-ministers": "IR",
    "israel-ministers": "IL", "japan-ministers": "JP", "pakistan-ministers": "PK",
    "russia-cabinet": "RU", "south-korea-ministers": "KR", "turkey-ministers": "TR",
    "ukraine-cabinet": "UA", "united-kingdom-cabinet": "GB", "us-cabinet": "US",
}  # fmt: skip
# Names of countries in the source that the table of countries writes otherwise.
COUNTRY_NAMES = {
    "Congo, Republic of the": "CG", "Congo, Democratic Republic of the": "CD",
    "Cabo Verde": "CV", "Abkhazia": "", "Artsakh": "", "South Ossetia": "", "Transnistria": "",
    "Northern Cyprus": "", "Somaliland": "", "European Union": "EU", "Micronesia": "FM",
    "Palestinian territories": "PS", "Macedonia": "MK", "The Gambia": "GM",
}  # fmt: skip
# The office that words name in one country only (a country's code, the words, the class).
SPECIAL = (
    ("US", r"secretary of state$", "foreign_minister"),
    ("US", r"secretary of defen[cs]e$", "defence_minister"),
    ("US", r"secretary of the treasury$", "finance_minister"),
    ("US", r"white house press secretary$", "leader_spokesperson"),
    ("US", r"(?:deputy|assistant|under) ?secretary of state\b", "deputy_foreign"),
    ("US", r"secretary of commerce$", "trade_minister"),
    ("US", r"secretary of energy$", "energy_minister"),
    ("US", r"secretary of (?:the )?interior$", "minister"),
    ("GB", r"secretary of state for foreign", "foreign_minister"),
    ("GB", r"secretary of state for defence$", "defence_minister"),
    ("GB", r"secretary of state for the home department$", "interior_minister"),
    ("GB", r"chancellor of the exchequer$", "finance_minister"),
    ("GB", r"minister of state for (?:foreign|europe|the middle)", "deputy_foreign"),
    ("IN", r"minister of foreign affairs$", "deputy_foreign"),  # foreign secretaries
    ("IN", r"minister of external affairs$", "foreign_minister"),
    ("PK", r"foreign secretary$", "deputy_foreign"),
    ("JP", r"chief cabinet secretary$", "cabinet_secretary"),
    ("CN", r"general secretary of the chinese communist party$", "party_head"),
    ("IR", r"supreme leader$", "supreme_leader"),
    ("IR", r"vice[- ]president\b.+", "minister"),
)
# The class of office by its words, the first that fits.
CLASSES = (
    (r"deputy minister of foreign affairs|vice foreign minister", "deputy_foreign"),
    (r"(?:lieutenant|vice) governor", "deputy"),
    (r"(?:deputy|vice) (?:minister|secretary|director|chief|head|speaker|chair)", "deputy"),
    (r"(?:acting )?president$", "head_of_state"),
    (r"(?:acting )?prime minister$|premier of the state council$", "head_of_government"),
    (r"(?:first )?vice[- ]president$", "deputy_head"),
    (r"(?:first )?deputy prime minister$|vice premier", "deputy_head"),
    (r"(?:federal )?minister (?:of|for) (?:foreign|external) (?:affairs|relations)",
     "foreign_minister"),
    (r"(?:federal )?minister (?:of|for) (?:national )?defen[cs]e(?: and armed forces logistics)?$",
     "defence_minister"),
    (r"(?:federal )?minister (?:of|for) .*\bfinances?\b", "finance_minister"),
    (r"(?:federal )?minister (?:of|for) (?:the )?(?:interior|internal|home|public security)",
     "interior_minister"),
    (r"(?:federal )?minister (?:of|for) .*\bjustice", "justice_minister"),
    (r"(?:federal )?minister (?:of|for) (?:commerce|trade|foreign trade)", "trade_minister"),
    (r"(?:federal )?minister (?:of|for) (?:the )?econom", "economy_minister"),
    (r"(?:federal )?minister (?:of|for) (?:fuel and )?(?:energy|petroleum|mines and energy)",
     "energy_minister"),
    (r"(?:federal )?minister (?:of|for) health", "health_minister"),
    (r"minister (?:of|for) intelligence", "intelligence_minister"),
    (r"minister (?:of|for) (?:re)?unification", "unification_minister"),
    (r"(?:national )?security advis[oe]r$|secretary of the .*security (?:and defen[cs]e )?council$|"
     r"director of the national security office$", "security_adviser"),
    (r"(?:permanent representative|ambassador) to the united nations$", "un_ambassador"),
    (r"(?:ambassador|high commissioner) (?:to|in) ", "ambassador"),
    (r"government spokesperson$", "leader_spokesperson"),
    (r"foreign ministry spoke", "foreign_spokesperson"),
    (r"(?:director|head|chair\w*|commander)\b.*(?:cia|mossad|intelligence|security service|"
     r"federal security|state security committee)\b", "intelligence_chief"),
    (r"chief of (?:the )?(?:general|joint|defence) staff$|chairman of the joint chiefs|"
     r"chief of the general staff$", "military_chief"),
    (r"speaker of|chairman of the (?:state duma|federation council|verkhovna rada|senate)|"
     r"president of the (?:national assembly|federal senate|senate)$", "speaker"),
    (r"governor of the (?:.*\bbank\b)|president of the central bank$", "central_bank_head"),
    (r"governor of|head of the republic|head of the .*republic$|chief minister of",
     "governor"),
    (r"mayor of", "mayor"),
    (r"attorney[- ]general$", "attorney_general"),
    (r"prosecutor[- ]general$", "prosecutor"),
    (r"(?:.*chief of staff(?: to the president)?$|head of the office of the president|"
     r"head of the presidential administration|chief of staff of the presidential)",
     "chief_of_staff"),
    (r"(?:federal )?minister\b|secretary of|secretary for|chancellor of the duchy", "minister"),
    (r"state councill?or", "minister"),
    (r"permanent representative|advis[oe]r to the president|commander|administrator of the",
     "official"),
)  # fmt: skip
WORLD = {
    "Secretary-General of the United Nations": ("UN", "chief"),
    "Director-General of the World Trade Organization": ("WTO", "chief"),
}
# Where two terms of an office overlap by more days, one of them is wrong or a deputy's.
OVERLAP = 31


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office; ``start`` and ``end`` as the tables write them."""

    of: str
    office: str
    person: str
    item: str
    start: str
    end: str

    @property
    def held(self) -> DateRange:
        return DateRange(
            tables.days(self.start.lstrip("<"), False), tables.days(self.end.lstrip(">"), True)
        )


def main(arguments: list[str] | None = None) -> None:
    """Write both tables; says on standard error how many rows each has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with actors/*.jsonl")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the tables")
    given = parser.parse_args(arguments)
    source = given.data / "actors"
    terms = list(_office_terms(_rows(source / "office_holders_2001_2023.jsonl"))) + list(
        _minister_terms(_rows(source / "foreign_ministers_2023-01.jsonl"))
    )
    holders = holder_lines(terms)
    places = territory_lines(_rows(source / "territories.jsonl"))
    _write(given.out / "holders.tsv", HOLDERS_HEAD, holders)
    _write(given.out / "territories.tsv", TERRITORIES_HEAD, places)
    print(f"{len(holders)} holders, {len(places)} territories", file=sys.stderr)


HOLDERS_HEAD = """\
# Holders of offices, a line for each person and country. A term is class,from,to; an empty end: in office when the extract was made, 2022-09-13; "<" and ">": in office in that month, since and until when is not said.
# source: Wikidata (P39 statements of 15 countries' cabinets and of foreign ministers), by tools/actor_tables.py; licence: CC0.
#person	of	item	aliases	terms
"""  # noqa: E501
TERRITORIES_HEAD = """\
# Territories, provinces and states that are no member of the table of countries, with the country that they are counted to (ISO 3166 alpha-2).
# source: rigour's territories (github.com/opensanctions/rigour), by tools/actor_tables.py; licence: MIT, Copyright OpenSanctions.
#name	aliases	country	code
"""  # noqa: E501


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _write(path: Path, head: str, lines: Iterable[str]) -> None:
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")


# --- office holders -----------------------------------------------------------------------


def office_class(country: str, position: str) -> str | None:
    """The class of office of a position's words in a country, ``None`` for no office of news."""
    words = position.lower()
    for code, pattern, office in SPECIAL:
        if code == country and re.match(pattern, words):
            return office
    for pattern, office in CLASSES:
        if re.match(pattern, words):
            return _with_post(office, position)
    return None


def _with_post(office: str, position: str) -> str | None:
    """ "ambassador" with the country of the post: ``ambassador:US``."""
    if office != "ambassador":
        return office
    entry = place_entry(re.split(r" (?:to|in) ", position, maxsplit=1)[1])
    return f"ambassador:{entry.country}" if entry and entry.country else None


def _office_terms(rows: Iterable[dict[str, Any]]) -> Iterator[Term]:
    for row in rows:
        of, office = WORLD.get(row["position"], (COUNTRIES.get(row["repo"], ""), None))
        office = office or (office_class(of, row["position"]) if of else None)
        start, end = row["start"], row["end"] or ""
        backwards = bool(end) and end < start[: len(end)]
        if office and not backwards and re.search("[A-Za-z]", row["person"]):
            person = " ".join(re.sub(r"\(.*?\)", "", row["person"]).split())
            yield Term(of, office, person, row["qid"], start, end)


def _minister_terms(rows: Iterable[dict[str, Any]]) -> Iterator[Term]:
    for row in rows:
        code = COUNTRY_NAMES.get(row["country"])
        if code is None:
            entry = place_entry(row["country"])
            code = (entry.country or "") if entry and entry.sort in ("country", "capital") else ""
        if code:
            month = row["as_of"]
            person = re.sub(r"^(?:Dr|Sheikh|Prince|H\.E|HE)\.? ", "", row["person"]).split(",")[0]
            yield Term(code, "foreign_minister", person, row["qid"], f"<{month}", f">{month}")


def holder_lines(terms: Iterable[Term]) -> list[str]:
    """Lines of holders.tsv, sorted by country and person."""
    kept = _trimmed(_united([t for t in map(_named_as_by_hand, terms) if not _by_hand(t)]))
    people: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in kept:
        people[term.of, _bare(term.person), term.item].append(term)
    lines = []
    for (of, person, item), theirs in sorted(people.items()):
        alias = {_alias(t.person) for t in theirs} - {""}
        cells = sorted({f"{t.office},{t.start},{t.end}" for t in theirs})
        lines.append("\t".join((person, of, item, ";".join(sorted(alias)), ";".join(cells))))
    return lines


def _bare(person: str) -> str:
    return person.split("|", maxsplit=1)[0]


def _alias(person: str) -> str:
    return person.partition("|")[2]


def _named_as_by_hand(term: Term) -> Term:
    """The term under the name that offices.tsv has for the person ("name|name in the source")."""
    for holder in _hand():
        if holder.of != term.of and (holder.of in tables.countries() or term.of != "US"):
            continue
        if any(same_name(term.person, n, holder.of) for n in holder.names if " " in n):
            other = term.person if fold(term.person) != fold(holder.person) else ""
            return replace(term, person=f"{holder.person}|{other}".rstrip("|"))
    return term


def _hand() -> list[tables.Holder]:
    return [h for h in tables.holders() if h.main]


def _by_hand(term: Term) -> bool:
    """Whether offices.tsv covers these days of this office, or has them for this person."""
    for holder in _hand():
        if (holder.of, holder.office) != (term.of, term.office):
            continue
        if not holder.held.overlaps(term.held):
            continue
        if holder.person == _bare(term.person):
            return True
        if term.start[:1] == "<" or _days_shared(holder.certain, term.held) > OVERLAP:
            return True
    return False


def _days_shared(one: DateRange, other: DateRange) -> int:
    shared = one.intersect(other)
    last, first = shared.latest or date.max, shared.earliest or date.min
    return (last - first).days


def _united(terms: Iterable[Term]) -> list[Term]:
    """Terms of one person in one office that meet or overlap as one."""
    out: list[Term] = []
    order = sorted(
        terms, key=lambda t: (t.of, t.office, t.person, t.item, t.start.lstrip("<"), t.end)
    )
    for term in order:
        last = out[-1] if out else None
        same = last and (last.of, last.office, last.person, last.item) == (
            term.of, term.office, term.person, term.item,
        )  # fmt: skip
        if last and same and _meet(last, term):
            end = "" if not last.end or not term.end else max(last.end, term.end)
            out[-1] = replace(last, end=end)
        else:
            out.append(term)
    return out


def _meet(one: Term, other: Term) -> bool:
    first, last = other.held.earliest, one.held.latest
    return last is None or first is None or (first - last).days <= 1


SINGLE = frozenset(
    "head_of_state head_of_government foreign_minister defence_minister finance_minister "
    "interior_minister justice_minister security_adviser un_ambassador".split()
)


def _trimmed(terms: list[Term]) -> list[Term]:
    """End a term of an office that one person holds where the next one's begins."""
    by_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        by_office[term.of, term.office].append(term)
    out = []
    for (_, office), theirs in sorted(by_office.items()):
        single = office in SINGLE or office.startswith("ambassador:")
        theirs.sort(key=lambda t: (t.start.lstrip("<"), t.end, t.person))
        for term, following in zip(theirs, [*theirs[1:], None], strict=True):
            runs_on = not term.end and following is not None and following.person != term.person
            if single and runs_on and following and following.start[:1] != "<":
                out.append(replace(term, end=max(following.start, term.start)))
            else:
                out.append(term)
    return out


# --- territories --------------------------------------------------------------------------

LATIN = re.compile(r"^[A-Z][A-Za-z\u00c0-\u024f' .-]+$")
# Of no use in news, or dangerous as words.
LEFT_OUT = frozenset("eu un zz ip aq an dd zr".split())


def territory_lines(rows: Iterable[dict[str, Any]]) -> list[str]:
    """Lines of territories.tsv, sorted by code; the names of the tables by hand are left out."""
    all_rows = list(rows)
    parent = {r["code"]: r.get("parent") for r in all_rows}
    lines = []
    for row in sorted(all_rows, key=lambda r: r["code"]):
        code = row["code"]
        if row.get("is_historical") or code in LEFT_OUT or code.upper() in tables.countries():
            continue
        home = _home(code, parent)
        if home is None:
            continue
        bare = re.sub(r" \(.*\)$| SAR$", "", row["name"])
        found = [bare, *(n for n in _spellings(row) if fold(n) != fold(bare))]
        found = [n for n in dict.fromkeys(found) if not _known(n)]
        if found:
            lines.append("\t".join((found[0], ";".join(found[1:]), home, code.upper())))
    return lines


def _home(code: str, parent: dict[str, str | None]) -> str | None:
    """The country that a territory is counted to; its own code where it has none above it."""
    above = parent.get(code) or (code[:2] if "-" in code else None)
    if code == "x-so":
        above = "ge"
    while above and above.upper() not in tables.countries() and parent.get(above):
        above = parent[above]
    home = (above or code).upper()
    return home if len(home) == 2 else None


def _spellings(row: dict[str, Any]) -> Iterator[str]:
    """English spellings: without what rigour says in brackets, and "Oblast" left out."""
    for name in (row["full_name"], row.get("in_sentence", ""), *row["names_strong"]):
        bare = re.sub(r" \(.*\)$", "", name or "").removeprefix("the ")
        if bare and LATIN.match(bare) and len(bare) > 3 and bare.isascii():
            yield bare
            shorter = re.sub(r" (?:Oblast|Krai|Prefecture|Region|Province)$", "", bare)
            if shorter != bare and len(shorter) > 3:
                yield shorter


def _known(name: str) -> bool:
    """Whether a table by hand has the name already."""
    entry = names().get(name)
    return entry is not None and not entry.territory


if __name__ == "__main__":
    main()

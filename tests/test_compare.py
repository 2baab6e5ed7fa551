"""Two reports beside one another: kinds, sources, rows, terminal and page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from rich.console import Console
from typer.testing import CliRunner

from coranto.cli import app
from coranto.compare import Comparison, compare
from coranto.copies import find_copies
from coranto.side_by_side import facts, rows, verdict
from coranto.site.comparison import render_comparison
from coranto.terminal_compare import print_comparison
from coranto.types import Report

BODY = (
    "Envoys of Ostland and Marvela agreed on Thursday to open the Tarn bridge to 120 lorries a "
    "day from the first week of June, an official close to the talks said.",
    "The crossing has been shut since the customs union of the two countries fell apart, and "
    "farmers on the eastern bank have been sending their fruit over the mountains.",
    "Officers of both countries will reportedly check the cargo together in a hall that is still "
    "to be built on the Marvelan side of the river.",
    "The lake states, which had offered to mediate, learned of the agreement from the newspapers "
    "and have asked both governments to publish the text.",
)
QUOTE = (
    '"We have come a long way from the days in which nobody on this river spoke to his neighbour '
    'and every lorry was an affair of state," {}.'
)
OTHER = (
    "A dam above the mining town of Kelso gave way in the night and buried three villages.",
    "Forty families were moved to schools while engineers put up a crossing of steel and planks.",
)


def report(name: str, *paragraphs: str, **more: object) -> Report:
    return Report(id=name, source=f"{name}.txt", text="\n\n".join(paragraphs), **more)  # type: ignore[arg-type]


def changed(old: str, new: str) -> list[str]:
    return [paragraph.replace(old, new) for paragraph in BODY]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (BODY, BODY, "copy"),
        (BODY, BODY[:2], "cut copy"),
        (BODY, (*BODY[:3], *OTHER), "update"),
        ((*BODY[:2], *OTHER, *(QUOTE.format(n) for n in "ab")), BODY, "update"),
        ((OTHER[0], QUOTE.format("she said")), (BODY[0], QUOTE.format("Brandt said")),
         "shared quotation"),
        (BODY, OTHER, "none"),
        ((), BODY, "none"),
    ],
)  # fmt: skip
def test_kinds(left: Sequence[str], right: Sequence[str], kind: str) -> None:
    assert compare(report("a", *left), report("b", *right)).kind == kind


def test_a_small_part_of_a_long_text_is_called_a_part() -> None:
    filler = [
        f"In the {name} district the council put off its vote on the {thing} until its next "
        f"meeting, for want of a {want} that all of its members could accept after long debate."
        for name, thing, want in zip(
            "north south east west upper lower inner outer river hill lake port".split(),
            "bridge school market road tower quay mill park hall gate well wall".split(),
            "plan price date chair map word seat name rule sum list sign".split(),
            strict=True,
        )
    ]
    long = report("b", *filler, *(f"{p} {p}".replace("ou", "oo") for p in filler), *BODY[:2])
    for found in (compare(report("a", *BODY), long), compare(long, report("a", *BODY))):
        assert found.kind == "update"
        assert verdict(found).startswith("One text is a part of the other, which tells more")


@pytest.mark.parametrize(
    "other",
    [BODY, BODY[:2], (*BODY[:3], *OTHER), OTHER, BODY[1:2], (*BODY[:2], *OTHER, *OTHER)],
)
def test_a_build_of_the_two_says_the_same_whichever_comes_first(other: Sequence[str]) -> None:
    one, two = report("a", *BODY, outlet="AFP"), report("b", *other)
    groups = find_copies([one, two])
    kind = groups[0].edits[0].kind if groups else "none"
    there, back = compare(one, two), compare(two, one)
    assert there.kind == back.kind == kind
    assert there.taken_from == back.taken_from[::-1]
    assert (there.share, there.other_share) == (back.share, back.other_share)


def test_a_file_beside_itself_is_a_copy() -> None:
    assert compare(report("a", *BODY), report("a", *BODY)).kind == "copy"


def test_facts_that_differ_are_named_one_by_one() -> None:
    body = changed("Thursday", "Friday")
    body[0] = body[0].replace("120", "150")
    body[2] = body[2].replace("reportedly ", "")
    found = compare(report("a", *BODY), report("b", *body))
    assert facts(found) == [
        ("date", "Thursday", "Friday"),
        ("number", "120", "150"),
        ("hedge", "reportedly check", "check"),
    ]
    near = compare(
        report("a", BODY[0], BODY[1].replace("since", "on Thursday by 120 since"), *BODY[2:]),
        report("b", BODY[0], BODY[1].replace("since", "on Friday by 150 since"), *BODY[2:]),
    )
    assert facts(near) == [("date", "Thursday", "Friday"), ("number", "120", "150")]


def test_who_took_it_from_whom() -> None:
    wire = report("a", *BODY, outlet="AFP")
    cut = report("b", *BODY[:3], outlet="The Herald")
    one, other = compare(wire, cut).taken_from
    assert one is None and other is not None and other.name == "AFP"
    other, one = compare(cut, wire).taken_from
    assert one is None and other is not None and other.report == "a"
    assert compare(report("a", *BODY), report("b", *OTHER)).taken_from == (None, None)


def test_rows_hold_both_texts_in_order() -> None:
    body = [BODY[3], BODY[0], OTHER[0], BODY[1].replace("fruit", "plums")]
    one, other = report("a", *BODY), report("b", *body)
    laid = rows(compare(one, other))
    assert [row.op for row in laid] == ["moved", "kept", "added", "changed", "cut"]
    right = ["".join(part.text for part in p) for row in laid for p in row.right]
    assert right == body
    left = {"".join(part.text for part in p) for row in laid for p in row.left}
    assert left == set(BODY)
    marked = [(p.text, p.op) for row in laid for side in row.right for p in side if p.op]
    assert marked == [(BODY[3], "moved"), (OTHER[0], "added"), ("plums", "changed")]


def by_meaning(sentences: Sequence[str]) -> NDArray[np.float32]:
    """Vectors for sentences that end in a number: the same number, the same meaning."""
    made = np.zeros((len(sentences), 64), dtype=np.float32)
    for row, sentence in zip(made, sentences, strict=True):
        row[int(re.sub(r"\D", "", sentence) or 63)] = 1.0
    return made


def told(order: Sequence[int], words: str) -> list[str]:
    return [f"{words} that is the sentence of number {n}." for n in order]


def test_a_rewrite_follows_the_order_of_what_it_rewrites() -> None:
    one = report("a", *told(range(8), "Here stands one thing"))
    rewrite = report("b", *told([0, 1, 2, 20, 4, 5, 7], "Another writer has it otherwise"))
    found = compare(one, rewrite, vectors=by_meaning)
    assert (found.kind, len(found.passages)) == ("rewrite", 6)
    assert found.passages[3].from_.text == one.text.split("\n\n")[4]
    own_order = report("c", *told([7, 5, 4, 2, 1, 0], "A witness tells it in this way"))
    assert compare(one, own_order, vectors=by_meaning).kind == "none"
    other_facts = report("d", *told(range(20, 28), "Another writer has it otherwise"))
    assert compare(one, other_facts, vectors=by_meaning).kind == "none"
    assert compare(one, rewrite).kind == "none"


def printed(found: Comparison) -> str:
    console = Console(width=120, record=True, file=Path("/dev/null").open("w"))  # noqa: SIM115
    print_comparison(console, found)
    console.file.close()
    return console.export_text()


def test_the_terminal_tells_it_in_signs() -> None:
    body = changed("120", "150")
    text = printed(compare(report("a", *BODY), report("b", *body[:3], OTHER[0])))
    assert "Direction unknown: no credit and no date says" in text
    assert "number: 120 → 150" in text
    assert "[~150~]" in text and "{+A dam above" in text and "[-The lake" in text
    text = printed(compare(report("a", *BODY), report("b", *OTHER)))
    assert "No copy: each is written in its own words." in text


class Text(HTMLParser):
    """The words of a page, and its tags that were not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_holds_both_texts_and_runs_nothing_of_them() -> None:
    evil = "<script>alert(1)</script> & so on, said the envoy of <b>Ostland</b> at the Tarn bridge."
    one = report("a", *BODY, evil, outlet="AFP", title="Bridge <opens>")
    page = render_comparison(compare(one, report("b", *changed("120", "150"), evil)))
    parser = Text()
    parser.feed(page)
    words = "".join(parser.words)
    assert not parser.open
    assert page.count("<script") == 0 and words.count(evil) == 2
    assert verdict(compare(one, one)).split(".")[0] not in words.split("A copy")[0]
    assert "was taken from" in words and "Bridge <opens>" in words
    assert '<mark class="edit changed" title="changed: number">150</mark>' in page


def test_the_command(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("\n\n".join(BODY))
    second.write_text("\n\n".join(changed("120", "150")))
    run = CliRunner().invoke(app, ["compare", str(first), str(second)])
    assert run.exit_code == 0
    assert "120 → 150" in run.stdout
    page = tmp_path / "page.html"
    run = CliRunner().invoke(app, ["compare", str(first), str(second), "-o", str(page)])
    assert run.exit_code == 0 and run.stdout == ""
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    first, many = tmp_path / "a.txt", tmp_path / "many.jsonl"
    first.write_text("\n\n".join(BODY))
    many.write_text('{"text": "One report of some words."}\n{"text": "Another one of them."}\n')
    run = CliRunner().invoke(app, ["compare", str(first), str(many)])
    assert run.exit_code == 1 and "holds 2 reports" in str(run.exception)
    run = CliRunner().invoke(app, ["compare", str(first), str(first), "-o", str(tmp_path)])
    assert run.exit_code == 1 and "directory" in str(run.exception)

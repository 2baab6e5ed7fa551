"""A page that ends within a sentence of its text is read, and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from coranto.cli import app
from coranto.errors import ReadError, ReadWarning
from coranto.reading import read, read_many

PAGE = (
    "<!doctype html><html><head><title>Ministers meet over the Karsa dam</title>"
    "<script>var a = 1;</script></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Ministers meet over the Karsa dam</h1>"
    "<p>The two ministers met in Vienna on Thursday to speak about the Karsa dam and the water "
    "that it is to hold back from June, an official said.</p>"
    "<p>They will meet again in Lethen before the end of the month, and engineers of both "
    "countries are to look at the sluices before that day.</p>"
    "<p>The dam has been the matter of a quarrel for nine years, in which the two sides have "
    "sent each other some forty notes.</p>"
    "</article><footer><p>All rights reserved</p></footer><script>var b = 2;</script></body></html>"
)
THIRD = PAGE.index("<p>The dam")


def complaints(tmp_path: Path, page: str) -> list[ReadError]:
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    found: list[ReadError] = []
    (report,) = read_many([tmp_path / "page.html"], found.append)
    assert "The two ministers met in Vienna" in report.text
    return found


@pytest.mark.parametrize(
    "last",
    [
        "quarrel for nine",
        "for nine years, in which the two sides have sent each other",
        "The dam has been the matter of a quarrel with Ostl",
        "The dam",
        "The dam has been <a href='https://lethen.exam",
    ],
)
def test_a_page_cut_within_its_text_is_named_and_read(tmp_path: Path, last: str) -> None:
    (found,) = complaints(tmp_path, f"{PAGE[:THIRD]}<p>{last}")
    assert isinstance(found, ReadWarning)
    assert "page.html: looks cut off" in str(found)


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        # cut behind the article: nothing of it is missing
        PAGE[: PAGE.index("</article>")],
        PAGE[: PAGE.index("var b")],
        PAGE[: PAGE.index(" reserved")],
        # written by hand, with no end tags
        PAGE[:THIRD].replace("</p>", "") + "<p>The dam has been a quarrel for nine years.",
        PAGE[:THIRD].replace("</p>", "") + "<p>Copyright The Lethen Herald",
        PAGE[:THIRD].replace("</p>", "") + "<p>(Reporting by Mira Toll)",
        # no stop, and closed
        PAGE[:THIRD] + "<p>The Lethen Herald and agencies</p>",
    ],
)
def test_a_page_that_ends_after_its_text_is_not(tmp_path: Path, page: str) -> None:
    assert complaints(tmp_path, page) == []


def test_read_warns_and_gives_the_report(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"{PAGE[:THIRD]}<p>The dam has been the matter of", encoding="utf-8")
    with pytest.warns(ReadWarning, match="looks cut off"):
        (report,) = read(path)
    assert report.text.endswith("The dam has been the matter of")


def test_the_command_says_so_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"{PAGE[:THIRD]}<p>The dam has been the matter of", encoding="utf-8")
    whole = tmp_path / "whole.html"
    whole.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", str(path), str(whole)])
    assert result.exit_code == 1
    assert "page.html: looks cut off" in result.stderr
    assert "page.html" in result.stdout
    assert CliRunner().invoke(app, ["compare", str(whole), str(whole)]).exit_code == 0

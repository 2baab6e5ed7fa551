"""The page in a real browser: keys, panel, filters, copies, phone width.

Skipped where Playwright or a Chromium is missing; ``CHROMIUM`` names another one.
"""

from __future__ import annotations

import os
import runpy
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coranto.chronology.result import Chronology
from coranto.site import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium was found")

SAMPLE: Callable[[], Chronology] = runpy.run_path(str(Path(__file__).parent / "sample.py"))[
    "sample"
]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()


Opener = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a chronology's page; any error on it, or request but for the file, fails the test."""
    pages: list[Page] = []
    faults: list[str] = []

    def open_page(chronology: Chronology | None = None, address: str = "", **context: Any) -> Page:
        file = tmp_path / f"page{len(pages)}.html"
        file.write_text(render(chronology or SAMPLE()), "utf-8")
        page = browser.new_page(**{"reduced_motion": "reduce", **context})
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on(
            "request",
            lambda request: faults.append(request.url) if file.name not in request.url else None,
        )
        page.goto(file.as_uri() + address)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert faults == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def shown_entries(page: Page) -> list[str]:
    script = "[...document.querySelectorAll('.entry:not([hidden])')].map(e => e.id)"
    return list(page.evaluate(script))


def marked(page: Page, root: str = "#panel") -> list[str]:
    return [str(words) for words in page.locator(f"{root} mark").all_text_contents()]


def test_keys_move_open_and_close(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("j")
    assert focused(page) == "entry-accord"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "entry-sluices"
    page.keyboard.press("k")
    assert focused(page) == "entry-accord"
    page.keyboard.press("k")
    assert focused(page) == "entry-accord"
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert focused(page) == "panel"
    assert page.url.endswith("#entry-accord")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert focused(page) == "entry-accord"


def test_space_opens_and_j_goes_on_with_the_panel_open(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("j")
    page.keyboard.press(" ")
    page.keyboard.press("j")
    assert (
        page.locator("#panel-title").text_content()
        == "Ostravia closes the sluices of the Karsa dam."
    )
    assert page.url.endswith("#entry-sluices")


def test_the_panel_shows_the_exact_words_in_each_report(opened: Opener) -> None:
    page = opened()
    made = next(e for e in SAMPLE().entries if e.id == "entry-vienna")
    page.locator("#entry-vienna .summary").click()
    assert sorted(marked(page)) == sorted(item.quote for item in made.evidence)
    assert page.locator("#panel .source").count() == 4


def test_the_full_report_opens_at_the_words(opened: Opener) -> None:
    page = opened(viewport={"width": 1280, "height": 500})
    page.locator("#entry-visit summary").click()
    page.locator("#panel .open-report").last.click()
    assert marked(page) == ["visited both capitals in April"]
    box = page.locator("#panel mark").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 500
    page.keyboard.press("Escape")
    assert page.locator("#panel .source").count() == 2
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()


def test_offsets_after_a_character_of_two_units(opened: Opener) -> None:
    page = opened(address="#entry-guarantees")
    assert "that Ostravia wanted guarantees over a flood wall" in marked(page)


def test_an_address_opens_its_entry_and_back_closes_it(opened: Opener) -> None:
    page = opened()
    page.locator("#entry-trieste .summary").click()
    assert page.locator("#panel").is_visible()
    page.go_back()
    page.wait_for_function("document.getElementById('panel').hidden")
    page.go_forward()
    page.wait_for_function("!document.getElementById('panel').hidden")


def test_an_address_opens_its_report_with_marks(opened: Opener) -> None:
    page = opened(address="#report-herald")
    card = page.locator("#report-herald")
    assert card.get_attribute("open") is not None
    assert (
        "met his Lethenian counterpart Ilse Marck in Vienna on Thursday"
        in card.locator("a.mark.event").all_text_contents()
    )
    text = page.evaluate(
        "[...document.querySelector('#report-herald .text').childNodes]"
        ".filter(n => n.nodeName !== 'DEL').map(n => n.textContent).join('')"
    )
    assert text == next(r.text for r in SAMPLE().reports if r.id == "report-herald")
    assert card.locator("del.removed").count() == 3
    card.locator("a.mark.statement").first.click()
    page.wait_for_function("!document.getElementById('panel').hidden")


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("kind", "statement", 5),
        ("type", "Meeting", 2),
        ("status", "planned", 1),
        ("actor", "actor-toll", 3),
        ("report", "report-later", 2),
    ],
)
def test_a_filter_leaves_what_fits(opened: Opener, field: str, value: str, left: int) -> None:
    page = opened()
    page.locator(f"#{field}").select_option(value)
    assert len(shown_entries(page)) == left
    assert page.locator("#found").text_content() == f"{left} of 15 entries"
    assert f"{field}={value}" in page.url
    page.locator("#reset").click()
    assert len(shown_entries(page)) == 15


def test_filters_come_back_from_the_address(opened: Opener) -> None:
    page = opened(address="#chronology?actor=actor-marck&status=planned")
    assert shown_entries(page) == ["entry-vienna-planned"]
    assert page.locator("#status").input_value() == "planned"
    page = opened(address="#chronology?actor=actor-of-another-page")
    assert len(shown_entries(page)) == 15


def test_search_finds_words_of_the_quotes(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("REAFFIRMED accord")
    assert shown_entries(page) == ["entry-reaffirm"]
    page.locator("#q").fill("no such words")
    assert page.locator("#none-left").is_visible()


def test_j_passes_over_what_is_filtered_out(opened: Opener) -> None:
    page = opened(address="#chronology?status=cancelled")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert focused(page) == "entry-trieste"


def test_search_works_on_reports_too(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("2")
    page.locator("#q").fill("televised")
    assert page.locator("details.report:visible").count() == 1
    assert page.locator("#found").text_content() == "1 of 8 reports"


def test_an_actor_filters_the_chronology(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("4")
    page.locator("#actor-toll .actor-name").click()
    assert shown_entries(page) == ["entry-visit", "entry-plan", "entry-calls"]


def test_copies_stand_side_by_side_with_signs(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("3")
    page.locator("button.compare[data-edits]").click()
    rows = page.locator(".side-row:not(.side-head)")
    assert rows.count() == 8
    assert rows.nth(1).locator(".op").text_content() == "cut"
    changed = page.locator(".edit.changed").all_text_contents()
    assert changed == ["≠third", "≠quarter"]
    assert page.locator("ins.added").text_content() == (
        "+Farmers in the Lethenian border district of Sool said on Thursday that their wells "
        "were still falling."
    )
    page.locator("button.compare[data-edits]").click()
    assert page.locator(".sides").count() == 0


def test_all_copies_of_a_text_stand_in_columns(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("3")
    page.get_by_role("button", name="All in columns").click()
    heads = page.locator(".columns [role=columnheader]").all_text_contents()
    assert len(heads) == 2
    rows = page.locator(".columns .column-row:not(.side-head)")
    assert rows.count() == 8
    cells = [rows.nth(n).locator(".side").nth(1) for n in range(8)]
    names = [cell.locator(".op-name").all_text_contents() for cell in cells]
    # The moved paragraph stands beside its counterpart, the added one after what it follows.
    assert names == [["changed"], ["cut"], [], ["moved"], ["changed"], ["added"], [], ["cut"]]
    moved = "The Ostravian foreign ministry said"
    assert moved in (rows.nth(3).locator(".side").first.text_content() or "")
    assert moved in (cells[3].text_content() or "")
    page.get_by_role("button", name="All in columns").click()
    assert page.locator(".columns").count() == 0


def test_help_opens_and_closes(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#help button").click()
    assert page.locator("#help").is_hidden()


def test_the_theme_can_be_turned(opened: Opener) -> None:
    page = opened(color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme-button").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert page.locator("#theme-button").text_content() == "Light"


@pytest.mark.parametrize("view", ["1", "2", "3", "4"])
def test_nothing_overflows_at_phone_width(opened: Opener, view: str) -> None:
    page = opened(viewport={"width": 360, "height": 740})
    page.keyboard.press(view)
    if view == "3":
        page.locator("button.compare[data-edits]").click()
    if view == "2":
        page.locator("#report-herald summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_panel_covers_a_phone_and_holds_the_focus(opened: Opener) -> None:
    page = opened(viewport={"width": 360, "height": 740})
    page.locator("#entry-vienna .summary").click()
    assert page.evaluate("document.querySelector('main').inert")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#panel .close").click()
    assert not page.evaluate("document.querySelector('main').inert")


def test_the_page_reads_without_the_script(opened: Opener) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator(".entry").count() == 15
    page.locator("#entry-sluices summary").click()
    assert page.locator("#entry-sluices blockquote").first.is_visible()
    page.locator("#report-courier summary").click()
    assert page.locator("#report-courier .text").is_visible()
    assert page.locator("#filters").is_hidden()


def test_print_shows_the_words_and_no_controls(opened: Opener) -> None:
    page = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#entry-plan blockquote").is_visible()
    assert page.locator("#filters").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#entry-plan details").get_attribute("open") is None


def test_hostile_text_runs_nothing(opened: Opener) -> None:
    trap = "</script><img src=x onerror=alert(1)><svg onload=alert(2)>\u2028<!--"
    made = SAMPLE()
    later = next(r for r in made.reports if r.id == "report-later")
    reports = tuple(
        replace(r, text=r.text + trap, title=trap, outlet=trap) if r is later else r
        for r in made.reports
    )
    entries = tuple(replace(e, summary=trap) for e in made.entries)
    page = opened(replace(made, reports=reports, entries=entries))
    page.locator("#entry-accord .summary").click()
    page.locator("#panel .open-report").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.locator("#report-later summary").click()
    assert page.locator("img").count() == 0
    assert page.locator("#report-later .text").text_content() == later.text + trap

"""The page as text: it asks for nothing outside, and no report can put markup into it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import runpy
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.chronology.result import Chronology
from coranto.site import render
from coranto.site.page import embedded, exact
from coranto.types import Actor, Report, Story

SAMPLE: Callable[[], Chronology] = runpy.run_path(str(Path(__file__).parent / "sample.py"))[
    "sample"
]

HOSTILE = (
    "</script><img src=x onerror=alert(1)><!-- <script>\u2028alert(2)\u2029</script> --> \"'>"
    "<svg onload=alert(3)>{{ 7*7 }}{% raw %}&lt;b&gt;\r\n]]>"
)
VOID = {"meta", "input", "br", "link", "img", "hr", "rect"}


class Page(HTMLParser):
    """Elements with their attributes and own text, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[list[str]] = []
        self.open: list[int] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append([])
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append([])

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open[-1]][0] == tag, f"</{tag}> closes another element"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]].append(data)

    def own_text(self, number: int) -> str:
        """The text nodes right in an element, without those of its children."""
        return "".join(self.texts[number])

    def find(self, tag: str, **given: str) -> list[int]:
        return [
            n
            for n, (name, attributes) in enumerate(self.elements)
            if name == tag and all(attributes.get(k) == v for k, v in given.items())
        ]


def hostile() -> Chronology:
    """The sample with hostile text in every place that a report or an actor fills."""
    made = SAMPLE()
    report = made.reports[0]
    bad = Report(
        "report-bad",
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        "javascript:alert(4)",
        (HOSTILE,),
        replace(report.published, basis=HOSTILE),
    )
    return replace(
        made,
        reports=(*made.reports, bad),
        stories=(Story("story-karsa", HOSTILE, (*made.stories[0].reports, "report-bad")),),
        actors=tuple(replace(actor, name=HOSTILE, names=(HOSTILE,)) for actor in made.actors),
        entries=tuple(replace(entry, summary=HOSTILE) for entry in made.entries),
    )


def shape(page: Page) -> set[tuple[str, ...]]:
    """Tags with the names of their attributes."""
    return {(tag, *sorted(attributes)) for tag, attributes in page.elements}


def test_every_element_is_closed() -> None:
    page = Page(render(SAMPLE()))
    assert page.open == []


def test_hostile_text_adds_no_element_and_no_attribute() -> None:
    page = Page(render(hostile()))
    assert page.open == []
    assert shape(page) <= shape(Page(render(SAMPLE())))
    assert len(page.find("script")) == 2


def test_hostile_text_is_shown_as_it_is() -> None:
    page = Page(render(hostile()))
    [number] = page.find("div", **{"data-text": "report-bad"})
    assert page.own_text(number) == HOSTILE
    assert "49" not in page.own_text(number)


def test_a_script_address_is_no_link() -> None:
    page = Page(render(hostile()))
    links = [attributes.get("href") or "" for tag, attributes in page.elements if tag == "a"]
    assert links
    assert all(link.startswith(("#", "https://")) for link in links)


def test_the_policy_names_the_hashes_of_style_and_script() -> None:
    text = render(SAMPLE())
    page = Page(text)
    [policy] = page.find("meta", **{"http-equiv": "Content-Security-Policy"})
    content = page.elements[policy][1]["content"] or ""
    assert content.startswith("default-src 'none'")
    assert "unsafe" not in content
    for tag in ("style", "script"):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in content


def test_the_page_loads_nothing() -> None:
    page = Page(render(SAMPLE()))
    for tag, attributes in page.elements:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "video", "audio")
        assert not {"src", "srcset", "style", "action", "background"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
    style = "".join(page.own_text(n) for n in page.find("style"))
    assert "url(" not in style
    assert "@import" not in style


def test_the_script_takes_no_markup_from_text() -> None:
    script = "".join(
        Page(render(SAMPLE())).own_text(n) for n in Page(render(SAMPLE())).find("script")
    )
    for sink in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
    ):
        assert sink not in script


def test_every_report_is_on_the_page_once_and_whole() -> None:
    made = SAMPLE()
    page = Page(render(made))
    for report in made.reports:
        [number] = page.find("div", **{"data-text": report.id})
        assert page.own_text(number) == report.text


def test_what_was_removed_is_shown_with_its_reason() -> None:
    text = render(SAMPLE())
    assert "removed: teaser of another story" in text
    assert "READ ALSO: Parliament in Lethen" in text


def test_ids_are_unique_and_every_inner_link_has_its_target() -> None:
    page = Page(render(SAMPLE()))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.elements:
        link = attributes.get("href") or ""
        if tag == "a" and link.startswith("#"):
            assert link[1:] in ids


def test_the_data_names_every_entry_with_offsets_that_hold() -> None:
    made = SAMPLE()
    page = Page(render(made))
    [number] = page.find("script", type="application/json")
    data: dict[str, Any] = json.loads(page.own_text(number))
    texts = {report.id: report.text for report in made.reports}
    quotes = {entry.id: [e.quote for e in entry.evidence] for entry in made.entries}
    assert len(data["entries"]) == len(made.entries)
    for entry in data["entries"]:
        words = [texts[data["reports"][r]["id"]][a:b] for r, a, b in entry["e"]]
        assert words == quotes[entry["id"]]


def test_the_words_behind_an_entry_are_readable_without_the_script() -> None:
    text = render(SAMPLE())
    body = text[text.index("<body>") : text.index('<script type="application/json"')]
    for entry in SAMPLE().entries:
        for evidence in entry.evidence:
            assert str(exact(evidence.quote)) in body


def test_headings_do_not_skip_a_level() -> None:
    levels = [
        int(tag[1]) for tag, _ in Page(render(SAMPLE())).elements if re.fullmatch("h[1-6]", tag)
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_empty_chronology_is_a_whole_page() -> None:
    page = Page(render(Chronology()))
    assert page.open == []
    assert "No event or statement was found" in render(Chronology())


def test_a_page_is_the_same_whatever_the_order_of_reports() -> None:
    made = SAMPLE()
    turned = replace(made, reports=made.reports[::-1], actors=made.actors[::-1])
    assert render(turned) == render(made)


def test_copies_of_one_sentence_are_quoted_once() -> None:
    made = SAMPLE()
    text = render(made)
    assert text.count("<blockquote>We have agreed on the water.") == 1
    assert text.count("<blockquote>We have settled the water.") == 1


def test_several_stories_can_be_told_apart() -> None:
    made = SAMPLE()
    other = Story("story-two", "Another story", ("report-later",))
    first = replace(made.stories[0], reports=made.stories[0].reports[:-1])
    text = render(replace(made, stories=(first, other)))
    assert 'id="story"' in text
    assert 'id="story"' not in render(made)


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r", "\x00", "\ud800", "a\x0cb", "\u2028"])
def test_awkward_text_keeps_its_length(text: str) -> None:
    page = Page(render(Chronology((Report("report-1", "a.txt", text),))))
    [number] = page.find("div", **{"data-text": "report-1"})
    assert len(page.own_text(number)) == len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_exact_text_comes_back(text: str) -> None:
    page = Page(f"<div>{exact(text)}</div>")
    assert page.own_text(0) == text
    assert len(page.elements) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_embedded_data_comes_back_and_cannot_close_its_element(text: str) -> None:
    made = str(embedded({"text": text}))
    assert json.loads(made) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(made)


def test_an_actor_that_no_entry_names_is_no_dead_link() -> None:
    made = SAMPLE()
    actors = (*made.actors, Actor("actor-idle", "Nobody", "person"))
    assert "actor-idle" not in render(replace(made, actors=actors))

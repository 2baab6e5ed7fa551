"""The outlet as a page without an address gives it away."""

from __future__ import annotations

from pathlib import Path

import pytest

import coranto
from coranto.reading.outlets import named_sites, outlet_of_file_name

BODY = "\n\n".join(
    [
        "Norway and Denmark agreed on limits for fishing in the strait, officials said on Friday.",
        "The talks had been broken off in the spring after a quarrel over seasons and quotas.",
        "Both governments will publish the text before the end of the month, they said.",
    ]
)


def outlet(folder: Path, text: str, name: str = "page.txt") -> tuple[str | None, str]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    (report,) = coranto.read(file)
    where = next((f.grounds.where for f in report.facts if f.about == "outlet"), "")
    return report.outlet, where


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        (
            "The views expressed herein are the views of the author and do not necessarily "
            "reflect those of Strait Herald, Inc.",
            "Strait Herald",
        ),
        (
            "Disclaimer: The opinions do not represent the policy of The Baltic Courier.",
            "The Baltic Courier",
        ),
        (
            "The Baltic Courier is a newspaper and news website based in Tallinn. It covers the "
            "north for readers in twelve countries.",
            "The Baltic Courier",
        ),
    ],
)
def test_what_an_outlet_says_of_itself_names_it(tmp_path: Path, tail: str, name: str) -> None:
    assert outlet(tmp_path, f"{BODY}\n\n{tail}\n") == (name, "removed")


@pytest.mark.parametrize(
    "tail",
    [
        "Agence France-Presse (AFP) is a news agency based in Paris, founded in 1835.",
        "The views expressed here are those of the author and of no one else, and not of Canada.",
        "Anna Example is a journalist who covers the north for newspapers and for radio stations.",
    ],
)
def test_an_agency_or_an_author_there_is_no_outlet(tmp_path: Path, tail: str) -> None:
    assert outlet(tmp_path, f"{BODY}\n\n{tail}\n")[0] is None


def test_a_byline_of_the_staff_names_the_outlet(tmp_path: Path) -> None:
    text = f"Limits for the strait agreed\n\nStrait Gazette report\n\n{BODY}\n"
    assert outlet(tmp_path, text) == ("Strait Gazette", "text")
    assert outlet(tmp_path, f"Weather report\n\n{BODY}\n")[0] is None


def test_a_file_named_after_a_known_site_is_its_last_word(tmp_path: Path) -> None:
    assert outlet(tmp_path, BODY, "thehill.txt") == ("The Hill", "file name")
    assert outlet(tmp_path, BODY, "aljazeera_march.txt") == ("Al Jazeera", "file name")
    named = (
        f"A Message from The Baltic Courier:\n\nDear readers,\n\nPlease support us. We need {''}"
    )
    text = f"{BODY}\n\n{named}your monthly contribution, no matter how small.\n\nThank you.\n"
    assert outlet(tmp_path, text, "thehill.txt") == ("The Baltic Courier", "removed")


@pytest.mark.parametrize("name", ["time.txt", "state.txt", "report.txt", "reuters_thehill.txt"])
def test_common_words_and_two_sites_name_none(name: str) -> None:
    assert outlet_of_file_name(name) is None


def test_hosts_are_named_by_outlets_that_spell_the_same() -> None:
    names = ["The Baltic Courier", "baltic-courier.example", "other.example", "Harbour Wire"]
    assert named_sites(names) == {"baltic-courier.example": "The Baltic Courier"}

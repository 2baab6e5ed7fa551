"""Single mentions: spans, kinds, countries and titles read off the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coranto.actors import ActorMention, find_mentions
from coranto.language.document import Document

MakeDocument = Callable[..., Document]


Expected = tuple[str, str, str | None, str | None]

# text, and (words, name, country, title) of each mention expected, in order, nothing else
CASES: list[tuple[str, list[Expected]]] = [
    (
        "Russian Foreign Minister Sergei Lavrov met China's special envoy Li Hui.",
        [
            ("Russian Foreign Minister Sergei Lavrov", "Sergei Lavrov", "RU", "Foreign Minister"),
            ("China's special envoy Li Hui", "Li Hui", "CN", "Special Envoy"),
        ],
    ),
    (
        "Ukraine's foreign minister Iryna Koval visited the European Commission.",
        [
            ("Ukraine's foreign minister Iryna Koval", "Iryna Koval", "UA", "Foreign Minister"),
            ("the European Commission", "European Commission", None, None),
        ],
    ),
    (
        "U.S. Secretary of State Antony Blinken met President Maia Sandu of Moldova.",
        [
            (
                "U.S. Secretary of State Antony Blinken",
                "Antony Blinken",
                "US",
                "Secretary of State",
            ),
            ("President Maia Sandu", "Maia Sandu", "MD", "President"),
            ("Moldova", "Moldova", "MD", None),
        ],
    ),
    (
        "White House National Security Council spokesperson Dana Reed told reporters.",
        [
            (
                "White House National Security Council spokesperson Dana Reed",
                "Dana Reed",
                "US",
                "Spokesperson",
            ),
        ],
    ),
    (
        "Kremlin spokesman Oleg Varin said NATO countries were wrong.",
        [
            ("Kremlin spokesman Oleg Varin", "Oleg Varin", "RU", "Spokesman"),
            ("NATO countries", "NATO countries", None, None),
        ],
    ),
    (
        "Former British prime minister Boris Johnson met King Charles.",
        [
            (
                "Former British prime minister Boris Johnson",
                "Boris Johnson",
                "GB",
                "former Prime Minister",
            ),
            ("King Charles", "Charles", None, "King"),
        ],
    ),
    (
        "Deputy Foreign Minister Anton Belov met the Chinese ambassador.",
        [
            ("Deputy Foreign Minister Anton Belov", "Anton Belov", None, "Deputy Foreign Minister"),
            ("the Chinese ambassador", "unnamed Chinese ambassador", "CN", "Ambassador"),
        ],
    ),
    (
        "The Russian Foreign Ministry said so.",
        [("The Russian Foreign Ministry", "Russian Foreign Ministry", "RU", None)],
    ),
    (
        "Moscow's Foreign Ministry said so.",
        [("Moscow's Foreign Ministry", "Russian Foreign Ministry", "RU", None)],
    ),
    (
        "China\u2019s foreign ministry said so.",
        [("China\u2019s foreign ministry", "Chinese Foreign Ministry", "CN", None)],
    ),
    (
        "The Ministry of Foreign Affairs of Japan said so.",
        [("The Ministry of Foreign Affairs of Japan", "Japanese Foreign Ministry", "JP", None)],
    ),
    (
        "The State Department and Foggy Bottom are one.",
        [
            ("The State Department", "US State Department", "US", None),
            ("Foggy Bottom", "US State Department", "US", None),
        ],
    ),
    (
        "Western officials and European governments warned the West.",
        [
            ("Western officials", "Western officials", None, None),
            ("European governments", "European governments", None, None),
            ("the West", "West", None, None),
        ],
    ),
    (
        "Ukraine's allies asked the Ukrainian side and the Kyiv government.",
        [
            ("Ukraine's allies", "Ukraine's allies", "UA", None),
            ("the Ukrainian side", "Ukraine", "UA", None),
            ("the Kyiv government", "Ukraine", "UA", None),
        ],
    ),
    (
        "Russian forces and Ukrainian troops met.",
        [
            ("Russian forces", "Russian forces", "RU", None),
            ("Ukrainian troops", "Ukrainian forces", "UA", None),
        ],
    ),
    (
        "Russian news agencies and Xinhua reported.",
        [
            ("Russian news agencies", "Russian media", "RU", None),
            ("Xinhua", "Xinhua", "CN", None),
        ],
    ),
    (
        "The Wall Street Journal cited a senior U.S. official.",
        [
            ("The Wall Street Journal", "Wall Street Journal", "US", None),
            ("a senior U.S. official", "unnamed American official", "US", "Official"),
        ],
    ),
    (
        "The EU, the U.N. and the G20 agreed.",
        [
            ("The EU", "European Union", None, None),
            ("the U.N.", "United Nations", None, None),
            ("the G20", "G20", None, None),
        ],
    ),
    (
        "South Korean President Moon Jae-in met North Korea's Kim Jong Un.",
        [
            ("South Korean President Moon Jae-in", "Moon Jae-in", "KR", "President"),
            ("North Korea", "North Korea", "KP", None),
            ("Kim Jong Un", "Kim Jong Un", "KP", None),
        ],
    ),
    (
        "European Commission President Ursula von der Leyen visited.",
        [
            (
                "European Commission President Ursula von der Leyen",
                "Ursula von der Leyen",
                None,
                "President",
            )
        ],
    ),
    (
        "NATO Secretary General Jens Stoltenberg visited.",
        [
            (
                "NATO Secretary General Jens Stoltenberg",
                "Jens Stoltenberg",
                None,
                "Secretary-General",
            )
        ],
    ),
    (
        "Prime Minister and Foreign Minister Tomas Ruiz visited.",
        [("Prime Minister and Foreign Minister Tomas Ruiz", "Tomas Ruiz", None, "Prime Minister")],
    ),
    (
        "French officials praised the G7 leaders.",
        [
            ("French officials", "French officials", "FR", None),
            ("the G7 leaders", "G7 leaders", None, None),
        ],
    ),
    ("Two men met on Monday.", []),
    ("The talks were a marathon.", []),
    (
        "The U.K. defence secretary Ann Hale warned Hezbollah.",
        [
            ("The U.K. defence secretary Ann Hale", "Ann Hale", "GB", "Defense Secretary"),
            ("Hezbollah", "Hezbollah", "LB", None),
        ],
    ),
]

# Names that no title introduces: only the model finds them.
APPOSITIONS: list[tuple[str, list[Expected]]] = [
    (
        "China's ambassador to Russia, Zhou Ping, said so.",
        [
            ("China's ambassador to Russia", "Zhou Ping", "CN", "Ambassador"),
            ("Zhou Ping", "Zhou Ping", "CN", "Ambassador"),
        ],
    ),
    (
        "Zhou Ping, the Chinese foreign minister, said so.",
        [
            ("Zhou Ping", "Zhou Ping", "CN", "Foreign Minister"),
            ("the Chinese foreign minister", "Zhou Ping", "CN", "Foreign Minister"),
        ],
    ),
    (
        "Zhou Ping, who was China's ambassador in Russia, left.",
        [
            ("Zhou Ping", "Zhou Ping", "CN", None),
            ("who", "Zhou Ping", "CN", None),
            ("China's ambassador", "Zhou Ping", "CN", "former Ambassador"),
            ("Russia", "Russia", "RU", None),
        ],
    ),
]


def shown(mention: ActorMention) -> Expected:
    return mention.text, mention.name, mention.country, mention.title


NAMES = (
    "Iryna Koval", "Dana Reed", "Oleg Varin", "Anton Belov", "Tomas Ruiz", "Ann Hale",
    "Zhou Ping", "Boris Johnson",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_mentions_from_tables_alone(
    make_document: MakeDocument, text: str, expected: list[Expected]
) -> None:
    assert [shown(m) for m in find_mentions(make_document(text))] == expected


ALL = CASES + APPOSITIONS


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[c[0][:40] for c in ALL])
def test_mentions_with_the_names_of_the_model(
    make_document: MakeDocument, text: str, expected: list[Expected]
) -> None:
    doc = make_document(text, names=[(n, "person") for n in NAMES if n in text])
    assert [shown(m) for m in find_mentions(doc)] == expected


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[c[0][:40] for c in ALL])
def test_spans_are_the_words_and_do_not_overlap(
    make_document: MakeDocument, text: str, expected: list[Expected]
) -> None:
    mentions = find_mentions(make_document(text))
    assert all(text[m.start : m.end] == m.text for m in mentions)
    ends = [0, *(m.end for m in mentions)]
    assert all(m.start >= end for m, end in zip(mentions, ends, strict=False))

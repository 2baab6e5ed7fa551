"""The reports of the invented story, and how their words are found in them."""

from __future__ import annotations

from datetime import date

from coranto.types import (
    DateRange,
    Evidence,
    Fact,
    Grounds,
    Mention,
    Piece,
    Published,
    Removed,
    Report,
    Span,
)

WIRE = """VIENNA, May 11 (Northwire) - Ostravian Foreign Minister Anton Reves met his Lethenian \
counterpart Ilse Marck in Vienna on Thursday for the first direct talks on the Karsa dam in \
four years.

The two ministers spoke for three hours at a villa on the edge of the city, officials said.

"We have agreed on the water. We have not agreed on the wall," Marck told reporters after \
the meeting.

The Ostravian foreign ministry said both sides had "reaffirmed the 1998 accord" and would \
send technical teams to the dam by the end of the month.

Ostravia closed the sluices of the dam in early March, which cut the flow of the Karsa by a \
third, according to Lethenia. Ostravia denies it.

The River Commission's envoy, Mira Toll, visited both capitals in April and put forward a \
ten-point plan.

The ministers are due to meet again in Trieste on June 2."""

HERALD = """Ostravian Foreign Minister Anton Reves met his Lethenian counterpart Ilse Marck in \
Vienna on Thursday for the first direct talks on the Karsa dam in four years.

"We have agreed on the water. We have not agreed on the wall," Marck told reporters after \
the meeting.

Ostravia closed the sluices of the dam in early March, which cut the flow of the Karsa by a \
quarter, according to Lethenia. Ostravia denies it.

The Ostravian foreign ministry said both sides had "reaffirmed the 1998 accord" and would \
send technical teams to the dam by the end of the month.

Farmers in the Lethenian border district of Sool said on Thursday that their wells were \
still falling.

The River Commission's envoy, Mira Toll, visited both capitals in April and put forward a \
ten-point plan."""

COURIER = """Foreign Minister Anton Reves and Lethenia's Ilse Marck held talks in Vienna on \
Thursday, May 11, the first in four years.

"We have settled the water. We have not settled the wall," Marck said, in remarks \
translated from Lethenian.

Ostravia's ministry said the meeting had been "frank and useful". It again rejected the \
charge that the sluices were closed in March.

The River Commission's ten-point plan, set out by its envoy Mira Toll in late April, "is a \
basis and not a verdict", Reves told the Courier."""

READOUT = """On 11 May 2023 the Minister of Foreign Affairs of Ostravia, Anton Reves, met \
the Minister of Foreign Affairs of Lethenia, Ilse Marck, in Vienna.

The ministers reaffirmed the 1998 accord. The Ostravian side proposed that technical teams \
of both countries visit the Karsa dam before 31 May.

The next meeting of the ministers will take place in Trieste on 2 June 2023."""

PREVIEW = """Ilse Marck, Lethenia's foreign minister, will travel to Vienna next week for talks \
with Ostravia's Anton Reves about the Karsa dam, her office said on Friday.

Lethenia accused Ostravia of closing the dam's sluices on 4 March. "A river is not a tap," \
President Dora Venn said in a televised speech.

Two officials in the capital told The Evening Lantern that Ostravia had sought guarantees \
over a flood wall, and that the River Commission had warned both sides in March against \
moving soldiers to the dam."""

ANALYSIS = """🌊 The river that divides them

The Karsa dispute began on 6 March, when Ostravia shut the sluices of the dam, and it has \
outlived two mediators.

Mira Toll of the River Commission went to both capitals in April. Her plan has ten points, \
and Lethenia's president, Dora Venn, welcomed nine of them. "A river is no tap," Venn had \
said in the spring.

Unnamed diplomats were quoted by The Evening Lantern as saying that Ostravia wanted \
guarantees over a flood wall. Ostravia denies that it moved soldiers to the dam."""

TRIESTE = """The Trieste meeting between the foreign ministers of Ostravia and Lethenia, set \
for June 2, has been called off, the River Commission said on Wednesday.

Envoy Mira Toll telephoned both ministers overnight, it added. No new date was given.

Lethenia praised the commission's "patience" and said that its technicians had inspected \
the dam on May 29."""

LATER = """Lethenia has summoned Ostravia's ambassador in protest at new works on the flood \
wall, Northwire reported.

The two countries signed the Karsa accord in 1998."""


class Pile:
    """The texts by name, and the spans in them, found by their words."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def span(self, report: str, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.texts[report].index(words, at + 1)
        return Span(at, at + len(words), words)

    def spans(self, report: str, *words: str) -> tuple[Span, ...]:
        return tuple(self.span(report, each) for each in words)

    def mention(self, report: str, actor: str | None, words: str) -> Mention:
        span = self.span(report, words)
        return Mention(actor, span.text, span.start, span.end)

    def evidence(self, report: str, words: str) -> Evidence:
        span = self.span(report, words)
        return Evidence(report, span.start, span.end, span.text)


def days_between(*days: str) -> DateRange:
    first, last = days[0], days[-1]
    return DateRange(date.fromisoformat(first), date.fromisoformat(last))


TEXTS = {
    "report-wire": WIRE,
    "report-herald": HERALD,
    "report-courier": COURIER,
    "report-readout": READOUT,
    "report-preview": PREVIEW,
    "report-analysis": ANALYSIS,
    "report-trieste": TRIESTE,
    "report-later": LATER,
}


def reports(texts: dict[str, str] = TEXTS) -> tuple[Report, ...]:
    """The eight reports, with what their titles and dates rest on."""
    pile = Pile(texts)

    def on(day: str, basis: str, *grounds: Grounds) -> Published:
        return Published(days_between(day), basis, grounds)

    dateline = pile.span("report-wire", "VIENNA, May 11 (Northwire)")
    weekday = pile.span("report-courier", "Thursday, May 11")
    first = pile.span("report-herald", "Ostravian Foreign Minister")
    return (
        Report(
            "report-wire",
            "wire/0511.txt",
            texts["report-wire"],
            "Northwire",
            "Ostravia, Lethenia ministers hold first talks on dam in four years",
            None,
            ("Northwire",),
            on(
                "2023-05-11",
                "its dateline, and the year of its address",
                Grounds("text", dateline.text, "dateline", dateline.start, dateline.end),
                Grounds("address", "/2023/05/", "year and month"),
            ),
            facts=(
                Fact("outlet", "Northwire", Grounds("text", "Northwire", "dateline", 16, 25)),
                Fact("credit", "Northwire", Grounds("metadata", "Northwire", "agency tag")),
            ),
        ),
        Report(
            "report-herald",
            "herald/karsa-talks.html",
            texts["report-herald"],
            "The Lethen Herald",
            "“Agreed on the water”: ministers meet over the Karsa dam",
            "https://herald.example/2023/05/12/karsa-talks",
            ("Northwire",),
            on(
                "2023-05-12",
                "its address",
                Grounds("address", "/2023/05/12/", "day in the address"),
                Grounds(
                    "report",
                    dateline.text,
                    "its copy has this dateline",
                    dateline.start,
                    dateline.end,
                    "report-wire",
                ),
            ),
            removed=(
                Removed(
                    0,
                    51,
                    "advertisement",
                    "Advertisement: the Herald's spring garden supplement"[:51],
                ),
                Removed(
                    first.start + 52 + 420,
                    first.start + 52 + 420 + 66,
                    "teaser of another story",
                    "READ ALSO: Parliament in Lethen votes on the harbour tax on Friday",
                ),
                Removed(
                    1500,
                    1574,
                    "appeal for money",
                    "Independent reporting costs money. Become a friend of the Herald from €2.\n",
                ),
            ),
            pieces=(Piece(0, 160, 52), Piece(160, 250, 212), Piece(410, 468, 540)),
            facts=(
                Fact("credit", "Northwire", Grounds("removed", "With Northwire", "", 1490, 1504)),
            ),
            seen=("herald/karsa-talks-copy.html",),
        ),
        Report(
            "report-courier",
            "pile.jsonl#3",
            texts["report-courier"],
            "Ostravian Courier",
            None,
            None,
            (),
            on(
                "2023-05-11",
                "its weekday and day of the month: May 11 was a Thursday in 2023",
                Grounds("text", weekday.text, "weekday and day", weekday.start, weekday.end),
            ),
        ),
        Report(
            "report-readout",
            "readout.txt",
            texts["report-readout"],
            "Ostravian Ministry of Foreign Affairs",
            "On the meeting of the ministers in Vienna",
            None,
            (),
            on("2023-05-11", "the day it names", Grounds("text", "11 May 2023", "", 3, 14)),
        ),
        Report(
            "report-preview",
            "lantern/0505.txt",
            texts["report-preview"],
            "The Evening Lantern",
            "Marck to travel to Vienna for dam talks",
            None,
            (),
            on("2023-05-05", "its file name", Grounds("file name", "0505", "month and day")),
        ),
        Report(
            "report-analysis",
            "continental/river.html",
            texts["report-analysis"],
            "Continental Post",
            "The river that divides them",
            "https://post.example/river",
            (),
            Published(
                days_between("2023-05-01", "2023-05-31"),
                "later than what it tells of April 2023, earlier than the Vienna talks' aftermath",
                (Grounds("record", "2023", "year of the dispute"),),
            ),
        ),
        Report(
            "report-trieste",
            "wire/0531.txt",
            texts["report-trieste"],
            "Northwire",
            "Trieste meeting on Karsa dam called off",
            None,
            ("Northwire",),
            on("2023-05-31", "page metadata", Grounds("metadata", "2023-05-31T08:12:00Z", "")),
        ),
        Report("report-later", "undated.txt", texts["report-later"]),
    )

"""A chronology of an invented story: every country, person, outlet and sentence is made up.

It holds what a page has to cope with: two copies of one agency report with
cuts, additions, a moved paragraph and a changed number; a planned and a denied
event; dates as ranges; a disagreement on a date; a chain; an unverified
quotation; furniture that cleaning removed; a character outside the basic
plane before evidence; a report of unknown date.
"""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path
from typing import Any

from coranto.chronology.result import Chronology
from coranto.types import (
    Actor,
    Change,
    CopyGroup,
    DateRange,
    Disagreement,
    Edits,
    Entry,
    Event,
    Evidence,
    Move,
    Origin,
    ParagraphEdit,
    Place,
    Role,
    Statement,
    Story,
    Version,
)

_REPORTS: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("sample_reports.py")))
TEXTS: dict[str, str] = _REPORTS["TEXTS"]
_Pile = _REPORTS["Pile"]
_days = _REPORTS["days_between"]
reports = _REPORTS["reports"]

ACTORS = (
    Actor(
        "actor-reves",
        "Anton Reves",
        "person",
        ("Anton Reves", "Reves"),
        None,
        (Role("Foreign Minister of Ostravia", date(2019, 7, 1)),),
    ),
    Actor(
        "actor-marck",
        "Ilse Marck",
        "person",
        ("Ilse Marck", "Marck"),
        None,
        (Role("Foreign Minister of Lethenia"),),
    ),
    Actor("actor-toll", "Mira Toll", "person", ("Mira Toll", "Toll"), "AT", (Role("Envoy"),)),
    Actor("actor-venn", "Dora Venn", "person", ("Dora Venn", "Venn"), None, (Role("President"),)),
    Actor("actor-ostravia", "Ostravia", "country", ("Ostravia",)),
    Actor("actor-lethenia", "Lethenia", "country", ("Lethenia",)),
    Actor(
        "actor-ministry",
        "Ostravian Foreign Ministry",
        "government",
        ("Ostravian foreign ministry", "Ostravia's ministry"),
    ),
    Actor("actor-commission", "River Commission", "organisation", ("River Commission",)),
    Actor("actor-lantern", "The Evening Lantern", "organisation", ("The Evening Lantern",)),
    Actor("actor-officials", "Ostravian officials", "group", ("Two officials",)),
    Actor("actor-northwire", "Northwire", "organisation", ("Northwire",)),
)


def _events(pile: Any) -> tuple[Event, ...]:
    mention, spans = pile.mention, pile.spans
    vienna = Place("Vienna", "AT")
    may11 = _days("2023-05-11")
    march = _days("2023-03-01", "2023-03-10")
    april = _days("2023-04-01", "2023-04-30")

    def meets(  # noqa: PLR0917
        name: str, report: str, words: str, reves: str, marck: str, basis: str
    ) -> Event:
        return Event(
            name,
            report,
            "CONSULT",
            "meet",
            "happened",
            (mention(report, "actor-reves", reves),),
            (mention(report, "actor-marck", marck),),
            spans(report, words),
            vienna,
            may11,
            basis,
            entry="entry-vienna",
        )

    return (
        meets(
            "event-vienna-wire",
            "report-wire",
            "met his Lethenian counterpart Ilse Marck in Vienna on Thursday",
            "Anton Reves",
            "Ilse Marck",
            "Thursday, against the publication",
        ),
        meets(
            "event-vienna-herald",
            "report-herald",
            "met his Lethenian counterpart Ilse Marck in Vienna on Thursday",
            "Anton Reves",
            "Ilse Marck",
            "Thursday, against the publication",
        ),
        meets(
            "event-vienna-courier",
            "report-courier",
            "held talks in Vienna on Thursday, May 11",
            "Anton Reves",
            "Ilse Marck",
            "the date in the text",
        ),
        meets(
            "event-vienna-readout",
            "report-readout",
            "met the Minister of Foreign Affairs of Lethenia, Ilse Marck, in Vienna",
            "Anton Reves",
            "Ilse Marck",
            "the date in the text",
        ),
        Event(
            "event-vienna-preview",
            "report-preview",
            "CONSULT",
            "talks",
            "planned",
            (mention("report-preview", "actor-marck", "Ilse Marck"),),
            (mention("report-preview", "actor-reves", "Anton Reves"),),
            spans("report-preview", "will travel to Vienna next week for talks"),
            vienna,
            _days("2023-05-08", "2023-05-14"),
            "next week, against the publication",
            entry="entry-vienna-planned",
        ),
        Event(
            "event-sluices-wire",
            "report-wire",
            "COERCE",
            None,
            "denied",
            (mention("report-wire", "actor-ostravia", "Ostravia"),),
            (),
            spans("report-wire", "closed the sluices of the dam in early March"),
            Place("Karsa dam"),
            march,
            "“early March”",
            pile.span("report-wire", "the sluices of the dam"),
            entry="entry-sluices",
        ),
        Event(
            "event-sluices-analysis",
            "report-analysis",
            "COERCE",
            None,
            "happened",
            (mention("report-analysis", "actor-ostravia", "Ostravia"),),
            (),
            spans("report-analysis", "began on 6 March, when Ostravia shut the sluices of the dam"),
            None,
            _days("2023-03-06"),
            "the date in the text",
            entry="entry-sluices",
        ),
        Event(
            "event-sluices-preview",
            "report-preview",
            "COERCE",
            None,
            "alleged",
            (mention("report-preview", "actor-ostravia", "Ostravia"),),
            (),
            spans("report-preview", "closing the dam's sluices on 4 March"),
            None,
            _days("2023-03-04"),
            "the date in the text",
            entry="entry-sluices",
        ),
        Event(
            "event-accuse",
            "report-preview",
            "ACCUSE",
            None,
            "happened",
            (mention("report-preview", "actor-lethenia", "Lethenia"),),
            (mention("report-preview", "actor-ostravia", "Ostravia"),),
            spans("report-preview", "Lethenia accused Ostravia of closing the dam's sluices"),
            None,
            DateRange(None, date(2023, 5, 5)),
            "no later than the report",
            entry="entry-accuse",
        ),
        Event(
            "event-visit-wire",
            "report-wire",
            "CONSULT",
            "visit",
            "happened",
            (mention("report-wire", "actor-toll", "Mira Toll"),),
            (),
            spans("report-wire", "visited both capitals in April"),
            None,
            april,
            "“in April”",
            entry="entry-visit",
        ),
        Event(
            "event-visit-analysis",
            "report-analysis",
            "CONSULT",
            "visit",
            "happened",
            (mention("report-analysis", "actor-toll", "Mira Toll"),),
            (),
            spans("report-analysis", "went to both capitals in April"),
            None,
            april,
            "“in April”",
            entry="entry-visit",
        ),
        Event(
            "event-plan",
            "report-courier",
            "REQUEST",
            "propose",
            "happened",
            (mention("report-courier", "actor-toll", "Mira Toll"),),
            (),
            spans("report-courier", "ten-point plan, set out by its envoy Mira Toll in late April"),
            None,
            _days("2023-04-21", "2023-04-30"),
            "“late April”",
            pile.span("report-courier", "ten-point plan"),
            entry="entry-plan",
        ),
        Event(
            "event-trieste",
            "report-trieste",
            "CONSULT",
            "meet",
            "cancelled",
            (),
            (),
            spans(
                "report-trieste",
                "The Trieste meeting between the foreign ministers of Ostravia and Lethenia, "
                "set for June 2, has been called off",
            ),
            Place("Trieste", "IT"),
            _days("2023-06-02"),
            "the date in the text",
            entry="entry-trieste",
        ),
        Event(
            "event-calls",
            "report-trieste",
            "CONSULT",
            "call",
            "happened",
            (mention("report-trieste", "actor-toll", "Mira Toll"),),
            (),
            spans("report-trieste", "telephoned both ministers overnight"),
            None,
            _days("2023-05-30", "2023-05-31"),
            "overnight, against the publication",
            entry="entry-calls",
        ),
        Event(
            "event-protest",
            "report-later",
            "PROTEST",
            None,
            "happened",
            (mention("report-later", "actor-lethenia", "Lethenia"),),
            (mention("report-later", "actor-ostravia", "Ostravia"),),
            spans("report-later", "Lethenia has summoned Ostravia's ambassador in protest"),
            entry="entry-protest",
        ),
        Event(
            "event-accord",
            "report-later",
            "AGREE",
            "sign",
            "happened",
            (mention("report-later", None, "The two countries"),),
            (),
            spans("report-later", "signed the Karsa accord in 1998"),
            None,
            _days("1998-01-01", "1998-12-31"),
            "“in 1998”",
            entry="entry-accord",
        ),
    )


def _statements(pile: Any) -> tuple[Statement, ...]:
    mention, spans = pile.mention, pile.spans
    water = "We have agreed on the water. We have not agreed on the wall,"
    may11 = _days("2023-05-11")
    made = [
        Statement(
            f"statement-water-{report.removeprefix('report-')}",
            report,
            mention(report, "actor-marck", "Marck"),
            "told",
            spans(report, "told"),
            spans(report, water),
            "direct",
            mention(report, None, "reporters"),
            (),
            may11,
            "the day of the meeting",
            entry="entry-water",
        )
        for report in ("report-wire", "report-herald")
    ]
    made.append(
        Statement(
            "statement-water-courier",
            "report-courier",
            mention("report-courier", "actor-marck", "Marck"),
            "said",
            spans("report-courier", "said"),
            spans("report-courier", "We have settled the water. We have not settled the wall,"),
            "direct",
            date=may11,
            date_basis="the day of the meeting",
            verified=False,
            entry="entry-water",
        )
    )
    made += [
        Statement(
            f"statement-accord-{report.removeprefix('report-')}",
            report,
            mention(report, "actor-ministry", "Ostravian foreign ministry"),
            "said",
            (pile.span(report, "said", 1 if n == 0 else 0),),
            spans(report, 'both sides had "reaffirmed the 1998 accord"'),
            "mixed",
            date=may11,
            date_basis="the day of the meeting",
            entry="entry-reaffirm",
        )
        for n, report in enumerate(("report-wire", "report-herald"))
    ]
    made += [
        Statement(
            "statement-guarantees-preview",
            "report-preview",
            mention("report-preview", "actor-officials", "Two officials in the capital"),
            "told",
            spans("report-preview", "told"),
            spans("report-preview", "that Ostravia had sought guarantees over a flood wall"),
            "indirect",
            mention("report-preview", "actor-lantern", "The Evening Lantern"),
            entry="entry-guarantees",
        ),
        Statement(
            "statement-guarantees-analysis",
            "report-analysis",
            mention("report-analysis", "actor-officials", "Unnamed diplomats"),
            "quoted",
            spans("report-analysis", "were quoted by", "as saying"),
            spans("report-analysis", "that Ostravia wanted guarantees over a flood wall"),
            "indirect",
            None,
            (mention("report-analysis", "actor-lantern", "The Evening Lantern"),),
            entry="entry-guarantees",
        ),
        Statement(
            "statement-tap",
            "report-preview",
            mention("report-preview", "actor-venn", "President Dora Venn"),
            "said",
            spans("report-preview", "said in a televised speech"),
            spans("report-preview", '"A river is not a tap,"'),
            "direct",
            date=DateRange(date(2023, 3, 4), None),
            date_basis="later than what it speaks of",
            entry="entry-tap",
        ),
        Statement(
            "statement-basis",
            "report-courier",
            mention("report-courier", "actor-reves", "Reves"),
            "told",
            spans("report-courier", "told"),
            spans("report-courier", '"is a basis and not a verdict"'),
            "direct",
            mention("report-courier", None, "the Courier"),
            date=may11,
            date_basis="the publication",
            entry="entry-basis",
        ),
    ]
    return tuple(made)


def _groups(pile: Any) -> tuple[CopyGroup, ...]:
    wire, herald = "report-wire", "report-herald"
    moved = (
        'The Ostravian foreign ministry said both sides had "reaffirmed the 1998 accord" and '
        "would send technical teams to the dam by the end of the month."
    )
    return (
        CopyGroup(
            "copies-vienna",
            "Northwire",
            (wire, herald),
            (wire, herald),
            (
                Edits(
                    wire,
                    herald,
                    0.87,
                    pile.spans(
                        wire,
                        "VIENNA, May 11 (Northwire) - ",
                        "The two ministers spoke for three hours at a villa on the edge of the "
                        "city, officials said.",
                        "The ministers are due to meet again in Trieste on June 2.",
                    ),
                    pile.spans(
                        herald,
                        "Farmers in the Lethenian border district of Sool said on Thursday that "
                        "their wells were still falling.",
                    ),
                    (Move(pile.span(wire, moved), pile.span(herald, moved)),),
                    (Change(pile.span(wire, "third"), pile.span(herald, "quarter"), "number"),),
                    (
                        ParagraphEdit((0,), (0,), "changed"),
                        ParagraphEdit((1,), (), "cut"),
                        ParagraphEdit((2,), (1,), "kept"),
                        ParagraphEdit((4,), (2,), "changed"),
                        ParagraphEdit((3,), (3,), "moved"),
                        ParagraphEdit((), (4,), "added"),
                        ParagraphEdit((5,), (5,), "kept"),
                        ParagraphEdit((6,), (), "cut"),
                    ),
                ),
            ),
        ),
    )


def _entries(
    pile: Any, events: tuple[Event, ...], statements: tuple[Statement, ...]
) -> tuple[Entry, ...]:
    members: dict[str, list[Event | Statement]] = {}
    given: list[Event | Statement] = [*events, *statements]
    for member in given:
        members.setdefault(member.entry or "", []).append(member)

    def entry(  # noqa: PLR0917
        name: str,
        label: tuple[str, str | None],
        status: str,
        days: DateRange,
        actors: str,
        summary: str,
        origins: dict[str, str],
        disagreements: tuple[Disagreement, ...] = (),
        place: Place | None = None,
    ) -> Entry:
        own = members[name]
        evidence = []
        for member in own:
            spans = member.evidence if isinstance(member, Event) else member.content
            evidence += [Evidence(member.report, s.start, s.end, s.text) for s in spans]
        return Entry(
            name,
            "statement" if isinstance(own[0], Statement) else "event",
            label[0],
            label[1],
            status,  # type: ignore[arg-type]
            days,
            place,
            tuple(f"actor-{each}" for each in actors.split()),
            summary,
            tuple(member.id for member in own),
            tuple(evidence),
            len({member.report for member in own}),
            tuple(
                Origin(origin, tuple(f"report-{each}" for each in given.split()))
                for origin, given in origins.items()
            ),
            disagreements,
        )

    def differ(about: str, **values: str) -> Disagreement:
        return Disagreement(
            about,
            tuple(
                Version(value.split("|")[0], tuple(f"report-{r}" for r in value.split("|")[1:]))
                for value in values.values()
            ),
        )

    may11 = _days("2023-05-11")
    return (
        entry(
            "entry-accord",
            ("AGREE", "sign"),
            "happened",
            _days("1998-01-01", "1998-12-31"),
            "ostravia lethenia",
            "Ostravia and Lethenia sign the Karsa accord.",
            {"Northwire": "later"},
        ),
        entry(
            "entry-sluices",
            ("COERCE", None),
            "alleged",
            _days("2023-03-01", "2023-03-10"),
            "ostravia",
            "Ostravia closes the sluices of the Karsa dam.",
            {"Lethenia": "wire preview", "Continental Post": "analysis"},
            (
                differ("date", a="4 March 2023|preview", b="6 March 2023|analysis"),
                differ("status", a="denied|wire", b="alleged|preview", c="happened|analysis"),
                differ("number", a="by a third|wire", b="by a quarter|herald"),
            ),
            Place("Karsa dam"),
        ),
        entry(
            "entry-tap",
            ("STATEMENT", None),
            "happened",
            DateRange(date(2023, 3, 4), None),
            "venn",
            "Dora Venn speaks of the river in a televised speech.",
            {"Dora Venn": "preview"},
        ),
        entry(
            "entry-accuse",
            ("ACCUSE", None),
            "happened",
            DateRange(None, date(2023, 5, 5)),
            "lethenia ostravia",
            "Lethenia accuses Ostravia of closing the dam's sluices.",
            {"The Evening Lantern": "preview"},
        ),
        entry(
            "entry-visit",
            ("CONSULT", "visit"),
            "happened",
            _days("2023-04-01", "2023-04-30"),
            "toll",
            "Mira Toll visits both capitals.",
            {"Northwire": "wire", "Continental Post": "analysis"},
        ),
        entry(
            "entry-plan",
            ("REQUEST", "propose"),
            "happened",
            _days("2023-04-21", "2023-04-30"),
            "toll commission",
            "Mira Toll puts forward the River Commission's ten-point plan.",
            {"Ostravian Courier": "courier"},
        ),
        entry(
            "entry-vienna-planned",
            ("CONSULT", "talks"),
            "planned",
            _days("2023-05-08", "2023-05-14"),
            "marck reves",
            "Ilse Marck is to travel to Vienna for talks with Anton Reves.",
            {"Lethenian foreign minister's office": "preview"},
            place=Place("Vienna", "AT"),
        ),
        entry(
            "entry-vienna",
            ("CONSULT", "meet"),
            "happened",
            may11,
            "reves marck",
            "Anton Reves meets Ilse Marck in Vienna.",
            {
                "Northwire": "wire herald",
                "Ostravian Courier": "courier",
                "Ostravian Foreign Ministry": "readout",
            },
            place=Place("Vienna", "AT"),
        ),
        entry(
            "entry-water",
            ("STATEMENT", None),
            "happened",
            may11,
            "marck",
            "Ilse Marck told reporters that the water is agreed and the wall is not.",
            {"Ilse Marck": "wire herald courier"},
            (
                differ(
                    "wording",
                    a="We have agreed on the water|wire|herald",
                    b="We have settled the water|courier",
                ),
            ),
        ),
        entry(
            "entry-reaffirm",
            ("STATEMENT", None),
            "happened",
            may11,
            "ministry",
            'Ostravian Foreign Ministry: both sides had "reaffirmed the 1998 accord"',
            {"Ostravian Foreign Ministry": "wire herald"},
        ),
        entry(
            "entry-basis",
            ("STATEMENT", None),
            "happened",
            may11,
            "reves",
            "Anton Reves calls the plan a basis.",
            {"Anton Reves": "courier"},
        ),
        entry(
            "entry-guarantees",
            ("STATEMENT", None),
            "happened",
            DateRange(None, date(2023, 5, 5)),
            "officials ostravia",
            "Unnamed officials say Ostravia sought guarantees over a flood wall.",
            {"The Evening Lantern": "preview analysis"},
        ),
        entry(
            "entry-calls",
            ("CONSULT", "call"),
            "happened",
            _days("2023-05-30", "2023-05-31"),
            "toll reves marck",
            "Mira Toll telephones both ministers.",
            {"River Commission": "trieste"},
        ),
        entry(
            "entry-trieste",
            ("CONSULT", "meet"),
            "cancelled",
            _days("2023-06-02"),
            "reves marck",
            "The ministers' meeting in Trieste is called off.",
            {"River Commission": "trieste"},
            place=Place("Trieste", "IT"),
        ),
        entry(
            "entry-protest",
            ("PROTEST", None),
            "happened",
            DateRange(),
            "lethenia ostravia",
            "Lethenia summons Ostravia's ambassador.",
            {"Northwire": "later"},
        ),
    )


def sample() -> Chronology:
    """The whole invented chronology: 8 reports, 15 entries, one copy group."""
    pile = _Pile(TEXTS)
    events, statements = _events(pile), _statements(pile)
    return Chronology(
        reports(),
        (Story("story-karsa", "The Karsa dam talks", tuple(TEXTS)),),
        _groups(pile),
        ACTORS,
        statements,
        events,
        _entries(pile, events, statements),
    )

"""One utterance without a sentence in common: own states, short quotations, deals welcomed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coranto.chronology.clusters import Cluster
from coranto.chronology.echoes import join_echoes
from coranto.types import Actor, DateRange, Mention, Span, Statement

ACTORS = {
    a.id: a
    for a in (
        Actor("toll", "Mira Toll", "person", country="OS"),
        Actor("reves", "Anton Reves", "person", country="MA"),
        Actor("ostland", "Ostland", "country", country="OS"),
        Actor("spokesman", "unnamed Ostland Foreign Ministry spokesman", "group", country="OS"),
    )
}
DAY = DateRange(date(2023, 3, 19), date(2023, 3, 19))


def told(
    report: str,
    text: str,
    content: str,
    cue: str = "said",
    speaker: str = "toll",
    *,
    via: str | None = None,
    when: DateRange = DAY,
    act: str = "say",
) -> Statement:
    at, by = text.index(content), text.index(cue)
    return Statement(
        id=f"s-{report}-{at}-{speaker}-{cue}",
        report=report,
        speaker=Mention(speaker, speaker, 0, 1),
        act=act,
        cue=(Span(by, by + len(cue), cue),),
        content=(Span(at, at + len(content), content),),
        form="direct",
        chain=(Mention(via, via, 0, 1),) if via else (),
        date=when,
    )


def count(texts: Mapping[str, str], *statements: Statement) -> int:
    sizes = []
    for order in (statements, statements[::-1]):
        made = join_echoes([Cluster(statements=[s]) for s in order], ACTORS, texts)
        sizes.append(sorted(sorted(s.id for s in c.statements) for c in made))
    assert sizes[0] == sizes[1]
    return len(sizes[0])


def test_what_an_official_says_the_own_state_does_is_one_utterance() -> None:
    text = "Toll said that Ostland regrets the delay."
    outer = told("r1", text, "that Ostland regrets the delay")
    own = told("r1", text, "the delay", "regrets", "ostland", via="toll", act="express")
    assert count({"r1": text}, outer, own) == 1
    # what Reves says of Ostland stays apart, and what Toll says of Reves
    of_other = told("r1", text, "the delay", "regrets", "reves", via="toll")
    assert count({"r1": text}, outer, of_other) == 2
    by_other = told("r1", text, "that Ostland regrets the delay", speaker="reves")
    other = told("r1", text, "the delay", "regrets", "ostland", via="reves")
    assert count({"r1": text}, by_other, other) == 2
    # of another report: who knows
    elsewhere = told("r2", text, "the delay", "regrets", "ostland", via="toll")
    assert count({"r1": text, "r2": text}, outer, elsewhere) == 2


def test_a_short_quotation_of_one_day_is_known_again() -> None:
    texts = {
        "r1": "Toll said she “won’t row back” in Karsa and spoke of the ferries.",
        "r2": 'Toll said that she "won\'t row back".',
        "r3": "Toll said she “won’t row”.",
    }
    one = told("r1", texts["r1"], "she “won’t row back” in Karsa")
    other = told("r2", texts["r2"], 'that she "won\'t row back"')
    assert count(texts, one, other) == 1
    assert count(texts, one, told("r3", texts["r3"], "she “won’t row”")) == 2
    later = DateRange(date(2023, 3, 20), date(2023, 3, 20))
    again = told("r2", texts["r2"], 'that she "won\'t row back"', when=later)
    assert count(texts, one, again) == 2
    by_other = told("r2", texts["r2"], 'that she "won\'t row back"', speaker="reves")
    assert count(texts, one, by_other) == 2


def test_a_deal_is_welcomed_once() -> None:
    text = (
        "Toll said that Ostland welcomes the agreement reached on ferry fares in Karsa.\n\n"
        "“We welcome the Union-brokered accord the two reached yesterday,” Toll wrote."
    )
    lede = told("r1", text, "that Ostland welcomes the agreement reached on ferry fares in Karsa")
    quoted = told(
        "r1", text, "“We welcome the Union-brokered accord the two reached yesterday,”", "wrote"
    )
    assert count({"r1": text}, lede, quoted) == 1
    texts = {"r1": text, "r2": "Toll said they welcome the accord on herring quotas."}
    herring = told("r2", texts["r2"], "they welcome the accord on herring quotas")
    assert count(texts, lede, herring) == 2
    texts["r2"] = "Toll said they also welcome the accord."
    besides = told("r2", texts["r2"], "they also welcome the accord")
    assert count(texts, lede, besides) == 2
    texts["r2"] = "Toll said they welcome the accord."
    wide = DateRange(date(2023, 1, 1), date(2023, 12, 31))
    some_day = told("r2", texts["r2"], "they welcome the accord", when=wide)
    assert count(texts, lede, some_day) == 2


def test_the_words_of_a_spokesman_are_those_of_whoever_is_named_elsewhere() -> None:
    words = "“The border with our neighbours will stay open through the whole of May”"
    texts = dict.fromkeys(("r1", "r2", "r3"), f"{words}, said the ministry.")
    named = told("r1", texts["r1"], words)
    unnamed = told("r2", texts["r2"], words, speaker="spokesman")
    other = told("r3", texts["r3"], words, speaker="reves")
    assert count(texts, named, unnamed) == 1
    assert count(texts, named, other) == 2
    assert count(texts, unnamed, other) == 2

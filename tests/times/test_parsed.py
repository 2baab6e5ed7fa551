"""The same on real parses of our own dispatches, by the packaged model."""

from __future__ import annotations

from datetime import date

import pytest

from coranto.language.document import Document
from coranto.language.model import LanguageModel
from coranto.times import (
    PublicationHints,
    bare_months,
    date_of,
    infer_publication,
    recognise,
    resolve,
)
from coranto.times.headings import headings
from coranto.types import DateRange, Published

from .trees import word

FRIDAY = DateRange(date(2023, 5, 26), date(2023, 5, 26))

DISPATCH = (
    "Foreign Minister Jana Novak met the envoy Karel Dvorak in Riga on Thursday.\n\n"
    "During the meeting, Novak praised the plan.\n\n"
    "The envoy's visit came after Dvorak talked to President Otto Lind in Tallinn earlier this "
    "month.\n\n"
    "In February, the ministry released a 12-point plan.\n\n"
    "Lind will travel to Vilnius on Monday.\n\n"
    "The Riga Post, citing officials, reported Wednesday that Tallinn is urging its allies to wait."
)


def parsed(model: LanguageModel, text: str) -> Document:
    found = model.parse([text])[0]
    return Document(text, found.sentences, found.tokens, found.names)


@pytest.fixture(scope="module")
def dispatch(model: LanguageModel) -> Document:
    return parsed(model, DISPATCH)


@pytest.mark.parametrize(
    ("form", "first", "last", "basis"),
    [
        ("met", "2023-05-25", "2023-05-25", "time expression"),
        ("praised", "2023-05-25", "2023-05-25", "narrative"),
        ("came", "2023-05-25", "2023-05-26", "publication"),
        ("talked", "2023-05-01", "2023-05-26", "time expression"),
        ("released", "2023-02-01", "2023-02-28", "time expression"),
        ("travel", "2023-05-29", "2023-05-29", "time expression"),
        ("reported", "2023-05-24", "2023-05-24", "time expression"),
        ("urging", None, "2023-05-24", "time expression"),
    ],
)
def test_acts_of_a_dispatch(
    dispatch: Document, form: str, first: str | None, last: str, basis: str
) -> None:
    times = resolve(dispatch, recognise(dispatch), FRIDAY)
    found = date_of(dispatch, word(dispatch, form), times, FRIDAY)
    expected = DateRange(date.fromisoformat(first) if first else None, date.fromisoformat(last))
    assert (found.dates, found.basis) == (expected, basis)


def test_every_token_has_a_dating(dispatch: Document) -> None:
    times = resolve(dispatch, recognise(dispatch), FRIDAY)
    for i in range(len(dispatch.tokens)):
        found = date_of(dispatch, i, times, FRIDAY)
        assert found.basis in ("time expression", "sentence", "narrative", "publication")
        if found.time is not None:
            assert found.time in times


def test_bare_months_have_their_token(dispatch: Document) -> None:
    (bare,) = bare_months(dispatch, recognise(dispatch))
    assert bare.token is not None
    assert dispatch.tokens[bare.token].text == "February"
    assert bare.past


def test_a_dispatch_without_a_year(model: LanguageModel) -> None:
    doc = parsed(
        model,
        "Jana Novak told the envoy on Friday, May 26, that talks could begin.\n\nThe envoy, who "
        "was ambassador in Riga between 2009 and 2019, agreed.\n\nThe two will meet again by 2035.",
    )
    found = infer_publication(doc, recognise(doc), Published(), PublicationHints())
    assert found.dates == FRIDAY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The president plans to visit Riga in March.", "2024-03"),
        ("The president is due to visit Riga in March.", "2024-03"),
        ("The president visited Riga in March.", "2023-03"),
        ("Officials said the president had left Riga in March.", "2023-03"),
        ("The president will meet his guest on Tuesday.", "2023-05-30"),
        ("The president met his guest on Tuesday.", "2023-05-23"),
        ("The minister said that talks would resume on Tuesday.", "2023-05-30"),
        ("The two presidents signed the treaty on June 20.", "2022-06-20"),
        ("The treaty was signed on June 20.", "2022-06-20"),
        ("The two presidents will sign the treaty on June 20.", "2023-06-20"),
        ("The president announced a vote on June 20.", "2023-06-20"),
        ("The two presidents met on May 28.", "2023-05-28"),  # where it is tomorrow already
    ],
)
def test_the_tense_of_the_parse_places_a_bare_name(
    model: LanguageModel, text: str, value: str
) -> None:
    doc = parsed(model, text)
    (time,) = resolve(doc, recognise(doc), FRIDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "form", "first", "last"),
    [
        (
            "Lind crossed the border on Thursday. The two sides agreed to hold a meeting of "
            "families on August 15. Novak agreed to visit Riga in the autumn.",
            "visit",
            "2023-09-01",
            "2023-11-30",
        ),
        (
            "Lind crossed the border on Thursday. The two sides agreed to hold a meeting of "
            "families on August 15. They announced a pact.",
            "announced",
            "2023-05-25",
            "2023-05-25",
        ),
        (
            "Riga severed ties with Tallinn in 2016 after protesters stormed its embassy.",
            "stormed",
            None,
            "2016-12-31",
        ),
        (
            "Novak arrived in Riga on Monday, eight days after his meeting with Lind in Tallinn.",
            "meeting",
            "2023-05-14",
            "2023-05-14",
        ),
        (
            "Novak signed the pact on May 10, two days after Lind visited Riga.",
            "visited",
            "2023-05-08",
            "2023-05-08",
        ),
        (
            "Two days after Lind visited Riga on May 10, Novak recalled his ambassador.",
            "recalled",
            "2023-05-12",
            "2023-05-12",
        ),
    ],
)
def test_plans_and_orders(
    model: LanguageModel, text: str, form: str, first: str | None, last: str
) -> None:
    doc = parsed(model, text)
    found = date_of(doc, word(doc, form), resolve(doc, recognise(doc), FRIDAY), FRIDAY)
    expected = DateRange(date.fromisoformat(first) if first else None, date.fromisoformat(last))
    assert found.dates == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The summit ends on Sunday in Lisbon.", ("Sunday", "2023-05-28")),
        ("On Monday, the ministry plans to publish the text.", ("Monday", "2023-05-29")),
        ("The alliance has decided to admit the two states in July.", ("July", "2023-07")),
        ("The company reported the third-quarter loss.", ("third-quarter", "2022-Q3")),
    ],
)
def test_what_only_the_parse_tells(
    model: LanguageModel, sentence: str, expected: tuple[str, str]
) -> None:
    doc = parsed(model, sentence)
    assert [(t.text, t.value) for t in resolve(doc, recognise(doc), FRIDAY)] == [expected]


def test_a_participle_has_the_day_of_its_verb_and_a_headline_that_of_its_news(
    model: LanguageModel,
) -> None:
    text = "Ministers agree to reopen the border\n\nNovak responded by saying that it was late."
    doc = parsed(model, text)
    times = resolve(doc, recognise(doc), FRIDAY)
    week = DateRange(date(2023, 5, 20), date(2023, 5, 26))
    assert date_of(doc, word(doc, "agree"), times, FRIDAY).dates == week
    said = date_of(doc, word(doc, "saying"), times, FRIDAY).dates
    assert said == DateRange(date(2023, 5, 25), date(2023, 5, 26))


def test_what_came_after_a_year_told_is_not_of_today(model: LanguageModel) -> None:
    text = "The kingdom cut ties in 2016. It subsequently expelled the envoy."
    doc = parsed(model, text)
    times = resolve(doc, recognise(doc), FRIDAY)
    dating = date_of(doc, word(doc, "expelled"), times, FRIDAY)
    assert dating.dates == DateRange(date(2016, 1, 1), date(2023, 5, 26))
    assert dating.basis == "narrative"


WAR = "2022-02-24"


@pytest.mark.parametrize(
    ("text", "form", "first", "last"),
    [
        ("Novak met Dvorak twice since the start of the war in Ukraine.", "met", WAR, "2023-05-26"),
        ("Novak met Dvorak twice since the invasion of Ukraine.", "met", WAR, "2023-05-26"),
        ("Novak met Dvorak twice since the war in Ukraine began.", "met", WAR, "2023-05-26"),
        ("Novak met Dvorak in Riga weeks before the invasion of Ukraine.", "met", None, WAR),
        ("Novak met Dvorak in Riga before Russia invaded Ukraine.", "met", None, WAR),
        ("Novak met Dvorak in Riga before the rebellion.", "met", "2023-05-25", "2023-05-26"),
        ("Novak met Dvorak in Riga weeks before the rebellion.", "met", None, "2023-05-26"),
        ("Novak left Riga twice since the summit.", "left", None, "2023-05-26"),
        (
            "Novak met Dvorak four times since the summit on May 3.",
            "met",
            "2023-05-03",
            "2023-05-26",
        ),
        (
            "Novak met Dvorak for the first time since the invasion on Feb. 24, 2022.",
            "met",
            "2023-05-25",
            "2023-05-26",
        ),
        (
            "Aid has come since Dvorak took office in March 2021.",
            "come",
            "2021-03-01",
            "2023-05-26",
        ),
        (
            "Aid has come since Dvorak took office in March 2021.",
            "took",
            "2021-03-01",
            "2021-03-31",
        ),
    ],
)
def test_what_a_war_or_an_act_bounds(
    model: LanguageModel, text: str, form: str, first: str | None, last: str
) -> None:
    doc = parsed(model, text)
    times = resolve(doc, recognise(doc), FRIDAY)
    found = date_of(doc, word(doc, form), times, FRIDAY).dates
    assert found == DateRange(
        date.fromisoformat(first) if first else None, date.fromisoformat(last)
    )


def test_a_guess_at_the_past_is_no_plan(model: LanguageModel) -> None:
    doc = parsed(model, "The envoy may have been hit by the blast on Monday.")
    (time,) = resolve(doc, recognise(doc), FRIDAY)
    assert time.value == "2023-05-22"


def test_what_is_told_from_hours_ahead_happened_tomorrow(model: LanguageModel) -> None:
    doc = parsed(model, "NAIROBI, Kenya (Baltic News) -- Novak met Dvorak Saturday in Nairobi.")
    times = resolve(doc, recognise(doc), FRIDAY)
    found = date_of(doc, word(doc, "met"), times, FRIDAY)
    assert found.dates == DateRange(date(2023, 5, 27), date(2023, 5, 27))


@pytest.mark.parametrize(
    ("text", "form", "first", "last"),
    [
        ("President Lind will visit Riga within two months.", "visit", "2023-05-26", "2023-07-26"),
        (
            "President Lind agreed on Thursday to visit Riga within two months.",
            "agreed",
            "2023-05-25",
            "2023-05-25",
        ),
        ("The army took the town within three days.", "took", "2023-05-25", "2023-05-26"),
        (
            "The two sides agreed on Thursday to exchange envoys.",
            "exchange",
            "2023-05-25",
            None,
        ),
        (
            "The ministry rejected the condition in a statement issued on Monday.",
            "rejected",
            "2023-05-22",
            "2023-05-22",
        ),
        (
            "Novak praised both countries as he hosted talks between Oman and Qatar on May 7.",
            "praised",
            "2023-05-07",
            "2023-05-07",
        ),
        (
            "Ties were strained in January when Oman agreed to lease a port from Qatar.",
            "agreed",
            "2023-01-01",
            "2023-01-31",
        ),
        ("The ferry will leave by Monday.", "leave", "2023-05-26", "2023-05-29"),
    ],
)
def test_deadlines_agreements_and_acts_at_the_side(
    model: LanguageModel, text: str, form: str, first: str | None, last: str | None
) -> None:
    doc = parsed(model, text)
    times = resolve(doc, recognise(doc), FRIDAY)
    found = date_of(doc, word(doc, form), times, FRIDAY).dates
    assert [d and d.isoformat() for d in (found.earliest, found.latest)] == [first, last]


CHRONICLE = (
    "How the talks went\n\n"
    "1990: Oman and Qatar sign a treaty. In May, Lind visits Riga.\n\n"
    "March 1994: Novak agrees to freeze the project."
)


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("sign", "1990-01-01", "1990-12-31"),
        ("visits", "1990-05-01", "1990-05-31"),
        ("agrees", "1994-03-01", "1994-03-31"),
    ],
)
def test_the_headings_of_a_chronicle_date_what_stands_under_them(
    model: LanguageModel, form: str, first: str, last: str
) -> None:
    doc = parsed(model, CHRONICLE)
    times = resolve(doc, recognise(doc), FRIDAY)
    found = date_of(doc, word(doc, form), times, FRIDAY).dates
    assert (str(found.earliest), str(found.latest)) == (first, last)


@pytest.mark.parametrize(("days", "dated"), [("3 4 5", 3), ("3 4", 0), ("3 3 3", 0)])
def test_dates_on_lines_of_their_own_head_a_chronicle_of_three_days(days: str, dated: int) -> None:
    text = "\n".join(f"March {day}\nNovak met Lind.\n" for day in days.split())
    doc = Document(text, (), (), ())
    times = resolve(doc, recognise(doc), FRIDAY)
    found = headings(text, times)
    assert len(found) == dated
    assert all("Novak met Lind." in text[h.start : h.end] for h in found)


def test_one_date_line_makes_no_chronicle(model: LanguageModel) -> None:
    doc = parsed(model, "March 3, 2023\n\nNovak met Lind in Riga. He praised him.")
    times = resolve(doc, recognise(doc), FRIDAY)
    assert date_of(doc, word(doc, "met"), times, FRIDAY).basis == "publication"


def test_deeds_told_after_what_is_long_past_are_not_of_the_day(model: LanguageModel) -> None:
    doc = parsed(
        model,
        "Oman and Qatar met on Thursday. They will meet again. Lind was there.\n\n"
        "Ties were strained when Qatar closed the port in January. Oman expelled the envoy. "
        "Novak said they would talk.",
    )
    times = resolve(doc, recognise(doc), FRIDAY)
    expelled = date_of(doc, word(doc, "expelled"), times, FRIDAY).dates
    assert expelled == DateRange(date(2023, 1, 1), date(2023, 5, 26))
    said = date_of(doc, word(doc, "said"), times, FRIDAY).dates
    assert said == DateRange(date(2023, 5, 25), date(2023, 5, 26))


@pytest.mark.parametrize(
    ("text", "published", "words", "days"),
    [
        (
            "Today was the first of the meetings, which will go on through Thursday.",
            "2023-06-28",
            "Thursday",
            "2023-06-29 2023-06-29",
        ),
        (
            "It is the first since last fall, when Oman cancelled a planned meeting on Nov. 20.",
            "2024-07-10",
            "Nov. 20",
            "2023-11-20 2023-11-20",
        ),
        (
            "The ministers met last month. A new round is slated for the following week in Riga.",
            "2024-08-09",
            "the following week",
            "2024-08-12 2024-08-18",
        ),
        (
            "The army announced last week that it would go.",
            "2023-06-04",
            "last week",
            "2023-05-22 2023-06-03",
        ),
        ("Lind will visit Riga this week.", "2023-06-04", "this week", "2023-06-04 2023-06-11"),
    ],
)
def test_what_the_clause_tells_of_a_time(
    model: LanguageModel, text: str, published: str, words: str, days: str
) -> None:
    doc = parsed(model, text)
    day = date.fromisoformat(published)
    times = resolve(doc, recognise(doc), DateRange(day, day))
    found = next(t for t in times if t.text == words)
    assert f"{found.dates.earliest} {found.dates.latest}" == days


def dates_of(model: LanguageModel, text: str, published: str, form: str) -> str:
    doc = parsed(model, text)
    day = date.fromisoformat(published)
    anchor = DateRange(day, day)
    dates = date_of(doc, word(doc, form), resolve(doc, recognise(doc), anchor), anchor).dates
    return f"{dates.earliest} {dates.latest}"


@pytest.mark.parametrize(
    ("text", "form", "days"),
    [
        (
            "Minister Karl Lund met Peter Osman in Riga on Wednesday.\n\nEarlier in the day, Osman "
            "visited the harbour.",
            "visited",
            "2024-01-17 2024-01-17",
        ),
        (
            "Karl Lund spoke of the strike of Monday.\n\nLater in the day, Osman visited the "
            "harbour.",
            "visited",
            "2024-01-18 2024-01-18",
        ),
        (
            "Karl Lund met Peter Osman on Wednesday. Osman condemned Tuesday's raid.\n\n"
            "A day earlier, a drone hit the harbour of Riga.",
            "hit",
            "2024-01-16 2024-01-16",
        ),
        (
            "Karl Lund met Peter Osman on Wednesday.\n\nA day earlier, a drone hit the harbour and "
            "wounded two guards, the foreign ministry of Latvia said.",
            "said",
            "2024-01-17 2024-01-18",
        ),
        (
            "Riga [Latvia], January 18: Latvia and Oman have agreed on ferries, the ministry "
            "said in a statement on Sunday.",
            "said",
            "2024-01-14 2024-01-14",
        ),
        (
            "The ministry said on Tuesday, January 9 that the ferries would sail.\n\n"
            "Karl Lund praised the crews.",
            "praised",
            "2024-01-09 2024-01-18",
        ),
    ],
)
def test_the_day_that_a_report_goes_on_from(
    model: LanguageModel, text: str, form: str, days: str
) -> None:
    assert dates_of(model, text, "2024-01-18", form) == days

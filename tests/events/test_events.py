"""Sentences in the style of diplomatic reports, and the acts that they tell. The persons are
invented; so is what they do."""

from __future__ import annotations

from typing import NamedTuple, get_args

import pytest

from coranto import annotate
from coranto.events import QUADS
from coranto.events.lexicon import Frame, act_nouns, verb_readings
from coranto.types import Annotation


class Told(NamedTuple):
    """One act: who, type and mode, whom, where, day and status."""

    who: set[str]
    code: str
    whom: set[str]
    where: str | None = None
    when: str | None = None
    status: str = "happened"


PUBLISHED = "2023-05-26"  # a Friday

ONE_ACT = [
    (
        "Russian Foreign Minister Vera Orlova met Chinese envoy Tan Wei in Moscow on Thursday.",
        Told({"Vera Orlova"}, "CONSULT meet", {"Tan Wei"}, "Moscow", "2023-05-25"),
    ),
    (
        "Vera Orlova met with Indian Foreign Minister Anil Rao in Goa on Tuesday.",
        Told({"Vera Orlova"}, "CONSULT meet", {"Anil Rao"}, "Goa", "2023-05-23"),
    ),
    (
        "President Pavel Dostal held talks with Prime Minister Lena Brandt in Vienna on Monday.",
        Told({"Pavel Dostal"}, "CONSULT talks", {"Lena Brandt"}, "Vienna", "2023-05-22"),
    ),
    (
        "President Pavel Dostal and Prime Minister Lena Brandt met in Vienna on Monday.",
        Told({"Pavel Dostal"}, "CONSULT meet", {"Lena Brandt"}, "Vienna", "2023-05-22"),
    ),
    (
        "Tan Wei visited Moscow on Friday.",
        Told({"Tan Wei"}, "CONSULT visit", {"Moscow"}, "Moscow", "2023-05-26"),
    ),
    (
        "Lena Brandt arrived in Beijing on Wednesday.",
        Told({"Lena Brandt"}, "CONSULT visit", {"Beijing"}, "Beijing", "2023-05-24"),
    ),
    (
        "Lena Brandt will travel to Kyiv next week.",
        Told({"Lena Brandt"}, "CONSULT visit", {"Kyiv"}, "Kyiv", None, "planned"),
    ),
    (
        "Anil Rao is due to meet Lena Brandt in Berlin on Saturday.",
        Told({"Anil Rao"}, "CONSULT meet", {"Lena Brandt"}, "Berlin", "2023-05-27", "planned"),
    ),
    (
        "Anil Rao held a telephone conversation with Vera Orlova on Thursday.",
        Told({"Anil Rao"}, "CONSULT call", {"Vera Orlova"}, None, "2023-05-25"),
    ),
    (
        "Pavel Dostal spoke by phone with Tan Wei on Thursday.",
        Told({"Pavel Dostal"}, "CONSULT call", {"Tan Wei"}, None, "2023-05-25"),
    ),
    (
        "Pavel Dostal invited Tan Wei to visit Prague.",
        Told({"Pavel Dostal"}, "REQUEST invite", {"Tan Wei"}),
    ),
    (
        "China released a nine-point plan to end the war in February.",
        Told({"China"}, "REQUEST propose", set()),
    ),
    (
        "Lena Brandt praised Beijing's role in the negotiations.",
        Told({"Lena Brandt"}, "SUPPORT praise", {"China"}),
    ),
    (
        "Vera Orlova accused the United States of delaying the vote.",
        Told({"Vera Orlova"}, "ACCUSE", {"United States"}),
    ),
    (
        "Pavel Dostal condemned Russia over the attack.",
        Told({"Pavel Dostal"}, "ACCUSE disapprove", {"Russia"}),
    ),
    (
        "Ukraine rejected China's proposal on Monday.",
        Told({"Ukraine"}, "REJECT", {"China"}, None, "2023-05-22"),
    ),
    (
        "Germany imposed sanctions on Iran on Tuesday.",
        Told({"Germany"}, "SANCTION", {"Iran"}, None, "2023-05-23"),
    ),
    (
        "Norway expelled fifteen Russian diplomats on Thursday.",
        Told({"Norway"}, "SANCTION expel", set(), None, "2023-05-25"),
    ),
    (
        "Poland sent weapons to Ukraine on Monday.",
        Told({"Poland"}, "AID", {"Ukraine"}, None, "2023-05-22"),
    ),
    (
        "Lena Brandt urged China to press Russia.",
        Told({"Lena Brandt"}, "REQUEST demand", {"China"}),
    ),
    (
        "Lena Brandt called on Iran to free the sailors.",
        Told({"Lena Brandt"}, "REQUEST demand", {"Iran"}),
    ),
    (
        "Pavel Dostal cancelled a meeting with Vera Orlova.",
        Told({"Pavel Dostal"}, "CONSULT meet", {"Vera Orlova"}, None, None, "cancelled"),
    ),
    (
        "Anil Rao thanked Qatar for its help.",
        Told({"Anil Rao"}, "SUPPORT praise", {"Qatar"}),
    ),
    (
        "Japan's prime minister welcomed Tan Wei in Tokyo on Friday.",
        Told(set(), "CONSULT host", {"Tan Wei"}, "Tokyo", "2023-05-26"),
    ),
]

NO_ACT = [
    "The talks were a marathon.",
    "Vera Orlova may meet Tan Wei next month.",
    "If Lena Brandt visits Moscow, she will be asked about gas.",
    "Would Anil Rao meet Vera Orlova?",
    "The minister met the deadline.",
    "Critics have long hoped that Lena Brandt would visit Kyiv.",
    "The two papers differ on the cost of the bridge.",
]


def events_of(text: str, published: str = PUBLISHED) -> tuple[Annotation, list[Told]]:
    annotation = annotate(text, published)
    names = {a.id: a.name for a in annotation.actors}
    return annotation, [
        Told(
            {names.get(m.actor or "", m.text) for m in e.sources},
            f"{e.type} {e.mode}" if e.mode else e.type,
            {names.get(m.actor or "", m.text) for m in e.targets},
            e.place.name if e.place else None,
            str(e.date.day) if e.date.day else None,
            e.status,
        )
        for e in annotation.events
    ]


@pytest.mark.parametrize(("sentence", "told"), ONE_ACT, ids=[s[:40] for s, _ in ONE_ACT])
def test_an_act_is_coded_with_its_parties_place_day_and_status(sentence: str, told: Told) -> None:
    _, found = events_of(sentence)
    matching = [f for f in found if f.code == told.code]
    assert len(matching) == 1, found
    act = matching[0]
    parties = act.who | act.whom
    assert told.who <= parties
    assert told.whom <= parties
    if told.code.split()[0] not in ("CONSULT",) and told.whom:
        assert told.who <= act.who
        assert told.whom <= act.whom
    assert (told.where is None) or act.where == told.where
    assert (told.when is None) or act.when == told.when
    assert act.status == told.status


@pytest.mark.parametrize("sentence", NO_ACT)
def test_hypotheses_questions_and_figures_of_speech_tell_no_act(sentence: str) -> None:
    _, found = events_of(sentence)
    assert [f for f in found if f.code.startswith("CONSULT")] == []


def test_an_invitation_is_no_visit() -> None:
    _, found = events_of("Pavel Dostal invited Tan Wei to visit Prague later this year.")
    assert [f.code for f in found] == ["REQUEST invite"]


def test_what_is_denied_did_not_happen() -> None:
    _, found = events_of("Vera Orlova did not meet Tan Wei in Moscow.")
    assert [f.status for f in found if f.code == "CONSULT meet"] == ["denied"]


def test_a_meeting_told_by_its_noun_takes_the_subject_of_its_clause() -> None:
    _, found = events_of("During the meeting with Tan Wei, Vera Orlova praised China.")
    meetings = [f for f in found if f.code == "CONSULT meet"]
    assert meetings
    assert meetings[0].who | meetings[0].whom == {"Vera Orlova", "Tan Wei"}


def test_evidence_is_the_exact_words() -> None:
    annotation, _ = events_of(
        "Vera Orlova met Tan Wei in Moscow on Thursday. China later released a plan for peace."
    )
    assert annotation.events
    for e in annotation.events:
        for span in e.evidence:
            assert annotation.text[span.start : span.end] == span.text
        for m in (*e.sources, *e.targets):
            assert annotation.text[m.start : m.end] == m.text
        assert e.predicate is not None
        assert annotation.text[e.predicate.start : e.predicate.end] == e.predicate.text


def test_every_row_of_the_tables_codes_a_plover_root() -> None:
    for readings in verb_readings().values():
        for r in readings:
            assert r.root in QUADS
            assert r.frame in get_args(Frame)
    known = {c for n in act_nouns().values() for c in n.classes}
    asked = {o for rs in verb_readings().values() for r in rs for o in r.objects}
    assert asked <= known | {"0", "actor", "person"}


def test_holders_of_two_offices_meet_without_being_named() -> None:
    annotation, found = events_of(
        "The Indian and Turkish foreign ministers met for talks in Astana on Thursday."
    )
    (met,) = found
    assert (met.code, met.where, met.when) == ("CONSULT meet", "Astana", "2023-05-25")
    parties = {m.actor for e in annotation.events for m in (*e.sources, *e.targets)}
    assert len(parties) == 2
    assert None not in parties


def test_a_meeting_is_of_the_place_and_days_of_the_journey_it_was_part_of() -> None:
    annotation, found = events_of(
        "U.S. Secretary of State John Whitaker arrived in Beijing on Wednesday.\n"
        "After a meeting with Chinese Foreign Minister Tan Wei, Whitaker praised China."
    )
    met = next(f for f in found if f.code == "CONSULT meet")
    event = next(e for e in annotation.events if e.mode == "meet")
    assert met.where == "Beijing"
    assert str(event.date.earliest) == "2023-05-24"
    assert len(event.evidence) > 1


def test_the_place_of_the_summit_is_that_of_the_meeting_that_a_report_is_about() -> None:
    _, found = events_of(
        "Pavel Dostal met Lena Brandt on Thursday.\nCrowds were kept away from the summit in Oslo."
    )
    assert next(f for f in found if f.code == "CONSULT meet").where == "Oslo"


def test_another_bodys_summit_gives_no_place() -> None:
    _, found = events_of(
        "Pavel Dostal met Lena Brandt on Thursday.\nBoth had been at the NATO summit in Oslo."
    )
    assert next(f for f in found if f.code == "CONSULT meet").where is None


def test_a_planned_meeting_has_the_one_day_that_the_report_gives_it() -> None:
    annotation, _ = events_of(
        "Pavel Dostal has low expectations for his meeting with Lena Brandt.\n"
        "He is due to meet Brandt on Monday in Oslo."
    )
    days = {(str(e.date.earliest), str(e.date.latest)) for e in annotation.events}
    assert days == {("2023-05-29", "2023-05-29")}
    assert any(len(e.evidence) > 1 for e in annotation.events)


def test_the_meeting_that_a_report_is_about_is_of_the_day_of_mondays_summit() -> None:
    annotation, _ = events_of(
        "Pavel Dostal is preparing to meet Lena Brandt in Oslo.\n"
        "Protesters were kept away ahead of Monday's summit."
    )
    (met,) = [e for e in annotation.events if e.mode == "meet"]
    assert (str(met.date.day), met.status) == ("2023-05-29", "planned")


def test_another_meeting_keeps_its_own_open_days() -> None:
    annotation, _ = events_of(
        "Pavel Dostal will meet Lena Brandt on Monday in Oslo.\n"
        "Dostal and Brandt will meet again in Vienna."
    )
    again = max(annotation.events, key=lambda e: e.start)
    assert again.date.latest is None


def test_what_was_expected_in_a_passage_of_history_is_planned_for_then() -> None:
    annotation, _ = events_of(
        "November 2017, in Vietnam:\n"
        "Pavel Dostal and Lena Brandt were expected to hold talks during a forum."
    )
    (talks,) = annotation.events
    assert (talks.status, str(talks.date.earliest)) == ("planned", "2017-11-01")
    assert str(talks.date.latest) == "2017-11-30"


def test_his_meeting_is_his_whom_the_report_has_meet_the_other() -> None:
    annotation, _ = events_of(
        "Pavel Dostal is due to meet Lena Brandt on Monday.\n"
        "Anil Rao replied to Dostal's letter ahead of his meeting with Brandt."
    )
    meeting = next(e for e in annotation.events if e.predicate and e.predicate.text == "meeting")
    assert {m.text for m in meeting.sources} == {"Dostal"}


def test_a_visitor_arrives_on_the_day_of_the_first_meeting_or_on_its_eve() -> None:
    annotation, _ = events_of(
        "Pavel Dostal met Lena Brandt in Vienna on Wednesday. He has arrived in Vienna by train."
    )
    arrived = next(e for e in annotation.events if e.mode == "visit")
    assert (str(arrived.date.earliest), str(arrived.date.latest)) == ("2023-05-23", "2023-05-24")


def test_they_have_met_before_is_of_no_place_of_this_journey() -> None:
    annotation, _ = events_of(
        "Pavel Dostal arrived in Vienna on Wednesday.\nHe and Lena Brandt have met twice before."
    )
    met = next(e for e in annotation.events if e.mode == "meet")
    assert met.place is None


def test_a_plan_takes_no_day_of_what_somebody_else_said_of_it() -> None:
    annotation, _ = events_of(
        "Anil Rao told reporters in Oslo on Friday that Dostal wanted the meeting with Lena Brandt"
        " to go ahead.\nPavel Dostal reaffirmed his will to hold the meeting with Brandt."
    )
    days = {e.date.day for e in annotation.events if e.mode == "meet"}
    statuses = {e.status for e in annotation.events if e.mode == "meet"}
    assert (days, statuses) == ({None}, {"planned"})


def test_a_definite_meeting_takes_the_day_of_the_contact_of_its_parties() -> None:
    annotation, _ = events_of(
        "Pavel Dostal told Lena Brandt on Wednesday that he was ready.\n"
        "During the meeting with Brandt, Dostal praised Norway."
    )
    met = next(e for e in annotation.events if e.mode == "meet")
    assert (str(met.date.day), len(met.evidence)) == ("2023-05-24", 2)


def test_two_speakers_are_no_parties_of_a_summit_to_come() -> None:
    annotation, _ = events_of(
        "The summit in Vienna will send a message, Erik Lund said.\n"
        "Lund held talks with President Emre Aksoy on Monday."
    )
    assert not [e for e in annotation.events if e.mode == "meet"]


def test_what_an_outlet_reports_and_an_office_announces_is_no_mere_claim() -> None:
    annotation, _ = events_of(
        "Norwegian Foreign Minister Erik Lund announced that an Omani diplomat had been expelled."
    )
    (expelled,) = annotation.events
    assert (expelled.status, expelled.sources) == ("happened", ())


def test_an_occasion_that_is_disclosed_later_has_no_day_of_the_telling() -> None:
    annotation, _ = events_of(
        "Pavel Dostal disclosed raising the matter during discussions with Lena Brandt."
    )
    (talks,) = annotation.events
    assert (talks.date.earliest, str(talks.date.latest)) == (None, "2023-05-26")


def test_all_who_make_a_joint_statement_are_its_sources() -> None:
    annotation, _ = events_of("Norway issued a joint statement with Oman and Qatar on Monday.")
    (stated,) = annotation.events
    assert (stated.type, stated.mode) == ("AGREE", "joint-statement")
    assert [m.text for m in stated.sources] == ["Norway", "Oman", "Qatar"]
    assert not stated.targets


def test_a_signing_is_where_its_ceremony_was() -> None:
    annotation, _ = events_of(
        "Norway and Oman signed a gas deal on Monday. The ceremony took place in Vienna."
    )
    (signed,) = [e for e in annotation.events if e.mode == "sign"]
    assert signed.place is not None
    assert signed.place.name == "Vienna"

"""Which time dates which act, on hand-made trees."""

from __future__ import annotations

from datetime import date

from coranto.language.document import Document
from coranto.times import Dating, date_of, recognise, resolve
from coranto.types import DateRange

from .trees import tree, word

FRIDAY = DateRange(date(2023, 5, 26), date(2023, 5, 26))


def day(year: int, month: int, number: int) -> DateRange:
    return DateRange(date(year, month, number), date(year, month, number))


def dated(doc: Document, form: str, anchor: DateRange | None = FRIDAY, nth: int = 0) -> Dating:
    times = resolve(doc, recognise(doc), anchor)
    return date_of(doc, word(doc, form, nth), times, anchor)


MET = tree(
    "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj in/ADP/5/case Riga/PROPN/2/obl "
    "on/ADP/7/case Monday/PROPN/2/obl ./PUNCT/2/punct"
)


def test_a_time_of_the_verb() -> None:
    found = dated(MET, "met")
    assert (found.dates, found.basis) == (day(2023, 5, 22), "time expression")
    assert found.time is not None
    assert found.time.text == "Monday"


def test_a_time_inside_the_phrases_of_the_verb() -> None:
    doc = tree(
        "In/ADP/2/case remarks/NOUN/9/obl before/ADP/5/case their/PRON/5/nmod:poss "
        "talks/NOUN/2/nmod Monday/PROPN/5/nmod:tmod ,/PUNCT/2/punct Novak/PROPN/9/nsubj "
        "praised/VERB/0/root growth/NOUN/9/obj"
    )
    assert dated(doc, "praised").dates == day(2023, 5, 22)
    assert dated(doc, "talks").dates == day(2023, 5, 22)


def test_a_background_clause_keeps_its_time_to_itself() -> None:
    doc = tree(
        "The/DET/2/det visit/NOUN/3/nsubj came/VERB/0/root after/SCONJ/6/mark Li/PROPN/6/nsubj "
        "met/VERB/3/advcl Novak/PROPN/6/obj earlier/ADV/10/advmod this/DET/10/det "
        "month/NOUN/6/obl:tmod ./PUNCT/3/punct"
    )
    assert dated(doc, "met").dates == DateRange(date(2023, 5, 1), date(2023, 5, 26))
    came = dated(doc, "came")
    assert came.basis == "publication"
    assert came.dates == DateRange(date(2023, 5, 25), date(2023, 5, 26))


def test_a_relative_clause_keeps_its_time_to_itself() -> None:
    doc = tree(
        "During/ADP/3/case the/DET/3/det meeting/NOUN/16/obl with/ADP/5/case Li/PROPN/3/nmod "
        ",/PUNCT/9/punct who/PRON/9/nsubj was/AUX/9/cop ambassador/NOUN/5/acl:relcl "
        "between/ADP/11/case 2009/NUM/9/obl and/CCONJ/13/cc 2019/NUM/11/conj ,/PUNCT/9/punct "
        "Novak/PROPN/16/nsubj praised/VERB/0/root Riga/PROPN/16/obj"
    )
    assert dated(doc, "praised").basis == "publication"
    term = dated(doc, "ambassador")
    assert term.dates == DateRange(date(2009, 1, 1), date(2019, 12, 31))


def test_what_is_reported_on_a_day_may_have_begun_before() -> None:
    doc = tree(
        "The/DET/2/det paper/NOUN/3/nsubj reported/VERB/0/root Friday/PROPN/3/obl:tmod "
        "that/SCONJ/8/mark Riga/PROPN/8/nsubj is/AUX/8/aux urging/VERB/3/ccomp "
        "talks/NOUN/8/obj ./PUNCT/3/punct"
    )
    assert dated(doc, "reported").dates == FRIDAY
    assert dated(doc, "urging").dates == DateRange(None, date(2023, 5, 26))


def test_what_is_announced_on_a_day_lies_after_it() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj said/VERB/0/root Monday/PROPN/2/obl:tmod he/PRON/6/nsubj "
        "would/AUX/6/aux visit/VERB/2/ccomp Riga/PROPN/6/obj"
    )
    assert dated(doc, "visit").dates == DateRange(date(2023, 5, 22), None)


def test_an_infinitive_shares_the_day_of_its_verb() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root with/ADP/4/case Li/PROPN/2/obl on/ADP/6/case "
        "Tuesday/PROPN/2/obl to/PART/8/mark sign/VERB/2/advcl deals/NOUN/8/obj"
    )
    assert dated(doc, "sign").dates == day(2023, 5, 23)


def test_joined_verbs_share_their_day() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj on/ADP/5/case Tuesday/PROPN/2/obl "
        "and/CCONJ/7/cc signed/VERB/2/conj deals/NOUN/7/obj"
    )
    assert dated(doc, "signed").dates == day(2023, 5, 23)


def test_the_time_of_the_thing_acted_on_is_not_that_of_the_act() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj rejected/VERB/0/root Monday/PROPN/5/nmod:poss 's/PART/3/case "
        "plan/NOUN/2/obj ./PUNCT/2/punct"
    )
    assert dated(doc, "plan").dates == day(2023, 5, 22)
    assert dated(doc, "rejected").dates == DateRange(date(2023, 5, 25), date(2023, 5, 26))


def test_a_nominal_after_which_it_happened_is_another_act() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj left/VERB/0/root Riga/PROPN/2/obj after/ADP/6/case a/DET/6/det "
        "meeting/NOUN/2/obl in/ADP/8/case March/PROPN/6/nmod ./PUNCT/2/punct"
    )
    assert dated(doc, "left").basis == "publication"
    assert dated(doc, "meeting").dates == DateRange(date(2023, 3, 1), date(2023, 3, 31))


def test_from_one_day_to_another() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj visited/VERB/0/root Riga/PROPN/2/obj from/ADP/5/case "
        "Sunday/PROPN/2/obl to/ADP/7/case Tuesday/PROPN/2/obl ./PUNCT/2/punct"
    )
    assert dated(doc, "visited").dates == DateRange(date(2023, 5, 21), date(2023, 5, 23))


def test_since_a_day_runs_to_the_publication() -> None:
    doc = tree(
        "Novak/PROPN/3/nsubj has/AUX/3/aux stayed/VERB/0/root since/ADP/5/case "
        "Monday/PROPN/3/obl ./PUNCT/3/punct"
    )
    assert dated(doc, "stayed").dates == DateRange(date(2023, 5, 22), date(2023, 5, 26))


def test_a_length_dates_nothing() -> None:
    doc = tree(
        "After/ADP/3/case two/NUM/3/nummod days/NOUN/7/obl of/ADP/5/case talks/NOUN/3/nmod "
        "Novak/PROPN/7/nsubj left/VERB/0/root"
    )
    found = dated(doc, "left")
    assert (found.basis, found.time) == ("publication", None)


def test_the_paragraph_goes_on_with_its_day() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj Monday/PROPN/2/obl:tmod",
        "They/PRON/2/nsubj signed/VERB/0/root a/DET/4/det treaty/NOUN/2/obj ./PUNCT/2/punct",
    )
    found = dated(doc, "signed")
    assert (found.dates, found.basis) == (day(2023, 5, 22), "narrative")


def test_another_paragraph_begins_anew() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj Monday/PROPN/2/obl:tmod",
        "|",
        "Riga/PROPN/2/nsubj closed/VERB/0/root its/PRON/4/nmod:poss embassy/NOUN/2/obj",
    )
    assert dated(doc, "closed").basis == "publication"


def test_what_goes_on_about_the_meeting_keeps_its_day() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj Monday/PROPN/2/obl:tmod",
        "|",
        "During/ADP/3/case the/DET/3/det meeting/NOUN/5/obl Novak/PROPN/5/nsubj "
        "praised/VERB/0/root Li/PROPN/5/obj ./PUNCT/5/punct",
    )
    found = dated(doc, "praised")
    assert (found.dates, found.basis) == (day(2023, 5, 22), "narrative")


def test_the_perfect_is_open_to_the_past() -> None:
    doc = tree(
        "Riga/PROPN/3/nsubj has/AUX/3/aux criticised/VERB/0/root the/DET/5/det plan/NOUN/3/obj"
    )
    assert dated(doc, "criticised").dates == DateRange(None, date(2023, 5, 26))


def test_a_plan_lies_ahead() -> None:
    doc = tree("Novak/PROPN/3/nsubj will/AUX/3/aux visit/VERB/0/root Riga/PROPN/3/obj")
    assert dated(doc, "visit").dates == DateRange(date(2023, 5, 26), None)


def test_with_no_publication_an_undated_act_is_unknown() -> None:
    doc = tree("Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj")
    assert dated(doc, "met", None) == Dating(DateRange(), "unknown")


def test_a_publication_range_widens_the_act() -> None:
    anchor = DateRange(date(2023, 3, 8), date(2023, 3, 31))
    doc = tree("Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj")
    assert dated(doc, "met", anchor).dates == DateRange(date(2023, 3, 7), date(2023, 3, 31))


def test_the_parse_decides_the_tense() -> None:
    will = tree(
        "Novak/PROPN/3/nsubj will/AUX/3/aux visit/VERB/0/root Riga/PROPN/3/obj in/ADP/6/case "
        "March/PROPN/3/obl"
    )
    plans = tree(
        "Novak/PROPN/2/nsubj plans/VERB/0/root to/PART/4/mark visit/VERB/2/xcomp Riga/PROPN/4/obj "
        "in/ADP/7/case March/PROPN/4/obl"
    )
    did = tree(
        "Novak/PROPN/2/nsubj visited/VERB/0/root Riga/PROPN/2/obj in/ADP/5/case March/PROPN/2/obl"
    )
    assert [dated(d, "Riga").dates.earliest for d in (will,)] == [date(2024, 3, 1)]
    assert dated(will, "visit").dates.earliest == date(2024, 3, 1)
    assert dated(plans, "visit").dates.earliest == date(2024, 3, 1)
    assert dated(did, "visited").dates.earliest == date(2023, 3, 1)


def test_a_year_wrongly_hung_beyond_its_relative_clause_stays_in_it() -> None:
    doc = tree(
        "During/ADP/3/case the/DET/3/det meeting/NOUN/14/obl with/ADP/5/case Li/PROPN/3/nmod "
        ",/PUNCT/9/punct who/PRON/9/nsubj was/AUX/9/cop envoy/NOUN/14/advcl until/ADP/11/case "
        "2019/NUM/3/nmod ,/PUNCT/3/punct Novak/PROPN/14/nsubj praised/VERB/0/root Riga/PROPN/14/obj"
    )
    assert dated(doc, "praised").basis == "publication"
    assert dated(doc, "meeting").basis == "publication"


def test_what_is_told_of_a_month_carries_on_within_its_paragraph() -> None:
    doc = tree(
        "In/ADP/3/case late/ADJ/3/amod April/PROPN/5/obl Novak/PROPN/5/nsubj called/VERB/0/root "
        "Li/PROPN/5/obj",
        "The/DET/2/det ministry/NOUN/4/nsubj then/ADV/4/advmod announced/VERB/0/root a/DET/6/det "
        "visit/NOUN/4/obj",
        "Riga/PROPN/2/nsubj welcomed/VERB/0/root it/PRON/2/obj",
    )
    announced, welcomed = dated(doc, "announced"), dated(doc, "welcomed")
    assert announced.dates == DateRange(date(2023, 4, 21), date(2023, 4, 30))
    assert welcomed.dates == DateRange(date(2023, 4, 21), date(2023, 5, 26))
    assert announced.basis == welcomed.basis == "narrative"


def test_a_clause_of_during_which_shares_the_day() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj on/ADP/5/case Tuesday/PROPN/2/obl "
        ",/PUNCT/10/punct during/ADP/8/case which/PRON/10/obl he/PRON/10/nsubj hailed/VERB/2/advcl "
        "trade/NOUN/10/obj"
    )
    assert dated(doc, "hailed").dates == day(2023, 5, 23)


def test_a_past_year_cannot_date_what_is_to_come() -> None:
    doc = tree(
        "It/PRON/3/nsubj would/AUX/3/aux keep/VERB/0/root land/NOUN/3/obj from/ADP/6/case "
        "2014/NUM/3/obl"
    )
    assert dated(doc, "keep").time is None

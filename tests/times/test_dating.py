"""Which time dates which act, on hand-made trees."""

from __future__ import annotations

from datetime import date

import pytest

from coranto.language.document import Document
from coranto.times import Dating, date_of, recognise, resolve
from coranto.types import DateRange

from .trees import plain, tree, word

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


# --- plans, asides and the publication ---------------------------------------------------------

CROSSED = "Lind/PROPN/2/nsubj crossed/VERB/0/root the/DET/4/det line/NOUN/2/obj Monday/PROPN/2/obl"
REUNIONS = (
    "They/PRON/2/nsubj agreed/VERB/0/root to/PART/4/mark hold/VERB/2/xcomp talks/NOUN/4/obj "
    "on/ADP/7/case August/PROPN/4/obl 15/NUM/7/nummod"
)
ACCEPTED = "Novak/PROPN/2/nsubj accepted/VERB/0/root an/DET/4/det offer/NOUN/2/obj"


def test_the_time_of_a_plan_does_not_carry_on() -> None:
    doc = tree(CROSSED, REUNIONS, ACCEPTED)
    assert dated(doc, "hold").dates == day(2023, 8, 15)
    for form in ("agreed", "accepted"):
        found = dated(doc, form)
        assert (found.dates, found.basis) == (day(2023, 5, 22), "narrative")


def test_the_time_of_a_plan_alone_leaves_the_publication() -> None:
    doc = tree(
        "Talks/NOUN/5/nsubj on/ADP/3/case Tuesday/PROPN/1/nmod will/AUX/5/aux follow/VERB/0/root",
        ACCEPTED,
    )
    assert dated(doc, "accepted").basis == "publication"


def test_no_past_act_begins_after_the_publication() -> None:
    doc = tree(
        "They/PRON/2/nsubj agreed/VERB/0/root on/ADP/5/case talks/NOUN/5/compound "
        "June/PROPN/2/obl 6/NUM/5/nummod ./PUNCT/2/punct"
    )
    assert dated(doc, "agreed").dates == DateRange(date(2023, 5, 25), date(2023, 5, 26))


def test_a_past_act_of_this_month_ends_with_the_publication() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj this/DET/5/det month/NOUN/2/obl:tmod"
    )
    assert dated(doc, "met").dates == DateRange(date(2023, 5, 1), date(2023, 5, 26))


def test_the_time_of_what_is_to_come_does_not_date_its_telling() -> None:
    doc = tree(
        "Novak/PROPN/3/nsubj will/AUX/3/aux leave/VERB/0/root on/ADP/5/case Tuesday/PROPN/3/obl "
        ",/PUNCT/8/punct officials/NOUN/8/nsubj said/VERB/3/parataxis ./PUNCT/3/punct"
    )
    assert dated(doc, "leave").dates == day(2023, 5, 30)
    said = dated(doc, "said")
    assert (said.dates.latest, said.basis) == (date(2023, 5, 26), "publication")


def test_a_look_back_does_not_carry_on() -> None:
    doc = tree(
        CROSSED,
        "They/PRON/3/nsubj had/AUX/3/aux met/VERB/0/root on/ADP/5/case April/PROPN/3/obl "
        "3/NUM/5/nummod",
        ACCEPTED,
    )
    assert dated(doc, "met").dates == day(2023, 4, 3)
    assert dated(doc, "accepted").dates == day(2023, 5, 22)


def test_a_day_long_past_carries_on_as_a_bound() -> None:
    doc = tree(
        "Ties/NOUN/2/nsubj froze/VERB/0/root on/ADP/4/case June/PROPN/2/obl 3/NUM/4/nummod "
        ",/PUNCT/4/punct 2021/NUM/4/nmod ./PUNCT/2/punct",
        ACCEPTED,
        "Riga/PROPN/3/nsubj subsequently/ADV/3/advmod left/VERB/0/root Oslo/PROPN/3/obj",
    )
    assert dated(doc, "accepted").dates == DateRange(date(2021, 6, 3), date(2023, 5, 26))
    assert dated(doc, "left").dates == day(2021, 6, 3)


def test_a_clock_time_of_a_mere_year_dates_nothing() -> None:
    doc = tree(
        "Founded/VERB/0/root in/ADP/3/case 2014/NUM/1/obl ./PUNCT/1/punct",
        "|",
        "Novak/PROPN/2/nsubj spoke/VERB/0/root at/ADP/4/case noon/NOUN/2/obl ./PUNCT/2/punct",
    )
    found = dated(doc, "spoke")
    assert (found.time, found.basis) == (None, "publication")


# --- acts told in order ------------------------------------------------------------------------


def test_an_after_clause_ends_no_later_than_its_main_clause() -> None:
    doc = tree(
        "Riga/PROPN/2/nsubj cut/VERB/0/root ties/NOUN/2/obj in/ADP/5/case 2016/NUM/2/obl "
        "after/SCONJ/8/mark crowds/NOUN/8/nsubj stormed/VERB/2/advcl its/PRON/10/nmod:poss "
        "embassy/NOUN/8/obj and/CCONJ/12/cc burned/VERB/8/conj flags/NOUN/12/obj ./PUNCT/2/punct"
    )
    for form in ("stormed", "burned"):
        found = dated(doc, form)
        assert (found.dates, found.basis) == (DateRange(None, date(2016, 12, 31)), "sentence")
    assert dated(doc, "cut").dates == DateRange(date(2016, 1, 1), date(2016, 12, 31))


def test_a_noun_after_which_it_happened_is_bounded_too() -> None:
    doc = tree(
        "Riga/PROPN/2/nsubj cut/VERB/0/root ties/NOUN/2/obj in/ADP/5/case 2016/NUM/2/obl "
        "following/ADP/8/case the/DET/8/det storming/NOUN/2/obl of/ADP/11/case "
        "its/PRON/11/nmod:poss embassy/NOUN/8/nmod ./PUNCT/2/punct"
    )
    assert dated(doc, "storming").dates == DateRange(None, date(2016, 12, 31))


def test_a_before_clause_starts_no_earlier_than_its_main_clause() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj left/VERB/0/root Riga/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl "
        "before/SCONJ/8/mark Lind/PROPN/8/nsubj met/VERB/2/advcl Li/PROPN/8/obj ./PUNCT/2/punct"
    )
    assert dated(doc, "met").dates == DateRange(date(2023, 5, 22), date(2023, 5, 26))


def counted(words: str, relation: str) -> Document:
    number, unit = words.split()
    return tree(
        "Novak/PROPN/2/nsubj left/VERB/0/root Riga/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl "
        f"{number}/NUM/7/nummod {unit}/NOUN/10/nmod {relation}/ADP/10/case his/PRON/10/nmod:poss "
        "meeting/NOUN/2/obl with/ADP/12/case Lind/PROPN/10/nmod ./PUNCT/2/punct"
    )


@pytest.mark.parametrize(
    ("words", "relation", "first", "last"),
    [
        ("eight days", "after", (2023, 5, 14), (2023, 5, 14)),
        ("three days", "before", (2023, 5, 25), (2023, 5, 25)),
        ("two weeks", "after", (2023, 5, 5), (2023, 5, 11)),
    ],
)
def test_counted_days_date_the_inner_act(
    words: str, relation: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    doc = counted(words, relation)
    found = dated(doc, "meeting")
    assert found.dates == DateRange(date(*first), date(*last))
    assert found.time is not None
    assert found.time.text == words
    assert dated(doc, "left").dates == day(2023, 5, 22)


def test_a_vague_count_only_bounds() -> None:
    assert dated(counted("several days", "after"), "meeting").dates == DateRange(
        None, date(2023, 5, 22)
    )


def test_counted_days_date_the_outer_act() -> None:
    doc = tree(
        "Two/NUM/2/nummod days/NOUN/5/obl after/SCONJ/5/mark Lind/PROPN/5/nsubj left/VERB/10/advcl "
        "on/ADP/7/case Monday/PROPN/5/obl ,/PUNCT/10/punct Novak/PROPN/10/nsubj met/VERB/0/root "
        "Li/PROPN/10/obj ./PUNCT/10/punct"
    )
    assert dated(doc, "left").dates == day(2023, 5, 22)
    assert dated(doc, "met").dates == day(2023, 5, 24)


def test_a_time_at_the_end_is_that_of_the_counted_act() -> None:
    doc = tree(
        "The/DET/2/det talks/NOUN/3/nsubj came/VERB/0/root four/NUM/5/nummod days/NOUN/8/nmod "
        "after/ADP/8/case a/DET/8/det call/NOUN/3/obl with/ADP/10/case Li/PROPN/8/nmod "
        "on/ADP/12/case Sunday/PROPN/3/obl ./PUNCT/3/punct"
    )
    assert dated(doc, "call").dates == day(2023, 5, 21)
    for form in ("came", "talks"):
        assert dated(doc, form).dates == day(2023, 5, 25)


def test_counted_from_the_meeting_told_before() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj met/VERB/0/root Li/PROPN/2/obj Monday/PROPN/2/obl:tmod",
        "He/PRON/2/nsubj left/VERB/0/root two/NUM/4/nummod days/NOUN/7/nmod after/ADP/7/case "
        "the/DET/7/det meeting/NOUN/2/obl ./PUNCT/2/punct",
    )
    assert dated(doc, "meeting").dates == day(2023, 5, 22)
    assert dated(doc, "left").dates == day(2023, 5, 24)


def test_a_time_that_cannot_be_placed_is_bounded_by_the_publication() -> None:
    assert dated(MET, "met", DateRange(None, date(2023, 3, 31))).dates == DateRange(
        None, date(2023, 3, 31)
    )
    assert dated(MET, "met", DateRange(date(2016, 1, 1), None)).dates == DateRange()


def test_what_a_plan_follows_is_bounded_by_the_publication() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj agreed/VERB/0/root to/PART/4/mark delay/VERB/2/xcomp polls/NOUN/4/obj "
        "to/ADP/7/case August/PROPN/4/obl 20/NUM/7/nummod after/SCONJ/10/mark losing/VERB/4/advcl "
        "ground/NOUN/10/obj ./PUNCT/2/punct"
    )
    assert dated(doc, "losing").dates.latest == date(2023, 5, 26)


def test_an_infinitive_that_is_no_plan_dates_its_sentence() -> None:
    doc = tree(
        "Novak/PROPN/2/nsubj refused/VERB/0/root to/PART/4/mark comment/VERB/2/xcomp "
        "yesterday/NOUN/4/obl:tmod on/ADP/8/case the/DET/8/det drafts/NOUN/4/obl ./PUNCT/2/punct"
    )
    assert dated(doc, "refused").dates == day(2023, 5, 25)


SAID_MONDAY = (
    "Holm/PROPN/2/nsubj said/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl that/SCONJ/7/mark "
    "he/PRON/7/nsubj agreed/VERB/2/ccomp ./PUNCT/2/punct"
)


def test_earlier_begins_what_came_before_the_time_told() -> None:
    vowed = (
        "{}/ADV/4/advmod ,/PUNCT/4/punct he/PRON/4/nsubj refused/VERB/0/root "
        "talks/NOUN/4/obj ./PUNCT/4/punct"
    )
    found = dated(tree(SAID_MONDAY, vowed.format("Earlier")), "refused")
    assert found.dates == DateRange(None, date(2023, 5, 22))
    alone = dated(tree(vowed.format("Previously")), "refused")
    assert alone.dates == DateRange(None, date(2023, 5, 26))
    now = dated(tree(SAID_MONDAY, vowed.format("Again")), "refused")
    assert now.dates == day(2023, 5, 22)


@pytest.mark.parametrize(("place", "known"), [("Ohrid", False), ("", True)])
def test_the_day_of_a_saying_is_not_that_of_a_meeting_elsewhere(place: str, known: bool) -> None:
    where = f"in/ADP/7/case {place}/PROPN/5/nmod " if place else ""
    doc = tree(
        SAID_MONDAY,
        "|",
        "Envoys/NOUN/2/nsubj signed/VERB/0/root at/ADP/5/case the/DET/5/det meeting/NOUN/2/obl "
        + where
        + "./PUNCT/2/punct",
    )
    found = dated(doc, "signed")
    assert found.dates == DateRange(date(2023, 5, 22) if known else None, found.dates.latest)
    assert found.dates.latest == date(2023, 5, 22 if known else 26)


def test_what_was_later_done_or_ordered_by_a_court_may_lie_long_before() -> None:
    later = tree(
        "Holm/PROPN/3/nsubj later/ADV/3/advmod opened/VERB/0/root mines/NOUN/3/obj ./PUNCT/3/punct"
    )
    assert dated(later, "opened").dates == DateRange(None, date(2023, 5, 26))
    ordered = (
        "Holm/PROPN/3/nsubj:pass was/AUX/3/aux:pass ordered/VERB/0/root by/ADP/6/case a/DET/6/det "
        "court/NOUN/3/obl to/PART/8/mark leave/VERB/3/xcomp ./PUNCT/3/punct"
    )
    news = DateRange(date(2023, 5, 25), date(2023, 5, 26))
    assert dated(tree(ordered), "ordered").dates == news
    recalled = tree(SAID_MONDAY, ordered)
    assert dated(recalled, "ordered").dates == DateRange(None, date(2023, 5, 26))


def test_weeks_and_months_ago_are_half_a_unit_wide_either_way() -> None:
    (weeks,) = resolve(doc := plain("They met three weeks ago."), recognise(doc), FRIDAY)
    assert weeks.dates == DateRange(date(2023, 5, 2), date(2023, 5, 8))
    (months,) = resolve(doc := plain("They met two months ago."), recognise(doc), FRIDAY)
    assert months.dates == DateRange(date(2023, 3, 11), date(2023, 4, 10))
    assert (weeks.value, months.value) == ("2023-W18", "2023-03")

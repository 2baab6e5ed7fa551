"""Lemmas of the words that news about diplomacy is made of."""

from __future__ import annotations

import pytest

from coranto.language.lemma import lemma


@pytest.mark.parametrize(
    "pair",
    """
    said:say says:say saying:say met:meet meets:meet meeting:meet sought:seek told:tell held:hold
    holding:hold urged:urge urges:urge urging:urge agreed:agree agreeing:agree agrees:agree
    denied:deny denies:deny denying:deny visited:visit visiting:visit signed:sign signing:sign
    announced:announce announcing:announce discussed:discuss discusses:discuss condemned:condemn
    called:call calling:call stopped:stop stopping:stop planned:plan planning:plan travelled:travel
    traveling:travel arrived:arrive arriving:arrive hosted:host hosting:host warned:warn
    welcomed:welcome stressed:stress pledged:pledge proposed:propose refused:refuse accused:accuse
    criticised:criticise criticized:criticize rejected:reject vetoed:veto supported:support
    launched:launch launches:launch attacked:attack killed:kill imposed:impose imposing:impose
    lifted:lift reiterated:reiterate mediated:mediate negotiated:negotiate continued:continue
    issued:issue argued:argue scheduled:schedule cancelled:cancel canceled:cancel expected:expect
    left:leave went:go took:take gave:give came:come wrote:write spoke:speak began:begin
    has:have was:be were:be is:be been:be did:do using:use hoped:hope reported:report
    quoted:quote noted:note voted:vote adding:add added:add tries:try tried:try dying:die
    resumed:resume reached:reach ended:end needed:need passed:pass released:release
    increased:increase shared:share prepared:prepare offered:offer entered:enter occurred:occur
    referred:refer committed:commit permitted:permit submitted:submit admitted:admit
    wanted:want treated:treat repeated:repeat created:create stated:state
    """.split(),
)
def test_verbs(pair: str) -> None:
    form, base = pair.split(":")
    assert lemma(form, "VERB") == base


@pytest.mark.parametrize(
    "pair",
    """
    talks:talk countries:country ministers:minister men:man women:woman children:child
    crises:crisis parties:party forces:force losses:loss taxes:tax allies:ally lives:life
    news:news series:series headquarters:headquarters measures:measure sanctions:sanction
    addresses:address envoys:envoy heroes:hero status:status meeting:meeting bases:basis
    """.split(),
)
def test_nouns(pair: str) -> None:
    form, base = pair.split(":")
    assert lemma(form, "NOUN") == base


def test_a_tag_decides() -> None:
    assert lemma("found", "VERB", "VBD") == "find"
    assert lemma("found", "VERB", "VB") == "found"
    assert lemma("bring", "VERB", "VB") == "bring"
    assert lemma("larger", "ADJ", "JJR") == "large"
    assert lemma("biggest", "ADJ", "JJS") == "big"
    assert lemma("easier", "ADJ", "JJR") == "easy"


def test_closed_classes_and_names() -> None:
    assert lemma("n\u2019t", "PART") == "not"
    assert lemma("wo", "AUX") == "will"
    assert lemma("an", "DET") == "a"
    assert lemma("them", "PRON") == "they"
    assert lemma("Netherlands", "PROPN") == "Netherlands"
    assert lemma("The", "DET") == "the"


def test_the_tag_of_a_noun_does_not_hide_the_form_of_a_verb() -> None:
    assert lemma("plans", "VERB", "NNS") == "plan"
    assert lemma("meeting", "VERB", "NN") == "meet"
    assert lemma("plans", "VERB", "VBP") == "plan"
    assert [lemma(w, "VERB", "VB") for w in ("focus", "discuss", "bias")] == [
        "focus", "discuss", "bias",
    ]  # fmt: skip

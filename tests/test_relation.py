"""The PLOVER relation of two given parties: the model's head first, the rules where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto import code_relation
from coranto.language.model import LanguageModel
from coranto.relation import party_places

CASES = [
    ("Norway condemned the arrest of its envoy by Belarus.", "Norway", "Belarus", "ACCUSE"),
    ("The Finnish army shelled a village held by Ruritanian rebels on Sunday.", "The Finnish army",
     "Ruritanian rebels", "ASSAULT"),
    ("Sweden sent tents and medicine to flooded towns in Moldova.", "Sweden", "Moldova", "AID"),
    ("Poland refused to grant the Ruritanian minister a visa.", "Poland",
     "the Ruritanian minister", "REJECT"),
    ("The premier met the Danish foreign minister in Oslo on Monday.", "The premier",
     "the Danish foreign minister", "CONSULT"),
    # In PLOVER to impose sanctions is to coerce; to sanction is to break off what there was.
    ("Brussels imposed sanctions on three Ruritanian banks.", "Brussels",
     "three Ruritanian banks", "COERCE"),
    ("The EU suspended talks with Ruritania.", "The EU", "Ruritania", "SANCTION"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "target", "root"), CASES)
def test_plain_acts(sentence: str, source: str, target: str, root: str) -> None:
    assert code_relation(sentence, source, target)[0] == root


def test_quads_follow_the_roots() -> None:
    found = [code_relation(s, a, b) for s, a, b, _ in CASES]
    quads = {"ACCUSE": "V-CONF", "ASSAULT": "M-CONF", "AID": "M-COOP", "REJECT": "V-CONF",
             "CONSULT": "V-COOP", "COERCE": "M-CONF", "SANCTION": "M-CONF"}  # fmt: skip
    assert all(quad == quads[root] for root, quad in found)


def test_a_party_that_does_not_stand_there_is_left_to_the_rules() -> None:
    assert party_places("Norway praised the accord.", "Norway", "Atlantis") is None
    assert code_relation("Norway praised the accord.", "Norway", "Atlantis") == (
        "SUPPORT", "V-COOP",
    )  # fmt: skip


def test_the_longer_party_is_placed_first() -> None:
    sentence = "China's parliament thanked China for its help."
    parliament, country = party_places(sentence, "China's parliament", "China") or ((0, 0), (0, 0))
    assert sentence[slice(*parliament)] == "China's parliament"
    assert country == (27, 32)


@given(st.text(max_size=60), st.text(max_size=12), st.text(max_size=12))
def test_places_lie_in_the_sentence_and_apart(sentence: str, source: str, target: str) -> None:
    places = party_places(sentence, source, target)
    if places is not None:
        (a, b), (c, d) = places
        assert 0 <= a < b <= len(sentence)
        assert 0 <= c < d <= len(sentence)
        assert b <= c or d <= a


def test_the_head_gives_a_distribution(model: LanguageModel) -> None:
    sentence = CASES[0][0]
    scores = model.relation(sentence, (0, 6), (45, 52))
    assert sum(scores.values()) == pytest.approx(1, abs=1e-3)
    assert max(scores, key=lambda root: scores[root]) == "ACCUSE"

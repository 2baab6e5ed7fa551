"""Whom words for two or more mean, and words for one that do not name him: kind by kind.

Sentences of our own; persons in them are invented but where a public office is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coranto.actors import find_mentions, resolve_actors
from coranto.language.document import Document
from coranto.types import DateRange

MakeDocument = Callable[..., Document]
Tree = dict[str, tuple[str, str]]

JULY_2018 = DateRange(date(2018, 7, 16), date(2018, 7, 16))

HARITH = "Omani Foreign Minister Badr Harith"
SRISAI = "Thai Foreign Minister Anan Srisai"
OTIENO = "Kenyan President Daniel Otieno"
VIDAL = "Chilean President Luz Vidal"
TWO = "Badr Harith+Anan Srisai"
LEADERS = "Daniel Otieno+Luz Vidal"
FILLER = "Rain fell. Trees grew. Snow came. Wind rose. "

# Text, the words in question (their last occurrence), their actors.
Case = tuple[str, str, str]

PERSONS: list[Case] = [
    (f"{HARITH} met {SRISAI}. The pair spoke.", "The pair", TWO),
    (f"{HARITH} met {SRISAI}. The duo left.", "The duo", TWO),
    (f"{HARITH} met {SRISAI}. Rain fell. The two men left.", "The two men", TWO),
    (f"{HARITH} met {SRISAI}. {FILLER}The two ministers left.", "The two ministers", TWO),
    (f"{HARITH} met {SRISAI}. {FILLER}Both ministers left.", "Both ministers", TWO),
    (f"{OTIENO} and {VIDAL} met. {FILLER}The two leaders left.", "The two leaders", LEADERS),
    (f"{OTIENO} and {VIDAL} met. {FILLER}The two presidents left.", "The two presidents", LEADERS),
    # the two of whom the report tells, not who stands nearest
    (f"{OTIENO} met {VIDAL}. Otieno thanked Vidal. Jane Mbeki praised Otieno. "
     "The two leaders left.", "The two leaders", LEADERS),
    (f"{OTIENO} met {VIDAL}. {HARITH} met {SRISAI}. The two ministers left.",
     "The two ministers", TWO),
    (f"{HARITH} met {SRISAI}. {OTIENO} met {VIDAL}. The two ministers left.",
     "The two ministers", TWO),
    # a word for ministers too, but not for those of a body of others
    (f"{HARITH} met {SRISAI}. The leaders also agreed to talk.", "The leaders", TWO),
    (f"{OTIENO} met {VIDAL}. {FILLER}The leaders left.", "The leaders", ""),
    (f"{OTIENO} met {VIDAL}. The leaders of the alliance left.", "The leaders", ""),
    # nobody stands out
    (f"{HARITH} met {SRISAI} and Chilean Foreign Minister Luz Vidal. The pair left.",
     "The pair", ""),
    (f"{HARITH} spoke. A pair of envoys left.", "A pair", ""),
]  # fmt: skip

SEVERAL: list[Case] = [
    (
        "Jo Reed, Al Stone and Max Hill came home. The three men left.",
        "The three men",
        "Jo Reed+Al Stone+Max Hill",
    ),
    (
        "Jo Reed, Al Stone and Max Hill came home. All three men left.",
        "All three men",
        "Jo Reed+Al Stone+Max Hill",
    ),
    (
        "The three men, Jo Reed, Al Stone and Max Hill, left.",
        "The three men",
        "Jo Reed+Al Stone+Max Hill",
    ),
    ("Jo Reed and Al Stone came home. The three men left.", "The three men", ""),
    (
        "Jo Reed, Al Stone and Max Hill came home. Later they left.",
        "they",
        "Jo Reed+Al Stone+Max Hill",
    ),
    ("Jo Reed and Al Stone came home. Later they left.", "they", "Jo Reed+Al Stone"),
]

COUNTRIES: list[Case] = [
    ("Kenya spoke of ties between rivals Oman and Thailand. The two rivals agreed.",
     "The two rivals", "Oman+Thailand"),
    ("The three countries \u2014 Oman, Thailand and Kenya \u2014 agreed.", "The three countries",
     "Oman+Thailand+Kenya"),
    ("The two neighbours: Oman and Yemen agreed.", "The two neighbours", "Oman+Yemen"),
    (f"{HARITH} met {SRISAI}. {FILLER}The two countries agreed.", "The two countries",
     "Oman+Thailand"),
    ("Lawmakers from both parties left.", "both parties", ""),
    ("The government said Oman and Kenya signed. Members in both parties left.", "both parties",
     ""),
]  # fmt: skip

STATES: list[Case] = [
    ("Saudi Arabia cut ties. The kingdom said so.", "The kingdom", "Saudi Arabia"),
    ("Jordan met Egypt. The kingdom agreed.", "The kingdom", "Jordan"),
    ("Qatar met Egypt. The emirate agreed.", "The emirate", "Qatar"),
    ("Oman met Egypt. The sultanate agreed.", "The sultanate", "Oman"),
    ("Iran met Oman. The Islamic Republic agreed.", "The Islamic Republic", "Iran"),
    ("Egypt met Kenya. The kingdom agreed.", "The kingdom", ""),
    ("North Korea spoke. Later the North said no.", "the North", "North Korea"),
    ("North Korea spoke. Later the South said no.", "the South", "South Korea"),
    ("Oman spoke. Later the North said no.", "the North", ""),
    ("North Korea met envoys of the North Atlantic.", "the North", ""),
    ("President Daniel Otieno of Kenya spoke. The Otieno government agreed.",
     "The Otieno government", "Kenya"),
    (f"{OTIENO} spoke. The Otieno administration agreed.", "The Otieno administration", "Kenya"),
    ("US officials met Kenya. The administration agreed.", "The administration", "United States"),
    ("The Defence Ministry in Tokyo agreed.", "The Defence Ministry", "Japanese Defense Ministry"),
    ("The embassy in Tokyo agreed.", "The embassy", "?"),
    ("Oman met US ally Kenya.", "US ally", "Kenya"),
    ("Oman met Kenya, an ally of the United States.", "an ally of the United States", "Kenya"),
    ("Oman spoke of a trade partner.", "a trade partner", ""),
    ("Chinese state-run media reported it.", "Chinese state-run media", "Chinese media"),
    ("China's official news agency reported it.", "China's official news agency",
     "Chinese media"),
    ("North Korea's own media reported it.", "North Korea's own media", "North Korean media"),
    ("Badr Harith's government agreed.", "Badr Harith", "Badr Harith"),
]  # fmt: skip

ONE: list[Case] = [
    ("China's most senior diplomat Hu Weiming left.", "China's most senior diplomat Hu Weiming",
     "Hu Weiming"),
    ("The most senior Chinese diplomat left.", "The most senior Chinese diplomat", "Wang Yi"),
    ("The commander-in-chief spoke. President Donald Trump left.", "President Donald Trump",
     "Donald Trump"),
    ("President Donald Trump came. The commander-in-chief spoke.", "The commander-in-chief",
     "Donald Trump"),
    ("President Donald Trump and the first lady left.", "the first lady", "Melania Trump"),
    ("Kenyan President Daniel Otieno and the first lady left.", "the first lady",
     "Kenyan First Lady"),
    ("The Polish president met the pope.", "the pope", "Francis"),
    ("Secretary of Kenya's National Security Council, Joe Maina, left.",
     "Secretary of Kenya's National Security Council", "Joe Maina"),
    (f"{OTIENO} spoke. The leader of Kenya's opposition left.", "The leader", "Daniel Otieno"),
    ("China's Xi Jingping left.", "Xi Jingping", "Xi Jinping"),
    # the outlet's own president is named without his nation
    ("President Ann Field met Kenyan President Daniel Otieno. Rain fell on the president.",
     "the president", "Ann Field"),
    ("Joe Kim, Al Kim and North Korean leader Kim Jong Un came. Kim left.", "Kim", "Kim Jong Un"),
    ("The Bolivian president left.", "The Bolivian president", "Evo Morales"),
    ("The Irish prime minister left.", "The Irish prime minister", "Leo Varadkar"),
    ("The Emir of Kuwait left.", "The Emir of Kuwait", "Sabah al-Ahmad al-Jaber al-Sabah"),
    ("The Ugandan president left.", "The Ugandan president", "Yoweri Museveni"),
    ("Cambodia's prime minister left.", "Cambodia's prime minister", "Hun Sen"),
    ("The Colombian president left.", "The Colombian president", "Juan Manuel Santos"),
]  # fmt: skip

CASES = [*PERSONS, *SEVERAL, *COUNTRIES, *STATES, *ONE]


def found_actors(doc: Document, words: str, dates: DateRange) -> str:
    """The actors of the last mention that is ``words``; "?" for a mention of no known actor."""
    mentions = find_mentions(doc)
    resolution = resolve_actors([("r", mentions, dates)])
    names = {a.id: a.name for a in resolution.actors}
    found = [(i, m) for i, m in enumerate(mentions) if m.text == words]
    if not found:
        return ""
    at, mention = found[-1]
    if mention.members:
        return "+".join(names[resolution.keys["r"][k]] for k in mention.members)
    return names.get(resolution.mentions["r"].get(at, ""), "?")


NAMED = ("Jo Reed", "Al Stone", "Max Hill", "Jane Mbeki", "Hu Weiming", "Ann Field", "Joe Kim",
         "Al Kim", "Joe Maina", "Xi Jingping", "Badr Harith", "Anan Srisai")  # fmt: skip


@pytest.mark.parametrize(("text", "words", "actors"), CASES, ids=[f"{c[1]}: {c[0]}" for c in CASES])
def test_words_lead_to_actors(
    make_document: MakeDocument, text: str, words: str, actors: str
) -> None:
    names = [(n, "person") for n in NAMED if n in text]
    assert found_actors(make_document(text, names=names), words, JULY_2018) == actors


MET = f"{HARITH} met {SRISAI}. "
SUBJECT: list[tuple[str, str, Tree, str]] = [
    ("Oman and Thailand agreed. The two countries spoke.", "The two countries",
     {"Oman": ("nsubj", "agreed"), "Thailand": ("conj", "Oman")}, "Oman+Thailand"),
    ("Oman and Kenya signed. Both parties agreed.", "Both parties",
     {"Oman": ("nsubj", "signed"), "Kenya": ("conj", "Oman")}, "Oman+Kenya"),
    ("Oman and Thailand agreed. Kenya rejected war in Chile, where the two powers met.",
     "the two powers",
     {"Oman": ("nsubj", "agreed"), "Thailand": ("conj", "Oman"), "Kenya": ("nsubj", "rejected"),
      "Chile": ("obl", "rejected"), "powers": ("nsubj", "met"), "met": ("acl", "Chile")},
     "Oman+Thailand"),
    (MET + "The two shook hands.", "The two",
     {"shook": ("root", "-"), "two": ("nsubj", "shook"), "The": ("det", "two")}, TWO),
    (MET + "Both left.", "Both", {"left": ("root", "-"), "Both": ("nsubj", "left")}, TWO),
    (MET + "They speak of trade.", "They",
     {"speak": ("root", "-"), "They": ("nsubj", "speak")}, TWO),
    (MET + "Kenyan officials expect progress when they meet.", "they",
     {"meet": ("advcl", "expect"), "they": ("nsubj", "meet"), "expect": ("root", "-")}, TWO),
    (MET + "Kenyan officials expect progress when they meet Otieno.", "they",
     {"meet": ("advcl", "expect"), "they": ("nsubj", "meet"), "Otieno": ("obj", "meet"),
      "expect": ("root", "-")}, "Kenyan officials"),
    (MET + "They fell.", "They", {"fell": ("root", "-"), "They": ("nsubj", "fell")}, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "tree", "actors"), SUBJECT, ids=[f"{s[1]}: {s[0]}" for s in SUBJECT]
)
def test_subjects_that_are_two(
    make_document: MakeDocument, text: str, words: str, tree: Tree, actors: str
) -> None:
    doc = make_document(text, tree, names=[(n, "person") for n in NAMED if n in text])
    assert found_actors(doc, words, JULY_2018) == actors


NOT_PERSONS = ["R", "Senator", "President"]


@pytest.mark.parametrize("word", NOT_PERSONS)
def test_no_name_by_itself(make_document: MakeDocument, word: str) -> None:
    doc = make_document(f"Later {word} spoke.", names=[(word, "person")])
    assert not [m for m in find_mentions(doc) if m.form == "name"]


def test_name_is_not_cut_at_a_hyphen(make_document: MakeDocument) -> None:
    doc = make_document("Envoy Lim Ha-na left.", names=[("Lim Ha-", "person")])
    assert [m.name for m in find_mentions(doc)] == ["Lim Ha-na"]


@pytest.mark.parametrize("noun", ["summit", "talks", "meeting", "accord"])
def test_capital_of_a_meeting_is_a_place(make_document: MakeDocument, noun: str) -> None:
    doc = make_document(f"Oman praised the Helsinki {noun}.", names=[("Helsinki", "place")])
    assert [m.name for m in find_mentions(doc)] == ["Oman"]

"""Who is meant, kind by kind: sentences of our own, with the actor of each mention in question.

Persons who can be looked up are real and do nothing that matters; all others are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from coranto.actors import find_mentions, resolve_actors
from coranto.language.document import Document
from coranto.types import DateRange

MakeDocument = Callable[..., Document]

MAY_26 = DateRange(date(2023, 5, 26), date(2023, 5, 26))

# Text; persons that the model finds; the mention in question; its actor or actors.
Case = tuple[str, str, str, str]

OFFICES: list[Case] = [
    ("The Russian foreign minister left.", "", "The Russian foreign minister", "Sergei Lavrov"),
    ("Russia's foreign minister left.", "", "Russia's foreign minister", "Sergei Lavrov"),
    ("The Chinese foreign minister left.", "", "The Chinese foreign minister", "Qin Gang"),
    ("China's foreign minister left.", "", "China's foreign minister", "Qin Gang"),
    ("The Ukrainian foreign minister left.", "", "The Ukrainian foreign minister",
     "Dmytro Kuleba"),
    ("The British foreign secretary left.", "", "The British foreign secretary",
     "James Cleverly"),
    ("The US secretary of state left.", "", "The US secretary of state", "Antony Blinken"),
    ("The top US diplomat left.", "", "The top US diplomat", "Antony Blinken"),
    ("The Chinese leader left.", "", "The Chinese leader", "Xi Jinping"),
    ("The Indian leader left.", "", "The Indian leader", "Narendra Modi"),
    ("The German leader left.", "", "The German leader", "Olaf Scholz"),
    ("The French president left.", "", "The French president", "Emmanuel Macron"),
    ("The German chancellor left.", "", "The German chancellor", "Olaf Scholz"),
    ("The Japanese prime minister left.", "", "The Japanese prime minister", "Fumio Kishida"),
    ("Japan's premier left.", "", "Japan's premier", "Fumio Kishida"),
    ("The U.N. chief left.", "", "The U.N. chief", "Antonio Guterres"),
    ("The NATO chief left.", "", "The NATO chief", "Jens Stoltenberg"),
    ("The European Commission president left.", "", "The European Commission president",
     "Ursula von der Leyen"),
    ("The IAEA chief left.", "", "The IAEA chief", "Rafael Grossi"),
    ("The Saudi crown prince left.", "", "The Saudi crown prince", "Mohammed bin Salman"),
    ("A foreign ministry spokesman left.", "", "A foreign ministry spokesman",
     "unnamed Foreign Ministry spokesman"),
    # who holds it is in no table, or not on that day: the office itself
    ("The Kenyan foreign minister left.", "", "The Kenyan foreign minister",
     "Kenyan Foreign Minister"),
    ("The Swiss interior minister left.", "", "The Swiss interior minister",
     "Swiss Interior Minister"),
]  # fmt: skip

SHORT: list[Case] = [
    ("Envoy Li Wen of China spoke. Li left.", "Li Wen", "Li", "Li Wen"),
    ("China's envoy Li Wen spoke. Mr. Li left.", "Li Wen", "Mr. Li", "Li Wen"),
    ("South Korean envoy Yoon Ha-na spoke. Yoon left.", "Yoon Ha-na", "Yoon", "Yoon Ha-na"),
    ("Vietnamese envoy Tran Van Binh spoke. Binh left.", "Tran Van Binh", "Binh",
     "Tran Van Binh"),
    ("Dutch envoy Pim van der Laan spoke. Van der Laan left.", "Pim van der Laan",
     "Van der Laan", "Pim van der Laan"),
    ("Saudi envoy Karim bin Nasser spoke. Bin Nasser left.", "Karim bin Nasser", "Bin Nasser",
     "Karim bin Nasser"),
    ("Russian envoy Oleg Varin spoke. Varin left.", "Oleg Varin", "Varin", "Oleg Varin"),
    ("French envoy Anne-Marie Le Goff spoke. Le Goff left.", "Anne-Marie Le Goff", "Le Goff",
     "Anne-Marie Le Goff"),
    ("Spanish envoy Jose Ruiz Jr. spoke. Ruiz left.", "Jose Ruiz Jr.", "Ruiz", "Jose Ruiz Jr."),
    ("Lavrov left.", "Lavrov", "Lavrov", "Sergei Lavrov"),
    ("Kuleba left.", "Kuleba", "Kuleba", "Dmytro Kuleba"),
    ("Blinken left.", "Blinken", "Blinken", "Antony Blinken"),
    ("China spoke. Xi left.", "Xi", "Xi", "Xi Jinping"),
]  # fmt: skip

SPELLINGS: list[Case] = [
    ("President Volodymyr Zelenskyy left.", "Volodymyr Zelenskyy", "President Volodymyr Zelenskyy",
     "Volodymyr Zelensky"),
    ("President Volodymyr Zelenskiy left.", "Volodymyr Zelenskiy", "President Volodymyr Zelenskiy",
     "Volodymyr Zelensky"),
    ("President Vladimir Zelensky left.", "Vladimir Zelensky", "President Vladimir Zelensky",
     "Volodymyr Zelensky"),
    ("Sergey Lavrov left.", "Sergey Lavrov", "Sergey Lavrov", "Sergei Lavrov"),
    ("SERGEI LAVROV left.", "SERGEI LAVROV", "SERGEI LAVROV", "Sergei Lavrov"),
    ("Dmitri Peskov left.", "Dmitri Peskov", "Dmitri Peskov", "Dmitry Peskov"),
    ("Kim Jong-un left.", "Kim Jong-un", "Kim Jong-un", "Kim Jong Un"),
    ("Yoon Suk-yeol left.", "Yoon Suk-yeol", "Yoon Suk-yeol", "Yoon Suk Yeol"),
    ("Kishida Fumio left.", "Kishida Fumio", "Kishida Fumio", "Fumio Kishida"),
    ("Kishida Fumio spoke. Kishida left.", "Kishida Fumio", "Kishida", "Fumio Kishida"),
    ("Szijjarto Peter left.", "Szijjarto Peter", "Szijjarto Peter", "Peter Szijjarto"),
    ("P\u00e9ter Szijj\u00e1rt\u00f3 left.", "P\u00e9ter Szijj\u00e1rt\u00f3",
     "P\u00e9ter Szijj\u00e1rt\u00f3", "Peter Szijjarto"),
    ("Mohammad bin Salman left.", "Mohammad bin Salman", "Mohammad bin Salman",
     "Mohammed bin Salman"),
    ("Kiev said so.", "", "Kiev", "Ukraine"),
    ("Kyiv said so.", "", "Kyiv", "Ukraine"),
]  # fmt: skip

SEATS: list[Case] = [
    ("The Kremlin said so.", "", "The Kremlin", "Kremlin"),
    ("Zhongnanhai said so.", "", "Zhongnanhai", "Zhongnanhai"),
    ("Foggy Bottom said so.", "", "Foggy Bottom", "US State Department"),
    ("Downing Street said so.", "", "Downing Street", "Downing Street"),
    ("Whitehall said so.", "", "Whitehall", "United Kingdom"),
    ("The Quai d'Orsay said so.", "", "The Quai d'Orsay", "French Foreign Ministry"),
    ("The Elysee said so.", "", "The Elysee", "\u00c9lys\u00e9e"),
    ("The Blue House said so.", "", "The Blue House", "Blue House"),
    ("The Kantei said so.", "", "The Kantei", "Kantei"),
    ("The Sublime Porte said so.", "", "The Sublime Porte", "Turkey"),
    ("Itamaraty said so.", "", "Itamaraty", "Brazilian Foreign Ministry"),
    ("The Farnesina said so.", "", "The Farnesina", "Italian Foreign Ministry"),
    ("The Hofburg said so.", "", "The Hofburg", "Austrian presidency"),
    ("The Casa Rosada said so.", "", "The Casa Rosada", "Casa Rosada"),
    ("Brussels said so.", "", "Brussels", "European Union"),
    ("Beijing said so.", "", "Beijing", "China"),
    ("Pretoria said so.", "", "Pretoria", "South Africa"),
    ("Canberra said so.", "", "Canberra", "Australia"),
]  # fmt: skip

ROLES: list[Case] = [
    ("Russian Foreign Minister Oleg Varin spoke. The minister left.", "Oleg Varin",
     "The minister", "Oleg Varin"),
    ("Russian Foreign Minister Oleg Varin met his Thai counterpart.", "Oleg Varin",
     "his Thai counterpart", "Thai Foreign Minister"),
    ("Russian President Oleg Varin and his Chinese counterpart spoke.", "Oleg Varin",
     "his Chinese counterpart", "Xi Jinping"),
    ("The Polish foreign minister spoke. His Chinese counterpart left.", "",
     "His Chinese counterpart", "Qin Gang"),
    ("Swiss Foreign Minister Ana Reyes met her Russian and Indian counterparts.", "Ana Reyes",
     "her Russian and Indian counterparts", "Sergei Lavrov + Subrahmanyam Jaishankar"),
    ("A senior US official spoke. The official left.", "", "The official",
     "unnamed American official"),
    ("A senior US official spoke. A day later the US official left.", "", "the US official",
     "unnamed American official"),
    ("The spokesman for the Russian Foreign Ministry, Oleg Varin, spoke.", "Oleg Varin",
     "The spokesman for the Russian Foreign Ministry", "Oleg Varin"),
    ("The Saudi crown prince spoke. The crown prince left.", "", "The crown prince",
     "Mohammed bin Salman"),
    ("U.S. Homeland Security Secretary Jane Roe spoke. The secretary left.", "Jane Roe",
     "The secretary", "Jane Roe"),
    ("Ohio official Jane Roe spoke. The U.S. homeland security secretary left.", "Jane Roe",
     "The U.S. homeland security secretary", "American Homeland Security Secretary"),
    ("Former Chancellor Ilse Brandner spoke. The chancellor left.", "Ilse Brandner",
     "The chancellor", ""),
    ("King Omar III of Jordan spoke. The king left.", "Omar III", "The king", "Omar III"),
    ("The envoy, Li Wen, spoke. The diplomat left.", "Li Wen", "The diplomat", "Li Wen"),
    ("Ana Reyes, a senior fellow at a college, spoke.", "Ana Reyes", "a senior fellow",
     "Ana Reyes"),
    ("Ana Reyes left his chair.", "Ana Reyes", "his chair", ""),
]  # fmt: skip

SEVERAL: list[Case] = [
    ("French President Paul Arnaud met Thai Prime Minister Dao Suda. The two leaders left.",
     "Paul Arnaud; Dao Suda", "The two leaders", "Paul Arnaud + Dao Suda"),
    ("The US and Chinese presidents spoke.", "", "The US and Chinese presidents",
     "Joe Biden + Xi Jinping"),
    ("The leaders of Japan and South Korea spoke.", "", "The leaders of Japan and South Korea",
     "Fumio Kishida + Yoon Suk Yeol"),
    ("The Russian and Turkish foreign ministers spoke.", "",
     "The Russian and Turkish foreign ministers", "Sergei Lavrov + Mevlut Cavusoglu"),
    ("Moscow and Beijing spoke. Both sides left.", "", "Both sides", "Russia + China"),
    ("Moscow and Beijing spoke. The two countries agreed.", "", "The two countries",
     "Russia + China"),
    ("Washington, Tokyo and Seoul spoke. The three allies agreed.", "", "The three allies",
     "United States + Japan + South Korea"),
    ("Ana Reyes and Oleg Varin spoke. They left.", "Ana Reyes; Oleg Varin", "They",
     "Ana Reyes + Oleg Varin"),
    ("Polish President Jan Sobol and his Thai counterpart spoke. The two men left.", "Jan Sobol",
     "The two men", "Jan Sobol + Thai President"),
    ("The foreign ministries of Russia and China spoke.", "",
     "The foreign ministries of Russia and China",
     "Russian Foreign Ministry + Chinese Foreign Ministry"),
]  # fmt: skip

PRONOUNS: list[Case] = [
    ("Ana Reyes met Oleg Varin. She left.", "Ana Reyes; Oleg Varin", "She", "Ana Reyes"),
    ("Ana Reyes met Oleg Varin. He left.", "Ana Reyes; Oleg Varin", "He", "Oleg Varin"),
    ("The Chinese foreign minister spoke. He left.", "", "He", "Qin Gang"),
    ("A senior US official spoke. He left.", "", "He", "unnamed American official"),
    ('Oleg Varin spoke. "Igor Petrin is late," he said.', "Oleg Varin; Igor Petrin", "he",
     "Oleg Varin"),
    ('Oleg Varin spoke. "Igor Petrin left, for he was late," Varin said.',
     "Oleg Varin; Igor Petrin", "he", "Igor Petrin"),
    ('Oleg Varin spoke. "It is late. It is cold. It is dark. It is far," he said.', "Oleg Varin",
     "he", "Oleg Varin"),
    ("Critics spoke. They left.", "", "They", "Critics"),
]  # fmt: skip

BODIES: list[Case] = [
    ("The Russian Foreign Ministry spoke. The ministry left.", "", "The ministry",
     "Russian Foreign Ministry"),
    ("Budapest's foreign ministry spoke. The ministry left.", "", "The ministry",
     "Hungarian Foreign Ministry"),
    ("Russian Foreign Minister Oleg Varin spoke. His ministry left.", "Oleg Varin",
     "His ministry", "Russian Foreign Ministry"),
    ("The Ukrainian side left.", "", "The Ukrainian side", "Ukraine"),
    ("The Turkish government left.", "", "The Turkish government", "Turkey"),
    ("Democrats left.", "", "Democrats", "Democrats"),
    ("Western officials left.", "", "Western officials", "Western officials"),
    ("Western countries left.", "", "Western countries", "West"),
    ("The Russian military left.", "", "The Russian military", "Russian forces"),
    ("The MEA left.", "", "The MEA", "Indian Foreign Ministry"),
]  # fmt: skip

CASES = OFFICES + SHORT + SPELLINGS + SEATS + ROLES + SEVERAL + PRONOUNS + BODIES


@pytest.mark.parametrize("case", CASES, ids=[f"{c[2]}: {c[0][:50]}" for c in CASES])
def test_mention_leads_to_actor(make_document: MakeDocument, case: Case) -> None:
    text, persons, words, expected = case
    found = [(p, "person") for p in persons.split("; ") if p]
    first, second = text.replace(".", "").split()[:2]
    tree = {first: ("nsubj", second)} if second in ("left", "spoke") else None
    if text.startswith("Oleg Varin spoke"):
        tree = {"Oleg": ("nsubj", "spoke")}
    mentions = find_mentions(make_document(text, tree, names=found))
    resolution = resolve_actors([("r", mentions, MAY_26)])
    names = {a.id: a.name for a in resolution.actors}
    at = max(i for i, m in enumerate(mentions) if m.text == words) if any(
        m.text == words for m in mentions
    ) else None  # fmt: skip
    if at is None:
        assert expected == ""
        return
    keys = resolution.keys["r"]
    members = [names[keys[k]] for k in mentions[at].members]
    actor = names.get(resolution.mentions["r"].get(at, ""), "")
    assert (" + ".join(members) or actor) == expected


def test_a_role_is_not_looked_up_on_a_day_that_no_table_vouches_for(
    make_document: MakeDocument,
) -> None:
    day = date(2026, 5, 26)
    mentions = find_mentions(make_document("The Russian foreign minister left."))
    resolution = resolve_actors([("r", mentions, DateRange(day, day))])
    assert [a.name for a in resolution.actors] == ["Russian Foreign Minister"]


def test_a_role_in_a_report_without_a_day_is_the_office(make_document: MakeDocument) -> None:
    mentions = find_mentions(make_document("The Chinese foreign minister left."))
    (actor,) = resolve_actors([("r", mentions, DateRange())]).actors
    assert (actor.name, actor.country) == ("Chinese Foreign Minister", "CN")

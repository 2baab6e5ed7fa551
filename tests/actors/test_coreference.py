"""Mentions of one report that are one actor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from coranto.actors import ActorMention, find_mentions, resolve_actors
from coranto.language.document import Document
from coranto.types import DateRange, NameKind

MakeDocument = Callable[..., Document]


def named(mentions: Sequence[ActorMention], words: str) -> list[ActorMention]:
    return [m for m in mentions if m.text == words]


def key_of(mentions: Sequence[ActorMention], words: str, number: int = 0) -> str | None:
    return named(mentions, words)[number].key


def test_short_name_is_the_family_name_in_its_languages_order(make_document: MakeDocument) -> None:
    doc = make_document(
        "China's envoy Li Wen met Foreign Minister Sergei Orlov. Li told Orlov so. Wen smiled.",
        names=[("Li Wen", "person"), ("Sergei Orlov", "person")],
    )
    found = find_mentions(doc)
    assert key_of(found, "Li") == "person:Li Wen"
    assert key_of(found, "Orlov") == "person:Sergei Orlov"


def test_two_of_one_family_are_kept_apart(make_document: MakeDocument) -> None:
    doc = make_document(
        "President Choe Min Ho and Choe Yu Na met envoys. President Choe spoke.",
        names=[("Choe Min Ho", "person"), ("Choe Yu Na", "person")],
    )
    found = find_mentions(doc)
    assert key_of(found, "President Choe") == "person:Choe Min Ho"
    assert {m.key for m in found if m.form in ("name", "title")} == {
        "person:Choe Min Ho",
        "person:Choe Yu Na",
    }


def test_one_person_in_two_spellings(make_document: MakeDocument) -> None:
    doc = make_document(
        "Foreign Minister Sergey Markovsky spoke. Sergei Markovskiy left.",
        names=[("Sergey Markovsky", "person"), ("Sergei Markovskiy", "person")],
    )
    keys = {m.key for m in find_mentions(doc)}
    assert keys == {"person:Sergey Markovsky"}


ROLES = [
    ("China's special envoy Li Wen arrived.", "The Chinese envoy", "person:Li Wen"),
    ("Chinese President Wang Tao arrived.", "The Chinese leader", "person:Wang Tao"),
    ("Russian Foreign Minister Oleg Varin spoke.", "The Russian foreign minister",
     "person:Oleg Varin"),
    ("Foreign ministry spokeswoman Ana Reyes spoke.", "The spokeswoman", "person:Ana Reyes"),
    ("German Chancellor Karl Behn spoke.", "The German leader", "person:Karl Behn"),
    ("Russian Foreign Minister Oleg Varin spoke.", "The minister", "person:Oleg Varin"),
    ("China's ambassador Li Wen spoke.", "The diplomat", "person:Li Wen"),
    ("Russian Foreign Minister Oleg Varin spoke.", "The French president",
     "role:FR:head_of_state"),
    ("Kremlin spokesman Oleg Varin spoke.", "The Chinese foreign minister",
     "role:CN:foreign_minister"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "role", "key"), ROLES, ids=[r[1] for r in ROLES])
def test_role_names_the_person_of_that_office(
    make_document: MakeDocument, before: str, role: str, key: str
) -> None:
    found = find_mentions(make_document(f"{before} {role} left."))
    assert key_of(found, role) == key


def test_a_former_office_is_not_the_office(make_document: MakeDocument) -> None:
    doc = make_document(
        "Former French president Paul Arnaud spoke. The French president left.",
        names=[("Paul Arnaud", "person")],
    )
    assert key_of(find_mentions(doc), "The French president") == "role:FR:head_of_state"


MINISTRIES = [
    ("The Russian Foreign Ministry spoke.", "the ministry", "body:RU:foreign_ministry"),
    ("The Russian Foreign Ministry spoke.", "the foreign ministry", "body:RU:foreign_ministry"),
    ("Moscow's Defense Ministry spoke.", "the ministry", "body:RU:defence_ministry"),
    ("Japan's foreign ministry spoke.", "Tokyo's foreign ministry", "body:JP:foreign_ministry"),
    ("Russian Foreign Minister Oleg Varin spoke.", "the foreign ministry",
     "body:RU:foreign_ministry"),
    ("Russian Foreign Minister Oleg Varin spoke.", "his ministry", "body:RU:foreign_ministry"),
    ("The State Department spoke.", "Foggy Bottom", "body:US:foreign_ministry"),
    ("The Pentagon spoke.", "the Defense Department", "body:US:defence_ministry"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "body", "key"), MINISTRIES, ids=[m[0][:20] + m[1] for m in MINISTRIES]
)
def test_ministry_is_the_one_around(
    make_document: MakeDocument, before: str, body: str, key: str
) -> None:
    doc = make_document(f"{before} On Monday {body} said so.")
    assert key_of(find_mentions(doc), body) == key


def test_ministry_named_only_later(make_document: MakeDocument) -> None:
    doc = make_document("The Foreign Ministry spoke. The Russian Foreign Ministry said more.")
    found = find_mentions(doc)
    assert found[0].key == found[1].key == "body:RU:foreign_ministry"


def test_spokesperson_of_another_countrys_ministry(make_document: MakeDocument) -> None:
    doc = make_document(
        "The Russian Foreign Ministry spoke to China. Foreign ministry spokesperson Hua Lan "
        "agreed.",
        names=[("Hua Lan", "person")],
    )
    assert named(find_mentions(doc), "Foreign ministry spokesperson Hua Lan")[0].country == "CN"


COUNTERPARTS = [
    ("Russian President Oleg Varin and Chinese counterpart Wang Tao met.", "Wang Tao",
     "President", "CN"),
    ("Russian Foreign Minister Oleg Varin met his Chinese counterpart Wang Tao.", "Wang Tao",
     "Foreign Minister", "CN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "country"), COUNTERPARTS)
def test_counterpart_holds_the_same_office(
    make_document: MakeDocument, text: str, name: str, title: str, country: str
) -> None:
    doc = make_document(text, {"Varin": ("nsubj", "met")}, [(name, "person")])
    other = next(m for m in find_mentions(doc) if m.name == name)
    assert (other.title, other.country) == (title, country)


def test_unnamed_counterpart_is_the_holder_in_that_country(make_document: MakeDocument) -> None:
    doc = make_document("Russian Foreign Minister Oleg Varin met his Chinese counterpart.")
    found = find_mentions(doc)
    assert key_of(found, "his Chinese counterpart") == "role:CN:foreign_minister"


@pytest.mark.parametrize(
    "text",
    [
        "Russian Foreign Minister Oleg Varin arrived. Li also met two Varin deputies, "
        "Ivan Belov and Petr Sokol.",
        "Russian Foreign Minister Oleg Varin arrived. Ivan Belov and Petr Sokol, two Varin "
        "deputies, met Li.",
    ],
)
def test_deputies_named_in_apposition(make_document: MakeDocument, text: str) -> None:
    doc = make_document(text, names=[("Ivan Belov", "person"), ("Petr Sokol", "person")])
    found = find_mentions(doc)
    for name in ("Ivan Belov", "Petr Sokol"):
        person = named(found, name)[0]
        assert (person.country, person.title) == ("RU", "Deputy Foreign Minister")
    group = named(found, "two Varin deputies")[0]
    assert group.members == ("person:Ivan Belov", "person:Petr Sokol")


PAIRS = [
    ("The two leaders", ("person:Oleg Varin", "person:Wang Tao")),
    ("The two men", ("person:Oleg Varin", "person:Wang Tao")),
    ("Both sides", ("country:RU", "country:CN")),
    ("The two countries", ("country:RU", "country:CN")),
    ("The two presidents", ("person:Oleg Varin", "person:Wang Tao")),
]


@pytest.mark.parametrize(("words", "members"), PAIRS, ids=[p[0] for p in PAIRS])
def test_pairs(make_document: MakeDocument, words: str, members: tuple[str, ...]) -> None:
    doc = make_document(
        f"Russian President Oleg Varin met Chinese President Wang Tao. {words} agreed."
    )
    assert named(find_mentions(doc), words)[0].members == members


def test_sides_named_in_their_own_sentence(make_document: MakeDocument) -> None:
    doc = make_document(
        "Iranian President Ali Rad met Omani diplomats. Both sides praised Russian-Chinese ties."
    )
    assert named(find_mentions(doc), "Both sides")[0].members == ("country:RU", "country:CN")


Tree = dict[str, tuple[str, str]]
Pronoun = tuple[str, Tree, list[tuple[str, NameKind]], str, str | None]

PRONOUNS: list[Pronoun] = [
    (
        "President Oleg Varin met Wang Tao. He left.",
        {"Varin": ("nsubj", "met"), "He": ("nsubj", "left"), "met": ("root", "-"),
         "President": ("compound", "Varin")},
        [("Wang Tao", "person")],
        "He",
        "person:Oleg Varin",
    ),
    (
        "Envoy Ana Reyes met President Oleg Varin. She left.",
        {"Reyes": ("nsubj", "met"), "She": ("nsubj", "left"),
         "Envoy": ("compound", "Reyes"), "met": ("root", "-")},
        [("Ana Reyes", "person")],
        "She",
        "person:Ana Reyes",
    ),
    (
        "Spokeswoman Ana Reyes met King Felipe Duarte. He left.",
        {"Reyes": ("nsubj", "met"), "He": ("nsubj", "left")},
        [],
        "He",
        "person:Felipe Duarte",
    ),
    (
        "President Oleg Varin met Wang Tao. Ana Reyes said he left.",
        {"President": ("compound", "Varin"), "Varin": ("nsubj", "met"), "met": ("root", "-"),
         "Reyes": ("nsubj", "said"), "said": ("root", "-"), "Ana": ("compound", "Reyes"),
         "he": ("nsubj", "left")},
        [("Wang Tao", "person"), ("Ana Reyes", "person")],
        "he",
        "person:Oleg Varin",
    ),
    (
        'President Oleg Varin spoke. "They asked and he left," Wang Tao said.',
        {"he": ("nsubj", "left")},
        [("Wang Tao", "person")],
        "he",
        None,
    ),
    ("Rain fell on Monday. He left.", {"He": ("nsubj", "left")}, [], "He", None),
    (
        "China said it backed peace.",
        {"China": ("nsubj", "said"), "said": ("root", "-"), "it": ("nsubj", "backed"),
         "backed": ("ccomp", "said")},
        [],
        "it",
        "country:CN",
    ),
    (
        "China said rain fell. It was late.",
        {"China": ("nsubj", "said"), "It": ("nsubj", "late")},
        [],
        "It",
        None,
    ),
    (
        "Western officials said they agreed.",
        {"officials": ("nsubj", "said"), "they": ("nsubj", "agreed")},
        [],
        "they",
        "group:western officials",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", PRONOUNS, ids=[p[0] for p in PRONOUNS])
def test_pronouns(make_document: MakeDocument, case: Pronoun) -> None:
    text, tree, names, word, key = case
    found = named(find_mentions(make_document(text, tree, names)), word)
    assert [m.key for m in found] == ([key] if key else [])


def test_who_is_the_noun_before_it(make_document: MakeDocument) -> None:
    doc = make_document("But Western officials who spoke to Reuters doubted it.")
    assert key_of(find_mentions(doc), "who") == "group:western officials"


def test_places_are_no_mentions_and_governments_are(make_document: MakeDocument) -> None:
    doc = make_document(
        "Beijing praised talks in Moscow at the Kremlin.",
        {"Beijing": ("nsubj", "praised"), "in": ("case", "Moscow"), "Moscow": ("nmod", "talks"),
         "at": ("case", "Kremlin"), "Kremlin": ("nmod", "talks"), "talks": ("obj", "praised"),
         "praised": ("root", "-")},
    )  # fmt: skip
    assert [(m.text, m.key, m.acts_as) for m in find_mentions(doc)] == [
        ("Beijing", "country:CN", "government")
    ]


def test_the_kremlin_speaking_is_an_actor_of_its_own(make_document: MakeDocument) -> None:
    doc = make_document("The Kremlin said so.", {"Kremlin": ("nsubj", "said")})
    (mention,) = find_mentions(doc)
    assert (mention.kind, mention.key, mention.country) == (
        "government",
        "organisation:Kremlin",
        "RU",
    )


def test_empty_document(make_document: MakeDocument) -> None:
    assert find_mentions(make_document("")) == ()


_COUPLE: Sequence[tuple[str, NameKind]] = [("Irina Varin", "person")]
SURNAMES = [
    # text, what the model found, the words asked for and their place among their like, the key
    ("First lady Irina Varin arrived. Varin spoke.", _COUPLE, ("Varin", 0), "person:Irina Varin"),
    ("Varin and his wife, Irina Varin, arrived. Varin spoke.", _COUPLE, ("Varin", 1),
     "person:Varin"),
    ("President Varin and first lady Irina Varin arrived. Varin spoke.", _COUPLE, ("Varin", 0),
     "person:Varin"),
    ("President Varin and first lady Irina Varin arrived. Mrs. Varin spoke.", _COUPLE,
     ("Mrs. Varin", 0), "person:Irina Varin"),
    ("First lady Irina Varin met President Oleg Varin. Varin spoke.",
     [*_COUPLE, ("Oleg Varin", "person")], ("Varin", 0), "person:Oleg Varin"),
    ("His brother Pavel Varin came. President Oleg Varin waited. Varin spoke.",
     [("Pavel Varin", "person"), ("Oleg Varin", "person")], ("Varin", 0), "person:Oleg Varin"),
    ("Former President Oleg Varin met his son, President Pavel Varin. Varin spoke.",
     [("Pavel Varin", "person"), ("Oleg Varin", "person")], ("Varin", 0), "person:Pavel Varin"),
    ("Trump left. The guests met Melania Trump. President Trump spoke.",
     [("Melania Trump", "person")], ("President Trump", 0), "person:Trump"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "asked", "key"), SURNAMES)
def test_surname_of_two(
    make_document: MakeDocument,
    text: str,
    names: Sequence[tuple[str, NameKind]],
    asked: tuple[str, int],
    key: str,
) -> None:
    assert key_of(find_mentions(make_document(text, names=names)), *asked) == key


def test_father_and_son_of_one_first_name_are_two(make_document: MakeDocument) -> None:
    doc = make_document(
        "President George W. Bush spoke of George H.W. Bush. Kim Jong Un came after Kim Jong Il.",
        names=[
            (n, "person")
            for n in ("George W. Bush", "George H.W. Bush", "Kim Jong Un", "Kim Jong Il")
        ],
    )
    assert len({m.key for m in find_mentions(doc) if m.kind == "person"}) == 4


def test_a_surname_kept_apart_in_its_report_is_not_joined_in_the_pile(
    make_document: MakeDocument,
) -> None:
    doc = make_document(
        "President Varin and first lady Irina Varin arrived. Varin spoke.", names=_COUPLE
    )
    found = find_mentions(doc)
    resolved = resolve_actors([("r", found, DateRange())])
    at = {m.text: resolved.mentions["r"][i] for i, m in enumerate(found)}
    assert at["Varin"] == at["President Varin"] != at["first lady Irina Varin"]

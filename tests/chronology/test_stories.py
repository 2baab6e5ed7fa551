"""Which reports are one story."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from coranto.chronology.kinship import groups_of, likeness
from coranto.chronology.stories import find_stories
from coranto.types import Report

STORIES = {
    "bridge": "The envoys of Ostland and Marvela met at the Tarn bridge to talk about lorries, "
    "customs and plums. Varga and Brandt signed the freight accord at the old exchange building.",
    "dam": "A dam above the mining town of Kelso broke and mud buried three villages. Engineers "
    "built a steel crossing while the governor of Kelso sent families to schools.",
    "vote": "Parliament in Sarn rejected the budget and the premier called an early election. "
    "Members from Sarn crossed the floor over the tax on the fishing fleet.",
}
PLACES = "market harbour station library museum palace garden temple castle school".split()


def pile(size: int, seed: int) -> list[Report]:
    """Reports on three stories, each with some of the story's words and chatter of its own."""
    generator = random.Random(seed)
    made = []
    for number in range(size):
        name = sorted(STORIES)[number % 3]
        words = STORIES[name].split()
        begin = generator.randrange(len(words) // 3)
        chatter = [f"{generator.choice(PLACES)}{generator.randrange(400)}" for _ in range(20)]
        text = " ".join([*words[begin:], *chatter])
        made.append(Report(id=f"{name}-{number}", source=name, text=text))
    return made


def test_each_story_is_one_group_whatever_the_order() -> None:
    reports = pile(30, 3)
    stories = find_stories(reports, (), {})
    assert [len(story.reports) for story in stories] == [10, 10, 10]
    for story in stories:
        assert len({report.partition("-")[0] for report in story.reports}) == 1
    random.Random(1).shuffle(reports)
    assert find_stories(reports, (), {}) == stories


def test_likeness_is_of_the_words_that_few_have() -> None:
    reports = pile(30, 5)
    alike = likeness([report.text for report in reports])
    same = [alike.get((a, b), 0.0) for a in range(30) for b in range(a + 3, 30, 3)]
    other = [alike.get((a, b), 0.0) for a in range(30) for b in range(a + 1, 30, 3)]
    assert min(same) > max(other)
    assert likeness([]) == likeness(["..."]) == likeness(["...", ""]) == {}
    twice = likeness(["The bridge at Tarn was opened by envoys."] * 2)
    assert twice[0, 1] > 0.95


def test_one_report_between_two_stories_does_not_join_them() -> None:
    inside = dict.fromkeys(((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)), 0.8)
    between = {(0, 6): 0.3, (3, 6): 0.3}
    groups = groups_of(7, inside | between, 0.25)
    assert groups == [[0, 1, 2], [3, 4, 5], [6]]
    assert groups_of(3, {(0, 1): 0.5}, 0.25) == [[0, 1], [2]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0.01, 1.0),
    ),
    st.floats(0.05, 0.9),
)
def test_groups_hold_each_report_once(alike: dict[tuple[int, int], float], least: float) -> None:
    groups = groups_of(9, alike, least)
    assert sorted(n for group in groups for n in group) == list(range(9))
    # No two groups that are left are as alike as those that were joined.
    for one in groups:
        for other in groups:
            if one < other:
                total = sum(alike.get((min(a, b), max(a, b)), 0.0) for a in one for b in other)
                assert total / (len(one) * len(other)) < least + 1e-9


def test_title_and_lede_say_more_than_what_follows() -> None:
    """Two reports that begin alike are nearer than two that end alike, of the same words."""
    lede = "Inspectors of Velden and Marvela reached the Karsa dam and counted nine sluice gates. "
    tails = [
        " ".join(f"{word}{n}" for n in range(90)) + ". "
        for word in ("grain", "ferry", "tariff", "glacier")
    ]
    begin = likeness([lede + tails[0], lede + tails[1], tails[2] + tails[3]])[0, 1]
    end = likeness([tails[0] + lede, tails[1] + lede, tails[2] + tails[3]])[0, 1]
    assert begin > 1.05 * end

"""Cleaning: furniture out with its reason, news left alone, lines joined, characters repaired."""

from __future__ import annotations

import pytest

from coranto.cleaning import REASONS, Cleaned, clean

NEWS = [
    "Foreign ministers of the two countries met in Vienna on Tuesday, officials said.",
    "The talks lasted for three hours and covered grain exports and prisoner exchanges.",
    "A further round is planned for early June in Geneva, according to the hosts.",
]


def reasons(cleaned: Cleaned) -> list[str]:
    return [r.reason for r in cleaned.removed]


def with_furniture(furniture: str, at: int = 1) -> str:
    paragraphs = [*NEWS[:at], furniture, *NEWS[at:]]
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "advertisement"),
        ("ADVERTISEMENT", "advertisement"),
        ("— Advertising —", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Continue reading the main story", "advertisement"),
        ("To suggest a correction or clarification, write to us here", "correction form"),
        ("To suggest a correction, write to the Alpine Dispatch news desk", "correction form"),
        ("For corrections, please contact the newsroom.", "correction form"),
        ("Please send corrections to our news desk", "correction form"),
        ("Corrections: desk@example.org", "correction form"),
        ("You can also highlight the text and press Ctrl + Enter", "correction form"),
        ("Found a typo? Let us know", "correction form"),
        ("View Comments", "comments"),
        ("Write the first comment for this!", "comments"),
        ("Be the first to comment", "comments"),
        ("Join the conversation", "comments"),
        ("https://www.example.org/2024/04/08/minister-in-vienna", "address block"),
        ("Original url:\nhttps://www.example.org/minister-in-vienna", "address block"),
        ("example.org/news/minister-in-vienna", "address block"),
        ("press.office@example.org", "address block"),
        ("Facebook Twitter WhatsApp Email", "sharing buttons"),
        ("Share this article", "sharing buttons"),
        ("CONNECT TWEET LINKEDIN 22 COMMENTEMAILMORE", "sharing buttons"),
        ("Follow us on Telegram", "sharing buttons"),
        ("Sign up for our newsletter", "newsletter"),
        ("Get the day's top stories in your inbox", "newsletter"),
        ("Subscribe", "newsletter"),
        ("Click here to subscribe", "subscription offer"),
        ("Already a subscriber? Log in", "subscription offer"),
        ("Subscribe to The Lethen Herald", "subscription offer"),
        ("Already have an account? Sign in", "subscription offer"),
        ("You have 3 free articles left this month", "subscription offer"),
        ("To continue reading, subscribe now.", "subscription offer"),
        ("Enjoying this article? Subscribe to read more.", "subscription offer"),
        ("Get the Morning Lantern newsletter!", "newsletter"),
        ("Subscribe today to be the first to know about our reports.", "newsletter"),
        ("You have successfully subscribed to the morning email.", "newsletter"),
        ("Support our journalism", "appeal for money"),
        ("Support independent journalism. Subscribe today.", "appeal for money"),
        ("Become a member today", "appeal for money"),
        ("Your subscription supports work that matters.", "appeal for money"),
        ("We rely on readers like you for each of our reports.", "appeal for money"),
        ("If you value our reporting, please share it.", "appeal for money"),
        (
            "Our newsroom has been at home on this coast for ninety years. Please consider joining "
            "us by becoming a member of the Lantern network.",
            "appeal for money",
        ),
        ("Thanks for reading The Lethen Herald", "page controls"),
        ("Download our app", "page controls"),
        ("A link has been sent to your friend's address.", "page controls"),
        ("News & Insights", "section name"),
        ("Opinion and Analysis", "section name"),
        ("Connect with us", "sharing buttons"),
        ("Stay in touch with us on social media!", "sharing buttons"),
        ("Adds details on visit", "note of the desk"),
        ("Photo: Anna Example, AP", "photo credit"),
        ("(AP Photo/Anna Example)", "photo credit"),
        ("Anna Example / AFP / Getty Images", "photo credit"),
        ("Getty Images", "photo credit"),
        ("© 2018 Example Media Group. All rights reserved.", "copyright notice"),
        ("Copyright 2018 The Example. This material may not be published.", "copyright notice"),
        ("Image 3 of 12", "page controls"),
        ("more_vert", "page controls"),
        ("Close", "page controls"),
        ("Updated 6 minutes ago", "page clock"),
        ("3 hours ago", "page clock"),
        ("Tags: Vienna | grain | talks", "tags"),
        ("We use cookies to improve your experience.", "cookie notice"),
        ("___", "separator"),
        ("Related article: Ministers fail to agree on fishing quotas", "related article"),
        ("READ ALSO: Ministers fail to agree on fishing quotas", "related article"),
        ("Read more: Ministers fail to agree on fishing quotas", "related article"),
        ("See also: Ministers fail to agree on fishing quotas", "related article"),
        ("window.ads = []; window.ads.push({slot: 'top', mode: 'wide'});", "program code"),
    ],
)
def test_each_kind_of_furniture_goes_with_its_reason(line: str, reason: str) -> None:
    text = with_furniture(line)
    cleaned = clean(text)
    assert cleaned.text == "\n\n".join(NEWS)
    assert reasons(cleaned) == [reason]
    assert cleaned.removed[0].text == line
    assert reason in REASONS


@pytest.mark.parametrize(
    "sentence",
    [
        "Advertisement spending fell in the second quarter.",
        "Share prices rose after the talks.",
        "Comments by the minister drew protests in both capitals.",
        "Sign up to the treaty or leave, the minister told the envoys.",
        "Follow-up talks are planned for June.",
        "Read more than the headlines, the spokeswoman told reporters.",
        "Subscribe to the ceasefire now, the envoy urged both sides.",
        "More: the word stood on every placard, and the crowd chanted it.",
        "Photographs of the meeting were released by the ministry.",
        "Media in both countries reported the visit.",
        '"We need your support," the minister told the assembly. "Your contribution matters."',
        "The ministry asked readers of its bulletin to support journalists in exile.",
        "Today's meeting was the third this year.",
        "Image rights were not discussed, officials said.",
        "The address is https://www.example.org, the ministry said on Monday.",
        "AFP contributed reporting.",
        "Some material in this report came from Reuters.",
        "The Associated Press",
        "By Anna Example and Otto Muster, Associated Press",
        "HELSINKI (AP) — The ministers met on Monday.",
        "To suggest a correction was an insult, the minister said.",
        "Send corrections to the draft by Monday, the chair told the delegations.",
        "Corrections to the text were sent to both capitals.",
        "Sources: Example Ministry of Trade; Example Customs Office.",
        "July 15, 2018",
        "Yes.",
        "WHAT THE MINISTERS WANT",
        "Visit to Vienna",
        "Recommended by whom, the deputy asked, and paid for by whom?",
        "Related sanctions were lifted in May.",
        "Tweets by the minister were deleted, her office said.",
        "Support for our journalists is not at issue, the minister said.",
        "Become a member of the union first, the envoy told Lethen.",
        "Your support makes us stronger, the minister told the crowd.",
        '"Please consider joining us in our mission," the envoy wrote to the neighbours.',
        "Donate the ships or sell them, the deputy told the ministry.",
        "Thanks for reading out the text went to the clerk.",
        "Adds to pressure on Lethen",
        "Analysis",
        "Markets",
    ],
)
def test_news_is_not_taken_for_furniture(sentence: str) -> None:
    cleaned = clean(with_furniture(sentence))
    assert sentence in cleaned.text
    assert cleaned.removed == ()


APPEAL = """A Message from The Example Courier:
Dear readers,
We are facing hard times. The authorities have designated The Example Courier as undesirable.
These measures are meant to silence reporting in the region.
Your support, no matter how small, makes a difference. Please support us monthly from just $2.
Thank you for standing with us.
Remind me later."""


def test_an_appeal_at_the_end_goes_to_the_end() -> None:
    cleaned = clean("\n".join([*NEWS, APPEAL]))
    assert cleaned.text == "\n\n".join(NEWS)
    assert reasons(cleaned) == ["appeal for money"]
    assert cleaned.removed[0].text == APPEAL


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_appeal_before_or_amid_the_text_goes_only_to_its_own_end(at: int) -> None:
    cleaned = clean(with_furniture(APPEAL.replace("\n", "\n\n"), at))
    assert cleaned.text == "\n\n".join(NEWS)
    assert set(reasons(cleaned)) == {"appeal for money"}


def test_words_addressed_to_readers_are_no_appeal_without_money() -> None:
    text = "Dear readers,\n\n" + "\n\n".join(NEWS)
    assert NEWS[0] in clean(text).text


def test_a_teaser_card_goes_with_headline_before_and_after_and_its_blurb() -> None:
    headline = "Norway Seizes Trawler Over Suspected Cable Damage, Crew Questioned"
    blurb = "The skipper of the trawler is alleged to have dragged an anchor off Norway."
    card = f"{headline}\nOther Topics of Interest\n\n{headline}\n\n{blurb}"
    cleaned = clean(with_furniture(card))
    assert cleaned.text == "\n\n".join(NEWS)
    assert reasons(cleaned) == ["teaser of another story"]
    assert cleaned.removed[0].text == card


def test_the_paragraph_after_a_teaser_stays_when_it_belongs_to_the_report() -> None:
    headline = "Norway Seizes Trawler Over Suspected Cable Damage, Crew Questioned"
    card = f"{headline}\nOther Topics of Interest\n\n{headline}"
    body = ["Austria and Hungary opened talks in Vienna.", "Hungary wants Vienna to host more."]
    text = f"{body[0]}\n\n{card}\n\n{body[1]}"
    assert clean(text).text == "\n\n".join(body)


def test_a_list_under_related_stories_goes_and_the_report_goes_on() -> None:
    links = "Related Stories\n\nWhy the grain talks matter now\n\nFive things to know about Vienna"
    cleaned = clean(with_furniture(links))
    assert cleaned.text == "\n\n".join(NEWS)
    assert reasons(cleaned) == ["teaser of another story"]


def test_a_related_label_may_run_over_two_wrapped_lines() -> None:
    text = (
        "The foreign ministers of the two neighbours met in Vienna on Tuesday, the first such\n"
        "meeting in more than a decade, and agreed to meet again before the end of the year in\n"
        "another capital.\n\n"
        "Related article: As Ministers Leave Vienna With Empty Hands, Each Capital Hails a ‘Great\n"
        "Success for Peace’\n\n"
        "The hosts said the atmosphere had been businesslike and that a list of open questions\n"
        "had been handed to both sides.\n"
    )
    cleaned = clean(text)
    assert reasons(cleaned) == ["related article"]
    assert cleaned.removed[0].text.endswith("Success for Peace’")
    assert cleaned.text.count("\n\n") == 1


def test_comments_at_the_end_go_with_what_readers_wrote() -> None:
    widget = "Comments (2)\n\nanna\n\nI do not believe a word of it, and nor should you.\n\notto"
    cleaned = clean("\n\n".join([*NEWS, widget]))
    assert cleaned.text == "\n\n".join(NEWS)
    assert reasons(cleaned) == ["comments"]


def test_a_comments_link_on_top_takes_nothing_else_along() -> None:
    cleaned = clean("Comments (12)\n\n" + "\n\n".join(NEWS))
    assert cleaned.text == "\n\n".join(NEWS)
    assert cleaned.removed[0].text == "Comments (12)"


def test_an_empty_comments_widget_takes_the_pictures_address_along() -> None:
    picture = "https://www.example.org/assets/author.png"
    widget = f"Comments (0)\n\n{picture}\nWrite the first comment for this!"
    cleaned = clean("\n\n".join([*NEWS, widget]))
    assert cleaned.text == "\n\n".join(NEWS)
    assert [(r.reason, r.text) for r in cleaned.removed] == [("comments", widget)]


def test_only_a_certain_photo_credit_leaves_a_caption() -> None:
    caption = "Ministers arriving in Vienna on Tuesday morning."
    cleaned = clean(f"{caption} Example Foreign Ministry / Telegram\n\n" + "\n\n".join(NEWS))
    assert cleaned.text.startswith(caption + "\n\n")
    assert [(r.reason, r.text) for r in cleaned.removed] == [
        ("photo credit", "Example Foreign Ministry / Telegram")
    ]
    uncertain = f"{caption} They spoke of and/or about Twitter"
    assert clean(uncertain).text == uncertain


# --- characters ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        ("The ministryâ€™s statement", "The ministry’s statement"),
        ("â€œNo comment,â€\x9d she said", "“No comment,” she said"),
        ("Talks &amp; trade &#8212; again", "Talks & trade — again"),
        ("Caf&eacute; talks&nbsp;in Z&uuml;rich", "Café talks in Zürich"),
        ("zero\u200bwidth and soft\u00adhyphen", "zerowidth and softhyphen"),
        ("tabs\tand   spaces", "tabs and spaces"),
        ("“curly” and ‘single’ stay", "“curly” and ‘single’ stay"),
        ('"straight" stays', '"straight" stays'),
        ("Cafe\u0301", "Café"),
    ],
)
def test_characters_are_repaired_and_quotes_stay(broken: str, repaired: str) -> None:
    cleaned = clean(broken)
    assert cleaned.text == repaired
    for piece in cleaned.pieces:
        end = piece.original + piece.length
        assert (
            broken[piece.original : end] == cleaned.text[piece.start : piece.start + piece.length]
        )


def test_repair_keeps_the_map_around_what_it_repairs() -> None:
    broken = "Before the ministryâ€™s words; after them, the end."
    cleaned = clean(broken)
    mapped = sum(p.length for p in cleaned.pieces)
    assert len(cleaned.text) - mapped <= 1
    last = cleaned.pieces[-1]
    assert broken[last.original : last.original + last.length].endswith("after them, the end.")


def test_of_a_paragraph_beyond_all_reports_only_the_white_space_is_made_single() -> None:
    text = "caf\u00c3\u00a9  bar " * 20_000
    assert clean(text).text == "caf\u00c3\u00a9 bar " * 19_999 + "caf\u00c3\u00a9 bar"
    assert clean("caf\u00c3\u00a9  bar").text == "caf\u00e9 bar"

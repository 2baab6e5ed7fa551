"""Sentences and paragraphs in the style of diplomatic reports, written for these tests.

The persons are invented. Each case is a text and what must be found in it:
(source words, act, cue spans, content spans, addressee's head word, chain).
A source of the next statement may be named by words, since spans repeat.
"""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """One expected statement, by its exact words."""

    source: str
    act: str
    cue: tuple[str, ...]
    content: tuple[str, ...]
    to: str | None = None
    chain: tuple[str, ...] = ()


CASES: list[tuple[str, list[Said]]] = [
    # --- direct quotations -----------------------------------------------------------------
    (
        '"We will keep the crossing open," Foreign Minister Pavel Orlin said.',
        [
            Said(
                "Foreign Minister Pavel Orlin",
                "say",
                ("said",),
                ('"We will keep the crossing open,"',),
            )
        ],
    ),
    (
        "“The door is not closed,” said Mira Tolan, a spokeswoman for the ministry.",
        [
            Said(
                "Mira Tolan, a spokeswoman for the ministry",
                "say",
                ("said",),
                ("“The door is not closed,”",),
            )
        ],
    ),
    (
        "Orlin said: “Nobody has told us about a new date.”",
        [Said("Orlin", "say", ("said:",), ("“Nobody has told us about a new date.”",))],
    ),
    (
        'Tolan told reporters, "The list is long."',
        [Said("Tolan", "tell", ("told",), ('"The list is long."',), "reporters")],
    ),
    (
        '"We came to listen," Orlin said. "We leave with a text."',
        [Said("Orlin", "say", ("said",), ('"We came to listen,"', '"We leave with a text."'))],
    ),
    (
        "“If the guns fall silent,” Orlin said, “we will return to the table.”",
        [
            Said(
                "Orlin",
                "say",
                ("said",),
                ("“If the guns fall silent,”", "“we will return to the table.”"),
            )
        ],
    ),
    (
        "“We have time. We have patience. We have friends,” Orlin said in Geneva.",
        [
            Said(
                "Orlin",
                "say",
                ("said",),
                ("“We have time. We have patience. We have friends,”",),
            )
        ],
    ),
    (
        '"Who asked for this meeting?” Orlin asked.',
        [Said("Orlin", "ask", ("asked",), ('"Who asked for this meeting?”',))],
    ),
    (
        "“The first point is agreed.\n\n“The second is not,” Orlin said.",
        [
            Said(
                "Orlin",
                "say",
                ("said",),
                ("“The first point is agreed.", "“The second is not,”"),
            )
        ],
    ),
    (
        "“The text is ready,” Tolan said on Monday.\n\n“It will be signed in June.”",
        [
            Said(
                "Tolan",
                "say",
                ("said",),
                ("“The text is ready,”", "“It will be signed in June.”"),
            )
        ],
    ),
    (
        '"Nothing is settled," she added.',
        [Said("she", "add", ("added",), ('"Nothing is settled,"',))],
    ),
    (
        '"The border stays where it is," the Foreign Ministry said in a statement.',
        [
            Said(
                "the Foreign Ministry",
                "say",
                ("said in a statement",),
                ('"The border stays where it is,"',),
            )
        ],
    ),
    (
        "'We are neighbours,' Orlin wrote.",
        [Said("Orlin", "write", ("wrote",), ("'We are neighbours,'",))],
    ),
    # --- indirect --------------------------------------------------------------------------
    (
        "President Marek Dolan said that the talks had been useful.",
        [Said("President Marek Dolan", "say", ("said",), ("that the talks had been useful",))],
    ),
    (
        "Dolan said the talks had been useful.",
        [Said("Dolan", "say", ("said",), ("the talks had been useful",))],
    ),
    (
        "Orlin told the Chinese envoy Chen Rui on Friday that there were many obstacles.",
        [
            Said(
                "Orlin",
                "tell",
                ("told",),
                ("that there were many obstacles",),
                "Rui",
            )
        ],
    ),
    (
        "The two ministers met for an hour, Moscow said.",
        [Said("Moscow", "say", ("said",), ("The two ministers met for an hour",))],
    ),
    (
        "Orlin was in Ankara for talks on Tuesday, his ministry said.",
        [Said("his ministry", "say", ("said",), ("Orlin was in Ankara for talks on Tuesday",))],
    ),
    (
        "The delegation, officials said, would leave on Sunday.",
        [Said("officials", "say", ("said",), ("The delegation", "would leave on Sunday"))],
    ),
    (
        "Dolan has said he will not resign.",
        [Said("Dolan", "say", ("has said",), ("he will not resign",))],
    ),
    (
        "Tolan also noted that the treaty expires next year.",
        [Said("Tolan", "say", ("also noted",), ("that the treaty expires next year",))],
    ),
    (
        "The ministry announced that the visit had been postponed.",
        [Said("The ministry", "announce", ("announced",), ("that the visit had been postponed",))],
    ),
    (
        "Beijing insists it is a neutral party.",
        [Said("Beijing", "insist", ("insists",), ("it is a neutral party",))],
    ),
    (
        "Kyiv denied that it had rejected the offer.",
        [Said("Kyiv", "deny", ("denied",), ("that it had rejected the offer",))],
    ),
    (
        "Orlin assured Dolan that the gas would flow.",
        [Said("Orlin", "promise", ("assured",), ("that the gas would flow",), "Dolan")],
    ),
    (
        "Orlin promised to send a representative to Kyiv.",
        [Said("Orlin", "promise", ("promised",), ("to send a representative to Kyiv",))],
    ),
    (
        "Dana Holt, who is visiting Beijing this week, said the sanctions would stay.",
        [
            Said(
                "Dana Holt, who is visiting Beijing this week",
                "say",
                ("said",),
                ("the sanctions would stay",),
            )
        ],
    ),
    (
        "Dolan warned that the ceasefire could collapse.",
        [Said("Dolan", "warn", ("warned",), ("that the ceasefire could collapse",))],
    ),
    # --- mixed -----------------------------------------------------------------------------
    (
        'Chen has said there is "no easy way out of the crisis."',
        [Said("Chen", "say", ("has said",), ('there is "no easy way out of the crisis."',))],
    ),
    (
        'Beijing would "keep talking to all sides," she said.',
        [Said("she", "say", ("said",), ('Beijing would "keep talking to all sides,"',))],
    ),
    (
        'Tolan added that China had "always controlled" such exports.',
        [Said("Tolan", "add", ("added",), ('that China had "always controlled" such exports',))],
    ),
    (
        'Orlin praised Beijing\'s "balanced" position on the war.',
        [Said("Orlin", "praise", ("praised",), ('Beijing\'s "balanced" position on the war',))],
    ),
    (
        "Dolan called his talks with Chen “open and friendly,” and left for home.",
        [Said("Dolan", "call", ("called",), ("his talks with Chen “open and friendly,”",))],
    ),
    (
        "Dolan described the offer as “a first step.”",
        [Said("Dolan", "call", ("described",), ("the offer as “a first step.”",))],
    ),
    (
        'Orlin said that several points could be a basis "if the other side is ready for it."',
        [
            Said(
                "Orlin",
                "say",
                ("said",),
                ('that several points could be a basis "if the other side is ready for it."',),
            )
        ],
    ),
    # --- acts with objects -----------------------------------------------------------------
    (
        "Orlin accused the United States of prolonging the war.",
        [
            Said(
                "Orlin",
                "accuse",
                ("accused",),
                ("the United States of prolonging the war",),
            )
        ],
    ),
    (
        "Dolan blamed Moscow for the delay.",
        [Said("Dolan", "accuse", ("blamed",), ("Moscow for the delay",))],
    ),
    (
        "The White House called on Beijing to press for a truce.",
        [
            Said(
                "The White House",
                "demand",
                ("called on",),
                ("Beijing to press for a truce",),
                "Beijing",
            )
        ],
    ),
    (
        "Dolan urged Orlin to pull back his troops.",
        [Said("Dolan", "demand", ("urged",), ("Orlin to pull back his troops",), "Orlin")],
    ),
    (
        "Berlin called for an immediate ceasefire.",
        [Said("Berlin", "demand", ("called for",), ("an immediate ceasefire",))],
    ),
    (
        "Dolan proposed a new round of talks in Vienna.",
        [Said("Dolan", "propose", ("proposed",), ("a new round of talks in Vienna",))],
    ),
    (
        "The minister rejected the proposal.",
        [Said("The minister", "reject", ("rejected",), ("the proposal",))],
    ),
    (
        "The two sides agreed to reopen the consulates.",
        [Said("The two sides", "agree", ("agreed",), ("to reopen the consulates",))],
    ),
    (
        "Dolan invited Orlin to visit Warsaw.",
        [Said("Dolan", "invite", ("invited",), ("Orlin to visit Warsaw",), "Orlin")],
    ),
    # --- participles -----------------------------------------------------------------------
    (
        "Chen visited Moscow in March, saying ties were “on the rise.”",
        [Said("Chen", "say", ("saying",), ("ties were “on the rise.”",))],
    ),
    (
        "Orlin left the hall, blaming Western countries for the failure.",
        [Said("Orlin", "accuse", ("blaming",), ("Western countries for the failure",))],
    ),
    (
        "Tolan said the visit was off, adding that no new date had been set.",
        [
            Said("Tolan", "say", ("said",), ("the visit was off",)),
            Said("Tolan", "add", ("adding",), ("that no new date had been set",)),
        ],
    ),
    # --- according to ----------------------------------------------------------------------
    (
        "The envoy will fly to Paris on Monday, according to the Foreign Ministry.",
        [
            Said(
                "the Foreign Ministry",
                "say",
                ("according to",),
                ("The envoy will fly to Paris on Monday",),
            )
        ],
    ),
    (
        "According to Dolan, the pipeline is empty.",
        [Said("Dolan", "say", ("According to",), ("the pipeline is empty",))],
    ),
    (
        "The ministers agreed on a text, according to a readout from the Foreign Ministry.",
        [
            Said("The ministers", "agree", ("agreed on",), ("a text",), None, ("Ministry",)),
            Said(
                "a readout from the Foreign Ministry",
                "say",
                ("according to",),
                ("The ministers agreed on a text",),
            ),
        ],
    ),
    # --- chains ----------------------------------------------------------------------------
    (
        "The Wall Street Journal, citing Western officials, reported Friday that a deal was near.",
        [
            Said(
                "Western officials",
                "announce",
                ("reported",),
                ("that a deal was near",),
                None,
                ("Wall Street Journal",),
            )
        ],
    ),
    (
        '"China is ready to help," the Chinese Foreign Ministry quoted Chen as saying on Friday.',
        [
            Said(
                "Chen",
                "say",
                ("quoted", "as saying"),
                ('"China is ready to help,"',),
                None,
                ("Chinese Foreign Ministry",),
            )
        ],
    ),
    (
        "The ministry cited Orlin as saying that Moscow values the document.",
        [
            Said(
                "Orlin",
                "say",
                ("cited", "as saying"),
                ("that Moscow values the document",),
                None,
                ("ministry",),
            )
        ],
    ),
    (
        "Orlin was quoted as saying that the bridge would reopen.",
        [
            Said(
                "Orlin",
                "say",
                ("was quoted", "as saying"),
                ("that the bridge would reopen",),
            )
        ],
    ),
    (
        "Moscow is ready to stay in touch, the ministry cited Orlin.",
        [
            Said(
                "Orlin",
                "say",
                ("cited",),
                ("Moscow is ready to stay in touch",),
                None,
                ("ministry",),
            )
        ],
    ),
    (
        "Russian news agencies reported that Dolan had said the talks would resume.",
        [
            Said(
                "Russian news agencies",
                "announce",
                ("reported",),
                ("that Dolan had said the talks would resume",),
            ),
            Said(
                "Dolan",
                "say",
                ("had said",),
                ("the talks would resume",),
                None,
                ("Russian news agencies",),
            ),
        ],
    ),
    (
        '"Both sides expressed readiness to cooperate," the Foreign Ministry said.',
        [
            Said(
                "the Foreign Ministry",
                "say",
                ("said",),
                ('"Both sides expressed readiness to cooperate,"',),
            ),
            Said(
                "Both sides",
                "express",
                ("expressed",),
                ("readiness to cooperate",),
                None,
                ("Foreign Ministry",),
            ),
        ],
    ),
    (
        "Orlin told TASS that the embassy would stay open.",
        [
            Said(
                "Orlin",
                "tell",
                ("told",),
                ("that the embassy would stay open",),
                "TASS",
                (),
            )
        ],
    ),
    (
        "Western officials who spoke to the Washington Post said that a truce was far away.",
        [
            Said(
                "Western officials who spoke to the Washington Post",
                "say",
                ("said",),
                ("that a truce was far away",),
                None,
                ("Washington Post",),
            )
        ],
    ),
    (
        "Orlin said the roof had been repaired, according to Interfax.",
        [
            Said(
                "Orlin",
                "say",
                ("said",),
                ("the roof had been repaired",),
                None,
                ("Interfax",),
            )
        ],
    ),
    # --- documents -------------------------------------------------------------------------
    (
        "The Foreign Ministry issued a statement saying the envoy had been recalled.",
        [
            Said(
                "a statement",
                "say",
                ("saying",),
                ("the envoy had been recalled",),
            )
        ],
    ),
    (
        '"We respect all borders," the ministry\'s statement said.',
        [Said("the ministry's statement", "say", ("said",), ('"We respect all borders,"',))],
    ),
    # --- layout ----------------------------------------------------------------------------
    (
        "Anna Verin: the talks will go on\n\nThe meeting ended late.",
        [Said("Anna Verin", "say", (":",), ("the talks will go on",))],
    ),
    # --- no statements ---------------------------------------------------------------------
    ("The ministers met in Goa and signed a protocol.", []),
    ('The paper, entitled "A Way to Peace," was published in May.', []),
    ("Dolan would not say whether he had met the envoy.", []),
    ("The deal was reportedly close.", []),
    ("Orlin called Dolan on Friday.", []),
    ("The army attacked the town and took the bridge.", []),
]

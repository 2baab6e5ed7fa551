"""Impossible attachments are moved, possible ones stay."""

from __future__ import annotations

from dataclasses import replace

from coranto.language.repair import repaired
from coranto.types import Name, Token


def sentence(*words: tuple[str, int, str]) -> list[Token]:
    """Tokens from (word, head, relation)."""
    return [Token(w, 4 * i, 4 * i + len(w), "X", h, d, w) for i, (w, h, d) in enumerate(words)]


def test_a_subject_before_its_that_is_the_object_of_the_verb_above() -> None:
    tokens = sentence(
        ("Orlova", 1, "nsubj"),
        ("told", -1, "root"),
        ("Tan", 5, "nsubj"),
        ("that", 5, "mark"),
        ("there", 5, "expl"),
        ("were", 1, "ccomp"),
        ("obstacles", 5, "nsubj"),
        (",", 8, "punct"),
        ("blaming", 5, "advcl"),
        ("Ukraine", 8, "obj"),
    )
    found = repaired(tokens)
    assert (found[2].head, found[2].dep) == (1, "obj")
    assert (found[6].head, found[6].dep) == (5, "nsubj")
    assert (found[8].head, found[8].dep) == (1, "advcl")


def test_a_subject_behind_its_that_stays() -> None:
    tokens = sentence(
        ("Orlova", 1, "nsubj"),
        ("said", -1, "root"),
        ("that", 4, "mark"),
        ("Tan", 4, "nsubj"),
        ("left", 1, "ccomp"),
        (",", 6, "punct"),
        ("smiling", 4, "advcl"),
    )
    assert repaired(tokens) == tuple(tokens)


def persons(tokens: list[Token], *names: tuple[int, int]) -> list[Name]:
    """Persons' names from (first token, last token)."""
    return [
        Name("", tokens[first].start, tokens[last].end, "person", None) for first, last in names
    ]


def test_a_person_beside_another_is_one_more_of_the_list() -> None:
    tokens = sentence(
        ("Orlova", 6, "nsubj"),
        (",", 2, "punct"),
        ("Tan", 0, "appos"),
        ("Bo", 2, "flat"),
        ("and", 5, "cc"),
        ("Moss", 0, "conj"),
        ("met", -1, "root"),
    )
    found = repaired(tokens, persons(tokens, (0, 0), (2, 3), (5, 5)))
    assert (found[2].head, found[2].dep) == (0, "conj")
    assert found[:2] + found[3:] == tuple(tokens[:2] + tokens[3:])
    below = [*tokens[:5], replace(tokens[5], head=2), tokens[6]]
    assert repaired(below, persons(below, (0, 0), (2, 3), (5, 5))) == found


def test_what_describes_a_person_stays_an_apposition() -> None:
    tokens = sentence(
        ("Orlova", 6, "nsubj"),
        (",", 2, "punct"),
        ("minister", 0, "appos"),
        (",", 5, "punct"),
        ("and", 5, "cc"),
        ("Moss", 0, "conj"),
        ("met", -1, "root"),
    )
    assert repaired(tokens, persons(tokens, (0, 0), (5, 5))) == tuple(tokens)


def test_a_past_tense_joined_to_what_would_be_goes_with_the_verb_above() -> None:
    tokens = sentence(
        ("Orlova", 1, "nsubj"),
        ("said", -1, "root"),
        ("they", 4, "nsubj"),
        ("would", 4, "aux"),
        ("meet", 1, "ccomp"),
        ("and", 6, "cc"),
        ("left", 4, "conj"),
    )
    verbs = {"said": "say", "meet": "meet", "left": "leave"}
    tokens = [replace(t, pos="VERB", lemma=verbs[t.text]) if t.text in verbs else t for t in tokens]
    assert repaired(tokens)[6].head == 1
    leave = [*tokens[:6], replace(tokens[6], text="leave")]
    assert repaired(leave) == tuple(leave)


def test_what_is_told_hangs_on_the_verb_behind_it_and_that_on_the_next() -> None:
    tokens = sentence(
        ("talks", 1, "nsubj"),
        ("failed", 7, "ccomp"),
        (",", 1, "punct"),
        ("Orlova", 4, "nsubj"),
        ("said", 7, "ccomp"),
        (",", 4, "punct"),
        ("radio", 7, "nsubj"),
        ("reported", -1, "root"),
    )
    tokens[4] = replace(tokens[4], pos="VERB", lemma="say")
    found = repaired(tokens)
    assert [(t.head, t.dep) for t in found if t.text in ("failed", "said")] == [
        (4, "ccomp"),
        (7, "ccomp"),
    ]
    below = [*tokens[:4], replace(tokens[4], head=1, dep="advcl"), *tokens[5:]]
    assert repaired(below) == found


def test_a_name_before_a_hyphen_goes_with_the_participle() -> None:
    tokens = sentence(
        ("the", 7, "det"),
        ("UN", 7, "compound"),
        ("-", 4, "punct"),
        ("and", 4, "cc"),
        ("Norway", 1, "conj"),
        ("-", 1, "punct"),
        ("brokered", 7, "amod"),
        ("deal", -1, "root"),
    )
    found = repaired(tokens)
    assert (found[1].head, found[1].dep) == (6, "compound")
    assert found[:1] + found[2:] == tuple(tokens[:1] + tokens[2:])
    bare = sentence(("UN", 2, "compound"), ("troubled", 2, "amod"), ("deal", -1, "root"))
    assert repaired(bare) == tuple(bare)


def test_which_is_no_person() -> None:
    tokens = sentence(
        ("letter", -1, "root"),
        ("to", 2, "case"),
        ("Tan", 0, "nmod"),
        (",", 7, "punct"),
        ("which", 7, "obj"),
        ("the", 6, "det"),
        ("palace", 7, "nsubj"),
        ("released", 2, "acl:relcl"),
    )
    tokens[0] = replace(tokens[0], pos="NOUN")
    assert repaired(tokens, persons(tokens, (2, 2)))[7].head == 0
    who = [*tokens[:4], replace(tokens[4], text="whom"), *tokens[5:]]
    assert repaired(who, persons(who, (2, 2))) == tuple(who)

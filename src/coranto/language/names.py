"""The names of a sentence as readers would mark them: no marks at their ends, one place each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coranto.language.tokenise import Word

_MARKS = frozenset(",;:\"'()[]\u201c\u201d\u2018\u2019-\u2013\u2014@/<>|*")

# States of the US as an address has them behind a town. Source: USPS Publication 28, appendix B,
# and the Associated Press's list of abbreviations.
_STATES = frozenset(
    word.strip()
    for word in """
    alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida;
    georgia; hawaii; idaho; illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland;
    massachusetts; michigan; minnesota; mississippi; missouri; montana; nebraska; nevada; ohio;
    oklahoma; oregon; pennsylvania; tennessee; texas; utah; vermont; virginia; wisconsin; wyoming;
    ala.; ariz.; ark.; calif.; colo.; conn.; del.; fla.; ga.; ill.; ind.; kan.; ky.; la.; mass.;
    mich.; minn.; miss.; mo.; mont.; neb.; nev.; okla.; ore.; pa.; tenn.; vt.; va.; wash.; wis.;
    wyo.""".split(";")
)
_PARTS_OF_STATES = frozenset(
    "north south east west northern southern eastern western central upper lower new baja".split()
)


def tidied(
    words: Sequence[Word], names: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Names as (first word, word after the last, kind) without marks at their ends.

    A town and the state behind it are two places ("Dayton Ohio"), "Northern Virginia" is one.
    """
    for first, last, kind in names:
        while last - first > 1 and words[last - 1].text in _MARKS:
            last -= 1  # noqa: PLW2901
        while last - first > 1 and words[first].text in _MARKS:
            first += 1  # noqa: PLW2901
        if kind == "LOC" and _ends_in_state(words[first:last]):
            yield first, last - 1, kind
            first = last - 1  # noqa: PLW2901
        yield first, last, kind


def _ends_in_state(words: Sequence[Word]) -> bool:
    if len(words) < 2 or words[-1].text.lower() not in _STATES:
        return False
    before = words[-2].text
    return before.isalpha() and before.lower() not in {*_PARTS_OF_STATES, "of", "the", "and"}

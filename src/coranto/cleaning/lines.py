"""From lines to paragraphs: hard-wrapped lines are joined again, words split at line ends too.

Three layouts occur: one paragraph a line; paragraphs parted by blank lines; and
lines broken at a fixed width by a printer, with or without blank lines between
paragraphs. Only the last is joined.

A text is taken as wrapped when its lines break in mid-sentence: a line without
a final stop that ends in "the" or a split word, or whose next line begins in
lower case. Running English does so at two breaks in three; lists of headlines
and one-paragraph-a-line texts hardly ever do. Within a wrapped text a break was
forced if the next word would not have fitted in the usual width; a line that
stops short ends its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from coranto.cleaning.tracked import Tracked, join

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_SPLIT_WORD = re.compile(r"(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+)(?P<hyphen>[-\u2010\u00ad])$")
_SPLIT_OVER_LINES = re.compile(r"[^\W\d_]+[-\u2010\u00ad][ \t]*[\r\n]+[ \t]*[^\W\d_]+")
_WORD_START = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+|[^\W\d_]+")

StandsAlone = Callable[[str, bool], bool]
"""Tells whether a line (and whether the line before broke off in a sentence) joins no other."""

# At least this share of the breaks within blocks must be in mid-sentence, before a small letter.
_WRAPPED_SHARE = 0.3
# One such break alone proves little, unless there is hardly another.
_WRAPPED_SHARE_OF_ONE = 0.5
# Words that no sentence and no headline ends with.
_NEVER_LAST = frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "and", "or"),
        *("but", "as", "that", "than", "his", "her", "its", "their", "was", "were", "is", "are"),
        *("has", "had", "have", "will", "would", "who", "which", "into", "between", "during"),
    )
)
# Proportional type makes full lines differ in length, by a fifth in printed pages.
_FORCED_BETWEEN_BLANKS = 0.75
_FORCED_WITHOUT_BLANKS = 0.85
# Without blank lines between paragraphs, a sentence that ends with its line may end one, too.
_FORCED_AFTER_SENTENCE = 0.97
_INDENT = 3
_FAR_LONGER = 1.5

# First parts that English keeps before a hyphen (Chicago Manual of Style, 7.89; newsroom usage).
_FIRST_PARTS = """
anti cease cyber double east eight eighteen eleven far fifteen fifty first five forty four
fourth full great half hard high ill large late left less long low mid narco neo nine non north
old once one quasi right self seven single six sixteen small socio south state ten third thirty
three top twelve twenty two ultra well west wide world year
"""
_KEEPS_HYPHEN = frozenset(_FIRST_PARTS.split())

# First parts that mostly begin a solid word ("counterpart", "decision", "prevent"), each with the
# second parts before which news English keeps the hyphen all the same (same source).
_PARTNERS = """
all: american around day encompassing european night out party star time
co: chair chairs chaired chairman author authors defendant founder founders host hosts pilot
co: sponsor sponsors sponsored worker workers
counter: espionage proposal proposals terrorism terrorist
cross: border channel examination party section strait
de: escalate escalated escalating escalation facto jure
ex: ambassador chancellor chief commander detective general head husband king leader leaders
ex: member minister ministers officer official officials police president presidents prime
ex: prisoner prisoners soldier soldiers spy wife
inter: agency ethnic governmental korean ministerial parliamentary party state
mini: budget series summit
multi: billion ethnic million party polar year
near: certain daily miss total
off: duty limits record season shore site the year
open: air ended minded
out: of
over: the
pan: african american arab european
peace: building loving making time
post: communist conflict cold election summit talks war
pre: agreed approved arranged conditions dawn election emptive existing recorded trial war
pro: democracy government independence market peace reform rebel war
second: biggest class generation half hand highest in largest most term
semi: annual automatic autonomous final finals official permanent
short: handed lived range sighted staffed term
so: called
still: life unfinished unknown unresolved
super: rich
then: candidate chancellor defence defense director foreign leader minister premier president
then: prime secretary vice
trans: continental national
under: age fire pressure
vice: admiral chair chairman chairmen chairwoman chancellor foreign governor mayor minister
vice: premier president presidential presidents prime speaker
war: crimes era ravaged time torn weary zone
"""
_KEEPS_HYPHEN_BEFORE: dict[str, frozenset[str]] = {}
for _row in _PARTNERS.strip().splitlines():
    _first, _seconds = _row.split(":")
    _KEEPS_HYPHEN_BEFORE[_first] = _KEEPS_HYPHEN_BEFORE.get(_first, frozenset()) | frozenset(
        _seconds.split()
    )

# Second halves that are endings, no words: a printer splits before them, and English puts no
# hyphen there (endings of Quirk et al. 1985, appendix I, with their inflections).
_ENDINGS = frozenset(
    """
able ably al ally als an ance ances ans ant ants ary ate ated ates ating ation ations ative ble
bly cal cally cial cially cian cians cies cy ded der ders ding ed ence ences ency ent ently ents
er ern erner erners ers ery est ful fully gle hood ian ians ible ibly ic ical ically ies ily iness
ing ings ion ions isation ise ised ish ising ism ist ists ities ity ive ively ization ize ized
izing less lessly ling ly ment mental mentary mented menting ments ness nesses ous ously ship
ships sion sional sions sive sively some ted ter ters tial tially tic tical tically tics ties ting
tion tional tionally tioned tioning tions tist tists tive tively tives tor tors tory tric ture
tured tures turing ty ual ually uous ure ured ures wards
""".split()
)
# "win-ning", "star-red": a doubled letter is parted.
_DOUBLED = re.compile(r"(?P<letter>[bdfglmnprstz])(?:ed|ing|ings|er|ers|est|y|ies)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the stretch ``[start, end)`` of the file that it came from."""

    text: Tracked
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: Tracked
    start: int
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text.text)


@dataclass(frozen=True, slots=True)
class _Needed:
    """The length, with the next word, from which a break was forced: in and after a sentence."""

    in_sentence: float
    after_sentence: float


def paragraphs(decoded: str, stands_alone: StandsAlone) -> list[Paragraph]:
    """Cut ``decoded`` (the text of a file) into paragraphs, none of them blank.

    ``stands_alone`` tells lines that are no part of running text (an address,
    "Advertisement"): they are joined to nothing.
    """
    blocks = _blocks(decoded)
    width = _wrap_width(blocks, stands_alone)
    if width is None:
        return [_paragraph([line], frozenset()) for block in blocks for line in block]
    many_blocks = sum(len(block) > 1 for block in blocks) > 1
    needed = _Needed(
        width * (_FORCED_BETWEEN_BLANKS if many_blocks else _FORCED_WITHOUT_BLANKS),
        width * (_FORCED_BETWEEN_BLANKS if many_blocks else _FORCED_AFTER_SENTENCE),
    )
    # The halves of words split at line ends are no words: only what stands whole counts.
    whole = _SPLIT_OVER_LINES.sub(" ", decoded)
    words = frozenset(w.casefold() for w in _HYPHENATED.findall(whole))
    result = []
    for block in blocks:
        result += [_paragraph(run, words) for run in _runs(block, needed, stands_alone)]
    return result


def _blocks(decoded: str) -> list[list[_Line]]:
    blocks: list[list[_Line]] = [[]]
    at = 0
    while at <= len(decoded):
        match = _LINE.match(decoded, at)
        assert match is not None
        text = match.group()
        stripped = text.strip()
        if stripped:
            indent = len(text) - len(text.lstrip())
            start = at + indent
            blocks[-1].append(_Line(Tracked.at(stripped, start), start, indent))
        elif blocks[-1]:
            blocks.append([])
        after = match.end()
        at = after + (2 if decoded[after : after + 2] == "\r\n" else 1)
    return [block for block in blocks if block]


def _wrap_width(blocks: list[list[_Line]], stands_alone: StandsAlone) -> float | None:
    """The usual length of a full line in characters, or None for a text that is not wrapped."""
    lengths: list[int] = []
    mid_sentence = 0
    for block in blocks:
        for line, following in pairwise(block):
            lengths.append(len(line.text.text))
            broken = _breaks_sentence(line.text.text, following.text.text)
            # A byline above a text that begins in a small letter broke nothing, nor did a
            # headline above an address.
            mid_sentence += broken and not any(
                _is_whole(each.text.text, stands_alone) for each in (line, following)
            )
    share = mid_sentence / len(lengths) if lengths else 0.0
    if share < (_WRAPPED_SHARE if mid_sentence > 1 else _WRAPPED_SHARE_OF_ONE):
        return None
    lengths.sort()
    width = float(lengths[int(0.9 * (len(lengths) - 1))])
    # Where most of the text stands in far longer lines, no printer broke it.
    of_all = [len(line.text.text) for block in blocks for line in block]
    longer = sum(length for length in of_all if length > _FAR_LONGER * width)
    return None if longer > sum(of_all) / 2 else width


def _breaks_sentence(line: str, following: str) -> bool:
    """Whether a sentence goes on over the end of ``line``, as only a printer would break it."""
    if _SENTENCE_END.search(line):
        return False
    last = line.rsplit(maxsplit=1)[-1].casefold()
    return following[0].islower() or last in _NEVER_LAST or _SPLIT_WORD.search(line) is not None


def _runs(block: list[_Line], needed: _Needed, stands_alone: StandsAlone) -> list[list[_Line]]:
    runs: list[list[_Line]] = []
    for line in block:
        if runs and _continues(runs[-1][-1], line, needed, stands_alone):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _continues(line: _Line, following: _Line, needed: _Needed, stands_alone: StandsAlone) -> bool:
    text, next_text = line.text.text, following.text.text
    in_sentence = _SENTENCE_END.search(text) is None
    if _is_whole(text, stands_alone) or stands_alone(next_text, in_sentence):
        return False
    if following.indent - line.indent >= _INDENT:
        return False
    at_start = not in_sentence and not next_text[0].islower()
    length = needed.after_sentence if at_start else needed.in_sentence
    return len(text) + 1 + len(next_text.split(maxsplit=1)[0]) > length


def _is_whole(text: str, stands_alone: StandsAlone) -> bool:
    """Whether a line that stands alone ends with itself: a label's headline may run on."""
    return stands_alone(text, True) and ":" not in text.replace("://", "").rstrip(":")


def _paragraph(lines: list[_Line], words: frozenset[str]) -> Paragraph:
    parts: list[Tracked | str] = [lines[0].text]
    for line in lines[1:]:
        last = parts[-1]
        assert isinstance(last, Tracked)
        match = _SPLIT_WORD.search(last.text)
        if match is None or not line.text.text[0].isalnum():
            parts.append(" ")
        elif not _hyphen_stays(match, line.text.text, words):
            parts[-1] = last.cut(0, match.start("hyphen"))
        parts.append(line.text)
    return Paragraph(join(parts), lines[0].start, lines[-1].end)


def _hyphen_stays(split: re.Match[str], following: str, words: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word: "Asia-/Pacific", not "diplo-/matic".

    In order: a soft hyphen never stays; a number, or a capital or figure after
    the hyphen, keeps it; then the form seen elsewhere in the same text decides;
    then a second part that is an ending and no word of the text ("state-/ment")
    drops it; then the first part (a prefix or number word that English
    hyphenates, or a word hyphenated already) keeps it; then whether both parts
    are words of the same text; else the word was split by the printer.
    """
    if split["hyphen"] == "\u00ad":
        return False
    left = split["word"]
    right_match = _WORD_START.match(following)
    if right_match is None or following[0].isupper() or left.isdigit():
        return True
    right = right_match.group().casefold()
    left = left.casefold()
    if f"{left}-{right}" in words:
        return True
    if left + right in words or (right not in words and _is_ending(left, right)):
        return False
    if left in _KEEPS_HYPHEN_BEFORE:
        return right in _KEEPS_HYPHEN_BEFORE[left]
    if left in _KEEPS_HYPHEN or "-" in left:
        return True
    return len(left) > 2 and len(right) > 2 and left in words and right in words


def _is_ending(left: str, right: str) -> bool:
    doubled = _DOUBLED.fullmatch(right)
    return right in _ENDINGS or (doubled is not None and left.endswith(doubled["letter"]))

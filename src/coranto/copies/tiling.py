"""Which words of two texts stand in both, and which of them moved.

Greedy string tiling (Wise, 1993) takes the longest common run of words first,
wherever it stands, and no word twice.  Runs are found from equal word 5-grams;
inside sentences that prove to be the same, shorter runs are then found by
Ratcliff and Obershelp's method, as ``difflib`` does.  Of the runs, those on the
heaviest chain that keeps both texts' order stayed; the others moved.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coranto.copies.compiled import compiled, part
from coranto.copies.scan import Indices, Keys, Mask
from coranto.copies.words import Words

Places = NDArray[np.int32]
Runs = NDArray[np.int64]  # rows of: first word in the base, first word in the report, words

_SIZE = 5  # words of the shortest tile
_REPEATS = 8  # places in the base tried for one gram: refrains ("he said on Monday that") repeat
_SAME_SENTENCE = 0.5  # share of common words from which two sentences are versions of one
_RIVALS = 4  # sentences of the base that are tried in full for one of the report
_LINK_WORDS = 3  # words of a tile that tie a sentence to its counterpart
_CROSSING = 4  # words by which a tile may lie across a sentence's border by chance
_LONGEST = 1 << 20  # words times words of two stretches compared word by word
# A passage counts for its words and its paragraphs: of two paragraphs and a long one
# that changed places, an editor moved the one.
_BLOCK_WORDS = 40
MOVE_WORDS = 4  # fewer words out of order are a turn of phrase, not a passage moved
_BASE = np.uint64(0x9E3779B97F4A7C15)
_LEAVING = np.uint64(pow(0x9E3779B97F4A7C15, _SIZE, 1 << 64))
_SHIFT = np.uint64(32)


class _Pair(NamedTuple):
    """Two texts, who is matched to whom in both directions (-1: nobody), and room to work in."""

    base_keys: Keys
    report_keys: Keys
    base_sentence: Indices
    report_sentence: Indices
    base_bounds: Indices
    report_bounds: Indices
    base_of: Indices
    report_of: Indices
    room: Runs
    stack: Runs


def match_words(base: Words, report: Words) -> tuple[Indices, Mask]:
    """For each word of ``report`` the word of ``base`` that it repeats, and whether it stayed.

    -1 stands for none; no word of the base is repeated twice.
    """
    base_of = np.empty(len(report), dtype=np.int64)
    in_order = np.empty(len(report), dtype=np.bool_)
    base_of.fill(-1)
    in_order.fill(False)
    if len(base) and len(report):
        _match(
            base.keys,
            report.keys,
            base.sentence,
            report.sentence,
            base.block,
            report.block,
            report.small,
            base_of,
            in_order,
        )
    return base_of, in_order


# --- compiled -------------------------------------------------------------------------------


@compiled
def _match(
    base_keys: Keys,
    report_keys: Keys,
    base_sentence: Indices,
    report_sentence: Indices,
    base_block: Indices,
    report_block: Indices,
    small: Mask,
    base_of: Indices,
    in_order: Mask,
) -> None:
    base_bounds, report_bounds = _bounds(base_sentence), _bounds(report_sentence)
    longest = 1 + max(_longest(base_bounds), _longest(report_bounds))
    pair = _Pair(
        base_keys,
        report_keys,
        base_sentence,
        report_sentence,
        base_bounds,
        report_bounds,
        base_of,
        _filled(len(base_keys)),
        np.empty((3, longest), dtype=np.int64),
        np.empty((2 * longest, 4), dtype=np.int64),
    )
    _tile(_common_runs(base_keys, report_keys), pair)
    _fill_linked(pair)
    _link_rest(pair)
    _absorb(small, pair)
    _settle(base_block, report_block, base_of, in_order)


@part
def _bounds(sentence: Indices) -> Indices:
    """First word of each sentence, and the number of words at the end."""
    count = sentence[-1] + 1
    bounds = np.empty(count + 1, dtype=np.int64)
    at = 0
    for number in range(count):
        bounds[number] = at
        while at < len(sentence) and sentence[at] <= number:
            at += 1
    bounds[count] = len(sentence)
    return bounds


@part
def _longest(bounds: Indices) -> int:
    longest = 0
    for number in range(len(bounds) - 1):
        longest = max(longest, bounds[number + 1] - bounds[number])
    return longest


# --- common runs ----------------------------------------------------------------------------


@part
def _hashes(keys: Keys) -> Keys:
    """A hash of every five keys in a row."""
    made = np.empty(max(len(keys) - _SIZE + 1, 0), dtype=np.uint64)
    rolled = np.uint64(0)
    for place in range(len(keys)):
        rolled = rolled * _BASE + keys[place]
        if place >= _SIZE:
            rolled -= keys[place - _SIZE] * _LEAVING
        if place >= _SIZE - 1:
            made[place - _SIZE + 1] = rolled ^ (rolled >> _SHIFT)
    return made


@part
def _common_runs(base: Keys, report: Keys) -> Runs:
    """Maximal common runs of at least five words, overlapping where they repeat."""
    left, right = _hashes(base), _hashes(report)
    heads, following, rank = _places(left)
    mask = np.uint64(len(heads) - 1)
    runs = np.empty((64, 3), dtype=np.int64)
    count, b = 0, 0
    shift, until = 0, 0  # the longest run at hand: its place in the base, and where it ends
    while b < len(right):
        # Inside a run, a gram that the base has once begins no other one.
        while b < until and rank[b + shift] == 0 and following[b + shift] < 0:
            b += 1
        if b >= len(right):
            break
        slot = right[b] & mask
        while heads[slot] >= 0 and left[heads[slot]] != right[b]:
            slot = (slot + np.uint64(1)) & mask
        a = int(heads[slot])
        while a >= 0 and rank[a] < _REPEATS:
            if a == 0 or b == 0 or base[a - 1] != report[b - 1] or rank[a - 1] >= _REPEATS:
                length = _common_length(base, report, a, b)
                if length >= _SIZE:
                    if count == len(runs):
                        runs = _longer(runs)
                    runs[count, 0], runs[count, 1], runs[count, 2] = a, b, length
                    count += 1
                    if b + length - _SIZE + 1 > until:
                        shift, until = a - b, b + length - _SIZE + 1
            a = int(following[a])
        b += 1
    return runs[:count]


@part
def _places(grams: Keys) -> tuple[Places, Places, Places]:
    """The first place of each gram by its slot, each gram's next place, and how many came before.

    A slot is free where it is -1, and so is what follows the last place.
    """
    size = 16
    while size < 2 * len(grams):
        size *= 2
    mask = np.uint64(size - 1)
    heads = np.empty(size, dtype=np.int32)
    heads[:] = -1
    lasts = np.empty(len(grams), dtype=np.int32)
    following = np.empty(len(grams), dtype=np.int32)
    following[:] = -1
    rank = np.zeros(len(grams), dtype=np.int32)
    for place in range(len(grams)):
        slot = grams[place] & mask
        while heads[slot] >= 0 and grams[heads[slot]] != grams[place]:
            slot = (slot + np.uint64(1)) & mask
        head = heads[slot]
        if head < 0:
            heads[slot] = place
            lasts[place] = place
            continue
        rank[place] = rank[lasts[head]] + 1
        following[lasts[head]] = place
        lasts[head] = place
    return heads, following, rank


@part
def _common_length(base: Keys, report: Keys, a: int, b: int) -> int:
    length = 0
    while (
        a + length < len(base)
        and b + length < len(report)
        and base[a + length] == report[b + length]
    ):
        length += 1
    return length


@part
def _longer(rows: Runs) -> Runs:
    longer = np.empty((2 * len(rows), 3), dtype=np.int64)
    for row in range(len(rows)):
        longer[row, 0], longer[row, 1], longer[row, 2] = rows[row, 0], rows[row, 1], rows[row, 2]
    return longer


@part
def _longer_row(row: Indices) -> Indices:
    longer = np.empty(2 * len(row), dtype=np.int64)
    for place in range(len(row)):
        longer[place] = row[place]
    return longer


@part
def _filled(count: int) -> Indices:
    """A row of -1."""
    row = np.empty(count, dtype=np.int64)
    for place in range(count):
        row[place] = -1
    return row


# --- tiles ----------------------------------------------------------------------------------


@part
def _tile(runs: Runs, pair: _Pair) -> None:
    """Take the runs, the longest first; what of a run is taken already leaves its parts."""
    base_of, report_of = pair.base_of, pair.report_of
    heap = np.empty(max(len(runs), 1), dtype=np.int64)
    held, count = 0, len(runs)
    for number in range(count):
        held = _push(heap, held, number, runs)
    while held:
        number = heap[0]
        held = _pop(heap, held, runs)
        a, b, size = runs[number, 0], runs[number, 1], runs[number, 2]
        if _is_free(base_of[b : b + size], report_of[a : a + size]):
            _place(a, b, size, pair)
            continue
        begin = -1
        for step in range(size + 1):
            free = step < size and base_of[b + step] < 0 and report_of[a + step] < 0
            if free and begin < 0:
                begin = step
            elif not free and begin >= 0:
                length = step - begin
                if length >= _SIZE:
                    if count == len(runs):
                        runs = _longer(runs)
                    runs[count, 0], runs[count, 1] = a + begin, b + begin
                    runs[count, 2] = length
                    if held == len(heap):
                        heap = _longer_row(heap)
                    held = _push(heap, held, count, runs)
                    count += 1
                begin = -1


@part
def _is_free(mine: Indices, theirs: Indices) -> bool:
    """Whether all are -1; without a way out in the middle it takes many at a time."""
    free = np.int64(-1)
    for step in range(len(mine)):
        free &= mine[step] & theirs[step]
    return bool(free == -1)


@part
def _before(runs: Runs, one: int, other: int) -> bool:
    """Whether a run comes first: the longer, then the less displaced, then the earlier one."""
    if runs[one, 2] != runs[other, 2]:
        return bool(runs[one, 2] > runs[other, 2])
    here, there = abs(runs[one, 0] - runs[one, 1]), abs(runs[other, 0] - runs[other, 1])
    if here != there:
        return bool(here < there)
    if runs[one, 1] != runs[other, 1]:
        return bool(runs[one, 1] < runs[other, 1])
    return bool(runs[one, 0] < runs[other, 0])


@part
def _push(heap: Indices, held: int, number: int, runs: Runs) -> int:
    at = held
    while at > 0 and _before(runs, number, heap[(at - 1) // 2]):
        heap[at] = heap[(at - 1) // 2]
        at = (at - 1) // 2
    heap[at] = number
    return held + 1


@part
def _pop(heap: Indices, held: int, runs: Runs) -> int:
    """Take the first run off the heap; give how many are left."""
    held -= 1
    number, at = heap[held], 0
    while 2 * at + 1 < held:
        child = 2 * at + 1
        if child + 1 < held and _before(runs, heap[child + 1], heap[child]):
            child += 1
        if not _before(runs, heap[child], number):
            break
        heap[at] = heap[child]
        at = child
    heap[at] = number
    return held


@part
def _place(a: int, b: int, size: int, pair: _Pair) -> None:
    """Take a run without a few words that cross into another sentence in one text only.

    "... he said. The minister" may go on "The ministry" in the other text: the
    article belongs to what follows it.
    """
    base_of, report_of = pair.base_of, pair.report_of
    base_sentence, report_sentence = pair.base_sentence, pair.report_sentence
    head = 0
    for step in range(1, min(_CROSSING, size - 1) + 1):
        new_a, new_b = _begins(base_sentence, a + step), _begins(report_sentence, b + step)
        if new_a or new_b:
            whole = _begins(base_sentence, a) and _begins(report_sentence, b)
            if not (whole and new_a and new_b):
                head = step
            break
    a, b, size = a + head, b + head, size - head
    tail = 0
    for step in range(1, min(_CROSSING, size - 1) + 1):
        at = size - step
        new_a, new_b = _begins(base_sentence, a + at), _begins(report_sentence, b + at)
        if new_a or new_b:
            whole = _begins(base_sentence, a + size) and _begins(report_sentence, b + size)
            if not (whole and new_a and new_b):
                tail = step
            break
    size -= tail
    if size >= _SIZE:
        base_of[b : b + size] = np.arange(a, a + size)
        report_of[a : a + size] = np.arange(b, b + size)


@part
def _begins(sentence: Indices, at: int) -> bool:
    return bool(at == 0 or at == len(sentence) or sentence[at] != sentence[at - 1])


# --- sentences ------------------------------------------------------------------------------


@part
def _fill_linked(pair: _Pair) -> None:
    """Match what is left of sentences that a tile has tied together, between its words."""
    base_bounds, report_bounds = pair.base_bounds, pair.report_bounds
    base_of = pair.base_of
    tied = _tied(pair)
    for row in range(len(tied)):
        sa, sb, count = tied[row, 0], tied[row, 1], tied[row, 2]
        low, high = base_bounds[sa], base_bounds[sa + 1]
        begin, end = report_bounds[sb], report_bounds[sb + 1]
        if count < _LINK_WORDS or count >= max(high - low, end - begin):
            continue
        anchor, since = low - 1, begin
        for b in range(begin, end + 1):
            a = base_of[b] if b < end else high
            if a < low or a > high:
                continue
            if a > anchor:
                if a > anchor + 1 and b > since:
                    _fill(anchor + 1, a, since, b, pair)
                anchor = a
            since = b + 1


@part
def _tied(pair: _Pair) -> Runs:
    """Rows of: sentence of the base, sentence of the report, common words; most words first."""
    base_sentence, report_sentence = pair.base_sentence, pair.report_sentence
    base_of = pair.base_of
    tied = np.empty((64, 3), dtype=np.int64)
    count = 0
    for b in range(len(base_of)):
        if base_of[b] < 0:
            continue
        sa, sb = base_sentence[base_of[b]], report_sentence[b]
        row = count - 1
        while row >= 0 and tied[row, 1] == sb and tied[row, 0] != sa:
            row -= 1
        if row >= 0 and tied[row, 1] == sb:
            tied[row, 2] += 1
            continue
        if count == len(tied):
            tied = _longer(tied)
        tied[count, 0], tied[count, 1], tied[count, 2] = sa, sb, 1
        count += 1
    tied = tied[:count]
    for row in range(1, count):
        sa, sb, words = tied[row, 0], tied[row, 1], tied[row, 2]
        at = row
        while at > 0 and (
            tied[at - 1, 2] < words
            or (tied[at - 1, 2] == words and tied[at - 1, 0] > sa)
            or (tied[at - 1, 2] == words and tied[at - 1, 0] == sa and tied[at - 1, 1] > sb)
        ):
            tied[at, 0], tied[at, 1] = tied[at - 1, 0], tied[at - 1, 1]
            tied[at, 2] = tied[at - 1, 2]
            at -= 1
        tied[at, 0], tied[at, 1], tied[at, 2] = sa, sb, words
    return tied


@part
def _fill(low: int, high: int, begin: int, end: int, pair: _Pair) -> None:
    """Match the free words of two stretches."""
    base_of, report_of = pair.base_of, pair.report_of
    room = pair.room
    free_a, free_b = 0, 0
    for a in range(low, high):
        if report_of[a] < 0:
            room[0, free_a] = a
            free_a += 1
    for b in range(begin, end):
        if base_of[b] < 0:
            room[1, free_b] = b
            free_b += 1
    _common(free_a, free_b, pair)


@part
def _common(count_a: int, count_b: int, pair: _Pair) -> int:
    """Match words at the places listed in ``room``: the longest block, then on both its sides.

    Gives how many words match.
    """
    base_keys, report_keys = pair.base_keys, pair.report_keys
    room, stack = pair.room, pair.stack
    matched, held, before = 0, 0, room[2]
    if count_a and count_b and count_a * count_b <= _LONGEST:
        stack[0, 0], stack[0, 1], stack[0, 2], stack[0, 3] = 0, count_a, 0, count_b
        held = 1
    while held:
        held -= 1
        a0, a1, b0, b1 = stack[held, 0], stack[held, 1], stack[held, 2], stack[held, 3]
        best, best_a, best_b = 0, a0, b0
        for b in range(b0, b1):
            before[b] = 0
        for a in range(a0, a1):
            key = base_keys[room[0, a]]
            diagonal = 0
            for b in range(b0, b1):
                above = before[b]
                length = diagonal + 1 if report_keys[room[1, b]] == key else 0
                before[b] = length
                diagonal = above
                if length > best:
                    best, best_a, best_b = length, a - length + 1, b - length + 1
        if best == 0:
            continue
        for step in range(best):
            a, b = room[0, best_a + step], room[1, best_b + step]
            pair.base_of[b], pair.report_of[a] = a, b
        matched += best
        if best_a > a0 and best_b > b0:
            stack[held, 0], stack[held, 1], stack[held, 2], stack[held, 3] = a0, best_a, b0, best_b
            held += 1
        if best_a + best < a1 and best_b + best < b1:
            stack[held, 0], stack[held, 1] = best_a + best, a1
            stack[held, 2], stack[held, 3] = best_b + best, b1
            held += 1
    return matched


@part
def _link_rest(pair: _Pair) -> None:
    """Match whole sentences that no tile has touched to free ones near by in the base.

    They are looked for between the counterparts of the words before and after
    them; if those have changed places, from the former to the end of the base.
    """
    base_bounds, report_bounds = pair.base_bounds, pair.report_bounds
    base_of = pair.base_of
    free = _free_sentences(base_bounds, pair.report_of)
    following = _following(report_bounds, base_of, len(pair.base_keys))
    before = -1
    for sb in range(len(report_bounds) - 1):
        begin, end = report_bounds[sb], report_bounds[sb + 1]
        last = _last_matched(base_of, begin, end)
        if last < 0 and end > begin and before + 1 < len(pair.base_keys):
            after = following[sb] if before < following[sb] else len(pair.base_keys)
            sa = _best_sentence(begin, end, before + 1, after, free, pair)
            if sa >= 0:
                low, high = base_bounds[sa], base_bounds[sa + 1]
                _fill(low, high, begin, end, pair)
                free[sa] = False
                last = high - 1
        if last >= 0:
            before = last


@part
def _free_sentences(bounds: Indices, counterparts: Indices) -> Mask:
    """Which sentences have words and no matched one."""
    free = np.zeros(len(bounds) - 1, dtype=np.bool_)
    for number in range(len(free)):
        free[number] = bounds[number + 1] > bounds[number]
        for place in range(bounds[number], bounds[number + 1]):
            if counterparts[place] >= 0:
                free[number] = False
                break
    return free


@part
def _following(bounds: Indices, base_of: Indices, end: int) -> Indices:
    """For each sentence of the report, the base's word for the first matched word after it."""
    following = np.empty(len(bounds) - 1, dtype=np.int64)
    after = end
    for number in range(len(following) - 1, -1, -1):
        following[number] = after
        for place in range(bounds[number], bounds[number + 1]):
            if base_of[place] >= 0:
                after = base_of[place]
                break
    return following


@part
def _last_matched(base_of: Indices, begin: int, end: int) -> int:
    """The base's word for the last matched word of a stretch of the report, or -1."""
    for place in range(end - 1, begin - 1, -1):
        if base_of[place] >= 0:
            return int(base_of[place])
    return -1


@part
def _best_sentence(begin: int, end: int, low: int, high: int, free: Mask, pair: _Pair) -> int:
    """The free sentence between words ``low`` and ``high`` of the base most like the report's.

    Those with most of its words are tried; -1 where none is a version of it.
    """
    base_of, report_of = pair.base_of, pair.report_of
    bounds, first = pair.base_bounds, pair.base_sentence[low]
    rivals = _filled(_RIVALS)
    votes = np.zeros(_RIVALS, dtype=np.int64)
    for sa in range(first, len(bounds) - 1):
        if bounds[sa + 1] > high:
            break
        length = bounds[sa + 1] - bounds[sa]
        alike = 2 * min(length, end - begin) >= _SAME_SENTENCE * (length + end - begin)
        if free[sa] and bounds[sa] >= low and alike:
            vote = _common_words(bounds[sa], bounds[sa + 1], begin, end, pair)
            if 2 * vote < _SAME_SENTENCE * (length + end - begin):
                continue  # in whatever order, too few
            at = _RIVALS
            while at > 0 and vote > votes[at - 1]:
                at -= 1
            if at < _RIVALS:
                for place in range(_RIVALS - 1, at, -1):
                    rivals[place], votes[place] = rivals[place - 1], votes[place - 1]
                rivals[at], votes[at] = sa, vote
    best, chosen = 0.0, -1
    for at in range(_RIVALS):
        sa = rivals[at]
        if sa < 0:
            break
        length = bounds[sa + 1] - bounds[sa]
        _fill(bounds[sa], bounds[sa + 1], begin, end, pair)
        matched = 0
        for b in range(begin, end):
            if base_of[b] >= 0:
                report_of[base_of[b]] = -1
                base_of[b] = -1
                matched += 1
        likeness = 2 * matched / (length + end - begin)
        if likeness >= _SAME_SENTENCE and likeness > best:
            best, chosen = likeness, sa
    return chosen


@part
def _common_words(low: int, high: int, begin: int, end: int, pair: _Pair) -> int:
    """How many words of a stretch of the report stand in one of the base."""
    base_keys, report_keys = pair.base_keys, pair.report_keys
    found = 0
    for b in range(begin, end):
        for a in range(low, high):
            if base_keys[a] == report_keys[b]:
                found += 1
                break
    return found


@part
def _absorb(small: Mask, pair: _Pair) -> None:
    """Give up single small words kept by chance inside a passage that was put otherwise.

    Between "the big dog of war" and "a small cat of peace" only "of" is common:
    the change reads better whole.  Where one word on either side was put
    otherwise ("Friday by 150" for "Thursday by 120"), these are two changes.
    """
    base_of, report_of = pair.base_of, pair.report_of
    before = False
    for b in range(1, len(base_of) - 1):
        # What was given up a word ago still counts as matched, as it did before.
        alone = not before and base_of[b - 1] < 0 and base_of[b + 1] < 0
        a = base_of[b]
        before = False
        if a <= 0 or a + 1 >= len(report_of) or not alone or not small[b]:
            continue
        if report_of[a - 1] >= 0 or report_of[a + 1] >= 0:
            continue
        if not (_between_single(base_of, b) and _between_single(report_of, a)):
            base_of[b] = report_of[a] = -1
            before = True


@part
def _between_single(counterparts: Indices, at: int) -> bool:
    """Whether one unmatched word stands before the word ``at``, and one after it."""
    left = at < 2 or counterparts[at - 2] >= 0
    right = at + 2 >= len(counterparts) or counterparts[at + 2] >= 0
    return bool(left and right)


# --- what moved -----------------------------------------------------------------------------


@compiled
def moved_runs(base_of: Indices, in_order: Mask) -> Runs:
    """Maximal runs of words that moved, side by side in both texts."""
    return _runs(base_of, in_order, True)


@part
def _runs(base_of: Indices, in_order: Mask, moved: bool) -> Runs:
    """Maximal runs of matched words that stand side by side in both texts, all or the moved."""
    runs = np.empty((64, 3), dtype=np.int64)
    count = 0
    for b in range(len(base_of)):
        a = base_of[b]
        if a < 0 or (moved and in_order[b]):
            continue
        last = count - 1
        beside = count > 0 and runs[last, 1] + runs[last, 2] == b
        if beside and runs[last, 0] + runs[last, 2] == a:
            runs[last, 2] += 1
            continue
        if count == len(runs):
            runs = _longer(runs)
        runs[count, 0], runs[count, 1], runs[count, 2] = a, b, 1
        count += 1
    return runs[:count]


@part
def _settle(base_block: Indices, report_block: Indices, base_of: Indices, in_order: Mask) -> None:
    """Mark the words that stayed; unmatch those few that neither stayed nor moved with others."""
    runs = _runs(base_of, in_order, False)
    staying = heaviest_chain(runs, _weights(runs, base_block, report_block))
    for row in range(len(runs)):
        b, size = runs[row, 1], runs[row, 2]
        if staying[row]:
            for place in range(b, b + size):
                in_order[place] = True
        elif size < MOVE_WORDS and not _beside_moved(runs, row, staying):
            for place in range(b, b + size):
                base_of[place] = -1


@part
def _weights(runs: Runs, base_block: Indices, report_block: Indices) -> Indices:
    """The weight of each run: its words, and more for each block that begins in both texts."""
    weights = np.empty(len(runs), dtype=np.int64)
    for row in range(len(runs)):
        a, b, size = runs[row, 0], runs[row, 1], runs[row, 2]
        weights[row] = size
        for step in range(size):
            old = a + step == 0 or base_block[a + step] != base_block[a + step - 1]
            new = b + step == 0 or report_block[b + step] != report_block[b + step - 1]
            if old and new:
                weights[row] += _BLOCK_WORDS
    return weights


@part
def heaviest_chain(runs: Runs, weights: Indices) -> Mask:
    """Which runs, given in the report's order, lie on the heaviest chain in both orders."""
    best = np.empty(len(runs), dtype=np.int64)
    previous = _filled(len(runs))
    staying = np.zeros(len(runs), dtype=np.bool_)
    at = -1
    for row in range(len(runs)):
        most = 0
        for earlier in range(row):
            if runs[earlier, 0] < runs[row, 0] and best[earlier] > most:
                most = best[earlier]
                previous[row] = earlier
        best[row] = weights[row] + most
        if at < 0 or best[row] > best[at]:
            at = row
    while at >= 0:
        staying[at] = True
        at = previous[at]
    return staying


@part
def _beside_moved(runs: Runs, row: int, staying: Mask) -> bool:
    """Whether a short run goes on a passage that moved (one word of it was changed)."""
    for other in (row - 1, row + 1):
        if 0 <= other < len(runs) and not staying[other] and runs[other, 2] >= MOVE_WORDS:
            shift = (runs[other, 0] - runs[row, 0]) - (runs[other, 1] - runs[row, 1])
            if abs(shift) <= MOVE_WORDS:
                return True
    return False

"""On which days an act fell: by the time expression that governs it, or the nearest one to do so.

The way, in order: a time among the words of the act; one counted from another act ("two
days after the talks"); a bound by a war or an act with a day ("since the invasion", "before
he took office in March"); the time of the clause that it completes; of its sentence, if
just one fits; a bound by the act that it is told to follow; of its paragraph; the
publication. A time within a relative clause, a background clause ("after Li met … earlier
this month") or another act's noun ("a deal signed in March") dates that act and no other.
Sets, clock times of no known day and durations (but those within which a thing is to be
done) never date an act by themselves, and no way gives to what is told as past a time that
begins after the publication.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from coranto.language.document import Document
from coranto.times import calendar as cal
from coranto.times.anchors import opening_line, stands_as_dateline
from coranto.times.beside import paper_of, time_before_when, while_of
from coranto.times.clauses import (
    APART,
    clause_of,
    is_clause,
    is_parted,
    is_phrasal,
    link_of,
    tense_of,
)
from coranto.times.headings import headings
from coranto.times.news import BEFORE_THAT, SAYINGS, days_of_news, first_sentences, recalls
from coranto.times.order import (
    Order,
    belongs_to_inner,
    is_anaphoric,
    is_loosely_counted,
    orders,
)
from coranto.times.outbreaks import is_affair, war_begun
from coranto.times.tense import AHEAD, is_deadline, is_future
from coranto.types import DateRange, TimeExpression


@dataclass(frozen=True, slots=True)
class Dating:
    """The days of an act, why, and the time expression that says so (if one does).

    ``basis`` is "time expression", "sentence", "narrative", "publication" or "unknown".
    """

    dates: DateRange
    basis: str
    time: TimeExpression | None = None


_FIRST = r"\b(?:first|last|only|most|biggest|largest|highest|worst)\b[^.]*"
# "since March 3", "since the invasion of their neighbour on March 3".
_SINCE = r"\b[Ss]ince\s+(?:(?:(?!and\b)[^\W\d][\w'’.-]*\s+){0,8}(?:on|in)\s+|the\s+)?$"
_FIRST_SINCE = re.compile(_FIRST + _SINCE)
_SINCE_WHEN = re.compile(_SINCE)
_FIRST_BEFORE = re.compile(_FIRST + r"$")
_ANAPHORIC: Final = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Aa]t) (?:the|their|his|her|its|that) (?:\w+ )?(?:meeting|talks|visit"
    r"|call"
    r"|conversation|summit|session|negotiations|ceremony|conference|statement)\b|\b[Ss]eparately\b"
)
_GOES_ON: Final = re.compile(
    r"\b(?:also|then|at the time|later|afterwards?|subsequently)\b", re.IGNORECASE
)
_MEETING_IN: Final = re.compile(
    r"\b(?:at|in) (?:the|their|its) (?:\w+ )?(?:meeting|talks|session|summit)"
    r" in (?:the )?([A-Z][\w-]+)"
)
_THEREAFTER: Final = re.compile(r"\b(?:then|later|afterwards?|subsequently)\b", re.IGNORECASE)
# A clock time of a mere year or month ("2023-XX-XXT11:59").
_NO_DAY: Final = re.compile(r"[\dX]{4}(?:-(?:\d\d|XX)(?:-XX)?)?T")
_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "From Sunday to Tuesday", "June 3 – June 5"; the longest that stands between two such times.
_FROM: Final = re.compile(r"\b(?:from|between)\s+$")
_TO: Final = re.compile(r"\s+(?:to|and|until|through)\s+|\s*[-–]\s*")
_DASH: Final = re.compile(r"\s*[-–]\s*")
_JOINING: Final = 30
_UNTIL: Final = re.compile(r"\b(?:until|till|by|before)\s+(?:the )?$")
_AFTER: Final = re.compile(r"\bafter\s+$")
# The first sentences of a report tell its news, whatever they look back on.
_NEWS_SENTENCES: Final = 3
_EARLIER: Final = re.compile(r"\b(?:earlier|before|previously|ago)\b", re.IGNORECASE)
_NARROW: Final = 7
_MONTH: Final = 31
# A report that came out so many days after its lead's act tells no news of the day before.
_LATE: Final = 4
_YEAR: Final = 400


def date_of(
    doc: Document, token: int, times: Sequence[TimeExpression], anchor: DateRange | None
) -> Dating:
    """The days of the act whose predicate (a verb, or a noun such as "talks") is ``token``.

    ``times`` are the resolved time expressions of ``doc``; ``anchor`` holds the days
    on which the text came out, ``None`` where unknown.
    """
    index = _index(doc, times, anchor)
    for way in (
        index.own,
        index.counted,
        index.bounded,
        index.beside,
        index.of_heading,
        index.of_clause_above,
        index.of_sentence,
        index.ordered,
        index.of_narrative,
        index.of_background,
    ):
        found = way(token)
        if found is not None and not index.too_late(token, found):
            return index.up_to_publication(token, found)
    return index.by_publication(token)


# The last document's index: its acts are asked for one after another, and building it again for
# each would make a long report slow.
_LAST: list[_Index] = []


def _index(doc: Document, times: Sequence[TimeExpression], anchor: DateRange | None) -> _Index:
    last = _LAST[0] if _LAST else None
    if last is None or not last.serves(doc, times, anchor):
        last = _Index(doc, times, anchor)
        _LAST[:] = [last]
    return last


class _Index:
    """The times of a document by the clause that each belongs to."""

    def __init__(
        self, doc: Document, times: Sequence[TimeExpression], anchor: DateRange | None
    ) -> None:
        self.doc = doc
        self.given = times
        self.given_anchor = anchor
        self.anchor = anchor or DateRange()
        self.in_background: dict[int, bool] = {}
        self.lead: date | Literal[False] | None = False
        self.opening = opening_line(doc.text)
        self.times = [
            t
            for t in times
            if t.type == "DATE"
            or (t.type == "TIME" and not _NO_DAY.match(t.value))
            or (t.type == "DURATION" and t.dates.known and is_deadline(doc.text, t.start))
        ]
        self.headings = headings(doc.text, self.times)
        self.starts = [t.start for t in self.times]
        self.heads = [doc.head_of(t.start, t.end) for t in self.times]
        self.by_sentence: dict[int, list[int]] = {}
        for i, head in enumerate(self.heads):
            if head is not None:
                self.by_sentence.setdefault(doc.sentence_of[head], []).append(i)
        found = orders(doc, times)
        self.inner = {o.inner: o for o in reversed(found)}
        self.outer = {o.outer: o for o in reversed(found) if o.days is not None}
        self.bounding = {o.outer: o for o in reversed(found) if o.days is None}
        # Times of a counted act, wherever the parse hangs them.
        self.taken = {
            i: o.inner
            for o in reversed(found)
            if o.days is not None  # without a count no time belongs to the inner act
            for i, t in enumerate(self.times)
            if self.heads[i] is not None and belongs_to_inner(doc, o, t)
        }

    def serves(
        self, doc: Document, times: Sequence[TimeExpression], anchor: DateRange | None
    ) -> bool:
        """Whether this is the index of just these (a tuple of times cannot have changed)."""
        if self.doc is not doc or self.given is not times or not isinstance(times, tuple):
            return False
        return self.given_anchor is anchor or self.anchor == (anchor or DateRange())

    def _with(self, token: int) -> Iterator[tuple[int, int]]:
        """The times of the sentence of ``token``, each with the head of its words."""
        for i in self.by_sentence.get(self.doc.sentence_of[token], ()):
            head = self.heads[i]
            if head is not None:
                yield i, head

    # --- a time among the act's own words ----------------------------------------

    def own(self, token: int) -> Dating | None:
        """The time that the predicate, or the noun, governs by itself or through its phrases."""
        taken = [i for i, act in self.taken.items() if act == token]
        if taken:
            return self._dating(taken, "time expression")
        if not is_clause(self.doc, token):
            inside = [i for i, h in self._with(token) if self._under(h, token)]
            if inside:
                return self._dating(inside, "time expression")
        clause = clause_of(self.doc, token)
        if clause is None or (clause != token and self._apart_between(token, clause)):
            return None
        if token in self.inner and self.inner[token].days is not None and clause != token:
            return None
        mine = [i for i, h in self._with(clause) if h != token and self._dates_clause(h, clause)]
        mine = [i for i in mine if self.taken.get(i, token) == token]
        mine = [i for i in mine if not self._against_tense(clause, i)]
        mine = [i for i in mine if not self._counts_from(i) and not self._is_dateline(i)]
        return self._dating(mine, "time expression") if mine else None

    def _counts_from(self, i: int) -> bool:
        """Whether a time only says since when something is the first ("his first visit since")."""
        return self._is_since(i, _FIRST_SINCE)

    def _is_dateline(self, i: int) -> bool:
        """Whether a time is the dateline's, in a sentence that names another day of its own."""
        time = self.times[i]
        if not stands_as_dateline(self.doc.text, time.start, time.end):
            return False
        last = self.doc.sentences[self.doc.sentence_of[self.heads[i] or 0]].end
        return any(self.times[j].dates.day is not None for j in self._inside(time.end, last))

    def _before(self, i: int, reach: int) -> str:
        """The text before time ``i``, back to the time before it."""
        start, last = self.times[i].start, self.times[i - 1].end if i else 0
        return self.doc.text[max(last, start - reach, 0) : start]

    def _against_tense(self, clause: int, i: int) -> bool:
        """Whether a time long past stands with a future verb ("would keep what it won in 2014").

        Or a deadline with a past one ("agreed to open it within a month").
        """
        if self.times[i].type == "DURATION":
            return tense_of(self.doc, clause) in ("past", "perfect", "present")
        latest, published = self.times[i].dates.latest, self.anchor.earliest
        if latest is None or published is None or latest >= published:
            return False
        return (published - latest).days > 7 and tense_of(self.doc, clause) == "future"

    def _under(self, head: int, noun: int) -> bool:
        """Whether ``head`` hangs on ``noun`` by phrases alone."""
        node = head
        while node >= 0 and node != noun:
            if not is_phrasal(self.doc, node) or is_parted(self.doc, node):
                return False
            node = self.doc.tokens[node].head
        return node == noun and head != noun

    def _dates_clause(self, head: int, clause: int) -> bool:
        """Whether the time at ``head`` dates the clause: all between them belongs to its act."""
        node = head
        first = True
        while node != clause:
            if not is_phrasal(self.doc, node) or is_parted(self.doc, node):
                return False
            parent = self.doc.tokens[node].head
            if parent < 0:
                return False
            if not first and self._is_apart(node):
                return False
            if parent != clause and self._inside_object(node, parent):
                return False
            node, first = parent, False
        return True

    def _inside_object(self, node: int, parent: int) -> bool:
        """Whether a time only names the thing acted on ("rejected Monday's plan")."""
        dep, above = self.doc.tokens[node].dep, self.doc.tokens[parent].dep.split(":")[0]
        if above in ("obj", "iobj"):
            return dep in ("nmod:poss", "compound", "amod", "nummod")
        if above == "nsubj":
            return False
        return dep in ("nmod:poss", "compound", "amod") and above == "nmod"

    def _is_apart(self, node: int) -> bool:
        """Whether the nominal at ``node`` is another act ("after a meeting on Monday")."""
        return any(
            self.doc.tokens[c].text.lower() in APART
            for c in self.doc.dependents(node, "case", "mark")
        )

    def _apart_between(self, token: int, clause: int) -> bool:
        node = token
        while node != clause and node >= 0:
            if self._is_apart(node):
                return True
            node = self.doc.tokens[node].head
        return False

    def beside(self, token: int) -> Dating | None:
        """The time of the paper it was told in, of an act at its side, or before its "when"."""
        if not is_clause(self.doc, token):
            return None
        i = time_before_when(self.doc, token, self.times)
        if i is not None:
            return Dating(self.times[i].dates, "time expression", self.times[i])
        for act in (paper_of(self.doc, token), while_of(self.doc, token)):
            found = self.own(act) if act is not None else None
            if found is not None and found.dates.known:
                return found
        return None

    def of_heading(self, token: int) -> Dating | None:
        """The time of the heading, in a chronicle ("1994: Oman agrees …")."""
        if not self.headings:
            return None
        at = self.doc.tokens[token].start
        above = next((h for h in self.headings if h.start <= at < h.end), None)
        if above is None or not self.times[above.index].dates.known:
            return None
        tense = tense_of(self.doc, token)
        if tense in ("perfect", "infinitive") or self._in_background(token):
            return None
        found = self._dating([above.index], "time expression")
        ahead = DateRange(found.dates.earliest, None)
        return Dating(ahead, found.basis, found.time) if tense == "future" else found

    # --- the clause that it completes ----------------------------------------

    def of_clause_above(self, token: int) -> Dating | None:
        """The time of the governing clause, for complements, infinitives and joined verbs."""
        clause: int | None = clause_of(self.doc, token)
        agreed = False
        for _ in range(6):
            if clause is None or self.doc.tokens[clause].head < 0:
                return None
            link = link_of(self.doc, clause)
            if link == "background":
                return None
            above = clause_of(self.doc, self.doc.tokens[clause].head)
            if above is None:
                return None
            agreed = agreed or self._is_agreed_on(clause, above)
            mine = [
                i
                for i, h in self._with(above)
                if self.times[i].dates.known
                and i not in self.taken
                and self._dates_clause(h, above)
            ]
            if mine:
                if link == "content" and self._only_planned(above, token):
                    return None
                found = self._dating(mine, "time expression")
                if agreed and self.doc.tokens[token].start > self.times[mine[0]].start:
                    return Dating(DateRange(found.dates.earliest, None), found.basis, found.time)
                return self._of_content(token, found) if link == "content" else found
            clause = above
        return None

    def _is_agreed_on(self, clause: int, above: int) -> bool:
        """Whether an act was then only agreed on ("agreed on Friday to hold talks")."""
        if tense_of(self.doc, clause) not in ("infinitive", "future"):
            return False
        past = tense_of(self.doc, above) in ("past", "perfect")
        return past and self.doc.tokens[above].lemma.lower() in AHEAD

    def _only_planned(self, above: int, token: int) -> bool:
        """Whether a time is that of a plan, told in the past ("they will meet Friday, he said")."""
        planned = tense_of(self.doc, above) in ("future", "infinitive")
        return planned and tense_of(self.doc, token) in ("past", "perfect")

    def _of_content(self, token: int, saying: Dating) -> Dating:
        """What was said on a day: told as past, it may lie before; as to come, after."""
        tense = tense_of(self.doc, token)
        if tense == "future":
            return Dating(DateRange(saying.dates.earliest, None), saying.basis, saying.time)
        return Dating(DateRange(None, saying.dates.latest), saying.basis, saying.time)

    # --- the act that it is told to follow or to precede -----------------------------

    def counted(self, token: int) -> Dating | None:
        """The days counted from another act ("eight days after his meeting with Li")."""
        order = self.inner.get(token)
        if order is not None and order.days is not None and not is_anaphoric(self.doc, order):
            told = self._plainly(order.outer)
            if told is not None and told.dates.known:
                return Dating(order.inner_days(told.dates), "time expression", order.count)
        order = self._order_of_outer(token, self.outer)
        if order is None:
            return None
        told = self.own(order.inner)
        if told is None and is_anaphoric(self.doc, order):
            told = self.of_narrative(order.inner)
        dates = order.outer_days(told.dates) if told is not None and told.dates.known else None
        return None if dates is None else Dating(dates, "time expression", order.count)

    def bounded(self, token: int) -> Dating | None:
        """The bound by a war, or an act with a time of its own, since or before which it was."""
        order = self._order_of_outer(token, self.bounding)
        if order is None or tense_of(self.doc, token) in ("future", "infinitive"):
            return None
        word = self.doc.lows[order.marker]
        if word == "since" and (self._is_first(order) or self._is_reason(order)):
            return None
        after = word in ("after", "following")
        day = war_begun(self.doc, order.inner, self.anchor.latest, after=after)
        told = None if after or day is not None else self.own(order.inner)
        dates = DateRange(day, day) if told is None else told.dates
        if not dates.known:
            return self._at_some_time(token, order)
        dates = DateRange(None, dates.latest) if word == "before" else self._to_publication(dates)
        return Dating(dates, "sentence", None if told is None else told.time)

    def _at_some_time(self, token: int, order: Order) -> Dating | None:
        """The open past for what came since another act, or weeks before it, of no known day.

        That is no news of the day, as what came days after another act may be.
        """
        if tense_of(self.doc, token) not in ("past", "noun", "participle"):
            return None
        if self.doc.lows[order.marker] == "since":
            apart = self.doc.tokens[order.marker].dep.startswith("case")
        else:
            over = tense_of(self.doc, order.inner) == "past" or is_affair(self.doc, order.inner)
            apart = order.relation == "before" and over and is_loosely_counted(self.doc, order)
        return Dating(DateRange(None, self.anchor.latest), "sentence") if apart else None

    def _is_reason(self, order: Order) -> bool:
        """Whether "since" says why, not when ("since the law allows it, he had no choice")."""
        is_clause = self.doc.tokens[order.marker].dep.startswith("mark")
        return is_clause and tense_of(self.doc, order.inner) not in ("past", "perfect")

    def _is_first(self, order: Order) -> bool:
        """Whether "since" only says of what the act is the first ("his first visit since")."""
        marker = self.doc.tokens[order.marker].start
        return _FIRST_BEFORE.search(self.doc.text, max(0, marker - 80), marker) is not None

    def _order_of_outer(self, token: int, found: Mapping[int, Order]) -> Order | None:
        """The order of ``found`` that dates ``token``, the outer act or a noun for it."""
        clause = clause_of(self.doc, token)
        if token in self.inner or clause is None or self._apart_between(token, clause):
            return None
        order = found.get(clause)
        if order is not None and token != clause and not is_phrasal(self.doc, token):
            return None
        inside = order is not None and order.inner in (token, *self.doc.ancestors(token))
        return None if inside else order

    def ordered(self, token: int) -> Dating | None:
        """The bound by the main act, of what is told to come before or after it, uncounted."""
        order = self._order_above(token)
        if order is None:
            return None
        told = self.own(order.outer) or self.of_clause_above(order.outer)
        if told is None or tense_of(self.doc, token) in ("future", "infinitive"):
            return None
        last, published = told.dates.latest, self.anchor.latest
        if last is not None and published is not None and last > published:
            return None  # the main act is a plan: it bounds nothing that the publication does not
        dates = order.inner_days(told.dates)
        if order.relation == "before" and dates.earliest is not None:
            dates = self._to_publication(dates)
        return None if dates == DateRange() else Dating(dates, "sentence", told.time)

    def _order_above(self, token: int) -> Order | None:
        """The order of the clause, or noun, of ``token``, through what completes it."""
        if token in self.inner:
            return self.inner[token]
        clause = clause_of(self.doc, token)
        for _ in range(6):
            if clause is None or clause in self.inner or self.doc.tokens[clause].head < 0:
                break
            if link_of(self.doc, clause) != "same":
                return None
            clause = clause_of(self.doc, self.doc.tokens[clause].head)
        return self.inner.get(clause) if clause is not None else None

    def _plainly(self, token: int) -> Dating | None:
        """The dating of an act with no regard to the order that it is told in."""
        ways = (self.own, self.of_clause_above, self.of_sentence, self.of_narrative)
        for way in ways:
            found = way(token)
            if found is not None and not self.too_late(token, found):
                return found
        return self.by_publication(token)

    def by_publication(self, token: int) -> Dating:
        """The days of the report's news; from its lead's day on, where that is days before."""
        anchor = self.anchor
        if anchor == DateRange():
            return Dating(DateRange(), "unknown")
        dates = days_of_news(self.doc, token, anchor)
        if anchor.earliest is None or dates.earliest != cal.add_days(anchor.earliest, -1):
            return Dating(dates, "publication")
        if self.lead is False:
            self.lead = self._day_of_lead(anchor.earliest)
        return Dating(DateRange(self.lead or dates.earliest, dates.latest), "publication")

    def _day_of_lead(self, published: date) -> date | None:
        """The last day of the main acts of the first sentences, where it is days before."""
        told = [
            day
            for number in first_sentences(self.doc, _NEWS_SENTENCES)
            for i in self._in_sentence(number)
            if self._main(i) and (day := self.times[i].dates.day) is not None
        ]
        day = max(told, default=None)
        late = day is not None and _LATE <= (published - day).days <= _MONTH
        return day if late else None

    def too_late(self, token: int, found: Dating) -> bool:
        """Whether a dating puts what is told as past after the publication."""
        first, published = found.dates.earliest, self._latest(found)
        if first is None or published is None or first <= published:
            return False
        return tense_of(self.doc, token) in ("past", "perfect")

    def _latest(self, found: Dating) -> date | None:
        """The last day of what is past: tomorrow, by a weekday of a dateline hours ahead."""
        published, time = self.anchor.latest, found.time
        if published is None or time is None or not _WEEKDAY.match(time.text):
            return published
        start, end = self.opening
        hours_ahead = start <= time.start < end and not is_future(self.doc, time.start, time.end)
        return cal.add_days(published, 1) if hours_ahead else published

    def up_to_publication(self, token: int, found: Dating) -> Dating:
        """The dating, cut at the publication for what is told as past ("met this month").

        What is to be done "by Friday" is done from the publication on.
        """
        last, published = found.dates.latest, self._latest(found)
        today = self.anchor.earliest
        if (
            found.dates.earliest is None
            and last is not None
            and today is not None
            and today <= last
            and tense_of(self.doc, token) in ("future", "infinitive")
        ):
            return Dating(DateRange(today, last), found.basis, found.time)
        unplaced = found.dates == DateRange()
        if published is None or (not unplaced and (last is None or last <= published)):
            return found
        if tense_of(self.doc, token) not in ("past", "perfect"):
            return found
        return Dating(DateRange(found.dates.earliest, published), found.basis, found.time)

    # --- sentence and paragraph ----------------------------------------

    def of_sentence(self, token: int) -> Dating | None:
        """The one time of the sentence that stands in no background clause, if it is one."""
        if self._in_background(token) or tense_of(self.doc, token) in ("perfect", "future"):
            return None
        clause = clause_of(self.doc, token)
        if clause is not None and self._apart_between(token, clause):
            return None
        sentence = self.doc.sentences[self.doc.sentence_of[token]]
        fitting = [i for i in self._inside(sentence.start, sentence.end) if self._main(i)]
        fitting = [i for i in fitting if self._near(i) and not self._looks_back(i, token)]
        days = {self.times[i].dates for i in fitting}
        if len(days) != 1 or not self._own_past(token):
            return None
        return self._dating(fitting[:1], "sentence")

    def _near(self, i: int) -> bool:
        """Whether a time is narrow and no later than the report: one that news acts have."""
        dates, published = self.times[i].dates, self.anchor.latest
        late = published is not None and dates.latest is not None and dates.latest > published
        return cal.width(dates) <= _NARROW and not late

    def _looks_back(self, i: int, token: int) -> bool:
        """Whether "a day earlier" is of the act that is told of, not of the saying ``token``."""
        if self.doc.tokens[token].lemma.lower() not in SAYINGS:
            return False
        head = self.heads[i]
        other = head is not None and clause_of(self.doc, head) != clause_of(self.doc, token)
        return other and _EARLIER.search(self.times[i].text) is not None

    def of_narrative(self, token: int) -> Dating | None:
        """The last main time told before, in the paragraph, or of the meeting it goes on about."""
        if self._in_background(token) or not self._own_past(token) or recalls(self.doc, token):
            return None
        number = self.doc.sentence_of[token]
        paragraph = self.doc.paragraph_of[number]
        meeting = self._is_at_the_meeting(number)
        only_said: TimeExpression | None = None
        for before in range(number - 1, -1, -1):
            if self.doc.paragraph_of[before] != paragraph and not meeting:
                break
            earlier = self.doc.sentences[before]
            fitting = [i for i in self._inside(earlier.start, earlier.end) if self._main(i)]
            known = [i for i in fitting if self._told(i, meeting) and not self._aside(i)]
            if meeting and known and self._meets_elsewhere(number, before):
                said = [i for i in known if self._of_saying(i)]
                only_said = only_said or (self.times[said[-1]] if said else None)
                known = [i for i in known if i not in said]
            after = fitting and not known and self._says(_THEREAFTER, number)
            if after and self._is_over(fitting[-1]):
                told = self._dating(fitting[-1:], "narrative")
                return Dating(self._to_publication(told.dates), told.basis, told.time)
            if known and BEFORE_THAT.match(self.doc.text, self.doc.sentences[number].start):
                last = self.times[known[-1]]
                return Dating(DateRange(None, last.dates.latest), "narrative", last)
            if known:
                goes_on = meeting or self._says(_GOES_ON, number)
                return self._going_on(self._dating(known[-1:], "narrative"), goes_on)
        if only_said is None:
            return None
        return Dating(DateRange(None, self.anchor.latest), "narrative", only_said)

    def of_background(self, token: int) -> Dating | None:
        """What is told after times long past alone: since the last of these, not of the day.

        "Ties were strained when they agreed in January … . Oman called the accord illegal"; what
        someone said may still be of the day.
        """
        number = self.doc.sentence_of[token]
        if self._in_background(token) or tense_of(self.doc, token) != "past":
            return None
        if number < _NEWS_SENTENCES or self.doc.tokens[token].lemma.lower() in SAYINGS:
            return None
        if self._in_sentence(number):
            return None
        told = self._in_sentence(number - 1)
        if not told or not all(self._is_long_over(i) for i in told):
            return None
        last = self.times[told[-1]]
        return Dating(self._to_publication(last.dates), "narrative", last)

    def _in_sentence(self, number: int) -> list[int]:
        """The times of a sentence, with those of its background."""
        sentence = self.doc.sentences[number]
        return list(self._inside(sentence.start, sentence.end))

    def _is_long_over(self, i: int) -> bool:
        """Whether a time dates an act that was over a month before, in the year before ours."""
        dates, published, head = self.times[i].dates, self.anchor.earliest, self.heads[i]
        if dates.earliest is None or dates.latest is None or published is None or head is None:
            return False
        if (published - dates.earliest).days > _YEAR or (published - dates.latest).days <= _MONTH:
            return False
        clause = clause_of(self.doc, head)
        return clause is not None and self._dates_clause(head, clause)

    def _is_at_the_meeting(self, number: int) -> bool:
        """Whether a sentence goes on about a meeting, in its own words, not in quoted ones."""
        sentence = self.doc.sentences[number]
        found = _ANAPHORIC.search(self.doc.text, sentence.start, sentence.end)
        if found is None:
            return False
        before = self.doc.text[sentence.start : found.start()]
        return before.count("“") <= before.count("”") and before.count('"') % 2 == 0

    def _says(self, words: re.Pattern[str], number: int) -> bool:
        """Whether the sentence of this number has such words."""
        sentence = self.doc.sentences[number]
        return words.search(self.doc.text, sentence.start, sentence.end) is not None

    def _told(self, i: int, day: bool) -> bool:
        """Whether a time can carry the story on: a month at most, a day for a meeting.

        No later than the publication, in either case.
        """
        dates, published = self.times[i].dates, self.anchor.latest
        if published is not None and dates.earliest is not None and dates.earliest > published:
            return False
        return cal.width(dates) <= (0 if day else _MONTH)

    def _meets_elsewhere(self, number: int, before: int) -> bool:
        """Whether a sentence tells of "the meeting in" a place that no sentence since has named."""
        first, last = self.doc.sentences[before], self.doc.sentences[number]
        place = _MEETING_IN.search(self.doc.text, last.start, last.end)
        told = self.doc.text[first.start : last.start]
        return place is not None and place[1] not in told

    def _of_saying(self, i: int) -> bool:
        """Whether a time is that of a saying ("said on Friday that …"): no meeting's day."""
        head = self.heads[i]
        clause = None if head is None else clause_of(self.doc, head)
        if clause is None:
            return False
        has_content = bool(self.doc.dependents(clause, "ccomp", "parataxis"))
        return has_content or self.doc.tokens[clause].lemma.lower() in SAYINGS

    def _is_over(self, i: int) -> bool:
        """Whether a time, however wide, lies wholly before the publication."""
        last, published = self.times[i].dates.latest, self.anchor.earliest
        return last is not None and published is not None and last < published

    def _aside(self, i: int) -> bool:
        """Whether a time stands in a look back ("had met") or an infinitive: the story goes on."""
        head = self.heads[i]
        clause = None if head is None else clause_of(self.doc, head)
        if clause is None or tense_of(self.doc, clause) == "infinitive":
            return True
        return any(
            self.doc.tokens[c].text.lower() in ("had", "'d", "’d")
            for c in self.doc.dependents(clause, "aux")
        )

    def _going_on(self, told: Dating, same: bool) -> Dating:
        """The time told before; from then on, where nothing ties the act to it.

        A day of the news needs no tie; a day long past does, as a month does.
        """
        day, published = told.dates.day, self.anchor.earliest
        recent = day is not None and (published is None or (published - day).days <= _MONTH)
        last, end = told.dates.latest, self.anchor.latest
        if recent or (same and (last is None or end is None or last <= end)):
            return told
        return Dating(self._to_publication(told.dates), told.basis, told.time)

    def _to_publication(self, dates: DateRange) -> DateRange:
        """From the first of ``dates`` to the publication; ``dates`` where they lie after it."""
        first, published = dates.earliest, self.anchor.latest
        if first is not None and published is not None and first > published:
            return dates
        return DateRange(first, published)

    def _inside(self, start: int, end: int) -> Iterator[int]:
        yield from range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def _main(self, i: int) -> bool:
        """Whether time ``i`` places an act, and stands in no background clause nor in a plan."""
        head = self.heads[i]
        time = self.times[i]
        if head is None or time.value.endswith("_REF") or time.type == "DURATION":
            return False
        if self._counts_from(i):
            return False
        clause = clause_of(self.doc, head)
        return (
            clause is not None
            and not self._in_background(clause)
            and i not in self.taken
            and tense_of(self.doc, clause) != "future"
            and self._dates_clause(head, clause)
        )

    def _in_background(self, token: int) -> bool:
        if token not in self.in_background:
            self.in_background[token] = self._hangs_on_background(token)
        return self.in_background[token]

    def _hangs_on_background(self, token: int) -> bool:
        clause = clause_of(self.doc, token)
        while clause is not None and self.doc.tokens[clause].head >= 0:
            if link_of(self.doc, clause) == "background":
                return True
            clause = clause_of(self.doc, self.doc.tokens[clause].head)
        return False

    def _own_past(self, token: int) -> bool:
        return tense_of(self.doc, token) in ("past", "participle", "noun")

    # --- from times to days ----------------------------------------

    def _dating(self, candidates: Sequence[int], basis: str) -> Dating:
        """Of several times the narrowest, over "from … to …", bent by "since" or "until"."""
        best = min(candidates, key=lambda i: (cal.width(self.times[i].dates), self.times[i].start))
        time = self.times[best]
        return Dating(self._bent(best, self._paired(best)), basis, time)

    def _paired(self, i: int) -> DateRange:
        """The days from the first to the second of "from Sunday to Tuesday"."""
        for a, b in ((i - 1, i), (i, i + 1)):
            if a < 0 or b >= len(self.times):
                continue
            if self.times[b].start - self.times[a].end > _JOINING:
                continue
            before = self.doc.text[max(0, self.times[a].start - 10) : self.times[a].start]
            between = self.doc.text[self.times[a].end : self.times[b].start]
            if _TO.fullmatch(between) and (_FROM.search(before) or _DASH.fullmatch(between)):
                return cal.union(self.times[a].dates, self.times[b].dates)
        return self.times[i].dates

    def _bent(self, i: int, dates: DateRange) -> DateRange:
        """ "since" runs to the publication; "until", "by" and "before" from the open past."""
        before = self.doc.text[max(0, self.times[i].start - 12) : self.times[i].start].lower()
        if self._is_since(i):
            return self._to_publication(dates)
        if _UNTIL.search(before):
            return DateRange(None, dates.latest)
        if _AFTER.search(before):
            return DateRange(dates.earliest, None)
        return dates

    def _is_since(self, i: int, words: re.Pattern[str] = _SINCE_WHEN) -> bool:
        """Whether a time is that since when its act goes on, not that of the act told since."""
        before, head = self._before(i, 120), self.heads[i]
        found = words.search(before)
        if found is None or not re.search(r"\b(?:on|in)\s+$", before):
            return found is not None
        if head is None or self.doc.tokens[head].head < 0:
            return True
        since = self.times[i].start - len(before) + before.lower().rindex("since")
        return self.doc.tokens[self.doc.tokens[head].head].start < since

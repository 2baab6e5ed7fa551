"""Statements of one report: attributions with their speakers, addressees, chains and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coranto.ids import content_id
from coranto.language.document import Document
from coranto.statements.addressees import hearer_at
from coranto.statements.attribution import Attribution, find_attributions
from coranto.statements.clauses import MODAL_FORMS, Clauses, in_order
from coranto.statements.company import is_circumstance, settle_acts
from coranto.statements.cues import BELIEFS, words
from coranto.statements.deeds import is_deed
from coranto.statements.endings import without_call, without_comment
from coranto.statements.furniture import find_furniture, without_furniture
from coranto.statements.headings import by_layout
from coranto.statements.hollow import is_hollow
from coranto.statements.items import with_items
from coranto.statements.meant import meant
from coranto.statements.nesting import (
    cut_at_absolutes,
    cut_at_deeds,
    cut_at_parentheses,
    cut_at_participles,
    holders,
)
from coranto.statements.occasions import days_of, occasion_of
from coranto.statements.pointing import point_back
from coranto.statements.proposals import merged, worth_asking
from coranto.statements.readouts import by_release
from coranto.statements.sources import share_subjects
from coranto.statements.speakers import ActorMention, Speakers
from coranto.statements.turns import with_turns
from coranto.times.dating import Dating, date_of
from coranto.types import (
    Attributed,
    DateRange,
    Mention,
    Span,
    Statement,
    StatementForm,
    StatementKind,
    TimeExpression,
)

Places = list[tuple[int, int]]
# What is denied or refused is not told.
_UNTOLD = frozenset({"deny", "reject", "refuse"})
# Nouns of quality and process; ``concrete`` in words.tsv lists the bodies and texts among them.
_ABSTRACT_ENDINGS = ("tion", "sion", "ness", "ity", "ance", "ence", "ism")
_BODIES = ("country", "government", "organisation")
_DASH = re.compile(r"[ )](?:--|[-–—―]) ")  # ends a dateline
_PARTIES = re.compile(r"(?i)(?:the |both |all )?(?:\w+ ){0,2}(?:parties|sides)\b")
_RELAYED = 0.6  # of what a source relays, what another says in it
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})
_HIM = frozenset({"him", "her"})
_HIS = _HIM | {"his"}
_PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "which", "who", "one"})
_NOBODY = frozenset({"neither", "no", "none", "nobody", "no-one"})
_NO_THIRD = _FIRST_PERSON | {"you"}  # "you" is the reader, or whom a quotation speaks to


def find_statements(
    doc: Document,
    mentions: Sequence[ActorMention],
    times: Sequence[TimeExpression],
    anchor: DateRange | None,
    *,
    report: str,
    proposals: Sequence[Attributed] | None = None,
) -> tuple[Statement, ...]:
    """Return the statements of the report ``report`` (its id), in order of their start.

    ``mentions`` are the actors' mentions of the document: a statement's
    speaker, addressee and chain carry their in-document ``key`` in ``actor``.
    ``times`` and ``anchor`` (the days of publication) date the cues.
    ``proposals`` are the attributions that a model found, sentence by sentence;
    where there is none (``None``) the rules work alone.  A medium
    of the chain may be the report's own outlet or agency: this room knows
    neither, so the caller takes them out.
    """
    clauses = clauses_of(doc, mentions)
    found = attributions(clauses, proposals)
    speakers = Speakers(clauses, mentions, found)
    return _Assembly(clauses, found, speakers, times, anchor).statements(report)


def clauses_of(doc: Document, mentions: Sequence[ActorMention]) -> Clauses:
    """The document with what the rules must know of its actors: where they stand, who is a body."""
    bodies = [m.head for m in mentions if m.kind in _BODIES or m.media]
    return Clauses(doc, [m.head for m in mentions], bodies)


def is_told(statement: Statement) -> bool:
    """Whether the statement is one for a chronology: said or thought, and not of its own words.

    "I think" inside a quotation is the quotation's speaker in his own voice.
    """
    speaker = statement.speaker
    own = speaker is not None and _pronoun(speaker.text) in _NO_THIRD
    return statement.kind != "unsaid" and not own


def attributions(
    clauses: Clauses, proposals: Sequence[Attributed] | None = None
) -> list[Attribution]:
    """Every attribution of the document, in order, by its verbs, nouns, marks and layout.

    ``proposals`` of a model are merged with what the rules find.
    """
    if proposals is None:
        found = find_attributions(clauses)
    else:
        ruled = find_attributions(clauses, worth_asking(clauses, proposals))
        found = merged(clauses, ruled, proposals)
    share_subjects(clauses, found)
    furniture = find_furniture(clauses)
    found += by_layout(clauses, found, furniture)
    found += by_release(clauses, furniture)
    found = with_turns(clauses, found, furniture)
    found = with_items(clauses, found)
    found = [one for one in found if one.proposed or not _is_abstract(clauses, one.source)]
    found = [one for one in found if not (is_deed(clauses, one) or is_circumstance(clauses, one))]
    settle_acts(clauses, found)
    cut_at_parentheses(clauses, found)
    cut_at_participles(clauses, found)
    cut_at_absolutes(clauses, found)
    cut_at_deeds(clauses, found)
    text = clauses.doc.text
    for one in found:
        one.content = without_comment(clauses, one.cue, _by_paragraph(clauses, one))
        one.content = without_call(clauses, one, one.content)
        if furniture:
            one.content = without_furniture(clauses, one.content, furniture)
            _source_behind(clauses, one, furniture)
        one.content = [(s, e) for s, e in in_order(one.content) if _has_words(text[s:e])]
        one.cue = in_order(_unquoted(text, *span) for span in one.cue)
        one.content = _without_cue(clauses, one)
        _part_source(clauses, one)
    found = [one for one in found if one.content and one.cue]
    point_back(clauses, found)
    return sorted(found, key=lambda a: (min(*a.cue, *a.content), a.cue, a.content))


def _source_behind(clauses: Clauses, one: Attribution, furniture: Places) -> None:
    """Take a dateline out of the words of the source: "Oslo — The envoys"."""
    if one.span is None or one.source is None:
        return
    kept = without_furniture(clauses, [one.span], furniture)
    if kept and kept != [one.span]:
        one.span = kept[0]
        if clauses.tokens[one.source].start < one.span[0]:
            one.source = clauses.doc.head_of(*one.span)


def _part_source(clauses: Clauses, one: Attribution) -> None:
    """Take what is said out of the words of its source: "The road, the letter says, is open"."""
    if one.span is None or one.source is None:
        return
    start, end = one.span
    said = [e for s, e in one.content if s == start and e < end]
    if said and clauses.tokens[one.source].start >= start:
        span = clauses.trim(said[0], end)
        head = clauses.doc.head_of(*span)
        if head is not None and clauses.could_speak(head):
            one.source, one.span = head, span


def _by_paragraph(clauses: Clauses, one: Attribution) -> list[tuple[int, int]]:
    """The content, a quotation over several paragraphs in its parts."""
    out = []
    for start, end in one.content:
        near = clauses.quotations_over(start, end)
        if not near:
            out.append((start, end))
            continue
        over = [q for q in near if len(q.parts) > 1 and start <= q.start < end]
        parts = [p for q in over for p in q.parts if start <= p[0] and p[1] <= end]
        if not parts:
            out.append((start, end))
            continue
        out += [*parts, clauses.trim(start, parts[0][0]), clauses.trim(parts[-1][1], end)]
    return [(s, e) for s, e in out if s < e]


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """A cue without a mark that opens or closes beside it (`also "expressed`)."""
    for mark in '"“”':
        if text[start:end].count(mark) == 1:
            at = text.index(mark, start, end)
            return (at + 1, end) if at - start < end - at or mark == "“" else (start, at)
    return start, end


def _without_cue(clauses: Clauses, one: Attribution) -> list[tuple[int, int]]:
    """The content without the words of its own cue, where a quotation has both."""
    out = []
    for start, end in one.content:
        inside = [(s, e) for s, e in one.cue if start <= s and e <= end]
        if not inside:
            out.append((start, end))
            continue
        first, last = inside[0][0], inside[-1][1]
        before = (start, first) if clauses.tells(start, first) else (first, first)
        out += [clauses.trim(*before), clauses.trim(last, end)]
    return [(s, e) for s, e in out if s < e]


def _is_abstract(clauses: Clauses, source: int | None) -> bool:
    """Whether the source is no one who could speak, nor a text: "the move", "a surprise"."""
    if source is None:
        return False
    i = clauses.referent(source)
    if i in clauses.actor_heads or clauses.tokens[i].pos != "NOUN":
        return False
    lemma = clauses.lemma(i)
    if lemma in words("abstract"):
        return True
    known = any(lemma in words(k) for k in ("concrete", "document", "group", "source"))
    return lemma.endswith(_ABSTRACT_ENDINGS) and not known


def _has_words(text: str) -> bool:
    return text[:1].isalnum() or any(c.isalnum() for c in text)


def _dates_of(
    doc: Document,
    found: dict[int, Attribution],
    times: Sequence[TimeExpression],
    anchor: DateRange | None,
) -> dict[int, Dating]:
    """The days of each attribution, by its number, and on what they rest.

    All are first asked of one list of times, which dating orders but once.
    """
    datings = {number: date_of(doc, one.token, times, anchor) for number, one in found.items()}
    for number, one in found.items():
        if datings[number].basis == "publication":
            datings[number] = _by_cue(doc, one, times, anchor) or datings[number]
    for number, one in found.items():
        time = datings[number].time
        if time is not None and _holds(one, time):
            others = [other for other in times if not _holds(one, other)]
            datings[number] = date_of(doc, one.token, others, anchor)
    return datings


def _by_cue(
    doc: Document, one: Attribution, times: Sequence[TimeExpression], anchor: DateRange | None
) -> Dating | None:
    """The days of a time in the cue ("suggested last month") or of another of its verbs."""
    first, last = one.cue[0][0], one.cue[-1][1]
    inside = doc.tokens_in(*one.cue[0])
    if len(inside) == len(one.cue) == 1:
        return None
    for time in times:
        if first < time.start and time.end <= last and time.dates.known:
            return Dating(time.dates, "time expression", time)
    for i in inside:
        if i != one.token and doc.tokens[i].pos == "VERB":
            dating = date_of(doc, i, times, anchor)
            if dating.basis != "publication":
                return dating
    return None


def _holds(one: Attribution, time: TimeExpression) -> bool:
    """Whether a time stands in what is said, and so does not say when: "rejected last week's"."""
    return any(start <= time.start < end for start, end in one.content)


class _Assembly:
    """The attributions of one report on their way to statements."""

    def __init__(
        self,
        clauses: Clauses,
        found: Sequence[Attribution],
        speakers: Speakers,
        times: Sequence[TimeExpression],
        anchor: DateRange | None,
    ) -> None:
        self.clauses = clauses
        self.found = found
        self.speakers = speakers
        self.times = times
        self.anchor = anchor
        self.outer = holders(found)
        self.said_by = self._speakers_of()

    def statements(self, report: str) -> tuple[Statement, ...]:
        """The statements in order; the speaker's own "we believe" inside a quotation is none."""
        out: dict[str, Statement] = {}
        told_of = {
            number: one
            for number, one in enumerate(self.found)
            # "is said to be": nobody's words
            if (one.source is not None or one.via)
            and (self.outer[number] is None or self._is_told(number, one))
        }
        contents = {number: meant(self.clauses, one) for number, one in told_of.items()}
        told_of = {n: a for n, a in told_of.items() if not is_hollow(self.clauses, a, contents[n])}
        relays = self._relays(told_of)
        dates = _dates_of(self.clauses.doc, told_of, self.times, self.anchor)
        for number, one in told_of.items():
            occasion = occasion_of(self.clauses, one, self.times)
            if occasion is not None:
                dates[number] = self._dates_at(occasion, dates[number])
            days = dates[number].dates, dates[number].basis
            statement = self._statement(number, report, contents[number], days, occasion)
            if not (_to_oneself(statement) or self._says_again(number) or number in relays):
                out.setdefault(statement.id, statement)
        told = (s for s in out.values() if not (_is_empty(s.speaker) or _is_of_parties(s)))
        return tuple(sorted(told, key=lambda s: (s.start, s.end, s.id)))

    def _speakers_of(self) -> list[Mention | None]:
        """The speaker of each; a bare "the statement said" takes the one before it."""
        out: list[Mention | None] = []
        last: Mention | None = None
        person: Mention | None = None
        medium: Mention | None = None
        for one in self.found:
            speaker = None
            if one.source is not None:
                speaker = self.speakers.side_by_side(one.source, one.token)
                speaker = speaker or self.speakers.name_behind(one.source, one.token)
                speaker = speaker or self.speakers.resolve(one.source, last, medium)
            if one.span is not None and (speaker is None or speaker.actor is None):
                speaker = self.speakers.in_capitals(*one.span) or speaker
            if speaker is not None and self._is_his(one, speaker):
                speaker = _standing_for(speaker, person)
            out.append(self._in_its_words(one, speaker))
            if speaker and self.clauses.zone[one.token] < 0 and one.act not in BELIEFS:
                last = speaker
                person = speaker if _is_person(speaker) else person
                media = one.source is not None and self.speakers.is_medium(one.source)
                medium = speaker if media else self.speakers.medium_of(one)
        return [self._own_voice(number, out) for number in range(len(out))]

    def _is_his(self, one: Attribution, speaker: Mention) -> bool:
        """Whether words are told by "according to him" or "his statement", who is not known."""
        if speaker.actor is not None or speaker.text.casefold() not in _HIS or one.source is None:
            return False
        according = self.clauses.low(one.token) == "according"
        return according or self.speakers.is_document(one.source)

    def _in_its_words(self, one: Attribution, speaker: Mention | None) -> Mention | None:
        """The speaker in all the words that a model gives for the source.

        By PolNeAR's convention with the comma that closes an apposition ("X, envoy of Y,").
        """
        if speaker is None or one.span is None or one.via:
            return speaker
        start, end = one.span
        if not one.proposed:
            if speaker.start < start and one.source is not None:
                return self.speakers.within(one.source, start, end) or speaker
            unknown = speaker.actor is None and (speaker.start, speaker.end) > one.span
            return self.speakers.words_of(*one.span) if unknown else speaker
        same = (start, end) == (speaker.start, speaker.end)
        if same or not (start <= speaker.start and speaker.end <= end):
            return speaker
        wide = replace(speaker, text=self.clauses.doc.text[start:end], start=start, end=end)
        return self.speakers.with_others(wide, speaker)

    def _own_voice(self, number: int, speakers: Sequence[Mention | None]) -> Mention | None:
        """The speaker; for "I think" inside a quotation, who says the quotation."""
        speaker, outer = speakers[number], self.outer[number]
        if speaker is None or speaker.actor is not None or outer is None:
            return speaker
        teller = speakers[outer]
        if teller is None or _pronoun(speaker.text) not in _FIRST_PERSON:
            return speaker
        return _standing_for(speaker, teller)

    def _is_told(self, number: int, one: Attribution) -> bool:
        """Whether a statement within another is one: not the speaker's own voice, not denied."""
        word = "" if one.source is None else self.clauses.tokens[one.source].text
        own = _pronoun(word) in _FIRST_PERSON
        own = own and not one.proposed
        outer = self.outer[number]
        return not own and (outer is None or self.found[outer].act not in _UNTOLD)

    def _relays(self, told_of: dict[int, Attribution]) -> set[int]:
        """Media that only relay: Y in "X said ..., according to Y", a link of X's chain."""
        out = set()
        for number, one in told_of.items():
            outer = self.outer[number]
            if outer is None or one.act in BELIEFS:
                continue
            teller = self.found[outer].source
            cue = self.clauses.doc.text[slice(*self.found[outer].cue[0])]
            relays = cue.casefold().startswith("according")
            if not relays or teller is None or not self.speakers.is_medium(teller):
                continue
            mine, whole = one.content, self.found[outer].content
            if mine[0][0] == whole[0][0] or _length(mine) >= _RELAYED * _length(whole):
                out.add(outer)
        return out

    def _says_again(self, number: int) -> bool:
        """Whether it is the speaker's own word on what he speaks of: "praised what he said was"."""
        outer, mine = self.outer[number], self.said_by[number]
        teller = None if outer is None else self.said_by[outer]
        if outer is None or mine is None or teller is None or _identity(mine) != _identity(teller):
            return False
        first = self.found[number].content[0]
        fronted = self.clauses.doc.text[slice(*first)].casefold() == "what"
        return fronted and first[0] == self.found[outer].content[0][0]

    def _chain(self, number: int, addressee: Mention | None) -> tuple[Mention, ...]:
        """From the speaker outwards: who relayed it, in whose statement that stands, and so on.

        Whom the speaker himself addressed is no link, but where he is the one who tells of it.
        """
        hearer = None if addressee is None else _identity(addressee)
        own = self.speakers.via(self.found[number])
        links = [m for m in own if _identity(m) != hearer]
        outer = self.outer[number]
        while outer is not None:
            teller = self.said_by[outer]
            if teller is not None and self.found[outer].act not in BELIEFS:
                links.append(teller)
            links.extend(self.speakers.via(self.found[outer]))
            outer = self.outer[outer]
        speaker = self.said_by[number]
        taken = set() if speaker is None else {_identity(speaker)}
        out = []
        content = self.found[number].content
        for link in links:
            inside = any(start <= link.start < end for start, end in content)
            inside = inside or (link.actor is None and link.text.casefold() in _PRONOUNS)
            if not inside and _identity(link) not in taken:
                taken.add(_identity(link))
                out.append(link)
        return tuple(out)

    def _dates_at(self, occasion: Span, dating: Dating) -> Dating:
        """The dating of words, by their occasion's day where nothing nearer dates them.

        "After talks on Saturday, X said": what a dateline says is when the report was sent.
        """
        time = dating.time
        if time is None:
            far = dating.basis == "publication"
        else:
            inside = occasion.start <= time.start < occasion.end
            between = self.clauses.doc.text[time.end : occasion.start]
            far = inside or _DASH.search(between) is not None
        latest = self.anchor.latest if self.anchor is not None else None
        found = days_of(self.clauses, occasion, self.times, latest) if far else None
        return dating if found is None else Dating(found[0], "time expression", found[1])

    def _statement(
        self,
        number: int,
        report: str,
        told: Places,
        dates: tuple[DateRange, str],
        occasion: Span | None,
    ) -> Statement:
        one = self.found[number]
        doc = self.clauses.doc
        cue = tuple(doc.span(s, e) for s, e in one.cue)
        content = tuple(doc.span(s, e) for s, e in told)
        addressee = self._addressee(number, occasion)
        return Statement(
            id=content_id("s", report, _places(cue), _places(content)),
            report=report,
            speaker=self.said_by[number],
            act=one.act,
            cue=cue,
            content=content,
            form=_form(self.clauses, content),
            addressee=addressee,
            chain=self._chain(number, addressee),
            date=dates[0],
            date_basis=dates[1],
            kind=_kind(self.clauses, one),
            occasion=occasion,
        )

    def _addressee(self, number: int, occasion: Span | None) -> Mention | None:
        """Whom the words went to, by the cue or by the occasion ("in a letter to X")."""
        one, hearer = self.found[number], self.found[number].addressee
        if hearer is None and occasion is not None:
            hearer = hearer_at(self.clauses, occasion)
        if hearer is None:
            return None
        heard = self.speakers.resolve(hearer)
        low, speaker, outer = self.clauses.low(hearer), self.said_by[number], self.outer[number]
        if heard is None or heard.actor is not None:
            return heard
        if low == "me" and outer is not None:  # "he asked me to come", Tan said
            return _standing_for(heard, self.said_by[outer])
        if low in _HIM:
            return _standing_for(heard, self.speakers.other_person(hearer, one.token, speaker))
        return heard


def _kind(clauses: Clauses, one: Attribution) -> StatementKind:
    """Whether words were said, only thought, or told as not, or not yet, said."""
    if one.proposed and (_is_of_none(clauses, one) or _is_asked(clauses, one)):
        return "unsaid"
    if one.source is not None and _is_nobody(clauses, one.source):
        return "unsaid"
    if one.act in BELIEFS:
        return "thought"
    if one.proposed and not _is_realised(clauses, one):
        return "unsaid"
    return "speech"


def _is_realised(clauses: Clauses, one: Attribution) -> bool:
    if clauses.tokens[one.token].pos in {"VERB", "AUX"}:
        return clauses.realised(one.token)
    first = clauses.doc.tokens_in(*one.cue[0])[:1]
    return not any(clauses.low(i) in MODAL_FORMS for i in first)  # "must be clear with"


def _is_of_none(clauses: Clauses, one: Attribution) -> bool:
    """Whether the cue has a noun that is denied: "made no mention of", "gave no sign that"."""
    if len(one.cue) == 1 and " no " not in clauses.doc.text[slice(*one.cue[0])].casefold():
        return False  # as nearly everywhere
    inside = (i for start, end in one.cue for i in clauses.doc.tokens_in(start, end))
    return any(clauses.low(i) == "no" and clauses.tokens[i].pos == "DET" for i in inside)


def _is_nobody(clauses: Clauses, source: int) -> bool:
    """Whether the source is denied: "neither side", "no one", "none of the envoys"."""
    first = (source - 1, source) if clauses.tokens[source].pos == "NOUN" else (source,)
    return any(clauses.low(i) in _NOBODY for i in first)


def _is_asked(clauses: Clauses, one: Attribution) -> bool:
    """Whether the cue is itself asked about: "Why did they not know that ...?"."""
    c = one.token
    subject = clauses.doc.child(c, "nsubj")
    helpers = clauses.doc.dependents(c, "aux")
    if subject is None or clauses.zone[c] >= 0 or not any(k < subject < c for k in helpers):
        return False
    sentence = clauses.doc.sentences[clauses.doc.sentence_of[c]]
    return clauses.doc.text[sentence.start : sentence.end].rstrip().endswith("?")


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _to_oneself(statement: Statement) -> bool:
    """Whether speaker and addressee are one actor: the words were read wrongly.

    Of people left unnamed nobody can tell whether they are the same.
    """
    speaker, addressee = statement.speaker, statement.addressee
    if speaker is None or addressee is None:
        return False
    if (speaker.start, speaker.end) == (addressee.start, addressee.end):
        return True
    key = speaker.actor
    return key is not None and key == addressee.actor and not key.startswith("unnamed:")


def _is_empty(speaker: Mention | None) -> bool:
    """An "it" that stands for no one who is known speaks for no one."""
    return speaker is not None and speaker.actor is None and speaker.text.casefold() == "it"


def _is_of_parties(statement: Statement) -> bool:
    """Whether "the parties" agreed, and nobody knows which: an act, and no one's words."""
    speaker = statement.speaker
    if statement.act != "agree" or speaker is None or speaker.actor or speaker.members:
        return False
    return _PARTIES.match(speaker.text) is not None


def _is_person(mention: Mention) -> bool:
    return (mention.actor or "").startswith(("person:", "role:"))


def _pronoun(words: str) -> str:
    """The words in lower case, so that "US" is no "us"."""
    return words if words == "US" else words.casefold()


def _standing_for(pronoun: Mention, one: Mention | None) -> Mention:
    """The pronoun as a mention of whom it stands for."""
    return pronoun if one is None else replace(pronoun, actor=one.actor, members=one.members)


def _identity(mention: Mention) -> str:
    return mention.actor or mention.text.casefold().removeprefix("the ")


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _form(clauses: Clauses, content: Sequence[Span]) -> StatementForm:
    """Direct when quotations make up the content, mixed when it has some, else indirect."""
    quoted = 0
    some = False
    for span in content:
        for q in clauses.quotations_over(span.start, span.end):
            for start, end in q.parts:
                low, high = max(start, span.start), min(end, span.end)
                if high > low and start >= span.start and end <= span.end:
                    quoted += high - low
                    some = True
    words = sum(s.end - s.start for s in content)
    if some and quoted >= words - 2:
        return "direct"
    return "mixed" if some else "indirect"

"""Noun phrases that name actors: title and name, body and nation, collective nouns, appositions.

Works on the items of :mod:`coranto.actors.scan` from left to right, on words rather
than on the tree, so that a wrong attachment does not break a phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coranto.actors.appositions import CLOSERS, Appositions
from coranto.actors.belongings import join_initials, name_agencies, with_offices
from coranto.actors.drafts import Draft, Form, Sort
from coranto.actors.lexicon import Entry
from coranto.actors.openers import (
    ARTICLES,
    BETWEEN_NATIONS,
    COMPASS,
    FORMER,
    HEADS,
    IN_POST,
    KOREAS,
    LONGEST_POST,
    LOOSE,
    LOOSE_OR_FORMER,
    NOT_BEFORE_NAME,
    NUMBERS,
    OF_A_PERSON,
    OF_TWO,
    OPENERS,
    OPENERS_AND_PRONOUNS,
    OPENERS_OR_HYPHEN,
    OWNERS,
    POINTING,
    PREFIXES,
    PRONOUNS,
    QUALIFYING,
    REGION_NOUNS,
    REGIONS,
    SENT,
    SINGLE_WORDS,
    STAFF,
    STATE_RUN,
    VAGUE,
)
from coranto.actors.parties import BREAKAWAYS, acts_for_region
from coranto.actors.scan import Item
from coranto.actors.shared import (
    both_states,
    is_top,
    nations_after,
    nations_before,
    one_holder,
    shareable,
    singular_title,
)
from coranto.actors.spelling import person_name
from coranto.actors.tables import Body, GroupNoun, Seat, Title
from coranto.language.document import Document


@dataclass(slots=True)
class _Modifiers:
    definite: bool = False
    vague: bool = False
    number: int | None = None
    owner: int | None = None
    country: str | None = None
    province: str | None = None
    body: str | None = None
    organisation: str | None = None
    media: bool = False
    former: bool = False
    deputy: bool = False
    words: list[str] = field(default_factory=list)
    nations: int = 0
    shared: tuple[str, ...] = ()
    of_both: bool = False
    inner: Draft | None = None


class Phrases:
    """Reads the items of one document into drafts of mentions."""

    def __init__(self, doc: Document, items: Sequence[Item]) -> None:
        self.doc = doc
        self.items = items
        self.sentence = doc.sentence_of
        # Items that something can begin with or be told by: most words are none of them.
        self.telling = [
            k
            for k, (sort, _, _, _, lower, _, _) in enumerate(items)
            if sort != "word" or lower in OPENERS_AND_PRONOUNS
        ]
        told = [(k, items[k]) for k in self.telling]
        self.leading = _leading(told, items)
        self.korea = any(i.entry.country == "KP" for _, i in told if i.entry is not None)

    def drafts(self) -> list[Draft]:
        """All drafts, in order of the text, appositions joined."""
        out: list[Draft] = []
        end = 0
        for at in self.telling:
            if at < end:
                continue
            item = self.items[at]
            leads = at in self.leading
            found = self._phrase(at) if self._can_open(at, item, leads) else None
            if found is not None:
                out.append(found[0])
                end = found[1]
            elif item.sort != "word" or item.lower in SINGLE_WORDS:
                single = self._single(item)
                if single is not None:
                    out.append(single)
        out = with_offices(self.doc, [d for d in out if not self._is_thing(d)])
        for draft in out:
            draft.head = self._head(draft)
            if draft.inner is not None:
                draft.inner.head = self._head(draft.inner)
        name_agencies(self.doc, out)
        join_initials(self.doc, out)
        Appositions(self.doc).join(out)
        return out

    def _can_open(self, at: int, item: Item, leads: bool) -> bool:
        """Whether a phrase may begin at an item: its head stands there or not far after it."""
        if leads:
            return item.sort != "word" or item.lower in OPENERS
        if item.lower in ARTICLES:  # "the two" stands by itself
            return at + 1 < len(self.items) and self.items[at + 1].lower == "two"
        return item.lower == "both"

    def _is_thing(self, draft: Draft) -> bool:
        """ "His chair", "my head": no one's titles."""
        if draft.sort != "role" or draft.owner is None:
            return False
        thing = isinstance(draft.noun, Title) and draft.noun.words in ("chair", "head")
        return thing and self.doc.lows[draft.owner] in OWNERS

    def _head(self, draft: Draft) -> int:
        if draft.last - draft.first == 1:
            return draft.first
        inside = range(draft.first, draft.last)
        tokens = self.doc.tokens
        return next((i for i in inside if tokens[i].head not in inside), draft.last - 1)

    def _same_sentence(self, one: int, other: int) -> bool:
        items, sentence = self.items, self.sentence
        return other < len(items) and sentence[items[one].first] == sentence[items[other].first]

    # --- one phrase -----------------------------------------------------------------------

    def _phrase(self, at: int) -> tuple[Draft, int] | None:
        """The phrase with a title, body or collective noun at its head that begins at ``at``."""
        opening = self.doc.tokens[self.items[at].first]
        if opening.dep.startswith("cc") and self.items[at].lower == "both":
            return None  # "both Oman and Qatar"
        mods = _Modifiers()
        j = self._determiners(at, mods)
        if mods.number == 2 and self._stands_alone(j - 1, mods):
            return self._the_two(at, j), j
        while j < len(self.items) and self._same_sentence(at, j):
            item = self.items[j]
            if item.sort == "word" and item.lower not in OPENERS_OR_HYPHEN:
                return None
            if item.sort in ("title", "body", "group") and not self._is_modifier(j):
                return self._with_head(at, j, mods)
            step = self._nations(at, j, mods) or self._modifier(j, mods)
            if step == 0:
                return None
            j += step
        return None

    def _qualifies(self, j: int) -> bool:
        return self.items[j].lower in LOOSE and self.items[j].sort in ("word", "title")

    def _stands_alone(self, j: int, mods: _Modifiers) -> bool:
        """Whether "the two" or "both" is a party of its clause by itself: "the two shook hands"."""
        item = self.items[j]
        token = self.doc.tokens[item.first]
        if not (mods.definite and item.lower == "two") and item.lower != "both":
            return False
        if not token.dep.startswith(("nsubj", "obj")) or token.head < 0:
            return False
        return item.last < len(self.doc.tokens) and self.doc.tokens[item.last].text != "of"

    def _the_two(self, at: int, j: int) -> Draft:
        first, last = self.items[at].first, self.items[j - 1].last
        noun = GroupNoun("two", "group", True)
        return Draft(first, last, "group", "group", "the two", noun=noun, number=2, definite=True)

    def _nations(self, at: int, j: int, mods: _Modifiers) -> int:
        """Take "Saudi and Iranian", "Oman and Qatar's" before a noun that they share."""
        if self.items[j].sort != "name" or mods.nations or mods.vague:
            return 0
        if not self._goes_on(j + 1):
            return 0
        start = self.sentence[self.items[at].first]
        first = self.doc.sentences[start].first_token
        opens = self.items[at].first == first
        top = any(w.lower() == "top" for w in mods.words)
        chain = nations_before(self._rest(j), opens, top)
        if chain is None:
            return 0
        mods.shared, mods.nations = chain.countries, len(chain.countries)
        mods.words += [i.text for i in self.items[j : j + chain.end]]
        mods.definite |= self.items[j + chain.end - 1].sort == "possessive"
        mods.definite |= not chain.joined  # "Omani, Thai leaders meet", in a headline
        return chain.end

    def _goes_on(self, k: int) -> bool:
        """Whether what joins two nations stands at ``k``, or behind a possessive there."""
        k += k < len(self.items) and self.items[k].sort == "possessive"
        return k < len(self.items) and self.items[k].lower in BETWEEN_NATIONS

    def _rest(self, j: int) -> Sequence[Item]:
        """The items from ``j`` to the end of the sentence, a dozen at most."""
        items = self.items[j : j + 14]
        last = self.doc.sentences[self.sentence[items[0].first]].last_token
        return [i for i in items if i.first < last]

    def _determiners(self, at: int, mods: _Modifiers) -> int:
        j = at
        while j < len(self.items) and self.items[j].sort == "word":
            word = self.items[j].lower
            if word in POINTING and self.doc.tokens[self.items[j].first].pos != "DET":
                break
            if word in ARTICLES:
                mods.definite = True
            elif word == "most" and self._same_sentence(j, j + 1) and self._qualifies(j + 1):
                break
            elif word in NUMBERS:
                mods.definite |= mods.number == 0  # "all three"
                mods.number = NUMBERS[word]
            elif word in OWNERS:
                mods.owner = self.items[j].first
                mods.definite = True
            elif word in VAGUE:
                mods.vague = True
            else:
                break
            j += 1
        return j

    def _is_modifier(self, j: int) -> bool:
        """Whether the title, body or noun at ``j`` only qualifies another one after it."""
        if not self._same_sentence(j, j + 1):
            return False
        item, following = self.items[j], self.items[j + 1]
        if item.sort == "title":
            prefix = item.lower in PREFIXES or item.lower in ("general", "special")
            if item.lower == "official" and following.sort == "group":
                return True
            return following.sort == "title" and (prefix or item.lower in LOOSE)
        if item.sort == "body":
            if following.sort == "possessive":
                return self._leads_to_head(j + 2)
            return following.sort in ("title", "group")
        if self._is_state_run(j) or (item.lower == "opposition" and self._leads_to_head(j + 1)):
            return True
        return following.sort in ("title", "group", "body") and item.lower in QUALIFYING

    def _is_state_run(self, j: int) -> bool:
        """Whether "state" at ``j`` goes on as "state-run media"."""
        if not self._same_sentence(j, j + 3) or self.items[j + 1].lower != "-":
            return False
        return self.items[j + 2].lower in STATE_RUN and self.items[j + 3].sort == "group"

    def _leads_to_head(self, j: int) -> bool:
        for k in range(j, min(j + 4, len(self.items))):
            if self.items[k].sort in ("title", "group", "body"):
                return self._same_sentence(j - 1, k)
            if self.items[k].sort != "word" or self.items[k].lower not in LOOSE_OR_FORMER:
                return False
        return False

    def _modifier(self, j: int, mods: _Modifiers) -> int:
        """Take the modifier at ``j``; returns the number of items taken, 0 if it is none."""
        item = self.items[j]
        possessive = self._same_sentence(j, j + 1) and self.items[j + 1].sort == "possessive"
        if item.sort == "name" and item.entry is not None:
            if self._is_region(j, mods) and not possessive:
                mods.country, mods.province = item.entry.country, item.entry.name
                mods.nations += 1
                mods.words.append(item.entry.name)
                return 1
            region = item.entry.sort == "place" and item.entry.country is None
            if region and self._same_sentence(j, j + 1) and shareable(self.items[j + 1].noun, True):
                mods.words.append(item.text)
                return 1
            if mods.nations and not possessive and self._is_post(j):
                mods.words.append(item.text)
                return 1
            return self._name_modifier(item, possessive, mods)
        if item.sort in ("person", "organisation"):
            return self._owner_modifier(j, possessive, mods)
        if item.sort == "body":
            assert isinstance(item.noun, Body)
            mods.body = item.noun.office
            mods.words.append(item.text)
            return 1 + possessive
        if item.sort in ("title", "group"):
            mods.deputy |= item.lower.startswith(("deputy", "vice", "assistant"))
            mods.words.append(item.text)
            return 3 if self._is_state_run(j) else 1
        return self._word_modifier(j, mods)

    def _is_region(self, j: int, mods: _Modifiers) -> bool:
        """Whether the place at ``j`` is that of the noun behind it: "Tigray forces"."""
        entry = self.items[j].entry
        if entry is None or entry.sort != "place" or mods.nations:
            return False
        noun = self.items[j + 1].noun if self._same_sentence(j, j + 1) else None
        known = entry.country is not None or (isinstance(noun, GroupNoun) and noun.sort != "group")
        return known and acts_for_region(noun)

    def _is_post(self, j: int) -> bool:
        """Whether the state at ``j`` is where an envoy is sent: "the US Iran envoy"."""
        entry = self.items[j].entry
        if entry is None or entry.sort != "country" or not self._same_sentence(j, j + 1):
            return False
        noun = self.items[j + 1].noun
        return isinstance(noun, Title) and noun.office in SENT

    def _name_modifier(self, item: Item, possessive: bool, mods: _Modifiers) -> int:
        entry = item.entry
        assert entry is not None
        if entry.sort in ("people", "bloc", "holder"):
            return 0
        if entry.sort == "place" and not possessive:
            return 0
        if mods.nations and not (entry.sort in ("organisation", "seat") and not possessive):
            return 0
        mods.nations += 1
        mods.inner = mods.inner or self._single(item)
        mods.definite |= possessive
        mods.country = mods.country or entry.country
        mods.province = entry.name if entry.sort == "place" else None
        if entry.sort in ("organisation", "seat"):
            mods.organisation = entry.name
            mods.media = entry.media
        mods.words.append(item.text)
        return 1 + possessive

    def _owner_modifier(self, j: int, possessive: bool, mods: _Modifiers) -> int:
        item = self.items[j]
        follows = self.items[j + 1] if self._same_sentence(j, j + 1) else None
        if item.sort == "organisation":
            if not possessive and not (follows and follows.sort in ("title", "group")):
                return 0
            mods.organisation = item.text
        else:
            if not possessive and not (follows and follows.lower in OF_A_PERSON):
                return 0
            mods.owner = item.first
            mods.inner = Draft(
                item.first, item.last, "person", "name", _called(item), within=not possessive
            )
        mods.definite |= possessive
        mods.words.append(item.text)
        return 1 + possessive

    def _word_modifier(self, j: int, mods: _Modifiers) -> int:
        item = self.items[j]
        word = item.lower
        if word in FORMER:
            mods.former = True
            return 1
        if word == "-" and j and self.items[j - 1].lower in LOOSE_OR_FORMER:
            return 1
        if word in COMPASS and self._same_sentence(j, j + 1):
            hyphen = self.items[j + 1].lower == "-" and self._same_sentence(j, j + 2)
            following = self.items[j + 1 + hyphen].lower
            if following in REGIONS or (item.text[0].isupper() and following in REGION_NOUNS):
                last = self.items[j + 1 + hyphen].last
                tokens = self.doc.tokens[item.first : last]
                mods.words.append(self.doc.text[tokens[0].start : tokens[-1].end])
                return 2 + hyphen
        if word in REGIONS or word in NUMBERS:
            mods.words.append(item.text)
            if word in NUMBERS:
                mods.number = NUMBERS[word]
            return 1
        if word in LOOSE:
            verb = self.doc.tokens[item.first].pos in ("VERB", "AUX") and not mods.definite
            if verb and self.items[j - 1].lower != "-":
                return 0
            mods.deputy |= word in ("deputy", "vice")
            mods.words.append(item.text)
            return 1
        return 0

    # --- what follows the head ------------------------------------------------------------

    def _with_head(self, at: int, j: int, mods: _Modifiers) -> tuple[Draft, int]:
        item = self.items[j]
        noun = item.noun
        last = j + 1
        last = self._of(last, noun, mods)
        land = mods.country if mods.province is not None else None
        if mods.province is not None and _of_a_state(noun):
            mods.country, mods.organisation = None, mods.province
        else:
            mods.province = None
        draft = Draft(
            self.items[at].first, self.items[last - 1].last, "role", "role", item.text,
            country=mods.country, body=mods.body or mods.organisation, noun=noun,
            owner=mods.owner, number=mods.number, definite=mods.definite, vague=mods.vague,
            former=mods.former, deputy=mods.deputy, qualifiers=" ".join(mods.words),
            nations=mods.shared, of_both=mods.of_both, inner=mods.inner,
            of_province=mods.province is not None, land=land,
        )  # fmt: skip
        if isinstance(noun, Title):
            return self._title_head(draft, last, noun)
        if isinstance(noun, Body):
            last = self._in_capital(last, draft)
            draft.sort, draft.body = "body", noun.office
            draft.form = "name" if mods.country or item.text[0].isupper() else "role"
            return draft, last
        assert isinstance(noun, GroupNoun)
        draft.sort, draft.form = "group", "group"
        draft.name = " ".join(
            self.doc.text[
                self.doc.tokens[self._after_determiners(at)].start : self.doc.tokens[
                    draft.last - 1
                ].end
            ].split()
        )
        draft.media = noun.sort == "media"
        if draft.of_province and noun.sort != "group":
            draft.name = f"{draft.body} {noun.words}"
        return draft, last

    def _in_capital(self, j: int, draft: Draft) -> int:
        """Take "in Tokyo" after "the Defense Ministry": the state is that of the capital."""
        if draft.country or not self._same_sentence(j - 1, j + 1) or self.items[j].lower != "in":
            return j
        if isinstance(draft.noun, Body) and draft.noun.office in ("embassy", "consulate"):
            return j  # that of another state
        entry = self.items[j + 1].entry
        if entry is None or entry.sort not in ("capital", "country") or not draft.definite:
            return j
        draft.country = entry.country
        return j

    def _after_determiners(self, at: int) -> int:
        return self.items[self._determiners(at, _Modifiers())].first

    def _of(self, j: int, noun: Title | Body | GroupNoun | None, mods: _Modifiers) -> int:
        """Take "of China", "of the European Commission" after a head; returns the end."""
        if j >= len(self.items) or self.items[j].lower not in ("of", "for", "at", "from"):
            return j
        if shareable(noun) and not mods.nations and (end := self._of_several(j, mods)) > j:
            return end
        k = j + 1
        if k < len(self.items) and self.items[k].lower == "the":
            k += 1
        if k >= len(self.items) or not self._same_sentence(j, k):
            return j
        item = self.items[k]
        entry = item.entry
        if isinstance(noun, Title) and (end := self._of_body(k, mods)) > k:
            return end
        if isinstance(noun, GroupNoun) and self._of_region(j, k, noun, mods):
            return k + 1
        if self.items[j].lower != "of" and not (entry and entry.sort == "organisation"):
            return j
        if item.sort == "name" and entry and entry.sort in ("country", "seat", "organisation"):
            if self._same_sentence(k, k + 1) and self.items[k + 1].sort == "possessive":
                return self._of_owned(j, k, noun, mods)
            if self._same_sentence(k, k + 1) and self._is_place(k):
                return j  # "both sides of the Oman-Qatar border"
            mods.country = mods.country or entry.country
            if entry.sort != "country":
                mods.organisation = entry.name
        elif item.sort == "organisation" and isinstance(noun, Title):
            mods.organisation = item.text
        elif item.sort == "body" and isinstance(noun, Title) and isinstance(item.noun, Body):
            mods.body = item.noun.office
        else:
            return j
        mods.definite = True
        mods.words.append(item.text)
        return k + 1

    def _of_region(self, j: int, k: int, noun: GroupNoun, mods: _Modifiers) -> bool:
        """Take the region at ``k`` of "forces from Tigray", as the tree has it; whether it is."""
        tokens = self.doc.tokens
        head, place = self.items[j - 1].last - 1, self.items[k]
        entry = place.entry
        if entry is None or entry.sort != "place" or self.items[j].lower not in ("of", "from"):
            return False
        if k + 1 < len(self.items) and self.items[k + 1].lower in (",", "and"):
            return False  # of several
        if noun.words in BREAKAWAYS:
            mods.province, mods.definite = entry.name, True
            return True
        if mods.nations or not acts_for_region(noun) or tokens[head].dep == "obj":
            return False
        inside = range(place.first, place.last)
        heads = {head, tokens[head].head if tokens[head].dep == "conj" else head}
        if not any(tokens[i].head in heads and tokens[i].dep.startswith("nmod") for i in inside):
            return False
        mods.country, mods.province = entry.country, entry.name
        mods.words = [entry.name]
        return True

    def _is_place(self, k: int) -> bool:
        """Whether the name at ``k`` goes on as that of a place: "the Oman border"."""
        following = self.items[k + 1]
        if following.lower in ("border", "frontier"):
            return True
        tokens = self.doc.tokens
        joined = tokens[following.first - 1].end == tokens[following.first].start
        return joined and following.lower in ("-", "\u2013")

    def _of_owned(
        self, j: int, k: int, noun: Title | Body | GroupNoun | None, mods: _Modifiers
    ) -> int:
        """Take "Iran's Supreme National Security Council" after "Secretary of"; the end.

        "Leader of Russia's opposition" is no leader of Russia: that is left, with no country.
        """
        after = k + 2
        if not isinstance(noun, Title) or not self._same_sentence(k, after):
            return j
        owned, owner = self.items[after], self.items[k].entry
        entry = owned.entry
        if owned.sort == "organisation" or (entry and entry.sort in ("seat", "organisation")):
            mods.organisation = entry.name if entry else owned.text
        elif isinstance(owned.noun, Body):
            mods.body = owned.noun.office
        else:
            return j
        mods.country = mods.country or (owner.country if owner else None)
        mods.definite = True
        mods.words += [i.text for i in self.items[k : after + 1]]
        return after + 1

    def _of_body(self, k: int, mods: _Modifiers) -> int:
        """Take "Chinese Foreign Ministry", "China's embassy" after "for the"; returns the end."""
        country, j = None, k
        entry = self.items[j].entry
        if self.items[j].sort == "name" and entry and entry.sort in ("adjective", "country"):
            country, j = entry.country, j + 1
            j += self._same_sentence(k, j) and self.items[j].sort == "possessive"
        if not self._same_sentence(k, j) or not isinstance(self.items[j].noun, Body):
            return k
        noun = self.items[j].noun
        assert isinstance(noun, Body)
        mods.country, mods.body = mods.country or country, noun.office
        mods.definite = True
        mods.words += [i.text for i in self.items[k : j + 1]]
        return j + 1

    def _of_several(self, j: int, mods: _Modifiers) -> int:
        """Take "of Oman and Qatar", "of the two countries"; returns the end."""
        rest = self._rest(j)
        end = both_states(rest, 1)
        mods.of_both = end > 1
        chain = None if mods.of_both else nations_after(rest, 1)
        if chain is not None:
            mods.shared, mods.nations, end = chain.countries, len(chain.countries), chain.end
        elif not mods.of_both:
            return j
        mods.definite |= (
            self.items[j].lower != "from"
        )  # "leaders from Oslo and Muscat": of any time
        return j + end

    def _title_head(self, draft: Draft, last: int, noun: Title) -> tuple[Draft, int]:
        if noun.words == "diplomat" and is_top(draft.qualifiers):
            noun = singular_title("diplomats", top=True) or noun  # the foreign minister
        draft.titles.append(noun)
        draft.sex = noun.sex
        last = self._more_titles(draft, last)
        after = self._post(last, noun)
        after = self._for_the(last, noun) if after == last else after
        name_at = after if after != last else last
        if name_at < len(self.items) and self._same_sentence(last - 1, name_at):
            item = self.items[name_at]
            if item.sort == "person" and not draft.vague:
                draft.sort, draft.form = "person", "name"
                draft.name = _called(item)
                draft.last = item.last
                return draft, name_at + 1
        if after != last:
            draft.last = self.items[after - 1].last
        return draft, after

    def _more_titles(self, draft: Draft, last: int) -> int:
        """Further titles: "Prime Minister and Foreign Minister X", "President General X"."""
        while last < len(self.items) and self._same_sentence(last - 1, last):
            k = last + (self.items[last].lower == "and")
            if k >= len(self.items) or self.items[k].sort != "title":
                return last
            named = k + 1 < len(self.items) and self.items[k + 1].sort == "person"
            title = self.items[k].noun
            if not named or not isinstance(title, Title) or title.office == "spouse":
                return last
            draft.titles.append(title)
            draft.last = self.items[k].last
            last = k + 1
        return last

    def _for_the(self, j: int, noun: Title) -> int:
        """The end of "for the Secretary-General" between a spokesman's title and his name."""
        k = j + 3
        if noun.office not in STAFF or not self._same_sentence(j - 1, k):
            return j
        of, the, title, name = self.items[j : k + 1]
        owned = of.lower in ("for", "to", "of") and the.lower == "the" and title.text[0].isupper()
        return k if owned and title.sort == "title" and name.sort == "person" else j

    def _post(self, j: int, noun: Title) -> int:
        """The end of "to Russia", "for Foreign Affairs and Trade" between a title and a name.

        An envoy's post may be told in any words, another's office goes on in capitals.
        """
        if j >= len(self.items):
            return j
        opening = self.items[j].lower
        envoy = noun.office in SENT
        if opening not in ("to", "for", "on", "in"):
            if opening != "and" or " of " not in noun.words:
                return j
            envoy = False
        for k in range(j + 1, min(j + LONGEST_POST, len(self.items))):
            item = self.items[k]
            if not self._same_sentence(j, k):
                return j
            if item.sort == "person" and k > j + 1:
                return k if self.items[k - 1].lower not in NOT_BEFORE_NAME else j
            if item.lower == ",":
                return k if self._named_next(k + 1) else j
            if item.sort == "word" and not self._in_post(item, envoy):
                return j
            if not envoy and item.sort in ("title", "possessive"):
                return j  # "adviser to Oman's President Orlov"
        return j

    def _in_post(self, item: Item, envoy: bool) -> bool:
        """Whether a word can stand in what an official is sent to, or is in office for."""
        if item.lower in IN_POST:
            return True
        if not envoy and not item.text[:1].isupper():
            return False
        return self.doc.tokens[item.first].pos not in ("VERB", "AUX", "PUNCT")

    def _named_next(self, k: int) -> bool:
        """Whether a person stands at ``k`` and a comma or stop closes the apposition."""
        if k >= len(self.items) or self.items[k].sort != "person":
            return False
        return k + 1 >= len(self.items) or self.items[k + 1].lower in CLOSERS

    # --- single names ---------------------------------------------------------------------

    def _single(self, item: Item) -> Draft | None:
        entry = item.entry
        if item.sort == "person":
            return Draft(item.first, item.last, "person", "name", _called(item))
        if item.sort == "organisation":
            return Draft(item.first, item.last, "organisation", "name", item.text, body=item.text)
        if item.sort != "name" or entry is None:
            return self._pronoun(item)
        first = item.first - self._has_article(item)
        if entry.sort == "country":
            return Draft(first, item.last, "country", "name", entry.name, entry.country)
        if entry.sort in ("adjective", "people"):
            sort: Sort = "country" if entry.sort == "adjective" else "group"
            return Draft(item.first, item.last, sort, "demonym", item.text, entry.country)
        if entry.sort == "organisation":
            return Draft(
                first, item.last, "organisation", "name", entry.name, entry.country,
                body=entry.name, media=entry.media,
            )  # fmt: skip
        if entry.sort == "bloc" or entry.party:
            form: Form = "name" if entry.party else "group"
            body = None if entry.party else entry.name
            return Draft(first, item.last, "group", form, entry.name, entry.country, body=body)
        if entry.sort == "seat" and entry.seat is not None:
            return _seat(entry, entry.seat, first, item.last)
        if entry.sort == "capital":
            return Draft(
                item.first, item.last, "place", "seat", entry.name, entry.country,
                place_only=entry.place_only,
            )  # fmt: skip
        return None

    def _half(self, item: Item) -> Draft | None:
        """ "The North", in a report on North Korea, where no direction or region is meant."""
        tokens = self.doc.tokens
        following = tokens[item.last] if item.last < len(tokens) else None
        if not item.first or tokens[item.first - 1].text.lower() != "the":
            return None
        if following is not None and (following.text[0].isupper() or following.text == "of"):
            return None
        name, code = KOREAS[item.text]
        return Draft(item.first - 1, item.last, "country", "name", name, code)

    def _has_article(self, item: Item) -> bool:
        """Whether "the" before a name belongs to it, and not to a noun after it."""
        if not item.first:
            return False
        before = self.doc.tokens[item.first - 1]
        after = self.doc.tokens[item.last].text if item.last < len(self.doc.tokens) else ""
        if before.text.lower() != "the" or after == "-":
            return False
        return item.first <= before.head < item.last or (
            item.last >= len(self.doc.tokens)
            or self.doc.tokens[item.last].pos not in ("NOUN", "PROPN", "ADJ")
        )

    def _pronoun(self, item: Item) -> Draft | None:
        if self.korea and item.text in KOREAS:
            return self._half(item)
        if item.sort == "word" and item.lower in OF_TWO:
            return self._of_two(item)
        if item.sort != "word" or item.lower not in PRONOUNS:
            return None
        return Draft(item.first, item.last, "pronoun", "pronoun", item.lower)

    def _of_two(self, item: Item) -> Draft | None:
        """ "The latter", "the former" where it is a party of its clause by itself."""
        tokens, at = self.doc.tokens, item.first
        alone = tokens[at].dep.startswith(("nsubj", "obj", "iobj", "obl"))
        if not at or self.doc.lows[at - 1] != "the" or not alone:
            return None
        return Draft(at - 1, item.last, "pronoun", "pronoun", item.lower)


def _leading(told: Sequence[tuple[int, Item]], items: Sequence[Item]) -> frozenset[int]:
    """The items from which nothing but openers leads to what can be the head of a phrase.

    ``told`` are the items, with their numbers, that are no plain words or are openers.
    """
    out: set[int] = set()
    before, leads = -1, False
    for k, item in reversed(told):
        if k + 1 != before:
            leads = leads and k + 4 > before and _bridges(items, k + 1, before)
        before = k
        if item.sort in HEADS:
            leads = True
        elif item.sort == "word" and item.lower not in OPENERS:
            leads = False
        if leads:
            out.add(k)
    return frozenset(out)


def _bridges(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether a hyphen, or what joins two nations, is all that stands before ``last``."""
    if last == first + 1 and items[first].text == "-":
        return True
    joined = all(i.lower in BETWEEN_NATIONS for i in items[first:last])
    return joined and items[last].sort == "name"


def _of_a_state(noun: Title | Body | GroupNoun | None) -> bool:
    """Whether a noun is for what a state has: a province's leader is not the country's."""
    if isinstance(noun, GroupNoun):
        return noun.sort in ("state", "forces") or noun.words in BREAKAWAYS
    return isinstance(noun, Title) and one_holder(noun.office)


def _called(item: Item) -> str:
    """The name of a person as written, or as the user's own table has it."""
    entry = item.entry
    return entry.name if entry is not None and entry.given else person_name(item.text)


def _seat(entry: Entry, seat: Seat, first: int, last: int) -> Draft:
    """A seat as the body that sits there: a class of body, the state, or a body of its own."""
    if seat.office == "bloc":
        return Draft(
            first, last, "organisation", "seat", entry.name, body=entry.name,
            place_only=entry.place_only,
        )  # fmt: skip
    sort: Sort = "body" if seat.office else "organisation"
    if seat.office == "state":
        sort = "place"
    return Draft(
        first, last, sort, "seat", entry.name, entry.country,
        body=seat.office or entry.name, place_only=entry.place_only,
    )  # fmt: skip

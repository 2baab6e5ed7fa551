"""Who is presented by whom: a role beside a name, a group before or after the list of its members.

Works on the drafts of :mod:`coranto.actors.phrases`, on the words between them.
"""

from __future__ import annotations

from itertools import pairwise

from coranto.actors.drafts import Draft, is_ally, is_specific, is_state
from coranto.actors.shared import singular_title
from coranto.actors.tables import GroupNoun
from coranto.language.document import Document

# What may stand behind an apposition, where it ends.
CLOSERS = frozenset(', . ; : ) ( - -- \u2013 \u2014 who " \u201d \u201c ! ?'.split())
_COPULAS = frozenset({"is", "was", "became", "as", "been", "remains"})
_COPULAR_GLUE = _COPULAS | {
    ",", "who", "has", "had", "served", "serves", "currently", "then", "also", "now", "once",
}  # fmt: skip
_FARTHEST = 10  # tokens: more than any that joins a name and a role
_SAYS = frozenset({"say", "tell", "add", "note", "confirm", "announce"})
_PAST = frozenset({"was", "served", "had"})


class Appositions:
    """Joins the drafts of one document that stand for one actor side by side."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.sentence = doc.sentence_of

    def join(self, drafts: list[Draft]) -> None:
        """Set ``refers``, ``ally``, ``members`` and the titles of drafts in order of the text."""
        self._join_appositions(drafts)
        self._join_lists(drafts)

    def _between(self, one: Draft, other: Draft) -> list[str]:
        return list(self.doc.lows[one.last : other.first])

    def _closed(self, draft: Draft) -> bool:
        """Whether a comma, stop or "who" follows, or the sentence ends."""
        if draft.last >= len(self.doc.tokens):
            return True
        if self.sentence[draft.last] != self.sentence[draft.first]:
            return True
        return self.doc.lows[draft.last] in CLOSERS

    def _join_appositions(self, drafts: list[Draft]) -> None:
        real = [d for d in drafts if d.form not in ("pronoun", "demonym")]
        for one, other in pairwise(real):
            if other.first - one.last > _FARTHEST or (
                self.sentence[one.first] != self.sentence[other.first]
            ):
                continue
            between = self._between(one, other)
            if other.sort == "person" and is_state(one) and between in (["'s"], ["\u2019s"]):
                other.country = other.country or one.country
            elif is_ally(one, other) and between in ([], [","]):
                one.ally = other
            elif is_ally(other, one) and between == [","] and self._closed(other):
                other.ally = one
            elif one.titles and one.sort == "person" and is_state(other) and between == ["of"]:
                one.country = one.country or other.country
            elif one.sort == "role" and other.sort == "person":
                if between == [","] and self._closed(other) and (one.vague or is_specific(one)):
                    self._refer(one, other)
            elif one.sort == "person" and other.sort == "role" and not other.refers:
                apart = self._closed(other) or self._apposed(other, one)
                apart = apart or (other.vague and not self._speaks(other))
                if between == [","] and apart:
                    self._refer(other, one)
                elif self._copular(between) and ("who" in between or not self._within(one, other)):
                    other.former |= bool(_PAST & set(between))
                    self._refer(other, one)

    def _apposed(self, role: Draft, person: Draft) -> bool:
        """Whether the tree has a role as the apposition of a person ("Orlov, the leader of …")."""
        token = self.doc.tokens[role.head]
        told = (role.definite or role.former or role.vague) and not self._his(role)
        return told and token.dep == "appos" and person.first <= token.head < person.last

    def _speaks(self, role: Draft) -> bool:
        """Whether the clause goes on with a role: "… with Lund, a spokesman said"."""
        return self.doc.tokens[role.last].lemma.lower() in _SAYS

    def _his(self, role: Draft) -> bool:
        """Whether a role is another's: "Lund, his spokesman said", of what Lund's said."""
        return role.owner is not None and self.doc.lows[role.owner] in ("his", "her")

    def _within(self, person: Draft, role: Draft) -> bool:
        """Whether a person is named within the subject: "no one but Lund was minister"."""
        subject = self.doc.child(role.head, "nsubj")
        other = subject is not None and person.first - 2 <= subject < person.first
        return other or self.doc.tokens[person.head].dep.startswith("nmod")

    def _copular(self, between: list[str]) -> bool:
        return bool(between) and set(between) <= _COPULAR_GLUE and bool(_COPULAS & set(between))

    def _refer(self, role: Draft, person: Draft) -> None:
        role.refers = person
        person.titles += [] if role.former else role.titles
        if not role.former:
            person.country = person.country or role.country
            person.body = person.body or role.body
        person.sex = person.sex or role.sex
        person.deputy |= role.deputy
        if person.owner is None:
            person.owner = role.owner if role.deputy else person.owner

    def _join_lists(self, drafts: list[Draft]) -> None:
        """ "two Lavrov deputies, A and B" and "A and B, two Lavrov deputies"."""
        for k, group in enumerate(drafts):
            named = self._named_after(drafts, k)
            if len(named) > 1:
                group.members = named
                for person in named:
                    self._title_of_group(group, person)
        persons = [d for d in drafts if d.sort in ("person", "group")]
        for k, group in enumerate(persons):
            number = len(group.nations) or group.number
            if group.sort != "group" or not number or number > 4:
                continue
            after = self._list_from(persons, k + 1, group)
            before = self._list_before(persons, k - 1, group)
            named = after or before
            if len(named) == number:
                group.members = named
                for person in named:
                    self._title_of_group(group, person)

    def _named_after(self, drafts: list[Draft], k: int) -> list[Draft]:
        """A and B of "Presidents A of Oman and B of Thailand", with their countries."""
        group = drafts[k]
        plural = isinstance(group.noun, GroupNoun) and singular_title(group.noun.words)
        if not plural or group.members or group.number:
            return []
        out: list[Draft] = []
        for previous, draft in pairwise(drafts[k : k + 9]):
            glue = self._between(previous, draft)
            after = previous is out[-1] if out else False
            if draft.sort == "person" and glue in ([], [","], ["and"], [",", "and"]):
                if not (bool(glue) == bool(out) or (glue == [","] and group.definite)):
                    break
                out.append(draft)
            elif after and is_state(draft) and glue == ["of"]:
                out[-1].country = out[-1].country or draft.country
            else:
                break
        apart = bool(out) and out[0].first > group.last
        return [] if apart and not all(d.country for d in out) else out

    def _list_from(self, persons: list[Draft], k: int, group: Draft) -> list[Draft]:
        out: list[Draft] = []
        previous = group
        while k < len(persons) and persons[k].sort == "person":
            glue = set(self._between(previous, persons[k]))
            if not glue or not glue <= {",", "and", ":", "-", "\u2014", "\u2013"}:
                break
            out.append(persons[k])
            previous = persons[k]
            k += 1
        return out

    def _list_before(self, persons: list[Draft], k: int, group: Draft) -> list[Draft]:
        out: list[Draft] = []
        following = group
        while k >= 0 and persons[k].sort == "person":
            glue = self._between(persons[k], following)
            if not glue or not set(glue) <= {",", "and"} or (not out and glue != [","]):
                break
            out.insert(0, persons[k])
            following = persons[k]
            k -= 1
        return out

    def _title_of_group(self, group: Draft, person: Draft) -> None:
        person.country = person.country or group.country
        if isinstance(group.noun, GroupNoun) and group.noun.words == "deputies":
            person.deputy = True
            person.owner = group.owner
            return
        title = singular_title(group.noun.words) if isinstance(group.noun, GroupNoun) else None
        if title:
            person.titles.append(title)

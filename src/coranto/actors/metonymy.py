"""Whether the name of a place means the place or the government seated there.

Decided on the word's place in the sentence: who says, wants or does something is a
government; what lies behind "in", "near" or "flew to" is a place. The distinctions
follow Markert and Nissim's scheme for SemEval-2007 task 8 (literal or
place-for-people), read off the tree and, where that is doubtful, off the words.
"""

from __future__ import annotations

from coranto.actors.lexicon import place_entry, plain
from coranto.language.document import Document
from coranto.types import ActsAs, Name

_PLACE_PREPOSITIONS = frozenset(
    "in at near inside outside around across through throughout into within beyond via "
    "off along over under above north south east west downtown central amid".split()
)
_STATE_PREPOSITIONS = frozenset(
    "with by against between among versus vis-a-vis behind under about regarding".split()
)
# Verbs whose subject is a place ("Moscow lies …") or whose object is one ("visited Moscow").
_PLACE_SUBJECT = frozenset(
    "lie sit border stand witness wake awake locate situate bound surround found populate "
    "experience boast name".split()
)
_PLACE_ADJECTIVES = frozenset("famous beautiful known quiet warm cold rainy home located".split())
_PLACE_OBJECT = frozenset(
    "visit leave tour reach enter exit hit shell bomb strike bombard capture seize storm occupy "
    "besiege encircle surround evacuate flee cross depart liberate recapture retake raid "
    "approach shake rock inhabit paralyze blanket".split()
)
_MOTION = frozenset(
    "travel fly go come arrive return head drive move trip visit journey flight tour arrival "
    "departure depart return land bring send take rush relocate walk ride sail route road way "
    "train plane deport transfer flee escape welcome pilgrimage mission delegation migration "
    "move stopover post dispatch head immigrate emigrate migrate transportation transport "
    "relocation settler tourist accredit".split()
)
_HIT = frozenset("hit shell bomb strike attack bombard capture seize occupy destroy rock".split())
# What a city has and a government has not.
_PLACE_POSSESSED = frozenset(
    "airport street streets square suburb suburbs outskirts center centre metro subway station "
    "mayor resident residents hospital hotel neighborhood neighbourhood district districts region "
    "skyline stadium university museum zoo park cathedral church mosque river climate weather "
    "coast border borders population capital port bridge theater theatre restaurant restaurants "
    "police palace area landmark traffic south north east west largest city cities town towns "
    "territory soil airspace".split()
)
_PLACE_NOUNS = frozenset(
    "city town capital outskirts suburb suburbs center centre street streets north south east "
    "west part parts region district province territory battle siege bombing shelling capture "
    "mayor bishop university people population border map area coast siege fall liberation "
    "occupation evacuation view country nation commune village parish county community "
    "municipality locality neighborhood neighbourhood island peninsula settlement hamlet suburb "
    "mountain river lake archipelago metropolis hub port resort place destination".split()
)
# Nouns for what states have and do; a place name before them or before "'s" is a government.
_STATE_NOUNS = frozenset(
    "government governments regime administration authorities leadership officials leaders "
    "leader president minister ministry ministers army military troops forces side sides allies "
    "ally envoy envoys ambassador diplomats diplomat diplomacy delegation negotiators stance view "
    "views plan plans proposal proposals offer war offensive assault bid push drive demand "
    "demands role ties policy policies interests interest concerns hopes threat threats claim "
    "claims goals goal aims aim efforts effort approach refusal readiness willingness failure "
    "move moves call calls support aid help backing pressure sanctions deal deals talks troops "
    "warning warnings response reply message vote veto seat membership campaign control "
    "sovereignty security defense defence propaganda intelligence nuclear relationship relations "
    "embassy strategy tactics doctrine strength weakness enemies enemy rival rivals partner "
    "partners neighbor neighbour attitude opposition say attempt attempts "
    "will jurisdiction rule dominion victory win word words promise pledge pledges "
    "request requests work working decision blame advance advances overture overtures".split()
)
_AS_PLACE = _HIT | _PLACE_OBJECT | _PLACE_SUBJECT
_PREVAILED_OVER = _STATE_NOUNS | {"rule", "prevail", "quarrel"}
# What a city cannot be, but its government can.
_MINDED = frozenset(
    "ready willing unwilling reluctant prepared keen eager determined committed adamant wary "
    "confident concerned worried furious unhappy grateful hopeful insistent".split()
)
# What is named for the city in which it was held, signed or begun.
_HELD_THERE = frozenset(
    "summit summits meeting meetings talks conference forum visit trip accord accords agreement "
    "agreements declaration treaty pact protocol protocols communique airport ceremony".split()
)
_STATE_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ness", "ship", "ism", "acy")


def acts_as(doc: Document, name: Name) -> ActsAs | None:
    """ "place" or "government" for a name of a country, capital or other place.

    ``None`` for names of other kinds. Cities that are no seat of government are places.
    What the model has found (``name.acts_as``) is believed but in a dateline; where it
    has found nothing, the name's place in the sentence decides.
    """
    inside = doc.tokens_in(name.start, name.end)
    if not len(inside):
        return None
    entry = place_entry(" ".join(plain(doc.tokens[i].text) for i in inside))
    if name.kind != "place" and not (entry and entry.sort in ("country", "capital")):
        return None
    if entry and (entry.sort == "place" or entry.place_only):
        return "place"
    default: ActsAs = "government" if entry and entry.sort in ("capital", "seat") else "place"
    return reading(doc, inside.start, inside.stop, default, name.acts_as)


def reading(
    doc: Document,
    first: int,
    last: int,
    default: ActsAs = "place",
    found: ActsAs | None = None,
) -> ActsAs:
    """How the name ``tokens[first:last]`` is meant; ``default`` where nothing tells.

    ``found`` is what the model says of it, ``None`` where it says nothing.
    """
    if _dateline(doc, first, last) or (default == "government" and _venue(doc, first, last)):
        return "place"
    head = doc.head_of(doc.tokens[first].start, doc.tokens[last - 1].end)
    head = last - 1 if head is None else head
    if default == "government" and _is_minded(doc, head):
        return "government"
    if found is not None:
        return found
    possessed = _possessed(doc, head, last)
    if possessed is not None:
        return "government" if _of_state(possessed, default) else "place"
    return _by_relation(doc, head, first, last, default)


def _is_minded(doc: Document, head: int) -> bool:
    """ "Oslo was ready to": the subject of what only those who act can be."""
    token = doc.tokens[head]
    return token.dep == "nsubj" and doc.tokens[token.head].lemma.lower() in _MINDED


def _of_state(noun: str, default: ActsAs) -> bool:
    """Whether a noun names what a state has or does, rather than what lies in a place.

    A capital has little else to be named for: there the noun must tell of a place.
    """
    if noun in _PLACE_POSSESSED:
        return False
    state = noun in _STATE_NOUNS or noun.endswith(_STATE_ENDINGS)
    return state or default == "government"


def _dateline(doc: Document, first: int, last: int) -> bool:
    """Whether the name opens a paragraph as where the report was filed from."""
    sentence = doc.sentences[doc.sentence_of[first]]
    if first != sentence.first_token or not doc.tokens[first].text.isupper():
        return False
    following = doc.text[doc.tokens[last - 1].end : doc.tokens[last - 1].end + 3].strip()
    return following[:1] in ("(", ",", "-", "\u2013", "\u2014", "/")


def _venue(doc: Document, first: int, last: int) -> bool:
    """Whether a capital only says where something is: "the Helsinki summit"."""
    if last >= len(doc.tokens) or doc.lows[last] not in _HELD_THERE:
        return False
    return doc.tokens[first].pos == "PROPN" and doc.tokens[last].pos == "NOUN"


def _possessed(doc: Document, head: int, last: int) -> str | None:
    """The last noun of what the place has ("Moscow's commitment"), lower case."""
    if last >= len(doc.tokens) or plain(doc.tokens[last].text) not in ("'s", "'"):
        return None
    if doc.tokens[last].start != doc.tokens[last - 1].end and doc.tokens[last].pos != "PART":
        return None
    above = doc.tokens[head].head
    if above > last and doc.tokens[head].dep.startswith("nmod"):
        return doc.lows[above]
    for i in range(last + 1, min(last + 6, len(doc.tokens))):
        if doc.tokens[i].pos in ("NOUN", "PROPN"):
            following = doc.tokens[i + 1].pos if i + 1 < len(doc.tokens) else ""
            if following not in ("NOUN", "PROPN"):
                return doc.lows[i]
    return ""


def _by_relation(doc: Document, head: int, first: int, last: int, default: ActsAs) -> ActsAs:
    token = doc.tokens[head]
    dep = token.dep.split(":")[0]
    if dep in ("conj", "appos", "flat") and token.head >= 0:
        preposition = _preposition(doc, head, first)
        if preposition is None and token.head != head:
            return _by_relation(doc, token.head, token.head, token.head + 1, default)
    above = doc.tokens[token.head] if token.head >= 0 else None
    if dep == "nsubj":
        return _subject(doc, head, token.dep)
    if dep in ("obj", "iobj") and above is not None:
        return "place" if above.lemma.lower() in _PLACE_OBJECT else "government"
    if dep == "vocative":
        return "government"
    if dep == "compound" and above is not None:
        return "government" if _of_state(above.text.lower(), default) else "place"
    left = _left_partner(doc, first)
    if left is not None:
        return reading(doc, left, left + 1, default)
    preposition = _preposition(doc, head, first)
    if preposition is not None:
        return _after_preposition(preposition, above.lemma.lower() if above else "", dep)
    return _by_neighbours(doc, first, last, default)


def _left_partner(doc: Document, first: int) -> int | None:
    """The name before "and" or a comma, with which this one is listed."""
    if first < 2 or doc.lows[first - 1] not in ("and", "or", ",", "nor"):
        return None
    before = doc.tokens[first - 2]
    listed = before.pos == "PROPN" and doc.sentence_of[first - 2] == doc.sentence_of[first]
    return first - 2 if listed else None


def _preposition(doc: Document, head: int, first: int) -> str | None:
    case = doc.child(head, "case")
    if case is not None and case < first:
        return doc.lows[case]
    if first and doc.tokens[first - 1].pos in ("ADP", "SCONJ"):
        return doc.lows[first - 1]
    if (
        first > 1
        and doc.tokens[first - 2].pos == "ADP"
        and doc.tokens[first - 1].pos
        in (
            "DET",
            "ADJ",
            "NOUN",
        )
    ):
        return doc.lows[first - 2]
    return None


def _subject(doc: Document, head: int, dep: str) -> ActsAs:
    above = doc.tokens[doc.tokens[head].head]
    lemma = above.lemma.lower()
    if dep == "nsubj:pass":
        return "place" if lemma in _AS_PLACE else "government"
    if above.pos in ("NOUN", "PROPN"):
        return "place" if above.text.lower() in _PLACE_NOUNS else "government"
    if above.pos == "ADJ":
        return "place" if lemma in _PLACE_ADJECTIVES else "government"
    return "place" if lemma in _PLACE_SUBJECT else "government"


def _after_preposition(preposition: str, above: str, dep: str) -> ActsAs:
    if preposition == "over" and above in _PREVAILED_OVER:
        return "government"
    if preposition in _PLACE_PREPOSITIONS:
        return "place"
    if preposition in _STATE_PREPOSITIONS:
        return "government"
    if preposition in ("to", "for", "toward", "towards"):
        return "place" if above in _MOTION else "government"
    if preposition == "from":
        state = above in _STATE_NOUNS or above.endswith(_STATE_ENDINGS)
        return "government" if dep == "nmod" and state else "place"
    if preposition == "of":
        state = above in _STATE_NOUNS or above.endswith(_STATE_ENDINGS)
        return "government" if state and above not in _PLACE_NOUNS else "place"
    if preposition in ("on", "upon"):
        return (
            "place" if above in ("attack", "strike", "assault", "raid", "march") else "government"
        )
    return "government"


def _by_neighbours(doc: Document, first: int, last: int, default: ActsAs) -> ActsAs:
    """For a name that the tree does not place: a verb after it makes it act."""
    if last < len(doc.tokens) and doc.tokens[last].pos in ("VERB", "AUX"):
        return "government"
    if first and doc.tokens[first - 1].pos == "VERB":
        lemma = doc.tokens[first - 1].lemma.lower()
        return "place" if lemma in _PLACE_OBJECT else "government"
    return default

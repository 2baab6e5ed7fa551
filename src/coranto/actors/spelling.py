"""Names of persons: their parts in the order of their language, and keys over spellings."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from coranto.actors.tables import given_name_classes, surnames_first

# Words inside a surname, not names by themselves.
PARTICLES = frozenset(
    "al el bin ibn bint ben von van der den de da di do dos du del della la le ter zu abu abd "
    "ul".split()
)
# Peoples whose names stand in either order in English reports.
_EITHER_ORDER = frozenset({"HU", "JP"})
# Between a name and the father's; what follows the father's name is a house or a grandfather.
_SON_OF = frozenset({"bin", "ibn", "bint"})
_ARTICLES = frozenset({"al"})
_BEFORE_FAMILY = frozenset({"al", "el", "bin", "ibn", "bint"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "viii", "xvi"})
# Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "ə": "a", "’": "'", "‘": "'"}
)
# One sound, many spellings: endings of Slavic names, the longest first, and digraphs.
_ENDINGS = (
    ("ey", "ei"), ("iy", "i"), ("yy", "i"), ("yi", "i"), ("ij", "i"), ("ii", "i"), ("y", "i"),
)  # fmt: skip
_LONGEST_SUFFIX = 5  # characters of "viii", and one for a stop


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Lower case without accents, apostrophes and stops."""
    if name.isascii():
        return name.lower().replace("'", "").replace(".", "")
    decomposed = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.replace("'", "").replace(".", "").replace("\u00ad", "")


def person_name(text: str) -> str:
    """A name as written, but "SERGEI IVANOV" as "Sergei Ivanov", without soft hyphens.

    Initials stay as they are ("George H.W. Bush").
    """
    if text.isascii() and text.istitle():
        return text  # as most names are written
    words = text.replace("\u00ad", "").split()
    loud = [w for w in words if len(w) > 3 and w.isupper()]
    shortest = 2 if loud and len(loud) == len(words) - 1 and text.isupper() else 3  # "GUY LANDEN"
    return " ".join(
        w.capitalize() if len(w) > shortest and w.isupper() and "." not in w[:-1] else w
        for w in words
    )


@lru_cache(maxsize=16384)
def sound(part: str) -> str:
    """A key for one part of a name that variant transliterations share (Sergey, Sergei)."""
    key = fold(part)
    for ending, usual in _ENDINGS:
        if key.endswith(ending):
            key = key[: -len(ending)] + usual
            break
    key = key.replace("ks", "x")
    if key.endswith("ovich"):
        key = key[:-5] + "ovych"
    if key.startswith("ye"):
        key = key[1:]
    return key.replace("iye", "ie")


@lru_cache(maxsize=16384)
def parts_of(name: str) -> tuple[str, ...]:
    """Parts of a full name; hyphens inside East Asian given names separate ("Jae-in")."""
    return tuple([p for p in name.replace("-", " ").split() if not _is_suffix(p)])


def _is_suffix(part: str) -> bool:
    return len(part) <= _LONGEST_SUFFIX and part.lower().replace(".", "") in _SUFFIXES


@lru_cache(maxsize=16384)
def surname_countries(name: str) -> frozenset[str]:
    """Countries in whose order ``name`` seems to be (family name first), by its first part."""
    parts = name.split()
    if not 2 <= len(parts) <= 4:
        return frozenset()
    return surnames_first().get(parts[0], frozenset()) - {"HU"}


@lru_cache(maxsize=16384)
def turned(name: str) -> tuple[str, ...]:
    """A full name in the other order: the first part last, and the last part first."""
    parts = name.split()
    if not 2 <= len(parts) <= 4:
        return ()
    return tuple(
        dict.fromkeys((" ".join((*parts[1:], parts[0])), " ".join((parts[-1], *parts[:-1]))))
    )


@lru_cache(maxsize=16384)
def surname_of(name: str, country: str | None = None) -> str:
    """The part of a full name by which reports call a person: Li of Li Hui, Lavrov of Sergei L.

    ``country`` (alpha-2) settles the order where the first part could be a given
    name ("Ma", "Kim", "Lee" …). Particles stay with the surname ("von der Leyen").
    """
    parts = [p for p in name.split() if not _is_suffix(p)]
    if len(parts) < 2:
        return name
    first = surnames_first().get(parts[0], frozenset())
    eastern = first - _EITHER_ORDER
    if country in eastern or (eastern and (country is None or country in ("HK", "MO", "MY"))):
        return parts[-1] if country == "VN" else parts[0]
    if country in _EITHER_ORDER & first and country not in surnames_first().get(
        parts[-1], frozenset()
    ):
        return parts[0]
    son = next((i for i in range(1, len(parts) - 1) if fold(parts[i]) in _SON_OF), None)
    if son is not None:
        return " ".join(parts[son : son + 2])
    at = len(parts) - 1
    while at > 1 and fold(parts[at - 1]) in PARTICLES:
        at -= 1
    return " ".join(parts[at:])


def _without(name: str, surname: str) -> str:
    """The words of a name that are not its surname; none where it is all surname."""
    words, family = name.split(), surname.split()
    for at in range(len(words) - len(family), -1, -1):
        if words[at : at + len(family)] == family:
            return " ".join((*words[:at], *words[at + len(family) :]))
    return ""


@lru_cache(maxsize=16384)
def person_key(name: str, country: str | None = None) -> tuple[str, str]:
    """Keys of surname and given names that variant spellings of one name share."""
    surname = surname_of(name, country)
    given = " ".join(sound(p) for p in parts_of(_without(name, surname)))
    family = " ".join(sound(p) for p in parts_of(surname))
    first, _, rest = family.partition(" ")
    return (rest if rest and first in _BEFORE_FAMILY else family), given


def _sounds(name: str) -> tuple[str, ...]:
    """Keys of the parts of a name; "son of" and the article in one spelling each."""
    one = {"ibn": "bin", "el": "al"}
    return tuple(one.get(k, k) for k in (sound(p) for p in parts_of(name)))


def _joined(keys: tuple[str, ...]) -> str:
    """The keys as one, no article but a first ("Al Vance" is not Vance)."""
    return "".join((*keys[:1], *(k for k in keys[1:] if k not in _ARTICLES)))


@lru_cache(maxsize=16384)
def letters(name: str) -> str:
    """A key for the whole name that no hyphen and no space counts in (Amir-Ali, Amir Ali)."""
    return _joined(_sounds(name))


@lru_cache(maxsize=16384)
def ends_of(name: str) -> frozenset[str]:
    """Keys, as of :func:`letters`, of the ends of a name that are less than the whole."""
    keys = _sounds(name)
    out = {_joined(keys[i:]) for i in range(1, len(keys))}
    named = surname_of(name)
    if named != name and any(fold(p) in _SON_OF for p in named.split()):
        out.add(letters(named))  # a house after the father's name may be left out
        out.add("".join(_sounds(named)[1:]))
    return frozenset(out) - {"bin", "al"}


def is_end_of(short: str, full: str) -> bool:
    """Whether ``short`` is the last part or parts of ``full``: Amir-Rad of Hassan Amir Rad."""
    key = letters(short)
    return bool(key) and key in ends_of(full)


@lru_cache(maxsize=16384)
def is_full(name: str) -> bool:
    """Whether a name has a given name: Karim bin Nasser, not bin Nasser, von Hagen or Nasser."""
    parts = name.split()
    particle = parts[:1] and (parts[0].islower() or fold(parts[0]) in _SON_OF)
    return len(parts) > 1 and not (particle and fold(parts[0]) in PARTICLES)


@lru_cache(maxsize=16384)
def same_first(given: str, full: str) -> bool:
    """Whether ``given`` is the first part of ``full``, as a prince is called by it."""
    key, first = sound(given), next(iter(_sounds(full)), "")
    return key == first or _given_sounds().get(key, key) == _given_sounds().get(first, first)


def same_name(one: str, other: str, country: str | None = None) -> bool:
    """Whether two full names are one in two spellings; a house or a middle name may be missing."""
    if letters(one) == letters(other):
        return True
    family, given = person_key(one, country)
    other_family, other_given = person_key(other, country)
    return family == other_family and same_given(given, other_given)


@lru_cache(maxsize=16384)
def name_keys(name: str, country: str | None = None) -> tuple[str, str]:
    """Two keys, one of which two spellings of a name share: the surname's, the letters'."""
    return person_key(name, country)[0], letters(name)


def same_given(one: str, other: str) -> bool:
    """Whether two given-name keys can be one: equal, an initial, a middle name more, a variant."""
    if not one or not other or one == other:
        return True
    a, b = one.split(), other.split()
    first, second = a[0], b[0]
    if first == second:
        return _compatible(a[1:], b[1:])
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    if "".join(a) == "".join(b):
        return True
    classes = _given_sounds()
    return first in classes and classes[first] == classes.get(second)


@cache
def _given_sounds() -> dict[str, str]:
    return {sound(name): first for name, first in given_name_classes().items()}


def _compatible(one: list[str], other: list[str]) -> bool:
    return one == other or not one or not other or one[0][0] == other[0][0]


def near(one: str, other: str) -> bool:
    """Whether two surname keys differ by one letter (or two neighbours swapped) of six or more."""
    if one == other:
        return True
    if min(len(one), len(other)) < 6 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = len(a) == len(b) >= 2 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]

"""Typing slips in Latin words, told from slips that make another word: pocket is no packet."""

import re
from bisect import bisect_right
from itertools import accumulate

from rapidfuzz.distance import OSA, Levenshtein

MIN_LATIN = 6
MIN_LATIN_WORD = 5  # of a name of several words
LATIN_CONSONANTS_MAY_DROP = 9
LATIN_FIRST_VOWEL = 8  # letters: in a shorter word the first vowel tells words apart
LONG_LATIN = 12
_LATIN_OPPOSITES = [
    ("inter", "intra"), ("macro", "micro"), ("hyper", "hypo"), ("pre", "pro"), ("ab", "ad"),
    ("over", "under"), ("endo", "exo"), ("en", "de"), ("in", "de"), ("im", "ex"), ("in", "un"),
]  # fmt: skip
_SUFFIX = re.compile(r"(ee|[eo]r|ed|ing|al|ive|ion|ity|ist|ism|ic|ly|ness|able)$")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")


def latin_slips(said: str, name: str, sizes: tuple[int, ...]) -> int | None:
    """Slips that make `said` of `name` (letters only), None if it is another word; see `slips`."""
    if len(name) < 4 or not said or said[0] != name[0] or abs(len(said) - len(name)) > 2:
        return None
    if _are_opposite(said, name) or _differ_in_suffix(said, name):
        return None
    far = OSA.distance(said, name, score_cutoff=2)
    if far <= 2 and _touches_short_word(said, name, sizes, far):
        return None
    if far == 1:
        return 1 if _is_latin_slip(said, name) else None
    return 2 if far == 2 and len(name) >= LONG_LATIN else None


def _touches_short_word(said: str, name: str, sizes: tuple[int, ...], far: int) -> bool:
    """Whether a word is too short for its slips: docker pc, visual machine for virtual machine."""
    if len(sizes) < 2 or sum(sizes) != len(name):
        return False
    ends = list(accumulate(sizes))
    places = (min(edit.dest_pos, len(name) - 1) for edit in Levenshtein.editops(said, name))
    touched = [bisect_right(ends, at) for at in places]
    if far == 1 and len(touched) == 2:
        return min(sizes[at] for at in touched) < MIN_LATIN_WORD - 1  # neighbours swapped
    return (far == 2 and len(set(touched)) == 1) or any(
        sizes[at] < MIN_LATIN_WORD for at in touched
    )


def _is_latin_slip(said: str, name: str) -> bool:
    edits = list(Levenshtein.editops(said, name))
    if len(edits) == 2:
        return True  # neighbours swapped
    if len(name) < MIN_LATIN:
        return False
    kind, source, target = edits[0].tag, edits[0].src_pos, edits[0].dest_pos
    if kind == "replace":
        typed, meant = said[source], name[target]
        if target == 1 and len(name) < LATIN_FIRST_VOWEL:
            return False  # pocket, packet
        return (typed in _VOWELS) == (meant in _VOWELS) and (
            typed in _VOWELS or _are_neighbours(typed, meant) or {typed, meant} <= set("csz")
        )
    text, at = (name, target) if kind == "insert" else (said, source)
    letter = text[at]
    doubled = letter in (text[at - 1 : at], text[at + 1 : at + 2])
    if text is said and at == len(said) - 1 and not doubled and letter != "e":
        return False  # containerd, composer: a letter behind a whole word makes another word
    if doubled or letter in _VOWELS or letter == "h":
        return True
    return len(name) >= LATIN_CONSONANTS_MAY_DROP


def _are_neighbours(one: str, other: str) -> bool:
    for row, keys in enumerate(_ROWS):
        at = keys.find(one)
        if at >= 0:
            near = keys[max(at - 1, 0) : at + 2]
            below = _ROWS[row + 1][max(at - 1, 0) : at + 1] if row < 2 else ""
            above = _ROWS[row - 1][at : at + 2] if row else ""
            return other in near + below + above
    return False


def _are_opposite(said: str, name: str) -> bool:
    return any(
        (said.startswith(one) and name.startswith(other))
        or (said.startswith(other) and name.startswith(one))
        for one, other in _LATIN_OPPOSITES
    )


def _differ_in_suffix(said: str, name: str) -> bool:
    one, other = _SUFFIX.search(said), _SUFFIX.search(name)
    if one is None or other is None or one.group()[-1] == other.group()[-1] == "r":
        return False
    return said[: one.start()] == name[: other.start()]

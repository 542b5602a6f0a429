"""Ids made from Korean and English words."""

import re
from collections.abc import Container

from bot.content.limits import MAX_ID

# Revised Romanization of Korean (notification 2000-8 of the Ministry of Culture), letter by
# letter; sound changes between syllables are left out but the carried-over final and ㄹㄹ.
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
# A final before a vowel is spoken as the next syllable's first sound.
_CARRIED = "- g kk s n j - d r g m b s t p - m b s s ss ng j ch k t p -".split()
_FIRST, _LAST = ord("가"), ord("힣")


def romanized(text: str) -> str:
    """Hangul in Latin letters (도커 → dokeo); everything else as it is."""
    written: list[str] = []
    for at, char in enumerate(text):
        if not _FIRST <= ord(char) <= _LAST:
            written.append(char)
            continue
        rest, final = divmod(ord(char) - _FIRST, 28)
        initial, vowel = divmod(rest, 21)
        follower = _initial_of(text[at + 1 : at + 2])
        before = _final_of(text[at - 1 : at]) if at else None
        sound = "l" if before == "l" and _INITIALS[initial] == "r" else _INITIALS[initial]
        ending = _CARRIED[final] if follower == "-" else _FINALS[final]
        written.append((sound + _VOWELS[vowel] + ending).replace("-", ""))
    return "".join(written)


def slug_of(text: str) -> str:
    """An id of the words of `text`, "" where it has none that can be written."""
    words = re.findall(r"[a-z0-9]+", romanized(text).casefold())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:MAX_ID]
        if len(longer) > MAX_ID:
            break
        slug = longer
    return slug


def free_slug(text: str, fallback: str, taken: Container[str]) -> str:
    """An id that nobody has: that of `text`, numbered where it is taken."""
    slug = slug_of(text) or fallback
    number, free = 1, slug
    while free in taken:
        number += 1
        ending = f"-{number}"
        free = slug[: MAX_ID - len(ending)].rstrip("-") + ending
    return free


def _initial_of(char: str) -> str | None:
    if not char or not _FIRST <= ord(char) <= _LAST:
        return None
    return _INITIALS[(ord(char) - _FIRST) // 588]


def _final_of(char: str) -> str | None:
    if not _FIRST <= ord(char) <= _LAST:
        return None
    return _FINALS[(ord(char) - _FIRST) % 28]

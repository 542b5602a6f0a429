"""Numbers that name a kind, however they are written: Type II, type-2, 타입 2, 타입투, 2형."""

from bot.korean.particles import base

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_SPOKEN = {
    "원": "1",
    "투": "2",
    "쓰리": "3",
    "포": "4",
    "하나": "1",
    "둘": "2",
    "셋": "3",
    "일": "1",
    "이": "2",
    "삼": "3",
    "사": "4",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
}
_COUNTED = ("타입", "유형", "type", "버전", "version", "레벨", "level", "단계", "티어", "tier")
_COUNTERS = ("번째", "번", "형", "세대", "유형", "타입")


def with_digits(words: list[str]) -> list[str]:
    """Folded words with numerals after a counted noun as digits joined to it.

    ["type", "ii"] and ["타입투"] become ["type2"] and ["타입2"]; ["2", "유형"] becomes ["유형2"].
    Numerals elsewhere stay words: 이 and 사 are far too common to be read as numbers.
    """
    joined: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _COUNTED and (digits := _digits(following)):
            joined.append(word + digits)
            at += 2
            continue
        if word.isdigit() and len(word) == 1 and following in _COUNTED:
            joined.append(following + word)
            at += 2
            continue
        joined.append(_inside(word))
        at += 1
    return joined


def _digits(word: str) -> str:
    word = base(word)
    if word.isascii() and word.isdigit():
        return word if len(word) <= 2 else ""
    return _ROMAN.get(word) or _SPOKEN.get(word, "")


def _inside(word: str) -> str:
    if not (word.startswith(_COUNTED) or word[:1].isdigit()):
        return word  # most words: nothing to look for
    for noun in _COUNTED:
        if word.startswith(noun) and (digits := _digits(word[len(noun) :].lstrip("-_"))):
            return noun + digits
    word = base(word) if word[:1].isdigit() else word
    for counter in _COUNTERS:
        number = word[: -len(counter)]
        if word.endswith(counter) and len(number) == 1 and number.isdigit():
            return ("타입" if counter in ("형", "유형", "타입") else counter) + number
    return word

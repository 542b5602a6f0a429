"""Numbers in words, Korean and English, as numbers: 천오백구십이, 서른두, forty-six, 30만."""

import re
from fractions import Fraction

_DIGIT = {
    letter: value
    for value, letters in enumerate(("영공", *"일이삼사오육칠팔구"))
    for letter in letters
}
_DIGIT |= {"륙": 6}
_TIMES = {"십": 10, "백": 100, "천": 1000}
_MYRIADS = {"만": 10**4, "억": 10**8, "조": 10**12}
_NATIVE_TENS = {
    name: 10 * place
    for place, names in enumerate("열 스물/스무 서른 마흔 쉰 예순 일흔 여든 아흔".split(), start=1)
    for name in names.split("/")
}
_NATIVE_ONES = {
    name: place
    for place, names in enumerate(
        "하나/한 둘/두 셋/세/석 넷/네/넉 다섯 여섯 일곱 여덟 아홉".split(), start=1
    )
    for name in names.split("/")
}
_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH = {name: value for value, name in enumerate(_ENGLISH_ONES)}
_ENGLISH |= {name: 10 * place for place, name in enumerate(_ENGLISH_TENS, start=2)}
_ENGLISH_TIMES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WRITTEN = re.compile(r"(\d+(?:\.\d+)?)?([십백천]?)")
_NATIVE = re.compile(f"({'|'.join(_NATIVE_TENS)})?({'|'.join(_NATIVE_ONES)})?")
MAX_LENGTH = 40  # longer runs are no number that anybody answers


def number(word: str) -> Fraction | None:
    """The number that a folded word or run of English words says, None if it is no number."""
    if not word or len(word) > MAX_LENGTH:
        return None
    if word[0].isascii() and word[0].isalpha():
        return _english(word)
    if (native := _native(word)) is not None:
        return native
    whole, point, decimals = word.partition("점")
    if point:
        digits = [_DIGIT.get(letter) for letter in decimals]
        first = _sino(whole)
        if first is None or None in digits or not digits:
            return None
        return first + Fraction(int("".join(map(str, digits))), 10 ** len(digits))
    return _sino(whole)


def _native(word: str) -> Fraction | None:
    found = _NATIVE.fullmatch(word)
    if found is None:
        return None
    return Fraction(_NATIVE_TENS.get(found[1], 0) + _NATIVE_ONES.get(found[2], 0))


def _sino(word: str) -> Fraction | None:
    total = Fraction(0)
    rest = word
    for name in reversed(_MYRIADS):
        before, found, after = rest.partition(name)
        if found:
            part = _below_myriad(before) if before else Fraction(1)
            if part is None:
                return None
            total += part * _MYRIADS[name]
            rest = after
    last = _below_myriad(rest) if rest else Fraction(0)
    return None if last is None else total + last


def _below_myriad(word: str) -> Fraction | None:
    if len(word) > 1 and all(letter in _DIGIT for letter in word):
        return Fraction(int("".join(str(_DIGIT[letter]) for letter in word)))  # 일구사오
    written = "".join(str(_DIGIT.get(letter, letter)) for letter in word)
    total = Fraction(0)
    at, last = 0, 10**5
    while at < len(written):
        found = _WRITTEN.match(written, at)
        if found is None or not found.group() or not _is_ascii_number(found[1]):
            return None
        place = _TIMES.get(found[2], 1)
        if place >= last:
            return None
        total += Fraction(found[1] or 1) * place
        at, last = found.end(), place
    return total


def _is_ascii_number(digits: str | None) -> bool:
    return digits is None or digits.isascii()


def _english(phrase: str) -> Fraction | None:
    total, group = 0, 0
    for name in phrase.replace("-", " ").split():
        if name == "and":
            continue
        if name in _ENGLISH:
            group += _ENGLISH[name]
        elif name == "hundred":
            group = max(group, 1) * 100
        elif name in _ENGLISH_TIMES:
            total, group = total + max(group, 1) * _ENGLISH_TIMES[name], 0
        else:
            return None
    return Fraction(total + group)

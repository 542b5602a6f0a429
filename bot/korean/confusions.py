"""Sounds that fingers and ears mix up (ㄱ and ㅋ, ㅐ and ㅔ), and a spelling blind to them."""

from bot.korean.jamo import letters

# Plain, tense and aspirated consonants of one place; vowels that sound or lie alike.
_ALIKE = (
    "ㄱㄲㅋ",
    "ㄷㄸㅌ",
    "ㅂㅃㅍ",
    "ㅈㅉㅊ",
    "ㅅㅆ",
    "ㅏㅑ",
    "ㅓㅕ",
    "ㅗㅛ",
    "ㅜㅠ",
    "ㅐㅒㅔㅖ",
)
_FIRST = str.maketrans({other: alike[0] for alike in _ALIKE for other in alike[1:]})


def blurred(word: str) -> str:
    """The word in jamo, those that are easily mixed up written as one: 도거 and 도커 → ㄷㅗㄱㅓ."""
    return letters(word).translate(_FIRST)

"""Whether a Hangul and a Latin spelling are one word; short ones by their vowels, too."""

import re
from functools import lru_cache

from bot.korean.transliteration import is_same_sound
from bot.korean.words import is_hangul

_LATIN_VOWELS = re.compile(r"[aeiouy]+")
_HANGUL = re.compile(r"[가-힣]+")
_FIRST_SYLLABLE = 0xAC00
# ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ, each as the Latin letters it may stand for.
_MAY_STAND_FOR = (
    *("aou", "ae", "a", "ea", "aeiou", "ea", "aeo", "ea", "oau", "ao", "oe", "oe", "o", "uo"),
    *("uow", "uw", "uwi", "uey", "", "iu", "iey"),
)
_SILENT_ONSET = 11  # ㅇ
_SHORT = 4  # syllables; longer words have enough consonants to be told apart by them


@lru_cache(maxsize=4096)
def same_sound(said: str, name: str) -> bool:
    """Whether a Hangul and a Latin text spell one word: 스택 and stack, not stick."""
    if is_hangul(said) == is_hangul(name):
        return False
    hangul, latin = (said, name) if is_hangul(said) else (name, said)
    if not (_HANGUL.fullmatch(hangul) and latin.isascii() and latin.isalpha()):
        return False
    if not is_same_sound(hangul, latin):
        return False
    if _begins_with_vowel(hangul) != (latin[0] in "aeiouyw"):
        return False  # 이뮤터블 is immutable, not mutable
    return len(hangul) > _SHORT or _vowels_agree(hangul, latin)


def _vowels_agree(hangul: str, latin: str) -> bool:
    heard = [vowels for syllable in hangul if (vowels := _vowels(syllable))]
    ending = latin[:-1] if latin.endswith("e") and len(latin) > 3 else latin
    written = _LATIN_VOWELS.findall(ending)
    if len(heard) != len(written):
        return True  # 이미지, 라이선스: a vowel that only carries a consonant, or one as two
    return all(set(vowels) & set(run) for vowels, run in zip(heard, written, strict=True))


def _begins_with_vowel(hangul: str) -> bool:
    return (ord(hangul[0]) - _FIRST_SYLLABLE) // 588 == _SILENT_ONSET


def _vowels(syllable: str) -> str:
    return _MAY_STAND_FOR[(ord(syllable) - _FIRST_SYLLABLE) % 588 // 28]

"""Whether two spellings are one word by sound: 스택 and stack, 네트웍 and 네트워크."""

import re
from functools import lru_cache

from bot.korean.hearing import may_spell
from bot.korean.jamo import letters
from bot.korean.sino import is_sino
from bot.quiz.spelling import singular

_HANGUL = re.compile(r"[가-힣]+")
_MIXED = re.compile(r"[가-힣a-z0-9]*[가-힣][가-힣a-z0-9]*")
# A stop at the end of a foreign syllable is its coda, or a syllable with ㅡ.
_CODA = dict(zip("ㄱㅋㅂㅍㅅㅌㄷ", "ㄱㄱㅂㅂㅅㅅㅅ", strict=True))
_CLOSED = re.compile(r"([ㅏ-ㅣ])(?:([ㄱㅋㅂㅍㅌㄷ])ㅡ|([ㄱㅋㅂㅍㅅㅌㄷ]))(?![ㅏ-ㅣ])")
MIN_LOAN_SYLLABLES = 3


@lru_cache(maxsize=4096)
def loanword(word: str) -> str:
    """The jamo of a loanword, one spelling for 네트워크 and 네트웍, 카페트 and 카펫; else ""."""
    if len(word) < MIN_LOAN_SYLLABLES or not _HANGUL.fullmatch(word) or is_sino(word):
        return ""
    return _CLOSED.sub(lambda found: found[1] + _CODA[found[2] or found[3]], letters(word))


@lru_cache(maxsize=4096)
def same_sound(said: str, name: str) -> bool:
    """Whether a Hangul and a Latin text spell one word: 스택 and stack, not stick."""
    if said.isascii() == name.isascii():
        return False
    hangul, latin = (name, said) if said.isascii() else (said, name)
    if not (_MIXED.fullmatch(hangul) and latin.isascii() and latin.isalnum()):
        return False
    return may_spell(hangul, latin) or may_spell(hangul, singular(latin))

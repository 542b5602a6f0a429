"""Whether a Korean word and a Latin word are one sound written twice: 컨테이너, container."""

from hangeul import CHOSOENG, JONGSOENG, JUNGSOENG
from rapidfuzz.distance import Levenshtein

_FIRST_SYLLABLE = 0xAC00
_SYLLABLES_AN_INITIAL = 588
_SYLLABLES_A_VOWEL = 28

# Sounds that Korean spelling of foreign words doesn't keep apart share a letter.
_ONSETS = dict(
    zip(CHOSOENG, (*"kknttlmppss", "", *"sssktph"), strict=True),
)
_CODAS = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅋㅌㅍ", "kntlmptnktp", strict=True))
_KOREAN_VOWELS = {
    **dict.fromkeys("ㅏㅑㅓㅕ", "a"),
    **dict.fromkeys("ㅐㅒㅔㅖ", "e"),
    **dict.fromkeys("ㅗㅛ", "o"),
    **dict.fromkeys("ㅜㅠ", "u"),
    **dict(zip("ㅘㅙㅚㅝㅞㅟㅢㅣ", ("oa", "oe", "oe", "ua", "ue", "ui", "i", "i"), strict=True)),
    "ㅡ": "",  # only fills a cluster: host → 호스트
}
_LATIN = {
    **dict(zip("abcdefghijklm", "apktepkhisklm", strict=True)),
    **dict(zip("nopqrstuvyz", "nopklstupis", strict=True)),
    "w": "",
    "x": "ks",
}
# Longer spellings first; what a pair sounds like in Korean spelling.
_SPELLINGS = (
    *(
        ("tion", "san"),
        ("tch", "s"),
        ("ture", "sa"),
        ("tual", "sual"),
        ("eign", "in"),
        ("igh", "ai"),
        ("our", "o"),
        ("ck", "k"),
        ("ch", "s"),
    ),
    *(("sh", "s"), ("ph", "p"), ("th", "s"), ("gh", ""), ("wh", ""), ("qu", "ku"), ("ee", "i")),
    *(("ea", "i"), ("oo", "u"), ("ou", "o"), ("ai", "ei"), ("ay", "ei"), ("ow", "o")),
)
_VOWELS = frozenset("aeiou")
_SPOKEN = frozenset("aeiouy")
_NO_VOWELS = str.maketrans("", "", "aeiou")
MIN_CONSONANTS = 2
MIN_SYLLABLES = 2
LETTERS_A_SLIP = 4  # vowels are spelled loosely: one in four letters may differ
_LONG = {"a": "ei", "i": "ai", "y": "ai"}  # before one consonant and an e: name, line, type


def sound_of_hangul(word: str) -> str:
    """The consonants of a Korean word in coarse letters: 하이퍼바이저 → hpps."""
    return _voiced_hangul(word).translate(_NO_VOWELS)


def sound_of_latin(word: str) -> str:
    """The consonants of a Latin word in the same letters: hypervisor → hpps, image → ms."""
    return _voiced_latin(word).translate(_NO_VOWELS)


def is_same_sound(hangul: str, latin: str) -> bool:
    """Whether the two spellings have the same consonants, and vowels that come close.

    With only two consonants (도커, docker) the vowels have to be the same.
    """
    korean, foreign = _voiced_hangul(hangul), _voiced_latin(latin)
    sound = korean.translate(_NO_VOWELS)
    if (
        len(hangul) < MIN_SYLLABLES
        or len(sound) < MIN_CONSONANTS
        or sound != foreign.translate(_NO_VOWELS)
    ):
        return False
    if korean.endswith("i") and latin[-1] not in "iye":
        return False
    allowed = max(len(korean), len(foreign)) // LETTERS_A_SLIP if len(sound) > MIN_CONSONANTS else 0
    return Levenshtein.distance(korean, foreign, score_cutoff=allowed) <= allowed


def _voiced_hangul(word: str) -> str:
    voiced = ""
    for letter in word:
        place = ord(letter) - _FIRST_SYLLABLE
        if not 0 <= place < len(CHOSOENG) * _SYLLABLES_AN_INITIAL:
            continue
        onset = _ONSETS[CHOSOENG[place // _SYLLABLES_AN_INITIAL]]
        vowel = JUNGSOENG[place % _SYLLABLES_AN_INITIAL // _SYLLABLES_A_VOWEL]
        if not (onset == "l" and voiced.endswith("l")):  # 컬러: a doubled ㄹ is one l
            voiced += onset
        voiced += _KOREAN_VOWELS[vowel]
        voiced += _CODAS.get(JONGSOENG[place % _SYLLABLES_A_VOWEL], "")
    # 이미지, 터치: the last ㅣ only gives ㅈ and ㅊ something to stand on.
    return voiced[:-1] if voiced.endswith("si") and len(voiced) > MIN_CONSONANTS else voiced


def _voiced_latin(word: str) -> str:
    silent = len(word) > 2 and word[-1] == "e" and word[-2] not in _VOWELS
    voiced = ""
    at = 0
    end = len(word) - silent
    while at < end:
        spelt, heard = next(
            (pair for pair in _SPELLINGS if word.startswith(pair[0], at)), (word[at], None)
        )
        following = word[at + len(spelt) : at + len(spelt) + 1]
        if heard is None:
            heard = _LATIN.get(spelt, "")
            if (
                spelt in _LONG
                and following
                and following not in _SPOKEN
                and word[at + 2 : at + 3] == "e"
            ):
                heard = _LONG[spelt]
            elif spelt in "cg" and following in ("e", "i", "y"):
                heard = "s"  # license, image
            elif spelt == "r" and at and following not in _SPOKEN:
                heard = ""  # server → 서버: the vowel before it becomes ㅓ
                opens = voiced[-1:] == "o" and following  # port → 포트, but monitor → 모니터
                voiced = voiced[:-1] + "a" if voiced[-1:] in _VOWELS and not opens else voiced
            elif spelt == following and spelt not in _VOWELS:
                heard = ""  # doubled letters sound once
        voiced += heard
        at += len(spelt)
    return voiced

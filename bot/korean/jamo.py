"""Syllables taken apart into jamo, put together again, and their initials."""

from hangeul import assemble, disassemble, get_chosung

_CONSONANTS = frozenset("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
_VOWELS = frozenset("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
_CLUSTERS = frozenset("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ")
_STRAY = _CONSONANTS | _VOWELS | _CLUSTERS
_LAUGHTER = frozenset("ㅋㅎㅠㅜㅡㅇㄷㄱㄴㅅㅂㄹㅈ")  # ㅋㅋ ㅎㅎ ㅠㅠ ㅡㅡ ㅇㅇ ㄷㄷ ㄱㄱ ㄴㄴ …
_LONE_LAUGHTER = frozenset("ㅋㅎㅠㅜ")
_SHORT_ANSWERS = frozenset(
    {"ㅇㅋ", "ㄹㅇ", "ㅇㅈ", "ㅇㄷ", "ㄱㅅ", "ㅈㅅ", "ㅁㄹ", "ㅁㅊ", "ㅅㅂ", "ㅂㅂ"}
)
MIN_INITIALS = 2


def letters(text: str) -> str:
    """Every syllable as its jamo, compound ones split: 도커 → ㄷㅗㅋㅓ; other characters stay."""
    return disassemble(text)


def initials(text: str) -> str:
    """The initial consonants of the syllables, without blanks: 가상 머신 → ㄱㅅㅁㅅ."""
    return "".join(letter for letter in get_chosung(text) if not letter.isspace())


def are_initials(word: str) -> bool:
    """Whether a word is initials that may stand for a name: ㄷㅋ yes, ㅋㅋ and ㅇㅋ no."""
    return (
        len(word) >= MIN_INITIALS
        and _CONSONANTS.issuperset(word)
        and len(set(word)) > 1
        and word not in _SHORT_ANSWERS
    )


def is_laughter(word: str) -> bool:
    """ㅋㅋㅋ, ㅠㅠ, ㅎㅎ, ㄷㄷ: stray jamo, no more than two different ones, that say no word."""
    if not word or not _STRAY.issuperset(word):
        return False
    different = set(word)
    return word in _SHORT_ANSWERS or (
        different <= _LAUGHTER and (len(different) == 1 or different <= set("ㅠㅜ"))
    )


def without_laughter(text: str) -> str:
    """The text with runs such as ㅋㅋ or ㅠㅠ, alone or hanging on a word, turned into blanks."""
    if not any(letter in _STRAY for letter in text):
        return text
    kept: list[str] = []
    start = 0
    while start < len(text):
        end = start + 1
        if text[start] in _STRAY:
            while end < len(text) and text[end] in _STRAY:
                end += 1
        run = text[start:end]
        laughs = is_laughter(run) and (len(run) > 1 or run in _LONE_LAUGHTER)
        followed = end < len(text) and text[end].isalnum()
        kept.append(" " if laughs and not (followed and len(run) == 1) else run)
        start = end
    return "".join(kept)


def mended(word: str) -> str:
    """A word whose syllables fell apart while typing, whole again: ㄷㅗ커 → 도커.

    Words without a stray vowel or without a syllable to lean on (initials) come back unchanged.
    """
    stray = [letter for letter in word if letter in _STRAY]
    if not stray or all(letter in _CONSONANTS for letter in word):
        return word
    return assemble(disassemble(word))

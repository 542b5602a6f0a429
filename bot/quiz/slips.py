"""Typing slips that leave a word recognisable, told from slips that make another word of it."""

import re

from rapidfuzz.distance import OSA, Levenshtein

from bot.korean.jamo import letters, mended
from bot.korean.sino import is_sino
from bot.quiz.latin_slips import latin_slips

MIN_SYLLABLES = 3
MIN_FREE_SYLLABLES = 4  # from here on any single jamo may slip, if no other word comes of it
LONG_SYLLABLES = 6
# Jamo that people mix up by sound, or by forgetting or adding the shift key.
_ALIKE = [
    set(group)
    for group in "ㅐㅒㅔㅖ ㅑㅏ ㅕㅓ ㅛㅗ ㅠㅜ ㄱㄲㅋ ㄷㄸㅌ ㅂㅃㅍ ㅅㅆ ㅈㅉㅊ ㄹㅇ".split()
]
_HOMOPHONES = ("ㅙ", "ㅚ")
_FAINT = frozenset("이우")  # the second half of a vowel that glides
_SAME_VOWEL = (("ㅐ", "ㅔ"), ("ㅔ", "ㅐ"))
_HALF_OF_DIPHTHONG = set("ㅗㅜㅡㅣ")  # ㅘ typed as ㅏ, ㅢ as ㅣ, ㅟ for ㅣ
_NEGATORS = frozenset("비무불부미탈역반몰")
_OPPOSITES = [
    set(group.split())
    for group in (
        "상 하|전 후|내 외|증 감|대 소|남 북|동 서|좌 우|고 저|장 단|유 무|양 음|선 후|정 역|입 출"
    ).split("|")
]
_SIGNS = re.compile(r"[^a-z가-힣ㄱ-ㅣ]+")
_LATIN = re.compile(r"[a-z]+")


def slips(said: str, name: str, sizes: tuple[int, ...] = ()) -> int | None:
    """Slips that make `said` of `name` (both without blanks), None if it isn't `name` mistyped.

    `sizes` are the syllables of each word of the name, where it has several.
    """
    if said == name:
        return 0
    if _SIGNS.findall(said) != _SIGNS.findall(name):
        return None  # a digit or a sign is never a slip
    if name.isascii():
        return (
            latin_slips(_SIGNS.sub("", said), _SIGNS.sub("", name), sizes)
            if said.isascii()
            else None
        )
    if _LATIN.findall(said) != _LATIN.findall(name):
        return None
    whole = mended(said)
    if whole == name or (len(name) >= MIN_SYLLABLES and whole in (f"{name}즈", f"{name}스")):
        return 1  # 윈도우즈: an English plural
    return _hangul(whole, name, sizes)


def _hangul(said: str, name: str, sizes: tuple[int, ...]) -> int | None:
    if len(name) < MIN_SYLLABLES or abs(len(said) - len(name)) > 1:
        return None
    if len(said) != len(name):
        return _uneven(said, name)
    wrong = [at for at in range(len(name)) if said[at] != name[at]]
    if len(wrong) == 2 and _onsets_swapped(said, name, *wrong):
        return 1
    if len(wrong) > (2 if len(name) >= LONG_SYLLABLES else 1):
        return None
    for at in wrong:
        first, size = _word_of(at, len(name), sizes)
        if not _may_slip(said, name, at, first, size):
            return None
    return len(wrong)


def _onsets_swapped(said: str, name: str, one: int, other: int) -> bool:
    """컨테니어 for 컨테이너: two neighbours that took each other's first letter."""
    typed, meant = letters(said[one] + said[other]), letters(name[one] + name[other])
    rest = letters(said[other])[1:]
    return (
        other == one + 1
        and len(name) >= MIN_FREE_SYLLABLES
        and letters(said[one])[1:] + rest == letters(name[one])[1:] + letters(name[other])[1:]
        and sorted(typed) == sorted(meant)
    )


def _uneven(said: str, name: str) -> int | None:
    shorter, longer = sorted((said, name), key=len)
    if len(name) < MIN_FREE_SYLLABLES:
        return None
    if len(said) > len(name) and any(
        said[:at] + said[at + 1 :] == name and said[at] == said[at - 1]
        for at in range(1, len(said))
    ):
        return 1  # a syllable typed twice
    if len(said) < len(name) and any(
        name[at] in _FAINT and name[:at] + name[at + 1 :] == said for at in range(1, len(name) - 1)
    ):
        return 1  # 컨테너 for 컨테이너
    far = OSA.distance(letters(shorter), letters(longer), score_cutoff=1)
    return 1 if far == 1 else None


def _word_of(at: int, length: int, sizes: tuple[int, ...]) -> tuple[int, int]:
    first = 0
    for size in sizes:
        if at < first + size:
            return first, size
        first += size
    return (0, length) if not sizes else (first, length - first)


def _may_slip(said: str, name: str, at: int, first: int, size: int) -> bool:
    typed, meant, word = said[at], name[at], name[first : first + size]
    is_word = is_sino(said[first : first + size])  # what was typed may be another word
    if not ("가" <= typed <= "힣" and "가" <= meant <= "힣"):
        return False
    if at == first and (typed in _NEGATORS or meant in _NEGATORS):
        return False
    if any(typed in pair and meant in pair for pair in _OPPOSITES):
        return False
    slip = _slip(letters(typed), letters(meant))
    if slip is None:
        return False
    alike = _are_alike(*slip)
    if len(word) < MIN_SYLLABLES:  # 함수 in 해시 함수: only what can't be another word
        if len(name) < MIN_FREE_SYLLABLES and slip != _HOMOPHONES:
            return False
        if slip in _SAME_VOWEL or slip == _HOMOPHONES:
            return True  # 상호 배재: nobody hears ㅐ and ㅔ apart
        heard = alike or set(slip) == {"ㅡ", "ㅜ"}  # 구룹 for 그룹
        return set(slip) == {"ㄹ", "ㅇ"} or (
            (not is_sino(typed) and at > first) or (heard and not is_word)
        )
    if alike or slip == _HOMOPHONES:
        return True
    if is_sino(word):
        return not is_sino(typed)
    if len(word) < MIN_FREE_SYLLABLES:
        # 가상 메머리: the other words say which one is meant.
        anchored = len(name) >= len(word) + 2 and not is_word
        return at > first and (anchored or (not is_sino(typed) and _is_odd(typed)))
    return True


def _is_odd(syllable: str) -> bool:
    """Syllables that hardly any word has: a slip in them can't name something else."""
    return any(letter in letters(syllable) for letter in "ㅒㅠㅛ") or len(letters(syllable)) > 3


def _slip(typed: str, meant: str) -> tuple[str, str] | None:
    """What was typed for what, if one jamo was exchanged, added or dropped in a syllable."""
    if _homophone(typed) == _homophone(meant):
        return _HOMOPHONES  # 왜래키 for 외래키: nobody hears them apart
    edits = list(Levenshtein.editops(typed, meant))
    if len(edits) == 2 and OSA.distance(typed, meant) == 1:
        return "", ""
    if len(edits) != 1:
        return None
    kind, at, into = edits[0].tag, edits[0].src_pos, edits[0].dest_pos
    if kind == "replace":
        return typed[at], meant[into]
    return ("", meant[into]) if kind == "insert" else (typed[at], "")


def _homophone(spread: str) -> str:
    return spread.replace("ㅗㅐ", "ㅗㅣ").replace("ㅜㅔ", "ㅗㅣ")


def _are_alike(typed: str, meant: str) -> bool:
    if not typed or not meant:
        return (typed or meant) in _HALF_OF_DIPHTHONG
    return any(typed in group and meant in group for group in _ALIKE)

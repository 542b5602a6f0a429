"""Particles and endings that hang on Korean nouns, and the noun without them."""

from hangeul import has_batchim

MAX_PEELS = 3  # 도커에서는요: 요, 는, 에서

# Particles that need a final consonant before them, or must not have one.
_AFTER_CONSONANT = ("은", "이", "을", "과", "아")
_AFTER_VOWEL = ("는", "가", "를", "와", "란", "랑", "야", "나", "든", "면", "라", "고")
_FREE = (
    *("의", "에", "에서", "에게", "한테", "께", "로", "으로", "도", "만", "까지", "부터", "보다"),
    *("처럼", "같이", "마다", "조차", "밖에", "이나", "이란", "이랑", "하고", "이든", "이면"),
    *(
        "라는",
        "이라는",
        "라고",
        "이라고",
        "라면",
        "이라면",
        "라던가",
        "이라던가",
        "이요",
        "이야",
        "요",
    ),
    *("예요", "이에요", "에요", "이예요", "입니다", "입니까", "인가요", "인가", "인지", "인데"),
    *("인데요", "이냐", "이죠", "이지", "일까", "일까요", "이네", "이니", "이라", "였나", "이었나"),
    *("에는", "에선", "에서는", "로는", "으로는", "로서", "으로서", "로써", "으로써", "에도", "엔"),
    *(
        "이라서",
        "라서",
        "이래",
        "이래요",
        "래요",
        "거든요",
        "들",
        "들이",
        "들은",
        "들의",
        "쪽",
        "측",
    ),
    *("한텐", "에게는", "끼리", "만의", "대로", "만큼", "니까", "이니까", "이랑은", "랑은", "하곤"),
)
# Endings that are as often part of a noun (패키지, 런타임): stripped only if the noun is known.
_DOUBTFUL = (
    "임",
    "냐",
    "지",
    "죠",
    "니",
    "네",
    "음",
    "데",
    "기",
    "인",
    "용",
    "씨",
    "님",
    "건",
    "거",
)


def base(word: str) -> str:
    """The word without its surely recognised particles: 하이퍼바이저란 → 하이퍼바이저.

    At least two syllables stay, or one before a particle that fits its final sound (쉘은 → 쉘).
    """
    for _ in range(MAX_PEELS):
        shorter = _peeled(word)
        if shorter is None:
            break
        word = shorter
    return word


def bases(word: str) -> list[str]:
    """Every reading of a word, from the word itself to its shortest base, without repeats.

    Includes doubtful ones, for whoever knows which nouns exist: 런타임 → 런타임, 런타.
    """
    found = [word]
    for reading in found:
        if len(found) > MAX_PEELS * 3:
            break
        for size in range(min(5, len(reading) - 1), 0, -1):
            ending = reading[-size:]
            if ending in _EVERY_ENDING and reading[:-size] not in found:
                found.append(reading[:-size])
    return found


_FREE_SET = frozenset(_FREE)
_EVERY_ENDING = frozenset((*_AFTER_CONSONANT, *_AFTER_VOWEL, *_FREE, *_DOUBTFUL))
_CONSONANT_SET = frozenset(_AFTER_CONSONANT)
_VOWEL_SET = frozenset(_AFTER_VOWEL)
_LONGEST = max(map(len, _FREE))


def _peeled(word: str) -> str | None:
    for size in range(min(_LONGEST, len(word) - 1), 0, -1):
        ending, stem = word[-size:], word[:-size]
        if ending in _FREE_SET and len(stem) >= 2:
            return stem
        if size == 1 and _fits(stem, ending):
            return stem
    return None


def _fits(stem: str, ending: str) -> bool:
    if not "가" <= stem[-1] <= "힣":
        return ending in _CONSONANT_SET or ending in _VOWEL_SET
    if len(stem) == 1 and ending not in ("은", "는", "을", "를"):
        return False  # 차이, 평가, 효과 are nouns themselves
    return ending in (_CONSONANT_SET if has_batchim(stem[-1]) else _VOWEL_SET)

"""Wishes to hear more of what was just said: "더 자세히", "예를 들면?", "그게 뭔데?"."""

from enum import Enum

from bot.korean.folding import fold
from bot.korean.words import words

MAX_WORDS = 6


class Wish(Enum):
    """What is wished for: more of the same, or an example."""

    MORE = "more"
    EXAMPLE = "example"


# Beginnings of words; what is left of a wish once they are taken out is nothing.
_EXAMPLE = ("예를", "예시", "예로", "예는", "예좀", "사례", "비유", "example", "instance")
_MORE = (
    *("자세", "상세", "쉽게", "쉬운", "풀어", "구체", "설명", "정리", "요약", "간단히", "한마디"),
    *("detail", "elaborate", "simpler", "simply", "explain", "summar"),
)
_POINTING = (
    *("그게", "그건", "그거", "그것", "그럼그", "이게", "이건", "이거", "이것", "저게", "그말"),
    *("it", "that", "this"),
)
_ASKING = ("뭔", "뭐", "뭘", "뭡", "무엇", "무슨", "what")
_BESIDE = (
    *(
        "그럼",
        "그러면",
        "그래서",
        "근데",
        "그런데",
        "아니",
        "혹시",
        "음",
        "좀",
        "더",
        "조금",
        "다시",
    ),
    *(
        "한번",
        "한",
        "번",
        "말",
        "말하면",
        "말해",
        "말하자면",
        "들면",
        "들어",
        "들자면",
        "들",
        "하나",
        "하면",
        "해",
        "줘",
        "주",
        "로",
    ),
    *("알려", "부탁", "대해", "뜻", "의미", "있", "없", "ㅋ", "ㅎ", "예", "요"),
    *("please", "more", "can", "could", "you", "give", "me", "an", "a", "in", "s", "is", "does"),
    *("mean", "for", "again", "the", "and", "so", "some", "any", "tell", "about", "to", "was"),
)
# These are no beginnings of anything: 예 would be one of 예산, it of item.
_WHOLE = frozenset(
    (
        *("예", "더", "한", "번", "로", "들", "말", "해", "하나"),
        *("s", "a", "an", "in", "is", "me", "to", "it", "so", "for", "the", "and"),
    )
)
_ALL = (*_EXAMPLE, *_MORE, *_POINTING, *_ASKING, *_BESIDE)


def wish_of(text: str) -> Wish | None:
    """The wish that is all of ``text``; None where it asks for anything else, or for nothing."""
    said = words(fold(text))
    if not 0 < len(said) <= MAX_WORDS:
        return None
    if not all(_is_one_of(word, _ALL) for word in said):
        return None
    if any(_is_one_of(word, _EXAMPLE) for word in said) or _gives_example(said):
        return Wish.EXAMPLE
    points = any(_is_one_of(word, _POINTING) for word in said)
    asks = any(_is_one_of(word, _ASKING) for word in said)
    return Wish.MORE if (points and asks) or any(_is_one_of(w, _MORE) for w in said) else None


def _gives_example(said: list[str]) -> bool:
    return said[0] in {"예", "예좀"} and len(said) > 1


def _is_one_of(word: str, beginnings: tuple[str, ...]) -> bool:
    return any(
        word == beginning if beginning in _WHOLE else word.startswith(beginning)
        for beginning in beginnings
    )

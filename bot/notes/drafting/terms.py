"""Names of concepts: which can be asked for, and which a text gives away."""

import re

from bot.content.model import Concept
from bot.content.names import folded
from bot.notes.contrasts import is_syllable, pattern_of

MAX_TERM = 30
MAX_TERM_WORDS = 4
_SPLIT = re.compile(r"[\s/·,()（）\-_]+")
# Headings that say what a part is about, and name no thing that has a definition.
_ABOUT = re.compile(
    r"(?:방법|방안|이유|까닭|차이점?|공통점|장점|단점|장단점|특징|종류|역할|비교|정리|요약|개요|소개|예시|예제"
    r"|배경|필요성|목적|활용|주의점|주의\s?사항|순서|흐름|원리|구성|구성\s?요소|설치|사용법|후기|결론|기초"
    r"|하기|되기|쓰기|보기|다루기|이해|basics|overview|summary|introduction|examples?|usage|why|how"
    r"|pros|cons|advantages|disadvantages|differences?|types|features|steps|benefits)$",
    re.I,
)
_JOINED = re.compile(
    r"(?<=[가-힣A-Za-z0-9])(?:와|과|이랑|랑|하고)\s|\s(?:vs\.?|및|and|or|그리고|대)\s|[,&+]", re.I
)
_DERIVED = re.compile(r"^(?P<stem>[가-힣]{2,})(?:형|식|적|용)$")
_DENIES = ("비", "불", "무", "반", "탈", "역", "미", "non", "un", "anti", "in", "a")
_SENTENCE = re.compile(r"(?:[?!]|까|다|요|죠|나|는가|란)$")


def is_term(title: str) -> bool:
    """Tell whether a title names one thing that could be asked for."""
    return (
        (1 < len(title) <= MAX_TERM or is_syllable(title))
        and len(title.split()) <= MAX_TERM_WORDS
        and not _ABOUT.search(title)
        and not _JOINED.search(title)
        and not (_SENTENCE.search(title) and len(title.split()) > 1)
        and "…" not in title
    )


def names_of(concept: Concept) -> tuple[str, ...]:
    """Return every name of a concept, its title first."""
    return tuple(
        name for name in (concept.title.ko, concept.title.en or "", *concept.aliases) if name
    )


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that could betray it, 함수 of 함수형 included."""
    words = [word for word in _SPLIT.split(name) if len(word) > 1]
    stems = [found["stem"] for word in words if (found := _DERIVED.match(word))]
    return tuple(dict.fromkeys([*words, *stems]))


def betrayed(concept: Concept, text: str) -> frozenset[str]:
    """Return the words of the concept's names that ``text`` has, folded."""
    alone = {name for name in names_of(concept) if is_syllable(name)}
    return frozenset(name for name in alone if pattern_of(name).search(text)) | frozenset(
        folded(word)
        for name in names_of(concept)
        for word in (name, *words_of(name))
        if len(folded(word)) > 1 and (has_word(word, text) or _in_halves(word, text))
    )


def head_of(concept: Concept) -> str | None:
    """Return what a compound of one word is a kind of, by its last two syllables: 렘수면 → 수면."""
    name = concept.title.ko
    is_compound = len(name) > 2 and all("가" <= each <= "힣" for each in name)
    return name[-2:] if is_compound else None


def _in_halves(word: str, text: str) -> bool:
    """Whether a Korean compound stands in ``text`` in pieces: 기준금리, 「금리의 기준」."""
    if word.isascii():
        return False
    return any(
        has_word(word[:cut], text) and has_word(word[cut:], text) for cut in range(2, len(word) - 1)
    )


def has_word(word: str, text: str) -> bool:
    """Tell whether ``word`` is in ``text``: a Latin one as a whole, a Korean one as a part."""
    if word.isascii():
        stem = word.removesuffix("s") if len(word) > 3 else word
        pattern = rf"(?<![A-Za-z0-9]){re.escape(stem)}(?:e?s|ing|ed|d)?(?![A-Za-z0-9])"
        return re.search(pattern, text, re.I) is not None
    return folded(word) in folded(text)


def is_wider(one: Concept, other: Concept) -> bool:
    """Tell whether one's name holds the other's: `index` and `covering index`."""
    left, right = folded(one.title.ko), folded(other.title.ko)
    return (left in right or right in left) and not is_opposite(left, right)


def is_opposite(one: str, other: str) -> bool:
    """Tell whether one folded name denies the other: 렘수면 and 비렘수면 are no kind of another."""
    short, long = sorted((one, other), key=len)
    return any(long == f"{prefix}{short}" for prefix in _DENIES)

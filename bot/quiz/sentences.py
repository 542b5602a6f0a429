"""Finds the answer in a sentence whose other words are the question's, or say nothing new."""

import re

from bot.korean.chatter import is_chatter
from bot.korean.particles import base
from bot.quiz.closest import closest
from bot.quiz.names import Book
from bot.quiz.quantities import quantities
from bot.quiz.reasons import Mark, Why
from bot.quiz.sounds import same_sound
from bot.quiz.spelling import canonical, joined

MAX_WORDS = 14
_VERBISH = re.compile(
    r"(?:다|요|죠|음|함|임|됨|까|네|데|지|고|는|은|을|를|면|서|해|돼|워|어|아|때|야|군|걸)$"
)


def in_sentence(book: Book, text: str) -> Mark | None:
    """A name among words that the question has as well: "신호등은 빨간색일 때 멈춰요"."""
    words = text.split()
    if not 1 < len(words) <= MAX_WORDS:
        return None
    for size in range(min(len(words), 4), 0, -1):
        for start in range(len(words) - size + 1):
            span = " ".join(words[start : start + size])
            found = closest(book, span)
            if found is None or not found.is_right:
                continue
            before, after = words[:start], words[start + size :]
            if _describes(before) and not any(closest(book, word) for word in before):
                before = []
            if _only_number(book, span, (*before, *after)):
                return Mark.of(Why.IN_SENTENCE, found.name.text)
            others = [
                closest(book, word)
                for at, word in enumerate((*before, *after))
                if at >= len(before) or canonical(base(word)) not in book.asked  # 컨테이너 이미지
            ]
            wrong = next((match for match in others if match and not match.is_right), None)
            if wrong is not None:
                return Mark.of(Why.SEVERAL, found.name.text)
            is_bare = joined(span) in book.exact
            if not all(is_background(book, word) or closest(book, word) for word in before):
                continue
            if after and not is_bare and _ENDS_CLAUSE.search(after[-1]):
                after = after[:-1]
            if all(
                is_background(book, word) and not (is_bare and not is_predicate(word))
                for word in after
            ):
                return Mark.of(Why.IN_SENTENCE, found.name.text)
    return None


def is_background(book: Book, word: str) -> bool:
    bare = joined(word)
    stem = base(bare)
    if not bare or is_chatter(bare) or is_chatter(stem) or bare in book.question.split():
        return True
    if quantities(bare):
        return False
    if bare in book.question_joined and len(bare) > 1:
        return True
    if bare.endswith(("에서", "에서는", "에선")) and len(bare) > 3:
        return True
    spelling = canonical(stem)
    if bare in book.words or spelling in book.asked:
        return True
    if any(same_sound(spelling, other) for other in (*book.words, *book.asked)):
        return True  # port 443, where the question says 포트
    if len(stem) > 1 and stem in book.question_joined:
        return True
    return _shares_stem(bare, book.question) or bare.startswith(_GENERIC)


# "목성이 제일 커요": what is said of the thing named, once particles show where its name ends.
_ENDS_CLAUSE = re.compile(r"(?:[해워어아여커려져와내서겨쳐가]요|니다|[한는인]다|죠)[.!~]*$")
_GENERIC = (
    "라고",
    "이라고",
    "부르",
    "불러",
    "불리",
    "하는",
    "합니",
    "해요",
    "됩니",
    "돼요",
    "관계",
    "정답",
    "생각",
    "맞",
    "제일",
    "가장",
    "바로",
    "서로",
    "같은",
    "각각",
    "하나의",
    "모든",
    "쓰면",
    "쓰는",
    "씁니",
    "써요",
    "사용",
    "이용",
    "입력",
    "치면",
)


_AMONG = ("중", "중에", "중에선", "중에서", "중에서는", "가운데")  # ACID 중 원자성
_CLAUSE = re.compile(
    r"(?:이|가|을|를|에서|에|로|의|서) \S*(?:는|은|던|한|된|인|운|든|른|쓴|낸|킨|난|본|진)$"
)
_ELSEWHERE = re.compile(r"반대|비슷|유사|다른|외의|이전|직전|다음|같은|비해|대신|보다")
_LABELS = frozenset(
    "에러 오류 코드 번호 포트 error code status port number no http tcp udp".split()
)


def _describes(before: list[str]) -> bool:
    """OS의 핵심인 커널, 구글이 만든 쿠버네티스, ACID 중 원자성: which one is meant, of what."""
    if not before or _ELSEWHERE.search(" ".join(before)):
        return False
    last = before[-1]
    if last in _AMONG or (len(last) > 1 and last.endswith("의")):
        return True
    return bool(_CLAUSE.search(" ".join(before)))


def _only_number(book: Book, span: str, others: tuple[str, ...]) -> bool:
    """404 에러, TCP 443: the number that is asked for, beside words that say what it numbers."""
    return (
        joined(span).removesuffix("번").isdigit()
        and any(name.joined.isdigit() for name in book.right)
        and all(base(word) in _LABELS for word in others)
    )


_IS_OBJECT = re.compile(r"(?:것|거|[을를])[^\w]*$")  # 이것을 shares nothing with 이미지


def _shares_stem(word: str, question: str) -> bool:
    """넣어요 and 넣는, 멈춰요 and 멈추라는: a verb that the question uses in another form."""
    return (
        len(word) > 1
        and bool(_VERBISH.search(word))
        and word[:1] != "하"  # 하드웨어 is no form of 하나요
        and any(
            other[:1] == word[:1] and len(other) > 1 and not _IS_OBJECT.search(other)
            for other in question.split()
        )
    )


def is_predicate(word: str) -> bool:
    return is_chatter(word) or bool(_VERBISH.search(joined(word)))

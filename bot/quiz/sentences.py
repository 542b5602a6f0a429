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
            others = [closest(book, word) for word in (*before, *after)]
            wrong = next((match for match in others if match and not match.is_right), None)
            if wrong is not None:
                return Mark.of(Why.SEVERAL, found.name.text)
            is_bare = joined(span) in book.exact
            if not all(is_background(book, word) for word in before):
                continue
            if after and not is_bare and _ENDS_CLAUSE.search(after[-1]):
                after = after[:-1]
            if all(
                is_background(book, word) and not (is_bare and not _is_predicate(word))
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
    if bare in book.words or any(same_sound(canonical(word), other) for other in book.words):
        return True
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
)


def _shares_stem(word: str, question: str) -> bool:
    """넣어요 and 넣는, 멈춰요 and 멈추라는: a verb that the question uses in another form."""
    return (
        len(word) > 1
        and bool(_VERBISH.search(word))
        and any(other[:1] == word[:1] and len(other) > 1 for other in question.split())
    )


def _is_predicate(word: str) -> bool:
    return is_chatter(word) or bool(_VERBISH.search(joined(word)))

"""Sentences are cut into words; numerals and groups of meaning are recognised in them."""

import pytest

from bot.korean.chatter import is_chatter
from bot.korean.distance import slips
from bot.korean.meanings import meanings_of
from bot.korean.numerals import with_digits
from bot.korean.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("docker가 뭐야", ["docker", "가", "뭐야"]),
        ("vm컨테이너차이", ["vm", "컨테이너", "차이"]),
        ("도커뭐야ㅋㅋ", ["도커", "뭐야"]),
        ("type-ii 그리고 타입투", ["type2", "그리고", "타입2"]),
        ("", []),
    ],
)
def test_scripts_and_glued_question_words_come_apart(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "typed", ["타입 2", "타입투", "타입 ii", "2형", "타입2는", "타입 2는", "2 타입"]
)
def test_a_counted_kind_is_one_word_however_it_is_written(typed: str) -> None:
    assert with_digits(typed.split()) == ["타입2"]


def test_numerals_elsewhere_stay_words() -> None:
    assert with_digits(["이", "커널", "일"]) == ["이", "커널", "일"]


@pytest.mark.parametrize("word", ["대체", "뭐야", "알려줘", "혹시", "what", "the", "궁금합니다"])
def test_wrappers_are_chatter(word: str) -> None:
    assert is_chatter(word)


@pytest.mark.parametrize("word", ["도커", "왜", "차이", "장점", "kernel"])
def test_subjects_and_intents_are_not(word: str) -> None:
    assert not is_chatter(word)


@pytest.mark.parametrize(
    ("word", "group"),
    [("왜", "why"), ("가벼워", "light"), ("lightweight", "light"), ("vs", "difference")],
)
def test_words_of_like_meaning_share_a_group(word: str, group: str) -> None:
    assert group in meanings_of(word)


@pytest.mark.parametrize(
    ("typed", "name", "far"),
    [
        ("하이퍼바이져", "하이퍼바이저", 1),
        ("하이버파이저", "하이퍼바이저", 2),
        ("도컨", "도커", 1),
        ("도커", "커널", None),
        ("자바", "자비스", None),
    ],
)
def test_slips_are_forgiven_in_proportion_to_the_length(
    typed: str, name: str, far: int | None
) -> None:
    assert slips(typed, name) == far

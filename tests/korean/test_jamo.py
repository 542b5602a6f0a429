"""Syllables come apart, are mended, and laughter is told from initials."""

import pytest

from bot.korean.jamo import are_initials, initials, is_laughter, letters, mended, without_laughter


def test_a_syllable_comes_apart_into_its_jamo() -> None:
    assert letters("도커란 VM") == "ㄷㅗㅋㅓㄹㅏㄴ VM"


def test_initials_skip_blanks() -> None:
    assert initials("가상 머신") == "ㄱㅅㅁㅅ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ㄷㅗ커", "도커"),
        ("도ㅋㅓ", "도커"),
        ("커ㄴ테이너", "컨테이너"),
        ("하이퍼바ㅇㅣ저", "하이퍼바이저"),
        ("ㄷㅋ", "ㄷㅋ"),
        ("도커", "도커"),
    ],
)
def test_a_broken_syllable_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "word", ["ㅋㅋ", "ㅋㅋㅋㅋ", "ㅠㅠ", "ㅠㅜ", "ㅎㅎ", "ㅇㅇ", "ㄷㄷ", "ㅇㅋ"]
)
def test_laughter_and_short_answers_are_no_initials(word: str) -> None:
    assert is_laughter(word)
    assert not are_initials(word)


@pytest.mark.parametrize("word", ["ㄷㅋ", "ㅎㅇㅍㅂㅇㅈ", "ㄱㅅㅎ"])
def test_different_consonants_may_stand_for_a_name(word: str) -> None:
    assert are_initials(word)
    assert not is_laughter(word)


def test_laughter_leaves_a_sentence_but_broken_syllables_stay() -> None:
    assert without_laughter("도커ㅋㅋ 뭐임ㅠㅠ 커ㄴ테이너").split() == [
        "도커",
        "뭐임",
        "커ㄴ테이너",
    ]

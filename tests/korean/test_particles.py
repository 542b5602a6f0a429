"""Nouns without what hangs on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.particles import base, bases


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("하이퍼바이저란", "하이퍼바이저"),
        ("커널이랑", "커널"),
        ("도커에서는요", "도커"),
        ("컨테이너들이", "컨테이너"),
        ("쉘은", "쉘"),
        ("가상화인가요", "가상화"),
        ("이미지입니다", "이미지"),
    ],
)
def test_particles_and_endings_are_peeled_off(word: str, noun: str) -> None:
    assert base(word) == noun


@pytest.mark.parametrize(
    "word", ["차이", "평가", "효과", "이유", "속도", "용도", "패키지", "런타임", "docker"]
)
def test_a_noun_that_only_looks_inflected_stays_whole(word: str) -> None:
    assert base(word) == word


def test_doubtful_readings_are_offered_after_the_word_itself() -> None:
    assert bases("도커임") == ["도커임", "도커"]


@given(st.text(max_size=300))
def test_some_word_always_remains(word: str) -> None:
    readings = bases(word)

    assert readings[0] == word
    assert word.startswith(base(word))
    assert all(word.startswith(reading) for reading in readings)
    assert all(readings[1:])

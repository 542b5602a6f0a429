"""Numbers in words, letters said aloud, and syllables that characters are read as."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.letter_names import spelt
from bot.korean.number_words import number
from bot.korean.sino import is_sino


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("천오백구십이", 1592),
        ("서른두", 32),
        ("마흔여섯", 46),
        ("삼십만", 300_000),
        ("30만", 300_000),
        ("1억2천만", 120_000_000),
        ("삼점오", Fraction(7, 2)),
        ("3.5", Fraction(7, 2)),
        ("일구사오", 1945),
        ("forty-six", 46),
        ("two hundred", 200),
        ("영", 0),
    ],
)
def test_a_number_in_words_is_a_number(word: str, value: Fraction | int) -> None:
    assert number(word) == value


@pytest.mark.parametrize("word", ["", "커널", "이성계", "two dogs", "열열", "만두"])
def test_a_word_that_only_begins_like_a_number_is_none(word: str) -> None:
    assert number(word) is None


@given(st.text())
def test_any_text_can_be_asked_for_its_number(text: str) -> None:
    value = number(text)

    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("said", "letters"),
    [("브이엠", "vm"), ("오에스", "os"), ("티씨피", "tcp"), ("에이피아이", "api")],
)
def test_letters_said_aloud_are_written(said: str, letters: str) -> None:
    assert spelt(said) == letters


def test_everyday_syllables_are_letters_only_for_who_knows_the_name() -> None:
    assert spelt("지비") is None
    assert spelt("지비", surely=False) == "gb"
    assert spelt("커널", surely=False) is None


def test_syllables_of_characters_are_told_from_loanwords() -> None:
    assert is_sino("정규화")
    assert not is_sino("커널")
    assert not is_sino("")

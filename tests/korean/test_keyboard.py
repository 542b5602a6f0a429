"""Text typed with the keyboard in the wrong language, both ways."""

import pytest

from bot.korean.keyboard import to_hangul, to_latin


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("ehzj", "도커"),
        ("gkdlvjqkdlwj", "하이퍼바이저"),
        ("anjdi", "뭐야"),
        ("zjsxpdlsj", "컨테이너"),
    ],
)
def test_latin_keys_become_the_korean_that_was_meant(keys: str, meant: str) -> None:
    assert to_hangul(keys) == meant


@pytest.mark.parametrize("word", ["docker", "kernel", "", "123", "도커"])
def test_what_types_no_whole_syllables_was_no_korean(word: str) -> None:
    assert to_hangul(word) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("ㅗㅛㅔㄷㄱ퍄내ㄱ", "hypervisor"), ("애찯ㄱ", "docker"), ("ㅍㅡ", "vm")]
)
def test_korean_keys_become_the_latin_that_was_meant(typed: str, meant: str) -> None:
    assert to_latin(typed) == meant


def test_latin_text_was_typed_as_it_stands() -> None:
    assert to_latin("docker") is None

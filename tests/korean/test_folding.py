"""Text that looks the same folds to the same text, and every str folds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.folding import MAX_FOLDED, fold, squeeze


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＤＯＣＫＥＲ", "docker"),
        ("Type Ⅱ", "type ii"),
        ("도커\u200b란", "도커란"),
        ("도커", "도커"),
        ("  VM \n\t 이란 ", "vm 이란"),
        ("ㅋㅋ", "ㅋㅋ"),
        ("\ud800도커", "도커"),
    ],
)
def test_width_case_composition_and_blanks_do_not_matter(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(st.characters(), max_size=3000))
def test_folding_any_text_is_short_and_stable(text: str) -> None:
    once = fold(text)

    assert len(once) <= MAX_FOLDED
    assert fold(once) == once


def test_squeezing_leaves_letters_and_digits() -> None:
    assert squeeze("type-2 하이퍼 바이저!") == "type2하이퍼바이저"

"""Nouns are found inside the verbs that people make of them."""

import pytest

from bot.korean.endings import noun_of


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("부팅해야", "부팅"),
        ("도입할", "도입"),
        ("실패합니다", "실패"),
        ("안전한거", "안전"),
        ("유명해졌어", "유명"),
        ("격리되어", "격리"),
        ("충돌나서", "충돌"),
        ("사용하면", "사용"),
        ("컨테이너에서는요", "컨테이너"),
        ("가상화하는가", "가상화"),
        ("비교하시오", "비교"),
        ("사용되냐", "사용"),
    ],
)
def test_a_verb_made_of_a_noun_comes_down_to_the_noun(word: str, noun: str) -> None:
    assert noun_of(word) == noun


@pytest.mark.parametrize("word", ["이해", "권한", "제한", "포함", "패키지", "docker", "ㅋ", ""])
def test_a_noun_that_only_looks_like_a_verb_stays(word: str) -> None:
    assert noun_of(word) == word

"""Half a sentence that sets two things side by side, ended so that it can stand alone."""

import pytest

from bot.notes.drafting.endings import alone


@pytest.mark.parametrize(
    ("half", "whole"),
    [
        ("순서를 보장하", "순서를 보장한다"),
        ("순서가 필요하", "순서가 필요하다"),
        ("엽록체에서 일어나", "엽록체에서 일어난다"),
        ("용량이 작", "용량이 작다"),
        ("생성 비용이 크", "생성 비용이 크다"),
        ("기록을 있는 그대로 남기", "기록을 있는 그대로 남긴다"),
        ("커밋을 따라 움직이", "커밋을 따라 움직인다"),
        ("광해군 때 시작됐", "광해군 때 시작됐다"),
        ("빛이 있어야 하", "빛이 있어야 한다"),
        ("공납을 고친 것이", "공납을 고친 것이다"),
        ("새벽에 길어지", "새벽에 길어진다"),
        ("여러 개 만들 수 있", "여러 개 만들 수 있다"),
        ("영향을 받지 않", "영향을 받지 않는다"),
        ("값이 크지 않", "값이 크지 않다"),
    ],
)
def test_a_half_that_is_known_ends_in_plain_style(half: str, whole: str) -> None:
    assert alone(half) == whole


@pytest.mark.parametrize("half", ["창", "모양이 동그랗", "속도가 더디", "HTTP", "", "값이 3"])
def test_a_half_whose_verb_is_not_known_is_left_out_rather_than_ended_wrongly(half: str) -> None:
    assert alone(half) is None

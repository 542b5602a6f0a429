"""Words that differ only in sounds that are easily mixed up are written as one."""

import pytest

from bot.korean.confusions import blurred


@pytest.mark.parametrize(
    ("typed", "meant"), [("도거", "도커"), ("토커", "도커"), ("됴커", "도커"), ("케널", "캐널")]
)
def test_sounds_that_are_mixed_up_look_alike(typed: str, meant: str) -> None:
    assert blurred(typed) == blurred(meant)


@pytest.mark.parametrize(("one", "other"), [("도구", "도커"), ("커널", "커넬"), ("로커", "도커")])
def test_other_sounds_stay_apart(one: str, other: str) -> None:
    assert blurred(one) != blurred(other)

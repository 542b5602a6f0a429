"""What a press brings is read strictly: what was forged is an old button."""

from enum import IntEnum

import pytest

from bot.discord_ui.pressed import kind_of, number_in
from bot.discord_ui.refusals import OldButton


class Side(IntEnum):
    LEFT = 0
    RIGHT = 1


def test_a_number_of_ours_names_its_kind() -> None:
    assert kind_of(Side, 1) is Side.RIGHT


@pytest.mark.parametrize("number", [2, -1, 10**18])
def test_a_number_that_names_no_kind_was_forged(number: int) -> None:
    with pytest.raises(OldButton):
        kind_of(Side, number)


def test_a_value_of_a_menu_is_its_number() -> None:
    assert [number_in(value) for value in ("0", "23")] == [0, 23]


@pytest.mark.parametrize("value", ["", "-1", "100", "²", "٣", "one", "1e1"])
def test_a_value_that_no_menu_of_ours_offers_was_forged(value: str) -> None:
    with pytest.raises(OldButton):
        number_in(value)

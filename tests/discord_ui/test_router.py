"""The router knows each kind once."""

import pytest

from bot.discord_ui.router import Press, Route, Router


async def nothing(_press: Press) -> None:
    """Do nothing."""


def test_a_kind_cannot_be_claimed_twice() -> None:
    router = Router((Route("up", 1, nothing),))

    with pytest.raises(ValueError, match="up"):
        router.add(Route("up", 2, nothing))


def test_it_tells_which_kinds_it_knows() -> None:
    router = Router((Route("up", 1, nothing), Route("down", 1, nothing)))

    assert router.kinds == {"up", "down"}

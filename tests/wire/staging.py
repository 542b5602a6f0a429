"""What the wire tests set up: the echo bot's arguments, and the end of every test."""

from __future__ import annotations

from typing import TypedDict

from tests.wire.world import World


class EchoArguments(TypedDict):
    """The module of the echo bot, and its arguments."""

    module: str
    arguments: tuple[str, ...]


# How `Program` is told to run the bot that only echoes.
ECHO: EchoArguments = {"module": "tests.wire.echo_bot", "arguments": ()}


def fail_on_violations(world: World) -> None:
    """Fails the test if anything broke Discord's rules and the test did not take it."""
    violations = world.transcript.take_violations()
    assert not violations, "\n".join(violations)

"""How an interaction's end is logged: with a traceback only where the bot is at fault."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest
import structlog.testing
from discord import app_commands

from bot.discord_ui.outcomes import Stopwatch, settled
from bot.discord_ui.words import KOREAN, voice
from bot.ops.watching import Ended


def refused(code: int) -> discord.NotFound:
    response: Any = SimpleNamespace(status=404, reason="Not Found")
    return discord.NotFound(response, {"code": code, "message": "it is gone"})


def raised_in_command(error: Exception) -> app_commands.AppCommandError:
    """Return ``error`` as discord.py brings it from a command."""
    wrapped = app_commands.AppCommandError()
    wrapped.__cause__ = error
    return wrapped


@pytest.mark.parametrize(
    ("error", "outcome", "traceback"),
    [
        (refused(10062), "late", False),
        (raised_in_command(refused(10062)), "late", False),
        (refused(10008), "error", True),
        (ValueError("ours"), "error", True),
    ],
)
def test_an_answer_that_came_too_late_is_no_fault_with_a_traceback(
    error: Exception, outcome: str, *, traceback: bool
) -> None:
    seen: list[Ended] = []
    watch = Stopwatch("command", "ask", guild=1, observe=seen.append)

    with structlog.testing.capture_logs() as lines:
        sentence = settled(error, voice(KOREAN), watch)

    assert [each.outcome for each in seen] == [outcome]
    (line,) = lines
    assert ("exc_info" in line) is traceback
    assert line["reference"] in sentence

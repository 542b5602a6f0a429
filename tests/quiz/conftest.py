"""Tests of the quiz; those of its store run on both databases."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.posts import scheduler
from tests.quiz.daily import Quiz, quiz_group
from tests.quiz.notes import SINGLE


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot look at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))


@pytest.fixture
def a_group(tmp_path: Path) -> Callable[..., AbstractAsyncContextManager[Quiz]]:
    """Opens a group whose notes have the given items."""
    return partial(quiz_group, tmp_path)


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[Quiz]:
    """A group with one single-choice item, which was just posted."""
    async with quiz_group(tmp_path, SINGLE) as opened:
        await opened.begin()
        yield opened

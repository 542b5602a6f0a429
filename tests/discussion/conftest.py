"""Tests of discussions; what is stored is tested on both databases."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.posts import scheduler
from bot.storage.work import Storage
from tests.discussion.debate import Debate, debating_group
from tests.discussion.hall import Hall, built


@pytest.fixture
def hall(storage: Storage) -> Hall:
    """Discussions over the real ledger, a fake Discord and a clock that stands."""
    return built(storage)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot look at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))


@pytest.fixture
async def debate(patient: None, tmp_path: Path) -> AsyncIterator[Debate]:
    """A group in which nothing is discussed yet."""
    async with debating_group(tmp_path) as opened:
        yield opened

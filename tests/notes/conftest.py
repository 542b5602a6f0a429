"""Tests of a server's notes; those of the store run on both databases."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.posts import scheduler
from tests.notes.shelf import Shelf
from tests.support.databases import sqlite_url
from tests.support.group import study_group


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot look at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelf]:
    """A study group with the shipped notes, and no note of its own yet."""
    async with study_group(sqlite_url(tmp_path)) as group:
        yield Shelf(group)

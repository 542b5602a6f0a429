"""Tests of reviews; those of the store run on both databases."""

from datetime import timedelta

import pytest

from bot.posts import scheduler


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot look at neither clock nor database in between, which nobody sets here."""
    for pause in ("CLOCK_POLL", "IDLE"):
        monkeypatch.setattr(scheduler, pause, timedelta(days=100))

"""Tests of sessions; what is stored is tested on both databases."""

import pytest

from bot.storage.work import Storage
from tests.sessions.room import Room, built


@pytest.fixture
def room(storage: Storage) -> Room:
    """Sessions over the real ledger, a fake Discord and a clock that stands."""
    return built(storage)

"""Tests of discussions; what is stored is tested on both databases."""

import pytest

from bot.storage.work import Storage
from tests.discussion.hall import Hall, built


@pytest.fixture
def hall(storage: Storage) -> Hall:
    """Discussions over the real ledger, a fake Discord and a clock that stands."""
    return built(storage)

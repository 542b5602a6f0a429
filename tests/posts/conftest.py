"""Tests of what the bot posts by itself; those of the ledger run on both databases."""

import pytest

from bot.storage.work import Storage
from tests.posts.parts import Parts, put_together


@pytest.fixture
def parts(storage: Storage) -> Parts:
    """The ledger's machinery over a fake Discord."""
    return put_together(storage)

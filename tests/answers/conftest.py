"""A study group whose bot finds what the test told it to."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.databases import sqlite_url
from tests.support.group import Group, study_group
from tests.support.told import tell


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[Group]:
    """The group, with a bot that answers from the shipped notes by `tests.support.told`."""
    async with study_group(sqlite_url(tmp_path)) as opened:
        tell(opened)
        yield opened

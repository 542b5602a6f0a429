"""What cannot be moved is told in a line, without a password, before anything is touched."""

from pathlib import Path

import pytest

from bot.app import METADATA
from bot.storage.move import NoMove, move
from tests.support.databases import sqlite_url
from tests.support.filled import filled

PASSWORD = "never-shown-anywhere"


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("sqlite+aiosqlite:///nowhere.db", "postgresql+asyncpg://a@127.0.0.1/b", "FROM"),
        ("postgresql+asyncpg://a@127.0.0.1/b", "postgresql+asyncpg://a@127.0.0.1/b", "FROM"),
    ],
)
async def test_addresses_of_the_wrong_kind_are_refused(source: str, target: str, told: str) -> None:
    with pytest.raises(NoMove, match=told):
        await move(source, target, METADATA, lambda *_told: None)


async def test_two_files_are_not_moved_into_one_another(tmp_path: Path) -> None:
    await filled(tmp_path)

    with pytest.raises(NoMove, match="TO must be PostgreSQL"):
        await move(sqlite_url(tmp_path), sqlite_url(tmp_path), METADATA, lambda *_told: None)


async def test_a_server_that_is_not_there_is_told_without_its_password(tmp_path: Path) -> None:
    await filled(tmp_path)

    url = f"postgresql+asyncpg://doran:{PASSWORD}@127.0.0.1:1/doran"
    with pytest.raises(NoMove) as refused:
        await move(sqlite_url(tmp_path), url, METADATA, lambda *_told: None)

    assert PASSWORD not in str(refused.value)

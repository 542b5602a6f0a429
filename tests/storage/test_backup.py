"""A backup is a whole, checked copy, or it is none."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage.backup import NoBackup, back_up
from tests.support.databases import sqlite_url

NOW = datetime(2026, 11, 24, 3, 4, 5, tzinfo=UTC)


def test_the_copy_has_what_the_running_database_has(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "doran.db") as open_database:
        open_database.execute("CREATE TABLE kept (word TEXT)")
        open_database.execute("INSERT INTO kept VALUES ('도란')")
        open_database.commit()

        copy = back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOW)

    assert copy == tmp_path / "backups" / "doran-20261124T030405Z.db"
    with sqlite3.connect(copy) as copied:
        assert copied.execute("SELECT word FROM kept").fetchall() == [("도란",)]
    open_database.close()
    copied.close()


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    assert back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOW) is None


def test_a_damaged_database_gives_no_backup_and_no_leftover(tmp_path: Path) -> None:
    (tmp_path / "doran.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)

    with pytest.raises(NoBackup, match=r"doran\.db"):
        back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOW)

    assert list((tmp_path / "backups").iterdir()) == []


def test_postgresql_is_pointed_to_its_own_tool(tmp_path: Path) -> None:
    with pytest.raises(NoBackup, match="pg_dump"):
        back_up("postgresql+asyncpg://doran@127.0.0.1/doran", tmp_path, now=NOW)

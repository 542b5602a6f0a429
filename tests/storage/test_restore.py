"""A backup takes the database's place whole, and what stood there is kept."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage.backup import back_up
from bot.storage.restore import NoRestore, Restored, restore
from bot.storage.upgrade import newest_revision
from tests.support.databases import sqlite_url
from tests.support.filled import asked, filled, members_in

NOW = datetime(2026, 11, 24, 3, 4, 5, tzinfo=UTC)


async def backup_in(folder: Path) -> Path:
    """Return the backup of a database with three members, which has five since."""
    file = await filled(folder, members=3)
    copy = back_up(sqlite_url(folder), folder / "backups", now=NOW)
    asked(file, "INSERT INTO member_language VALUES (98, 'ko'), (99, 'ko')")
    assert copy is not None
    return copy


def put_back(folder: Path, backup: Path, *, force: bool = False) -> Restored:
    """Restore ``backup`` as the database of ``folder``."""
    return restore(sqlite_url(folder), backup, force=force, now=NOW)


async def test_a_backup_is_restored_where_nothing_is(tmp_path: Path) -> None:
    backup = await backup_in(tmp_path)
    elsewhere = tmp_path / "new" / "machine"

    restored = put_back(elsewhere, backup)

    assert restored == Restored(elsewhere / "doran.db", newest_revision(), None)
    assert members_in(elsewhere / "doran.db") == 3
    assert (elsewhere / "doran.db").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in elsewhere.iterdir()] == ["doran.db"]


async def test_a_database_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    backup = await backup_in(tmp_path)

    with pytest.raises(NoRestore, match="--force"):
        put_back(tmp_path, backup)

    assert members_in(tmp_path / "doran.db") == 5


async def test_with_force_the_old_file_is_kept_aside(tmp_path: Path) -> None:
    backup = await backup_in(tmp_path)

    restored = put_back(tmp_path, backup, force=True)

    assert restored.kept == tmp_path / "doran-replaced-20261124T030405Z.db"
    assert members_in(restored.kept) == 5
    assert members_in(tmp_path / "doran.db") == 3
    assert members_in(backup) == 3


async def test_a_database_in_use_is_not_replaced(tmp_path: Path) -> None:
    backup = await backup_in(tmp_path)
    with closing(sqlite3.connect(tmp_path / "doran.db")) as running:
        running.execute("PRAGMA journal_mode = WAL")
        running.execute("SELECT count(*) FROM member_language").fetchone()

        with pytest.raises(NoRestore, match="stop the bot"):
            put_back(tmp_path, backup, force=True)

        assert running.execute("SELECT count(*) FROM member_language").fetchone() == (5,)


async def test_a_damaged_database_is_replaced_and_kept_as_it_is(tmp_path: Path) -> None:
    backup = await backup_in(tmp_path)
    file = tmp_path / "doran.db"
    file.write_bytes(damaged := file.read_bytes()[:9000])

    restored = put_back(tmp_path, backup, force=True)

    assert members_in(file) == 3
    assert restored.kept is not None
    assert restored.kept.read_bytes() == damaged


@pytest.mark.parametrize("ail", ["missing", "damaged", "foreign", "newer", "itself"])
async def test_what_is_no_backup_of_this_version_changes_nothing(tmp_path: Path, ail: str) -> None:
    backup = await backup_in(tmp_path)
    file = tmp_path / "doran.db"
    before = file.read_bytes()
    if ail == "missing":
        backup.unlink()
    elif ail == "damaged":
        backup.write_bytes(backup.read_bytes()[:9000])
    elif ail == "foreign":
        asked(backup, "DROP TABLE alembic_version")
    elif ail == "newer":
        asked(backup, "UPDATE alembic_version SET version_num = 'ffff'")
    else:
        backup = file

    with pytest.raises(NoRestore, match=backup.name):
        put_back(tmp_path, backup, force=True)

    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "doran.db"]


async def test_postgresql_is_pointed_to_its_own_tool(tmp_path: Path) -> None:
    with pytest.raises(NoRestore, match="pg_restore"):
        restore("postgresql+asyncpg://doran@127.0.0.1/doran", tmp_path, force=True, now=NOW)

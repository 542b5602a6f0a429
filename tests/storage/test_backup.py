"""A backup is a whole, checked copy, or it is none."""

import os
import resource
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage.backup import LEFT_OUT, NoBackup, back_up, backups_in, rotate
from bot.storage.sqlite_file import reading
from tests.support.databases import sqlite_url
from tests.support.filled import asked, filled, members_in

NOW = datetime(2026, 11, 24, 3, 4, 5, tzinfo=UTC)


def copied(folder: Path, *, now: datetime = NOW) -> Path:
    """Back ``folder``'s database up; return the copy."""
    copy = back_up(sqlite_url(folder), folder / "backups", now=now)
    assert copy is not None
    return copy


async def test_the_copy_has_what_the_running_database_has(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    with closing(sqlite3.connect(file)) as open_database:
        open_database.execute("PRAGMA journal_mode = WAL")
        open_database.execute("INSERT INTO member_language VALUES (99, 'ko')")
        open_database.commit()

        copy = copied(tmp_path)

    assert copy == tmp_path / "backups" / "doran-20261124T030405Z.db"
    assert members_in(copy) == 4


async def test_the_copy_stands_alone_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    await filled(tmp_path)

    copy = copied(tmp_path)
    with closing(reading(copy)) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)

    assert list(copy.parent.iterdir()) == [copy]
    assert copy.stat().st_mode & 0o777 == 0o600


async def test_a_write_meanwhile_neither_waits_nor_ends_up_in_the_copy(tmp_path: Path) -> None:
    file = await filled(tmp_path, members=20_000)
    written: list[object] = []

    def write() -> bool:
        if not written:
            written.append(asked(file, "DELETE FROM member_language"))
        return False

    copy = back_up(sqlite_url(tmp_path), tmp_path, now=NOW, given_up=write)

    assert copy is not None
    assert (members_in(copy), members_in(file)) == (20_000, 0)


async def test_what_is_left_out_is_in_no_byte_of_the_copy(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    secret = "key-of-a-discussion-" * 40
    for table in LEFT_OUT:
        asked(file, f"DROP TABLE IF EXISTS {table}")
        asked(file, f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, secret TEXT)")
        asked(file, f"INSERT INTO {table} (secret) VALUES ('{secret}')")

    copy = copied(tmp_path)

    assert LEFT_OUT
    assert all(asked(copy, f"SELECT count(*) FROM {table}") == [(0,)] for table in LEFT_OUT)
    assert secret.encode() in file.read_bytes()
    assert b"key-of-a-discussion" not in copy.read_bytes()


async def test_what_was_deleted_before_is_in_no_byte_of_the_copy(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        # As SQLite is built in most places; Debian's overwrites what is deleted.
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("CREATE TABLE spoken (words TEXT)")
        database.execute(f"INSERT INTO spoken VALUES ('{'지워 주세요 ' * 2000}')")
        database.execute("DELETE FROM spoken")
    word = "지워 주세요".encode()

    copy = copied(tmp_path)

    assert word in file.read_bytes()
    assert word not in copy.read_bytes()


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    assert back_up(sqlite_url(tmp_path), tmp_path / "backups", now=NOW) is None


def test_a_damaged_database_gives_no_backup_and_no_leftover(tmp_path: Path) -> None:
    (tmp_path / "doran.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)

    with pytest.raises(NoBackup, match=r"doran\.db"):
        copied(tmp_path)

    assert list((tmp_path / "backups").iterdir()) == []


def test_another_programs_database_is_not_copied(tmp_path: Path) -> None:
    asked(tmp_path / "doran.db", "CREATE TABLE tunes (name TEXT)")

    with pytest.raises(NoBackup, match="not a database of Doran's"):
        copied(tmp_path)

    assert list((tmp_path / "backups").iterdir()) == []


async def test_a_disk_without_room_is_left_alone(tmp_path: Path) -> None:
    await filled(tmp_path)

    with pytest.raises(NoBackup, match="12 MB are free"):
        back_up(sqlite_url(tmp_path), tmp_path / "b", now=NOW, free=lambda _folder: 12 * 2**20)

    assert list((tmp_path / "b").iterdir()) == []


async def test_a_disk_that_fills_up_meanwhile_leaves_the_database_whole(tmp_path: Path) -> None:
    file = await filled(tmp_path, members=20_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    # No file may grow beyond this, as on a full disk; the copy is larger.
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**17, hard))
    try:
        with pytest.raises(NoBackup, match="could not be copied: disk I/O error"):
            copied(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list((tmp_path / "backups").iterdir()) == []
    assert members_in(file) == 20_000
    assert asked(file, "PRAGMA integrity_check") == [("ok",)]


async def test_a_copy_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    await filled(tmp_path, members=20_000)

    with pytest.raises(NoBackup, match="stopped"):
        back_up(sqlite_url(tmp_path), tmp_path / "b", now=NOW, given_up=lambda: True)

    assert list((tmp_path / "b").iterdir()) == []


def test_postgresql_is_pointed_to_its_own_tool(tmp_path: Path) -> None:
    with pytest.raises(NoBackup, match="pg_dump") as refused:
        back_up("postgresql+asyncpg://doran@127.0.0.1/doran", tmp_path, now=NOW)

    assert all(f"--exclude-table-data={table}" in str(refused.value) for table in LEFT_OUT)


async def test_rotation_keeps_every_backup_of_the_newest_days(tmp_path: Path) -> None:
    await filled(tmp_path)
    moments = [NOW - timedelta(days=days, hours=hours) for days in (0, 2, 5) for hours in (0, 1)]
    copies = {at: copied(tmp_path, now=at) for at in moments}
    folder, url = tmp_path / "backups", sqlite_url(tmp_path)
    (folder / "doran-notes.db").touch()
    (folder / "other-20200101T000000Z.db").touch()

    removed = rotate(url, folder, days=2, now=NOW)

    assert set(removed) == {copies[at] for at in moments[4:]}
    assert [path for _, path in backups_in(url, folder)] == [copies[at] for at in moments[:4]]
    assert (folder / "doran-notes.db").exists()
    assert (folder / "other-20200101T000000Z.db").exists()


async def test_rotation_clears_away_what_a_power_cut_left(tmp_path: Path) -> None:
    old, fresh = tmp_path / "doran-1.part", tmp_path / "doran-2.part"
    for part, age in ((old, timedelta(days=2)), (fresh, timedelta(minutes=1))):
        part.touch()
        os.utime(part, times=((NOW - age).timestamp(),) * 2)

    assert rotate(sqlite_url(tmp_path), tmp_path, days=7, now=NOW) == [old]
    assert fresh.exists()

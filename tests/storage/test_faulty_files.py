"""A database that cannot be used is told in a clear line at the start, and nothing is written."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage.engine import SQLITE_BUSY_MS, UnusableDatabase
from bot.storage.upgrade import ForeignDatabase, newest_revision, upgrade
from bot.storage.work import Storage, StorageUnwritable
from tests.support.databases import sqlite_url
from tests.support.filled import asked, filled, members_in

ROOT = Path(__file__).resolve().parents[2]


async def started(folder: Path, *, options: str = "") -> None:
    """Bring ``folder``'s database up as the bot's start does."""
    async with Storage(sqlite_url(folder) + options) as storage:
        await upgrade(storage.engine)


def read_only(folder: Path) -> str:
    """Return the address of ``folder``'s database, opened so that it can only be read."""
    return f"sqlite+aiosqlite:///file:{folder / 'doran.db'}?mode=ro&uri=true"


async def test_a_file_that_may_only_be_read_is_told_before_anybody_waits(tmp_path: Path) -> None:
    await filled(tmp_path)

    async with Storage(read_only(tmp_path)) as storage:
        with pytest.raises(UnusableDatabase, match="may only read it"):
            await upgrade(storage.engine)


async def test_a_file_that_may_only_be_read_can_still_be_read(tmp_path: Path) -> None:
    await filled(tmp_path)

    async with Storage(read_only(tmp_path)) as storage:
        async with storage.reading() as work:
            counted = await work.session.scalar(text("SELECT count(*) FROM member_language"))
        with pytest.raises(StorageUnwritable):
            async with storage.work() as work:
                await work.session.execute(text("DELETE FROM member_language"))

    assert counted == 3


async def test_a_truncated_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    file.write_bytes(cut := file.read_bytes()[:9000])

    with pytest.raises(UnusableDatabase, match=r"damaged.*db restore"):
        await started(tmp_path)

    assert file.read_bytes() == cut


async def test_another_programs_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "doran.db"
    asked(file, "CREATE TABLE tunes (name TEXT)")

    with pytest.raises(ForeignDatabase, match="not Doran's"):
        await started(tmp_path)

    assert asked(file, "SELECT name FROM sqlite_master") == [("tunes",)]


async def test_a_file_that_another_program_holds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await filled(tmp_path)
    monkeypatch.setattr("bot.storage.engine.SQLITE_BUSY_MS", 10)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(UnusableDatabase, match="another program holds it"):
            await started(tmp_path)

    assert SQLITE_BUSY_MS == 2_000


async def test_a_full_disk_at_the_first_start_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.storage import engine

    tuned = engine._tune_sqlite

    def on_a_full_disk(connection: sqlite3.Connection, record: object) -> None:
        tuned(connection, record)
        connection.execute("PRAGMA max_page_count = 4")

    monkeypatch.setattr(engine, "_tune_sqlite", on_a_full_disk)
    with pytest.raises(UnusableDatabase, match=r"disk is full.*make room"):
        await started(tmp_path)
    monkeypatch.undo()
    empty = asked(tmp_path / "doran.db", "SELECT name FROM sqlite_master")
    await started(tmp_path)

    assert empty == []
    assert asked(tmp_path / "doran.db", "SELECT version_num FROM alembic_version") == [
        (newest_revision(),)
    ]


KILLED = """
import asyncio, os, signal, sys
from alembic.runtime import migration
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage

made = migration.HeadMaintainer.update_to_step
steps = []

def killed_at_the_third(self, step):
    made(self, step)
    steps.append(step)
    if len(steps) == 3:
        os.kill(os.getpid(), signal.SIGKILL)

migration.HeadMaintainer.update_to_step = killed_at_the_third

async def main():
    async with Storage(sys.argv[1]) as storage:
        await upgrade(storage.engine)

asyncio.run(main())
"""


async def test_a_start_after_a_killed_migration_does_it_whole(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    killed = subprocess.run(  # noqa: ASYNC221
        [sys.executable, "-c", KILLED, url],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert asked(tmp_path / "doran.db", "SELECT name FROM sqlite_master") == []

    file = await filled(tmp_path)

    assert members_in(file) == 3
    assert asked(file, "PRAGMA integrity_check") == [("ok",)]

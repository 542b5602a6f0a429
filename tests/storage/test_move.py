"""Moving to PostgreSQL brings every row along, or leaves the target as it was."""

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, func, inspect, select, text

from bot.app import METADATA
from bot.guilds import service
from bot.ids import MemberId
from bot.storage.move import NoMove, move
from bot.storage.upgrade import newest_revision
from bot.storage.work import Storage
from tests.support.databases import sqlite_url
from tests.support.filled import asked, filled

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "never-shown-anywhere"
MOMENT = datetime(2026, 11, 24, 3, 4, 5, 6, tzinfo=UTC)
QUESTION = {
    "guild_id": 2**62,
    "channel_id": 7,
    "member_id": 11,
    "text": "하이퍼바이저가 뭐야? 🐣\n\"'\\",
    "outcome": "answered",
    "concept": "hypervisor",
    "confidence": 0.1 + 0.2,
    "asked_at": MOMENT,
}
POST = {
    "guild_id": 7,
    "kind": "notice",
    "subject": 1,
    "occurrence": "",
    "part": 0,
    "snapshot": {"말": ["도란", None, 1.5, True]},
    "silent": True,
    "due": MOMENT,
    "send_by": MOMENT,
    "state": "claimed",
    "next_try": MOMENT,
    "attempts": 0,
}


pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def moved(folder: Path, target: str) -> tuple[dict[str, int], list[tuple[str, int, int]]]:
    """Move ``folder``'s database to ``target``; return rows by table, and what was told."""
    told: list[tuple[str, int, int]] = []
    sizes = await move(
        sqlite_url(folder), target, METADATA, lambda *progress: told.append(progress)
    )
    return sizes, told


async def rows_of(storage: Storage, table: Table) -> list[tuple[Any, ...]]:
    """Return every row of ``table``, as the code sees it."""
    async with storage.reading() as work:
        found = await work.session.execute(select(table).order_by(*table.primary_key))
        return [tuple(row) for row in found]


async def test_every_table_arrives_with_its_count_and_is_told_of(
    tmp_path: Path, database_url: str
) -> None:
    await filled(tmp_path, members=2_500)

    sizes, told = await moved(tmp_path, database_url)

    assert set(sizes) == set(METADATA.tables)
    assert sizes["member_language"] == 2_500
    assert [done for name, done, _ in told if name == "member_language"] == [0, 1000, 2000, 2500]
    async with Storage(database_url) as storage, storage.reading() as work:
        assert (await service.chosen_languages(work, None, MemberId(2_500)))[0] == "en"


async def test_values_of_every_kind_arrive_as_they_were(tmp_path: Path, database_url: str) -> None:
    await filled(tmp_path)
    questions, posts = METADATA.tables["question"], METADATA.tables["post"]
    async with Storage(sqlite_url(tmp_path)) as source:
        async with source.engine.begin() as connection:
            await connection.execute(questions.insert(), QUESTION)
            await connection.execute(posts.insert(), POST)
        before = [await rows_of(source, table) for table in (questions, posts)]

    await moved(tmp_path, database_url)

    async with Storage(database_url) as target:
        assert [await rows_of(target, table) for table in (questions, posts)] == before
    assert before[1][0][posts.columns.keys().index("due")] == MOMENT


async def test_the_next_row_is_numbered_after_the_ones_that_came_along(
    tmp_path: Path, database_url: str
) -> None:
    file = await filled(tmp_path)
    asked(file, "INSERT INTO review_run VALUES (41, 1, 1, 'review', 5)")
    await moved(tmp_path, database_url)

    async with Storage(database_url) as storage, storage.engine.begin() as connection:
        numbered = await connection.scalar(
            text(
                "INSERT INTO review_run (guild_id, member_id, mode, length) "
                "VALUES (1, 2, 'review', 5) RETURNING id"
            )
        )

    assert numbered == 42


async def test_a_filled_target_is_refused_and_left_alone(tmp_path: Path, database_url: str) -> None:
    await filled(tmp_path)
    await moved(tmp_path, database_url)
    asked(tmp_path / "doran.db", "DELETE FROM member_language")

    with pytest.raises(NoMove, match=r"not empty .*member_language"):
        await moved(tmp_path, database_url)

    async with Storage(database_url) as storage:
        assert len(await rows_of(storage, METADATA.tables["member_language"])) == 3


async def test_text_that_postgresql_cannot_keep_is_mended(
    tmp_path: Path, database_url: str
) -> None:
    file = await filled(tmp_path)
    asked(
        file, "INSERT INTO quiz_alias VALUES (1, 'item', 'a', 'a' || char(0) || 'b', '2026-11-24')"
    )

    await moved(tmp_path, database_url)

    async with Storage(database_url) as storage:
        (row,) = await rows_of(storage, METADATA.tables["quiz_alias"])
        assert "a\ufffdb" in row


async def test_a_source_behind_this_version_is_refused(tmp_path: Path, database_url: str) -> None:
    file = await filled(tmp_path)
    asked(file, "UPDATE alembic_version SET version_num = '0001'")

    with pytest.raises(NoMove, match="db upgrade"):
        await moved(tmp_path, database_url)


def command(folder: Path, target: str) -> list[str]:
    return [sys.executable, "-m", "bot", "db", "move", str(folder / "doran.db"), target]


async def test_a_move_that_was_killed_is_begun_again_from_the_start(
    tmp_path: Path, database_url: str
) -> None:
    await filled(tmp_path, members=40_000)
    with_password = database_url.replace("doran@", f"doran:{PASSWORD}@")
    moving = await asyncio.create_subprocess_exec(
        *command(tmp_path, with_password), cwd=ROOT, stdout=subprocess.PIPE, env=os.environ
    )
    assert moving.stdout is not None
    # Schema and a first table are there, in a transaction that nobody will commit.
    await moving.stdout.readline()
    moving.kill()
    await moving.wait()
    async with Storage(database_url) as storage, storage.engine.connect() as connection:
        there = await connection.run_sync(lambda c: inspect(c).get_table_names())
    assert there == []

    again = await asyncio.create_subprocess_exec(
        *command(tmp_path, with_password),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = (await again.communicate())[0].decode()

    assert again.returncode == 0, said
    assert "member_language: 40000 rows" in said
    assert "every count agrees" in said
    assert PASSWORD not in said
    async with Storage(database_url) as storage, storage.engine.connect() as connection:
        table = METADATA.tables["member_language"]
        assert await connection.scalar(select(func.count()).select_from(table)) == 40_000
        at = await connection.scalar(text("SELECT version_num FROM alembic_version"))
        assert at == newest_revision()

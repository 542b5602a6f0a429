"""Migrations go up and down on both databases, and leave exactly the tables of the code."""

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot.app import METADATA
from bot.storage.engine import UnusableDatabase
from bot.storage.upgrade import (
    NewerDatabase,
    downgrade,
    drift,
    migration_config,
    newest_revision,
    upgrade,
)
from bot.storage.work import Storage

STEPS = [step.revision for step in ScriptDirectory.from_config(migration_config()).walk_revisions()]


async def tables(storage: Storage) -> set[str]:
    """Return the names of every table there is."""
    async with storage.engine.connect() as connection:
        return set(await connection.run_sync(lambda c: inspect(c).get_table_names()))


async def test_the_migrated_schema_is_the_schema_of_the_code(storage: Storage) -> None:
    async with storage.engine.connect() as connection:
        assert await connection.run_sync(drift, METADATA) == []


async def test_every_step_goes_up_down_and_up_again(database_url: str) -> None:
    async with Storage(database_url) as storage:
        for revision in reversed(STEPS):
            await upgrade(storage.engine, revision)
            await downgrade(storage.engine, "-1")
            await upgrade(storage.engine, revision)

        assert await tables(storage) == {*METADATA.tables, "alembic_version"}


async def test_taking_all_steps_down_leaves_nothing_but_the_version_table(
    storage: Storage,
) -> None:
    await downgrade(storage.engine, "base")

    assert await tables(storage) == {"alembic_version"}


async def test_a_newer_database_is_refused_and_left_alone(storage: Storage) -> None:
    async with storage.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabase, match="9999"):
        await upgrade(storage.engine)

    assert await tables(storage) == {*METADATA.tables, "alembic_version"}


async def test_a_failing_migration_leaves_the_schema_as_it_was(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Storage(database_url) as storage:

        def fail_after(*_arguments: object, **_options: object) -> None:
            raise RuntimeError("power cut")

        monkeypatch.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", fail_after)
        with pytest.raises(RuntimeError, match="power cut"):
            await upgrade(storage.engine)

        assert not await tables(storage) & set(METADATA.tables)


def test_the_newest_revision_is_alembics_head() -> None:
    scripts = ScriptDirectory.from_config(migration_config())

    assert [newest_revision()] == scripts.get_heads()


def test_each_migration_has_a_file_of_its_own() -> None:
    folder = Path(ScriptDirectory.from_config(migration_config()).versions)

    assert len(list(folder.glob("*.py"))) == len(STEPS)


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "doran.db"
    file.write_text("이건 데이터베이스가 아니에요. " * 100)
    before = file.read_bytes()

    async with Storage(f"sqlite+aiosqlite:///{file}") as storage:
        with pytest.raises(UnusableDatabase, match="not a database"):
            await upgrade(storage.engine)

    assert file.read_bytes() == before


async def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    url = "postgresql+asyncpg://doran:geheim@127.0.0.1:1/doran"
    async with Storage(url) as storage:
        with pytest.raises(UnusableDatabase, match="DATABASE_URL") as refused:
            await upgrade(storage.engine)

    assert "geheim" not in str(refused.value)

"""Looking a database over finds what is wrong, and changes nothing."""

from pathlib import Path

import pytest

from bot.app import METADATA
from bot.storage.check import Looked, look_over, revision_on_server
from bot.storage.engine import UnusableDatabase
from bot.storage.upgrade import newest_revision
from bot.storage.work import Storage
from tests.support.databases import sqlite_url
from tests.support.filled import asked, filled


async def looked_over(folder: Path) -> dict[str, Looked]:
    """Return what was found in ``folder``'s database, by name."""
    return {each.name: each for each in await look_over(sqlite_url(folder), METADATA)}


async def test_a_whole_database_is_well_on_either_kind(storage: Storage, migrated_url: str) -> None:
    found = await look_over(migrated_url, METADATA)

    assert {each.name for each in found} >= {"revision", "tables"}
    assert all(each.is_well for each in found)


async def test_it_says_what_it_looked_at(tmp_path: Path) -> None:
    await filled(tmp_path)

    found = await looked_over(tmp_path)

    assert list(found) == ["integrity", "orphans", "revision", "tables"]
    assert newest_revision() in found["revision"].found
    assert str(len(METADATA.tables)) in found["tables"].found


async def test_a_row_whose_parent_is_gone_is_counted(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    asked(
        file,
        "INSERT INTO answer_feedback (question_id, member_id, verdict, given_at) "
        "VALUES (404, 1, 'up', '2026-01-01'), (405, 1, 'up', '2026-01-01')",
    )

    found = await looked_over(tmp_path)

    assert (found["orphans"].is_well, found["integrity"].is_well) == (False, True)
    assert "2 in answer_feedback" in found["orphans"].found


async def test_a_table_that_is_not_as_in_the_code_is_found(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    asked(file, "DROP INDEX ix_post_redraw")

    found = await looked_over(tmp_path)

    assert not found["tables"].is_well
    assert "ix_post_redraw" in found["tables"].found


async def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = await filled(tmp_path)
    file.write_bytes(damaged := file.read_bytes()[:9000])

    found = await looked_over(tmp_path)

    assert list(found) == ["integrity"]
    assert not found["integrity"].is_well
    assert file.read_bytes() == damaged


@pytest.mark.parametrize(("revision", "told"), [("0001", "behind"), ("ffff", "newer version")])
async def test_a_revision_that_is_not_the_newest_is_told(
    tmp_path: Path, revision: str, told: str
) -> None:
    file = await filled(tmp_path)
    asked(file, f"UPDATE alembic_version SET version_num = '{revision}'")

    found = await looked_over(tmp_path)

    assert not found["revision"].is_well
    assert told in found["revision"].found


async def test_without_a_database_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(UnusableDatabase, match="no database"):
        await looked_over(tmp_path)

    assert list(tmp_path.iterdir()) == []


async def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    url = "postgresql+asyncpg://doran:geheim@127.0.0.1:1/doran"

    for asking in (look_over(url, METADATA), revision_on_server(url)):
        with pytest.raises(UnusableDatabase) as refused:
            await asking
        assert "geheim" not in str(refused.value)

"""The unit of work: explicit commits, real durability settings, faults with names."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.guilds import service
from bot.ids import GuildId, MemberId
from bot.storage.base import UtcDateTime
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage, StorageBusy, StorageUnwritable
from tests.support.databases import sqlite_url

GUILD = GuildId(7)
MEMBER = MemberId(11)


async def language(storage: Storage) -> str:
    """Return the stored language of the test's server."""
    async with storage.reading() as work:
        return (await service.settings(work, GUILD)).language


async def fill_up(storage: Storage) -> None:
    """Let the file grow no further, as a full disk does, and go on writing."""
    async with storage.work() as work:
        pages = await work.session.scalar(text("PRAGMA page_count"))
        await work.session.execute(text(f"PRAGMA max_page_count = {pages}"))
        for member in range(1, 100_000):
            await service.choose_language(work, MemberId(member), "en")
        await work.commit()


async def test_what_is_committed_stays(storage: Storage) -> None:
    async with storage.work() as work:
        await service.speak(work, GUILD, "en")
        await work.commit()

    assert await language(storage) == "en"


async def test_what_is_not_committed_is_rolled_back(storage: Storage) -> None:
    async with storage.work() as work:
        await service.speak(work, GUILD, "en")

    assert await language(storage) == "ko"


async def test_an_error_rolls_back_everything(storage: Storage) -> None:
    async def speak_then_fail() -> None:
        async with storage.work() as work:
            await service.speak(work, GUILD, "en")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await speak_then_fail()

    assert await language(storage) == "ko"


async def test_fifty_writers_at_once_all_get_their_turn(storage: Storage) -> None:
    async def choose(member: int) -> None:
        async with storage.work() as work:
            await service.choose_language(work, MemberId(member), "en")
            await work.commit()

    await asyncio.gather(*(choose(member) for member in range(1, 51)))

    async with storage.reading() as work:
        chosen = [await service.chosen_languages(work, None, MemberId(n)) for n in range(1, 51)]
    assert chosen == [("en", None)] * 50


async def test_a_reader_does_not_wait_for_a_writer(storage: Storage) -> None:
    async with storage.work() as work:
        await service.speak(work, GUILD, "en")

        assert await language(storage) == "ko"


async def test_a_choice_can_be_changed_and_forgotten(storage: Storage) -> None:
    for chosen in ("en", "ko", None, None):
        async with storage.work() as work:
            await service.choose_language(work, MEMBER, chosen)
            await work.commit()
        async with storage.reading() as work:
            assert await service.chosen_languages(work, None, MEMBER) == (chosen, None)


async def test_sqlite_is_tuned_to_lose_nothing(tmp_path: Path) -> None:
    async with Storage(sqlite_url(tmp_path)) as storage, storage.engine.connect() as connection:

        async def pragma(name: str) -> object:
            return (await connection.execute(text(f"PRAGMA {name}"))).scalar()

        assert await pragma("journal_mode") == "wal"
        assert await pragma("synchronous") == 2  # FULL
        assert await pragma("foreign_keys") == 1
        assert await pragma("busy_timeout") == 2_000


async def test_a_file_locked_by_someone_else_is_busy(tmp_path: Path) -> None:
    async with Storage(sqlite_url(tmp_path)) as storage, Storage(sqlite_url(tmp_path)) as other:
        await upgrade(storage.engine)
        async with other.work():
            with pytest.raises(StorageBusy):
                async with storage.work():
                    pass


async def test_a_full_disk_is_named_and_nothing_is_half_written(tmp_path: Path) -> None:
    async with Storage(sqlite_url(tmp_path)) as storage:
        await upgrade(storage.engine)
        with pytest.raises(StorageUnwritable):
            await fill_up(storage)

        async with storage.reading() as work:
            assert await service.chosen_languages(work, None, MemberId(1)) == (None, None)


def test_a_moment_keeps_its_instant_and_comes_back_in_utc(
    subtests: pytest.Subtests,
) -> None:
    from sqlalchemy.dialects import postgresql, sqlite

    noon = datetime(2026, 3, 29, 12, 0, tzinfo=timezone(timedelta(hours=9)))
    for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
        with subtests.test(dialect.name):
            stored = UtcDateTime().process_bind_param(noon, dialect)
            back = UtcDateTime().process_result_value(stored, dialect)

            assert back == noon
            assert back is not None
            assert back.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    from sqlalchemy.dialects import sqlite

    with pytest.raises(ValueError, match="without a zone"):
        UtcDateTime().process_bind_param(datetime(2026, 1, 1), sqlite.dialect())  # noqa: DTZ001

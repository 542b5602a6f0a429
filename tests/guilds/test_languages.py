"""Which language was chosen: asked once, together, and anew after a choice."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.guilds import service
from bot.guilds.languages import REMEMBERED, StoredLanguages
from bot.ids import GuildId, MemberId
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.support.databases import sqlite_url

GUILD = GuildId(1)
MINA = MemberId(10)


class Hands:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    async with Storage(sqlite_url(tmp_path)) as opened:
        await upgrade(opened.engine)
        yield opened


async def choose(storage: Storage, language: str | None, member: MemberId = MINA) -> None:
    async with storage.work() as work:
        await service.choose_language(work, member, language)
        await work.commit()


async def test_members_who_ask_at_once_are_looked_up_together(storage: Storage) -> None:
    for number in range(0, 100, 2):
        await choose(storage, "en", MemberId(number))
    languages = StoredLanguages(storage, Hands())
    queries: list[str] = []
    event.listen(
        storage.engine.sync_engine,
        "before_cursor_execute",
        lambda *call: queries.append(call[2]),
    )

    chosen = await asyncio.gather(
        *(languages.chosen(GUILD, MemberId(number)) for number in range(100))
    )

    assert chosen == [("en", "ko") if number % 2 == 0 else (None, "ko") for number in range(100)]
    assert sum(query.startswith("SELECT") for query in queries) == 2


async def test_a_choice_is_remembered_for_a_minute_and_forgotten_when_told(
    storage: Storage,
) -> None:
    clock = Hands()
    languages = StoredLanguages(storage, clock)
    assert await languages.chosen(GUILD, MINA) == (None, "ko")

    await choose(storage, "en")
    assert await languages.chosen(GUILD, MINA) == (None, "ko")
    clock.moment += REMEMBERED
    assert await languages.chosen(GUILD, MINA) == ("en", "ko")

    await choose(storage, None)
    languages.forget()
    assert await languages.chosen(GUILD, MINA) == (None, "ko")


async def test_what_was_read_before_a_choice_is_not_remembered_after_it(storage: Storage) -> None:
    languages = StoredLanguages(storage, Hands())
    asking = asyncio.create_task(languages.chosen(GUILD, MINA))
    await asyncio.sleep(0)

    await choose(storage, "en")
    languages.forget()
    await asking

    assert await languages.chosen(GUILD, MINA) == ("en", "ko")


async def test_one_who_gives_up_waiting_takes_the_answer_from_nobody(storage: Storage) -> None:
    languages = StoredLanguages(storage, Hands())
    impatient = asyncio.create_task(languages.chosen(GUILD, MINA))
    patient = asyncio.create_task(languages.chosen(GUILD, MINA))
    await asyncio.sleep(0)

    impatient.cancel()

    assert await patient == (None, "ko")


async def test_a_fault_is_told_to_everyone_who_waits_and_the_next_asks_anew(
    storage: Storage,
) -> None:
    languages = StoredLanguages(storage, Hands())
    async with storage.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE member_language RENAME TO away")

    waiting = [languages.chosen(GUILD, MemberId(number)) for number in range(3)]
    faults = await asyncio.gather(*waiting, return_exceptions=True)
    async with storage.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE away RENAME TO member_language")

    assert all(isinstance(fault, Exception) for fault in faults)
    assert await languages.chosen(GUILD, MINA) == (None, "ko")

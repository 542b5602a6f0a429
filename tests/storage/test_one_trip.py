"""Statements that take one trip to SQLite's thread behave as those that took four."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.storage import one_trip
from bot.storage.work import Storage

MANY = one_trip.FIRST_ROWS * 2 + 1
ALL = text("SELECT id FROM word ORDER BY id")


@pytest.fixture
async def words(tmp_path: Path) -> AsyncIterator[Storage]:
    """A database with more words than come with a statement."""
    async with Storage(f"sqlite+aiosqlite:///{tmp_path / 'words.db'}") as storage:
        async with storage.work() as work:
            await work.session.execute(
                text("CREATE TABLE word (id INTEGER PRIMARY KEY, said TEXT UNIQUE)")
            )
            rows = [{"said": f"word {number}"} for number in range(MANY)]
            await work.session.execute(text("INSERT INTO word (said) VALUES (:said)"), rows)
            await work.commit()
        yield storage


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went to a connection's thread, in order."""
    went: list[str] = []
    original: Any = one_trip.OneTripConnection._execute

    async def counted(self: one_trip.OneTripConnection, do: Any, *given: Any) -> Any:
        went.append(getattr(do, "__name__", str(do)))
        return await original(self, do, *given)

    monkeypatch.setattr(one_trip.OneTripConnection, "_execute", counted)
    return went


async def test_reading_takes_a_trip_a_statement_and_one_to_end(
    words: Storage, trips: list[str]
) -> None:
    for _ in range(2):
        trips.clear()
        async with words.reading() as work:
            assert await work.session.scalar(text("SELECT said FROM word WHERE id = 1"))
            assert await work.session.scalar(text("SELECT said FROM word WHERE id = 2"))

    assert trips == ["_trip", "_trip", "rollback"]


async def test_a_unit_of_work_in_which_nothing_was_read_takes_no_trip(
    words: Storage, trips: list[str]
) -> None:
    async with words.reading():
        pass
    trips.clear()
    async with words.reading():
        pass
    async with words.reading() as work:
        await work.commit()

    assert trips == []


async def test_what_is_read_stays_as_it_was_when_the_reading_began(words: Storage) -> None:
    count = text("SELECT count(*) FROM word")
    async with words.reading() as reader:
        before = await reader.session.scalar(count)
        async with words.work() as writer:
            await writer.session.execute(text("DELETE FROM word"))
            await writer.commit()
        after = await reader.session.scalar(count)
    async with words.reading() as reader:
        now = await reader.session.scalar(count)

    assert (before, after, now) == (MANY, MANY, 0)


async def test_all_rows_are_found_however_they_are_fetched(words: Storage) -> None:
    async with words.reading() as work:
        at_once = (await work.session.execute(ALL)).scalars().all()
        streamed = [row.id async for row in await work.session.stream(ALL)]
        first = (await work.session.stream(ALL)).scalars()
        some = await first.fetchmany(3)
        await first.close()
        again = await work.session.scalar(text("SELECT count(*) FROM word"))

    assert at_once == streamed == list(range(1, MANY + 1))
    assert some == [1, 2, 3]
    assert again == MANY


async def test_a_fault_is_raised_and_leaves_the_connection_fit_for_use(words: Storage) -> None:
    with pytest.raises(OperationalError, match="no such table"):
        async with words.reading() as work:
            await work.session.execute(text("SELECT 1 FROM nowhere"))
    with pytest.raises(IntegrityError) as twice:
        async with words.work() as work:
            await work.session.execute(text("INSERT INTO word (said) VALUES ('word 1')"))

    assert isinstance(twice.value.orig, sqlite3.IntegrityError)
    async with words.reading() as work:
        assert await work.session.scalar(text("SELECT count(*) FROM word")) == MANY


async def test_it_tells_how_many_rows_changed(words: Storage) -> None:
    async with words.work() as work:
        gone: Any = await work.session.execute(text("DELETE FROM word WHERE id <= 3"))
        assert gone.rowcount == 3
        await work.commit()

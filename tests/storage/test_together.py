"""Many who ask at once are answered by few readings, each by one that began after they asked."""

import asyncio
from collections.abc import AsyncIterator, Collection
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage.together import LARGEST_ROUND, Together
from bot.storage.work import Storage, Work


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Storage]:
    async with Storage(f"sqlite+aiosqlite:///{tmp_path / 'doran.db'}") as storage:
        async with storage.work() as work:
            await work.session.execute(text("CREATE TABLE said (word TEXT)"))
            await work.commit()
        yield storage


def counting(storage: Storage, rounds: list[list[int]]) -> Together[int, int]:
    """Count the words that are stored, whatever the key, noting who was answered together."""

    async def read(work: Work, keys: Collection[int]) -> dict[int, int]:
        rounds.append(sorted(keys))
        count = await work.session.scalar(text("SELECT count(*) FROM said"))
        return dict.fromkeys(keys, count or 0)

    return Together(storage, read, name="counting")


async def say(storage: Storage, word: str) -> None:
    async with storage.work() as work:
        await work.session.execute(text("INSERT INTO said VALUES (:word)"), {"word": word})
        await work.commit()


async def test_those_who_ask_at_once_are_answered_by_one_reading(file: Storage) -> None:
    rounds: list[list[int]] = []
    together = counting(file, rounds)

    found = await asyncio.gather(*(together.of(number % 3) for number in range(50)))

    assert found == [0] * 50
    assert rounds == [[0, 1, 2]]


async def test_whoever_asks_during_a_reading_sees_what_was_said_before_they_asked(
    file: Storage,
) -> None:
    begun = asyncio.Event()

    async def read(work: Work, keys: Collection[int]) -> dict[int, int]:
        count = await work.session.scalar(text("SELECT count(*) FROM said"))
        begun.set()
        return dict.fromkeys(keys, count or 0)

    together = Together(file, read, name="counting")
    first = asyncio.create_task(together.of(1))
    await begun.wait()
    await say(file, "혼잣말")

    assert await together.of(1) == 1
    assert await first == 0


async def test_a_round_is_bounded(file: Storage) -> None:
    rounds: list[list[int]] = []
    together = counting(file, rounds)

    await asyncio.gather(*(together.of(number) for number in range(LARGEST_ROUND + 1)))

    assert [len(each) for each in rounds] == [LARGEST_ROUND, 1]


async def test_a_fault_is_everybody_s_and_the_next_who_asks_is_answered(file: Storage) -> None:
    faulty = True

    async def read(work: Work, keys: Collection[int]) -> dict[int, int]:
        if faulty:
            raise RuntimeError("torn")
        return dict.fromkeys(keys, 7)

    together = Together(file, read, name="torn")
    told = await asyncio.gather(together.of(1), together.of(2), return_exceptions=True)
    faulty = False

    assert [str(each) for each in told] == ["torn", "torn"]
    assert await together.of(1) == 7


async def test_one_who_gives_up_takes_the_answer_from_nobody(file: Storage) -> None:
    together = counting(file, [])
    impatient = asyncio.create_task(together.of(1))
    patient = asyncio.create_task(together.of(1))
    await asyncio.sleep(0)
    impatient.cancel()

    assert await patient == 0
    assert impatient.cancelled()

"""Group commit: durable before it is acknowledged, together, and each with its own faults."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.guilds import service
from bot.ids import MemberId
from bot.storage.batch import LARGEST_BATCH, Batch
from bot.storage.work import Storage, Work


class Refused(Exception):
    """An item that may not be stored."""


class LanguageStore:
    """Stores members' languages; remembers how large each batch was."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    async def __call__(
        self, work: Work, members: Sequence[MemberId]
    ) -> Sequence[MemberId | Exception]:
        self.sizes.append(len(members))
        results: list[MemberId | Exception] = []
        for member in members:
            if member == 13:
                results.append(Refused())
            elif member == 666:
                raise RuntimeError("a fault in the middle of a batch")
            else:
                await service.choose_language(work, member, "en")
                results.append(member)
        return results


async def chosen(storage: Storage, member: int) -> str | None:
    """Return what is stored for ``member``."""
    async with storage.reading() as work:
        return (await service.chosen_languages(work, None, MemberId(member)))[0]


async def test_an_item_is_durable_when_it_is_acknowledged(storage: Storage) -> None:
    batch = Batch(storage, LanguageStore())

    assert await batch.add(MemberId(1)) == 1
    assert await chosen(storage, 1) == "en"


async def test_items_that_arrive_together_share_a_commit(storage: Storage) -> None:
    stored = LanguageStore()
    batch = Batch(storage, stored)

    results = await asyncio.gather(*(batch.add(MemberId(n)) for n in range(1000, 1500)))

    assert results == list(range(1000, 1500))
    assert sum(stored.sizes) == 500
    assert max(stored.sizes) <= LARGEST_BATCH
    assert len(stored.sizes) <= 4
    assert [await chosen(storage, n) for n in (1000, 1250, 1499)] == ["en"] * 3


async def test_a_refusal_reaches_only_its_own_item(storage: Storage) -> None:
    batch = Batch(storage, LanguageStore())

    results = await asyncio.gather(
        *(batch.add(MemberId(n)) for n in (12, 13, 14)), return_exceptions=True
    )

    assert results[0] == 12
    assert isinstance(results[1], Refused)
    assert results[2] == 14
    assert await chosen(storage, 13) is None


async def test_a_fault_fails_its_own_item_and_the_others_are_stored(storage: Storage) -> None:
    batch = Batch(storage, LanguageStore())

    results = await asyncio.gather(
        *(batch.add(MemberId(n)) for n in (665, 666, 667)), return_exceptions=True
    )

    assert results[0] == 665
    assert isinstance(results[1], RuntimeError)
    assert results[2] == 667
    assert [await chosen(storage, n) for n in (665, 666, 667)] == ["en", None, "en"]


async def test_who_stops_waiting_does_not_stop_the_others(storage: Storage) -> None:
    batch = Batch(storage, LanguageStore())
    impatient = asyncio.create_task(batch.add(MemberId(1)))
    patient = asyncio.create_task(batch.add(MemberId(2)))
    await asyncio.sleep(0)
    impatient.cancel()

    assert await patient == 2
    with pytest.raises(asyncio.CancelledError):
        await impatient

"""Group commit: durable before it is acknowledged, together, and each with its own faults."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.guilds import service
from bot.ids import MemberId
from bot.storage import batch as module
from bot.storage.batch import LARGEST_BATCH, Batch
from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work


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


class Blocked:
    """Stores languages once the database takes something again, after ``times`` refusals."""

    def __init__(self, fault: type[StorageBusy | StorageUnwritable], times: int) -> None:
        self.fault = fault
        self.left = times
        self.stored = LanguageStore()
        self.refused = asyncio.Event()

    async def __call__(
        self, work: Work, members: Sequence[MemberId]
    ) -> Sequence[MemberId | Exception]:
        if self.left > 0:
            self.left -= 1
            self.refused.set()
            raise self.fault
        return await self.stored(work, members)


@pytest.mark.parametrize("fault", [StorageBusy, StorageUnwritable])
async def test_what_cannot_be_stored_now_is_tried_again_where_that_is_wanted(
    storage: Storage, fault: type[StorageBusy | StorageUnwritable], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE_S", 0.0)
    blocked = Blocked(fault, times=3)
    batch = Batch(storage, blocked, tries_again=True)

    results = await asyncio.gather(*(batch.add(MemberId(n)) for n in (1, 2, 3)))

    assert results == [1, 2, 3]
    assert blocked.stored.sizes == [3]
    assert await chosen(storage, 3) == "en"


async def test_what_cannot_be_stored_now_is_told_where_nobody_tries_again(
    storage: Storage,
) -> None:
    blocked = Blocked(StorageBusy, times=2)
    batch = Batch(storage, blocked)

    results = await asyncio.gather(
        *(batch.add(MemberId(n)) for n in (1, 2)), return_exceptions=True
    )

    # Together, then each by itself: the first of them found the database busy once more.
    assert isinstance(results[0], StorageBusy)
    assert results[1] == 2


async def test_a_fault_of_ours_is_not_tried_for_ever(storage: Storage) -> None:
    batch = Batch(storage, LanguageStore(), tries_again=True)

    results = await asyncio.gather(
        *(batch.add(MemberId(n)) for n in (665, 666, 667)), return_exceptions=True
    )

    assert [type(each) for each in results] == [int, RuntimeError, int]


async def test_who_stops_waiting_ends_the_trying(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE_S", 0.0)
    blocked = Blocked(StorageUnwritable, times=10**9)
    batch = Batch(storage, blocked, tries_again=True)
    waiting = asyncio.create_task(batch.add(MemberId(1)))
    await blocked.refused.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    blocked.left = 0

    assert await batch.add(MemberId(2)) == 2
    assert blocked.stored.sizes == [1]
    assert await chosen(storage, 1) is None

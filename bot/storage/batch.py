"""Group commit: what arrives while the disk is busy is stored together in the next transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

import structlog

from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.storage")

Item = TypeVar("Item")
Result = TypeVar("Result")

# Bounds how long one transaction holds the writer's turn, and how many values a statement carries.
LARGEST_BATCH = 200
PAUSE_S = 1.0

Store = Callable[[Work, Sequence[Item]], Awaitable[Sequence[Result | Exception]]]
_Waiting = tuple[Item, asyncio.Future[Result]]


class Batch(Generic[Item, Result]):
    """Stores items that arrive at the same time in one transaction and one commit.

    An item is acknowledged (``add`` returns) only after the commit that made it durable. While one
    batch commits, the next gathers; a lone item waits for nobody. One item's fault fails no other.
    """

    def __init__(
        self, storage: Storage, store: Store[Item, Result], *, tries_again: bool = False
    ) -> None:
        """Write with ``store``, which returns for each item its result, or why it was refused.

        While the database is busy or takes nothing, an item's ``add`` raises that; with
        ``tries_again`` it waits until the item is stored, for whom nothing else will do.
        """
        self._storage = storage
        self._store = store
        self._tries_again = tries_again
        self._waiting: list[_Waiting[Item, Result]] = []
        self._writer: asyncio.Task[None] | None = None

    async def add(self, item: Item) -> Result:
        """Store ``item``; return once it is durable.

        Raises:
            Exception: whatever ``store`` returned or raised for this item.
        """
        stored: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, stored))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        return await stored

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = (
                self._waiting[:LARGEST_BATCH],
                self._waiting[LARGEST_BATCH:],
            )
            # Whoever stopped waiting is not told, so that nothing has to be stored for them.
            batch = [each for each in batch if not each[1].done()]
            if batch and not await self._write(batch):
                # One item's fault must not fail the others: each by itself, then.
                for lone in batch:
                    await self._write([lone])

    async def _write(self, batch: list[_Waiting[Item, Result]]) -> bool:
        """Store ``batch``; return False where a fault leaves its items to be tried one by one."""
        try:
            async with self._storage.work() as work:
                results = await self._store(work, [item for item, _ in batch])
                await work.commit()
        except Exception as fault:  # handed to whoever waits for the item
            if self._tries_again and isinstance(fault, StorageBusy | StorageUnwritable):
                await self._put_off(batch, fault)
                return True
            if len(batch) > 1:
                return False
            results = [fault]
        for (_, stored), result in zip(batch, results, strict=True):
            if stored.done():
                continue
            if isinstance(result, Exception):
                stored.set_exception(result)
            else:
                stored.set_result(result)
        return True

    async def _put_off(self, batch: list[_Waiting[Item, Result]], fault: Exception) -> None:
        log.error("not stored yet", fault=type(fault).__name__, waiting=len(batch))
        self._waiting = [*batch, *self._waiting]
        await asyncio.sleep(PAUSE_S)

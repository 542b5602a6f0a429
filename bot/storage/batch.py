"""Group commit: what arrives while the disk is busy is stored together in the next transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from bot.storage.work import Storage, Work

Item = TypeVar("Item")
Result = TypeVar("Result")

# Bounds how long one transaction holds the writer's turn, and how many values a statement carries.
LARGEST_BATCH = 200

Store = Callable[[Work, Sequence[Item]], Awaitable[Sequence[Result | Exception]]]


class Batch(Generic[Item, Result]):
    """Stores items that arrive at the same time in one transaction and one commit.

    An item is acknowledged (``add`` returns) only after the commit that made it durable. While one
    batch commits, the next gathers; a lone item waits for nobody.
    """

    def __init__(self, storage: Storage, store: Store[Item, Result]) -> None:
        """Write with ``store``, which returns for each item its result, or why it was refused."""
        self._storage = storage
        self._store = store
        self._waiting: list[tuple[Item, asyncio.Future[Result]]] = []
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
            if not await self._write(batch):
                # One item's fault must not fail the others: each by itself, then.
                for lone in batch:
                    await self._write([lone])

    async def _write(self, batch: list[tuple[Item, asyncio.Future[Result]]]) -> bool:
        """Store ``batch``; return False where a fault leaves its items to be tried one by one."""
        try:
            async with self._storage.work() as work:
                results = await self._store(work, [item for item, _ in batch])
                await work.commit()
        except Exception as fault:  # handed to whoever waits for the item
            if len(batch) > 1:
                return False
            results = [fault]
        for (_, stored), result in zip(batch, results, strict=True):
            if stored.cancelled():
                continue
            if isinstance(result, Exception):
                stored.set_exception(result)
            else:
                stored.set_result(result)
        return True

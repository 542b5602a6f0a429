"""Group commit: what several tasks want to store at the same time goes into one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.posts")

Wish = TypeVar("Wish")
Granted = TypeVar("Granted")
# While nothing can be stored, nothing may be sent: wait and try again.
PAUSE_S = 1.0


@dataclass(eq=False)
class _Waiting(Generic[Wish, Granted]):
    wish: Wish
    granted: Granted | None = None
    done: bool = False


class GroupCommit(Generic[Wish, Granted]):
    """Whoever gets the turn stores everything that waits by then; the others find it done."""

    def __init__(
        self,
        storage: Storage,
        store: Callable[[Work, Sequence[Wish]], Awaitable[Sequence[Granted]]],
    ) -> None:
        """Store wishes with ``store``, which returns one result for each, in order."""
        self._storage = storage
        self._store = store
        self._turn = asyncio.Lock()
        self._waiting: list[_Waiting[Wish, Granted]] = []

    async def __call__(self, wish: Wish) -> Granted | None:
        """Return the result for ``wish`` once it is durable; tried again until it is."""
        mine: _Waiting[Wish, Granted] = _Waiting(wish)
        self._waiting.append(mine)
        try:
            while not mine.done:
                async with self._turn:
                    if not mine.done:
                        await self._commit_for(mine)
                if not mine.done:
                    await asyncio.sleep(PAUSE_S)
        finally:
            if mine in self._waiting:
                self._waiting.remove(mine)
        return mine.granted

    async def _commit_for(self, mine: _Waiting[Wish, Granted]) -> None:
        batch = list(self._waiting)
        try:
            await self._commit(batch)
        except (StorageBusy, StorageUnwritable) as fault:
            log.error("posts not stored yet", fault=type(fault).__name__, waiting=len(batch))
        except Exception:
            if batch == [mine]:
                raise
            # Whichever wish it was, it must not take the others along.
            await self._commit([mine])

    async def _commit(self, batch: list[_Waiting[Wish, Granted]]) -> None:
        async with self._storage.work() as work:
            results = await self._store(work, [each.wish for each in batch])
            await work.commit()
        for each, result in zip(batch, results, strict=True):
            each.granted, each.done = result, True
            self._waiting.remove(each)

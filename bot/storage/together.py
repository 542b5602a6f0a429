"""Reads that many need at the same instant, done once for all of them."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Hashable, Mapping
from typing import Generic, TypeVar

from bot.storage.work import Storage, Work

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")

# Bounds how many values a statement carries (SQLite's default limit is 32,766 since 3.32).
LARGEST_ROUND = 1_000

Read = Callable[[Work, Collection[Key]], Awaitable[Mapping[Key, Found]]]


class Together(Generic[Key, Found]):
    """Looks up together what is asked for while it is busy looking up.

    A lone asker waits for nobody. Whoever asks is answered by a reading that began afterwards, so
    that they see all that was committed before they asked.
    """

    def __init__(self, storage: Storage, read: Read[Key, Found], *, name: str) -> None:
        """Read from ``storage`` with ``read``, which finds something for each key it is given."""
        self._storage = storage
        self._read = read
        self._name = name
        self._asking: dict[Key, asyncio.Future[Found]] = {}
        self._reader: asyncio.Task[None] | None = None

    async def of(self, key: Key) -> Found:
        """Return what there is for ``key``.

        Raises:
            Exception: whatever the reading raised, for everybody who was part of it.
        """
        if key not in self._asking:
            self._asking[key] = asyncio.get_running_loop().create_future()
        answer = self._asking[key]
        if self._reader is None or self._reader.done():
            self._reader = asyncio.create_task(self._read_all(), name=self._name)
        # Whoever gives up waiting must not take the answer from the others.
        return await asyncio.shield(answer)

    async def _read_all(self) -> None:
        while self._asking:
            keys = list(self._asking)[:LARGEST_ROUND]
            asking = {key: self._asking.pop(key) for key in keys}
            try:
                async with self._storage.reading() as work:
                    found = await self._read(work, keys)
                    answers = {key: found[key] for key in keys}
            except Exception as fault:  # handed to everybody who waits for it
                for answer in asking.values():
                    answer.set_exception(fault)
                    answer.exception()  # one who gave up waiting leaves it unread
                continue
            # Not before the transaction has ended: nobody must close the database under it.
            for key, answer in asking.items():
                answer.set_result(answers[key])

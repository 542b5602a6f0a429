"""Has open posts show how many have answered: seldom, however fast the answers come."""

import asyncio
from collections.abc import Awaitable, Callable, Collection

import structlog

from bot.ids import GuildId
from bot.quiz import service
from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.quiz")

# Answers that come within this time are counted together; the editor spaces the edits themselves.
SPELL_S = 0.5
# Asks for the posts of these to be drawn anew, each by its server and number.
Show = Callable[[Work, Collection[tuple[GuildId, int]]], Awaitable[None]]


class LiveCounts:
    """Gathers which items got answers, and asks for their posts to be drawn anew together.

    What a crash leaves unasked, the next answer or the closing shows: nothing of it is kept.
    """

    def __init__(
        self,
        storage: Storage,
        wake: Callable[[], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        show: Show = service.show_count,
    ) -> None:
        """Ask in ``storage`` with ``show``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._wake = wake
        self._sleep = sleep
        self._ask = show
        self._touched: set[tuple[GuildId, int]] = set()
        self._task: asyncio.Task[None] | None = None

    def touched(self, guild: GuildId, asked: int) -> None:
        """Note that the asked item got an answer."""
        self._touched.add((guild, asked))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._show(), name="quiz-counts")

    async def stop(self) -> None:
        """Ask for nothing more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _show(self) -> None:
        while self._touched:
            await self._sleep(SPELL_S)
            touched, self._touched = self._touched, set()
            try:
                async with self._storage.work() as work:
                    await self._ask(work, touched)
                    await work.commit()
            except (StorageBusy, StorageUnwritable) as fault:
                log.warning("count not shown", fault=type(fault).__name__)
            else:
                self._wake()

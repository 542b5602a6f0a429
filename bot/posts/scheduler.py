"""One task: sleeps until something is due, claims it, has it sent; settles what a crash left."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.posts import store
from bot.posts.editor import Editor
from bot.posts.redrawing import Redrawing
from bot.posts.sender import Sender
from bot.posts.shards import Shards
from bot.posts.sources import Source, Sources
from bot.storage.alone import alone
from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.posts")

# A clock that was set, or a machine that slept, is noticed within this time; it asks no database.
CLOCK_POLL = timedelta(minutes=1)
# After a fault, the database is asked again so much later; where nothing is due soon, after IDLE.
AGAIN = timedelta(minutes=1)
IDLE = timedelta(hours=6)
# A breath between passes, so that no source that never finishes can take the whole process.
LEAST = timedelta(milliseconds=100)
BATCH = 500


class Worker(Protocol):
    """Something else with work that becomes due, such as errands."""

    on_change: Callable[[], None]

    async def start_due(self) -> None:
        """Start on what is due; it calls ``on_change`` when it is to be looked at again."""
        ...

    async def next_try(self, work: Work) -> datetime | None:
        """Return when something is due next; None: nothing, or it is under way."""
        ...

    async def stop(self) -> None:
        """End soon; what is not done is found again at the next start."""
        ...


class Scheduler:
    """Drives the sources, the sender, the editor and other workers."""

    def __init__(
        self,
        storage: Storage,
        sources: Sources,
        sender: Sender,
        editor: Editor,
        clock: Clock,
        workers: Sequence[Worker] = (),
        shards: Shards | None = None,
    ) -> None:
        """Be ready to start; ``shards`` that others look after are left to them."""
        self._task: asyncio.Task[None] | None = None
        self._storage = storage
        self._sources = sources
        self._sender = sender
        self._editor = editor
        self._clock = clock
        self._asleep = False
        self._woken = False
        self._stopped = False
        self._settled = False
        self._looked_at: datetime | None = None
        self._shards = shards or Shards(storage, clock)
        self._redrawing = Redrawing(storage, sources, editor, self._shards)
        self._redrawing.on_change = sender.on_change = self.wake
        self._workers: list[Worker] = []
        for worker in workers:
            self.add(worker)

    def add(self, worker: Worker) -> None:
        """Drive ``worker`` as well."""
        worker.on_change = self.wake
        self._workers.append(worker)

    def start(self) -> None:
        """Begin, once connected; called again after a reconnect it looks at everything anew."""
        if self._task is None and not self._stopped:
            self._task = asyncio.create_task(self._live(), name="scheduler")
        else:
            self.wake()

    def wake(self) -> None:
        """Look at once: something was claimed, planned or changed."""
        self._woken = True
        if self._asleep and self._task is not None:
            self._asleep = False
            self._task.cancel()

    @property
    def asleep(self) -> bool:
        """Tell whether it waits for the next thing to be due."""
        return self._asleep

    @property
    def looked_at(self) -> datetime | None:
        """When it last looked whether something is due, which it does every minute."""
        return self._looked_at

    async def stop(self) -> None:
        """End: no new posts; what is on its way may arrive, and waiting edits are made."""
        self._stopped = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._sender.stop()
        for worker in self._workers:
            await worker.stop()
        await self._editor.flush()
        try:
            await self._shards.give_back()
        except Exception:
            # The database is gone, perhaps; the leases then lapse by themselves.
            log.exception("shards not given back")

    async def _live(self) -> None:
        while True:
            self._woken = False
            until = await self._pass_safely()
            while not self._woken and (left := until - self._note_look()) > timedelta(0):
                await self._sleep(min(left, CLOCK_POLL))

    def _note_look(self) -> datetime:
        self._looked_at = self._clock.now()
        return self._looked_at

    async def _sleep(self, pause: timedelta) -> None:
        self._asleep = True
        try:
            await asyncio.sleep(pause.total_seconds())
        except asyncio.CancelledError:
            # Woken, not ended: the cancelling was only of this sleep.
            if not self._woken or self._stopped:
                raise
            task = asyncio.current_task()
            if task is not None:
                task.uncancel()
        finally:
            self._asleep = False

    async def _pass_safely(self) -> datetime:
        try:
            return await self.look()
        except (StorageBusy, StorageUnwritable) as fault:
            log.warning("schedule waits for the database", fault=type(fault).__name__)
        except Exception:
            # The one task that everything hangs on: it logs, and looks again a minute later.
            log.exception("schedule pass failed")
        return self._clock.now() + AGAIN

    async def look(self) -> datetime:
        """Do what is due; return until when there is nothing more to do."""
        await self._shards.renew()
        if not self._settled:
            await self._settle()
        for source in self._sources:
            await self.claim_due(source)
        await self._redrawing.start_wanted()
        await self._sender.start_due()
        for worker in self._workers:
            await worker.start_due()
        async with self._storage.reading() as work:
            moments = [await source.earliest(work) for source in self._sources]
            moments.append(await self._sender.next_try(work))
            moments += [await worker.next_try(work) for worker in self._workers]
        now = self._clock.now()
        moments.append(self._shards.next_renewal(now))
        return max(min(at for at in (*moments, now + IDLE) if at), now + LEAST)

    async def _settle(self) -> None:
        # Whatever is `sending` before our first pass was begun by a process that is gone; where
        # there are several, the leases tell whose it was.
        if self._shards.alone:
            async with self._storage.work() as work:
                await store.settle_soon(work, self._clock.now())
                await work.commit()
        self._settled = True

    async def claim_due(self, source: Source) -> None:
        """Claim everything of ``source`` whose time has come, a batch a transaction."""
        while True:
            now = self._clock.now()
            async with self._storage.reading() as work:
                earliest = await source.earliest(work)
            if earliest is None or earliest > now:
                return
            async with self._storage.work() as work:
                # Two processes that find the same due would decide it twice.
                await alone(work, f"source {source.kind}")
                claims = await source.due(work, now, BATCH)
                posts = await store.claim(work, claims)
                await work.commit()
            log.info("claimed", kind=source.kind, posts=len(posts))
            if not claims:
                return

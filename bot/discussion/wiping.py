"""Wipes the bytes of destroyed keys from the database's files, again until it worked."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.discussion.store import keys
from bot.storage.forgetting import forget_deleted
from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.discussion")

# Another connection that reads an older state holds the log for a moment.
AGAIN = timedelta(seconds=5)


class Wiping:
    """Watches for discussions whose key was destroyed; driven by the scheduler."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        """Wipe what ``storage`` deleted."""
        self._storage = storage
        self._clock = clock
        self.on_change: Callable[[], None] = lambda: None

    async def start_due(self) -> None:
        """Wipe at once what is due: it takes some milliseconds."""
        now = self._clock.now()
        async with self._storage.reading() as work:
            due = await keys.to_scrub(work)
        if due is None or due > now:
            return
        try:
            wiped = await forget_deleted(self._storage)
            async with self._storage.work() as work:
                if wiped:
                    await keys.scrubbed(work, now)
                else:
                    await keys.scrub_later(work, now + AGAIN)
                await work.commit()
        except (StorageBusy, StorageUnwritable) as fault:
            log.warning("deleted keys not wiped yet", fault=type(fault).__name__)
            return
        log.info("deleted keys wiped" if wiped else "deleted keys not wiped yet")

    async def next_try(self, work: Work) -> datetime | None:
        """Return when there is something to wipe."""
        return await keys.to_scrub(work)

    async def stop(self) -> None:
        """Do nothing: what is not wiped is wiped after the next start."""

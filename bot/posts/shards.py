"""The shards that this process looks after: its own, and those of processes that are gone."""

import secrets
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.posts.share import ALL, Share
from bot.posts.store import leases
from bot.storage.work import Storage

log = structlog.get_logger("doran.posts")

# How long a process is believed to live that says nothing: short of the two minutes in which
# Discord surely knows a nonce again, so that whoever takes over can send again without doubling.
SILENCE = timedelta(seconds=30)
RENEWED_EVERY = timedelta(seconds=5)


class Shards:
    """Renews this process's leases; what it holds by them is its ``share``.

    Whether two processes believe the same for a moment costs nothing but a look: each post is begun
    under a lock on its row. A process that runs alone needs no lease, and writes none.
    """

    def __init__(self, storage: Storage, clock: Clock, own: Share = ALL) -> None:
        """Look after ``own``."""
        self._storage = storage
        self._own = own
        self._clock = clock
        self._taken = self._replaced = False
        self._renewed: datetime | None = None
        # A word that no other process calls itself by, nor this one after its next start.
        self.process = secrets.token_hex(8)
        self.share = own

    @property
    def alone(self) -> bool:
        """Tell whether there is no other process to share with."""
        return self._own.is_all

    def next_renewal(self, now: datetime) -> datetime | None:
        """Return when to renew the leases next; None: never."""
        return None if self.alone or self._replaced else now + RENEWED_EVERY

    async def renew(self) -> None:
        """Hold on to what is held, take over from the dead, and settle what they began."""
        if self.alone or self._replaced:
            return
        now = self._clock.now()
        if self._renewed is not None and now - self._renewed < RENEWED_EVERY / 2:
            return
        until = now + SILENCE
        async with self._storage.work() as work:
            if not self._taken:
                await leases.take(work, self.process, self._own, until)
            held = await leases.renew(work, self.process, self._own, now, until)
            self._replaced = not self._own.shards <= held
            if self._replaced:
                await leases.give_back(work, self.process, now)
            share = self._own.with_shards(() if self._replaced else held)
            await leases.settle_left(work, self.process, share, now)
            await work.commit()
        if share != self.share:
            self._tell(share)
        self.share, self._renewed, self._taken = share, now, True

    async def give_back(self) -> None:
        """Let the others take over at once."""
        if self.alone or not self._taken:
            return
        async with self._storage.work() as work:
            await leases.give_back(work, self.process, self._clock.now())
            await work.commit()

    def _tell(self, share: Share) -> None:
        if self._replaced:
            log.error("another process runs the same shards; this one posts nothing")
        else:
            log.warning("shards looked after", shards=sorted(share.shards))

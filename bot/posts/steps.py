"""Keeps how far each post came, many in one commit, and tells whose post it is of its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.posts import notices, store
from bot.posts.model import LONGEST_RETRY, Post, State
from bot.posts.outcomes import Refused, Why
from bot.posts.shards import Shards
from bot.posts.sources import Source, Sources
from bot.posts.store import leases
from bot.storage.batch import Batch
from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.posts")


@dataclass(frozen=True, slots=True)
class Step:
    """How a post stands after an attempt or a search, and what Discord refused, if it did."""

    post: Post
    refused: Refused | None = None


class Steps:
    """Stores the steps of posts; while nothing can be stored, nothing may be sent."""

    def __init__(self, storage: Storage, sources: Sources, clock: Clock, shards: Shards) -> None:
        """Keep them in ``storage``; ``shards`` says who begins them."""
        self._shards = shards
        self._storage = storage
        self._sources = sources
        self._clock = clock
        self._begun = Batch(storage, self._store_begun, tries_again=True)
        self._kept = Batch(storage, self._store_steps, tries_again=True)

    async def begin(self, before: Post, begun: Post) -> Post | None:
        """Store that an attempt begins; None: ``before`` was closed by somebody else."""
        return await self._begun.add((before, begun))

    async def keep(self, step: Step) -> None:
        """Store how a post stands after an attempt or a search."""
        await self._kept.add(step)

    async def _store_begun(
        self, work: Work, wishes: Sequence[tuple[Post, Post]]
    ) -> list[Post | None]:
        still_open = await store.still_open(work, [before for before, _ in wishes])
        begun = [after if after.id in still_open else None for _, after in wishes]
        ours = [post for post in begun if post]
        await store.record(work, ours)
        if ours and not self._shards.alone:
            await leases.hold(work, [post.id for post in ours], self._shards.process)
        return begun

    async def _store_steps(self, work: Work, steps: Sequence[Step]) -> list[None]:
        await store.record(work, [step.post for step in steps])
        now = self._clock.now()
        for step in steps:
            source = self._sources.of(step.post)
            if source is None:
                continue
            if step.refused is not None:
                await source.refused(work, step.post, step.refused, now)
            if step.post.state is State.UNCERTAIN:
                await notices.tell_uncertain(work, step.post, now)
            if step.post.state is State.MISSED and step.post.reason == Why.LATE:
                await source.missed(work, [step.post], now)
        return [None] * len(steps)

    async def look_later(self, post: Post) -> None:
        """Try ``post`` again later; how far it came before the fault is as the ledger says."""
        at = self._clock.now() + LONGEST_RETRY
        try:
            async with self._storage.work() as work:
                await store.look_later(work, post.id, at, Why.FAULT)
                await work.commit()
        except (StorageBusy, StorageUnwritable):
            log.warning("post not put off", post=post.id)

    async def miss_late(self, now: datetime) -> None:
        """Give up every post whose time is over, and tell its source."""
        async with self._storage.work() as work:
            posts = await store.miss_late(work, now, Why.LATE)
            by_source: dict[Source, list[Post]] = {}
            for post in posts:
                if source := self._sources.of(post):
                    by_source.setdefault(source, []).append(post)
            for source, missed in by_source.items():
                await source.missed(work, missed, now)
            await work.commit()
        log.warning("posts missed", count=len(posts))

"""Sends what is due: one post at a time to a channel, all at one pace, each step kept."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say, voice
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId
from bot.posts import notices, store
from bot.posts.commits import GroupCommit
from bot.posts.delivery import Delivery, Failure
from bot.posts.model import LONGEST_RETRY, Post, State
from bot.posts.outcomes import (
    Refused,
    Sending,
    Unknown,
    Why,
    after_searching,
    after_sending,
)
from bot.posts.pace import Pace
from bot.posts.search import Search
from bot.posts.sources import Source, Sources
from bot.storage.work import Storage, StorageBusy, StorageUnwritable, Work

log = structlog.get_logger("doran.posts")

MAX_IN_FLIGHT = 64
# discord.py repeats a failing request for up to 25 s by itself, with the same nonce.
ATTEMPT_S = 60.0
LAST_MOMENTS_S = 5.0


@dataclass(frozen=True, slots=True)
class Step:
    """How a post stands after an attempt or a search, and what Discord refused, if it did."""

    post: Post
    refused: Refused | None = None


class Sender:
    """Carries each open post to its end, and tells ``on_change`` when it is to be looked at."""

    def __init__(
        self, storage: Storage, sources: Sources, delivery: Delivery, clock: Clock, pace: Pace
    ) -> None:
        """Send what ``sources`` claimed."""
        self._storage = storage
        self._sources = sources
        self._delivery = delivery
        self._clock = clock
        self._pace = pace
        self._search = Search(storage, delivery, pace)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._channels: dict[int, ChannelId] = {}
        self._begin = GroupCommit(storage, self._store_begun)
        self._record = GroupCommit(storage, self._store_steps)
        self._left_over = False
        self.on_change: Callable[[], None] = lambda: None

    async def start_due(self) -> None:
        """Start on every post whose time has come, as far as there is room."""
        now = self._clock.now()
        room = MAX_IN_FLIGHT - len(self._tasks)
        async with self._storage.reading() as work:
            begun = await store.in_flight(work)
            busy = {post.claim.channel for post in begun if post.claim.channel}
            busy |= set(self._channels.values())
            fresh = await store.waiting(
                work, now, MAX_IN_FLIGHT + 1, but=self._tasks, channels=busy
            )
        if any(post.is_late(now) for post in fresh):
            await self._miss_late(now)
        unsettled = [p for p in begun if p.id not in self._tasks and _is_due(p, now)]
        due = [*unsettled, *(post for post in fresh if not post.is_late(now))]
        started = 0
        places = {_place(post) for post in begun if post not in unsettled}
        for post in due:
            if started == room:
                break
            if _place(post) not in places:
                places.add(_place(post))
                self._start(post)
                started += 1
        self._left_over = started < len(due)

    async def next_try(self, work: Work) -> datetime | None:
        """Return when a post wants to be looked at that is not on its way already."""
        begun = await store.in_flight(work)
        busy = {post.claim.channel for post in begun if post.claim.channel}
        busy |= set(self._channels.values())
        # What there was no room for is looked at when a task ends, not by asking again and again.
        return await store.next_try(
            work, but=self._tasks, channels=busy, claimed=not self._left_over
        )

    async def stop(self) -> None:
        """Let attempts end for a few seconds; the ledger tells the next start of the others."""
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=LAST_MOMENTS_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, post: Post) -> None:
        task = asyncio.create_task(self._carry_safely(post), name=f"post-{post.id}")
        self._tasks[post.id] = task
        if post.claim.channel:
            self._channels[post.id] = post.claim.channel

    async def _carry_safely(self, post: Post) -> None:
        wake = True
        try:
            settled = await self._carry(post)
            wake = settled is None or settled.state.is_open
        except Exception:
            # A fault of ours with one post: the others go on, and this one is tried again later.
            log.exception("post not carried", post=post.id, kind=post.claim.kind)
            await self._look_later(post)
        finally:
            self._tasks.pop(post.id, None)
            self._channels.pop(post.id, None)
        # With room again, also posts to the same channel may be waiting, which nobody counted.
        if wake or len(self._tasks) <= MAX_IN_FLIGHT // 2:
            self.on_change()

    async def _carry(self, post: Post) -> Post | None:
        """Take ``post`` as far as it goes now; None: it was closed by somebody else."""
        source = self._sources.of(post)
        if source is None:
            # Written by a newer version; this one leaves it until its time is over.
            return await self._keep(Step(post.put_off(self._clock.now(), Why.UNKNOWN_KIND)))
        screen = source.render(post, await self._voice(post.claim.guild))
        channel = await self._channel(post)
        if not isinstance(channel, int):
            return await self._keep(self._not_opened(post, channel))
        proven = post.state is State.CLAIMED
        if not proven:
            found = await self._search.find(post, channel, screen)
            step = after_searching(post, found, self._clock.now())
            if isinstance(step, Post):
                return await self._keep(Step(step, found if isinstance(found, Refused) else None))
            proven = step.searched and not post.may_repeat(self._clock.now())
        anchor = self._delivery.newest(channel)
        begun = await self._begin((post, post.begun(self._clock.now(), anchor)))
        if begun is None:
            return None
        outcome = await self._attempt(begun, channel, screen)
        settled = after_sending(begun, outcome, self._clock.now(), proven=proven)
        return await self._keep(Step(settled, outcome if isinstance(outcome, Refused) else None))

    async def _channel(self, post: Post) -> ChannelId | Failure:
        if post.claim.channel is not None:
            return post.claim.channel
        if post.claim.member is None:
            return Refused(Why.PRIVATE_CLOSED)
        await self._pace.turn()
        return await self._delivery.channel_to(post.claim.member)

    def _not_opened(self, post: Post, failure: Failure) -> Step:
        now = self._clock.now()
        if isinstance(failure, Refused):
            ended = post.missed(failure.why) if post.state is State.CLAIMED else None
            return Step(ended or post.uncertain(failure.why), failure)
        return Step(post.put_off(now, Why.UNREACHABLE))

    async def _attempt(self, post: Post, channel: ChannelId, screen: Screen) -> Sending:
        await self._pace.turn()
        try:
            async with asyncio.timeout(ATTEMPT_S):
                return await self._delivery.send(
                    channel, screen, nonce=post.nonce, silent=post.claim.silent
                )
        except TimeoutError:
            return Unknown("no answer")

    async def _voice(self, guild: GuildId) -> Say:
        async with self._storage.reading() as work:
            return voice((await guilds.settings(work, guild)).language)

    async def _keep(self, step: Step) -> Post:
        await self._record(step)
        if step.post.state is State.SENT:
            log.info("posted", post=step.post.id, kind=step.post.claim.kind)
        else:
            log.warning(
                "not posted", post=step.post.id, state=step.post.state, why=step.post.reason
            )
        return step.post

    async def _store_begun(
        self, work: Work, wishes: Sequence[tuple[Post, Post]]
    ) -> list[Post | None]:
        still_open = await store.still_open(work, [before for before, _ in wishes])
        begun = [after if after.id in still_open else None for _, after in wishes]
        await store.record(work, [post for post in begun if post])
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

    async def _look_later(self, post: Post) -> None:
        """Try ``post`` again later; how far it came before the fault is as the ledger says."""
        at = self._clock.now() + LONGEST_RETRY
        try:
            async with self._storage.work() as work:
                await store.look_later(work, post.id, at, Why.FAULT)
                await work.commit()
        except (StorageBusy, StorageUnwritable):
            log.warning("post not put off", post=post.id)

    async def _miss_late(self, now: datetime) -> None:
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


def _is_due(post: Post, now: datetime) -> bool:
    return post.next_try is not None and post.next_try <= now


def _place(post: Post) -> tuple[str, int | None]:
    claim = post.claim
    return ("channel", claim.channel) if claim.channel else ("member", claim.member)

"""Sends what is due: one post at a time to a channel, all at one pace, each step kept."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say, voice
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId
from bot.posts import store
from bot.posts.delivery import Delivery, Failure
from bot.posts.model import Post, State
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
from bot.posts.shards import Shards
from bot.posts.sources import Sources
from bot.posts.steps import Step, Steps
from bot.storage.work import Storage, Work

log = structlog.get_logger("doran.posts")

MAX_IN_FLIGHT = 64
# discord.py repeats a failing request for up to 25 s by itself, with the same nonce.
ATTEMPT_S = 60.0
LAST_MOMENTS_S = 5.0


class Sender:
    """Carries each open post to its end, and tells ``on_change`` when it is to be looked at."""

    def __init__(
        self,
        storage: Storage,
        sources: Sources,
        delivery: Delivery,
        clock: Clock,
        pace: Pace,
        shards: Shards | None = None,
    ) -> None:
        """Send what ``sources`` claimed for the servers of ``shards``."""
        self._shards = shards or Shards(storage, clock)
        self._storage = storage
        self._sources = sources
        self._delivery = delivery
        self._clock = clock
        self._pace = pace
        self._search = Search(storage, delivery, pace)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._channels: dict[int, ChannelId] = {}
        self._steps = Steps(storage, sources, clock, self._shards)
        self._left_over = False
        self.on_change: Callable[[], None] = lambda: None

    async def start_due(self) -> None:
        """Start on every post whose time has come, as far as there is room."""
        now = self._clock.now()
        room = MAX_IN_FLIGHT - len(self._tasks)
        async with self._storage.reading() as work:
            share = self._shards.share
            begun = await store.in_flight(work, share)
            busy = {post.claim.channel for post in begun if post.claim.channel}
            busy |= set(self._channels.values())
            fresh = await store.waiting(
                work, now, MAX_IN_FLIGHT + 1, but=self._tasks, channels=busy, share=share
            )
        if any(post.is_late(now) for post in fresh):
            await self._steps.miss_late(now)
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
        share = self._shards.share
        begun = await store.in_flight(work, share)
        busy = {post.claim.channel for post in begun if post.claim.channel}
        busy |= set(self._channels.values())
        # What there was no room for is looked at when a task ends, not by asking again and again.
        return await store.next_try(
            work, but=self._tasks, channels=busy, claimed=not self._left_over, share=share
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
            await self._steps.look_later(post)
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
        anchor = await self._anchor(channel)
        if not isinstance(anchor, int):
            return await self._keep(self._not_opened(post, anchor))
        begun = await self._steps.begin(post, post.begun(self._clock.now(), anchor))
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

    async def _anchor(self, channel: ChannelId) -> int | Failure:
        known = self._delivery.newest(channel)
        if known != channel or self._shards.alone:
            return known
        # Another process's shard, taken over: what is newest there has not been heard of here.
        await self._pace.turn()
        return await self._delivery.newest_there(channel)

    def _not_opened(self, post: Post, failure: Failure) -> Step:
        now = self._clock.now()
        if isinstance(failure, Refused):
            ended = post.missed(failure.why) if post.state is State.CLAIMED else None
            return Step(ended or post.uncertain(failure.why), failure)
        return Step(post.put_off(now, Why.UNREACHABLE))

    async def _attempt(self, post: Post, channel: ChannelId, screen: Screen) -> Sending:
        await self._pace.turn()
        if post.next_try is None or self._clock.now() >= post.next_try:
            # This process stood still for so long that another may have taken the post over.
            return Unknown("late to its own attempt")
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
        await self._steps.keep(step)
        if step.post.state is State.SENT:
            log.info("posted", post=step.post.id, kind=step.post.claim.kind)
        else:
            log.warning(
                "not posted", post=step.post.id, state=step.post.state, why=step.post.reason
            )
        return step.post


def _is_due(post: Post, now: datetime) -> bool:
    return post.next_try is not None and post.next_try <= now


def _place(post: Post) -> tuple[str, int | None]:
    claim = post.claim
    return ("channel", claim.channel) if claim.channel else ("member", claim.member)

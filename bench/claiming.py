"""10,000 servers due in the same minute: how fast they are claimed, and their posts sent."""

import asyncio
import logging
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import event

from bot.discord_ui.screens import Screen
from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts import store
from bot.posts.announce import store as announcements
from bot.posts.announce.model import Announcement, Standing, weekly
from bot.posts.announce.service import claim_of
from bot.posts.announce.source import Announcements
from bot.posts.delivery import Failure, Gone
from bot.posts.editor import Editor
from bot.posts.marks import Seen
from bot.posts.model import Claim, State
from bot.posts.notices import Notices
from bot.posts.outcomes import Delivered
from bot.posts.pace import Pace
from bot.posts.scheduler import BATCH, Scheduler
from bot.posts.sender import Sender
from bot.posts.sources import Sources
from bot.posts.wallclock import Occurrence
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage

SERVERS = 10_000
CLAIM_GOAL_S = 2.0
DISCORDS_LIMIT = 50
RATE_GOAL = 0.95
SENT = 1_000
# A request to Discord takes about so long.
LATENCY_S = 0.15
OPEN_FEW, OPEN_MANY = 10, 10_000
START_GOAL = 1.2
ROUNDS = 5
NOW = datetime(2026, 3, 2, 11, tzinfo=UTC)


class Noon:
    """Always the minute in which everything is due."""

    def now(self) -> datetime:
        """Return that moment."""
        return NOW


class Discord:
    """Takes every message, some time later; keeps when each request came."""

    def __init__(self) -> None:
        self.requests: list[float] = []

    async def channel_to(self, member: MemberId) -> ChannelId | Failure:
        """Return some channel."""
        return ChannelId(member)

    def newest(self, channel: ChannelId) -> int:
        """Return the channel's own id."""
        return channel

    async def newest_there(self, channel: ChannelId) -> int | Failure:
        """Return an id."""
        return channel

    def reads(self, _channel: ChannelId) -> bool:
        """Return that history can be read."""
        return True

    async def send(
        self, _channel: ChannelId, _screen: Screen, *, nonce: str, silent: bool
    ) -> Delivered | Failure:
        """Take the message."""
        del nonce, silent
        self.requests.append(time.perf_counter())
        message = MessageId(len(self.requests))
        await asyncio.sleep(LATENCY_S)
        return Delivered(message)

    async def page_after(self, _channel: ChannelId, _message: int) -> list[Seen] | Failure:
        """Return nothing."""
        return []

    async def edit(
        self, _channel: ChannelId, _message: MessageId, _screen: Screen
    ) -> Gone | Failure | None:
        """Take the edit."""
        return None


def main() -> None:
    """Print how fast servers are claimed, how fast posts go out, and how a start fares."""
    quiet = structlog.make_filtering_bound_logger(logging.ERROR)
    structlog.configure(wrapper_class=quiet)
    asyncio.run(_measured())


async def _measured() -> None:
    await _in_new_database(_claiming)
    await _in_new_database(_sending)
    await _in_new_database(_starting)


async def _in_new_database(measure: Callable[[Storage], Awaitable[None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'doran.db'}"
        async with Storage(url) as storage:
            await upgrade(storage.engine)
            await measure(storage)


async def _claiming(storage: Storage) -> None:
    await plan(storage, SERVERS)
    scheduler, _, _ = _parts(storage)
    with _queries(storage) as queries:
        start = time.perf_counter()
        await scheduler.claim_due(Announcements())
        spent = time.perf_counter() - start
    async with storage.reading() as work:
        claimed = await store.waiting(work, NOW, SERVERS + 1, but=(), channels=())
    batches = SERVERS // BATCH
    print(
        f"{len(claimed)} servers claimed in {spent:.2f} s (goal {CLAIM_GOAL_S} s), "
        f"{len(queries) / batches:.1f} queries a batch of {BATCH}"
    )


async def _sending(storage: Storage) -> None:
    await plan(storage, SERVERS)
    scheduler, discord, _ = _parts(storage)
    await scheduler.claim_due(Announcements())
    scheduler.start()
    while len(discord.requests) < SENT:  # noqa: ASYNC110 - nothing to wait on
        await asyncio.sleep(0.1)
    await scheduler.stop()
    came = discord.requests[:SENT]
    rate = (len(came) - 1) / (came[-1] - came[0])
    most = max(sum(1 for at in came[i : i + 80] if at < came[i] + 1) for i in range(len(came)))
    print(
        f"with {SERVERS} posts waiting and {LATENCY_S * 1000:.0f} ms a request: "
        f"{rate:.1f} requests a second = {rate / DISCORDS_LIMIT:.0%} of Discord's limit "
        f"(goal {RATE_GOAL:.0%}), {most} in the fullest second"
    )


async def _starting(storage: Storage) -> None:
    few = await _first_pass(storage, OPEN_FEW)
    many = await _first_pass(storage, OPEN_MANY)
    print(
        f"first pass with {OPEN_FEW} open posts {few * 1000:.1f} ms, with {OPEN_MANY} "
        f"{many * 1000:.1f} ms: {many / few:.2f} times (goal {START_GOAL})"
    )


async def _first_pass(storage: Storage, posts: int) -> float:
    """Return the median seconds of a start's first pass with so many messages out there."""
    await plan(storage, posts, at=NOW + timedelta(days=1))
    await post(storage, posts, until=NOW + timedelta(days=2))
    spent = []
    for _ in range(ROUNDS):
        scheduler, _, _ = _parts(storage)
        start = time.perf_counter()
        await scheduler.look()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


async def post(storage: Storage, count: int, *, until: datetime) -> None:
    """Have so many of the announcements due before ``until`` stand in Discord already."""
    async with storage.reading() as work:
        waiting = await announcements.due(work, until, count)
    async with storage.work() as work:
        claims = [c for each in waiting for c in _claims(each)]
        rows = await store.claim(work, claims)
        sent = [row.begun(NOW, 1).sent(MessageId(row.id)) for row in rows]
        await store.record(work, sent)
        await work.commit()
    assert all(row.state is State.SENT for row in sent)


def _claims(announcement: Announcement) -> Sequence[Claim]:
    return [claim_of(announcement, announcement.next)] if announcement.next else []


async def plan(storage: Storage, servers: int, *, at: datetime = NOW) -> None:
    """Plan a daily announcement for each of so many servers, first due ``at``."""
    async with storage.work() as work:
        for number in range(1, servers + 1):
            await announcements.add(
                work,
                Announcement(
                    id=0,
                    guild=GuildId(number),
                    channel=ChannelId(number),
                    author=MemberId(number),
                    text="오늘의 문제가 올라왔어요",
                    silent=True,
                    rule=weekly("daily", at.time()),
                    zone="UTC",
                    standing=Standing.WAITING,
                    next=Occurrence(at.date(), at),
                    claimed_day=None,
                ),
            )
        await work.commit()


def _parts(storage: Storage) -> tuple[Scheduler, Discord, Sender]:
    discord, clock, pace = Discord(), Noon(), Pace()
    sources = Sources((Notices(), Announcements()))
    sender = Sender(storage, sources, discord, clock, pace)
    editor = Editor(discord, clock, pace)
    return Scheduler(storage, sources, sender, editor, clock), discord, sender


@contextmanager
def _queries(storage: Storage) -> Iterator[list[str]]:
    """Collect every statement, those that begin or end a transaction apart."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(storage.engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(storage.engine.sync_engine, "before_cursor_execute", note)

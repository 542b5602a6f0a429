"""A debate of 500 voters and 300 reasons closes: how soon its report stands, and what it blocks."""

import asyncio
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.heartbeat import FILE
from bot.discussion import service
from bot.discussion.arguing import mark, write_reason
from bot.discussion.model import Discussion, Mark, Phase, Who
from bot.discussion.store import discussions
from bot.discussion.voting import Ballot, take
from bot.ids import MemberId
from bot.storage.work import Storage
from tests.wire.debate import DebateBook
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

VOTERS, REASONS, MARKS = 500, 300, 2_000
GOAL_S, BEAT_GOAL_MS = 5.0, 20.0
# The program is up and has posted the second vote's message by then.
CLOSES_IN = timedelta(seconds=12)


def main() -> None:
    """Print the seconds to the report, and the heartbeat's lateness while it was made."""
    asyncio.run(_measured())


async def _measured() -> None:
    world = World()
    channel = world.add_channel(world.add_guild(), "토론")
    assert channel.guild is not None
    with tempfile.TemporaryDirectory() as folder:
        book, beats = DebateBook(Path(folder), channel), Path(folder) / "beats"
        number = await book.begin()
        async with Loopback(world, validate=False) as loopback:
            async with book.program(loopback):
                await world.until(lambda: bool(channel.guild and channel.guild.threads))
                await asyncio.sleep(1)
            closing = await _filled(book, number)
            environment = {"DATABASE_URL": book.url, "LOG_LEVEL": "warning", FILE: str(beats)}
            program = Program(loopback, environment=environment, setup="bench.heartbeat:install")
            async with program:
                before = len(world.transcript.posts_in(channel.id))
                posts = world.transcript.posts_in
                await world.until(lambda: len(posts(channel.id)) > before, within=60.0)
                done = time.time()
                await asyncio.sleep(1)
        beaten = beats.read_text(encoding="utf-8").splitlines()
    spent = done - closing.timestamp()
    late = sorted(
        float(value)
        for at, value in (line.split() for line in beaten)
        if closing.timestamp() <= float(at) <= done
    )
    print(f"{VOTERS} voters, {REASONS} reasons: the report stands in the channel", end=" ")
    print(f"{spent:.2f} s after the end (goal: at most {GOAL_S:.0f} s)")
    print(f"heartbeat meanwhile: p99.9 {late[int(len(late) * 0.999)]:.1f} ms late", end=" ")
    print(f"over {len(late)} beats (goal: at most {BEAT_GOAL_MS:.0f} ms)")


async def _filled(book: DebateBook, number: int) -> datetime:
    """Let everyone vote, write and mark; return when the second vote ends."""
    async with Storage(book.url) as storage:
        found = await _voted(storage, await book.stands(number))
        found = await _moved(storage, found)
        await _argued(storage, found)
        found = await _voted(storage, await _moved(storage, found))
        closing = datetime.now(UTC) + CLOSES_IN
        async with storage.work() as work:
            await discussions.keep(work, [replace(found, ends_at=closing)])
            await work.commit()
    return closing


async def _voted(storage: Storage, found: Discussion) -> Discussion:
    turn, now = found.phase.round or 1, datetime.now(UTC)
    ballots = [
        Ballot(found.guild, found.id, Who(MemberId(n)), frozenset({(n * turn) % 3}), now)
        for n in range(1, VOTERS + 1)
    ]
    async with storage.work() as work:
        for first in range(0, VOTERS, 100):
            await take(work, ballots[first : first + 100])
        await work.commit()
    return found


async def _moved(storage: Storage, found: Discussion) -> Discussion:
    async with storage.work() as work:
        moved = await service.go_on(
            work, found.guild, found.id, made_for=None, now=datetime.now(UTC), titles={}
        )
        await work.commit()
    return moved


async def _argued(storage: Storage, found: Discussion) -> None:
    assert found.phase is Phase.ARGUMENT
    now = datetime.now(UTC)
    async with storage.work() as work:
        numbers = [
            (
                await write_reason(
                    work, found.guild, found.id, Who(MemberId(n)), "근거예요 " * 30, {}, now=now
                )
            ).id
            for n in range(1, REASONS + 1)
        ]
        for n in range(MARKS):
            reason, voter = numbers[n % REASONS], Who(MemberId(1 + (n * 7 + 301) % VOTERS))
            if voter.member != 1 + n % REASONS:
                await mark(work, found.guild, found.id, reason, voter, Mark(n % 3), now=now)
        await work.commit()

"""1,000 open discussions beside 10: start-up, memory and the scheduler's pass, in turns."""

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.crowd import resident_mb
from bot.discussion import service
from bot.discussion.service import Start
from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts import store
from bot.posts.errands import store as errands
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.discussion.hall import DEBATE, built
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

FEW, MANY = 10, 1_000
ROUNDS = 5
# A pass takes some milliseconds; of one alone a busy machine says little.
LOOKS = 15
GOAL = 1.2


def main() -> None:
    """Print the three ratios."""
    asyncio.run(_measured())


async def _measured() -> None:
    with tempfile.TemporaryDirectory() as folder:
        urls = {n: f"sqlite+aiosqlite:///{Path(folder) / f'{n}.db'}" for n in (FEW, MANY)}
        for count, url in urls.items():
            await _fill(url, count)
        starts: dict[int, list[float]] = {FEW: [], MANY: []}
        memory: dict[int, list[float]] = {FEW: [], MANY: []}
        passes: dict[int, list[float]] = {FEW: [], MANY: []}
        for _ in range(ROUNDS):
            for count, url in urls.items():
                spent, resident = await _start(url)
                starts[count].append(spent)
                memory[count].append(resident)
                passes[count].append(await _pass(url))
    for name, unit, found in (
        ("start to READY", "s", starts),
        ("resident memory", "MB", memory),
        ("scheduler's pass", "s", passes),
    ):
        few, many = statistics.median(found[FEW]), statistics.median(found[MANY])
        print(f"{name:17} {FEW} open {few:8.4f} {unit}, {MANY:,} open {many:8.4f} {unit}:", end=" ")
        print(f"{many / few:.2f} (goal: at most {GOAL})")


async def _fill(url: str, count: int) -> None:
    """Have so many debates whose messages and threads stand in Discord already."""
    now = datetime.now(UTC)
    async with Storage(url) as storage:
        await upgrade(storage.engine)
        async with storage.work() as work:
            for number in range(1, count + 1):
                guild, place = GuildId(number), ChannelId(number)
                await service.start(work, Start(guild, place, DEBATE, False, MemberId(1)), now=now)
            await work.commit()
        async with storage.work() as work:
            waiting = await store.waiting(work, now, count + 1, but=(), channels=())
            sent = [each.begun(now, 1).sent(MessageId(each.id)) for each in waiting]
            await store.record(work, sent)
            await work.commit()
        async with storage.work() as work:
            wanted = await errands.ready(work, now, count + 1, but=())
            await errands.record(work, [each.done(each.id) for each in wanted])
            await work.commit()


async def _start(url: str) -> tuple[float, float]:
    world = World()
    world.add_channel(world.add_guild(), "공부방")
    async with Loopback(world, validate=False) as loopback:
        bot = Program(loopback, environment={"DATABASE_URL": url, "LOG_LEVEL": "warning"})
        began = time.perf_counter()
        await bot.start()
        await bot.ready()
        spent = time.perf_counter() - began
        resident = resident_mb(bot.pid)
        await bot.kill()
        return spent, resident


async def _pass(url: str) -> float:
    async with Storage(url) as storage:
        hall = built(storage)
        hall.clock.moment = datetime.now(UTC)
        await hall.scheduler.look()
        spent = []
        for _ in range(LOOKS):
            began = time.perf_counter()
            await hall.scheduler.look()
            spent.append(time.perf_counter() - began)
        return statistics.median(spent)

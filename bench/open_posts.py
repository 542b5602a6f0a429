"""Start-up of the whole program with 10,000 open posts, as a ratio to that with 10."""

import asyncio
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from bench.claiming import OPEN_FEW, OPEN_MANY, START_GOAL, plan, post
from bot.clock import SystemClock
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

ROUNDS = 7


def main() -> None:
    """Print both start-ups and their ratio; the two take turns, round by round."""
    few, many = asyncio.run(_measured())
    ratio = statistics.median(many) / statistics.median(few)
    print(f"from start to READY with {OPEN_FEW:6} open posts  {statistics.median(few):.3f} s")
    print(f"from start to READY with {OPEN_MANY:6} open posts  {statistics.median(many):.3f} s")
    print(f"ratio {ratio:.2f} (goal: at most {START_GOAL}; medians of {ROUNDS} starts each)")


async def _measured() -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        databases = []
        for posts in (OPEN_FEW, OPEN_MANY):
            url = f"sqlite+aiosqlite:///{Path(folder) / f'{posts}.db'}"
            await _fill(url, posts)
            databases.append(url)
        rounds = [[await _start(url) for url in databases] for _ in range(ROUNDS)]
        return [few for few, _ in rounds], [many for _, many in rounds]


async def _fill(url: str, posts: int) -> None:
    tomorrow = SystemClock().now() + timedelta(days=1)
    async with Storage(url) as storage:
        await upgrade(storage.engine)
        await plan(storage, posts, at=tomorrow)
        await post(storage, posts, until=tomorrow + timedelta(days=1))


async def _start(url: str) -> float:
    world = World()
    world.add_channel(world.add_guild(), "공부방")
    async with Loopback(world, validate=False) as loopback:
        bot = Program(loopback, environment={"DATABASE_URL": url, "LOG_LEVEL": "warning"})
        began = time.perf_counter()
        await bot.start()
        await bot.ready()
        spent = time.perf_counter() - began
        await bot.kill()
        return spent

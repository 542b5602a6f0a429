"""From SIGKILL to answering again, with 10,000 open posts in the ledger."""

import asyncio
import statistics
import tempfile
import time
from datetime import timedelta

from bench.claiming import OPEN_MANY, plan, post
from bench.crowd import sqlite_in
from bot.clock import SystemClock
from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.wire.members import Actor
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

KILLS = 5
GOAL_S = 5.0


def main() -> None:
    """Print the seconds until the first command is answered after a kill."""
    spent = asyncio.run(_measured())
    print(f"from SIGKILL to an answer, {OPEN_MANY:,} open posts: ", end="")
    print(f"{statistics.median(spent):.2f} s, at most {max(spent):.2f} s (goal: {GOAL_S:.0f} s)")


async def _measured() -> list[float]:
    world = World()
    channel = world.add_channel(world.add_guild(), "공부방")
    member = Actor.join(world, channel, "민지")
    tomorrow = SystemClock().now() + timedelta(days=1)
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_in(folder)
        async with Storage(url) as storage:
            await upgrade(storage.engine)
            await plan(storage, OPEN_MANY, at=tomorrow)
            await post(storage, OPEN_MANY, until=tomorrow + timedelta(days=1))
        environment = {"DATABASE_URL": url, "LOG_LEVEL": "warning"}
        async with (
            Loopback(world, validate=False) as loopback,
            Program(loopback, environment=environment) as program,
        ):
            return [await _killed(program, member) for _ in range(KILLS)]


async def _killed(program: Program, member: Actor) -> float:
    began = time.perf_counter()
    await program.kill()
    await program.start()
    await program.ready(within=60.0)
    await member.slash("help")
    return time.perf_counter() - began

"""/help through the real cog, as a ratio to a bot that only echoes, over the wire in one run."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.wire.members import Actor
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

ROUNDS = 7
ASKED = 100
GOAL = 3.0


def main() -> None:
    """Print the ratio of medians; the two bots take turns, round by round."""
    echo, real = asyncio.run(_measured())
    ratio = statistics.median(real) / statistics.median(echo)
    print(f"echo   {statistics.median(echo) * 1000:6.2f} ms a command (median of {ROUNDS} rounds)")
    print(f"/help  {statistics.median(real) * 1000:6.2f} ms a command")
    print(f"ratio  {ratio:6.2f} (goal: at most {GOAL:.0f})")


async def _measured() -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite+aiosqlite:///{Path(folder) / 'doran.db'}"
        echo_world, real_world = _world(), _world()
        async with (
            Loopback(echo_world) as echo_served,
            Loopback(real_world) as real_served,
            Program(echo_served, **ECHO),
            Program(real_served, environment={"DATABASE_URL": database}),
        ):
            echo_member, real_member = _member(echo_world), _member(real_world)
            await _round(echo_member, "echo", text="도움말")
            await _round(real_member, "help")
            echo: list[float] = []
            real: list[float] = []
            for _ in range(ROUNDS):
                echo.append(await _round(echo_member, "echo", text="도움말"))
                real.append(await _round(real_member, "help"))
            return echo, real


def _world() -> World:
    world = World()
    world.add_channel(world.add_guild(), "공부방")
    return world


def _member(world: World) -> Actor:
    guild = next(iter(world.guilds.values()))
    return Actor.join(world, next(iter(guild.channels.values())), "민지")


async def _round(member: Actor, command: str, **options: Any) -> float:
    """Return the seconds that one command takes, asked one after the other."""
    began = time.perf_counter()
    for _ in range(ASKED):
        await member.slash(command, **options).answered()
    return (time.perf_counter() - began) / ASKED

"""2,500 servers of 200 members in one process: what they take of memory."""

import asyncio
import tempfile
import time

from bench.crowd import resident_mb, sqlite_in
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

SERVERS, MEMBERS, CHANNELS = 2_500, 200, 10
GOAL_MB = 400


def main() -> None:
    """Print the resident memory once the bot has heard of every server."""
    asyncio.run(_measured())


async def _measured() -> None:
    world = World()
    people = [world.add_user(f"멤버{number}") for number in range(MEMBERS)]
    channels: list[Channel] = []
    for number in range(SERVERS):
        guild = world.add_guild(f"서버 {number}")
        channels += [world.add_channel(guild, f"방-{place}") for place in range(CHANNELS)]
        for each in people:
            world.add_member(guild, each)
    asking = Actor(world, people[0], channels[-1])
    with tempfile.TemporaryDirectory() as folder:
        environment = {"DATABASE_URL": sqlite_in(folder), "ANSWERS_MODEL": "off"}
        async with Loopback(world, validate=False) as loopback:
            program = Program(loopback, environment=environment)
            began = time.perf_counter()
            await program.start()
            await program.ready(within=300.0)
            spent = time.perf_counter() - began
            answered = (await asking.slash("help")).ephemeral
            await asyncio.sleep(2)
            resident = resident_mb(program.pid)
            await program.kill()
    assert answered
    print(f"{SERVERS:,} servers of {MEMBERS} members and {CHANNELS} channels: ", end="")
    print(f"{resident:.0f} MB (goal: at most {GOAL_MB}), ready after {spent:.1f} s")

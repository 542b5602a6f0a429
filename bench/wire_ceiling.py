"""The ceiling: how many interactions a second discord.py answers with an empty handler.

The echo bot of the wire tests, a process of its own, against the loopback Discord in this one
(schema checks off). Each of the members in flight acts again as soon as they are answered.
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable

from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

IN_FLIGHT = 200
ROUNDS = 25
ALONE = 300

Deed = Callable[[Actor], Interaction]


async def _timed(member: Actor, deed: Deed, times: int) -> list[float]:
    """The seconds from each deed to its acknowledgement, one after another."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        answered: Awaitable[Interaction] = deed(member).acknowledged()
        await answered
        seconds.append(time.perf_counter() - begun)
    return seconds


def _told(name: str, seconds: list[float], elapsed: float) -> None:
    cuts = statistics.quantiles(seconds, n=100)
    rate = len(seconds) / elapsed
    print(f"{name:<34}{rate:>8,.0f} a second   p50 {cuts[49] * 1000:>7.1f} ms", end="")
    print(f"   p99 {cuts[98] * 1000:>7.1f} ms   ({len(seconds):,} measured)")


async def _measure(name: str, members: list[Actor], deed: Deed, times: int) -> None:
    await asyncio.gather(*(_timed(member, deed, 1) for member in members))
    begun = time.perf_counter()
    lists = await asyncio.gather(*(_timed(member, deed, times) for member in members))
    elapsed = time.perf_counter() - begun
    _told(name, [each for seconds in lists for each in seconds], elapsed)


async def ceiling() -> None:
    """Measures a slash command and a button press, alone and with many in flight."""
    world = World()
    channel = world.add_channel(world.add_guild(), "bench")
    members = [Actor.join(world, channel, f"member-{number}") for number in range(IN_FLIGHT)]
    async with Loopback(world, validate=False) as loopback, Program(loopback, **ECHO):
        shown: Message = (await members[0].slash("controls")).reply

        def press(member: Actor) -> Interaction:
            return member.press(shown, "empty")

        def slash(member: Actor) -> Interaction:
            return member.slash("empty")

        await _measure("press, one at a time", members[:1], press, ALONE)
        await _measure("slash command, one at a time", members[:1], slash, ALONE)
        await _measure(f"press, {IN_FLIGHT} in flight", members, press, ROUNDS)
        await _measure(f"slash command, {IN_FLIGHT} in flight", members, slash, ROUNDS)
    assert not world.transcript.violations, world.transcript.violations


def main() -> None:
    """Print the figures."""
    asyncio.run(ceiling())

"""What the benches over the wire share: crowds that act at once, and a process's memory."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.world import World

MEGABYTE = 2**20
IN_FLIGHT = 200

Deed = Callable[[Actor], Interaction]


def crowd(world: World, channel: Channel, count: int) -> list[Actor]:
    """Have so many new members join."""
    return [Actor.join(world, channel, f"멤버{number}") for number in range(count)]


async def rate(members: Sequence[Actor], deed: Deed, in_flight: int = IN_FLIGHT) -> float:
    """Have each member do it once, so many in flight; return deeds a second."""
    waiting = list(members)

    async def go_on() -> None:
        while waiting:
            await deed(waiting.pop()).acknowledged()

    began = time.perf_counter()
    await asyncio.gather(*(go_on() for _ in range(in_flight)))
    return len(members) / (time.perf_counter() - began)


async def spread(members: Sequence[Actor], deed: Deed, seconds: float) -> list[float]:
    """Have the members do it evenly over so many seconds; return what each waited, in seconds."""

    async def act(number: int, member: Actor) -> float:
        await asyncio.sleep(number * seconds / len(members))
        began = time.perf_counter()
        await deed(member).acknowledged()
        return time.perf_counter() - began

    return await asyncio.gather(*(act(n, member) for n, member in enumerate(members)))


def resident_mb(pid: int) -> float:
    """Return what the process holds in memory."""
    return float(psutil.Process(pid).memory_info().rss) / MEGABYTE


def sqlite_in(folder: str) -> str:
    """Return the address of a database in ``folder``."""
    return f"sqlite+aiosqlite:///{Path(folder) / 'doran.db'}"

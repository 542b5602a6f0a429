"""A press that commits, as a ratio to an empty handler: over the wire, in one run."""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.messages import Message
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

IN_FLIGHT = 200
PRESSES = 4_000
ROUNDS = 3
GOAL = 0.4
RUSH = 1_000
RUSH_SECONDS = 10.0
RAW_COMMITS = 1_000

Deed = Callable[[Actor], Interaction]


def main() -> None:
    """Print the rates, their ratio, and how the slowest of a rush fared."""
    asyncio.run(_measured())


async def _measured() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "doran.db"
        echo_world, echo_members = _world()
        real_world, real_members = _world()
        async with (
            Loopback(echo_world, validate=False) as echo_served,
            Loopback(real_world, validate=False) as real_served,
            Program(echo_served, **ECHO),
            Program(
                real_served,
                environment={
                    "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
                    "LOG_LEVEL": "warning",
                },
            ),
        ):
            controls: Message = (await echo_members[0].slash("controls")).reply
            real_members[0].say("@bot 하이퍼바이저가 뭐야?")
            answer = await real_members[0].hears()

            def empty(member: Actor) -> Interaction:
                return member.press(controls, "empty")

            def judge(member: Actor) -> Interaction:
                return member.press(answer, "👍")

            rates: dict[str, list[float]] = {"empty": [], "commits": []}
            await _rate(echo_members, empty, 400)
            await _rate(real_members, judge, 400)
            for _ in range(ROUNDS):
                rates["empty"].append(await _rate(echo_members, empty, PRESSES))
                rates["commits"].append(await _rate(real_members, judge, PRESSES))
            slowest = await _rush(real_members, judge)
            stored = _stored(database)
        empty_rate, commit_rate = (statistics.median(rates[name]) for name in rates)
        raw = _raw_commits(Path(folder) / "raw.db")
        ratio = commit_rate / empty_rate
        print(f"an empty handler       {empty_rate:7,.0f} presses a second ({IN_FLIGHT} in flight)")
        print(f"a press that commits   {commit_rate:7,.0f} presses a second")
        print(f"ratio                  {ratio:7.2f} (goal: at least {GOAL})")
        print(f"raw sqlite3 commits    {raw:7,.0f} a second, synchronous=FULL, one row each")
        print(
            f"{RUSH:,} presses within {RUSH_SECONDS:.0f} s: the slowest was answered "
            f"after {slowest * 1000:,.0f} ms (goal: under 1,000)"
        )
        print(f"rows stored            {stored:7,} of {IN_FLIGHT} members who pressed")


def _world() -> tuple[World, list[Actor]]:
    world = World()
    channel = world.add_channel(world.add_guild(), "공부방")
    return world, [Actor.join(world, channel, f"member-{n}") for n in range(IN_FLIGHT)]


async def _rate(members: list[Actor], deed: Deed, presses: int) -> float:
    """Return presses a second, each member pressing again as soon as they are answered."""

    async def keep_pressing(member: Actor) -> None:
        for _ in range(presses // len(members)):
            await deed(member).acknowledged()

    began = time.perf_counter()
    await asyncio.gather(*(keep_pressing(member) for member in members))
    return presses / (time.perf_counter() - began)


async def _rush(members: list[Actor], deed: Deed) -> float:
    """Spread presses evenly over the seconds; return the longest wait for an answer."""

    async def press(number: int) -> float:
        await asyncio.sleep(number * RUSH_SECONDS / RUSH)
        began = time.perf_counter()
        await deed(members[number % len(members)]).acknowledged()
        return time.perf_counter() - began

    return max(await asyncio.gather(*(press(number) for number in range(RUSH))))


def _stored(database: Path) -> int:
    with closing(sqlite3.connect(database)) as reading:
        return int(reading.execute("SELECT count(*) FROM answer_feedback").fetchone()[0])


def _raw_commits(path: Path) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE row (number INTEGER PRIMARY KEY, word TEXT)")
        began = time.perf_counter()
        for _ in range(RAW_COMMITS):
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO row (word) VALUES ('👍')")
            raw.execute("COMMIT")
        return RAW_COMMITS / (time.perf_counter() - began)

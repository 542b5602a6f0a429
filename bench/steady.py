"""``python -m bench steady``: 20 interactions a second for a while; what is left of it after."""

import asyncio
import gc
import os
import tempfile
import time
from pathlib import Path

import psutil

from bench.crowd import crowd, resident_mb, sqlite_in
from bot.posts.scheduler import Scheduler
from tests.wire.interactions import Interaction
from tests.wire.members import Actor
from tests.wire.objects import Channel
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.world import World

A_SECOND = 20
# Minutes make a soak; for longer, SECONDS=3600 python -m bench steady.
SECONDS = int(os.environ.get("SECONDS", "180"))
WARM_UP = 40
# aiohttp keeps an idle connection for 15 s, and looks for those every 15 s.
REST = 35
MEMBERS = 100
GOAL = 1.05
TASKS_FILE = "BENCH_TASKS"
QUESTIONS = ("하이퍼바이저가 뭐야?", "커널이 뭐야?", "도커랑 가상 머신 차이", "오늘 점심 뭐 먹지")
_COUNTING: set[asyncio.Task[None]] = set()


def main() -> None:
    """Print the memory after warm-up and at the end, and what tasks and connections remain."""
    asyncio.run(_measured())


def install() -> None:
    """Write down every second how many tasks the program has; called in its process."""
    start = Scheduler.start

    def started(self: Scheduler) -> None:
        if not _COUNTING:
            _COUNTING.add(asyncio.create_task(_count(Path(os.environ[TASKS_FILE]))))
        start(self)

    Scheduler.start = started  # type: ignore[method-assign]


async def _count(path: Path) -> None:
    while True:
        gc.collect()
        await asyncio.to_thread(path.write_text, str(len(asyncio.all_tasks())))
        await asyncio.sleep(1)


async def _measured() -> None:
    world = World()
    channel: Channel = world.add_channel(world.add_guild(), "공부방")
    members = crowd(world, channel, MEMBERS)
    with tempfile.TemporaryDirectory() as folder:
        tasks = Path(folder) / "tasks"
        environment = {"DATABASE_URL": sqlite_in(folder), "LOG_LEVEL": "warning"}
        environment[TASKS_FILE] = str(tasks)
        async with Loopback(world, validate=False) as loopback:
            program = Program(loopback, environment=environment, setup="bench.steady:install")
            async with program:
                await asyncio.sleep(3)
                idle_tasks, idle_open = (
                    await asyncio.to_thread(_tasks, tasks),
                    _connections(program.pid),
                )
                await _acting(members, WARM_UP)
                await asyncio.sleep(3)
                warm = resident_mb(program.pid)
                answered = await _acting(members, SECONDS)
                await asyncio.sleep(REST)
                end, left = resident_mb(program.pid), await asyncio.to_thread(_tasks, tasks)
                still_open = _connections(program.pid)
    print(f"{answered:,} interactions in {SECONDS} s, {A_SECOND} a second, every one answered")
    print(f"memory after warm-up {warm:.1f} MB, at the end {end:.1f} MB: ", end="")
    print(f"{end / warm:.3f} (goal: at most {GOAL})")
    print(
        f"tasks {idle_tasks} before, {left} after; connections {idle_open}, {still_open}", end=" "
    )
    print("(goal: none left over)")


async def _acting(members: list[Actor], seconds: int) -> int:
    """Act evenly for so many seconds; return how many were answered."""
    acting: list[asyncio.Task[Interaction]] = []
    for number in range(seconds * A_SECOND):
        member = members[number % len(members)]
        deed = (
            member.slash("ask", question=QUESTIONS[number // 7 % len(QUESTIONS)])
            if number % 2
            else member.slash(("help", "discuss", "quiz")[number // 2 % 3])
        )
        acting.append(asyncio.create_task(deed.acknowledged(within=30.0)))
        await asyncio.sleep(1 / A_SECOND)
    return len(await asyncio.gather(*acting))


def _tasks(written: Path) -> int:
    """Return what the program counted last; on a busy machine the first count takes a while."""
    while not (written.exists() and (count := written.read_text())):
        time.sleep(0.1)
    return int(count)


def _connections(pid: int) -> int:
    found = psutil.Process(pid).net_connections(kind="tcp")
    return sum(each.status == psutil.CONN_ESTABLISHED for each in found)

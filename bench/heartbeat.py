"""Beats inside the program, and writes down how late each beat was; called in its process."""

import asyncio
import os
import time
from pathlib import Path

from bot.posts.scheduler import Scheduler

BEAT = 0.005
WRITTEN_EVERY = 40
FILE = "BENCH_HEARTBEAT"
_BEATING: set[asyncio.Task[None]] = set()


def install() -> None:
    """Begin with the first pass of the scheduler; lateness goes to the file in ``FILE``."""
    start = Scheduler.start

    def started(self: Scheduler) -> None:
        if not _BEATING:
            _BEATING.add(asyncio.create_task(_beat(Path(os.environ[FILE]))))
        start(self)

    Scheduler.start = started  # type: ignore[method-assign]


async def _beat(path: Path) -> None:
    late: list[str] = []
    with path.open("a") as out:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(BEAT)
            late.append(f"{time.time():.3f} {(time.perf_counter() - began - BEAT) * 1000:.3f}\n")
            if len(late) == WRITTEN_EVERY:
                out.writelines(late)
                out.flush()
                late.clear()

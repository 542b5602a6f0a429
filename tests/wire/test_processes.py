"""Two ways of becoming a process: both run the same, and neither outlives the tests."""

import asyncio
import sys
from pathlib import Path

import psutil
import pytest

from tests.wire.processes import executed, forked
from tests.wire.program import PROJECT, Program
from tests.wire.server import Loopback
from tests.wire.staging import ECHO
from tests.wire.world import PATIENCE

LOADED = "tests.wire.tells_what_is_loaded"
ORPHAN = """
import asyncio, os, sys
from tests.wire.processes import forked

async def main():
    started = await forked(sys.argv[1:], folder=".", environment=dict(os.environ))
    print(started.process.pid, flush=True)
    await asyncio.sleep(3600)

asyncio.run(main())
"""


async def test_a_fork_has_the_bot_imported_and_a_new_interpreter_has_not(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for starter in (executed, forked):
        monkeypatch.setattr(Program, "starter", staticmethod(starter))
        program = Program(loopback, module=LOADED, arguments=("one",))
        await program.start()
        assert await program.ended() == 3
        said.append(program.output)

    assert said == ["bot.app: False, one, and ends", "bot.app: True, one, and ends"]


async def test_an_end_by_a_signal_is_told_as_such(loopback: Loopback) -> None:
    program = Program(loopback, **ECHO)
    await program.start()
    await program.kill()

    assert await program.ended() == -9


async def test_nothing_outlives_the_tests(tmp_path: Path) -> None:
    tests = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", ORPHAN, "tests.wire.sleeps"),
        cwd=PROJECT,
        env={
            "PYTHONPATH": str(PROJECT),
            "WIRE_API": "http://127.0.0.1:1",
            "WIRE_GATEWAY": "ws://127.0.0.1:1",
            "WIRE_ASSETS": "http://127.0.0.1:1",
        },
        stdout=asyncio.subprocess.PIPE,
    )
    assert tests.stdout is not None
    orphan = psutil.Process(int(await tests.stdout.readline()))
    tests.kill()
    await tests.wait()

    gone = await asyncio.to_thread(psutil.wait_procs, [orphan], timeout=PATIENCE)
    assert gone == ([orphan], [])

"""The program that a visitor starts, as a process of its own."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

# Not an expectation: where a cold, busy machine is given up on.
START_SECONDS = 60.0
END_SECONDS = 20.0


@dataclass(frozen=True)
class Sandbox:
    """A running `python -m bot demo`, and the address that it printed."""

    address: str
    process: asyncio.subprocess.Process
    log: Path

    async def interrupted(self) -> int:
        """Press Ctrl-C, and return the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        return await asyncio.wait_for(self.process.wait(), END_SECONDS)


@asynccontextmanager
async def started(root: Path, log: Path) -> AsyncIterator[Sandbox]:
    """Start the program in the checkout at `root`, its standard error going to `log`."""
    with log.open("wb") as lines:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"),
            cwd=root,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=lines,
        )
    try:
        assert process.stdout is not None
        printed = await asyncio.wait_for(process.stdout.readline(), START_SECONDS)
        address = printed.decode().strip()
        assert address.startswith("http://127.0.0.1:"), log.read_text(encoding="utf-8")
        sandbox = Sandbox(address, process, log)
        yield sandbox
        await sandbox.interrupted()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()

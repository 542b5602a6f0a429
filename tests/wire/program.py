"""The program under test, as a process of its own: started, killed, started again."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from tests.wire.crashpoints import CrashPoint
from tests.wire.marks import READY_MARK, RESUMED_MARK
from tests.wire.processes import Running, Starter, executed
from tests.wire.server import Loopback
from tests.wire.world import PATIENCE, TOKEN

PROJECT = Path(__file__).resolve().parents[2]
TAIL_LINES = 40
# A start imports the whole bot; beside other work it takes longer than anything else does.
START_PATIENCE = 60.0


class ProgramEnded(AssertionError):
    """The program ended while a test waited for something of it."""


class Program:
    """A module run against a loopback; one object over many starts, so that `restart` is a verb.

    `token_variable` names the environment variable from which the program reads its token;
    `setup` ("module:function") is called in its process before it runs.
    """

    # Figures of start and memory are those of a new interpreter; the tests fork instead.
    starter: ClassVar[Starter] = staticmethod(executed)

    def __init__(
        self,
        loopback: Loopback,
        *,
        module: str = "bot",
        arguments: Sequence[str] = ("run",),
        environment: Mapping[str, str] | None = None,
        token_variable: str = "DISCORD_TOKEN",
        folder: Path = PROJECT,
        crash: CrashPoint | None = None,
        setup: str | None = None,
    ) -> None:
        self.loopback = loopback
        self.module = module
        self.arguments = list(arguments)
        self.environment = dict(environment or {})
        self.token_variable = token_variable
        self.folder = folder
        self.crash = crash
        self.setup = setup
        self.lines: list[str] = []
        self.starts = 0
        # From the start of the process to discord.py's readiness; None until then.
        self.seconds_to_ready: float | None = None
        self._started = 0.0
        self._process: Running | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._first_line = 0

    async def __aenter__(self) -> Self:
        await self.start()
        await self.ready()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.kill()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def output(self) -> str:
        """All that it wrote since its last start, both streams, in the order of arrival."""
        return "\n".join(self.lines[self._first_line :])

    async def start(self) -> None:
        """Starts a process; the crash point is for this start alone."""
        assert not self.running
        # The model takes a second of both cores at each start; tests that want it ask for it.
        environment = {"ANSWERS_MODEL": "off", "MEMBER_BURST": "0"} | os.environ | self.environment
        environment |= {
            "WIRE_API": self.loopback.api_url,
            "WIRE_GATEWAY": self.loopback.gateway_url,
            "WIRE_ASSETS": self.loopback.world.base_url,
            self.token_variable: TOKEN,
            "PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")]),
            "PYTHONUNBUFFERED": "1",
        }
        if self.setup is not None:
            environment["WIRE_SETUP"] = self.setup
        if self.crash is not None:
            environment |= self.crash.to_environment()
            self.crash = None
        self._first_line = len(self.lines)
        self.starts += 1
        self.seconds_to_ready = None
        self._started = time.perf_counter()
        arguments = [self.module, *self.arguments]
        started = await self.starter(arguments, folder=self.folder, environment=environment)
        self._process = started.process
        self._readers = [asyncio.create_task(self._read(each)) for each in started.streams]
        self._readers.append(asyncio.create_task(self._watch(self._process)))

    async def ready(self, *, within: float = START_PATIENCE) -> None:
        """Waits until discord.py says that the client is ready."""
        await self.says(READY_MARK, within=within)

    async def resumed(self, *, within: float = PATIENCE) -> None:
        """Waits until discord.py says that a session was resumed."""
        await self.says(RESUMED_MARK, within=within)

    async def says(self, text: str, *, within: float = PATIENCE) -> str:
        """Waits for a line with this text since the last start, and returns it."""

        def found() -> str | None:
            for line in self.lines[self._first_line :]:
                if text in line:
                    return line
            if not self.running:
                raise ProgramEnded(f"ended before it said {text!r}:\n{self._tail()}")
            return None

        try:
            line = await self.loopback.world.until(found, within=within)
        except TimeoutError:
            raise AssertionError(f"it never said {text!r}:\n{self._tail()}") from None
        return line or ""

    async def kill(self) -> None:
        """SIGKILL: it cannot finish anything."""
        await self._end(signal.SIGKILL)

    async def terminate(self, *, within: float = PATIENCE) -> int:
        """SIGTERM; waits for the orderly end and returns its exit status."""
        return await self._end(signal.SIGTERM, within=within)

    async def ended(self, *, within: float = PATIENCE) -> int:
        """Waits until it ends by itself (as at a crash point), and returns its exit status."""
        assert self._process is not None
        try:
            async with asyncio.timeout(within):
                status = await self._process.wait()
        except TimeoutError:
            raise AssertionError(f"it did not end:\n{self._tail()}") from None
        await asyncio.gather(*self._readers)
        # Whatever a test had it go through: what it wrote holds no token.
        secret = TOKEN.partition(".")[2]
        assert secret not in self.output, "the token was written"
        for file in self._kept():
            assert secret.encode() not in file.read_bytes(), f"{file.name} holds the token"
        return status

    async def restart(self) -> None:
        """Kills it if it runs, starts it again, and waits until it is ready."""
        await self.kill()
        await self.start()
        await self.ready()

    async def _end(self, how: signal.Signals, *, within: float = PATIENCE) -> int:
        if self._process is None:
            return 0
        if self.running:
            self._process.send_signal(how)
        return await self.ended(within=within)

    async def _read(self, stream: asyncio.StreamReader) -> None:
        async for line in stream:
            self.lines.append(line.decode(errors="replace").rstrip("\n"))
            if self.lines[-1] == READY_MARK and self.seconds_to_ready is None:
                self.seconds_to_ready = time.perf_counter() - self._started
            self.loopback.world.changed()

    async def _watch(self, process: Running) -> None:
        await process.wait()
        self.loopback.world.changed()

    def _kept(self) -> list[Path]:
        """Its SQLite database, with the files that are beside it under its name."""
        _, is_file, path = self.environment.get("DATABASE_URL", "").partition(
            "sqlite+aiosqlite:///"
        )
        return sorted(Path(path).parent.glob(f"{Path(path).name}*")) if is_file else []

    def _tail(self) -> str:
        violations = self.loopback.world.transcript.violations
        return "\n".join([*self.lines[self._first_line :][-TAIL_LINES:], *violations])

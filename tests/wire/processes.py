"""How a program becomes a process: a new interpreter, or a fork of one that has imported the bot.

A new interpreter spends most of its start importing. Tests that kill the bot hundreds of times have
``multiprocessing``'s fork server import it once; what a fork runs from there on is the same.
"""

from __future__ import annotations

import asyncio
import io
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Protocol

from tests.wire import bootstrap

PRELOADED = "tests.wire.preloaded"
MAX_LINE_BYTES = 1 << 20


class Running(Protocol):
    """A process that was started: what `asyncio.subprocess.Process` has and the tests need."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None:
        """None while it runs; the exit status, or the negative number of the signal."""
        ...

    def send_signal(self, signal: int, /) -> None: ...

    async def wait(self) -> int: ...


@dataclass(frozen=True)
class Started:
    """A process, and the streams of what it writes."""

    process: Running
    streams: tuple[asyncio.StreamReader, ...]


class Starter(Protocol):
    """Starts Python on `tests.wire.bootstrap` with ``arguments``."""

    async def __call__(
        self, arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str]
    ) -> Started: ...


async def executed(
    arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str]
) -> Started:
    """Start a new interpreter, as ``python -m`` does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", bootstrap.__name__, *arguments),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=MAX_LINE_BYTES,
    )
    return Started(process, tuple(each for each in (process.stdout, process.stderr) if each))


async def forked(
    arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str]
) -> Started:
    """Fork the process that has all of the bot imported; the first call starts that."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOADED])
    pipes = [context.Pipe(duplex=False) for _ in range(2)]
    process = context.Process(
        target=_become,
        args=(list(arguments), str(folder), dict(environment), *(writer for _, writer in pipes)),
    )
    process.start()
    for _, writer in pipes:
        writer.close()
    return Started(_Forked(process), tuple([await _stream(reader) for reader, _ in pipes]))


class _Forked:
    """A process of the fork server, waited for without holding the event loop up."""

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process
        self._ended = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().add_reader(process.sentinel, self._end)

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, signal: int, /) -> None:
        # Between its end and our reading of it there is no one to send to.
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal)

    async def wait(self) -> int:
        return int(await asyncio.shield(self._ended))

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        if not self._ended.done():
            self._ended.set_result(self._process.exitcode)


async def _stream(reader: Connection) -> asyncio.StreamReader:
    stream = asyncio.StreamReader(limit=MAX_LINE_BYTES)
    file = os.fdopen(os.dup(reader.fileno()), "rb", buffering=0)
    reader.close()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stream), file
    )
    return stream


def _become(
    arguments: list[str],
    folder: str,
    environment: dict[str, str],
    out: Connection,
    err: Connection,
) -> None:
    """In the fork: be the program that was asked for."""
    # However the tests end, nothing of theirs lives on.
    threading.Thread(target=_die_with_the_tests, daemon=True).start()
    for name, number, writer in (("stdout", 1, out), ("stderr", 2, err)):
        os.dup2(writer.fileno(), number)
        writer.close()
        # What the fork inherits knows the fork server's own file, of whatever kind that was.
        binary = io.FileIO(number, "w", closefd=False)
        setattr(sys, name, io.TextIOWrapper(binary, encoding="utf-8", write_through=True))
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    bootstrap.main(arguments[0], arguments[1:])


def _die_with_the_tests() -> None:
    tests = multiprocessing.parent_process()
    assert tests is not None
    tests.join()
    os.kill(os.getpid(), signal.SIGKILL)

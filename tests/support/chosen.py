"""Which database the simulated groups run on: SQLite, or what DORAN_DATABASE names."""

import asyncio
import atexit
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import TypeVar

from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.support import postgres
from tests.support.databases import new_database

POSTGRESQL = "postgresql"
Result = TypeVar("Result")
ON_POSTGRESQL = os.environ.get("DORAN_DATABASE", "sqlite") == POSTGRESQL


@contextmanager
def chosen(url: str) -> Iterator[str]:
    """Yield ``url``, or an empty migrated database on PostgreSQL in its place."""
    if not ON_POSTGRESQL or url.startswith(POSTGRESQL):
        yield url
        return
    server, template = _served()
    with ExitStack() as stack:
        yield _elsewhere(lambda: stack.enter_context(new_database(server, template)))
        _elsewhere(stack.close)


@cache
def _served() -> tuple[str, str]:
    """Start a server for this process, with one migrated database to copy from."""
    folder = postgres.binaries()
    if folder is None:
        raise RuntimeError("DORAN_DATABASE=postgresql needs Debian's package postgresql")
    stack = ExitStack()
    atexit.register(stack.close)
    server = stack.enter_context(postgres.server(folder))
    url = _elsewhere(lambda: stack.enter_context(new_database(server)))
    _elsewhere(lambda: asyncio.run(_migrated(url)))
    return server, url.rpartition("/")[2]


async def _migrated(url: str) -> None:
    async with Storage(url) as storage:
        await upgrade(storage.engine)


def _elsewhere(do: Callable[[], Result]) -> Result:
    """Do it on a thread without an event loop, whose own it may start."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()

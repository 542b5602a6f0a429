"""Fixtures: an empty database for each test, on SQLite and on PostgreSQL."""

import asyncio
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import asyncpg
import pytest

from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.support import postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server; skips, saying so, where none is installed (never in CI)."""
    folder = postgres.binaries()
    if folder is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is missing: .ci/run installs it")
        pytest.skip("no PostgreSQL here: install Debian's package postgresql to run this test")
    with ExitStack() as stack:
        yield stack.enter_context(postgres.server(folder))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, on each kind in turn."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    address: str = request.getfixturevalue("postgres_server")
    name = f"doran_{uuid.uuid4().hex}"
    asyncio.run(_on_server(address, f"CREATE DATABASE {name}"))
    yield f"{address}/{name}"
    asyncio.run(_on_server(address, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    """A migrated database."""
    async with Storage(database_url) as opened:
        await upgrade(opened.engine)
        yield opened


def sqlite_url(folder: Path) -> str:
    """Return the address of a SQLite file in ``folder``."""
    return f"sqlite+aiosqlite:///{folder / 'doran.db'}"


async def _on_server(address: str, statement: str) -> None:
    plain = address.replace("postgresql+asyncpg", "postgresql") + "/postgres"
    connection = await asyncpg.connect(plain)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()

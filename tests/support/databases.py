"""Fixtures: an empty database for each test, on SQLite and on PostgreSQL."""

import asyncio
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
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
    with new_database(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty database on PostgreSQL."""
    with new_database(postgres_server) as url:
        yield url


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    """A migrated database."""
    async with Storage(database_url) as opened:
        await upgrade(opened.engine)
        yield opened


def sqlite_url(folder: Path) -> str:
    """Return the address of a SQLite file in ``folder``."""
    return f"sqlite+aiosqlite:///{folder / 'doran.db'}"


@contextmanager
def new_database(server: str, template: str = "template1") -> Iterator[str]:
    """Make a database on ``server``, a copy of ``template``; drop it at the end."""
    name = f"doran_{uuid.uuid4().hex}"
    asyncio.run(_on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}"))
    try:
        yield f"{server}/{name}"
    finally:
        asyncio.run(_on_server(server, f"DROP DATABASE {name} WITH (FORCE)"))


async def _on_server(address: str, statement: str) -> None:
    plain = address.replace("postgresql+asyncpg", "postgresql") + "/postgres"
    connection = await asyncpg.connect(plain)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()

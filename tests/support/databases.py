"""Databases of the tests: on SQLite and on PostgreSQL, empty, or migrated once and then copied.

On PostgreSQL a copy is used by one test after another (``pool.py``).

A test with ``storage``, ``migrated_url`` or ``database_url`` runs on both kinds. What runs the
whole bot (``study_group``, the wire tests) takes its database from ``database_in``: SQLite, or with
DORAN_DATABASE=postgresql PostgreSQL; ``make test-postgres`` runs all of those so.
"""

import asyncio
import os
import tempfile
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

import asyncpg
import pytest

from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.support import postgres
from tests.support.pool import Deed, Pool

SQLITE, POSTGRESQL = KINDS = ("sqlite", "postgresql")
ON_POSTGRESQL = os.environ.get("DORAN_DATABASE", SQLITE) == POSTGRESQL
EMPTY = "template1"
only_on_sqlite = pytest.mark.skipif(ON_POSTGRESQL, reason="breaks the database by SQLite's means")
Result = TypeVar("Result")
# What ``database_in`` took on PostgreSQL for the present test, by the folder that stands for it.
_taken: dict[Path, str] = {}


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """A PostgreSQL server; skips, saying so, where none is installed (never in CI)."""
    if postgres.binaries() is None and not os.environ.get("CI"):
        pytest.skip("no PostgreSQL here: install Debian's package postgresql to run this test")
    return postgres.server()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, on each kind in turn."""
    if request.param == SQLITE:
        yield sqlite_url(tmp_path)
    else:
        with new_database(request.getfixturevalue("postgres_server")) as url:
            yield url


@pytest.fixture(params=KINDS)
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database without rows, on each kind in turn."""
    if request.param == SQLITE:
        yield migrated_sqlite(tmp_path)
    else:
        with _lent(request.getfixturevalue("postgres_server")) as url:
            yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a migrated database on PostgreSQL."""
    with _lent(postgres_server) as url:
        yield url


@pytest.fixture
async def storage(migrated_url: str) -> AsyncIterator[Storage]:
    """A migrated database."""
    async with Storage(migrated_url) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _given_back() -> Iterator[None]:
    """Give back what ``database_in`` took for a test."""
    yield
    while _taken:
        _pool(postgres.server()).give_back(_taken.popitem()[1])


@contextmanager
def _lent(server: str) -> Iterator[str]:
    url = _pool(server).take()
    try:
        yield url
    finally:
        _pool(server).give_back(url)


def sqlite_url(folder: Path) -> str:
    """Return the address of a SQLite file in ``folder``."""
    return f"sqlite+aiosqlite:///{folder / 'doran.db'}"


def migrated_sqlite(folder: Path) -> str:
    """Return the address of a migrated SQLite file in ``folder``."""
    file = folder / "doran.db"
    if not file.exists():
        file.write_bytes(_migrated_file())
    return sqlite_url(folder)


def database_in(folder: Path) -> str:
    """Return the address of ``folder``'s migrated database, on the kind that the suite runs on.

    On SQLite it lies in ``folder``; on PostgreSQL it is emptied after the test.
    """
    if not ON_POSTGRESQL:
        return migrated_sqlite(folder)
    if folder not in _taken:
        _taken[folder] = _pool(postgres.server()).take()
    return _taken[folder]


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """Make an empty database on ``server``; drop it at the end."""
    url = _created(server, EMPTY)
    try:
        yield url
    finally:
        _drop(url)


@cache
def _migrated_file() -> bytes:
    """Return what a migrated SQLite file holds; each process migrates one."""
    with tempfile.TemporaryDirectory() as folder:
        _elsewhere(lambda: asyncio.run(_migrated(sqlite_url(Path(folder)))))
        return (Path(folder) / "doran.db").read_bytes()


@cache
def _pool(server: str) -> Pool:
    """Return this process's migrated databases on ``server``."""
    return Pool(lambda: _created(server, _template()), _drop, _asked)


@cache
def _template() -> str:
    """Return the name of a migrated database to copy; each process migrates one."""
    url = _created(postgres.server(), EMPTY)
    _elsewhere(lambda: asyncio.run(_migrated(url)))
    return url.rpartition("/")[2]


async def _migrated(url: str) -> None:
    async with Storage(url) as storage:
        await upgrade(storage.engine)


def _created(server: str, template: str) -> str:
    name = f"doran_{uuid.uuid4().hex}"
    _on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    return f"{server}/{name}"


def _drop(url: str) -> None:
    server, _, name = url.rpartition("/")
    _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def _on_server(server: str, statement: str) -> None:
    _asked(f"{server}/postgres", lambda connection: connection.execute(statement))


def _asked(url: str, deed: Deed) -> str:
    async def ask() -> str:
        connection = await asyncpg.connect(url.replace("postgresql+asyncpg", "postgresql"))
        try:
            return await deed(connection)
        finally:
            await connection.close()

    return _elsewhere(lambda: asyncio.run(ask()))


def _elsewhere(do: Callable[[], Result]) -> Result:
    """Do it on a thread without an event loop, whose own it may start."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()

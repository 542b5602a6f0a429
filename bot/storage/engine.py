"""Opens the database: SQLite tuned to lose nothing, or PostgreSQL."""

from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.one_trip import BEGIN_READING, connected

# Shorter than Discord's 3 s, so that a locked file still leaves time for a kind sentence.
SQLITE_BUSY_MS = 2_000
READ_ONLY = "doran_read_only"


class UnusableDatabase(Exception):
    """The database cannot be used; the text says why and what to do, and holds no password."""


def open_engine(url: str) -> AsyncEngine:
    """Return an engine for ``url``; for SQLite the file's folder is made if it is missing.

    Raises:
        UnusableDatabase: PostgreSQL's driver is not installed, or the file's folder cannot be made.
    """
    if make_url(url).get_backend_name() != "sqlite":
        try:
            # A failed statement's values are members' words: they stay out of tracebacks and logs.
            return create_async_engine(url, pool_pre_ping=True, hide_parameters=True)
        except ModuleNotFoundError as missing:
            raise UnusableDatabase(
                f"PostgreSQL needs {missing.name}: start with `make run WITH=postgres`, "
                "or install requirements/postgres.txt"
            ) from missing
    database = make_url(url).database
    if database and database != ":memory:" and not database.startswith("file:"):
        try:
            Path(database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise UnusableDatabase(
                f"the database's folder cannot be made ({fault.strerror}): check DATABASE_URL"
            ) from fault
    engine = create_async_engine(url, hide_parameters=True)
    event.listen(engine.sync_engine, "do_connect", _connect_our_way)
    event.listen(engine.sync_engine, "connect", _tune_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _connect_our_way(_dialect: object, _record: object, _given: object, options: Any) -> None:
    options["async_creator_fn"] = connected


def _tune_sqlite(connection: Any, _record: object) -> None:
    # The driver would otherwise open transactions of its own, late, and without IMMEDIATE.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {SQLITE_BUSY_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten with zeros: a destroyed key must not lie around in the file.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE takes the write lock at once: two readers can then never deadlock as both upgrade.
    reads = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql(BEGIN_READING if reads else "BEGIN IMMEDIATE")

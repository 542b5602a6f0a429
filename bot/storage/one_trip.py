"""An aiosqlite connection whose statements take one trip to its thread in place of four.

SQLAlchemy makes a cursor, executes, fetches all rows and closes the cursor, and awaits the
connection's thread each time. It fetches all rows anyway, so the thread can do the four at once.
A trip costs a tenth of a millisecond of processor time, which was most of what a read cost
(docs/decisions/0011-trips-to-sqlite.md).
"""

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Self, TypeVar

import aiosqlite
from aiosqlite.core import _STOP_RUNNING_SENTINEL

Row = tuple[Any, ...]
Result = TypeVar("Result")
BEGIN_READING = "BEGIN"
# More than any screen shows: only exports and copies of tables have more.
FIRST_ROWS = 500


class OneTripCursor:
    """As much of `aiosqlite.Cursor` as SQLAlchemy uses.

    A statement's first rows come with it; only one with more than ``FIRST_ROWS`` keeps SQLite's
    cursor open and takes further trips, so that a stream never holds a whole table.

    Attributes:
        description, rowcount, lastrowid, arraysize: as in PEP 249, of the last statement.
    """

    def __init__(self, connection: "OneTripConnection") -> None:
        """Execute on ``connection``."""
        self._connection = connection
        self._rows: list[Row] = []
        # SQLite's own, where more rows wait in it.
        self._open: sqlite3.Cursor | None = None
        self.arraysize = 1
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        """Return itself: there is nothing to open yet."""
        return self

    async def __aexit__(self, *_exc: object) -> None:
        """Close it."""
        await self.close()

    async def execute(self, statement: str, parameters: Any = ()) -> Self:
        """Execute ``statement``.

        Raises:
            sqlite3.Error: as SQLite says.
        """
        if statement == BEGIN_READING:
            self._connection.begin_with_the_next()
            return self
        return await self._go(sqlite3.Cursor.execute, statement, parameters)

    async def executemany(self, statement: str, parameters: Sequence[Any]) -> Self:
        """Execute ``statement`` with each of ``parameters``.

        Raises:
            sqlite3.Error: as SQLite says.
        """
        return await self._go(sqlite3.Cursor.executemany, statement, parameters)

    async def fetchone(self) -> Row | None:
        """Return the next row; None after the last."""
        found = await self.fetchmany(1)
        return found[0] if found else None

    async def fetchmany(self, size: int | None = None) -> list[Row]:
        """Return the next ``size`` rows, or as many as there are."""
        wanted = self.arraysize if size is None else size
        if self._open is not None and len(self._rows) < wanted:
            missing = wanted - len(self._rows)
            self._rows += await self._connection.on_thread(self._open.fetchmany, missing)
        found, self._rows = self._rows[:wanted], self._rows[wanted:]
        return found

    async def fetchall(self) -> list[Row]:
        """Return the rows that were not returned yet."""
        found, self._rows = self._rows, []
        if self._open is not None:
            found += await self._connection.on_thread(self._open.fetchall)
            await self.close()
        return found

    async def close(self) -> None:
        """Let go of the rows."""
        self._rows = []
        if self._open is not None:
            cursor, self._open = self._open, None
            await self._connection.on_thread(cursor.close)

    async def _go(self, how: Any, statement: str, parameters: Any) -> Self:
        await self.close()
        done = await self._connection.on_thread(self._trip, how, statement, parameters)
        cursor, self._rows, is_open = done
        self._open = cursor if is_open else None
        self.description, self.rowcount = cursor.description, cursor.rowcount
        self.lastrowid = cursor.lastrowid
        return self

    def _trip(
        self, how: Any, statement: str, parameters: Any
    ) -> tuple[sqlite3.Cursor, list[Row], bool]:
        """On the thread: execute, fetch the first rows, and close what has no more."""
        cursor = self._connection.sqlite.cursor()
        try:
            if self._connection.begins():
                cursor.execute(BEGIN_READING)
            how(cursor, statement, parameters)
            # Without a description there is nothing to fetch.
            rows = cursor.fetchmany(FIRST_ROWS) if cursor.description else []
            is_open = len(rows) == FIRST_ROWS
        except BaseException:
            cursor.close()
            raise
        if not is_open:
            cursor.close()
        return cursor, rows, is_open


class OneTripConnection(aiosqlite.Connection):
    """Hands out cursors of the kind above.

    A transaction that only reads begins for SQLite with its first statement, and so it is sent with
    that (https://www.sqlite.org/lang_transaction.html: a deferred one starts when first used).
    """

    _is_to_begin = False

    def begin_with_the_next(self) -> None:
        """Send ``BEGIN_READING`` along with the next statement."""
        self._is_to_begin = True

    def begins(self) -> bool:
        """Tell, once, whether a transaction is to begin now."""
        was, self._is_to_begin = self._is_to_begin, False
        return was

    async def commit(self) -> None:
        """Commit, if anything began."""
        if not self.begins():
            await super().commit()

    async def rollback(self) -> None:
        """Roll back, if anything began; the pool asks for it a second time."""
        if not self.begins() and self.in_transaction:
            await super().rollback()

    def stop(self) -> None:
        """Have the thread end, once it has done what it was given.

        Nobody is told: the pool and the garbage collector do not wait, and by the time the thread
        has ended their event loop may be closed. ``close`` has waited for SQLite before this.
        """
        self._running = False
        self._tx.put_nowait((None, self._end))

    def _end(self) -> object:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        return _STOP_RUNNING_SENTINEL

    @property
    def sqlite(self) -> sqlite3.Connection:
        """SQLite's own connection, for use on the thread alone."""
        return self._conn

    def cursor(self) -> OneTripCursor:  # type: ignore[override]
        """Return a cursor; aiosqlite's own would have to be awaited on the thread first."""
        return OneTripCursor(self)

    async def on_thread(self, do: Callable[..., Result], *given: Any) -> Result:
        """Return what ``do(*given)`` returns on the connection's thread."""
        execute: Callable[..., Awaitable[Result]] = self._execute
        return await execute(do, *given)


async def connected(database: str, **options: Any) -> OneTripConnection:
    """Connect to ``database`` with the ``options`` of `sqlite3.connect`.

    Its thread does not hold the process up at its end, as with SQLAlchemy's own way of connecting.
    """
    connection = OneTripConnection(lambda: sqlite3.connect(database, **options), FIRST_ROWS)
    connection._thread.daemon = True
    await connection
    return connection

"""The unit of work: one transaction, rolled back unless it is committed by name."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from types import TracebackType
from typing import Self

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.storage.engine import READ_ONLY, SQLITE_BUSY_MS, open_engine

# SQLite's own words for a disk that takes nothing more (https://www.sqlite.org/rescode.html).
_UNWRITABLE = ("database or disk is full", "readonly database", "disk i/o error")


class StorageBusy(Exception):
    """The database stayed locked for longer than a member should wait; nothing was saved."""


class StorageUnwritable(Exception):
    """The disk is full, or the file cannot be written; nothing was saved."""


class Work:
    """An open transaction. A service takes it; whoever opened it commits it."""

    def __init__(self, session: AsyncSession, *, writes: bool = True) -> None:
        """Hold ``session``, whose transaction has begun; ``writes``: it may change things."""
        self.session = session
        self.writes = writes

    async def commit(self) -> None:
        """Make everything done so far durable."""
        await self.session.commit()


class Storage:
    """One database. Opens units of work on it."""

    def __init__(self, url: str) -> None:
        """Prepare for the database at ``url``; nothing is opened before the first work."""
        self.engine: AsyncEngine = open_engine(url)
        # SQLite has one writer: queue here, in order, rather than by polling the file's lock.
        self._turn = asyncio.Lock() if self.engine.dialect.name == "sqlite" else None

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """Open a transaction that may write; it rolls back unless ``commit`` is called.

        Raises:
            StorageBusy: another writer held the database for over two seconds.
        """
        async with AsyncExitStack() as stack:
            if self._turn is not None:
                await stack.enter_async_context(_Turn(self._turn))
            session = await stack.enter_async_context(
                AsyncSession(self.engine, expire_on_commit=False)
            )
            with _FaultsNamed():
                await session.connection()
                yield Work(session)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Work]:
        """Open a transaction that only reads; it waits for no writer."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            with _FaultsNamed():
                await session.connection(execution_options={READ_ONLY: True})
                yield Work(session, writes=False)

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()

    async def __aenter__(self) -> Self:
        """Return itself; ``__aexit__`` closes it."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every connection."""
        await self.close()


class _Turn:
    """Waits for the writer's turn, but not for longer than a member should."""

    def __init__(self, lock: asyncio.Lock) -> None:
        self._lock = lock

    async def __aenter__(self) -> None:
        try:
            async with asyncio.timeout(SQLITE_BUSY_MS / 1000):
                await self._lock.acquire()
        except TimeoutError:
            raise StorageBusy from None

    async def __aexit__(self, *_exc: object) -> None:
        self._lock.release()


class _FaultsNamed:
    """Names what the driver only describes in words."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not isinstance(error, OperationalError):
            return
        words = str(error.orig).lower()
        if "database is locked" in words:
            raise StorageBusy from error
        if any(fault in words for fault in _UNWRITABLE):
            raise StorageUnwritable from error

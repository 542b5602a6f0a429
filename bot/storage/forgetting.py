"""Wipes what was deleted from the database's files, where deleting alone leaves the bytes."""

from typing import Any

from sqlalchemy import text

from bot.storage.backup import LEFT_OUT
from bot.storage.work import Storage


async def forget_deleted(storage: Storage) -> bool:
    """Make deleted rows of the ``LEFT_OUT`` tables unreadable in the files; return if it worked.

    SQLite: `secure_delete` has overwritten them with zeros (https://www.sqlite.org/pragma.html);
    here the write-ahead log, which still holds the pages as they were, is emptied into the file and
    cut to nothing. False: another connection still reads an older state; try again.
    PostgreSQL: the tables are written anew (`VACUUM FULL`); its own write-ahead log keeps the bytes
    until it is recycled.
    """
    if storage.engine.dialect.name == "sqlite":
        return await _empty_log(storage)
    engine = storage.engine.execution_options(isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for table in LEFT_OUT:
            await connection.execute(text(f"VACUUM FULL {table}"))
    return True


async def _empty_log(storage: Storage) -> bool:
    async with storage.engine.connect() as connection:
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection
        async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
            busy, _frames, _moved = await cursor.fetchone()
    return not busy

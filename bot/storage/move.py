"""Copies a SQLite database into an empty PostgreSQL, all of it or nothing."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.engine import READ_ONLY, UnusableDatabase, open_engine
from bot.storage.sqlite_file import VERSION_TABLE, file_of
from bot.storage.upgrade import newest_revision, upgrade_within

BATCH = 1_000
# PostgreSQL keeps no NUL in text (its manual, 8.3); SQLite does.
_NUL, _STAND_IN = "\x00", "\ufffd"

Progress = Callable[[str, int, int], None]


class NoMove(Exception):
    """Nothing was moved, and the target is as it was; the text holds no password."""


async def move(source: str, target: str, metadata: MetaData, progress: Progress) -> dict[str, int]:
    """Copy every row of the SQLite file at ``source`` to ``target``; return rows by table.

    Schema, rows and sequences arrive in one transaction of the target: one that was interrupted
    has left nothing, and is simply begun again. ``progress`` is told (table, rows copied, of how
    many). The source is only read; a bot that still writes to it would lose what it writes.

    Raises:
        NoMove: the source is not at the newest revision or in use, the target is no PostgreSQL or
            not empty, or what arrived is not what was sent.
    """
    file = file_of(source)
    if file is None or not file.is_file():
        raise NoMove("FROM must be a SQLite file that is there")
    if file_of(target) is not None:
        raise NoMove("TO must be PostgreSQL: postgresql://USER:PASSWORD@HOST/NAME")
    try:
        async with AsyncExitStack() as stack:
            taken = await stack.enter_async_context(_opened(stack, source).connect())
            await taken.execution_options(**{READ_ONLY: True})
            await _check_source(taken, file, metadata)
            # One that is left by an exception rolls back, by a kill too.
            made = await stack.enter_async_context(_opened(stack, target).begin())
            await made.run_sync(_make_tables, metadata)
            return {
                table.name: await _copy(table, taken, made, progress)
                for table in metadata.sorted_tables
            }
    except DBAPIError as fault:
        # Only the driver's words: SQLAlchemy's own text may go on with the statement.
        words = str(fault.orig).partition(">: ")[2] or str(fault.orig)
        raise NoMove(f"the copy was given up and left nothing behind: {words}") from None
    except (OSError, UnusableDatabase) as fault:
        raise NoMove(f"a database cannot be opened: {fault}") from None


def _opened(stack: AsyncExitStack, url: str) -> AsyncEngine:
    engine = open_engine(url)
    stack.push_async_callback(engine.dispose)
    return engine


async def _check_source(taken: AsyncConnection, file: Path, metadata: MetaData) -> None:
    names = set(await taken.run_sync(lambda c: inspect(c).get_table_names()))
    at = None
    if VERSION_TABLE in names:
        at = await taken.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    if at != newest_revision():
        raise NoMove(f"{file} is not at this version's revision: python -m bot db upgrade first")
    if unknown := names - set(metadata.tables) - {VERSION_TABLE}:
        raise NoMove(f"{file} has tables that are not Doran's: {', '.join(sorted(unknown))}")


def _make_tables(connection: Connection, metadata: MetaData) -> None:
    """Bring the target's schema up, if it has none, and lock it against whoever may start now."""
    if set(inspect(connection).get_table_names()) & set(metadata.tables):
        _refuse_filled(connection, metadata)
    upgrade_within(connection)
    names = ", ".join(f'"{name}"' for name in sorted(metadata.tables))
    connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
    _refuse_filled(connection, metadata)


def _refuse_filled(connection: Connection, metadata: MetaData) -> None:
    present = set(inspect(connection).get_table_names())
    for table in metadata.sorted_tables:
        if table.name in present and connection.scalar(select(1).select_from(table).limit(1)):
            raise NoMove(
                f"TO is not empty (there are rows in {table.name}): "
                "make a new database and move into that"
            )


async def _copy(
    table: Table, taken: AsyncConnection, made: AsyncConnection, progress: Progress
) -> int:
    rows = await taken.scalar(select(func.count()).select_from(table)) or 0
    copied = 0
    progress(table.name, copied, rows)
    found = await taken.stream(
        select(table).order_by(*table.primary_key), execution_options={"yield_per": BATCH}
    )
    async for part in found.mappings().partitions():
        await made.execute(table.insert(), [_storable(dict(row)) for row in part])
        copied += len(part)
        progress(table.name, copied, rows)
    arrived = await made.scalar(select(func.count()).select_from(table))
    if not rows == copied == arrived:
        raise NoMove(f"{table.name} has {rows} rows, but {arrived} arrived")
    await made.run_sync(_set_sequence, table)
    return rows


def _storable(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.replace(_NUL, _STAND_IN) if isinstance(value, str) else value
        for name, value in row.items()
    }


def _set_sequence(connection: Connection, table: Table) -> None:
    """Have the next row numbered after the ones that came along."""
    key = table.autoincrement_column
    if key is None:
        return
    sequence = connection.scalar(select(func.pg_get_serial_sequence(f'"{table.name}"', key.name)))
    highest = connection.scalar(select(func.max(key)))
    if sequence is not None and highest is not None:
        connection.execute(select(func.setval(sequence, highest)))

"""Looks a database over: whole, at the right step, with the tables of the code, no row astray."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.storage.engine import READ_ONLY, UnusableDatabase, open_engine
from bot.storage.sqlite_file import VERSION_TABLE, faults_in, file_of, orphans_in, reading
from bot.storage.upgrade import drift, known_revisions, newest_revision

_LINES = 5


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was looked at: its name, whether it is well, and what was found."""

    name: str
    is_well: bool
    found: str


async def look_over(url: str, metadata: MetaData) -> list[Looked]:
    """Return what was found in the database at ``url``, writing nothing to it.

    Raises:
        UnusableDatabase: there is none, or it cannot be opened.
    """
    file = file_of(url)
    looked = [] if file is None else list(_file(file))
    if not all(each.is_well for each in looked):
        return looked
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.execution_options(**{READ_ONLY: True})
            return looked + await connection.run_sync(_schema, metadata)
    except (DBAPIError, OSError) as fault:
        words = str(fault.orig if isinstance(fault, DBAPIError) else fault).splitlines()[0]
        raise UnusableDatabase(f"the database cannot be read ({words})") from fault
    finally:
        await engine.dispose()


async def revision_on_server(url: str) -> str | None:
    """Return the revision of the PostgreSQL at ``url``; None: it has no tables of ours yet.

    Raises:
        UnusableDatabase: it cannot be reached.
    """
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_revision)
    except (DBAPIError, OSError) as fault:
        words = str(fault.orig if isinstance(fault, DBAPIError) else fault).splitlines()[0]
        raise UnusableDatabase(f"the server cannot be reached ({words})") from fault
    finally:
        await engine.dispose()


def _file(file: Path) -> Iterator[Looked]:
    if not file.is_file():
        raise UnusableDatabase(f"there is no database at {file} yet: the first start makes it")
    try:
        with closing(reading(file)) as opened:
            faults, orphans = faults_in(opened), orphans_in(opened)
    except sqlite3.Error as fault:
        yield Looked("integrity", False, f"{fault}: restore a backup (db restore FILE --force)")
        return
    yield Looked("integrity", not faults, "; ".join(faults[:_LINES]) or "the file is whole")
    astray = ", ".join(f"{count} in {table}" for table, count in sorted(orphans.items()))
    yield Looked(
        "orphans",
        not orphans,
        f"rows that point at a row that is gone: {astray}" if orphans else "no row points nowhere",
    )


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    statement = text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608
    found: str | None = connection.execute(statement).scalar()
    return found


def _schema(connection: Connection, metadata: MetaData) -> list[Looked]:
    found = _revision(connection)
    newest = newest_revision()
    if found is None:
        return [Looked("revision", False, "not a database of Doran's: check DATABASE_URL")]
    if found not in known_revisions():
        return [
            Looked("revision", False, f"{found}, of a newer version: install that version again")
        ]
    if found != newest:
        return [Looked("revision", False, f"{found}, behind {newest}: python -m bot db upgrade")]
    differs = drift(connection, metadata)
    keys = sum(len(table.foreign_keys) for table in metadata.tables.values())
    return [
        Looked("revision", True, f"{found}, the newest"),
        Looked(
            "tables",
            not differs,
            f"{len(differs)} differences from the code: {differs[:_LINES]}"
            if differs
            else f"all {len(metadata.tables)} are as in the code, with {keys} foreign keys",
        ),
    ]

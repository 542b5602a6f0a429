"""A SQLite database as a file: where it lies, at which step it is, whether it is whole."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

_WHERE = ":///"
VERSION_TABLE = "alembic_version"
# In a transaction that is rolled back: fails where the file cannot be written, changes nothing.
TRY_WRITING = "PRAGMA user_version = 1"


def file_of(url: str) -> Path | None:
    """Return the file of a SQLite address; None: the address is another kind of database's."""
    scheme, found, rest = url.partition(_WHERE)
    if not found or scheme.partition("+")[0] != "sqlite":
        return None
    return Path(rest.partition("?")[0].removeprefix("file:"))


def reading(file: Path) -> sqlite3.Connection:
    """Open ``file`` so that nothing can be written to it, and nothing is made that is missing."""
    return sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)


def table_names(database: sqlite3.Connection) -> set[str]:
    """Return the names of every table, SQLite's own left out."""
    rows = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {row[0] for row in rows}


def revision_of(database: sqlite3.Connection) -> str | None:
    """Return the migration that the database is at; None: it is none of Doran's."""
    if VERSION_TABLE not in table_names(database):
        return None
    row = database.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()  # noqa: S608
    return None if row is None else str(row[0])


def faults_in(database: sqlite3.Connection) -> list[str]:
    """Return what SQLite's own check finds wrong in the file; empty: it is whole."""
    found = [str(row[0]) for row in database.execute("PRAGMA integrity_check")]
    return [] if found == ["ok"] else found


def orphans_in(database: sqlite3.Connection) -> dict[str, int]:
    """Return, by table, how many rows point at a row that is gone."""
    found: dict[str, int] = {}
    for table, *_rest in database.execute("PRAGMA foreign_key_check"):
        found[table] = found.get(table, 0) + 1
    return found

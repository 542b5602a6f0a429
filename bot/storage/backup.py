"""An online copy of a SQLite database, opened and checked before it counts as a backup."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url


class NoBackup(Exception):
    """No backup was made; the text says why and what to do instead."""


def back_up(url: str, folder: Path, *, now: datetime) -> Path | None:
    """Copy the SQLite database at ``url`` into ``folder``; return the copy's path.

    Uses SQLite's online backup, so the bot may be running. Returns None where there is nothing to
    copy yet. A half-written copy never has a backup's name.

    Raises:
        NoBackup: the database is not SQLite, cannot be read, or the copy failed its check.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        raise NoBackup("only SQLite is copied here: use pg_dump for PostgreSQL")
    source = Path(address.database or "")
    if not source.is_file():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{source.stem}-{now:%Y%m%dT%H%M%SZ}.db"
    unfinished = copy.with_suffix(".part")
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as reading,
            closing(sqlite3.connect(unfinished)) as writing,
        ):
            reading.backup(writing)
            verdict = writing.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        unfinished.unlink(missing_ok=True)
        raise NoBackup(f"{source} could not be copied: {error}") from error
    if verdict != "ok":
        unfinished.unlink(missing_ok=True)
        raise NoBackup(f"{source} is damaged ({verdict}): restore an earlier backup")
    unfinished.replace(copy)
    return copy

"""A migrated SQLite database with rows in it, as a file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.upgrade import upgrade
from bot.storage.work import Storage
from tests.support.databases import sqlite_url


async def filled(folder: Path, *, members: int = 3) -> Path:
    """Make ``doran.db`` in ``folder``, where ``members`` members speak English; return it."""
    async with Storage(sqlite_url(folder)) as storage:
        await upgrade(storage.engine)
    file = folder / "doran.db"
    with closing(sqlite3.connect(file)) as database:
        rows = ((member, "en") for member in range(1, members + 1))
        database.executemany(
            "INSERT INTO member_language (member_id, language) VALUES (?, ?)", rows
        )
        database.commit()
    return file


def asked(file: Path, statement: str) -> list[tuple[object, ...]]:
    """Return what ``statement`` finds in ``file``."""
    with closing(sqlite3.connect(file)) as database:
        found = database.execute(statement).fetchall()
        database.commit()
        return found


def members_in(file: Path) -> int:
    """Return how many members chose a language."""
    ((count,),) = asked(file, "SELECT count(*) FROM member_language")
    assert isinstance(count, int)
    return count

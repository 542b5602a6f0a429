"""An online copy of a SQLite database, opened and checked before it counts as a backup."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage.sqlite_file import faults_in, file_of, reading, revision_of, table_names

# Standard library only: tools/back_up.py copies with what an older version had installed.

# Tables whose rows no backup may hold: with a discussion's key, votes in it could be told apart.
LEFT_OUT = ("discussion_key",)
STAMP = "%Y%m%dT%H%M%SZ"
_PAGES_A_STEP = 1_000
_STEPS_BETWEEN_LOOKS = 100_000
# The copy, what cleaning it up takes for a while, and room for the bot to go on writing.
_TIMES_ITS_SIZE = 2
_RESERVE = 64 * 2**20
_LEFTOVER_AFTER = timedelta(days=1)
_MEGABYTE = 2**20


class NoBackup(Exception):
    """No backup was made; the text says why and what to do instead."""


def free_bytes(folder: Path) -> int:
    """Return how much room the disk of ``folder`` has."""
    return shutil.disk_usage(folder).free


def folder_beside(url: str) -> Path:
    """Return where copies go unless told otherwise: ``backups`` beside the SQLite file."""
    return (file_of(url) or Path("data/doran.db")).parent / "backups"


def back_up(
    url: str,
    folder: Path,
    *,
    now: datetime,
    given_up: Callable[[], bool] = lambda: False,
    free: Callable[[Path], int] = free_bytes,
) -> Path | None:
    """Copy the SQLite database at ``url`` into ``folder``; return the copy's path.

    Uses SQLite's online backup, so the bot may be running. Returns None where there is nothing to
    copy yet. What was deleted before, and the rows of ``LEFT_OUT``, are in no copy. A half-written
    copy never has a backup's name. ``given_up`` is asked now and then; True ends it.

    Raises:
        NoBackup: the database is not SQLite or not Doran's, cannot be read, there is no room, or
            the copy failed its check.
    """
    source = file_of(url)
    if source is None:
        raise NoBackup(
            "only SQLite is copied here: for PostgreSQL use pg_dump with "
            + " ".join(f"--exclude-table-data={table}" for table in LEFT_OUT)
        )
    if not source.is_file() or not source.stat().st_size:
        return None
    copy = folder / f"{source.stem}-{now.strftime(STAMP)}.db"
    unfinished = copy.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_without_room(source, folder, free)
        # Members' words are in it: only the account that runs the bot may read it.
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(source, unfinished, given_up)
        _clean(unfinished, given_up)
        _check(unfinished, source)
        settle(unfinished, copy)
    except (sqlite3.Error, OSError) as error:
        words = "stopped" if given_up() else str(error)
        raise NoBackup(f"{source} could not be copied: {words}") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return copy


def settle(unfinished: Path, file: Path) -> None:
    """Give a finished file its name, once the disk has all of it."""
    with unfinished.open("rb+") as whole:
        os.fsync(whole.fileno())
    unfinished.replace(file)


def backups_in(url: str, folder: Path) -> list[tuple[datetime, Path]]:
    """Return the backups of the database at ``url`` with their moments, newest first."""
    stem = re.escape((file_of(url) or Path("doran")).stem)
    name = re.compile(rf"{stem}-(\d{{8}}T\d{{6}}Z)\.db")
    found = [(name.fullmatch(path.name), path) for path in folder.glob("*.db")]
    moments = [
        (datetime.strptime(match[1], STAMP).replace(tzinfo=UTC), path)
        for match, path in found
        if match
    ]
    return sorted(moments, reverse=True)


def rotate(url: str, folder: Path, *, days: int, now: datetime) -> list[Path]:
    """Keep the backups of the newest ``days`` days that have any; return what was removed.

    Counted in days, so that several backups of one day (before updates) push out no older day.
    """
    backups = backups_in(url, folder)
    kept = sorted({at.date() for at, _ in backups}, reverse=True)[:days]
    removed = [path for at, path in backups if at.date() not in kept]
    stem = (file_of(url) or Path("doran")).stem
    # A copy that a power cut left half written is nobody's any more.
    before = (now - _LEFTOVER_AFTER).timestamp()
    removed += [part for part in folder.glob(f"{stem}-*.part") if part.stat().st_mtime < before]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def _refuse_without_room(source: Path, folder: Path, free: Callable[[Path], int]) -> None:
    # A full disk would stop the bot's own writing, so no copy is begun that comes near it.
    log = source.with_name(f"{source.name}-wal")
    size = source.stat().st_size + (log.stat().st_size if log.is_file() else 0)
    wanted, there = size * _TIMES_ITS_SIZE + _RESERVE, free(folder)
    if there < wanted:
        raise NoBackup(
            f"no room for a copy in {folder}: {there // _MEGABYTE} MB are free, "
            f"{wanted // _MEGABYTE} MB needed; remove something or choose another BACKUP_DIR"
        )


def _copy(source: Path, unfinished: Path, given_up: Callable[[], bool]) -> None:
    def look(_status: int, _remaining: int, _total: int) -> None:
        if given_up():
            raise InterruptedError("stopped")

    with closing(reading(source)) as taken, closing(sqlite3.connect(unfinished)) as made:
        # One reading transaction around all steps: what is written meanwhile starts nothing over.
        taken.execute("BEGIN")
        taken.execute("SELECT count(*) FROM sqlite_master").fetchone()
        taken.backup(made, pages=_PAGES_A_STEP, progress=look)


def _clean(unfinished: Path, given_up: Callable[[], bool]) -> None:
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as made:
        made.set_progress_handler(given_up, _STEPS_BETWEEN_LOOKS)
        # A copy stands alone, without a log beside it, and journals nothing of what is left out.
        made.execute("PRAGMA journal_mode = DELETE")
        made.execute("PRAGMA journal_mode = OFF")
        made.execute("PRAGMA secure_delete = ON")
        for table in set(LEFT_OUT) & table_names(made):
            made.execute(f'DELETE FROM "{table}"')  # noqa: S608
        # Pages that were freed hold what members deleted.
        made.execute("VACUUM")


def _check(unfinished: Path, source: Path) -> None:
    with closing(reading(unfinished)) as copied:
        if faults := faults_in(copied):
            raise NoBackup(f"{source} is damaged ({faults[0]}): restore an earlier backup")
        if revision_of(copied) is None:
            raise NoBackup(f"{source} is not a database of Doran's: check DATABASE_URL")
